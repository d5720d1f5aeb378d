import { C as strictObject, D as union, P as _maxLength, g as number, s as boolean, w as string, x as record, y as optional } from "./schemas.mjs";
import { u as UserName } from "./names.mjs";
// src/domain/registry/notes.ts
const Notes = strictObject({
	description: optional(string().check(_maxLength(1e4))),
	tags: optional(record(UserName, union([
		string().check(_maxLength(1e3)),
		number(),
		boolean()
	])))
});
export { Notes as t };
