import { expect, it, vi } from "vitest";
import { loadAnewWhenOutdated } from "./outdated";

const missing = () => new Event("vite:preloadError", { cancelable: true });

it("loads the page anew when a part is missing, but not twice in a row", () => {
  sessionStorage.clear();
  const page = new EventTarget();
  const reload = vi.fn();
  let now = 1_000_000;
  loadAnewWhenOutdated(page, sessionStorage, reload, () => now);
  const first = missing();
  page.dispatchEvent(first);
  expect(first.defaultPrevented).toBe(true);
  now += 5_000;
  const second = missing();
  page.dispatchEvent(second);
  expect(second.defaultPrevented).toBe(false);
  expect(reload).toHaveBeenCalledTimes(1);
  now += 60_000;
  page.dispatchEvent(missing());
  expect(reload).toHaveBeenCalledTimes(2);
});
