#include "extract/mentions/name_mentions.h"

#include "base/utf8.h"
#include "extract/syntax/titles.h"

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace gainsay {

namespace {

/// A name of the document, looked at once.
struct NameUse {
    TokenIndex first = 0;
    /// Included.
    TokenIndex last = 0;
    /// The token whose head lies outside.
    TokenIndex head = 0;
    NameType type = NameType::MISC;
    /// Without article and address, white space as single blanks.
    std::string text;
};

TokenIndex head_of(const Syntax &syntax, TokenIndex first, TokenIndex last) {
    for (TokenIndex token = first; token <= last; ++token) {
        const std::optional<TokenIndex> head = syntax.head(token);
        if (!head || *head < first || *head > last) {
            return token;
        }
    }
    return last;
}

/// "Ms Berg", whatever the tagger took it for.
bool is_addressed(const Syntax &syntax, const English &english, const Name &name) {
    return name.end_token > name.first_token + 1 && (name.type == NameType::MISC || name.type == NameType::ORG) &&
           english.people.has("courtesy", syntax.form(name.first_token)) &&
           std::all_of(syntax.document().tokens.begin() + name.first_token,
                       syntax.document().tokens.begin() + name.end_token,
                       [](const Token &token) { return token.upos == Upos::PROPN; });
}

/// Whether the token is a noun in small letters that means neither people nor a body.
bool is_thing_behind(const EntityBook &book, TokenIndex token) {
    const Syntax &syntax = book.syntax();
    const std::string &form = syntax.token(token).form;
    const NounClass meaning = book.english().nouns.find(syntax.lemma(token));
    return syntax.upos(token) == Upos::NOUN && form.front() >= 'a' && form.front() <= 'z' &&
           (meaning == NounClass::communication || meaning == NounClass::artifact) &&
           !book.english().organizations.has("body", syntax.lemma(token));
}

/// Leaves out what does not belong to the name itself: article, "Mr.", possessive ending.
std::optional<NameUse> read_name(const EntityBook &book, const Name &name) {
    const Syntax &syntax = book.syntax();
    NameUse use;
    use.first = name.first_token;
    use.last = name.end_token - 1;
    use.type = is_addressed(syntax, book.english(), name) ? NameType::PER : name.type;
    while (use.last > use.first && (syntax.form(use.last) == "'s" || syntax.upos(use.last) == Upos::PUNCT)) {
        --use.last;
    }
    if (use.type == NameType::PER) {
        use.first = std::min(bare_name_start(syntax, book.english(), name), use.last);
    }
    while (use.first < use.last && (syntax.upos(use.first) == Upos::DET || syntax.upos(use.first) == Upos::PUNCT)) {
        ++use.first;
    }
    // "Georgia state lawmakers"
    const bool place = use.type == NameType::LOC || use.type == NameType::GPE;
    if (place && use.last > use.first && use.last + 1 < syntax.size() && syntax.upos(use.last + 1) == Upos::NOUN &&
        book.english().organizations.has("division", syntax.token(use.last).form)) {
        --use.last;
    }
    // "Bergen Medical School yearbook": what a body has is not the body.
    while (use.type == NameType::ORG && use.last > use.first + 1 && is_thing_behind(book, use.last)) {
        --use.last;
    }
    if (syntax.upos(use.first) == Upos::PUNCT) {
        return std::nullopt;
    }
    use.head = head_of(syntax, use.first, use.last);
    use.text = syntax.text_of(hull(syntax.token(use.first).span, syntax.token(use.last).span));
    return use;
}

std::size_t word_count(const std::string &text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

std::string last_word(const std::string &text) {
    const std::size_t blank = text.rfind(' ');
    return blank == std::string::npos ? text : text.substr(blank + 1);
}

std::string first_word(const std::string &text) {
    return text.substr(0, text.find(' '));
}

/// A name's key without "Jr." behind it.
std::string without_suffix(std::string key, const English &english) {
    while (english.grammar.has("name_suffix", last_word(key)) && key.find(' ') != std::string::npos) {
        key.resize(key.rfind(' '));
    }
    return key;
}

/// The surname: the last word that is no "Jr.".
std::string surname_key(const std::string &name, const English &english) {
    return last_word(without_suffix(name_key(name), english));
}

class NameFinder {
  public:
    explicit NameFinder(EntityBook &book) : book_(&book), syntax_(&book.syntax()), english_(&book.english()) {}

    void run() {
        std::vector<NameUse> uses;
        for (const Name &name : syntax_->document().names) {
            if (book_->is_skipped(name.first_token)) {
                continue;
            }
            if (std::optional<NameUse> use = read_name(*book_, name)) {
                complete(*use);
                uses.push_back(*std::move(use));
            }
        }
        join_parts(uses);
        retype(uses);
        split_owners(uses);
        file_outlets(uses);
        add_missed(uses);
        // Full names first, so that a headline's surname finds its owner.
        for (const NameUse &use : uses) {
            if (word_count(use.text) > 1 && (is_team(use) || (use.type == NameType::ORG && is_plural_name(use)))) {
                teams_.insert(last_word(name_key(use.text)));
            }
            if (use.type == NameType::PER && !is_surname_alone(name_key(use.text))) {
                const EntityIndex index = person(use.text);
                full_names_[surname_key(use.text, *english_)].push_back({use.first, index});
                file_words(use.text);
                if (const std::string nickname = nickname_of(use); !nickname.empty()) {
                    book_->add_alias(index, nickname);
                }
                if (is_relative(use)) {
                    relatives_.insert(index);
                }
            } else if (use.type == NameType::PER) {
                alone_.emplace(surname_key(use.text, *english_), use.first);
                if (!is_headline(use.first) && title_start(*syntax_, *english_, use.first) < use.first) {
                    titled_.emplace(surname_key(use.text, *english_), use.first);
                }
            }
        }
        for (const NameUse &use : uses) {
            if (add_parts(use)) {
                continue;
            }
            if (const std::optional<EntityIndex> entity = classify(use)) {
                add(*entity, use);
            }
        }
        for (std::size_t i = 0; i + 1 < uses.size(); ++i) {
            join_brackets(uses[i], uses[i + 1]);
        }
    }

  private:
    /// "Islamic" of "Islamic State": the tagger took the first word of a known name alone.
    void complete(NameUse &use) const {
        const TokenIndex next = use.last + 1;
        if (use.type == NameType::PER || next >= syntax_->size() ||
            syntax_->sentence_of(next) != syntax_->sentence_of(use.last) || book_->name_at(next)) {
            return;
        }
        const std::string text = use.text + " " + syntax_->token(next).form;
        if (english_->known_organizations.find(lookup_form(text)) != nullptr && syntax_->upos(next) == Upos::PROPN) {
            use.last = next;
            use.type = NameType::ORG;
            use.text = text;
            use.head = head_of(*syntax_, use.first, use.last);
        } else if (is_numbered_team(next)) {
            use.last = next + 1;
            use.type = NameType::ORG;
            use.text += " " + numbered_team(next);
            use.head = next + 1;
        }
    }

    /// "76ers", two tokens.
    bool is_numbered_team(TokenIndex token) const {
        return token + 1 < syntax_->size() && syntax_->upos(token) == Upos::NUM && !syntax_->token(token).space_after &&
               english_->organizations.has("numbered", syntax_->form(token + 1));
    }

    std::string numbered_team(TokenIndex token) const {
        return syntax_->text_of(hull(syntax_->token(token).span, syntax_->token(token + 1).span));
    }

    /// "the Chargers", taken for a person: a plural that no full name of the document has.
    bool is_lone_team(const NameUse &use, const std::string &plain) const {
        return use.first == use.last && is_plural_name(use) && words_of_names_.count(plain) == 0 &&
               is_called_by_thing(use);
    }

    bool is_called_by_thing(const NameUse &use) const {
        const NounClass meaning = english_->nouns.find(syntax_->lemma(use.last));
        return meaning == NounClass::person || meaning == NounClass::animal || meaning == NounClass::artifact;
    }

    bool is_plural_name(const NameUse &use) const {
        return syntax_->upos(use.last) == Upos::PROPN &&
               feature(syntax_->token(use.last).feats, "Number") == std::string_view("Plur");
    }

    /// "the San Diego Chargers", taken for a place: a town's name and what people, animals or things are called.
    bool is_team(const NameUse &use) const {
        return (use.type == NameType::LOC || use.type == NameType::GPE) && use.first != use.last &&
               is_plural_name(use) && is_called_by_thing(use);
    }

    /// "the Gulf" and "Aden", "the Centers" and "Disease Control": the tagger took the parts of one name for two.
    void join_parts(std::vector<NameUse> &uses) const {
        std::vector<NameUse> joined;
        for (NameUse &use : uses) {
            if (joined.empty() || !join(joined.back(), use)) {
                joined.push_back(std::move(use));
            }
        }
        uses = std::move(joined);
    }

    /// What the tagger took for a name of another kind: a surname of a person whom the document names in full, a first
    /// name before another word, a person's name behind whose body it stands ("Verbund's Ana Reed").
    void retype(std::vector<NameUse> &uses) const {
        std::unordered_set<std::string> surnames;
        for (const NameUse &use : uses) {
            if (use.type == NameType::PER && use.first != use.last) {
                surnames.insert(syntax_->token(surname_token(use)).form);
            }
        }
        drop_vehicles(uses);
        std::unordered_set<std::string> bodies;
        for (const NameUse &use : uses) {
            if (use.first == use.last && is_named_as_body(use) && surnames.count(syntax_->token(use.last).form) == 0) {
                bodies.insert(use.text);
            }
        }
        for (NameUse &use : uses) {
            if (use.first == use.last && use.type == NameType::PER && bodies.count(use.text) > 0) {
                use.type = NameType::ORG;
            }
            const bool surname =
                use.first == use.last && use.type != NameType::PER && surnames.count(syntax_->token(use.last).form) > 0;
            if ((surname && !is_known(use.text)) || is_missed_person(use)) {
                use.type = NameType::PER;
            }
        }
        std::vector<NameUse> owners;
        for (NameUse &use : uses) {
            for (TokenIndex token = use.first + 1; use.type == NameType::PER && token < use.last; ++token) {
                if (syntax_->form(token) == "'s") {
                    NameUse owner = use;
                    owner.type = NameType::ORG;
                    owner.last = token - 1;
                    owner.head = head_of(*syntax_, owner.first, owner.last);
                    owner.text =
                        syntax_->text_of(hull(syntax_->token(owner.first).span, syntax_->token(owner.last).span));
                    owners.push_back(std::move(owner));
                    use.first = token + 1;
                    use.head = head_of(*syntax_, use.first, use.last);
                    use.text = syntax_->text_of(hull(syntax_->token(use.first).span, syntax_->token(use.last).span));
                }
            }
        }
        uses.insert(uses.end(), owners.begin(), owners.end());
        std::stable_sort(uses.begin(), uses.end(),
                         [](const NameUse &a, const NameUse &b) { return a.first < b.first; });
    }

    /// "the freighter Calliope", and "Calliope" elsewhere: no person and no body.
    void drop_vehicles(std::vector<NameUse> &uses) const {
        std::unordered_set<std::string> vehicles;
        for (const NameUse &use : uses) {
            const bool after_noun = use.first > 0 && syntax_->upos(use.first - 1) == Upos::NOUN &&
                                    syntax_->sentence_of(use.first - 1) == syntax_->sentence_of(use.first);
            if (after_noun && (use.type == NameType::PER || use.type == NameType::ORG) &&
                english_->frames.is_listed("vehicle", syntax_->lemma(use.first - 1)) &&
                feature(syntax_->token(use.first - 1).feats, "Number") == std::string_view("Sing") &&
                syntax_->relation(use.head) != "nmod:poss") {
                vehicles.insert(use.text);
            }
        }
        uses.erase(std::remove_if(uses.begin(), uses.end(),
                                  [&vehicles](const NameUse &use) { return vehicles.count(use.text) > 0; }),
                   uses.end());
    }

    /// "the tech blog Velin", "the firm Berg": the noun right before the name says that it is a body's.
    bool is_named_as_body(const NameUse &use) const {
        if (use.first == 0 || syntax_->upos(use.first - 1) != Upos::NOUN ||
            syntax_->sentence_of(use.first - 1) != syntax_->sentence_of(use.first)) {
            return false;
        }
        const TokenIndex noun = use.first - 1;
        const bool of_body = english_->bodies.of_noun(syntax_->lemma(noun)) ||
                             english_->organizations.has("media", syntax_->lemma(noun)) ||
                             english_->organizations.has("business", syntax_->lemma(noun));
        return of_body && feature(syntax_->token(noun).feats, "Number") == std::string_view("Sing") &&
               (syntax_->head(use.head) == noun || syntax_->head(noun) == use.head) &&
               syntax_->relation(use.head) != "nmod:poss";
    }

    /// "Kentucky's Covington High School": a place or body named elsewhere and what it has, taken for one name.
    void split_owners(std::vector<NameUse> &uses) const {
        std::unordered_set<std::string> names;
        for (const NameUse &use : uses) {
            names.insert(name_key(use.text));
        }
        std::vector<NameUse> split;
        for (NameUse &use : uses) {
            for (TokenIndex mark = use.first + 1; use.type == NameType::ORG && mark + 2 <= use.last; ++mark) {
                const std::string owner =
                    syntax_->text_of(hull(syntax_->token(use.first).span, syntax_->token(mark - 1).span));
                const bool known =
                    names.count(name_key(owner)) > 0 || english_->countries.find(lookup_form(owner)) != nullptr;
                bool proper = syntax_->form(mark) == "'s" && known;
                for (TokenIndex token = mark + 1; proper && token <= use.last; ++token) {
                    proper = syntax_->upos(token) == Upos::PROPN;
                }
                if (proper) {
                    NameUse first = use;
                    first.last = mark - 1;
                    first.head = head_of(*syntax_, first.first, first.last);
                    first.text = owner;
                    first.type = english_->countries.find(lookup_form(owner)) != nullptr ? NameType::GPE : first.type;
                    split.push_back(std::move(first));
                    use.first = mark + 1;
                    use.head = head_of(*syntax_, use.first, use.last);
                    use.text = syntax_->text_of(hull(syntax_->token(use.first).span, syntax_->token(use.last).span));
                    break;
                }
            }
            split.push_back(std::move(use));
        }
        uses = std::move(split);
    }

    /// Newspapers and the like by the last word of their names, which stands for them: "the Post".
    void file_outlets(const std::vector<NameUse> &uses) {
        for (const NameUse &use : uses) {
            const std::string plain = name_key(use.text);
            if (use.type != NameType::PER && use.type != NameType::NORP && word_count(plain) > 1 &&
                is_outlet(use, plain)) {
                outlets_[last_word(plain)].emplace_back(use.first, use.text);
            }
        }
    }

    /// The medium whose short name the word with "the" before it is: the one named last before it, or else first.
    std::optional<std::string> outlet_called(TokenIndex token) const {
        const auto found = outlets_.find(name_key(syntax_->form(token)));
        if (found == outlets_.end() || token == 0 || syntax_->upos(token - 1) != Upos::DET ||
            !english_->grammar.has("definite", syntax_->form(token - 1)) || syntax_->upos(token) != Upos::PROPN) {
            return std::nullopt;
        }
        const std::string *named = &found->second.front().second;
        for (const auto &[first, text] : found->second) {
            named = first < token ? &text : named;
        }
        return *named;
    }

    /// The last token that is no "Jr.".
    TokenIndex surname_token(const NameUse &use) const {
        TokenIndex token = use.last;
        while (token > use.first && english_->grammar.has("name_suffix", name_key(syntax_->form(token)))) {
            --token;
        }
        return token;
    }

    /// "Bettie Lane", taken for a work or an event: a first name that is no other word, before one more.
    bool is_missed_person(const NameUse &use) const {
        return use.type == NameType::MISC && use.last == use.first + 1 && syntax_->upos(use.first) == Upos::PROPN &&
               syntax_->upos(use.last) == Upos::PROPN && !is_known(use.text) &&
               english_->nouns.gender_of_name(syntax_->form(use.first)) != Gender::unknown &&
               english_->nouns.find(syntax_->form(use.first)) == NounClass::unknown &&
               (syntax_->is(use.head, "nsubj") || syntax_->is(use.head, "appos") || syntax_->is(use.head, "obj"));
    }

    /// "a Verbund report", where Verbund is a name elsewhere in the document and the tagger passed over it here.
    void add_missed(std::vector<NameUse> &uses) const {
        std::unordered_map<std::string, NameType> types;
        std::unordered_set<std::string> surnames;
        std::unordered_set<std::string> acronyms;
        std::vector<bool> covered(syntax_->size(), false);
        for (const NameUse &use : uses) {
            std::fill(covered.begin() + use.first, covered.begin() + use.last + 1, true);
            if (use.first == use.last && (use.type == NameType::ORG || use.type == NameType::PER)) {
                types.emplace(use.text, use.type);
            } else if (use.type == NameType::PER) {
                surnames.insert(syntax_->token(surname_token(use)).form);
            } else if (use.type == NameType::ORG && word_count(use.text) > 2) {
                acronyms.insert(initials_of(use.text));
            }
        }
        const std::size_t known = uses.size();
        for (TokenIndex token = 0; token + 1 < syntax_->size(); ++token) {
            const std::optional<TokenIndex> head = syntax_->head(token);
            const auto found = types.find(syntax_->token(token).form);
            if (found != types.end() && !covered[token] && !book_->name_at(token) && !book_->is_skipped(token) &&
                syntax_->upos(token) == Upos::PROPN && syntax_->is(token, "compound") && head && *head > token &&
                syntax_->upos(*head) == Upos::NOUN && syntax_->upos(token + 1) != Upos::PROPN &&
                (token == 0 || syntax_->upos(token - 1) != Upos::PROPN)) {
                uses.push_back({token, token, token, found->second, found->first});
            } else if (!covered[token] && !book_->name_at(token) && !book_->is_skipped(token) &&
                       (syntax_->upos(token) == Upos::PROPN || is_bare_subject(token)) &&
                       surnames.count(syntax_->token(token).form) > 0 && syntax_->is(token, "nsubj") &&
                       syntax_->upos(token + 1) != Upos::PROPN &&
                       (token == 0 || syntax_->upos(token - 1) != Upos::PROPN)) {
                uses.push_back({token, token, token, NameType::PER, syntax_->token(token).form});
            } else if (!covered[token] && !book_->name_at(token) && !book_->is_skipped(token) &&
                       syntax_->upos(token + 1) != Upos::PROPN && outlet_called(token)) {
                uses.push_back({token, token, token, NameType::ORG, syntax_->token(token).form});
            } else if (!covered[token] && !book_->name_at(token) && !book_->is_skipped(token) &&
                       acronyms.count(syntax_->token(token).form) > 0) {
                uses.push_back({token, token, token, NameType::ORG, syntax_->token(token).form});
            } else if (!covered[token] && is_numbered_team(token)) {
                uses.push_back({token, token + 1, token + 1, NameType::ORG, numbered_team(token)});
            }
        }
        if (uses.size() > known) {
            std::stable_sort(uses.begin(), uses.end(),
                             [](const NameUse &a, const NameUse &b) { return a.first < b.first; });
        }
    }

    /// "Banks said", where a person of the document is called so: a noun with nothing before it at a sentence's start.
    bool is_bare_subject(TokenIndex token) const {
        return syntax_->upos(token) == Upos::NOUN && syntax_->children(token).empty() &&
               syntax_->sentence(syntax_->sentence_of(token)).first_token == token;
    }

    /// Adds `next` to `use` where both are one name.
    bool join(NameUse &use, const NameUse &next) const {
        // "Pratt & Whitney" is one firm.
        const TokenIndex sign = use.last + 1;
        if (next.first == sign + 1 && syntax_->form(sign) == "&" && next.type != NameType::NORP &&
            (use.type == NameType::PER || use.type == NameType::ORG) && !is_addressed(use.first)) {
            take(use, next, NameType::ORG);
            return true;
        }
        if (use.type == NameType::PER || use.last + 1 >= next.first ||
            syntax_->sentence_of(use.last) != syntax_->sentence_of(next.first)) {
            return false;
        }
        const std::string &noun = syntax_->form(use.last);
        const bool of_place = english_->organizations.has("place_of", noun);
        const bool of_body = english_->organizations.has("body_of", noun);
        const TokenIndex between = use.last + 1;
        if (next.first == between + 1 && syntax_->form(between) == "'s" &&
            english_->organizations.has("state_noun", syntax_->lemma(next.last))) {
            take(use, next, use.type);
            return true;
        }
        const std::optional<TokenIndex> governor = syntax_->head(next.head);
        const bool below = governor && *governor >= use.first && *governor <= use.last;
        const bool one_word = next.first == between + 1;
        const bool article = next.first == between + 2 && syntax_->upos(between + 1) == Upos::DET;
        if (below && (of_place || of_body) && (one_word || article) && next.type != NameType::NORP &&
            syntax_->is(next.head, "nmod") && english_->grammar.has("name_link", syntax_->form(between))) {
            take(use, next, of_body ? NameType::ORG : NameType::LOC);
            return true;
        }
        // "the Academy of Motion Picture Arts" and "Sciences"
        if (below && *governor != use.head && one_word && next.first == next.last && syntax_->is(next.head, "conj") &&
            syntax_->upos(between) == Upos::CCONJ &&
            english_->nouns.find(syntax_->lemma(next.last)) != NounClass::unknown && !is_known(next.text) &&
            english_->organizations.has("body_of", syntax_->form(use.head))) {
            take(use, next, use.type);
            return true;
        }
        return false;
    }

    /// "Mr. & Mrs. Berg"
    bool is_addressed(TokenIndex first) const {
        return first > 0 && english_->people.has("address", syntax_->form(first - 1));
    }

    void take(NameUse &use, const NameUse &next, NameType type) const {
        use.last = next.last;
        use.type = type;
        use.head = head_of(*syntax_, use.first, use.last);
        use.text = syntax_->text_of(hull(syntax_->token(use.first).span, syntax_->token(use.last).span));
    }

    /// "U.S.-Russia", "ISIS Intelligence" in a headline: the tagger took more than one name or less than one.
    bool add_parts(const NameUse &use) {
        if (use.first == use.last || use.type == NameType::PER || is_known(use.text)) {
            return false;
        }
        std::vector<TokenIndex> parts;
        for (TokenIndex token = use.first; token <= use.last; ++token) {
            const bool known = is_known(syntax_->token(token).form);
            if (known) {
                parts.push_back(token);
            } else if (syntax_->upos(token) != Upos::PUNCT && syntax_->upos(token) != Upos::NOUN &&
                       !(syntax_->upos(token) == Upos::PROPN && syntax_->is(use.first, "compound")) &&
                       use.type != NameType::MISC) {
                return false;
            }
        }
        // "U.S. Senate" is one name.
        if (parts.size() < 2) {
            return false;
        }
        for (const TokenIndex token : parts) {
            const NameUse part{token, token, token, use.type, syntax_->token(token).form};
            if (const std::optional<EntityIndex> entity = classify(part)) {
                add(*entity, part);
            }
        }
        return true;
    }

    bool is_known(const std::string &text) const {
        const std::string key = lookup_form(text);
        return english_->countries.find(key, CountryWord::name) != nullptr ||
               english_->known_organizations.find(key) != nullptr || english_->outlets.has("name", key);
    }

    void file_words(const std::string &name) {
        const std::string key = name_key(name) + " ";
        for (std::size_t begin = 0; begin < key.size(); begin = key.find(' ', begin) + 1) {
            words_of_names_.insert(key.substr(begin, key.find(' ', begin) - begin));
        }
    }

    std::optional<EntityIndex> classify(const NameUse &use) {
        const std::string key = lookup_form(use.text);
        const std::string plain = name_key(use.text);
        if ((use.type == NameType::PER || use.type == NameType::MISC) && use.first == use.last &&
            teams_.count(plain) > 0) {
            return organization(use);
        }
        if (use.type == NameType::PER && (teams_.count(plain) > 0 || is_lone_team(use, plain))) {
            return organization(use);
        }
        if (is_ship(use) || is_partisan(use) || is_family(use, plain)) {
            return std::nullopt;
        }
        if (use.type == NameType::PER) {
            // "President", tagged apart from the name behind it.
            const std::optional<std::size_t> behind =
                use.last + 1 < syntax_->size() ? book_->name_at(use.last + 1) : std::nullopt;
            if (use.first == use.last && behind && english_->people.has("office", key) &&
                syntax_->document().names[*behind].type == NameType::PER) {
                return std::nullopt;
            }
            if (is_title_alone(use) || is_party_tag(use) || is_group_of(use)) {
                return std::nullopt;
            }
            // Taggers take a state's name alone for a person now and then.
            const bool bare = use.first == use.last && title_start(*syntax_, *english_, use.first) == use.first;
            const Country *country = bare ? english_->countries.find(key, CountryWord::name) : nullptr;
            // "the Kremlin": a seat stands for its government whatever the tagger took it for.
            country = bare && country == nullptr ? english_->countries.find(plain, CountryWord::seat) : country;
            const bool bears_it = words_of_names_.count(plain) > 0;
            if (const std::optional<EntityIndex> house = bare ? house_at(use) : std::nullopt; house && !bears_it) {
                return house;
            }
            if (country != nullptr && !bears_it) {
                return alias_of(book_->country(*country), use.text, *country);
            }
            return is_surname_alone(plain) ? bearer(use, last_word(plain)) : person(use.text);
        }
        if (use.type == NameType::NORP) {
            return people(use, key);
        }
        if (is_party_tag(use)) {
            return std::nullopt;
        }
        // A tagger's "other" counts only where the name is known.
        if (use.type != NameType::ORG && use.type != NameType::LOC && use.type != NameType::GPE &&
            !(use.type == NameType::MISC && (is_known(use.text) || is_body_name(use)))) {
            return std::nullopt;
        }
        // "the Kerry-Lavrov meeting" happens, it is nobody.
        const std::string &last_form = syntax_->token(use.last).form;
        const NounClass meaning = english_->nouns.find(syntax_->lemma(use.last));
        if (use.type == NameType::ORG && !last_form.empty() && last_form.front() >= 'a' && last_form.front() <= 'z' &&
            (meaning == NounClass::event || meaning == NounClass::act)) {
            return std::nullopt;
        }
        // "Inc." behind a comma, tagged apart from its name.
        if (use.first == use.last && use.first > 0 && syntax_->upos(use.first - 1) == Upos::PUNCT &&
            english_->organizations.has("company_form", last_form)) {
            return std::nullopt;
        }
        // "Russian FM": an office, no body.
        if (is_office_abbreviation(syntax_->form(use.last))) {
            return std::nullopt;
        }
        if (const std::vector<CountryReading> *readings = english_->countries.find(key)) {
            if (const std::optional<EntityIndex> state = state_of(use, *readings)) {
                return state;
            }
        }
        if (const std::vector<CountryReading> *readings = english_->countries.find(plain)) {
            if (const std::optional<EntityIndex> state = state_of(use, *readings)) {
                return state;
            }
        }
        if (const auto outlet = use.first == use.last ? outlet_called(use.last) : std::nullopt) {
            const EntityIndex entity = named(NodeKind::Outlet, *outlet, {});
            book_->add_alias(entity, use.text);
            return entity;
        }
        if (is_outlet(use, plain)) {
            return named(NodeKind::Outlet, use.text, {});
        }
        for (const std::string &form : {key, plain}) {
            const KnownOrganization *known = english_->known_organizations.find(form);
            if (known != nullptr && !is_of_other_state(use, known->country)) {
                const EntityIndex entity = named(known->type, known->name, known->country);
                book_->add_alias(entity, use.text);
                return entity;
            }
        }
        const bool body = use.type == NameType::ORG || use.type == NameType::MISC || is_team(use);
        return body ? organization(use) : named(NodeKind::Place, use.text, {});
    }

    /// "The Chinese CDC", and "the CDC" behind it.
    bool is_of_other_state(const NameUse &use, const std::string &country) const {
        for (const TokenIndex child : syntax_->children(use.head)) {
            const std::string_view relation = syntax_->relation(child);
            const Country *state = child < use.first && syntax_->upos(child) != Upos::PRON
                                       ? english_->countries.find_modifier(syntax_->form(child))
                                       : nullptr;
            if (state != nullptr && (relation == "amod" || relation == "compound" || relation == "nmod:poss") &&
                !country.empty() && state->code != country) {
                return true;
            }
        }
        const std::optional<EntityIndex> told = book_->find(NodeKind::Organization, use.text);
        return told && !country.empty() && !book_->entity(*told).country.empty() &&
               book_->entity(*told).country != country;
    }

    /// "Dr.", "M.D.", tagged apart from the name that they belong to.
    bool is_title_alone(const NameUse &use) const {
        std::string letters;
        for (const char letter : lookup_form(use.text)) {
            if (letter != '.' && letter != ' ') {
                letters += letter;
            }
        }
        return (use.first == use.last || letters.size() <= 3) &&
               (english_->people.has("address", letters) || english_->people.has("degree", letters));
    }

    /// "Senators", "Republican Senators": no person.
    bool is_group_of(const NameUse &use) const {
        const bool alone =
            use.first == use.last || english_->countries.find_modifier(syntax_->form(use.first)) != nullptr ||
            syntax_->upos(use.first) == Upos::ADJ || english_->people.has("quality", syntax_->form(use.first));
        return alone && english_->people.has("group", syntax_->form(use.last)) &&
               words_of_names_.count(name_key(use.text)) == 0;
    }

    /// "(D-Ore.)", ", R-Texas,": a lawmaker's party and state.
    bool is_party_tag(const NameUse &use) const {
        const std::size_t hyphen = use.text.find('-');
        return hyphen != std::string::npos && use.first > 0 &&
               english_->people.has("party_letter", lookup_form(use.text.substr(0, hyphen))) &&
               syntax_->upos(use.first - 1) == Upos::PUNCT;
    }

    /// "the USS Ana Berg"
    bool is_ship(const NameUse &use) const {
        const auto marks = [this](TokenIndex token) {
            return english_->organizations.has("ship_mark", lookup_form(syntax_->token(token).form));
        };
        return use.type == NameType::PER &&
               (marks(use.first) || (use.first > 0 && marks(use.first - 1) &&
                                     syntax_->sentence_of(use.first - 1) == syntax_->sentence_of(use.first)));
    }

    /// "an Iowa Republican": a person of a party, taken for a body.
    bool is_partisan(const NameUse &use) const {
        return use.type == NameType::ORG && use.first != use.last &&
               feature(syntax_->token(use.last).feats, "Number") == std::string_view("Sing") &&
               english_->people.has("partisan", syntax_->lemma(use.last)) &&
               (syntax_->is(use.head, "appos") || syntax_->child(use.head, "det"));
    }

    /// "the Bergs": a plural of a surname that the document has, taken for a body.
    bool is_family(const NameUse &use, const std::string &plain) const {
        return use.type == NameType::ORG && use.first == use.last && plain.size() > 3 && plain.back() == 's' &&
               full_names_.count(plain) == 0 && full_names_.count(plain.substr(0, plain.size() - 1)) > 0;
    }

    /// "the International Grain Board"
    bool is_body_name(const NameUse &use) const {
        return use.last > use.first && english_->organizations.has("ending", syntax_->form(use.last)) &&
               syntax_->upos(use.last) == Upos::PROPN;
    }

    bool is_office_abbreviation(const std::string &form) const {
        const std::vector<std::string> &entries = english_->people.words("abbreviation");
        return std::any_of(entries.begin(), entries.end(),
                           [&form](const std::string &entry) { return entry.rfind(form + "=", 0) == 0; });
    }

    /// A surname alone. Of several who bear it the one who was called so before ("Ms Reed"), or else the last whose
    /// full name stands before it, of the sex that a form of address tells. A wife or son who is introduced as such is
    /// not whom the article calls by the surname, though the full name stands only there.
    EntityIndex bearer(const NameUse &use, const std::string &surname) {
        const bool addressed = use.first > 0 && english_->people.has("courtesy", syntax_->form(use.first - 1));
        const std::string address = addressed ? syntax_->form(use.first - 1) : std::string();
        const auto known = full_names_.find(surname);
        if (known == full_names_.end()) {
            return person(use.text, address);
        }
        const std::string form = address + " " + surname;
        if (const auto called = called_.find(form); addressed && called != called_.end()) {
            return called->second;
        }
        std::optional<EntityIndex> latest;
        std::set<EntityIndex> all;
        bool relatives_alone = true;
        for (const FullName &name : known->second) {
            relatives_alone = relatives_alone && relatives_.count(name.person) != 0;
        }
        for (const FullName &name : known->second) {
            if (relatives_.count(name.person) != 0 && !relatives_alone) {
                continue;
            }
            all.insert(name.person);
            const bool fits =
                !addressed || !differ_in_sex(address, first_word(name_key(book_->entity(name.person).name)));
            if (fits && (name.first < use.first || !latest)) {
                latest = name.person;
            }
        }
        const auto alone = alone_.find(surname);
        // News names people in full before it calls them "President Reed".
        const auto titled = titled_.find(surname);
        const bool is_titled_before =
            titled != titled_.end() &&
            std::none_of(known->second.begin(), known->second.end(),
                         [&](const FullName &name) { return name.first < titled->second && !is_headline(name.first); });
        const bool was_called_before = is_titled_before || (relatives_alone && alone != alone_.end() &&
                                                            alone->second < known->second.front().first);
        if (!latest || was_called_before) {
            return named(NodeKind::Person, use.text, {});
        }
        called_.emplace(form, *latest);
        take_name(*latest, use.text);
        return *latest;
    }

    bool is_headline(TokenIndex token) const {
        return syntax_->document().zone_at(syntax_->token(token).span.begin) == Zone::headline;
    }

    /// "Bobby" of `Robert "Bobby" Calloway`; empty for others.
    std::string nickname_of(const NameUse &use) const {
        TokenIndex first = use.first;
        while (first < use.last && syntax_->upos(first) != Upos::PUNCT) {
            ++first;
        }
        TokenIndex end = first + 1;
        while (end < use.last && syntax_->upos(end) == Upos::PROPN) {
            ++end;
        }
        const bool marked = first > use.first && end > first + 1 && end < use.last &&
                            syntax_->upos(end) == Upos::PUNCT && syntax_->form(first) != "-";
        return marked ? syntax_->text_of(hull(syntax_->token(first + 1).span, syntax_->token(end - 1).span)) : "";
    }

    /// "his wife, Ana Reed", "Reed's son Tom".
    bool is_relative(const NameUse &use) const {
        const auto tells = [this](TokenIndex token) { return english_->people.has("relative", syntax_->lemma(token)); };
        for (TokenIndex token = title_start(*syntax_, *english_, use.first); token < use.first; ++token) {
            if (tells(token)) {
                return true;
            }
        }
        const std::optional<TokenIndex> head = syntax_->head(use.head);
        if (head && syntax_->is(use.head, "appos") && tells(*head)) {
            return true;
        }
        const auto children = syntax_->children(use.head);
        return std::any_of(children.begin(), children.end(),
                           [&](TokenIndex child) { return syntax_->is(child, "appos") && tells(child); });
    }

    /// The person of that name. `address` ("mr.") may tell the sex; empty where nothing does.
    EntityIndex person(const std::string &text, const std::string &address = {}) {
        const std::string key = name_key(text);
        const std::string surname = surname_key(text, *english_);
        std::optional<EntityIndex> loose;
        for (const EntityIndex index : latest_first({"surname " + surname, "first " + key})) {
            const Entity &entity = book_->entity(index);
            if (entity.type != NodeKind::Person || !entity.named) {
                continue;
            }
            const std::string other = name_key(entity.name);
            if (other == key) {
                return index;
            }
            const bool other_sex = !address.empty() && differ_in_sex(address, first_word(other));
            if (!loose && !other_sex && may_be_one_person(key, other)) {
                loose = index;
            }
        }
        if (loose) {
            take_name(*loose, text);
            return *loose;
        }
        return named(NodeKind::Person, text, {});
    }

    /// Whether two names, as keys, may be forms of one person's.
    bool may_be_one_person(const std::string &key, const std::string &other) const {
        const std::string generation = generation_of(key);
        const std::string other_generation = generation_of(other);
        if (!generation.empty() && !other_generation.empty() && generation != other_generation) {
            return false;
        }
        const std::string name = without_suffix(key, *english_);
        const std::string other_name = without_suffix(other, *english_);
        const std::string &shorter = name.size() <= other_name.size() ? name : other_name;
        const std::string &longer = name.size() <= other_name.size() ? other_name : name;
        // "Reed" and "Ana Reed", "Garcia Lopez" and "Maria Garcia Lopez", "van der Steen" and "Anke van der Steen".
        if (shorter == longer || longer.ends_with(" " + shorter)) {
            return true;
        }
        const bool full = !is_surname_alone(name);
        const bool other_full = !is_surname_alone(other_name);
        const std::string a = first_word(name);
        const std::string b = first_word(other_name);
        if (last_word(name) == last_word(other_name)) {
            if (!full || !other_full) {
                return false;
            }
            // "J. Smith" and "John Smith", "John Q. Smith" and "John Smith". A name of signs alone has no words.
            return a.size() == 1 || b.size() == 1 ? a.substr(0, 1) == b.substr(0, 1)
                                                  : is_spelling_of(a, b) && !differ_in_sex(a, b);
        }
        // "Xi" and "Xi Jinping"; by their first names alone people are called only one word.
        return full != other_full && word_count(shorter) == 1 && first_word(longer) == shorter;
    }

    /// "Steen", "van der Steen", "al Haddad".
    bool is_surname_alone(const std::string &key) const {
        std::string rest = key;
        while (rest.find(' ') != std::string::npos && english_->people.has("particle", first_word(rest))) {
            rest.erase(0, rest.find(' ') + 1);
        }
        return rest.find(' ') == std::string::npos;
    }

    /// "jr" and "junior" are the same.
    std::string generation_of(const std::string &key) const {
        const std::string last = last_word(key);
        if (english_->people.has("generation_junior", last)) {
            return "junior";
        }
        if (english_->people.has("generation_senior", last)) {
            return "senior";
        }
        return english_->people.has("generation_number", last) ? last : std::string();
    }

    /// "Marko" and "Marka" are two persons.
    bool differ_in_sex(const std::string &a, const std::string &b) const {
        const Gender one = english_->people.has("female", a) ? Gender::female
                           : english_->people.has("male", a) ? Gender::male
                                                             : english_->nouns.gender_of_name(a);
        const Gender other = english_->nouns.gender_of_name(b);
        return one != Gender::unknown && other != Gender::unknown && one != other;
    }

    /// "Sergei" and "Sergey": alike but for the last letter.
    static bool is_spelling_of(const std::string &a, const std::string &b) {
        const std::size_t shorter = std::min(a.size(), b.size());
        const std::size_t longer = std::max(a.size(), b.size());
        constexpr std::size_t least = 4;
        return a == b ||
               (shorter >= least && longer - shorter <= 1 && a.compare(0, shorter - 1, b, 0, shorter - 1) == 0);
    }

    /// "Russians", "the Democrats": a people, where it is no adjective.
    bool is_person_name(TokenIndex token) const {
        const std::optional<std::size_t> name = book_->name_at(token);
        return name && syntax_->document().names[*name].type == NameType::PER;
    }

    std::optional<EntityIndex> people(const NameUse &use, const std::string &key) {
        const std::string_view relation = syntax_->relation(use.head);
        if (syntax_->upos(use.head) == Upos::ADJ || relation == "amod" || relation == "compound") {
            return std::nullopt;
        }
        // "told Serbian daily Politika": an adjective of a state right before a noun, wherever the parser hung it.
        const TokenIndex next = use.last + 1;
        if (next < syntax_->size() &&
            (syntax_->upos(next) == Upos::NOUN || english_->organizations.has("medium_word", syntax_->lemma(next))) &&
            english_->countries.find(key, CountryWord::adjective) != nullptr) {
            return std::nullopt;
        }
        // "South Korean President Moon": the state of an office or a person.
        if (next < syntax_->size() && syntax_->upos(next) == Upos::PROPN &&
            (english_->people.has("office", syntax_->lemma(next)) || is_person_name(next)) &&
            english_->countries.find(key, CountryWord::adjective) != nullptr) {
            return std::nullopt;
        }
        if (const KnownOrganization *known = english_->known_organizations.find(key)) {
            return named(known->type, known->name, known->country);
        }
        const Country *country = english_->countries.find(key, CountryWord::demonym);
        return named(NodeKind::Group, use.text, country != nullptr ? country->code : std::string());
    }

    std::optional<EntityIndex> state_of(const NameUse &use, const std::vector<CountryReading> &readings) {
        for (const CountryReading &reading : readings) {
            const Country &country = english_->countries[reading.country];
            switch (reading.word) {
            case CountryWord::name:
                if (is_namesake_place(use)) {
                    return named(NodeKind::Place, use.text, {});
                }
                return alias_of(book_->country(country), use.text, country);
            case CountryWord::seat:
                if (const std::optional<EntityIndex> house = house_at(use)) {
                    return house;
                }
                return alias_of(book_->country(country), use.text, country);
            case CountryWord::adjective:
                // "U.S." is tagged as a name where it stands before a noun.
                if (syntax_->upos(use.head) == Upos::PROPN) {
                    return book_->country(country);
                }
                break;
            case CountryWord::capital:
                if (acts(use)) {
                    return alias_of(book_->country(country), use.text, country);
                }
                return named(NodeKind::Place, use.text, country.code);
            case CountryWord::demonym:
                break;
            }
        }
        return std::nullopt;
    }

    /// "the White House": a seat of government that speaks in its own name.
    std::optional<EntityIndex> house_at(const NameUse &use) {
        const KnownOrganization *known = english_->known_organizations.find(name_key(use.text));
        const bool is_seat = english_->countries.find(name_key(use.text), CountryWord::seat) != nullptr;
        return known != nullptr && is_seat ? std::optional(named(known->type, known->name, known->country))
                                           : std::nullopt;
    }

    /// Whether what is also a state's name is the other place of that name here ("Georgia"): the words of the sentence
    /// tell, or of the paragraph, or else of the whole text.
    bool is_namesake_place(const NameUse &use) const {
        const std::string name = lookup_form(use.text);
        const auto place = find_kind<OrganizationWord>(name + " place");
        const auto state = find_kind<OrganizationWord>(name + " state");
        if (!place || !state) {
            return false;
        }
        const auto evidence = [&](TokenIndex first, TokenIndex end) {
            int sum = 0;
            for (TokenIndex token = first; token < end; ++token) {
                sum += english_->organizations.has(*place, syntax_->form(token)) ? 1 : 0;
                sum -= english_->organizations.has(*state, syntax_->form(token)) ? 1 : 0;
            }
            return sum;
        };
        const std::vector<Sentence> &sentences = syntax_->document().sentences;
        const std::size_t own = syntax_->sentence_of(use.first);
        std::size_t first = own;
        while (first > 0 && !sentences[first].new_paragraph) {
            --first;
        }
        std::size_t end = own + 1;
        while (end < sentences.size() && !sentences[end].new_paragraph) {
            ++end;
        }
        int told = evidence(sentences[own].first_token, sentences[own].end_token);
        told = told != 0 ? told : evidence(sentences[first].first_token, sentences[end - 1].end_token);
        return (told != 0 ? told : evidence(0, static_cast<TokenIndex>(syntax_->size()))) > 0;
    }

    EntityIndex alias_of(EntityIndex entity, const std::string &text, const Country &country) {
        if (text != country.name) {
            book_->add_alias(entity, text);
        }
        return entity;
    }

    /// Whether a capital stands for its government here: it does something, has something, or something is done to it,
    /// and no preposition of place stands before it.
    bool acts(const NameUse &use) const {
        TokenIndex head = use.head;
        while (syntax_->is(head, "conj") && syntax_->head(head)) {
            head = *syntax_->head(head);
        }
        const std::string preposition = syntax_->preposition(head);
        if (syntax_->is(head, "nsubj") || syntax_->is(head, "obj") || syntax_->is(head, "iobj")) {
            return true;
        }
        if (syntax_->relation(head) == "nmod:poss") {
            const std::optional<TokenIndex> owned = syntax_->head(head);
            return !owned || !english_->organizations.has("town_body", syntax_->lemma(*owned));
        }
        if (syntax_->relation(head) == "obl:agent") {
            return true;
        }
        // "relations between Moscow and Kiev", "sanctions on Moscow"; but "flew to Moscow", "from Moscow".
        if (syntax_->is(head, "nmod") || syntax_->is(head, "obl")) {
            const std::optional<TokenIndex> governor = syntax_->head(head);
            if (governor && english_->people.has("relation", syntax_->lemma(*governor)) &&
                english_->grammar.has("owner", preposition)) {
                return true;
            }
            // "anger in Moscow": somebody's, not something's place.
            if (governor && syntax_->is(head, "nmod") && english_->people.has("attitude", syntax_->lemma(*governor)) &&
                english_->grammar.has("inside", preposition)) {
                return true;
            }
            return english_->grammar.has("dealing", preposition) ||
                   (syntax_->is(head, "nmod") && english_->grammar.has("dealing_noun", preposition));
        }
        return false;
    }

    bool is_outlet(const NameUse &use, const std::string &plain) const {
        if (english_->outlets.has("name", lookup_form(use.text)) || english_->outlets.has("name", plain) ||
            english_->outlets.has("name", "the " + plain)) {
            return true;
        }
        const std::string two_words =
            word_count(plain) > 2 ? plain.substr(plain.rfind(' ', plain.rfind(' ') - 1) + 1) : std::string();
        if (use.type == NameType::ORG && word_count(plain) > 1 &&
            (english_->outlets.has("ending", last_word(plain)) || english_->outlets.has("ending", two_words))) {
            return true;
        }
        for (const std::string &domain : english_->outlets.words("domain")) {
            const std::string form = lookup_form(use.text);
            if (form.size() > domain.size() && form.compare(form.size() - domain.size(), domain.size(), domain) == 0) {
                return true;
            }
        }
        // "the daily Politika", "state television Rossiya-1"
        const auto is_medium = [this](TokenIndex token) {
            return english_->organizations.has("medium_word", syntax_->lemma(token));
        };
        if (use.first > 0 && syntax_->sentence_of(use.first) == syntax_->sentence_of(use.first - 1)) {
            TokenIndex before = use.first - 1;
            while (before > 0 && syntax_->upos(before) == Upos::PUNCT &&
                   syntax_->sentence_of(before - 1) == syntax_->sentence_of(use.first)) {
                --before;
            }
            if (is_medium(before) && syntax_->upos(before) == Upos::NOUN) {
                return true;
            }
        }
        const std::optional<TokenIndex> head = syntax_->head(use.head);
        return head && syntax_->is(use.head, "compound") && is_medium(*head) && use.type != NameType::GPE &&
               *head == use.last + 1;
    }

    EntityIndex organization(const NameUse &use) {
        // The state that a body belongs to: in its name, before it, or as its owner.
        std::string country;
        bool shared = false;
        for (TokenIndex token = use.first; token <= use.last; ++token) {
            if (const Country *found = english_->countries.find_modifier(syntax_->form(token));
                found != nullptr && use.first != use.last) {
                // "the U.S.-Russia Commission" is nobody's alone.
                shared = shared || (!country.empty() && country != found->code);
                country = found->code;
            }
        }
        std::string before;
        if (shared) {
            country.clear();
        } else if (country.empty()) {
            for (const TokenIndex child : syntax_->children(use.head)) {
                if (child >= use.first) {
                    continue;
                }
                const std::string form = syntax_->form(child);
                if (const Country *found = english_->countries.find_modifier(form);
                    found != nullptr && syntax_->upos(child) != Upos::PRON) {
                    shared = shared || (!country.empty() && country != found->code);
                    country = found->code;
                    before = syntax_->token(child).form;
                }
            }
        }
        if (shared) {
            country.clear();
            before.clear();
        }
        const std::string key = name_key(use.text);
        const bool plural = is_plural_name(use) || english_->organizations.has("numbered", syntax_->form(use.last));
        for (const EntityIndex index : latest_first(
                 {"last " + last_word(key), "initials " + letters_of(use.text), "letters " + initials_of(use.text)})) {
            const Entity &entity = book_->entity(index);
            if (entity.type != NodeKind::Organization || !entity.named) {
                continue;
            }
            const bool compatible = country.empty() || entity.country.empty() || country == entity.country;
            if (compatible && (ends_with_words(name_key(entity.name), key, plural) ||
                               ends_with_words(key, name_key(entity.name), plural) ||
                               is_acronym_of(use.text, entity.name) || is_acronym_of(entity.name, use.text))) {
                return joined(index, use.text, country);
            }
        }
        const Country *owner = english_->countries.by_code(country);
        // "Foreign Ministry" alone does not tell whose; its name here says it.
        const bool common = english_->organizations.has("body", last_word(key));
        if (owner != nullptr && !before.empty() && common) {
            const std::string full = (owner->adjective.empty() ? before : owner->adjective) + " " + use.text;
            if (const KnownOrganization *known = english_->known_organizations.find(name_key(full))) {
                const EntityIndex entity = named(known->type, known->name, known->country);
                book_->add_alias(entity, use.text);
                return entity;
            }
            const EntityIndex entity = named(NodeKind::Organization, full, country);
            book_->add_alias(entity, use.text);
            return entity;
        }
        return named(NodeKind::Organization, use.text, country);
    }

    EntityIndex joined(EntityIndex index, const std::string &text, const std::string &country) {
        Entity &entity = book_->entity(index);
        if (entity.country.empty()) {
            entity.country = country;
        }
        take_name(index, text);
        return index;
    }

    /// The longer name is the name, the shorter one an alias.
    void take_name(EntityIndex index, const std::string &text) {
        if (word_count(text) > word_count(book_->entity(index).name)) {
            book_->rename(index, text);
            index_words(index);
        } else {
            book_->add_alias(index, text);
        }
    }

    /// Whether the long name ends in the short one, a name of its own (two words, or one that is more than a head
    /// noun, as a team's).
    bool ends_with_words(const std::string &longer, const std::string &shorter, bool is_team_name) const {
        if (longer.size() <= shorter.size()) {
            return longer == shorter;
        }
        return longer.compare(longer.size() - shorter.size() - 1, std::string::npos, " " + shorter) == 0 &&
               (word_count(shorter) > 1 || english_->organizations.has("body", shorter) || is_team_name);
    }

    static std::string letters_of(const std::string &short_name) {
        std::string letters;
        for (const char letter : short_name) {
            if (letter != '.') {
                letters += letter;
            }
        }
        return letters;
    }

    static std::string initials_of(const std::string &long_name) {
        std::string initials;
        bool start = true;
        for (const char letter : long_name) {
            if (start && letter >= 'A' && letter <= 'Z') {
                initials += letter;
            }
            start = letter == ' ' || letter == '-';
        }
        return initials;
    }

    static bool is_acronym_of(const std::string &short_name, const std::string &long_name) {
        const std::string letters = letters_of(short_name);
        return letters.size() >= 2 && letters == initials_of(long_name);
    }

    /// Entities with one of these words, as index_words() files them; each once, the latest made first.
    std::vector<EntityIndex> latest_first(std::initializer_list<std::string> keys) const {
        std::vector<EntityIndex> found;
        for (const std::string &key : keys) {
            if (const auto entry = by_word_.find(key); entry != by_word_.end()) {
                found.insert(found.end(), entry->second.begin(), entry->second.end());
            }
        }
        std::sort(found.begin(), found.end(), std::greater<>());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

    /// Files a person or organization under the words by which other forms of its name are found.
    void index_words(EntityIndex index) {
        const Entity &entity = book_->entity(index);
        const std::string key = name_key(entity.name);
        if (entity.type == NodeKind::Person) {
            by_word_["surname " + surname_key(entity.name, *english_)].push_back(index);
            by_word_["first " + first_word(key)].push_back(index);
        } else if (entity.type == NodeKind::Organization) {
            by_word_["last " + last_word(key)].push_back(index);
            by_word_["initials " + initials_of(entity.name)].push_back(index);
            by_word_["letters " + letters_of(entity.name)].push_back(index);
        }
    }

    EntityIndex named(NodeKind type, const std::string &name, const std::string &country) {
        if (const std::optional<EntityIndex> found = book_->find(type, name)) {
            return *found;
        }
        Entity entity;
        entity.type = type;
        entity.name = name;
        entity.country = country;
        entity.named = true;
        const EntityIndex index = book_->add_entity(std::move(entity));
        index_words(index);
        return index;
    }

    void add(EntityIndex entity, const NameUse &use) {
        TokenIndex first = use.first;
        if (use.type == NameType::PER) {
            first = title_start(*syntax_, *english_, use.first);
        } else {
            // The article belongs to the mention.
            while (first > 0 && syntax_->upos(first - 1) == Upos::DET && syntax_->head(first - 1) == use.head) {
                --first;
            }
        }
        book_->add_mention(entity, MentionKind::name, first, use.last, use.first, use.last, use.head);
    }

    /// "Islamic State (IS)", "the Department of Motor Vehicles (DMV)": the second is the first, abbreviated.
    void join_brackets(const NameUse &full, const NameUse &brief) {
        if (brief.first < full.last + 2 || brief.first > full.last + 3 || brief.last + 1 >= syntax_->size() ||
            syntax_->form(brief.first - 1) != "(" || full.type == NameType::PER) {
            return;
        }
        const std::string key = name_key(full.text);
        std::size_t letters = 0;
        bool capitals = true;
        for (const char letter : brief.text) {
            letters += letter != '.' ? 1U : 0U;
            capitals = capitals && (letter == '.' || (letter >= 'A' && letter <= 'Z'));
        }
        const std::optional<EntityIndex> a = book_->at(full.head);
        const std::optional<EntityIndex> b = book_->at(brief.head);
        if (!capitals || letters < 2 || !a || lookup_form(brief.text).substr(0, 1) != key.substr(0, 1) || a == b) {
            return;
        }
        book_->add_alias(*a, brief.text);
        // The rest of the text uses the abbreviation for it.
        if (b && book_->entity(*b).type != NodeKind::Person && book_->entity(*b).type != NodeKind::Country) {
            book_->merge(*b, *a);
        }
    }

    struct FullName {
        TokenIndex first = 0;
        EntityIndex person = 0;
    };

    EntityBook *book_;
    const Syntax *syntax_;
    const English *english_;
    /// By surname, in the order of the text.
    std::unordered_map<std::string, std::vector<FullName>> full_names_;
    /// Introduced as somebody's wife, son and the like.
    std::set<EntityIndex> relatives_;
    /// By surname: where somebody is first called by it alone.
    std::unordered_map<std::string, TokenIndex> alone_;
    /// The same with a title, in the body of the text.
    std::unordered_map<std::string, TokenIndex> titled_;
    /// Who was called by a form of address and a surname.
    std::unordered_map<std::string, EntityIndex> called_;
    /// See file_outlets(): where it is named, and how.
    std::unordered_map<std::string, std::vector<std::pair<TokenIndex, std::string>>> outlets_;
    /// Last words of the names of teams: "chargers".
    std::unordered_set<std::string> teams_;
    /// Of persons' full names.
    std::unordered_set<std::string> words_of_names_;
    /// See index_words().
    std::unordered_map<std::string, std::vector<EntityIndex>> by_word_;
};

} // namespace

void find_name_mentions(EntityBook &book) {
    NameFinder(book).run();
}

} // namespace gainsay
