#include "extract/proposition/claim_openings.h"

#include "extract/proposition/conditions.h"

#include <algorithm>
#include <string>

namespace gainsay {

namespace {

class OpeningDropper {
  public:
    explicit OpeningDropper(ClaimDraft &draft) : draft_(&draft) {}

    /// Conjunctions and marks in front, "that" and "whether", words that tie the clause to what stood before it.
    void drop_openings() {
        while (draft_->tokens.size() > 1) {
            const TokenIndex first = draft_->tokens.front();
            const bool own = draft_->syntax->head(first) == draft_->top;
            const bool mark = own && (draft_->syntax->is(first, "cc") ||
                                      (draft_->syntax->is(first, "mark") && draft_->syntax->upos(first) != Upos::PART &&
                                       !is_condition(first) && !goes_before_main(first) && !is_compound(first) &&
                                       !draft_->book->english().grammar.has("opposing", draft_->syntax->form(first))));
            // "Now is the time": the adverb is what is spoken of.
            const bool inverted = draft_->syntax->upos(draft_->tokens[1]) == Upos::AUX;
            const bool opener = own && !inverted &&
                                (draft_->syntax->is(first, "advmod") || draft_->syntax->is(first, "discourse")) &&
                                draft_->words->has("opening", draft_->syntax->form(first)) && !is_before_that(first);
            // Where a parser took the opener for a determiner.
            const bool that =
                draft_->book->english().grammar.has("that", draft_->syntax->form(first)) && !is_condition(first) &&
                !opens_subject(first) &&
                (draft_->syntax->upos(first) == Upos::SCONJ || draft_->syntax->upos(draft_->tokens[1]) == Upos::PROPN);
            if (!(mark || opener || that || is_closing_mark(first))) {
                break;
            }
            draft_->tokens.erase(draft_->tokens.begin());
        }
        while (!draft_->tokens.empty() && is_end_mark(draft_->tokens.back())) {
            draft_->tokens.pop_back();
        }
        // "of “selling arms”": a subject goes in front of the verb, and the marks go.
        if (draft_->tokens.size() > 1 && draft_->quotations->is_mark(draft_->tokens.front()) &&
            !draft_->syntax->own_subject(draft_->top) &&
            (draft_->tokens[1] == draft_->top || draft_->syntax->head(draft_->tokens[1]) == draft_->top)) {
            draft_->tokens.erase(draft_->tokens.begin());
        }
    }

  private:
    /// "After he has won, I think …", where the parser took the first clause for the main one.
    bool goes_before_main(TokenIndex mark) const {
        if (draft_->book->english().grammar.has("that", draft_->syntax->form(mark))) {
            return false;
        }
        return std::any_of(draft_->tokens.begin(), draft_->tokens.end(), [this](TokenIndex token) {
            return token > draft_->top && draft_->syntax->own_subject(token) &&
                   !draft_->syntax->is_below(token, draft_->top);
        });
    }

    /// "in case", "as if": half of it means something else.
    bool is_compound(TokenIndex mark) const {
        return draft_->syntax->child(mark, "fixed") && !draft_->words->has("opening", draft_->syntax->form(mark));
    }

    /// "Now that it is over, …"
    bool is_before_that(TokenIndex adverb) const {
        return draft_->syntax->is(adverb, "advmod") && draft_->tokens[1] == adverb + 1 &&
               draft_->syntax->upos(adverb + 1) == Upos::SCONJ &&
               draft_->book->english().grammar.has("that", draft_->syntax->form(adverb + 1));
    }

    bool is_condition(TokenIndex mark) const {
        const bool is_open =
            draft_->attribution->stance == Stance::questions || draft_->attribution->stance == Stance::declines;
        return opens_condition(*draft_->syntax, draft_->book->english(), *draft_->quotations, mark, is_open);
    }

    /// "That they lied is plain": the clause of "that" is what is spoken of.
    bool opens_subject(TokenIndex that) const {
        const std::optional<TokenIndex> verb = draft_->syntax->head(that);
        if (!verb || draft_->syntax->is(*verb, "csubj")) {
            return verb.has_value();
        }
        const bool is_before_top = *verb < draft_->top && draft_->syntax->head(*verb) == draft_->top;
        if (is_before_top && !draft_->syntax->own_subject(draft_->top)) {
            return true;
        }
        // A parser hangs both clauses on the verb of saying.
        return std::any_of(draft_->tokens.begin(), draft_->tokens.end(), [&](TokenIndex token) {
            return token > *verb && draft_->syntax->is(token, "ccomp") && draft_->syntax->is(*verb, "ccomp") &&
                   draft_->syntax->head(token) == draft_->syntax->head(*verb) && draft_->syntax->is_finite(token) &&
                   !draft_->syntax->own_subject(token) && !draft_->syntax->child(token, {"expl", "cc"});
        });
    }

    bool is_closing_mark(TokenIndex token) const {
        const std::string &form = draft_->syntax->form(token);
        return draft_->syntax->upos(token) == Upos::PUNCT && form != "(" && form != "[" && form != "\"" &&
               form != "\u201c" && form != "``" && form != "'" && form != "\u2018";
    }

    bool is_end_mark(TokenIndex token) const {
        const std::string &form = draft_->syntax->form(token);
        return draft_->syntax->upos(token) == Upos::PUNCT && form != ")" && form != "]" && form != "\"" &&
               form != "\u201d" && form != "''" && form != "'" && form != "\u2019" && form != "%" && form != "?";
    }

    ClaimDraft *draft_;
};

} // namespace

void drop_openings(ClaimDraft &draft) {
    OpeningDropper(draft).drop_openings();
}

} // namespace gainsay
