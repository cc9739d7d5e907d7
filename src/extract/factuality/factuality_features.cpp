#include "extract/factuality/factuality_features.h"

#include <algorithm>
#include <unordered_set>

namespace gainsay {

namespace {

/// A relation without its subtype.
std::string_view plain(std::string_view relation) {
    return relation.substr(0, relation.find(':'));
}

class FeatureList {
  public:
    FeatureList(const Syntax &syntax, const FactualityCues &words, TokenIndex predicate)
        : syntax_(&syntax), words_(&words), predicate_(predicate) {}

    std::vector<std::string> run() {
        add("bias", "");
        node("0", predicate_);
        governors();
        neighbours();
        sentence();
        return std::move(features_);
    }

  private:
    struct Node {
        bool negated = false;
        std::string auxiliaries;
        std::string marker;
    };

    void add(std::string_view kind, std::string_view value) {
        std::string feature(kind);
        feature += value;
        if (seen_.insert(feature).second) {
            features_.push_back(std::move(feature));
        }
    }

    std::string inflection(TokenIndex token) const {
        const std::string &feats = syntax_->token(token).feats;
        std::string text;
        for (const std::string_view name : {"VerbForm", "Tense", "Mood"}) {
            text += feature(feats, name).value_or("-");
        }
        return text;
    }

    bool is_function_word(TokenIndex token) const {
        return syntax_->upos(token) == Upos::PRON || syntax_->upos(token) == Upos::DET;
    }

    void determiners(const std::string &kind, TokenIndex noun) {
        for (const TokenIndex below : syntax_->children(noun)) {
            if (syntax_->is(below, "det")) {
                add(kind, syntax_->form(below));
            }
        }
    }

    void child(const std::string &at, TokenIndex above, TokenIndex token, Node &result) {
        const std::string_view relation = plain(syntax_->relation(token));
        const std::string &form = syntax_->form(token);
        const std::string &lemma = syntax_->lemma(token);
        if (relation == "aux" || relation == "cop") {
            add(at + "aux=", form);
            add(at + "auxl=", lemma + inflection(token));
            result.auxiliaries += (result.auxiliaries.empty() ? "" : "_") + lemma;
        } else if (relation == "advmod") {
            add(at + "adv=", lemma);
        } else if ((relation == "mark" || relation == "case") && token < above) {
            add(at + "mark=", form);
            result.marker = form;
        } else if (relation == "nsubj" || relation == "csubj" || relation == "expl") {
            add(at + "subj=", is_function_word(token) ? form : std::string(upos_name(syntax_->upos(token))));
            determiners(at + "sdet=", token);
        } else if (relation == "obj" || relation == "iobj") {
            if (is_function_word(token)) {
                add(at + "obj=", form);
            }
            add(at + "objl=", lemma);
            determiners(at + "odet=", token);
        } else if (relation == "cc") {
            add(at + "cc=", form);
        } else if (relation == "compound") {
            add(at + "prt=", lemma);
        } else if (relation == "discourse") {
            add(at + "disc=", lemma);
        }
        for (const std::string_view clause : {"advcl", "ccomp", "xcomp", "obl", "conj", "parataxis"}) {
            if (relation == clause) {
                add(at + "k=", std::string(clause) + syntax_->marker(token));
            }
        }
        if (relation == "obl") {
            add(at + "obll=", lemma);
        }
        result.negated = result.negated || words_->has("negation", form) || words_->has("negation", lemma);
    }

    /// The word itself and what hangs on it; `at` is how far above the predicate it stands.
    Node node(const std::string &at, TokenIndex token) {
        const std::string relation(syntax_->relation(token));
        const std::string form = inflection(token);
        add(at + "l=", syntax_->lemma(token));
        add(at + "u=", upos_name(syntax_->upos(token)));
        add(at + "rv=", relation + form);
        add(at + "vt=", form);
        add(at + "r=", relation);
        add(at + "rl=", std::string(plain(relation)) + syntax_->lemma(token));
        Node result;
        for (const TokenIndex each : syntax_->children(token)) {
            child(at, token, each, result);
        }
        add(at + "auxs=", result.auxiliaries + (result.negated ? "N" : "") + "/" + form + "/" + result.marker);
        add(at + "own=", (syntax_->own_subject(token) ? "1" : "0") + relation + form);
        if (result.negated) {
            add(at + "neg", "");
        }
        return result;
    }

    void governors() {
        constexpr int levels = 3;
        TokenIndex at = predicate_;
        std::string path(plain(syntax_->relation(at)));
        const std::string marker = syntax_->marker(predicate_);
        for (int level = 1; level <= levels; ++level) {
            const std::string number = std::to_string(level);
            const std::optional<TokenIndex> head = syntax_->head(at);
            if (!head) {
                add("root", number);
                break;
            }
            const Node above = node(number, *head);
            std::string governor = path + syntax_->lemma(*head);
            add(number + "gov=", governor);
            governor.append(marker).append(above.negated ? "N" : "");
            add(number + "gov=", governor);
            std::string group = path + above.auxiliaries;
            group.append(above.negated ? "N" : "").append(upos_name(syntax_->upos(*head)));
            add(number + "govaux=", group);
            at = *head;
            path += ">" + std::string(plain(syntax_->relation(at)));
        }
        add("path=", path);
    }

    void neighbours() {
        const Sentence &sentence = syntax_->sentence(syntax_->sentence_of(predicate_));
        for (const int distance : {-3, -2, -1, 1, 2}) {
            const std::int64_t token = static_cast<std::int64_t>(predicate_) + distance;
            if (token >= sentence.first_token && token < sentence.end_token) {
                add("w" + std::to_string(distance) + "=", syntax_->form(static_cast<TokenIndex>(token)));
            }
        }
        if (predicate_ >= sentence.first_token + 2) {
            add("bg=", syntax_->form(predicate_ - 2) + "_" + syntax_->form(predicate_ - 1));
        }
    }

    void sentence() {
        const Sentence &sentence = syntax_->sentence(syntax_->sentence_of(predicate_));
        add("end=", syntax_->form(sentence.end_token - 1));
        add("first=", syntax_->form(sentence.first_token));
        add("opens=", predicate_ == sentence.first_token ? "1" : "0");
        for (TokenIndex token = sentence.first_token; token < sentence.end_token; ++token) {
            if (words_->has("context", syntax_->form(token))) {
                add(token < predicate_ ? "before=" : "after=", syntax_->form(token));
            }
        }
    }

    const Syntax *syntax_;
    const FactualityCues *words_;
    TokenIndex predicate_;
    std::vector<std::string> features_;
    std::unordered_set<std::string> seen_;
};

} // namespace

std::vector<std::string> factuality_features(const Syntax &syntax, const FactualityCues &words, TokenIndex predicate) {
    return FeatureList(syntax, words, predicate).run();
}

} // namespace gainsay
