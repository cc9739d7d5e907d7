#include "training/network_packer.h"

#include "neural/quantized_layer.h"
#include "nlp/analysis/lexical_features.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace gainsay::training {

namespace {

constexpr float state_step = 1.0F / 127.0F;

class NetworkPacker {
  public:
    NetworkPacker(const TensorArchive &archive, std::size_t number, const std::vector<float> &vector_steps,
                  ModelFileWriter &writer)
        : archive_(archive), prefix_("network." + std::to_string(number) + "."), writer_(writer),
          input_steps_(vector_steps), vector_size_(vector_steps.size()) {}

    void pack() {
        pack_embedding();
        pack_encoder();
        pack_heads();
        pack_parser();
        const std::vector<std::uint32_t> shape = {n(vector_size_),
                                                  n(size("own_words.weight", 1)),
                                                  n(own_words_),
                                                  n(size("affixes.weight", 1)),
                                                  n(size("shapes.weight", 1)),
                                                  n(size("glue.weight", 1)),
                                                  n(hidden()),
                                                  n(layers_),
                                                  n(arc()),
                                                  n(relation())};
        writer_.add_numbers(prefix_ + "shape", std::span<const std::uint32_t>(shape));
    }

  private:
    template <typename T>
    static std::uint32_t n(T value) {
        return static_cast<std::uint32_t>(value);
    }
    [[nodiscard]] const NamedTensor &tensor(const std::string &name) const {
        const auto found = archive_.tensors.find(name);
        if (found == archive_.tensors.end())
            throw std::runtime_error("the weights have no tensor " + name);
        return found->second;
    }
    [[nodiscard]] std::size_t size(const std::string &name, std::size_t axis) const {
        return static_cast<std::size_t>(tensor(name).shape[axis]);
    }
    [[nodiscard]] std::size_t hidden() const { return size("recurrent_forward_0", 0); }
    [[nodiscard]] std::size_t arc() const { return size("parser.arc_dependent.weight", 0); }
    [[nodiscard]] std::size_t relation() const { return size("parser.relation_dependent.weight", 0); }

    /// [outputs, inputs] -> [inputs, outputs]
    static std::vector<float> transposed(const NamedTensor &t) {
        const auto rows = static_cast<std::size_t>(t.shape[0]);
        const auto columns = static_cast<std::size_t>(t.shape[1]);
        std::vector<float> out(t.values.size());
        for (std::size_t r = 0; r < rows; ++r)
            for (std::size_t c = 0; c < columns; ++c)
                out[c * rows + r] = t.values[r * columns + c];
        return out;
    }

    void add_bytes(const std::string &name, const std::vector<std::int8_t> &bytes) {
        writer_.add_numbers(name, std::span<const std::int8_t>(bytes));
    }

    void pack_embedding() {
        // Only the words that training showed have a vector of their own; row 0 is the unknown word's, row 1 is zero.
        const NamedTensor &own = tensor("own_words.weight");
        const std::size_t width = size("own_words.weight", 1);
        own_words_ = n(own.shape[0]);
        std::vector<float> kept(own.values.begin(), own.values.begin() + static_cast<std::ptrdiff_t>(width));
        kept.resize(2 * width, 0.0F);
        std::vector<std::uint16_t> rows(own_words_, 1);
        rows[0] = 0;
        for (std::size_t word = 1; word < own_words_; ++word) {
            const auto begin = own.values.begin() + static_cast<std::ptrdiff_t>(word * width);
            const auto end = begin + static_cast<std::ptrdiff_t>(width);
            if (std::all_of(begin, end, [](float x) { return x == 0.0F; }))
                continue;
            rows[word] = static_cast<std::uint16_t>(kept.size() / width);
            kept.insert(kept.end(), begin, end);
        }
        if (kept.size() / width > 65535)
            throw std::runtime_error("more words with a vector of their own than 16 bits can number");
        add_bytes(prefix_ + "embedding.own_words", rounded_by_columns(kept, width, 0, kept.size(), input_steps_));
        writer_.add_numbers(prefix_ + "embedding.own_rows", std::span<const std::uint16_t>(rows));

        const NamedTensor &affixes = tensor("affixes.weight");
        const std::size_t affix = size("affixes.weight", 1);
        std::vector<std::int8_t> all;
        for (std::size_t slot = 0; slot < LexicalFeatures::affix_count; ++slot) {
            const std::size_t step = LexicalFeatures::affix_buckets * affix;
            const auto part = rounded_by_columns(affixes.values, affix, slot * step, (slot + 1) * step, input_steps_);
            all.insert(all.end(), part.begin(), part.end());
        }
        add_bytes(prefix_ + "embedding.affixes", all);
        for (const auto &[name, section] :
             {std::pair{"shapes", "shapes"}, {"glue", "glue"}, {"sentence_case", "case"}}) {
            const std::string full = std::string(name) + ".weight";
            const auto &values = tensor(full).values;
            add_bytes(prefix_ + "embedding." + section,
                      rounded_by_columns(values, size(full, 1), 0, values.size(), input_steps_));
        }
    }

    void pack_encoder() {
        for (layers_ = 0; archive_.tensors.contains("recurrent_forward_" + std::to_string(layers_)); ++layers_) {
            const std::vector<float> state_steps(hidden(), state_step);
            const std::vector<float> both_steps(2 * hidden(), state_step);
            for (const std::string direction : {"forward", "backward"}) {
                const std::string number = std::to_string(layers_);
                const std::string section = prefix_ + "encoder." + number + "." + direction;
                const std::string input = "input_" + direction + "_" + number;
                write_matrix(writer_, section + ".input", transposed(tensor(input + ".weight")),
                             layers_ == 0 ? std::span<const float>(input_steps_) : std::span<const float>(both_steps));
                write_matrix(writer_, section + ".recurrent", tensor("recurrent_" + direction + "_" + number).values,
                             state_steps);
                writer_.add_numbers(section + ".bias", std::span<const float>(tensor(input + ".bias").values));
            }
        }
    }

    void pack_heads() {
        const std::size_t inputs = 2 * hidden();
        const std::vector<std::string> parts = {"upos",
                                                "xpos",
                                                "feats",
                                                "lemmas",
                                                "names",
                                                "silver_names",
                                                "parser.arc_dependent",
                                                "parser.arc_head",
                                                "parser.relation_dependent",
                                                "parser.relation_head"};
        std::size_t outputs = 0;
        for (const auto &part : parts)
            outputs += size(part + ".bias", 0);
        constexpr std::size_t step = 16;
        const std::size_t padded = (outputs + step - 1) / step * step;
        std::vector<float> weights(inputs * padded, 0.0F);
        std::vector<float> bias(padded, 0.0F);
        std::size_t at = 0;
        for (const auto &part : parts) {
            const auto &w = tensor(part + ".weight").values;
            const auto &b = tensor(part + ".bias").values;
            for (std::size_t o = 0; o < b.size(); ++o) {
                bias[at + o] = b[o];
                for (std::size_t i = 0; i < inputs; ++i)
                    weights[i * padded + at + o] = w[o * inputs + i];
            }
            at += b.size();
        }
        write_matrix(writer_, prefix_ + "heads", weights, std::vector<float>(inputs, state_step));
        writer_.add_numbers(prefix_ + "heads.bias", std::span<const float>(bias));
    }

    /// What a projection makes of the artificial root.
    std::vector<float> projected_root(const std::string &layer) const {
        const auto &root = tensor("parser.root").values;
        const auto &w = tensor("parser." + layer + ".weight").values;
        std::vector<float> out = tensor("parser." + layer + ".bias").values;
        for (std::size_t o = 0; o < out.size(); ++o) {
            for (std::size_t i = 0; i < root.size(); ++i)
                out[o] += w[o * root.size() + i] * root[i];
            out[o] = out[o] > 0 ? out[o] : 0.1F * out[o];
        }
        return out;
    }

    /// A biaffine weight's last row is the head's part, the same for every dependent.
    void pack_biaffine(const std::string &section, const std::string &name, std::size_t inputs,
                       const std::string &head_layer) {
        const auto &values = tensor(name).values;
        const std::size_t outputs = values.size() / (inputs + 1);
        const std::span<const float> all(values);
        write_matrix(writer_, section, all.first(inputs * outputs), std::vector<float>(inputs, 1.0F));
        writer_.add_numbers(section + ".bias", all.last(outputs));
        const auto root = projected_root(head_layer);
        writer_.add_numbers(section + ".root", std::span<const float>(root));
    }

    void pack_parser() {
        pack_biaffine(prefix_ + "arc", "parser.arc_weight", arc(), "arc_head");
        pack_biaffine(prefix_ + "relation", "parser.relation_weight", relation(), "relation_head");
    }

    const TensorArchive &archive_;
    std::string prefix_;
    ModelFileWriter &writer_;
    std::vector<float> input_steps_;
    std::size_t vector_size_;
    std::uint32_t own_words_ = 0;
    std::size_t layers_ = 0;
};

} // namespace

/// Rounds a table by columns, appending each column's step to the steps of the encoder's input. Values beyond
/// `widest` standard deviations are cut: a few of the word vectors would cost all others their precision.
std::vector<std::int8_t> rounded_by_columns(const std::vector<float> &table, std::size_t columns, std::size_t begin,
                                            std::size_t end, std::vector<float> &all_steps) {
    constexpr double widest = 6.0;
    std::vector<std::int8_t> out(end - begin);
    const std::size_t rows = (end - begin) / columns;
    std::vector<float> steps(columns);
    for (std::size_t c = 0; c < columns; ++c) {
        double squares = 0;
        float largest = 1e-9F;
        for (std::size_t r = 0; r < rows; ++r) {
            const float x = table[begin + r * columns + c];
            largest = std::max(largest, std::abs(x));
            squares += static_cast<double>(x) * static_cast<double>(x);
        }
        const auto cut = static_cast<float>(widest * std::sqrt(squares / static_cast<double>(rows)));
        steps[c] = std::max(std::min(largest, cut), 1e-9F) / 127.0F;
    }
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = static_cast<std::int8_t>(std::clamp(std::lround(table[begin + i] / steps[i % columns]), -127L, 127L));
    all_steps.insert(all_steps.end(), steps.begin(), steps.end());
    return out;
}

void pack_network(const TensorArchive &archive, std::size_t number, const std::vector<float> &vector_steps,
                  ModelFileWriter &writer) {
    NetworkPacker(archive, number, vector_steps, writer).pack();
}

} // namespace gainsay::training
