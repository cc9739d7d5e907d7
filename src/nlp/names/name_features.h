#pragma once

#include "nlp/names/name_lexicon.h"
#include "text/document.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace gainsay {

/// What the names network sees of a document's tokens beside the encoder's states. Training and running share this
/// code: a change here asks for a new model.
class NameFeatures {
  public:
    /// Prefixes of two to four letters, suffixes of two to four, the shape, white space, the sentence's capitals.
    static constexpr std::size_t field_count = 9;
    /// How many values each field has.
    static const std::array<std::size_t, field_count> &field_values();

    /// Facts of the lexicon, then what the document says of the same form elsewhere.
    static constexpr std::size_t flag_count = 24;

    static constexpr std::uint32_t no_group = 0xFFFFFFFF;

    /// Needs sentences and tokens' forms and white space.
    NameFeatures(const Document &document, const NameLexicon &lexicon);

    /// [tokens, field_count]
    [[nodiscard]] const std::vector<std::uint16_t> &fields() const { return fields_; }
    /// [tokens, flag_count], 0 or 1
    [[nodiscard]] const std::vector<std::uint8_t> &flags() const { return flags_; }
    /// Tokens of the same form with a capital have one number, from 0; `no_group` where a form stands once or has none.
    [[nodiscard]] const std::vector<std::uint32_t> &groups() const { return groups_; }
    [[nodiscard]] std::size_t group_count() const { return group_count_; }

  private:
    std::vector<std::uint16_t> fields_;
    std::vector<std::uint8_t> flags_;
    std::vector<std::uint32_t> groups_;
    std::size_t group_count_ = 0;
};

} // namespace gainsay
