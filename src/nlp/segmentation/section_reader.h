#pragma once

#include "base/error.h"

#include <cstddef>
#include <span>
#include <string>

namespace gainsay {

/// Walks a mapped model section, handing out typed views in place. Every piece starts at a multiple of 4 bytes.
class SectionReader {
  public:
    explicit SectionReader(std::span<const std::byte> bytes) : bytes_(bytes) {}

    /// The next `count` values. Throws ModelError when the section ends before them.
    template <class Value>
    const Value *take(std::size_t count) {
        static_assert(alignof(Value) <= alignment);
        const std::size_t size = count * sizeof(Value);
        const std::size_t padded = (size + alignment - 1) / alignment * alignment;
        if (padded > bytes_.size()) {
            throw ModelError("tokenizer section", std::to_string(padded) + " more bytes",
                             std::to_string(bytes_.size()));
        }
        const auto *values = reinterpret_cast<const Value *>(bytes_.data());
        bytes_ = bytes_.subspan(padded);
        return values;
    }

    std::span<const std::byte> rest() const { return bytes_; }

  private:
    static constexpr std::size_t alignment = 4;
    std::span<const std::byte> bytes_;
};

} // namespace gainsay
