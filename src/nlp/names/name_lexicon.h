#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gainsay {

class ModelFile;
class ModelFileWriter;

/// What lists of the world's names say of a word or a run of words. Const; any number of threads.
class NameLexicon {
  public:
    enum class Kind : std::uint8_t { given, state, place, organization, organization_ending, people, title, outlet };
    static constexpr std::size_t kind_count = 8;
    using Kinds = std::uint8_t; ///< one bit a kind
    static constexpr Kinds bit(Kind kind) { return static_cast<Kinds>(1U << static_cast<unsigned>(kind)); }

    /// Most words of an entry that is looked for.
    static constexpr std::size_t most_words = 5;

    using Entries = std::vector<std::pair<std::string, Kinds>>;
    /// Words of an entry are joined by single blanks.
    explicit NameLexicon(Entries entries);
    /// Reads the section "names.lexicon": lines of the kinds' bits as a number, a tab and the name. Throws ModelError.
    explicit NameLexicon(const ModelFile &file);

    ~NameLexicon() = default;
    NameLexicon(const NameLexicon &) = delete; // the index refers to the entries
    NameLexicon &operator=(const NameLexicon &) = delete;
    NameLexicon(NameLexicon &&) noexcept = default;
    NameLexicon &operator=(NameLexicon &&) noexcept = default;

    /// The kinds of the longest entry that begins with the first of `words` and how many words it has; {0, 0} for none.
    [[nodiscard]] std::pair<Kinds, std::size_t> longest(const std::vector<std::string_view> &words) const;
    [[nodiscard]] Kinds find(std::string_view words) const;

    /// Writes what the constructor reads.
    void write(ModelFileWriter &writer) const;

  private:
    void index();
    struct Found {
        Kinds kinds = 0;
        std::uint8_t words = 0; ///< most words of an entry that begins with this word; of single words alone
    };
    Entries entries_; ///< sorted
    std::unordered_map<std::string_view, Found> found_;
};

} // namespace gainsay
