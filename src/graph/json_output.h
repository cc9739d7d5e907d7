#pragma once

#include "base/byte_sink.h"
#include "base/json_memory.h"

#include <rapidjson/encodings.h>
#include <rapidjson/writer.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gainsay {

/// RapidJSON's output stream over a ByteSink.
class JsonByteStream {
  public:
    using Ch = char;

    explicit JsonByteStream(ByteSink &sink) : sink_(&sink) {}

    void Put(char byte) { // NOLINT(readability-identifier-naming): RapidJSON's concept of a stream
        buffer_.push_back(byte);
        // A line break is wanted before the next value: after the comma, or at once where none comes.
        if (break_pending_) {
            break_pending_ = false;
            if (byte == ',') {
                buffer_.push_back('\n');
            } else {
                buffer_.insert(buffer_.size() - 1, 1, '\n');
            }
        }
        if (buffer_.size() >= buffer_bytes) {
            flush();
        }
    }
    void Flush() {} // NOLINT(readability-identifier-naming): RapidJSON calls it at every document's end

    void break_line_before_next() { break_pending_ = true; }
    void flush() {
        sink_->write(buffer_);
        buffer_.clear();
    }

  private:
    static constexpr std::size_t buffer_bytes = std::size_t{1} << 16U;
    ByteSink *sink_;
    std::string buffer_;
    bool break_pending_ = false;
};

/// RapidJSON's SAX writer with every return value checked: text that is not UTF-8 and numbers that JSON cannot hold
/// throw OutputError instead of breaking the file. Numbers come in their shortest form.
class JsonOutput {
  public:
    explicit JsonOutput(ByteSink &sink);

    void begin_object();
    void end_object();
    void begin_array();
    void end_array();
    void key(std::string_view name);
    void string(std::string_view text);
    void number(double value);
    void integer(std::int64_t value);
    void boolean(bool value);
    void null();
    /// Text that is JSON already.
    void raw(std::string_view json);
    /// What comes next starts on a new line.
    void break_line() { stream_.break_line_before_next(); }
    /// Hands all bytes so far on.
    void flush() { stream_.flush(); }
    /// Ends the file with a line end and hands all bytes on. Throws if the JSON is not complete.
    void finish();

    void field(std::string_view name, std::string_view text) {
        key(name);
        string(text);
    }
    void field(std::string_view name, double value) {
        key(name);
        number(value);
    }

  private:
    static void check(bool written, std::string_view what);

    JsonByteStream stream_;
    rapidjson::Writer<JsonByteStream, rapidjson::UTF8<>, rapidjson::UTF8<>, JsonMemory,
                      rapidjson::kWriteValidateEncodingFlag>
        writer_;
};

} // namespace gainsay
