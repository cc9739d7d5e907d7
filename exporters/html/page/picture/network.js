// The picture of names and lines: an SVG whose names and lines can be chosen by mouse, finger and keyboard.
import { svg } from "../base/dom.js";
import { plural, shorten } from "../base/words.js";
import { relationWord, relation_types } from "../data/relations.js";
import { layOut } from "./layout.js";
import { textWidth } from "./ruler.js";
import { panAndZoom } from "./zoom.js";

// The point of a box's edge towards a point.
function edgePoint(box, to) {
  const dx = to.x - box.x;
  const dy = to.y - box.y;
  const scale = Math.min(dx ? (box.w / 2 + 3) / Math.abs(dx) : Infinity, dy ? (box.h / 2 + 3) / Math.abs(dy) : Infinity);
  return Number.isFinite(scale) && scale < 1 ? { x: box.x + dx * scale, y: box.y + dy * scale } : { x: to.x, y: to.y };
}

function bentLine(from, to, lane) {
  // Lanes of both directions lie on the same side of the same line.
  const [a, b] = from.node < to.node ? [from, to] : [to, from];
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const far = Math.hypot(dx, dy) || 1;
  const bend = lane * 34 + far * 0.06;
  const middle = { x: (a.x + b.x) / 2 - (dy / far) * bend, y: (a.y + b.y) / 2 + (dx / far) * bend };
  const start = edgePoint(from, middle);
  const end = edgePoint(to, middle);
  const tail = Math.atan2(end.y - middle.y, end.x - middle.x);
  const wing = (turn) => `L${(end.x - 9 * Math.cos(tail + turn)).toFixed(1)} ${(end.y - 9 * Math.sin(tail + turn)).toFixed(1)}`;
  return {
    line: `M${start.x.toFixed(1)} ${start.y.toFixed(1)}Q${middle.x.toFixed(1)} ${middle.y.toFixed(1)} ${end.x.toFixed(1)} ${end.y.toFixed(1)}`,
    head: `M${end.x.toFixed(1)} ${end.y.toFixed(1)}${wing(0.4)}${wing(-0.4)}Z`,
    label: { x: (start.x + 2 * middle.x + end.x) / 4, y: (start.y + 2 * middle.y + end.y) / 4 },
  };
}

const shapes = { Person: 15, Outlet: 15, Group: 4 };

// `hidden(node)`: how many neighbours are not drawn. `choose(selection)`: {node} or {relation} or null.
export function networkPicture({ store, names, relations, hidden, choose, width, height, expand, takeOut }) {
  const boxes = names.map((node) => {
    const text = shorten(store.label(node), 26);
    const more = hidden(node) ? ` +${hidden(node)}` : "";
    return { node, text, more, w: Math.ceil(textWidth(text + more)) + 26, h: 30 };
  });
  const at = new Map(names.map((node, place) => [node, place]));
  const drawn = relations.filter(({ from, to }) => at.has(from) && at.has(to));
  const pairs = new Map(drawn.map(({ from, to }) => [`${Math.min(from, to)} ${Math.max(from, to)}`, [at.get(from), at.get(to)]]));
  layOut(boxes, [...pairs.values()], width, height).forEach((place, i) => Object.assign(boxes[i], place));

  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "network", role: "group",
    "aria-label": `Network of ${plural(names.length, "name")} and ${plural(drawn.length, "line")}. The table below says the same.` });
  const lines = svg("g", null);
  const labels = svg("g", null);
  const lanes = new Map();
  const shown = drawn.map((relation) => {
    const key = `${Math.min(relation.from, relation.to)} ${Math.max(relation.from, relation.to)}`;
    const lane = lanes.get(key) || 0;
    lanes.set(key, lane + 1);
    const parts = bentLine(boxes[at.get(relation.from)], boxes[at.get(relation.to)], lane === 0 ? 0 : lane % 2 ? (lane + 1) / 2 : -lane / 2);
    const { look, word } = relation_types[relation.type];
    const name = `${store.label(relation.from)} ${relationWord(store, relation)} ${store.label(relation.to)}`;
    const group = svg("g", { class: `link ${look}` },
      svg("path", { d: parts.line, class: "wide" }),
      svg("path", { d: parts.line, class: "line", "stroke-width": Math.min(5, 1.3 + Math.log2(relation.edges.length)) }),
      svg("path", { d: parts.head, class: "head" }), svg("title", null, `${name} (${plural(relation.edges.length, "statement")}, ${word})`));
    group.addEventListener("click", () => choose({ relation }));
    lines.append(group);
    const label = svg("text", { ...parts.label, "text-anchor": "middle", class: "link-word" }, shorten(relationWord(store, relation), 30));
    label.setAttribute("visibility", "hidden");
    labels.append(label);
    return { relation, group, label };
  });
  const drawnNames = boxes.map((box) => {
    const round = shapes[store.kind(box.node)] ?? 4;
    const group = svg("g", { class: `node ${store.kind(box.node)}`, role: "button", tabindex: "0", "data-key": `node-${store.id(box.node)}`,
      // Begins with the words that are seen: who speaks to a computer says those.
      "aria-label": `${box.text}${box.more}, ${box.text === store.label(box.node) ? "" : `${store.label(box.node)}, `}${store.kind(box.node).toLowerCase()}${box.more ? `, ${hidden(box.node)} more not drawn` : ""}` },
      svg("rect", { x: box.x - box.w / 2, y: box.y - box.h / 2, width: box.w, height: box.h, rx: round }),
      svg("text", { x: box.x, y: box.y + 5, "text-anchor": "middle" }, box.text, box.more && svg("tspan", { class: "more" }, box.more)));
    group.addEventListener("click", () => choose({ node: box.node }));
    group.addEventListener("dblclick", () => expand(box.node));
    return { box, group };
  });
  picture.append(lines, svg("g", null, drawnNames.map(({ group }) => group)), labels);

  // The nearest name in the direction of an arrow key.
  const neighbour = (box, dx, dy) => {
    let best = null;
    let least = Infinity;
    for (const entry of drawnNames) {
      const ox = entry.box.x - box.x;
      const oy = entry.box.y - box.y;
      const along = ox * dx + oy * dy;
      if (along <= 0) continue;
      const cost = along + 2 * Math.abs(ox * dy - oy * dx);
      if (cost < least) [least, best] = [cost, entry];
    }
    return best;
  };
  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const zoom = panAndZoom(picture, width, height);
  picture.addEventListener("keydown", (event) => {
    const entry = drawnNames.find(({ group }) => group === event.target);
    if (!entry || event.ctrlKey || event.metaKey || event.altKey) return;
    if (arrows[event.key]) neighbour(entry.box, ...arrows[event.key])?.group.focus();
    else if (event.key === "Enter" || event.key === " ") choose({ node: entry.box.node });
    else if (event.key === "+") expand(entry.box.node);
    else if (event.key === "Delete") takeOut(entry.box.node);
    else if (event.key === "0") zoom.fit();
    else if (event.key === "Escape") choose(null);
    else return;
    event.preventDefault();
  });

  return {
    picture,
    zoom,
    drawn,
    boxOf: (node) => boxes[at.get(node)],
    // Lights a name with its lines, or a line with its ends; everything else steps back.
    light(selection) {
      const near = new Set();
      const isLit = ({ relation }) => selection && (selection.relation === relation ||
        (selection.node !== undefined && (relation.from === selection.node || relation.to === selection.node)));
      for (const entry of shown) {
        const lit = isLit(entry);
        if (lit) near.add(entry.relation.from).add(entry.relation.to);
        entry.group.classList.toggle("faint", Boolean(selection) && !lit);
        entry.label.setAttribute("visibility", lit ? "visible" : "hidden");
      }
      if (selection && selection.node !== undefined) near.add(selection.node);
      for (const { box, group } of drawnNames) {
        group.classList.toggle("faint", Boolean(selection) && !near.has(box.node));
        group.classList.toggle("chosen", Boolean(selection) && selection.node === box.node);
        group.setAttribute("aria-pressed", String(Boolean(selection) && selection.node === box.node));
      }
    },
  };
}
