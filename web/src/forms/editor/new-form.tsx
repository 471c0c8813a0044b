import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, body, rawFile, type Schemas } from "../../api/node";
import { useAction } from "../../api/queries";
import { DataTable, Empty, FileDrop, Form, ProblemNotice, Section, TextField } from "../../ui";
import { isCode } from "../engine/definition";
import classes from "../forms.module.css";
import { formProblemText } from "./form-data";

type Conversion = Schemas["FormConversion"];

function useToForm() {
  const navigate = useNavigate();
  return ({ definition }: Schemas["FormVersion"]) => navigate({ to: "/forms/$formId", params: { formId: definition.id } } as never);
}

function useCodeCheck() {
  const { t } = useTranslation();
  return (code: string) => (isCode(code) ? null : t("errors.form.bad_code"));
}

/** A form from nothing. */
export function NewForm({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const checkCode = useCodeCheck();
  const done = useToForm();
  const form = useForm({ initialValues: { id: "", en: "", ru: "" }, validate: { id: checkCode } });
  const create = useAction(({ id, en, ru }: { id: string; en: string; ru: string }) =>
    body(api.POST("/api/forms", { body: { id, title: { ...(en && { en }), ...(ru && { ru }) } } })), { refresh: [["forms"]], done });
  return (
    <Form form={form} action={create} submit={t("forms.new.create")} close={close}>
      <TextField label={t("forms.new.title_en")} required maxLength={1000} {...form.getInputProps("en")} />
      <TextField label={t("forms.new.title_ru")} maxLength={1000} {...form.getInputProps("ru")} />
      <TextField label={t("forms.editor.code")} description={t("forms.new.code_hint")} required maxLength={50} spellCheck={false} {...form.getInputProps("id")} />
    </Form>
  );
}

/** What could be read of a workbook, row by row what could not, and the way on. */
function Converted({ conversion, close }: { conversion: Conversion; close: () => void }) {
  const { t } = useTranslation();
  const checkCode = useCodeCheck();
  const done = useToForm();
  const { definition, left_out, problems } = conversion;
  const form = useForm({ initialValues: { id: definition.id }, validate: { id: checkCode } });
  const create = useAction(({ id }: { id: string }) => body(api.POST("/api/forms", { body: { id, definition: { ...definition, id } } })), { refresh: [["forms"]], done });
  return (
    <>
      <p role="status">{t("forms.import.read", { count: definition.fields.length })} {problems.length > 0 && t("forms.import.to_mend", { count: problems.length })}</p>
      <h3>{t("forms.import.left_out")}</h3>
      <DataTable caption={t("forms.import.left_out")} rows={left_out.map((line, i) => ({ ...line, i }))} rowKey={({ i }) => String(i)} empty={<Empty icon="check" title={t("forms.import.all_taken")} />}
                 columns={[
                   { key: "where", label: t("forms.import.where"), cell: ({ sheet, row }) => t("forms.import.row", { sheet, row }) },
                   { key: "name", label: t("forms.import.name"), cell: ({ name }) => name ?? "–" },
                   { key: "why", label: t("forms.import.why"), cell: (line) => formProblemText(t, line) },
                 ]} />
      <Form form={form} action={create} submit={t("forms.import.create")} close={close}>
        <TextField label={t("forms.editor.code")} description={t("forms.new.code_hint")} required maxLength={50} spellCheck={false} {...form.getInputProps("id")} />
      </Form>
    </>
  );
}

/** A form read from an XLSForm, the workbook of ODK, KoBo and others. */
export function ImportForm({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const read = useAction((file: File) => body(api.POST("/api/forms/conversion", rawFile(file))));
  return (
    <Section title={t("forms.import.title")}>
      <p className={classes.quiet}>{t("forms.import.lead")}</p>
      <FileDrop label={t("forms.import.file")} kinds={[".xlsx"]} maxMegabytes={4} onChange={(file) => file && void read.run(file)} />
      {read.problem && !read.pending && <ProblemNotice problem={read.problem} focus />}
      {read.value && !read.pending && <Converted key={JSON.stringify(read.value.definition.title)} conversion={read.value} close={close} />}
    </Section>
  );
}
