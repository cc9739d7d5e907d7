// How ClaimForms makes a claim's words, numbers and actors of a proposition.

#include "resolve/claim/claim_form.h"

#include "base/lexicon_file.h"
#include "language/phrase_lists.h"
#include "resolve/claim/sorted_lists.h"
#include "resolve/claim/statement_standing.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gainsay {

namespace {

bool has_digit(const std::string &word) {
    return std::any_of(word.begin(), word.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

/// The head noun of an entity that has no name: "the coalition".
std::string head_noun(const Entity &entity) {
    if (entity.named || entity.mentions.empty()) {
        return {};
    }
    const EntityMention &mention = entity.mentions.front();
    if (mention.text.size() != mention.span.size() || !mention.span.contains(mention.head)) {
        return {};
    }
    return lookup_form(
        std::string_view(mention.text).substr(mention.head.begin - mention.span.begin, mention.head.size()));
}

} // namespace

Concept ClaimForms::intern(const std::string &word) {
    const auto [place, is_new] = index_.emplace(word, static_cast<Concept>(words_.size()));
    if (is_new) {
        words_.push_back(word);
    }
    return place->second;
}

void ClaimForms::read(ClaimMention mention) {
    const Attribution &whole = (*documents_)[mention.document].attributions[mention.attribution];
    const Proposition &proposition = whole.propositions[mention.proposition];
    ClaimForm form;
    form.mention = mention;
    read_words(proposition, form, mention.document);
    // "was likely shot down" tells that it was, with a doubt.
    const bool is_hedged = std::any_of(form.words.begin(), form.words.end(),
                                       [this](Concept word) { return known_->is_hedge(words_[word]); });
    form.is_wish = form.is_wish || proposition.modality == Modality::requested ||
                   stance_of(whole, proposition) == Stance::demands ||
                   (proposition.modality == Modality::possible && !is_hedged);
    read_actors(proposition, whole, form);
    sort_once(form.words);
    sort_once(form.core);
    sort_once(form.numbers);
    sort_once(form.entities);
    sort_once(form.sides);
    sort_once(form.actors);
    forms_.push_back(std::move(form));
}

void ClaimForms::read_words(const Proposition &proposition, ClaimForm &form, std::size_t document) {
    std::set<std::string> core;
    std::set<std::string> words;
    std::string head = read_predicates(proposition, form, core);
    read_other_words(proposition, form, words);
    const std::string line = fold_line(wording_of(proposition));
    const std::vector<std::string_view> said = words_of(line);
    form.negations = static_cast<std::size_t>(std::count_if(said.begin(), said.end(), [this](std::string_view word) {
        return known_->is_in_frame(ClaimFrame::negation, known_->form(std::string(word)));
    }));
    const ClaimWords::Idioms idioms = known_->idioms_in(proposition.text);
    form.is_wish = idioms.is_wish;
    for (const std::string &idiom : idioms.forms) {
        words.insert(idiom);
        core.insert(idiom);
        head = idiom;
    }
    for (const EntityIndex entity : proposition.entities) {
        if (const std::string noun = head_noun((*documents_)[document].entities[entity]); !noun.empty()) {
            words.insert(known_->form(noun));
        }
    }
    words.insert(core.begin(), core.end());
    for (const std::string &implied : known_->implied(words)) {
        words.insert(implied);
        // Only what is done implies another deed: "the exchange of information was suspended" does not.
        if (known_->is_implied_by(implied, core)) {
            core.insert(implied);
        }
    }
    for (const std::string &word : words) {
        form.words.push_back(intern(word));
    }
    for (const std::string &word : core) {
        form.core.push_back(intern(word));
    }
    if (!head.empty()) {
        form.head = intern(head);
    }
}

std::string ClaimForms::read_predicates(const Proposition &proposition, ClaimForm &form,
                                        std::set<std::string> &core) const {
    std::string head;
    for (const std::string &predicate : proposition.predicates) {
        if (has_digit(predicate)) {
            continue;
        }
        const std::string known = known_->form(predicate);
        core.insert(known);
        if (head.empty() && !known_->is_weak(known)) {
            head = known;
        }
        form.is_idea = form.is_idea || known_->is_in_frame(ClaimFrame::idea, known);
    }
    return head;
}

void ClaimForms::read_other_words(const Proposition &proposition, ClaimForm &form, std::set<std::string> &words) const {
    // "step up" is one word, and "step" none.
    std::set<std::string> parts;
    for (const std::string &predicate : proposition.predicates) {
        const std::size_t blank = predicate.find(' ');
        if (blank != std::string::npos && known_->knows(predicate)) {
            parts.insert(predicate.substr(0, blank));
            parts.insert(predicate.substr(blank + 1));
        }
    }
    for (const std::string &word : proposition.words) {
        if (const std::optional<std::string> number = known_->number(word)) {
            form.numbers.push_back(*number);
        } else if (has_digit(word)) {
            form.numbers.push_back(word);
        } else if (!parts.contains(word)) {
            words.insert(known_->form(word));
            form.is_past = form.is_past || known_->is_in_frame(ClaimFrame::past, known_->form(word));
        }
    }
}

std::size_t ClaimForms::side_of(std::size_t entity) const {
    const ResolvedEntity &each = entities_->entities()[entity];
    const auto state = each.country.empty() ? states_.end() : states_.find(each.country);
    return state != states_.end() ? state->second : entity;
}

void ClaimForms::read_actors(const Proposition &proposition, const Attribution &whole, ClaimForm &form) {
    const std::size_t document = form.mention.document;
    for (const EntityIndex entity : proposition.entities) {
        const std::size_t resolved = entities_->at(document, entity);
        form.entities.push_back(resolved);
        form.sides.push_back(side_of(resolved));
    }
    for (const EntityIndex actor : proposition.actors) {
        if ((*documents_)[document].entities[actor].named) {
            form.actors.push_back(side_of(entities_->at(document, actor)));
        }
    }
    if (whole.source_entity) {
        form.source = entities_->at(document, *whole.source_entity);
        if (form.actors.empty()) {
            form.is_of_nobody = form.sides.empty();
            form.sides.push_back(side_of(*form.source));
        }
    }
}

} // namespace gainsay
