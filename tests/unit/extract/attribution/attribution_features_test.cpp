#include "extract/attribution/attribution_features.h"

#include "base/error.h"
#include "extract/attribution/attribution_network.h"
#include "extract/attribution/cue_stance.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace gainsay;

namespace {

const English &english() {
    static const English words(GAINSAY_SOURCE_DIR "/src/resources/en");
    return words;
}

struct Word {
    std::string form, lemma;
    Upos upos;
    int head;
    std::string relation;
    std::string feats = {};
};

/// A document of one paragraph a list; heads count from 0 within the sentence, -1 is the root.
Document document(const std::vector<std::vector<std::vector<Word>>> &paragraphs) {
    Document result;
    for (const auto &paragraph : paragraphs) {
        bool first = true;
        for (const auto &words : paragraph) {
            Sentence sentence;
            sentence.new_paragraph = first;
            first = false;
            sentence.first_token = static_cast<std::uint32_t>(result.tokens.size());
            for (const Word &word : words) {
                Token token;
                token.span.begin = result.text.size();
                result.text += word.form;
                token.span.end = result.text.size();
                result.text += ' ';
                token.form = word.form;
                token.lemma = word.lemma;
                token.upos = word.upos;
                token.head = word.head;
                token.deprel = word.relation;
                token.feats = word.feats;
                result.tokens.push_back(token);
            }
            sentence.end_token = static_cast<std::uint32_t>(result.tokens.size());
            sentence.span = {result.tokens[sentence.first_token].span.begin, result.tokens.back().span.end};
            result.sentences.push_back(sentence);
        }
    }
    return result;
}

/// "Belic denied that talks failed."
const std::vector<Word> denial = {{"Belic", "Belic", Upos::PROPN, 1, "nsubj"},
                                  {"denied", "deny", Upos::VERB, -1, "root", "Tense=Past|VerbForm=Fin"},
                                  {"that", "that", Upos::SCONJ, 4, "mark"},
                                  {"talks", "talk", Upos::NOUN, 4, "nsubj"},
                                  {"failed", "fail", Upos::VERB, 1, "ccomp", "Tense=Past|VerbForm=Fin"},
                                  {".", ".", Upos::PUNCT, 1, "punct"}};

const AttributionVocabulary &vocabulary() {
    static const AttributionVocabulary words({"deny", "talk"}, {"nsubj", "ccomp", "root", "mark"});
    return words;
}

std::uint16_t field(const CueWindow &window, TokenIndex token, CueField which) {
    return window.fields[(token - window.window.first) * cue_field_count + static_cast<std::size_t>(which)];
}

} // namespace

TEST_CASE("Fields of tokens stay below their numbers of values") {
    const Document text = document({{denial, denial}, {denial}});
    const Syntax syntax(text);
    const Quotations quotations(syntax);
    const AttributionFeatures features(syntax, quotations, english(), vocabulary());
    const std::vector<std::uint16_t> fields = features.token_fields();
    REQUIRE(fields.size() == syntax.size() * token_field_count);
    const auto values = vocabulary().token_values();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        CHECK(fields[i] < values[i % token_field_count]);
    }
    const auto at = [&fields](std::size_t token, TokenField which) {
        return fields[token * token_field_count + static_cast<std::size_t>(which)];
    };
    CHECK(at(1, TokenField::lemma) == 1);
    CHECK(at(0, TokenField::lemma) == 0);
    CHECK(at(1, TokenField::reporting) != 0);
    CHECK(at(0, TokenField::reporting) == 0);
    // First in the paragraph, first in a later sentence.
    CHECK(at(0, TokenField::place) != at(6, TokenField::place));
}

TEST_CASE("Paragraphs are read as one, very long ones in parts, and nothing is lost") {
    std::vector<std::vector<Word>> many(60, denial);
    std::vector<Word> endless(700, Word{"word", "word", Upos::NOUN, -1, "root"});
    const Document text = document({many, {denial}, {endless}});
    const Syntax syntax(text);
    const Quotations quotations(syntax);
    const std::vector<TokenRange> ranges =
        AttributionFeatures(syntax, quotations, english(), vocabulary()).paragraphs();
    TokenIndex next = 0;
    for (const TokenRange &range : ranges) {
        CHECK(range.first == next);
        CHECK(range.size() > 0);
        CHECK(range.size() <= 256);
        next = range.end;
    }
    CHECK(next == syntax.size());
}

TEST_CASE("A cue's window tells tokens by their path from the cue") {
    const Document text = document({{denial, denial}});
    const Syntax syntax(text);
    const Quotations quotations(syntax);
    const AttributionFeatures features(syntax, quotations, english(), vocabulary());
    const CueWindow window = features.window({1, 2});
    CHECK(window.window == TokenRange{0, 12});
    const auto values = vocabulary().cue_values();
    for (std::size_t i = 0; i < window.fields.size(); ++i) {
        CHECK(window.fields[i] < values[i % cue_field_count]);
    }
    CHECK(field(window, 0, CueField::branch) != field(window, 4, CueField::branch));
    CHECK(field(window, 3, CueField::branch) == field(window, 4, CueField::branch));
    CHECK(field(window, 3, CueField::depth) == field(window, 4, CueField::depth) + 1);
    // Another sentence is on no branch.
    CHECK(field(window, 6, CueField::branch) == 0);
    CHECK(field(window, 1, CueField::distance) == 0);
}

TEST_CASE("The head of a cue is what its other tokens hang on") {
    const Document text = document({{{{"It", "it", Upos::PRON, 2, "nsubj"},
                                      {"has", "have", Upos::AUX, 2, "aux"},
                                      {"denied", "deny", Upos::VERB, -1, "root"},
                                      {"it", "it", Upos::PRON, 2, "obj"}}}});
    const Syntax syntax(text);
    const Quotations quotations(syntax);
    CHECK(AttributionFeatures(syntax, quotations, english(), vocabulary()).head_of({1, 3}) == 2);
}

TEST_CASE("Stances of cues by their words") {
    const auto stance = [](const std::vector<Word> &words, const std::vector<TokenIndex> &cue, TokenIndex head,
                           const std::vector<TokenIndex> &content) {
        const Document text = document({{words}});
        const Syntax syntax(text);
        const EntityBook book(syntax, english());
        return stance_of_cue(book, cue, head, content);
    };
    CHECK(stance(denial, {1}, 1, {2, 3, 4}) == Stance::denies);
    const std::vector<Word> refusal = {{"Belic", "Belic", Upos::PROPN, 1, "nsubj"},
                                       {"refused", "refuse", Upos::VERB, -1, "root", "VerbForm=Fin"},
                                       {"to", "to", Upos::PART, 3, "mark"},
                                       {"confirm", "confirm", Upos::VERB, 1, "xcomp", "VerbForm=Inf"},
                                       {"it", "it", Upos::PRON, 3, "obj"}};
    CHECK(stance(refusal, {1, 2, 3}, 1, {4}) == Stance::declines);
    const std::vector<Word> unknown = {{"Belic", "Belic", Upos::PROPN, 1, "nsubj"},
                                       {"ate", "eat", Upos::VERB, -1, "root", "VerbForm=Fin"},
                                       {"soup", "soup", Upos::NOUN, 1, "obj"}};
    CHECK(stance(unknown, {1}, 1, {2}) == std::nullopt);
}

TEST_CASE("The attribution model is there and says where it comes from") {
    const AttributionNetwork network(GAINSAY_SOURCE_DIR "/src/resources/en/attribution.model");
    CHECK(network.header().find("CC BY-SA 4.0") != std::string_view::npos);
    CHECK(network.state_map().outputs() > 0);
    CHECK_THROWS_AS(AttributionNetwork(GAINSAY_SOURCE_DIR "/src/resources/en/no.model"), ModelError);
    // Another model's file.
    CHECK_THROWS_AS(AttributionNetwork(GAINSAY_SOURCE_DIR "/src/resources/en/english.model"), ModelError);
}
