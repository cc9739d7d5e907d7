#include "extract/proposition/claim_draft.h"

#include "base/utf8.h"

#include <algorithm>
#include <utility>

namespace gainsay {

ClaimDraft::ClaimDraft(const EntityBook &the_book, const Quotations &the_quotations,
                       const FoundAttribution &the_attribution, TokenIndex the_top, std::vector<TokenIndex> the_tokens,
                       std::optional<EntityIndex> the_subject)
    : book(&the_book), syntax(&the_book.syntax()), words(&the_book.english().statement), quotations(&the_quotations),
      attribution(&the_attribution), top(the_top), tokens(std::move(the_tokens)), subject(the_subject) {}

bool ClaimDraft::is_first_person(TokenIndex token) const {
    return syntax->upos(token) == Upos::PRON && has_feature(*syntax, token, "Person", "1") && !is_roman_number(token);
}

bool ClaimDraft::is_roman_number(TokenIndex token) const {
    const auto is_noun = [this](TokenIndex other) {
        return syntax->upos(other) == Upos::NOUN || syntax->upos(other) == Upos::PROPN;
    };
    return syntax->form(token) == "i" && token > 0 && is_noun(token - 1) && !syntax->is(token, "nsubj") &&
           !syntax->is(token, "conj") && syntax->sentence_of(token - 1) == syntax->sentence_of(token);
}

bool ClaimDraft::is_third_person(TokenIndex token) const {
    return syntax->upos(token) == Upos::PRON && !syntax->is(token, "expl") &&
           (has_feature(*syntax, token, "Person", "3") || has_feature(*syntax, token, "PronType", "Dem"));
}

std::string ClaimDraft::name_of(EntityIndex entity_index) const {
    const Entity &entity = book->entity(entity_index);
    if (!entity.named) {
        const std::string first = lookup_form(entity.name.substr(0, entity.name.find(' ')));
        const bool bare = entity.type != NodeKind::Group && !book->english().grammar.has("definite", first) &&
                          !words->has("article", first);
        return bare ? "the " + entity.name : entity.name;
    }
    if (entity.type == NodeKind::Person) {
        return entity.name;
    }
    const bool article = std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](const EntityMention &mention) {
        // Not "the North Korea talks" of North Korea.
        return mention.kind == MentionKind::name && lookup_form(mention.text.substr(0, 4)) == "the " &&
               (entity.type != NodeKind::Country || lookup_form(mention.text.substr(4)) == lookup_form(entity.name));
    });
    return article ? "the " + entity.name : entity.name;
}

std::string possessive(const std::string &name) {
    return name + (!name.empty() && name.back() == 's' ? "'" : "'s");
}

std::string bracketed(const std::string &text) {
    return "[" + text + "]";
}

} // namespace gainsay
