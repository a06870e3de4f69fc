// @ts-check
/** Open now, or when: told by render/open_times.py in minutes since 1970, said in London's time. */

/** @type {(minute: number, options: Intl.DateTimeFormatOptions) => string} */
const london = (minute, options) =>
  new Date(minute * 6e4).toLocaleString("en-GB", { timeZone: "Europe/London", ...options });

/** @param {number} minute */
const time = (minute) => {
  const [hour, rest] = london(minute, { hour: "2-digit", minute: "2-digit" }).split(":");
  if (!(+rest || +hour % 12)) return +hour ? "midday" : "midnight";
  return (+hour % 12 || 12) + (+rest ? ":" + rest : "") + (+hour < 12 ? "am" : "pm");
};

/** @type {(minute: number, now: number) => string} */
const when = (minute, now) => {
  // Midnight is the end of a day. Less than six days apart, no two have the same name.
  const near = minute - now < 8640;
  const day = london(minute - 1, near ? { weekday: "long" } : { day: "numeric", month: "long" });
  return (day === london(now, { weekday: "long" }) ? "" : day + " ") + time(minute);
};

/** @type {(data: string, now: number) => string} */
export const state = (data, now) => {
  const [first, ...spells] = data.split(",");
  let at = parseInt(first, 36);
  const early = now < at;
  const n = spells.findIndex((spell) => (at += parseInt(spell, 36)) > now);
  if (early || n < 0) return "Hours not confirmed: ring first";
  const [mark, next] = [n, n + 1].map((n) => spells[n]?.slice(-1));
  if (mark === "!") return "Ask first: a bank holiday";
  if (mark === "?") return "Ask first";
  if (mark === "+") return "Open now" + (next ? ", until " + when(at, now) : "");
  if (!next) return "Closed now";
  if (next === "+") return "Closed now. Opens " + when(at, now);
  return `Closed now. May open ${when(at, now)}: ask first`;
};

const update = () => {
  for (const place of document.querySelectorAll("[data-rr-open]")) {
    if (!(place instanceof HTMLElement)) continue;
    place.textContent = state(place.dataset.rrOpen || "", Date.now() / 6e4);
    place.hidden = false;
  }
};
update();
setInterval(update, 6e4);
