#include "query/discourse_network.h"

#include "base/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace gainsay {

namespace {

constexpr auto mode_names = std::to_array<std::string_view>({"actors", "claims", "two-mode"});
constexpr auto qualifier_names =
    std::to_array<std::string_view>({"ignore", "combine", "subtract", "congruence", "conflict"});
constexpr auto normalization_names =
    std::to_array<std::string_view>({"no", "activity", "prominence", "average", "jaccard", "cosine"});
constexpr auto kernel_names =
    std::to_array<std::string_view>({"none", "uniform", "gaussian", "epanechnikov", "triangular"});

/// x_ij0 and x_ij1.
struct Counts {
    double against = 0;
    double in_favor = 0;

    double sum() const { return against + in_favor; }
};

/// x: by row, then column.
using Array = std::vector<std::map<std::uint32_t, Counts>>;

std::vector<double> activity(const Array &x) {
    std::vector<double> sums(x.size(), 0);
    for (std::size_t i = 0; i < x.size(); ++i) {
        for (const auto &[column, counts] : x[i]) {
            sums[i] += counts.sum();
        }
    }
    return sums;
}

/// What one column adds to the edge of two rows.
double shared_by(const Counts &a, const Counts &b, Qualifier qualifier) {
    const double congruence = a.in_favor * b.in_favor + a.against * b.against;
    const double conflict = a.in_favor * b.against + a.against * b.in_favor;
    switch (qualifier) {
    case Qualifier::congruence:
        return congruence;
    case Qualifier::conflict:
        return conflict;
    case Qualifier::subtract:
        return congruence - conflict;
    default:
        return a.sum() * b.sum();
    }
}

/// Of two rows: what is divided, and the parts of Jaccard's divisor.
struct Pair {
    double omega = 0;
    /// Sum of x_ijk and x_i'jk where both are above 0.
    double in_both = 0;
    /// Sum of x_ijk x_i'jk.
    double joint = 0;
};

void add_level(double a, double b, Pair &pair) {
    if (a > 0 && b > 0) {
        pair.in_both += a + b;
        pair.joint += a * b;
    }
}

double divisor(Normalization normalization, double activity_a, double activity_b, const Pair &pair) {
    switch (normalization) {
    case Normalization::average:
        return (activity_a + activity_b) / 2;
    case Normalization::jaccard:
        return activity_a + activity_b - pair.in_both + pair.joint;
    case Normalization::cosine:
        return activity_a * activity_b;
    default:
        return 1;
    }
}

void fill_one_mode(const Array &x, const NetworkOptions &options, NetworkMatrix &matrix) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> rows_of_column;
    for (std::uint32_t i = 0; i < x.size(); ++i) {
        for (const auto &[column, counts] : x[i]) {
            rows_of_column[column].push_back(i);
        }
    }
    std::map<std::pair<std::uint32_t, std::uint32_t>, Pair> pairs;
    for (const auto &[column, rows] : rows_of_column) {
        for (std::size_t a = 0; a < rows.size(); ++a) {
            for (std::size_t b = a + 1; b < rows.size(); ++b) {
                const Counts &first = x[rows[a]].at(column);
                const Counts &second = x[rows[b]].at(column);
                Pair &pair = pairs[{rows[a], rows[b]}];
                pair.omega += shared_by(first, second, options.qualifier);
                add_level(first.in_favor, second.in_favor, pair);
                add_level(first.against, second.against, pair);
            }
        }
    }
    const std::vector<double> sums = activity(x);
    for (const auto &[ends, pair] : pairs) {
        const double below = divisor(options.normalization, sums[ends.first], sums[ends.second], pair);
        const double value = below > 0 ? pair.omega / below : 0;
        if (value != 0) {
            matrix.cells[ends] = value;
            matrix.cells[{ends.second, ends.first}] = value;
        }
    }
}

double two_mode_value(const Counts &counts, Qualifier qualifier) {
    switch (qualifier) {
    case Qualifier::combine:
        return (counts.in_favor > 0 ? 1 : 0) + (counts.against > 0 ? 2 : 0);
    case Qualifier::subtract:
        return counts.in_favor - counts.against;
    default:
        return counts.sum();
    }
}

void fill_two_mode(const Array &x, std::size_t columns, const NetworkOptions &options, NetworkMatrix &matrix) {
    const std::vector<double> sums = activity(x);
    std::vector<double> prominence(columns, 0);
    for (const auto &row : x) {
        for (const auto &[column, counts] : row) {
            prominence[column] += counts.sum();
        }
    }
    for (std::uint32_t i = 0; i < x.size(); ++i) {
        for (const auto &[column, counts] : x[i]) {
            double value = two_mode_value(counts, options.qualifier);
            if (options.normalization == Normalization::activity) {
                value = sums[i] > 0 ? value / sums[i] : 0;
            } else if (options.normalization == Normalization::prominence) {
                value = prominence[column] > 0 ? value / prominence[column] : 0;
            }
            if (value != 0) {
                matrix.cells[{i, column}] = value;
            }
        }
    }
}

NetworkMatrix network_of(const Discourse &discourse, const NetworkOptions &options,
                         const std::optional<TimeWindow> &window) {
    NetworkMatrix matrix;
    matrix.window = window;
    const bool by_concept = options.mode == NetworkMode::claims;
    Array x(by_concept ? discourse.concepts.size() : discourse.actors.size());
    for (const DiscourseStatement &statement : discourse.statements) {
        double weight = 1;
        if (window) {
            weight = statement.day ? kernel_weight(options.kernel, *window, *statement.day) : 0;
            if (options.mode != NetworkMode::two_mode) {
                weight = std::sqrt(weight);
            }
        }
        if (weight > 0) {
            Counts &counts = by_concept ? x[statement.subject][statement.actor] : x[statement.actor][statement.subject];
            (statement.agrees ? counts.in_favor : counts.against) += weight;
            ++matrix.statements;
        }
    }
    if (options.mode == NetworkMode::two_mode) {
        fill_two_mode(x, discourse.concepts.size(), options, matrix);
    } else {
        fill_one_mode(x, options, matrix);
    }
    return matrix;
}

} // namespace

template <>
std::span<const std::string_view> names_of<NetworkMode>() {
    return mode_names;
}
template <>
std::span<const std::string_view> names_of<Qualifier>() {
    return qualifier_names;
}
template <>
std::span<const std::string_view> names_of<Normalization>() {
    return normalization_names;
}
template <>
std::span<const std::string_view> names_of<Kernel>() {
    return kernel_names;
}

void check(const NetworkOptions &options) {
    const bool is_two_mode = options.mode == NetworkMode::two_mode;
    const std::string mode = "with --mode " + std::string(name(options.mode));
    const std::string qualifier = "'" + std::string(name(options.qualifier)) + "'";
    if (is_two_mode && (options.qualifier == Qualifier::congruence || options.qualifier == Qualifier::conflict)) {
        throw UsageError("--qualifier", "combine, subtract or ignore " + mode, qualifier);
    }
    if (!is_two_mode && options.qualifier == Qualifier::combine) {
        throw UsageError("--qualifier", "congruence, conflict, subtract or ignore " + mode, qualifier);
    }
    const std::string normalization = "'" + std::string(name(options.normalization)) + "'";
    const bool is_of_two_modes =
        options.normalization == Normalization::activity || options.normalization == Normalization::prominence;
    if (options.normalization != Normalization::no && is_of_two_modes != is_two_mode) {
        throw UsageError("--normalize",
                         (is_two_mode ? "no, activity or prominence " : "no, average, jaccard or cosine ") + mode,
                         normalization);
    }
    if (options.qualifier == Qualifier::combine && options.normalization != Normalization::no) {
        throw UsageError("--normalize", "no with --qualifier combine, whose numbers are kinds and no amounts",
                         normalization);
    }
    if (!options.width && (options.kernel != Kernel::none || options.step)) {
        throw UsageError(options.step ? "--step" : "--kernel", "--windows with it", "none");
    }
}

double NetworkMatrix::at(std::uint32_t row, std::uint32_t column) const {
    const auto found = cells.find({row, column});
    return found == cells.end() ? 0 : found->second;
}

double kernel_weight(Kernel kernel, const TimeWindow &window, long day) {
    const auto width = static_cast<double>(window.last - window.first + 1);
    const double middle = static_cast<double>(window.first + window.last) / 2;
    const double u = 2 * (static_cast<double>(day) - middle) / width;
    if (kernel == Kernel::gaussian) {
        return std::exp(-u * u / 2) / std::sqrt(2 * std::numbers::pi);
    }
    if (day < window.first || day > window.last) {
        return 0;
    }
    switch (kernel) {
    case Kernel::uniform:
        return 0.5;
    case Kernel::epanechnikov:
        return 0.75 * (1 - u * u);
    case Kernel::triangular:
        return 1 - std::abs(u);
    default:
        return 1;
    }
}

NetworkSeries discourse_networks(const Discourse &discourse, const NetworkOptions &options) {
    check(options);
    NetworkSeries series;
    series.mode = options.mode;
    series.rows = options.mode == NetworkMode::claims ? discourse.concepts : discourse.actors;
    series.columns = options.mode == NetworkMode::actors ? discourse.actors : discourse.concepts;
    if (!options.width) {
        series.matrices.push_back(network_of(discourse, options, std::nullopt));
        return series;
    }
    std::optional<long> begin;
    long end = 0;
    for (const DiscourseStatement &statement : discourse.statements) {
        if (!statement.day) {
            ++series.undated;
            continue;
        }
        end = begin ? std::max(end, *statement.day) : *statement.day;
        begin = begin ? std::min(*begin, *statement.day) : *statement.day;
    }
    if (begin) {
        for (const TimeWindow &window :
             time_windows(*begin, end, *options.width, options.step.value_or(*options.width))) {
            series.matrices.push_back(network_of(discourse, options, window));
        }
    }
    return series;
}

} // namespace gainsay
