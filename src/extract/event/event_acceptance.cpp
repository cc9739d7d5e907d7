#include "extract/event/event_acceptance.h"

#include "extract/event/event_fillers.h"
#include "extract/event/generic_event.h"
#include "extract/factuality/factuality.h"

#include <algorithm>
#include <optional>
#include <string>

namespace gainsay {

namespace {

/// "A politician can hold a press conference": what anybody does at any time is no event.
bool is_of_anybody(const EventTrigger &trigger, const EventArguments &arguments) {
    const EntityBook &book = trigger.book();
    const Syntax &syntax = trigger.syntax();
    const English &english = trigger.english();
    const std::vector<EventArgument> &list = arguments.list();
    const bool named = std::any_of(list.begin(), list.end(), [&](const EventArgument &each) {
        return each.entity && book.entity(*each.entity).named;
    });
    const bool headline = syntax.document().zone_at(syntax.token(trigger.token).span.begin) == Zone::headline;
    const std::optional<TokenIndex> verb = trigger.is_verb() ? std::optional(trigger.token) : trigger.light_verb;
    const bool somebody =
        std::any_of(list.begin(), list.end(), [](const EventArgument &each) { return each.entity.has_value(); });
    return verb && somebody && !named && !headline && is_of_any_time(syntax, *verb) &&
           modality_of(syntax, english, *verb) != Modality::planned &&
           std::all_of(arguments.heads().begin(), arguments.heads().end(),
                       [&](TokenIndex head) { return syntax.upos(head) == Upos::PRON || is_indefinite(syntax, head); });
}

/// "His death", "the plane crash" tell of one, "his attack", "a cabinet meeting" of none in particular.
bool tells_alone(const EventTrigger &trigger, const NewsTypeRow &type) {
    switch (type.family) {
    case NewsFamily::disaster:
    case NewsFamily::health:
        return true;
    case NewsFamily::life:
    case NewsFamily::justice:
    case NewsFamily::personnel:
    case NewsFamily::politics:
        return type.needs == EventNeeds::one && !fillers_of(trigger, "poss").empty();
    default:
        return false;
    }
}

/// "Horse travel has been suspended" matters although nobody is named.
bool tells_enough(const EventTrigger &trigger, const NewsTypeRow &type, const EventMention &event,
                  const EventArguments &arguments) {
    const EntityBook &book = trigger.book();
    const auto has = [&arguments](auto wanted) {
        return std::any_of(arguments.list().begin(), arguments.list().end(), wanted);
    };
    if (type.needs == EventNeeds::one) {
        return has([](const EventArgument &each) { return each.entity || each.role == Role::patient; });
    }
    if (type.needs == EventNeeds::two_actors) {
        // What voters think of candidates is no news.
        const bool named = std::any_of(arguments.entities().begin(), arguments.entities().end(),
                                       [&](EntityIndex each) { return book.entity(each).named; });
        return type.family == NewsFamily::contact ? named : !arguments.entities().empty();
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
    return arguments.entities().size() > 1 || (does && (!trigger.is_verb() || has([](const EventArgument &each) {
                                                   return !each.entity && each.role != Role::agent;
                                               })));
}

} // namespace

bool is_event_of_its_own(const EventTrigger &trigger, const EventMention &event, const EventArguments &arguments) {
    const NewsTypeRow &type = row(event.news_type);
    if (!tells_enough(trigger, type, event, arguments) || (!event.date && is_of_anybody(trigger, arguments))) {
        return false;
    }
    // "U.S. airstrikes need approval", "his support" tell of none: a word before the noun alone makes no event.
    const bool implied = !trigger.is_verb() && !has_own_phrases(trigger);
    return !implied || arguments.list().size() >= 2 || event.date || tells_alone(trigger, type);
}

bool dates_deed(const EventTrigger &trigger, NewsType type, const TimeMention &time) {
    const Syntax &syntax = trigger.syntax();
    const English &english = trigger.english();
    const bool years = time.value && time.value->first.month == 0;
    const bool several = years && time.value->first.year != time.value->last.year;
    if (!years || (type != NewsType::Accuse && !several)) {
        return false;
    }
    const auto children = syntax.children(trigger.token);
    return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
        const std::string opener = syntax.is(child, "obl") ? syntax.preposition(child) : syntax.marker(child);
        return child > trigger.token && english.grammar.has("object_control", opener) &&
               syntax.token(child).span.end <= time.span.begin;
    });
}

} // namespace gainsay
