#include "extract/syntax/trees.h"

#include "extract/syntax/agents.h"
#include "extract/syntax/noun_clauses.h"
#include "extract/syntax/titles.h"

namespace gainsay {

namespace {

/// "insisted that air strikes there need approval": what stands between a clause's "that" and its verb is in that
/// clause; where the parser took it for a clause of its own, it is the subject.
void attach_subjects(Syntax &syntax) {
    for (TokenIndex verb = 0; verb < syntax.size(); ++verb) {
        const std::optional<TokenIndex> above = syntax.head(verb);
        const std::optional<TokenIndex> mark = syntax.child(verb, "mark");
        if (!above || !mark || !syntax.is(verb, "ccomp") || syntax.own_subject(verb)) {
            continue;
        }
        for (const TokenIndex other : syntax.children(*above)) {
            if (other > *mark && other < verb && syntax.is(other, "ccomp")) {
                // "said that while some left others stayed"
                syntax.reattach(other, verb, syntax.marker(other).empty() ? "nsubj" : "advcl");
            }
        }
    }
    syntax.rebuild();
}

/// "Ms Reed "totally rejected" allegations": a verb with a subject of its own is no adjective of the noun behind it.
void attach_objects(Syntax &syntax) {
    for (TokenIndex verb = 0; verb < syntax.size(); ++verb) {
        const std::optional<TokenIndex> noun = syntax.head(verb);
        const std::optional<TokenIndex> subject = syntax.own_subject(verb);
        if (!noun || !subject || *noun < verb || *subject > verb || !syntax.is(verb, "amod") ||
            syntax.upos(verb) != Upos::VERB || syntax.child(verb, "aux")) {
            continue;
        }
        syntax.reattach(verb, syntax.head(*noun), syntax.relation(*noun));
        syntax.reattach(*noun, verb, "obj");
        syntax.reattach(*subject, verb, "nsubj");
    }
    syntax.rebuild();
}

/// What stands before a verb and hangs on its object behind it, as a name in front of a noun does, is its subject.
void attach_lone_subjects(Syntax &syntax) {
    for (TokenIndex name = 0; name < syntax.size(); ++name) {
        const std::optional<TokenIndex> object = syntax.head(name);
        const std::optional<TokenIndex> verb = object ? syntax.head(*object) : std::nullopt;
        if (!verb || !(name < *verb && *verb < *object) || !syntax.is(*object, "obj") || !syntax.is(name, "compound") ||
            syntax.upos(name) != Upos::PROPN || syntax.upos(*verb) != Upos::VERB || syntax.own_subject(*verb)) {
            continue;
        }
        syntax.reattach(name, verb, "nsubj");
    }
    syntax.rebuild();
}

/// Whether the sentence ends as sentences do and headlines do not.
bool is_full_sentence(const Syntax &syntax, TokenIndex token) {
    const Sentence &sentence = syntax.sentence(syntax.sentence_of(token));
    return syntax.form(sentence.end_token - 1) == ".";
}

/// A past tense without an auxiliary is no passive; what looks like a participle at the top of a full sentence is one.
void make_active(Syntax &syntax) {
    for (TokenIndex verb = 0; verb < syntax.size(); ++verb) {
        const std::optional<TokenIndex> subject = syntax.child(verb, "nsubj:pass");
        if (subject && syntax.upos(verb) == Upos::VERB && !syntax.child(verb, "aux") &&
            !syntax.child(verb, "obl:agent") &&
            (feature(syntax.token(verb).feats, "VerbForm") == std::string_view("Fin") ||
             (!syntax.head(verb) && is_full_sentence(syntax, verb)))) {
            syntax.reattach(*subject, verb, "nsubj");
        }
    }
    syntax.rebuild();
}

bool reports_clauses(const Syntax &syntax, const English &english, TokenIndex verb) {
    const std::vector<ReportingVerb> *readings = english.reporting.find_verb(syntax.lemma(verb));
    return syntax.upos(verb) == Upos::VERB && readings != nullptr &&
           english.reporting.find_verb(syntax.lemma(verb), Complement::clause) != nullptr &&
           english.reporting.find_verb(syntax.lemma(verb), Complement::object_to) == nullptr &&
           !english.grammar.has("addressed", syntax.lemma(verb));
}

/// Whether a verb's clause begins where the name's phrase ends, but for the marks around what is put in between.
bool follows(const Syntax &syntax, TokenIndex verb, TokenIndex name) {
    const std::vector<TokenIndex> phrase = syntax.subtree(name, [verb](TokenIndex token) { return token == verb; });
    if (phrase.back() >= verb) {
        return false;
    }
    TokenIndex next = phrase.back() + 1;
    const bool is_extended = phrase.back() > name && syntax.upos(next) == Upos::PUNCT;
    while (next < verb && (syntax.upos(next) == Upos::AUX || syntax.upos(next) == Upos::ADV ||
                           syntax.upos(next) == Upos::PART || (is_extended && syntax.upos(next) == Upos::PUNCT))) {
        ++next;
    }
    return next == verb;
}

/// "a report claiming Reed directed Brown to lie": a name behind a verb of saying, and a verb behind the name, are a
/// clause; the parser may take the name for an object and hang the second verb elsewhere.
void attach_reported_clauses(Syntax &syntax, const English &english) {
    for (TokenIndex verb = 0; verb < syntax.size(); ++verb) {
        if (!reports_clauses(syntax, english, verb)) {
            continue;
        }
        const std::optional<TokenIndex> clause = syntax.child(verb, "ccomp");
        const std::optional<TokenIndex> name = syntax.child(verb, {"obj", "iobj"});
        if (!name || *name < verb || syntax.upos(*name) != Upos::PROPN) {
            continue;
        }
        const Sentence &sentence = syntax.sentence(syntax.sentence_of(verb));
        for (TokenIndex other = *name + 1; other < sentence.end_token; ++other) {
            const std::optional<TokenIndex> above = syntax.head(other);
            const std::string &xpos = syntax.token(other).xpos;
            const bool is_past = xpos == "VBD" || (xpos == "VBN" && !syntax.child(other, "aux"));
            if (clause && other != *clause) {
                continue;
            }
            if (!above || syntax.upos(other) != Upos::VERB || !(is_past || syntax.is_finite(other)) ||
                syntax.own_subject(other) || syntax.child(other, "mark") || syntax.child(other, "cc") ||
                !(syntax.is(other, "acl") || syntax.is(other, "conj") || syntax.is(other, "advcl") ||
                  syntax.is(other, "xcomp") || syntax.is(other, "ccomp") || syntax.is(other, "parataxis")) ||
                !(*above == *name || *above == verb || syntax.is_below(verb, *above)) ||
                !follows(syntax, other, *name)) {
                continue;
            }
            syntax.reattach(*name, other, "nsubj");
            syntax.reattach(other, verb, "ccomp");
            break;
        }
    }
    syntax.rebuild();
}

/// "…, reports the Daily Herald": a finite verb of saying without subject, whose object is a name that ends the
/// sentence, is followed by who says all the rest.
void attach_inverted_reports(Syntax &syntax, const English &english) {
    for (TokenIndex verb = 1; verb < syntax.size(); ++verb) {
        const std::optional<TokenIndex> name = syntax.child(verb, "obj");
        if (!reports_clauses(syntax, english, verb) || !name || *name < verb || syntax.upos(*name) != Upos::PROPN ||
            syntax.own_subject(verb) || syntax.child(verb, {"mark", "cc", "ccomp", "aux"}) || !syntax.is_finite(verb) ||
            !(syntax.is(verb, "advcl") || syntax.is(verb, "acl") || syntax.is(verb, "conj"))) {
            continue;
        }
        const Sentence &sentence = syntax.sentence(syntax.sentence_of(verb));
        TokenIndex end = syntax.subtree(*name).back() + 1;
        while (end < sentence.end_token && syntax.upos(end) == Upos::PUNCT) {
            ++end;
        }
        TokenIndex root = verb;
        for (std::optional<TokenIndex> above = syntax.head(verb); above; above = syntax.head(root)) {
            root = *above;
        }
        if (end == sentence.end_token && root < verb) {
            syntax.reattach(verb, root, "parataxis");
            syntax.reattach(*name, verb, "nsubj");
        }
    }
    syntax.rebuild();
}

/// "Reports that they agreed were refuted": behind a noun's clause a finite verb without subject is what the sentence
/// says of that noun.
void raise_main_verbs(Syntax &syntax, const English &english) {
    for (TokenIndex noun = 0; noun < syntax.size(); ++noun) {
        if (syntax.head(noun) || syntax.upos(noun) != Upos::NOUN || syntax.own_subject(noun) ||
            english.reporting.find_noun(syntax.lemma(noun)) == nullptr) {
            continue;
        }
        std::optional<TokenIndex> told;
        std::optional<TokenIndex> main;
        for (const TokenIndex child : syntax.children(noun)) {
            const bool clause =
                child > noun && (syntax.is(child, "ccomp") || syntax.is(child, "acl") || syntax.is(child, "parataxis"));
            if (clause && opens_with_that(syntax, english, child)) {
                told = told ? told : child;
            } else if (clause && told && !main && syntax.upos(child) == Upos::VERB && syntax.is_finite(child) &&
                       !syntax.own_subject(child) && syntax.marker(child).empty()) {
                main = child;
            }
        }
        if (told && main) {
            const bool passive = syntax.is_passive(*main);
            syntax.reattach(*main, std::nullopt, "root");
            syntax.reattach(noun, main, passive ? "nsubj:pass" : "nsubj");
            syntax.reattach(*told, noun, "acl");
        }
    }
    syntax.rebuild();
}

/// "admitted to the court that it knew": what is admitted is no clause of "court".
void lift_that_clauses(Syntax &syntax, const English &english) {
    for (TokenIndex clause = 1; clause < syntax.size(); ++clause) {
        const std::optional<TokenIndex> noun = syntax.head(clause);
        if (!noun || syntax.relation(clause) != "acl" || !opens_with_that(syntax, english, clause) ||
            english.reporting.find_noun(syntax.lemma(*noun)) != nullptr) {
            continue;
        }
        const NounClass meaning = english.nouns.find(syntax.lemma(*noun));
        const bool can_listen = meaning == NounClass::person || meaning == NounClass::group ||
                                syntax.upos(*noun) == Upos::PROPN ||
                                english.organizations.has("body", syntax.lemma(*noun));
        const std::optional<TokenIndex> verb = syntax.head(*noun);
        if (can_listen && verb && (syntax.is(*noun, "obl") || syntax.is(*noun, "obj") || syntax.is(*noun, "iobj")) &&
            english.reporting.find_verb(syntax.verb_lemma(*verb), Complement::clause) != nullptr &&
            !syntax.child(*verb, "ccomp")) {
            syntax.reattach(clause, verb, "ccomp");
        }
    }
    syntax.rebuild();
}

/// "for the guest everyone was kind": a phrase without preposition right before a finite predicate without subject is
/// that subject, wherever the parser hung it.
void find_lost_subjects(Syntax &syntax) {
    for (TokenIndex phrase = 0; phrase < syntax.size(); ++phrase) {
        const std::optional<TokenIndex> governor = syntax.head(phrase);
        if (!governor || syntax.relation(phrase) != "obl" || syntax.child(phrase, "case") ||
            !(syntax.is_nominal(phrase) || syntax.upos(phrase) == Upos::PRON)) {
            continue;
        }
        const TokenIndex next = syntax.subtree(phrase).back() + 1;
        if (next >= syntax.size() || syntax.sentence_of(next) != syntax.sentence_of(phrase)) {
            continue;
        }
        const std::optional<TokenIndex> predicate = syntax.upos(next) == Upos::AUX    ? syntax.head(next)
                                                    : syntax.upos(next) == Upos::VERB ? std::optional(next)
                                                                                      : std::nullopt;
        if (predicate && *predicate >= next && syntax.is_predicate(*predicate) && syntax.is_finite(*predicate) &&
            !syntax.own_subject(*predicate) && !syntax.is_below(phrase, *predicate) &&
            (syntax.is(*predicate, "ccomp") || syntax.is(*predicate, "parataxis") || !syntax.head(*predicate))) {
            syntax.reattach(phrase, predicate, "nsubj");
        }
    }
    syntax.rebuild();
}

} // namespace

Syntax read_trees(const Document &document, const English &english) {
    Syntax syntax(document);
    attach_titles(syntax, english);
    name_agents(syntax, english);
    raise_main_verbs(syntax, english);
    attach_noun_clauses(syntax, english);
    attach_subjects(syntax);
    attach_objects(syntax);
    make_active(syntax);
    attach_lone_subjects(syntax);
    attach_reported_clauses(syntax, english);
    attach_inverted_reports(syntax, english);
    lift_that_clauses(syntax, english);
    find_lost_subjects(syntax);
    return syntax;
}

} // namespace gainsay
