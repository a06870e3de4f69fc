// @ts-check
/**
 * Tells a learning platform how the questions of a module were answered: score, passed or failed,
 * and the time, as SCORM 1.2 has it, and no answer. Without a platform it marks them all the same,
 * and keeps nothing.
 *
 * Source: SCORM 1.2 Run-Time Environment (ADL, 2001)
 */

/**
 * @typedef {object} Platform
 * @property {(empty: "") => string} LMSInitialize
 * @property {(name: string) => string} LMSGetValue
 * @property {(name: string, value: string) => string} LMSSetValue
 * @property {(empty: "") => string} LMSCommit
 * @property {(empty: "") => string} LMSFinish
 */

const STATUS = "cmi.core.lesson_status";
const SCORE = "cmi.core.score.raw";

/**
 * Look for the platform in the frames around this page, then around the window that opened it.
 * @returns {Platform | undefined}
 */
function findPlatform() {
  for (const start of [window, window.opener]) {
    for (let here = start; here; here = here.parent === here ? null : here.parent) {
      try {
        if (here.API) return here.API;
      } catch {
        break; // Somebody else's frame, and none of theirs can be asked.
      }
    }
  }
  return undefined;
}

/**
 * Write a time as `HHHH:MM:SS`.
 * @param {number} milliseconds
 */
function timeSpent(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part, place) => String(part).padStart(place ? 2 : 4, "0")).join(":");
}

/** Begin to talk to the platform, until the page is left. */
function meet() {
  const platform = findPlatform();
  if (!platform || String(platform.LMSInitialize("")) !== "true") return undefined;
  const start = Date.now();
  // Somebody who only looks back at it changes nothing.
  const counts = ["", "normal"].includes(platform.LMSGetValue("cmi.core.lesson_mode"));
  if (counts && ["", "not attempted", "unknown"].includes(platform.LMSGetValue(STATUS))) {
    platform.LMSSetValue(STATUS, "incomplete");
    platform.LMSCommit("");
  }
  const leave = () => {
    platform.LMSSetValue("cmi.core.session_time", timeSpent(Date.now() - start));
    platform.LMSFinish("");
  };
  addEventListener("pagehide", leave, { once: true });
  return { platform, counts };
}

/**
 * Tell a result, unless the platform has a better one. Gives which of the texts says so.
 * @param {Platform} platform
 * @param {number} percent
 * @param {boolean} passed
 * @returns {"told" | "kept" | "alone"} `alone` if the platform did not take it.
 */
function tell(platform, percent, passed) {
  const before = Number(platform.LMSGetValue(SCORE) || -1);
  if (platform.LMSGetValue(STATUS) === "passed" && before >= percent) return "kept";
  platform.LMSSetValue("cmi.core.score.min", "0");
  platform.LMSSetValue("cmi.core.score.max", "100");
  platform.LMSSetValue(SCORE, String(percent));
  platform.LMSSetValue(STATUS, passed ? "passed" : "failed");
  return String(platform.LMSCommit("")) === "true" ? "told" : "alone";
}

/** @param {HTMLFormElement} form Element with `data-rr-exam`: what it takes to pass. */
function mountExam(form) {
  let session = meet();
  // The page that comes back out of the browser's memory has said goodbye to the platform.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) session = meet();
  });
  const questions = [...form.querySelectorAll("[data-rr-question]")];
  const explained = form.querySelectorAll("details");
  const [mark, anew] = form.querySelectorAll("button");
  const result = /** @type {HTMLElement} */ (form.querySelector("[data-rr-result]"));
  const said = result.dataset;
  /** @param {boolean} marked */
  const show = (marked) => {
    for (const details of explained) details.hidden = !(details.open = marked);
    mark.hidden = marked;
    anew.hidden = !marked;
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const right = questions.filter((each) => each.querySelector("[data-rr-right]:checked")).length;
    const percent = Math.round((100 * right) / questions.length);
    const passed = percent >= Number(form.dataset.rrExam);
    /** @type {Record<string, number>} */
    const counts = { right, all: questions.length, percent };
    const score = (said.score ?? "").replace(/\{(\w+)\}/g, (_, name) => `${counts[name]}`);
    const heard = said[session?.counts ? tell(session.platform, percent, passed) : "alone"];
    result.textContent = [score, passed ? said.passed : said.failed, heard].join(" ");
    show(true);
    result.focus();
  });
  form.addEventListener("reset", () => {
    result.textContent = "";
    show(false);
    form.querySelector("input")?.focus();
  });
  show(false);
}

/** @type {NodeListOf<HTMLFormElement>} */
(document.querySelectorAll("[data-rr-exam]")).forEach(mountExam);
