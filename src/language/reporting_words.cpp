#include "language/reporting_words.h"

#include "base/once_in_file.h"
#include "graph_schema/word.h"

namespace gainsay {

namespace {

Stance read_stance(const LexiconFile &file, const LexiconFile::Row &row, const std::string &text) {
    const std::optional<Stance> stance = parse_word<Stance>(text);
    if (!stance) {
        file.fail(row, one_of(names_of<Stance>()), "'" + text + "'");
    }
    return *stance;
}

ReportingVerb read_complement(const LexiconFile &file, const LexiconFile::Row &row, const std::string &code) {
    static const std::unordered_map<std::string, Complement> codes = {
        {"that", Complement::clause}, {"to", Complement::infinitive},    {"np", Complement::object},
        {"ing", Complement::gerund},  {"obj+to", Complement::object_to}, {"as", Complement::description},
    };
    ReportingVerb verb;
    const auto known = codes.find(code);
    if (known != codes.end()) {
        verb.complement = known->second;
        return verb;
    }
    if (code.rfind("p:", 0) != 0 || code.size() < 3) {
        file.fail(row, "one of that, to, np, ing, obj+to, as, p:PREPOSITION, p:PREPOSITION+to", "'" + code + "'");
    }
    verb.complement = Complement::phrase;
    verb.preposition = code.substr(2);
    const std::string suffix = "+to";
    if (verb.preposition.size() > suffix.size() &&
        verb.preposition.compare(verb.preposition.size() - suffix.size(), suffix.size(), suffix) == 0) {
        verb.complement = Complement::phrase_to;
        verb.preposition.resize(verb.preposition.size() - suffix.size());
    }
    return verb;
}

} // namespace

ReportingWords::ReportingWords(const LexiconFile &verbs, const LexiconFile &nouns) {
    OnceInFile once(verbs);
    for (const LexiconFile::Row &row : verbs.rows()) {
        const Stance stance = read_stance(verbs, row, row.fields[1]);
        const Stance negated = read_stance(verbs, row, row.fields[2]);
        for (const std::string &code : split_list(row.fields[3], ',')) {
            once.add(row, row.fields[0] + " " + code);
            ReportingVerb verb = read_complement(verbs, row, code);
            verb.stance = stance;
            verb.negated = negated;
            verbs_[row.fields[0]].push_back(std::move(verb));
        }
    }
    OnceInFile noun_once(nouns);
    for (const LexiconFile::Row &row : nouns.rows()) {
        noun_once.add(row, row.fields[0]);
        nouns_.emplace(row.fields[0], read_stance(nouns, row, row.fields[1]));
    }
}

const std::vector<ReportingVerb> *ReportingWords::find_verb(const std::string &lemma) const {
    const auto found = verbs_.find(lemma);
    return found == verbs_.end() ? nullptr : &found->second;
}

const ReportingVerb *ReportingWords::find_verb(const std::string &lemma, Complement complement) const {
    if (const std::vector<ReportingVerb> *readings = find_verb(lemma)) {
        for (const ReportingVerb &reading : *readings) {
            if (reading.complement == complement) {
                return &reading;
            }
        }
    }
    return nullptr;
}

const Stance *ReportingWords::find_noun(const std::string &lemma) const {
    const auto found = nouns_.find(lemma);
    return found == nouns_.end() ? nullptr : &found->second;
}

} // namespace gainsay
