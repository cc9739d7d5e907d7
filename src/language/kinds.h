#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

// The kinds of words that rules ask for, as the tables of src/resources/en name them. Each table's head says what its
// kinds mean. A kind is added here and in the table at once: a table with a kind that is not here is refused, and so is
// one that lacks a kind.

namespace gainsay {

/// How the tables name the kinds, by value from 0.
template <class Kind>
inline constexpr std::array<std::string_view, 0> kind_names{};

/// statement_words.tsv: what a clause put as a sentence of its own asks for.
enum class StatementWord : std::uint8_t {
    opening,
    ellipsis,
    attitude,
    group,
    empty_subject,
    bare,
    light,
    contrast,
    event_ending,
    plain_article,
    article,
    partitive,
    untrue,
    finding,
    passes_on,
    indefinite,
    comment,
    quoting,
    verbatim,
    seeming,
    evident,
    plea,
    guilty,
    plea_link,
    naming,
    telling,
    nobody,
    truth,
    unuttered,
    hypothetical,
    telling_thing,
    of_thing,
    like_thing,
    factive,
    wishing,
    feeling,
    calling,
    continuing,
    of_those,
    known_to_all,
    denying_act,
    by_facts,
    withheld,
    scorn,
    share,
    abstract_ending,
    turning,
    nearly,
    anonymity,
    backing,
    evincing
};
template <>
inline constexpr auto kind_names<StatementWord> = std::to_array<std::string_view>(
    {"opening",   "ellipsis",     "attitude",      "group",           "empty_subject", "bare",        "light",
     "contrast",  "event_ending", "plain_article", "article",         "partitive",     "untrue",      "finding",
     "passes_on", "indefinite",   "comment",       "quoting",         "verbatim",      "seeming",     "evident",
     "plea",      "guilty",       "plea_link",     "naming",          "telling",       "nobody",      "truth",
     "unuttered", "hypothetical", "telling_thing", "of_thing",        "like_thing",    "factive",     "wishing",
     "feeling",   "calling",      "continuing",    "of_those",        "known_to_all",  "denying_act", "by_facts",
     "withheld",  "scorn",        "share",         "abstract_ending", "turning",       "nearly",      "anonymity",
     "backing",   "evincing"});

/// factuality_cues.tsv: what turns or weakens a clause.
enum class FactualityCue : std::uint8_t {
    negation,
    shift,
    mute,
    possible,
    planned,
    requested,
    conditional,
    awaited,
    undone,
    avoided,
    prevented,
    prevented_by,
    leads_to,
    negated_joint,
    contrast,
    question,
    missing,
    wished_for,
    context
};
template <>
inline constexpr auto kind_names<FactualityCue> =
    std::to_array<std::string_view>({"negation", "shift", "mute", "possible", "planned", "requested", "conditional",
                                     "awaited", "undone", "avoided", "prevented", "prevented_by", "leads_to",
                                     "negated_joint", "contrast", "question", "missing", "wished_for", "context"});

/// grammar_words.tsv: words of grammar.
enum class GrammarWord : std::uint8_t {
    dealing,
    dealing_noun,
    name_suffix,
    definite,
    source,
    that,
    as,
    by,
    owner,
    voice_of,
    report,
    location,
    agent,
    object_control,
    part_of,
    inside,
    seated,
    object_control_verb,
    phrase_control,
    toll_verb,
    toll,
    addressed,
    infinitive_noun,
    opposing,
    name_link,
    concession,
    place_behind,
    topic,
    maker,
    owner_behind,
    listing,
    and_word,
    or_word
};
template <>
inline constexpr auto kind_names<GrammarWord> = std::to_array<std::string_view>({"dealing",
                                                                                 "dealing_noun",
                                                                                 "name_suffix",
                                                                                 "definite",
                                                                                 "source",
                                                                                 "that",
                                                                                 "as",
                                                                                 "by",
                                                                                 "owner",
                                                                                 "voice_of",
                                                                                 "report",
                                                                                 "location",
                                                                                 "agent",
                                                                                 "object_control",
                                                                                 "part_of",
                                                                                 "inside",
                                                                                 "seated",
                                                                                 "object_control_verb",
                                                                                 "phrase_control",
                                                                                 "toll_verb",
                                                                                 "toll",
                                                                                 "addressed",
                                                                                 "infinitive_noun",
                                                                                 "opposing",
                                                                                 "name_link",
                                                                                 "concession",
                                                                                 "place_behind",
                                                                                 "topic",
                                                                                 "maker",
                                                                                 "owner_behind",
                                                                                 "listing",
                                                                                 "and",
                                                                                 "or"});

/// person_words.tsv: words for people.
enum class PersonWord : std::uint8_t {
    address,
    courtesy,
    degree,
    office,
    person,
    group,
    collective,
    partisan,
    abbreviation,
    counterpart,
    female,
    male,
    status,
    relation,
    voice,
    attitude,
    particle,
    given_particle,
    generation_junior,
    generation_senior,
    generation_number,
    relative,
    party_letter,
    varied,
    short_title,
    rank,
    quality,
    no_person,
    coined,
    people_end,
    people_sure,
    side_mark,
    thing,
    versus,
    body_part
};
template <>
inline constexpr auto kind_names<PersonWord> = std::to_array<std::string_view>({"address",
                                                                                "courtesy",
                                                                                "degree",
                                                                                "office",
                                                                                "person",
                                                                                "group",
                                                                                "collective",
                                                                                "partisan",
                                                                                "abbreviation",
                                                                                "counterpart",
                                                                                "female",
                                                                                "male",
                                                                                "status",
                                                                                "relation",
                                                                                "voice",
                                                                                "attitude",
                                                                                "particle",
                                                                                "given_particle",
                                                                                "generation_junior",
                                                                                "generation_senior",
                                                                                "generation_number",
                                                                                "relative",
                                                                                "party_letter",
                                                                                "varied",
                                                                                "short_title",
                                                                                "rank",
                                                                                "quality",
                                                                                "no_person",
                                                                                "coined",
                                                                                "people_end",
                                                                                "people_sure",
                                                                                "side_mark",
                                                                                "thing",
                                                                                "versus",
                                                                                "body_part"});

/// organization_words.tsv: words for bodies.
enum class OrganizationWord : std::uint8_t {
    government,
    side,
    body,
    ship_mark,
    building_mark,
    media,
    medium_word,
    issuing,
    document,
    press_document,
    agreement,
    ending,
    generic,
    business,
    state_body,
    state_noun,
    town_noun,
    member,
    body_of,
    place_of,
    numbered,
    division,
    town_body,
    company_form,
    georgia_place,
    georgia_state,
    state_mark,
    place_end,
    ship_deed,
    house_ending,
    legal
};
template <>
inline constexpr auto kind_names<OrganizationWord> = std::to_array<std::string_view>(
    {"government", "side",         "body",           "ship_mark",     "building_mark", "media",      "medium_word",
     "issuing",    "document",     "press_document", "agreement",     "ending",        "generic",    "business",
     "state_body", "state_noun",   "town_noun",      "member",        "body_of",       "place_of",   "numbered",
     "division",   "town_body",    "company_form",   "georgia place", "georgia state", "state_mark", "place_end",
     "ship_deed",  "house_ending", "legal"});

/// outlets.tsv: media.
enum class OutletWord : std::uint8_t { name, ending, domain };
template <>
inline constexpr auto kind_names<OutletWord> = std::to_array<std::string_view>({"name", "ending", "domain"});

/// time_words.tsv: words of time.
enum class TimeWord : std::uint8_t {
    month,
    weekday,
    unit,
    season,
    number,
    ordinal,
    quarter_name,
    half,
    past,
    next,
    this_one,
    current_part,
    stretch_past,
    stretch_next,
    ago,
    earlier,
    later,
    after,
    before,
    following,
    preceding,
    own_day,
    part,
    daypart,
    day,
    night,
    since,
    range_open,
    range_close,
    of,
    joint,
    in_month,
    weekday_name,
    year_context
};
template <>
inline constexpr auto kind_names<TimeWord> = std::to_array<std::string_view>(
    {"month",       "weekday", "unit",    "season",   "number",       "ordinal",      "quarter_name",
     "half",        "past",    "next",    "this",     "current_part", "stretch_past", "stretch_next",
     "ago",         "earlier", "later",   "after",    "before",       "following",    "preceding",
     "own_day",     "part",    "daypart", "day",      "night",        "since",        "range_open",
     "range_close", "of",      "joint",   "in_month", "weekday_name", "year_context"});

/// entity_words.tsv: by what names and descriptions are compared across documents.
enum class EntityWord : std::uint8_t {
    suffix,
    unspecific,
    field,
    anyones,
    media,
    once,
    entourage,
    water,
    chamber,
    rule,
    venue,
    count,
    region,
    link,
    empty
};
template <>
inline constexpr auto kind_names<EntityWord> = std::to_array<std::string_view>({"suffix", "unspecific", "field",
                                                                                "anyones", "media", "once", "entourage",
                                                                                "water", "chamber", "rule", "venue",
                                                                                "count", "region", "link", "empty"});

/// claim_frames.tsv: what puts the content of a claim into another frame.
enum class ClaimFrame : std::uint8_t { idea, past, negation, light };
template <>
inline constexpr auto kind_names<ClaimFrame> = std::to_array<std::string_view>({"idea", "past", "negation", "light"});

} // namespace gainsay
