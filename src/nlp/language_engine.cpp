#include "nlp/language_engine.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/time_budget.h"
#include "neural/model_file.h"
#include "nlp/analysis/sentence_analyzer.h"
#include "nlp/analysis/sentence_stretch.h"
#include "nlp/analysis/word_table.h"
#include "nlp/names/name_network.h"
#include "nlp/names/name_refiner.h"
#include "nlp/segmentation/tokenizer.h"
#include "text/layout.h"
#include "text/reading_text.h"

namespace gainsay {
namespace {

/// Sentences that are sorted by length before they are analyzed.
constexpr std::size_t window_sentences = 1000;
/// Sentences analyzed together: enough rows to keep matrix products busy, few enough to stay in the cache.
constexpr std::size_t batch_sentences = 64;
constexpr std::size_t batch_tokens = 2048;

class Stopwatch {
  public:
    explicit Stopwatch(std::uint64_t &total) : total_(total), start_(std::chrono::steady_clock::now()) {}
    ~Stopwatch() {
        total_ += static_cast<std::uint64_t>(
            std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now() - start_).count());
    }
    Stopwatch(const Stopwatch &) = delete;
    Stopwatch &operator=(const Stopwatch &) = delete;
    Stopwatch(Stopwatch &&) = delete;
    Stopwatch &operator=(Stopwatch &&) = delete;

  private:
    std::uint64_t &total_;
    std::chrono::steady_clock::time_point start_;
};

/// Appends tokenized sentences to a document. Their spans are those of the text as it is read.
class DocumentFiller {
  public:
    DocumentFiller(Document &document, const ReadingText &reading) : document_(document), reading_(reading) {
        document_.sentences.clear();
        document_.tokens.clear();
        document_.multiword_tokens.clear();
        document_.names.clear();
    }

    /// A sentence ends where a zone does: "OSLO (Reuters) -" is none of the words behind it.
    void add(const RawSentence &raw) {
        std::span<const RawToken> rest(raw.tokens);
        bool new_paragraph = raw.new_paragraph;
        while (!rest.empty()) {
            const std::span<const RawToken> part = rest.first(tokens_of_zone(rest));
            rest = rest.subspan(part.size());
            const bool whole = part.size() == raw.tokens.size();
            add(whole ? raw.span : ByteSpan{part.front().span.begin, part.back().span.end}, part, new_paragraph);
            new_paragraph = true;
        }
    }

  private:
    void add(ByteSpan span, std::span<const RawToken> tokens, bool new_paragraph) {
        Sentence sentence;
        sentence.span = reading_.original(span);
        sentence.first_token = position();
        sentence.new_paragraph = new_paragraph;
        for (const RawToken &token : tokens)
            add(token);
        sentence.end_token = position();
        document_.sentences.push_back(std::move(sentence));
    }

    /// How many of these tokens, one at least, stand in the zone of the first.
    [[nodiscard]] std::size_t tokens_of_zone(std::span<const RawToken> tokens) const {
        if (document_.zones.empty()) {
            return tokens.size();
        }
        const Zone zone = document_.zone_at(reading_.original(tokens.front().span).begin);
        std::size_t count = 1;
        while (count < tokens.size() && document_.zone_at(reading_.original(tokens[count].span).begin) == zone) {
            ++count;
        }
        return count;
    }

    [[nodiscard]] std::uint32_t position() const { return static_cast<std::uint32_t>(document_.tokens.size()); }

    void add(const RawToken &raw) {
        const std::uint32_t first = position();
        for (std::size_t w = 0; w < raw.word_count; ++w) {
            Token token;
            token.span = reading_.original(raw.words[w]);
            token.form = token_form(reading_.text(), raw.words[w]);
            token.space_after = raw.space_after && w + 1 == raw.word_count;
            document_.tokens.push_back(std::move(token));
        }
        if (raw.word_count < 2)
            return;
        MultiwordToken multiword;
        multiword.first_token = first;
        multiword.end_token = position();
        multiword.form = token_form(reading_.text(), raw.span);
        multiword.span = reading_.original(raw.span);
        multiword.space_after = raw.space_after;
        document_.multiword_tokens.push_back(std::move(multiword));
    }

    Document &document_;
    const ReadingText &reading_;
};

} // namespace

struct LanguageEngine::Model {
    explicit Model(const std::filesystem::path &path)
        : file(ModelFile::open(path)), tokenizer(file.section("tokenizer")), analyzer(file), names(file),
          words(file, "words") {
        const std::filesystem::path beside = path.parent_path() / "names.model";
        if (!std::filesystem::exists(beside)) {
            return;
        }
        name_network.emplace(beside);
        check_states_of(name_network->file(), file);
        if (name_network->map().inputs() != analyzer.state_size()) {
            throw ModelError(beside.string(), "states of " + std::to_string(analyzer.state_size()) + " numbers",
                             std::to_string(name_network->map().inputs()));
        }
    }

    ModelFile file;
    Tokenizer tokenizer;
    SentenceAnalyzer analyzer;
    NameRefiner names;
    WordTable words;                         ///< the most common first
    std::optional<NameNetwork> name_network; ///< of the file names.model beside the engine's, if there is one
};

struct LanguageEngine::Scratch::Parts {
    Tokenizer::Scratch tokenizer;
    SentenceAnalyzer::Scratch analyzer;
    std::vector<TokenInput> inputs;
    std::vector<SentenceAnalysis> analyses; ///< of the window
    std::vector<SentenceAnalysis> batch;
    std::vector<std::int8_t> states, mapped;
    std::vector<std::vector<std::int8_t>> name_vectors; ///< of each document, what the names network wants to know
    NameNetwork::Scratch names;
    Times times;
};

namespace {

/// `root` is the document index of the sentence's root, once a stretch of it has been stored.
void store(const SentenceStretch &stretch, const SentenceAnalysis &analysis, Document &document, std::int64_t &root) {
    const Sentence &sentence = document.sentences[stretch.sentence];
    const std::uint32_t offset = stretch.first_token - sentence.first_token;
    if (offset == 0)
        root = -1;
    for (std::uint32_t i = 0; i < stretch.end_token - stretch.first_token; ++i) {
        Token &token = document.tokens[stretch.first_token + i];
        const TokenAnalysis &found = analysis.tokens[i];
        token.upos = found.upos;
        token.xpos = found.xpos;
        token.feats = found.feats == "_" ? std::string_view() : found.feats;
        token.lemma = found.lemma;
        token.deprel = found.relation;
        token.deps.clear(); // of another tree
        token.head = found.head < 0 ? Token::root_head : found.head + static_cast<std::int32_t>(offset);
        if (found.head >= 0)
            continue;
        if (root < 0) {
            root = offset + i;
        } else {
            // The rest of an overlong sentence hangs on its beginning.
            token.head = static_cast<std::int32_t>(root);
            token.deprel = "parataxis";
        }
    }
}

/// What the engine's own classifiers make names of, where there is no network for them.
std::vector<TaggedName> names_by_classifiers(const NameTagger &tagger, const Document &document,
                                             std::span<const NameScores> scores) {
    std::vector<TaggedName> names;
    for (const Sentence &sentence : document.sentences)
        for (TaggedName name : tagger.decode(scores.subspan(sentence.first_token, sentence.size()))) {
            name.name.first_token += sentence.first_token;
            name.name.end_token += sentence.first_token;
            names.push_back(name);
        }
    return names;
}

} // namespace

LanguageEngine LanguageEngine::load(const std::filesystem::path &model) {
    return LanguageEngine(std::make_unique<const Model>(model));
}

LanguageEngine::LanguageEngine(std::unique_ptr<const Model> model) : model_(std::move(model)) {}
LanguageEngine::~LanguageEngine() = default;
LanguageEngine::LanguageEngine(LanguageEngine &&) noexcept = default;
LanguageEngine &LanguageEngine::operator=(LanguageEngine &&) noexcept = default;

LanguageEngine::Scratch::Scratch() : parts_(std::make_unique<Parts>()) {}
LanguageEngine::Scratch::~Scratch() = default;
LanguageEngine::Scratch::Scratch(Scratch &&) noexcept = default;
LanguageEngine::Scratch &LanguageEngine::Scratch::operator=(Scratch &&) noexcept = default;

const LanguageEngine::Scratch::Times &LanguageEngine::Scratch::times() const {
    return parts_->times;
}

const ModelFile &LanguageEngine::model_file() const {
    return model_->file;
}

std::string_view LanguageEngine::model_header() const {
    return model_->file.header();
}

void LanguageEngine::segment(Document &document, Scratch &scratch) const {
    const Stopwatch watch(scratch.parts_->times.segmentation);
    const ReadingText reading(document.text,
                              [this](std::string_view word) -> std::size_t { return model_->words.find(word); });
    DocumentFiller filler(document, reading);
    const std::vector<Block> blocks = find_blocks(reading.text());
    model_->tokenizer.tokenize(reading.text(), blocks, scratch.parts_->tokenizer, [&filler](RawSentence &sentence) {
        filler.add(sentence);
        check_time_budget();
    });
}

void LanguageEngine::annotate(Document &document, Scratch &scratch, const StateMap *map) const {
    Document *const one = &document;
    annotate(std::span(&one, 1), scratch, map);
}

void LanguageEngine::annotate(std::span<Document *const> documents, Scratch &scratch, const StateMap *map) const {
    for (Document *const document : documents)
        segment(*document, scratch);
    run(documents, scratch, map, Task::analyze);
}

void LanguageEngine::annotate_tokens(Document &document, Scratch &scratch, const StateMap *map) const {
    document.names.clear();
    Document *const one = &document;
    run(std::span(&one, 1), scratch, map, Task::analyze);
}

void LanguageEngine::add_vectors(Document &document, Scratch &scratch, const StateMap &map) const {
    Document *const one = &document;
    add_vectors(std::span(&one, 1), scratch, map);
}

void LanguageEngine::add_vectors(std::span<Document *const> documents, Scratch &scratch, const StateMap &map) const {
    run(documents, scratch, &map, Task::encode);
}

std::size_t LanguageEngine::state_size() const {
    return model_->analyzer.state_size();
}

void LanguageEngine::run(std::span<Document *const> documents, Scratch &scratch, const StateMap *map, Task task) const {
    auto &parts = *scratch.parts_;
    for (Document *const document : documents) {
        document->vectors = {};
        if (map != nullptr) {
            document->vectors.size = map->outputs();
            document->vectors.values.resize(document->tokens.size() * map->outputs());
        }
    }
    const NameNetwork *const network = task == Task::analyze && model_->name_network ? &*model_->name_network : nullptr;
    parts.name_vectors.resize(documents.size());
    for (std::size_t d = 0; network != nullptr && d < documents.size(); ++d)
        parts.name_vectors[d].resize(documents[d]->tokens.size() * network->map().outputs());
    const std::vector<SentenceStretch> stretches = stretches_of(documents);
    std::vector<std::vector<NameScores>> opinions(documents.size());
    for (std::size_t d = 0; task == Task::analyze && d < documents.size(); ++d)
        opinions[d].resize(documents[d]->tokens.size());
    std::int64_t root = -1;
    for (std::size_t begin = 0; begin < stretches.size(); begin += window_sentences) {
        const auto window = std::span(stretches).subspan(begin, std::min(window_sentences, stretches.size() - begin));
        {
            const Stopwatch watch(parts.times.analysis);
            run_window(documents, window, scratch, map, task);
        }
        if (task == Task::analyze) {
            const Stopwatch watch(parts.times.assembly);
            for (std::size_t i = 0; i < window.size(); ++i) {
                store(window[i], parts.analyses[i], *documents[window[i].document], root);
                std::copy(parts.analyses[i].name_scores.begin(), parts.analyses[i].name_scores.end(),
                          opinions[window[i].document].begin() + window[i].first_token);
            }
        }
    }
    if (task == Task::analyze) {
        const Stopwatch watch(parts.times.assembly);
        for (std::size_t d = 0; d < documents.size(); ++d) {
            const std::vector<TaggedName> names =
                network != nullptr ? network->find(*documents[d], parts.name_vectors[d], opinions[d], parts.names)
                                   : names_by_classifiers(model_->analyzer.name_tagger(), *documents[d], opinions[d]);
            model_->names.refine(names, *documents[d]);
        }
    }
}

void LanguageEngine::run_window(std::span<Document *const> documents, std::span<const SentenceStretch> window,
                                Scratch &scratch, const StateMap *map, Task task) const {
    auto &parts = *scratch.parts_;
    parts.analyses.clear();
    parts.analyses.resize(task == Task::analyze ? window.size() : 0);
    const std::vector<std::size_t> order = longest_first(window);
    for (std::size_t begin = 0; begin < order.size();) {
        check_time_budget();
        std::size_t end = begin;
        std::size_t tokens = 0;
        while (end < order.size() && end - begin < batch_sentences && (tokens < batch_tokens || end == begin))
            tokens += window[order[end++]].size();
        parts.inputs.clear();
        for (std::size_t i = begin; i < end; ++i) {
            const SentenceStretch &stretch = window[order[i]];
            const std::vector<Token> &all = documents[stretch.document]->tokens;
            for (std::uint32_t t = stretch.first_token; t < stretch.end_token; ++t)
                parts.inputs.push_back(
                    {all[t].form, t == stretch.first_token || all[t - 1].space_after, all[t].space_after});
        }
        std::vector<std::span<const TokenInput>> sentences;
        for (std::size_t i = begin, at = 0; i < end; at += window[order[i++]].size())
            sentences.push_back(std::span<const TokenInput>(parts.inputs).subspan(at, window[order[i]].size()));
        if (task == Task::analyze) {
            model_->analyzer.analyze(sentences, parts.batch, parts.analyzer);
            for (std::size_t i = begin; i < end; ++i)
                parts.analyses[order[i]] = std::move(parts.batch[i - begin]);
        } else {
            model_->analyzer.encode(sentences, parts.analyzer);
        }
        const StateMap *const names_map =
            task == Task::analyze && model_->name_network ? &model_->name_network->map() : nullptr;
        const auto keep = [&parts](const StateMap &wanted, std::uint32_t first_token, std::vector<std::int8_t> &to) {
            parts.mapped.clear();
            wanted.apply(parts.states, parts.mapped);
            std::copy(parts.mapped.begin(), parts.mapped.end(),
                      to.begin() + static_cast<std::ptrdiff_t>(first_token * wanted.outputs()));
        };
        for (std::size_t i = begin; (map != nullptr || names_map != nullptr) && i < end; ++i) {
            const SentenceStretch &stretch = window[order[i]];
            parts.states.clear();
            model_->analyzer.append_states(i - begin, parts.states, parts.analyzer);
            if (map != nullptr)
                keep(*map, stretch.first_token, documents[stretch.document]->vectors.values);
            if (names_map != nullptr)
                keep(*names_map, stretch.first_token, parts.name_vectors[stretch.document]);
        }
        begin = end;
    }
}

} // namespace gainsay
