#include "extract/proposition/shared_subjects.h"

#include "extract/attribution/source_phrase.h"
#include "extract/factuality/factuality.h"
#include "extract/syntax/token_features.h"

#include <algorithm>
#include <utility>

namespace gainsay {

namespace {

std::string_view verb_form(const Syntax &syntax, TokenIndex verb) {
    return feature(syntax.token(verb).feats, "VerbForm").value_or(std::string_view());
}

/// Auxiliaries and copula of its own.
std::vector<TokenIndex> auxiliaries_of(const Syntax &syntax, TokenIndex verb) {
    std::vector<TokenIndex> all;
    for (const TokenIndex child : syntax.children(verb)) {
        if (child < verb && (syntax.is(child, "aux") || syntax.is(child, "cop"))) {
            all.push_back(child);
        }
    }
    return all;
}

/// "The studies … and reduces the cost" is of something else.
bool agree(const Syntax &syntax, TokenIndex subject, TokenIndex verb) {
    const std::string_view number = feature(syntax.token(verb).feats, "Number").value_or(std::string_view());
    const std::string_view own = feature(syntax.token(subject).feats, "Number").value_or(std::string_view());
    return !(number == "Sing" && own == "Plur" && verb_form(syntax, verb) == "Fin" &&
             feature(syntax.token(verb).feats, "Tense") == std::string_view("Pres"));
}

/// "and", "but" or a comma; not "has all but stopped it".
bool is_sum(const Syntax &syntax, const English &english, TokenIndex verb) {
    const std::optional<TokenIndex> link = syntax.child(verb, "cc");
    if (link && *link > 0 && english.statement.has("nearly", syntax.form(*link - 1))) {
        return false;
    }
    return !link || english.grammar.has("and", syntax.form(*link)) ||
           english.statement.has("contrast", syntax.form(*link));
}

class PredicateSplitter {
  public:
    PredicateSplitter(const EntityBook &book, const Quotations &quotations, const FoundAttribution &attribution,
                      const ContentPart &part)
        : book_(&book), syntax_(&book.syntax()), quotations_(&quotations), attribution_(&attribution), part_(&part) {}

    std::vector<ContentPart> run() const {
        // "How can one hear of it and not ask?" asks once.
        if (!states() || has_condition() || ends_in_question(*syntax_, part_->tokens)) {
            return {*part_};
        }
        const std::vector<TokenIndex> heads = part_->top ? further_predicates(*part_->top) : further_nouns();
        return heads.empty() ? std::vector<ContentPart>{*part_} : cut_before(heads);
    }

  private:
    /// The part cut in front of each of these.
    std::vector<ContentPart> cut_before(const std::vector<TokenIndex> &verbs) const {
        const auto top_at = [this](TokenIndex head) {
            return part_->top ? std::optional(head) : std::optional<TokenIndex>();
        };
        std::vector<ContentPart> parts{{part_->top, {}}};
        std::size_t next = 0;
        for (const TokenIndex token : part_->tokens) {
            if (next < verbs.size() && token >= first_of(verbs[next])) {
                parts.push_back({top_at(verbs[next]), {}});
                ++next;
            }
            parts.back().tokens.push_back(token);
        }
        for (ContentPart &each : parts) {
            trim(each.tokens);
        }
        // Asked first: of a part that only had marks nothing is left.
        const bool is_whole =
            next == verbs.size() &&
            std::none_of(parts.begin(), parts.end(), [](const ContentPart &p) { return p.tokens.size() < 2; }) &&
            !shares_object(parts);
        return is_whole ? parts : std::vector<ContentPart>{*part_};
    }

    /// "hunted and ate a rabbit", "is for and stands by the law": the first verb has no words of its own behind it, and
    /// the last one has.
    bool shares_object(const std::vector<ContentPart> &parts) const {
        return parts.back().top && is_complemented(*parts.back().top) &&
               std::any_of(parts.begin(), parts.end() - 1, [this](const ContentPart &each) {
                   // "…, step down, and let him lead": the comma ends it.
                   const bool is_closed =
                       each.top != each.tokens.back() && syntax_->upos(each.tokens.back() + 1) == Upos::PUNCT;
                   return each.top && syntax_->upos(*each.top) == Upos::VERB &&
                          !is_complemented(*each.top, *each.top) && !is_closed;
               });
    }

    /// Among its words from `from` on: "On Monday the court (sought) and received an order" has none behind the first
    /// verb.
    bool is_complemented(TokenIndex verb, TokenIndex from = 0) const {
        const std::span<const TokenIndex> children = syntax_->children(verb);
        return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
            return child >= from &&
                   (syntax_->is(child, "obj") || syntax_->is(child, "obl") || syntax_->is(child, "ccomp") ||
                    syntax_->is(child, "xcomp") || syntax_->is(child, "obl:agent") || syntax_->is(child, "advcl"));
        });
    }

    /// "an inquiry into the raid, an apology and a new vote": the nouns behind the first of a list in which each has
    /// its own determiner, or all are set apart by semicolons.
    std::vector<TokenIndex> further_nouns() const {
        std::vector<TokenIndex> nouns;
        bool marked = true;
        bool divided = true;
        for (const TokenIndex token : part_->tokens) {
            const std::optional<TokenIndex> head = syntax_->head(token);
            if ((head && is_here(*head)) || syntax_->upos(token) == Upos::PUNCT) {
                continue;
            }
            if (!nouns.empty() || !syntax_->is_nominal(token)) {
                return {};
            }
            marked = has_determiner(token);
            for (const TokenIndex each : syntax_->conjuncts(token)) {
                if (each == token || !is_here(each)) {
                    continue;
                }
                if (!is_sum(*syntax_, book_->english(), each) || quotations_->at(each) != quotations_->at(token)) {
                    return {};
                }
                const TokenIndex first = first_of(each);
                marked = marked && has_determiner(each) && first < each;
                divided = divided && first > 1 && (syntax_->form(first - 1) == ";" || syntax_->form(first - 2) == ";");
                nouns.push_back(each);
            }
        }
        std::sort(nouns.begin(), nouns.end());
        return marked || divided ? nouns : std::vector<TokenIndex>();
    }

    bool has_determiner(TokenIndex noun) const {
        return syntax_->child(noun, {"det", "nmod:poss", "nummod"}).has_value();
    }

    /// What is said of each by itself: a denial, a question or a refusal of both is none of either.
    bool states() const {
        switch (attribution_->stance) {
        case Stance::asserts:
        case Stance::accuses:
        case Stance::promises:
        case Stance::demands:
        case Stance::agrees:
            return true;
        default:
            return false;
        }
    }

    bool has_condition() const {
        return std::any_of(part_->tokens.begin(), part_->tokens.end(), [this](TokenIndex token) {
            return syntax_->is(token, "mark") && book_->english().factuality.has("conditional", syntax_->form(token));
        });
    }

    bool is_here(TokenIndex token) const {
        return std::binary_search(part_->tokens.begin(), part_->tokens.end(), token);
    }

    /// The first token of its clause, without conjunction and marks.
    TokenIndex first_of(TokenIndex verb) const {
        for (const TokenIndex token : syntax_->subtree(verb)) {
            const bool link = syntax_->head(token) == verb && (syntax_->is(token, "cc") || syntax_->is(token, "punct"));
            if (!link) {
                return token;
            }
        }
        return verb;
    }

    /// All predicates that share the top's subject, or none where one of them cannot stand apart.
    std::vector<TokenIndex> further_predicates(TokenIndex top) const {
        std::vector<TokenIndex> verbs;
        for (const TokenIndex child : syntax_->children(top)) {
            if (!syntax_->is(child, "conj")) {
                continue;
            }
            if (child < top || !is_here(child) || !syntax_->is_predicate(child)) {
                return {};
            }
            if (syntax_->own_subject(child) || !is_sum(*syntax_, book_->english(), child) || begins_otherwise(child) ||
                acts_on_the_same(child)) {
                return {};
            }
            const std::optional<SharedSubject> shared = shared_subject(*syntax_, book_->english(), child);
            if (!shared || !can_be_put(shared->subject)) {
                return {};
            }
            verbs.push_back(child);
        }
        // "We must, step by step, go on": without "and" nothing is coordinated.
        const bool is_apart = !verbs.empty() && syntax_->child(verbs.back(), "cc") &&
                              !has_shared_end(top, verbs.front()) && !opens_with_clause(top) && is_in_one(verbs);
        return is_apart ? verbs : std::vector<TokenIndex>();
    }

    /// "take a broken system and make it worse": what "it" is stands with the first verb.
    bool acts_on_the_same(TokenIndex verb) const {
        const std::optional<TokenIndex> object = syntax_->child(verb, "obj");
        const std::optional<TokenIndex> inner = object ? object : syntax_->child(verb, {"xcomp", "ccomp"});
        const std::optional<TokenIndex> thing = object ? object : inner ? syntax_->own_subject(*inner) : std::nullopt;
        return thing && syntax_->upos(*thing) == Upos::PRON && has_feature(*syntax_, *thing, "Person", "3") &&
               !has_feature(*syntax_, *thing, "Reflex", "Yes") && quotations_->contains(*thing);
    }

    /// All in one quotation or none, as marks would be cut.
    bool is_in_one(const std::vector<TokenIndex> &verbs) const {
        const std::int32_t quotation = quotations_->at(*part_->top);
        return std::all_of(verbs.begin(), verbs.end(),
                           [&](TokenIndex verb) { return quotations_->at(verb) == quotation; });
    }

    /// "…, who left and who …", "… and, when he came, stayed": what stands before the verb is more than its own words.
    bool begins_otherwise(TokenIndex verb) const {
        const TokenIndex first = first_of(verb);
        // "… and still does": what it does stands before.
        if (book_->english().statement.has("light", syntax_->lemma(verb)) && !is_complemented(verb)) {
            return true;
        }
        const std::string_view kind = feature(syntax_->token(first).feats, "PronType").value_or(std::string_view());
        return kind == "Int" || kind == "Rel" ||
               (first != verb &&
                !(syntax_->head(first) == verb &&
                  (syntax_->is(first, "aux") || syntax_->is(first, "cop") || syntax_->is(first, "advmod"))));
    }

    /// Words behind the last verb that hang on the first: they may be of both.
    bool has_shared_end(TokenIndex top, TokenIndex second) const {
        const std::span<const TokenIndex> children = syntax_->children(top);
        return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
            return child > second && !syntax_->is(child, "conj") && !syntax_->is(child, "punct") && is_here(child);
        });
    }

    /// "When it rained, they left and …": holds for both.
    bool opens_with_clause(TokenIndex top) const {
        const std::span<const TokenIndex> children = syntax_->children(top);
        return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
            return child < top && (syntax_->is(child, "advcl") || syntax_->is(child, "parataxis"));
        });
    }

    /// A name, the speaker's "we", or a short phrase.
    bool can_be_put(TokenIndex subject) const {
        constexpr std::size_t most_words = 8;
        if (!is_here(subject) || syntax_->is(subject, "expl") || syntax_->is(subject, "csubj")) {
            return false;
        }
        if (syntax_->upos(subject) == Upos::PRON) {
            const std::optional<EntityIndex> entity = book_->at(subject);
            const bool first_person = feature(syntax_->token(subject).feats, "Person") == std::string_view("1");
            const bool named = entity && book_->entity(*entity).named && !quotations_->contains(subject) &&
                               (!book_->is_doubtful(subject) || entity == attribution_->source_entity);
            return first_person || named;
        }
        return syntax_->subtree(subject).size() <= most_words;
    }

    void trim(std::vector<TokenIndex> &tokens) const {
        const auto is_left = [this](TokenIndex token) {
            return syntax_->upos(token) == Upos::CCONJ ||
                   (syntax_->upos(token) == Upos::PUNCT && !quotations_->is_mark(token) && syntax_->form(token) != ")");
        };
        while (!tokens.empty() && is_left(tokens.back())) {
            tokens.pop_back();
        }
    }

    const EntityBook *book_;
    const Syntax *syntax_;
    const Quotations *quotations_;
    const FoundAttribution *attribution_;
    const ContentPart *part_;
};

} // namespace

std::optional<SharedSubject> shared_subject(const Syntax &syntax, const English &english, TokenIndex verb) {
    const std::optional<TokenIndex> first = syntax.is(verb, "conj") ? syntax.head(verb) : std::nullopt;
    if (!first || *first > verb || syntax.own_subject(verb) || syntax.child(verb, "expl")) {
        return std::nullopt;
    }
    const std::optional<TokenIndex> subject = syntax.own_subject(*first);
    if (!subject || *subject > *first || syntax.child(verb, "csubj") || !agree(syntax, *subject, verb)) {
        return std::nullopt;
    }
    // With an auxiliary of its own nothing but the subject is shared, and the modal of "must be here and be able to".
    if (const std::vector<TokenIndex> own = auxiliaries_of(syntax, verb); !own.empty()) {
        std::vector<TokenIndex> modals = auxiliaries_of(syntax, *first);
        const bool is_open = verb_form(syntax, own.front()) == "Inf";
        std::erase_if(modals, [&](TokenIndex each) { return !is_open || verb_form(syntax, each) != "Fin"; });
        return SharedSubject{*subject, std::move(modals), *first};
    }
    const std::vector<TokenIndex> auxiliaries = auxiliaries_of(syntax, *first);
    // "was born and raised": of the second nobody knows whether it is passive too.
    if (syntax.child(*first, "aux:pass") && !syntax.child(verb, "obj") && verb_form(syntax, verb) == "Fin") {
        return std::nullopt;
    }
    const std::string_view form = verb_form(syntax, verb);
    // "will close and open": a tagger takes the second for a verb of the present.
    const bool is_bare =
        form == "Inf" || (form == "Fin" && (syntax.token(verb).xpos == "VBP" ||
                                            feature(syntax.token(verb).feats, "Mood") == std::string_view("Imp")));
    const bool like_first = form == verb_form(syntax, *first) || (is_bare && verb_form(syntax, *first) == "Inf");
    if (!auxiliaries.empty() && like_first && syntax.upos(*first) == Upos::VERB &&
        !syntax.child(*first, "cop").has_value()) {
        return is_negated(syntax, english, *first) ? std::nullopt
                                                   : std::optional(SharedSubject{*subject, auxiliaries, *first});
    }
    // "must be able to work and go back": whether "must" is the second's too is not told.
    if (!auxiliaries.empty() && is_bare) {
        return std::nullopt;
    }
    return form == "Fin" ? std::optional(SharedSubject{*subject, {}, *first}) : std::nullopt;
}

std::vector<ContentPart> split_predicates(const EntityBook &book, const Quotations &quotations,
                                          const FoundAttribution &attribution, const ContentPart &part) {
    return PredicateSplitter(book, quotations, attribution, part).run();
}

} // namespace gainsay
