// @ts-check
/**
 * What every page does beyond plain HTML: leaving at once, and jumping within a recording.
 * Nothing is stored, and nothing is sent.
 */

const SHIFTS = 3;
const WITHIN_MS = 5000;
const title = document.title;

/**
 * Leave: silence and blank the page at once, then put another one in its place in the history.
 * @param {string} address
 */
function leave(address) {
  for (const audio of document.querySelectorAll("audio")) audio.pause();
  document.documentElement.hidden = true;
  document.title = "…";
  location.replace(address);
}

/** Mount the exit links, and Shift pressed three times in a row. */
function mountExit() {
  const exit = document.querySelector("a[data-rr-exit]");
  const status = document.querySelector("[data-rr-exit-status]");
  if (!(exit instanceof HTMLAnchorElement)) return;

  /** @type {number[]} */
  let presses = [];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") presses = [];
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") return;
    presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at < WITHIN_MS);
    if (presses.length === SHIFTS) leave(exit.href);
    if (status) status.textContent = presses.length === SHIFTS - 1 ? /*_*/"Press Shift again to exit." : "";
  });

  // A page that Back brings out of the browser's memory would still be blank.
  addEventListener("pageshow", () => {
    presses = [];
    document.documentElement.hidden = false;
    document.title = title;
  });

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey) return;
    if (link.matches("[data-rr-exit]")) {
      event.preventDefault();
      leave(link.href);
    } else if (link.getAttribute("href")?.startsWith("#")) {
      // Each jump within a page would be one more place in the history where Back finds it.
      event.preventDefault();
      location.replace(link.href);
    }
  });
}

/**
 * Play a recording from a time on.
 * @param {HTMLAudioElement} audio
 * @param {number} seconds
 */
function playFrom(audio, seconds) {
  audio.currentTime = seconds;
  // A browser may refuse to start a sound; the player then waits at the right place.
  audio.play().catch(() => audio.focus());
}

/**
 * Show the controls that need a script, and fetch it when one of them is wanted.
 * @param {HTMLElement} player
 * @param {HTMLAudioElement} audio
 */
function mountControls(player, audio) {
  const more = player.querySelector("details");
  if (!more) return;
  let wanted = false;
  const mount = async () => {
    if (wanted) return;
    wanted = true;
    const script = await import("./player.js").catch(() => null);
    if (script) script.mountPlayer(player);
    // The next press asks again.
    else wanted = false;
  };
  more.hidden = false;
  more.addEventListener("toggle", mount);
  audio.addEventListener("play", mount);
  mountLowData(player, audio);
}

/**
 * Let the reader choose the smaller recording, and choose it for those who save data.
 * @param {HTMLElement} player
 * @param {HTMLAudioElement} audio
 */
function mountLowData(player, audio) {
  const box = player.querySelector("[data-rr-low]");
  if (!(box instanceof HTMLInputElement) || !audio.canPlayType(box.dataset.rrLow ?? "")) return;
  const whole = audio.src;
  const choose = () => {
    const at = audio.currentTime;
    const playing = !audio.paused;
    audio.src = box.checked ? box.value : whole;
    audio.currentTime = at;
    if (playing) void audio.play();
  };
  const label = box.closest("label");
  if (label) label.hidden = false;
  label?.nextElementSibling?.remove();
  box.addEventListener("change", choose);
  // @ts-ignore  Not every browser tells.
  box.checked = navigator.connection?.saveData === true;
  if (box.checked) choose();
}

/** Mount the links to times of a recording, and `#t=90` in the page's own address. */
function mountTimes() {
  const player = document.querySelector(".rr-player");
  const audio = player?.querySelector("audio");
  if (!(player instanceof HTMLElement) || !audio) return;
  mountControls(player, audio);
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("[data-rr-seconds]");
    if (!(link instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    playFrom(audio, Number(link.dataset.rrSeconds));
  });
  const start = /^#t=(\d+)$/.exec(location.hash);
  if (start) audio.currentTime = Number(start[1]);
}

mountExit();
mountTimes();
