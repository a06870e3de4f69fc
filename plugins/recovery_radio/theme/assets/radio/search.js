// @ts-check
/**
 * The search page. Nothing is fetched before the reader uses it, what they type stays out of the
 * address and the history, and no result is ever parsed as HTML.
 *
 * Source: https://pagefind.app/docs/api/
 */

/** @typedef {{url: string, excerpt: string, meta: Record<string, string>, filters: Record<string, string[]>}} Found */
/** @typedef {Record<string, Record<string, number>>} Counts */
/** @typedef {{results: {data: () => Promise<Found>}[], filters: Counts}} Answer */
/** @typedef {{filters: () => Promise<Counts>, search: (query: string | null, options: object) => Promise<Answer>}} Index */

const PER_STEP = 5;
const PAUSE_MS = 200;

/** @type {Record<string, string>} */
const KINDS = {
  programme: "Programmes",
  service: "Services",
  guidance: "Guidance",
  training: "Training",
  page: "Pages",
};

/**
 * Turn an excerpt into text and `mark` elements. Pagefind escapes angle brackets and nothing else.
 * @param {string} excerpt
 * @returns {(string | HTMLElement)[]}
 */
export function parseExcerpt(excerpt) {
  return excerpt.split(/(<mark>.*?<\/mark>)/s).map((piece) => {
    const marked = /^<mark>(.*)<\/mark>$/s.exec(piece);
    const text = (marked ? marked[1] : piece).replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    if (!marked) return text;
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });
}

/**
 * @param {Found} found
 * @returns {HTMLLIElement}
 */
function drawResult(found) {
  const item = document.createElement("li");
  const heading = document.createElement("h2");
  const link = document.createElement("a");
  link.href = found.url;
  link.textContent = found.meta.title;
  heading.append(link);
  const facts = document.createElement("p");
  facts.className = "rr-facts";
  const kinds = (found.filters.kind ?? []).map((kind) => KINDS[kind] ?? kind);
  facts.textContent = [...kinds, ...(found.filters.town ?? [])].join(" · ");
  const excerpt = document.createElement("p");
  excerpt.append(...parseExcerpt(found.excerpt));
  item.append(heading, facts, excerpt);
  return item;
}

/**
 * Show how many results each choice would leave, and which choices there are at all.
 * @param {HTMLSelectElement} select
 * @param {Record<string, number>} counts
 */
function drawCounts(select, counts) {
  const known = new Map([...select.options].map((option) => [option.value, option]));
  for (const [value, count] of Object.entries(counts)) {
    let option = known.get(value);
    if (!option) {
      option = new Option("", value);
      select.append(option);
    }
    option.textContent = `${KINDS[value] ?? value} (${count})`;
  }
}

/** @param {HTMLElement} root An element with `data-rr-search`, the path to the site's root. */
export function mountSearch(root) {
  const form = root.querySelector("form");
  const input = root.querySelector("input");
  const status = root.querySelector("[role=status]");
  const list = root.querySelector("ol");
  const more = root.querySelector("button");
  const selects = [...root.querySelectorAll("select")];
  if (!form || !input || !status || !list || !more?.parentElement) return;
  const moreLine = more.parentElement;

  /** @type {Promise<Index> | undefined} */
  let loading;
  /** @type {Counts} */
  let totals = {};
  /** @type {Answer["results"]} */
  let waiting = [];
  let turn = 0;
  let timer = 0;

  /** @param {Counts} counts */
  const drawAll = (counts) => {
    for (const select of selects) drawCounts(select, counts[select.name] ?? {});
  };

  /** @returns {Promise<Index>} */
  const load = () => {
    loading ??= (async () => {
      const site = new URL(`${root.dataset.rrSearch}/`, location.href);
      const pagefind = await import(new URL("pagefind/pagefind.js", site).href);
      // A worker would cost a slow phone one more script and two more waits.
      const index = pagefind.createInstance({ noWorker: true, excerptLength: 24 });
      totals = await index.filters();
      drawAll(totals);
      return index;
    })();
    loading.catch(() => {
      loading = undefined;
      status.textContent = "The search could not be loaded. The lists below have everything too.";
    });
    return loading;
  };

  /** @param {boolean} focus Whether to move on to the first of the new results. */
  const showMore = async (focus) => {
    const now = turn;
    const found = await Promise.all(waiting.splice(0, PER_STEP).map((result) => result.data()));
    if (now !== turn) return;
    const items = found.map(drawResult);
    list.append(...items);
    moreLine.hidden = waiting.length === 0;
    if (focus) items[0]?.querySelector("a")?.focus();
  };

  const run = async () => {
    const now = ++turn;
    const query = input.value.trim();
    const chosen = selects.filter((select) => select.value);
    if (!query && chosen.length === 0) {
      list.replaceChildren();
      moreLine.hidden = true;
      status.textContent = "";
      drawAll(totals);
      return;
    }
    const index = await load();
    /** @param {HTMLSelectElement} [except] */
    const ask = (except) => {
      const others = chosen.filter((select) => select !== except);
      const filters = Object.fromEntries(others.map((select) => [select.name, select.value]));
      return index.search(query || null, { filters });
    };
    // What a choice would give if it were made instead of the one in the same list.
    const [answer, ...instead] = await Promise.all([ask(), ...chosen.map(ask)]);
    if (now !== turn) return;
    drawAll(answer.filters);
    chosen.forEach((select, i) => drawCounts(select, instead[i].filters[select.name] ?? {}));
    const count = answer.results.length;
    status.textContent = count
      ? `${count} ${count === 1 ? "result" : "results"}`
      : "Nothing found. Try another word, or fewer choices.";
    waiting = [...answer.results];
    list.replaceChildren();
    await showMore(false);
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run().catch(() => {}), PAUSE_MS);
  };

  form.hidden = false;
  form.addEventListener("focusin", () => void load().catch(() => {}), { once: true });
  form.addEventListener("input", later);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    later();
  });
  more.addEventListener("click", () => void showMore(true));
}

for (const root of document.querySelectorAll("[data-rr-search]")) {
  if (root instanceof HTMLElement) mountSearch(root);
}
