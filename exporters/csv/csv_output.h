#pragma once

#include "base/byte_sink.h"
#include "exporters/table.h"

#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// Whether text that a spreadsheet would run as a formula gets an apostrophe before it.
enum class FormulaGuard { on, off };

/// Writes rows as CSV (RFC 4180: commas, CRLF, quotes doubled; UTF-8 without a byte order mark). Text becomes
/// printable, its line ends "\n". A text that begins with = + - @, a tab or a line end, also behind blanks, is no
/// formula: with the guard it begins with an apostrophe, as OWASP's "CSV injection" advises. Numbers stand as they are.
class CsvOutput {
  public:
    explicit CsvOutput(ByteSink &sink, FormulaGuard guard = FormulaGuard::on) : sink_(&sink), guard_(guard) {}

    void row(const std::vector<Cell> &cells);
    void header(const std::vector<std::string> &names);
    /// Hands on what is left. Throws OutputError.
    void finish();

  private:
    void add(const Cell &cell);
    void end_row();

    ByteSink *sink_;
    FormulaGuard guard_;
    std::string buffer_;
    bool at_start_ = true;
};

/// One field as CsvOutput writes it.
std::string csv_field(std::string_view text, FormulaGuard guard);

} // namespace gainsay
