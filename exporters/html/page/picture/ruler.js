// How wide a text is in the letters of the pictures, and texts cut to a width.
let context_2d = null;

export function textWidth(text, font = "600 13px Helvetica, Arial, \"DejaVu Sans\", sans-serif") {
  if (!context_2d) context_2d = document.createElement("canvas").getContext("2d");
  context_2d.font = font;
  return context_2d.measureText(text).width;
}

export function cutToWidth(text, width) {
  if (textWidth(text) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join("")}…`) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
