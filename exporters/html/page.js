// What makes the page answer: search, filters, pan and zoom, a click shows the sentences. Everything it shows stands in
// the page already; without this script the lists can be read all the same.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  document.documentElement.classList.add("scripted");

  const nodes = all("article[data-kind]");
  const edges = all(".edge[data-kind]", byId("lists"));
  const edgesOf = new Map(nodes.map((node) => [node.id, []]));
  for (const edge of edges) {
    for (const end of new Set([edge.dataset.source, edge.dataset.target])) {
      if (edgesOf.has(end)) edgesOf.get(end).push(edge);
    }
  }
  const drawnOf = (item) => (item.dataset.drawn ? byId(item.dataset.drawn) : null);
  const itemOf = new Map();
  for (const item of [...nodes, ...edges]) {
    const drawn = drawnOf(item);
    if (drawn) itemOf.set(drawn, item);
  }

  // ---- the panel
  const panel = byId("panel");
  let chosen = null;
  const copy = (item) => {
    const copied = item.cloneNode(true);
    copied.removeAttribute("id");
    all("[id]", copied).forEach((inner) => inner.removeAttribute("id"));
    all("[hidden]", copied).forEach((inner) => inner.remove());
    copied.hidden = false;
    return copied;
  };
  const nameOf = (node) => node.dataset.label;
  const show = (item) => {
    chosen = item;
    panel.replaceChildren();
    if (item.matches("article")) {
      const head = document.createElement("h3");
      head.textContent = nameOf(item);
      const kind = document.createElement("p");
      kind.className = "quiet";
      kind.textContent = [item.dataset.kind, item.dataset.note].filter(Boolean).join(" · ");
      const list = document.createElement("ol");
      const visible = edgesOf.get(item.id).filter((edge) => !edge.hidden);
      visible.forEach((edge) => list.append(copy(edge)));
      panel.append(head, kind);
      if (!visible.length) panel.append("Nothing is said of it under these filters.");
      panel.append(list);
      const link = document.createElement("a");
      link.href = "#" + item.id;
      link.textContent = "Show it in the lists";
      panel.append(link);
    } else {
      const list = document.createElement("ol");
      list.append(copy(item));
      panel.append(list);
    }
    panel.scrollTop = 0;
    mark();
  };
  const mark = () => {
    const near = new Set();
    if (chosen) {
      near.add(chosen);
      const around = chosen.matches("article") ? edgesOf.get(chosen.id) : [chosen];
      for (const edge of around) {
        near.add(edge).add(byId(edge.dataset.source)).add(byId(edge.dataset.target));
      }
    }
    for (const [drawn, item] of itemOf) {
      drawn.classList.toggle("chosen", item === chosen);
      drawn.classList.toggle("faint", Boolean(chosen) && !near.has(item));
    }
  };
  const clear = () => {
    chosen = null;
    panel.replaceChildren(panelHint);
    mark();
  };
  const panelHint = document.createElement("p");
  panelHint.className = "quiet";
  panelHint.textContent = "Choose a box or a line of the picture, or search: the sentences that prove it stand here.";

  // ---- pan and zoom, by changing what part of the picture the window shows
  const svg = document.querySelector("figure svg");
  let home = null;
  let view = null;
  const look = () => svg.setAttribute("viewBox", [view.x, view.y, view.w, view.h].join(" "));
  const zoom = (factor, at) => {
    const w = Math.min(home.w * 1.5, Math.max(home.w / 40, view.w * factor));
    const ratio = w / view.w;
    const x = at ? at.x : view.x + view.w / 2;
    const y = at ? at.y : view.y + view.h / 2;
    view = { x: x - (x - view.x) * ratio, y: y - (y - view.y) * ratio, w, h: view.h * ratio };
    look();
  };
  const pan = (dx, dy) => {
    view = { ...view, x: view.x + dx, y: view.y + dy };
    look();
  };
  const pointIn = (event) => {
    const matrix = svg.getScreenCTM();
    return new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
  };
  const centerOn = (drawn) => {
    const box = drawn.getBBox();
    const toSvg = svg.getScreenCTM().inverse().multiply(drawn.getScreenCTM());
    const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2).matrixTransform(toSvg);
    // Near enough to read.
    const w = Math.min(view.w, home.w / 2.5);
    const h = view.h * (w / view.w);
    view = { x: middle.x - w / 2, y: middle.y - h / 2, w, h };
    look();
  };
  if (svg) {
    const [x, y, w, h] = svg.getAttribute("viewBox").split(/[ ,]+/).map(Number);
    home = { x, y, w, h };
    view = { ...home };
    svg.removeAttribute("width");
    svg.removeAttribute("height");
    const moves = { "zoom-in": () => zoom(0.8), "zoom-out": () => zoom(1.25), "zoom-home": () => { view = { ...home }; look(); } };
    for (const [id, move] of Object.entries(moves)) byId(id).addEventListener("click", move);
    svg.addEventListener("wheel", (event) => {
      event.preventDefault();
      zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, pointIn(event));
    }, { passive: false });
    let grip = null;
    let dragged = false;
    svg.addEventListener("pointerdown", (event) => { grip = pointIn(event); dragged = false; });
    svg.addEventListener("pointermove", (event) => {
      if (!grip || !(event.buttons & 1)) return;
      const now = pointIn(event);
      if (Math.hypot(now.x - grip.x, now.y - grip.y) > view.w / 200) dragged = true;
      if (dragged) pan(grip.x - now.x, grip.y - now.y);
    });
    svg.addEventListener("pointerup", () => { grip = null; });
    svg.addEventListener("click", (event) => {
      if (dragged) return;
      const drawn = event.target.closest(".node, .edge");
      if (drawn && itemOf.has(drawn)) show(itemOf.get(drawn));
      else clear();
    });
    svg.addEventListener("keydown", (event) => {
      const step = view.w / 10;
      const keys = {
        "+": () => zoom(0.8), "=": () => zoom(0.8), "-": () => zoom(1.25), 0: moves["zoom-home"],
        ArrowLeft: () => pan(-step, 0), ArrowRight: () => pan(step, 0), ArrowUp: () => pan(0, -step),
        ArrowDown: () => pan(0, step), Escape: clear,
      };
      if ((event.key === "Enter" || event.key === " ") && itemOf.has(event.target)) {
        show(itemOf.get(event.target));
      } else if (keys[event.key]) {
        keys[event.key]();
      } else {
        return;
      }
      event.preventDefault();
    });
    for (const [drawn, item] of itemOf) {
      drawn.setAttribute("tabindex", "0");
      drawn.setAttribute("role", "button");
      drawn.setAttribute("aria-label", item.matches("article") ? `${nameOf(item)}, ${item.dataset.kind}` : item.dataset.label);
    }
  }

  // ---- links inside the page open the panel too
  panel.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#node-']");
    if (!link || link.textContent === "Show it in the lists") return;
    event.preventDefault();
    choose(byId(link.getAttribute("href").slice(1)));
  });
  const choose = (item) => {
    show(item);
    const drawn = drawnOf(item);
    if (drawn && svg) centerOn(drawn);
  };

  // ---- search
  const search = byId("search");
  const found = byId("found");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const haystack = nodes.map((node) => [node, plain(nameOf(node) + " " + (node.dataset.aliases || "") + " " + (node.dataset.note || ""))]);
  search.addEventListener("input", () => {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    found.replaceChildren();
    if (!words.length) return;
    const hits = haystack.filter(([, text]) => words.every((word) => text.includes(word))).slice(0, 30);
    for (const [node] of hits) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = `${nameOf(node)} (${node.dataset.kind})`;
      button.addEventListener("click", () => choose(node));
      const row = document.createElement("li");
      row.append(button);
      found.append(row);
    }
    if (!hits.length) {
      const row = document.createElement("li");
      row.className = "quiet";
      row.textContent = "nothing found";
      found.append(row);
    }
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && found.querySelector("button")) {
      event.preventDefault();
      found.querySelector("button").click();
    }
  });

  // ---- filters
  const form = byId("filters");
  const chosenIn = (name) => new Set(all(`input[name=${name}]:checked`, form).map((box) => box.value));
  const filter = () => {
    const nodeKinds = chosenIn("node-kind");
    const edgeKinds = chosenIn("edge-kind");
    const weight = Number(form.elements.weight.value) || 0;
    const outlet = form.elements.outlet.value;
    const from = form.elements.from.value;
    const to = form.elements.to.value;
    const kindOf = (id) => { const node = byId(id); return node ? node.dataset.kind : ""; };
    const bySentence = outlet !== "" || from !== "" || to !== "";
    const hasEdge = new Set();
    for (const edge of edges) {
      let any = !bySentence;
      for (const sentence of all(".evidence > li", edge)) {
        const day = sentence.dataset.published || "";
        // An article without a date is in no time that is asked for.
        const fits = (outlet === "" || sentence.dataset.outlet === outlet) &&
          (from === "" || (day !== "" && day >= from.slice(0, day.length))) &&
          (to === "" || (day !== "" && day <= to.slice(0, day.length)));
        sentence.hidden = !fits;
        any = any || fits;
      }
      edge.hidden = !(any && edgeKinds.has(edge.dataset.kind) && Number(edge.dataset.weight) >= weight &&
        nodeKinds.has(kindOf(edge.dataset.source)) && nodeKinds.has(kindOf(edge.dataset.target)));
      const drawn = drawnOf(edge);
      if (drawn) drawn.classList.toggle("off", edge.hidden);
      if (!edge.hidden) hasEdge.add(edge.dataset.source).add(edge.dataset.target);
    }
    const isOpen = !bySentence && weight <= 1 && all("input[type=checkbox]", form).every((box) => box.checked);
    let shown = 0;
    for (const node of nodes) {
      node.hidden = !(isOpen || (nodeKinds.has(node.dataset.kind) && (hasEdge.has(node.id) || !edgesOf.get(node.id).length)));
      const drawn = drawnOf(node);
      if (drawn) drawn.classList.toggle("off", node.hidden);
      if (!node.hidden) shown += 1;
    }
    for (const section of all("#lists section")) {
      const articles = all("article, .plain > .edge", section);
      section.hidden = articles.length > 0 && articles.every((article) => article.hidden);
    }
    byId("shown").textContent = `${shown} of ${nodes.length} boxes, ${edges.filter((edge) => !edge.hidden).length} of ${edges.length} lines`;
    if (chosen) show(chosen);
  };
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  clear();
  filter();
})();
