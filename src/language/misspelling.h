#pragma once

#include <string>

namespace gainsay {

/// Whether two long words differ by one letter that is other, lacking, or changed its place with its neighbour, and
/// begin alike: "Malcolm" and "Malcom". Of names it tells that they may be one, no more.
bool is_misspelling(const std::string &a, const std::string &b);

} // namespace gainsay
