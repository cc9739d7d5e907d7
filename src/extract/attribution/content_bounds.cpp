#include "extract/attribution/content_bounds.h"

#include "extract/attribution/source_phrase.h"
#include "extract/syntax/token_list.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>

namespace gainsay {

namespace {

/// What is added at an end at most.
constexpr TokenIndex most_added = 40;

class ContentBounds {
  public:
    ContentBounds(const Syntax &syntax, const English &english, const Quotations &quotations, FoundAttribution &found)
        : syntax_(&syntax), english_(&english), quotations_(&quotations), found_(&found), content_(&found.content) {}

    void mend() {
        drop_later_sentences();
        if (content_->empty()) {
            return;
        }
        drop_behind_source();
        drop_behind_semicolon();
        drop_before_contrast();
        if (content_->empty()) {
            return;
        }
        drop_circumstance();
        drop_main_clause();
        drop_other_verbs();
        drop_comment();
        drop_before_that();
        drop_before_infinitive();
        drop_pronoun_of_cue();
        drop_addressee();
        fill_gaps();
        add_subject();
        complete_front();
        complete_noun();
        complete_last_clause();
        complete_last_verb();
        drop_comma_at_cue();
    }

  private:
    bool is_taken(TokenIndex token) const { return contains(found_->cue, token) || contains(found_->source, token); }

    bool is_relation(TokenIndex token, std::initializer_list<std::string_view> relations) const {
        return std::any_of(relations.begin(), relations.end(),
                           [&](std::string_view relation) { return syntax_->is(token, relation); });
    }

    /// What the article says in its own words behind the sentence that reports.
    void drop_later_sentences() {
        const std::size_t own = syntax_->sentence_of(found_->cue_head);
        std::erase_if(*content_, [&](TokenIndex token) {
            const std::size_t sentence = syntax_->sentence_of(token);
            return sentence > own && !quotations_->contains(token) && !has_mark(sentence);
        });
    }

    /// "The seats were lost, according to a count that compared it with the last time (both parties had a contest)":
    /// what hangs on the words of the source.
    void drop_behind_source() {
        const std::vector<TokenIndex> &source = found_->source;
        if (source.empty() || source.front() < found_->cue.back() || content_->front() > found_->cue.front()) {
            return;
        }
        const auto first = std::upper_bound(content_->begin(), content_->end(), source.back());
        if (first == content_->end() || *first != source.back() + 1 || syntax_->upos(*first) == Upos::PUNCT ||
            quotations_->contains(*first)) {
            return;
        }
        const bool belongs = std::all_of(first, content_->end(), [&](TokenIndex token) {
            return std::any_of(source.begin(), source.end(),
                               [&](TokenIndex above) { return syntax_->is_below(token, above); });
        });
        if (belongs) {
            content_->erase(first, content_->end());
        }
    }

    /// "said that it was unfair (; however, a pardon is unlikely)": a sentence of the article's own.
    void drop_behind_semicolon() {
        const TokenIndex last = content_->back();
        for (TokenIndex mark = std::max(content_->front() + 1, found_->cue.back() + 1); mark < last; ++mark) {
            if (syntax_->form(mark) == ";" && !quotations_->contains(mark) &&
                english_->statement.has("turning", syntax_->form(mark + 1))) {
                std::erase_if(*content_, [mark](TokenIndex token) { return token >= mark; });
                return;
            }
        }
    }

    /// A mark without its other half may open or close what is quoted.
    bool has_mark(std::size_t sentence) const {
        const Sentence &whole = syntax_->sentence(sentence);
        for (TokenIndex token = whole.first_token; token < whole.end_token; ++token) {
            const std::string &form = syntax_->form(token);
            if (quotations_->is_mark(token) || form == "\"" || form == "\u201c" || form == "\u201d") {
                return true;
            }
        }
        return false;
    }

    /// "(The details were vague) but, according to the ministry, nobody noticed": who says so stands behind the
    /// conjunction, and what is before it is the article's own.
    void drop_before_contrast() {
        TokenIndex first = found_->cue.front();
        if (!found_->source.empty()) {
            first = std::min(first, found_->source.front());
        }
        while (first > 0 && syntax_->upos(first - 1) == Upos::PUNCT) {
            --first;
        }
        if (first == 0 || syntax_->upos(first - 1) != Upos::CCONJ || content_->front() >= first) {
            return;
        }
        const TokenIndex link = first - 1;
        const bool is_quoted = std::any_of(content_->begin(), content_->end(),
                                           [this](TokenIndex token) { return quotations_->contains(token); });
        const bool goes_on = content_->back() > found_->cue.back();
        if (!is_quoted && goes_on) {
            std::erase_if(*content_, [link](TokenIndex token) { return token <= link; });
        }
    }

    /// "(Asked who would pay,) Reed said: …", "said, (as others have said,) that …": what belongs to the verb of
    /// saying.
    void drop_circumstance() {
        const TokenIndex first = content_->front();
        if (quotations_->contains(first)) {
            return;
        }
        for (const TokenIndex child : syntax_->children(found_->cue_head)) {
            const bool hangs = syntax_->is(child, "advcl") || (syntax_->is(child, "ccomp") && child < found_->cue_head);
            if (!hangs || quotations_->contains(child) || !is_participle_or_as(child)) {
                continue;
            }
            const std::vector<TokenIndex> clause = syntax_->subtree(child);
            const auto rest = std::find_if(content_->begin(), content_->end(), [&](TokenIndex token) {
                return token > clause.back() && syntax_->upos(token) != Upos::PUNCT;
            });
            if (clause.front() <= first && first <= clause.back() && rest != content_->end() &&
                (quotations_->contains(*rest) || (syntax_->is(child, "advcl") && rest_has_verb(*rest)))) {
                content_->erase(content_->begin(), rest);
                return;
            }
        }
    }

    /// "After Reed said that he had paid, (the mill closed)": the clause that the one with the verb of saying belongs
    /// to.
    void drop_main_clause() {
        TokenIndex clause = found_->cue_head;
        while (syntax_->is(clause, "conj") && syntax_->head(clause)) {
            clause = *syntax_->head(clause);
        }
        const std::optional<TokenIndex> mark = syntax_->child(clause, "mark");
        const std::optional<TokenIndex> main = syntax_->head(clause);
        if (!syntax_->is(clause, "advcl") || !main || *main < clause || !mark || *mark > clause ||
            english_->grammar.has("as", syntax_->form(*mark)) || contains(*content_, clause)) {
            return;
        }
        std::vector<TokenIndex> kept;
        std::copy_if(content_->begin(), content_->end(), std::back_inserter(kept), [&](TokenIndex token) {
            return quotations_->contains(token) || syntax_->is_below(token, clause);
        });
        if (!kept.empty() && kept.size() < content_->size() && rest_has_verb(kept.front())) {
            *content_ = std::move(kept);
            trim_punctuation(*syntax_, *content_);
        }
    }

    bool is_participle_or_as(TokenIndex verb) const {
        const std::string &tag = syntax_->token(verb).xpos;
        const std::optional<TokenIndex> mark = syntax_->child(verb, "mark");
        const bool is_participle = (tag == "VBG" || tag == "VBN") && !syntax_->own_subject(verb);
        return mark ? english_->grammar.has("as", syntax_->form(*mark))
                    : is_participle && !syntax_->child(verb, {"aux", "aux:pass"});
    }

    bool rest_has_verb(TokenIndex first) const {
        return std::any_of(std::lower_bound(content_->begin(), content_->end(), first), content_->end(),
                           [this](TokenIndex token) {
                               return syntax_->is(token, "ccomp") && syntax_->head(token) == found_->cue_head;
                           });
    }

    /// "warn that the treaty limits trade (and have threatened to block it)"
    void drop_other_verbs() {
        const auto other =
            std::find_if(content_->begin(), content_->end(), [this](TokenIndex token) { return is_of_speaker(token); });
        if (other == content_->end()) {
            return;
        }
        const TokenIndex from = *syntax_->child(*other, "cc");
        std::erase_if(*content_, [from](TokenIndex each) { return each >= from; });
        trim_punctuation(*syntax_, *content_);
    }

    /// Whether a verb without a subject does not agree with the subject before it: who reports does it.
    bool is_of_speaker(TokenIndex verb) const {
        const std::optional<TokenIndex> first = syntax_->is(verb, "conj") ? syntax_->head(verb) : std::nullopt;
        const std::optional<TokenIndex> link = syntax_->child(verb, "cc");
        const std::optional<TokenIndex> subject = first ? syntax_->own_subject(*first) : std::nullopt;
        const bool follows = subject && link && *link > *first && contains(*content_, *first) &&
                             !syntax_->own_subject(verb) && !quotations_->contains(verb);
        // "insisted it was nothing (and denied the reports)": "it" says nothing.
        if (follows && feature(syntax_->token(*subject).feats, "Gender") == std::string_view("Neut") &&
            feature(syntax_->token(verb).feats, "VerbForm") == std::string_view("Fin") &&
            syntax_->upos(verb) == Upos::VERB && *first > found_->cue_head &&
            // "it had received and granted a request": both have it as their object.
            syntax_->child(*first, {"cop", "obj", "ccomp", "xcomp"}) &&
            english_->reporting.find_verb(syntax_->lemma(verb), Complement::clause) != nullptr) {
            return true;
        }
        return follows && syntax_->upos(*subject) != Upos::PRON &&
               feature(syntax_->token(*subject).feats, "Number") == std::string_view("Sing") &&
               syntax_->conjuncts(*subject).size() == 1 && is_plural_present(verb);
    }

    /// "have threatened", "warn": of the present, and not of one.
    bool is_plural_present(TokenIndex verb) const {
        const TokenIndex finite = syntax_->child(verb, "aux").value_or(verb);
        const std::string &feats = syntax_->token(finite).feats;
        return feature(feats, "VerbForm") == std::string_view("Fin") &&
               feature(feats, "Tense") == std::string_view("Pres") &&
               feature(feats, "Mood") == std::string_view("Ind") &&
               feature(feats, "Number") != std::string_view("Sing");
    }

    /// "cautioned (the party) that the tax …", "said moments (ago) that …", "took to the (floor to say) that …": what
    /// hangs on the verb of saying, or leads to it.
    void drop_before_that() {
        constexpr std::size_t most = 8;
        for (std::size_t i = 1; i < content_->size() && i <= most; ++i) {
            const TokenIndex mark = (*content_)[i];
            const std::optional<TokenIndex> clause = syntax_->head(mark);
            if (!syntax_->is(mark, "mark") || !english_->grammar.has("that", syntax_->form(mark)) || !clause ||
                !contains(*content_, *clause) ||
                !(is_of_cue(*clause) || lacks_backing(i) || begins_within_phrase(mark))) {
                continue;
            }
            // "said if that fails, …": a condition is never left out, whatever the parser took "that" for.
            drop_front(i, *clause, Upos::SCONJ);
            return;
        }
    }

    /// "warned in a May (11 letter) that …": the end of whom or where it was told, up to the mark of what was; not
    /// "scoffed at (the idea that …)".
    bool begins_within_phrase(TokenIndex mark) const {
        const TokenIndex first = content_->front();
        constexpr int most_steps = 4;
        const Upos before = first > 0 ? syntax_->upos(first - 1) : Upos::PUNCT;
        if (before != Upos::NOUN && before != Upos::PROPN && before != Upos::NUM && before != Upos::ADJ) {
            return false;
        }
        std::optional<TokenIndex> at = first;
        for (int step = 0; step < most_steps && at; ++step, at = syntax_->head(*at)) {
            if (syntax_->head(*at) == found_->cue_head && is_relation(*at, {"obj", "iobj", "obl"})) {
                return *at < mark && syntax_->subtree(*at).front() < first && !quotations_->contains(first);
            }
        }
        return false;
    }

    /// "claimed (without evidence) that …": what the article says of it, up to the place `end` of the content.
    bool lacks_backing(std::size_t end) const {
        const TokenIndex noun = (*content_)[end - 1];
        const TokenIndex first = content_->front();
        const auto is_mute = [this](TokenIndex token) {
            return english_->factuality.has("mute", syntax_->form(token));
        };
        return !quotations_->contains(first) && (is_mute(first) || (first > 0 && is_mute(first - 1))) &&
               english_->statement.has("backing", syntax_->lemma(noun));
    }

    /// "As an official described (it,) the plan is dead"
    void drop_pronoun_of_cue() {
        const TokenIndex first = content_->front();
        if (content_->size() > 2 && syntax_->upos(first) == Upos::PRON && syntax_->is(first, "obj") &&
            syntax_->head(first) == found_->cue_head && (*content_)[1] == first + 1 && is_comma(first + 1)) {
            content_->erase(content_->begin(), content_->begin() + 2);
        }
    }

    /// "promised throughout the (primary season) to nominate …"
    void drop_before_infinitive() {
        constexpr std::size_t most = 5;
        for (std::size_t i = 1; i < content_->size() && i <= most; ++i) {
            const TokenIndex mark = (*content_)[i];
            const std::optional<TokenIndex> clause = syntax_->head(mark);
            if (!clause || !syntax_->is(mark, "mark") || syntax_->upos(mark) != Upos::PART) {
                continue;
            }
            const bool is_own = syntax_->is(*clause, "xcomp") && syntax_->head(*clause) == found_->cue_head;
            if ((is_own && leads_into_circumstance(content_->front())) || is_read_for_noun(*clause)) {
                drop_front(i, *clause, Upos::SCONJ);
                return;
            }
        }
    }

    /// "pledged at (the time) to provide": the infinitive is the verb's, and the noun hangs on a preposition in front.
    bool is_read_for_noun(TokenIndex clause) const {
        const TokenIndex first = content_->front();
        const auto is_preposition = [this](TokenIndex token) { return syntax_->upos(token) == Upos::ADP; };
        const std::optional<TokenIndex> noun = is_preposition(first)                    ? syntax_->head(first)
                                               : first > 0 && is_preposition(first - 1) ? syntax_->head(first - 1)
                                                                                        : std::nullopt;
        return noun && syntax_->is(*noun, "obl") && syntax_->head(*noun) == found_->cue_head &&
               (syntax_->head(clause) == *noun || syntax_->head(clause) == found_->cue_head) &&
               english_->reporting.find_verb(syntax_->lemma(found_->cue_head), Complement::infinitive) != nullptr;
    }

    /// "The dam (, Reed said,) was old": the commas are those of what stands between.
    void drop_comma_at_cue() {
        for (std::size_t i = 1; i < content_->size(); ++i) {
            const TokenIndex before = (*content_)[i - 1];
            const TokenIndex behind = (*content_)[i];
            if (behind == before + 1 || found_->cue.front() < before || found_->cue.front() > behind) {
                continue;
            }
            const bool comma_behind = is_comma(behind) && i + 1 < content_->size();
            const TokenIndex next = comma_behind ? (*content_)[i + 1] : behind;
            if (quotations_->contains(before) || quotations_->contains(next) || !goes_on_with_verb(next, before)) {
                return;
            }
            if (comma_behind) {
                content_->erase(content_->begin() + static_cast<std::ptrdiff_t>(i));
            }
            if (is_comma(before)) {
                content_->erase(content_->begin() + static_cast<std::ptrdiff_t>(i) - 1);
            }
            return;
        }
    }

    bool is_comma(TokenIndex token) const { return syntax_->form(token) == ","; }

    /// Whether a verb, or its auxiliary, follows its subject, of which `last` is a word or what stands behind it.
    bool goes_on_with_verb(TokenIndex next, TokenIndex last) const {
        const bool is_auxiliary = syntax_->upos(next) == Upos::AUX;
        const std::optional<TokenIndex> verb = is_auxiliary && syntax_->head(next) ? syntax_->head(next) : next;
        const std::optional<TokenIndex> subject = syntax_->own_subject(*verb);
        return (is_auxiliary || syntax_->upos(next) == Upos::VERB) && subject && *subject <= last;
    }

    /// "told (the jury) he fired twice", where the parser took what was said for a relative clause.
    void drop_addressee() {
        if (!english_->grammar.has("addressed", syntax_->lemma(found_->cue_head))) {
            return;
        }
        for (const TokenIndex noun : *content_) {
            const bool is_told = (syntax_->is(noun, "obj") || syntax_->is(noun, "iobj")) &&
                                 syntax_->head(noun) == found_->cue_head &&
                                 syntax_->subtree(noun).front() == content_->front();
            const std::optional<TokenIndex> clause = is_told ? syntax_->child(noun, "acl") : std::nullopt;
            if (!clause || !contains(*content_, *clause) || !syntax_->is_finite(*clause) ||
                !syntax_->own_subject(*clause)) {
                continue;
            }
            const TokenIndex first = syntax_->subtree(*clause).front();
            const bool is_relative = feature(syntax_->token(first).feats, "PronType") == std::string_view("Rel");
            if (first == noun + 1 && !is_relative) {
                content_->erase(content_->begin(), std::lower_bound(content_->begin(), content_->end(), first));
                return;
            }
        }
    }

    /// The head of the clause is the cue or a verb of saying below it ("went to the floor to say that").
    bool is_of_cue(TokenIndex clause) const {
        const std::optional<TokenIndex> above = syntax_->head(clause);
        return above &&
               (*above == found_->cue_head ||
                // "is disputing claims (by Reed) that …"
                (syntax_->upos(*above) == Upos::NOUN && contains(found_->cue, *above)) ||
                (syntax_->upos(*above) == Upos::VERB && syntax_->is(clause, "ccomp") && is_infinitive(*above) &&
                 contains(*content_, *above) && *above < clause && syntax_->is_below(*above, found_->cue_head) &&
                 english_->reporting.find_verb(syntax_->verb_lemma(*above), Complement::clause) != nullptr));
    }

    bool is_infinitive(TokenIndex verb) const {
        const std::optional<TokenIndex> mark = syntax_->child(verb, "mark");
        return mark && syntax_->upos(*mark) == Upos::PART;
    }

    /// Whether the token is within a circumstance of the cue: "primary" of "throughout the primary season".
    bool leads_into_circumstance(TokenIndex token) const {
        std::optional<TokenIndex> at = token;
        while (at && syntax_->head(*at) != found_->cue_head) {
            at = syntax_->head(*at);
        }
        return at && syntax_->is(*at, "obl");
    }

    /// Takes the first words away if none is below the clause, a conjunction of that kind, or quoted with it.
    void drop_front(std::size_t count, TokenIndex clause, Upos never) {
        const auto begin = content_->begin();
        const auto end = begin + static_cast<std::ptrdiff_t>(count);
        const bool is_outside = std::none_of(begin, end, [&](TokenIndex token) {
            return syntax_->is_below(token, clause) || syntax_->upos(token) == never ||
                   (quotations_->contains(token) && quotations_->at(token) == quotations_->at(*end));
        });
        if (is_outside) {
            content_->erase(begin, end);
        }
    }

    /// "trusted him more, (by a margin of 51) to 47 percent": words left out within a clause of which nobody else's
    /// are.
    void fill_gaps() {
        constexpr TokenIndex most = 20;
        for (std::size_t i = 0; i + 1 < content_->size(); ++i) {
            const TokenIndex from = (*content_)[i] + 1;
            const TokenIndex to = (*content_)[i + 1];
            if (to <= from || to - from > most || syntax_->sentence_of(from - 1) != syntax_->sentence_of(to)) {
                continue;
            }
            std::vector<TokenIndex> gap;
            bool fits = true;
            for (TokenIndex token = from; token < to; ++token) {
                const std::optional<TokenIndex> head = syntax_->head(token);
                fits = fits && !is_taken(token) && !contains(found_->unsaid, token) && head &&
                       *head != found_->cue_head && !syntax_->is_below(found_->cue_head, token);
                gap.push_back(token);
            }
            if (fits) {
                content_->insert(content_->begin() + static_cast<std::ptrdiff_t>(i) + 1, gap.begin(), gap.end());
                i += gap.size();
            }
        }
    }

    /// "(the need for haste) is overstated": the subject in front of the first verb.
    void add_subject() {
        const std::optional<TokenIndex> verb = first_verb();
        const std::optional<TokenIndex> subject = verb ? syntax_->own_subject(*verb) : std::nullopt;
        if (!subject || *subject >= content_->front() || syntax_->upos(*subject) == Upos::PRON || is_taken(*subject) ||
            quotations_->contains(content_->front())) {
            return;
        }
        const std::vector<TokenIndex> phrase = syntax_->subtree(*subject);
        if (phrase.front() + most_added < content_->front()) {
            return;
        }
        for (TokenIndex token = phrase.front(); token < content_->front(); ++token) {
            if (is_taken(token) || !(contains(phrase, token) || syntax_->is_below(token, *verb))) {
                return;
            }
        }
        std::vector<TokenIndex> added;
        for (TokenIndex token = phrase.front(); token < content_->front(); ++token) {
            added.push_back(token);
        }
        content_->insert(content_->begin(), added.begin(), added.end());
    }

    /// "said (without) the firm's help, …": a preposition or determiner that was left in front.
    void complete_front() {
        constexpr std::size_t most = 4;
        const std::optional<TokenIndex> verb = first_verb();
        if (!verb || !syntax_->own_subject(*verb)) {
            return;
        }
        add_condition();
        for (std::size_t steps = 0; steps < most && content_->front() > 0; ++steps) {
            const TokenIndex before = content_->front() - 1;
            const std::optional<TokenIndex> head = syntax_->head(before);
            if (is_taken(before) || quotations_->contains(before) != quotations_->contains(content_->front()) ||
                !head || !contains(*content_, *head) || before < found_->cue.back() ||
                !is_relation(before, {"case", "det", "amod", "compound", "nummod", "nmod:poss"})) {
                return;
            }
            content_->insert(content_->begin(), before);
        }
    }

    /// "said (without his help,) the bridge would be late": what must not be for it to be so, where it was left out.
    void add_condition() {
        for (const TokenIndex child : syntax_->children(found_->cue_head)) {
            if (child <= found_->cue.back() || child >= content_->front() || !syntax_->is(child, "obl") ||
                !english_->factuality.has("mute", lookup_form(syntax_->preposition(child)))) {
                continue;
            }
            const std::vector<TokenIndex> phrase = syntax_->subtree(child);
            const bool opens = phrase.back() + 2 == content_->front() && syntax_->form(phrase.back() + 1) == ",";
            if (opens &&
                std::none_of(phrase.begin(), phrase.end(), [this](TokenIndex each) { return is_taken(each); })) {
                content_->insert(content_->begin(), phrase.back() + 1);
                content_->insert(content_->begin(), phrase.begin(), phrase.end());
                return;
            }
        }
    }

    /// "that it won't share the data, (suggesting others might)", "of fanning divisions (– evoking a nation …)": what
    /// the article adds behind a comma or dash about what was said.
    void drop_comment() {
        for (std::size_t i = 1; i < content_->size(); ++i) {
            const TokenIndex verb = (*content_)[i];
            const std::string &mark = syntax_->form((*content_)[i - 1]);
            const bool is_dash = mark == "\u2013" || mark == "\u2014" || mark == "--";
            const bool is_participle =
                syntax_->token(verb).xpos == "VBG" && is_relation(verb, {"advcl", "acl", "parataxis"});
            if (!is_participle || (!is_dash && mark != ",") || quotations_->contains(verb) || is_taken(verb) ||
                (!is_dash && !asks_anonymity(verb) &&
                 !(syntax_->child(verb, "ccomp") &&
                   english_->reporting.find_verb(syntax_->lemma(verb), Complement::clause) != nullptr))) {
                continue;
            }
            // To the end, or it is within the clause.
            const TokenIndex last = syntax_->subtree(verb).back();
            if (content_->back() <= last + 1) {
                content_->resize(i - 1);
                trim_punctuation(*syntax_, *content_);
                return;
            }
        }
    }

    /// "(said it was rigged,) requesting anonymity to speak freely"
    bool asks_anonymity(TokenIndex verb) const {
        const std::optional<TokenIndex> object = syntax_->child(verb, "obj");
        return object && english_->statement.has("anonymity", syntax_->lemma(*object));
    }

    /// The first predicate of the content that hangs on nothing within it.
    std::optional<TokenIndex> first_verb() const {
        for (const TokenIndex token : *content_) {
            const std::optional<TokenIndex> head = syntax_->head(token);
            if (syntax_->is_predicate(token) && (!head || !contains(*content_, *head))) {
                return token;
            }
        }
        return std::nullopt;
    }

    /// "the popular Hindu" is short of the noun behind it and of what belongs to that, "was too" of "small".
    void complete_noun() {
        constexpr TokenIndex most_words = 3;
        const TokenIndex last = content_->back();
        const std::optional<TokenIndex> noun = syntax_->head(last);
        if (noun && *noun > last && *noun <= last + most_words && syntax_->is_nominal(*noun) &&
            is_relation(last, {"amod", "compound", "det", "nummod"})) {
            add_behind(syntax_->subtree(*noun), *noun);
        } else if (noun && *noun == last + 1 && syntax_->upos(*noun) == Upos::ADJ && syntax_->is(last, "advmod") &&
                   !is_taken(*noun)) {
            content_->push_back(*noun);
        }
    }

    /// "… lied when he": the clause that the last words begin is added, or they go.
    void complete_last_clause() {
        const TokenIndex last = content_->back();
        const std::optional<TokenIndex> head = syntax_->head(last);
        if (!head || *head <= last || contains(*content_, *head) || is_taken(*head) ||
            !is_relation(last, {"nsubj", "mark", "aux", "cop", "case", "cc", "nmod"})) {
            return;
        }
        const bool belongs = std::any_of(content_->begin(), content_->end(), [&](TokenIndex token) {
            return !syntax_->is_below(token, *head) && syntax_->is_below(*head, token);
        });
        const std::vector<TokenIndex> phrase = clause_of(*head);
        const std::size_t before = content_->size();
        if (belongs && !is_of_speaker(*head) && phrase.back() <= last + most_added) {
            add_behind(phrase, *head);
        }
        if (content_->size() > before && contains(*content_, *head)) {
            return;
        }
        content_->resize(before);
        // What is left of another clause.
        while (content_->size() > 1 && syntax_->is_below(content_->back(), *head)) {
            content_->pop_back();
        }
    }

    /// "a comment that said", "will give": what the last verb governs is said as well.
    void complete_last_verb() {
        const TokenIndex last = content_->back();
        if (syntax_->upos(last) != Upos::VERB) {
            return;
        }
        const std::vector<TokenIndex> phrase = clause_of(last);
        const bool is_short = std::any_of(phrase.begin(), phrase.end(), [&](TokenIndex token) {
            return token > last && syntax_->head(token) == last && is_relation(token, {"obj", "ccomp", "xcomp"});
        });
        if (is_short && phrase.back() <= last + most_added) {
            add_behind(phrase, last);
        }
    }

    /// Without the clauses that only follow it.
    std::vector<TokenIndex> clause_of(TokenIndex head) const {
        return syntax_->subtree(head, [&](TokenIndex below) {
            return below > head &&
                   (syntax_->is(below, "parataxis") || (syntax_->is(below, "conj") && syntax_->is_predicate(below)));
        });
    }

    /// Tokens of the phrase from the end of the content on, as far as they are nobody else's; marks only within.
    void add_behind(const std::vector<TokenIndex> &phrase, TokenIndex least) {
        std::vector<TokenIndex> added;
        for (TokenIndex token = content_->back() + 1; token <= phrase.back(); ++token) {
            // "at least 41 Democrats, according to the Post, will attempt": who says so stands between.
            const bool is_beside = syntax_->upos(token) == Upos::PUNCT && (is_taken(token - 1) || is_taken(token + 1));
            if (is_taken(token) || is_beside) {
                continue;
            }
            if (!contains(phrase, token) ||
                (token > least && syntax_->upos(token) == Upos::PUNCT && token == phrase.back())) {
                break;
            }
            added.push_back(token);
        }
        while (!added.empty() && syntax_->upos(added.back()) == Upos::PUNCT) {
            added.pop_back();
        }
        content_->insert(content_->end(), added.begin(), added.end());
    }

    const Syntax *syntax_;
    const English *english_;
    const Quotations *quotations_;
    FoundAttribution *found_;
    std::vector<TokenIndex> *content_;
};

} // namespace

void mend_content_bounds(const Syntax &syntax, const English &english, const Quotations &quotations,
                         FoundAttribution &found) {
    if (!found.content.empty()) {
        ContentBounds(syntax, english, quotations, found).mend();
    }
}

} // namespace gainsay
