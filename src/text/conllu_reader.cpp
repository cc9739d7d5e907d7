#include "base/date.h"
#include "base/error.h"
#include "base/number.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "text/conllu.h"

#include <algorithm>
#include <array>
#include <istream>
#include <limits>
#include <string_view>
#include <utility>

namespace gainsay {

namespace {

constexpr std::size_t column_count = 10;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

using Columns = std::array<std::string_view, column_count>;

std::string_view or_empty(std::string_view column) {
    return column == "_" ? std::string_view() : column;
}

/// The tenth column taken apart.
struct Misc {
    bool space_after = true;
    std::string_view ner;
    std::string rest;
};

Misc parse_misc(std::string_view column) {
    Misc misc;
    column = or_empty(column);
    while (!column.empty()) {
        const std::size_t bar = column.find('|');
        const std::string_view entry = column.substr(0, bar);
        if (entry == "SpaceAfter=No") {
            misc.space_after = false;
        } else if (entry.substr(0, 4) == "NER=") {
            misc.ner = entry.substr(4);
        } else if (!entry.empty()) {
            misc.rest += misc.rest.empty() ? "" : "|";
            misc.rest += entry;
        }
        column = bar == std::string_view::npos ? std::string_view() : column.substr(bar + 1);
    }
    return misc;
}

std::string stem(const std::string &source) {
    const std::size_t slash = source.find_last_of('/');
    const std::string name = slash == std::string::npos ? source : source.substr(slash + 1);
    const std::size_t dot = name.find_last_of('.');
    return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

/// The value of a comment "# key = value"; nothing for other comments.
std::optional<std::string> comment_value(const std::string &line, std::string_view key) {
    std::string_view rest = std::string_view(line).substr(1);
    rest = trim(rest);
    if (rest.substr(0, key.size()) != key) {
        return std::nullopt;
    }
    rest = trim(rest.substr(key.size()));
    if (rest.empty() || rest.front() != '=') {
        return std::nullopt;
    }
    return std::string(trim(rest.substr(1)));
}

/// Whether a comment is `key` alone, or followed by something ("# newdoc", "# newdoc id = x").
bool comment_is(const std::string &line, std::string_view key) {
    const std::string_view rest = trim(std::string_view(line).substr(1));
    return rest.substr(0, key.size()) == key && (rest.size() == key.size() || rest[key.size()] == ' ');
}

std::size_t skip_spaces(std::string_view text, std::size_t offset) {
    while (offset < text.size()) {
        const CodePoint point = decode_utf8(text, offset);
        if (!is_space(point.value)) {
            break;
        }
        offset += point.length;
    }
    return offset;
}

/// Where `form` stands in `text` at or after `offset`, over white space only. Blanks within a form ("New York") match
/// any white space.
std::optional<ByteSpan> match_form(std::string_view text, std::size_t offset, std::string_view form) {
    const std::size_t begin = skip_spaces(text, offset);
    if (text.substr(begin, form.size()) == form) {
        return ByteSpan{begin, begin + form.size()};
    }
    std::size_t at = begin;
    for (std::size_t i = 0; i < form.size();) {
        const std::size_t after = skip_spaces(form, i);
        if (after != i) {
            const std::size_t next = skip_spaces(text, at);
            if (next == at) {
                return std::nullopt;
            }
            at = next;
            i = after;
        } else if (at < text.size() && text[at] == form[i]) {
            ++at;
            ++i;
        } else {
            return std::nullopt;
        }
    }
    return ByteSpan{begin, at};
}

/// Divides a multiword token's bytes among its words where their forms add up to it; else each word gets all of them.
void divide(const MultiwordToken &word, std::vector<Token> &tokens) {
    std::string joined;
    for (std::uint32_t t = word.first_token; t < word.end_token; ++t) {
        joined += tokens[t].form;
    }
    std::size_t at = word.span.begin;
    for (std::uint32_t t = word.first_token; t < word.end_token; ++t) {
        Token &token = tokens[t];
        token.span = joined == word.form ? ByteSpan{at, at + token.form.size()} : word.span;
        at += token.form.size();
        token.space_after = t + 1 == word.end_token && word.space_after;
    }
}

/// Gives all words and multiword tokens of a sentence their spans in `text`; false, with spans half done, where a form
/// is not found at its place or text is left over.
bool lay_on_text(std::string_view text, std::vector<Token> &tokens, std::vector<MultiwordToken> &words) {
    std::size_t at = 0;
    auto word = words.begin();
    for (std::size_t t = 0; t < tokens.size();) {
        const bool multiword = word != words.end() && word->first_token == t;
        const std::optional<ByteSpan> span = match_form(text, at, multiword ? word->form : tokens[t].form);
        if (!span) {
            return false;
        }
        at = span->end;
        // What the text shows wins over SpaceAfter, which is believed for the last word alone.
        const bool last = at == text.size();
        const bool space = skip_spaces(text, at) != at;
        if (multiword) {
            word->span = *span;
            word->space_after = last ? word->space_after : space;
            divide(*word, tokens);
            t = word->end_token;
            ++word;
        } else {
            tokens[t].span = *span;
            tokens[t].space_after = last ? tokens[t].space_after : space;
            ++t;
        }
    }
    return skip_spaces(text, at) == text.size();
}

/// Nothing for a tree under one root.
std::optional<std::string> why_no_tree(const std::vector<Token> &tokens) {
    std::size_t roots = 0;
    // From which word each word was first come to on the way up.
    std::vector<std::size_t> seen_from(tokens.size(), tokens.size());
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        if (tokens[t].head == Token::unset_head) {
            return "no head of word " + std::to_string(t + 1);
        }
        roots += tokens[t].head < 0 ? 1U : 0U;
        for (auto up = static_cast<std::int32_t>(t); up >= 0; up = tokens[static_cast<std::size_t>(up)].head) {
            std::size_t &from = seen_from[static_cast<std::size_t>(up)];
            if (from == t) {
                return "a cycle above word " + std::to_string(t + 1);
            }
            if (from != tokens.size()) {
                break;
            }
            from = t;
        }
    }
    return roots == 1 ? std::nullopt : std::optional(std::to_string(roots) + " roots");
}

std::string text_of_forms(const std::vector<Token> &tokens, const std::vector<MultiwordToken> &words) {
    std::string text;
    bool space = false;
    auto word = words.begin();
    for (std::size_t t = 0; t < tokens.size();) {
        text += space ? " " : "";
        if (word != words.end() && word->first_token == t) {
            text += word->form;
            space = word->space_after;
            t = word->end_token;
            ++word;
        } else {
            text += tokens[t].form;
            space = tokens[t].space_after;
            ++t;
        }
    }
    return text;
}

} // namespace

/// One sentence as it stands in the file, before it is laid on a text.
struct ConlluReader::Block {
    std::optional<std::string> new_document;
    bool starts_document = false;
    bool new_paragraph = false;
    std::string id;
    std::optional<std::string> text;
    std::vector<std::string> comments;
    std::vector<std::pair<std::string, std::string>> meta;
    std::vector<Token> tokens;
    std::vector<std::string> ner;
    /// Indices within the sentence.
    std::vector<MultiwordToken> multiword_tokens;
};

ConlluReader::ConlluReader(std::istream &input, std::string source, ConlluTrees trees)
    : input_(&input), source_(std::move(source)), trees_(trees) {}

ConlluReader::~ConlluReader() = default;
ConlluReader::ConlluReader(ConlluReader &&) noexcept = default;
ConlluReader &ConlluReader::operator=(ConlluReader &&) noexcept = default;

void ConlluReader::fail(const std::string &expected, const std::string &found) const {
    throw InputError(source_ + ":" + std::to_string(line_), expected, found);
}

void ConlluReader::warn(const std::string &message) {
    diagnostics_.add({Severity::warning, source_, {}, line_, message});
}

bool ConlluReader::next_line(std::string &line) {
    if (pending_line_) {
        line = *std::exchange(pending_line_, std::nullopt);
        return true;
    }
    if (!std::getline(*input_, line)) {
        if (input_->bad()) {
            input_->clear(std::ios::failbit | std::ios::eofbit); // said once, then it is the end
            throw InputError(source_, "cannot read on after line " + std::to_string(line_));
        }
        return false;
    }
    ++line_;
    if (!line.empty() && line.back() == '\r') {
        line.pop_back();
    }
    if (line_ == 1 && std::string_view(line).substr(0, byte_order_mark.size()) == byte_order_mark) {
        line.erase(0, byte_order_mark.size());
    }
    if (const std::optional<std::size_t> bad = find_invalid_utf8(line)) {
        fail("UTF-8", "a byte that is not, at column " + std::to_string(*bad + 1));
    }
    if (const std::size_t nul = line.find('\0'); nul != std::string::npos) {
        fail("text", "a NUL byte at column " + std::to_string(nul + 1));
    }
    return true;
}

void ConlluReader::read_comment(const std::string &line, Block &block) {
    if (comment_is(line, "newdoc")) {
        block.starts_document = true;
        at_document_start_ = true;
        block.new_paragraph = true;
        block.new_document = comment_value(line, "newdoc id");
    } else if (comment_is(line, "newpar")) {
        block.new_paragraph = true;
    } else if (std::optional<std::string> id = comment_value(line, "sent_id")) {
        block.id = std::move(*id);
    } else if (std::optional<std::string> text = comment_value(line, "text")) {
        block.text = std::move(*text);
    } else {
        for (const std::string_view key : {"title", "outlet", "author", "published", "url"}) {
            if (std::optional<std::string> value = comment_value(line, "meta::" + std::string(key))) {
                block.meta.emplace_back(key, std::move(*value));
                return;
            }
        }
        block.comments.emplace_back(trim(std::string_view(line).substr(1)));
    }
}

void ConlluReader::read_word(const std::string &line, Block &block) {
    Columns columns;
    std::string_view rest = line;
    std::size_t count = 0;
    for (;;) {
        const std::size_t tab = rest.find('\t');
        if (count < column_count) {
            columns.at(count) = rest.substr(0, tab);
        }
        ++count;
        if (tab == std::string_view::npos) {
            break;
        }
        rest = rest.substr(tab + 1);
    }
    if (count != column_count) {
        fail("10 columns divided by tabs", std::to_string(count));
    }
    const std::string_view id = columns[0];
    if (columns[1].empty()) {
        fail("a form in column 2", "nothing");
    }
    if (id.find('.') != std::string_view::npos) {
        return; // An empty node of the enhanced graph: no word of the text.
    }
    const Misc misc = parse_misc(columns[9]);
    const std::size_t dash = id.find('-');
    if (dash != std::string_view::npos) {
        const std::optional<std::int64_t> first = parse_integer(id.substr(0, dash));
        const std::optional<std::int64_t> last = parse_integer(id.substr(dash + 1));
        if (!first || !last || *first != static_cast<std::int64_t>(block.tokens.size()) + 1 || *last < *first ||
            *last > std::numeric_limits<std::int32_t>::max()) {
            fail("a range of words that starts at " + std::to_string(block.tokens.size() + 1),
                 "'" + std::string(id) + "'");
        }
        if (!block.multiword_tokens.empty() && block.multiword_tokens.back().end_token >= *first) {
            fail("ranges of words that do not overlap", "'" + std::string(id) + "'");
        }
        MultiwordToken word;
        word.first_token = static_cast<std::uint32_t>(*first - 1);
        word.end_token = static_cast<std::uint32_t>(*last);
        word.form = columns[1];
        word.space_after = misc.space_after;
        word.misc = misc.rest;
        block.multiword_tokens.push_back(std::move(word));
        return;
    }
    const std::optional<std::int64_t> number = parse_integer(id);
    if (!number || *number != static_cast<std::int64_t>(block.tokens.size()) + 1) {
        fail("word number " + std::to_string(block.tokens.size() + 1), "'" + std::string(id) + "'");
    }
    Token token;
    token.form = columns[1];
    token.lemma = columns[2] == "_" && columns[1] != "_" ? std::string_view() : columns[2];
    const std::optional<Upos> upos = parse_upos(columns[3]);
    if (!upos) {
        warn("'" + std::string(columns[3]) + "' is no universal part of speech; taken as none");
    }
    token.upos = upos.value_or(Upos::none);
    token.xpos = or_empty(columns[4]);
    token.feats = or_empty(columns[5]);
    if (columns[6] != "_") {
        const std::optional<std::int64_t> head = parse_integer(columns[6]);
        if (!head || *head < 0 || *head > std::numeric_limits<std::int32_t>::max()) {
            fail("the number of a head or 0 in column 7", "'" + std::string(columns[6]) + "'");
        }
        token.head = static_cast<std::int32_t>(*head) - 1;
    }
    token.deprel = or_empty(columns[7]);
    token.deps = or_empty(columns[8]);
    token.misc = misc.rest;
    token.space_after = misc.space_after;
    block.tokens.push_back(std::move(token));
    block.ner.emplace_back(misc.ner);
}

std::unique_ptr<ConlluReader::Block> ConlluReader::read_block() {
    auto result = std::make_unique<Block>();
    Block &block = *result;
    bool anything = false;
    at_document_start_ = false;
    std::string line;
    while (next_line(line)) {
        if (trim(line).empty()) {
            if (!block.tokens.empty()) {
                break;
            }
            continue; // Comments that stand alone belong to the sentence that follows.
        }
        anything = true;
        if (line.front() == '#') {
            read_comment(line, block);
        } else {
            read_word(line, block);
        }
    }
    if (block.tokens.empty()) {
        if (anything) {
            warn("comments without a sentence at the end");
        }
        return nullptr;
    }
    check_words(block);
    return result;
}

void ConlluReader::check_words(const Block &block) const {
    const auto size = static_cast<std::int32_t>(block.tokens.size());
    for (const Token &token : block.tokens) {
        if (token.head >= size) {
            fail("heads up to " + std::to_string(size) + " in the sentence before this line",
                 std::to_string(token.head + 1));
        }
    }
    if (!block.multiword_tokens.empty() && block.multiword_tokens.back().end_token > block.tokens.size()) {
        fail("words up to " + std::to_string(block.multiword_tokens.back().end_token) + " of a multiword token",
             "a sentence of " + std::to_string(size));
    }
    if (trees_ == ConlluTrees::required) {
        if (const std::optional<std::string> wrong = why_no_tree(block.tokens)) {
            fail("a tree of all words of the sentence before this line", *wrong);
        }
    }
}

void ConlluReader::skip_document() {
    std::string line;
    while (std::getline(*input_, line)) {
        ++line_;
        if (line.starts_with('#') && comment_is(line, "newdoc") && !find_invalid_utf8(line)) {
            if (line.back() == '\r') {
                line.pop_back();
            }
            pending_line_ = std::move(line);
            return;
        }
    }
}

std::string ConlluReader::default_id() {
    ++unnamed_documents_;
    const std::string base = stem(source_);
    return unnamed_documents_ == 1 ? base : base + "-" + std::to_string(unnamed_documents_);
}

std::unique_ptr<ConlluReader::Block> ConlluReader::take_block() {
    return pending_ ? std::move(pending_) : read_block();
}

void ConlluReader::start_document(const Block &block, Document &document) {
    document.meta.id = block.new_document && !block.new_document->empty() ? *block.new_document : default_id();
    for (const auto &[key, value] : block.meta) {
        if (key == "published" && !parse_date(value)) {
            warn("meta::published: expected an ISO 8601 date, found '" + value + "'; left out");
            continue;
        }
        std::optional<std::string> &field = key == "title"       ? document.meta.title
                                            : key == "outlet"    ? document.meta.outlet
                                            : key == "author"    ? document.meta.author
                                            : key == "published" ? document.meta.published
                                                                 : document.meta.url;
        field = value;
    }
}

void ConlluReader::add_names(const Block &block, Document &document) {
    const std::size_t first_token = document.tokens.size() - block.ner.size();
    bool inside = false;
    for (std::size_t i = 0; i < block.ner.size(); ++i) {
        const std::string_view label = block.ner[i];
        if (label.empty() || label == "O") {
            inside = false;
            continue;
        }
        const bool begins = label.substr(0, 2) == "B-";
        const std::optional<NameType> type =
            begins || label.substr(0, 2) == "I-" ? parse_name_type(label.substr(2)) : std::nullopt;
        if (!type) {
            warn("NER=" + std::string(label) + " is no BIO label of a known type; left out");
            inside = false;
            continue;
        }
        const auto at = static_cast<std::uint32_t>(first_token + i);
        if (!begins && inside && document.names.back().type == *type) {
            ++document.names.back().end_token;
        } else {
            document.names.push_back({at, at + 1, *type});
        }
        inside = true;
    }
}

void ConlluReader::append(Block &block, Document &document) {
    std::string &text = document.text;
    if (!text.empty()) {
        if (block.new_paragraph) {
            text += "\n\n";
        } else if (document.tokens.back().space_after) {
            text += ' ';
        }
    }
    const std::size_t base = text.size();
    if (!block.text || !lay_on_text(*block.text, block.tokens, block.multiword_tokens)) {
        if (block.text) {
            warn("the words of the sentence that ends here do not add up to its '# text'; its text is made from them");
        }
        block.text = text_of_forms(block.tokens, block.multiword_tokens);
        lay_on_text(*block.text, block.tokens, block.multiword_tokens);
    }
    text += *block.text;

    const auto first_token = static_cast<std::uint32_t>(document.tokens.size());
    Sentence sentence;
    sentence.span = {base, text.size()};
    sentence.first_token = first_token;
    sentence.end_token = first_token + static_cast<std::uint32_t>(block.tokens.size());
    sentence.id = std::move(block.id);
    sentence.new_paragraph = block.new_paragraph;
    sentence.comments = std::move(block.comments);
    document.sentences.push_back(std::move(sentence));
    for (Token &token : block.tokens) {
        token.span = {token.span.begin + base, token.span.end + base};
        document.tokens.push_back(std::move(token));
    }
    for (MultiwordToken &word : block.multiword_tokens) {
        word.span = {word.span.begin + base, word.span.end + base};
        word.first_token += first_token;
        word.end_token += first_token;
        document.multiword_tokens.push_back(std::move(word));
    }
    add_names(block, document);
}

std::optional<Document> ConlluReader::read_document() {
    Document document;
    try {
        if (pending_error_) {
            std::rethrow_exception(std::exchange(pending_error_, nullptr));
        }
        std::unique_ptr<Block> block = take_block();
        if (!block) {
            return std::nullopt;
        }
        start_document(*block, document);
        do {
            append(*block, document);
            at_document_start_ = false;
            block = read_block();
        } while (block && !block->starts_document);
        pending_ = std::move(block);
    } catch (const InputError &) {
        if (document.sentences.empty() || !at_document_start_) {
            skip_document();
            throw;
        }
        // It is the next document that cannot be read.
        pending_error_ = std::current_exception();
    }
    document.meta.sha256 = sha256_hex(document.text);
    return document;
}

std::optional<Document> ConlluReader::read_sentence() {
    const std::unique_ptr<Block> block = take_block();
    if (!block) {
        return std::nullopt;
    }
    Document document;
    if (block->starts_document || meta_.id.empty()) {
        start_document(*block, document);
        meta_ = document.meta;
    } else {
        document.meta = meta_;
    }
    append(*block, document);
    document.meta.sha256 = sha256_hex(document.text);
    return document;
}

} // namespace gainsay
