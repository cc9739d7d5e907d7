#pragma once

#include "language/claim_words.h"
#include "observation/observations.h"
#include "resolve/entity/entity_resolution.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace gainsay {

class StoryGroups;

/// Where a document states a proposition.
struct ClaimMention {
    std::size_t document = 0;
    std::size_t attribution = 0;
    std::size_t proposition = 0;

    friend auto operator<=>(const ClaimMention &, const ClaimMention &) = default;
};

/// A word as it is compared: its position in ClaimForms::words().
using Concept = std::uint32_t;

/// A proposition as it is compared with others. All lists are sorted, each once.
struct ClaimForm {
    ClaimMention mention;
    std::vector<Concept> words;
    /// Of the predicate, among `words`.
    std::vector<Concept> core;
    /// The governing word of the predicate that tells something: "lie" of "it seems that he lied".
    std::optional<Concept> head;
    std::vector<std::string> numbers;
    /// Whom it speaks of (positions in EntityResolution), and the states that they belong to in their place.
    std::vector<std::size_t> entities;
    std::vector<std::size_t> sides;
    /// The sides of those who do what it tells, as far as they are named. Where nobody is, the source's is among
    /// `sides`: "the two agreed" is said by one of them.
    std::vector<std::size_t> actors;
    /// `sides` holds the source's alone: whom the proposition speaks of is not known.
    bool is_of_nobody = false;
    /// Whoever states it.
    std::optional<std::size_t> source;
    /// It tells of what should or may be.
    bool is_wish = false;
    /// Its predicate leaves it at an idea: "suggested".
    bool is_idea = false;
    /// It tells of former times.
    bool is_past = false;
    /// How many words of it say what is not so, whatever its polarity: "that no one is above the law".
    std::size_t negations = 0;
};

/// All propositions that count, as they are compared, and how much each word tells: words that many claims have tell
/// less (inverse document frequency, Spärck Jones 1972), weak ones a fifth.
class ClaimForms {
  public:
    /// Without stories all documents tell of one affair.
    ClaimForms(const std::vector<Observations> &documents, const EntityResolution &entities, const ClaimWords &words,
               const std::vector<std::vector<bool>> &included, const StoryGroups *stories = nullptr);

    const std::vector<ClaimForm> &all() const { return forms_; }
    std::size_t size() const { return forms_.size(); }
    const ClaimForm &operator[](std::size_t index) const { return forms_[index]; }
    const std::string &word(Concept word) const { return words_[word]; }
    double weight(Concept word) const { return weights_[word]; }
    const Proposition &proposition(std::size_t index) const;
    const Attribution &attribution(std::size_t index) const;
    /// As a label has it.
    const std::string &wording(std::size_t index) const;
    static const std::string &wording_of(const Proposition &each) {
        return each.statement.empty() ? each.text : each.statement;
    }
    bool is_weak(Concept word) const { return known_->is_weak(words_[word]); }
    /// What the proposition's clause has for its subject, where that is an entity.
    std::optional<std::size_t> subject(const ClaimForm &form) const;
    /// Whether its wording stands in quotation marks.
    bool is_quotation(std::size_t index) const;
    /// The user keeps it from all others, or one word is all that it has ("denied the accusation"): no others can be
    /// told to be the same.
    bool is_apart(std::size_t index) const;
    bool are_opposite(Concept a, Concept b) const { return known_->are_opposite(words_[a], words_[b]); }
    /// How alike two claims are, from 0 to 1, whatever their polarity: the weight of the words that they share, of the
    /// shorter and of both together; who does it; of whom it speaks; the predicate. 0 where they cannot be the same:
    /// other numbers, other actors. Tuned on the seeds' and stories' claims (tests/quality).
    double similarity(std::size_t a, std::size_t b) const;
    /// The first form with the same words, numbers, entities and actors; often itself.
    std::size_t representative(std::size_t index) const { return representative_[index]; }
    /// The same without the look at numbers and opposite predicates: what the two are about.
    double nearness(std::size_t a, std::size_t b) const;
    /// Numbers or predicates of which one excludes the other, others who act, an idea and a deed, a verb of saying that
    /// holds the other statement, or the user: whatever else they share, the two are not one claim.
    bool cannot_be_one(std::size_t a, std::size_t b) const;
    /// One source holds what the other denies or says not to be so.
    bool are_unlike(std::size_t a, std::size_t b) const { return holds_true(a) != holds_true(b); }
    /// Whether the source is not against what the proposition would say without negation.
    bool holds_true(std::size_t index) const;
    /// Whether the attribution of the one stands in the content of the other's, at any depth.
    bool is_within(std::size_t inner, std::size_t outer) const;
    bool are_of_one_story(std::size_t a, std::size_t b) const;
    /// Of one article, or of two that are alike by themselves (StoryGroups::are_close).
    bool are_of_close_articles(std::size_t a, std::size_t b) const;
    /// The same or less strictly so.
    bool are_of_one_affair(std::size_t a, std::size_t b) const;
    /// They tell the same deed, state or kind of thing; of what is no clause ("any role in it") each word may.
    bool have_same_head(std::size_t a, std::size_t b) const;
    bool share_predicate(std::size_t a, std::size_t b) const { return share_predicate(forms_[a], forms_[b]); }
    /// Whether all words of the other that tell something are in it.
    bool has_strong_words_of(std::size_t claim, std::size_t other) const;
    /// Of "a radar deal", "any agreement": a word is of the claim's predicate, or two tell something.
    bool names_deed_of(std::size_t phrase, std::size_t claim) const;
    /// Whether it is the entity, or its state, that does what the claim tells.
    bool is_deed_of(std::size_t claim, std::size_t entity) const;
    /// Whether it speaks of an entity or of the state that it belongs to.
    bool tells_of_side_of(std::size_t claim, std::size_t entity) const;
    std::size_t story(std::size_t index) const;
    /// How many words that tell something.
    std::size_t count_strong(const std::vector<Concept> &words) const;
    /// How many of them are not in half of what is said: "happen", "know", "people" do not count.
    std::size_t count_telling(const std::vector<Concept> &words) const;
    /// None of its words tells what it is about, and some are those of half of what is said: "what is going on".
    bool says_what_much_says(std::size_t index) const;
    /// Its polarity leaves out a negation that it has: "no collusion at all", "is rarely late", "never won without it".
    bool has_hidden_negation(std::size_t index) const {
        const std::size_t told = proposition(index).polarity == Polarity::negated ? 1 : 0;
        return forms_[index].negations > told;
    }
    /// What one tells as done the other tells as coming, or as what might be.
    bool differ_in_modality(std::size_t a, std::size_t b) const {
        return proposition(a).modality != proposition(b).modality;
    }
    /// The weight of the words of a claim that another does not have: what it says more.
    double excess(std::size_t claim, std::size_t other) const;
    bool differ_in_numbers(std::size_t a, std::size_t b) const;
    bool have_opposite_predicates(std::size_t a, std::size_t b) const;
    /// Both cannot be so: of the same story, of the same actors and with the same entities, they differ in numbers
    /// (then with the same predicate) or in opposite predicates.
    bool contradict(std::size_t a, std::size_t b) const;

  private:
    void find_representatives();
    /// Those of them that have a name.
    std::vector<std::size_t> named(const std::vector<std::size_t> &entities) const;
    /// More than a word that every claim may have.
    bool has_predicate(const ClaimForm &form) const;

    // How a proposition is read: claim_form_reading.cpp.
    void read(ClaimMention mention);
    void read_words(const Proposition &proposition, ClaimForm &form, std::size_t document);
    /// Fills the words of the predicates; gives the first that tells something, or an empty one.
    std::string read_predicates(const Proposition &proposition, ClaimForm &form, std::set<std::string> &core) const;
    /// The other words and the numbers.
    void read_other_words(const Proposition &proposition, ClaimForm &form, std::set<std::string> &words) const;
    void read_actors(const Proposition &proposition, const Attribution &whole, ClaimForm &form);
    /// The state that the entity belongs to, or else the entity.
    std::size_t side_of(std::size_t entity) const;
    Concept intern(const std::string &word);

    // How alike two are: claim_likeness.cpp.
    double sum(const std::vector<Concept> &words) const;
    double nearness_of_heads(const ClaimForm &one, const ClaimForm &other) const;
    bool share_predicate(const ClaimForm &one, const ClaimForm &other) const;
    /// Both sources want the same deed of the same actor.
    bool want_the_same(std::size_t a, std::size_t b) const;
    /// What the two share is too little to make them one, however much of them it is: one common word and no common
    /// predicate, a fragment beside a sentence, two affairs that have a few words in common.
    bool is_too_little(std::size_t a, std::size_t b) const;
    /// "Many expect that it falls" is another claim than what the many expect: the outer has the inner's verb of
    /// saying.
    bool tells_of_saying(std::size_t outer, std::size_t inner) const;
    /// "[Moe is] hiding it", "[Reed is] hiding it": who does it is named in both, and another.
    bool are_deeds_of_others(std::size_t a, std::size_t b) const;
    /// The first of these reasons: `common` are the words of both.
    bool is_one_common_word(const ClaimForm &one, const ClaimForm &other, const std::vector<Concept> &common) const;
    /// The last of them: `alike` is the part of the words, `common` the words of both.
    bool is_too_little_across_stories(std::size_t a, std::size_t b, double alike,
                                      const std::vector<Concept> &common) const;
    /// Why a plain negative sentence, which is no denial, is no answer to another.
    bool is_no_plain_answer(std::size_t a, std::size_t b, double alike) const;
    /// What the two share is too little to set one speaker against the other.
    bool is_no_answer(std::size_t a, std::size_t b, double alike) const;

    const std::vector<Observations> *documents_;
    const EntityResolution *entities_;
    const ClaimWords *known_;
    const StoryGroups *stories_;
    std::vector<ClaimForm> forms_;
    std::vector<std::size_t> representative_;
    std::vector<std::string> words_;
    std::vector<double> weights_;
    std::map<std::string, Concept> index_;
    std::map<std::string, std::size_t> states_;
};

} // namespace gainsay
