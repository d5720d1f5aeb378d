import { C as strictObject, D as union, a as _null, f as int, g as number, o as array, p as literal, s as boolean, w as string } from "./schemas.mjs";
import { c as StageName, d as VersionNumber, l as Timestamp, n as ModelName, r as ObjectId } from "./names.mjs";
// src/domain/results/search.ts
const Value = union([
	string(),
	number(),
	boolean(),
	_null()
]);
const SearchResult = strictObject({
	kind: literal("search"),
	commit: ObjectId,
	filter: string(),
	columns: array(string()),
	found: int(),
	searched: int(),
	versions: array(strictObject({
		model: ModelName,
		version: VersionNumber,
		stage: StageName,
		aliases: array(string()),
		"created-at": Timestamp,
		values: array(Value)
	}))
});
export { SearchResult };
