import { expect, test } from "vitest";
import en from "../i18n/en/search.json";
import { addressOf, KINDS } from "./kinds";

test("each kind has its words and its address", () => {
  expect(Object.keys(en.kind).sort()).toEqual([...KINDS].sort());
  expect(Object.keys(en.kinds).sort()).toEqual([...KINDS].sort());
  for (const kind of KINDS) {
    const address = addressOf(kind, "0192");
    expect("file" in address ? address.file : address.to, kind).toMatch(/^\/(?!$)/);
  }
});

test("a guest is led to the public pages", () => {
  expect(addressOf("session", "0192", true)).toEqual({ to: "/calendar/0192" });
  expect(addressOf("training", "0192", true)).toEqual({ to: "/trainings" });
  expect(addressOf("paper", "0192", true)).toEqual({ file: "/api/public/papers/0192/content" });
  expect(addressOf("session", "0192")).toEqual({ to: "/meetings/0192" });
});
