#include "resolve/story/document_copies.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>
#include <tuple>
#include <unordered_map>

namespace gainsay {

namespace {

/// A text of about fifty words; shorter ones share too much by chance.
constexpr std::size_t least_hashes = 12;
/// Part of the shorter one's hashes that both share: most of its sentences, a new headline and some cuts allowed.
constexpr double least_containment = 0.6;
/// A hash of more originals is a turn of phrase or a line of the site.
constexpr std::size_t most_originals = 50;

/// The texts that are no copies, by the hashes of their sentences. Only they are looked up, so that a thousand copies
/// of one text cost no more than a thousand texts.
class Originals {
  public:
    explicit Originals(const std::vector<Observations> &documents) : documents_(&documents) {}

    /// The one that shares most with the document, if that is enough; else the document itself.
    std::size_t original_of(std::size_t document) {
        const std::vector<std::uint32_t> &hashes = (*documents_)[document].document.fingerprint;
        count_shared(hashes);
        std::size_t best = document;
        double best_part = 0;
        for (const auto &[other, count] : shared_) {
            const std::size_t shorter = std::min(hashes.size(), (*documents_)[other].document.fingerprint.size());
            const double part = static_cast<double>(count) / static_cast<double>(shorter);
            if (part >= least_containment && (part > best_part || (part == best_part && other < best))) {
                best = other;
                best_part = part;
            }
        }
        return best;
    }

    void add(std::size_t document) {
        for (const std::uint32_t hash : (*documents_)[document].document.fingerprint) {
            std::vector<std::uint32_t> &bearers = by_hash_[hash];
            if (bearers.size() < most_originals) {
                bearers.push_back(static_cast<std::uint32_t>(document));
            }
        }
    }

  private:
    void count_shared(const std::vector<std::uint32_t> &hashes) {
        shared_.clear();
        for (const std::uint32_t hash : hashes) {
            if (const auto bearers = by_hash_.find(hash); bearers != by_hash_.end()) {
                for (const std::uint32_t bearer : bearers->second) {
                    ++shared_[bearer];
                }
            }
        }
    }

    const std::vector<Observations> *documents_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_hash_;
    /// How many hashes each has in common with the document that is looked at.
    std::unordered_map<std::uint32_t, std::size_t> shared_;
};

} // namespace

DocumentCopies::DocumentCopies(const std::vector<Observations> &documents) : original_(documents.size()) {
    std::iota(original_.begin(), original_.end(), std::size_t{0});
    std::vector<std::size_t> order = original_;
    const auto rank = [&documents](std::size_t d) {
        const ObservedDocument &meta = documents[d].document;
        // Unknown dates come last, longer texts first.
        return std::tuple(!meta.published, meta.published.value_or(""), SIZE_MAX - meta.fingerprint.size(), d);
    };
    std::sort(order.begin(), order.end(), [&rank](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    Originals originals(documents);
    for (const std::size_t d : order) {
        if (documents[d].document.fingerprint.size() >= least_hashes) {
            original_[d] = originals.original_of(d);
            if (original_[d] == d) {
                originals.add(d);
            }
        }
    }
}

std::size_t DocumentCopies::count_independent(const std::set<std::size_t> &documents) const {
    std::set<std::size_t> originals;
    for (const std::size_t each : documents) {
        originals.insert(original_[each]);
    }
    return originals.size();
}

} // namespace gainsay
