#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace gainsay {

/// One slot of the stored table. A slot whose `entry` is 0 is free; else its low bits are the class, and the highest
/// says that the word was frequent in training.
struct WordClassSlot {
    std::uint16_t tag = 0;
    std::uint16_t entry = 0;
};

/// What is known of a word.
struct WordEntry {
    /// 1 to `WordClasses::class_count` for words with a vector, `WordClasses::no_vector` for others that training
    /// knows, `WordClasses::unknown` for the rest.
    std::uint16_t word_class = 0;
    /// The class of an abbreviation of a kind, whose members behave alike.
    [[nodiscard]] bool is_abbreviation() const;
    /// Frequent enough in training for decisions to look at the word itself, not only at its class.
    bool is_frequent = false;
};

/// Which words behave alike: a table from a word's hash to the number of its class, made by clustering word vectors.
/// A lookup may, very rarely, mistake one word for another. Const and thread-safe; reads its slots where they are
/// mapped.
class WordClasses {
  public:
    static constexpr std::uint16_t unknown = 0;
    static constexpr std::uint16_t class_count = 512;
    static constexpr std::uint16_t no_vector = class_count + 1;
    static constexpr std::uint16_t frequent_bit = 0x8000;
    /// From here on classes are kinds of abbreviations, two a kind: one for any writing, one for capitalised ones only.
    static constexpr std::uint16_t first_abbreviation = class_count + 2;

    WordClasses() = default;
    /// Takes its bytes (a count of slots, a power of two, and the slots) from the front of `bytes`, which it shortens.
    /// `bytes` is 4-byte aligned and outlives the table. Throws ModelError when they are damaged.
    explicit WordClasses(std::span<const std::byte> &bytes);
    /// A table over slots of the caller.
    explicit WordClasses(std::span<const WordClassSlot> slots) : slots_(slots) {}

    /// `form` is the hash of the folded word (`TextUnit::form`, `TokenPiece::form`).
    [[nodiscard]] WordEntry find(std::uint32_t form, bool capitalised) const;

    /// Where a word belongs in a table, and the mark it is known by.
    [[nodiscard]] static std::size_t first_slot(std::uint32_t form, std::size_t slots) { return form & (slots - 1); }
    [[nodiscard]] static std::uint16_t tag(std::uint32_t form) { return static_cast<std::uint16_t>(form >> 16U); }

  private:
    std::span<const WordClassSlot> slots_;
};

inline bool WordEntry::is_abbreviation() const {
    return word_class >= WordClasses::first_abbreviation;
}

} // namespace gainsay
