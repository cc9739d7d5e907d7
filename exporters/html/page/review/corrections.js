// What a reader corrects: lines for the file that `gainsay resolve --overrides` reads. They are kept in memory, in the
// browser's own store where it has one, and, with `gainsay serve`, in the file itself. Nothing here changes the graph.
import { h, toast } from "../base/dom.js";

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

export const acceptLine = (place) => `accept | ${place}`;
export const dropLine = (place) => `drop | ${place}`;
export const apartLine = (place) => `apart | ${place}`;
export const stanceLine = (place, stance) => `stance | ${place} | ${stance}`;
export const speakerLine = (place, name, kind) => `speaker | ${place} | ${field(name)} | ${kind}`;

// The statements that a line is about, by their places.
export function namedPlaces(line) {
  return line.split(" | ").slice(1, 3).filter((each) => /:\d+-\d+$/.test(each));
}

// The browser's own store; a browser that keeps nothing for files has none.
function localLines(key) {
  return {
    read() {
      try {
        return (localStorage.getItem(key) || "").split("\n").filter(Boolean);
      } catch (error) {
        return [];
      }
    },
    // Whether they are kept.
    write(lines) {
      try {
        localStorage.setItem(key, lines.join("\n"));
        return true;
      } catch (error) {
        return false;
      }
    },
  };
}

export function makeCorrections(name, remote) {
  const local = localLines(`gainsay corrections ${name}`);
  let lines = remote ? [] : local.read();
  let saved = true;
  const listeners = [];
  const tell = () => { for (const listener of listeners) listener(); };
  // `change` makes new lines of old ones.
  const apply = (change) => {
    const before = lines;
    lines = change(lines);
    if (remote) {
      remote.write(change).then((now) => {
        lines = now;
        tell();
      }, (error) => {
        lines = before;
        tell();
        toast(`Not saved: ${error.message}`);
      });
    } else {
      saved = local.write(lines);
    }
    tell();
  };
  if (remote) {
    remote.read().then((now) => {
      lines = now;
      tell();
    }, (error) => toast(`The corrections cannot be read: ${error.message}`));
  }
  addEventListener("beforeunload", (event) => { if (!saved && lines.length) event.preventDefault(); });
  return {
    // Without the comments that a file may have.
    lines: () => lines.filter((line) => !line.startsWith("#")),
    // Gives what takes them back.
    add(...added) {
      const fresh = added.filter((line) => !lines.includes(line));
      apply((now) => [...now, ...fresh.filter((line) => !now.includes(line))]);
      return () => apply((now) => now.filter((line) => !fresh.includes(line)));
    },
    // The new lines for the old ones; gives what takes that back.
    swap(old, added) {
      const gone = lines.filter((line) => old.includes(line) && !added.includes(line));
      const fresh = added.filter((line) => !lines.includes(line));
      apply((now) => [...now.filter((line) => !gone.includes(line)), ...fresh.filter((line) => !now.includes(line))]);
      return () => apply((now) => [...now.filter((line) => !fresh.includes(line)), ...gone.filter((line) => !now.includes(line))]);
    },
    // The same for the lines of these verbs about statements at the places.
    replace(verbs, places, added) {
      return this.swap(lines.filter((line) => verbs.includes(line.split(" | ")[0]) && places.includes(line.split(" | ")[1])), added);
    },
    remove: (line) => apply((now) => now.filter((each) => each !== line)),
    listen: (listener) => listeners.push(listener),
    downloaded() { saved = true; },
    asFile: () => `# Corrections made on the page, for: gainsay build ARTICLES --overrides corrections.txt\n${lines.join("\n")}\n`,
    isSaved: () => Boolean(remote),
    badge: () => (lines.length ? h("span", { class: "count-badge" }, lines.length) : null),
  };
}
