#include "notation.h"

#include "graph_schema/news_type.h"
#include "graph_schema/word.h"

#include <algorithm>

using namespace gainsay;

namespace {

std::string words_at(std::string_view text, const std::vector<ByteSpan> &spans) {
    std::string words;
    for (const ByteSpan span : spans) {
        words += words.empty() ? "" : " \u2026 ";
        for (const char letter : text.substr(span.begin, span.size())) {
            words += letter == '\n' ? ' ' : letter;
        }
    }
    return words;
}

std::string actor(const Observations &all, const std::optional<EntityIndex> &index, const std::string &words) {
    if (!index) {
        return words.empty() ? "-" : "\"" + words + "\"";
    }
    const Entity &entity = all.entities[*index];
    return entity.name + " (" + std::string(name(entity.type)) + ")";
}

std::string date_of(const EventMention &event) {
    if (!event.date) {
        return "-";
    }
    return event.date->value ? format(*event.date->value) : "?";
}

} // namespace

std::vector<std::string> notation(const Observations &all, std::string_view text) {
    std::vector<std::string> lines;
    for (const Attribution &each : all.attributions) {
        std::string line = "says    " + actor(all, each.source_entity, words_at(text, each.source));
        for (const EntityIndex joint : each.joint_sources) {
            line += " and " + actor(all, joint, "");
        }
        line += " | " + std::string(name(each.stance)) + " | \"" + words_at(text, each.cue) + "\" | \"" +
                words_at(text, each.content) + "\" | " + std::string(name(each.form)) + " " +
                std::string(name(each.polarity)) + " " + std::string(name(each.modality));
        if (each.nested_in) {
            line += " in \"" + words_at(text, all.attributions[*each.nested_in].cue) + "\"";
        }
        if (each.is_presupposed) {
            line += " presupposed";
        }
        lines.push_back(line);
    }
    for (const EventMention &event : all.events) {
        std::string arguments;
        for (const EventArgument &argument : event.arguments) {
            arguments += (arguments.empty() ? "" : ", ") + std::string(name(argument.role)) + " " +
                         actor(all, argument.entity, argument.text);
        }
        lines.push_back("event   " + std::string(name(event.news_type)) +
                        (event.action ? " " + std::string(name(*event.action)) : "") + " | \"" + event.trigger_text +
                        "\" | " + arguments + " | " + date_of(event) + " | " + std::string(name(event.polarity)) + " " +
                        std::string(name(event.modality)));
    }
    for (const Relation &relation : all.relations) {
        if (relation.kind != EdgeKind::holds_position) {
            lines.push_back(std::string(name(relation.kind)) + " " + all.entities[relation.source].name + " | " +
                            all.entities[relation.target].name);
            continue;
        }
        lines.push_back("holds   " + all.entities[relation.source].name + " | " + relation.title + " | " +
                        all.entities[relation.target].name);
    }
    return lines;
}

std::vector<std::string> chain_notation(const Observations &all) {
    std::vector<std::string> lines;
    for (const Entity &entity : all.entities) {
        std::string line = "who     " + entity.name + " (" + std::string(name(entity.type)) + ") | ";
        bool first = true;
        for (const EntityMention &mention : entity.mentions) {
            line += (first ? "\"" : " \u2026 \"") + mention.text + "\"";
            first = false;
        }
        std::replace(line.begin(), line.end(), '\n', ' ');
        lines.push_back(line);
    }
    return lines;
}
