// Lists the statements of articles with what is seen of them (extract/certainty/statement_features.h), for
// mark_statements.py, which says of each whether readers marked the same.

#include "base/error.h"
#include "extract/extractor.h"
#include "ingest/article_reader.h"
#include "nlp/language_engine.h"
#include "resolve/claim/statement_content.h"

#include <exception>
#include <iostream>
#include <span>
#include <string>
#include <variant>

namespace {

using namespace gainsay;

std::string clean(std::string text) {
    for (char &letter : text) {
        letter = letter == '\t' || letter == '\n' ? ' ' : letter;
    }
    return text;
}

/// As begin:end in bytes.
std::string places_of(const std::vector<ByteSpan> &pieces) {
    std::string text;
    for (const ByteSpan &piece : pieces) {
        text += (text.empty() ? "" : ",") + std::to_string(piece.begin) + ':' + std::to_string(piece.end);
    }
    return text;
}

} // namespace

int main(int count, char **arguments) {
    if (count != 3) {
        std::cerr << "usage: list_statements ARTICLES.jsonl RESOURCES/en > STATEMENTS.tsv\n";
        return 2;
    }
    try {
        const std::filesystem::path folder = arguments[2];
        const LanguageEngine engine = LanguageEngine::load(folder / "english.model");
        const Extractor extractor(folder);
        LanguageEngine::Scratch scratch;
        std::cout << "document\tspeaker\tstance\tcontent\tlabel";
        for (const std::string_view name : statement_feature_names) {
            std::cout << '\t' << name;
        }
        std::cout << '\n';
        DocumentStream stream({arguments[1]});
        while (std::optional<DocumentItem> item = stream.next()) {
            auto *read = std::get_if<IngestedDocument>(&*item);
            if (read == nullptr) {
                continue;
            }
            Document &document = read->document;
            engine.annotate(document, scratch, extractor.state_map());
            std::string rows;
            // Who speaks has its name when all is read.
            std::vector<std::pair<EntityIndex, std::string>> found;
            const Observations all =
                extractor.extract(document, [&](const Attribution &statement, const Proposition &proposition,
                                                const StatementFeatures &values) {
                    if (!statement.source_entity) {
                        return;
                    }
                    std::string row(name(stance_of(statement, proposition)));
                    row += '\t' + places_of(content_of(statement, proposition)) + '\t' + clean(proposition.statement);
                    for (const double value : values) {
                        char text[32];
                        std::snprintf(text, sizeof text, "\t%.6g", value);
                        row += text;
                    }
                    found.emplace_back(*statement.source_entity, std::move(row));
                });
            for (const auto &[speaker, row] : found) {
                std::cout << document.meta.id << '\t' << clean(all.entities[speaker].name) << '\t' << row << '\n';
            }
        }
    } catch (const std::exception &error) {
        std::cerr << "list_statements: " << error.what() << '\n';
        return 3;
    }
    return 0;
}
