#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// A merge of which the program is not sure, as the node attribute `doubtful_merges` keeps it: one text, fields
/// separated by " | " as in an override file, which takes `first` and `second` as they stand:
///
///     62 | Sand@varna_morning | Viktor Sand@harbor_post | nobody else there holds the office
///     71 | dw:1921-1997 | rt:310-402 | they state the same
struct DoubtfulMerge {
    /// How sure the program is that the two are one, in percent.
    int percent = 0;
    /// Names with their documents; of a claim, statements by the bytes of their contents.
    std::string first;
    std::string second;
    std::string reason;

    friend auto operator<=>(const DoubtfulMerge &, const DoubtfulMerge &) = default;
};

/// Merges that are less sure than this, in percent, are kept for a reader to check.
inline constexpr int least_sure_merge = 85;

/// No field may hold a "|": such a merge has no text (empty).
std::string format(const DoubtfulMerge &merge);
/// Texts of the merges, the least sure first, in a fixed order, each once; of many the first ones.
std::vector<std::string> doubtful_texts(std::vector<DoubtfulMerge> merges);
/// Nothing for another text.
std::optional<DoubtfulMerge> parse_doubtful_merge(std::string_view text);

} // namespace gainsay
