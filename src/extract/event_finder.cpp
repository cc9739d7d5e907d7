#include "extract/event_finder.h"

#include "extract/factuality.h"
#include "extract/source_phrase.h"
#include "graph_schema/word.h"

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
        const std::vector<EventFrame> *frames = nullptr;
        if (tag == Upos::VERB && !syntax_->is(trigger_, "amod") && !syntax_->is(trigger_, "compound")) {
            frames = english_->frames.find_verb(syntax_->lemma(trigger_));
        } else if (tag == Upos::NOUN) {
            frames = english_->frames.find_noun(syntax_->lemma(trigger_));
        }
        if (frames == nullptr) {
            return std::nullopt;
        }
        for (const EventFrame &frame : *frames) {
            if (holds(frame)) {
                return fill(frame);
            }
        }
        return std::nullopt;
    }

  private:
    bool holds(const EventFrame &frame) {
        object_.reset();
        return std::all_of(frame.conditions.begin(), frame.conditions.end(),
                           [this](const FrameCondition &condition) { return holds(condition); });
    }

    bool holds(const FrameCondition &condition) {
        for (const TokenIndex child : syntax_->children(trigger_)) {
            bool place = false;
            if (condition.place == "obj") {
                place = syntax_->is(child, "obj") || syntax_->relation(child) == "nsubj:pass";
            } else if (condition.place == "prt") {
                place =
                    syntax_->relation(child) == "compound:prt" ||
                    (syntax_->is(child, "advmod") && child == trigger_ + 1 && syntax_->form(child) == condition.word);
            } else if (condition.place == syntax_->form(child)) {
                place = syntax_->is(child, "advmod") || syntax_->is(child, "compound:prt");
            } else {
                place = (syntax_->is(child, "obl") || syntax_->is(child, "nmod")) &&
                        syntax_->preposition(child) == condition.place;
            }
            if (place && (condition.word.empty() || has_word(child, condition.word))) {
                if (condition.place == "obj") {
                    object_ = child;
                }
                return true;
            }
        }
        return false;
    }

    /// The word itself, or joined to it: "talks and consultations".
    bool has_word(TokenIndex token, const std::string &word) const {
        const std::vector<TokenIndex> all = syntax_->conjuncts(token);
        return std::any_of(all.begin(), all.end(), [&](TokenIndex each) {
            return syntax_->lemma(each) == word || syntax_->form(each) == word;
        });
    }

    std::vector<TokenIndex> fillers(const std::string &place) const {
        const bool passive = syntax_->upos(trigger_) == Upos::VERB && syntax_->is_passive(trigger_);
        std::vector<TokenIndex> found;
        if (place == "subj") {
            if (passive) {
                if (const auto agent = syntax_->child(trigger_, "obl:agent")) {
                    found.push_back(*agent);
                }
            } else if (const auto subject = syntax_->subject(trigger_)) {
                found.push_back(*subject);
                // Of "A and B meet" a parser may make two subjects.
                for (const TokenIndex child : syntax_->children(trigger_)) {
                    if (child < *subject && syntax_->is(child, "nsubj")) {
                        found.push_back(child);
                    }
                }
            }
        } else if (place == "obj") {
            if (!passive) {
                if (const auto object = syntax_->child(trigger_, {"obj", "iobj"})) {
                    found.push_back(*object);
                }
            } else if (const auto subject = syntax_->child(trigger_, "nsubj:pass")) {
                found.push_back(*subject);
            } else if (syntax_->is(trigger_, "acl") && syntax_->head(trigger_)) {
                found.push_back(*syntax_->head(trigger_));
            }
        } else if (place == "iobj") {
            if (const auto object = syntax_->child(trigger_, "iobj")) {
                found.push_back(*object);
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
            for (const TokenIndex above : {trigger_, object_.value_or(trigger_)}) {
                for (const TokenIndex child : syntax_->children(above)) {
                    const bool phrase = syntax_->is(child, "obl") || syntax_->is(child, "nmod");
                    if (phrase && child > above && syntax_->preposition(child) == place) {
                        found.push_back(child);
                    }
                }
            }
        }
        return found;
    }

    std::optional<FoundEvent> fill(const EventFrame &frame) {
        FoundEvent found;
        found.trigger = trigger_;
        EventMention &event = found.event;
        event.type = frame.type;
        event.mode = frame.mode;
        event.action = frame.action;
        event.lemma = frame.lemma;
        std::set<EntityIndex> used;
        for (const FrameRole &role : frame.roles) {
            for (const std::string &place : role.places) {
                const std::vector<TokenIndex> heads = fillers(place);
                for (const TokenIndex head : heads) {
                    add_arguments(role.role, frame.type, head, event, used);
                }
                if (!heads.empty()) {
                    break;
                }
            }
        }
        if (used.empty()) {
            return std::nullopt;
        }
        add_place(event, used);
        std::vector<TokenIndex> trigger{trigger_};
        if (const auto particle = syntax_->child(trigger_, "compound:prt"); particle == trigger_ + 1) {
            trigger.push_back(*particle);
        }
        event.trigger = syntax_->hull_of(trigger);
        event.trigger_text = syntax_->text_of(event.trigger);
        event.polarity = polarity();
        event.modality = modality();
        event.date = time_of(*syntax_, *times_, trigger_);
        event.span = clause_span(event);
        event.text = syntax_->document().slice(event.span);
        return found;
    }

    void add_arguments(Role role, EventType type, TokenIndex head, EventMention &event, std::set<EntityIndex> &used) {
        for (const TokenIndex each : syntax_->conjuncts(head)) {
            std::optional<EntityIndex> entity = source_entity(*book_, each);
            TokenIndex at = each;
            if (!entity && role != Role::agent) {
                if (const std::optional<TokenIndex> owner = owner_of(each, type)) {
                    entity = book_->of_phrase(*owner);
                    at = *owner;
                }
            }
            if (entity && !used.insert(*entity).second) {
                continue;
            }
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

    /// "the activities of the Commission": what was halted is the Commission's.
    std::optional<TokenIndex> owner_of(TokenIndex head, EventType type) const {
        if (!english_->organizations.has("agreement", syntax_->lemma(head)) &&
            !english_->organizations.has("agreement", syntax_->form(head))) {
            return std::nullopt;
        }
        for (const TokenIndex below : syntax_->subtree(head)) {
            const std::optional<EntityIndex> entity = book_->of_phrase(below);
            if (!entity || below == head) {
                continue;
            }
            const bool direct = syntax_->head(below) == head && syntax_->is(below, "nmod") && below > head &&
                                english_->grammar.has("part_of", syntax_->preposition(below));
            if (direct || (type == EventType::SUSPEND && book_->entity(*entity).type == NodeKind::Organization)) {
                return below;
            }
        }
        return std::nullopt;
    }

    /// "met in Paris"
    void add_place(EventMention &event, std::set<EntityIndex> &used) const {
        for (const TokenIndex child : syntax_->children(trigger_)) {
            if (!(syntax_->is(child, "obl") || syntax_->is(child, "nmod")) || child < trigger_ ||
                !english_->grammar.has("location", syntax_->preposition(child))) {
                continue;
            }
            const std::optional<EntityIndex> entity = book_->at(child);
            if (entity && used.count(*entity) == 0 &&
                (book_->entity(*entity).type == NodeKind::Place || book_->entity(*entity).type == NodeKind::Country)) {
                used.insert(*entity);
                const ByteSpan span = syntax_->token(child).span;
                event.arguments.push_back({Role::place, entity, span, syntax_->text_of(span)});
            }
        }
    }

    /// Whether a verb that stops or cancels governs the noun: a meeting that was called off did not take place.
    bool is_cancelled() const {
        const std::optional<TokenIndex> head = syntax_->head(trigger_);
        if (!head || syntax_->upos(trigger_) != Upos::NOUN) {
            return false;
        }
        if (!syntax_->is(trigger_, "obj") && syntax_->relation(trigger_) != "nsubj:pass") {
            return false;
        }
        const std::vector<EventFrame> *frames = english_->frames.find_verb(syntax_->lemma(*head));
        return frames != nullptr && std::any_of(frames->begin(), frames->end(), [](const EventFrame &frame) {
                   return frame.action == EdgeKind::cancelled;
               });
    }

    Polarity polarity() const {
        return is_negated(*syntax_, *english_, trigger_) || is_cancelled() ? Polarity::negated : Polarity::affirmed;
    }

    Modality modality() const {
        if (syntax_->upos(trigger_) != Upos::NOUN) {
            return modality_of(*syntax_, *english_, trigger_);
        }
        const WordLists &words = english_->factuality;
        const auto of_word = [&words](const std::string &lemma) -> std::optional<Modality> {
            for (const Modality each : {Modality::possible, Modality::planned, Modality::requested}) {
                if (words.has(name(each), lemma)) {
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
        }
        if (const std::optional<TokenIndex> head = syntax_->head(trigger_);
            head && syntax_->upos(*head) == Upos::VERB && !syntax_->is(trigger_, "nsubj")) {
            if (const auto found = of_word(syntax_->lemma(*head))) {
                return *found;
            }
        }
        return Modality::actual;
    }

    /// From the first to the last byte of trigger and arguments, at most the sentence.
    ByteSpan clause_span(const EventMention &event) const {
        ByteSpan span = event.trigger;
        for (const EventArgument &argument : event.arguments) {
            if (syntax_->sentence(syntax_->sentence_of(trigger_)).span.contains(argument.span)) {
                span = hull(span, argument.span);
            }
        }
        if (object_) {
            span = hull(span, syntax_->token(*object_).span);
        }
        return span;
    }

    const EntityBook *book_;
    const Syntax *syntax_;
    const English *english_;
    const std::vector<FoundTime> *times_;
    TokenIndex trigger_;
    /// The object that a condition asked for: its phrases are the event's.
    std::optional<TokenIndex> object_;
};

} // namespace

std::vector<FoundEvent> find_events(const EntityBook &book, const std::vector<FoundTime> &times) {
    std::vector<FoundEvent> all;
    for (TokenIndex token = 0; token < book.syntax().size(); ++token) {
        if (book.is_skipped(token)) {
            continue;
        }
        if (std::optional<FoundEvent> found = EventReader(book, times, token).read()) {
            all.push_back(*std::move(found));
        }
    }
    return all;
}

} // namespace gainsay
