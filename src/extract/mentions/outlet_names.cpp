#include "extract/mentions/outlet_names.h"

#include "base/utf8.h"
#include "extract/mentions/name_words.h"

#include <algorithm>
#include <iterator>

namespace gainsay {

namespace {

/// "CBS Bergen", "NBC 5": a station of a network whose name is letters.
bool is_station(const NameUse &use, const EntityBook &book) {
    const std::string &network = book.syntax().token(use.first).form;
    const std::string last = lookup_form(book.syntax().token(use.last).form);
    return use.type == NameType::ORG && use.last == use.first + 1 && network.size() > 2 &&
           std::all_of(network.begin(), network.end(), [](char letter) { return letter >= 'A' && letter <= 'Z'; }) &&
           book.english().outlets.has("name", lookup_form(network)) &&
           !book.english().organizations.has("ending", last) && !book.english().organizations.has("company_form", last);
}

} // namespace

bool is_outlet_name(const NameUse &use, const EntityBook &book) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    const std::string plain = name_key(use.text);
    if (english.outlets.has("name", lookup_form(use.text)) || english.outlets.has("name", plain) ||
        english.outlets.has("name", "the " + plain)) {
        return true;
    }
    if (is_station(use, book)) {
        return true;
    }
    const std::string two_words =
        word_count(plain) > 2 ? plain.substr(plain.rfind(' ', plain.rfind(' ') - 1) + 1) : std::string();
    if (use.type == NameType::ORG && word_count(plain) > 1 &&
        (english.outlets.has("ending", last_word(plain)) || english.outlets.has("ending", two_words))) {
        return true;
    }
    for (const std::string &domain : english.outlets.words("domain")) {
        const std::string form = lookup_form(use.text);
        if (form.size() > domain.size() && form.compare(form.size() - domain.size(), domain.size(), domain) == 0) {
            return true;
        }
    }
    // "the daily Politika", "state television Rossiya-1"
    const auto is_medium = [&](TokenIndex token) {
        return english.organizations.has("medium_word", syntax.lemma(token));
    };
    if (use.first > 0 && syntax.sentence_of(use.first) == syntax.sentence_of(use.first - 1)) {
        TokenIndex before = use.first - 1;
        while (before > 0 && syntax.upos(before) == Upos::PUNCT &&
               syntax.sentence_of(before - 1) == syntax.sentence_of(use.first)) {
            --before;
        }
        if (is_medium(before) && syntax.upos(before) == Upos::NOUN) {
            return true;
        }
    }
    const std::optional<TokenIndex> head = syntax.head(use.head);
    return head && syntax.is(use.head, "compound") && is_medium(*head) && use.type != NameType::GPE &&
           *head == use.last + 1;
}

ShortOutletNames::ShortOutletNames(const std::vector<NameUse> &uses, const EntityBook &book) : book_(&book) {
    for (const NameUse &use : uses) {
        const std::string plain = name_key(use.text);
        if (use.type != NameType::PER && use.type != NameType::NORP && word_count(plain) > 1 &&
            is_outlet_name(use, book)) {
            by_last_word_[last_word(plain)].emplace_back(use.first, use.text);
        }
    }
    for (auto &[word, names] : by_last_word_) {
        std::sort(names.begin(), names.end());
    }
}

std::optional<std::string> ShortOutletNames::called_at(TokenIndex token) const {
    const Syntax &syntax = book_->syntax();
    if (token == 0 || syntax.upos(token) != Upos::PROPN || syntax.upos(token - 1) != Upos::DET ||
        !book_->english().grammar.has("definite", syntax.form(token - 1))) {
        return std::nullopt;
    }
    const auto found = by_last_word_.find(name_key(syntax.form(token)));
    if (found == by_last_word_.end()) {
        return std::nullopt;
    }
    const auto &names = found->second;
    const auto behind =
        std::partition_point(names.begin(), names.end(), [token](const auto &name) { return name.first < token; });
    return behind == names.begin() ? names.front().second : std::prev(behind)->second;
}

} // namespace gainsay
