#include "extract/proposition/statement_context.h"

#include <algorithm>

namespace gainsay {

namespace {

constexpr std::size_t most_bytes = 320;

bool is_qualified(const Syntax &syntax, TokenIndex noun) {
    return std::any_of(syntax.children(noun).begin(), syntax.children(noun).end(), [&](TokenIndex child) {
        return syntax.is(child, "amod") || syntax.is(child, "nmod") || syntax.is(child, "acl") ||
               syntax.is(child, "compound") || syntax.is(child, "appos") || syntax.is(child, "nummod") ||
               syntax.is(child, "ccomp");
    });
}

/// "The move", with nothing that says which: an actor, who has other names, is left out.
bool is_bare_definite(const EntityBook &book, TokenIndex noun) {
    const Syntax &syntax = book.syntax();
    const std::optional<TokenIndex> determiner = syntax.child(noun, "det");
    return syntax.upos(noun) == Upos::NOUN && determiner && !book.at(noun) && !is_qualified(syntax, noun) &&
           book.english().grammar.has("definite", syntax.form(*determiner));
}

} // namespace

bool points_back(const EntityBook &book, const std::vector<TokenIndex> &tokens) {
    const Syntax &syntax = book.syntax();
    bool first_noun = true;
    for (const TokenIndex token : tokens) {
        const bool demonstrative = feature(syntax.token(token).feats, "PronType") == "Dem";
        const Upos tag = syntax.upos(token);
        // "those who", "that of Norway" say themselves what they mean.
        if (demonstrative && tag == Upos::PRON && !is_qualified(syntax, token)) {
            return true;
        }
        if (demonstrative && tag == Upos::DET && first_noun && syntax.head(token) && *syntax.head(token) > token &&
            !is_qualified(syntax, *syntax.head(token))) {
            return true;
        }
        if (tag == Upos::NOUN || tag == Upos::PROPN) {
            if (first_noun && syntax.is(token, "nsubj") && is_bare_definite(book, token)) {
                return true;
            }
            first_noun = false;
        }
    }
    return false;
}

std::string statement_context(const Syntax &syntax, const FoundAttribution &attribution,
                              const std::vector<TokenIndex> &tokens) {
    if (tokens.empty()) {
        return {};
    }
    const std::size_t sentence = syntax.sentence_of(tokens.front());
    TokenIndex first = tokens.front();
    for (const std::vector<TokenIndex> *role : {&attribution.source, &attribution.cue, &attribution.content}) {
        for (const TokenIndex token : *role) {
            first = syntax.sentence_of(token) == sentence ? std::min(first, token) : first;
        }
    }
    const Document &document = syntax.document();
    const std::size_t before = sentence == 0 ? sentence : sentence - 1;
    const ByteSpan earlier = syntax.sentence(before).span;
    const bool is_told = before != sentence && document.zone_at(earlier.begin) != Zone::headline;
    const std::size_t begin = is_told ? earlier.begin : syntax.sentence(sentence).span.begin;
    const std::size_t end = syntax.token(first).span.begin;
    if (begin >= end) {
        return {};
    }
    std::string text = syntax.text_of({begin, end});
    while (!text.empty() && text.back() == ' ') {
        text.pop_back();
    }
    if (text.size() > most_bytes) {
        const std::size_t blank = text.find(' ', text.size() - most_bytes);
        text = blank == std::string::npos ? std::string() : "\u2026" + text.substr(blank);
    }
    return text;
}

} // namespace gainsay
