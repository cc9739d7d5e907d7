#include "extract/attribution/source_phrase.h"

#include "extract/syntax/token_list.h"

#include <algorithm>

namespace gainsay {

namespace {

bool is_mark_to_trim(const Syntax &syntax, TokenIndex token) {
    if (syntax.upos(token) != Upos::PUNCT) {
        return false;
    }
    const std::string &form = syntax.form(token);
    return form == "," || form == "." || form == ";" || form == ":" || form == "-" || form == "--" ||
           form == "\u2013" || form == "\u2014";
}

/// A spokesman without a name speaks for the body that is named beside him.
std::optional<EntityIndex> spoken_for(const EntityBook &book, TokenIndex spokesman) {
    const Syntax &syntax = book.syntax();
    for (const TokenIndex child : syntax.children(spokesman)) {
        const std::optional<EntityIndex> body = book.of_phrase(child);
        const bool owner =
            syntax.is(child, "nmod:poss") || syntax.is(child, "compound") ||
            (syntax.is(child, "nmod") && book.english().grammar.has("voice_of", syntax.preposition(child)));
        if (body && owner &&
            (book.entity(*body).type == NodeKind::Organization || book.entity(*body).type == NodeKind::Country)) {
            return body;
        }
    }
    return std::nullopt;
}

/// "the ministry's statement", "Trump's lawyers": whose it is, for things that were written.
std::optional<EntityIndex> author_of(const EntityBook &book, TokenIndex document) {
    const Syntax &syntax = book.syntax();
    for (const TokenIndex child : syntax.children(document)) {
        const std::string_view relation = syntax.relation(child);
        // "Kentucky law" was not made by a speaker.
        const bool is_in_front =
            relation == "compound" && !book.english().organizations.has("legal", syntax.lemma(document));
        if (relation == "nmod:poss" || is_in_front ||
            (syntax.is(child, "nmod") && book.english().grammar.has("by", syntax.preposition(child)))) {
            if (const std::optional<EntityIndex> owner = book.of_phrase(child)) {
                return owner;
            }
        }
    }
    return std::nullopt;
}

} // namespace

void trim_punctuation(const Syntax &syntax, std::vector<TokenIndex> &tokens) {
    while (!tokens.empty() && is_mark_to_trim(syntax, tokens.back())) {
        tokens.pop_back();
    }
    std::size_t first = 0;
    while (first < tokens.size() && is_mark_to_trim(syntax, tokens[first])) {
        ++first;
    }
    tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(first));
}

bool ends_in_question(const Syntax &syntax, const std::vector<TokenIndex> &content) {
    const auto is_mark = [&syntax](TokenIndex token) { return syntax.upos(token) == Upos::PUNCT; };
    const auto asks = [&](TokenIndex token) { return is_mark(token) && syntax.form(token).front() == '?'; };
    if (content.empty()) {
        return false;
    }
    for (auto at = content.rbegin(); at != content.rend() && is_mark(*at); ++at) {
        if (asks(*at)) {
            return true;
        }
    }
    for (TokenIndex token = content.back() + 1; token < syntax.size() && is_mark(token); ++token) {
        if (asks(token)) {
            return true;
        }
    }
    return false;
}

bool is_subject_of_content(const EntityBook &book, const Quotations &quotations, const std::vector<TokenIndex> &content,
                           EntityIndex entity) {
    const Syntax &syntax = book.syntax();
    return std::any_of(content.begin(), content.end(), [&](TokenIndex token) {
        return syntax.upos(token) == Upos::PROPN && syntax.is(token, "nsubj") && !quotations.contains(token) &&
               book.at(token) == entity;
    });
}

void trim_source(const Syntax &syntax, std::vector<TokenIndex> &tokens) {
    const auto first = std::find_if(tokens.begin(), tokens.end(), [&syntax](TokenIndex token) {
        return syntax.upos(token) != Upos::PUNCT && syntax.upos(token) != Upos::SCONJ &&
               syntax.upos(token) != Upos::CCONJ;
    });
    tokens.erase(tokens.begin(), first);
}

std::vector<TokenIndex> source_tokens(const Syntax &syntax, TokenIndex head) {
    std::vector<TokenIndex> tokens = syntax.subtree(head, [&](TokenIndex token) {
        const bool direct = syntax.head(token) == head;
        if (direct && (syntax.is(token, "cc") || syntax.is(token, "nsubj") || syntax.is(token, "cop") ||
                       syntax.is(token, "aux") || syntax.is(token, "mark"))) {
            return true;
        }
        if (syntax.is(token, "parataxis") || (direct && (syntax.is(token, "case") || syntax.is(token, "advcl")))) {
            // The "'s" of an owner is no preposition.
            return !(syntax.is(token, "case") && token > head);
        }
        if (syntax.is(token, "acl") && token > 0) {
            // A clause behind a comma tells by the way.
            const std::vector<TokenIndex> clause = syntax.subtree(token);
            return clause.front() > 0 && syntax.upos(clause.front()) != Upos::PUNCT
                       ? syntax.upos(clause.front() - 1) == Upos::PUNCT
                       : true;
        }
        return false;
    });
    trim_source(syntax, tokens);
    trim_punctuation(syntax, tokens);
    return tokens;
}

std::optional<EntityIndex> source_entity(const EntityBook &book, TokenIndex head) {
    const Syntax &syntax = book.syntax();
    const std::optional<EntityIndex> own = book.of_phrase(head);
    if (syntax.upos(head) == Upos::NOUN && book.english().people.has("voice", syntax.lemma(head)) &&
        !(own && book.entity(*own).named)) {
        if (const std::optional<EntityIndex> body = spoken_for(book, head)) {
            return body;
        }
    }
    if (own) {
        return own;
    }
    // "officials who said": the antecedent of the relative pronoun.
    if (feature(syntax.token(head).feats, "PronType") == std::string_view("Rel")) {
        const std::optional<TokenIndex> verb = syntax.head(head);
        const std::optional<TokenIndex> noun = verb ? syntax.head(*verb) : std::nullopt;
        if (noun && syntax.is(*verb, "acl")) {
            return book.of_phrase(*noun);
        }
    }
    const bool is_said = book.english().organizations.has("document", syntax.lemma(head)) ||
                         book.english().reporting.find_noun(syntax.lemma(head)) != nullptr;
    return is_said ? author_of(book, head) : std::nullopt;
}

std::optional<TokenIndex> nominal_head(const Syntax &syntax, const std::vector<TokenIndex> &source) {
    const std::vector<TokenIndex> tops = tops_of(syntax, source);
    const auto found = std::find_if(tops.begin(), tops.end(), [&](TokenIndex top) { return syntax.is_nominal(top); });
    return found == tops.end() ? std::nullopt : std::optional(*found);
}

bool names_wish(const Syntax &syntax, const English &english, TokenIndex token) {
    const Stance *said = syntax.upos(token) == Upos::NOUN ? english.reporting.find_noun(syntax.lemma(token)) : nullptr;
    return said != nullptr && (*said == Stance::demands || *said == Stance::promises || *said == Stance::agrees);
}

bool names_claim(const Syntax &syntax, const English &english, TokenIndex token) {
    const Stance *said = syntax.upos(token) == Upos::NOUN ? english.reporting.find_noun(syntax.lemma(token)) : nullptr;
    return said != nullptr && (*said == Stance::asserts || *said == Stance::accuses || *said == Stance::suggests);
}

bool names_members(const EntityBook &book, TokenIndex token, const Entity &body) {
    const Syntax &syntax = book.syntax();
    return syntax.upos(token) == Upos::PROPN && lookup_form(body.name).find(syntax.form(token)) == std::string::npos;
}

bool is_written(const EntityBook &book, TokenIndex source_head) {
    return book.english().organizations.has("document", book.syntax().lemma(source_head));
}

std::vector<TokenIndex> content_tokens(const Syntax &syntax, TokenIndex head, std::optional<TokenIndex> without) {
    std::vector<TokenIndex> tokens =
        syntax.subtree(head, [&](TokenIndex token) { return without && token == *without; });
    trim_punctuation(syntax, tokens);
    return tokens;
}

void find_source_phrase(const EntityBook &book, TokenIndex token, std::vector<FoundAttribution> &all) {
    const Syntax &syntax = book.syntax();
    const std::optional<TokenIndex> clause = syntax.head(token);
    if (!clause || !syntax.is_nominal(token) || !book.english().grammar.has("source", syntax.preposition(token))) {
        return;
    }
    FoundAttribution found;
    found.cue_head = token;
    for (const TokenIndex child : syntax.children(token)) {
        if (syntax.is(child, "case") && child < token) {
            found.cue = syntax.subtree(child);
            found.cue_head = child;
            break;
        }
    }
    found.source_head = token;
    found.source = source_tokens(syntax, token);
    found.source_entity = source_entity(book, token);
    // The whole clause, up to the top of what is coordinated with it on the left.
    found.content = content_tokens(syntax, *clause, token);
    found.confidence = 0.9;
    all.push_back(std::move(found));
}

} // namespace gainsay
