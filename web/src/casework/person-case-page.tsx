import { useQuery } from "@tanstack/react-query";
import { Navigate, useNavigate, type NavigateOptions } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { useAction } from "../api/queries";
import { ActionButton, Empty, Page, Waiting } from "../ui";

/** The way from a person to the case file: leads on to it, or offers to open one. */
export function PersonCasePage({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toCase = (caseId: string) => ({ to: "/cases/$caseId", params: { caseId }, replace: true }) as NavigateOptions;
  const found = useQuery({
    queryKey: ["cases", "of-person", personId], staleTime: 0,
    queryFn: () => body(api.GET("/api/persons/{person_id}/case", { params: { path: { person_id: personId } } })),
  });
  const open = useAction(() => body(api.POST("/api/persons/{person_id}/case", { params: { path: { person_id: personId } } })), {
    refresh: [["people", personId], ["register"], ["tasks"]], done: ({ id }) => navigate(toCase(id)),
  });
  if (!found.data) return <Waiting for={found} />;
  if (found.data.case_id) return <Navigate {...toCase(found.data.case_id)} />;
  const { allows } = found.data;
  return (
    <Page title={t("casework.file")} breadcrumbs={[{ to: "/people/$personId", params: { personId }, label: t("casework.to_person") }]}>
      <Empty icon="folder" title={t("casework.open.title")} hint={t(allows.open ? "casework.open.hint" : "casework.open.ask_hint")}>
        {allows.open && <ActionButton action={open}>{t("casework.open.button")}</ActionButton>}
      </Empty>
    </Page>
  );
}
