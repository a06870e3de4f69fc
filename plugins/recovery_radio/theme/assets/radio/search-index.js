// @ts-check
/**
 * The index on the reader's device: which words are asked for, and when older parts of it are.
 *
 * Source: https://pagefind.app/docs/api/
 */

import { readWords } from "./find-match.js";
import { isForm, isOfField, respell, understand } from "./search-words.js";

/** @typedef {{id: string, element: string, location: number}} Anchor */
/** @typedef {{url: string, content: string, locations: number[], anchors: Anchor[], meta: Record<string, string>, filters: Record<string, string[]>}} Found */
/** @typedef {Record<string, Record<string, number>>} Counts */
/** @typedef {{id: string, data: () => Promise<Found>}} Result */
/** @typedef {{results: Result[], filters: Counts}} Answer */
/** @typedef {Record<string, string>} Chosen Filters and what is chosen of each. */
/** @typedef {{said: string[], unknown: string[]}} Reading What is searched for, and what no page has. */

export { readWords };
export const PER_STEP = 5;
/** Else a list of one line about naloxone would come before the page that explains it. */
const RANKING = { pageLength: 0.1 };

/**
 * @param {URL} site Root of the site.
 * @param {number} parts How many older parts the index has.
 */
export async function openIndex(site, parts) {
  const pagefind = await import(new URL("pagefind/pagefind.js", site).href);
  // A worker would cost a slow phone one more script and two more waits.
  const index = pagefind.createInstance({ noWorker: true, ranking: RANKING });
  let left = parts;
  /** @type {string[]} */
  const added = [];

  /** @param {string[]} words @param {Chosen} chosen @returns {Promise<Answer>} */
  const search = (words, chosen) => {
    // What an older part has in full, the first index has by its title too.
    const filters = added.length ? { ...chosen, not: { part: { any: added } } } : chosen;
    return index.search(words.join(" ") || null, { filters });
  };

  /** @param {string[]} words Those of them that no page has. */
  const findUnknown = async (words) => {
    const { results } = await search(words, {});
    if (!results.length && words.length > 1) {
      const each = await Promise.all(words.map((word) => findUnknown([word])));
      return each.flat();
    }
    // The first tells; the others are wanted at once if it does.
    const [found] = await Promise.all(results.slice(0, PER_STEP).map((result) => result.data()));
    const marked = found ? markedWords(found) : [];
    return words.filter((word) => !marked.some((mark) => isForm(mark, word)));
  };

  /** @param {string[]} all The most telling word that any page has. @returns {Promise<string[]>} */
  const rarest = async (all) => {
    const field = all.filter(isOfField);
    const words = field.length ? field : all;
    const counts = await Promise.all(words.map(async (word) => (await search([word], {})).results.length));
    const least = Math.min(...counts.filter(Boolean));
    return words.filter((_, i) => counts[i] === least).slice(0, 1);
  };

  const addOlder = async () => {
    await index.mergeIndex(new URL(`pagefind/older-${left}/`, site).pathname, { ranking: RANKING });
    added.push(String(left--));
  };

  /** @param {string[]} words Those that no page has, nor an older programme if nothing else is meant. @param {boolean} isLiteral */
  const findLost = async (words, isLiteral) => {
    const unknown = await findUnknown(words);
    const misspelt = isLiteral ? [] : unknown.filter((word) => respell(word).length);
    let lost = unknown.filter((word) => !misspelt.includes(word));
    while (lost.length && left) {
      await addOlder();
      lost = await findUnknown(lost);
    }
    return [...misspelt, ...lost];
  };

  /** @param {string[]} words Whether any page has all of them. */
  const isTogether = async (words) => {
    while (!(await search(words, {})).results.length) {
      if (!left) return false;
      await addOlder();
    }
    return true;
  };

  return {
    /** @returns {Promise<Counts>} */
    filters: () => index.filters(),
    search,
    hasOlder: () => left > 0,
    addOlder,
    /**
     * Read what was typed as words that the index has.
     * @param {string} typed
     * @param {boolean} isLiteral Whether to search for no other words than these.
     * @returns {Promise<Reading>}
     */
    async read(typed, isLiteral) {
      const words = isLiteral ? readWords(typed) : understand(typed);
      const unknown = words.length ? await findLost(words, isLiteral) : [];
      const others = words.flatMap((word) => (!unknown.includes(word) ? word : isLiteral ? [] : respell(word)));
      const missing = unknown.length && others.length ? await findUnknown(others) : [];
      const said = [...new Set(others)].filter((word) => !missing.includes(word));
      // A station may say it in the reader's own words.
      if (!said.length && words.length && !isLiteral) return this.read(typed, true);
      if (said.length < 2 || (await isTogether(said))) return { said, unknown };
      return { said: await rarest(said), unknown: words };
    },
  };
}

/**
 * Look for words, step by step: in the first index, then in older parts.
 * @param {Awaited<ReturnType<typeof openIndex>>} index
 * @param {string[]} said
 * @param {Chosen} chosen
 * @param {(answer: Answer) => void} tell Told of each answer before its results.
 * @returns {AsyncGenerator<Found, void>}
 */
export async function* look(index, said, chosen, tell) {
  const seen = new Set();
  for (;;) {
    const answer = await index.search(said, chosen);
    tell(answer);
    for (let at = 0; at < answer.results.length; at += PER_STEP) {
      const step = answer.results.slice(at, at + PER_STEP);
      for (const found of await Promise.all(step.map((result) => result.data()))) {
        if (!seen.has(found.url)) yield found;
        seen.add(found.url);
      }
    }
    if (!said.length || !index.hasOlder()) return;
    await index.addOlder();
  }
}

/** @param {Found} found */
function markedWords({ content, locations }) {
  const words = content.split(/\s+/);
  return locations.flatMap((location) => readWords(words[location] ?? ""));
}
