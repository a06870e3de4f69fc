// @ts-check
/** Adds up the self-check on the device. Each answer counts what is written beside it. */

/** @param {HTMLFormElement} form */
function mountCheck(form) {
  const score = form.querySelector("output[data-rr-score]");
  const byHand = form.querySelector("[data-rr-by-hand]");
  if (!(score instanceof HTMLOutputElement) || !(byHand instanceof HTMLElement)) return;
  const questions = form.querySelectorAll("fieldset").length;
  const answers = () =>
    [...form.querySelectorAll("fieldset input:checked")].map((tick) => Number(/** @type {HTMLInputElement} */ (tick).value));
  const show = () => {
    const given = answers();
    const sum = given.reduce((sofar, answer) => sofar + answer, 0);
    const { some = "", all = "" } = score.dataset;
    const words = given.length === questions ? all : given.length ? some : "";
    score.textContent = words.replace("{answered}", String(given.length)).replace("{sum}", String(sum));
  };
  byHand.hidden = true;
  show();
  form.addEventListener("input", show);
  form.addEventListener("rr:clear", show);
  // On paper whoever has not answered all can go on, and add up, with a pen.
  addEventListener("beforeprint", () => (byHand.hidden = answers().length === questions));
  addEventListener("afterprint", () => (byHand.hidden = true));
}

document.querySelectorAll("form.rr-check").forEach((form) => mountCheck(/** @type {HTMLFormElement} */ (form)));
