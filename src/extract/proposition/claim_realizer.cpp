#include "extract/proposition/claim_realizer.h"

#include "extract/attribution/source_phrase.h"

#include "extract/proposition/claim_draft.h"
#include "extract/proposition/claim_openings.h"
#include "extract/proposition/claim_pronouns.h"
#include "extract/proposition/claim_subject.h"
#include "extract/proposition/statement_context.h"
#include "extract/syntax/ellipsis.h"
#include "extract/syntax/label_text.h"
#include "extract/syntax/token_list.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

namespace {

/// Puts the words of a clause in the form in which they are printed.
class ClaimRealizer {
  public:
    ClaimRealizer(const EntityBook &book, const Quotations &quotations, const FoundAttribution &attribution,
                  TokenIndex top, const std::vector<TokenIndex> &tokens, std::optional<EntityIndex> subject)
        : draft_(book, quotations, attribution, top, tokens, subject) {}

    ClaimWording realize() {
        drop_openings(draft_);
        ClaimWording wording;
        if (draft_.tokens.empty()) {
            wording.is_vague = true;
            return wording;
        }
        draft_.in_own_words = std::any_of(draft_.tokens.begin(), draft_.tokens.end(),
                                          [this](TokenIndex token) { return draft_.is_first_person(token); });
        const bool is_sentence = complete_subject(draft_);
        expand_ellipses();
        name_pronouns(draft_);
        keep_whether();
        wording.points_back = draft_.lacks_antecedent || points_back(*draft_.book, draft_.tokens);
        wording.is_about_pronoun = begins_with_pronoun() && draft_.is_third_person(draft_.tokens.front());
        wording.is_quotation = !is_sentence || draft_.in_own_words || begins_with_pronoun() || is_subordinate();
        wording.is_vague = draft_.is_vague || !is_sentence;
        if (const std::string felt = feeling(); !felt.empty() && !wording.is_quotation) {
            const std::string &behind = draft_.before[draft_.tokens.front()];
            draft_.before[draft_.tokens.front()] = behind.empty() ? felt : felt + ' ' + behind;
        }
        wording.text =
            compose_label(*draft_.syntax, draft_.tokens, draft_.replaced, draft_.before, wording.is_quotation);
        if (draft_.quotations->contains(draft_.tokens.back()) && ends_in_question(*draft_.syntax, draft_.tokens)) {
            add_question_mark(wording.text);
        }
        return wording;
    }

    /// The tokens are those of the thing and of its name.
    std::optional<ClaimWording> realize_naming(const Naming &naming) {
        name_pronouns(draft_);
        const TokenIndex first = draft_.tokens.front();
        if (draft_.syntax->upos(first) == Upos::PRON && draft_.syntax->relation(first) != "nmod:poss" &&
            !draft_.replaced.contains(first)) {
            return std::nullopt;
        }
        const std::vector<TokenIndex> things = draft_.syntax->conjuncts(naming.thing_head);
        const bool many = has_feature(*draft_.syntax, naming.thing_head, "Number", "Plur") ||
                          std::count_if(things.begin(), things.end(),
                                        [&naming](TokenIndex thing) { return thing <= naming.thing.back(); }) > 1;
        draft_.before[naming.name.front()] = bracketed(many ? "are" : "is");
        if (naming.quoted_from) {
            const auto shown = [this](TokenIndex token) {
                const auto other = draft_.replaced.find(token);
                return other != draft_.replaced.end() ? other->second
                                                      : draft_.syntax->text_of(draft_.syntax->token(token).span);
            };
            draft_.replaced[*naming.quoted_from] = "\u201c" + shown(*naming.quoted_from);
            draft_.replaced[naming.name.back()] = shown(naming.name.back()) + "\u201d";
        }
        ClaimWording wording;
        wording.is_vague = draft_.is_vague;
        wording.text = compose_label(*draft_.syntax, draft_.tokens, draft_.replaced, draft_.before, false);
        return wording;
    }

  private:
    /// Within the closing mark, where the whole question is there.
    static void add_question_mark(std::string &text) {
        constexpr std::string_view closing = "\u201d";
        const std::size_t end = text.size() - (text.ends_with(closing) ? closing.size() : 0);
        const std::string_view said = std::string_view(text).substr(0, end);
        if (!said.ends_with('?') && !said.ends_with("\u2026")) {
            text.insert(end, "?");
        }
    }

    /// "[China had been hoping that] the vote …": who hopes or fears something does not say that it is so.
    std::string feeling() const {
        const FoundAttribution &found = *draft_.attribution;
        const Syntax &syntax = *draft_.syntax;
        if (found.stance != Stance::asserts || !found.source_entity || found.cue.empty() ||
            !draft_.words->has("feeling", syntax.lemma(found.cue_head)) || !syntax.own_subject(draft_.top) ||
            syntax.upos(found.cue_head) != Upos::VERB || contains(found.source, found.cue_head)) {
            return {};
        }
        std::vector<TokenIndex> verb = found.cue;
        std::erase_if(verb, [&syntax](TokenIndex token) {
            return syntax.upos(token) != Upos::VERB && syntax.upos(token) != Upos::AUX;
        });
        return bracketed(draft_.name_of(*found.source_entity) + ' ' + syntax.text_of(syntax.hull_of(verb)) + ' ' +
                         draft_.book->english().grammar.words("that").front());
    }

    /// "(would not say) whether he will go": who declines leaves it open.
    void keep_whether() {
        const std::optional<TokenIndex> mark = draft_.syntax->child(draft_.top, "mark");
        const TokenIndex first = draft_.tokens.front();
        if (draft_.attribution->stance != Stance::declines || !mark || *mark >= first ||
            draft_.quotations->contains(*mark) ||
            !draft_.book->english().factuality.has("conditional", draft_.syntax->form(*mark))) {
            return;
        }
        const std::string word = draft_.syntax->text_of(draft_.syntax->token(*mark).span);
        const auto added = draft_.before.find(first);
        draft_.before[first] = added == draft_.before.end() ? word : word + ' ' + added->second;
    }

    /// What "do so" stands for, in its place; a quotation is left as it is.
    void expand_ellipses() {
        for (std::size_t i = 0; i + 1 < draft_.tokens.size(); ++i) {
            const TokenIndex token = draft_.tokens[i];
            if (draft_.quotations->contains(token) || !is_ellipsis(*draft_.syntax, draft_.book->english(), token) ||
                draft_.tokens[i + 1] != token + 1) {
                continue;
            }
            std::optional<TokenIndex> verb = ellipsis_antecedent(*draft_.syntax, draft_.book->english(), token);
            // "(Norway needs to act, and Sweden) needs to do so": to act, and not to need it.
            const std::optional<TokenIndex> above = draft_.syntax->head(token);
            if (verb && above && draft_.syntax->is(token, "xcomp") &&
                draft_.syntax->lemma(*above) == draft_.syntax->lemma(*verb)) {
                verb = draft_.syntax->child(*verb, "xcomp");
            }
            if (!verb) {
                draft_.is_vague = true;
                draft_.lacks_antecedent = true;
                continue;
            }
            const std::vector<TokenIndex> phrase = verb_phrase(*draft_.syntax, *verb, token);
            std::string text = form_like(token, draft_.syntax->lemma(*verb));
            if (phrase.size() > 1) {
                text += " " + draft_.syntax->text_of({draft_.syntax->token(phrase[1]).span.begin,
                                                      draft_.syntax->token(phrase.back()).span.end});
            }
            draft_.replaced[token] = bracketed(text);
            draft_.tokens.erase(draft_.tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        }
    }

    std::string form_like(TokenIndex model, const std::string &lemma) const {
        const std::string_view form =
            feature(draft_.syntax->token(model).feats, "VerbForm").value_or(std::string_view("Inf"));
        if (form == "Ger" || draft_.syntax->token(model).xpos == "VBG") {
            return draft_.book->english().verb_forms.gerund(lemma);
        }
        if (form == "Part") {
            return draft_.book->english().verb_forms.participle(lemma);
        }
        if (form == "Fin" && has_feature(*draft_.syntax, model, "Tense", "Past")) {
            return draft_.book->english().verb_forms.past(lemma);
        }
        return form == "Fin" && has_feature(*draft_.syntax, model, "Number", "Sing") ? VerbForms::third_person(lemma)
                                                                                     : lemma;
    }

    /// "where he is strong", "when they met": a clause that hangs on another which is not there.
    bool is_subordinate() const {
        const TokenIndex first = draft_.tokens.front();
        const bool relative = (draft_.syntax->upos(first) == Upos::ADV || draft_.syntax->upos(first) == Upos::SCONJ) &&
                              (draft_.syntax->is(first, "advmod") || draft_.syntax->is(first, "mark")) &&
                              draft_.syntax->head(first) == draft_.top &&
                              (draft_.syntax->is(draft_.top, "advcl") || draft_.syntax->is(draft_.top, "acl"));
        return relative && !draft_.before.contains(first);
    }

    bool begins_with_pronoun() const {
        const TokenIndex first = draft_.tokens.front();
        return !draft_.before.contains(first) && !draft_.replaced.contains(first) &&
               (draft_.words->has("bare", draft_.syntax->form(first)) ||
                draft_.words->has("empty_subject", draft_.syntax->form(first)));
    }

    ClaimDraft draft_;
};

} // namespace

ClaimWording realize_claim(const EntityBook &book, const Quotations &quotations, const FoundAttribution &attribution,
                           TokenIndex top, const std::vector<TokenIndex> &tokens, std::optional<EntityIndex> subject) {
    return ClaimRealizer(book, quotations, attribution, top, tokens, subject).realize();
}

std::optional<ClaimWording> realize_naming(const EntityBook &book, const Quotations &quotations,
                                           const FoundAttribution &attribution, const Naming &naming) {
    std::vector<TokenIndex> tokens = naming.thing;
    tokens.insert(tokens.end(), naming.name.begin(), naming.name.end());
    return ClaimRealizer(book, quotations, attribution, naming.name_head, tokens, std::nullopt).realize_naming(naming);
}

ClaimWording quote_words(const EntityBook &book, const std::vector<TokenIndex> &tokens) {
    ClaimWording wording;
    wording.text = compose_label(book.syntax(), tokens, {}, {}, true);
    wording.is_quotation = true;
    wording.is_vague = true;
    const Syntax &syntax = book.syntax();
    wording.points_back = points_back(book, tokens) || std::any_of(tokens.begin(), tokens.end(), [&](TokenIndex token) {
                              return syntax.upos(token) == Upos::PRON && !syntax.is(token, "expl") &&
                                     has_feature(syntax, token, "Person", "3") && syntax.relation(token) != "nmod:poss";
                          });
    return wording;
}

} // namespace gainsay
