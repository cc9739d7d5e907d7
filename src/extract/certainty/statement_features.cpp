#include "extract/certainty/statement_features.h"

#include "extract/proposition/statement_worth.h"
#include "extract/syntax/token_features.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>

namespace gainsay {

namespace {

/// Fills the features in the order of their names.
class FeatureList {
  public:
    void add(double value) { values_[next_++] = value; }
    void add_flag(bool value) { add(value ? 1 : 0); }
    void add_bytes(std::size_t bytes, std::size_t most) { add(static_cast<double>(std::min(bytes, most))); }
    void add_count(std::size_t count) { add(static_cast<double>(count)); }
    bool is_full() const { return next_ == values_.size(); }
    const StatementFeatures &values() const { return values_; }

  private:
    StatementFeatures values_{};
    std::size_t next_ = 0;
};

class StatementReader {
  public:
    StatementReader(const EntityBook &book, const Quotations &quotations, const FoundAttribution &found,
                    const Attribution &statement, const Proposition &proposition)
        : book_(&book), syntax_(&book.syntax()), quotations_(&quotations), found_(&found), statement_(&statement),
          proposition_(&proposition) {
        for (const TokenIndex token : found.content) {
            if (proposition.span.contains(syntax_->token(token).span)) {
                tokens_.push_back(token);
            }
        }
    }

    StatementFeatures read() {
        add_certainty();
        add_stance();
        add_speaker();
        add_source();
        add_cue();
        add_content();
        add_label();
        add_place();
        return list_.values();
    }

  private:
    void add_certainty() {
        constexpr double most = 0.98;
        const double sure = std::clamp(statement_->confidence, 1 - most, most);
        list_.add(std::log(sure / (1 - sure)));
        list_.add(static_cast<double>(found_->reading.whole));
        list_.add(static_cast<double>(found_->reading.source));
        list_.add(static_cast<double>(found_->reading.border));
        list_.add(static_cast<double>(found_->reading.stance));
        list_.add(static_cast<double>(found_->feeling));
        list_.add(static_cast<double>(found_->no_statement));
        list_.add_flag(found_->reading.is_listed);
        list_.add_flag(found_->reading.has_listed_stance);
        list_.add_flag(found_->reading.has_listed_source);
    }

    void add_stance() {
        const Stance stance = stance_of(*statement_, *proposition_);
        for (const Stance each :
             {Stance::asserts, Stance::denies, Stance::rejects, Stance::accuses, Stance::demands, Stance::promises,
              Stance::warns, Stance::suggests, Stance::questions, Stance::declines, Stance::agrees}) {
            list_.add_flag(stance == each);
        }
        list_.add_flag(proposition_->stance && proposition_->stance != statement_->stance);
    }

    void add_speaker() {
        const Entity *speaker = statement_->source_entity ? &book_->entity(*statement_->source_entity) : nullptr;
        for (const NodeKind kind : {NodeKind::Person, NodeKind::Organization, NodeKind::Group, NodeKind::Outlet}) {
            list_.add_flag(speaker != nullptr && speaker->type == kind);
        }
        list_.add_flag(speaker != nullptr && speaker->named);
        list_.add_count(speaker != nullptr ? speaker->mentions.size() : 0);
    }

    void add_source() {
        std::vector<TokenIndex> words = found_->source;
        std::erase_if(words, [this](TokenIndex token) { return syntax_->upos(token) == Upos::PUNCT; });
        const std::optional<TokenIndex> head = found_->source_head;
        list_.add_count(words.size());
        list_.add_flag(!words.empty() && is_in_name(words.back()));
        list_.add_flag(!words.empty() && book_->english().grammar.has("definite", syntax_->form(words.front())));
        list_.add_flag(head && syntax_->upos(*head) == Upos::PRON);
        list_.add_flag(head && syntax_->upos(*head) == Upos::PRON && book_->is_doubtful(*head));
        list_.add_flag(head && syntax_->upos(*head) == Upos::PROPN);
        list_.add_flag(head && syntax_->is(*head, "nsubj"));
        list_.add_flag(head && has_feature(*syntax_, *head, "Number", "Plur"));
        constexpr std::size_t far = 400;
        const std::size_t cue = cue_begin();
        const std::size_t source = statement_->source.empty() ? cue : statement_->source.front().begin;
        list_.add_bytes(source > cue ? source - cue : cue - source, far);
        list_.add_count(found_->joint_sources.size());
    }

    void add_cue() {
        const TokenIndex cue = found_->cue_head;
        list_.add_count(found_->cue.size());
        list_.add_flag(syntax_->upos(cue) == Upos::VERB);
        list_.add_flag(has_feature(*syntax_, cue, "Tense", "Past"));
        list_.add_flag(is_ing_form(*syntax_, cue));
        list_.add_flag(syntax_->child(cue, "aux").has_value());
        list_.add_flag(syntax_->child(cue, "advmod").has_value());
        list_.add_flag(syntax_->own_subject(cue).has_value());
    }

    void add_content() {
        constexpr std::size_t long_content = 2000;
        constexpr std::size_t far = 1500;
        std::size_t bytes = 0;
        std::size_t pieces = 0;
        for (const ByteSpan &piece : statement_->content) {
            bytes += piece.end - piece.begin;
            pieces += piece.overlaps(proposition_->span) ? 1U : 0U;
        }
        const std::size_t own = proposition_->span.end - proposition_->span.begin;
        list_.add_bytes(bytes, long_content);
        list_.add_count(statement_->propositions.size());
        list_.add(bytes > 0 ? static_cast<double>(own) / static_cast<double>(bytes) : 0);
        list_.add_flag(proposition_->span == statement_->propositions.front().span);
        const std::size_t cue = cue_begin();
        const std::size_t begin = proposition_->span.begin;
        list_.add(begin >= cue ? static_cast<double>(std::min(begin - cue, far))
                               : -static_cast<double>(std::min(cue - begin, far)));
        list_.add_count(tokens_.size());
        const auto quoted = std::count_if(tokens_.begin(), tokens_.end(),
                                          [this](TokenIndex token) { return quotations_->contains(token); });
        list_.add(tokens_.empty() ? -1 : static_cast<double>(quoted) / static_cast<double>(tokens_.size()));
        // But for the full stop and a closing mark.
        list_.add_flag(!tokens_.empty() &&
                       syntax_->sentence(syntax_->sentence_of(tokens_.back())).end_token <= tokens_.back() + 2);
        list_.add_flag(found_->nested_in.has_value());
        list_.add_flag(pieces > 1);
    }

    void add_label() {
        constexpr std::string_view mark = "\u201c";
        const std::string &label = proposition_->statement.empty() ? proposition_->text : proposition_->statement;
        const bool is_quotation = label.starts_with(mark);
        list_.add_count(label.size());
        list_.add_flag(is_quotation);
        list_.add_flag(std::string_view(label).substr(is_quotation ? mark.size() : 0).starts_with('['));
        list_.add_flag(proposition_->points_back);
        list_.add_flag(proposition_->is_vague);
        list_.add_flag(proposition_->subject && proposition_->subject == statement_->source_entity);
        list_.add_count(proposition_->predicates.size());
    }

    void add_place() {
        const TokenIndex first = tokens_.empty() ? found_->cue_head : tokens_.front();
        list_.add_flag(syntax_->document().zone_at(syntax_->token(first).span.begin) == Zone::body);
        list_.add_count(syntax_->sentence_of(first));
        list_.add_flag(proposition_->is_phrase);
        const StatementWorth worth(*book_, *quotations_, *found_);
        list_.add_flag(worth.takes_object(found_->cue_head));
        list_.add_flag(worth.tells_some_event(tokens_));
        list_.add_flag(syntax_->upos(first) == Upos::PRON);
        list_.add_flag(syntax_->upos(first) == Upos::ADP);
        list_.add_flag(syntax_->upos(first) == Upos::DET);
        list_.add_count(
            static_cast<std::size_t>(std::count_if(tokens_.begin(), tokens_.end(), [this](TokenIndex token) {
                const Upos tag = syntax_->upos(token);
                return tag == Upos::NOUN || tag == Upos::VERB || tag == Upos::ADJ || tag == Upos::NUM ||
                       tag == Upos::PROPN;
            })));
        list_.add_flag(syntax_->form(found_->cue_head).front() == '@');
    }

    /// "Reed" of "Ann Reed": not "the senator".
    bool is_in_name(TokenIndex token) const {
        if (!statement_->source_entity) {
            return false;
        }
        const std::vector<std::string> words =
            split_list(name_key(book_->entity(*statement_->source_entity).name), ' ');
        return std::find(words.begin(), words.end(), name_key(syntax_->form(token))) != words.end();
    }

    std::size_t cue_begin() const {
        return statement_->cue.empty() ? statement_->content.front().begin : statement_->cue.front().begin;
    }

    const EntityBook *book_;
    const Syntax *syntax_;
    const Quotations *quotations_;
    const FoundAttribution *found_;
    const Attribution *statement_;
    const Proposition *proposition_;
    /// Of the proposition, where it is of the content: what a denial answers stands elsewhere.
    std::vector<TokenIndex> tokens_;
    FeatureList list_;
};

} // namespace

StatementFeatures statement_features(const EntityBook &book, const Quotations &quotations,
                                     const FoundAttribution &found, const Attribution &statement,
                                     const Proposition &proposition) {
    return StatementReader(book, quotations, found, statement, proposition).read();
}

} // namespace gainsay
