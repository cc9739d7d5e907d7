#include "nlp/analysis/sentence_stretch.h"

#include "nlp/analysis/sentence_analyzer.h"

#include <algorithm>
#include <numeric>

namespace gainsay {

std::vector<SentenceStretch> stretches_of(std::span<Document *const> documents) {
    constexpr auto longest = static_cast<std::uint32_t>(SentenceAnalyzer::longest_sentence);
    std::vector<SentenceStretch> stretches;
    for (std::size_t d = 0; d < documents.size(); ++d) {
        for (std::size_t s = 0; s < documents[d]->sentences.size(); ++s) {
            const Sentence &sentence = documents[d]->sentences[s];
            for (std::uint32_t at = sentence.first_token; at < sentence.end_token; at += longest) {
                stretches.push_back({d, s, at, std::min(sentence.end_token, at + longest)});
            }
        }
    }
    return stretches;
}

std::vector<std::size_t> longest_first(std::span<const SentenceStretch> window) {
    std::vector<std::size_t> order(window.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return window[a].size() > window[b].size(); });
    return order;
}

} // namespace gainsay
