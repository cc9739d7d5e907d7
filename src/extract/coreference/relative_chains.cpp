#include "extract/coreference/relative_chains.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gainsay {

namespace {

/// The noun for a relative in the phrase or before its name, and the chain of whose relative it is.
std::optional<std::pair<std::string, std::uint32_t>> relation_of(const ChainState &chains, const Phrase &phrase) {
    const Syntax &syntax = chains.book().syntax();
    if (phrase.is_plural || is_pronoun(phrase.type)) {
        return std::nullopt;
    }
    std::optional<TokenIndex> noun;
    for (TokenIndex token = phrase.first; token <= phrase.head && !noun; ++token) {
        const bool before_name = phrase.type == PhraseType::name && token < phrase.head_first;
        if ((token == phrase.head || before_name) &&
            chains.book().english().people.has("relative", syntax.lemma(token))) {
            noun = token;
        }
    }
    if (!noun) {
        return std::nullopt;
    }
    for (const TokenIndex above : {*noun, phrase.head}) {
        for (const TokenIndex child : syntax.children(above)) {
            const std::uint32_t owner = chains.phrase_at(child);
            if (syntax.relation(child) == "nmod:poss" && child <= *noun && owner != ChainState::none &&
                chains.chain_of(owner) != ChainState::none) {
                return std::pair(syntax.lemma(*noun), chains.chain_of(owner));
            }
        }
    }
    return std::nullopt;
}

} // namespace

void join_relatives(ChainState &chains) {
    using Kinship = std::pair<std::string, std::uint32_t>;
    std::map<Kinship, std::vector<std::uint32_t>> chains_of;
    for (std::uint32_t i = 0; i < chains.phrases().size(); ++i) {
        const std::optional<Kinship> relation = relation_of(chains, chains.phrases()[i]);
        if (!relation || chains.chain_of(i) == ChainState::none || relation->second == chains.chain_of(i)) {
            continue;
        }
        add_once(chains_of[*relation], chains.chain_of(i));
    }
    for (const auto &[relation, related] : chains_of) {
        std::uint32_t named = ChainState::none;
        std::size_t count = 0;
        for (const std::uint32_t chain : related) {
            if (chains.chain(chain).entity >= 0) {
                named = chain;
                ++count;
            }
        }
        const std::uint32_t into = count == 1 ? named : related.front();
        for (const std::uint32_t chain : related) {
            if (count < 2 && chain != into && chains.chain(chain).entity < 0) {
                chains.take_over(into, chain);
            }
        }
    }
}

} // namespace gainsay
