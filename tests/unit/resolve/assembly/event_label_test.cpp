#include "resolve/assembly/event_label.h"

#include <catch2/catch.hpp>

using namespace gainsay;

namespace {

EventMention mention(const std::string &text, std::initializer_list<Role> roles) {
    EventMention made;
    made.text = text;
    for (const Role role : roles) {
        EventArgument argument;
        argument.role = role;
        made.arguments.push_back(argument);
    }
    return made;
}

} // namespace

TEST_CASE("An event is called by the wording that names most, the shorter of two") {
    const EventMention brief = mention("fans died", {Role::patient});
    const EventMention full = mention("Norway\nkilled three fans", {Role::agent, Role::patient});
    const EventMention longer = mention("Norway has killed as many as three fans", {Role::agent, Role::patient});
    CHECK(event_label({&brief, &longer, &full}) == "Norway killed three fans");
    CHECK(event_label({&brief}) == "fans died");
    CHECK(event_label({}) == "\u2026");
}

TEST_CASE("A long label ends behind a word, and never within a character") {
    std::string words;
    for (int i = 0; i < 40; ++i) {
        words += "abcd ";
    }
    const EventMention blanks = mention(words, {});
    CHECK(event_label({&blanks}).size() <= 160 + std::string("\u2026").size());
    CHECK(event_label({&blanks}).find("abcd\u2026") != std::string::npos);
    std::string letters = "a";
    for (int i = 0; i < 100; ++i) {
        letters += "\u00e9";
    }
    const EventMention unbroken = mention(letters, {});
    CHECK(event_label({&unbroken}).find("\u00e9\u2026") != std::string::npos);
}
