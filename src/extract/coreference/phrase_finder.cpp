#include "extract/coreference/phrase_finder.h"

#include "extract/coreference/phrase_grammar.h"
#include "extract/mentions/name_refusals.h"
#include "extract/mentions/office_title.h"
#include "extract/mentions/person_sex.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace gainsay {

namespace {

class PhraseFinder {
  public:
    PhraseFinder(const EntityBook &book, const Quotations &quotations, const std::vector<OpenNominal> &nominals)
        : book_(&book), syntax_(&book.syntax()), english_(&book.english()), quotations_(&quotations),
          nominals_(&nominals), paragraph_of_(syntax_->document().sentences.size()) {}

    std::vector<Phrase> run() {
        number_paragraphs();
        std::vector<std::int64_t> place_at(syntax_->size(), Phrase::none);
        std::vector<std::int64_t> nominal_at(syntax_->size(), Phrase::none);
        for (std::size_t i = 0; i < book_->places().size(); ++i) {
            const EntityBook::Place &place = book_->places()[i];
            if (place_at[place.head] < 0 || place.kind == MentionKind::name) {
                place_at[place.head] = static_cast<std::int64_t>(i);
            }
        }
        for (std::size_t i = 0; i < nominals_->size(); ++i) {
            nominal_at[(*nominals_)[i].head] = static_cast<std::int64_t>(i);
        }
        // A title is part of its bearer's mention.
        std::vector<bool> is_title(syntax_->size(), false);
        for (const EntityBook::Place &place : book_->places()) {
            if (place.kind == MentionKind::name) {
                std::fill(is_title.begin() + place.first, is_title.begin() + place.head_first, true);
            }
        }
        for (TokenIndex token = 0; token < syntax_->size(); ++token) {
            if (book_->is_skipped(token) ||
                (is_title[token] && place_at[token] < 0 && syntax_->upos(token) != Upos::PRON) ||
                is_in_party_tag(token)) {
                continue;
            }
            if (place_at[token] >= 0) {
                add_known(book_->places()[static_cast<std::size_t>(place_at[token])]);
            } else if (!book_->covering(token)) {
                if (const std::optional<PhraseType> type = phrase_type(*syntax_, token)) {
                    add(token, *type, nominal_at[token]);
                }
            }
        }
        std::stable_sort(phrases_.begin(), phrases_.end(), [](const Phrase &a, const Phrase &b) {
            return a.first != b.first ? a.first < b.first : a.last > b.last;
        });
        return std::move(phrases_);
    }

  private:
    void number_paragraphs() {
        std::uint32_t paragraph = 0;
        for (std::size_t s = 0; s < paragraph_of_.size(); ++s) {
            paragraph += s > 0 && starts_paragraph(syntax_->document(), s) ? 1U : 0U;
            paragraph_of_[s] = paragraph;
        }
    }

    std::optional<std::string_view> feat(TokenIndex token, std::string_view name) const {
        return feature(syntax_->token(token).feats, name);
    }

    bool is_in_party_tag(TokenIndex token) const {
        const std::optional<std::size_t> name = book_->name_at(token);
        return name && opens_party_tag(syntax_->document().names[*name].first_token, *book_);
    }

    void add_known(const EntityBook::Place &place) {
        Phrase phrase;
        phrase.first = place.first;
        phrase.last = place.last;
        phrase.head = place.head;
        phrase.head_first = place.head_first;
        phrase.head_last = place.head_last;
        phrase.entity = place.entity;
        phrase.type = place.kind == MentionKind::name ? PhraseType::name : determined_type(*syntax_, place.head);
        finish(phrase);
    }

    void add(TokenIndex token, PhraseType type, std::int64_t nominal) {
        Phrase phrase;
        phrase.head = token;
        phrase.head_first = token;
        phrase.head_last = token;
        phrase.type = type;
        phrase.nominal = nominal;
        if (nominal >= 0) {
            phrase.first = (*nominals_)[static_cast<std::size_t>(nominal)].first;
            phrase.last = (*nominals_)[static_cast<std::size_t>(nominal)].last;
        } else if (is_pronoun(type) || type == PhraseType::modifier) {
            phrase.first = token;
            phrase.last = token;
        } else {
            std::tie(phrase.first, phrase.last) = phrase_extent(*syntax_, token);
        }
        if (const std::optional<std::size_t> name = book_->name_at(token); name && !is_pronoun(type)) {
            // A name that no rule took: "the World Cup".
            const Name &whole = syntax_->document().names[*name];
            phrase.type = type == PhraseType::modifier ? type : PhraseType::name;
            phrase.head_first = std::max(whole.first_token, phrase.first);
            phrase.head_last = std::min(whole.end_token - 1, phrase.last);
        }
        finish(phrase);
    }

    void finish(Phrase &phrase) {
        const TokenIndex head = phrase.head;
        phrase.role = phrase_role(*syntax_, head);
        phrase.is_plural = feat(head, "Number") == std::string_view("Plur");
        phrase.is_reflexive = feat(head, "Reflex").has_value();
        phrase.is_possessive = feat(head, "Poss").has_value();
        phrase.lemma = number_of(syntax_->lemma(head));
        phrase.sentence = static_cast<std::uint32_t>(syntax_->sentence_of(head));
        phrase.paragraph = paragraph_of_[phrase.sentence];
        phrase.quotation = quotations_->at(head);
        if (is_pronoun(phrase.type)) {
            phrase.gender = phrase.type == PhraseType::masculine  ? Gender::male
                            : phrase.type == PhraseType::feminine ? Gender::female
                                                                  : Gender::unknown;
            phrase.is_gender_sure = phrase.gender != Gender::unknown;
            phrases_.push_back(std::move(phrase));
            return;
        }
        for (const TokenIndex child : syntax_->children(head)) {
            if (child > head) {
                phrase.has_complement =
                    phrase.has_complement || syntax_->is(child, "nmod") || syntax_->is(child, "acl");
            } else if (syntax_->is(child, "amod") || syntax_->is(child, "compound") || syntax_->is(child, "nummod")) {
                phrase.modifiers.push_back(number_of(syntax_->lemma(child)));
            }
        }
        std::sort(phrase.modifiers.begin(), phrase.modifiers.end());
        read_words(phrase);
        if (phrase.entity >= 0) {
            describe_known(phrase);
        } else {
            phrase.noun_class = class_of(phrase);
            phrase.gender = sex_by_word(*english_, syntax_->lemma(head));
            phrase.is_gender_sure = phrase.gender != Gender::unknown;
        }
        phrases_.push_back(std::move(phrase));
    }

    void read_words(Phrase &phrase) {
        constexpr std::uint64_t prime = 1099511628211ULL;
        phrase.text_hash = 14695981039346656037ULL;
        bool started = false;
        for (TokenIndex token = phrase.first; token <= phrase.last; ++token) {
            started = started || syntax_->upos(token) != Upos::DET;
            if (!started) {
                continue;
            }
            for (const char letter : syntax_->form(token)) {
                phrase.text_hash = (phrase.text_hash ^ static_cast<unsigned char>(letter)) * prime;
            }
            phrase.text_hash = (phrase.text_hash ^ ' ') * prime;
        }
        if (phrase.type != PhraseType::name) {
            phrase.words.push_back(phrase.lemma);
            return;
        }
        for (TokenIndex token = phrase.head_first; token <= phrase.head_last; ++token) {
            if (syntax_->upos(token) != Upos::PUNCT && syntax_->upos(token) != Upos::ADP &&
                syntax_->upos(token) != Upos::DET) {
                phrase.words.push_back(number_of(syntax_->lemma(token)));
            }
        }
        sort_unique(phrase.words);
    }

    static void sort_unique(std::vector<std::uint32_t> &numbers) {
        std::sort(numbers.begin(), numbers.end());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    }

    /// The words of the entity's titles, at its first phrase alone.
    void read_titles(Phrase &phrase, const Entity &entity) {
        if (entity.titles.empty() || !described_.insert(phrase.entity).second) {
            return;
        }
        for (const std::string &title : entity.titles) {
            for (const std::string &word : office_words(*english_, title)) {
                phrase.titles.push_back(number_of(word));
            }
        }
        sort_unique(phrase.titles);
    }

    NounClass class_of(const Phrase &phrase) const {
        if (phrase.nominal >= 0) {
            switch ((*nominals_)[static_cast<std::size_t>(phrase.nominal)].type) {
            case NodeKind::Person:
            case NodeKind::Group:
                return NounClass::person;
            default:
                return NounClass::group;
            }
        }
        if (const std::optional<std::size_t> name = book_->name_at(phrase.head)) {
            switch (syntax_->document().names[*name].type) {
            case NameType::PER:
            case NameType::NORP:
                return NounClass::person;
            case NameType::ORG:
                return NounClass::group;
            case NameType::LOC:
            case NameType::GPE:
                return NounClass::place;
            case NameType::EVENT:
                return NounClass::event;
            case NameType::DATE:
                return NounClass::time;
            case NameType::MISC:
                break;
            }
        }
        return english_->nouns.find(syntax_->lemma(phrase.head));
    }

    void describe_known(Phrase &phrase) {
        const Entity &entity = book_->entity(static_cast<EntityIndex>(phrase.entity));
        read_titles(phrase, entity);
        switch (entity.type) {
        case NodeKind::Person:
            phrase.noun_class = NounClass::person;
            phrase.gender = sex_by_titles(*english_, entity);
            phrase.is_gender_sure = phrase.gender != Gender::unknown;
            // A name of one word may be a surname.
            if (!phrase.is_gender_sure && entity.name.find(' ') != std::string::npos) {
                phrase.gender = sex_by_first_name(*english_, entity);
            }
            break;
        case NodeKind::Group:
            phrase.noun_class = NounClass::person;
            phrase.is_plural = true;
            break;
        case NodeKind::Place:
        case NodeKind::Country:
            phrase.noun_class = NounClass::place;
            break;
        default:
            phrase.noun_class = NounClass::group;
            break;
        }
    }

    std::uint32_t number_of(const std::string &lemma) {
        return numbers_.emplace(lemma, static_cast<std::uint32_t>(numbers_.size() + 1)).first->second;
    }

    const EntityBook *book_;
    const Syntax *syntax_;
    const English *english_;
    const Quotations *quotations_;
    const std::vector<OpenNominal> *nominals_;
    std::vector<std::uint32_t> paragraph_of_;
    std::vector<Phrase> phrases_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::unordered_set<std::int64_t> described_;
};

} // namespace

std::vector<Phrase> find_phrases(const EntityBook &book, const Quotations &quotations,
                                 const std::vector<OpenNominal> &nominals) {
    return PhraseFinder(book, quotations, nominals).run();
}

} // namespace gainsay
