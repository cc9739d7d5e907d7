#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace gainsay::training {

/// How often each form (`TokenPiece::form`, and the units of tokens) stands in the training texts.
using FormCounts = std::map<std::uint32_t, std::size_t>;

/// Kinds of abbreviations by form: the class of `WordClasses` that stands for the kind.
using AbbreviationClasses = std::map<std::uint32_t, std::uint16_t>;

/// Reads `kind TAB abbreviation abbreviation…` lines; `#` starts a comment. Throws InputError.
[[nodiscard]] AbbreviationClasses read_abbreviations(const std::filesystem::path &path);

/// Clusters the `word_count` most frequent words of a table of word vectors (one word a line; rows of `dimensions`
/// half-precision numbers, little-endian) into `WordClasses::class_count` classes by spherical k-means, and gives the
/// stored form that `WordClasses` reads, with the forms that `counts` has often marked as frequent. Throws InputError
/// when a file does not fit.
[[nodiscard]] std::string cluster_words(const std::filesystem::path &words, const std::filesystem::path &vectors,
                                        std::size_t dimensions, std::size_t word_count, const FormCounts &counts,
                                        const AbbreviationClasses &abbreviations);

} // namespace gainsay::training
