#pragma once

#include "case_file.h"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

struct CorpusOptions {
    std::filesystem::path folder;
    /// Write the marked lines as they come out today.
    bool update = false;
    /// Only files whose name begins so; all where it is empty.
    std::string only;
};

/// What is found in a case of that file.
using Finder = std::function<std::vector<std::string>(const std::filesystem::path &, const Case &)>;

/// Reads all cases of a folder's .txt files, says on `report` what differs, and counts. Gives back whether all is as
/// the cases say (after an update: whether that is so now). A folder without cases is an error, as are files that
/// cannot be read: std::runtime_error.
bool run_corpus(const CorpusOptions &options, const Finder &find, std::ostream &report);
