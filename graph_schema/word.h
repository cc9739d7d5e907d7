#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace gainsay {

/// The names of an enum of the schema, by value from 0. Specialized for each of them, in the source that has its table.
template <class Word>
std::span<const std::string_view> names_of();

/// How a value stands in every output.
template <class Word>
requires std::is_enum_v<Word> std::string_view name(Word word) {
    return names_of<Word>()[static_cast<std::size_t>(word)];
}

/// Nothing if no value has that name.
template <class Word>
requires std::is_enum_v<Word> std::optional<Word> parse_word(std::string_view text) {
    const std::span<const std::string_view> names = names_of<Word>();
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == text) {
            return static_cast<Word>(i);
        }
    }
    return std::nullopt;
}

/// "one of a, b, c": what an error message expects.
std::string one_of(std::span<const std::string_view> names);

} // namespace gainsay
