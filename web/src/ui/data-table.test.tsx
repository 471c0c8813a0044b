import { MantineProvider } from "@mantine/core";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { beforeAll, expect, it, vi } from "vitest";
import common from "../i18n/en/common.json";
import { DataTable } from "./data-table";

beforeAll(() => i18next.use(initReactI18next).init({ lng: "en", resources: { en: { translation: { common } } } }));

const COLUMNS = [
  { key: "name", label: "Name", cell: (row: { name: string; n: number }) => row.name },
  { key: "n", label: "Children", cell: (row: { name: string; n: number }) => row.n, numeric: true },
];
const show = (more?: Parameters<typeof DataTable>[0]["more"], rows = [{ name: "Family A", n: 3 }]) => render(
  <MantineProvider>
    <DataTable caption="Families" columns={COLUMNS} rows={rows} rowKey={(row) => row.name} more={more} empty={<p>Nobody yet</p>} />
  </MantineProvider>);

it("names itself, its columns and its rows", () => {
  const { unmount } = show();
  const table = screen.getByRole("table", { name: "Families" });
  expect(within(table).getAllByRole("columnheader").map((cell) => cell.textContent)).toEqual(["Name", "Children"]);
  expect(within(table).getByRole("rowheader").textContent).toBe("Family A");
  expect(within(table).getByRole("cell").getAttribute("data-label")).toBe("Children");
  unmount();
});

it("asks for more while there is more", async () => {
  const loadMore = vi.fn();
  const { unmount } = show({ hasMore: true, loadingMore: false, loadMore });
  await userEvent.click(screen.getByRole("button", { name: "Show more" }));
  expect(loadMore).toHaveBeenCalledOnce();
  unmount();
  show({ hasMore: false, loadingMore: false, loadMore });
  expect(screen.queryByRole("button")).toBeNull();
});

it("shows what it was given in place of an empty table", () => {
  const { container } = show(undefined, []);
  expect(container.textContent).toContain("Nobody yet");
});
