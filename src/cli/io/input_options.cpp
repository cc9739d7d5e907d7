#include "cli/io/input_options.h"

#include "cli/help/choices.h"

#include <CLI/CLI.hpp>

namespace gainsay {

namespace {

std::vector<Choice> input_format_choices() {
    std::vector<std::string_view> names;
    for (const InputFormat format : {InputFormat::plain_text, InputFormat::markdown, InputFormat::html,
                                     InputFormat::json_lines, InputFormat::json}) {
        names.push_back(input_format_name(format));
    }
    return choices_of_names(names);
}

} // namespace

void add_input_options(CLI::App &app, InputArguments &arguments) {
    app.add_option(
           "inputs", arguments.inputs,
           "Articles: files (text, Markdown, HTML, JSON Lines; .gz and .zst of them), folders, - for standard input")
        ->type_name("ARTICLES")
        ->required();
    app.add_option("--threads", arguments.threads, "Documents in work at a time; without, one for each processor")
        ->type_name("N")
        ->check(CLI::Range(1, 1024));
    app.add_option("--max-seconds", arguments.max_seconds,
                   "Refuse a document that takes more processor time; 0: none is refused")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    add_reading_options(app, arguments);
}

void add_reading_options(CLI::App &app, InputArguments &arguments) {
    app.add_flag("--conllu", arguments.conllu, "Inputs are CoNLL-U of any parser; its trees are kept");
    FieldNames &fields = arguments.ingest.fields;
    app.add_option("--id-field", fields.id, "JSON Lines: name of the field")->type_name("NAME")->capture_default_str();
    app.add_option("--text-field", fields.text, "JSON Lines: name of the field")
        ->type_name("NAME")
        ->capture_default_str();
    app.add_option("--title-field", fields.title, "JSON Lines: name of the field")
        ->type_name("NAME")
        ->capture_default_str();
    app.add_option("--date-field", arguments.date_field, "JSON Lines: name of the field; without, published or date")
        ->type_name("NAME");
    app.add_option("--outlet-field", fields.outlet, "JSON Lines: name of the field")
        ->type_name("NAME")
        ->capture_default_str();
    app.add_option("--url-field", fields.url, "JSON Lines: name of the field")
        ->type_name("NAME")
        ->capture_default_str();
    app.add_option("--outlet", arguments.outlet, "Outlet of all documents")->type_name("NAME");
    app.add_option("--published", arguments.published, "Date of all documents, YYYY-MM-DD")->type_name("DATE");
    limit_choices(
        *app.add_option("--input-format", arguments.format, "What the inputs are; without, told by their names")
             ->type_name("FORMAT"),
        input_format_choices());
    app.add_flag("--any-language", arguments.ingest.any_language,
                 "Read documents that are not English too, as if they were");
    app.add_flag("--refuse-invalid-utf8", arguments.refuse_invalid, "Refuse documents that are not UTF-8");
}

IngestOptions read_input_options(const InputArguments &arguments) {
    IngestOptions options = arguments.ingest;
    if (!arguments.date_field.empty()) {
        options.fields.date = arguments.date_field;
    }
    if (!arguments.outlet.empty()) {
        options.overrides.outlet = arguments.outlet;
    }
    if (!arguments.published.empty()) {
        options.overrides.published = arguments.published;
    }
    if (!arguments.format.empty()) {
        options.format = parse_input_format(arguments.format);
    }
    if (arguments.refuse_invalid) {
        options.invalid_utf8 = InvalidUtf8::refuse;
    }
    return options;
}

Engine make_engine(const InputArguments &arguments, EngineOptions options) {
    options.threads = arguments.threads;
    options.max_seconds = arguments.max_seconds;
    return Engine(std::move(options));
}

Diagnostics extract_inputs(const Engine &engine, const InputArguments &arguments,
                           const std::function<void(ExtractItem)> &sink) {
    if (arguments.conllu) {
        engine.extract_conllu(arguments.inputs, sink);
        return {};
    }
    return engine.extract(arguments.inputs, read_input_options(arguments), sink);
}

void read_inputs(const InputArguments &arguments, const std::function<void(DocumentItem)> &sink) {
    if (arguments.conllu) {
        read_conllu_documents(arguments.inputs, sink);
    } else {
        read_documents(arguments.inputs, read_input_options(arguments), sink);
    }
}

} // namespace gainsay
