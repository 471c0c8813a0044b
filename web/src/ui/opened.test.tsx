import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { daysBetween, plusDays } from "../i18n/dates";
import { Opened } from "./opened";

function Sample() {
  const [open, setOpen] = useState(false);
  return (
    <section data-testid="around">
      {!open && <button onClick={() => setOpen(true)}>Write</button>}
      {open && <Opened><input aria-label="First" /><button onClick={() => setOpen(false)}>Close</button></Opened>}
    </section>
  );
}

describe("what a button opened", () => {
  it("has the keyboard at its first field, and gives it back to the section", async () => {
    render(<Sample />);
    await userEvent.click(screen.getByText("Write"));
    expect(document.activeElement).toBe(screen.getByLabelText("First"));
    await userEvent.click(screen.getByText("Close"));
    expect(document.activeElement).toBe(screen.getByTestId("around"));
  });
});

describe("days", () => {
  it("are counted across months and leap days", () => {
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2024-03-01", "2024-02-28")).toBe(-2);
    expect(plusDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(plusDays("2023-12-31", 1)).toBe("2024-01-01");
  });
});
