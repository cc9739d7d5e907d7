#include "extract/mentions/structure_finder.h"

#include <algorithm>

namespace gainsay {

namespace {

class StructureFinder {
  public:
    explicit StructureFinder(EntityBook &book) : book_(&book), syntax_(&book.syntax()), english_(&book.english()) {}

    void run() {
        for (TokenIndex token = 0; token < syntax_->size(); ++token) {
            if (book_->is_skipped(token)) {
                continue;
            }
            read_part(token);
            read_member(token);
            read_place(token);
        }
    }

  private:
    std::optional<NodeKind> kind_at(TokenIndex token) const {
        const std::optional<EntityIndex> entity = book_->at(token);
        return entity ? std::optional(book_->entity(*entity).type) : std::nullopt;
    }
    bool is_body(TokenIndex token) const { return kind_at(token) == NodeKind::Organization; }
    bool is_place(TokenIndex token) const {
        return kind_at(token) == NodeKind::Place || kind_at(token) == NodeKind::Country;
    }
    bool is_member_word(TokenIndex token) const { return english_->organizations.has("member", syntax_->lemma(token)); }

    void add(EdgeKind kind, EntityIndex source, EntityIndex target, TokenIndex first, TokenIndex last) {
        if (source == target) {
            return;
        }
        Relation relation;
        relation.kind = kind;
        relation.source = source;
        relation.target = target;
        relation.span = hull(syntax_->token(std::min(first, last)).span, syntax_->token(std::max(first, last)).span);
        relation.text = syntax_->document().slice(relation.span);
        book_->add_relation(std::move(relation));
    }

    /// "the commission's working group", "a working group of the commission".
    void read_part(TokenIndex token) {
        if (!is_body(token)) {
            return;
        }
        for (const TokenIndex child : syntax_->children(token)) {
            const bool owner = syntax_->relation(child) == "nmod:poss" && child < token;
            const bool whole = syntax_->is(child, "nmod") && child > token &&
                               english_->grammar.has("part_of", syntax_->preposition(child));
            // Whose "its" is, and what "the group" is, may be read wrongly.
            if ((owner || whole) && is_body(child) && syntax_->upos(child) != Upos::PRON &&
                book_->entity(*book_->at(child)).named) {
                add(EdgeKind::part_of, *book_->at(token), *book_->at(child), token, child);
            }
        }
    }

    /// Who the member is: what the word stands in apposition to, or is said to be.
    std::optional<EntityIndex> bearer(TokenIndex member) const {
        const std::optional<TokenIndex> head = syntax_->head(member);
        if (head && syntax_->is(member, "appos")) {
            return book_->at(*head);
        }
        if (syntax_->child(member, "cop")) {
            const std::optional<TokenIndex> subject = syntax_->own_subject(member);
            const std::span<const TokenIndex> children = syntax_->children(member);
            const bool negated = std::any_of(children.begin(), children.end(), [this](TokenIndex child) {
                return english_->factuality.has("negation", syntax_->form(child));
            });
            return subject && !negated ? book_->of_phrase(*subject) : std::nullopt;
        }
        // "NATO member Norway"
        for (const TokenIndex child : syntax_->children(member)) {
            if (syntax_->is(child, "appos") && child > member) {
                return book_->at(child);
            }
        }
        if (head && (syntax_->is(member, "compound") || syntax_->relation(member) == "nmod:desc") && *head > member) {
            return book_->at(*head);
        }
        return book_->at(member);
    }

    /// "a member of the council", "a NATO member".
    void read_member(TokenIndex token) {
        if (!is_member_word(token)) {
            return;
        }
        for (const TokenIndex child : syntax_->children(token)) {
            const bool of = syntax_->is(child, "nmod") && child > token &&
                            english_->grammar.has("part_of", syntax_->preposition(child));
            const bool before = syntax_->is(child, "compound") && child < token;
            if ((of || before || syntax_->relation(child) == "nmod:poss") && is_body(child)) {
                if (const std::optional<EntityIndex> who = bearer(token)) {
                    add(EdgeKind::member_of, *who, *book_->at(child), token, child);
                }
            }
        }
    }

    /// "Geneva, Switzerland", "Donetsk in eastern Ukraine", "based in Vienna".
    void read_place(TokenIndex token) {
        if (!is_place(token)) {
            return;
        }
        const std::optional<TokenIndex> head = syntax_->head(token);
        if (!head) {
            return;
        }
        const bool inside = english_->grammar.has("inside", syntax_->preposition(token));
        if (kind_at(*head) == NodeKind::Place && *head < token) {
            const bool beside = syntax_->preposition(token).empty() && token == *head + 2 &&
                                syntax_->upos(*head + 1) == Upos::PUNCT && kind_at(token) == NodeKind::Country &&
                                (syntax_->is(token, "appos") || syntax_->is(token, "nmod") ||
                                 syntax_->is(token, "list") || syntax_->is(token, "parataxis"));
            if (beside || (syntax_->is(token, "nmod") && inside)) {
                add(EdgeKind::located_in, *book_->at(*head), *book_->at(token), *head, token);
            }
        }
        // "a think tank based in Vienna"
        if (syntax_->is(token, "obl") && inside && english_->grammar.has("seated", syntax_->form(*head))) {
            const std::optional<TokenIndex> above = syntax_->head(*head);
            const std::optional<TokenIndex> body = syntax_->is(*head, "acl") ? above : syntax_->own_subject(*head);
            if (body && is_body(*body)) {
                add(EdgeKind::located_in, *book_->at(*body), *book_->at(token), *body, token);
            }
        }
    }

    EntityBook *book_;
    const Syntax *syntax_;
    const English *english_;
};

} // namespace

void find_structure(EntityBook &book) {
    StructureFinder(book).run();
}

} // namespace gainsay
