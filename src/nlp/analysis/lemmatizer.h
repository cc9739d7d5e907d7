#pragma once

#include "neural/label_list.h"
#include "nlp/analysis/word_table.h"
#include "text/document.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gainsay {

class ModelFile;
class ModelFileWriter;

/// Lemmas by the classifier's rules, corrected by what is known of words: a form that the training corpora always give
/// the same lemma keeps it, and of the rules that the classifier finds likely the first that makes a known word wins.
/// Const; any number of threads.
class Lemmatizer {
  public:
    /// Reads "labels.lemmas", "lemmas.*" and "words.*". The file must outlive the lemmatizer. Throws ModelError.
    explicit Lemmatizer(const ModelFile &file);

    [[nodiscard]] std::size_t rule_count() const { return rules_.size(); }

    /// The lemma of a form that always has the same one as this part of speech; nothing for other forms.
    [[nodiscard]] std::optional<std::string> known_lemma(std::string_view form, Upos upos) const;

    /// The lemma of a form; `scores` are the classifier's, one a rule.
    [[nodiscard]] std::string lemma(std::string_view form, Upos upos, std::span<const float> scores) const;

    /// Writes "lemmas.*": (form, part of speech) with the number of its rule.
    struct KnownForm {
        std::string form;
        Upos upos = Upos::none;
        std::uint16_t rule = 0;
    };
    static void write(ModelFileWriter &writer, const std::vector<KnownForm> &forms);

  private:
    [[nodiscard]] const std::string *known_rule(std::string_view form, Upos upos) const;

    LabelList rules_;
    WordTable words_;
    WordTable forms_;
    std::span<const std::uint16_t> form_rules_;
};

} // namespace gainsay
