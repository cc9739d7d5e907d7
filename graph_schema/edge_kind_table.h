// The one table of edge kinds. A kind is ONE row; enum, names, validation, JSON Schema, styles and schema.md follow.
//
//   STATEMENT(name, label, tone, side, description)                actor -> Claim or Event; always has evidence
//   ACTION(name, event type, targets, label, base, tone, description)   actor -> targets; always has evidence
//   MUTUAL_ACTION(…)                                               the same, with no direction between two actors
//   STRUCTURE(name, sources, targets, label, base, tone, description)
//   COMPARISON(name, sources, targets, label, base, tone, description)  with no direction
//   PROVENANCE(name, sources, targets, label, base, tone, description)
//   DERIVED(name, label, base, tone, description)                  actor -> actor, only in views that fold the rest
//
// `label` is how a diagram says it ("suspended": actor, label, target); `base` follows "may" and "plans to"
// ("suspend"). Ends are sets of node kinds (see edge_kind.cpp); `tone` is the group that colours go by,
// `side` where whoever says it stands towards the claim: in_favor, against, neither.
//
// Macros that are not defined before the inclusion expand to EDGE_KIND(name, family, sources, targets, label, base,
// tone, side, event type or none, mutual, description), which expands to nothing unless it is defined.

#ifndef EDGE_KIND
#define EDGE_KIND(name, family, sources, targets, label, base, tone, side, type, mutual, description)
#endif
#ifndef STATEMENT
#define STATEMENT(name, label, tone, side, description)                                                                \
    EDGE_KIND(name, statement, actors, claims | events, label, label, tone, side, none, false, description)
#endif
#ifndef ACTION
#define ACTION(name, type, targets, label, base, tone, description)                                                    \
    EDGE_KIND(name, action, actors, targets, label, base, tone, neither, type, false, description)
#endif
#ifndef MUTUAL_ACTION
#define MUTUAL_ACTION(name, type, targets, label, base, tone, description)                                             \
    EDGE_KIND(name, action, actors, targets, label, base, tone, neither, type, true, description)
#endif
#ifndef STRUCTURE
#define STRUCTURE(name, sources, targets, label, base, tone, description)                                              \
    EDGE_KIND(name, structure, sources, targets, label, base, tone, neither, none, false, description)
#endif
#ifndef COMPARISON
#define COMPARISON(name, sources, targets, label, base, tone, description)                                             \
    EDGE_KIND(name, comparison, sources, targets, label, base, tone, neither, none, true, description)
#endif
#ifndef PROVENANCE
#define PROVENANCE(name, sources, targets, label, base, tone, description)                                             \
    EDGE_KIND(name, provenance, sources, targets, label, base, tone, neither, none, false, description)
#endif
#ifndef DERIVED
#define DERIVED(name, label, base, tone, description)                                                                  \
    EDGE_KIND(name, derived, actors, actors, label, base, tone, neither, none, false, description)
#endif

// Statements: the stances. Polarity and modality of the edge are those of the content's wording.
STATEMENT(asserts, "asserts", affirming, in_favor, "states it as true")
STATEMENT(denies, "denies", denying, against, "states it as untrue")
STATEMENT(rejects, "rejects", denying, against, "will not have it: a proposal, a criticism")
STATEMENT(accuses, "accuses", accusing, in_favor, "says that another did it, and blames")
STATEMENT(demands, "demands", demanding, neither, "wants it done")
STATEMENT(promises, "promises", affirming, in_favor, "commits to it")
STATEMENT(warns, "warns", warning, in_favor, "says that it threatens")
STATEMENT(suggests, "suggests", doubting, in_favor, "puts it forward without vouching for it")
STATEMENT(questions, "questions", doubting, neither, "doubts or asks whether it is so")
STATEMENT(declines, "declines to say", doubting, neither, "will not say whether it is so")
STATEMENT(agrees, "agrees", affirming, in_favor, "concurs that it is so")
STATEMENT(retracts, "retracts", denying, against, "takes back having said it")

// Actions: each the short form of an event of that type.
MUTUAL_ACTION(agreed_with, AGREE, actors | events, "agreed with", "agree with", cooperating, "came to terms")
MUTUAL_ACTION(met, CONSULT, actors | events, "met", "meet", cooperating, "met face to face")
MUTUAL_ACTION(consulted, CONSULT, actors | events, "talked with", "talk with", cooperating, "spoke, wrote, negotiated")
ACTION(visited, CONSULT, actors | events | places, "visited", "visit", cooperating, "went to see")
ACTION(supported, SUPPORT, actors | events, "supported", "support", cooperating, "backed with words")
MUTUAL_ACTION(cooperated_with, COOPERATE, actors | events, "cooperated with", "cooperate with", cooperating,
              "worked together")
ACTION(joined, COOPERATE, actors | events, "joined", "join", cooperating, "became part of")
ACTION(aided, AID, actors | events | places, "aided", "aid", cooperating, "gave goods, money, arms or protection")
ACTION(conceded_to, CONCEDE, actors | events, "gave way to", "give way to", cooperating, "yielded, eased, lifted")
ACTION(released, CONCEDE, actors | events, "released", "release", cooperating, "set free, returned")
ACTION(demanded_of, REQUEST, actors | events, "demanded of", "demand of", demanding, "asked for with force")
ACTION(requested_of, REQUEST, actors | events, "asked", "ask", demanding, "asked for, appealed to")
ACTION(accused, ACCUSE, actors | events, "accused", "accuse", accusing, "laid the blame on")
ACTION(criticized, ACCUSE, actors | events, "criticized", "criticize", accusing, "found fault with")
ACTION(investigated, ACCUSE, actors | events, "investigated", "investigate", accusing, "looked into, charged, tried")
ACTION(rejected, REJECT, actors | events, "rejected", "reject", denying, "refused, vetoed, turned down")
ACTION(threatened, THREATEN, actors | events | places, "threatened", "threaten", opposing, "threatened")
ACTION(protested, PROTEST, actors | events | places, "protested against", "protest against", opposing,
       "demonstrated, struck, boycotted")
ACTION(sanctioned, SANCTION, actors | events, "sanctioned", "sanction", opposing, "imposed sanctions, an embargo")
ACTION(expelled, SANCTION, actors | events, "expelled", "expel", opposing, "made leave")
ACTION(withdrew_from, SANCTION, actors | events | places, "withdrew from", "withdraw from", opposing,
       "left a body, an agreement, a cooperation")
ACTION(suspended, SUSPEND, actors | events, "suspended", "suspend", suspending, "put on hold, froze")
ACTION(cancelled, SUSPEND, actors | events, "cancelled", "cancel", suspending, "called off, terminated, closed down")
ACTION(mobilized_against, MOBILIZE, actors | events | places, "mobilized against", "mobilize against", opposing,
       "moved or readied forces")
ACTION(coerced, COERCE, actors | events | places, "coerced", "coerce", opposing, "seized, restricted, forced")
ACTION(arrested, COERCE, actors, "arrested", "arrest", opposing, "took into custody")
ACTION(banned, COERCE, actors | events, "banned", "ban", opposing, "forbade")
ACTION(attacked, ASSAULT, actors | events | places, "attacked", "attack", opposing, "used force on")
ACTION(killed, ASSAULT, actors, "killed", "kill", opposing, "took the life of")
ACTION(retreated_from, RETREAT, actors | events | places, "retreated from", "retreat from", cooperating,
       "withdrew forces, surrendered, gave up")

// Structure: what stands behind what is said and done.
STRUCTURE(holds_position, people, organizations | countries | groups | outlets, "holds office in", "hold office in",
          structural, "an office, named by `title`")
STRUCTURE(member_of, actors, organizations | groups | outlets | countries, "member of", "be a member of", structural,
          "belongs to")
STRUCTURE(part_of, organizations | countries | groups | outlets | places | events,
          organizations | countries | groups | outlets | places | events, "part of", "be part of", structural,
          "is a part of")
STRUCTURE(located_in, actors | places | events, places | countries, "in", "be in", structural, "lies or stays in")
STRUCTURE(participates_in, actors | places, events, "takes part in", "take part in", structural,
          "an event's participant, with `role`")
STRUCTURE(about, claims, actors | places | events | claims, "about", "be about", structural,
          "whom or what the claim speaks of")

COMPARISON(contradicts, claims, claims, "contradicts", "contradict", denying, "both cannot be true")
COMPARISON(corroborates, claims, claims, "corroborates", "corroborate", affirming, "one makes the other more likely")
PROVENANCE(reported_in, actors | places | events | claims, documents, "reported in", "be reported in", provenance,
           "the article that tells it")

// What the view of actors makes of claims and events.
DERIVED(denies_word_of, "denies", "deny", denying, "denies a claim that the other asserts")
DERIVED(speaks_of, "speaks of", "speak of", structural, "says something about the other")

#undef EDGE_KIND
#undef STATEMENT
#undef ACTION
#undef MUTUAL_ACTION
#undef STRUCTURE
#undef COMPARISON
#undef PROVENANCE
#undef DERIVED
