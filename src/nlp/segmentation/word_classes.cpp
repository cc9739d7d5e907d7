#include "nlp/segmentation/word_classes.h"

#include "nlp/segmentation/section_reader.h"

#include <bit>
#include <string>

namespace gainsay {

WordClasses::WordClasses(std::span<const std::byte> &bytes) {
    SectionReader reader(bytes);
    const std::size_t count = *reader.take<std::uint32_t>(1);
    if (!std::has_single_bit(count)) {
        throw ModelError("tokenizer section", "a power of two of word class slots", std::to_string(count));
    }
    slots_ = {reader.take<WordClassSlot>(count), count};
    bytes = reader.rest();
}

WordEntry WordClasses::find(std::uint32_t form, bool capitalised) const {
    const std::uint16_t wanted = tag(form);
    std::size_t slot = first_slot(form, slots_.size());
    for (std::size_t tries = 0; tries < slots_.size(); ++tries) {
        const WordClassSlot &found = slots_[slot];
        if (found.entry == 0) {
            return {};
        }
        if (found.tag == wanted) {
            const auto word_class = static_cast<std::uint16_t>(found.entry & ~frequent_bit);
            if (word_class >= first_abbreviation && !capitalised && (word_class - first_abbreviation) % 2 == 1) {
                return {};
            }
            return {word_class, (found.entry & frequent_bit) != 0};
        }
        slot = (slot + 1) & (slots_.size() - 1);
    }
    return {};
}

} // namespace gainsay
