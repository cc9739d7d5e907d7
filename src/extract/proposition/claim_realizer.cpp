#include "extract/proposition/claim_realizer.h"

#include "base/utf8.h"
#include "extract/proposition/conditions.h"
#include "extract/proposition/shared_subjects.h"
#include "extract/proposition/statement_context.h"
#include "extract/syntax/ellipsis.h"
#include "extract/syntax/label_text.h"
#include "graph_schema/node_kind.h"

#include <algorithm>
#include <map>
#include <set>

namespace gainsay {

namespace {

bool has_feature(const Syntax &syntax, TokenIndex token, std::string_view name, std::string_view value) {
    return feature(syntax.token(token).feats, name) == value;
}

std::string possessive(const std::string &name) {
    return name + (!name.empty() && name.back() == 's' ? "'" : "'s");
}

std::string bracketed(const std::string &text) {
    return "[" + text + "]";
}

class ClaimRealizer {
  public:
    ClaimRealizer(const EntityBook &book, const Quotations &quotations, const FoundAttribution &attribution,
                  TokenIndex top, const std::vector<TokenIndex> &tokens, std::optional<EntityIndex> subject)
        : book_(&book), syntax_(&book.syntax()), words_(&book.english().statement), quotations_(&quotations),
          attribution_(&attribution), top_(top), tokens_(tokens), subject_(subject) {}

    ClaimWording realize() {
        drop_openings();
        ClaimWording wording;
        if (tokens_.empty()) {
            wording.is_vague = true;
            return wording;
        }
        in_own_words_ =
            std::any_of(tokens_.begin(), tokens_.end(), [this](TokenIndex token) { return is_first_person(token); });
        const bool is_sentence = complete_subject();
        expand_ellipses();
        name_pronouns();
        keep_whether();
        wording.points_back = lacks_antecedent_ || points_back(*book_, tokens_);
        wording.is_about_pronoun = begins_with_pronoun() && is_third_person(tokens_.front());
        wording.is_quotation = !is_sentence || in_own_words_ || begins_with_pronoun() || is_subordinate();
        wording.is_vague = is_vague_ || !is_sentence;
        wording.text = compose_label(*syntax_, tokens_, replaced_, before_, wording.is_quotation);
        return wording;
    }

    /// The tokens are those of the thing and of its name.
    std::optional<ClaimWording> realize_naming(const Naming &naming) {
        name_pronouns();
        const TokenIndex first = tokens_.front();
        if (syntax_->upos(first) == Upos::PRON && syntax_->relation(first) != "nmod:poss" &&
            replaced_.count(first) == 0) {
            return std::nullopt;
        }
        const std::vector<TokenIndex> things = syntax_->conjuncts(naming.thing_head);
        const bool many = has_feature(*syntax_, naming.thing_head, "Number", "Plur") ||
                          std::count_if(things.begin(), things.end(),
                                        [&naming](TokenIndex thing) { return thing <= naming.thing.back(); }) > 1;
        before_[naming.name.front()] = bracketed(many ? "are" : "is");
        if (naming.quoted_from) {
            const auto shown = [this](TokenIndex token) {
                const auto other = replaced_.find(token);
                return other != replaced_.end() ? other->second : syntax_->text_of(syntax_->token(token).span);
            };
            replaced_[*naming.quoted_from] = "\u201c" + shown(*naming.quoted_from);
            replaced_[naming.name.back()] = shown(naming.name.back()) + "\u201d";
        }
        ClaimWording wording;
        wording.is_vague = is_vague_;
        wording.text = compose_label(*syntax_, tokens_, replaced_, before_, false);
        return wording;
    }

  private:
    bool is_first_person(TokenIndex token) const {
        return syntax_->upos(token) == Upos::PRON && has_feature(*syntax_, token, "Person", "1");
    }

    /// "It", "this", "they" as a subject; not "this plan", "there is".
    bool is_third_person(TokenIndex token) const {
        return syntax_->upos(token) == Upos::PRON && !syntax_->is(token, "expl") &&
               (has_feature(*syntax_, token, "Person", "3") || has_feature(*syntax_, token, "PronType", "Dem"));
    }

    /// "we" of a company or a state: it can be named.
    bool speaks_as_body(TokenIndex token) const {
        if (!has_feature(*syntax_, token, "Number", "Plur") || !attribution_->source_entity) {
            return false;
        }
        const Entity &source = book_->entity(*attribution_->source_entity);
        return source.named && source.type != NodeKind::Person && source.type != NodeKind::Group;
    }

    /// The speaker's own words: "I [Reed]", "[Reed's]" for "my", "we [Norway]".
    void name_speaker(TokenIndex token) {
        if (!attribution_->source_entity || !book_->entity(*attribution_->source_entity).named) {
            return;
        }
        if (is_quoted_within(token)) {
            return;
        }
        const EntityIndex speaker = *attribution_->source_entity;
        const bool owner = syntax_->relation(token) == "nmod:poss";
        const bool reflexive = has_feature(*syntax_, token, "Reflex", "Yes");
        if (reflexive || (!speaks_as_body(token) && (has_feature(*syntax_, token, "Number", "Plur") || is_named_))) {
            return;
        }
        const std::string name = name_of(speaker);
        const bool subject = syntax_->is(token, "nsubj");
        if (speaks_as_body(token)) {
            // "our economy" may be everybody's.
            if (!subject || is_named_) {
                return;
            }
            replaced_[token] = syntax_->text_of(syntax_->token(token).span) + " " + bracketed(name);
        } else {
            replaced_[token] = owner     ? bracketed(possessive(name))
                               : subject ? syntax_->text_of(syntax_->token(token).span) + " " + bracketed(name)
                                         : bracketed(name);
        }
        is_named_ = true;
    }

    /// "a president who says, I could do it": his "I" is nobody's else.
    bool is_quoted_within(TokenIndex token) const {
        std::optional<TokenIndex> at = syntax_->head(token);
        for (; at && std::find(tokens_.begin(), tokens_.end(), *at) != tokens_.end(); at = syntax_->head(*at)) {
            const std::optional<TokenIndex> subject = *at < token ? syntax_->own_subject(*at) : std::nullopt;
            if (subject && !is_first_person(*subject) &&
                book_->english().reporting.find_verb(syntax_->verb_lemma(*at), Complement::clause) != nullptr &&
                quotations_->contains(*at)) {
                return true;
            }
        }
        return false;
    }

    const VerbForms &verbs() const { return book_->english().verb_forms; }

    /// Conjunctions and marks in front, "that" and "whether", words that tie the clause to what stood before it.
    void drop_openings() {
        while (tokens_.size() > 1) {
            const TokenIndex first = tokens_.front();
            const bool own = syntax_->head(first) == top_;
            const bool mark =
                own && (syntax_->is(first, "cc") ||
                        (syntax_->is(first, "mark") && syntax_->upos(first) != Upos::PART && !is_condition(first)));
            // "Now is the time": the adverb is what is spoken of.
            const bool inverted = syntax_->upos(tokens_[1]) == Upos::AUX;
            const bool opener = own && !inverted && (syntax_->is(first, "advmod") || syntax_->is(first, "discourse")) &&
                                words_->has("opening", syntax_->form(first));
            // Where a parser took the opener for a determiner.
            const bool that = book_->english().grammar.has("that", syntax_->form(first)) && !is_condition(first) &&
                              (syntax_->upos(first) == Upos::SCONJ || syntax_->upos(tokens_[1]) == Upos::PROPN);
            if (!(mark || opener || that || is_closing_mark(first))) {
                break;
            }
            tokens_.erase(tokens_.begin());
        }
        while (!tokens_.empty() && is_end_mark(tokens_.back())) {
            tokens_.pop_back();
        }
        // "of “selling arms”": a subject goes in front of the verb, and the marks go.
        if (tokens_.size() > 1 && quotations_->is_mark(tokens_.front()) && !syntax_->own_subject(top_) &&
            (tokens_[1] == top_ || syntax_->head(tokens_[1]) == top_)) {
            tokens_.erase(tokens_.begin());
        }
    }

    bool is_condition(TokenIndex mark) const {
        const bool is_open = attribution_->stance == Stance::questions || attribution_->stance == Stance::declines;
        return opens_condition(*syntax_, book_->english(), *quotations_, mark, is_open);
    }

    bool is_closing_mark(TokenIndex token) const {
        const std::string &form = syntax_->form(token);
        return syntax_->upos(token) == Upos::PUNCT && form != "(" && form != "[" && form != "\"" && form != "\u201c" &&
               form != "``" && form != "'" && form != "\u2018";
    }

    bool is_end_mark(TokenIndex token) const {
        const std::string &form = syntax_->form(token);
        return syntax_->upos(token) == Upos::PUNCT && form != ")" && form != "]" && form != "\"" && form != "\u201d" &&
               form != "''" && form != "'" && form != "\u2019" && form != "%" && form != "?";
    }

    /// With its article where the text uses one: "the United States".
    std::string name_of(EntityIndex index) const {
        const Entity &entity = book_->entity(index);
        if (!entity.named) {
            const std::string first = lookup_form(entity.name.substr(0, entity.name.find(' ')));
            const bool bare = entity.type != NodeKind::Group && !book_->english().grammar.has("definite", first) &&
                              !words_->has("article", first);
            return bare ? "the " + entity.name : entity.name;
        }
        if (entity.type == NodeKind::Person) {
            return entity.name;
        }
        const bool article =
            std::any_of(entity.mentions.begin(), entity.mentions.end(), [](const EntityMention &mention) {
                return mention.kind == MentionKind::name && lookup_form(mention.text.substr(0, 4)) == "the ";
            });
        return article ? "the " + entity.name : entity.name;
    }

    /// "Kerry and Lavrov": all who do it.
    std::string subject_names(EntityIndex first) {
        const std::optional<TokenIndex> subject =
            attribution_->content_subject ? attribution_->content_subject : syntax_->subject(top_);
        std::vector<std::string> names;
        for (const TokenIndex each : subject ? syntax_->conjuncts(*subject) : std::vector<TokenIndex>()) {
            if (const std::optional<EntityIndex> entity = book_->of_phrase(each)) {
                named_.insert(*entity);
                names.push_back(name_of(*entity));
            }
        }
        if (names.size() < 2) {
            return name_of(first);
        }
        are_many_ = true;
        std::string text;
        for (std::size_t i = 0; i < names.size(); ++i) {
            text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
        }
        return text;
    }

    /// Nothing that stands in front of the predicate but what belongs to the verb.
    bool begins_with_predicate() const {
        const TokenIndex first = tokens_.front();
        return first == top_ ||
               (syntax_->head(first) == top_ && (syntax_->is(first, "aux") || syntax_->is(first, "cop") ||
                                                 syntax_->is(first, "mark") || syntax_->is(first, "advmod")));
    }

    /// Whether the clause is a sentence with a subject, which is put in front where it has none of its own.
    bool complete_subject() {
        const bool states =
            syntax_->upos(top_) == Upos::VERB || syntax_->upos(top_) == Upos::AUX || syntax_->child(top_, "cop");
        const bool own = syntax_->own_subject(top_) || syntax_->child(top_, "expl");
        if (own) {
            return states && syntax_->is_finite(top_) && name_outer_subject();
        }
        if (states && name_antecedent()) {
            return true;
        }
        if (!states || !begins_with_predicate()) {
            return false;
        }
        if (const std::string front = shared_front(); !front.empty()) {
            before_[tokens_.front()] = front;
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
        before_[tokens_.front()] = front;
        return true;
    }

    /// "… and [Reed must] step down": the subject of the verb before, with its auxiliaries.
    std::string shared_front() {
        const std::optional<SharedSubject> shared = shared_subject(*syntax_, book_->english(), top_);
        if (!shared || std::find(tokens_.begin(), tokens_.end(), shared->subject) != tokens_.end()) {
            return {};
        }
        // "Northam, 59, a Democrat": without what is told of him by the way.
        std::vector<TokenIndex> words = syntax_->subtree(shared->subject, [&](TokenIndex below) {
            return below > shared->subject && (syntax_->is(below, "appos") || syntax_->is(below, "acl") ||
                                               syntax_->is(below, "punct") || syntax_->is(below, "parataxis"));
        });
        const std::optional<EntityIndex> entity = book_->of_phrase(shared->subject);
        const bool many = syntax_->conjuncts(shared->subject).size() > 1;
        std::string text = syntax_->text_of(syntax_->hull_of(words));
        if (is_first_person(shared->subject)) {
            in_own_words_ = true;
        } else if (syntax_->upos(shared->subject) == Upos::PRON) {
            if (!entity || !book_->entity(*entity).named || many) {
                return {};
            }
            named_.insert(*entity);
            text = name_of(*entity);
        }
        for (const TokenIndex auxiliary : shared->auxiliaries) {
            text += " " + syntax_->text_of(syntax_->token(auxiliary).span);
        }
        capitalize(text);
        return bracketed(text);
    }

    /// Who does what the clause tells: by name, or in the words of the sentence where it says of whom ("blamed the two
    /// drivers for"). Empty for nobody.
    std::string outer_subject() {
        // "it would show actors asking questions": not who says so.
        const bool is_far = !attribution_->content_subject && subject_ == attribution_->source_entity &&
                            !syntax_->is_finite(top_) && syntax_->head(top_) != attribution_->cue_head &&
                            !syntax_->is(top_, "conj");
        // "ads that, some supporters say, go too far", "Emmer, the Times reported, got the job": who says so does not
        // do it.
        const bool is_anothers = !attribution_->content_subject && subject_ == attribution_->source_entity &&
                                 syntax_->is_finite(top_) && !shares_subject_with_cue();
        if (is_far || is_anothers) {
            return {};
        }
        if (subject_ && (book_->entity(*subject_).named || is_actor(book_->entity(*subject_).type))) {
            named_.insert(*subject_);
            are_many_ = book_->entity(*subject_).type == NodeKind::Group;
            return subject_names(*subject_);
        }
        const std::optional<TokenIndex> noun = attribution_->content_subject;
        if (!noun || !syntax_->is_nominal(*noun) || syntax_->upos(*noun) == Upos::PRON ||
            noun == attribution_->source_head || !syntax_->preposition(*noun).empty()) {
            return {};
        }
        are_many_ = has_feature(*syntax_, *noun, "Number", "Plur") || syntax_->conjuncts(*noun).size() > 1;
        return phrase_of(*noun);
    }

    /// "Reed denied it and will sue": one subject for the verb of saying and for what is said.
    bool shares_subject_with_cue() const {
        return syntax_->is(top_, "conj") && !syntax_->own_subject(top_) && attribution_->source_head &&
               syntax_->subject(top_) == attribution_->source_head &&
               *attribution_->source_head < attribution_->cue_head && attribution_->cue_head < top_;
    }

    /// The words of a noun's phrase without clauses.
    std::string phrase_of(TokenIndex noun) const {
        const std::vector<TokenIndex> phrase =
            syntax_->subtree(noun, [&](TokenIndex below) { return below > noun && syntax_->is(below, "acl"); });
        std::string text = syntax_->text_of(syntax_->hull_of(phrase));
        std::erase(text, '"');
        return text;
    }

    /// "a plan she says includes cuts": what the relative clause hangs on is the subject.
    bool name_antecedent() {
        const std::optional<TokenIndex> above = syntax_->head(top_);
        // Taggers take "killed hundreds" for a participle.
        const bool is_finite = syntax_->is_finite(top_) ||
                               (has_feature(*syntax_, top_, "VerbForm", "Part") && syntax_->child(top_, "obj"));
        if (!above || *above != attribution_->cue_head || !is_finite || !syntax_->is(*above, "acl") ||
            !begins_with_predicate()) {
            return false;
        }
        const std::optional<TokenIndex> noun = syntax_->head(*above);
        const std::optional<TokenIndex> object = syntax_->child(*above, "obj");
        if (!noun || !syntax_->is_nominal(*noun) || *noun > *above ||
            (object && !is_relative(*object) && !book_->english().grammar.has("that", syntax_->form(*object)))) {
            return false;
        }
        return put_antecedent(*noun, *above);
    }

    bool is_relative(TokenIndex token) const {
        return syntax_->upos(token) == Upos::PRON && has_feature(*syntax_, token, "PronType", "Rel");
    }

    /// The noun's phrase without the clause that hangs on it, in front of the label.
    bool put_antecedent(TokenIndex noun, TokenIndex clause) {
        const std::vector<TokenIndex> phrase = syntax_->subtree(noun, [&](TokenIndex below) {
            const bool of_clause = syntax_->head(below) == noun && !syntax_->is(below, "det") &&
                                   !syntax_->is(below, "amod") && !syntax_->is(below, "compound") &&
                                   !syntax_->is(below, "nmod") && !syntax_->is(below, "nummod") &&
                                   !syntax_->is(below, "flat");
            return below >= clause || syntax_->is(below, "punct") || of_clause;
        });
        std::string text = syntax_->text_of(syntax_->hull_of(phrase));
        std::erase(text, '"');
        capitalize(text);
        before_[tokens_.front()] = bracketed(text);
        return true;
    }

    /// "Burke, who is guilty of …", "her silence “freezes the race”": a subject that the content leaves out is put in
    /// front, and without one there is no sentence.
    bool name_outer_subject() {
        const std::optional<TokenIndex> subject = syntax_->own_subject(top_);
        if (!subject || std::find(tokens_.begin(), tokens_.end(), *subject) != tokens_.end()) {
            return true;
        }
        if (*subject > tokens_.front() || !begins_with_predicate()) {
            return false;
        }
        const std::optional<EntityIndex> entity = book_->of_phrase(*subject);
        if (!entity || !book_->entity(*entity).named) {
            return name_outer_phrase(*subject);
        }
        named_.insert(*entity);
        before_[tokens_.front()] = bracketed(name_of(*entity));
        return true;
    }

    /// "a plan (that he said) would save …": what the relative pronoun stands for; else the subject's own words.
    bool name_outer_phrase(TokenIndex subject) {
        constexpr std::size_t most_words = 15;
        if (is_relative(subject)) {
            const TokenIndex cue = attribution_->cue_head;
            const std::optional<TokenIndex> noun = syntax_->is(cue, "acl") ? syntax_->head(cue) : std::nullopt;
            return noun && syntax_->is_nominal(*noun) && *noun < subject && syntax_->head(top_) == cue &&
                   put_antecedent(*noun, cue);
        }
        if (!syntax_->is_nominal(subject) || syntax_->upos(subject) == Upos::PRON ||
            subject == attribution_->source_head || syntax_->subtree(subject).size() > most_words) {
            return false;
        }
        std::string text = phrase_of(subject);
        capitalize(text);
        before_[tokens_.front()] = bracketed(text);
        return true;
    }

    /// The subject with the auxiliary that the form of the verb asks for, in brackets.
    std::string put_subject(const std::string &name) {
        const bool plural = are_many_;
        std::optional<TokenIndex> to;
        std::optional<TokenIndex> auxiliary;
        for (const TokenIndex child : syntax_->children(top_)) {
            if (syntax_->is(child, "mark") && syntax_->upos(child) == Upos::PART) {
                to = child;
            } else if (!auxiliary && child < top_ && (syntax_->is(child, "aux") || syntax_->is(child, "cop"))) {
                auxiliary = child;
            }
        }
        const TokenIndex first = auxiliary ? *auxiliary : top_;
        const std::string_view form = feature(syntax_->token(top_).feats, "VerbForm").value_or(std::string_view());
        const bool gerund = syntax_->token(first).xpos == "VBG" || (first == top_ && form == "Ger");
        if (to) {
            return put_for_infinitive(name, *to);
        }
        if (gerund) {
            return put_for_gerund(name, first, plural);
        }
        if (!auxiliary && form == "Part") {
            return bracketed(name + (plural ? " are" : " is"));
        }
        if (!auxiliary && form == "Inf") {
            return bracketed(name + modal());
        }
        return bracketed(name);
    }

    std::string modal() const {
        switch (attribution_->stance) {
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
        const bool is_told = attribution_->stance == Stance::warns && attribution_->content_subject &&
                             attribution_->content_subject != attribution_->source_head;
        // "wants to resign": nobody asks himself for it.
        const bool asks_himself = attribution_->stance == Stance::demands && !attribution_->content_subject &&
                                  subject_ && subject_ == attribution_->source_entity;
        if (asks_himself) {
            return {};
        }
        const std::string auxiliary = is_told ? " should" : modal();
        // "not to resign"
        const std::size_t place = tokens_.size() > 1 && tokens_[1] == to ? 1 : 0;
        if (auxiliary.empty() || tokens_[place] != to) {
            return {};
        }
        tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(place));
        return bracketed(name + auxiliary);
    }

    /// "selling arms": "[Norway sold] arms"; "having sold": "[Norway had] sold"; "being part": "[Reed was] part".
    std::string put_for_gerund(const std::string &name, TokenIndex verb, bool plural) {
        // "proposed raising the age", "opposed arming them": nobody says that it was done.
        const Stance stance = attribution_->stance;
        if (stance == Stance::suggests || stance == Stance::demands || stance == Stance::promises ||
            stance == Stance::warns || stance == Stance::rejects || stance == Stance::declines) {
            return {};
        }
        const bool before =
            has_feature(*syntax_, attribution_->cue_head, "Tense", "Past") && attribution_->stance != Stance::accuses;
        const std::string &lemma = syntax_->lemma(verb);
        if (tokens_.front() != verb) {
            return bracketed(name + (plural ? " are" : " is"));
        }
        std::string text;
        if (lemma == "be") {
            text = before ? (plural ? " were" : " was") : plural ? " are" : " is";
        } else if (verb != top_) {
            text = before ? " had" : plural ? " have" : " has";
        } else if (before) {
            text = " " + verbs().past(lemma);
        } else {
            return bracketed(name + (plural ? " are" : " is"));
        }
        if (tokens_.size() == 1) {
            return bracketed(name);
        }
        tokens_.erase(tokens_.begin());
        return bracketed(name + text);
    }

    /// "(would not say) whether he will go": who declines leaves it open.
    void keep_whether() {
        const std::optional<TokenIndex> mark = syntax_->child(top_, "mark");
        const TokenIndex first = tokens_.front();
        if (attribution_->stance != Stance::declines || !mark || *mark >= first || quotations_->contains(*mark) ||
            !book_->english().factuality.has("conditional", syntax_->form(*mark))) {
            return;
        }
        const std::string word = syntax_->text_of(syntax_->token(*mark).span);
        const auto added = before_.find(first);
        before_[first] = added == before_.end() ? word : word + ' ' + added->second;
    }

    /// What "do so" stands for, in its place; a quotation is left as it is.
    void expand_ellipses() {
        for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
            const TokenIndex token = tokens_[i];
            if (quotations_->contains(token) || !is_ellipsis(*syntax_, book_->english(), token) ||
                tokens_[i + 1] != token + 1) {
                continue;
            }
            const std::optional<TokenIndex> verb = ellipsis_antecedent(*syntax_, book_->english(), token);
            if (!verb) {
                is_vague_ = true;
                lacks_antecedent_ = true;
                continue;
            }
            const std::vector<TokenIndex> phrase = verb_phrase(*syntax_, *verb);
            std::string text = form_like(token, syntax_->lemma(*verb));
            if (phrase.size() > 1) {
                text += " " + syntax_->text_of(
                                  {syntax_->token(phrase[1]).span.begin, syntax_->token(phrase.back()).span.end});
            }
            replaced_[token] = bracketed(text);
            tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        }
    }

    std::string form_like(TokenIndex model, const std::string &lemma) const {
        const std::string_view form =
            feature(syntax_->token(model).feats, "VerbForm").value_or(std::string_view("Inf"));
        if (form == "Ger" || syntax_->token(model).xpos == "VBG") {
            return verbs().gerund(lemma);
        }
        if (form == "Part") {
            return verbs().participle(lemma);
        }
        if (form == "Fin" && has_feature(*syntax_, model, "Tense", "Past")) {
            return verbs().past(lemma);
        }
        return form == "Fin" && has_feature(*syntax_, model, "Number", "Sing") ? VerbForms::third_person(lemma) : lemma;
    }

    void name_pronouns() {
        std::set<EntityIndex> said = named_;
        for (const TokenIndex token : tokens_) {
            const std::optional<EntityIndex> entity = book_->at(token);
            if (is_first_person(token)) {
                name_speaker(token);
            } else if (syntax_->upos(token) == Upos::PRON) {
                name_pronoun(token, entity, said);
            } else if (entity) {
                said.insert(*entity);
            }
        }
    }

    void name_pronoun(TokenIndex token, std::optional<EntityIndex> entity, std::set<EntityIndex> &said) {
        const std::string &form = syntax_->form(token);
        // "[T]he government": the source's own brackets.
        if (token > 0 && syntax_->form(token - 1) == "]" &&
            syntax_->token(token - 1).span.end == syntax_->token(token).span.begin) {
            return;
        }
        if (syntax_->relation(token) == "expl" || replaced_.count(token) != 0 || !words_->has("bare", form) ||
            has_feature(*syntax_, token, "PronType", "Rel") || has_feature(*syntax_, token, "Reflex", "Yes") ||
            !has_feature(*syntax_, token, "Person", "3")) {
            return;
        }
        const bool owner = syntax_->relation(token) == "nmod:poss";
        // Who is quoted says "I" of himself.
        const bool is_speaker = quotations_->contains(token) && entity == attribution_->source_entity;
        if (!entity || is_speaker || is_described_here(*entity, token) || !can_stand_for_pronoun(*entity)) {
            // "its members" of what stands before within the clause
            is_vague_ = is_vague_ || !(owner && token != tokens_.front());
            lacks_antecedent_ = lacks_antecedent_ || (!is_speaker && (!owner || token == tokens_.front()));
            return;
        }
        // "Reed said he would resign": he who speaks, unless somebody else is as likely.
        const bool is_teller = entity == attribution_->source_entity && !quotations_->contains(token);
        if ((is_teller ? has_rival(*entity, token) : book_->is_doubtful(token)) || may_be_addressee(token)) {
            is_vague_ = true;
            lacks_antecedent_ = true;
            return;
        }
        // Said before in the label: the pronoun is clear.
        if (!said.insert(*entity).second && token > tokens_.front()) {
            return;
        }
        const std::string name = name_of(*entity);
        replaced_[token] = bracketed(owner ? possessive(name) : name);
    }

    /// "Reed spoke of his talk with Lee and said he told the truth": another person named beside the verb before.
    bool has_rival(EntityIndex teller, TokenIndex pronoun) const {
        const Gender sex = sex_of(pronoun);
        const TokenIndex cue = attribution_->cue_head;
        const std::optional<TokenIndex> verb = syntax_->is(cue, "conj") ? syntax_->head(cue) : std::nullopt;
        for (TokenIndex token = verb.value_or(cue); sex != Gender::unknown && token < cue; ++token) {
            const std::optional<EntityIndex> other = book_->at(token);
            if (!other || *other == teller || syntax_->upos(token) == Upos::PRON || !book_->entity(*other).named ||
                book_->entity(*other).type != NodeKind::Person || syntax_->relation(token) == "nmod:poss") {
                continue;
            }
            const std::string name = lookup_form(book_->entity(*other).name);
            const Gender own = book_->english().nouns.gender_of_name(name.substr(0, name.find(' ')));
            if (own == Gender::unknown || own == sex) {
                return true;
            }
        }
        return false;
    }

    Gender sex_of(TokenIndex pronoun) const {
        return has_feature(*syntax_, pronoun, "Gender", "Masc")  ? Gender::male
               : has_feature(*syntax_, pronoun, "Gender", "Fem") ? Gender::female
                                                                 : Gender::unknown;
    }

    /// "The judge told Reed he was free": he who speaks or he who is told.
    bool may_be_addressee(TokenIndex pronoun) const {
        if (!attribution_->addressee || !has_feature(*syntax_, pronoun, "Number", "Sing")) {
            return false;
        }
        const std::optional<EntityIndex> told = book_->of_phrase(*attribution_->addressee);
        const Gender sex = sex_of(pronoun);
        if (!told || told == attribution_->source_entity || book_->entity(*told).type != NodeKind::Person ||
            sex == Gender::unknown) {
            return false;
        }
        const std::string name = lookup_form(book_->entity(*told).name);
        const Gender own = syntax_->upos(*attribution_->addressee) == Upos::PRON
                               ? sex_of(*attribution_->addressee)
                               : book_->english().nouns.gender_of_name(name.substr(0, name.find(' ')));
        return own == Gender::unknown || own == sex;
    }

    /// A name; a description says whom it means where it is one of people or bodies.
    bool can_stand_for_pronoun(EntityIndex index) const {
        const Entity &entity = book_->entity(index);
        const std::string first = lookup_form(entity.name.substr(0, entity.name.find(' ')));
        return entity.named || (is_actor(entity.type) && !words_->has("bare", first) &&
                                !words_->has("nobody", lookup_form(entity.name)));
    }

    /// "where he is strong", "when they met": a clause that hangs on another which is not there.
    bool is_subordinate() const {
        const TokenIndex first = tokens_.front();
        const bool relative = (syntax_->upos(first) == Upos::ADV || syntax_->upos(first) == Upos::SCONJ) &&
                              (syntax_->is(first, "advmod") || syntax_->is(first, "mark")) &&
                              syntax_->head(first) == top_ && (syntax_->is(top_, "advcl") || syntax_->is(top_, "acl"));
        return relative && before_.count(first) == 0;
    }

    /// "He was a popular man": the man of the clause itself explains nothing.
    bool is_described_here(EntityIndex index, TokenIndex pronoun) const {
        return !book_->entity(index).named && std::any_of(tokens_.begin(), tokens_.end(), [&](TokenIndex token) {
            return token != pronoun && syntax_->upos(token) == Upos::NOUN && book_->at(token) == index;
        });
    }

    bool begins_with_pronoun() const {
        const TokenIndex first = tokens_.front();
        return before_.count(first) == 0 && replaced_.count(first) == 0 &&
               (words_->has("bare", syntax_->form(first)) || words_->has("empty_subject", syntax_->form(first)));
    }

    const EntityBook *book_;
    const Syntax *syntax_;
    const StatementWords *words_;
    const Quotations *quotations_;
    const FoundAttribution *attribution_;
    TokenIndex top_;
    std::vector<TokenIndex> tokens_;
    std::optional<EntityIndex> subject_;
    std::map<TokenIndex, std::string> replaced_;
    std::map<TokenIndex, std::string> before_;
    std::set<EntityIndex> named_;
    bool in_own_words_ = false;
    bool is_named_ = false;
    bool is_vague_ = false;
    bool lacks_antecedent_ = false;
    bool are_many_ = false;
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
