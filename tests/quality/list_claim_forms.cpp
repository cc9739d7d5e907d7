// Writes the propositions of observations as claims are compared, one JSON line each: what a scorer of pairs may look
// at. fit_claim_pairs.py fits its weights on them.

#include "base/error.h"
#include "base/resources.h"
#include "language/resolution_words.h"
#include "observation/observation_json.h"
#include "resolve/claim/claim_form.h"
#include "resolve/claim/claim_resolution.h"
#include "resolve/claim/statement_standing.h"

#include <rapidjson/ostreamwrapper.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <string>

namespace {

using Writer = rapidjson::Writer<rapidjson::OStreamWrapper>;

void write_text(Writer &writer, const char *key, const std::string &text) {
    writer.Key(key);
    writer.String(text.c_str(), static_cast<rapidjson::SizeType>(text.size()));
}

template <class Items, class Write>
void write_list(Writer &writer, const char *key, const Items &items, Write write) {
    writer.Key(key);
    writer.StartArray();
    for (const auto &item : items) {
        write(item);
    }
    writer.EndArray();
}

} // namespace

int main(int count, char **arguments) {
    using namespace gainsay;
    if (count != 2) {
        std::cerr << "usage: list_claim_forms OBSERVATIONS.jsonl\n";
        return 2;
    }
    try {
        std::ifstream input(arguments[1]);
        std::vector<Observations> documents;
        std::string line;
        while (std::getline(input, line)) {
            documents.push_back(parse_json_line(line, arguments[1], documents.size() + 1));
        }
        std::sort(documents.begin(), documents.end(),
                  [](const Observations &a, const Observations &b) { return a.document.id < b.document.id; });
        const ResolutionWords words(Resources().words());
        const StoryGroups stories(documents, words.stories);
        const EntityResolution entities(documents, stories, words.entities);
        const ClaimWords &known = words.claims;
        const std::vector<std::vector<bool>> included = find_statements(documents, entities);
        const ClaimForms forms(documents, entities, known, included, &stories);
        const ClaimResolution resolution = resolve_claims(documents, entities, words, included, &stories);
        std::map<ClaimMention, std::size_t> claim_of;
        for (std::size_t i = 0; i < resolution.claims.size(); ++i) {
            for (const ClaimMention &mention : resolution.claims[i].mentions) {
                claim_of.emplace(mention, i);
            }
        }
        rapidjson::OStreamWrapper stream(std::cout);
        for (std::size_t i = 0; i < forms.size(); ++i) {
            const ClaimForm &form = forms[i];
            const Proposition &proposition = forms.proposition(i);
            const Attribution &attribution = forms.attribution(i);
            Writer writer(stream);
            writer.StartObject();
            write_text(writer, "doc", documents[form.mention.document].document.id);
            writer.Key("story");
            writer.Uint64(stories.of(form.mention.document));
            writer.Key("attribution");
            writer.Uint64(form.mention.attribution);
            const auto number = [&writer](std::size_t each) { writer.Uint64(each); };
            write_list(writer, "span", std::vector<std::size_t>{proposition.span.begin, proposition.span.end}, number);
            write_text(writer, "text", forms.wording(i));
            write_text(writer, "stance", std::string(name(attribution.stance)));
            write_text(writer, "polarity", std::string(name(proposition.polarity)));
            write_text(writer, "modality", std::string(name(proposition.modality)));
            const auto word = [&](Concept each) {
                writer.StartArray();
                writer.String(forms.word(each).c_str());
                writer.Double(forms.weight(each));
                writer.Bool(known.is_weak(forms.word(each)));
                writer.EndArray();
            };
            write_list(writer, "words", form.words, word);
            write_list(writer, "core", form.core, word);
            write_list(writer, "lemmas", proposition.words,
                       [&](const std::string &each) { writer.String(each.c_str()); });
            write_list(writer, "predicates", proposition.predicates,
                       [&](const std::string &each) { writer.String(each.c_str()); });
            write_list(writer, "numbers", form.numbers, [&](const std::string &each) { writer.String(each.c_str()); });
            write_list(writer, "entities", form.entities, number);
            write_list(writer, "sides", form.sides, number);
            write_list(writer, "actors", form.actors, number);
            writer.Key("subject");
            if (proposition.subject) {
                writer.Int64(static_cast<std::int64_t>(entities.at(form.mention.document, *proposition.subject)));
            } else {
                writer.Int64(-1);
            }
            write_text(writer, "head", form.head ? forms.word(*form.head) : std::string());
            writer.Key("of_nobody");
            writer.Bool(form.is_of_nobody);
            writer.Key("source");
            writer.Int64(form.source ? static_cast<std::int64_t>(*form.source) : -1);
            write_text(writer, "speaker", form.source ? entities.entities()[*form.source].label : std::string());
            writer.Key("holds");
            writer.Bool(forms.holds_true(i));
            writer.Key("confidence");
            writer.Double(attribution.confidence);
            writer.Key("claim");
            writer.Uint64(claim_of.at(form.mention));
            writer.Key("negations");
            writer.Uint64(form.negations);
            writer.Key("points_back");
            writer.Bool(proposition.points_back);
            write_text(writer, "stance_read", std::string(name(stance_of(attribution, proposition))));
            writer.Key("affair");
            writer.Uint64(stories.affair_of(form.mention.document));
            writer.Key("wish");
            writer.Bool(form.is_wish);
            writer.Key("idea");
            writer.Bool(form.is_idea);
            writer.Key("past");
            writer.Bool(form.is_past);
            writer.Key("vague");
            writer.Bool(proposition.is_vague);
            writer.EndObject();
            stream.Put('\n');
        }
    } catch (const std::exception &error) {
        std::cerr << "list_claim_forms: " << error.what() << '\n';
        return 3;
    }
    return 0;
}
