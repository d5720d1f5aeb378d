/** Why a line is no request that can be counted. `no-json` stands for lines that are no object at all. */
export const UNREADABLE = ['no-json', 'no-time', 'no-duration', 'no-status', 'no-request'] as const
export type Unreadable = (typeof UNREADABLE)[number]
