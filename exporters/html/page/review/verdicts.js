// What a reader says of a statement: it is right, nobody said it, another did, he does something else with it, it is a claim
// of its own. Each is a line for every sentence that shows the statement.
import { bdi, button, h, toast } from "../base/dom.js";
import { acceptLine, apartLine, dropLine, namedPlaces, speakerLine, stanceLine } from "./corrections.js";
import { nameField } from "./names.js";

const speaker_kinds = ["Person", "Organization", "Country", "Group", "Outlet"];

// The lines made so far, each with a button that takes it back.
export function madeLines(context, lines) {
  if (!lines.length) return null;
  return h("ul", { class: "plain made" }, lines.map((line) => h("li", null, "✓ ", h("code", null, bdi(line)), " ",
    button("Take back", () => context.corrections.remove(line), { "aria-label": `Take back: ${line}` }))));
}

export function placesOf(store, pieces) {
  return [...new Set(pieces.map((piece) => store.place(piece)).filter(Boolean))];
}

// `done` is called after a line was noted; `keys`: the buttons have keys of their own.
export function verdictForm(context, edge, pieces, { done, keys } = {}) {
  const { store, corrections } = context;
  const places = placesOf(store, pieces);
  if (!places.length) return h("p", { class: "quiet" }, "Of this sentence the graph keeps no place: it cannot be corrected here.");
  const key = (letter) => (keys ? { "data-shortcut": letter } : {});
  const note = (text, verbs, lines) => {
    const undo = corrections.replace(verbs, places, lines);
    toast(text, undo);
    if (done) done();
  };
  const speaker = nameField(context, "Somebody else said it:", store.source(edge));
  const kind = h("select", { "aria-label": "Kind of who said it" }, speaker_kinds.map((each) => h("option", { value: each }, each)));
  const setSpeaker = () => {
    const node = speaker.chosen();
    const name = node >= 0 ? store.label(node) : speaker.text();
    if (!name) return toast("Write who said it.");
    const isNamed = node >= 0 && speaker_kinds.includes(store.kind(node));
    return note(`Noted: ${name} said it.`, ["accept", "drop", "speaker"], places.map((place) => speakerLine(place, name, isNamed ? store.kind(node) : kind.value)));
  };
  const stance = h("select", { "data-shortcut": keys ? "t" : null }, store.stances.map((each) => h("option", { value: each, selected: each === store.edgeKind(edge) }, each.replace(/_/g, " "))));
  return h("div", { class: "verdicts" },
    h("p", { class: "buttons" },
      button("Right", () => note("Noted: it is right.", ["accept", "drop"], places.map(acceptLine)), key("a")),
      button("Wrong: nobody said that", () => note("Noted: nobody said that.", ["accept", "drop", "speaker", "stance", "apart"], places.map(dropLine)), key("w")),
      button("A claim of its own", () => note("Noted: no other statement is the same claim.", ["apart", "drop"], places.map(apartLine)),
        { ...key("m"), title: "The statements of others that stand with it say something else" })),
    h("p", { class: "fields" }, speaker.element, " ", kind, " ", button("Set the speaker", setSpeaker)),
    h("p", { class: "fields" }, h("label", null, "What is done with the words: ", stance), " ",
      button("Set the stance", () => note(`Noted: ${stance.value}.`, ["accept", "drop", "stance"], places.map((place) => stanceLine(place, stance.value))))),
    madeLines(context, corrections.lines().filter((line) => namedPlaces(line).some((place) => places.includes(place)))));
}

// Whether two names, or two statements, are one.
export function mergeForm(context, merge, { done, keys } = {}) {
  const { corrections } = context;
  const line = (verb) => `${verb} | ${merge.first} | ${merge.second}`;
  const made = corrections.lines().filter((each) => each === line("same") || each === line("different"));
  const note = (text, verb) => {
    toast(text, corrections.swap([line("same"), line("different")], [line(verb)]));
    if (done) done();
  };
  return h("div", { class: "verdicts" },
    h("p", { class: "buttons" },
      button("Right: the same", () => note("Noted: the same.", "same"), keys ? { "data-shortcut": "a" } : {}),
      button("Wrong: not the same", () => note("Noted: not the same.", "different"), keys ? { "data-shortcut": "w" } : {})),
    madeLines(context, made));
}
