#pragma once

#include "extract/mentions/entity_book.h"
#include "language/noun_classes.h"

#include <cstdint>
#include <vector>

namespace gainsay {

/// What kind of phrase refers: pronouns by person, nouns by how they are determined.
enum class PhraseType : std::uint8_t {
    first_singular,
    second,
    first_plural,
    masculine,
    feminine,
    neuter,
    third_plural,
    /// "this", "those" alone.
    demonstrative,
    /// "everyone", "one".
    indefinite_pronoun,
    name,
    definite,
    indefinite,
    bare,
    /// "his office", "Russia's minister".
    possessed,
    /// "this office".
    pointed,
    /// "every office", "no office".
    quantified,
    /// A noun before a noun: "museum" in "museum labels".
    modifier
};

constexpr bool is_pronoun(PhraseType type) {
    return type <= PhraseType::indefinite_pronoun;
}
/// I, you, we.
constexpr bool is_speech_person(PhraseType type) {
    return type <= PhraseType::first_plural;
}

/// What a phrase is to its verb or noun.
enum class PhraseRole : std::uint8_t {
    subject,
    passive_subject,
    object,
    oblique,
    noun_modifier,
    owner,
    apposition,
    predicate,
    compound,
    other
};

/// A phrase that may refer to something; in the tree of its sentence the subtree of `head`, without clauses and asides.
struct Phrase {
    static constexpr std::int64_t none = -1;

    TokenIndex first = 0;
    /// Included.
    TokenIndex last = 0;
    TokenIndex head = 0;
    TokenIndex head_first = 0;
    TokenIndex head_last = 0;
    PhraseType type = PhraseType::bare;
    PhraseRole role = PhraseRole::other;
    NounClass noun_class = NounClass::unknown;
    Gender gender = Gender::unknown;
    /// Told by a title, noun or pronoun, not by a first name alone.
    bool is_gender_sure = false;
    bool is_plural = false;
    bool is_reflexive = false;
    /// "his", "my".
    bool is_possessive = false;
    /// Whether more follows than the head: "the leader of the party", "the man who left".
    bool has_complement = false;
    /// The lemma as a number; the same lemma has the same number within a document.
    std::uint32_t lemma = 0;
    /// Numbers of the lemmas of adjectives and nouns before the head, sorted.
    std::vector<std::uint32_t> modifiers;
    /// The same for the words of a name, and of the titles of whoever is named; sorted. Of a noun its own lemma alone.
    std::vector<std::uint32_t> words;
    std::vector<std::uint32_t> titles;
    /// Of the words without determiners, in lookup form.
    std::uint64_t text_hash = 0;
    std::uint32_t sentence = 0;
    std::uint32_t paragraph = 0;
    /// In Quotations::all(), negative for none.
    std::int32_t quotation = -1;
    /// The entity that it refers to, where rules know; else `none`.
    std::int64_t entity = none;
    /// Position of the open nominal that it is, or `none`.
    std::int64_t nominal = none;
};

/// "a bilateral commission" and "the bilateral presidential commission": the same noun, neither with a word before it
/// that contradicts the other's.
bool is_called_alike(const Phrase &a, const Phrase &b);

} // namespace gainsay
