/** One month's sessions. `month` from 1. */
export interface Month<Item> {
  year: number;
  month: number;
  items: Item[];
}

/** Sessions by the month that they begin in, in the order given. */
export function byMonth<Item extends { starts_on: string }>(items: readonly Item[]): Month<Item>[] {
  const months: Month<Item>[] = [];
  for (const item of items) {
    const [year, month] = item.starts_on.split("-").map(Number) as [number, number];
    const last = months.at(-1);
    if (last?.year === year && last.month === month) last.items.push(item);
    else months.push({ year, month, items: [item] });
  }
  return months;
}
