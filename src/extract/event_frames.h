#pragma once

#include "base/lexicon_file.h"
#include "graph_schema/edge_kind.h"
#include "graph_schema/vocabulary.h"

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gainsay {

/// What must stand below a trigger: `obj=talk`, `prt=down`, `on=hold`; without a word, any word in that place.
struct FrameCondition {
    /// "obj", "prt" or a preposition.
    std::string place;
    /// Lemma; empty for any.
    std::string word;
};

/// A role and the places where its filler stands, in the order in which they are tried.
struct FrameRole {
    Role role = Role::agent;
    std::vector<std::string> places;
};

/// One way in which words tell of an event; a row of event_frames.tsv.
struct EventFrame {
    EventType type = EventType::AGREE;
    EdgeKind action = EdgeKind::agreed_with;
    /// Of the category; may be empty.
    std::string mode;
    bool is_noun = false;
    std::string lemma;
    std::vector<FrameCondition> conditions;
    std::vector<FrameRole> roles;
};

/// The frames by lemma. Const once loaded.
class EventFrames {
  public:
    explicit EventFrames(const LexiconFile &file);

    /// Those with the most conditions first; null if there are none.
    const std::vector<EventFrame> *find_verb(const std::string &lemma) const;
    const std::vector<EventFrame> *find_noun(const std::string &lemma) const;

  private:
    std::unordered_map<std::string, std::vector<EventFrame>> verbs_;
    std::unordered_map<std::string, std::vector<EventFrame>> nouns_;
};

} // namespace gainsay
