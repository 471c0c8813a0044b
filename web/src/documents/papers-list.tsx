import { useTranslation } from "react-i18next";
import { Empty, StatusBadge, useFormat, type Tone } from "../ui";
import classes from "./documents.module.css";
import { type Chain, useDocumentWords } from "./documents-data";

type Paper = Chain["papers"][number];
const TONES: Record<Paper["state"], Tone> = { held: "neutral", missing: "warning", requested: "waiting", restored: "good" };

/** The papers themselves. */
export function PapersList({ papers }: { papers: Paper[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useDocumentWords();
  if (papers.length === 0) return <Empty icon="file" title={t("documents.papers.none")} hint={t("documents.papers.none_hint")} />;
  return (
    <ul className={classes.cards}>
      {papers.map(({ id, kind, number, state, restored_on }) => (
        <li key={id} className={classes.line}>
          <strong>{words.document(kind)}</strong>
          {number && <span className={classes.quiet}>{number}</span>}
          <StatusBadge tone={TONES[state]}>{t(`documents.papers.state.${state}`)}</StatusBadge>
          {restored_on && <span className={classes.quiet}>{format.date(restored_on)}</span>}
        </li>))}
    </ul>
  );
}
