#pragma once

#include "text/document.h"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay {

/// Position in Document::tokens.
using TokenIndex = std::uint32_t;

/// The document's trees with children, lemmas in lookup form and the questions that extraction asks of them. Sentences
/// without a tree (nobody parsed them) have tokens without heads. Refers to the document, which must outlive it and not
/// change.
class Syntax {
  public:
    explicit Syntax(const Document &document);

    const Document &document() const { return *document_; }
    std::size_t size() const { return document_->tokens.size(); }
    const Token &token(TokenIndex index) const { return document_->tokens[index]; }
    /// Lemma in lookup form; of a token without lemma its form.
    const std::string &lemma(TokenIndex index) const { return lemmas_[index]; }
    const std::string &form(TokenIndex index) const { return forms_[index]; }
    std::string_view relation(TokenIndex index) const { return relations_[index]; }
    bool is(TokenIndex index, std::string_view relation) const { return is_relation(relations_[index], relation); }
    Upos upos(TokenIndex index) const { return document_->tokens[index].upos; }
    bool is_nominal(TokenIndex index) const;
    /// Changes the tree: nothing for `head` makes a root. Call rebuild() afterwards, which cuts rings open;
    /// it does nothing to a tree that was not changed.
    void reattach(TokenIndex index, std::optional<TokenIndex> head, std::string_view relation) {
        heads_[index] = head ? static_cast<std::int64_t>(*head) : -1;
        relations_[index] = relation;
        is_changed_ = true;
    }
    void rebuild();

    /// A verb, or a predicate with a copula.
    bool is_predicate(TokenIndex index) const;

    /// Nothing for a root, and for a token whose heads form a ring.
    std::optional<TokenIndex> head(TokenIndex index) const {
        return heads_[index] < 0 ? std::nullopt : std::optional(static_cast<TokenIndex>(heads_[index]));
    }
    std::span<const TokenIndex> children(TokenIndex index) const;
    /// The first child with this relation (or a subtype of it).
    std::optional<TokenIndex> child(TokenIndex index, std::string_view relation) const;
    std::optional<TokenIndex> child(TokenIndex index, std::initializer_list<std::string_view> relations) const;
    bool has_child_lemma(TokenIndex index, std::string_view relation, std::string_view lemma) const;

    /// Tokens below and including `index`, in order of the text, without the subtrees for which `cut` is true (never
    /// asked of `index`).
    std::vector<TokenIndex> subtree(TokenIndex index, const std::function<bool(TokenIndex)> &cut = {}) const;
    bool is_below(TokenIndex index, TokenIndex ancestor) const;

    /// The verb with its particle: "point out".
    std::string verb_lemma(TokenIndex index) const;
    /// The preposition (all of its words) in front of a phrase's head: "of", "according to"; empty if there is none.
    std::string preposition(TokenIndex index) const;
    /// The word that opens a clause: "that", "if", "without"; empty if there is none.
    std::string marker(TokenIndex index) const;
    bool is_passive(TokenIndex index) const;
    /// Whether the predicate or one of its auxiliaries is a finite form.
    bool is_finite(TokenIndex predicate) const;
    /// The subject, also that of a passive; for a conjunct, participle or infinitive without one that of the clause it
    /// depends on. Nothing if there is none.
    std::optional<TokenIndex> subject(TokenIndex verb) const;
    /// A child of the verb itself.
    std::optional<TokenIndex> own_subject(TokenIndex verb) const;
    /// `index` and what is joined to it by "and".
    std::vector<TokenIndex> conjuncts(TokenIndex index) const;

    std::size_t sentence_of(TokenIndex index) const { return sentence_of_[index]; }
    const Sentence &sentence(std::size_t index) const { return document_->sentences[index]; }

    /// Spans of the tokens, neighbours joined; tokens in order.
    std::vector<ByteSpan> spans_of(const std::vector<TokenIndex> &tokens) const;
    /// From the first to the last byte; `tokens` not empty and in order.
    ByteSpan hull_of(const std::vector<TokenIndex> &tokens) const;
    /// The bytes of the span with white space as single blanks.
    std::string text_of(ByteSpan span) const;

  private:
    void read_heads();
    void cut_rings();

    const Document *document_;
    std::vector<std::string> lemmas_;
    std::vector<std::string> forms_;
    std::vector<std::size_t> sentence_of_;
    /// Document indices; negative for none.
    std::vector<std::int64_t> heads_;
    std::vector<std::string> relations_;
    /// Children of token i are child_list_[child_begin_[i] .. child_begin_[i + 1]).
    std::vector<TokenIndex> child_list_;
    std::vector<std::size_t> child_begin_;
    /// Since the children were listed last.
    bool is_changed_ = true;
};

/// White space of any kind and length as single blanks, none at the ends.
std::string single_blanks(std::string_view text);

} // namespace gainsay
