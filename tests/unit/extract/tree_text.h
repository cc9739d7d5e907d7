#pragma once

#include "extract/attribution/attribution_finder.h"
#include "extract/mentions/name_mentions.h"
#include "extract/syntax/trees.h"
#include "text/conllu.h"

#include <sstream>
#include <string>
#include <vector>

namespace gainsay {

/// The document of a text of trees, CoNLL-U with blanks for tabs: so they are readable in a test.
inline Document read_tree_text(const std::string &trees) {
    std::istringstream input(trees);
    std::string text;
    for (std::string line; std::getline(input, line);) {
        if (!line.empty() && line.front() != '#') {
            std::istringstream fields(line);
            std::string joined;
            for (std::string field; fields >> field;) {
                joined += (joined.empty() ? "" : "\t") + field;
            }
            line = joined;
        }
        text += line + "\n";
    }
    std::istringstream stream(text + "\n");
    return ConlluReader(stream, "test.conllu").read_document().value();
}

inline const English &test_english() {
    static const English words(GAINSAY_SOURCE_DIR "/src/resources/en");
    return words;
}

/// One sentence as the rooms behind syntax and mentions get it. Words are named by their numbers in CoNLL-U.
class TreeText {
  public:
    explicit TreeText(const std::string &tree)
        : document_(read_tree_text(tree)), syntax(read_trees(document_, test_english())), quotations(syntax),
          book(syntax, test_english()) {
        find_name_mentions(book);
        book.finish();
    }
    TreeText(const TreeText &) = delete;
    TreeText &operator=(const TreeText &) = delete;
    TreeText(TreeText &&) = delete;
    TreeText &operator=(TreeText &&) = delete;
    ~TreeText() = default;

    /// From the first to the last word.
    static std::vector<TokenIndex> words(TokenIndex first, TokenIndex last) {
        std::vector<TokenIndex> tokens;
        for (TokenIndex word = first; word <= last; ++word) {
            tokens.push_back(word - 1);
        }
        return tokens;
    }

    /// What is attributed by the word `cue`, with this content.
    static FoundAttribution attribution(TokenIndex cue, std::vector<TokenIndex> content) {
        FoundAttribution found;
        found.cue = {cue - 1};
        found.cue_head = cue - 1;
        found.content = std::move(content);
        return found;
    }

    std::string text_of(const std::vector<TokenIndex> &tokens) const {
        std::string text;
        for (const TokenIndex token : tokens) {
            text += (text.empty() ? "" : " ") + syntax.token(token).form;
        }
        return text;
    }

  private:
    Document document_;

  public:
    Syntax syntax;
    Quotations quotations;
    EntityBook book;
};

} // namespace gainsay
