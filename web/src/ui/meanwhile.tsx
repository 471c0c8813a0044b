import { Alert, Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Icon } from "./icon";
import classes from "./meanwhile.module.css";

interface MeanwhileProps<Place extends string> {
  /** Only the colleague changed these. */
  taken: readonly Place[];
  /** Both changed these, differently. */
  clashes: readonly Place[];
  label: (place: Place) => string;
  /** A place of either version in words. */
  mine: (place: Place) => string;
  theirs: (place: Place) => string;
  /** Goes on with the writer's version, and the colleague's in these places. */
  goOn: (places: Place[]) => void;
}

/** A colleague saved the same thing first. What only they changed is taken over; of what both did, the reader says which stands. */
export function Meanwhile<Place extends string>({ taken, clashes, label, mine, theirs, goOn }: MeanwhileProps<Place>) {
  const { t } = useTranslation();
  return (
    <>
      <Alert role="alert" color="apricot" icon={<Icon name="people" />} title={t("common.meanwhile.title")}>{t("common.meanwhile.text")}</Alert>
      {taken.length > 0 && (
        <div>
          <h3>{t("common.meanwhile.taken")}</h3>
          <ul>{taken.map((place) => <li key={place}>{[label(place), theirs(place)].join(": ")}</li>)}</ul>
        </div>)}
      {clashes.map((place) => (
        <div key={place} role="group" aria-label={label(place)}>
          <h3>{label(place)}</h3>
          <dl className={classes.pair}>
            <div><dt>{t("common.meanwhile.mine")}</dt><dd>{mine(place)}</dd></div>
            <div><dt>{t("common.meanwhile.theirs")}</dt><dd>{theirs(place)}</dd></div>
          </dl>
        </div>))}
      <Group mt="sm">
        <Button onClick={() => goOn([...taken])}>{t(clashes.length > 0 ? "common.meanwhile.keep_mine" : "common.meanwhile.go_on")}</Button>
        {clashes.length > 0 && <Button variant="default" onClick={() => goOn([...taken, ...clashes])}>{t("common.meanwhile.take_theirs")}</Button>}
      </Group>
    </>
  );
}
