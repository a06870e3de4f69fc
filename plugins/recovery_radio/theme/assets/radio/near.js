// @ts-check
/**
 * How far away: what is typed is looked up in `places.json` (`render/postcodes.py`), which is the
 * same for everybody. No request and no address has it.
 *
 * @typedef {{lat: number, lon: number}} Point Degrees.
 * @typedef {Point & {precision: "sector" | "district" | "town", label: string}} Found
 * @typedef {"unknown" | "northern-ireland" | "channel-islands-or-man" | "not-a-postcode"} Problem
 * @typedef {{[key: string]: string}} Names
 * @typedef {{districts: Names, sectors: Names, towns: {[key: string]: number[]}}} Places
 */

const SHAPE = /^([A-Z]{1,2})(\d[A-Z\d]?) (\d[A-Z]{0,2})?$/;
/** @type {Names} */
const SLIPS = { 0: "O", O: "0", 1: "I", I: "1", L: "1" };
/** @type {Names} */
const ELSEWHERE = { BT: /*_*/"Northern Ireland", GY: "Guernsey", IM: /*_*/"the Isle of Man", JE: "Jersey" };

/**
 * Read a postcode or its beginning: `sw1a1aa`, `SWIA`.
 * @param {string} text
 * @param {(district: string, area: string) => unknown} [known]
 */
export function parsePostcode(text, known = () => true) {
  const parts = text.trim().toUpperCase().split(/\W+/);
  const all = parts.join("");
  if (all.length > 7 || !/\d/.test(all)) return null;
  let ways = [""];
  for (const sign of all)
    ways = ways.flatMap((way) => [sign, ...(SLIPS[sign] ?? "")].map((next) => way + next));
  const wrong = (way = "") => [...way].filter((sign, i) => sign !== all[i]).length;
  let first = null;
  for (const way of ways.sort((a, b) => wrong(a) - wrong(b)))
    // A whole one parts before the last three signs, others at the space.
    for (const at of [all.length - 3, parts[1] ? parts[0].length : 4, 4, 3, 2]) {
      const found = SHAPE.exec(`${way.slice(0, at)} ${way.slice(at)}`);
      if (!found) continue;
      const [, area, number, inward = ""] = found;
      const code = { area, district: area + number, inward };
      if (known(code.district, area)) return code;
      first ??= code;
    }
  return first;
}

/** @param {string} [rows] @param {Point} [at] */
function unpack(rows = "", { lat, lon } = { lat: 0, lon: 0 }) {
  return [...rows.matchAll(/(\S+) (\S+) (\S+)/g)].map(([, name, north, east]) => {
    lat += +north / 1000;
    lon += +east / 1000;
    return { name, lat, lon };
  });
}

const letters = (text = "") => text.toLowerCase().replace(/[^a-z]/g, "");

/**
 * Count letters that are wrong, missing, too many, swapped.
 * @param {string} a @param {string} b @param {number} most @returns {number}
 */
export function slips(a, b, most) {
  if (most < 0 || !a || !b) return a.length + b.length;
  const [c, d] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return slips(c, d, most);
  const swapped = +(a[0] === d[0] && b[0] === c[0]);
  const ways = [[a, d], [c, b], [c.slice(swapped), d.slice(swapped)]];
  return 1 + Math.min(...ways.map(([e, f]) => slips(e, f, most - 1)));
}

/** @param {string} text @param {Places["towns"]} towns */
function findTown(text, towns) {
  const typed = letters(text);
  const most = typed[7] ? 2 : typed[3] ? 1 : 0;
  const [best, second] = Object.keys(towns)
    .map((town) => {
      const name = letters(town);
      // A whole name comes before one that is only begun.
      const ways = [-1, 0, 1, 99].map((more) => {
        const begun = name.slice(0, typed.length + more);
        return slips(typed, begun, most) + +(more < 2) / 2;
      });
      return { town, off: name[0] === typed[0] ? Math.min(...ways) : 9 };
    })
    .sort((a, b) => a.off - b.off);
  return typed[2] && best?.off < most + 1 && best.off !== second?.off ? best.town : "";
}

/**
 * Find where the reader is; `label` is what was understood.
 * @param {string} text A postcode, its beginning, or a town.
 * @param {Places} data
 * @returns {Found | {problem: Problem, words: string}}
 */
export function locate(text, data) {
  const centre = (district = "", area = "") =>
    unpack(data.districts[area]).find(({ name }) => area + name === district);
  /** @param {Problem} problem */
  const no = (problem, words = "") => ({ problem, words: /*_*/`${words}, or choose a town from the list.` });
  const code = parsePostcode(text, (district, area) => ELSEWHERE[area] ?? centre(district, area));
  if (!code) {
    const label = findTown(text, data.towns);
    if (!label) return no("not-a-postcode", /*_*/"We know no such postcode or town. Look again");
    const [lat, lon] = data.towns[label];
    return { lat, lon, precision: "town", label };
  }
  const { area, district, inward } = code;
  const there = ELSEWHERE[area];
  if (there)
    return no(
      area === "BT" ? "northern-ireland" : "channel-islands-or-man",
      /*_*/`We have no distances for ${there}. Look at what covers the whole UK`,
    );
  const middle = centre(district, area);
  if (!middle) return no("unknown", /*_*/`We know no postcode ${district}. Look again`);
  const rows = unpack(data.sectors[district], middle).filter(({ name }) => name[0] === inward[0]);
  if (!rows[0]) return { ...middle, precision: "district", label: district };
  const near = inward[2] ? rows.filter(({ name }) => name <= inward).slice(-1) : rows;
  /** @param {"lat" | "lon"} axis */
  const mean = (axis) => near.reduce((sum, row) => sum + row[axis], 0) / near.length;
  return { lat: mean("lat"), lon: mean("lon"), precision: "sector", label: `${district} ${inward}` };
}

/** @param {Point} a @param {Point} b */
export function miles(a, b) {
  const turn = Math.PI / 180;
  const [lat, lon] = [a.lat - b.lat, a.lon - b.lon].map((x) => Math.sin((x * turn) / 2) ** 2);
  const bend = Math.cos(a.lat * turn) * Math.cos(b.lat * turn);
  return 7917.5 * Math.asin(Math.sqrt(lat + bend * lon));
}

/** @param {number} miles @param {boolean} [rough] If either point is a district or town. */
export function say(miles, rough) {
  if (rough && miles < 2.5) return /*_*/"Under 3 miles away";
  if (miles < 0.5) return /*_*/"Under half a mile away";
  const step = miles < 20 ? 1 : 5;
  const n = Math.max(1, Math.round(miles / step) * step);
  return /*_*/[`About ${n} mile away`, `About ${n} miles away`][+(n !== 1)];
}
