#include "case_check.h"

#include <algorithm>

namespace {

/// Takes one such line out; whether there was one.
bool take(std::vector<std::string> &lines, const std::string &line) {
    const auto place = std::find(lines.begin(), lines.end(), line);
    if (place == lines.end()) {
        return false;
    }
    lines.erase(place);
    return true;
}

/// "says", "event", …
std::string kind_of(const std::string &line) {
    return line.substr(0, line.find(' '));
}

} // namespace

bool has_known_errors(const Case &each) {
    return std::any_of(each.expected.begin(), each.expected.end(),
                       [](const Expectation &line) { return line.mark != Mark::none; });
}

Verdict check(const Case &each, const std::vector<std::string> &found) {
    Verdict verdict;
    verdict.unexpected = found;
    // Unmarked lines have the first claim to a finding, wrong ones the last.
    for (const Mark mark : {Mark::none, Mark::missing, Mark::wrong}) {
        for (const Expectation &expectation : each.expected) {
            if (expectation.mark != mark) {
                continue;
            }
            const bool is_found = take(verdict.unexpected, expectation.line);
            if (mark == Mark::missing && is_found) {
                verdict.reached.push_back(expectation.line);
            } else if (mark == Mark::wrong && !is_found) {
                verdict.vanished.push_back(expectation.line);
            } else if (mark == Mark::none && !is_found) {
                verdict.lost.push_back(expectation.line);
            }
        }
    }
    return verdict;
}

void update_marks(Case &each, const std::vector<std::string> &found) {
    Verdict verdict = check(each, found);
    if (!has_known_errors(each) || !verdict.lost.empty()) {
        return;
    }
    std::vector<Expectation> kept;
    for (const Expectation &expectation : each.expected) {
        if (expectation.mark == Mark::missing && take(verdict.reached, expectation.line)) {
            kept.push_back({Mark::none, expectation.line});
        } else if (expectation.mark == Mark::wrong && take(verdict.vanished, expectation.line)) {
            // What comes out instead takes the place, so that it stands beside the right line.
            const auto instead =
                std::find_if(verdict.unexpected.begin(), verdict.unexpected.end(), [&](const std::string &line) {
                    return expectation.line.empty() || kind_of(line) == kind_of(expectation.line);
                });
            if (instead != verdict.unexpected.end()) {
                kept.push_back({Mark::wrong, *instead});
                verdict.unexpected.erase(instead);
            }
        } else {
            kept.push_back(expectation);
        }
    }
    for (const std::string &line : verdict.unexpected) {
        kept.push_back({Mark::wrong, line});
    }
    each.expected = std::move(kept);
}
