/** Pictures and files of released figures, for both programs. */
export { Curves } from "./curves";
export { useOpenTables } from "./open-tables";
export { Pyramid } from "./pyramid";
export { ReleaseFiles, type ReleaseFormat } from "./release-files";
export type { Shown, ShownSeries } from "./shown";
export { ShownBars } from "./shown-bars";
export { StackedYears } from "./stacked-years";
export { useShownText } from "./use-shown-text";
