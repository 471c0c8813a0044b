import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Opened, RadioField, Section } from "../../ui";
import { everyField, say, type Definition, type Texts } from "../engine/definition";
import { placeText } from "../fill/error-text";
import classes from "../forms.module.css";
import { useAnswerText } from "../view/answer-text";
import type { Clash } from "./merge-answers";

/** A colleague answered some of the same questions otherwise: both stand side by side, and the reader says which holds. */
export function ClashForm({ definition, language, clashes, settle }:
  { definition: Definition; language: string; clashes: readonly Clash[]; settle: (theirs: Clash[]) => void }) {
  const { t } = useTranslation();
  const answerText = useAnswerText();
  const [chosen, choose] = useState<Record<string, string>>({});
  const words = (texts: Texts | undefined) => say(texts, language);
  const fieldOf = (place: string) => everyField(definition.fields).find(({ code }) => code === place.split("/").pop());
  const told = (place: string, value: Clash["mine"]) => {
    const field = fieldOf(place);
    if (!field) return "";
    return field.kind === "repeat" ? t("forms.clash.rows", { count: Array.isArray(value) ? value.length : 0 }) : answerText(field, value, words);
  };
  return (
    <Opened>
      <Section title={t("forms.clash.title")}>
        <p className={classes.words}>{t("forms.clash.text")}</p>
        <Stack gap="lg">
          {clashes.map(({ place, mine, theirs }) => (
            <div key={place} className={classes.choices}>
              <RadioField label={placeText(t, definition, language, place)} value={chosen[place] ?? null}
                          onChange={(value) => choose((before) => ({ ...before, [place]: value ?? "" }))}
                          choices={[{ value: "mine", label: t("forms.clash.mine", { answer: told(place, mine) }) },
                            { value: "theirs", label: t("forms.clash.theirs", { answer: told(place, theirs) }) }]} />
            </div>))}
        </Stack>
        <Group>
          <Button disabled={clashes.some(({ place }) => !chosen[place])} onClick={() => settle(clashes.filter(({ place }) => chosen[place] === "theirs"))}>
            {t("forms.clash.go_on")}
          </Button>
        </Group>
      </Section>
    </Opened>
  );
}
