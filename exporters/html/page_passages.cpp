#include "exporters/html/page_passages.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace gainsay {

namespace {

/// A piece of evidence with what a passage shows of its surroundings.
struct Piece {
    const Evidence *evidence;
    std::size_t position;
    ByteSpan span;
    std::string_view text;
};

/// A paragraph beyond this is none, or a text without line ends.
constexpr std::size_t most_paragraph_bytes = 3000;

bool fits(const Evidence &evidence) {
    return evidence.span.begin < evidence.span.end && evidence.text.size() == evidence.span.end - evidence.span.begin;
}

bool is_letter_start(std::string_view text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

std::vector<std::pair<std::size_t, std::size_t>> marks_in(const Evidence &evidence, const Passage &passage) {
    std::vector<ByteSpan> spans = evidence.cue.empty() ? evidence.trigger : evidence.cue;
    std::sort(spans.begin(), spans.end());
    const std::string_view text = passage.text;
    std::vector<std::pair<std::size_t, std::size_t>> marks;
    std::size_t done = 0;
    for (const ByteSpan &span : spans) {
        if (span.begin < evidence.span.begin || span.end > evidence.span.end || span.end <= span.begin) {
            continue;
        }
        const std::size_t begin = span.begin - passage.span.begin;
        const std::size_t end = span.end - passage.span.begin;
        if (begin < done || !is_letter_start(text, begin) || !is_letter_start(text, end)) {
            continue;
        }
        marks.emplace_back(utf16_length(text.substr(0, begin)), utf16_length(text.substr(begin, end - begin)));
        done = end;
    }
    return marks;
}

/// Puts the piece's text behind or into the passage's. False if the two do not agree on the letters they share.
bool join(Passage &passage, const Piece &piece) {
    const std::size_t offset = piece.span.begin - passage.span.begin;
    const std::size_t shared = std::min(passage.text.size() - offset, piece.text.size());
    if (passage.text.compare(offset, shared, piece.text, 0, shared) != 0) {
        return false;
    }
    passage.text.append(piece.text, shared);
    passage.span.end = std::max(passage.span.end, piece.span.end);
    return true;
}

/// Where paragraphs end: at empty lines or, in a text that has none, at every line's end.
std::string_view paragraph_end(std::string_view text) {
    return text.find("\n\n") != std::string_view::npos ? "\n\n" : "\n";
}

/// The piece with its paragraph, where the text is the one that the evidence was cut out of.
void widen(Piece &piece, std::string_view text) {
    const ByteSpan span = piece.evidence->span;
    if (span.end > text.size() || text.substr(span.begin, span.end - span.begin) != piece.evidence->text) {
        return;
    }
    const std::string_view separator = paragraph_end(text);
    const std::size_t before = text.substr(0, span.begin).rfind(separator);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + separator.size();
    const std::size_t end = std::min(text.find(separator, span.end), text.size());
    if (end - begin <= most_paragraph_bytes) {
        piece.span = {begin, end};
        piece.text = text.substr(begin, end - begin);
    }
}

} // namespace

std::size_t utf16_length(std::string_view text) {
    std::size_t units = 0;
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        // Every code point counts at its first byte; those of four bytes take two units.
        units += (value & 0xC0U) == 0x80U ? 0U : (value >= 0xF0U ? 2U : 1U);
    }
    return units;
}

Passages find_passages(const KnowledgeGraph &graph, const PageTexts &texts) {
    std::vector<Piece> pieces;
    for (const EdgeRecord &edge : graph.edges()) {
        for (const Evidence &evidence : edge.evidence) {
            pieces.push_back({&evidence, pieces.size(), evidence.span, evidence.text});
            const auto text = texts.find(evidence.document);
            if (fits(evidence) && text != texts.end()) {
                widen(pieces.back(), text->second);
            }
        }
    }
    Passages result;
    result.parts.resize(pieces.size());
    std::sort(pieces.begin(), pieces.end(), [](const Piece &a, const Piece &b) {
        const auto key = [](const Piece &piece) {
            return std::tuple(std::string_view(piece.evidence->document), piece.span.begin, piece.span.end, piece.text,
                              piece.position);
        };
        return key(a) < key(b);
    });
    // The passage that grows; stand-alone ones come between.
    const std::size_t none = pieces.size();
    std::size_t open = none;
    for (const Piece &piece : pieces) {
        const Evidence &evidence = *piece.evidence;
        const bool whole = fits(evidence);
        const bool joins = whole && open != none && result.list[open].document == evidence.document &&
                           piece.span.begin < result.list[open].span.end && join(result.list[open], piece);
        if (!joins) {
            if (whole) {
                open = result.list.size();
            }
            result.list.push_back({evidence.document, piece.span, std::string(piece.text)});
        }
        result.parts[piece.position].passage = joins || whole ? open : result.list.size() - 1;
    }
    std::vector<const Evidence *> in_order(pieces.size());
    for (const Piece &piece : pieces) {
        in_order[piece.position] = piece.evidence;
    }
    for (std::size_t i = 0; i < result.parts.size(); ++i) {
        PassagePart &part = result.parts[i];
        const Passage &passage = result.list[part.passage];
        part.length = utf16_length(in_order[i]->text);
        if (fits(*in_order[i])) {
            part.begin =
                utf16_length(std::string_view(passage.text).substr(0, in_order[i]->span.begin - passage.span.begin));
            part.marks = marks_in(*in_order[i], passage);
        }
    }
    return result;
}

} // namespace gainsay
