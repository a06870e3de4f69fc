// @ts-check
/**
 * A module of the training pack: one step of the case at a time, and a count of right answers.
 * Without it, all steps stand on the page and every answer still opens. Nothing is kept.
 */

/** @param {HTMLElement} root Element with `data-rr-case`. */
function mountCase(root) {
  const steps = [...root.querySelectorAll("[data-rr-step]")];
  /** @type {Element[]} The steps that the reader has come through. */
  let way = steps.slice(0, 1);
  const show = () => steps.forEach((step) => step.toggleAttribute("hidden", !way.includes(step)));
  /** @param {Element} step */
  const enter = (step) => {
    for (const choice of step.querySelectorAll("details")) choice.open = false;
    const title = step.querySelector("h3");
    if (title) title.focus();
  };
  const again = offerAgain(root, () => {
    way = steps.slice(0, 1);
    show();
    enter(steps[0]);
  });
  root.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[data-rr-next]");
    const from = link && link.closest("[data-rr-step]");
    const step = link && document.querySelector(link.getAttribute("href") ?? "");
    if (!from || !step) return;
    // No new entry in the history: nobody who looks there learns what was chosen.
    event.preventDefault();
    way = [...way.slice(0, way.indexOf(from) + 1), step];
    show();
    enter(step);
    again.hidden = false;
  });
  for (const before of root.querySelectorAll("[data-rr-after]")) before.toggleAttribute("hidden", true);
  show();
}

/** @param {HTMLElement} root Element with `data-rr-quiz`. */
function mountQuiz(root) {
  const score = /** @type {HTMLElement} */ (root.querySelector("[data-rr-score]"));
  const all = root.querySelectorAll("[data-rr-question]").length;
  /** @type {Map<Element, boolean>} Each question that was answered, and whether it was right. */
  const first = new Map();
  const again = offerAgain(root, () => {
    first.clear();
    score.textContent = "";
    for (const answer of root.querySelectorAll("details")) answer.open = false;
    root.querySelector("h2")?.focus();
  });
  // `toggle` comes too late: it is told of one that was closed again, too.
  root.addEventListener("click", (event) => {
    const summary = event.target instanceof Element && event.target.closest("summary");
    const question = summary && summary.closest("[data-rr-question]");
    if (!question || first.has(question)) return;
    first.set(question, summary.closest("[data-rr-right]") !== null);
    const right = [...first.values()].filter(Boolean).length;
    /** @type {Record<string, number>} */
    const counts = { answered: first.size, all, right };
    score.textContent = (score.dataset.told ?? "").replace(/\{(\w+)\}/g, (_, name) => `${counts[name]}`);
    again.hidden = false;
  });
}

/**
 * Prepare the button that begins again. It shows once there is something to begin again.
 * @param {HTMLElement} root
 * @param {() => void} begin
 */
function offerAgain(root, begin) {
  const button = /** @type {HTMLElement} */ (root.querySelector("[data-rr-again]"));
  button.addEventListener("click", () => {
    begin();
    button.hidden = true;
  });
  return button;
}

/** @type {NodeListOf<HTMLElement>} */
(document.querySelectorAll("[data-rr-case]")).forEach(mountCase);
/** @type {NodeListOf<HTMLElement>} */
(document.querySelectorAll("[data-rr-quiz]")).forEach(mountQuiz);
