import { NativeSelect, SegmentedControl, useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { LANGUAGES, type Language } from "../i18n/languages";
import { changeLanguage } from "../i18n/start";
import { Icon } from "./icon";
import classes from "./preferences.module.css";

/** The language of the page, remembered on this device. */
export function LanguageSelect({ onDark = false }: { onDark?: boolean }) {
  const { t, i18n } = useTranslation();
  return (
    <NativeSelect
      size="sm"
      aria-label={t("common.language")}
      leftSection={<Icon name="globe" size={18} />}
      classNames={onDark ? { input: classes.onDark, section: classes.section } : {}}
      data={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
      value={i18n.language}
      onChange={(event) => void changeLanguage(event.currentTarget.value as Language)}
    />
  );
}

const SCHEMES: MantineColorScheme[] = ["light", "dark", "auto"];

/** Light, dark, or as the device has it, for the header; Mantine remembers it on this device. */
export function ThemeSelect() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <NativeSelect
      size="sm"
      aria-label={t("common.theme.label")}
      leftSection={<Icon name="sun" size={18} />}
      classNames={{ input: classes.onDark, section: classes.section }}
      data={SCHEMES.map((value) => ({ value, label: t(`common.theme.${value}`) }))}
      value={colorScheme}
      onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
    />
  );
}

/** The same for a phone's menu. */
export function ThemeSwitch() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      aria-label={t("common.theme.label")}
      fullWidth
      value={colorScheme}
      onChange={(value) => setColorScheme(value as MantineColorScheme)}
      data={SCHEMES.map((value) => ({ value, label: t(`common.theme.${value}`) }))}
    />
  );
}
