#include "extract/attribution/addressees.h"

#include "extract/syntax/token_list.h"
#include "graph_schema/node_kind.h"

#include <algorithm>

namespace gainsay {

namespace {

/// What the verb says behind its object: "(told her) that he would go", "(accused her) of lying".
bool has_clause_behind(const Syntax &syntax, const FoundAttribution &found, TokenIndex object) {
    const auto children = syntax.children(found.cue_head);
    return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
        if (child < object || !contains(found.content, child)) {
            return false;
        }
        // With a subject of its own, or one that is the object: "is" of "told her he is".
        return (syntax.is(child, "ccomp") && syntax.own_subject(child)) ||
               (found.content_subject == object &&
                (syntax.is(child, "xcomp") || syntax.is(child, "advcl") || syntax.is(child, "ccomp")) &&
                syntax.is_predicate(child));
    });
}

/// Whether a label can put the object in front of what it is to do.
bool can_be_subject(const EntityBook &book, TokenIndex object) {
    const std::optional<EntityIndex> entity = book.of_phrase(object);
    return entity && (book.entity(*entity).named || is_actor(book.entity(*entity).type));
}

void take_out(const Syntax &syntax, FoundAttribution &found, TokenIndex object) {
    const std::vector<TokenIndex> phrase = syntax.subtree(object);
    std::vector<TokenIndex> kept;
    std::copy_if(found.content.begin(), found.content.end(), std::back_inserter(kept),
                 [&phrase](TokenIndex token) { return !contains(phrase, token); });
    if (!kept.empty() && phrase.front() <= found.content.front()) {
        found.content = std::move(kept);
    }
}

} // namespace

void take_out_addressees(const EntityBook &book, std::vector<FoundAttribution> &all) {
    const Syntax &syntax = book.syntax();
    for (FoundAttribution &found : all) {
        for (const char *relation : {"iobj", "obj"}) {
            const std::optional<TokenIndex> object = syntax.child(found.cue_head, relation);
            if (!object || *object < found.cue_head || !syntax.is_nominal(*object)) {
                continue;
            }
            const bool acts = found.content_subject == *object;
            if (contains(found.content, *object) && has_clause_behind(syntax, found, *object) &&
                !(acts && !can_be_subject(book, *object))) {
                take_out(syntax, found, *object);
            }
            if (!acts && !contains(found.content, *object)) {
                found.addressee = object;
            }
        }
    }
}

} // namespace gainsay
