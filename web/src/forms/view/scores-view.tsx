import { useTranslation } from "react-i18next";
import { Section, useFormat } from "../../ui";
import { say, type Definition } from "../engine/definition";
import type { Score } from "../engine/score";
import classes from "../forms.module.css";

/** What the answers say together: a word first. It opens a conversation about support, and compares nobody. */
export function ScoresView({ definition, scores, language }: { definition: Definition; scores: readonly Score[]; language: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const scales = definition.scales ?? [];
  if (scales.length === 0) return null;
  return (
    <Section title={t("forms.scores.title")}>
      <p className={classes.quiet}>{t("forms.scores.lead")}</p>
      {scales.map(({ code, label, note, bands, dimensions }) => {
        const score = scores.find(({ scale }) => scale === code);
        const band = bands.find((each) => each.code === score?.band);
        return (
          <div key={code} className={classes.scale}>
            <h3>{say(label, language)}</h3>
            {score?.total === undefined
              ? <p>{t("forms.scores.none")}</p>
              : <p>{band && <strong>{say(band.label, language)}</strong>} <span className={classes.quiet}>{t("forms.scores.of_whole", { value: format.number(score.total, 2) })}</span></p>}
            <dl className={classes.dimensions}>
              {dimensions.filter((dimension) => score?.dimensions[dimension.code] !== undefined).map((dimension) => (
                <div key={dimension.code}>
                  <dt>{say(dimension.label, language)}</dt>
                  <dd>{format.number(score?.dimensions[dimension.code], 2)}</dd>
                </div>))}
            </dl>
            {note && <p className={classes.quiet}>{say(note, language)}</p>}
          </div>
        );
      })}
    </Section>
  );
}
