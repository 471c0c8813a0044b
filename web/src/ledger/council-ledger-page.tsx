import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useSession } from "../session/session";
import { ButtonLink } from "../ui";
import { LedgerList } from "./ledger-list";
import { WithdrawFigure } from "./withdraw-figure";

/** The joint ledger, open to all. The secretariat adds public figures of the region. */
export function CouncilLedgerPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const may = can("publish_claim");
  return (
    <LedgerList lead={t("ledger.lead")} file="/api/public/ledger/file"
                fetchPage={(below) => body(api.GET("/api/public/ledger", { params: { query: { below } } }))}
                check={(from) => body(api.GET("/api/public/ledger/check", { params: { query: { from } } }))}
                actionsOf={(line) => may && line.figure && !line.replaced_by && <WithdrawFigure id={line.id} />}>
      {may && <div><ButtonLink to="/ledger/figure">{t("ledger.figure.add")}</ButtonLink></div>}
    </LedgerList>
  );
}
