#include "extract/proposition/content_parts.h"

#include "extract/factuality/factuality.h"
#include "extract/proposition/conditions.h"
#include "extract/proposition/joined_clauses.h"
#include "extract/proposition/part_bonds.h"
#include "extract/syntax/noun_clauses.h"

#include <algorithm>
#include <map>

namespace gainsay {

namespace {

class ContentCutter {
  public:
    ContentCutter(const EntityBook &book, const Quotations &quotations, const FoundAttribution &attribution,
                  std::set<TokenIndex> &content)
        : book_(&book), syntax_(&book.syntax()), quotations_(&quotations), attribution_(&attribution),
          content_(content), bonds_(book, quotations, attribution, content) {}

    std::vector<ContentPart> run() {
        std::vector<TokenIndex> clauses;
        std::vector<std::pair<TokenIndex, TokenIndex>> noun_phrases;
        for (const TokenIndex token : content_) {
            const TokenIndex top = is_top(token) ? descend(token) : token;
            if ((top != token || is_top(token)) && syntax_->is_predicate(top) && !is_bare(top)) {
                clauses.push_back(top);
                if (top != token && is_against() && !syntax_->child(token, {"cop", "nsubj"})) {
                    noun_phrases.emplace_back(token, top);
                }
            }
        }
        // What is denied is what was reported, and not "the reports that".
        for (const auto &[noun, clause] : noun_phrases) {
            const std::vector<TokenIndex> kept = syntax_->subtree(clause);
            for (const TokenIndex token : syntax_->subtree(noun)) {
                if (token < clause && !std::binary_search(kept.begin(), kept.end(), token)) {
                    content_.erase(token);
                }
            }
        }
        return parts(clauses);
    }

  private:
    bool is_against() const {
        return attribution_->stance == Stance::denies || attribution_->stance == Stance::rejects;
    }

    /// "air strikes" that the parser took for a verb: words before it and nothing that it is said of.
    bool is_bare(TokenIndex top) const {
        const auto children = syntax_->children(top);
        const bool compound = std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
            return syntax_->is(child, "compound") && !syntax_->is(child, "compound:prt");
        });
        return syntax_->upos(top) == Upos::VERB && compound &&
               std::all_of(children.begin(), children.end(), [&](TokenIndex child) {
                   return syntax_->is(child, "compound") || syntax_->is(child, "amod") || syntax_->is(child, "det") ||
                          syntax_->is(child, "punct") || syntax_->is(child, "mark") || syntax_->is(child, "nmod");
               });
    }

    bool is_top(TokenIndex token) const {
        const Upos tag = syntax_->upos(token);
        if (tag == Upos::PUNCT || tag == Upos::ADP || tag == Upos::SCONJ || tag == Upos::CCONJ || tag == Upos::PART ||
            tag == Upos::INTJ || tag == Upos::AUX || tag == Upos::DET) {
            return false;
        }
        const std::optional<TokenIndex> head = syntax_->head(token);
        if (!head || !content_.contains(*head)) {
            return !belongs_to_content_clause(token);
        }
        // A further clause with a subject of its own, or the other half of "will do this but will not do that".
        if (!(syntax_->is(token, "conj") || syntax_->is(token, "parataxis")) || !syntax_->is_predicate(token) ||
            !syntax_->is_predicate(*head) || !is_outermost(*head)) {
            return false;
        }
        // "I came on shift and I found …": what is short says nothing alone.
        constexpr std::size_t least_words = 6;
        if (syntax_->is(token, "conj") && token > *head &&
            (words_between(*head, token) < least_words || syntax_->subtree(token).size() < least_words)) {
            return false;
        }
        const std::optional<TokenIndex> subject = syntax_->own_subject(token);
        // "a coalition that was set up … and that violates …" is still of the coalition.
        if (subject && (feature(syntax_->token(*subject).feats, "PronType") == std::string_view("Rel") ||
                        is_that_behind_comma(*subject, token))) {
            return false;
        }
        // "either had lied or had been careless"
        const std::optional<TokenIndex> link = syntax_->child(token, "cc");
        if (link && book_->english().grammar.has("or", syntax_->form(*link))) {
            return false;
        }
        if (syntax_->is(token, "conj") && are_one_thought(*book_, *quotations_, *head, token)) {
            return false;
        }
        // "was not trying to help, but rather to fight": the second is no clause.
        return subject.has_value() ||
               (!syntax_->child(token, "mark") &&
                is_negated(*syntax_, book_->english(), token) != is_negated(*syntax_, book_->english(), *head));
    }

    /// "If the bridge is closed, the town will die", where a parser hung the condition on the verb of saying.
    bool belongs_to_content_clause(TokenIndex token) const {
        const std::optional<TokenIndex> head = syntax_->head(token);
        return head && syntax_->is(token, "advcl") && syntax_->child(token, "mark") &&
               std::any_of(content_.begin(), content_.end(), [&](TokenIndex other) {
                   return other != token && syntax_->head(other) == head && syntax_->is(other, "ccomp");
               });
    }

    /// "the only plan, so far, that is ambitious": of the noun before, though a parser made another clause of it.
    bool is_that_behind_comma(TokenIndex subject, TokenIndex verb) const {
        return book_->english().grammar.has("that", syntax_->form(subject)) && subject > 0 &&
               syntax_->form(subject - 1) == "," && !syntax_->child(verb, "cc");
    }

    /// Words of the content from the beginning of the first clause to where the second begins.
    std::size_t words_between(TokenIndex first, TokenIndex second) const {
        const TokenIndex begin = syntax_->subtree(first).front();
        const TokenIndex end = syntax_->subtree(second).front();
        return end > begin ? end - begin : 0;
    }

    /// Whether the clause hangs on a top by coordination alone.
    bool is_outermost(TokenIndex token) const {
        TokenIndex at = token;
        while (true) {
            const std::optional<TokenIndex> head = syntax_->head(at);
            if (!head || !content_.contains(*head)) {
                return !belongs_to_content_clause(at);
            }
            if (!syntax_->is(at, "conj") && !syntax_->is(at, "parataxis")) {
                return false;
            }
            at = *head;
        }
    }

    /// "reports that …", "a statement saying that …": what the noun reports.
    std::optional<TokenIndex> reported_clause(TokenIndex noun) const {
        const English &english = book_->english();
        if (syntax_->upos(noun) != Upos::NOUN || english.reporting.find_noun(syntax_->lemma(noun)) == nullptr) {
            return std::nullopt;
        }
        for (const TokenIndex child : syntax_->children(noun)) {
            if (child < noun || !(syntax_->is(child, "acl") || syntax_->is(child, "ccomp"))) {
                continue;
            }
            if (opens_with_that(*syntax_, english, child)) {
                return child;
            }
            if (english.reporting.find_verb(syntax_->lemma(child), Complement::clause) != nullptr) {
                return syntax_->child(child, "ccomp");
            }
        }
        return std::nullopt;
    }

    /// "(denied) reports that …", "(disputed) parts of a report that …": what was reported.
    TokenIndex descend(TokenIndex top) const {
        for (int steps = 0; steps < 4; ++steps) {
            // "(disputed) parts of a report that …"
            const std::optional<TokenIndex> whole = syntax_->child(top, "nmod");
            if (whole && *whole > top && content_.contains(*whole) && !syntax_->child(top, "cop") &&
                book_->english().statement.has("partitive", syntax_->form(top)) &&
                book_->english().grammar.has("owner", syntax_->preposition(*whole))) {
                top = *whole;
                continue;
            }
            const std::optional<TokenIndex> clause = reported_clause(top);
            if (!clause || !content_.contains(*clause)) {
                return top;
            }
            top = *clause;
        }
        return top;
    }

    /// The whole content in parts, in order: each clause with what is below its head and what the parser hung elsewhere
    /// beside it; sentences without a clause by themselves.
    std::vector<ContentPart> parts(const std::vector<TokenIndex> &clauses) const {
        std::map<TokenIndex, std::size_t> owner;
        for (std::size_t i = 0; i < clauses.size(); ++i) {
            for (const TokenIndex token : clause_tokens(clauses[i], clauses)) {
                owner[token] = i;
            }
        }
        std::map<std::size_t, std::vector<TokenIndex>> without_clause;
        const std::vector<TokenIndex> tokens(content_.begin(), content_.end());
        for (std::size_t at = 0; at < tokens.size(); ++at) {
            if (owner.contains(tokens[at])) {
                continue;
            }
            const std::optional<std::size_t> before = neighbour(tokens, at, owner, false);
            const std::optional<std::size_t> behind = neighbour(tokens, at, owner, true);
            if (!before && !behind) {
                without_clause[syntax_->sentence_of(tokens[at])].push_back(tokens[at]);
            } else if (before && behind && *before == *behind) {
                owner[tokens[at]] = *before;
            } else if (!is_joint(tokens[at]) || (!before && keeps_condition(tokens[at]))) {
                owner[tokens[at]] = before ? *before : *behind;
            }
        }
        std::vector<ContentPart> result;
        result.reserve(clauses.size());
        for (const TokenIndex top : clauses) {
            result.push_back({top, {}});
        }
        for (const auto &[token, clause] : owner) {
            result[clause].tokens.push_back(token);
        }
        for (auto &[sentence, words] : without_clause) {
            result.push_back({std::nullopt, std::move(words)});
        }
        for (ContentPart &part : result) {
            trim_marks(part.tokens);
        }
        std::erase_if(result, [](const ContentPart &part) { return part.tokens.empty(); });
        std::stable_sort(result.begin(), result.end(), [](const ContentPart &a, const ContentPart &b) {
            return a.tokens.front() < b.tokens.front();
        });
        return joined(result);
    }

    /// "(said) if the bridge is closed, …", "until they come, …"; not "(asked) if it is closed", "(said) that".
    bool keeps_condition(TokenIndex token) const {
        const bool is_open = attribution_->stance == Stance::questions || attribution_->stance == Stance::declines;
        return syntax_->is(token, "mark") &&
               (opens_condition(*syntax_, book_->english(), *quotations_, token, is_open) ||
                !book_->english().grammar.has("that", syntax_->form(token)));
    }

    /// Neighbours of a sentence that cannot be read apart as one part.
    std::vector<ContentPart> joined(const std::vector<ContentPart> &parts) const {
        std::vector<ContentPart> result;
        for (const ContentPart &part : parts) {
            if (!result.empty() && bonds_.belong_together(result.back(), part)) {
                join(result.back(), part);
            } else {
                result.push_back(part);
            }
        }
        for (ContentPart &part : result) {
            fill_holes(part.tokens);
        }
        return result;
    }

    void join(ContentPart &first, const ContentPart &second) const {
        if (!first.top || (second.top && bonds_.hangs_on_other(first) && !bonds_.hangs_on_other(second))) {
            first.top = second.top;
        }
        first.tokens.insert(first.tokens.end(), second.tokens.begin(), second.tokens.end());
        std::sort(first.tokens.begin(), first.tokens.end());
    }

    /// No word of the content is lost between the first and the last of a part.
    void fill_holes(std::vector<TokenIndex> &tokens) const {
        tokens.assign(content_.lower_bound(tokens.front()), content_.upper_bound(tokens.back()));
    }

    /// The clause that the nearest token of the same sentence on that side belongs to.
    std::optional<std::size_t> neighbour(const std::vector<TokenIndex> &tokens, std::size_t at,
                                         const std::map<TokenIndex, std::size_t> &owner, bool behind) const {
        const std::size_t sentence = syntax_->sentence_of(tokens[at]);
        while (behind ? ++at < tokens.size() : at-- > 0) {
            if (syntax_->sentence_of(tokens[at]) != sentence) {
                return std::nullopt;
            }
            if (const auto found = owner.find(tokens[at]); found != owner.end()) {
                return found->second;
            }
        }
        return std::nullopt;
    }

    /// What stands between two clauses and belongs to none.
    bool is_joint(TokenIndex token) const {
        const Upos tag = syntax_->upos(token);
        return tag == Upos::PUNCT || tag == Upos::CCONJ || tag == Upos::SCONJ;
    }

    std::vector<TokenIndex> clause_tokens(TokenIndex top, const std::vector<TokenIndex> &tops) const {
        return syntax_->subtree(top, [&](TokenIndex token) {
            return !content_.contains(token) || std::find(tops.begin(), tops.end(), token) != tops.end() ||
                   (syntax_->head(token) == top && token < top &&
                    (syntax_->is(token, "cc") ||
                     (syntax_->is(token, "mark") && book_->english().grammar.has("that", syntax_->form(token)) &&
                      !opens_condition(*syntax_, book_->english(), *quotations_, token, syntax_->is(top, "ccomp")))));
        });
    }

    /// "and", "that", "when" or "in which" at the end: what it opens is somebody else's.
    bool is_left_over(TokenIndex token) const {
        const Upos tag = syntax_->upos(token);
        const std::string_view kind = feature(syntax_->token(token).feats, "PronType").value_or(std::string_view());
        const bool relative = kind == "Rel" || (kind == "Int" && tag == Upos::ADV && syntax_->head(token) > token);
        return tag == Upos::CCONJ || tag == Upos::SCONJ || relative ||
               (tag == Upos::ADP && syntax_->is(token, "case") && syntax_->head(token) > token);
    }

    /// Leaves out punctuation of any kind at both ends, but brackets, and what is left over at the end.
    void trim_marks(std::vector<TokenIndex> &tokens) const {
        const auto is_mark = [this](TokenIndex token) {
            const std::string &form = syntax_->form(token);
            return syntax_->upos(token) == Upos::PUNCT && form != "(" && form != ")" && form != "[" && form != "]";
        };
        while (!tokens.empty() && (is_mark(tokens.back()) || is_left_over(tokens.back()))) {
            tokens.pop_back();
        }
        while (!tokens.empty() && is_mark(tokens.front()) && !is_half_of_pair(tokens)) {
            tokens.erase(tokens.begin());
        }
    }

    /// "‘Ransom’ to Norway puts …": the single mark in front has its partner within.
    bool is_half_of_pair(const std::vector<TokenIndex> &tokens) const {
        const auto is_single = [this](TokenIndex token) {
            const std::string &form = syntax_->form(token);
            return syntax_->upos(token) == Upos::PUNCT && (form == "'" || form == "\u2018" || form == "\u2019");
        };
        return is_single(tokens.front()) && std::any_of(tokens.begin() + 1, tokens.end(), is_single);
    }

    const EntityBook *book_;
    const Syntax *syntax_;
    const Quotations *quotations_;
    const FoundAttribution *attribution_;
    std::set<TokenIndex> &content_;
    PartBonds bonds_;
};

} // namespace

std::vector<ContentPart> cut_content(const EntityBook &book, const Quotations &quotations,
                                     const FoundAttribution &attribution, std::set<TokenIndex> &content) {
    return ContentCutter(book, quotations, attribution, content).run();
}

} // namespace gainsay
