#include "extract/trees.h"

#include "extract/noun_cues.h"
#include "extract/person_title.h"

namespace gainsay {

Syntax read_trees(const Document &document, const English &english) {
    Syntax syntax(document);
    attach_titles(syntax, english);
    name_agents(syntax, english);
    attach_noun_clauses(syntax, english);
    return syntax;
}

} // namespace gainsay
