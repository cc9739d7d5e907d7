// Writes what the extraction makes of each predicate of a CoNLL-U file: sentence id, token (from 1), polarity, modality
// and the model's score, separated by tabs. run.py compares it with judgements of people.

#include "extract/factuality/factuality.h"
#include "extract/factuality/factuality_features.h"
#include "extract/syntax/trees.h"
#include "graph_schema/word.h"
#include "text/conllu.h"

#include <exception>
#include <fstream>
#include <iostream>

int main(int count, char **arguments) {
    if (count != 3) {
        std::cerr << "usage: list_factuality RESOURCES/en TREES.conllu\n";
        return 2;
    }
    try {
        const gainsay::English english(arguments[1]);
        std::ifstream input(arguments[2]);
        gainsay::ConlluReader reader(input, arguments[2]);
        while (const std::optional<gainsay::Document> sentence = reader.read_sentence()) {
            const gainsay::Syntax syntax = gainsay::read_trees(*sentence, english);
            for (gainsay::TokenIndex token = 0; token < syntax.size(); ++token) {
                const gainsay::Polarity polarity = gainsay::is_negated(syntax, english, token)
                                                       ? gainsay::Polarity::negated
                                                       : gainsay::Polarity::affirmed;
                std::cout << sentence->sentences.front().id << '\t' << token + 1 << '\t' << gainsay::name(polarity)
                          << '\t' << gainsay::name(gainsay::modality_of(syntax, english, token)) << '\t'
                          << english.factuality_model.score(factuality_features(syntax, english.factuality, token))
                          << '\n';
            }
        }
    } catch (const std::exception &error) {
        std::cerr << "list_factuality: " << error.what() << '\n';
        return 3;
    }
    return 0;
}
