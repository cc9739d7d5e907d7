// Looking closer at a picture: Ctrl and wheel, drag of a mouse, two fingers. One finger scrolls the page, and so does the
// wheel alone.

export function panAndZoom(picture, width, height) {
  let view = { x: 0, y: 0, w: width, h: height };
  const look = () => picture.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
  const point = (x, y) => new DOMPoint(x, y).matrixTransform(picture.getScreenCTM().inverse());
  const zoom = (factor, at) => {
    const w = Math.min(width * 1.5, Math.max(width / 8, view.w * factor));
    const ratio = w / view.w;
    const middle = at || { x: view.x + view.w / 2, y: view.y + view.h / 2 };
    view = { x: middle.x - (middle.x - view.x) * ratio, y: middle.y - (middle.y - view.y) * ratio, w, h: view.h * ratio };
    look();
  };
  const pan = (dx, dy) => {
    view = { ...view, x: view.x + dx, y: view.y + dy };
    look();
  };
  const fit = () => {
    view = { x: 0, y: 0, w: width, h: height };
    look();
  };
  picture.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, point(event.clientX, event.clientY));
  }, { passive: false });
  let grip = null;
  picture.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button === 0) grip = { x: event.clientX, y: event.clientY, moved: false };
  });
  picture.addEventListener("pointermove", (event) => {
    if (!grip || !(event.buttons & 1)) return;
    const from = point(grip.x, grip.y);
    const to = point(event.clientX, event.clientY);
    if (!grip.moved && Math.hypot(event.clientX - grip.x, event.clientY - grip.y) < 5) return;
    grip = { x: event.clientX, y: event.clientY, moved: true };
    pan(from.x - to.x, from.y - to.y);
  });
  // What was dragged was not chosen.
  picture.addEventListener("click", (event) => {
    if (grip && grip.moved) event.stopPropagation();
    grip = null;
  }, true);
  let pinch = null;
  const fingers = (event) => {
    const [a, b] = event.touches;
    return { far: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY), x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2 };
  };
  picture.addEventListener("touchstart", (event) => {
    pinch = event.touches.length === 2 ? fingers(event) : null;
    if (pinch) event.preventDefault();
  }, { passive: false });
  picture.addEventListener("touchmove", (event) => {
    if (!pinch || event.touches.length !== 2) return;
    event.preventDefault();
    const now = fingers(event);
    const from = point(pinch.x, pinch.y);
    const to = point(now.x, now.y);
    pan(from.x - to.x, from.y - to.y);
    if (now.far > 0) zoom(pinch.far / now.far, point(now.x, now.y));
    pinch = now;
  }, { passive: false });
  picture.addEventListener("touchend", () => { pinch = null; });
  return { zoom, pan, fit, view: () => view };
}
