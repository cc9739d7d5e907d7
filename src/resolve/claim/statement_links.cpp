#include "resolve/claim/statement_links.h"

#include "resolve/claim/statement_content.h"

#include <string>

namespace gainsay {

namespace {

std::vector<ClaimMention> find(const std::vector<Observations> &documents, const StatementReference &reference) {
    std::vector<ClaimMention> found;
    for (std::size_t d = 0; d < documents.size(); ++d) {
        if (documents[d].document.id != reference.document) {
            continue;
        }
        for (std::size_t a = 0; a < documents[d].attributions.size(); ++a) {
            const Attribution &attribution = documents[d].attributions[a];
            for (std::size_t p = 0; p < attribution.propositions.size(); ++p) {
                if (stands_at(attribution, attribution.propositions[p], reference.content)) {
                    found.push_back({d, a, p});
                }
            }
        }
    }
    return found;
}

} // namespace

bool stands_at(const Attribution &attribution, const Proposition &proposition, ByteSpan place) {
    const std::vector<ByteSpan> parts = content_of(attribution, proposition);
    return !parts.empty() && parts.front().begin == place.begin && parts.back().end == place.end;
}

std::vector<StatementLink> find_statement_links(const std::vector<Observations> &documents, const Overrides &overrides,
                                                Diagnostics &diagnostics) {
    std::vector<StatementLink> links;
    for (const Override &line : overrides.entries()) {
        if (!line.is_of_claims()) {
            continue;
        }
        StatementLink link;
        link.is_same = line.action == Override::Action::same;
        bool is_whole = true;
        for (const auto &[reference, found] :
             {std::pair{&line.statement, &link.first}, std::pair{&line.other_statement, &link.second}}) {
            *found = find(documents, *reference);
            if (found->empty()) {
                is_whole = false;
                diagnostics.add({Severity::warning, overrides.name(), std::nullopt, line.line, missing(*reference)});
            }
        }
        if (is_whole) {
            links.push_back(std::move(link));
        }
    }
    return links;
}

std::string missing(const StatementReference &reference) {
    return "no statement of '" + reference.document + "' stands at " + std::to_string(reference.content.begin) + "-" +
           std::to_string(reference.content.end);
}

} // namespace gainsay
