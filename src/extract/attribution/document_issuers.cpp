#include "extract/attribution/document_issuers.h"

#include "extract/attribution/source_phrase.h"
#include "graph_schema/node_kind.h"

#include <cstddef>
#include <map>
#include <string>

namespace gainsay {

namespace {

bool is_definite(const EntityBook &book, TokenIndex head) {
    const auto determiner = book.syntax().child(head, "det");
    return determiner && book.english().grammar.has("definite", book.syntax().form(*determiner));
}

/// "The article", "the story": the medium that an article before was said to be of.
std::optional<EntityIndex> medium_of(const EntityBook &book, TokenIndex head) {
    const Syntax &syntax = book.syntax();
    if (!book.english().organizations.has("press_document", syntax.lemma(head))) {
        return std::nullopt;
    }
    for (TokenIndex token = head; token-- > 0;) {
        const std::optional<EntityIndex> entity = book.at(token);
        if (!entity || book.entity(*entity).type != NodeKind::Outlet || !book.entity(*entity).named) {
            continue;
        }
        const std::optional<TokenIndex> above = syntax.head(token);
        if (above && book.english().organizations.has("press_document", syntax.lemma(*above))) {
            return entity;
        }
    }
    return std::nullopt;
}

/// "the ministry issued a statement saying …"
std::optional<EntityIndex> issuer_of(const EntityBook &book, TokenIndex document) {
    const Syntax &syntax = book.syntax();
    const std::optional<TokenIndex> verb = syntax.head(document);
    if (!verb || !syntax.is(document, "obj") || !book.english().organizations.has("issuing", syntax.lemma(*verb))) {
        return std::nullopt;
    }
    const std::optional<TokenIndex> subject = syntax.subject(*verb);
    return subject ? source_entity(book, *subject) : std::nullopt;
}

/// Who spoke last, and who issued what kind of document, as the text goes on.
class IssuerMemory {
  public:
    IssuerMemory(const EntityBook &book, const Quotations &quotations) : book_(&book), quotations_(&quotations) {}

    /// To be asked in the order of the text.
    void enter(const FoundAttribution &found) {
        constexpr std::size_t most_sentences = 2;
        if (book_->syntax().sentence_of(found.cue_head) > last_sentence_ + most_sentences) {
            last_.reset();
        }
    }

    /// Whom a document or an "it" that speaks stands for.
    std::optional<EntityIndex> source_by(TokenIndex head) const {
        const Syntax &syntax = book_->syntax();
        const std::string &lemma = syntax.lemma(head);
        if (book_->english().organizations.has("document", lemma)) {
            return is_definite(*book_, head) ? issuer_before(head) : issuer_of(*book_, head);
        }
        const bool is_it = syntax.upos(head) == Upos::PRON && !quotations_->contains(head) &&
                           feature(syntax.token(head).feats, "Gender") == std::string_view("Neut");
        return is_it ? last_ : std::nullopt;
    }

    /// Who has spoken in the text's own words, and of which documents the sentence tells.
    void remember(const FoundAttribution &found) {
        const Syntax &syntax = book_->syntax();
        if (!found.source_entity || found.nested_in || syntax.upos(found.cue_head) == Upos::NOUN) {
            return;
        }
        last_ = found.source_entity;
        last_sentence_ = syntax.sentence_of(found.cue_head);
        const Sentence &sentence = syntax.sentence(last_sentence_);
        for (TokenIndex token = sentence.first_token; token < sentence.end_token; ++token) {
            if (book_->english().organizations.has("document", syntax.lemma(token))) {
                issuers_[syntax.lemma(token)] = *found.source_entity;
            }
        }
    }

  private:
    std::optional<EntityIndex> issuer_before(TokenIndex document) const {
        if (const std::optional<EntityIndex> medium = medium_of(*book_, document)) {
            return medium;
        }
        const auto issuer = issuers_.find(book_->syntax().lemma(document));
        return issuer != issuers_.end() ? std::optional(issuer->second) : last_;
    }

    const EntityBook *book_;
    const Quotations *quotations_;
    std::optional<EntityIndex> last_;
    std::size_t last_sentence_ = 0;
    /// By the noun for a document.
    std::map<std::string, EntityIndex> issuers_;
};

} // namespace

void resolve_issuers(const EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &all) {
    IssuerMemory memory(book, quotations);
    for (FoundAttribution &each : all) {
        memory.enter(each);
        if (!each.source_entity && each.source_head) {
            each.source_entity = memory.source_by(*each.source_head);
        }
        memory.remember(each);
    }
}

std::optional<EntityIndex> author_of_content(const EntityBook &book, const std::vector<TokenIndex> &content) {
    const Syntax &syntax = book.syntax();
    for (const TokenIndex token : content) {
        if (syntax.upos(token) == Upos::NOUN && book.english().organizations.has("document", syntax.lemma(token))) {
            if (const std::optional<EntityIndex> author = source_entity(book, token)) {
                return author;
            }
            if (const std::optional<EntityIndex> author =
                    is_definite(book, token) ? medium_of(book, token) : std::nullopt) {
                return author;
            }
        }
    }
    return std::nullopt;
}

} // namespace gainsay
