import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction, type Done } from "../api/queries";
import { readableCode } from "../i18n/release-words";
import { DateField, Form, Meanwhile, NumberField, SelectField, TextArea, TextField, useFormat, Waiting } from "../ui";
import { useUnsaved } from "../ui/unsaved";
import { compare, inputOf, NEW_OPERATION, valuesOf, withTheirs, type Operation, type Place, type Values } from "./operation-draft";
import { useOperation, useOperations } from "./operations";

/** A colleague saved the operation first: what differs, and which of the two shall stand. */
function OperationMeanwhile({ base, mine, goOn }: { base: Operation; mine: Values; goOn: (merged: Values, theirs: Operation) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const newest = useOperation(base.id, true);
  const theirs = newest.data?.operation;
  if (!theirs || theirs.version <= base.version) return <Waiting for={newest} />;
  const now = valuesOf(theirs);
  const say = (values: Values) => (place: Place): string => {
    if (place === "operation") return values.operation === NEW_OPERATION ? values.operation_name : readableCode(values.operation ?? "");
    if (place === "on_date") return values.on_date ? format.date(values.on_date) : t("common.unknown");
    return String(values[place] ?? "") || t("common.unknown");
  };
  const { taken, clashes } = compare(valuesOf(base), mine, now);
  return (
    <Meanwhile taken={taken} clashes={clashes} label={(place) => t(`people.operations.field.${place}`)} mine={say(mine)} theirs={say(now)}
               goOn={(places) => goOn(withTheirs(mine, now, places), theirs)} />
  );
}

/** Adds an operation or a further stage of one, or corrects one that was added. */
export function OperationForm({ operation, close, done }:
  { operation?: Operation; close: () => void; done: Done<Schemas["OperationPage"]> }) {
  const { t } = useTranslation();
  const operations = useOperations().data?.items ?? [];
  // What the writer began with; the page may hold a newer one by now.
  const [base, setBase] = useState(operation);
  const form = useForm<Values>({ initialValues: valuesOf(operation) });
  const save = useAction((values: Values) => (base
    ? body(api.PATCH("/api/operations/{operation_id}", { params: { path: { operation_id: base.id } }, body: { ...inputOf(values), version: base.version } }))
    : body(api.POST("/api/operations", { body: inputOf(values) }))),
  { refresh: [["operations"], ["choices"]], said: t(operation ? "common.saved" : "people.operations.added"), done });
  const meanwhile = save.problem?.key === "edit.changed_meanwhile" && !save.pending;
  useUnsaved(meanwhile);
  if (meanwhile && base) {
    const goOn = (merged: Values, theirs: Operation) => {
      form.setValues(merged);
      setBase(theirs);
      save.reset();
    };
    return <OperationMeanwhile base={base} mine={form.getValues()} goOn={goOn} />;
  }
  const codes = [...new Set(operations.map((one) => one.operation))];
  return (
    <Form form={form} action={save} submit={t(operation ? "common.save" : "people.operations.add")} close={close}>
      <SelectField label={t("people.operations.field.operation")} required {...form.getInputProps("operation")}
                   choices={[...codes.map((code) => ({ value: code, label: readableCode(code) })), { value: NEW_OPERATION, label: t("people.operations.new_operation") }]} />
      {form.values.operation === NEW_OPERATION && (
        <TextField label={t("people.operations.field.operation_name")} description={t("people.operations.operation_name_hint")} required maxLength={100}
                   {...form.getInputProps("operation_name")} />)}
      <NumberField label={t("people.operations.field.stage")} description={t("people.operations.stage_hint")} min={1} max={99} allowDecimal={false}
                   {...form.getInputProps("stage")} />
      <TextField label={t("people.operations.field.name")} description={t("people.operations.name_hint")} required maxLength={100} {...form.getInputProps("name")} />
      <DateField label={t("people.operations.field.on_date")} description={t("people.operations.date_hint")} {...form.getInputProps("on_date")} />
      <TextField label={t("people.operations.field.place")} description={t("people.operations.place_hint")} maxLength={200} {...form.getInputProps("place")} />
      <TextArea label={t("people.operations.field.source")} description={t("people.operations.source_hint")} required limit={500} {...form.getInputProps("source")} />
    </Form>
  );
}
