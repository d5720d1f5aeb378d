export { t as ComparisonResult, n as EvaluationResult } from "./measurement2.mjs";
