// A developer's tool: prints raw text as CoNLL-U with sentences, tokens and words alone (every word hangs on the root),
// so that the tokenizer can be scored before there is a parser.

#include "nlp/segmentation/tokenizer.h"

#include "text/layout.h"

#include <ctime>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay::training {
namespace {

std::string read_all(const std::string &path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void print(std::string_view text, const RawSentence &sentence) {
    const auto slice = [text](ByteSpan span) { return token_form(text, span); };
    std::cout << (sentence.new_paragraph ? "# newpar\n" : "") << "# text =";
    for (const RawToken &token : sentence.tokens) {
        std::cout << (&token == &sentence.tokens.front() ? " " : "") << slice(token.span)
                  << (token.space_after && &token != &sentence.tokens.back() ? " " : "");
    }
    std::cout << '\n';
    std::size_t id = 1;
    for (const RawToken &token : sentence.tokens) {
        const std::string misc = token.space_after ? "_" : "SpaceAfter=No";
        if (token.word_count > 1) {
            std::cout << id << '-' << id + token.word_count - 1U << '\t' << slice(token.span)
                      << "\t_\t_\t_\t_\t_\t_\t_\t" << misc << '\n';
        }
        for (std::size_t i = 0; i < token.word_count; ++i, ++id) {
            std::cout << id << '\t' << slice(token.words[i]) << "\t_\t_\t_\t_\t" << (id == 1 ? 0 : 1) << "\tdep\t_\t"
                      << (token.word_count > 1 ? "_" : misc) << '\n';
        }
    }
    std::cout << '\n';
}

int run(const std::vector<std::string> &arguments) {
    if (arguments.size() < 2) {
        std::cerr << "usage: tokenize_text SECTION TEXT... [--time]\n";
        return 2;
    }
    const std::string section = read_all(arguments[0]);
    const Tokenizer tokenizer(std::as_bytes(std::span(section)));
    Tokenizer::Scratch scratch;
    const bool timed = arguments.back() == "--time";
    for (std::size_t i = 1; i < arguments.size() - (timed ? 1 : 0); ++i) {
        const std::string text = read_all(arguments[i]);
        if (!timed) {
            tokenizer.tokenize(text, find_blocks(text), scratch,
                               [&text](RawSentence &sentence) { print(text, sentence); });
            continue;
        }
        std::size_t words = 0;
        std::size_t sentences = 0;
        const std::clock_t start = std::clock();
        tokenizer.tokenize(text, find_blocks(text), scratch, [&](RawSentence &sentence) {
            ++sentences;
            for (const RawToken &token : sentence.tokens) {
                words += token.word_count;
            }
        });
        const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        std::cout << words << " words, " << sentences << " sentences, " << static_cast<double>(words) / seconds
                  << " words a second of processor time\n";
    }
    return 0;
}

} // namespace
} // namespace gainsay::training

int main(int argc, char **argv) {
    try {
        return gainsay::training::run(std::vector<std::string>(argv + 1, argv + argc));
    } catch (const std::exception &error) {
        std::cerr << "tokenize_text: " << error.what() << '\n';
        return 3;
    }
}
