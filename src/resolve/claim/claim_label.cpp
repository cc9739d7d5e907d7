#include "resolve/claim/claim_label.h"

#include "resolve/claim/claim_sets.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace gainsay {

namespace {

/// How most of the claim's statements are worded; affirmed where as many are negated.
Polarity usual_polarity(const ClaimForms &forms, const std::vector<std::size_t> &members) {
    const auto negated = std::count_if(members.begin(), members.end(), [&](std::size_t i) {
        return forms.proposition(i).polarity == Polarity::negated;
    });
    return 2 * static_cast<std::size_t>(negated) > members.size() ? Polarity::negated : Polarity::affirmed;
}

/// "Lavrov stressed that Russia …": what Lavrov stressed is the claim.
bool tells_of_another(const ClaimForms &forms, std::size_t index, const std::vector<std::size_t> &members) {
    const ByteSpan whole = forms.proposition(index).span;
    const std::size_t document = forms[index].mention.document;
    // Forms, and so the members, stand in the order of their documents.
    const auto before = [&](std::size_t form, std::size_t d) { return forms[form].mention.document < d; };
    const auto begin = std::lower_bound(members.begin(), members.end(), document, before);
    const auto end = std::lower_bound(begin, members.end(), document + 1, before);
    return std::any_of(begin, end, [&](std::size_t other) {
        const ByteSpan span = forms.proposition(other).span;
        return span != whole && whole.contains(span);
    });
}

/// How much the words say that the others of the claim did not say, in steps.
int excess(const ClaimForms &forms, std::size_t index, const std::vector<std::size_t> &members) {
    const std::size_t count = std::min(members.size(), most_compared);
    double total = 0;
    for (std::size_t i = 0; i < count; ++i) {
        total += forms.excess(index, members[i]);
    }
    constexpr double steps = 2;
    return static_cast<int>(steps * total / static_cast<double>(count));
}

/// How far the words are from what the others of the claim say, in steps.
int distance(const ClaimForms &forms, const ClaimPairScorer &scorer, std::size_t index,
             const std::vector<std::size_t> &members) {
    const std::size_t count = std::min(members.size(), most_compared);
    double total = 0;
    std::size_t compared = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (members[i] != index && forms.are_of_one_story(index, members[i])) {
            total += 1 - scorer.probability(index, members[i]);
            ++compared;
        }
    }
    constexpr double steps = 4;
    return compared == 0 ? 0 : static_cast<int>(steps * total / static_cast<double>(compared));
}

/// "Russia Has Agreed to Share": more words with capitals than without.
bool is_title_case(const std::string &text) {
    std::size_t capitals = 0;
    std::size_t words = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == 0 || text[i - 1] == ' ') {
            ++words;
            const std::size_t letter = text[i] == '[' && i + 1 < text.size() ? i + 1 : i;
            capitals += text[letter] >= 'A' && text[letter] <= 'Z' ? 1U : 0U;
        }
    }
    return words > 3 && 10 * capitals >= 7 * words;
}

/// The smaller the better a label; the first step counts most.
using LabelRank = std::tuple<int, int, int, int, int, int, int, int, std::size_t, std::size_t>;

LabelRank rank(const ClaimForms &forms, const ClaimPairScorer &scorer, std::size_t index, Polarity usual,
               const std::vector<std::size_t> &members) {
    const Proposition &proposition = forms.proposition(index);
    const std::string &text = forms.wording(index);
    constexpr std::size_t best_size = 90;
    constexpr std::ptrdiff_t few_words = 3;
    constexpr std::size_t least_words = 2;
    const auto step = [](bool is_worse) { return is_worse ? 1 : 0; };
    const bool is_brief =
        std::count(text.begin(), text.end(), ' ') < few_words || forms.count_strong(forms[index].words) < least_words;
    // "Don't we see this as war?" is no name for what others say.
    return {step(proposition.polarity != usual || proposition.stance == Stance::questions),
            step(proposition.is_vague),
            step(forms[index].core.empty()),
            step(is_title_case(text)),
            step(text.rfind('[', 0) == 0),
            step(is_brief),
            distance(forms, scorer, index, members),
            excess(forms, index, members),
            text.size() < best_size ? best_size - text.size() : text.size() - best_size,
            index};
}

} // namespace

ResolvedClaim describe_claim(const ClaimForms &forms, const ClaimPairScorer &scorer,
                             const std::vector<std::size_t> &members) {
    ResolvedClaim claim;
    std::set<std::size_t> about;
    const Polarity usual = usual_polarity(forms, members);
    std::size_t best = members.front();
    for (const std::size_t i : members) {
        claim.mentions.push_back(forms[i].mention);
        about.insert(forms[i].entities.begin(), forms[i].entities.end());
    }
    std::pair best_rank(tells_of_another(forms, best, members), rank(forms, scorer, best, usual, members));
    for (const std::size_t i : members) {
        if (const auto own = std::pair(tells_of_another(forms, i, members), rank(forms, scorer, i, usual, members));
            own < best_rank) {
            best = i;
            best_rank = own;
        }
    }
    claim.entities.assign(about.begin(), about.end());
    claim.label = forms.wording(best);
    claim.context = forms.proposition(best).context;
    claim.polarity = forms.proposition(best).polarity;
    return claim;
}

} // namespace gainsay
