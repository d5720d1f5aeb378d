/** The people of the example. */
export const PEOPLE = {
  mara: { name: 'Mara Lindqvist', email: 'mara@example.com' },
  jonas: { name: 'Jonas Weber', email: 'jonas@example.com' },
  ines: { name: 'Ines Duarte', email: 'ines@example.com' },
} as const

type Who = keyof typeof PEOPLE

/** How much worse than the champion a version may be. */
export interface Margins {
  readonly staging: number
  readonly production: number
  readonly logLoss?: number
}

/** What happened to telco-churn before anybody here looked at it: versions made with Python, one of them a mistake. */
export type Scene = { readonly at: string; readonly who: Who } & (
  | {
      readonly do: 'commit'
      readonly message: string
      readonly margins: Margins
    }
  | {
      readonly do: 'register'
      readonly version: number
      readonly library: string
      readonly params: Readonly<Record<string, string>>
      readonly description: string
      readonly tags: Readonly<Record<string, string>>
    }
  | { readonly do: 'evaluate' | 'compare'; readonly version: number }
  | {
      readonly do: 'promote'
      readonly version: number
      readonly stage: string
      readonly reason: string
      readonly mergedBy: Who
    }
  | {
      readonly do: 'rollback'
      readonly version: number
      readonly stage: string
      readonly reason: string
      readonly mergedBy: Who
    }
  | { readonly do: 'archive'; readonly version: number; readonly reason: string; readonly mergedBy: Who }
)

export const STORY: readonly Scene[] = [
  {
    at: '2026-06-01T08:10:00Z',
    who: 'mara',
    do: 'commit',
    message: 'Add the telecom customers and a registry for the churn model',
    margins: { staging: 0.06, production: 0.06 },
  },
  {
    at: '2026-06-02T09:30:00Z',
    who: 'mara',
    do: 'register',
    version: 1,
    library: 'scikit-learn 1.9.1',
    params: { model: 'logistic regression', columns: '19', rows: '800' },
    description: 'Logistic regression on the first 800 customers.',
    tags: { team: 'retention' },
  },
  { at: '2026-06-02T09:40:00Z', who: 'mara', do: 'evaluate', version: 1 },
  {
    at: '2026-06-02T10:00:00Z',
    who: 'mara',
    do: 'promote',
    version: 1,
    stage: 'staging',
    reason: 'a first version to build the service on',
    mergedBy: 'jonas',
  },
  {
    at: '2026-06-05T13:20:00Z',
    who: 'mara',
    do: 'promote',
    version: 1,
    stage: 'production',
    reason: 'better than the call centre list',
    mergedBy: 'jonas',
  },
  {
    at: '2026-06-22T07:55:00Z',
    who: 'jonas',
    do: 'register',
    version: 2,
    library: 'scikit-learn 1.9.1',
    params: { model: 'gradient boosting', columns: '19', rows: '5634' },
    description: 'Gradient boosting on all customers.',
    tags: { team: 'retention' },
  },
  { at: '2026-06-22T08:05:00Z', who: 'jonas', do: 'compare', version: 2 },
  {
    at: '2026-06-22T08:20:00Z',
    who: 'jonas',
    do: 'promote',
    version: 2,
    stage: 'staging',
    reason: 'boosting on all rows',
    mergedBy: 'mara',
  },
  {
    at: '2026-06-24T15:05:00Z',
    who: 'jonas',
    do: 'promote',
    version: 2,
    stage: 'production',
    reason: 'two quiet days in staging',
    mergedBy: 'mara',
  },
  {
    at: '2026-07-10T11:15:00Z',
    who: 'mara',
    do: 'register',
    version: 3,
    library: 'scikit-learn 1.9.1',
    params: { model: 'logistic regression', columns: '3', rows: '5634' },
    description: 'Three columns only: can we do without the contract data?',
    tags: { team: 'retention', kind: 'experiment' },
  },
  { at: '2026-07-10T11:20:00Z', who: 'mara', do: 'compare', version: 3 },
  {
    at: '2026-07-10T11:40:00Z',
    who: 'mara',
    do: 'archive',
    version: 3,
    reason: 'no, we cannot: it loses 0.16 of ROC AUC',
    mergedBy: 'jonas',
  },
  {
    at: '2026-08-03T09:00:00Z',
    who: 'jonas',
    do: 'register',
    version: 4,
    library: 'scikit-learn 1.9.1',
    params: { model: 'gradient boosting', columns: '19', rows: '5634', labels: 'July export' },
    description: "Gradient boosting on July's labels.",
    tags: { team: 'retention' },
  },
  { at: '2026-08-03T09:10:00Z', who: 'jonas', do: 'compare', version: 4 },
  {
    at: '2026-08-03T09:30:00Z',
    who: 'jonas',
    do: 'promote',
    version: 4,
    stage: 'staging',
    reason: 'fresh labels',
    mergedBy: 'mara',
  },
  {
    at: '2026-08-04T14:00:00Z',
    who: 'jonas',
    do: 'promote',
    version: 4,
    stage: 'production',
    reason: 'fresh labels, within the margin',
    mergedBy: 'mara',
  },
  {
    at: '2026-08-19T02:50:00Z',
    who: 'ines',
    do: 'rollback',
    version: 2,
    stage: 'production',
    reason: 'women who leave are missed: the July export had their labels wrong',
    mergedBy: 'mara',
  },
  {
    at: '2026-08-20T08:00:00Z',
    who: 'ines',
    do: 'commit',
    message: 'Allow less loss, and watch log loss: version 4 went through a margin of 0.06',
    margins: { staging: 0.04, production: 0.04, logLoss: 0.05 },
  },
  {
    at: '2026-09-14T10:10:00Z',
    who: 'mara',
    do: 'register',
    version: 5,
    library: 'xgboost 3.2.0',
    params: { model: 'XGBoost', columns: '9', rows: '5634' },
    description: 'XGBoost on the nine columns of numbers.',
    tags: { team: 'retention' },
  },
  { at: '2026-09-14T10:20:00Z', who: 'mara', do: 'compare', version: 5 },
  {
    at: '2026-09-14T10:45:00Z',
    who: 'mara',
    do: 'promote',
    version: 5,
    stage: 'staging',
    reason: 'numbers only: no word to break when the CRM renames a category',
    mergedBy: 'ines',
  },
  {
    at: '2026-09-21T09:05:00Z',
    who: 'mara',
    do: 'promote',
    version: 5,
    stage: 'production',
    reason: 'a week in staging, within the margin',
    mergedBy: 'ines',
  },
  {
    at: '2026-09-28T08:30:00Z',
    who: 'ines',
    do: 'commit',
    message: 'Tighten the margins for what comes next',
    margins: { staging: 0.02, production: 0.01, logLoss: 0.02 },
  },
]
