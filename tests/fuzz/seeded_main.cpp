// The ordinary tests' fuzzer, for any compiler: every file of a corpus, then mutations of it by a fixed rule. The same
// arguments give the same inputs. `TARGET [--runs N] [--seed N] [--seconds S] CORPUS…`; an input that ends the program
// lies in the file `finding` of the working folder, and its number is on standard error.

#include "targets.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace {

/// What a handler needs to keep the input.
const std::string *running = nullptr; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

extern "C" void keep_input(int signal) {
    if (running != nullptr) {
        const int file = ::open("finding", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
        [[maybe_unused]] const ssize_t written = ::write(file, running->data(), running->size());
        constexpr const char message[] = "the input is in the file 'finding'\n";
        [[maybe_unused]] const ssize_t said = ::write(STDERR_FILENO, message, sizeof message - 1);
    }
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

class Mutator {
  public:
    Mutator(const std::vector<std::string> &corpus, std::uint32_t seed) : corpus_(&corpus), random_(seed) {}

    std::string next() {
        std::string input = any();
        for (std::size_t n = 1 + below(4); n > 0; --n) {
            mutate(input);
        }
        constexpr std::size_t longest = 20000;
        input.resize(std::min(input.size(), longest));
        return input;
    }

  private:
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }
    const std::string &any() { return (*corpus_)[below(corpus_->size())]; }

    void mutate(std::string &input) {
        const std::size_t at = below(input.size() + 1);
        switch (below(8)) {
        case 0: // a bit
            if (at < input.size()) {
                input[at] = static_cast<char>(static_cast<unsigned char>(input[at]) ^ (1U << below(8)));
            }
            break;
        case 1:
            if (at < input.size()) {
                input[at] = static_cast<char>(below(256));
            }
            break;
        case 2:
            input.erase(at, 1 + below(1 + below(40)));
            break;
        case 3: { // again
            const std::string part = input.substr(at, 1 + below(60));
            input.insert(below(input.size() + 1), part);
            break;
        }
        case 4: { // of another input
            const std::string &other = any();
            input.insert(at, other.substr(below(other.size() + 1), 1 + below(200)));
            break;
        }
        case 5: { // signs that mean something somewhere
            // NOLINTNEXTLINE(misc-misleading-bidirectional): an escape, which misleads no reader
            static const std::string backwards = "\xE2\x80\xAE";
            static const std::vector<std::string> signs = {"\\udc00",
                                                           "\\ud800",
                                                           "\\u0000",
                                                           "\"",
                                                           "{",
                                                           "}",
                                                           "[",
                                                           "]",
                                                           ",",
                                                           ":",
                                                           "null",
                                                           "-1",
                                                           "0",
                                                           "1e999",
                                                           "9223372036854775808",
                                                           "18446744073709551616",
                                                           "<",
                                                           ">",
                                                           "<!--",
                                                           "-->",
                                                           "<p ",
                                                           "</",
                                                           "&#0;",
                                                           "&",
                                                           "\n",
                                                           "\r\n",
                                                           "\n\n",
                                                           "\t",
                                                           std::string(1, '\0'),
                                                           "\xEF\xBB\xBF",
                                                           "\xFF\xFE",
                                                           "\xED\xA0\x80",
                                                           "\xC2",
                                                           backwards,
                                                           "\x1B[31m",
                                                           "\x7F",
                                                           "# newdoc id = ",
                                                           "SpaceAfter=No",
                                                           "+",
                                                           "_",
                                                           "#",
                                                           "|",
                                                           "'",
                                                           "\xC2\xAD",
                                                           "\xE2\x80\x9C",
                                                           "\xE2\x80\x9D",
                                                           "2014-02-31",
                                                           "0000-00-00",
                                                           "\x1F\x8B",
                                                           "\x28\xB5\x2F\xFD"};
            input.insert(at, signs[below(signs.size())]);
            break;
        }
        case 6: // the same thing many times
            input.insert(at, std::string(1 + below(300), at < input.size() ? input[at] : ' '));
            break;
        default: // a number
            for (std::size_t i = at; i < input.size(); ++i) {
                if (input[i] >= '0' && input[i] <= '9') {
                    input[i] = static_cast<char>('0' + below(10));
                    break;
                }
            }
        }
    }

    const std::vector<std::string> *corpus_;
    std::mt19937 random_;
};

void run(const std::string &input) {
    running = &input;
    LLVMFuzzerTestOneInput(reinterpret_cast<const unsigned char *>(input.data()), input.size());
    running = nullptr;
}

std::vector<std::string> read_corpus(const std::vector<std::string> &places) {
    std::vector<std::filesystem::path> files;
    for (const std::string &place : places) {
        if (std::filesystem::is_directory(place)) {
            for (const auto &entry : std::filesystem::directory_iterator(place)) {
                files.push_back(entry.path());
            }
        } else {
            files.emplace_back(place);
        }
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> corpus;
    for (const std::filesystem::path &file : files) {
        std::ifstream stream(file, std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
    }
    return corpus;
}

int fuzz_all(const std::vector<std::string> &arguments) {
    std::vector<std::string> places;
    unsigned long runs = 1000;
    unsigned long seed = 1;
    double seconds = 0;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--runs") {
            runs = std::stoul(arguments.at(++i));
        } else if (arguments[i] == "--seed") {
            seed = std::stoul(arguments.at(++i));
        } else if (arguments[i] == "--seconds") {
            seconds = std::stod(arguments.at(++i));
        } else {
            places.push_back(arguments[i]);
        }
    }
    const std::vector<std::string> corpus = read_corpus(places);
    if (corpus.empty()) {
        std::cerr << "no input: TARGET [--runs N] [--seed N] [--seconds S] CORPUS…\n";
        return 2;
    }
    for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGILL, SIGBUS}) {
        std::signal(signal, keep_input);
    }
    for (const std::string &input : corpus) {
        run(input);
    }
    Mutator mutator(corpus, static_cast<std::uint32_t>(seed));
    const auto start = std::chrono::steady_clock::now();
    unsigned long done = 0;
    const auto is_late = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() >= seconds;
    };
    while (seconds > 0 ? !is_late() : done < runs) {
        run(mutator.next());
        ++done;
    }
    std::cout << corpus.size() << " files and " << done << " mutations of them\n";
    return 0;
}

} // namespace

int main(int argc, char **argv) {
    return fuzz_all(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
}
