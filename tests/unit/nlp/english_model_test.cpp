// What the trained model must be able to do, on sentences that leave no doubt, and what must hold of it on news as they
// come. How well it does is measured in tests/quality.

#include "base/resources.h"
#include "base/utf8.h"
#include "nlp/language_engine.h"
#include "nlp/parse_stream.h"
#include "text/conllu.h"
#include "trained_engine.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace gainsay;
using gainsay::test::trained_engine;

namespace {

/// Texts as news agencies and papers write them, invented; a paragraph a line.
const std::vector<std::string> news = {
    R"(Harbour talks end without a deal

By Anna Example

VELLMOUTH, March 3 (Example News) - Talks between the government of Vellmouth and striking dock workers broke down on Tuesday night, officials said, after the union rejected what Transport Minister Peter Nobody called "a final and generous offer."

The minister told reporters that he had "no intention whatsoever" of raising the offer. "We have gone as far as we can," he said. "It's now up to them."

Maria Fiction, who heads the Dockers' Union, denied that any final offer had been made. She said the ministry's statement didn't reflect what was discussed, and that her members wouldn't go back to work before their demands were met.

About 4,500 workers have been on strike since early February. The port handles roughly 30 percent of the country's exports, according to the Chamber of Commerce.
)",
    R"(MOSCOW (Example News) — Russia's foreign ministry said on Friday it would not take part in the conference, dismissing reports that an agreement had been reached with Washington as "pure invention."

The U.S. State Department said last week that both countries had agreed to share more information. Spokeswoman Jane Placeholder repeated that claim on Thursday, telling journalists in Geneva that Secretary Nobody and his Russian counterpart had shaken hands on it.

"There's no such agreement," a senior Russian diplomat, who asked not to be named, told the paper. "We didn't sign anything, we didn't promise anything."

The two sides are due to meet again on Jan. 14 in Vienna, where Lt. Gen. Karl Invented is expected to lead the American delegation.
)",
    R"(The mayor of Lower Example was cleared of fraud by a court in Springfield on Monday, nearly two years after she was suspended from office.

Judge R. J. Sample ruled that the city's former treasurer, not Mayor Ellen Muster, had signed the contracts. Muster, 54, hugged her lawyers as the verdict was read. "I've always said I had nothing to hide," she told a crowd outside the court house.

Prosecutors haven't decided whether they'll appeal. The treasurer, who left the country in 2012, couldn't be reached for comment.

The case began when the Springfield Herald reported that $2.3 million meant for schools had been paid to a company owned by a friend of the mayor's. The newspaper's editor said he stood by the story.
)",
    R"(“We were told to leave,” said Omar Nobody, a farmer from the village of Alt Example, “and then nobody came to fetch us.” His neighbours nodded.

The army’s northern command denied that any order had been given. A statement read out on state television said the reports were “fabricated by those who don’t want peace.”

Aid workers with the International Example Committee have counted more than 1,200 people sleeping in the open. The committee’s director, Dr. Ruth Fiction, called the situation “unbearable” and urged both governments to open the road that leads to the border.

Neither government has answered. The road, which was closed in 2009, can’t be used without permission from the ministry of defence.
)",
};

/// Breaks the lines of each paragraph at blanks, as mail programs do.
std::string wrapped(const std::string &text, std::size_t width, const std::string &line_end) {
    std::string result;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::size_t column = 0;
        for (std::string word; words >> word;) {
            const std::size_t size = count_code_points(word);
            if (column > 0 && column + 1 + size > width) {
                result += line_end;
                column = 0;
            }
            result += (column > 0 ? " " : "") + word;
            column += (column > 0 ? 1 : 0) + size;
        }
        result += line_end;
    }
    return result;
}

/// The first line that differs, of both; "" where none does.
std::string first_difference(const std::string &expected, const std::string &got) {
    std::istringstream one(expected);
    std::istringstream two(got);
    for (std::string a, b; !one.eof() || !two.eof();) {
        a.clear();
        b.clear();
        std::getline(one, a);
        std::getline(two, b);
        if (a != b) {
            return std::string("expected ").append(a).append("\ngot ").append(b);
        }
    }
    return "";
}

Document parsed(const LanguageEngine &engine, const std::string &text) {
    Document document;
    document.meta.id = "test";
    document.text = text;
    LanguageEngine::Scratch scratch;
    engine.annotate(document, scratch);
    REQUIRE(find_inconsistency(document) == std::nullopt);
    return document;
}

/// Finds words and what the parser says of them.
class Reading {
  public:
    Reading(const LanguageEngine &engine, const std::string &text) : document_(parsed(engine, text)) {}

    const Document &document() const { return document_; }
    /// The first token of this form; fails the test where there is none.
    const Token &token(const std::string &form) const { return document_.tokens[index(form)]; }
    /// The form of its head; "" for the root.
    std::string head_of(const std::string &form) const {
        const std::size_t at = index(form);
        const std::int32_t head = document_.tokens[at].head;
        for (const Sentence &sentence : document_.sentences) {
            if (sentence.first_token <= at && at < sentence.end_token && head >= 0) {
                return document_.tokens[sentence.first_token + static_cast<std::size_t>(head)].form;
            }
        }
        return "";
    }
    /// The names, "PER Anna Example" and so on.
    std::vector<std::string> names() const {
        std::vector<std::string> result;
        for (const Name &name : document_.names) {
            result.push_back(std::string(name_type_name(name.type)) + " " +
                             std::string(document_.slice(document_.span_of(name))));
        }
        return result;
    }
    std::vector<std::string> forms() const {
        std::vector<std::string> result;
        for (const Token &token : document_.tokens) {
            result.push_back(token.form);
        }
        return result;
    }

  private:
    std::size_t index(const std::string &form) const {
        const auto found = std::find_if(document_.tokens.begin(), document_.tokens.end(),
                                        [&form](const Token &token) { return token.form == form; });
        INFO("no token '" << form << "' in: " << document_.text);
        REQUIRE(found != document_.tokens.end());
        return static_cast<std::size_t>(found - document_.tokens.begin());
    }

    Document document_;
};

bool has(const std::vector<std::string> &list, const std::string &entry) {
    return std::find(list.begin(), list.end(), entry) != list.end();
}

} // namespace

TEST_CASE("a hard-wrapped text reads as the same text unwrapped", "[model]") {
    const LanguageEngine *engine = trained_engine();
    if (engine == nullptr) {
        return;
    }
    for (std::size_t n = 0; n < news.size(); ++n) {
        const std::string plain = to_conllu(parsed(*engine, news[n]));
        CHECK(plain.size() > 5000);
        for (const std::size_t width : {50U, 65U, 72U, 80U, 100U}) {
            for (const std::string line_end : {"\n", "\r\n"}) {
                INFO("text " << n << ", wrapped at " << width << (line_end.size() == 2 ? ", Windows line ends" : ""));
                const std::string difference =
                    first_difference(plain, to_conllu(parsed(*engine, wrapped(news[n], width, line_end))));
                CAPTURE(difference);
                CHECK(difference.empty());
            }
        }
    }
}

TEST_CASE("two threads give the same bytes as one", "[model]") {
    const LanguageEngine *engine = trained_engine();
    if (engine == nullptr) {
        return;
    }
    const auto parse_all = [](const LanguageEngine &used) {
        std::string result;
        LanguageEngine::Scratch scratch;
        for (const std::string &text : news) {
            std::istringstream input(text);
            std::ostringstream output;
            Diagnostics diagnostics;
            parse_text(input, "news", used, scratch, output, diagnostics);
            result += output.str();
        }
        return result;
    };
    const std::string expected = parse_all(*engine);
    const LanguageEngine other = LanguageEngine::load(Resources().model());
    std::vector<std::string> results(3);
    std::thread first([&] { results[0] = parse_all(*engine); });
    std::thread second([&] { results[1] = parse_all(*engine); });
    std::thread third([&] { results[2] = parse_all(other); });
    first.join();
    second.join();
    third.join();
    for (const std::string &result : results) {
        const std::string difference = first_difference(expected, result);
        CAPTURE(difference);
        CHECK(difference.empty());
    }
}

TEST_CASE("a sentence's tree does not depend on the document around it", "[model]") {
    const LanguageEngine *engine = trained_engine();
    if (engine == nullptr) {
        return;
    }
    LanguageEngine::Scratch scratch;
    std::size_t compared = 0;
    for (const std::string &text : news) {
        const Document whole = parsed(*engine, text);
        for (const Sentence &sentence : whole.sentences) {
            Document alone;
            alone.text = whole.text;
            alone.sentences = {sentence};
            alone.sentences[0].first_token = 0;
            alone.sentences[0].end_token = static_cast<std::uint32_t>(sentence.size());
            for (const Token &token : whole.tokens_of(sentence)) {
                Token bare;
                bare.form = token.form;
                bare.span = token.span;
                bare.space_after = token.space_after;
                alone.tokens.push_back(bare);
            }
            engine->annotate_tokens(alone, scratch);
            const auto expected = whole.tokens_of(sentence);
            CHECK(std::equal(alone.tokens.begin(), alone.tokens.end(), expected.begin(), expected.end()));
            ++compared;
        }
    }
    CHECK(compared > 30);
}

TEST_CASE("a model within its limits", "[model]") {
    const LanguageEngine *engine = trained_engine();
    if (engine == nullptr) {
        return;
    }
    CHECK(std::filesystem::file_size(Resources().model()) <= std::uintmax_t{25} * 1000 * 1000);
    for (const char *word : {"licence", "data", "recipe", "scores"}) {
        CHECK_THAT(std::string(engine->model_header()), Catch::Matchers::Contains(word));
    }
}

TEST_CASE("the model reads a passive with its agent", "[model]") {
    if (const LanguageEngine *engine = trained_engine()) {
        const Reading reading(*engine, "The report was rejected by the minister on Tuesday.");
        CHECK(reading.token("report").deprel == "nsubj:pass");
        CHECK(reading.head_of("report") == "rejected");
        CHECK(reading.token("was").deprel == "aux:pass");
        CHECK(reading.token("minister").deprel == "obl:agent");
        CHECK(reading.head_of("minister") == "rejected");
        CHECK(reading.token("rejected").head == Token::root_head);
        CHECK(reading.token("rejected").lemma == "reject");
        CHECK(feature(reading.token("rejected").feats, "Voice") == "Pass");
        CHECK(feature(reading.token("rejected").feats, "VerbForm") == "Part");
        CHECK(reading.head_of("Tuesday") == "rejected");
    }
}

TEST_CASE("the model splits contractions and possessives", "[model]") {
    if (const LanguageEngine *engine = trained_engine()) {
        for (const std::string text :
             {"Russia's envoy didn't sign the treaty.", "Russia’s envoy didn’t sign the treaty."}) {
            const Reading reading(*engine, text);
            INFO(text);
            const std::string sign = text.find('\'') == std::string::npos ? "’" : "'";
            CHECK(reading.forms() == std::vector<std::string>{"Russia", sign + "s", "envoy", "did", "n" + sign + "t",
                                                              "sign", "the", "treaty", "."});
            CHECK(reading.document().multiword_tokens.size() == 2);
            CHECK(reading.token("n" + sign + "t").lemma == "not");
            CHECK(reading.head_of("n" + sign + "t") == "sign");
            CHECK(reading.token("Russia").deprel == "nmod:poss");
            CHECK(reading.head_of("Russia") == "envoy");
            CHECK(reading.token("envoy").deprel == "nsubj");
            CHECK(reading.head_of("envoy") == "sign");
            CHECK(reading.token("did").lemma == "do");
            CHECK(reading.token("did").upos == Upos::AUX);
        }
        const Reading cannot(*engine, "They won't leave, and we can't stay.");
        CHECK(cannot.token("wo").lemma == "will");
        CHECK(cannot.token("ca").lemma == "can");
    }
}

TEST_CASE("the model attaches relative and complement clauses", "[model]") {
    if (const LanguageEngine *engine = trained_engine()) {
        const Reading relative(*engine, "The man who signed the letter left the country.");
        CHECK(relative.token("signed").deprel == "acl:relcl");
        CHECK(relative.head_of("signed") == "man");
        CHECK(relative.token("who").deprel == "nsubj");
        CHECK(relative.head_of("man") == "left");
        CHECK(relative.token("country").deprel == "obj");

        const Reading said(*engine, "The minister said that the talks had failed.");
        CHECK(said.token("said").head == Token::root_head);
        CHECK(said.token("failed").deprel == "ccomp");
        CHECK(said.head_of("failed") == "said");
        CHECK(said.token("that").deprel == "mark");
        CHECK(said.head_of("minister") == "said");
        CHECK(said.head_of("talks") == "failed");
    }
}

TEST_CASE("the model tags and lemmatizes", "[model]") {
    if (const LanguageEngine *engine = trained_engine()) {
        const Reading reading(*engine, "She has denied the charges, but officials were not convinced.");
        CHECK(reading.token("She").upos == Upos::PRON);
        CHECK(feature(reading.token("She").feats, "Person") == "3");
        CHECK(reading.token("has").upos == Upos::AUX);
        CHECK(reading.token("has").lemma == "have");
        CHECK(reading.token("denied").upos == Upos::VERB);
        CHECK(reading.token("denied").lemma == "deny");
        CHECK(reading.token("charges").lemma == "charge");
        CHECK(feature(reading.token("charges").feats, "Number") == "Plur");
        CHECK(reading.token("officials").upos == Upos::NOUN);
        CHECK(reading.token("were").lemma == "be");
        CHECK(feature(reading.token("were").feats, "Tense") == "Past");
        CHECK(reading.token("not").upos == Upos::PART);
        CHECK(reading.token("but").upos == Upos::CCONJ);
        CHECK(reading.token(",").upos == Upos::PUNCT);
    }
}

TEST_CASE("the model finds persons, organizations and places", "[model]") {
    if (const LanguageEngine *engine = trained_engine()) {
        const Reading first(*engine, "Barack Obama met Angela Merkel in Berlin on Tuesday.");
        CHECK(has(first.names(), "PER Barack Obama"));
        CHECK(has(first.names(), "PER Angela Merkel"));
        CHECK((has(first.names(), "GPE Berlin") || has(first.names(), "LOC Berlin")));
        const Reading second(*engine, "The United Nations and the European Union criticised Russia, John Smith said.");
        const std::vector<std::string> names = second.names();
        CHECK((has(names, "ORG United Nations") || has(names, "ORG The United Nations")));
        CHECK((has(names, "ORG European Union") || has(names, "ORG the European Union")));
        CHECK((has(names, "GPE Russia") || has(names, "LOC Russia")));
        CHECK(has(names, "PER John Smith"));
    }
}

TEST_CASE("the model ends sentences at full stops, not at abbreviations", "[model]") {
    if (const LanguageEngine *engine = trained_engine()) {
        const Reading reading(*engine,
                              "Gen. Karl Invented left the U.S. Senate on Monday with Dr. Ruth Fiction. He did "
                              "not answer questions at 5 p.m. and left. \"No comment,\" said Lt. Col. Peter "
                              "Nobody.");
        CHECK(reading.document().sentences.size() == 3);
        CHECK(has(reading.forms(), "Gen."));
        CHECK(has(reading.forms(), "U.S."));
        CHECK(has(reading.forms(), "p.m."));
        CHECK(has(reading.forms(), "Dr."));
    }
}
