#include "language/word_counts.h"

#include "base/lexicon_file.h"
#include "base/number.h"
#include "base/once_in_file.h"

#include <optional>

namespace gainsay {

WordCounts::WordCounts(const LexiconFile &file) {
    OnceInFile once(file);
    for (const LexiconFile::Row &row : file.rows()) {
        once.add(row, row.fields[0]);
        const std::optional<std::int64_t> count = parse_integer(row.fields[1]);
        if (!count || *count < 1) {
            file.fail(row, "a whole number of at least 1", row.fields[1]);
        }
        const auto number = static_cast<double>(*count);
        if (row.fields[0] == "*") {
            total_ = number;
        } else if (row.fields[0] == "?") {
            of_others_ = number;
        } else {
            counts_.emplace(row.fields[0], number);
        }
    }
    if (total_ == 0 || of_others_ == 0) {
        file.fail({{"*"}, 1}, R"(the rows "*" and "?")", "none");
    }
}

WordCounts WordCounts::load(const std::filesystem::path &path) {
    return WordCounts(LexiconFile::read(path, 2));
}

double WordCounts::count(const std::string &word) const {
    const auto found = counts_.find(word);
    return found == counts_.end() ? of_others_ : found->second;
}

} // namespace gainsay
