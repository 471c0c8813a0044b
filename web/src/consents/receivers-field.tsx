import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { Icon, SelectField, TextField } from "../ui";
import classes from "./consents.module.css";
import type { Receiver } from "./consents-data";

interface ReceiversFieldProps {
  value: Receiver[];
  onChange: (receivers: Receiver[]) => void;
  /** A name that is being written; it counts without a further press. */
  typed: string;
  onTyped: (name: string) => void;
}

/** To whom: nobody named means whoever it is needed for. Bodies that work here are chosen, others are written. */
export function ReceiversField({ value, onChange, typed, onTyped }: ReceiversFieldProps) {
  const { t } = useTranslation();
  const providers = useQuery({ queryKey: ["providers", {}], queryFn: () => body(api.GET("/api/providers", { params: { query: {} } })) });
  const left = (providers.data?.items ?? []).filter(({ id }) => !value.some(({ provider_id }) => provider_id === id));
  const add = (receiver: Receiver) => onChange([...value, receiver]);
  const choose = (id: string | null) => {
    const provider = left.find((each) => each.id === id);
    if (provider) add({ provider_id: provider.id, name: provider.name });
  };
  const write = () => {
    if (!typed.trim()) return;
    add({ name: typed.trim() });
    onTyped("");
  };
  return (
    <fieldset className={classes.checks}>
      <legend>{t("consents.receivers")}</legend>
      <p className={classes.quiet}>{value.length === 0 && !typed.trim() ? t("consents.receivers_all") : t("consents.receivers_only")}</p>
      {value.length > 0 && (
        <ul className={classes.chosen}>
          {value.map((receiver, i) => (
            <li key={receiver.provider_id ?? receiver.name}>
              <Button variant="default" size="sm" rightSection={<Icon name="cross" size={16} />} aria-label={t("consents.receiver_remove", { name: receiver.name })}
                      onClick={() => onChange(value.filter((_, k) => k !== i))}>{receiver.name}</Button>
            </li>))}
        </ul>)}
      {left.length > 0 && <SelectField label={t("consents.receiver_here")} choices={left.map(({ id, name }) => ({ value: id, label: name }))} value={null} onChange={choose} />}
      <TextField label={t("consents.receiver_outside")} maxLength={300} value={typed} onChange={(event) => onTyped(event.currentTarget.value)}
                 onKeyDown={(event) => { if (event.key === "Enter") { event.preventDefault(); write(); } }} />
      {typed.trim() && <div><Button variant="default" size="sm" leftSection={<Icon name="plus" size={16} />} onClick={write}>{t("consents.receiver_add")}</Button></div>}
    </fieldset>
  );
}
