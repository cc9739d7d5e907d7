#include "nlp/names/name_lexicon.h"

#include "base/error.h"
#include "neural/model_file.h"

#include <algorithm>
#include <charconv>

namespace gainsay {

NameLexicon::NameLexicon(Entries entries) : entries_(std::move(entries)) {
    index();
}

NameLexicon::NameLexicon(const ModelFile &file) {
    const auto bytes = file.section("names.lexicon");
    std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    entries_.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        const std::size_t tab = line.find('\t');
        Kinds kinds = 0;
        const char *const number_end = line.data() + std::min(tab, line.size());
        const auto [stop, error] = std::from_chars(line.data(), number_end, kinds);
        if (tab == std::string_view::npos || error != std::errc() || stop != number_end || tab + 1 == line.size()) {
            throw ModelError(file.path().string() + ", section names.lexicon", "a number, a tab and a name",
                             std::string(line));
        }
        entries_.emplace_back(line.substr(tab + 1), kinds);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    index();
}

void NameLexicon::index() {
    if (!std::is_sorted(entries_.begin(), entries_.end())) {
        std::sort(entries_.begin(), entries_.end());
    }
    found_.reserve(entries_.size());
    for (const auto &[entry, kinds] : entries_) {
        const std::string_view name = entry;
        found_[name].kinds |= kinds;
        const auto words = 1 + static_cast<std::size_t>(std::count(name.begin(), name.end(), ' '));
        Found &first = found_[name.substr(0, name.find(' '))];
        first.words = std::max(first.words, static_cast<std::uint8_t>(std::min(words, most_words)));
    }
}

std::pair<NameLexicon::Kinds, std::size_t> NameLexicon::longest(const std::vector<std::string_view> &words) const {
    const auto first = words.empty() ? found_.end() : found_.find(words.front());
    if (first == found_.end()) {
        return {0, 0};
    }
    for (std::size_t count = std::min<std::size_t>(first->second.words, words.size()); count > 1; --count) {
        std::string name(words.front());
        for (std::size_t i = 1; i < count; ++i) {
            name += ' ';
            name += words[i];
        }
        if (const Kinds kinds = find(name); kinds != 0) {
            return {kinds, count};
        }
    }
    return {first->second.kinds, first->second.kinds != 0 ? 1 : 0};
}

NameLexicon::Kinds NameLexicon::find(std::string_view words) const {
    const auto found = found_.find(words);
    return found == found_.end() ? Kinds{0} : found->second.kinds;
}

void NameLexicon::write(ModelFileWriter &writer) const {
    std::string text;
    for (const auto &[name, kinds] : entries_) {
        text += std::to_string(kinds) + "\t" + name + "\n";
    }
    writer.add("names.lexicon", std::as_bytes(std::span(text)));
}

} // namespace gainsay
