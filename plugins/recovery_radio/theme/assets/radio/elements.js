// @ts-check
/** What several scripts need to find and to make parts of a page. */

/**
 * Find a part, or say which one is missing.
 * @template {Element} E
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => E} kind
 * @returns {E}
 */
export function find(root, selector, kind) {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`There is no ${selector}.`);
  return found;
}

/** @param {string} name @param {string} [kind] @param {(string | Node)[]} content */
export function make(name, kind = "", ...content) {
  const element = document.createElement(name);
  if (kind) element.className = kind;
  element.append(...content);
  return element;
}

/** @param {string} address @param {string} text */
export function link(address, text) {
  return Object.assign(make("a", "", text), { href: address });
}

/**
 * Write a place in a recording, as pages do.
 * @param {number} seconds
 */
export function clock(seconds) {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = String(Math.floor(seconds % 60)).padStart(2, "0");
  return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}
