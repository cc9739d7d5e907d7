#include "language/word_lists.h"

#include "base/once_in_file.h"

namespace gainsay {

WordLists::WordLists(const LexiconFile &file) {
    OnceInFile once(file);
    for (const LexiconFile::Row &row : file.rows()) {
        List &list = lists_[row.fields[0]];
        for (const std::string &word : split_list(row.fields[1], ';')) {
            std::string form = lookup_form(word);
            once.add(row, row.fields[0] + "' '" + form);
            list.set.insert(form);
            list.ordered.push_back(std::move(form));
        }
    }
}

bool WordLists::has(std::string_view kind, const std::string &word) const {
    const auto list = lists_.find(kind);
    return list != lists_.end() && list->second.set.contains(word);
}

const std::vector<std::string> &WordLists::words(std::string_view kind) const {
    static const std::vector<std::string> none;
    const auto list = lists_.find(kind);
    return list == lists_.end() ? none : list->second.ordered;
}

} // namespace gainsay
