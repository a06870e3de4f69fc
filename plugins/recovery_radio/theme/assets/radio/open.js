// @ts-check
/** Open now, or when: minutes since 1970 from render/open_times.py, said in London's time. */

const { lang } = document.documentElement;

/** @type {(minute: number, options: Intl.DateTimeFormatOptions) => string} */
const london = (minute, options) =>
  new Date(minute * 6e4).toLocaleString(lang, { timeZone: "Europe/London", ...options });

/** @param {number} minute */
const time = (minute) => {
  const clock = london(minute, { timeStyle: "short" });
  if (lang !== "en-GB") return clock;
  const [hour, rest] = clock.split(":");
  if (!(+rest || +hour % 12)) return +hour ? "midday" : "midnight";
  return (+hour % 12 || 12) + (+rest ? ":" + rest : "") + (+hour < 12 ? "am" : "pm");
};

/** @param {number} minute @param {number} now */
const when = (minute, now) => {
  // Midnight ends a day. Within six days no name comes twice.
  const day = london(minute - 1, minute - now < 8640 ? { weekday: "long" } : { day: "numeric", month: "long" });
  return (day === london(now, { weekday: "long" }) ? "" : day + " ") + time(minute);
};

/** @param {string} data @param {number} now */
export const spellAt = (data, now) => {
  const [first, ...spells] = data.split(",");
  let at = parseInt(first, 36);
  const n = now < at ? -1 : spells.findIndex((spell) => (at += parseInt(spell, 36)) > now);
  return { at, mark: spells[n]?.at(-1), next: spells[n + 1]?.at(-1) };
};

/** @param {string} data @param {number} now */
export const state = (data, now) => {
  const { at, mark, next } = spellAt(data, now);
  if (!mark) return /*_*/"Hours not confirmed: ring first";
  if (mark === "!") return /*_*/"Ask first: a bank holiday";
  if (mark === "?") return /*_*/"Ask first";
  const then = when(at, now);
  if (mark === "+") return next ? /*_*/`Open now, until ${then}` : /*_*/"Open now";
  if (!next) return /*_*/"Closed now";
  if (next === "+") return /*_*/`Closed now. Opens ${then}`;
  return /*_*/`Closed now. May open ${then}: ask first`;
};

const update = () => {
  for (const place of document.querySelectorAll("[data-rr-open]")) {
    place.textContent = state(place.getAttribute("data-rr-open") || "", Date.now() / 6e4);
    place.removeAttribute("hidden");
  }
};
update();
setInterval(update, 6e4);
