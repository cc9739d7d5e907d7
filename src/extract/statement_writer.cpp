#include "extract/statement_writer.h"

#include "base/utf8.h"
#include "extract/ellipsis.h"
#include "extract/factuality.h"
#include "graph_schema/node_kind.h"

#include <algorithm>
#include <map>
#include <set>

namespace gainsay {

namespace {

/// Bytes beyond which clauses that only add are left out.
constexpr std::size_t comfortable_size = 150;

bool has_feature(const Syntax &syntax, TokenIndex token, std::string_view name, std::string_view value) {
    return feature(syntax.token(token).feats, name) == value;
}

std::string article_for(const std::string &word) {
    const bool vowel = !word.empty() && std::string_view("aeiou").find(word.front()) != std::string_view::npos;
    return vowel ? "an" : "a";
}

std::string possessive(const std::string &name) {
    return name + (!name.empty() && name.back() == 's' ? "'" : "'s");
}

class StatementWriter {
  public:
    StatementWriter(const EntityBook &book, const FoundAttribution &attribution, TokenIndex top,
                    const std::vector<TokenIndex> &tokens, std::optional<EntityIndex> subject)
        : book_(&book), syntax_(&book.syntax()), words_(&book.english().statement), attribution_(&attribution),
          top_(top), tokens_(tokens), subject_(subject), kept_(tokens.begin(), tokens.end()) {}

    Statement write() {
        Statement statement;
        drop_openings();
        drop_brackets();
        expand_ellipses();
        statement.polarity = affirm();
        add_subject(statement);
        name_pronouns(statement);
        statement.text = compose();
        shorten(statement.text);
        return statement;
    }

  private:
    bool is_kept(TokenIndex token) const { return kept_.count(token) != 0; }
    void drop(TokenIndex token) { kept_.erase(token); }
    void replace(TokenIndex token, std::string text) { replaced_[token] = std::move(text); }
    const VerbForms &verbs() const { return book_->english().verb_forms; }

    void drop_openings() {
        while (!kept_.empty()) {
            const TokenIndex first = *kept_.begin();
            const bool tie =
                syntax_->head(first) == top_ && (syntax_->is(first, "cc") || syntax_->is(first, "mark") ||
                                                 ((syntax_->is(first, "advmod") || syntax_->is(first, "discourse")) &&
                                                  words_->has("opening", syntax_->form(first))));
            const TokenIndex second = kept_.size() > 1 ? *std::next(kept_.begin()) : first;
            // "(denied) any cases of the disease"
            if (syntax_->head(first) == top_ && syntax_->is(first, "det") && syntax_->upos(top_) == Upos::NOUN &&
                kept_.size() > 1 && words_->has("after_negation", syntax_->form(first))) {
                drop(first);
                continue;
            }
            // "Not only had there been …": no negation of what follows.
            if (words_->has("dropped_negation", syntax_->form(first)) && syntax_->form(second) == "only") {
                drop(first);
                drop(second);
                continue;
            }
            // "If that is so, …" is a condition of what follows.
            if (syntax_->head(first) != top_ && book_->english().factuality.has("conditional", syntax_->form(first))) {
                return;
            }
            // Where a parser took the opener for a determiner.
            if (book_->english().grammar.has("that", syntax_->form(first)) && second != first &&
                (syntax_->upos(first) == Upos::SCONJ || syntax_->upos(second) == Upos::PROPN)) {
                drop(first);
                continue;
            }
            // "to" is dealt with where the subject is put in.
            const bool infinitive = syntax_->is(first, "mark") && syntax_->upos(first) == Upos::PART;
            if (kept_.size() == 1 || infinitive || !(tie || syntax_->upos(first) == Upos::PUNCT) || is_bracket(first)) {
                return;
            }
            drop(first);
        }
    }

    bool is_bracket(TokenIndex token) const {
        const std::string &form = syntax_->form(token);
        return form == "(" || form == "[";
    }

    void drop_brackets() {
        for (const TokenIndex each : bracketed(tokens_)) {
            drop(each);
        }
    }

    /// The tokens from "(" to ")"; to the end where nobody closes.
    std::vector<TokenIndex> bracketed(const std::vector<TokenIndex> &tokens) const {
        int depth = 0;
        std::vector<TokenIndex> inside;
        for (const TokenIndex token : tokens) {
            const std::string &form = syntax_->form(token);
            depth += form == "(" ? 1 : 0;
            if (depth > 0) {
                inside.push_back(token);
            }
            depth -= form == ")" && depth > 0 ? 1 : 0;
        }
        return inside;
    }

    std::string form_like(TokenIndex model, const std::string &lemma) const {
        const std::string_view form =
            feature(syntax_->token(model).feats, "VerbForm").value_or(std::string_view("Inf"));
        if (form == "Ger" || syntax_->token(model).xpos == "VBG") {
            return verbs().gerund(lemma);
        }
        if (form == "Part") {
            return verbs().participle(lemma);
        }
        if (form == "Fin" && has_feature(*syntax_, model, "Tense", "Past")) {
            return verbs().past(lemma);
        }
        if (form == "Fin" && has_feature(*syntax_, model, "Person", "3") &&
            has_feature(*syntax_, model, "Number", "Sing")) {
            return VerbForms::third_person(lemma);
        }
        return lemma;
    }

    void expand_ellipses() {
        for (const TokenIndex token : tokens_) {
            if (!is_kept(token) || !is_ellipsis(*syntax_, book_->english(), token)) {
                continue;
            }
            const std::optional<TokenIndex> verb = ellipsis_antecedent(*syntax_, book_->english(), token);
            if (!verb) {
                is_vague_ = true;
                continue;
            }
            std::vector<TokenIndex> phrase = verb_phrase(*syntax_, *verb);
            std::string text = form_like(token, syntax_->lemma(*verb));
            const std::vector<TokenIndex> aside = bracketed(phrase);
            for (std::size_t i = 1; i < phrase.size(); ++i) {
                if (!std::binary_search(aside.begin(), aside.end(), phrase[i])) {
                    const ByteSpan span = syntax_->token(phrase[i]).span;
                    text += syntax_->token(phrase[i] - 1).span.end < span.begin ? " " : "";
                    text += syntax_->text_of(span);
                }
            }
            replace(token, std::move(text));
            drop(token + 1);
        }
    }

    // Negation.

    Polarity affirm() {
        if (!is_negated(*syntax_, book_->english(), top_, NegationReach::clause)) {
            return Polarity::affirmed;
        }
        for (const TokenIndex child : syntax_->children(top_)) {
            const std::string &form = syntax_->form(child);
            if (!is_kept(child) || is_contrast(child)) {
                continue;
            }
            const bool dropped = words_->has("dropped_negation", form) && syntax_->is(child, "advmod");
            const bool inverting = words_->has("inverting", form) &&
                                   (syntax_->is(child, "advmod") || syntax_->is(child, "cc")) && child < top_;
            if (dropped || inverting) {
                drop(child);
                affirm_verb();
                affirm_after(child);
                drop_reasons();
                return Polarity::affirmed;
            }
            if (std::optional<Polarity> done = affirm_noun(child)) {
                return *done;
            }
        }
        return Polarity::negated;
    }

    /// "There is no difference", "has no plan": what is not there.
    std::optional<Polarity> affirm_noun(TokenIndex noun) {
        const bool exists = syntax_->child(top_, "expl").has_value() || syntax_->lemma(top_) == "be";
        if (!syntax_->is(noun, "obj") && !(syntax_->is(noun, "nsubj") && exists)) {
            return std::nullopt;
        }
        const std::optional<TokenIndex> determiner = syntax_->child(noun, "det");
        if (!determiner || syntax_->form(*determiner) != "no" || !is_kept(*determiner)) {
            return std::nullopt;
        }
        put_article(*determiner, noun);
        drop_reasons();
        return Polarity::affirmed;
    }

    /// "not this way but that way"
    bool is_contrast(TokenIndex negation) const {
        return std::any_of(tokens_.begin(), tokens_.end(), [&](TokenIndex token) {
            return token > negation && syntax_->is(token, "cc") && words_->has("contrast", syntax_->form(token)) &&
                   !(syntax_->head(token) && syntax_->own_subject(*syntax_->head(token)));
        });
    }

    /// Why something is not so is no part of what is not so.
    void drop_reasons() {
        for (const TokenIndex child : syntax_->children(top_)) {
            if (child > top_ && ((syntax_->is(child, "advcl") && words_->has("reason", syntax_->marker(child))) ||
                                 (syntax_->is(child, "obl") && words_->has("reason", syntax_->preposition(child))))) {
                leave_out(child);
            }
        }
    }

    /// "a" instead of the determiner, or nothing before plurals and the like.
    void put_article(TokenIndex determiner, TokenIndex noun) {
        if (has_feature(*syntax_, noun, "Number", "Plur") || words_->has("uncountable", syntax_->lemma(noun)) ||
            determiner + 1 >= syntax_->size()) {
            drop(determiner);
        } else {
            replace(determiner, article_for(syntax_->form(determiner + 1)));
        }
    }

    /// "did not agree" becomes "agreed", "will not" "will", "had there not been" "there had been".
    void affirm_verb() {
        const std::optional<TokenIndex> own = syntax_->own_subject(top_);
        const std::optional<TokenIndex> expletive = syntax_->child(top_, "expl");
        const std::optional<TokenIndex> subject = own && *own < top_ ? own : expletive;
        for (const TokenIndex child : syntax_->children(top_)) {
            if (!syntax_->is(child, "aux") && !syntax_->is(child, "cop")) {
                continue;
            }
            const std::string &form = syntax_->form(child);
            if (syntax_->lemma(child) == "do" && syntax_->is(child, "aux")) {
                drop(child);
                const std::string &lemma = syntax_->lemma(top_);
                replace(top_, form == "did"    ? verbs().past(lemma)
                              : form == "does" ? VerbForms::third_person(lemma)
                                               : syntax_->token(top_).form);
                continue;
            }
            if (form == "wo") {
                replace(child, "will");
            } else if (form == "ca" || form == "cannot") {
                replace(child, "can");
            } else if (form == "sha") {
                replace(child, "shall");
            }
            if (subject && child < *subject && child < top_) {
                // Turned round behind the negation; put behind the subject again.
                const std::vector<TokenIndex> phrase = syntax_->subtree(*subject);
                const auto text = replaced_.find(child);
                appended_[phrase.back()] += " " + (text != replaced_.end() ? text->second : form);
                drop(child);
            }
        }
    }

    /// "join any coalition" becomes "join a coalition".
    void affirm_after(TokenIndex negation) {
        for (const TokenIndex token : tokens_) {
            if (token < negation || !is_kept(token) || !words_->has("after_negation", syntax_->form(token))) {
                continue;
            }
            const std::optional<TokenIndex> head = syntax_->head(token);
            if (syntax_->is(token, "det") && head) {
                put_article(token, *head);
            } else if (syntax_->is(token, "advmod") || syntax_->is(token, "cc")) {
                drop(token);
            }
        }
    }

    // Subjects.

    /// With its article where the text uses one: "the United States".
    std::string name_of(EntityIndex index) const {
        const Entity &entity = book_->entity(index);
        if (!entity.named) {
            const std::string first = lookup_form(entity.name.substr(0, entity.name.find(' ')));
            const bool bare = entity.type != NodeKind::Group && !book_->english().grammar.has("definite", first) &&
                              !words_->has("article", first);
            return bare ? "the " + entity.name : entity.name;
        }
        if (entity.type == NodeKind::Person) {
            return entity.name;
        }
        for (const EntityMention &mention : entity.mentions) {
            if (mention.kind == MentionKind::name && lookup_form(mention.text.substr(0, 4)) == "the ") {
                return "the " + entity.name;
            }
        }
        return entity.name;
    }

    /// "Kerry and Lavrov": all who do it.
    std::string subject_names(EntityIndex first) {
        const std::optional<TokenIndex> subject =
            attribution_->content_subject ? attribution_->content_subject : syntax_->subject(top_);
        std::vector<std::string> names;
        for (const TokenIndex each : subject ? syntax_->conjuncts(*subject) : std::vector<TokenIndex>()) {
            if (const std::optional<EntityIndex> entity = book_->of_phrase(each)) {
                named_.insert(*entity);
                names.push_back(name_of(*entity));
            }
        }
        if (names.size() < 2) {
            return name_of(first);
        }
        are_many_ = true;
        return joined(names);
    }

    static std::string joined(const std::vector<std::string> &names) {
        std::string text;
        for (std::size_t i = 0; i < names.size(); ++i) {
            text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
        }
        return text;
    }

    /// Nothing that stands in front of the predicate but what belongs to the verb.
    bool begins_with_predicate() const {
        const TokenIndex first = *kept_.begin();
        return first == top_ ||
               (syntax_->head(first) == top_ && (syntax_->is(first, "aux") || syntax_->is(first, "cop") ||
                                                 syntax_->is(first, "mark") || syntax_->is(first, "advmod")));
    }

    void add_subject(Statement &statement) {
        if (syntax_->own_subject(top_) || syntax_->child(top_, "expl") || kept_.empty()) {
            return;
        }
        const Upos tag = syntax_->upos(top_);
        if (tag != Upos::VERB && !syntax_->child(top_, "cop")) {
            is_vague_ = true;
            return;
        }
        if (!subject_ || !begins_with_predicate()) {
            statement.is_vague = true;
            return;
        }
        const std::string name = subject_names(*subject_);
        const bool plural = are_many_ || book_->entity(*subject_).type == NodeKind::Group;
        std::string auxiliary;
        const std::string_view form = feature(syntax_->token(top_).feats, "VerbForm").value_or(std::string_view());
        std::optional<TokenIndex> to;
        bool has_auxiliary = false;
        for (const TokenIndex child : syntax_->children(top_)) {
            if (syntax_->is(child, "mark") && syntax_->upos(child) == Upos::PART) {
                to = child;
            }
            has_auxiliary = has_auxiliary || syntax_->is(child, "aux") || syntax_->is(child, "cop");
        }
        if ((to && is_kept(*to)) || (!to && form == "Inf" && !has_auxiliary)) {
            const Stance stance = attribution_->stance;
            auxiliary = stance == Stance::demands ? " should"
                        : stance == Stance::agrees || stance == Stance::promises || stance == Stance::declines ||
                                stance == Stance::rejects || stance == Stance::warns
                            ? " will"
                            : "";
            if (!to) {
                auxiliary = auxiliary.empty() ? " will" : auxiliary;
            } else if (auxiliary.empty()) {
                auxiliary = plural ? " are" : " is";
            } else {
                drop(*to);
            }
        } else if ((form == "Ger" || syntax_->token(top_).xpos == "VBG") && !has_auxiliary) {
            const bool before = has_feature(*syntax_, attribution_->cue_head, "Tense", "Past") &&
                                attribution_->stance != Stance::accuses;
            if (before && syntax_->lemma(top_) != "be") {
                replace(top_, verbs().past(syntax_->lemma(top_)));
            } else {
                auxiliary = plural ? " are" : " is";
            }
        } else if (form == "Ger" && has_auxiliary) {
            return;
        } else if (form == "Part" && !has_auxiliary) {
            auxiliary = plural ? " are" : " is";
        } else if (has_auxiliary) {
            // "having sold weapons"
            for (const TokenIndex child : syntax_->children(top_)) {
                if (syntax_->token(child).xpos == "VBG" && syntax_->is(child, "aux")) {
                    replace(child, syntax_->lemma(child) == "have" ? "has" : plural ? "are" : "is");
                } else if (syntax_->token(child).xpos == "VBG" && syntax_->is(child, "cop")) {
                    replace(child, plural ? "are" : "is");
                }
            }
        }
        named_.insert(*subject_);
        before_[*kept_.begin()] = name + auxiliary;
    }

    // Pronouns.

    void name_pronouns(Statement &statement) {
        std::set<EntityIndex> said = named_;
        for (const EntityBook::Place &place : book_->places()) {
            if (place.kind == MentionKind::name && is_kept(place.head)) {
                first_name_.emplace(book_->at(place.head).value_or(place.entity), place.head);
            }
        }
        for (const TokenIndex token : tokens_) {
            if (!is_kept(token)) {
                continue;
            }
            if (const std::optional<EntityIndex> entity = book_->at(token)) {
                if (syntax_->upos(token) != Upos::PRON) {
                    said.insert(*entity);
                    continue;
                }
            }
            if (syntax_->upos(token) == Upos::PRON) {
                name_pronoun(token, said, statement);
            }
        }
        statement.is_vague = statement.is_vague || is_vague_;
    }

    void name_pronoun(TokenIndex token, std::set<EntityIndex> &said, Statement &statement) {
        const std::string &form = syntax_->form(token);
        if (syntax_->relation(token) == "expl" || replaced_.count(token) != 0 || !words_->has("bare", form) ||
            has_feature(*syntax_, token, "PronType", "Rel") || has_feature(*syntax_, token, "Reflex", "Yes")) {
            return;
        }
        const bool owner = syntax_->relation(token) == "nmod:poss";
        std::optional<EntityIndex> entity = book_->at(token);
        if (!entity && words_->has("group", form)) {
            name_group(token, owner, said, statement);
            return;
        }
        if (!entity && attribution_->source_entity && has_feature(*syntax_, token, "Person", "1") &&
            has_feature(*syntax_, token, "Number", "Sing")) {
            entity = attribution_->source_entity;
        }
        if (!entity) {
            // "its members" of what stands before within the clause
            statement.is_vague = statement.is_vague || !(owner && token != *kept_.begin());
            return;
        }
        const bool speaker = has_feature(*syntax_, token, "Person", "1");
        if (!said.insert(*entity).second && token > *kept_.begin() && !speaker) {
            return;
        }
        if (!book_->entity(*entity).named && !speaker) {
            statement.is_vague = true;
            return;
        }
        put_name(token, name_of(*entity), owner);
        if (speaker && syntax_->is(token, "nsubj") && syntax_->head(token)) {
            agree_with_one(*syntax_->head(token));
        }
    }

    /// "I think" becomes "she thinks": the finite verb of the clause.
    void agree_with_one(TokenIndex predicate) {
        for (const TokenIndex child : syntax_->children(predicate)) {
            if (child < predicate && (syntax_->is(child, "aux") || syntax_->is(child, "cop")) && is_kept(child)) {
                const std::string &xpos = syntax_->token(child).xpos;
                if (xpos == "VBP" && replaced_.count(child) == 0) {
                    replace(child, VerbForms::third_person(syntax_->lemma(child)));
                } else if (syntax_->form(child) == "were") {
                    replace(child, "was");
                }
                return;
            }
        }
        if (syntax_->token(predicate).xpos == "VBP" && replaced_.count(predicate) == 0) {
            replace(predicate, VerbForms::third_person(syntax_->lemma(predicate)));
        }
    }

    void put_name(TokenIndex token, const std::string &name, bool owner) {
        replace(token, owner ? possessive(name) : name);
    }

    void name_group(TokenIndex token, bool owner, std::set<EntityIndex> &said, Statement &statement) {
        const std::vector<EntityIndex> group = speakers_group(*book_, *attribution_);
        const bool known =
            group.size() > 1 || (group.size() == 1 && book_->entity(group.front()).type != NodeKind::Person);
        if (!known ||
            !std::all_of(group.begin(), group.end(), [&](EntityIndex each) { return book_->entity(each).named; })) {
            statement.is_vague = true;
            return;
        }
        std::vector<std::string> names;
        bool all_said = true;
        for (const EntityIndex each : group) {
            names.push_back(name_of(each));
            all_said = !said.insert(each).second && all_said;
        }
        if (!all_said || token == *kept_.begin()) {
            put_name(token, joined(names), owner);
        } else {
            replace(token, owner ? "their" : syntax_->is(token, "nsubj") ? "they" : "them");
        }
    }

    // Text.

    std::string compose() const {
        std::string text;
        std::optional<TokenIndex> last;
        for (const TokenIndex token : kept_) {
            const Token &word = syntax_->token(token);
            if (last && syntax_->token(*last).span == word.span && replaced_.count(token) == 0) {
                continue;
            }
            const bool gap = !last || token == 0 || syntax_->token(token - 1).span.end < word.span.begin ||
                             replaced_.count(token) != 0;
            if (!text.empty() && gap) {
                text += ' ';
            }
            if (const auto before = before_.find(token); before != before_.end()) {
                text += before->second + ' ';
            }
            const auto replaced = replaced_.find(token);
            text += replaced != replaced_.end() ? replaced->second : syntax_->text_of(word.span);
            if (const auto appended = appended_.find(token); appended != appended_.end()) {
                text += appended->second;
            }
            last = token;
        }
        return tidy(text);
    }

    static void erase_all(std::string &text, std::string_view mark) {
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
            text.erase(at, mark.size());
        }
    }

    static std::size_t count_of(const std::string &text, std::string_view mark) {
        std::size_t count = 0;
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + mark.size())) {
            ++count;
        }
        return count;
    }

    /// Quotation marks only in pairs, no blanks before commas, a capital letter first, no mark at the end.
    static std::string tidy(std::string text) {
        if (count_of(text, "\"") % 2 != 0 || count_of(text, "\u201c") != count_of(text, "\u201d")) {
            for (const std::string_view mark : {"\"", "\u201c", "\u201d"}) {
                erase_all(text, mark);
            }
        }
        if (count_of(text, "\u2018") > 0 && count_of(text, "\u2018") != count_of(text, "\u2019")) {
            erase_all(text, "\u2018");
        }
        text = single_blanks(text);
        for (const std::string_view mark : {" ,", ",,", " .", " ;", " :", " 's", " \u2019s"}) {
            for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
                text.erase(at, 1);
            }
        }
        const std::string_view ends = ",;:.-\u2013\u2014 ";
        while (!text.empty() && (ends.find(text.back()) != std::string_view::npos && text.back() > 0)) {
            // "the U.S."
            if (text.back() == '.' && text.size() > 2 && text[text.size() - 3] == '.') {
                break;
            }
            text.pop_back();
        }
        return capitalized(text);
    }

    static std::string capitalized(std::string text) {
        for (char &letter : text) {
            const bool small = letter >= 'a' && letter <= 'z';
            if (small) {
                letter = static_cast<char>(letter - 'a' + 'A');
            }
            if (small || !(letter == '"' || letter == '\'' || static_cast<unsigned char>(letter) >= 0x80U)) {
                break;
            }
        }
        return text;
    }

    /// Leaves out what only adds, from the end, until the text is of a size that one reads at a glance: what stands
    /// behind a comma first.
    void shorten(std::string &text) {
        constexpr std::size_t long_size = 220;
        for (const std::size_t most : {comfortable_size, long_size}) {
            for (const std::string_view relation : {"parataxis", "appos", "acl:relcl", "advcl", "conj"}) {
                for (std::size_t i = tokens_.size(); i-- > 0 && text.size() > most;) {
                    if (only_adds(tokens_[i], relation, most == comfortable_size)) {
                        leave_out(tokens_[i]);
                        text = compose();
                    }
                }
            }
        }
    }

    bool only_adds(TokenIndex token, std::string_view relation, bool behind_comma) const {
        if (!is_kept(token) || token <= top_ || syntax_->relation(token) != relation) {
            return false;
        }
        // A list of things loses its meaning with a member, a list of clauses does not.
        if (relation == "conj" && !syntax_->is_predicate(token)) {
            return false;
        }
        const TokenIndex first = syntax_->subtree(token).front();
        return !behind_comma || relation == "conj" || (first > 0 && syntax_->upos(first - 1) == Upos::PUNCT);
    }

    void leave_out(TokenIndex head) {
        std::vector<TokenIndex> below = syntax_->subtree(head);
        for (const TokenIndex each : below) {
            if (before_.count(each) == 0 && appended_.count(each) == 0) {
                drop(each);
            }
        }
        // The comma in front of it.
        if (below.front() > 0 && syntax_->upos(below.front() - 1) == Upos::PUNCT &&
            (syntax_->form(below.front() - 1) == "," || syntax_->form(below.front() - 1) == ":")) {
            drop(below.front() - 1);
        }
    }

    const EntityBook *book_;
    const Syntax *syntax_;
    const WordLists *words_;
    const FoundAttribution *attribution_;
    TokenIndex top_;
    const std::vector<TokenIndex> &tokens_;
    std::optional<EntityIndex> subject_;
    std::set<TokenIndex> kept_;
    std::map<TokenIndex, std::string> replaced_;
    std::map<TokenIndex, std::string> before_;
    std::map<TokenIndex, std::string> appended_;
    std::set<EntityIndex> named_;
    std::map<EntityIndex, TokenIndex> first_name_;
    bool is_vague_ = false;
    bool are_many_ = false;
};

} // namespace

namespace {

/// Another actor that the speaker dealt with in these words: "I suggested to the minister", "Kerry and Lavrov".
std::optional<EntityIndex> partner_at(const EntityBook &book, TokenIndex token, EntityIndex speaker) {
    const Syntax &syntax = book.syntax();
    const std::optional<TokenIndex> head = syntax.head(token);
    const std::optional<EntityIndex> other = head ? book.of_phrase(token) : std::nullopt;
    if (!other || *other == speaker || !is_actor(book.entity(*other).type)) {
        return std::nullopt;
    }
    if (syntax.is(token, "conj")) {
        const bool same_kind = book.entity(*other).type == book.entity(speaker).type;
        return same_kind && book.of_phrase(*head) == speaker ? other : std::nullopt;
    }
    if (syntax.upos(*head) != Upos::VERB ||
        !(syntax.is(token, "obl") || syntax.is(token, "obj") || syntax.is(token, "iobj"))) {
        return std::nullopt;
    }
    const std::optional<TokenIndex> subject = syntax.own_subject(*head);
    const bool first_person = subject && feature(syntax.token(*subject).feats, "Person") == std::string_view("1") &&
                              feature(syntax.token(*subject).feats, "Number") == std::string_view("Sing");
    return first_person ? other : std::nullopt;
}

} // namespace

std::vector<EntityIndex> speakers_group(const EntityBook &book, const FoundAttribution &attribution) {
    if (!attribution.source_entity || attribution.content.empty()) {
        return {};
    }
    std::vector<EntityIndex> group{*attribution.source_entity};
    for (const TokenIndex token : attribution.content) {
        if (const std::optional<EntityIndex> other = partner_at(book, token, group.front())) {
            group.push_back(*other);
            return group;
        }
    }
    // Whom it was with a few sentences before.
    constexpr std::size_t sentences_back = 4;
    const std::size_t last = book.syntax().sentence_of(attribution.content.front());
    const std::size_t first = last > sentences_back ? last - sentences_back : 0;
    for (TokenIndex token = attribution.content.front(); token-- > book.syntax().sentence(first).first_token;) {
        const bool own = book.syntax().is(token, "conj") || book.entity(group.front()).type == NodeKind::Person;
        if (const auto other = own ? partner_at(book, token, group.front()) : std::nullopt) {
            group.push_back(*other);
            return group;
        }
    }
    return group;
}

Statement write_statement(const EntityBook &book, const FoundAttribution &attribution, TokenIndex top,
                          const std::vector<TokenIndex> &tokens, std::optional<EntityIndex> subject) {
    return StatementWriter(book, attribution, top, tokens, subject).write();
}

} // namespace gainsay
