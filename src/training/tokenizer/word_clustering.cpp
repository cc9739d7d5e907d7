#include "word_clustering.h"

#include "base/error.h"
#include "nlp/segmentation/text_unit.h"
#include "nlp/segmentation/token_piece.h"
#include "nlp/segmentation/word_classes.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <vector>

namespace gainsay::training {
namespace {

float from_half(std::uint16_t half) {
    const std::uint32_t sign = (half & 0x8000U) << 16U;
    const std::uint32_t exponent = (half >> 10U) & 0x1FU;
    const std::uint32_t mantissa = half & 0x3FFU;
    if (exponent == 0) {
        return (sign != 0 ? -1.0F : 1.0F) * static_cast<float>(mantissa) * 0x1p-24F;
    }
    return std::bit_cast<float>(sign | ((exponent + 112U) << 23U) | (mantissa << 13U));
}

struct Vectors {
    std::size_t dimensions = 0;
    std::vector<std::string> words;
    std::vector<float> rows;

    float *row(std::size_t i) { return &rows[i * dimensions]; }
    const float *row(std::size_t i) const { return &rows[i * dimensions]; }
};

void normalize(float *row, std::size_t dimensions) {
    float square = 0;
    for (std::size_t d = 0; d < dimensions; ++d) {
        square += row[d] * row[d];
    }
    const float scale = square > 0 ? 1.0F / std::sqrt(square) : 0.0F;
    for (std::size_t d = 0; d < dimensions; ++d) {
        row[d] *= scale;
    }
}

Vectors load(const std::filesystem::path &words, const std::filesystem::path &vectors, std::size_t dimensions,
             std::size_t word_count) {
    Vectors loaded;
    loaded.dimensions = dimensions;
    std::ifstream word_file(words);
    std::ifstream vector_file(vectors, std::ios::binary);
    std::string word;
    std::vector<std::uint16_t> halves(dimensions);
    const auto row_bytes = static_cast<std::streamsize>(dimensions * sizeof(std::uint16_t));
    while (loaded.words.size() < word_count && std::getline(word_file, word)) {
        if (!vector_file.read(reinterpret_cast<char *>(halves.data()), row_bytes)) {
            throw InputError(vectors.string(), "a vector for each word", "too few");
        }
        loaded.words.push_back(word);
        for (const std::uint16_t half : halves) {
            loaded.rows.push_back(from_half(half));
        }
        normalize(loaded.row(loaded.words.size() - 1), dimensions);
    }
    if (loaded.words.size() < WordClasses::class_count) {
        throw InputError(words.string(), "at least as many words as classes", std::to_string(loaded.words.size()));
    }
    return loaded;
}

/// Spherical k-means from evenly spread frequent words; gives each word's class, from 0.
std::vector<std::size_t> cluster(const Vectors &vectors) {
    constexpr int rounds = 8;
    constexpr std::size_t seed_step = 8;
    const std::size_t classes = WordClasses::class_count;
    const std::size_t dimensions = vectors.dimensions;
    Vectors centres;
    centres.dimensions = dimensions;
    centres.rows.resize(classes * dimensions);
    const std::size_t spread = std::min(seed_step, vectors.words.size() / classes);
    for (std::size_t c = 0; c < classes; ++c) {
        std::copy_n(vectors.row(c * spread), dimensions, centres.row(c));
    }
    std::vector<std::size_t> assigned(vectors.words.size());
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t w = 0; w < vectors.words.size(); ++w) {
            float best = -2;
            for (std::size_t c = 0; c < classes; ++c) {
                const float *centre = centres.row(c);
                const float *row = vectors.row(w);
                float dot = 0;
                for (std::size_t d = 0; d < dimensions; ++d) {
                    dot += centre[d] * row[d];
                }
                if (dot > best) {
                    best = dot;
                    assigned[w] = c;
                }
            }
        }
        std::fill(centres.rows.begin(), centres.rows.end(), 0.0F);
        for (std::size_t w = 0; w < vectors.words.size(); ++w) {
            float *centre = centres.row(assigned[w]);
            const float *row = vectors.row(w);
            for (std::size_t d = 0; d < dimensions; ++d) {
                centre[d] += row[d];
            }
        }
        for (std::size_t c = 0; c < classes; ++c) {
            normalize(centres.row(c), dimensions);
        }
    }
    return assigned;
}

/// The hash under which the tokenizer will look the word up.
std::uint32_t form_of(const std::string &word) {
    std::vector<TextUnit> units;
    split_units(word, 0, word.size(), word.size(), units);
    const WordClasses none{std::span<const WordClassSlot>{}};
    return units.empty() ? 0 : make_piece(units, 0, units.size(), none).form;
}

} // namespace

AbbreviationClasses read_abbreviations(const std::filesystem::path &path) {
    std::ifstream file(path);
    if (!file) {
        throw InputError(path.string(), "cannot be opened");
    }
    AbbreviationClasses classes;
    std::string line;
    std::uint16_t word_class = WordClasses::first_abbreviation;
    while (std::getline(file, line)) {
        const std::size_t tab = line.find('\t');
        if (line.empty() || line.front() == '#' || tab == std::string::npos) {
            continue;
        }
        std::istringstream abbreviations(line.substr(tab + 1));
        for (std::string abbreviation; abbreviations >> abbreviation;) {
            const bool capital = abbreviation.front() >= 'A' && abbreviation.front() <= 'Z';
            classes.try_emplace(form_of(abbreviation), static_cast<std::uint16_t>(word_class + (capital ? 1 : 0)));
        }
        word_class = static_cast<std::uint16_t>(word_class + 2);
    }
    return classes;
}

std::string cluster_words(const std::filesystem::path &words, const std::filesystem::path &vectors,
                          std::size_t dimensions, std::size_t word_count, const FormCounts &counts,
                          const AbbreviationClasses &abbreviations) {
    const Vectors loaded = load(words, vectors, dimensions, word_count);
    const std::vector<std::size_t> assigned = cluster(loaded);
    constexpr std::size_t fewest = 4;
    std::map<std::uint32_t, std::uint16_t> entries;
    for (const auto &[form, word_class] : abbreviations) {
        entries.try_emplace(form, word_class);
    }
    for (std::size_t w = 0; w < loaded.words.size(); ++w) {
        entries.try_emplace(form_of(loaded.words[w]), static_cast<std::uint16_t>(assigned[w] + 1));
    }
    for (const auto &[form, count] : counts) {
        if (count >= fewest) {
            std::uint16_t &entry = entries.try_emplace(form, WordClasses::no_vector).first->second;
            entry = static_cast<std::uint16_t>(entry | WordClasses::frequent_bit);
        }
    }
    const std::size_t slot_count = std::bit_ceil(entries.size() + entries.size() / 4);
    std::vector<WordClassSlot> slots(slot_count);
    for (const auto &[form, entry] : entries) {
        std::size_t slot = WordClasses::first_slot(form, slot_count);
        while (slots[slot].entry != 0) {
            slot = (slot + 1) & (slot_count - 1);
        }
        slots[slot] = {WordClasses::tag(form), entry};
    }
    std::string bytes;
    const auto count = static_cast<std::uint32_t>(slot_count);
    bytes.append(reinterpret_cast<const char *>(&count), sizeof(count));
    bytes.append(reinterpret_cast<const char *>(slots.data()), slots.size() * sizeof(WordClassSlot));
    return bytes;
}

} // namespace gainsay::training
