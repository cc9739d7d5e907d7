#include "case_check.h"
#include "corpus_run.h"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

/// A folder with one file of cases, and a finder that finds in each case what it was given for its name.
class SmallCorpus {
  public:
    explicit SmallCorpus(const std::string &text)
        : folder_(fs::temp_directory_path() / ("gainsay-corpus-" + std::to_string(::getpid()))) {
        fs::remove_all(folder_);
        fs::create_directory(folder_);
        std::ofstream(path()) << text;
    }
    ~SmallCorpus() { fs::remove_all(folder_); }
    SmallCorpus(const SmallCorpus &) = delete;
    SmallCorpus &operator=(const SmallCorpus &) = delete;
    SmallCorpus(SmallCorpus &&) = delete;
    SmallCorpus &operator=(SmallCorpus &&) = delete;

    void finds(const std::string &name, std::vector<std::string> lines) { found_[name] = std::move(lines); }
    bool passes(bool update = false) {
        std::ostringstream report;
        const Finder find = [this](const fs::path &, const Case &each) { return found_[each.name]; };
        const bool passed = run_corpus({folder_, update, ""}, find, report);
        report_ = report.str();
        return passed;
    }
    std::string text() const {
        std::ifstream input(path());
        return {std::istreambuf_iterator<char>(input), {}};
    }
    const std::string &report() const { return report_; }

  private:
    fs::path path() const { return folder_ / "small.txt"; }

    fs::path folder_;
    std::map<std::string, std::vector<std::string>> found_;
    std::string report_;
};

const std::string unmarked = "=== one\nAna spoke.\n---\nsays    Ana\nevent   speech\n";
const std::string marked = "=== one\nAna spoke.\n---\n! says    Ana\n~ says    Jan\nevent   speech\n";

} // namespace

TEST_CASE("a case without marks passes when its lines are found, in any order") {
    SmallCorpus corpus(unmarked);
    corpus.finds("one", {"event   speech", "says    Ana"});
    CHECK(corpus.passes());
    CHECK(corpus.report() == "1 cases: 1 right, 0 with known errors (0 right lines not found, 0 wrong ones found); "
                             "2 lines right; 0 cases not as written\n");
}

TEST_CASE("a case without marks fails for a line that is lost, is new, or is found twice") {
    SmallCorpus corpus(unmarked);
    corpus.finds("one", {"says    Ana"});
    CHECK_FALSE(corpus.passes());
    CHECK(corpus.report().find("right, and not found:         event   speech\n") != std::string::npos);
    corpus.finds("one", {"says    Ana", "event   speech", "says    Jan"});
    CHECK_FALSE(corpus.passes());
    CHECK(corpus.report().find("found, and not in the case:   says    Jan\n") != std::string::npos);
    corpus.finds("one", {"says    Ana", "event   speech", "says    Ana"});
    CHECK_FALSE(corpus.passes());
}

TEST_CASE("known errors pass as long as they come out, and are counted") {
    SmallCorpus corpus(marked);
    corpus.finds("one", {"says    Jan", "event   speech"});
    CHECK(corpus.passes());
    CHECK(corpus.report() == "1 cases: 0 right, 1 with known errors (1 right lines not found, 1 wrong ones found); "
                             "1 lines right; 0 cases not as written\n");
}

TEST_CASE("a marked line that comes out right fails until its mark is removed") {
    SmallCorpus corpus(marked);
    corpus.finds("one", {"says    Ana", "event   speech"});
    CHECK_FALSE(corpus.passes());
    CHECK(corpus.report().find("found now, remove the mark !: says    Ana\n") != std::string::npos);
    CHECK(corpus.report().find("no longer found, remove ~:    says    Jan\n") != std::string::npos);
    CHECK(corpus.passes(true));
    CHECK(corpus.text() == unmarked);
    CHECK(corpus.passes());
}

TEST_CASE("another wrong line than the one that is written fails, and an update writes it beside the right one") {
    SmallCorpus corpus(marked);
    corpus.finds("one", {"says    Eva", "event   speech"});
    CHECK_FALSE(corpus.passes());
    CHECK(corpus.passes(true));
    CHECK(corpus.text() == "=== one\nAna spoke.\n---\n! says    Ana\n~ says    Eva\nevent   speech\n");
}

TEST_CASE("an update fills a bare mark, and drops one for which nothing comes out") {
    SmallCorpus corpus("=== one\nAna spoke.\n---\n~\n");
    corpus.finds("one", {"says    Ana"});
    CHECK_FALSE(corpus.passes());
    CHECK(corpus.passes(true));
    CHECK(corpus.text() == "=== one\nAna spoke.\n---\n~ says    Ana\n");
    corpus.finds("one", {});
    CHECK_FALSE(corpus.passes());
    CHECK(corpus.passes(true));
    CHECK(corpus.text() == "=== one\nAna spoke.\n---\n");
}

TEST_CASE("an update never touches an unmarked line, nor a case that has one which is not found") {
    SmallCorpus corpus(unmarked + "\n=== two\nJan spoke.\n---\n! says    Jan\nevent   speech\n");
    const std::string before = corpus.text();
    corpus.finds("one", {"says    Jan", "event   speech"});
    corpus.finds("two", {"says    Jan", "event   talk"});
    CHECK_FALSE(corpus.passes(true));
    CHECK(corpus.text() == before);
    // Nothing is lost in the first case, but something new is found: somebody has to read it.
    corpus.finds("one", {"says    Ana", "event   speech", "event   talk"});
    CHECK_FALSE(corpus.passes(true));
    CHECK(corpus.text() == before);
}

TEST_CASE("reading and writing cases gives the same bytes") {
    const std::string text = "=== one\n# why\n@ 2031-04-09\nAna spoke.\nJan, too.\n---\nsays    Ana\n! says    Jan\n"
                             "~ says    Eva\n\n=== two\nNobody spoke.\n---\n";
    SmallCorpus corpus(text);
    corpus.finds("one", {"says    Ana", "says    Jan"});
    corpus.passes(true);
    CHECK(corpus.text() == "=== one\n# why\n@ 2031-04-09\nAna spoke.\nJan, too.\n---\nsays    Ana\nsays    Jan\n"
                           "\n=== two\nNobody spoke.\n---\n");
}

TEST_CASE("what is no case is refused, and so is a folder without any") {
    for (const char *text : {"Ana spoke.\n", "=== one\nAna spoke.\n", "=== one\nAna spoke.\n=== two\n---\n",
                             "=== one\nAna spoke.\n---\n!\n", ""}) {
        SmallCorpus corpus(text);
        CHECK_THROWS_AS(corpus.passes(), std::runtime_error);
    }
}
