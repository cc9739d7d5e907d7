// Every state is an address: #/view/id/tab?filters. Ids are the graph's, so a link holds after the graph is built anew.

export const filter_keys = ["from", "to", "outlet", "stance", "sure", "told"];

// Of an id, what an address need not escape stays readable.
function escapeId(id) {
  return encodeURIComponent(id).replace(/%3A/g, ":").replace(/%7E/g, "~").replace(/%2C/g, ",");
}

function unescapeId(text) {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    return text;
  }
}

export function readAddress(hash) {
  const [path, query] = hash.replace(/^#\/?/, "").split("?");
  const [view, id, tab] = path.split("/").map(unescapeId);
  const values = {};
  for (const [name, value] of new URLSearchParams(query || "")) values[name] = value;
  return { view: view || "overview", id: id || "", tab: tab || "", query: values };
}

export function writeAddress({ view, id, tab, query }) {
  const values = Object.entries(query || {}).filter(([, value]) => value !== "" && value !== null && value !== undefined);
  const parts = [view, ...(id ? [escapeId(id)] : []), ...(id && tab ? [tab] : [])];
  const text = values.map(([name, value]) => `${name}=${escapeId(String(value))}`).join("&");
  return "#/" + parts.join("/") + (text ? "?" + text : "");
}

// The filters of an address alone: what links to other views keep.
export function keptFilters(query) {
  const kept = {};
  for (const name of filter_keys) if (query[name]) kept[name] = query[name];
  return kept;
}
