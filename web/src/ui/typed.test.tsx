import { useForm } from "@mantine/form";
import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { forgetTyped, sessionOver, typedBelongsTo, typedMayGo, useTyped } from "./typed";

const open = (text = "") => renderHook(() => {
  const form = useForm({ initialValues: { text } });
  return { form, again: useTyped(form, "Save") };
});
/** A form in which somebody typed when the session ended. */
function loseSession(begun = "") {
  const page = open(begun);
  act(() => page.result.current.form.setFieldValue("text", "an hour of work"));
  typedMayGo();
  page.unmount();
}

beforeEach(() => {
  forgetTyped();
  typedBelongsTo("ann");
});

it("comes back to who typed it, once", () => {
  loseSession();
  typedBelongsTo("ann");
  const page = open();
  expect(page.result.current.form.values.text).toBe("an hour of work");
  expect(page.result.current.again).toBe(true);
  page.unmount();
  expect(open().result.current.form.values.text).toBe("");
});

it("is for nobody else, and for nobody after a sign-out", () => {
  loseSession();
  typedBelongsTo("bek");
  typedBelongsTo("ann");
  expect(open().result.current.form.values.text).toBe("");
  loseSession();
  forgetTyped();
  typedBelongsTo("ann");
  expect(open().result.current.form.values.text).toBe("");
});

it("is not put over what a colleague changed meanwhile", () => {
  loseSession("as it was");
  typedBelongsTo("ann");
  expect(open("as a colleague left it").result.current.form.values.text).toBe("as a colleague left it");
});

it("keeps nothing of a form that is left while the session lasts, or was opened after it ended", () => {
  const page = open();
  act(() => page.result.current.form.setFieldValue("text", "given up"));
  page.unmount();
  expect(open().result.current.form.values.text).toBe("");
  typedMayGo();
  const signIn = open();
  act(() => signIn.result.current.form.setFieldValue("text", "a password"));
  signIn.unmount();
  typedBelongsTo("ann");
  expect(open().result.current.form.values.text).toBe("");
});

it("holds nobody up on the way out, and asks again after the next sign-in", () => {
  expect(sessionOver()).toBe(false);
  typedMayGo();
  expect(sessionOver()).toBe(true);
  typedBelongsTo("ann");
  forgetTyped();
  expect(sessionOver()).toBe(true);
  typedBelongsTo("ann");
  expect(sessionOver()).toBe(false);
});
