// Trains the trees that tell whether a statement is right (extract/certainty/statement_scorer.h), and says how well
// they tell it on articles that had no part in them.

#include "base/error.h"
#include "base/lexicon_file.h"
#include "base/number.h"
#include "extract/certainty/statement_features.h"
#include "training/trees/tree_trainer.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cmath>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <numeric>
#include <string>
#include <vector>

namespace {

using namespace gainsay;
using namespace gainsay::training;

struct Judged {
    TreeExample example;
    std::size_t article = 0;
};

/// A row: right (1, 0), article, the features in their order.
std::vector<Judged> read_rows(const std::string &path) {
    const LexiconFile file = LexiconFile::read(path, 2 + statement_feature_names.size());
    std::map<std::string, std::size_t> articles;
    std::vector<Judged> rows;
    for (const LexiconFile::Row &row : file.rows()) {
        Judged judged;
        judged.example.is_right = row.fields[0] == "1";
        judged.article = articles.try_emplace(row.fields[1], articles.size()).first->second;
        for (std::size_t i = 2; i < row.fields.size(); ++i) {
            judged.example.values.push_back(std::stod(row.fields[i]));
        }
        rows.push_back(std::move(judged));
    }
    return rows;
}

/// How probable it is that a right one is told from a wrong one (area under the curve).
double area(const std::vector<Judged> &rows, const std::vector<double> &odds) {
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&odds](std::size_t a, std::size_t b) { return odds[a] < odds[b]; });
    double wrong = 0;
    double right = 0;
    double ordered = 0;
    for (const std::size_t i : order) {
        if (rows[i].example.is_right) {
            ++right;
            ordered += wrong;
        } else {
            ++wrong;
        }
    }
    return right * wrong > 0 ? ordered / (right * wrong) : 0;
}

void report(const std::vector<Judged> &rows, const std::vector<double> &odds) {
    for (int tenth = 0; tenth < 10; ++tenth) {
        std::size_t found = 0;
        std::size_t right = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const double probability = 1 / (1 + std::exp(-odds[i]));
            const bool is_here = static_cast<int>(std::min(probability, 0.999) * 10) == tenth;
            found += is_here ? 1U : 0U;
            right += is_here && rows[i].example.is_right ? 1U : 0U;
        }
        std::cerr << format_rounded(tenth / 10.0, 1) << ": " << right << " of " << found << " right\n";
    }
    std::cerr << "area " << format_rounded(area(rows, odds), 4) << " of " << rows.size() << "\n";
}

} // namespace

int main(int count, char **arguments) {
    std::string input;
    std::string out;
    TreeOptions options;
    options.least_in_leaf = 40;
    CLI::App app("Trains the trees that tell whether a statement is right.");
    app.add_option("--rows", input, "what mark_statements.py writes")->required();
    app.add_option("--out", out, "statement_trees.tsv to write");
    app.add_option("--trees", options.trees);
    app.add_option("--leaves", options.leaves);
    app.add_option("--rate", options.rate);
    app.add_option("--least", options.least_in_leaf);
    CLI11_PARSE(app, count, arguments);
    try {
        const std::vector<Judged> rows = read_rows(input);
        constexpr std::size_t folds = 5;
        std::vector<double> judged(rows.size());
        const auto train = [&](std::size_t without) {
            std::vector<TreeExample> examples;
            for (const Judged &row : rows) {
                if (row.article % folds != without) {
                    examples.push_back(row.example);
                }
            }
            return grow_trees(examples, options);
        };
        for (std::size_t fold = 0; fold < folds; ++fold) {
            const std::vector<Tree> trees = train(fold);
            for (std::size_t i = 0; i < rows.size(); ++i) {
                judged[i] = rows[i].article % folds == fold ? odds(trees, rows[i].example.values) : judged[i];
            }
        }
        report(rows, judged);
        if (!out.empty()) {
            std::ofstream(out) << to_text(train(folds),
                                          {statement_feature_names.begin(), statement_feature_names.end()});
        }
    } catch (const std::exception &error) {
        std::cerr << "train_statement_trees: " << error.what() << '\n';
        return 3;
    }
    return 0;
}
