#include "base/diagnostics.h"
#include "base/error.h"
#include "base/message.h"
#include "base/resources.h"
#include "cli/commands/commands.h"
#include "cli/io/output.h"
#include "engine/engine.h"
#include "nlp/language_engine.h"
#include "nlp/parse_stream.h"

#include <CLI/CLI.hpp>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <ostream>
#include <string>
#include <unistd.h>
#include <vector>

namespace gainsay {

namespace {

struct ParseOptions {
    std::vector<std::string> inputs;
    std::string output;
    bool pretokenized = false;
};

class ParseRun {
  public:
    ParseRun(const ParseOptions &options, const Resources &resources)
        : options_(options), engine_(LanguageEngine::load(resources.model())),
          is_terminal_(isatty(STDERR_FILENO) != 0) {}

    ExitStatus run(std::ostream &output) {
        std::size_t refused = 0;
        for (const std::string &input : options_.inputs) {
            try {
                parse(input, output);
            } catch (const InputError &error) {
                std::cerr << "gainsay: " << one_line(error.what()) << '\n';
                ++refused;
            }
        }
        if (is_terminal_) {
            std::cerr << '\n';
        }
        output.flush();
        if (refused == 0) {
            return ExitStatus::done;
        }
        return refused == options_.inputs.size() && !wrote_ ? ExitStatus::nothing_done : ExitStatus::some_refused;
    }

  private:
    void parse(const std::string &name, std::ostream &output) {
        Diagnostics diagnostics;
        try {
            parse(name, output, diagnostics);
        } catch (const InputError &) {
            print(diagnostics);
            throw;
        }
        print(diagnostics);
    }

    static void print(const Diagnostics &diagnostics) {
        for (const Diagnostic &diagnostic : diagnostics.entries()) {
            std::cerr << "gainsay: " << format(diagnostic) << '\n';
        }
    }

    void parse(const std::string &name, std::ostream &output, Diagnostics &diagnostics) {
        if (name == "-") {
            parse(std::cin, "stdin", output, diagnostics);
            return;
        }
        if (std::filesystem::is_directory(name)) {
            throw InputError(name, "a text file", "a folder");
        }
        errno = 0;
        std::ifstream file(name, std::ios::binary);
        if (!file) {
            throw InputError(name, system_message(errno));
        }
        parse(file, options_.pretokenized ? name : std::filesystem::path(name).stem().string(), output, diagnostics);
        if (file.bad()) {
            throw InputError(name, "cannot be read to its end");
        }
    }

    void parse(std::istream &input, const std::string &id, std::ostream &output, Diagnostics &diagnostics) {
        const auto parse_stream = options_.pretokenized ? parse_conllu : parse_text;
        const ParseCounts counts =
            parse_stream(input, id, engine_, scratch_, output, diagnostics, [this](const ParseCounts &so_far) {
                wrote_ = wrote_ || so_far.sentences > 0;
                if (is_terminal_) {
                    std::cerr << "\r" << so_far.words << " words, " << so_far.sentences << " sentences" << std::flush;
                }
            });
        if (counts.sentences == 0) {
            diagnostics.warn(id, "there is no text in it");
        }
    }

    const ParseOptions &options_;
    LanguageEngine engine_;
    LanguageEngine::Scratch scratch_;
    bool is_terminal_;
    /// An input that breaks off may have given whole documents before.
    bool wrote_ = false;
};

ExitStatus run_parse(const ParseOptions &options, const EngineOptions &engine) {
    check_outputs(options.inputs, {{"--output", options.output}});
    ParseRun run(options, Resources(engine.resources, engine.model));
    return write_output_if_done(options.output, [&](ByteSink &sink) {
        SinkBuffer buffer(sink);
        std::ostream output(&buffer);
        output.exceptions(std::ios::badbit);
        return run.run(output);
    });
}

CommandRun setup_parse(CLI::App &app) {
    auto options = std::make_shared<ParseOptions>();
    app.add_option("inputs", options->inputs, "Text files, or - for standard input")->type_name("TEXTS")->required();
    app.add_option("-o,--output", options->output, "File to write; standard output without")->type_name("FILE");
    app.add_flag("--pretokenized", options->pretokenized,
                 "Inputs are CoNLL-U: keep their sentences and tokens, fill in the rest");
    return [options](const EngineOptions &engine) { return run_parse(*options, engine); };
}

} // namespace

Command parse_command() {
    return {{.name = "parse",
             .summary = "Parse English text into CoNLL-U",
             .details = "Sentences, words, lemmas, parts of speech, trees and names by the built-in language engine, "
                        "in ten columns that every tool for Universal Dependencies reads.",
             .examples = {{"gainsay parse speech.txt -o speech.conllu", "Sentences, words, tags, trees and names"},
                          {"echo \"Nobody answered.\" | gainsay parse -", "From standard input"},
                          {"gainsay parse --pretokenized speech.conllu",
                           "Keep the words of a CoNLL-U file, fill in the rest"}},
             .exit_status = ""},
            setup_parse};
}

} // namespace gainsay
