#include "ingest/html/html_attributes.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace gainsay {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The words of a page that are no text: a walk over them by HTML's rules for tokens.
class TagWalk {
  public:
    explicit TagWalk(std::string_view html) : html_(html) {}

    std::size_t most() {
        while ((at_ = html_.find('<', at_)) != std::string_view::npos) {
            if (html_.substr(at_, 4) == "<!--") {
                // "<!-->" is a whole comment.
                skip_behind("-->", at_ + 2);
            } else if (at_ + 1 < html_.size() && is_letter(html_[at_ + 1])) {
                const std::string tag = read_name();
                most_ = std::max(most_, read_attributes());
                skip_raw_text(tag);
            } else {
                ++at_;
            }
        }
        return most_;
    }

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

    std::string_view html_;
    std::size_t at_ = 0;
    std::size_t most_ = 0;
};

} // namespace

std::size_t most_attributes(std::string_view html) {
    return TagWalk(html).most();
}

} // namespace gainsay
