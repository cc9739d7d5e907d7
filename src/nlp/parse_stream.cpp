#include "nlp/parse_stream.h"

#include <istream>
#include <optional>
#include <ostream>
#include <utility>

#include "base/error.h"
#include "base/utf8.h"
#include "nlp/text_pieces.h"
#include "text/conllu.h"

namespace gainsay {
namespace {

/// Enough sentences to analyze together, few enough to hold.
constexpr std::size_t batch_sentences = 256;

void shift(ByteSpan &span, std::size_t bytes) {
    span.begin += bytes;
    span.end += bytes;
}

/// Adds the one sentence of `part` to `document`.
void append(Document &document, Document &&part) {
    if (document.sentences.empty()) {
        document = std::move(part);
        return;
    }
    const std::string_view gap = part.sentences.front().new_paragraph ? "\n\n" : " ";
    const std::size_t bytes = document.text.size() + gap.size();
    const auto tokens = static_cast<std::uint32_t>(document.tokens.size());
    document.text.append(gap).append(part.text);
    for (Sentence &sentence : part.sentences) {
        shift(sentence.span, bytes);
        sentence.first_token += tokens;
        sentence.end_token += tokens;
        document.sentences.push_back(std::move(sentence));
    }
    for (Token &token : part.tokens) {
        shift(token.span, bytes);
        document.tokens.push_back(std::move(token));
    }
    for (MultiwordToken &word : part.multiword_tokens) {
        shift(word.span, bytes);
        word.first_token += tokens;
        word.end_token += tokens;
        document.multiword_tokens.push_back(std::move(word));
    }
}

} // namespace

ParseCounts parse_text(std::istream &input, const std::string &id, const LanguageEngine &engine,
                       LanguageEngine::Scratch &scratch, std::ostream &output, Diagnostics &diagnostics,
                       const ParseProgress &progress) {
    ConlluWriter writer(output);
    ParseCounts counts;
    TextPieces pieces(input);
    while (std::optional<std::string> piece = pieces.next()) {
        if (const std::size_t nul = piece->find('\0'); nul != std::string::npos) {
            throw InputError(id, "text",
                             "a NUL byte at byte " + std::to_string(pieces.offset() + nul) + ": a binary file");
        }
        Document document;
        document.meta.id = id;
        if (const auto invalid = find_invalid_utf8(*piece)) {
            diagnostics.warn(id, "invalid UTF-8, replaced by U+FFFD here and wherever else it occurs in this part",
                             pieces.offset() + *invalid);
            document.text = replace_invalid_utf8(*piece);
        } else {
            document.text = std::move(*piece);
        }
        engine.annotate(document, scratch);
        writer.write(document, counts.sentences);
        counts.sentences += document.sentences.size();
        counts.words += document.tokens.size();
        if (progress) {
            progress(counts);
        }
    }
    return counts;
}

ParseCounts parse_conllu(std::istream &input, const std::string &source, const LanguageEngine &engine,
                         LanguageEngine::Scratch &scratch, std::ostream &output, Diagnostics &diagnostics,
                         const ParseProgress &progress) {
    ConlluReader reader(input, source);
    ConlluWriter writer(output);
    ParseCounts counts;
    Document document;
    std::size_t written_of_document = 0;
    const auto finish = [&] {
        engine.annotate_tokens(document, scratch);
        writer.write(document, written_of_document);
        written_of_document += document.sentences.size();
        counts.sentences += document.sentences.size();
        counts.words += document.tokens.size();
        if (progress) {
            progress(counts);
        }
    };
    const auto next = [&] {
        try {
            return reader.read_sentence();
        } catch (const InputError &) {
            // A document that is whole does not suffer from the next one.
            if (reader.at_document_start() && !document.sentences.empty()) {
                finish();
            }
            diagnostics.append(reader.diagnostics());
            throw;
        }
    };
    while (std::optional<Document> sentence = next()) {
        const bool same = document.sentences.empty() || !reader.at_document_start();
        if (!same || document.sentences.size() >= batch_sentences) {
            finish();
            document = {};
            written_of_document = same ? written_of_document : 0;
        }
        append(document, std::move(*sentence));
    }
    if (!document.sentences.empty()) {
        finish();
    }
    diagnostics.append(reader.diagnostics());
    return counts;
}

} // namespace gainsay
