// src/domain/stats/order.ts
const SMALL = 1024;
const TINY = 24;
const DIGIT_BITS = 11;
const DIGITS = 2048;
const SHIFTS = [
	0,
	DIGIT_BITS,
	22
];
function ascendingRanking(values) {
	const positions = new Uint32Array(values.length);
	for (let index = 0; index < positions.length; index += 1) positions[index] = index;
	return rank(values, positions, 0);
}
function taggedRanking(values, tags) {
	const tagged = new Uint32Array(values.length);
	for (let index = 0; index < tagged.length; index += 1) tagged[index] = 2 * index + tags[index];
	return rank(values, tagged, 1);
}
function ascendingOrder(values) {
	return ascendingRanking(values).order;
}
function rank(values, positions, shift) {
	const { length } = values;
	const ends = new Uint8Array(length);
	if (length <= SMALL) {
		const valueAt = (position) => values[position >>> shift];
		const order = positions.sort((a, b) => valueAt(a) - valueAt(b) || a - b);
		for (let at = 0; at < length; at += 1) ends[at] = at + 1 < length && valueAt(order[at]) === valueAt(order[at + 1]) ? 0 : 1;
		return {
			order,
			ends
		};
	}
	const { upper, lower } = sortableBits(values);
	const { keys, order } = radixSort(upper, positions);
	sortRuns(keys, order, {
		lower,
		shift
	}, ends);
	return {
		order,
		ends
	};
}
function radixSort(keys, order) {
	const { length } = keys;
	const counts = digitCounts(keys);
	let sorted = {
		keys,
		order
	};
	let spare = {
		keys: new Uint32Array(length),
		order: new Uint32Array(length)
	};
	for (const [index, shift] of SHIFTS.entries()) {
		const starts = counts.subarray(index * DIGITS, (index + 1) * DIGITS);
		if (starts[keys[0] >>> shift & 2047] === length) continue;
		startPositions(starts);
		scatter(sorted, spare, starts, shift);
		[sorted, spare] = [spare, sorted];
	}
	return sorted;
}
function digitCounts(keys) {
	const counts = new Uint32Array(SHIFTS.length * DIGITS);
	for (let index = 0; index < keys.length; index += 1) {
		const key = keys[index];
		const [first, second, third] = [
			key & 2047,
			DIGITS + (key >>> DIGIT_BITS & 2047),
			2 * DIGITS + (key >>> 22)
		];
		counts[first] = counts[first] + 1;
		counts[second] = counts[second] + 1;
		counts[third] = counts[third] + 1;
	}
	return counts;
}
function startPositions(counts) {
	let sum = 0;
	for (let digit = 0; digit < counts.length; digit += 1) {
		const count = counts[digit];
		counts[digit] = sum;
		sum += count;
	}
}
function scatter(from, to, starts, shift) {
	const { keys, order } = from;
	const { keys: toKeys, order: toOrder } = to;
	for (let index = 0; index < keys.length; index += 1) {
		const key = keys[index];
		const digit = key >>> shift & 2047;
		const at = starts[digit];
		toKeys[at] = key;
		toOrder[at] = order[index];
		starts[digit] = at + 1;
	}
}
function sortRuns(upper, order, bits, ends) {
	const { lower, shift } = bits;
	for (let from = 0; from < order.length;) {
		const key = upper[from];
		let to = from + 1;
		while (to < order.length && upper[to] === key) to += 1;
		if (to - from > TINY) sortLongRun(order.subarray(from, to), bits);
		else if (to - from > 1) insertionSort(order, from, to, bits);
		for (let at = from; at < to - 1; at += 1) {
			const [here, next] = [order[at], order[at + 1]];
			ends[at] = lower[here >>> shift] === lower[next >>> shift] ? 0 : 1;
		}
		ends[to - 1] = 1;
		from = to;
	}
}
function insertionSort(order, from, to, { lower, shift }) {
	for (let index = from + 1; index < to; index += 1) {
		const position = order[index];
		const key = lower[position >>> shift];
		let at = index;
		for (; at > from && lower[order[at - 1] >>> shift] > key; at -= 1) order[at] = order[at - 1];
		order[at] = position;
	}
}
function sortLongRun(run, { lower, shift }) {
	const keys = new Uint32Array(run.length);
	let isSorted = true;
	for (let index = 0; index < run.length; index += 1) {
		keys[index] = lower[run[index] >>> shift];
		isSorted &&= index === 0 || keys[index - 1] <= keys[index];
	}
	if (isSorted) return;
	if (run.length > SMALL) run.set(radixSort(keys, run.slice()).order);
	else run.sort((a, b) => lower[a >>> shift] - lower[b >>> shift] || a - b);
}
function sortableBits(values) {
	const { length } = values;
	const upper = new Uint32Array(length);
	const lower = new Uint32Array(length);
	const words = new Uint32Array(values.buffer, values.byteOffset, 2 * length);
	const [lowWord, highWord] = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? [0, 1] : [1, 0];
	for (let index = 0; index < length; index += 1) {
		const high = words[2 * index + highWord];
		const low = words[2 * index + lowWord];
		if (high >>> 31 === 0) {
			upper[index] = high | 2147483648;
			lower[index] = low;
		} else {
			const isZero = high === 2147483648 && low === 0;
			upper[index] = isZero ? 2147483648 : ~high;
			lower[index] = isZero ? 0 : ~low;
		}
	}
	return {
		upper,
		lower
	};
}
export { ascendingRanking as n, taggedRanking as r, ascendingOrder as t };
