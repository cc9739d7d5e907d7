#include "extract/proposition/claim_subject.h"

#include "base/utf8.h"
#include "extract/attribution/source_phrase.h"
#include "extract/proposition/shared_subjects.h"
#include "extract/syntax/label_text.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace gainsay {

namespace {

const char *form_of_be(bool past, bool plural) {
    if (past) {
        return plural ? " were" : " was";
    }
    return plural ? " are" : " is";
}

class SubjectCompletion {
  public:
    explicit SubjectCompletion(ClaimDraft &draft) : draft_(&draft) {}

    /// Whether the clause is a sentence with a subject, which is put in front where it has none of its own.
    bool complete_subject() {
        const bool states = draft_->syntax->upos(draft_->top) == Upos::VERB ||
                            draft_->syntax->upos(draft_->top) == Upos::AUX ||
                            draft_->syntax->child(draft_->top, {"cop", "aux:pass"});
        const bool own = draft_->syntax->own_subject(draft_->top) || draft_->syntax->child(draft_->top, "expl");
        if (own) {
            return states && draft_->syntax->is_finite(draft_->top) && name_outer_subject();
        }
        if (is_about_deed() || (states && name_antecedent())) {
            return true;
        }
        if (!states || !begins_with_predicate()) {
            return false;
        }
        if (const std::string front = shared_front(); !front.empty()) {
            draft_->before[draft_->tokens.front()] = front;
            return true;
        }
        const std::string name = outer_subject();
        if (name.empty()) {
            return false;
        }
        // The verb form may take tokens from the front.
        const std::string front = put_subject(name);
        if (front.empty()) {
            return false;
        }
        draft_->before[draft_->tokens.front()] = front;
        return true;
    }

  private:
    /// "Kerry and Lavrov": all who do it.
    std::string subject_names(EntityIndex first) {
        const std::optional<TokenIndex> subject = draft_->attribution->content_subject
                                                      ? draft_->attribution->content_subject
                                                      : draft_->syntax->subject(draft_->top);
        std::vector<std::string> names;
        for (const TokenIndex each : subject ? draft_->syntax->conjuncts(*subject) : std::vector<TokenIndex>()) {
            if (const std::optional<EntityIndex> entity = draft_->book->of_phrase(each)) {
                draft_->named.insert(*entity);
                names.push_back(draft_->name_of(*entity));
            }
        }
        if (names.size() < 2) {
            return draft_->name_of(first);
        }
        draft_->are_many = true;
        std::string text;
        for (std::size_t i = 0; i < names.size(); ++i) {
            text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
        }
        return text;
    }

    /// "sticking to the facts is what counts": the clause with the participle is what is spoken of.
    bool is_about_deed() const {
        const TokenIndex first = draft_->tokens.front();
        return draft_->syntax->token(first).xpos == "VBG" && !draft_->syntax->child(first, {"nsubj", "cop"}) &&
               std::any_of(draft_->tokens.begin() + 1, draft_->tokens.end(), [&](TokenIndex token) {
                   return (draft_->syntax->is(token, "ccomp") || draft_->syntax->head(first) == token) &&
                          draft_->syntax->is_predicate(token) && draft_->syntax->is_finite(token) &&
                          (!has_other_subject(token, first) || is_clause_of_object(token, first));
               });
    }

    /// "scrapping the tax was wrong", of which a parser made "scrapping that the tax was wrong".
    bool is_clause_of_object(TokenIndex verb, TokenIndex first) const {
        return !draft_->syntax->child(verb, "mark") && draft_->syntax->subtree(verb).front() == first + 1 &&
               draft_->book->english().reporting.find_verb(draft_->syntax->lemma(first), Complement::clause) == nullptr;
    }

    bool has_other_subject(TokenIndex verb, TokenIndex first) const {
        const std::optional<TokenIndex> subject = draft_->syntax->own_subject(verb);
        return (subject && subject != first) || draft_->syntax->child(verb, "expl");
    }

    /// Nothing that stands in front of the predicate but what belongs to the verb.
    bool begins_with_predicate() const {
        const TokenIndex first = draft_->tokens.front();
        return first == draft_->top || (draft_->syntax->head(first) == draft_->top &&
                                        (draft_->syntax->is(first, "aux") || draft_->syntax->is(first, "cop") ||
                                         draft_->syntax->is(first, "mark") || draft_->syntax->is(first, "advmod")));
    }

    /// "… and [Reed must] step down": the subject of the verb before, with its auxiliaries.
    std::string shared_front() {
        const std::optional<SharedSubject> shared =
            shared_subject(*draft_->syntax, draft_->book->english(), draft_->top);
        if (!shared ||
            std::find(draft_->tokens.begin(), draft_->tokens.end(), shared->subject) != draft_->tokens.end()) {
            return {};
        }
        // "Northam, 59, a Democrat": without what is told of him by the way.
        std::vector<TokenIndex> words = draft_->syntax->subtree(shared->subject, [&](TokenIndex below) {
            return below > shared->subject &&
                   (draft_->syntax->is(below, "appos") || draft_->syntax->is(below, "acl") ||
                    draft_->syntax->is(below, "punct") || draft_->syntax->is(below, "parataxis"));
        });
        const std::optional<EntityIndex> entity = draft_->book->of_phrase(shared->subject);
        const bool many = draft_->syntax->conjuncts(shared->subject).size() > 1;
        std::string text = draft_->syntax->text_of(draft_->syntax->hull_of(words));
        if (draft_->is_first_person(shared->subject)) {
            draft_->in_own_words = true;
        } else if (draft_->syntax->upos(shared->subject) == Upos::PRON) {
            if (!entity || !draft_->book->entity(*entity).named || many) {
                return {};
            }
            draft_->named.insert(*entity);
            text = draft_->name_of(*entity);
        }
        for (const TokenIndex auxiliary : shared->auxiliaries) {
            text += " " + draft_->syntax->text_of(draft_->syntax->token(auxiliary).span);
        }
        capitalize(text);
        return bracketed(text);
    }

    /// Who does what the clause tells: by name, or in the words of the sentence where it says of whom ("blamed the two
    /// drivers for"). Empty for nobody.
    std::string outer_subject() {
        // "it would show actors asking questions": not who says so.
        const bool is_far = !draft_->attribution->content_subject &&
                            draft_->subject == draft_->attribution->source_entity &&
                            !draft_->syntax->is_finite(draft_->top) &&
                            draft_->syntax->head(draft_->top) != draft_->attribution->cue_head &&
                            !draft_->syntax->is(draft_->top, "conj");
        // "ads that, some supporters say, go too far", "Emmer, the Times reported, got the job": who says so does not
        // do it.
        const bool is_anothers = !draft_->attribution->content_subject &&
                                 draft_->subject == draft_->attribution->source_entity &&
                                 draft_->syntax->is_finite(draft_->top) && !shares_subject_with_cue();
        if (is_far || is_anothers || is_speaker_asked()) {
            return {};
        }
        const std::optional<TokenIndex> noun = draft_->attribution->content_subject;
        if (noun && are_some(*noun)) {
            draft_->are_many = true;
            return phrase_of(*noun);
        }
        // "accused the government of lying": what the sentence calls him, where nobody's name is known.
        if (noun && is_noun_of_nobody_named(*noun)) {
            draft_->are_many = has_feature(*draft_->syntax, *noun, "Number", "Plur");
            return phrase_of(*noun);
        }
        if (draft_->subject &&
            (draft_->book->entity(*draft_->subject).named || is_actor(draft_->book->entity(*draft_->subject).type))) {
            draft_->named.insert(*draft_->subject);
            draft_->are_many = draft_->book->entity(*draft_->subject).type == NodeKind::Group;
            return subject_names(*draft_->subject);
        }
        if (!noun || !draft_->syntax->is_nominal(*noun) || draft_->syntax->upos(*noun) == Upos::PRON ||
            noun == draft_->attribution->source_head || !draft_->syntax->preposition(*noun).empty() ||
            asks_of_another(*noun) || is_reason(*noun)) {
            return {};
        }
        draft_->are_many =
            has_feature(*draft_->syntax, *noun, "Number", "Plur") || draft_->syntax->conjuncts(*noun).size() > 1;
        return phrase_of(*noun);
    }

    /// "explained the board's reasons for not asking": the reasons ask nothing.
    bool is_reason(TokenIndex noun) const {
        return draft_->attribution->stance == Stance::asserts && noun < draft_->top &&
               draft_->syntax->upos(draft_->top) == Upos::VERB && !draft_->syntax->is_finite(draft_->top) &&
               draft_->syntax->child(draft_->top, {"mark", "case"});
    }

    bool is_noun_of_nobody_named(TokenIndex noun) const {
        const std::optional<EntityIndex> entity = draft_->book->of_phrase(noun);
        return draft_->syntax->upos(noun) == Upos::NOUN && entity && !draft_->book->entity(*entity).named &&
               noun != draft_->attribution->source_head && !asks_of_another(noun) &&
               draft_->syntax->conjuncts(noun).size() < 2;
    }

    /// "Berg spoke with the envoy and asked him to wait": nobody asks himself, whoever "him" was taken for.
    bool is_speaker_asked() const {
        const std::optional<TokenIndex> asked = draft_->attribution->content_subject;
        return asked && draft_->attribution->stance == Stance::demands && draft_->syntax->upos(*asked) == Upos::PRON &&
               draft_->attribution->source_entity && draft_->book->at(*asked) == draft_->attribution->source_entity &&
               has_feature(*draft_->syntax, *asked, "Person", "3") &&
               !has_feature(*draft_->syntax, *asked, "Reflex", "Yes");
    }

    /// "whose states": of whom, stands elsewhere.
    bool asks_of_another(TokenIndex noun) const {
        const TokenIndex first = draft_->syntax->subtree(noun).front();
        return has_feature(*draft_->syntax, first, "PronType", "Int") ||
               has_feature(*draft_->syntax, first, "PronType", "Rel");
    }

    /// "urged (congressional) Democrats to wait": some of a body, and not the body.
    bool are_some(TokenIndex noun) const {
        const bool are_many = draft_->syntax->is_nominal(noun) && draft_->syntax->upos(noun) != Upos::PRON &&
                              has_feature(*draft_->syntax, noun, "Number", "Plur");
        const auto children = draft_->syntax->children(noun);
        const std::optional<EntityIndex> entity = draft_->book->at(noun);
        const bool are_members = entity && draft_->book->entity(*entity).type == NodeKind::Organization &&
                                 names_members(*draft_->book, noun, draft_->book->entity(*entity));
        return are_many && noun != draft_->attribution->source_head &&
               (are_members || std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
                    return child < noun && (draft_->syntax->is(child, "amod") || draft_->syntax->is(child, "nummod"));
                }));
    }

    /// "Reed denied it and will sue": one subject for the verb of saying and for what is said.
    bool shares_subject_with_cue() const {
        return draft_->syntax->is(draft_->top, "conj") && !draft_->syntax->own_subject(draft_->top) &&
               draft_->attribution->source_head &&
               draft_->syntax->subject(draft_->top) == draft_->attribution->source_head &&
               *draft_->attribution->source_head < draft_->attribution->cue_head &&
               draft_->attribution->cue_head < draft_->top;
    }

    /// The words of a noun's phrase without clauses and without the preposition in front.
    std::string phrase_of(TokenIndex noun) const {
        const std::vector<TokenIndex> phrase = draft_->syntax->subtree(noun, [&](TokenIndex below) {
            return below > noun ? draft_->syntax->is(below, "acl")
                                : draft_->syntax->is(below, "case") && draft_->syntax->head(below) == noun;
        });
        std::string text = draft_->syntax->text_of(draft_->syntax->hull_of(phrase));
        std::erase(text, '"');
        return text;
    }

    /// "a plan she says includes cuts": what the relative clause hangs on is the subject.
    bool name_antecedent() {
        const std::optional<TokenIndex> above = draft_->syntax->head(draft_->top);
        // Taggers take "killed hundreds" for a participle.
        const bool is_finite =
            draft_->syntax->is_finite(draft_->top) || (has_feature(*draft_->syntax, draft_->top, "VerbForm", "Part") &&
                                                       draft_->syntax->child(draft_->top, "obj"));
        if (!above || *above != draft_->attribution->cue_head || !is_finite || !draft_->syntax->is(*above, "acl") ||
            !begins_with_predicate()) {
            return false;
        }
        const std::optional<TokenIndex> noun = draft_->syntax->head(*above);
        const std::optional<TokenIndex> object = draft_->syntax->child(*above, "obj");
        if (!noun || !draft_->syntax->is_nominal(*noun) || *noun > *above ||
            (object && !is_relative(*object) &&
             !draft_->book->english().grammar.has("that", draft_->syntax->form(*object)))) {
            return false;
        }
        return put_antecedent(*noun, *above);
    }

    bool is_relative(TokenIndex token) const {
        return draft_->syntax->upos(token) == Upos::PRON && has_feature(*draft_->syntax, token, "PronType", "Rel");
    }

    /// The noun's phrase without the clause that hangs on it, in front of the label.
    bool put_antecedent(TokenIndex noun, TokenIndex clause) {
        const std::vector<TokenIndex> phrase = draft_->syntax->subtree(noun, [&](TokenIndex below) {
            const bool of_clause = draft_->syntax->head(below) == noun && !draft_->syntax->is(below, "det") &&
                                   !draft_->syntax->is(below, "amod") && !draft_->syntax->is(below, "compound") &&
                                   !draft_->syntax->is(below, "nmod") && !draft_->syntax->is(below, "nummod") &&
                                   !draft_->syntax->is(below, "flat");
            return below >= clause || draft_->syntax->is(below, "punct") || of_clause;
        });
        std::string text = draft_->syntax->text_of(draft_->syntax->hull_of(phrase));
        std::erase(text, '"');
        capitalize(text);
        draft_->before[draft_->tokens.front()] = bracketed(text);
        return true;
    }

    /// "Burke, who is guilty of …", "her silence “freezes the race”": a subject that the content leaves out is put in
    /// front, and without one there is no sentence.
    bool name_outer_subject() {
        const std::optional<TokenIndex> subject = draft_->syntax->own_subject(draft_->top);
        if (!subject || std::find(draft_->tokens.begin(), draft_->tokens.end(), *subject) != draft_->tokens.end()) {
            return true;
        }
        if (*subject > draft_->tokens.front() || !begins_with_predicate()) {
            return false;
        }
        const std::optional<EntityIndex> entity = draft_->book->of_phrase(*subject);
        if (!entity || !draft_->book->entity(*entity).named) {
            return name_outer_phrase(*subject);
        }
        draft_->named.insert(*entity);
        draft_->before[draft_->tokens.front()] = bracketed(draft_->name_of(*entity));
        return true;
    }

    /// "a plan (that he said) would save …": what the relative pronoun stands for; else the subject's own words.
    bool name_outer_phrase(TokenIndex subject) {
        constexpr std::size_t most_words = 15;
        if (is_relative(subject)) {
            const TokenIndex cue = draft_->attribution->cue_head;
            const std::optional<TokenIndex> noun =
                draft_->syntax->is(cue, "acl") ? draft_->syntax->head(cue) : std::nullopt;
            return noun && draft_->syntax->is_nominal(*noun) && *noun < subject &&
                   draft_->syntax->head(draft_->top) == cue && put_antecedent(*noun, cue);
        }
        if (!draft_->syntax->is_nominal(subject) || draft_->syntax->upos(subject) == Upos::PRON ||
            subject == draft_->attribution->source_head || draft_->syntax->subtree(subject).size() > most_words) {
            return false;
        }
        std::string text = phrase_of(subject);
        capitalize(text);
        draft_->before[draft_->tokens.front()] = bracketed(text);
        return true;
    }

    /// The subject with the auxiliary that the form of the verb asks for, in brackets.
    std::string put_subject(const std::string &name) {
        const bool plural = draft_->are_many;
        std::optional<TokenIndex> to;
        std::optional<TokenIndex> auxiliary;
        for (const TokenIndex child : draft_->syntax->children(draft_->top)) {
            if (draft_->syntax->is(child, "mark") && draft_->syntax->upos(child) == Upos::PART) {
                to = child;
            } else if (!auxiliary && child < draft_->top &&
                       (draft_->syntax->is(child, "aux") || draft_->syntax->is(child, "cop"))) {
                auxiliary = child;
            }
        }
        const TokenIndex first = auxiliary ? *auxiliary : draft_->top;
        const std::string_view form =
            feature(draft_->syntax->token(draft_->top).feats, "VerbForm").value_or(std::string_view());
        const bool gerund = draft_->syntax->token(first).xpos == "VBG" || (first == draft_->top && form == "Ger");
        if (to) {
            return put_for_infinitive(name, *to);
        }
        if (gerund) {
            return put_for_gerund(name, first, plural);
        }
        if (!auxiliary && form == "Part") {
            return bracketed(name + form_of_be(false, plural));
        }
        if (!auxiliary && form == "Inf") {
            return bracketed(name + modal());
        }
        return bracketed(name);
    }

    std::string modal() const {
        switch (draft_->attribution->stance) {
        case Stance::demands:
            return " should";
        case Stance::agrees:
        case Stance::promises:
        case Stance::declines:
        case Stance::rejects:
        case Stance::warns:
            return " will";
        default:
            return {};
        }
    }

    /// "to resign": "[Reed should] resign"; nothing where nobody knows which.
    std::string put_for_infinitive(const std::string &name, TokenIndex to) {
        // "warned fans to stay away", but "warned that he would leave"
        const bool is_told = draft_->attribution->stance == Stance::warns && draft_->attribution->content_subject &&
                             draft_->attribution->content_subject != draft_->attribution->source_head;
        // "wants to resign": nobody asks himself for it.
        const bool asks_himself = draft_->attribution->stance == Stance::demands &&
                                  !draft_->attribution->content_subject && draft_->subject &&
                                  draft_->subject == draft_->attribution->source_entity;
        if (asks_himself) {
            return {};
        }
        const std::string auxiliary = is_told ? " should" : modal();
        // "not to resign"
        const std::size_t place = draft_->tokens.size() > 1 && draft_->tokens[1] == to ? 1 : 0;
        if (auxiliary.empty() || draft_->tokens[place] != to) {
            return {};
        }
        draft_->tokens.erase(draft_->tokens.begin() + static_cast<std::ptrdiff_t>(place));
        return bracketed(name + auxiliary);
    }

    /// "proposed raising the age", "opposed arming them": nobody says that it was done.
    bool is_open_deed() const {
        switch (draft_->attribution->stance) {
        case Stance::suggests:
        case Stance::demands:
        case Stance::promises:
        case Stance::warns:
        case Stance::rejects:
        case Stance::declines:
            return true;
        default:
            return false;
        }
    }

    /// "(told of his support) for giving": it may never be done.
    bool is_aim() const {
        const std::optional<TokenIndex> mark = draft_->syntax->child(draft_->top, "mark");
        return mark && *mark > 0 && *mark < draft_->top &&
               names_wish(*draft_->syntax, draft_->book->english(), *mark - 1);
    }

    /// "selling arms": "[Norway sold] arms"; "having sold": "[Norway had] sold"; "being part": "[Reed was] part".
    std::string put_for_gerund(const std::string &name, TokenIndex verb, bool plural) {
        if (is_open_deed() || is_aim()) {
            return {};
        }
        const bool before = has_feature(*draft_->syntax, draft_->attribution->cue_head, "Tense", "Past") &&
                            draft_->attribution->stance != Stance::accuses;
        const std::string &lemma = draft_->syntax->lemma(verb);
        if (draft_->tokens.front() != verb) {
            return bracketed(name + form_of_be(false, plural));
        }
        std::string text;
        if (lemma == "be") {
            text = form_of_be(before, plural);
        } else if (verb != draft_->top) {
            text = before ? " had" : plural ? " have" : " has";
        } else if (before) {
            text = " " + draft_->book->english().verb_forms.past(lemma);
        } else {
            return bracketed(name + form_of_be(false, plural));
        }
        if (draft_->tokens.size() == 1) {
            return bracketed(name);
        }
        draft_->tokens.erase(draft_->tokens.begin());
        return bracketed(name + text);
    }

    ClaimDraft *draft_;
};

} // namespace

bool complete_subject(ClaimDraft &draft) {
    return SubjectCompletion(draft).complete_subject();
}

} // namespace gainsay
