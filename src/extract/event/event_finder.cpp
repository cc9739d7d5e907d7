#include "extract/event/event_finder.h"

#include "extract/attribution/source_phrase.h"
#include "extract/event/event_owner.h"
#include "extract/event/generic_event.h"
#include "extract/factuality/factuality.h"
#include "language/modality_cue.h"

#include <algorithm>
#include <set>

namespace gainsay {

namespace {

class EventReader {
  public:
    EventReader(const EntityBook &book, const std::vector<FoundTime> &times, TokenIndex trigger)
        : book_(&book), syntax_(&book.syntax()), english_(&book.english()), times_(&times), trigger_(trigger) {}

    std::optional<FoundEvent> read() {
        const Upos tag = syntax_->upos(trigger_);
        if (tag == Upos::VERB && !syntax_->is(trigger_, "amod") && !syntax_->is(trigger_, "compound") &&
            !is_modifier()) {
            const std::vector<EventFrame> *frames = english_->frames.find_verb(syntax_->lemma(trigger_));
            // Forms that lemmatizers take for another verb's: "suing", "froze".
            return read_by(frames != nullptr ? frames : english_->frames.find_verb(syntax_->form(trigger_)));
        }
        if (tag == Upos::NOUN && !syntax_->is(trigger_, "compound")) {
            find_light_verb();
            return read_by(english_->frames.find_noun(syntax_->lemma(trigger_)));
        }
        return std::nullopt;
    }

    /// The nouns that the frame's conditions took in: "talks" of "held talks".
    const std::vector<TokenIndex> &taken() const { return taken_; }

  private:
    /// By the first of the frames that fits.
    std::optional<FoundEvent> read_by(const std::vector<EventFrame> *frames) {
        if (frames == nullptr) {
            return std::nullopt;
        }
        for (const EventFrame &frame : *frames) {
            if (holds(frame) && !is_light(frame)) {
                is_misfit_ = false;
                std::optional<FoundEvent> found = fill(frame);
                if (found || !is_misfit_) {
                    return found;
                }
            }
        }
        taken_.clear();
        return std::nullopt;
    }

    bool is_verb() const { return syntax_->upos(trigger_) == Upos::VERB; }

    /// "a group of visiting fans", which trees may read as one that visits fans.
    bool is_modifier() const {
        const std::optional<TokenIndex> head = syntax_->head(trigger_);
        const std::optional<TokenIndex> object = syntax_->child(trigger_, "obj");
        return head && object && *object == trigger_ + 1 && syntax_->is(trigger_, "acl") &&
               english_->grammar.has("part_of", syntax_->marker(trigger_)) &&
               (english_->frames.is_quantity(syntax_->lemma(*head)) ||
                english_->nouns.find(syntax_->lemma(*head)) == NounClass::group ||
                english_->nouns.find(syntax_->lemma(*head)) == NounClass::quantity);
    }

    /// The verb that says of an event's noun that it took place: "carried out airstrikes", "a freeze announced in
    /// March", "came under attack".
    void find_light_verb() {
        const std::optional<TokenIndex> head = syntax_->head(trigger_);
        const auto take = [this](TokenIndex verb) {
            light_ = syntax_->upos(verb) == Upos::VERB ? english_->frames.find_light_verb(syntax_->verb_lemma(verb))
                                                       : nullptr;
            if (light_ != nullptr) {
                light_verb_ = verb;
            }
            return light_ != nullptr;
        };
        if (head && (syntax_->is(trigger_, "obj") || syntax_->is(trigger_, "nsubj"))) {
            if (take(*head) && light_->place == (syntax_->relation(trigger_) == "nsubj" ? "subj" : "obj")) {
                return;
            }
        } else if (head && syntax_->is(trigger_, "obl")) {
            if (take(*head) && light_->place == syntax_->preposition(trigger_)) {
                return;
            }
        }
        for (const TokenIndex child : syntax_->children(trigger_)) {
            if (syntax_->is(child, "acl") && child > trigger_ && syntax_->is_passive(child) && take(child) &&
                light_->place == "obj") {
                return;
            }
        }
        light_ = nullptr;
        light_verb_.reset();
    }

    /// What a relative clause's pronoun stands for: "sanctions which the EU imposed".
    TokenIndex antecedent(TokenIndex token) const {
        if (syntax_->upos(token) != Upos::PRON ||
            feature(syntax_->token(token).feats, "PronType") != std::string_view("Rel")) {
            return token;
        }
        std::optional<TokenIndex> at = syntax_->head(token);
        for (int steps = 0; at && steps < 3; ++steps, at = syntax_->head(*at)) {
            if (syntax_->is(*at, "acl")) {
                return syntax_->head(*at).value_or(token);
            }
        }
        return token;
    }

    /// "a wide range of sanctions": the noun that a word of quantity counts; else the token itself.
    TokenIndex counted(TokenIndex token) const {
        const bool amount = syntax_->upos(token) == Upos::SYM || syntax_->upos(token) == Upos::NUM;
        if (amount || english_->frames.is_quantity(syntax_->lemma(token))) {
            for (const TokenIndex child : syntax_->children(token)) {
                const std::string preposition = syntax_->preposition(child);
                if (child > token && syntax_->is(child, "nmod") &&
                    (english_->grammar.has("part_of", preposition) ||
                     (amount && english_->grammar.has("inside", preposition)))) {
                    return child;
                }
            }
        }
        return token;
    }

    /// Whether the phrase refers to somebody, or is a pronoun that may.
    bool is_actor(TokenIndex token) const {
        const std::vector<TokenIndex> all = syntax_->conjuncts(antecedent(token));
        return std::any_of(all.begin(), all.end(), [this](TokenIndex each) {
            const std::string &feats = syntax_->token(each).feats;
            return book_->of_phrase(each).has_value() || (feature(feats, "PronType") == std::string_view("Prs") &&
                                                          feature(feats, "Gender") != std::string_view("Neut"));
        });
    }

    bool is_named_person(TokenIndex token) const {
        const std::optional<EntityIndex> entity = book_->of_phrase(antecedent(token));
        return entity && book_->entity(*entity).type == NodeKind::Person && book_->entity(*entity).named;
    }

    bool holds(const EventFrame &frame) {
        object_.reset();
        particle_.reset();
        taken_.clear();
        return std::all_of(frame.conditions.begin(), frame.conditions.end(),
                           [this](const FrameCondition &condition) { return holds(condition); });
    }

    bool holds(const FrameCondition &condition) {
        if (condition.is_absent) {
            return condition.place == "xcomp" ? !syntax_->child(trigger_, "xcomp") : fillers(condition.place).empty();
        }
        if (condition.place == "obj") {
            const std::vector<TokenIndex> heads = fillers("obj");
            return std::any_of(heads.begin(), heads.end(), [&](TokenIndex head) {
                const TokenIndex object = counted(antecedent(head));
                if (!is_word(object, condition.word)) {
                    return false;
                }
                object_ = object;
                if (!english_->frames.is_kept(condition.word)) {
                    taken_.push_back(object);
                }
                return true;
            });
        }
        if (condition.place == "subj" || condition.place == "poss" || condition.place == "comp") {
            const std::vector<TokenIndex> heads = fillers(condition.place);
            return std::any_of(heads.begin(), heads.end(), [&](TokenIndex head) {
                return is_word(head, condition.word) || is_word(counted(head), condition.word);
            });
        }
        // "fired shells at": the preposition may hang on the object.
        std::vector<TokenIndex> below(syntax_->children(trigger_).begin(), syntax_->children(trigger_).end());
        if (const auto object = syntax_->child(trigger_, "obj"); object && is_verb()) {
            below.insert(below.end(), syntax_->children(*object).begin(), syntax_->children(*object).end());
        }
        for (const TokenIndex child : below) {
            bool place = false;
            if (condition.place == "prt") {
                place =
                    syntax_->relation(child) == "compound:prt" ||
                    (syntax_->is(child, "advmod") && child == trigger_ + 1 && syntax_->form(child) == condition.word);
            } else if (condition.place == "xcomp") {
                // "found guilty", but not "found not guilty".
                place = syntax_->is(child, "xcomp") && !negation_of(*syntax_, *english_, child);
            } else if (condition.place == syntax_->form(child)) {
                place = syntax_->is(child, "advmod") || syntax_->is(child, "compound:prt");
            } else {
                place = (syntax_->is(child, "obl") || syntax_->is(child, "nmod")) &&
                        syntax_->preposition(child) == condition.place;
            }
            if (place && (condition.word.empty() || is_word(child, condition.word))) {
                if (condition.place == "prt" && child == trigger_ + 1) {
                    particle_ = child;
                }
                if (syntax_->upos(child) == Upos::NOUN && !condition.word.empty() &&
                    !english_->frames.is_kept(condition.word)) {
                    taken_.push_back(child);
                }
                return true;
            }
        }
        return false;
    }

    /// The word itself, or joined to it: "talks and consultations"; "@actor" and "@list" stand for any of a kind.
    bool is_word(TokenIndex token, const std::string &word) const {
        if (word == "@actor") {
            return is_actor(token);
        }
        if (word == "@person") {
            return is_named_person(token);
        }
        const std::vector<TokenIndex> all = syntax_->conjuncts(token);
        return std::any_of(all.begin(), all.end(), [&](TokenIndex each) {
            if (word == "@human") {
                const Filler filler = filler_of(each);
                return filler == Filler::person || filler == Filler::group;
            }
            if (word == "@body") {
                return filler_of(each) == Filler::body;
            }
            if (word == "@office") {
                return english_->people.has("office", syntax_->lemma(each));
            }
            if (!word.empty() && word.front() == '@') {
                return english_->frames.is_listed(std::string_view(word).substr(1), syntax_->lemma(each));
            }
            return word.empty() || syntax_->lemma(each) == word || syntax_->form(each) == word;
        });
    }

    /// Also "charged" of "was arrested and charged", "ousted" of "with the leader ousted".
    bool is_passive() const {
        if (syntax_->is_passive(trigger_)) {
            return true;
        }
        const std::optional<TokenIndex> head = syntax_->head(trigger_);
        const std::string &feats = syntax_->token(trigger_).feats;
        if (feature(feats, "VerbForm") != std::string_view("Part") ||
            feature(feats, "Tense") != std::string_view("Past") ||
            syntax_->child(trigger_, {"aux", "cop", "obj", "iobj"})) {
            return false;
        }
        // "remains jailed"
        return syntax_->is(trigger_, "advcl") ||
               (syntax_->is(trigger_, "xcomp") && head && !syntax_->child(*head, "obj")) ||
               (head && syntax_->is(trigger_, "conj") && syntax_->is_passive(*head) && !syntax_->own_subject(trigger_));
    }

    /// "Before being elected, she …", "he was arrested and charged": whom the passive verb shares with the one above.
    std::optional<TokenIndex> shared_patient() const {
        const bool below =
            syntax_->is(trigger_, "advcl") || syntax_->is(trigger_, "conj") || syntax_->is(trigger_, "xcomp");
        return below ? syntax_->subject(trigger_) : std::nullopt;
    }

    std::vector<TokenIndex> fillers(const std::string &place) const {
        const bool passive = is_verb() && is_passive();
        std::vector<TokenIndex> found;
        if (place == "subj" && !is_verb()) {
            if (const auto own = syntax_->own_subject(trigger_)) {
                return {*own};
            }
            return light_subject();
        }
        if (place == "subj") {
            if (passive) {
                if (const auto agent = syntax_->child(trigger_, "obl:agent")) {
                    found.push_back(*agent);
                }
            } else if (const auto subject = subject_of_verb()) {
                found.push_back(*subject);
                // Of "A and B meet" a parser may make two subjects.
                for (const TokenIndex child : syntax_->children(trigger_)) {
                    if (child < *subject && syntax_->is(child, "nsubj") && source_entity(*book_, child)) {
                        found.push_back(child);
                    }
                }
            }
        } else if (place == "obj") {
            if (!passive) {
                if (const auto object = object_of(trigger_)) {
                    found.push_back(*object);
                }
            } else if (const auto subject = syntax_->child(trigger_, "nsubj:pass")) {
                found.push_back(*subject);
            } else if (syntax_->is(trigger_, "acl") && syntax_->head(trigger_)) {
                found.push_back(*syntax_->head(trigger_));
            } else if (const auto own = syntax_->own_subject(trigger_)) {
                found.push_back(*own);
            } else if (const auto shared = shared_patient()) {
                found.push_back(*shared);
            }
        } else if (place == "iobj") {
            if (const auto object = syntax_->child(trigger_, "iobj")) {
                found.push_back(*object);
            }
        } else if (place == "xobj") {
            return acted_on_below();
        } else if (place == "light") {
            return subject_of(*light_verb_);
        } else if (place == "lobj") {
            const std::optional<TokenIndex> verb = syntax_->head(trigger_);
            if (verb && syntax_->is(trigger_, "nsubj") && syntax_->upos(*verb) == Upos::VERB &&
                english_->frames.is_listed("strikes", syntax_->lemma(*verb))) {
                if (const auto object = object_of(*verb)) {
                    found.push_back(*object);
                }
            }
        } else if (place == "poss" || place == "comp" || place == "adj") {
            for (const TokenIndex child : syntax_->children(trigger_)) {
                const std::string_view relation = syntax_->relation(child);
                if ((place == "poss" && relation == "nmod:poss") || (place == "comp" && relation == "compound") ||
                    (place == "adj" && (relation == "amod" || relation == "compound") && book_->at(child) &&
                     book_->entity_at_is_country(child))) {
                    found.push_back(child);
                }
            }
        } else {
            const TokenIndex object = object_.value_or(trigger_);
            // "a range of sanctions on X": the phrase hangs on either noun.
            const TokenIndex over =
                object == trigger_ ? light_verb_.value_or(trigger_) : syntax_->head(object).value_or(object);
            std::vector<TokenIndex> aboves{trigger_};
            for (const TokenIndex each : {object, over}) {
                if (std::find(aboves.begin(), aboves.end(), each) == aboves.end()) {
                    aboves.push_back(each);
                }
            }
            // "the suspension of the treaty by Norway": the agent may hang on what was suspended.
            if (english_->grammar.has("agent", place)) {
                for (const TokenIndex child : syntax_->children(trigger_)) {
                    if (!is_verb() && syntax_->is(child, "nmod") && child > trigger_) {
                        aboves.push_back(child);
                    }
                }
            }
            // "the suspension earlier this year of …"
            if (const FoundTime *time = time_behind()) {
                aboves.push_back(time->end - 1);
            }
            for (const TokenIndex above : aboves) {
                for (const TokenIndex child : syntax_->children(above)) {
                    const bool phrase = syntax_->is(child, "obl") || syntax_->is(child, "nmod");
                    if (phrase && child > above && child != trigger_ && syntax_->preposition(child) == place &&
                        !is_time(child)) {
                        found.push_back(child);
                    }
                }
            }
        }
        return found;
    }

    /// "threatened to cut ties with Norway": whom what the verb governs would be done to.
    std::vector<TokenIndex> acted_on_below() const {
        const std::optional<TokenIndex> verb = syntax_->child(trigger_, "xcomp");
        if (!verb) {
            return {};
        }
        for (const TokenIndex child : syntax_->children(*verb)) {
            const bool phrase =
                syntax_->is(child, "obl") && english_->grammar.has("owner_behind", syntax_->preposition(child));
            if (!syntax_->is(child, "obj") && !syntax_->is(child, "iobj") && !phrase) {
                continue;
            }
            if (book_->of_phrase(child)) {
                return {child};
            }
            const std::optional<TokenIndex> owner =
                find_owner(*book_, child, [this](TokenIndex token) { return book_->of_phrase(token).has_value(); });
            if (owner) {
                return {*owner};
            }
        }
        return {};
    }

    bool is_time(TokenIndex token) const {
        const auto time = std::upper_bound(times_->begin(), times_->end(), token,
                                           [](TokenIndex at, const FoundTime &each) { return at < each.first; });
        return time != times_->begin() && token < std::prev(time)->end;
    }

    /// The expression of time right behind an event's noun; null if there is none.
    const FoundTime *time_behind() const {
        if (is_verb()) {
            return nullptr;
        }
        const auto time = std::lower_bound(times_->begin(), times_->end(), trigger_ + 1,
                                           [](const FoundTime &each, TokenIndex at) { return each.first < at; });
        return time != times_->end() && time->first == trigger_ + 1 ? &*time : nullptr;
    }

    /// Who acts in a noun's event by its light verb: "the US carried out airstrikes", "airstrikes carried out by the
    /// US".
    std::vector<TokenIndex> light_subject() const {
        if (!light_verb_ || light_->subject != "agent") {
            return {};
        }
        return subject_of(*light_verb_);
    }

    std::vector<TokenIndex> subject_of(TokenIndex verb) const {
        const std::optional<TokenIndex> subject =
            syntax_->is_passive(verb) ? syntax_->child(verb, "obl:agent") : syntax_->subject(verb);
        return subject && *subject != trigger_ ? std::vector<TokenIndex>{*subject} : std::vector<TokenIndex>();
    }

    /// "efforts to repeal it", "the step of repealing it"
    bool hangs_on_noun(TokenIndex verb) const {
        const std::optional<std::string_view> form = feature(syntax_->token(verb).feats, "VerbForm");
        return form == std::string_view("Inf") ||
               (form == std::string_view("Ger") && english_->grammar.has("part_of", syntax_->marker(verb)));
    }

    /// The subject; of "the president's decision to cancel" whose decision it is.
    std::optional<TokenIndex> subject_of_verb() const {
        // "called on Norway to act"
        const std::optional<TokenIndex> head = syntax_->head(trigger_);
        if (head && !syntax_->own_subject(trigger_) && english_->grammar.has("phrase_control", syntax_->lemma(*head)) &&
            feature(syntax_->token(trigger_).feats, "VerbForm") == std::string_view("Inf")) {
            for (const TokenIndex child : syntax_->children(*head)) {
                if (syntax_->is(child, "obl") && child > *head && child < trigger_ && source_entity(*book_, child)) {
                    return child;
                }
            }
        }
        const std::optional<TokenIndex> subject = syntax_->subject(trigger_);
        std::optional<TokenIndex> at = trigger_;
        for (int steps = 0; at && steps < 3 && !syntax_->own_subject(*at); ++steps, at = syntax_->head(*at)) {
            if (syntax_->is(*at, "acl") && syntax_->head(*at) == subject && hangs_on_noun(*at)) {
                for (const TokenIndex child : syntax_->children(*subject)) {
                    const bool owner = syntax_->relation(child) == "nmod:poss" ||
                                       (syntax_->is(child, "nmod") && child > *subject &&
                                        english_->grammar.has("owner", syntax_->preposition(child)));
                    if (owner && source_entity(*book_, child)) {
                        return child;
                    }
                }
                // "U.S. efforts to support"
                for (const TokenIndex child : syntax_->children(*subject)) {
                    if ((syntax_->is(child, "amod") || syntax_->is(child, "compound")) && book_->at(child) &&
                        book_->entity_at_is_country(child)) {
                        return child;
                    }
                }
                // "made a promise to help", "could do more to help": who made it. Whose decision somebody else defended
                // is open.
                const std::optional<TokenIndex> verb = syntax_->head(*subject);
                if (verb && syntax_->upos(*verb) == Upos::VERB && syntax_->is(*subject, "obj") &&
                    (syntax_->upos(*subject) != Upos::NOUN ||
                     english_->frames.find_light_verb(syntax_->verb_lemma(*verb)) != nullptr)) {
                    return syntax_->subject(*verb);
                }
                // "used tear gas to disperse them": what for, and no task of the thing.
                if (verb && syntax_->upos(*verb) == Upos::VERB && syntax_->is(*subject, "obj") && !is_actor(*subject) &&
                    !english_->grammar.has("infinitive_noun", syntax_->lemma(*subject))) {
                    return syntax_->subject(*verb);
                }
                return is_actor(*subject) ? subject : std::nullopt;
            }
        }
        return subject;
    }

    /// Its own object, that of the relative clause around it, or one that verbs joined to it share with it.
    std::optional<TokenIndex> object_of(TokenIndex verb) const {
        if (const auto object = syntax_->child(verb, {"obj", "iobj"})) {
            return object;
        }
        // "killed a couple", which trees may read as how much.
        if (const auto couple = syntax_->child(verb, "obl:unmarked");
            couple && english_->people.has("collective", syntax_->lemma(*couple))) {
            return couple;
        }
        // "hosted Prime Minister Ana Berg", whom trees may read as what he became.
        if (const auto named = syntax_->child(verb, "xcomp");
            named && syntax_->upos(*named) == Upos::PROPN && book_->of_phrase(*named)) {
            return named;
        }
        if (syntax_->relation(verb) == "acl:relcl" && syntax_->own_subject(verb) && syntax_->head(verb) &&
            antecedent(*syntax_->own_subject(verb)) == *syntax_->own_subject(verb)) {
            return syntax_->head(verb);
        }
        const auto shared = [&](TokenIndex other) -> std::optional<TokenIndex> {
            const auto object = syntax_->upos(other) == Upos::VERB ? syntax_->child(other, "obj") : std::nullopt;
            return object && *object > other && *object > verb && !syntax_->child(other, "aux:pass") &&
                           !has_phrase_before(verb, *object)
                       ? object
                       : std::nullopt;
        };
        for (const TokenIndex child : syntax_->children(verb)) {
            if (syntax_->is(child, "conj") && !syntax_->own_subject(child)) {
                return shared(child);
            }
        }
        if (syntax_->is(verb, "conj") && syntax_->head(verb) && !syntax_->own_subject(verb)) {
            return shared(*syntax_->head(verb));
        }
        return std::nullopt;
    }

    /// "spoke to Paris and met London": a verb with a phrase of its own shares no object.
    bool has_phrase_before(TokenIndex verb, TokenIndex token) const {
        const std::span<const TokenIndex> children = syntax_->children(verb);
        return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
            return (syntax_->is(child, "obl") || syntax_->is(child, "ccomp") || syntax_->is(child, "xcomp")) &&
                   child > verb && child < token;
        });
    }

    std::optional<FoundEvent> fill(const EventFrame &frame) {
        FoundEvent found;
        found.trigger = trigger_;
        EventMention &event = found.event;
        event.news_type = frame.type;
        event.action = frame.action;
        event.lemma = frame.lemma;
        heads_.clear();
        std::set<EntityIndex> used;
        const NewsTypeRow &type = row(frame.type);
        const bool implied = !is_verb() && !has_own_phrases();
        bool acted = false;
        for (const FrameRole &role : light_roles(frame)) {
            for (const std::string &place : role.places) {
                const std::vector<TokenIndex> heads = fillers(place);
                const bool may_be = std::all_of(heads.begin(), heads.end(), [&](TokenIndex head) {
                    return english_->frames.may_be(frame.type, role.role, filler_of(counted(antecedent(head))));
                });
                if (role.role == Role::agent && !heads.empty() &&
                    ((place == "subj" && is_verb() && !may_act(heads)) || !may_be)) {
                    // "The crash killed two": it is told of those who died, and the crash did not act.
                    is_misfit_ = !may_be;
                    if (type.family != NewsFamily::life) {
                        return std::nullopt;
                    }
                    break;
                }
                if (!may_be) {
                    is_misfit_ = true;
                    return std::nullopt;
                }
                acted = acted || (role.role == Role::agent && !heads.empty());
                for (const TokenIndex head : heads) {
                    add_arguments(role.role, frame.type, counted(antecedent(head)), event, used);
                }
                if (!heads.empty()) {
                    break;
                }
            }
        }
        add_place(event, used);
        // Who died in a flood was not attacked.
        if (type.family == NewsFamily::life && !acted) {
            event.action.reset();
        }
        if (event.action) {
            event.type = row(*event.action).event_type;
            event.mode = frame.mode;
        }
        event.date = time_of(*syntax_, *times_, trigger_);
        if (!event.date && light_verb_) {
            event.date = time_of(*syntax_, *times_, *light_verb_);
        }
        if (const FoundTime *time = time_behind(); time != nullptr && !event.date) {
            event.date =
                TimeMention{time->value, hull(syntax_->token(time->first).span, syntax_->token(time->end - 1).span)};
        }
        if (event.date && type.category == EventType::ACCUSE && dates_deed(frame.type, *event.date)) {
            event.date.reset();
        }
        if (!tells_enough(type, event, used)) {
            return std::nullopt;
        }
        if (!event.date && is_of_anybody(event)) {
            return std::nullopt;
        }
        // "U.S. airstrikes need approval", "his support" tell of none: a word before the noun alone makes no event.
        if (implied && event.arguments.size() < 2 && !event.date && !tells_alone(type)) {
            return std::nullopt;
        }
        std::vector<TokenIndex> trigger{trigger_};
        if (const auto particle = syntax_->child(trigger_, "compound:prt"); particle == trigger_ + 1) {
            trigger.push_back(*particle);
        } else if (particle_) {
            trigger.push_back(*particle_);
        }
        event.trigger = syntax_->hull_of(trigger);
        event.trigger_text = syntax_->text_of(event.trigger);
        event.polarity = polarity();
        event.modality = modality();
        event.span = clause_span(event);
        event.text = syntax_->document().slice(event.span);
        return found;
    }

    /// "A politician can hold a press conference": what anybody does at any time is no event.
    bool is_of_anybody(const EventMention &event) const {
        const bool named =
            std::any_of(event.arguments.begin(), event.arguments.end(),
                        [this](const EventArgument &each) { return each.entity && book_->entity(*each.entity).named; });
        const bool headline = syntax_->document().zone_at(syntax_->token(trigger_).span.begin) == Zone::headline;
        const std::optional<TokenIndex> verb = is_verb() ? std::optional(trigger_) : light_verb_;
        const bool somebody = std::any_of(event.arguments.begin(), event.arguments.end(),
                                          [](const EventArgument &each) { return each.entity.has_value(); });
        return verb && somebody && !named && !headline && is_of_any_time(*syntax_, *verb) &&
               modality_of(*syntax_, *english_, *verb) != Modality::planned &&
               std::all_of(heads_.begin(), heads_.end(), [this](TokenIndex head) {
                   return syntax_->upos(head) == Upos::PRON || is_indefinite(*syntax_, head);
               });
    }

    /// "accused him of theft in the 1980s": a year behind the deed is hardly when he was accused of it.
    bool dates_deed(NewsType type, const TimeMention &time) const {
        const bool years = time.value && time.value->first.month == 0;
        const bool several = years && time.value->first.year != time.value->last.year;
        if (!years || (type != NewsType::Accuse && !several)) {
            return false;
        }
        const auto children = syntax_->children(trigger_);
        return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
            const std::string opener = syntax_->is(child, "obl") ? syntax_->preposition(child) : syntax_->marker(child);
            return child > trigger_ && english_->grammar.has("object_control", opener) &&
                   syntax_->token(child).span.end <= time.span.begin;
        });
    }

    /// "His death", "the plane crash" tell of one, "his attack", "a cabinet meeting" of none in particular.
    bool tells_alone(const NewsTypeRow &type) const {
        switch (type.family) {
        case NewsFamily::disaster:
        case NewsFamily::health:
            return true;
        case NewsFamily::life:
        case NewsFamily::justice:
        case NewsFamily::personnel:
        case NewsFamily::politics:
            return type.needs == EventNeeds::one && !fillers("poss").empty();
        default:
            return false;
        }
    }

    /// "launched an attack": the verb says no more than that there was one.
    bool is_light(const EventFrame &frame) const {
        if (!is_verb() || !frame.conditions.empty()) {
            return false;
        }
        const std::vector<TokenIndex> objects = fillers("obj");
        const LightVerb *light = english_->frames.find_light_verb(syntax_->verb_lemma(trigger_));
        return light != nullptr && std::any_of(objects.begin(), objects.end(), [this](TokenIndex object) {
                   return english_->frames.find_noun(syntax_->lemma(counted(object))) != nullptr;
               });
    }

    /// "Horse travel has been suspended" matters although nobody is named.
    bool tells_enough(const NewsTypeRow &type, const EventMention &event, const std::set<EntityIndex> &used) const {
        const auto has = [&event](auto wanted) {
            return std::any_of(event.arguments.begin(), event.arguments.end(), wanted);
        };
        if (type.needs == EventNeeds::one) {
            return has([](const EventArgument &each) { return each.entity || each.role == Role::patient; });
        }
        if (type.needs == EventNeeds::two_actors) {
            // What voters think of candidates is no news.
            const bool named =
                std::any_of(used.begin(), used.end(), [this](EntityIndex each) { return book_->entity(each).named; });
            return type.family == NewsFamily::contact ? named : !used.empty();
        }
        const bool does = has([](const EventArgument &each) { return each.entity && each.role == Role::agent; });
        // "The report was published on Friday"
        if (type.family == NewsFamily::publication && event.date &&
            has([](const EventArgument &each) { return each.role == Role::patient; })) {
            return true;
        }
        if (type.needs == EventNeeds::victim &&
            has([](const EventArgument &each) { return each.entity && each.role == Role::patient; })) {
            return true;
        }
        return used.size() > 1 || (does && (!is_verb() || has([](const EventArgument &each) {
                                       return !each.entity && each.role != Role::agent;
                                   })));
    }

    /// What the phrase with this head is, by what it refers to or else by its noun.
    Filler filler_of(TokenIndex head) const {
        if (const std::optional<EntityIndex> entity = book_->of_phrase(head)) {
            switch (book_->entity(*entity).type) {
            case NodeKind::Person:
                return Filler::person;
            case NodeKind::Group:
                return Filler::group;
            case NodeKind::Organization:
            case NodeKind::Outlet:
                return Filler::body;
            case NodeKind::Country:
                return Filler::country;
            case NodeKind::Place:
                return Filler::place;
            default:
                return Filler::unknown;
            }
        }
        const std::string &lemma = syntax_->lemma(head);
        if (syntax_->upos(head) != Upos::NOUN) {
            return Filler::unknown;
        }
        if (english_->people.has("office", lemma) || english_->people.has("person", lemma)) {
            return Filler::person;
        }
        if (english_->people.has("group", syntax_->form(head))) {
            return Filler::group;
        }
        if (english_->organizations.has("body", lemma) || english_->organizations.has("government", lemma)) {
            return Filler::body;
        }
        switch (english_->nouns.find(lemma)) {
        case NounClass::person:
            return Filler::person;
        case NounClass::group:
            return Filler::body;
        case NounClass::place:
            return Filler::place;
        case NounClass::unknown:
        case NounClass::quantity:
            return Filler::unknown;
        default:
            return Filler::thing;
        }
    }

    /// Whether the noun has a phrase or a light verb of its own, not only words before it.
    bool has_own_phrases() const {
        if (light_verb_) {
            return true;
        }
        const std::span<const TokenIndex> children = syntax_->children(trigger_);
        return std::any_of(children.begin(), children.end(),
                           [this](TokenIndex child) { return syntax_->is(child, "nmod") && child > trigger_; });
    }

    /// The frame's roles, with what the light verb's subject is.
    std::vector<FrameRole> light_roles(const EventFrame &frame) const {
        std::vector<FrameRole> roles = frame.roles;
        if (!light_verb_ || light_->subject == "-") {
            return roles;
        }
        if (light_->subject == "patient") {
            roles.insert(roles.begin(), {Role::patient, {"light"}});
        } else if (!roles.empty() && roles.front().role == Role::agent) {
            roles.front().places.push_back("subj");
        }
        return roles;
    }

    /// Storms and decisions hit and block nobody in our sense: who acts is an actor, a name, a word for people or
    /// bodies, or a pronoun that we could not resolve.
    bool may_act(const std::vector<TokenIndex> &heads) const {
        return std::any_of(heads.begin(), heads.end(), [this](TokenIndex head) {
            const TokenIndex noun = antecedent(head);
            const std::string &lemma = syntax_->lemma(noun);
            return is_actor(head) || syntax_->upos(noun) == Upos::PRON || syntax_->upos(noun) == Upos::PROPN ||
                   english_->organizations.has("government", lemma) || english_->organizations.has("body", lemma) ||
                   english_->people.has("office", lemma) || english_->people.has("person", lemma) ||
                   english_->people.has("group", syntax_->form(noun)) ||
                   english_->nouns.find(lemma) == NounClass::person || english_->nouns.find(lemma) == NounClass::group;
        });
    }

    void add_arguments(Role role, NewsType type, TokenIndex head, EventMention &event, std::set<EntityIndex> &used) {
        const std::vector<TokenIndex> all = syntax_->conjuncts(head);
        const bool any_entity =
            std::any_of(all.begin(), all.end(), [this](TokenIndex each) { return book_->of_phrase(each).has_value(); });
        for (const TokenIndex each : all) {
            // Whose treaty it is does not make them what is suspended.
            std::optional<EntityIndex> entity =
                role == Role::agent ? source_entity(*book_, each) : book_->of_phrase(antecedent(each));
            TokenIndex at = each;
            if (!entity && role != Role::agent) {
                const std::optional<TokenIndex> halted = owner_of(each, type);
                if (const std::optional<TokenIndex> owner =
                        halted || role != Role::patient
                            ? halted
                            : find_owner(*book_, each, [this, type](TokenIndex token) {
                                  return english_->frames.reaches_owner(type, filler_of(token));
                              })) {
                    entity = book_->of_phrase(*owner);
                    at = *owner;
                }
            }
            // Beside somebody named, things are no arguments ("support for the rebels and annexation"); a pronoun that
            // refers to nobody known is none.
            if (!entity && is_time(each)) {
                continue;
            }
            if (entity ? !used.insert(*entity).second
                       : role == Role::companion || any_entity ||
                             (syntax_->upos(each) == Upos::PRON && !is_negation(each))) {
                continue;
            }
            heads_.push_back(each);
            EventArgument argument;
            argument.role = role;
            argument.entity = entity;
            std::vector<TokenIndex> words = source_tokens(*syntax_, at);
            words.erase(std::remove_if(words.begin(), words.end(),
                                       [&](TokenIndex word) {
                                           for (const TokenIndex other : syntax_->conjuncts(head)) {
                                               if (other != at && other > at && syntax_->is_below(word, other)) {
                                                   return true;
                                               }
                                           }
                                           return word == trigger_;
                                       }),
                        words.end());
            trim_punctuation(*syntax_, words);
            if (words.empty()) {
                words.push_back(at);
            }
            argument.span = syntax_->hull_of(words);
            argument.text = syntax_->text_of(argument.span);
            event.arguments.push_back(std::move(argument));
        }
    }

    bool is_negation(TokenIndex token) const { return english_->factuality.has("negation", syntax_->form(token)); }

    /// "the activities of the Commission": what was halted is the Commission's.
    std::optional<TokenIndex> owner_of(TokenIndex head, NewsType type) const {
        if (!english_->frames.is_listed("work", syntax_->lemma(head))) {
            return std::nullopt;
        }
        for (const TokenIndex below : syntax_->subtree(head)) {
            const std::optional<EntityIndex> entity = book_->of_phrase(below);
            if (!entity || below == head || english_->grammar.has("agent", syntax_->preposition(below))) {
                continue;
            }
            const bool direct = syntax_->head(below) == head && syntax_->is(below, "nmod") && below > head &&
                                english_->grammar.has("part_of", syntax_->preposition(below));
            if (direct ||
                (row(type).category == EventType::SUSPEND && book_->entity(*entity).type == NodeKind::Organization)) {
                return below;
            }
        }
        return std::nullopt;
    }

    /// "met in Paris"
    void add_place(EventMention &event, std::set<EntityIndex> &used) const {
        std::vector<TokenIndex> below(syntax_->children(trigger_).begin(), syntax_->children(trigger_).end());
        for (const std::optional<TokenIndex> &each : {object_, light_verb_}) {
            if (each) {
                below.insert(below.end(), syntax_->children(*each).begin(), syntax_->children(*each).end());
            }
        }
        // "killed in a bombing in Oslo", "fired at targets in Oslo"
        for (const TokenIndex child : syntax_->children(trigger_)) {
            if (child > trigger_ && (syntax_->is(child, "obl") || syntax_->is(child, "obj")) &&
                syntax_->upos(child) == Upos::NOUN && !book_->of_phrase(child)) {
                below.insert(below.end(), syntax_->children(child).begin(), syntax_->children(child).end());
            }
        }
        for (const TokenIndex child : below) {
            if (!(syntax_->is(child, "obl") || syntax_->is(child, "nmod")) || child < trigger_ || child == trigger_ ||
                !english_->grammar.has("location", syntax_->preposition(child))) {
                continue;
            }
            const std::optional<EntityIndex> entity = book_->at(child);
            if (entity && !is_time(child) && used.count(*entity) == 0 &&
                (book_->entity(*entity).type == NodeKind::Place || book_->entity(*entity).type == NodeKind::Country)) {
                used.insert(*entity);
                const ByteSpan span = syntax_->token(child).span;
                event.arguments.push_back({Role::place, entity, span, syntax_->text_of(span)});
            }
        }
    }

    /// The verb whose object or passive subject the noun is.
    std::optional<TokenIndex> governing_verb() const {
        if (is_verb()) {
            return std::nullopt;
        }
        if (light_verb_) {
            return light_verb_;
        }
        const std::optional<TokenIndex> head = syntax_->head(trigger_);
        const bool object = syntax_->is(trigger_, "obj") || syntax_->relation(trigger_) == "nsubj:pass";
        return head && object && syntax_->upos(*head) == Upos::VERB ? head : std::nullopt;
    }

    /// Whether a verb that stops or cancels governs the noun: a meeting that was called off did not take place.
    bool is_cancelled() const {
        const std::optional<TokenIndex> head = governing_verb();
        if (!head) {
            return false;
        }
        const std::vector<EventFrame> *frames = english_->frames.find_verb(syntax_->lemma(*head));
        return frames != nullptr && std::any_of(frames->begin(), frames->end(), [&](const EventFrame &frame) {
                   const bool particle = std::all_of(
                       frame.conditions.begin(), frame.conditions.end(), [&](const FrameCondition &condition) {
                           return condition.place == "prt" &&
                                  syntax_->verb_lemma(*head) == frame.lemma + " " + condition.word;
                       });
                   return frame.action == EdgeKind::cancelled && particle;
               });
    }

    /// "a lack of cooperation", "failed talks": the words around the noun say that it is not.
    bool is_missing() const {
        const std::optional<TokenIndex> head = syntax_->head(trigger_);
        if (head && syntax_->is(trigger_, "nmod") && english_->factuality.has("missing", syntax_->lemma(*head)) &&
            english_->grammar.has("part_of", syntax_->preposition(trigger_))) {
            return true;
        }
        const std::optional<TokenIndex> verb = governing_verb();
        return verb && english_->factuality.has("missing", syntax_->lemma(*verb));
    }

    /// "their reluctance to meet"
    bool is_left_undone() const {
        const std::optional<TokenIndex> head = syntax_->head(trigger_);
        return is_verb() && head && syntax_->is(trigger_, "acl") && is_infinitive() &&
               syntax_->upos(*head) == Upos::NOUN && english_->factuality.has("missing", syntax_->lemma(*head));
    }

    bool is_infinitive() const {
        return feature(syntax_->token(trigger_).feats, "VerbForm") == std::string_view("Inf");
    }

    Polarity polarity() const {
        bool negated = is_negated(*syntax_, *english_, trigger_) || is_cancelled() || is_missing() || is_left_undone();
        if (const std::optional<TokenIndex> verb = governing_verb(); verb && is_negated(*syntax_, *english_, *verb)) {
            negated = !is_cancelled() && !is_missing();
        }
        return negated ? Polarity::negated : Polarity::affirmed;
    }

    Modality modality() const {
        if (is_verb()) {
            const Modality found = modality_of(*syntax_, *english_, trigger_);
            // "efforts to repeal it", "went there to support them": what it was for, not what it came to.
            const bool aim = is_infinitive() && !syntax_->child(trigger_, "aux") &&
                             (syntax_->is(trigger_, "acl") || syntax_->is(trigger_, "advcl"));
            return found == Modality::actual && aim ? Modality::planned : found;
        }
        const FactualityCues &words = english_->factuality;
        const auto of_word = [&words](const std::string &lemma) -> std::optional<Modality> {
            for (const Modality each : {Modality::possible, Modality::planned, Modality::requested}) {
                if (words.has(cue_of(each), lemma)) {
                    return each;
                }
            }
            return std::nullopt;
        };
        for (const TokenIndex child : syntax_->children(trigger_)) {
            if (syntax_->is(child, "amod")) {
                if (const auto found = of_word(syntax_->lemma(child))) {
                    return *found;
                }
            }
            // "any strike on Norway"
            if (syntax_->is(child, "det") &&
                feature(syntax_->token(child).feats, "PronType") == std::string_view("Ind")) {
                return Modality::possible;
            }
        }
        const std::optional<TokenIndex> head = syntax_->head(trigger_);
        if (!head || syntax_->upos(*head) != Upos::VERB) {
            return Modality::actual;
        }
        const bool asked = syntax_->is(trigger_, "obj") || syntax_->relation(trigger_) == "nsubj:pass" ||
                           (syntax_->is(trigger_, "obl") && syntax_->is_below(trigger_, *head) &&
                            english_->factuality.has("wished_for", syntax_->preposition(trigger_)));
        if (asked && !light_verb_) {
            if (const auto found = of_word(syntax_->lemma(*head))) {
                return *found;
            }
        }
        // "will hold talks": as the verb that holds them. Of what happens to an event ("will discuss the attack") its
        // own truth does not depend.
        return light_verb_ ? modality_of(*syntax_, *english_, *light_verb_) : Modality::actual;
    }

    /// From the first to the last byte of trigger and arguments, at most the sentence.
    ByteSpan clause_span(const EventMention &event) const {
        ByteSpan span = event.trigger;
        for (const EventArgument &argument : event.arguments) {
            if (syntax_->sentence(syntax_->sentence_of(trigger_)).span.contains(argument.span)) {
                span = hull(span, argument.span);
            }
        }
        for (const std::optional<TokenIndex> &each : {object_, light_verb_}) {
            if (each) {
                span = hull(span, syntax_->token(*each).span);
            }
        }
        return span;
    }

    const EntityBook *book_;
    const Syntax *syntax_;
    const English *english_;
    const std::vector<FoundTime> *times_;
    TokenIndex trigger_;
    /// The frame tried last has an argument that cannot be what it would be.
    bool is_misfit_ = false;
    /// The object that a condition asked for: its phrases are the event's.
    std::optional<TokenIndex> object_;
    /// The word right behind the verb that a condition asked for: "down" of "went down".
    std::optional<TokenIndex> particle_;
    std::vector<TokenIndex> taken_;
    /// Of the phrases that are arguments.
    std::vector<TokenIndex> heads_;
    /// Of a noun; null without one.
    const LightVerb *light_ = nullptr;
    std::optional<TokenIndex> light_verb_;
};

} // namespace

std::vector<FoundEvent> find_events(const EntityBook &book, const std::vector<FoundTime> &times) {
    std::vector<FoundEvent> all;
    std::set<TokenIndex> taken;
    for (TokenIndex token = 0; token < book.syntax().size(); ++token) {
        if (book.is_skipped(token)) {
            continue;
        }
        EventReader reader(book, times, token);
        if (std::optional<FoundEvent> found = reader.read()) {
            found->nouns = reader.taken();
            all.push_back(*std::move(found));
            taken.insert(reader.taken().begin(), reader.taken().end());
        }
    }
    // "held talks" is one event.
    all.erase(std::remove_if(all.begin(), all.end(),
                             [&taken](const FoundEvent &event) { return taken.count(event.trigger) != 0; }),
              all.end());
    return all;
}

} // namespace gainsay
