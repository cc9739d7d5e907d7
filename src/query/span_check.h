#pragma once

#include "graph/knowledge_graph.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// A stretch of a document that a graph speaks of, and for what.
struct SpanPlace {
    enum class Use { evidence, source, cue, content, trigger, mention };

    Use use = Use::evidence;
    /// Id of the edge, or of the node for a mention.
    std::string owner;
    ByteSpan span;

    friend auto operator<=>(const SpanPlace &, const SpanPlace &) = default;
};

/// "evidence", "source", …
std::string_view use_name(SpanPlace::Use use);

/// Graph and document say different things about a place.
struct SpanDifference {
    std::string document;
    SpanPlace place;
    /// What the graph says: the text there, or what must be so.
    std::string expected;
    /// What the document has.
    std::string found;

    friend bool operator==(const SpanDifference &, const SpanDifference &) = default;
};

/// What is known of an article beside its text.
struct ArticleFacts {
    std::string_view id;
    /// Of the text, 64 lower-case hexadecimal digits.
    std::string_view sha256;
    /// Empty where the article does not tell.
    std::string_view title;
    std::string_view outlet;
    std::string_view author;
    std::string_view published;
    std::string_view url;
};

/// Graph and document say different things about the document.
struct MetadataDifference {
    std::string document;
    /// "title", "published", …
    std::string field;
    /// What the graph says, and the document; empty for nothing.
    std::string expected;
    std::string found;

    friend bool operator==(const MetadataDifference &, const MetadataDifference &) = default;
};

/// What a check came to.
struct SpanCheckReport {
    /// Documents that the graph speaks of and that were seen.
    std::size_t documents = 0;
    /// Spans cut out and compared.
    std::size_t spans = 0;
    /// In the order of the documents, then of the spans.
    std::vector<SpanDifference> differences;
    /// Ids of documents that the graph speaks of and that were not seen, in alphabetical order.
    std::vector<std::string> missing_documents;
    /// Ids of documents that were seen and are not the ones that the graph was made of, by their SHA-256. Spans may
    /// agree all the same.
    std::vector<std::string> changed_documents;
    /// Ids of documents that were seen and of which the graph has no SHA-256.
    std::vector<std::string> unproven_documents;
    /// In the order of the documents.
    std::vector<MetadataDifference> metadata;

    bool all_right() const {
        return differences.empty() && missing_documents.empty() && changed_documents.empty() &&
               unproven_documents.empty() && metadata.empty();
    }
};

/// Cuts every span of a graph's evidence and mentions out of the documents again and compares: proof that the graph's
/// sentences are the documents'. Compares the documents' digests and what the graph says about them too. The graph must
/// outlive it. One object a thread.
class SpanCheck {
  public:
    explicit SpanCheck(const KnowledgeGraph &graph);

    /// One document. One that the graph does not speak of is passed over.
    void check(const ArticleFacts &article, std::string_view text);

    SpanCheckReport finish();

  private:
    /// A span with the text that the graph has of it; null for a part of evidence, which lies in the evidence's own
    /// span (the graph's builder sees to that) and must be whole characters of the document.
    struct Expected {
        SpanPlace place;
        const std::string *text = nullptr;
    };
    struct Spans {
        std::vector<Expected> expected;
        std::string_view sha256;
        /// The document's own node; null where the graph has none.
        const NodeRecord *node = nullptr;
        bool is_seen = false;
    };

    void add_edge(const EdgeRecord &edge);
    Spans *find(std::string_view id, std::string_view sha256);
    void compare_facts(const ArticleFacts &article, const NodeRecord &node);
    void compare(std::string_view id, std::string_view text, const Expected &expected);

    std::map<std::string, Spans, std::less<>> documents_;
    SpanCheckReport report_;
};

} // namespace gainsay
