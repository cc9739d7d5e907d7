#include "extract/syntax/signed_posts.h"

#include "extract/syntax/quotations.h"

#include <algorithm>
#include <string_view>

namespace gainsay {

namespace {

bool is_dash(std::string_view form) {
    return form == "\u2014" || form == "\u2013" || form == "\u2015" || form == "--" || form == "-";
}

bool is_ellipsis(std::string_view form) {
    return form.starts_with("\u2026") || form.starts_with("..");
}

bool is_link(std::string_view form) {
    return form.starts_with("http://") || form.starts_with("https://") || form.starts_with("pic.twitter.com/");
}

class PostFinder {
  public:
    explicit PostFinder(const Syntax &syntax) : syntax_(&syntax) {}

    std::vector<SignedPost> run() const {
        std::vector<SignedPost> all;
        const Document &document = syntax_->document();
        TokenIndex begin = 0;
        for (std::size_t s = 0; s < document.sentences.size(); ++s) {
            const Sentence &sentence = document.sentences[s];
            if (starts_paragraph(document, s)) {
                begin = sentence.first_token;
            }
            for (TokenIndex token = sentence.first_token; token < sentence.end_token; ++token) {
                SignedPost post;
                if (!is_handle(token) || !read_name(begin, token, post)) {
                    continue;
                }
                post.first = begin;
                trim(post);
                begin = token + 2;
                if (post.first < post.end && !quotes_another(post)) {
                    all.push_back(post);
                }
            }
        }
        return all;
    }

  private:
    const std::string &form(TokenIndex token) const { return syntax_->form(token); }

    /// "(@annlee)"
    bool is_handle(TokenIndex token) const {
        return form(token).size() > 1 && form(token).front() == '@' && token > 0 && form(token - 1) == "(" &&
               token + 1 < syntax_->size() && form(token + 1) == ")";
    }

    /// A few words between a dash and the handle.
    bool read_name(TokenIndex begin, TokenIndex handle, SignedPost &post) const {
        constexpr TokenIndex most_words = 8;
        post.handle = handle;
        post.name_end = handle - 1;
        for (TokenIndex at = post.name_end; at > begin && post.name_end - at <= most_words; --at) {
            // "Ann Lee-Cox"
            const bool is_hyphen =
                at > begin + 1 && !syntax_->token(at - 2).space_after && !syntax_->token(at - 1).space_after;
            if (is_dash(form(at - 1)) && !is_hyphen) {
                post.name = at;
                post.end = at - 1;
                return post.name < post.name_end;
            }
        }
        return false;
    }

    bool ends_sentence(TokenIndex token) const {
        const std::string &mark = form(token);
        return mark == "." || mark == "!" || mark == "?" || mark == "\u201d" || mark == "\"" || mark == "\u2026" ||
               mark == "...";
    }

    /// "Ann Lee: “I will not resign”": another's words.
    bool quotes_another(const SignedPost &post) const {
        for (TokenIndex token = post.first; token + 1 < post.end; ++token) {
            if (form(token) == ":" && (form(token + 1) == "\u201c" || form(token + 1) == "\"")) {
                return true;
            }
        }
        return false;
    }

    /// "1b." and "5)" number the posts of a thread.
    TokenIndex behind_part_number(const SignedPost &post) const {
        constexpr TokenIndex most_tokens = 3;
        if (post.first == post.end || form(post.first).front() < '0' || form(post.first).front() > '9') {
            return post.first;
        }
        TokenIndex last = post.first;
        while (last + 1 < post.end && !syntax_->token(last).space_after && last + 1 < post.first + most_tokens) {
            ++last;
        }
        const char mark = form(last).back();
        return (mark == '.' || mark == ')') && last + 1 < post.end ? last + 1 : post.first;
    }

    /// "Skip Twitter post by @annlee" leads to it. Whom it answers stands in front, links and tags behind.
    void trim(SignedPost &post) const {
        constexpr TokenIndex most_leading = 6;
        for (TokenIndex token = post.first; token < post.end && token < post.first + most_leading; ++token) {
            if (form(token) == form(post.handle)) {
                post.first = token + 1;
            }
        }
        while (post.first < post.end && (form(post.first).front() == '@' || is_link(form(post.first)))) {
            ++post.first;
        }
        post.first = behind_part_number(post);
        // The end of a sentence that an earlier post began.
        if (post.first < post.end && is_ellipsis(form(post.first))) {
            const TokenIndex behind = syntax_->sentence(syntax_->sentence_of(post.first)).end_token;
            post.first = std::min(behind, post.end);
        }
        // What is posted again is another's.
        for (TokenIndex token = post.first; token < post.end; ++token) {
            if (syntax_->token(token).form == "RT") {
                post.end = token;
            }
        }
        while (post.first < post.end && is_link(form(post.end - 1))) {
            --post.end;
        }
        TokenIndex end = post.end;
        while (post.first < end && form(end - 1).front() == '#') {
            --end;
        }
        if (end > post.first && ends_sentence(end - 1)) {
            post.end = end;
        }
    }

    const Syntax *syntax_;
};

} // namespace

std::vector<SignedPost> find_signed_posts(const Syntax &syntax) {
    return PostFinder(syntax).run();
}

} // namespace gainsay
