#include "segmentation_corpus.h"

#include "base/error.h"
#include "base/utf8.h"
#include "text/conllu.h"

#include <cstdio>
#include <fstream>
#include <functional>
#include <memory>
#include <sstream>
#include <string_view>

namespace gainsay::training {
namespace {

std::string read_unpacked(const std::filesystem::path &path) {
    if (!std::filesystem::exists(path)) {
        throw InputError(path.string(), "no such file");
    }
    if (path.extension() != ".xz") {
        std::ifstream file(path, std::ios::binary);
        std::ostringstream content;
        content << file.rdbuf();
        return content.str();
    }
    const std::string command = "xz -dc '" + path.string() + "'";
    const std::unique_ptr<FILE, int (*)(FILE *)> pipe(popen(command.c_str(), "r"), pclose);
    std::string content;
    std::string chunk(std::size_t{1} << 16U, '\0');
    while (pipe != nullptr) {
        const std::size_t count = std::fread(chunk.data(), 1, chunk.size(), pipe.get());
        if (count == 0) {
            break;
        }
        content.append(chunk, 0, count);
    }
    return content;
}

GoldText from_document(const Document &document) {
    GoldText gold;
    gold.text = document.text;
    std::size_t multiword = 0;
    for (const Sentence &sentence : document.sentences) {
        for (std::uint32_t i = sentence.first_token; i < sentence.end_token;) {
            while (multiword < document.multiword_tokens.size() &&
                   document.multiword_tokens[multiword].first_token < i) {
                ++multiword;
            }
            GoldToken token;
            if (multiword < document.multiword_tokens.size() && document.multiword_tokens[multiword].first_token == i) {
                const MultiwordToken &range = document.multiword_tokens[multiword];
                token.span = range.span;
                for (; i < range.end_token; ++i) {
                    token.words.push_back(document.tokens[i].span);
                }
            } else {
                token.span = document.tokens[i].span;
                token.words.push_back(token.span);
                ++i;
            }
            gold.tokens.push_back(std::move(token));
        }
        gold.tokens.back().ends_sentence = true;
    }
    return gold;
}

/// Rewrites the text code point by code point; `rewrite` appends what stands in the place of the one at an offset.
GoldText rewritten(const GoldText &gold, const std::function<void(std::size_t, CodePoint, std::string &)> &rewrite) {
    GoldText result;
    std::vector<std::size_t> moved(gold.text.size() + 1);
    for (std::size_t at = 0; at < gold.text.size();) {
        const CodePoint point = decode_utf8(gold.text, at);
        for (std::size_t i = 0; i < point.length; ++i) {
            moved[at + i] = result.text.size();
        }
        rewrite(at, point, result.text);
        at += point.length;
    }
    moved[gold.text.size()] = result.text.size();
    const auto move = [&moved](ByteSpan span) { return ByteSpan{moved[span.begin], moved[span.end]}; };
    result.tokens = gold.tokens;
    for (GoldToken &token : result.tokens) {
        token.span = move(token.span);
        for (ByteSpan &word : token.words) {
            word = move(word);
        }
    }
    return result;
}

bool is_word_byte(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code >= 0x80 || (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
}

} // namespace

std::vector<GoldText> read_gold_texts(const std::filesystem::path &path) {
    std::istringstream stream(read_unpacked(path));
    ConlluReader reader(stream, path.string());
    std::vector<GoldText> texts;
    while (const std::optional<Document> document = reader.read_document()) {
        texts.push_back(from_document(*document));
    }
    return texts;
}

GoldText with_typographic_signs(const GoldText &gold) {
    const std::string &text = gold.text;
    const auto opens = [&text](std::size_t at) {
        const bool blank_before = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n' || text[at - 1] == '(' ||
                                  text[at - 1] == '-' || text[at - 1] == '"';
        return blank_before && at + 1 < text.size() && text[at + 1] != ' ';
    };
    return rewritten(gold, [&](std::size_t at, CodePoint point, std::string &out) {
        switch (point.value) {
        case U'"':
            append_utf8(out, opens(at) ? U'\u201C' : U'\u201D');
            break;
        case U'\'':
        case U'`': {
            const bool elision = at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9';
            append_utf8(out, opens(at) && !elision ? U'\u2018' : U'\u2019');
            break;
        }
        case U'-':
            // A dash between blanks; a double hyphen stays, for want of a rule for its second half.
            if (at > 0 && at + 1 < text.size() && text[at - 1] == ' ' && text[at + 1] == ' ') {
                append_utf8(out, U'\u2013');
                break;
            }
            [[fallthrough]];
        default:
            out.append(text, at, point.length);
        }
    });
}

GoldText without_some_blanks(const GoldText &gold, std::size_t period) {
    std::vector<bool> dropped(gold.text.size() + 1, false);
    std::size_t count = 0;
    for (std::size_t i = 0; i + 1 < gold.tokens.size(); ++i) {
        const std::size_t end = gold.tokens[i].span.end;
        const bool one_blank = gold.tokens[i + 1].span.begin == end + 1 && gold.text[end] == ' ';
        if (gold.tokens[i].ends_sentence && one_blank && !is_word_byte(gold.text[end - 1])) {
            dropped[end] = ++count % period == 0;
        }
    }
    return rewritten(gold, [&](std::size_t at, CodePoint point, std::string &out) {
        if (!dropped[at]) {
            out.append(gold.text, at, point.length);
        }
    });
}

GoldText in_capitals(const GoldText &gold) {
    return rewritten(gold, [&](std::size_t at, CodePoint point, std::string &out) {
        if (point.valid) {
            append_utf8(out, to_upper(point.value));
        } else {
            out.append(gold.text, at, point.length);
        }
    });
}

} // namespace gainsay::training
