#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// How a line of a case stands to what the program finds; README.md tells the notation.
enum class Mark {
    /// Right, and found.
    none,
    /// "! …": right, and not found today.
    missing,
    /// "~ …": found today, and wrong.
    wrong,
};

/// One finding, a line of notation.h without its mark.
struct Expectation {
    Mark mark = Mark::none;
    std::string line;

    friend bool operator==(const Expectation &, const Expectation &) = default;
};

/// One case: a short text and what must be found in it, a line a finding.
///
///     === name of the case
///     # remarks, any number of lines
///     @ 2031-04-09               the article's date; may be missing
///     The text, one or more lines.
///     ---
///     what notation.h writes of it
///     ! a right line that is not found today
///     ~ a wrong line that is found today
struct Case {
    std::string name;
    std::vector<std::string> remarks;
    std::string published;
    std::string text;
    std::vector<Expectation> expected;

    friend bool operator==(const Case &, const Case &) = default;
};

struct CaseFile {
    std::filesystem::path path;
    std::vector<Case> cases;
};

/// Throws std::runtime_error with file and line for what is no case.
CaseFile read_cases(const std::filesystem::path &path);
/// The file's text; reading it gives the same cases.
std::string write_cases(const CaseFile &file);
