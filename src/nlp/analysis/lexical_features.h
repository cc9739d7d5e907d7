#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace gainsay {

/// What the encoder sees of one token apart from its word vector. Training and running share this code: a change here
/// asks for a new model.
struct LexicalFeatures {
    static constexpr std::size_t affix_count = 9;
    static constexpr std::uint32_t affix_buckets = 8192;
    static constexpr std::uint32_t shape_buckets = 512;
    static constexpr std::uint32_t glue_values = 4;
    static constexpr std::uint32_t case_values = 4;

    /// Buckets of the prefixes of 1 to 4 and the suffixes of 1 to 5 code points of the lower-cased form.
    std::array<std::uint16_t, affix_count> affixes{};
    /// Bucket of the pattern of capitals, digits and signs.
    std::uint16_t shape = 0;

    bool operator==(const LexicalFeatures &) const = default;
};

/// How the capitals of a whole sentence are used; headlines often carry no information in them.
enum class SentenceCase : std::uint8_t { ordinary, title, upper, lower };

/// Lower-cased `form` with typographic quotes and apostrophes made straight: the key of the word vectors.
[[nodiscard]] std::string normalized_word(std::string_view form);

/// `normalized` must be `normalized_word(form)`.
[[nodiscard]] LexicalFeatures lexical_features(std::string_view form, std::string_view normalized);

/// White space before and after a token as one small number below `LexicalFeatures::glue_values`.
[[nodiscard]] constexpr std::uint32_t glue_of(bool space_before, bool space_after) {
    return (space_before ? 1U : 0U) + (space_after ? 2U : 0U);
}

/// Counts the capitals of a sentence's words one by one.
class SentenceCaseCounter {
  public:
    void add(std::string_view form);
    [[nodiscard]] SentenceCase result() const;

  private:
    std::uint32_t words_ = 0;
    std::uint32_t long_words_ = 0;
    std::uint32_t long_capitalised_ = 0;
    std::uint32_t upper_ = 0;
    std::uint32_t with_capital_ = 0;
};

} // namespace gainsay
