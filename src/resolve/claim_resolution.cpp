#include "resolve/claim_resolution.h"

#include "base/utf8.h"
#include "resolve/disjoint_sets.h"
#include "resolve/name_form.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace gainsay {

ClaimSynonyms::ClaimSynonyms(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#') {
            continue;
        }
        std::string first;
        for (std::size_t begin = 0; begin <= line.size();) {
            const std::size_t stop = std::min(line.find(';', begin), line.size());
            const std::string_view word = trim(line.substr(begin, stop - begin));
            begin = stop + 1;
            if (word.empty()) {
                continue;
            }
            const std::string stem = word_stem(word);
            if (first.empty()) {
                first = stem;
            }
            forms_.emplace_back(stem, first);
        }
    }
    // Of a word in two groups the first counts.
    std::stable_sort(forms_.begin(), forms_.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    forms_.erase(
        std::unique(forms_.begin(), forms_.end(), [](const auto &a, const auto &b) { return a.first == b.first; }),
        forms_.end());
}

std::string ClaimSynonyms::form(const std::string &word) const {
    const std::string stem = word_stem(word);
    const auto found = std::lower_bound(forms_.begin(), forms_.end(), stem,
                                        [](const auto &entry, const std::string &key) { return entry.first < key; });
    return found != forms_.end() && found->first == stem ? found->second : stem;
}

namespace {

/// A proposition as it is compared.
struct Signature {
    ClaimMention mention;
    const Proposition *proposition = nullptr;
    std::vector<std::string> words;
    std::vector<std::size_t> entities;
    /// Whoever states it.
    std::optional<std::size_t> source;
};

template <class Item>
std::size_t shared_count(const std::vector<Item> &a, const std::vector<Item> &b) {
    std::vector<Item> shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    return shared.size();
}

bool is_number(const std::string &word) {
    return !word.empty() && word.front() >= '0' && word.front() <= '9';
}

class ClaimJoiner {
  public:
    ClaimJoiner(const std::vector<Observations> &documents, const EntityResolution &entities,
                const ClaimSynonyms &synonyms, const std::vector<std::vector<bool>> &included)
        : documents_(&documents), entities_(&entities), synonyms_(&synonyms) {
        for (std::size_t d = 0; d < documents.size(); ++d) {
            for (std::size_t a = 0; a < documents[d].attributions.size(); ++a) {
                for (std::size_t p = 0; included[d][a] && p < documents[d].attributions[a].propositions.size(); ++p) {
                    read(d, a, p);
                }
            }
        }
    }

    std::vector<ResolvedClaim> run() {
        DisjointSets sets(signatures_.size());
        for (const auto &[score, a, b] : pairs()) {
            // The clusters' fullest members must agree too, or a chain of small steps would lead anywhere.
            const std::size_t x = fullest(sets, a);
            const std::size_t y = fullest(sets, b);
            if (x != y && similarity(signatures_[x], signatures_[y]) >= least_similarity * 0.8) {
                sets.unite(a, b);
            }
        }
        std::map<std::size_t, std::vector<std::size_t>> groups;
        for (std::size_t i = 0; i < signatures_.size(); ++i) {
            groups[sets.find(i)].push_back(i);
        }
        std::vector<ResolvedClaim> claims;
        for (const auto &[first, members] : groups) {
            claims.push_back(describe(members));
        }
        return claims;
    }

  private:
    static constexpr double least_similarity = 0.5;

    void read(std::size_t document, std::size_t attribution, std::size_t index) {
        Signature signature;
        signature.mention = {document, attribution, index};
        const Attribution &whole = (*documents_)[document].attributions[attribution];
        signature.proposition = &whole.propositions[index];
        std::set<std::string> words;
        for (const std::string &word : signature.proposition->words) {
            words.insert(synonyms_->form(word));
        }
        signature.words.assign(words.begin(), words.end());
        std::set<std::size_t> about;
        for (const EntityIndex entity : signature.proposition->entities) {
            about.insert(entities_->at(document, entity));
        }
        signature.entities.assign(about.begin(), about.end());
        if (whole.source_entity) {
            signature.source = entities_->at(document, *whole.source_entity);
        }
        signatures_.push_back(std::move(signature));
    }

    static double similarity(const Signature &a, const Signature &b) {
        const std::size_t words = shared_count(a.words, b.words);
        const std::size_t entities = shared_count(a.entities, b.entities);
        const std::size_t fewer = std::min(a.words.size(), b.words.size());
        const std::size_t more = std::max(a.words.size(), b.words.size());
        if (words < 2 || (!a.entities.empty() && !b.entities.empty() && entities == 0)) {
            return 0;
        }
        // Different numbers tell of different things.
        for (const std::string &word : a.words) {
            if (is_number(word) && !std::binary_search(b.words.begin(), b.words.end(), word) &&
                std::any_of(b.words.begin(), b.words.end(), is_number)) {
                return 0;
            }
        }
        const double containment = static_cast<double>(words) / static_cast<double>(fewer);
        const double overlap = static_cast<double>(words) / static_cast<double>(fewer + more - words);
        const double shared_entities =
            a.entities.empty() || b.entities.empty()
                ? 0.5
                : static_cast<double>(entities) / static_cast<double>(std::min(a.entities.size(), b.entities.size()));
        // A short claim must be nearly the same.
        if (fewer <= 2 && (overlap < 0.6 || shared_entities < 0.5)) {
            return 0;
        }
        return 0.45 * containment + 0.35 * overlap + 0.2 * shared_entities;
    }

    struct Pair {
        double score = 0;
        std::size_t a = 0;
        std::size_t b = 0;
    };

    /// Those that share two words, none of them common to all, and are similar; best first.
    std::vector<Pair> pairs() const {
        std::map<std::string, std::vector<std::size_t>> by_word;
        for (std::size_t i = 0; i < signatures_.size(); ++i) {
            for (const std::string &word : signatures_[i].words) {
                by_word[word].push_back(i);
            }
        }
        // Words that many claims have bring nobody together; they still count once two have met.
        const std::size_t most = std::max<std::size_t>(50, signatures_.size() / 50);
        std::set<std::pair<std::size_t, std::size_t>> met;
        for (const auto &[word, members] : by_word) {
            if (members.size() > most) {
                continue;
            }
            for (std::size_t i = 0; i < members.size(); ++i) {
                for (std::size_t j = i + 1; j < members.size(); ++j) {
                    met.emplace(members[i], members[j]);
                }
            }
        }
        std::vector<Pair> found;
        for (const auto &[a, b] : met) {
            const double score = similarity(signatures_[a], signatures_[b]);
            if (score >= least_similarity) {
                found.push_back({score, a, b});
            }
        }
        std::stable_sort(found.begin(), found.end(), [](const Pair &x, const Pair &y) { return x.score > y.score; });
        return found;
    }

    std::size_t fullest(DisjointSets &sets, std::size_t member) const {
        const std::size_t root = sets.find(member);
        std::size_t best = root;
        for (std::size_t i = root; i < signatures_.size(); ++i) {
            if (sets.find(i) == root && signatures_[i].words.size() > signatures_[best].words.size()) {
                best = i;
            }
        }
        return best;
    }

    ResolvedClaim describe(const std::vector<std::size_t> &members) const {
        ResolvedClaim claim;
        std::set<std::size_t> about;
        // Affirmed wordings first, then those of middle length: neither "to do so" nor half a page.
        const Signature *best = nullptr;
        const auto rank = [](const Signature &each) {
            const std::size_t size = each.proposition->text.size();
            return std::pair(each.proposition->polarity == Polarity::negated ? 1 : 0,
                             size < 90 ? 90 - size : size - 90);
        };
        for (const std::size_t i : members) {
            const Signature &each = signatures_[i];
            claim.mentions.push_back(each.mention);
            about.insert(each.entities.begin(), each.entities.end());
            if (best == nullptr || rank(each) < rank(*best)) {
                best = &each;
            }
        }
        claim.entities.assign(about.begin(), about.end());
        claim.polarity = best->proposition->polarity;
        claim.label = label_of(*best);
        return claim;
    }

    /// The clause, with its subject where it has none of its own: "United States: to blackmail Moscow".
    std::string label_of(const Signature &signature) const {
        std::string text = signature.proposition->text;
        const std::string infinitive = "to ";
        if (signature.proposition->subject &&
            (text.compare(0, infinitive.size(), infinitive) == 0 || !has_subject(signature))) {
            const std::size_t subject = entities_->at(signature.mention.document, *signature.proposition->subject);
            text = entities_->entities()[subject].label + ": " + text;
        }
        constexpr std::size_t most_bytes = 240;
        if (text.size() > most_bytes) {
            std::size_t cut = text.rfind(' ', most_bytes);
            cut = cut == std::string::npos ? most_bytes : cut;
            while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) {
                --cut;
            }
            text.resize(cut);
            text += "\u2026";
        }
        return text;
    }

    /// Whether the subject is mentioned within the proposition's own words.
    bool has_subject(const Signature &signature) const {
        const Observations &document = (*documents_)[signature.mention.document];
        const auto &mentions = document.entities[*signature.proposition->subject].mentions;
        return std::any_of(mentions.begin(), mentions.end(), [&signature](const EntityMention &mention) {
            return signature.proposition->span.overlaps(mention.span);
        });
    }

    const std::vector<Observations> *documents_;
    const EntityResolution *entities_;
    const ClaimSynonyms *synonyms_;
    std::vector<Signature> signatures_;
};

} // namespace

std::vector<ResolvedClaim> resolve_claims(const std::vector<Observations> &documents, const EntityResolution &entities,
                                          const ClaimSynonyms &synonyms,
                                          const std::vector<std::vector<bool>> &included) {
    return ClaimJoiner(documents, entities, synonyms, included).run();
}

} // namespace gainsay
