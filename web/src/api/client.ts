import createClient, { type Client, type Middleware } from "openapi-fetch";
import { Problem, readProblem } from "./problem";

const CHANGES = new Set(["POST", "PUT", "PATCH", "DELETE"]);

let csrfToken: string | null = null;
/** The session's token, sent with every request that changes something. Null when nobody is signed in. */
export function setCsrfToken(token: string | null): void {
  csrfToken = token;
}

const guard: Middleware = {
  onRequest({ request }) {
    if (csrfToken && CHANGES.has(request.method)) request.headers.set("X-CSRF-Token", csrfToken);
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw await readProblem(response);
    return response;
  },
  onError({ error }) {
    return error instanceof Problem ? error : new Problem(0, "network");
  },
};

/** A client of one contract. Its calls throw `Problem` and nothing else. */
export function makeClient<Paths extends object>(): Client<Paths> {
  const client = createClient<Paths>({ baseUrl: globalThis.location?.origin ?? "", fetch: (request) => fetch(request) });
  client.use(guard);
  return client;
}

type Reply<Data> = { data?: Data };

/** The body of a reply: `await body(api.GET("/api/…"))`. Throws Problem. */
export async function body<Data>(call: Promise<Reply<Data>>): Promise<NonNullable<Data>> {
  // A 204 has no body; its type is then `never` and nobody reads it.
  return (await call).data as NonNullable<Data>;
}

/**
 * Options that send a file as the body of a POST, its name beside it.
 * The contract's body is `application/octet-stream`, `{type: string, format: binary}`.
 */
export function rawFile(file: File) {
  return {
    // openapi-typescript writes binary bodies as string; fetch takes the file itself.
    body: file as unknown as string,
    bodySerializer: (content: unknown) => content as BodyInit,
    headers: { "Content-Type": "application/octet-stream", "X-File-Name": encodeURIComponent(file.name) },
  };
}
