import type { ComponentType } from "react";
import type { IconName } from "./icon";

/** The names in a path: `/plans/$planId` gives `{ planId: string }`. */
export type PathParams<Path extends string> =
  Path extends `${string}$${infer Name}/${infer Rest}` ? { [K in Name]: string } & PathParams<`/${Rest}`>
  : Path extends `${string}$${infer Name}` ? { [K in Name]: string }
  : unknown;

export interface NavEntry {
  to: string;
  /** Translation key. */
  label: string;
  icon: IconName;
  /** Translation key of the heading it stands under; entries without one come first. */
  group?: string;
  /** Shown to whoever has any of these permissions; to all when absent. */
  needs?: string[];
  /** Shown also when nobody is signed in. */
  open?: boolean;
  /** Shown while nobody is signed in: who is finds it on the page of its area. */
  guests?: boolean;
  /** Shown in a demonstration alone. */
  demo?: boolean;
}

export interface PageRoute {
  path: string;
  load: () => Promise<ComponentType<Record<string, string>>>;
  open: boolean;
}

/** What an area brings into an app. */
export interface Area {
  nav: NavEntry[];
  routes: PageRoute[];
}

/**
 * A page of its own chunk. Its component receives the path's parameters as props.
 *
 * path      TanStack Router's syntax: `/plans/$planId`
 * load      imports the module that has the component
 * name      the component's export
 * open      whether it can be seen without signing in
 */
export function page<Path extends string, Name extends string>(
  path: Path,
  load: () => Promise<Record<Name, ComponentType<PathParams<Path> & object>>>,
  name: Name,
  { open = false } = {},
): PageRoute {
  return { path, open, load: async () => (await load())[name] as ComponentType<Record<string, string>> };
}
