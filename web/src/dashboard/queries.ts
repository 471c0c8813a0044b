import { queryOptions } from "@tanstack/react-query";
import { api, body, type Schemas } from "../api/council";

export type Claim = Schemas["Claim"];
export type ReleaseLine = Schemas["ReleaseLine"];
export type Release = Schemas["Release"];
export type Table = Schemas["ReleasedTable"];

export type LastShown = Schemas["LastShownList"]["items"][number];

export const claimsQuery = queryOptions({ queryKey: ["claims"], queryFn: () => body(api.GET("/api/public/claims")) });
export const releasesQuery = queryOptions({ queryKey: ["releases"], queryFn: () => body(api.GET("/api/public/releases")) });
export type Headline = Schemas["Headline"];
export type ReleaseHeadlines = Schemas["HeadlineList"]["items"][number];
export const headlinesQuery = queryOptions({ queryKey: ["releases", "headlines"], queryFn: () => body(api.GET("/api/public/headlines")) });
/** A release never changes. */
export const releaseQuery = (id: string) => queryOptions({
  queryKey: ["releases", id], staleTime: Infinity,
  queryFn: () => body(api.GET("/api/public/releases/{release_id}", { params: { path: { release_id: id } } })),
});
/** What the same State showed last of the figures that this release hides; a later correction of an earlier year changes it. */
export const lastShownQuery = (id: string) => queryOptions({
  queryKey: ["releases", id, "last-shown"],
  queryFn: () => body(api.GET("/api/public/releases/{release_id}/last-shown", { params: { path: { release_id: id } } })),
});
/** What the returns of a year count. */
export const definitionsQuery = (year: number) => queryOptions({
  queryKey: ["definitions", year], staleTime: Infinity,
  queryFn: () => body(api.GET("/api/public/definitions", { params: { query: { year } } })),
});
