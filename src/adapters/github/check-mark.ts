/** What we keep in a check run's `external_id`, which nobody but its App writes. */
export interface CheckMark {
  readonly digest: string
  readonly presses: number
  readonly pressedBy: string | undefined
}

/** As one text, e.g. `5f0c…` or `5f0c….2.ada`. */
export function renderMark({ digest, presses, pressedBy }: CheckMark): string {
  return presses === 0 ? digest : `${digest}.${presses}.${pressedBy ?? ''}`
}

/** Of whatever stands there: what is not ours has no presses. */
export function parseMark(text: string | undefined): CheckMark {
  const [, digest = '', presses = '0', pressedBy] =
    /^([0-9a-f]{64})(?:\.([1-9]\d{0,8})\.([A-Za-z0-9-]{1,39}))?$/.exec(text ?? '') ?? []
  return { digest, presses: Number(presses), pressedBy }
}

/** How often a button of a check run was pressed, by its `external_id`. */
export function pressesIn(text: string | undefined): number {
  return parseMark(text).presses
}
