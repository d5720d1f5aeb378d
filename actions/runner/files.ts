import { appendFileSync } from 'node:fs'

/** The files by which a step tells the runner something. Where the runner names none, nothing is written. */
export interface RunnerFiles {
  /** Adds outputs of the step; what has no value gets none. */
  setOutputs(outputs: Readonly<Record<string, string | undefined>>): void
  /** Adds Markdown to the job's summary. */
  addSummary(markdown: string): void
  /** Puts a folder on the path of the steps that follow. */
  addPath(folder: string): void
}

/**
 * @param environment - With `GITHUB_OUTPUT` and `GITHUB_STEP_SUMMARY`, where the runner wants to be told.
 * @param newDelimiter - A word that nobody can guess, a new one at each call.
 */
export function openRunnerFiles(
  environment: Readonly<Record<string, string | undefined>>,
  newDelimiter: () => string,
): RunnerFiles {
  const append = (name: string, text: string) => {
    const path = environment[name]
    if (path) appendFileSync(path, text)
  }
  return {
    setOutputs(outputs) {
      const entries = Object.entries(outputs).flatMap(([name, value]) =>
        value === undefined ? [] : [fileCommand(name, value, newDelimiter())],
      )
      append('GITHUB_OUTPUT', entries.join(''))
    },
    addSummary: markdown => append('GITHUB_STEP_SUMMARY', markdown),
    addPath: folder => append('GITHUB_PATH', `${folder}\n`),
  }
}

/** A name and a value of any lines: it ends at a word that is none of them. */
function fileCommand(name: string, value: string, delimiter: string): string {
  if (value.includes(delimiter)) throw new Error(`the value of ${name} holds its own end`)
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`
}
