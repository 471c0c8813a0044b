import { Anchor, Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { useStateName } from "../i18n/states";
import { useSession } from "../session/session";
import { ConfirmDialog, Icon, Opening, Section, useFormat, Waiting } from "../ui";
import { AddPaper, type Place } from "./add-paper";
import classes from "./papers.module.css";

type Paper = Schemas["Paper"];

const IN_THE_BROWSER: readonly Paper["kind"][] = ["pdf", "png", "jpeg"];
const PICTURES: readonly Paper["kind"][] = ["png", "jpeg"];

/** `1.4 MB`, `320 kB`. */
function useSize() {
  const { t } = useTranslation();
  const format = useFormat();
  return (bytes: number) => bytes >= 1_000_000
    ? t("papers.megabytes", { size: format.number(bytes / 1_000_000, 1) }) : t("papers.kilobytes", { size: format.number(Math.max(1, Math.round(bytes / 1000))) });
}

function Withdraw({ paper, thing }: { paper: Paper; thing: string }) {
  const { t } = useTranslation();
  const withdraw = useAction(() => body(api.POST("/api/papers/{paper_id}/withdrawal", { params: { path: { paper_id: paper.id } } })),
    { refresh: [["papers", thing]], said: t("papers.withdrawn") });
  return (
    <ConfirmDialog action={withdraw} button={t("papers.withdraw")} title={t("papers.withdraw_title")} confirm={t("papers.withdraw")} danger
                   buttonProps={{ size: "xs", "aria-label": `${t("papers.withdraw")}: ${paper.title}` } as never}>
      <p>{paper.title}</p>
      <p>{t("papers.withdraw_text")}</p>
    </ConfirmDialog>
  );
}

function OnePaper({ paper, thing, place, address }: { paper: Paper; thing: string; place?: string; address: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const size = useSize();
  const stateName = useStateName();
  const [shown, setShown] = useState(false);
  const opens = IN_THE_BROWSER.includes(paper.kind);
  const by = [paper.added_by, paper.member ? stateName(paper.member) : ""].filter(Boolean).join(", ");
  const facts = [t(`papers.kind.${paper.kind}`), size(paper.size), t(`common.language_name.${paper.language}`), by, format.dayOf(paper.added_at)];
  return (
    <li className={classes.paper}>
      <Anchor href={address} fw={600} underline="always" {...(opens ? { target: "_blank", rel: "noreferrer" } : { download: paper.file_name })}>{paper.title}</Anchor>
      <Text size="sm" c="dimmed">{facts.filter(Boolean).join(" · ")}</Text>
      {place && <Text size="sm">{place}</Text>}
      {paper.note && <Text size="sm" className={classes.note}>{paper.note}</Text>}
      <Group gap="xs" mt={4}>
        {PICTURES.includes(paper.kind) && (
          <Button variant="default" size="xs" aria-expanded={shown} aria-label={`${shown ? t("papers.hide") : t("papers.show")}: ${paper.title}`} onClick={() => setShown(!shown)}>
            {shown ? t("papers.hide") : t("papers.show")}</Button>)}
        {opens && <Button component="a" href={address} download={paper.file_name} variant="default" size="xs" leftSection={<Icon name="download" size={16} />}
                          aria-label={`${t("common.download")}: ${paper.title}`}>{t("common.download")}</Button>}
        {paper.allows.withdraw && <Withdraw paper={paper} thing={thing} />}
      </Group>
      {shown && <img className={classes.picture} src={address} alt={paper.title} />}
    </li>
  );
}

/**
 * Papers that hang on a thing: `<Papers of="session" id={session.id} />`. The server says who may add and take away; a page
 * may leave out the adding with `mayAdd={false}`. `parts` are things on the same page whose papers stand here too, in words. A guest sees the papers of what is public; where there is nothing to see
 * or do, nothing stands here.
 */
export function Papers({ of, id, mayAdd = true, parts = [] }: { of: string; id: string; mayAdd?: boolean; parts?: Place[] }) {
  const { t } = useTranslation();
  const inside = useSession().can("read_council");
  const thing = `${of}:${id}`;
  const query = useQuery({
    queryKey: ["papers", thing, inside],
    queryFn: () => body(inside ? api.GET("/api/papers", { params: { query: { of: thing } } }) : api.GET("/api/public/papers", { params: { query: { of: thing } } })),
  });
  if (!query.data) return inside ? <Section title={t("papers.title")}><Waiting for={query} /></Section> : null;
  const { items, allows } = query.data;
  const all: Place[] = [{ thing, label: t("papers.whole") }, ...parts];
  const places = mayAdd ? all.filter((place) => allows.add_to.includes(place.thing)) : [];
  const label = (paper: Paper) => parts.find((part) => part.thing === paper.of)?.label;
  if (items.length === 0 && places.length === 0) return null;
  const address = (paper: Paper) => `/api/${inside ? "" : "public/"}papers/${paper.id}/content`;
  return (
    <Section title={t("papers.title")}>
      {items.length === 0 ? <Text c="dimmed">{t("papers.none")}</Text>
        : <ul className={classes.list}>{items.map((paper) => <OnePaper key={paper.id} paper={paper} thing={thing} place={label(paper)} address={address(paper)} />)}</ul>}
      {places.length > 0 && <Opening label={t("papers.add")} variant="default">{(close) => <AddPaper thing={thing} places={places} close={close} />}</Opening>}
    </Section>
  );
}
