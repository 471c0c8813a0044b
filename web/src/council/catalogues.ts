/** The words of the Council: one file an area and language. `import.meta.glob` wants its pattern written out. */
export const catalogues = import.meta.glob("../i18n/*/{common,session,indicators,public,desk,members,meetings,decisions,councilactions,claims,returns,trainings}.json", { import: "default" });
