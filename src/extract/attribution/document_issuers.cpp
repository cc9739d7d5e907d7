#include "extract/attribution/document_issuers.h"

#include "extract/attribution/source_phrase.h"
#include "graph_schema/node_kind.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>

namespace gainsay {

namespace {

bool is_definite(const EntityBook &book, TokenIndex head) {
    const auto determiner = book.syntax().child(head, "det");
    return determiner && book.english().grammar.has("definite", book.syntax().form(*determiner));
}

class DocumentIssuers {
  public:
    explicit DocumentIssuers(const EntityBook &book)
        : book_(&book), syntax_(&book.syntax()), english_(&book.english()), press_(book) {}

    void find(std::vector<FoundAttribution> &all) {
        for (FoundAttribution &each : all) {
            if (!each.source_entity && each.source_head && is_document(*each.source_head)) {
                each.source_entity = issuer_of(*each.source_head);
            }
            if (each.source_entity && !each.nested_in && syntax_->upos(each.cue_head) != Upos::NOUN) {
                note_issued(each);
            }
        }
    }

  private:
    struct Issue {
        EntityIndex issuer = 0;
        std::size_t sentence = 0;
    };

    bool is_document(TokenIndex token) const { return english_->organizations.has("document", syntax_->lemma(token)); }

    bool is_plural(TokenIndex token) const {
        return feature(syntax_->token(token).feats, "Number") == std::string_view("Plur");
    }

    std::optional<EntityIndex> issuer_of(TokenIndex source) const {
        if (const std::optional<EntityIndex> owner = owner_of(source)) {
            return owner;
        }
        if (!is_definite(*book_, source)) {
            return issued_as_object(source);
        }
        const std::optional<EntityIndex> medium = press_.medium_of(source);
        return medium || is_plural(source) ? medium : issued_before(source);
    }

    std::optional<EntityIndex> issued_before(TokenIndex source) const {
        constexpr std::size_t most_sentences = 12;
        const auto found = issued_.find(syntax_->lemma(source));
        return found != issued_.end() && syntax_->sentence_of(source) <= found->second.sentence + most_sentences
                   ? std::optional(found->second.issuer)
                   : std::nullopt;
    }

    /// "the ministry's statement": a name of who can have written it.
    std::optional<EntityIndex> owner_of(TokenIndex document) const {
        const std::optional<TokenIndex> owner = syntax_->child(document, "nmod:poss");
        const std::optional<EntityIndex> entity =
            owner && syntax_->upos(*owner) != Upos::PRON ? source_entity(*book_, *owner) : std::nullopt;
        return entity && book_->entity(*entity).named ? entity : std::nullopt;
    }

    /// "the ministry issued a statement saying …"
    std::optional<EntityIndex> issued_as_object(TokenIndex document) const {
        const std::optional<TokenIndex> verb = syntax_->head(document);
        if (!verb || !syntax_->is(document, "obj") || !english_->organizations.has("issuing", syntax_->lemma(*verb))) {
            return std::nullopt;
        }
        const std::optional<TokenIndex> subject = syntax_->subject(*verb);
        return subject ? source_entity(*book_, *subject) : std::nullopt;
    }

    /// "said in a statement", "wrote in a letter to …": where the speaker said so. What he speaks of is none of his.
    void note_issued(const FoundAttribution &attribution) {
        const std::size_t number = syntax_->sentence_of(attribution.cue_head);
        const Sentence &sentence = syntax_->sentence(number);
        for (TokenIndex token = sentence.first_token; token < sentence.end_token; ++token) {
            if (!is_document(token) || token == attribution.source_head ||
                std::find(attribution.content.begin(), attribution.content.end(), token) != attribution.content.end()) {
                continue;
            }
            const bool where_said =
                syntax_->is(token, "obl") && syntax_->head(token) == attribution.cue_head && !is_plural(token);
            const std::optional<EntityIndex> owner = owner_of(token);
            const std::optional<EntityIndex> maker = issued_as_object(token);
            if (where_said || owner == attribution.source_entity || maker == attribution.source_entity) {
                issued_[syntax_->lemma(token)] = {*attribution.source_entity, number};
            } else {
                // Another's: "the report" may be that from here on.
                issued_.erase(syntax_->lemma(token));
            }
        }
    }

    const EntityBook *book_;
    const Syntax *syntax_;
    const English *english_;
    PressDocuments press_;
    /// By the document's noun.
    std::map<std::string, Issue> issued_;
};

} // namespace

void find_issuers(const EntityBook &book, std::vector<FoundAttribution> &all) {
    DocumentIssuers(book).find(all);
}

void continue_things(const EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &all) {
    constexpr std::size_t most_sentences = 2;
    const Syntax &syntax = book.syntax();
    std::optional<EntityIndex> last;
    std::size_t last_sentence = 0;
    for (FoundAttribution &each : all) {
        const std::size_t sentence = syntax.sentence_of(each.cue_head);
        const bool it = each.source_head && syntax.upos(*each.source_head) == Upos::PRON &&
                        !quotations.contains(*each.source_head) &&
                        feature(syntax.token(*each.source_head).feats, "Gender") == std::string_view("Neut");
        if (!each.source_entity && it && sentence <= last_sentence + most_sentences) {
            each.source_entity = last;
        }
        if (each.source_entity && !each.nested_in && syntax.upos(each.cue_head) != Upos::NOUN) {
            const bool is_person = book.entity(*each.source_entity).type == NodeKind::Person;
            last = is_person ? std::nullopt : each.source_entity;
            last_sentence = sentence;
        }
    }
}

PressDocuments::PressDocuments(const EntityBook &book) : book_(&book) {
    const Syntax &syntax = book.syntax();
    for (TokenIndex token = 0; token < syntax.size(); ++token) {
        const std::optional<EntityIndex> entity = book.at(token);
        const std::optional<TokenIndex> above = entity ? syntax.head(token) : std::nullopt;
        if (above && book.entity(*entity).type == NodeKind::Outlet && book.entity(*entity).named &&
            book.english().organizations.has("press_document", syntax.lemma(*above))) {
            media_.emplace_back(token, *entity);
        }
    }
}

std::optional<EntityIndex> PressDocuments::medium_of(TokenIndex head) const {
    if (!book_->english().organizations.has("press_document", book_->syntax().lemma(head))) {
        return std::nullopt;
    }
    const auto behind =
        std::partition_point(media_.begin(), media_.end(), [head](const auto &medium) { return medium.first < head; });
    // "the committee report"
    const bool is_anothers = book_->syntax().child(head, {"compound", "nmod:poss"}).has_value();
    if (behind == media_.begin() || is_anothers || is_another_since(std::prev(behind)->first, head)) {
        return std::nullopt;
    }
    return std::prev(behind)->second;
}

bool PressDocuments::is_another_since(TokenIndex medium, TokenIndex head) const {
    const Syntax &syntax = book_->syntax();
    for (TokenIndex token = medium + 1; token < head; ++token) {
        if (syntax.lemma(token) == syntax.lemma(head) && syntax.upos(token) == Upos::NOUN &&
            syntax.head(medium) != token && syntax.child(token, {"amod", "compound", "nmod:poss"})) {
            return true;
        }
    }
    return false;
}

std::optional<EntityIndex> PressDocuments::author_of_content(const std::vector<TokenIndex> &content) const {
    const Syntax &syntax = book_->syntax();
    for (const TokenIndex token : content) {
        if (syntax.upos(token) == Upos::NOUN && book_->english().organizations.has("document", syntax.lemma(token))) {
            if (const std::optional<EntityIndex> author = source_entity(*book_, token)) {
                return author;
            }
            if (const std::optional<EntityIndex> author =
                    is_definite(*book_, token) ? medium_of(token) : std::nullopt) {
                return author;
            }
        }
    }
    return std::nullopt;
}

} // namespace gainsay
