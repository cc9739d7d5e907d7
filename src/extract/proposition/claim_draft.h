#pragma once

#include "extract/attribution/attribution_finder.h"
#include "extract/mentions/entity_book.h"
#include "extract/syntax/quotations.h"
#include "extract/syntax/token_features.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace gainsay {

/// A claim's wording while it is made of the words of its clause. Refers to what it is made of.
struct ClaimDraft {
    ClaimDraft(const EntityBook &the_book, const Quotations &the_quotations, const FoundAttribution &the_attribution,
               TokenIndex the_top, std::vector<TokenIndex> the_tokens, std::optional<EntityIndex> the_subject);

    bool is_first_person(TokenIndex token) const;
    /// "Article I", "World War I", which a tagger takes for the pronoun.
    bool is_roman_number(TokenIndex token) const;
    /// "It", "this", "they" as a subject; not "this plan", "there is".
    bool is_third_person(TokenIndex token) const;
    /// With its article where the text uses one: "the United States".
    std::string name_of(EntityIndex entity_index) const;

    const EntityBook *book;
    const Syntax *syntax;
    const StatementWords *words;
    const Quotations *quotations;
    const FoundAttribution *attribution;
    /// The predicate.
    TokenIndex top;
    /// The words that are printed, in order.
    std::vector<TokenIndex> tokens;
    /// Who does what the clause says.
    std::optional<EntityIndex> subject;
    /// What is printed in place of a word, and in front of one.
    std::map<TokenIndex, std::string> replaced;
    std::map<TokenIndex, std::string> before;
    /// Who is named in what was put in front.
    std::set<EntityIndex> named;
    /// "I", "we": what is printed is a quotation.
    bool in_own_words = false;
    /// The speaker is named beside his "I".
    bool is_named = false;
    /// A reader cannot tell whom it means.
    bool is_vague = false;
    /// It needs what stood before it.
    bool lacks_antecedent = false;
    /// Several were put in front as its subject.
    bool are_many = false;
};

/// "Reed's", "the Netherlands'".
std::string possessive(const std::string &name);

/// What the text does not have stands in brackets.
std::string bracketed(const std::string &text);

} // namespace gainsay
