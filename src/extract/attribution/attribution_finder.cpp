#include "extract/attribution/attribution_finder.h"

#include "extract/attribution/addressees.h"
#include "extract/attribution/learned_attributions.h"
#include "extract/attribution/lone_quotations.h"
#include "extract/attribution/noun_cues.h"
#include "extract/attribution/posted_words.h"
#include "extract/attribution/quoted_speech.h"
#include "extract/attribution/relative_denials.h"
#include "extract/attribution/relayed_speech.h"
#include "extract/attribution/source_phrase.h"
#include "extract/attribution/verb_cues.h"
#include "extract/factuality/factuality.h"
#include "extract/syntax/token_list.h"

#include <algorithm>
#include <span>

namespace gainsay {

namespace {

/// What is below another attribution is nested in the innermost of them.
void nest(std::vector<FoundAttribution> &all) {
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::optional<std::size_t> innermost;
        for (std::size_t j = 0; j < all.size(); ++j) {
            if (i == j || !contains(all[j].content, all[i].cue_head) || contains(all[i].content, all[j].cue_head)) {
                continue;
            }
            if (!innermost || all[j].content.size() < all[*innermost].content.size()) {
                innermost = j;
            }
        }
        all[i].nested_in = innermost;
    }
}

bool is_first_person(const EntityBook &book, TokenIndex token) {
    return feature(book.syntax().token(token).feats, "Person") == std::string_view("1");
}

/// Inner attributions that repeat the outer one: "denied telling", "I think" within Kerry's words.
void drop_echoes(std::vector<FoundAttribution> &all, const EntityBook &book, const Quotations &quotations) {
    std::vector<FoundAttribution> kept;
    for (const FoundAttribution &each : all) {
        bool drop = each.content.empty() || each.cue.empty();
        if (each.nested_in) {
            const FoundAttribution &outer = all[*each.nested_in];
            const bool same_source = each.source_head == outer.source_head;
            const bool first_person = each.source_head && is_first_person(book, *each.source_head);
            const bool sourceless = !each.source_head && each.confidence < 0.7;
            drop = drop || (same_source && each.source_head) || first_person || sourceless;
        } else if (each.source_head && is_first_person(book, *each.source_head) &&
                   quotations.contains(*each.source_head)) {
            drop = true;
        }
        if (!drop) {
            kept.push_back(each);
        }
    }
    all = std::move(kept);
}

/// Less sure ones are mostly attitudes ("wants", "knows") that add nothing to who says what.
constexpr double least_nested = 0.9;
constexpr double least_denial = 0.55;
constexpr double least_agreement = 0.8;
/// Of denials that the network did not see at all: denials must not be lost.
constexpr double least_lone_denial = 0.75;
/// Of demands, promises, warnings and quotations that it did not see.
constexpr double least_certain = 0.9;

/// "officials" in "officials who said".
std::optional<TokenIndex> described_noun(const Syntax &syntax, TokenIndex verb) {
    return syntax.is(verb, "acl") ? syntax.head(verb) : std::nullopt;
}

/// "confirmed (that) the port would close", "as reported by the Courier": a verb of saying that may have a clause or a
/// thing as its object ("admit", "announce"; not "believe", "show") with a finite clause.
bool declares(const EntityBook &book, const FoundAttribution &found) {
    const Syntax &syntax = book.syntax();
    // "unable to confirm" confirms nothing.
    if (syntax.upos(found.cue_head) != Upos::VERB || !syntax.is_finite(found.cue_head)) {
        return false;
    }
    const std::string lemma = syntax.verb_lemma(found.cue_head);
    const ReportingWords &words = book.english().reporting;
    const ReportingVerb *clause = words.find_verb(lemma, Complement::clause);
    if (clause == nullptr || clause->stance != Stance::asserts ||
        words.find_verb(lemma, Complement::object) == nullptr || found.stance != Stance::asserts) {
        return false;
    }
    return std::any_of(found.content.begin(), found.content.end(), [&](TokenIndex token) {
        return syntax.is_predicate(token) && syntax.is_finite(token) && syntax.own_subject(token) &&
               (syntax.head(token) == found.cue_head || syntax.head(found.cue_head) == token);
    });
}

/// How an attribution that the rules found stands to what the network found.
struct Standing {
    bool is_known = false;  ///< the cue is there
    bool is_nested = false; ///< the cue is in a content
    bool is_free = true;    ///< no word of the content is in a content
};

Standing standing_of(const Syntax &syntax, const FoundAttribution &rule, std::span<const FoundAttribution> outermost) {
    const std::optional<TokenIndex> described = described_noun(syntax, rule.cue_head);
    Standing standing;
    for (const FoundAttribution &outer : outermost) {
        standing.is_known =
            standing.is_known || contains(outer.cue, rule.cue_head) || contains(rule.cue, outer.cue_head);
        standing.is_nested = standing.is_nested || contains(outer.content, rule.cue_head) ||
                             (described && contains(outer.content, *described));
        // What is told within the content is nested in it.
        standing.is_free =
            standing.is_free && (contains(rule.content, outer.cue_head) ||
                                 std::none_of(rule.content.begin(), rule.content.end(),
                                              [&outer](TokenIndex t) { return contains(outer.content, t); }));
    }
    return standing;
}

/// How sure the lists must be of one.
double least_confidence(const Standing &standing, Stance stance) {
    if (!standing.is_nested) {
        return least_lone_denial;
    }
    const bool speaks_against = stance == Stance::denies || stance == Stance::rejects;
    return speaks_against ? least_denial : stance == Stance::agrees ? least_agreement : least_nested;
}

/// What the network did not see and the lists are sure of.
bool is_certain(const EntityBook &book, const Quotations &quotations, const FoundAttribution &rule) {
    const bool is_strong = book.syntax().upos(rule.cue_head) == Upos::VERB &&
                           (rule.stance == Stance::demands || rule.stance == Stance::promises ||
                            rule.stance == Stance::warns || rule.stance == Stance::accuses);
    const bool is_quoted = std::all_of(rule.content.begin(), rule.content.end(),
                                       [&](TokenIndex token) { return quotations.contains(token); });
    // "took to the floor to say that …"
    const bool says_that = rule.stance == Stance::asserts && book.syntax().upos(rule.cue_head) == Upos::VERB &&
                           book.syntax().upos(rule.content.front()) == Upos::SCONJ &&
                           book.english().grammar.has("that", book.syntax().form(rule.content.front())) &&
                           !book.english().factuality.has("conditional", book.syntax().form(rule.content.front()));
    return rule.source_entity && rule.confidence >= least_certain &&
           (is_strong || is_quoted || says_that || declares(book, rule));
}

/// Whether an attribution of the lists may stand beside those of the network.
bool may_stand(const EntityBook &book, const Quotations &quotations, const Standing &standing,
               const FoundAttribution &rule) {
    // "said that Norway hoped for rain" says what the speaker says of Norway.
    if (standing.is_nested) {
        return !book.english().statement.has("wishing", book.syntax().lemma(rule.cue_head));
    }
    const bool speaks_against = rule.stance == Stance::denies || rule.stance == Stance::rejects;
    return standing.is_free && (speaks_against || is_certain(book, quotations, rule));
}

/// Adds what the rules found within the contents of `outermost`, whoever speaks there being somebody, and the denials
/// that stand outside of all contents.
std::vector<FoundAttribution> with_rules(const EntityBook &book, const Quotations &quotations,
                                         std::vector<FoundAttribution> outermost,
                                         std::vector<FoundAttribution> by_rules) {
    const std::size_t count = outermost.size();
    for (FoundAttribution &each : by_rules) {
        if (!each.source_head || !(each.source_entity || book.syntax().is_nominal(*each.source_head))) {
            continue;
        }
        const Standing standing = standing_of(book.syntax(), each, std::span(outermost).first(count));
        if (!standing.is_known && may_stand(book, quotations, standing, each) &&
            each.confidence >= least_confidence(standing, each.stance)) {
            outermost.push_back(std::move(each));
        }
    }
    std::stable_sort(outermost.begin(), outermost.end(),
                     [](const FoundAttribution &a, const FoundAttribution &b) { return a.cue_head < b.cue_head; });
    return outermost;
}

} // namespace

std::vector<FoundAttribution> find_attributions(const EntityBook &book, const Quotations &quotations,
                                                const AttributionNetwork *network) {
    const Syntax &syntax = book.syntax();
    std::vector<FoundAttribution> all;
    for (TokenIndex token = 0; token < syntax.size(); ++token) {
        if (book.is_skipped(token)) {
            continue;
        }
        find_verb_cue(book, quotations, token, all);
        find_noun_cue(book, quotations, token, all);
        find_source_phrase(book, token, all);
    }
    if (network != nullptr) {
        std::vector<FoundAttribution> outermost = learned_attributions(book, quotations, *network, all);
        all = with_rules(book, quotations, std::move(outermost), std::move(all));
        add_lone_quotations(book, quotations, all);
    } else {
        extend_over_quotations(book, quotations, all);
    }
    add_posted_words(book, quotations, all);
    add_relative_denials(book, quotations, all);
    find_addressees(book, all);
    add_quoted_speakers(book, all);
    give_back_relayed(book, quotations, all);
    take_out_relays(book, all);
    cut_concessions(book, quotations, all);
    nest(all);
    drop_echoes(all, book, quotations);
    nest(all);
    return all;
}

bool is_anaphoric_content(const Syntax &syntax, const English &english, const FoundAttribution &attribution) {
    std::vector<TokenIndex> words;
    for (const TokenIndex token : attribution.content) {
        if (syntax.upos(token) != Upos::PUNCT && syntax.upos(token) != Upos::DET && syntax.upos(token) != Upos::ADP &&
            syntax.upos(token) != Upos::PART) {
            words.push_back(token);
        }
    }
    if (words.empty() || words.size() > 3) {
        return words.empty();
    }
    return std::all_of(words.begin(), words.end(), [&](TokenIndex token) {
        if (english.statement.has("indefinite", syntax.form(token))) {
            return false;
        }
        // "Adler's account"
        const TokenIndex name = syntax.upos(token) == Upos::PROPN && !syntax.is(token, "nmod:poss")
                                    ? syntax.head(token).value_or(token)
                                    : token;
        if (syntax.upos(token) == Upos::PROPN && syntax.is(name, "nmod:poss")) {
            return true;
        }
        return syntax.upos(token) == Upos::PRON || syntax.upos(token) == Upos::ADJ ||
               english.reporting.find_noun(syntax.lemma(token)) != nullptr ||
               english.organizations.has("document", syntax.lemma(token));
    });
}

} // namespace gainsay
