#include "extract/event/event_owner.h"

#include <string_view>

namespace gainsay {

namespace {

/// "part of the program for Bergen": so many nouns may stand between the thing and its owner.
constexpr int most_nouns_between = 2;

/// How near the child of a noun is to owning it, the nearest first; 0 for what owns nothing.
int nearness(const Syntax &syntax, const English &english, TokenIndex noun, TokenIndex child) {
    const std::string_view relation = syntax.relation(child);
    if (relation == "nmod:poss") {
        return 3;
    }
    if (child < noun && (relation == "amod" || relation == "compound")) {
        return 2;
    }
    const std::string preposition = syntax.preposition(child);
    // "the sale of the hospital": what an event is done to has no part in another's.
    const bool undergoes =
        english.grammar.has("part_of", preposition) && english.frames.find_noun(syntax.lemma(noun)) != nullptr;
    return child > noun && syntax.is(child, "nmod") && !undergoes && english.grammar.has("owner_behind", preposition)
               ? 1
               : 0;
}

} // namespace

std::optional<TokenIndex> find_owner(const EntityBook &book, TokenIndex head,
                                     const std::function<bool(TokenIndex)> &accepts) {
    const Syntax &syntax = book.syntax();
    TokenIndex noun = head;
    for (int steps = 0; steps <= most_nouns_between; ++steps) {
        std::optional<TokenIndex> best;
        std::optional<TokenIndex> below;
        int nearest = 0;
        for (const TokenIndex child : syntax.children(noun)) {
            const int near = nearness(syntax, book.english(), noun, child);
            if (near > nearest && book.of_phrase(child) && accepts(child)) {
                best = child;
                nearest = near;
            }
            if (near == 1 && !below && !book.of_phrase(child)) {
                below = child;
            }
        }
        if (best || !below) {
            return best;
        }
        noun = *below;
    }
    return std::nullopt;
}

} // namespace gainsay
