import { describe, expect, it } from "vitest";
import { csvOf, fileNameOf, paperOf, wrapped } from "./chart-files";

const PAPER = { text: "#111111", dimmed: "#666666", surface: "#ffffff", font: '"Noto Sans", sans-serif' };
const drawn = { svg: '<svg width="300" height="100"><rect/></svg>', width: 300, height: 100 };

describe("a chart to take along", () => {
  it("has its title, its notes and the picture between them, as XML", () => {
    const paper = paperOf(drawn, "Age & sex", ["‡ Hidden <10>.", "As of 31 December 2025."], PAPER);
    const read = new DOMParser().parseFromString(paper.svg, "image/svg+xml");
    expect(read.querySelector("parsererror")).toBeNull();
    expect([...read.querySelectorAll("text")].map(({ textContent }) => textContent)).toEqual(["Age & sex", "‡ Hidden <10>.", "As of 31 December 2025."]);
    expect(paper.height).toBeGreaterThan(drawn.height);
    expect(read.querySelector("g > svg > rect")).not.toBeNull();
  });
  it("breaks long lines between words", () => {
    expect(wrapped("one two three four", 9)).toEqual(["one two", "three", "four"]);
    expect(paperOf(drawn, "A title of very many words that no narrow picture could ever hold in one line", [], PAPER).svg.match(/<text/g)?.length).toBeGreaterThan(1);
  });
  it("writes a table that no spreadsheet runs", () => {
    expect(csvOf(["Age", 'The "people"'], [["0–6", 12], ["=1+1", null], ["a, b", 0]])).toBe('\uFEFFAge,"The ""people"""\r\n0–6,12\r\n\'=1+1,\r\n"a, b",0\r\n');
  });
  it("names its files in any script", () => {
    expect(fileNameOf("Возраст и пол, 2025")).toBe("Возраст-и-пол-2025");
    expect(fileNameOf("/// ")).toBe("chart");
  });
});
