// Finding what a user means: people and bodies before disputes, disputes before claims, claims before articles. Names are
// looked up by their words in a sorted table, so that a key costs little whatever the size of the graph.
import { plain } from "../base/words.js";

// Changes of a letter (added, left out, another, two swapped) from `a` to `b`; more than `most` is most + 1.
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let value = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        value = Math.min(value, before[column - 2] + 1);
      }
      now.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    before = last;
    last = now;
  }
  return last[b.length];
}

// How well a word fits one of a name: 1 the same, less for its beginning or a misspelling, 0 not at all.
function wordFit(asked, word) {
  if (word === asked) return 1;
  if (word.startsWith(asked)) return 0.6 + 0.3 * (asked.length / word.length);
  if (asked.length < 4 || asked[0] !== word[0] && asked[1] !== word[1]) return 0;
  const most = asked.length > 6 ? 2 : 1;
  const changes = distance(asked, word, most);
  return changes <= most ? 0.5 - 0.1 * changes : 0;
}

function titlesOf(store, node) {
  const { titles: all, position } = store.attributes(node);
  return [...(all || []), ...(position ? [position] : [])];
}

export function makeIndex(store, counts) {
  // Each name of each actor and place: [words, whether it is the label].
  const names = new Map();
  const bearers = new Map();
  const inTitles = new Map();
  const surnames = new Map();
  const count = (counted, word) => counted.set(word, (counted.get(word) || 0) + 1);
  // `isShown`: a name that an article has, and that tells why it was found.
  const put = (node, text, isLabel, isShown = !isLabel) => {
    const words = plain(text).split(" ").filter(Boolean);
    if (!words.length) return;
    if (!names.has(node)) names.set(node, []);
    names.get(node).push({ words, text, isLabel, isShown });
    for (const word of words) {
      if (!bearers.has(word)) bearers.set(word, new Set());
      bearers.get(word).add(node);
    }
  };
  for (let node = 0; node < store.nodeCount; node += 1) {
    if (!store.isActor(node) && store.kind(node) !== "Place") continue;
    put(node, store.label(node), true);
    for (const alias of store.aliases(node)) put(node, alias, false);
    if (store.kind(node) === "Person") {
      for (const word of new Set(plain(titlesOf(store, node).join(" ")).split(" "))) count(inTitles, word);
      const name = store.label(node).split(" ");
      if (name.length > 1 && /^\p{Lu}/u.test(name[name.length - 1])) count(surnames, plain(name[name.length - 1]));
    } else {
      const initials = store.label(node).split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word)).map((word) => word[0]).join("");
      if (initials.length > 1) put(node, initials, false, false);
    }
  }
  // "Obama" is in the title "adviser to President Obama", and a name all the same.
  const isTitle = (word) => (inTitles.get(word) || 0) > 5 * (surnames.get(word) || 0);
  const table = [...bearers.keys()].sort();
  // Of the words that fit, the nodes that bear them.
  const near = (asked) => {
    const found = new Set();
    let low = 0;
    let high = table.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (table[middle] < asked) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < table.length && table[at].startsWith(asked); at += 1) {
      for (const node of bearers.get(table[at])) found.add(node);
    }
    if (asked.length > 3 && found.size < 20) {
      for (const word of table) {
        if (wordFit(asked, word) > 0) for (const node of bearers.get(word)) found.add(node);
      }
    }
    return found;
  };
  // 0 for a name that lacks one of the words.
  const fit = (asked, { words, isLabel }) => {
    let sum = 0;
    for (const [place, word] of asked.entries()) {
      let best = 0;
      words.forEach((each, at) => {
        let value = wordFit(word, each);
        // Surnames come last; words in their order are better than in another.
        if (value > 0 && at === words.length - 1) value += 0.05;
        if (value > 0 && at === place) value += 0.02;
        best = Math.max(best, value);
      });
      if (best === 0) return 0;
      sum += best;
    }
    const whole = asked.join(" ") === words.join(" ") ? 0.6 : 0;
    return sum / asked.length + whole - 0.03 * Math.max(0, words.length - asked.length) + (isLabel ? 0.02 : 0);
  };
  // A place is rarely whom one means, where a person or body has the word in its name.
  const importance = (node) => Math.log2(1 + 2 * counts.said(node) + store.documentsNaming(node).length) / 8 - (store.isActor(node) ? 0 : 0.4);
  const hitsFor = (asked) => {
    let candidates = null;
    for (const word of asked) {
      const found = near(word);
      candidates = candidates ? new Set([...candidates].filter((node) => found.has(node))) : found;
    }
    const hits = [];
    for (const node of candidates || []) {
      let best = 0;
      let name = null;
      for (const each of names.get(node)) {
        const value = fit(asked, each);
        if (value > best) [best, name] = [value, each];
      }
      if (best > 0) hits.push({ node, rank: best + importance(node), alias: name.isShown ? name.text : "" });
    }
    return hits;
  };
  // "President Obama", "Mr. Trump": the words of a title tell whom one means, and are no part of the name.
  const findActors = (asked) => {
    const hits = hitsFor(asked);
    const bare = asked.filter((word) => !isTitle(word));
    if (bare.length && bare.length < asked.length) {
      const known = new Map(hits.map((hit, at) => [hit.node, at]));
      for (const hit of hitsFor(bare)) {
        const own = plain(titlesOf(store, hit.node).join(" "));
        const holds = asked.some((word) => !bare.includes(word) && ` ${own} `.includes(` ${word} `));
        hit.rank += holds ? 0.2 : -0.3;
        if (!known.has(hit.node)) hits.push(hit);
        else if (hits[known.get(hit.node)].rank < hit.rank) hits[known.get(hit.node)] = hit;
      }
    }
    return hits.sort((a, b) => b.rank - a.rank || a.node - b.node);
  };

  let contents = null;
  let articles = null;
  const readContents = () => {
    contents = [];
    for (let node = 0; node < store.nodeCount; node += 1) {
      if (store.isContent(node)) contents.push([node, ` ${plain(store.label(node))}`]);
    }
    articles = Array.from({ length: store.documentCount }, (_, number) =>
      [number, ` ${plain(`${store.headline(number)} ${store.outlet(number)}`)}`]);
  };
  const holds = (text, asked) => asked.every((word) => text.includes(` ${word}`));

  // {actors: [{node, alias}], disputes: [node], claims: [node], articles: [document]}, the best first.
  return (question) => {
    const asked = plain(question).split(" ").filter(Boolean);
    if (!asked.length) return { actors: [], disputes: [], claims: [], articles: [] };
    if (!contents) readContents();
    const found = contents.filter(([, text]) => holds(text, asked)).map(([node]) => node);
    return {
      actors: findActors(asked),
      disputes: found.filter((node) => store.disputeOf(node) >= 0),
      claims: found.filter((node) => store.disputeOf(node) < 0),
      articles: articles.filter(([, text]) => holds(text, asked)).map(([number]) => number),
    };
  };
}
