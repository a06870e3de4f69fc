// @ts-check
/**
 * Says when doors are open by the opening_hours library: `node hours.mjs CASES...`.
 *
 * A file of cases is JSON: instants `from` and `to` in milliseconds, `step` between them, and
 * `doors`, each with the `state` of the United Kingdom whose holidays count, and `texts`, of
 * which each may open the door. Prints one JSON object: by file, for each door, a string of one
 * digit an instant: 0 for closed, 1 for open, 2 for unknown.
 *
 * The library works with the clock of the device: run it with TZ=Europe/London.
 */
import { readFileSync } from "node:fs";
import OpeningHours from "opening_hours";

/** @typedef {{ state: string, texts: string[] }} Door */

const CLOSED = 0;
const OPEN = 1;
const UNKNOWN = 2;

/** @param {{ from: number, to: number, step: number, doors: Door[] }} cases */
function ask({ from, to, step, doors }) {
  return doors.map(({ state, texts }) => {
    const seen = new Uint8Array(Math.ceil((to - from) / step)).fill(CLOSED);
    const place = { lat: 54, lon: -2, address: { country_code: "gb", state } };
    for (const text of texts) {
      const rules = new OpeningHours(text, place);
      for (const [start, end, unknown] of rules.getOpenIntervals(new Date(from), new Date(to))) {
        const first = Math.max(0, Math.ceil((start.getTime() - from) / step));
        for (let at = first; at < seen.length && from + at * step < end.getTime(); at += 1) {
          if (seen[at] !== OPEN) seen[at] = unknown ? UNKNOWN : OPEN;
        }
      }
    }
    return seen.join("");
  });
}

const found = Object.fromEntries(
  process.argv.slice(2).map((path) => [path, ask(JSON.parse(readFileSync(path, "utf-8")))]),
);
console.log(JSON.stringify(found));
