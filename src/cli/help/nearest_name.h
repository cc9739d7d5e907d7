#pragma once

#include <string_view>
#include <vector>

namespace gainsay {

/// The name nearest to a misspelt one, by insertions, deletions, replacements and swaps of letters; empty if none is
/// near.
std::string_view nearest_name(std::string_view misspelt, const std::vector<std::string_view> &names);

} // namespace gainsay
