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

} // namespace

std::vector<GoldChains> read_gold_chains(const std::filesystem::path &path, const std::filesystem::path &model) {
    std::unordered_map<std::string, std::vector<GoldMention>> mentions;
    std::ifstream file(path);
    if (!file) {
        throw InputError(path.string(), "gold chains", "no such file");
    }
    for (std::string line; std::getline(file, line);) {
        rapidjson::Document json;
        if (json.Parse(line.c_str()).HasParseError() || !json.HasMember("id") || !json.HasMember("mentions")) {
            throw InputError(path.string(), R"(a line {"id", "text", "mentions"})", line.substr(0, 40));
        }
        mentions[json["id"].GetString()] = read_mentions(json["mentions"]);
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
        gold.mentions = mentions[gold.document.meta.id];
        all.push_back(std::move(gold));
    }
    return all;
}

} // namespace gainsay::training
