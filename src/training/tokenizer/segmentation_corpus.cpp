#include "segmentation_corpus.h"

#include "base/error.h"
#include "base/utf8.h"
#include "text/conllu.h"

#include <array>
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

GoldText with_single_quotes(const GoldText &gold) {
    const GoldText curled = with_typographic_signs(gold);
    const bool straight = gold.text.size() % 2 == 0;
    return rewritten(curled, [&](std::size_t at, CodePoint point, std::string &out) {
        if (point.value == U'\u201C' || point.value == U'\u201D') {
            append_utf8(out, straight ? U'\'' : (point.value == U'\u201C' ? U'\u2018' : U'\u2019'));
        } else if (straight && (point.value == U'\u2018' || point.value == U'\u2019')) {
            out += '\'';
        } else {
            out.append(curled.text, at, point.length);
        }
    });
}

GoldText with_abbreviations(const GoldText &gold) {
    constexpr std::array<std::string_view, 12> endings = {"U.S.", "Inc.",  "Calif.", "U.N.", "Jr.",  "p.m.",
                                                          "D.C.", "Corp.", "U.K.",   "Fla.", "a.m.", "etc."};
    constexpr std::array<std::string_view, 8> beginnings = {"U.S.", "Gen.",   "U.N.", "Sen.",
                                                            "U.K.", "Calif.", "St.",  "Gov."};
    GoldText result;
    std::size_t copied = 0;
    std::size_t count = 0;
    std::size_t names = 0;
    for (std::size_t i = 0; i < gold.tokens.size(); ++i) {
        GoldToken token = gold.tokens[i];
        result.text.append(gold.text, copied, token.span.begin - copied);
        const std::string_view form(gold.text.data() + token.span.begin, token.span.size());
        const bool before_stop = i + 1 < gold.tokens.size() && gold.tokens[i + 1].ends_sentence &&
                                 gold.text[gold.tokens[i + 1].span.begin] == '.' &&
                                 gold.tokens[i + 1].span.begin == token.span.end && gold.tokens[i + 1].span.size() == 1;
        const bool capitalised = form.front() >= 'A' && form.front() <= 'Z';
        const bool number = form.front() >= '0' && form.front() <= '9';
        const std::size_t begin = result.text.size();
        copied = token.span.end;
        const bool before_name = i + 1 < gold.tokens.size() && !token.ends_sentence && form.size() > 2 && capitalised &&
                                 token.span.end + 1 == gold.tokens[i + 1].span.begin &&
                                 gold.text[gold.tokens[i + 1].span.begin] >= 'A' &&
                                 gold.text[gold.tokens[i + 1].span.begin] <= 'Z';
        constexpr std::size_t name_period = 4;
        const bool replaces_name = before_name && token.words.size() == 1 && ++names % name_period == 0;
        if (replaces_name) {
            result.text += beginnings[(names / name_period) % beginnings.size()];
            token.span = {begin, result.text.size()};
            token.words = {token.span};
        } else if (before_stop && token.words.size() == 1 && (capitalised || number)) {
            constexpr std::size_t hours = 5;
            // "12" becomes "p.m.", a name any of the others.
            result.text += number ? endings[hours] : endings[count++ % endings.size()];
            token.span = {begin, result.text.size()};
            token.words = {token.span};
            token.ends_sentence = true;
            ++i;
            copied = gold.tokens[i].span.end;
        } else {
            result.text += form;
            for (ByteSpan &word : token.words) {
                word = {word.begin - token.span.begin + begin, word.end - token.span.begin + begin};
            }
            token.span = {begin, result.text.size()};
        }
        result.tokens.push_back(std::move(token));
    }
    result.text.append(gold.text, copied);
    return result;
}

GoldText with_quoted_sentences(const GoldText &gold, std::size_t period) {
    constexpr std::size_t longest = 60;
    constexpr std::size_t shortest = 5;
    GoldText result;
    std::size_t count = 0;
    std::size_t copied = 0;
    const auto add_token = [&result](std::string_view form, bool ends_sentence) {
        const std::size_t begin = result.text.size();
        result.text += form;
        GoldToken token;
        token.span = {begin, result.text.size()};
        token.words = {token.span};
        token.ends_sentence = ends_sentence;
        result.tokens.push_back(std::move(token));
    };
    const auto add_quote = [&add_token](bool opens, bool curly, bool ends_sentence) {
        std::string sign = "\"";
        if (curly) {
            sign.clear();
            append_utf8(sign, opens ? U'\u201C' : U'\u201D');
        }
        add_token(sign, ends_sentence);
    };
    for (std::size_t first = 0; first < gold.tokens.size();) {
        std::size_t end = first;
        bool quotable = true;
        do {
            const ByteSpan span = gold.tokens[end].span;
            const char byte = gold.text[span.begin];
            quotable =
                quotable && byte != '"' && byte != '\'' && byte != '`' && static_cast<unsigned char>(byte) < 0x80;
            ++end;
        } while (end < gold.tokens.size() && !gold.tokens[end - 1].ends_sentence);
        const std::string_view last(gold.text.data() + gold.tokens[end - 1].span.begin,
                                    gold.tokens[end - 1].span.size());
        quotable = quotable && end - first >= shortest && end - first <= longest &&
                   (last == "." || last == "?" || last == "!");
        const std::size_t turn = count % period;
        count += quotable ? 1U : 0U;
        // One in a row is followed by its speaker, two by another quote or plain text.
        const bool attributed = quotable && turn == 3;
        quotable = quotable && (turn < 2 || attributed);
        const bool curly = (count / period) % 2 == 1;
        for (std::size_t i = first; i < end; ++i) {
            GoldToken token = gold.tokens[i];
            result.text.append(gold.text, copied, token.span.begin - copied);
            if (i == first && quotable) {
                add_quote(true, curly, false);
            }
            const std::size_t shift = result.text.size() - token.span.begin;
            result.text.append(gold.text, token.span.begin, token.span.size());
            copied = token.span.end;
            token.span = {token.span.begin + shift, token.span.end + shift};
            for (ByteSpan &word : token.words) {
                word = {word.begin + shift, word.end + shift};
            }
            token.ends_sentence = token.ends_sentence && !quotable;
            result.tokens.push_back(std::move(token));
        }
        if (quotable) {
            if (attributed && result.text.back() == '.') {
                result.text.back() = ',';
            }
            add_quote(false, curly, !attributed);
        }
        if (attributed) {
            constexpr std::array<std::string_view, 6> attributions = {
                "he said", "she asked", "Kerry said", "said Kerry", "they said", "Lavrov told reporters"};
            std::istringstream words{std::string(attributions[(count / period) % attributions.size()])};
            for (std::string word; words >> word;) {
                result.text += ' ';
                add_token(word, false);
            }
            add_token(".", true);
        }
        first = end;
    }
    result.text.append(gold.text, copied);
    return result;
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
