#pragma once

#include "base/span.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// What is known about an article besides its text. What is unknown is absent, never guessed.
struct DocumentMeta {
    std::string id;
    std::optional<std::string> title;
    std::optional<std::string> outlet;
    std::optional<std::string> author;
    /// ISO 8601 at the precision known.
    std::optional<std::string> published;
    std::optional<std::string> url;
    /// Of the text, 64 lower-case hexadecimal digits; empty until known.
    std::string sha256;

    friend bool operator==(const DocumentMeta &, const DocumentMeta &) = default;
};

/// What a stretch of an article's text is. Only body (and headline and caption) tell the story.
enum class Zone { body, headline, byline, dateline, caption, heading, boilerplate };

std::string_view zone_name(Zone zone);
std::optional<Zone> parse_zone(std::string_view name);

struct ZoneSpan {
    ByteSpan span;
    Zone zone = Zone::body;

    friend bool operator==(const ZoneSpan &, const ZoneSpan &) = default;
};

/// The universal parts of speech; `none` where nobody has tagged.
enum class Upos : std::uint8_t {
    none,
    ADJ,
    ADP,
    ADV,
    AUX,
    CCONJ,
    DET,
    INTJ,
    NOUN,
    NUM,
    PART,
    PRON,
    PROPN,
    PUNCT,
    SCONJ,
    SYM,
    VERB,
    X
};
inline constexpr std::size_t upos_count = 18;

/// "NOUN"; "_" for none.
std::string_view upos_name(Upos upos);
std::optional<Upos> parse_upos(std::string_view name);

/// A syntactic word.
struct Token {
    static constexpr std::int32_t root_head = -1;
    static constexpr std::int32_t unset_head = -2;

    /// Bytes of the document's text. The words of a multiword token divide its bytes where their forms are found in it
    /// ("do" "n't"), else each has the whole token's span.
    ByteSpan span;
    std::string form;
    std::string lemma;
    Upos upos = Upos::none;
    std::string xpos;
    /// "Name=Value|Name=Value", or empty.
    std::string feats;
    /// Index of the head within the sentence, from 0; `root_head` for the root, `unset_head` where nobody has parsed.
    std::int32_t head = unset_head;
    std::string deprel;
    /// The ninth column of CoNLL-U as it came; empty for "_".
    std::string deps;
    /// The rest of the tenth column: without SpaceAfter and NER. Empty for "_".
    std::string misc;
    /// Whether white space or the end of the text follows.
    bool space_after = true;

    friend bool operator==(const Token &, const Token &) = default;
};

/// Tokens `[first_token, end_token)` of the document.
struct Sentence {
    ByteSpan span;
    std::uint32_t first_token = 0;
    std::uint32_t end_token = 0;
    std::string id;
    bool new_paragraph = false;
    /// Other comment lines of CoNLL-U, without "# ".
    std::vector<std::string> comments;

    std::size_t size() const { return end_token - first_token; }

    friend bool operator==(const Sentence &, const Sentence &) = default;
};

/// Written as one word, read as several: "don't" is "do" "n't".
struct MultiwordToken {
    /// Document indices, half-open.
    std::uint32_t first_token = 0;
    std::uint32_t end_token = 0;
    std::string form;
    ByteSpan span;
    bool space_after = true;
    /// The tenth column without SpaceAfter; empty for "_".
    std::string misc;

    friend bool operator==(const MultiwordToken &, const MultiwordToken &) = default;
};

enum class NameType : std::uint8_t { PER, ORG, LOC, GPE, NORP, EVENT, DATE, MISC };
inline constexpr std::size_t name_type_count = 8;

std::string_view name_type_name(NameType type);
std::optional<NameType> parse_name_type(std::string_view name);

/// A named entity: tokens `[first_token, end_token)` of the document, within one sentence.
struct Name {
    std::uint32_t first_token = 0;
    std::uint32_t end_token = 0;
    NameType type = NameType::MISC;

    friend bool operator==(const Name &, const Name &) = default;
};

/// A vector for each token, made by the language engine for the networks of later stages; opaque to all others. Numbers
/// are in steps of 1/127.
struct TokenVectors {
    /// Numbers a token; 0 where there are no vectors.
    std::size_t size = 0;
    std::vector<std::int8_t> values;

    std::span<const std::int8_t> of(std::size_t token) const { return std::span(values).subspan(token * size, size); }

    friend bool operator==(const TokenVectors &, const TokenVectors &) = default;
};

/// One article and the layers that stages have added to it; a plain value. Layers are in the order of the text;
/// indices refer to this document's vectors, spans to the bytes of `text`.
struct Document {
    DocumentMeta meta;
    std::string text;
    /// Without gaps from the first to the last byte, or empty when nobody has looked.
    std::vector<ZoneSpan> zones;
    std::vector<Sentence> sentences;
    std::vector<Token> tokens;
    std::vector<MultiwordToken> multiword_tokens;
    std::vector<Name> names;
    TokenVectors vectors;

    std::string_view slice(ByteSpan span) const { return std::string_view(text).substr(span.begin, span.size()); }
    std::span<const Token> tokens_of(const Sentence &sentence) const {
        return std::span(tokens).subspan(sentence.first_token, sentence.size());
    }
    /// From the first byte of the first token to the last of the last; `first < end`.
    ByteSpan span_of(std::uint32_t first_token, std::uint32_t end_token) const;
    ByteSpan span_of(const Name &name) const { return span_of(name.first_token, name.end_token); }
    /// The zone at a byte; `body` when there are no zones.
    Zone zone_at(std::size_t offset) const;

    friend bool operator==(const Document &, const Document &) = default;
};

/// The value of a feature in "Name=Value|Name=Value"; nothing if it is not there.
std::optional<std::string_view> feature(std::string_view feats, std::string_view name);

/// Whether `deprel` is `relation` or a subtype of it ("nsubj:pass" is an "nsubj").
bool is_relation(std::string_view deprel, std::string_view relation);

/// What is wrong with the layers' indices and spans, for tests and for input that others made; nothing if all is well.
std::optional<std::string> find_inconsistency(const Document &document);

} // namespace gainsay
