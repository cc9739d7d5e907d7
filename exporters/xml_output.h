#pragma once

#include "base/byte_sink.h"
#include "exporters/table.h"

#include <string>
#include <string_view>

namespace gainsay {

/// Collects XML text and hands it on in large pieces.
class XmlOutput {
  public:
    explicit XmlOutput(ByteSink &sink) : sink_(&sink) {}

    /// Markup, as it is.
    XmlOutput &markup(std::string_view text);
    /// Escaped; for content and for attributes in double quotes.
    XmlOutput &text(std::string_view text);
    /// A number or text; the cell must hold one.
    XmlOutput &cell(const Cell &cell);
    void finish();

  private:
    void flush_if_large();

    ByteSink *sink_;
    std::string buffer_;
};

/// What GEXF and GraphML call the type. No list types (networkx), no booleans (Boost, Cytoscape); counts as long, so
/// that nothing overflows.
std::string_view xml_type_name(CellType type);

} // namespace gainsay
