#include "base/lexicon_file.h"

#include "base/atomic_file.h"
#include "base/error.h"
#include "base/utf8.h"

#include <algorithm>
#include <utility>

namespace gainsay {

LexiconFile LexiconFile::read(const std::filesystem::path &path, std::size_t columns) {
    try {
        return parse(read_file(path), path.string(), columns);
    } catch (const InputError &error) {
        throw ModelError(path.string(), error.what());
    }
}

LexiconFile LexiconFile::parse(std::string_view text, std::string name, std::size_t columns) {
    LexiconFile file;
    file.name_ = std::move(name);
    std::size_t number = 0;
    while (!text.empty()) {
        ++number;
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty() && line.back() == '\r') {
            line.remove_suffix(1);
        }
        if (trim(line).empty() || line == "#" || line.substr(0, 2) == "# ") {
            continue;
        }
        Row row;
        row.line = number;
        for (std::size_t begin = 0; begin <= line.size();) {
            const std::size_t tab = std::min(line.find('\t', begin), line.size());
            row.fields.emplace_back(trim(line.substr(begin, tab - begin)));
            begin = tab + 1;
        }
        if (row.fields.size() != columns) {
            file.fail(row, std::to_string(columns) + " fields separated by tabs", std::to_string(row.fields.size()));
        }
        if (row.fields.front().empty()) {
            file.fail(row, "a word in the first field", "nothing");
        }
        file.rows_.push_back(std::move(row));
    }
    return file;
}

void LexiconFile::fail(const Row &row, std::string expected, std::string found) const {
    throw ModelError(name_ + ":" + std::to_string(row.line), std::move(expected), std::move(found));
}

std::vector<std::string> split_list(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        const std::string_view part = trim(text.substr(begin, end - begin));
        if (!part.empty()) {
            parts.emplace_back(part);
        }
        begin = end + 1;
    }
    return parts;
}

std::string lookup_form(std::string_view text) {
    std::string form;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode_utf8(text, i);
        const bool apostrophe = point.value == 0x2019 || point.value == 0x2018;
        append_utf8(form, apostrophe ? U'\'' : to_lower(point.value));
        i += point.length;
    }
    return form;
}

} // namespace gainsay
