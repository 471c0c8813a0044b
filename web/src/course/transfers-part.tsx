import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { useAction } from "../api/queries";
import { useSession } from "../session/session";
import { ActionButton, Form, Icon, Opened, Section, SelectField, TextArea, TextField, useFormat, Waiting } from "../ui";
import { useCaseload, useLoadWords, useRegions, useTransfers, type Transfer } from "./course-data";
import classes from "./course.module.css";
import { TransferState } from "./transfer-state";

interface Proposal { to_region: string | null; to_district: string; to_account: string | null; note: string }

/** Who shall have the file: a region, or one worker of one's own. The note tells what the next one must know. */
function ProposeTransfer({ caseId, close }: { caseId: string; close: () => void }) {
  const { t } = useTranslation();
  const { can, session } = useSession();
  const { regions } = useRegions();
  const own = session?.account.region ?? "";
  const loads = useCaseload(own);
  const words = useLoadWords();
  const form = useForm<Proposal>({ initialValues: { to_region: own || null, to_district: "", to_account: null, note: "" } });
  const propose = useAction(({ to_region, to_district, to_account, note }: Proposal) => body(api.POST("/api/cases/{case_id}/transfers", {
    params: { path: { case_id: caseId } },
    body: { to_region: to_region ?? "", note: note.trim(), ...(to_district.trim() && { to_district: to_district.trim() }), ...(to_account && to_region === own && { to_account }) } })),
  { refresh: [["cases", caseId], ["tasks"]], said: t("course.transfer.proposed_said"), done: close });
  return (
    <Form form={form} action={propose} submit={t("course.transfer.propose")} close={close}>
      <SelectField label={t("course.transfer.to_region")} required choices={regions.map(({ id, name }) => ({ value: id, label: name }))} {...form.getInputProps("to_region")} />
      {can("assign_person") && form.values.to_region === own && (
        <SelectField label={t("course.transfer.to_worker")} required {...form.getInputProps("to_account")}
                     choices={(loads.data?.items ?? []).map((load) => ({ value: load.id, label: words(load, loads.data?.mark ?? 0) }))} />)}
      <TextField label={t("course.transfer.to_district")} required={form.values.to_region === own && !can("assign_person")} maxLength={300} {...form.getInputProps("to_district")} />
      <TextArea label={t("course.transfer.note")} description={t("course.transfer.note_hint")} required limit={4000} {...form.getInputProps("note")} />
    </Form>
  );
}

function TransferCard({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name } = useRegions();
  const withdraw = useAction(() => body(api.POST("/api/transfers/{transfer_id}/withdrawal", { params: { path: { transfer_id: transfer.id } } })),
    { refresh: [["cases", transfer.case_id], ["tasks"]], said: t("course.transfer.withdrawn_said") });
  return (
    <li className={classes.card}>
      <div className={classes.line}>
        <strong>{t("course.transfer.from_to", { from: transfer.from_worker?.name ?? name(transfer.from_region), to: transfer.to_worker?.name ?? name(transfer.to_region) })}</strong>
        <TransferState state={transfer.state} />
      </div>
      <p className={classes.words}>{transfer.note}</p>
      <p className={classes.quiet}>{t("course.transfer.proposed_by", { name: transfer.proposed_by.name, date: format.dayOf(transfer.proposed_at) })}</p>
      {transfer.reason && <p className={classes.words}>{t("course.transfer.refused_because", { reason: transfer.reason })}</p>}
      {transfer.own_work && <p className={classes.quiet}>{t("course.own_work")}</p>}
      {transfer.allows.withdraw && <div><ActionButton action={withdraw} variant="default" size="sm">{t("course.transfer.withdraw")}</ActionButton></div>}
    </li>
  );
}

/** Who has the file, who had it before, and the way to hand it over. */
export function TransfersPart({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(false);
  const transfers = useTransfers(caseId);
  return (
    <Section title={t("course.transfer.title")} actions={transfers.data?.allows.propose && !writing && (
      <Button variant="default" leftSection={<Icon name="send" />} onClick={() => setWriting(true)}>{t("course.transfer.hand_over")}</Button>)}>
      {writing && <Opened><ProposeTransfer caseId={caseId} close={() => setWriting(false)} /></Opened>}
      {!transfers.data ? <Waiting for={transfers} />
        : transfers.data.items.length === 0 ? <p className={classes.quiet}>{t("course.transfer.none")}</p>
          : <ul className={classes.cards}>{transfers.data.items.map((transfer) => <TransferCard key={transfer.id} transfer={transfer} />)}</ul>}
    </Section>
  );
}
