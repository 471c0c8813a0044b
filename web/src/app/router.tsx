import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect, useParams, type AnyRoute,
} from "@tanstack/react-router";
import type { ComponentType } from "react";
import { Problem } from "../api/problem";
import { sessionQuery } from "../session/session";
import { SignInPage } from "../session/sign-in-page";
import type { Area, PageRoute } from "../ui/area";
import { Waiting } from "../ui/waiting";
import { Frame } from "./frame";
import { NotFound, StartPage, Trouble } from "./own-pages";

export interface RouterParts {
  name: string;
  areas: Area[];
  client: QueryClient;
  /** Drawn in the header. */
  search?: ComponentType;
}

/** Without a line a page cannot be fetched: that is trouble with the network. The router would load the window anew, into nothing. */
async function fetched(load: PageRoute["load"]) {
  try {
    return await load();
  } catch (error) {
    throw navigator.onLine ? error : new Problem(0, "network");
  }
}

/** The page's component, given the path's parameters as props. */
function withParams(load: PageRoute["load"]) {
  return lazyRouteComponent(async () => {
    const Page = await fetched(load);
    const WithParams: ComponentType = () => <Page {...useParams({ strict: false }) as Record<string, string>} />;
    return { default: WithParams };
  });
}

/** Search fields are plain text, as a reader would write them: `?q=1e3` means those three characters. */
export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));
export function writeSearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== null);
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}

/** All routes of the app. Pages that are not open ask for a sign-in first and keep the way back. */
export function makeRouter({ name, areas, client, search }: RouterParts) {
  const nav = areas.flatMap((area) => area.nav);
  const root = createRootRoute({
    component: () => <Frame name={name} nav={nav} search={search} />, notFoundComponent: NotFound, errorComponent: Trouble,
  });

  const signedIn = async ({ location }: { location: { href: string } }) => {
    const session = await client.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: "/sign-in", search: { back: location.href } });
  };
  const addPage = ({ path, load, open }: PageRoute): AnyRoute =>
    createRoute({ getParentRoute: () => root, path, component: withParams(load), beforeLoad: open ? undefined : signedIn });

  const pages = areas.flatMap((area) => area.routes);
  const signIn = createRoute({ getParentRoute: () => root, path: "/sign-in", component: SignInPage });
  const start = createRoute({
    getParentRoute: () => root, path: "/", component: () => <StartPage nav={nav} />, beforeLoad: signedIn,
  });
  const own: AnyRoute[] = pages.some(({ path }) => path === "/") ? [signIn] : [signIn, start];

  return createRouter({
    routeTree: root.addChildren([...own, ...pages.map(addPage)]),
    parseSearch,
    stringifySearch: writeSearch,
    defaultPreload: "intent",
    defaultPendingComponent: () => <Waiting for={{ error: null, isFetching: true, refetch: () => {} }} />,
    defaultErrorComponent: Trouble,
    scrollRestoration: true,
  });
}
