#include "language/boosted_trees.h"

#include "base/lexicon_file.h"
#include "base/number.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace gainsay {

namespace {

std::uint32_t number_of(const LexiconFile &file, const LexiconFile::Row &row, std::size_t field) {
    constexpr std::int64_t most = 1'000'000;
    const std::optional<std::int64_t> number = parse_integer(row.fields[field]);
    if (!number || *number < 0 || *number > most) {
        file.fail(row, "a whole number", row.fields[field]);
    }
    return static_cast<std::uint32_t>(*number);
}

} // namespace

BoostedTrees::BoostedTrees(const LexiconFile &file) {
    for (const LexiconFile::Row &row : file.rows()) {
        const std::uint32_t tree = number_of(file, row, 0);
        const std::uint32_t at = number_of(file, row, 1);
        if (at == 0) {
            roots_.push_back(static_cast<std::uint32_t>(nodes_.size()));
        }
        if (roots_.empty() || tree + 1 != roots_.size() || roots_.back() + at != nodes_.size()) {
            file.fail(row, "the next node, or the next tree's first", row.fields[0] + " " + row.fields[1]);
        }
        nodes_.push_back(read_node(file, row));
    }
    check_children(file);
}

BoostedTrees::Node BoostedTrees::read_node(const LexiconFile &file, const LexiconFile::Row &row) {
    const std::optional<double> value = parse_double(row.fields[3]);
    if (!value || !std::isfinite(*value)) {
        file.fail(row, "a number", row.fields[3]);
    }
    Node node;
    node.value = *value;
    if (row.fields[2] != "-") {
        const auto known = std::find(features_.begin(), features_.end(), row.fields[2]);
        node.feature = static_cast<std::int32_t>(known - features_.begin());
        if (known == features_.end()) {
            features_.push_back(row.fields[2]);
        }
        node.low = roots_.back() + number_of(file, row, 4);
        node.high = roots_.back() + number_of(file, row, 5);
    }
    return node;
}

void BoostedTrees::check_children(const LexiconFile &file) const {
    // What a node points to must be behind it, in its tree: else a walk would not end.
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        const Node &node = nodes_[i];
        const auto next = std::upper_bound(roots_.begin(), roots_.end(), i);
        const std::size_t end = next == roots_.end() ? nodes_.size() : *next;
        if (node.feature >= 0 && (std::min(node.low, node.high) <= i || std::max(node.low, node.high) >= end)) {
            const LexiconFile::Row &row = file.rows()[i];
            file.fail(row, "children behind their parent, in its tree", row.fields[4] + " " + row.fields[5]);
        }
    }
}

BoostedTrees BoostedTrees::load(const std::filesystem::path &path) {
    return BoostedTrees(LexiconFile::read(path, 6));
}

double BoostedTrees::probability(const std::vector<double> &values) const {
    double odds = 0;
    for (const std::uint32_t root : roots_) {
        const Node *node = &nodes_[root];
        while (node->feature >= 0) {
            node = &nodes_[values[static_cast<std::size_t>(node->feature)] <= node->value ? node->low : node->high];
        }
        odds += node->value;
    }
    return 1 / (1 + std::exp(-odds));
}

} // namespace gainsay
