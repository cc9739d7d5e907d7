#include "exporters/dot/dot_graph.h"

#include "base/error.h"
#include "exporters/text.h"

#include <cstdio>
#include <cstdlib>

namespace gainsay {

namespace {

std::mutex graphviz_mutex;

/// What Graphviz complained about since the lock was taken; written under the lock.
std::string &complaints() {
    static std::string text;
    return text;
}

int keep_complaint(char *text) {
    complaints().append(text);
    return 0;
}

/// cgraph's functions take char* and do not write to it.
char *c_string(const std::string &text) {
    return const_cast<char *>(text.c_str()); // NOLINT(cppcoreguidelines-pro-type-const-cast)
}
char *c_string(const char *text) {
    return const_cast<char *>(text); // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

} // namespace

GraphvizLock::GraphvizLock() : lock_(graphviz_mutex) {
    complaints().clear();
    agseterrf(keep_complaint);
}

GraphvizLock::~GraphvizLock() {
    agseterrf(nullptr);
}

void GraphvizLock::fail(const std::string &action) {
    std::string said = complaints();
    while (!said.empty() && said.back() == '\n') {
        said.pop_back();
    }
    throw OutputError("Graphviz", "cannot " + action + (said.empty() ? "" : ": " + said));
}

std::string dot_escape(std::string_view text) {
    std::string escaped;
    for (const char byte : printable(text)) {
        escaped.append(byte == '\\' ? 2 : 1, byte);
    }
    return escaped;
}

DotGraph::DotGraph(const GraphvizLock & /*lock*/) : graph_(agopen(c_string("gainsay"), Agdirected, nullptr)) {
    if (!graph_) {
        GraphvizLock::fail("make a graph");
    }
    // cgraph would break long values into lines that only cgraph can join again.
    set_graph("linelength", "0");
}

void DotGraph::declare(int kind, const char *name, const std::string &value) {
    if (agattr(graph_.get(), kind, c_string(name), c_string(value)) == nullptr) {
        GraphvizLock::fail(std::string("declare ") + name);
    }
}

void DotGraph::set_graph(const char *name, const std::string &value) {
    declare(AGRAPH, name, value);
}

void DotGraph::set_graph_html(const char *name, const std::string &value) {
    declare(AGRAPH, name, "");
    set_html(graph_.get(), name, value);
}

void DotGraph::default_node(const char *name, const std::string &value) {
    declare(AGNODE, name, value);
}

void DotGraph::default_edge(const char *name, const std::string &value) {
    declare(AGEDGE, name, value);
}

Agnode_t *DotGraph::add_node(const std::string &id) {
    Agnode_t *node = agnode(graph_.get(), c_string(id), 1);
    if (node == nullptr) {
        GraphvizLock::fail("add a node");
    }
    return node;
}

Agedge_t *DotGraph::add_edge(Agnode_t *source, Agnode_t *target, const std::string &key) {
    Agedge_t *edge = agedge(graph_.get(), source, target, c_string(key), 1);
    if (edge == nullptr) {
        GraphvizLock::fail("add an edge");
    }
    return edge;
}

void DotGraph::set(void *object, const char *name, const std::string &value) {
    if (agset(object, c_string(name), c_string(value)) != 0) {
        GraphvizLock::fail(std::string("set ") + name);
    }
}

void DotGraph::set_html(void *object, const char *name, const std::string &value) {
    char *html = agstrdup_html(graph_.get(), c_string(value));
    const int result = agset(object, c_string(name), html);
    agstrfree(graph_.get(), html);
    if (result != 0) {
        GraphvizLock::fail(std::string("set ") + name);
    }
}

std::string DotGraph::text() const {
    char *buffer = nullptr;
    std::size_t size = 0;
    std::FILE *stream = open_memstream(&buffer, &size);
    if (stream == nullptr) {
        GraphvizLock::fail("write DOT: no memory");
    }
    const bool written = agwrite(graph_.get(), stream) == 0;
    const bool closed = std::fclose(stream) == 0;
    std::string text(buffer == nullptr ? "" : buffer, size);
    std::free(buffer); // NOLINT(cppcoreguidelines-no-malloc): open_memstream's
    if (!written || !closed) {
        GraphvizLock::fail("write DOT");
    }
    return text;
}

} // namespace gainsay
