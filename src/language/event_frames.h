#pragma once

#include "base/lexicon_file.h"
#include "graph_schema/edge_kind.h"
#include "graph_schema/news_type.h"
#include "graph_schema/vocabulary.h"
#include "language/word_lists.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gainsay {

/// What must stand below a trigger: `obj=talk`, `prt=down`, `on=hold`; without a word, any word in that place; `-obj`,
/// `-xcomp`: nothing may stand there.
struct FrameCondition {
    /// "obj", "subj", "poss", "prt", "xcomp" (absent only) or a preposition.
    std::string place;
    /// Lemma; empty for any; "@actor" for one who acts, "@person" for a named person, "@list" for the words of a list.
    std::string word;
    bool is_absent = false;
};

/// A verb that adds little to an event's noun: "carry out (an attack)", "come under (attack)".
struct LightVerb {
    /// Where the noun stands: "subj", "obj" or a preposition.
    std::string place;
    /// What the verb's subject is in the noun's event: "agent", "patient" or "-".
    std::string subject;
};

/// A role and the places where its filler stands, in the order in which they are tried.
struct FrameRole {
    Role role = Role::agent;
    std::vector<std::string> places;
};

/// One way in which words tell of an event; a row of event_frames.tsv.
struct EventFrame {
    NewsType type = NewsType::Attack;
    /// Nothing where no action is short for the event.
    std::optional<EdgeKind> action;
    /// Of the category; may be empty.
    std::string mode;
    bool is_noun = false;
    std::string lemma;
    std::vector<FrameCondition> conditions;
    std::vector<FrameRole> roles;
};

/// What an argument of an event is, as far as one can tell.
enum class Filler : std::uint8_t { unknown, person, group, body, country, place, thing };

/// The frames by lemma. Const once loaded.
class EventFrames {
  public:
    /// `words`: rows "kind TAB words" (event_words.tsv); `arguments`: rows "role TAB fillers TAB news types"
    /// (event_arguments.tsv).
    EventFrames(const LexiconFile &file, const LexiconFile &words, const LexiconFile &arguments);

    /// Those with the most conditions first; null if there are none.
    const std::vector<EventFrame> *find_verb(const std::string &lemma) const;
    const std::vector<EventFrame> *find_noun(const std::string &lemma) const;
    /// By its lemma with particle; null if it is none.
    const LightVerb *find_light_verb(const std::string &lemma) const;
    /// "range (of sanctions)": the noun behind it is what counts.
    bool is_quantity(const std::string &lemma) const { return words_.has("quantity", lemma); }
    /// Whether what a condition asks for is something else than the event itself: "attacked the plan", "met the
    /// minister".
    bool is_kept(const std::string &condition_word) const { return words_.has("kept", condition_word); }
    /// Whether an event of this type can have it in that role; what is unknown can be anything.
    bool may_be(NewsType type, Role role, Filler filler) const;
    /// Whether what is done to a thing of such an owner is done to him: "rejected Norway's offer". What is unknown owns
    /// nothing.
    bool reaches_owner(NewsType type, Filler owner) const;
    /// Whether a verb or noun tells of an event that reaches an owner.
    bool may_reach_owner(const std::string &lemma) const;
    bool is_listed(std::string_view list, const std::string &lemma) const { return words_.has(list, lemma); }

  private:
    WordLists words_;
    std::map<std::pair<NewsType, Role>, std::set<Filler>> fillers_;
    std::map<NewsType, std::set<Filler>> owners_;
    std::unordered_map<std::string, LightVerb> light_verbs_;
    std::unordered_map<std::string, std::vector<EventFrame>> verbs_;
    std::unordered_map<std::string, std::vector<EventFrame>> nouns_;
};

} // namespace gainsay
