#include "observation/observation_json.h"

#include "base/error.h"
#include "base/json_memory.h"
#include "graph_schema/news_type.h"
#include "graph_schema/word.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace gainsay {

namespace {

/// RapidJSON's SAX writer with every return value checked.
class LineWriter {
  public:
    LineWriter() : writer_(buffer_) { writer_.SetMaxDecimalPlaces(4); }

    void begin_object() { check(writer_.StartObject()); }
    void end_object() { check(writer_.EndObject()); }
    void begin_array() { check(writer_.StartArray()); }
    void end_array() { check(writer_.EndArray()); }
    void key(std::string_view name) { check(writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()))); }
    void text(std::string_view value) {
        check(writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size())));
    }
    void count(std::size_t value) { check(writer_.Uint64(value)); }
    void number(double value) { check(writer_.Double(value)); }
    void boolean(bool value) { check(writer_.Bool(value)); }
    void null() { check(writer_.Null()); }

    void text_field(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }
    /// Null where there is none.
    void text_or_null_field(std::string_view name, const std::optional<std::string> &value) {
        key(name);
        if (value) {
            text(*value);
        } else {
            null();
        }
    }
    /// Null where the text is empty.
    void optional_field(std::string_view name, const std::string &value) {
        text_or_null_field(name, value.empty() ? std::nullopt : std::optional<std::string>(value));
    }
    template <class Index>
    void index_field(std::string_view name, const std::optional<Index> &value) {
        key(name);
        if (value) {
            count(*value);
        } else {
            null();
        }
    }
    void span(ByteSpan value) {
        begin_array();
        count(value.begin);
        count(value.end);
        end_array();
    }
    void span_field(std::string_view name, ByteSpan value) {
        key(name);
        span(value);
    }
    void spans_field(std::string_view name, const std::vector<ByteSpan> &values) {
        key(name);
        begin_array();
        for (const ByteSpan value : values) {
            span(value);
        }
        end_array();
    }
    void texts_field(std::string_view name, const std::vector<std::string> &values) {
        key(name);
        begin_array();
        for (const std::string &value : values) {
            text(value);
        }
        end_array();
    }

    void flag_field(std::string_view name, bool value) {
        key(name);
        boolean(value);
    }
    template <class Index>
    void indices_field(std::string_view name, const std::vector<Index> &values) {
        key(name);
        begin_array();
        for (const Index value : values) {
            count(value);
        }
        end_array();
    }

    std::string take() { return {buffer_.GetString(), buffer_.GetSize()}; }

  private:
    static void check(bool written) {
        if (!written) {
            throw OutputError("observations", "valid UTF-8", "ill-formed bytes");
        }
    }

    JsonBuffer buffer_;
    rapidjson::Writer<JsonBuffer, rapidjson::UTF8<>, rapidjson::UTF8<>, JsonMemory,
                      rapidjson::kWriteValidateEncodingFlag>
        writer_;
};

void write_document(const ObservedDocument &document, LineWriter &out) {
    out.begin_object();
    out.text_field("id", document.id);
    out.text_or_null_field("title", document.title);
    out.text_or_null_field("outlet", document.outlet);
    out.text_or_null_field("author", document.author);
    out.text_or_null_field("published", document.published);
    out.text_or_null_field("url", document.url);
    out.text_field("sha256", document.sha256);
    if (!document.fingerprint.empty()) {
        out.key("fingerprint");
        out.begin_array();
        for (const std::uint32_t hash : document.fingerprint) {
            out.count(hash);
        }
        out.end_array();
    }
    out.end_object();
}

void write_entity(const Entity &entity, std::size_t id, LineWriter &out) {
    out.begin_object();
    out.key("id");
    out.count(id);
    out.text_field("type", name(entity.type));
    out.text_field("name", entity.name);
    out.texts_field("aliases", entity.aliases);
    out.texts_field("titles", entity.titles);
    out.optional_field("country", entity.country);
    out.key("named");
    out.boolean(entity.named);
    out.key("mentions");
    out.begin_array();
    for (const EntityMention &mention : entity.mentions) {
        out.begin_object();
        out.span_field("span", mention.span);
        out.span_field("head", mention.head);
        out.text_field("kind", name(mention.kind));
        out.text_field("text", mention.text);
        if (!mention.core.empty()) {
            out.span_field("core", mention.core);
        }
        out.end_object();
    }
    out.end_array();
    out.end_object();
}

void write_proposition(const Proposition &proposition, LineWriter &out) {
    out.begin_object();
    out.span_field("span", proposition.span);
    out.text_field("text", proposition.text);
    out.text_field("polarity", name(proposition.polarity));
    out.text_field("modality", name(proposition.modality));
    out.texts_field("words", proposition.words);
    out.indices_field("entities", proposition.entities);
    out.index_field("subject", proposition.subject);
    out.text_field("statement", proposition.statement);
    out.text_field("statement_polarity", name(proposition.statement_polarity));
    out.flag_field("vague", proposition.is_vague);
    if (proposition.points_back) {
        out.flag_field("points_back", true);
    }
    if (!proposition.context.empty()) {
        out.text_field("context", proposition.context);
    }
    if (proposition.stance) {
        out.text_field("stance", name(*proposition.stance));
    }
    if (proposition.certainty) {
        out.key("certainty");
        out.number(*proposition.certainty);
    }
    out.texts_field("predicates", proposition.predicates);
    out.indices_field("actors", proposition.actors);
    out.end_object();
}

void write_attribution(const Attribution &attribution, std::size_t id, LineWriter &out) {
    out.begin_object();
    out.key("id");
    out.count(id);
    out.spans_field("source", attribution.source);
    out.spans_field("cue", attribution.cue);
    out.spans_field("content", attribution.content);
    out.index_field("source_entity", attribution.source_entity);
    if (!attribution.joint_sources.empty()) {
        out.indices_field("joint_sources", attribution.joint_sources);
    }
    out.text_field("stance", name(attribution.stance));
    out.text_field("form", name(attribution.form));
    out.text_field("polarity", name(attribution.polarity));
    out.text_field("modality", name(attribution.modality));
    out.index_field("nested_in", attribution.nested_in);
    if (attribution.is_presupposed) {
        out.flag_field("presupposed", true);
    }
    out.key("confidence");
    out.number(attribution.confidence);
    out.optional_field("date", attribution.date);
    out.span_field("span", attribution.span);
    out.text_field("text", attribution.text);
    out.key("propositions");
    out.begin_array();
    for (const Proposition &proposition : attribution.propositions) {
        write_proposition(proposition, out);
    }
    out.end_array();
    out.end_object();
}

void write_date(const std::optional<TimeMention> &date, LineWriter &out) {
    out.key("date");
    if (!date) {
        out.null();
        return;
    }
    out.begin_object();
    out.text_or_null_field("value", date->value ? std::optional<std::string>(format(*date->value)) : std::nullopt);
    out.span_field("span", date->span);
    out.end_object();
}

void write_event(const EventMention &event, std::size_t id, LineWriter &out) {
    out.begin_object();
    out.key("id");
    out.count(id);
    out.text_field("news_type", name(event.news_type));
    out.text_or_null_field("type", event.type ? std::optional<std::string>(name(*event.type)) : std::nullopt);
    out.optional_field("mode", event.mode);
    if (event.action) {
        out.text_field("action", row(*event.action).name);
    }
    out.span_field("trigger", event.trigger);
    out.text_field("trigger_text", event.trigger_text);
    out.text_field("lemma", event.lemma);
    write_date(event.date, out);
    out.text_field("polarity", name(event.polarity));
    out.text_field("modality", name(event.modality));
    out.index_field("attribution", event.attribution);
    out.key("arguments");
    out.begin_array();
    for (const EventArgument &argument : event.arguments) {
        out.begin_object();
        out.text_field("role", name(argument.role));
        out.index_field("entity", argument.entity);
        out.span_field("span", argument.span);
        out.text_field("text", argument.text);
        out.end_object();
    }
    out.end_array();
    out.span_field("span", event.span);
    out.text_field("text", event.text);
    out.end_object();
}

void write_relation(const Relation &relation, LineWriter &out) {
    out.begin_object();
    out.text_field("kind", row(relation.kind).name);
    out.key("source");
    out.count(relation.source);
    out.key("target");
    out.count(relation.target);
    out.text_field("title", relation.title);
    out.span_field("span", relation.span);
    out.text_field("text", relation.text);
    out.end_object();
}

template <class Item, class Write>
void write_list(std::string_view name, const std::vector<Item> &items, LineWriter &out, Write write) {
    out.key(name);
    out.begin_array();
    for (std::size_t i = 0; i < items.size(); ++i) {
        write(items[i], i);
    }
    out.end_array();
}

} // namespace

std::string to_json_line(const Observations &observations) {
    LineWriter out;
    out.begin_object();
    out.key("document");
    write_document(observations.document, out);
    write_list("entities", observations.entities, out,
               [&out](const Entity &entity, std::size_t id) { write_entity(entity, id, out); });
    write_list("attributions", observations.attributions, out,
               [&out](const Attribution &attribution, std::size_t id) { write_attribution(attribution, id, out); });
    write_list("events", observations.events, out,
               [&out](const EventMention &event, std::size_t id) { write_event(event, id, out); });
    write_list("relations", observations.relations, out,
               [&out](const Relation &relation, std::size_t /*id*/) { write_relation(relation, out); });
    write_list("event_words", observations.event_words, out, [&out](const EventWord &word, std::size_t /*id*/) {
        out.begin_object();
        out.text_field("news_type", name(word.news_type));
        out.span_field("span", word.span);
        out.text_field("text", word.text);
        out.text_field("lemma", word.lemma);
        out.end_object();
    });
    out.end_object();
    return out.take();
}

} // namespace gainsay
