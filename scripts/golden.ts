import { checkVector } from './golden/check-vector.ts'
import { type Checked, type Comparison, isMiss } from './golden/finding.ts'
import { printSummary } from './golden/summary.ts'
import { readVectors } from './golden/vector-file.ts'

// `npm run golden -- FILE…`: our statistics against the vectors of other programs, one line each. What cannot be read,
// or is of a kind that nothing here checks, has failed.

const files = process.argv.slice(2)
const all: { readonly kind: string; readonly checked: Checked }[] = []
let [passed, failed] = [0, 0]

if (files.length === 0) fail('no file named', 'npm run golden -- FILE…')
for (const file of files) await checkFile(file)
printSummary(all)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

async function checkFile(file: string): Promise<void> {
  try {
    const { vectors, tolerances, generator } = await readVectors(file)
    console.log(`${file}: ${vectors.length} vectors`)
    for (const [index, vector] of vectors.entries()) {
      const { label, kind, result } = checkVector(vector, index, tolerances, generator)
      if (result instanceof Error) fail(label, result.message)
      else {
        all.push({ kind, checked: result })
        report(label, result)
      }
    }
  } catch (error) {
    fail(file, error instanceof Error ? error.message : String(error))
  }
}

function report(label: string, { compared }: Checked): void {
  const misses = compared.filter(isMiss)
  if (misses.length > 0) {
    fail(label, misses.map(errorText).join('; '))
    return
  }
  passed += 1
  console.log(
    `passed  ${label.padEnd(46)} worst: ${errorText(worstOf(compared))}; ${compared.length} compared`,
  )
}

function fail(label: string, why: string): void {
  failed += 1
  console.log(`FAILED  ${label.padEnd(46)} ${why}`)
}

/** The one that uses up most of its tolerance. */
function worstOf(compared: readonly Comparison[]): Comparison {
  const used = ({ error, tolerance }: Comparison) => (error === 0 ? 0 : error / tolerance)
  return compared.reduce((a, b) => (used(b) > used(a) ? b : a))
}

function errorText({ field, error, tolerance, measure }: Comparison): string {
  if (measure === 'equal') return `${field} ${error === 0 ? 'equal' : 'differs'}`
  return `${field} ${error === 0 ? '0' : error.toExponential(1)}, tolerance ${tolerance.toExponential(0)} ${measure}`
}
