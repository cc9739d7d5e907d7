#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

class ModelFile;
class ModelFileWriter;

/// Numbers of words, looked up in mapped memory: an open-addressing hash table. Const; any number of threads.
class WordTable {
  public:
    /// Reads the sections "NAME.slots", "NAME.offsets" and "NAME.text" of a file that outlives the table. Throws
    /// ModelError.
    WordTable(const ModelFile &file, const std::string &name);

    /// The word's place in the list it was written from, plus one; 0 for an unknown word.
    [[nodiscard]] std::uint32_t find(std::string_view word) const;
    [[nodiscard]] std::size_t size() const { return offsets_.size() - 1; }

    static void write(ModelFileWriter &writer, const std::string &name, const std::vector<std::string> &words);

  private:
    std::span<const std::uint32_t> slots_;
    std::span<const std::uint32_t> offsets_;
    std::string_view text_;
};

} // namespace gainsay
