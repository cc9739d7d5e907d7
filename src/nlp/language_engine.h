#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

#include "neural/state_map.h"
#include "text/document.h"

namespace gainsay {

class ModelFile;

struct SentenceStretch;

/// The language engine: raw English text to sentences, tokens, tags, lemmas, dependency trees and names, in the
/// conventions of the English Universal Dependencies treebanks. Const once loaded: any number of threads may use one
/// engine, each with a scratch of its own, and each gets the same result for the same document.
class LanguageEngine {
  public:
    class Scratch;

    /// Maps the model file. Throws ModelError where it is missing, damaged or of another version.
    static LanguageEngine load(const std::filesystem::path &model);
    ~LanguageEngine();
    LanguageEngine(LanguageEngine &&) noexcept;
    LanguageEngine &operator=(LanguageEngine &&) noexcept;

    /// Fills sentences, tokens, multiword tokens and names of a document that has a text; what it had of them is
    /// replaced. With `map`, whose inputs are state_size(), the tokens get vectors too.
    void annotate(Document &document, Scratch &scratch, const StateMap *map = nullptr) const;

    /// The same for several documents, whose sentences are analyzed together; each gets what it would get alone.
    void annotate(std::span<Document *const> documents, Scratch &scratch, const StateMap *map = nullptr) const;

    /// Keeps the document's sentences and tokens (their forms and the white space between them) and fills in the rest.
    void annotate_tokens(Document &document, Scratch &scratch, const StateMap *map = nullptr) const;

    /// Keeps what another parser found and adds the tokens' vectors only.
    void add_vectors(Document &document, Scratch &scratch, const StateMap &map) const;
    /// The same for several documents, whose sentences are encoded together; each gets what it would get alone.
    void add_vectors(std::span<Document *const> documents, Scratch &scratch, const StateMap &map) const;

    /// Numbers that the encoders' states have, a token.
    [[nodiscard]] std::size_t state_size() const;

    /// The model's file, as long as this lives.
    [[nodiscard]] const ModelFile &model_file() const;
    /// JSON text of the model file: recipe, data with licences, scores.
    [[nodiscard]] std::string_view model_header() const;

  private:
    struct Model;
    enum class Task : std::uint8_t { analyze, encode };
    void segment(Document &document, Scratch &scratch) const;
    void run(std::span<Document *const> documents, Scratch &scratch, const StateMap *map, Task task) const;
    void run_window(std::span<Document *const> documents, std::span<const SentenceStretch> window, Scratch &scratch,
                    const StateMap *map, Task task) const;
    explicit LanguageEngine(std::unique_ptr<const Model> model);
    std::unique_ptr<const Model> model_;
};

/// One thread's working memory; any engine may use it.
class LanguageEngine::Scratch {
  public:
    Scratch();
    ~Scratch();
    Scratch(Scratch &&) noexcept;
    Scratch &operator=(Scratch &&) noexcept;

    /// Nanoseconds spent by stage since construction; for benchmarks.
    struct Times {
        std::uint64_t segmentation = 0;
        std::uint64_t analysis = 0;
        std::uint64_t assembly = 0;
    };
    [[nodiscard]] const Times &times() const;

  private:
    friend class LanguageEngine;
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace gainsay
