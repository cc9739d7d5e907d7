#pragma once

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace gainsay::fuzz {

/// What must hold of every input. A fuzzer takes an abort for a finding and keeps the input.
inline void must(bool holds, std::string_view what) {
    if (!holds) {
        std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
        std::abort();
    }
}

inline std::string_view text_of(const unsigned char *data, std::size_t size) {
    return {reinterpret_cast<const char *>(data), size};
}

} // namespace gainsay::fuzz

/// LibFuzzer's entry, which each target defines: one input through one reader. Returns 0.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size);
