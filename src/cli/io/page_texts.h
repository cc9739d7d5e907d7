#pragma once

#include "cli/io/input_options.h"
#include "exporters/html/page_passages.h"

namespace gainsay {

/// --documents, and how to read them.
void add_page_texts_options(CLI::App &app, InputArguments &arguments);

/// The texts of the documents that the arguments name, for a page; none where they name none. What is refused is named
/// on standard error.
PageTexts read_page_texts(const InputArguments &arguments);

/// The texts of documents that have been read before, so that nothing is said of them; none of standard input, which
/// is there once.
PageTexts read_texts_again(const InputArguments &arguments);

} // namespace gainsay
