import { s as ERROR_CODES } from "./run.mjs";
import { b as strictObject, d as int, f as literal, g as optional, r as _enum, x as string } from "./schemas.mjs";
// src/domain/results/failure.ts
const Failure = strictObject({
	kind: literal("failure"),
	code: _enum(Object.keys(ERROR_CODES)),
	message: string(),
	next: string(),
	place: optional(strictObject({
		path: string(),
		line: optional(int()),
		column: optional(int())
	}))
});
export { Failure };
