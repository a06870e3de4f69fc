// @ts-check
/**
 * Fields for money on a sheet: what could not be read is told beside the field, once the writer
 * has left it, and rows of costs are added up. The words come from the page.
 */

import { formatPence, parsePence, totalOf } from "./money.js";

/**
 * Say what is wrong with a field, or that nothing is.
 * @param {Element} field
 * @param {string} fault
 */
export function tell(field, fault) {
  const place = document.getElementById(`${field.id}-fault`);
  if (place && place.textContent !== fault) place.textContent = fault;
  if (fault) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

/**
 * Read a field.
 * @param {Element | null} field
 * @returns {number | null} Pence: 0 if it is empty, null if it cannot be read.
 */
export function penceIn(field) {
  if (!(field instanceof HTMLInputElement) || !field.value.trim()) return 0;
  return parsePence(field.value);
}

/**
 * Add up the fields for money below an element.
 * @param {Element} group
 * @returns {number | null} Null if one of them cannot be read.
 */
export function sumOf(group) {
  const sums = [...group.querySelectorAll("[data-rr-money]")].map(penceIn);
  const known = sums.filter((sum) => sum !== null);
  return known.length === sums.length ? totalOf(known) : null;
}

/**
 * Keep an output in step. It stays empty while there is nothing to say.
 * @param {Element | null} output
 * @param {string} text
 */
export function show(output, text) {
  if (output && output.textContent !== text) output.textContent = text;
}

/**
 * Follow the money on a sheet.
 * @param {HTMLFormElement} form With `data-no-sum`: what to say of a field that cannot be read.
 * @param {() => void} work Called whenever something was written, for what else depends on it.
 */
export function mountSums(form, work) {
  const unread = form.dataset.noSum ?? "";
  const add = () => {
    for (const group of form.querySelectorAll("[data-rr-sum]")) {
      const sum = sumOf(group);
      // Nothing yet is no sum: printed, it is a line to write on.
      const words = sum === null ? (form.dataset.noTotal ?? "") : sum ? formatPence(sum) : "";
      show(group.querySelector("tfoot output"), words);
    }
    work();
  };
  form.addEventListener("input", ({ target }) => {
    // A fault is taken back while it is put right, and told only when the field is left.
    if (target instanceof Element && target.matches("[data-rr-money]") && penceIn(target) !== null) tell(target, "");
    add();
  });
  form.addEventListener("change", ({ target }) => {
    if (target instanceof Element && target.matches("[data-rr-money]") && penceIn(target) === null) tell(target, unread);
  });
  form.addEventListener("rr:clear", add);
  add();
}
