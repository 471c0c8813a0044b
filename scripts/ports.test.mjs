import assert from "node:assert/strict";
import { createServer } from "node:net";
import { test } from "node:test";
import { holderOf, isBusy } from "./ports.mjs";

test("a port in use names its process, a free one nobody", async () => {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  assert.equal(await isBusy(port), true);
  assert.equal(holderOf(port)?.pid, process.pid);
  await new Promise((resolve) => server.close(resolve));
  assert.equal(await isBusy(port), false);
  assert.equal(holderOf(port), undefined);
});
