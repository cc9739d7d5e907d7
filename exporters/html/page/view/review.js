// Readings to check, one after the other, and the corrections made so far.
import { bdi, button, h, toast } from "../base/dom.js";
import { plural } from "../base/words.js";
import { doubt } from "../data/store.js";
import { sentence } from "../part/sentence.js";
import { save } from "../part/save.js";
import { stanceBadge } from "../part/side.js";
import { edgeName, edgeOfName } from "../part/statement.js";
import { namesView } from "../review/names.js";
import { reviewQueue } from "../review/queue.js";

function correctionsCard(context) {
  const { corrections } = context;
  const lines = corrections.lines();
  return h("section", { class: "card" }, h("h2", null, "Your corrections ", h("span", { class: "count-badge" }, lines.length)),
    lines.length === 0 ? h("p", { class: "quiet" }, "None yet. Nothing is changed until the graph is built again with your file.") :
      h("ul", { class: "plain" }, lines.slice(-30).map((line) => h("li", null, h("code", null, bdi(line)), " ",
        button("Take back", () => { corrections.remove(line); }, { "aria-label": `Take back: ${line}` })))),
    lines.length > 30 && h("p", { class: "quiet" }, `and ${plural(lines.length - 30, "earlier line")}`),
    corrections.isSaved() && h("p", null, "They are saved in the file that gainsay serve was told."),
    h("p", null, button("Download corrections.txt", () => {
      save("corrections.txt", corrections.asFile(), "text/plain");
      corrections.downloaded();
    }, { disabled: lines.length === 0 })),
    lines.length > 0 && h("p", { class: "quiet" }, "Then: ", h("code", null, "gainsay build ARTICLES --overrides corrections.txt -o graph.json")));
}

function card(context, queue, at) {
  const { store } = context;
  const edge = queue[at];
  const to = (next) => context.link("review", `statement:${edgeName(store, queue[next])}`);
  const pieces = [];
  for (let piece = store.firstPiece(edge); piece < store.endPiece(edge); piece += 1) pieces.push(piece);
  return h("section", { class: "card", "data-key": "card" },
    h("p", { class: "quiet" }, `${at + 1} of ${queue.length} · `, h("strong", null, ["sure", "unsure", "very unsure"][doubt(store, edge)])),
    h("h2", null, context.nodeLink(store.source(edge)), " ", stanceBadge(store, edge), " ",
      h("a", { href: context.targetOf(store.target(edge)), class: "claim-link" }, bdi(store.label(store.target(edge))))),
    pieces.slice(0, 6).map((piece) => sentence(context, piece, { paragraph: true })),
    h("p", { class: "buttons" },
      h("a", { class: "button", href: context.link("who", store.id(store.source(edge)), "names") }, "Wrong name? Correct it"),
      at > 0 && h("a", { class: "button", href: to(at - 1), "data-key": "before" }, "← Before"),
      at + 1 < queue.length && h("a", { class: "button", href: to(at + 1), "data-key": "next" }, "Next →")));
}

export function review(context) {
  const { store, address } = context;
  const queue = reviewQueue(store);
  const [what, ...rest] = address.id.split(":");
  const name = rest.join(":");
  if (what === "names") {
    const node = store.find(name);
    if (node < 0) return null;
    return [h("h1", null, "Is this one and the same?"), h("p", null, context.nodeLink(node)), namesView(context, node)];
  }
  const edge = what === "statement" ? edgeOfName(store, name) : -1;
  if (what === "statement" && edge < 0) toast("This reading is not in the graph any more.");
  const list = edge >= 0 && !queue.includes(edge) ? [edge, ...queue] : queue;
  const at = Math.max(0, list.indexOf(edge));
  return [
    h("h1", null, "Check the doubtful readings"),
    h("p", { class: "quiet" }, "What the program was not sure of, disputes first. Names that it took for one can be corrected on each name's page, under Names."),
    h("div", { class: "columns" },
      h("div", null, list.length ? card(context, list, at) : h("p", { class: "quiet" }, "Nothing: the program is sure of all of it."),
        list.length > at + 1 && h("section", null, h("h2", null, "Next"), h("ol", { start: at + 2 }, list.slice(at + 1, at + 9).map((each) => h("li", null,
          h("a", { href: context.link("review", `statement:${edgeName(store, each)}`) },
            bdi(`${store.label(store.source(each))} ${store.edgeLabel(each)}: ${store.label(store.target(each))}`))))))),
      correctionsCard(context)),
  ];
}
