#include "text/conllu.h"

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>

namespace gainsay {

namespace {

/// A value as it may stand in a column or comment: without tabs and line ends.
std::string clean(std::string_view value) {
    std::string text(value);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

std::string column(std::string_view value) {
    return value.empty() ? "_" : clean(value);
}

void add_misc(std::string &misc, std::string_view entry) {
    if (!entry.empty()) {
        misc += misc.empty() ? "" : "|";
        misc += entry;
    }
}

/// One document on its way out; `next_*` walk the layers in step with the tokens.
class Rows {
  public:
    Rows(const Document &document, std::size_t sentences_before)
        : document_(document), sentences_before_(sentences_before), header_done_(sentences_before > 0) {}

    void add_document() {
        for (std::size_t i = 0; i < document_.sentences.size(); ++i) {
            add_sentence(i);
        }
    }

    std::string take() { return std::move(text_); }

  private:
    void add_comment(std::string_view key, std::string_view value) {
        text_ += "# ";
        text_ += key;
        text_ += " = ";
        text_ += clean(value);
        text_ += '\n';
    }

    void add_meta(std::string_view key, const std::optional<std::string> &value) {
        if (value) {
            add_comment(key, *value);
        }
    }

    void add_header() {
        const DocumentMeta &meta = document_.meta;
        if (meta.id.empty()) {
            text_ += "# newdoc\n";
        } else {
            add_comment("newdoc id", meta.id);
        }
        add_meta("meta::title", meta.title);
        add_meta("meta::outlet", meta.outlet);
        add_meta("meta::author", meta.author);
        add_meta("meta::published", meta.published);
        add_meta("meta::url", meta.url);
    }

    void add_sentence(std::size_t index) {
        const Sentence &sentence = document_.sentences[index];
        if (sentence.size() == 0) {
            return;
        }
        if (!header_done_) {
            add_header();
            header_done_ = true;
        } else if (sentence.new_paragraph) {
            text_ += "# newpar\n";
        }
        const std::string number = std::to_string(sentences_before_ + index + 1);
        add_comment("sent_id", !sentence.id.empty()        ? sentence.id
                               : document_.meta.id.empty() ? number
                                                           : document_.meta.id + "-" + number);
        add_comment("text", text_of(sentence));
        for (const std::string &comment : sentence.comments) {
            text_ += "# " + clean(comment) + "\n";
        }
        for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
            while (next_word_ < document_.multiword_tokens.size() &&
                   document_.multiword_tokens[next_word_].end_token <= t) {
                ++next_word_;
            }
            const bool inside = next_word_ < document_.multiword_tokens.size() &&
                                document_.multiword_tokens[next_word_].first_token <= t;
            if (inside && document_.multiword_tokens[next_word_].first_token == t) {
                add_multiword_token(document_.multiword_tokens[next_word_], sentence);
            }
            add_token(t, sentence, inside);
        }
        text_ += '\n';
    }

    void add_multiword_token(const MultiwordToken &word, const Sentence &sentence) {
        std::string misc;
        add_misc(misc, word.space_after ? "" : "SpaceAfter=No");
        add_misc(misc, word.misc);
        text_ += std::to_string(word.first_token - sentence.first_token + 1) + "-" +
                 std::to_string(word.end_token - sentence.first_token) + "\t" + column(word.form) +
                 "\t_\t_\t_\t_\t_\t_\t_\t" + column(misc) + "\n";
    }

    void add_token(std::uint32_t index, const Sentence &sentence, bool inside_multiword_token) {
        const Token &token = document_.tokens[index];
        std::string misc;
        add_misc(misc, token.space_after || inside_multiword_token ? "" : "SpaceAfter=No");
        add_misc(misc, name_label(index));
        add_misc(misc, token.misc);
        text_ += std::to_string(index - sentence.first_token + 1);
        text_ += '\t' + column(token.form);
        text_ += '\t' + column(token.lemma);
        text_ += '\t';
        text_ += upos_name(token.upos);
        text_ += '\t' + column(token.xpos);
        text_ += '\t' + column(token.feats);
        text_ += '\t';
        text_ += token.head == Token::unset_head ? "_" : std::to_string(token.head + 1);
        text_ += '\t' + column(token.deprel);
        text_ += '\t' + column(token.deps);
        text_ += '\t' + column(misc);
        text_ += '\n';
    }

    std::string name_label(std::uint32_t index) {
        while (next_name_ < document_.names.size() && document_.names[next_name_].end_token <= index) {
            ++next_name_;
        }
        if (next_name_ == document_.names.size() || document_.names[next_name_].first_token > index) {
            return {};
        }
        const Name &name = document_.names[next_name_];
        return (name.first_token == index ? "NER=B-" : "NER=I-") + std::string(name_type_name(name.type));
    }

    /// The forms with one blank where white space follows: what CoNLL-U demands of "# text", wherever lines break.
    std::string text_of(const Sentence &sentence) const {
        std::string text;
        bool space = false;
        std::size_t word = next_word_;
        for (std::uint32_t t = sentence.first_token; t < sentence.end_token;) {
            while (word < document_.multiword_tokens.size() && document_.multiword_tokens[word].first_token < t) {
                ++word;
            }
            text += space ? " " : "";
            if (word < document_.multiword_tokens.size() && document_.multiword_tokens[word].first_token == t) {
                text += document_.multiword_tokens[word].form;
                space = document_.multiword_tokens[word].space_after;
                t = document_.multiword_tokens[word].end_token;
            } else {
                text += document_.tokens[t].form;
                space = document_.tokens[t].space_after;
                ++t;
            }
        }
        return text;
    }

    const Document &document_;
    std::string text_;
    std::size_t sentences_before_;
    bool header_done_;
    std::size_t next_word_ = 0;
    std::size_t next_name_ = 0;
};

} // namespace

void ConlluWriter::write(const Document &document, std::size_t sentences_before) {
    const std::string text = to_conllu(document, sentences_before);
    output_->write(text.data(), static_cast<std::streamsize>(text.size()));
}

std::string to_conllu(const Document &document, std::size_t sentences_before) {
    Rows rows(document, sentences_before);
    rows.add_document();
    return rows.take();
}

} // namespace gainsay
