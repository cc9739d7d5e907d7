#include "training/dataset.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <sstream>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "nlp/analysis/lemma_rule.h"

namespace gainsay::training {
namespace {

using torch::Tensor;

std::string with_capitals(const std::string &form, Capitals capitals) {
    if (capitals == Capitals::as_written)
        return form;
    std::string out;
    const auto size = static_cast<std::int32_t>(form.size());
    bool first = true;
    for (std::int32_t at = 0; at < size;) {
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(form.data(), at, size, c);
        if (capitals == Capitals::upper || (capitals == Capitals::title && first && size > 3))
            c = u_toupper(c);
        else if (capitals == Capitals::lower)
            c = u_tolower(c);
        first = false;
        char bytes[4];
        std::int32_t n = 0;
        U8_APPEND_UNSAFE(bytes, n, c);
        out.append(bytes, static_cast<std::size_t>(n));
    }
    return out;
}

void add_frequent(LabelSet &set, const std::map<std::string, int> &counts, int least) {
    for (const auto &[label, n] : counts)
        if (n >= least)
            set.add(label);
}

} // namespace

Vocabulary::Vocabulary(const std::filesystem::path &words_file) {
    std::istringstream lines(read_corpus_file(words_file));
    for (std::string line; std::getline(lines, line);) {
        words_.push_back(line);
        rows_.emplace(line, static_cast<std::int64_t>(words_.size()));
    }
}

std::int64_t Vocabulary::row(const std::string &normalized) const {
    const auto found = rows_.find(normalized);
    return found == rows_.end() ? 0 : found->second;
}

void collect_labels(const std::vector<CorpusSentence> &sentences, Labels &labels) {
    std::map<std::string, int> upos, xpos, feats, lemmas, names, relations, silver_xpos, silver_names, silver_relations;
    for (const auto &sentence : sentences) {
        const bool silver = sentence.corpus == Corpus::silver;
        for (const auto &token : sentence.tokens) {
            if (!token.name.empty())
                ++(silver ? silver_names : names)[token.name];
            if (token.head == -2)
                continue;
            ++(silver ? silver_xpos : xpos)[token.xpos];
            ++(silver ? silver_relations : relations)[token.deprel];
            if (silver)
                continue;
            ++upos[token.upos];
            ++feats[token.feats];
            ++lemmas[lemma_rule(token.form, token.lemma)];
        }
    }
    // A name label must exist in both its forms.
    for (auto *counts : {&names, &silver_names})
        for (const auto &[label, n] : std::map<std::string, int>(*counts))
            if (label != "O")
                ++(*counts)[(label[0] == 'B' ? "I" : "B") + label.substr(1)];
    add_frequent(labels.upos, upos, 1);
    add_frequent(labels.xpos, xpos, 1);
    add_frequent(labels.feats, feats, 2);
    add_frequent(labels.lemmas, lemmas, 3);
    add_frequent(labels.names, names, 1);
    add_frequent(labels.relations, relations, 2);
    add_frequent(labels.silver_xpos, silver_xpos, 1);
    add_frequent(labels.silver_names, silver_names, 1);
    add_frequent(labels.silver_relations, silver_relations, 1);
}

NumberedSentence numbered(const CorpusSentence &sentence, const Labels &labels, const Vocabulary &vocabulary,
                          Capitals capitals) {
    NumberedSentence out;
    out.silver = sentence.corpus == Corpus::silver;
    SentenceCaseCounter counter;
    for (const auto &token : sentence.tokens) {
        const std::string form = with_capitals(token.form, capitals);
        counter.add(form);
        const std::string normalized = normalized_word(form);
        NumberedToken n;
        n.word = vocabulary.row(normalized);
        n.features = lexical_features(form, normalized);
        n.glue = glue_of(token.space_before, token.space_after);
        if (!token.name.empty())
            n.name = (out.silver ? labels.silver_names : labels.names).find(token.name);
        if (token.head != -2) {
            n.head = token.head + 1;
            n.xpos = (out.silver ? labels.silver_xpos : labels.xpos).find(token.xpos);
            n.relation = (out.silver ? labels.silver_relations : labels.relations).find(token.deprel);
            if (!out.silver) {
                n.upos = labels.upos.find(token.upos);
                n.feats = labels.feats.find(token.feats);
                if (capitals == Capitals::as_written)
                    n.lemma = labels.lemmas.find(lemma_rule(token.form, token.lemma));
            }
        }
        out.tokens.push_back(n);
    }
    out.sentence_case = counter.result();
    return out;
}

Batch make_batch(std::vector<const NumberedSentence *> sentences) {
    std::stable_sort(sentences.begin(), sentences.end(),
                     [](const auto *a, const auto *b) { return a->tokens.size() > b->tokens.size(); });
    Batch batch;
    batch.silver = sentences.front()->silver;
    for (const auto *sentence : sentences)
        batch.lengths.push_back(static_cast<std::int64_t>(sentence->tokens.size()));
    batch.layout = PackedLayout(batch.lengths);
    const std::int64_t rows = batch.layout.rows();
    const auto count = static_cast<std::int64_t>(sentences.size());
    const std::int64_t longest = batch.lengths.front();
    constexpr auto affix_count = static_cast<std::int64_t>(LexicalFeatures::affix_count);
    for (Tensor *t : {&batch.words, &batch.shapes, &batch.glue, &batch.sentence_case, &batch.upos, &batch.xpos,
                      &batch.feats, &batch.lemmas, &batch.names, &batch.relations, &batch.heads, &batch.head_rows})
        *t = torch::empty({rows}, torch::kLong);
    batch.affixes = torch::empty({rows, affix_count}, torch::kLong);
    batch.padded = torch::zeros({count, longest}, torch::kLong);
    batch.padded_heads = torch::full({count, longest + 1}, rows, torch::kLong);
    batch.head_mask = torch::full({count, 1, longest + 1}, -1e9F);
    auto affixes = batch.affixes.accessor<std::int64_t, 2>();
    auto padded = batch.padded.accessor<std::int64_t, 2>();
    auto padded_heads = batch.padded_heads.accessor<std::int64_t, 2>();
    auto mask = batch.head_mask.accessor<float, 3>();
    const auto data = [](Tensor &t) { return t.data_ptr<std::int64_t>(); };
    for (std::int64_t s = 0; s < count; ++s) {
        const auto &sentence = *sentences[static_cast<std::size_t>(s)];
        mask[s][0][0] = 0;
        for (std::int64_t i = 0; i < batch.lengths[static_cast<std::size_t>(s)]; ++i) {
            const auto &token = sentence.tokens[static_cast<std::size_t>(i)];
            const std::int64_t row = batch.layout.row(s, i);
            data(batch.words)[row] = token.word;
            data(batch.shapes)[row] = token.features.shape;
            data(batch.glue)[row] = token.glue;
            data(batch.sentence_case)[row] = static_cast<std::int64_t>(sentence.sentence_case);
            data(batch.upos)[row] = token.upos;
            data(batch.xpos)[row] = token.xpos;
            data(batch.feats)[row] = token.feats;
            data(batch.lemmas)[row] = token.lemma;
            data(batch.names)[row] = token.name;
            data(batch.relations)[row] = token.relation;
            data(batch.heads)[row] = token.head;
            data(batch.head_rows)[row] = token.head > 0 ? batch.layout.row(s, token.head - 1) : rows;
            for (std::int64_t a = 0; a < affix_count; ++a)
                affixes[row][a] = a * static_cast<std::int64_t>(LexicalFeatures::affix_buckets) +
                                  token.features.affixes[static_cast<std::size_t>(a)];
            padded[s][i] = row;
            padded_heads[s][i + 1] = row;
            mask[s][0][i + 1] = 0;
        }
    }
    return batch;
}

std::vector<std::vector<std::size_t>> shuffled_batches(const std::vector<CorpusSentence> &sentences, std::size_t tokens,
                                                       std::mt19937_64 &random) {
    constexpr std::size_t pool_size = 2000;
    std::vector<std::size_t> order(sentences.size());
    std::iota(order.begin(), order.end(), 0U);
    std::shuffle(order.begin(), order.end(), random);
    std::vector<std::vector<std::size_t>> batches;
    for (std::size_t begin = 0; begin < order.size(); begin += pool_size) {
        const std::size_t end = std::min(order.size(), begin + pool_size);
        const auto at = [&](std::size_t i) { return order.begin() + static_cast<std::ptrdiff_t>(i); };
        std::stable_sort(at(begin), at(end), [&](std::size_t a, std::size_t b) {
            return sentences[a].tokens.size() < sentences[b].tokens.size();
        });
        std::vector<std::size_t> batch;
        std::size_t size = 0;
        for (std::size_t i = begin; i < end; ++i) {
            batch.push_back(order[i]);
            size += sentences[order[i]].tokens.size();
            if (size >= tokens || i + 1 == end) {
                batches.push_back(std::move(batch));
                batch = {};
                size = 0;
            }
        }
    }
    std::shuffle(batches.begin(), batches.end(), random);
    return batches;
}

} // namespace gainsay::training
