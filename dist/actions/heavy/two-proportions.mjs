import { c as ModelyardError } from "./run.mjs";
import { t as randomStream } from "./random.mjs";
import { i as upperGamma, n as logUpperGamma, r as normalTail } from "./special-functions.mjs";
// src/domain/stats/whole-counts.ts
function refuseNoCount(counts) {
	const odd = counts.find((count) => !Number.isSafeInteger(count) || count < 0);
	if (odd === void 0) return;
	throw new ModelyardError({
		code: "bad-data",
		message: `${odd} is not a number of rows`,
		next: "give whole numbers from 0 on"
	});
}
// src/domain/stats/chi-squared.ts
function chiSquared(table, continuity = false) {
	const rows = withoutEmptyColumns(table);
	const columns = rows[0]?.length ?? 0;
	const rowTotals = rows.map(sum);
	const columnTotals = rows.reduce((totals, row) => totals.map((total, at) => total + (row[at] ?? 0)));
	const total = sum(rowTotals);
	const degreesOfFreedom = (rows.length - 1) * (columns - 1);
	let [plain, corrected, smallestExpected] = [
		0,
		0,
		Number.POSITIVE_INFINITY
	];
	for (const [r, row] of rows.entries()) for (const [c, observed] of row.entries()) {
		const expected = rowTotals[r] * columnTotals[c] / total;
		const distance = Math.abs(observed - expected);
		plain += distance ** 2 / expected;
		corrected += Math.max(0, distance - .5) ** 2 / expected;
		smallestExpected = Math.min(smallestExpected, expected);
	}
	const statistic = continuity && degreesOfFreedom === 1 ? corrected : plain;
	return {
		statistic,
		degreesOfFreedom,
		...tailOf(statistic, degreesOfFreedom),
		smallestExpected,
		...association(plain / total, rows.length, columns, total)
	};
}
function tailOf(statistic, degreesOfFreedom) {
	if (degreesOfFreedom === 0) return {
		pValue: 1,
		logP: 0
	};
	return {
		pValue: upperGamma(degreesOfFreedom / 2, statistic / 2),
		logP: logUpperGamma(degreesOfFreedom / 2, statistic / 2)
	};
}
function association(phiSquared, rows, columns, total) {
	if (columns < 2) return {
		cramersV: 0,
		cramersVCorrected: 0
	};
	return {
		cramersV: Math.sqrt(phiSquared / (Math.min(rows, columns) - 1)),
		cramersVCorrected: bergsma(phiSquared, rows, columns, total)
	};
}
function bergsma(phiSquared, rows, columns, total) {
	const shrunken = (count) => count - (count - 1) ** 2 / (total - 1);
	const room = Math.min(shrunken(rows), shrunken(columns)) - 1;
	const excess = phiSquared - (rows - 1) * (columns - 1) / (total - 1);
	return excess > 0 && room > 0 ? Math.sqrt(excess / room) : 0;
}
function withoutEmptyColumns(table) {
	const [first = [], ...others] = table;
	if (others.length === 0 || others.some((row) => row.length !== first.length)) throw new ModelyardError({
		code: "shape-mismatch",
		message: `a table with rows of ${table.map((row) => row.length).join(", ")} counts`,
		next: "give at least two rows with one count for each category"
	});
	const odd = table.flat().find((count) => !Number.isFinite(count) || count < 0);
	if (odd !== void 0) throw new ModelyardError({
		code: "bad-data",
		message: `${odd} is not a number of rows`,
		next: "give counts from 0 on"
	});
	if (table.some((row) => sum(row) === 0)) throw new ModelyardError({
		code: "empty-sample",
		message: "a sample has no rows in any category",
		next: "compare samples that both have rows"
	});
	return table.map((row) => row.filter((_, column) => table.some((other) => (other[column] ?? 0) > 0)));
}
function sum(counts) {
	return counts.reduce((total, count) => total + count, 0);
}
// src/domain/stats/kolmogorov-series.ts
function kolmogorovSeries(distance, n, m) {
	if (distance === 0) return 1;
	const effective = n * (m / (n + m));
	const root = Math.sqrt(effective);
	return limitTail(distance * root + 1 / (6 * root) + (distance * root - 1) / (4 * effective));
}
function limitTail(z) {
	if (z <= 0) return 1;
	return z < 1 ? 1 - lowerSeries(z) : upperSeries(z);
}
function lowerSeries(z) {
	const term = (odd) => Math.exp(-odd * odd * Math.PI * Math.PI / (8 * z * z));
	return Math.sqrt(2 * Math.PI) / z * (term(1) + term(3) + term(5));
}
function upperSeries(z) {
	const term = (k) => Math.exp(-2 * k * k * z * z);
	return 2 * (term(1) - term(2) + term(3) - term(4));
}
// src/domain/stats/detectable-effect.ts
const STEPS = 60;
function detectableDistance(n, m, level) {
	return rootOf((distance) => kolmogorovSeries(distance, n, m) > level, 1);
}
function detectableAssociation(categories, total, level) {
	const half = (categories - 1) / 2;
	const statistic = rootOf((value) => upperGamma(half, value / 2) > level, total);
	return Math.min(1, bergsma(statistic / total, 2, categories, total));
}
function rootOf(holds, end) {
	let [low, high] = [0, end];
	for (let step = 0; step < STEPS; step += 1) {
		const middle = (low + high) / 2;
		if (holds(middle)) low = middle;
		else high = middle;
	}
	return high;
}
// src/domain/stats/finite-values.ts
function finiteValues(values) {
	let [nan, infinite] = [0, 0];
	for (let index = 0; index < values.length; index += 1) {
		const value = values[index];
		if (value - value === 0) continue;
		if (Number.isNaN(value)) nan += 1;
		else infinite += 1;
	}
	return {
		values: nan + infinite === 0 ? values : values.filter(Number.isFinite),
		nan,
		infinite
	};
}
// src/domain/stats/fisher.ts
function fisherExact(a, b, c, d) {
	refuseNoCount([
		a,
		b,
		c,
		d
	]);
	const least = Math.max(0, a - d);
	const most = Math.min(a + b, a + c);
	if (least === most) return {
		pValue: 1,
		midP: 1
	};
	const weights = tableWeights(a, b, c, d, least, most);
	const observed = weights[a - least];
	let [less, equal, all] = [
		0,
		0,
		0
	];
	for (const weight of weights) {
		if (weight < observed * .9999999) less += weight;
		else if (weight <= observed * 1.0000001) equal += weight;
		all += weight;
	}
	return {
		pValue: Math.min(1, (less + equal) / all),
		midP: (less + equal / 2) / all
	};
}
function tableWeights(a, b, c, d, least, most) {
	const [ofFirst, withTrait] = [a + b, a + c];
	const corner = (x) => d - a + x;
	const weights = new Float64Array(most - least + 1);
	const likeliest = Math.floor((ofFirst + 1) * (withTrait + 1) / (a + b + c + d + 2));
	weights[likeliest - least] = 1;
	for (let x = likeliest; x < most; x += 1) {
		const growth = (ofFirst - x) / (x + 1) * ((withTrait - x) / corner(x + 1));
		weights[x + 1 - least] = weights[x - least] * growth;
	}
	for (let x = likeliest; x > least; x -= 1) {
		const growth = x / (ofFirst - x + 1) * (corner(x) / (withTrait - x + 1));
		weights[x - 1 - least] = weights[x - least] * growth;
	}
	return weights;
}
// src/domain/stats/homogeneity.ts
const LEAST_EXPECTED$1 = 5;
function homogeneity(reference, current) {
	const levels = unionOf(reference, current);
	const { kept, pooled } = poolRare(levels);
	const rest = {
		name: "",
		reference: total(pooled, "reference"),
		current: total(pooled, "current")
	};
	const columns = pooled.length === 0 ? kept : [...kept, rest];
	return {
		...judge([columns.map((level) => level.reference), columns.map((level) => level.current)]),
		pooled: namesOf(pooled),
		added: namesOf(levels.filter((level) => level.reference === 0)),
		vanished: namesOf(levels.filter((level) => level.current === 0))
	};
}
function judge(table) {
	const result = chiSquared(table);
	const isTwoByTwo = result.degreesOfFreedom === 1;
	const isWhole = table.flat().every(Number.isInteger);
	if (!isTwoByTwo || !isWhole || result.smallestExpected >= LEAST_EXPECTED$1) return {
		...result,
		method: "chi-squared"
	};
	const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = table;
	const { midP } = fisherExact(a, b, c, d);
	return {
		...result,
		pValue: midP,
		logP: Math.log(midP),
		method: "fisher-mid-p"
	};
}
function unionOf(reference, current) {
	return [...new Set([...reference.keys(), ...current.keys()])].map((name) => ({
		name,
		reference: reference.get(name) ?? 0,
		current: current.get(name) ?? 0
	})).filter((level) => level.reference !== 0 || level.current !== 0).sort((a, b) => rows(a) - rows(b) || (a.name < b.name ? -1 : 1));
}
function poolRare(levels) {
	const [all, smaller] = [total(levels, "reference") + total(levels, "current"), Math.min(total(levels, "reference"), total(levels, "current"))];
	const isRare = (count) => count * smaller / all < LEAST_EXPECTED$1;
	const kept = [...levels];
	const pooled = [];
	let inPool = 0;
	while (kept.length + Math.sign(pooled.length) > 2) {
		const [next] = kept;
		if (next === void 0 || !(isRare(rows(next)) || pooled.length > 0 && isRare(inPool))) break;
		pooled.push(next);
		inPool += rows(next);
		kept.shift();
	}
	return {
		kept,
		pooled
	};
}
function rows(level) {
	return level.reference + level.current;
}
function total(levels, side) {
	return levels.reduce((sum, level) => sum + level[side], 0);
}
function namesOf(levels) {
	return levels.map((level) => level.name).sort();
}
// src/domain/stats/distribution-distance.ts
function distributionDistance(first, second) {
	const [n, m] = [first.length, second.length];
	let [i, j, steps, area, distinct] = [
		0,
		0,
		0,
		0,
		1
	];
	let value = Math.min(at(first, 0), at(second, 0));
	let location = value;
	let sign = 1;
	while (i < n || j < m) {
		const x = at(first, i);
		const y = at(second, j);
		const next = Math.min(x, y);
		const difference = i * m - j * n;
		const distance = Math.abs(difference);
		if (distance > 0) area += distance * (next - value);
		distinct += Number(next !== value);
		if (distance > steps && next !== value) {
			steps = distance;
			location = value;
			sign = difference > 0 ? 1 : -1;
		}
		value = next;
		if (x <= y) i += 1;
		if (y <= x) j += 1;
	}
	return {
		steps,
		location,
		sign,
		wasserstein: area / n / m,
		distinct
	};
}
function at(values, index) {
	return index < values.length ? values[index] : Number.POSITIVE_INFINITY;
}
function tieRunEnds(first, second, distinct) {
	const ends = new Uint32Array(distinct);
	let [i, j] = [0, 0];
	for (let run = 0; run < distinct; run += 1) {
		const value = Math.min(at(first, i), at(second, j));
		while (first[i] === value) i += 1;
		while (second[j] === value) j += 1;
		ends[run] = i + j;
	}
	return ends;
}
// src/domain/stats/kolmogorov-exact.ts
function exactKolmogorov(n, m, steps, runEnds) {
	if (steps === 0) return 1;
	const total = n + m;
	const chance = new Float64Array(n + 1).fill(1);
	chance[0] = 0;
	let [start, low, high] = [
		0,
		0,
		0
	];
	for (let run = 0; start < total; run += 1) {
		const end = runEnds === void 0 ? start + 1 : runEnds[run];
		const [lowest, highest] = insideBand(n, m, steps, end);
		for (let diagonal = start + 1; diagonal <= end; diagonal += 1) {
			const from = Math.max(low, lowest - (end - diagonal), diagonal - m);
			const to = Math.min(high + (diagonal - start), highest, diagonal);
			advance(chance, diagonal, from, to);
		}
		chance.fill(1, low, lowest);
		[start, low, high] = [
			end,
			lowest,
			highest
		];
	}
	return chance[n];
}
function advance(chance, diagonal, from, to) {
	const least = Math.max(from, 1);
	for (let i = to; i >= least; i -= 1) chance[i] = (i * chance[i - 1] + (diagonal - i) * chance[i]) / diagonal;
}
function insideBand(n, m, steps, diagonal) {
	const lowest = Math.floor((diagonal * n - steps) / (n + m)) + 1;
	const highest = Math.ceil((diagonal * n + steps) / (n + m)) - 1;
	return [Math.max(lowest, 0, diagonal - m), Math.min(highest, n, diagonal)];
}
function exactKolmogorovCells(n, m, steps, runEnds) {
	if (runEnds === void 0) return 2 * steps;
	const widest = Math.min(n, m) + 1;
	let cells = 0;
	let start = 0;
	for (const end of runEnds) {
		const length = end - start;
		cells += length * Math.min(widest, 2 * steps / (n + m) + 1 + length / 2);
		start = end;
	}
	return cells;
}
function exactKolmogorovOfEqualSizes(n, lead) {
	if (lead === 0) return 1;
	let chance = 0;
	for (let k = Math.floor(n / lead); k >= 1; k -= 1) {
		let quotient = 1;
		for (let j = 0; j < lead; j += 1) quotient *= (n - (k - 1) * lead - j) / (n + (k - 1) * lead + j + 1);
		chance = quotient * (1 - chance);
	}
	return Math.min(1, 2 * chance);
}
// src/domain/stats/hypergeometric.ts
function hypergeometricDraws(random, largest) {
	const logFactorial = logFactorials(largest);
	const choose = (n, k) => logFactorial[n] - logFactorial[k] - logFactorial[n - k];
	return ({ balls, white, draws }) => {
		const least = Math.max(0, draws + white - balls);
		const most = Math.min(draws, white);
		if (least === most) return least;
		const mode = Math.floor((draws + 1) * (white + 1) / (balls + 2));
		const black = balls - white;
		let [up, down] = [mode, mode];
		const chance = Math.exp(choose(white, mode) + choose(black, draws - mode) - choose(balls, draws));
		let [above, below] = [chance, chance];
		let left = uniform(random) - chance;
		while (left > 0 && (up < most || down > least)) {
			if (up < most) {
				above *= (white - up) / (up + 1) * ((draws - up) / (black - draws + up + 1));
				up += 1;
				left -= above;
				if (left <= 0) return up;
			}
			if (down > least) {
				below *= down / (white - down + 1) * ((black - draws + down) / (draws - down + 1));
				down -= 1;
				left -= below;
				if (left <= 0) return down;
			}
		}
		return mode;
	};
}
function uniform(random) {
	const part = 2 ** 21;
	return (random.below(part) + random.below(part) / part) / part;
}
function logFactorials(largest) {
	const logs = new Float64Array(largest + 1);
	for (let n = 2; n <= largest; n += 1) logs[n] = logs[n - 1] + Math.log(n);
	return logs;
}
// src/domain/stats/kolmogorov-monte-carlo.ts
function monteCarloKolmogorov(n, m, steps, runEnds, resamples, seed) {
	const draw = hypergeometricDraws(randomStream(seed), n + m);
	let reached = 0;
	for (let resample = 0; resample < resamples; resample += 1) {
		let [start, ofFirst] = [0, 0];
		for (const end of runEnds) {
			ofFirst += draw({
				balls: n + m - start,
				white: n - ofFirst,
				draws: end - start
			});
			start = end;
			if (Math.abs(ofFirst * m - (end - ofFirst) * n) >= steps) {
				reached += 1;
				break;
			}
		}
	}
	return (reached + 1) / (resamples + 1);
}
// src/domain/stats/kolmogorov-p-value.ts
const MOST_CELLS = 1e7;
const HEAVY_TIES = 1e3;
function kolmogorovPValue({ n, m, steps, distinct }, runEnds, { resamples, seed }) {
	const hasTies = distinct < n + m;
	if (n === m && !hasTies) return {
		pValue: exactKolmogorovOfEqualSizes(n, steps / n),
		method: "exact"
	};
	if (!(2 * steps > MOST_CELLS) || distinct <= HEAVY_TIES) {
		const ends = hasTies ? runEnds() : void 0;
		if (exactKolmogorovCells(n, m, steps, ends) <= MOST_CELLS) return {
			pValue: exactKolmogorov(n, m, steps, ends),
			method: "exact"
		};
		if (ends !== void 0 && distinct <= HEAVY_TIES) return {
			pValue: monteCarloKolmogorov(n, m, steps, ends, resamples, seed),
			method: "monte-carlo"
		};
	}
	return {
		pValue: kolmogorovSeries(steps / (n * m), n, m),
		method: "series"
	};
}
// src/domain/stats/sorted-values.ts
const SMALL = 2048;
const DIGIT_BITS = 11;
const DIGITS = 2048;
const IS_LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
const SHORT_RUN = 16;
function sortedValues(values) {
	if (values.length <= SMALL) return values.slice().sort();
	const sorted = sortedByUpperWord(values);
	sortRuns(sorted);
	return sorted;
}
function sortedByUpperWord(values) {
	const { length } = values;
	const counts = countDigits(values);
	let from = values;
	let into = new Float64Array(length);
	let spare = new Float64Array(length);
	for (const [pass, starts] of counts.entries()) {
		const shift = pass * DIGIT_BITS;
		const words = upperWords(from);
		if (startPositions(starts) === length) continue;
		for (let index = 0; index < length; index += 1) {
			const word = words[2 * index];
			const digit = sortable(word) >>> shift & 2047;
			const at = starts[digit];
			into[at] = from[index];
			starts[digit] = at + 1;
		}
		[from, into, spare] = [
			into,
			spare,
			into
		];
	}
	return from === values ? values.slice() : from;
}
function upperWords(values) {
	return new Int32Array(values.buffer, values.byteOffset).subarray(IS_LITTLE_ENDIAN ? 1 : 0);
}
function sortable(word) {
	return word ^ (word >> 31 | 2147483648);
}
function countDigits(values) {
	const words = upperWords(values);
	const [low, middle, high] = [
		new Uint32Array(DIGITS),
		new Uint32Array(DIGITS),
		new Uint32Array(DIGITS)
	];
	for (let index = 0; index < values.length; index += 1) {
		const key = sortable(words[2 * index]);
		low[key & 2047] = low[key & 2047] + 1;
		const second = key >>> DIGIT_BITS & 2047;
		middle[second] = middle[second] + 1;
		const third = key >>> 22;
		high[third] = high[third] + 1;
	}
	return [
		low,
		middle,
		high
	];
}
function startPositions(counts) {
	let sum = 0;
	let largest = 0;
	for (let digit = 0; digit < counts.length; digit += 1) {
		const count = counts[digit];
		if (count > largest) largest = count;
		counts[digit] = sum;
		sum += count;
	}
	return largest;
}
function sortRuns(values) {
	const words = upperWords(values);
	const { length } = values;
	for (let start = 0; start < length;) {
		const word = words[2 * start];
		let end = start + 1;
		while (end < length && words[2 * end] === word) end += 1;
		if (end - start > SHORT_RUN) sortLongRun(values, start, end);
		else if (end - start > 1) insert(values, start, end);
		start = end;
	}
}
function insert(values, start, end) {
	for (let index = start + 1; index < end; index += 1) {
		const value = values[index];
		let at = index;
		while (at > start && values[at - 1] > value) {
			values[at] = values[at - 1];
			at -= 1;
		}
		values[at] = value;
	}
}
function sortLongRun(values, start, end) {
	let isSorted = true;
	for (let index = start + 1; index < end && isSorted; index += 1) isSorted = values[index - 1] <= values[index];
	if (!isSorted) values.subarray(start, end).sort();
}
// src/domain/stats/kolmogorov-smirnov.ts
function kolmogorovSmirnov(reference, current, resampling) {
	const [ofReference, ofCurrent] = [finiteValues(reference), finiteValues(current)];
	refuseEmpty(ofReference, "reference");
	refuseEmpty(ofCurrent, "current");
	const [first, second] = [sortedValues(ofReference.values), sortedValues(ofCurrent.values)];
	const { steps, location, sign, wasserstein, distinct } = distributionDistance(first, second);
	return {
		statistic: steps / (first.length * second.length),
		location,
		sign,
		wasserstein,
		...kolmogorovPValue({
			n: first.length,
			m: second.length,
			steps,
			distinct
		}, () => tieRunEnds(first, second, distinct), resampling),
		reference: sizeOf(ofReference),
		current: sizeOf(ofCurrent)
	};
}
function refuseEmpty({ values, nan, infinite }, which) {
	if (values.length > 0) return;
	throw new ModelyardError({
		code: "empty-sample",
		message: `the ${which} sample has no number to compare: ${nan} NaN, ${infinite} infinite`,
		next: "compare a column that holds numbers on both sides"
	});
}
function sizeOf({ values, nan, infinite }) {
	return {
		used: values.length,
		nan,
		infinite
	};
}
// src/domain/stats/two-proportions.ts
const LEAST_EXPECTED = 5;
function twoProportions(reference, current) {
	for (const share of [reference, current]) refuseNoShare(share);
	const difference = current.count / current.rows - reference.count / reference.rows;
	const pooled = (reference.count + current.count) / (reference.rows + current.rows);
	if (pooled === 0 || pooled === 1) return {
		difference: 0,
		z: 0,
		pValue: 1,
		logP: 0,
		method: "normal"
	};
	const z = difference / Math.sqrt(pooled * (1 - pooled) * (1 / reference.rows + 1 / current.rows));
	if (Math.min(pooled, 1 - pooled) * Math.min(reference.rows, current.rows) < LEAST_EXPECTED) {
		const [before, after] = [reference.rows - reference.count, current.rows - current.count];
		const { midP } = fisherExact(reference.count, before, current.count, after);
		return {
			difference,
			z,
			pValue: midP,
			logP: Math.log(midP),
			method: "fisher-mid-p"
		};
	}
	return {
		difference,
		z,
		pValue: 2 * normalTail(Math.abs(z)),
		logP: logUpperGamma(.5, z * z / 2),
		method: "normal"
	};
}
function refuseNoShare({ count, rows }) {
	refuseNoCount([count, rows]);
	if (rows === 0) throw new ModelyardError({
		code: "empty-sample",
		message: "a sample has no rows",
		next: "compare samples that both have rows"
	});
	if (count > rows) throw new ModelyardError({
		code: "bad-data",
		message: `${count} of ${rows} rows`,
		next: "count each row at most once"
	});
}
export { finiteValues as a, kolmogorovSeries as c, homogeneity as i, refuseNoCount as l, kolmogorovSmirnov as n, detectableAssociation as o, kolmogorovPValue as r, detectableDistance as s, twoProportions as t };
