#pragma once

#include "base/diagnostics.h"
#include "ingest/sources/raw_article.h"
#include "text/document.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gainsay {

/// Some documents that go through the engine together, so that the sentences of all are analyzed in batches. Each has
/// the outcome that it would have alone: what ends one leaves the others. One thread's.
class DocumentBatch {
  public:
    /// `max_seconds` of processor time are for each document; 0 for no bound.
    explicit DocumentBatch(double max_seconds) : max_seconds_(max_seconds) {}

    struct Item {
        /// For messages.
        std::string source;
        std::optional<std::size_t> line;
        Document document;
        Diagnostics diagnostics;
        /// Why there is no document any more.
        std::optional<DocumentFailure> failure;
        /// Seconds of processor time.
        double spent = 0;
    };

    std::vector<Item> &items() { return items_; }

    /// Adds a document, which `make` fills in.
    void add(std::string source, std::optional<std::size_t> line, const std::function<void(Item &)> &make);

    /// Lets `work` do something with all documents that are left, at once; where that takes more time than one of them
    /// may, or fails, with one after the other. Long ones are worked on alone.
    void work_together(const std::function<void(std::span<Document *const>)> &work);

    /// Lets `work` do something with each document that is left.
    void work_alone(const std::function<void(Item &)> &work);

  private:
    void within_budget(Item &item, const std::function<void()> &work) const;
    bool succeed_together(std::span<Item *const> left,
                          const std::function<void(std::span<Document *const>)> &work) const;

    double max_seconds_;
    std::vector<Item> items_;
};

} // namespace gainsay
