// Every reader of JSON takes what RFC 8259 calls JSON and refuses what it does not, whatever part of the text it reads
// itself. The kinds of cases are those that parsers are known to differ in.

#include "base/error.h"
#include "graph/graph_json.h"
#include "ingest/sources/json_record.h"
#include "observation/observation_json.h"

#include <catch2/catch.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

using namespace gainsay;
using namespace std::string_literals;

namespace {

/// A reader with a text that it takes, into which a value can be put where it reads none of its own.
struct Reader {
    const char *name;
    std::string before;
    std::string after;
    std::function<void(const std::string &)> read;
};

const std::vector<Reader> &readers() {
    static const std::vector<Reader> all = {
        {"a line of JSON Lines", R"({"id":"a","text":"Tolland denied it.","more":)", "}",
         [](const std::string &json) {
             Diagnostics diagnostics;
             const JsonRecord record = read_json_record(json, FieldNames(), "x", 1, diagnostics);
             REQUIRE(record.text == "Tolland denied it.");
         }},
        {"metadata beside a text", R"({"title":"It is denied","more":)", "}",
         [](const std::string &json) {
             Diagnostics diagnostics;
             FieldNames fields;
             fields.text.clear();
             const JsonRecord record = read_json_record(json, fields, "x", {}, diagnostics);
             REQUIRE(record.meta.title == "It is denied");
         }},
        {"a graph", R"({"schema":"gainsay-graph/1","nodes":[],"more":)", R"(,"edges":[]})",
         [](const std::string &json) { read_graph_json(json, "x"); }},
        {"an attribute in a graph",
         R"({"schema":"gainsay-graph/1","nodes":[{"id":"a","kind":"Person","label":"A","attributes":{"more":)",
         R"(}}],"edges":[]})", [](const std::string &json) { read_graph_json(json, "x"); }},
        {"observations",
         R"({"document":{"id":"a","title":null,"outlet":null,"author":null,"published":null,"url":null,"sha256":""},)"
         R"("entities":[],"attributions":[],"events":[],"more":)",
         "}", [](const std::string &json) { parse_json_line(json, "x", 1); }},
    };
    return all;
}

bool takes(const Reader &reader, const std::string &json) {
    try {
        reader.read(json);
    } catch (const InputError &error) {
        CHECK(std::string(error.what()).starts_with("x"));
        return false;
    }
    return true;
}

void check_values(const std::vector<std::string> &values, bool good) {
    for (const std::string &value : values) {
        for (const Reader &reader : readers()) {
            INFO(reader.name << ": " << value);
            CHECK(takes(reader, reader.before + value + reader.after) == good);
        }
    }
}

/// Whole texts, of which `good` ones stand for the reader's own.
void check_texts(const std::function<std::string(const std::string &)> &change, bool good) {
    for (const Reader &reader : readers()) {
        const std::string text = change(reader.before + "0" + reader.after);
        INFO(reader.name << ": " << text);
        CHECK(takes(reader, text) == good);
    }
}

std::string quoted(const std::string &text) {
    return "\"" + text + "\"";
}

} // namespace

TEST_CASE("JSON: numbers") {
    check_values({"0",
                  "-0",
                  "1",
                  "-1",
                  "10",
                  "1.5",
                  "-1.25",
                  "0.5",
                  "1e5",
                  "1E5",
                  "1e+5",
                  "1e-5",
                  "1E-2",
                  "0e1",
                  "0E+1",
                  "1.5e3",
                  "123456789012345678901234567890",
                  "-9223372036854775808",
                  "18446744073709551615",
                  "0.1234567890123456789012",
                  "1e-400",
                  "-0.0"},
                 true);
    check_values({"01",  "-01",      "00",   "-",     "+1",           "1.",    ".1", "-.1",   "1.e1", "1e",
                  "1e+", "1e-",      "1eE2", "1.5e",  "0x1",          "1_0",   "1a", "1.2.3", "--1",  "1 2",
                  "NaN", "Infinity", "-Inf", "1,000", "\xEF\xBC\x91", "1e1.5", "0e", "2.e3",  "+",    "-foo"},
                 false);
}

TEST_CASE("JSON: literals") {
    check_values({"true", "false", "null", " true ", "\t\n\r null"}, true);
    check_values({"True", "FALSE", "nul", "truee", "nulll", "tru", "undefined", "", " ", "nan", "t", "true false"},
                 false);
}

TEST_CASE("JSON: strings") {
    check_values({quoted(""),
                  quoted("a"),
                  quoted(R"(\"\\\/\b\f\n\r\t)"),
                  quoted(R"(\u0041\u00e9\u00E9)"),
                  quoted("\\u0000"),
                  quoted("\\ud83d\\ude00"),
                  quoted("\\uD83D\\uDE00"),
                  quoted("\\\\udc00"),
                  quoted("\\\\u12"),
                  quoted("\x7F"),
                  quoted("caf\xC3\xA9"),
                  quoted("\xF0\x9F\x99\x82"),
                  quoted("\xEF\xBF\xBF"),
                  quoted("\\uFFFE"),
                  quoted("\xF4\x8F\xBF\xBF"),
                  quoted("\xEF\xBB\xBF"),
                  quoted("\xE2\x80\xA8"),
                  quoted("//"),
                  quoted("/*"),
                  quoted("'"),
                  quoted("{"),
                  quoted("]")},
                 true);
    check_values({"\"",
                  "\"a",
                  "a\"",
                  "'a'",
                  "`a`",
                  quoted("\\"),
                  quoted("\\x41"),
                  quoted("\\a"),
                  quoted("\\'"),
                  quoted("\\0"),
                  quoted("\\U0041"),
                  quoted("\\u"),
                  quoted("\\u00"),
                  quoted("\\u00g0"),
                  quoted("\\u 041"),
                  quoted("\\u-041"),
                  quoted("\\u+041"),
                  quoted("\\\xC3\xA9"),
                  quoted("\n"),
                  quoted("\t"),
                  quoted("\r"),
                  quoted("\x01"),
                  quoted("\x1F"),
                  quoted("a\0b"s),
                  quoted("\\\n"),
                  quoted("a\"b"),
                  R"("a" "b")",
                  "\u201ca\u201d",
                  "a",
                  "\\u0022a\\u0022"},
                 false);
}

TEST_CASE("JSON: strings that are no Unicode") {
    check_values({quoted("\\ud800"),
                  quoted("\\udbff"),
                  quoted("\\udc00"),
                  quoted("\\udfff"),
                  quoted("\\ud800\\ud800"),
                  quoted("\\ude00\\ud83d"),
                  quoted("\\ud83dx"),
                  quoted("\\ud83d\\n"),
                  quoted("\\ud83d\\u0041"),
                  quoted(R"(\ud83d\ude00\ude00)"),
                  quoted("\\ud83d\\u"),
                  quoted("x\\udc00y"),
                  quoted(R"(\\\udc00)"),
                  quoted("\xFF"),
                  quoted("\x80"),
                  quoted("\xC0\x80"),
                  quoted("\xC1\xBF"),
                  quoted("\xC3"),
                  quoted("\xE2\x82"),
                  quoted("\xE0\x80\x80"),
                  quoted("\xED\xA0\x80"),
                  quoted("\xED\xB0\x80"),
                  quoted("\xF0\x80\x80\x80"),
                  quoted("\xF4\x90\x80\x80"),
                  quoted("\xF8\x88\x80\x80\x80"),
                  quoted("\xFC\x84\x80\x80\x80\x80"),
                  quoted("caf\xE9"),
                  quoted("\xFE\xFF")},
                 false);
    // In a name as in a value, at any depth.
    check_values({R"({"\udc00":1})", R"([[{"a":["\udc00"]}]])", "{\"\xED\xB0\x80\":1}", R"({"\ud800":1})"}, false);
}

TEST_CASE("JSON: arrays and objects") {
    check_values({"[]", "[ ]", "[1]", "[1,2]", "[[],{}]", "[null,\"\",0,true]", "{}", "{ }", R"({"a":1})",
                  R"({"a":1,"a":2})", R"({"":0})", R"({"a":{"b":[{}]}})", R"({"a b":1})", R"({"\u0061":1})",
                  "[\n1\t,\r 2 ]", std::string(60, '[') + std::string(60, ']')},
                 true);
    check_values({"[1,]",
                  "[,1]",
                  "[1,,2]",
                  "[,]",
                  "[1 2]",
                  "[1",
                  "1]",
                  "[",
                  "]",
                  "[}",
                  "{]",
                  "[1}",
                  "[1;2]",
                  "[\"a\"",
                  "[1]]",
                  "[[1]",
                  "[1:2]",
                  "[*]",
                  "[1,\n1\n,1",
                  "{\"a\":1,}",
                  "{,\"a\":1}",
                  R"({"a":1,,"b":2})",
                  "{\"a\"}",
                  "{\"a\":}",
                  "{:1}",
                  "{\"a\" 1}",
                  "{\"a\",1}",
                  "{\"a\"::1}",
                  "{a:1}",
                  "{'a':1}",
                  "{1:1}",
                  "{null:1}",
                  "{[]:1}",
                  "{\"a\":1",
                  "{\"a\"",
                  "{",
                  "}",
                  "{}}",
                  R"({"a":1 "b":2})",
                  "{\"a\":1}{}",
                  R"({"a":"b":"c"})",
                  "<null>",
                  "(1)"},
                 false);
}

TEST_CASE("JSON: white space, comments, signs between") {
    check_values({" 1", "1 ", "\t1\t", "\n1\n", "\r\n1"}, true);
    check_values({"\f1", "\v1", "\u00a01", "\u20601", "\ufeff1", "1//", "/*1*/1", "#1\n1", "1;", "\b1", "\\n1", "-- 1",
                  "1\0"s, "\0001"s},
                 false);
}

TEST_CASE("JSON: whole texts") {
    check_texts([](const std::string &text) { return text; }, true);
    check_texts([](const std::string &text) { return " \t\r\n" + text + " \n"; }, true);
    check_texts([](const std::string &text) { return "\xEF\xBB\xBF" + text; }, true);
    const std::vector<std::function<std::string(const std::string &)>> bad = {
        [](const std::string &) { return ""; },
        [](const std::string &) { return " "; },
        [](const std::string &) { return "[]"; },
        [](const std::string &) { return "\"x\""; },
        [](const std::string &) { return "1"; },
        [](const std::string &) { return "null"; },
        [](const std::string &) { return "{}"; },
        [](const std::string &text) { return text + text; },
        [](const std::string &text) { return text + "}"; },
        [](const std::string &text) { return text + ","; },
        [](const std::string &text) { return text + "x"; },
        [](const std::string &text) { return text + "\0"s; },
        [](const std::string &text) { return text + "\0x"s; },
        [](const std::string &text) { return text + "//"; },
        [](const std::string &text) { return "," + text; },
        [](const std::string &text) { return "\xEF\xBB" + text; },
        [](const std::string &text) { return "\xFF\xFE" + text; },
        [](const std::string &text) { return "(" + text + ")"; },
        [](const std::string &text) { return "[" + text + "]"; },
        [](const std::string &text) { return "\\u007b" + text.substr(1); },
        [](const std::string &text) { return text.substr(0, text.size() - 1); },
        [](const std::string &text) { return text.substr(1); },
    };
    for (std::size_t i = 0; i < bad.size(); ++i) {
        INFO("number " << i);
        // An object without fields is metadata that say nothing.
        if (i == 6) {
            CHECK_FALSE(takes(readers()[2], "{}"));
            continue;
        }
        check_texts(bad[i], false);
    }
    // Cut off anywhere.
    for (const Reader &reader : readers()) {
        const std::string text = reader.before + R"(["a",1.5e3,{"b":null}])" + reader.after;
        REQUIRE(takes(reader, text));
        for (std::size_t size = 0; size < text.size(); ++size) {
            INFO(reader.name << ": " << text.substr(0, size));
            CHECK_FALSE(takes(reader, text.substr(0, size)));
        }
    }
}

TEST_CASE("JSON: what RFC 8259 leaves open is refused or read, and never a crash") {
    const std::vector<std::string> values = {"1e999",
                                             "-1e999",
                                             "1e-999",
                                             "123123e100000",
                                             "0.4e00669999999999999999999999999",
                                             "100000000000000000000000000000000000000000000000000000000000000000000",
                                             std::string(90, '[') + std::string(90, ']'),
                                             std::string(99, '[') + std::string(99, ']'),
                                             std::string(100000, '[') + std::string(100000, ']'),
                                             std::string(100000, '['),
                                             quoted(std::string(1000000, 'x')),
                                             "[" + std::string(100000, ' ') + "]"};
    for (const std::string &value : values) {
        for (const Reader &reader : readers()) {
            takes(reader, reader.before + value + reader.after);
        }
    }
}
