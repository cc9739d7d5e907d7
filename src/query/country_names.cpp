#include "query/country_names.h"

#include "base/lexicon_file.h"
#include "query/name_search.h"

#include <algorithm>

namespace gainsay {

CountryNames::CountryNames(std::string_view text) {
    constexpr std::size_t columns = 7;
    const LexiconFile table = LexiconFile::parse(text, "countries.tsv", columns);
    for (const LexiconFile::Row &row : table.rows()) {
        for (std::size_t column = 1; column < row.fields.size(); ++column) {
            for (const std::string &name : split_list(row.fields[column], ';')) {
                std::vector<std::string> &codes = codes_[loose_name(name)];
                if (std::find(codes.begin(), codes.end(), row.fields[0]) == codes.end()) {
                    codes.push_back(row.fields[0]);
                }
            }
        }
    }
    for (auto &[key, codes] : codes_) {
        std::sort(codes.begin(), codes.end());
    }
}

std::vector<std::string> CountryNames::codes(std::string_view name) const {
    const auto found = codes_.find(loose_name(name));
    return found == codes_.end() ? std::vector<std::string>() : found->second;
}

} // namespace gainsay
