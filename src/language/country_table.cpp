#include "language/country_table.h"

#include "base/once_in_file.h"

#include <algorithm>

namespace gainsay {

CountryTable::CountryTable(const LexiconFile &file) {
    OnceInFile once(file);
    for (const LexiconFile::Row &row : file.rows()) {
        if (row.fields[0].size() != 2 || row.fields[1].empty()) {
            file.fail(row, "a code of two letters and a name", "'" + row.fields[0] + "', '" + row.fields[1] + "'");
        }
        once.add(row, row.fields[0]);
        once.add(row, row.fields[1]);
        const std::size_t index = countries_.size();
        const std::vector<std::string> adjectives = split_list(row.fields[3], ';');
        countries_.push_back({row.fields[0], row.fields[1], adjectives.empty() ? "" : adjectives.front()});
        const auto add = [&](const std::string &word, CountryWord kind) {
            std::vector<CountryReading> &readings = words_[lookup_form(word)];
            const bool taken = std::any_of(readings.begin(), readings.end(),
                                           [kind](const CountryReading &reading) { return reading.word == kind; });
            if (!taken) {
                readings.push_back({index, kind});
            }
        };
        add(row.fields[1], CountryWord::name);
        static constexpr CountryWord kinds[] = {CountryWord::name, CountryWord::adjective, CountryWord::demonym,
                                                CountryWord::capital, CountryWord::seat};
        for (std::size_t i = 0; i < std::size(kinds); ++i) {
            for (const std::string &word : split_list(row.fields[i + 2], ';')) {
                add(word, kinds[i]);
            }
        }
    }
}

const std::vector<CountryReading> *CountryTable::find(const std::string &form) const {
    const auto found = words_.find(form);
    return found == words_.end() ? nullptr : &found->second;
}

const Country *CountryTable::find(const std::string &form, CountryWord word) const {
    if (const std::vector<CountryReading> *readings = find(form)) {
        for (const CountryReading &reading : *readings) {
            if (reading.word == word) {
                return &countries_[reading.country];
            }
        }
    }
    return nullptr;
}

const Country *CountryTable::by_code(const std::string &code) const {
    const auto found = std::find_if(countries_.begin(), countries_.end(),
                                    [&code](const Country &country) { return country.code == code; });
    return found == countries_.end() ? nullptr : &*found;
}

const Country *CountryTable::find_modifier(const std::string &form) const {
    if (const Country *country = find(form, CountryWord::adjective)) {
        return country;
    }
    return find(form, CountryWord::name);
}

} // namespace gainsay
