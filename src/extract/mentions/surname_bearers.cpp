#include "extract/mentions/surname_bearers.h"

#include "extract/mentions/name_words.h"
#include "extract/syntax/titles.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace gainsay {

namespace {

bool is_one_of(const std::string &form, std::initializer_list<std::string_view> marks) {
    return std::find(marks.begin(), marks.end(), form) != marks.end();
}

/// "Bobby" of `Robert "Bobby" Calloway`; empty for others ("Calloway, Reed").
std::string nickname_of(const NameUse &use, const Syntax &syntax) {
    TokenIndex first = use.first;
    while (first < use.last && syntax.upos(first) != Upos::PUNCT) {
        ++first;
    }
    TokenIndex end = first + 1;
    while (end < use.last && syntax.upos(end) == Upos::PROPN) {
        ++end;
    }
    const bool marked = first > use.first && end > first + 1 && end < use.last &&
                        is_one_of(syntax.form(first), {"\"", "'", "(", "\u201c", "\u2018", "``"}) &&
                        is_one_of(syntax.form(end), {"\"", "'", ")", "\u201d", "\u2019", "''"});
    return marked ? syntax.text_of(hull(syntax.token(first + 1).span, syntax.token(end - 1).span)) : "";
}

/// "his wife, Ana Reed", "Reed's son Tom".
bool is_relative(const NameUse &use, const EntityBook &book) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    const auto tells = [&](TokenIndex token) { return english.people.has("relative", syntax.lemma(token)); };
    for (TokenIndex token = title_start(syntax, english, use.first); token < use.first; ++token) {
        if (tells(token)) {
            return true;
        }
    }
    const std::optional<TokenIndex> head = syntax.head(use.head);
    if (head && syntax.is(use.head, "appos") && tells(*head)) {
        return true;
    }
    const auto children = syntax.children(use.head);
    return std::any_of(children.begin(), children.end(),
                       [&](TokenIndex child) { return syntax.is(child, "appos") && tells(child); });
}

/// "Reed, whose son, Capt. Tom Reed, died": named within what is told of the other.
bool hangs_on(const Syntax &syntax, TokenIndex name, TokenIndex other) {
    for (std::optional<TokenIndex> up = syntax.head(name); up; up = syntax.head(*up)) {
        if (*up == other) {
            return !syntax.is(name, "conj");
        }
    }
    return false;
}

} // namespace

SurnameBearers::SurnameBearers(const std::vector<NameUse> &uses, NamedEntities &entities) : entities_(&entities) {
    find_generations(uses);
    for (const NameUse &use : uses) {
        if (use.type == NameType::PER) {
            file(use);
        }
    }
}

void SurnameBearers::find_generations(const std::vector<NameUse> &uses) {
    const EntityBook &book = entities_->book();
    std::set<std::pair<std::size_t, std::string>> named;
    for (const NameUse &use : uses) {
        if (use.type == NameType::PER) {
            named.emplace(book.syntax().sentence_of(use.first), name_key(use.text));
        }
    }
    for (const auto &[sentence, key] : named) {
        if (!generation_of(key, book.english()).empty()) {
            const std::string elder = without_suffix(key, book.english());
            const std::string surname = last_word(elder);
            if (elder == surname || named.contains({sentence, elder})) {
                entities_->tell_generations_apart(surname);
            }
        }
    }
}

void SurnameBearers::file(const NameUse &use) {
    EntityBook &book = entities_->book();
    const English &english = book.english();
    const std::string surname = surname_key(use.text, english);
    if (is_surname_alone(name_key(use.text), english)) {
        alone_.emplace(surname, use.first);
        if (!is_in_headline(book.syntax(), use.first) && title_start(book.syntax(), english, use.first) < use.first) {
            titled_.emplace(surname, use.first);
        }
        return;
    }
    const EntityIndex index = entities_->person(use.text);
    std::vector<FullName> &bearers = full_names_[surname];
    // Whom the text named before is no relative of another by that.
    const bool is_new =
        std::none_of(bearers.begin(), bearers.end(), [index](const FullName &other) { return other.person == index; });
    const auto teller = std::find_if(bearers.begin(), bearers.end(), [&](const FullName &other) {
        return is_new && other.person != index && hangs_on(book.syntax(), use.head, other.head);
    });
    const std::optional<EntityIndex> told_of = teller == bearers.end() ? std::nullopt : std::optional(teller->person);
    const bool is_younger =
        entities_->tells_generations_apart(surname) && !generation_of(name_key(use.text), english).empty();
    bearers.push_back({use.first, index, use.head, is_younger});
    file_words(use.text);
    if (const std::string nickname = nickname_of(use, book.syntax()); !nickname.empty()) {
        book.add_alias(index, nickname);
    }
    if (told_of) {
        // "Liz Reed, the daughter of Dick Reed": the text is about her.
        relatives_.erase(*told_of);
    }
    if (told_of || is_relative(use, book)) {
        relatives_.insert(index);
    }
}

void SurnameBearers::file_words(const std::string &name) {
    const std::string key = name_key(name) + " ";
    for (std::size_t begin = 0; begin < key.size(); begin = key.find(' ', begin) + 1) {
        words_of_names_.insert(key.substr(begin, key.find(' ', begin) - begin));
    }
}

bool SurnameBearers::is_called_before_named(const std::string &surname, const std::vector<FullName> &known,
                                            bool relatives_alone) const {
    // News names people in full before it calls them "President Reed".
    const auto titled = titled_.find(surname);
    const bool is_titled_before =
        titled != titled_.end() && std::none_of(known.begin(), known.end(), [&](const FullName &name) {
            return name.first < titled->second && !is_in_headline(entities_->book().syntax(), name.first);
        });
    const auto alone = alone_.find(surname);
    return is_titled_before || (relatives_alone && alone != alone_.end() && alone->second < known.front().first);
}

const SurnameBearers::FullName *SurnameBearers::latest(const std::vector<FullName> &known, const NameUse &use,
                                                       const std::string &address, bool with_relatives) const {
    const EntityBook &book = entities_->book();
    const FullName *latest = nullptr;
    for (const FullName &name : known) {
        const bool fits =
            !name.is_younger && (with_relatives || !relatives_.contains(name.person)) &&
            (address.empty() ||
             !differ_in_sex(address, first_word(name_key(book.entity(name.person).name)), book.english()));
        if (fits && (name.first < use.first || latest == nullptr)) {
            latest = &name;
        }
    }
    return latest;
}

bool SurnameBearers::is_told_of(const FullName &name, const std::vector<FullName> &known, const NameUse &use) const {
    const Syntax &syntax = entities_->book().syntax();
    const auto times = std::count_if(known.begin(), known.end(), [&](const FullName &other) {
        return other.person == name.person && other.first < use.first;
    });
    return times > 1 && syntax.sentence_of(name.first) + 1 == syntax.sentence_of(use.first);
}

EntityIndex SurnameBearers::bearer(const NameUse &use) {
    const EntityBook &book = entities_->book();
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    const std::string surname = last_word(name_key(use.text));
    const bool addressed = use.first > 0 && english.people.has("courtesy", syntax.form(use.first - 1));
    const std::string address = addressed ? syntax.form(use.first - 1) : std::string();
    const auto known = full_names_.find(surname);
    if (known == full_names_.end()) {
        return entities_->person(use.text, address);
    }
    const std::string form = address + " " + surname;
    if (const auto called = called_.find(form); addressed && called != called_.end()) {
        return called->second;
    }
    const bool relatives_alone = std::all_of(known->second.begin(), known->second.end(),
                                             [this](const FullName &name) { return relatives_.contains(name.person); });
    const FullName *last = latest(known->second, use, address, relatives_alone);
    const FullName *any = latest(known->second, use, address, true);
    // "Mrs. Reed", where the others are men: his wife.
    const bool is_wife = last == nullptr && addressed;
    if (is_wife || (any != nullptr && !called_.contains(form) && is_told_of(*any, known->second, use))) {
        last = any;
    }
    std::optional<EntityIndex> person = last == nullptr ? std::nullopt : std::optional(last->person);
    // Whom the text names first and then by the surname keeps it; his father is named in full, and meant where he was
    // named just before.
    const auto called = called_.find(form);
    if (!addressed && person && called != called_.end() && called->second == known->second.front().person &&
        syntax.sentence_of(last->first) + 1 < syntax.sentence_of(use.first)) {
        person = called->second;
    }
    if (!person || is_called_before_named(surname, known->second, relatives_alone)) {
        return entities_->named(NodeKind::Person, use.text, {});
    }
    called_.emplace(form, *person);
    entities_->take_name(*person, use.text);
    return *person;
}

} // namespace gainsay
