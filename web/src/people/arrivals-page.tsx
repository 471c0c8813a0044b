import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, body, rawFile } from "../api/node";
import { useAction } from "../api/queries";
import { DateField, FileDrop, Form, Link, Page, Section, SelectField, Steps, useSearchState, Waiting } from "../ui";
import { useChoices, type Choices } from "./choices";
import { FilePlace } from "./file-place";

interface Upload {
  file: File | null;
  stage_id: string | null;
  as_of: string | null;
}

/** Where in the import we are. */
export function ImportSteps({ current }: { current: "file" | "check" | null }) {
  const { t } = useTranslation();
  return (
    <Steps label={t("people.arrivals.steps")} current={current}
           steps={[{ key: "file", label: t("people.arrivals.step_file") }, { key: "check", label: t("people.arrivals.step_check") }, { key: "import", label: t("people.arrivals.step_import") }]} />
  );
}

/** The list, the operation it belongs to, the day of arrival. `of`: an operation chosen on its own page. */
function ListForm({ stages, of }: { stages: Choices["stages"]; of: Choices["stages"][number] | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const form = useForm<Upload>({ initialValues: { file: null, stage_id: of?.id ?? null, as_of: of?.on_date ?? null } });
  const read = useAction(async ({ file, stage_id, as_of }: Upload) => {
    if (!file) return null;
    const query = { ...(stage_id && stage_id !== "none" ? { stage_id } : {}), ...(as_of ? { as_of } : {}) };
    const { headers, ...options } = rawFile(file);
    return body(api.POST("/api/imports/preview", { params: { query, header: { "X-File-Name": headers["X-File-Name"] } }, headers, ...options }));
  }, {
    done: (draft) => {
      if (!draft) return undefined;
      client.setQueryData(["imports", draft.id], draft);
      return navigate({ to: "/arrivals/$draftId", params: { draftId: draft.id } } as never);
    },
  });
  const chooseStage = (stage_id: string | null) => {
    const on = stages.find((stage) => stage.id === stage_id)?.on_date;
    form.setValues({ stage_id, ...(on ? { as_of: on } : {}) });
  };
  return (
    <Section title={t("people.arrivals.step_file")}>
      <FilePlace problem={read.problem} />
      <Form form={form} action={read} submit={read.pending ? t("people.arrivals.reading") : t("people.arrivals.read")}>
        <FileDrop label={t("people.arrivals.file")} description={t("people.arrivals.file_hint")} required kinds={[".xlsx", ".csv", ".txt", ".tsv"]} maxMegabytes={20} {...form.getInputProps("file")} />
        <SelectField label={t("people.arrivals.operation")} required {...form.getInputProps("stage_id")} onChange={chooseStage}
                     choices={[...stages.map(({ id, name }) => ({ value: id, label: name })), { value: "none", label: t("people.arrivals.own_return") }]} />
        <div>{t("people.arrivals.not_listed")} <Link to="/operations" search={{ add: "yes" }}>{t("people.arrivals.add_operation")}</Link></div>
        <DateField label={t("people.arrivals.as_of")} description={t("people.arrivals.as_of_hint")} required {...form.getInputProps("as_of")} />
      </Form>
    </Section>
  );
}

/** The first step of an import. */
export function ArrivalsPage() {
  const { t } = useTranslation();
  const [{ operation }] = useSearchState({ operation: "" });
  const choices = useChoices();
  if (!choices.data) return <Waiting for={choices} />;
  const { stages } = choices.data;
  const of = stages.find(({ id }) => id === operation);
  return (
    <Page title={t("people.arrivals.title")} lead={t("people.arrivals.lead")}>
      <ImportSteps current="file" />
      {/* One that was just added may come with the second answer. */}
      <ListForm key={of?.id ?? ""} stages={stages} of={of} />
    </Page>
  );
}
