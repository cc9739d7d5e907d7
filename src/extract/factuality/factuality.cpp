#include "extract/factuality/factuality.h"

#include "extract/factuality/factuality_features.h"
#include "extract/syntax/token_features.h"
#include "language/modality_cue.h"

#include <algorithm>

namespace gainsay {

namespace {

bool is_negation(const Syntax &syntax, const English &english, TokenIndex token) {
    return english.factuality.has("negation", syntax.lemma(token)) ||
           english.factuality.has("negation", syntax.form(token));
}

bool is_infinitive(const Syntax &syntax, TokenIndex token) {
    return has_feature(syntax, token, "VerbForm", "Inf");
}

/// "nobody came", "made no promise": the negation stands in the subject or object.
bool has_negated_argument(const Syntax &syntax, const English &english, TokenIndex predicate) {
    for (const TokenIndex child : syntax.children(predicate)) {
        if (!syntax.is(child, "nsubj") && !syntax.is(child, "obj")) {
            continue;
        }
        if (is_negation(syntax, english, child)) {
            return true;
        }
        for (const TokenIndex below : syntax.children(child)) {
            if (syntax.is(below, "det") && is_negation(syntax, english, below)) {
                return true;
            }
        }
    }
    return false;
}

/// Whether the word above leaves undone what stands below it: "failed to", "unable to", "prevented it from".
bool leaves_undone(const Syntax &syntax, const English &english, TokenIndex head, TokenIndex below) {
    const FactualityCues &words = english.factuality;
    const std::string lemma = syntax.verb_lemma(head);
    if (is_infinitive(syntax, below)) {
        return words.has("undone", lemma);
    }
    return is_ing_form(syntax, below) &&
           (words.has("avoided", lemma) ||
            (words.has("prevented", lemma) && words.has("prevented_by", syntax.marker(below))));
}

/// "should not do this selectively but within the framework": how it is done is denied, and what is done is not.
bool is_corrected(const Syntax &syntax, const English &english, TokenIndex predicate) {
    const auto children = syntax.children(predicate);
    return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
        const std::optional<TokenIndex> joint = syntax.child(child, "cc");
        return child > predicate && (syntax.is(child, "obl") || syntax.is(child, "advmod")) && joint &&
               *joint < child && english.factuality.has("contrast", syntax.form(*joint));
    });
}

/// Above a clause without a subject of its own, as far as its negation reaches down.
constexpr int most_governors = 4;

bool is_negated_at(const Syntax &syntax, const English &english, TokenIndex predicate, NegationReach reach, int steps) {
    if ((negation_of(syntax, english, predicate) && !is_corrected(syntax, english, predicate)) ||
        has_negated_argument(syntax, english, predicate) || english.factuality.has("mute", syntax.marker(predicate))) {
        return true;
    }
    // "change the law rather than break it"
    for (const TokenIndex child : syntax.children(predicate)) {
        if (syntax.is(child, "cc") && english.factuality.has("negated_joint", syntax.form(child))) {
            return true;
        }
    }
    const std::optional<TokenIndex> head = syntax.head(predicate);
    if (!head || steps == 0) {
        return false;
    }
    // "nothing to apologize for"
    if (syntax.is(predicate, "acl") && is_infinitive(syntax, predicate) && is_negation(syntax, english, *head)) {
        return true;
    }
    const bool controlled = syntax.is(predicate, "xcomp") || syntax.is(predicate, "advcl") ||
                            syntax.is(predicate, "ccomp") || syntax.is(predicate, "acl");
    if (reach == NegationReach::governors && controlled && leaves_undone(syntax, english, *head, predicate)) {
        return !is_negated_at(syntax, english, *head, reach, steps - 1);
    }
    // "did not want to go": the negation above an infinitive.
    if (syntax.is(predicate, "xcomp") && (syntax.upos(*head) == Upos::VERB || syntax.upos(*head) == Upos::ADJ)) {
        return is_negated_at(syntax, english, *head, reach, steps - 1);
    }
    // "failed to come and speak", "neither met nor spoke": in a list of verbs they share it.
    if (syntax.is(predicate, "conj") && is_infinitive(syntax, predicate) && is_infinitive(syntax, *head) &&
        !syntax.own_subject(predicate)) {
        const bool contrast =
            std::any_of(syntax.children(predicate).begin(), syntax.children(predicate).end(), [&](TokenIndex child) {
                return syntax.is(child, "cc") && english.factuality.has("contrast", syntax.form(child));
            });
        return !contrast && is_negated_at(syntax, english, *head, reach, steps - 1);
    }
    return false;
}

/// By words and constructions alone.
struct RuledModality {
    Modality modality = Modality::actual;
    /// A word says so ("may", "tried to"), not only the construction ("a decision to go").
    bool by_word = false;
};

/// By auxiliaries and adverbs of the predicate, and by a condition that hangs on it.
std::optional<RuledModality> modality_by_children(const Syntax &syntax, const English &english, TokenIndex predicate) {
    const FactualityCues &words = english.factuality;
    const auto children = syntax.children(predicate);
    // "if they want that, they should come": what should be is asked for, on whatever condition.
    const bool demanded = std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
        return syntax.is(child, "aux") && modality_of_word(syntax, english, child) == Modality::requested;
    });
    for (const TokenIndex child : children) {
        if (syntax.is(child, "aux") || syntax.is(child, "advmod")) {
            if (const auto modality = modality_of_word(syntax, english, child)) {
                return RuledModality{*modality, true};
            }
        }
        if (syntax.is(child, "advcl") && words.has("conditional", syntax.marker(child)) &&
            syntax.upos(predicate) == Upos::VERB && !demanded) {
            return RuledModality{Modality::conditional};
        }
    }
    return std::nullopt;
}

RuledModality modality_by_rule(const Syntax &syntax, const English &english, TokenIndex predicate);

/// By the word on which the predicate hangs.
RuledModality modality_by_governor(const Syntax &syntax, const English &english, TokenIndex predicate,
                                   TokenIndex head) {
    const FactualityCues &words = english.factuality;
    const bool infinitive = is_infinitive(syntax, predicate) && !syntax.child(predicate, "aux");
    const bool complement = syntax.is(predicate, "xcomp");
    const bool controlled = infinitive && (complement || syntax.is(predicate, "advcl") || syntax.is(predicate, "acl") ||
                                           syntax.is(predicate, "csubj") || syntax.is(predicate, "ccomp"));
    // "considers sending", "is committed to sending": what governs a gerund may leave it open too.
    const bool ing_form = is_ing_form(syntax, predicate);
    const bool gerund = ing_form && complement;
    const bool led_to = ing_form && !complement && (syntax.is(predicate, "advcl") || syntax.is(predicate, "ccomp")) &&
                        words.has("leads_to", syntax.marker(predicate));
    if (led_to || controlled || gerund) {
        if (const auto modality = modality_of_word(syntax, english, head)) {
            return {*modality, true};
        }
    }
    if (controlled || gerund) {
        return complement ? modality_by_rule(syntax, english, head) : RuledModality{Modality::planned};
    }
    if (syntax.is(predicate, "conj") && !syntax.own_subject(predicate)) {
        return modality_by_rule(syntax, english, head);
    }
    return {};
}

RuledModality modality_by_rule(const Syntax &syntax, const English &english, TokenIndex predicate) {
    const FactualityCues &words = english.factuality;
    if (const std::optional<RuledModality> told = modality_by_children(syntax, english, predicate)) {
        return *told;
    }
    if (words.has("conditional", syntax.marker(predicate))) {
        return {Modality::conditional, true};
    }
    if (has_feature(syntax, predicate, "Mood", "Imp")) {
        return {Modality::requested};
    }
    if (const std::optional<TokenIndex> head = syntax.head(predicate)) {
        return modality_by_governor(syntax, english, predicate, *head);
    }
    const Sentence &sentence = syntax.sentence(syntax.sentence_of(predicate));
    const bool asked = words.has("question", syntax.form(sentence.end_token - 1));
    return {asked ? Modality::possible : Modality::actual};
}

/// What is not told as a fact though no word says how.
Modality unreal_modality(const Syntax &syntax, const English &english, TokenIndex predicate) {
    const Sentence &sentence = syntax.sentence(syntax.sentence_of(predicate));
    if (english.factuality.has("question", syntax.form(sentence.end_token - 1))) {
        return Modality::possible;
    }
    return is_infinitive(syntax, predicate) ? Modality::planned : Modality::possible;
}

} // namespace

std::optional<TokenIndex> negation_of(const Syntax &syntax, const English &english, TokenIndex predicate) {
    for (const TokenIndex child : syntax.children(predicate)) {
        const bool place = syntax.is(child, "advmod") || syntax.is(child, "det") || syntax.is(child, "aux") ||
                           syntax.is(child, "cc") || syntax.is(child, "neg");
        // "no longer"
        const bool two_words =
            place && child > 0 && english.factuality.has("negation", syntax.form(child - 1) + " " + syntax.form(child));
        if (two_words || (place && is_negation(syntax, english, child))) {
            return child;
        }
    }
    return std::nullopt;
}

bool is_negated(const Syntax &syntax, const English &english, TokenIndex predicate, NegationReach reach) {
    return is_negated_at(syntax, english, predicate, reach, most_governors);
}

Modality stated_modality(const Syntax &syntax, const English &english, TokenIndex predicate) {
    return modality_by_rule(syntax, english, predicate).modality;
}

std::optional<Modality> modality_of_word(const Syntax &syntax, const English &english, TokenIndex token) {
    for (const Modality modality :
         {Modality::possible, Modality::planned, Modality::requested, Modality::conditional}) {
        if (english.factuality.has(cue_of(modality), syntax.lemma(token)) ||
            english.factuality.has(cue_of(modality), syntax.form(token))) {
            return modality;
        }
    }
    return std::nullopt;
}

Modality modality_of(const Syntax &syntax, const English &english, TokenIndex predicate) {
    const RuledModality rule = modality_by_rule(syntax, english, predicate);
    if (syntax.upos(predicate) != Upos::VERB || rule.by_word) {
        return rule.modality;
    }
    // Where no word says it and the model is sure of the other side, it wins. Both thresholds were chosen
    // looking at the development table.
    constexpr double surely_unreal = -0.5;
    constexpr double surely_real = 1.0;
    const double score = english.factuality_model.score(factuality_features(syntax, english.factuality, predicate));
    if (rule.modality == Modality::actual) {
        return score < surely_unreal && !is_negated(syntax, english, predicate)
                   ? unreal_modality(syntax, english, predicate)
                   : rule.modality;
    }
    return score > surely_real ? Modality::actual : rule.modality;
}

} // namespace gainsay
