#include "extract/syntax/syntax.h"

#include "base/lexicon_file.h"
#include "base/utf8.h"
#include "text/reading_text.h"

#include <algorithm>

namespace gainsay {

Syntax::Syntax(const Document &document) : document_(&document), sentence_of_(document.tokens.size()) {
    const std::size_t count = document.tokens.size();
    lemmas_.reserve(count);
    forms_.reserve(count);
    relations_.reserve(count);
    for (const Token &token : document.tokens) {
        relations_.push_back(token.deprel);
        forms_.push_back(lookup_form(token.form));
        lemmas_.push_back(token.lemma.empty() || token.lemma == "_" ? forms_.back() : lookup_form(token.lemma));
    }
    for (std::size_t i = 0; i < document.sentences.size(); ++i) {
        std::fill(sentence_of_.begin() + document.sentences[i].first_token,
                  sentence_of_.begin() + document.sentences[i].end_token, i);
    }
    read_heads();
    rebuild();
}

/// Trees that others made may have rings, and so may mended ones; every walk upwards must end.
void Syntax::cut_rings() {
    for (const Sentence &sentence : document_->sentences) {
        for (TokenIndex i = sentence.first_token; i < sentence.end_token; ++i) {
            std::int64_t at = heads_[i];
            std::size_t steps = 0;
            while (at >= 0 && steps <= sentence.size()) {
                at = heads_[static_cast<std::size_t>(at)];
                ++steps;
            }
            if (at >= 0) {
                heads_[i] = -1;
            }
        }
    }
}

void Syntax::rebuild() {
    if (!is_changed_) {
        return;
    }
    is_changed_ = false;
    cut_rings();
    const std::size_t count = size();
    child_begin_.assign(count + 1, 0);
    for (TokenIndex i = 0; i < count; ++i) {
        if (const std::optional<TokenIndex> above = head(i)) {
            ++child_begin_[*above + 1];
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        child_begin_[i + 1] += child_begin_[i];
    }
    child_list_.resize(child_begin_[count]);
    std::vector<std::size_t> next(child_begin_.begin(), child_begin_.end() - 1);
    for (TokenIndex i = 0; i < count; ++i) {
        if (const std::optional<TokenIndex> above = head(i)) {
            child_list_[next[*above]++] = i;
        }
    }
}

void Syntax::read_heads() {
    heads_.assign(size(), -1);
    for (const Sentence &sentence : document_->sentences) {
        for (TokenIndex i = sentence.first_token; i < sentence.end_token; ++i) {
            const std::int32_t head = document_->tokens[i].head;
            if (head >= 0 && static_cast<std::size_t>(head) < sentence.size()) {
                heads_[i] = static_cast<std::int64_t>(sentence.first_token) + head;
            }
        }
    }
}

std::span<const TokenIndex> Syntax::children(TokenIndex index) const {
    return std::span(child_list_).subspan(child_begin_[index], child_begin_[index + 1] - child_begin_[index]);
}

std::optional<TokenIndex> Syntax::child(TokenIndex index, std::string_view relation) const {
    return child(index, {relation});
}

std::optional<TokenIndex> Syntax::child(TokenIndex index, std::initializer_list<std::string_view> relations) const {
    for (const std::string_view relation : relations) {
        for (const TokenIndex child : children(index)) {
            if (is(child, relation)) {
                return child;
            }
        }
    }
    return std::nullopt;
}

bool Syntax::has_child_lemma(TokenIndex index, std::string_view relation, std::string_view lemma) const {
    const auto all = children(index);
    return std::any_of(all.begin(), all.end(),
                       [&](TokenIndex child) { return is(child, relation) && lemmas_[child] == lemma; });
}

bool Syntax::is_nominal(TokenIndex index) const {
    const Upos tag = upos(index);
    return tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::PRON;
}

bool Syntax::is_predicate(TokenIndex index) const {
    // "were biased", of which a tagger made an adjective
    return upos(index) == Upos::VERB || child(index, {"cop", "aux:pass"}).has_value();
}

std::vector<TokenIndex> Syntax::subtree(TokenIndex index, const std::function<bool(TokenIndex)> &cut) const {
    std::vector<TokenIndex> found{index};
    for (std::size_t next = 0; next < found.size(); ++next) {
        for (const TokenIndex child : children(found[next])) {
            if (!cut || !cut(child)) {
                found.push_back(child);
            }
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

bool Syntax::is_below(TokenIndex index, TokenIndex ancestor) const {
    std::optional<TokenIndex> at = index;
    for (std::size_t steps = 0; at && steps <= size(); ++steps) {
        if (*at == ancestor) {
            return true;
        }
        at = head(*at);
    }
    return false;
}

std::string Syntax::verb_lemma(TokenIndex index) const {
    if (const std::optional<TokenIndex> particle = child(index, "compound:prt")) {
        return lemmas_[index] + " " + lemmas_[*particle];
    }
    return lemmas_[index];
}

namespace {

/// The words of a marker with what is fixed to it: "according to".
std::string with_fixed(const Syntax &syntax, TokenIndex index) {
    std::string text = syntax.form(index);
    for (const TokenIndex child : syntax.children(index)) {
        if (syntax.is(child, "fixed")) {
            text += " " + syntax.form(child);
        }
    }
    return text;
}

} // namespace

std::string Syntax::preposition(TokenIndex index) const {
    for (const TokenIndex each : children(index)) {
        if (is(each, "case") && each < index) {
            return with_fixed(*this, each);
        }
    }
    return {};
}

std::string Syntax::marker(TokenIndex index) const {
    for (const TokenIndex each : children(index)) {
        if ((is(each, "mark") || is(each, "case")) && each < index) {
            return with_fixed(*this, each);
        }
    }
    return {};
}

bool Syntax::is_passive(TokenIndex index) const {
    if (child(index, {"nsubj:pass", "aux:pass", "obl:agent", "csubj:pass"})) {
        return true;
    }
    // "Asked whether it would rain, Reed …": a participle in front, whichever past form a parser takes it for.
    const std::optional<TokenIndex> above = head(index);
    const std::string &tag = token(index).xpos;
    // "when asked whether …" too.
    const std::optional<TokenIndex> mark = child(index, "mark");
    if (is(index, "advcl") && above && *above > index && (tag == "VBN" || tag == "VBD") &&
        (!mark || *mark + 1 == index) && !child(index, {"nsubj", "csubj", "aux", "obj"})) {
        return true;
    }
    // "the freeze announced in March": a participle below a noun.
    return is(index, "acl") && !is(index, "acl:relcl") &&
           feature(token(index).feats, "VerbForm") == std::string_view("Part") &&
           feature(token(index).feats, "Tense") == std::string_view("Past");
}

bool Syntax::is_finite(TokenIndex predicate) const {
    const auto finite = [this](TokenIndex word) {
        return feature(token(word).feats, "VerbForm") == std::string_view("Fin");
    };
    const std::span<const TokenIndex> all = children(predicate);
    return finite(predicate) || std::any_of(all.begin(), all.end(), [&](TokenIndex child) {
               return (is(child, "aux") || is(child, "cop")) && finite(child);
           });
}

std::optional<TokenIndex> Syntax::own_subject(TokenIndex verb) const {
    // Where a parser gives two, the nearer is the verb's.
    std::optional<TokenIndex> nearest;
    const auto distance = [verb](TokenIndex token) { return token < verb ? verb - token : token - verb; };
    for (const TokenIndex each : children(verb)) {
        if ((is(each, "nsubj") || is(each, "csubj")) && (!nearest || distance(each) < distance(*nearest))) {
            nearest = each;
        }
    }
    return nearest;
}

std::optional<TokenIndex> Syntax::subject(TokenIndex verb) const {
    TokenIndex at = verb;
    for (int steps = 0; steps < 6; ++steps) {
        if (const std::optional<TokenIndex> own = own_subject(at)) {
            return own;
        }
        const std::optional<TokenIndex> above = head(at);
        if (!above) {
            return std::nullopt;
        }
        if (is(at, "acl")) {
            return above;
        }
        // "a statement made by Kerry after meeting …"
        if (is(at, "advcl") && feature(token(at).feats, "VerbForm") != std::string_view("Inf")) {
            if (const std::optional<TokenIndex> agent = child(*above, "obl:agent")) {
                return agent;
            }
        }
        if (is(at, "xcomp")) {
            // "urged Russia to act": the object acts.
            if (const std::optional<TokenIndex> object = child(*above, {"obj", "iobj"}); object && *object < at) {
                return object;
            }
        } else if (!is(at, "conj") && !is(at, "advcl") && !is(at, "parataxis") && !is(at, "ccomp")) {
            return std::nullopt;
        }
        // A finite clause has its own subject, found or not.
        if ((is(at, "ccomp") || is(at, "advcl")) && is_finite(at)) {
            return std::nullopt;
        }
        at = *above;
    }
    return std::nullopt;
}

std::vector<TokenIndex> Syntax::conjuncts(TokenIndex index) const {
    std::vector<TokenIndex> all{index};
    for (std::size_t next = 0; next < all.size(); ++next) {
        for (const TokenIndex each : children(all[next])) {
            if (is(each, "conj")) {
                all.push_back(each);
            }
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

std::vector<ByteSpan> Syntax::spans_of(const std::vector<TokenIndex> &tokens) const {
    std::vector<ByteSpan> spans;
    TokenIndex previous = 0;
    for (const TokenIndex index : tokens) {
        const ByteSpan span = token(index).span;
        if (span.empty()) {
            continue;
        }
        if (!spans.empty() && (previous + 1 == index || span.begin <= spans.back().end)) {
            spans.back().end = std::max(spans.back().end, span.end);
        } else {
            spans.push_back(span);
        }
        previous = index;
    }
    return spans;
}

ByteSpan Syntax::hull_of(const std::vector<TokenIndex> &tokens) const {
    ByteSpan all = token(tokens.front()).span;
    for (const TokenIndex index : tokens) {
        all = hull(all, token(index).span);
    }
    return all;
}

std::string Syntax::text_of(ByteSpan span) const {
    const std::string_view bytes = document_->slice(span);
    const bool divides = bytes.find("-\n") != std::string_view::npos || bytes.find("-\r\n") != std::string_view::npos;
    if (!divides && !ReadingText(bytes).differs()) {
        return single_blanks(bytes);
    }
    // As the words are read: without marks of layout and hyphens at line ends.
    std::string text;
    const auto first = std::lower_bound(document_->tokens.begin(), document_->tokens.end(), span.begin,
                                        [](const Token &word, std::size_t at) { return word.span.begin < at; });
    std::size_t end = span.begin;
    for (auto word = first; word != document_->tokens.end() && word->span.end <= span.end; ++word) {
        if (word->span.end <= end) {
            continue; // the parts of a contraction share their bytes
        }
        text += !text.empty() && (word - 1)->space_after ? " " : "";
        text += word->form;
        end = word->span.end;
    }
    return text.empty() ? single_blanks(reading_of(bytes)) : single_blanks(text);
}

std::string single_blanks(std::string_view text) {
    std::string result;
    bool blank = false;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode_utf8(text, i);
        if (is_space(point.value)) {
            blank = !result.empty();
        } else {
            if (blank) {
                result += ' ';
                blank = false;
            }
            result.append(text.substr(i, point.length));
        }
        i += point.length;
    }
    return result;
}

} // namespace gainsay
