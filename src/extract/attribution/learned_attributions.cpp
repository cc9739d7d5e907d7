#include "extract/attribution/learned_attributions.h"

#include "extract/attribution/content_bounds.h"
#include "extract/attribution/cue_stance.h"
#include "extract/attribution/idiom_stance.h"
#include "extract/attribution/source_phrase.h"
#include "extract/attribution/speaking_words.h"
#include "extract/attribution/untrue_claims.h"
#include "extract/factuality/factuality.h"
#include "extract/syntax/token_features.h"
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
void fill_quotation(const Syntax &syntax, const Quotations &quotations, FoundAttribution &found) {
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
    // "“The town has known it (for ten years).”": a sentence that is quoted is said to its end.
    if (const TokenIndex last = filled.back(); quotations.contains(last)) {
        const auto number = static_cast<std::size_t>(quotations.at(last));
        const TokenIndex end =
            std::min(quotations.all()[number].end, syntax.sentence(syntax.sentence_of(last)).end_token);
        for (TokenIndex token = last + 1; token < end; ++token) {
            filled.push_back(token);
        }
    }
    found.content = std::move(filled);
}

/// "a war that claimed 300 lives": nobody claims anything.
bool takes_toll(const Syntax &syntax, const English &english, TokenIndex verb) {
    const std::optional<TokenIndex> object = syntax.child(verb, "obj");
    return object && english.grammar.has("toll_verb", syntax.lemma(verb)) &&
           english.grammar.has("toll", syntax.lemma(*object));
}

/// "requesting anonymity to speak freely": what an article tells of its sources is no demand.
bool asks_anonymity(const Syntax &syntax, const English &english, const FoundAttribution &found) {
    return !found.content.empty() && english.statement.has("anonymity", syntax.lemma(found.content.front())) &&
           syntax.head(found.content.front()) == found.cue_head;
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

/// "“…,” Reed told host Ana Berg": whom the words behind the verb name is told, where somebody else is its subject. In
/// front of the verb too, where the network (`certainty`, 0 to 1) is not sure of them.
bool is_told(const Syntax &syntax, const FoundAttribution &found, float certainty) {
    constexpr float sure = 0.7F;
    const std::vector<TokenIndex> subject = source_by_tree(syntax, found);
    if (subject.empty() || found.source.empty() || syntax.upos(found.cue_head) != Upos::VERB ||
        !syntax.own_subject(found.cue_head)) {
        return false;
    }
    const bool is_behind = found.source.front() > found.cue_head && subject.front() < found.cue_head;
    if (!is_behind && certainty >= sure) {
        return false;
    }
    return shared(subject, found.source) == 0;
}

/// "Russia helped its ally Reed, and has insisted that …": who stands before the conjunction is no subject of the verb
/// behind it, but the subject of the first verb is.
std::optional<TokenIndex> subject_before_link(const Syntax &syntax, const FoundAttribution &found) {
    const std::optional<TokenIndex> link = syntax.is(found.cue_head, "conj") && syntax.is_finite(found.cue_head)
                                               ? syntax.child(found.cue_head, "cc")
                                               : std::nullopt;
    if (!link || found.source.empty() || found.source.back() >= *link || syntax.own_subject(found.cue_head) ||
        *link > found.cue_head) {
        return std::nullopt;
    }
    const std::optional<TokenIndex> subject = syntax.subject(found.cue_head);
    const bool is_other = subject && *subject < *link && !contains(found.source, *subject) &&
                          !contains(found.content, *subject) && !syntax.is(*subject, "expl") &&
                          !syntax.is(*subject, "csubj") && found.source.front() > *subject;
    return is_other ? subject : std::nullopt;
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

/// "(CNN) Ana Reed": what a bracket before it encloses is no part of the source.
void drop_before_bracket(const Syntax &syntax, std::vector<TokenIndex> &source) {
    const auto is_form = [&syntax](std::string_view form) {
        return [&syntax, form](TokenIndex token) { return syntax.form(token) == form; };
    };
    const auto close = std::find_if(source.begin(), source.end(), is_form(")"));
    if (close != source.end() && close + 1 != source.end() && std::none_of(source.begin(), close, is_form("("))) {
        source.erase(source.begin(), close + 1);
    }
}

/// How sure the network is of the whole: of the cue and the content's words (its confidence), of the content's borders,
/// and of the stance that is printed. The weights are in log odds; what 959 statements that readers judged were told by
/// (tests/quality/README.md, "Confidence").
double certainty_of(const ReadAttribution &read, Stance stance) {
    constexpr double most = 0.98;
    constexpr double of_border = 0.3;
    constexpr double usual_border = 2;
    constexpr double of_stance = 1.5;
    constexpr double usual_stance = 0.8;
    const auto odds = [most](double probability) {
        const double bounded = std::clamp(probability, 1 - most, most);
        return std::log(bounded / (1 - bounded));
    };
    const double agreement = read.stance.stance == stance ? static_cast<double>(read.stance.probability) : 0;
    const double sum = odds(read.confidence) +
                       of_border * (odds(static_cast<double>(read.border_certainty)) - usual_border) +
                       of_stance * (agreement - usual_stance);
    return std::clamp(1 / (1 + std::exp(-sum)), 1 - most, most);
}

ReadingCertainty reading_certainty(const ReadAttribution &read, const FoundAttribution *rule,
                                   const FoundAttribution &found, Stance stance) {
    ReadingCertainty certainty;
    certainty.whole = static_cast<float>(read.confidence);
    certainty.source = read.source_certainty;
    certainty.border = read.border_certainty;
    certainty.stance = read.stance.stance == stance ? read.stance.probability : 0;
    certainty.is_listed = rule != nullptr;
    certainty.has_listed_stance = rule != nullptr && rule->stance == found.stance;
    certainty.has_listed_source = rule != nullptr && rule->source_entity == found.source_entity;
    return certainty;
}

/// "Reed, who left, called on Berg to follow": who is asked is a part of the content, and the verb's subject asks.
bool is_asked(const FoundAttribution &found) {
    return !found.source.empty() && !found.content.empty() && found.source.front() == found.content.front() &&
           found.source.back() < found.content.back() && shared(found.source, found.content) == found.source.size();
}

/// What the network read, with the bounds of content and source as phrases have them.
FoundAttribution bounded(const EntityBook &book, const Quotations &quotations, const ReadAttribution &read) {
    const Syntax &syntax = book.syntax();
    FoundAttribution found;
    for (TokenIndex token = read.cue.first; token < read.cue.end; ++token) {
        found.cue.push_back(token);
    }
    found.cue_head = read.cue_head;
    found.source = read.source;
    found.content = read.content;
    found.confidence = read.confidence;
    found.feeling = read.stance.feeling;
    found.no_statement = read.stance.unsaid;
    trim_punctuation(syntax, found.content);
    mend_content_bounds(syntax, book.english(), quotations, found);
    fill_quotation(syntax, quotations, found);
    trim_source(syntax, found.source);
    complete_phrase(syntax, found.source);
    drop_before_bracket(syntax, found.source);
    if (const std::optional<TokenIndex> asker = is_asked(found) ? syntax.subject(found.cue_head) : std::nullopt;
        asker && !contains(found.content, *asker) && !syntax.child(found.cue_head, "aux:pass")) {
        found.source = source_tokens(syntax, *asker);
    } else if (found.source.empty() || is_told(syntax, found, read.source_certainty)) {
        found.source = source_by_tree(syntax, found);
    } else if (const std::optional<TokenIndex> subject = subject_before_link(syntax, found)) {
        found.source = source_tokens(syntax, *subject);
    }
    found.source_head = head_of(syntax, found.source);
    return found;
}

/// The verb that an infinitive or gerund belongs to: "stopped" of "stopped short of saying".
std::optional<TokenIndex> verb_above(const Syntax &syntax, TokenIndex verb) {
    if (syntax.upos(verb) != Upos::VERB || syntax.is_finite(verb) || syntax.own_subject(verb)) {
        return std::nullopt;
    }
    constexpr int most_steps = 2;
    std::optional<TokenIndex> above = syntax.head(verb);
    for (int step = 1; step < most_steps && above && syntax.upos(*above) != Upos::VERB; ++step) {
        above = syntax.head(*above);
    }
    return above && syntax.upos(*above) == Upos::VERB && *above < verb ? above : std::nullopt;
}

/// Whether the network's stance goes before that of the lists. It is right in five of six where they differ, but a
/// word that speaks against something never speaks for it, and "said he would go" is an assertion, "predicted" none.
bool is_surer(const ReadStance &read, std::optional<Stance> listed) {
    constexpr float least_probability = 0.8F;
    if (!read.stance || read.probability < least_probability) {
        return false;
    }
    const auto speaks_against = [](std::optional<Stance> stance) {
        return stance == Stance::denies || stance == Stance::rejects || stance == Stance::questions ||
               stance == Stance::declines || stance == Stance::retracts;
    };
    if ((speaks_against(listed) && !speaks_against(read.stance)) || listed == Stance::retracts) {
        return false;
    }
    const bool is_plan = (listed == Stance::warns || listed == Stance::asserts) && *read.stance == Stance::promises;
    return !is_plan && !(listed == Stance::suggests && *read.stance == Stance::asserts);
}

/// "called the push a mistake": who gives a thing a name demands nothing by it.
bool names_only(const Syntax &syntax, const English &english, TokenIndex verb, std::optional<Stance> listed,
                Stance read) {
    return listed == Stance::asserts && read == Stance::demands && syntax.upos(verb) == Upos::VERB &&
           english.statement.has("naming", syntax.lemma(verb)) && syntax.child(verb, "obj");
}

/// "stopped short of saying", "declined to say", where the cue is the last word alone.
bool is_below_shift(const Syntax &syntax, const English &english, TokenIndex verb) {
    const std::optional<TokenIndex> above = verb_above(syntax, verb);
    return above && is_shift(syntax, english, *above) && !negation_of(syntax, english, *above);
}

/// `rule` is what the lists find for the cue, or null; `read` what the network does.
void take_stance(const EntityBook &book, const Quotations &quotations, const FoundAttribution *rule,
                 const ReadStance &read, FoundAttribution &found) {
    std::optional<Stance> listed;
    if (rule != nullptr && rule->cue_head == found.cue_head) {
        listed = rule->stance;
        found.content_subject = rule->content_subject;
    } else {
        listed = stance_of_cue(book, found.cue, found.cue_head, found.content);
        found.is_act = !listed && !has_statement(book.syntax(), quotations, found.content);
    }
    const Syntax &syntax = book.syntax();
    if (is_below_shift(syntax, book.english(), found.cue_head)) {
        found.stance = Stance::declines;
    } else if (is_surer(read, listed) && !names_only(syntax, book.english(), found.cue_head, listed, *read.stance)) {
        found.stance = *read.stance;
    } else if (listed) {
        found.stance = *listed;
    } else {
        found.stance = is_negated_outside(syntax, book.english(), found) ? Stance::declines : Stance::asserts;
    }
    // "neither confirmed nor denied", "neither confirmed or denied"
    const std::optional<TokenIndex> first =
        syntax.is(found.cue_head, "conj") ? syntax.head(found.cue_head) : std::nullopt;
    const std::optional<TokenIndex> link = first ? syntax.child(found.cue_head, "cc") : std::nullopt;
    const bool negates = link && book.english().factuality.has("negation", syntax.form(*link));
    if (negates ||
        (link && book.english().grammar.has("or", syntax.form(*link)) && syntax.upos(found.cue_head) == Upos::VERB &&
         negation_of(syntax, book.english(), *first) && !syntax.own_subject(found.cue_head))) {
        found.stance = Stance::declines;
    }
    // "would not say" says that nothing was said, and is printed so.
    if (found.stance == Stance::declines) {
        found.no_statement = 0;
    }
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

/// "Veterans of Norway (VN) founder Ann Reed": the person whose name ends the source, behind a noun for what he is,
/// where a parser took a word of a body's name for the head.
std::optional<TokenIndex> closing_person(const EntityBook &book, const FoundAttribution &found) {
    const Syntax &syntax = book.syntax();
    const std::vector<TokenIndex> &source = found.source;
    const std::optional<EntityIndex> entity = source.empty() ? std::nullopt : book.covering(source.back());
    const std::optional<EntityIndex> told = found.source_head ? book.covering(*found.source_head) : std::nullopt;
    if (!found.source_head || syntax.upos(*found.source_head) != Upos::PROPN || !entity ||
        (told && book.entity(*told).type == NodeKind::Person) || book.entity(*entity).type != NodeKind::Person ||
        !book.entity(*entity).named) {
        return std::nullopt;
    }
    std::optional<TokenIndex> head;
    std::size_t first = source.size();
    while (first > 0 && book.covering(source[first - 1]) == entity) {
        --first;
        head = book.at(source[first]) == entity ? std::optional(source[first]) : head;
    }
    const bool is_told = first > 0 && *found.source_head < source[first - 1] &&
                         syntax.upos(source[first - 1]) == Upos::NOUN && is_one_person(book, source[first - 1]);
    return is_told ? head : std::nullopt;
}

/// "Reed associates say", where a parser saw two subjects: the people, and not whose they are.
std::optional<TokenIndex> people_behind_name(const EntityBook &book, const FoundAttribution &found) {
    const Syntax &syntax = book.syntax();
    if (!found.source_head || !contains(found.source, *found.source_head + 1)) {
        return std::nullopt;
    }
    const TokenIndex name = *found.source_head;
    const TokenIndex people = name + 1;
    const bool are_people = syntax.upos(name) == Upos::PROPN && syntax.upos(people) == Upos::NOUN &&
                            has_feature(syntax, people, "Number", "Plur") && syntax.is(name, "nsubj") &&
                            syntax.is(people, "nsubj") && syntax.head(name) == syntax.head(people) &&
                            book.english().nouns.find(syntax.lemma(people)) == NounClass::person;
    return are_people ? std::optional(people) : std::nullopt;
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
    // The preposition may have been taken for a part of the source.
    TokenIndex before =
        syntax.upos(found.source.front()) == Upos::ADP ? found.source.front() : found.source.front() - 1;
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

/// "Chairman of the Joint Chiefs of Staff Gen. Ana Reed said", where the parser saw two subjects: the one that names a
/// person.
std::optional<TokenIndex> named_subject(const EntityBook &book, const FoundAttribution &found) {
    const Syntax &syntax = book.syntax();
    const auto is_subject = [&](TokenIndex token) {
        return syntax.is(token, "nsubj") && syntax.head(token) == found.cue_head;
    };
    if (!found.source_head || !is_subject(*found.source_head) || is_named_actor(book, book.at(*found.source_head))) {
        return std::nullopt;
    }
    // Not "a spokesman for Ana Reed".
    const auto hangs_on_preposition = [&](TokenIndex token) {
        TokenIndex first = token;
        while (first > found.source.front() && book.covering(first - 1) == book.at(token)) {
            --first;
        }
        return first > 0 && syntax.upos(first - 1) == Upos::ADP;
    };
    const auto name = std::find_if(found.source.begin(), found.source.end(), [&](TokenIndex token) {
        const std::optional<EntityIndex> entity = book.at(token);
        return token > *found.source_head && is_subject(token) && is_named_actor(book, entity) &&
               book.entity(*entity).type == NodeKind::Person && !hangs_on_preposition(token);
    });
    return name == found.source.end() ? std::nullopt : std::optional(*name);
}

/// "laughed off the claim that …": whose claim it is stands elsewhere, and what the verb does with it is what its
/// subject does. Not "made the claim", "repeated the claim".
void take_verb_over_noun(const EntityBook &book, FoundAttribution &found) {
    const Syntax &syntax = book.syntax();
    const TokenIndex noun = found.cue_head;
    const English &english = book.english();
    if (syntax.upos(noun) != Upos::NOUN || !names_claim(syntax, english, noun)) {
        return;
    }
    std::optional<TokenIndex> verb = syntax.head(noun);
    // "took issue with the claim"
    if (verb && syntax.upos(*verb) == Upos::NOUN && syntax.is(noun, "nmod")) {
        verb = syntax.head(*verb);
    }
    if (!verb || syntax.upos(*verb) != Upos::VERB || *verb > noun || syntax.is(noun, "nsubj")) {
        return;
    }
    const bool is_idiom = idiom_stance(syntax, english.idioms, *verb) != nullptr;
    if (!found.source_head) {
        // "took issue with the claim that …": nobody's claim, and the verb's subject speaks against it.
        const std::optional<TokenIndex> subject = is_idiom ? syntax.subject(*verb) : std::nullopt;
        if (!subject) {
            return;
        }
        found.source = source_tokens(syntax, *subject);
        found.source_head = subject;
    }
    const bool is_owned = syntax.child(noun, "nmod:poss") || syntax.is_below(*found.source_head, noun);
    const bool only_tells =
        english.statement.has("light", syntax.lemma(*verb)) || english.statement.has("passes_on", syntax.lemma(*verb));
    if (!is_idiom && (is_owned || only_tells || syntax.subject(*verb) != found.source_head)) {
        return;
    }
    found.cue.clear();
    for (TokenIndex token = *verb; token <= noun; ++token) {
        found.cue.push_back(token);
    }
    found.cue_head = *verb;
}

/// The subject of a passive, or of the clause that it opens ("Reed, when asked, said").
std::optional<TokenIndex> patient_of(const Syntax &syntax, TokenIndex verb) {
    const std::optional<TokenIndex> subject = syntax.subject(verb);
    const std::optional<TokenIndex> above = syntax.is(verb, "advcl") ? syntax.head(verb) : std::nullopt;
    return subject || !above ? subject : syntax.own_subject(*above);
}

/// "(Reed) was ordered to pay", "was charged with", "(Reed,) when asked whether …": whom somebody orders, accuses or
/// asks does none of it.
void drop_patient(const Syntax &syntax, FoundAttribution &found) {
    const bool acts_on =
        found.stance == Stance::demands || found.stance == Stance::accuses || found.stance == Stance::questions;
    if (acts_on && found.source_head && syntax.upos(found.cue_head) == Upos::VERB &&
        syntax.is_passive(found.cue_head) && patient_of(syntax, found.cue_head) == found.source_head) {
        const std::optional<TokenIndex> agent = syntax.child(found.cue_head, "obl:agent");
        // "called on Berg to follow" is no passive: who is asked is a part of the content.
        if (agent && contains(found.content, *agent)) {
            return;
        }
        found.source = agent ? source_tokens(syntax, *agent) : std::vector<TokenIndex>{};
        found.source_head = agent;
    }
}

/// "Reed's posts show that he knew": what a reader finds in them, and nothing that Reed says.
bool is_found_in_papers(const EntityBook &book, const FoundAttribution &found) {
    const Syntax &syntax = book.syntax();
    return book.english().statement.has("evincing", syntax.verb_lemma(found.cue_head)) &&
           syntax.upos(*found.source_head) == Upos::NOUN && !book.of_phrase(*found.source_head) &&
           book.entity(*found.source_entity).type == NodeKind::Person;
}

/// Whom the network's source names; where it names nobody, or a noun that is nobody beside a subject that is somebody,
/// the source of the rule.
void take_source_entity(const EntityBook &book, const FoundAttribution *rule, FoundAttribution &found) {
    drop_fronted_name(book, found);
    if (const std::optional<TokenIndex> person = opening_person(book, found.source);
        person && found.source_head && *found.source_head > *person) {
        found.source_head = person;
    }
    if (const std::optional<TokenIndex> name = named_subject(book, found)) {
        found.source_head = name;
    }
    if (const std::optional<TokenIndex> person = closing_person(book, found)) {
        found.source_head = person;
    }
    if (const std::optional<TokenIndex> people = people_behind_name(book, found)) {
        found.source_head = people;
    }
    if (found.source_head) {
        found.source_entity = source_entity(book, *found.source_head);
    }
    if (found.source_entity && is_found_in_papers(book, found)) {
        found.source_entity.reset();
        return;
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

/// "sued Lee, accusing him of theft": whom one accuses is not who accuses.
void drop_accused(const EntityBook &book, FoundAttribution &found) {
    const Syntax &syntax = book.syntax();
    if (found.stance != Stance::accuses || !found.source_entity || syntax.upos(found.cue_head) != Upos::VERB ||
        syntax.is_finite(found.cue_head) || syntax.is(found.cue_head, "root")) {
        return;
    }
    const std::optional<TokenIndex> accused = syntax.child(found.cue_head, "obj");
    const std::optional<EntityIndex> entity = accused ? book.of_phrase(*accused) : std::nullopt;
    if (!entity || entity != found.source_entity) {
        return;
    }
    const std::optional<TokenIndex> above = syntax.head(found.cue_head);
    const std::optional<TokenIndex> subject =
        above && !syntax.own_subject(found.cue_head) && syntax.upos(*above) == Upos::VERB ? syntax.own_subject(*above)
                                                                                          : std::nullopt;
    const std::optional<EntityIndex> other = subject ? source_entity(book, *subject) : std::nullopt;
    found.source_entity = other != entity ? other : std::nullopt;
    found.source_head = found.source_entity ? subject : std::nullopt;
    found.source = found.source_head ? source_tokens(syntax, *subject) : std::vector<TokenIndex>();
}

/// "Neither has said that …", whoever they are: nobody says it.
bool is_said_by_none(const EntityBook &book, const FoundAttribution &found) {
    const Syntax &syntax = book.syntax();
    const auto is_none = [&](std::optional<TokenIndex> subject) {
        return subject && book.english().factuality.has("negation", syntax.form(*subject)) &&
               !syntax.child(*subject, "nmod");
    };
    return is_none(found.source_head) ||
           (syntax.upos(found.cue_head) == Upos::VERB && is_none(syntax.own_subject(found.cue_head)));
}

/// "Reports that P were refuted by Georgia": what Georgia does with them is found by the lists.
bool is_refuted_noun(const EntityBook &book, const ReadAttribution &read) {
    const Syntax &syntax = book.syntax();
    const std::optional<TokenIndex> verb =
        syntax.is(read.cue_head, "nsubj:pass") ? syntax.head(read.cue_head) : std::nullopt;
    if (!verb || !names_claim(syntax, book.english(), read.cue_head)) {
        return false;
    }
    const std::vector<ReportingVerb> *readings = book.english().reporting.find_verb(syntax.lemma(*verb));
    return readings != nullptr && std::any_of(readings->begin(), readings->end(), [](const ReportingVerb &reading) {
               return reading.stance == Stance::denies || reading.stance == Stance::rejects;
           });
}

/// "walked back (her claim that …)" beside "walked back her claim (that …)": one act, of which the second tells what.
void drop_parts(std::vector<FoundAttribution> &all) {
    std::vector<std::pair<TokenIndex, std::size_t>> longest;
    longest.reserve(all.size());
    for (const FoundAttribution &each : all) {
        longest.emplace_back(each.cue_head, each.cue.size());
    }
    std::erase_if(all, [&longest](const FoundAttribution &each) {
        return std::any_of(longest.begin(), longest.end(), [&each](const std::pair<TokenIndex, std::size_t> &other) {
            return other.first == each.cue_head && other.second > each.cue.size();
        });
    });
}

} // namespace

std::vector<FoundAttribution> learned_attributions(const EntityBook &book, const Quotations &quotations,
                                                   const AttributionNetwork &network,
                                                   const std::vector<FoundAttribution> &by_rules) {
    const Syntax &syntax = book.syntax();
    std::vector<FoundAttribution> all;
    for (const ReadAttribution &read : network.read(syntax, quotations, book.english())) {
        if (book.is_skipped(read.cue_head) || is_refuted_noun(book, read)) {
            continue;
        }
        FoundAttribution found = bounded(book, quotations, read);
        if (!has_telling_word(syntax, found.content) || takes_toll(syntax, book.english(), found.cue_head) ||
            asks_anonymity(syntax, book.english(), found)) {
            continue;
        }
        take_verb_over_noun(book, found);
        const bool is_called_untrue = take_out_verdict(book, found);
        const FoundAttribution *rule = same_cue(by_rules, found);
        take_stance(book, quotations, rule, read.stance, found);
        if (is_called_untrue) {
            found.stance = Stance::denies;
        }
        drop_patient(syntax, found);
        take_source_entity(book, rule, found);
        drop_accused(book, found);
        if (is_said_by_none(book, found)) {
            found.stance = Stance::declines;
        }
        // As observations are written: what is read back must give the same graph.
        const Stance sure = is_called_untrue ? read.stance.stance.value_or(found.stance) : found.stance;
        found.confidence = std::round(certainty_of(read, sure) * 1e4) / 1e4;
        found.reading = reading_certainty(read, rule, found, sure);
        // Neither anybody who speaks nor anything that is said.
        if (found.source_head || !found.is_act || found.confidence >= least_sourceless) {
            all.push_back(std::move(found));
        }
    }
    drop_parts(all);
    return all;
}

} // namespace gainsay
