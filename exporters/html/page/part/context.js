// What every view gets: the graph, the filter and the address of the moment, and links that keep the filter.
import { bdi, h } from "../base/dom.js";
import { keptFilters, writeAddress } from "../data/address.js";

export function makeContext(store, filter, address, corrections) {
  const link = (view, id, tab, query) =>
    writeAddress({ view, id, tab, query: { ...keptFilters(address.query), ...query } });
  const context = {
    store,
    filter,
    address,
    corrections,
    link,
    // The same view with other values; null takes one out.
    here: (query) => writeAddress({ ...address, query: { ...address.query, ...query } }),
    targetOf: (node) => link(store.isContent(node) ? "claim" : "who", store.id(node)),
    nodeLink: (node, props) => h("a", { href: context.targetOf(node), class: "name", ...props }, bdi(store.label(node))),
  };
  return context;
}

// "person · U.S. Secretary of State".
export function describeNode(store, node) {
  const { position, news_type: newsType, date, polarity, modality } = store.attributes(node);
  return [store.kind(node).toLowerCase(), position, newsType, date, polarity === "negated" && "did not happen",
    modality].filter(Boolean).join(" · ");
}
