import { Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Icon, Section, Timeline, useFormat } from "../../ui";
import classes from "../forms.module.css";
import type { Assessment } from "./assessment-data";

/** What the supervisor asks for, while it is to be mended. */
export function Returned({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation();
  const last = assessment.moves[assessment.moves.length - 1];
  if (assessment.state !== "returned" || last?.kind !== "returned") return null;
  return (
    <Alert color="apricot" icon={<Icon name="quote" />} title={t("forms.moves.asked", { name: last.by.name })}>
      <p className={classes.words}>{last.comment}</p>
    </Alert>
  );
}

/** Who began, handed in, returned and approved it. */
export function Moves({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const started = { key: "started", when: format.instant(assessment.started_at), title: t("forms.moves.started", { name: assessment.started_by.name }) };
  const moves = assessment.moves.map(({ kind, by, at, comment }, i) => ({
    key: String(i), when: format.instant(at), title: t(`forms.moves.${kind}`, { name: by.name }), ...(comment && { content: comment }),
  }));
  return <Section title={t("forms.moves.title")}><Timeline entries={[started, ...moves]} /></Section>;
}
