// Rules of WCAG 2.2 (A and AA) that a program can check, of the page as it is shown now. Gives a list of sentences, one
// for each fault. Runs in the page, by tests/cli/page_access_test.py.
(() => {
  const faults = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const describe = (e) => `<${e.tagName.toLowerCase()} class="${e.getAttribute("class") || ""}"> ${(e.textContent || "").trim().slice(0, 40)}`;
  const fault = (rule, e, more) => faults.push(`${rule}: ${describe(e)}${more ? ` (${more})` : ""}`);
  const shown = (e) => {
    if (e.closest("[hidden]")) return false;
    const style = getComputedStyle(e);
    const box = e.getBoundingClientRect();
    return style.visibility !== "hidden" && style.display !== "none" && box.width > 0 && box.height > 0;
  };

  // The name that readers of screens say, as far as this page makes names.
  const nameOf = (e) => {
    if (e.getAttribute("aria-label")) return e.getAttribute("aria-label").trim();
    const by = (e.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean).map((id) => document.getElementById(id));
    if (by.length) return by.map((each) => (each ? each.textContent : "")).join(" ").trim();
    if (e.labels && e.labels.length) return [...e.labels].map((label) => [...label.childNodes].filter((n) => n !== e).map((n) => n.textContent).join("")).join(" ").trim();
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(e.tagName)) return (e.title || "").trim();
    const title = e.querySelector(":scope > title");
    return (e.textContent || (title ? title.textContent : "") || e.title || "").trim();
  };

  // 1.3.1, 2.4.2, 3.1.1: the document.
  if (!document.documentElement.lang) faults.push("lang: the page has no language");
  if (!document.title.trim()) faults.push("title: the page has no title");
  if (all("main").length !== 1) faults.push("landmarks: one main expected");
  if (all("h1").filter(shown).length !== 1) faults.push("headings: one h1 expected");
  let level = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6").filter(shown)) {
    const now = Number(heading.tagName[1]);
    if (now > level + 1) fault("headings: a level is left out", heading, `h${level} to h${now}`);
    if (!heading.textContent.trim()) fault("headings: empty", heading);
    level = now;
  }
  const navs = all("nav").filter(shown).map((nav) => nav.getAttribute("aria-label"));
  if (new Set(navs).size !== navs.length || navs.includes(null)) faults.push(`landmarks: navigations need names of their own: ${navs}`);
  for (const node of document.body.children) {
    if (!node.matches("main, header, nav, footer, a.skip, #toast, script, style, noscript") && shown(node)) fault("landmarks: outside of all", node);
  }

  // 4.1.1 of old, 4.1.2: ids, roles, states.
  const ids = new Map();
  for (const e of all("[id]")) {
    if (ids.has(e.id)) fault("ids: twice", e, e.id);
    ids.set(e.id, e);
  }
  for (const attribute of ["aria-controls", "aria-labelledby", "aria-describedby", "aria-activedescendant"]) {
    for (const e of all(`[${attribute}]`)) {
      for (const id of e.getAttribute(attribute).split(/\s+/)) if (!ids.has(id)) fault(`${attribute}: points nowhere`, e, id);
    }
  }
  const roles = new Set(["button", "combobox", "group", "img", "listbox", "option", "region", "search", "status", "alert"]);
  for (const e of all("[role]")) if (!roles.has(e.getAttribute("role"))) fault("role: unknown here", e, e.getAttribute("role"));
  for (const e of all("[role=option]")) if (!e.closest("[role=listbox]") || !e.hasAttribute("aria-selected")) fault("role: option", e);
  for (const e of all("[role=combobox]")) if (!["true", "false"].includes(e.getAttribute("aria-expanded"))) fault("role: combobox", e);
  for (const e of all("[role=img], [role=region], [role=group], [role=listbox], section[aria-label], aside, form")) {
    if (e.matches("form, aside, [role]") && !nameOf({ getAttribute: (n) => e.getAttribute(n), labels: null, tagName: "X", querySelector: () => null, textContent: "", title: "" })) fault("name: needed", e);
  }
  for (const e of all("[aria-hidden=true]")) if (e.querySelector("a[href], button, input, select, [tabindex]")) fault("aria-hidden: holds what can be focused", e);

  // 2.1.1, 2.4.3, 2.4.4, 3.3.2, 4.1.2: what can be used.
  const usable = all("a[href], button, input, select, textarea, summary, [tabindex], [role=button]");
  for (const e of usable) {
    if (e.tabIndex > 0) fault("tabindex: above 0", e);
    if (!shown(e)) continue;
    if (!nameOf(e) && !e.matches("main, h1, li")) fault("name: none", e);
    const inner = e.matches("a[href], button, [role=button], summary") && e.querySelector("a[href], button, input, select, [tabindex]");
    if (inner) fault("nested: one thing to use within another", e);
    // 2.5.8: 24 pixels, but links within sentences.
    const box = e.getBoundingClientRect();
    const isInline = e.tagName === "A" || e.tagName === "a" || e.closest("label");
    if (!isInline && !e.matches("main, h1, li, [role=region]") && (box.width < 24 || box.height < 24)) fault("target: smaller than 24 pixels", e, `${Math.round(box.width)}×${Math.round(box.height)}`);
    // 2.5.3: the name has what is seen.
    if (!e.matches("a, button, summary, g, input")) continue;
    const label = e.getAttribute("aria-label");
    const seen = (e.tagName === "g" ? [...e.querySelectorAll("text")].map((t) => t.firstChild ? t.firstChild.textContent : "").join(" ") : e.textContent).replace(/[…]/g, "").trim();
    if (label && /[\p{L}]{3}/u.test(seen) && !label.toLowerCase().includes(seen.toLowerCase())) fault("label in name", e, `${label} / ${seen}`);
  }
  for (const e of all("*")) {
    const style = getComputedStyle(e);
    if (/(auto|scroll)/.test(style.overflowX + style.overflowY) && shown(e) && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1) &&
        e.tabIndex < 0 && !e.querySelector("a[href], button, input, select, [tabindex='0']") && e !== document.documentElement && e !== document.body) fault("scroll: a region that keys cannot reach", e);
  }
  for (const e of all("ul, ol")) if ([...e.children].some((child) => child.tagName !== "LI")) fault("list: other children than li", e);
  for (const e of all("li")) if (!e.parentElement.matches("ul, ol")) fault("list: li without a list", e);
  for (const table of all("table")) {
    if (!table.querySelector("th")) fault("table: no headers", table);
    for (const th of table.querySelectorAll("th")) if (!th.hasAttribute("scope")) fault("table: a header without scope", th);
  }
  for (const a of all("a[target=_blank]")) if (!/new tab/.test(nameOf(a))) fault("link: opens a new tab unsaid", a);

  // 1.4.3, 1.4.11: contrast of texts and of the borders of fields.
  const channel = (value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const parse = (color) => {
    const parts = (color.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);
    return { rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1 };
  };
  const luminance = (rgb) => rgb.map((value) => channel(value / 255)).reduce((sum, value, place) => sum + value * [0.2126, 0.7152, 0.0722][place], 0);
  const contrast = (a, b) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);
  const over = (top, ground) => top.rgb.map((value, place) => value * top.alpha + ground[place] * (1 - top.alpha));
  const groundOf = (e) => {
    const chain = [];
    for (let at = e; at; at = at.parentElement) chain.unshift(parse(getComputedStyle(at).backgroundColor));
    return chain.reduce((ground, color) => over(color, ground), [255, 255, 255]);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const e = node.parentElement;
    if (!node.textContent.trim() || seen.has(e) || !shown(e) || e.closest("script, style, noscript, title, option, .unseen, .skip, .faint, :disabled")) continue;
    seen.add(e);
    const style = getComputedStyle(e);
    const isPicture = e instanceof SVGElement;
    const text = parse(isPicture ? style.fill : style.color);
    let ground = groundOf(isPicture ? e.closest("figure") || document.body : e);
    const box = isPicture && e.closest("g.node") ? e.closest("g.node").querySelector("rect") : null;
    if (box) ground = over(parse(getComputedStyle(box).fill), ground);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const found = contrast(over(text, ground), ground);
    if (found < (isLarge ? 3 : 4.5)) fault("contrast", e, found.toFixed(2));
    if (size < 11) fault("size: letters below 11 pixels", e, String(size));
  }
  for (const e of all("input, select, button")) {
    if (!shown(e) || e.disabled || parseFloat(getComputedStyle(e).borderTopWidth) === 0) continue;
    const found = contrast(parse(getComputedStyle(e).borderTopColor).rgb, groundOf(e.parentElement));
    if (found < 3) fault("contrast of a border", e, found.toFixed(2));
  }
  return faults;
})()
