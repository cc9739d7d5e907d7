#include "cli/query/query.h"

namespace gainsay {

const std::vector<Query> &queries() {
    static const std::vector<Query> list = {
        paths_query(),
        neighbors_query(),
        evidence_query(),
        stats_query(),
    };
    return list;
}

} // namespace gainsay
