#include "extract/attribution/verb_cues.h"

#include "extract/attribution/source_phrase.h"
#include "extract/factuality/factuality.h"
#include "extract/syntax/token_list.h"

#include <algorithm>

namespace gainsay {

namespace {

class VerbCue {
  public:
    VerbCue(const EntityBook &book, const Quotations &quotations, TokenIndex verb)
        : book_(&book), syntax_(&book.syntax()), english_(&book.english()), quotations_(&quotations), verb_(verb) {}

    std::optional<FoundAttribution> find() {
        if (syntax_->upos(verb_) != Upos::VERB || syntax_->is(verb_, "amod") || syntax_->is(verb_, "case") ||
            syntax_->is(verb_, "compound")) {
            return std::nullopt;
        }
        const std::vector<ReportingVerb> *readings = english_->reporting.find_verb(syntax_->verb_lemma(verb_));
        if (readings == nullptr) {
            readings = english_->reporting.find_verb(syntax_->lemma(verb_));
        }
        if (readings == nullptr || is_muted()) {
            return std::nullopt;
        }
        // In this order: a clause tells more than an object.
        static constexpr Complement order[] = {Complement::clause,      Complement::phrase_to, Complement::object_to,
                                               Complement::infinitive,  Complement::gerund,    Complement::phrase,
                                               Complement::description, Complement::object};
        for (const Complement complement : order) {
            for (const ReportingVerb &reading : *readings) {
                if (reading.complement == complement && find_content(reading)) {
                    return finish(reading);
                }
            }
        }
        return std::nullopt;
    }

  private:
    /// "without denying"
    bool is_muted() const {
        return (syntax_->is(verb_, "advcl") || syntax_->is(verb_, "acl") || syntax_->is(verb_, "obl")) &&
               english_->factuality.has("mute", syntax_->marker(verb_));
    }

    bool find_content(const ReportingVerb &reading) {
        content_.clear();
        extra_cue_.clear();
        content_subject_.reset();
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

    std::string_view verb_form(TokenIndex token) const {
        return feature(syntax_->token(token).feats, "VerbForm").value_or(std::string_view());
    }

    bool find_clause() {
        if (has_thing()) {
            return false;
        }
        if (const std::optional<TokenIndex> clause = syntax_->child(verb_, "ccomp")) {
            content_ = content_tokens(*syntax_, *clause);
            return true;
        }
        const std::optional<TokenIndex> head = syntax_->head(verb_);
        // "The talks, Kerry said, were useful": the cue stands in the clause that it reports.
        if (head && syntax_->is(verb_, "parataxis") && syntax_->own_subject(verb_) && is_clause(*head)) {
            content_ = content_tokens(*syntax_, *head, verb_);
            return true;
        }
        if (head && syntax_->is(verb_, "advcl") && english_->grammar.has("as", syntax_->marker(verb_)) &&
            !syntax_->child(verb_, "obj")) {
            content_ = content_tokens(*syntax_, *head, verb_);
            return true;
        }
        // "Kerry said: …": the parser may hang the clause beside the verb.
        for (const TokenIndex child : syntax_->children(verb_)) {
            if (syntax_->is(child, "parataxis") && is_clause(child) && is_introduced(child)) {
                content_ = content_tokens(*syntax_, child);
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
                content_.push_back(token);
                words += syntax_->upos(token) != Upos::PUNCT ? 1U : 0U;
            }
        }
        constexpr std::size_t least_words = 3;
        if (words >= least_words && !below_subject()) {
            trim_punctuation(*syntax_, content_);
            return true;
        }
        content_.clear();
        // "… he said:" and a quotation behind it.
        const std::size_t next = syntax_->sentence_of(verb_) + 1;
        if (!syntax_->head(verb_) && next < syntax_->document().sentences.size() && sentence.end_token > 0 &&
            syntax_->form(sentence.end_token - 1) == ":") {
            const Sentence &after = syntax_->sentence(next);
            for (TokenIndex token = after.first_token; token < after.end_token; ++token) {
                if (quotations_->contains(token)) {
                    content_.push_back(token);
                }
            }
            return !content_.empty();
        }
        return false;
    }

    /// Whether the quotation is part of the source or of an aside.
    bool below_subject() const {
        const std::optional<TokenIndex> subject = syntax_->own_subject(verb_);
        return subject && syntax_->is_below(content_.front(), *subject);
    }

    bool find_infinitive() {
        const std::optional<TokenIndex> below = syntax_->child(verb_, "xcomp");
        if (!below || verb_form(*below) != "Inf" || !syntax_->child(*below, "mark") ||
            syntax_->child(verb_, {"obj", "iobj"})) {
            return false;
        }
        content_ = content_tokens(*syntax_, *below);
        return true;
    }

    bool find_gerund() {
        for (const TokenIndex child : syntax_->children(verb_)) {
            const bool place = syntax_->is(child, "xcomp") || syntax_->is(child, "ccomp") ||
                               syntax_->is(child, "obj") || syntax_->is(child, "advcl");
            if (place && child > verb_ && verb_form(child) == "Ger" && syntax_->marker(child).empty()) {
                content_ = content_tokens(*syntax_, child);
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
        content_ = content_tokens(*syntax_, *below);
        content_subject_ = object;
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
            content_ = syntax_->subtree(child, [this, child](TokenIndex below) {
                return syntax_->head(below) == child && (syntax_->is(below, "case") || syntax_->is(below, "mark")) &&
                       below < child;
            });
            trim_punctuation(*syntax_, content_);
            if (content_.empty()) {
                continue;
            }
            add_preposition(child);
            content_subject_ = syntax_->is_passive(verb_) ? syntax_->child(verb_, "nsubj:pass")
                                                          : syntax_->child(verb_, {"obj", "iobj"});
            return true;
        }
        return false;
    }

    /// The preposition belongs to the cue where it stands beside the verb: "called for".
    void add_preposition(TokenIndex phrase) {
        for (const TokenIndex child : syntax_->children(phrase)) {
            if ((syntax_->is(child, "case") || syntax_->is(child, "mark")) && child == verb_ + 1) {
                extra_cue_.push_back(child);
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
            extra_cue_.clear();
            return false;
        }
        content_ = content_tokens(*syntax_, *clause);
        content_subject_ = addressee;
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
                content_ = content_tokens(*syntax_, *object);
                const std::vector<TokenIndex> rest = content_tokens(*syntax_, child);
                content_.insert(content_.end(), rest.begin(), rest.end());
                std::sort(content_.begin(), content_.end());
                content_subject_ = object;
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
        content_ = content_tokens(*syntax_, *object);
        return true;
    }

    std::optional<TokenIndex> source() const {
        if (syntax_->is_passive(verb_)) {
            return syntax_->child(verb_, "obl:agent");
        }
        // "a statement disputing …", "officials saying …"
        if (const std::optional<TokenIndex> noun = syntax_->head(verb_);
            noun && syntax_->relation(verb_) == "acl" && !syntax_->own_subject(verb_) && syntax_->is_nominal(*noun) &&
            *noun < verb_ && (verb_form(verb_) == "Ger" || verb_form(verb_) == "Part")) {
            return noun;
        }
        // "quotes officials as saying …"
        if (const std::optional<TokenIndex> quoting = syntax_->head(verb_);
            quoting && (syntax_->is(verb_, "advcl") || syntax_->is(verb_, "xcomp")) &&
            (verb_form(verb_) == "Ger" || verb_form(verb_) == "Part") &&
            english_->grammar.has("as", syntax_->marker(verb_))) {
            const std::optional<TokenIndex> quoted = syntax_->is_passive(*quoting)
                                                         ? syntax_->child(*quoting, "nsubj:pass")
                                                         : syntax_->child(*quoting, "obj");
            if (quoted && !syntax_->own_subject(verb_)) {
                return quoted;
            }
        }
        std::optional<TokenIndex> subject = syntax_->subject(verb_);
        // "officials who said": the pronoun's noun.
        if (subject && feature(syntax_->token(*subject).feats, "PronType") == std::string_view("Rel")) {
            const std::optional<TokenIndex> noun = syntax_->head(verb_);
            if (noun && *noun < verb_ && syntax_->is(verb_, "acl") && syntax_->is_nominal(*noun)) {
                return noun;
            }
        }
        if (subject && (syntax_->is(*subject, "expl") || syntax_->is(*subject, "csubj"))) {
            return std::nullopt;
        }
        return subject;
    }

    /// The verb with its auxiliaries, negation, particle and what stands between them.
    std::vector<TokenIndex> cue_tokens(TokenIndex from) const {
        TokenIndex first = verb_;
        TokenIndex last = verb_;
        for (const TokenIndex child : syntax_->children(verb_)) {
            const bool belongs = syntax_->is(child, "aux") || syntax_->is(child, "compound:prt") ||
                                 (syntax_->is(child, "advmod") && child + 1 == verb_);
            if (belongs) {
                first = std::min(first, child);
                last = std::max(last, child);
            }
        }
        for (const TokenIndex child : extra_cue_) {
            last = std::max(last, child);
        }
        // A subject between auxiliary and verb ("did he say") ends the group.
        for (TokenIndex token = first; token < verb_; ++token) {
            if (syntax_->is(token, "nsubj")) {
                first = token + 1;
            }
        }
        first = std::min(first, from);
        std::vector<TokenIndex> cue;
        for (TokenIndex token = first; token <= last; ++token) {
            cue.push_back(token);
        }
        return cue;
    }

    /// A verb above that says that nothing was said: "refused to say", "stopped short of saying".
    std::optional<TokenIndex> shifting_verb() const {
        std::optional<TokenIndex> head = syntax_->head(verb_);
        // "stopped short of saying" hangs on "short".
        if (head && syntax_->upos(*head) != Upos::VERB && *head < verb_) {
            const std::optional<TokenIndex> above = syntax_->head(*head);
            if (above && english_->factuality.has("shift", syntax_->lemma(*above) + " " + syntax_->form(*head))) {
                return above;
            }
        }
        if (!head || syntax_->upos(*head) != Upos::VERB || *head > verb_ ||
            !(syntax_->is(verb_, "xcomp") || syntax_->is(verb_, "advcl") || syntax_->is(verb_, "ccomp") ||
              syntax_->is(verb_, "obl"))) {
            return std::nullopt;
        }
        const FactualityCues &words = english_->factuality;
        if (words.has("shift", syntax_->lemma(*head))) {
            return head;
        }
        for (TokenIndex token = *head + 1; token < verb_ && token <= *head + 2; ++token) {
            if (words.has("shift", syntax_->lemma(*head) + " " + syntax_->form(token))) {
                return head;
            }
        }
        return std::nullopt;
    }

    std::optional<FoundAttribution> finish(const ReportingVerb &reading) {
        FoundAttribution found;
        found.cue_head = verb_;
        found.content = content_;
        found.content_subject = content_subject_;
        found.source_head = source();
        found.stance = reading.stance;
        if (is_negated_cue()) {
            found.stance = reading.negated;
        }
        TokenIndex first = verb_;
        if (const std::optional<TokenIndex> shift = shifting_verb()) {
            found.stance = negation_of(*syntax_, *english_, *shift) ? reading.stance : Stance::declines;
            first = *shift;
            found.source_head = syntax_->subject(*shift);
        } else if (const std::optional<Modality> modal = modal_of_cue(); modal == Modality::possible) {
            // "could say", "may deny": nobody said it yet.
            return std::nullopt;
        }
        found.cue = cue_tokens(first);
        if (found.source_head) {
            found.source = source_tokens(*syntax_, *found.source_head);
            // "a statement disputing …", "officials who said …": what is said is no part of who says it.
            const TokenIndex clause = first;
            if (syntax_->is_below(clause, *found.source_head)) {
                const std::vector<TokenIndex> said = syntax_->subtree(clause);
                found.source.erase(std::remove_if(found.source.begin(), found.source.end(),
                                                  [&said](TokenIndex token) { return contains(said, token); }),
                                   found.source.end());
                trim_punctuation(*syntax_, found.source);
            }
            found.source_entity = source_entity(*book_, *found.source_head);
            if (!found.source_entity && !is_written(*book_, *found.source_head)) {
                take_subject_above(found);
            }
            // "aid, which will support reforms": nobody speaks.
            if (!found.source_entity && reading.complement != Complement::clause && syntax_->is(verb_, "acl:relcl")) {
                return std::nullopt;
            }
        } else if (!syntax_->is_passive(verb_) && reading.complement != Complement::clause) {
            return std::nullopt;
        }
        remove_overlap(found);
        found.confidence = confidence(reading, found);
        return found;
    }

    /// "Norway has given it to its fish (all the time denying any cases)": a participle that hangs on a noun which is
    /// nobody is said of whoever does what the clause around it tells.
    void take_subject_above(FoundAttribution &found) const {
        if (syntax_->own_subject(verb_) || (verb_form(verb_) != "Part" && verb_form(verb_) != "Ger") ||
            syntax_->is_passive(verb_)) {
            return;
        }
        // "a plan calling for more": the plan does.
        const TokenIndex begin = syntax_->subtree(verb_).front();
        if (syntax_->upos(begin) != Upos::PUNCT && (begin == 0 || syntax_->upos(begin - 1) != Upos::PUNCT)) {
            return;
        }
        std::optional<TokenIndex> above = syntax_->head(verb_);
        constexpr int most_steps = 6;
        for (int steps = 0; above && steps < most_steps; ++steps, above = syntax_->head(*above)) {
            const std::optional<TokenIndex> subject =
                syntax_->upos(*above) == Upos::VERB ? syntax_->own_subject(*above) : std::nullopt;
            const std::optional<EntityIndex> entity = subject ? source_entity(*book_, *subject) : std::nullopt;
            if (entity && *subject < verb_) {
                found.source_head = subject;
                found.source_entity = entity;
                found.source = source_tokens(*syntax_, *subject);
                return;
            }
        }
    }

    /// Not by a word of what is quoted.
    bool is_negated_cue() const {
        const std::optional<TokenIndex> negation = negation_of(*syntax_, *english_, verb_);
        return negation && !(quotations_->contains(*negation) && !quotations_->contains(verb_));
    }

    std::optional<Modality> modal_of_cue() const {
        for (const TokenIndex child : syntax_->children(verb_)) {
            if (syntax_->is(child, "aux") && english_->factuality.has("possible", syntax_->lemma(child)) &&
                !is_negated_cue()) {
                return Modality::possible;
            }
        }
        return std::nullopt;
    }

    /// Source and cue are no part of the content (quotations may have been cut around them).
    static void remove_overlap(FoundAttribution &found) {
        const auto is_role = [&found](TokenIndex token) {
            return std::find(found.source.begin(), found.source.end(), token) != found.source.end() ||
                   std::find(found.cue.begin(), found.cue.end(), token) != found.cue.end();
        };
        found.content.erase(std::remove_if(found.content.begin(), found.content.end(), is_role), found.content.end());
    }

    double confidence(const ReportingVerb &reading, const FoundAttribution &found) const {
        double value = reading.complement == Complement::clause   ? 0.95
                       : reading.complement == Complement::object ? 0.75
                                                                  : 0.85;
        if (!found.source_entity) {
            value -= found.source_head && is_written(*book_, *found.source_head) ? 0.04 : 0.15;
        }
        if (!found.source_head) {
            value -= 0.1;
        }
        return value;
    }

    const EntityBook *book_;
    const Syntax *syntax_;
    const English *english_;
    const Quotations *quotations_;
    TokenIndex verb_;
    std::vector<TokenIndex> content_;
    std::vector<TokenIndex> extra_cue_;
    std::optional<TokenIndex> content_subject_;
};

} // namespace

void find_verb_cue(const EntityBook &book, const Quotations &quotations, TokenIndex token,
                   std::vector<FoundAttribution> &all) {
    if (std::optional<FoundAttribution> found = VerbCue(book, quotations, token).find()) {
        all.push_back(*std::move(found));
    }
}

} // namespace gainsay
