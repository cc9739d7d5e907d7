#include "nlp/analysis/sentence_analyzer.h"

#include "base/error.h"
#include "neural/model_file.h"
#include "nlp/analysis/dependency_tree.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace gainsay {

namespace {

std::vector<Upos> read_upos(const ModelFile &file) {
    std::vector<Upos> tags;
    for (const auto &label : read_labels(file, "labels.upos")) {
        const auto tag = parse_upos(label);
        if (!tag)
            throw ModelError(file.path().string() + ", section labels.upos", "a universal part of speech", label);
        tags.push_back(*tag);
    }
    return tags;
}

} // namespace

SentenceAnalyzer::SentenceAnalyzer(const ModelFile &file)
    : upos_(read_upos(file)), xpos_(read_labels(file, "labels.xpos")), feats_(read_labels(file, "labels.feats")),
      relations_(read_labels(file, "labels.relations")), lemmatizer_(file), names_(file) {
    std::size_t columns = 0;
    const auto column = [&columns](std::size_t size) {
        const Column next{columns, size};
        columns += size;
        return next;
    };
    upos_column_ = column(upos_.size());
    xpos_column_ = column(xpos_.size());
    feats_column_ = column(feats_.size());
    labels_.tags = columns;
    gold_name_column_ = column(names_.gold_labels());
    silver_name_column_ = column(names_.silver_labels());
    labels_.names = columns - labels_.tags;
    labels_.lemmas = lemmatizer_.rule_count();
    labels_.relations = relations_.size();
    while (file.has("network." + std::to_string(networks_.size()) + ".shape")) {
        networks_.emplace_back(file, networks_.size(), labels_);
    }
    if (networks_.empty()) {
        throw ModelError(file.path().string(), "a network", "no section network.0.shape");
    }
}

void SentenceAnalyzer::analyze(std::span<const std::span<const TokenInput>> sentences,
                               std::vector<SentenceAnalysis> &results, Scratch &scratch) const {
    results.clear();
    results.resize(sentences.size());
    if (sentences.empty()) {
        return;
    }
    encode(sentences, scratch);
    scratch.unknown_lemmas.clear();
    const BatchLayout &layout = scratch.batch.layout;
    std::vector<std::size_t> rows;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        const std::size_t slot = scratch.slots[s];
        rows.clear();
        for (std::size_t t = 0; t < sentences[s].size(); ++t) {
            rows.push_back(layout.row(slot, t));
        }
        results[s].tokens.resize(rows.size());
        tag(s, rows, results[s], scratch);
        parse(rows, results[s], scratch);
    }
    fill_lemmas(results, scratch);
}

void SentenceAnalyzer::encode(std::span<const std::span<const TokenInput>> sentences, Scratch &scratch) const {
    std::vector<std::size_t> order(sentences.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return sentences[a].size() > sentences[b].size(); });
    std::vector<std::size_t> lengths;
    scratch.batch.sentences.clear();
    scratch.slots.assign(sentences.size(), 0);
    for (const std::size_t s : order) {
        scratch.slots[s] = lengths.size();
        lengths.push_back(sentences[s].size());
        scratch.batch.sentences.push_back(sentences[s]);
    }
    const BatchLayout &layout = scratch.batch.layout;
    scratch.batch.layout.assign(lengths);
    scratch.batch.assign_kinds();
    scratch.networks.resize(networks_.size());
    scratch.label_scores.assign(layout.rows() * labels_.classified(), 0.0F);
    for (std::size_t i = 0; i < networks_.size(); ++i) {
        networks_[i].classify(scratch.batch, scratch.label_scores, scratch.networks[i]);
    }
}

std::size_t SentenceAnalyzer::state_size() const {
    std::size_t size = networks_.front().vector_size();
    for (const Network &network : networks_) {
        size += network.state_size();
    }
    return size;
}

void SentenceAnalyzer::append_states(std::size_t sentence, std::vector<std::int8_t> &states,
                                     const Scratch &scratch) const {
    const std::size_t slot = scratch.slots[sentence];
    for (std::size_t t = 0; t < scratch.batch.sentences[slot].size(); ++t) {
        const std::size_t row = scratch.batch.layout.row(slot, t);
        for (std::size_t i = 0; i < networks_.size(); ++i) {
            const std::size_t size = networks_[i].state_size();
            const auto state = scratch.networks[i].states.subspan(row * size, size);
            states.insert(states.end(), state.begin(), state.end());
        }
        const auto vector = networks_.front().vector(scratch.batch.kind_of[row], scratch.networks.front());
        states.insert(states.end(), vector.begin(), vector.end());
    }
}

void SentenceAnalyzer::tag(std::size_t sentence, std::span<const std::size_t> rows, SentenceAnalysis &result,
                           Scratch &scratch) const {
    const auto tokens = scratch.batch.sentences[scratch.slots[sentence]];
    const float share = 1.0F / static_cast<float>(networks_.size());
    for (std::size_t t = 0; t < rows.size(); ++t) {
        const std::span<const float> scores =
            std::span(scratch.label_scores).subspan(rows[t] * labels_.classified(), labels_.classified());
        const auto best = [&scores](const Column &column) {
            const auto part = scores.subspan(column.begin, column.size);
            return static_cast<std::size_t>(std::max_element(part.begin(), part.end()) - part.begin());
        };
        TokenAnalysis &token = result.tokens[t];
        token.upos = upos_[best(upos_column_)];
        token.xpos = xpos_[best(xpos_column_)];
        token.feats = feats_[best(feats_column_)];
        if (std::optional<std::string> lemma = lemmatizer_.known_lemma(tokens[t].form, token.upos)) {
            token.lemma = *std::move(lemma);
        } else {
            scratch.unknown_lemmas.push_back({sentence, t});
        }
        result.name_scores.push_back(names_.joined(scores.subspan(gold_name_column_.begin, gold_name_column_.size),
                                                   scores.subspan(silver_name_column_.begin, silver_name_column_.size),
                                                   share));
    }
}

void SentenceAnalyzer::fill_lemmas(std::vector<SentenceAnalysis> &results, Scratch &scratch) const {
    scratch.lemma_rows.clear();
    for (const UnknownLemma &unknown : scratch.unknown_lemmas) {
        scratch.lemma_rows.push_back(scratch.batch.layout.row(scratch.slots[unknown.sentence], unknown.token));
    }
    scratch.lemma_scores.assign(scratch.lemma_rows.size() * labels_.lemmas, 0.0F);
    for (std::size_t i = 0; i < networks_.size(); ++i) {
        networks_[i].score_lemmas(scratch.lemma_rows, scratch.lemma_scores, scratch.networks[i]);
    }
    for (std::size_t i = 0; i < scratch.unknown_lemmas.size(); ++i) {
        const auto &[sentence, t] = scratch.unknown_lemmas[i];
        TokenAnalysis &token = results[sentence].tokens[t];
        token.lemma = lemmatizer_.lemma(scratch.batch.sentences[scratch.slots[sentence]][t].form, token.upos,
                                        std::span(scratch.lemma_scores).subspan(i * labels_.lemmas, labels_.lemmas));
    }
}

void SentenceAnalyzer::parse(std::span<const std::size_t> rows, SentenceAnalysis &result, Scratch &scratch) const {
    const std::size_t n = rows.size();
    scratch.head_scores.assign(n * (n + 1), 0.0F);
    for (std::size_t i = 0; i < networks_.size(); ++i) {
        networks_[i].score_heads(rows, scratch.head_scores, scratch.networks[i]);
    }
    const std::vector<std::int32_t> heads = best_dependency_tree(scratch.head_scores, n);
    scratch.relation_scores.assign(n * relations_.size(), 0.0F);
    for (std::size_t i = 0; i < networks_.size(); ++i) {
        networks_[i].score_relations(rows, heads, scratch.relation_scores, scratch.networks[i]);
    }
    for (std::size_t t = 0; t < n; ++t) {
        const float *scores = scratch.relation_scores.data() + t * relations_.size();
        // "root" belongs to the root's one child, and to nothing else.
        std::size_t best = relations_.size();
        for (std::size_t label = 0; label < relations_.size(); ++label) {
            const bool allowed = (relations_[label] == "root") == (heads[t] < 0);
            if (allowed && (best == relations_.size() || scores[label] > scores[best])) {
                best = label;
            }
        }
        result.tokens[t].head = heads[t];
        result.tokens[t].relation = best < relations_.size() ? std::string_view(relations_[best]) : "dep";
    }
}

} // namespace gainsay
