#include "language/event_frames.h"

#include "base/once_in_file.h"
#include "graph_schema/word.h"

#include <algorithm>
#include <array>

namespace gainsay {

namespace {

/// By value from 0.
constexpr auto filler_names =
    std::to_array<std::string_view>({"unknown", "person", "group", "body", "country", "place", "thing"});

const std::vector<EventFrame> *find_in(const std::unordered_map<std::string, std::vector<EventFrame>> &frames,
                                       const std::string &lemma) {
    const auto found = frames.find(lemma);
    return found == frames.end() ? nullptr : &found->second;
}

FrameRole read_role(const LexiconFile &file, const LexiconFile::Row &row, const std::string &text) {
    const std::size_t equals = text.find('=');
    const std::optional<Role> role = parse_word<Role>(text.substr(0, equals));
    if (equals == std::string::npos || !role) {
        file.fail(row, "role=place|place with a role of " + one_of(names_of<Role>()), "'" + text + "'");
    }
    return {*role, split_list(std::string_view(text).substr(equals + 1), '|')};
}

EventFrame read_frame(const LexiconFile &file, const LexiconFile::Row &row) {
    EventFrame frame;
    const std::optional<NewsType> type = parse_word<NewsType>(row.fields[0]);
    if (!type) {
        file.fail(row, one_of(names_of<NewsType>()), "'" + row.fields[0] + "'");
    }
    frame.type = *type;
    frame.action = parse_word<EdgeKind>(row.fields[1]);
    const std::optional<EventType> category = gainsay::row(*type).category;
    if (row.fields[1] != "-" && (!frame.action || !category || gainsay::row(*frame.action).event_type != category)) {
        file.fail(row, "'-' or an action that is short for events of the category of " + row.fields[0],
                  "'" + row.fields[1] + "'");
    }
    frame.mode = row.fields[2] == "-" ? "" : row.fields[2];
    frame.is_noun = row.fields[3] == "noun";
    if (!frame.is_noun && row.fields[3] != "verb") {
        file.fail(row, "verb or noun", "'" + row.fields[3] + "'");
    }
    const std::vector<std::string> words = split_list(row.fields[4], ' ');
    if (words.empty()) {
        file.fail(row, "a trigger", "nothing");
    }
    frame.lemma = words.front();
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i].size() > 1 && words[i].front() == '-') {
            frame.conditions.push_back({words[i].substr(1), "", true});
            continue;
        }
        const std::size_t equals = std::min(words[i].find('='), words[i].size());
        frame.conditions.push_back(
            {words[i].substr(0, equals), words[i].substr(std::min(equals + 1, words[i].size())), false});
    }
    const std::string defaults = frame.is_noun ? "agent=poss|by|adj patient=of" : "agent=subj patient=obj";
    for (const std::string &text : split_list(row.fields[5].empty() ? defaults : row.fields[5], ' ')) {
        frame.roles.push_back(read_role(file, row, text));
    }
    return frame;
}

/// What "@" names in a condition and is no list.
constexpr auto computed_lists = std::to_array<std::string_view>({"actor", "person", "human", "office", "body"});
/// Lists that no frame has to name.
constexpr auto common_lists = std::to_array<std::string_view>({"quantity", "kept", "strikes"});

template <class Names>
bool is_among(const Names &names, std::string_view name) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

/// "@list" in a condition names a list of event_words.tsv; gives back the lists that are named.
std::set<std::string> named_lists(const LexiconFile &file, const LexiconFile::Row &row, const EventFrame &frame,
                                  const WordLists &words) {
    std::set<std::string> named;
    for (const FrameCondition &condition : frame.conditions) {
        const std::string list = condition.word.substr(0, 1) == "@" ? condition.word.substr(1) : "";
        if (list.empty() || is_among(computed_lists, list)) {
            continue;
        }
        if (words.words(list).empty()) {
            file.fail(row, "a list of event_words.tsv", "'" + condition.word + "'");
        }
        named.insert(list);
    }
    return named;
}

/// "light PLACE SUBJECT"; nothing for the name of a list.
std::optional<LightVerb> read_light_verb(const LexiconFile &file, const LexiconFile::Row &row) {
    const std::vector<std::string> parts = split_list(row.fields[0], ' ');
    if (parts.size() < 2) {
        return std::nullopt;
    }
    if (parts.size() != 3 || parts[0] != "light" || !is_among(std::to_array({"agent", "patient", "-"}), parts[2])) {
        file.fail(row, "the name of a list or 'light PLACE agent|patient|-'", "'" + row.fields[0] + "'");
    }
    return LightVerb{parts[1], parts[2]};
}

/// Who can be what in which events, and whose things they reach.
struct Fillers {
    std::map<std::pair<NewsType, Role>, std::set<Filler>> of_role;
    std::map<NewsType, std::set<Filler>> owners;
};

/// The first field of rows about owners.
constexpr std::string_view owner_row = "owner";

/// Rows of event_arguments.tsv.
Fillers read_fillers(const LexiconFile &arguments) {
    Fillers fillers_of;
    for (const LexiconFile::Row &row : arguments.rows()) {
        const std::optional<Role> role = parse_word<Role>(row.fields[0]);
        if (!role && row.fields[0] != owner_row) {
            arguments.fail(row, "owner or " + one_of(names_of<Role>()), "'" + row.fields[0] + "'");
        }
        std::set<Filler> fillers;
        for (const std::string &word : split_list(row.fields[1], ' ')) {
            const auto filler = std::find(filler_names.begin(), filler_names.end(), word);
            if (filler == filler_names.end()) {
                arguments.fail(row, one_of(filler_names), "'" + word + "'");
            }
            fillers.insert(static_cast<Filler>(filler - filler_names.begin()));
        }
        for (const std::string &word : split_list(row.fields[2], ';')) {
            const std::optional<NewsType> type = parse_word<NewsType>(word);
            if (!type) {
                arguments.fail(row, one_of(names_of<NewsType>()), "'" + word + "'");
            }
            std::set<Filler> &allowed = role ? fillers_of.of_role[{*type, *role}] : fillers_of.owners[*type];
            allowed.insert(fillers.begin(), fillers.end());
        }
    }
    return fillers_of;
}

/// Every list has a use: a frame names it, or all frames share it.
void check_all_named(const LexiconFile &words, const std::set<std::string> &named) {
    for (const LexiconFile::Row &row : words.rows()) {
        if (!read_light_verb(words, row) && !is_among(common_lists, row.fields[0]) && !named.contains(row.fields[0])) {
            words.fail(row, "a list that a frame of event_frames.tsv names", "'" + row.fields[0] + "'");
        }
    }
}

} // namespace

EventFrames::EventFrames(const LexiconFile &file, const LexiconFile &words, const LexiconFile &arguments)
    : words_(words) {
    Fillers fillers = read_fillers(arguments);
    fillers_ = std::move(fillers.of_role);
    owners_ = std::move(fillers.owners);
    for (const LexiconFile::Row &row : words.rows()) {
        if (const std::optional<LightVerb> light = read_light_verb(words, row)) {
            for (const std::string &lemma : split_list(row.fields[1], ';')) {
                light_verbs_.emplace(lemma, *light);
            }
        }
    }
    std::set<std::string> named;
    OnceInFile once(file);
    for (const LexiconFile::Row &row : file.rows()) {
        once.add(row, row.fields[3] + " " + row.fields[4] + " of " + row.fields[0]);
        EventFrame frame = read_frame(file, row);
        named.merge(named_lists(file, row, frame, words_));
        auto &frames = frame.is_noun ? nouns_ : verbs_;
        frames[frame.lemma].push_back(std::move(frame));
    }
    check_all_named(words, named);
    for (auto *frames : {&verbs_, &nouns_}) {
        for (auto &entry : *frames) {
            std::stable_sort(entry.second.begin(), entry.second.end(), [](const EventFrame &a, const EventFrame &b) {
                return a.conditions.size() > b.conditions.size();
            });
        }
    }
}

bool EventFrames::may_be(NewsType type, Role role, Filler filler) const {
    const auto allowed = fillers_.find({type, role});
    return filler == Filler::unknown || allowed == fillers_.end() || allowed->second.contains(filler);
}

bool EventFrames::reaches_owner(NewsType type, Filler owner) const {
    const auto allowed = owners_.find(type);
    return allowed != owners_.end() && allowed->second.contains(owner);
}

bool EventFrames::may_reach_owner(const std::string &lemma) const {
    for (const std::vector<EventFrame> *frames : {find_verb(lemma), find_noun(lemma)}) {
        if (frames != nullptr && std::any_of(frames->begin(), frames->end(), [this](const EventFrame &frame) {
                return owners_.contains(frame.type);
            })) {
            return true;
        }
    }
    return false;
}

const std::vector<EventFrame> *EventFrames::find_verb(const std::string &lemma) const {
    return find_in(verbs_, lemma);
}
const LightVerb *EventFrames::find_light_verb(const std::string &lemma) const {
    const auto found = light_verbs_.find(lemma);
    return found == light_verbs_.end() ? nullptr : &found->second;
}
const std::vector<EventFrame> *EventFrames::find_noun(const std::string &lemma) const {
    return find_in(nouns_, lemma);
}

} // namespace gainsay
