import type { ReleaseFormat } from "../pictures/parts";

/** What the Council gives out. */
export const COUNCIL_FORMATS: readonly ReleaseFormat[] = ["csv", "hxl", "sdmx", "dhis2", "dhis2_metadata"];

/** The address of a return as a file, or of one of its tables. */
export const filesOf = (releaseId: string, format: ReleaseFormat, table?: string) =>
  `/api/public/releases/${releaseId}/tables${table === undefined ? "" : `/${encodeURIComponent(table)}`}?format=${format}`;
