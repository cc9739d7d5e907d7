#include "engine/conllu_source.h"

#include "base/error.h"
#include "base/message.h"
#include "base/sha256.h"

#include <cerrno>
#include <filesystem>
#include <iostream>
#include <utility>

namespace gainsay {

namespace {

ConlluItem failure(const std::string &source, const InputError &error) {
    return DocumentFailure{refusal(error, source)};
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
            return failure(name_, error);
        }
    }
}

void ConlluSource::open() {
    reported_ = 0;
    found_any_ = false;
    if (name_ == "-") {
        reader_.emplace(std::cin, "stdin", ConlluTrees::required);
        return;
    }
    if (std::filesystem::is_directory(name_)) {
        throw InputError(name_, "a CoNLL-U file", "a folder");
    }
    errno = 0;
    file_ = std::ifstream(name_, std::ios::binary);
    if (!file_) {
        throw InputError(name_, "cannot open: " + system_message(errno));
    }
    reader_.emplace(file_, name_, ConlluTrees::required);
}

std::optional<ConlluItem> ConlluSource::next_in_file() {
    try {
        std::optional<Document> document = reader_->read_document();
        if (!document) {
            return std::exchange(found_any_, true)
                       ? std::nullopt
                       : std::optional(failure(name_, InputError(name_, "a sentence in CoNLL-U", "none")));
        }
        found_any_ = true;
        ConlluDocument item;
        item.document = *std::move(document);
        item.document.meta.sha256 = sha256_hex(item.document.text);
        const std::vector<Diagnostic> &entries = reader_->diagnostics().entries();
        for (; reported_ < entries.size(); ++reported_) {
            item.diagnostics.add(entries[reported_]);
        }
        make_id_unique(item);
        return item;
    } catch (const InputError &error) {
        found_any_ = true;
        return failure(name_, error);
    }
}

void ConlluSource::make_id_unique(ConlluDocument &item) {
    std::string &id = item.document.meta.id;
    if (ids_.insert(id).second) {
        return;
    }
    const std::string wanted = id;
    for (std::size_t number = 2; !ids_.insert(id).second; ++number) {
        id = wanted + "-" + std::to_string(number);
    }
    item.diagnostics.warn(name_, "the id '" + wanted + "' is taken, this document is '" + id + "'");
}

} // namespace gainsay
