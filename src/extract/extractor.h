#pragma once

#include "extract/attribution/attribution_network.h"
#include "extract/certainty/statement_scorer.h"
#include "extract/coreference/chain_ranker.h"
#include "language/english.h"
#include "observation/observations.h"
#include "text/document.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace gainsay {

/// Takes what is seen of each statement of a document whose attributions the network read.
using StatementRecorder = std::function<void(const Attribution &, const Proposition &, const StatementFeatures &)>;

/// Reads a parsed document's observations: who is in it, who says what, what happens. Const once made: any number of
/// threads may use one. A pure function of the document and the files of words.
class Extractor {
  public:
    /// `folder` holds the words of English and the attribution model (resources/en). Throws ModelError.
    explicit Extractor(const std::filesystem::path &folder);
    /// The same with words that are loaded already, and without the attribution model where there shall be none.
    Extractor(std::shared_ptr<const English> english, const std::filesystem::path &folder,
              bool with_attribution_model = true);

    /// Null for none.
    const AttributionNetwork *attribution_model() const { return attributions_.get(); }
    /// What documents should have as their tokens' vectors: of the attribution model, null where there is none.
    const StateMap *state_map() const { return attributions_ ? &attributions_->state_map() : nullptr; }

    /// The document must be parsed; sentences without trees yield names only. Without the vectors of state_map()
    /// attributions are found by lists of verbs and nouns alone, which are less good.
    Observations extract(const Document &document, const StatementRecorder &record = {}) const;

  private:
    std::shared_ptr<const English> english_;
    std::shared_ptr<const ChainRanker> ranker_;
    std::shared_ptr<const AttributionNetwork> attributions_;
    std::shared_ptr<const StatementScorer> scorer_;
};

} // namespace gainsay
