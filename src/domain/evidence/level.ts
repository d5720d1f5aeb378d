/**
 * At this level a column's distribution is told apart, and a share of missing values. By itself, since gates read it:
 * what the tests need besides would be loaded at every start.
 */
export const LEVEL = 0.05
