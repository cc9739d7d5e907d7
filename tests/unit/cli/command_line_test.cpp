#include "base/error.h"
#include "cli/command_line.h"
#include "cli/help/nearest_name.h"
#include "engine/engine.h"

#include <CLI/CLI.hpp>
#include <catch2/catch.hpp>

#include <memory>
#include <new>
#include <sstream>
#include <string>
#include <vector>

using namespace gainsay;

namespace {

/// What the command was run with.
EngineOptions told;

/// Stands for a real command: ends as its option says.
CommandRun setup_end(CLI::App &app) {
    auto how = std::make_shared<std::string>();
    app.add_option("--as", *how, "How to end");
    return [how](const EngineOptions &engine) {
        told = engine;
        if (*how == "input") {
            throw InputError("a.txt", "a text", "a picture");
        }
        if (*how == "usage") {
            throw UsageError("--kinds", "a kind of edge", "'foo'");
        }
        if (*how == "memory") {
            throw std::bad_alloc();
        }
        return *how == "some" ? ExitStatus::some_refused : ExitStatus::done;
    };
}

const std::vector<Command> two_commands = {
    {{.name = "build", .summary = "Builds", .details = "", .examples = {}, .exit_status = ""}, setup_end},
    {{.name = "export", .summary = "Exports", .details = "", .examples = {}, .exit_status = ""}, setup_end}};

struct Outcome {
    int status;
    std::string output;
    std::string errors;
};

Outcome run(const std::vector<std::string> &arguments) {
    std::ostringstream output;
    std::ostringstream errors;
    const ExitStatus status = run_command_line(arguments, two_commands, output, errors);
    return {static_cast<int>(status), output.str(), errors.str()};
}

} // namespace

TEST_CASE("a command's status is the program's") {
    CHECK(run({"build"}).status == 0);
    CHECK(run({"build", "--as", "some"}).status == 1);
    CHECK(run({"build"}).errors.empty());
}

TEST_CASE("named errors become one message and a status") {
    CHECK(run({"build", "--as", "input"}).status == 3);
    CHECK(run({"build", "--as", "input"}).errors == "gainsay: a.txt: expected a text, found a picture\n");
    CHECK(run({"build", "--as", "usage"}).status == 2);
    CHECK(run({"build", "--as", "memory"}).status == 3);
    CHECK(run({"build", "--as", "memory"}).errors == "gainsay: out of memory\n");
}

TEST_CASE("wrong usage is 2, says what is wrong and writes no data") {
    for (const std::vector<std::string> &arguments : std::vector<std::vector<std::string>>{
             {}, {"--no-such"}, {"build", "--no-such"}, {"build", "--as"}, {"biuld"}}) {
        const Outcome outcome = run(arguments);
        CHECK(outcome.status == 2);
        CHECK(outcome.output.empty());
        CHECK_THAT(outcome.errors, Catch::Matchers::Contains("--help"));
    }
    CHECK_THAT(run({"build", "--no-such"}).errors, Catch::Matchers::Contains("gainsay build --help"));
}

TEST_CASE("a misspelt command gets a suggestion") {
    CHECK(run({"biuld"}).errors ==
          "gainsay: there is no command 'biuld'; did you mean 'build'?\nTry 'gainsay --help'.\n");
    CHECK(run({"quux"}).errors == "gainsay: there is no command 'quux'\nTry 'gainsay --help'.\n");
    CHECK(nearest_name("exprot", {"build", "export"}) == "export");
    CHECK(nearest_name("x", {"build", "export"}).empty());
}

TEST_CASE("help and version are data") {
    CHECK(run({"--version"}).output.substr(0, 8) == "gainsay ");
    CHECK(run({"--version"}).errors.empty());
    const Outcome help = run({"--help"});
    CHECK(help.status == 0);
    CHECK_THAT(help.output, Catch::Matchers::Contains("build") && Catch::Matchers::Contains("Exit status"));
    CHECK_THAT(run({"export", "--help"}).output, Catch::Matchers::Contains("--as"));
}

TEST_CASE("resources and model can be named before and after the command") {
    run({"build", "--model", "/x/y.model"});
    CHECK(told.model == "/x/y.model");
    CHECK(told.resources.empty());
    run({"--resources", "/nonexistent", "build"});
    CHECK(told.resources == "/nonexistent");
    CHECK(told.model.empty());
}
