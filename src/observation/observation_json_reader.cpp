#include "observation/observation_json.h"

#include "base/date.h"
#include "base/error.h"
#include "base/json_memory.h"
#include "base/json_text.h"
#include "graph_schema/news_type.h"
#include "graph_schema/word.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>

namespace gainsay {

namespace {

std::string_view type_name(const JsonTree &value) {
    switch (value.GetType()) {
    case rapidjson::kNullType:
        return "null";
    case rapidjson::kFalseType:
    case rapidjson::kTrueType:
        return "a boolean";
    case rapidjson::kObjectType:
        return "an object";
    case rapidjson::kArrayType:
        return "an array";
    case rapidjson::kStringType:
        return "a string";
    case rapidjson::kNumberType:
        break;
    }
    return "a number";
}

/// A value with the place where it stands, for messages: "shard.jsonl:3: events[2].type".
class Field {
  public:
    Field(const JsonTree &value, std::string place) : value_(&value), place_(std::move(place)) {}

    [[noreturn]] void fail(std::string expected) const {
        throw InputError(place_, std::move(expected), std::string(type_name(*value_)));
    }
    [[noreturn]] void fail(std::string expected, std::string found) const {
        throw InputError(place_, std::move(expected), std::move(found));
    }

    bool is_null() const { return value_->IsNull(); }
    /// Nothing if the member is missing.
    std::optional<Field> find(const char *name) const {
        if (!value_->IsObject()) {
            fail("an object");
        }
        const auto member = value_->FindMember(name);
        if (member == value_->MemberEnd()) {
            return std::nullopt;
        }
        return Field(member->value, place_ + " " + name);
    }
    Field get(const char *name) const {
        if (std::optional<Field> field = find(name)) {
            return *std::move(field);
        }
        fail(std::string("a member '") + name + "'", "none");
    }
    std::vector<Field> items() const {
        if (!value_->IsArray()) {
            fail("an array");
        }
        std::vector<Field> all;
        for (rapidjson::SizeType i = 0; i < value_->Size(); ++i) {
            all.emplace_back((*value_)[i], place_ + "[" + std::to_string(i) + "]");
        }
        return all;
    }
    /// Of a member that may be missing.
    std::vector<Field> items_of(const char *name) const {
        const std::optional<Field> field = find(name);
        return field ? field->items() : std::vector<Field>();
    }
    std::string text() const {
        if (!value_->IsString()) {
            fail("a string");
        }
        return {value_->GetString(), value_->GetStringLength()};
    }
    /// Empty where it is null or missing.
    std::string text_of(const char *name) const {
        const std::optional<Field> field = find(name);
        return field && !field->is_null() ? field->text() : std::string();
    }
    std::vector<std::string> texts_of(const char *name) const {
        std::vector<std::string> all;
        for (const Field &item : items_of(name)) {
            all.push_back(item.text());
        }
        return all;
    }
    std::optional<std::string> optional_text() const { return is_null() ? std::nullopt : std::optional(text()); }
    std::size_t count() const {
        if (!value_->IsUint64()) {
            fail("an integer from 0");
        }
        return value_->GetUint64();
    }
    std::uint32_t index() const {
        if (!value_->IsUint()) {
            fail("an integer from 0");
        }
        return value_->GetUint();
    }
    std::optional<std::uint32_t> index_of(const char *name) const {
        const std::optional<Field> field = find(name);
        return field && !field->is_null() ? std::optional(field->index()) : std::nullopt;
    }
    double number() const {
        if (!value_->IsNumber()) {
            fail("a number");
        }
        return value_->GetDouble();
    }
    bool boolean() const {
        if (!value_->IsBool()) {
            fail("a boolean");
        }
        return value_->GetBool();
    }
    /// False where it is null or missing.
    bool flag_of(const char *name) const {
        const std::optional<Field> field = find(name);
        return field && !field->is_null() && field->boolean();
    }
    template <class Word>
    Word word() const {
        const std::string found = text();
        if (const std::optional<Word> word = parse_word<Word>(found)) {
            return *word;
        }
        fail(one_of(names_of<Word>()), "'" + found + "'");
    }
    ByteSpan span() const {
        const std::vector<Field> ends = items();
        if (ends.size() != 2) {
            fail("two integers", std::to_string(ends.size()) + " values");
        }
        const ByteSpan span{ends[0].count(), ends[1].count()};
        if (span.end < span.begin) {
            fail("a span whose end is not before its begin",
                 "[" + std::to_string(span.begin) + "," + std::to_string(span.end) + "]");
        }
        return span;
    }
    std::vector<ByteSpan> spans() const {
        std::vector<ByteSpan> all;
        for (const Field &item : items()) {
            all.push_back(item.span());
        }
        return all;
    }
    std::optional<ByteSpan> span_of(const char *name) const {
        const std::optional<Field> field = find(name);
        return field && !field->is_null() ? std::optional(field->span()) : std::nullopt;
    }
    /// What is not there is `fallback`.
    template <class Word>
    Word word_of(const char *name, Word fallback) const {
        const std::optional<Field> field = find(name);
        return field && !field->is_null() ? field->word<Word>() : fallback;
    }

  private:
    const JsonTree *value_;
    std::string place_;
};

ObservedDocument read_document(const Field &field) {
    ObservedDocument document;
    document.id = field.get("id").text();
    document.title = field.get("title").optional_text();
    document.outlet = field.get("outlet").optional_text();
    document.author = field.get("author").optional_text();
    const Field published = field.get("published");
    document.published = published.optional_text();
    if (document.published && !parse_date(*document.published)) {
        published.fail("an ISO 8601 date", "'" + *document.published + "'");
    }
    document.url = field.get("url").optional_text();
    document.sha256 = field.get("sha256").text();
    for (const Field &hash : field.items_of("fingerprint")) {
        document.fingerprint.push_back(hash.index());
    }
    std::sort(document.fingerprint.begin(), document.fingerprint.end());
    document.fingerprint.erase(std::unique(document.fingerprint.begin(), document.fingerprint.end()),
                               document.fingerprint.end());
    return document;
}

Entity read_entity(const Field &field) {
    Entity entity;
    entity.type = field.get("type").word<NodeKind>();
    entity.name = field.get("name").text();
    entity.aliases = field.texts_of("aliases");
    entity.titles = field.texts_of("titles");
    entity.country = field.text_of("country");
    bool has_name = false;
    for (const Field &item : field.get("mentions").items()) {
        EntityMention mention;
        mention.span = item.get("span").span();
        mention.head = item.get("head").span();
        mention.kind = item.get("kind").word<MentionKind>();
        mention.text = item.text_of("text");
        if (const std::optional<Field> core = item.find("core")) {
            mention.core = core->span();
        }
        has_name = has_name || mention.kind == MentionKind::name;
        entity.mentions.push_back(std::move(mention));
    }
    const std::optional<Field> named = field.find("named");
    entity.named = named ? named->boolean() : has_name;
    return entity;
}

Proposition read_proposition(const Field &field) {
    Proposition proposition;
    proposition.span = field.get("span").span();
    proposition.text = field.get("text").text();
    proposition.polarity = field.word_of("polarity", Polarity::affirmed);
    proposition.modality = field.word_of("modality", Modality::actual);
    proposition.words = field.texts_of("words");
    for (const Field &item : field.items_of("entities")) {
        proposition.entities.push_back(item.index());
    }
    proposition.subject = field.index_of("subject");
    proposition.statement = field.text_of("statement");
    proposition.statement_polarity = field.word_of("statement_polarity", proposition.polarity);
    proposition.is_vague = field.flag_of("vague");
    proposition.points_back = field.flag_of("points_back");
    proposition.context = field.text_of("context");
    if (const std::optional<Field> certainty = field.find("certainty")) {
        proposition.certainty = certainty->number();
    }
    proposition.predicates = field.texts_of("predicates");
    for (const Field &item : field.items_of("actors")) {
        proposition.actors.push_back(item.index());
    }
    if (const std::optional<Field> stance = field.find("stance"); stance && !stance->is_null()) {
        proposition.stance = stance->word<Stance>();
    }
    return proposition;
}

Attribution read_attribution(const Field &field) {
    Attribution attribution;
    attribution.source = field.get("source").spans();
    attribution.cue = field.get("cue").spans();
    attribution.content = field.get("content").spans();
    attribution.source_entity = field.index_of("source_entity");
    for (const Field &item : field.items_of("joint_sources")) {
        attribution.joint_sources.push_back(item.index());
    }
    attribution.stance = field.get("stance").word<Stance>();
    attribution.form = field.get("form").word<QuoteForm>();
    attribution.polarity = field.get("polarity").word<Polarity>();
    attribution.modality = field.get("modality").word<Modality>();
    attribution.nested_in = field.index_of("nested_in");
    attribution.is_presupposed = field.flag_of("presupposed");
    attribution.confidence = field.get("confidence").number();
    attribution.date = field.text_of("date");
    attribution.text = field.text_of("text");
    attribution.span = field.span_of("span").value_or(evidence_span(attribution).value_or(ByteSpan()));
    for (const Field &item : field.items_of("propositions")) {
        attribution.propositions.push_back(read_proposition(item));
    }
    return attribution;
}

std::optional<TimeMention> read_date(const Field &field) {
    if (field.is_null()) {
        return std::nullopt;
    }
    TimeMention time;
    time.span = field.get("span").span();
    const Field value = field.get("value");
    if (!value.is_null()) {
        time.value = parse_interval(value.text());
        if (!time.value) {
            value.fail("an ISO 8601 date or interval", "'" + value.text() + "'");
        }
    }
    return time;
}

EventMention read_event(const Field &field) {
    EventMention event;
    const Field type = field.get("type");
    if (!type.is_null()) {
        event.type = type.word<EventType>();
        event.action = field.word_of("action", main_action(*event.type));
    }
    // Files from before there were types of news have the category alone.
    event.news_type = field.word_of("news_type", main_news_type(event.type.value_or(EventType::CONSULT)));
    event.mode = field.text_of("mode");
    event.trigger = field.get("trigger").span();
    event.trigger_text = field.text_of("trigger_text");
    event.lemma = field.text_of("lemma");
    event.date = read_date(field.get("date"));
    event.polarity = field.get("polarity").word<Polarity>();
    event.modality = field.get("modality").word<Modality>();
    event.attribution = field.index_of("attribution");
    for (const Field &item : field.get("arguments").items()) {
        EventArgument argument;
        argument.role = item.get("role").word<Role>();
        argument.entity = item.index_of("entity");
        argument.span = item.get("span").span();
        argument.text = item.text_of("text");
        event.arguments.push_back(std::move(argument));
    }
    event.span = field.span_of("span").value_or(event.trigger);
    event.text = field.text_of("text");
    return event;
}

Relation read_relation(const Field &field) {
    Relation relation;
    relation.kind = field.get("kind").word<EdgeKind>();
    relation.source = field.get("source").index();
    relation.target = field.get("target").index();
    relation.title = field.text_of("title");
    relation.span = field.get("span").span();
    relation.text = field.text_of("text");
    return relation;
}

/// The ids of entities and attributions are their positions; a file that numbers otherwise would be misread.
void check_id(const Field &field, std::size_t position) {
    const Field id = field.get("id");
    if (id.count() != position) {
        id.fail(std::to_string(position) + " (its position in the list)", std::to_string(id.count()));
    }
}

} // namespace

Observations parse_json_line(std::string_view json, const std::string &source, std::size_t line) {
    const std::string place = source + ":" + std::to_string(line);
    if (const std::optional<JsonFlaw> flaw = find_json_flaw(json)) {
        throw InputError(place, "a JSON object", flaw->found + " at byte " + std::to_string(flaw->offset));
    }
    JsonDocument root;
    root.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
    if (root.HasParseError()) {
        throw InputError(place, "a JSON object",
                         std::string(rapidjson::GetParseError_En(root.GetParseError())) + " at byte " +
                             std::to_string(root.GetErrorOffset()));
    }
    const Field all(root, place);
    Observations observations;
    observations.document = read_document(all.get("document"));
    for (const Field &item : all.get("entities").items()) {
        check_id(item, observations.entities.size());
        observations.entities.push_back(read_entity(item));
    }
    for (const Field &item : all.get("attributions").items()) {
        check_id(item, observations.attributions.size());
        observations.attributions.push_back(read_attribution(item));
    }
    for (const Field &item : all.get("events").items()) {
        check_id(item, observations.events.size());
        observations.events.push_back(read_event(item));
    }
    for (const Field &item : all.items_of("relations")) {
        observations.relations.push_back(read_relation(item));
    }
    for (const Field &item : all.items_of("event_words")) {
        // Files from before there were types of news list words of no type.
        const std::optional<Field> type = item.find("news_type");
        if (!type) {
            continue;
        }
        observations.event_words.push_back(
            {type->word<NewsType>(), item.get("span").span(), item.text_of("text"), item.get("lemma").text()});
    }
    if (const std::optional<std::string> wrong = find_inconsistency(observations)) {
        throw InputError(place, *wrong);
    }
    return observations;
}

} // namespace gainsay
