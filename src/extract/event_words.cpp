#include "extract/event_words.h"

namespace gainsay {

std::vector<EventWord> find_event_words(const EntityBook &book) {
    const Syntax &syntax = book.syntax();
    const WordLists &words = book.english().event_lemmas;
    std::vector<EventWord> found;
    for (TokenIndex token = 0; token < syntax.size(); ++token) {
        const Upos tag = syntax.upos(token);
        const std::string &lemma = syntax.lemma(token);
        const bool tells =
            (tag == Upos::VERB && !words.has("no_event", lemma)) || (tag == Upos::NOUN && words.has("noun", lemma));
        if (tells && !book.is_skipped(token)) {
            const ByteSpan span = syntax.token(token).span;
            found.push_back({span, syntax.text_of(span), lemma});
        }
    }
    return found;
}

} // namespace gainsay
