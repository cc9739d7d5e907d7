#include "resolve/claim/statement_report.h"

namespace gainsay {

StatementReport report_statements(const std::vector<Observations> &documents, const EntityResolution &entities) {
    StatementReport report;
    const std::vector<std::vector<Omission>> omissions = find_omissions(documents, entities);
    for (std::size_t d = 0; d < documents.size(); ++d) {
        report.attributions += omissions[d].size();
        for (std::size_t a = 0; a < omissions[d].size(); ++a) {
            if (omissions[d][a] != Omission::none) {
                const Attribution &attribution = documents[d].attributions[a];
                report.left_out.push_back(
                    {omissions[d][a], documents[d].document.id, attribution.span, attribution.text});
            }
        }
    }
    return report;
}

} // namespace gainsay
