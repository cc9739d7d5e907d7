#include "extract/mentions/nominal_mentions.h"

#include "extract/mentions/office_title.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace gainsay {

namespace {

enum class NominalKind { government, body, medium, person, group, counterpart };

class NominalFinder {
  public:
    explicit NominalFinder(EntityBook &book) : book_(&book), syntax_(&book.syntax()), english_(&book.english()) {}

    std::vector<OpenNominal> run() {
        file_persons();
        for (TokenIndex token = 0; token < syntax_->size(); ++token) {
            if (book_->is_skipped(token) || book_->covering(token) || book_->at(token)) {
                continue;
            }
            if (const std::optional<NominalKind> kind = kind_of(token)) {
                add(token, *kind);
            }
        }
        for (TokenIndex token = 0; token < syntax_->size(); ++token) {
            if (!book_->is_skipped(token) && !book_->at(token)) {
                add_adjective(token);
            }
        }
        return std::move(open_);
    }

  private:
    /// The named persons of a state.
    struct Persons {
        /// Each once.
        std::vector<EntityIndex> entities;
        /// Where they are named, by token.
        std::vector<std::pair<TokenIndex, EntityIndex>> uses;
    };

    void file_persons() {
        for (const EntityBook::Place &place : book_->places()) {
            const Entity &entity = book_->entity(place.entity);
            if (entity.type == NodeKind::Person && entity.named && !entity.country.empty()) {
                persons_of_[entity.country].uses.emplace_back(place.head, place.entity);
            }
        }
        for (auto &[country, persons] : persons_of_) {
            std::sort(persons.uses.begin(), persons.uses.end());
            for (const auto &[token, entity] : persons.uses) {
                persons.entities.push_back(entity);
            }
            std::sort(persons.entities.begin(), persons.entities.end());
            persons.entities.erase(std::unique(persons.entities.begin(), persons.entities.end()),
                                   persons.entities.end());
        }
    }

    /// "the Russian withdrawal", "Russian claims": the adjective tells who does it.
    void add_adjective(TokenIndex token) {
        const std::optional<TokenIndex> head = syntax_->head(token);
        const std::string_view relation = syntax_->relation(token);
        if (!head || (relation != "amod" && relation != "compound") || syntax_->upos(token) == Upos::PRON ||
            syntax_->upos(*head) != Upos::NOUN || book_->covering(token)) {
            return;
        }
        const bool event = english_->frames.find_noun(syntax_->lemma(*head)) != nullptr ||
                           english_->reporting.find_noun(syntax_->lemma(*head)) != nullptr || is_acted_upon(*head);
        const Country *country =
            event ? english_->countries.find(syntax_->form(token), CountryWord::adjective) : nullptr;
        if (country != nullptr) {
            book_->add_mention(book_->country(*country), MentionKind::nominal, token, token, token, token, token);
        }
    }

    /// "attacked American bases", "tariffs on Chinese goods": what is done to the thing reaches whose it is.
    bool is_acted_upon(TokenIndex thing) const {
        std::optional<TokenIndex> above = syntax_->head(thing);
        // "tariffs on two billion in Chinese goods"
        if (above && syntax_->is(thing, "nmod") &&
            (syntax_->upos(*above) == Upos::SYM || syntax_->upos(*above) == Upos::NUM)) {
            above = syntax_->head(*above);
        }
        const bool argument = syntax_->is(thing, "obj") || syntax_->relation(thing) == "nsubj:pass" ||
                              syntax_->is(thing, "obl") || syntax_->is(thing, "nmod");
        return above && argument && english_->frames.may_reach_owner(syntax_->lemma(*above));
    }

    /// The head noun with the word before it, where both make one term: "foreign minister".
    std::string term(TokenIndex token) const {
        if (token > 0 && syntax_->head(token - 1) == token) {
            return syntax_->form(token - 1) + " " + syntax_->lemma(token);
        }
        return syntax_->lemma(token);
    }

    bool is_plural(TokenIndex token) const {
        return feature(syntax_->token(token).feats, "Number") == std::string_view("Plur");
    }

    std::optional<NominalKind> kind_of(TokenIndex token) const {
        const Upos tag = syntax_->upos(token);
        if (tag != Upos::NOUN && tag != Upos::PROPN) {
            return std::nullopt;
        }
        const std::string_view relation = syntax_->relation(token);
        if (relation == "compound" || relation == "flat" || relation == "fixed" || relation == "nmod:desc" ||
            relation == "amod") {
            return std::nullopt;
        }
        // "killed a couple" is no expression of time.
        if (syntax_->is(token, "obl:unmarked") &&
            !(english_->people.has("collective", syntax_->lemma(token)) && syntax_->child(token, "det"))) {
            return std::nullopt;
        }
        // "son" of "son-in-law"
        if (!syntax_->token(token).space_after && token + 1 < syntax_->size() &&
            syntax_->form(token + 1).front() == '-') {
            return std::nullopt;
        }
        const std::string &lemma = syntax_->lemma(token);
        for (const std::string &entry : english_->people.words("abbreviation")) {
            if (entry.rfind(syntax_->form(token) + "=", 0) == 0) {
                return NominalKind::person;
            }
        }
        const std::string both = term(token);
        const auto is_person = [&](KindName<PersonWord> kind) {
            return english_->people.has(kind, both) || english_->people.has(kind, lemma);
        };
        const auto is_body = [&](KindName<OrganizationWord> kind) {
            return english_->organizations.has(kind, both) || english_->organizations.has(kind, lemma);
        };
        if (is_person("counterpart")) {
            return NominalKind::counterpart;
        }
        if (english_->people.has("collective", lemma) && !counted_people(token)) {
            return NominalKind::group;
        }
        if (is_plural(token)) {
            if (english_->people.has("group", syntax_->form(token)) || is_person("office") || is_person("person")) {
                return NominalKind::group;
            }
        } else if (is_person("office") || is_person("person")) {
            return NominalKind::person;
        }
        if (is_body("government") && !is_plural(token)) {
            return NominalKind::government;
        }
        if (english_->organizations.has("government", syntax_->form(token))) {
            return NominalKind::government;
        }
        // "Russian tanks", "three Norwegian warships": a state's forces.
        if (is_plural(token) && english_->frames.is_listed("soldiers", lemma) && country_of(token) != nullptr) {
            return NominalKind::group;
        }
        if (is_somebody(token)) {
            return is_plural(token) ? NominalKind::group : NominalKind::person;
        }
        if (is_plural(token)) {
            return std::nullopt;
        }
        if (is_body("media")) {
            return is_building(token) ? std::nullopt : std::optional(NominalKind::medium);
        }
        if (is_body("body") && !counted_people(token) && !is_institution(token)) {
            return NominalKind::body;
        }
        return std::nullopt;
    }

    /// "the police station", which broadcasts nothing.
    bool is_building(TokenIndex token) const {
        return token > 0 && syntax_->head(token - 1) == token && syntax_->relation(token - 1) == "compound" &&
               english_->organizations.has("building_mark", syntax_->lemma(token - 1));
    }

    /// "in court", "went to church", "met with opposition": no body in particular.
    bool is_institution(TokenIndex token) const {
        const bool below = syntax_->relation(token) == "obl" ||
                           (syntax_->is(token, "nmod") && syntax_->relation(token) != "nmod:poss");
        const auto children = syntax_->children(token);
        return below && !is_plural(token) && !english_->people.has("group", syntax_->form(token)) &&
               std::all_of(children.begin(), children.end(),
                           [&](TokenIndex child) { return syntax_->is(child, "case") || child > token; });
    }

    /// The people of "a group of protesters", "thousands of teachers".
    std::optional<TokenIndex> counted_people(TokenIndex token) const {
        if (!english_->frames.is_quantity(syntax_->lemma(token))) {
            return std::nullopt;
        }
        for (const TokenIndex child : syntax_->children(token)) {
            if (child > token && syntax_->is(child, "nmod") && is_plural(child) &&
                english_->grammar.has("part_of", syntax_->preposition(child)) &&
                (english_->people.has("group", syntax_->form(child)) ||
                 english_->people.has("person", syntax_->lemma(child)) ||
                 english_->people.has("office", syntax_->lemma(child)) ||
                 english_->nouns.find(syntax_->lemma(child)) == NounClass::person)) {
                return child;
            }
        }
        return std::nullopt;
    }

    /// "the motorist", "two raiders": a noun for persons that no list has, where somebody does something or has it
    /// done to him.
    bool is_somebody(TokenIndex token) const {
        if (syntax_->upos(token) != Upos::NOUN || english_->nouns.find(syntax_->lemma(token)) != NounClass::person ||
            english_->organizations.has("body", syntax_->lemma(token))) {
            return false;
        }
        const std::optional<TokenIndex> above = syntax_->head(token);
        if (above && counted_people(*above) == token) {
            return true;
        }
        const bool takes_part =
            syntax_->is(token, "nsubj") || syntax_->is(token, "obj") || syntax_->relation(token) == "obl:agent";
        const auto children = syntax_->children(token);
        return takes_part && std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
                   return child < token &&
                          (syntax_->is(child, "det") || syntax_->is(child, "nummod") || syntax_->is(child, "amod"));
               });
    }

    /// "U.S." of "U.S.-Russia", with which the parser may do anything.
    bool is_one_of_two(TokenIndex token) const {
        return token + 2 < syntax_->size() && syntax_->form(token + 1) == "-" && !syntax_->token(token).space_after &&
               english_->countries.find_modifier(syntax_->form(token)) != nullptr &&
               english_->countries.find_modifier(syntax_->form(token + 2)) != nullptr;
    }

    /// The state that a phrase names as its owner or origin; null where it names several.
    const Country *country_of(TokenIndex token) const {
        const Country *country = nullptr;
        for (const TokenIndex child : syntax_->children(token)) {
            if (is_one_of_two(child)) {
                return nullptr;
            }
            if (const Country *found = country_at(token, child)) {
                if (country != nullptr && country->code != found->code) {
                    return nullptr;
                }
                country = found;
                // "U.S.-Russia"
                for (const TokenIndex below : syntax_->children(child)) {
                    const Country *other = english_->countries.find_modifier(syntax_->form(below));
                    if (other != nullptr && other->code != country->code && below < token) {
                        return nullptr;
                    }
                }
            }
        }
        return country;
    }

    const Country *country_at(TokenIndex token, TokenIndex child) const {
        const std::string_view relation = syntax_->relation(child);
        if (relation != "amod" && relation != "compound" && relation != "nmod:poss" && !syntax_->is(child, "nmod")) {
            return nullptr;
        }
        if (english_->organizations.has("town_body", syntax_->lemma(token)) &&
            english_->countries.find(syntax_->form(child), CountryWord::capital) != nullptr) {
            return nullptr;
        }
        if (const std::optional<EntityIndex> found = book_->at(child)) {
            const Entity &entity = book_->entity(*found);
            if (entity.type == NodeKind::Country &&
                (child < token || english_->grammar.has("owner", syntax_->preposition(child)))) {
                return english_->countries.by_code(entity.country);
            }
            // "the Obama administration"
            if (entity.type == NodeKind::Person && relation == "compound" && !entity.country.empty()) {
                return english_->countries.by_code(entity.country);
            }
        }
        if (child < token && syntax_->upos(child) != Upos::PRON) {
            return english_->countries.find_modifier(syntax_->form(child));
        }
        return nullptr;
    }

    /// "the union on Friday", "a source yesterday": when, and no part of who.
    bool is_time(TokenIndex token) const {
        const std::string &form = syntax_->form(token);
        const TimeWords &time = english_->time;
        const bool unmarked = syntax_->relation(token) == "nmod:unmarked" || syntax_->relation(token) == "obl:unmarked";
        return (syntax_->is(token, "nmod") || syntax_->is(token, "obl")) &&
               (time.is("weekday_name", form) || time.weekday(form) || time.value("day", form) ||
                (unmarked && time.unit(form)));
    }

    /// The phrase without clauses and asides.
    std::vector<TokenIndex> phrase(TokenIndex token) const {
        std::vector<TokenIndex> words = syntax_->subtree(token, [this, token](TokenIndex below) {
            return syntax_->is(below, "acl") || syntax_->is(below, "appos") || syntax_->is(below, "conj") ||
                   syntax_->is(below, "cc") || (syntax_->is(below, "punct") && syntax_->form(below) != "-") ||
                   syntax_->is(below, "parataxis") || syntax_->is(below, "advcl") ||
                   (syntax_->is(below, "case") && syntax_->head(below) == token) || syntax_->is(below, "cop") ||
                   (syntax_->is(below, "nsubj") && syntax_->head(below) == token) ||
                   (syntax_->is(below, "obl") && syntax_->head(below) == token) || syntax_->is(below, "aux") ||
                   (syntax_->is(below, "advmod") && syntax_->head(below) == token) || syntax_->is(below, "mark") ||
                   (below > token && (is_time(below) || english_->grammar.has("listing", syntax_->preposition(below))));
        });
        // One stretch around the head.
        const auto at = std::find(words.begin(), words.end(), token);
        auto first = at;
        while (first != words.begin() && *(first - 1) + 1 == *first) {
            --first;
        }
        auto last = at;
        while (last + 1 != words.end() && *last + 1 == *(last + 1)) {
            ++last;
        }
        return {first, last + 1};
    }

    std::string description(const std::vector<TokenIndex> &words) const {
        std::size_t first = 0;
        while (first + 1 < words.size() && syntax_->upos(words[first]) == Upos::DET) {
            ++first;
        }
        return syntax_->text_of(hull(syntax_->token(words[first]).span, syntax_->token(words.back()).span));
    }

    void add(TokenIndex token, NominalKind kind) {
        const Country *country = country_of(token);
        std::optional<EntityIndex> entity = described_name(token);
        bool stands_alone = true;
        if (!entity) {
            switch (kind) {
            case NominalKind::government:
                entity = country != nullptr ? std::optional(book_->country(*country)) : std::nullopt;
                stands_alone = has_owner(token);
                break;
            case NominalKind::counterpart:
                entity = counterpart(token, country);
                break;
            case NominalKind::person:
                entity = named_beside(token);
                if (!entity && country != nullptr) {
                    entity = only_holder(token, *country);
                }
                stands_alone = !syntax_->child(token, "cop");
                break;
            case NominalKind::body:
            case NominalKind::medium:
                entity = body(token, country);
                break;
            case NominalKind::group:
                break;
            }
        }
        std::vector<TokenIndex> words = phrase(token);
        if (const std::optional<TokenIndex> count = syntax_->head(token); count && counted_people(*count) == token) {
            words = phrase(*count);
        }
        if (entity) {
            book_->add_mention(*entity, MentionKind::nominal, words.front(), words.back(), token, token, token);
            return;
        }
        OpenNominal open;
        open.head = token;
        open.first = words.front();
        open.last = words.back();
        open.stands_alone = stands_alone;
        open.type = type_of(token, kind);
        open.name = description(words);
        open.country = country != nullptr ? country->code : "";
        if (kind == NominalKind::body && country != nullptr && !country->adjective.empty()) {
            open.name = body_name(token, *country);
        }
        open_.push_back(std::move(open));
    }

    /// "Berg's administration", "the Berg administration"
    bool has_owner(TokenIndex token) const {
        const auto children = syntax_->children(token);
        return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
            const std::optional<EntityIndex> entity = book_->at(child);
            return entity && book_->entity(*entity).type == NodeKind::Person && book_->entity(*entity).named &&
                   (syntax_->relation(child) == "nmod:poss" || syntax_->relation(child) == "compound");
        });
    }

    NodeKind type_of(TokenIndex token, NominalKind kind) const {
        switch (kind) {
        case NominalKind::person:
            return NodeKind::Person;
        case NominalKind::counterpart:
            return is_plural(token) ? NodeKind::Group : NodeKind::Person;
        case NominalKind::body:
        case NominalKind::government:
            return NodeKind::Organization;
        case NominalKind::medium:
            return NodeKind::Outlet;
        case NominalKind::group:
            break;
        }
        return NodeKind::Group;
    }

    /// "the editor, Ben Smith": the person whose name stands in apposition.
    std::optional<EntityIndex> named_beside(TokenIndex token) const {
        for (const TokenIndex child : syntax_->children(token)) {
            if (syntax_->is(child, "appos")) {
                if (const std::optional<EntityIndex> named = book_->at(child);
                    named && book_->entity(*named).type == NodeKind::Person) {
                    return named;
                }
            }
        }
        // "Reed and his daughter, Ana, in Bergen", which trees may read as three.
        const TokenIndex name = token + 2;
        if (english_->people.has("relative", syntax_->lemma(token)) && name + 1 < syntax_->size() &&
            syntax_->form(token + 1) == "," && syntax_->sentence_of(name) == syntax_->sentence_of(token)) {
            if (const std::optional<std::size_t> at = book_->name_at(name)) {
                const Name &whole = syntax_->document().names[*at];
                const std::optional<EntityIndex> named = book_->covering(name);
                const bool closed = whole.first_token == name && whole.end_token < syntax_->size() &&
                                    syntax_->upos(whole.end_token) == Upos::PUNCT;
                if (closed && named && book_->entity(*named).type == NodeKind::Person) {
                    return named;
                }
            }
        }
        return std::nullopt;
    }

    /// "Ben Smith, the editor": what stands in apposition to a name says who that is.
    std::optional<EntityIndex> described_name(TokenIndex token) const {
        const std::optional<TokenIndex> head = syntax_->head(token);
        return head && syntax_->is(token, "appos") ? book_->at(*head) : std::nullopt;
    }

    /// The only named person of the state who holds that office in this document.
    std::optional<EntityIndex> only_holder(TokenIndex token, const Country &country) const {
        std::optional<EntityIndex> holder;
        const std::vector<std::string> wanted = office_words(*english_, office(token));
        const auto persons = persons_of_.find(country.code);
        if (persons == persons_of_.end()) {
            return std::nullopt;
        }
        for (const EntityIndex index : persons->second.entities) {
            const Entity &entity = book_->entity(index);
            const bool holds = std::any_of(entity.titles.begin(), entity.titles.end(), [&](const std::string &title) {
                return may_be_called(*english_, title, wanted);
            });
            if (holds && holder) {
                return std::nullopt;
            }
            if (holds) {
                holder = index;
            }
        }
        return holder;
    }

    /// The office in the words of titles: "foreign minister", also for "FM".
    std::string office(TokenIndex token) const {
        for (const std::string &entry : english_->people.words("abbreviation")) {
            const std::vector<std::string> parts = split_list(entry, '=');
            if (parts.size() == 2 && parts[0] == syntax_->form(token)) {
                return parts[1];
            }
        }
        const std::string both = term(token);
        return english_->people.has("office", both) ? both : syntax_->lemma(token);
    }

    /// "his Russian counterpart": the latest person of that state who is not the one meant by "his".
    std::optional<EntityIndex> counterpart(TokenIndex token, const Country *country) {
        if (country == nullptr || is_plural(token)) {
            return std::nullopt;
        }
        // It may be named right behind: "his Russian counterpart, Sergei Lavrov".
        for (const TokenIndex child : syntax_->children(token)) {
            if (syntax_->is(child, "appos") || syntax_->is(child, "flat")) {
                if (const std::optional<EntityIndex> named = book_->at(child)) {
                    return named;
                }
            }
        }
        const auto persons = persons_of_.find(country->code);
        if (persons == persons_of_.end()) {
            return std::nullopt;
        }
        // The latest one before.
        const auto &uses = persons->second.uses;
        const auto behind = std::lower_bound(uses.begin(), uses.end(), std::pair(token, EntityIndex{0}));
        return behind == uses.begin() ? std::nullopt : std::optional((behind - 1)->second);
    }

    /// "Russian foreign ministry", of whatever words tell the state.
    std::string body_name(TokenIndex token, const Country &country) const {
        std::string name = country.adjective;
        for (const TokenIndex child : syntax_->children(token)) {
            const std::string_view relation = syntax_->relation(child);
            if (child < token && (relation == "amod" || relation == "compound") && !book_->covering(child) &&
                english_->countries.find_modifier(syntax_->form(child)) == nullptr) {
                name += " " + syntax_->token(child).form;
            }
        }
        return name + " " + syntax_->token(token).form;
    }

    /// "tech giant Velin", "rights group Open Doors": the name right behind the noun, which trees may read as another
    /// subject or object.
    std::optional<EntityIndex> body_named_behind(TokenIndex token) const {
        const std::optional<EntityIndex> named =
            token + 1 < syntax_->size() && syntax_->sentence_of(token + 1) == syntax_->sentence_of(token)
                ? book_->covering(token + 1)
                : std::nullopt;
        if (!named || is_plural(token) || !book_->entity(*named).named ||
            (book_->entity(*named).type != NodeKind::Organization && book_->entity(*named).type != NodeKind::Outlet)) {
            return std::nullopt;
        }
        for (const EntityBook::Place &place : book_->places()) {
            if (place.entity == *named && place.head_first == token + 1 && place.kind == MentionKind::name) {
                const bool beside = syntax_->head(place.head) == syntax_->head(token) &&
                                    syntax_->relation(place.head) == syntax_->relation(token);
                return beside || syntax_->head(token) == place.head || syntax_->head(place.head) == token
                           ? named
                           : std::nullopt;
            }
        }
        return std::nullopt;
    }

    std::optional<EntityIndex> body(TokenIndex token, const Country *country) {
        // A name may stand beside it: "the daily Politika".
        for (const TokenIndex child : syntax_->children(token)) {
            if (syntax_->is(child, "appos") || syntax_->is(child, "flat") || syntax_->relation(child) == "nmod:desc") {
                if (const std::optional<EntityIndex> named = book_->at(child)) {
                    const NodeKind type = book_->entity(*named).type;
                    if (type == NodeKind::Organization || type == NodeKind::Outlet) {
                        return named;
                    }
                }
            }
        }
        if (const std::optional<EntityIndex> named = body_named_behind(token)) {
            return named;
        }
        // "Rossiya-1 television", "the Islamic State group": a name before it, without "'s".
        for (const TokenIndex child : syntax_->children(token)) {
            if (child + 1 == token && syntax_->relation(child) == "compound") {
                const std::optional<EntityIndex> named = book_->at(child);
                const std::optional<std::size_t> body_class = english_->bodies.of_noun(syntax_->lemma(token));
                // A team of a league is not the league.
                if (named && (book_->entity(*named).type == NodeKind::Outlet ||
                              (book_->entity(*named).type == NodeKind::Organization &&
                               (!body_class || english_->bodies.fits(*body_class, book_->entity(*named).name))))) {
                    return named;
                }
            }
        }
        if (country != nullptr) {
            const std::string name = body_name(token, *country);
            if (const std::optional<EntityIndex> found = book_->find(NodeKind::Organization, name)) {
                return found;
            }
            if (const KnownOrganization *known = english_->known_organizations.find(name_key(name))) {
                if (const std::optional<EntityIndex> found = book_->find(known->type, known->name)) {
                    return found;
                }
                Entity entity;
                entity.type = known->type;
                entity.name = known->name;
                entity.country = known->country;
                entity.named = true;
                return book_->add_entity(std::move(entity));
            }
            return std::nullopt;
        }
        return std::nullopt;
    }

    EntityBook *book_;
    const Syntax *syntax_;
    const English *english_;
    std::vector<OpenNominal> open_;
    /// By ISO 3166 code.
    std::unordered_map<std::string, Persons> persons_of_;
};

} // namespace

std::vector<OpenNominal> find_nominal_mentions(EntityBook &book) {
    return NominalFinder(book).run();
}

} // namespace gainsay
