import { theme, type ThemeConfig } from "antd";

export const APPEARANCES = ["system", "light", "dark", "contrast"] as const;
export type Appearance = (typeof APPEARANCES)[number];
type Palette = typeof LIGHT;

/** Meanings have a colour for words on the page and a pair for a filled tag; every pair has a contrast of at least 4.5. */
const LIGHT = {
  primary: "#1d5aa8",
  primaryHover: "#174a8c",
  primarySoft: "#e8f0fa",
  onPrimary: "#ffffff",
  text: "#1c232b",
  textQuiet: "#57626e",
  page: "#f4f6f8",
  surface: "#ffffff",
  raised: "#ffffff",
  line: "#dde2e8",
  lineStrong: "#8a95a1",
  hover: "#f0f4f9",
  soon: "#7d4a00",
  soonSoft: "#fdf0d5",
  overdue: "#b3201b",
  overdueSoft: "#fdeceb",
  escalated: "#ffffff",
  escalatedSoft: "#8a1212",
  done: "#1b6837",
  doneSoft: "#e4f4e9",
  notYet: "#4f5a66",
  notYetSoft: "#eceff2",
  rehearsalText: "#3a2600",
  rehearsalOne: "#ffc53d",
  rehearsalOther: "#ffd666",
  shade: "rgba(20, 30, 45, 0.14)",
};

const DARK: Palette = {
  primary: "#7fb2f0",
  primaryHover: "#a3c9f6",
  primarySoft: "#1b2f48",
  onPrimary: "#0c1a2b",
  text: "#e6eaee",
  textQuiet: "#a4b0bc",
  page: "#12161b",
  surface: "#1a2027",
  raised: "#222a33",
  line: "#313b46",
  lineStrong: "#74808d",
  hover: "#232c36",
  soon: "#ffcf7a",
  soonSoft: "#3b2c0d",
  overdue: "#ff9c95",
  overdueSoft: "#431c1a",
  escalated: "#ffffff",
  escalatedSoft: "#9c1c1c",
  done: "#86d6a1",
  doneSoft: "#17331f",
  notYet: "#b3bdc8",
  notYetSoft: "#2a323b",
  rehearsalText: "#3a2600",
  rehearsalOne: "#d99a1c",
  rehearsalOther: "#e8b347",
  shade: "rgba(0, 0, 0, 0.5)",
};

/** For the leader's wall: black on white, heavy lines. */
const CONTRAST: Palette = {
  ...LIGHT,
  primary: "#003c8f",
  primaryHover: "#002a66",
  text: "#000000",
  textQuiet: "#24292e",
  page: "#ffffff",
  line: "#5b6570",
  lineStrong: "#000000",
  soon: "#5c3500",
  overdue: "#8f0d0a",
  done: "#0c4a22",
  notYet: "#24292e",
};

export function paletteOf(appearance: Exclude<Appearance, "system">): Palette {
  return { light: LIGHT, dark: DARK, contrast: CONTRAST }[appearance];
}

const FONT =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, "Segoe UI", sans-serif';

/** Ant Design in these colours. */
export function antdTheme(palette: Palette): ThemeConfig {
  return {
    algorithm: palette === DARK ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: palette.primary,
      colorLink: palette.primary,
      colorLinkHover: palette.primaryHover,
      colorInfo: palette.primary,
      colorSuccess: palette.done,
      colorWarning: palette.soon,
      colorError: palette.overdue,
      colorText: palette.text,
      colorTextSecondary: palette.textQuiet,
      colorTextTertiary: palette.textQuiet,
      colorTextDescription: palette.textQuiet,
      colorTextPlaceholder: palette.textQuiet,
      colorTextLightSolid: palette.onPrimary,
      colorBgBase: palette.surface,
      colorBgLayout: palette.page,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.raised,
      colorBorder: palette.lineStrong,
      colorBorderSecondary: palette.line,
      colorPrimaryHover: palette.primaryHover,
      colorTextDisabled: palette.textQuiet,
      borderRadius: 6,
      fontSize: 14,
      fontFamily: FONT,
      controlHeight: 36,
      sizeUnit: 4,
      motionDurationMid: "0.12s",
      motionDurationSlow: "0.16s",
    },
    components: {
      Button: { fontWeight: 500, primaryShadow: "none", defaultShadow: "none" },
      Form: { itemMarginBottom: 16, verticalLabelPadding: "0 0 4px" },
      Segmented: { itemSelectedBg: palette.primarySoft, itemSelectedColor: palette.primary },
      Tooltip: { colorTextLightSolid: "#ffffff" },
    },
  };
}

/** The same colours for the console's own style sheet, as `--jd-…`. */
export function applyPalette(palette: Palette): void {
  const { style } = document.documentElement;
  for (const [name, colour] of Object.entries(palette))
    style.setProperty(`--jd-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, colour);
  style.setProperty("--jd-font", FONT);
  style.setProperty("color-scheme", palette === DARK ? "dark" : "light");
}
