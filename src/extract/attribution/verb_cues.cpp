#include "extract/attribution/verb_cues.h"

#include "extract/attribution/source_phrase.h"
#include "extract/attribution/verb_content.h"
#include "extract/attribution/verb_source.h"
#include "extract/factuality/factuality.h"
#include "extract/syntax/token_list.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace gainsay {

namespace {

class VerbCue {
  public:
    VerbCue(const EntityBook &book, const Quotations &quotations, TokenIndex verb)
        : book_(&book), syntax_(&book.syntax()), english_(&book.english()), quotations_(&quotations), verb_(verb) {}

    std::optional<FoundAttribution> find() const {
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
                if (reading.complement != complement) {
                    continue;
                }
                if (std::optional<VerbContent> content = find_verb_content(*book_, *quotations_, verb_, reading)) {
                    return finish(reading, *std::move(content));
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

    /// The verb with its auxiliaries, negation, particle and what stands between them.
    std::vector<TokenIndex> cue_tokens(TokenIndex from, const std::vector<TokenIndex> &extra) const {
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
        for (const TokenIndex child : extra) {
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

    std::optional<FoundAttribution> finish(const ReportingVerb &reading, VerbContent content) const {
        FoundAttribution found;
        found.cue_head = verb_;
        found.source_head = verb_source(*book_, verb_);
        found.stance = is_negated_cue() ? reading.negated : reading.stance;
        TokenIndex first = verb_;
        if (const std::optional<TokenIndex> shift = shifting_verb(*book_, verb_)) {
            found.stance = negation_of(*syntax_, *english_, *shift) ? reading.stance : Stance::declines;
            first = *shift;
            found.source_head = syntax_->subject(*shift);
        } else if (is_possible_cue()) {
            // "could say", "may deny": nobody said it yet.
            return std::nullopt;
        }
        found.cue = cue_tokens(first, content.extra_cue);
        found.content = std::move(content.tokens);
        found.content_subject = content.subject;
        if (found.source_head) {
            take_source(found, first);
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

    /// Who says it, from the head of the phrase; `clause` is the verb or the one above it that shifts it.
    void take_source(FoundAttribution &found, TokenIndex clause) const {
        found.source = source_tokens(*syntax_, *found.source_head);
        // "a statement disputing …", "officials who said …": what is said is no part of who says it.
        if (syntax_->is_below(clause, *found.source_head)) {
            const std::vector<TokenIndex> said = syntax_->subtree(clause);
            found.source.erase(std::remove_if(found.source.begin(), found.source.end(),
                                              [&said](TokenIndex token) { return contains(said, token); }),
                               found.source.end());
            trim_punctuation(*syntax_, found.source);
        }
        found.source_entity = source_entity(*book_, *found.source_head);
        if (found.source_entity || is_written(*book_, *found.source_head)) {
            return;
        }
        if (const std::optional<TokenIndex> above = subject_above_participle(*book_, verb_)) {
            found.source_head = above;
            found.source_entity = source_entity(*book_, *above);
            found.source = source_tokens(*syntax_, *above);
        }
    }

    /// Not by a word of what is quoted.
    bool is_negated_cue() const {
        const std::optional<TokenIndex> negation = negation_of(*syntax_, *english_, verb_);
        return negation && !(quotations_->contains(*negation) && !quotations_->contains(verb_));
    }

    /// "could say"
    bool is_possible_cue() const {
        const auto children = syntax_->children(verb_);
        return std::any_of(children.begin(), children.end(), [this](TokenIndex child) {
            return syntax_->is(child, "aux") && english_->factuality.has("possible", syntax_->lemma(child)) &&
                   !is_negated_cue();
        });
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
};

} // namespace

void find_verb_cue(const EntityBook &book, const Quotations &quotations, TokenIndex token,
                   std::vector<FoundAttribution> &all) {
    if (std::optional<FoundAttribution> found = VerbCue(book, quotations, token).find()) {
        all.push_back(*std::move(found));
    }
}

} // namespace gainsay
