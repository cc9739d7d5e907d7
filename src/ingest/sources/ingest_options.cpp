#include "ingest/sources/ingest_options.h"

#include <algorithm>
#include <array>

namespace gainsay {

namespace {

constexpr std::array<std::string_view, 5> format_names = {"text", "markdown", "html", "jsonl", "json"};

} // namespace

std::string_view input_format_name(InputFormat format) {
    return format_names.at(static_cast<std::size_t>(format));
}

std::optional<InputFormat> parse_input_format(std::string_view name) {
    const auto *const found = std::find(format_names.begin(), format_names.end(), name);
    if (found == format_names.end()) {
        return std::nullopt;
    }
    return static_cast<InputFormat>(found - format_names.begin());
}

} // namespace gainsay
