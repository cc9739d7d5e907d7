#include "language/reporting_idioms.h"

#include "base/once_in_file.h"
#include "graph_schema/word.h"

#include <algorithm>

namespace gainsay {

ReportingIdioms::ReportingIdioms(const LexiconFile &file) {
    OnceInFile once(file);
    for (const LexiconFile::Row &row : file.rows()) {
        once.add(row, row.fields[0]);
        const std::optional<Stance> stance = parse_word<Stance>(row.fields[1]);
        if (!stance) {
            file.fail(row, one_of(names_of<Stance>()), "'" + row.fields[1] + "'");
        }
        std::vector<std::string> words = split_list(row.fields[0], ' ');
        if (words.empty()) {
            file.fail(row, "lemmas", "none");
        }
        ReportingIdiom idiom;
        idiom.stance = *stance;
        idiom.rest.assign(words.begin() + 1, words.end());
        idioms_[words.front()].push_back(std::move(idiom));
    }
    for (auto &[verb, idioms] : idioms_) {
        std::stable_sort(idioms.begin(), idioms.end(), [](const ReportingIdiom &a, const ReportingIdiom &b) {
            return a.rest.size() > b.rest.size();
        });
    }
}

const std::vector<ReportingIdiom> *ReportingIdioms::find(const std::string &lemma) const {
    const auto found = idioms_.find(lemma);
    return found == idioms_.end() ? nullptr : &found->second;
}

} // namespace gainsay
