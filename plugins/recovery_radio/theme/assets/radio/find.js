// @ts-check
/**
 * Shows the form of the page `find-help`, and brings what it needs when somebody touches it: until
 * then neither the list nor the scripts that look through it are fetched. Words of danger wait for
 * nothing: the answer to them is in the page.
 */

import { showUrgent } from "./urgent.js";

/** @param {HTMLFormElement} form */
function mount(form) {
  form.hidden = false;
  /** @type {Promise<void> | undefined} */
  let starting;
  let isMounted = false;
  const fail = () => {
    const status = document.querySelector("[data-rr-find-status]");
    if (!status) return;
    status.classList.remove("rr-hidden");
    status.textContent = /*_*/"The list could not be loaded. The lists below lead to every service too.";
  };
  const start = () => {
    starting ??= import("./find-page.js").then(({ mountFind }) => mountFind(form, fail)).then(() => {
      isMounted = true;
    });
    starting.catch(() => {
      starting = undefined;
      fail();
    });
    return starting;
  };
  // Reading the page is no reason to fetch; a form that somebody comes near is.
  for (const event of ["focusin", "pointerdown", "input"]) form.addEventListener(event, () => void start());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // Whoever was faster than the network is answered when it has come.
    if (!isMounted) void start().then(() => form.requestSubmit(), () => {});
  });
  const words = form.querySelector("#find-words");
  const urgent = form.querySelector("[data-rr-urgent]");
  if (words instanceof HTMLInputElement && urgent instanceof HTMLElement)
    words.addEventListener("input", () => {
      const wasHidden = urgent.hidden;
      showUrgent(urgent, words.value);
      // On a phone the keyboard may cover it.
      if (wasHidden && !urgent.hidden) urgent.scrollIntoView({ block: "nearest" });
    });
  if (location.hash.includes("=")) void start();
}

for (const form of document.querySelectorAll("form[data-rr-find]"))
  if (form instanceof HTMLFormElement) mount(form);
