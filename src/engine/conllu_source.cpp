#include "engine/conllu_source.h"

#include "base/error.h"
#include "base/sha256.h"

#include <cerrno>
#include <filesystem>
#include <iostream>

namespace gainsay {

namespace {

ConlluItem failure(const std::string &source, const std::string &message) {
    DocumentFailure failure;
    failure.reason.severity = Severity::error;
    failure.reason.source = source;
    failure.reason.message = message;
    return failure;
}

} // namespace

std::optional<ConlluItem> ConlluSource::next() {
    while (true) {
        if (reader_) {
            if (std::optional<ConlluItem> item = next_in_file()) {
                return item;
            }
            reader_.reset();
        }
        if (next_input_ >= inputs_.size()) {
            return std::nullopt;
        }
        name_ = inputs_[next_input_++];
        try {
            open();
        } catch (const InputError &error) {
            return failure(name_, error.what());
        }
    }
}

void ConlluSource::open() {
    reported_ = 0;
    if (name_ == "-") {
        reader_.emplace(std::cin, "stdin");
        return;
    }
    if (std::filesystem::is_directory(name_)) {
        throw InputError("", "a CoNLL-U file", "a folder");
    }
    errno = 0;
    file_ = std::ifstream(name_, std::ios::binary);
    if (!file_) {
        throw InputError("", system_message(errno));
    }
    reader_.emplace(file_, name_);
}

std::optional<ConlluItem> ConlluSource::next_in_file() {
    try {
        std::optional<Document> document = reader_->read_document();
        if (!document) {
            return std::nullopt;
        }
        ConlluDocument item;
        item.document = *std::move(document);
        item.document.meta.sha256 = sha256_hex(item.document.text);
        const std::vector<Diagnostic> &entries = reader_->diagnostics().entries();
        for (; reported_ < entries.size(); ++reported_) {
            item.diagnostics.add(entries[reported_]);
        }
        return item;
    } catch (const InputError &error) {
        // What stands behind the broken line cannot be trusted.
        reader_.reset();
        ConlluItem item = failure(name_, error.what());
        return item;
    }
}

} // namespace gainsay
