#include "exporters/xml_output.h"

#include "base/number.h"
#include "exporters/text.h"

namespace gainsay {

XmlOutput &XmlOutput::markup(std::string_view text) {
    buffer_ += text;
    flush_if_large();
    return *this;
}

XmlOutput &XmlOutput::text(std::string_view text) {
    buffer_ += xml_escape(text);
    flush_if_large();
    return *this;
}

XmlOutput &XmlOutput::cell(const Cell &cell) {
    if (const auto *integer = std::get_if<std::int64_t>(&cell)) {
        return markup(std::to_string(*integer));
    }
    if (const auto *number = std::get_if<double>(&cell)) {
        return markup(format_number(*number));
    }
    if (const auto *words = std::get_if<std::string>(&cell)) {
        return text(*words);
    }
    return *this;
}

void XmlOutput::finish() {
    sink_->write(buffer_);
    buffer_.clear();
}

void XmlOutput::flush_if_large() {
    constexpr std::size_t large = std::size_t{1} << 16U;
    if (buffer_.size() >= large) {
        finish();
    }
}

std::string_view xml_type_name(CellType type) {
    switch (type) {
    case CellType::integer:
        return "long";
    case CellType::number:
        return "double";
    case CellType::text:
        break;
    }
    return "string";
}

} // namespace gainsay
