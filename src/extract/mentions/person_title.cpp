#include "extract/mentions/person_title.h"

#include "extract/mentions/office_title.h"
#include "extract/syntax/titles.h"

#include <algorithm>

namespace gainsay {

namespace {

class PositionFinder {
  public:
    explicit PositionFinder(EntityBook &book) : book_(&book), syntax_(&book.syntax()), english_(&book.english()) {}

    void run() {
        const std::vector<EntityBook::Place> places = book_->places();
        for (const EntityBook::Place &place : places) {
            if (place.kind != MentionKind::name || book_->entity(place.entity).type != NodeKind::Person) {
                continue;
            }
            read_title(place);
            read_apposition(place);
            read_predicate(place);
        }
    }

  private:
    /// Whether the words tell of an office; `last` included.
    bool has_office(TokenIndex first, TokenIndex last) const {
        for (TokenIndex token = first; token <= last; ++token) {
            if (english_->people.has("office", syntax_->lemma(token)) ||
                english_->people.has("office", syntax_->form(token)) || is_short_title(token)) {
                return true;
            }
        }
        return false;
    }

    /// "Gov.", "Sen."
    bool is_short_title(TokenIndex token) const {
        const std::vector<std::string> words = office_words(*english_, syntax_->form(token));
        return words.size() == 1 && words.front() != syntax_->form(token) &&
               english_->people.has("office", words.front());
    }

    void read_title(const EntityBook::Place &place) {
        const TokenIndex first = title_start(*syntax_, *english_, name_first(place));
        if (first < name_first(place)) {
            add_office(place.entity, first, name_first(place) - 1,
                       hull(syntax_->token(first).span, syntax_->token(last_of(place)).span));
        }
    }

    TokenIndex name_first(const EntityBook::Place &place) const {
        return bare_name_start(*syntax_, *english_, syntax_->document().names[name_of(place)]);
    }
    TokenIndex last_of(const EntityBook::Place &place) const {
        return syntax_->document().names[name_of(place)].end_token - 1;
    }
    std::size_t name_of(const EntityBook::Place &place) const { return book_->name_at(place.head).value_or(0); }

    void read_apposition(const EntityBook::Place &place) {
        for (const TokenIndex child : syntax_->children(place.head)) {
            if (!syntax_->is(child, "appos") || child < place.head || book_->name_at(child)) {
                continue;
            }
            const std::vector<TokenIndex> words = syntax_->subtree(child, [this](TokenIndex token) {
                return syntax_->is(token, "acl") || syntax_->is(token, "appos") || syntax_->is(token, "conj") ||
                       syntax_->is(token, "cc") || syntax_->is(token, "punct");
            });
            if (english_->people.has("office", syntax_->lemma(child)) && words.front() <= child) {
                add_office(place.entity, words.front(), words.back(),
                           hull(syntax_->token(name_first(place)).span, syntax_->token(words.back()).span));
            }
        }
    }

    /// "the president of Norway, Ana Berg", "Ana Berg is the president of Norway".
    void read_predicate(const EntityBook::Place &place) {
        const std::optional<TokenIndex> office = syntax_->head(place.head);
        if (!office || !english_->people.has("office", syntax_->lemma(*office)) || book_->name_at(*office)) {
            return;
        }
        const bool apposition = syntax_->is(place.head, "appos") && *office < place.head;
        const std::optional<TokenIndex> copula = syntax_->child(*office, "cop");
        const bool predicate =
            syntax_->is(place.head, "nsubj") && copula && syntax_->own_subject(*office) == place.head &&
            feature(syntax_->token(*copula).feats, "Tense") == std::string_view("Pres") && !has_auxiliary(*office);
        if (!apposition && !predicate) {
            return;
        }
        const std::vector<TokenIndex> words = syntax_->subtree(*office, [&](TokenIndex token) {
            return syntax_->is(token, "acl") || syntax_->is(token, "appos") || syntax_->is(token, "conj") ||
                   syntax_->is(token, "cc") || syntax_->is(token, "punct") || syntax_->is(token, "nsubj") ||
                   syntax_->is(token, "cop") || syntax_->is(token, "advcl") || syntax_->is(token, "advmod") ||
                   syntax_->is(token, "obl") || syntax_->is(token, "parataxis");
        });
        const TokenIndex first = std::min(words.front(), *office);
        TokenIndex last = *office;
        for (const TokenIndex word : words) {
            last = std::max(last, word);
        }
        if (apposition ? last < place.head : first > place.head) {
            add_office(place.entity, first, last,
                       hull(syntax_->token(std::min(first, place.head)).span,
                            syntax_->token(std::max(last, place.head)).span));
        }
    }

    /// "may be", "will be", "was not": told as something else than a plain fact.
    bool has_auxiliary(TokenIndex predicate) const {
        const std::span<const TokenIndex> children = syntax_->children(predicate);
        return std::any_of(children.begin(), children.end(), [this](TokenIndex child) {
            return syntax_->is(child, "aux") || english_->factuality.has("negation", syntax_->form(child));
        });
    }

    void add_office(EntityIndex person, TokenIndex first, TokenIndex last, ByteSpan evidence) {
        while (first < last && (syntax_->upos(first) == Upos::DET || syntax_->upos(first) == Upos::PUNCT)) {
            ++first;
        }
        const std::string title = syntax_->text_of(hull(syntax_->token(first).span, syntax_->token(last).span));
        if (!has_office(first, last)) {
            if (first == last && english_->people.has("address", syntax_->form(first))) {
                book_->add_title(person, title);
            }
            return;
        }
        book_->add_title(person, title);
        const Holding holding = holding_of(first, last);
        Entity &entity = book_->entity(person);
        if (holding.country != nullptr && entity.country.empty()) {
            entity.country = holding.country->code;
        }
        Relation relation;
        relation.kind = EdgeKind::holds_position;
        relation.source = person;
        if (holding.body) {
            relation.target = *holding.body;
        } else if (holding.country != nullptr) {
            relation.target = country_mentioned(*holding.country, first, last);
        } else {
            return;
        }
        relation.title = position_title(holding, first, last);
        relation.span = evidence;
        relation.text = syntax_->document().slice(evidence);
        book_->add_relation(std::move(relation));
    }

    /// Where a title is held.
    struct Holding {
        std::optional<EntityIndex> body;
        const Country *country = nullptr;
        /// Whether the title's first word tells the state.
        bool begins_with_country = false;
    };

    /// "Senate Trade" of "Senate Trade and Energy Chairman", where the tagger saw no more of the name.
    bool is_cut_short(TokenIndex token, TokenIndex last) const {
        TokenIndex end = token + 1;
        while (end < last && book_->covering(end) == book_->covering(token)) {
            ++end;
        }
        return end < last && syntax_->upos(end) == Upos::CCONJ;
    }

    /// The first body and the first state that the words of a title name.
    Holding holding_of(TokenIndex first, TokenIndex last) const {
        Holding holding;
        for (TokenIndex token = first; token <= last; ++token) {
            if (const std::optional<EntityIndex> found = book_->covering(token)) {
                const NodeKind type = book_->entity(*found).type;
                if ((type == NodeKind::Organization || type == NodeKind::Outlet) && !holding.body &&
                    !is_cut_short(token, last)) {
                    holding.body = found;
                } else if (type == NodeKind::Country && holding.country == nullptr) {
                    holding.country = english_->countries.by_code(book_->entity(*found).country);
                }
            }
            const bool may_be_name = syntax_->upos(token) == Upos::PROPN || syntax_->upos(token) == Upos::ADJ;
            const Country *modifier = may_be_name ? english_->countries.find_modifier(syntax_->form(token)) : nullptr;
            if (modifier != nullptr && holding.country == nullptr) {
                holding.country = modifier;
                holding.begins_with_country = token == first;
            }
        }
        return holding;
    }

    /// The title without the state before it.
    std::string position_title(const Holding &holding, TokenIndex first, TokenIndex last) const {
        TokenIndex begin = holding.begins_with_country ? std::min(first + 1, last) : first;
        if (syntax_->form(begin) == "'s" && begin < last) {
            ++begin;
        }
        // "former Norwegian president": a former president of Norway.
        if (begin == first && last > first + 1 && english_->people.has("status", syntax_->form(first)) &&
            english_->countries.find_modifier(syntax_->form(first + 1)) != nullptr) {
            return syntax_->token(first).form + " " +
                   syntax_->text_of(hull(syntax_->token(first + 2).span, syntax_->token(last).span));
        }
        return syntax_->text_of(hull(syntax_->token(begin).span, syntax_->token(last).span));
    }

    /// The state, with its adjective as a mention, so that it stands somewhere.
    EntityIndex country_mentioned(const Country &country, TokenIndex first, TokenIndex last) {
        const EntityIndex entity = book_->country(country);
        for (TokenIndex token = first; token <= last; ++token) {
            const Country *found = english_->countries.find_modifier(syntax_->form(token));
            if (found != nullptr && found->code == country.code && !book_->covering(token)) {
                book_->add_mention(entity, MentionKind::nominal, token, token, token, token, token);
                break;
            }
        }
        return entity;
    }

    EntityBook *book_;
    const Syntax *syntax_;
    const English *english_;
};

} // namespace

void find_positions(EntityBook &book) {
    PositionFinder(book).run();
}

} // namespace gainsay
