// @ts-check
/** Reloads the page of a preview when a newer build is served. Not part of the built site. */
{
  const shown = document.currentScript?.dataset.build;

  /** @type {EventSource | undefined} */
  let stream;

  const listen = () => {
    stream?.close();
    stream = undefined;
    // A browser opens six connections to a host: pages in the background must not hold them all.
    if (document.hidden) return;
    stream = new EventSource("/~preview/changes");
    stream.addEventListener("message", (event) => {
      if (event.data !== shown) location.reload();
    });
  };

  document.addEventListener("visibilitychange", listen);
  // A page that the browser kept for its Back button wakes up here.
  addEventListener("pageshow", listen);
  addEventListener("pagehide", () => stream?.close());
}
