import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { useAction } from "../api/queries";
import { Empty, Facts, Form, Page, RadioField, Section, SelectField, TextArea, useFormat, Waiting } from "../ui";
import { useCaseload, useLoadWords, useRegions, type Transfer } from "./course-data";

interface Decision { decision: string | null; account_id: string | null; reason: string }

/** Takes the file over, for oneself or for a worker of one's region; or says why not. */
function Decide({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const words = useLoadWords();
  const chooses = transfer.allows.choose_worker;
  const loads = useCaseload(chooses ? transfer.to_region : "");
  const form = useForm<Decision>({ initialValues: { decision: null, account_id: transfer.to_worker?.id ?? null, reason: "" } });
  const decide = useAction(({ decision, account_id, reason }: Decision) => body(api.POST("/api/transfers/{transfer_id}/decision", {
    params: { path: { transfer_id: transfer.id } },
    body: decision === "accept" ? { accept: true, ...(chooses && account_id ? { account_id } : {}) } : { accept: false, reason: reason.trim() } })),
  { refresh: [["tasks"], ["register"], ["caseload"]], said: t("course.transfer.decided_said"),
    done: () => navigate((form.getValues().decision === "accept" ? { to: "/cases/$caseId", params: { caseId: transfer.case_id } } : { to: "/" }) as never) });
  return (
    <Form form={form} action={decide} submit={t("course.transfer.confirm")}>
      <RadioField label={t("course.transfer.decide")} required {...form.getInputProps("decision")}
                  choices={[{ value: "accept", label: t("course.transfer.accept") }, { value: "refuse", label: t("course.transfer.refuse") }]} />
      {form.values.decision === "accept" && chooses && (
        <SelectField label={t("course.transfer.to_worker")} required {...form.getInputProps("account_id")}
                     choices={(loads.data?.items ?? []).map((load) => ({ value: load.id, label: words(load, loads.data?.mark ?? 0) }))} />)}
      {form.values.decision === "refuse" && <TextArea label={t("course.transfer.why_not")} required limit={4000} {...form.getInputProps("reason")} />}
    </Form>
  );
}

/** A file that somebody wants to hand over, for who is asked to take it. */
export function TransferPage({ transferId }: { transferId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name } = useRegions();
  const query = useQuery({
    queryKey: ["transfers", transferId], queryFn: () => body(api.GET("/api/transfers/{transfer_id}", { params: { path: { transfer_id: transferId } } })) });
  const transfer = query.data;
  if (!transfer) return <Waiting for={query} />;
  return (
    <Page title={t("course.transfer.page_title", { name: transfer.person.name })} lead={transfer.person.code} breadcrumbs={[{ to: "/", label: t("common.home") }]}>
      <Section title={t("course.transfer.about")}>
        <Facts of={[
          { label: t("course.transfer.age"), value: transfer.person.age === undefined ? null : format.number(transfer.person.age) },
          { label: t("course.transfer.step"), value: t(`people.step.${transfer.step}`) },
          { label: t("course.transfer.from"), value: [transfer.from_worker?.name, name(transfer.from_region), transfer.from_district].filter(Boolean).join(", ") },
          { label: t("course.transfer.to"), value: [transfer.to_worker?.name, name(transfer.to_region), transfer.to_district].filter(Boolean).join(", ") },
          { label: t("course.transfer.proposed"), value: `${transfer.proposed_by.name}, ${format.dayOf(transfer.proposed_at)}` },
          { label: t("course.transfer.note"), value: transfer.note },
        ]} />
      </Section>
      <Section title={t("course.transfer.decide")}>
        {transfer.allows.decide ? <Decide transfer={transfer} />
          : <Empty icon="send" title={t(`course.transfer.state.${transfer.state}`)} hint={transfer.reason ?? t("course.transfer.nothing_to_do")} />}
      </Section>
    </Page>
  );
}
