#pragma once

#include "base/lexicon_file.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace gainsay {

struct Country {
    /// ISO 3166 code.
    std::string code;
    std::string name;
    /// The first of its adjectives; may be empty.
    std::string adjective;
};

/// How a word points at a state.
enum class CountryWord : std::uint8_t { name, adjective, demonym, capital, seat };

struct CountryReading {
    /// Position in CountryTable::countries().
    std::size_t country = 0;
    CountryWord word = CountryWord::name;
};

/// States and the words for them. Const once loaded.
class CountryTable {
  public:
    explicit CountryTable(const LexiconFile &file);

    const std::vector<Country> &countries() const { return countries_; }
    const Country &operator[](std::size_t index) const { return countries_[index]; }

    /// All readings of a word or phrase in lookup form; null if it is no word for a state. Of a word that several
    /// states share (two Congos), the first in the file wins.
    const std::vector<CountryReading> *find(const std::string &form) const;
    /// The state that the word points at in this way.
    const Country *find(const std::string &form, CountryWord word) const;
    /// By ISO 3166 code; null if it is unknown.
    const Country *by_code(const std::string &code) const;
    /// The state that the word names, as name or adjective; null for others.
    const Country *find_modifier(const std::string &form) const;

  private:
    std::vector<Country> countries_;
    std::unordered_map<std::string, std::vector<CountryReading>> words_;
};

} // namespace gainsay
