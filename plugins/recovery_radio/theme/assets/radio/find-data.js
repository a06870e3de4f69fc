// @ts-check
/**
 * Fetches the list of services: one file, or of a large directory the chunks for where the reader
 * looks. Which chunk is asked for tells a postcode area and no more, as the page of a town would.
 */

import { readList, TOWN } from "./find-list.js";
import { locate } from "./near.js";

/** @typedef {import("./find-list.js").List} List */
/** @typedef {import("./near.js").Point & {rough: boolean}} From */
/** @typedef {Awaited<ReturnType<typeof mountData>>} Data */

const AFAR = "afar";
/** In degrees of latitude, 40 miles or so: whose chunks are fetched for somebody who is here. */
const NEARBY = 0.6;

/** @param {URL} url */
async function load(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url.pathname}: ${answer.status}`);
  return answer.json();
}

/** @param {string} root The way to the site's root. */
export async function mountData(root) {
  const folder = new URL(`${root}/assets/radio/`, location.href);
  const tables = await load(new URL("find.json", folder));
  /** @type {string[][] | null} */
  const chunksOf = tables.chunks === undefined ? null : tables.chunks.split("\n").map((/** @type {string} */ keys) => keys.split(" "));
  /** @type {Map<string, object>} */
  const loaded = new Map(chunksOf ? [] : [["", tables]]);
  /** @type {Promise<any> | undefined} */
  let places;
  let list = readList(tables, [...loaded.values()]);

  /** @param {number} town @param {From | null} from */
  const keysFor = (town, from) => {
    const keys = new Set([AFAR, ...(chunksOf?.[town] ?? [])]);
    for (const [n, middle] of tables.middles.entries())
      if (from && middle && isNear(from, middle)) for (const key of chunksOf?.[n] ?? []) keys.add(key);
    return [...keys].filter((key) => !loaded.has(key));
  };

  return {
    list: () => list,
    /** Whether only a part of the directory is here. */
    isPart: () => chunksOf !== null,
    /** Whether the count of a choice is known. @param {import("./find-choices.js").Option} option */
    covers: ({ group, number }) =>
      !chunksOf || group !== "town" || chunksOf[number - TOWN].every((key) => loaded.has(key)),
    /**
     * Fetch what is missing for a place.
     * @param {number} town @param {From | null} from
     * @returns {Promise<void> | null} Nothing is missing.
     */
    need: (town, from) => {
      const keys = chunksOf ? keysFor(town, from) : [];
      if (!keys.length) return null;
      return Promise.all(keys.map((key) => load(new URL(`find/${key}.json`, folder)))).then((chunks) => {
        chunks.forEach((chunk, n) => loaded.set(keys[n], chunk));
        list = readList(tables, [...loaded.values()]);
      });
    },
    /** @param {string} text A postcode or a town. */
    locate: async (text) => {
      places ??= load(new URL("places.json", folder));
      places.catch(() => void (places = undefined));
      return locate(text, await places);
    },
  };
}

/** @param {From} from @param {[number, number]} middle In thousandths of a degree. */
function isNear(from, [lat, lon]) {
  const shrink = Math.cos((from.lat * Math.PI) / 180);
  return Math.hypot(from.lat - lat / 1000, (from.lon - lon / 1000) * shrink) < NEARBY;
}
