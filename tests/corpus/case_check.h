#pragma once

#include "case_file.h"

#include <string>
#include <vector>

/// What is to be said of a case after its text was read; empty lists are good news. The order of findings does not
/// count, their number does.
struct Verdict {
    /// Unmarked, and not found.
    std::vector<std::string> lost;
    /// Found, and in no line of the case.
    std::vector<std::string> unexpected;
    /// Marked as missing, and found: the mark is to go.
    std::vector<std::string> reached;
    /// Marked as wrong, and no longer found: the line is to go.
    std::vector<std::string> vanished;

    bool passes() const { return lost.empty() && unexpected.empty() && reached.empty() && vanished.empty(); }
};

/// Whether the case says that something comes out wrong.
bool has_known_errors(const Case &each);

Verdict check(const Case &each, const std::vector<std::string> &found);

/// Brings the marked lines up to what is found: a right line that comes out loses its mark, the wrong lines become
/// those that come out. Unmarked lines stay as they are; a case without marks, or one whose unmarked lines are not all
/// found, is left alone, as somebody has to read it.
void update_marks(Case &each, const std::vector<std::string> &found);
