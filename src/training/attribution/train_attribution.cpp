// Trains the attribution network on articles with annotated attributions. One command, fixed seed; see ../README.md.

#include <CLI/CLI.hpp>
#include <chrono>
#include <cmath>
#include <iostream>
#include <numeric>
#include <optional>
#include <random>

#include "training/adam.h"
#include "training/attribution/attribution_corpus.h"
#include "training/attribution/attribution_network.h"
#include "training/attribution/attribution_scores.h"
#include "training/tensor_archive.h"

extern "C" void openblas_set_num_threads(int);

namespace gainsay::training {
namespace {

using torch::Tensor;
namespace F = torch::nn::functional;

struct Options {
    std::filesystem::path data, news, news_dev, out, model, words;
    std::filesystem::path start; ///< weights to go on from, or empty
    int epochs = 12;
    std::uint64_t seed = 1;
    std::size_t articles = 0;
    std::size_t batch_tokens = 2500;
    std::size_t least_lemma = 8;
    std::int64_t lemma_size = 32;
    double rate = 2e-3;
    double cue_floor = 0.12;
    double stance_weight = 0.3;
    AttributionShape shape;
};

/// An article as numbers.
struct Example {
    const AnnotatedArticle *article = nullptr;
    std::vector<TokenRange> paragraphs;
    Tensor states; ///< int8 [tokens, states]
    Tensor fields; ///< [tokens, token fields]
};

Tensor as_tensor(const std::vector<std::uint16_t> &values, std::size_t columns) {
    Tensor tensor = torch::empty(
        {static_cast<std::int64_t>(values.size() / columns), static_cast<std::int64_t>(columns)}, torch::kLong);
    std::copy(values.begin(), values.end(), tensor.data_ptr<std::int64_t>());
    return tensor;
}

Tensor as_tensor(const std::vector<std::int64_t> &values) {
    return torch::tensor(values, torch::kLong);
}

Example make_example(const AnnotatedArticle &article, const AttributionFeatures &features) {
    Example example;
    example.article = &article;
    example.paragraphs = features.paragraphs();
    const auto tokens = static_cast<std::int64_t>(article.document.tokens.size());
    example.states = torch::empty({tokens, static_cast<std::int64_t>(article.document.vectors.size)}, torch::kChar);
    std::copy(article.document.vectors.values.begin(), article.document.vectors.values.end(),
              example.states.data_ptr<std::int8_t>());
    example.fields = as_tensor(features.token_fields(), token_field_count);
    return example;
}

/// Sequences of token rows in packed order.
PackedRows packed(const std::vector<std::vector<std::int64_t>> &sequences, Tensor *back) {
    std::vector<std::size_t> order(sequences.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return sequences[a].size() > sequences[b].size(); });
    std::vector<std::int64_t> lengths;
    for (const std::size_t s : order)
        lengths.push_back(static_cast<std::int64_t>(sequences[s].size()));
    PackedRows result{PackedLayout(lengths), {}};
    std::vector<std::int64_t> rows(static_cast<std::size_t>(result.layout.rows()));
    for (std::size_t s = 0; s < order.size(); ++s)
        for (std::size_t t = 0; t < sequences[order[s]].size(); ++t)
            rows[static_cast<std::size_t>(result.layout.row(static_cast<std::int64_t>(s),
                                                            static_cast<std::int64_t>(t)))] = sequences[order[s]][t];
    result.rows = as_tensor(rows);
    if (back != nullptr) {
        std::vector<std::int64_t> inverse(rows.size());
        for (std::size_t r = 0; r < rows.size(); ++r)
            inverse[static_cast<std::size_t>(rows[r])] = static_cast<std::int64_t>(r);
        *back = as_tensor(inverse);
    }
    return result;
}

/// The articles of one step, their tokens in a row.
struct TokenBatch {
    std::vector<const Example *> examples;
    std::vector<std::int64_t> base; ///< first token of each
    Tensor states, fields, annotation, back;
    PackedRows paragraphs;
};

/// `as`: annotation to read them by, if not their own.
TokenBatch make_batch(const std::vector<const Example *> &examples, std::optional<Annotation> as = std::nullopt) {
    TokenBatch batch;
    batch.examples = examples;
    std::vector<Tensor> states;
    std::vector<Tensor> fields;
    std::vector<Tensor> annotation;
    std::vector<std::vector<std::int64_t>> sequences;
    std::int64_t base = 0;
    for (const Example *example : examples) {
        batch.base.push_back(base);
        states.push_back(example->states);
        fields.push_back(example->fields);
        annotation.push_back(torch::full({example->states.size(0)},
                                         static_cast<std::int64_t>(as.value_or(example->article->annotation)),
                                         torch::kLong));
        for (const TokenRange range : example->paragraphs) {
            std::vector<std::int64_t> rows(range.size());
            std::iota(rows.begin(), rows.end(), base + range.first);
            sequences.push_back(std::move(rows));
        }
        base += example->states.size(0);
    }
    batch.states = torch::cat(states).to(torch::kFloat).mul_(1.0 / 127);
    batch.fields = torch::cat(fields);
    batch.annotation = torch::cat(annotation);
    batch.paragraphs = packed(sequences, &batch.back);
    return batch;
}

/// Windows around cues, in packed order.
struct WindowBatch {
    struct Window {
        std::size_t example = 0;
        CueWindow window;
        const GoldAttribution *gold = nullptr; ///< null for a cue that is none
        std::vector<std::int64_t> rows;        ///< packed row of each token
    };
    std::vector<Window> windows; ///< longest first
    PackedLayout layout;
    Tensor tokens, cues, fields, targets;
    Tensor stance_rows, stances; ///< rows of the cues' heads whose stance is known, and the stance
};

RoleTag tag_of(const GoldAttribution *gold, TokenIndex token) {
    if (gold == nullptr)
        return RoleTag::other;
    if (std::binary_search(gold->source.begin(), gold->source.end(), token))
        return RoleTag::source;
    return std::binary_search(gold->content.begin(), gold->content.end(), token) ? RoleTag::content : RoleTag::other;
}

class Trainer {
  public:
    explicit Trainer(const Options &options)
        : o_(options), engine_(LanguageEngine::load(o_.model)), english_(o_.words), random_(o_.seed) {}

    void run() {
        const auto start = std::chrono::steady_clock::now();
        const auto seconds = [&] {
            return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        };
        std::filesystem::create_directories(o_.out);
        const auto train = with_news(o_.data / "polnear/polnear-train.jsonl.xz", o_.news, o_.articles);
        const auto dev = with_news(o_.data / "polnear/polnear-dev.jsonl", o_.news_dev, 0);
        std::optional<TensorArchive> first;
        if (o_.start.empty()) {
            lists_ = collect_lists(train, o_.least_lemma);
        } else {
            first = TensorArchive::read(o_.start);
            lists_.lemmas = first->lists.at("lemmas");
            lists_.relations = first->lists.at("relations");
        }
        vocabulary_ = std::make_unique<AttributionVocabulary>(lists_.lemmas, lists_.relations);
        std::vector<Example> examples;
        std::vector<Example> development;
        for (const auto &article : train)
            examples.push_back(make_example(*article, features(*article)));
        for (const auto &article : dev)
            development.push_back(make_example(*article, features(*article)));
        report_windows(examples);
        std::cerr << train.size() << " and " << dev.size() << " articles, " << lists_.lemmas.size() << " lemmas, "
                  << lists_.relations.size() << " relations; seconds " << seconds() << '\n';

        for (const std::size_t n : vocabulary_->token_values())
            o_.shape.token_values.push_back(static_cast<std::int64_t>(n));
        for (const std::size_t n : vocabulary_->cue_values())
            o_.shape.cue_values.push_back(static_cast<std::int64_t>(n));
        o_.shape.token_sizes = {o_.lemma_size, 8, 12, 8, 4, 6, 4};
        o_.shape.cue_sizes = {10, 8, 20, 10, 4, 6};
        o_.shape.answers = role_tag_count + static_cast<std::int64_t>(stance_tag_count);
        o_.shape.states = static_cast<std::int64_t>(engine_.state_size());
        network_ = AttributionNetwork(o_.shape);
        if (first)
            start_from(*first);
        Adam optimizer(network_->parameters());
        std::vector<std::size_t> order(examples.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        double best = 0;
        const double all_tokens = std::accumulate(examples.begin(), examples.end(), 0.0, [](double sum, const auto &e) {
            return sum + static_cast<double>(e.states.size(0));
        });
        for (int epoch = 0; epoch < o_.epochs; ++epoch) {
            std::shuffle(order.begin(), order.end(), random_);
            network_->train();
            double loss_sum = 0;
            int steps = 0;
            double seen = 0;
            for (std::size_t at = 0; at < order.size();) {
                std::vector<const Example *> chosen;
                std::size_t tokens = 0;
                while (at < order.size() && (chosen.empty() || tokens < o_.batch_tokens)) {
                    chosen.push_back(&examples[order[at++]]);
                    tokens += static_cast<std::size_t>(chosen.back()->states.size(0));
                }
                seen += static_cast<double>(tokens);
                const double progress = (epoch + seen / all_tokens) / o_.epochs;
                network_->generator = at::make_generator<at::CPUGeneratorImpl>(random_());
                const Tensor loss = step(make_batch(chosen), epoch > 1 || first);
                loss.backward();
                loss_sum += loss.item<double>();
                if (!std::isfinite(loss_sum))
                    throw std::runtime_error("the loss is no number any more");
                const double warm = std::min(1.0, (++steps + epoch * 1000) / 60.0);
                const double cool =
                    progress < 0.3 ? 1.0 : 0.02 + 0.98 * 0.5 * (1 + std::cos(M_PI * (progress - 0.3) / 0.7));
                optimizer.step(o_.rate * warm * cool, 5.0, 1);
                if (steps % 40 == 0)
                    std::cerr << "epoch " << epoch + 1 << " step " << steps << " loss " << loss_sum / steps
                              << " seconds " << seconds() << '\n';
            }
            optimizer.swap_average();
            network_->eval();
            std::string report = "epoch " + std::to_string(epoch + 1);
            double value = 0;
            for (const double threshold : {0.25, 0.35, 0.45, 0.55}) {
                const std::string at = "\n  " + std::to_string(threshold).substr(0, 4) + " ";
                const AttributionScores polnear = evaluate(development, Annotation::polnear, {}, threshold);
                const AttributionScores news = evaluate(development, Annotation::news, {}, threshold);
                value = std::max(value, polnear.relation_f1() + news.relation_f1());
                report += at + "PolNeAR " + polnear.text() + at + "PolNeAR read as news " +
                          evaluate(development, Annotation::polnear, Annotation::news, threshold).text() + at +
                          "news " + news.text();
            }
            std::cout << report << "\nseconds " << seconds() << std::endl;
            write(o_.out / "last.tensors", report);
            if (value > best) {
                best = value;
                write(o_.out / "best.tensors", report);
            }
            optimizer.swap_average();
        }
    }

  private:
    std::vector<std::unique_ptr<AnnotatedArticle>>
    with_news(const std::filesystem::path &polnear, const std::filesystem::path &news, std::size_t most) const {
        auto articles = read_articles(polnear, Annotation::polnear, engine_, english_, most);
        if (!news.empty()) {
            auto more = read_articles(news, Annotation::news, engine_, english_, most);
            std::move(more.begin(), more.end(), std::back_inserter(articles));
        }
        return articles;
    }

    AttributionFeatures features(const AnnotatedArticle &article) const {
        return {article.syntax, article.quotations, english_, *vocabulary_};
    }

    /// How much of the annotation the windows can hold.
    void report_windows(const std::vector<Example> &examples) const {
        std::size_t inside = 0;
        std::size_t all = 0;
        std::size_t rows = 0;
        std::size_t windows = 0;
        for (const Example &example : examples)
            for (const GoldAttribution &gold : example.article->attributions) {
                if (gold.cue.size() == 0)
                    continue;
                const CueWindow window = features(*example.article).window(gold.cue);
                rows += window.window.size();
                ++windows;
                for (const TokenIndex token : gold.content) {
                    ++all;
                    inside += token >= window.window.first && token < window.window.end ? 1U : 0U;
                }
            }
        std::cerr << "windows hold " << 100.0 * static_cast<double>(inside) / static_cast<double>(all)
                  << " % of the contents' tokens; " << rows / std::max<std::size_t>(1, windows) << " tokens each\n";
    }

    WindowBatch
    make_windows(const TokenBatch &batch,
                 const std::vector<std::pair<std::size_t, std::pair<TokenRange, const GoldAttribution *>>> &cues) {
        WindowBatch result;
        for (const auto &[example, cue] : cues) {
            WindowBatch::Window window;
            window.example = example;
            window.gold = cue.second;
            window.window = features(*batch.examples[example]->article).window(cue.first);
            result.windows.push_back(std::move(window));
        }
        std::stable_sort(result.windows.begin(), result.windows.end(),
                         [](const auto &a, const auto &b) { return a.window.window.size() > b.window.window.size(); });
        std::vector<std::int64_t> lengths;
        for (const auto &window : result.windows)
            lengths.push_back(static_cast<std::int64_t>(window.window.window.size()));
        result.layout = PackedLayout(lengths);
        const auto rows = static_cast<std::size_t>(result.layout.rows());
        std::vector<std::int64_t> tokens(rows);
        std::vector<std::int64_t> heads(rows);
        std::vector<std::int64_t> targets(rows);
        std::vector<std::uint16_t> fields(rows * cue_field_count);
        std::vector<std::int64_t> stance_rows;
        std::vector<std::int64_t> stances;
        for (std::size_t w = 0; w < result.windows.size(); ++w) {
            auto &window = result.windows[w];
            const std::int64_t base = batch.base[window.example];
            const std::int64_t head =
                base + features(*batch.examples[window.example]->article).head_of(window.window.cue);
            for (std::size_t t = 0; t < window.window.window.size(); ++t) {
                const auto row = static_cast<std::size_t>(
                    result.layout.row(static_cast<std::int64_t>(w), static_cast<std::int64_t>(t)));
                const TokenIndex token = window.window.window.first + static_cast<TokenIndex>(t);
                window.rows.push_back(static_cast<std::int64_t>(row));
                tokens[row] = base + token;
                heads[row] = head;
                targets[row] = static_cast<std::int64_t>(tag_of(window.gold, token));
                if (window.gold != nullptr && window.gold->stance && base + token == head) {
                    stance_rows.push_back(static_cast<std::int64_t>(row));
                    stances.push_back(static_cast<std::int64_t>(*window.gold->stance));
                }
                std::copy_n(window.window.fields.begin() + static_cast<std::ptrdiff_t>(t * cue_field_count),
                            cue_field_count, fields.begin() + static_cast<std::ptrdiff_t>(row * cue_field_count));
            }
        }
        result.tokens = as_tensor(tokens);
        result.cues = as_tensor(heads);
        result.targets = as_tensor(targets);
        result.fields = as_tensor(fields, cue_field_count);
        result.stance_rows = as_tensor(stance_rows);
        result.stances = as_tensor(stances);
        return result;
    }

    /// Cues by the scores [tokens, 3], tokens of one document.
    static std::vector<std::pair<TokenRange, double>> decode_cues(const Tensor &probabilities, double least) {
        std::vector<std::pair<TokenRange, double>> cues;
        const auto p = probabilities.accessor<float, 2>();
        for (std::int64_t t = 0; t < p.size(0); ++t) {
            if (p[t][1] < least ||
                (t > 0 && p[t][1] < p[t][2] && !cues.empty() && cues.back().first.end == static_cast<TokenIndex>(t)))
                continue;
            auto end = static_cast<TokenIndex>(t + 1);
            while (end < p.size(0) && p[end][2] > p[end][0] && p[end][2] > p[end][1])
                ++end;
            cues.push_back({{static_cast<TokenIndex>(t), end}, p[t][1]});
            t = end - 1;
        }
        return cues;
    }

    Tensor step(const TokenBatch &batch, bool with_false_cues) {
        const Tensor reading =
            network_->read(batch.states, batch.fields, batch.annotation, batch.paragraphs, batch.back);
        const std::int64_t tokens = batch.states.size(0);
        Tensor cue_target = torch::zeros({tokens}, torch::kLong);
        Tensor role_target = torch::zeros({tokens, 2});
        auto cue_at = cue_target.accessor<std::int64_t, 1>();
        auto role_at = role_target.accessor<float, 2>();
        std::vector<std::pair<std::size_t, std::pair<TokenRange, const GoldAttribution *>>> cues;
        for (std::size_t e = 0; e < batch.examples.size(); ++e)
            for (const GoldAttribution &gold : batch.examples[e]->article->attributions) {
                const std::int64_t base = batch.base[e];
                for (const TokenIndex token : gold.source)
                    role_at[base + token][0] = 1;
                for (const TokenIndex token : gold.content)
                    role_at[base + token][1] = 1;
                if (gold.cue.size() == 0 || gold.content.empty())
                    continue;
                for (TokenIndex token = gold.cue.first; token < gold.cue.end; ++token)
                    cue_at[base + token] = token == gold.cue.first ? 1 : 2;
                cues.push_back({e, {gold.cue, &gold}});
            }
        const Tensor cue_scores = network_->cue_scores(reading);
        if (with_false_cues) {
            const torch::NoGradGuard no_gradient;
            const Tensor probabilities = torch::softmax(cue_scores.detach(), 1);
            for (std::size_t e = 0; e < batch.examples.size(); ++e) {
                const std::int64_t size = batch.examples[e]->states.size(0);
                for (const auto &[cue, p] : decode_cues(
                         probabilities.slice(0, batch.base[e], batch.base[e] + size).contiguous(), o_.cue_floor)) {
                    bool is_true = false;
                    for (TokenIndex token = cue.first; token < cue.end; ++token)
                        is_true = is_true || cue_at[batch.base[e] + token] != 0;
                    if (!is_true)
                        cues.push_back({e, {cue, nullptr}});
                }
            }
        }
        Tensor loss = 3 * F::cross_entropy(cue_scores, cue_target) +
                      0.5 * F::binary_cross_entropy_with_logits(network_->role_scores(reading), role_target);
        if (!cues.empty()) {
            const WindowBatch windows = make_windows(batch, cues);
            const Tensor answers =
                network_->find(reading, windows.tokens, windows.cues, windows.fields, windows.layout);
            loss = loss + F::cross_entropy(answers.slice(1, 0, role_tag_count), windows.targets);
            if (windows.stances.size(0) > 0) {
                const Tensor stances = answers.index_select(0, windows.stance_rows).slice(1, role_tag_count);
                loss = loss + o_.stance_weight * F::cross_entropy(stances, windows.stances);
            }
        }
        return loss;
    }

    /// Of the examples of one annotation; `as`: see make_batch.
    AttributionScores evaluate(const std::vector<Example> &examples, Annotation annotation,
                               std::optional<Annotation> as, double least) {
        const torch::NoGradGuard no_gradient;
        AttributionScores scores;
        for (const Example &example : examples) {
            if (example.article->annotation != annotation)
                continue;
            const TokenBatch batch = make_batch({&example}, as);
            const Tensor reading =
                network_->read(batch.states, batch.fields, batch.annotation, batch.paragraphs, batch.back);
            const Tensor probabilities = torch::softmax(network_->cue_scores(reading), 1);
            std::vector<std::pair<std::size_t, std::pair<TokenRange, const GoldAttribution *>>> cues;
            for (const auto &[cue, p] : decode_cues(probabilities, least))
                cues.push_back({0, {cue, nullptr}});
            std::vector<FoundRoles> found;
            if (!cues.empty()) {
                const WindowBatch windows = make_windows(batch, cues);
                const Tensor answers =
                    network_->find(reading, windows.tokens, windows.cues, windows.fields, windows.layout);
                const Tensor best = answers.slice(1, 0, role_tag_count).argmax(1);
                const Tensor stance = answers.slice(1, role_tag_count).argmax(1);
                const auto stances = stance.accessor<std::int64_t, 1>();
                const auto tag = best.accessor<std::int64_t, 1>();
                for (const auto &window : windows.windows) {
                    FoundRoles roles;
                    roles.cue = window.window.cue;
                    for (std::size_t t = 0; t < window.rows.size(); ++t) {
                        const TokenIndex token = window.window.window.first + static_cast<TokenIndex>(t);
                        if (token == features(*example.article).head_of(roles.cue))
                            roles.stance = static_cast<StanceTag>(stances[window.rows[t]]);
                        if (tag[window.rows[t]] == static_cast<std::int64_t>(RoleTag::source))
                            roles.source.push_back(token);
                        else if (tag[window.rows[t]] == static_cast<std::int64_t>(RoleTag::content))
                            roles.content.push_back(token);
                    }
                    if (!roles.content.empty())
                        found.push_back(std::move(roles));
                }
            }
            scores.add(example.article->attributions, found);
        }
        return scores;
    }

    /// The other way round of write().
    void start_from(const TensorArchive &archive) {
        const torch::NoGradGuard no_gradient;
        for (const auto &item : network_->named_parameters()) {
            const NamedTensor &tensor = archive.tensors.at(item.key());
            Tensor value = item.value();
            if (value.numel() != static_cast<std::int64_t>(tensor.values.size()))
                throw std::runtime_error("other sizes than the weights to go on from: " + item.key());
            std::copy(tensor.values.begin(), tensor.values.end(), value.data_ptr<float>());
        }
        for (const auto &item : network_->named_parameters())
            if (item.key() == "map.bias") {
                Tensor value = item.value();
                value.sub_(network_->style.detach().select(0, static_cast<std::int64_t>(Annotation::news)));
            }
    }

    void write(const std::filesystem::path &path, const std::string &report) const {
        TensorArchive archive;
        for (const auto &item : network_->named_parameters()) {
            NamedTensor tensor;
            Tensor value = item.value().detach().contiguous();
            // The program reads as the news articles are annotated.
            if (item.key() == "map.bias")
                value = value + network_->style.detach().select(0, static_cast<std::int64_t>(Annotation::news));
            tensor.shape = value.sizes().vec();
            tensor.values.assign(value.data_ptr<float>(), value.data_ptr<float>() + value.numel());
            archive.tensors.emplace(item.key(), std::move(tensor));
        }
        archive.lists["lemmas"] = lists_.lemmas;
        archive.lists["relations"] = lists_.relations;
        archive.lists["stances"] = {stance_tag_names.begin(), stance_tag_names.end()};
        archive.lists["report"] = {report};
        archive.write(path);
    }

    Options o_;
    LanguageEngine engine_;
    English english_;
    std::mt19937_64 random_;
    AttributionLists lists_;
    std::unique_ptr<AttributionVocabulary> vocabulary_;
    AttributionNetwork network_{nullptr};
};

} // namespace
} // namespace gainsay::training

int main(int argc, char **argv) {
    using namespace gainsay::training;
    Options o;
    CLI::App app{"Trains Gainsay's attribution network: cues, sources and contents."};
    app.add_option("--data", o.data, "folder of the corpora (polnear)")->required();
    app.add_option("--news", o.news, "news articles with attributions (see news_attributions.py)")->required();
    app.add_option("--news-dev", o.news_dev, "news articles to judge by")->required();
    app.add_option("--out", o.out, "folder for the weights")->required();
    app.add_option("--model", o.model, "the language engine's model")->required();
    app.add_option("--words", o.words, "folder of the words of English (src/resources/en)")->required();
    app.add_option("--start", o.start, "weights (*.tensors) to go on from, of a network of the same sizes");
    app.add_option("--epochs", o.epochs, "passes over the articles");
    app.add_option("--seed", o.seed, "seed of all random numbers");
    app.add_option("--batch", o.batch_tokens, "tokens in a batch");
    app.add_option("--rate", o.rate, "learning rate");
    app.add_option("--map", o.shape.map, "numbers kept of the engine's states");
    app.add_option("--reader", o.shape.reader, "cells of a direction, over paragraphs");
    app.add_option("--finder", o.shape.finder, "cells of a direction, around cues");
    app.add_option("--least-lemma", o.least_lemma, "how often a lemma must be there to have a vector");
    app.add_option("--stance-weight", o.stance_weight, "weight of the stances in the loss");
    app.add_option("--lemma-size", o.lemma_size, "numbers of a lemma's vector");
    app.add_option("--articles", o.articles, "use so many articles only: for trying the trainer out");
    CLI11_PARSE(app, argc, argv);
    try {
        torch::manual_seed(o.seed);
        at::set_num_threads(1);
        at::globalContext().setFlushDenormal(true);
        openblas_set_num_threads(1);
        Trainer(o).run();
    } catch (const std::exception &error) {
        std::cerr << "train_attribution: " << error.what() << '\n';
        return 3;
    }
    return 0;
}
