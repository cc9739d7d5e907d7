#include "extract/attribution/performed_stance.h"

#include "extract/factuality/factuality.h"

#include <algorithm>

namespace gainsay {

namespace {

std::optional<TokenIndex> top_of(const Syntax &syntax, const std::vector<TokenIndex> &content) {
    const auto found = std::find_if(content.begin(), content.end(), [&](TokenIndex token) {
        const std::optional<TokenIndex> head = syntax.head(token);
        return syntax.is_predicate(token) && (!head || !std::binary_search(content.begin(), content.end(), *head));
    });
    return found == content.end() ? std::nullopt : std::optional(*found);
}

bool is_act(Stance stance) {
    return stance == Stance::demands || stance == Stance::denies || stance == Stance::rejects ||
           stance == Stance::warns || stance == Stance::accuses;
}

} // namespace

std::optional<Stance> performed_stance(const EntityBook &book, const Quotations &quotations,
                                       const std::vector<TokenIndex> &content) {
    const Syntax &syntax = book.syntax();
    const std::optional<TokenIndex> top = top_of(syntax, content);
    if (!top || !quotations.contains(*top) || syntax.upos(*top) != Upos::VERB) {
        return std::nullopt;
    }
    const std::string &feats = syntax.token(*top).feats;
    const std::optional<TokenIndex> subject = syntax.own_subject(*top);
    if (!subject) {
        return feature(feats, "Mood") == std::string_view("Imp") ? std::optional(Stance::demands) : std::nullopt;
    }
    const bool first_person = feature(syntax.token(*subject).feats, "Person") == std::string_view("1");
    const bool present = feature(feats, "Tense") == std::string_view("Pres");
    if (!first_person || !present || negation_of(syntax, book.english(), *top)) {
        return std::nullopt;
    }
    const std::vector<ReportingVerb> *readings = book.english().reporting.find_verb(syntax.verb_lemma(*top));
    if (readings == nullptr || readings->empty() || !is_act(readings->front().stance)) {
        return std::nullopt;
    }
    return readings->front().stance;
}

} // namespace gainsay
