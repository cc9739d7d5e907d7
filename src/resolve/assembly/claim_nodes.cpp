#include "resolve/assembly/claim_nodes.h"

#include "resolve/claim/statement_confidence.h"
#include "resolve/claim/statement_content.h"
#include "resolve/claim/statement_standing.h"

#include <algorithm>

namespace gainsay {

namespace {

/// Relative to the claim's label: whether the source says that it is so or that it is not.
Polarity drawn_polarity(const Proposition &proposition, const ResolvedClaim &claim) {
    return proposition.polarity == claim.polarity ? Polarity::affirmed : Polarity::negated;
}

class ClaimDrawing {
  public:
    ClaimDrawing(GraphDraft &draft, EntityNodes &entities) : draft_(&draft), entities_(&entities) {}

    void add_claim(const ResolvedClaim &claim) {
        const std::set<std::size_t> documents = documents_of(claim);
        NodeRecord node = node_of(claim, documents);
        node.status = status_of(claim);
        const bool is_doubtful = node.status == ClaimStatus::disputed || node.status == ClaimStatus::denied;
        const NodeIndex target = draft_->add_node(std::move(node));
        nodes_.push_back(target);
        for (const ClaimMention &mention : claim.mentions) {
            for (const EntityIndex speaker : speakers_of(attribution_at(mention))) {
                add_statement(mention, claim, speaker, target);
            }
            if (is_doubtful) {
                doubtful_.insert({mention.document, mention.attribution});
            }
        }
        for (const std::size_t about : claim.entities) {
            abouts_.emplace_back(target, about);
        }
        for (const std::size_t d : documents) {
            draft_->add_reported_in(target, d);
        }
    }

    /// Both ends must have been added.
    void add_pair(const ClaimPair &pair) {
        NodeIndex first = nodes_[pair.first];
        NodeIndex second = nodes_[pair.second];
        if (draft_->node(second).id < draft_->node(first).id) {
            std::swap(first, second);
        }
        const EdgeKind kind = pair.is_contradiction ? EdgeKind::contradicts : EdgeKind::corroborates;
        draft_->edge({first, second, kind, Polarity::affirmed, Modality::actual});
    }

    DrawnClaims result() && { return {std::move(doubtful_), std::move(abouts_)}; }

  private:
    const Attribution &attribution_at(const ClaimMention &mention) const {
        return draft_->document(mention.document).attributions[mention.attribution];
    }
    const Proposition &proposition_at(const ClaimMention &mention) const {
        return attribution_at(mention).propositions[mention.proposition];
    }

    static std::set<std::size_t> documents_of(const ResolvedClaim &claim) {
        std::set<std::size_t> documents;
        for (const ClaimMention &mention : claim.mentions) {
            documents.insert(mention.document);
        }
        return documents;
    }

    /// All but its status.
    NodeRecord node_of(const ResolvedClaim &claim, const std::set<std::size_t> &documents) const {
        NodeRecord node;
        node.kind = NodeKind::Claim;
        node.label = claim.label.empty() ? "\u2026" : claim.label;
        node.attributes["sources"] = static_cast<std::int64_t>(draft_->count_independent(documents));
        node.attributes["polarity"] = std::string(name(claim.polarity));
        if (!claim.context.empty()) {
            node.attributes["context"] = claim.context;
        }
        if (!claim.reasons.empty()) {
            node.attributes["reasons"] = claim.reasons;
        }
        if (!claim.doubtful_merges.empty()) {
            node.attributes["doubtful_merges"] = claim.doubtful_merges;
        }
        std::string content;
        for (const ClaimMention &mention : claim.mentions) {
            content += proposition_at(mention).text + "\n" + draft_->document_id(mention.document) + "\n";
            add_mention(mention, node);
        }
        node.id = draft_->free_id(node_id(NodeKind::Claim, {content}));
        return node;
    }

    /// Where the attribution's own text holds it.
    void add_mention(const ClaimMention &mention, NodeRecord &node) const {
        const Attribution &attribution = attribution_at(mention);
        const ByteSpan span = proposition_at(mention).span;
        if (span.begin >= attribution.span.begin && span.end <= attribution.span.end &&
            attribution.text.size() == attribution.span.size()) {
            node.mentions.push_back({draft_->document_id(mention.document), span,
                                     attribution.text.substr(span.begin - attribution.span.begin, span.size())});
        }
    }

    /// Who will not have a thing disputes no claim about it.
    Side side_in_dispute(const ClaimMention &mention, const ResolvedClaim &claim) const {
        const Stance stance = stance_of(attribution_at(mention), proposition_at(mention));
        const Side side = side_of(edge_kind(stance), drawn_polarity(proposition_at(mention), claim));
        return side == Side::against && stance == Stance::rejects ? Side::neither : side;
    }

    /// Of the surest statement of that side; 0 where there is none.
    double surest_confidence(const ResolvedClaim &claim, Side side) const {
        double surest = 0;
        for (const ClaimMention &mention : claim.mentions) {
            if (side_in_dispute(mention, claim) != side) {
                continue;
            }
            for (const EntityIndex speaker : speakers_of(attribution_at(mention))) {
                surest = std::max(surest, full_name_confidence(attribution_at(mention), proposition_at(mention),
                                                               draft_->document(mention.document).entities[speaker]));
            }
        }
        return surest;
    }

    /// By who affirms it and who denies it.
    ClaimStatus status_of(const ResolvedClaim &claim) {
        std::set<NodeIndex> affirming;
        std::set<NodeIndex> denying;
        bool retracted = false;
        for (const ClaimMention &mention : claim.mentions) {
            const Attribution &attribution = attribution_at(mention);
            const Proposition &proposition = proposition_at(mention);
            const Side side = side_in_dispute(mention, claim);
            retracted = retracted || stance_of(attribution, proposition) == Stance::retracts;
            for (const EntityIndex speaker : speakers_of(attribution)) {
                const NodeIndex source = entities_->node(mention.document, speaker);
                if (side == Side::against) {
                    denying.insert(source);
                } else if (side == Side::in_favor) {
                    affirming.insert(source);
                }
            }
        }
        // Who says both has two minds, and disputes with nobody.
        const auto alone = [](const std::set<NodeIndex> &some, const std::set<NodeIndex> &others) {
            return std::any_of(some.begin(), some.end(), [&others](NodeIndex each) { return !others.contains(each); });
        };
        // Below more than half are none (tests/quality/README.md).
        constexpr double least_sure = 0.2;
        if (alone(affirming, denying) && alone(denying, affirming) &&
            surest_confidence(claim, Side::in_favor) >= least_sure &&
            surest_confidence(claim, Side::against) >= least_sure) {
            return ClaimStatus::disputed;
        }
        if (retracted) {
            return ClaimStatus::retracted;
        }
        return !denying.empty() && affirming.empty() ? ClaimStatus::denied : ClaimStatus::asserted;
    }

    void add_statement(const ClaimMention &mention, const ResolvedClaim &claim, EntityIndex speaker, NodeIndex target) {
        const Observations &from = draft_->document(mention.document);
        const Attribution &attribution = from.attributions[mention.attribution];
        const Proposition &proposition = attribution.propositions[mention.proposition];
        const NodeIndex source = entities_->node(mention.document, speaker);
        EdgeRecord &record = draft_->edge({source, target, edge_kind(stance_of(attribution, proposition)),
                                           drawn_polarity(proposition, claim), proposition.modality});
        Evidence evidence;
        evidence.document = draft_->document_id(mention.document);
        evidence.span = attribution.span;
        evidence.text = attribution.text;
        evidence.source = attribution.source;
        evidence.cue = attribution.cue;
        evidence.content = content_of(attribution, proposition);
        evidence.polarity = proposition.polarity;
        record.evidence.push_back(std::move(evidence));
        raise_confidence(record, statement_confidence(attribution, proposition, from.entities[speaker]));
        keep_earliest_date(record, attribution.date.empty() ? from.document.published.value_or("") : attribution.date);
        for (std::optional<AttributionIndex> outer = attribution.nested_in; outer;
             outer = from.attributions[*outer].nested_in) {
            const Attribution &relay = from.attributions[*outer];
            if (relay.source_entity && relay.source_entity != attribution.source_entity && is_asserting(relay.stance)) {
                const std::size_t relayer = entities_->at(mention.document, *relay.source_entity);
                if (is_actor(entities_->entity(relayer).kind)) {
                    record.relayed_by.push_back(entities_->node(relayer));
                }
            }
        }
    }

    GraphDraft *draft_;
    EntityNodes *entities_;
    /// Of the claims, in the order in which they were added.
    std::vector<NodeIndex> nodes_;
    std::set<AttributionPlace> doubtful_;
    std::vector<std::pair<NodeIndex, std::size_t>> abouts_;
};

} // namespace

DrawnClaims add_claims(GraphDraft &draft, EntityNodes &entities, const ClaimResolution &claims) {
    ClaimDrawing drawing(draft, entities);
    for (const ResolvedClaim &claim : claims.claims) {
        drawing.add_claim(claim);
    }
    for (const ClaimPair &pair : claims.pairs) {
        drawing.add_pair(pair);
    }
    return std::move(drawing).result();
}

void add_abouts(GraphDraft &draft, EntityNodes &entities, const DrawnClaims &claims) {
    for (const auto &[claim, about] : claims.abouts) {
        const ResolvedEntity &entity = entities.entity(about);
        if (entity.kind != NodeKind::Group || entity.is_named || entities.has_node(about)) {
            draft.edge({claim, entities.node(about), EdgeKind::about, Polarity::affirmed, Modality::actual});
        }
    }
}

} // namespace gainsay
