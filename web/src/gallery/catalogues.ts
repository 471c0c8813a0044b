/** The words the parts themselves use. */
export const catalogues = import.meta.glob("../i18n/*/{common,session}.json", { import: "default" });
