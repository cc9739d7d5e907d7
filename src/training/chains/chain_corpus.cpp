#include "chain_corpus.h"

#include "base/error.h"
#include "ingest/article_reader.h"
#include "nlp/language_engine.h"

#include <rapidjson/document.h>

#include <fstream>
#include <unordered_map>
#include <variant>

namespace gainsay::training {

namespace {

std::vector<GoldMention> read_mentions(const rapidjson::Value &rows) {
    std::vector<GoldMention> mentions;
    for (const rapidjson::Value &row : rows.GetArray()) {
        GoldMention mention;
        mention.span = {row[0].GetUint64(), row[1].GetUint64()};
        mention.head = {row[2].GetUint64(), row[3].GetUint64()};
        mention.cluster = row[4].GetString();
        mentions.push_back(std::move(mention));
    }
    return mentions;
}

/// What people said of one text.
struct Annotation {
    std::vector<GoldMention> mentions;
    std::vector<ByteSpan> asked;
};

Annotation read_annotation(const rapidjson::Value &json) {
    Annotation annotation;
    annotation.mentions = read_mentions(json["mentions"]);
    if (const auto asked = json.FindMember("asked"); asked != json.MemberEnd()) {
        for (const rapidjson::Value &row : asked->value.GetArray()) {
            annotation.asked.push_back({row[0].GetUint64(), row[1].GetUint64()});
        }
    }
    return annotation;
}

} // namespace

std::vector<GoldChains> read_gold_chains(const std::filesystem::path &path, const std::filesystem::path &model) {
    std::unordered_map<std::string, Annotation> annotations;
    std::ifstream file(path);
    if (!file) {
        throw InputError(path.string(), "gold chains", "no such file");
    }
    for (std::string line; std::getline(file, line);) {
        rapidjson::Document json;
        if (json.Parse(line.c_str()).HasParseError() || !json.HasMember("id") || !json.HasMember("mentions")) {
            throw InputError(path.string(), R"(a line {"id", "text", "mentions"})", line.substr(0, 40));
        }
        annotations[json["id"].GetString()] = read_annotation(json);
    }
    const LanguageEngine engine = LanguageEngine::load(model);
    LanguageEngine::Scratch scratch;
    std::vector<GoldChains> all;
    DocumentStream stream({path.string()});
    while (std::optional<DocumentItem> item = stream.next()) {
        if (const auto *failure = std::get_if<DocumentFailure>(&*item)) {
            throw InputError(path.string(), failure->reason.message, "");
        }
        GoldChains gold;
        gold.document = std::move(std::get<IngestedDocument>(*item).document);
        engine.annotate(gold.document, scratch);
        Annotation &annotation = annotations[gold.document.meta.id];
        gold.mentions = std::move(annotation.mentions);
        gold.asked = std::move(annotation.asked);
        all.push_back(std::move(gold));
    }
    return all;
}

} // namespace gainsay::training
