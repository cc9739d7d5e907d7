#pragma once

#include "graph/json_output.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gainsay {

/// Texts that come often, each once, by number in the order of their first use. Number 0 is the empty text.
class TextTable {
  public:
    TextTable() { number(""); }

    std::int64_t number(std::string_view text);
    const std::vector<std::string> &texts() const { return texts_; }

  private:
    std::vector<std::string> texts_;
    std::unordered_map<std::string, std::int64_t> numbers_;
};

/// Writes "name": [1, 2, …], one value of `value` for each of the `rows`.
template <class Rows, class Value>
void write_numbers(JsonOutput &out, std::string_view name, const Rows &rows, Value value) {
    out.key(name);
    out.begin_array();
    for (const auto &row : rows) {
        out.integer(static_cast<std::int64_t>(value(row)));
    }
    out.end_array();
}

/// The same for texts.
template <class Rows, class Value>
void write_texts(JsonOutput &out, std::string_view name, const Rows &rows, Value value) {
    out.key(name);
    out.begin_array();
    for (const auto &row : rows) {
        out.string(value(row));
    }
    out.end_array();
}

} // namespace gainsay
