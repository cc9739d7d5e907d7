#include "extract/attribution/attribution_features.h"

#include "graph_schema/vocabulary.h"

#include <algorithm>

namespace gainsay {

namespace {

constexpr std::size_t longest_paragraph = 256;
/// Of the part of the cue's sentence, on each side, and of the sentences around it together.
constexpr TokenIndex widest_side = 250;

/// Upper ends of the classes of distance; one more class lies beyond.
constexpr std::array<TokenIndex, 9> distance_classes = {1, 2, 3, 5, 8, 13, 21, 35, 60};
constexpr std::size_t distance_side = distance_classes.size() + 1;

constexpr int sentences_before = 3;
constexpr int sentences_after = 10;

/// How far above the cue the paths to a token may turn.
constexpr std::size_t highest_turn = 5;
constexpr std::size_t deepest = 5;

enum class QuotationPlace : std::uint8_t { outside, mark, around_cue, last_before, next_behind, earlier, later };
constexpr std::size_t quotation_places = 7;

constexpr std::size_t stance_values = 12;

std::uint16_t number_in(const std::unordered_map<std::string, std::uint16_t> &numbers, const std::string &word) {
    const auto found = numbers.find(word);
    return found == numbers.end() ? 0 : found->second;
}

std::size_t distance_class(TokenIndex distance) {
    return static_cast<std::size_t>(std::lower_bound(distance_classes.begin(), distance_classes.end(), distance) -
                                    distance_classes.begin());
}

} // namespace

AttributionVocabulary::AttributionVocabulary(const std::vector<std::string> &lemmas,
                                             const std::vector<std::string> &relations) {
    for (const std::string &lemma : lemmas) {
        lemma_numbers.emplace(lemma, static_cast<std::uint16_t>(lemma_numbers.size() + 1));
    }
    for (const std::string &relation : relations) {
        relation_numbers.emplace(relation, static_cast<std::uint16_t>(relation_numbers.size() + 1));
    }
}

std::array<std::size_t, token_field_count> AttributionVocabulary::token_values() const {
    return {lemma_numbers.size() + 1, upos_count,    relation_numbers.size() + 1, 2 * stance_values + 1, 4,
            name_type_count + 1,      std::size_t{4}};
}

std::array<std::size_t, cue_field_count> AttributionVocabulary::cue_values() const {
    // A branch is its turn and its relation, or the turning point itself; one value for other sentences.
    const std::size_t relations = relation_numbers.size() + 1;
    return {2 * distance_side + 1,
            static_cast<std::size_t>(2 * (sentences_before + sentences_after + 1)),
            1 + (highest_turn + 1) * (relations + 1),
            relations + 1,
            deepest + 1,
            quotation_places};
}

AttributionFeatures::AttributionFeatures(const Syntax &syntax, const Quotations &quotations, const English &english,
                                         const AttributionVocabulary &vocabulary)
    : syntax_(&syntax), quotations_(&quotations), english_(&english), vocabulary_(&vocabulary) {}

std::vector<TokenRange> AttributionFeatures::paragraphs() const {
    const Document &document = syntax_->document();
    std::vector<TokenRange> ranges;
    for (std::size_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence &sentence = document.sentences[s];
        const bool fits = !ranges.empty() && sentence.end_token - ranges.back().first <= longest_paragraph;
        if (fits && !starts_paragraph(document, s)) {
            ranges.back().end = sentence.end_token;
            continue;
        }
        for (TokenIndex first = sentence.first_token; first < sentence.end_token; first += longest_paragraph) {
            ranges.push_back({first, std::min<TokenIndex>(sentence.end_token, first + longest_paragraph)});
        }
    }
    return ranges;
}

std::uint16_t AttributionFeatures::reporting_value(TokenIndex token) const {
    if (syntax_->upos(token) == Upos::VERB) {
        const std::vector<ReportingVerb> *readings = english_->reporting.find_verb(syntax_->verb_lemma(token));
        if (readings == nullptr) {
            readings = english_->reporting.find_verb(syntax_->lemma(token));
        }
        return readings == nullptr ? std::uint16_t{0}
                                   : static_cast<std::uint16_t>(1 + static_cast<std::size_t>(readings->front().stance));
    }
    if (syntax_->upos(token) == Upos::NOUN) {
        const Stance *stance = english_->reporting.find_noun(syntax_->lemma(token));
        return stance == nullptr ? std::uint16_t{0}
                                 : static_cast<std::uint16_t>(1 + stance_values + static_cast<std::size_t>(*stance));
    }
    return 0;
}

std::vector<std::uint16_t> AttributionFeatures::token_fields() const {
    const Document &document = syntax_->document();
    std::vector<std::uint16_t> fields(syntax_->size() * token_field_count, 0);
    const auto set = [&fields](TokenIndex token, TokenField field, std::size_t value) {
        fields[token * token_field_count + static_cast<std::size_t>(field)] = static_cast<std::uint16_t>(value);
    };
    for (std::size_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence &sentence = document.sentences[s];
        const std::size_t paragraph = starts_paragraph(document, s) ? 1 : 0;
        for (TokenIndex token = sentence.first_token; token < sentence.end_token; ++token) {
            set(token, TokenField::lemma, number_in(vocabulary_->lemma_numbers, syntax_->lemma(token)));
            set(token, TokenField::upos, static_cast<std::size_t>(syntax_->upos(token)));
            set(token, TokenField::relation,
                number_in(vocabulary_->relation_numbers, std::string(syntax_->relation(token))));
            set(token, TokenField::reporting, reporting_value(token));
            const std::int32_t quotation = quotations_->at(token);
            set(token, TokenField::quotation,
                quotations_->is_mark(token)                                       ? 2U
                : quotation < 0                                                   ? 0U
                : quotations_->all()[static_cast<std::size_t>(quotation)].is_open ? 3U
                                                                                  : 1U);
            set(token, TokenField::place, paragraph + (token == sentence.first_token ? 2U : 0U));
        }
    }
    for (const Name &name : document.names) {
        for (TokenIndex token = name.first_token; token < name.end_token; ++token) {
            set(token, TokenField::name, 1 + static_cast<std::size_t>(name.type));
        }
    }
    return fields;
}

TokenIndex AttributionFeatures::head_of(TokenRange cue) const {
    for (TokenIndex token = cue.first; token < cue.end; ++token) {
        const std::optional<TokenIndex> head = syntax_->head(token);
        if (syntax_->upos(token) != Upos::PUNCT && (!head || *head < cue.first || *head >= cue.end)) {
            return token;
        }
    }
    return cue.first;
}

bool AttributionFeatures::has_quotation(std::size_t sentence) const {
    const Sentence &tokens = syntax_->sentence(sentence);
    for (TokenIndex token = tokens.first_token; token < tokens.end_token; ++token) {
        if (quotations_->contains(token)) {
            return true;
        }
    }
    return false;
}

/// The cue's sentence and the one behind it; before and beyond those, sentences with a quotation.
TokenRange AttributionFeatures::window_range(TokenRange cue) const {
    const std::size_t sentence = syntax_->sentence_of(cue.first);
    const std::size_t count = syntax_->document().sentences.size();
    std::size_t first = sentence;
    std::size_t last = sentence;
    for (int i = 0; i < sentences_before && first > 0 && has_quotation(first - 1); ++i) {
        --first;
    }
    for (int i = 0; i < sentences_after && last + 1 < count && (i == 0 || has_quotation(last + 1)); ++i) {
        ++last;
    }
    const TokenIndex begin = cue.first > widest_side ? cue.first - widest_side : 0;
    return {std::max(syntax_->sentence(first).first_token, begin),
            std::min(syntax_->sentence(last).end_token, cue.end + widest_side)};
}

namespace {

/// Where the window's tokens are looked at from.
struct CuePlace {
    TokenRange cue;
    /// The sentence of the cue's head.
    std::size_t sentence = 0;
    /// The cue's ancestors, itself first: turning points of the paths.
    std::vector<TokenIndex> spine;
    /// Quotations: the last before the cue, the next behind it, the one around it; negative for none.
    std::int32_t before = -1;
    std::int32_t behind = -1;
    std::int32_t around = -1;

    /// Place on the spine, its size for none.
    std::size_t on_spine(TokenIndex token) const {
        return static_cast<std::size_t>(std::find(spine.begin(), spine.end(), token) - spine.begin());
    }
};

CuePlace place_of_cue(const Syntax &syntax, const Quotations &quotations, TokenRange cue, TokenRange window,
                      TokenIndex head) {
    CuePlace place;
    place.cue = cue;
    place.sentence = syntax.sentence_of(head);
    place.around = quotations.at(head);
    for (std::optional<TokenIndex> up = head; up; up = syntax.head(*up)) {
        place.spine.push_back(*up);
    }
    for (TokenIndex token = window.first; token < window.end; ++token) {
        const std::int32_t quotation = quotations.at(token);
        if (quotation >= 0 && token < cue.first) {
            place.before = quotation;
        } else if (quotation >= 0 && token >= cue.end && place.behind < 0) {
            place.behind = quotation;
        }
    }
    return place;
}

std::size_t distance_value(const CuePlace &place, TokenIndex token) {
    if (token < place.cue.first) {
        return 1 + distance_class(place.cue.first - token);
    }
    return token >= place.cue.end ? 1 + distance_side + distance_class(token - place.cue.end + 1) : 0;
}

/// How many sentences away, and whether a paragraph begins in between.
std::size_t sentence_value(const Syntax &syntax, const CuePlace &place, std::size_t sentence) {
    const int offset =
        std::clamp(static_cast<int>(sentence) - static_cast<int>(place.sentence), -sentences_before, sentences_after);
    bool new_paragraph = false;
    for (std::size_t s = std::min(sentence, place.sentence) + 1; s <= std::max(sentence, place.sentence); ++s) {
        new_paragraph = new_paragraph || starts_paragraph(syntax.document(), s);
    }
    return 2 * static_cast<std::size_t>(offset + sentences_before) + (new_paragraph ? 1U : 0U);
}

QuotationPlace quotation_place(const Quotations &quotations, const CuePlace &place, TokenIndex token) {
    if (quotations.is_mark(token)) {
        return QuotationPlace::mark;
    }
    const std::int32_t quotation = quotations.at(token);
    if (quotation < 0) {
        return QuotationPlace::outside;
    }
    return quotation == place.around   ? QuotationPlace::around_cue
           : quotation == place.before ? QuotationPlace::last_before
           : quotation == place.behind ? QuotationPlace::next_behind
           : token < place.cue.first   ? QuotationPlace::earlier
                                       : QuotationPlace::later;
}

/// The way up from a token to the spine.
struct SpinePath {
    /// Place on the spine where it ends.
    std::size_t turn = 0;
    /// The last token below the spine; the token itself where it is on it.
    TokenIndex top = 0;
    /// Tokens between it and the token.
    std::size_t depth = 0;
};

/// Nothing in another tree: a sentence may have several roots.
std::optional<SpinePath> path_to_spine(const Syntax &syntax, const CuePlace &place, TokenIndex token) {
    SpinePath path;
    path.top = token;
    path.turn = place.on_spine(token);
    while (path.turn == place.spine.size()) {
        const std::optional<TokenIndex> up = syntax.head(path.top);
        if (!up) {
            return std::nullopt;
        }
        path.turn = place.on_spine(*up);
        if (path.turn == place.spine.size()) {
            ++path.depth;
            path.top = *up;
        }
    }
    return path;
}

} // namespace

CueWindow AttributionFeatures::window(TokenRange cue) const {
    CueWindow result;
    result.cue = cue;
    result.window = window_range(cue);
    result.fields.assign(result.window.size() * cue_field_count, 0);
    const CuePlace place = place_of_cue(*syntax_, *quotations_, cue, result.window, head_of(cue));
    const std::size_t relations = vocabulary_->relation_numbers.size() + 1;
    const auto relation_number = [this](TokenIndex token) {
        return number_in(vocabulary_->relation_numbers, std::string(syntax_->relation(token)));
    };
    for (TokenIndex token = result.window.first; token < result.window.end; ++token) {
        std::uint16_t *fields = result.fields.data() + (token - result.window.first) * cue_field_count;
        const auto set = [fields](CueField field, std::size_t value) {
            fields[static_cast<std::size_t>(field)] = static_cast<std::uint16_t>(value);
        };
        const std::size_t sentence = syntax_->sentence_of(token);
        set(CueField::distance, distance_value(place, token));
        set(CueField::sentence, sentence_value(*syntax_, place, sentence));
        set(CueField::quotation, static_cast<std::size_t>(quotation_place(*quotations_, place, token)));
        const std::optional<SpinePath> path =
            sentence == place.sentence ? path_to_spine(*syntax_, place, token) : std::nullopt;
        if (!path) {
            continue;
        }
        const bool is_turn = place.spine[path->turn] == token;
        const std::size_t relation = is_turn ? relations : relation_number(path->top);
        set(CueField::branch, 1 + std::min(path->turn, highest_turn) * (relations + 1) + relation);
        set(CueField::cue_branch, path->turn == 0 ? relations : relation_number(place.spine[path->turn - 1]));
        set(CueField::depth, is_turn ? 0 : 1 + std::min(path->depth, deepest - 1));
    }
    return result;
}

} // namespace gainsay
