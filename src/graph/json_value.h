#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gainsay {

/// One parsed JSON value with the place where it ended, for messages.
struct JsonValue {
    enum class Type { null, boolean, number, string, array, object };

    // Not here: a compiler that asks whether a member can be copied or destroyed would ask it of this again.
    JsonValue();
    JsonValue(const JsonValue &);
    JsonValue(JsonValue &&) noexcept;
    JsonValue &operator=(const JsonValue &);
    JsonValue &operator=(JsonValue &&) noexcept;
    ~JsonValue();

    Type type = Type::null;
    /// Text of a string; of a number as it was written; "true" or "false".
    std::string text;
    std::vector<JsonValue> items;
    std::vector<std::pair<std::string, JsonValue>> members;
    /// Byte offset in the input, just behind the value.
    std::size_t offset = 0;

    /// The first member of that name; null if there is none.
    const JsonValue *find(std::string_view name) const;
};

/// "an object", "a string", …
std::string_view describe(JsonValue::Type type);

/// The value as compact JSON.
std::string to_json(const JsonValue &value);

/// Parses an object whose large members are arrays, without holding all of it: `on_item` gets every element of a member
/// that is an array, `on_member` every other member, in the order of the file. Nesting is bounded. Throws InputError
/// with `source` and the line.
void parse_json_object(std::string_view json, const std::string &source,
                       const std::function<void(const std::string &name, std::size_t index, JsonValue item)> &on_item,
                       const std::function<void(const std::string &name, JsonValue value)> &on_member);

/// "FILE:LINE" of a byte offset.
std::string place_of(std::string_view json, const std::string &source, std::size_t offset);

} // namespace gainsay
