// Writes the manual pages and the shells' completions into a folder, from the tables that the help is made of.
#include "base/atomic_file.h"
#include "cli/command_line.h"
#include "cli/help/completion.h"
#include "cli/help/man_page.h"

#include <exception>
#include <filesystem>
#include <iostream>

int main(int argc, char **argv) {
    if (argc != 2) {
        std::cerr << "usage: make_command_files FOLDER\n";
        return 2;
    }
    try {
        const std::filesystem::path folder = argv[1];
        std::filesystem::create_directories(folder);
        const gainsay::CommandHelp program = gainsay::describe_program(gainsay::commands());
        gainsay::write_file(folder / man_page_name(program), man_page(program, program));
        for (const gainsay::CommandHelp &command : program.commands) {
            gainsay::write_file(folder / man_page_name(command), man_page(program, command));
        }
        gainsay::write_file(folder / "gainsay.bash", bash_completion(program));
        gainsay::write_file(folder / "_gainsay", zsh_completion(program));
        gainsay::write_file(folder / "gainsay.fish", fish_completion(program));
    } catch (const std::exception &error) {
        std::cerr << error.what() << '\n';
        return 3;
    }
    return 0;
}
