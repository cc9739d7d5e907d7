#include "extract/coreference/phrase.h"

#include <algorithm>

namespace gainsay {

bool is_called_alike(const Phrase &a, const Phrase &b) {
    const std::vector<std::uint32_t> &one = a.modifiers;
    const std::vector<std::uint32_t> &other = b.modifiers;
    return a.lemma == b.lemma && (std::includes(one.begin(), one.end(), other.begin(), other.end()) ||
                                  std::includes(other.begin(), other.end(), one.begin(), one.end()));
}

} // namespace gainsay
