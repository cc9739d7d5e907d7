#include "resolve/claim/claim_merge.h"

#include "base/utf8.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace gainsay {

namespace {

const char *text_of(ClaimMergeRule rule) {
    switch (rule) {
    case ClaimMergeRule::same_words:
        return "the same words of one article";
    case ClaimMergeRule::same_form:
        return "alike in all words, numbers and actors";
    case ClaimMergeRule::similar:
        return "they state the same";
    case ClaimMergeRule::short_answer:
        return "a short answer to what was said near it";
    }
    return "";
}

/// As much of a wording as one reads at a glance.
std::string quoted(const std::string &wording) {
    constexpr std::size_t most_bytes = 80;
    std::string text = "\"" + wording;
    if (wording.size() > most_bytes) {
        std::size_t end = most_bytes;
        while (end > 0 && (static_cast<unsigned char>(wording[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        text = "\"" + wording.substr(0, end) + "\u2026";
    }
    return text + "\"";
}

std::string shared_words(const ClaimForm &one, const ClaimForm &other, const ClaimForms &forms) {
    std::vector<Concept> common;
    std::set_intersection(one.words.begin(), one.words.end(), other.words.begin(), other.words.end(),
                          std::back_inserter(common));
    std::stable_sort(common.begin(), common.end(),
                     [&forms](Concept a, Concept b) { return forms.weight(a) > forms.weight(b); });
    std::string text;
    for (const Concept word : common) {
        text += (text.empty() ? "" : ", ") + forms.word(word);
    }
    return text;
}

} // namespace

std::vector<std::string> explain_merges(const std::vector<ClaimMerge> &merges, const ClaimForms &forms) {
    constexpr std::size_t most_reasons = 40;
    std::vector<std::string> reasons;
    for (const ClaimMerge &merge : merges) {
        if (reasons.size() == most_reasons) {
            break;
        }
        std::string reason = quoted(forms.wording(merge.first)) + " and " + quoted(forms.wording(merge.second)) + ": ";
        reason += text_of(merge.rule);
        if (merge.rule == ClaimMergeRule::similar) {
            reason += " (" + std::to_string(std::lround(100 * merge.similarity)) + " % alike)";
        }
        if (merge.rule == ClaimMergeRule::similar || merge.rule == ClaimMergeRule::short_answer) {
            reason += "; both tell of: " + shared_words(forms[merge.first], forms[merge.second], forms);
        }
        reasons.push_back(std::move(reason));
    }
    return reasons;
}

} // namespace gainsay
