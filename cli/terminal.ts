import type { People } from '../src/ports.ts'

/** Whoever sits at the terminal. Questions go to stderr, so that stdout holds the answer alone. */
export function people(): People {
  return {
    // Looking at the standard input opens it, which most commands do without.
    get present() {
      return process.stdin.isTTY === true && process.stderr.isTTY === true
    },
    async ask(question, fallback) {
      const { createInterface } = await import('node:readline/promises')
      const lines = createInterface({ input: process.stdin, output: process.stderr })
      try {
        const answer = await lines.question(`${question}${fallback === '' ? '' : ` [${fallback}]`} `)
        return answer.trim() === '' ? fallback : answer.trim()
      } finally {
        lines.close()
      }
    },
  }
}

/** Whether to colour what goes to a stream: a terminal that nobody asked to leave plain. https://no-color.org */
export function wantsColor(stream: { readonly isTTY?: boolean }): boolean {
  if (process.env.NO_COLOR) return false
  if (process.env.FORCE_COLOR) return process.env.FORCE_COLOR !== '0'
  return stream.isTTY === true && process.env.TERM !== 'dumb'
}
