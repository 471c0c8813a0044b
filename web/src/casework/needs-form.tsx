import { useForm } from "@mantine/form";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { Form, SelectField, TextArea } from "../ui";
import { useUnsaved } from "../ui/unsaved";
import { DOMAINS, LEVELS, useCase, useCaseAction, type Case, type Domain, type Level } from "./case-data";
import classes from "./casework.module.css";
import { changedBy, NeedsMeanwhile } from "./needs-meanwhile";

interface Finding {
  level: Level | null;
  note: string;
}
export type Findings = Record<Domain, Finding>;

function findingsOf({ needs }: Pick<Case, "needs">): Findings {
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
  const [began, setBegan] = useState(file.needs);
  const before = findingsOf({ needs: began });
  const form = useForm<Findings>({ initialValues: before })
  const newest = useCase(file.id);
  const save = useCaseAction(file.id,
    (now: Findings) => body(api.POST("/api/cases/{case_id}/needs", { params: { path: { case_id: file.id } }, body: { needs: changed(before, now), seen: began.map(({ id }) => id) } })),
    { said: t("common.saved"), done: close });
  const meanwhile = save.problem?.key === "edit.changed_meanwhile" && !save.pending;
  const refetch = newest.refetch;
  useEffect(() => {
    if (meanwhile) void refetch();
  }, [meanwhile, refetch]);
  useUnsaved(meanwhile);
  if (meanwhile && newest.data) {
    const now = newest.data;
    const mine = form.getValues();
    const touched = changed(before, mine).map(({ domain }) => domain);
    // What only the colleague recorded is taken over; of what both did, the reader says which stands.
    const goOn = (theirs: Domain[]) => {
      const taken = changedBy(began, now.needs).filter((domain) => theirs.includes(domain) || !touched.includes(domain));
      form.setValues(Object.fromEntries(DOMAINS.map((domain) => [domain, taken.includes(domain) ? findingsOf(now)[domain] : mine[domain]])) as Findings);
      setBegan(now.needs);
      save.reset();
    };
    return <NeedsMeanwhile began={began} file={now} mine={mine} touched={touched} keep={() => goOn([])} take={goOn} />;
  }
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
