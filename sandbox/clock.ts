/** The sandbox's time: it stands still until someone sets it. */
export interface Clock {
  now(): Date
  /** Seconds and no fraction, as GitHub writes times. */
  iso(): string
  set(time: string | Date): void
  advance(ms: number): void
}

export function openClock(start: string | Date): Clock {
  let time = new Date(start).getTime()
  if (Number.isNaN(time)) throw new Error(`${start} is no time`)
  return {
    now: () => new Date(time),
    iso: () => isoSeconds(new Date(time)),
    set: moment => {
      time = new Date(moment).getTime()
    },
    advance: ms => {
      time += ms
    },
  }
}

export function isoSeconds(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`
}
