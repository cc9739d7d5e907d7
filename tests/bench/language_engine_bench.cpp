// How fast the language engine is, and where its time goes.
//
//   bench_language_engine [--model FILE] [TEXT…]
//
// Prints words a second of one core by stage, the time to load the model, and how much faster two engines are in two
// threads. Without texts it makes one of its own sentences; corpora give truer figures.

#include "base/atomic_file.h"
#include "base/error.h"
#include "base/resources.h"
#include "nlp/language_engine.h"
#include "text/conllu.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace gainsay {

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// A news-like text of varied names, numbers and lengths of sentences; the same one every time.
std::string sample_text(std::size_t bytes) {
    const std::vector<std::string> who = {
        "The foreign ministry",       "Anna Example",       "A senior official who asked not to be named",
        "The Springfield Herald",     "Gen. Karl Invented", "The opposition",
        "U.S. Secretary Peter Nobody"};
    const std::vector<std::string> how = {"denied on Tuesday that",
                                          "said",
                                          "told reporters in Geneva that",
                                          "has not confirmed whether",
                                          "repeated what was claimed last week:",
                                          "insisted, citing a report by the government's own auditors, that"};
    const std::vector<std::string> what = {
        "the talks had been suspended",
        "both countries would share more information about foreign fighters",
        "no agreement was signed",
        "it didn't know anything about the $2.3 million paid to the company in 2012",
        "“we can’t accept this, and we won’t”",
        "the commission, which was founded in 2009 and met twice a year, had never been dissolved by either side"};
    std::mt19937 random(1);
    const auto any = [&random](const std::vector<std::string> &list) { return list[random() % list.size()]; };
    std::string text;
    while (text.size() < bytes) {
        for (std::size_t sentences = 2 + random() % 4; sentences > 0; --sentences) {
            text +=
                any(who) + " " + any(how) + " " + any(what) + (random() % 3 == 0 ? ", " + any(who) + " said. " : ". ");
        }
        text += "\n\n";
    }
    return text;
}

/// Parts of about the size that `gainsay parse` handles at a time, ending at empty lines.
std::vector<std::string> parts_of(std::string_view text) {
    constexpr std::size_t part_size = std::size_t{1} << 18U;
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = text.size() <= part_size ? std::string_view::npos : text.find("\n\n", part_size);
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(parts.back().size());
    }
    return parts;
}

struct Run {
    std::size_t words = 0;
    std::size_t sentences = 0;
    double seconds = 0;
    double writing = 0;
    LanguageEngine::Scratch::Times times;
};

Run parse(const LanguageEngine &engine, const std::vector<std::string> &parts) {
    Run run;
    LanguageEngine::Scratch scratch;
    const Clock::time_point start = Clock::now();
    for (const std::string &part : parts) {
        Document document;
        document.meta.id = "bench";
        document.text = part;
        engine.annotate(document, scratch);
        run.words += document.tokens.size();
        run.sentences += document.sentences.size();
        const Clock::time_point writing = Clock::now();
        run.writing += to_conllu(document).empty() ? 0.0 : seconds_since(writing);
    }
    run.seconds = seconds_since(start);
    run.times = scratch.times();
    return run;
}

void print_stage(const char *name, double seconds, const Run &run) {
    std::printf("%-36s %8.2f s %5.1f %% %12.0f words a second\n", name, seconds, 100 * seconds / run.seconds,
                static_cast<double>(run.words) / std::max(seconds, 1e-9));
}

void measure(const std::filesystem::path &model, const std::string &text) {
    double best_load = 1e9;
    for (int i = 0; i < 5; ++i) {
        const Clock::time_point start = Clock::now();
        const LanguageEngine loaded = LanguageEngine::load(model);
        best_load = std::min(best_load, seconds_since(start));
    }
    std::printf("model %s: loaded in %.0f ms (best of 5)\n", model.c_str(), 1000 * best_load);

    const LanguageEngine engine = LanguageEngine::load(model);
    const std::vector<std::string> parts = parts_of(text);
    parse(engine, {parts.front().substr(0, 20000)}); // The first call chooses instructions and fills caches.

    const Run one = parse(engine, parts);
    std::printf("\n%zu bytes, %zu sentences, %zu words, one thread\n", text.size(), one.sentences, one.words);
    const auto seconds = [](std::uint64_t nanoseconds) { return static_cast<double>(nanoseconds) * 1e-9; };
    print_stage("layout, sentences, tokens", seconds(one.times.segmentation), one);
    print_stage("encoding, tagging, names, parsing", seconds(one.times.analysis), one);
    print_stage("assembly of the document", seconds(one.times.assembly), one);
    print_stage("writing CoNLL-U", one.writing, one);
    print_stage("all", one.seconds, one);

    const LanguageEngine second = LanguageEngine::load(model);
    const Clock::time_point start = Clock::now();
    std::thread other([&] { parse(second, parts); });
    parse(engine, parts);
    other.join();
    const double both = seconds_since(start);
    std::printf("\ntwo engines in two threads: %.0f words a second, %.2f times one\n",
                2 * static_cast<double>(one.words) / both, 2 * one.seconds / both);
}

int run(const std::vector<std::string> &arguments) {
    std::string text;
    std::string model;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--model" && i + 1 < arguments.size()) {
            model = arguments[++i];
        } else {
            text += read_file(arguments[i]) + "\n\n";
        }
    }
    measure(Resources({}, model).model(), text.empty() ? sample_text(std::size_t{1} << 20U) : text);
    return 0;
}

} // namespace

} // namespace gainsay

int main(int argc, char **argv) {
    try {
        return gainsay::run({argv + 1, argv + argc});
    } catch (const std::exception &error) {
        std::fprintf(stderr, "bench_language_engine: %s\n", error.what());
        return 3;
    }
}
