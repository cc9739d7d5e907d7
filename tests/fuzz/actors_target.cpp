// A user's files: a dictionary of actors, and overrides.

#include "targets.h"

#include "base/error.h"
#include "resolve/entity/actor_dictionary.h"
#include "resolve/entity/overrides.h"

#include <string>

using namespace gainsay;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    ActorDictionary actors;
    Diagnostics diagnostics;
    actors.add("FIRST_ [NORGOV]\n", "first.txt", {{"NOR", "NO"}}, diagnostics);
    actors.add(text, "actors.txt", {{"NOR", "NO"}, {"USA", "US"}}, diagnostics);
    fuzz::must(actors[0].codes.size() == 1, "a file's codes are those of its own actors");
    for (std::size_t i = 0; i < actors.size(); ++i) {
        fuzz::must(!actors[i].name.empty(), "an actor has a name");
    }
    for (const Diagnostic &each : diagnostics.entries()) {
        fuzz::must(each.line.has_value(), "a remark has its line");
    }
    try {
        Overrides::parse(text, "overrides.txt");
    } catch (const InputError &error) {
        fuzz::must(std::string(error.what()).find("overrides.txt") != std::string::npos, "the message names the file");
    }
    return 0;
}
