#pragma once

#include "extract/syntax/syntax.h"

#include <string_view>

namespace gainsay {

/// Whether the token's feature of that name (Universal Dependencies: "Number", "Tense") has the value.
bool has_feature(const Syntax &syntax, TokenIndex token, std::string_view name, std::string_view value);

} // namespace gainsay
