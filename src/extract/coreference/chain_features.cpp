#include "extract/coreference/chain_features.h"

#include "extract/coreference/chain_ranker.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace gainsay {

namespace {

/// Each its own family of rows.
enum class Template : std::uint32_t {
    new_type,
    new_class,
    new_role,
    new_plural,
    new_lemma,
    new_candidates,
    new_word_seen,
    new_place,
    new_quoted,
    new_modified,
    new_same_text,
    new_determiner,
    new_class_role,
    last_type,
    distance,
    distance_role,
    rank,
    kind,
    number,
    gender,
    roles,
    quoted,
    paragraphs,
    size,
    pronouns,
    pronoun_forms,
    binding,
    speaker,
    reporter,
    salience,
    recent,
    rank_role,
    match,
    match_distance,
    same_text,
    modifiers,
    match_number,
    classes,
    classes_type,
    link,
    owner,
    country,
    lemma_kind,
    own_verb,
    definite_pair,
    kind_distance
};

std::uint32_t bucket(std::size_t value, std::initializer_list<std::size_t> limits) {
    std::uint32_t index = 0;
    for (const std::size_t limit : limits) {
        if (value <= limit) {
            return index;
        }
        ++index;
    }
    return index;
}

class Rows {
  public:
    void add(Template family, std::initializer_list<std::uint32_t> values) {
        std::uint64_t hash = 0x9E3779B97F4A7C15ULL * (static_cast<std::uint64_t>(family) + 1);
        for (const std::uint32_t value : values) {
            hash = (hash ^ (value + 1)) * 0xFF51AFD7ED558CCDULL;
            hash ^= hash >> 33U;
        }
        hash *= 0xC4CEB9FE1A85EC53ULL;
        rows_.push_back(static_cast<std::uint32_t>((hash ^ (hash >> 29U)) % ChainRanker::row_count));
    }
    std::vector<std::uint32_t> take() {
        std::sort(rows_.begin(), rows_.end());
        rows_.erase(std::unique(rows_.begin(), rows_.end()), rows_.end());
        return std::move(rows_);
    }

  private:
    std::vector<std::uint32_t> rows_;
};

std::uint32_t code(PhraseType type) {
    return static_cast<std::uint32_t>(type);
}
std::uint32_t code(PhraseRole role) {
    return static_cast<std::uint32_t>(role);
}
std::uint32_t code(NounClass noun_class) {
    return static_cast<std::uint32_t>(noun_class);
}

/// The type with the form: "his", "himself".
std::uint32_t form_code(const Phrase &phrase) {
    return code(phrase.type) * 4 + (phrase.is_possessive ? 1U : 0U) + (phrase.is_reflexive ? 2U : 0U);
}

std::uint32_t text_code(const std::string &text) {
    std::uint32_t hash = 2166136261U;
    for (const char letter : text) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
    }
    return hash;
}

bool has(const std::vector<std::uint32_t> &numbers, std::uint32_t number) {
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

/// What the chain is: the kind of its entity, of an actor without a name, or what its nouns mean.
std::uint32_t kind_of(const ChainContext &context, const Chain &chain) {
    if (chain.entity >= 0) {
        return 100 + static_cast<std::uint32_t>(context.book->entity(static_cast<EntityIndex>(chain.entity)).type);
    }
    if (chain.noun_class != NounClass::unknown) {
        return code(chain.noun_class);
    }
    return 200 + chain.pronouns;
}

std::uint32_t number_of(const Chain &chain) {
    constexpr std::uint32_t plural_pronouns = (1U << static_cast<unsigned>(PhraseType::third_plural)) |
                                              (1U << static_cast<unsigned>(PhraseType::first_plural));
    constexpr std::uint32_t singular_pronouns = (1U << static_cast<unsigned>(PhraseType::first_singular)) |
                                                (1U << static_cast<unsigned>(PhraseType::masculine)) |
                                                (1U << static_cast<unsigned>(PhraseType::feminine)) |
                                                (1U << static_cast<unsigned>(PhraseType::neuter));
    const bool plural = chain.plural_count > 0 || (chain.pronouns & plural_pronouns) != 0;
    const bool singular = chain.singular_count > 0 || (chain.pronouns & singular_pronouns) != 0;
    return (plural ? 1U : 0U) + (singular ? 2U : 0U);
}

std::uint32_t gender_of(const Chain &chain) {
    return (chain.has_male ? 1U : 0U) + (chain.has_female ? 2U : 0U);
}

enum class Match : std::uint32_t { none, head, word_of_name, name_by_noun, title, last_head };

Match match_of(const ChainContext &context, const Chain &chain) {
    const Phrase &phrase = *context.phrase;
    if (is_pronoun(phrase.type)) {
        return Match::none;
    }
    if (phrase.type == PhraseType::name) {
        for (const std::uint32_t word : phrase.words) {
            if (has(chain.words, word)) {
                return Match::word_of_name;
            }
        }
        return has(chain.heads, phrase.lemma) ? Match::name_by_noun : Match::none;
    }
    if (has(chain.heads, phrase.lemma)) {
        const Phrase &last = context.all->phrases[chain.phrases.back()];
        return last.lemma == phrase.lemma ? Match::last_head : Match::head;
    }
    if (has(chain.titles, phrase.lemma)) {
        return Match::title;
    }
    return has(chain.words, phrase.lemma) ? Match::word_of_name : Match::none;
}

/// How the modifiers of a noun go with those of the latest phrase of the chain with the same head.
std::uint32_t modifier_code(const ChainContext &context, const Chain &chain) {
    const Phrase &phrase = *context.phrase;
    constexpr std::size_t most = 8;
    std::size_t looked = 0;
    for (auto position = chain.phrases.rbegin(); position != chain.phrases.rend() && looked < most; ++position) {
        const Phrase &other = context.all->phrases[*position];
        if (is_pronoun(other.type) || other.lemma != phrase.lemma) {
            continue;
        }
        ++looked;
        if (phrase.modifiers == other.modifiers) {
            return phrase.modifiers.empty() ? 1 : 2;
        }
        if (std::includes(other.modifiers.begin(), other.modifiers.end(), phrase.modifiers.begin(),
                          phrase.modifiers.end())) {
            return phrase.modifiers.empty() ? 3 : 4;
        }
        if (std::includes(phrase.modifiers.begin(), phrase.modifiers.end(), other.modifiers.begin(),
                          other.modifiers.end())) {
            return other.modifiers.empty() ? 5 : 6;
        }
        return 7;
    }
    return 0;
}

bool has_same_text(const ChainContext &context, const Chain &chain) {
    constexpr std::size_t most = 12;
    std::size_t looked = 0;
    for (auto position = chain.phrases.rbegin(); position != chain.phrases.rend() && looked < most; ++position) {
        const Phrase &other = context.all->phrases[*position];
        if (!is_pronoun(other.type)) {
            ++looked;
            if (other.text_hash == context.phrase->text_hash) {
                return true;
            }
        }
    }
    return false;
}

std::uint32_t chain_at(const ChainContext &context, std::optional<TokenIndex> token) {
    if (!token || context.phrase_at[*token] == ~std::uint32_t{0}) {
        return ~std::uint32_t{0};
    }
    return context.chain_of[context.phrase_at[*token]];
}

/// Whose it is: the chain of the owner, for a noun with one.
std::uint32_t owner_chain(const ChainContext &context, const Phrase &phrase) {
    return chain_at(context, context.book->syntax().child(phrase.head, "nmod:poss"));
}

std::uint32_t owner_code(const ChainContext &context, const Chain &chain) {
    constexpr std::uint32_t unknown = ~std::uint32_t{0};
    const std::uint32_t own = owner_chain(context, *context.phrase);
    for (auto position = chain.phrases.rbegin(); position != chain.phrases.rend(); ++position) {
        const Phrase &other = context.all->phrases[*position];
        if (is_pronoun(other.type) || other.lemma != context.phrase->lemma) {
            continue;
        }
        const std::uint32_t theirs = owner_chain(context, other);
        return own == unknown ? (theirs == unknown ? 1 : 2) : theirs == unknown ? 3 : own == theirs ? 4 : 5;
    }
    return 0;
}

const std::string &country_of(const ChainContext &context, const Phrase &phrase) {
    static const std::string none;
    return phrase.nominal < 0 ? none : context.all->nominals[static_cast<std::size_t>(phrase.nominal)].country;
}

std::uint32_t country_code(const ChainContext &context, const Chain &chain) {
    const std::string &own = country_of(context, *context.phrase);
    if (own.empty()) {
        return 0;
    }
    const std::string &theirs = chain.entity >= 0 ? context.book->entity(static_cast<EntityIndex>(chain.entity)).country
                                                  : country_of(context, context.all->phrases[chain.phrases.front()]);
    return theirs.empty() ? 1 : theirs == own ? 2 : 3;
}

/// The verb or noun that a phrase depends on, over conjunctions.
std::optional<TokenIndex> governor(const Syntax &syntax, TokenIndex token) {
    TokenIndex top = token;
    for (int steps = 0; steps < 20 && syntax.is(top, "conj") && syntax.head(top); ++steps) {
        top = *syntax.head(top);
    }
    return syntax.head(top);
}

/// Constraints of binding (Chomsky 1981, in the simple form of Hobbs 1978): how the latest phrase stands to this one in
/// the same sentence.
std::uint32_t binding_code(const Syntax &syntax, const Phrase &earlier, const Phrase &phrase) {
    if (earlier.sentence != phrase.sentence) {
        return 0;
    }
    const std::optional<TokenIndex> above = governor(syntax, phrase.head);
    const std::optional<TokenIndex> other = governor(syntax, earlier.head);
    if (above == earlier.head) {
        return 1;
    }
    if (other == phrase.head) {
        return 2;
    }
    const bool subject = earlier.role == PhraseRole::subject || earlier.role == PhraseRole::passive_subject;
    if (above && above == other) {
        return subject ? 3 : 4;
    }
    // "the minister praised his office": the owner stands one step lower.
    if (phrase.role == PhraseRole::owner && above && governor(syntax, *above) == other && other) {
        return subject ? 5 : 6;
    }
    if (above && syntax.is_below(*above, earlier.head)) {
        return 7;
    }
    // "the minister said that she": the subject of a clause above.
    if (subject && above && other && syntax.is_below(*above, *other)) {
        return 8;
    }
    return 9;
}

/// Whether a phrase stands in apposition to the other or is said to be it.
std::uint32_t link_code(const Syntax &syntax, const Phrase &earlier, const Phrase &phrase) {
    if (earlier.sentence != phrase.sentence) {
        return 0;
    }
    if (syntax.is(phrase.head, "appos") && syntax.head(phrase.head) == earlier.head) {
        return 1;
    }
    if (phrase.role == PhraseRole::predicate && syntax.head(earlier.head) == phrase.head &&
        syntax.is(earlier.head, "nsubj")) {
        return 2;
    }
    if (syntax.is(earlier.head, "appos") && syntax.head(earlier.head) == phrase.head) {
        return 3;
    }
    return syntax.is(phrase.head, "conj") && governor(syntax, phrase.head) == governor(syntax, earlier.head) ? 4 : 0;
}

bool is_reporter(const ChainContext &context, const Phrase &phrase) {
    const Syntax &syntax = context.book->syntax();
    const std::optional<TokenIndex> verb = syntax.head(phrase.head);
    return verb && phrase.role == PhraseRole::subject &&
           context.book->english().reporting.find_verb(syntax.lemma(*verb)) != nullptr;
}

} // namespace

std::vector<std::uint32_t> features_of_new_chain(const ChainContext &context,
                                                 std::span<const std::uint32_t> candidates) {
    const Phrase &phrase = *context.phrase;
    const Syntax &syntax = context.book->syntax();
    const std::uint32_t type = code(phrase.type);
    Rows rows;
    rows.add(Template::new_type, {form_code(phrase)});
    rows.add(Template::new_class, {type, code(phrase.noun_class)});
    rows.add(Template::new_role, {type, code(phrase.role)});
    rows.add(Template::new_plural, {type, phrase.is_plural ? 1U : 0U, code(phrase.noun_class)});
    rows.add(Template::new_lemma, {text_code(syntax.lemma(phrase.head)) % 2048, is_pronoun(phrase.type) ? 1U : 0U});
    rows.add(Template::new_candidates, {type, bucket(candidates.size(), {1, 3, 6, 10, 15})});
    rows.add(Template::new_place, {type, bucket(phrase.sentence, {0, 1, 2, 5, 10, 20})});
    rows.add(Template::new_quoted, {type, phrase.quotation >= 0 ? 1U : 0U, context.speaker != ~0U ? 1U : 0U});
    rows.add(Template::new_class_role, {type, code(phrase.role), code(phrase.noun_class)});
    bool matched = false;
    bool same = false;
    for (const std::uint32_t candidate : candidates) {
        const Chain &chain = context.all->chains[candidate];
        if (!is_pronoun(phrase.type) && !chain.phrases.empty()) {
            const Match match = match_of(context, chain);
            matched = matched || match != Match::none;
            same = same || (match != Match::none && has_same_text(context, chain));
        }
    }
    rows.add(Template::new_word_seen, {type, matched ? 1U : 0U, same ? 1U : 0U});
    rows.add(Template::new_modified,
             {type, bucket(phrase.modifiers.size(), {0, 1, 2}), phrase.has_complement ? 1U : 0U, matched ? 1U : 0U});
    rows.add(Template::own_verb, {type, text_code(std::string(syntax.relation(phrase.head))) % 64});
    if (const std::optional<TokenIndex> determiner = syntax.child(phrase.head, "det")) {
        rows.add(Template::new_determiner, {type, text_code(syntax.lemma(*determiner)) % 64, matched ? 1U : 0U});
    }
    return rows.take();
}

std::vector<std::uint32_t> features_of_chain(const ChainContext &context, std::uint32_t number, std::size_t rank) {
    const Phrase &phrase = *context.phrase;
    const Chain &chain = context.all->chains[number];
    const Syntax &syntax = context.book->syntax();
    const std::uint32_t type = code(phrase.type);
    const std::uint32_t kind = kind_of(context, chain);
    const std::uint32_t chain_number = number_of(chain);
    const std::uint32_t rank_bucket = bucket(rank, {0, 1, 2, 3, 4, 5, 7, 10});
    Rows rows;
    rows.add(Template::rank, {type, rank_bucket});
    rows.add(Template::kind, {type, kind});
    rows.add(Template::number, {type, chain_number, phrase.is_plural ? 1U : 0U});
    rows.add(Template::gender, {type, gender_of(chain), static_cast<std::uint32_t>(phrase.gender)});
    rows.add(Template::size, {type, bucket(chain.phrases.size(), {0, 1, 2, 4, 8, 16}), chain.has_name ? 1U : 0U});
    rows.add(Template::pronouns, {type, chain.pronouns});
    rows.add(Template::speaker, {form_code(phrase), number == context.speaker ? 2U : context.speaker != ~0U ? 1U : 0U});
    rows.add(Template::kind_distance, {type, kind, chain_number, gender_of(chain)});
    if (chain.phrases.empty()) {
        rows.add(Template::last_type, {type, 99});
        return rows.take();
    }
    const Phrase &last = context.all->phrases[chain.phrases.back()];
    const Phrase &first = context.all->phrases[chain.phrases.front()];
    const std::uint32_t distance = phrase.sentence - last.sentence;
    const std::uint32_t distance_bucket = bucket(distance, {0, 1, 2, 3, 4, 6, 10, 20});
    const std::uint32_t near = std::min(distance, 3U);
    rows.add(Template::last_type, {form_code(phrase), form_code(last)});
    rows.add(Template::distance, {type, distance_bucket});
    rows.add(Template::distance_role, {type, near, code(last.role), is_pronoun(last.type) ? 1U : 0U});
    rows.add(Template::roles, {type, code(phrase.role), code(last.role), near});
    rows.add(Template::rank_role, {type, rank_bucket, code(last.role), near});
    const std::uint32_t quoted = phrase.quotation == last.quotation ? (phrase.quotation >= 0 ? 1U : 0U)
                                 : phrase.quotation < 0             ? 2U
                                 : last.quotation < 0               ? 3U
                                                                    : 4U;
    rows.add(Template::quoted, {type, quoted, code(last.type)});
    rows.add(Template::paragraphs,
             {type, bucket(phrase.paragraph - last.paragraph, {0, 1, 2, 5}), code(last.type), std::min(near, 1U)});
    rows.add(Template::pronoun_forms, {form_code(phrase), code(last.type), distance_bucket});
    const std::uint32_t binding = binding_code(syntax, last, phrase);
    rows.add(Template::binding, {form_code(phrase), binding});
    rows.add(Template::binding, {form_code(phrase), binding, code(phrase.role), code(last.role)});
    rows.add(Template::reporter, {type, is_reporter(context, last) ? 1U : 0U, quoted, near});
    rows.add(Template::salience, {type, bucket(first.sentence, {0, 2}), bucket(chain.phrases.size(), {1, 3, 6})});
    std::uint32_t recent = 0;
    for (auto position = chain.phrases.rbegin(); position != chain.phrases.rend() && recent < 6; ++position) {
        if (context.all->phrases[*position].sentence + 5 < phrase.sentence) {
            break;
        }
        ++recent;
    }
    rows.add(Template::recent, {type, recent});
    rows.add(Template::classes_type, {type, code(last.type), code(phrase.noun_class), code(chain.noun_class)});
    const std::uint32_t link = link_code(syntax, last, phrase);
    rows.add(Template::link, {type, link, code(last.type)});
    if (is_pronoun(phrase.type)) {
        rows.add(Template::definite_pair, {type, code(last.type), kind, near});
        return rows.take();
    }
    const Match match = match_of(context, chain);
    const auto matched = static_cast<std::uint32_t>(match);
    const bool same = match != Match::none && has_same_text(context, chain);
    const std::uint32_t modifiers = match == Match::none ? 0 : modifier_code(context, chain);
    rows.add(Template::match, {type, matched, code(last.type)});
    rows.add(Template::match, {type, matched, kind});
    rows.add(Template::match_distance, {type, matched, distance_bucket});
    rows.add(Template::same_text, {type, same ? 1U : 0U, bucket(phrase.modifiers.size(), {0, 1}), near});
    rows.add(Template::modifiers, {type, matched, modifiers, phrase.has_complement ? 1U : 0U});
    rows.add(Template::match_number, {matched, chain_number, phrase.is_plural ? 1U : 0U});
    rows.add(Template::classes, {type, code(phrase.noun_class), kind, match != Match::none ? 1U : 0U});
    rows.add(Template::owner, {matched, match == Match::none ? 9U : owner_code(context, chain)});
    rows.add(Template::country, {matched, country_code(context, chain)});
    rows.add(Template::lemma_kind, {text_code(syntax.lemma(phrase.head)) % 512, match != Match::none ? 1U : 0U});
    return rows.take();
}

namespace {

/// Whose the phrase's head is, by the words that stand with it: "Lyon" of "the mayor of Lyon", the state of "the
/// Ukrainian president".
struct Owner {
    std::optional<EntityIndex> entity;
    std::string country;

    bool is_known() const { return entity || !country.empty(); }
    bool differs_from(const Owner &other) const {
        if (!country.empty() && !other.country.empty()) {
            return country != other.country;
        }
        return entity && other.entity && *entity != *other.entity;
    }
};

Owner owner_of(const EntityBook &book, const Phrase &phrase) {
    const Syntax &syntax = book.syntax();
    Owner owner;
    for (const TokenIndex child : syntax.children(phrase.head)) {
        const std::string_view relation = syntax.relation(child);
        const bool before = relation == "nmod:poss" || relation == "amod" || relation == "compound";
        const bool behind = syntax.is(child, "nmod") && book.english().grammar.has("owner", syntax.preposition(child));
        if (!before && !behind) {
            continue;
        }
        if (before && owner.country.empty()) {
            const Country *country = book.english().countries.find_modifier(syntax.form(child));
            owner.country = country != nullptr && syntax.upos(child) != Upos::PRON ? country->code : "";
        }
        const std::optional<EntityIndex> entity = relation == "amod" ? std::nullopt : book.at(child);
        if (entity && !owner.entity) {
            owner.entity = entity;
            if (book.entity(*entity).type == NodeKind::Country) {
                owner.country = book.entity(*entity).country;
            }
        }
    }
    return owner;
}

} // namespace

bool has_other_owner(const ChainContext &context, const Chain &chain) {
    const Owner own = is_pronoun(context.phrase->type) ? Owner() : owner_of(*context.book, *context.phrase);
    if (!own.is_known()) {
        return false;
    }
    // "the Ukrainian president" is nobody who is known to be Russia's.
    const bool office = context.phrase->noun_class == NounClass::person;
    if (office && chain.entity >= 0 && !own.country.empty()) {
        const Entity &entity = context.book->entity(static_cast<EntityIndex>(chain.entity));
        if (entity.type == NodeKind::Person && !entity.country.empty() && entity.country != own.country) {
            return true;
        }
    }
    return std::any_of(chain.phrases.begin(), chain.phrases.end(), [&](std::uint32_t position) {
        const Phrase &other = context.all->phrases[position];
        return !is_pronoun(other.type) && other.lemma == context.phrase->lemma &&
               own.differs_from(owner_of(*context.book, other));
    });
}

} // namespace gainsay
