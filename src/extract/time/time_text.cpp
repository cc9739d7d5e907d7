#include "extract/time/time_text.h"

#include "base/number.h"

#include <algorithm>

namespace gainsay {

TimeText::TimeText(const Syntax &syntax, const English &english)
    : syntax_(&syntax), english_(&english), words_(&english.time), in_name_(syntax.size(), 0) {
    for (const Name &name : syntax.document().names) {
        const bool time = name.type == NameType::DATE || name.type == NameType::MISC || name.type == NameType::EVENT;
        std::fill(in_name_.begin() + name.first_token, in_name_.begin() + name.end_token, time ? 0 : 1);
        const std::string &last = syntax.form(name.end_token - 1);
        if (name.type == NameType::PER && words_->month(last)) {
            surnames_.insert(last);
        }
    }
}

void TimeText::enter_sentence(TokenIndex token) {
    const Sentence &sentence = syntax_->sentence(syntax_->sentence_of(token));
    sentence_first_ = sentence.first_token;
    sentence_end_ = sentence.end_token;
}

const std::string &TimeText::form(std::int64_t token) const {
    static const std::string none;
    return token >= sentence_first_ && token < sentence_end_ ? syntax_->form(static_cast<TokenIndex>(token)) : none;
}

const std::string &TimeText::form_before(TokenIndex token, int distance) const {
    return form(static_cast<std::int64_t>(token) - distance);
}

bool TimeText::is(KindName<TimeWord> kind, TokenIndex token) const {
    return words_->is(kind, form(token));
}

bool TimeText::is_before(KindName<TimeWord> kind, TokenIndex token, int distance) const {
    return words_->is(kind, form_before(token, distance));
}

std::optional<int> TimeText::number_at(TokenIndex token) const {
    std::string digits = form(token);
    while (digits.size() > 1 && digits.back() >= 'a' && digits.back() <= 'z' && digits.front() >= '0' &&
           digits.front() <= '9') {
        digits.pop_back();
    }
    const auto value = digits.size() <= 4 ? parse_integer(digits) : std::nullopt;
    return value && *value > 0 ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

bool TimeText::is_year(TokenIndex token) const {
    const std::optional<int> number = number_at(token);
    return number && form(token).size() == 4 && *number >= 1500 && *number <= 2200 && form(token).back() <= '9';
}

std::optional<int> TimeText::day_at(TokenIndex token) const {
    const std::optional<int> number = number_at(token);
    return number && *number <= 31 && form(token).size() <= 4 ? number : std::nullopt;
}

bool TimeText::is_capital(TokenIndex token) const {
    const std::string &form = syntax_->token(token).form;
    return !form.empty() && form.front() >= 'A' && form.front() <= 'Z' && syntax_->upos(token) != Upos::AUX &&
           syntax_->upos(token) != Upos::VERB;
}

std::optional<int> TimeText::month_at(TokenIndex token) const {
    const std::optional<int> month = words_->month(form(token));
    if (month) {
        return is_capital(token) ? month : std::nullopt;
    }
    // "mid-March" as one word.
    const std::string &word = form(token);
    const std::size_t dash = word.find('-');
    return dash != std::string::npos && words_->is("part", word.substr(0, dash)) ? words_->month(word.substr(dash + 1))
                                                                                 : std::nullopt;
}

bool TimeText::is_bare_name(TokenIndex token) const {
    const bool in_time = is_before("year_context", token) || is_before("part", token) || is_before("past", token) ||
                         is_before("next", token) || is_before("this", token) || is_before("joint", token);
    if (day_at(token + 1) || is_year(token + 1) || (form(token + 1) == "," && is_year(token + 2)) ||
        (is("of", token + 1) && is_year(token + 2)) || day_at_before(token)) {
        return false;
    }
    if (surnames_.contains(form(token))) {
        return !is_before("in_month", token) && (!in_time || is_before("year_context", token));
    }
    const bool acts = syntax_->is(token, "nsubj") || syntax_->relation(token) == "nmod:poss" ||
                      syntax_->is(token, "obj") || syntax_->is(token, "vocative");
    return acts && !in_time;
}

bool TimeText::day_at_before(TokenIndex token) const {
    return token > sentence_first_ &&
           (day_at(token - 1) || (is_before("of", token) && token > sentence_first_ + 1 && day_at(token - 2)));
}

bool TimeText::month_follows(TokenIndex token) const {
    return words_->month(form(token + 1)).has_value() ||
           (is("of", token + 1) && words_->month(form(token + 2)).has_value());
}

Tense TimeText::tense_at(TokenIndex token) const {
    constexpr int most_steps = 4;
    std::optional<TokenIndex> at = syntax_->head(token);
    for (int steps = 0; at && steps < most_steps; ++steps, at = syntax_->head(*at)) {
        if (syntax_->upos(*at) == Upos::VERB || syntax_->child(*at, "cop")) {
            return tense_of(*at);
        }
    }
    return Tense::unknown;
}

Tense TimeText::tense_of(TokenIndex predicate) const {
    const auto has = [&](TokenIndex token, std::string_view name, std::string_view value) {
        return has_feature(*syntax_, token, name, value);
    };
    bool present = has(predicate, "Tense", "Pres") && has(predicate, "VerbForm", "Fin");
    for (const TokenIndex child : syntax_->children(predicate)) {
        if (!syntax_->is(child, "aux") && !syntax_->is(child, "cop")) {
            continue;
        }
        if (english_->factuality.has("planned", syntax_->lemma(child))) {
            return Tense::future;
        }
        if (has(child, "Tense", "Past")) {
            return Tense::past;
        }
        // "is meeting on Friday" looks forward, "has met on Friday" back.
        present = has(predicate, "VerbForm", "Ger") || (has(predicate, "Tense", "Pres") && syntax_->is(child, "aux"));
    }
    if (has(predicate, "VerbForm", "Inf")) {
        const std::optional<TokenIndex> head = syntax_->head(predicate);
        return head && (english_->factuality.has("planned", syntax_->lemma(*head)) ||
                        english_->factuality.has("planned", syntax_->form(*head)))
                   ? Tense::future
                   : Tense::unknown;
    }
    if (has(predicate, "Tense", "Past") && has(predicate, "VerbForm", "Fin")) {
        return Tense::past;
    }
    const bool reports = english_->reporting.find_verb(syntax_->verb_lemma(predicate), Complement::clause) != nullptr;
    return present && !reports ? Tense::future : Tense::unknown;
}

} // namespace gainsay
