// @ts-check
/**
 * What can be chosen on the page `find-help`, read from its own form, and how the address names it:
 * `#need=drinking&town=Crawley&has=step-free,dogs`.
 */

import { TOWN } from "./find-list.js";

/** @typedef {HTMLOptionElement | HTMLInputElement} Element */
/** @typedef {{group: string, value: string, number: number, label: string, element: Element}} Option */

/** @param {HTMLFormElement} form @returns {Option[]} */
export function readOptions(form) {
  const elements = [...form.querySelectorAll("[data-rr-number]")];
  return elements.flatMap((element) => {
    if (!(element instanceof HTMLOptionElement || element instanceof HTMLInputElement)) return [];
    const select = element.closest("select");
    const group = (element instanceof HTMLInputElement ? element : select)?.name ?? "";
    const words = element instanceof HTMLInputElement ? element.nextElementSibling : element;
    const label = (words?.textContent ?? "").replace(/ \(\d+\)$/, "").trim();
    const number = Number(element.dataset.rrNumber) + (group === "town" ? TOWN : 0);
    return [{ group, value: element.value, number, label, element }];
  });
}

/** @param {Option[]} options @returns {import("./find-list.js").Groups} */
export function groupsOf(options) {
  /** @type {import("./find-list.js").Groups} */
  const groups = new Map();
  for (const { group, number, element } of options) {
    const found = groups.get(group) ?? { options: new Set(), many: false };
    found.options.add(number);
    found.many = element instanceof HTMLInputElement && found.options.size > 1;
    groups.set(group, found);
  }
  return groups;
}

/** @param {Option} option */
export const isSet = ({ element }) =>
  element instanceof HTMLInputElement ? element.checked : element.selected;

/** @param {Option} option @param {boolean} on */
export function set({ element }, on) {
  if (element instanceof HTMLInputElement) element.checked = on;
  else {
    const select = element.closest("select");
    if (select && (on || element.selected)) select.value = on ? element.value : "";
  }
}

/** @param {Option[]} options @returns {import("./find-list.js").Chosen} */
export function chosenOf(options) {
  /** @type {import("./find-list.js").Chosen} */
  const chosen = new Map();
  for (const option of options.filter(isSet))
    chosen.set(option.group, [...(chosen.get(option.group) ?? []), option.number]);
  return chosen;
}

/**
 * Print how many results each choice would leave.
 * @param {Option[]} options @param {(option: Option) => number | null} count
 */
export function writeCounts(options, count) {
  for (const option of options) {
    const found = count(option);
    const words = found === null ? "" : `(${found})`;
    const { element, label } = option;
    const line = element instanceof HTMLInputElement ? element.parentElement?.lastElementChild : element;
    const text = element instanceof HTMLInputElement ? words : `${label} ${words}`.trim();
    // A look at each key press would else draw a hundred texts anew.
    if (line && line.textContent !== text) line.textContent = text;
  }
}

/** @param {Option[]} options */
export function toAddress(options) {
  /** @type {Map<string, string[]>} */
  const parts = new Map();
  for (const { group, value } of options.filter(isSet))
    parts.set(group, [...(parts.get(group) ?? []), encodeURIComponent(value)]);
  const hash = [...parts].map(([group, values]) => `${group}=${values.join(",")}`).join("&");
  return hash ? `#${hash}` : location.pathname + location.search;
}

/**
 * Choose what the address names, if it names choices at all and no place on the page.
 * @param {Option[]} options
 */
export function fromAddress(options) {
  if (!location.hash.includes("=")) return;
  const named = new URLSearchParams(location.hash.slice(1));
  for (const option of options) set(option, false);
  for (const option of options)
    if (named.get(option.group)?.split(",").includes(option.value)) set(option, true);
}
