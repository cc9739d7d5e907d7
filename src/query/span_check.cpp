#include "query/span_check.h"

#include "base/utf8.h"
#include "query/proof.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace gainsay {

namespace {

/// Whether a code point starts there, or the text ends.
bool is_boundary(std::string_view text, std::size_t offset) {
    constexpr unsigned char continuation_mask = 0xC0;
    constexpr unsigned char continuation = 0x80;
    return offset >= text.size() || (static_cast<unsigned char>(text[offset]) & continuation_mask) != continuation;
}

/// The document's bytes, made whole code points where the span cuts into one.
std::string cut(std::string_view text, ByteSpan span) {
    return replace_invalid_utf8(text.substr(span.begin, span.size()));
}

} // namespace

std::string_view use_name(SpanPlace::Use use) {
    constexpr std::array<std::string_view, 6> names = {"evidence", "source", "cue", "content", "trigger", "mention"};
    return names.at(static_cast<std::size_t>(use));
}

SpanCheck::SpanCheck(const KnowledgeGraph &graph) {
    for (const EdgeRecord &edge : graph.edges()) {
        add_edge(edge);
    }
    for (const NodeRecord &node : graph.nodes()) {
        for (const Mention &mention : node.mentions) {
            documents_[mention.document].expected.push_back(
                {{SpanPlace::Use::mention, node.id, mention.span}, &mention.text});
        }
        if (node.kind == NodeKind::Document) {
            documents_.try_emplace(std::string(document_id(node)));
        }
    }
    for (auto &[id, spans] : documents_) {
        std::stable_sort(spans.expected.begin(), spans.expected.end(), [](const Expected &a, const Expected &b) {
            return std::tie(a.place.span, a.place.use, a.place.owner) <
                   std::tie(b.place.span, b.place.use, b.place.owner);
        });
        spans.node = document_node(graph, id);
        spans.sha256 = spans.node == nullptr ? std::string_view() : text_attribute(*spans.node, "sha256");
    }
}

void SpanCheck::add_edge(const EdgeRecord &edge) {
    for (const Evidence &piece : edge.evidence) {
        std::vector<Expected> &expected = documents_[piece.document].expected;
        expected.push_back({{SpanPlace::Use::evidence, edge.id, piece.span}, &piece.text});
        for (const auto &[use, parts] :
             {std::pair(SpanPlace::Use::source, &piece.source), std::pair(SpanPlace::Use::cue, &piece.cue),
              std::pair(SpanPlace::Use::content, &piece.content), std::pair(SpanPlace::Use::trigger, &piece.trigger)}) {
            for (const ByteSpan part : *parts) {
                expected.push_back({{use, edge.id, part}, nullptr});
            }
        }
    }
}

SpanCheck::Spans *SpanCheck::find(std::string_view id, std::string_view sha256) {
    if (const auto found = documents_.find(id); found != documents_.end()) {
        // Of several documents of one id the graph calls the further ones by their digest too.
        if (found->second.sha256.empty() || found->second.sha256 == sha256) {
            return &found->second;
        }
    }
    const std::string numbered = std::string(id) + "#";
    for (auto other = documents_.lower_bound(numbered); other != documents_.end() && other->first.starts_with(numbered);
         ++other) {
        if (sha256.starts_with(std::string_view(other->first).substr(numbered.size()))) {
            return &other->second;
        }
    }
    const auto found = documents_.find(id);
    return found == documents_.end() ? nullptr : &found->second;
}

void SpanCheck::check(const ArticleFacts &article, std::string_view text) {
    Spans *spans = find(article.id, article.sha256);
    if (spans == nullptr || spans->is_seen) {
        return;
    }
    spans->is_seen = true;
    ++report_.documents;
    if (spans->sha256.empty()) {
        report_.unproven_documents.emplace_back(article.id);
    } else if (spans->sha256 != article.sha256) {
        report_.changed_documents.emplace_back(article.id);
    }
    if (spans->node != nullptr) {
        compare_facts(article, *spans->node);
    }
    for (const Expected &expected : spans->expected) {
        compare(article.id, text, expected);
    }
}

void SpanCheck::compare_facts(const ArticleFacts &article, const NodeRecord &node) {
    for (const auto &[field, found] :
         {std::pair("title", article.title), std::pair("outlet", article.outlet), std::pair("author", article.author),
          std::pair("published", article.published), std::pair("url", article.url)}) {
        const std::string_view expected = text_attribute(node, field);
        if (expected != found) {
            report_.metadata.push_back({std::string(article.id), field, std::string(expected), std::string(found)});
        }
    }
}

void SpanCheck::compare(std::string_view id, std::string_view text, const Expected &expected) {
    ++report_.spans;
    const ByteSpan span = expected.place.span;
    const auto differs = [&](std::string wanted, std::string found) {
        report_.differences.push_back({std::string(id), expected.place, std::move(wanted), std::move(found)});
    };
    const std::string wanted = expected.text != nullptr ? *expected.text : "whole characters";
    if (span.end > text.size()) {
        differs(wanted, "the document ends at byte " + std::to_string(text.size()));
    } else if (expected.text != nullptr) {
        if (text.substr(span.begin, span.size()) != *expected.text) {
            differs(wanted, cut(text, span));
        }
    } else if (span.empty() || !is_boundary(text, span.begin) || !is_boundary(text, span.end)) {
        differs(wanted, cut(text, span));
    }
}

SpanCheckReport SpanCheck::finish() {
    for (const auto &[id, spans] : documents_) {
        if (!spans.is_seen) {
            report_.missing_documents.push_back(id);
        }
    }
    return std::exchange(report_, {});
}

} // namespace gainsay
