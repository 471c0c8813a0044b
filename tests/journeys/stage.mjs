// What a journey stands on: a demo region with its programs running, or fixed pages; a browser; and people in front of it.
import assert from "node:assert/strict";
import { basename } from "node:path";
import { after, before, test } from "node:test";
import { password, Region, root } from "../region/region.mjs";
import { openBrowser, PICTURES } from "./browser.mjs";
import { servePages } from "./pages-server.mjs";

const CLOCK = "HOMEWARD_TEST_CLOCK_OFFSET_S"; // only a demo region's programs listen to it
const DAY_S = 86_400;
const STEP_MS = 240_000;
const JOURNEY = basename(process.argv[1], ".test.mjs");

class Stage {
  /** @type {Region} */ region;
  #browser;
  #programs;
  #kept = new Map(); // whom `as` gave, by a name that can be a file's
  #stuck = "";
  #days = 0; // after today, by the programs' clock

  constructor(programs) {
    this.#programs = programs;
  }

  async set(filled) {
    this.region = await Region.make({ only: filled });
    await this.region.start(...this.#programs);
    this.#browser = await openBrowser();
  }

  async clear() {
    delete process.env[CLOCK];
    await this.#browser?.close();
    await this.region?.stop();
  }

  /**
   * Somebody with a browser of their own.
   *
   * username   whose account; a guest without one
   * code       at which program, `council` or a State; the stage's first when left out
   * language   `en` or `ru`: the browser's, and for who signs in also what the device has chosen before
   * scheme     `light` or `dark`
   */
  async reader(username, { code = this.#programs[0], language = "en", scheme = "light" } = {}) {
    const contract = code === "council" ? "council" : "node";
    // Some accounts have a language of their own, which counts only where the device has chosen none before.
    const chosen = Boolean(username);
    const reader = await this.#browser.reader({ base: this.region.url(code), contract, language, scheme, chosen });
    // What a page takes for today must be what the program does: a form offers days, and refuses those to come.
    if (this.#days > 0) await reader.page.clock.setSystemTime(Date.now() + this.#days * DAY_S * 1000);
    if (username) await reader.signIn({ username, password });
    return reader;
  }

  /** A reader as above; the same one, where they last were, when asked again. */
  async as(username, { code = this.#programs[0], language = "en" } = {}) {
    const who = [code, username ?? "public", language].join("-");
    if (!this.#kept.has(who)) this.#kept.set(who, await this.reader(username, { code, language }));
    return this.#kept.get(who);
  }

  /** Several at the stage's first program, each as `as` gives them. */
  async all(...usernames) {
    const found = [];
    for (const username of usernames) found.push(await this.as(username));
    return found;
  }

  /** Ends the programs and starts them as many days after today. Whoever was signed in is so no more; who comes then has that day too. */
  async daysLater(days) {
    this.#days = days;
    for (const code of this.#programs) await this.region.end(code);
    process.env[CLOCK] = String(days * DAY_S);
    await this.region.start(...this.#programs);
    this.#kept.clear();
  }

  /** A test that builds on those before it. Where it fails, failed-<journey>-<who>.png show what those whom `as` gave had before them. */
  step(name, walk) {
    test(name, { timeout: STEP_MS }, async () => {
      assert.equal(this.#stuck, "", "an earlier step failed");
      this.#stuck = name;
      try {
        await walk();
      } catch (failed) {
        for (const [who, { page }] of this.#kept) await page.screenshot({ path: `${PICTURES}/failed-${JOURNEY}-${who}.png` }).catch(() => {});
        throw failed;
      }
      this.#stuck = "";
    });
  }
}

/**
 * Sets the stage before the tests of a file, and clears it after them, whatever happened. Its `region` is there when they begin.
 *
 * programs   codes of those that run: `council`, States
 * filled     codes of those that have contents: those that run when left out. A State with people takes seconds to fill
 * prepare    what is done on the stage before the first test. Not in a `before` of the file: Node would begin both at once
 */
export function setStage({ programs, filled = programs }, prepare = () => {}) {
  const stage = new Stage(programs);
  before(async () => {
    await stage.set(filled);
    await prepare();
  });
  after(() => stage.clear());
  return stage;
}

/**
 * The same for the page of all parts, which has no program behind it.
 *
 * replies   as pages-server.mjs takes them
 */
export function setGallery(replies) {
  let browser, pages;
  before(async () => {
    pages = await servePages(`${root}/web/dist/gallery`, replies);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await pages?.close();
  });
  return {
    /** @returns {string} such as http://127.0.0.1:41234 */
    address: () => pages.address,
    /** A guest; language and scheme as above. */
    reader: (options) => browser.reader({ base: pages.address, ...options }),
  };
}
