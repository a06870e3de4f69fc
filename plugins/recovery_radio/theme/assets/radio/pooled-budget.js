// @ts-check
/** Several people buy together: what they have, what it costs, and each one's share to the penny. */

import { formatPence, shareOut, totalOf } from "./money.js";
import { mountSums, penceIn, show, sumOf } from "./sums.js";

/** @typedef {{output: Element, name: HTMLInputElement, sum: HTMLInputElement}} Row */

/**
 * @param {HTMLElement} table
 * @returns {Row[]}
 */
function rowsOf(table) {
  return [...table.querySelectorAll("tbody tr")].flatMap((row) => {
    const [name, sum] = row.querySelectorAll("input");
    const output = row.nextElementSibling?.querySelector("output");
    return name && sum && output ? [{ output, name, sum }] : [];
  });
}

/**
 * Say what each one's share is, and what comes back. Nothing is said before there is a rule, nor of
 * parts of nothing.
 * @param {HTMLElement} table Its data have the words.
 * @param {number} cost Pence.
 * @param {string | undefined} rule How the cost is shared: `even`, or in `part` as they put in.
 */
function shareAmong(table, cost, rule) {
  const rows = rowsOf(table);
  const members = rows.filter(({ name, sum }) => name.value.trim() || sum.value.trim());
  const given = members.map(({ sum }) => penceIn(sum) ?? 0);
  for (const { output } of rows) show(output, "");
  if (!rule || (rule === "part" && !totalOf(given))) return;
  const shares = shareOut(cost, rule === "even" ? given.map(() => 1) : given);
  const { share = "", back = "", owes = "", odd = "" } = table.dataset;
  members.forEach(({ output }, index) => {
    const { pence, odd: isOdd } = shares[index];
    const rest = given[index] - pence;
    const words = [share.replace("£0", formatPence(pence)), isOdd ? odd : "", (rest < 0 ? owes : back).replace("£0", formatPence(Math.abs(rest)))];
    show(output, words.filter(Boolean).join(" "));
  });
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} people
 * @param {HTMLElement} things
 */
function mountPool(form, people, things) {
  const rest = form.querySelector("[data-rr-pool]");
  if (!(rest instanceof HTMLElement)) return;
  mountSums(form, () => {
    const [pool, cost] = [sumOf(people), sumOf(things)];
    const rule = form.querySelector("input[name=pool-rule]:checked");
    if (pool === null || cost === null || !cost) {
      show(rest, "");
      for (const { output } of rowsOf(people)) show(output, "");
      return;
    }
    const { left = "", short = "" } = rest.dataset;
    show(rest, (cost > pool ? short : left).replace("£0", formatPence(Math.abs(pool - cost))));
    shareAmong(people, cost, rule?.getAttribute("value") ?? undefined);
  });
}

const form = document.querySelector("form[data-rr-sheet]");
const people = document.getElementById("pool-people");
const things = document.getElementById("pool-things");
if (form instanceof HTMLFormElement && people && things) mountPool(form, people, things);
