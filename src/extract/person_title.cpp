#include "extract/person_title.h"

#include "base/utf8.h"

#include <algorithm>

namespace gainsay {

namespace {

bool is_capital(const Syntax &syntax, TokenIndex token) {
    const std::string &form = syntax.token(token).form;
    return !form.empty() && is_upper(decode_utf8(form, 0).value);
}

bool is_office(const Syntax &syntax, const English &english, TokenIndex token) {
    for (const std::string_view kind : {"office", "address", "person"}) {
        if (english.people.has(kind, syntax.lemma(token)) || english.people.has(kind, syntax.form(token))) {
            return true;
        }
    }
    return false;
}

/// Whether the token may stand in a title whose office stands behind it: "Russian", "Foreign", "former".
bool is_title_modifier(const Syntax &syntax, const English &english, TokenIndex token) {
    const Upos tag = syntax.upos(token);
    if (english.time.is("weekday_name", syntax.form(token)) || tag == Upos::VERB || tag == Upos::ADV) {
        return false;
    }
    if (tag == Upos::PROPN || (is_capital(syntax, token) && (tag == Upos::ADJ || tag == Upos::NOUN))) {
        return true;
    }
    return (tag == Upos::ADJ || tag == Upos::NOUN) && (syntax.is(token, "amod") || syntax.is(token, "compound"));
}

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
                english_->people.has("office", syntax_->form(token))) {
                return true;
            }
        }
        return false;
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
        std::optional<EntityIndex> body;
        TokenIndex title_first = first;
        const Country *country = nullptr;
        for (TokenIndex token = first; token <= last; ++token) {
            if (const std::optional<EntityIndex> found = book_->covering(token)) {
                const NodeKind type = book_->entity(*found).type;
                if ((type == NodeKind::Organization || type == NodeKind::Outlet) && !body) {
                    body = found;
                } else if (type == NodeKind::Country && country == nullptr) {
                    country = english_->countries.by_code(book_->entity(*found).country);
                }
            }
            const bool may_be_name = syntax_->upos(token) == Upos::PROPN || syntax_->upos(token) == Upos::ADJ;
            if (const Country *found = may_be_name ? english_->countries.find_modifier(syntax_->form(token)) : nullptr;
                found != nullptr && country == nullptr) {
                country = found;
                if (token == first) {
                    title_first = std::min(first + 1, last);
                }
            }
        }
        if (syntax_->form(title_first) == "'s" && title_first < last) {
            ++title_first;
        }
        Entity &entity = book_->entity(person);
        if (country != nullptr && entity.country.empty()) {
            entity.country = country->code;
        }
        Relation relation;
        relation.kind = EdgeKind::holds_position;
        relation.source = person;
        if (body) {
            relation.target = *body;
        } else if (country != nullptr) {
            relation.target = country_mentioned(*country, first, last);
        } else {
            return;
        }
        relation.title = syntax_->text_of(hull(syntax_->token(title_first).span, syntax_->token(last).span));
        // "former Norwegian president": a former president of Norway.
        if (title_first == first && last > first + 1 && english_->people.has("status", syntax_->form(first)) &&
            english_->countries.find_modifier(syntax_->form(first + 1)) != nullptr) {
            relation.title = syntax_->token(first).form + " " +
                             syntax_->text_of(hull(syntax_->token(first + 2).span, syntax_->token(last).span));
        }
        relation.span = evidence;
        relation.text = syntax_->document().slice(evidence);
        book_->add_relation(std::move(relation));
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

TokenIndex bare_name_start(const Syntax &syntax, const English &english, const Name &name) {
    TokenIndex first = name.first_token;
    for (TokenIndex token = first; token + 1 < name.end_token; ++token) {
        // "Foreign Minister Lavrov": all up to the office is title.
        if (syntax.upos(token) == Upos::DET || english.people.has("office", syntax.form(token)) ||
            english.people.has("address", syntax.form(token))) {
            first = token + 1;
        }
    }
    return first;
}

TokenIndex title_start(const Syntax &syntax, const English &english, TokenIndex name_first) {
    const TokenIndex begin = syntax.sentence(syntax.sentence_of(name_first)).first_token;
    TokenIndex first = name_first;
    bool office = false;
    while (first > begin) {
        const TokenIndex before = first - 1;
        if (is_office(syntax, english, before) && syntax.upos(before) != Upos::VERB &&
            syntax.upos(before) != Upos::ADV) {
            office = true;
            first = before;
        } else if (!office && first == name_first && before >= begin + 2 && is_capital(syntax, before) &&
                   english.grammar.has("owner", syntax.form(before - 1)) && is_office(syntax, english, before - 2)) {
            // "Secretary of State"
            office = true;
            first = before - 2;
        } else if (office && is_title_modifier(syntax, english, before)) {
            first = before;
        } else if (office && syntax.form(before) == "-" && before > begin && !syntax.token(before - 1).space_after) {
            // "vice-president"
            first = before - 1;
        } else {
            break;
        }
    }
    return first;
}

namespace {

/// "-ing" below a preposition; taggers call it a gerund or a present participle.
bool is_ing_form(const Syntax &syntax, TokenIndex token) {
    const std::string &feats = syntax.token(token).feats;
    return feature(feats, "VerbForm") == std::string_view("Ger") ||
           (feature(feats, "VerbForm") == std::string_view("Part") &&
            feature(feats, "Tense") == std::string_view("Pres"));
}

/// "opposes U.S. efforts to support …": the infinitive belongs to the noun before it, not to the verb.
bool belongs_to_noun(const Syntax &syntax, const English &english, TokenIndex infinitive, TokenIndex noun) {
    return english.grammar.has("infinitive_noun", syntax.lemma(noun)) && noun + 2 == infinitive &&
           syntax.marker(infinitive) == syntax.form(noun + 1) &&
           feature(syntax.token(infinitive).feats, "VerbForm") == std::string_view("Inf");
}

} // namespace

void name_agents(Syntax &syntax, const English &english) {
    for (TokenIndex token = 0; token < syntax.size(); ++token) {
        const std::optional<TokenIndex> head = syntax.head(token);
        // "accuse them of lying": they lie, not the accuser.
        if (head && syntax.is(token, "advcl") && syntax.child(*head, "obj") && *syntax.child(*head, "obj") < token &&
            english.grammar.has("object_control", syntax.marker(token)) && is_ing_form(syntax, token)) {
            syntax.reattach(token, head, "xcomp");
        }
        if (head && (syntax.is(token, "advcl") || syntax.is(token, "xcomp")) && token >= 2 &&
            syntax.is(token - 2, "obj") && syntax.head(token - 2) == head &&
            belongs_to_noun(syntax, english, token, token - 2)) {
            syntax.reattach(token, token - 2, "acl");
            continue;
        }
        // "forced Norway to leave": Norway leaves.
        if (head && syntax.is(token, "advcl") && syntax.child(*head, "obj") && *syntax.child(*head, "obj") < token &&
            english.grammar.has("object_control_verb", syntax.lemma(*head)) &&
            feature(syntax.token(token).feats, "VerbForm") == std::string_view("Inf")) {
            syntax.reattach(token, head, "xcomp");
        }
        if (head && syntax.relation(token) == "obl" && syntax.child(*head, "aux:pass") &&
            !syntax.child(*head, "obl:agent") && english.grammar.has("agent", syntax.preposition(token)) &&
            syntax.is_nominal(token) && !english.time.is("weekday_name", syntax.form(token))) {
            syntax.reattach(token, head, "obl:agent");
        }
    }
    syntax.rebuild();
}

void attach_titles(Syntax &syntax, const English &english) {
    for (const Name &name : syntax.document().names) {
        if (name.type != NameType::PER) {
            continue;
        }
        const TokenIndex first_of_name = bare_name_start(syntax, english, name);
        const TokenIndex first = title_start(syntax, english, first_of_name);
        const TokenIndex end = name.end_token;
        const auto is_outside = [&](TokenIndex token) {
            const std::optional<TokenIndex> head = syntax.head(token);
            return !head || *head < first || *head >= end;
        };
        // The name is a chain below its first word; what tied the phrase to the sentence now ties the name.
        std::optional<TokenIndex> tie;
        for (TokenIndex token = first; token < end; ++token) {
            const bool weak = syntax.is(token, "compound") || syntax.is(token, "amod") || syntax.is(token, "case") ||
                              syntax.relation(token) == "nmod:desc" || syntax.is(token, "punct");
            if (is_outside(token) && (!tie || (token >= first_of_name && !weak)) && (!weak || token >= first_of_name)) {
                tie = token;
            }
        }
        const std::optional<TokenIndex> outside = tie ? syntax.head(*tie) : std::nullopt;
        // Nothing outside may hang below the phrase and hold it at once.
        if (!tie || (first == first_of_name && *tie == first_of_name)) {
            continue;
        }
        const std::string relation(syntax.relation(*tie));
        const bool becomes_title = relation == "flat" || relation == "appos" || relation == "nmod:desc";
        if (becomes_title && first == first_of_name) {
            continue;
        }
        for (TokenIndex token = first; token < end; ++token) {
            if (token == first_of_name) {
                continue;
            }
            if (token > first_of_name) {
                if (is_outside(token) || syntax.head(token) < first_of_name) {
                    syntax.reattach(token, first_of_name, "flat");
                }
            } else if (is_outside(token) || syntax.head(token) >= first_of_name) {
                syntax.reattach(token, first_of_name, "nmod:desc");
            }
        }
        syntax.reattach(first_of_name, outside, relation);
        // What hung on the title from outside now hangs on the name.
        for (TokenIndex token = first; token < first_of_name; ++token) {
            for (const TokenIndex child : syntax.children(token)) {
                if ((child >= end || child < first) && syntax.head(child) == token) {
                    syntax.reattach(child, first_of_name, std::string(syntax.relation(child)));
                }
            }
        }
    }
    syntax.rebuild();
}

void find_positions(EntityBook &book) {
    PositionFinder(book).run();
}

} // namespace gainsay
