import {
  QueryCache, MutationCache, QueryClient, useInfiniteQuery, useMutation, useQueryClient, type QueryKey,
} from "@tanstack/react-query";
import { useRef } from "react";
import { notify } from "../ui/notify";
import { asProblem, type Problem } from "./problem";

/** Called when a reply says that nobody is signed in any more; the app sets it. */
let onSignedOut: () => void = () => {};
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

function notice(error: unknown, queryKey?: QueryKey): void {
  if (asProblem(error).status === 401 && queryKey?.[0] !== "session" && queryKey?.[0] !== "sign-in") onSignedOut();
}

/** Asks again only where that may help: the network, or a server that is busy. What was refused stays refused. */
function mayHelp(tries: number, error: unknown): boolean {
  const { status } = asProblem(error);
  return tries < 2 && (status === 0 || status === 503);
}

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => notice(error, query.queryKey) }),
    mutationCache: new MutationCache({
      onError: (error, _values, _before, mutation) => notice(error, mutation.options.mutationKey),
    }),
    defaultOptions: {
      // Nothing is read anew behind the reader's back: a form would begin again from what a colleague saved meanwhile.
      queries: { retry: mayHelp, staleTime: 10_000, refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: "always" },
      // Without a line an action says so at once, instead of turning until there is one.
      mutations: { retry: false, networkMode: "always" },
    },
  });
}

interface PageOf<Item> {
  items: Item[];
  next?: string | null;
}

/** A list by keyset paging, page upon page. Use with `Waiting`, then `DataTable`. */
export function useList<Reply extends PageOf<unknown>>(
  queryKey: QueryKey, fetchPage: (cursor: string | undefined) => Promise<Reply>,
) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const items = (query.data?.pages ?? []).flatMap((page) => page.items) as Reply["items"];
  return {
    data: query.data, error: query.error, isFetching: query.isFetching, refetch: query.refetch,
    /** All items of the pages loaded so far. */
    items,
    /** The first page as the server sent it, for counts that stand beside the items. */
    first: query.data?.pages[0],
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}

/** Told of what an action brought; gives a promise where it takes time, as going to another page does. */
export type Done<Value> = (value: Value) => void | Promise<void>;

interface ActionOptions<Value> {
  /** Queries to ask again afterwards, by the beginning of their key. */
  refresh?: QueryKey[];
  /** A short word to the reader when it worked. */
  said?: string;
  /** What follows. While it leads to another page, the action counts as under way: a late press does nothing twice. */
  done?: Done<Value>;
}

export interface Action<Values, Value = unknown> {
  /** Does it; resolves to whether it worked. While one run is under way, another joins it. */
  run: (values: Values) => Promise<boolean>;
  pending: boolean;
  problem: Problem | null;
  value: Value | undefined;
  reset: () => void;
}

/** Something a reader does that changes the server's state. */
export function useAction<Values = void, Value = unknown>(
  act: (values: Values) => Promise<Value>, { refresh = [], said, done }: ActionOptions<Value> = {},
): Action<Values, Value> {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: act,
    onSuccess: async (value) => {
      await Promise.all(refresh.map((queryKey) => client.invalidateQueries({ queryKey })));
      if (said) notify(said);
      await done?.(value);
    },
  });
  // The second press of a double click comes before the page has drawn that the first is under way.
  const running = useRef<Promise<boolean> | null>(null);
  const run = (values: Values) => {
    running.current ??= mutation.mutateAsync(values).then(() => true, () => false).finally(() => { running.current = null; });
    return running.current;
  };
  return {
    run,
    pending: mutation.isPending,
    problem: mutation.error ? asProblem(mutation.error) : null,
    value: mutation.data,
    reset: mutation.reset,
  };
}
