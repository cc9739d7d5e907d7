#pragma once

#include "extract/proposition/content_parts.h"

#include <set>
#include <vector>

namespace gainsay {

/// What holds two neighbouring parts of a content together: one of them says nothing without the other. Looks at the
/// finished book, the quotations, the attribution and its content, which must all outlive it; the content may lose
/// tokens between two questions.
class PartBonds {
  public:
    PartBonds(const EntityBook &book, const Quotations &quotations, const FoundAttribution &attribution,
              const std::set<TokenIndex> &content)
        : book_(&book), syntax_(&book.syntax()), quotations_(&quotations), attribution_(&attribution),
          content_(&content) {}

    /// Whether two parts that follow each other in the text, both with tokens, cannot be read apart.
    bool belong_together(const ContentPart &first, const ContentPart &second) const;

    /// An adverbial or relative clause with the word that opens it: it says nothing alone.
    bool hangs_on_other(const ContentPart &part) const;

  private:
    /// Whether two clauses of one sentence say something each: both are whole, and in a quotation "and", "but" or a
    /// semicolon stands between them and the second is of its own subject. "It’s late, we’re tired" and "They ran, and
    /// that saved them" are printed as they were said.
    bool may_be_parted(const ContentPart &first, const ContentPart &second) const;

    /// A finite clause with a subject of its own that is nobody's circumstance.
    bool is_whole_clause(TokenIndex top) const;

    bool has_subject(TokenIndex top) const;

    /// Beyond that the two are too much for one label.
    bool is_short(const ContentPart &first, const ContentPart &second) const;

    /// "that", "they", "those scores": words of the second are of what the first tells.
    bool points_back(const ContentPart &first, const ContentPart &second) const;

    /// "When a man lies, and lies again, I think that is bad", where the parser took the first clause for the main one.
    bool is_main_behind(const ContentPart &first, const ContentPart &second) const;

    /// "“When it comes to ships,” he said, “that is for others”": a comma, the speaker, and a small letter.
    bool goes_on_behind_speaker(const ContentPart &first, const ContentPart &second) const;

    /// "“did not establish” (that …)": the clause behind the quoted words is what they are about.
    bool goes_on_with_that(const ContentPart &first, const ContentPart &second) const;

    /// "Of the 800 people flown out, one is ill", "The committee has, for too long, had a bad name", of which a parser
    /// made two clauses: one of them has no subject, and no conjunction stands between.
    bool is_broken_clause(const ContentPart &first, const ContentPart &second) const;

    /// "… and is likely to fail": what it is said of stands in the part before and nowhere else.
    bool lacks_subject(const ContentPart &part) const;

    /// "Our hearts go out to families. The families in Oslo.": a sentence without a verb goes on with the one before it
    /// in the same quotation.
    bool is_continued(const ContentPart &first, const ContentPart &second) const;

    /// A mark, a conjunction, or words that are not said ("he added") between the last token of a part and the first of
    /// the next.
    bool is_border(TokenIndex last, TokenIndex next) const;

    /// "…, where" and "… because" ask for what follows.
    bool leaves_open(TokenIndex last) const;

    /// "when you have a president who says ‘I could do it’; when …": marks that opened in these tokens are not closed.
    bool is_within_inner_quotation(const std::vector<TokenIndex> &tokens, TokenIndex next) const;

    const EntityBook *book_;
    const Syntax *syntax_;
    const Quotations *quotations_;
    const FoundAttribution *attribution_;
    const std::set<TokenIndex> *content_;
};

} // namespace gainsay
