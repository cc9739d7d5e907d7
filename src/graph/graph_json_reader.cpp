#include "graph/graph_json.h"

#include "base/atomic_file.h"
#include "base/error.h"
#include "base/number.h"
#include "graph/graph_builder.h"
#include "graph/json_value.h"
#include "graph_schema/attribute.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <limits>
#include <utility>

namespace gainsay {

namespace {

using Type = JsonValue::Type;

/// Turns one node's or edge's JSON into a record. Messages name the line and the field: "g.json:12: edges[3].kind".
class RecordReader {
  public:
    RecordReader(std::string_view json, const std::string &source, std::string path)
        : json_(json), source_(&source), path_(std::move(path)) {}

    [[noreturn]] void fail(const JsonValue &at, const std::string &field, const std::string &expected,
                           const std::string &found) const {
        throw InputError(place(at) + " " + path_ + (field.empty() ? "" : "." + field), expected, found);
    }
    std::string place(const JsonValue &at) const { return place_of(json_, *source_, at.offset); }

    /// The member, of that type; null if it is missing or null.
    const JsonValue *optional(const JsonValue &object, std::string_view name, Type type,
                              const std::string &where = {}) const {
        const JsonValue *value = object.find(name);
        if (value == nullptr || value->type == Type::null) {
            return nullptr;
        }
        if (value->type != type) {
            fail(*value, where + std::string(name), std::string(describe(type)), std::string(describe(value->type)));
        }
        return value;
    }
    const JsonValue &required(const JsonValue &object, std::string_view name, Type type,
                              const std::string &where = {}) const {
        const JsonValue *value = optional(object, name, type, where);
        if (value == nullptr) {
            fail(object, where + std::string(name), std::string(describe(type)), "none");
        }
        return *value;
    }
    std::string text(const JsonValue &object, std::string_view name, const std::string &where = {}) const {
        return required(object, name, Type::string, where).text;
    }
    std::string text_or_empty(const JsonValue &object, std::string_view name) const {
        const JsonValue *value = optional(object, name, Type::string);
        return value == nullptr ? std::string() : value->text;
    }

    template <class Word>
    Word word(const JsonValue &object, std::string_view name) const {
        const JsonValue &value = required(object, name, Type::string);
        if (const auto parsed = parse_word<Word>(value.text)) {
            return *parsed;
        }
        fail(value, std::string(name), one_of(names_of<Word>()), "'" + value.text + "'");
    }
    template <class Word>
    Word word_or(const JsonValue &object, std::string_view name, Word otherwise) const {
        return optional(object, name, Type::string) == nullptr ? otherwise : word<Word>(object, name);
    }

    double number_or(const JsonValue &object, std::string_view name, double otherwise) const {
        const JsonValue *value = optional(object, name, Type::number);
        if (value == nullptr) {
            return otherwise;
        }
        const auto parsed = parse_double(value->text);
        if (!parsed) {
            fail(*value, std::string(name), "a number", value->text);
        }
        return *parsed;
    }

    std::vector<std::string> texts(const JsonValue &object, std::string_view name) const {
        std::vector<std::string> found;
        if (const JsonValue *list = optional(object, name, Type::array)) {
            for (const JsonValue &item : list->items) {
                if (item.type != Type::string) {
                    fail(item, std::string(name), "a string", std::string(describe(item.type)));
                }
                found.push_back(item.text);
            }
        }
        return found;
    }

    ByteSpan span(const JsonValue &value, const std::string &field) const {
        if (value.type == Type::array && value.items.size() == 2) {
            const auto begin = offset(value.items[0]);
            const auto end = offset(value.items[1]);
            if (begin && end && *begin <= *end) {
                return {*begin, *end};
            }
        }
        fail(value, field, "two byte offsets, begin before end", to_json(value));
    }
    std::vector<ByteSpan> spans(const JsonValue &object, std::string_view name, const std::string &where) const {
        std::vector<ByteSpan> found;
        if (const JsonValue *list = optional(object, name, Type::array, where)) {
            for (const JsonValue &item : list->items) {
                found.push_back(span(item, where + std::string(name)));
            }
        }
        return found;
    }

  private:
    static std::optional<std::size_t> offset(const JsonValue &value) {
        const auto parsed = value.type == Type::number ? parse_integer(value.text) : std::nullopt;
        return parsed && *parsed >= 0 ? std::optional(static_cast<std::size_t>(*parsed)) : std::nullopt;
    }

    std::string_view json_;
    const std::string *source_;
    std::string path_;
};

std::optional<std::vector<Variant>> read_variants(const JsonValue &list) {
    std::vector<Variant> variants;
    for (const JsonValue &item : list.items) {
        Variant variant;
        for (const auto &[field, into] : {std::pair{"document", &variant.document}, std::pair{"key", &variant.key},
                                          std::pair{"value", &variant.value}}) {
            const JsonValue *value = item.find(field);
            if (value == nullptr || value->type != Type::string) {
                return std::nullopt;
            }
            *into = value->text;
        }
        variants.push_back(std::move(variant));
    }
    return variants;
}

AttributeValue read_attribute(std::string_view key, const JsonValue &value) {
    const AttributeRow *known = find_node_attribute(key);
    switch (value.type) {
    case Type::string:
        return value.text;
    case Type::boolean:
        return value.text == "true";
    case Type::number:
        if (const auto integer = parse_integer(value.text)) {
            return *integer;
        }
        if (const auto number = parse_double(value.text)) {
            return *number;
        }
        break;
    case Type::array:
        if (known != nullptr && known->type == AttributeType::variants) {
            if (auto variants = read_variants(value)) {
                return std::move(*variants);
            }
        } else if (std::all_of(value.items.begin(), value.items.end(),
                               [](const JsonValue &item) { return item.type == Type::string; })) {
            std::vector<std::string> texts;
            for (const JsonValue &item : value.items) {
                texts.push_back(item.text);
            }
            return texts;
        }
        break;
    case Type::object:
    case Type::null:
        break;
    }
    return OtherJson{to_json(value)};
}

NodeRecord read_node(const RecordReader &read, const JsonValue &value) {
    NodeRecord node;
    node.id = read.text(value, "id");
    node.kind = read.word<NodeKind>(value, "kind");
    node.label = read.text(value, "label");
    if (read.optional(value, "status", Type::string) != nullptr) {
        node.status = read.word<ClaimStatus>(value, "status");
    }
    node.aliases = read.texts(value, "aliases");
    if (const JsonValue *attributes = read.optional(value, "attributes", Type::object)) {
        for (const auto &[key, attribute] : attributes->members) {
            // null says the same as nothing.
            if (attribute.type != Type::null) {
                node.attributes.insert_or_assign(key, read_attribute(key, attribute));
            }
        }
    }
    if (const JsonValue *mentions = read.optional(value, "mentions", Type::array)) {
        for (std::size_t i = 0; i < mentions->items.size(); ++i) {
            const JsonValue &item = mentions->items[i];
            const std::string where = "mentions[" + std::to_string(i) + "].";
            node.mentions.push_back({read.text(item, "document", where),
                                     read.span(read.required(item, "span", Type::array, where), where + "span"),
                                     read.text(item, "text", where)});
        }
    }
    return node;
}

/// An edge whose ends are not looked up yet, as their nodes may stand further down.
struct NamedEdge {
    EdgeRecord edge;
    std::string source;
    std::string target;
    std::vector<std::string> relayed_by;
    std::size_t index = 0;
    std::size_t offset = 0;
};

NamedEdge read_edge(const RecordReader &read, const JsonValue &value) {
    NamedEdge named;
    EdgeRecord &edge = named.edge;
    edge.id = read.text_or_empty(value, "id");
    named.source = read.text(value, "source");
    named.target = read.text(value, "target");
    edge.kind = read.word<EdgeKind>(value, "kind");
    edge.weight = read.number_or(value, "weight", 0);
    edge.confidence = read.number_or(value, "confidence", 1);
    edge.polarity = read.word_or(value, "polarity", Polarity::affirmed);
    edge.modality = read.word_or(value, "modality", Modality::actual);
    edge.date = read.text_or_empty(value, "date");
    if (read.optional(value, "role", Type::string) != nullptr) {
        edge.role = read.word<Role>(value, "role");
    }
    edge.title = read.text_or_empty(value, "title");
    named.relayed_by = read.texts(value, "relayed_by");
    if (const JsonValue *evidence = read.optional(value, "evidence", Type::array)) {
        for (std::size_t i = 0; i < evidence->items.size(); ++i) {
            const JsonValue &item = evidence->items[i];
            const std::string where = "evidence[" + std::to_string(i) + "].";
            edge.evidence.push_back({read.text(item, "document", where),
                                     read.span(read.required(item, "span", Type::array, where), where + "span"),
                                     read.text(item, "text", where), read.spans(item, "source", where),
                                     read.spans(item, "cue", where), read.spans(item, "content", where),
                                     read.spans(item, "trigger", where),
                                     read.word_or(item, "polarity", Polarity::affirmed)});
        }
    }
    named.offset = value.offset;
    return named;
}

class GraphReader {
  public:
    GraphReader(std::string_view json, const std::string &source) : json_(json), source_(&source) {}

    GraphFile read() {
        parse_json_object(
            json_, *source_,
            [this](const std::string &name, std::size_t index, const JsonValue &item) { take_item(name, index, item); },
            [this](const std::string &name, const JsonValue &value) { take_member(name, value); });
        if (!seen_schema_) {
            throw InputError(*source_, "a field schema: \"" + std::string(graph_schema_name) + "\"", "none");
        }
        for (NamedEdge &edge : edges_) {
            add(std::move(edge));
        }
        return {std::move(builder_).build(), std::move(digest_)};
    }

  private:
    void take_member(const std::string &name, const JsonValue &value) {
        if (name == "schema") {
            if (value.type != Type::string || value.text != graph_schema_name) {
                throw InputError(place_of(json_, *source_, value.offset) + " schema",
                                 "\"" + std::string(graph_schema_name) + "\"", to_json(value));
            }
            seen_schema_ = true;
        } else if (name == "sha256") {
            if (value.type != Type::string) {
                throw InputError(place_of(json_, *source_, value.offset) + " sha256", "a string",
                                 std::string(describe(value.type)));
            }
            digest_ = value.text;
        } else if (name == "nodes" || name == "edges") {
            throw InputError(place_of(json_, *source_, value.offset) + " " + name, "an array",
                             std::string(describe(value.type)));
        }
    }

    void take_item(const std::string &name, std::size_t index, const JsonValue &item) {
        if (name != "nodes" && name != "edges") {
            return;
        }
        const RecordReader reader(json_, *source_, name + "[" + std::to_string(index) + "]");
        if (item.type != Type::object) {
            reader.fail(item, {}, "an object", std::string(describe(item.type)));
        }
        if (name == "nodes") {
            NodeRecord node = read_node(reader, item);
            at_place("nodes", index, item.offset, [&] { builder_.add_node(std::move(node)); });
        } else {
            NamedEdge edge = read_edge(reader, item);
            edge.index = index;
            edges_.push_back(std::move(edge));
        }
    }

    void add(NamedEdge named) {
        at_place("edges", named.index, named.offset, [&] {
            named.edge.source = find(named.source, "source");
            named.edge.target = find(named.target, "target");
            for (const std::string &relay : named.relayed_by) {
                named.edge.relayed_by.push_back(find(relay, "relayed_by"));
            }
            builder_.add_edge(std::move(named.edge));
        });
    }

    NodeIndex find(const std::string &id, const std::string &field) const {
        if (const auto index = builder_.find_node(id)) {
            return *index;
        }
        throw InputError(field, "the id of a node", "'" + id + "'");
    }

    /// Puts line and item in front of what the builder says.
    template <class Action>
    void at_place(const std::string &list, std::size_t index, std::size_t offset, Action action) {
        try {
            action();
        } catch (const InputError &error) {
            throw InputError(place_of(json_, *source_, offset) + " " + list + "[" + std::to_string(index) +
                                 "]: " + error.where(),
                             error.expected(), error.found());
        }
    }

    std::string_view json_;
    const std::string *source_;
    GraphBuilder builder_{UnknownAttributes::kept};
    std::vector<NamedEdge> edges_;
    std::string digest_;
    bool seen_schema_ = false;
};

} // namespace

GraphFile read_graph_file(std::string_view json, const std::string &source) {
    return GraphReader(json, source).read();
}

KnowledgeGraph read_graph_json(std::string_view json, const std::string &source) {
    return read_graph_file(json, source).graph;
}

GraphFile load_graph_file(const std::filesystem::path &path) {
    if (path == "-") {
        const std::string json{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
        return read_graph_file(json, "standard input");
    }
    return read_graph_file(read_file(path), path.string());
}

KnowledgeGraph load_graph(const std::filesystem::path &path) {
    return load_graph_file(path).graph;
}

} // namespace gainsay
