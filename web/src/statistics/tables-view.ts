import { createContext, useContext } from "react";
import type { Schemas } from "../api/node";

/** What the tables tell beside their figures. */
export type Look = "figures" | "changes" | "outside" | "by_hand";
export type Range = Schemas["OutsideView"]["items"][number];

export interface TablesView {
  look: Look;
  /** What an outsider can work out, by `keyOf`; while it is not known, nothing. */
  ranges: ReadonlyMap<string, Range>;
  /** Hidden figures that are to be shown by hand, by `keyOf`. */
  chosen: ReadonlySet<string>;
  choose: (at: Schemas["ReturnFigureAt"]) => void;
}

export const keyOf = ({ table, cell }: Schemas["ReturnFigureAt"]) => `${table} ${cell}`;

/** The figure of a key. */
export function figureOf(key: string): Schemas["ReturnFigureAt"] {
  const space = key.lastIndexOf(" ");
  return { table: key.slice(0, space), cell: Number(key.slice(space + 1)) };
}

const PLAIN: TablesView = { look: "figures", ranges: new Map(), chosen: new Set(), choose: () => {} };
export const TablesViewContext = createContext(PLAIN);
export const useTablesView = () => useContext(TablesViewContext);
