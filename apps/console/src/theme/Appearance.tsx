import { ConfigProvider } from "antd";
import zhCN from "antd/locale/zh_CN";
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { useTranslation } from "react-i18next";
import { antdTheme, APPEARANCES, applyPalette, paletteOf, type Appearance } from "./tokens";

const KEPT = "jiedui.appearance";
const Choice = createContext<{ appearance: Appearance; choose: (appearance: Appearance) => void }>({
  appearance: "system",
  choose: () => undefined,
});

export function useAppearance() {
  return useContext(Choice);
}

const darkMedia = () => window.matchMedia("(prefers-color-scheme: dark)");

function subscribeToMedia(listener: () => void): () => void {
  const media = darkMedia();
  media.addEventListener("change", listener);
  return () => media.removeEventListener("change", listener);
}

export function AppearanceProvider({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation("console");
  const [appearance, setAppearance] = useState<Appearance>(
    () => APPEARANCES.find((each) => each === localStorage.getItem(KEPT)) ?? "system",
  );
  const isDark = useSyncExternalStore(subscribeToMedia, () => darkMedia().matches);
  const shown = appearance === "system" ? (isDark ? "dark" : "light") : appearance;
  const palette = paletteOf(shown);
  useEffect(() => {
    applyPalette(palette);
    document.documentElement.dataset.appearance = shown;
  }, [palette, shown]);
  const isChinese = i18n.language.startsWith("zh");
  const choice = useMemo(
    () => ({
      appearance,
      choose: (next: Appearance) => {
        localStorage.setItem(KEPT, next);
        setAppearance(next);
      },
    }),
    [appearance],
  );
  return (
    <Choice.Provider value={choice}>
      <ConfigProvider
        // English is what the library speaks by itself.
        {...(isChinese ? { locale: zhCN } : {})}
        theme={antdTheme(palette)}
        button={{ autoInsertSpace: false }}
        drawer={{ closable: { "aria-label": t("common.close") } }}
      >
        {children}
      </ConfigProvider>
    </Choice.Provider>
  );
}
