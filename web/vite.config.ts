import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// One of the two apps at a time: each has its own folder, so that a State serves nothing of the Council's and vice versa.
const app = process.env.HOMEWARD_APP ?? "node";
const web = fileURLToPath(new URL(".", import.meta.url));
const server = process.env.HOMEWARD_API ?? (app === "node" ? "http://127.0.0.1:8401" : "http://127.0.0.1:8400");
const forward = { "/api": { target: server } };
const underVitest = process.env.VITEST !== undefined;

/** All catalogues of a language in one file: one request instead of a dozen. */
function catalogueChunk(id: string): string | null {
  const found = /\/src\/i18n\/([a-z]{2})\/[a-z]+\.json$/.exec(id);
  return found?.[1] ? `words-${found[1]}` : null;
}

export default defineConfig({
  root: underVitest ? web : `${web}src/${app}`,
  plugins: [react()],
  server: { proxy: forward },
  preview: { proxy: forward },
  build: {
    outDir: `${web}dist/${app}`,
    emptyOutDir: true,
    target: "es2022",
    // Fonts and pictures stay files: a content security policy then needs no data: sources.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: catalogueChunk, debugName: "words" }] } } },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test-setup.ts"],
  },
});
