import { Button, Group, Stack, Text } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { problemText } from "../api/problem";
import type { Action } from "../api/queries";
import classes from "./form.module.css";
import { useTyped } from "./typed";
import { useUnsaved } from "./unsaved";
import { ProblemNotice } from "./waiting";

export * from "./fields";
export { DateField, PartialDateField } from "./date-fields";
export { FileDrop } from "./file-drop";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
type Words = (key: string, values?: Record<string, unknown>) => string;

/** Why the browser holds a control to be wrong, in the page's own language. */
function complaint(control: Control, t: Words): string {
  const { validity } = control;
  if (validity.customError) return control.validationMessage;
  if (validity.valueMissing) return t("common.field.missing");
  if (validity.rangeOverflow && "max" in control) return t("common.field.too_large", { max: control.max });
  if (validity.rangeUnderflow && "min" in control) return t("common.field.too_small", { min: control.min });
  return t("common.field.wrong");
}

const isControl = (element: Element): element is Control => "validity" in element && "validationMessage" in element;
const wrongControls = (element: HTMLFormElement) =>
  [...element.elements].filter(isControl).filter((control) => control.willValidate && !control.validity.valid);
/** Whether values have something at a path such as `goals.0.text`. */
function has(values: unknown, path: string): boolean {
  let at = values;
  for (const name of path.split(".")) {
    if (typeof at !== "object" || at === null || !(name in at)) return false;
    at = (at as Record<string, unknown>)[name];
  }
  return true;
}
const pathOf = (control: Element) => control.getAttribute("data-path");

interface FormProps<Values extends object> {
  form: UseFormReturnType<Values>;
  action: Action<Values>;
  /** The words of the button. */
  submit: string;
  /** Puts the form away unsent: "Cancel" beside the button. */
  close?: () => void;
  /** Whether leaving the page asks about what is typed; not where typing costs nothing, as at a sign-in. */
  asks?: boolean;
  /** Further buttons beside it. */
  beside?: ReactNode;
  children: ReactNode;
}

/**
 * A form: asks each field, does the action once, and shows what was wrong at its field or above all.
 * Fields take `form.getInputProps("<the API's own name>")`.
 */
export function Form<Values extends object>({ form, action, submit, close, asks = true, beside, children }: FormProps<Values>) {
  const { t } = useTranslation();
  const element = useRef<HTMLFormElement>(null);
  const typedAgain = useTyped(form, submit);
  const { problem } = action;
  // What was sent and kept is not unsaved, though the form still shows it.
  const [sent, setSent] = useState("");
  useUnsaved(asks && !action.pending && form.isDirty() && JSON.stringify(form.values) !== sent);
  // The server writes `goals/0/text`, the form `goals.0.text`.
  const field = problem?.field?.replaceAll("/", ".");
  const known = field !== undefined && has(form.values, field);

  useEffect(() => {
    if (!problem || !field || !known) return;
    form.setFieldError(field, problemText(t, problem));
    element.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(field)}"]`)?.focus();
    // Only a new problem counts: typing in the field clears its error.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [problem]);

  const run = async () => {
    const values = JSON.stringify(form.values);
    if (await action.run(form.getTransformedValues() as Values)) setSent(values);
  };
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (action.pending) return;
    const wrong = wrongControls(event.currentTarget);
    for (const control of wrong) {
      const path = pathOf(control);
      if (path) form.setFieldError(path, complaint(control, t));
    }
    if (wrong[0]) wrong[0].focus();
    else if (!form.validate().hasErrors) void run();
  };

  return (
    <form ref={element} noValidate onSubmit={send} className={classes.form}>
      <Stack gap="md">
        {problem && !known && !action.pending && <ProblemNotice problem={problem} focus />}
        {typedAgain && <Text role="status">{t("common.typed_again")}</Text>}
        {children}
        <Group gap="sm" mt="xs">
          <Button type="submit" loading={action.pending}>{submit}</Button>
          {close && <Button variant="default" onClick={close}>{t("common.cancel")}</Button>}
          {beside}
        </Group>
      </Stack>
    </form>
  );
}
