#include "extract/proposition_finder.h"

#include "extract/factuality.h"
#include "extract/noun_cues.h"
#include "extract/source_phrase.h"

#include <algorithm>
#include <set>

namespace gainsay {

namespace {

class PropositionFinder {
  public:
    PropositionFinder(const EntityBook &book, const FoundAttribution &attribution)
        : book_(&book), syntax_(&book.syntax()), attribution_(&attribution),
          content_(attribution.content.begin(), attribution.content.end()) {}

    std::vector<Proposition> run() {
        std::vector<TokenIndex> tops;
        for (const TokenIndex token : attribution_->content) {
            if (is_top(token)) {
                tops.push_back(descend(token));
            }
        }
        // Beside a clause, what is none is a fragment of a quotation.
        const bool any_clause =
            std::any_of(tops.begin(), tops.end(), [this](TokenIndex top) { return syntax_->is_predicate(top); });
        std::vector<Proposition> found;
        for (const TokenIndex top : tops) {
            if (any_clause && !syntax_->is_predicate(top)) {
                continue;
            }
            // "the charges", "a statement by X" say nothing themselves.
            if (syntax_->upos(top) == Upos::NOUN && !syntax_->own_subject(top) &&
                book_->english().reporting.find_noun(syntax_->lemma(top)) != nullptr) {
                continue;
            }
            const std::vector<TokenIndex> tokens = tokens_of(top, tops);
            if (std::optional<Proposition> proposition = read(top, tokens)) {
                found.push_back(*std::move(proposition));
            }
        }
        return found;
    }

  private:
    bool is_top(TokenIndex token) const {
        const Upos tag = syntax_->upos(token);
        if (tag == Upos::PUNCT || tag == Upos::ADP || tag == Upos::SCONJ || tag == Upos::CCONJ || tag == Upos::PART ||
            tag == Upos::INTJ || tag == Upos::AUX || tag == Upos::DET) {
            return false;
        }
        const std::optional<TokenIndex> head = syntax_->head(token);
        if (!head || content_.count(*head) == 0) {
            return true;
        }
        // A further clause with a subject of its own, or the other half of "will do this but will not do that".
        if (!(syntax_->is(token, "conj") || syntax_->is(token, "parataxis")) || !syntax_->is_predicate(token) ||
            !syntax_->is_predicate(*head) || !is_outermost(*head)) {
            return false;
        }
        return syntax_->own_subject(token).has_value() ||
               is_negated(*syntax_, book_->english(), token) != is_negated(*syntax_, book_->english(), *head);
    }

    /// Whether the clause hangs on a top by coordination alone.
    bool is_outermost(TokenIndex token) const {
        TokenIndex at = token;
        while (true) {
            const std::optional<TokenIndex> head = syntax_->head(at);
            if (!head || content_.count(*head) == 0) {
                return true;
            }
            if (!syntax_->is(at, "conj") && !syntax_->is(at, "parataxis")) {
                return false;
            }
            at = *head;
        }
    }

    /// "(denied) telling Washington it would …", "(denied) reports that …": what was told and reported.
    TokenIndex descend(TokenIndex top) const {
        for (int steps = 0; steps < 3; ++steps) {
            const bool gerund = feature(syntax_->token(top).feats, "VerbForm") == std::string_view("Ger");
            std::optional<TokenIndex> clause;
            if (syntax_->upos(top) == Upos::VERB && gerund &&
                book_->english().reporting.find_verb(syntax_->verb_lemma(top), Complement::clause) != nullptr) {
                clause = syntax_->child(top, "ccomp");
            } else if (syntax_->upos(top) == Upos::NOUN &&
                       book_->english().reporting.find_noun(syntax_->lemma(top)) != nullptr) {
                for (const TokenIndex child : syntax_->children(top)) {
                    if (child > top && (syntax_->is(child, "acl") || syntax_->is(child, "ccomp")) &&
                        (opens_with_that(*syntax_, book_->english(), child) ||
                         book_->english().reporting.find_verb(syntax_->lemma(child), Complement::clause) != nullptr)) {
                        clause = child;
                        if (!opens_with_that(*syntax_, book_->english(), child)) {
                            clause = syntax_->child(child, "ccomp");
                        }
                        break;
                    }
                }
            }
            if (!clause || content_.count(*clause) == 0) {
                return top;
            }
            top = *clause;
        }
        return top;
    }

    std::vector<TokenIndex> tokens_of(TokenIndex top, const std::vector<TokenIndex> &tops) const {
        std::vector<TokenIndex> tokens = syntax_->subtree(top, [&](TokenIndex token) {
            return content_.count(token) == 0 || std::find(tops.begin(), tops.end(), token) != tops.end() ||
                   (syntax_->head(token) == top && token < top &&
                    (syntax_->is(token, "cc") ||
                     (syntax_->is(token, "mark") && book_->english().grammar.has("that", syntax_->form(token)))));
        });
        trim_marks(tokens);
        return tokens;
    }

    /// Leaves out punctuation of any kind at both ends, but brackets.
    void trim_marks(std::vector<TokenIndex> &tokens) const {
        const auto is_mark = [this](TokenIndex token) {
            const std::string &form = syntax_->form(token);
            return syntax_->upos(token) == Upos::PUNCT && form != "(" && form != ")" && form != "[" && form != "]";
        };
        while (!tokens.empty() && is_mark(tokens.back())) {
            tokens.pop_back();
        }
        while (!tokens.empty() && is_mark(tokens.front())) {
            tokens.erase(tokens.begin());
        }
    }

    bool is_negation(TokenIndex token) const {
        return book_->english().factuality.has("negation", syntax_->form(token)) ||
               book_->english().factuality.has("negation", syntax_->lemma(token));
    }

    std::optional<Proposition> read(TokenIndex top, const std::vector<TokenIndex> &tokens) const {
        if (tokens.empty()) {
            return std::nullopt;
        }
        Proposition proposition;
        std::set<std::string> words;
        std::set<EntityIndex> entities;
        for (const TokenIndex token : tokens) {
            if (const std::optional<EntityIndex> entity = book_->at(token)) {
                entities.insert(*entity);
                continue;
            }
            const Upos tag = syntax_->upos(token);
            const bool content_word = tag == Upos::NOUN || tag == Upos::VERB || tag == Upos::ADJ || tag == Upos::NUM ||
                                      tag == Upos::PROPN || tag == Upos::ADV;
            // Titles and adjectives of states belong to the entities.
            const bool of_entity =
                syntax_->relation(token) == "nmod:desc" ||
                (syntax_->is(token, "amod") &&
                 book_->english().countries.find(syntax_->form(token), CountryWord::adjective) != nullptr);
            if (content_word && !of_entity && !book_->covering(token) && !is_negation(token)) {
                words.insert(syntax_->lemma(token));
            }
        }
        if (words.empty() && entities.empty()) {
            return std::nullopt;
        }
        // A scrap ("significant help") states nothing, unless it is denied, demanded or the like.
        const bool states = syntax_->is_predicate(top) || syntax_->own_subject(top);
        constexpr std::size_t least_words = 3;
        if (!states && attribution_->stance == Stance::asserts && words.size() < least_words) {
            return std::nullopt;
        }
        proposition.words.assign(words.begin(), words.end());
        if (const std::optional<TokenIndex> subject = subject_of(top)) {
            proposition.subject = source_entity(*book_, *subject);
            if (proposition.subject) {
                entities.insert(*proposition.subject);
            }
        }
        proposition.entities.assign(entities.begin(), entities.end());
        proposition.polarity =
            is_negated(*syntax_, book_->english(), top, NegationReach::clause) ? Polarity::negated : Polarity::affirmed;
        proposition.modality = modality_of(*syntax_, book_->english(), top);
        proposition.span = syntax_->hull_of(tokens);
        proposition.text = syntax_->text_of(proposition.span);
        return proposition;
    }

    std::optional<TokenIndex> subject_of(TokenIndex top) const {
        if (const std::optional<TokenIndex> own = syntax_->own_subject(top)) {
            return own;
        }
        if (syntax_->upos(top) != Upos::VERB) {
            return std::nullopt;
        }
        return attribution_->content_subject ? attribution_->content_subject : syntax_->subject(top);
    }

    const EntityBook *book_;
    const Syntax *syntax_;
    const FoundAttribution *attribution_;
    std::set<TokenIndex> content_;
};

} // namespace

std::vector<Proposition> find_propositions(const EntityBook &book, const FoundAttribution &attribution) {
    return PropositionFinder(book, attribution).run();
}

} // namespace gainsay
