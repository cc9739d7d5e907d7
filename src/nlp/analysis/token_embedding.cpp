#include "nlp/analysis/token_embedding.h"

#include <cstring>

#include "base/error.h"
#include "neural/model_file.h"

namespace gainsay {
namespace {

std::span<const std::int8_t> table(const ModelFile &file, std::string_view name, std::size_t rows, std::size_t size) {
    const auto bytes = file.section_as<std::int8_t>(name);
    if (bytes.size() != rows * size)
        throw ModelError(file.path().string() + ", section " + std::string(name),
                         std::to_string(rows * size) + " bytes", std::to_string(bytes.size()));
    return bytes;
}

} // namespace

TokenEmbedding::TokenEmbedding(const ModelFile &file, const std::string &prefix, const EmbeddingShape &shape)
    : shape_(shape), words_(file, "words"), vectors_(table(file, "vectors", words_.size() + 1, shape.vector_size)),
      own_words_(file.section_as<std::int8_t>(prefix + "embedding.own_words")),
      affixes_(table(file, prefix + "embedding.affixes", LexicalFeatures::affix_count * LexicalFeatures::affix_buckets,
                     shape.affix_size)),
      shapes_(table(file, prefix + "embedding.shapes", LexicalFeatures::shape_buckets, shape.shape_size)),
      glue_(table(file, prefix + "embedding.glue", LexicalFeatures::glue_values, shape.flag_size)),
      cases_(table(file, prefix + "embedding.case", LexicalFeatures::case_values, shape.flag_size)),
      own_rows_(file.section_as<std::uint16_t>(prefix + "embedding.own_rows")) {
    if (own_rows_.empty() || own_rows_.size() != shape.own_words)
        throw ModelError(file.path().string() + ", section " + prefix + "embedding.own_rows",
                         std::to_string(shape.own_words) + " rows", std::to_string(own_rows_.size()));
    for (const std::uint16_t row : own_rows_)
        if ((row + 1U) * shape_.own_word_size > own_words_.size())
            throw ModelError(file.path().string(), "a row for each word that has one",
                             "row " + std::to_string(row) + " is not there");
}

void TokenEmbedding::embed(std::string_view form, std::uint32_t glue, SentenceCase sentence_case,
                           std::int8_t *row) const {
    const std::string normalized = normalized_word(form);
    const std::uint32_t word = words_.find(normalized);
    const LexicalFeatures features = lexical_features(form, normalized);
    const auto copy = [&row](std::span<const std::int8_t> from, std::size_t index, std::size_t size) {
        std::memcpy(row, from.data() + index * size, size);
        row += size;
    };
    copy(vectors_, word, shape_.vector_size);
    copy(own_words_, word < own_rows_.size() ? own_rows_[word] : 0U, shape_.own_word_size);
    for (std::size_t a = 0; a < LexicalFeatures::affix_count; ++a)
        copy(affixes_, a * LexicalFeatures::affix_buckets + features.affixes[a], shape_.affix_size);
    copy(shapes_, features.shape, shape_.shape_size);
    copy(glue_, glue, shape_.flag_size);
    copy(cases_, static_cast<std::size_t>(sentence_case), shape_.flag_size);
}

} // namespace gainsay
