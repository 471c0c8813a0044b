import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { api, body } from "../api/council";
import { useSession } from "../session/session";
import { Waiting } from "../ui";

/** Leads from a clause, as the search knows it, to its place in its document. */
export function ClausePage({ commitmentId }: { commitmentId: string }) {
  const navigate = useNavigate();
  const member = useSession().can("read_council");
  const place = useQuery({ queryKey: ["commitments", "place", commitmentId, member], queryFn: () => {
    const params = { path: { commitment_id: commitmentId } };
    return member ? body(api.GET("/api/commitments/{commitment_id}", { params })) : body(api.GET("/api/public/commitments/{commitment_id}", { params }));
  } });
  const document = place.data?.document_id;
  useEffect(() => {
    if (document) void navigate({ to: "/commitments/$documentId", params: { documentId: document }, hash: `clause-${commitmentId}`, replace: true } as never);
  }, [document, commitmentId, navigate]);
  return <Waiting for={place} />;
}
