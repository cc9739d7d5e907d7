#include "graph_schema/attribute.h"
#include "graph_schema/edge_kind.h"
#include "graph_schema/generated_files.h"
#include "graph_schema/news_type.h"
#include "graph_schema/node_kind.h"

#include <array>

namespace gainsay {

namespace {

void add_row(std::string &page, std::initializer_list<std::string> cells) {
    page += "|";
    for (const std::string &cell : cells) {
        page.append(" ").append(cell).append(" |");
    }
    page += "\n";
}

void add_head(std::string &page, std::initializer_list<std::string> cells) {
    add_row(page, cells);
    page += "|";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        page += " --- |";
    }
    page += "\n";
}

std::string code(std::string_view text) {
    return "`" + std::string(text) + "`";
}

/// "actors" for all of them, else the kinds' names.
std::string ends(NodeKinds kinds) {
    NodeKinds rest;
    bool all_actors = true;
    for (const NodeKindRow &kind : node_kinds()) {
        if (kind.is_actor) {
            all_actors = all_actors && kinds.contains(kind.kind);
        } else if (kinds.contains(kind.kind)) {
            rest = rest | kind.kind;
        }
    }
    if (!all_actors) {
        return names(kinds);
    }
    return rest.empty() ? "actors" : "actors, " + names(rest);
}

struct FamilyHeading {
    EdgeFamily family;
    std::string_view text;
};
constexpr auto family_headings = std::to_array<FamilyHeading>({
    {EdgeFamily::statement, "Statements: what an actor does with a claim. Each has evidence. The edge's polarity is "
                            "the statement's: whoever says "
                            "\"we did not agree\" `denies` (affirmed) the claim that they agreed, and the evidence has "
                            "`polarity: negated`, since the "
                            "content was worded so."},
    {EdgeFamily::action, "Actions: the short form of an event of the type named. Each has evidence."},
    {EdgeFamily::structure, "Structure"},
    {EdgeFamily::comparison, "Comparison"},
    {EdgeFamily::provenance, "Provenance"},
    {EdgeFamily::derived, "Derived: only in the view `actors`, which folds claims and events"},
});

template <class Word>
void add_words(std::string &page, std::string_view title) {
    page.append("\n## ").append(title).append("\n\n");
    add_head(page, {"name", "meaning"});
    for (std::size_t i = 0; i < names_of<Word>().size(); ++i) {
        const auto word = static_cast<Word>(i);
        add_row(page, {code(name(word)), std::string(description(word))});
    }
}

} // namespace

std::string schema_page() {
    std::string page = "# What a graph is made of\n\n"
                       "Made from the tables in this folder by the target `schema_files`; a test keeps it up to date.\n"
                       "\n## Nodes\n\n";
    add_head(page, {"kind", "actor", "what it is"});
    for (const NodeKindRow &kind : node_kinds()) {
        add_row(page, {code(kind.name), kind.is_actor ? "yes" : "", std::string(kind.description)});
    }
    page += "\n## Edges\n";
    for (const FamilyHeading &heading : family_headings) {
        page.append("\n### ").append(heading.text).append("\n\n");
        add_head(page,
                 {"kind", "from", "to", "shown as", "if negated", "if possible", "event type", "tone", "meaning"});
        for (const EdgeKindRow &kind : edge_kinds()) {
            if (kind.family == heading.family) {
                add_row(page, {code(kind.name), ends(kind.sources), ends(kind.targets), std::string(kind.label),
                               edge_label(kind.kind, Polarity::negated, Modality::actual),
                               edge_label(kind.kind, Polarity::affirmed, Modality::possible),
                               kind.event_type ? std::string(name(*kind.event_type)) : "", std::string(name(kind.tone)),
                               std::string(kind.description) + (kind.is_mutual ? " (no direction)" : "")});
            }
        }
    }
    page += "\n## Attributes of nodes\n\n";
    add_head(page, {"name", "of", "type", "meaning"});
    for (const AttributeRow &attribute : node_attributes()) {
        add_row(page, {code(attribute.name), attribute.kinds == all_node_kinds() ? "all" : ends(attribute.kinds),
                       std::string(name(attribute.type)), std::string(attribute.description)});
    }
    add_words<Modality>(page, "Modality");
    add_words<ClaimStatus>(page, "Status of a claim");
    add_words<Role>(page, "Roles in an event");
    page += "\n## News types\n\nEvery event has one. The category is that of those of its events that an action is "
            "short for; of the "
            "family `life`, only where somebody did it.\n\n";
    add_head(page, {"name", "family", "category", "needs", "meaning"});
    for (const NewsTypeRow &type : news_types()) {
        add_row(page, {code(type.name), std::string(name(type.family)),
                       type.category ? std::string(name(*type.category)) : "", std::string(name(type.needs)),
                       std::string(type.description)});
    }
    add_words<EventType>(page, "Event types");
    return page;
}

const std::vector<GeneratedFile> &generated_files() {
    static const std::vector<GeneratedFile> files = {{"graph.schema.json", graph_json_schema},
                                                     {"observations.schema.json", observations_json_schema},
                                                     {"schema.md", schema_page}};
    return files;
}

} // namespace gainsay
