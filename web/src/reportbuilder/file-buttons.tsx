import { Button, Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon, ProblemNotice } from "../ui";
import { FORMATS, useTakeFile, type Source } from "./take-file";

/** A report as CSV, Excel or PDF, beside what else can be done with it. `name`: of the report, for who hears the buttons. */
export function FileButtons({ source, name, before, after }: { source: Source; name: string; before?: ReactNode; after?: ReactNode }) {
  const { t } = useTranslation();
  const take = useTakeFile(source);
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {before}
        {FORMATS.map((format) => (
          <Button key={format} variant="default" size="compact-md" leftSection={<Icon name="download" size={16} />} disabled={take.pending}
                  aria-label={`${t(`reportbuilder.saved.${format}`)}: ${name}`} onClick={() => void take.run(format)}>
            {t(`reportbuilder.saved.${format}`)}
          </Button>))}
        {after}
      </Group>
      {take.problem && <ProblemNotice problem={take.problem} focus />}
    </Stack>
  );
}
