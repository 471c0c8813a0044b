// Builds both front ends: types, map, dist/node and dist/council, and a .gz beside each file that compresses.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const web = fileURLToPath(new URL("..", import.meta.url));
const COMPRESSES = /\.(html|js|css|json|svg|txt)$/;

function run(script, args = [], env = {}) {
  execFileSync(process.execPath, [`${web}${script}`, ...args], { cwd: web, stdio: "inherit", env: { ...process.env, ...env } });
}

function compress(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !COMPRESSES.test(entry.name)) continue;
    const path = `${entry.parentPath}/${entry.name}`;
    writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
  }
}

run("scripts/make-types.mjs");
run("scripts/make-map.mjs");
// `npm run gallery` builds the page of all parts instead; the journeys look at it.
const apps = process.argv[2] === "gallery" ? ["gallery"] : ["node", "council"];
for (const app of apps) {
  run("node_modules/vite/bin/vite.js", ["build", "--logLevel", "warn"], { HOMEWARD_APP: app });
  compress(`${web}dist/${app}`);
}
