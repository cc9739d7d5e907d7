#include "cli/query/text_layout.h"

#include "base/number.h"
#include "base/utf8.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace gainsay {

namespace {

/// The words of a text: what stands between white space.
std::vector<std::string_view> split_words(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    bool in_word = false;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode_utf8(text, i);
        if (is_space(point.value) == in_word) {
            if (in_word) {
                words.push_back(text.substr(begin, i - begin));
            }
            begin = i;
            in_word = !in_word;
        }
        i += point.length;
    }
    if (in_word) {
        words.push_back(text.substr(begin));
    }
    return words;
}

} // namespace

std::size_t page_width() {
    constexpr std::size_t least = 40;
    constexpr std::size_t most = 120;
    constexpr std::size_t usual = 100;
    winsize size{};
    if (isatty(STDOUT_FILENO) != 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return std::clamp<std::size_t>(size.ws_col, least, most);
    }
    const char *columns = std::getenv("COLUMNS"); // NOLINT(concurrency-mt-unsafe): nothing sets it while a query runs
    const auto number = columns == nullptr ? std::nullopt : parse_integer(columns);
    return number && *number > 0 ? std::max(least, static_cast<std::size_t>(*number)) : usual;
}

std::size_t text_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode_utf8(text, i);
        width += is_mark(point.value) ? 0U : 1U;
        i += point.length;
    }
    return width;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    std::size_t used = 0;
    for (const std::string_view word : split_words(text)) {
        const std::size_t size = text_width(word);
        if (lines.empty() || used + 1 + size > width) {
            lines.emplace_back(word);
            used = size;
        } else {
            lines.back().append(" ").append(word);
            used += 1 + size;
        }
    }
    return lines;
}

std::string paragraph(std::string_view text, std::size_t width, std::size_t first, std::size_t rest) {
    // Blanks are cut, so the first line's other indent stands in for a word.
    const std::size_t deeper = std::max(first, rest);
    std::string result;
    for (const std::string &line : wrap(text, width > deeper ? width - deeper : 1)) {
        result += std::string(result.empty() ? first : rest, ' ') + line + "\n";
    }
    return result;
}

std::string shortened(std::string_view text, std::size_t most) {
    const std::vector<std::string> lines = wrap(text, most > 1 ? most - 1 : 1);
    if (lines.empty()) {
        return {};
    }
    return lines.size() == 1 ? lines.front() : lines.front() + "…";
}

std::string side_by_side(const std::vector<std::string> &left, const std::vector<std::string> &right,
                         std::size_t left_width, std::size_t indent) {
    std::string text;
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
        std::string line(indent, ' ');
        line += i < left.size() ? left[i] : "";
        if (i < right.size() && !right[i].empty()) {
            const std::size_t end = indent + left_width + column_gap;
            line.append(end - std::min(end, text_width(line)), ' ').append(right[i]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

} // namespace gainsay
