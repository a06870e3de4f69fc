// @ts-check
/**
 * The list of services as render/find_list.py packs it, and the look through it. A look counts for
 * every choice how many results it would give, in the same pass that finds the results: so a count
 * is what a press gives.
 *
 * A service is looked at door by door. Who asks for Crawley and for step-free gets doors in Crawley
 * that are step-free, and not services with one door in Crawley and another without steps.
 */

import { makeIndex, readWords } from "./find-match.js";
import { miles } from "./near.js";
import { spellAt } from "./open.js";

/** @typedef {import("./near.js").Point} Point */
/** @typedef {{town: number, all: Set<number>, words: number[], times: string, at: Point | null, rough: boolean}} Door */
/** @typedef {{id: string, name: string, phone: string, checked: number, standing: number, role: string, paused: boolean, example: boolean, facts: number[], serves: number[], isAfar: boolean, towns: number[], doors: Door[]}} Service `checked` counts days since 1970; a `town` is a number of `areas`. */
/** @typedef {{labels: string[], areas: string[], towns: number, around: number[][], services: Service[], index: import("./find-match.js").Index}} List The first `towns` of `areas` are those with doors. */
/** @typedef {Map<string, {options: Set<number>, many: boolean}>} Groups Choices of a group go together if it takes many; else one takes the place of another. */
/** @typedef {Map<string, number[]>} Chosen By group. */
/** @typedef {{service: Service, doors: Door[], score: number, miles: number, rough: boolean}} Result `miles` is Infinity if nobody knows. */
/** @typedef {{results: Result[], count: (option: number) => number}} Look */
/** @typedef {Record<string, any>} Packed */

export const OPEN = -1;
/** Where "open now" is counted: no vocabulary has as many words. */
const OPEN_AT = 9999;
/** The choice of a town: its number in `areas` goes on from here, beyond all words. */
export const TOWN = 10000;

/** @param {string} text */
const numbers = (text) => Array.from(text, (sign) => (sign.codePointAt(0) ?? 32) - 32);
/** @param {string} text */
const lines = (text) => text.split("\n");
/** @param {number} folded 0 is unknown; then come 0, -1, 1, -2, 2. */
const unfold = (folded) => (folded ? (folded % 2 ? (folded - 1) / 2 : -folded / 2) : null);

/**
 * @param {Packed} tables
 * @param {Packed[]} chunks Rows; those that are in several count once.
 * @returns {List}
 */
export function readList(tables, chunks) {
  const implied = Object.entries(tables.implied).map(
    ([number, from]) => /** @type {[number, Set<number>]} */ ([+number, new Set(numbers(from))]),
  );
  /** @type {Map<string, Service>} */
  const services = new Map();
  for (const rows of chunks)
    for (const service of readRows(tables, rows, implied))
      if (!services.has(service.id)) services.set(service.id, service);
  const list = {
    labels: lines(tables.labels),
    areas: lines(tables.areas),
    towns: tables.middles.length,
    around: tables.middles.length ? lines(tables.around).map(numbers) : [],
    services: [...services.values()].sort((a, b) => a.name.localeCompare(b.name, "en")),
    index: new Map(),
  };
  list.index = makeIndex(wordsOf(list, lines(tables.also)));
  return list;
}

/** @param {Packed} tables @param {Packed} rows @param {[number, Set<number>][]} implied */
function* readRows(tables, rows, implied) {
  const [times, roles] = [lines(tables.times), lines(tables.roles)];
  const [names, phones, facts, serves, has] = [rows.name, rows.phone, rows.facts, rows.serves, rows.has].map(lines);
  const [checked, standing, note, role, counts, town, open, north, east] = [
    rows.checked, rows.standing, rows.note, rows.role, rows.doors, rows.town, rows.open, rows.north, rows.east,
  ].map(numbers);
  let next = 0;
  for (const [row, id] of lines(rows.id).entries()) {
    const own = numbers(facts[row]);
    const areas = numbers(serves[row]);
    const all = own.concat(implied.filter(([, from]) => own.some((n) => from.has(n))).map(([n]) => n));
    /** @type {Door[]} */
    const doors = [];
    for (let left = counts[row]; left > 0; left--, next++) {
      const more = [...numbers(has[next]), TOWN + town[next]];
      const [lat, lon] = [unfold(north[next]), unfold(east[next])];
      const middle = tables.middles[town[next]];
      const at = middle && { lat: (middle[0] + (lat ?? 0)) / 1000, lon: (middle[1] + (lon ?? 0)) / 1000 };
      doors.push(makeDoor([...all, ...more], town[next], times[open[next]], at, lat === null));
    }
    const towns = [...new Set(doors.map((door) => door.town))];
    // They come to a town, or are for its people, without a door there.
    const served = areas.filter((area) => area < tables.middles.length && !towns.includes(area));
    for (const area of served.length || doors.length ? served : [-1])
      doors.push(makeDoor(area < 0 ? all : [...all, TOWN + area]));
    yield {
      id, name: names[row], phone: phones[row], checked: tables.day - checked[row],
      standing: standing[row], role: roles[role[row]], paused: note[row] % 2 === 1, example: note[row] > 1, facts: own,
      serves: areas, isAfar: tables.afar.some((/** @type {number} */ n) => own.includes(n)), towns, doors,
    };
  }
}

/** @param {number[]} words @param {Point | null} [at] @returns {Door} */
function makeDoor(words, town = -1, times = "", at = null, rough = true) {
  const all = new Set(words);
  return { town, all, words: [...all], times, at, rough };
}

const NAME = 4;
const SAID = 2;
const FOLLOWS = 1;

/** @param {List} list @param {string[]} also @returns {Iterable<[number, string[], number]>} */
function* wordsOf({ services, labels, areas }, also) {
  const terms = labels.map((label, n) => readWords(`${label} ${also[n]}`));
  const names = areas.map(readWords);
  for (const [row, { name, facts, towns, serves, doors }] of services.entries()) {
    yield [row, readWords(name), NAME];
    for (const area of new Set([...towns, ...serves])) yield [row, names[area], SAID];
    const said = new Set(facts);
    for (const fact of new Set(doors.flatMap(({ all }) => [...all])))
      if (fact < TOWN) yield [row, terms[fact], said.has(fact) ? SAID : FOLLOWS];
  }
}

/** @type {{minute: number, open: Map<string, boolean>}} What is known of hours in this minute. */
let known = { minute: 0, open: new Map() };

/**
 * Tell whether a door is open. Many doors have the same hours.
 * @param {Door} door @param {number} now Minutes since 1970.
 */
function isOpenAt({ times }, now) {
  const minute = Math.floor(now);
  if (known.minute !== minute) known = { minute, open: new Map() };
  const open = known.open.get(times) ?? spellAt(times, now).mark === "+";
  known.open.set(times, open);
  return open;
}

/**
 * Look through the list.
 * @param {List} list
 * @param {Groups} groups
 * @param {Chosen} chosen
 * @param {{now: number, scores?: Map<number, number> | null, from?: (Point & {rough: boolean}) | null}} [more]
 *   `scores` leaves the services that match what was typed; `from` is where the reader is.
 * @returns {Look}
 */
export function look(list, groups, chosen, { now, scores = null, from = null } = { now: 0 }) {
  const asked = [...chosen].filter(([, options]) => options.length);
  const isOpen = (/** @type {Door} */ door) => isOpenAt(door, now);
  // Arrays of numbers and no sets: this runs at each key press, on slow phones too.
  const counts = new Int32Array(TOWN + list.areas.length);
  const countedFor = new Int32Array(counts.length);
  /** @type {Result[]} */
  const results = [];
  for (const [row, service] of list.services.entries()) {
    const score = scores ? scores.get(row) : 0;
    if (score === undefined) continue;
    /** @param {number} option */
    const count = (option) => {
      const at = option === OPEN ? OPEN_AT : option;
      if (countedFor[at] === row + 1) return;
      countedFor[at] = row + 1;
      counts[at]++;
    };
    const passing = [];
    for (const door of service.doors) {
      const has = (/** @type {number} */ option) => (option === OPEN ? isOpen(door) : door.all.has(option));
      const failed = asked.filter(([, options]) => !options.every(has));
      if (failed.length > 1) continue;
      const group = failed[0] && groups.get(failed[0][0]);
      if (!failed.length) {
        passing.push(door);
        door.words.forEach(count);
        if (isOpen(door)) count(OPEN);
      } else if (group && !group.many) for (const option of group.options) if (has(option)) count(option);
    }
    if (passing.length) results.push({ service, doors: passing, score, ...nearest(passing, from) });
  }
  results.sort(compare);
  return { results, count: (option) => counts[option === OPEN ? OPEN_AT : option] };
}

/**
 * Put first what somebody has made sure of lately, then what fits the words, then what is near. By
 * name they are sorted already.
 * @param {Result} a @param {Result} b
 */
function compare(a, b) {
  const rest = b.score - a.score || (a.miles === b.miles ? 0 : a.miles - b.miles);
  return a.service.standing - b.service.standing || rest;
}

/** @param {Door[]} doors @param {(Point & {rough: boolean}) | null} from */
function nearest(doors, from) {
  let best = { miles: Infinity, rough: false };
  for (const { at, rough } of from ? doors : []) {
    const far = from && at ? miles(from, at) : Infinity;
    if (far < best.miles) best = { miles: far, rough: rough || !!from?.rough };
  }
  return best;
}

/**
 * Give what people around a town can use by phone or online, beside the results for that town.
 * @param {List} list @param {Look} withoutTown @param {Result[]} shown @param {number} town
 */
export function fromAfar(list, withoutTown, shown, town) {
  const own = new Set(shown.map(({ service }) => service));
  const around = new Set(list.around[town]);
  return withoutTown.results.filter(
    ({ service }) => !own.has(service) && service.isAfar && service.serves.some((area) => around.has(area)),
  );
}
