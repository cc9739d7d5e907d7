#include "extract/proposition/naming.h"

#include "extract/syntax/token_list.h"

#include <algorithm>

namespace gainsay {

namespace {

class NamingFinder {
  public:
    NamingFinder(const EntityBook &book, const Quotations &quotations, const FoundAttribution &attribution)
        : syntax_(&book.syntax()), english_(&book.english()), quotations_(&quotations), attribution_(&attribution) {}

    std::optional<Naming> run() {
        for (const TokenIndex verb : attribution_->cue) {
            const std::string &lemma = syntax_->lemma(verb);
            const bool calls = english_->statement.has("calling", lemma);
            if (syntax_->upos(verb) == Upos::VERB && (calls || english_->statement.has("naming", lemma)) &&
                !syntax_->is_passive(verb)) {
                if (std::optional<Naming> found = read(verb, calls)) {
                    return found;
                }
            }
        }
        return std::nullopt;
    }

  private:
    /// Verbs of calling need no "as".
    std::optional<Naming> read(TokenIndex verb, bool calls) const {
        const std::optional<TokenIndex> thing = thing_of(verb);
        if (!thing) {
            return std::nullopt;
        }
        Naming naming;
        naming.thing_head = *thing;
        if (const std::optional<TokenIndex> name = predicate_behind(verb, *thing, calls)) {
            naming.name_head = *name;
            naming.name = syntax_->subtree(*name, [&](TokenIndex below) { return is_mark_of_name(*name, below); });
            cut_at_gap(naming.name);
        } else if (const std::optional<TokenIndex> quoted = calls ? quotation_behind(*thing) : std::nullopt) {
            const Quotation &quotation = quotations_->all()[static_cast<std::size_t>(quotations_->at(*quoted))];
            for (TokenIndex token = *quoted; token < quotation.end; ++token) {
                naming.name.push_back(token);
            }
            naming.name_head = head_of(naming.name);
        } else {
            return std::nullopt;
        }
        naming.thing = syntax_->subtree(*thing, [&](TokenIndex below) {
            return below > *thing && (syntax_->is(below, "acl") || syntax_->is(below, "appos") ||
                                      below >= naming.name.front() || syntax_->upos(below) == Upos::PUNCT);
        });
        strip_punctuation(*syntax_, naming.name);
        std::erase_if(naming.name, [this](TokenIndex token) { return quotations_->is_mark(token); });
        if (!quotations_->contains(naming.thing.back())) {
            const auto quoted = std::find_if(naming.name.begin(), naming.name.end(),
                                             [this](TokenIndex token) { return quotations_->contains(token); });
            const bool to_end =
                quoted != naming.name.end() &&
                std::all_of(quoted, naming.name.end(), [this](TokenIndex t) { return quotations_->contains(t); });
            naming.quoted_from = to_end ? std::optional(*quoted) : std::nullopt;
        }
        const bool apart = !naming.name.empty() && naming.thing.back() < naming.name.front();
        return apart && says_what_it_is(naming) ? std::optional(naming) : std::nullopt;
    }

    std::optional<TokenIndex> thing_of(TokenIndex verb) const {
        for (const TokenIndex child : syntax_->children(verb)) {
            if (child > verb && (syntax_->is(child, "obj") || syntax_->is(child, "iobj")) &&
                syntax_->is_nominal(child) && contains(attribution_->content, child)) {
                return child;
            }
        }
        return std::nullopt;
    }

    /// "(called the plan) a mess", "(described it) as a mess"
    std::optional<TokenIndex> predicate_behind(TokenIndex verb, TokenIndex thing, bool calls) const {
        for (const std::optional<TokenIndex> above : {std::optional(verb), std::optional(thing)}) {
            for (const TokenIndex child : syntax_->children(*above)) {
                if (child <= thing || !contains(attribution_->content, child)) {
                    continue;
                }
                const bool is_as = english_->grammar.has("as", syntax_->marker(child));
                const bool is_object = calls &&
                                       (syntax_->is(child, "obj") || (above == verb && syntax_->is(child, "xcomp"))) &&
                                       syntax_->marker(child).empty();
                if ((is_as && !syntax_->own_subject(child)) || is_object) {
                    return child;
                }
            }
        }
        return std::nullopt;
    }

    /// "(called the handling) “madness”": the first word of the quotation right behind the thing's phrase.
    std::optional<TokenIndex> quotation_behind(TokenIndex thing) const {
        for (const TokenIndex token : attribution_->content) {
            if (token > thing && quotations_->at(token) >= 0 && quotations_->at(token) != quotations_->at(thing)) {
                const Quotation &quotation = quotations_->all()[static_cast<std::size_t>(quotations_->at(token))];
                // "ties between “old enemies”" names nothing.
                const Upos before = syntax_->upos(token - 2);
                const bool follows = quotation.first == token && token >= 2 && before != Upos::ADP &&
                                     before != Upos::DET && before != Upos::SCONJ && before != Upos::VERB;
                return follows ? std::optional(token) : std::nullopt;
            }
        }
        return std::nullopt;
    }

    /// "trade in arms, (which) fuels": what a parser did not take whole ends where it stops.
    void cut_at_gap(std::vector<TokenIndex> &name) const {
        for (std::size_t i = 1; i < name.size(); ++i) {
            for (TokenIndex token = name[i - 1] + 1; token < name[i]; ++token) {
                if (syntax_->upos(token) != Upos::PUNCT) {
                    name.resize(i);
                    return;
                }
            }
        }
    }

    bool is_mark_of_name(TokenIndex name, TokenIndex below) const {
        return syntax_->head(below) == name && below < name &&
               (syntax_->is(below, "case") || syntax_->is(below, "mark"));
    }

    TokenIndex head_of(const std::vector<TokenIndex> &tokens) const {
        const std::vector<TokenIndex> tops = tops_of(*syntax_, tokens);
        return tops.empty() ? tokens.front() : tops.front();
    }

    /// A noun or an adjective, and no clause.
    bool says_what_it_is(const Naming &naming) const {
        const Upos tag = syntax_->upos(naming.name_head);
        return (tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::ADJ) && !syntax_->is_finite(naming.name_head) &&
               !syntax_->own_subject(naming.name_head);
    }

    const Syntax *syntax_;
    const English *english_;
    const Quotations *quotations_;
    const FoundAttribution *attribution_;
};

} // namespace

std::optional<Naming> find_naming(const EntityBook &book, const Quotations &quotations,
                                  const FoundAttribution &attribution) {
    return NamingFinder(book, quotations, attribution).run();
}

} // namespace gainsay
