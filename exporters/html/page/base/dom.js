// Elements. What comes from articles becomes text, never markup: children are text nodes or elements, attributes are set
// by name, and no function here takes HTML.

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  add(element, children);
  return element;
}

// Puts children (elements, texts, lists of them; null and false are nothing) at the element's end.
export function add(element, children) {
  for (const child of Array.isArray(children) ? children : [children]) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) add(element, child);
    else element.append(child instanceof Node ? child : String(child));
  }
  return element;
}

export function h(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

export function svg(tag, props, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), props, children);
}

// A text of an article or a name: its direction, and any control of direction in it, ends with it.
export function bdi(text, props) {
  return h("bdi", props, text);
}

export function button(label, action, props) {
  return h("button", { type: "button", onclick: action, ...props }, label);
}

// Says something to readers of screens and, for a moment, to everybody. `undo` adds a button.
export function toast(text, undo) {
  const place = document.getElementById("toast");
  const close = () => place.replaceChildren();
  place.replaceChildren(h("p", null, text, " ", undo && button("Undo", () => { close(); undo(); }), " ",
    button("×", close, { "aria-label": "Close this message" })));
  clearTimeout(toast.timer);
  toast.timer = setTimeout(close, 8000);
}
