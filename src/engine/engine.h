#pragma once

#include "base/diagnostics.h"
#include "graph/knowledge_graph.h"
#include "ingest/sources/ingest_options.h"
#include "ingest/sources/raw_article.h"
#include "observation/observations.h"
#include "text/document.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

// The library's front door: articles to observations, observations to a graph.
//
//   gainsay::Engine engine;
//   gainsay::GraphRun run = engine.build({"articles/"});
//   gainsay::StringSink json;
//   gainsay::write_graph_json(run.graph, json);      // graph/graph_json.h

namespace gainsay {

struct EngineOptions {
    /// Where the resources lie; empty: in base/resources.h's places.
    std::filesystem::path resources;
    /// The language engine's model; empty: the one among the resources.
    std::filesystem::path model;
    /// Load the language model. Without it only documents that are parsed already (CoNLL-U) can be read.
    bool parse = true;
    /// Use the attribution model among the resources, which fits one language model alone and refuses others by name.
    /// Without it attributions are found by lists of words, which are less good.
    bool attribution_model = true;
    /// Documents in work at a time; 0 is one for each processor. The results do not depend on it.
    std::size_t threads = 0;
    /// Seconds of processor time that extract() may spend on one document before it refuses it; 0 for no bound. So
    /// many that no article comes near: a text of a million words takes less.
    double max_seconds = 600;
};

/// What became of one input document: its observations with what was odd about it, or why there are none.
struct ObservedItem {
    Observations observations;
    Diagnostics diagnostics;
};
using ExtractItem = std::variant<ObservedItem, DocumentFailure>;

/// A graph and the documents that are not in it.
struct GraphRun {
    KnowledgeGraph graph;
    std::size_t documents = 0;
    std::vector<DocumentFailure> failures;
    Diagnostics diagnostics;
};

/// The language model and the words of English, loaded and checked once, before the first document is read. Const: any
/// number of threads may use one engine.
class Engine {
  public:
    /// Throws ModelError where the model or a file of words is missing or damaged, with the line of a table.
    explicit Engine(EngineOptions options = {});
    ~Engine();
    Engine(Engine &&) noexcept;
    Engine &operator=(Engine &&) noexcept;

    /// One document, in the calling thread. A document without sentences is parsed first.
    Observations observe(Document document) const;

    /// Reads files, folders and "-", and hands what became of each document to `sink`: one at a time, in the order of
    /// the inputs, whatever the number of threads. A bounded number of documents is in memory. Where JSON Lines come
    /// from a pipe and pause, what is there is handed on without waiting for more. Exceptions of `sink` end the run and
    /// come through. Gives back notes about what was passed over in folders.
    Diagnostics extract(const std::vector<std::string> &inputs, const IngestOptions &options,
                        const std::function<void(ExtractItem)> &sink) const;

    /// The same for CoNLL-U files, whose trees are kept. Each `# newdoc` is a document.
    void extract_conllu(const std::vector<std::string> &inputs, const std::function<void(ExtractItem)> &sink) const;

    /// Articles to a graph: extract() and resolve() in one.
    GraphRun build(const std::vector<std::string> &inputs, const IngestOptions &options = {}) const;

  private:
    struct Parts;
    std::unique_ptr<const Parts> parts_;
};

/// Observations, one document a line, from JSON Lines files ("-" is standard input), to `sink` in order. A file or line
/// that cannot be read becomes a failure.
void read_observations(const std::vector<std::string> &inputs, const std::function<void(ExtractItem)> &sink);

/// The documents of files, folders and "-" as the engine reads them, neither parsed nor observed, to `sink` in order.
void read_documents(const std::vector<std::string> &inputs, const IngestOptions &options,
                    const std::function<void(DocumentItem)> &sink);
/// The same for CoNLL-U files.
void read_conllu_documents(const std::vector<std::string> &inputs, const std::function<void(DocumentItem)> &sink);

} // namespace gainsay
