// What must hold of the whole way from files to a graph, for every input: no crash, no document lost, observations that
// are consistent and read back as they were, a graph that reads back as the same bytes. The model is a small one of
// random weights: what it says means nothing, so that extraction meets trees that no parser would build. Seeded.

#include "base/byte_sink.h"
#include "base/error.h"
#include "base/utf8.h"
#include "engine/engine.h"
#include "graph/graph_json.h"
#include "nlp/language_engine.h"
#include "observation/observation_json.h"
#include "random_text.h"
#include "resolve/resolver.h"
#include "support/temporary_file.h"
#include "text/conllu.h"
#include "tiny_model.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace gainsay;
using gainsay::test::RandomText;
using gainsay::test::TemporaryFile;
using gainsay::test::TinyModel;

namespace {

const Engine &engine() {
    static const Engine loaded = [] {
        const TemporaryFile file("whole-way-model");
        TinyModel(7).write(file.path());
        // The attribution model belongs to the language model of the product.
        return Engine(EngineOptions{.resources = {}, .model = file.path(), .attribution_model = false, .threads = 2});
    }();
    return loaded;
}

/// A folder of files of one round.
class Inputs {
  public:
    explicit Inputs(const std::string &name) : folder_(name) { std::filesystem::create_directories(folder_.path()); }
    ~Inputs() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_.path(), ignored);
    }
    Inputs(const Inputs &) = delete;
    Inputs &operator=(const Inputs &) = delete;
    Inputs(Inputs &&) = delete;
    Inputs &operator=(Inputs &&) = delete;

    void add(const std::string &ending, const std::string &bytes) {
        const std::string name = "n" + std::to_string(100 + files_.size()) + ending;
        std::ofstream(folder_.path() / name, std::ios::binary) << bytes;
        files_.push_back((folder_.path() / name).string());
    }
    const std::vector<std::string> &files() const { return files_; }
    std::string folder() const { return folder_.path().string(); }

  private:
    TemporaryFile folder_;
    std::vector<std::string> files_;
};

std::string page_of(RandomText &random) {
    static const std::vector<std::string> parts = {"<p>",
                                                   "</p>",
                                                   "<div class=\"caption\">",
                                                   "</div>",
                                                   "<article>",
                                                   "<h1>",
                                                   "<table><tr>",
                                                   "<script>",
                                                   "</script>",
                                                   "<!-- ",
                                                   "-->",
                                                   "<a href='x'>",
                                                   "&amp;",
                                                   "&#0;",
                                                   "&#xD800;",
                                                   "<b><i>",
                                                   "</b>",
                                                   "<svg><p>",
                                                   "<template>",
                                                   "<meta property='og:title' content='",
                                                   "'>",
                                                   "<time datetime=\"",
                                                   "\">"};
    std::string page = "<html><body>";
    for (std::size_t n = random.below(40); n > 0; --n) {
        page += random.below(3) == 0 ? random.news() : parts[random.below(parts.size())];
    }
    return page;
}

std::string lines_of(RandomText &random) {
    std::string lines;
    for (std::size_t n = 1 + random.below(4); n > 0; --n) {
        std::string text;
        for (const char c : random.news()) {
            text += c == '"' || c == '\\' ? std::string("\\") + c
                                          : (static_cast<unsigned char>(c) < 0x20 ? "\\n" : std::string(1, c));
        }
        std::string line = R"({"id": "a", "published": "2014-10-)" + std::to_string(random.below(40)) +
                           R"(", "text": ")" + text + "\"}";
        lines += (random.below(4) == 0 ? random.damaged(line) : line) + "\n";
    }
    return lines;
}

void check_document(const Observations &observations) {
    CAPTURE(observations.document.id);
    const std::optional<std::string> fault = find_inconsistency(observations);
    CAPTURE(fault.value_or(""));
    REQUIRE_FALSE(fault);
    const std::string line = to_json_line(observations);
    REQUIRE_FALSE(find_invalid_utf8(line));
    REQUIRE(line.find('\n') == std::string::npos);
    const Observations again = parse_json_line(line, "again", 1);
    REQUIRE(to_json_line(again) == line);
}

void check_graph(Resolver &&resolver) {
    const KnowledgeGraph graph = std::move(resolver).build();
    StringSink first;
    write_graph_json(graph, first);
    const std::string json = first.take();
    REQUIRE_FALSE(find_invalid_utf8(json));
    StringSink second;
    write_graph_json(read_graph_json(json, "again"), second);
    REQUIRE(second.text() == json);
}

} // namespace

TEST_CASE("any files become documents or failures, and documents a graph") {
    constexpr std::uint32_t rounds = 12;
    constexpr std::size_t kinds = 7;
    for (std::uint32_t seed = 1; seed <= rounds; ++seed) {
        INFO("seed " << seed);
        RandomText random(seed);
        Inputs inputs("whole-way-" + std::to_string(seed));
        for (std::size_t n = 0; n < 3; ++n) {
            inputs.add(".txt", random.bytes());
            inputs.add(".txt", random.characters());
            inputs.add(".md", random.news());
            inputs.add(".txt", random.damaged(random.news() + random.news()));
            inputs.add(".html", page_of(random));
            inputs.add(".html", random.damaged(page_of(random)));
            inputs.add(".jsonl", lines_of(random));
        }
        std::size_t items = 0;
        Resolver resolver;
        engine().extract({inputs.folder()}, IngestOptions(), [&](ExtractItem item) {
            ++items;
            if (const auto *failure = std::get_if<DocumentFailure>(&item)) {
                REQUIRE_FALSE(failure->reason.message.empty());
                REQUIRE(failure->reason.source.starts_with(inputs.folder()));
                return;
            }
            auto &observed = std::get<ObservedItem>(item);
            check_document(observed.observations);
            resolver.add(std::move(observed.observations));
        });
        // A file of JSON Lines is one item at least.
        REQUIRE(items >= 3 * kinds);
        check_graph(std::move(resolver));
    }
}

TEST_CASE("an article says the same alone and among others") {
    RandomText random(77);
    Inputs inputs("whole-way-batches");
    for (std::size_t n = 0; n < 20; ++n) {
        std::string text = random.news();
        for (std::size_t more = random.below(4); more > 0; --more) {
            text += random.news();
        }
        inputs.add(".txt", text);
        inputs.add(".html", page_of(random));
    }
    const auto lines_of_run = [](const std::vector<std::string> &files) {
        std::vector<std::string> lines;
        engine().extract(files, IngestOptions(), [&lines](ExtractItem item) {
            const auto *observed = std::get_if<ObservedItem>(&item);
            lines.push_back(observed != nullptr ? to_json_line(observed->observations)
                                                : std::get<DocumentFailure>(item).reason.message);
        });
        return lines;
    };
    std::vector<std::string> alone;
    for (const std::string &file : inputs.files()) {
        const std::vector<std::string> one = lines_of_run({file});
        alone.insert(alone.end(), one.begin(), one.end());
    }
    CHECK(lines_of_run(inputs.files()) == alone);
}

TEST_CASE("any CoNLL-U becomes documents or failures, and documents a graph") {
    constexpr std::uint32_t rounds = 150;
    const LanguageEngine language = [] {
        const TemporaryFile file("whole-way-conllu");
        TinyModel(9).write(file.path());
        return LanguageEngine::load(file.path());
    }();
    Resolver resolver;
    std::size_t documents = 0;
    for (std::uint32_t seed = 1; seed <= rounds; ++seed) {
        INFO("seed " << seed);
        RandomText random(seed);
        std::ostringstream written;
        for (const char *id : {"one", "two", "three"}) {
            Document document;
            document.meta.id = id;
            document.text = random.news();
            LanguageEngine::Scratch scratch;
            language.annotate(document, scratch);
            ConlluWriter(written).write(document);
        }
        Inputs inputs("whole-way-conllu-" + std::to_string(seed));
        inputs.add(".conllu", seed % 3 == 0 ? written.str() : random.damaged(written.str()));
        engine().extract_conllu(inputs.files(), [&](ExtractItem item) {
            if (auto *observed = std::get_if<ObservedItem>(&item)) {
                ++documents;
                check_document(observed->observations);
                resolver.add(std::move(observed->observations));
            } else {
                REQUIRE_FALSE(std::get<DocumentFailure>(item).reason.message.empty());
            }
        });
    }
    REQUIRE(documents > rounds);
    check_graph(std::move(resolver));
}
