import { describe, expect, it } from "vitest";
import { DOMAINS } from "./case-data";
import { changed } from "./needs-form";

type Findings = Parameters<typeof changed>[0];
const findings = (given: Partial<Findings>): Findings =>
  ({ ...Object.fromEntries(DOMAINS.map((domain) => [domain, { level: null, note: "" }])), ...given }) as Findings;

describe("changed findings", () => {
  const before = findings({ education: { level: "urgent", note: "no school" } });
  it("are none when nothing was touched", () => expect(changed(before, before)).toEqual([]));
  it("are those with another level, another note, or asked for the first time", () => {
    const now = findings({
      education: { level: "some", note: "no school" }, housing: { level: "none", note: " a flat " }, health: { level: null, note: "left over" } });
    expect(changed(before, now)).toEqual([
      { domain: "education", level: "some", note: "no school" }, { domain: "housing", level: "none", note: "a flat" }]);
  });
  it("do not come from a space at the end of a note", () => {
    expect(changed(before, findings({ education: { level: "urgent", note: "no school " } }))).toEqual([]);
  });
});
