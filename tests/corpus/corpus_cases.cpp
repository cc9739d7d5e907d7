#include "case_file.h"
#include "notation.h"

#include "base/atomic_file.h"
#include "base/error.h"
#include "base/resources.h"
#include "engine/engine.h"

#include <algorithm>
#include <cstddef>
#include <iostream>
#include <string>
#include <vector>

namespace {

/// Parsers err now and then, and another model errs elsewhere: so many cases of a hundred must be right.
constexpr std::size_t least_percent = 90;

std::vector<std::filesystem::path> case_files() {
    std::vector<std::filesystem::path> paths;
    for (const auto &entry : std::filesystem::directory_iterator(GAINSAY_CASES)) {
        if (entry.path().extension() == ".txt") {
            paths.push_back(entry.path());
        }
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

void show_difference(const CaseFile &file, const Case &each, const std::vector<std::string> &found) {
    std::cout << file.path.filename().string() << ": " << each.name << '\n';
    for (const std::string &line : each.expected) {
        if (std::find(found.begin(), found.end(), line) == found.end()) {
            std::cout << "  - " << line << '\n';
        }
    }
    for (const std::string &line : found) {
        if (std::find(each.expected.begin(), each.expected.end(), line) == each.expected.end()) {
            std::cout << "  + " << line << '\n';
        }
    }
}

int run(bool update) {
    const gainsay::Engine engine;
    std::size_t cases = 0;
    std::size_t right = 0;
    for (const std::filesystem::path &path : case_files()) {
        CaseFile file = read_cases(path);
        // Files of that name tell who is in the text, the others who says and does what.
        const bool of_chains = path.filename().string().rfind("chains", 0) == 0;
        for (Case &each : file.cases) {
            gainsay::Document document;
            document.meta.id = each.name;
            document.text = each.text;
            if (!each.published.empty()) {
                document.meta.published = each.published;
            }
            const gainsay::Observations observed = engine.observe(document);
            const std::vector<std::string> found = of_chains ? chain_notation(observed) : notation(observed, each.text);
            ++cases;
            if (found == each.expected) {
                ++right;
            } else if (!update) {
                show_difference(file, each, found);
            }
            each.expected = found;
        }
        if (update) {
            gainsay::write_file(path, write_cases(file));
        }
    }
    std::cout << right << " of " << cases << " cases as expected\n";
    return update || (cases > 0 && 100 * right >= least_percent * cases) ? 0 : 1;
}

} // namespace

int main(int argc, char **argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const bool update = std::find(arguments.begin(), arguments.end(), "--update") != arguments.end();
    try {
        if (const auto model = std::find(arguments.begin(), arguments.end(), "--model");
            model != arguments.end() && model + 1 != arguments.end()) {
            gainsay::set_model_path(*(model + 1));
        } else {
            try {
                gainsay::model_path();
            } catch (const gainsay::ModelError &) {
                std::cout << "there is no model: skipped\n";
                return 77;
            }
        }
        return run(update);
    } catch (const std::exception &error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
