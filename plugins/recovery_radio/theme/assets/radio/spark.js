// @ts-check
/** The application for a Small Spark: the sum within its bounds, and beside it what the parts come to. */

import { formatPence } from "./money.js";
import { mountSums, penceIn, show, sumOf, tell } from "./sums.js";

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} asked What holds the field for the sum, and the bounds.
 * @param {HTMLInputElement} field
 */
function mountSpark(form, asked, field) {
  const { least, most, tooLittle = "", tooMuch = "" } = asked.dataset;
  const parts = form.querySelector("[data-rr-sum]");
  const compared = form.querySelector("[data-rr-compared]");
  if (!parts || !(compared instanceof HTMLElement)) return;

  const compare = () => {
    const [sum, costs] = [penceIn(field), sumOf(parts)];
    const { same = "", more = "", less = "" } = compared.dataset;
    if (!sum || !costs) return show(compared, "");
    const words = sum === costs ? same : sum < costs ? more : less;
    show(compared, words.replace("£0", formatPence(Math.abs(sum - costs))));
  };
  field.addEventListener("change", () => {
    const sum = penceIn(field);
    if (sum === null || !field.value.trim()) return;
    const words = sum < Number(least) ? tooLittle : sum > Number(most) ? tooMuch : "";
    tell(field, words.replace("£0", formatPence(sum)));
  });
  mountSums(form, compare);
}

const form = document.querySelector("form[data-rr-sheet]");
const asked = form?.querySelector("[data-rr-asked]");
const field = asked?.querySelector("input");
if (form instanceof HTMLFormElement && asked instanceof HTMLElement && field) mountSpark(form, asked, field);
