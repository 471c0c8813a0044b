import { expect, it } from "vitest";
import { wayBack } from "./sign-in-page";

it.each([["/people?q=a", "/people?q=a"], ["/", "/"]])("the way back to %s is kept", (back, expected) => {
  expect(wayBack({ back })).toBe(expected);
});
it.each(["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "", undefined, 7])("%s leads to the first page", (back) => {
  expect(wayBack({ back })).toBe("/");
});
