// Lists that hold what was asked for and no more: a page of entries, then "Show 30 more of 1,390".
import { button, h } from "../base/dom.js";
import { plural } from "../base/words.js";

export const page_size = 25;

// `row` makes an entry's element; `noun` names entries in the button. Headings: `group` gives an entry's heading, which is
// shown where it changes.
export function pagedList(entries, row, { noun = "entry", many, group, empty = "Nothing under these filters.", size } = {}) {
  if (!entries.length) return h("p", { class: "quiet" }, empty);
  const step = size || page_size;
  const place = h("div", { class: "paged" });
  let shown = 0;
  let heading = null;
  let list = null;
  const more = h("p", { class: "more" });
  const show = () => {
    const first = shown;
    for (const entry of entries.slice(shown, shown + step)) {
      const name = group ? group(entry) : null;
      if (!list || name !== heading) {
        heading = name;
        list = h("ol", { class: "entries" });
        if (name) more.before(h("h2", { class: "group" }, name));
        more.before(list);
      }
      list.append(h("li", null, row(entry)));
      shown += 1;
    }
    more.replaceChildren();
    if (shown < entries.length) {
      const next = Math.min(step, entries.length - shown);
      more.append(button(`Show ${next} more of ${plural(entries.length, noun, many)}`, show));
    }
    if (first > 0) {
      const entry = place.querySelectorAll(":scope > ol > li")[first];
      if (entry) {
        entry.tabIndex = -1;
        entry.focus();
      }
    }
  };
  place.append(more);
  show();
  return place;
}
