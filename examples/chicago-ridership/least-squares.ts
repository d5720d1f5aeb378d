/** Keeps apart what the days of a short window cannot tell apart; far below what moves a prediction. */
const RIDGE = 1e-6

/**
 * The coefficients b that make Σ (y − x·b)² least, by the normal equations with a ridge of 1e-6.
 *
 * @param rows - x of each observation; all of one length.
 * @param targets - y of each; as many.
 */
export function leastSquares(rows: readonly (readonly number[])[], targets: readonly number[]): number[] {
  const size = rows[0]?.length ?? 0
  const system = Array.from({ length: size }, (_, at) => {
    const line = Array.from({ length: size + 1 }, () => 0)
    line[at] = RIDGE
    return line
  })
  for (const [index, row] of rows.entries()) {
    const values = [...row, targets[index] as number]
    for (const line of system.keys())
      for (const column of values.keys())
        (system[line] as number[])[column] =
          cell(system, line, column) + cell(rows, index, line) * (values[column] as number)
  }
  return solve(system)
}

type Matrix = readonly (readonly number[])[]

function cell(matrix: Matrix, line: number, column: number): number {
  return matrix[line]?.[column] as number
}

/** Gauss and Jordan's elimination, of each column by its largest pivot. */
function solve(system: number[][]): number[] {
  const size = system.length
  for (let column = 0; column < size; column += 1) {
    const pivot = largest(system, column)
    ;[system[column], system[pivot]] = [system[pivot] as number[], system[column] as number[]]
    const own = system[column] as number[]
    for (const [line, other] of system.entries()) {
      const factor = line === column ? 0 : (other[column] as number) / (own[column] as number)
      if (factor !== 0)
        for (const at of other.keys()) other[at] = (other[at] as number) - factor * (own[at] as number)
    }
  }
  return system.map((line, at) => (line[size] as number) / (line[at] as number))
}

function largest(system: Matrix, column: number): number {
  let found = column
  for (let line = column; line < system.length; line += 1)
    if (Math.abs(cell(system, line, column)) > Math.abs(cell(system, found, column))) found = line
  return found
}
