import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import { Timeline, useFormat, type IconName } from "../ui";
import classes from "./documents.module.css";

type Move = Schemas["DocumentMove"];

const ICONS: Record<Move["kind"], IconName> = {
  asked: "send", taken: "check", more_needed: "info", answered: "send", issued: "file", refused: "cross", withdrawn: "leave" };

/** What became of a request and what was said, the newest first. */
export function RequestStory({ moves }: { moves: Move[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Timeline entries={moves.toReversed().map(({ kind, words, by, at }, i) => ({
      key: `${moves.length - i}`, icon: ICONS[kind], title: t(`documents.request.move.${kind}`),
      when: t("documents.request.by_on", { name: by.name, date: format.dayOf(at) }),
      content: words && <p className={classes.words}>{words}</p>,
    }))} />
  );
}
