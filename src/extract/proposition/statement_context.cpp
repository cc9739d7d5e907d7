#include "extract/proposition/statement_context.h"

#include "base/utf8.h"
#include "extract/syntax/token_features.h"
#include "extract/syntax/token_list.h"

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <string>

namespace gainsay {

namespace {

constexpr std::size_t most_bytes = 480;

bool is_qualified(const Syntax &syntax, TokenIndex noun) {
    return std::any_of(syntax.children(noun).begin(), syntax.children(noun).end(), [&](TokenIndex child) {
        return syntax.is(child, "amod") || syntax.is(child, "nmod") || syntax.is(child, "acl") ||
               syntax.is(child, "compound") || syntax.is(child, "appos") || syntax.is(child, "nummod") ||
               syntax.is(child, "ccomp");
    });
}

/// "The move", with nothing that says which: an actor, who has other names, is left out.
bool is_bare_definite(const EntityBook &book, TokenIndex noun) {
    const Syntax &syntax = book.syntax();
    const std::optional<TokenIndex> determiner = syntax.child(noun, "det");
    return syntax.upos(noun) == Upos::NOUN && determiner && !is_qualified(syntax, noun) &&
           book.english().grammar.has("definite", syntax.form(*determiner));
}

/// "Such a rule", "each measure", "the same idea": one of what was told before.
bool is_one_of_those(const EntityBook &book, TokenIndex noun) {
    const Syntax &syntax = book.syntax();
    const std::span<const TokenIndex> children = syntax.children(noun);
    const auto picks = [&](TokenIndex child) {
        return child < noun && book.english().statement.has("of_those", lookup_form(syntax.form(child)));
    };
    // "The same idea as Reed's" says which.
    return syntax.upos(noun) == Upos::NOUN && std::any_of(children.begin(), children.end(), picks) &&
           std::none_of(children.begin(), children.end(), [&](TokenIndex child) {
               return !picks(child) && (syntax.is(child, "amod") || syntax.is(child, "nmod") ||
                                        syntax.is(child, "acl") || syntax.is(child, "compound"));
           });
}

/// What everybody knows without having read of it: "the public", "the economy", "the week".
bool is_known_to_all(const EntityBook &book, TokenIndex noun) {
    return book.english().nouns.find(book.syntax().lemma(noun)) == NounClass::time ||
           book.english().statement.has("known_to_all", book.syntax().lemma(noun));
}

/// The latest earlier phrase with the same noun that says more of it: "the Keystone pipeline" for "the pipeline".
std::optional<TokenIndex> fuller_mention(const Syntax &syntax, TokenIndex noun) {
    const std::string &lemma = syntax.lemma(noun);
    const std::size_t own = syntax.sentence_of(noun);
    constexpr std::size_t most_sentences = 60;
    for (TokenIndex token = noun; token-- > 0 && syntax.sentence_of(token) + most_sentences > own;) {
        if (syntax.lemma(token) == lemma && syntax.upos(token) == Upos::NOUN && syntax.sentence_of(token) < own &&
            is_qualified(syntax, token)) {
            return token;
        }
    }
    return std::nullopt;
}

/// The end of the last word of the token's sentence, from the token on, that ends at `most` bytes of the text or
/// before.
std::size_t end_of_words(const Syntax &syntax, TokenIndex first, std::size_t most) {
    const TokenIndex end_token = syntax.sentence(syntax.sentence_of(first)).end_token;
    std::size_t end = syntax.token(first).span.end;
    for (TokenIndex token = first + 1; token < end_token && syntax.token(token).span.end <= most; ++token) {
        end = syntax.token(token).span.end;
    }
    return end;
}

/// Where what a sentence tells of `noun` is cut: not far past the noun, where the sentence is long.
std::size_t end_of_telling(const Syntax &syntax, TokenIndex noun) {
    return end_of_words(syntax, noun, syntax.token(noun).span.end + most_bytes / 2);
}

/// Words of the article proper, and not a button or a label.
bool is_told(const Syntax &syntax, std::size_t sentence) {
    constexpr TokenIndex least_tokens = 4;
    const Sentence &words = syntax.sentence(sentence);
    return words.end_token - words.first_token >= least_tokens &&
           syntax.document().zone_at(words.span.begin) == Zone::body;
}

bool names_somebody(const EntityBook &book, std::size_t sentence, std::optional<EntityIndex> speaker) {
    const Sentence &words = book.syntax().sentence(sentence);
    for (TokenIndex token = words.first_token; token < words.end_token; ++token) {
        const std::optional<EntityIndex> entity = book.covering(token);
        if (entity && entity != speaker && book.entity(*entity).named && book.syntax().upos(token) == Upos::PROPN) {
            return true;
        }
    }
    return false;
}

std::string shortened(std::string text, std::size_t most) {
    while (!text.empty() && text.back() == ' ') {
        text.pop_back();
    }
    if (text.size() > most) {
        const std::size_t blank = text.find(' ', text.size() - most);
        text = blank == std::string::npos ? std::string() : "\u2026" + text.substr(blank);
    }
    return text;
}

/// Words from `first` up to `end` that tell more than who speaks and that he does.
std::size_t other_words(const Syntax &syntax, const FoundAttribution &attribution, TokenIndex first, TokenIndex end) {
    std::size_t count = 0;
    for (TokenIndex token = first; token < end; ++token) {
        const bool is_role = contains(attribution.source, token) || contains(attribution.cue, token);
        count += is_role || syntax.upos(token) == Upos::PUNCT ? 0U : 1U;
    }
    return count;
}

/// Fewer add nothing: "on Monday".
constexpr std::size_t least_other_words = 3;

/// What the last sentence of the statement goes on with, from its first word: "said of the election in remarks".
std::string telling_behind(const Syntax &syntax, const FoundAttribution &attribution, TokenIndex last) {
    const Sentence &sentence = syntax.sentence(syntax.sentence_of(last));
    TokenIndex first = last + 1;
    while (first < sentence.end_token && syntax.upos(first) == Upos::PUNCT) {
        ++first;
    }
    if (other_words(syntax, attribution, first, sentence.end_token) < least_other_words) {
        return {};
    }
    const std::size_t begin = syntax.token(first).span.begin;
    const std::size_t most = begin + most_bytes / 2;
    const std::size_t end = end_of_words(syntax, first, most);
    if (end > most) {
        return {};
    }
    const bool is_whole = end == syntax.token(sentence.end_token - 1).span.end;
    return syntax.text_of({begin, end}) + (is_whole ? "" : "\u2026");
}

/// The sentence before `begin` in which whom the pronoun stands for is last called by a name or a noun.
std::optional<std::size_t> sentence_of_antecedent(const EntityBook &book, TokenIndex pronoun, std::size_t begin) {
    const Syntax &syntax = book.syntax();
    const std::optional<EntityIndex> entity = book.at(pronoun);
    if (syntax.upos(pronoun) != Upos::PRON || !entity || !has_feature(syntax, pronoun, "Person", "3")) {
        return std::nullopt;
    }
    std::optional<std::size_t> latest;
    for (const EntityBook::Place &place : book.places()) {
        const bool tells = place.entity == static_cast<std::int64_t>(*entity) && place.head < pronoun &&
                           syntax.upos(place.head) != Upos::PRON;
        latest = tells ? std::max(latest.value_or(0), syntax.sentence_of(place.head)) : latest;
    }
    return latest && *latest < begin && is_told(syntax, *latest) ? latest : std::nullopt;
}

/// Where the statement begins in the sentence of one of its words.
TokenIndex first_in_sentence(const Syntax &syntax, const FoundAttribution &attribution, TokenIndex word) {
    TokenIndex first = word;
    for (const std::vector<TokenIndex> *role : {&attribution.source, &attribution.cue, &attribution.content}) {
        for (const TokenIndex token : *role) {
            first = syntax.sentence_of(token) == syntax.sentence_of(word) ? std::min(first, token) : first;
        }
    }
    return first;
}

void put_in_front(std::string telling, std::string &text) {
    text.insert(0, telling.append(text.empty() ? "" : " \u2026 "));
}

/// Where a noun was told of at length, if that is not in what is shown from the sentence `begin` on, which becomes the
/// one that tells.
void add_fuller_mention(const EntityBook &book, const std::vector<TokenIndex> &tokens, std::size_t &begin,
                        std::string &text) {
    const Syntax &syntax = book.syntax();
    for (const TokenIndex token : tokens) {
        if (!is_bare_definite(book, token) || is_known_to_all(book, token)) {
            continue;
        }
        const std::optional<TokenIndex> fuller = fuller_mention(syntax, token);
        if (fuller && syntax.sentence_of(*fuller) < begin) {
            begin = syntax.sentence_of(*fuller);
            const std::size_t told = syntax.sentence(begin).span.begin;
            put_in_front(shortened(syntax.text_of({told, end_of_telling(syntax, *fuller)}), most_bytes), text);
            return;
        }
    }
}

/// The same for whom a pronoun means.
void add_antecedent(const EntityBook &book, const std::vector<TokenIndex> &tokens, std::size_t begin,
                    std::string &text) {
    const Syntax &syntax = book.syntax();
    for (const TokenIndex token : tokens) {
        if (const std::optional<std::size_t> told = sentence_of_antecedent(book, token, begin)) {
            put_in_front(shortened(syntax.text_of(syntax.sentence(*told).span), most_bytes), text);
            return;
        }
    }
}

} // namespace

bool points_back(const EntityBook &book, const std::vector<TokenIndex> &tokens) {
    const Syntax &syntax = book.syntax();
    std::set<std::string> said;
    bool first_noun = true;
    for (const TokenIndex token : tokens) {
        const bool demonstrative = feature(syntax.token(token).feats, "PronType") == "Dem";
        const Upos tag = syntax.upos(token);
        // "those who", "that of Norway" say themselves what they mean.
        if (demonstrative && (tag == Upos::PRON || tag == Upos::ADV) && !is_qualified(syntax, token)) {
            return true;
        }
        if (demonstrative && tag == Upos::DET && first_noun && syntax.head(token) && *syntax.head(token) > token &&
            !is_qualified(syntax, *syntax.head(token))) {
            return true;
        }
        if (tag == Upos::NOUN || tag == Upos::PROPN) {
            const bool again = !said.insert(syntax.lemma(token)).second;
            if (!again && !is_known_to_all(book, token) &&
                (is_bare_definite(book, token) || is_one_of_those(book, token))) {
                return true;
            }
            first_noun = false;
        }
    }
    return false;
}

std::string statement_context(const EntityBook &book, const FoundAttribution &attribution,
                              const std::vector<TokenIndex> &tokens) {
    const Syntax &syntax = book.syntax();
    if (tokens.empty()) {
        return {};
    }
    const std::size_t sentence = syntax.sentence_of(tokens.front());
    const TokenIndex opening = syntax.sentence(sentence).first_token;
    const bool tells_before = other_words(syntax, attribution, opening, tokens.front()) >= least_other_words;
    const TokenIndex first = tells_before ? tokens.front() : first_in_sentence(syntax, attribution, tokens.front());
    std::string text = syntax.text_of({syntax.sentence(sentence).span.begin, syntax.token(first).span.begin});
    std::size_t begin = sentence;
    // Back to what names somebody, and is more than a line.
    constexpr std::size_t least_bytes = 180;
    bool is_enough = false;
    for (std::size_t at = sentence; at-- > 0 && !is_enough;) {
        if (!is_told(syntax, at)) {
            continue;
        }
        const std::string more = syntax.text_of(syntax.sentence(at).span);
        if (!text.empty() && text.size() + more.size() > most_bytes) {
            break;
        }
        begin = at;
        text.insert(0, text.empty() ? more : more + ' ');
        is_enough = text.size() >= least_bytes && names_somebody(book, at, attribution.source_entity);
    }
    text = shortened(text, most_bytes);
    add_fuller_mention(book, tokens, begin, text);
    add_antecedent(book, tokens, begin, text);
    if (const std::string behind = telling_behind(syntax, attribution, tokens.back()); !behind.empty()) {
        text += (text.empty() ? "\u2026 " : " \u2026 ") + behind;
    }
    return text;
}

} // namespace gainsay
