// The filters, as a row of chips that show their values. They change the address, and the address makes the view.
import { h } from "../base/dom.js";
import { stances } from "../data/filter.js";
import { filter_keys } from "../data/address.js";
import { dateOfDay, dayNumber, numbered } from "../base/words.js";

function choice(label, name, values, wanted, change) {
  const select = h("select", { name, onchange: () => change({ [name]: select.value }) },
    values.map(([value, text]) => h("option", { value, selected: value === (wanted || "") }, text)));
  return h("label", { class: wanted ? "chip set" : "chip" }, h("span", null, label), select);
}

// Articles by day, as a small picture, for the eye alone: the two fields beside it say the same.
function histogram(store) {
  const days = [];
  for (let number = 0; number < store.documentCount; number += 1) {
    const day = dayNumber(store.published(number));
    if (day !== null) days.push(day);
  }
  if (!days.length) return null;
  let least = Infinity;
  let most = -Infinity;
  for (const day of days) {
    least = Math.min(least, day);
    most = Math.max(most, day);
  }
  return { least: dateOfDay(least), most: dateOfDay(most) };
}

export function chips(context, go) {
  const { store, filter, address } = context;
  const { wanted } = filter;
  const outlets = new Set();
  for (let number = 0; number < store.documentCount; number += 1) outlets.add(store.outlet(number));
  const change = (values) => go(context.here({ ...values, at: "" }));
  const range = histogram(store);
  const day = (name, label) => {
    const field = h("input", { type: "date", name, value: wanted[name] || "", min: range && range.least, max: range && range.most,
      onchange: () => change({ [name]: field.value }) });
    return h("label", { class: wanted[name] ? "chip set" : "chip" }, h("span", null, label), field);
  };
  const some = filter_keys.some((name) => wanted[name]);
  const none = {};
  for (const name of filter_keys) none[name] = "";
  return h("form", { class: "chips", "aria-label": "Filters", onsubmit: (event) => event.preventDefault() },
    range && [day("from", "From"), day("to", "To")],
    outlets.size > 1 && choice("Outlet", "outlet", [["", "all"], ...[...outlets].sort().map((name) => [name, name])], wanted.outlet, change),
    choice("Stance", "stance", [["", "all"], ...stances], wanted.stance, change),
    choice("Sureness", "sure", [["", "all"], ["sure", "sure"], ["unsure", "unsure"]], wanted.sure, change),
    choice("Told by", "told", [["", "1 or more"], ["2", "2 or more"], ["3", "3 or more"], ["5", "5 or more"]], wanted.told, change),
    some && h("a", { class: "chip clear", href: context.here(none) }, "Clear"),
    h("p", { class: "quiet count", role: "status" },
      `${numbered(filter.kept)} of ${numbered(filter.statements)} statements`, address.view && ""));
}
