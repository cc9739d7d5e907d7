#include "resolve/claim/statement_content.h"

#include <algorithm>

namespace gainsay {

std::vector<ByteSpan> content_of(const Attribution &attribution, const Proposition &proposition) {
    std::vector<ByteSpan> parts;
    for (const ByteSpan &part : attribution.content) {
        const ByteSpan common{std::max(part.begin, proposition.span.begin), std::min(part.end, proposition.span.end)};
        if (common.begin < common.end) {
            parts.push_back(common);
        }
    }
    // What "this" stands for is said elsewhere.
    return parts.empty() ? attribution.content : parts;
}

} // namespace gainsay
