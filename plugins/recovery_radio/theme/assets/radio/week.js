// @ts-check
/**
 * The timetable: seven days from the moment of reading, put together from the rows of the page.
 * Instants are compared, so the time zone of the device does not matter.
 */

const SHOWN = 7 * 24 * 60;
const calendar = new Intl.DateTimeFormat(/*_tag*/"en-GB", {
  timeZone: "Europe/London",
  weekday: "long",
  day: "numeric",
  month: "long",
});

/** @typedef {{row: HTMLElement, start: number, end: number}} Slot In minutes since 1970. */

/** @param {number} minute */
const nameOf = (minute) => calendar.format(minute * 60_000).replace(",", "");

/**
 * Read every time of a timetable from its rows.
 * @param {HTMLElement} week
 * @returns {Slot[]}
 */
function slotsOf(week) {
  /** @type {HTMLElement[]} */
  const rows = [...week.querySelectorAll("[data-rr-starts]")];
  const slots = rows.flatMap((row) =>
    (row.dataset.rrStarts ?? "").split(" ").map((text) => {
      const start = Number(text);
      return { row, start, end: start + Number(row.dataset.rrMinutes) };
    }),
  );
  return slots.sort((one, other) => one.start - other.start);
}

/**
 * Copy a row, and say if it is on.
 * @param {Slot} slot
 * @param {number} now
 */
function copyOf({ row, start }, now) {
  const copy = /** @type {HTMLElement} */ (row.cloneNode(true));
  const mark = copy.querySelector(".rr-slot__now");
  if (mark instanceof HTMLElement) mark.hidden = start > now;
  return copy;
}

/** @param {string} text */
function words(text) {
  const line = document.createElement("p");
  line.textContent = text;
  return line;
}

/**
 * Show what is on from now.
 * @param {HTMLElement} week
 * @param {Slot[]} slots
 * @param {number} now
 */
function show(week, slots, now) {
  const coming = slots.filter(({ start, end }) => end > now && start < now + SHOWN);
  /** @type {Map<string, HTMLElement>} */
  const days = new Map();
  const parts = coming.flatMap((slot) => {
    const day = nameOf(slot.start);
    const list = days.get(day);
    if (list) {
      list.append(copyOf(slot, now));
      return [];
    }
    const heading = document.createElement("h3");
    heading.textContent = day === nameOf(now) ? /*_*/`Today, ${day}` : day;
    const first = document.createElement("ul");
    first.className = "rr-slots";
    first.append(copyOf(slot, now));
    days.set(day, first);
    return [heading, first];
  });
  if (!parts.length) parts.push(words(/*_*/"We know of nothing in the next seven days."));
  const until = Number(week.dataset.rrUntil);
  const last = nameOf(until - 1);
  if (now + SHOWN > until) parts.push(words(/*_*/`We know no times after ${last}. Ring first.`));
  // Whoever comes back to what has not changed keeps their place in it.
  if (parts.map((part) => part.outerHTML).join("") !== week.innerHTML) week.replaceChildren(...parts);
}

/** Show the timetables from now, or say that they are too old. */
function mount() {
  /** @type {HTMLElement[]} */
  const weeks = [...document.querySelectorAll("[data-rr-week]")];
  const known = weeks.map((week) => ({ week, slots: slotsOf(week) }));
  const until = Math.min(...weeks.map((week) => Number(week.dataset.rrUntil)));
  const refresh = () => {
    const now = Math.floor(Date.now() / 60_000);
    const old = now >= until;
    for (const [name, hidden] of Object.entries({ made: true, "from-now": old, old: !old })) {
      const line = document.querySelector(`[data-rr-${name}]`);
      if (line instanceof HTMLElement) line.hidden = hidden;
    }
    if (!old) for (const { week, slots } of known) show(week, slots, now);
  };
  refresh();
  // A page that waited in a pocket is put right when it is looked at again.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) refresh();
  });
}

mount();
