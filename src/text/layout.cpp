#include "text/layout.h"

#include "text/text_line.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>

namespace gainsay {
namespace {

/// Text is hardly ever wrapped to fewer columns than this.
constexpr std::size_t narrowest_wrap = 24;

/// Whether the sentence clearly runs on from `line` to `next`.
bool runs_on(const TextLine &line, const TextLine &next) {
    return !next.after_gap && !line.ends_in_stop && next.mark == LineMark::none && !line.is_heading &&
           (next.start == LineStart::lower || line.ends_open);
}

/// Width of `line` had it taken the first word of `next` too.
std::size_t width_with_next(const TextLine &line, const TextLine &next) {
    return line.width + 1 + next.first_word_width;
}

/// Where breaks are that a wrap at width w explains: w from `least` on, and below `end`.
struct WidthRange {
    std::size_t least = 0;
    std::size_t end = 0;
};

/// The column to which the lines are wrapped, judged by the breaks within which a sentence clearly runs on: the width
/// that explains most of them. Nothing if there are fewer than `fewest` such breaks, or if most of them have other
/// reasons.
std::optional<std::size_t> wrap_width(std::span<const TextLine> lines, std::size_t fewest) {
    std::vector<WidthRange> ranges;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (runs_on(lines[i], lines[i + 1])) {
            ranges.push_back({lines[i].width, width_with_next(lines[i], lines[i + 1])});
        }
    }
    if (ranges.size() < std::max<std::size_t>(fewest, 1)) {
        return std::nullopt;
    }
    struct Edge {
        std::size_t width = 0;
        int change = 0;
    };
    std::vector<Edge> edges;
    for (const WidthRange &range : ranges) {
        edges.push_back({range.least, 1});
        edges.push_back({range.end, -1});
    }
    std::sort(edges.begin(), edges.end(), [](const Edge &a, const Edge &b) {
        return a.width != b.width ? a.width < b.width : a.change < b.change;
    });
    int explained = 0;
    int most = 0;
    std::size_t best_edge = 0;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        explained += edges[i].change;
        if (explained > most) {
            most = explained;
            best_edge = i;
        }
    }
    WidthRange best{edges[best_edge].width, edges[best_edge].width + 1};
    for (std::size_t next = best_edge + 1; next < edges.size(); ++next) {
        if (edges[next].change < 0) {
            best.end = edges[next].width;
            break;
        }
    }
    if (static_cast<std::size_t>(most) * 2 < ranges.size() + 1 || best.least < narrowest_wrap) {
        return std::nullopt;
    }
    std::size_t width = best.least;
    for (const TextLine &line : lines) {
        if (line.width > width && line.width < best.end && !line.single_word) {
            width = line.width;
        }
    }
    return width;
}

/// Whether wrapping at `width` is the reason for at least half of the breaks within which a sentence clearly runs on.
bool explains(std::size_t width, std::span<const TextLine> lines) {
    std::size_t breaks = 0;
    std::size_t explained = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (runs_on(lines[i], lines[i + 1])) {
            ++breaks;
            explained += lines[i].width <= width && width < width_with_next(lines[i], lines[i + 1]) ? 1U : 0U;
        }
    }
    return explained * 2 >= breaks;
}

/// Decides about the line breaks of one text, from top to bottom.
class BreakJudge {
  public:
    BreakJudge(std::string_view text, std::span<const TextLine> lines)
        : text_(text), lines_(lines), text_width_(wrap_width(lines, 1)) {}

    /// Whether line `i + 1`, with no gap before it, continues the block of line `i`. `continued` says whether line `i`
    /// itself continues one, `width` is that to which the lines around are wrapped.
    bool is_soft(std::size_t i, bool continued, std::optional<std::size_t> width) const {
        const TextLine &line = lines_[i];
        const TextLine &next = lines_[i + 1];
        if (next.mark == LineMark::certain || same_text(line, next)) {
            return false;
        }
        if (!width) {
            return !line.is_heading && next.mark == LineMark::none && !line.ends_in_stop &&
                   (line.ends_open || (next.start == LineStart::lower && line.width >= narrowest_wrap));
        }
        const bool overlong = line.width > *width && !line.single_word;
        // Some writers set two blanks after a full stop.
        const bool would_fit = width_with_next(line, next) + (line.ends_in_stop ? 1U : 0U) <= *width;
        if (next.mark == LineMark::possible) {
            return !overlong && !would_fit && !line.ends_in_stop;
        }
        if (line.is_heading) {
            return !overlong && !would_fit;
        }
        if (overlong) {
            return runs_on(line, next);
        }
        if (!would_fit) {
            // A paragraph that is set in begins here.
            return !(line.ends_in_stop && next.indent > line.indent + 1);
        }
        if (line.ends_in_stop) {
            return false;
        }
        const std::size_t room = *width - width_with_next(line, next);
        if (next.start == LineStart::lower || line.ends_open) {
            return continued || line.width * 3 >= *width;
        }
        // Within a wrapped paragraph a line without a full stop goes on even if a word more would have fitted: other
        // programs count columns otherwise than we do (bytes, entities, marks that were taken out).
        return continued && next.start == LineStart::upper && room * 3 <= *width;
    }

    /// The wrapping of the lines `[first, end)`, which no gap divides: that of the whole text if it explains them, else
    /// their own.
    std::optional<std::size_t> width_of(std::size_t first, std::size_t end) const {
        constexpr std::size_t convincing = 2;
        const std::span<const TextLine> lines = lines_.subspan(first, end - first);
        if (text_width_ && explains(*text_width_, lines)) {
            return text_width_;
        }
        const auto own = wrap_width(lines, convincing);
        return own ? own : text_width_;
    }

  private:
    bool same_text(const TextLine &a, const TextLine &b) const {
        return text_.substr(a.span.begin, a.span.size()) == text_.substr(b.span.begin, b.span.size());
    }

    std::string_view text_;
    std::span<const TextLine> lines_;
    std::optional<std::size_t> text_width_;
};

} // namespace

std::vector<Block> find_blocks(std::string_view text) {
    const std::vector<TextLine> lines = find_lines(text);
    const BreakJudge judge(text, lines);
    std::vector<Block> blocks;
    for (std::size_t first = 0; first < lines.size();) {
        std::size_t end = first + 1;
        while (end < lines.size() && !lines[end].after_gap) {
            ++end;
        }
        const std::optional<std::size_t> width = end - first > 1 ? judge.width_of(first, end) : std::nullopt;
        bool continued = false;
        for (std::size_t i = first; i < end; ++i) {
            if (continued) {
                blocks.back().span.end = lines[i].span.end;
            } else {
                blocks.push_back({lines[i].span});
            }
            continued = i + 1 < end && judge.is_soft(i, continued, width);
        }
        first = end;
    }
    return blocks;
}

} // namespace gainsay
