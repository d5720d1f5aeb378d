/** How long a command may work before it says so. */
const PATIENCE_MS = 3000
/** How often it says something: nothing in a log can be taken back. */
const EVERY_MS = 5000

/**
 * Says in the log what is being done, now and then, where it takes long.
 *
 * @param say - Gets one line without its end.
 */
export function openProgress(
  say: (line: string) => void,
  now: () => number = () => process.uptime() * 1000,
): (step: string, share?: number) => void {
  let next = now() + PATIENCE_MS
  return (step, share) => {
    const time = now()
    if (time < next) return
    next = time + EVERY_MS
    say(share === undefined ? step : `${step}, ${Math.floor(share * 100)} %`)
  }
}
