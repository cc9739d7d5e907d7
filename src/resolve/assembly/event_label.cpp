#include "resolve/assembly/event_label.h"

#include <algorithm>
#include <cstddef>
#include <set>

namespace gainsay {

namespace {

constexpr std::size_t most_bytes = 160;

/// Line breaks and tabs as blanks, none at the beginning or behind another.
std::string on_one_line(const std::string &text) {
    std::string line;
    for (const char letter : text) {
        const bool blank = letter == '\n' || letter == '\r' || letter == '\t';
        if (!blank || (!line.empty() && line.back() != ' ')) {
            line += blank ? ' ' : letter;
        }
    }
    return line;
}

/// At a blank, or else between two characters.
std::string cut(std::string text) {
    if (text.size() <= most_bytes) {
        return text;
    }
    std::size_t end = text.rfind(' ', most_bytes);
    end = end == std::string::npos ? most_bytes : end;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    text.resize(end);
    return text + "\u2026";
}

} // namespace

std::string event_label(const std::vector<const EventMention *> &mentions) {
    std::string best;
    std::size_t most = 0;
    for (const EventMention *mention : mentions) {
        std::set<Role> roles;
        for (const EventArgument &argument : mention->arguments) {
            roles.insert(argument.role);
        }
        const std::string text = on_one_line(mention->text);
        if (best.empty() || roles.size() > most || (roles.size() == most && text.size() < best.size())) {
            best = text;
            most = std::max(most, roles.size());
        }
    }
    return best.empty() ? "\u2026" : cut(best);
}

} // namespace gainsay
