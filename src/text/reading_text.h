#pragma once

#include "base/span.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// Whether a character only lays text out and is no part of a word: the soft hyphen, zero-width spaces and joiners, the
/// word joiner and the byte order mark.
bool is_layout_mark(char32_t code_point);

/// The text as ReadingText has it, hyphens at line ends left alone.
std::string reading_of(std::string_view text);

/// A text as a reader sees it: without layout marks, with characters for what HTML writes for them ("&quot;"), with
/// words put together that were divided at a line's end ("infor-", "mation"), and without what a page shows at a name
/// (find_popovers). Knows where each of its bytes stood. Of a
/// text that has none of these it is a view.
class ReadingText {
  public:
    /// How common a word in lower case is: 1 for the most common; 0 for an unknown one.
    using WordRank = std::function<std::size_t(std::string_view)>;

    /// `original` is well-formed UTF-8 (other bytes are kept) and outlives it. A hyphen at a line's end goes where the
    /// word is more common without it, or its second part is none of its own; without `rank` none goes.
    explicit ReadingText(std::string_view original, const WordRank &rank = {});

    ReadingText(const ReadingText &) = delete;
    ReadingText &operator=(const ReadingText &) = delete;
    ReadingText(ReadingText &&) = delete;
    ReadingText &operator=(ReadingText &&) = delete;
    ~ReadingText() = default;

    bool differs() const { return !cuts_.empty(); }
    std::string_view text() const { return cuts_.empty() ? original_ : std::string_view(changed_); }
    /// The bytes of the original from the first to the last character of the span; layout marks at its ends are left
    /// out.
    ByteSpan original(ByteSpan span) const;

  private:
    /// From `position` in the changed text on, offsets are `removed` larger in the original. `attached` of these bytes
    /// belong to the character before.
    struct Cut {
        std::size_t position = 0;
        std::size_t removed = 0;
        std::size_t attached = 0;
    };

    const Cut *cut_before(std::size_t position) const;
    void cut(std::size_t begin, std::size_t end, std::string_view instead);

    std::string_view original_;
    std::string changed_;
    /// Of the original: what is in the changed text by now.
    std::size_t done_ = 0;
    std::vector<Cut> cuts_;
};

} // namespace gainsay
