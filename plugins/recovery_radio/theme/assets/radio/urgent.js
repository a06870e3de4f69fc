// @ts-check
/** Help for words of danger: shown at once, from what the page holds, with nothing fetched. */

import { isUrgent } from "./find-match.js";

/**
 * Show the answers whose signs are in what somebody types, or none.
 * @param {HTMLElement} aside Of `partials/urgent.html`.
 * @param {string} text
 */
export function showUrgent(aside, text) {
  const answers = [...aside.querySelectorAll("[data-rr-signs]")];
  for (const answer of answers)
    answer.toggleAttribute("hidden", !isUrgent(text, answer.getAttribute("data-rr-signs")?.split("|") ?? []));
  aside.hidden = answers.every((answer) => answer.hasAttribute("hidden"));
}
