#include "cli/query/query.h"

namespace gainsay {

const std::vector<Query> &queries() {
    static const std::vector<Query> list = {
        disputes_query(), claims_query(),    who_says_query(), who_query(),    timeline_query(), compare_query(),
        paths_query(),    neighbors_query(), evidence_query(), review_query(), table_query(),    stats_query(),
    };
    return list;
}

} // namespace gainsay
