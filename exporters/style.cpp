#include "exporters/style.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gainsay {

namespace {

/// In the order of NodeKind. Pale fills under black text, so that a black-and-white print can still be read.
constexpr auto node_styles = std::to_array<NodeStyle>({
    {"ellipse", {255, 243, 214}, {176, 125, 20}}, // Person
    {"box", {221, 235, 250}, {49, 104, 161}},     // Organization
    {"hexagon", {222, 243, 227}, {45, 125, 70}},  // Country
    {"octagon", {238, 230, 247}, {116, 77, 157}}, // Group
    {"box3d", {229, 241, 242}, {45, 120, 128}},   // Outlet
    {"house", {240, 238, 230}, {125, 117, 95}},   // Place
    {"cds", {247, 233, 224}, {160, 90, 50}},      // Event
    {"note", {255, 255, 255}, {90, 90, 90}},      // Claim
    {"tab", {245, 245, 245}, {150, 150, 150}},    // Document
});

/// In the order of Tone.
constexpr auto tone_colors = std::to_array<Color>({
    {38, 122, 62},   // affirming
    {200, 16, 32},   // denying
    {217, 95, 2},    // accusing
    {150, 110, 0},   // demanding
    {190, 75, 110},  // warning
    {95, 105, 115},  // doubting
    {117, 48, 158},  // suspending
    {128, 30, 20},   // opposing
    {30, 100, 180},  // cooperating
    {140, 140, 140}, // structural
    {185, 185, 185}, // provenance
});

} // namespace

std::string html_color(Color color) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "#";
    for (const std::uint8_t part : {color.red, color.green, color.blue}) {
        text += digits[part >> 4U];
        text += digits[part & 15U];
    }
    return text;
}

const NodeStyle &style(NodeKind kind) {
    return node_styles.at(static_cast<std::size_t>(kind));
}

Color color_of(Tone tone) {
    return tone_colors.at(static_cast<std::size_t>(tone));
}

Color dispute_color() {
    return {200, 16, 32};
}

double line_width(double weight) {
    return std::clamp(1.0 + 0.7 * std::log2(std::max(weight, 1.0)), 1.0, 5.0);
}

double node_size(std::size_t degree) {
    return 10.0 + 5.0 * std::sqrt(static_cast<double>(degree));
}

} // namespace gainsay
