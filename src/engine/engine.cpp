#include "engine/engine.h"

#include "base/error.h"
#include "base/resources.h"
#include "engine/batch_source.h"
#include "engine/conllu_source.h"
#include "engine/document_batch.h"
#include "engine/language.h"
#include "engine/pipeline.h"
#include "extract/extractor.h"
#include "ingest/article_reader.h"
#include "nlp/language_engine.h"
#include "resolve/resolver.h"

#include <tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace gainsay {

struct Engine::Parts {
    EngineOptions options;
    std::shared_ptr<const Language> words;
    Extractor extractor;
    std::optional<LanguageEngine> parser;
};

namespace {

std::size_t thread_count(const EngineOptions &options) {
    return options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
}

/// Bytes of text that are worked on together. More would hardly be faster, and threads would wait for each other
/// longer.
constexpr std::size_t batch_bytes = std::size_t{1} << 14U;

/// Bytes of its text that an article has, roughly; most of a page is markup.
std::size_t bytes_of(const RawItem &item) {
    constexpr std::size_t page_share = 8;
    const auto *article = std::get_if<RawArticle>(&item);
    return article == nullptr                     ? 0
           : article->format == InputFormat::html ? article->content.size() / page_share
                                                  : article->content.size();
}

std::size_t bytes_of(const ConlluItem &item) {
    const auto *parsed = std::get_if<ConlluDocument>(&item);
    return parsed == nullptr ? 0 : parsed->document.text.size();
}

/// Reads articles into a batch.
void add_articles(std::vector<RawItem> raw, const ArticleReader &reader, DocumentBatch &batch) {
    for (RawItem &each : raw) {
        const auto *article = std::get_if<RawArticle>(&each);
        const std::string source = article == nullptr ? std::string() : article->source;
        const std::optional<std::size_t> line = article == nullptr ? std::nullopt : article->line;
        batch.add(source, line, [&](DocumentBatch::Item &item) {
            DocumentItem read = reader.read(std::move(each));
            if (auto *failure = std::get_if<DocumentFailure>(&read)) {
                item.failure = std::move(*failure);
                return;
            }
            auto &ingested = std::get<IngestedDocument>(read);
            item.document = std::move(ingested.document);
            item.diagnostics = std::move(ingested.diagnostics);
        });
    }
}

void add_parsed(std::vector<ConlluItem> parsed, DocumentBatch &batch) {
    for (ConlluItem &each : parsed) {
        auto *found = std::get_if<ConlluDocument>(&each);
        batch.add(found == nullptr ? std::string() : found->document.meta.id, {}, [&](DocumentBatch::Item &item) {
            if (found == nullptr) {
                item.failure = std::move(std::get<DocumentFailure>(each));
                return;
            }
            item.document = std::move(found->document);
            item.diagnostics = std::move(found->diagnostics);
        });
    }
}

/// What an extractor makes of each document of a batch, in order.
std::vector<ExtractItem> observations_of(DocumentBatch &batch, const Extractor &extractor) {
    std::vector<std::optional<Observations>> observed(batch.items().size());
    batch.work_alone([&](DocumentBatch::Item &item) {
        observed[static_cast<std::size_t>(&item - batch.items().data())] = extractor.extract(item.document);
    });
    std::vector<ExtractItem> results;
    for (std::size_t i = 0; i < observed.size(); ++i) {
        DocumentBatch::Item &item = batch.items()[i];
        if (item.failure) {
            results.emplace_back(*std::move(item.failure));
        } else {
            results.emplace_back(ObservedItem{*std::move(observed[i]), std::move(item.diagnostics)});
        }
    }
    return results;
}

/// Takes items in batches, and hands what becomes of each to `sink` in order. `pauses` says whether `next` would wait.
template <class Item>
void run_in_batches(std::size_t threads, const std::function<std::optional<Item>()> &next,
                    const std::function<bool()> &pauses,
                    const std::function<std::vector<ExtractItem>(std::vector<Item>)> &work,
                    const std::function<void(ExtractItem)> &sink) {
    BatchSource batches(batch_bytes);
    run_pipeline<std::vector<Item>, std::vector<ExtractItem>>(
        threads,
        [&] {
            return batches.take<Item>(
                next, [](const Item &item) { return bytes_of(item); }, pauses);
        },
        work,
        [&sink](std::vector<ExtractItem> results) {
            for (ExtractItem &each : results) {
                sink(std::move(each));
            }
        });
}

} // namespace

Engine::Engine(EngineOptions options) {
    const Resources resources(options.resources, options.model);
    std::optional<LanguageEngine> parser;
    if (options.parse) {
        parser = LanguageEngine::load(resources.model());
    }
    const std::filesystem::path folder = resources.words();
    auto words = std::make_shared<const Language>(folder);
    Extractor extractor(std::shared_ptr<const English>(words, &words->english), folder, options.attribution_model);
    if (parser && extractor.attribution_model() != nullptr) {
        check_states_of(extractor.attribution_model()->file(), parser->model_file());
    }
    parts_ = std::make_unique<const Parts>(
        Parts{std::move(options), std::move(words), std::move(extractor), std::move(parser)});
}

Engine::~Engine() = default;
Engine::Engine(Engine &&) noexcept = default;
Engine &Engine::operator=(Engine &&) noexcept = default;

Observations Engine::observe(Document document) const {
    if (document.sentences.empty() && parts_->parser) {
        LanguageEngine::Scratch scratch;
        parts_->parser->annotate(document, scratch, parts_->extractor.state_map());
    }
    return parts_->extractor.extract(document);
}

Diagnostics Engine::extract(const std::vector<std::string> &inputs, const IngestOptions &options,
                            const std::function<void(ExtractItem)> &sink) const {
    if (!parts_->parser) {
        throw UsageError("engine", "a language model", "none loaded");
    }
    ArticleStream stream(inputs, options);
    const ArticleReader reader(std::shared_ptr<const ArticleRules>(parts_->words, &parts_->words->articles), options);
    tbb::enumerable_thread_specific<LanguageEngine::Scratch> scratches;
    const auto work = [&](std::vector<RawItem> raw) {
        DocumentBatch batch(parts_->options.max_seconds);
        add_articles(std::move(raw), reader, batch);
        batch.work_together([&](std::span<Document *const> documents) {
            parts_->parser->annotate(documents, scratches.local(), parts_->extractor.state_map());
        });
        return observations_of(batch, parts_->extractor);
    };
    run_in_batches<RawItem>(
        thread_count(parts_->options), [&stream] { return stream.next(); }, [&stream] { return stream.pauses(); }, work,
        sink);
    return stream.diagnostics();
}

void Engine::extract_conllu(const std::vector<std::string> &inputs,
                            const std::function<void(ExtractItem)> &sink) const {
    ConlluSource source(inputs);
    tbb::enumerable_thread_specific<LanguageEngine::Scratch> scratches;
    const auto work = [&](std::vector<ConlluItem> parsed) {
        DocumentBatch batch(parts_->options.max_seconds);
        add_parsed(std::move(parsed), batch);
        if (const StateMap *map = parts_->extractor.state_map(); map != nullptr && parts_->parser) {
            batch.work_together([&](std::span<Document *const> documents) {
                parts_->parser->add_vectors(documents, scratches.local(), *map);
            });
        }
        return observations_of(batch, parts_->extractor);
    };
    run_in_batches<ConlluItem>(
        thread_count(parts_->options), [&source] { return source.next(); }, [] { return false; }, work, sink);
}

GraphRun Engine::build(const std::vector<std::string> &inputs, const IngestOptions &options) const {
    GraphRun run;
    Resolver resolver(std::shared_ptr<const ResolutionWords>(parts_->words, &parts_->words->resolution));
    Diagnostics passed_over = extract(inputs, options, [&](ExtractItem item) {
        if (auto *failure = std::get_if<DocumentFailure>(&item)) {
            run.failures.push_back(std::move(*failure));
            return;
        }
        auto &observed = std::get<ObservedItem>(item);
        run.diagnostics.append(std::move(observed.diagnostics));
        resolver.add(std::move(observed.observations));
        ++run.documents;
    });
    run.diagnostics.append(std::move(passed_over));
    run.graph = std::move(resolver).build();
    return run;
}

} // namespace gainsay
