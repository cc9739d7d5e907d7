#include "language/resolution_words.h"

#include "base/lexicon_file.h"
#include "base/once_in_file.h"

namespace gainsay {

namespace {

std::unordered_map<std::string, std::string> read_codes(const std::filesystem::path &path) {
    std::unordered_map<std::string, std::string> codes;
    const LexiconFile file = LexiconFile::read(path, 2);
    OnceInFile once(file);
    for (const LexiconFile::Row &row : file.rows()) {
        once.add(row, row.fields[0]);
        codes.emplace(row.fields[0], row.fields[1]);
    }
    return codes;
}

} // namespace

ResolutionWords::ResolutionWords(const std::filesystem::path &folder)
    : entities(folder), claims(ClaimWords::load(folder)), stories(WordCounts::load(folder / "story_words.tsv")),
      statements(WordCounts::load(folder / "claim_word_counts.tsv")),
      claim_pairs(BoostedTrees::load(folder / "claim_pairs.tsv")),
      country_codes(read_codes(folder / "country_codes.tsv")) {}

} // namespace gainsay
