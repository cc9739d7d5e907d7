// Trains the tokenizer's section of the model file from CoNLL-U and word vectors. No torch; one thread; deterministic.

#include "feature_net_trainer.h"
#include "nlp/segmentation/char_class.h"
#include "nlp/segmentation/join_features.h"
#include "nlp/segmentation/multiword.h"
#include "nlp/segmentation/sentence_features.h"
#include "nlp/segmentation/tokenizer.h"
#include "segmentation_corpus.h"
#include "word_clustering.h"

#include "base/error.h"
#include "base/utf8.h"
#include "text/layout.h"

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay::training {
namespace {

constexpr std::size_t vector_dimensions = 100;
constexpr std::size_t clustered_words = 40000;

template <class Value>
void append(std::string &bytes, const Value &value) {
    bytes.append(reinterpret_cast<const char *>(&value), sizeof(value));
}

std::span<const std::byte> as_bytes(const std::string &bytes) {
    return std::as_bytes(std::span(bytes));
}

/// A block of gold text as the tokenizer should cut it.
struct GoldBlock {
    std::vector<TextUnit> units;
    /// In step with each other.
    std::vector<TokenPiece> pieces;
    std::vector<const GoldToken *> tokens;
};

/// The blocks of a text, with a piece for each gold token; a border inside a unit is out of the tokenizer's reach and
/// joins its tokens.
std::vector<GoldBlock> gold_blocks(const GoldText &gold, const WordClasses &classes) {
    std::vector<GoldBlock> result;
    std::size_t token = 0;
    for (const Block &block : find_blocks(gold.text)) {
        GoldBlock &made = result.emplace_back();
        split_units(gold.text, block.span.begin, block.span.end, std::numeric_limits<std::size_t>::max(), made.units);
        std::size_t first = 0;
        for (std::size_t i = 0; i < made.units.size(); ++i) {
            while (token < gold.tokens.size() && gold.tokens[token].span.end < made.units[i].span.end) {
                ++token;
            }
            if (token < gold.tokens.size() && gold.tokens[token].span.end == made.units[i].span.end) {
                made.pieces.push_back(make_piece(made.units, first, i + 1, classes));
                made.tokens.push_back(&gold.tokens[token]);
                first = i + 1;
            }
        }
        mark_quotes(made.pieces);
    }
    return result;
}

FormCounts count_forms(const std::vector<GoldText> &texts) {
    const WordClasses none{std::span<const WordClassSlot>{}};
    FormCounts counts;
    for (const GoldText &text : texts) {
        for (const GoldBlock &block : gold_blocks(text, none)) {
            for (const TextUnit &unit : block.units) {
                ++counts[unit.form];
            }
            for (const TokenPiece &piece : block.pieces) {
                counts[piece.form] += piece.end_unit - piece.first_unit > 1 ? 1U : 0U;
            }
        }
    }
    return counts;
}

std::u32string folded_text(std::string_view text, ByteSpan span) {
    std::u32string result;
    for (std::size_t at = span.begin; at < span.end;) {
        const ClassifiedChar next = classify_char(text, at);
        result.push_back(folded(next.code));
        at += next.length;
    }
    return result;
}

/// Collects how multiword tokens are cut.
class SplitCollector {
  public:
    void add(const GoldText &gold, const GoldBlock &block) {
        for (std::size_t i = 0; i < block.tokens.size(); ++i) {
            const GoldToken &token = *block.tokens[i];
            const std::uint32_t form = block.pieces[i].form;
            ++seen_[form];
            if (token.words.size() != 2) {
                more_than_two_ += token.words.size() > 2 ? 1U : 0U;
                continue;
            }
            const std::u32string first = folded_text(gold.text, token.words[0]);
            const std::u32string last = folded_text(gold.text, token.words[1]);
            if (last.find(U'\'') != std::u32string::npos && last.size() <= WordSplits::longest_ending) {
                ++endings_[last];
            } else {
                ++whole_[{form, first.size()}];
            }
        }
    }

    /// The table, sorted by key. A word that is hardly ever cut is left out.
    std::vector<WordSplit> rows() const {
        std::map<std::uint32_t, WordSplit> by_key;
        for (const auto &[key, count] : whole_) {
            constexpr std::size_t fewest = 2;
            constexpr std::size_t rarest = 3;
            const auto &[form, length] = key;
            if (count >= fewest && seen_.at(form) <= count * rarest) {
                by_key.try_emplace(form, WordSplit{form, static_cast<std::uint16_t>(length), 0});
            }
        }
        for (const auto &[ending, count] : endings_) {
            const std::uint32_t key = WordSplits::ending_key(ending);
            by_key.try_emplace(key, WordSplit{key, static_cast<std::uint16_t>(ending.size()), 1});
        }
        std::fprintf(stderr, "splits: %zu whole words, %zu endings, %zu tokens of more than two words left out\n",
                     whole_.size(), endings_.size(), more_than_two_);
        std::vector<WordSplit> rows;
        for (const auto &[key, row] : by_key) {
            rows.push_back(row);
        }
        return rows;
    }

  private:
    std::map<std::uint32_t, std::size_t> seen_;
    std::map<std::pair<std::uint32_t, std::size_t>, std::size_t> whole_;
    std::map<std::u32string, std::size_t> endings_;
    std::size_t more_than_two_ = 0;
};

struct Examples {
    ExampleSet join;
    ExampleSet sentence;
    ExampleSet split;
};

void add_examples(const GoldText &gold, float weight, const WordClasses &classes, const WordSplits &splits,
                  Examples &examples) {
    JoinFeatures join;
    SentenceFeatures sentence;
    FeatureList features;
    for (const GoldBlock &block : gold_blocks(gold, classes)) {
        join.start(block.units, classes);
        for (const TokenPiece &piece : block.pieces) {
            for (std::size_t left = piece.first_unit; left < piece.end_unit && left + 1 < block.units.size(); ++left) {
                if (join.is_candidate(left)) {
                    join.extract(left, piece.first_unit, features);
                    examples.join.add(features, left + 1 < piece.end_unit, weight);
                }
            }
        }
        sentence.start(block.pieces);
        std::size_t first = 0;
        for (std::size_t i = 0; i + 1 < block.pieces.size(); ++i) {
            sentence.extract(i, first, features);
            const bool ends = block.tokens[i]->ends_sentence;
            examples.sentence.add(features, ends, weight);
            first = ends ? i + 1 : first;
        }
        for (std::size_t i = 0; i < block.pieces.size(); ++i) {
            if (const auto cut = splits.find(gold.text, block.pieces[i], block.units)) {
                extract_split_features(block.pieces, i, cut->key, features);
                examples.split.add(features, block.tokens[i]->words.size() == 2, weight);
            }
        }
    }
}

int run(const std::vector<std::string> &arguments) {
    if (arguments.size() < 5) {
        std::cerr
            << "usage: train_tokenizer OUTPUT VECTORS.words.txt VECTORS.f16le ABBREVIATIONS.tsv TRAIN.conllu[.xz]...\n";
        return 2;
    }
    std::string section;
    append(section, tokenizer_section_version);

    std::vector<GoldText> texts;
    for (std::size_t i = 4; i < arguments.size(); ++i) {
        std::vector<GoldText> more = read_gold_texts(arguments[i]);
        std::move(more.begin(), more.end(), std::back_inserter(texts));
    }
    const std::string class_bytes = cluster_words(arguments[1], arguments[2], vector_dimensions, clustered_words,
                                                  count_forms(texts), read_abbreviations(arguments[3]));
    section += class_bytes;
    std::span<const std::byte> class_rest = as_bytes(class_bytes);
    const WordClasses classes(class_rest);

    SplitCollector collector;
    for (const GoldText &text : texts) {
        for (const GoldBlock &block : gold_blocks(text, classes)) {
            collector.add(text, block);
        }
    }
    const std::vector<WordSplit> rows = collector.rows();
    const WordSplits splits{std::span(rows)};

    Examples examples;
    constexpr float rewritten_weight = 0.25F;
    constexpr std::size_t quoted_period = 6;
    constexpr std::size_t capitals_period = 6;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const GoldText &text = texts[i];
        add_examples(text, 1.0F, classes, splits, examples);
        for (const GoldText &rewritten : {with_typographic_signs(text), with_single_quotes(text),
                                          with_abbreviations(text), with_quoted_sentences(text, quoted_period)}) {
            add_examples(rewritten, rewritten_weight, classes, splits, examples);
        }
        if (i % capitals_period == 0) {
            add_examples(in_capitals(text), rewritten_weight, classes, splits, examples);
        }
    }

    FeatureNetOptions join_options;
    join_options.wide_bits = 17;
    join_options.epochs = 10;
    FeatureNetOptions sentence_options;
    sentence_options.deep_bits = 14;
    sentence_options.wide_bits = 16;
    sentence_options.epochs = 9;
    sentence_options.wide_rate = 0.005F;
    sentence_options.dropout = 0.2F;
    FeatureNetOptions split_options;
    split_options.deep_bits = 12;
    split_options.wide_bits = 14;
    std::cerr << "joining units\n";
    section += train_feature_net(examples.join, join_options);
    std::cerr << "ending sentences\n";
    section += train_feature_net(examples.sentence, sentence_options);
    std::cerr << "splitting tokens\n";
    append(section, static_cast<std::uint32_t>(rows.size()));
    for (const WordSplit &row : rows) {
        append(section, row);
    }
    section += train_feature_net(examples.split, split_options);

    std::ofstream output(arguments[0], std::ios::binary);
    output << section;
    output.close();
    if (!output) {
        throw OutputError(arguments[0], "cannot be written");
    }
    std::cerr << section.size() << " bytes\n";
    return 0;
}

} // namespace
} // namespace gainsay::training

int main(int argc, char **argv) {
    try {
        return gainsay::training::run(std::vector<std::string>(argv + 1, argv + argc));
    } catch (const std::exception &error) {
        std::cerr << "train_tokenizer: " << error.what() << '\n';
        return 3;
    }
}
