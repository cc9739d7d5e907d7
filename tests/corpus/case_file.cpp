#include "case_file.h"

#include <fstream>
#include <stdexcept>

namespace {

Expectation read_expectation(const std::string &line) {
    if (line.rfind("! ", 0) == 0) {
        return {Mark::missing, line.substr(2)};
    }
    if (line == "~") { // to be filled by --update
        return {Mark::wrong, ""};
    }
    if (line.rfind("~ ", 0) == 0) {
        return {Mark::wrong, line.substr(2)};
    }
    return {Mark::none, line};
}

std::string write_expectation(const Expectation &each) {
    switch (each.mark) {
    case Mark::missing:
        return "! " + each.line;
    case Mark::wrong:
        return each.line.empty() ? "~" : "~ " + each.line;
    case Mark::none:
        break;
    }
    return each.line;
}

} // namespace

CaseFile read_cases(const std::filesystem::path &path) {
    CaseFile file;
    file.path = path;
    std::ifstream input(path);
    std::string line;
    std::size_t number = 0;
    enum class Part { before, text, findings } part = Part::before;
    const auto fail = [&](const std::string &what) {
        throw std::runtime_error(path.string() + ":" + std::to_string(number) + ": " + what);
    };
    while (std::getline(input, line)) {
        ++number;
        if (line.rfind("=== ", 0) == 0) {
            if (part == Part::text) {
                fail("the case before has no line ---");
            }
            file.cases.emplace_back();
            file.cases.back().name = line.substr(4);
            part = Part::text;
        } else if (part == Part::before) {
            if (!line.empty()) {
                fail("text before the first case");
            }
        } else if (line == "---") {
            part = Part::findings;
        } else if (part == Part::findings) {
            if (line == "!") {
                fail("a mark without the right value");
            }
            if (!line.empty()) {
                file.cases.back().expected.push_back(read_expectation(line));
            }
        } else if (line.rfind("# ", 0) == 0) {
            file.cases.back().remarks.push_back(line.substr(2));
        } else if (line.rfind("@ ", 0) == 0) {
            file.cases.back().published = line.substr(2);
        } else {
            file.cases.back().text += line + "\n";
        }
    }
    if (part == Part::text) {
        fail("the last case has no line ---");
    }
    return file;
}

std::string write_cases(const CaseFile &file) {
    std::string text;
    for (const Case &each : file.cases) {
        text += (text.empty() ? "=== " : "\n=== ") + each.name + "\n";
        for (const std::string &remark : each.remarks) {
            text += "# " + remark + "\n";
        }
        if (!each.published.empty()) {
            text += "@ " + each.published + "\n";
        }
        text += each.text + "---\n";
        for (const Expectation &expectation : each.expected) {
            text += write_expectation(expectation) + "\n";
        }
    }
    return text;
}
