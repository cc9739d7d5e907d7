#include "extract/syntax/token_features.h"

namespace gainsay {

bool has_feature(const Syntax &syntax, TokenIndex token, std::string_view name, std::string_view value) {
    return feature(syntax.token(token).feats, name) == value;
}

bool is_ing_form(const Syntax &syntax, TokenIndex token) {
    return has_feature(syntax, token, "VerbForm", "Ger") ||
           (has_feature(syntax, token, "VerbForm", "Part") && has_feature(syntax, token, "Tense", "Pres"));
}

} // namespace gainsay
