import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Opened, RadioField, Section } from "../../ui";
import { everyField, say, type Definition } from "../engine/definition";
import classes from "../forms.module.css";
import { withPlaces, type FormClash } from "./merge-definitions";

export interface Clashing { joined: Definition; theirs: Definition; clashes: FormClash[]; editVersion: number }

/** A colleague changed some of the same fields: both versions stand side by side, and the reader says which holds. */
export function ClashPart({ clashing, settle }: { clashing: Clashing; settle: (definition: Definition, editVersion: number) => void }) {
  const { t, i18n } = useTranslation();
  const [chosen, choose] = useState<Record<string, string>>({});
  const { joined, theirs, clashes, editVersion } = clashing;
  const nameOf = (place: string) => {
    const code = place.replace("field/", "");
    const field = [joined, theirs].flatMap(({ fields }) => everyField(fields)).find((each) => each.code === code);
    return field ? `${say(field.label, i18n.language)} (${code})` : t(`forms.clash.place.${place}`);
  };
  const text = (value: unknown) => (value === undefined ? t("forms.clash.nothing") : JSON.stringify(value, null, 1).replace(/[{}"[\]]/g, "").replace(/\n\s*\n/g, "\n").trim());
  return (
    <Opened>
      <Section title={t("forms.clash.form_title")}>
        <p className={classes.words}>{t("forms.clash.text")}</p>
        <Stack gap="lg">
          {clashes.map(({ place, mine, theirs: other }) => (
            <div key={place}>
              <div className={classes.beside}>
                <div><h3>{t("forms.clash.mine_title")}</h3><pre className={classes.version}>{text(mine)}</pre></div>
                <div><h3>{t("forms.clash.theirs_title")}</h3><pre className={classes.version}>{text(other)}</pre></div>
              </div>
              <RadioField label={nameOf(place)} value={chosen[place] ?? null} onChange={(value) => choose((before) => ({ ...before, [place]: value ?? "" }))}
                          choices={[{ value: "mine", label: t("forms.clash.keep_mine") }, { value: "theirs", label: t("forms.clash.take_theirs") }]} />
            </div>))}
        </Stack>
        <Group>
          <Button disabled={clashes.some(({ place }) => !chosen[place])}
                  onClick={() => settle(withPlaces(joined, theirs, new Set(clashes.filter(({ place }) => chosen[place] === "theirs").map(({ place }) => place))), editVersion)}>
            {t("forms.clash.go_on")}
          </Button>
        </Group>
      </Section>
    </Opened>
  );
}
