import { I as _overwrite } from "./schemas.mjs";
// src/domain/registry/sorted.ts
function sorted(schema) {
	return schema.check(_overwrite((value) => isSorted(value) ? value : sortKeys(value)));
}
function isSorted(value) {
	let before = "";
	for (const key of Object.keys(value)) {
		if (key < before) return false;
		before = key;
	}
	return true;
}
function sortKeys(value) {
	return Object.fromEntries(Object.entries(value).sort(byKey));
}
function byKey([a], [b]) {
	return a < b ? -1 : a > b ? 1 : 0;
}
export { sorted as t };
