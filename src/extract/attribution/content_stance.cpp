#include "extract/attribution/content_stance.h"

#include "extract/attribution/idiom_stance.h"
#include "extract/attribution/source_phrase.h"
#include "extract/factuality/factuality.h"
#include "extract/syntax/token_list.h"

#include <algorithm>

namespace gainsay {

namespace {

class ContentStance {
  public:
    ContentStance(const EntityBook &book, FoundAttribution &found)
        : syntax_(&book.syntax()), english_(&book.english()), found_(&found) {}

    void settle() {
        if (found_->answers_clause) {
            return;
        }
        if (is_empty() || withholds()) {
            found_->is_statement = false;
            return;
        }
        if (settle_plea()) {
            return;
        }
        if (const Stance *idiom = idiom_stance(*syntax_, english_->idioms, found_->cue_head)) {
            found_->stance = *idiom;
        } else if (finds_nothing() || is_unknown_over_claim() || is_against_claim()) {
            found_->stance = Stance::questions;
            keep_clause();
        } else if (found_->stance == Stance::rejects && refuses_to_speak()) {
            found_->stance = Stance::declines;
        }
        if (found_->stance == Stance::demands && asks_whether()) {
            found_->stance = Stance::questions;
        }
        // To reject a charge or a report is an act of denial; to reject an offer is not.
        if (found_->stance == Stance::rejects && rejects_claim()) {
            found_->stance = Stance::denies;
        }
        deny_named_untrue();
        if (found_->stance == Stance::asserts) {
            deny_untrue();
        }
        if (found_->stance == Stance::asserts && only_seems()) {
            found_->stance = Stance::suggests;
        }
    }

  private:
    /// "seemed to indicate that he would attend": how others take what he said.
    bool only_seems() const {
        return std::any_of(found_->cue.begin(), found_->cue.end(), [this](TokenIndex token) {
            return syntax_->upos(token) == Upos::VERB && is_statement_word("seeming", token);
        });
    }

    bool is_statement_word(KindName<StatementWord> kind, TokenIndex token) const {
        return english_->statement.has(kind, syntax_->lemma(token)) ||
               english_->statement.has(kind, syntax_->form(token));
    }

    bool is_reporting_noun(TokenIndex token) const {
        return syntax_->upos(token) == Upos::NOUN && english_->reporting.find_noun(syntax_->lemma(token)) != nullptr;
    }

    /// "pleaded (not) guilty to taking bribes": the bribes are what is admitted or denied.
    bool settle_plea() {
        const TokenIndex verb = found_->cue_head;
        if (!english_->statement.has("plea", syntax_->lemma(verb))) {
            return false;
        }
        const std::optional<TokenIndex> guilty = syntax_->child(verb, {"xcomp", "obj", "advmod", "amod"});
        if (!guilty || !english_->statement.has("guilty", syntax_->lemma(*guilty))) {
            return false;
        }
        const bool denies =
            negation_of(*syntax_, *english_, *guilty).has_value() || negation_of(*syntax_, *english_, verb).has_value();
        found_->stance = denies ? Stance::denies : Stance::agrees;
        for (const TokenIndex above : {*guilty, verb}) {
            for (const TokenIndex child : syntax_->children(above)) {
                const bool charge = child > *guilty && (syntax_->is(child, "advcl") || syntax_->is(child, "obl") ||
                                                        syntax_->is(child, "xcomp"));
                const std::optional<TokenIndex> link = charge ? syntax_->child(child, {"mark", "case"}) : std::nullopt;
                if (link && english_->statement.has("plea_link", syntax_->form(*link))) {
                    found_->content = syntax_->subtree(child, [&](TokenIndex token) { return token == *link; });
                    found_->content_subject = found_->source_head;
                    return true;
                }
            }
        }
        // "pleaded not guilty", and it is not told to what: these are their own words.
        if (denies && contains(found_->content, *guilty) &&
            std::all_of(found_->content.begin(), found_->content.end(), [&](TokenIndex token) {
                return token == *guilty || syntax_->upos(token) == Upos::PUNCT || syntax_->head(token) == guilty;
            })) {
            found_->stance = Stance::asserts;
        }
        return true;
    }

    /// Nothing in it but words like "nothing" and "a lot".
    bool is_empty() const {
        bool any = false;
        for (const TokenIndex token : found_->content) {
            const Upos tag = syntax_->upos(token);
            if (tag == Upos::PUNCT || tag == Upos::DET || tag == Upos::ADP) {
                continue;
            }
            if (!is_statement_word("indefinite", token)) {
                return false;
            }
            any = true;
        }
        return any;
    }

    /// "found no evidence that", "has seen no sign of": the noun may stand in the content or in front of it.
    bool finds_nothing() const {
        const std::optional<TokenIndex> object = syntax_->child(found_->cue_head, {"obj", "nsubj:pass"});
        const std::optional<TokenIndex> noun = object ? object : owner_of_content();
        if (!noun || !english_->statement.has("finding", syntax_->lemma(*noun))) {
            return false;
        }
        return negation_of(*syntax_, *english_, *noun).has_value() ||
               (syntax_->upos(found_->cue_head) == Upos::VERB &&
                negation_of(*syntax_, *english_, found_->cue_head).has_value());
    }

    /// "(found) no evidence that P": what is open is P.
    void keep_clause() {
        const std::optional<TokenIndex> noun = owner_of_content();
        const std::optional<TokenIndex> clause =
            noun && contains(found_->content, *noun) ? syntax_->child(*noun, {"acl", "ccomp"}) : std::nullopt;
        if (clause && contains(found_->content, *clause) && syntax_->is_finite(*clause) &&
            found_->content.back() <= syntax_->subtree(*clause).back()) {
            const TokenIndex first = syntax_->subtree(*clause).front();
            std::erase_if(found_->content, [first](TokenIndex token) { return token < first; });
        }
    }

    /// "denied him a visa", "denied her appeal": no word on what is so.
    bool withholds() const {
        const TokenIndex verb = found_->cue_head;
        if (found_->stance != Stance::denies || syntax_->upos(verb) != Upos::VERB) {
            return false;
        }
        const std::optional<TokenIndex> thing = syntax_->child(verb, {"obj", "nsubj:pass"});
        return thing && syntax_->upos(*thing) == Upos::NOUN &&
               (is_statement_word("withheld", *thing) || syntax_->child(verb, "iobj")) &&
               english_->reporting.find_verb(syntax_->lemma(verb), Complement::clause) != nullptr;
    }

    /// Not deep in what is said: "there is no reason to stay".
    bool is_outer(TokenIndex noun) const {
        const std::optional<TokenIndex> above = syntax_->head(noun);
        return !contains(found_->content, noun) || !above || *above == found_->cue_head ||
               !contains(found_->content, *above);
    }

    /// The noun on which the content's clause hangs, within the content or in front of it.
    std::optional<TokenIndex> owner_of_content() const {
        for (const TokenIndex token : found_->content) {
            if (syntax_->is(token, "acl") || syntax_->is(token, "ccomp")) {
                const std::optional<TokenIndex> head = syntax_->head(token);
                if (head && syntax_->upos(*head) == Upos::NOUN && is_outer(*head)) {
                    return head;
                }
            }
        }
        return std::nullopt;
    }

    /// "derided the claim that …": nobody knows what the verb does to it, but asserting it would be worse than doubt.
    bool is_unknown_over_claim() const {
        const TokenIndex verb = found_->cue_head;
        if (found_->stance != Stance::asserts || syntax_->upos(verb) != Upos::VERB ||
            english_->reporting.find_verb(syntax_->verb_lemma(verb)) != nullptr ||
            english_->reporting.find_verb(syntax_->lemma(verb)) != nullptr || is_statement_word("passes_on", verb)) {
            return false;
        }
        const std::optional<TokenIndex> noun = owner_of_content();
        if (!noun || !is_reporting_noun(*noun)) {
            return false;
        }
        const std::optional<TokenIndex> above = syntax_->head(*noun);
        return above == verb && !syntax_->is(*noun, "nsubj");
    }

    /// "criticized claims that …": no charge that it is so.
    bool is_against_claim() const {
        const std::optional<TokenIndex> noun = found_->stance == Stance::accuses ? owner_of_content() : std::nullopt;
        return noun && is_claim_noun(*noun) && syntax_->is(*noun, "obj") && syntax_->head(*noun) == found_->cue_head;
    }

    bool is_claim_noun(TokenIndex token) const { return names_claim(*syntax_, *english_, token); }

    bool rejects_claim() const {
        const std::optional<TokenIndex> object = syntax_->child(found_->cue_head, {"obj", "nsubj:pass"});
        const std::optional<TokenIndex> owner = owner_of_content();
        return (object && is_claim_noun(*object)) || (owner && is_claim_noun(*owner)) ||
               std::any_of(found_->content.begin(), found_->content.end(), [this](TokenIndex token) {
                   return is_claim_noun(token) && syntax_->head(token) == found_->cue_head;
               });
    }

    /// "asked the senator whether he agreed"
    bool asks_whether() const {
        const auto clause = std::find_if(found_->content.begin(), found_->content.end(), [this](TokenIndex token) {
            return syntax_->is(token, "ccomp") && syntax_->head(token) == found_->cue_head;
        });
        if (clause == found_->content.end()) {
            return false;
        }
        // "asked him why he went"
        const TokenIndex first = syntax_->subtree(*clause).front();
        if (feature(syntax_->token(first).feats, "PronType") == std::string_view("Int")) {
            return true;
        }
        const std::optional<TokenIndex> mark = syntax_->child(*clause, "mark");
        return mark && *mark < *clause && english_->factuality.has("conditional", syntax_->form(*mark));
    }

    bool refuses_to_speak() const {
        return std::any_of(found_->content.begin(), found_->content.end(), [this](TokenIndex token) {
            return syntax_->upos(token) == Upos::VERB && syntax_->is(token, "xcomp") &&
                   syntax_->head(token) == found_->cue_head && is_statement_word("comment", token);
        });
    }

    /// "described reports that P as fake news": what is denied is P.
    void deny_named_untrue() {
        const bool is_against = found_->stance == Stance::denies || found_->stance == Stance::rejects;
        const std::optional<TokenIndex> noun = owner_of_content();
        if (!(is_against || is_statement_word("naming", found_->cue_head)) || !noun || !is_reporting_noun(*noun) ||
            syntax_->head(*noun) != found_->cue_head) {
            return;
        }
        const auto name = std::find_if(found_->content.begin(), found_->content.end(), [this](TokenIndex token) {
            const std::optional<TokenIndex> as = syntax_->child(token, "case");
            const std::optional<TokenIndex> kind = syntax_->child(token, "amod");
            return as && english_->grammar.has("as", syntax_->form(*as)) &&
                   (is_statement_word("untrue", token) || (kind && is_statement_word("untrue", *kind)));
        });
        if (name == found_->content.end()) {
            return;
        }
        const std::vector<TokenIndex> phrase = syntax_->subtree(*name);
        found_->stance = Stance::denies;
        std::erase_if(found_->content, [&phrase](TokenIndex token) { return contains(phrase, token); });
        trim_punctuation(*syntax_, found_->content);
    }

    /// "(said) the allegation that P was untrue": what is denied is P.
    void deny_untrue() {
        for (const TokenIndex token : found_->content) {
            // "was untrue", "did not correspond to reality"
            const bool negated = negation_of(*syntax_, *english_, token).has_value();
            const bool fails = is_statement_word("untrue", token) || (negated && is_statement_word("truth", token));
            if (!fails) {
                continue;
            }
            std::optional<TokenIndex> subject = syntax_->own_subject(token);
            // "said allegations that P do not correspond to reality": the parser may hang the noun on the cue.
            if (const std::optional<TokenIndex> beside = syntax_->child(found_->cue_head, {"iobj", "obj"});
                !subject && beside && *beside < token && contains(found_->content, *beside)) {
                subject = beside;
            }
            if (!subject || !is_reporting_noun(*subject)) {
                continue;
            }
            const std::optional<TokenIndex> clause = syntax_->child(*subject, {"acl", "ccomp"});
            if (!clause || !contains(found_->content, *clause) || !syntax_->is_finite(*clause)) {
                continue;
            }
            if (is_statement_word("untrue", token) != negated) {
                found_->stance = Stance::denies;
            }
            found_->content = content_tokens(*syntax_, *clause, token);
            return;
        }
    }

    const Syntax *syntax_;
    const English *english_;
    FoundAttribution *found_;
};

} // namespace

void settle_stances(const EntityBook &book, std::vector<FoundAttribution> &attributions) {
    for (FoundAttribution &each : attributions) {
        ContentStance(book, each).settle();
    }
}

} // namespace gainsay
