// @ts-check
/**
 * One result as the reader sees it: where it leads, what it says, and from which minute on. No result
 * is ever parsed as HTML.
 */

import { clock, link, make } from "./elements.js";

/** @typedef {import("./search-index.js").Found} Found */

const WORDS = 24;
/** Words before the first that was searched for. */
const LEAD = 6;
const JUMPS = 3;

/** @type {Record<string, string>} */
export const KINDS = {
  programme: /*_*/"Programmes",
  service: /*_*/"Services",
  guidance: /*_*/"Guidance",
  training: /*_*/"Training",
  page: /*_*/"Pages",
};

/**
 * Cut out the stretch with the most marks.
 * @param {string[]} words
 * @param {number[]} marks Ascending places in `words`, at least one of them from `from` to `to`.
 * @param {number} from
 * @param {number} to
 * @returns {(string | HTMLElement)[]}
 */
export function excerpt(words, marks, from, to) {
  const inside = marks.filter((mark) => mark >= from && mark < to);
  /** @param {number} start */
  const held = (start) => inside.filter((mark) => mark >= start && mark < start + WORDS - LEAD).length;
  const best = inside.reduce((most, mark) => (held(mark) > held(most) ? mark : most));
  const start = Math.max(from, Math.min(best - LEAD, to - WORDS));
  const end = Math.min(start + WORDS, to);
  const pieces = words.slice(start, end).flatMap((word, i) => {
    if (!marks.includes(start + i)) return [`${word} `];
    return [make("mark", "", word), " "];
  });
  return [start > from ? "… " : "", ...pieces, end < to ? "…" : ""];
}

/**
 * Find the turns of a transcript that have the most of what was searched for, in the order in which
 * they are said.
 * @param {Found} found
 * @param {string[]} words Of the page.
 */
export function findTurns({ anchors, locations }, words) {
  const turns = anchors.filter(({ id }) => /^t=\d+$/.test(id)).sort((a, b) => a.location - b.location);
  const heard = turns.map((turn, i) => {
    const to = turns[i + 1]?.location ?? words.length;
    const inside = locations.filter((place) => place >= turn.location && place < to);
    // Forms of one word begin alike.
    const kinds = new Set(inside.map((place) => words[place].toLowerCase().slice(0, 4)));
    return { seconds: Number(turn.id.slice(2)), from: turn.location, to, kinds: kinds.size, count: inside.length };
  });
  const most = Math.max(0, ...heard.map(({ kinds }) => kinds));
  return heard
    .filter(({ kinds }) => kinds && kinds === most)
    .sort((a, b) => b.count - a.count)
    .slice(0, JUMPS)
    .sort((a, b) => a.seconds - b.seconds);
}

/**
 * @param {Found} found
 * @returns {HTMLElement}
 */
export function drawResult(found) {
  const words = found.content.split(/\s+/);
  const marks = [...found.locations].sort((a, b) => a - b);
  const turns = findTurns(found, words);
  const spoken = Math.min(words.length, ...found.anchors.filter(({ id }) => id.startsWith("t=")).map((a) => a.location));
  const title = make("h2", "", link(found.url, found.meta.title));
  const item = make("li", "", title, make("p", "rr-facts", describe(found)));
  if (marks[0] < spoken) item.append(make("p", "", ...excerpt(words, marks, 0, spoken)));
  if (turns.length) item.append(drawJumps(found.url, words, marks, turns));
  return item;
}

/** @param {Found} found */
function describe({ filters }) {
  const kinds = (filters.kind ?? []).map((kind) => KINDS[kind] ?? kind);
  return [...kinds, ...(filters.town ?? [])].join(" · ");
}

/** @param {string} url @param {string[]} words @param {number[]} marks @param {ReturnType<typeof findTurns>} turns */
function drawJumps(url, words, marks, turns) {
  const jumps = turns.map(({ seconds, from, to }) => {
    const time = clock(seconds);
    return make("li", "", link(`${url}#t=${seconds}`, /*_*/`At ${time}`), " ", ...excerpt(words, marks, from, to));
  });
  const list = make("ul", "rr-jumps", ...jumps);
  list.setAttribute("aria-label", /*_*/"Where it is said");
  return list;
}
