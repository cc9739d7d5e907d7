// The page: reads the data, shows the view that the address names, and keeps focus and place.
import { add, button, h, svg } from "./base/dom.js";
import { keptFilters, readAddress, writeAddress } from "./data/address.js";
import { countSaid } from "./data/counts.js";
import { makeFilter } from "./data/filter.js";
import { readSource } from "./data/source.js";
import { makeStore } from "./data/store.js";
import { describeNode, makeContext } from "./part/context.js";
import { makeCorrections } from "./review/corrections.js";
import { verdictForm } from "./review/verdicts.js";
import { searchBox } from "./search/box.js";
import { makeIndex } from "./search/index.js";
import { claim } from "./view/claim.js";
import { article, articles, disputes, people, statements } from "./view/lists.js";
import { network } from "./view/network.js";
import { outlets } from "./view/outlets.js";
import { overview } from "./view/overview.js";
import { review } from "./view/review.js";
import { who } from "./view/who.js";

const views = {
  overview: { name: "Overview", show: overview },
  people: { name: "People", show: people },
  disputes: { name: "Disputes", show: disputes },
  statements: { name: "Statements", show: statements },
  outlets: { name: "Outlets", show: outlets },
  network: { name: "Network", show: network },
  articles: { name: "Articles", show: articles },
  review: { name: "Review", show: review },
  who: { of: "people", show: who },
  claim: { of: "disputes", show: claim },
  article: { of: "articles", show: article },
};
// On a phone these stand below, the others behind "More".
const on_phone = ["overview", "people", "disputes", "network"];

function themeButton() {
  const kept = () => {
    try {
      return localStorage.getItem("gainsay theme");
    } catch (error) {
      return null;
    }
  };
  const set = (theme) => {
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem("gainsay theme", theme);
    } catch (error) {
      // It lasts as long as the page.
    }
  };
  const dark = matchMedia("(prefers-color-scheme: dark)");
  document.documentElement.dataset.theme = kept() || (dark.matches ? "dark" : "light");
  dark.addEventListener("change", () => { if (!kept()) document.documentElement.dataset.theme = dark.matches ? "dark" : "light"; });
  return button(svg("svg", { viewBox: "0 0 20 20", width: 20, height: 20, "aria-hidden": "true" }, svg("circle", { cx: 10, cy: 10, r: 8, fill: "none", stroke: "currentColor", "stroke-width": 2 }),
    svg("path", { d: "M10 2a8 8 0 0 1 0 16z", fill: "currentColor" })), () => set(document.documentElement.dataset.theme === "dark" ? "light" : "dark"), { class: "theme", "aria-label": "Light or dark" });
}

// Keys that are letters alone can be switched off: who speaks to a computer would set them off.
function letterKeys() {
  let on = true;
  try {
    on = localStorage.getItem("gainsay keys") !== "off";
  } catch (error) {
    // They are on.
  }
  return {
    areOn: () => on,
    set(value) {
      on = value;
      try {
        localStorage.setItem("gainsay keys", on ? "on" : "off");
      } catch (error) {
        // It lasts as long as the page.
      }
    },
  };
}

// Names near a dead id.
function notFound(context, search) {
  const { store, address } = context;
  const words = address.id.replace(/^[a-z]+:/, "").replace(/[-~]+/g, " ");
  const found = search(words);
  return [h("h1", null, "This is not in the graph"), h("p", null, "The link names something that this graph does not have. Perhaps one of these:"),
    h("ul", null, found.actors.slice(0, 8).map(({ node }) => h("li", null, context.nodeLink(node))),
      [...found.disputes, ...found.claims].slice(0, 5).map((node) => h("li", null, context.nodeLink(node)))),
    h("p", null, h("a", { href: context.link("overview") }, "Overview"))];
}

function start({ data, remote }) {
  const store = makeStore(data);
  const open = makeFilter(store, {});
  const counts = countSaid(store, open);
  // The last filters: who goes back and forth between two views asks for the same.
  const filters = new Map([["{}", open]]);
  const filterOf = (query) => {
    const key = JSON.stringify(keptFilters(query));
    const known = filters.get(key) || makeFilter(store, query);
    filters.delete(key);
    filters.set(key, known);
    if (filters.size > 9) filters.delete([...filters.keys()].find((each) => each !== "{}"));
    return known;
  };
  const keys = letterKeys();
  let index = null;
  const search = (text) => (index = index || makeIndex(store, counts))(text);
  // Before the first key is pressed, when there is nothing else to do.
  const prepare = window.requestIdleCallback || ((task) => setTimeout(task, 500));
  prepare(() => search("a"));
  const corrections = makeCorrections(store.title, remote);
  const main = h("main", { id: "main", tabindex: "-1" });
  const links = new Map(Object.entries(views).filter(([, { name }]) => name).map(([view, { name }]) => [view, h("a", { href: `#/${view}` }, name)]));
  const phoneLinks = new Map(on_phone.map((view) => [view, h("a", { href: `#/${view}` }, views[view].name)]));
  const others = h("details", null, h("summary", null, "More"), h("div", null, [...links.keys()].filter((view) => !on_phone.includes(view)).map((view) =>
    h("a", { href: `#/${view}`, onclick: () => { others.open = false; } }, views[view].name))));
  const go = (hash) => {
    if (hash === location.hash) show(false);
    else location.hash = hash;
  };
  const box = searchBox({ store, search, describe: (node) => describeNode(store, node), open: (target) => go(writeAddress({ ...target, query: {} })) });
  add(document.body, [
    h("a", { class: "skip", href: "#main", onclick: (event) => { event.preventDefault(); main.focus(); } }, "Skip to the contents"),
    h("header", { class: "top" }, h("div", { class: "bar-top" }, h("a", { class: "brand", href: "#/overview" }, "Who says what"), box, themeButton()),
      h("nav", { class: "views", "aria-label": "Views" }, [...links.values()])),
    main,
    h("nav", { class: "phone", "aria-label": "Views, below" }, [...phoneLinks.values()], others),
    h("div", { id: "toast", role: "status", "aria-live": "polite" }),
    h("footer", null, h("p", { class: "quiet" }, "Made by Gainsay. Every sentence is cut out of its article; what a claim is called is the program's choice of words.")),
  ]);

  let last = null;
  // `isNew`: another view than before, not the same with other values.
  const show = (isNew) => {
    const address = readAddress(location.hash);
    const filter = filterOf(address.query);
    const context = { ...makeContext(store, filter, address, corrections), search, keys };
    // In the review the whole statement is corrected, elsewhere a single sentence.
    if (address.view !== "review") context.correct = (edge, pieces) => verdictForm(context, edge, pieces);
    const view = views[address.view] ? address.view : "overview";
    const key = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.key || document.activeElement.name : "";
    const content = views[view].show(context, go) || notFound(context, search);
    main.replaceChildren();
    add(main, content);
    const heading = main.querySelector("h1");
    document.title = `${heading ? heading.textContent : ""} – ${store.title}`.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
    const current = views[view].of || view;
    for (const list of [links, phoneLinks]) {
      for (const [name, link] of list) {
        if (name === current) link.setAttribute("aria-current", "page");
        else link.removeAttribute("aria-current");
      }
    }
    const named = address.query.s && document.getElementById(`s${address.query.s}`);
    if (named) {
      named.classList.add("named");
      named.scrollIntoView({ block: "center" });
    } else if (isNew) {
      scrollTo(0, 0);
    }
    if (isNew && heading && last !== null) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    } else if (!isNew && key) {
      const same = [...main.querySelectorAll("[data-key], [name]")].find((element) => (element.dataset.key || element.name) === key);
      if (same) same.focus({ preventScroll: true });
    }
    last = `${address.view} ${address.id} ${address.tab}`;
  };
  addEventListener("hashchange", () => {
    const address = readAddress(location.hash);
    show(`${address.view} ${address.id} ${address.tab}` !== last);
  });
  addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== "checkbox";
    if (keys.areOn() && /^[a-z]$/.test(event.key) && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const element = main.querySelector(`[data-shortcut="${event.key}"]`);
      if (element) {
        event.preventDefault();
        if (element.tagName === "SELECT") element.focus();
        else element.click();
      }
    }
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      document.getElementById("search").focus();
    }
  });
  let width = document.documentElement.clientWidth;
  let timer = 0;
  addEventListener("resize", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // Pictures are drawn for a width. A phone's bars that come and go change the height alone.
      if (document.documentElement.clientWidth !== width && main.querySelector("svg")) show(false);
      width = document.documentElement.clientWidth;
    }, 250);
  });
  corrections.listen(() => {
    const { view, tab } = readAddress(location.hash);
    if (view === "review" || tab === "names") show(false);
  });
  show(true);
}

readSource().then(start).catch((error) => {
  document.body.append(h("p", { role: "alert" }, `This page could not be shown: ${error.message}`));
  throw error;
});
