#pragma once

#include "extract/mentions/entity_book.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gainsay {

/// The named persons of each state in a document, to whom descriptions point. Refers to the book, which must outlive
/// it; what is added to it later is not seen.
class OfficeHolders {
  public:
    explicit OfficeHolders(const EntityBook &book);

    /// "the Norwegian minister": the only named person of the state who holds that office in this document.
    std::optional<EntityIndex> only_holder(TokenIndex office, const Country &country) const;

    /// "his Russian counterpart": who is named right behind, or else the latest person of that state who stands before.
    std::optional<EntityIndex> counterpart(TokenIndex noun, const Country &country) const;

  private:
    struct Persons {
        /// Each once.
        std::vector<EntityIndex> entities;
        /// Where they are named, by token.
        std::vector<std::pair<TokenIndex, EntityIndex>> uses;
    };

    const EntityBook *book_;
    /// By ISO 3166 code.
    std::unordered_map<std::string, Persons> persons_of_;
};

} // namespace gainsay
