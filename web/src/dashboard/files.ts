import type { ReleaseFormat } from "../pictures/parts";

/** The address of a return as a file, or of one of its tables. */
export const filesOf = (releaseId: string, table?: string) => (format: ReleaseFormat, language: string) =>
  `/api/public/releases/${releaseId}/tables${table === undefined ? "" : `/${encodeURIComponent(table)}`}?format=${format}&language=${language}`;
