#include "extract/attribution/unuttered_speech.h"

#include "extract/attribution/source_phrase.h"
#include "extract/factuality/factuality.h"
#include "extract/syntax/token_list.h"

#include <algorithm>

namespace gainsay {

namespace {

/// As the network reads it.
constexpr float most_unsaid = 0.6F;

class Utterance {
  public:
    Utterance(const EntityBook &book, const Quotations &quotations, const FoundAttribution &found)
        : book_(&book), syntax_(&book.syntax()), english_(&book.english()), quotations_(&quotations), found_(&found) {}

    bool is_real() const {
        const TokenIndex cue = found_->cue_head;
        if ((!is_quoted() && !has_known_word() && !tells_that()) || found_->no_statement >= most_unsaid) {
            return false;
        }
        // "had every reason to believe": the verb of saying may be the last of the cue.
        const bool is_open = std::any_of(found_->cue.begin(), found_->cue.end(), [this](TokenIndex token) {
            return syntax_->upos(token) == Upos::VERB && is_only_open(token);
        });
        if (is_of_none() || is_open || is_answer_to_thing() || is_only_wished() || is_how_seen()) {
            return false;
        }
        if (syntax_->upos(cue) != Upos::VERB) {
            // "If Reed is sure that he will win": neither.
            return syntax_->upos(cue) != Upos::ADJ || !is_supposed(cue);
        }
        return !is_undone_denial(cue) && !is_done_by_facts(cue) && !is_governed(cue) && !is_duty(cue) &&
               !is_possible(cue) && !is_asked(cue) && !is_knowledge(cue) && !is_supposed(cue) &&
               !shares_negation(cue) && !is_intention(cue) && !is_felt_beside(cue);
    }

    /// "Larson was told that …", "Reid was blamed for …", "asked whether …, Larson said": who is told or charged says
    /// nothing.
    bool is_addressed() const {
        const TokenIndex cue = found_->cue_head;
        if (!found_->source_head || syntax_->upos(cue) != Upos::VERB) {
            return false;
        }
        const bool is_passive =
            syntax_->child(cue, "aux:pass") && syntax_->child(cue, "nsubj:pass") == found_->source_head;
        const bool is_participle = syntax_->token(cue).xpos == "VBN" && !syntax_->child(cue, {"aux", "aux:pass"}) &&
                                   !syntax_->own_subject(cue) && !syntax_->is_below(*found_->source_head, cue) &&
                                   (syntax_->is(cue, "advcl") || syntax_->is(cue, "ccomp"));
        if (!is_passive && !is_participle) {
            return false;
        }
        // "Is convinced that …" is what somebody thinks: of verbs that say something alone.
        const std::vector<ReportingVerb> *readings = english_->reporting.find_verb(syntax_->lemma(cue));
        return readings != nullptr &&
               (english_->grammar.has("addressed", syntax_->lemma(cue)) ||
                std::any_of(readings->begin(), readings->end(), [](const ReportingVerb &reading) {
                    // "was asked what he thinks", "was urged to resign"
                    return reading.stance == Stance::accuses || reading.complement == Complement::object_to;
                }));
    }

    bool has_speaker() const {
        if (is_addressed()) {
            return false;
        }
        if (!found_->source_entity || !found_->source_head || syntax_->upos(*found_->source_head) == Upos::PROPN) {
            return true;
        }
        // "The group claimed that YouTube has …": a noun or pronoun is not for whom the content names.
        const EntityIndex speaker = *found_->source_entity;
        if (syntax_->upos(*found_->source_head) == Upos::NOUN) {
            return !is_subject_of_content(*book_, *quotations_, found_->content, speaker);
        }
        return std::none_of(found_->content.begin(), found_->content.end(), [&](TokenIndex token) {
            return syntax_->upos(token) == Upos::PROPN && book_->at(token) == speaker;
        });
    }

  private:
    bool is_quoted() const {
        return std::any_of(found_->content.begin(), found_->content.end(),
                           [this](TokenIndex token) { return quotations_->contains(token); });
    }

    /// "portrayed himself as a victim": what the author makes of it.
    bool is_how_seen() const {
        const auto first = std::find_if(found_->content.begin(), found_->content.end(),
                                        [this](TokenIndex token) { return syntax_->upos(token) != Upos::PUNCT; });
        return !is_quoted() && first != found_->content.end() &&
               feature(syntax_->token(*first).feats, "Reflex") == std::string_view("Yes");
    }

    /// "No lawmaker has threatened to …"
    bool is_of_none() const {
        if (!found_->source_head) {
            return false;
        }
        // "Nobody has said", "Nothing in the book tells": not where the parser took a name for such a word.
        const std::optional<TokenIndex> determiner = syntax_->child(*found_->source_head, "det");
        return (determiner && english_->factuality.has("negation", syntax_->form(*determiner))) ||
               (syntax_->upos(*found_->source_head) == Upos::PRON &&
                english_->factuality.has("negation", syntax_->form(*found_->source_head)));
    }

    /// Some word of the cue is known to report: "look to", "went up against" are not.
    bool has_known_word() const {
        return std::any_of(found_->cue.begin(), found_->cue.end(), [this](TokenIndex token) {
            const std::string &lemma = syntax_->lemma(token);
            switch (syntax_->upos(token)) {
            case Upos::VERB:
            case Upos::AUX:
                return english_->reporting.find_verb(syntax_->verb_lemma(token)) != nullptr ||
                       english_->reporting.find_verb(lemma) != nullptr || english_->statement.has("naming", lemma) ||
                       english_->statement.has("telling", lemma);
            case Upos::NOUN:
                return english_->reporting.find_noun(lemma) != nullptr;
            case Upos::ADJ:
                return english_->statement.has("evident", lemma) || english_->statement.has("untrue", lemma);
            case Upos::ADP:
            case Upos::PUNCT:
                return true;
            default:
                return false;
            }
        });
    }

    /// "fired back that she knew it": an unknown verb, and a content that can only be what is said.
    bool tells_that() const {
        constexpr double least_confidence = 0.5;
        const TokenIndex first = found_->content.front();
        return found_->confidence >= least_confidence && syntax_->upos(found_->cue_head) == Upos::VERB &&
               syntax_->upos(first) == Upos::SCONJ && english_->grammar.has("that", syntax_->form(first)) &&
               !english_->factuality.has("conditional", syntax_->form(first));
    }

    /// "opened it, fearing the powder was poison": what somebody feels while he does something else.
    bool is_felt_beside(TokenIndex cue) const {
        return english_->statement.has("feeling", syntax_->lemma(cue)) && !syntax_->is_finite(cue) &&
               !syntax_->child(cue, "aux") && (syntax_->is(cue, "advcl") || syntax_->is(cue, "acl"));
    }

    /// "had every reason to believe that …", "an interest in showing that …": of a noun that names no act.
    bool is_only_open(TokenIndex cue) const {
        const std::optional<TokenIndex> noun = syntax_->is(cue, "acl") ? syntax_->head(cue) : std::nullopt;
        const bool leads = syntax_->child(cue, "mark") && !syntax_->is_finite(cue) && !syntax_->own_subject(cue);
        return noun && leads && syntax_->upos(*noun) == Upos::NOUN && !is_quoted() &&
               !english_->statement.has("denying_act", syntax_->lemma(*noun)) &&
               !english_->grammar.has("infinitive_noun", syntax_->lemma(*noun)) &&
               english_->reporting.find_noun(syntax_->lemma(*noun)) == nullptr;
    }

    /// "responded to reports that …": a verb that needs a clause, over a thing that others said.
    bool is_answer_to_thing() const {
        const auto is_thing = [this](TokenIndex token) {
            const std::optional<TokenIndex> verb = syntax_->head(token);
            return verb && contains(found_->cue, *verb) && syntax_->upos(*verb) == Upos::VERB &&
                   syntax_->is(token, "obl") && syntax_->child(token, "case") &&
                   // Not "said in a statement that …".
                   syntax_->child(token, {"acl", "ccomp"}) &&
                   !english_->grammar.has("location", lookup_form(syntax_->preposition(token))) &&
                   english_->reporting.find_noun(syntax_->lemma(token)) != nullptr && says_by_clause(*verb);
        };
        return !is_quoted() && (std::any_of(found_->cue.begin(), found_->cue.end(), is_thing) ||
                                std::any_of(found_->content.begin(), found_->content.end(), is_thing));
    }

    /// "respond" that he will go; not "speak of", "believe in".
    bool says_by_clause(TokenIndex verb) const {
        const std::vector<ReportingVerb> *readings = english_->reporting.find_verb(syntax_->lemma(verb));
        return readings != nullptr && std::all_of(readings->begin(), readings->end(), [](const ReportingVerb &reading) {
                   return reading.complement == Complement::clause;
               });
    }

    /// "required him to admit", "wants her to say", "makes him believe", "able to tell"
    bool is_governed(TokenIndex cue) const {
        const std::optional<TokenIndex> above = syntax_->head(cue);
        const bool bare = is_bare(cue) && (syntax_->is(cue, "ccomp") || syntax_->is(cue, "xcomp"));
        return above && (bare || syntax_->is(cue, "xcomp")) &&
               (syntax_->upos(*above) == Upos::VERB || syntax_->upos(*above) == Upos::ADJ) &&
               english_->statement.has("unuttered", syntax_->lemma(*above));
    }

    /// "He wanted to say that …", all of which is the cue.
    bool is_only_wished() const {
        return !is_quoted() && std::any_of(found_->cue.begin(), found_->cue.end(), [this](TokenIndex token) {
            const std::optional<TokenIndex> above = syntax_->is(token, "xcomp") ? syntax_->head(token) : std::nullopt;
            return above && contains(found_->cue, *above) &&
                   english_->statement.has("wishing", syntax_->lemma(*above)) &&
                   english_->reporting.find_verb(syntax_->lemma(token), Complement::clause) != nullptr;
        });
    }

    /// "They have to show that …"; not "had to admit".
    bool is_duty(TokenIndex cue) const {
        const std::optional<TokenIndex> act = syntax_->is(cue, "xcomp") && syntax_->child(cue, "mark")
                                                  ? std::optional(cue)
                                                  : syntax_->child(cue, "xcomp");
        const std::optional<TokenIndex> verb = act == cue ? syntax_->head(cue) : std::optional(cue);
        return act && verb && contains(found_->cue, *act) && english_->statement.has("light", syntax_->lemma(*verb)) &&
               feature(syntax_->token(*verb).feats, "Tense") == std::string_view("Pres") && !is_quoted();
    }

    bool is_denial() const {
        return found_->stance == Stance::denies || found_->stance == Stance::rejects ||
               found_->stance == Stance::retracts;
    }

    /// "Evidence to dispute the claim", "it is right to refute it", "was not asked to deny it": nobody did.
    bool is_undone_denial(TokenIndex cue) const {
        TokenIndex verb = cue;
        while (is_denial() && is_bare(verb)) {
            const std::optional<TokenIndex> above = syntax_->head(verb);
            if (!above) {
                return false;
            }
            const bool joined = syntax_->is(verb, "conj") && is_bare(*above);
            if (!joined) {
                if (syntax_->is_nominal(*above) ? syntax_->is(verb, "acl") && !syntax_->is(verb, "acl:relcl")
                                                : syntax_->upos(*above) == Upos::ADJ) {
                    return !is_act(*above);
                }
                const bool clause = syntax_->is(verb, "xcomp") || syntax_->is(verb, "ccomp");
                if (!clause || negation_of(*syntax_, *english_, *above)) {
                    return clause;
                }
            }
            verb = *above;
        }
        return false;
    }

    /// "The decision to reject the claim", "quick to deny it", "the first man to deny it".
    bool is_act(TokenIndex word) const {
        const auto children = syntax_->children(word);
        return english_->statement.has("denying_act", syntax_->lemma(word)) ||
               std::any_of(children.begin(), children.end(), [this](TokenIndex child) {
                   return syntax_->is(child, "amod") && english_->statement.has("denying_act", syntax_->lemma(child));
               });
    }

    /// "Was well liked, contradicting the claim": unless whoever is meant says something.
    bool is_done_by_facts(TokenIndex cue) const {
        if (!english_->statement.has("by_facts", syntax_->lemma(cue)) || !syntax_->is(cue, "advcl") ||
            syntax_->own_subject(cue)) {
            return false;
        }
        for (std::optional<TokenIndex> above = syntax_->head(cue); above; above = syntax_->head(*above)) {
            if (english_->reporting.find_verb(syntax_->lemma(*above)) != nullptr) {
                return false;
            }
        }
        return true;
    }

    bool is_bare(TokenIndex verb) const {
        return feature(syntax_->token(verb).feats, "VerbForm") == std::string_view("Inf");
    }

    /// "If he believes that …", "asked whether she thinks that …": nobody says that it is so.
    bool is_supposed(TokenIndex cue) const {
        const std::optional<TokenIndex> mark = syntax_->child(cue, "mark");
        return is_awaited(cue) || (mark && *mark < cue && (syntax_->is(cue, "advcl") || syntax_->is(cue, "ccomp")) &&
                                   (!is_quoted() || quotations_->contains(cue)) &&
                                   english_->factuality.has("conditional", syntax_->form(*mark)));
    }

    /// "will be lifted only when the agency certifies that …": it has not said so yet.
    bool is_awaited(TokenIndex cue) const {
        const std::optional<TokenIndex> verb = syntax_->head(cue);
        if (!verb || !syntax_->is(cue, "advcl") || is_quoted() ||
            feature(syntax_->token(cue).feats, "Tense") != std::string_view("Pres")) {
            return false;
        }
        const auto openers = syntax_->children(cue);
        const auto others = syntax_->children(*verb);
        return std::any_of(openers.begin(), openers.end(),
                           [&](TokenIndex child) {
                               return child < cue && (syntax_->is(child, "mark") || syntax_->is(child, "advmod")) &&
                                      english_->factuality.has("awaited", syntax_->form(child));
                           }) &&
               std::any_of(others.begin(), others.end(), [&](TokenIndex child) {
                   return syntax_->is(child, "aux") && english_->factuality.has("planned", syntax_->lemma(child));
               });
    }

    /// "They do not sit down and say …"
    bool shares_negation(TokenIndex cue) const {
        const std::optional<TokenIndex> first = syntax_->head(cue);
        return first && syntax_->is(cue, "conj") && is_bare(cue) && !syntax_->own_subject(cue) &&
               !syntax_->child(cue, "aux") && negation_of(*syntax_, *english_, *first).has_value();
    }

    /// "could argue"; not "could not say", where nothing is said all the same.
    bool is_possible(TokenIndex cue) const {
        if (negation_of(*syntax_, *english_, cue)) {
            return false;
        }
        // "would come and say": the auxiliary of the first verb.
        TokenIndex verb = cue;
        while (syntax_->is(verb, "conj") && is_bare(verb) && !syntax_->own_subject(verb) &&
               !syntax_->child(verb, "aux") && syntax_->head(verb)) {
            verb = *syntax_->head(verb);
        }
        const auto children = syntax_->children(verb);
        return std::any_of(children.begin(), children.end(), [this, verb](TokenIndex child) {
            // "Perhaps he thinks that …" is the author's guess.
            if (syntax_->is(child, "advmod") && child < verb && !is_quoted()) {
                return english_->statement.has("hypothetical", syntax_->lemma(child));
            }
            // "will say that …" is expected of somebody; what is quoted ahead was given out.
            return syntax_->is(child, "aux") &&
                   (english_->statement.has("hypothetical", syntax_->lemma(child)) ||
                    (!is_quoted() && english_->factuality.has("planned", syntax_->lemma(child))));
        });
    }

    /// "As Reed knows", "she realized that": what the article itself says is so.
    bool is_knowledge(TokenIndex cue) const {
        return english_->statement.has("factive", syntax_->lemma(cue)) && !quotations_->contains(cue) && !is_quoted();
    }

    /// "They plan to close it", "decided to go": what somebody is about to do, which he need not have said. Verbs of
    /// promising may have a clause as well ("vowed that …").
    bool is_intention(TokenIndex cue) const {
        const std::vector<ReportingVerb> *readings = english_->reporting.find_verb(syntax_->verb_lemma(cue));
        return readings != nullptr && !is_quoted() &&
               std::all_of(readings->begin(), readings->end(), [](const ReportingVerb &reading) {
                   return reading.stance == Stance::promises && reading.complement == Complement::infinitive;
               });
    }

    /// A question of the article's own.
    bool is_asked(TokenIndex cue) const {
        const Sentence &sentence = syntax_->sentence(syntax_->sentence_of(cue));
        const bool main = !syntax_->head(cue) || syntax_->is(cue, "conj");
        const TokenIndex last = sentence.end_token - 1;
        return main && syntax_->form(last).front() == '?' && !quotations_->contains(last) && !is_quoted();
    }

    const EntityBook *book_;
    const Syntax *syntax_;
    const English *english_;
    const Quotations *quotations_;
    const FoundAttribution *found_;
};

} // namespace

void settle_unuttered(const EntityBook &book, const Quotations &quotations,
                      std::vector<FoundAttribution> &attributions) {
    for (FoundAttribution &each : attributions) {
        const Utterance utterance(book, quotations, each);
        if (!utterance.is_real()) {
            each.is_statement = false;
        }
        if (!utterance.has_speaker()) {
            each.source_entity = std::nullopt;
        }
        if (utterance.is_addressed()) {
            each.source_head = std::nullopt;
        }
    }
}

} // namespace gainsay
