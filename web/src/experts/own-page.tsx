import { useQuery } from "@tanstack/react-query";
import { asProblem } from "../api/problem";
import { Waiting } from "../ui";
import { AddExpertPage } from "./expert-form-page";
import { ExpertView } from "./expert-page";
import { expertQuery } from "./queries";

/** An expert's own profile; a form for it while there is none. */
export function OwnExpertPage() {
  const query = useQuery(expertQuery("me"));
  if (query.data) return <ExpertView expert={query.data} />;
  if (query.error && asProblem(query.error).status === 404) return <AddExpertPage />;
  return <Waiting for={query} />;
}
