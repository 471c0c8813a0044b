// A demo region in a folder of its own, its programs as real processes on loopback, and people who use their API.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const bin = process.env.HOMEWARD_BIN ?? join(root, "build/release");
const web = process.env.HOMEWARD_WEB ?? join(root, "web/dist");
const run = promisify(execFile);
export const password = "homeward-demo-2024";

const ROWS = { first: 20_000, count: 1_200, each: 10 }; // below the ports that the kernel lends to whoever connects
const PROGRAMS = 6;

/** Listens on a port, without keeping this process alive; null when somebody else does. */
const listen = (port) =>
  new Promise((settle) => {
    const server = createServer().once("error", () => settle(null));
    server.listen(port, "127.0.0.1", () => settle(server.unref()));
  });

const close = (server) => new Promise((settle) => server.close(settle));

async function isFree(port) {
  const server = await listen(port);
  if (server) await close(server);
  return server !== null;
}

/**
 * Takes six neighbouring ports for a region. Whoever listens on the last port of a row has the row, so that two processes
 * that look at once never take the same; the kernel gives it back when a process ends.
 * @returns {Promise<{base: number, release: () => Promise<void>}>} the first port, and how to give them back
 */
async function takePorts() {
  for (let tries = 0; tries < 50; ++tries) {
    const base = ROWS.first + Math.floor(Math.random() * ROWS.count) * ROWS.each;
    const claim = await listen(base + ROWS.each - 1);
    if (!claim) continue;
    const free = await Promise.all(Array.from({ length: PROGRAMS }, (_, i) => isFree(base + i)));
    if (free.every(Boolean)) return { base, release: () => close(claim) };
    await close(claim);
  }
  throw new Error("no six free ports in a row");
}

export const wait = (ms) => new Promise((settle) => setTimeout(settle, ms));

/** Asks again until `ask` gives something, at most 30 s. */
export async function until(ask, what) {
  for (let i = 0; i < 300; ++i) {
    const found = await ask();
    if (found) return found;
    await wait(100);
  }
  throw new Error(`waited too long for ${what}`);
}

/** `homeward-admin …`; gives its exit code and what it printed. */
export async function admin(...args) {
  try {
    const { stdout, stderr } = await run(join(bin, "homeward-admin"), args, { cwd: root, maxBuffer: 1 << 26 });
    return { code: 0, stdout, stderr };
  } catch (failed) {
    return { code: failed.code, stdout: failed.stdout, stderr: failed.stderr };
  }
}

/** A whole region. Call `stop` in the end, whatever happened. */
export class Region {
  /** only   codes of those that get contents, all when left out: filling a node with people takes its time */
  static async make({ only = [] } = {}) {
    const region = new Region(await mkdtemp(join(tmpdir(), "homeward-region-")), await takePorts());
    const made = await admin("demo", "--into", region.into, "--static-root", web, "--port-base", String(region.ports.council), ...only.flatMap((code) => ["--only", code]));
    if (made.code === 0) return region;
    await region.stop();
    throw new Error(made.stderr);
  }

  constructor(folder, { base, release }) {
    this.folder = folder;
    this.into = join(folder, "demo");
    this.ports = Object.fromEntries(["council", "kg", "kz", "tj", "tm", "uz"].map((code, i) => [code, base + i]));
    this.releasePorts = release;
    this.running = new Map();
  }

  config = (code) => join(this.into, code, "homeward.toml");
  database = (code) => join(this.into, code, "homeward.db");
  url = (code) => `http://127.0.0.1:${this.ports[code]}`;

  /** Starts programs and waits until they are ready. */
  async start(...codes) {
    for (const code of codes) {
      const program = join(bin, code === "council" ? "homeward-council" : "homeward-node");
      const child = spawn(program, ["--config", this.config(code)], { stdio: ["ignore", "pipe", "pipe"] });
      child.said = "";
      child.stdout.on("data", (text) => (child.said += text));
      child.stderr.on("data", (text) => (child.said += text));
      child.ended = new Promise((settle) => child.once("exit", (exit, signal) => settle({ exit, signal })));
      this.running.set(code, child);
    }
    for (const code of codes) {
      await until(async () => {
        if (this.running.get(code).exitCode !== null) throw new Error(`${code} ended: ${this.running.get(code).said}`);
        return fetch(`${this.url(code)}/healthz`).then((reply) => reply.ok, () => false);
      }, `${code} to be ready`);
    }
  }

  /** Ends one program, by SIGTERM or another signal, and waits for it. */
  async end(code, signal = "SIGTERM") {
    const child = this.running.get(code);
    this.running.delete(code);
    child.kill(signal);
    return { ...(await child.ended), said: child.said };
  }

  async stop() {
    await Promise.all([...this.running.keys()].map((code) => this.end(code)));
    await this.releasePorts();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Signs somebody in. */
  async signIn(code, username) {
    const reader = new Reader(this.url(code));
    await reader.post("/api/session", { username, password });
    return reader;
  }

  read = (code, file) => readFile(join(this.into, code, file));
}

/** One person's session, over the API. A reply that is not 2xx is an Error with `status` and `problem`. */
export class Reader {
  constructor(base) {
    this.base = base;
  }

  async ask(method, path, body, headers = {}) {
    const raw = typeof body === "string" || body instanceof Uint8Array;
    const reply = await fetch(this.base + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": raw ? "application/octet-stream" : "application/json" }),
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(this.csrf ? { "x-csrf-token": this.csrf } : {}),
        ...headers,
      },
      body: body === undefined ? undefined : raw ? body : JSON.stringify(body),
    });
    const cookie = reply.headers.get("set-cookie");
    if (cookie) this.cookie = cookie.split(";")[0];
    const text = await reply.text();
    this.seen({ method, path: path.split("?")[0], status: reply.status, contentType: reply.headers.get("content-type") ?? "", text });
    const json = /json/.test(reply.headers.get("content-type") ?? "") && text ? JSON.parse(text) : undefined;
    if (!reply.ok) throw Object.assign(new Error(`${method} ${path}: ${reply.status} ${json?.key ?? text}`), { status: reply.status, problem: json });
    if (json?.csrf_token) this.csrf = json.csrf_token;
    return json ?? text;
  }

  /** For whoever watches replies, before they are read. */
  seen(_reply) {}

  get = (path) => this.ask("GET", path);
  post = (path, body = {}) => this.ask("POST", path, body);
  put = (path, body) => this.ask("PUT", path, body);
}

/** Rows of a query on a copy of a database, read by the program that is sure to be there: this one's own sqlite3. */
export async function rows(database, sql) {
  const { stdout } = await run("sqlite3", ["-json", `file:${database}?mode=ro`, sql], { maxBuffer: 1 << 26 });
  return stdout ? JSON.parse(stdout) : [];
}
