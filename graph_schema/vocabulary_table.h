// The words that nodes, edges and observations share, one table each. Include this file after defining the macros you
// want to expand; the others expand to nothing.

#ifndef POLARITY
#define POLARITY(name)
#endif
#ifndef MODALITY
#define MODALITY(name, description)
#endif
#ifndef CLAIM_STATUS
#define CLAIM_STATUS(name, description)
#endif
#ifndef ROLE
#define ROLE(name, label, description)
#endif
#ifndef EVENT_TYPE
#define EVENT_TYPE(name, description)
#endif

POLARITY(affirmed)
POLARITY(negated)

MODALITY(actual, "it happened, or is said to have happened")
MODALITY(possible, "it may happen or have happened")
MODALITY(planned, "somebody means to do it")
MODALITY(conditional, "it would happen if something else did")
MODALITY(requested, "somebody wants another to do it")

CLAIM_STATUS(asserted, "somebody asserts it, nobody denies it")
CLAIM_STATUS(disputed, "somebody asserts it, another denies it")
CLAIM_STATUS(denied, "somebody denies it, nobody asserts it")
CLAIM_STATUS(retracted, "who asserted it took it back")

// The label reads: actor, label, event.
ROLE(agent, "acts in", "does it")
ROLE(patient, "is affected by", "it is done to")
ROLE(recipient, "receives in", "gets something by it")
ROLE(companion, "takes part in", "does it together with the agent")
ROLE(place, "is the place of", "where it happens")
ROLE(instrument, "is used in", "by means of which it is done")

// The categories of PLOVER, and SUSPEND, which PLOVER files under SANCTION.
EVENT_TYPE(AGREE, "agrees to do something, signs, accepts")
EVENT_TYPE(CONSULT, "meets, visits, talks, negotiates")
EVENT_TYPE(SUPPORT, "supports with words or symbols, recognizes, praises")
EVENT_TYPE(COOPERATE, "works together, shares, joins")
EVENT_TYPE(AID, "gives goods, money, arms or protection")
EVENT_TYPE(CONCEDE, "gives way, releases, eases, lifts")
EVENT_TYPE(REQUEST, "asks for or demands something")
EVENT_TYPE(ACCUSE, "blames, criticizes, investigates, sues")
EVENT_TYPE(REJECT, "refuses, declines, vetoes")
EVENT_TYPE(THREATEN, "threatens or warns with consequences")
EVENT_TYPE(PROTEST, "demonstrates, strikes, boycotts")
EVENT_TYPE(SANCTION, "reduces or breaks relations, imposes sanctions, expels")
EVENT_TYPE(MOBILIZE, "moves or readies forces")
EVENT_TYPE(COERCE, "arrests, seizes, bans, restricts")
EVENT_TYPE(ASSAULT, "attacks, bombs, kills")
EVENT_TYPE(RETREAT, "withdraws forces, surrenders, gives up ground")
EVENT_TYPE(SUSPEND, "halts, freezes or closes down a body, an agreement, a cooperation")

#undef POLARITY
#undef MODALITY
#undef CLAIM_STATUS
#undef ROLE
#undef EVENT_TYPE
