// @ts-check
/** Cards of services, as theme/radio/partials/service-card.html makes them, and lists that grow. */

import { link, make } from "./elements.js";
import { say } from "./near.js";
import { state } from "./open.js";

/** @typedef {import("./find-list.js").Result} Result */
/** @typedef {import("./find-list.js").List} List */
/** @typedef {{who: Set<number>, how: Set<number>}} Kinds Which words say whom it is for, and how to get in. */

const PER_STEP = 10;
const DAY = new Intl.DateTimeFormat(/*_tag*/"en-GB", { dateStyle: "long", timeZone: "UTC" });

/** @param {string} phone */
const dial = (phone) => "tel:" + phone.replaceAll(" ", "").replace(/^0/, "+44");

/**
 * @param {Result} result
 * @param {List} list
 * @param {Kinds} kinds
 * @param {{root: string, heading: string, now: number}} page
 */
function drawCard({ service, doors, miles, rough }, list, { who, how }, { root, heading, now }) {
  const { labels, areas } = list;
  /** @param {Set<number>} some */
  const said = (some) => service.facts.filter((fact) => some.has(fact)).map((fact) => labels[fact]);
  const places = (service.towns.length ? service.towns : service.serves).map((area) => areas[area]);
  const what = [labels[service.facts[0]], places.join(", "), ...said(who)];
  const [day, role] = [DAY.format(service.checked * 864e5), service.role];
  const checked = /*_*/`Checked ${day}, by: ${role}`;
  const flags = [
    service.standing > 1 ? /*_*/"Not confirmed" : service.paused ? /*_*/"Paused" : "",
    service.example ? /*_*/"Invented example" : "",
  ].filter(Boolean);
  const facts = make("p", "rr-card__facts");
  if (service.phone) facts.append(Object.assign(link(dial(service.phone), service.phone), { dir: "ltr" }), " · ");
  facts.append(checked, ...flags.flatMap((flag) => [" · ", make("strong", "", flag)]));
  const distance = miles < Infinity ? say(miles, rough) : "";
  const far = distance ? [make("p", "rr-card__far", distance)] : [];
  return make(
    "li",
    "rr-card",
    make(heading, "rr-card__title", link(`${root}/services/${service.id}/`, service.name)),
    ...far,
    make("p", "rr-card__what", what.join(" · ")),
    ...drawTimes(service.towns.length > 1, doors, areas, now),
    make("p", "rr-card__facts", /*_*/"How to get in:" + " " + said(how).join(", ")),
    facts,
  );
}

/** @param {boolean} named @param {import("./find-list.js").Door[]} doors @param {string[]} areas @param {number} now */
function drawTimes(named, doors, areas, now) {
  return doors.filter((door) => door.times).map((door) => {
    const line = make("p", "rr-open", state(door.times, now));
    line.dataset.rrOpen = door.times;
    if (named) line.dataset.town = areas[door.town];
    return line;
  });
}

/**
 * Mount a list that shows a few results, and more when asked.
 * @param {HTMLElement} items @param {HTMLElement} more The button, in a line of its own.
 * @returns {(results: Result[], list: List, kinds: Kinds, page: {root: string, heading: string, now: number}) => void}
 */
export function mountCards(items, more) {
  /** @type {() => HTMLElement[]} */
  let drawNext = () => [];
  more.addEventListener("click", () => drawNext()[0]?.querySelector("a")?.focus());
  return (results, list, kinds, page) => {
    const waiting = [...results];
    drawNext = () => {
      const cards = waiting.splice(0, PER_STEP).map((result) => drawCard(result, list, kinds, page));
      items.append(...cards);
      if (more.parentElement) more.parentElement.hidden = waiting.length === 0;
      return cards;
    };
    items.replaceChildren();
    drawNext();
  };
}
