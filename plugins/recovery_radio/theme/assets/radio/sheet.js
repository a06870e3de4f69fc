// @ts-check
/**
 * Sheets that people fill in on their device: printed, saved as a file, and cleared. Nothing is
 * sent or stored. What was written is gone when the page is left, so that Back shows nothing.
 */

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/** @param {Element | null | undefined} element */
const textOf = (element) => element?.textContent?.trim().replace(/\s+/g, " ") ?? "";

/** @param {Field | HTMLOutputElement} field */
const nameOf = (field) => field.getAttribute("aria-label") ?? textOf(field.labels?.[0]);

/** @param {Field} field */
const isTick = (field) => field.type === "radio" || field.type === "checkbox";

/**
 * Tell whether nothing is ticked where something could be.
 * @param {Element | null} group
 */
const isUnanswered = (group) => Boolean(group?.querySelector("[type=radio], [type=checkbox]")) && !group?.querySelector(":checked");

/**
 * Say what one part of a sheet holds, for the text file. What is empty is told as such, so that a
 * reader of the file knows that it was asked.
 * @param {Element} part
 * @returns {string}
 */
function lineOf(part) {
  if (part instanceof HTMLOutputElement) return part.textContent ? `${nameOf(part)} ${textOf(part)}`.trim() : "";
  if (part.matches("h2, h3, h4")) return `\n${textOf(part).toUpperCase()}`;
  if (part.matches("legend, caption")) return `\n${textOf(part)}${isUnanswered(part.parentElement) ? "\n  –" : ""}`;
  const field = /** @type {Field} */ (part);
  // The rows of a table have such a name; the empty ones say nothing.
  if (!field.value && field.hasAttribute("aria-label")) return "";
  if (isTick(field)) return /** @type {HTMLInputElement} */ (field).checked ? `  ${nameOf(field)}` : "";
  return `\n${nameOf(field)}\n  ${field.value.trim().replaceAll("\n", "\n  ") || "–"}`;
}

/**
 * Write a sheet down as plain text, in the order of the page.
 * @param {HTMLFormElement} form
 */
function textFor(form) {
  const parts = form.querySelectorAll("h2, h3, h4, legend, caption, input, textarea, output");
  const shown = [...parts].filter((part) => !part.closest("[hidden]"));
  const lines = shown.map(lineOf).filter(Boolean);
  return [textOf(document.querySelector("h1")), ...lines, ""].join("\n");
}

/**
 * Put the words into a file on this device. Its name tells nothing to whoever looks over it.
 * @param {string} text
 */
function save(text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = "sheet.txt";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Empty every field, result and message.
 * @param {HTMLFormElement} form
 */
function clear(form) {
  form.reset();
  for (const each of form.querySelectorAll("output, [role=status]")) each.textContent = "";
  for (const each of form.querySelectorAll("[aria-invalid]")) each.removeAttribute("aria-invalid");
  dry();
  form.dispatchEvent(new CustomEvent("rr:clear"));
}

/**
 * Set what was written as text beside its field: a field would cut off what is longer than it.
 * @param {HTMLFormElement} form
 */
function ink(form) {
  for (const field of form.querySelectorAll("input, textarea")) {
    const { value } = /** @type {Field} */ (field);
    if (isTick(/** @type {Field} */ (field)) || !value) continue;
    const words = document.createElement("span");
    words.className = "rr-sheet__ink";
    words.textContent = value;
    field.after(words);
  }
}

/** Take the text for paper away again. */
function dry() {
  for (const words of document.querySelectorAll(".rr-sheet__ink")) words.remove();
}

/**
 * Show what can be done with a sheet, and do it.
 * @param {HTMLFormElement} form
 */
function mountSheet(form) {
  const status = form.querySelector("[data-rr-status]");
  /** @param {string} what */
  const say = (what) => {
    if (status instanceof HTMLElement) status.textContent = status.dataset[what] ?? "";
  };
  form.querySelector("[data-rr-actions]")?.removeAttribute("hidden");
  form.querySelector("[data-rr-paper]")?.setAttribute("hidden", "");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => say(""));
  form.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("button");
    if (!button) return;
    if (button.matches("[data-rr-print]")) print();
    if (button.matches("[data-rr-save]")) {
      save(textFor(form));
      say("saved");
    }
    if (button.matches("[data-rr-clear]")) {
      clear(form);
      say("cleared");
    }
  });
}

/** @type {HTMLFormElement[]} */
const forms = [...document.querySelectorAll("form[data-rr-sheet]")];
forms.forEach(mountSheet);
addEventListener("beforeprint", () => forms.forEach(ink));
addEventListener("afterprint", dry);
addEventListener("pagehide", () => forms.forEach(clear));
// The exit blanks the page at once; the next page may be slow to come.
new MutationObserver(() => {
  if (document.documentElement.hidden) forms.forEach(clear);
}).observe(document.documentElement, { attributeFilter: ["hidden"] });
