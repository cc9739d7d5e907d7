#include "extract/attribution/untrue_claims.h"

#include "extract/attribution/source_phrase.h"
#include "extract/factuality/factuality.h"
#include "extract/syntax/token_list.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace gainsay {

namespace {

class UntrueClaim {
  public:
    UntrueClaim(const EntityBook &book, const FoundAttribution &found)
        : syntax_(&book.syntax()), english_(&book.english()), found_(&found) {}

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
    bool has(KindName<StatementWord> kind, TokenIndex token) const {
        return english_->statement.has(kind, syntax_->lemma(token)) ||
               english_->statement.has(kind, syntax_->form(token));
    }

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

    const Syntax *syntax_;
    const English *english_;
    const FoundAttribution *found_;
};

} // namespace

std::vector<TokenIndex> claim_called_untrue(const EntityBook &book, const FoundAttribution &found) {
    const std::optional<TokenIndex> phrase = UntrueClaim(book, found).find();
    return phrase ? book.syntax().subtree(*phrase) : std::vector<TokenIndex>();
}

} // namespace gainsay
