#include "extract/nominal_mentions.h"

#include <algorithm>
#include <map>

namespace gainsay {

namespace {

enum class Gender { unknown, male, female };

class PronounFinder {
  public:
    PronounFinder(EntityBook &book, const Quotations &quotations)
        : book_(&book), syntax_(&book.syntax()), english_(&book.english()), quotations_(&quotations) {}

    void run() {
        for (TokenIndex token = 0; token < syntax_->size(); ++token) {
            if (!book_->is_skipped(token) && is_third_person(token) && !syntax_->is(token, "expl")) {
                resolve(token);
            }
        }
    }

  private:
    bool is_third_person(TokenIndex token) const {
        const std::string &feats = syntax_->token(token).feats;
        return syntax_->upos(token) == Upos::PRON && feature(feats, "PronType") == std::string_view("Prs") &&
               feature(feats, "Person") == std::string_view("3") && !feature(feats, "Reflex");
    }

    Gender gender_of(EntityIndex index) const {
        if (const auto known = genders_.find(index); known != genders_.end()) {
            return known->second;
        }
        const Entity &entity = book_->entity(index);
        std::string words = " " + lookup_form(entity.named ? "" : entity.name) + " ";
        for (const std::string &title : entity.titles) {
            words += lookup_form(title) + " ";
        }
        for (const auto &[kind, gender] : {std::pair{"female", Gender::female}, std::pair{"male", Gender::male}}) {
            for (const std::string &word : english_->people.words(kind)) {
                if (words.find(" " + word + " ") != std::string::npos) {
                    return gender;
                }
            }
        }
        return Gender::unknown;
    }

    /// Whether a source of speech or an actor: the subject of a verb that reports.
    bool speaks(TokenIndex token) const {
        const std::optional<TokenIndex> head = syntax_->head(token);
        return head && syntax_->is(token, "nsubj") &&
               english_->reporting.find_verb(syntax_->verb_lemma(*head)) != nullptr;
    }

    bool is_candidate(const Entity &entity, const std::string &feats, Gender gender, EntityIndex index) const {
        const bool plural = feature(feats, "Number") == std::string_view("Plur");
        if (plural) {
            return entity.type == NodeKind::Group;
        }
        if (gender == Gender::unknown) {
            return entity.type == NodeKind::Organization || entity.type == NodeKind::Country ||
                   entity.type == NodeKind::Outlet;
        }
        if (entity.type != NodeKind::Person) {
            return false;
        }
        const Gender known = gender_of(index);
        return known == Gender::unknown || known == gender;
    }

    void resolve(TokenIndex token) {
        const std::string &feats = syntax_->token(token).feats;
        const std::optional<std::string_view> value = feature(feats, "Gender");
        const Gender gender = value == std::string_view("Masc")  ? Gender::male
                              : value == std::string_view("Fem") ? Gender::female
                                                                 : Gender::unknown;
        const std::size_t sentence = syntax_->sentence_of(token);
        // "It" and "they" point at many things; only near subjects are safe.
        const std::size_t reach = gender == Gender::unknown ? (speaks(token) ? 1 : 0) : 3;
        std::optional<EntityIndex> barred;
        if (!syntax_->is(token, "nsubj") && syntax_->relation(token) != "nmod:poss") {
            if (const std::optional<TokenIndex> verb = syntax_->head(token)) {
                if (const std::optional<TokenIndex> subject = syntax_->subject(*verb)) {
                    barred = book_->at(*subject);
                }
            }
        }
        std::optional<EntityIndex> best;
        double best_score = -1e9;
        for (const EntityBook::Place &place : book_->places()) {
            if (place.head >= token || place.entity == barred) {
                continue;
            }
            const std::size_t distance = sentence - syntax_->sentence_of(place.head);
            if (distance > reach || !is_candidate(book_->entity(place.entity), feats, gender, place.entity)) {
                continue;
            }
            const bool subject = syntax_->is(place.head, "nsubj");
            if (gender == Gender::unknown && !subject) {
                continue;
            }
            // Subjects of earlier clauses first, then what is near.
            double score = -2.0 * static_cast<double>(distance) + (subject ? 1.5 : 0.0);
            if (subject && syntax_->head(place.head) &&
                english_->reporting.find_verb(syntax_->verb_lemma(*syntax_->head(place.head))) != nullptr) {
                score += 0.75;
            }
            if (syntax_->relation(place.head) == "nmod:poss" || syntax_->is(place.head, "compound")) {
                score -= 1.0;
            }
            if (syntax_->is(place.head, "obj") || syntax_->is(place.head, "obl")) {
                score += 0.25;
            }
            // Who speaks names others in the quotation, and himself outside.
            if (quotations_->contains(place.head) != quotations_->contains(token)) {
                score -= 3.0;
            }
            score += 1e-3 * static_cast<double>(place.head) / static_cast<double>(syntax_->size());
            if (score > best_score) {
                best_score = score;
                best = place.entity;
            }
        }
        if (!best) {
            return;
        }
        if (gender != Gender::unknown) {
            genders_[*best] = gender;
        }
        book_->add_mention(*best, MentionKind::pronoun, token, token, token, token, token);
    }

    EntityBook *book_;
    const Syntax *syntax_;
    const English *english_;
    const Quotations *quotations_;
    std::map<EntityIndex, Gender> genders_;
};

} // namespace

void find_pronoun_mentions(EntityBook &book, const Quotations &quotations) {
    PronounFinder(book, quotations).run();
}

} // namespace gainsay
