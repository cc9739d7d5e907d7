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

/// "“…,” the agency quoted Reed as saying": who is quoted, where what he said stands in front.
std::optional<TokenIndex> quoted_behind(const EntityBook &book, const FoundAttribution &outer) {
    const Syntax &syntax = book.syntax();
    const std::optional<TokenIndex> object = syntax.child(outer.cue_head, "obj");
    if (!object || outer.content.empty() || outer.content.back() > outer.cue_head || *object < outer.cue_head ||
        !(book.at(*object) || syntax.upos(*object) == Upos::PRON)) {
        return std::nullopt;
    }
    const TokenIndex end = syntax.subtree(*object).back() + 1;
    const bool has_as = end + 1 < syntax.size() && book.english().grammar.has("as", syntax.form(end));
    return has_as && book.english().reporting.find_verb(syntax.lemma(end + 1)) != nullptr ? object : std::nullopt;
}

/// "quoted Reed as saying", "quotes Reed, a judge, saying": who is quoted, where the participle is what was found.
std::optional<TokenIndex> quoted_before(const EntityBook &book, const FoundAttribution &found) {
    const Syntax &syntax = book.syntax();
    const std::optional<TokenIndex> verb = syntax.is(found.cue_head, "advcl") || syntax.is(found.cue_head, "xcomp")
                                               ? syntax.head(found.cue_head)
                                               : std::nullopt;
    const StatementWords &words = book.english().statement;
    if (!verb || *verb > found.cue_head || !words.has("quoting", syntax.lemma(*verb)) ||
        syntax.own_subject(found.cue_head)) {
        return std::nullopt;
    }
    const std::optional<TokenIndex> object = syntax.child(*verb, "obj");
    if (!object || *object < *verb || *object > found.cue_head || !source_entity(book, *object)) {
        return std::nullopt;
    }
    const std::optional<TokenIndex> mark = syntax.child(found.cue_head, "mark");
    const bool has_as = mark && book.english().grammar.has("as", syntax.form(*mark));
    return has_as || words.has("verbatim", syntax.lemma(*verb)) ? object : std::nullopt;
}

} // namespace

void give_back_relayed(const EntityBook &book, const Quotations &quotations, std::vector<FoundAttribution> &all) {
    const Syntax &syntax = book.syntax();
    const auto is_quoted = [&quotations](TokenIndex token) { return quotations.contains(token); };
    for (FoundAttribution &outer : all) {
        for (FoundAttribution &inner : all) {
            if (&inner == &outer || inner.cue_head > outer.cue_head || !inner.source_head ||
                !contains(outer.content, *inner.source_head) || contains(outer.content, inner.cue_head) ||
                contains(inner.content, outer.cue_head) || inner.content.empty() ||
                syntax.sentence_of(inner.cue_head) != syntax.sentence_of(outer.cue_head) ||
                !std::includes(outer.content.begin(), outer.content.end(), inner.content.begin(),
                               inner.content.end())) {
                continue;
            }
            outer.content.insert(outer.content.end(), inner.cue.begin(), inner.cue.end());
            std::sort(outer.content.begin(), outer.content.end());
            if (std::all_of(inner.content.begin(), inner.content.end(),
                            [&](TokenIndex token) { return is_quoted(token) || syntax.upos(token) == Upos::PUNCT; })) {
                std::vector<TokenIndex> more;
                std::copy_if(outer.content.begin(), outer.content.end(), std::back_inserter(more), is_quoted);
                inner.content.insert(inner.content.end(), more.begin(), more.end());
                std::sort(inner.content.begin(), inner.content.end());
                inner.content.erase(std::unique(inner.content.begin(), inner.content.end()), inner.content.end());
                // The next sentences are not told again.
                const TokenIndex end = syntax.sentence(syntax.sentence_of(outer.cue_head)).end_token;
                std::erase_if(outer.content, [end](TokenIndex token) { return token >= end; });
            }
        }
    }
}

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
        const bool is_quoting = book.english().statement.has("quoting", syntax.lemma(outer.cue_head));
        std::optional<TokenIndex> quoted = quoted_before(book, outer);
        if (!quoted && is_quoting) {
            quoted = quoted_behind(book, outer);
        }
        if (quoted) {
            outer.source = source_tokens(syntax, *quoted);
            outer.source_head = quoted;
            outer.source_entity = source_entity(book, *quoted);
        }
        if (quoted || !is_quoting) {
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
        const auto known = std::find_if(all.begin(), all.end(), [&](const FoundAttribution &each) {
            return &each != &outer && contains(each.cue, inner.cue_head);
        });
        if (known != all.end()) {
            known->source = inner.source;
            known->source_head = inner.source_head;
            known->source_entity = inner.source_entity;
            continue;
        }
        added.push_back(std::move(inner));
    }
    all.insert(all.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
    std::stable_sort(all.begin(), all.end(),
                     [](const FoundAttribution &a, const FoundAttribution &b) { return a.cue_head < b.cue_head; });
}

} // namespace gainsay
