import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { Meanwhile, Waiting } from "../ui";
import { compare, placesOf, valuesOf, withTheirs, type Place, type Provider, type Values } from "./provider-draft";
import { useRegions } from "./regions";

/** A colleague saved the provider first: what differs, and which of the two shall stand. */
export function ProviderMeanwhile({ base, mine, goOn }: { base: Provider; mine: Values; goOn: (merged: Values, theirs: Provider) => void }) {
  const { t } = useTranslation();
  const regions = useRegions();
  const newest = useQuery({
    queryKey: ["providers", base.id, "meanwhile"], staleTime: 0, gcTime: 0,
    queryFn: () => body(api.GET("/api/providers/{provider_id}", { params: { path: { provider_id: base.id } } })) });
  const theirs = newest.data?.provider;
  if (!theirs || theirs.version <= base.version) return <Waiting for={newest} />;
  const now = valuesOf(theirs);
  const say = (values: Values) => (place: Place): string => {
    const text = {
      name: () => values.name, kind: () => (values.kind ? t(`services.kind.${values.kind}`) : ""), district: () => values.district, address: () => values.address,
      region: () => (values.region ? regions.nameOf(values.region) : t("services.whole_state")), hours: () => values.hours, contact: () => values.contact,
      languages: () => values.languages.map((code) => t(`services.language.${code}`)).join(", "),
      services: () => values.services.map((code) => t(`services.catalogue.${code}`)).join(", "),
      places: () => placesOf(values).map(({ service, places, period }) => `${t(`services.catalogue.${service}`)}: ${places}, ${t(`services.places.${period}`)}`).join("\n"),
    }[place]();
    return text || t("common.unknown");
  };
  const { taken, clashes } = compare(valuesOf(base), mine, now);
  return (
    <Meanwhile taken={taken} clashes={clashes} label={(place) => t(place === "places" ? "services.places.title" : `services.field.${place}`)}
               mine={say(mine)} theirs={say(now)} goOn={(places) => goOn(withTheirs(mine, now, places), theirs)} />
  );
}
