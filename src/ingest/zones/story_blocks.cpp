#include "ingest/zones/story_blocks.h"

#include "base/utf8.h"

#include <algorithm>
#include <cstddef>

namespace gainsay {

bool tells_story(Zone zone) {
    return zone == Zone::body || zone == Zone::headline || zone == Zone::heading || zone == Zone::caption;
}

std::vector<Block> story_blocks(const Document &document) {
    std::vector<Block> blocks = find_blocks(document.text);
    if (document.zones.empty()) {
        return blocks;
    }
    std::vector<Block> story;
    std::size_t first = 0;
    for (const Block &block : blocks) {
        while (first < document.zones.size() && document.zones[first].span.end <= block.span.begin) {
            ++first;
        }
        for (std::size_t i = first; i < document.zones.size() && document.zones[i].span.begin < block.span.end; ++i) {
            const ZoneSpan &zone = document.zones[i];
            const std::size_t begin = std::max(zone.span.begin, block.span.begin);
            const std::size_t end = std::min(zone.span.end, block.span.end);
            const std::string_view words = trim(document.slice({begin, end}));
            if (tells_story(zone.zone) && !words.empty()) {
                const auto start = static_cast<std::size_t>(words.data() - document.text.data());
                story.push_back({{start, start + words.size()}});
            }
        }
    }
    return story;
}

} // namespace gainsay
