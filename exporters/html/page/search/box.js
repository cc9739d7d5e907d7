// The search box: a combobox after the ARIA practices. "/" comes here, arrows choose, Enter opens.
import { bdi, h } from "../base/dom.js";
import { numbered, shorten } from "../base/words.js";

const shown_of_group = [7, 3, 4, 3];

export function searchBox({ store, search, open, describe }) {
  const list = h("div", { id: "found", role: "listbox", "aria-label": "Found", hidden: true });
  const input = h("input", {
    type: "search", id: "search", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-expanded": "false",
    "aria-controls": "found", "aria-autocomplete": "list", "aria-label": "Find a person, a body, a claim",
    placeholder: "Find a person, a body, a claim",
  });
  let options = [];
  let active = -1;
  const mark = (next) => {
    active = next;
    options.forEach(({ element }, at) => element.setAttribute("aria-selected", String(at === active)));
    if (active >= 0) {
      input.setAttribute("aria-activedescendant", options[active].element.id);
      options[active].element.scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const choose = (option) => {
    close();
    input.value = "";
    input.blur();
    open(option.target);
  };
  const option = (target, ...content) => {
    const element = h("div", { role: "option", id: `found-${options.length}`, "aria-selected": "false" }, content);
    const entry = { target, element };
    element.addEventListener("mousedown", (event) => event.preventDefault());
    element.addEventListener("click", () => choose(entry));
    options.push(entry);
    return element;
  };
  const group = (name, all, most, row) => {
    if (!all.length) return null;
    const count = all.length > most ? ` ${most} of ${numbered(all.length)}` : "";
    return h("div", { role: "group", "aria-label": name }, h("p", { class: "quiet", "aria-hidden": "true" }, name, count),
      all.slice(0, most).map(row));
  };
  const show = () => {
    options = [];
    const found = search(input.value);
    const [actors, disputes, claims, articles] = shown_of_group;
    const content = (node) => option({ view: "claim", id: store.id(node) }, bdi(shorten(store.label(node), 110)));
    list.replaceChildren(...[
      group("People and bodies", found.actors, actors, ({ node, alias }) =>
        option({ view: "who", id: store.id(node) }, h("strong", null, bdi(store.label(node))),
          alias && [" ", h("span", { class: "quiet" }, "also: ", bdi(alias))], " ",
          h("span", { class: "quiet" }, describe(node)))),
      group("Disputes", found.disputes, disputes, content),
      group("Claims and events", found.claims, claims, content),
      group("Articles", found.articles, articles, (number) =>
        option({ view: "article", id: store.documentId(number) }, bdi(store.headline(number)), " ",
          h("span", { class: "quiet" }, store.outlet(number)))),
    ].filter(Boolean));
    if (!options.length && input.value.trim()) list.append(h("p", { class: "quiet" }, "Nothing found."));
    list.hidden = !input.value.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark(-1);
  };
  input.addEventListener("input", show);
  input.addEventListener("focus", () => { if (input.value.trim()) show(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && options.length) mark((active + 1) % options.length);
    else if (event.key === "ArrowUp" && options.length) mark(active <= 0 ? options.length - 1 : active - 1);
    else if (event.key === "Enter" && options.length) choose(options[Math.max(active, 0)]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  return h("div", { class: "search", role: "search" }, input, list);
}
