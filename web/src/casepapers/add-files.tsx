import { FileInput, Progress, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, rawFile } from "../api/node";
import { asProblem, problemText, Problem } from "../api/problem";
import { useAction } from "../api/queries";
import { newRequestId } from "../api/request-id";
import { withProgress } from "../api/with-progress";
import { Form, RadioField, SelectField, TextArea } from "../ui";
import classes from "./casepapers.module.css";
import { KINDS, MEGABYTES, type AttachmentKind, type Compartment } from "./casepapers-data";

const ENDINGS = [".pdf", ".docx", ".xlsx", ".pptx", ".png", ".jpg", ".jpeg", ".txt", ".csv"];

interface Chosen {
  files: File[];
  kind: AttachmentKind | null;
  compartment: Compartment;
  note: string;
}

/** How one file fares: what of it has left, and why it was not taken. */
interface Fate {
  file: File;
  share: number;
  done: boolean;
  problem?: Problem;
}

/** Why a file was not taken, in words about this page's files: a list of arrivals is refused for other reasons. */
function useRefusal() {
  const { t } = useTranslation();
  return (problem: Problem) => {
    const own = problem.key.startsWith("file.") ? t(`casepapers.refused.${problem.key.slice(5)}`, { defaultValue: "", megabytes: MEGABYTES }) : "";
    return own || problemText(t, problem);
  };
}

function FateLine({ fate }: { fate: Fate }) {
  const { t } = useTranslation();
  const { file } = fate;
  const refusal = useRefusal();
  const word = fate.problem ? refusal(fate.problem) : fate.done ? t("casepapers.files.taken") : fate.share < 1 ? t("casepapers.files.sending") : t("casepapers.files.looking");
  return (
    <li>
      <Text size="sm"><strong className={classes.name}>{file.name}</strong>{`: ${word}`}</Text>
      {!fate.problem && !fate.done && <Progress value={fate.share * 100} striped={fate.share >= 1} animated={fate.share >= 1} aria-label={`${t("casepapers.files.sending")}: ${file.name}`} />}
    </li>
  );
}

/** Attaches one or several files of a kind. Each is sent and looked into for itself: one that is refused holds up no other. */
export function AddFiles({ caseId, places, close }: { caseId: string; places: Compartment[]; close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [fates, setFates] = useState<Fate[]>([]);
  const form = useForm<Chosen>({ initialValues: { files: [], kind: null, compartment: places[0] ?? "record", note: "" } });
  const send = async (file: File, chosen: Chosen, tell: (share: number) => void) => {
    if (file.size > MEGABYTES * 1024 * 1024) throw new Problem(413, "file.too_large");
    const { headers, ...options } = rawFile(file);
    const query = { request_id: newRequestId(), kind: chosen.kind ?? "other", compartment: chosen.compartment, note: chosen.note };
    await body(api.POST("/api/cases/{case_id}/attachments", {
      params: { path: { case_id: caseId }, query, header: { "X-File-Name": headers["X-File-Name"] } }, headers, ...options,
      fetch: withProgress(tell),
    }));
  };
  const add = useAction(async (chosen: Chosen) => {
    const all: Fate[] = chosen.files.map((file) => ({ file, share: 0, done: false }));
    const tell = (at: number, news: Partial<Fate>) => {
      all[at] = { ...all[at]!, ...news };
      setFates([...all]);
    };
    for (const [at, file] of chosen.files.entries()) {
      try {
        await send(file, chosen, (share) => tell(at, { share }));
        tell(at, { share: 1, done: true });
      } catch (error) {
        const problem = asProblem(error);
        if (problem.field === "note") throw problem;
        tell(at, { share: 1, problem });
      }
    }
    // What is there already is not sent again with the next press.
    const left = all.filter(({ problem }) => problem).map(({ file }) => file);
    form.setFieldValue("files", left);
    await client.invalidateQueries({ queryKey: ["cases", caseId, "files"] });
    return left.length;
  }, { done: (left) => { if (left === 0) { form.resetDirty(); close(); } } });
  const kinds = KINDS.map((value) => ({ value, label: t(`casepapers.kind.${value}`) }));
  return (
    <Form form={form} action={add as never} submit={t("casepapers.files.attach")} close={close}>
      <FileInput multiple clearable required accept={ENDINGS.join(",")} size="md" label={t("casepapers.files.choose")} placeholder={t("casepapers.files.choose_button")}
                 description={t("casepapers.files.choose_hint", { megabytes: MEGABYTES })} clearButtonProps={{ "aria-label": t("common.clear") }}
                 {...form.getInputProps("files")} onChange={(files) => { setFates([]); add.reset(); form.setFieldValue("files", files); }} />
      <SelectField label={t("casepapers.files.kind")} required choices={kinds} {...form.getInputProps("kind")} />
      {places.length > 1 && <RadioField label={t("casepapers.files.compartment")} choices={places.map((value) => ({ value, label: t(`casepapers.compartment.${value}`) }))} {...form.getInputProps("compartment")} />}
      {places.length === 1 && places[0] === "psychosocial" && <Text size="sm">{t("casepapers.files.yours_alone")}</Text>}
      <TextArea label={t("casepapers.files.note")} description={t("casepapers.files.note_hint")} limit={1000} {...form.getInputProps("note")} />
      {fates.length > 0 && <ul className={classes.fates} aria-live="polite">{fates.map((fate, at) => <FateLine key={at} fate={fate} />)}</ul>}
    </Form>
  );
}
