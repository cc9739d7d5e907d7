#include "extract/text_fingerprint.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iterator>
#include <sstream>

using namespace gainsay;

namespace {

/// One sentence a line, words between blanks.
Document document(const std::string &text) {
    Document document;
    document.text = text;
    std::istringstream lines(text);
    std::size_t at = 0;
    for (std::string line; std::getline(lines, line);) {
        Sentence sentence;
        sentence.span = {at, at + line.size()};
        sentence.first_token = static_cast<std::uint32_t>(document.tokens.size());
        std::istringstream words(line);
        for (std::string word; words >> word;) {
            Token token;
            token.form = word;
            token.span = sentence.span;
            document.tokens.push_back(token);
        }
        sentence.end_token = static_cast<std::uint32_t>(document.tokens.size());
        document.sentences.push_back(sentence);
        at += line.size() + 1;
    }
    return document;
}

std::size_t shared(const std::string &a, const std::string &b) {
    const std::vector<std::uint32_t> one = fingerprint(document(a));
    const std::vector<std::uint32_t> other = fingerprint(document(b));
    std::vector<std::uint32_t> both;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(both));
    return both.size();
}

const std::string passage = "the harbor board said on friday that the bridge would stay closed until the end of march";

} // namespace

TEST_CASE("Texts that share twelve words in a row share a hash, whatever stands around them") {
    CHECK(shared("a b c d e f g " + passage, passage + " h i j k l m n") >= 1);
    CHECK(shared(passage, "The Harbor Board said on Friday that the bridge would stay closed until the end of March") ==
          fingerprint(document(passage)).size());
}

TEST_CASE("Other words, other order and short texts share nothing") {
    CHECK(shared(passage, "march of end the until closed stay would bridge the that friday on said board harbor the") ==
          0);
    CHECK(fingerprint(document("too short a text")).empty());
    CHECK(fingerprint(document("")).empty());
}

TEST_CASE("Punctuation does not count, boilerplate neither") {
    CHECK(shared("the harbor board , said , on friday that the bridge would stay closed until the end of march .",
                 passage) == fingerprint(document(passage)).size());
    Document all = document(passage + "\n" + passage + " and more words that nobody needs to read at all");
    const std::size_t before = fingerprint(all).size();
    all.zones.push_back({all.sentences[1].span, Zone::boilerplate});
    CHECK(fingerprint(all) == fingerprint(document(passage)));
    CHECK(before > fingerprint(all).size());
}
