import { type ThemeConfig, theme } from "antd";
import { DARK, FONTS, LIGHT, type Palette, RADIUS } from "../design/tokens.js";

/** Ant Design in our colours and letters; dense enough for work. */
export function officeTheme(isDark: boolean): ThemeConfig {
  const palette: Palette = isDark ? DARK : LIGHT;
  return {
    algorithm: isDark ? [theme.darkAlgorithm] : [theme.defaultAlgorithm],
    token: {
      colorPrimary: palette.accent,
      colorInfo: palette.accent,
      colorLink: palette.accent,
      // The hover antd derives is too pale to be read on white.
      colorLinkHover: palette.accent,
      linkHoverDecoration: "underline",
      colorSuccess: palette.good,
      colorWarning: palette.warning,
      colorError: palette.danger,
      // The grounds the algorithm would make of the dark inks are too dark.
      colorSuccessBg: palette.goodGround,
      colorWarningBg: palette.warningGround,
      colorErrorBg: palette.dangerGround,
      colorInfoBg: palette.accentGround,
      colorText: palette.ink,
      colorTextSecondary: palette.muted,
      colorTextDescription: palette.muted,
      colorTextPlaceholder: palette.muted,
      colorBgLayout: palette.ground,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.surface,
      colorBorder: palette.line,
      colorBorderSecondary: palette.line,
      colorTextLightSolid: palette.onAccent,
      fontFamily: FONTS.sans,
      fontSize: 15,
      borderRadius: RADIUS,
      wireframe: false,
      motion: false,
    },
    components: {
      Layout: { siderBg: palette.surface, headerBg: palette.surface, bodyBg: palette.ground, headerHeight: 56 },
      Menu: { itemBg: "transparent", itemSelectedBg: palette.accentGround, itemSelectedColor: palette.accent, itemHeight: 38 },
      Table: { headerBg: palette.raised, rowHoverBg: palette.raised, cellPaddingBlock: 10 },
      Timeline: { itemPaddingBottom: 18 },
    },
  };
}
