import { Button, Group, Modal, Stack, type ButtonProps } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Action } from "../api/queries";
import { ProblemNotice } from "./waiting";

interface ActionButtonProps extends ButtonProps {
  action: Action<void>;
  children: ReactNode;
}

/** A button that does something once, and shows under itself why it did not work. */
export function ActionButton({ action, children, ...props }: ActionButtonProps) {
  return (
    <Stack gap="xs" align="flex-start">
      <Button {...props} loading={action.pending} onClick={() => void action.run()}>{children}</Button>
      {action.problem && <ProblemNotice problem={action.problem} focus />}
    </Stack>
  );
}

interface ConfirmDialogProps {
  action: Action<void>;
  /** The words of the button that opens the dialog. */
  button: ReactNode;
  title: string;
  /** What will happen, and that it cannot be undone. */
  children: ReactNode;
  /** The words of the button that does it: a verb, never "OK". */
  confirm: string;
  buttonProps?: ButtonProps;
  danger?: boolean;
}

/** A button that asks before it acts. */
export function ConfirmDialog({ action, button, title, children, confirm, buttonProps, danger = false }: ConfirmDialogProps) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const act = async () => {
    if (await action.run()) close();
  };
  return (
    <>
      <Button variant="default" {...buttonProps} onClick={() => { action.reset(); open(); }}>{button}</Button>
      <Modal opened={opened} onClose={close} title={title} centered closeButtonProps={{ "aria-label": t("common.close") }}>
        <Stack>
          <div>{children}</div>
          {action.problem && <ProblemNotice problem={action.problem} focus />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>{t("common.cancel")}</Button>
            <Button color={danger ? "red.9" : undefined} loading={action.pending} onClick={() => void act()}>{confirm}</Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
