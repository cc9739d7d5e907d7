#include "nlp/language_engine.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include "base/error.h"
#include "base/time_budget.h"
#include "neural/model_file.h"
#include "nlp/name_refiner.h"
#include "nlp/sentence_analyzer.h"
#include "nlp/tokenizer.h"
#include "text/layout.h"

namespace gainsay {
namespace {

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

/// Appends tokenized sentences to a document.
class DocumentFiller {
  public:
    explicit DocumentFiller(Document &document) : document_(document) {
        document_.sentences.clear();
        document_.tokens.clear();
        document_.multiword_tokens.clear();
        document_.names.clear();
    }

    void add(const RawSentence &raw) {
        Sentence sentence;
        sentence.span = raw.span;
        sentence.first_token = position();
        sentence.new_paragraph = raw.new_paragraph;
        for (const RawToken &token : raw.tokens)
            add(token);
        sentence.end_token = position();
        document_.sentences.push_back(std::move(sentence));
    }

  private:
    [[nodiscard]] std::uint32_t position() const { return static_cast<std::uint32_t>(document_.tokens.size()); }

    void add(const RawToken &raw) {
        const std::uint32_t first = position();
        for (std::size_t w = 0; w < raw.word_count; ++w) {
            Token token;
            token.span = raw.words[w];
            token.form = token_form(document_.text, token.span);
            token.space_after = raw.space_after && w + 1 == raw.word_count;
            document_.tokens.push_back(std::move(token));
        }
        if (raw.word_count < 2)
            return;
        MultiwordToken multiword;
        multiword.first_token = first;
        multiword.end_token = position();
        multiword.form = token_form(document_.text, raw.span);
        multiword.span = raw.span;
        multiword.space_after = raw.space_after;
        document_.multiword_tokens.push_back(std::move(multiword));
    }

    Document &document_;
};

} // namespace

struct LanguageEngine::Model {
    explicit Model(const std::filesystem::path &path)
        : file(ModelFile::open(path)), tokenizer(file.section("tokenizer")), analyzer(file), names(file) {}

    ModelFile file;
    Tokenizer tokenizer;
    SentenceAnalyzer analyzer;
    NameRefiner names;
};

struct LanguageEngine::Scratch::Parts {
    Tokenizer::Scratch tokenizer;
    SentenceAnalyzer::Scratch analyzer;
    std::vector<TokenInput> inputs;
    std::vector<SentenceAnalysis> analyses;
    std::vector<std::int8_t> states;
    Times times;
};

namespace {

/// A stretch of a sentence that is analyzed as one: all of it, or a part of one that is longer than the analyzer takes.
struct Stretch {
    std::size_t sentence = 0;
    std::uint32_t first_token = 0;
    std::uint32_t end_token = 0;
};

std::vector<Stretch> stretches_of(const Document &document) {
    std::vector<Stretch> stretches;
    for (std::size_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence &sentence = document.sentences[s];
        constexpr auto longest = static_cast<std::uint32_t>(SentenceAnalyzer::longest_sentence);
        for (std::uint32_t at = sentence.first_token; at < sentence.end_token; at += longest)
            stretches.push_back({s, at, std::min(sentence.end_token, at + longest)});
    }
    return stretches;
}

/// `root` is the document index of the sentence's root, once a stretch of it has been stored.
void store(const Stretch &stretch, const SentenceAnalysis &analysis, Document &document, std::int64_t &root,
           std::vector<TaggedName> &tagged) {
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
    for (const TaggedName &name : analysis.names) {
        tagged.push_back(name);
        tagged.back().name.first_token += stretch.first_token;
        tagged.back().name.end_token += stretch.first_token;
    }
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

std::string_view LanguageEngine::model_header() const {
    return model_->file.header();
}

void LanguageEngine::annotate(Document &document, Scratch &scratch, const StateMap *map) const {
    {
        const Stopwatch watch(scratch.parts_->times.segmentation);
        DocumentFiller filler(document);
        const std::vector<Block> blocks = find_blocks(document.text);
        model_->tokenizer.tokenize(document.text, blocks, scratch.parts_->tokenizer, [&filler](RawSentence &sentence) {
            filler.add(sentence);
            check_time_budget();
        });
    }
    annotate_tokens(document, scratch, map);
}

void LanguageEngine::annotate_tokens(Document &document, Scratch &scratch, const StateMap *map) const {
    document.names.clear();
    run(document, scratch, map, Task::analyze);
}

void LanguageEngine::add_vectors(Document &document, Scratch &scratch, const StateMap &map) const {
    run(document, scratch, &map, Task::encode);
}

std::size_t LanguageEngine::state_size() const {
    return model_->analyzer.state_size();
}

void LanguageEngine::run(Document &document, Scratch &scratch, const StateMap *map, Task task) const {
    auto &parts = *scratch.parts_;
    document.vectors = {};
    if (map != nullptr) {
        document.vectors.size = map->outputs();
        document.vectors.values.reserve(document.tokens.size() * map->outputs());
    }
    const std::vector<Stretch> stretches = stretches_of(document);
    std::vector<TaggedName> tagged;
    std::int64_t root = -1;
    for (std::size_t begin = 0; begin < stretches.size();) {
        check_time_budget();
        std::size_t end = begin;
        std::size_t tokens = 0;
        while (end < stretches.size() && end - begin < batch_sentences && (tokens < batch_tokens || end == begin)) {
            tokens += stretches[end].end_token - stretches[end].first_token;
            ++end;
        }
        {
            const Stopwatch watch(parts.times.analysis);
            parts.inputs.clear();
            for (std::size_t i = begin; i < end; ++i)
                for (std::uint32_t t = stretches[i].first_token; t < stretches[i].end_token; ++t)
                    parts.inputs.push_back({document.tokens[t].form,
                                            t == stretches[i].first_token || document.tokens[t - 1].space_after,
                                            document.tokens[t].space_after});
            std::vector<std::span<const TokenInput>> sentences;
            std::size_t at = 0;
            for (std::size_t i = begin; i < end; ++i) {
                const std::size_t size = stretches[i].end_token - stretches[i].first_token;
                sentences.push_back(std::span<const TokenInput>(parts.inputs).subspan(at, size));
                at += size;
            }
            if (task == Task::analyze)
                model_->analyzer.analyze(sentences, parts.analyses, parts.analyzer);
            else
                model_->analyzer.encode(sentences, parts.analyzer);
            if (map != nullptr) {
                parts.states.clear();
                for (std::size_t i = 0; i < sentences.size(); ++i)
                    model_->analyzer.append_states(i, parts.states, parts.analyzer);
                map->apply(parts.states, document.vectors.values);
            }
        }
        if (task == Task::analyze) {
            const Stopwatch watch(parts.times.assembly);
            for (std::size_t i = begin; i < end; ++i)
                store(stretches[i], parts.analyses[i - begin], document, root, tagged);
        }
        begin = end;
    }
    if (task == Task::analyze) {
        const Stopwatch watch(parts.times.assembly);
        model_->names.refine(tagged, document);
    }
}

} // namespace gainsay
