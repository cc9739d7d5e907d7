#include "extract/attribution/speaker_mentions.h"

#include <algorithm>

namespace gainsay {

void find_speaker_mentions(EntityBook &book, const Quotations &quotations,
                           const std::vector<FoundAttribution> &attributions) {
    const Syntax &syntax = book.syntax();
    for (const FoundAttribution &each : attributions) {
        if (!each.source_entity) {
            continue;
        }
        for (const TokenIndex token : each.content) {
            const std::string &feats = syntax.token(token).feats;
            const bool first_person = syntax.upos(token) == Upos::PRON &&
                                      feature(feats, "Person") == std::string_view("1") &&
                                      feature(feats, "Number") == std::string_view("Sing");
            if (first_person && quotations.contains(token)) {
                book.assign_pronoun(token, *each.source_entity);
            }
        }
    }
}

} // namespace gainsay
