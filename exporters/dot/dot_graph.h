#pragma once

#include "base/byte_sink.h"

#include <graphviz/cgraph.h>

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace gainsay {

/// cgraph and gvc keep global state: whoever uses them holds this lock, and an error of theirs becomes an OutputError.
class GraphvizLock {
  public:
    GraphvizLock();
    ~GraphvizLock();
    GraphvizLock(const GraphvizLock &) = delete;
    GraphvizLock &operator=(const GraphvizLock &) = delete;
    GraphvizLock(GraphvizLock &&) = delete;
    GraphvizLock &operator=(GraphvizLock &&) = delete;

    /// Throws OutputError with what Graphviz said meanwhile.
    [[noreturn]] static void fail(const std::string &action);

  private:
    std::unique_lock<std::mutex> lock_;
};

/// Text for Graphviz that is taken literally: printable, and every backslash doubled, as `\N` would be expanded and one
/// at the end would swallow the closing quote.
std::string dot_escape(std::string_view text);

/// A directed multigraph of cgraph with every return value checked. Needs a GraphvizLock that lives longer. Values are
/// plain text, or with the suffix `_html` Graphviz' HTML-like labels.
class DotGraph {
  public:
    explicit DotGraph(const GraphvizLock &lock);

    /// What graphs, nodes or edges have that say nothing else; declares the attribute, which setting it needs.
    void set_graph(const char *name, const std::string &value);
    void set_graph_html(const char *name, const std::string &value);
    void default_node(const char *name, const std::string &value);
    void default_edge(const char *name, const std::string &value);

    Agnode_t *add_node(const std::string &id);
    /// Parallel edges differ in their key.
    Agedge_t *add_edge(Agnode_t *source, Agnode_t *target, const std::string &key);

    void set(void *object, const char *name, const std::string &value);
    void set_html(void *object, const char *name, const std::string &value);

    /// The DOT source.
    std::string text() const;
    Agraph_t *get() const { return graph_.get(); }

  private:
    void declare(int kind, const char *name, const std::string &value);

    struct Close {
        void operator()(Agraph_t *graph) const { agclose(graph); }
    };
    std::unique_ptr<Agraph_t, Close> graph_;
};

} // namespace gainsay
