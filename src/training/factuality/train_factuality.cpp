// Trains resources/en/factuality_model.tsv from trees of EWT and the judgements of UDS on them.

#include "factuality_corpus.h"
#include "factuality_trainer.h"

#include "base/atomic_file.h"
#include "base/error.h"
#include "base/number.h"
#include "extract/factuality/factuality_features.h"
#include "text/conllu.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <fstream>
#include <iostream>
#include <string>

namespace gainsay::training {
namespace {

constexpr const char *header =
    "# Whether a predicate's event took place: weights of a linear model "
    "(src/extract/factuality/factuality_features.h), made by\n"
    "# src/training/factuality from UDS factuality (\"It Happened\" v2, White et al. 2020) on trees of UD English "
    "EWT.\n"
    "# CC BY-SA 4.0.\n"
    "# feature\tweight: positive for what happened\n";

int run(const std::string &words_file, const std::string &trees, const std::string &judgements,
        const std::string &output) {
    const FactualityCues words(LexiconFile::read(words_file, 2));
    const FactualityCorpus corpus = read_factuality(judgements);
    std::ifstream input(trees);
    if (!input) {
        throw InputError(trees, "a readable file", "none");
    }
    std::vector<FactualityExample> examples;
    ConlluReader reader(input, trees);
    // Judgements nearer to zero are doubtful.
    constexpr double least_size = 0.5;
    constexpr double most_size = 1.5;
    while (const std::optional<Document> sentence = reader.read_sentence()) {
        const auto found = corpus.find(sentence->sentences.front().id);
        if (found == corpus.end()) {
            continue;
        }
        const Syntax syntax(*sentence);
        for (const FactualityJudgement &each : found->second) {
            const double size = std::abs(each.factuality);
            if (size < least_size || each.token >= syntax.size()) {
                continue;
            }
            examples.push_back({factuality_features(syntax, words, static_cast<TokenIndex>(each.token)),
                                each.factuality > 0, std::min(size, most_size) * each.confidence});
        }
    }
    std::string text = header;
    const auto weights = train_factuality(examples, FactualityTraining());
    for (const auto &[feature, weight] : weights) {
        text += feature + "\t" + format_rounded(weight, 2) + "\n";
    }
    std::ofstream file(output, std::ios::binary);
    file << text;
    if (!file.flush()) {
        throw OutputError(output, "the file could not be written");
    }
    std::cerr << examples.size() << " predicates, " << weights.size() << " weights\n";
    return 0;
}

} // namespace
} // namespace gainsay::training

int main(int count, char **arguments) {
    if (count != 5) {
        std::cerr << "usage: train_factuality FACTUALITY_CUES.tsv EWT-TRAIN.conllu UDS-TRAIN.jsonl OUTPUT.tsv\n";
        return 2;
    }
    try {
        return gainsay::training::run(arguments[1], arguments[2], arguments[3], arguments[4]);
    } catch (const std::exception &error) {
        std::cerr << "train_factuality: " << error.what() << '\n';
        return 3;
    }
}
