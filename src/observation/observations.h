#pragma once

#include "base/date.h"
#include "base/span.h"
#include "graph_schema/edge_kind.h"
#include "graph_schema/node_kind.h"
#include "graph_schema/vocabulary.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gainsay {

/// Of graph_schema/news_type.h.
enum class NewsType : std::uint8_t;

// What one document alone yields. Plain values: indices refer to the vectors of the same Observations, spans to the
// bytes of the document's text. Texts that the later rooms need are copied in, so that the document can be dropped.

/// Position in Observations::entities, ::attributions.
using EntityIndex = std::uint32_t;
using AttributionIndex = std::uint32_t;

/// The document as its observations name it.
struct ObservedDocument {
    std::string id;
    std::optional<std::string> title;
    std::optional<std::string> outlet;
    std::optional<std::string> author;
    /// ISO 8601 at the precision known.
    std::optional<std::string> published;
    std::optional<std::string> url;
    std::string sha256;
    /// Of the article's words, sorted; what reprints are found by. Empty where nobody made one.
    std::vector<std::uint32_t> fingerprint;

    friend bool operator==(const ObservedDocument &, const ObservedDocument &) = default;
};

enum class MentionKind : std::uint8_t { name, nominal, pronoun };

/// One place that refers to an entity. (A graph's Mention is another thing: it knows its document.)
struct EntityMention {
    /// With title and article.
    ByteSpan span;
    /// The name without its title, or the head noun.
    ByteSpan head;
    MentionKind kind = MentionKind::name;
    /// The bytes of `span`.
    std::string text;
    /// What the graph shows of it: without its article, and without the place that stands behind a noun ("woman" of "a
    /// woman in Bergen"); empty where that is the whole span.
    ByteSpan core = {};

    friend bool operator==(const EntityMention &, const EntityMention &) = default;
};

struct Entity {
    /// An actor, or Place.
    NodeKind type = NodeKind::Person;
    /// The fullest name, or the words of the fullest description.
    std::string name;
    /// Other names in this document, without titles, in the order of the text.
    std::vector<std::string> aliases;
    /// Offices and forms of address, as written.
    std::vector<std::string> titles;
    /// ISO 3166 code of the country that it is or belongs to; empty when unknown.
    std::string country;
    /// Whether some mention is a name; else it is known by a description alone.
    bool named = false;
    /// In the order of the text.
    std::vector<EntityMention> mentions;

    friend bool operator==(const Entity &, const Entity &) = default;
};

enum class QuoteForm : std::uint8_t { direct, indirect, mixed };

/// One proposition of a content: a clause with what it speaks of.
struct Proposition {
    ByteSpan span;
    /// The bytes of `span`, white space as single blanks.
    std::string text;
    Polarity polarity = Polarity::affirmed;
    Modality modality = Modality::actual;
    /// Lemmas of its content words that are no part of an entity, sorted, each once, without negations.
    std::vector<std::string> words;
    /// Entities it speaks of, sorted, each once.
    std::vector<EntityIndex> entities;
    /// Who does what it tells, where that is known.
    std::optional<EntityIndex> subject;
    /// The clause as a sentence that can stand alone: affirmative where the language allows, with its subject and with
    /// names for pronouns. Empty where nobody has written it.
    std::string statement;
    /// Of the statement.
    Polarity statement_polarity = Polarity::affirmed;
    /// The statement needs its context: "they are doing that".
    bool is_vague = false;
    /// What stands before it in the document, verbatim but for white space and headings; some hundred bytes. Empty at
    /// the beginning of a document.
    std::string context = {};
    /// Lemmas of the verbs (or nouns) that make up its predicate, the governing first: "agree", "share".
    std::vector<std::string> predicates;
    /// All who do what it tells, sorted, each once.
    std::vector<EntityIndex> actors;
    /// Where this clause does another thing than its attribution: "Finish it" in what somebody said.
    std::optional<Stance> stance = {};
    /// The statement does not tell what a pronoun or "the move" in it stands for: it is read with its context.
    bool points_back = false;
    /// 0 to 1, as learned: that its speaker says this and does this by it. Nothing where nobody judged it.
    std::optional<double> certainty = {};
    /// A phrase that is quoted for want of a clause. Not written.
    bool is_phrase = false;
    /// No other statement is the same claim: the user says so. Not written.
    bool is_apart = false;
    /// The user says that it is right, or corrected it. Not written.
    bool is_confirmed = false;

    friend bool operator==(const Proposition &, const Proposition &) = default;
};

/// Who says what. The spans of a role are in order and do not overlap.
struct Attribution {
    std::vector<ByteSpan> source;
    std::vector<ByteSpan> cue;
    std::vector<ByteSpan> content;
    std::optional<EntityIndex> source_entity;
    /// Who says the same beside it: "Germany and France said". Sorted, each once.
    std::vector<EntityIndex> joint_sources = {};
    Stance stance = Stance::asserts;
    QuoteForm form = QuoteForm::indirect;
    /// Of the content.
    Polarity polarity = Polarity::affirmed;
    Modality modality = Modality::actual;
    /// The attribution in whose content this one stands, innermost.
    std::optional<AttributionIndex> nested_in;
    /// Nested, and told as a fact whatever the outer one does with its content: "denied the ministry's claim that …",
    /// "denied a report in which she said …".
    bool is_presupposed = false;
    /// 0 to 1.
    double confidence = 1;
    /// When it was said, where the text tells; ISO 8601 date or interval.
    std::string date;
    /// From the first to the last byte of the roles, and what stands there.
    ByteSpan span;
    std::string text;
    std::vector<Proposition> propositions;
    /// The user took a statement out of it. Not written.
    bool is_dropped = false;

    friend bool operator==(const Attribution &, const Attribution &) = default;
};

/// All who say it: the source, then those beside it.
std::vector<EntityIndex> speakers_of(const Attribution &attribution);

/// Of the proposition, or else of its attribution.
Stance stance_of(const Attribution &attribution, const Proposition &proposition);

/// An expression of time. `value` is absent where it depends on an unknown date.
struct TimeMention {
    std::optional<DateInterval> value;
    ByteSpan span;

    friend bool operator==(const TimeMention &, const TimeMention &) = default;
};

struct EventArgument {
    Role role = Role::agent;
    std::optional<EntityIndex> entity;
    ByteSpan span;
    /// The bytes of `span`, white space as single blanks.
    std::string text;

    friend bool operator==(const EventArgument &, const EventArgument &) = default;
};

/// Something that happened, may happen or did not.
struct EventMention {
    NewsType news_type = NewsType();
    /// PLOVER's category; absent where no action is short for the event.
    std::optional<EventType> type;
    /// Of the category, as the ontology names it; may be empty.
    std::string mode;
    /// The action that is the short form of this event; there if and only if `type` is.
    std::optional<EdgeKind> action;
    ByteSpan trigger;
    std::string trigger_text;
    /// Lemma of the trigger.
    std::string lemma;
    std::optional<TimeMention> date;
    Polarity polarity = Polarity::affirmed;
    Modality modality = Modality::actual;
    /// In whose content it stands, innermost.
    std::optional<AttributionIndex> attribution;
    std::vector<EventArgument> arguments;
    /// The clause that tells it, and what stands there.
    ByteSpan span;
    std::string text;

    friend bool operator==(const EventMention &, const EventMention &) = default;
};

/// A noun that points back at an event told elsewhere: "the crash".
struct EventWord {
    NewsType news_type = NewsType();
    ByteSpan span;
    /// The bytes of `span`.
    std::string text;
    std::string lemma;

    friend bool operator==(const EventWord &, const EventWord &) = default;
};

/// A structural fact that the text states: an office, a membership, a part.
struct Relation {
    /// Of the family `structure`.
    EdgeKind kind = EdgeKind::holds_position;
    EntityIndex source = 0;
    EntityIndex target = 0;
    /// Of holds_position.
    std::string title;
    ByteSpan span;
    std::string text;

    friend bool operator==(const Relation &, const Relation &) = default;
};

struct Observations {
    ObservedDocument document;
    std::vector<Entity> entities;
    std::vector<Attribution> attributions;
    std::vector<EventMention> events;
    std::vector<Relation> relations;
    /// In the order of the text.
    std::vector<EventWord> event_words;

    friend bool operator==(const Observations &, const Observations &) = default;
};

/// From the first to the last byte of all three roles; nothing if all are empty.
std::optional<ByteSpan> evidence_span(const Attribution &attribution);

/// What is wrong with indices and spans, for tests and for files that others made; nothing if all is well.
std::optional<std::string> find_inconsistency(const Observations &observations);

} // namespace gainsay
