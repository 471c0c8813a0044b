import { Progress, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, rawFile, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { SPOKEN_LANGUAGES } from "../i18n/languages";
import { FileDrop, Form, SelectField, TextArea, TextField } from "../ui";
import { withProgress } from "../api/with-progress";

type PaperLanguage = Schemas["PaperLanguage"];
const LANGUAGES = [...SPOKEN_LANGUAGES, "und"] as const satisfies readonly PaperLanguage[];
const KINDS = [".pdf", ".docx", ".xlsx", ".pptx", ".png", ".jpg", ".jpeg", ".txt", ".md", ".csv"];
const MEGABYTES = 25;

/** A thing on whose page this is, `agenda_item:0192…`, in words. */
export interface Place {
  thing: string;
  label: string;
}

const titleOf = (file: File) => file.name.replace(/\.[^.]*$/, "");

interface Upload {
  of: string;
  file_name: File | null;
  title: string;
  language: PaperLanguage | null;
  note: string;
}

/** What is under way: sent so far, then looked into. */
function Sending({ share }: { share: number }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      <Text size="sm" mb={4}>{share < 1 ? t("papers.sending") : t("papers.looking")}</Text>
      <Progress value={share * 100} striped={share >= 1} animated={share >= 1} aria-label={t("papers.sending")} />
    </div>
  );
}

/** Hangs a file on one of the places of a page. Why one is refused stands above the form. */
export function AddPaper({ thing, places, close }: { thing: string; places: Place[]; close: () => void }) {
  const { t } = useTranslation();
  const [share, setShare] = useState(0);
  const [suggested, setSuggested] = useState("");
  const form = useForm<Upload>({ initialValues: { of: places[0]?.thing ?? thing, file_name: null, title: "", language: null, note: "" } });
  const add = useAction(async ({ of, file_name: file, title, language, note }: Upload) => {
    if (!file) return null;
    setShare(0);
    const { headers, ...options } = rawFile(file);
    const query = { of, title, ...(language ? { language } : {}), note };
    return body(api.POST("/api/papers", { params: { query, header: { "X-File-Name": headers["X-File-Name"] } }, headers, ...options, fetch: withProgress(setShare) }));
  }, { refresh: [["papers", thing]], said: t("papers.added"), done: close });
  const choose = (file: File | null) => {
    add.reset();
    form.setFieldValue("file_name", file);
    const { title } = form.values;
    // The name of the file is a first title; one that somebody typed stays.
    if (!file || (title && title !== suggested)) return;
    setSuggested(titleOf(file));
    form.setFieldValue("title", titleOf(file));
  };
  return (
    <Form form={form} action={add} submit={t("papers.add")} close={close}>
      <FileDrop label={t("papers.field.file")} description={t("papers.field.file_hint", { megabytes: MEGABYTES })} required kinds={KINDS} maxMegabytes={MEGABYTES}
                {...form.getInputProps("file_name")} onChange={choose} />
      {places.length > 1 && <SelectField label={t("papers.field.of")} required unchosen={null} choices={places.map(({ thing: value, label }) => ({ value, label }))} {...form.getInputProps("of")} />}
      <TextField label={t("papers.field.title")} required maxLength={300} {...form.getInputProps("title")} />
      <SelectField label={t("papers.field.language")} required choices={LANGUAGES.map((value) => ({ value, label: t(`common.language_name.${value}`) }))} {...form.getInputProps("language")} />
      <TextArea label={t("papers.field.note")} limit={1000} {...form.getInputProps("note")} />
      {add.pending && <Sending share={share} />}
    </Form>
  );
}
