import { expect, it, vi } from "vitest";
import { loadAnewWhenOutdated } from "./outdated";

const missing = () => new Event("vite:preloadError");

it("loads the page anew when a part is missing, but not twice in a row", () => {
  sessionStorage.clear();
  const page = new EventTarget();
  const reload = vi.fn();
  let now = 1_000_000;
  loadAnewWhenOutdated(page, sessionStorage, reload, () => now);
  page.dispatchEvent(missing());
  now += 5_000;
  page.dispatchEvent(missing());
  expect(reload).toHaveBeenCalledTimes(1);
  now += 60_000;
  page.dispatchEvent(missing());
  expect(reload).toHaveBeenCalledTimes(2);
});

it("stays where it is without a line", () => {
  sessionStorage.clear();
  const page = new EventTarget();
  const reload = vi.fn();
  let online = false;
  loadAnewWhenOutdated(page, sessionStorage, reload, Date.now, () => online);
  page.dispatchEvent(missing());
  expect(reload).not.toHaveBeenCalled();
  online = true;
  page.dispatchEvent(missing());
  expect(reload).toHaveBeenCalledTimes(1);
});
