import { Button, Menu, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Icon } from "../ui";

/** The forms of a return: for people, and for other systems. */
const RELEASE_FORMATS = ["csv", "xlsx", "pdf", "hxl", "sdmx", "dhis2", "dhis2_metadata"] as const;
export type ReleaseFormat = (typeof RELEASE_FORMATS)[number];

interface ReleaseFilesProps {
  /** Whose tables: said to who cannot see what the button stands beside. */
  of: string;
  /** The address of a file. */
  href: (format: ReleaseFormat, language: string) => string;
  compact?: boolean;
}

/** One menu for all files of a return or of one of its tables. */
export function ReleaseFiles({ of, href, compact = false }: ReleaseFilesProps) {
  const { t, i18n } = useTranslation();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant={compact ? "subtle" : "default"} size={compact ? "compact-md" : undefined} leftSection={<Icon name="download" size={compact ? 18 : 20} />}
                aria-label={t("pictures.files.of", { name: of })} data-no-print>
          {t("pictures.files.download")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {RELEASE_FORMATS.map((format) => (
          <Menu.Item key={format} component="a" href={href(format, i18n.language)} download>
            {t(`pictures.files.${format}.name`)}
            <Text size="xs" c="dimmed">{t(`pictures.files.${format}.hint`)}</Text>
          </Menu.Item>))}
      </Menu.Dropdown>
    </Menu>
  );
}
