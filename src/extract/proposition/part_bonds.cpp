#include "extract/proposition/part_bonds.h"

#include "extract/attribution/source_phrase.h"
#include "extract/proposition/conditions.h"

#include <algorithm>

namespace gainsay {

bool PartBonds::belong_together(const ContentPart &first, const ContentPart &second) const {
    if (is_continued(first, second)) {
        return true;
    }
    if (!first.top && !second.top) {
        return false;
    }
    if (syntax_->sentence_of(first.tokens.front()) != syntax_->sentence_of(second.tokens.front())) {
        return false;
    }
    // "Of the 800 people, one is ill", "…, but rather to fight": words without a verb say nothing alone.
    const bool is_loose =
        (!first.top || !second.top) && quotations_->at(first.tokens.back()) == quotations_->at(second.tokens.front());
    return is_loose || is_broken_clause(first, second) || goes_on_with_that(first, second) ||
           first.tokens.back() > second.tokens.front() || !is_border(first.tokens.back(), second.tokens.front()) ||
           is_within_inner_quotation(first.tokens, second.tokens.front()) || hangs_on_other(first) ||
           hangs_on_other(second) || lacks_subject(second) || is_main_behind(first, second) ||
           !may_be_parted(first, second);
}

bool PartBonds::may_be_parted(const ContentPart &first, const ContentPart &second) const {
    if (!first.top || !second.top) {
        return true;
    }
    const TokenIndex last = first.tokens.back();
    const TokenIndex next = second.tokens.front();
    bool is_linked = false;
    bool concedes = false;
    for (TokenIndex token = last + 1; token <= next; ++token) {
        // "…,” he said, “…"
        if (!content_->contains(token) && syntax_->upos(token) != Upos::PUNCT) {
            return !goes_on_behind_speaker(first, second);
        }
        is_linked = is_linked || syntax_->upos(token) == Upos::CCONJ || syntax_->form(token) == ";";
        // "“We had our disagreements, but he is an honest man”": the first alone says the opposite.
        concedes = concedes || book_->english().statement.has("contrast", syntax_->form(token));
    }
    // "While the sea is high, the ferry stays", of which a parser made two contents.
    const auto is_led_in = [this](const ContentPart &part) {
        const Upos tag = syntax_->upos(part.tokens.front());
        return tag == Upos::ADP || tag == Upos::SCONJ;
    };
    const bool are_both_contents = syntax_->is(*first.top, "ccomp") && syntax_->is(*second.top, "ccomp") &&
                                   (is_led_in(first) || is_led_in(second));
    return is_whole_clause(*first.top) && is_whole_clause(*second.top) && (is_linked || !are_both_contents) &&
           (!quotations_->contains(next) ||
            (is_linked && !points_back(first, second) && !(concedes && is_short(first, second))));
}

bool PartBonds::goes_on_behind_speaker(const ContentPart &first, const ContentPart &second) const {
    const TokenIndex last = first.tokens.back();
    const TokenIndex next = second.tokens.front();
    const std::string text = syntax_->text_of(syntax_->token(next).span);
    const bool is_open = last + 1 < syntax_->size() && syntax_->form(last + 1) == ",";
    return is_open && quotations_->contains(last) && quotations_->contains(next) && !text.empty() && text[0] >= 'a' &&
           text[0] <= 'z' && is_short(first, second);
}

bool PartBonds::goes_on_with_that(const ContentPart &first, const ContentPart &second) const {
    bool found = false;
    for (TokenIndex token = first.tokens.back() + 1; token <= second.tokens.front(); ++token) {
        const bool opens = syntax_->upos(token) == Upos::SCONJ && syntax_->is(token, "mark") &&
                           book_->english().grammar.has("that", syntax_->form(token));
        if (opens) {
            found = true;
        } else if (token < second.tokens.front() && !quotations_->is_mark(token)) {
            return false;
        }
    }
    return found;
}

bool PartBonds::is_whole_clause(TokenIndex top) const {
    const bool hangs = syntax_->is(top, "advcl") || syntax_->is(top, "acl") || syntax_->is(top, "xcomp");
    return !hangs && syntax_->is_finite(top) && has_subject(top);
}

bool PartBonds::has_subject(TokenIndex top) const {
    return syntax_->own_subject(top) || syntax_->child(top, {"expl", "csubj"});
}

bool PartBonds::is_short(const ContentPart &first, const ContentPart &second) const {
    constexpr std::uint32_t most_bytes = 320;
    return syntax_->token(second.tokens.back()).span.end - syntax_->token(first.tokens.front()).span.begin <=
           most_bytes;
}

bool PartBonds::points_back(const ContentPart &first, const ContentPart &second) const {
    return is_short(first, second) && std::any_of(second.tokens.begin(), second.tokens.end(), [this](TokenIndex token) {
               const std::string &feats = syntax_->token(token).feats;
               const Upos tag = syntax_->upos(token);
               return ((tag == Upos::PRON || tag == Upos::DET) &&
                       feature(feats, "PronType") == std::string_view("Dem")) ||
                      (tag == Upos::PRON && feature(feats, "Person") == std::string_view("3") &&
                       !syntax_->is(token, "expl") && syntax_->relation(token) != "nmod:poss");
           });
}

bool PartBonds::is_main_behind(const ContentPart &first, const ContentPart &second) const {
    const TokenIndex opener = first.tokens.front();
    const bool opens =
        (syntax_->upos(opener) == Upos::SCONJ && syntax_->is(opener, "mark")) ||
        (syntax_->upos(opener) == Upos::ADV && feature(syntax_->token(opener).feats, "PronType").has_value());
    return opens && second.top && syntax_->is(*second.top, "parataxis") && quotations_->contains(opener) &&
           syntax_->form(second.tokens.front() - 1) == ",";
}

bool PartBonds::is_broken_clause(const ContentPart &first, const ContentPart &second) const {
    if (!first.top || !second.top || !syntax_->is(*first.top, "ccomp") || !syntax_->is(*second.top, "ccomp") ||
        syntax_->head(*first.top) != syntax_->head(*second.top)) {
        return false;
    }
    const bool is_led_in = syntax_->upos(first.tokens.front()) == Upos::ADP && !has_subject(*first.top);
    const bool is_split = !has_subject(*second.top) && !syntax_->child(*second.top, "cc") &&
                          quotations_->at(*first.top) == quotations_->at(*second.top);
    return is_led_in || is_split;
}

bool PartBonds::lacks_subject(const ContentPart &part) const {
    if (!part.top || syntax_->own_subject(*part.top) || syntax_->child(*part.top, "expl")) {
        return false;
    }
    // "said it was unclear whether it had lied or had been careless", hung on the verb of saying.
    if (syntax_->is(*part.top, "conj") && syntax_->head(*part.top) == attribution_->cue_head) {
        return true;
    }
    const std::optional<TokenIndex> subject = syntax_->subject(*part.top);
    const std::optional<EntityIndex> entity = subject ? book_->of_phrase(*subject) : std::nullopt;
    return syntax_->is_finite(*part.top) && syntax_->is(*part.top, "conj") &&
           (!entity || !book_->entity(*entity).named || quotations_->contains(*part.top));
}

bool PartBonds::is_continued(const ContentPart &first, const ContentPart &second) const {
    constexpr std::uint32_t most_bytes = 300;
    const TokenIndex last = first.tokens.back();
    const TokenIndex next = second.tokens.front();
    return !second.top && next > last && quotations_->at(last) >= 0 && quotations_->at(last) == quotations_->at(next) &&
           syntax_->token(second.tokens.back()).span.end - syntax_->token(first.tokens.front()).span.begin < most_bytes;
}

bool PartBonds::is_border(TokenIndex last, TokenIndex next) const {
    if (leaves_open(last)) {
        return false;
    }
    for (TokenIndex token = last + 1; token <= next; ++token) {
        const Upos tag = syntax_->upos(token);
        if (tag == Upos::PUNCT || tag == Upos::CCONJ || !content_->contains(token)) {
            return true;
        }
    }
    return syntax_->upos(last) == Upos::PUNCT;
}

bool PartBonds::leaves_open(TokenIndex last) const {
    const Upos tag = syntax_->upos(last);
    return tag == Upos::SCONJ || tag == Upos::CCONJ || (tag == Upos::ADV && syntax_->head(last) > last);
}

bool PartBonds::is_within_inner_quotation(const std::vector<TokenIndex> &tokens, TokenIndex next) const {
    int depth = 0;
    for (TokenIndex token = tokens.front(); token < next; ++token) {
        // Lookup forms have plain marks.
        const std::string &form = syntax_->token(token).form;
        const bool is_straight = form == "'" && syntax_->upos(token) == Upos::PUNCT;
        const bool opens = token > 0 && syntax_->token(token - 1).span.end < syntax_->token(token).span.begin;
        if (form == "\u2018" || (is_straight && opens && depth == 0)) {
            ++depth;
        } else if ((form == "\u2019" || is_straight) && depth > 0) {
            --depth;
        }
    }
    return depth > 0;
}

bool PartBonds::hangs_on_other(const ContentPart &part) const {
    if (!part.top) {
        return false;
    }
    const auto opener = std::find_if(part.tokens.begin(), part.tokens.end(), [this](TokenIndex token) {
        return syntax_->upos(token) != Upos::CCONJ && syntax_->upos(token) != Upos::PUNCT;
    });
    const TokenIndex first = opener == part.tokens.end() ? part.tokens.front() : *opener;
    // Where the parser took "if we stay, …" in a quotation for what is said.
    if (opens_quoted_condition(*syntax_, book_->english(), *quotations_, first)) {
        return true;
    }
    const Upos tag = syntax_->upos(first);
    // "Whenever they calm down and come back, we …", of which a parser made two contents.
    const bool asks = feature(syntax_->token(first).feats, "PronType") == std::string_view("Int");
    const bool is_time = tag == Upos::ADV && asks && syntax_->is(first, "advmod") && syntax_->head(first) == part.top &&
                         *part.top > first + 1 && syntax_->upos(first + 1) != Upos::AUX;
    if (is_time && quotations_->contains(first) && !ends_in_question(*syntax_, part.tokens)) {
        return true;
    }
    if (!(syntax_->is(*part.top, "acl") || syntax_->is(*part.top, "advcl"))) {
        return false;
    }
    return (tag == Upos::SCONJ || tag == Upos::ADV || tag == Upos::PRON) &&
           (syntax_->is(first, "mark") || syntax_->is(first, "advmod") ||
            feature(syntax_->token(first).feats, "PronType") == std::string_view("Rel"));
}

} // namespace gainsay
