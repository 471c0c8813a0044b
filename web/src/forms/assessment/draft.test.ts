import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Schemas } from "../../api/node";
import { withAnswer } from "../fill/paths";
import type { Answers } from "../engine/answers";
import { Draft } from "./draft";

type Assessment = Schemas["Assessment"];

/** A server that keeps one assessment, as the contract says: a save names the version it saw. */
class Server {
  version = 1;
  answers: Answers = { grade: 2 };
  down = false;
  signedOut = false;
  saves = 0;

  assessment(): Assessment {
    return {
      id: "7f7c9a52-3c1c-4a6e-9d0e-1b8f4f7c0001", case_id: "c", person: { id: "p", name: "Somebody", code: "UZ-1" }, form_state: "published", state: "draft",
      version: this.version, today: "2024-05-14", started_by: { id: "s", name: "Worker" }, started_at: "2024-05-14T09:00:00Z", saved_at: "2024-05-14T09:00:00Z", moves: [],
      definition: { id: "f", version: 1, title: { en: "F" }, fields: [
        { code: "grade", kind: "integer", label: { en: "Grade" } }, { code: "note", kind: "text", label: { en: "Note" } },
        { code: "twice", kind: "calculate", label: { en: "Twice" }, calculation: "${grade} * 2" }] },
      evaluation: { answers: { ...this.answers }, hidden: [], errors: [], scores: [], asked: 2, answered: 1 },
      allows: { write: true, submit: true, decide: false, drop: true },
    } as Assessment;
  }

  reply = async (request: Request): Promise<Response> => {
    if (this.down) throw new TypeError("no line");
    const send = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status, headers: { "Content-Type": "application/json" } });
    if (this.signedOut) return send({ key: "session.needed" }, 401);
    if (request.method === "GET") return send(this.assessment());
    const { version, answers } = await request.json() as { version: number; answers: Answers };
    if (version !== this.version) return send({ key: "edit.changed_meanwhile" }, 409);
    ++this.saves;
    ++this.version;
    this.answers = answers;
    return send({ id: "x", version: this.version, saved_at: "2024-05-14T10:00:00Z", evaluation: this.assessment().evaluation });
  };
}

let server: Server;
beforeEach(() => {
  vi.useFakeTimers();
  server = new Server();
  vi.spyOn(globalThis, "fetch").mockImplementation((request) => server.reply(request as Request));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const open = (user = "ann") => new Draft(server.assessment(), user, () => {});
const type = (draft: Draft, at: string, value: string | number) => draft.change((answers) => withAnswer(answers, at, value));

it("saves itself a moment after the last change, once", async () => {
  const draft = open();
  type(draft, "note", "a");
  type(draft, "note", "ab");
  expect(draft.saving.kind).toBe("waiting");
  await vi.advanceTimersByTimeAsync(3_000);
  expect(server.answers).toEqual({ grade: 2, note: "ab" });
  expect([server.saves, draft.saving.kind, draft.unsaved]).toEqual([1, "saved", false]);
});

it("keeps what was typed without a line, and saves it when there is one", async () => {
  const draft = open();
  server.down = true;
  type(draft, "note", "on the bus");
  expect(await draft.flush()).toBe(false);
  expect(draft.saving.kind).toBe("failed");
  server.down = false;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(server.answers.note).toBe("on the bus");
});

it("joins what a colleague answered elsewhere, and asks where both answered", async () => {
  const [mine, theirs] = [open(), open()];
  type(theirs, "grade", 5);
  await theirs.flush();
  type(mine, "note", "mine");
  await mine.flush();
  await vi.advanceTimersByTimeAsync(100);
  expect(server.answers).toEqual({ grade: 5, note: "mine" });
  type(theirs, "note", "theirs");
  await theirs.flush();
  expect(theirs.saving).toEqual({ kind: "clash", clashes: [{ place: "note", mine: "theirs", theirs: "mine" }] });
  expect(await theirs.flush()).toBe(false);
  theirs.settle([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(server.answers).toEqual({ grade: 5, note: "theirs" });
});

it("gives what was typed when a session ended back to the same person alone", async () => {
  const lose = async () => {
    const draft = open("ann");
    server.signedOut = true;
    type(draft, "note", "an hour of work");
    await draft.flush();
    draft.stop();
    server.signedOut = false;
  };
  await lose();
  expect(open("bek").answers.note).toBeUndefined();
  await lose();
  const again = open("ann");
  expect(again.answers.note).toBe("an hour of work");
  await again.flush();
  expect(server.answers.note).toBe("an hour of work");
});
