// Counts in how many articles each name and word stands, for src/resources/en/story_words.tsv: those that one article
// in a hundred has.

#include "base/error.h"
#include "observation/observation_json.h"
#include "resolve/story/story_features.h"

#include <algorithm>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <string>

int main(int count, char **arguments) {
    using namespace gainsay;
    if (count != 2) {
        std::cerr << "usage: count_story_words OBSERVATIONS.jsonl > story_words.tsv\n";
        return 2;
    }
    try {
        std::ifstream input(arguments[1]);
        std::map<std::string, std::size_t> bearers;
        std::size_t documents = 0;
        for (std::string line; std::getline(input, line);) {
            ++documents;
            for (const auto &[feature, number] : story_features(parse_json_line(line, arguments[1], documents))) {
                ++bearers[feature];
            }
        }
        constexpr double least_share = 0.01;
        // What no row tells of is in one article of five hundred, as most words of an affair are.
        std::cout << "*\t" << documents << "\n?\t" << std::max<std::size_t>(1, documents / 500) << '\n';
        for (const auto &[feature, number] : bearers) {
            if (static_cast<double>(number) >= least_share * static_cast<double>(documents)) {
                std::cout << feature << '\t' << number << '\n';
            }
        }
    } catch (const std::exception &error) {
        std::cerr << "count_story_words: " << error.what() << '\n';
        return 3;
    }
    return 0;
}
