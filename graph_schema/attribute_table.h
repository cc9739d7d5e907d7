// The attributes that a node may have beside its fixed fields.
//
//   NODE_ATTRIBUTE(name, node kinds, type, description)    one row an attribute
//
// Types: string, integer, number, boolean, event_type, polarity, modality, date, strings (a list of strings),
// variants (what single documents say otherwise: a list of {document, key, value}).

#ifndef NODE_ATTRIBUTE
#define NODE_ATTRIBUTE(name, kinds, type, description)
#endif

NODE_ATTRIBUTE(position, people, string, "the person's office: title and body")
NODE_ATTRIBUTE(titles, people, strings, "all titles by which documents name the person")
NODE_ATTRIBUTE(country, actors | places, string, "ISO 3166 code of the country, or of the country it belongs to")
NODE_ATTRIBUTE(metonym, actors, strings, "names of places that stand for this actor in the documents")
NODE_ATTRIBUTE(description, actors | places, string, "what documents say that it is, in their words")
NODE_ATTRIBUTE(codes, actors, strings, "codes of the user's actor dictionaries that hold at the documents' dates")
NODE_ATTRIBUTE(reasons, any_kind, strings,
               "why the mentions of several documents are one node, the most frequent first")
NODE_ATTRIBUTE(
    doubtful_merges, any_kind, strings,
    "merges to check, the least sure first: PERCENT | FIRST | SECOND | REASON, the two as overrides name them")
NODE_ATTRIBUTE(news_type, events, string, "what kind of news it is: a name of the table of news types")
NODE_ATTRIBUTE(type, events, event_type, "the PLOVER category, or SUSPEND, where there is one")
NODE_ATTRIBUTE(mode, events, string, "the category's mode, where the ontology has one")
NODE_ATTRIBUTE(date, events | claims, date, "ISO 8601 date or interval, at the precision known")
NODE_ATTRIBUTE(place, events, string, "where, by name")
NODE_ATTRIBUTE(polarity, events | claims, polarity, "negated: it did not happen")
NODE_ATTRIBUTE(modality, events | claims, modality, "whether it is told as a fact")
NODE_ATTRIBUTE(context, claims, string,
               "what the article tells before its words and what their sentence goes on with, mostly also what a "
               "pronoun stands for")
NODE_ATTRIBUTE(sources, claims | events, integer, "number of independent documents")
NODE_ATTRIBUTE(variants, any_kind, variants, "values of single documents that differ")
NODE_ATTRIBUTE(title, documents, string, "headline")
NODE_ATTRIBUTE(outlet, documents, string, "who published it")
NODE_ATTRIBUTE(author, documents, string, "who wrote it")
NODE_ATTRIBUTE(published, documents, date, "ISO 8601 date")
NODE_ATTRIBUTE(url, documents, string, "where it can be read")
NODE_ATTRIBUTE(sha256, documents, string, "digest of the text's bytes")
NODE_ATTRIBUTE(copy_of, documents, string, "id of the document that this one reprints")

#undef NODE_ATTRIBUTE
