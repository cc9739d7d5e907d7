#include "extract/attribution/phrase_speakers.h"

#include "base/utf8.h"
#include "extract/attribution/source_phrase.h"
#include "extract/attribution/speaking_words.h"
#include "extract/syntax/token_features.h"
#include "extract/syntax/token_list.h"
#include "graph_schema/node_kind.h"

#include <algorithm>
#include <map>

namespace gainsay {

namespace {

class PhraseSpeakers {
  public:
    PhraseSpeakers(EntityBook &book, const Quotations &quotations)
        : book_(&book), syntax_(&book.syntax()), quotations_(&quotations) {}

    void give(FoundAttribution &found) {
        pass_to_titled(found);
        pass_to_described(found);
        pass_to_owned(found);
        give_first(found);
        give_joint(found);
    }

  private:
    /// "Germany, Norway and France said": each that is somebody by himself.
    void give_joint(FoundAttribution &found) {
        if (!found.source_entity || !found.source_head) {
            return;
        }
        const TokenIndex head = antecedent(*found.source_head);
        const std::vector<TokenIndex> all = syntax_->conjuncts(head);
        if (all.size() < 2 || !are_joined(all)) {
            return;
        }
        for (const TokenIndex each : all) {
            const bool within = found.source.empty() || (each >= found.source.front() && each <= found.source.back());
            const std::optional<EntityIndex> entity =
                each != head && within && !describes(each) ? known_at(each) : std::nullopt;
            // "Rep. Ann Lee, a Ways and Means member", "Sen. Ann Lee, Ohio Republican and a whip": what she is.
            const bool is_piece =
                (entity && book_->entity(*entity).type == NodeKind::Group &&
                 has_feature(*syntax_, each, "Number", "Sing")) ||
                (syntax_->upos(each) == Upos::PROPN && syntax_->child(each, "det") && person_at(head).has_value()) ||
                (entity && !book_->entity(*entity).named && is_in_apposition(head, each));
            const bool speaks =
                entity && !is_piece && entity != found.source_entity &&
                std::find(found.joint_sources.begin(), found.joint_sources.end(), *entity) == found.joint_sources.end();
            if (speaks) {
                let_speak(*entity);
                found.joint_sources.push_back(*entity);
            }
        }
    }

    /// "Ann Lee, a strategist and former official": one noun for a person without any determiner is who stands before
    /// it.
    bool describes(TokenIndex noun) const {
        return syntax_->upos(noun) == Upos::NOUN && is_one_person(*book_, noun) && !person_at(noun) &&
               !syntax_->child(noun, "det") && !syntax_->child(noun, "nmod:poss") && !syntax_->child(noun, "nummod") &&
               !syntax_->child(noun, "appos") && !syntax_->child(noun, "flat");
    }

    /// "Ann Lee, a farmer from Ohio and the head of the union": one comma behind a person's name, and no other in front
    /// of "and".
    bool is_in_apposition(TokenIndex head, TokenIndex noun) const {
        const std::optional<EntityIndex> person = person_at(head);
        TokenIndex comma = head + 1;
        while (person && comma < noun && book_->covering(comma) == person) {
            ++comma;
        }
        const bool are_people = syntax_->upos(noun) == Upos::NOUN &&
                                feature(syntax_->token(noun).feats, "Number") == std::string_view("Plur");
        if (!person || comma >= noun || !is_comma(comma) || person_at(noun) || person_at(comma + 1) || are_people) {
            return false;
        }
        for (TokenIndex token = comma + 1; token < noun; ++token) {
            if (is_comma(token)) {
                return false;
            }
        }
        return true;
    }

    /// "Germany, Norway and France"; not "Germany or France", nor "Mr. Reed, Ohio Democrat", of whom a parser made two.
    bool are_joined(const std::vector<TokenIndex> &all) const {
        bool is_linked = false;
        for (const TokenIndex each : all) {
            if (const std::optional<TokenIndex> link = syntax_->child(each, "cc")) {
                if (!book_->english().grammar.has("and", syntax_->form(*link))) {
                    return false;
                }
                is_linked = true;
            }
        }
        return is_linked;
    }

    /// Whether who was found to speak is known by nouns alone, and these mean nobody: "the jet", and "it" behind that.
    bool is_no_actor(const FoundAttribution &found) const {
        if (!found.source_head || book_->entity(*found.source_entity).named) {
            return false;
        }
        if (syntax_->upos(*found.source_head) != Upos::PRON) {
            // "the ministry's promise": the ministry.
            return book_->at(*found.source_head) == found.source_entity && cannot_speak(*book_, *found.source_head) &&
                   !named_beside(*found.source_head);
        }
        bool is_called = false;
        for (const EntityBook::Place &place : book_->places()) {
            if (place.entity != static_cast<std::int64_t>(*found.source_entity) || place.kind != MentionKind::nominal) {
                continue;
            }
            if (!cannot_speak(*book_, place.head)) {
                return false;
            }
            is_called = true;
        }
        return is_called;
    }

    /// "the head of the union, Ann Lee," and "Norway's envoy and former mayor Ann Lee": who is named behind what he is.
    std::optional<EntityIndex> named_behind_description(const FoundAttribution &found) const {
        if (found.source.empty() || !found.source_head || !is_one_person(*book_, *found.source_head)) {
            return std::nullopt;
        }
        const TokenIndex head = *found.source_head;
        const std::size_t sentence = syntax_->sentence_of(head);
        TokenIndex comma = head + 1;
        while (comma <= found.source.back() && syntax_->form(comma) != ",") {
            ++comma;
        }
        for (const EntityBook::Place &place : book_->places()) {
            if (place.kind != MentionKind::name || place.first <= head || !person_at(place.head) ||
                syntax_->sentence_of(place.head) != sentence) {
                continue;
            }
            const TokenIndex behind = place.last + 1;
            const bool ends = place.last == found.source.back();
            const bool is_closed = ends || (behind < syntax_->size() && syntax_->form(behind) == ",");
            if (place.first == comma + 1 && syntax_->form(comma) == "," && is_closed) {
                return person_at(place.head);
            }
            const bool is_joined = syntax_->upos(place.first - 1) == Upos::CCONJ && place.first < place.head_first &&
                                   !syntax_->child(head, "det");
            if (ends && comma > place.first && (place.first == head + 1 || is_joined)) {
                return person_at(place.head);
            }
        }
        return std::nullopt;
    }

    /// "Mr. Reed", of which the network found "Mr." alone.
    void pass_to_titled(FoundAttribution &found) const {
        const TokenIndex name = found.source_head ? *found.source_head + 1 : 0;
        if (name > 0 && name < syntax_->size() && person_at(name) &&
            book_->english().people.has("address", syntax_->form(name - 1))) {
            found.source_head = name;
            found.source_entity = person_at(name);
        }
    }

    /// "said retired Gen. Ann Lee", "says left-leaning Ann Lee", where a parser took the first word for the head.
    void pass_to_described(FoundAttribution &found) const {
        const TokenIndex first = found.source.empty() ? 0 : found.source.front();
        const std::string &tag = syntax_->token(first).xpos;
        if (found.source_entity || found.source_head != first ||
            (tag != "VBN" && tag != "VBG" && tag != "VBD" && tag != "JJ")) {
            return;
        }
        for (TokenIndex token = first + 1; token <= found.source.back(); ++token) {
            const Upos part = syntax_->upos(token);
            const bool is_owner = token + 1 < syntax_->size() && syntax_->token(token + 1).xpos == "POS";
            if (person_at(token) && !is_owner) {
                found.source_head = token;
                found.source_entity = person_at(token);
                return;
            }
            if (part != Upos::PROPN && part != Upos::NOUN && part != Upos::ADJ && part != Upos::ADP) {
                return;
            }
        }
    }

    /// "Harvard's Ann Lee said": she, and not whose she is, which of the two a parser takes for the subject.
    void pass_to_owned(FoundAttribution &found) const {
        const TokenIndex name = found.source_head ? *found.source_head + 2 : 0;
        if (name == 0 || !contains(found.source, name) || syntax_->token(name - 1).xpos != "POS") {
            return;
        }
        const std::optional<EntityIndex> person = book_->covering(name);
        const auto head = std::find_if(found.source.begin(), found.source.end(),
                                       [&](TokenIndex token) { return token >= name && person_at(token) == person; });
        if (person && head != found.source.end()) {
            found.source_head = *head;
            found.source_entity = person;
        }
    }

    void give_first(FoundAttribution &found) {
        const bool is_known = found.source_entity && person_at(found.source_head.value_or(0)) == found.source_entity;
        if (const std::optional<EntityIndex> person = is_known ? std::nullopt : named_behind_description(found)) {
            found.source_entity = person;
        } else if (found.source_entity) {
            correct_entity(found);
        } else if (found.source_head) {
            give_entity(found);
        }
    }

    /// A source that has an entity: nobody if it is no actor, some of its members, or who is named beside it.
    void correct_entity(FoundAttribution &found) {
        if (is_no_actor(found)) {
            found.source_entity.reset();
            found.is_statement = false;
            return;
        }
        if (found.source_head && (give_some_of(found) || give_one_of(found))) {
            return;
        }
        found.source_entity = named_behind_body(found).value_or(*found.source_entity);
        // "his aunt, Ann Lee, said": by her name.
        const bool is_title =
            found.source_head && !person_at(*found.source_head) && is_one_person(*book_, *found.source_head);
        if (found.source_head && (is_title || !book_->entity(*found.source_entity).named)) {
            const std::optional<EntityIndex> beside = named_beside(*found.source_head);
            const std::optional<EntityIndex> named = beside ? beside : described_person(found);
            found.source_entity = named.value_or(*found.source_entity);
        }
        let_speak(*found.source_entity);
    }

    /// A source with a head and no entity: whom its words stand for, or an entity of its own words.
    void give_entity(FoundAttribution &found) {
        const TokenIndex head = antecedent(*found.source_head);
        if (is_unresolved_pronoun(*syntax_, head) && !are_those(found, head)) {
            return;
        }
        std::optional<EntityIndex> known = known_at(head);
        // "The group claimed that YouTube has …": a noun is not for whom the content names.
        if (known && syntax_->upos(head) == Upos::NOUN &&
            is_subject_of_content(*book_, *quotations_, found.content, *known)) {
            known.reset();
        }
        const bool is_named = known && book_->entity(*known).named && !is_one_person(*book_, head);
        if (const std::optional<EntityIndex> person = is_named ? known : described_person(found)) {
            found.source_entity = person;
            let_speak(*person);
            return;
        }
        if (known) {
            found.source_entity = known;
            let_speak(*known);
            return;
        }
        if (cannot_speak(*book_, head)) {
            found.source_entity = maker_of(head);
            if (found.source_entity) {
                let_speak(*found.source_entity);
            } else if (const std::optional<TokenIndex> people = people_behind(found, head)) {
                found.source_entity = entity_of(*people, phrase_of(found, *people), NodeKind::Group);
            } else {
                found.is_statement = false;
            }
            return;
        }
        const auto kind = is_one_member(head) ? std::optional(NodeKind::Person) : std::nullopt;
        found.source_entity = entity_of(head, phrase_of(found, head), kind);
    }

    /// "those polled", "those who voted": told who they are by the words behind them.
    bool are_those(const FoundAttribution &found, TokenIndex head) const {
        const bool points =
            has_feature(*syntax_, head, "PronType", "Dem") && has_feature(*syntax_, head, "Number", "Plur");
        return points && !found.source.empty() && found.source.back() > head && contains(found.source, head + 1);
    }

    /// "law enforcement and intelligence officials": the last noun is who all are.
    std::optional<TokenIndex> people_behind(const FoundAttribution &found, TokenIndex head) const {
        const TokenIndex last = syntax_->conjuncts(head).back();
        const bool are_people = last > head + 1 && contains(found.source, last) && syntax_->upos(last) == Upos::NOUN &&
                                has_feature(*syntax_, last, "Number", "Plur") && syntax_->child(last, "compound") &&
                                syntax_->child(head, "compound") && !cannot_speak(*book_, last);
        return are_people ? std::optional(last) : std::nullopt;
    }

    /// "calculations by the Tax Center", "data from the ministry": what cannot speak speaks for who made it.
    std::optional<EntityIndex> maker_of(TokenIndex head) const {
        if (syntax_->upos(head) != Upos::NOUN) {
            return std::nullopt;
        }
        for (const TokenIndex child : syntax_->children(head)) {
            const std::optional<EntityIndex> entity = syntax_->is(child, "nmod") ? book_->at(child) : std::nullopt;
            const bool is_maker = book_->english().grammar.has("maker", lookup_form(syntax_->preposition(child)));
            if (entity && is_maker && book_->entity(*entity).named && is_actor(book_->entity(*entity).type)) {
                return entity;
            }
        }
        return std::nullopt;
    }

    /// "Most Republicans think", "two Democrats said", "congressional Republicans", "Democrats in the House": some of
    /// them are not the party.
    bool give_some_of(FoundAttribution &found) {
        const TokenIndex head = *found.source_head;
        const Entity &whole = book_->entity(*found.source_entity);
        // "Democrats", and not "Americans", of whom more may hang on the name than who they are.
        const bool is_group = whole.type == NodeKind::Group &&
                              book_->english().known_organizations.find(lookup_form(whole.name)) != nullptr;
        if ((whole.type != NodeKind::Organization && !is_group) || !whole.named ||
            feature(syntax_->token(head).feats, "Number") != std::string_view("Plur")) {
            return false;
        }
        const std::span<const TokenIndex> children = syntax_->children(head);
        const bool are_members = is_group || names_members(*book_, head, whole);
        const bool some = std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
            if (are_members && ((child < head && syntax_->is(child, "amod")) ||
                                (child > head && (syntax_->is(child, "nmod") || syntax_->is(child, "acl"))))) {
                return true;
            }
            return child < head && (syntax_->is(child, "nummod") ||
                                    ((syntax_->is(child, "det") || syntax_->is(child, "amod")) &&
                                     book_->english().statement.has("partitive", lowercase(syntax_->form(child)))));
        });
        if (some) {
            found.source_entity = entity_of(head, phrase_of(found, head), NodeKind::Group);
        }
        return some;
    }

    /// "A Democrat close to the campaign", "one Republican": a person, and not those who are called so.
    bool give_one_of(FoundAttribution &found) {
        const bool is_one =
            book_->entity(*found.source_entity).type != NodeKind::Person && is_one_member(*found.source_head);
        if (is_one) {
            // "at least one Democrat"
            const TokenIndex before = *found.source_head - 1;
            std::vector<TokenIndex> phrase = phrase_of(found, *found.source_head);
            if (syntax_->is(before, "nummod")) {
                phrase.erase(phrase.begin(), std::lower_bound(phrase.begin(), phrase.end(), before));
            }
            found.source_entity = entity_of(*found.source_head, phrase, NodeKind::Person);
        }
        return is_one;
    }

    bool is_one_member(TokenIndex head) const {
        const std::span<const TokenIndex> children = syntax_->children(head);
        // "the Senate's top Republican"
        const bool is_told = std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
            const bool counts = child + 1 == head && syntax_->is(child, "nummod") &&
                                book_->english().statement.has("article", lookup_form(syntax_->form(child)));
            return child < head && (counts || syntax_->is(child, "det") || syntax_->relation(child) == "nmod:poss");
        });
        return is_told && has_feature(*syntax_, head, "Number", "Sing") &&
               book_->english().people.has("partisan", syntax_->lemma(head));
    }

    /// "Department of Homeland Security Secretary Ann Lee": who is named behind the body, with a title that shares its
    /// words.
    std::optional<EntityIndex> named_behind_body(const FoundAttribution &found) const {
        if (found.source.empty() || book_->entity(*found.source_entity).type == NodeKind::Person) {
            return std::nullopt;
        }
        const TokenIndex last = found.source.back();
        const std::optional<EntityIndex> person = person_at(last) ? person_at(last) : book_->covering(last);
        if (!person || !book_->entity(*person).named || book_->entity(*person).type != NodeKind::Person) {
            return std::nullopt;
        }
        const auto overlaps = [&](const EntityBook::Place &body) {
            return body.entity == static_cast<std::int64_t>(*found.source_entity) && body.kind == MentionKind::name &&
                   body.last < last &&
                   std::any_of(book_->places().begin(), book_->places().end(), [&](const EntityBook::Place &place) {
                       return place.entity == static_cast<std::int64_t>(*person) && place.last >= last &&
                              place.first <= last && place.first <= body.last + 1 && place.first > body.first;
                   });
        };
        return std::any_of(book_->places().begin(), book_->places().end(), overlaps) ? person : std::nullopt;
    }

    /// "officials who said": whom the pronoun stands for.
    TokenIndex antecedent(TokenIndex head) const {
        if (feature(syntax_->token(head).feats, "PronType") == std::string_view("Rel")) {
            const std::optional<TokenIndex> verb = syntax_->head(head);
            const std::optional<TokenIndex> noun = verb ? syntax_->head(*verb) : std::nullopt;
            if (noun && syntax_->is(*verb, "acl")) {
                return *noun;
            }
        }
        return head;
    }

    /// "NATO member Norway"
    std::optional<EntityIndex> named_beside(TokenIndex head) const {
        for (const TokenIndex child : syntax_->children(head)) {
            const std::optional<EntityIndex> beside = book_->at(child);
            if (beside && book_->entity(*beside).named && is_actor(book_->entity(*beside).type) &&
                (syntax_->is(child, "appos") || syntax_->is(child, "flat"))) {
                return beside;
            }
        }
        return std::nullopt;
    }

    std::optional<EntityIndex> person_at(TokenIndex token) const {
        const std::optional<EntityIndex> entity = book_->at(token);
        return entity && book_->entity(*entity).named && book_->entity(*entity).type == NodeKind::Person ? entity
                                                                                                         : std::nullopt;
    }

    /// "Ann Lee, a strategist and former official, said", where the source is the last words alone; "Speaker of the
    /// House Ann Lee", where it ends too early.
    std::optional<EntityIndex> described_person(const FoundAttribution &found) const {
        const TokenIndex head = *found.source_head;
        if (syntax_->upos(head) == Upos::PRON) {
            return std::nullopt;
        }
        TokenIndex at = head;
        bool describes = false;
        constexpr int most_steps = 4;
        for (int steps = 0; steps < most_steps && syntax_->head(at) && *syntax_->head(at) < at; ++steps) {
            const bool is_apposition = syntax_->is(at, "appos");
            if (!is_apposition && !syntax_->is(at, "conj")) {
                break;
            }
            describes = describes || is_apposition;
            at = *syntax_->head(at);
            if (const std::optional<EntityIndex> person = person_at(at); person && describes) {
                return person;
            }
        }
        const TokenIndex next = found.source.empty() ? head + 1 : found.source.back() + 1;
        // "says a source close to the court, Reed left": he is who it is said of.
        return is_one_person(*book_, head) && next < syntax_->size() && !contains(found.content, next) &&
                       syntax_->sentence_of(next) == syntax_->sentence_of(head)
                   ? person_at(next)
                   : std::nullopt;
    }

    std::optional<EntityIndex> known_at(TokenIndex head) {
        const std::optional<EntityIndex> covering = book_->covering(head);
        const bool is_known = covering && is_actor(book_->entity(*covering).type);
        if (is_known && book_->entity(*covering).named) {
            return covering;
        }
        if (const std::optional<EntityIndex> beside = named_beside(head)) {
            return beside;
        }
        if (is_known) {
            return covering;
        }
        if (syntax_->upos(head) == Upos::PROPN) {
            if (const Country *country = book_->english().countries.find(syntax_->form(head), CountryWord::name)) {
                return book_->country(*country);
            }
            for (const NodeKind kind : {NodeKind::Person, NodeKind::Organization, NodeKind::Outlet, NodeKind::Group}) {
                if (const std::optional<EntityIndex> named = book_->find(kind, syntax_->token(head).form)) {
                    return named;
                }
            }
        }
        return std::nullopt;
    }

    /// One stretch of tokens around the head, without what stands behind a comma.
    std::vector<TokenIndex> phrase_of(const FoundAttribution &found, TokenIndex head) const {
        std::vector<TokenIndex> words = std::find(found.source.begin(), found.source.end(), head) != found.source.end()
                                            ? found.source
                                            : source_tokens(*syntax_, head);
        const auto at = std::find(words.begin(), words.end(), head);
        if (at == words.end()) {
            return {head};
        }
        constexpr std::size_t most_words = 14;
        auto first = at;
        while (first != words.begin() && *(first - 1) + 1 == *first && !is_comma(*(first - 1))) {
            --first;
        }
        auto last = at;
        while (last + 1 != words.end() && *last + 1 == *(last + 1) && !is_comma(*(last + 1)) &&
               static_cast<std::size_t>(last - first) < most_words) {
            ++last;
        }
        while (first != at && (syntax_->upos(*first) == Upos::PUNCT || syntax_->upos(*first) == Upos::ADP)) {
            ++first;
        }
        return ended(found, {first, last + 1}, head);
    }

    /// "some of the" goes on to its noun; "a judge in" and "those who" end before what has no end.
    std::vector<TokenIndex> ended(const FoundAttribution &found, std::vector<TokenIndex> phrase,
                                  TokenIndex head) const {
        constexpr TokenIndex most_words = 5;
        const TokenIndex last = phrase.back();
        const std::optional<TokenIndex> noun = syntax_->head(last);
        const bool is_of_noun = syntax_->upos(last) == Upos::ADP || syntax_->upos(last) == Upos::DET;
        const bool goes_on = is_of_noun && last != head && noun && *noun > last && *noun <= last + most_words &&
                             syntax_->is_nominal(*noun) && !contains(found.cue, *noun) &&
                             syntax_->is_below(*noun, head) && !clause_around(last, head);
        for (TokenIndex token = last + 1; goes_on && is_within(token, *noun); ++token) {
            phrase.push_back(token);
        }
        while (phrase.back() > head && is_open_end(phrase.back())) {
            const std::optional<TokenIndex> clause = clause_around(phrase.back(), head);
            do {
                phrase.pop_back();
            } while (phrase.back() > head && clause && syntax_->is_below(phrase.back(), *clause));
        }
        return phrase;
    }

    /// Up to the noun, and to the end of the name that it is part of.
    bool is_within(TokenIndex token, TokenIndex noun) const {
        const bool is_named = token < syntax_->size() && token > noun && book_->covering(noun);
        return token <= noun || (is_named && book_->covering(token) == book_->covering(noun));
    }

    /// "of", "the", "who", "to"
    bool is_open_end(TokenIndex token) const {
        const Upos tag = syntax_->upos(token);
        return tag == Upos::ADP || tag == Upos::DET || tag == Upos::SCONJ || tag == Upos::CCONJ || tag == Upos::AUX ||
               tag == Upos::PART || feature(syntax_->token(token).feats, "PronType") == std::string_view("Rel");
    }

    /// The verb of the clause below the head that the token stands in.
    std::optional<TokenIndex> clause_around(TokenIndex token, TokenIndex head) const {
        std::optional<TokenIndex> clause;
        for (std::optional<TokenIndex> at = token; at && *at != head; at = syntax_->head(*at)) {
            clause = syntax_->is(*at, "acl") ? at : clause;
        }
        return clause;
    }

    bool is_comma(TokenIndex token) const {
        const std::string &form = syntax_->form(token);
        return syntax_->upos(token) == Upos::PUNCT && form != "-" && form != "'" && form != "\u2019";
    }

    EntityIndex entity_of(TokenIndex head, const std::vector<TokenIndex> &phrase,
                          std::optional<NodeKind> kind = std::nullopt) {
        // "a Democrat" is nobody's name.
        const bool is_name = syntax_->upos(head) == Upos::PROPN && kind != NodeKind::Person;
        std::size_t skipped = 0;
        while (skipped + 1 < phrase.size() && phrase[skipped] != head && syntax_->upos(phrase[skipped]) == Upos::DET &&
               book_->english().statement.has("plain_article", syntax_->form(phrase[skipped]))) {
            ++skipped;
        }
        const std::string text =
            syntax_->text_of(hull(syntax_->token(phrase[skipped]).span, syntax_->token(phrase.back()).span));
        const std::string &lemma = syntax_->lemma(head);
        const bool definite = syntax_->child(head, "det") &&
                              book_->english().grammar.has("definite", syntax_->form(*syntax_->child(head, "det")));
        EntityIndex entity = 0;
        if (const auto same = by_text_.find(text); same != by_text_.end()) {
            entity = same->second;
        } else if (const auto before = by_noun_.find(lemma); definite && before != by_noun_.end()) {
            entity = before->second;
        } else {
            Entity made;
            made.type = kind.value_or(kind_of_speaker(*book_, head));
            made.name = text;
            made.named = is_name && !kind;
            entity = book_->add_entity(std::move(made));
            by_text_.emplace(text, entity);
            by_noun_[lemma] = entity;
        }
        book_->add_mention(entity, is_name ? MentionKind::name : MentionKind::nominal, phrase.front(), phrase.back(),
                           head, head, head);
        return entity;
    }

    /// Who speaks is no mere place.
    void let_speak(EntityIndex index) {
        Entity &entity = book_->entity(index);
        if (entity.type == NodeKind::Place) {
            entity.type = NodeKind::Organization;
        }
    }

    EntityBook *book_;
    const Syntax *syntax_;
    const Quotations *quotations_;
    std::map<std::string, EntityIndex> by_text_;
    std::map<std::string, EntityIndex> by_noun_;
};

} // namespace

void add_phrase_speakers(EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &attributions) {
    PhraseSpeakers speakers(book, quotations);
    for (FoundAttribution &each : attributions) {
        speakers.give(each);
    }
}

} // namespace gainsay
