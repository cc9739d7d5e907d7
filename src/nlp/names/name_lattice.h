#pragma once

#include "text/document.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace gainsay {

/// The sequences of tags that are names one behind the other: a linear-chain conditional random field (Lafferty et al.
/// 2001) whose tags are outside and, of each type, begin, inside, end and single. Const; any number of threads.
class NameLattice {
  public:
    /// Types told apart, in the order of the tags.
    static constexpr std::array<NameType, 7> types = {NameType::PER,  NameType::ORG,   NameType::LOC, NameType::NORP,
                                                      NameType::DATE, NameType::EVENT, NameType::MISC};
    static constexpr std::size_t tag_count = 1 + 4 * types.size();
    enum Place : std::uint8_t { begin, inside, end, single };
    static constexpr std::size_t outside = 0;
    static constexpr std::size_t tag(std::size_t type, Place place) { return 1 + 4 * type + place; }
    static constexpr std::size_t type_of(std::size_t tag) { return (tag - 1) / 4; }
    static constexpr Place place_of(std::size_t tag) { return static_cast<Place>((tag - 1) % 4); }
    /// Whether a name is still open behind the tag, or was before it.
    static constexpr bool opens(std::size_t tag) {
        return tag != outside && (place_of(tag) == begin || place_of(tag) == inside);
    }
    static constexpr bool continues(std::size_t tag) {
        return tag != outside && (place_of(tag) == inside || place_of(tag) == end);
    }
    static constexpr bool allowed(std::size_t from, std::size_t to) {
        return opens(from) ? continues(to) && type_of(from) == type_of(to) : !continues(to);
    }

    /// `transitions` [tag_count, tag_count] are scores from one tag to the next; those of pairs that are not allowed do
    /// not count.
    explicit NameLattice(std::span<const float> transitions);

    using Scores = std::array<float, tag_count>;
    /// The best tags of a sentence by the tokens' scores.
    [[nodiscard]] std::vector<std::uint8_t> best(std::span<const Scores> scores) const;
    /// Each token's probabilities of the tags. `allowed_tags`, if not empty, has a bit for each tag that a token may
    /// have. Adds the expected number of each transition, times `share`, to `counts` if that is not empty. The natural
    /// logarithm of the sum over all sequences goes to `log_sum` if that is not null.
    [[nodiscard]] std::vector<Scores> marginals(std::span<const Scores> scores,
                                                std::span<const std::uint32_t> allowed_tags = {},
                                                std::span<double> counts = {}, double share = 1,
                                                double *log_sum = nullptr) const;

  private:
    std::array<Scores, tag_count> transitions_{}; ///< from, to
    std::array<Scores, tag_count> factors_{};     ///< their exponentials, 0 where not allowed
};

} // namespace gainsay
