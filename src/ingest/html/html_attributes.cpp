#include "ingest/html/html_attributes.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <map>
#include <string>

namespace gainsay {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

template <std::size_t N>
bool is_one_of(std::string_view tag, const std::array<std::string_view, N> &tags) {
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

/// Elements that have no end tag, or that the next of their kind ends, wherever they stand.
bool closes_itself(std::string_view tag) {
    constexpr std::array<std::string_view, 10> tags = {"br", "embed", "hr", "img", "meta",
                                                       "p",  "li",    "dt", "dd",  "body"};
    return is_one_of(tag, tags);
}

/// The same, but not within SVG and MathML, where they may nest.
bool closes_itself_in_html(std::string_view tag) {
    constexpr std::array<std::string_view, 18> tags = {"area",   "base",  "col",   "input",  "link", "param",
                                                       "source", "track", "wbr",   "option", "tr",   "td",
                                                       "th",     "thead", "tbody", "tfoot",  "a",    "html"};
    return is_one_of(tag, tags);
}

/// Elements of SVG among which a parser stays in it; the names are cut off where TagWalk cuts them.
bool is_drawing(std::string_view tag) {
    constexpr std::array<std::string_view, 28> tags = {
        "path",    "use",    "g",          "rect",       "circle",   "ellipse", "line", "polyline", "polygon", "defs",
        "symbol",  "stop",   "lineargrad", "radialgrad", "clippath", "mask",    "text", "tspan",    "image",   "marker",
        "pattern", "filter", "style",      "animate",    "switch",   "view",    "set",  "feoffset"};
    return is_one_of(tag, tags) || tag.substr(0, 2) == "fe";
}

/// The tags of a page: a walk over them by HTML's rules for tokens.
class TagWalk {
  public:
    explicit TagWalk(std::string_view html) : html_(html) {
        while ((at_ = html_.find('<', at_)) != std::string_view::npos) {
            if (html_.substr(at_, 4) == "<!--") {
                // "<!-->" is a whole comment.
                skip_behind("-->", at_ + 2);
            } else if (at_ + 1 < html_.size() && is_letter(html_[at_ + 1])) {
                const std::string tag = read_name();
                most_ = std::max(most_, read_attributes());
                open(tag, at_ > 1 && html_[at_ - 1] == '>' && html_[at_ - 2] == '/');
                if (!may_be_drawing()) {
                    skip_raw_text(tag);
                }
            } else if (html_.substr(at_, 2) == "</" && at_ + 2 < html_.size() && is_letter(html_[at_ + 2])) {
                ++at_;
                close(read_name());
            } else {
                ++at_;
            }
        }
    }

    std::size_t most() const { return most_; }
    std::size_t deepest() const { return deepest_; }

  private:
    void skip_behind(std::string_view end, std::size_t from) {
        const std::size_t found = html_.find(end, from);
        at_ = found == std::string_view::npos ? html_.size() : found + end.size();
    }

    void skip_blanks() {
        while (at_ < html_.size() && is_blank(html_[at_])) {
            ++at_;
        }
    }

    std::string read_name() {
        std::string name;
        for (++at_; at_ < html_.size() && !is_blank(html_[at_]) && html_[at_] != '/' && html_[at_] != '>'; ++at_) {
            constexpr std::size_t longest = 10;
            if (name.size() < longest) {
                name.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(html_[at_]))));
            }
        }
        return name;
    }

    std::size_t read_attributes() {
        std::size_t count = 0;
        while (at_ < html_.size()) {
            if (html_[at_] == '>') {
                ++at_;
                break;
            }
            if (is_blank(html_[at_]) || html_[at_] == '/') {
                ++at_;
                continue;
            }
            ++count;
            read_attribute();
        }
        return count;
    }

    void read_attribute() {
        // A name may begin with "=".
        for (++at_; at_ < html_.size() && !is_blank(html_[at_]) && html_[at_] != '/' && html_[at_] != '>' &&
                    html_[at_] != '=';) {
            ++at_;
        }
        skip_blanks();
        if (at_ == html_.size() || html_[at_] != '=') {
            return;
        }
        ++at_;
        skip_blanks();
        if (at_ < html_.size() && (html_[at_] == '"' || html_[at_] == '\'')) {
            skip_behind(html_.substr(at_, 1), at_ + 1);
            return;
        }
        while (at_ < html_.size() && !is_blank(html_[at_]) && html_[at_] != '>') {
            ++at_;
        }
    }

    /// Behind the start tag of an element that holds no tags: to its end tag.
    void skip_raw_text(std::string_view tag) {
        constexpr std::array<std::string_view, 4> raw = {"script", "style", "textarea", "title"};
        if (std::find(raw.begin(), raw.end(), tag) == raw.end()) {
            return;
        }
        for (; (at_ = html_.find("</", at_)) != std::string_view::npos; at_ += 2) {
            const std::string_view name = html_.substr(at_ + 2, tag.size());
            if (std::equal(name.begin(), name.end(), tag.begin(), tag.end(), [](char a, char b) {
                    return std::tolower(static_cast<unsigned char>(a)) == static_cast<unsigned char>(b);
                })) {
                return;
            }
        }
        at_ = html_.size();
    }

    void open(const std::string &tag, bool ends_at_once) {
        if (tag == "svg" || tag == "math") {
            if (ends_at_once) {
                return;
            }
            drawing_.clear();
            in_drawing_ = true;
        } else if (in_drawing_ && is_drawing(tag)) {
            if (ends_at_once) {
                return;
            }
            ++drawing_[tag];
        } else if (in_drawing_ && (tag == "title" || tag == "desc")) {
            in_drawing_ = false;
            label_ = tag;
        } else {
            // Whatever else stands there may lead out of the drawing, or out of it and back.
            may_return_ = may_return_ || !label_.empty() || tag == "foreignobj" || tag == "annotation";
            in_drawing_ = false;
            label_.clear();
        }
        if (!closes_itself(tag) && (may_be_drawing() || !closes_itself_in_html(tag))) {
            ++open_[tag];
            deepest_ = std::max(deepest_, ++depth_);
        }
    }

    bool may_be_drawing() { return may_return_ || open_["svg"] > 0 || open_["math"] > 0; }

    void close(const std::string &tag) {
        if (in_drawing_) {
            std::size_t &inside = drawing_[tag];
            in_drawing_ = inside > 0;
            inside -= inside > 0 ? 1 : 0;
        } else if (!label_.empty()) {
            in_drawing_ = tag == label_;
            label_.clear();
        }
        const auto found = open_.find(tag);
        if (found != open_.end() && found->second > 0) {
            --found->second;
            --depth_;
        }
    }

    std::string_view html_;
    std::size_t at_ = 0;
    std::size_t most_ = 0;
    /// Elements that stand open, by tag.
    std::map<std::string, std::size_t, std::less<>> open_;
    /// Those of the innermost SVG or MathML, as long as nothing could have ended it.
    std::map<std::string, std::size_t, std::less<>> drawing_;
    bool in_drawing_ = false;
    /// The title or desc of a drawing, which holds HTML, before anything in it.
    std::string label_;
    /// A part of a drawing held HTML: the drawing may go on where its end seems to have been.
    bool may_return_ = false;
    std::size_t depth_ = 0;
    std::size_t deepest_ = 0;
};

} // namespace

std::size_t most_attributes(std::string_view html) {
    return TagWalk(html).most();
}

std::size_t deepest_nesting(std::string_view html) {
    return TagWalk(html).deepest();
}

} // namespace gainsay
