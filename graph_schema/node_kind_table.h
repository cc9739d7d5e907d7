// NODE_KIND(name, is_actor, plural, description). One row a kind of node, in the order of every listing.

NODE_KIND(Person, true, "people", "a human being")
NODE_KIND(Organization, true, "organizations",
          "a body with a name: ministry, company, party, army, alliance, agreement's commission")
NODE_KIND(Country, true, "countries", "the state as an actor, its government by metonymy (Moscow, Washington)")
NODE_KIND(Group, true, "groups", "a people, rebels, unnamed officials of a side")
NODE_KIND(Outlet, true, "outlets", "a medium: newspaper, agency, broadcaster")
NODE_KIND(Place, false, "places", "somewhere, where it does nothing but lie there")
NODE_KIND(Event, false, "events", "something that happened, may happen or did not")
NODE_KIND(Claim, false, "claims", "one proposition, stated affirmatively: what some assert and others may deny")
NODE_KIND(Document, false, "documents", "one article")

#undef NODE_KIND
