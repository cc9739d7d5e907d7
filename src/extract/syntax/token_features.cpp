#include "extract/syntax/token_features.h"

namespace gainsay {

bool has_feature(const Syntax &syntax, TokenIndex token, std::string_view name, std::string_view value) {
    return feature(syntax.token(token).feats, name) == value;
}

} // namespace gainsay
