#include "extract/mentions/person_names.h"

#include "base/utf8.h"
#include "extract/mentions/name_words.h"
#include "extract/syntax/titles.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace gainsay {

namespace {

std::string form_at(const EntityBook &book, TokenIndex token) {
    return lookup_form(book.syntax().token(token).form);
}

bool is_first_name(const std::string &form, const English &english) {
    return english.nouns.gender_of_name(form) != Gender::unknown;
}

/// "Ky."
bool is_state_mark(const EntityBook &book, TokenIndex token) {
    const std::string form = form_at(book, token);
    return form.ends_with('.') && book.english().organizations.has("state_mark", form);
}

class PersonCorrection {
  public:
    PersonCorrection(std::vector<NameUse> &uses, const EntityBook &book)
        : uses_(&uses), book_(&book), syntax_(&book.syntax()), english_(&book.english()) {}

    void run() {
        join_hyphens();
        for (NameUse &use : *uses_) {
            if (use.type == NameType::PER) {
                strip_mark(use);
                strip_front(use);
            }
        }
        file_full_names();
        for (NameUse &use : *uses_) {
            if (use.type == NameType::PER) {
                strip_nickname(use);
                strip_headline(use);
                strip_thing(use);
                strip_words(use);
            }
        }
        file_places();
        // Before any of them becomes something else: what each is does not depend on those before it.
        for (const NameUse &use : *uses_) {
            if (use.type == NameType::PER) {
                names_by_last_word_[form_at(*book_, use.last)].insert(use.text);
            }
        }
        for (NameUse &use : *uses_) {
            if (use.type == NameType::PER) {
                use.type = type_of(use);
            } else if (use.type == NameType::ORG && english_->organizations.has("state_mark", lookup_form(use.text))) {
                use.type = NameType::LOC;
            }
        }
    }

  private:
    /// "African-Americans", of which the tagger took the end: other people than Americans.
    void join_hyphens() {
        for (std::size_t i = 0; i < uses_->size(); ++i) {
            NameUse &use = (*uses_)[i];
            const bool glued = use.type == NameType::NORP && use.first > 1 && syntax_->form(use.first - 1) == "-" &&
                               !syntax_->token(use.first - 1).space_after &&
                               !syntax_->token(use.first - 2).space_after &&
                               feature(syntax_->token(use.last).feats, "Number") == std::string_view("Plur");
            const char letter = glued ? syntax_->token(use.first - 2).form.front() : ' ';
            if (letter >= 'A' && letter <= 'Z') {
                set_extent(use, *syntax_, use.first - 2, use.last);
                if (i > 0 && (*uses_)[i - 1].last >= use.first) {
                    uses_->erase(uses_->begin() + static_cast<std::ptrdiff_t>(i) - 1);
                    --i;
                }
            }
        }
    }

    /// "Richard] Nixon", "pro-Reed"
    void strip_mark(NameUse &use) const {
        const std::string first = form_at(*book_, use.first);
        if (use.last == use.first + 2 && syntax_->form(use.first + 1) == "-" &&
            english_->people.has("side_mark", first)) {
            set_extent(use, *syntax_, use.last, use.last);
        }
        const std::size_t hyphen = use.text.find('-');
        if (use.first == use.last && hyphen != std::string::npos &&
            english_->people.has("side_mark", lookup_form(use.text.substr(0, hyphen)))) {
            use.text.erase(0, hyphen + 1);
        }
        // Of a bracket alone nothing would be left.
        if (std::string bare = use.text;
            std::erase_if(bare, [](char letter) { return letter == '[' || letter == ']'; }) > 0 &&
            bare.find_first_not_of(' ') != std::string::npos) {
            use.text = std::move(bare);
        }
    }

    /// "REUTERS Reed": the maker of a picture, in capitals, beside who is on it.
    bool is_credit(TokenIndex token) const {
        const std::string &form = syntax_->token(token).form;
        return form.size() > 1 && english_->outlets.has("name", form_at(*book_, token)) &&
               std::all_of(form.begin(), form.end(), [](char letter) { return letter >= 'A' && letter <= 'Z'; });
    }

    /// "Democrat Ana Reed", "Del. Ana Reed", "Embattled Ana Reed": two words at least stay.
    void strip_front(NameUse &use) const {
        TokenIndex first = use.first;
        for (TokenIndex token = use.first; token < use.last; ++token) {
            const bool of_party = english_->people.has("partisan", syntax_->lemma(token)) &&
                                  !english_->people.has("group", syntax_->form(use.last));
            const bool describes =
                token == first && token + 1 < use.last && is_first_name(form_at(*book_, token + 1), *english_) &&
                (english_->people.has("quality", syntax_->form(token)) ||
                 english_->people.has("status", syntax_->form(token)) || is_state_mark(*book_, token)) &&
                !is_first_name(form_at(*book_, token), *english_);
            first = of_party || describes || (token == first && is_credit(token)) ? token + 1 : first;
        }
        if (first != use.first) {
            set_extent(use, *syntax_, first, use.last);
        }
    }

    void file_full_names() {
        for (const NameUse &use : *uses_) {
            if (use.type != NameType::PER || use.first == use.last) {
                continue;
            }
            full_names_.emplace(name_key(use.text), use.first);
            for (TokenIndex token = use.first; token <= use.last; ++token) {
                words_of_names_.insert(form_at(*book_, token));
            }
        }
    }

    std::string text_of(TokenIndex first, TokenIndex last) const {
        return syntax_->text_of(hull(syntax_->token(first).span, syntax_->token(last).span));
    }

    /// "Crooked Ana Reed", where the document names Ana Reed before and nobody is called Crooked.
    void strip_nickname(NameUse &use) const {
        if (use.last < use.first + 2) {
            return;
        }
        const bool told = english_->people.has("quality", syntax_->form(use.first)) ||
                          is_first_name(form_at(*book_, use.first + 1), *english_);
        if (is_first_name(form_at(*book_, use.first), *english_) || !told ||
            english_->people.has("particle", syntax_->form(use.first + 1))) {
            return;
        }
        const auto known = full_names_.find(name_key(text_of(use.first + 1, use.last)));
        const bool before = known != full_names_.end() &&
                            (known->second < use.first || english_->people.has("quality", syntax_->form(use.first)));
        if (before) {
            set_extent(use, *syntax_, use.first + 1, use.last);
        }
    }

    /// "Ana Reed Hammers Velin Bank", "Reed Camp": in a headline every word has a capital.
    void strip_headline(NameUse &use) const {
        if (!is_in_headline(*syntax_, use.first)) {
            return;
        }
        for (TokenIndex last = use.first + 1; last + 1 < use.last; ++last) {
            if (full_names_.contains(name_key(text_of(use.first, last)))) {
                set_extent(use, *syntax_, use.first, last);
                return;
            }
        }
        const std::string first = form_at(*book_, use.first);
        if (use.last == use.first + 1 && is_surname_elsewhere(use) && !is_first_name(first, *english_) &&
            !english_->grammar.has("name_suffix", name_key(syntax_->form(use.last)))) {
            set_extent(use, *syntax_, use.first, use.first);
        }
    }

    /// "Ana Reed Memos", where Ana Reed is named elsewhere: what the last word means is nobody's name.
    void strip_thing(NameUse &use) const {
        std::string noun = form_at(*book_, use.last);
        if (english_->nouns.find(noun) == NounClass::unknown && noun.ends_with('s')) {
            noun.pop_back();
        }
        const NounClass meaning = english_->nouns.find(noun);
        const bool is_thing = meaning == NounClass::communication || meaning == NounClass::artifact ||
                              meaning == NounClass::event || meaning == NounClass::act;
        if (use.last >= use.first + 2 && is_thing && !is_first_name(form_at(*book_, use.last), *english_) &&
            is_first_name(form_at(*book_, use.first), *english_) &&
            full_names_.contains(name_key(text_of(use.first, use.last - 1)))) {
            set_extent(use, *syntax_, use.first, use.last - 1);
        }
    }

    /// "Michigan Romp Shows Biden", "Even Bartiromo", "Had Ana Reed": words of the sentence in front of a name that the
    /// document knows as it is, or by the given name.
    void strip_words(NameUse &use) const {
        TokenIndex first = use.first;
        for (TokenIndex token = use.first + 1; token < use.last; ++token) {
            const std::string_view tag = syntax_->token(token).xpos;
            const char letter = syntax_->token(token).form.front();
            const bool is_link = (tag == "IN" || tag == "MD") && letter >= 'A' && letter <= 'Z';
            first = is_link ? token + 1 : first;
        }
        for (TokenIndex token = first + 1; token <= use.last; ++token) {
            if (is_known_name(use, token) && may_be_word(use, first, token - first)) {
                first = token;
                break;
            }
        }
        if (first != use.first) {
            set_extent(use, *syntax_, first, use.last);
        }
    }

    /// No given name and no initial; a word elsewhere, or of a headline, or by its tag, or one of several in front.
    bool may_be_word(const NameUse &use, TokenIndex first, TokenIndex words) const {
        for (TokenIndex token = first; token < first + words; ++token) {
            // "Joris van den Berg"
            const char letter = syntax_->token(token).form.front();
            if (letter < 'A' || letter > 'Z') {
                return false;
            }
        }
        const std::string &form = syntax_->token(first).form;
        const std::string_view tag = syntax_->token(first).xpos;
        const bool is_tagged = tag == "RB" || tag == "MD" || tag == "IN" || tag.starts_with("VB");
        if (is_tagged) {
            return true;
        }
        const bool is_given = is_first_name(form_at(*book_, first), *english_) || form.size() < 3 || form.back() == '.';
        return !is_given && (is_in_headline(*syntax_, use.first) || words > 1 || is_small_elsewhere(first));
    }

    bool is_small_elsewhere(TokenIndex word) const {
        const std::string &small = syntax_->form(word);
        for (TokenIndex token = 0; token < syntax_->size(); ++token) {
            if (syntax_->token(token).form == small) {
                return true;
            }
        }
        return false;
    }

    /// From `first` on it is another use's full name, or the surname of one whose given name is not here.
    bool is_known_name(const NameUse &use, TokenIndex first) const {
        return std::any_of(uses_->begin(), uses_->end(), [&](const NameUse &other) {
            if (other.type != NameType::PER || other.first == use.first || other.first == other.last ||
                is_in_headline(*syntax_, other.first) || other.text == use.text) {
                return false;
            }
            if (first < use.last) {
                return name_key(other.text) == name_key(text_of(first, use.last));
            }
            // "van den Berg" is all of a surname.
            const std::string in_front = ' ' + name_key(text_of(use.first, first - 1)) + ' ';
            return form_at(*book_, other.last) == form_at(*book_, first) &&
                   is_first_name(form_at(*book_, other.first), *english_) &&
                   (' ' + name_key(other.text) + ' ').find(in_front) == std::string::npos;
        });
    }

    /// Whether somebody else's full name ends in the first word of this one.
    bool is_surname_elsewhere(const NameUse &use) const {
        const std::string first = form_at(*book_, use.first);
        return std::any_of(uses_->begin(), uses_->end(), [&](const NameUse &other) {
            return other.type == NameType::PER && other.first != other.last && other.first != use.first &&
                   form_at(*book_, other.last) == first && !is_in_headline(*syntax_, other.first);
        });
    }

    bool has_title(const NameUse &use) const {
        return title_start(*syntax_, *english_, use.first) < use.first ||
               (use.first > 0 && english_->people.has("address", syntax_->form(use.first - 1)));
    }

    /// ", Ky." behind the name.
    bool is_before_state(const NameUse &use) const {
        const TokenIndex comma = use.last + 1;
        return comma + 1 < syntax_->size() && syntax_->form(comma) == "," && is_state_mark(*book_, comma + 1) &&
               syntax_->sentence_of(comma + 1) == syntax_->sentence_of(use.last);
    }

    /// "in Bergen", where it tells of a place: nobody has trust in it, and nobody's it is.
    bool is_inside(const NameUse &use) const {
        if (use.first == 0 || !english_->grammar.has("inside", syntax_->form(use.first - 1)) ||
            (!syntax_->is(use.head, "obl") && !syntax_->is(use.head, "nmod")) ||
            syntax_->relation(use.head) == "nmod:poss") {
            return false;
        }
        const std::optional<TokenIndex> above = syntax_->head(use.head);
        const NounClass meaning =
            above && syntax_->upos(*above) == Upos::NOUN ? english_->nouns.find(syntax_->lemma(*above)) : NounClass();
        const bool felt = above && (english_->people.has("attitude", syntax_->lemma(*above)) ||
                                    (syntax_->upos(*above) == Upos::NOUN && meaning == NounClass::unknown));
        return !felt && !has_title(use) && !english_->people.has("no_person", lookup_form(use.text));
    }

    /// Names that are a place's here: told so at least once, and nothing says that it is somebody.
    void file_places() {
        std::unordered_set<std::string> told;
        std::unordered_set<std::string> barred;
        std::map<std::string, std::size_t> inside;
        std::map<std::string, std::size_t> elsewhere;
        for (const NameUse &use : *uses_) {
            const bool place = use.type == NameType::LOC || use.type == NameType::GPE;
            if (place || is_before_state(use)) {
                told.insert(use.text);
            } else if (use.type == NameType::PER && is_inside(use)) {
                ++inside[use.text];
            } else if (use.type == NameType::PER && (has_title(use) || speaks(use) || is_in_court(use))) {
                barred.insert(use.text);
            } else if (use.type == NameType::PER) {
                ++elsewhere[use.text];
            }
        }
        for (const auto &[text, count] : inside) {
            constexpr std::size_t least_of_first_name = 2;
            const bool sure = !is_first_name(lookup_form(first_word(text)), *english_) || count >= least_of_first_name;
            if (sure && elsewhere[text] <= count) {
                told.insert(text);
            }
        }
        for (const std::string &text : told) {
            if (!barred.contains(text)) {
                places_.insert(text);
            }
        }
    }

    /// "Reed v. Norway": a case.
    bool is_in_court(const NameUse &use) const {
        const auto is_versus = [this](TokenIndex token) {
            return english_->people.has("versus", form_at(*book_, token));
        };
        return (use.first > 0 && is_versus(use.first - 1)) ||
               (use.last + 1 < syntax_->size() && is_versus(use.last + 1));
    }

    bool speaks(const NameUse &use) const {
        const std::optional<TokenIndex> verb = syntax_->head(use.head);
        return verb && syntax_->is(use.head, "nsubj") &&
               english_->reporting.find_verb(syntax_->lemma(*verb)) != nullptr;
    }

    NameType type_of(const NameUse &use) const {
        const bool several = use.first != use.last;
        const std::string last = form_at(*book_, use.last);
        const std::string form = lookup_form(use.text);
        const bool bears = !several && words_of_names_.contains(last);
        const bool is_known_body = english_->known_organizations.find(form) != nullptr ||
                                   english_->outlets.has("name", form) ||
                                   (several && english_->outlets.has("name", "the " + form));
        // "Gallup found", where nobody is called so in full.
        if (is_known_body && (several || (!bears && !has_title(use) && !is_first_name(last, *english_)))) {
            return NameType::ORG;
        }
        if (several && (is_of_partners(use) || has_preposition(use))) {
            return NameType::ORG;
        }
        if (several && english_->organizations.has("place_end", last) && !is_surname_of_others(last, use)) {
            return NameType::LOC;
        }
        const bool addressed = use.first > 0 && english_->people.has("courtesy", syntax_->form(use.first - 1));
        if (!bears && !has_title(use) && !is_first_name(last, *english_) &&
            english_->organizations.has("state_mark", lookup_form(use.text))) {
            return last.ends_with('.') ? NameType::MISC : NameType::LOC;
        }
        if (!bears && !addressed && is_no_person(use, *book_)) {
            return NameType::MISC;
        }
        if (!bears && (several ? is_before_state(use) && !has_title(use) : places_.contains(use.text))) {
            return NameType::LOC;
        }
        return !bears && is_people(use) ? NameType::NORP : NameType::PER;
    }

    /// "Bergen Against Reed": a campaign's name.
    bool has_preposition(const NameUse &use) const {
        for (TokenIndex token = use.first + 1; token < use.last; ++token) {
            const char letter = syntax_->token(token).form.front();
            if (syntax_->upos(token) == Upos::ADP && letter >= 'A' && letter <= 'Z' &&
                !english_->people.has("particle", syntax_->form(token))) {
                return true;
            }
        }
        return false;
    }

    /// "Berg & Reed", but "Mr. & Mrs. Berg".
    bool is_of_partners(const NameUse &use) const {
        for (TokenIndex token = use.first + 1; token < use.last; ++token) {
            if (syntax_->form(token) == "&") {
                return !english_->people.has("address", syntax_->form(token - 1)) &&
                       !(use.first > 0 && english_->people.has("address", syntax_->form(use.first - 1)));
            }
        }
        return false;
    }

    /// Whether the tagger took another name that ends in this word for a person.
    bool is_surname_of_others(const std::string &word, const NameUse &use) const {
        const auto found = names_by_last_word_.find(word);
        return found != names_by_last_word_.end() &&
               std::any_of(found->second.begin(), found->second.end(),
                           [&use](const std::string &name) { return name != use.text; });
    }

    /// "Bergeners", "New Bergeners": a plural in its form and its tag.
    bool is_people(const NameUse &use) const {
        const std::string last = form_at(*book_, use.last);
        const bool one = use.first == use.last ||
                         (use.last == use.first + 1 && english_->people.has("quality", syntax_->form(use.first)));
        const std::vector<std::string> &endings = english_->people.words("people_end");
        const bool ending = std::any_of(endings.begin(), endings.end(),
                                        [&last](const std::string &each) { return last.ends_with(each); });
        const std::vector<std::string> &sure = english_->people.words("people_sure");
        return one && ending && is_plural_name(use, *syntax_) && !has_title(use) &&
               (is_counted(use) || std::any_of(sure.begin(), sure.end(),
                                               [&last](const std::string &each) { return last.ends_with(each); }));
    }

    /// "the Bergeners", "29 Bergeners", "Bergeners remain".
    bool is_counted(const NameUse &use) const {
        const auto children = syntax_->children(use.head);
        const bool marked = std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
            return child < use.first && (syntax_->is(child, "det") || syntax_->is(child, "nummod"));
        });
        const std::optional<TokenIndex> verb = syntax_->head(use.head);
        return marked || (verb && syntax_->is(use.head, "nsubj") &&
                          feature(syntax_->token(*verb).feats, "Number") == std::string_view("Plur"));
    }

    std::vector<NameUse> *uses_;
    const EntityBook *book_;
    const Syntax *syntax_;
    const English *english_;
    /// With the token where each stands first.
    std::unordered_map<std::string, TokenIndex> full_names_;
    std::unordered_set<std::string> words_of_names_;
    /// As they are written.
    std::unordered_set<std::string> places_;
    std::unordered_map<std::string, std::unordered_set<std::string>> names_by_last_word_;
};

/// "Reedcare", "Reedlike": a name and an ending that makes a word of it.
bool is_coined(const std::string &form, const English &english) {
    constexpr std::size_t least_stem = 3;
    const std::vector<std::string> &endings = english.people.words("coined");
    return std::any_of(endings.begin(), endings.end(), [&form](const std::string &ending) {
        return form.size() >= ending.size() + least_stem && form.ends_with(ending);
    });
}

} // namespace

void correct_persons(std::vector<NameUse> &uses, const EntityBook &book) {
    PersonCorrection(uses, book).run();
}

bool is_no_person(const NameUse &use, const EntityBook &book) {
    const Syntax &syntax = book.syntax();
    const English &english = book.english();
    const std::string form = lookup_form(use.text);
    const bool one = use.first == use.last;
    const bool has_given = is_first_name(form_at(book, use.first), english);
    if (english.people.has("no_person", form) || (one && (form.size() == 1 || is_coined(form, english)))) {
        return true;
    }
    if (one && (is_state_mark(book, use.first) || english.grammar.has("name_suffix", name_key(use.text)))) {
        return true;
    }
    if (english.people.has("partisan", syntax.lemma(use.last)) && (one || !has_given)) {
        return true;
    }
    // "Hurricane Ana"
    if (!one && !has_given && english.nouns.find(form_at(book, use.first)) == NounClass::event) {
        return true;
    }
    // "R-Ky."
    const bool of_party = form.size() > 2 && form[1] == '-' && english.people.has("party_letter", form.substr(0, 1));
    if (of_party) {
        return true;
    }
    return std::count(use.text.begin(), use.text.end(), '-') > 1 && use.text.find(' ') == std::string::npos &&
           !has_given;
}

} // namespace gainsay
