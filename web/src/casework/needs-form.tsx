import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { Form, SelectField, TextArea } from "../ui";
import { DOMAINS, LEVELS, useCaseAction, type Case, type Domain, type Level } from "./case-data";
import classes from "./casework.module.css";

interface Finding {
  level: Level | null;
  note: string;
}
type Findings = Record<Domain, Finding>;

function findingsOf({ needs }: Case): Findings {
  const finding = (domain: Domain): Finding => {
    const need = needs.find((each) => each.domain === domain);
    return { level: need?.level ?? null, note: need?.note ?? "" };
  };
  return Object.fromEntries(DOMAINS.map((domain) => [domain, finding(domain)])) as Findings;
}

/** What differs from what stands already. */
export function changed(before: Findings, now: Findings) {
  return DOMAINS.flatMap((domain) => {
    const { level, note } = now[domain];
    const same = level === before[domain].level && note.trim() === before[domain].note;
    return level === null || same ? [] : [{ domain, level, note: note.trim() }];
  });
}

/** All domains at once; what was not touched stays as it is. */
export function NeedsForm({ file, close }: { file: Case; close: () => void }) {
  const { t } = useTranslation();
  // As it was when the form opened: what a colleague records meanwhile is not taken back.
  const [before] = useState(() => findingsOf(file));
  const form = useForm<Findings>({ initialValues: before });
  const save = useCaseAction(file.id,
    (now: Findings) => body(api.POST("/api/cases/{case_id}/needs", { params: { path: { case_id: file.id } }, body: { needs: changed(before, now) } })),
    { said: t("common.saved"), done: close });
  const levels = LEVELS.map((level) => ({ value: level, label: t(`casework.level.${level}`) }));
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <p className={classes.quiet}>{t("casework.needs.form_hint")}</p>
      {DOMAINS.map((domain) => (
        <div key={domain} className={classes.need}>
          <SelectField label={t(`casework.domain.${domain}`)} unchosen={before[domain].level ? null : t("casework.needs.level_none_yet")}
                       choices={levels} {...form.getInputProps(`${domain}.level`)} />
          {form.values[domain].level && (
            <TextArea label={t("casework.needs.note", { domain: t(`casework.domain.${domain}`) })} limit={4000} minRows={1}
                      {...form.getInputProps(`${domain}.note`)} />)}
        </div>
      ))}
    </Form>
  );
}
