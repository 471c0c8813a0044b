import { Alert, Button, Group } from "@mantine/core";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { mergeEdits } from "../api/merge";
import { Icon } from "../ui";
import { fullName, useNames } from "./choices";
import classes from "./meanwhile.module.css";
import type { PersonDraft } from "./person-form";

export type Field = keyof PersonDraft;
export const FIELDS: readonly Field[] = [
  "names", "sex", "born_on", "entry_route", "stage_id", "arrived_on", "region", "district", "relationship", "birth_place", "citizenship", "phone", "contact_times", "note"];

const WORD: Record<Field, string> = {
  names: "people.form.names", sex: "people.field.sex", born_on: "people.field.born_on", entry_route: "people.field.entry_route", stage_id: "people.field.operation",
  arrived_on: "people.field.arrived_on", region: "people.field.region", district: "people.field.district", relationship: "people.field.relationship",
  birth_place: "people.field.birth_place", citizenship: "people.field.citizenship", phone: "people.field.phone", contact_times: "people.field.contact_times", note: "people.field.note",
};

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? "") === JSON.stringify(b ?? "");

/** What each of two writers changed in one record. */
export const compare = (base: PersonDraft, mine: PersonDraft, theirs: PersonDraft) =>
  mergeEdits<PersonDraft, Field, unknown>(FIELDS, (draft, field) => draft[field], { base, mine, theirs }, same);

/** My version with these fields of the colleague's. */
export const withTheirs = (mine: PersonDraft, theirs: PersonDraft, fields: readonly Field[]): PersonDraft =>
  ({ ...mine, ...Object.fromEntries(fields.map((field) => [field, theirs[field]])) });

function useValue() {
  const names = useNames();
  return (field: Field, draft: PersonDraft, t: TFunction): string => {
    const value = draft[field];
    if (value === null || value === "") return t("common.unknown");
    if (field === "names") return draft.names.map(fullName).join("; ");
    if (field === "sex") return t(`common.sex.${draft.sex}`);
    if (field === "entry_route") return t(`people.route.${draft.entry_route}`);
    if (field === "stage_id") return names.stage(draft.stage_id ?? undefined) ?? "";
    if (field === "region") return names.region(draft.region ?? undefined) ?? "";
    if (field === "relationship") return names.relationship(draft.relationship ?? undefined) ?? "";
    return String(value);
  };
}

/** A colleague saved the record first. What only they changed is taken over; of what both did, the reader says which stands. */
export function PersonMeanwhile({ base, mine, theirs, goOn }: {
  base: PersonDraft; mine: PersonDraft; theirs: PersonDraft; goOn: (merged: PersonDraft) => void;
}) {
  const { t } = useTranslation();
  const value = useValue();
  const { taken, clashes } = compare(base, mine, theirs);
  return (
    <>
      <Alert role="alert" color="apricot" icon={<Icon name="people" />} title={t("people.meanwhile.title")}>{t("people.meanwhile.text")}</Alert>
      {taken.length > 0 && (
        <section>
          <h2>{t("people.meanwhile.taken")}</h2>
          <ul>{taken.map((field) => <li key={field}>{[t(WORD[field]), value(field, theirs, t)].join(": ")}</li>)}</ul>
        </section>)}
      {clashes.map(({ place }) => (
        <section key={place} aria-label={t(WORD[place])}>
          <h2>{t(WORD[place])}</h2>
          <dl className={classes.pair}>
            <div><dt>{t("people.meanwhile.mine")}</dt><dd>{value(place, mine, t)}</dd></div>
            <div><dt>{t("people.meanwhile.theirs")}</dt><dd>{value(place, theirs, t)}</dd></div>
          </dl>
        </section>))}
      <Group>
        <Button onClick={() => goOn(withTheirs(mine, theirs, taken))}>{t(clashes.length > 0 ? "people.meanwhile.keep_mine" : "people.meanwhile.go_on")}</Button>
        {clashes.length > 0 && (
          <Button variant="default" onClick={() => goOn(withTheirs(mine, theirs, [...taken, ...clashes.map(({ place }) => place)]))}>{t("people.meanwhile.take_theirs")}</Button>)}
      </Group>
    </>
  );
}
