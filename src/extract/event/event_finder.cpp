#include "extract/event/event_finder.h"

#include "extract/event/event_acceptance.h"
#include "extract/event/event_fillers.h"
#include "extract/event/event_phrase.h"
#include "extract/event/event_truth.h"
#include "extract/event/frame_match.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace gainsay {

namespace {

/// Reads the event of one trigger by the frames of its word.
class EventReader {
  public:
    EventReader(const EntityBook &book, const std::vector<FoundTime> &times, TokenIndex trigger)
        : trigger_(book, times, trigger), book_(&book), syntax_(&book.syntax()), english_(&book.english()) {}

    std::optional<FoundEvent> read() {
        const TokenIndex word = trigger_.token;
        const Upos tag = syntax_->upos(word);
        if (tag == Upos::VERB && !syntax_->is(word, "amod") && !syntax_->is(word, "compound") && !is_modifier()) {
            const std::vector<EventFrame> *frames = english_->frames.find_verb(syntax_->lemma(word));
            // Forms that lemmatizers take for another verb's: "suing", "froze".
            return read_by(frames != nullptr ? frames : english_->frames.find_verb(syntax_->form(word)));
        }
        if (tag == Upos::NOUN && !syntax_->is(word, "compound")) {
            return read_by(english_->frames.find_noun(syntax_->lemma(word)));
        }
        return std::nullopt;
    }

  private:
    /// By the first of the frames that fits.
    std::optional<FoundEvent> read_by(const std::vector<EventFrame> *frames) const {
        if (frames == nullptr) {
            return std::nullopt;
        }
        for (const EventFrame &frame : *frames) {
            const std::optional<FrameMatch> match = match_frame(trigger_, frame);
            if (!match || is_light(frame)) {
                continue;
            }
            bool is_misfit = false;
            std::optional<FoundEvent> found = fill(frame, *match, is_misfit);
            if (found || !is_misfit) {
                return found;
            }
        }
        return std::nullopt;
    }

    /// "a group of visiting fans", which trees may read as one that visits fans.
    bool is_modifier() const {
        const std::optional<TokenIndex> head = syntax_->head(trigger_.token);
        const std::optional<TokenIndex> object = syntax_->child(trigger_.token, "obj");
        return head && object && *object == trigger_.token + 1 && syntax_->is(trigger_.token, "acl") &&
               english_->grammar.has("part_of", syntax_->marker(trigger_.token)) &&
               (english_->frames.is_quantity(syntax_->lemma(*head)) ||
                english_->nouns.find(syntax_->lemma(*head)) == NounClass::group ||
                english_->nouns.find(syntax_->lemma(*head)) == NounClass::quantity);
    }

    /// "launched an attack": the verb says no more than that there was one.
    bool is_light(const EventFrame &frame) const {
        if (!trigger_.is_verb() || !frame.conditions.empty()) {
            return false;
        }
        const std::vector<TokenIndex> objects = fillers_of(trigger_, "obj");
        const LightVerb *light = english_->frames.find_light_verb(syntax_->verb_lemma(trigger_.token));
        return light != nullptr && std::any_of(objects.begin(), objects.end(), [this](TokenIndex object) {
                   return english_->frames.find_noun(syntax_->lemma(counted_noun(*syntax_, *english_, object))) !=
                          nullptr;
               });
    }

    /// The frame's roles, with what the light verb's subject is.
    std::vector<FrameRole> light_roles(const EventFrame &frame) const {
        std::vector<FrameRole> roles = frame.roles;
        if (!trigger_.light_verb || trigger_.light->subject == "-") {
            return roles;
        }
        if (trigger_.light->subject == "patient") {
            roles.insert(roles.begin(), {Role::patient, {"light"}});
        } else if (!roles.empty() && roles.front().role == Role::agent) {
            roles.front().places.emplace_back("subj");
        }
        return roles;
    }

    enum class RoleFill { none, some, no_event };
    /// What stands in a role, by the first of its places where anything does. `is_misfit` says whether it cannot be
    /// what it would be, where it was looked at.
    RoleFill fill_role(const EventFrame &frame, const FrameRole &role, const FrameMatch &match,
                       EventArguments &arguments, bool &is_misfit) const {
        for (const std::string &place : role.places) {
            const std::vector<TokenIndex> heads = fillers_of(trigger_, place, match.object);
            if (heads.empty()) {
                continue;
            }
            const bool may_be = std::all_of(heads.begin(), heads.end(), [&](TokenIndex head) {
                return english_->frames.may_be(frame.type, role.role, filler_of(*book_, noun_of(head)));
            });
            const bool acts = place != "subj" || !trigger_.is_verb() || may_act(*book_, heads);
            if (role.role == Role::agent && (!acts || !may_be)) {
                // "The crash killed two": it is told of those who died, and the crash did not act.
                is_misfit = !may_be;
                return row(frame.type).family == NewsFamily::life ? RoleFill::none : RoleFill::no_event;
            }
            if (!may_be) {
                is_misfit = true;
                return RoleFill::no_event;
            }
            for (const TokenIndex head : heads) {
                arguments.add(role.role, frame.type, noun_of(head));
            }
            return RoleFill::some;
        }
        return RoleFill::none;
    }

    TokenIndex noun_of(TokenIndex head) const {
        return counted_noun(*syntax_, *english_, antecedent_of(*syntax_, head));
    }

    /// Nothing where the frame tells of no event here; `is_misfit` says whether another frame may.
    std::optional<FoundEvent> fill(const EventFrame &frame, const FrameMatch &match, bool &is_misfit) const {
        EventArguments arguments(trigger_);
        bool acted = false;
        for (const FrameRole &role : light_roles(frame)) {
            const RoleFill filled = fill_role(frame, role, match, arguments, is_misfit);
            if (filled == RoleFill::no_event) {
                return std::nullopt;
            }
            acted = acted || (role.role == Role::agent && filled == RoleFill::some);
        }
        arguments.add_places(match.object);
        FoundEvent found;
        found.trigger = trigger_.token;
        found.nouns = match.taken;
        EventMention &event = found.event;
        event.news_type = frame.type;
        event.lemma = frame.lemma;
        // Who died in a flood was not attacked.
        if (frame.action && (acted || row(frame.type).family != NewsFamily::life)) {
            event.action = frame.action;
            event.type = row(*event.action).event_type;
            event.mode = frame.mode;
        }
        event.date = date(frame.type);
        if (!is_event_of_its_own(trigger_, event, arguments)) {
            return std::nullopt;
        }
        event.arguments = arguments.list();
        event.trigger = trigger_span(match);
        event.trigger_text = syntax_->text_of(event.trigger);
        event.polarity = polarity_of(trigger_);
        event.modality = modality_of_event(trigger_);
        event.span = clause_span(event, match.object);
        event.text = syntax_->document().slice(event.span);
        return found;
    }

    std::optional<TimeMention> date(NewsType type) const {
        std::optional<TimeMention> date = time_of(*syntax_, trigger_.times(), trigger_.token);
        if (!date && trigger_.light_verb) {
            date = time_of(*syntax_, trigger_.times(), *trigger_.light_verb);
        }
        if (const FoundTime *time = trigger_.time_behind(); time != nullptr && !date) {
            date = TimeMention{time->value, hull(syntax_->token(time->first).span, syntax_->token(time->end - 1).span)};
        }
        return date && row(type).category == EventType::ACCUSE && dates_deed(trigger_, type, *date) ? std::nullopt
                                                                                                    : date;
    }

    /// With its particle.
    ByteSpan trigger_span(const FrameMatch &match) const {
        std::vector<TokenIndex> words{trigger_.token};
        if (const auto particle = syntax_->child(trigger_.token, "compound:prt"); particle == trigger_.token + 1) {
            words.push_back(*particle);
        } else if (match.particle) {
            words.push_back(*match.particle);
        }
        return syntax_->hull_of(words);
    }

    /// From the first to the last byte of trigger and arguments, at most the sentence.
    ByteSpan clause_span(const EventMention &event, std::optional<TokenIndex> object) const {
        ByteSpan span = event.trigger;
        for (const EventArgument &argument : event.arguments) {
            if (syntax_->sentence(syntax_->sentence_of(trigger_.token)).span.contains(argument.span)) {
                span = hull(span, argument.span);
            }
        }
        for (const std::optional<TokenIndex> &each : {object, trigger_.light_verb}) {
            if (each) {
                span = hull(span, syntax_->token(*each).span);
            }
        }
        return span;
    }

    EventTrigger trigger_;
    const EntityBook *book_;
    const Syntax *syntax_;
    const English *english_;
};

} // namespace

std::vector<FoundEvent> find_events(const EntityBook &book, const std::vector<FoundTime> &times) {
    std::vector<FoundEvent> all;
    std::set<TokenIndex> taken;
    for (TokenIndex token = 0; token < book.syntax().size(); ++token) {
        if (book.is_skipped(token)) {
            continue;
        }
        if (std::optional<FoundEvent> found = EventReader(book, times, token).read()) {
            taken.insert(found->nouns.begin(), found->nouns.end());
            all.push_back(*std::move(found));
        }
    }
    // "held talks" is one event.
    all.erase(std::remove_if(all.begin(), all.end(),
                             [&taken](const FoundEvent &event) { return taken.contains(event.trigger); }),
              all.end());
    return all;
}

} // namespace gainsay
