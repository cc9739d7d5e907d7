#pragma once

#include "exporters/table.h"
#include "graph/json_output.h"

namespace gainsay {

void write_cell(JsonOutput &out, const Cell &cell);

/// A member for every column that has a value.
template <class Index>
void write_members(JsonOutput &out, const std::vector<Column<Index>> &columns, Index index) {
    for (const Column<Index> &column : columns) {
        const Cell cell = column.value(index);
        if (!std::holds_alternative<std::monostate>(cell)) {
            // JSON has no table of keys: an edge's label may be called like a node's.
            out.key(column.name == "edgelabel" ? "label" : std::string_view(column.name));
            write_cell(out, cell);
        }
    }
}

} // namespace gainsay
