#include "base/temporary_files.h"
#include "cli/command_line.h"
#include "cli/io/safe_text.h"
#include "cli/io/standard_streams.h"

#include <csignal>
#include <cstdio>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

namespace {

int run(int argc, char **argv) {
    gainsay::open_standard_descriptors();
    gainsay::remove_temporaries_on_signals();
    // A file that may not grow (ulimit -f) is an error to report, not a death that leaves half a file.
    std::signal(SIGXFSZ, SIG_IGN);
    std::ios::sync_with_stdio(false);
    // Names of files and words of articles stand in messages.
    const gainsay::SafeStream safe_errors(std::cerr);
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    gainsay::ExitStatus status = gainsay::run_command_line(arguments, gainsay::commands(), std::cout, std::cerr);
    if (!std::cout.flush() && status != gainsay::ExitStatus::wrong_usage) {
        std::cerr << "gainsay: cannot write to standard output\n";
        status = gainsay::ExitStatus::nothing_done;
    }
    return static_cast<int>(status);
}

} // namespace

int main(int argc, char **argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception &error) {
        // What comes before a command runs, and its own errors have become messages already: no memory is left.
        std::fputs("gainsay: ", stderr);
        std::fputs(error.what(), stderr);
        std::fputs("\n", stderr);
        return static_cast<int>(gainsay::ExitStatus::nothing_done);
    }
}
