import * as z from 'zod/mini'
import type { Task } from './metric-catalogue.ts'

/** What one row costs by how it was called, in the user's own unit; less is better, a gain is negative. */
export const CostMatrix = z.strictObject({
  'true-positive': z.number(),
  'false-positive': z.number(),
  'true-negative': z.number(),
  'false-negative': z.number(),
})
export type CostMatrix = z.infer<typeof CostMatrix>

const Share = z.number().check(z.gt(0), z.lt(1))

/** How the metrics of a task are to be read where they can be read in several ways. */
export const MetricSettings = z.strictObject({
  threshold: z
    .optional(z.number().check(z.minimum(0), z.maximum(1)))
    .check(z.describe('A row is called positive at this probability; left out: 0.5.')),
  'lift-at': z
    .optional(z.number().check(z.gt(0), z.maximum(1)))
    .check(z.describe('The share of highest scores that lift looks at; left out: 0.1.')),
  cost: z
    .optional(CostMatrix)
    .check(z.describe('What a row costs by how it was called; without it there is no metric `cost`.')),
  quantile: z
    .optional(Share)
    .check(z.describe('The quantile that pinball loss is of; left out: 0.5, the median.')),
})
export type MetricSettings = z.infer<typeof MetricSettings>
export type SettingName = keyof MetricSettings

/** Settings with the usual ones filled in. */
export interface SettingsInEffect {
  /** A row is called positive at this probability and above. */
  readonly threshold: number
  readonly liftAt: number
  readonly quantile: number
  readonly cost: CostMatrix | undefined
}

const USUAL = { threshold: 0.5, 'lift-at': 0.1, quantile: 0.5 } as const

export function settingsInEffect(given: MetricSettings = {}): SettingsInEffect {
  return {
    threshold: given.threshold ?? USUAL.threshold,
    liftAt: given['lift-at'] ?? USUAL['lift-at'],
    quantile: given.quantile ?? USUAL.quantile,
    cost: given.cost,
  }
}

/** Which settings mean something for a task. */
export const SETTINGS_OF: Readonly<Record<Task, readonly SettingName[]>> = {
  'binary-classification': ['threshold', 'lift-at', 'cost'],
  'multiclass-classification': [],
  regression: ['quantile'],
}

/** The settings that are not as usual, for evidence; undefined where all are. */
export function unusualSettings(task: Task, given: MetricSettings = {}): MetricSettings | undefined {
  const kept = SETTINGS_OF[task].flatMap(name => {
    const value = given[name]
    return value === undefined || value === (USUAL as MetricSettings)[name] ? [] : [[name, value] as const]
  })
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}
