/** Digits, numbers and texts in the reader's language (the twin of locale.py; see tests/vectors). */

export type Texts = Record<string, string>;

export const ENDONYMS: Texts = { en: "English", bn: "বাংলা" };

export const base = (tag: string): string => tag.split("-")[0]?.toLowerCase() ?? "en";

/** The tag that `pick` answers with. */
export const pickLang = (texts: Record<string, unknown>, lang: string): string =>
  [lang, base(lang), "en"].find((tag) => tag in texts) ?? Object.keys(texts)[0] ?? lang;

/** The entry for `lang`, else for its language part, else English, else the first. */
export const pick = <T>(texts: Record<string, T>, lang: string): T | undefined =>
  texts[pickLang(texts, lang)];

/** Digits 0-9 as the language writes them. */
export const digits = (text: string, lang: string): string =>
  base(lang) === "bn" ? text.replace(/[0-9]/g, (d) => "০১২৩৪৫৬৭৮৯".charAt(Number(d))) : text;

/** A number grouped as the language does: 12,34,567.5 as ১২,৩৪,৫৬৭.৫. */
export function formatNumber(x: number, lang: string, decimals?: number): string {
  const places =
    decimals === undefined
      ? { maximumFractionDigits: 10 }
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(base(lang) === "bn" ? "bn" : "en", {
    ...places,
    signDisplay: "negative",
  })
    .format(x)
    .replace("-", "−");
}

/** A sentence of the interface with its `{names}` filled in. */
export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
