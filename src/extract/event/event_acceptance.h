#pragma once

#include "extract/event/event_arguments.h"

namespace gainsay {

/// Whether what was read tells of a happening of its own: enough of who or what took part for its type, no habit of
/// anybody's ("a politician can hold a press conference"), and more than a word before a noun ("U.S. airstrikes need
/// approval"). `event` has its type and date; the arguments are still apart.
bool is_event_of_its_own(const EventTrigger &trigger, const EventMention &event, const EventArguments &arguments);

/// "accused him of theft in the 1980s": a year behind the deed is hardly when he was accused of it.
bool dates_deed(const EventTrigger &trigger, NewsType type, const TimeMention &time);

} // namespace gainsay
