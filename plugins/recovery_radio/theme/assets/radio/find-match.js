// @ts-check
/**
 * Words that somebody types, matched with words of the list: whole, begun or misspelt. Whoever is
 * in a hurry types `methodone`, `nalox` or `my son is on ket`; a word that nothing matches is left
 * out and told of, instead of ending the search.
 */

import { slips } from "./near.js";

/** @typedef {Map<string, Map<number, number>>} Index By word: the rows that have it, and how much it says of each. */
/** @typedef {{scores: Map<number, number> | null, unknown: string[]}} Answer `scores` is null if nothing was asked. */

const WHOLE = 4;
const BEGUN = 2;
const MISSPELT = 1;
export const STOP = new Set(
  "a about am an and any at be by can do for from get go have help i im in is it me my near need of on or our please service services somebody someone somewhere support take taking the to use uses using want was we what where who with you".split(" "),
);

/** @param {string} text */
export function readWords(text) {
  const plain = text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f'’]/g, "");
  return plain.match(/[a-z0-9]+/g) ?? [];
}

/**
 * @param {Iterable<[number, string[], number]>} rows A row's number, words of it, and how much they say.
 * @returns {Index}
 */
export function makeIndex(rows) {
  /** @type {Index} */
  const index = new Map();
  for (const [row, words, weight] of rows) {
    for (const word of words) {
      const found = index.get(word) ?? new Map();
      index.set(word, found.set(row, Math.max(weight, found.get(row) ?? 0)));
    }
  }
  return index;
}

/**
 * Find the rows that have all the words which any row has.
 * @param {Index} index
 * @param {string} text
 * @returns {Answer}
 */
export function match(index, text) {
  const typed = readWords(text);
  const asked = typed.filter((word) => !STOP.has(word));
  /** @type {Map<number, number> | null} */
  let scores = null;
  const unknown = [];
  for (const word of asked) {
    const found = rowsWith(index, word);
    if (!found.size) unknown.push(word);
    else if (!scores) scores = found;
    else {
      const before = scores;
      scores = new Map([...found].filter(([row]) => before.has(row)));
      for (const [row, score] of scores) scores.set(row, score + (before.get(row) ?? 0));
    }
  }
  // Nothing that was typed is known: then nothing is found.
  return { scores: scores ?? (unknown.length ? new Map() : null), unknown };
}

/** @param {Index} index @param {string} typed */
function rowsWith(index, typed) {
  /** @type {Map<number, number>} */
  const rows = new Map();
  const begun = [...index.keys()].filter((word) => word.startsWith(typed));
  const most = typed.length > 7 ? 2 : typed.length > 3 ? 1 : 0;
  const words = begun.length || !most ? begun : closest([...index.keys()], typed, most);
  for (const word of words) {
    const quality = word === typed ? WHOLE : begun.length ? BEGUN : MISSPELT;
    for (const [row, weight] of index.get(word) ?? [])
      rows.set(row, Math.max(quality * weight, rows.get(row) ?? 0));
  }
  return rows;
}

/**
 * Keep the words that are nearest to what was typed, whole or begun.
 * @param {string[]} words @param {string} typed @param {number} most
 */
function closest(words, typed, most) {
  let best = most;
  /** @type {string[]} */
  let kept = [];
  for (const word of words) {
    if (word.length < typed.length - best || (word[0] !== typed[0] && word[1] !== typed[1])) continue;
    const off = Math.min(slips(typed, word, best), slips(typed, word.slice(0, typed.length), best));
    if (off < best) kept = [];
    if (off <= best) kept.push(word);
    best = Math.min(best, off);
  }
  return kept;
}

/**
 * Tell whether a text speaks of danger: it has one of the words, or all words of a phrase in a row.
 * A word may have a slip, and a long one may be begun.
 * @param {string} text
 * @param {string[]} signs Words and phrases.
 */
export function isUrgent(text, signs) {
  const typed = readWords(text);
  return signs.some((sign) => {
    const words = readWords(sign);
    return typed.some((_, at) => words.every((word, i) => isMeant(typed[at + i] ?? "", word)));
  });
}

/** @param {string} typed @param {string} word */
function isMeant(typed, word) {
  if (typed === word) return true;
  return typed.length > 4 && word.length > 4 && (word.startsWith(typed) || typed.startsWith(word) || slips(typed, word, 1) < 2);
}
