// Serves a built front end with a few fixed replies, to test the front end's own parts without a program behind it.
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".json": "application/json" };
/** The policy under which the programs serve their pages. */
export const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

function fileFor(folder, path) {
  const file = `${folder}${path}`;
  return !path.includes("..") && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : `${folder}/index.html`;
}

async function bodyOf(request) {
  let text = "";
  for await (const part of request) text += part;
  return text ? JSON.parse(text) : undefined;
}

/**
 * folder    a built app, such as web/dist/node
 * replies   `"GET /api/session": ({ body, headers }) => ({ status, body, headers })`
 * returns   its address and `close()`
 */
export async function servePages(folder, replies) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (!pathname.startsWith("/api/")) {
      const file = fileFor(folder, pathname);
      response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream", "Content-Security-Policy": POLICY });
      response.end(readFileSync(file));
      return;
    }
    const reply = replies[`${request.method} ${pathname}`]?.({ body: await bodyOf(request), headers: request.headers })
      ?? { status: 404, body: { type: "urn:homeward:problem:not_found", title: "Not found", status: 404, key: "http.not_found" } };
    const type = reply.status >= 400 ? "application/problem+json" : "application/json";
    response.writeHead(reply.status, { ...(reply.body ? { "Content-Type": type } : {}), ...reply.headers });
    response.end(reply.body ? JSON.stringify(reply.body) : "");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => new Promise((done) => server.close(done)) };
}
