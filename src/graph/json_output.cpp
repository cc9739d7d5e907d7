#include "graph/json_output.h"

#include "base/error.h"
#include "base/number.h"

#include <cmath>
#include <limits>

namespace gainsay {

namespace {

rapidjson::SizeType json_size(std::string_view text) {
    if (text.size() > std::numeric_limits<rapidjson::SizeType>::max()) {
        throw OutputError("JSON", "a text of more than 4 GB");
    }
    return static_cast<rapidjson::SizeType>(text.size());
}

/// RapidJSON asserts that the pointer is not null, which an empty view's may be.
const char *data_of(std::string_view text) {
    return text.empty() ? "" : text.data();
}

} // namespace

JsonOutput::JsonOutput(ByteSink &sink) : stream_(sink), writer_(stream_) {}

void JsonOutput::check(bool written, std::string_view what) {
    if (!written) {
        throw OutputError("JSON", "cannot write " + std::string(what));
    }
}

void JsonOutput::begin_object() {
    check(writer_.StartObject(), "an object");
}
void JsonOutput::end_object() {
    check(writer_.EndObject(), "an object's end");
}
void JsonOutput::begin_array() {
    check(writer_.StartArray(), "an array");
}
void JsonOutput::end_array() {
    check(writer_.EndArray(), "an array's end");
}
void JsonOutput::key(std::string_view name) {
    check(writer_.Key(data_of(name), json_size(name), true), "a key that is not UTF-8");
}
void JsonOutput::string(std::string_view text) {
    check(writer_.String(data_of(text), json_size(text), true), "a text that is not UTF-8");
}
void JsonOutput::number(double value) {
    check(std::isfinite(value), "a number that is not finite");
    const std::string text = format_number(value);
    check(writer_.RawValue(text.data(), text.size(), rapidjson::kNumberType), "a number");
}
void JsonOutput::integer(std::int64_t value) {
    check(writer_.Int64(value), "a number");
}
void JsonOutput::boolean(bool value) {
    check(writer_.Bool(value), "true or false");
}
void JsonOutput::null() {
    check(writer_.Null(), "null");
}
void JsonOutput::raw(std::string_view json) {
    check(writer_.RawValue(data_of(json), json.size(), rapidjson::kObjectType), "JSON text");
}

void JsonOutput::finish() {
    check(writer_.IsComplete(), "JSON that has not ended");
    stream_.Put('\n');
    stream_.flush();
}

} // namespace gainsay
