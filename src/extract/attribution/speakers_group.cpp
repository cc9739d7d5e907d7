#include "extract/attribution/speakers_group.h"

#include "graph_schema/node_kind.h"

namespace gainsay {

namespace {

/// Another actor that the speaker dealt with in these words: "I suggested to the minister", "Kerry and Lavrov".
std::optional<EntityIndex> partner_at(const EntityBook &book, TokenIndex token, EntityIndex speaker) {
    const Syntax &syntax = book.syntax();
    const std::optional<TokenIndex> head = syntax.head(token);
    const std::optional<EntityIndex> other = head ? book.of_phrase(token) : std::nullopt;
    if (!other || *other == speaker || !is_actor(book.entity(*other).type)) {
        return std::nullopt;
    }
    if (syntax.is(token, "conj")) {
        const bool same_kind = book.entity(*other).type == book.entity(speaker).type;
        return same_kind && book.of_phrase(*head) == speaker ? other : std::nullopt;
    }
    if (syntax.upos(*head) != Upos::VERB ||
        !(syntax.is(token, "obl") || syntax.is(token, "obj") || syntax.is(token, "iobj"))) {
        return std::nullopt;
    }
    const std::optional<TokenIndex> subject = syntax.own_subject(*head);
    const bool first_person = subject && feature(syntax.token(*subject).feats, "Person") == std::string_view("1") &&
                              feature(syntax.token(*subject).feats, "Number") == std::string_view("Sing");
    return first_person ? other : std::nullopt;
}

} // namespace

std::vector<EntityIndex> speakers_group(const EntityBook &book, const FoundAttribution &attribution) {
    if (!attribution.source_entity || attribution.content.empty()) {
        return {};
    }
    std::vector<EntityIndex> group{*attribution.source_entity};
    for (const TokenIndex token : attribution.content) {
        if (const std::optional<EntityIndex> other = partner_at(book, token, group.front())) {
            group.push_back(*other);
            return group;
        }
    }
    // Whom it was with a few sentences before.
    constexpr std::size_t sentences_back = 4;
    const std::size_t last = book.syntax().sentence_of(attribution.content.front());
    const std::size_t first = last > sentences_back ? last - sentences_back : 0;
    for (TokenIndex token = attribution.content.front(); token-- > book.syntax().sentence(first).first_token;) {
        const bool own = book.syntax().is(token, "conj") || book.entity(group.front()).type == NodeKind::Person;
        if (const auto other = own ? partner_at(book, token, group.front()) : std::nullopt) {
            group.push_back(*other);
            return group;
        }
    }
    return group;
}

} // namespace gainsay
