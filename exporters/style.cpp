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

struct ToneStyle {
    Color color;
    std::string_view arrow;
    std::string_view sign;
};

/// In the order of Tone. Hues of the palette of Okabe and Ito ("Color universal design", 2008), which people with any
/// kind of colour blindness tell apart, darkened until text in them reads well on white (contrast of 4.5 and more);
/// what says the opposite differs in its arrow too.
constexpr auto tone_styles = std::to_array<ToneStyle>({
    {{0, 114, 84}, "normal", "→"},   // affirming: bluish green
    {{190, 60, 0}, "tee", "⊣"},      // denying: vermilion
    {{150, 50, 100}, "normal", "→"}, // accusing: reddish purple, dark
    {{138, 96, 0}, "normal", "→"},   // demanding: orange, dark
    {{122, 110, 0}, "normal", "→"},  // warning: yellow, dark
    {{90, 100, 110}, "odot", "⊸"},   // doubting: grey
    {{120, 40, 150}, "box", "⟞"},    // suspending: purple
    {{110, 20, 20}, "inv", "⤙"},     // opposing: dark red
    {{0, 98, 160}, "normal", "→"},   // cooperating: blue
    {{120, 120, 120}, "vee", "→"},   // structural
    {{165, 165, 165}, "vee", "→"},   // provenance
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
    return tone_styles.at(static_cast<std::size_t>(tone)).color;
}

std::string_view arrow_of(Tone tone) {
    return tone_styles.at(static_cast<std::size_t>(tone)).arrow;
}

std::string_view sign_of(Tone tone) {
    return tone_styles.at(static_cast<std::size_t>(tone)).sign;
}

Color dispute_color() {
    return {190, 60, 0};
}

double line_width(double weight) {
    return std::clamp(1.0 + 0.7 * std::log2(std::max(weight, 1.0)), 1.0, 5.0);
}

double node_size(std::size_t degree) {
    return 10.0 + 5.0 * std::sqrt(static_cast<double>(degree));
}

} // namespace gainsay
