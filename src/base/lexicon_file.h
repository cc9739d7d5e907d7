#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// A file of words: lines of fields separated by tabs; lines that are empty or start with "# " are comments.
class LexiconFile {
  public:
    struct Row {
        std::vector<std::string> fields;
        /// From 1.
        std::size_t line = 0;
    };

    /// Reads the whole file. Every row must have `columns` fields, of which all but the first may be empty. Throws
    /// ModelError with file and line.
    static LexiconFile read(const std::filesystem::path &path, std::size_t columns);
    /// The same for a text, for tests; `name` stands in messages.
    static LexiconFile parse(std::string_view text, std::string name, std::size_t columns);

    const std::vector<Row> &rows() const { return rows_; }
    [[noreturn]] void fail(const Row &row, std::string expected, std::string found) const;

  private:
    std::string name_;
    std::vector<Row> rows_;
};

/// The parts between separators, without white space at their ends; empty parts are left out.
std::vector<std::string> split_list(std::string_view text, char separator);

/// Lower case, curly apostrophes straight: the form under which words are looked up.
std::string lookup_form(std::string_view text);

} // namespace gainsay
