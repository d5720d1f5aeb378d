import { B as $constructor, c as $ZodISODate, l as $ZodISODateTime } from "./registries.mjs";
import { A as _isoDate, F as _minLength, L as _regex, P as _maxLength, S as refine, f as int, j as _isoDateTime, k as _gte, t as ZodMiniStringFormat, w as string } from "./schemas.mjs";
// node_modules/zod/v4/mini/iso.js
const ZodMiniISODateTime = $constructor("ZodMiniISODateTime", (inst, def) => {
	$ZodISODateTime.init(inst, def);
	ZodMiniStringFormat.init(inst, def);
});
function datetime(params) {
	return _isoDateTime(ZodMiniISODateTime, params);
}
const ZodMiniISODate = $constructor("ZodMiniISODate", (inst, def) => {
	$ZodISODate.init(inst, def);
	ZodMiniStringFormat.init(inst, def);
});
function date(params) {
	return _isoDate(ZodMiniISODate, params);
}
// src/domain/registry/names.ts
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;
const KEBAB = /^[a-z0-9][a-z0-9-]{0,63}$/;
const kebabName = (what) => string().check(_regex(KEBAB, { error: `${what}: 1 to 64 lower-case letters, digits and hyphens, no hyphen first` }), refine((name) => !RESERVED.test(name), { error: `${what} that Windows can use as a folder's name` }));
const ModelName = kebabName("a model name");
const StageName = kebabName("a stage name").check(refine(isFreeName, { error: "a stage name that is neither a number, `latest` nor `constructor`" }));
const AliasName = kebabName("an alias name").check(refine(isFreeName, { error: "an alias name that is neither a number, `latest` nor `constructor`" }));
function isFreeName(name) {
	return name !== "latest" && name !== "constructor" && !/^v?\d+$/.test(name);
}
const VersionNumber = int().check(_gte(1));
int().check(_gte(1));
const Sha256 = string().check(_regex(/^[0-9a-f]{64}$/, { error: "a SHA-256: 64 lower-case hexadecimal digits" }));
const ObjectId = string().check(_regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, { error: "a git object's id: 40 or 64 lower-case hexadecimal digits" }));
const Timestamp = datetime({
	precision: 0,
	error: "a time in UTC like 2026-11-20T09:12:44Z"
});
function timestamp(ms) {
	return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
const PersonName = string().check(_minLength(1), _maxLength(200));
const UserName = string().check(_minLength(1), _maxLength(200), _regex(/^[^\u0000-\u001f\u007f]*$/, { error: "a name without line breaks and control characters" }));
const RepositoryPath = string().check(refine(isRepositoryPath, { error: "a path inside the repository: relative, `/` between its parts, without `..` and `.git`" }));
const SourceUri = string().check(_maxLength(1024), refine((uri) => isAddress(uri) || isRepositoryPath(uri), { error: "a path inside the repository, which may hold * and ?, or an address: https://…, s3://…" }));
function isAddress(uri) {
	return /^(?:s3|https):\/\/[^/]/.test(uri);
}
function isPattern(files) {
	return /[*?]/.test(files);
}
function folderOfPattern(pattern) {
	const parts = pattern.split("/");
	const open = parts.findIndex((part) => /[*?[{(!]/.test(part));
	return parts.slice(0, open).join("/");
}
function isRepositoryPath(path) {
	if (path.length === 0 || path.length > 1024 || /[\\\u0000-\u001f\u007f]|^[A-Za-z]:/.test(path)) return false;
	return path.split("/").every((part) => part !== "" && part !== "." && part !== ".." && part.toLowerCase() !== ".git");
}
export { RepositoryPath as a, StageName as c, VersionNumber as d, folderOfPattern as f, date as g, timestamp as h, PersonName as i, Timestamp as l, isPattern as m, ModelName as n, Sha256 as o, isAddress as p, ObjectId as r, SourceUri as s, AliasName as t, UserName as u };
