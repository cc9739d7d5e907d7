#include "extract/attribution/noun_cues.h"

#include "extract/attribution/source_phrase.h"
#include "extract/syntax/noun_clauses.h"

#include <algorithm>

namespace gainsay {

namespace {

/// The clause that tells what the noun is about; a participle or relative clause is none.
std::optional<TokenIndex> clause_of(const Syntax &syntax, const English &english, TokenIndex noun) {
    for (const TokenIndex child : syntax.children(noun)) {
        if (child < noun || !(syntax.is(child, "acl") || syntax.is(child, "ccomp"))) {
            continue;
        }
        const std::string_view form = feature(syntax.token(child).feats, "VerbForm").value_or(std::string_view());
        if (opens_with_that(syntax, english, child) || (form == "Inf" && syntax.child(child, "mark"))) {
            return child;
        }
    }
    return std::nullopt;
}

/// "a statement from Norway: “We will stay.”"
std::vector<TokenIndex> quotation_behind(const Syntax &syntax, const Quotations &quotations, TokenIndex noun) {
    constexpr TokenIndex most_words = 12;
    const TokenIndex end = syntax.sentence(syntax.sentence_of(noun)).end_token;
    for (TokenIndex token = noun + 1; token + 2 < end && token < noun + most_words; ++token) {
        if (syntax.upos(token) == Upos::VERB) {
            return {};
        }
        if (syntax.form(token) == ":" && quotations.at(token + 2) >= 0) {
            const Quotation &quotation = quotations.all()[static_cast<std::size_t>(quotations.at(token + 2))];
            std::vector<TokenIndex> content;
            for (TokenIndex each = quotation.first; each < quotation.end; ++each) {
                content.push_back(each);
            }
            return quotation.first == token + 2 ? content : std::vector<TokenIndex>();
        }
    }
    return {};
}

std::optional<TokenIndex> source_of(const EntityBook &book, TokenIndex noun) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    for (const TokenIndex child : syntax.children(noun)) {
        if (syntax.relation(child) == "nmod:poss") {
            return child;
        }
        if (syntax.is(child, "nmod") && english.grammar.has("by", syntax.preposition(child))) {
            return child;
        }
    }
    // "the White House claim that", "US claims that"
    for (const TokenIndex child : syntax.children(noun)) {
        const std::optional<EntityIndex> owner =
            child + 1 == noun && (syntax.is(child, "compound") || syntax.is(child, "amod")) ? book.at(child)
                                                                                            : std::nullopt;
        if (owner && book.entity(*owner).named && is_actor(book.entity(*owner).type)) {
            return child;
        }
    }
    // "issued a statement that", "made the claim that"
    const std::optional<TokenIndex> verb = syntax.head(noun);
    if (verb && syntax.is(noun, "obj") && syntax.upos(*verb) == Upos::VERB &&
        english.reporting.find_verb(syntax.lemma(*verb)) == nullptr) {
        return syntax.subject(*verb);
    }
    return std::nullopt;
}

} // namespace

void find_noun_cue(const EntityBook &book, const Quotations &quotations, TokenIndex token,
                   std::vector<FoundAttribution> &all) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    if (syntax.upos(token) != Upos::NOUN) {
        return;
    }
    const Stance *stance = english.reporting.find_noun(syntax.lemma(token));
    if (stance == nullptr) {
        return;
    }
    const std::optional<TokenIndex> clause = clause_of(syntax, english, token);
    FoundAttribution found;
    found.cue_head = token;
    found.cue = {token};
    found.stance = *stance;
    found.content = clause ? content_tokens(syntax, *clause) : quotation_behind(syntax, quotations, token);
    if (found.content.empty()) {
        return;
    }
    found.source_head = source_of(book, token);
    found.confidence = 0.75;
    if (found.source_head) {
        found.source = source_tokens(syntax, *found.source_head);
        found.source_entity = source_entity(book, *found.source_head);
        found.confidence = 0.9;
    } else if (english.grammar.has("report", syntax.lemma(token)) ||
               english.grammar.has("report", syntax.form(token))) {
        // "media reports that": they are the source.
        found.source = syntax.subtree(token, [&](TokenIndex below) {
            return syntax.is(below, "acl") || syntax.is(below, "ccomp") || syntax.is(below, "case") || below > token;
        });
        trim_punctuation(syntax, found.source);
        found.source_head = token;
        found.source_entity = book.of_phrase(token);
        found.confidence = 0.9;
    } else {
        found.confidence = 0.5;
    }
    const auto in_source = [&found](TokenIndex each) {
        return std::find(found.source.begin(), found.source.end(), each) != found.source.end();
    };
    found.content.erase(std::remove_if(found.content.begin(), found.content.end(), in_source), found.content.end());
    all.push_back(std::move(found));
}

} // namespace gainsay
