#include "extract/proposition/content_terms.h"

#include "extract/attribution/speakers_group.h"
#include "extract/syntax/ellipsis.h"

#include <optional>

namespace gainsay {

namespace {

void collect(const EntityBook &book, const FoundAttribution &attribution, const std::vector<TokenIndex> &tokens,
             ContentTerms &terms) {
    const Syntax &syntax = book.syntax();
    for (const TokenIndex token : tokens) {
        if (is_ellipsis(syntax, book.english(), token)) {
            if (const auto verb = ellipsis_antecedent(syntax, book.english(), token)) {
                collect(book, attribution, verb_phrase(syntax, *verb, token), terms);
            }
            continue;
        }
        if (const std::optional<EntityIndex> entity = book.at(token)) {
            terms.entities.insert(*entity);
            continue;
        }
        const Upos tag = syntax.upos(token);
        const bool content_word = tag == Upos::NOUN || tag == Upos::VERB || tag == Upos::ADJ || tag == Upos::NUM ||
                                  tag == Upos::PROPN || tag == Upos::ADV;
        // Titles and adjectives of states belong to the entities.
        const bool of_entity = syntax.relation(token) == "nmod:desc" ||
                               (syntax.is(token, "amod") &&
                                book.english().countries.find(syntax.form(token), CountryWord::adjective) != nullptr);
        if (content_word && !of_entity && !book.covering(token) && !is_negation_word(book, token)) {
            terms.words.insert(syntax.lemma(token));
        }
        if (book.english().statement.has("group", syntax.form(token))) {
            for (const EntityIndex each : speakers_group(book, attribution)) {
                terms.entities.insert(each);
            }
        }
    }
}

} // namespace

ContentTerms collect_terms(const EntityBook &book, const FoundAttribution &attribution,
                           const std::vector<TokenIndex> &tokens) {
    ContentTerms terms;
    collect(book, attribution, tokens, terms);
    return terms;
}

std::vector<std::string> collect_predicates(const EntityBook &book, TokenIndex top,
                                            const std::set<TokenIndex> &content) {
    const Syntax &syntax = book.syntax();
    std::vector<std::string> predicates;
    for (int steps = 0; steps < 4; ++steps) {
        TokenIndex verb = top;
        if (is_ellipsis(syntax, book.english(), top)) {
            verb = ellipsis_antecedent(syntax, book.english(), top).value_or(top);
        }
        predicates.push_back(syntax.verb_lemma(verb));
        std::optional<TokenIndex> next = syntax.child(verb, {"xcomp", "ccomp"});
        if (!next && book.english().statement.has("light", syntax.lemma(verb))) {
            // "reached an agreement to share"
            next = syntax.child(verb, {"obj", "nsubj:pass"});
            if (!next && syntax.child(verb, "expl")) {
                next = syntax.own_subject(verb);
            }
        } else if (!next && syntax.is_nominal(verb)) {
            next = syntax.child(verb, "acl");
        }
        if (!next || !content.contains(*next) || *next == top) {
            return predicates;
        }
        top = *next;
    }
    return predicates;
}

bool is_negation_word(const EntityBook &book, TokenIndex token) {
    return book.english().factuality.has("negation", book.syntax().form(token)) ||
           book.english().factuality.has("negation", book.syntax().lemma(token));
}

} // namespace gainsay
