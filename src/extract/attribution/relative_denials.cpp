#include "extract/attribution/relative_denials.h"

#include "extract/attribution/source_phrase.h"
#include "extract/attribution/verb_source.h"
#include "extract/factuality/factuality.h"
#include "extract/syntax/token_list.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace gainsay {

namespace {

class RelativeDenial {
  public:
    RelativeDenial(const EntityBook &book, TokenIndex verb)
        : book_(&book), syntax_(&book.syntax()), english_(&book.english()), verb_(verb) {}

    /// Nothing where the verb is no such denial. `aside()` has what its words are then.
    std::optional<FoundAttribution> find() {
        const std::optional<TokenIndex> noun = syntax_->head(verb_);
        if (syntax_->upos(verb_) != Upos::VERB || !syntax_->is(verb_, "acl") || !noun || is_unreal()) {
            return std::nullopt;
        }
        const ReportingVerb *reading = english_->reporting.find_verb(syntax_->verb_lemma(verb_), Complement::object);
        if (reading == nullptr || (reading->stance != Stance::denies && reading->stance != Stance::rejects)) {
            return std::nullopt;
        }
        const std::optional<TokenIndex> pronoun = relative_object();
        FoundAttribution found;
        if (is_some_claim(*noun) && stands_apart(*noun)) {
            aside_ = syntax_->subtree(*noun);
            found.content = syntax_->subtree(*noun, [this](TokenIndex below) { return below == verb_; });
            trim_punctuation(*syntax_, found.content);
            found.answers_clause = true;
        } else if (pronoun && reading->stance == Stance::denies && follows_punctuation(*pronoun)) {
            aside_ = syntax_->subtree(verb_);
            // "told of the allegations, which Reed denies": they are what he denies, and not that she told of them.
            found.answers_clause = !names_claim(*syntax_, *english_, *noun);
            found.content = {found.answers_clause ? *pronoun : *noun};
        } else {
            return std::nullopt;
        }
        found.source_head =
            syntax_->is_passive(verb_) ? syntax_->child(verb_, "obl:agent") : syntax_->own_subject(verb_);
        if (!found.source_head) {
            return std::nullopt;
        }
        found.source = source_tokens(*syntax_, *found.source_head);
        found.source_entity = source_entity(*book_, *found.source_head);
        found.cue = cue_tokens();
        found.cue_head = verb_;
        found.stance = Stance::denies;
        constexpr double sure = 0.85;
        found.confidence = sure;
        return found;
    }

    const std::vector<TokenIndex> &aside() const { return aside_; }

  private:
    /// "which he may deny", "which nobody has denied".
    bool is_unreal() const {
        const auto children = syntax_->children(verb_);
        return negation_of(*syntax_, *english_, verb_).has_value() ||
               std::any_of(children.begin(), children.end(), [this](TokenIndex child) {
                   return syntax_->is(child, "aux") &&
                          (english_->statement.has("hypothetical", syntax_->lemma(child)) ||
                           english_->factuality.has("planned", syntax_->lemma(child)));
               });
    }

    /// "which" or "that", not where it is who denies.
    std::optional<TokenIndex> relative_object() const {
        const std::optional<TokenIndex> object =
            syntax_->is_passive(verb_) ? syntax_->child(verb_, "nsubj:pass") : syntax_->child(verb_, "obj");
        const bool relative =
            object && *object < verb_ && feature(syntax_->token(*object).feats, "PronType") == std::string_view("Rel");
        return relative ? object : std::nullopt;
    }

    bool follows_punctuation(TokenIndex token) const { return token > 0 && syntax_->upos(token - 1) == Upos::PUNCT; }

    /// "a charge", "allegations", "something"
    bool is_some_claim(TokenIndex noun) const {
        if (syntax_->upos(noun) == Upos::PRON) {
            return english_->statement.has("indefinite", syntax_->form(noun));
        }
        const std::optional<TokenIndex> determiner = syntax_->child(noun, "det");
        return names_claim(*syntax_, *english_, noun) &&
               (!determiner || english_->statement.has("plain_article", syntax_->form(*determiner)) ||
                english_->statement.has("article", syntax_->form(*determiner)));
    }

    /// Behind a comma or a dash, and of nobody: "his charge, which …" is another thing.
    bool stands_apart(TokenIndex noun) const {
        const std::vector<TokenIndex> words = syntax_->subtree(noun);
        return !syntax_->child(noun, {"nmod:poss", "nmod", "ccomp", "case"}) && words.front() > 0 &&
               (syntax_->upos(words.front()) == Upos::PUNCT || follows_punctuation(words.front()));
    }

    std::vector<TokenIndex> cue_tokens() const {
        std::vector<TokenIndex> cue;
        for (const TokenIndex child : syntax_->children(verb_)) {
            if (syntax_->is(child, "aux") || (syntax_->is(child, "advmod") && child + 1 == verb_)) {
                cue.push_back(child);
            }
        }
        cue.push_back(verb_);
        std::sort(cue.begin(), cue.end());
        return cue;
    }

    const EntityBook *book_;
    const Syntax *syntax_;
    const English *english_;
    TokenIndex verb_;
    std::vector<TokenIndex> aside_;
};

} // namespace

void add_relative_denials(const EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &all) {
    const Syntax &syntax = book.syntax();
    std::vector<FoundAttribution> added;
    for (TokenIndex token = 0; token < syntax.size(); ++token) {
        if (book.is_skipped(token) || quotations.contains(token)) {
            continue;
        }
        RelativeDenial denial(book, token);
        std::optional<FoundAttribution> found = denial.find();
        if (!found || !(found->source_entity || syntax.is_nominal(*found->source_head))) {
            continue;
        }
        std::erase_if(all, [token](const FoundAttribution &each) { return each.cue_head == token; });
        for (FoundAttribution &each : all) {
            std::erase_if(each.content, [&denial](TokenIndex word) { return contains(denial.aside(), word); });
            trim_punctuation(syntax, each.content);
        }
        added.push_back(*std::move(found));
    }
    std::move(added.begin(), added.end(), std::back_inserter(all));
    std::stable_sort(all.begin(), all.end(),
                     [](const FoundAttribution &a, const FoundAttribution &b) { return a.cue_head < b.cue_head; });
}

} // namespace gainsay
