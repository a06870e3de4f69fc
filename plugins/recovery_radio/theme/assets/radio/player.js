// @ts-check
/**
 * What a player does beyond the browser's own: it comes when somebody first plays a programme or
 * opens its controls, so a page that is only read costs nothing more.
 *
 * The lock screen is seen by others, so it is told the station's name and not the programme's.
 *
 * Source: https://w3c.github.io/mediasession/
 */

import { clock } from "./elements.js";

const STORE = "positions";
/** Below this nobody has begun, and this close to the end nobody wants to go on. */
const EDGE_SECONDS = 20;
const MINUTE_MS = 60_000;

/**
 * Find the last of some ascending times that has passed.
 * @param {number[]} starts Seconds.
 * @param {number} now Seconds.
 * @returns {number} Its index, or -1.
 */
export function lastPassed(starts, now) {
  // A seek lands a few milliseconds before the time that was asked for.
  return starts.findLastIndex((start) => start <= now + 0.2);
}

/**
 * Mark the part that is playing in a list of parts, each with a link to its time.
 * @param {HTMLAudioElement} audio
 * @param {Element[]} parts
 * @param {(part: Element) => void} [then] Told of each new one.
 */
function mark(audio, parts, then) {
  const starts = parts.map((part) => {
    const link = part.querySelector("[data-rr-seconds]");
    return link instanceof HTMLElement ? Number(link.dataset.rrSeconds) : 0;
  });
  let current = -1;
  audio.addEventListener("timeupdate", () => {
    const now = lastPassed(starts, audio.currentTime);
    if (now === current) return;
    parts[current]?.removeAttribute("aria-current");
    parts[now]?.setAttribute("aria-current", "true");
    current = now;
    if (parts[now]) then?.(parts[now]);
  });
}

/** Positions that the reader asked to keep, on this device only. */
const positions = {
  /** @returns {Record<string, number> | null} Nothing unless somebody asked. */
  read() {
    try {
      return JSON.parse(localStorage.getItem(STORE) ?? "null");
    } catch {
      return null;
    }
  },
  /** @param {Record<string, number> | null} kept */
  write(kept) {
    try {
      if (kept) localStorage.setItem(STORE, JSON.stringify(kept));
      else localStorage.removeItem(STORE);
    } catch {
      // A browser that keeps nothing for anybody keeps nothing here.
    }
  },
};

/**
 * Only one sound at a time, in this window and in others of the same site.
 * @param {HTMLAudioElement} audio
 */
function silenceOthers(audio) {
  const channel = new BroadcastChannel("playing");
  const tell = () => channel.postMessage(null);
  audio.addEventListener("play", tell);
  if (!audio.paused) tell();
  channel.addEventListener("message", () => audio.pause());
}

/**
 * @param {HTMLAudioElement} audio
 * @param {string} station
 * @param {(by: number) => void} skip
 */
function mountLockScreen(audio, station, skip) {
  const session = navigator.mediaSession;
  if (!session) return;
  session.metadata = new MediaMetadata({ title: station });
  session.setActionHandler("play", () => void audio.play());
  session.setActionHandler("pause", () => audio.pause());
  session.setActionHandler("seekbackward", (details) => skip(-(details.seekOffset ?? 15)));
  session.setActionHandler("seekforward", (details) => skip(details.seekOffset ?? 30));
  session.setActionHandler("seekto", (details) => {
    audio.currentTime = details.seekTime ?? audio.currentTime;
  });
}

/**
 * Stop after a time, or when a chapter is over.
 * @param {HTMLAudioElement} audio
 * @param {HTMLSelectElement} select
 * @param {Element[]} chapters
 * @param {(words: string) => void} say
 */
function mountSleep(audio, select, chapters, say) {
  let timer = 0;
  let chapter = /** @type {Element | undefined} */ (undefined);
  const playing = () => chapters.find((part) => part.hasAttribute("aria-current"));
  const stop = () => {
    audio.pause();
    select.value = "";
    chapter = undefined;
    say(/*_*/"Stopped by the sleep timer.");
  };
  select.addEventListener("change", () => {
    clearTimeout(timer);
    chapter = select.value === "chapter" ? playing() : undefined;
    if (Number(select.value)) timer = setTimeout(stop, Number(select.value) * MINUTE_MS);
    const when = select.selectedOptions[0].text;
    say(select.value ? /*_*/`Stops: ${when}.` : /*_*/"Sleep timer is off.");
  });
  // Whoever goes to another chapter hears that one out.
  audio.addEventListener("seeking", () => {
    chapter = undefined;
  });
  audio.addEventListener("timeupdate", () => {
    if (select.value === "chapter" && !chapter) chapter = playing();
    if (chapter && playing() !== chapter) stop();
  });
  // On a slow line the choice may have been made before this script came.
  if (select.value) select.dispatchEvent(new Event("change"));
}

/**
 * Keep the place if the reader asks for it, and offer to go on from there.
 * @param {HTMLAudioElement} audio
 * @param {HTMLInputElement} box
 * @param {HTMLButtonElement} resume
 * @param {(words: string) => void} say
 */
function mountMemory(audio, box, resume, say) {
  const name = location.pathname;
  const at = positions.read()?.[name];
  /** @param {boolean} shown */
  const show = (shown) => resume.parentElement?.toggleAttribute("hidden", !shown);
  box.checked = positions.read() !== null;
  if (at) {
    show(true);
    const time = clock(at);
    resume.textContent = /*_*/`Go on from ${time}`;
    resume.addEventListener("click", () => {
      show(false);
      audio.currentTime = at;
      void audio.play();
    });
  }
  /** @param {boolean} [isAsked] Or else another window may have forgotten it all. */
  const keep = (isAsked = false) => {
    const kept = positions.read() ?? (isAsked ? {} : null);
    if (!box.checked || !kept) return;
    if (audio.duration - audio.currentTime < EDGE_SECONDS) delete kept[name];
    // What has hardly begun takes no kept place away.
    else if (audio.currentTime >= EDGE_SECONDS) kept[name] = Math.floor(audio.currentTime);
    positions.write(kept);
  };
  box.addEventListener("change", () => {
    if (box.checked) keep(true);
    else positions.write(null);
    show(false);
    say(box.checked ? /*_*/"Your place is kept on this device." : /*_*/"Nothing is kept any more.");
  });
  audio.addEventListener("pause", () => keep());
  addEventListener("pagehide", () => keep());
}

/**
 * @param {HTMLElement} player An element with class `rr-player`.
 */
export function mountPlayer(player) {
  /** @type {<T extends Element>(name: string, kind: new () => T) => T | null} */
  const find = (name, kind) => {
    const found = player.querySelector(`[data-rr-${name}]`);
    return found instanceof kind ? found : null;
  };
  const audio = player.querySelector("audio");
  const status = find("player-status", HTMLElement);
  if (!audio || !status) return;
  /** @param {string} words */
  const say = (words) => {
    status.textContent = words;
  };
  /** @param {number} by Seconds. */
  const skip = (by) => {
    const end = audio.duration || Infinity;
    audio.currentTime = Math.min(Math.max(audio.currentTime + by, 0), end);
  };

  const chapters = [...player.querySelectorAll(".rr-chapters li")];
  const follow = find("follow", HTMLInputElement);
  mark(audio, chapters);
  mark(audio, [...document.querySelectorAll(".rr-turn")], (turn) => {
    const smooth = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (follow?.checked) {
      turn.scrollIntoView({ block: "center", behavior: smooth ? "smooth" : "auto" });
    }
  });
  player.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-rr-skip]");
    if (button instanceof HTMLElement) skip(Number(button.dataset.rrSkip));
  });
  const speed = find("speed", HTMLSelectElement);
  const pace = () => {
    if (speed) audio.playbackRate = Number(speed.value);
  };
  speed?.addEventListener("change", pace);
  // A new source would start at the ordinary speed.
  audio.addEventListener("loadedmetadata", pace);
  pace();
  const sleep = find("sleep", HTMLSelectElement);
  if (sleep) mountSleep(audio, sleep, chapters, say);
  const remember = find("remember", HTMLInputElement);
  const resume = find("resume", HTMLButtonElement);
  if (remember && resume) mountMemory(audio, remember, resume, say);
  silenceOthers(audio);
  mountLockScreen(audio, player.dataset.rrPlayer ?? "", skip);
}
