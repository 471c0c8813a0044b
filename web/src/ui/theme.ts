import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

// Spruce for doing, apricot for warmth, greys of paper and felt. Contrast is held by axe in tests/journeys.
// The greys at place 4 are the edges of fields: dark enough to find a field by them (WCAG 1.4.11).
const spruce: MantineColorsTuple = [
  "#eef7f5", "#d9ece8", "#b5dad3", "#8cc6bb", "#67b3a6", "#4aa193", "#368c7f", "#28776c", "#1b6259", "#0f4a43"];
const apricot: MantineColorsTuple = [
  "#fff4e6", "#ffe7cb", "#fdcf9b", "#f9b468", "#f29b43", "#e3842a", "#c66a18", "#a55610", "#87450c", "#69350a"];
const gray: MantineColorsTuple = [
  "#faf8f4", "#f4f0e9", "#e9e3d9", "#d9d2c5", "#8f8577", "#857b6e", "#6f665a", "#574f45", "#3d3831", "#272420"];
const dark: MantineColorsTuple = [
  "#e6e0d6", "#cbc4b8", "#aaa195", "#8f8679", "#7d7467", "#3b3630", "#2f2b26", "#211e1a", "#191713", "#110f0d"];

export const theme = createTheme({
  colors: { spruce, apricot, gray, dark },
  primaryColor: "spruce",
  primaryShade: 8,
  autoContrast: true,
  black: "#272420",
  defaultRadius: "md",
  cursorType: "pointer",
  fontFamily: "'Noto Sans Variable', 'Noto Sans Arabic Variable', 'Noto Sans', system-ui, sans-serif",
  fontSizes: { xs: "0.8125rem", sm: "0.9375rem", md: "1rem", lg: "1.125rem", xl: "1.25rem" },
  lineHeights: { xs: "1.45", sm: "1.5", md: "1.55", lg: "1.6", xl: "1.6" },
  headings: {
    fontWeight: "650",
    sizes: {
      h1: { fontSize: "1.75rem", lineHeight: "1.25" },
      h2: { fontSize: "1.25rem", lineHeight: "1.35" },
      h3: { fontSize: "1.0625rem", lineHeight: "1.4" },
    },
  },
  components: {
    Button: { defaultProps: { size: "md" } },
    Checkbox: { defaultProps: { size: "md" } },
    Radio: { defaultProps: { size: "md" } },
    TextInput: { defaultProps: { size: "md" } },
    Textarea: { defaultProps: { size: "md" } },
    NativeSelect: { defaultProps: { size: "md" } },
    Select: { defaultProps: { size: "md" } },
    NumberInput: { defaultProps: { size: "md" } },
    PasswordInput: { defaultProps: { size: "md" } },
    InputWrapper: { defaultProps: { size: "md" } },
    ActionIcon: { defaultProps: { size: "lg" } },
    // The title of a dialog is no banner of the page.
    ModalHeader: { defaultProps: { role: "presentation" } },
  },
});

export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": gray[0],
    "--mantine-color-text": "#272420",
    "--mantine-color-dimmed": "#5f574c",
    "--mantine-color-placeholder": gray[6],
    "--mantine-color-error": "var(--mantine-color-red-9)",
    "--mantine-color-anchor": spruce[8],
    "--mantine-color-default-border": gray[4],
    "--hw-surface": "#ffffff",
    "--hw-line": gray[3],
    "--hw-header": spruce[9],
    "--hw-header-text": "#ffffff",
    "--hw-accent": apricot[5],
    "--hw-chosen": spruce[0],
    "--hw-chosen-text": spruce[9],
    "--hw-land": gray[2],
    "--hw-low": "#d9ece8",
    "--hw-high": spruce[8],
  },
  dark: {
    "--mantine-color-body": dark[7],
    "--mantine-color-text": dark[0],
    "--mantine-color-dimmed": dark[2],
    "--mantine-color-placeholder": dark[3],
    "--mantine-color-error": "var(--mantine-color-red-4)",
    "--mantine-color-anchor": spruce[3],
    "--mantine-color-default-border": dark[4],
    "--hw-surface": "#292520",
    "--hw-line": "#4d473f",
    "--hw-header": "#123b36",
    "--hw-header-text": "#f4f0e9",
    "--hw-accent": apricot[4],
    "--hw-chosen": "#17423c",
    "--hw-chosen-text": spruce[1],
    "--hw-land": dark[5],
    "--hw-low": "#24443f",
    "--hw-high": spruce[4],
  },
});
