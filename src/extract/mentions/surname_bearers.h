#pragma once

#include "extract/mentions/named_entities.h"

#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace gainsay {

/// The persons whom a document names in full, and who is meant where it uses a surname alone. Makes persons by the
/// entities, which must outlive it.
class SurnameBearers {
  public:
    /// All names of the document, in the order of the text: full names are made persons, so that a headline's surname
    /// finds its owner.
    SurnameBearers(const std::vector<NameUse> &uses, NamedEntities &entities);

    /// Whether the word, in the form of name_key(), is a part of a full name.
    bool is_in_full_name(const std::string &word) const { return words_of_names_.contains(word); }
    /// Whether somebody's full name ends in it.
    bool is_surname(const std::string &word) const { return full_names_.contains(word); }

    /// Who is meant by a surname alone. Of several who bear it the one who was called so before ("Ms Reed"), or else
    /// the last whose full name stands before it, of the sex that a form of address tells. A wife or son who is
    /// introduced as such is not whom the article calls by the surname, though the full name stands only there; but she
    /// is "Mrs. Reed" where no other can be.
    EntityIndex bearer(const NameUse &use);

  private:
    struct FullName {
        TokenIndex first = 0;
        EntityIndex person = 0;
        TokenIndex head = 0;
        /// "Reed Jr.", where "Reed" is his father.
        bool is_younger = false;
    };

    /// Where the text says "Reed Jr." for short, or names "Tom Reed" and "Tom Reed Jr." in one sentence.
    void find_generations(const std::vector<NameUse> &uses);

    void file(const NameUse &use);
    void file_words(const std::string &name);
    /// The last of them whose full name stands before the use, or else the first, of the sex that the form of address
    /// tells, if there is one; null where none is.
    const FullName *latest(const std::vector<FullName> &known, const NameUse &use, const std::string &address,
                           bool with_relatives) const;
    /// Whether somebody is named in full again, as no relative any more, in the sentence before the use.
    bool is_told_of(const FullName &name, const std::vector<FullName> &known, const NameUse &use) const;
    bool is_called_before_named(const std::string &surname, const std::vector<FullName> &known,
                                bool relatives_alone) const;

    NamedEntities *entities_;
    /// By surname, in the order of the text.
    std::unordered_map<std::string, std::vector<FullName>> full_names_;
    /// Introduced as somebody's wife, son and the like.
    std::set<EntityIndex> relatives_;
    /// By surname: where somebody is first called by it alone.
    std::unordered_map<std::string, TokenIndex> alone_;
    /// The same with a title, in the body of the text.
    std::unordered_map<std::string, TokenIndex> titled_;
    /// Who was called by a surname, with a form of address or without.
    std::unordered_map<std::string, EntityIndex> called_;
    /// Of persons' full names.
    std::unordered_set<std::string> words_of_names_;
};

} // namespace gainsay
