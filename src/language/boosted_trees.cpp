#include "language/boosted_trees.h"

#include "base/lexicon_file.h"
#include "base/number.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace gainsay {

BoostedTrees::BoostedTrees(const LexiconFile &file) {
    // What a tree's nodes point to must be there, behind them: else a walk would not end.
    std::vector<std::pair<const LexiconFile::Row *, std::uint32_t>> expected;
    const auto number_of = [&file](const LexiconFile::Row &row, std::size_t field) {
        const std::optional<std::int64_t> number = parse_integer(row.fields[field]);
        if (!number || *number < 0 || *number > 1'000'000) {
            file.fail(row, "a whole number", row.fields[field]);
        }
        return static_cast<std::uint32_t>(*number);
    };
    for (const LexiconFile::Row &row : file.rows()) {
        const std::uint32_t tree = number_of(row, 0);
        const std::uint32_t at = number_of(row, 1);
        if (at == 0) {
            roots_.push_back(static_cast<std::uint32_t>(nodes_.size()));
        }
        if (roots_.empty() || tree + 1 != roots_.size() || roots_.back() + at != nodes_.size()) {
            file.fail(row, "the next node, or the next tree's first", row.fields[0] + " " + row.fields[1]);
        }
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
            node.low = roots_.back() + number_of(row, 4);
            node.high = roots_.back() + number_of(row, 5);
            if (node.low <= nodes_.size() || node.high <= nodes_.size()) {
                file.fail(row, "children behind their parent", row.fields[4] + " " + row.fields[5]);
            }
            expected.emplace_back(&row, std::max(node.low, node.high));
        }
        nodes_.push_back(node);
    }
    for (const auto &[row, last] : expected) {
        const auto next = std::upper_bound(roots_.begin(), roots_.end(), last);
        const std::size_t end = next == roots_.end() ? nodes_.size() : *next;
        const std::uint32_t tree = number_of(*row, 0);
        if (last >= end || static_cast<std::size_t>(next - roots_.begin()) != tree + 1) {
            file.fail(*row, "children in its tree", row->fields[4] + " " + row->fields[5]);
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
