#include "extract/attribution/untrue_claims.h"

#include "extract/attribution/source_phrase.h"
#include "extract/factuality/factuality.h"
#include "extract/syntax/token_list.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace gainsay {

namespace {

/// A word of the kind, as a lemma or as it stands there.
bool means(const EntityBook &book, KindName<StatementWord> kind, TokenIndex token) {
    const StatementWords &words = book.english().statement;
    return words.has(kind, book.syntax().lemma(token)) || words.has(kind, book.syntax().form(token));
}

class UntrueClaim {
  public:
    UntrueClaim(const EntityBook &book, const FoundAttribution &found)
        : book_(&book), syntax_(&book.syntax()), english_(&book.english()), found_(&found) {}

    std::optional<TokenIndex> find() const {
        // "Didn't think the letter was inaccurate", "will tell you it is not true".
        if (is_negated(found_->cue_head) || is_unreal(found_->cue_head)) {
            return std::nullopt;
        }
        const std::vector<TokenIndex> tops = tops_of(*syntax_, found_->content);
        if (const std::optional<TokenIndex> named = named_untrue()) {
            return named;
        }
        // Of several clauses the first; what is said besides is said too.
        return tops.empty() ? std::nullopt : said_untrue(tops.front());
    }

  private:
    bool has(KindName<StatementWord> kind, TokenIndex token) const { return means(*book_, kind, token); }

    bool is_negated(TokenIndex token) const { return negation_of(*syntax_, *english_, token).has_value(); }

    /// "may not be true"
    bool is_unreal(TokenIndex verb) const {
        const auto children = syntax_->children(verb);
        return std::any_of(children.begin(), children.end(), [this](TokenIndex child) {
            return syntax_->is(child, "aux") &&
                   (has("hypothetical", child) || english_->factuality.has("possible", syntax_->lemma(child)) ||
                    english_->factuality.has("planned", syntax_->lemma(child)));
        });
    }

    /// "the accusations", "his account", "that"
    bool stands_for_claim(TokenIndex token, TokenIndex predicate) const {
        if (syntax_->upos(token) == Upos::PRON || syntax_->upos(token) == Upos::DET) {
            const std::string &feats = syntax_->token(token).feats;
            const bool neuter = feature(feats, "Gender") == std::string_view("Neut") ||
                                feature(feats, "PronType") == std::string_view("Dem");
            return neuter && syntax_->children(token).empty() && !has("scorn", predicate);
        }
        // "the allegation of abuse", "any claim that he lied" tell themselves what is meant.
        constexpr std::size_t most_words = 4;
        const std::optional<TokenIndex> determiner = syntax_->child(token, "det");
        const bool definite = !determiner || english_->grammar.has("definite", syntax_->form(*determiner));
        // "The fraud charge" is one of several; "his remark was wrong" may scorn him.
        const bool scorned = has("scorn", predicate) && syntax_->child(token, "nmod:poss");
        return names_claim(*syntax_, *english_, token) && definite && !scorned &&
               !syntax_->child(token, {"acl", "ccomp", "compound"}) && syntax_->subtree(token).size() <= most_words;
    }

    /// "called the accusations false", "dismissed the claim as propaganda"
    std::optional<TokenIndex> named_untrue() const {
        const TokenIndex verb = found_->cue_head;
        const bool calls = syntax_->upos(verb) == Upos::VERB && has("calling", verb);
        const bool denies = found_->stance == Stance::denies || found_->stance == Stance::rejects;
        if (syntax_->upos(verb) != Upos::VERB || !(calls || denies) || is_negated(verb)) {
            return std::nullopt;
        }
        const std::optional<TokenIndex> thing = syntax_->child(verb, "obj");
        if (!thing || !contains(found_->content, *thing) || !stands_for_claim(*thing, verb)) {
            return std::nullopt;
        }
        const bool named = std::any_of(found_->content.begin(), found_->content.end(), [&](TokenIndex token) {
            const std::optional<TokenIndex> head = syntax_->head(token);
            const bool beside = token > *thing && head && (*head == verb || *head == *thing);
            return beside && (calls ? has("untrue", token) && !is_negated(token)
                                    : english_->grammar.has("as", syntax_->marker(token)));
        });
        return named ? thing : std::nullopt;
    }

    /// "(said) the allegations were untrue", "that is not true", "there was no truth to the claims"
    std::optional<TokenIndex> said_untrue(TokenIndex top) const {
        if ((syntax_->child(top, "mark") && syntax_->is(top, "advcl")) || is_unreal(top)) {
            return std::nullopt;
        }
        const bool fails = has("untrue", top) ? !is_negated(top) : has("truth", top) && is_negated(top);
        if (fails) {
            const std::optional<TokenIndex> subject = syntax_->own_subject(top);
            return subject && stands_for_claim(*subject, top) ? subject : std::nullopt;
        }
        const std::optional<TokenIndex> truth = syntax_->own_subject(top);
        if (!truth || !syntax_->child(top, "expl") || !has("truth", *truth) ||
            !(is_negated(*truth) || is_negated(top))) {
            return std::nullopt;
        }
        for (const TokenIndex above : {*truth, top}) {
            for (const TokenIndex child : syntax_->children(above)) {
                if ((syntax_->is(child, "nmod") || syntax_->is(child, "obl")) && child > *truth &&
                    stands_for_claim(child, top)) {
                    return child;
                }
            }
        }
        return std::nullopt;
    }

    const EntityBook *book_;
    const Syntax *syntax_;
    const English *english_;
    const FoundAttribution *found_;
};

/// "called the report that he had left (a lie)", where a parser took the verdict for a part of the report.
bool take_out_named_verdict(const EntityBook &book, FoundAttribution &found) {
    const Syntax &syntax = book.syntax();
    const StatementWords &words = book.english().statement;
    if (found.content.size() < 3 || syntax.upos(found.cue_head) != Upos::VERB ||
        !words.has("calling", syntax.lemma(found.cue_head)) || found.cue.back() == found.cue_head ||
        !names_claim(syntax, book.english(), found.cue.back())) {
        return false;
    }
    const TokenIndex last = found.content.back();
    if (!means(book, "untrue", last) || negation_of(syntax, book.english(), last) || syntax.is(last, "root") ||
        syntax.child(last, "cop")) {
        return false;
    }
    found.content.pop_back();
    while (!found.content.empty() &&
           (syntax.upos(found.content.back()) == Upos::DET || syntax.upos(found.content.back()) == Upos::ADJ ||
            book.english().grammar.has("as", syntax.form(found.content.back())))) {
        found.content.pop_back();
    }
    return !found.content.empty();
}

/// "said reports that it had closed (were false)", "the claim that it leaked (is not true)", where a parser does not
/// see of what the ending is said: what is denied is what the noun tells.
bool take_out_ending(const EntityBook &book, FoundAttribution &found) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    constexpr std::size_t most_before = 4;
    std::size_t that = 0;
    while (that < found.content.size() && that < most_before &&
           !english.grammar.has("that", syntax.form(found.content[that]))) {
        ++that;
    }
    if (that >= std::min(most_before, found.content.size()) || found.content[that] == 0) {
        return false;
    }
    const TokenIndex noun = found.content[that] - 1;
    if (noun <= found.cue_head || english.reporting.find_noun(syntax.lemma(noun)) == nullptr) {
        return false;
    }
    std::size_t end = found.content.size() - 1;
    const TokenIndex last = found.content[end];
    bool is_negated = false;
    while (end > that + 1 && syntax.upos(found.content[end - 1]) != Upos::AUX) {
        const TokenIndex before = found.content[--end];
        const Upos tag = syntax.upos(before);
        is_negated = is_negated || english.factuality.has("negation", syntax.form(before));
        if (tag != Upos::ADV && tag != Upos::DET && tag != Upos::PART && tag != Upos::ADJ) {
            return false;
        }
    }
    while (end > that + 1 && syntax.upos(found.content[end - 1]) == Upos::AUX) {
        --end;
    }
    const bool is_untrue = means(book, "untrue", last) ? !is_negated : means(book, "truth", last) && is_negated;
    if (!is_untrue || end <= that + 2 || syntax.upos(found.content[end]) != Upos::AUX) {
        return false;
    }
    found.content.erase(found.content.begin() + static_cast<std::ptrdiff_t>(end), found.content.end());
    found.content.erase(found.content.begin(), found.content.begin() + static_cast<std::ptrdiff_t>(that));
    return true;
}

} // namespace

std::vector<TokenIndex> claim_called_untrue(const EntityBook &book, const FoundAttribution &found) {
    const std::optional<TokenIndex> phrase = UntrueClaim(book, found).find();
    return phrase ? book.syntax().subtree(*phrase) : std::vector<TokenIndex>();
}

bool take_out_verdict(const EntityBook &book, FoundAttribution &found) {
    return take_out_named_verdict(book, found) || take_out_ending(book, found);
}

} // namespace gainsay
