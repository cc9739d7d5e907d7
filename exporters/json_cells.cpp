#include "exporters/json_cells.h"

namespace gainsay {

void write_cell(JsonOutput &out, const Cell &cell) {
    if (const auto *integer = std::get_if<std::int64_t>(&cell)) {
        out.integer(*integer);
    } else if (const auto *number = std::get_if<double>(&cell)) {
        out.number(*number);
    } else if (const auto *text = std::get_if<std::string>(&cell)) {
        out.string(*text);
    } else {
        out.null();
    }
}

} // namespace gainsay
