#include "extract/reporting_idioms.h"

#include "graph_schema/word.h"

#include <algorithm>

namespace gainsay {

namespace {

/// Words that may stand between two of an idiom.
constexpr std::size_t most_between = 3;

bool follows(const Syntax &syntax, TokenIndex verb, const std::vector<std::string> &words) {
    const Sentence &sentence = syntax.sentence(syntax.sentence_of(verb));
    TokenIndex at = verb;
    for (const std::string &word : words) {
        std::size_t between = 0;
        do {
            ++at;
            if (at >= sentence.end_token || between++ > most_between) {
                return false;
            }
        } while (syntax.lemma(at) != word && syntax.form(at) != word);
    }
    return true;
}

} // namespace

ReportingIdioms::ReportingIdioms(const LexiconFile &file) {
    for (const LexiconFile::Row &row : file.rows()) {
        const std::optional<Stance> stance = parse_word<Stance>(row.fields[1]);
        if (!stance) {
            file.fail(row, one_of(names_of<Stance>()), "'" + row.fields[1] + "'");
        }
        std::vector<std::string> words = split_list(row.fields[0], ' ');
        if (words.empty()) {
            file.fail(row, "lemmas", "none");
        }
        Idiom idiom;
        idiom.stance = *stance;
        idiom.rest.assign(words.begin() + 1, words.end());
        idioms_[words.front()].push_back(std::move(idiom));
    }
    for (auto &[verb, idioms] : idioms_) {
        std::stable_sort(idioms.begin(), idioms.end(),
                         [](const Idiom &a, const Idiom &b) { return a.rest.size() > b.rest.size(); });
    }
}

const Stance *ReportingIdioms::find(const Syntax &syntax, TokenIndex verb) const {
    const auto found = idioms_.find(syntax.lemma(verb));
    if (found == idioms_.end()) {
        return nullptr;
    }
    for (const Idiom &idiom : found->second) {
        if (follows(syntax, verb, idiom.rest)) {
            return &idiom.stance;
        }
    }
    return nullptr;
}

} // namespace gainsay
