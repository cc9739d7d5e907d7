#include "base/error.h"
#include "base/utf8.h"
#include "engine/engine.h"
#include "ingest/byte_stream.h"
#include "observation/observation_json.h"

#include <filesystem>
#include <limits>

namespace gainsay {

namespace {

DocumentFailure failure(const std::string &source, std::optional<std::size_t> line, const std::string &message) {
    DocumentFailure failure;
    failure.reason.severity = Severity::error;
    failure.reason.source = source;
    failure.reason.line = line;
    failure.reason.message = message;
    return failure;
}

void read_shard(const std::string &input, const std::function<void(ExtractItem)> &sink) {
    if (input != "-" && std::filesystem::is_directory(input)) {
        throw InputError(input, "a file of observations", "a folder");
    }
    ByteStream stream = input == "-" ? ByteStream::standard_input() : ByteStream::open(input, input);
    std::string text;
    // A document's observations are several times as long as its text, which ingest bounds.
    constexpr std::size_t most_bytes = std::size_t{1} << 30U;
    for (std::size_t line = 1;; ++line) {
        const ByteStream::Outcome outcome = stream.read_line(text, most_bytes);
        if (outcome == ByteStream::Outcome::end) {
            return;
        }
        if (outcome == ByteStream::Outcome::too_long) {
            sink(failure(input, line, "more than 1 GiB in one line"));
            continue;
        }
        if (trim(text).empty()) {
            continue;
        }
        try {
            sink(ObservedItem{parse_json_line(text, input, line), {}});
        } catch (const InputError &error) {
            sink(failure(input, line, error.what()));
        }
    }
}

} // namespace

void read_observations(const std::vector<std::string> &inputs, const std::function<void(ExtractItem)> &sink) {
    for (const std::string &input : inputs) {
        try {
            read_shard(input, sink);
        } catch (const InputError &error) {
            sink(failure(input, std::nullopt, error.what()));
        }
    }
}

} // namespace gainsay
