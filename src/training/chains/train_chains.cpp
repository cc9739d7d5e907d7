#include "chain_corpus.h"
#include "chain_trainer.h"

#include "base/error.h"
#include "extract/coreference/document_chains.h"
#include "extract/syntax/trees.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
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

/// Whether the annotators were asked about each phrase.
std::vector<bool> asked(const GoldChains &gold, const std::vector<Phrase> &phrases) {
    std::set<std::pair<std::size_t, std::size_t>> heads;
    for (const ByteSpan &head : gold.asked) {
        heads.emplace(head.begin, head.end);
    }
    std::vector<bool> is_asked;
    for (const Phrase &phrase : phrases) {
        const ByteSpan head =
            hull(gold.document.tokens[phrase.head_first].span, gold.document.tokens[phrase.head_last].span);
        is_asked.push_back(gold.asked.empty() || heads.count({head.begin, head.end}) > 0);
    }
    return is_asked;
}

constexpr std::array<float, 7> margin_limits = {0.5F, 1.0F, 1.5F, 2.0F, 3.0F, 4.0F, 6.0F};

/// How phrases of one type came out: with others of their cluster; with others of another one; alone though they have
/// others; with others though they have none.
struct Outcome {
    std::size_t right = 0;
    std::size_t wrong = 0;
    std::size_t alone = 0;
    std::size_t joined = 0;
    std::size_t rightly_alone = 0;
    /// Of those that a chain with a name has, by the margin of the choice: right ones and all.
    std::array<std::pair<std::size_t, std::size_t>, margin_limits.size() + 1> by_margin{};
};

/// The text around a phrase that came out wrong, what it was joined with and what it means.
void show_error(const GoldChains &gold, const DocumentChains &found, const Chain &chain, std::uint32_t at,
                const std::vector<std::int32_t> &cluster_of) {
    constexpr std::size_t before = 500;
    constexpr std::size_t behind = 160;
    const Document &document = gold.document;
    const auto span_of = [&](std::uint32_t phrase) {
        return hull(document.tokens[found.phrases[phrase].first].span,
                    document.tokens[found.phrases[phrase].last].span);
    };
    const auto text_of = [&](std::uint32_t phrase) { return std::string(document.slice(span_of(phrase))); };
    const ByteSpan span = span_of(at);
    const std::size_t from = span.begin > before ? span.begin - before : 0;
    std::cout << "…" << document.text.substr(from, span.begin - from) << ">>>" << text_of(at) << "<<<"
              << document.text.substr(span.end, behind) << "…\n  joined with:";
    for (const std::uint32_t other : chain.phrases) {
        std::cout << (other == at ? "" : " | " + text_of(other));
    }
    std::cout << "\n  is one with:";
    for (std::uint32_t other = 0; other < found.phrases.size(); ++other) {
        std::cout << (other != at && cluster_of[other] == cluster_of[at] ? " | " + text_of(other) : "");
    }
    std::cout << "\n\n";
}

/// Adds what came out of one document; errors of phrases of the type that is to be shown are written.
void count(const GoldChains &gold, const DocumentChains &found, std::map<PhraseType, Outcome> &outcomes,
           std::optional<PhraseType> shown, const std::vector<bool> &counts_token) {
    const std::vector<std::int32_t> cluster_of = align(gold, found.phrases);
    const std::vector<bool> is_asked = asked(gold, found.phrases);
    std::map<std::int32_t, std::size_t> sizes;
    for (const std::int32_t cluster : cluster_of) {
        ++sizes[cluster];
    }
    for (const Chain &chain : found.chains) {
        std::map<std::int32_t, std::size_t> counts;
        for (const std::uint32_t phrase : chain.phrases) {
            counts[cluster_of[phrase]] += cluster_of[phrase] != no_gold ? 1U : 0U;
        }
        for (const std::uint32_t phrase : chain.phrases) {
            if (!is_asked[phrase] || !counts_token[found.phrases[phrase].head]) {
                continue;
            }
            const std::int32_t own = cluster_of[phrase];
            Outcome &outcome = outcomes[found.phrases[phrase].type];
            const bool has_others = own != no_gold && sizes[own] > 1;
            std::size_t same = own == no_gold ? 0 : counts[own] - 1;
            std::size_t other = 0;
            for (const auto &[cluster, number] : counts) {
                other = std::max(other, cluster == own ? 0 : number);
            }
            if (chain.has_name && chain.phrases.size() > 1) {
                const auto limit = std::upper_bound(margin_limits.begin(), margin_limits.end(), found.margins[phrase]);
                auto &[right, all] = outcome.by_margin[static_cast<std::size_t>(limit - margin_limits.begin())];
                right += same > 0 && same >= other ? 1U : 0U;
                ++all;
            }
            if (has_others && shown == found.phrases[phrase].type && !(same > 0 && same >= other)) {
                show_error(gold, found, chain, phrase, cluster_of);
            }
            if (has_others) {
                ++(same > 0 && same >= other ? outcome.right : same + other > 0 ? outcome.wrong : outcome.alone);
            } else {
                ++(other > 0 ? outcome.joined : outcome.rightly_alone);
            }
        }
    }
}

/// Records the choices of one document with their right answers.
class Recorder {
  public:
    Recorder(const GoldChains &gold, const ChainRanker *ranker, std::vector<ChainExample> &examples)
        : gold_(&gold), ranker_(ranker), examples_(&examples) {}

    std::size_t operator()(const ChainChoice &choice, const DocumentChains &all) {
        if (cluster_of_.empty()) {
            cluster_of_ = align(*gold_, all.phrases);
            is_asked_ = asked(*gold_, all.phrases);
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
        if (is_asked_[choice.phrase] && !has_unasked_antecedent(choice.phrase, all)) {
            keep_asked(choice, all, example);
            examples_->push_back(std::move(example));
        }
        return chosen;
    }

  private:
    /// A pronoun that means something to which the annotators could not point.
    bool has_unasked_antecedent(std::uint32_t phrase, const DocumentChains &all) const {
        const PhraseType type = all.phrases[phrase].type;
        return !gold_->asked.empty() && type >= PhraseType::masculine && type <= PhraseType::third_plural &&
               cluster_of_[phrase] != no_gold &&
               std::count(cluster_of_.begin(), cluster_of_.end(), cluster_of_[phrase]) == 1;
    }

    /// Of a chain about whose phrases nobody was asked it is not known whether it is right.
    void keep_asked(const ChainChoice &choice, const DocumentChains &all, ChainExample &example) const {
        for (std::size_t i = choice.candidates.size(); i > 0; --i) {
            const Chain &chain = all.chains[choice.candidates[i - 1]];
            const bool is_asked =
                chain.phrases.empty() || std::any_of(chain.phrases.begin(), chain.phrases.end(),
                                                     [this](std::uint32_t phrase) { return is_asked_[phrase]; });
            if (!is_asked) {
                example.features.erase(example.features.begin() + static_cast<std::ptrdiff_t>(i));
                example.is_right.erase(example.is_right.begin() + static_cast<std::ptrdiff_t>(i));
            }
        }
    }

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
    std::vector<bool> is_asked_;
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

/// Subjects of verbs of reporting.
std::vector<bool> speakers(const Syntax &syntax, const English &english) {
    std::vector<bool> speaks(syntax.size(), false);
    for (TokenIndex token = 0; token < syntax.size(); ++token) {
        const std::optional<TokenIndex> verb = syntax.head(token);
        speaks[token] = verb && syntax.is(token, "nsubj") &&
                        english.reporting.find_verb(syntax.verb_lemma(*verb), Complement::clause) != nullptr;
    }
    return speaks;
}

/// One line a type of phrase.
void report(const std::vector<GoldChains> &corpus, const English &english, const ChainRanker &ranker,
            const std::string &show = "", bool only_speakers = false) {
    static const std::map<PhraseType, const char *> names = {
        {PhraseType::first_singular, "I"},  {PhraseType::first_plural, "we"},    {PhraseType::masculine, "he"},
        {PhraseType::feminine, "she"},      {PhraseType::neuter, "it"},          {PhraseType::third_plural, "they"},
        {PhraseType::definite, "the noun"}, {PhraseType::possessed, "his noun"}, {PhraseType::pointed, "this noun"},
        {PhraseType::indefinite, "a noun"}, {PhraseType::bare, "noun"}};
    std::map<PhraseType, Outcome> outcomes;
    std::optional<PhraseType> shown;
    for (const auto &[type, name] : names) {
        shown = show == name ? std::optional(type) : shown;
    }
    for (const GoldChains &gold : corpus) {
        const Syntax syntax = read_trees(gold.document, english);
        const Quotations quotations(syntax);
        EntityBook book(syntax, english);
        const std::vector<bool> every_token(syntax.size(), true);
        const DocumentChains found = find_document_chains(book, quotations, choose_by(ranker));
        count(gold, found, outcomes, shown, only_speakers ? speakers(syntax, english) : every_token);
    }
    for (const auto &[type, name] : names) {
        const Outcome &outcome = outcomes[type];
        const std::size_t all = outcome.right + outcome.wrong + outcome.alone;
        std::cerr << "  " << name << ": right " << outcome.right << " of " << all << ", with another " << outcome.wrong
                  << ", alone " << outcome.alone << "; without others " << outcome.joined + outcome.rightly_alone
                  << ", joined " << outcome.joined << "\n    with a name, by margin:";
        for (const auto &[right, number] : outcome.by_margin) {
            std::cerr << ' ' << right << '/' << number;
        }
        std::cerr << '\n';
    }
}

struct Options {
    std::vector<std::string> train;
    std::string dev;
    std::string judge;
    std::string show;
    bool only_speakers = false;
    std::string words;
    std::string model;
    std::string output;
    int epochs = 12;
    int rounds = 3;
    TrainerOptions trainer;
};

/// The mean of the weights after several passes errs less than the last (Polyak and Juditsky 1992).
ChainRanker mean_of(const std::vector<ChainRanker> &states) {
    ChainRanker mean;
    const float part = 1.0F / static_cast<float>(states.size());
    for (const ChainRanker &state : states) {
        for (std::size_t i = 0; i < mean.rows.size(); ++i) {
            mean.rows[i] += part * state.rows[i];
        }
        for (std::size_t k = 0; k < ChainRanker::width; ++k) {
            mean.bias[k] += part * state.bias[k];
            mean.output[k] += part * state.output[k];
        }
    }
    return mean;
}

void run(const Options &options) {
    const English english(options.words);
    std::vector<GoldChains> train;
    for (const std::string &path : options.train) {
        std::vector<GoldChains> more = read_gold_chains(path, options.model);
        std::move(more.begin(), more.end(), std::back_inserter(train));
    }
    const std::vector<GoldChains> dev = read_gold_chains(options.dev, options.model);
    if (!options.judge.empty()) {
        report(dev, english, ChainRanker::load(options.judge), options.show, options.only_speakers);
        return;
    }
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
        std::vector<ChainRanker> states;
        for (int epoch = 0; epoch < options.epochs; ++epoch) {
            const double loss = trainer.run(examples);
            std::cerr << "round " << round << " epoch " << epoch << " loss " << loss << " right on dev "
                      << accuracy(ranker, dev_examples) << ", by own choices "
                      << accuracy(ranker, record(dev, english, &ranker)) << '\n';
            states.push_back(ranker);
        }
        const ChainRanker kept = mean_of(states);
        std::cerr << "mean of the epochs: " << accuracy(kept, dev_examples) << ", by own choices "
                  << accuracy(kept, record(dev, english, &kept)) << '\n';
        std::ofstream(options.output, std::ios::binary) << kept.to_bytes();
        report(dev, english, ChainRanker::from_bytes(kept.to_bytes(), options.output));
    }
}

} // namespace

int main(int argc, char **argv) {
    CLI::App app("Trains the weights of the chains on texts with gold coreference.");
    Options options;
    app.add_option("--train", options.train, "gold chains to learn from, JSON Lines; may be given again");
    app.add_option("--dev", options.dev, "gold chains to test on")->required();
    app.add_option("--words", options.words, "folder of the words of English")->required();
    app.add_option("--model", options.model, "the language engine's model")->required();
    app.add_option("-o,--output", options.output, "file of weights to write");
    app.add_option("--judge", options.judge, "weights to judge on --dev by types of phrases, instead of training");
    app.add_flag("--speakers", options.only_speakers, "with --judge: subjects of verbs of reporting alone");
    app.add_option("--show", options.show, "with --judge: the type of phrase whose errors are written, e.g. he");
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
