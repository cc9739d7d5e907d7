#include "engine/engine.h"

#include "base/error.h"
#include "base/message.h"
#include "base/resources.h"
#include "base/time_budget.h"
#include "engine/conllu_source.h"
#include "engine/pipeline.h"
#include "extract/extractor.h"
#include "ingest/article_reader.h"
#include "nlp/language_engine.h"
#include "resolve/resolver.h"

#include <tbb/enumerable_thread_specific.h>

#include <optional>
#include <thread>
#include <utility>

namespace gainsay {

struct Engine::Parts {
    EngineOptions options;
    Extractor extractor;
    std::optional<LanguageEngine> language;
};

namespace {

std::size_t thread_count(const EngineOptions &options) {
    return options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
}

/// What `work` makes of a document, or why there is nothing: it took too long, or could not be read after all.
ExtractItem within_budget(double seconds, const std::string &source, std::optional<std::size_t> line,
                          const std::function<ExtractItem()> &work) {
    try {
        const TimeBudget budget(source, seconds);
        return work();
    } catch (const InputError &error) {
        return DocumentFailure{refusal(error, source, line)};
    }
}

} // namespace

Engine::Engine(EngineOptions options) {
    // The folder of the words is where one of its files is.
    std::optional<LanguageEngine> language;
    if (options.parse) {
        language = LanguageEngine::load(model_path());
    }
    parts_ = std::make_unique<const Parts>(
        Parts{options, Extractor(resource_path("en/reporting_verbs.tsv").parent_path()), std::move(language)});
}

Engine::~Engine() = default;
Engine::Engine(Engine &&) noexcept = default;
Engine &Engine::operator=(Engine &&) noexcept = default;

Observations Engine::observe(Document document) const {
    if (document.sentences.empty() && parts_->language) {
        LanguageEngine::Scratch scratch;
        parts_->language->annotate(document, scratch, &parts_->extractor.state_map());
    }
    return parts_->extractor.extract(document);
}

Diagnostics Engine::extract(const std::vector<std::string> &inputs, const IngestOptions &options,
                            const std::function<void(ExtractItem)> &sink) const {
    if (!parts_->language) {
        throw UsageError("engine", "a language model", "none loaded");
    }
    ArticleStream stream(inputs, options);
    const ArticleReader reader(options);
    tbb::enumerable_thread_specific<LanguageEngine::Scratch> scratches;
    const auto observe = [&](RawItem raw) -> ExtractItem {
        DocumentItem item = reader.read(std::move(raw));
        if (auto *failure = std::get_if<DocumentFailure>(&item)) {
            return std::move(*failure);
        }
        auto &ingested = std::get<IngestedDocument>(item);
        parts_->language->annotate(ingested.document, scratches.local(), &parts_->extractor.state_map());
        return ObservedItem{parts_->extractor.extract(ingested.document), std::move(ingested.diagnostics)};
    };
    const auto work = [&](RawItem raw) -> ExtractItem {
        const auto *article = std::get_if<RawArticle>(&raw);
        const std::string source = article == nullptr ? std::string() : article->source;
        const std::optional<std::size_t> line = article == nullptr ? std::nullopt : article->line;
        return within_budget(parts_->options.max_seconds, source, line, [&] { return observe(std::move(raw)); });
    };
    run_pipeline<RawItem, ExtractItem>(
        thread_count(parts_->options), [&stream] { return stream.next(); }, work, sink);
    return stream.diagnostics();
}

void Engine::extract_conllu(const std::vector<std::string> &inputs,
                            const std::function<void(ExtractItem)> &sink) const {
    ConlluSource source(inputs);
    tbb::enumerable_thread_specific<LanguageEngine::Scratch> scratches;
    const auto work = [&](ConlluItem item) -> ExtractItem {
        if (auto *failure = std::get_if<DocumentFailure>(&item)) {
            return std::move(*failure);
        }
        auto &parsed = std::get<ConlluDocument>(item);
        return within_budget(parts_->options.max_seconds, parsed.document.meta.id, {}, [&]() -> ExtractItem {
            if (parts_->language) {
                parts_->language->add_vectors(parsed.document, scratches.local(), parts_->extractor.state_map());
            }
            return ObservedItem{parts_->extractor.extract(parsed.document), std::move(parsed.diagnostics)};
        });
    };
    run_pipeline<ConlluItem, ExtractItem>(
        thread_count(parts_->options), [&source] { return source.next(); }, work, sink);
}

GraphRun Engine::build(const std::vector<std::string> &inputs, const IngestOptions &options) const {
    GraphRun run;
    Resolver resolver;
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
