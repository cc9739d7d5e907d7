#include "language/kind_lists.h"

#include "graph_schema/word.h"

#include <algorithm>
#include <map>

namespace gainsay {

NumberedLists::NumberedLists(const LexiconFile &file, std::span<const std::string_view> kinds) : lists_(kinds.size()) {
    std::string before;
    std::vector<std::map<std::string, std::size_t>> lines(kinds.size());
    for (const LexiconFile::Row &row : file.rows()) {
        const auto known = std::find(kinds.begin(), kinds.end(), row.fields[0]);
        if (known == kinds.end()) {
            file.fail(row, one_of(kinds), "'" + row.fields[0] + "'");
        }
        const auto kind = static_cast<std::size_t>(known - kinds.begin());
        List &list = lists_[kind];
        if (!list.ordered.empty() && before != row.fields[0]) {
            file.fail(row, "all rows of a kind in one place", "'" + row.fields[0] + "' again");
        }
        before = row.fields[0];
        const std::vector<std::string> words = split_list(row.fields[1], ';');
        if (words.empty()) {
            file.fail(row, "words of the kind '" + row.fields[0] + "'", "none");
        }
        for (const std::string &word : words) {
            std::string form = lookup_form(word);
            const auto [first, is_new] = lines[kind].emplace(form, row.line);
            if (!is_new) {
                file.fail(row, "'" + row.fields[0] + "' '" + form + "' once",
                          "it again after line " + std::to_string(first->second));
            }
            list.set.insert(form);
            list.ordered.push_back(std::move(form));
        }
    }
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        if (lists_[kind].ordered.empty()) {
            const LexiconFile::Row none;
            file.fail(file.rows().empty() ? none : file.rows().back(),
                      "a row of the kind '" + std::string(kinds[kind]) + "'", "the end of the file");
        }
    }
}

} // namespace gainsay
