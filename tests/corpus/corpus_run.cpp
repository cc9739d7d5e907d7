#include "corpus_run.h"

#include "case_check.h"

#include "base/atomic_file.h"

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <stdexcept>

namespace {

struct Counts {
    std::size_t cases = 0;
    /// Not as written, for whatever reason.
    std::size_t failed = 0;
    std::size_t right = 0;
    /// Without marks, and not right.
    std::size_t wrong = 0;
    std::size_t with_known_errors = 0;
    std::size_t right_lines = 0;
    std::size_t missing_lines = 0;
    std::size_t wrong_lines = 0;
};

std::vector<std::filesystem::path> case_files(const CorpusOptions &options) {
    std::vector<std::filesystem::path> paths;
    for (const auto &entry : std::filesystem::directory_iterator(options.folder)) {
        if (entry.path().extension() == ".txt" && entry.path().filename().string().rfind(options.only, 0) == 0) {
            paths.push_back(entry.path());
        }
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

void show(const std::vector<std::string> &lines, const char *what, std::ostream &report) {
    for (const std::string &line : lines) {
        report << "  " << what << line << '\n';
    }
}

void show_verdict(const CaseFile &file, const Case &each, const Verdict &verdict, std::ostream &report) {
    report << file.path.filename().string() << ": " << each.name << '\n';
    show(verdict.lost, "right, and not found:         ", report);
    show(verdict.unexpected, "found, and not in the case:   ", report);
    show(verdict.reached, "found now, remove the mark !: ", report);
    show(verdict.vanished, "no longer found, remove ~:    ", report);
}

void count(const Case &each, bool passes, Counts &counts) {
    ++counts.cases;
    ++(has_known_errors(each) ? counts.with_known_errors : passes ? counts.right : counts.wrong);
    counts.failed += passes ? 0U : 1U;
    for (const Expectation &line : each.expected) {
        ++(line.mark == Mark::none      ? counts.right_lines
           : line.mark == Mark::missing ? counts.missing_lines
                                        : counts.wrong_lines);
    }
}

} // namespace

bool run_corpus(const CorpusOptions &options, const Finder &find, std::ostream &report) {
    Counts counts;
    for (const std::filesystem::path &path : case_files(options)) {
        CaseFile file = read_cases(path);
        const std::string before = write_cases(file);
        for (Case &each : file.cases) {
            const std::vector<std::string> found = find(path, each);
            if (options.update) {
                update_marks(each, found);
            }
            const Verdict verdict = check(each, found);
            if (!verdict.passes()) {
                show_verdict(file, each, verdict, report);
            }
            count(each, verdict.passes(), counts);
        }
        if (const std::string after = write_cases(file); after != before) {
            gainsay::write_file(path, after);
        }
    }
    if (counts.cases == 0) {
        throw std::runtime_error(options.folder.string() + ": no cases");
    }
    report << counts.cases << " cases: " << counts.right << " right, " << counts.with_known_errors
           << " with known errors (" << counts.missing_lines << " right lines not found, " << counts.wrong_lines
           << " wrong ones found); " << counts.right_lines << " lines right; " << counts.failed
           << " cases not as written";
    if (counts.wrong > 0) {
        report << ", " << counts.wrong << " of them without a mark";
    }
    report << '\n';
    return counts.failed == 0;
}
