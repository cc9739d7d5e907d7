#pragma once

#include "extract/syntax/syntax.h"

#include <string_view>

namespace gainsay {

/// Whether the token's feature of that name (Universal Dependencies: "Number", "Tense") has the value.
bool has_feature(const Syntax &syntax, TokenIndex token, std::string_view name, std::string_view value);
/// "-ing" as a verb form: taggers call it a gerund or a present participle.
bool is_ing_form(const Syntax &syntax, TokenIndex token);

} // namespace gainsay
