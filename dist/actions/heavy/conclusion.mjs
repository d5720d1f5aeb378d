import { r as _enum } from "./schemas.mjs";
// src/domain/pipeline/conclusion.ts
const JobResult = _enum([
	"success",
	"failure",
	"cancelled",
	"skipped"
]);
export { JobResult as t };
