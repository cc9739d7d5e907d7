#include "training/attribution/attribution_corpus.h"

#include "training/corpus.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <stdexcept>

namespace gainsay::training {

namespace {

Document parsed(std::string id, std::string text, const LanguageEngine &engine, LanguageEngine::Scratch &scratch) {
    Document document;
    document.meta.id = std::move(id);
    document.text = std::move(text);
    const StateMap states(engine.state_size());
    engine.annotate(document, scratch, &states);
    return document;
}

std::vector<TokenIndex> tokens_in(const Document &document, const rapidjson::Value &spans) {
    std::vector<TokenIndex> tokens;
    for (const auto &span : spans.GetArray()) {
        const std::size_t begin = span[0].GetUint();
        const std::size_t end = span[1].GetUint();
        auto first = std::lower_bound(document.tokens.begin(), document.tokens.end(), begin,
                                      [](const Token &token, std::size_t at) { return token.span.end <= at; });
        for (; first != document.tokens.end() && first->span.begin < end; ++first) {
            tokens.push_back(static_cast<TokenIndex>(first - document.tokens.begin()));
        }
    }
    std::sort(tokens.begin(), tokens.end());
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
    return tokens;
}

std::optional<StanceTag> stance_in(const rapidjson::Value &attribution) {
    const auto found = attribution.FindMember("stance");
    if (found == attribution.MemberEnd()) {
        return std::nullopt;
    }
    const auto *const name =
        std::find(stance_tag_names.begin(), stance_tag_names.end(), std::string_view(found->value.GetString()));
    if (name == stance_tag_names.end()) {
        throw std::runtime_error(std::string("no stance is called ") + found->value.GetString());
    }
    return static_cast<StanceTag>(name - stance_tag_names.begin());
}

std::vector<std::string> by_frequency(const std::map<std::string, std::size_t> &counts, std::size_t least) {
    std::vector<std::pair<std::size_t, std::string>> sorted;
    for (const auto &[word, count] : counts) {
        if (count >= least && !word.empty()) {
            sorted.emplace_back(count, word);
        }
    }
    std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::vector<std::string> words;
    for (auto &[count, word] : sorted) {
        words.push_back(word);
    }
    return words;
}

} // namespace

AnnotatedArticle::AnnotatedArticle(std::string id, std::string text, const LanguageEngine &engine,
                                   LanguageEngine::Scratch &scratch, const English &english)
    : document(parsed(std::move(id), std::move(text), engine, scratch)), syntax(read_trees(document, english)),
      quotations(syntax) {}

std::vector<std::unique_ptr<AnnotatedArticle>> read_articles(const std::filesystem::path &path, Annotation annotation,
                                                             const LanguageEngine &engine, const English &english,
                                                             std::size_t most) {
    std::istringstream lines(read_corpus_file(path));
    LanguageEngine::Scratch scratch;
    std::vector<std::unique_ptr<AnnotatedArticle>> articles;
    for (std::string line; std::getline(lines, line) && (most == 0 || articles.size() < most);) {
        rapidjson::Document json;
        json.Parse(line.c_str(), line.size());
        if (json.HasParseError()) {
            throw std::runtime_error(path.string() + ": a line is no JSON");
        }
        articles.push_back(std::make_unique<AnnotatedArticle>(json["doc_id"].GetString(), json["text"].GetString(),
                                                              engine, scratch, english));
        AnnotatedArticle &article = *articles.back();
        article.annotation = annotation;
        for (const auto &each : json["attributions"].GetArray()) {
            GoldAttribution gold;
            const std::vector<TokenIndex> cue = tokens_in(article.document, each["cue"]);
            if (!cue.empty()) {
                gold.cue = {cue.front(), cue.back() + 1};
            }
            gold.source = tokens_in(article.document, each["source"]);
            gold.content = tokens_in(article.document, each["content"]);
            gold.stance = stance_in(each);
            article.attributions.push_back(std::move(gold));
        }
    }
    return articles;
}

AttributionLists collect_lists(const std::vector<std::unique_ptr<AnnotatedArticle>> &articles, std::size_t least) {
    std::map<std::string, std::size_t> lemmas;
    std::map<std::string, std::size_t> relations;
    for (const auto &article : articles) {
        for (TokenIndex token = 0; token < article->syntax.size(); ++token) {
            ++lemmas[article->syntax.lemma(token)];
            ++relations[std::string(article->syntax.relation(token))];
        }
    }
    return {by_frequency(lemmas, least), by_frequency(relations, 1)};
}

} // namespace gainsay::training
