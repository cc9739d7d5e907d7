#pragma once

#include "base/diagnostics.h"
#include "text/document.h"

#include <cstddef>
#include <exception>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gainsay {

/// Whether each sentence has to be a tree of all its words under one root; one that is not then breaks the format.
enum class ConlluTrees { optional, required };

/// Reads CoNLL-U from a stream, a document (from one `# newdoc` to the next) or a sentence at a time, so that memory
/// holds one of them. Accepts a byte order mark and Windows line ends.
///
/// The text is built from `# text`, or from forms and SpaceAfter where it is missing or does not match; sentences are
/// joined by a blank, paragraphs (`# newpar`) by an empty line. Every span is then a span of that text. Empty nodes
/// (`8.1`) are left out. Names come from `NER=B-PER` in MISC.
///
/// Odd but usable lines go to `diagnostics()`; a line that breaks the format throws InputError with source and line and
/// ends its document alone: the next call goes on at the next `# newdoc`.
/// One reader a thread; the stream must live as long as the reader.
class ConlluReader {
  public:
    /// `source` names the input in messages and gives the id of a document that has none (its stem).
    ConlluReader(std::istream &input, std::string source, ConlluTrees trees = ConlluTrees::optional);
    ~ConlluReader();
    ConlluReader(ConlluReader &&) noexcept;
    ConlluReader &operator=(ConlluReader &&) noexcept;
    ConlluReader(const ConlluReader &) = delete;
    ConlluReader &operator=(const ConlluReader &) = delete;

    /// The next document; nothing at the end of the input.
    std::optional<Document> read_document();
    /// The next sentence as a document of its own; nothing at the end. Its id is that of the document it belongs to.
    std::optional<Document> read_sentence();

    /// Whether the sentence read last, or the one that could not be read, is the first of its document.
    bool at_document_start() const { return at_document_start_; }
    const Diagnostics &diagnostics() const { return diagnostics_; }
    /// The line read last, from 1.
    std::size_t line() const { return line_; }

  private:
    struct Block;

    bool next_line(std::string &line);
    /// Null at the end of the input.
    std::unique_ptr<Block> read_block();
    void check_words(const Block &block) const;
    /// Up to the next `# newdoc`.
    void skip_document();
    std::unique_ptr<Block> take_block();
    void start_document(const Block &block, Document &document);
    void read_comment(const std::string &line, Block &block);
    void read_word(const std::string &line, Block &block);
    void append(Block &block, Document &document);
    void add_names(const Block &block, Document &document);
    std::string default_id();
    [[noreturn]] void fail(const std::string &expected, const std::string &found) const;
    void warn(const std::string &message);

    std::istream *input_;
    std::string source_;
    std::size_t line_ = 0;
    Diagnostics diagnostics_;
    /// The first sentence of the next document, read to see that it is one.
    std::unique_ptr<Block> pending_;
    /// Why the next document cannot be read, found at its first sentence.
    std::exception_ptr pending_error_;
    /// A line that was read too far.
    std::optional<std::string> pending_line_;
    ConlluTrees trees_;
    bool at_document_start_ = false;
    /// Of the document that `read_sentence` is in.
    DocumentMeta meta_;
    std::size_t unnamed_documents_ = 0;
};

/// Writes CoNLL-U, document by document: `# newdoc id`, `# newpar`, `# sent_id`, `# text`, ten columns, SpaceAfter=No,
/// names as `NER=B-PER`. What a document does not know is `_`. The same document gives the same bytes.
class ConlluWriter {
  public:
    /// The stream must live as long as the writer; its state is the caller's to check.
    explicit ConlluWriter(std::ostream &output) : output_(&output) {}

    /// A long document may come in parts: `sentences_before` of them have been written already. The parts after the
    /// first have no header, and their sentences are numbered on.
    void write(const Document &document, std::size_t sentences_before = 0);

  private:
    std::ostream *output_;
};

/// All of a document's CoNLL-U as a string.
std::string to_conllu(const Document &document, std::size_t sentences_before = 0);

} // namespace gainsay
