// A picture, taken away: SVG with its looks as attributes and real text, or PNG of twice the size, with a title, the
// filters in words and the date.
import { svg } from "../base/dom.js";
import { save } from "../part/save.js";

const looks = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight", "font-family", "opacity", "paint-order", "text-anchor"];

// A copy that needs no style sheet.
function copyOf(picture, title, note) {
  const copied = picture.cloneNode(true);
  const originals = picture.querySelectorAll("*");
  copied.querySelectorAll("*").forEach((element, place) => {
    const style = getComputedStyle(originals[place]);
    for (const look of looks) element.setAttribute(look, style.getPropertyValue(look));
    for (const name of ["class", "role", "tabindex", "aria-label", "aria-pressed", "data-key"]) element.removeAttribute(name);
  });
  copied.querySelectorAll(".target").forEach((element) => element.remove());
  const [x, y, w, h] = picture.getAttribute("viewBox").split(" ").map(Number);
  const ground = getComputedStyle(document.body);
  const text = { fill: ground.color, "font-family": "Helvetica, Arial, sans-serif" };
  copied.prepend(svg("rect", { x, y: y - 40, width: w, height: h + 66, fill: ground.backgroundColor }));
  copied.append(svg("text", { ...text, x: x + 8, y: y - 14, "font-size": 18, "font-weight": 700 }, title),
    svg("text", { ...text, x: x + 8, y: y + h + 18, "font-size": 12 }, note));
  copied.setAttribute("viewBox", `${x} ${y - 40} ${w} ${h + 66}`);
  copied.setAttribute("width", w);
  copied.setAttribute("height", h + 66);
  copied.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  for (const name of ["class", "role", "aria-label", "style"]) copied.removeAttribute(name);
  return copied;
}

export function keepSvg(picture, name, title, note) {
  save(`${name}.svg`, new XMLSerializer().serializeToString(copyOf(picture, title, note)), "image/svg+xml");
}

export function keepPng(picture, name, title, note) {
  const copied = copyOf(picture, title, note);
  const url = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copied)], { type: "image/svg+xml" }));
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    canvas.width = 2 * Number(copied.getAttribute("width"));
    canvas.height = 2 * Number(copied.getAttribute("height"));
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(url);
    canvas.toBlob((blob) => save(`${name}.png`, blob, "image/png"));
  };
  image.src = url;
}
