#include "cli/io/page_texts.h"

#include "cli/io/run_report.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <variant>

namespace gainsay {

void add_page_texts_options(CLI::App &app, InputArguments &arguments) {
    app.add_option("--documents", arguments.inputs,
                   "The articles that the graph was made of: the page shows sentences in their paragraphs")
        ->type_name("ARTICLES");
    add_reading_options(app, arguments);
}

PageTexts read_page_texts(const InputArguments &arguments) {
    PageTexts texts;
    if (arguments.inputs.empty()) {
        return texts;
    }
    RunReport report(std::cerr);
    read_inputs(arguments, [&](DocumentItem item) {
        if (IngestedDocument *read = report.take(item)) {
            texts.emplace(std::move(read->document.meta.id), std::move(read->document.text));
        }
    });
    report.finish();
    return texts;
}

PageTexts read_texts_again(const InputArguments &arguments) {
    PageTexts texts;
    if (std::find(arguments.inputs.begin(), arguments.inputs.end(), "-") != arguments.inputs.end()) {
        return texts;
    }
    read_inputs(arguments, [&](DocumentItem item) {
        if (auto *read = std::get_if<IngestedDocument>(&item)) {
            texts.emplace(std::move(read->document.meta.id), std::move(read->document.text));
        }
    });
    return texts;
}

} // namespace gainsay
