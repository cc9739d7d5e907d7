#include "extract/proposition/proposition_finder.h"

#include "extract/attribution/performed_stance.h"
#include "extract/attribution/source_phrase.h"
#include "extract/attribution/speakers_group.h"
#include "extract/factuality/factuality.h"
#include "extract/proposition/claim_realizer.h"
#include "extract/proposition/conditions.h"
#include "extract/proposition/content_parts.h"
#include "extract/proposition/shared_subjects.h"
#include "extract/proposition/statement_context.h"
#include "extract/syntax/ellipsis.h"
#include "graph_schema/node_kind.h"

#include <algorithm>
#include <set>

namespace gainsay {

namespace {

class PropositionFinder {
  public:
    PropositionFinder(const EntityBook &book, const Quotations &quotations, const FoundAttribution &attribution)
        : book_(&book), syntax_(&book.syntax()), quotations_(&quotations), attribution_(&attribution),
          content_(attribution.content.begin(), attribution.content.end()) {
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

    std::vector<Proposition> run() {
        std::vector<Proposition> found;
        if (std::optional<Proposition> named = read_naming()) {
            found.push_back(*std::move(named));
            return found;
        }
        const ContentPart *before = nullptr;
        std::string words_before;
        std::optional<Stance> stance_before;
        std::vector<ContentPart> parts;
        for (const ContentPart &part : cut_content(*book_, *quotations_, *attribution_, content_)) {
            const std::vector<ContentPart> split = split_predicates(*book_, *quotations_, *attribution_, part);
            // "an inquiry and a word": what says nothing alone stays with the others.
            const bool all_say = part.top || std::all_of(split.begin(), split.end(), [this](const ContentPart &each) {
                                     return says_something(each.tokens) && is_worth_quoting(each.tokens);
                                 });
            if (all_say) {
                parts.insert(parts.end(), split.begin(), split.end());
            } else {
                parts.push_back(part);
            }
        }
        for (const ContentPart &part : parts) {
            std::optional<Proposition> proposition = part.top ? read(*part.top, part.tokens) : quote(part.tokens);
            std::string words = proposition ? proposition->statement : std::string();
            const std::optional<Stance> stance = proposition ? proposition->stance : std::nullopt;
            if (proposition) {
                if (is_about_pronoun_ && before != nullptr && stance_before == proposition->stance &&
                    follows(*before, part)) {
                    proposition->statement = with_context(words_before, words);
                    if (proposition->statement != words) {
                        proposition->context.clear();
                    }
                }
                found.push_back(*std::move(proposition));
            }
            before = &part;
            words_before = std::move(words);
            stance_before = stance;
        }
        return found;
    }

  private:
    /// The next sentence of the same quotation. Where the first denies something, the two together could be read as a
    /// denial of both.
    bool follows(const ContentPart &first, const ContentPart &second) const {
        const TokenIndex last = first.tokens.back();
        const TokenIndex next = second.tokens.front();
        return quotations_->at(last) >= 0 && quotations_->at(last) == quotations_->at(next) &&
               syntax_->sentence_of(last) + 1 == syntax_->sentence_of(next) &&
               std::none_of(first.tokens.begin(), first.tokens.end(),
                            [this](TokenIndex token) { return is_negation(token); });
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

    bool is_negation(TokenIndex token) const {
        return book_->english().factuality.has("negation", syntax_->form(token)) ||
               book_->english().factuality.has("negation", syntax_->lemma(token));
    }

    /// What the words of a clause speak of.
    struct Terms {
        std::set<std::string> words;
        std::set<EntityIndex> entities;
    };

    void collect(const std::vector<TokenIndex> &tokens, Terms &terms) const {
        for (const TokenIndex token : tokens) {
            if (is_ellipsis(*syntax_, book_->english(), token)) {
                if (const auto verb = ellipsis_antecedent(*syntax_, book_->english(), token)) {
                    collect(verb_phrase(*syntax_, *verb), terms);
                }
                continue;
            }
            if (const std::optional<EntityIndex> entity = book_->at(token)) {
                terms.entities.insert(*entity);
                continue;
            }
            const Upos tag = syntax_->upos(token);
            const bool content_word = tag == Upos::NOUN || tag == Upos::VERB || tag == Upos::ADJ || tag == Upos::NUM ||
                                      tag == Upos::PROPN || tag == Upos::ADV;
            // Titles and adjectives of states belong to the entities.
            const bool of_entity =
                syntax_->relation(token) == "nmod:desc" ||
                (syntax_->is(token, "amod") &&
                 book_->english().countries.find(syntax_->form(token), CountryWord::adjective) != nullptr);
            if (content_word && !of_entity && !book_->covering(token) && !is_negation(token)) {
                terms.words.insert(syntax_->lemma(token));
            }
            if (book_->english().statement.has("group", syntax_->form(token))) {
                for (const EntityIndex each : speakers_group(*book_, *attribution_)) {
                    terms.entities.insert(each);
                }
            }
        }
    }

    /// "agree", "share": the top and the clauses that complete it.
    void collect_predicates(TokenIndex top, std::vector<std::string> &predicates) const {
        for (int steps = 0; steps < 4; ++steps) {
            TokenIndex verb = top;
            if (is_ellipsis(*syntax_, book_->english(), top)) {
                verb = ellipsis_antecedent(*syntax_, book_->english(), top).value_or(top);
            }
            predicates.push_back(syntax_->verb_lemma(verb));
            std::optional<TokenIndex> next = syntax_->child(verb, {"xcomp", "ccomp"});
            if (!next && book_->english().statement.has("light", syntax_->lemma(verb))) {
                // "reached an agreement to share"
                next = syntax_->child(verb, {"obj", "nsubj:pass"});
                if (!next && syntax_->child(verb, "expl")) {
                    next = syntax_->own_subject(verb);
                }
            } else if (!next && syntax_->is_nominal(verb)) {
                next = syntax_->child(verb, "acl");
            }
            if (!next || content_.count(*next) == 0 || *next == top) {
                return;
            }
            top = *next;
        }
    }

    std::optional<Proposition> read(TokenIndex top, const std::vector<TokenIndex> &tokens) {
        if (tokens.empty()) {
            return std::nullopt;
        }
        Proposition proposition;
        Terms terms;
        collect(tokens, terms);
        if (terms.words.empty() && terms.entities.empty()) {
            return std::nullopt;
        }
        if (const std::optional<TokenIndex> subject = subject_of(top)) {
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
        proposition.words.assign(terms.words.begin(), terms.words.end());
        proposition.entities.assign(terms.entities.begin(), terms.entities.end());
        collect_predicates(top, proposition.predicates);
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
        if (wording.points_back) {
            proposition.context = statement_context(*book_, *attribution_, tokens);
        }
        // "asked" demands something, but not where a question is quoted.
        if (!shared && (attribution_->stance == Stance::asserts || attribution_->stance == Stance::demands)) {
            proposition.stance = performed_stance(*book_, *quotations_, top, tokens);
        }
        if (attribution_->stance == Stance::demands && !proposition.stance && states_fact(top, proposition.modality)) {
            proposition.stance = Stance::asserts;
        }
        // "They are doing that" tells nobody anything.
        if (wording.is_quotation && !states_something(tokens)) {
            return std::nullopt;
        }
        if (lacks_its_clause(top, tokens) || is_bare_aim(top, tokens) || is_lone_condition(top, tokens) ||
            is_of_another(tokens)) {
            return std::nullopt;
        }
        return proposition;
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
        Terms terms;
        collect(tokens, terms);
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
        // "dismissed the report as a fiction" says what it is.
        if (attribution_->stance == Stance::rejects || attribution_->stance == Stance::denies) {
            proposition.stance = Stance::asserts;
        }
        return proposition;
    }

    /// Words that make no clause, verbatim.
    std::optional<Proposition> quote(const std::vector<TokenIndex> &tokens) {
        is_about_pronoun_ = false;
        if (!says_something(tokens) || !is_worth_quoting(tokens)) {
            return std::nullopt;
        }
        Proposition proposition;
        Terms terms;
        collect(tokens, terms);
        proposition.words.assign(terms.words.begin(), terms.words.end());
        proposition.entities.assign(terms.entities.begin(), terms.entities.end());
        proposition.span = syntax_->hull_of(tokens);
        proposition.text = syntax_->text_of(proposition.span);
        const ClaimWording wording = quote_words(*book_, tokens);
        proposition.statement = wording.text;
        proposition.is_vague = true;
        if (wording.points_back) {
            proposition.context = statement_context(*book_, *attribution_, tokens);
        }
        return proposition;
    }

    /// What is no clause says something if the article quotes it, if it is what somebody denies or rejects, or if it
    /// tells what happens where that is demanded, warned of, declined: "named two new members", "shared the quote" tell
    /// actions and no statement.
    bool is_worth_quoting(const std::vector<TokenIndex> &tokens) const {
        // Most of it, and not a word or two that the article takes from somebody.
        const auto quoted = std::count_if(tokens.begin(), tokens.end(),
                                          [this](TokenIndex token) { return quotations_->contains(token); });
        const bool acts = attribution_->stance == Stance::demands || attribution_->stance == Stance::warns;
        if (5 * static_cast<std::size_t>(quoted) >= 3 * tokens.size() || (acts && quoted > 0)) {
            return true;
        }
        switch (attribution_->stance) {
        case Stance::denies:
        case Stance::rejects:
        case Stance::accuses:
            return true;
        case Stance::suggests:
        case Stance::promises:
            return false;
        case Stance::asserts:
            return names_something(tokens) || (has_finite_verb(tokens) && attribution_->is_statement) ||
                   (takes_object(attribution_->cue_head) && tells_some_event(tokens));
        default:
            return tells_some_event(tokens);
        }
    }

    /// "called the plan a land grab", "described it as a mess": what the words say of a thing.
    bool names_something(const std::vector<TokenIndex> &tokens) const {
        if (!book_->english().statement.has("naming", syntax_->lemma(attribution_->cue_head))) {
            return false;
        }
        // The thing and what it is: two phrases, or one with "as".
        const auto outer = std::count_if(tokens.begin(), tokens.end(), [&](TokenIndex token) {
            const std::optional<TokenIndex> head = syntax_->head(token);
            return syntax_->upos(token) != Upos::PUNCT &&
                   (!head || !std::binary_search(tokens.begin(), tokens.end(), *head));
        });
        return outer > 1 || std::any_of(tokens.begin(), tokens.end(), [this](TokenIndex token) {
                   return book_->english().grammar.has("as", syntax_->form(token)) || syntax_->is(token, "xcomp");
               });
    }

    bool has_finite_verb(const std::vector<TokenIndex> &tokens) const {
        return syntax_->upos(tokens.front()) == Upos::SCONJ &&
               std::any_of(tokens.begin(), tokens.end(), [this](TokenIndex token) {
                   return feature(syntax_->token(token).feats, "VerbForm") == std::string_view("Fin");
               });
    }

    /// "announced the removal of the embargo": verbs that tell what their object tells.
    bool takes_object(TokenIndex cue) const { return book_->english().statement.has("telling", syntax_->lemma(cue)); }

    bool tells_some_event(const std::vector<TokenIndex> &tokens) const {
        return std::any_of(tokens.begin(), tokens.end(), [this](TokenIndex token) {
            return syntax_->upos(token) == Upos::NOUN && tells_event(syntax_->lemma(token)) &&
                   syntax_->child(token, {"nmod", "acl"});
        });
    }

    bool tells_event(const std::string &noun) const {
        if (book_->english().frames.find_noun(noun) != nullptr) {
            return true;
        }
        const std::vector<std::string> &endings = book_->english().statement.words("event_ending");
        return std::any_of(endings.begin(), endings.end(), [&noun](const std::string &ending) {
            return noun.size() > ending.size() + 2 &&
                   noun.compare(noun.size() - ending.size(), ending.size(), ending) == 0;
        });
    }

    /// Two words that mean something, at least, of which one is no pronoun, no light verb and no word for what was said
    /// ("the charges", "a statement by her").
    bool says_something(const std::vector<TokenIndex> &tokens) const {
        std::size_t words = 0;
        std::size_t telling = 0;
        for (const TokenIndex token : tokens) {
            const Upos tag = syntax_->upos(token);
            const bool content_word = tag == Upos::NOUN || tag == Upos::VERB || tag == Upos::ADJ || tag == Upos::NUM ||
                                      tag == Upos::PROPN || tag == Upos::ADV;
            if (!content_word) {
                continue;
            }
            ++words;
            const bool empty =
                book_->english().statement.has("light", syntax_->lemma(token)) || is_somebody(token) ||
                (tag == Upos::NOUN && book_->english().reporting.find_noun(syntax_->lemma(token)) != nullptr) ||
                tag == Upos::ADV;
            telling += empty ? 0U : 1U;
        }
        const bool against = attribution_->stance == Stance::denies || attribution_->stance == Stance::rejects;
        return telling >= 1 && (words >= 2 || against);
    }

    /// "(contradict) Oslo": a name is nothing that one can deny.
    bool is_somebody(TokenIndex token) const {
        const std::optional<EntityIndex> entity = book_->covering(token);
        return syntax_->upos(token) == Upos::PROPN && entity && is_actor(book_->entity(*entity).type);
    }

    /// "It was their money", not "It is" and "They do".
    bool states_something(const std::vector<TokenIndex> &tokens) const {
        return std::any_of(tokens.begin(), tokens.end(), [this](TokenIndex token) {
            const Upos tag = syntax_->upos(token);
            return (tag == Upos::NOUN || tag == Upos::VERB || tag == Upos::ADJ || tag == Upos::NUM ||
                    tag == Upos::PROPN) &&
                   !book_->english().statement.has("light", syntax_->lemma(token));
        });
    }

    /// "I have a feeling that", "What is obvious is", "he believed": what was felt or believed stands elsewhere, or
    /// nowhere, and nothing else is told.
    bool lacks_its_clause(TokenIndex top, const std::vector<TokenIndex> &tokens) const {
        const English &english = book_->english();
        // "I have to admit to you"
        if (const std::optional<TokenIndex> inner = syntax_->child(top, "xcomp");
            inner && english.statement.has("light", syntax_->lemma(top)) &&
            std::binary_search(tokens.begin(), tokens.end(), *inner)) {
            top = *inner;
        }
        const bool asks_for_clause = english.reporting.find_verb(syntax_->lemma(top), Complement::clause) != nullptr ||
                                     english.statement.has("evident", syntax_->lemma(top)) ||
                                     std::any_of(tokens.begin(), tokens.end(), [&](TokenIndex token) {
                                         return english.reporting.find_noun(syntax_->lemma(token)) != nullptr;
                                     });
        if (!asks_for_clause) {
            return false;
        }
        constexpr std::ptrdiff_t most_words = 7;
        const auto words = std::count_if(tokens.begin(), tokens.end(),
                                         [this](TokenIndex token) { return syntax_->upos(token) != Upos::PUNCT; });
        const std::optional<TokenIndex> subject = syntax_->own_subject(top);
        if (words > most_words || (subject && syntax_->upos(*subject) != Upos::PRON)) {
            return false;
        }
        const bool completed = std::any_of(tokens.begin(), tokens.end(), [&](TokenIndex token) {
            const bool below = syntax_->head(token) == top;
            const bool addressed = syntax_->is(token, "obl") && syntax_->upos(token) == Upos::PRON;
            return below && !addressed &&
                   (syntax_->is(token, "ccomp") || syntax_->is(token, "xcomp") || syntax_->is(token, "obj") ||
                    syntax_->is(token, "parataxis") || syntax_->is(token, "obl"));
        });
        const auto tells = [&](TokenIndex token) {
            switch (syntax_->upos(token)) {
            case Upos::PROPN:
            case Upos::NUM:
                return true;
            case Upos::NOUN:
                return english.reporting.find_noun(syntax_->lemma(token)) == nullptr &&
                       !syntax_->is(token, "vocative") && !syntax_->is(token, "discourse");
            case Upos::VERB:
                return !english.statement.has("light", syntax_->lemma(token)) &&
                       english.reporting.find_verb(syntax_->lemma(token), Complement::clause) == nullptr;
            case Upos::ADJ:
                return !english.statement.has("evident", syntax_->lemma(token));
            default:
                return false;
            }
        };
        return !completed && std::none_of(tokens.begin(), tokens.end(), tells) && !is_against();
    }

    bool is_against() const {
        return attribution_->stance == Stance::denies || attribution_->stance == Stance::rejects;
    }

    /// "(a step) to counter China": what something is for, and nobody's statement.
    bool is_bare_aim(TokenIndex top, const std::vector<TokenIndex> &tokens) const {
        const bool states = attribution_->stance == Stance::asserts || attribution_->stance == Stance::suggests;
        const std::optional<TokenIndex> mark = syntax_->child(top, "mark");
        return states && mark && *mark == tokens.front() && !quotations_->contains(top) && !syntax_->own_subject(top) &&
               !attribution_->content_subject && syntax_->upos(*mark) == Upos::PART;
    }

    /// "If he goes" and "when they met" alone: what follows from it was not found.
    bool is_lone_condition(TokenIndex top, const std::vector<TokenIndex> &tokens) const {
        // "So if you can look into it …"
        const auto found = std::find_if(tokens.begin(), tokens.end(), [&](TokenIndex token) {
            return token == top || !(syntax_->is(token, "cc") || syntax_->upos(token) == Upos::PUNCT ||
                                     book_->english().statement.has("opening", syntax_->form(token)));
        });
        const TokenIndex first = found == tokens.end() ? tokens.front() : *found;
        const bool opens = syntax_->head(first) == top &&
                           (syntax_->is(first, "mark") || syntax_->is(first, "advmod")) &&
                           (syntax_->upos(first) == Upos::SCONJ || syntax_->upos(first) == Upos::ADV);
        const bool is_condition = opens_quoted_condition(*syntax_, book_->english(), *quotations_, first);
        // Another clause on the same level, or a comma and what follows.
        const bool goes_on = std::any_of(tokens.begin(), tokens.end(), [&](TokenIndex token) {
            return token > top &&
                   (syntax_->is(token, "ccomp") || syntax_->is(token, "parataxis") ||
                    (syntax_->is(token, "conj") && syntax_->own_subject(token)) ||
                    (syntax_->head(token) != top && syntax_->is(token, "nsubj") && !syntax_->is_below(token, top)));
        });
        const bool is_clause = syntax_->is(top, "advcl") && attribution_->stance == Stance::asserts;
        return opens && !goes_on && !is_against() && (is_condition || is_clause);
    }

    /// "whose deeds he covered up" alone: whose they are stands outside.
    bool is_of_another(const std::vector<TokenIndex> &tokens) const {
        const TokenIndex first = tokens.front();
        return syntax_->relation(first) == "nmod:poss" &&
               feature(syntax_->token(first).feats, "PronType") == std::string_view("Rel");
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
        return subject && participle && quotations_->contains(top) && content_.count(*subject) == 0 ? std::nullopt
                                                                                                    : subject;
    }

    const EntityBook *book_;
    const Syntax *syntax_;
    const Quotations *quotations_;
    const FoundAttribution *attribution_;
    std::set<TokenIndex> content_;
    /// The wording that was read last.
    bool is_about_pronoun_ = false;
};

} // namespace

std::vector<Proposition> find_propositions(const EntityBook &book, const Quotations &quotations,
                                           const FoundAttribution &attribution) {
    return PropositionFinder(book, quotations, attribution).run();
}

} // namespace gainsay
