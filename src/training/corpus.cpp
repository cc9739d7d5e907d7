#include "training/corpus.h"

#include <boost/iostreams/copy.hpp>
#include <boost/iostreams/filter/lzma.hpp>
#include <boost/iostreams/filtering_streambuf.hpp>
#include <fstream>
#include <map>
#include <rapidjson/document.h>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace gainsay::training {
namespace {

std::vector<std::string> split(const std::string &line, char separator) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t at = line.find(separator); at != std::string::npos; at = line.find(separator, begin)) {
        parts.push_back(line.substr(begin, at - begin));
        begin = at + 1;
    }
    parts.push_back(line.substr(begin));
    return parts;
}

std::string our_name_type(const std::string &tag) {
    static const std::map<std::string, std::string> types = {
        {"PER", "PER"},          {"person", "PER"},         {"politician", "PER"}, {"ORG", "ORG"},
        {"organisation", "ORG"}, {"politicalparty", "ORG"}, {"LOC", "LOC"},        {"location", "LOC"},
        {"country", "LOC"},      {"EVENT", "EVENT"},        {"event", "EVENT"},    {"election", "EVENT"},
        {"MISC", "MISC"},        {"misc", "MISC"}};
    if (tag == "O")
        return tag;
    const auto found = types.find(tag.substr(2));
    if (found == types.end())
        throw std::runtime_error("name type not known: " + tag);
    return tag.substr(0, 2) + found->second;
}

/// CoreNLP's types as ours, without B- or I-. An adjective or plural of a people or party is filed under MISC there.
std::string silver_name_type(const std::string &tag, const std::string &pos) {
    if (tag == "PERSON")
        return "PER";
    if (tag == "ORGANIZATION")
        return "ORG";
    if (tag == "LOCATION")
        return "LOC";
    if (tag == "DATE")
        return "DATE";
    if (tag == "MISC")
        return pos == "JJ" || pos == "NNPS" ? "NORP" : "MISC";
    return "O";
}

std::map<std::string, std::string> article_texts(const std::filesystem::path &path) {
    std::map<std::string, std::string> texts;
    std::istringstream lines(read_corpus_file(path));
    for (std::string line; std::getline(lines, line);) {
        rapidjson::Document json;
        json.Parse(line.c_str());
        if (json.HasParseError() || !json.IsObject())
            throw std::runtime_error(path.string() + ": not JSON Lines");
        texts[json["doc_id"].GetString()] = std::string(json["text"].GetString(), json["text"].GetStringLength());
    }
    return texts;
}

void mark_names(CorpusSentence &sentence) {
    for (std::size_t i = sentence.tokens.size(); i-- > 0;) {
        auto &name = sentence.tokens[i].name;
        if (name != "O")
            name = (i > 0 && sentence.tokens[i - 1].name == name ? "I-" : "B-") + name;
    }
}

} // namespace

int LabelSet::add(const std::string &label) {
    const auto [at, is_new] = index_.try_emplace(label, size());
    if (is_new)
        labels_.push_back(label);
    return at->second;
}

int LabelSet::find(const std::string &label) const {
    const auto at = index_.find(label);
    return at == index_.end() ? unknown : at->second;
}

std::string read_corpus_file(const std::filesystem::path &path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw std::runtime_error("cannot open " + path.string());
    boost::iostreams::filtering_streambuf<boost::iostreams::input> in;
    if (path.extension() == ".xz")
        in.push(boost::iostreams::lzma_decompressor());
    in.push(file);
    std::ostringstream out;
    boost::iostreams::copy(in, out);
    return std::move(out).str();
}

std::vector<CorpusSentence> read_conllu(const std::filesystem::path &path) {
    std::vector<CorpusSentence> sentences;
    std::istringstream lines(read_corpus_file(path));
    CorpusSentence sentence;
    std::string document;
    int range_end = 0;
    bool range_space = true;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty()) {
            for (std::size_t i = 1; i < sentence.tokens.size(); ++i)
                sentence.tokens[i].space_before = sentence.tokens[i - 1].space_after;
            sentence.document = document;
            if (!sentence.tokens.empty())
                sentences.push_back(std::move(sentence));
            sentence = {};
            range_end = 0;
            continue;
        }
        if (line.starts_with("# newdoc id = "))
            document = line.substr(14);
        if (line.starts_with('#'))
            continue;
        const auto columns = split(line, '\t');
        if (columns.size() != 10)
            throw std::runtime_error(path.string() + ": not ten columns: " + line);
        const bool space = columns[9].find("SpaceAfter=No") == std::string::npos;
        if (const auto dash = columns[0].find('-'); dash != std::string::npos) {
            range_end = std::stoi(columns[0].substr(dash + 1));
            range_space = space;
            continue;
        }
        if (columns[0].find('.') != std::string::npos)
            continue;
        CorpusToken token;
        token.form = columns[1];
        token.lemma = columns[2];
        token.upos = columns[3];
        token.xpos = columns[4];
        token.feats = columns[5];
        token.head = std::stoi(columns[6]) - 1;
        token.deprel = columns[7];
        const int id = std::stoi(columns[0]);
        token.space_after = id < range_end ? false : (id == range_end ? range_space : space);
        sentence.tokens.push_back(std::move(token));
    }
    return sentences;
}

std::vector<CorpusSentence> read_names(const std::filesystem::path &path) {
    std::vector<CorpusSentence> sentences;
    std::istringstream lines(read_corpus_file(path));
    CorpusSentence sentence;
    std::string document;
    const auto finish = [&] {
        sentence.document = document;
        if (!sentence.tokens.empty())
            sentences.push_back(std::move(sentence));
        sentence = {};
    };
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("# doc_id = "))
            document = line.substr(11);
        const auto tab = line.find('\t');
        if (tab == std::string::npos) {
            finish();
            continue;
        }
        CorpusToken token;
        token.form = line.substr(0, tab);
        token.name = our_name_type(line.substr(tab + 1));
        sentence.tokens.push_back(std::move(token));
    }
    finish();
    return sentences;
}

std::size_t add_names(std::vector<CorpusSentence> &sentences, const std::vector<CorpusSentence> &names) {
    const auto key = [](const CorpusSentence &sentence) {
        std::string forms;
        for (const auto &token : sentence.tokens)
            forms += token.form + '\n';
        return forms;
    };
    std::unordered_map<std::string, const CorpusSentence *> by_forms;
    for (const auto &sentence : names)
        by_forms.emplace(key(sentence), &sentence);
    std::size_t found = 0;
    for (auto &sentence : sentences) {
        const auto at = by_forms.find(key(sentence));
        if (at == by_forms.end())
            continue;
        ++found;
        for (std::size_t i = 0; i < sentence.tokens.size(); ++i)
            sentence.tokens[i].name = at->second->tokens[i].name;
    }
    return found;
}

std::vector<CorpusSentence> read_silver(const std::filesystem::path &columns, const std::filesystem::path &articles) {
    const auto texts = article_texts(articles);
    std::vector<CorpusSentence> sentences;
    std::istringstream lines(read_corpus_file(columns));
    CorpusSentence sentence;
    std::string document;
    const std::string *text = nullptr;
    std::size_t last_end = 0;
    const auto finish = [&] {
        mark_names(sentence);
        sentence.document = document;
        sentence.corpus = Corpus::silver;
        if (!sentence.tokens.empty())
            sentences.push_back(std::move(sentence));
        sentence = {};
    };
    for (std::string line; std::getline(lines, line);) {
        if (line.empty()) {
            finish();
            continue;
        }
        if (line.starts_with("# doc_id = ")) {
            document = line.substr(11);
            const auto found = texts.find(document);
            if (found == texts.end())
                throw std::runtime_error("no article " + document + " in " + articles.string());
            text = &found->second;
            continue;
        }
        const auto fields = split(line, '\t');
        if (fields.size() != 8 || text == nullptr)
            throw std::runtime_error(columns.string() + ": not eight columns: " + line);
        const auto begin = static_cast<std::size_t>(std::stoul(fields[4]));
        const auto end = static_cast<std::size_t>(std::stoul(fields[5]));
        CorpusToken token;
        // The columns have brackets and quotes rewritten; the article has the true form.
        token.form = text->substr(begin, end - begin);
        token.xpos = fields[2];
        token.name = silver_name_type(fields[3], fields[2]);
        token.head = std::stoi(fields[6]) - 1;
        token.deprel = fields[7];
        token.space_before = sentence.tokens.empty() || begin != last_end;
        if (!sentence.tokens.empty())
            sentence.tokens.back().space_after = token.space_before;
        last_end = end;
        sentence.tokens.push_back(std::move(token));
    }
    finish();
    return sentences;
}

} // namespace gainsay::training
