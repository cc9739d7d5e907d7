#include "extract/proposition/joined_clauses.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

namespace gainsay {

namespace {

/// What the words that hang on the first clause say of the second.
struct FirstClause {
    bool has_auxiliary = false;
    /// "may", "could".
    bool is_possible = false;
    /// "would".
    bool is_conditional = false;
    /// "if it fails", before the second.
    bool has_condition = false;
};

FirstClause read_first_clause(const EntityBook &book, TokenIndex first, TokenIndex second) {
    const Syntax &syntax = book.syntax();
    const FactualityCues &words = book.english().factuality;
    FirstClause clause;
    for (const TokenIndex child : syntax.children(first)) {
        if (syntax.is(child, "aux")) {
            clause.has_auxiliary = true;
            clause.is_possible = clause.is_possible || words.has("possible", syntax.lemma(child));
            clause.is_conditional = clause.is_conditional || words.has("conditional", syntax.form(child));
        } else if (syntax.is(child, "advcl") && child > first && child < second) {
            const std::optional<TokenIndex> mark = syntax.child(child, "mark");
            clause.has_condition = clause.has_condition || (mark && words.has("conditional", syntax.form(*mark)));
        }
    }
    return clause;
}

/// "that", "this" alone in a quotation: what the clause before tells. Elsewhere "and that …" opens the next clause.
bool is_about_clause(const EntityBook &book, const Quotations &quotations, std::optional<TokenIndex> subject) {
    const Syntax &syntax = book.syntax();
    return subject && syntax.upos(*subject) == Upos::PRON && quotations.contains(*subject) &&
           feature(syntax.token(*subject).feats, "PronType") == std::string_view("Dem") &&
           feature(syntax.token(*subject).feats, "Number") == std::string_view("Sing");
}

} // namespace

bool are_one_thought(const EntityBook &book, const Quotations &quotations, TokenIndex first, TokenIndex second) {
    const Syntax &syntax = book.syntax();
    const std::optional<TokenIndex> link = syntax.child(second, "cc");
    const FirstClause clause = read_first_clause(book, first, second);
    // "It may be late, but …"
    const bool concedes = clause.is_possible && link && book.english().statement.has("contrast", syntax.form(*link));
    // "“We could sell the ferry, and we still would have a debt”": the first is only thought of for the second.
    const bool supposes = quotations.contains(first) && (clause.is_possible || clause.is_conditional);
    // "… will pay if it fails and the town goes bankrupt": what follows a condition may be part of it, if it does not
    // have an auxiliary as the first clause has ("and the town would go bankrupt").
    const bool may_be_condition = clause.has_auxiliary && clause.has_condition && !syntax.child(second, "aux");
    return is_about_clause(book, quotations, syntax.own_subject(second)) || concedes || supposes || may_be_condition;
}

} // namespace gainsay
