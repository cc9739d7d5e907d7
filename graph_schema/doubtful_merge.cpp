#include "graph_schema/doubtful_merge.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

namespace gainsay {

namespace {

constexpr std::string_view between = " | ";

} // namespace

std::string format(const DoubtfulMerge &merge) {
    std::string text = std::to_string(merge.percent);
    for (const std::string *field : {&merge.first, &merge.second, &merge.reason}) {
        if (field->find_first_of("|\t\n") != std::string::npos) {
            return "";
        }
        text.append(between).append(*field);
    }
    return text;
}

std::vector<std::string> doubtful_texts(std::vector<DoubtfulMerge> merges) {
    constexpr std::size_t most = 12;
    std::sort(merges.begin(), merges.end());
    merges.erase(std::unique(merges.begin(), merges.end()), merges.end());
    std::vector<std::string> texts;
    for (const DoubtfulMerge &merge : merges) {
        if (std::string text = format(merge); !text.empty() && texts.size() < most) {
            texts.push_back(std::move(text));
        }
    }
    return texts;
}

std::optional<DoubtfulMerge> parse_doubtful_merge(std::string_view text) {
    std::array<std::string_view, 4> fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::size_t end = text.find(between);
        const bool is_last = i + 1 == fields.size();
        if (is_last != (end == std::string_view::npos)) {
            return std::nullopt;
        }
        fields[i] = text.substr(0, end);
        text.remove_prefix(is_last ? text.size() : end + between.size());
    }
    DoubtfulMerge merge;
    const char *end = fields[0].data() + fields[0].size();
    const std::from_chars_result read = std::from_chars(fields[0].data(), end, merge.percent);
    if (read.ec != std::errc() || read.ptr != end || fields[1].empty() || fields[2].empty()) {
        return std::nullopt;
    }
    merge.first = fields[1];
    merge.second = fields[2];
    merge.reason = fields[3];
    return merge;
}

} // namespace gainsay
