// @ts-check
/** The planner for a test budget: what is left of the sum after the plan, and after the receipts. */

import { formatPence } from "./money.js";
import { mountSums, penceIn, show, sumOf } from "./sums.js";

/** @param {HTMLFormElement} form */
function mountBudget(form) {
  const budget = form.querySelector("[data-rr-budget] input");
  /** @type {HTMLElement[]} */
  const rests = [...form.querySelectorAll("[data-rr-rest]")];

  mountSums(form, () => {
    const sum = penceIn(budget);
    for (const rest of rests) {
      const group = document.getElementById(rest.dataset.rrRest ?? "");
      const costs = group && sumOf(group);
      const { left = "", over = "" } = rest.dataset;
      if (!sum || costs === null) show(rest, "");
      else show(rest, (costs > sum ? over : left).replace("£0", formatPence(Math.abs(sum - costs))));
    }
  });
}

const form = document.querySelector("form[data-rr-sheet]");
if (form instanceof HTMLFormElement) mountBudget(form);
