#include "ingest/sources/article_stream.h"

#include "ingest/sources/foreign_kind.h"
#include "ingest/sources/json_record.h"
#include "ingest/sources/markup_in_text.h"
#include "ingest/sources/text_encoding.h"

#include "base/character_references.h"
#include "base/date.h"
#include "base/error.h"
#include "base/message.h"
#include "base/utf8.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>

namespace gainsay {

namespace {

constexpr std::size_t sniffed_bytes = foreign_kind_bytes;
/// Enough to see a first line that is one article.
constexpr std::size_t sniffed_json_bytes = std::size_t{1} << 20U;

std::string lower_ascii(std::string_view bytes) {
    std::string text(bytes);
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

std::string_view without_leading_space(std::string_view bytes) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (bytes.substr(0, mark.size()) == mark) {
        bytes.remove_prefix(mark.size());
    }
    const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
    return begin == std::string_view::npos ? std::string_view() : bytes.substr(begin);
}

/// Whether the first line is a whole object and another object follows.
bool looks_like_json_lines(std::string_view start) {
    start = without_leading_space(start);
    const std::size_t end = start.find('\n');
    if (start.empty() || start.front() != '{' || end == std::string_view::npos) {
        return false;
    }
    const std::string_view line = trim(start.substr(0, end));
    const std::string_view rest = without_leading_space(start.substr(end));
    return line.size() > 1 && line.back() == '}' && (rest.empty() || rest.front() == '{');
}

/// The first line as far as the bytes have it whole, without white space around it.
std::optional<std::string_view> first_line(std::string_view start) {
    start = without_leading_space(start);
    const std::size_t end = start.find('\n');
    return end == std::string_view::npos ? std::nullopt : std::optional(trim(start.substr(0, end)));
}

/// Whether the first line is a whole JSON object: whatever follows, these are JSON Lines.
bool begins_with_json_line(std::string_view start) {
    const std::optional<std::string_view> line = first_line(start);
    if (!line || !line->starts_with('{')) {
        return false;
    }
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < line->size(); ++i) {
        const char c = (*line)[i];
        if (in_string) {
            in_string = c != '"';
            i += c == '\\' ? 1 : 0;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{') {
            ++depth;
        } else if (c == '}' && --depth == 0) {
            return i + 1 == line->size();
        }
    }
    return false;
}

InputFormat format_by_content(std::string_view start) {
    const std::string_view text = without_leading_space(start);
    if (!text.empty() && text.front() == '{') {
        if (looks_like_json_lines(start) || (start.size() == sniffed_bytes && start.find('\n') == std::string::npos)) {
            return InputFormat::json_lines;
        }
        const std::string_view after = without_leading_space(text.substr(1));
        return !after.empty() && after.front() == '"' ? InputFormat::json : InputFormat::plain_text;
    }
    if (!text.empty() && text.front() == '<') {
        const std::string lower = lower_ascii(text);
        for (const std::string_view tag : {"<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>"}) {
            if (lower.find(tag) != std::string::npos) {
                return InputFormat::html;
            }
        }
    }
    return InputFormat::plain_text;
}

/// Throws InputError for a file of a kind that is no article. `start` are its first bytes.
void refuse_foreign_kind(std::string_view start, const InputFile &file, const IngestOptions &options,
                         InputFormat format, const std::string &source) {
    const ForeignKind *kind = find_foreign_kind(start, options.format.has_value());
    if (kind == nullptr && !options.format && !file.format && format == InputFormat::plain_text) {
        // "notes.csv" that is no table either; "speech.text2" may be anything.
        kind = foreign_kind_by_name(file.path);
    }
    if (kind != nullptr) {
        throw InputError(source, "an article", describe(*kind));
    }
}

/// Whether neither the user nor the name says that a file is something else.
bool may_be_json_lines(const IngestOptions &options, const InputFile &file) {
    const std::optional<InputFormat> said = options.format ? options.format : file.format;
    return !said || *said == InputFormat::json_lines || (*said == InputFormat::json && !options.format);
}

/// Fills what `first` leaves open from `second`.
void fill_up(DocumentMeta &first, const DocumentMeta &second) {
    const auto fill = [](std::optional<std::string> &target, const std::optional<std::string> &value) {
        if (!target) {
            target = value;
        }
    };
    fill(first.title, second.title);
    fill(first.outlet, second.outlet);
    fill(first.author, second.author);
    fill(first.published, second.published);
    fill(first.url, second.url);
}

/// An id is one line of well-formed UTF-8.
std::string clean_id(std::string_view id) {
    std::string clean = replace_invalid_utf8(trim(id));
    std::replace_if(
        clean.begin(), clean.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '_');
    return clean.empty() ? "document" : clean;
}

} // namespace

ArticleStream::ArticleStream(std::vector<std::string> inputs, IngestOptions options)
    : walk_(std::move(inputs)), options_(std::move(options)) {
    const std::optional<std::string> &published = options_.overrides.published;
    if (published && !parse_date(*published)) {
        throw UsageError("publication date", "YYYY, YYYY-MM or YYYY-MM-DD", "'" + *published + "'");
    }
}

std::optional<RawItem> ArticleStream::next() {
    for (;;) {
        if (lines_) {
            if (std::optional<RawItem> item = next_line()) {
                return item;
            }
            lines_.reset();
        }
        std::optional<std::variant<InputFile, Diagnostic>> entry = walk_.next();
        if (!entry) {
            return std::nullopt;
        }
        if (auto *problem = std::get_if<Diagnostic>(&*entry)) {
            return DocumentFailure{std::move(*problem)};
        }
        const auto &file = std::get<InputFile>(*entry);
        try {
            if (std::optional<RawItem> item = next_file(file)) {
                return item;
            }
        } catch (const InputError &error) {
            return DocumentFailure{refusal(error, replace_invalid_utf8(file.path.string()))};
        }
    }
}

bool ArticleStream::pauses() const {
    return lines_ ? lines_->stream.pauses() : walk_.is_at_standard_input() && ByteStream::standard_input_pauses();
}

std::optional<RawItem> ArticleStream::next_file(const InputFile &file) {
    const bool is_stdin = file.path == "-";
    const std::string source = is_stdin ? "-" : replace_invalid_utf8(file.path.string());
    ByteStream stream = is_stdin ? ByteStream::standard_input() : ByteStream::open(file.path, source);
    // Somebody who sends an article now and then shall not wait until so many bytes are there.
    const std::string_view start = stream.peek_until(sniffed_bytes, begins_with_json_line);
    if (may_be_json_lines(options_, file) && begins_with_json_line(start)) {
        lines_.emplace(OpenLines{std::move(stream), file, source});
        return std::nullopt;
    }
    InputFormat format = options_.format ? *options_.format : file.format ? *file.format : format_by_content(start);
    refuse_foreign_kind(start, file, options_, format, source);
    if (!options_.format && format == InputFormat::plain_text) {
        format = format_by_content(start) == InputFormat::html ? InputFormat::html : format;
    }
    if (format == InputFormat::json && !options_.format &&
        looks_like_json_lines(stream.peek_until(sniffed_json_bytes, begins_with_json_line))) {
        format = InputFormat::json_lines;
    }
    if (format == InputFormat::json_lines) {
        if (stream.peek(1).empty()) {
            throw InputError(source, "an article", "an empty file");
        }
        lines_.emplace(OpenLines{std::move(stream), file, source});
        return std::nullopt;
    }
    return whole_file(stream, file, format, source);
}

RawItem ArticleStream::whole_file(ByteStream &stream, const InputFile &file, InputFormat format,
                                  const std::string &source) {
    std::string bytes;
    if (stream.read_all(bytes, options_.most_bytes) == ByteStream::Outcome::too_long) {
        throw InputError(source, "at most " + std::to_string(options_.most_bytes) + " bytes in a document", "more");
    }
    if (bytes.empty()) {
        throw InputError(source, "an article", "an empty file");
    }
    if (format == InputFormat::json) {
        return json_document(bytes, file.stem(), source, {});
    }
    RawArticle article;
    article.source = source;
    article.format = format;
    article.content = format == InputFormat::html
                          ? html_to_utf8(std::move(bytes), source, options_.invalid_utf8, article.diagnostics)
                          : to_utf8(std::move(bytes), source, options_.invalid_utf8, article.diagnostics);
    if (trim(article.content).empty()) {
        throw InputError(source, "an article", "only white space");
    }
    if (format != InputFormat::html && !options_.format) {
        if (const ForeignKind *kind = find_archive_export(article.content)) {
            throw InputError(source, "an article", describe(*kind));
        }
    }
    if (file.path != "-") {
        add_metadata_beside(file, article);
    }
    if (article.given.id.empty()) {
        article.given.id = file.stem();
    }
    return finish(std::move(article));
}

void ArticleStream::add_metadata_beside(const InputFile &file, RawArticle &article) const {
    const std::filesystem::path path = metadata_path(file);
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) {
        return;
    }
    const std::string source = path.string();
    try {
        std::string bytes;
        if (ByteStream::open(path, source).read_all(bytes, options_.most_bytes) == ByteStream::Outcome::too_long) {
            throw InputError(source, "at most " + std::to_string(options_.most_bytes) + " bytes", "more");
        }
        FieldNames fields = options_.fields;
        fields.text.clear(); // the text is the article's own
        article.given = read_json_record(to_utf8(std::move(bytes), source, options_.invalid_utf8, article.diagnostics),
                                         fields, source, {}, article.diagnostics)
                            .meta;
    } catch (const InputError &problem) {
        article.diagnostics.warn(source, "metadata left out: " + refusal(problem, source).message);
    }
}

std::optional<RawItem> ArticleStream::next_line() {
    std::string line;
    for (;;) {
        try {
            const ByteStream::Outcome outcome = lines_->stream.read_line(line, options_.most_bytes);
            if (outcome == ByteStream::Outcome::end) {
                return std::nullopt;
            }
            ++lines_->line;
            if (outcome == ByteStream::Outcome::too_long) {
                throw InputError(lines_->source, "at most " + std::to_string(options_.most_bytes) + " bytes in a line",
                                 "more");
            }
        } catch (const InputError &error) {
            // A line that is too long ends itself alone, damaged data the file.
            const std::size_t at = lines_->line;
            DocumentFailure failure{refusal(error, lines_->source, at)};
            if (error.expected().find("in a line") == std::string::npos) {
                failure.reason.line = at + 1;
                lines_.reset();
            }
            return failure;
        }
        if (without_leading_space(line).empty()) {
            continue;
        }
        try {
            return json_document(line, lines_->file.stem() + "-" + std::to_string(lines_->line), lines_->source,
                                 lines_->line);
        } catch (const InputError &error) {
            return DocumentFailure{refusal(error, lines_->source, lines_->line)};
        }
    }
}

RawItem ArticleStream::json_document(const std::string &bytes, std::string id, const std::string &source,
                                     std::optional<std::size_t> line) {
    RawArticle article;
    article.source = source;
    article.line = line;
    Diagnostics odd_bytes;
    const std::string json = to_utf8(bytes, source, options_.invalid_utf8, odd_bytes);
    for (Diagnostic diagnostic : odd_bytes.entries()) {
        diagnostic.line = line; // its offset is one in the line
        article.diagnostics.add(std::move(diagnostic));
    }
    JsonRecord record = read_json_record(json, options_.fields, source, line, article.diagnostics);
    if (!record.text) {
        throw InputError(source, "a text in field '" + options_.fields.text + "'", "no such field");
    }
    if (trim(*record.text).empty()) {
        throw InputError(source, "a text in field '" + options_.fields.text + "'", "an empty one");
    }
    if (const std::size_t nul = record.text->find('\0'); nul != std::string::npos) {
        throw InputError(source, "text", "a NUL byte at byte " + std::to_string(nul) + " of the text");
    }
    if (has_markup(*record.text)) {
        article.format = InputFormat::html;
        article.content = as_page(*record.text);
    } else {
        article.content = decode_character_references(*record.text);
    }
    article.given = std::move(record.meta);
    for (std::optional<std::string> *field : {&article.given.title, &article.given.outlet, &article.given.author}) {
        if (*field) {
            *field = without_markup(**field);
        }
    }
    if (article.given.id.empty()) {
        article.given.id = std::move(id);
    }
    return finish(std::move(article));
}

RawArticle ArticleStream::finish(RawArticle article) {
    DocumentMeta meta = options_.overrides;
    fill_up(meta, article.given);
    meta.sha256.clear();
    meta.id = clean_id(article.given.id);
    const std::string wanted = meta.id;
    for (std::size_t &copies = ids_[wanted]; copies > 0 && meta.id == wanted;) {
        std::string candidate = wanted + "-" + std::to_string(copies + 1);
        ++copies;
        if (!ids_.contains(candidate)) {
            meta.id = std::move(candidate);
        }
    }
    ++ids_[meta.id];
    if (meta.id != wanted) {
        article.diagnostics.add({Severity::warning,
                                 article.source,
                                 {},
                                 article.line,
                                 "the id '" + wanted + "' is taken, this document is '" + meta.id + "'"});
    }
    article.given = std::move(meta);
    return article;
}

} // namespace gainsay
