#include "extract/event/event_words.h"

#include <algorithm>
#include <set>

namespace gainsay {

namespace {

/// What the noun tells of by itself; nothing for one that needs other words beside it.
std::optional<NewsType> type_of_noun(const English &english, const std::string &lemma) {
    const std::vector<EventFrame> *frames = english.frames.find_noun(lemma);
    if (frames == nullptr || !frames->back().conditions.empty()) {
        return std::nullopt;
    }
    return frames->back().type;
}

bool points_back(const Syntax &syntax, const English &english, TokenIndex noun) {
    const auto determiner = syntax.child(noun, "det");
    return determiner && english.grammar.has("definite", syntax.form(*determiner)) &&
           feature(syntax.token(noun).feats, "Number") == std::string_view("Sing") && !syntax.is(noun, "compound");
}

} // namespace

std::vector<EventWord> find_event_words(const EntityBook &book, const std::vector<FoundEvent> &events) {
    const Syntax &syntax = book.syntax();
    std::set<TokenIndex> triggers;
    for (const FoundEvent &event : events) {
        triggers.insert(event.trigger);
    }
    std::vector<EventWord> found;
    std::set<TokenIndex> nouns;
    for (const FoundEvent &event : events) {
        for (const TokenIndex noun : event.nouns) {
            const ByteSpan span = syntax.token(noun).span;
            if (event.event.span.contains(span) && nouns.insert(noun).second) {
                found.push_back({event.event.news_type, span, syntax.text_of(span), syntax.lemma(noun)});
            }
        }
    }
    for (TokenIndex token = 0; token < syntax.size(); ++token) {
        if (syntax.upos(token) != Upos::NOUN || book.is_skipped(token) || triggers.contains(token) ||
            nouns.contains(token) || !points_back(syntax, book.english(), token)) {
            continue;
        }
        if (const std::optional<NewsType> type = type_of_noun(book.english(), syntax.lemma(token))) {
            const ByteSpan span = syntax.token(token).span;
            found.push_back({*type, span, syntax.text_of(span), syntax.lemma(token)});
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const EventWord &a, const EventWord &b) { return a.span.begin < b.span.begin; });
    return found;
}

} // namespace gainsay
