// Trains the language engine's network. One command, fixed seed; see README.md beside this file.

#include <CLI/CLI.hpp>
#include <chrono>
#include <cmath>
#include <fstream>
#include <iostream>
#include <thread>

#include "training/adam.h"
#include "training/dataset.h"
#include "training/evaluation.h"
#include "training/tensor_archive.h"

extern "C" void openblas_set_num_threads(int);

namespace gainsay::training {
namespace {

struct Options {
    std::filesystem::path data;
    std::filesystem::path out;
    int epochs = 20;
    int threads = 2;
    std::uint64_t seed = 1;
    std::size_t batch_tokens = 900;
    double learning_rate = 2e-3;
    double silver_early = 1.0;
    double silver_late = 0.35;
    double silver_weight = 0.5;
    NetworkShape shape;
    std::size_t limit = 0;
    bool resume = false;
};

torch::Tensor read_vectors(const std::filesystem::path &path, std::int64_t size) {
    const std::string bytes = read_corpus_file(path);
    const auto rows = static_cast<std::int64_t>(bytes.size() / 2) / size;
    torch::Tensor half = torch::empty({rows, size}, torch::kHalf);
    std::memcpy(half.data_ptr(), bytes.data(), bytes.size());
    return torch::cat({torch::zeros({1, size}), half.to(torch::kFloat)});
}

/// The same network in several threads: one set of weights, gradients of their own, added up at the end of a step.
class Replicas {
  public:
    Replicas(Network &network, const NetworkShape &shape, const torch::Tensor &vectors, int threads) : all_{network} {
        while (static_cast<int>(all_.size()) < threads) {
            all_.emplace_back(shape, vectors);
            all_.back()->share_weights(*network);
        }
    }

    /// Gradients of the sum of the weighted losses of all batches; gives the losses.
    std::vector<double> backward(const std::vector<std::pair<Batch, double>> &batches, std::uint64_t seed) {
        std::vector<double> losses(batches.size());
        std::vector<std::thread> workers;
        for (std::size_t w = 0; w < all_.size(); ++w)
            workers.emplace_back([&, w] {
                at::set_num_threads(1);
                at::globalContext().setFlushDenormal(true);
                auto &network = all_[w];
                network->train();
                for (std::size_t b = w; b < batches.size(); b += all_.size()) {
                    network->generator = at::make_generator<at::CPUGeneratorImpl>(seed * 64 + b);
                    const torch::Tensor loss = network->loss(batches[b].first);
                    (loss * batches[b].second).backward();
                    losses[b] = loss.item<double>();
                }
            });
        for (auto &worker : workers)
            worker.join();
        torch::NoGradGuard no_gradient;
        auto sums = all_.front()->parameters();
        for (std::size_t w = 1; w < all_.size(); ++w) {
            auto parts = all_[w]->parameters();
            for (std::size_t i = 0; i < sums.size(); ++i) {
                if (!parts[i].grad().defined())
                    continue;
                if (sums[i].grad().defined())
                    sums[i].mutable_grad().add_(parts[i].grad());
                else
                    sums[i].mutable_grad() = parts[i].grad().clone();
                parts[i].mutable_grad().zero_();
            }
        }
        return losses;
    }

  private:
    std::vector<Network> all_;
};

void write_archive(const std::filesystem::path &path, Network &network, const Labels &labels,
                   const std::string &report) {
    TensorArchive archive;
    for (const auto &item : network->named_parameters()) {
        NamedTensor tensor;
        const torch::Tensor value = item.value().detach().contiguous();
        tensor.shape = value.sizes().vec();
        tensor.values.assign(value.data_ptr<float>(), value.data_ptr<float>() + value.numel());
        archive.tensors.emplace(item.key(), std::move(tensor));
    }
    archive.lists["upos"] = labels.upos.labels();
    archive.lists["xpos"] = labels.xpos.labels();
    archive.lists["feats"] = labels.feats.labels();
    archive.lists["lemmas"] = labels.lemmas.labels();
    archive.lists["names"] = labels.names.labels();
    archive.lists["relations"] = labels.relations.labels();
    archive.lists["silver_names"] = labels.silver_names.labels();
    archive.lists["silver_xpos"] = labels.silver_xpos.labels();
    archive.lists["report"] = {report};
    archive.write(path);
}

Capitals random_capitals(std::mt19937_64 &random) {
    const auto n = random() % 100;
    return n < 2 ? Capitals::upper : n < 4 ? Capitals::title : n < 5 ? Capitals::lower : Capitals::as_written;
}

void train(const Options &o) {
    namespace fs = std::filesystem;
    torch::manual_seed(o.seed);
    // The threads are the replicas': one each, so that no library starts its own inside them.
    at::set_num_threads(1);
    at::globalContext().setFlushDenormal(true);
    openblas_set_num_threads(1);
    std::mt19937_64 random(o.seed);
    fs::create_directories(o.out);

    auto gold = read_conllu(o.data / "ud/gum-train.conllu.xz");
    std::size_t named = add_names(gold, read_names(o.data / "ner/gum-ner-train.tsv.xz"));
    for (auto &s : read_conllu(o.data / "ud/ewt-train.conllu.xz"))
        gold.push_back(std::move(s));
    for (auto &s : read_names(o.data / "ner/crossner-politics-train.tsv"))
        gold.push_back(std::move(s));
    const auto silver =
        read_silver(o.data / "corenlp-silver/polnear-train.corenlp.tsv.xz", o.data / "polnear/polnear-train.jsonl.xz");
    if (o.limit > 0 && gold.size() > o.limit) {
        // Both treebanks and the names stay represented.
        std::shuffle(gold.begin(), gold.end(), random);
        gold.resize(o.limit);
    }
    std::vector<DevelopmentSet> development(2);
    development[0] = {"ewt-dev", read_conllu(o.data / "ud/ewt-dev.conllu.xz")};
    named += add_names(development[0].sentences, read_names(o.data / "ner/uner-ewt-dev.tsv"));
    development[1] = {"gum-dev", read_conllu(o.data / "ud/gum-dev.conllu.xz")};
    named += add_names(development[1].sentences, read_names(o.data / "ner/gum-ner-dev.tsv"));

    Labels labels;
    collect_labels(gold, labels);
    collect_labels(silver, labels);
    const Vocabulary vocabulary(o.data / "embeddings/glove6b-100d-150k.words.txt");
    NetworkShape shape = o.shape;
    const torch::Tensor vectors = read_vectors(o.data / "embeddings/glove6b-100d-150k.f16le", shape.vector_size);
    shape.word_vectors = vectors.size(0);
    shape.upos = labels.upos.size();
    shape.xpos = labels.xpos.size();
    shape.feats = labels.feats.size();
    shape.lemmas = labels.lemmas.size();
    shape.names = labels.names.size();
    shape.relations = labels.relations.size();
    shape.silver_xpos = labels.silver_xpos.size();
    shape.silver_names = labels.silver_names.size();
    shape.silver_relations = labels.silver_relations.size();
    std::cerr << "gold " << gold.size() << " silver " << silver.size() << " sentences, names added to " << named
              << "; lemma rules " << shape.lemmas << ", feats " << shape.feats << ", relations " << shape.relations
              << '\n';

    Network network(shape, vectors);
    Adam optimizer(network->parameters());
    Replicas replicas(network, shape, vectors, o.threads);
    int first_epoch = 0;
    const fs::path state = o.out / "state.pt";
    if (o.resume && fs::exists(state)) {
        torch::serialize::InputArchive in;
        in.load_from(state.string());
        optimizer.load(in);
        torch::Tensor epochs_done;
        in.read("epochs", epochs_done);
        first_epoch = static_cast<int>(epochs_done[0].item<std::int64_t>());
        random.seed(o.seed + static_cast<std::uint64_t>(first_epoch));
        std::cerr << "resumed before epoch " << first_epoch + 1 << '\n';
    }

    const auto start = std::chrono::steady_clock::now();
    const auto seconds = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    double best = 0;
    std::vector<std::vector<std::size_t>> silver_queue;
    for (int epoch = first_epoch; epoch < o.epochs; ++epoch) {
        const auto gold_batches = shuffled_batches(gold, o.batch_tokens, random);
        const auto batches = static_cast<double>(gold_batches.size());
        double silver_owed = 0;
        double loss_sum = 0;
        for (std::size_t b = 0; b < gold_batches.size(); ++b) {
            const double progress = (epoch + static_cast<double>(b) / batches) / o.epochs;
            std::vector<std::pair<Batch, double>> work;
            // Each batch is split among the threads, so that the result does not depend on which of them is faster.
            const auto add = [&](const std::vector<CorpusSentence> &corpus, const std::vector<std::size_t> &chosen,
                                 double weight) {
                const auto parts = static_cast<std::size_t>(o.threads);
                for (std::size_t part = 0; part < parts; ++part) {
                    std::vector<NumberedSentence> sentences;
                    std::vector<const NumberedSentence *> pointers;
                    for (std::size_t i = part; i < chosen.size(); i += parts)
                        sentences.push_back(numbered(corpus[chosen[i]], labels, vocabulary, random_capitals(random)));
                    for (const auto &sentence : sentences)
                        pointers.push_back(&sentence);
                    if (!pointers.empty())
                        work.emplace_back(make_batch(std::move(pointers)), weight / static_cast<double>(parts));
                }
            };
            add(gold, gold_batches[b], 1.0);
            const std::size_t gold_parts = work.size();
            silver_owed += progress < 0.4 ? o.silver_early : o.silver_late;
            if (silver_owed >= 1) {
                silver_owed -= 1;
                if (silver_queue.empty())
                    silver_queue = shuffled_batches(silver, o.batch_tokens, random);
                add(silver, silver_queue.back(), o.silver_weight);
                silver_queue.pop_back();
            }
            const auto losses = replicas.backward(work, random());
            for (const double loss : losses)
                if (!std::isfinite(loss))
                    throw std::runtime_error("the loss is no number any more");
            for (std::size_t i = 0; i < gold_parts; ++i)
                loss_sum += losses[i] / static_cast<double>(gold_parts);
            const double warm = std::min(1.0, (progress * batches * o.epochs + 1) / 200.0);
            const double cool =
                progress < 0.3 ? 1.0 : 0.03 + 0.97 * 0.5 * (1 + std::cos(M_PI * (progress - 0.3) / 0.7));
            optimizer.step(o.learning_rate * warm * cool, 5.0, o.threads);
            if (b % 50 == 49)
                std::cerr << "epoch " << epoch + 1 << " batch " << b + 1 << " of " << gold_batches.size() << " loss "
                          << loss_sum / static_cast<double>(b + 1) << " seconds " << seconds() << '\n';
        }
        optimizer.swap_average();
        network->eval();
        std::string report = "epoch " + std::to_string(epoch + 1) + " of " + std::to_string(o.epochs);
        double sum = 0;
        for (const auto &set : development) {
            const Scores scores = evaluate(network, set, labels, vocabulary);
            report += "\n" + set.name + " " + scores.text();
            sum += scores.labelled + scores.upos;
        }
        std::cout << report << "\nseconds " << seconds() << std::endl;
        write_archive(o.out / "last.tensors", network, labels, report);
        if (sum > best) {
            best = sum;
            fs::copy_file(o.out / "last.tensors", o.out / "best.tensors", fs::copy_options::overwrite_existing);
        }
        optimizer.swap_average();
        torch::serialize::OutputArchive out;
        optimizer.save(out);
        out.write("epochs", torch::tensor({static_cast<std::int64_t>(epoch + 1)}));
        out.save_to(state.string());
    }
}

} // namespace
} // namespace gainsay::training

int main(int argc, char **argv) {
    using namespace gainsay::training;
    Options o;
    CLI::App app{"Trains Gainsay's language engine: tags, lemmas, names and dependency trees over one encoder."};
    app.add_option("--data", o.data, "folder of the corpora (ud, ner, corenlp-silver, polnear, embeddings)")
        ->required();
    app.add_option("--out", o.out, "folder for checkpoints")->required();
    app.add_option("--epochs", o.epochs, "passes over the gold corpora");
    app.add_option("--threads", o.threads, "threads");
    app.add_option("--seed", o.seed, "seed of all random numbers");
    app.add_option("--batch", o.batch_tokens, "tokens in a batch");
    app.add_option("--rate", o.learning_rate, "learning rate");
    app.add_option("--hidden", o.shape.hidden, "cells of a direction");
    app.add_option("--layers", o.shape.layers, "layers");
    app.add_option("--silver-early", o.silver_early, "silver batches for a gold one in the first 40 % of the epochs");
    app.add_option("--silver-late", o.silver_late, "the same afterwards");
    app.add_option("--limit", o.limit, "use so many gold sentences only: for trying the trainer out");
    app.add_flag("--resume", o.resume, "go on from the state in the output folder");
    CLI11_PARSE(app, argc, argv);
    try {
        train(o);
    } catch (const std::exception &error) {
        std::cerr << "train_engine: " << error.what() << '\n';
        return 3;
    }
    return 0;
}
