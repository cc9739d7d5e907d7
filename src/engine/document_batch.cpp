#include "engine/document_batch.h"

#include "base/error.h"
#include "base/message.h"
#include "base/time_budget.h"

#include <algorithm>
#include <utility>

namespace gainsay {

namespace {

/// A text of more bytes is worked on alone: it fills batches by itself, and what may take long is not begun twice.
constexpr std::size_t most_bytes_together = std::size_t{1} << 18U;

} // namespace

void DocumentBatch::add(std::string source, std::optional<std::size_t> line, const std::function<void(Item &)> &make) {
    Item &item = items_.emplace_back();
    item.source = std::move(source);
    item.line = line;
    within_budget(item, [&] { make(item); });
}

void DocumentBatch::work_together(const std::function<void(std::span<Document *const>)> &work) {
    std::vector<Item *> together;
    std::vector<Item *> alone;
    for (Item &item : items_) {
        if (!item.failure) {
            (item.document.text.size() <= most_bytes_together ? together : alone).push_back(&item);
        }
    }
    if (together.size() < 2 || !succeed_together(together, work)) {
        alone.insert(alone.end(), together.begin(), together.end());
    }
    for (Item *item : alone) {
        within_budget(*item, [&] {
            Document *const one = &item->document;
            work(std::span(&one, 1));
        });
    }
}

void DocumentBatch::work_alone(const std::function<void(Item &)> &work) {
    for (Item &item : items_) {
        if (!item.failure) {
            within_budget(item, [&] { work(item); });
        }
    }
}

void DocumentBatch::within_budget(Item &item, const std::function<void()> &work) const {
    try {
        const TimeBudget budget(item.source, max_seconds_, item.spent);
        work();
        item.spent = budget.spent();
    } catch (const InputError &error) {
        item.failure = DocumentFailure{refusal(error, item.source, item.line)};
    }
}

bool DocumentBatch::succeed_together(std::span<Item *const> left,
                                     const std::function<void(std::span<Document *const>)> &work) const {
    std::vector<Document *> documents;
    double most_spent = 0;
    double bytes = 0;
    for (Item *item : left) {
        documents.push_back(&item->document);
        most_spent = std::max(most_spent, item->spent);
        bytes += static_cast<double>(item->document.text.size());
    }
    try {
        // What all take together, the one with the least time left could take alone: nobody is refused for others.
        const TimeBudget budget({}, max_seconds_, most_spent);
        work(documents);
        const double spent = budget.spent() - most_spent;
        for (Item *item : left) {
            item->spent += spent * static_cast<double>(item->document.text.size()) / std::max(bytes, 1.0);
        }
        return true;
    } catch (const InputError &) {
        return false;
    }
}

} // namespace gainsay
