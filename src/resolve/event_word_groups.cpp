#include "resolve/event_word_groups.h"

#include <map>
#include <utility>

namespace gainsay {

std::vector<std::vector<EventWordPlace>> group_event_words(const std::vector<Observations> &documents,
                                                           const StoryGroups &stories, const ClaimWords &words) {
    std::map<std::pair<std::size_t, std::string>, std::vector<EventWordPlace>> groups;
    for (std::size_t d = 0; d < documents.size(); ++d) {
        for (std::size_t i = 0; i < documents[d].event_words.size(); ++i) {
            groups[{stories.of(d), words.form(documents[d].event_words[i].lemma)}].push_back({d, i});
        }
    }
    std::vector<std::vector<EventWordPlace>> found;
    for (auto &[key, places] : groups) {
        if (places.front().document != places.back().document) {
            found.push_back(std::move(places));
        }
    }
    return found;
}

} // namespace gainsay
