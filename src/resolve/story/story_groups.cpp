#include "resolve/story/story_groups.h"

#include "base/date.h"
#include "base/disjoint_sets.h"
#include "resolve/story/story_features.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <unordered_map>

namespace gainsay {

namespace {

/// Chosen on ECB+ train and dev (entities and events, best between 0.15 and 0.17): below, affairs of one kind run
/// together; above, articles on one affair part.
constexpr double least_similarity = 0.2;
/// Two articles of which most of what is said may be said in both: so alike are 9 of 10 pairs of the stories that
/// readers put together.
constexpr double least_of_close = 0.27;
/// What one speaker says and another answers may stand in articles that are less alike.
constexpr double least_of_affair = 0.17;
/// A name or two in common are chance.
constexpr std::size_t least_common = 3;
/// Articles on one affair are like each other in a chain as long as they are few; more must be alike on the whole.
constexpr std::size_t most_chained = 40;
constexpr double least_mean = 0.5 * least_similarity;
/// How many articles of a story are compared with those of another.
constexpr std::size_t most_compared = 5;
/// A feature proposes a document to so many before it, so that a word of all documents costs no more than a rare one.
constexpr std::size_t most_documents = 40;
/// Part of the similarity that the proposing features must show before it is computed in full.
constexpr double least_shared = 0.5;
/// Affairs last, articles on them are written days apart.
constexpr long most_days = 30;

struct Vector {
    /// Sorted by feature.
    std::vector<std::pair<std::uint32_t, double>> weights;
    double length = 0;
};

class StoryFinder {
  public:
    StoryFinder(const std::vector<Observations> &documents, const WordCounts &words)
        : documents_(&documents), words_(&words) {}

    struct Groups {
        std::vector<std::size_t> stories;
        std::vector<std::size_t> affairs;
        std::vector<std::pair<std::size_t, std::size_t>> close;
    };

    Groups run() {
        count_features();
        weigh();
        // The most similar come first, so that an affair is made of whole stories.
        StoryJoiner joiner(*this);
        Groups groups;
        bool in_stories = true;
        for (const Link &link : links()) {
            if (in_stories && link.similarity < least_similarity) {
                groups.stories = joiner.stories();
                in_stories = false;
            }
            joiner.join(link);
            if (link.similarity >= least_of_close) {
                groups.close.emplace_back(std::minmax(link.first, link.second));
            }
        }
        groups.affairs = joiner.stories();
        std::sort(groups.close.begin(), groups.close.end());
        if (in_stories) {
            groups.stories = groups.affairs;
        }
        return groups;
    }

  private:
    struct Link {
        double similarity = 0;
        std::uint32_t first = 0;
        std::uint32_t second = 0;
    };

    /// Joins the most similar first. A large story takes up what is like it as a whole: that each article is like some
    /// other one leads from affair to affair.
    class StoryJoiner {
      public:
        explicit StoryJoiner(const StoryFinder &finder)
            : finder_(&finder), sets_(finder.vectors_.size()), size_(finder.vectors_.size(), 1) {
            for (std::size_t d = 0; d < size_.size(); ++d) {
                first_members_.push_back({d});
            }
        }

        void join(const Link &link) {
            const std::size_t a = sets_.find(link.first);
            const std::size_t b = sets_.find(link.second);
            if (a == b || (size_[a] + size_[b] > most_chained && mean_similarity(a, b) < least_mean)) {
                return;
            }
            sets_.unite(a, b);
            const std::size_t root = sets_.find(a);
            const std::size_t other = root == a ? b : a;
            size_[root] += size_[other];
            std::vector<std::size_t> &first = first_members_[root];
            first.insert(first.end(), first_members_[other].begin(), first_members_[other].end());
            std::sort(first.begin(), first.end());
            first.resize(std::min(first.size(), most_compared));
            std::vector<std::size_t>().swap(first_members_[other]);
        }

        std::vector<std::size_t> stories() {
            std::vector<std::size_t> story(size_.size());
            for (std::size_t d = 0; d < story.size(); ++d) {
                story[d] = sets_.find(d);
            }
            return story;
        }

      private:
        double mean_similarity(std::size_t a, std::size_t b) const {
            double total = 0;
            for (const std::size_t one : first_members_[a]) {
                for (const std::size_t other : first_members_[b]) {
                    total += finder_->similarity(one, other);
                }
            }
            return total / static_cast<double>(first_members_[a].size() * first_members_[b].size());
        }

        const StoryFinder *finder_;
        DisjointSets sets_;
        /// By the document that stands for the story: how many it has, and the first of them, which are compared.
        std::vector<std::size_t> size_;
        std::vector<std::vector<std::size_t>> first_members_;
    };

    /// All pairs that are like each other, the most similar first.
    std::vector<Link> links() const {
        std::vector<Link> found;
        std::vector<double> shared(documents_->size(), 0);
        std::vector<std::uint32_t> touched;
        for (std::size_t d = 0; d < documents_->size(); ++d) {
            touched.clear();
            for (const auto &[feature, weight] : vectors_[d].weights) {
                propose(d, bearers_[feature], weight * weight, shared, touched);
            }
            for (const std::uint32_t other : touched) {
                const bool likely =
                    shared[other] >= least_shared * least_of_affair * vectors_[d].length * vectors_[other].length;
                shared[other] = 0;
                const double alike = likely && are_near(d, other) ? similarity(d, other) : 0;
                if (alike >= least_of_affair) {
                    found.push_back({alike, static_cast<std::uint32_t>(d), other});
                }
            }
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const Link &a, const Link &b) { return a.similarity > b.similarity; });
        return found;
    }

    /// Adds the weight to earlier documents that share the feature: all of them where they are few, else the nearest.
    static void propose(std::size_t document, const std::vector<std::uint32_t> &bearers, double weight,
                        std::vector<double> &shared, std::vector<std::uint32_t> &touched) {
        auto own = std::lower_bound(bearers.begin(), bearers.end(), static_cast<std::uint32_t>(document));
        for (std::size_t count = 0; own != bearers.begin() && count < most_documents; ++count) {
            --own;
            if (shared[*own] == 0) {
                touched.push_back(*own);
            }
            shared[*own] += weight;
        }
    }

    void count_features() {
        for (const Observations &each : *documents_) {
            Vector vector;
            for (const auto &[feature, count] : story_features(each)) {
                const auto [known, is_new] = index_.emplace(feature, static_cast<std::uint32_t>(index_.size()));
                if (is_new) {
                    elsewhere_.push_back(words_->count(feature));
                }
                // What stands there often is what it is about, though not as many times more so.
                vector.weights.emplace_back(known->second, 1 + std::log(static_cast<double>(count)));
            }
            std::sort(vector.weights.begin(), vector.weights.end());
            vectors_.push_back(std::move(vector));
        }
        bearers_.resize(index_.size());
        for (std::size_t d = 0; d < vectors_.size(); ++d) {
            for (const auto &[feature, count] : vectors_[d].weights) {
                bearers_[feature].push_back(static_cast<std::uint32_t>(d));
            }
        }
    }

    void weigh() {
        const auto all = static_cast<double>(documents_->size());
        for (Vector &vector : vectors_) {
            for (auto &[feature, weight] : vector.weights) {
                weight *= std::log((all + words_->total()) /
                                   (static_cast<double>(bearers_[feature].size()) + elsewhere_[feature]));
                vector.length += weight * weight;
            }
            vector.length = std::sqrt(vector.length);
        }
    }

    bool are_near(std::size_t a, std::size_t b) const {
        const auto day = [this](std::size_t d) -> std::optional<long> {
            const std::optional<std::string> &published = (*documents_)[d].document.published;
            const std::optional<Date> date = published ? parse_date(*published) : std::nullopt;
            return date && date->day != 0 ? std::optional(to_days(*date)) : std::nullopt;
        };
        const std::optional<long> first = day(a);
        const std::optional<long> second = day(b);
        return !first || !second || std::labs(*first - *second) <= most_days;
    }

    double similarity(std::size_t a, std::size_t b) const {
        double product = 0;
        std::size_t common = 0;
        auto i = vectors_[a].weights.begin();
        auto j = vectors_[b].weights.begin();
        while (i != vectors_[a].weights.end() && j != vectors_[b].weights.end()) {
            if (i->first < j->first) {
                ++i;
            } else if (j->first < i->first) {
                ++j;
            } else {
                product += i->second * j->second;
                ++common;
                ++i;
                ++j;
            }
        }
        const double lengths = vectors_[a].length * vectors_[b].length;
        return common >= least_common && lengths > 0 ? product / lengths : 0;
    }

    const std::vector<Observations> *documents_;
    const WordCounts *words_;
    std::unordered_map<std::string, std::uint32_t> index_;
    /// By feature: of the articles that the table was counted in, how many have it.
    std::vector<double> elsewhere_;
    std::vector<Vector> vectors_;
    /// Documents by feature.
    std::vector<std::vector<std::uint32_t>> bearers_;
};

} // namespace

StoryGroups::StoryGroups(const std::vector<Observations> &documents, const WordCounts &words) {
    StoryFinder::Groups groups = StoryFinder(documents, words).run();
    story_ = std::move(groups.stories);
    affair_ = std::move(groups.affairs);
    close_ = std::move(groups.close);
}

bool StoryGroups::are_close(std::size_t a, std::size_t b) const {
    return a == b || std::binary_search(close_.begin(), close_.end(), std::pair(std::min(a, b), std::max(a, b)));
}

} // namespace gainsay
