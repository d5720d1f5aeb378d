/** `npm run tables`: every fault at every call, and a crash after each. In CI few of them stand for all. */
export const TABLES = process.env.npm_lifecycle_event === 'tables'
