#include "nlp/analysis/lemmatizer.h"

#include "base/error.h"
#include "base/utf8.h"
#include "neural/model_file.h"
#include "nlp/analysis/lemma_rule.h"
#include "nlp/analysis/lexical_features.h"

#include <algorithm>
#include <array>

namespace gainsay {

namespace {

/// Rules that are tried, the likeliest first, and how far behind the first one may be (in scores before the softmax).
constexpr std::size_t tried_rules = 4;
constexpr float tried_margin = 9.0F;

std::string key_of(std::string_view form, Upos upos) {
    return std::string(form) + '\t' + std::string(upos_name(upos));
}

} // namespace

Lemmatizer::Lemmatizer(const ModelFile &file)
    : rules_(read_labels(file, "labels.lemmas")), words_(file, "words"), forms_(file, "lemmas"),
      form_rules_(file.section_as<std::uint16_t>("lemmas.rules")) {
    const bool whole =
        form_rules_.size() == forms_.size() && std::all_of(form_rules_.begin(), form_rules_.end(),
                                                           [this](std::uint16_t rule) { return rule < rules_.size(); });
    if (!whole || rules_.empty()) {
        throw ModelError(file.path().string() + ", section lemmas.rules", "a rule for each form",
                         std::to_string(form_rules_.size()) + " rules for " + std::to_string(forms_.size()) + " forms");
    }
}

const std::string *Lemmatizer::known_rule(std::string_view form, Upos upos) const {
    std::uint32_t number = forms_.find(key_of(form, upos));
    if (number == 0 && upos != Upos::PROPN) {
        number = forms_.find(key_of(lowercase(form), upos));
    }
    return number == 0 ? nullptr : &rules_[form_rules_[number - 1]];
}

std::optional<std::string> Lemmatizer::known_lemma(std::string_view form, Upos upos) const {
    const std::string *rule = known_rule(form, upos);
    return rule == nullptr ? std::nullopt : std::optional(apply_lemma_rule(*rule, form));
}

std::string Lemmatizer::lemma(std::string_view form, Upos upos, std::span<const float> scores) const {
    if (std::optional<std::string> known = known_lemma(form, upos)) {
        return *std::move(known);
    }
    std::array<std::size_t, tried_rules> best{};
    std::size_t count = 0;
    for (std::size_t rule = 0; rule < scores.size(); ++rule) {
        std::size_t at = count;
        while (at > 0 && scores[rule] > scores[best[at - 1]]) {
            --at;
        }
        if (at == tried_rules) {
            continue;
        }
        count = std::min(count + 1, tried_rules);
        for (std::size_t k = count - 1; k > at; --k) {
            best[k] = best[k - 1];
        }
        best[at] = rule;
    }
    std::string first = apply_lemma_rule(rules_[best[0]], form);
    // Names are not in the list of words, and what the list does not know of the form it does not know of the lemma.
    if (upos == Upos::PROPN || words_.find(normalized_word(form)) == 0) {
        return first;
    }
    if (words_.find(normalized_word(first)) != 0) {
        return first;
    }
    for (std::size_t k = 1; k < count && scores[best[0]] - scores[best[k]] < tried_margin; ++k) {
        std::string tried = apply_lemma_rule(rules_[best[k]], form);
        if (words_.find(normalized_word(tried)) != 0) {
            return tried;
        }
    }
    return first;
}

void Lemmatizer::write(ModelFileWriter &writer, const std::vector<KnownForm> &forms) {
    std::vector<std::string> keys;
    std::vector<std::uint16_t> rules;
    for (const KnownForm &known : forms) {
        keys.push_back(key_of(known.form, known.upos));
        rules.push_back(known.rule);
    }
    WordTable::write(writer, "lemmas", keys);
    writer.add_numbers("lemmas.rules", std::span<const std::uint16_t>(rules));
}

} // namespace gainsay
