import { C as string, E as union, N as _maxLength, S as strictObject, b as record, g as number, s as boolean, v as optional } from "./schemas.mjs";
import { l as UserName } from "./names.mjs";
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
