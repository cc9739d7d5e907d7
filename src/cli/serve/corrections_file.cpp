#include "cli/serve/corrections_file.h"

#include "base/atomic_file.h"
#include "base/sha256.h"
#include "resolve/entity/overrides.h"

namespace gainsay {

CorrectionsFile::CorrectionsFile(std::filesystem::path path) : path_(std::move(path)) {
    Overrides::parse(read(), path_.string());
}

std::string CorrectionsFile::read() const {
    // What is changed by hand, in an editor beside the page, counts at once.
    return !path_.empty() && std::filesystem::exists(path_) ? read_file(path_) : text_;
}

CorrectionsFile::State CorrectionsFile::state() const {
    const std::lock_guard lock(mutex_);
    std::string text = read();
    std::string version = sha256_hex(text);
    return {std::move(text), std::move(version)};
}

CorrectionsFile::Outcome CorrectionsFile::replace(const std::string &text, std::string_view version) {
    const std::lock_guard lock(mutex_);
    if (sha256_hex(read()) != version) {
        return Outcome::outdated;
    }
    Overrides::parse(text, "corrections");
    if (path_.empty()) {
        text_ = text;
    } else {
        write_file(path_, text);
    }
    return Outcome::written;
}

} // namespace gainsay
