// Small things about words, numbers and dates.

// "1,390". One formatter for all: making one costs more than a row of a list.
const counting = new Intl.NumberFormat("en");
export const numbered = (count) => counting.format(count);

// The order of names for people.
const collating = new Intl.Collator("en");
export const byName = (a, b) => collating.compare(a, b);

export function plural(count, one, many) {
  return `${numbered(count)} ${count === 1 ? one : many || one + "s"}`;
}

// For comparing: without case and accents, no punctuation.
export function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

export function shorten(text, length) {
  const letters = [...text];
  return letters.length <= length ? text : letters.slice(0, length - 1).join("").trimEnd() + "…";
}

const month_names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

// "2014-10-15" as "15 Oct 2014"; shorter dates and intervals ("2014-03", "2014-09/2014-10") alike.
export function dayName(date) {
  if (!date) return "no date";
  if (date.includes("/")) return date.split("/").map(dayName).join(" to ");
  const [year, month, day] = date.split("T")[0].split("-");
  const named = month_names[Number(month) - 1];
  if (!named) return date;
  return day ? `${Number(day)} ${named} ${year}` : `${named} ${year}`;
}

// Days since 1970 of a date's first day; null where it tells none.
export function dayNumber(date) {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date || "");
  if (!found) return null;
  return Math.floor(Date.UTC(Number(found[1]), Number(found[2] || 1) - 1, Number(found[3] || 1)) / 86400000);
}

export function dateOfDay(day) {
  return new Date(day * 86400000).toISOString().slice(0, 10);
}

// Names in a row: "A, B and 3 more".
export function listed(names, most) {
  if (names.length <= most) return names.join(", ");
  return `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
}
