import { useTranslation } from "react-i18next";
import { DataTable, Empty, Link, Section, StatusBadge } from "../ui";
import { Opening } from "../ui/opening";
import { AddName, AddParent, EndTime } from "./body-forms";
import type { Body } from "./queries";
import { useSpan } from "./words";

/** Every name it had, in every language, and from when to when. */
export function NamesPart({ one, now }: { one: Body; now: boolean }) {
  const { t } = useTranslation();
  const span = useSpan();
  const edits = now && one.allows.edit;
  return (
    <Section title={t("members.names")}>
      <DataTable caption={t("members.names")} rows={one.names} rowKey={({ id }) => id} columns={[
        { key: "name", label: t("members.field.name"), cell: ({ name, short_name }) => (short_name ? `${name} (${short_name})` : name) },
        { key: "language", label: t("members.field.language"), cell: ({ language }) => t(`common.language_name.${language}`) },
        { key: "span", label: t("members.field.span"), cell: ({ id, valid_from, valid_to, in_force }) => (
          <>
            {span(valid_from, valid_to)} {!in_force && <StatusBadge tone="neutral">{t("members.former")}</StatusBadge>}
            {edits && !valid_to && (
              <Opening label={t("members.end_name")} variant="subtle" size="compact-sm">
                {(close) => <EndTime one={one} of="names" id={id} close={close} />}
              </Opening>)}
          </>) },
        { key: "source", label: t("members.field.source"), cell: ({ source }) => source || "–" },
      ]} />
      {edits && <Opening label={t("members.add_name")} variant="default">{(close) => <AddName one={one} close={close} />}</Opening>}
    </Section>
  );
}

/** What it stands under, and what stands under it. */
export function PlacePart({ one, now }: { one: Body; now: boolean }) {
  const { t } = useTranslation();
  const span = useSpan();
  const edits = now && one.allows.edit;
  if (!edits && one.parents.length === 0 && one.children.length === 0) return null;
  return (
    <Section title={t("members.place")}>
      {one.parents.length === 0 && one.children.length === 0 && <Empty title={t("members.no_parents")} icon="people" />}
      {one.parents.length > 0 && (
        <DataTable caption={t("members.parents")} rows={one.parents} rowKey={({ id }) => id} columns={[
          { key: "parent", label: t("members.stands_under"), cell: ({ body }) => <Link to="/members/$code" params={{ code: body.code }}>{body.name}</Link> },
          { key: "span", label: t("members.field.span"), cell: ({ id, valid_from, valid_to }) => (
            <>
              {span(valid_from, valid_to)}
              {edits && !valid_to && (
                <Opening label={t("members.end_parent")} variant="subtle" size="compact-sm">
                  {(close) => <EndTime one={one} of="parents" id={id} close={close} />}
                </Opening>)}
            </>) },
          { key: "source", label: t("members.field.source"), cell: ({ source }) => source || "–" },
        ]} />
      )}
      {one.children.length > 0 && (
        <div>
          <h3>{t("members.children")}</h3>
          <ul>{one.children.map(({ code, name }) => <li key={code}><Link to="/members/$code" params={{ code }}>{name}</Link></li>)}</ul>
        </div>
      )}
      {edits && <Opening label={t("members.add_parent")} variant="default">{(close) => <AddParent one={one} close={close} />}</Opening>}
    </Section>
  );
}
