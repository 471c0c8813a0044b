// ./run as a newcomer meets it: with the real programs, on ports of its own.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { holderOf, isBusy } from "../../scripts/ports.mjs";
import { until } from "./region.mjs";

const BASE = 9700;
const PORTS = [0, 1, 2, 3, 4, 5].map((offset) => BASE + offset);
const READY = "Ctrl-C stops everything";
const root = fileURLToPath(new URL("../..", import.meta.url));

/** Everything started here, so that nothing outlives the tests. */
const started = new Set();

/** Starts ./run from another folder. `until(text)` waits for its words, `ended` for its exit code. */
function startRun(...options) {
  const child = spawn(`${root}run`, ["--no-build", "--port-base", String(BASE), ...options], { cwd: "/", stdio: ["ignore", "pipe", "pipe"] });
  started.add(child);
  const run = { child, output: "", began: Date.now() };
  run.ended = new Promise((resolve) => child.on("close", (code) => {
    started.delete(child);
    resolve(code);
  }));
  const heard = [];
  const listen = (chunk) => {
    run.output += chunk;
    heard.forEach((check) => check());
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  run.until = (text) => new Promise((resolve, reject) => {
    const check = () => run.output.includes(text) && resolve();
    heard.push(check);
    check();
    run.ended.then(() => reject(new Error(`./run ended without "${text}":\n${run.output}`)));
  });
  return run;
}

async function assertAllFree() {
  for (const port of PORTS) assert.equal(await isBusy(port), false, `port ${port} is free`);
}

after(() => started.forEach((child) => child.kill("SIGTERM")));

describe("./run", () => {
  let run;
  before(async () => {
    run = startRun("--fresh");
    await run.until(READY);
  });

  test("starts the Council and five nodes, each ready and measured", async () => {
    for (const port of PORTS) {
      assert.equal((await fetch(`http://127.0.0.1:${port}/healthz`)).status, 200);
      const metrics = await fetch(`http://127.0.0.1:${port}/metrics`);
      assert.match(await metrics.text(), /^# TYPE \w+ (counter|gauge|histogram)$/m);
    }
  });

  test("prints each address, and a sign-in that works", async () => {
    for (const port of PORTS) assert.ok(run.output.includes(`http://127.0.0.1:${port}`), `address with port ${port}`);
    const [, username, password] = /^ {4}(\S+)\s+(\S+)\s+coordinator$/m.exec(run.output) ?? assert.fail(`no coordinator in\n${run.output}`);
    const reply = await fetch(`http://127.0.0.1:${BASE + 1}/api/session`, {
      method: "POST", headers: { "content-type": "application/json", origin: `http://127.0.0.1:${BASE + 1}` },
      body: JSON.stringify({ username, password }),
    });
    assert.equal(reply.status, 200, await reply.text());
  });

  test("says so when the same region is started again", async () => {
    const second = startRun();
    assert.equal(await second.ended, 1);
    assert.match(second.output, /already running here with var\/demo-9700/);
  });

  test("stops everything on Ctrl-C", async () => {
    run.child.kill("SIGINT");
    assert.equal(await run.ended, 0);
    assert.match(run.output, /stopped\n$/);
    await assertAllFree();
  });

  test("is up again within five seconds", async () => {
    run = startRun();
    await run.until(READY);
    const took = Date.now() - run.began;
    assert.ok(took < 5000, `took ${took} ms`);
  });

  test("stops the others when a program dies, and says which", async () => {
    process.kill(holderOf(BASE + 3).pid, "SIGKILL");
    assert.equal(await run.ended, 1);
    assert.match(run.output, /Tajikistan \(tj\) ended by SIGKILL\. The last lines of var\/log\/demo-9700\/tj\.log:/);
    await assertAllFree();
  });

  test("leaves nothing running when it is itself killed", async () => {
    run = startRun();
    await run.until(READY);
    run.child.kill("SIGKILL");
    await run.ended;
    // Nobody is left to wait for the programs: each ends by itself, and on a busy machine not all at once.
    await until(async () => !(await Promise.all(PORTS.map(isBusy))).includes(true), "every program to end");
  });

  test("names a busy port, its process, and the way out, and starts nothing", async () => {
    const other = createServer();
    await new Promise((resolve) => other.listen(BASE + 5, "127.0.0.1", resolve));
    const refused = startRun();
    assert.equal(await refused.ended, 1);
    other.close();
    assert.match(refused.output, new RegExp(`Port ${BASE + 5}.* process ${process.pid} .*\\./run --port-base \\d+`));
    await assertAllFree();
  });
});
