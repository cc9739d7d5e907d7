#include "graph_schema/attribute.h"
#include "graph_schema/edge_kind.h"
#include "graph_schema/generated_files.h"
#include "graph_schema/news_type.h"
#include "graph_schema/node_kind.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <utility>

namespace gainsay {

namespace {

constexpr std::string_view span_schema = "#/definitions/span";
constexpr std::string_view spans_schema = "#/definitions/spans";

/// Writes JSON Schema. Objects allow members that they do not name: fields may be added.
class SchemaWriter {
  public:
    using Body = std::function<void()>;
    using Members = std::initializer_list<std::pair<std::string_view, Body>>;

    SchemaWriter() { json_.SetIndent(' ', 2); }

    std::string text() const { return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n"; }

    void key(std::string_view name) { json_.Key(name.data(), size(name)); }
    void string(std::string_view text) { json_.String(text.data(), size(text)); }
    void field(std::string_view name, std::string_view text) {
        key(name);
        string(text);
    }
    void object(const Body &body) {
        json_.StartObject();
        body();
        json_.EndObject();
    }
    void array(const Body &body) {
        json_.StartArray();
        body();
        json_.EndArray();
    }

    /// An object's type, its members and which of them must be there.
    void members(Members members, std::initializer_list<std::string_view> required) {
        field("type", "object");
        key("required");
        array([&] {
            for (const std::string_view name : required) {
                string(name);
            }
        });
        key("properties");
        object([&] {
            for (const auto &[name, body] : members) {
                key(name);
                object(body);
            }
        });
    }

    Body a(std::string_view type) {
        return [this, type] { field("type", type); };
    }
    Body text_or_null() { return one_or_null("string"); }
    Body one_or_null(std::string_view type) {
        return [this, type] {
            key("type");
            array([&] {
                string(type);
                string("null");
            });
        };
    }
    Body reference(std::string_view to) {
        return [this, to] { field("$ref", to); };
    }
    Body list_of(Body item) {
        return [this, item = std::move(item)] {
            field("type", "array");
            key("items");
            object(item);
        };
    }
    Body word(std::span<const std::string_view> names) {
        return [this, names] {
            key("enum");
            array([&] {
                for (const std::string_view name : names) {
                    string(name);
                }
            });
        };
    }
    Body number(double least, std::string_view type = "number") {
        return [this, least, type] {
            field("type", type);
            key("minimum");
            json_.Int(static_cast<int>(least));
        };
    }
    Body share() {
        return [this] {
            number(0)();
            key("maximum");
            json_.Int(1);
        };
    }
    Body positive() {
        return [this] {
            field("type", "number");
            key("exclusiveMinimum");
            json_.Int(0);
        };
    }
    Body date() {
        return [this] {
            field("type", "string");
            field("pattern", R"(^\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?$)");
        };
    }
    Body date_or_null() {
        return [this] {
            key("anyOf");
            array([&] {
                object(date());
                object(a("null"));
            });
        };
    }
    Body constant(std::string_view value) {
        return [this, value] { field("const", value); };
    }

    /// Offsets in bytes, the second behind the last byte.
    void span_definitions() {
        key("span");
        object([&] {
            field("description", "[begin, end) in UTF-8 bytes of the document's text");
            field("type", "array");
            key("items");
            object(number(0, "integer"));
            key("minItems");
            json_.Int(2);
            key("maxItems");
            json_.Int(2);
        });
        key("spans");
        object(list_of(reference(span_schema)));
    }

    void at_least_one() {
        key("minItems");
        json_.Int(1);
    }

    void heading(std::string_view title) {
        field("$schema", "http://json-schema.org/draft-07/schema#");
        field("title", title);
        field("$comment", "Made from the tables in graph_schema/; run the target schema_files to make it anew.");
    }

  private:
    static rapidjson::SizeType size(std::string_view text) { return static_cast<rapidjson::SizeType>(text.size()); }

    rapidjson::StringBuffer buffer_;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> json_{buffer_};
};

SchemaWriter::Body attribute_schema(SchemaWriter &out, AttributeType type) {
    switch (type) {
    case AttributeType::integer:
        return out.a("integer");
    case AttributeType::number:
        return out.a("number");
    case AttributeType::boolean:
        return out.a("boolean");
    case AttributeType::event_type:
        return out.word(names_of<EventType>());
    case AttributeType::polarity:
        return out.word(names_of<Polarity>());
    case AttributeType::modality:
        return out.word(names_of<Modality>());
    case AttributeType::date:
        return out.date();
    case AttributeType::strings:
        return out.list_of(out.a("string"));
    case AttributeType::variants:
        return out.list_of(out.reference("#/definitions/variant"));
    case AttributeType::string:
        break;
    }
    return out.a("string");
}

void write_node_schema(SchemaWriter &out) {
    out.members({{"id", out.a("string")},
                 {"kind", out.word(names_of<NodeKind>())},
                 {"label", out.a("string")},
                 {"status", out.word(names_of<ClaimStatus>())},
                 {"aliases", out.list_of(out.a("string"))},
                 {"attributes",
                  [&] {
                      out.field("type", "object");
                      out.key("properties");
                      out.object([&] {
                          for (const AttributeRow &attribute : node_attributes()) {
                              out.key(attribute.name);
                              out.object([&] {
                                  out.field("description", attribute.description);
                                  // The one attribute whose words are a table of their own.
                                  (attribute.name == "news_type" ? out.word(names_of<NewsType>())
                                                                 : attribute_schema(out, attribute.type))();
                              });
                          }
                      });
                  }},
                 {"mentions", out.list_of(out.reference("#/definitions/mention"))}},
                {"id", "kind", "label", "aliases", "attributes", "mentions"});
    // A claim has a status.
    out.key("if");
    out.object([&] {
        out.key("properties");
        out.object([&] {
            out.key("kind");
            out.object(out.constant(name(NodeKind::Claim)));
        });
    });
    out.key("then");
    out.object([&] {
        out.key("required");
        out.array([&] { out.string("status"); });
    });
}

void write_edge_schema(SchemaWriter &out) {
    out.members({{"id", out.a("string")},
                 {"source", out.a("string")},
                 {"target", out.a("string")},
                 {"kind", out.word(names_of<EdgeKind>())},
                 {"label", out.a("string")},
                 {"weight", out.positive()},
                 {"confidence", out.share()},
                 {"polarity", out.word(names_of<Polarity>())},
                 {"modality", out.word(names_of<Modality>())},
                 {"date", out.date_or_null()},
                 {"role", out.word(names_of<Role>())},
                 {"title", out.a("string")},
                 {"relayed_by", out.list_of(out.a("string"))},
                 {"evidence", out.list_of(out.reference("#/definitions/evidence"))}},
                {"id", "source", "target", "kind", "label", "weight", "confidence", "polarity", "modality", "date",
                 "relayed_by", "evidence"});
    // Statements and actions have evidence, and each family's says its parts.
    out.key("allOf");
    out.array([&] {
        for (const EdgeFamily family : {EdgeFamily::statement, EdgeFamily::action}) {
            out.object([&] {
                out.key("if");
                out.object([&] {
                    out.key("properties");
                    out.object([&] {
                        out.key("kind");
                        out.object([&] {
                            out.key("enum");
                            out.array([&] {
                                for (const EdgeKindRow &kind : edge_kinds()) {
                                    if (kind.family == family) {
                                        out.string(kind.name);
                                    }
                                }
                            });
                        });
                    });
                });
                out.key("then");
                out.object([&] {
                    out.key("properties");
                    out.object([&] {
                        out.key("evidence");
                        out.object([&] {
                            out.at_least_one();
                            out.key("items");
                            out.object([&] {
                                out.key("required");
                                out.array([&] {
                                    if (family == EdgeFamily::statement) {
                                        out.string("source");
                                        out.string("cue");
                                        out.string("content");
                                    } else {
                                        out.string("trigger");
                                    }
                                });
                            });
                        });
                    });
                });
            });
        }
    });
}

/// The kinds of entities that an observation may have: everything that is no event, claim or document.
std::vector<std::string_view> entity_types() {
    std::vector<std::string_view> types;
    for (const NodeKindRow &kind : node_kinds()) {
        if (kind.is_actor || kind.kind == NodeKind::Place) {
            types.push_back(kind.name);
        }
    }
    return types;
}

} // namespace

std::string graph_json_schema() {
    SchemaWriter out;
    out.object([&] {
        out.heading("A Gainsay graph");
        out.members({{"schema", out.constant("gainsay-graph/1")},
                     {"nodes", out.list_of(out.reference("#/definitions/node"))},
                     {"edges", out.list_of(out.reference("#/definitions/edge"))},
                     {"sha256", out.a("string")}},
                    {"schema", "nodes", "edges"});
        out.key("definitions");
        out.object([&] {
            out.span_definitions();
            out.key("mention");
            out.object([&] {
                out.members(
                    {{"document", out.a("string")}, {"span", out.reference(span_schema)}, {"text", out.a("string")}},
                    {"document", "span", "text"});
            });
            out.key("variant");
            out.object([&] {
                out.members({{"document", out.a("string")}, {"key", out.a("string")}, {"value", out.a("string")}},
                            {"document", "key", "value"});
            });
            out.key("evidence");
            out.object([&] {
                out.members({{"document", out.a("string")},
                             {"span", out.reference(span_schema)},
                             {"text", out.a("string")},
                             {"source", out.reference(spans_schema)},
                             {"cue", out.reference(spans_schema)},
                             {"content", out.reference(spans_schema)},
                             {"trigger", out.reference(spans_schema)},
                             {"polarity", out.word(names_of<Polarity>())}},
                            {"document", "span", "text"});
            });
            out.key("node");
            out.object([&] { write_node_schema(out); });
            out.key("edge");
            out.object([&] { write_edge_schema(out); });
        });
    });
    return out.text();
}

std::string observations_json_schema() {
    SchemaWriter out;
    const std::vector<std::string_view> types = entity_types();
    static constexpr std::string_view mention_kinds[] = {"name", "nominal", "pronoun"};
    static constexpr std::string_view forms[] = {"direct", "indirect", "mixed"};
    out.object([&] {
        out.heading("What Gainsay observes in one document: a line of its observations");
        out.members({{"document", out.reference("#/definitions/document")},
                     {"entities", out.list_of(out.reference("#/definitions/entity"))},
                     {"attributions", out.list_of(out.reference("#/definitions/attribution"))},
                     {"events", out.list_of(out.reference("#/definitions/event"))}},
                    {"document", "entities", "attributions", "events"});
        out.key("definitions");
        out.object([&] {
            out.span_definitions();
            out.key("document");
            out.object([&] {
                out.members({{"id", out.a("string")},
                             {"title", out.text_or_null()},
                             {"outlet", out.text_or_null()},
                             {"author", out.text_or_null()},
                             {"published", out.date_or_null()},
                             {"url", out.text_or_null()},
                             {"sha256", out.a("string")},
                             {"fingerprint", out.list_of(out.number(0, "integer"))}},
                            {"id", "title", "outlet", "author", "published", "url", "sha256"});
            });
            out.key("entity");
            out.object([&] {
                out.members({{"id", out.number(0, "integer")},
                             {"type", out.word(types)},
                             {"name", out.a("string")},
                             {"mentions", out.list_of(out.reference("#/definitions/mention"))}},
                            {"id", "type", "name", "mentions"});
            });
            out.key("mention");
            out.object([&] {
                out.members({{"span", out.reference(span_schema)},
                             {"head", out.reference(span_schema)},
                             {"kind", out.word(mention_kinds)},
                             {"text", out.a("string")},
                             {"core", out.reference(span_schema)}},
                            {"span", "head", "kind"});
            });
            out.key("attribution");
            out.object([&] {
                out.members({{"id", out.number(0, "integer")},
                             {"source", out.reference(spans_schema)},
                             {"cue", out.reference(spans_schema)},
                             {"content", out.reference(spans_schema)},
                             {"source_entity", out.one_or_null("integer")},
                             {"joint_sources", out.list_of(out.number(0, "integer"))},
                             {"stance", out.word(names_of<Stance>())},
                             {"form", out.word(forms)},
                             {"polarity", out.word(names_of<Polarity>())},
                             {"modality", out.word(names_of<Modality>())},
                             {"nested_in", out.one_or_null("integer")},
                             {"presupposed", out.a("boolean")},
                             {"confidence", out.share()}},
                            {"id", "source", "cue", "content", "source_entity", "stance", "form", "polarity",
                             "modality", "nested_in", "confidence"});
            });
            out.key("event");
            out.object([&] {
                out.members({{"id", out.number(0, "integer")},
                             {"news_type", out.word(names_of<NewsType>())},
                             {"type",
                              [&] {
                                  out.key("anyOf");
                                  out.array([&] {
                                      out.object(out.a("null"));
                                      out.object(out.word(names_of<EventType>()));
                                  });
                              }},
                             {"mode", out.text_or_null()},
                             {"trigger", out.reference(span_schema)},
                             {"date",
                              [&] {
                                  out.key("anyOf");
                                  out.array([&] {
                                      out.object(out.a("null"));
                                      out.object([&] {
                                          out.members(
                                              {{"value", out.date_or_null()}, {"span", out.reference(span_schema)}},
                                              {"value", "span"});
                                      });
                                  });
                              }},
                             {"polarity", out.word(names_of<Polarity>())},
                             {"modality", out.word(names_of<Modality>())},
                             {"attribution", out.one_or_null("integer")},
                             {"arguments", out.list_of(out.reference("#/definitions/argument"))}},
                            {"id", "type", "trigger", "date", "polarity", "modality", "attribution", "arguments"});
            });
            out.key("argument");
            out.object([&] {
                out.members({{"role", out.word(names_of<Role>())},
                             {"entity", out.one_or_null("integer")},
                             {"span", out.reference(span_schema)}},
                            {"role", "entity", "span"});
            });
        });
    });
    return out.text();
}

} // namespace gainsay
