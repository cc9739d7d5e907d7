#include "neural/instruction_set.h"

#include "base/error.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#if defined(__x86_64__)
#include <cpuid.h>
#endif

namespace gainsay {

namespace {

constexpr std::array<std::string_view, 4> names = {"plain", "avx2", "avxvnni", "avx512vnni"};

#if defined(__x86_64__)
/// Clang 14 does not know the name for __builtin_cpu_supports.
bool has_avx_vnni() {
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    constexpr unsigned bit = 1U << 4U;
    return __get_cpuid_count(7, 1, &a, &b, &c, &d) != 0 && (a & bit) != 0;
}
#endif

std::string known_names(const std::vector<InstructionSet> &sets) {
    std::string text;
    for (const InstructionSet set : sets) {
        text += text.empty() ? "" : ", ";
        text += name_of(set);
    }
    return text;
}

InstructionSet choose() {
    constexpr const char *variable = "GAINSAY_KERNEL";
    const std::vector<InstructionSet> supported = supported_instruction_sets();
    const char *wanted = std::getenv(variable); // NOLINT(concurrency-mt-unsafe): nobody sets it
    if (wanted == nullptr || *wanted == '\0') {
        return supported.back();
    }
    const std::optional<InstructionSet> set = parse_instruction_set(wanted);
    if (!set || std::find(supported.begin(), supported.end(), *set) == supported.end()) {
        throw UsageError(std::string("environment variable ") + variable,
                         "one that this processor runs (" + known_names(supported) + ")",
                         "'" + std::string(wanted) + "'");
    }
    return *set;
}

} // namespace

std::string_view name_of(InstructionSet set) {
    return names[static_cast<std::size_t>(set)];
}

std::optional<InstructionSet> parse_instruction_set(std::string_view name) {
    const auto *const found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        return std::nullopt;
    }
    return static_cast<InstructionSet>(found - names.begin());
}

std::vector<InstructionSet> supported_instruction_sets() {
    std::vector<InstructionSet> sets = {InstructionSet::plain};
#if defined(__x86_64__)
    // These look at what the operating system saves of the registers too.
    if (__builtin_cpu_supports("avx2")) {
        sets.push_back(InstructionSet::avx2);
        if (has_avx_vnni()) {
            sets.push_back(InstructionSet::avxvnni);
        }
    }
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni")) {
        sets.push_back(InstructionSet::avx512vnni);
    }
#endif
    return sets;
}

InstructionSet chosen_instruction_set() {
    static const InstructionSet chosen = choose();
    return chosen;
}

} // namespace gainsay
