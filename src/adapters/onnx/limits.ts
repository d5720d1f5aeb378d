/** What a model may take where nobody says otherwise. A batch that takes two minutes will not end. */
export const USUAL_LIMITS = {
  bytes: 4 * 2 ** 30,
  loadSeconds: 120,
  batchSeconds: 120,
  seconds: 4 * 3600,
} as const
