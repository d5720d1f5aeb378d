import { a as _null, b as strictObject, d as int, f as literal, h as number, o as array, s as boolean, w as union, x as string } from "./schemas.mjs";
import { c as Timestamp, n as ModelName, r as ObjectId, s as StageName, u as VersionNumber } from "./names.mjs";
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
