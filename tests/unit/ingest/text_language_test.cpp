#include "ingest/zones/text_language.h"

#include "ingest/article_reader.h"

#include <catch2/catch.hpp>

#include <string>

using namespace gainsay;

namespace {

const std::string english =
    "The harbour office of Ostby denied on Monday that it had let the tanker in without papers. Ida Rusk, who leads "
    "it, "
    "said that nobody had signed anything in that night, and that she would wait for the inquiry. ";
const std::string german =
    "Das Hafenamt von Ostby hat am Montag bestritten, dass es den Tanker ohne Papiere eingelassen habe. Die Leiterin "
    "Ida "
    "Rusk sagte, niemand habe in jener Nacht etwas unterschrieben, und sie warte auf die Untersuchung. ";
const std::string french = "Le bureau du port d'Ostby a nié lundi avoir laissé entrer le pétrolier sans papiers. Ida "
                           "Rusk, qui le dirige, a dit "
                           "que personne n'avait rien signé cette nuit-là, et qu'elle attendrait l'enquête. ";
const std::string russian =
    "Управление порта в понедельник отрицало, что впустило танкер без документов. Его начальник сказала, что в ту ночь "
    "никто ничего не подписывал и что она подождёт, что покажет расследование, прежде чем говорить с журналистами. ";
const std::string chinese =
    "港口办公室星期一否认曾让没有文件的油轮进港。负责人说那天晚上没有人签署任何文件，她会等待调查结果。船长说他离开时手"
    "里"
    "拿着港口的文件。油轮的主人拒绝评论，说他们会等待调查的结果，然后在法庭上回答所有的问题。市长说她从来没有听说过这件"
    "事，"
    "警方已经开始询问当天晚上在码头工作的所有人员，并且表示将在下个月公布全部的调查报告和有关的证据。";

} // namespace

TEST_CASE("languages are told") {
    CHECK_FALSE(foreign_language(english));
    CHECK(foreign_language(german) == "German");
    CHECK(foreign_language(french) == "French");
    CHECK(foreign_language(russian) == "Russian");
    CHECK(foreign_language(chinese) == "Chinese");
}

TEST_CASE("a short text and one of no language are read") {
    CHECK_FALSE(foreign_language("Das Hafenamt von Ostby hat am Montag alles bestritten."));
    CHECK_FALSE(foreign_language(""));
    CHECK_FALSE(foreign_language("12 34 56 78"));
    std::string names;
    for (int i = 0; i < 20; ++i) {
        names += "Ostby Vael Tolm Rusk Vell Moe Lind Berg Norwick ";
    }
    CHECK_FALSE(foreign_language(names));
}

TEST_CASE("the larger part of a mixed text decides") {
    CHECK_FALSE(foreign_language(english + english + german));
    CHECK(foreign_language(german + german + german + english) == "German");
    // A quotation in another language.
    CHECK_FALSE(foreign_language(english + "“Das ist eine Lüge”, she said. " + english));
}

TEST_CASE("documents in other languages are left out, unless they are asked for") {
    const auto read = [](const std::string &text, bool any) {
        IngestOptions options;
        options.any_language = any;
        RawArticle article;
        article.source = "a.txt";
        article.given.id = "a";
        article.content = text;
        return ArticleReader(options).read(std::move(article));
    };
    const DocumentItem left_out = read(german, false);
    REQUIRE(std::holds_alternative<DocumentFailure>(left_out));
    const Diagnostic &reason = std::get<DocumentFailure>(left_out).reason;
    CHECK(reason.severity == Severity::warning);
    CHECK(reason.message == "left out: German, not English (--any-language reads it all the same)");
    CHECK(std::holds_alternative<IngestedDocument>(read(german, true)));
    CHECK(std::holds_alternative<IngestedDocument>(read(english, false)));
}
