#include "extract/attribution/relayed_speech.h"

#include "extract/attribution/source_phrase.h"
#include "extract/syntax/token_list.h"

#include <algorithm>
#include <iterator>

namespace gainsay {

namespace {

bool are_mutual(const FoundAttribution &one, const FoundAttribution &other) {
    return contains(one.content, other.cue_head) && contains(other.content, one.cue_head);
}

void remove_tokens(std::vector<TokenIndex> &from, const std::vector<TokenIndex> &what) {
    std::erase_if(from, [&what](TokenIndex token) { return contains(what, token); });
}

/// The participle that a quoted speaker's words hang on: "as saying", "describing".
std::optional<std::size_t> participle_in(const EntityBook &book, const std::vector<TokenIndex> &content) {
    const Syntax &syntax = book.syntax();
    constexpr std::size_t most_words_of_speaker = 12;
    for (std::size_t i = 1; i + 1 < content.size() && i <= most_words_of_speaker; ++i) {
        const TokenIndex token = content[i];
        const bool participle = syntax.upos(token) == Upos::VERB &&
                                (feature(syntax.token(token).feats, "VerbForm") == std::string_view("Ger") ||
                                 (feature(syntax.token(token).feats, "VerbForm") == std::string_view("Part") &&
                                  feature(syntax.token(token).feats, "Tense") == std::string_view("Pres")));
        if (participle && book.english().reporting.find_verb(syntax.lemma(token)) != nullptr) {
            return i;
        }
        // A finite verb or a mark of quotation before it: the words are the content themselves.
        if (syntax.upos(token) == Upos::VERB && !participle) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

} // namespace

void take_out_relays(const EntityBook &book, std::vector<FoundAttribution> &all) {
    const Syntax &syntax = book.syntax();
    const auto is_outlet = [&book](const FoundAttribution &each) {
        return each.source_entity && book.entity(*each.source_entity).type == NodeKind::Outlet;
    };
    for (FoundAttribution &inner : all) {
        for (const FoundAttribution &outer : all) {
            // The one that stands behind tells whose report it is.
            if (&inner == &outer || !are_mutual(inner, outer) || outer.cue_head < inner.cue_head || is_outlet(inner)) {
                continue;
            }
            remove_tokens(inner.content, outer.cue);
            remove_tokens(inner.content, outer.source);
            trim_punctuation(syntax, inner.content);
        }
    }
}

void cut_concessions(const EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &all) {
    const Syntax &syntax = book.syntax();
    for (FoundAttribution &outer : all) {
        for (const FoundAttribution &inner : all) {
            const TokenIndex cue = inner.cue_head;
            if (&inner == &outer || !contains(outer.content, cue) || quotations.contains(cue) || !inner.source_head ||
                !contains(outer.content, *inner.source_head) || !syntax.is(cue, "advcl")) {
                continue;
            }
            const std::optional<TokenIndex> mark = syntax.child(cue, "mark");
            if (mark && book.english().grammar.has("concession", syntax.form(*mark)) && *mark > outer.content.front()) {
                remove_tokens(outer.content, syntax.subtree(cue));
                trim_punctuation(syntax, outer.content);
            }
        }
    }
}

void add_quoted_speakers(const EntityBook &book, std::vector<FoundAttribution> &all) {
    const Syntax &syntax = book.syntax();
    std::vector<FoundAttribution> added;
    for (FoundAttribution &outer : all) {
        if (!book.english().statement.has("quoting", syntax.lemma(outer.cue_head))) {
            continue;
        }
        const std::optional<std::size_t> at = participle_in(book, outer.content);
        if (!at) {
            continue;
        }
        const auto split = outer.content.begin() + static_cast<std::ptrdiff_t>(*at);
        FoundAttribution inner = outer;
        inner.nested_in = std::nullopt;
        inner.source.assign(outer.content.begin(), split);
        const bool has_as =
            syntax.upos(inner.source.back()) == Upos::ADP || syntax.upos(inner.source.back()) == Upos::SCONJ;
        inner.cue = {*split};
        if (has_as) {
            inner.source.pop_back();
        }
        trim_source(syntax, inner.source);
        const std::optional<TokenIndex> head = nominal_head(syntax, inner.source);
        if (!head) {
            continue;
        }
        inner.cue_head = *split;
        inner.content.assign(split + 1, outer.content.end());
        trim_punctuation(syntax, inner.content);
        inner.source_head = head;
        inner.source_entity = source_entity(book, *head);
        inner.content_subject = std::nullopt;
        const std::vector<ReportingVerb> *readings = book.english().reporting.find_verb(syntax.lemma(*split));
        inner.stance = readings->front().stance;
        if (inner.content.empty()) {
            continue;
        }
        outer.is_statement = false;
        const bool is_known = std::any_of(all.begin(), all.end(), [&](const FoundAttribution &each) {
            return &each != &outer && contains(each.cue, inner.cue_head);
        });
        if (is_known) {
            continue;
        }
        added.push_back(std::move(inner));
    }
    all.insert(all.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
    std::stable_sort(all.begin(), all.end(),
                     [](const FoundAttribution &a, const FoundAttribution &b) { return a.cue_head < b.cue_head; });
}

} // namespace gainsay
