#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class Option;
}

namespace gainsay {

/// A word that an option takes as its value.
struct Choice {
    std::string name;
    /// May be empty.
    std::string description;
};

std::vector<Choice> choices_of_names(std::span<const std::string_view> names);

/// Lets the option take only these words. Another one is refused with the nearest of them; help and completion show
/// them.
void limit_choices(CLI::Option &option, const std::vector<Choice> &choices);

/// What limit_choices() was given; empty for an option that takes anything.
std::vector<Choice> choices_of(CLI::Option &option);

} // namespace gainsay
