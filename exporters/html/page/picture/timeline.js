// Who said what when: a lane each, marks along an axis of days. A mark goes to its sentence.
import { h, svg } from "../base/dom.js";
import { dateOfDay, dayName, dayNumber, plural, shorten } from "../base/words.js";
import { sides } from "../part/side.js";
import { cutToWidth } from "./ruler.js";

const lane_height = 30;
const top = 28;

function markShape(side, x, y) {
  if (side === 0) return svg("circle", { cx: x, cy: y, r: 6 });
  if (side === 1) return svg("path", { d: `M${x - 5} ${y - 5}l10 10m0 -10l-10 10` });
  return svg("rect", { x: x - 5, y: y - 5, width: 10, height: 10 });
}

// Days at which the axis has a line: at most `most` of them, at even steps.
function ticks(first, last, most) {
  const steps = [1, 2, 7, 14, 30, 61, 91, 182, 365, 730, 1826, 3652, 18262];
  const step = steps.find((days) => (last - first) / days <= most) || steps[steps.length - 1];
  const found = [];
  for (let day = first; day <= last; day += step) found.push(day);
  return found;
}

// Nearly all marks decide the axis: a date that lies far off stands at the edge.
function axisOf(days) {
  const sorted = [...days].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  const spread = Math.max(14, 6 * (sorted[Math.floor(sorted.length * 0.9)] - sorted[Math.floor(sorted.length * 0.1)]));
  const near = sorted.filter((day) => Math.abs(day - middle) <= spread);
  const first = near[0];
  const last = near[near.length - 1];
  const margin = Math.max(1, Math.round((last - first) / 20));
  return { first: first - margin, last: last + margin, far: sorted.length - near.length };
}

// `lanes`: [{name, href, marks: [{date, side, href, text}]}].
export function timeline(lanes, title) {
  const days = lanes.flatMap(({ marks }) => marks.map(({ date }) => dayNumber(date))).filter((day) => day !== null);
  const undated = lanes.reduce((sum, { marks }) => sum + marks.filter(({ date }) => dayNumber(date) === null).length, 0);
  if (!days.length) return null;
  const width = Math.max(280, Math.min(1248, document.documentElement.clientWidth) - 52);
  const left = Math.min(210, width * 0.34);
  const { first, last, far } = axisOf(days);
  const x = (day) => left + 12 + ((Math.min(last, Math.max(first, day)) - first) / (last - first)) * (width - left - 60);
  const height = top + lanes.length * lane_height + 8;
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": title, class: "timeline" });
  for (const day of ticks(first, last, (width - left) / 105)) {
    picture.append(svg("path", { d: `M${x(day)} ${top - 6}V${height}`, class: "grid" }),
      svg("text", { x: x(day), y: 14, "text-anchor": "middle", class: "tick" }, dayName(dateOfDay(day))));
  }
  lanes.forEach(({ name, href, marks }, lane) => {
    const y = top + lane * lane_height + lane_height / 2;
    picture.append(svg("path", { d: `M${left + 4} ${y}H${width}`, class: "grid" }));
    const label = svg("text", { x: left - 4, y: y + 5, "text-anchor": "end", class: "lane" }, cutToWidth(name, left - 10),
      svg("title", null, name));
    picture.append(href ? svg("a", { href }, label) : label);
    // Marks of one day stand beside each other.
    const taken = new Map();
    for (const { date, side, href: to, text } of marks) {
      const day = dayNumber(date);
      if (day === null) continue;
      const place = taken.get(day) || 0;
      taken.set(day, place + 1);
      if (place > 5) continue;
      const at = x(day) + place * 9;
      picture.append(svg("a", { href: to, class: `mark ${sides[side].name}`, "aria-label": `${name}, ${dayName(date)}: ${text}` },
        svg("circle", { cx: at, cy: y, r: 12, class: "target" }), markShape(side, at, y), svg("title", null, `${dayName(date)}: ${text}`)));
    }
  });
  const notes = [far && `${plural(far, "far-off date")} at the edge.`, undated && `${plural(undated, "sentence")} without a date.`];
  return h("figure", { class: "picture" }, h("div", { class: "scroll" }, picture),
    h("figcaption", null, sides.map(({ name, word }, side) => h("span", { class: `badge ${name}` },
      `${["●", "✕", "■"][side]} ${word.toLowerCase()}`)), " ", h("span", { class: "quiet" }, notes.filter(Boolean).join(" "))));
}

// Marks of statements, by sentence; each leads to its sentence on the same page where that stands there.
export function marksOf(context, edges) {
  const { store, filter } = context;
  return edges.flatMap((edge) => filter.pieces(edge).map((piece) => ({
    date: store.when(piece),
    side: store.side(edge),
    href: context.link("claim", store.id(store.target(edge)), "", { s: piece }),
    text: `${store.edgeLabel(edge).replace(/^asserts\b/, "says")}: ${shorten(store.words(piece), 120)}`,
  }))).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
