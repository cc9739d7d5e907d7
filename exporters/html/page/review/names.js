// Is this one and the same? How each article names somebody, why the program took the names for one, and what to do about it.
import { bdi, button, h, toast } from "../base/dom.js";
import { dayName, plain, plural } from "../base/words.js";
import { sameNames } from "../data/counts.js";
import { pagedList } from "../part/list.js";
import { differentLine, kindLine, labelLine, sameLine } from "./corrections.js";

const kinds = ["Person", "Organization", "Country", "Group", "Outlet", "Place"];
// A split of many articles into two needs a line for each pair; beyond these no list of lines can be read.
const most_pairs = 400;

let fields_made = 0;

// A field with a list of names to choose from; `node` gives the nearest or -1, `chosen` only one that was chosen or
// written out.
export function nameField(context, label, apart) {
  const { store } = context;
  fields_made += 1;
  const options = h("datalist", { id: `names-${fields_made}` });
  const field = h("input", { type: "text", list: options.id, autocomplete: "off" });
  field.addEventListener("input", () => {
    const found = context.search(field.value).actors.filter(({ node }) => node !== apart).slice(0, 12);
    options.replaceChildren(...found.map(({ node }) => h("option", { value: store.id(node) }, store.label(node))));
  });
  return { element: h("label", null, label, " ", field, options),
    text: () => field.value.trim(),
    chosen: () => {
      const byId = store.find(field.value.trim());
      if (byId >= 0) return byId;
      const [first] = context.search(field.value).actors.filter(({ node }) => node !== apart);
      return first && plain(store.label(first.node)) === plain(field.value) ? first.node : -1;
    },
    node: () => {
      const byId = store.find(field.value.trim());
      if (byId >= 0) return byId;
      const [first] = context.search(field.value).actors.filter(({ node }) => node !== apart);
      return first ? first.node : -1;
    } };
}

export function namesView(context, actor) {
  const { store, corrections } = context;
  const id = store.id(actor);
  const rows = store.namesOf(actor);
  const { reasons } = store.attributes(actor);
  const done = toast;
  const boxes = new Map();
  const split = () => {
    const apart = rows.filter(([number]) => boxes.get(number) && boxes.get(number).checked).map(([number]) => number);
    const stay = rows.map(([number]) => number).filter((number) => !apart.includes(number));
    if (!apart.length || !stay.length) return toast("Tick the articles that mean somebody else, but not all of them.");
    if (apart.length * stay.length > most_pairs) return toast("Too many pairs of articles: tick fewer.");
    const lines = apart.flatMap((a) => stay.map((b) => differentLine(`${id}@${store.documentId(a)}`, `${id}@${store.documentId(b)}`)));
    return done(`Noted: ${plural(apart.length, "article means", "articles mean")} another ${store.label(actor)}.`, corrections.add(...lines));
  };
  const other = nameField(context, "The same as", actor);
  const join = () => {
    const node = other.node();
    if (node < 0) return toast("Choose a name of the list.");
    return done(`Noted: ${store.label(actor)} and ${store.label(node)} are the same.`, corrections.add(sameLine(id, store.id(node))));
  };
  const kind = h("select", { "aria-label": "Kind" }, kinds.map((each) => h("option", { value: each, selected: each === store.kind(actor) }, each)));
  const label = h("input", { type: "text", value: store.label(actor), "aria-label": "Name" });
  const same = (sameNames(store).get(store.label(actor).toLowerCase()) || []).filter((node) => node !== actor);
  const mine = corrections.lines().filter((line) => line.split(" | ").slice(1).some((field) => field === id || field.startsWith(`${id}@`)));
  return [
    mine.length > 0 && h("section", { class: "card" }, h("h2", null, "Your corrections"),
      h("ul", { class: "plain" }, mine.slice(0, 20).map((line) => h("li", null, h("code", null, bdi(line)), " ", button("Take back", () => { corrections.remove(line); })))),
      h("p", null, h("a", { href: context.link("review") }, "All corrections, and the file to download"))),
    h("section", null, h("h2", null, "Is this one and the same?"),
      reasons && reasons.length > 0 ? [h("p", null, "The program took these names for one because of:"),
        h("ul", null, reasons.slice(0, 30).map((reason) => h("li", null, bdi(reason))))] :
        h("p", { class: "quiet" }, rows.length > 1 ? "The articles use one name." : "Only one article names it."),
      rows.length > 0 && h("p", null, "How each article names it. Tick those that mean somebody else:"),
      pagedList(rows, ([number, forms]) => {
        const box = h("input", { type: "checkbox" });
        boxes.set(number, box);
        return h("div", null, h("label", { class: "tick" }, box, " ", bdi(store.headline(number)), " ", h("span", { class: "quiet" }, bdi(store.outlet(number)), ` · ${dayName(store.published(number))}`)),
          h("p", { class: "under" }, forms.map(([form, times], at) => [at ? ", " : "", "“", bdi(form), "”", times > 1 && ` ${times}×`]), " ",
            h("a", { href: context.link("article", store.documentId(number)) }, "what is said there")));
      }, { noun: "article", empty: "No article names it." }),
      rows.length > 1 && button("The ticked articles mean another", split)),
    same.length > 0 && h("section", null, h("h2", null, "Others of this name"), h("ul", { class: "plain" }, same.slice(0, 20).map((node) =>
      h("li", null, context.nodeLink(node), " ", h("span", { class: "quiet" }, store.kind(node).toLowerCase()), " ",
        button("The same", () => done(`Noted: both are one ${store.label(node)}.`, corrections.add(sameLine(id, store.id(node)))))))),
    ),
    h("section", { class: "fields" }, h("h2", null, "Correct it"),
      h("p", null, other.element, " ", button("Join", join)),
      h("p", null, h("label", null, "It is a ", kind), " ", button("Set the kind", () => done(`Noted: a ${kind.value}.`, corrections.add(kindLine(id, kind.value))))),
      h("p", null, h("label", null, "Its name is ", label), " ", button("Set the name", () => label.value.trim() && done(`Noted: ${label.value}.`, corrections.add(labelLine(id, label.value)))))),
  ];
}
