#include "base/error.h"
#include "base/message.h"
#include "base/utf8.h"
#include "engine/engine.h"
#include "ingest/sources/byte_stream.h"
#include "observation/observation_json.h"

#include <filesystem>
#include <string>
#include <unordered_map>
#include <utility>

namespace gainsay {

namespace {

/// The text's checksum and the place of each document by its id.
using KnownDocuments = std::unordered_map<std::string, std::pair<std::string, std::string>>;

/// What is odd about a document whose id another one has.
Diagnostics check_id(const ObservedDocument &document, const std::string &input, std::size_t line,
                     KnownDocuments &known) {
    Diagnostics diagnostics;
    const auto [found, is_new] = known.try_emplace(document.id, document.sha256, input + ":" + std::to_string(line));
    if (!is_new && found->second.first != document.sha256) {
        diagnostics.add({Severity::warning,
                         input,
                         {},
                         line,
                         "the id '" + document.id + "' is that of another document too (" + found->second.second +
                             "); in the graph one of them has a number behind it"});
    }
    return diagnostics;
}

void read_shard(const std::string &input, KnownDocuments &known, const std::function<void(ExtractItem)> &sink) {
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
            sink(DocumentFailure{{Severity::error, input, {}, line, "more than 1 GiB in one line"}});
            continue;
        }
        if (trim(text).empty()) {
            continue;
        }
        try {
            Observations observations = parse_json_line(text, input, line);
            Diagnostics diagnostics = check_id(observations.document, input, line, known);
            sink(ObservedItem{std::move(observations), std::move(diagnostics)});
        } catch (const InputError &error) {
            sink(DocumentFailure{refusal(error, input, line)});
        }
    }
}

} // namespace

void read_observations(const std::vector<std::string> &inputs, const std::function<void(ExtractItem)> &sink) {
    KnownDocuments known;
    for (const std::string &input : inputs) {
        try {
            read_shard(input, known, sink);
        } catch (const InputError &error) {
            sink(DocumentFailure{refusal(error, input)});
        }
    }
}

} // namespace gainsay
