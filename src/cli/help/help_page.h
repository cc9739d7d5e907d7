#pragma once

#include <string_view>
#include <vector>

namespace gainsay {

/// A line that a reader can type as it stands, and what it gets them.
struct Example {
    std::string_view line;
    std::string_view purpose;
};

/// What is told about a command or a query beside its options. Help, manual pages and completion are all made from it,
/// so that they say the same.
struct HelpPage {
    std::string_view name;
    /// What it does, in one line without a full stop.
    std::string_view summary;
    /// Paragraphs with an empty line between; may be empty.
    std::string_view details;
    std::vector<Example> examples;
    /// What statuses 0 and 1 mean, where they mean something of their own: "0 a path was found; 1 there is none". Else
    /// empty.
    std::string_view exit_status;
};

} // namespace gainsay
