import { c as ModelyardError, s as ERROR_CODES } from "./run.mjs";
import { C as strictObject, f as int, r as _enum, w as string, y as optional } from "./schemas.mjs";
// src/domain/problem.ts
const Code = _enum(Object.keys(ERROR_CODES));
const PlaceFacts = strictObject({
	path: string(),
	line: optional(int()),
	column: optional(int())
});
const Problem = strictObject({
	severity: _enum(["error", "warning"]),
	code: Code,
	place: PlaceFacts,
	message: string(),
	next: string()
});
const Reason = strictObject({
	message: string(),
	next: string()
});
function isError(problem) {
	return problem.severity === "error";
}
function firstError(problems) {
	const problem = problems.find(isError);
	if (problem === void 0) return void 0;
	const { path, line, column } = problem.place;
	return new ModelyardError({
		code: problem.code,
		message: problem.message,
		next: problem.next,
		place: {
			path,
			...line === void 0 ? {} : { line },
			...column === void 0 ? {} : { column }
		}
	});
}
export { Reason as n, firstError as r, Problem as t };
