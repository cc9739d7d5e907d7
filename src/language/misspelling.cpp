#include "language/misspelling.h"

#include <algorithm>

namespace gainsay {

bool is_misspelling(const std::string &a, const std::string &b) {
    constexpr std::size_t least_letters = 6;
    const std::string &shorter = a.size() <= b.size() ? a : b;
    const std::string &longer = a.size() <= b.size() ? b : a;
    if (shorter.size() < least_letters || longer.size() > shorter.size() + 1 || a.front() != b.front() || a == b) {
        return false;
    }
    const auto [in_shorter, in_longer] = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
    const auto at = static_cast<std::size_t>(in_shorter - shorter.begin());
    if (longer.size() > shorter.size()) {
        return shorter.compare(at, std::string::npos, longer, at + 1, std::string::npos) == 0;
    }
    const bool other = shorter.compare(at + 1, std::string::npos, longer, at + 1, std::string::npos) == 0;
    const bool swapped = at + 1 < shorter.size() && shorter[at] == longer[at + 1] && shorter[at + 1] == longer[at] &&
                         shorter.compare(at + 2, std::string::npos, longer, at + 2, std::string::npos) == 0;
    return other || swapped;
}

} // namespace gainsay
