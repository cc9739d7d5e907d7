#include "extract/attribution/verb_content.h"

#include "extract/attribution/source_phrase.h"
#include "extract/syntax/token_list.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace gainsay {

namespace {

class ContentFinder {
  public:
    ContentFinder(const EntityBook &book, const Quotations &quotations, TokenIndex verb)
        : book_(&book), syntax_(&book.syntax()), english_(&book.english()), quotations_(&quotations), verb_(verb) {}

    bool find(const ReportingVerb &reading) {
        switch (reading.complement) {
        case Complement::clause:
            return find_clause();
        case Complement::infinitive:
            return find_infinitive();
        case Complement::gerund:
            return find_gerund();
        case Complement::object_to:
            return find_object_to();
        case Complement::phrase:
            return find_phrase(reading.preposition);
        case Complement::phrase_to:
            return find_phrase_to(reading.preposition);
        case Complement::description:
            return find_description();
        case Complement::object:
            return find_object();
        }
        return false;
    }

    VerbContent take() { return std::move(content_); }

  private:
    std::string_view verb_form(TokenIndex token) const {
        return feature(syntax_->token(token).feats, "VerbForm").value_or(std::string_view());
    }

    bool find_clause() {
        if (has_thing()) {
            return false;
        }
        if (const std::optional<TokenIndex> clause = syntax_->child(verb_, "ccomp")) {
            content_.tokens = content_tokens(*syntax_, *clause);
            return true;
        }
        const std::optional<TokenIndex> head = syntax_->head(verb_);
        // "The talks, Kerry said, were useful": the cue stands in the clause that it reports.
        if (head && syntax_->is(verb_, "parataxis") && syntax_->own_subject(verb_) && is_clause(*head)) {
            content_.tokens = content_tokens(*syntax_, *head, verb_);
            return true;
        }
        if (head && syntax_->is(verb_, "advcl") && english_->grammar.has("as", syntax_->marker(verb_)) &&
            !syntax_->child(verb_, "obj")) {
            content_.tokens = content_tokens(*syntax_, *head, verb_);
            return true;
        }
        // "Kerry said: …": the parser may hang the clause beside the verb.
        for (const TokenIndex child : syntax_->children(verb_)) {
            if (syntax_->is(child, "parataxis") && is_clause(child) && is_introduced(child)) {
                content_.tokens = content_tokens(*syntax_, child);
                return true;
            }
        }
        if ((syntax_->own_subject(verb_) || syntax_->is(verb_, "conj") || syntax_->is(verb_, "advcl"))) {
            return find_quotation();
        }
        return false;
    }

    /// "holding a reception" beside a quotation: an object that is nobody takes the place of what is said.
    bool has_thing() const {
        const std::optional<TokenIndex> object = syntax_->child(verb_, "obj");
        if (!object || !syntax_->is(verb_, "advcl") || syntax_->upos(*object) != Upos::NOUN) {
            return false;
        }
        const NounClass meaning = english_->nouns.find(syntax_->lemma(*object));
        return meaning != NounClass::person && meaning != NounClass::group && meaning != NounClass::communication;
    }

    bool is_clause(TokenIndex token) const { return syntax_->is_predicate(token) || syntax_->own_subject(token); }

    /// Whether a colon or a quotation mark stands before the clause.
    bool is_introduced(TokenIndex clause) const {
        const std::vector<TokenIndex> tokens = syntax_->subtree(clause);
        for (TokenIndex token = tokens.front(); token <= tokens.front() + 1 && token <= clause; ++token) {
            const bool opens_quotation = quotations_->contains(token) && !quotations_->contains(verb_);
            if (quotations_->is_mark(token) || opens_quotation || syntax_->form(token) == ":") {
                return true;
            }
        }
        return tokens.front() > 0 &&
               (syntax_->form(tokens.front() - 1) == ":" || quotations_->is_mark(tokens.front() - 1));
    }

    /// A quotation in the same sentence, or the next sentence where this one introduces it.
    bool find_quotation() {
        const Sentence &sentence = syntax_->sentence(syntax_->sentence_of(verb_));
        // "will continue its aid to 'allies'" is an action.
        if (quotations_->contains(verb_) || syntax_->child(verb_, {"obj", "xcomp"})) {
            return false;
        }
        std::size_t words = 0;
        for (TokenIndex token = sentence.first_token; token < sentence.end_token; ++token) {
            if (quotations_->contains(token)) {
                content_.tokens.push_back(token);
                words += syntax_->upos(token) != Upos::PUNCT ? 1U : 0U;
            }
        }
        constexpr std::size_t least_words = 3;
        if (words >= least_words && !below_subject()) {
            trim_punctuation(*syntax_, content_.tokens);
            return true;
        }
        content_.tokens.clear();
        // "… he said:" and a quotation behind it.
        const std::size_t next = syntax_->sentence_of(verb_) + 1;
        if (!syntax_->head(verb_) && next < syntax_->document().sentences.size() && sentence.end_token > 0 &&
            syntax_->form(sentence.end_token - 1) == ":") {
            const Sentence &after = syntax_->sentence(next);
            for (TokenIndex token = after.first_token; token < after.end_token; ++token) {
                if (quotations_->contains(token)) {
                    content_.tokens.push_back(token);
                }
            }
            return !content_.tokens.empty();
        }
        return false;
    }

    /// Whether the quotation is part of the source or of an aside.
    bool below_subject() const {
        const std::optional<TokenIndex> subject = syntax_->own_subject(verb_);
        return subject && syntax_->is_below(content_.tokens.front(), *subject);
    }

    bool find_infinitive() {
        const std::optional<TokenIndex> below = syntax_->child(verb_, "xcomp");
        if (!below || verb_form(*below) != "Inf" || !syntax_->child(*below, "mark") ||
            syntax_->child(verb_, {"obj", "iobj"})) {
            return false;
        }
        content_.tokens = content_tokens(*syntax_, *below);
        return true;
    }

    bool find_gerund() {
        for (const TokenIndex child : syntax_->children(verb_)) {
            const bool place = syntax_->is(child, "xcomp") || syntax_->is(child, "ccomp") ||
                               syntax_->is(child, "obj") || syntax_->is(child, "advcl");
            if (place && child > verb_ && verb_form(child) == "Ger" && syntax_->marker(child).empty()) {
                content_.tokens = content_tokens(*syntax_, child);
                return true;
            }
        }
        return false;
    }

    bool find_object_to() {
        const std::optional<TokenIndex> object =
            syntax_->is_passive(verb_) ? syntax_->child(verb_, "nsubj:pass") : syntax_->child(verb_, {"obj", "iobj"});
        const std::optional<TokenIndex> below = syntax_->child(verb_, {"xcomp", "ccomp", "advcl"});
        if (!object || !below || *below < verb_ || verb_form(*below) != "Inf") {
            return false;
        }
        content_.tokens = content_tokens(*syntax_, *below);
        content_.subject = object;
        return true;
    }

    bool find_phrase(const std::string &preposition) {
        for (const TokenIndex child : syntax_->children(verb_)) {
            const bool clause =
                syntax_->is(child, "advcl") || syntax_->is(child, "ccomp") || syntax_->is(child, "xcomp");
            const bool phrase = syntax_->is(child, "obl") && !syntax_->is(child, "obl:agent");
            if (child < verb_ || (!clause && !phrase) || syntax_->marker(child) != preposition) {
                continue;
            }
            content_.tokens = syntax_->subtree(child, [this, child](TokenIndex below) {
                return syntax_->head(below) == child && (syntax_->is(below, "case") || syntax_->is(below, "mark")) &&
                       below < child;
            });
            trim_punctuation(*syntax_, content_.tokens);
            if (content_.tokens.empty()) {
                continue;
            }
            add_preposition(child);
            content_.subject = syntax_->is_passive(verb_) ? syntax_->child(verb_, "nsubj:pass")
                                                          : syntax_->child(verb_, {"obj", "iobj"});
            return true;
        }
        return false;
    }

    /// The preposition belongs to the cue where it stands beside the verb: "called for".
    void add_preposition(TokenIndex phrase) {
        for (const TokenIndex child : syntax_->children(phrase)) {
            if ((syntax_->is(child, "case") || syntax_->is(child, "mark")) && child == verb_ + 1) {
                content_.extra_cue.push_back(child);
            }
        }
    }

    bool find_phrase_to(const std::string &preposition) {
        std::optional<TokenIndex> addressee;
        for (const TokenIndex child : syntax_->children(verb_)) {
            if (syntax_->is(child, "obl") && syntax_->preposition(child) == preposition) {
                addressee = child;
                add_preposition(child);
            }
        }
        const std::optional<TokenIndex> below = syntax_->child(verb_, {"xcomp", "advcl", "ccomp"});
        if (!addressee) {
            return false;
        }
        std::optional<TokenIndex> clause = below;
        if (!clause || *clause < *addressee || verb_form(*clause) != "Inf") {
            // "called on Russia to act": the infinitive may hang below the name.
            clause = syntax_->child(*addressee, "acl");
        }
        if (!clause || verb_form(*clause) != "Inf") {
            content_.extra_cue.clear();
            return false;
        }
        content_.tokens = content_tokens(*syntax_, *clause);
        content_.subject = addressee;
        return true;
    }

    bool find_description() {
        const std::optional<TokenIndex> object = syntax_->child(verb_, "obj");
        if (!object) {
            return false;
        }
        for (const TokenIndex child : syntax_->children(verb_)) {
            if ((syntax_->is(child, "obl") || syntax_->is(child, "xcomp") || syntax_->is(child, "advcl")) &&
                english_->grammar.has("as", syntax_->marker(child))) {
                content_.tokens = content_tokens(*syntax_, *object);
                const std::vector<TokenIndex> rest = content_tokens(*syntax_, child);
                content_.tokens.insert(content_.tokens.end(), rest.begin(), rest.end());
                std::sort(content_.tokens.begin(), content_.tokens.end());
                content_.subject = object;
                return true;
            }
        }
        return false;
    }

    bool find_object() {
        const std::optional<TokenIndex> object =
            syntax_->is_passive(verb_) ? syntax_->child(verb_, "nsubj:pass") : syntax_->child(verb_, "obj");
        if (!object) {
            return false;
        }
        if (feature(syntax_->token(*object).feats, "PronType") == std::string_view("Rel") ||
            feature(syntax_->token(*object).feats, "Reflex")) {
            return false;
        }
        // Somebody supported, quoted or opposed is no content; what they wrote is.
        if (const std::optional<EntityIndex> entity = book_->at(*object);
            entity && syntax_->upos(*object) != Upos::PRON &&
            !english_->organizations.has("document", syntax_->lemma(*object))) {
            return false;
        }
        content_.tokens = content_tokens(*syntax_, *object);
        return true;
    }

    const EntityBook *book_;
    const Syntax *syntax_;
    const English *english_;
    const Quotations *quotations_;
    TokenIndex verb_;
    VerbContent content_;
};

} // namespace

std::optional<VerbContent> find_verb_content(const EntityBook &book, const Quotations &quotations, TokenIndex verb,
                                             const ReportingVerb &reading) {
    ContentFinder finder(book, quotations, verb);
    return finder.find(reading) ? std::optional(finder.take()) : std::nullopt;
}

} // namespace gainsay
