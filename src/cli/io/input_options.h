#pragma once

#include "engine/engine.h"

#include <cstddef>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace gainsay {

/// Articles on the command line and how to read them, as several commands take them.
struct InputArguments {
    std::vector<std::string> inputs;
    IngestOptions ingest;
    std::string date_field;
    std::string format;
    std::string outlet;
    std::string published;
    bool refuse_invalid = false;
    bool conllu = false;
    std::size_t threads = 0;
    double max_seconds = EngineOptions().max_seconds;
};

/// The articles, how to read them and how many at a time.
void add_input_options(CLI::App &app, InputArguments &arguments);
/// Only how to read them, for a command that takes them in its own way.
void add_reading_options(CLI::App &app, InputArguments &arguments);

IngestOptions read_input_options(const InputArguments &arguments);

/// An engine as these inputs need it.
Engine make_engine(const InputArguments &arguments, EngineOptions options);

/// Hands what becomes of each document to `sink`, by the engine and the inputs that the arguments name.
/// Gives back notes about what was passed over.
Diagnostics extract_inputs(const Engine &engine, const InputArguments &arguments,
                           const std::function<void(ExtractItem)> &sink);

/// Hands the documents themselves to `sink`, as extract_inputs() reads them.
void read_inputs(const InputArguments &arguments, const std::function<void(DocumentItem)> &sink);

} // namespace gainsay
