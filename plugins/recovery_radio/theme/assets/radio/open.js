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

/** @type {(minute: number, now: number) => string} */
const when = (minute, now) => {
  // Midnight ends a day. Within six days no name comes twice.
  const day = london(minute - 1, minute - now < 8640 ? { weekday: "long" } : { day: "numeric", month: "long" });
  return (day === london(now, { weekday: "long" }) ? "" : day + " ") + time(minute);
};

export const OPEN = /*_*/"Open now";

/** @type {(data: string, now: number) => string} */
export const state = (data, now) => {
  const [first, ...spells] = data.split(",");
  let at = parseInt(first, 36);
  const n = now < at ? -1 : spells.findIndex((spell) => (at += parseInt(spell, 36)) > now);
  if (n < 0) return /*_*/"Hours not confirmed: ring first";
  const mark = spells[n].slice(-1);
  const next = spells[n + 1]?.slice(-1);
  if (mark === "!") return /*_*/"Ask first: a bank holiday";
  if (mark === "?") return /*_*/"Ask first";
  const then = when(at, now);
  if (mark === "+") return next ? /*_*/`Open now, until ${then}` : OPEN;
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
