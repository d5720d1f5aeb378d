export * from './error.ts'
export * from './nearest.ts'
