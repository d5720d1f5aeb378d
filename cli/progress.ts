/** How long a command may work before it says so. */
const PATIENCE_MS = 1000
/** How often a log, which cannot take back what it said, gets a new line. */
const LOG_EVERY_MS = 10_000

export interface Progress {
  say(step: string, share?: number): void
  /** Takes the line away again. */
  end(): void
}

/** Says on stderr what is being done, once it takes over a second: in place on a terminal, now and then in a log. */
export function openProgress(now: () => number = () => process.uptime() * 1000): Progress {
  const isTerminal = process.stderr.isTTY === true
  const startedAt = now()
  let lastAt = Number.NEGATIVE_INFINITY
  let shown = false
  return {
    say(step, share) {
      const time = now()
      if (time - startedAt < PATIENCE_MS || time - lastAt < (isTerminal ? 100 : LOG_EVERY_MS)) return
      lastAt = time
      const text = share === undefined ? step : `${step}, ${Math.floor(share * 100)} %`
      process.stderr.write(isTerminal ? `\r\u001b[K${text}` : `${text}\n`)
      shown = isTerminal
    },
    end() {
      if (shown) process.stderr.write('\r\u001b[K')
      shown = false
    },
  }
}
