#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace gainsay {

/// How many items make a batch: it ends with the one by which it reaches either bound, or where the input pauses. The
/// first are smaller, so that work begins in all threads, and first results come, soon.
class BatchSource {
  public:
    /// `most_bytes` where a batch is full.
    explicit BatchSource(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    /// The next items that `next` gives; nothing when it gives none. `bytes_of` says how much work an item is,
    /// `pauses` whether `next` would wait: what is there is not kept back then.
    template <class Item>
    std::optional<std::vector<Item>> take(const std::function<std::optional<Item>()> &next,
                                          const std::function<std::size_t(const Item &)> &bytes_of,
                                          const std::function<bool()> &pauses) {
        std::vector<Item> batch;
        std::size_t bytes = 0;
        while (bytes < bound_ && batch.size() < most_items && (batch.empty() || !pauses())) {
            std::optional<Item> item = next();
            if (!item) {
                break;
            }
            bytes += bytes_of(*item);
            batch.push_back(*std::move(item));
        }
        bound_ = std::min(most_bytes_, bound_ * 2);
        return batch.empty() ? std::nullopt : std::optional(std::move(batch));
    }

  private:
    static constexpr std::size_t most_items = 64;
    static constexpr std::size_t first_bytes = 2048;

    std::size_t most_bytes_;
    std::size_t bound_ = first_bytes;
};

} // namespace gainsay
