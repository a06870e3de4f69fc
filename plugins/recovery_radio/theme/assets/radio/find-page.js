// @ts-check
/**
 * The page `find-help` at work: choices with counts, words with slips, and what is near.
 *
 * What is chosen from the lists is in the address, behind `#`, which browsers send to nobody; so a
 * worker can pass it on, and Back from a service finds it again. What is typed is not: a postcode
 * says where somebody lives, and their own words may say what they use. Each choice takes the last
 * one's place in the history: after "Exit this page" none of them is left for Back to find.
 */

import { find, make } from "./elements.js";
import { chosenOf, fromAddress, groupsOf, isSet, readOptions, set, toAddress, writeCounts } from "./find-choices.js";
import { mountCards } from "./find-cards.js";
import { fromAfar, look, TOWN } from "./find-list.js";
import { mountData } from "./find-data.js";
import { match } from "./find-match.js";

/** @typedef {import("./find-choices.js").Option} Option */
/** @typedef {import("./find-list.js").Look} Look */
/** @typedef {import("./find-list.js").Result} Result */
/** @typedef {import("./find-data.js").From} From */

const ANNOUNCE_MS = 700;
const LOCATE_MS = 400;

const counted = (/** @type {number} */ n) => (n ? /*_*/[`${n} result`, `${n} results`][+(n !== 1)] : /*_*/"No results");

/** @param {HTMLFormElement} form @param {() => void} fail Says that the list could not be loaded. */
export async function mountFind(form, fail) {
  const root = form.dataset.rrFind ?? "";
  const section = find(document, "[data-rr-found]", HTMLElement);
  const heading = find(section, "h2", HTMLElement);
  const status = find(document, "[data-rr-find-status]", HTMLElement);
  const words = find(form, "#find-words", HTMLInputElement);
  const near = find(form, "#find-near", HTMLInputElement);
  const nearFound = find(form, "#find-near-found", HTMLElement);
  const show = find(form, "button[type=submit]", HTMLButtonElement);
  const urgent = find(form, "[data-rr-urgent]", HTMLElement);
  const [main, afar] = [...section.querySelectorAll("[data-rr-find-results]")].map((items, n) =>
    mountCards(/** @type {HTMLElement} */ (items), /** @type {HTMLElement} */ (section.querySelectorAll("[data-rr-find-more]")[n])),
  );
  const options = readOptions(form);
  const groups = groupsOf(options);
  const kinds = { who: groups.get("who")?.options ?? new Set(), how: groups.get("in")?.options ?? new Set() };
  const data = await mountData(root);
  /** @type {From | null} */
  let from = null;
  let wasAsked = false;
  /** @type {Promise<void> | null} What is being fetched for the present choices. */
  let missing = null;
  let announcing = 0;
  let locating = 0;
  fromAddress(options);

  const townOf = () => options.find((option) => option.group === "town" && isSet(option));

  /** @param {Partial<{without: Option, words: boolean}>} [change] */
  const lookWith = ({ without, words: isTyped = true } = {}) => {
    const list = data.list();
    const answer = match(list.index, isTyped ? words.value : "");
    const chosen = chosenOf(options.filter((option) => option !== without));
    return { ...look(list, groups, chosen, { now: Date.now() / 6e4, scores: answer.scores, from }), ...answer };
  };

  /** @param {ReturnType<typeof lookWith>} found @returns {Result[]} */
  const beside = (found) => {
    const town = townOf();
    const list = data.list();
    if (town) return fromAfar(list, lookWith({ without: town }), found.results, town.number - TOWN);
    if (!from) return [];
    const around = new Set(list.around[found.results.find(hasDoor)?.service.towns[0] ?? -1]);
    const reaches = (/** @type {Result} */ { service }) => service.serves.some((area) => around.has(area));
    const others = found.results.filter((result) => !hasDoor(result));
    return [...others.filter(reaches), ...others.filter((result) => !reaches(result))];
  };

  /** @param {string} label @param {() => void} undo */
  const button = (label, undo) => {
    const made = /** @type {HTMLButtonElement} */ (make("button", "md-button", label));
    made.type = "button";
    made.addEventListener("click", () => {
      undo();
      update();
      heading.focus();
    });
    return make("li", "", made);
  };

  const clear = () => {
    for (const option of options) set(option, false);
    words.value = near.value = nearFound.textContent = "";
    from = null;
    wasAsked = true;
  };

  /** @param {boolean} isEmpty Whether nothing was found: then help comes first, and what to leave out. */
  const drawChoices = (isEmpty) => {
    const chosen = isEmpty ? [] : options.filter(isSet);
    const chips = chosen.map((option) => {
      const { label } = option;
      return button(/*_*/`Take off: ${label}`, () => set(option, false));
    });
    if (chosen.length > 1) chips.push(button(/*_*/"Take off all", clear));
    const line = find(section, "[data-rr-find-chosen]", HTMLElement);
    line.replaceChildren(...chips);
    // An empty list would be told of all the same.
    line.hidden = !chips.length;
  };

  /** Say what could be left out, and what that would give. */
  const drawLoosen = () => {
    const ways = options.filter(isSet).map((option) => ({
      label: option.label, undo: () => set(option, false), count: lookWith({ without: option }).results.length,
    }));
    if (words.value.trim())
      ways.push({ label: words.value.trim(), undo: () => void (words.value = ""), count: lookWith({ words: false }).results.length });
    const useful = ways.filter(({ count }) => count).sort((a, b) => b.count - a.count);
    const buttons = useful.map(({ label, undo, count }) => {
      const results = counted(count);
      return button(/*_*/`Without “${label}”: ${results}`, undo);
    });
    find(section, "[data-rr-find-loosen]", HTMLElement).replaceChildren(...buttons, button(/*_*/"Start again", clear));
  };

  /** @param {ReturnType<typeof lookWith>} found */
  const noteOn = ({ unknown, scores }) => [
    ...(unknown.length ? [sayUnknown(unknown.join(" "), !!scores?.size)] : []),
    ...(data.isPart() && !from && !townOf() ? [/*_*/"These can be used from anywhere. Choose a town or type a postcode for places near you."] : []),
  ].join(" ");

  /** @param {ReturnType<typeof lookWith>} found */
  const draw = (found) => {
    const list = data.list();
    const apart = beside(found);
    const inPlace = from && !townOf() ? found.results.filter(hasDoor) : found.results;
    const count = found.results.length;
    const results = counted(count);
    heading.textContent = from && count ? /*_*/`${results}, nearest first` : results;
    const note = find(section, "[data-rr-find-note]", HTMLElement);
    note.textContent = noteOn(found);
    note.hidden = !note.textContent;
    drawChoices(!count);
    find(section, "[data-rr-find-none]", HTMLElement).hidden = count > 0;
    if (!count) drawLoosen();
    const page = { root, heading: "h3", now: Date.now() / 6e4 };
    main(inPlace, list, kinds, page);
    find(section, "[data-rr-find-afar]", HTMLElement).hidden = !apart.length;
    const also = townOf() ? /*_*/"Also by phone or online" : /*_*/"By phone or online";
    find(section, "#found-afar", HTMLElement).textContent = `${also}: ${apart.length}`;
    afar(apart, list, kinds, { ...page, heading: "h4" });
    announce([urgent.hidden ? "" : /*_*/"Urgent help comes first.", heading.textContent, note.textContent]);
  };

  /** @param {string[]} sentences Read out once nobody has typed for a moment. */
  const announce = (sentences) => {
    clearTimeout(announcing);
    const text = sentences.filter(Boolean).map((sentence) => sentence.replace(/\.?$/, ".")).join(" ");
    announcing = setTimeout(() => void (status.textContent = text), ANNOUNCE_MS);
  };

  const refresh = () => {
    const found = lookWith();
    const isIdle = !wasAsked && !from && !words.value.trim() && !options.some(isSet);
    writeCounts(options, (option) => (data.covers(option) ? found.count(option.number) : null));
    const n = found.results.length;
    show.textContent = n ? /*_*/[`Show ${n} result`, `Show ${n} results`][+(n !== 1)] : /*_*/"Show no results";
    section.hidden = isIdle;
    // After a failure it was shown.
    status.classList.add("rr-hidden");
    if (isIdle) announce([]);
    else draw(found);
  };

  const update = () => {
    const address = toAddress(options);
    // Browsers grow slow, and then deaf, if it is written at each key press.
    if (new URL(address, location.href).href !== location.href) history.replaceState(history.state, "", address);
    const town = townOf();
    const more = (missing = data.need(town ? town.number - TOWN : -1, from));
    if (!more) return refresh();
    more.then(refresh, () => {
      if (more !== missing) return;
      // What stands there is for other choices.
      section.hidden = true;
      clearTimeout(announcing);
      fail();
    });
  };

  const locateReader = async () => {
    const typed = near.value;
    const lost = { words: /*_*/"The list could not be loaded" };
    const answer = typed.trim() ? await data.locate(typed).catch(() => lost) : null;
    if (near.value !== typed) return;
    from = answer && "lat" in answer ? { ...answer, rough: answer.precision !== "sector" } : null;
    const place = answer && "label" in answer ? answer.label : "";
    const measured = /*_*/`Measured from ${place}, in a straight line.`;
    nearFound.textContent = !answer ? "" : "words" in answer ? answer.words : measured;
    update();
  };

  form.addEventListener("change", (event) => {
    if (event.target !== near && event.target !== words) update();
  });
  words.addEventListener("input", update);
  near.addEventListener("input", () => {
    clearTimeout(locating);
    locating = setTimeout(() => void locateReader(), LOCATE_MS);
  });
  form.addEventListener("submit", () => {
    wasAsked = true;
    update();
    heading.focus();
  });
  addEventListener("hashchange", () => {
    fromAddress(options);
    update();
  });
  // What was typed before this script came counts too.
  if (near.value) await locateReader();
  else update();
}

/** @param {string} typed @param {boolean} isRest Whether other words were of use. */
const sayUnknown = (typed, isRest) =>
  isRest ? /*_*/`We know nothing for “${typed}”, and left it out.` : /*_*/`We know nothing for “${typed}”.`;

/** @param {Result} result */
const hasDoor = ({ service }) => service.towns.length > 0;
