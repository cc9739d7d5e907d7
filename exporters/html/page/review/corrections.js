// What a reader corrects: lines for the file that `gainsay resolve --overrides` reads. They are kept in memory, in the
// browser's own store where it has one, and, with `gainsay serve`, in the file itself. Nothing here changes the graph.
import { h } from "../base/dom.js";

// A line's fields are separated by "|": what they name must not hold one.
function field(text) {
  return text.replace(/[|\t\r\n]+/g, " ").trim();
}

export function sameLine(a, b) {
  return `same | ${field(a)} | ${field(b)}`;
}

export function differentLine(a, b) {
  return `different | ${field(a)} | ${field(b)}`;
}

export function kindLine(id, kind) {
  return `kind | ${field(id)} | ${kind}`;
}

export function labelLine(id, label) {
  return `label | ${field(id)} | ${field(label)}`;
}

export function makeCorrections(name, remote) {
  const key = `gainsay corrections ${name}`;
  let lines = [];
  let saved = true;
  try {
    lines = (localStorage.getItem(key) || "").split("\n").filter(Boolean);
  } catch (error) {
    // A browser that keeps nothing for files: the lines last as long as the page.
  }
  const listeners = [];
  const changed = () => {
    saved = false;
    try {
      localStorage.setItem(key, lines.join("\n"));
    } catch (error) {
      // As above.
    }
    if (remote) remote.write(lines).then(() => { saved = true; }, () => {});
    for (const listener of listeners) listener();
  };
  addEventListener("beforeunload", (event) => {
    if (!saved && !remote && lines.length) {
      let kept = false;
      try {
        kept = localStorage.getItem(key) === lines.join("\n");
      } catch (error) {
        kept = false;
      }
      if (!kept) event.preventDefault();
    }
  });
  return {
    lines: () => lines,
    has: (line) => lines.includes(line),
    replaceAll(next) {
      lines = next;
      for (const listener of listeners) listener();
    },
    add(...added) {
      const before = lines;
      lines = [...lines, ...added.filter((line) => !lines.includes(line))];
      changed();
      return () => {
        lines = before;
        changed();
      };
    },
    remove(line) {
      lines = lines.filter((each) => each !== line);
      changed();
    },
    listen: (listener) => listeners.push(listener),
    downloaded() { saved = true; },
    asFile: () => `# Corrections made on the page. Use: gainsay build ARTICLES... --overrides corrections.txt\n${lines.join("\n")}\n`,
    isSaved: () => Boolean(remote),
    // What a corrected edge shows.
    markOf: () => null,
    badge: () => (lines.length ? h("span", { class: "count-badge" }, lines.length) : null),
  };
}
