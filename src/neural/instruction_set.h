#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace gainsay {

/// What the kernels are compiled for, from the slowest to the fastest. All give the same bytes.
enum class InstructionSet : std::uint8_t {
    plain,     ///< C++ for any processor
    avx2,      ///< x86-64 since 2013
    avxvnni,   ///< AVX2 with dot products of bytes
    avx512vnni ///< AVX-512 with dot products of bytes
};

[[nodiscard]] std::string_view name_of(InstructionSet set);
[[nodiscard]] std::optional<InstructionSet> parse_instruction_set(std::string_view name);

/// Those that this program has and this processor runs, in their order; `plain` is always the first.
[[nodiscard]] std::vector<InstructionSet> supported_instruction_sets();

/// The one that this process uses: the fastest, or what GAINSAY_KERNEL in the environment names. Throws UsageError
/// where that is unknown or cannot run here.
[[nodiscard]] InstructionSet chosen_instruction_set();

} // namespace gainsay
