#include "extract/proposition/claim_pronouns.h"

#include "base/utf8.h"
#include "extract/mentions/person_sex.h"
#include "graph_schema/node_kind.h"

#include <algorithm>
#include <set>
#include <string>

namespace gainsay {

namespace {

class PronounNaming {
  public:
    explicit PronounNaming(ClaimDraft &draft) : draft_(&draft) {}

    void name_pronouns() {
        std::set<EntityIndex> said = draft_->named;
        for (const TokenIndex token : draft_->tokens) {
            const std::optional<EntityIndex> entity = draft_->book->at(token);
            if (draft_->is_first_person(token)) {
                name_speaker(token);
            } else if (draft_->syntax->upos(token) == Upos::PRON) {
                name_pronoun(token, entity, said);
            } else if (entity) {
                said.insert(*entity);
            }
        }
    }

  private:
    /// "we" of a company or a state: it can be named.
    bool speaks_as_body(TokenIndex token) const {
        if (!has_feature(*draft_->syntax, token, "Number", "Plur") || !draft_->attribution->source_entity) {
            return false;
        }
        const Entity &source = draft_->book->entity(*draft_->attribution->source_entity);
        return source.named && source.type != NodeKind::Person && source.type != NodeKind::Group;
    }

    /// The speaker's own words: "I [Reed]", "[Reed's]" for "my", "we [Norway]".
    void name_speaker(TokenIndex token) {
        if (!draft_->attribution->source_entity || !draft_->book->entity(*draft_->attribution->source_entity).named) {
            return;
        }
        if (is_quoted_within(token)) {
            return;
        }
        if (is_exclamation(token) || has_feature(*draft_->syntax, token, "Reflex", "Yes")) {
            return;
        }
        if (speaks_as_body(token)) {
            name_body(token);
        } else if (!has_feature(*draft_->syntax, token, "Number", "Plur") && !draft_->is_named) {
            name_person(token);
        }
    }

    /// "My God, …"
    bool is_exclamation(TokenIndex token) const {
        const std::optional<TokenIndex> head = draft_->syntax->head(token);
        return draft_->syntax->relation(token) == "nmod:poss" && head &&
               (draft_->syntax->is(*head, "vocative") || draft_->syntax->is(*head, "discourse"));
    }

    /// "our economy" may be everybody's.
    void name_body(TokenIndex token) {
        if (draft_->syntax->is(token, "nsubj") && !draft_->is_named) {
            add_name(token);
        }
    }

    void name_person(TokenIndex token) {
        const bool owner = draft_->syntax->relation(token) == "nmod:poss";
        const std::string name = draft_->name_of(*draft_->attribution->source_entity);
        if (draft_->syntax->is(token, "nsubj")) {
            // "I'm [Reed] not sure"
            add_name(has_contraction(token) ? token + 1 : token);
        } else if (!has_first_person_beside(token)) {
            draft_->replaced[token] = bracketed(owner ? possessive(name) : name);
            draft_->is_named = true;
        } else if (!owner) {
            // "it made me [Reed] rethink my position": in a quotation that goes on in the first person a name in the
            // place of one word of it reads as somebody else.
            add_name(token);
        }
    }

    /// Behind the word.
    void add_name(TokenIndex token) {
        draft_->replaced[token] = draft_->syntax->text_of(draft_->syntax->token(token).span) + " " +
                                  bracketed(draft_->name_of(*draft_->attribution->source_entity));
        draft_->is_named = true;
    }

    /// "I('m)", "she('s)"
    bool has_contraction(TokenIndex token) const {
        const TokenIndex next = token + 1;
        return std::binary_search(draft_->tokens.begin(), draft_->tokens.end(), next) &&
               draft_->syntax->upos(next) == Upos::AUX &&
               draft_->syntax->token(token).span.end == draft_->syntax->token(next).span.begin;
    }

    bool has_first_person_beside(TokenIndex token) const {
        return std::any_of(draft_->tokens.begin(), draft_->tokens.end(), [&](TokenIndex other) {
            return other != token && draft_->is_first_person(other) &&
                   has_feature(*draft_->syntax, other, "Number", "Sing");
        });
    }

    /// "a president who says, I could do it": his "I" is nobody's else.
    bool is_quoted_within(TokenIndex token) const {
        if (is_in_single_marks(token)) {
            return true;
        }
        std::optional<TokenIndex> at = draft_->syntax->head(token);
        for (; at && std::find(draft_->tokens.begin(), draft_->tokens.end(), *at) != draft_->tokens.end();
             at = draft_->syntax->head(*at)) {
            const std::optional<TokenIndex> subject = *at < token ? draft_->syntax->own_subject(*at) : std::nullopt;
            if (subject && !draft_->is_first_person(*subject) &&
                draft_->book->english().reporting.find_verb(draft_->syntax->verb_lemma(*at), Complement::clause) !=
                    nullptr) {
                return true;
            }
        }
        return false;
    }

    /// "a contrast that shows, 'I am no guest'" within double marks.
    bool is_in_single_marks(TokenIndex token) const {
        if (!draft_->quotations->contains(token)) {
            return false;
        }
        const auto number = static_cast<std::size_t>(draft_->quotations->at(token));
        bool is_open = false;
        for (TokenIndex each = draft_->quotations->all()[number].first; each < token; ++each) {
            const std::string &form = draft_->syntax->form(each);
            if (draft_->syntax->upos(each) == Upos::PUNCT && (form == "'" || form == "\u2018" || form == "\u2019")) {
                is_open = form == "\u2018" || (form == "'" && !is_open);
            }
        }
        return is_open;
    }

    /// "I do make his job harder": he is somebody else.
    bool is_beside_speaker(TokenIndex token) const {
        for (std::optional<TokenIndex> at = draft_->syntax->head(token); at; at = draft_->syntax->head(*at)) {
            if (const std::optional<TokenIndex> subject = draft_->syntax->own_subject(*at)) {
                return *subject != token && draft_->is_first_person(*subject) &&
                       has_feature(*draft_->syntax, *subject, "Number", "Sing");
            }
        }
        return false;
    }

    void name_pronoun(TokenIndex token, std::optional<EntityIndex> entity, std::set<EntityIndex> &said) {
        const std::string &form = draft_->syntax->form(token);
        // "[T]he government": the source's own brackets.
        if (token > 0 && draft_->syntax->form(token - 1) == "]" &&
            draft_->syntax->token(token - 1).span.end == draft_->syntax->token(token).span.begin) {
            return;
        }
        if (draft_->syntax->relation(token) == "expl" || draft_->replaced.contains(token) ||
            !draft_->words->has("bare", form) || has_feature(*draft_->syntax, token, "PronType", "Rel") ||
            has_feature(*draft_->syntax, token, "Reflex", "Yes") ||
            !has_feature(*draft_->syntax, token, "Person", "3")) {
            return;
        }
        const bool owner = draft_->syntax->relation(token) == "nmod:poss";
        // Who is quoted says "I" of himself.
        const bool is_speaker = entity == draft_->attribution->source_entity &&
                                (draft_->quotations->contains(token) || is_beside_speaker(token));
        if (!entity || is_speaker || is_described_here(*entity, token) || !can_stand_for_pronoun(*entity) ||
            is_outside_of_post(*entity, token)) {
            // "its members" of what stands before within the clause
            draft_->is_vague = draft_->is_vague || !(owner && token != draft_->tokens.front());
            draft_->lacks_antecedent =
                draft_->lacks_antecedent || (!is_speaker && (!owner || token == draft_->tokens.front()));
            return;
        }
        // "Reed said he would resign": he who speaks, unless somebody else is as likely.
        const bool is_teller = entity == draft_->attribution->source_entity && !draft_->quotations->contains(token);
        // "A neighbour said that she had worked for him": of one who has no name few are told anything.
        const bool is_unlikely =
            is_teller && !draft_->book->entity(*entity).named && !owner && !draft_->syntax->is(token, "nsubj");
        if (is_unlikely ||
            (is_teller ? has_rival(*entity, token)
                       : draft_->book->is_doubtful(token) || may_be_teller(*entity, token)) ||
            may_be_addressee(token) || is_before_subject(*entity, token) || is_called_thing(*entity, token)) {
            draft_->is_vague = true;
            draft_->lacks_antecedent = true;
            return;
        }
        // Said before in the label: the pronoun is clear.
        if (!said.insert(*entity).second && token > draft_->tokens.front()) {
            return;
        }
        const std::string name = draft_->name_of(*entity);
        draft_->replaced[token] = bracketed(owner ? possessive(name) : name);
    }

    /// "During his years in office Lee built roads": the pronoun in front may mean whom the clause is about.
    bool is_before_subject(EntityIndex entity, TokenIndex pronoun) const {
        const std::optional<TokenIndex> subject = draft_->syntax->own_subject(draft_->top);
        const std::optional<EntityIndex> other = subject ? draft_->book->at(*subject) : std::nullopt;
        const Gender sex = sex_of(pronoun);
        return other && *subject > pronoun && *subject < draft_->top && other != entity && sex != Gender::unknown &&
               draft_->syntax->is_below(pronoun, draft_->top) && !draft_->syntax->is_below(pronoun, *subject) &&
               may_be_meant(*subject, entity, sex);
    }

    /// "It is a healthy food": no body.
    bool is_called_thing(EntityIndex entity, TokenIndex pronoun) const {
        const std::optional<TokenIndex> predicate = draft_->syntax->head(pronoun);
        if (!predicate || !draft_->syntax->is(pronoun, "nsubj") || draft_->syntax->upos(*predicate) != Upos::NOUN ||
            !has_feature(*draft_->syntax, pronoun, "Gender", "Neut") ||
            draft_->book->entity(entity).type == NodeKind::Person) {
            return false;
        }
        switch (draft_->book->english().nouns.find(draft_->syntax->lemma(*predicate))) {
        case NounClass::act:
        case NounClass::artifact:
        case NounClass::attribute:
        case NounClass::event:
        case NounClass::object:
        case NounClass::state:
        case NounClass::substance:
        case NounClass::time:
            return true;
        default:
            return false;
        }
    }

    /// "Lee was jailed. She was young. — Ann Reed (@annreed)": a post tells by itself whom it means, or does not.
    bool is_outside_of_post(EntityIndex entity, TokenIndex pronoun) const {
        const std::int32_t number = draft_->quotations->at(pronoun);
        if (number < 0 || !draft_->quotations->all()[static_cast<std::size_t>(number)].is_post) {
            return false;
        }
        for (TokenIndex token = draft_->quotations->all()[static_cast<std::size_t>(number)].first; token < pronoun;
             ++token) {
            if (draft_->syntax->upos(token) != Upos::PRON && draft_->book->at(token) == entity) {
                return false;
            }
        }
        return true;
    }

    /// "Investigators have concluded that they were radical": of what many say "they" are, others are meant more often
    /// than they themselves; not so of what they will do.
    bool is_told_of_many(EntityIndex teller, TokenIndex pronoun) const {
        const Entity &entity = draft_->book->entity(teller);
        const std::optional<TokenIndex> verb = draft_->syntax->head(pronoun);
        if (!has_feature(*draft_->syntax, pronoun, "Number", "Plur") ||
            draft_->syntax->relation(pronoun) == "nmod:poss" || entity.type == NodeKind::Person || !verb) {
            return false;
        }
        const auto children = draft_->syntax->children(*verb);
        return std::none_of(children.begin(), children.end(), [this](TokenIndex child) {
            return draft_->syntax->is(child, "aux") &&
                   (draft_->book->english().factuality.has("planned", draft_->syntax->lemma(child)) ||
                    draft_->words->has("hypothetical", draft_->syntax->lemma(child)));
        });
    }

    /// "Reed said that Lee's plea failed because he lied": another person whom what is said names before "he".
    bool has_person_before(EntityIndex teller, TokenIndex pronoun, Gender sex) const {
        const std::optional<TokenIndex> first = first_subject(teller);
        return first && *first <= pronoun &&
               std::any_of(draft_->attribution->content.begin(), draft_->attribution->content.end(),
                           [&](TokenIndex token) { return token < *first && may_be_meant(token, teller, sex); });
    }

    /// The first pronoun for `who` that is a subject in what is said.
    std::optional<TokenIndex> first_subject(EntityIndex who) const {
        const std::vector<TokenIndex> &content = draft_->attribution->content;
        const auto found = std::find_if(content.begin(), content.end(), [&](TokenIndex token) {
            return draft_->syntax->upos(token) == Upos::PRON && draft_->syntax->is(token, "nsubj") &&
                   draft_->book->at(token) == who;
        });
        return found == content.end() ? std::nullopt : std::optional(*found);
    }

    /// A name of another person than `teller` who may be of that sex.
    bool may_be_meant(TokenIndex token, EntityIndex teller, Gender sex) const {
        const std::optional<EntityIndex> other = draft_->book->at(token);
        if (!other || *other == teller || draft_->syntax->upos(token) == Upos::PRON ||
            !draft_->book->entity(*other).named || draft_->book->entity(*other).type != NodeKind::Person) {
            return false;
        }
        return may_be_of(*other, sex);
    }

    /// By the first name, where that tells.
    bool may_be_of(EntityIndex person, Gender sex) const {
        const Gender own = sex_by_first_name(draft_->book->english(), draft_->book->entity(person));
        return own == Gender::unknown || own == sex;
    }

    /// "Reed spoke of his talk with Lee and said he told the truth": another person named beside the verb before.
    bool has_rival(EntityIndex teller, TokenIndex pronoun) const {
        if (has_feature(*draft_->syntax, pronoun, "Gender", "Neut")) {
            return has_body_before(teller, pronoun) || has_thing_before(teller, pronoun) || is_told_of_things(pronoun);
        }
        const TokenIndex cue = draft_->attribution->cue_head;
        // "Reed and Lee met and, as pundits predicted, they could not agree."
        if (is_told_of_many(teller, pronoun) ||
            draft_->book->english().grammar.has("as", draft_->syntax->marker(cue)) ||
            (has_feature(*draft_->syntax, pronoun, "Number", "Plur") && has_plural_before(teller, pronoun))) {
            return true;
        }
        const Gender sex = sex_of(pronoun);
        const std::optional<TokenIndex> verb =
            draft_->syntax->is(cue, "conj") ? draft_->syntax->head(cue) : std::nullopt;
        for (TokenIndex token = verb.value_or(cue); sex != Gender::unknown && token < cue; ++token) {
            if (draft_->syntax->relation(token) != "nmod:poss" && may_be_meant(token, teller, sex)) {
                return true;
            }
        }
        return sex != Gender::unknown && has_person_before(teller, pronoun, sex);
    }

    /// "The agency said it would increase premiums": what is told of things more than of bodies.
    bool is_told_of_things(TokenIndex pronoun) const {
        const std::optional<TokenIndex> predicate = draft_->syntax->head(pronoun);
        if (!predicate || !draft_->syntax->is(pronoun, "nsubj")) {
            return false;
        }
        const std::string &lemma = draft_->syntax->lemma(*predicate);
        return draft_->syntax->upos(*predicate) == Upos::VERB ? draft_->words->has("of_thing", lemma)
                                                              : draft_->words->has("like_thing", lemma);
    }

    /// "Experts said that some employees may see it in their pay": others of whom the label speaks before "their".
    bool has_plural_before(EntityIndex teller, TokenIndex pronoun) const {
        return std::any_of(draft_->tokens.begin(), draft_->tokens.end(), [&](TokenIndex token) {
            return token < pronoun && draft_->syntax->upos(token) == Upos::NOUN &&
                   has_feature(*draft_->syntax, token, "Number", "Plur") && draft_->book->of_phrase(token) != teller &&
                   (draft_->syntax->is(token, "nsubj") || draft_->syntax->is(token, "obj") ||
                    draft_->syntax->is(token, "obl"));
        });
    }

    /// "Lee said his goal is peace": he who speaks may be meant where nobody else is named before the pronoun.
    bool may_be_teller(EntityIndex entity, TokenIndex pronoun) const {
        const Gender sex = sex_of(pronoun);
        const std::optional<EntityIndex> teller = draft_->attribution->source_entity;
        if (sex == Gender::unknown || !teller || draft_->quotations->contains(pronoun) ||
            draft_->book->entity(*teller).type != NodeKind::Person) {
            return false;
        }
        const bool is_named_here = std::any_of(draft_->tokens.begin(), draft_->tokens.end(), [&](TokenIndex token) {
            return token < pronoun && draft_->book->covering(token) == entity;
        });
        return !is_named_here && may_be_of(*teller, sex);
    }

    /// "Italy said a strike against Syria for its attack …": another body that the label names before "its".
    bool has_body_before(EntityIndex teller, TokenIndex pronoun) const {
        return std::any_of(draft_->tokens.begin(), draft_->tokens.end(), [&](TokenIndex token) {
            const std::optional<EntityIndex> other = token < pronoun ? draft_->book->at(token) : std::nullopt;
            return other && *other != teller && draft_->book->entity(*other).named &&
                   (draft_->book->entity(*other).type == NodeKind::Country ||
                    draft_->book->entity(*other).type == NodeKind::Organization ||
                    draft_->book->entity(*other).type == NodeKind::Outlet);
        });
    }

    /// "The Courier admits that the tax plan is so long that it helps lawyers": a thing that does something in the
    /// label before "it".
    bool has_thing_before(EntityIndex teller, TokenIndex pronoun) const {
        return std::any_of(draft_->tokens.begin(), draft_->tokens.end(), [&](TokenIndex token) {
            return token < pronoun && draft_->syntax->upos(token) == Upos::NOUN && draft_->syntax->is(token, "nsubj") &&
                   !has_feature(*draft_->syntax, token, "Number", "Plur") && draft_->book->of_phrase(token) != teller;
        });
    }

    Gender sex_of(TokenIndex pronoun) const {
        return has_feature(*draft_->syntax, pronoun, "Gender", "Masc")  ? Gender::male
               : has_feature(*draft_->syntax, pronoun, "Gender", "Fem") ? Gender::female
                                                                        : Gender::unknown;
    }

    /// "The judge told Reed he was free": he who speaks or he who is told.
    bool may_be_addressee(TokenIndex pronoun) const {
        if (!draft_->attribution->addressee || !has_feature(*draft_->syntax, pronoun, "Number", "Sing")) {
            return false;
        }
        const std::optional<EntityIndex> told = draft_->book->of_phrase(*draft_->attribution->addressee);
        const Gender sex = sex_of(pronoun);
        if (!told || told == draft_->attribution->source_entity ||
            draft_->book->entity(*told).type != NodeKind::Person || sex == Gender::unknown) {
            return false;
        }
        const Gender own = draft_->syntax->upos(*draft_->attribution->addressee) == Upos::PRON
                               ? sex_of(*draft_->attribution->addressee)
                               : sex_by_first_name(draft_->book->english(), draft_->book->entity(*told));
        return own == Gender::unknown || own == sex;
    }

    /// A name; a description says whom it means where it is one of people or bodies.
    bool can_stand_for_pronoun(EntityIndex index) const {
        const Entity &entity = draft_->book->entity(index);
        const std::string first = lookup_form(entity.name.substr(0, entity.name.find(' ')));
        return entity.named || (is_actor(entity.type) && !draft_->words->has("bare", first) &&
                                !draft_->words->has("nobody", lookup_form(entity.name)));
    }

    /// "He was a popular man": the man of the clause itself explains nothing.
    bool is_described_here(EntityIndex index, TokenIndex pronoun) const {
        return !draft_->book->entity(index).named &&
               std::any_of(draft_->tokens.begin(), draft_->tokens.end(), [&](TokenIndex token) {
                   return token != pronoun && draft_->syntax->upos(token) == Upos::NOUN &&
                          draft_->book->at(token) == index;
               });
    }

    ClaimDraft *draft_;
};

} // namespace

void name_pronouns(ClaimDraft &draft) {
    PronounNaming(draft).name_pronouns();
}

} // namespace gainsay
