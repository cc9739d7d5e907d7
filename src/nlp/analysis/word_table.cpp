#include "nlp/analysis/word_table.h"

#include <algorithm>

#include "base/error.h"
#include "neural/model_file.h"

namespace gainsay {
namespace {

std::uint32_t hash_of(std::string_view word) {
    std::uint32_t hash = 2166136261U;
    for (const char byte : word)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
    hash ^= hash >> 16U;
    hash *= 0x85ebca6bU;
    hash ^= hash >> 13U;
    return hash;
}

} // namespace

WordTable::WordTable(const ModelFile &file, const std::string &name)
    : slots_(file.section_as<std::uint32_t>(name + ".slots")),
      offsets_(file.section_as<std::uint32_t>(name + ".offsets")) {
    const auto text = file.section(name + ".text");
    text_ = {reinterpret_cast<const char *>(text.data()), text.size()};
    const bool power_of_two = !slots_.empty() && (slots_.size() & (slots_.size() - 1)) == 0;
    // A search ends at a free slot.
    const bool has_free_slot = std::find(slots_.begin(), slots_.end(), 0U) != slots_.end();
    if (!power_of_two || !has_free_slot || offsets_.size() < 2 || offsets_.back() != text_.size() ||
        !std::is_sorted(offsets_.begin(), offsets_.end()))
        throw ModelError(file.path().string(), "a word table", "sections " + name + ".* that do not fit together");
}

std::uint32_t WordTable::find(std::string_view word) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = hash_of(word) & mask;; slot = (slot + 1) & mask) {
        const std::uint32_t number = slots_[slot];
        if (number == 0 || number >= offsets_.size())
            return 0;
        const std::uint32_t begin = offsets_[number - 1];
        if (text_.substr(begin, offsets_[number] - begin) == word)
            return number;
    }
}

void WordTable::write(ModelFileWriter &writer, const std::string &name, const std::vector<std::string> &words) {
    std::size_t size = 16;
    while (size < words.size() * 2)
        size *= 2;
    std::vector<std::uint32_t> slots(size, 0);
    std::vector<std::uint32_t> offsets = {0};
    std::string text;
    for (const auto &word : words) {
        text += word;
        offsets.push_back(static_cast<std::uint32_t>(text.size()));
        std::size_t slot = hash_of(word) & (size - 1);
        while (slots[slot] != 0)
            slot = (slot + 1) & (size - 1);
        slots[slot] = static_cast<std::uint32_t>(offsets.size() - 1);
    }
    writer.add_numbers(name + ".slots", std::span<const std::uint32_t>(slots));
    writer.add_numbers(name + ".offsets", std::span<const std::uint32_t>(offsets));
    writer.add(name + ".text", std::as_bytes(std::span(text)));
}

} // namespace gainsay
