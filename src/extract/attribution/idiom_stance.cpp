#include "extract/attribution/idiom_stance.h"

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

const Stance *idiom_stance(const Syntax &syntax, const ReportingIdioms &idioms, TokenIndex verb) {
    const std::vector<ReportingIdiom> *found = idioms.find(syntax.lemma(verb));
    if (found == nullptr) {
        return nullptr;
    }
    for (const ReportingIdiom &idiom : *found) {
        if (follows(syntax, verb, idiom.rest)) {
            return &idiom.stance;
        }
    }
    return nullptr;
}

} // namespace gainsay
