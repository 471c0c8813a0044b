import { Button, Menu, Text } from "@mantine/core";
import { useNavigate, useRouterState } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAction } from "../api/queries";
import { Icon } from "../ui/icon";
import { ButtonLink } from "../ui/link";
import { useSession, useSigning } from "./session";
import classes from "./account.module.css";

/** In the header: who is signed in and the way out, or the way in. */
export function Account() {
  const { t } = useTranslation();
  const { session } = useSession();
  const { signOut } = useSigning();
  const navigate = useNavigate();
  const here = useRouterState({ select: (state) => state.location.pathname });
  const leave = useAction(async () => {
    await signOut();
    await navigate({ to: "/sign-in" });
  });

  if (!session) {
    if (here === "/sign-in") return null;
    return <ButtonLink to="/sign-in" size="sm" variant="white" leftSection={<Icon name="person" size={18} />}>{t("common.sign_in")}</ButtonLink>;
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button className={classes.account} variant="default" size="sm" leftSection={<Icon name="person" size={18} />}
                rightSection={<Icon name="down" size={16} />} loading={leave.pending}>
          {session.account.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label><Text size="sm">{t(`session.role.${session.account.role}`)}</Text></Menu.Label>
        {session.instance.kind === "council" && (
          <Menu.Item leftSection={<Icon name="inbox" size={18} />} onClick={() => void navigate({ to: "/mail-preferences" })}>{t("session.letters")}</Menu.Item>)}
        <Menu.Item leftSection={<Icon name="leave" size={18} />} onClick={() => void leave.run()}>{t("common.sign_out")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
