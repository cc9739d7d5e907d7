#include "chain_corpus.h"
#include "chain_trainer.h"

#include "base/error.h"
#include "extract/coreference/document_chains.h"
#include "extract/syntax/trees.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <unordered_map>

using namespace gainsay;
using namespace gainsay::training;

namespace {

constexpr std::int32_t no_gold = -1;

/// The gold cluster of each phrase, as a number; as the scorer pairs mentions: the same span first, then heads that
/// overlap, those first that share most.
std::vector<std::int32_t> align(const GoldChains &gold, const std::vector<Phrase> &phrases) {
    const Document &document = gold.document;
    std::vector<std::int32_t> cluster_of(phrases.size(), no_gold);
    std::map<std::string, std::int32_t> numbers;
    std::vector<std::int32_t> number_of;
    for (const GoldMention &mention : gold.mentions) {
        number_of.push_back(numbers.emplace(mention.cluster, static_cast<std::int32_t>(numbers.size())).first->second);
    }
    struct Pair {
        double overlap;
        std::size_t mention;
        std::size_t phrase;
    };
    std::vector<Pair> pairs;
    std::map<std::size_t, std::vector<std::size_t>> by_begin;
    for (std::size_t g = 0; g < gold.mentions.size(); ++g) {
        by_begin[gold.mentions[g].head.begin].push_back(g);
    }
    for (std::size_t p = 0; p < phrases.size(); ++p) {
        const ByteSpan head =
            hull(document.tokens[phrases[p].head_first].span, document.tokens[phrases[p].head_last].span);
        const ByteSpan span = hull(document.tokens[phrases[p].first].span, document.tokens[phrases[p].last].span);
        constexpr std::size_t longest_head = 200;
        for (auto at = by_begin.lower_bound(head.begin > longest_head ? head.begin - longest_head : 0);
             at != by_begin.end() && at->first < head.end; ++at) {
            for (const std::size_t g : at->second) {
                const GoldMention &mention = gold.mentions[g];
                if (mention.head.end <= head.begin) {
                    continue;
                }
                const double shared = static_cast<double>(std::min(mention.span.end, span.end)) -
                                      static_cast<double>(std::max(mention.span.begin, span.begin));
                const double both = static_cast<double>(std::max(mention.span.end, span.end)) -
                                    static_cast<double>(std::min(mention.span.begin, span.begin));
                pairs.push_back({shared / both, g, p});
            }
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) { return a.overlap > b.overlap; });
    std::vector<bool> taken(gold.mentions.size(), false);
    for (const Pair &pair : pairs) {
        if (!taken[pair.mention] && cluster_of[pair.phrase] == no_gold) {
            taken[pair.mention] = true;
            cluster_of[pair.phrase] = number_of[pair.mention];
        }
    }
    return cluster_of;
}

/// Records the choices of one document with their right answers.
class Recorder {
  public:
    Recorder(const GoldChains &gold, const ChainRanker *ranker, std::vector<ChainExample> &examples)
        : gold_(&gold), ranker_(ranker), examples_(&examples) {}

    std::size_t operator()(const ChainChoice &choice, const DocumentChains &all) {
        if (cluster_of_.empty()) {
            cluster_of_ = align(*gold_, all.phrases);
        }
        ChainExample example;
        example.features = choice.features;
        example.is_right.assign(choice.features.size(), 0);
        const std::int32_t cluster = cluster_of_[choice.phrase];
        std::size_t best = 0;
        std::size_t best_count = 0;
        if (cluster != no_gold) {
            for (std::size_t i = 0; i < choice.candidates.size(); ++i) {
                const std::size_t count = share(all.chains[choice.candidates[i]], cluster);
                if (count > 0) {
                    example.is_right[i + 1] = 1;
                    if (count > best_count) {
                        best_count = count;
                        best = i + 1;
                    }
                }
            }
        }
        example.is_right[0] = best == 0 ? 1 : 0;
        std::size_t chosen = best;
        if (ranker_ != nullptr) {
            chosen = 0;
            float best_score = ranker_->score(choice.features[0]);
            for (std::size_t i = 1; i < choice.features.size(); ++i) {
                if (const float score = ranker_->score(choice.features[i]); score > best_score) {
                    best_score = score;
                    chosen = i;
                }
            }
        }
        examples_->push_back(std::move(example));
        return chosen;
    }

  private:
    /// How many phrases of the chain are of the cluster, if no other cluster has more.
    std::size_t share(const Chain &chain, std::int32_t cluster) const {
        std::unordered_map<std::int32_t, std::size_t> counts;
        std::size_t most = 0;
        for (const std::uint32_t position : chain.phrases) {
            if (cluster_of_[position] != no_gold) {
                most = std::max(most, ++counts[cluster_of_[position]]);
            }
        }
        return counts[cluster] == most ? most : 0;
    }

    const GoldChains *gold_;
    const ChainRanker *ranker_;
    std::vector<ChainExample> *examples_;
    std::vector<std::int32_t> cluster_of_;
};

std::vector<ChainExample> record(const std::vector<GoldChains> &corpus, const English &english,
                                 const ChainRanker *ranker) {
    std::vector<ChainExample> examples;
    for (const GoldChains &gold : corpus) {
        const Syntax syntax = read_trees(gold.document, english);
        const Quotations quotations(syntax);
        EntityBook book(syntax, english);
        Recorder recorder(gold, ranker, examples);
        find_document_chains(book, quotations, std::ref(recorder));
    }
    return examples;
}

struct Options {
    std::string train;
    std::string dev;
    std::string words;
    std::string model;
    std::string output;
    int epochs = 12;
    int rounds = 3;
    TrainerOptions trainer;
};

void run(const Options &options) {
    const English english(options.words);
    const std::vector<GoldChains> train = read_gold_chains(options.train, options.model);
    const std::vector<GoldChains> dev = read_gold_chains(options.dev, options.model);
    ChainRanker ranker;
    ChainTrainer trainer(ranker, options.trainer);
    std::vector<ChainExample> examples = record(train, english, nullptr);
    std::vector<ChainExample> dev_examples = record(dev, english, nullptr);
    std::cerr << examples.size() << " choices to learn, " << dev_examples.size() << " to test\n";
    for (int round = 0; round < options.rounds; ++round) {
        if (round > 0) {
            // What the ranker meets when it follows its own choices (Ross et al. 2011, DAgger).
            const std::vector<ChainExample> own = record(train, english, &ranker);
            examples.insert(examples.end(), own.begin(), own.end());
        }
        for (int epoch = 0; epoch < options.epochs; ++epoch) {
            const double loss = trainer.run(examples);
            std::cerr << "round " << round << " epoch " << epoch << " loss " << loss << " right on dev "
                      << accuracy(ranker, dev_examples) << ", by own choices "
                      << accuracy(ranker, record(dev, english, &ranker)) << '\n';
        }
        std::ofstream(options.output, std::ios::binary) << ranker.to_bytes();
    }
}

} // namespace

int main(int argc, char **argv) {
    CLI::App app("Trains the weights of the chains on texts with gold coreference.");
    Options options;
    app.add_option("--train", options.train, "gold chains to learn from, JSON Lines")->required();
    app.add_option("--dev", options.dev, "gold chains to test on")->required();
    app.add_option("--words", options.words, "folder of the words of English")->required();
    app.add_option("--model", options.model, "the language engine's model")->required();
    app.add_option("-o,--output", options.output, "file of weights to write")->required();
    app.add_option("--epochs", options.epochs, "times through the examples, each round");
    app.add_option("--rounds", options.rounds, "rounds; from the second on with examples of its own choices");
    app.add_option("--rate", options.trainer.rate, "learning rate");
    app.add_option("--dropout", options.trainer.dropout, "share of features left out");
    app.add_option("--seed", options.trainer.seed, "of chance");
    CLI11_PARSE(app, argc, argv);
    try {
        run(options);
    } catch (const Error &error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
