import { describe, expect, it } from "vitest";
import type { Claim, ReleaseHeadlines } from "./queries";
import { flowOf, stockBars, stockOf } from "./stock-and-flow";

const stage = (about: string, part: string, as_of: string, value: number) => ({ about, part, as_of, value }) as Claim;
const STATES = ["KZ", "KG", "UZ"];

describe("who came when", () => {
  it("sums the stages of a year and leaves no year out between", () => {
    const flow = flowOf([stage("uz", "Mehr-1", "2019-05-30", 156), stage("uz", "Mehr-2", "2019-10", 64), stage("kz", "Zhusan (2021)", "2021~", 12)], STATES);
    expect(flow.years).toEqual([2019, 2020, 2021]);
    expect(flow.series).toEqual([{ state: "KZ", values: [null, null, 12] }, { state: "UZ", values: [220, null, null] }]);
  });
  it("counts a stage once, by its newest figure", () => {
    const flow = flowOf([stage("kg", "Aikol-4", "2023-12-01", 90), stage("kg", "Aikol-4", "2023-12-08", 96)], STATES);
    expect(flow.series).toEqual([{ state: "KG", values: [96] }]);
  });
  it("is empty where nobody says anything", () => expect(flowOf([], STATES)).toEqual({ years: [], series: [] }));
});

const release = (state: string, year: number, total: { value?: number; hidden: boolean }) =>
  ({ state, year, indicators: [{ indicator: "returnees", total }] }) as unknown as ReleaseHeadlines;

describe("who is home", () => {
  const stock = stockOf([release("uz", 2025, { value: 531, hidden: false }), release("uz", 2024, { value: 520, hidden: false }), release("kg", 2025, { hidden: true })], STATES);
  it("tells what was hidden from what was not released", () => {
    expect(stock).toEqual({ states: ["KG", "UZ"], years: [{ year: 2024, values: [undefined, 520] }, { year: 2025, values: [null, 531] }] });
  });
  it("draws no bar for what was not released", () => {
    expect(stockBars(stock, (state, year) => `${state} ${year}`)).toEqual({ categories: ["KG 2025", "UZ 2024", "UZ 2025"], values: [null, 520, 531] });
  });
});
