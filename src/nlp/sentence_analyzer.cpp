#include "nlp/sentence_analyzer.h"

#include <algorithm>
#include <numeric>

#include "base/error.h"
#include "nlp/dependency_tree.h"
#include "nlp/model_file.h"
#include "nlp/quantized_layer.h"

namespace gainsay {
namespace {

/// Rows of the last layers' outputs that are held at a time, so that they stay in the cache.
constexpr std::size_t chunk_rows = 64;

/// Eight sums side by side, which compilers turn into one vector; the order of additions is fixed.
float dot(const float *a, const float *b, std::size_t n) {
    constexpr std::size_t lanes = 16;
    float sums[lanes] = {};
    std::size_t i = 0;
    for (; i + lanes <= n; i += lanes)
        for (std::size_t k = 0; k < lanes; ++k)
            sums[k] += a[i + k] * b[i + k];
    for (; i < n; ++i)
        sums[0] += a[i] * b[i];
    float sum = 0;
    for (const float s : sums)
        sum += s;
    return sum;
}

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

SentenceAnalyzer::Shape::Shape(const ModelFile &file) {
    const auto numbers = file.section_as<std::uint32_t>("shape");
    if (numbers.size() != 10)
        throw ModelError(file.path().string() + ", section shape", "10 numbers", std::to_string(numbers.size()));
    embedding = {numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]};
    hidden = numbers[6];
    layers = numbers[7];
    arc = numbers[8];
    relation = numbers[9];
}

SentenceAnalyzer::SentenceAnalyzer(const ModelFile &file)
    : shape_(file), upos_(read_upos(file)), xpos_(read_labels(file, "labels.xpos")),
      feats_(read_labels(file, "labels.feats")), lemmas_(read_labels(file, "labels.lemmas")),
      relations_(read_labels(file, "labels.relations")), names_(file), embedding_(file, shape_.embedding),
      encoder_(file, shape_.embedding.total(), shape_.hidden, shape_.layers),
      heads_(read_matrix(file, "heads", 2 * shape_.hidden, file.section_as<float>("heads.scales").size(),
                         Int8Matrix::Output::replaced)),
      heads_bias_(read_floats(file, "heads.bias", heads_.outputs())),
      arc_weight_(read_matrix(file, "arc", shape_.arc, shape_.arc, Int8Matrix::Output::replaced)),
      relation_weight_(read_matrix(file, "relation", shape_.relation, relations_.size() * (shape_.relation + 1),
                                   Int8Matrix::Output::replaced)),
      arc_bias_(read_floats(file, "arc.bias", shape_.arc)), arc_root_(read_floats(file, "arc.root", shape_.arc)),
      relation_bias_(read_floats(file, "relation.bias", relation_weight_.outputs())),
      relation_root_(read_floats(file, "relation.root", shape_.relation)) {
    std::size_t at = 0;
    const auto column = [&at](std::size_t size) {
        const Column c{at, size};
        at += size;
        return c;
    };
    upos_column_ = column(upos_.size());
    xpos_column_ = column(xpos_.size());
    feats_column_ = column(feats_.size());
    lemma_column_ = column(lemmas_.size());
    gold_name_column_ = column(names_.gold_labels());
    silver_name_column_ = column(names_.silver_labels());
    projection_column_ = column(2 * shape_.arc + 2 * shape_.relation);
    if (at > heads_.outputs())
        throw ModelError(file.path().string() + ", section heads.scales", "at least " + std::to_string(at) + " outputs",
                         std::to_string(heads_.outputs()));
}

void SentenceAnalyzer::analyze(std::span<const std::span<const TokenInput>> sentences,
                               std::vector<SentenceAnalysis> &results, Scratch &scratch) const {
    results.clear();
    results.resize(sentences.size());
    if (sentences.empty())
        return;
    const SingleThreadedProducts single;
    std::vector<std::size_t> order(sentences.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return sentences[a].size() > sentences[b].size(); });
    std::vector<std::size_t> lengths;
    for (const std::size_t s : order)
        lengths.push_back(sentences[s].size());
    BatchLayout &layout = scratch.layout;
    layout.assign(lengths);
    scratch.rows.assign(layout.rows() * embedding_.size(), 0);
    for (std::size_t slot = 0; slot < order.size(); ++slot) {
        const auto tokens = sentences[order[slot]];
        SentenceCaseCounter capitals;
        for (const auto &token : tokens)
            capitals.add(token.form);
        for (std::size_t t = 0; t < tokens.size(); ++t)
            embedding_.embed(tokens[t].form, glue_of(tokens[t].space_before, tokens[t].space_after), capitals.result(),
                             scratch.rows.data() + layout.row(slot, t) * embedding_.size());
    }
    tag(layout, encoder_.run(scratch.rows, layout, scratch.encoder), scratch);

    constexpr std::size_t tags = 4;
    std::vector<std::size_t> rows;
    std::vector<NameScores> names;
    for (std::size_t slot = 0; slot < order.size(); ++slot) {
        SentenceAnalysis &result = results[order[slot]];
        result.tokens.resize(lengths[slot]);
        rows.clear();
        names.clear();
        for (std::size_t t = 0; t < lengths[slot]; ++t) {
            const std::size_t row = layout.row(slot, t);
            rows.push_back(row);
            names.push_back(scratch.name_scores[row]);
            const std::uint16_t *best = scratch.best.data() + row * tags;
            TokenAnalysis &token = result.tokens[t];
            token.upos = upos_[best[0]];
            token.xpos = xpos_[best[1]];
            token.feats = feats_[best[2]];
            token.lemma_rule = lemmas_[best[3]];
        }
        result.names = names_.decode(names);
        parse(rows, result, scratch);
    }
}

void SentenceAnalyzer::tag(const BatchLayout &layout, std::span<const std::int8_t> states, Scratch &scratch) const {
    constexpr std::size_t tags = 4;
    const std::size_t width = heads_.outputs();
    scratch.outputs.resize(chunk_rows * width);
    scratch.best.resize(layout.rows() * tags);
    scratch.name_scores.resize(layout.rows());
    scratch.projections.resize(layout.rows() * projection_column_.size);
    for (std::size_t begin = 0; begin < layout.rows(); begin += chunk_rows) {
        const std::size_t count = std::min(chunk_rows, layout.rows() - begin);
        heads_.multiply(states.data() + begin * encoder_.outputs(), count, scratch.outputs.data());
        for (std::size_t r = 0; r < count; ++r) {
            float *out = scratch.outputs.data() + r * width;
            for (std::size_t i = 0; i < width; ++i)
                out[i] += heads_bias_[i];
            std::uint16_t *best = scratch.best.data() + (begin + r) * tags;
            for (const Column &column : {upos_column_, xpos_column_, feats_column_, lemma_column_}) {
                const float *from = out + column.begin;
                *best++ = static_cast<std::uint16_t>(std::max_element(from, from + column.size) - from);
            }
            scratch.name_scores[begin + r] = names_.joined({out + gold_name_column_.begin, gold_name_column_.size},
                                                           {out + silver_name_column_.begin, silver_name_column_.size});
            float *projection = scratch.projections.data() + (begin + r) * projection_column_.size;
            for (std::size_t i = 0; i < projection_column_.size; ++i) {
                const float x = out[projection_column_.begin + i];
                projection[i] = x > 0 ? x : 0.1F * x;
            }
        }
    }
}

void SentenceAnalyzer::score_arcs(std::span<const std::size_t> rows, Scratch &scratch) const {
    const std::size_t n = rows.size();
    const std::size_t padded = Int8Matrix::padded_rows(n);
    const std::size_t size = projection_column_.size;
    const auto projection = [&](std::size_t i) { return scratch.projections.data() + rows[i] * size; };
    scratch.quantized.assign(padded * shape_.arc, 0);
    scratch.scales.resize(padded);
    for (std::size_t i = 0; i < n; ++i)
        quantize_rows(projection(i), 1, shape_.arc, scratch.quantized.data() + i * shape_.arc,
                      scratch.scales.data() + i);
    scratch.weighted.resize(padded * shape_.arc);
    arc_weight_.multiply(scratch.quantized.data(), padded, scratch.weighted.data());
    scratch.arc_scores.resize(n * (n + 1));
    for (std::size_t d = 0; d < n; ++d) {
        float *weighted = scratch.weighted.data() + d * shape_.arc;
        for (std::size_t k = 0; k < shape_.arc; ++k)
            weighted[k] = weighted[k] * scratch.scales[d] + arc_bias_[k];
        float *scores = scratch.arc_scores.data() + d * (n + 1);
        scores[0] = dot(weighted, arc_root_.data(), shape_.arc);
        for (std::size_t h = 0; h < n; ++h)
            scores[h + 1] = dot(weighted, projection(h) + shape_.arc, shape_.arc);
    }
}

void SentenceAnalyzer::parse(std::span<const std::size_t> rows, SentenceAnalysis &result, Scratch &scratch) const {
    const std::size_t n = rows.size();
    score_arcs(rows, scratch);
    const std::vector<std::int32_t> heads = best_dependency_tree(scratch.arc_scores, n);
    const std::size_t size = projection_column_.size;
    const std::size_t labels = relations_.size();
    const std::size_t step = shape_.relation + 1;
    scratch.relation_scores.resize(chunk_rows * relation_weight_.outputs());
    for (std::size_t begin = 0; begin < n; begin += chunk_rows) {
        const std::size_t count = std::min(chunk_rows, n - begin);
        const std::size_t padded = Int8Matrix::padded_rows(count);
        scratch.quantized.assign(padded * shape_.relation, 0);
        scratch.scales.resize(padded);
        for (std::size_t i = 0; i < count; ++i)
            quantize_rows(scratch.projections.data() + rows[begin + i] * size + 2 * shape_.arc, 1, shape_.relation,
                          scratch.quantized.data() + i * shape_.relation, scratch.scales.data() + i);
        relation_weight_.multiply(scratch.quantized.data(), padded, scratch.relation_scores.data());
        for (std::size_t i = 0; i < count; ++i) {
            const std::int32_t head = heads[begin + i];
            const float *head_vector = head < 0
                                           ? relation_root_.data()
                                           : scratch.projections.data() + rows[static_cast<std::size_t>(head)] * size +
                                                 2 * shape_.arc + shape_.relation;
            float *weighted = scratch.relation_scores.data() + i * relation_weight_.outputs();
            for (std::size_t k = 0; k < relation_weight_.outputs(); ++k)
                weighted[k] = weighted[k] * scratch.scales[i] + relation_bias_[k];
            std::size_t best = 0;
            float best_score = 0;
            for (std::size_t label = 0; label < labels; ++label) {
                const float *vector = weighted + label * step;
                const float score = dot(vector, head_vector, shape_.relation) + vector[shape_.relation];
                // "root" belongs to the root's one child, and to nothing else.
                const bool allowed = (relations_[label] == "root") == (head < 0);
                if (allowed && (best_score == 0 || score > best_score)) {
                    best = label;
                    best_score = score;
                }
            }
            result.tokens[begin + i].head = head;
            result.tokens[begin + i].relation = relations_[best];
        }
    }
}

} // namespace gainsay
