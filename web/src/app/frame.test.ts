import { expect, it } from "vitest";
import type { NavEntry } from "../ui/area";
import type { Session } from "../session/session";
import { entriesFor } from "./frame";

const entry = (to: string, change: Partial<NavEntry> = {}): NavEntry => ({ to, label: "l", icon: "home", ...change });
const nav = [entry("/open", { open: true }), entry("/all"), entry("/cases", { needs: ["read_case", "write_case"] })];
const session = (permissions: string[], demo = false) => ({ permissions, instance: { demo } } as Session);
const shown = (who: Session | null) => entriesFor(nav, who).map(({ to }) => to);

it("shows nobody but the open entries", () => expect(shown(null)).toEqual(["/open"]));
it("shows who is signed in what needs no right", () => expect(shown(session([]))).toEqual(["/open", "/all"]));
it("shows an entry to whoever has any of its rights", () => expect(shown(session(["write_case"]))).toEqual(["/open", "/all", "/cases"]));
it("shows what is for guests to nobody else", () => {
  const check = [entry("/certificates", { guests: true })];
  expect(entriesFor(check, null)).toEqual(check);
  expect(entriesFor(check, session([]))).toEqual([]);
});
it("shows what is for a demonstration in one alone", () => {
  const letters = [entry("/mailbox", { demo: true })];
  expect(entriesFor(letters, session([]))).toEqual([]);
  expect(entriesFor(letters, session([], true))).toEqual(letters);
  expect(entriesFor(letters, null)).toEqual([]);
});
