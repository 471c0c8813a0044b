const KEY = "homeward.loaded_anew_at";
const AGAIN_AFTER_MS = 30_000;

/**
 * A page that was open while the server was upgraded asks for parts that are no longer there: it loads itself anew, and with
 * it the new parts. Not twice in a row, lest a part that is missing for good turn the page in circles; and not without a line,
 * which would leave an empty window.
 */
export function loadAnewWhenOutdated(page: EventTarget, store: Storage, reload: () => void, now: () => number = Date.now,
                                     online: () => boolean = () => navigator.onLine): void {
  page.addEventListener("vite:preloadError", () => {
    if (!online()) return;
    if (now() - Number(store.getItem(KEY) ?? 0) < AGAIN_AFTER_MS) return;
    store.setItem(KEY, String(now()));
    reload();
  });
}
