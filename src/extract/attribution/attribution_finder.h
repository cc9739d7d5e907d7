#pragma once

#include "extract/mentions/entity_book.h"
#include "extract/syntax/quotations.h"

#include <optional>
#include <vector>

namespace gainsay {

/// How sure the network is of what it read, 0 to 1, and whether the lists say the same. All is 0 where the lists alone
/// found it.
struct ReadingCertainty {
    /// Of the cue and the content's words, of the source's words, of the content's least sure border.
    float whole = 0;
    float source = 0;
    float border = 0;
    /// Of the stance that is printed; 0 where it read another one.
    float stance = 0;
    /// The lists find the cue too; with this stance, with this source.
    bool is_listed = false;
    bool has_listed_stance = false;
    bool has_listed_source = false;
};

/// An attribution by its tokens, in the order of the text.
struct FoundAttribution {
    std::vector<TokenIndex> source;
    std::vector<TokenIndex> cue;
    std::vector<TokenIndex> content;
    /// The verb or noun that reports.
    TokenIndex cue_head = 0;
    /// The head of the source's phrase.
    std::optional<TokenIndex> source_head;
    std::optional<EntityIndex> source_entity;
    /// Who says the same beside it: "Germany and France said".
    std::vector<EntityIndex> joint_sources;
    /// Who does what the content tells, where that is not the content's own subject.
    std::optional<TokenIndex> content_subject;
    /// Whom the speaker tells it, as an object of the verb.
    std::optional<TokenIndex> addressee;
    /// Words of the content that only lead to what is said: "Reed of" in "accused Reed of lying". In order of the text.
    std::vector<TokenIndex> unsaid;
    Stance stance = Stance::asserts;
    /// Not so where it only passes on what another states, or where nobody says it.
    bool is_statement = true;
    /// No word of the cue is known to report and the content is no clause ("passed the bill"): what annotators call an
    /// attribution and readers mostly an action.
    bool is_act = false;
    /// Denies what the clause in front of it says, in the same sentence: "…, a charge that he denies".
    bool answers_clause = false;
    double confidence = 1;
    /// 0 to 1, as the network reads it: that nothing is said to be so but felt ("hopes", "is glad"), that nothing is
    /// said at all ("if he says", "never said that").
    float feeling = 0;
    float no_statement = 0;
    ReadingCertainty reading = {};
    /// Position in the list.
    std::optional<std::size_t> nested_in;
};

class AttributionNetwork;

/// All attributions of a document, by their cues' place in the text. The book must have all mentions but first persons.
/// With a network (whose vectors the tokens must have) it finds the outermost and the lists of verbs and nouns what is
/// nested in them; without one the lists find all.
std::vector<FoundAttribution> find_attributions(const EntityBook &book, const Quotations &quotations,
                                                const AttributionNetwork *network);

/// Whether the phrase stands for what was said before: "this", "the charges".
bool is_anaphoric_content(const Syntax &syntax, const English &english, const FoundAttribution &attribution);

} // namespace gainsay
