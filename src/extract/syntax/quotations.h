#pragma once

#include "extract/syntax/signed_posts.h"
#include "extract/syntax/syntax.h"

#include <cstdint>
#include <vector>

namespace gainsay {

/// A stretch between quotation marks, or a signed post, within one paragraph.
struct Quotation {
    /// The tokens inside, without the marks: `[first, end)`.
    TokenIndex first = 0;
    TokenIndex end = 0;
    /// The paragraph ends without a closing mark: the speaker goes on in the next.
    bool is_open = false;
    /// A signed post, which is a text of its own.
    bool is_post = false;

    friend bool operator==(const Quotation &, const Quotation &) = default;
};

/// The double quotations of a document (straight and curly marks, guillemets) and the posts that it embeds, and which
/// token lies in which. A post is one quotation, whatever it quotes.
class Quotations {
  public:
    explicit Quotations(const Syntax &syntax);

    const std::vector<Quotation> &all() const { return quotations_; }
    /// Whether the token lies between marks.
    bool contains(TokenIndex token) const { return inside_[token] >= 0; }
    /// The number of the quotation that the token lies in; negative for none.
    std::int32_t at(TokenIndex token) const { return inside_[token]; }
    /// Those that the quotations of posts come from, in order.
    const std::vector<SignedPost> &posts() const { return posts_; }
    bool is_mark(TokenIndex token) const { return mark_[token] != 0; }

  private:
    void add_posts();
    void number_tokens();

    std::vector<Quotation> quotations_;
    std::vector<SignedPost> posts_;
    std::vector<std::int32_t> inside_;
    std::vector<std::uint8_t> mark_;
};

/// Whether a paragraph starts with this sentence.
bool starts_paragraph(const Document &document, std::size_t sentence);

} // namespace gainsay
