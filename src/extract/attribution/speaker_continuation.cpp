#include "extract/attribution/speaker_continuation.h"

#include "extract/mentions/person_sex.h"
#include "extract/syntax/token_list.h"
#include "graph_schema/node_kind.h"

#include <algorithm>

namespace gainsay {

namespace {

bool is_third_person(const Syntax &syntax, TokenIndex token) {
    return syntax.upos(token) == Upos::PRON && feature(syntax.token(token).feats, "Person") == std::string_view("3") &&
           feature(syntax.token(token).feats, "PronType") == std::string_view("Prs");
}

class SpeakerContinuation {
  public:
    SpeakerContinuation(EntityBook &book, const Quotations &quotations)
        : book_(&book), syntax_(&book.syntax()), quotations_(&quotations) {}

    void run(std::vector<FoundAttribution> &all) {
        std::vector<FoundAttribution *> ordered;
        for (FoundAttribution &each : all) {
            if (!quotations_->contains(each.cue_head)) {
                ordered.push_back(&each);
            }
        }
        std::stable_sort(ordered.begin(), ordered.end(), [](const FoundAttribution *a, const FoundAttribution *b) {
            return a->cue_head < b->cue_head;
        });
        const FoundAttribution *before = nullptr;
        for (FoundAttribution *each : ordered) {
            if (before != nullptr && !is_told(*each, *before->source_entity) &&
                (is_open(*each) || is_taken_from_quotation(*before, *each)) && is_near(*before, *each) &&
                can_be(*before, *each->source_head)) {
                each->source_entity = before->source_entity;
                if (is_plural(*each->source_head)) {
                    each->joint_sources = before->joint_sources;
                }
                book_->mark_doubtful(*each->source_head);
            }
            if (each->source_entity) {
                before = each;
            }
        }
    }

  private:
    /// A pronoun as source, and words that are quoted or go on ("They also wrote").
    bool is_open(const FoundAttribution &found) const {
        if (found.source_entity || !found.source_head || found.content.empty() ||
            !is_third_person(*syntax_, *found.source_head) || quotations_->contains(*found.source_head)) {
            return false;
        }
        const bool quoted = std::any_of(found.content.begin(), found.content.end(),
                                        [this](TokenIndex token) { return quotations_->contains(token); });
        const std::span<const TokenIndex> children = syntax_->children(found.cue_head);
        return quoted || std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
                   return syntax_->is(child, "advmod") &&
                          book_->english().statement.has("opening", syntax_->form(child));
               });
    }

    /// "“She knew when to stop,” she said" behind what somebody else said: whom the pronoun was given to is whom he
    /// tells, or has not been told of outside quotations since; who is talked of is not who talks.
    bool is_taken_from_quotation(const FoundAttribution &before, const FoundAttribution &found) const {
        if (!found.source_entity || !found.source_head || found.source_entity == before.source_entity ||
            !is_third_person(*syntax_, *found.source_head) || quotations_->contains(*found.source_head) ||
            is_plural(*found.source_head) || syntax_->upos(before.cue_head) != Upos::VERB || !is_mostly_quoted(found)) {
            return false;
        }
        if (is_told(found, *found.source_entity)) {
            return true;
        }
        bool is_talked_of = false;
        for (TokenIndex token = before.cue_head + 1; token < *found.source_head; ++token) {
            if (book_->covering(token) == found.source_entity) {
                if (!quotations_->contains(token)) {
                    return false;
                }
                is_talked_of = true;
            }
        }
        // "the official" may be who was named later.
        return is_talked_of || book_->entity(*before.source_entity).named;
    }

    /// "he told Mr. Brekke"
    bool is_told(const FoundAttribution &found, EntityIndex entity) const {
        const std::span<const TokenIndex> children = syntax_->children(found.cue_head);
        return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
            return (syntax_->is(child, "obj") || syntax_->is(child, "iobj") || syntax_->is(child, "obl")) &&
                   !contains(found.content, child) && book_->covering(child) == entity;
        });
    }

    bool is_mostly_quoted(const FoundAttribution &found) const {
        const auto quoted = std::count_if(found.content.begin(), found.content.end(),
                                          [this](TokenIndex token) { return quotations_->contains(token); });
        return 2 * static_cast<std::size_t>(quoted) > found.content.size();
    }

    bool is_near(const FoundAttribution &before, const FoundAttribution &found) const {
        std::size_t paragraphs = 0;
        for (std::size_t s = syntax_->sentence_of(before.cue_head) + 1; s <= syntax_->sentence_of(*found.source_head);
             ++s) {
            paragraphs += starts_paragraph(syntax_->document(), s) ? 1U : 0U;
        }
        return paragraphs <= 1;
    }

    bool is_plural(TokenIndex pronoun) const {
        return feature(syntax_->token(pronoun).feats, "Number") == std::string_view("Plur");
    }

    /// One person for "he" and "she", not of the other sex; several for "they".
    bool can_be(const FoundAttribution &before, TokenIndex pronoun) const {
        const Entity &entity = book_->entity(*before.source_entity);
        if (is_plural(pronoun)) {
            return !before.joint_sources.empty() || entity.type == NodeKind::Group;
        }
        const std::string_view gender = feature(syntax_->token(pronoun).feats, "Gender").value_or(std::string_view());
        if (gender != "Masc" && gender != "Fem") {
            return entity.type == NodeKind::Organization || entity.type == NodeKind::Outlet;
        }
        const Gender own = sex_by_first_name(book_->english(), entity);
        return entity.type == NodeKind::Person && before.joint_sources.empty() &&
               (own == Gender::unknown || (own == Gender::male) == (gender == "Masc"));
    }

    EntityBook *book_;
    const Syntax *syntax_;
    const Quotations *quotations_;
};

} // namespace

void continue_speakers(EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &all) {
    SpeakerContinuation(book, quotations).run(all);
}

} // namespace gainsay
