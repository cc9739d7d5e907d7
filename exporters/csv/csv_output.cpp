#include "exporters/csv/csv_output.h"

#include "base/number.h"
#include "exporters/text.h"

namespace gainsay {

namespace {

bool is_formula(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    return first != std::string_view::npos && std::string_view("=+-@\t\n").find(text[first]) != std::string_view::npos;
}

} // namespace

std::string csv_field(std::string_view text, FormulaGuard guard) {
    std::string field = printable(text);
    if (guard == FormulaGuard::on && is_formula(field)) {
        field.insert(0, 1, '\'');
    }
    // Blanks at the ends are quoted too: some readers cut them.
    const bool needs_quotes = field.find_first_of(",\"\n\t;") != std::string::npos || field.starts_with(' ') ||
                              field.ends_with(' ') || field.starts_with('\'');
    if (!needs_quotes) {
        return field;
    }
    std::string quoted = "\"";
    for (const char byte : field) {
        quoted.append(byte == '"' ? 2 : 1, byte);
    }
    return quoted + "\"";
}

void CsvOutput::add(const Cell &cell) {
    if (!at_start_) {
        buffer_ += ',';
    }
    at_start_ = false;
    if (const auto *integer = std::get_if<std::int64_t>(&cell)) {
        buffer_ += std::to_string(*integer);
    } else if (const auto *number = std::get_if<double>(&cell)) {
        buffer_ += format_number(*number);
    } else if (const auto *text = std::get_if<std::string>(&cell)) {
        buffer_ += csv_field(*text, guard_);
    }
}

void CsvOutput::end_row() {
    constexpr std::size_t large = std::size_t{1} << 16U;
    buffer_ += "\r\n";
    at_start_ = true;
    if (buffer_.size() >= large) {
        finish();
    }
}

void CsvOutput::row(const std::vector<Cell> &cells) {
    for (const Cell &cell : cells) {
        add(cell);
    }
    end_row();
}

void CsvOutput::header(const std::vector<std::string> &names) {
    for (const std::string &name : names) {
        add(Cell(name));
    }
    end_row();
}

void CsvOutput::finish() {
    sink_->write(buffer_);
    buffer_.clear();
}

} // namespace gainsay
