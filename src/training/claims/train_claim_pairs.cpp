// Trains the trees that tell whether two statements of a story state the same (resolve/claim/claim_pair_scorer.h), and
// says how right they are on stories that had no part in them.

#include "base/error.h"
#include "base/lexicon_file.h"
#include "base/number.h"
#include "language/resolution_words.h"
#include "observation/observation_json.h"
#include "resolve/claim/claim_pair_features.h"
#include "resolve/claim/claim_pair_scorer.h"
#include "resolve/claim/statement_standing.h"
#include "resolve/story/story_groups.h"
#include "training/trees/tree_trainer.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using namespace gainsay;
using namespace gainsay::training;

/// A statement as readers saw it.
struct Marked {
    std::size_t document = 0;
    ByteSpan span;
    std::set<std::size_t> claims;
};

struct Pair {
    TreeExample example;
    std::size_t story = 0;
    bool is_unlike = false;
    bool is_one_article = false;
    /// Of news_claim_pairs.tsv: judged, and not learned from.
    bool is_chosen = false;
};

Pair pair_of(const ClaimForms &forms, const ClaimPairFeatures &features, std::size_t a, std::size_t b) {
    const ClaimPairFeatures::Values values = features.of(a, b);
    Pair pair;
    pair.example.values.assign(values.begin(), values.end());
    pair.is_unlike = forms.are_unlike(a, b);
    pair.is_one_article = forms[a].mention.document == forms[b].mention.document;
    return pair;
}

std::vector<std::vector<Marked>> read_marks(const std::string &path, const std::map<std::string, std::size_t> &ids) {
    std::vector<std::vector<Marked>> stories;
    const LexiconFile file = LexiconFile::read(path, 2);
    for (const LexiconFile::Row &row : file.rows()) {
        const std::vector<std::string> documents = split_list(row.fields[0], ',');
        std::vector<Marked> story;
        for (const std::string &statement : split_list(row.fields[1], ' ')) {
            const std::vector<std::string> parts = split_list(statement, ':');
            const auto document = ids.find(documents.at(std::stoul(parts.at(0))));
            if (document == ids.end()) {
                continue;
            }
            Marked marked{document->second, {std::stoul(parts.at(1)), std::stoul(parts.at(2))}, {}};
            for (const std::string &claim : split_list(parts.size() > 3 ? parts[3] : "", ',')) {
                marked.claims.insert(std::stoul(claim));
            }
            story.push_back(std::move(marked));
        }
        stories.push_back(std::move(story));
    }
    return stories;
}

/// Adds the pairs of a file of them; whoever says the same in part says another thing. Each pair of articles is a
/// story.
void add_chosen(const std::string &path, const std::map<std::string, std::size_t> &ids, const ClaimForms &forms,
                const ClaimPairFeatures &features, std::size_t stories, std::vector<Pair> &pairs) {
    std::map<std::tuple<std::size_t, std::size_t, std::size_t>, std::size_t> places;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        const ByteSpan span = forms.proposition(i).span;
        places.emplace(std::tuple(forms[i].mention.document, span.begin, span.end), i);
    }
    std::map<std::pair<std::string, std::string>, std::size_t> articles;
    const LexiconFile file = LexiconFile::read(path, 7);
    std::size_t found = 0;
    for (const LexiconFile::Row &row : file.rows()) {
        const auto form = [&](std::size_t first) -> std::optional<std::size_t> {
            const auto document = ids.find(row.fields[first]);
            if (document == ids.end()) {
                return std::nullopt;
            }
            const auto at = places.find(
                std::tuple(document->second, std::stoul(row.fields[first + 1]), std::stoul(row.fields[first + 2])));
            return at == places.end() ? std::nullopt : std::optional(at->second);
        };
        const std::optional<std::size_t> a = form(0);
        const std::optional<std::size_t> b = form(3);
        if (a && b) {
            ++found;
            pairs.push_back(pair_of(forms, features, *a, *b));
            pairs.back().example.is_right = row.fields[6] == "s";
            pairs.back().is_chosen = true;
            pairs.back().story =
                stories + articles.try_emplace(std::pair(row.fields[0], row.fields[3]), articles.size()).first->second;
        }
    }
    std::cerr << found << " of " << file.rows().size() << " pairs found\n";
}

/// The form that has the most of the statement, if both are mostly the same words.
std::optional<std::size_t> form_of(const Marked &marked, const ClaimForms &forms,
                                   const std::vector<std::vector<std::size_t>> &by_document) {
    std::optional<std::size_t> best;
    double most = 0.7;
    for (const std::size_t form : by_document[marked.document]) {
        const ByteSpan span = forms.proposition(form).span;
        const std::size_t begin = std::max(span.begin, marked.span.begin);
        const std::size_t end = std::min(span.end, marked.span.end);
        const std::size_t all = std::max(span.end, marked.span.end) - std::min(span.begin, marked.span.begin);
        const double part = end <= begin ? 0 : static_cast<double>(end - begin) / static_cast<double>(all);
        if (part > most) {
            most = part;
            best = form;
        }
    }
    return best;
}

/// Pairs of statements of two articles of one story that the trees of the program give at least this, for readers: two
/// articles with begin and end of the proposition in bytes, and the probability.
void list_candidates(const std::vector<Observations> &documents, const ClaimForms &forms, const ClaimPairScorer &scorer,
                     double least) {
    const auto place = [&](std::size_t form) {
        const ByteSpan span = forms.proposition(form).span;
        return documents[forms[form].mention.document].document.id + '\t' + std::to_string(span.begin) + '\t' +
               std::to_string(span.end);
    };
    for (std::size_t a = 0; a < forms.size(); ++a) {
        for (std::size_t b = a + 1; b < forms.size(); ++b) {
            if (forms[a].mention.document == forms[b].mention.document || !forms.are_of_one_story(a, b)) {
                continue;
            }
            if (const double probability = scorer.probability(a, b); probability >= least) {
                std::cout << place(a) << '\t' << place(b) << '\t' << format_rounded(probability, 3) << '\n';
            }
        }
    }
}

/// Most pairs share nothing that matters: one in eight of those is enough, and counts for eight.
bool is_plain(const Pair &pair) {
    constexpr std::size_t common_of_more = 2;
    constexpr double little = 0.15;
    return !pair.example.is_right && pair.example.values[common_of_more] <= little;
}

std::vector<TreeExample> examples_of(const std::vector<Pair> &pairs, std::size_t without_fold, std::size_t folds) {
    std::mt19937_64 random(1);
    std::vector<TreeExample> examples;
    for (const Pair &pair : pairs) {
        const bool is_drawn = random() % 8 == 0;
        if (pair.is_chosen || pair.story % folds == without_fold || (is_plain(pair) && !is_drawn)) {
            continue;
        }
        examples.push_back(pair.example);
        examples.back().weight = is_plain(pair) ? 8 : 1;
    }
    return examples;
}

void report(const std::vector<Pair> &pairs, const std::vector<double> &probabilities, const char *name,
            bool (*counts)(const Pair &)) {
    for (const double least : {0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.8, 0.9}) {
        std::size_t found = 0;
        std::size_t right = 0;
        std::size_t all = 0;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            if (!counts(pairs[i])) {
                continue;
            }
            all += pairs[i].example.is_right ? 1U : 0U;
            found += probabilities[i] >= least ? 1U : 0U;
            right += probabilities[i] >= least && pairs[i].example.is_right ? 1U : 0U;
        }
        const auto percent = [](std::size_t part, std::size_t whole) {
            return format_rounded(whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole), 1);
        };
        std::cerr << name << " from " << least << ": precision " << percent(right, found) << ", recall "
                  << percent(right, all) << " (" << right << " of " << found << ", " << all << " to find)\n";
    }
}

} // namespace

int main(int count, char **arguments) {
    std::string observations;
    std::string marks;
    std::string words_folder;
    std::string out;
    std::string word_counts;
    std::string chosen;
    double candidates = 0;
    TreeOptions options;
    CLI::App app("Trains the trees that tell whether two statements state the same.");
    app.add_option("--observations", observations, "of the marked articles: gainsay extract")->required();
    app.add_option("--marks", marks, "news_claims.tsv, unpacked");
    app.add_option("--words", words_folder, "folder of the words of English (src/resources/en)")->required();
    app.add_option("--out", out, "claim_pairs.tsv to write");
    app.add_option("--trees", options.trees);
    app.add_option("--leaves", options.leaves);
    app.add_option("--count-words", word_counts,
                   "write claim_word_counts.tsv, counted in the observations, and train nothing");
    app.add_option("--pairs", chosen, "news_claim_pairs.tsv: judged too, and not learned from");
    app.add_option("--list-candidates", candidates,
                   "list pairs of two articles that the trees in the folder of words give at least this, and train "
                   "nothing");
    CLI11_PARSE(app, count, arguments);
    try {
        std::ifstream input(observations);
        std::vector<Observations> documents;
        for (std::string line; std::getline(input, line);) {
            documents.push_back(parse_json_line(line, observations, documents.size() + 1));
        }
        std::sort(documents.begin(), documents.end(),
                  [](const Observations &a, const Observations &b) { return a.document.id < b.document.id; });
        const ResolutionWords words(words_folder);
        const StoryGroups stories(documents, words.stories);
        const EntityResolution entities(documents, stories, words.entities);
        const ClaimForms forms(documents, entities, words.claims, find_statements(documents, entities), &stories);
        if (!word_counts.empty()) {
            std::map<std::string, std::size_t> bearers;
            for (const ClaimForm &form : forms.all()) {
                for (const Concept word : form.words) {
                    ++bearers[forms.word(word)];
                }
            }
            std::ofstream output(word_counts);
            constexpr std::size_t least = 20;
            output << "*\t" << forms.size() << "\n?\t3\n";
            for (const auto &[word, number] : bearers) {
                if (number >= least) {
                    output << word << '\t' << number << '\n';
                }
            }
            return 0;
        }
        if (candidates > 0) {
            const ClaimPairScorer scorer(forms, words.statements, words.claim_pairs);
            list_candidates(documents, forms, scorer, candidates);
            return 0;
        }
        std::map<std::string, std::size_t> ids;
        for (std::size_t i = 0; i < documents.size(); ++i) {
            ids.emplace(documents[i].document.id, i);
        }
        std::vector<std::vector<std::size_t>> by_document(documents.size());
        for (std::size_t i = 0; i < forms.size(); ++i) {
            by_document[forms[i].mention.document].push_back(i);
        }
        const ClaimPairFeatures features(forms, words.statements);
        std::vector<Pair> pairs;
        std::size_t statements = 0;
        std::size_t found = 0;
        const std::vector<std::vector<Marked>> marked = read_marks(marks, ids);
        for (std::size_t story = 0; story < marked.size(); ++story) {
            std::map<std::size_t, std::set<std::size_t>> claims;
            for (const Marked &each : marked[story]) {
                ++statements;
                if (const std::optional<std::size_t> form = form_of(each, forms, by_document)) {
                    ++found;
                    claims[*form].insert(each.claims.begin(), each.claims.end());
                }
            }
            for (auto a = claims.begin(); a != claims.end(); ++a) {
                for (auto b = std::next(a); b != claims.end(); ++b) {
                    if (!forms.are_of_one_story(a->first, b->first)) {
                        continue;
                    }
                    Pair pair = pair_of(forms, features, a->first, b->first);
                    pair.example.is_right = std::any_of(a->second.begin(), a->second.end(),
                                                        [&](std::size_t claim) { return b->second.contains(claim); });
                    pair.story = story;
                    pairs.push_back(std::move(pair));
                }
            }
        }
        std::cerr << marked.size() << " stories, " << found << " of " << statements << " statements found, "
                  << pairs.size() << " pairs\n";
        if (!chosen.empty()) {
            add_chosen(chosen, ids, forms, features, marked.size(), pairs);
        }
        constexpr std::size_t folds = 5;
        std::vector<double> probabilities(pairs.size());
        for (std::size_t fold = 0; fold < folds; ++fold) {
            const std::vector<Tree> trees = grow_trees(examples_of(pairs, fold, folds), options);
            for (std::size_t i = 0; i < pairs.size(); ++i) {
                if (pairs[i].story % folds == fold) {
                    probabilities[i] = 1 / (1 + std::exp(-odds(trees, pairs[i].example.values)));
                }
            }
        }
        report(pairs, probabilities, "all", [](const Pair &pair) { return !pair.is_chosen; });
        report(pairs, probabilities, "two articles, one side",
               [](const Pair &pair) { return !pair.is_chosen && !pair.is_unlike && !pair.is_one_article; });
        report(pairs, probabilities, "one article, one side",
               [](const Pair &pair) { return !pair.is_chosen && !pair.is_unlike && pair.is_one_article; });
        report(pairs, probabilities, "two sides", [](const Pair &pair) { return !pair.is_chosen && pair.is_unlike; });
        report(pairs, probabilities, "chosen pairs", [](const Pair &pair) { return pair.is_chosen; });
        if (!out.empty()) {
            const std::vector<Tree> trees = grow_trees(examples_of(pairs, folds, folds), options);
            std::ofstream(out) << to_text(trees, {claim_pair_feature_names.begin(), claim_pair_feature_names.end()});
        }
    } catch (const std::exception &error) {
        std::cerr << "train_claim_pairs: " << error.what() << '\n';
        return 3;
    }
    return 0;
}
