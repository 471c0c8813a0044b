import { Button, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { useAction } from "../api/queries";
import { Form, Icon, Opened, TextArea, useFormat } from "../ui";
import classes from "./casepapers.module.css";
import type { Attachment } from "./casepapers-data";
import { FileLook } from "./file-look";
import { useFileSize } from "./file-size";

const SHOWN: readonly Attachment["file_kind"][] = ["pdf", "png", "jpeg", "text"];

function DeleteFile({ caseId, file, close }: { caseId: string; file: Attachment; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { reason: "" } });
  const remove = useAction((values: { reason: string }) =>
    body(api.POST("/api/attachments/{attachment_id}/deletion", { params: { path: { attachment_id: file.id } }, body: values })),
  { refresh: [["cases", caseId, "files"]], said: t("casepapers.files.deleted_said"), done: close });
  return (
    <Form form={form} action={remove} submit={t("casepapers.files.delete")} close={close}>
      <TextArea label={t("casepapers.files.reason")} description={t("casepapers.files.reason_hint")} required limit={4000} {...form.getInputProps("reason")} />
    </Form>
  );
}

/** One file: what it is, a look at it in its place, a way to save it, and to delete it. */
export function FileCard({ caseId, file }: { caseId: string; file: Attachment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const size = useFileSize();
  const [open, setOpen] = useState<"" | "look" | "delete">("");
  const title = file.kind ? t(`casepapers.kind.${file.kind}`) : t("casepapers.files.sealed");
  const facts = [file.file_kind && t(`casepapers.file_kind.${file.file_kind}`), file.size && size(file.size), format.dayOf(file.added_at), file.added_by.name];
  const spoken = `${title}, ${format.dayOf(file.added_at)}`;
  return (
    <li className={classes.file}>
      <strong>{title}</strong>
      <Text size="sm" c="dimmed">{facts.filter(Boolean).join(" · ")}</Text>
      {file.compartment === "psychosocial" && file.kind && <Text size="sm">{t("casepapers.files.yours_alone")}</Text>}
      {!file.kind && <Text size="sm">{t("casepapers.files.sealed_hint")}</Text>}
      {file.note && <Text size="sm" className={classes.words}>{file.note}</Text>}
      {file.deleted && <Text size="sm" className={classes.words}>
        {[t("casepapers.files.deleted_by", { name: file.deleted.by.name, date: format.dayOf(file.deleted.at) }), file.deleted.reason].filter(Boolean).join(": ")}</Text>}
      {file.allows.open && (
        <div className={classes.buttons}>
          {SHOWN.includes(file.file_kind) && (
            <Button variant="default" size="sm" aria-expanded={open === "look"} aria-label={`${open === "look" ? t("casepapers.look.hide") : t("casepapers.look.show")}: ${spoken}`}
                    onClick={() => setOpen(open === "look" ? "" : "look")}>{open === "look" ? t("casepapers.look.hide") : t("casepapers.look.show")}</Button>)}
          <Button component="a" href={`/api/attachments/${file.id}/content`} download variant="default" size="sm" leftSection={<Icon name="download" size={16} />}
                  aria-label={`${t("common.download")}: ${spoken}`}>{t("common.download")}</Button>
          {file.allows.remove && open !== "delete" && (
            <Button variant="subtle" size="sm" aria-label={`${t("casepapers.files.delete")}: ${spoken}`} onClick={() => setOpen("delete")}>{t("casepapers.files.delete")}</Button>)}
        </div>)}
      {open === "look" && <FileLook file={file} title={spoken} />}
      {open === "delete" && <Opened><DeleteFile caseId={caseId} file={file} close={() => setOpen("")} /></Opened>}
    </li>
  );
}
