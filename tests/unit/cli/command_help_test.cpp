#include "cli/commands/commands.h"
#include "cli/help/choices.h"
#include "cli/help/command_help.h"
#include "cli/help/help_text.h"
#include "cli/help/man_page.h"
#include "cli/help/misspelling.h"

#include <CLI/CLI.hpp>
#include <catch2/catch.hpp>

#include <memory>
#include <string>
#include <vector>

using namespace gainsay;
using Catch::Matchers::Contains;

namespace {

CommandRun setup_draw(CLI::App &app) {
    auto values = std::make_shared<std::vector<std::string>>(3);
    auto wide = std::make_shared<bool>(false);
    app.add_option("graph", values->at(0), "Graph to draw")->type_name("GRAPH.json")->required();
    limit_choices(*app.add_option("-c,--colour", values->at(1), "Colour of the ink")->type_name("COLOUR"),
                  {{"black", ""}, {"blue", ""}});
    app.add_option("-o,--output", values->at(2), "File to write")->type_name("FILE");
    app.add_flag("--wide", *wide, "Draw it wide");
    return [values, wide](const EngineOptions & /*engine*/) { return ExitStatus::done; };
}

const HelpPage program_page = {.name = "gainsay", .summary = "Draws", .details = "", .examples = {}, .exit_status = ""};
const std::vector<Command> one_command = {{{.name = "draw",
                                            .summary = "Draw a graph",
                                            .details = ".first a dot, then a \\ and a 'quote'",
                                            .examples = {{"gainsay draw graph.json", "Draw it"}},
                                            .exit_status = "0 drawn; 1 there is nothing to draw"},
                                           setup_draw}};

/// The program with its one command.
struct Drawing {
    CLI::App app{"Draws", "gainsay"};
    CommandRun run = setup_draw(*app.add_subcommand("draw", "Draw a graph"));
    CommandHelp help = describe(app, program_page, one_command);
    const CommandHelp &draw = help.commands.front();
};

std::string misspelling(const std::vector<std::string> &arguments) {
    const Drawing drawing;
    const auto found = find_misspelling(drawing.help, arguments);
    return found ? found->message : "";
}

} // namespace

TEST_CASE("help is read off the options that the command takes") {
    const Drawing drawing;
    CHECK(drawing.draw.path == "gainsay draw");
    REQUIRE(drawing.draw.arguments.size() == 1);
    CHECK(drawing.draw.arguments.front().value == "GRAPH.json");
    CHECK(drawing.draw.arguments.front().is_required);
    CHECK(is_file(drawing.draw.arguments.front()));
    CHECK(usage_line(drawing.draw) == "gainsay draw [OPTIONS] GRAPH.json");
    const std::string text = help_text(drawing.draw);
    CHECK_THAT(text,
               Contains("  -c, --colour COLOUR     Colour of the ink\n                            black, blue\n"));
    CHECK_THAT(text, Contains("  --wide                  Draw it wide\n"));
    CHECK_THAT(text, Contains("Exit status: 0 drawn; 1 there is nothing to draw; 2 wrong usage;"));
}

TEST_CASE("an option takes its choices alone") {
    Drawing drawing;
    CHECK_NOTHROW(drawing.app.parse("draw g --colour blue"));
    Drawing other;
    CHECK_THROWS_WITH(other.app.parse("draw g --colour bleu"), Contains("did you mean 'blue'?"));
}

TEST_CASE("manual pages take no text for a command of groff") {
    const Drawing drawing;
    const std::string page = man_page(drawing.help, drawing.draw);
    CHECK_THAT(page, Contains("\n\\&.first a dot, then a \\e and a \\(aqquote\\(aq\n"));
    CHECK_THAT(page, Contains(".SH NAME\ngainsay\\-draw \\- Draw a graph\n"));
    CHECK_THAT(page, Contains("\\fB\\-c\\fR, \\fB\\-\\-colour\\fR \\fICOLOUR\\fR\n"));
    CHECK(man_page_name(drawing.draw) == "gainsay-draw.1");
}

TEST_CASE("the first wrong word is told, values are passed over") {
    CHECK(misspelling({"draw", "g"}).empty());
    CHECK(misspelling({"drwa"}) == "there is no command 'drwa'; did you mean 'draw'?");
    CHECK(misspelling({"draw", "--wied"}) == "gainsay draw has no option '--wied'; did you mean '--wide'?");
    CHECK(misspelling({"draw", "--output", "--wied"}).empty());
    CHECK(misspelling({"draw", "--output=x", "--wied"}) ==
          "gainsay draw has no option '--wied'; did you mean '--wide'?");
    CHECK(misspelling({"draw", "-oout", "-cblue", "g"}).empty());
    CHECK(misspelling({"draw", "-x"}) == "gainsay draw has no option '-x'");
    CHECK(misspelling({"draw", "--", "--wied"}).empty());
    CHECK(misspelling({"draw", "-", "-5"}).empty());
}
