#include "extract/coreference/class_nouns.h"

#include "graph_schema/node_kind.h"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

namespace gainsay {

namespace {

/// Sentences that a name may lie before the noun that stands for it.
constexpr std::size_t most_sentences_for_body = 6;
constexpr std::size_t most_sentences_for_person = 2;
/// A body that is told of so much more than each other of its kind is meant even where it was not named last.
constexpr std::size_t times_as_often = 3;

class ClassNouns {
  public:
    explicit ClassNouns(EntityBook &book) : book_(&book), syntax_(&book.syntax()), english_(&book.english()) {
        for (const EntityBook::Place &place : book.places()) {
            places_[place.entity].push_back(place);
        }
        for (auto &[entity, places] : places_) {
            std::stable_sort(places.begin(), places.end(),
                             [](const EntityBook::Place &a, const EntityBook::Place &b) { return a.head < b.head; });
        }
    }

    void join() {
        std::vector<std::pair<EntityIndex, EntityIndex>> found;
        for (const auto &[entity, places] : places_) {
            if (const std::optional<EntityIndex> named = name_for(entity, places)) {
                found.emplace_back(entity, *named);
            }
        }
        for (const auto &[entity, named] : found) {
            book_->merge(entity, named);
        }
    }

  private:
    std::optional<EntityIndex> name_for(EntityIndex index, const std::vector<EntityBook::Place> &places) const {
        const Entity &entity = book_->entity(index);
        if (entity.named || places.empty()) {
            return std::nullopt;
        }
        const EntityBook::Place *first = nullptr;
        for (const EntityBook::Place &place : places) {
            // A chain may have caught a noun of another class.
            const bool counts = place.kind != MentionKind::pronoun &&
                                (first == nullptr || syntax_->lemma(place.head) == syntax_->lemma(first->head));
            if (!counts) {
                continue;
            }
            if (first == nullptr ? !is_plain_definite(place, entity) : !has_definite_article(place.head)) {
                return std::nullopt;
            }
            first = first == nullptr ? &place : first;
        }
        if (first == nullptr) {
            return std::nullopt;
        }
        const std::string &lemma = syntax_->lemma(first->head);
        if (const std::optional<std::size_t> body = english_->bodies.of_noun(lemma);
            body && entity.type != NodeKind::Person && !is_brought_in(lemma, first->head)) {
            return body_named(*body, places, first->head);
        }
        if (entity.type == NodeKind::Person && english_->people.has("varied", lemma) &&
            !is_brought_in(lemma, first->head)) {
            return person_named(entity, places, first->head);
        }
        return std::nullopt;
    }

    /// "the club", "the football club": singular, with a definite article, and nothing that picks one of several.
    bool is_plain_definite(const EntityBook::Place &place, const Entity &entity) const {
        const std::string &feats = syntax_->token(place.head).feats;
        if (syntax_->upos(place.head) != Upos::NOUN || feature(feats, "Number") == std::string_view("Plur")) {
            return false;
        }
        for (const TokenIndex child : syntax_->children(place.head)) {
            // "the US tycoon"
            const bool of_state = entity.type == NodeKind::Person && child < place.head &&
                                  english_->countries.find_modifier(syntax_->form(child)) != nullptr;
            // "the tycoon, who lives there"
            const bool aside = syntax_->is(child, "acl") && child > place.head &&
                               syntax_->upos(syntax_->subtree(child).front()) == Upos::PUNCT;
            if (of_state || aside) {
                continue;
            }
            if (syntax_->is(child, "nmod") || syntax_->is(child, "acl") || syntax_->is(child, "amod") ||
                syntax_->is(child, "nummod") || syntax_->is(child, "appos") || syntax_->is(child, "flat") ||
                (syntax_->is(child, "compound") && !is_plain_compound(child))) {
                return false;
            }
        }
        return has_definite_article(place.head);
    }

    bool has_definite_article(TokenIndex head) const {
        const std::optional<TokenIndex> article = syntax_->child(head, "det");
        return article && english_->grammar.has("definite", syntax_->form(*article));
    }

    /// "football" of "the football club"; not "supporters", which makes it another.
    bool is_plain_compound(TokenIndex token) const {
        return syntax_->upos(token) == Upos::NOUN &&
               feature(syntax_->token(token).feats, "Number") != std::string_view("Plur");
    }

    /// "A rival club", before: then "the club" may be that.
    bool is_brought_in(const std::string &lemma, TokenIndex before) const {
        for (TokenIndex token = 0; token < before; ++token) {
            if (syntax_->upos(token) != Upos::NOUN || syntax_->lemma(token) != lemma) {
                continue;
            }
            for (const TokenIndex child : syntax_->children(token)) {
                const bool new_one =
                    (syntax_->is(child, "det") && !english_->grammar.has("definite", syntax_->form(child))) ||
                    syntax_->is(child, "nummod");
                // "Boeing, a company of …" is no other company.
                if (new_one && !syntax_->is(token, "appos") && !syntax_->child(token, "cop")) {
                    return true;
                }
            }
        }
        return false;
    }

    std::optional<EntityIndex> body_named(std::size_t body_class, const std::vector<EntityBook::Place> &own,
                                          TokenIndex before) const {
        std::vector<Candidate> all;
        for (const auto &[index, places] : places_) {
            const Entity &entity = book_->entity(index);
            if (entity.named && entity.type == NodeKind::Organization && !is_owned(entity.name) &&
                fits(body_class, entity)) {
                if (const std::optional<Candidate> each = candidate(index, places, own, before)) {
                    all.push_back(*each);
                }
            }
        }
        return best(all, before, most_sentences_for_body);
    }

    /// "Manchester United's board"
    static bool is_owned(const std::string &name) {
        return name.find("'s ") != std::string::npos || name.find("\u2019s ") != std::string::npos;
    }

    bool fits(std::size_t body_class, const Entity &entity) const {
        return english_->bodies.fits(body_class, entity.name) ||
               std::any_of(entity.aliases.begin(), entity.aliases.end(), [&](const std::string &alias) {
                   return alias.find(' ') != std::string::npos && english_->bodies.fits(body_class, alias);
               });
    }

    struct Candidate {
        EntityIndex entity = 0;
        /// Of its last name before the noun.
        TokenIndex last = 0;
        std::size_t mentions = 0;
    };

    /// Nothing where both stand in one sentence: there they are two.
    std::optional<Candidate> candidate(EntityIndex index, const std::vector<EntityBook::Place> &places,
                                       const std::vector<EntityBook::Place> &own, TokenIndex before) const {
        Candidate result{index, 0, 0};
        bool any = false;
        for (const EntityBook::Place &place : places) {
            if (place.kind == MentionKind::name && place.head < before) {
                result.last = std::max(result.last, place.head);
                any = true;
            }
            result.mentions += place.kind == MentionKind::name ? 1U : 0U;
        }
        if (!any) {
            return std::nullopt;
        }
        for (const EntityBook::Place &place : places) {
            for (const EntityBook::Place &mine : own) {
                const bool one_clause =
                    syntax_->head(place.head) == syntax_->head(mine.head) && syntax_->head(place.head).has_value();
                if (one_clause && place.head != mine.head && is_argument(place.head) && is_argument(mine.head) &&
                    mine.kind != MentionKind::pronoun) {
                    return std::nullopt;
                }
            }
        }
        return result;
    }

    bool is_argument(TokenIndex token) const {
        return syntax_->is(token, "nsubj") || syntax_->is(token, "obj") || syntax_->is(token, "iobj") ||
               syntax_->is(token, "obl");
    }

    /// The only one; or the one that is told of far more than each other; nothing where two can be meant.
    std::optional<EntityIndex> best(const std::vector<Candidate> &all, TokenIndex before,
                                    std::size_t most_sentences) const {
        const Candidate *leading = nullptr;
        for (const Candidate &each : all) {
            if (leading == nullptr || each.mentions > leading->mentions) {
                leading = &each;
            }
        }
        if (leading == nullptr) {
            return std::nullopt;
        }
        const bool leads = std::all_of(all.begin(), all.end(), [&](const Candidate &each) {
            return &each == leading || leading->mentions >= times_as_often * each.mentions;
        });
        const bool near = syntax_->sentence_of(leading->last) + most_sentences >= syntax_->sentence_of(before);
        return leads && near ? std::optional(leading->entity) : std::nullopt;
    }

    /// The only named person of the sentences before.
    std::optional<EntityIndex> person_named(const Entity &described, const std::vector<EntityBook::Place> &own,
                                            TokenIndex before) const {
        std::vector<Candidate> all;
        for (const auto &[index, places] : places_) {
            const Entity &entity = book_->entity(index);
            if (entity.type != NodeKind::Person || !entity.named) {
                continue;
            }
            // Of another state; others count as someone who may be meant.
            if (!described.country.empty() && !entity.country.empty() && described.country != entity.country) {
                continue;
            }
            const std::optional<Candidate> each = candidate(index, places, own, before);
            if (each && syntax_->sentence_of(each->last) < syntax_->sentence_of(before) &&
                syntax_->sentence_of(each->last) + most_sentences_for_person >= syntax_->sentence_of(before)) {
                all.push_back(*each);
            }
        }
        return all.size() == 1 ? std::optional(all.front().entity) : std::nullopt;
    }

    EntityBook *book_;
    const Syntax *syntax_;
    const English *english_;
    std::map<EntityIndex, std::vector<EntityBook::Place>> places_;
};

} // namespace

void join_class_nouns(EntityBook &book) {
    ClassNouns(book).join();
}

} // namespace gainsay
