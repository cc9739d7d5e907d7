#include "resolve/claim/claim_merge.h"

#include "base/utf8.h"
#include "graph_schema/doubtful_merge.h"
#include "resolve/claim/statement_content.h"

#include <algorithm>
#include <array>
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
    case ClaimMergeRule::learned:
        return "they state the same";
    case ClaimMergeRule::short_answer:
        return "a short answer to what was said near it";
    case ClaimMergeRule::refusal:
        return "a refusal of what is asked";
    case ClaimMergeRule::override_same:
        return "the override file says so";
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

/// Of a hundred pairs joined at a likeness, how many a reader found to state the same; see tests/quality/README.md,
/// "Sureness of merges".
struct ReadLikeness {
    double similarity;
    double percent;
};
constexpr std::array<ReadLikeness, 4> read_likenesses = {{{0.4, 33}, {0.6, 42}, {0.7, 80}, {0.8, 95}}};
constexpr std::array<ReadLikeness, 4> read_probabilities = {{{0.45, 70}, {0.6, 80}, {0.7, 86}, {0.8, 92}}};

int percent_at(const std::array<ReadLikeness, 4> &read, double similarity) {
    ReadLikeness before = read.front();
    for (const ReadLikeness &each : read) {
        if (similarity <= each.similarity) {
            const double width = each.similarity - before.similarity;
            const double part = width == 0 ? 0 : (similarity - before.similarity) / width;
            return static_cast<int>(std::lround(before.percent + part * (each.percent - before.percent)));
        }
        before = each;
    }
    return static_cast<int>(std::lround(before.percent));
}

/// How sure it is that the two state the same, in percent. 100: no reader need look.
int sureness_of(const ClaimMerge &merge) {
    constexpr int of_short_answer = 30;
    constexpr int of_refusal = 80;
    switch (merge.rule) {
    case ClaimMergeRule::short_answer:
        return of_short_answer;
    case ClaimMergeRule::refusal:
        return of_refusal;
    case ClaimMergeRule::similar:
        return percent_at(read_likenesses, merge.similarity);
    case ClaimMergeRule::learned:
        return percent_at(read_probabilities, merge.similarity);
    case ClaimMergeRule::same_words:
    case ClaimMergeRule::same_form:
    case ClaimMergeRule::override_same:
        break;
    }
    return 100;
}

/// "rt:310-402", as an override file names it.
std::string place_of(std::size_t form, const ClaimForms &forms, const std::vector<Observations> &documents) {
    const std::vector<ByteSpan> parts = content_of(forms.attribution(form), forms.proposition(form));
    return parts.empty() ? std::string()
                         : documents[forms[form].mention.document].document.id + ":" +
                               std::to_string(parts.front().begin) + "-" + std::to_string(parts.back().end);
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
        if (merge.rule == ClaimMergeRule::learned) {
            reason += " (of 100 such pairs " + std::to_string(sureness_of(merge)) + " are right)";
        }
        if (merge.rule == ClaimMergeRule::similar || merge.rule == ClaimMergeRule::learned ||
            merge.rule == ClaimMergeRule::short_answer || merge.rule == ClaimMergeRule::refusal) {
            reason += "; both tell of: " + shared_words(forms[merge.first], forms[merge.second], forms);
        }
        reasons.push_back(std::move(reason));
    }
    return reasons;
}

std::vector<std::string> list_doubtful_merges(const std::vector<ClaimMerge> &merges, const ClaimForms &forms,
                                              const std::vector<Observations> &documents) {
    std::vector<DoubtfulMerge> found;
    for (const ClaimMerge &merge : merges) {
        DoubtfulMerge doubtful{sureness_of(merge), place_of(merge.first, forms, documents),
                               place_of(merge.second, forms, documents), text_of(merge.rule)};
        if (doubtful.percent < least_sure_merge && !doubtful.first.empty() && !doubtful.second.empty() &&
            doubtful.first != doubtful.second) {
            found.push_back(std::move(doubtful));
        }
    }
    return doubtful_texts(std::move(found));
}

} // namespace gainsay
