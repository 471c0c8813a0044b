import type { TFunction } from "i18next";

/** What the server says when something did not happen: RFC 9457 with a translation key. Thrown by every API call. */
export class Problem extends Error {
  constructor(
    /** HTTP status; 0 when the server could not be reached. */
    readonly status: number,
    /** Names the sentence `errors.<key>`; empty when the reply carried none. */
    readonly key: string,
    /** The input it is about, as it was sent. */
    readonly field?: string,
    readonly params: Record<string, string> = {},
  ) {
    super(`${status} ${key}`);
    this.name = "Problem";
  }
}

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/** Reads an error reply; a body that is no problem document gives a Problem by its status alone. */
export async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.clone().json().catch(() => null);
  const { key, field, params } = (body ?? {}) as { key?: unknown; field?: unknown; params?: unknown };
  const given = typeof params === "object" && params !== null ? (params as Record<string, string>) : {};
  return new Problem(response.status, text(key) ?? "", text(field), given);
}

/** Any thrown thing as a Problem: what is none came from the network or from a mistake in the page. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return error instanceof TypeError ? new Problem(0, "network") : new Problem(500, "");
}

/** The sentence for a reader: the problem's own, else one for its status, else the general one. */
export function problemText(t: TFunction, problem: Problem): string {
  const candidates = [problem.key && `errors.${problem.key}`, `errors.code.${problem.status}`, "errors.unexpected"];
  // A key may also name a branch of the catalogue; only a sentence will do.
  const isSentence = (name: string) => text(t(name, { defaultValue: "", returnObjects: true })) !== undefined;
  const name = candidates.find((candidate) => candidate && isSentence(candidate));
  return t(name || "errors.unexpected", problem.params);
}
