// What a reader takes along from a chart: its picture with title and notes, and its table.

export interface Drawn {
  /** The drawing itself, `<svg …>…</svg>`. */
  svg: string;
  width: number;
  height: number;
}

export interface Paper {
  text: string;
  dimmed: string;
  surface: string;
  font: string;
}

/** Text for HTML and XML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** Lines of at most so many letters, broken between words. */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const MARGIN = 16;
const TITLE = { size: 16, line: 22, letter: 8.8 };
const NOTE = { size: 12, line: 17, letter: 6.4 };

/** The picture on paper of its own: title above, notes below, nothing that another program would have to know. */
export function paperOf({ svg, width, height }: Drawn, title: string, notes: string[], { text, dimmed, surface, font }: Paper): Drawn {
  const room = (letter: number) => Math.max(12, Math.floor(width / letter));
  const titles = wrapped(title, room(TITLE.letter));
  const lines = notes.flatMap((note) => wrapped(note, room(NOTE.letter)));
  const top = MARGIN + titles.length * TITLE.line + 6;
  const whole = { width: width + 2 * MARGIN, height: top + height + (lines.length > 0 ? 10 + lines.length * NOTE.line : 0) + MARGIN };
  const write = (all: string[], from: number, look: typeof TITLE, color: string, weight: string) => all.map((line, i) =>
    `<text x="${MARGIN}" y="${from + (i + 0.8) * look.line}" font-size="${look.size}" font-weight="${weight}" fill="${color}">${escaped(line)}</text>`).join("");
  return {
    ...whole,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${whole.width}" height="${whole.height}" viewBox="0 0 ${whole.width} ${whole.height}" font-family="${escaped(font)}">`
      + `<rect width="100%" height="100%" fill="${surface}"/>`
      + write(titles, MARGIN, TITLE, text, "600")
      + `<g transform="translate(${MARGIN} ${top})">${svg}</g>`
      + `${write(lines, top + height + 10, NOTE, dimmed, "400")}</svg>`,
  };
}

/** A field of RFC 4180; what a spreadsheet would run as a formula gets an apostrophe. */
function field(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** UTF-8 with its mark, so that spreadsheet programs read every script. */
export function csvOf(columns: string[], rows: (string | number | null)[][]): string {
  return `\uFEFF${[columns, ...rows].map((row) => row.map(field).join(",")).join("\r\n")}\r\n`;
}

/** A name that every system takes. */
export const fileNameOf = (title: string) => title.normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 80) || "chart";

export function save(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The picture in points, twice as fine as on the screen. */
export async function pngOf({ svg, width, height }: Drawn): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"));
}
