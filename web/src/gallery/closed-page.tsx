import { useQuery } from "@tanstack/react-query";
import { useAction } from "../api/queries";
import { readProblem } from "../api/problem";
import { useSession } from "../session/session";
import { ActionButton, Page, SearchField, useSearchState, Waiting } from "../ui";

/** A page that needs a sign-in, and asks the server for something of its own. */
export function ClosedPage() {
  const { session, can } = useSession();
  const secret = useQuery({ queryKey: ["secret"], queryFn: async () => {
    const reply = await fetch("/api/secret");
    if (!reply.ok) throw await readProblem(reply);
    return (await reply.json()) as { word: string };
  } });
  const again = useAction(async () => { await secret.refetch(); });
  if (!secret.data) return <Waiting for={secret} />;
  return (
    <Page title="Closed" actions={<ActionButton action={again}>Ask again</ActionButton>}>
      <p>{session?.account.name}: {secret.data.word}, {can("open_case") ? "may open" : "may not open"}</p>
    </Page>
  );
}

/** A page with parameters in its path, and a filter in its address. */
export function NotePage({ personId, noteId }: { personId: string; noteId: string }) {
  const [search, setSearch] = useSearchState({ q: "" });
  return (
    <Page title={`${personId} ${noteId}`}>
      <SearchField label="Filter" value={search.q} onSearch={(q) => setSearch({ q })} />
    </Page>
  );
}
