#include "case_file.h"

#include <fstream>
#include <stdexcept>

CaseFile read_cases(const std::filesystem::path &path) {
    CaseFile file;
    file.path = path;
    std::ifstream input(path);
    std::string line;
    std::size_t number = 0;
    enum class Part { before, text, findings } part = Part::before;
    while (std::getline(input, line)) {
        ++number;
        if (line.rfind("=== ", 0) == 0) {
            file.cases.emplace_back();
            file.cases.back().name = line.substr(4);
            part = Part::text;
        } else if (part == Part::before) {
            if (!line.empty()) {
                throw std::runtime_error(path.string() + ":" + std::to_string(number) + ": text before the first case");
            }
        } else if (line == "---") {
            part = Part::findings;
        } else if (part == Part::findings) {
            if (!line.empty()) {
                file.cases.back().expected.push_back(line);
            }
        } else if (line.rfind("# ", 0) == 0) {
            file.cases.back().remarks.push_back(line.substr(2));
        } else if (line.rfind("@ ", 0) == 0) {
            file.cases.back().published = line.substr(2);
        } else {
            file.cases.back().text += line + "\n";
        }
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
        for (const std::string &line : each.expected) {
            text += line + "\n";
        }
    }
    return text;
}
