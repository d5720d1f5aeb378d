// node_modules/leven/index.js
const array = [];
const characterCodeCache = [];
function leven(first, second, options) {
	if (first === second) return 0;
	const maxDistance = options?.maxDistance;
	const swap = first;
	if (first.length > second.length) {
		first = second;
		second = swap;
	}
	let firstLength = first.length;
	let secondLength = second.length;
	while (firstLength > 0 && first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength)) {
		firstLength--;
		secondLength--;
	}
	let start = 0;
	while (start < firstLength && first.charCodeAt(start) === second.charCodeAt(start)) start++;
	firstLength -= start;
	secondLength -= start;
	if (maxDistance !== void 0 && secondLength - firstLength > maxDistance) return maxDistance;
	if (firstLength === 0) return maxDistance !== void 0 && secondLength > maxDistance ? maxDistance : secondLength;
	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;
	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}
	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;
		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			result = array[index] = temporary > result ? temporary2 > result ? result + 1 : temporary2 : temporary2 > temporary ? temporary + 1 : temporary2;
		}
		if (maxDistance !== void 0) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) if (array[index] < rowMinimum) rowMinimum = array[index];
			if (rowMinimum > maxDistance) return maxDistance;
		}
	}
	array.length = firstLength;
	characterCodeCache.length = firstLength;
	return maxDistance !== void 0 && result > maxDistance ? maxDistance : result;
}

// src/domain/errors/nearest.ts
/**
* The candidate that `name` was most likely meant to be: the fewest typing errors, at most a third of the
* longer name's length, case and `_` for `-` not counted; two letters that changed places are one error. Undefined
* where nothing is near.
*/
function nearest(name, candidates) {
	const plain = (text) => text.toLowerCase().replaceAll("_", "-");
	let best;
	for (const candidate of candidates) {
		const limit = Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3));
		const [typed, known] = [plain(name), plain(candidate)];
		const distance = isSwapped(typed, known) ? 1 : leven(typed, known, { maxDistance: limit + 1 });
		if (distance <= limit && (best === void 0 || distance < best.distance)) best = {
			candidate,
			distance
		};
	}
	return best?.candidate;
}
/** Whether two neighbouring letters that change places make `a` of `b`. */
function isSwapped(a, b) {
	const at = [...a].findIndex((letter, index) => letter !== b[index]);
	return at >= 0 && a === b.slice(0, at) + b.charAt(at + 1) + b.charAt(at) + b.slice(at + 2);
}
/** `did you mean X?` or, where nothing is near, the list of what there is. */
function suggestion(name, candidates) {
	const near = nearest(name, candidates);
	if (near !== void 0) return `did you mean \`${near}\`?`;
	if (candidates.length === 0) return "there is none yet";
	return `choose one of ${candidates.slice(0, 12).join(", ")}${candidates.length > 12 ? ` and ${candidates.length - 12} more` : ""}`;
}

export { suggestion as n, nearest as t };