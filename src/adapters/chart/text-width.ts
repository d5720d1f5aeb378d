/** Widths of DejaVu Sans in em, by kinds of letters: where there is no canvas Vega guesses 0.8 for each. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\u0300-\u036f\u200b-\u200f]/u, 0],
  [/[il.,:;'|!j ]/u, 0.32],
  [/[ftr()/\-[\]\u00a0]/u, 0.39],
  [/[mwMW%@]/u, 0.92],
  [/[+−=<>→~×]/u, 0.84],
  [/[A-Z]/u, 0.69],
  [/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}]/u, 1],
]

/** The width of a text item in pixels, within a few per cent for Latin letters. */
export function textWidth(item: { readonly fontSize?: number }, text: unknown): number {
  const em = [...String(text ?? '')].reduce(
    (sum, letter) => sum + (WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? 0.61),
    0,
  )
  return em * (item.fontSize ?? 11)
}
