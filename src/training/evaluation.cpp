#include "training/evaluation.h"

#include <algorithm>
#include <cstdio>
#include <set>
#include <tuple>

#include "nlp/analysis/lemma_rule.h"

namespace gainsay::training {
namespace {

using Span = std::tuple<std::size_t, std::size_t, std::string>;

std::set<Span> spans(const std::vector<std::string> &tags) {
    std::set<Span> found;
    for (std::size_t i = 0; i < tags.size();) {
        if (tags[i] == "O") {
            ++i;
            continue;
        }
        const std::string type = tags[i].substr(2);
        std::size_t end = i + 1;
        while (end < tags.size() && tags[end] == "I-" + type)
            ++end;
        if (type == "PER" || type == "ORG" || type == "LOC")
            found.emplace(i, end, type);
        i = end;
    }
    return found;
}

struct NameCount {
    double right = 0, system = 0, gold = 0;
    void add(const std::vector<std::string> &s, const std::vector<std::string> &g) {
        const auto system_spans = spans(s);
        const auto gold_spans = spans(g);
        system += static_cast<double>(system_spans.size());
        gold += static_cast<double>(gold_spans.size());
        for (const auto &span : system_spans)
            right += gold_spans.contains(span) ? 1 : 0;
    }
    [[nodiscard]] double f1() const { return system + gold > 0 ? 200 * right / (system + gold) : 0; }
};

std::string without_subtype(const std::string &relation) {
    return relation.substr(0, relation.find(':'));
}

} // namespace

std::string Scores::text() const {
    char line[256];
    std::snprintf(
        line, sizeof line,
        "upos %.2f xpos %.2f feats %.2f lemma %.2f uas %.2f las %.2f las-subtypes %.2f names %.2f silver-names %.2f",
        upos, xpos, feats, lemma, unlabelled, labelled, labelled_with_subtypes, names_gold, names_silver);
    return line;
}

Scores evaluate(Network &network, const DevelopmentSet &set, const Labels &labels, const Vocabulary &vocabulary) {
    torch::NoGradGuard no_gradient;
    std::vector<std::size_t> order(set.sentences.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return set.sentences[a].tokens.size() > set.sentences[b].tokens.size();
    });
    double words = 0, upos = 0, xpos = 0, feats = 0, lemma = 0, unlabelled = 0, labelled = 0, subtypes = 0;
    NameCount names_gold, names_silver;
    constexpr std::size_t batch_sentences = 64;
    for (std::size_t begin = 0; begin < order.size(); begin += batch_sentences) {
        const std::size_t end = std::min(order.size(), begin + batch_sentences);
        std::vector<NumberedSentence> sentences;
        for (std::size_t i = begin; i < end; ++i)
            sentences.push_back(numbered(set.sentences[order[i]], labels, vocabulary));
        std::vector<const NumberedSentence *> pointers;
        for (const auto &s : sentences)
            pointers.push_back(&s);
        Batch batch = make_batch(std::move(pointers));
        const torch::Tensor states = network->encode(batch);
        const torch::Tensor heads = network->parser->arcs(states, batch).argmax(2);
        torch::Tensor head_rows = torch::empty({batch.layout.rows()}, torch::kLong);
        for (std::int64_t s = 0; s < heads.size(0); ++s)
            for (std::int64_t t = 0; t < batch.lengths[static_cast<std::size_t>(s)]; ++t) {
                const auto head = heads[s][t].item<std::int64_t>();
                head_rows[batch.layout.row(s, t)] = head > 0 ? batch.layout.row(s, head - 1) : batch.layout.rows();
            }
        const auto best = [](const torch::Tensor &scores) { return scores.argmax(1); };
        const torch::Tensor relation = best(network->parser->labels(states, head_rows));
        const torch::Tensor best_upos = best(network->upos(states));
        const torch::Tensor best_xpos = best(network->xpos(states));
        const torch::Tensor best_feats = best(network->feats(states));
        const torch::Tensor best_lemma = best(network->lemmas(states));
        const torch::Tensor best_name = best(network->names(states));
        const torch::Tensor best_silver_name = best(network->silver_names(states));
        for (std::size_t i = begin; i < end; ++i) {
            const auto &gold = set.sentences[order[i]].tokens;
            std::vector<std::string> name_tags, silver_tags, gold_tags;
            for (std::size_t t = 0; t < gold.size(); ++t) {
                const std::int64_t row =
                    batch.layout.row(static_cast<std::int64_t>(i - begin), static_cast<std::int64_t>(t));
                const auto label = [&](const LabelSet &names, const torch::Tensor &chosen) -> const std::string & {
                    return names.labels()[static_cast<std::size_t>(chosen[row].item<std::int64_t>())];
                };
                const std::int64_t head_row = head_rows[row].item<std::int64_t>();
                const std::int64_t gold_row =
                    gold[t].head < 0 ? batch.layout.rows()
                                     : batch.layout.row(static_cast<std::int64_t>(i - begin), gold[t].head);
                const std::string &chosen = label(labels.relations, relation);
                ++words;
                upos += label(labels.upos, best_upos) == gold[t].upos;
                xpos += label(labels.xpos, best_xpos) == gold[t].xpos;
                feats += label(labels.feats, best_feats) == gold[t].feats;
                lemma += apply_lemma_rule(label(labels.lemmas, best_lemma), gold[t].form) == gold[t].lemma;
                if (head_row == gold_row) {
                    ++unlabelled;
                    labelled += without_subtype(chosen) == without_subtype(gold[t].deprel);
                    subtypes += chosen == gold[t].deprel;
                }
                name_tags.push_back(label(labels.names, best_name));
                silver_tags.push_back(label(labels.silver_names, best_silver_name));
                gold_tags.push_back(gold[t].name);
            }
            if (gold.front().name.empty())
                continue; // a sentence that the corpus of names cuts otherwise
            names_gold.add(name_tags, gold_tags);
            names_silver.add(silver_tags, gold_tags);
        }
    }
    Scores scores;
    scores.upos = 100 * upos / words;
    scores.xpos = 100 * xpos / words;
    scores.feats = 100 * feats / words;
    scores.lemma = 100 * lemma / words;
    scores.unlabelled = 100 * unlabelled / words;
    scores.labelled = 100 * labelled / words;
    scores.labelled_with_subtypes = 100 * subtypes / words;
    scores.names_gold = names_gold.f1();
    scores.names_silver = names_silver.f1();
    return scores;
}

} // namespace gainsay::training
