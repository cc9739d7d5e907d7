#include "extract/syntax/quotations.h"

#include <algorithm>

namespace gainsay {

namespace {

enum class Mark { none, opening, closing, either };

Mark mark_of(const std::string &form) {
    if (form == "\"") {
        return Mark::either;
    }
    if (form == "\u201c" || form == "``" || form == "\u00ab" || form == "\u201e") {
        return Mark::opening;
    }
    if (form == "\u201d" || form == "''" || form == "\u00bb") {
        return Mark::closing;
    }
    return Mark::none;
}

} // namespace

bool starts_paragraph(const Document &document, std::size_t sentence) {
    if (sentence == 0 || document.sentences[sentence].new_paragraph) {
        return true;
    }
    const std::size_t end = document.sentences[sentence - 1].span.end;
    const std::size_t begin = document.sentences[sentence].span.begin;
    const std::string_view gap = std::string_view(document.text).substr(end, begin > end ? begin - end : 0);
    return std::count(gap.begin(), gap.end(), '\n') > 1;
}

Quotations::Quotations(const Syntax &syntax)
    : posts_(find_signed_posts(syntax)), inside_(syntax.size(), -1), mark_(syntax.size(), 0) {
    const Document &document = syntax.document();
    bool is_open = false;
    TokenIndex open = 0;
    const auto close = [&](TokenIndex end, bool at_paragraph_end) {
        if (is_open && end > open) {
            quotations_.push_back({open, end, at_paragraph_end, false});
        }
        is_open = false;
    };
    for (std::size_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence &sentence = document.sentences[s];
        if (starts_paragraph(document, s) && is_open) {
            close(sentence.first_token, true);
        }
        for (TokenIndex token = sentence.first_token; token < sentence.end_token; ++token) {
            Mark mark = mark_of(syntax.token(token).form);
            if (mark == Mark::none) {
                continue;
            }
            mark_[token] = 1;
            if (mark == Mark::either) {
                mark = is_open ? Mark::closing : Mark::opening;
            }
            if (mark == Mark::closing) {
                close(token, false);
            } else if (!is_open) {
                is_open = true;
                open = token + 1;
            }
        }
    }
    close(static_cast<TokenIndex>(syntax.size()), true);
    add_posts();
    number_tokens();
}

void Quotations::add_posts() {
    for (const SignedPost &post : posts_) {
        std::erase_if(quotations_,
                      [&post](const Quotation &each) { return each.first < post.end && each.end > post.first; });
        quotations_.push_back({post.first, post.end, false, true});
    }
    std::sort(quotations_.begin(), quotations_.end(),
              [](const Quotation &a, const Quotation &b) { return a.first < b.first; });
}

void Quotations::number_tokens() {
    for (std::size_t i = 0; i < quotations_.size(); ++i) {
        std::fill(inside_.begin() + quotations_[i].first, inside_.begin() + quotations_[i].end,
                  static_cast<std::int32_t>(i));
    }
}

} // namespace gainsay
