#pragma once

#include "nlp/segmentation/feature_net.h"
#include "nlp/segmentation/text_unit.h"
#include "nlp/segmentation/word_classes.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace gainsay {

/// The features of "do units `left` and `left + 1`, between which stands no blank, belong to one token?". Decisions are
/// made from left to right within a chunk (units with no blank between them), each knowing the token so far.
class JoinFeatures {
  public:
    /// Prepares for the units of one block. `units` outlives the use.
    void start(std::span<const TextUnit> units, const WordClasses &classes);

    /// `token_first` is the first unit of the token that unit `left` belongs to.
    void extract(std::size_t left, std::size_t token_first, FeatureList &features) const;

    /// Whether there is anything to decide between `left` and `left + 1`. A blank always parts; so does the full stop
    /// or comma after an address, which is the sentence's, and a typographic opening quote.
    [[nodiscard]] bool is_candidate(std::size_t left) const;

  private:
    struct Chunk {
        std::size_t first = 0;
        std::size_t end = 0;
        std::uint32_t traits = 0;
    };

    [[nodiscard]] std::uint32_t look(std::size_t base, std::ptrdiff_t offset) const;
    [[nodiscard]] std::uint32_t form(std::size_t base, std::ptrdiff_t offset) const;
    [[nodiscard]] std::uint32_t word_class(std::size_t base, std::ptrdiff_t offset) const;
    [[nodiscard]] static std::uint32_t traits_of(std::span<const TextUnit> chunk);

    std::span<const TextUnit> units_;
    const WordClasses *table_ = nullptr;
    std::vector<std::uint16_t> classes_;
    std::vector<std::uint32_t> forms_;
    std::vector<std::uint32_t> looks_;
    /// Whether a single quote is open before each unit.
    std::vector<bool> in_single_quote_;
    std::vector<std::uint32_t> chunk_of_;
    std::vector<Chunk> chunks_;
};

} // namespace gainsay
