#include "extract/coreference/chain_features.h"

#include "extract/coreference/chain_relations.h"
#include "extract/coreference/chain_state.h"
#include "extract/coreference/feature_rows.h"

#include <algorithm>
#include <optional>
#include <string>

namespace gainsay {

namespace {

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

/// How many sentences before.
std::uint32_t distance_code(const Phrase &last, const Phrase &phrase) {
    return bucket(phrase.sentence - last.sentence, {0, 1, 2, 3, 4, 6, 10, 20});
}

/// Whether both stand in the same quotation, in none, one of them, or in two.
std::uint32_t quotation_code(const Phrase &last, const Phrase &phrase) {
    if (phrase.quotation == last.quotation) {
        return phrase.quotation >= 0 ? 1U : 0U;
    }
    return phrase.quotation < 0 ? 2U : last.quotation < 0 ? 3U : 4U;
}

/// Of a phrase that is no pronoun: how its words go with those of a chain, which has phrases.
void add_noun_features(const ChainContext &context, const Chain &chain, FeatureRows &rows) {
    const Phrase &phrase = *context.phrase;
    const Phrase &last = context.all->phrases[chain.phrases.back()];
    const Syntax &syntax = context.book->syntax();
    const std::uint32_t type = code(phrase.type);
    const std::uint32_t kind = kind_of(context, chain);
    const std::uint32_t chain_number = number_of(chain);
    const std::uint32_t near = std::min(phrase.sentence - last.sentence, 3U);
    const Match match = match_of(context, chain);
    const auto matched = static_cast<std::uint32_t>(match);
    const bool same = match != Match::none && has_same_text(context, chain);
    const std::uint32_t modifiers = match == Match::none ? 0 : modifier_code(context, chain);
    rows.add(FeatureFamily::match, {type, matched, code(last.type)});
    rows.add(FeatureFamily::match, {type, matched, kind});
    rows.add(FeatureFamily::match_distance, {type, matched, distance_code(last, phrase)});
    rows.add(FeatureFamily::same_text, {type, same ? 1U : 0U, bucket(phrase.modifiers.size(), {0, 1}), near});
    rows.add(FeatureFamily::modifiers, {type, matched, modifiers, phrase.has_complement ? 1U : 0U});
    rows.add(FeatureFamily::match_number, {matched, chain_number, phrase.is_plural ? 1U : 0U});
    rows.add(FeatureFamily::classes, {type, code(phrase.noun_class), kind, match != Match::none ? 1U : 0U});
    rows.add(FeatureFamily::owner, {matched, match == Match::none ? 9U : owner_code(context, chain)});
    rows.add(FeatureFamily::country, {matched, country_code(context, chain)});
    rows.add(FeatureFamily::lemma_to_kind, {text_code(syntax.lemma(phrase.head)) % 4096, kind});
    rows.add(FeatureFamily::lemma_kind, {text_code(syntax.lemma(phrase.head)) % 512, match != Match::none ? 1U : 0U});
}

/// Only quotations have mentioned the chain lately.
bool is_quoted_only(const ChainContext &context, const Chain &chain) {
    constexpr std::size_t most = 4;
    std::size_t looked = 0;
    return std::all_of(chain.phrases.rbegin(), chain.phrases.rend(), [&](std::uint32_t position) {
        return ++looked > most || context.all->phrases[position].quotation >= 0;
    });
}

/// Whether the chain is who speaks in the quotation, somebody else is, or nobody.
std::uint32_t speaker_code(const ChainContext &context, std::uint32_t number) {
    if (number == context.speaker) {
        return 2;
    }
    return context.speaker != ~0U ? 1 : 0;
}

/// Mentions of the chain in the last sentences.
std::uint32_t recent_mentions(const ChainContext &context, const Chain &chain) {
    constexpr std::uint32_t most = 6;
    constexpr std::uint32_t sentences = 5;
    std::uint32_t recent = 0;
    for (auto position = chain.phrases.rbegin(); position != chain.phrases.rend() && recent < most; ++position) {
        if (context.all->phrases[*position].sentence + sentences < context.phrase->sentence) {
            break;
        }
        ++recent;
    }
    return recent;
}

/// Nothing refers to anything before the phrase in its paragraph.
bool opens_paragraph(const ChainContext &context) {
    return context.at == 0 || context.all->phrases[context.at - 1].paragraph != context.phrase->paragraph;
}

} // namespace

std::vector<std::uint32_t> features_of_new_chain(const ChainContext &context,
                                                 std::span<const std::uint32_t> candidates) {
    const Phrase &phrase = *context.phrase;
    const Syntax &syntax = context.book->syntax();
    const std::uint32_t type = code(phrase.type);
    FeatureRows rows;
    rows.add(FeatureFamily::new_type, {form_code(phrase)});
    rows.add(FeatureFamily::new_class, {type, code(phrase.noun_class)});
    rows.add(FeatureFamily::new_role, {type, code(phrase.role)});
    rows.add(FeatureFamily::new_plural, {type, phrase.is_plural ? 1U : 0U, code(phrase.noun_class)});
    rows.add(FeatureFamily::new_lemma,
             {text_code(syntax.lemma(phrase.head)) % 2048, is_pronoun(phrase.type) ? 1U : 0U});
    rows.add(FeatureFamily::new_candidates, {type, bucket(candidates.size(), {1, 3, 6, 10, 15})});
    rows.add(FeatureFamily::new_place, {type, bucket(phrase.sentence, {0, 1, 2, 5, 10, 20})});
    rows.add(FeatureFamily::new_quoted, {type, phrase.quotation >= 0 ? 1U : 0U, context.speaker != ~0U ? 1U : 0U});
    rows.add(FeatureFamily::new_class_role, {type, code(phrase.role), code(phrase.noun_class)});
    rows.add(FeatureFamily::new_speech, {form_code(phrase), context.speech, context.last_speaker != ~0U ? 1U : 0U,
                                         phrase.quotation >= 0 ? 1U : 0U});
    rows.add(FeatureFamily::new_by_rule, {form_code(phrase), context.by_rule != ~0U ? 1U : 0U});
    rows.add(FeatureFamily::new_fitting, {form_code(phrase), bucket(context.fitting, {0, 1, 2, 4}), code(phrase.role)});
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
    rows.add(FeatureFamily::new_word_seen, {type, matched ? 1U : 0U, same ? 1U : 0U});
    rows.add(FeatureFamily::new_modified,
             {type, bucket(phrase.modifiers.size(), {0, 1, 2}), phrase.has_complement ? 1U : 0U, matched ? 1U : 0U});
    rows.add(FeatureFamily::own_verb, {type, text_code(std::string(syntax.relation(phrase.head))) % 64});
    if (const std::optional<TokenIndex> determiner = syntax.child(phrase.head, "det")) {
        rows.add(FeatureFamily::new_determiner, {type, text_code(syntax.lemma(*determiner)) % 64, matched ? 1U : 0U});
    }
    return rows.take();
}

bool fits(const ChainContext &context, const Chain &chain) {
    const Phrase &phrase = *context.phrase;
    const auto has_pronoun = [&](PhraseType type) {
        return (chain.pronouns & (1U << static_cast<unsigned>(type))) != 0;
    };
    const bool named = chain.entity >= 0;
    const NodeKind kind = named ? context.book->entity(static_cast<EntityIndex>(chain.entity)).type : NodeKind::Claim;
    const bool person = named ? kind == NodeKind::Person
                              : chain.noun_class == NounClass::person || has_pronoun(PhraseType::masculine) ||
                                    has_pronoun(PhraseType::feminine) || has_pronoun(PhraseType::first_singular);
    const bool plural = chain.plural_count > chain.singular_count ||
                        (chain.plural_count == chain.singular_count && has_pronoun(PhraseType::third_plural));
    switch (phrase.type) {
    case PhraseType::masculine:
    case PhraseType::feminine:
        return person && !plural && has_sex(chain, phrase.gender);
    case PhraseType::first_singular:
        return person && !plural;
    case PhraseType::neuter:
        return !person && !plural;
    case PhraseType::third_plural:
    case PhraseType::first_plural:
        return plural || (named && kind != NodeKind::Person);
    default:
        return phrase.noun_class == NounClass::person  ? person && plural == phrase.is_plural
               : phrase.noun_class == NounClass::group ? !person && plural == phrase.is_plural
                                                       : chain.noun_class == phrase.noun_class;
    }
}

std::vector<std::uint32_t> features_of_chain(const ChainContext &context, std::uint32_t number, CandidateRank place) {
    const std::size_t rank = place.of_all;
    const Phrase &phrase = *context.phrase;
    const Chain &chain = context.all->chains[number];
    const Syntax &syntax = context.book->syntax();
    const std::uint32_t type = code(phrase.type);
    const std::uint32_t kind = kind_of(context, chain);
    const std::uint32_t chain_number = number_of(chain);
    const std::uint32_t rank_bucket = bucket(rank, {0, 1, 2, 3, 4, 5, 7, 10});
    FeatureRows rows;
    rows.add(FeatureFamily::rank, {type, rank_bucket});
    rows.add(FeatureFamily::kind, {type, kind});
    rows.add(FeatureFamily::number, {type, chain_number, phrase.is_plural ? 1U : 0U});
    rows.add(FeatureFamily::gender, {type, gender_of(chain), static_cast<std::uint32_t>(phrase.gender)});
    rows.add(FeatureFamily::size, {type, bucket(chain.phrases.size(), {0, 1, 2, 4, 8, 16}), chain.has_name ? 1U : 0U});
    rows.add(FeatureFamily::pronouns, {type, chain.pronouns});
    const std::uint32_t speaker = speaker_code(context, number);
    rows.add(FeatureFamily::speaker, {form_code(phrase), speaker});
    rows.add(FeatureFamily::speaker_whole,
             {form_code(phrase), speaker, phrase.quotation >= 0 ? 1U : 0U, context.is_in_whole_quotation ? 1U : 0U});
    rows.add(FeatureFamily::kind_distance, {type, kind, chain_number, gender_of(chain)});
    if (chain.phrases.empty()) {
        rows.add(FeatureFamily::last_type, {type, 99});
        return rows.take();
    }
    const Phrase &last = context.all->phrases[chain.phrases.back()];
    const Phrase &first = context.all->phrases[chain.phrases.front()];
    const std::uint32_t fitting_bucket = place.of_fitting == ~0U ? 9U : bucket(place.of_fitting, {0, 1, 2, 4});
    const std::uint32_t form = form_code(phrase);
    const bool spoke = number == context.last_speaker;
    const bool was_subject = number == context.last_subject;
    rows.add(FeatureFamily::speech, {form, context.speech, spoke ? 1U : 0U, was_subject ? 1U : 0U});
    rows.add(FeatureFamily::last_speaker, {form, context.speech, spoke ? 1U : 0U, fitting_bucket,
                                           bucket(phrase.paragraph - last.paragraph, {0, 1, 2, 5})});
    rows.add(FeatureFamily::last_subject, {form, code(phrase.role), was_subject ? 1U : 0U, fitting_bucket});
    rows.add(FeatureFamily::fitting, {form, fitting_bucket, bucket(context.fitting, {0, 1, 2, 4}),
                                      std::min(phrase.sentence - last.sentence, 3U)});
    rows.add(FeatureFamily::fitting_kind, {type, fitting_bucket, kind, code(last.role)});
    rows.add(FeatureFamily::opens, {form, opens_paragraph(context) ? 1U : 0U, code(phrase.role), code(last.role),
                                    std::min(phrase.sentence - last.sentence, 3U)});
    const std::uint32_t rule = context.by_rule == ~0U ? 0U : context.by_rule == number ? 1U : 2U;
    rows.add(FeatureFamily::by_rule, {form, rule});
    rows.add(FeatureFamily::by_rule, {form, rule, code(phrase.noun_class), fitting_bucket});
    rows.add(FeatureFamily::by_rule, {form, rule, code(phrase.role), context.speech});
    rows.add(FeatureFamily::quoted_only,
             {form, is_quoted_only(context, chain) ? 1U : 0U, phrase.quotation >= 0 ? 1U : 0U, context.speech});
    if (const std::optional<TokenIndex> verb = syntax.head(phrase.head)) {
        rows.add(FeatureFamily::verb_kind, {type, code(phrase.role), text_code(syntax.lemma(*verb)) % 512, kind});
    }
    rows.add(FeatureFamily::share,
             {type, fitting_bucket, bucket(chain.phrases.size(), {0, 1, 2, 4, 8, 16}),
              bucket(context.at / std::max<std::size_t>(1, chain.phrases.size()), {5, 12, 30, 80})});
    const std::uint32_t distance = phrase.sentence - last.sentence;
    const std::uint32_t distance_bucket = bucket(distance, {0, 1, 2, 3, 4, 6, 10, 20});
    const std::uint32_t near = std::min(distance, 3U);
    rows.add(FeatureFamily::last_type, {form_code(phrase), form_code(last)});
    rows.add(FeatureFamily::distance, {type, distance_bucket});
    rows.add(FeatureFamily::distance_role, {type, near, code(last.role), is_pronoun(last.type) ? 1U : 0U});
    rows.add(FeatureFamily::roles, {type, code(phrase.role), code(last.role), near});
    rows.add(FeatureFamily::rank_role, {type, rank_bucket, code(last.role), near});
    const std::uint32_t quoted = quotation_code(last, phrase);
    rows.add(FeatureFamily::quoted, {type, quoted, code(last.type)});
    rows.add(FeatureFamily::paragraphs,
             {type, bucket(phrase.paragraph - last.paragraph, {0, 1, 2, 5}), code(last.type), std::min(near, 1U)});
    rows.add(FeatureFamily::pronoun_forms, {form_code(phrase), code(last.type), distance_bucket});
    const std::uint32_t binding = binding_code(syntax, last, phrase);
    rows.add(FeatureFamily::binding, {form_code(phrase), binding});
    rows.add(FeatureFamily::binding, {form_code(phrase), binding, code(phrase.role), code(last.role)});
    rows.add(FeatureFamily::reporter, {type, is_reporter(context, last) ? 1U : 0U, quoted, near});
    rows.add(FeatureFamily::salience, {type, bucket(first.sentence, {0, 2}), bucket(chain.phrases.size(), {1, 3, 6})});
    rows.add(FeatureFamily::recent, {type, recent_mentions(context, chain)});
    rows.add(FeatureFamily::classes_type, {type, code(last.type), code(phrase.noun_class), code(chain.noun_class)});
    const std::uint32_t link = link_code(syntax, last, phrase);
    rows.add(FeatureFamily::link, {type, link, code(last.type)});
    if (is_pronoun(phrase.type)) {
        rows.add(FeatureFamily::definite_pair, {type, code(last.type), kind, near});
        return rows.take();
    }
    add_noun_features(context, chain, rows);
    return rows.take();
}

} // namespace gainsay
