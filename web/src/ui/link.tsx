import { Anchor, Button, type AnchorProps, type ButtonProps } from "@mantine/core";
import { Link as RouterLink, useLocation, useNavigate, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";

interface Target {
  /** A path of the app, `/people/$personId`. */
  to: string;
  params?: Record<string, string>;
  search?: Record<string, unknown>;
  /** A place on the page, by its id. */
  hash?: string;
  /** Counts as the page that is open there alone, not also on the pages below it. */
  exact?: boolean;
  children: ReactNode;
}

// Addresses are plain text here: areas link to each other's pages without knowing their routes' types.
const AppLink = ({ exact, ...props }: Target) => <RouterLink {...(props as LinkProps)} {...(exact && { activeOptions: { exact } })} />;

/** A link inside the app. */
export function Link(props: Target & AnchorProps) {
  return <Anchor component={AppLink} underline="always" {...props} />;
}

/** A link that looks like a button, for going somewhere to do something. */
export function ButtonLink(props: Target & ButtonProps) {
  return <Button component={AppLink} {...props} />;
}

/**
 * State that lives in the address, so that a filtered list can be bookmarked and the back button works.
 *
 * initial   every field with the value it has when the address does not say; empty strings stay out of the address
 */
export function useSearchState<State extends Record<string, string>>(
  initial: State,
): [State, (change: Partial<State>) => void] {
  const navigate = useNavigate();
  const search = useLocation().search as Record<string, string | undefined>;
  const given = Object.keys(initial).map((name) => [name, search[name] ?? initial[name]]);
  const state = Object.fromEntries(given) as State;
  const change = (part: Partial<State>) => {
    const kept = Object.entries({ ...state, ...part }).filter(([name, value]) => value !== initial[name]);
    void navigate({ to: ".", search: Object.fromEntries(kept), replace: true, resetScroll: false });
  };
  return [state, change];
}
