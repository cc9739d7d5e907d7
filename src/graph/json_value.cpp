#include "graph/json_value.h"

#include "base/byte_sink.h"
#include "base/error.h"
#include "base/json_memory.h"
#include "base/json_text.h"
#include "graph/json_output.h"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>

namespace gainsay {

namespace {

/// A graph needs seven levels; a bound keeps hostile files from exhausting the stack when their values are destroyed.
constexpr std::size_t most_levels = 100;

/// RapidJSON's events, put together to the values below the top object's members.
class Assembler {
  public:
    using OnItem = std::function<void(const std::string &, std::size_t, JsonValue)>;
    using OnMember = std::function<void(const std::string &, JsonValue)>;

    Assembler(const rapidjson::MemoryStream &stream, const OnItem &on_item, const OnMember &on_member)
        : stream_(&stream), on_item_(&on_item), on_member_(&on_member) {}

    /// Set when the assembler stopped the parser.
    const std::string &refusal() const { return refusal_; }
    bool seen_object() const { return seen_object_; }

    // RapidJSON's names.
    // NOLINTBEGIN(readability-identifier-naming)
    bool Null() { return scalar(JsonValue::Type::null, {}); }
    bool Bool(bool value) { return scalar(JsonValue::Type::boolean, value ? "true" : "false"); }
    bool Int(int value) { return scalar(JsonValue::Type::number, std::to_string(value)); }
    bool Uint(unsigned value) { return scalar(JsonValue::Type::number, std::to_string(value)); }
    bool Int64(std::int64_t value) { return scalar(JsonValue::Type::number, std::to_string(value)); }
    bool Uint64(std::uint64_t value) { return scalar(JsonValue::Type::number, std::to_string(value)); }
    bool Double(double value) { return scalar(JsonValue::Type::number, std::to_string(value)); }
    bool RawNumber(const char *text, rapidjson::SizeType size, bool /*copy*/) {
        return scalar(JsonValue::Type::number, {text, size});
    }
    bool String(const char *text, rapidjson::SizeType size, bool /*copy*/) {
        return scalar(JsonValue::Type::string, {text, size});
    }
    bool Key(const char *text, rapidjson::SizeType size, bool /*copy*/) {
        (open_.empty() ? member_ : open_.back().key).assign(text, size);
        return true;
    }
    bool StartObject() {
        if (!seen_object_) {
            seen_object_ = true;
            return true;
        }
        return start(JsonValue::Type::object);
    }
    bool EndObject(rapidjson::SizeType /*count*/) { return open_.empty() || end(); }
    bool StartArray() {
        if (seen_object_ && open_.empty() && !in_top_array_) {
            in_top_array_ = true;
            next_index_ = 0;
            return true;
        }
        return start(JsonValue::Type::array);
    }
    bool EndArray(rapidjson::SizeType /*count*/) {
        if (open_.empty()) {
            in_top_array_ = false;
            return true;
        }
        return end();
    }
    // NOLINTEND(readability-identifier-naming)

  private:
    struct Open {
        JsonValue value;
        /// Name of the member that comes next.
        std::string key;
    };

    bool refuse(std::string why) {
        refusal_ = std::move(why);
        return false;
    }

    bool scalar(JsonValue::Type type, std::string_view text) {
        JsonValue value;
        value.type = type;
        value.text = text;
        return deliver(std::move(value));
    }

    bool start(JsonValue::Type type) {
        if (!seen_object_) {
            return refuse("an array");
        }
        if (open_.size() >= most_levels) {
            return refuse("more than " + std::to_string(most_levels) + " levels");
        }
        open_.emplace_back();
        open_.back().value.type = type;
        return true;
    }

    bool end() {
        JsonValue value = std::move(open_.back().value);
        open_.pop_back();
        return deliver(std::move(value));
    }

    bool deliver(JsonValue value) {
        if (!seen_object_) {
            return refuse(std::string(describe(value.type)));
        }
        value.offset = stream_->Tell();
        if (!open_.empty()) {
            Open &parent = open_.back();
            if (parent.value.type == JsonValue::Type::array) {
                parent.value.items.push_back(std::move(value));
            } else {
                parent.value.members.emplace_back(std::move(parent.key), std::move(value));
            }
        } else if (in_top_array_) {
            (*on_item_)(member_, next_index_++, std::move(value));
        } else {
            (*on_member_)(member_, std::move(value));
        }
        return true;
    }

    const rapidjson::MemoryStream *stream_;
    const OnItem *on_item_;
    const OnMember *on_member_;
    std::vector<Open> open_;
    /// Name of the top object's member.
    std::string member_;
    std::size_t next_index_ = 0;
    bool seen_object_ = false;
    bool in_top_array_ = false;
    std::string refusal_;
};

void write_value(const JsonValue &value, JsonOutput &out) {
    switch (value.type) {
    case JsonValue::Type::null:
        return out.null();
    case JsonValue::Type::boolean:
        return out.boolean(value.text == "true");
    case JsonValue::Type::number:
        return out.raw(value.text);
    case JsonValue::Type::string:
        return out.string(value.text);
    case JsonValue::Type::array:
        out.begin_array();
        for (const JsonValue &item : value.items) {
            write_value(item, out);
        }
        return out.end_array();
    case JsonValue::Type::object:
        out.begin_object();
        for (const auto &[key, member] : value.members) {
            out.key(key);
            write_value(member, out);
        }
        return out.end_object();
    }
}

} // namespace

JsonValue::JsonValue() = default;
JsonValue::JsonValue(const JsonValue &) = default;
JsonValue::JsonValue(JsonValue &&) noexcept = default;
JsonValue &JsonValue::operator=(const JsonValue &) = default;
JsonValue &JsonValue::operator=(JsonValue &&) noexcept = default;
JsonValue::~JsonValue() = default;

const JsonValue *JsonValue::find(std::string_view name) const {
    for (const auto &[key, value] : members) {
        if (key == name) {
            return &value;
        }
    }
    return nullptr;
}

std::string_view describe(JsonValue::Type type) {
    switch (type) {
    case JsonValue::Type::null:
        return "null";
    case JsonValue::Type::boolean:
        return "true or false";
    case JsonValue::Type::number:
        return "a number";
    case JsonValue::Type::string:
        return "a string";
    case JsonValue::Type::array:
        return "an array";
    case JsonValue::Type::object:
        break;
    }
    return "an object";
}

std::string to_json(const JsonValue &value) {
    StringSink sink;
    JsonOutput out(sink);
    write_value(value, out);
    out.finish();
    std::string text = sink.take();
    text.pop_back(); // the line end
    return text;
}

std::string place_of(std::string_view json, const std::string &source, std::size_t offset) {
    const auto end = json.begin() + static_cast<std::ptrdiff_t>(std::min(offset, json.size()));
    return source + ":" + std::to_string(1 + std::count(json.begin(), end, '\n'));
}

void parse_json_object(std::string_view json, const std::string &source,
                       const std::function<void(const std::string &, std::size_t, JsonValue)> &on_item,
                       const std::function<void(const std::string &, JsonValue)> &on_member) {
    constexpr unsigned flags =
        rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag;
    if (json.starts_with("\xEF\xBB\xBF")) {
        json.remove_prefix(3);
    }
    if (const std::optional<JsonFlaw> flaw = find_json_flaw(json)) {
        throw InputError(place_of(json, source, flaw->offset), "JSON",
                         flaw->found + " (byte " + std::to_string(flaw->offset) + ")");
    }
    rapidjson::MemoryStream stream(json.empty() ? "" : json.data(), json.size());
    JsonReader reader;
    Assembler assembler(stream, on_item, on_member);
    const rapidjson::ParseResult result = reader.Parse<flags>(stream, assembler);
    if (result) {
        return;
    }
    const std::string place = place_of(json, source, result.Offset());
    if (result.Code() == rapidjson::kParseErrorTermination) {
        throw InputError(place, assembler.seen_object() ? "JSON of a graph" : "an object", assembler.refusal());
    }
    throw InputError(place, "JSON",
                     std::string(rapidjson::GetParseError_En(result.Code())) + " (byte " +
                         std::to_string(result.Offset()) + ")");
}

} // namespace gainsay
