#include "extract/mentions/entity_book.h"

#include <algorithm>
#include <unordered_set>

namespace gainsay {

std::string name_key(std::string_view name) {
    std::string key;
    for (const char letter : lookup_form(name)) {
        if (letter == '.') {
            continue;
        }
        key += letter == '-' || letter == '\n' || letter == '\t' ? ' ' : letter;
    }
    key = single_blanks(key);
    const std::string article = "the ";
    if (key.rfind(article, 0) == 0) {
        key.erase(0, article.size());
    }
    const std::string possessive = "'s";
    if (key.size() > possessive.size() && key.compare(key.size() - 2, 2, possessive) == 0) {
        key.resize(key.size() - 2);
    }
    return key;
}

EntityBook::EntityBook(const Syntax &syntax, const English &english)
    : syntax_(&syntax), english_(&english), skipped_(syntax.size(), 0), doubtful_(syntax.size(), 0),
      name_at_(syntax.size(), -1), place_at_(syntax.size(), -1), at_(syntax.size(), -1), covering_(syntax.size(), -1) {
    find_skipped();
    const std::vector<Name> &names = syntax.document().names;
    for (std::size_t i = 0; i < names.size(); ++i) {
        for (TokenIndex token = names[i].first_token; token < names[i].end_token; ++token) {
            name_at_[token] = static_cast<std::int32_t>(i);
        }
    }
}

void EntityBook::find_skipped() {
    const Document &document = syntax_->document();
    std::unordered_set<std::string> seen;
    for (const Sentence &sentence : document.sentences) {
        const Zone zone = document.zone_at(sentence.span.begin);
        bool skip = zone == Zone::boilerplate || zone == Zone::byline;
        // A caption that stands twice, a teaser of a sentence in the text.
        const std::string text = single_blanks(document.slice(sentence.span));
        constexpr std::size_t least_words = 6;
        if (sentence.size() >= least_words && !seen.insert(text).second) {
            skip = true;
        }
        std::fill(skipped_.begin() + sentence.first_token, skipped_.begin() + sentence.end_token, skip ? 1 : 0);
    }
}

std::optional<std::size_t> EntityBook::name_at(TokenIndex token) const {
    return name_at_[token] < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(name_at_[token]));
}

EntityIndex EntityBook::add_entity(Entity entity) {
    entities_.push_back(std::move(entity));
    places_of_.emplace_back();
    const auto index = static_cast<EntityIndex>(entities_.size() - 1);
    index_name(index, entities_.back().name);
    for (const std::string &alias : entities_.back().aliases) {
        index_name(index, alias);
    }
    return index;
}

namespace {

std::string index_key(NodeKind type, std::string_view name) {
    return std::to_string(static_cast<int>(type)) + " " + name_key(name);
}

} // namespace

void EntityBook::index_name(EntityIndex entity, const std::string &name) {
    const auto [found, fresh] = by_name_.emplace(index_key(entities_[entity].type, name), entity);
    if (!fresh) {
        found->second = std::min(found->second, entity);
    }
}

EntityIndex EntityBook::country(const Country &country) {
    if (const auto found = states_.find(country.code); found != states_.end()) {
        return found->second;
    }
    Entity entity;
    entity.type = NodeKind::Country;
    entity.name = country.name;
    entity.country = country.code;
    entity.named = true;
    const EntityIndex index = add_entity(std::move(entity));
    states_.emplace(country.code, index);
    return index;
}

std::optional<EntityIndex> EntityBook::find(NodeKind type, std::string_view name) const {
    const auto found = by_name_.find(index_key(type, name));
    return found == by_name_.end() ? std::nullopt : std::optional(found->second);
}

void EntityBook::add_mention(EntityIndex entity, MentionKind kind, TokenIndex first, TokenIndex last,
                             TokenIndex head_first, TokenIndex head_last, TokenIndex head) {
    add_aside(entity, kind, first, last, head_first, head_last, head);
    if (at_[head] < 0 || kind == MentionKind::name) {
        at_[head] = entity;
    }
    cover(places_.back());
}

void EntityBook::add_aside(EntityIndex entity, MentionKind kind, TokenIndex first, TokenIndex last,
                           TokenIndex head_first, TokenIndex head_last, TokenIndex head) {
    entities_[entity].named = entities_[entity].named || kind == MentionKind::name;
    place_at_[head] = static_cast<std::int64_t>(places_.size());
    places_of_[entity].push_back(static_cast<std::uint32_t>(places_.size()));
    places_.push_back({entity, head, kind, first, last, head_first, head_last});
}

void EntityBook::cover(const Place &place) {
    std::fill(covering_.begin() + place.head_first, covering_.begin() + place.head_last + 1, place.entity);
}

void EntityBook::merge(EntityIndex from, EntityIndex into) {
    if (from == into) {
        return;
    }
    Entity old = std::move(entities_[from]);
    entities_[from] = Entity();
    add_alias(into, old.name);
    for (const std::string &alias : old.aliases) {
        add_alias(into, alias);
    }
    for (const std::string &title : old.titles) {
        add_title(into, title);
    }
    entities_[into].named = entities_[into].named || old.named;
    for (const std::uint32_t position : places_of_[from]) {
        Place &place = places_[position];
        place.entity = into;
        at_[place.head] = at_[place.head] == from ? into : at_[place.head];
        cover(place);
        places_of_[into].push_back(position);
    }
    places_of_[from].clear();
    // Who looks for the old name finds the new entity.
    for (const std::string &name : old.aliases) {
        by_name_[index_key(old.type, name)] = into;
    }
    by_name_[index_key(old.type, old.name)] = into;
    for (Relation &relation : relations_) {
        relation.source = relation.source == from ? into : relation.source;
        relation.target = relation.target == from ? into : relation.target;
    }
}

void EntityBook::assign_pronoun(TokenIndex pronoun, EntityIndex entity) {
    if (place_at_[pronoun] < 0) {
        add_mention(entity, MentionKind::pronoun, pronoun, pronoun, pronoun, pronoun, pronoun);
        return;
    }
    const auto position = static_cast<std::uint32_t>(place_at_[pronoun]);
    Place &place = places_[position];
    std::vector<std::uint32_t> &old = places_of_[place.entity];
    old.erase(std::find(old.begin(), old.end(), position));
    places_of_[entity].push_back(position);
    place.entity = entity;
    at_[pronoun] = entity;
    cover(place);
}

void EntityBook::add_alias(EntityIndex index, const std::string &alias) {
    Entity &entity = entities_[index];
    if (alias != entity.name &&
        std::find(entity.aliases.begin(), entity.aliases.end(), alias) == entity.aliases.end()) {
        entity.aliases.push_back(alias);
        index_name(index, alias);
    }
}

void EntityBook::rename(EntityIndex index, const std::string &name) {
    const std::string old = entities_[index].name;
    entities_[index].name = name;
    index_name(index, name);
    add_alias(index, old);
}

void EntityBook::add_title(EntityIndex index, const std::string &title) {
    std::vector<std::string> &titles = entities_[index].titles;
    if (!title.empty() && std::find(titles.begin(), titles.end(), title) == titles.end()) {
        titles.push_back(title);
    }
}

void EntityBook::add_relation(Relation relation) {
    if (relation.source != relation.target) {
        relations_.push_back(std::move(relation));
    }
}

std::optional<EntityIndex> EntityBook::at(TokenIndex head) const {
    return at_[head] < 0 ? std::nullopt : std::optional(static_cast<EntityIndex>(at_[head]));
}

std::optional<EntityIndex> EntityBook::of_phrase(TokenIndex head) const {
    if (const std::optional<EntityIndex> own = at(head)) {
        return own;
    }
    for (const TokenIndex child : syntax_->children(head)) {
        if (syntax_->is(child, "appos") || syntax_->is(child, "flat") || syntax_->relation(child) == "nmod:desc") {
            if (const std::optional<EntityIndex> found = at(child)) {
                return found;
            }
        }
    }
    return std::nullopt;
}

std::optional<EntityIndex> EntityBook::covering(TokenIndex token) const {
    return covering_[token] < 0 ? std::nullopt : std::optional(static_cast<EntityIndex>(covering_[token]));
}

ByteSpan EntityBook::core_of(const Place &place) const {
    if (place.kind == MentionKind::pronoun) {
        return {};
    }
    TokenIndex first = place.first;
    while (first < place.head_first && syntax_->upos(first) == Upos::DET) {
        ++first;
    }
    TokenIndex last = place.last;
    if (place.kind == MentionKind::nominal) {
        for (const TokenIndex child : syntax_->children(place.head)) {
            if (child > place.head_last && child <= last && syntax_->is(child, "nmod") &&
                english_->grammar.has("place_behind", syntax_->preposition(child))) {
                last = place.head_last;
            }
        }
    }
    const bool whole = first == place.first && last == place.last;
    return whole ? ByteSpan() : hull(syntax_->token(first).span, syntax_->token(last).span);
}

void EntityBook::give_mentions() {
    for (const Place &place : places_) {
        EntityMention mention;
        mention.span = hull(syntax_->token(place.first).span, syntax_->token(place.last).span);
        mention.head = hull(syntax_->token(place.head_first).span, syntax_->token(place.head_last).span);
        mention.kind = place.kind;
        mention.text = syntax_->document().slice(mention.span);
        mention.core = core_of(place);
        entities_[place.entity].mentions.push_back(std::move(mention));
    }
}

std::vector<EntityIndex> EntityBook::finish() {
    give_mentions();
    for (Entity &entity : entities_) {
        std::stable_sort(entity.mentions.begin(), entity.mentions.end(),
                         [](const EntityMention &a, const EntityMention &b) { return a.span < b.span; });
    }
    std::vector<EntityIndex> order;
    for (EntityIndex i = 0; i < entities_.size(); ++i) {
        if (!entities_[i].mentions.empty()) {
            order.push_back(i);
        }
    }
    std::stable_sort(order.begin(), order.end(), [this](EntityIndex a, EntityIndex b) {
        return entities_[a].mentions.front().span < entities_[b].mentions.front().span;
    });
    std::vector<EntityIndex> new_index(entities_.size());
    std::vector<Entity> sorted;
    for (std::size_t i = 0; i < order.size(); ++i) {
        new_index[order[i]] = static_cast<EntityIndex>(i);
        sorted.push_back(std::move(entities_[order[i]]));
    }
    entities_ = std::move(sorted);
    renumber(new_index);
    return new_index;
}

void EntityBook::renumber(const std::vector<EntityIndex> &new_index) {
    for (std::vector<std::int64_t> *layer : {&at_, &covering_}) {
        for (std::int64_t &entity : *layer) {
            entity = entity < 0 ? entity : static_cast<std::int64_t>(new_index[static_cast<std::size_t>(entity)]);
        }
    }
    for (Place &place : places_) {
        place.entity = new_index[place.entity];
    }
    for (Relation &relation : relations_) {
        relation.source = new_index[relation.source];
        relation.target = new_index[relation.target];
    }
}

} // namespace gainsay
