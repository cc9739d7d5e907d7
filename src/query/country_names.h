#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// States by everything that stands for them: names, adjectives, demonyms, capitals, seats of government. Without a
/// table it knows none. Never changes once it is set up: any number of threads may ask.
class CountryNames {
  public:
    CountryNames() = default;
    /// From the text of countries.tsv. Throws ModelError for a line that cannot be read.
    explicit CountryNames(std::string_view text);

    /// ISO 3166 codes of the states that the name stands for ("Kremlin", "Russians": RU), sorted; compared loosely.
    std::vector<std::string> codes(std::string_view name) const;

  private:
    std::map<std::string, std::vector<std::string>, std::less<>> codes_;
};

} // namespace gainsay
