#include "training/names/names_corpus.h"

#include "training/corpus.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

namespace gainsay::training {

namespace {

std::uint32_t type_bit(const std::string &name) {
    for (std::size_t type = 0; type < NameLattice::types.size(); ++type) {
        if (name_type_name(NameLattice::types[type]) == name) {
            return 1U << type;
        }
    }
    throw std::runtime_error("not a type of names: " + name);
}

std::vector<std::string> items(const std::string &text, char separator) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, separator);) {
        const std::size_t begin = part.find_first_not_of(' ');
        if (begin != std::string::npos) {
            parts.push_back(part.substr(begin, part.find_last_not_of(' ') + 1 - begin));
        }
    }
    return parts;
}

class EntryList {
  public:
    explicit EntryList(std::filesystem::path folder) : folder_(std::move(folder)) {}

    void add(const std::string &name, NameLexicon::Kind kind) {
        if (!name.empty()) {
            kinds_[name] |= NameLexicon::bit(kind);
        }
    }
    void add_list(const std::string &list, NameLexicon::Kind kind) {
        for (const std::string &name : items(list, ';')) {
            add(name, kind);
        }
    }
    template <class F>
    void each_row(const std::string &file, F &&f) const {
        std::ifstream in(folder_ / file);
        if (!in) {
            throw std::runtime_error("cannot open " + (folder_ / file).string());
        }
        for (std::string line; std::getline(in, line);) {
            if (line.empty() || line.front() == '#') {
                continue;
            }
            std::vector<std::string> columns;
            std::istringstream parts(line);
            for (std::string part; std::getline(parts, part, '\t');) {
                columns.push_back(part);
            }
            f(columns);
        }
    }
    [[nodiscard]] NameLexicon::Entries entries() const { return {kinds_.begin(), kinds_.end()}; }

  private:
    std::filesystem::path folder_;
    std::map<std::string, NameLexicon::Kinds> kinds_;
};

std::string capitalised(std::string word) {
    if (!word.empty() && word.front() >= 'a' && word.front() <= 'z') {
        word.front() = static_cast<char>(word.front() - 'a' + 'A');
    }
    return word;
}

} // namespace

std::vector<std::uint32_t> NamedArticle::allowed_tags() const {
    const auto of_types = [](std::uint32_t types, std::initializer_list<NameLattice::Place> places) {
        std::uint32_t tags = 0;
        for (std::size_t type = 0; type < NameLattice::types.size(); ++type) {
            for (const NameLattice::Place place : places) {
                tags |= ((types >> type) & 1U) << NameLattice::tag(type, place);
            }
        }
        return tags;
    };
    using enum NameLattice::Place;
    std::vector<std::uint32_t> tags(document.tokens.size(), 1U | of_types(unknown, {begin, inside, end, single}));
    for (const GoldName &name : names) {
        if (name.end_token - name.first_token == 1) {
            tags[name.first_token] = of_types(name.types, {single});
            continue;
        }
        for (std::uint32_t t = name.first_token; t < name.end_token; ++t) {
            const auto place = t == name.first_token ? begin : (t + 1 == name.end_token ? end : inside);
            tags[t] = of_types(name.types, {place});
        }
    }
    return tags;
}

std::vector<NamedArticle> read_named_articles(const std::filesystem::path &path, const LanguageEngine &engine,
                                              std::size_t most) {
    std::istringstream lines(read_corpus_file(path));
    LanguageEngine::Scratch scratch;
    const StateMap states(engine.state_size());
    std::vector<NamedArticle> articles;
    std::map<std::string, std::size_t> read;
    for (std::string line; std::getline(lines, line);) {
        rapidjson::Document json;
        json.Parse(line.c_str(), line.size());
        if (json.HasParseError()) {
            throw std::runtime_error(path.string() + ": a line is no JSON");
        }
        NamedArticle article;
        article.corpus = json["corpus"].GetString();
        article.part = json["part"].GetString();
        if (most != 0 && ++read[article.corpus + article.part] > most) {
            continue;
        }
        article.document.meta.id = json["id"].GetString();
        article.document.text = json["text"].GetString();
        engine.annotate(article.document, scratch, &states);
        for (const auto &type : json["unknown"].GetArray()) {
            article.unknown |= type_bit(type.GetString());
        }
        const auto &tokens = article.document.tokens;
        std::vector<std::uint32_t> sentence_end(tokens.size());
        for (const Sentence &sentence : article.document.sentences) {
            std::fill(sentence_end.begin() + sentence.first_token, sentence_end.begin() + sentence.end_token,
                      sentence.end_token);
        }
        std::uint32_t free = 0; // first token that no name has yet
        for (const auto &each : json["names"].GetArray()) {
            const std::size_t begin = each[0].GetUint();
            const std::size_t end = each[1].GetUint();
            const auto first =
                std::lower_bound(tokens.begin(), tokens.end(), begin,
                                 [](const Token &token, std::size_t at) { return token.span.end <= at; });
            GoldName name;
            name.first_token = std::max(free, static_cast<std::uint32_t>(first - tokens.begin()));
            name.end_token = name.first_token;
            while (name.end_token < tokens.size() && tokens[name.end_token].span.begin < end &&
                   name.end_token < sentence_end[name.first_token]) {
                ++name.end_token;
            }
            for (const auto &type : each[2].GetArray()) {
                name.types |= type_bit(type.GetString());
            }
            if (name.first_token < name.end_token) {
                article.names.push_back(name);
                free = name.end_token;
            }
        }
        articles.push_back(std::move(article));
    }
    return articles;
}

NameLexicon::Entries lexicon_entries(const std::filesystem::path &folder) {
    using Kind = NameLexicon::Kind;
    EntryList list(folder);
    list.each_row("first_names.tsv", [&](const auto &columns) {
        for (const std::string &name : items(columns.at(1), ';')) {
            list.add(capitalised(name), Kind::given);
        }
    });
    list.each_row("countries.tsv", [&](auto columns) {
        columns.resize(std::max<std::size_t>(columns.size(), 6));
        list.add_list(columns[1] + ";" + columns[2], Kind::state);
        list.add_list(columns[3] + ";" + columns[4], Kind::people);
        list.add_list(columns[5], Kind::place);
    });
    list.each_row("geopolitical_names.txt", [&](const auto &columns) { list.add(columns.at(0), Kind::place); });
    list.each_row("peoples.txt", [&](const auto &columns) { list.add(columns.at(0), Kind::people); });
    list.each_row("organization_endings.txt",
                  [&](const auto &columns) { list.add(columns.at(0), Kind::organization_ending); });
    list.each_row("known_organizations.tsv", [&](const auto &columns) {
        list.add(columns.at(0), Kind::organization);
        if (columns.size() > 3) {
            list.add_list(columns[3], Kind::organization);
        }
    });
    list.each_row("outlets.tsv", [&](const auto &columns) {
        if (columns.at(0) == "name") {
            list.add_list(columns.at(1), Kind::outlet);
        }
    });
    list.each_row("person_words.tsv", [&](const auto &columns) {
        if (columns.at(0) == "address" || columns[0] == "courtesy" || columns[0] == "office") {
            for (const std::string &title : items(columns.at(1), ';')) {
                list.add(capitalised(title), Kind::title);
            }
        }
    });
    return list.entries();
}

} // namespace gainsay::training
