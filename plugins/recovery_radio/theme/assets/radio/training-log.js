// @ts-check
/**
 * The reflection log: adds up the minutes of the modules that are ticked, and writes the
 * certificate. Printing, saving and clearing are those of every sheet (sheet.js).
 */

/** @param {HTMLFormElement} form */
function mountLog(form) {
  const total = /** @type {HTMLOutputElement} */ (form.querySelector("#log-total"));
  const write = () => {
    /** @type {NodeListOf<HTMLInputElement>} */
    const ticked = form.querySelectorAll("[data-rr-modules] input:checked");
    const minutes = [...ticked].reduce((sum, each) => sum + Number(each.value), 0);
    total.textContent = minutes ? (total.dataset.minutes ?? "").replace("{minutes}", `${minutes}`) : "";
    const names = [...ticked].map((each) => each.id);
    /** @type {NodeListOf<HTMLElement>} */
    const modules = document.querySelectorAll("[data-rr-module]");
    // With nothing ticked all are shown, to be ticked on paper.
    const done = names.length > 0;
    document.querySelector(".rr-certificate")?.toggleAttribute("data-rr-done", done);
    for (const each of modules) each.hidden = done && !names.includes(each.dataset.rrModule ?? "");
    /** @type {NodeListOf<HTMLElement>} */
    const copies = document.querySelectorAll("[data-rr-copy]");
    for (const copy of copies) {
      const from = form.querySelector(`#${copy.dataset.rrCopy}`);
      copy.textContent = from instanceof HTMLInputElement ? from.value : (from?.textContent ?? "");
    }
  };
  form.addEventListener("input", write);
  form.addEventListener("rr:clear", write);
}

/** @type {NodeListOf<HTMLFormElement>} */
(document.querySelectorAll("form.rr-log")).forEach(mountLog);
