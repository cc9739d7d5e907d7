#pragma once

#include "query/discourse.h"
#include "query/time_windows.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace gainsay {

// Discourse networks as defined by Philip Leifeld: "Discourse Network Analysis: Policy Debates as Dynamic Networks", in
// The Oxford Handbook of Political Networks, 2017, p. 301-326, and, with all formulas, in the manual of his program
// (Leifeld, Gruber and Bossner, "Discourse Network Analyzer Manual", chapter 2). Below, x_ijk is the number of
// statements in which node i of the first mode refers to node j of the second with the qualifier k, 1 (agrees) or 0
// (disagrees).

/// What the rows and columns of a network are.
enum class NetworkMode {
    /// Actors by actors: i are actors, j concepts.
    actors,
    /// Claims (or concepts) by claims: i are concepts, j actors.
    claims,
    /// Actors by claims.
    two_mode
};

/// How agreement and disagreement become an edge.
enum class Qualifier {
    /// Is not looked at. One mode: sum over j of (sum over k of x_ijk) (sum over k of x_i'jk). Two modes: sum over k of
    /// x_ijk.
    ignore,
    /// Two modes only: 0 never refers to it, 1 agrees, 2 disagrees, 3 both.
    combine,
    /// One mode: congruence less conflict. Two modes: x_ij1 - x_ij0.
    subtract,
    /// One mode only: sum over j and k of x_ijk x_i'jk.
    congruence,
    /// One mode only: sum over j of x_ij0 x_i'j1 + x_ij1 x_i'j0.
    conflict
};

/// What an edge is divided by. With N_i for the sum over j and k of x_ijk:
enum class Normalization {
    no,
    /// Two modes: N_i, how much the actor says.
    activity,
    /// Two modes: sum over i and k of x_ijk, how much is said of the concept.
    prominence,
    /// One mode: (N_i + N_i') / 2.
    average,
    /// One mode: sum over j and k of x_ijk where x_i'jk = 0, and of x_i'jk where x_ijk = 0, and of x_ijk x_i'jk.
    jaccard,
    /// One mode: N_i N_i' (the manual takes the root of the squared sums, which is the sums).
    cosine
};

/// How much a statement weighs by its distance from the middle of the window: u = 2 (t - middle) / width, from -1 to 1
/// in the window (Leifeld's w and gamma; his program's manual: "attenuation").
enum class Kernel {
    /// Every statement in the window counts 1.
    none,
    /// 1/2
    uniform,
    /// exp(-u^2 / 2) / sqrt(2 pi), of all statements, also outside of the window.
    gaussian,
    /// 3/4 (1 - u^2)
    epanechnikov,
    /// 1 - |u|
    triangular
};

template <>
std::span<const std::string_view> names_of<NetworkMode>();
template <>
std::span<const std::string_view> names_of<Qualifier>();
template <>
std::span<const std::string_view> names_of<Normalization>();
template <>
std::span<const std::string_view> names_of<Kernel>();

struct NetworkOptions {
    NetworkMode mode = NetworkMode::actors;
    Qualifier qualifier = Qualifier::congruence;
    Normalization normalization = Normalization::no;
    /// A network for each window; nothing: one of all statements.
    std::optional<TimeLength> width;
    /// From one window's first day to the next one's; nothing: the width.
    std::optional<TimeLength> step;
    /// Needs `width`.
    Kernel kernel = Kernel::none;
};

/// Throws UsageError, in the words of the command line, for what does not go together.
void check(const NetworkOptions &options);

/// One network: every cell that is not 0 and not on the diagonal of one mode, by row and column.
struct NetworkMatrix {
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> cells;
    /// Nothing for a network of all statements.
    std::optional<TimeWindow> window;
    /// How many statements it is made of.
    std::size_t statements = 0;

    double at(std::uint32_t row, std::uint32_t column) const;
};

/// The networks of a discourse, all with the same rows and columns.
struct NetworkSeries {
    NetworkMode mode = NetworkMode::actors;
    std::vector<DiscourseNode> rows;
    /// The rows again, of one mode.
    std::vector<DiscourseNode> columns;
    std::vector<NetworkMatrix> matrices;
    /// Statements in no window, as their day is unknown.
    std::size_t undated = 0;
};

/// A weighted statement counts as its weight in x_ijk of two modes; of one mode as the root of it, so that a pair of
/// statements weighs the geometric mean of both, as in Leifeld's program. Throws UsageError as check() does. Time in
/// proportion to statements and pairs of rows that share a column.
NetworkSeries discourse_networks(const Discourse &discourse, const NetworkOptions &options);

/// The weight of a statement on that day; see Kernel.
double kernel_weight(Kernel kernel, const TimeWindow &window, long day);

} // namespace gainsay
