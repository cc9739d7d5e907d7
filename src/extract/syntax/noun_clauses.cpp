#include "extract/syntax/noun_clauses.h"

namespace gainsay {

bool opens_with_that(const Syntax &syntax, const English &english, TokenIndex clause) {
    if (english.grammar.has("that", syntax.marker(clause))) {
        return true;
    }
    const TokenIndex first = syntax.subtree(clause).front();
    return syntax.upos(first) == Upos::SCONJ && english.grammar.has("that", syntax.form(first));
}

void attach_noun_clauses(Syntax &syntax, const English &english) {
    for (TokenIndex noun = 0; noun < syntax.size(); ++noun) {
        const std::optional<TokenIndex> verb = syntax.head(noun);
        if (!verb || !syntax.is(noun, "obj") || english.reporting.find_noun(syntax.lemma(noun)) == nullptr ||
            english.reporting.find_verb(syntax.lemma(*verb)) == nullptr) {
            continue;
        }
        const std::vector<TokenIndex> phrase = syntax.subtree(noun);
        for (const TokenIndex child : syntax.children(*verb)) {
            if ((syntax.is(child, "ccomp") || syntax.is(child, "advcl")) && child > phrase.back() &&
                opens_with_that(syntax, english, child) && syntax.subtree(child).front() == phrase.back() + 1) {
                syntax.reattach(child, noun, "acl");
            }
        }
    }
    syntax.rebuild();
}

} // namespace gainsay
