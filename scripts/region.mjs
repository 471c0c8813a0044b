// Runs a demo region until Ctrl-C: the programs that its sign-ins.json lists, each with its own folder and log.
//
//   node scripts/region.mjs var/demo

import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { holderOf, isBusy } from "./ports.mjs";
import { lastLines } from "./progress.mjs";

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 15_000; // the servers give their last requests ten seconds
const root = fileURLToPath(new URL("..", import.meta.url));
const region = process.argv[2];
const logs = basename(region) === "demo" ? "var/log" : `var/log/${basename(region)}`;

/** @typedef {{instance: string, name: string, url: string, accounts: {username: string, password: string, role: string}[]}} Instance */

/** The running programs by instance. @type {Map<string, import("node:child_process").ChildProcess>} */
const running = new Map();
let stopping = false;

class Trouble extends Error {}

/** @returns {Instance[]} */
function readInstances() {
  try {
    return JSON.parse(readFileSync(`${region}/sign-ins.json`, "utf8"));
  } catch {
    throw new Trouble(`${region}/sign-ins.json cannot be read: make a new region with ./run --fresh.`);
  }
}

async function checkPorts(instances) {
  for (const { name, url } of instances) {
    const port = Number(new URL(url).port);
    if (!(await isBusy(port))) continue;
    const holder = holderOf(port);
    const who = holder ? `process ${holder.pid} (${holder.command})` : "another program";
    const elsewhere = Number(new URL(instances[0].url).port) + 600;
    throw new Trouble(`Port ${port}, meant for ${name}, is taken by ${who}: stop that, or start on other ports: ./run --port-base ${elsewhere}`);
  }
}

const logOf = (instance) => `${logs}/${instance}.log`;

function start({ instance, name }) {
  const program = instance === "council" ? "homeward-council" : "homeward-node";
  const log = openSync(logOf(instance), "w");
  // A session of its own: Ctrl-C reaches this process only, which then stops the others in order.
  // Should this process be killed, the kernel ends them.
  const child = spawn("setpriv", ["--pdeathsig", "TERM", `build/release/${program}`, "--config", `${region}/${instance}/homeward.toml`], {
    cwd: root, detached: true, stdio: ["ignore", log, log],
  });
  closeSync(log);
  running.set(instance, child);
  child.on("error", (error) => reportDeath(instance, name, error.message));
  child.on("exit", (code, signal) => {
    running.delete(instance);
    if (!stopping) reportDeath(instance, name, signal ? `ended by ${signal}` : `ended with code ${code}`);
  });
}

function reportDeath(instance, name, how) {
  if (stopping) return;
  console.error(`\n${name} (${instance}) ${how}. The last lines of ${logOf(instance)}:\n${lastLines(logOf(instance), 15)}`);
  void stop(1);
}

/** Stops everything this process started and ends it. */
async function stop(code) {
  if (stopping) return;
  stopping = true;
  if (running.size > 0) process.stdout.write("\nStopping … ");
  const ended = [...running.values()].map((child) => new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill("SIGTERM");
  }));
  const late = setTimeout(() => running.forEach((child, instance) => {
    console.error(`${instance} did not stop within ${STOP_WITHIN_MS / 1000} s and was killed.`);
    child.kill("SIGKILL");
  }), STOP_WITHIN_MS);
  await Promise.all(ended);
  clearTimeout(late);
  if (ended.length > 0) console.log("stopped");
  process.exit(code);
}

async function isReady(url) {
  try {
    const reply = await fetch(new URL("/healthz", url), { signal: AbortSignal.timeout(2_000) });
    return reply.status === 200;
  } catch {
    return false;
  }
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function waitUntilReady(instances) {
  const began = Date.now();
  const waiting = new Map(instances.map((one) => [one.instance, one]));
  const ready = [];
  while (waiting.size > 0 && !stopping) {
    for (const one of [...waiting.values()]) {
      if (!(await isReady(one.url))) continue;
      waiting.delete(one.instance);
      ready.push(one.instance);
      if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K  Starting: ready ${ready.join(", ")}`);
    }
    if (waiting.size === 0) break;
    if (Date.now() - began > READY_WITHIN_MS) {
      const [late] = waiting.values();
      throw new Trouble(`${late.name} was not ready within ${READY_WITHIN_MS / 1000} s. The last lines of ${logOf(late.instance)}:\n${lastLines(logOf(late.instance), 15)}`);
    }
    await pause(50);
  }
  if (process.stdout.isTTY) process.stdout.write("\r\x1b[K");
  if (!stopping) console.log(`  ${((Date.now() - began) / 1000).toFixed(1).padStart(4)} s  All ${ready.length} programs are ready`);
}

const sameAccounts = (one, other) => JSON.stringify(one.accounts) === JSON.stringify(other.accounts);

/** Neighbours with the same accounts share one list: the nodes of a demo region do. */
function printSignIns(instances) {
  const width = (values) => Math.max(...values.map((value) => value.length));
  const accounts = instances.flatMap((one) => one.accounts);
  const widths = [instances.map((one) => one.name), accounts.map((one) => one.username), accounts.map((one) => one.password)].map(width);
  console.log("\nHomeward is running. The people in it are invented.");
  instances.forEach((one, index) => {
    const [before, after] = [instances[index - 1], instances[index + 1]];
    if (!before || !sameAccounts(before, one)) console.log();
    console.log(`  ${one.name.padEnd(widths[0])}  ${one.url}`);
    if (after && sameAccounts(one, after)) return;
    for (const { username, password, role } of one.accounts) {
      console.log(`    ${username.padEnd(widths[1])}  ${password.padEnd(widths[2])}  ${role.replaceAll("_", " ")}`);
    }
  });
  console.log(`\nLogs are in ${logs}. Ctrl-C stops everything.`);
}

async function main() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stop(0));
  const instances = readInstances();
  await checkPorts(instances);
  mkdirSync(logs, { recursive: true });
  instances.forEach(start);
  await waitUntilReady(instances);
  if (!stopping) printSignIns(instances);
}

process.chdir(root);
main().catch((error) => {
  console.error(error instanceof Trouble ? `\n${error.message}` : error);
  void stop(1);
});
