#include "extract/trees.h"

#include "extract/noun_cues.h"
#include "extract/person_title.h"

namespace gainsay {

namespace {

/// "insisted that air strikes there need approval": what stands between a clause's "that" and its verb is in that
/// clause; where the parser took it for a clause of its own, it is the subject.
void attach_subjects(Syntax &syntax) {
    for (TokenIndex verb = 0; verb < syntax.size(); ++verb) {
        const std::optional<TokenIndex> above = syntax.head(verb);
        const std::optional<TokenIndex> mark = syntax.child(verb, "mark");
        if (!above || !mark || !syntax.is(verb, "ccomp") || syntax.own_subject(verb)) {
            continue;
        }
        for (const TokenIndex other : syntax.children(*above)) {
            if (other > *mark && other < verb && syntax.is(other, "ccomp")) {
                syntax.reattach(other, verb, "nsubj");
            }
        }
    }
    syntax.rebuild();
}

} // namespace

Syntax read_trees(const Document &document, const English &english) {
    Syntax syntax(document);
    attach_titles(syntax, english);
    name_agents(syntax, english);
    attach_noun_clauses(syntax, english);
    attach_subjects(syntax);
    return syntax;
}

} // namespace gainsay
