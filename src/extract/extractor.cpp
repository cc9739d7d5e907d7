#include "extract/extractor.h"

#include "base/time_budget.h"
#include "extract/attribution/attribution_finder.h"
#include "extract/attribution/content_stance.h"
#include "extract/attribution/document_issuers.h"
#include "extract/attribution/phrase_speakers.h"
#include "extract/attribution/speaker_continuation.h"
#include "extract/attribution/speaker_mentions.h"
#include "extract/attribution/untrue_claims.h"
#include "extract/attribution/unuttered_speech.h"
#include "extract/claim_antecedent.h"
#include "extract/coreference/class_nouns.h"
#include "extract/coreference/document_chains.h"
#include "extract/event/event_finder.h"
#include "extract/event/event_words.h"
#include "extract/factuality/factuality.h"
#include "extract/mentions/structure_finder.h"
#include "extract/proposition/proposition_finder.h"
#include "extract/syntax/quotations.h"
#include "extract/syntax/trees.h"
#include "extract/text_fingerprint.h"
#include "extract/time/time_finder.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace gainsay {

namespace {

ObservedDocument describe(const DocumentMeta &meta) {
    return {meta.id, meta.title, meta.outlet, meta.author, meta.published, meta.url, meta.sha256, {}};
}

QuoteForm form_of(const Syntax &syntax, const Quotations &quotations, const std::vector<TokenIndex> &content) {
    std::size_t inside = 0;
    std::size_t words = 0;
    for (const TokenIndex token : content) {
        if (syntax.upos(token) != Upos::PUNCT) {
            ++words;
            inside += quotations.contains(token) ? 1U : 0U;
        }
    }
    return inside == 0 ? QuoteForm::indirect : inside == words ? QuoteForm::direct : QuoteForm::mixed;
}

class DocumentExtraction {
  public:
    DocumentExtraction(const Document &document, const English &english, const ChainRanker &ranker,
                       const AttributionNetwork *network, const StatementScorer *scorer,
                       const StatementRecorder &record)
        : document_(&document), english_(&english), ranker_(&ranker), network_(network), scorer_(scorer),
          record_(&record), syntax_(read_trees(document, english)), quotations_(syntax_), book_(syntax_, english) {}

    Observations run() {
        Observations all;
        all.document = describe(document_->meta);
        all.document.fingerprint = fingerprint(*document_);
        add_chains(book_, find_document_chains(book_, quotations_, choose_by(*ranker_)));
        join_class_nouns(book_);
        // Who speaks tells who "I" is.
        found_ = find_attributions(book_, quotations_, network_);
        settle_stances(book_, found_);
        settle_unuttered(book_, quotations_, found_);
        find_issuers(book_, found_);
        add_phrase_speakers(book_, quotations_, found_);
        continue_things(book_, quotations_, found_);
        continue_speakers(book_, quotations_, found_);
        find_speaker_mentions(book_, quotations_, found_);
        find_structure(book_);
        const std::vector<EntityIndex> new_index = book_.finish();
        for (FoundAttribution &each : found_) {
            if (each.source_entity) {
                each.source_entity = new_index[*each.source_entity];
            }
            for (EntityIndex &joint : each.joint_sources) {
                joint = new_index[joint];
            }
        }
        const std::optional<Date> published =
            document_->meta.published ? parse_date(*document_->meta.published) : std::nullopt;
        const std::vector<FoundTime> times = find_times(syntax_, *english_, published);
        press_.emplace(book_);
        for (const FoundAttribution &each : found_) {
            check_time_budget();
            all.attributions.push_back(attribution(each, times, all.attributions));
            judge(each, all.attributions.back());
            drop_doubtful_phrase(all.attributions.back());
            settle_polarity(each, all.attributions.back());
        }
        std::vector<FoundEvent> events = find_events(book_, times);
        all.event_words = find_event_words(book_, events);
        for (FoundEvent &each : events) {
            check_time_budget();
            each.event.attribution = innermost(each.trigger);
            all.events.push_back(std::move(each.event));
        }
        all.entities = book_.entities();
        all.relations = book_.relations();
        return all;
    }

  private:
    static bool is_body(NodeKind kind) {
        return kind == NodeKind::Organization || kind == NodeKind::Outlet || kind == NodeKind::Country;
    }

    /// "I" within a quotation.
    bool says_i(const std::vector<TokenIndex> &content) const {
        return std::any_of(content.begin(), content.end(), [this](TokenIndex token) {
            const std::string &feats = syntax_.token(token).feats;
            return syntax_.upos(token) == Upos::PRON && quotations_.contains(token) && syntax_.is(token, "nsubj") &&
                   feature(feats, "Person") == std::string_view("1") &&
                   feature(feats, "Number") == std::string_view("Sing");
        });
    }

    Attribution attribution(const FoundAttribution &found, const std::vector<FoundTime> &times,
                            const std::vector<Attribution> &before) const {
        Attribution result;
        result.source = syntax_.spans_of(found.source);
        result.cue = syntax_.spans_of(found.cue);
        result.content = syntax_.spans_of(found.content);
        result.source_entity = found.source_entity;
        result.joint_sources = found.joint_sources;
        std::sort(result.joint_sources.begin(), result.joint_sources.end());
        result.stance = found.stance;
        result.form = form_of(syntax_, quotations_, found.content);
        result.confidence = found.confidence;
        // About three of four such pronouns are whom they are taken for (GUM dev; tests/quality/chains.md).
        constexpr double right_of_doubtful = 0.75;
        if (found.source_head && syntax_.upos(*found.source_head) == Upos::PRON &&
            book_.is_doubtful(*found.source_head)) {
            result.confidence = std::round(1e4 * right_of_doubtful * found.confidence) / 1e4;
        }
        // A body says "we": who says "I" is somebody whom it quotes.
        constexpr double right_of_body_as_person = 0.2;
        if (found.source_entity && is_body(book_.entity(*found.source_entity).type) && says_i(found.content)) {
            result.confidence = std::round(1e4 * right_of_body_as_person * result.confidence) / 1e4;
        }
        if (found.nested_in) {
            result.nested_in = static_cast<AttributionIndex>(*found.nested_in);
            result.is_presupposed = is_presupposed(found, found_[*found.nested_in]);
        }
        // "Denied meeting him last March": what stands in the content dates what is told of, not the telling.
        const std::optional<TimeMention> time = time_of(syntax_, times, found.cue_head);
        const bool dates_content =
            time && std::any_of(result.content.begin(), result.content.end(),
                                [&time](const ByteSpan &span) { return span.contains(time->span); });
        if (time && time->value && !dates_content) {
            result.date = format(*time->value);
        }
        result.span = evidence_span(result).value_or(ByteSpan());
        result.text = document_->slice(result.span);
        if (!found.is_statement) {
            return result;
        }
        if (!found.answers_clause && !found.is_act) {
            result.propositions = find_propositions(book_, quotations_, found);
        }
        take_common_stance(result);
        if (const std::vector<TokenIndex> phrase = claim_called_untrue(book_, found); !phrase.empty()) {
            deny_untrue(found, phrase, before, result);
        } else if (!found.is_act && (found.answers_clause || is_anaphoric_content(syntax_, *english_, found))) {
            take_claim_antecedent(book_, *press_, found_, found, found.content, before, result);
        }
        if (result.propositions.empty() && !found.answers_clause && !holds_another(found)) {
            add_phrase(found, result);
        }
        return result;
    }

    /// "quoted Reed as having said that the mill was shut": it is Reed who says something.
    bool holds_another(const FoundAttribution &found) const {
        const auto own = static_cast<std::size_t>(&found - found_.data());
        return std::any_of(found_.begin(), found_.end(),
                           [own](const FoundAttribution &each) { return each.nested_in == own; });
    }

    /// "Reported a backlog of 400 jets": where nothing else can be printed of it, all of it in quotation marks.
    void add_phrase(const FoundAttribution &found, Attribution &statement) const {
        if (std::optional<Proposition> phrase = quote_content(book_, quotations_, found)) {
            phrase->is_phrase = true;
            statement.propositions.push_back(*std::move(phrase));
        }
    }

    /// Most phrases tell an action and no statement ("named two members"): readers agree with four of five that are as
    /// sure as this, and with a third of the others.
    static void drop_doubtful_phrase(Attribution &statement) {
        constexpr double least_certainty = 0.8;
        std::erase_if(statement.propositions, [](const Proposition &each) {
            return each.is_phrase && each.certainty.value_or(0) < least_certainty;
        });
        // "Denied the report": that he does is sure, but a reader does not learn which.
        constexpr double most_of_bare_noun = 0.4;
        for (Proposition &each : statement.propositions) {
            if (each.is_phrase && each.words.size() < 2 && each.entities.empty()) {
                each.certainty = std::min(each.certainty.value_or(0), most_of_bare_noun);
            }
        }
    }

    void settle_polarity(const FoundAttribution &found, Attribution &statement) const {
        if (!found.is_statement) {
            return;
        }
        if (!statement.propositions.empty()) {
            statement.polarity = statement.propositions.front().polarity;
            statement.modality = statement.propositions.front().modality;
        } else if (const std::optional<TokenIndex> top = predicate_of(found.content)) {
            statement.polarity = is_negated(syntax_, *english_, *top) ? Polarity::negated : Polarity::affirmed;
            statement.modality = stated_modality(syntax_, *english_, *top);
        }
    }

    /// The scorer learned from what the network reads.
    void judge(const FoundAttribution &found, Attribution &statement) const {
        if (network_ == nullptr) {
            return;
        }
        for (Proposition &each : statement.propositions) {
            // What a denial answers stands elsewhere, and nobody marked whether it is that.
            const bool is_own = std::any_of(statement.content.begin(), statement.content.end(),
                                            [&each](const ByteSpan &piece) { return piece.overlaps(each.span); });
            if (!is_own) {
                continue;
            }
            const StatementFeatures features = statement_features(book_, quotations_, found, statement, each);
            if (*record_) {
                (*record_)(statement, each, features);
            }
            // As observations are written: what is read back must give the same graph.
            each.certainty = std::round(scorer_->probability(features) * 1e4) / 1e4;
        }
    }

    /// "Called the accusations false": who says so denies what was said before, where that is found.
    void deny_untrue(const FoundAttribution &found, const std::vector<TokenIndex> &phrase,
                     const std::vector<Attribution> &before, Attribution &result) const {
        Attribution denial = result;
        denial.stance = Stance::denies;
        denial.propositions.clear();
        take_claim_antecedent(book_, *press_, found_, found, phrase, before, denial);
        if (denial.propositions.empty()) {
            // "dismissed the claim as a trick": of the claim it is said that it is one.
            const bool names = is_denying(result.stance) && result.propositions.size() == 1;
            result.stance = names ? Stance::asserts : result.stance;
        } else if (result.propositions.size() <= 1) {
            result = std::move(denial);
        } else {
            denial.propositions.front().stance = Stance::denies;
            result.propositions.push_back(std::move(denial.propositions.front()));
        }
    }

    static bool is_denying(Stance stance) { return stance == Stance::denies || stance == Stance::rejects; }

    /// Where all clauses do the same, that is what the attribution does.
    static void take_common_stance(Attribution &attribution) {
        std::vector<Proposition> &all = attribution.propositions;
        // "dismissed the charge as a fiction" denies the charge and asserts that it is one.
        const bool common = !all.empty() && all.front().stance && attribution.stance != Stance::denies &&
                            attribution.stance != Stance::rejects &&
                            std::all_of(all.begin(), all.end(),
                                        [&all](const Proposition &each) { return each.stance == all.front().stance; });
        if (common) {
            attribution.stance = *all.front().stance;
            for (Proposition &each : all) {
                each.stance.reset();
            }
        }
    }

    /// Whether the inner attribution is more than the outer one's own statement: it stands in a clause or phrase that
    /// only describes what that is about.
    bool is_presupposed(const FoundAttribution &inner, const FoundAttribution &outer) const {
        for (TokenIndex at = inner.cue_head; at != outer.cue_head;) {
            const std::optional<TokenIndex> above = syntax_.head(at);
            if (!above) {
                return false;
            }
            if (!syntax_.is(at, "ccomp") && !syntax_.is(at, "xcomp") && !syntax_.is(at, "conj") &&
                !syntax_.is(at, "parataxis")) {
                return true;
            }
            at = *above;
        }
        return false;
    }

    /// The first predicate of a content that hangs on nothing within it.
    std::optional<TokenIndex> predicate_of(const std::vector<TokenIndex> &content) const {
        const auto found = std::find_if(content.begin(), content.end(), [&](TokenIndex token) {
            const std::optional<TokenIndex> head = syntax_.head(token);
            return syntax_.is_predicate(token) && (!head || !std::binary_search(content.begin(), content.end(), *head));
        });
        return found == content.end() ? std::nullopt : std::optional(*found);
    }

    std::optional<AttributionIndex> innermost(TokenIndex token) const {
        std::optional<AttributionIndex> best;
        for (std::size_t i = 0; i < found_.size(); ++i) {
            if (std::binary_search(found_[i].content.begin(), found_[i].content.end(), token) &&
                (!best || found_[i].content.size() < found_[*best].content.size())) {
                best = static_cast<AttributionIndex>(i);
            }
        }
        return best;
    }

    const Document *document_;
    const English *english_;
    const ChainRanker *ranker_;
    /// Null for a document without vectors.
    const AttributionNetwork *network_;
    /// Not null where the network is not.
    const StatementScorer *scorer_;
    const StatementRecorder *record_;
    Syntax syntax_;
    Quotations quotations_;
    EntityBook book_;
    std::vector<FoundAttribution> found_;
    /// Once the book is finished.
    std::optional<PressDocuments> press_;
};

} // namespace

Extractor::Extractor(const std::filesystem::path &folder)
    : Extractor(std::make_shared<const English>(folder), folder) {}

Extractor::Extractor(std::shared_ptr<const English> english, const std::filesystem::path &folder,
                     bool with_attribution_model)
    : english_(std::move(english)),
      ranker_(std::make_shared<const ChainRanker>(ChainRanker::load(folder / "chains.model"))),
      attributions_(with_attribution_model ? std::make_shared<const AttributionNetwork>(folder / "attribution.model")
                                           : nullptr),
      scorer_(with_attribution_model ? std::make_shared<const StatementScorer>(StatementScorer::load(folder))
                                     : nullptr) {}

Observations Extractor::extract(const Document &document, const StatementRecorder &record) const {
    const StateMap *map = state_map();
    const bool has_vectors = map != nullptr && document.vectors.size == map->outputs() &&
                             document.vectors.values.size() == document.tokens.size() * document.vectors.size;
    return DocumentExtraction(document, *english_, *ranker_, has_vectors ? attributions_.get() : nullptr, scorer_.get(),
                              record)
        .run();
}

} // namespace gainsay
