/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   a table laid out as cards loses the roles it has by nature, so each is written out. */
import { Button, Group, Text } from "@mantine/core";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./data-table.module.css";

export interface Column<Row> {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Right-aligned figures of even width. */
  numeric?: boolean;
}

interface DataTableProps<Row> {
  /** What the table holds; read out by screen readers, seen with `showCaption`. */
  caption: string;
  showCaption?: boolean;
  /** The first one heads its row. */
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Shown in place of a table without rows. */
  empty?: ReactNode;
  /** A list of `useList`: draws "More" while there is a next page. */
  more?: { hasMore: boolean; loadingMore: boolean; loadMore: () => void };
  /** On a phone: each row a card, or a table that scrolls sideways. */
  phone?: "cards" | "scroll";
  /** A last row, such as totals: one cell a column. */
  footer?: ReactNode[];
}

function Cells<Row>({ columns, row }: { columns: Column<Row>[]; row: Row }) {
  return columns.map((column, i) => i === 0
    ? <th key={column.key} scope="row" role="rowheader" data-numeric={column.numeric}>{column.cell(row)}</th>
    : <td key={column.key} role="cell" data-label={column.label} data-numeric={column.numeric}>{column.cell(row)}</td>);
}

/** A table with a caption and headed rows and columns. */
export function DataTable<Row>({
  caption, showCaption = false, columns, rows, rowKey, empty, more, phone = "cards", footer,
}: DataTableProps<Row>) {
  const { t } = useTranslation();
  const captionId = useId();
  if (rows.length === 0 && empty) return empty;
  // A table that scrolls must be reachable by keyboard, so it is a region with a tab stop.
  const scrolling = phone === "scroll" ? { role: "region", tabIndex: 0, "aria-labelledby": captionId } : {};
  return (
    <div>
      <div className={classes.frame} {...scrolling}>
        <table className={classes.table} role="table" data-phone={phone}>
          <caption id={captionId} data-shown={showCaption}>{caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map(({ key, label, numeric }) => (
                <th key={key} scope="col" role="columnheader" data-numeric={numeric}>{label}</th>))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => <tr key={rowKey(row)} role="row"><Cells columns={columns} row={row} /></tr>)}
          </tbody>
          {footer && (
            <tfoot role="rowgroup">
              <tr role="row"><Cells columns={columns.map((column, i) => ({ ...column, cell: () => footer[i] }))} row={null} /></tr>
            </tfoot>
          )}
        </table>
      </div>
      {more && (
        <Group mt="md" gap="md">
          {more.hasMore && <Button variant="default" loading={more.loadingMore} onClick={more.loadMore}>{t("common.more")}</Button>}
          <Text size="sm" c="dimmed" role="status">{t("common.shown", { count: rows.length })}</Text>
        </Group>
      )}
    </div>
  );
}
