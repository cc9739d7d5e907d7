#include "query/question_tables.h"

#include <algorithm>
#include <array>

namespace gainsay {

namespace {

struct QuestionRow {
    std::string_view description;
    QuestionTable (*answer)(const TableInput &input);
};

constexpr auto question_names = std::to_array<std::string_view>(
    {"sources", "outlets", "actors", "claims", "anonymous", "only", "first", "stance", "changed"});
constexpr auto questions = std::to_array<QuestionRow>({
    {"who is quoted how often by which outlet", sources_table},
    {"what each outlet reports, and how much of it from sources without a name", outlets_table},
    {"what each actor says, and on how many claims another says the opposite", actors_table},
    {"who says how much about each claim", claims_table},
    {"what sources without a name say", anonymous_table},
    {"claims that one outlet alone has", only_table},
    {"who said first what several articles tell", first_table},
    {"every stand that an actor took, in order of time", stance_table},
    {"who stood on one side of a claim and later on the other", changed_table},
});

} // namespace

template <>
std::span<const std::string_view> names_of<TableQuestion>() {
    return question_names;
}

std::string_view description(TableQuestion question) {
    return questions.at(static_cast<std::size_t>(question)).description;
}

QuestionTable answer_table(const KnowledgeGraph &graph, const ArticleIndex &articles, TableQuestion question,
                           const TableOptions &options) {
    TableInput input{&graph, &articles, {}};
    for (Statement &said : list_statements(graph, articles, options.period)) {
        const EdgeRecord &edge = graph.edge(said.edge);
        const Evidence &piece = edge.evidence[said.piece];
        const bool is_of_actor = options.actors.empty() || std::find(options.actors.begin(), options.actors.end(),
                                                                     edge.source) != options.actors.end();
        const bool is_of_document = !options.documents || std::binary_search(options.documents->begin(),
                                                                             options.documents->end(), piece.document);
        if (is_of_actor && is_of_document) {
            input.statements.push_back(
                {&edge, &piece, std::move(said.when), said.side, articles.outlet(piece.document)});
        }
    }
    return questions.at(static_cast<std::size_t>(question)).answer(input);
}

} // namespace gainsay
