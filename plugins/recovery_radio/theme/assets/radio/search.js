// @ts-check
/**
 * The search page. Nothing is fetched before the reader uses it, and what they type stays out of the
 * address and the history.
 */

import { find } from "./elements.js";
import { showUrgent } from "./urgent.js";

/** @typedef {import("./search-index.js").Counts} Counts */
/** @typedef {import("./search-index.js").Found} Found */
/** @typedef {import("./search-index.js").Reading} Reading */

const PAUSE_MS = 200;
const URGENT = /*_*/"Urgent help comes first.";

/**
 * Bring the index, and the scripts that read it: all at once, since each wait is long on a slow line.
 * @param {HTMLElement} root
 */
async function bring(root) {
  const site = new URL(`${root.dataset.rrSearch}/`, location.href);
  const pagefind = new URL("pagefind/pagefind.js", site).href;
  const program = document.createElement("link");
  program.rel = "preload";
  program.as = "fetch";
  program.crossOrigin = "anonymous";
  program.href = new URL(`pagefind/wasm.${document.documentElement.lang.toLowerCase()}.pagefind`, site).href;
  document.head.append(program);
  const [{ openIndex, ...more }, drawing] = await Promise.all([
    import("./search-index.js"),
    import("./search-results.js"),
    import("./search-words.js"),
    import(pagefind),
  ]);
  return { index: await openIndex(site, Number(root.dataset.rrParts)), ...more, ...drawing };
}

/**
 * Say what was found, and what else was searched for than typed.
 * @param {string} typed
 * @param {Reading} reading
 * @param {number} count
 * @param {boolean} isUrgent Whether urgent help is shown.
 */
function describe(typed, { said, unknown }, count, isUrgent) {
  const n = count;
  const results = /*_*/[`${n} result`, `${n} results`][+(n !== 1)];
  // Whoever is in danger need not hear what their words lack.
  if (isUrgent) return count ? /*_*/`Urgent help comes first. ${results} below` : URGENT;
  if (!count && typed && !said.length) return /*_*/`No page has “${typed}”. Try another word.`;
  if (!count) return /*_*/"Nothing found. Try another word, or fewer choices.";
  if (!typed) return results;
  const meant = said.join(" ");
  const found = /*_*/`${results} for “${meant}”`;
  return unknown.length ? /*_*/`No page has “${typed}”.` + " " + found : found;
}

/**
 * Show how many results each choice would leave, and which choices there are at all.
 * @param {HTMLSelectElement} select
 * @param {Record<string, number>} counts
 * @param {Record<string, string>} names
 */
function drawCounts(select, counts, names) {
  const known = new Map([...select.options].map((option) => [option.value, option]));
  for (const [value, count] of Object.entries(counts)) {
    let option = known.get(value);
    if (!option) {
      option = new Option("", value);
      select.append(option);
    }
    option.textContent = `${names[value] ?? value} (${count})`;
  }
}

/** @param {HTMLButtonElement} button @param {string} words Empty to hide it. */
function offer(button, words) {
  button.textContent = words;
  button.parentElement?.toggleAttribute("hidden", !words);
}

/** @param {HTMLElement} root An element with `data-rr-search`, the path to the site's root. */
export function mountSearch(root) {
  const form = find(root, "form", HTMLFormElement);
  const input = find(root, "input", HTMLInputElement);
  const status = find(root, "[role=status]", HTMLElement);
  const urgent = find(root, "[data-rr-urgent]", HTMLElement);
  const list = find(root, "ol", HTMLOListElement);
  const more = find(root, "[data-rr-search-more]", HTMLButtonElement);
  const literal = find(root, "[data-rr-search-literal]", HTMLButtonElement);
  const selects = [...root.querySelectorAll("select")];

  /** @type {ReturnType<typeof bring> | undefined} */
  let loading;
  /** @type {AsyncGenerator<Found, void> | undefined} */
  let results;
  /** @type {string[]} */
  let said = [];
  let shown = 0;
  let total = 0;
  let turn = 0;
  let timer = 0;

  /** @param {HTMLSelectElement} [except] */
  const filters = (except) => {
    const chosen = selects.filter((select) => select.value && select !== except);
    return Object.fromEntries(chosen.map(({ name, value }) => [name, value]));
  };
  /** Say so if nothing can be fetched; what was found for these words stays. */
  const fail = () => {
    // Pagefind does not ask again for what it could not fetch; a new one does.
    loading = undefined;
    if (!shown) list.replaceChildren();
    offer(more, "");
    offer(literal, "");
    status.textContent = /*_*/"The search could not be loaded. The lists below have everything too.";
  };
  /** @param {Promise<void>} work Begun in this turn. */
  const attempt = (work) => {
    const now = turn;
    work.catch(() => {
      if (now === turn) fail();
    });
  };
  const isEmpty = () => !input.value.trim() && !selects.some((select) => select.value);
  /** @param {Counts} counts @param {Record<string, string>} names */
  const drawAll = (counts, names) => {
    for (const select of selects) drawCounts(select, counts[select.name] ?? {}, names);
  };

  /** Bring the index when it is first wanted, and the choices once it is there. */
  const load = () => {
    loading ??= bring(root).then((brought) => {
      // With words there, results come first, and the choices after them.
      if (isEmpty()) void clear(brought).catch(() => {});
      return brought;
    });
    loading.catch(fail);
    return loading;
  };

  /** Show what each choice would give, made instead of the one in the same list. */
  const count = async () => {
    const now = turn;
    const { index, KINDS } = await load();
    await index.filters();
    const chosen = selects.filter((select) => select.value);
    const [all, ...instead] = await Promise.all([undefined, ...chosen].map((each) => index.search(said, filters(each))));
    if (now !== turn) return;
    drawAll(all.filters, KINDS);
    chosen.forEach((each, i) => drawCounts(each, instead[i].filters[each.name] ?? {}, KINDS));
  };

  /** @param {boolean} isAsked Whether to move on to the first of the new results. */
  const showMore = async (isAsked) => {
    const now = turn;
    const { index, drawResult, PER_STEP } = await load();
    /** @type {HTMLElement[]} */
    const items = [];
    const hasWords = input.value.trim() !== "";
    while (items.length < PER_STEP) {
      const next = await results?.next();
      if (now !== turn || !next || next.done) break;
      items.push(drawResult(next.value));
      shown += 1;
    }
    if (now !== turn) return;
    list.append(...items);
    offer(more, shown < total || (hasWords && index.hasOlder()) ? /*_*/"Show more results" : "");
    if (isAsked) items[0]?.querySelector("a")?.focus();
    // Results are of use without numbers beside the choices.
    await count().catch(() => {});
  };

  /** @param {Awaited<ReturnType<typeof bring>>} brought */
  const clear = async ({ index, KINDS }) => {
    list.replaceChildren();
    status.textContent = "";
    offer(more, "");
    offer(literal, "");
    const counts = await index.filters();
    if (isEmpty()) drawAll(counts, KINDS);
  };

  /** @param {boolean} isLiteral Whether to search for no other words than these. */
  const run = async (isLiteral) => {
    const now = ++turn;
    // What stands there is for other words.
    shown = 0;
    const brought = await load();
    if (now !== turn) return;
    if (isEmpty()) return clear(brought);
    const { index, look, readWords } = brought;
    const typed = input.value.trim();
    const reading = await index.read(typed, isLiteral);
    if (now !== turn) return;
    list.replaceChildren();
    said = reading.said;
    shown = total = 0;
    const isOther = !reading.unknown.length && said.join(" ") !== readWords(typed).join(" ");
    offer(literal, isOther ? /*_*/`Search for “${typed}” as typed` : "");
    offer(more, "");
    if (typed && !said.length) {
      results = undefined;
      // Pagefind takes words that it could not fetch for words that no page has.
      if (!navigator.onLine) return fail();
      status.textContent = describe(typed, reading, 0, !urgent.hidden);
      return;
    }
    results = look(index, said, filters(), (answer) => {
      if (now !== turn) return;
      total = answer.results.length;
      status.textContent = describe(typed, reading, total, !urgent.hidden);
    });
    await showMore(false);
  };

  const later = () => {
    clearTimeout(timer);
    showUrgent(urgent, input.value);
    if (!urgent.hidden) status.textContent = URGENT;
    timer = setTimeout(() => attempt(run(false)), PAUSE_MS);
  };

  form.hidden = false;
  form.addEventListener("focusin", () => void load().catch(() => {}), { once: true });
  form.addEventListener("input", later);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    later();
  });
  more.addEventListener("click", () => attempt(showMore(true)));
  literal.addEventListener("click", () => {
    input.focus();
    attempt(run(true));
  });
}

for (const root of document.querySelectorAll("[data-rr-search]")) {
  if (root instanceof HTMLElement) mountSearch(root);
}
