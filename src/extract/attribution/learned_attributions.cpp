#include "extract/attribution/learned_attributions.h"

#include "extract/attribution/content_bounds.h"
#include "extract/attribution/cue_stance.h"
#include "extract/attribution/source_phrase.h"
#include "extract/factuality/factuality.h"
#include "extract/syntax/token_list.h"
#include "graph_schema/node_kind.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace gainsay {

namespace {

constexpr double least_sourceless = 0.5;

std::size_t shared(const std::vector<TokenIndex> &a, const std::vector<TokenIndex> &b) {
    std::vector<TokenIndex> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both.size();
}

/// The head of the source's phrase, which may be "many" or "those".
std::optional<TokenIndex> head_of(const Syntax &syntax, const std::vector<TokenIndex> &source) {
    if (const std::optional<TokenIndex> head = nominal_head(syntax, source)) {
        return head;
    }
    const std::vector<TokenIndex> tops = tops_of(syntax, source);
    return tops.empty() ? std::nullopt : std::optional(tops.front());
}

/// Whether a content has a clause, or is quoted.
bool has_statement(const Syntax &syntax, const Quotations &quotations, const std::vector<TokenIndex> &content) {
    return std::any_of(content.begin(), content.end(), [&](TokenIndex token) {
        return quotations.contains(token) || (syntax.is_predicate(token) && !syntax.is(token, "amod"));
    });
}

/// The noun that a word in front of it belongs to, where it comes within so many words behind `last`.
std::optional<TokenIndex> noun_behind(const Syntax &syntax, TokenIndex word, TokenIndex last, TokenIndex most_words) {
    const std::optional<TokenIndex> noun = syntax.head(word);
    return noun && *noun > last && *noun <= last + most_words ? noun : std::nullopt;
}

/// "the mayor's former", "Norway's" and "U.S. job" are short of the noun behind them.
void complete_phrase(const Syntax &syntax, std::vector<TokenIndex> &source) {
    constexpr TokenIndex most_words = 4;
    if (source.empty()) {
        return;
    }
    // The owner of "'s", or the word itself.
    const TokenIndex last = source.back();
    const bool marks_owner = syntax.is(last, "case") && syntax.head(last) && *syntax.head(last) < last;
    const TokenIndex word = marks_owner ? *syntax.head(last) : last;
    const std::optional<TokenIndex> noun = noun_behind(syntax, word, last, most_words);
    const bool modifies =
        syntax.is(word, "amod") || syntax.is(word, "compound") || syntax.relation(word) == "nmod:poss";
    if (!noun || syntax.upos(*noun) != Upos::NOUN || !modifies) {
        return;
    }
    for (TokenIndex token = last + 1; token <= *noun; ++token) {
        source.push_back(token);
    }
}

/// "Tonight (I tell) you that we will win": what stands between two words of a quotation is quoted too, whatever
/// reports within it.
void fill_quotation(const Quotations &quotations, FoundAttribution &found) {
    if (found.content.empty() || quotations.contains(found.cue_head)) {
        return;
    }
    std::vector<TokenIndex> filled;
    for (const TokenIndex token : found.content) {
        const bool goes_on =
            !filled.empty() && quotations.at(token) >= 0 && quotations.at(token) == quotations.at(filled.back());
        for (TokenIndex between = goes_on ? filled.back() + 1 : token; between < token; ++between) {
            filled.push_back(between);
        }
        filled.push_back(token);
    }
    found.content = std::move(filled);
}

/// "a war that claimed 300 lives": nobody claims anything.
bool takes_toll(const Syntax &syntax, const English &english, TokenIndex verb) {
    const std::optional<TokenIndex> object = syntax.child(verb, "obj");
    return object && english.grammar.has("toll_verb", syntax.lemma(verb)) &&
           english.grammar.has("toll", syntax.lemma(*object));
}

/// Who speaks where the network tells nobody: the subject of an active verb, the owner of a noun.
std::vector<TokenIndex> source_by_tree(const Syntax &syntax, const FoundAttribution &found) {
    const bool is_active = syntax.upos(found.cue_head) == Upos::VERB && !syntax.is_passive(found.cue_head);
    const std::optional<TokenIndex> speaker =
        is_active ? syntax.subject(found.cue_head) : syntax.child(found.cue_head, "nmod:poss");
    if (!speaker || syntax.is(*speaker, "expl") || syntax.is(*speaker, "csubj") || contains(found.content, *speaker) ||
        contains(found.cue, *speaker)) {
        return {};
    }
    return source_tokens(syntax, *speaker);
}

/// "did not say", not "“he will not,” she says", where the parser hung the word on the verb of saying.
bool is_negated_outside(const Syntax &syntax, const English &english, const FoundAttribution &found) {
    const std::optional<TokenIndex> negation = negation_of(syntax, english, found.cue_head);
    return negation && !contains(found.content, *negation);
}

/// What the lists find for the cue: with the same head, or else with the most of the content.
const FoundAttribution *same_cue(const std::vector<FoundAttribution> &by_rules, const FoundAttribution &found) {
    const FoundAttribution *best = nullptr;
    std::size_t most = 0;
    for (const FoundAttribution &each : by_rules) {
        if (!contains(found.cue, each.cue_head) && !contains(each.cue, found.cue_head)) {
            continue;
        }
        const std::size_t both = shared(each.content, found.content);
        if (both > 0 && each.cue_head == found.cue_head) {
            return &each;
        }
        if (both > most) {
            most = both;
            best = &each;
        }
    }
    return best;
}

/// Whether it has any word that says something by itself.
bool has_telling_word(const Syntax &syntax, const std::vector<TokenIndex> &content) {
    return std::any_of(content.begin(), content.end(), [&syntax](TokenIndex token) {
        const Upos tag = syntax.upos(token);
        return tag != Upos::PUNCT && tag != Upos::DET && tag != Upos::ADP && tag != Upos::SCONJ;
    });
}

/// What the network read, with the bounds of content and source as phrases have them.
FoundAttribution bounded(const EntityBook &book, const Quotations &quotations, ReadAttribution read) {
    const Syntax &syntax = book.syntax();
    FoundAttribution found;
    for (TokenIndex token = read.cue.first; token < read.cue.end; ++token) {
        found.cue.push_back(token);
    }
    found.cue_head = read.cue_head;
    found.source = std::move(read.source);
    found.content = std::move(read.content);
    // As observations are written: what is read back must give the same graph.
    found.confidence = std::round(read.confidence * 1e4) / 1e4;
    trim_punctuation(syntax, found.content);
    mend_content_bounds(syntax, book.english(), quotations, found);
    fill_quotation(quotations, found);
    trim_source(syntax, found.source);
    complete_phrase(syntax, found.source);
    if (found.source.empty()) {
        found.source = source_by_tree(syntax, found);
    }
    found.source_head = head_of(syntax, found.source);
    return found;
}

/// `rule` is what the lists find for the cue, or null.
void take_stance(const EntityBook &book, const Quotations &quotations, const FoundAttribution *rule,
                 FoundAttribution &found) {
    if (rule != nullptr && rule->cue_head == found.cue_head) {
        found.stance = rule->stance;
        found.content_subject = rule->content_subject;
        return;
    }
    const std::optional<Stance> stance = stance_of_cue(book, found.cue, found.cue_head, found.content);
    found.is_statement = stance || has_statement(book.syntax(), quotations, found.content);
    found.stance = stance                                                     ? *stance
                   : is_negated_outside(book.syntax(), book.english(), found) ? Stance::declines
                                                                              : Stance::asserts;
}

/// "Ann Reed, a Means and Ways member, said", whose head a parser takes for one of the words behind the name: the
/// person whose name opens the source, if a comma sets the rest apart.
std::optional<TokenIndex> opening_person(const EntityBook &book, const std::vector<TokenIndex> &source) {
    constexpr std::size_t most_title_words = 4;
    const Syntax &syntax = book.syntax();
    for (std::size_t i = 0; i < source.size() && i <= most_title_words; ++i) {
        const std::optional<EntityIndex> entity = book.covering(source[i]);
        if (!entity || book.entity(*entity).type != NodeKind::Person || !book.entity(*entity).named) {
            if (syntax.upos(source[i]) == Upos::PUNCT || syntax.relation(source[i]) == "nmod:poss") {
                return std::nullopt;
            }
            continue;
        }
        std::size_t end = i;
        std::optional<TokenIndex> head;
        while (end < source.size() && book.covering(source[end]) == entity) {
            head = !head && book.at(source[end]) == entity ? std::optional(source[end]) : head;
            ++end;
        }
        return end < source.size() && syntax.form(source[end]) == "," ? head : std::nullopt;
    }
    return std::nullopt;
}

bool is_named_actor(const EntityBook &book, std::optional<EntityIndex> entity) {
    return entity && book.entity(*entity).named && is_actor(book.entity(*entity).type);
}

/// "(After talks with) Reed, Ann Berg, the mayor, said": a name that a preposition stands before says nothing; who is
/// named behind the comma does.
void drop_fronted_name(const EntityBook &book, FoundAttribution &found) {
    const Syntax &syntax = book.syntax();
    if (found.source.empty() || found.source.front() == 0 || found.source.front() > found.cue_head) {
        return;
    }
    const auto comma = std::find_if(found.source.begin(), found.source.end(),
                                    [&syntax](TokenIndex token) { return syntax.form(token) == ","; });
    if (comma == found.source.end() || comma + 1 == found.source.end()) {
        return;
    }
    TokenIndex before = found.source.front() - 1;
    if (syntax.upos(before) == Upos::DET && before > 0) {
        --before;
    }
    const std::optional<EntityIndex> fronted = book.covering(*(comma - 1));
    const std::optional<EntityIndex> named = book.covering(*(comma + 1));
    if (syntax.upos(before) != Upos::ADP || contains(found.cue, before) || fronted == named ||
        syntax.sentence_of(before) != syntax.sentence_of(found.cue_head) || !is_named_actor(book, fronted) ||
        !is_named_actor(book, named) || book.entity(*named).type != NodeKind::Person) {
        return;
    }
    found.source.erase(found.source.begin(), comma + 1);
    for (const TokenIndex token : found.source) {
        if (book.at(token) == named) {
            found.source_head = token;
            return;
        }
    }
}

/// Whom the network's source names; where it names nobody, or a noun that is nobody beside a subject that is somebody,
/// the source of the rule.
void take_source_entity(const EntityBook &book, const FoundAttribution *rule, FoundAttribution &found) {
    drop_fronted_name(book, found);
    if (const std::optional<TokenIndex> person = opening_person(book, found.source);
        person && found.source_head && *found.source_head > *person) {
        found.source_head = person;
    }
    if (found.source_head) {
        found.source_entity = source_entity(book, *found.source_head);
    }
    if (found.source_entity || rule == nullptr || !rule->source_head) {
        return;
    }
    if (!found.source_head && rule->source_entity) {
        found.source_head = rule->source_head;
        found.source = rule->source;
    }
    const bool is_beside = !contains(found.source, *rule->source_head);
    if (found.source_head && rule->source_entity && book.syntax().upos(*found.source_head) == Upos::NOUN && is_beside) {
        found.source_head = rule->source_head;
        found.source = rule->source;
        found.source_entity = rule->source_entity;
    } else if (!is_beside || found.source_head == rule->source_head) {
        found.source_entity = rule->source_entity;
    }
}

} // namespace

std::vector<FoundAttribution> learned_attributions(const EntityBook &book, const Quotations &quotations,
                                                   const AttributionNetwork &network,
                                                   const std::vector<FoundAttribution> &by_rules) {
    const Syntax &syntax = book.syntax();
    std::vector<FoundAttribution> all;
    for (ReadAttribution &read : network.read(syntax, quotations, book.english())) {
        if (book.is_skipped(read.cue_head)) {
            continue;
        }
        FoundAttribution found = bounded(book, quotations, std::move(read));
        if (!has_telling_word(syntax, found.content) || takes_toll(syntax, book.english(), found.cue_head)) {
            continue;
        }
        const FoundAttribution *rule = same_cue(by_rules, found);
        take_stance(book, quotations, rule, found);
        take_source_entity(book, rule, found);
        // Neither anybody who speaks nor anything that is said.
        if (found.source_head || found.is_statement || found.confidence >= least_sourceless) {
            all.push_back(std::move(found));
        }
    }
    return all;
}

} // namespace gainsay
