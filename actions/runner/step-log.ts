import { annotationLines, plainLog } from './workflow-commands.ts'

/** The log of the step. */
export interface StepLog {
  say(line: string): void
  warn(message: string): void
}

const print = (text: string) => process.stdout.write(text)

export const LOG: StepLog = {
  say: line => print(plainLog(`${line}\n`)),
  warn: message => print(`${annotationLines([{ level: 'warning', message }]).join('\n')}\n`),
}
