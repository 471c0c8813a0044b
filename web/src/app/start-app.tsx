import "@mantine/core/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "../ui/fonts.css";
import "../ui/global.css";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, type ComponentType } from "react";
import { createRoot } from "react-dom/client";
import { makeQueryClient, whenSignedOut } from "../api/queries";
import type { CatalogueFiles } from "../i18n/catalogues";
import { startI18n } from "../i18n/start";
import { setCsrfToken } from "../api/client";
import { sessionQuery } from "../session/session";
import { AppName } from "../ui/app-name";
import type { Area } from "../ui/area";
import { theme, variables } from "../ui/theme";
import { typedMayGo } from "../ui/typed";
import { loadAnewWhenOutdated } from "./outdated";
import { makeRouter } from "./router";

interface AppParts {
  /** Translation key of the app's name. */
  name: string;
  areas: Area[];
  catalogues: CatalogueFiles;
  /** A way to search, in the header. */
  search?: ComponentType;
}

/** Draws an app made of these areas into the page. */
export async function startApp({ name, areas, catalogues, search }: AppParts): Promise<void> {
  loadAnewWhenOutdated(window, sessionStorage, () => location.reload());
  const i18n = await startI18n(catalogues);
  const client = makeQueryClient();
  const router = makeRouter({ name, areas, client, search });

  // The server no longer knows this session: sign in, then come back to the same page and what was typed there.
  whenSignedOut(() => {
    if (client.getQueryData(sessionQuery.queryKey) === null) return;
    typedMayGo();
    setCsrfToken(null);
    client.setQueryData(sessionQuery.queryKey, null);
    void router.navigate({ to: "/sign-in", search: { back: router.state.location.href, ended: true }, ignoreBlocker: true });
  });

  const App = () => (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <Notifications position="bottom-right" />
      <QueryClientProvider client={client}>
        <AppName value={i18n.t(name)}><RouterProvider router={router} /></AppName>
      </QueryClientProvider>
    </MantineProvider>
  );
  const root = document.getElementById("root");
  if (!root) throw new Error("The page has no element #root.");
  createRoot(root).render(<StrictMode><App /></StrictMode>);
}
