import { s as ERROR_CODES } from "./run.mjs";
import { C as strictObject, f as int, p as literal, r as _enum, w as string, y as optional } from "./schemas.mjs";
// src/domain/results/failure.ts
const Failure = strictObject({
	kind: literal("failure"),
	command: optional(string()),
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
