import { A as _maxLength, b as strictObject, g as optional, h as number, s as boolean, v as record, w as union, x as string } from "./schemas.mjs";
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
