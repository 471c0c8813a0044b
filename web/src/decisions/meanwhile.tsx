import { Alert, Button, Group, Text } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { Icon } from "../ui";
import classes from "./decisions.module.css";
import { same, valueAt, type Draft, type Place, type Rebased, type Value } from "./draft";
import type { Decision } from "./queries";

/** What a colleague saved while this form was open, and how the two lie on each other. */
export interface Meanwhile extends Rebased { theirs: Decision }

export function usePlaceName(): (place: Place) => string {
  const { t } = useTranslation();
  return (place) => {
    if (place.startsWith("texts.")) return t(`decisions.text_language.${place.slice("texts.".length)}`);
    const field = { title: "title", languages: "languages", session_id: "session", commitment_id: "commitment", open_to_all: "open_to_all", supersedes: "supersedes" };
    return t(`decisions.field.${field[place as keyof typeof field]}`);
  };
}

/** A value of theirs as it reads. */
function useWords(theirs: Decision): (place: Place, value: Value) => string {
  const { t } = useTranslation();
  return (place, value) => {
    if (Array.isArray(value)) return value.map((language) => t(`common.language_name.${language}`)).join(", ");
    if (typeof value === "boolean") return t(value ? "common.yes" : "common.no");
    if (!value) return t("decisions.meanwhile.nothing");
    if (place === "session_id") return theirs.session_title;
    if (place === "supersedes") return theirs.supersedes[0]?.title ?? "";
    return place === "commitment_id" ? (theirs.commitment?.clause ?? "") : value;
  };
}

/** Says above the form that somebody saved first, and what was taken over. */
export function MeanwhileNotice({ meanwhile }: { meanwhile: Meanwhile }) {
  const { t } = useTranslation();
  const nameOf = usePlaceName();
  return (
    <Alert role="alert" color="apricot" icon={<Icon name="people" />} title={t("decisions.meanwhile.title")}>
      <Text>{t(meanwhile.clashes.length > 0 ? "decisions.meanwhile.text" : "decisions.meanwhile.no_conflict")}</Text>
      {meanwhile.taken.length > 0 && <Text mt="xs">{t("decisions.meanwhile.taken", { fields: meanwhile.taken.map(nameOf).join("; ") })}</Text>}
    </Alert>
  );
}

/** Under a field that both changed: theirs, and whose shall stand. */
export function Theirs({ place, meanwhile, form }: { place: Place; meanwhile: Meanwhile | null; form: UseFormReturnType<Draft> }) {
  const clash = meanwhile?.clashes.find((each) => each.place === place);
  return clash && meanwhile ? <ClashView clash={clash} meanwhile={meanwhile} form={form} /> : null;
}

function ClashView({ clash: { place, mine, theirs }, meanwhile, form }: { clash: Rebased["clashes"][number]; meanwhile: Meanwhile; form: UseFormReturnType<Draft> }) {
  const { t } = useTranslation();
  const nameOf = usePlaceName();
  const words = useWords(meanwhile.theirs);
  const stands = valueAt(form.values, place);
  const choice = (value: Value, label: string) => (
    <Button size="sm" variant={same(stands, value) ? "filled" : "default"} aria-pressed={same(stands, value)} onClick={() => form.setFieldValue(place, value as never)}>{label}</Button>);
  return (
    <div className={classes.spoken} role="group" aria-label={t("decisions.meanwhile.of", { field: nameOf(place) })}>
      <Text size="sm" c="dimmed">{t("decisions.meanwhile.of", { field: nameOf(place) })}</Text>
      <Text className={classes.text} {...(place.startsWith("texts.") ? { lang: place.slice("texts.".length) } : {})}>{words(place, theirs)}</Text>
      <Group gap="sm" mt="xs">{choice(theirs, t("decisions.meanwhile.take_theirs"))}{choice(mine, t("decisions.meanwhile.keep_mine"))}</Group>
    </div>
  );
}
