#include "nlp/analysis/network.h"

#include "base/error.h"
#include "neural/model_file.h"
#include "neural/quantized_layer.h"

#include <algorithm>
#include <unordered_map>

namespace gainsay {

namespace {

/// Rows of the last layers' outputs that are held at a time, so that they stay in the cache.
constexpr std::size_t chunk_rows = 64;

/// Sixteen sums side by side, which compilers turn into one vector; the order of additions is fixed.
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

/// The activation of the parser's projections, as in training.
float leaky(float x) {
    return x > 0 ? x : 0.1F * x;
}

} // namespace

void SentenceBatch::assign_kinds() {
    struct Hash {
        std::size_t operator()(const TokenKind &kind) const {
            return std::hash<std::string_view>()(kind.form) + kind.glue +
                   4 * static_cast<std::size_t>(kind.sentence_case);
        }
    };
    std::unordered_map<TokenKind, std::uint32_t, Hash> numbers;
    kinds.clear();
    kind_of.resize(layout.rows());
    for (std::size_t slot = 0; slot < sentences.size(); ++slot) {
        const std::span<const TokenInput> tokens = sentences[slot];
        SentenceCaseCounter capitals;
        for (const TokenInput &token : tokens) {
            capitals.add(token.form);
        }
        for (std::size_t t = 0; t < tokens.size(); ++t) {
            const TokenKind kind{tokens[t].form, glue_of(tokens[t].space_before, tokens[t].space_after),
                                 capitals.result()};
            const auto [found, is_new] = numbers.emplace(kind, static_cast<std::uint32_t>(kinds.size()));
            if (is_new) {
                kinds.push_back(kind);
            }
            kind_of[layout.row(slot, t)] = found->second;
        }
    }
}

Network::Shape::Shape(const ModelFile &file, const std::string &prefix) {
    constexpr std::size_t count = 10;
    const auto numbers = file.section_as<std::uint32_t>(prefix + "shape");
    if (numbers.size() != count) {
        throw ModelError(file.path().string() + ", section " + prefix + "shape", std::to_string(count) + " numbers",
                         std::to_string(numbers.size()));
    }
    embedding = {numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]};
    hidden = numbers[6];
    layers = numbers[7];
    arc = numbers[8];
    relation = numbers[9];
}

Network::Network(const ModelFile &file, std::size_t number, Labels labels)
    : prefix_("network." + std::to_string(number) + "."), shape_(file, prefix_), labels_(labels),
      embedding_(file, prefix_, shape_.embedding),
      encoder_(file, prefix_, shape_.embedding.total(), shape_.hidden, shape_.layers),
      head_outputs_(file.section_as<float>(prefix_ + "heads.scales").size()),
      heads_(read_heads(
          file, {{0, labels_.tags},
                 {labels_.tags + labels_.lemmas, labels_.tags + labels_.lemmas + labels_.names + projection_size()}})),
      lemma_heads_(read_heads(file, {{labels_.tags, labels_.tags + labels_.lemmas}})),
      heads_bias_(read_floats(file, prefix_ + "heads.bias", head_outputs_)),
      arc_weight_(read_matrix(file, prefix_ + "arc", shape_.arc, shape_.arc, Int8Matrix::Output::replaced)),
      relation_weight_(read_matrix(file, prefix_ + "relation", shape_.relation,
                                   labels.relations * (shape_.relation + 1), Int8Matrix::Output::replaced)),
      arc_bias_(read_floats(file, prefix_ + "arc.bias", shape_.arc)),
      arc_root_(read_floats(file, prefix_ + "arc.root", shape_.arc)),
      relation_bias_(read_floats(file, prefix_ + "relation.bias", relation_weight_.outputs())),
      relation_root_(read_floats(file, prefix_ + "relation.root", shape_.relation)) {}

Int8Matrix Network::read_heads(const ModelFile &file, std::initializer_list<MatrixColumns> columns) const {
    if (head_outputs_ < outputs_used()) {
        throw ModelError(file.path().string() + ", section " + prefix_ + "heads.scales",
                         "at least " + std::to_string(outputs_used()) + " outputs", std::to_string(head_outputs_));
    }
    return read_matrix_columns(file, prefix_ + "heads", 2 * shape_.hidden, std::span(columns.begin(), columns.size()),
                               head_outputs_, Int8Matrix::Output::replaced);
}

void Network::encode(const SentenceBatch &batch, Scratch &scratch) const {
    scratch.rows.resize(batch.kinds.size() * embedding_.size());
    for (std::size_t i = 0; i < batch.kinds.size(); ++i) {
        const TokenKind &kind = batch.kinds[i];
        embedding_.embed(kind.form, kind.glue, kind.sentence_case, scratch.rows.data() + i * embedding_.size());
    }
    scratch.states = encoder_.run(scratch.rows, batch.kind_of, batch.layout, scratch.encoder);
}

void Network::classify(const SentenceBatch &batch, std::vector<float> &scores, Scratch &scratch) const {
    encode(batch, scratch);
    const BatchLayout &layout = batch.layout;
    const std::span<const std::int8_t> states = scratch.states;
    const std::size_t width = heads_.outputs();
    const std::size_t classified = labels_.classified();
    const auto name_bias = heads_bias_.subspan(labels_.tags + labels_.lemmas);
    const auto projection_bias = name_bias.subspan(labels_.names);
    scratch.outputs.resize(chunk_rows * width);
    scratch.projections.resize(layout.rows() * projection_size());
    for (std::size_t begin = 0; begin < layout.rows(); begin += chunk_rows) {
        const std::size_t count = std::min(chunk_rows, layout.rows() - begin);
        heads_.multiply(states.data() + begin * encoder_.outputs(), count, scratch.outputs.data());
        for (std::size_t r = 0; r < count; ++r) {
            const float *out = scratch.outputs.data() + r * width;
            float *labels = scores.data() + (begin + r) * classified;
            for (std::size_t i = 0; i < labels_.tags; ++i) {
                labels[i] += out[i] + heads_bias_[i];
            }
            for (std::size_t i = 0; i < labels_.names; ++i) {
                labels[labels_.tags + i] += out[labels_.tags + i] + name_bias[i];
            }
            float *projection = scratch.projections.data() + (begin + r) * projection_size();
            for (std::size_t i = 0; i < projection_size(); ++i) {
                projection[i] = leaky(out[classified + i] + projection_bias[i]);
            }
        }
    }
}

void Network::score_lemmas(std::span<const std::size_t> rows, std::vector<float> &scores, Scratch &scratch) const {
    const std::size_t size = encoder_.outputs();
    scratch.quantized.resize(chunk_rows * size);
    scratch.outputs.resize(chunk_rows * labels_.lemmas);
    for (std::size_t begin = 0; begin < rows.size(); begin += chunk_rows) {
        const std::size_t count = std::min(chunk_rows, rows.size() - begin);
        for (std::size_t r = 0; r < count; ++r) {
            std::copy_n(scratch.states.data() + rows[begin + r] * size, size, scratch.quantized.data() + r * size);
        }
        lemma_heads_.multiply(scratch.quantized.data(), count, scratch.outputs.data());
        for (std::size_t r = 0; r < count; ++r) {
            const float *out = scratch.outputs.data() + r * labels_.lemmas;
            float *to = scores.data() + (begin + r) * labels_.lemmas;
            for (std::size_t i = 0; i < labels_.lemmas; ++i) {
                to[i] += out[i] + heads_bias_[labels_.tags + i];
            }
        }
    }
}

void Network::score_heads(std::span<const std::size_t> rows, std::vector<float> &scores, Scratch &scratch) const {
    const std::size_t n = rows.size();
    const auto projection = [&](std::size_t i) { return scratch.projections.data() + rows[i] * projection_size(); };
    scratch.quantized.resize(n * shape_.arc);
    scratch.scales.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        quantize_rows(projection(i), 1, shape_.arc, scratch.quantized.data() + i * shape_.arc,
                      scratch.scales.data() + i);
    }
    scratch.weighted.resize(n * shape_.arc);
    arc_weight_.multiply(scratch.quantized.data(), n, scratch.weighted.data());
    for (std::size_t d = 0; d < n; ++d) {
        float *weighted = scratch.weighted.data() + d * shape_.arc;
        for (std::size_t k = 0; k < shape_.arc; ++k) {
            weighted[k] = weighted[k] * scratch.scales[d] + arc_bias_[k];
        }
        float *row = scores.data() + d * (n + 1);
        row[0] += dot(weighted, arc_root_.data(), shape_.arc);
        for (std::size_t h = 0; h < n; ++h) {
            row[h + 1] += dot(weighted, projection(h) + shape_.arc, shape_.arc);
        }
    }
}

void Network::score_relations(std::span<const std::size_t> rows, std::span<const std::int32_t> heads,
                              std::vector<float> &scores, Scratch &scratch) const {
    const std::size_t n = rows.size();
    const std::size_t dependent_at = 2 * shape_.arc;
    const std::size_t head_at = dependent_at + shape_.relation;
    const auto projection = [&](std::size_t i) { return scratch.projections.data() + rows[i] * projection_size(); };
    scratch.relation_weighted.resize(chunk_rows * relation_weight_.outputs());
    for (std::size_t begin = 0; begin < n; begin += chunk_rows) {
        const std::size_t count = std::min(chunk_rows, n - begin);
        scratch.quantized.resize(count * shape_.relation);
        scratch.scales.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            quantize_rows(projection(begin + i) + dependent_at, 1, shape_.relation,
                          scratch.quantized.data() + i * shape_.relation, scratch.scales.data() + i);
        }
        relation_weight_.multiply(scratch.quantized.data(), count, scratch.relation_weighted.data());
        for (std::size_t i = 0; i < count; ++i) {
            const std::int32_t head = heads[begin + i];
            const float *head_vector =
                head < 0 ? relation_root_.data() : projection(static_cast<std::size_t>(head)) + head_at;
            float *weighted = scratch.relation_weighted.data() + i * relation_weight_.outputs();
            for (std::size_t k = 0; k < relation_weight_.outputs(); ++k) {
                weighted[k] = weighted[k] * scratch.scales[i] + relation_bias_[k];
            }
            for (std::size_t label = 0; label < labels_.relations; ++label) {
                const float *vector = weighted + label * (shape_.relation + 1);
                scores[(begin + i) * labels_.relations + label] +=
                    dot(vector, head_vector, shape_.relation) + vector[shape_.relation];
            }
        }
    }
}

} // namespace gainsay
