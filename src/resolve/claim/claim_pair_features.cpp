#include "resolve/claim/claim_pair_features.h"

#include "language/phrase_lists.h"
#include "resolve/claim/sorted_lists.h"
#include "resolve/claim/statement_standing.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace gainsay {

namespace {

/// When the program is compiled: a pair asks for all of them.
consteval std::size_t place_of(std::string_view name) {
    std::size_t at = 0;
    while (claim_pair_feature_names[at] != name) {
        ++at;
    }
    return at;
}

/// 1 where they have one of them in common, -1 where not, 0 where it is not told of both.
double agreement(const std::vector<std::size_t> &one, const std::vector<std::size_t> &other) {
    if (one.empty() || other.empty()) {
        return 0;
    }
    return shared(one, other).empty() ? -1 : 1;
}

std::uint64_t in_story(std::size_t story, Concept word) {
    return (static_cast<std::uint64_t>(story) << 32U) | word;
}

} // namespace

ClaimPairFeatures::ClaimPairFeatures(const ClaimForms &forms, const WordCounts &counts) : forms_(&forms) {
    std::unordered_map<std::string, std::uint32_t> index;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        for (const Concept word : forms[i].words) {
            if (word >= weights_.size()) {
                weights_.resize(word + 1, 0);
            }
            weights_[word] = std::log(counts.total() / counts.count(forms.word(word)));
        }
    }
    readings_.reserve(forms.size());
    for (std::size_t i = 0; i < forms.size(); ++i) {
        read(i, index);
    }
    count_in_stories();
}

double ClaimPairFeatures::weight(Concept word) const {
    constexpr double of_weak = 0.2;
    return forms_->is_weak(word) ? of_weak * weights_[word] : weights_[word];
}

double ClaimPairFeatures::sum(const std::vector<Concept> &words) const {
    double total = 0;
    for (const Concept word : words) {
        total += weight(word);
    }
    return total;
}

void ClaimPairFeatures::read(std::size_t form, std::unordered_map<std::string, std::uint32_t> &index) {
    Reading reading;
    const std::string line = fold_line(forms_->wording(form));
    std::vector<bool> tells;
    for (const std::string_view word : words_of(line)) {
        const auto [known, is_new] = index.emplace(std::string(word), static_cast<std::uint32_t>(index.size()));
        reading.words.push_back(known->second);
        // The shortest words are those that every sentence has.
        constexpr std::size_t least_letters = 5;
        tells.push_back(word.size() >= least_letters);
    }
    for (std::size_t i = 1; i < reading.words.size(); ++i) {
        if (tells[i - 1] || tells[i]) {
            reading.bigrams.push_back((std::uint64_t{reading.words[i - 1]} << 32U) | reading.words[i]);
        }
    }
    sort_once(reading.bigrams);
    const auto keep_strong = [this](const std::vector<Concept> &words, std::vector<Concept> &strong) {
        std::copy_if(words.begin(), words.end(), std::back_inserter(strong),
                     [this](Concept word) { return !forms_->is_weak(word); });
    };
    keep_strong((*forms_)[form].words, reading.strong);
    keep_strong((*forms_)[form].core, reading.strong_core);
    constexpr double least_weight = 0.1;
    reading.weight = std::max(least_weight, sum((*forms_)[form].words));
    readings_.push_back(std::move(reading));
}

void ClaimPairFeatures::count_in_stories() {
    for (std::size_t i = 0; i < forms_->size(); ++i) {
        const std::size_t story = forms_->story(i);
        statements_[story] += 1;
        for (const Concept word : readings_[i].strong) {
            bearers_[in_story(story, word)] += 1;
        }
    }
    for (std::size_t i = 0; i < forms_->size(); ++i) {
        double total = 0;
        for (const Concept word : readings_[i].strong) {
            total += share_in_story(i, word);
        }
        readings_[i].salience = total / static_cast<double>(std::max<std::size_t>(1, readings_[i].strong.size()));
    }
}

double ClaimPairFeatures::share_in_story(std::size_t form, Concept word) const {
    const std::size_t story = forms_->story(form);
    return bearers_.at(in_story(story, word)) / statements_.at(story);
}

std::size_t ClaimPairFeatures::longest_run(std::size_t a, std::size_t b) const {
    const std::vector<std::uint32_t> &one = readings_[a].words;
    const std::vector<std::uint32_t> &other = readings_[b].words;
    std::vector<std::size_t> before(other.size() + 1, 0);
    std::size_t longest = 0;
    for (const std::uint32_t word : one) {
        for (std::size_t j = other.size(); j > 0; --j) {
            before[j] = other[j - 1] == word ? before[j - 1] + 1 : 0;
            longest = std::max(longest, before[j]);
        }
    }
    return longest;
}

void ClaimPairFeatures::add_words(std::size_t a, std::size_t b, Values &values) const {
    const ClaimForm &one = (*forms_)[a];
    const ClaimForm &other = (*forms_)[b];
    const Reading &first = readings_[a];
    const Reading &second = readings_[b];
    const double common = sum(shared(one.words, other.words));
    values[place_of("common")] = common;
    values[place_of("common_of_less")] = common / std::min(first.weight, second.weight);
    values[place_of("common_of_more")] = common / std::max(first.weight, second.weight);
    values[place_of("common_of_all")] = common / (first.weight + second.weight - common);
    const std::vector<Concept> strong = shared(first.strong, second.strong);
    values[place_of("strong")] = static_cast<double>(strong.size());
    for (const Concept word : strong) {
        constexpr double of_rare = 4;
        values[place_of("rare")] += weights_[word] > of_rare ? 1 : 0;
        values[place_of("rarest")] = std::max(values[place_of("rarest")], weights_[word]);
        values[place_of("salience")] = std::max(values[place_of("salience")], share_in_story(a, word));
    }
    values[place_of("salience_of_less")] = std::min(first.salience, second.salience);
    values[place_of("salience_of_more")] = std::max(first.salience, second.salience);
    values[place_of("core_of_all")] = jaccard(first.strong_core, second.strong_core);
    values[place_of("core")] = static_cast<double>(shared(first.strong_core, second.strong_core).size());
    constexpr double not_told = 0.5;
    values[place_of("head")] = !one.head || !other.head ? not_told : *one.head == *other.head ? 1 : 0;
    const auto has_head = [](const ClaimForm &form, const ClaimForm &of) {
        return of.head && std::binary_search(form.words.begin(), form.words.end(), *of.head) ? 1 : 0;
    };
    values[place_of("head_within")] = has_head(one, other) + has_head(other, one);
    const std::size_t numbers = shared(one.numbers, other.numbers).size();
    const bool first_more = numbers < one.numbers.size();
    const bool second_more = numbers < other.numbers.size();
    values[place_of("numbers_differ")] = first_more && second_more ? 1 : 0;
    values[place_of("numbers")] = static_cast<double>(numbers);
    values[place_of("numbers_of_one")] = first_more != second_more ? 1 : 0;
}

void ClaimPairFeatures::add_actors(const ClaimForm &one, const ClaimForm &other, Values &values) const {
    values[place_of("entities")] = static_cast<double>(shared(one.entities, other.entities).size());
    values[place_of("entities_of_all")] = jaccard(one.entities, other.entities);
    values[place_of("actors")] = agreement(one.actors, other.actors);
    values[place_of("sides")] = shared(one.sides, other.sides).empty() ? 0 : 1;
    values[place_of("sides_of_all")] = jaccard(one.sides, other.sides);
    values[place_of("nobody")] = (one.is_of_nobody ? 1 : 0) + (other.is_of_nobody ? 1 : 0);
    values[place_of("source")] = one.source && one.source == other.source ? 1 : 0;
    const std::optional<std::size_t> subject = forms_->subject(one);
    const std::optional<std::size_t> other_subject = forms_->subject(other);
    values[place_of("subject")] = !subject || !other_subject ? 0 : subject == other_subject ? 1 : -1;
}

void ClaimPairFeatures::add_kinds(std::size_t a, std::size_t b, Values &values) const {
    const ClaimForm &one = (*forms_)[a];
    const ClaimForm &other = (*forms_)[b];
    const Proposition &first = forms_->proposition(a);
    const Proposition &second = forms_->proposition(b);
    const Stance stance = stance_of(forms_->attribution(a), first);
    const Stance other_stance = stance_of(forms_->attribution(b), second);
    const auto both = [](bool x, bool y) { return (x ? 1.0 : 0.0) + (y ? 1.0 : 0.0); };
    values[place_of("wish")] = one.is_wish != other.is_wish ? 1 : 0;
    values[place_of("idea")] = one.is_idea != other.is_idea ? 1 : 0;
    values[place_of("past")] = one.is_past != other.is_past ? 1 : 0;
    values[place_of("modality")] = first.modality == second.modality ? 1 : 0;
    values[place_of("vague")] = both(first.is_vague, second.is_vague);
    values[place_of("unlike")] = forms_->are_unlike(a, b) ? 1 : 0;
    values[place_of("denials")] = both(is_denying(stance), is_denying(other_stance));
    const double demands = both(stance == Stance::demands, other_stance == Stance::demands);
    values[place_of("demand")] = demands == 1 ? 1 : 0;
    values[place_of("demands")] = demands == 2 ? 1 : 0;
    values[place_of("negations")] = std::abs(static_cast<double>(one.negations) - static_cast<double>(other.negations));
    values[place_of("quotations")] = both(forms_->is_quotation(a), forms_->is_quotation(b));
}

void ClaimPairFeatures::add_places(std::size_t a, std::size_t b, Values &values) const {
    const Reading &first = readings_[a];
    const Reading &second = readings_[b];
    const bool is_one_article = (*forms_)[a].mention.document == (*forms_)[b].mention.document;
    constexpr double most_bytes = 5000;
    constexpr double of_two_articles = 9000;
    const auto begin_of = [this](std::size_t form) {
        return static_cast<double>(forms_->proposition(form).span.begin);
    };
    values[place_of("article")] = is_one_article ? 1 : 0;
    values[place_of("distance")] =
        is_one_article ? std::min(most_bytes, std::abs(begin_of(a) - begin_of(b))) : of_two_articles;
    values[place_of("bigrams")] = static_cast<double>(shared(first.bigrams, second.bigrams).size());
    values[place_of("run")] = static_cast<double>(longest_run(a, b));
    const auto less = static_cast<double>(std::min(first.words.size(), second.words.size()));
    const auto more = static_cast<double>(std::max<std::size_t>(1, std::max(first.words.size(), second.words.size())));
    values[place_of("words_of_less")] = less;
    values[place_of("length")] = less / more;
}

ClaimPairFeatures::Values ClaimPairFeatures::of(std::size_t a, std::size_t b) const {
    Values values{};
    add_words(a, b, values);
    add_actors((*forms_)[a], (*forms_)[b], values);
    add_kinds(a, b, values);
    add_places(a, b, values);
    return values;
}

} // namespace gainsay
