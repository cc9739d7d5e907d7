#include "base/once_in_file.h"

namespace gainsay {

void OnceInFile::add(const LexiconFile::Row &row, const std::string &what) {
    const auto [first, is_new] = lines_.emplace(what, row.line);
    if (!is_new) {
        file_->fail(row, "'" + what + "' once", "it again after line " + std::to_string(first->second));
    }
}

} // namespace gainsay
