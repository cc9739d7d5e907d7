#include "extract/mentions/namesake_places.h"

#include "base/utf8.h"

namespace gainsay {

NamesakePlaces::Evidence NamesakePlaces::evidence_of(const std::string &name) const {
    const Syntax &syntax = book_->syntax();
    const OrganizationWords &words = book_->english().organizations;
    const auto place = find_kind<OrganizationWord>(name + " place");
    const auto state = find_kind<OrganizationWord>(name + " state");
    if (!place || !state) {
        return std::nullopt;
    }
    std::vector<int> sums{0};
    sums.reserve(syntax.size() + 1);
    for (TokenIndex token = 0; token < syntax.size(); ++token) {
        const std::string &form = syntax.form(token);
        sums.push_back(sums.back() + (words.has(*place, form) ? 1 : 0) - (words.has(*state, form) ? 1 : 0));
    }
    return sums;
}

void NamesakePlaces::find_paragraphs() {
    const std::vector<Sentence> &sentences = book_->syntax().document().sentences;
    for (std::size_t first = 0; first < sentences.size(); first = paragraphs_.size()) {
        std::size_t end = first + 1;
        while (end < sentences.size() && !sentences[end].new_paragraph) {
            ++end;
        }
        paragraphs_.resize(end, {sentences[first].first_token, sentences[end - 1].end_token});
    }
}

bool NamesakePlaces::is_place(const NameUse &use) {
    const std::string name = lookup_form(use.text);
    auto found = by_name_.find(name);
    if (found == by_name_.end()) {
        found = by_name_.emplace(name, evidence_of(name)).first;
    }
    if (!found->second) {
        return false;
    }
    if (paragraphs_.empty()) {
        find_paragraphs();
    }
    const std::vector<int> &sums = *found->second;
    const std::size_t number = book_->syntax().sentence_of(use.first);
    const Sentence &sentence = book_->syntax().sentence(number);
    const auto &[paragraph_begin, paragraph_end] = paragraphs_[number];
    int told = sums[sentence.end_token] - sums[sentence.first_token];
    told = told != 0 ? told : sums[paragraph_end] - sums[paragraph_begin];
    return (told != 0 ? told : sums.back()) > 0;
}

} // namespace gainsay
