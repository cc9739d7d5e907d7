#include "extract/event/event_arguments.h"

#include "extract/attribution/source_phrase.h"
#include "extract/event/event_owner.h"
#include "extract/event/event_phrase.h"

#include <algorithm>
#include <utility>

namespace gainsay {

namespace {

/// "the activities of the Commission": what was halted is the Commission's.
std::optional<TokenIndex> owner_of(const EntityBook &book, TokenIndex head, NewsType type) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    if (!english.frames.is_listed("work", syntax.lemma(head))) {
        return std::nullopt;
    }
    for (const TokenIndex below : syntax.subtree(head)) {
        const std::optional<EntityIndex> entity = book.of_phrase(below);
        if (!entity || below == head || english.grammar.has("agent", syntax.preposition(below))) {
            continue;
        }
        const bool direct = syntax.head(below) == head && syntax.is(below, "nmod") && below > head &&
                            english.grammar.has("part_of", syntax.preposition(below));
        if (direct ||
            (row(type).category == EventType::SUSPEND && book.entity(*entity).type == NodeKind::Organization)) {
            return below;
        }
    }
    return std::nullopt;
}

} // namespace

EventArguments::Standing EventArguments::standing_of(TokenIndex phrase, Role role, NewsType type) const {
    const EntityBook &book = trigger_->book();
    if (role == Role::agent) {
        // Whose treaty it is does not make them what is suspended.
        return {source_entity(book, phrase), phrase};
    }
    if (const std::optional<EntityIndex> entity = book.of_phrase(antecedent_of(book.syntax(), phrase))) {
        return {entity, phrase};
    }
    std::optional<TokenIndex> owner = owner_of(book, phrase, type);
    if (!owner && role == Role::patient) {
        owner = find_owner(book, phrase, [&](TokenIndex token) {
            return book.english().frames.reaches_owner(type, filler_of(book, token));
        });
    }
    return owner ? Standing{book.of_phrase(*owner), *owner} : Standing{std::nullopt, phrase};
}

EventArgument EventArguments::argument(Role role, const Standing &standing, TokenIndex head) const {
    const Syntax &syntax = trigger_->syntax();
    const std::vector<TokenIndex> joined = syntax.conjuncts(head);
    const TokenIndex at = standing.at;
    std::vector<TokenIndex> words = source_tokens(syntax, at);
    words.erase(std::remove_if(words.begin(), words.end(),
                               [&](TokenIndex word) {
                                   const bool is_other =
                                       std::any_of(joined.begin(), joined.end(), [&](TokenIndex other) {
                                           return other > at && syntax.is_below(word, other);
                                       });
                                   return is_other || word == trigger_->token;
                               }),
                words.end());
    trim_punctuation(syntax, words);
    if (words.empty()) {
        words.push_back(at);
    }
    EventArgument argument;
    argument.role = role;
    argument.entity = standing.entity;
    argument.span = syntax.hull_of(words);
    argument.text = syntax.text_of(argument.span);
    return argument;
}

void EventArguments::add(Role role, NewsType type, TokenIndex head) {
    const EntityBook &book = trigger_->book();
    const Syntax &syntax = trigger_->syntax();
    const std::vector<TokenIndex> all = syntax.conjuncts(head);
    const bool any_entity =
        std::any_of(all.begin(), all.end(), [&](TokenIndex each) { return book.of_phrase(each).has_value(); });
    const auto is_pronoun = [&](TokenIndex each) {
        return syntax.upos(each) == Upos::PRON && !trigger_->english().factuality.has("negation", syntax.form(each));
    };
    for (const TokenIndex each : all) {
        const Standing standing = standing_of(each, role, type);
        if (standing.entity) {
            if (!entities_.insert(*standing.entity).second) {
                continue;
            }
        } else if (trigger_->is_time(each) || role == Role::companion || any_entity || is_pronoun(each)) {
            // Beside somebody named, things are no arguments ("support for the rebels and annexation"); a pronoun that
            // refers to nobody known is none.
            continue;
        }
        heads_.push_back(each);
        list_.push_back(argument(role, standing, head));
    }
}

void EventArguments::add_places(std::optional<TokenIndex> object) {
    const EntityBook &book = trigger_->book();
    const Syntax &syntax = trigger_->syntax();
    const TokenIndex trigger = trigger_->token;
    std::vector<TokenIndex> below(syntax.children(trigger).begin(), syntax.children(trigger).end());
    const auto add_below = [&](TokenIndex token) {
        below.insert(below.end(), syntax.children(token).begin(), syntax.children(token).end());
    };
    for (const std::optional<TokenIndex> &each : {object, trigger_->light_verb}) {
        if (each) {
            add_below(*each);
        }
    }
    // "killed in a bombing in Oslo", "fired at targets in Oslo"
    for (const TokenIndex child : syntax.children(trigger)) {
        if (child > trigger && (syntax.is(child, "obl") || syntax.is(child, "obj")) &&
            syntax.upos(child) == Upos::NOUN && !book.of_phrase(child)) {
            add_below(child);
        }
    }
    for (const TokenIndex child : below) {
        if (!(syntax.is(child, "obl") || syntax.is(child, "nmod")) || child <= trigger ||
            !trigger_->english().grammar.has("location", syntax.preposition(child))) {
            continue;
        }
        const std::optional<EntityIndex> entity = book.at(child);
        if (entity && !trigger_->is_time(child) && !entities_.contains(*entity) &&
            (book.entity(*entity).type == NodeKind::Place || book.entity(*entity).type == NodeKind::Country)) {
            entities_.insert(*entity);
            const ByteSpan span = syntax.token(child).span;
            list_.push_back({Role::place, entity, span, syntax.text_of(span)});
        }
    }
}

} // namespace gainsay
