#include "factuality_corpus.h"

#include "base/atomic_file.h"
#include "base/error.h"

#include <algorithm>
#include <string_view>

#include <rapidjson/document.h>

namespace gainsay::training {

FactualityCorpus read_factuality(const std::filesystem::path &path) {
    const std::string text = read_file(path);
    FactualityCorpus corpus;
    std::size_t line = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        ++line;
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        rapidjson::Document row;
        row.Parse(text.data() + begin, end - begin);
        begin = end + 1;
        const auto expect = [&](bool right) {
            if (!right) {
                throw InputError(path.string() + ":" + std::to_string(line), "sent_id and predicates",
                                 "something else");
            }
        };
        expect(!row.HasParseError() && row.IsObject() && row.HasMember("sent_id") && row["sent_id"].IsString() &&
               row.HasMember("predicates") && row["predicates"].IsArray());
        std::vector<FactualityJudgement> &judgements = corpus[row["sent_id"].GetString()];
        for (const rapidjson::Value &predicate : row["predicates"].GetArray()) {
            expect(predicate.IsObject() && predicate.HasMember("token") && predicate["token"].IsUint() &&
                   predicate["token"].GetUint() > 0 && predicate.HasMember("factuality") &&
                   predicate["factuality"].IsNumber() && predicate.HasMember("confidence") &&
                   predicate["confidence"].IsNumber());
            judgements.push_back({predicate["token"].GetUint() - 1U, predicate["factuality"].GetDouble(),
                                  predicate["confidence"].GetDouble()});
        }
    }
    return corpus;
}

} // namespace gainsay::training
