#include "extract/mentions/missed_names.h"

#include "extract/mentions/name_words.h"
#include "extract/mentions/team_names.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace gainsay {

namespace {

/// Looks at tokens that no name covers. Refers to what it is made of.
class MissedNames {
  public:
    MissedNames(const std::vector<NameUse> &uses, const ShortOutletNames &outlets, const EntityBook &book)
        : outlets_(&outlets), book_(&book), syntax_(&book.syntax()), covered_(syntax_->size(), false) {
        for (const NameUse &use : uses) {
            std::fill(covered_.begin() + use.first, covered_.begin() + use.last + 1, true);
            if (use.first == use.last && (use.type == NameType::ORG || use.type == NameType::PER)) {
                types_.emplace(use.text, use.type);
            } else if (use.type == NameType::PER) {
                surnames_.insert(syntax_->token(surname_token(use, book)).form);
            } else if (use.type == NameType::ORG && word_count(use.text) > 2) {
                acronyms_.insert(initials_of(use.text));
            }
        }
    }

    /// A name at the token, which is not the document's last.
    std::optional<NameUse> at(TokenIndex token) const {
        if (covered_[token]) {
            return std::nullopt;
        }
        if (!book_->name_at(token) && !book_->is_skipped(token)) {
            const std::string &form = syntax_->token(token).form;
            if (const auto found = types_.find(form); found != types_.end() && is_modifier(token)) {
                return NameUse{token, token, token, found->second, found->first};
            }
            if (is_surname(token)) {
                return NameUse{token, token, token, NameType::PER, form};
            }
            if ((syntax_->upos(token + 1) != Upos::PROPN && (outlets_->called_at(token) || is_outlet(token))) ||
                acronyms_.contains(form)) {
                return NameUse{token, token, token, NameType::ORG, form};
            }
        }
        if (is_numbered_team(*book_, token)) {
            return NameUse{token, token + 1, token + 1, NameType::ORG, numbered_team(*syntax_, token)};
        }
        return std::nullopt;
    }

  private:
    bool is_between_names(TokenIndex token) const {
        return syntax_->upos(token + 1) == Upos::PROPN || (token > 0 && syntax_->upos(token - 1) == Upos::PROPN);
    }

    /// "The Gleaner", which is known with its article.
    bool is_outlet(TokenIndex token) const {
        return token > 0 && syntax_->upos(token) == Upos::PROPN && syntax_->upos(token - 1) == Upos::DET &&
               syntax_->token(token - 1).form != syntax_->form(token - 1) &&
               book_->english().outlets.has("name", syntax_->form(token - 1) + " " + syntax_->form(token));
    }

    /// "a Verbund report"
    bool is_modifier(TokenIndex token) const {
        const std::optional<TokenIndex> head = syntax_->head(token);
        return syntax_->upos(token) == Upos::PROPN && syntax_->is(token, "compound") && head && *head > token &&
               syntax_->upos(*head) == Upos::NOUN && !is_between_names(token);
    }

    bool is_surname(TokenIndex token) const {
        return (syntax_->upos(token) == Upos::PROPN || is_bare_subject(token)) &&
               surnames_.contains(syntax_->token(token).form) && syntax_->is(token, "nsubj") &&
               !is_between_names(token);
    }

    /// "Banks said", where a person of the document is called so: a noun with nothing before it at a sentence's start.
    bool is_bare_subject(TokenIndex token) const {
        return syntax_->upos(token) == Upos::NOUN && syntax_->children(token).empty() &&
               syntax_->sentence(syntax_->sentence_of(token)).first_token == token;
    }

    const ShortOutletNames *outlets_;
    const EntityBook *book_;
    const Syntax *syntax_;
    std::vector<bool> covered_;
    /// Of names of one word.
    std::unordered_map<std::string, NameType> types_;
    std::unordered_set<std::string> surnames_;
    std::unordered_set<std::string> acronyms_;
};

} // namespace

void add_missed_names(std::vector<NameUse> &uses, const ShortOutletNames &outlets, const EntityBook &book) {
    const MissedNames missed(uses, outlets, book);
    const std::size_t known = uses.size();
    for (TokenIndex token = 0; token + 1 < book.syntax().size(); ++token) {
        if (const std::optional<NameUse> use = missed.at(token)) {
            uses.push_back(*use);
        }
    }
    if (uses.size() > known) {
        std::stable_sort(uses.begin(), uses.end(),
                         [](const NameUse &a, const NameUse &b) { return a.first < b.first; });
    }
}

} // namespace gainsay
