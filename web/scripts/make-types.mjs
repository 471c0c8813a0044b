// TypeScript types of the two contracts: ../api/*.yaml → src/api/generated/*.d.ts. Skips what is up to date.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const web = fileURLToPath(new URL("..", import.meta.url));
mkdirSync(`${web}src/api/generated`, { recursive: true });

for (const name of ["node", "council"]) {
  const from = `${web}../api/${name}.yaml`;
  const to = `${web}src/api/generated/${name}.d.ts`;
  if (existsSync(to) && statSync(to).mtimeMs > statSync(from).mtimeMs) continue;
  execFileSync(process.execPath, [`${web}node_modules/openapi-typescript/bin/cli.js`, from, "-o", to], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}
