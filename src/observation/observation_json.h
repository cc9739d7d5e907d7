#pragma once

#include "base/byte_sink.h"
#include "observation/observations.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace gainsay {

/// One line of JSON, without its line end (graph_schema/observations.schema.json). The same observations give the same
/// bytes. Throws OutputError for text that is not UTF-8.
std::string to_json_line(const Observations &observations);

/// Reads what to_json_line() wrote, without loss. Fields that it does not know are passed over; those that the
/// interface does not promise (texts, propositions, relations) may be missing. Throws InputError with `source`, `line`
/// (from 1) and the field for anything else.
Observations parse_json_line(std::string_view json, const std::string &source, std::size_t line);

} // namespace gainsay
