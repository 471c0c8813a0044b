// A real browser for the journeys: readers with their own language and theme, pictures, axe.
import { mkdirSync, readFileSync } from "node:fs";
import { apiContract } from "./contract.mjs";
import { locate, need, root } from "./packages.mjs";

const { chromium } = need("playwright-core");
/** Where the pictures go. */
export const PICTURES = `${root}var/journeys`;
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
const axeSource = readFileSync(locate("axe-core/axe.min.js"), "utf8");

/** Violations of axe on the page as it stands, one line each. */
export async function axe(page) {
  // Evaluated through the debugger, so that the page's content security policy need not allow it.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary}`));
}

/** Waits until the page has kept its shape for some frames, as it does once it has answered to another size of the window. */
async function standsStill(page) {
  await page.evaluate(async () => {
    const shape = () => [innerWidth, document.documentElement.scrollHeight, document.body.innerHTML.length].join();
    let last = "";
    for (let still = 0, frames = 0; still < 5 && frames < 120; ++frames) {
      await new Promise((drawn) => requestAnimationFrame(drawn));
      still = shape() === last ? still + 1 : 0;
      last = shape();
    }
  });
}

/** A part of the page that stands out to the right of a window as wide as a phone; null when all fits. */
async function overflow(page) {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return null;
    const wide = [...document.querySelectorAll("body *")].find((element) => element.getBoundingClientRect().right > room + 1);
    return wide ? wide.outerHTML.slice(0, 200) : "something";
  });
}

/** What somebody wrote, where it is read: in a box that is just closing the same words do not count. */
export const written = (within, text) => within.getByText(text).locator("xpath=self::*[not(self::textarea)]");

class Reader {
  constructor(context, page, contract) {
    Object.assign(this, { context, page, contract, troubles: [] });
    page.on("pageerror", (error) => this.troubles.push(`page: ${error.message}`));
    page.on("console", (message) => {
      // A refused request is the browser's own line; the journey judges the reply itself.
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) this.troubles.push(`console: ${message.text()}`);
    });
  }

  /** Waits until nothing is loading any more. */
  async settle() {
    await this.page.waitForLoadState("networkidle");
    await this.page.locator("main h1").first().waitFor();
  }

  async signIn({ username, password }) {
    await this.page.goto("/sign-in");
    await this.page.locator("input[autocomplete=username]").fill(username);
    await this.page.locator("input[autocomplete=current-password]").fill(password);
    await this.page.locator("button[type=submit]").click();
    await this.page.waitForURL((url) => url.pathname !== "/sign-in");
    await this.settle();
  }

  async signOut() {
    await this.context.clearCookies();
    await this.page.goto("/sign-in");
    await this.settle();
  }

  /** What a page of a journey owes its reader: pictures at both sizes, axe, clean replies. */
  async look(name) {
    await this.settle();
    await this.mustBeAccessible(name);
    await this.mustBeClean();
  }

  /** Draws the page as wide as a phone, then as a desktop, and does something with each. */
  async atBothSizes(act) {
    for (const size of [PHONE, DESKTOP]) {
      await this.page.setViewportSize(size);
      await standsStill(this.page);
      await act(size);
    }
  }

  /** From the top, and without the short words that lie over a page for some seconds. */
  async picture(name, { width }) {
    mkdirSync(PICTURES, { recursive: true });
    const words = (display) => this.page.evaluate((value) => {
      for (const each of document.querySelectorAll(".mantine-Notifications-root")) each.style.display = value;
    }, display);
    await this.page.evaluate(() => scrollTo(0, 0));
    await words("none");
    await this.page.screenshot({ path: `${PICTURES}/${name}-${width}.png`, fullPage: true });
    await words("");
  }

  /** Pictures of the whole page on a desktop and on a phone: var/journeys/<name>-1280.png and -360.png. */
  screenshot(name) {
    return this.atBothSizes((size) => this.picture(name, size));
  }

  /** axe on a desktop and on a phone, and that nothing stands out of the phone; with a name, pictures too. Throws with all that was found. */
  async mustBeAccessible(name) {
    const found = [];
    await this.atBothSizes(async (size) => {
      if (name) await this.picture(name, size);
      found.push(...(await axe(this.page)).map((line) => `${size.width} px: ${line}`));
      const wide = size === PHONE && (await overflow(this.page));
      if (wide) found.push(`360 px: wider than the window: ${wide}`);
    });
    if (found.length > 0) throw new Error(`${this.page.url()}\n${found.join("\n")}`);
  }

  /** Throws when a script failed, the console complained, or a reply broke the contract. */
  async mustBeClean() {
    const found = [...this.troubles, ...(this.contract ? await this.contract.complaints() : [])];
    if (found.length > 0) throw new Error(found.join("\n"));
  }
}

/** Starts Chromium. `reader({ base, contract, language, scheme })` opens a page of its own with its own cookies. */
export async function openBrowser() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    // Chromium refuses its sandbox to root, as which a container's tests run.
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  return {
    /**
     * base       address of the server
     * contract   `node` or `council`: hold its replies against it
     * language   `en` or `ru`: the browser's
     * scheme     `light` or `dark`
     * chosen     whether somebody has chosen this language on this device before
     */
    async reader({ base, contract, language = "en", scheme = "light", chosen = false }) {
      const locale = language === "ru" ? "ru-RU" : "en-GB";
      const remembered = chosen ? [{ origin: base, localStorage: [{ name: "homeward.language", value: language }] }] : [];
      const context = await browser.newContext({
        baseURL: base, viewport: DESKTOP, locale, colorScheme: scheme, timezoneId: "Asia/Tashkent", reducedMotion: "reduce",
        storageState: { cookies: [], origins: remembered },
      });
      const watch = contract ? apiContract(context, contract) : null;
      return new Reader(context, await context.newPage(), watch);
    },
    close: () => browser.close(),
  };
}
