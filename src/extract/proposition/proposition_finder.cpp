#include "extract/proposition/proposition_finder.h"

#include "extract/attribution/performed_stance.h"
#include "extract/attribution/source_phrase.h"
#include "extract/attribution/speakers_group.h"
#include "extract/factuality/factuality.h"
#include "extract/proposition/claim_realizer.h"
#include "extract/proposition/content_parts.h"
#include "extract/proposition/content_terms.h"
#include "extract/proposition/shared_subjects.h"
#include "extract/proposition/statement_context.h"
#include "extract/proposition/statement_worth.h"
#include "extract/syntax/token_features.h"
#include "extract/syntax/token_list.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace gainsay {

namespace {

class PropositionFinder {
  public:
    PropositionFinder(const EntityBook &book, const Quotations &quotations, const FoundAttribution &attribution)
        : book_(&book), syntax_(&book.syntax()), quotations_(&quotations), attribution_(&attribution),
          worth_(book, quotations, attribution), content_(attribution.content.begin(), attribution.content.end()) {
        // "…, according to the paper" is no part of what is said.
        const bool is_within = quotations.contains(attribution.cue_head);
        for (const std::vector<TokenIndex> *role : {&attribution.source, &attribution.cue, &attribution.unsaid}) {
            for (const TokenIndex token : *role) {
                // "saying “I tell you that …”": what is quoted stays whole.
                if (is_within || !quotations.contains(token)) {
                    content_.erase(token);
                }
            }
        }
    }

    /// The whole content, and the verb in front of it where the edge does not say as much: "“declared a state of
    /// emergency”", "“described himself as a conservative”".
    std::optional<Proposition> phrase() const {
        std::vector<TokenIndex> tokens(content_.begin(), content_.end());
        strip_punctuation(*syntax_, tokens);
        if (!worth_.may_tell(tokens) || worth_.opens_as_condition(tokens) || is_reason_given()) {
            return std::nullopt;
        }
        Proposition proposition = quoted(tokens);
        if (needs_verb(tokens.front())) {
            if (const std::vector<TokenIndex> all = with_cue(tokens); !all.empty()) {
                proposition.statement = quote_words(*book_, all).text;
            }
        }
        return proposition;
    }

    std::vector<Proposition> run() {
        std::vector<Proposition> found;
        if (std::optional<Proposition> named = read_naming()) {
            found.push_back(*std::move(named));
            return found;
        }
        if (is_name_of_nobody()) {
            return found;
        }
        const ContentPart *before = nullptr;
        std::string words_before;
        std::string context_before;
        std::optional<Stance> stance_before;
        const std::vector<ContentPart> parts = parts_of_content();
        for (const ContentPart &part : parts) {
            std::optional<Proposition> proposition = part.top ? read(*part.top, part.tokens) : quote(part.tokens);
            std::string words = proposition ? proposition->statement : std::string();
            std::string context = proposition ? proposition->context : std::string();
            const std::optional<Stance> stance = proposition ? proposition->stance : std::nullopt;
            if (proposition) {
                if (is_about_pronoun_ && before != nullptr && stance_before == proposition->stance &&
                    follows(*before, part)) {
                    proposition->statement = with_context(words_before, words);
                    if (proposition->statement != words) {
                        proposition->points_back = false;
                        proposition->context = context_before;
                    }
                }
                found.push_back(*std::move(proposition));
            }
            before = &part;
            words_before = std::move(words);
            context_before = std::move(context);
            stance_before = stance;
        }
        return found;
    }

  private:
    std::vector<ContentPart> parts_of_content() {
        std::vector<ContentPart> parts;
        for (const ContentPart &part : cut_content(*book_, *quotations_, *attribution_, content_)) {
            const std::vector<ContentPart> split = split_predicates(*book_, *quotations_, *attribution_, part);
            // "an inquiry and a word": what says nothing alone stays with the others.
            const bool all_say = part.top || std::all_of(split.begin(), split.end(), [this](const ContentPart &each) {
                                     return worth_.is_worth_quoting(each.tokens);
                                 });
            if (all_say) {
                parts.insert(parts.end(), split.begin(), split.end());
            } else {
                parts.push_back(part);
            }
        }
        return parts;
    }

    bool needs_verb(TokenIndex first) const {
        switch (attribution_->stance) {
        case Stance::demands:
            // "called on the board “to act”"
            return syntax_->upos(attribution_->cue_head) == Upos::VERB && syntax_->upos(first) == Upos::PART;
        case Stance::accuses:
        case Stance::warns:
        case Stance::asserts:
        case Stance::suggests:
        case Stance::agrees:
        case Stance::questions:
        case Stance::declines:
            return syntax_->upos(attribution_->cue_head) == Upos::VERB;
        default:
            return false;
        }
    }

    /// "(suspended it), citing the need for jobs": how somebody explains what he does is no statement by itself.
    bool is_reason_given() const {
        const TokenIndex cue = attribution_->cue_head;
        return attribution_->stance == Stance::asserts && syntax_->is(cue, "advcl") &&
               syntax_->token(cue).xpos == "VBG" && book_->english().statement.has("quoting", syntax_->lemma(cue));
    }

    /// From the cue to the last of `tokens` without a gap; nothing where who speaks stands between.
    std::vector<TokenIndex> with_cue(const std::vector<TokenIndex> &tokens) const {
        constexpr TokenIndex most_between = 4;
        const TokenIndex first = attribution_->cue.front();
        const TokenIndex behind = attribution_->cue.back() + 1;
        const bool follows = behind <= tokens.front() && tokens.front() <= behind + most_between;
        std::vector<TokenIndex> all;
        for (TokenIndex token = first; follows && token <= tokens.back(); ++token) {
            if (contains(attribution_->source, token)) {
                return {};
            }
            all.push_back(token);
        }
        return all;
    }

    /// The next sentence of the same quotation. Where the first denies something, the two together could be read as a
    /// denial of both.
    bool follows(const ContentPart &first, const ContentPart &second) const {
        const TokenIndex last = first.tokens.back();
        const TokenIndex next = second.tokens.front();
        return quotations_->at(last) >= 0 && quotations_->at(last) == quotations_->at(next) &&
               syntax_->sentence_of(last) + 1 == syntax_->sentence_of(next) &&
               std::none_of(first.tokens.begin(), first.tokens.end(),
                            [this](TokenIndex token) { return is_negation_word(*book_, token); });
    }

    /// "“They took the fund. It was their money”": the words are about what the sentence before tells. As they are
    /// where both are too long for one label.
    static std::string with_context(std::string before, const std::string &words) {
        constexpr std::string_view open = "\u201c";
        constexpr std::string_view close = "\u201d";
        constexpr std::size_t most_bytes = 280;
        const bool is_quoted = words.rfind(open, 0) == 0;
        if (before.rfind(open, 0) == 0 && before.size() > open.size() + close.size()) {
            before = before.substr(open.size(), before.size() - open.size() - close.size());
        }
        if (!is_quoted || before.empty() || before.size() + words.size() > most_bytes) {
            return words;
        }
        const bool ends = before.back() == '?' || before.back() == '!';
        return std::string(open) + before + (ends ? " " : ". ") + words.substr(open.size());
    }

    /// What stood before it goes with every statement: readers of 240 called 35 % of those arguable that were printed
    /// without, and 18 % of the others.
    void add_context(bool points_back, const std::vector<TokenIndex> &tokens, Proposition &proposition) const {
        proposition.points_back = points_back;
        proposition.context = statement_context(*book_, *attribution_, tokens);
    }

    /// Whom the clause is about, and who does what it says.
    void read_participants(TokenIndex top, Proposition &proposition, ContentTerms &terms) const {
        const std::optional<TokenIndex> subject = subject_of(top);
        if (!subject) {
            return;
        }
        proposition.subject = source_entity(*book_, *subject);
        std::set<EntityIndex> subjects;
        for (const TokenIndex each : syntax_->conjuncts(*subject)) {
            if (const std::optional<EntityIndex> actor = source_entity(*book_, each)) {
                subjects.insert(*actor);
            }
        }
        if (book_->english().statement.has("group", syntax_->form(*subject))) {
            for (const EntityIndex each : speakers_group(*book_, *attribution_)) {
                subjects.insert(each);
            }
        }
        terms.entities.insert(subjects.begin(), subjects.end());
        // "The plane was shot down": whoever did it.
        if (!syntax_->is(*subject, "nsubj:pass")) {
            proposition.actors.assign(subjects.begin(), subjects.end());
        } else if (const std::optional<TokenIndex> agent = syntax_->child(top, "obl:agent")) {
            if (const std::optional<EntityIndex> actor = source_entity(*book_, *agent)) {
                proposition.actors.assign(1, *actor);
                terms.entities.insert(*actor);
            }
        }
    }

    std::optional<Proposition> read(TokenIndex top, const std::vector<TokenIndex> &tokens) {
        if (tokens.empty()) {
            return std::nullopt;
        }
        Proposition proposition;
        ContentTerms terms = collect_terms(*book_, *attribution_, tokens);
        if (terms.words.empty() && terms.entities.empty()) {
            return std::nullopt;
        }
        read_participants(top, proposition, terms);
        proposition.words.assign(terms.words.begin(), terms.words.end());
        proposition.entities.assign(terms.entities.begin(), terms.entities.end());
        proposition.predicates = collect_predicates(*book_, top, content_);
        proposition.polarity =
            is_negated(*syntax_, book_->english(), top, NegationReach::clause) ? Polarity::negated : Polarity::affirmed;
        const std::optional<SharedSubject> shared = shared_subject(*syntax_, book_->english(), top);
        const bool shares_auxiliary = shared && !shared->auxiliaries.empty();
        proposition.modality = stated_modality(*syntax_, book_->english(), shares_auxiliary ? shared->first : top);
        proposition.span = syntax_->hull_of(tokens);
        proposition.text = syntax_->text_of(proposition.span);
        const ClaimWording wording =
            realize_claim(*book_, *quotations_, *attribution_, top, tokens, proposition.subject);
        proposition.statement = wording.text;
        proposition.statement_polarity = proposition.polarity;
        proposition.is_vague = wording.is_vague;
        is_about_pronoun_ = wording.is_about_pronoun;
        add_context(wording.points_back, tokens, proposition);
        // "asked" demands something, but not where a question is quoted.
        if (!shared && !is_within_telling(top) &&
            (attribution_->stance == Stance::asserts || attribution_->stance == Stance::demands)) {
            proposition.stance = performed_stance(*book_, *quotations_, top, tokens);
        }
        // "Don't we see this as war?" asks whether it is so, and does not say that it is not.
        if (proposition.stance == Stance::questions) {
            proposition.polarity = Polarity::affirmed;
            proposition.statement_polarity = Polarity::affirmed;
        }
        if (attribution_->stance == Stance::demands && !proposition.stance && states_fact(top, proposition.modality)) {
            proposition.stance = Stance::asserts;
        }
        if (!proposition.stance && goes_on_behind_act(top, tokens)) {
            proposition.stance = Stance::asserts;
        }
        // "They are doing that" tells nobody anything.
        if (wording.is_quotation && !worth_.states_something(tokens)) {
            return std::nullopt;
        }
        return worth_.is_fragment(top, tokens) ? std::nullopt : std::optional(std::move(proposition));
    }

    /// "(described) how Reed “put up a fence”": the article's words go on in quoted ones, which order nothing.
    bool is_within_telling(TokenIndex top) const {
        const TokenIndex first = attribution_->content.front();
        return !quotations_->contains(first) && quotations_->contains(top) && first > attribution_->cue_head &&
               syntax_->sentence_of(first) == syntax_->sentence_of(top) &&
               feature(syntax_->token(first).feats, "PronType").has_value() &&
               syntax_->token(first).xpos.starts_with("W");
    }

    /// "“Terror is not new,” he warned. “But we are at war with nobody.”": the next sentences are said, and only the
    /// one that has the verb is a warning, a promise or a question.
    bool goes_on_behind_act(TokenIndex top, const std::vector<TokenIndex> &tokens) const {
        const std::size_t sentence = syntax_->sentence_of(top);
        const std::size_t own = syntax_->sentence_of(attribution_->cue_head);
        const bool asks = attribution_->stance == Stance::questions && !ends_in_question(*syntax_, tokens);
        const bool acts = attribution_->stance == Stance::warns || attribution_->stance == Stance::promises || asks;
        return acts && quotations_->contains(top) &&
               (sentence > own || (asks && sentence < own && !is_question(sentence))) && syntax_->own_subject(top);
    }

    bool is_question(std::size_t sentence) const {
        const Sentence &words = syntax_->sentence(sentence);
        for (TokenIndex token = words.first_token; token < words.end_token; ++token) {
            if (syntax_->form(token) == "?") {
                return true;
            }
        }
        return false;
    }

    /// "ruled that the tax was unlawful", "“The pump leaks,” he implored": told as it is, and not asked for.
    bool states_fact(TokenIndex top, Modality modality) const {
        const TokenIndex verb = syntax_->child(top, "cop").value_or(syntax_->child(top, "aux").value_or(top));
        // "demanded that Peru withdraw"
        const bool may_be_asked =
            lookup_form(syntax_->form(verb)) == syntax_->lemma(verb) && !quotations_->contains(top);
        return !may_be_asked && syntax_->own_subject(top) && modality != Modality::requested &&
               feature(syntax_->token(verb).feats, "Mood") == std::string_view("Ind");
    }

    /// "called them “lone wolves”" alone: nobody knows whom.
    bool is_name_of_nobody() const {
        const TokenIndex first = attribution_->content.front();
        return syntax_->upos(first) == Upos::PRON && !quotations_->contains(first) &&
               syntax_->head(first) == attribution_->cue_head && syntax_->is(first, "obj") &&
               book_->english().statement.has("naming", syntax_->lemma(attribution_->cue_head)) &&
               std::none_of(attribution_->content.begin(), attribution_->content.end(),
                            [this](TokenIndex token) { return syntax_->own_subject(token).has_value(); });
    }

    /// "called the plan a mess"
    std::optional<Proposition> read_naming() const {
        const std::optional<Naming> naming = find_naming(*book_, *quotations_, *attribution_);
        if (!naming) {
            return std::nullopt;
        }
        const std::optional<ClaimWording> wording = realize_naming(*book_, *quotations_, *attribution_, *naming);
        if (!wording) {
            return std::nullopt;
        }
        std::vector<TokenIndex> tokens = naming->thing;
        tokens.insert(tokens.end(), naming->name.begin(), naming->name.end());
        Proposition proposition;
        ContentTerms terms = collect_terms(*book_, *attribution_, tokens);
        proposition.subject = source_entity(*book_, naming->thing_head);
        if (proposition.subject) {
            terms.entities.insert(*proposition.subject);
            proposition.actors = {*proposition.subject};
        }
        proposition.words.assign(terms.words.begin(), terms.words.end());
        proposition.entities.assign(terms.entities.begin(), terms.entities.end());
        proposition.predicates = {syntax_->lemma(naming->name_head)};
        proposition.span = syntax_->hull_of(tokens);
        proposition.text = syntax_->text_of(proposition.span);
        proposition.statement = wording->text;
        proposition.is_vague = wording->is_vague;
        add_context(points_back(*book_, tokens), tokens, proposition);
        // "dismissed the report as a fiction" says what it is.
        if (attribution_->stance == Stance::rejects || attribution_->stance == Stance::denies) {
            proposition.stance = Stance::asserts;
        }
        return proposition;
    }

    /// Words that make no clause, verbatim.
    std::optional<Proposition> quote(const std::vector<TokenIndex> &tokens) {
        is_about_pronoun_ = false;
        return worth_.is_worth_quoting(tokens) ? std::optional(quoted(tokens)) : std::nullopt;
    }

    Proposition quoted(const std::vector<TokenIndex> &tokens) const {
        Proposition proposition;
        ContentTerms terms = collect_terms(*book_, *attribution_, tokens);
        proposition.words.assign(terms.words.begin(), terms.words.end());
        proposition.entities.assign(terms.entities.begin(), terms.entities.end());
        proposition.span = syntax_->hull_of(tokens);
        proposition.text = syntax_->text_of(proposition.span);
        const ClaimWording wording = quote_words(*book_, tokens);
        proposition.statement = wording.text;
        proposition.is_vague = true;
        add_context(wording.points_back, tokens, proposition);
        return proposition;
    }

    std::optional<TokenIndex> subject_of(TokenIndex top) const {
        if (const std::optional<TokenIndex> own = syntax_->own_subject(top)) {
            return own;
        }
        if (syntax_->upos(top) != Upos::VERB && !syntax_->child(top, "cop")) {
            return std::nullopt;
        }
        if (attribution_->content_subject) {
            return attribution_->content_subject;
        }
        // What a quotation leaves without a subject is not said of who speaks.
        const std::optional<TokenIndex> subject = syntax_->subject(top);
        const std::string_view form = feature(syntax_->token(top).feats, "VerbForm").value_or(std::string_view());
        const bool participle = form == "Part" || form == "Ger";
        return subject && participle && quotations_->contains(top) && !content_.contains(*subject) ? std::nullopt
                                                                                                   : subject;
    }

    const EntityBook *book_;
    const Syntax *syntax_;
    const Quotations *quotations_;
    const FoundAttribution *attribution_;
    StatementWorth worth_;
    std::set<TokenIndex> content_;
    /// The wording that was read last.
    bool is_about_pronoun_ = false;
};

} // namespace

std::vector<Proposition> find_propositions(const EntityBook &book, const Quotations &quotations,
                                           const FoundAttribution &attribution) {
    return PropositionFinder(book, quotations, attribution).run();
}

std::optional<Proposition> quote_content(const EntityBook &book, const Quotations &quotations,
                                         const FoundAttribution &attribution) {
    return PropositionFinder(book, quotations, attribution).phrase();
}

} // namespace gainsay
