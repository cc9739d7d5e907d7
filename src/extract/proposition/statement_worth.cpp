#include "extract/proposition/statement_worth.h"

#include "extract/proposition/conditions.h"
#include "graph_schema/node_kind.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace gainsay {

/// What is no clause says something if the article quotes it, if it is what somebody denies or rejects, or if it
/// tells what happens where that is demanded, warned of, declined: "named two new members", "shared the quote" tell
/// actions and no statement.
bool StatementWorth::may_be_quoted(const std::vector<TokenIndex> &tokens) const {
    // Most of it, and not a word or two that the article takes from somebody.
    const auto quoted =
        std::count_if(tokens.begin(), tokens.end(), [this](TokenIndex token) { return quotations_->contains(token); });
    const bool acts = attribution_->stance == Stance::demands || attribution_->stance == Stance::warns;
    if (5 * static_cast<std::size_t>(quoted) >= 3 * tokens.size() || (acts && quoted > 0)) {
        return true;
    }
    switch (attribution_->stance) {
    case Stance::denies:
    case Stance::rejects:
        return true;
    case Stance::accuses:
        return tells_charge(tokens);
    case Stance::suggests:
    case Stance::promises:
        return false;
    case Stance::asserts:
        return names_something(tokens) || (has_finite_verb(tokens) && attribution_->is_statement) ||
               is_misread_clause(tokens) || (takes_object(attribution_->cue_head) && tells_some_event(tokens));
    case Stance::demands:
        return tells_some_event(tokens) || is_wished_thing();
    default:
        return tells_some_event(tokens);
    }
}

/// "called for a crackdown on smugglers": what is asked for is what is said, where the network is sure that it is.
bool StatementWorth::is_wished_thing() const {
    constexpr double least_confidence = 0.7;
    return attribution_->is_statement && attribution_->confidence >= least_confidence &&
           syntax_->upos(attribution_->cue_head) == Upos::VERB;
}

/// "blamed the mayor for the fire", "condemned it as a crime"; not "criticized the mayor": who is against somebody, or
/// something, says nothing of it.
bool StatementWorth::tells_charge(const std::vector<TokenIndex> &tokens) const {
    const GrammarWords &words = book_->english().grammar;
    return std::any_of(tokens.begin(), tokens.end(), [&](TokenIndex token) {
        const bool is_of_cue = syntax_->is(token, "obl") && syntax_->head(token) == attribution_->cue_head;
        return (is_of_cue && words.has("object_control", syntax_->preposition(token))) || names_charge(token) ||
               (syntax_->is_predicate(token) && !syntax_->is(token, "amod")) || words.has("as", syntax_->form(token));
    });
}

/// "accused Reed of fraud", where the parser took the charge for a part of his name.
bool StatementWorth::names_charge(TokenIndex token) const {
    const std::optional<TokenIndex> charged = syntax_->is(token, "nmod") ? syntax_->head(token) : std::nullopt;
    const std::vector<ReportingVerb> *readings =
        book_->english().reporting.find_verb(syntax_->lemma(attribution_->cue_head));
    return charged && readings != nullptr && syntax_->is(*charged, "obj") &&
           syntax_->head(*charged) == attribution_->cue_head &&
           std::any_of(readings->begin(), readings->end(), [&](const ReportingVerb &reading) {
               return reading.stance == Stance::accuses && reading.complement == Complement::phrase &&
                      reading.preposition == syntax_->preposition(token);
           });
}

/// "(spoke) about how it began", "(elaborated) on what would be discussed": of what somebody spoke, and not what he
/// said.
bool StatementWorth::is_topic(const std::vector<TokenIndex> &tokens) const {
    const TokenIndex first = tokens.front();
    const std::optional<TokenIndex> head = syntax_->head(first);
    const bool is_stated = attribution_->stance == Stance::asserts || attribution_->stance == Stance::suggests;
    if (!is_stated || syntax_->upos(first) == Upos::PUNCT || quotations_->contains(first) || !head || *head < first ||
        !book_->english().grammar.has("topic", lookup_form(syntax_->form(first)))) {
        return false;
    }
    return std::all_of(tokens.begin(), tokens.end(), [&](TokenIndex token) {
        return token == *head || syntax_->upos(token) == Upos::PUNCT || syntax_->is_below(token, *head);
    });
}

/// "(announced) a new site", "(notes) a policy of lending when money is there": a noun, of which nothing is said, and
/// circumstances of the verb in front of it.
bool StatementWorth::is_bare_phrase(const std::vector<TokenIndex> &tokens) const {
    const bool states = attribution_->stance == Stance::asserts || attribution_->stance == Stance::accuses ||
                        attribution_->stance == Stance::warns;
    const bool is_charge = std::any_of(tokens.begin(), tokens.end(), [this](TokenIndex t) { return names_charge(t); });
    if (!states || is_charge || attribution_->content_subject || is_worth_quoting(tokens)) {
        return false;
    }
    bool has_object = false;
    for (const TokenIndex token : tokens) {
        const std::optional<TokenIndex> head = syntax_->head(token);
        const bool is_inner = head && std::binary_search(tokens.begin(), tokens.end(), *head);
        if (is_inner || syntax_->upos(token) == Upos::PUNCT) {
            continue;
        }
        // "(concern) about the bridge" is of a noun that says it.
        const bool is_object =
            (syntax_->is(token, "obj") || (syntax_->is(token, "nmod") && head == attribution_->cue_head)) &&
            syntax_->is_nominal(token) && !syntax_->is_predicate(token) && !syntax_->child(token, {"nsubj", "csubj"});
        has_object = has_object || is_object;
        const bool is_circumstance =
            has_object && head == attribution_->cue_head && (syntax_->is(token, "advcl") || syntax_->is(token, "obl"));
        if (!is_object && !is_circumstance) {
            return false;
        }
    }
    return has_object;
}

/// "called the plan a land grab", "described it as a mess": what the words say of a thing.
bool StatementWorth::names_something(const std::vector<TokenIndex> &tokens) const {
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

bool StatementWorth::has_finite_verb(const std::vector<TokenIndex> &tokens) const {
    return syntax_->upos(tokens.front()) == Upos::SCONJ &&
           std::any_of(tokens.begin(), tokens.end(), [this](TokenIndex token) {
               return feature(syntax_->token(token).feats, "VerbForm") == std::string_view("Fin");
           });
}

/// "say 'hoax devices' warrant ten years", where the parser saw no clause: of a verb that takes nothing else, and that
/// the network is sure of.
bool StatementWorth::is_misread_clause(const std::vector<TokenIndex> &tokens) const {
    constexpr double least_confidence = 0.6;
    constexpr double least_without_verb = 0.85;
    constexpr std::ptrdiff_t least_words = 5;
    const std::string &verb = syntax_->lemma(attribution_->cue_head);
    const ReportingWords &words = book_->english().reporting;
    const auto count = std::count_if(tokens.begin(), tokens.end(),
                                     [this](TokenIndex token) { return syntax_->upos(token) != Upos::PUNCT; });
    const bool has_verb = std::any_of(tokens.begin(), tokens.end(), [this](TokenIndex token) {
        return feature(syntax_->token(token).feats, "VerbForm") == std::string_view("Fin");
    });
    return attribution_->is_statement && count >= least_words &&
           attribution_->confidence >= (has_verb ? least_confidence : least_without_verb) &&
           syntax_->upos(attribution_->cue_head) == Upos::VERB &&
           words.find_verb(verb, Complement::clause) != nullptr && words.find_verb(verb, Complement::object) == nullptr;
}

/// "announced the removal of the embargo": verbs that tell what their object tells.
bool StatementWorth::takes_object(TokenIndex cue) const {
    return book_->english().statement.has("telling", syntax_->lemma(cue));
}

bool StatementWorth::tells_some_event(const std::vector<TokenIndex> &tokens) const {
    return std::any_of(tokens.begin(), tokens.end(), [this](TokenIndex token) {
        return syntax_->upos(token) == Upos::NOUN && tells_event(syntax_->lemma(token)) &&
               syntax_->child(token, {"nmod", "acl"});
    });
}

bool StatementWorth::tells_event(const std::string &noun) const {
    if (book_->english().frames.find_noun(noun) != nullptr) {
        return true;
    }
    const std::vector<std::string> &endings = book_->english().statement.words("event_ending");
    return std::any_of(endings.begin(), endings.end(), [&noun](const std::string &ending) {
        return noun.size() > ending.size() + 2 && noun.compare(noun.size() - ending.size(), ending.size(), ending) == 0;
    });
}

/// Two words that mean something, at least, of which one is no pronoun, no light verb and no word for what was said
/// ("the charges", "a statement by her").
bool StatementWorth::says_something(const std::vector<TokenIndex> &tokens) const {
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

bool StatementWorth::may_tell(const std::vector<TokenIndex> &tokens) const {
    const bool names_report = std::any_of(tokens.begin(), tokens.end(), [this](TokenIndex token) {
        return syntax_->upos(token) == Upos::NOUN &&
               book_->english().reporting.find_noun(syntax_->lemma(token)) != nullptr;
    });
    return says_something(tokens) || (is_against() && names_report);
}

bool StatementWorth::opens_as_condition(const std::vector<TokenIndex> &tokens) const {
    const TokenIndex first = tokens.front();
    const std::optional<TokenIndex> verb = syntax_->head(first);
    const bool is_open = attribution_->stance == Stance::questions || attribution_->stance == Stance::declines;
    return !is_against() && verb && syntax_->is(first, "mark") && syntax_->is(*verb, "advcl") &&
           opens_condition(*syntax_, book_->english(), *quotations_, first, is_open) &&
           std::all_of(tokens.begin(), tokens.end(), [&](TokenIndex token) {
               return token == *verb || syntax_->upos(token) == Upos::PUNCT || syntax_->is_below(token, *verb);
           });
}

/// "(contradict) Oslo": a name is nothing that one can deny.
bool StatementWorth::is_somebody(TokenIndex token) const {
    const std::optional<EntityIndex> entity = book_->covering(token);
    return syntax_->upos(token) == Upos::PROPN && entity && is_actor(book_->entity(*entity).type);
}

/// "It was their money", not "It is" and "They do".
bool StatementWorth::states_something(const std::vector<TokenIndex> &tokens) const {
    return std::any_of(tokens.begin(), tokens.end(), [this](TokenIndex token) {
        const Upos tag = syntax_->upos(token);
        return (tag == Upos::NOUN || tag == Upos::VERB || tag == Upos::ADJ || tag == Upos::NUM || tag == Upos::PROPN) &&
               !book_->english().statement.has("light", syntax_->lemma(token));
    });
}

/// "I have a feeling that", "What is obvious is", "he believed": what was felt or believed stands elsewhere, or
/// nowhere, and nothing else is told.
bool StatementWorth::lacks_its_clause(TokenIndex top, const std::vector<TokenIndex> &tokens) const {
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
            return english.reporting.find_noun(syntax_->lemma(token)) == nullptr && !syntax_->is(token, "vocative") &&
                   !syntax_->is(token, "discourse");
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

bool StatementWorth::is_against() const {
    return attribution_->stance == Stance::denies || attribution_->stance == Stance::rejects;
}

/// "(which he said) he would do": of what he would do nothing is left.
bool StatementWorth::lacks_deed(TokenIndex top, const std::vector<TokenIndex> &tokens) const {
    const std::optional<TokenIndex> subject = syntax_->own_subject(top);
    if (!subject || !book_->english().statement.has("ellipsis", syntax_->lemma(top)) || quotations_->contains(top)) {
        return false;
    }
    return std::all_of(tokens.begin(), tokens.end(), [&](TokenIndex token) {
        const Upos tag = syntax_->upos(token);
        return token == top || token == *subject || syntax_->is_below(token, *subject) || tag == Upos::AUX ||
               tag == Upos::PUNCT || tag == Upos::PART || tag == Upos::SCONJ || tag == Upos::PRON;
    });
}

/// "(a step) to counter China": what something is for, and nobody's statement.
bool StatementWorth::is_bare_aim(TokenIndex top, const std::vector<TokenIndex> &tokens) const {
    const bool states = attribution_->stance == Stance::asserts || attribution_->stance == Stance::suggests;
    const std::optional<TokenIndex> mark = syntax_->child(top, "mark");
    return states && mark && *mark == tokens.front() && !quotations_->contains(top) && !syntax_->own_subject(top) &&
           !attribution_->content_subject && syntax_->upos(*mark) == Upos::PART;
}

/// "If he goes" and "when they met" alone: what follows from it was not found.
bool StatementWorth::is_lone_condition(TokenIndex top, const std::vector<TokenIndex> &tokens) const {
    // "So if you can look into it …"
    const auto found = std::find_if(tokens.begin(), tokens.end(), [&](TokenIndex token) {
        return token == top || !(syntax_->is(token, "cc") || syntax_->upos(token) == Upos::PUNCT ||
                                 book_->english().statement.has("opening", syntax_->form(token)));
    });
    const TokenIndex first = found == tokens.end() ? tokens.front() : *found;
    const bool opens = syntax_->head(first) == top && (syntax_->is(first, "mark") || syntax_->is(first, "advmod")) &&
                       (syntax_->upos(first) == Upos::SCONJ || syntax_->upos(first) == Upos::ADV);
    const bool is_open = attribution_->stance == Stance::questions || attribution_->stance == Stance::declines;
    const bool is_condition =
        syntax_->is(first, "mark") && opens_condition(*syntax_, book_->english(), *quotations_, first, is_open);
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

/// "(elaborated on) what would be discussed": what it is about, and not what was said of it.
bool StatementWorth::is_open_question(TokenIndex top, const std::vector<TokenIndex> &tokens) const {
    const TokenIndex first = tokens.front();
    return attribution_->stance == Stance::asserts && !quotations_->contains(first) && syntax_->head(first) == top &&
           syntax_->upos(first) == Upos::PRON && !syntax_->child(top, "cop") &&
           feature(syntax_->token(first).feats, "PronType") == std::string_view("Int");
}

/// "whose deeds he covered up" alone: whose they are stands outside.
bool StatementWorth::is_of_another(const std::vector<TokenIndex> &tokens) const {
    const TokenIndex first = tokens.front();
    return syntax_->relation(first) == "nmod:poss" &&
           feature(syntax_->token(first).feats, "PronType") == std::string_view("Rel");
}

} // namespace gainsay
