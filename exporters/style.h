#pragma once

#include "graph_schema/edge_kind.h"
#include "graph_schema/node_kind.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gainsay {

struct Color {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    friend bool operator==(const Color &, const Color &) = default;
};

/// "#1a7f37".
std::string html_color(Color color);

/// How a kind of node looks in every format.
struct NodeStyle {
    /// Graphviz' name of the shape.
    std::string_view shape;
    Color fill;
    Color line;
};
const NodeStyle &style(NodeKind kind);

/// The colour of a tone's edges.
Color color_of(Tone tone);

/// Graphviz' name of the arrow's head: who denies ends in a bar, so that a print in black and white tells it.
std::string_view arrow_of(Tone tone);
/// The arrow as a character, for legends.
std::string_view sign_of(Tone tone);

/// The border of disputed claims, whatever their kind.
Color dispute_color();

/// Line width in points: 1 for weight 1, growing with the logarithm, at most 5.
double line_width(double weight);

/// Size of a node in programs that have one (Gephi): grows with the square root of its edges.
double node_size(std::size_t degree);

} // namespace gainsay
