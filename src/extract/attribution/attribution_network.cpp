#include "extract/attribution/attribution_network.h"

#include "base/error.h"
#include "neural/label_list.h"
#include "neural/lstm_cell.h"
#include "neural/quantized_layer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gainsay {

namespace {

/// Outputs of the small classifiers, filled up in the model file.
constexpr std::size_t classes = 3;
constexpr std::size_t padded_classes = 16;
/// Tokens of windows that are read together: bounds the memory of a long document.
constexpr std::size_t batch_rows = 4096;
/// Sources that are missed cost more than words too many; measured on the development articles.
constexpr float source_weight = 1.5F;
/// Tokens within a role that the network may miss.
constexpr TokenIndex widest_gap = 2;

std::vector<std::span<const std::int8_t>> read_tables(const ModelFile &file, const std::string &prefix,
                                                      std::span<const std::size_t> values,
                                                      std::span<const std::size_t> sizes) {
    std::vector<std::span<const std::int8_t>> tables;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::string section = prefix + "." + std::to_string(i);
        const auto table = file.section_as<std::int8_t>(section);
        if (table.size() != values[i] * sizes[i]) {
            throw ModelError(file.path().string() + ", section " + section,
                             std::to_string(values[i] * sizes[i]) + " numbers", std::to_string(table.size()));
        }
        tables.push_back(table);
    }
    return tables;
}

/// Sequences of given lengths in the order that batches want: longest first.
std::vector<std::size_t> longest_first(const std::vector<std::size_t> &lengths) {
    std::vector<std::size_t> order(lengths.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return lengths[a] > lengths[b]; });
    return order;
}

BatchLayout layout_of(const std::vector<std::size_t> &lengths, const std::vector<std::size_t> &order) {
    std::vector<std::size_t> sorted;
    sorted.reserve(order.size());
    for (const std::size_t i : order) {
        sorted.push_back(lengths[i]);
    }
    BatchLayout layout;
    layout.assign(sorted);
    return layout;
}

/// Joins runs of tokens with at most `gap` others between them, none of which is in `taken`.
void fill_gaps(std::vector<TokenIndex> &tokens, TokenIndex gap, TokenRange taken) {
    std::vector<TokenIndex> filled;
    for (const TokenIndex token : tokens) {
        if (!filled.empty() && token - filled.back() <= gap + 1) {
            const TokenIndex from = filled.back() + 1;
            if (token <= taken.first || from >= taken.end) {
                for (TokenIndex between = from; between < token; ++between) {
                    filled.push_back(between);
                }
            }
        }
        filled.push_back(token);
    }
    tokens = std::move(filled);
}

/// The runs of neighbours among the tokens.
std::vector<TokenRange> runs_of(const std::vector<TokenIndex> &tokens) {
    std::vector<TokenRange> runs;
    for (const TokenIndex token : tokens) {
        if (!runs.empty() && runs.back().end == token) {
            ++runs.back().end;
        } else {
            runs.push_back({token, token + 1});
        }
    }
    return runs;
}

/// A source is one phrase: the longest run, the nearest to the cue among equals.
void keep_longest(std::vector<TokenIndex> &tokens, TokenRange cue) {
    const std::vector<TokenRange> runs = runs_of(tokens);
    if (runs.size() < 2) {
        return;
    }
    const auto distance = [&cue](const TokenRange &run) {
        return run.end <= cue.first ? cue.first - run.end : run.first - std::min(run.first, cue.end);
    };
    const TokenRange best = *std::min_element(runs.begin(), runs.end(), [&](const TokenRange &a, const TokenRange &b) {
        return a.size() != b.size() ? a.size() > b.size() : distance(a) < distance(b);
    });
    tokens.resize(best.size());
    std::iota(tokens.begin(), tokens.end(), best.first);
}

/// Single words apart from the rest are no content.
void drop_crumbs(std::vector<TokenIndex> &tokens) {
    const std::vector<TokenRange> runs = runs_of(tokens);
    const auto is_crumb = [](const TokenRange &run) { return run.size() < 2; };
    if (std::all_of(runs.begin(), runs.end(), is_crumb)) {
        return;
    }
    tokens.clear();
    for (const TokenRange &run : runs) {
        if (!is_crumb(run)) {
            for (TokenIndex token = run.first; token < run.end; ++token) {
                tokens.push_back(token);
            }
        }
    }
}

/// Probabilities of the classes for rows of 8-bit states.
class Classifier {
  public:
    Classifier(const Int8Matrix &matrix, std::span<const float> bias, std::span<const std::int8_t> states)
        : size_(matrix.inputs()) {
        const std::size_t rows = states.size() / size_;
        scores_.resize(rows * padded_classes);
        matrix.multiply(states.data(), rows, scores_.data());
        for (std::size_t row = 0; row < rows; ++row) {
            float *scores = scores_.data() + row * padded_classes;
            float sum = 0;
            for (std::size_t i = 0; i < classes; ++i) {
                scores[i] = std::exp(std::min(scores[i] + bias[i], 60.0F));
                sum += scores[i];
            }
            for (std::size_t i = 0; i < classes; ++i) {
                scores[i] /= sum;
            }
        }
    }
    const float *operator[](std::size_t row) const { return scores_.data() + row * padded_classes; }

  private:
    std::size_t size_;
    std::vector<float> scores_;
};

/// What the finder answers for a token of a window.
enum Role : std::uint8_t { other, source, content };

/// The answers for the tokens of one window.
class WindowAnswers {
  public:
    /// `all` and `layout` must outlive it.
    WindowAnswers(const Classifier &all, const BatchLayout &layout, std::size_t slot, const CueWindow &window)
        : all_(&all), layout_(&layout), slot_(slot), window_(window.window), cue_(window.cue) {}

    const float *at(TokenIndex token) const { return (*all_)[layout_->row(slot_, token - window_.first)]; }

    /// Gives the roles, and returns how sure the mean token of the content is.
    double take_roles(ReadAttribution &each) const {
        double certainty = 0;
        for (TokenIndex token = window_.first; token < window_.end; ++token) {
            if (token >= cue_.first && token < cue_.end) {
                continue;
            }
            const float *scores = at(token);
            if (scores[source] * source_weight > scores[other] && scores[source] > scores[content]) {
                each.source.push_back(token);
            } else if (scores[content] > scores[other]) {
                each.content.push_back(token);
                certainty += static_cast<double>(scores[content]);
            }
        }
        return each.content.empty() ? 0 : certainty / static_cast<double>(each.content.size());
    }

    /// How sure the source's words and the content's borders are.
    void tell_certainty(ReadAttribution &each) const {
        for (const TokenIndex token : each.source) {
            each.source_certainty += probability(token, source) / static_cast<float>(each.source.size());
        }
        each.border_certainty = each.content.empty() ? 0.0F : 1.0F;
        for (const TokenRange &run : runs_of(each.content)) {
            for (const float sure :
                 {probability(run.first, content), probability(run.end - 1, content),
                  run.first == 0 ? 1 : 1 - probability(run.first - 1, content), 1 - probability(run.end, content)}) {
                each.border_certainty = std::min(each.border_certainty, sure);
            }
        }
    }

  private:
    float probability(TokenIndex token, Role role) const {
        return token >= window_.first && token < window_.end ? at(token)[role] : 0.0F;
    }

    const Classifier *all_;
    const BatchLayout *layout_;
    std::size_t slot_;
    TokenRange window_;
    TokenRange cue_;
};

/// One phrase as the source, and no crumbs or words of the source in the content.
void clean_roles(ReadAttribution &each) {
    fill_gaps(each.source, widest_gap, each.cue);
    keep_longest(each.source, each.cue);
    fill_gaps(each.content, widest_gap, each.cue);
    drop_crumbs(each.content);
    std::erase_if(each.content, [&each](TokenIndex token) {
        return std::binary_search(each.source.begin(), each.source.end(), token);
    });
}

constexpr std::string_view feeling_label = "feels";
constexpr std::string_view unsaid_label = "none";

std::size_t position_of(const LabelList &labels, std::string_view label, const ModelFile &file) {
    const auto found = std::find(labels.begin(), labels.end(), label);
    if (found == labels.end()) {
        throw ModelError(file.path().string() + ", section labels.stances", std::string(label), "none of that name");
    }
    return static_cast<std::size_t>(found - labels.begin());
}

std::vector<std::optional<Stance>> stances_of(const LabelList &labels, const ModelFile &file) {
    std::vector<std::optional<Stance>> stances;
    for (const std::string &label : labels) {
        stances.push_back(parse_word<Stance>(label));
        if (!stances.back() && label != feeling_label && label != unsaid_label) {
            throw ModelError(file.path().string() + ", section labels.stances", "stances", label);
        }
    }
    if (stances.size() > padded_classes - classes) {
        throw ModelError(file.path().string() + ", section labels.stances",
                         std::to_string(padded_classes - classes) + " labels at most", std::to_string(stances.size()));
    }
    return stances;
}

} // namespace

AttributionNetwork::Shape::Shape(const ModelFile &file) {
    const auto numbers = file.section_as<std::uint32_t>("shape");
    constexpr std::size_t count = 5 + token_field_count + cue_field_count;
    if (numbers.size() != count) {
        throw ModelError(file.path().string() + ", section shape", std::to_string(count) + " numbers",
                         std::to_string(numbers.size()));
    }
    states = numbers[0];
    map = numbers[1];
    reader = numbers[2];
    summary = numbers[3];
    finder = numbers[4];
    token_sizes.assign(numbers.begin() + 5, numbers.begin() + 5 + token_field_count);
    cue_sizes.assign(numbers.begin() + 5 + token_field_count, numbers.end());
}

std::size_t AttributionNetwork::Shape::token_total() const {
    return std::accumulate(token_sizes.begin(), token_sizes.end(), map);
}

std::size_t AttributionNetwork::Shape::window_total() const {
    return std::accumulate(cue_sizes.begin(), cue_sizes.end(), summary);
}

AttributionNetwork::AttributionNetwork(const std::filesystem::path &file)
    : file_(ModelFile::open(file)),
      vocabulary_(read_labels(file_, "labels.lemmas"), read_labels(file_, "labels.relations")),
      stances_(stances_of(read_labels(file_, "labels.stances"), file_)),
      feeling_(position_of(read_labels(file_, "labels.stances"), feeling_label, file_)),
      unsaid_(position_of(read_labels(file_, "labels.stances"), unsaid_label, file_)), shape_(file_),
      map_(file_, "map", shape_.states, shape_.map),
      token_tables_(read_tables(file_, "token", vocabulary_.token_values(), shape_.token_sizes)),
      cue_tables_(read_tables(file_, "cue", vocabulary_.cue_values(), shape_.cue_sizes)),
      reader_(file_, "reader.", shape_.token_total(), shape_.reader, 1),
      finder_(file_, "finder.", 2 * shape_.reader, shape_.window_total(), shape_.finder),
      cue_(read_matrix(file_, "cues", 2 * shape_.reader, padded_classes, Int8Matrix::Output::replaced)),
      summary_(read_matrix(file_, "summary", 2 * shape_.reader, shape_.summary, Int8Matrix::Output::replaced)),
      answer_(read_matrix(file_, "answer", 2 * shape_.finder, padded_classes, Int8Matrix::Output::replaced)),
      cue_bias_(read_floats(file_, "cues.bias", padded_classes)),
      summary_bias_(read_floats(file_, "summary.bias", shape_.summary)),
      answer_bias_(read_floats(file_, "answer.bias", padded_classes)),
      least_cue_(read_floats(file_, "least_cue", 1).front()) {}

std::vector<std::int8_t> AttributionNetwork::read_paragraphs(const Syntax &syntax,
                                                             const AttributionFeatures &features) const {
    const std::vector<TokenRange> paragraphs = features.paragraphs();
    const std::vector<std::uint16_t> fields = features.token_fields();
    std::vector<std::size_t> lengths;
    lengths.reserve(paragraphs.size());
    for (const TokenRange &range : paragraphs) {
        lengths.push_back(range.size());
    }
    const std::vector<std::size_t> order = longest_first(lengths);
    const BatchLayout layout = layout_of(lengths, order);
    const std::size_t width = shape_.token_total();
    std::vector<std::int8_t> rows(layout.rows() * width, 0);
    for (std::size_t slot = 0; slot < order.size(); ++slot) {
        const TokenRange range = paragraphs[order[slot]];
        for (std::size_t t = 0; t < range.size(); ++t) {
            std::int8_t *to = rows.data() + layout.row(slot, t) * width;
            const std::size_t token = range.first + t;
            const auto vector = syntax.document().vectors.of(token);
            to = std::copy(vector.begin(), vector.end(), to);
            for (std::size_t f = 0; f < token_field_count; ++f) {
                const std::size_t size = shape_.token_sizes[f];
                to = std::copy_n(token_tables_[f].data() + fields[token * token_field_count + f] * size, size, to);
            }
        }
    }
    BilstmEncoder::Scratch scratch;
    const auto states = reader_.run(rows, layout, scratch);
    const std::size_t outputs = reader_.outputs();
    std::vector<std::int8_t> reading(syntax.size() * outputs);
    for (std::size_t slot = 0; slot < order.size(); ++slot) {
        const TokenRange range = paragraphs[order[slot]];
        for (std::size_t t = 0; t < range.size(); ++t) {
            std::copy_n(states.data() + layout.row(slot, t) * outputs, outputs,
                        reading.data() + (range.first + t) * outputs);
        }
    }
    return reading;
}

std::vector<std::pair<TokenRange, float>> AttributionNetwork::find_cues(const std::vector<std::int8_t> &reading) const {
    enum Tag : std::uint8_t { none, first, further };
    const Classifier p(cue_, cue_bias_, reading);
    const auto tokens = static_cast<TokenIndex>(reading.size() / reader_.outputs());
    std::vector<std::pair<TokenRange, float>> cues;
    for (TokenIndex token = 0; token < tokens; ++token) {
        const bool goes_on = !cues.empty() && cues.back().first.end == token && p[token][first] < p[token][further];
        if (p[token][first] < least_cue_ || goes_on) {
            continue;
        }
        TokenIndex end = token + 1;
        while (end < tokens && p[end][further] > p[end][none] && p[end][further] > p[end][first]) {
            ++end;
        }
        cues.push_back({{token, end}, p[token][first]});
        token = end - 1;
    }
    return cues;
}

ReadStance AttributionNetwork::read_stance(std::span<const float> scores) const {
    std::vector<float> values(stances_.size());
    float sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = std::exp(std::min(scores[classes + i] + answer_bias_[classes + i], 60.0F));
        sum += values[i];
    }
    const auto best = std::max_element(values.begin(), values.end()) - values.begin();
    const auto at = static_cast<std::size_t>(best);
    return {stances_[at], values[at] / sum, values[feeling_] / sum, values[unsaid_] / sum};
}

void AttributionNetwork::copy_fields(std::span<const std::uint16_t> fields, std::int8_t *to) const {
    for (std::size_t f = 0; f < cue_field_count; ++f) {
        const std::size_t size = shape_.cue_sizes[f];
        to = std::copy_n(cue_tables_[f].data() + fields[f] * size, size, to);
    }
}

std::vector<ReadAttribution>
AttributionNetwork::find_roles(const std::vector<std::int8_t> &reading, const AttributionFeatures &features,
                               const std::vector<std::pair<TokenRange, float>> &cues) const {
    std::vector<CueWindow> windows;
    std::vector<std::size_t> lengths;
    for (const auto &[cue, probability] : cues) {
        windows.push_back(features.window(cue));
        lengths.push_back(windows.back().window.size());
    }
    // The tokens of all windows: cues come in the order of the text.
    TokenRange read = windows.front().window;
    for (const CueWindow &window : windows) {
        read = {std::min(read.first, window.window.first), std::max(read.end, window.window.end)};
    }
    const std::size_t states = reader_.outputs();
    const WindowEncoder::TokenGates gates =
        finder_.token_gates(std::span(reading).subspan(read.first * states, read.size() * states));
    std::vector<std::int8_t> heads;
    for (const auto &[cue, probability] : cues) {
        const std::int8_t *from = reading.data() + features.head_of(cue) * states;
        heads.insert(heads.end(), from, from + states);
    }
    std::vector<float> sums(cues.size() * shape_.summary);
    summary_.multiply(heads.data(), cues.size(), sums.data());
    std::vector<std::int8_t> summaries(cues.size() * shape_.summary);
    quantized_tanh(sums.data(), summary_bias_.data(), cues.size(), shape_.summary, summaries.data());

    const std::vector<std::size_t> order = longest_first(lengths);
    const BatchLayout layout = layout_of(lengths, order);
    const std::size_t width = shape_.window_total();
    std::vector<std::int8_t> rows(layout.rows() * width, 0);
    std::vector<std::size_t> token_of(layout.rows(), 0);
    for (std::size_t slot = 0; slot < order.size(); ++slot) {
        const CueWindow &window = windows[order[slot]];
        for (std::size_t t = 0; t < window.window.size(); ++t) {
            std::int8_t *to = rows.data() + layout.row(slot, t) * width;
            token_of[layout.row(slot, t)] = window.window.first - read.first + t;
            to = std::copy_n(summaries.data() + order[slot] * shape_.summary, shape_.summary, to);
            copy_fields(std::span(window.fields).subspan(t * cue_field_count, cue_field_count), to);
        }
    }
    const Classifier answers(answer_, answer_bias_, finder_.run(gates, token_of, rows, layout));
    std::vector<ReadAttribution> found(cues.size());
    for (std::size_t slot = 0; slot < order.size(); ++slot) {
        const CueWindow &window = windows[order[slot]];
        const WindowAnswers own(answers, layout, slot, window);
        ReadAttribution &each = found[order[slot]];
        each.cue = window.cue;
        each.cue_head = features.head_of(window.cue);
        each.stance = read_stance({own.at(each.cue_head), padded_classes});
        const double certainty = own.take_roles(each);
        clean_roles(each);
        own.tell_certainty(each);
        if (!each.content.empty()) {
            each.confidence = static_cast<double>(cues[order[slot]].second) * certainty;
        }
    }
    return found;
}

std::vector<ReadAttribution> AttributionNetwork::read(const Syntax &syntax, const Quotations &quotations,
                                                      const English &english) const {
    if (syntax.size() == 0) {
        return {};
    }
    const AttributionFeatures features(syntax, quotations, english, vocabulary_);
    const std::vector<std::int8_t> reading = read_paragraphs(syntax, features);
    const auto cues = find_cues(reading);
    std::vector<ReadAttribution> all;
    for (std::size_t begin = 0; begin < cues.size();) {
        std::size_t end = begin;
        for (std::size_t rows = 0; end < cues.size() && (rows < batch_rows || end == begin); ++end) {
            rows += 100;
        }
        std::vector<ReadAttribution> found = find_roles(
            reading, features,
            {cues.begin() + static_cast<std::ptrdiff_t>(begin), cues.begin() + static_cast<std::ptrdiff_t>(end)});
        std::move(found.begin(), found.end(), std::back_inserter(all));
        begin = end;
    }
    all.erase(std::remove_if(all.begin(), all.end(), [](const ReadAttribution &each) { return each.content.empty(); }),
              all.end());
    return all;
}

} // namespace gainsay
