#include "extract/mentions/nominal_mentions.h"

#include "extract/mentions/nominal_body.h"
#include "extract/mentions/nominal_kind.h"
#include "extract/mentions/nominal_state.h"
#include "extract/mentions/office_holders.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace gainsay {

namespace {

class NominalFinder {
  public:
    explicit NominalFinder(EntityBook &book)
        : book_(&book), syntax_(&book.syntax()), english_(&book.english()), holders_(book) {}

    std::vector<OpenNominal> run() {
        for (TokenIndex token = 0; token < syntax_->size(); ++token) {
            if (book_->is_skipped(token) || book_->covering(token) || book_->at(token)) {
                continue;
            }
            if (const std::optional<NominalKind> kind = nominal_kind(*book_, token)) {
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
        // "people in (or close to the company)": no preposition at the end.
        while (last != at && syntax_->upos(*last) == Upos::ADP) {
            --last;
        }
        std::vector<TokenIndex> stretch(first, last + 1);
        add_share(stretch);
        return stretch;
    }

    /// "(6) out of 10 voters": the number in front of a preposition that the parser hung on the noun.
    void add_share(std::vector<TokenIndex> &words) const {
        const TokenIndex begin = syntax_->sentence(syntax_->sentence_of(words.front())).first_token;
        TokenIndex number = words.front();
        while (number > begin && syntax_->upos(number) == Upos::ADP && number + 2 > words.front()) {
            --number;
        }
        const bool is_share = number < words.front() && syntax_->upos(number) == Upos::NUM &&
                              std::any_of(words.begin(), words.end(),
                                          [this](TokenIndex token) { return syntax_->upos(token) == Upos::NUM; });
        for (TokenIndex token = words.front(); is_share && token > number; --token) {
            words.insert(words.begin(), token - 1);
        }
    }

    /// "a ‘wave’ of (young) candidates": what is between the count and whom it counts belongs to both, though a mark
    /// or an aside ends the phrase of the count before them.
    static std::vector<TokenIndex> counted_phrase(std::vector<TokenIndex> count,
                                                  const std::vector<TokenIndex> &counted) {
        while (count.back() < counted.back()) {
            count.push_back(count.back() + 1);
        }
        return count;
    }

    std::string description(const std::vector<TokenIndex> &words) const {
        std::size_t first = 0;
        while (first + 1 < words.size() &&
               (syntax_->upos(words[first]) == Upos::DET || syntax_->upos(words[first]) == Upos::PUNCT)) {
            ++first;
        }
        // A closing mark whose other half stands before the phrase is none of it.
        for (std::size_t i = first; i < words.size(); ++i) {
            const std::string &form = syntax_->form(words[i]);
            const bool is_closing = form == "\u2019" || form == "\u201d" || form == "'" || form == "\"";
            if (syntax_->upos(words[i]) == Upos::PUNCT && is_closing && i > first && i + 1 < words.size()) {
                return text_between(words[first], words[i - 1]) + ' ' + text_between(words[i + 1], words.back());
            }
        }
        return text_between(words[first], words.back());
    }

    std::string text_between(TokenIndex first, TokenIndex last) const {
        return syntax_->text_of(hull(syntax_->token(first).span, syntax_->token(last).span));
    }

    /// Whom the phrase means, where that is plain.
    std::optional<EntityIndex> referent(TokenIndex token, NominalKind kind, const Country *country) {
        if (const std::optional<EntityIndex> described = described_name(token)) {
            return described;
        }
        switch (kind) {
        case NominalKind::government:
            return country != nullptr ? std::optional(book_->country(*country)) : std::nullopt;
        case NominalKind::counterpart:
            return country != nullptr && !is_plural(*syntax_, token) ? holders_.counterpart(token, *country)
                                                                     : std::nullopt;
        case NominalKind::person:
            if (const std::optional<EntityIndex> named = named_beside(token)) {
                return named;
            }
            return country != nullptr ? holders_.only_holder(token, *country) : std::nullopt;
        case NominalKind::body:
        case NominalKind::medium:
            return body_meant(*book_, token, country);
        case NominalKind::group:
            break;
        }
        return std::nullopt;
    }

    /// Whether a phrase of whom nobody else speaks is worth an entity.
    bool stands_alone(TokenIndex token, NominalKind kind) const {
        return kind == NominalKind::government ? has_owner(token)
                                               : kind != NominalKind::person || !syntax_->child(token, "cop");
    }

    void add(TokenIndex token, NominalKind kind) {
        const Country *country = state_of_phrase(*book_, token);
        const std::optional<EntityIndex> entity = referent(token, kind, country);
        std::vector<TokenIndex> words = phrase(token);
        if (const std::optional<TokenIndex> count = syntax_->head(token);
            count && counted_people(*book_, *count) == token) {
            words = counted_phrase(phrase(*count), words);
        }
        if (entity) {
            book_->add_mention(*entity, MentionKind::nominal, words.front(), words.back(), token, token, token);
            return;
        }
        OpenNominal open;
        open.head = token;
        open.first = words.front();
        open.last = words.back();
        open.stands_alone = stands_alone(token, kind);
        open.type = type_of(token, kind);
        open.name = description(words);
        open.country = country != nullptr ? country->code : "";
        if (kind == NominalKind::body && country != nullptr && !country->adjective.empty()) {
            open.name = body_name(*book_, token, *country);
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
            return is_plural(*syntax_, token) ? NodeKind::Group : NodeKind::Person;
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

    EntityBook *book_;
    const Syntax *syntax_;
    const English *english_;
    OfficeHolders holders_;
    std::vector<OpenNominal> open_;
};

} // namespace

std::vector<OpenNominal> find_nominal_mentions(EntityBook &book) {
    return NominalFinder(book).run();
}

} // namespace gainsay
