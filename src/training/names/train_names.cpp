// Trains the names network on articles with annotated names. One command, fixed seed; see ../README.md.

#include <CLI/CLI.hpp>
#include <chrono>
#include <cmath>
#include <iostream>
#include <map>
#include <memory>
#include <numeric>
#include <random>

#include "training/adam.h"
#include "training/names/names_corpus.h"
#include "training/names/names_network.h"
#include "training/names/names_scores.h"
#include "training/tensor_archive.h"

extern "C" void openblas_set_num_threads(int);

namespace gainsay::training {
namespace {

using torch::Tensor;

struct Options {
    std::filesystem::path corpus, out, model, words;
    int epochs = 20;
    std::uint64_t seed = 1;
    std::size_t articles = 0;
    std::size_t batch_tokens = 2500;
    double rate = 2e-3;
    /// How often an article is read as if each sentence stood alone.
    double alone = 0.1;
    bool with_held = false;
    NamesShape shape;
};

/// An article as numbers.
struct Example {
    const NamedArticle *article = nullptr;
    Tensor states; ///< int8 [tokens, states]
    Tensor fields, flags;
    std::vector<std::uint32_t> groups;
    std::size_t group_count = 0;
    std::vector<std::uint32_t> allowed;
};

Tensor as_tensor(const std::vector<std::int64_t> &values) {
    return torch::tensor(values, torch::kLong);
}

/// Flags from this one on tell of other places of the article.
constexpr std::int64_t first_flag_of_article = NameLexicon::kind_count + 4;

Example make_example(const NamedArticle &article, const NameLexicon &lexicon) {
    Example example;
    example.article = &article;
    const auto tokens = static_cast<std::int64_t>(article.document.tokens.size());
    const auto &vectors = article.document.vectors;
    example.states = torch::empty({tokens, static_cast<std::int64_t>(vectors.size)}, torch::kChar);
    std::copy(vectors.values.begin(), vectors.values.end(), example.states.data_ptr<std::int8_t>());
    const NameFeatures features(article.document, lexicon);
    example.fields = torch::empty({tokens, static_cast<std::int64_t>(NameFeatures::field_count)}, torch::kLong);
    std::copy(features.fields().begin(), features.fields().end(), example.fields.data_ptr<std::int64_t>());
    example.flags = torch::empty({tokens, static_cast<std::int64_t>(NameFeatures::flag_count)}, torch::kFloat);
    std::copy(features.flags().begin(), features.flags().end(), example.flags.data_ptr<float>());
    example.groups = features.groups();
    example.group_count = features.group_count();
    example.allowed = article.allowed_tags();
    return example;
}

/// `alone[i]`: without what the article's other sentences tell.
NamesBatch make_batch(const std::vector<const Example *> &examples, const std::vector<bool> &alone) {
    NamesBatch batch;
    std::vector<Tensor> states;
    std::vector<Tensor> fields;
    std::vector<Tensor> flags;
    std::vector<std::int64_t> grouped;
    std::vector<std::int64_t> group;
    std::vector<float> sizes;
    struct Sequence {
        std::int64_t first, length;
    };
    std::vector<Sequence> sequences;
    std::int64_t base = 0;
    for (std::size_t e = 0; e < examples.size(); ++e) {
        const Example &example = *examples[e];
        states.push_back(example.states);
        fields.push_back(example.fields);
        flags.push_back(example.flags);
        if (alone[e]) {
            flags.back() = example.flags.clone();
            flags.back().slice(1, first_flag_of_article).zero_();
        } else {
            const auto first_group = static_cast<std::int64_t>(sizes.size());
            sizes.resize(sizes.size() + example.group_count, 0.0F);
            for (std::size_t t = 0; t < example.groups.size(); ++t)
                if (example.groups[t] != NameFeatures::no_group) {
                    grouped.push_back(base + static_cast<std::int64_t>(t));
                    group.push_back(first_group + example.groups[t]);
                    sizes[static_cast<std::size_t>(group.back())] += 1;
                }
        }
        for (const Sentence &sentence : example.article->document.sentences)
            if (sentence.end_token > sentence.first_token)
                sequences.push_back({base + sentence.first_token, static_cast<std::int64_t>(sentence.size())});
        base += example.states.size(0);
    }
    std::stable_sort(sequences.begin(), sequences.end(), [](auto &a, auto &b) { return a.length > b.length; });
    std::vector<std::int64_t> lengths;
    for (const auto &sequence : sequences)
        lengths.push_back(sequence.length);
    batch.layout = PackedLayout(lengths);
    std::vector<std::int64_t> rows(static_cast<std::size_t>(base));
    std::vector<std::int64_t> back(static_cast<std::size_t>(base));
    for (std::size_t s = 0; s < sequences.size(); ++s)
        for (std::int64_t t = 0; t < sequences[s].length; ++t) {
            const std::int64_t row = batch.layout.row(static_cast<std::int64_t>(s), t);
            rows[static_cast<std::size_t>(row)] = sequences[s].first + t;
            back[static_cast<std::size_t>(sequences[s].first + t)] = row;
        }
    batch.states = torch::cat(states).to(torch::kFloat).mul_(1.0 / 127);
    batch.fields = torch::cat(fields);
    batch.flags = torch::cat(flags);
    batch.grouped = as_tensor(grouped);
    batch.group = as_tensor(group);
    batch.group_size = torch::tensor(sizes);
    batch.rows = as_tensor(rows);
    batch.back = as_tensor(back);
    return batch;
}

class Trainer {
  public:
    explicit Trainer(const Options &options)
        : o_(options), entries_(lexicon_entries(o_.words)), lexicon_(entries_), random_(o_.seed) {}

    void run() {
        const auto start = std::chrono::steady_clock::now();
        const auto seconds = [&] {
            return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        };
        std::filesystem::create_directories(o_.out);
        {
            const LanguageEngine engine = LanguageEngine::load(o_.model);
            articles_ = read_named_articles(o_.corpus, engine, o_.articles);
            o_.shape.states = static_cast<std::int64_t>(engine.state_size());
        }
        std::vector<Example> train;
        std::map<std::string, std::vector<Example>> others;
        double all_tokens = 0;
        for (const NamedArticle &article : articles_) {
            if (article.document.tokens.empty())
                continue;
            if (article.part == "train" || (o_.with_held && article.part == "held")) {
                train.push_back(make_example(article, lexicon_));
                all_tokens += static_cast<double>(article.document.tokens.size());
            }
            if (article.part != "train")
                others[article.part + " " + article.corpus].push_back(make_example(article, lexicon_));
        }
        std::cerr << train.size() << " articles of " << all_tokens << " tokens; seconds " << seconds() << '\n';
        network_ = NamesNetwork(o_.shape);
        Adam optimizer(network_->parameters());
        std::vector<std::size_t> order(train.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        double best = 0;
        for (int epoch = 0; epoch < o_.epochs; ++epoch) {
            std::shuffle(order.begin(), order.end(), random_);
            network_->train();
            double loss_sum = 0;
            double seen = 0;
            int steps = 0;
            for (std::size_t at = 0; at < order.size();) {
                std::vector<const Example *> chosen;
                std::vector<bool> alone;
                std::size_t tokens = 0;
                while (at < order.size() && (chosen.empty() || tokens < o_.batch_tokens)) {
                    chosen.push_back(&train[order[at++]]);
                    alone.push_back(static_cast<double>(random_() % 1000) < 1000 * o_.alone);
                    tokens += static_cast<std::size_t>(chosen.back()->states.size(0));
                }
                seen += static_cast<double>(tokens);
                const double progress = (epoch + seen / all_tokens) / o_.epochs;
                network_->generator = at::make_generator<at::CPUGeneratorImpl>(random_());
                loss_sum += step(chosen, alone);
                if (!std::isfinite(loss_sum))
                    throw std::runtime_error("the loss is no number any more");
                const double warm = std::min(1.0, (++steps + epoch * 1000) / 60.0);
                const double cool =
                    progress < 0.3 ? 1.0 : 0.02 + 0.98 * 0.5 * (1 + std::cos(M_PI * (progress - 0.3) / 0.7));
                optimizer.step(o_.rate * warm * cool, 5.0, 1);
            }
            optimizer.swap_average();
            network_->eval();
            std::string report = "epoch " + std::to_string(epoch + 1) + " of " + std::to_string(o_.epochs);
            double value = 0;
            for (const auto &[name, examples] : others) {
                const NamesScores scores = evaluate(examples);
                report += "\n" + name + " " + scores.text();
                value = name.starts_with("held") ? scores.f1() : value;
            }
            std::cout << report << "\nloss " << loss_sum / steps << " seconds " << seconds() << std::endl;
            write(o_.out / "last.tensors", report);
            if (value > best) {
                best = value;
                write(o_.out / "best.tensors", report);
            }
            optimizer.swap_average();
        }
    }

  private:
    /// Adds the gradients of one batch and gives the mean loss a token: the logarithm of the sum over all sequences of
    /// tags less that over those that the corpus allows.
    double step(const std::vector<const Example *> &examples, const std::vector<bool> &alone) {
        const NamesBatch batch = make_batch(examples, alone);
        const Tensor scores = network_->scores(batch);
        const Tensor plain = scores.detach().contiguous();
        const auto *values = reinterpret_cast<const NameLattice::Scores *>(plain.data_ptr<float>());
        const Tensor transitions = network_->transitions.detach().contiguous();
        const NameLattice lattice(
            std::span<const float>(transitions.data_ptr<float>(), static_cast<std::size_t>(transitions.numel())));
        Tensor gradient = torch::empty_like(plain);
        auto *to = reinterpret_cast<NameLattice::Scores *>(gradient.data_ptr<float>());
        std::vector<double> counts(static_cast<std::size_t>(transitions.numel()), 0.0);
        double loss = 0;
        for (const Example *example : examples) {
            for (const Sentence &sentence : example->article->document.sentences) {
                if (sentence.size() == 0)
                    continue;
                const std::span<const NameLattice::Scores> own(values + sentence.first_token, sentence.size());
                double all = 0;
                double allowed = 0;
                const auto free = lattice.marginals(own, {}, counts, 1, &all);
                const auto bound =
                    lattice.marginals(own, std::span(example->allowed).subspan(sentence.first_token, sentence.size()),
                                      counts, -1, &allowed);
                loss += all - allowed;
                for (std::size_t t = 0; t < sentence.size(); ++t)
                    for (std::size_t tag = 0; tag < NameLattice::tag_count; ++tag)
                        to[sentence.first_token + t][tag] = free[t][tag] - bound[t][tag];
            }
            values += example->states.size(0);
            to += example->states.size(0);
        }
        const auto tokens = static_cast<double>(plain.size(0));
        // A mean over tenths of tokens: the usual rates want gradients of about that size.
        const double share = 10 / tokens;
        scores.backward(gradient.mul_(share));
        const Tensor moved = torch::empty_like(transitions);
        std::transform(counts.begin(), counts.end(), moved.data_ptr<float>(),
                       [share](double count) { return static_cast<float>(share * count); });
        network_->transitions.mutable_grad() = moved;
        return loss / tokens;
    }

    NamesScores evaluate(const std::vector<Example> &examples) {
        const torch::NoGradGuard no_gradient;
        const Tensor transitions = network_->transitions.detach().contiguous();
        const NameLattice lattice(
            std::span<const float>(transitions.data_ptr<float>(), static_cast<std::size_t>(transitions.numel())));
        NamesScores result;
        for (const Example &example : examples) {
            const Tensor scores = network_->scores(make_batch({&example}, {false})).contiguous();
            const auto *values = reinterpret_cast<const NameLattice::Scores *>(scores.data_ptr<float>());
            std::vector<std::uint8_t> tags(example.article->document.tokens.size(), 0);
            for (const Sentence &sentence : example.article->document.sentences) {
                const auto best = lattice.best(std::span(values + sentence.first_token, sentence.size()));
                std::copy(best.begin(), best.end(), tags.begin() + sentence.first_token);
            }
            result.add(*example.article, tags);
        }
        return result;
    }

    void write(const std::filesystem::path &path, const std::string &report) const {
        TensorArchive archive;
        for (const auto &item : network_->named_parameters()) {
            NamedTensor tensor;
            const Tensor value = item.value().detach().contiguous();
            tensor.shape = value.sizes().vec();
            tensor.values.assign(value.data_ptr<float>(), value.data_ptr<float>() + value.numel());
            archive.tensors.emplace(item.key(), std::move(tensor));
        }
        for (const auto &[name, kinds] : entries_)
            archive.lists["lexicon"].push_back(std::to_string(kinds) + "\t" + name);
        archive.lists["pooled"] = {std::to_string(o_.shape.pooled)};
        archive.lists["report"] = {report};
        archive.write(path);
    }

    Options o_;
    NameLexicon::Entries entries_;
    NameLexicon lexicon_;
    std::mt19937_64 random_;
    std::vector<NamedArticle> articles_;
    NamesNetwork network_{nullptr};
};

} // namespace
} // namespace gainsay::training

int main(int argc, char **argv) {
    using namespace gainsay::training;
    Options o;
    CLI::App app{"Trains Gainsay's names network."};
    app.add_option("--corpus", o.corpus, "what make_name_corpus.py made")->required();
    app.add_option("--out", o.out, "folder for the weights")->required();
    app.add_option("--model", o.model, "the language engine's model")->required();
    app.add_option("--words", o.words, "folder of the words of English (src/resources/en)")->required();
    app.add_option("--epochs", o.epochs, "passes over the articles");
    app.add_option("--seed", o.seed, "seed of all random numbers");
    app.add_option("--batch", o.batch_tokens, "tokens in a batch");
    app.add_option("--rate", o.rate, "learning rate");
    app.add_option("--map", o.shape.map, "numbers kept of the engine's states");
    app.add_option("--pooled", o.shape.pooled, "numbers kept of the other places of a form");
    app.add_option("--hidden", o.shape.hidden, "cells of a direction");
    app.add_option("--alone", o.alone, "share of articles whose sentences are read alone");
    app.add_flag("--with-held", o.with_held, "train on the held-out articles too");
    app.add_option("--articles", o.articles, "so many articles of each corpus only: for trying the trainer out");
    CLI11_PARSE(app, argc, argv);
    try {
        torch::manual_seed(o.seed);
        at::set_num_threads(1);
        at::globalContext().setFlushDenormal(true);
        openblas_set_num_threads(1);
        Trainer(o).run();
    } catch (const std::exception &error) {
        std::cerr << "train_names: " << error.what() << '\n';
        return 3;
    }
    return 0;
}
