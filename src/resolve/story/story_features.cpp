#include "resolve/story/story_features.h"

#include "language/name_form.h"

#include <utility>
#include <vector>

namespace gainsay {

namespace {

class Features {
  public:
    std::map<std::string, std::size_t> count(const Observations &document) && {
        add_names(document);
        add_words(document);
        return std::move(counts_);
    }

  private:
    void add(char kind, const std::string &form, std::size_t count = 1) {
        if (!form.empty()) {
            counts_[kind + form] += count;
        }
    }

    void add_names(const Observations &document) {
        for (const Entity &entity : document.entities) {
            const std::vector<std::string> words = name_words(entity.name);
            if (entity.type == NodeKind::Person && entity.named && !words.empty()) {
                add('p', words.back(), entity.mentions.size());
            } else {
                add('n', name_form(entity.name), entity.mentions.size());
            }
        }
    }

    void add_words(const Observations &document) {
        for (const EventMention &event : document.events) {
            add('w', word_stem(event.lemma));
        }
        for (const std::string &word : name_words(document.document.title.value_or(""))) {
            add('w', word_stem(word));
        }
        for (const Attribution &attribution : document.attributions) {
            for (const Proposition &proposition : attribution.propositions) {
                for (const std::string &word : proposition.words) {
                    add('w', word_stem(word));
                }
            }
        }
    }

    std::map<std::string, std::size_t> counts_;
};

} // namespace

std::map<std::string, std::size_t> story_features(const Observations &document) {
    return Features().count(document);
}

} // namespace gainsay
