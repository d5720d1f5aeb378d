export { n as ReproductionResult } from "./reproduction2.mjs";
