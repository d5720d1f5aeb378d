import { c as ModelyardError } from "./run.mjs";
import { l as settingsInEffect } from "./comparison.mjs";
import { h as settingOf, m as selectRows, n as calledPositive, o as calledClasses, p as samePredictions } from "./decisions.mjs";
import { S as clustersOfRows, a as evaluatePredictions, c as slicesOf, f as influenceOf, g as closedForm, h as ratioParts, i as LEVEL_DRAWING, m as decisionInfluence, p as drawnIntervals, v as unitsOf, x as studentInterval, y as delongStudent } from "./evaluation-columns.mjs";
import { i as normalQuantile, r as normalPValue, t as Z_975 } from "./quantiles.mjs";
import { b as weightedMean } from "./judge-measured.mjs";
import "./proportion.mjs";
// src/domain/stats/closed-form.ts
function mean$1(values) {
	let sum = 0;
	for (let row = 0; row < values.length; row += 1) sum += values[row];
	return sum / values.length;
}
// src/domain/stats/ratio-of-means.ts
function ratioOfMeans(above, below) {
	const rows = above.length;
	const [top, bottom] = [mean$1(above), mean$1(below)];
	if (rows < 2 || !(bottom > 0)) return void 0;
	const estimate = top / bottom;
	const moments = momentsOf(above, below, estimate, bottom);
	const intervalAt = (ratio) => {
		const parts = moments(ratio);
		const standardError = Math.sqrt(parts.squares * rows / (rows - 1)) / rows;
		return studentInterval(estimate - ratio, standardError, [parts]);
	};
	const { standardError, freedom } = intervalAt(estimate);
	const low = endBeside(estimate, -standardError, (ratio) => intervalAt(ratio).low > 0);
	const high = endBeside(estimate, standardError, (ratio) => intervalAt(ratio).high < 0);
	if (low === void 0 || high === void 0) return void 0;
	return {
		low,
		high,
		standardError,
		pValue: intervalAt(0).pValue,
		...freedom && { freedom }
	};
}
function momentsOf(above, below, estimate, bottom) {
	const sums = Array.from({ length: 5 }, () => new Float64Array(5));
	for (let row = 0; row < above.length; row += 1) {
		const [one, other] = [above[row] / bottom - estimate, below[row] / bottom - 1];
		let first = 1;
		for (let i = 0; i <= 4; i += 1, first *= one) {
			const line = sums[i];
			for (let j = Math.max(0, 2 - i), power = first * other ** j; j <= 4 - i; j += 1, power *= other) line[j] = line[j] + power;
		}
	}
	const power = (degree, ratio) => {
		let sum = 0;
		for (let j = 0; j <= degree; j += 1) sum += (CHOOSE[degree]?.[j] ?? 0) * (-ratio) ** j * sums[degree - j][j];
		return sum;
	};
	return (ratio) => ({
		rows: above.length,
		squares: Math.max(0, power(2, ratio)),
		cubes: power(3, ratio),
		fourths: power(4, ratio)
	});
}
const CHOOSE = {
	2: [
		1,
		2,
		1
	],
	3: [
		1,
		3,
		3,
		1
	],
	4: [
		1,
		4,
		6,
		4,
		1
	]
};
function endBeside(from, step, isOut) {
	if (step === 0) return from;
	let [near, far] = [from, from + step];
	for (let doubled = step; !isOut(far); doubled *= 2) {
		if (Math.abs(doubled) > 1e6 * Math.abs(step)) return void 0;
		[near, far] = [far, far + doubled];
	}
	for (let turn = 0; turn < 60; turn += 1) {
		const middle = (near + far) / 2;
		if (isOut(middle)) far = middle;
		else near = middle;
	}
	return (near + far) / 2;
}
// src/domain/stats/paired-ratio.ts
const UNSEEN = 1e-6;
const EXACT = 1e-9;
function pairedRatioInterval(cells) {
	const counted = cells.filter(({ first, second }) => first.below !== 0 || second.below !== 0).map((cell) => ({
		...cell,
		rows: cell.rows + UNSEEN
	}));
	const [before, after] = [ratioOf(cells, "first"), ratioOf(cells, "second")];
	if (before === void 0 || after === void 0) return void 0;
	const estimate = after - before;
	const statistic = scoreStatistic$1(counted, before, estimate);
	const step = 4 / Math.sqrt(counted.reduce((sum, { rows }) => sum + rows, 0));
	return {
		low: rootBeside(estimate, -step, -1, (delta) => statistic(delta) - Z_975),
		high: rootBeside(estimate, step, 1, (delta) => statistic(delta) + Z_975),
		pValue: normalPValue(statistic(0), 1)
	};
}
function ratioOf(cells, model) {
	let [above, below] = [0, 0];
	for (const cell of cells) {
		above += cell.rows * cell[model].above;
		below += cell.rows * cell[model].below;
	}
	return below === 0 ? void 0 : above / below;
}
function scoreStatistic$1(cells, before, estimate) {
	const likeliest = likeliestChances(cells);
	const rows = cells.reduce((sum, cell) => sum + cell.rows, 0);
	let level = before;
	return (delta) => {
		const [least, most] = [Math.max(0, -delta) + EXACT, Math.min(1, 1 - delta) - EXACT];
		if (least < most) {
			const start = Math.min(Math.max(level, least), most);
			const slope = (ratio) => likeliest(ratio, delta).slope;
			const way = slope(start) > 0 ? 1 : -1;
			level = rootBeside(start, .01 * way, way > 0 ? most : least, slope);
		}
		const { squares, cubes } = likeliest(level, delta);
		const distance = Math.sqrt(squares * (rows - 1) / rows);
		return Math.sign(estimate - delta) * Math.min(distance, unskewed(distance, cubes / squares ** 1.5));
	};
}
function unskewed(score, skewness) {
	if (!(score > 1 && skewness > 1e-5)) return score;
	return 6 / skewness * (Math.cbrt(1 + skewness * score / 2) - 1) + skewness / 6;
}
function likeliestChances(cells) {
	const rows = Float64Array.from(cells, (cell) => cell.rows);
	const all = rows.reduce((sum, count) => sum + count, 0);
	const [first, second, by] = [
		rows.slice(),
		rows.slice(),
		rows.slice()
	];
	let [lambda, mu] = [0, 0];
	const divide = (x, y) => {
		let sum = 0;
		for (let cell = 0; cell < rows.length; cell += 1) {
			const divisor = 1 + x * first[cell] + y * second[cell];
			if (divisor <= 0) return Number.NEGATIVE_INFINITY;
			by[cell] = divisor;
			sum += rows[cell] * Math.log(divisor);
		}
		return sum;
	};
	return (ratio, delta) => {
		for (const [cell, { first: one, second: other }] of cells.entries()) {
			first[cell] = one.above - ratio * one.below;
			second[cell] = other.above - (ratio + delta) * other.below;
		}
		let here = divide(lambda, mu);
		if (here === Number.NEGATIVE_INFINITY) {
			[lambda, mu] = [0, 0];
			here = divide(0, 0);
		}
		for (let turn = 0; turn < 60; turn += 1) {
			const { x, y, gain } = newtonStep(rows, first, second, by);
			if (!(gain > 1e-14)) break;
			let share = 1;
			let next = divide(lambda + x, mu + y);
			while (share > 1e-9 && next < here + 1e-4 * share * gain) {
				share /= 2;
				next = divide(lambda + share * x, mu + share * y);
			}
			[lambda, mu, here] = [
				lambda + share * x,
				mu + share * y,
				next
			];
		}
		let [squares, cubes, slope] = [
			0,
			0,
			0
		];
		for (const [cell, { first: one, second: other }] of cells.entries()) {
			const [count, divisor] = [rows[cell], by[cell]];
			const expected = count / divisor;
			squares += (count - expected) ** 2 / expected;
			cubes += (count - expected) ** 3 / expected ** 2;
			slope += expected / all * (lambda * one.below + mu * other.below);
		}
		return {
			squares,
			cubes,
			slope
		};
	};
}
function newtonStep(rows, first, second, by) {
	let [alongFirst, alongSecond, xx, xy, yy] = [
		0,
		0,
		0,
		0,
		0
	];
	for (let cell = 0; cell < rows.length; cell += 1) {
		const [a, b, divisor] = [
			first[cell],
			second[cell],
			by[cell]
		];
		const weight = rows[cell] / divisor;
		const square = weight / divisor;
		alongFirst += weight * a;
		alongSecond += weight * b;
		xx += square * a * a;
		xy += square * a * b;
		yy += square * b * b;
	}
	const determinant = xx * yy - xy * xy;
	const x = (yy * alongFirst - xy * alongSecond) / determinant;
	const y = (xx * alongSecond - xy * alongFirst) / determinant;
	return {
		x,
		y,
		gain: alongFirst * x + alongSecond * y
	};
}
function rootBeside(from, step, limit, value) {
	let [near, atNear] = [from, value(from)];
	if (atNear === 0) return near;
	let [far, atFar] = [near, atNear];
	for (let size = step; atFar * atNear > 0; size *= 2) {
		if (far === limit) return limit;
		[near, atNear] = [far, atFar];
		far = step > 0 ? Math.min(limit, far + size) : Math.max(limit, far + size);
		atFar = value(far);
	}
	for (let turn = 0; turn < 100 && Math.abs(far - near) > EXACT && atFar !== 0; turn += 1) {
		const middle = far - atFar * (far - near) / (atFar - atNear);
		const atMiddle = value(middle);
		if (atMiddle * atFar < 0) [near, atNear] = [far, atFar];
		else atNear /= 2;
		[far, atFar] = [middle, atMiddle];
	}
	return far;
}
// src/domain/stats/proportion-difference.ts
function tangoInterval(discordance) {
	requireDiscordance(discordance);
	const { firstOnly, secondOnly, total } = discordance;
	const estimate = (secondOnly - firstOnly) / total;
	return {
		low: root(-1, estimate, (delta) => scoreStatistic(discordance, delta) > Z_975),
		high: root(estimate, 1, (delta) => scoreStatistic(discordance, delta) > -Z_975)
	};
}
function scoreStatistic({ firstOnly, secondOnly, total }, delta) {
	const distance = secondOnly - firstOnly - total * delta;
	if (distance === 0) return 0;
	const a = 2 * total;
	const b = (2 * total - secondOnly + firstOnly) * delta - firstOnly - secondOnly;
	const c = -firstOnly * delta * (1 - delta);
	const chance = (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a);
	return distance / Math.sqrt(total * (2 * chance + delta * (1 - delta)));
}
function root(low, high, holds) {
	let [below, above] = [low, high];
	for (let step = 0; step < 60; step += 1) {
		const middle = (below + above) / 2;
		if (holds(middle)) below = middle;
		else above = middle;
	}
	return (below + above) / 2;
}
function requireDiscordance({ firstOnly, secondOnly, total }) {
	if (total < 1) throw new ModelyardError({
		code: "empty-sample",
		message: "there are no rows to compare on",
		next: "give at least one"
	});
	if (!(firstOnly >= 0 && secondOnly >= 0 && firstOnly + secondOnly <= total)) throw new ModelyardError({
		code: "bad-input",
		message: `${firstOnly} and ${secondOnly} discordant rows of ${total}`,
		next: "give no more discordant rows than there are"
	});
}
// src/domain/comparison/proportion-bounds.ts
function wilsonBounds(part, whole, z) {
	const value = part / whole;
	const scale = 1 + z * z / whole;
	const centre = (value + z * z / (2 * whole)) / scale;
	const half = z / scale * Math.sqrt(value * (1 - value) / whole + (z / (2 * whole)) ** 2);
	return {
		value,
		low: Math.min(value, Math.max(0, centre - half)),
		high: Math.max(value, Math.min(1, centre + half))
	};
}
function differenceBounds(first, second) {
	const value = first.value - second.value;
	return {
		value,
		low: value - Math.hypot(first.value - first.low, second.high - second.value),
		high: value + Math.hypot(first.high - first.value, second.value - second.low)
	};
}
function pairedChangeBounds(onlySecond, onlyFirst, rows, z) {
	const value = (onlySecond - onlyFirst) / rows;
	const centre = (onlySecond - onlyFirst) / (rows + 2);
	const variance = (onlySecond + onlyFirst + 1) / (rows + 2) - centre * centre;
	const half = z * Math.sqrt(variance / (rows + 2));
	return {
		value,
		low: Math.min(value, Math.max(-1, centre - half)),
		high: Math.max(value, Math.min(1, centre + half))
	};
}
// src/domain/comparison/paired-decisions.ts
function countPairedDecisions(champion, challenger, { threshold }) {
	const before = calledPositive(champion.probability, threshold);
	const after = calledPositive(challenger.probability, threshold);
	const { positive } = champion;
	const cells = new Float64Array(8);
	for (let row = 0; row < positive.length; row += 1) {
		const cell = 4 * positive[row] + 2 * before[row] + after[row];
		cells[cell] = cells[cell] + 1;
	}
	return cells;
}
function decisionDifference(name, difference, cells, { cost }) {
	const spread = standardErrorOf(name, cells, cost);
	const found = spread === void 0 ? void 0 : boundsOf(name, cells, cost);
	if (spread === void 0 || found === void 0) return void 0;
	const standardError = spread > 0 ? spread : (found.high - found.low) / (2 * Z_975);
	return {
		difference,
		standardError,
		pValue: normalPValue(difference, standardError),
		...found
	};
}
function boundsOf(name, cells, cost) {
	switch (name) {
		case "accuracy": return tangoDifference(discordanceIn(cells, [0, 1]));
		case "recall": return tangoDifference(discordanceIn(cells, [1]));
		case "specificity": return tangoDifference(discordanceIn(cells, [0]));
		case "balanced-accuracy": return {
			...meanOfShares(cells),
			method: "tango"
		};
		default: {
			const found = scoreBounds(name, cells, cost);
			return found === void 0 ? void 0 : {
				...found,
				method: "score"
			};
		}
	}
}
function tangoDifference(discordance) {
	const { firstOnly, secondOnly } = discordance;
	return {
		...tangoInterval(discordance),
		pValue: normalPValue(secondOnly - firstOnly, Math.sqrt(firstOnly + secondOnly)),
		method: "tango"
	};
}
function meanOfShares(cells) {
	const [recall, specificity] = [shareOf(cells, 1), shareOf(cells, 0)];
	const { low, high } = differenceBounds(recall, {
		value: -specificity.value,
		low: -specificity.high,
		high: -specificity.low
	});
	return {
		low: low / 2,
		high: high / 2
	};
}
function shareOf(cells, is) {
	const discordance = discordanceIn(cells, [is]);
	const { firstOnly, secondOnly, total } = discordance;
	return {
		value: (secondOnly - firstOnly) / total,
		...tangoInterval(discordance)
	};
}
function scoreBounds(name, cells, cost) {
	const parts = ratioParts(name, cost);
	if (parts === void 0) return void 0;
	const [above, below] = parts;
	const least = name === "cost" ? Math.min(...above) : 0;
	const range = name === "cost" ? Math.max(...above) - least : 1;
	if (range === 0) return void 0;
	const found = pairedRatioInterval(Array.from(cells, (rows, cell) => ({
		rows,
		first: partOf(2 * (cell >> 2) + (cell >> 1 & 1)),
		second: partOf(2 * (cell >> 2) + (cell & 1))
	})));
	return found === void 0 ? void 0 : {
		...found,
		low: found.low * range,
		high: found.high * range
	};
	function partOf(call) {
		return {
			above: (above[call] - least) / range,
			below: below[call]
		};
	}
}
function standardErrorOf(name, cells, cost) {
	const at = (is, champion, challenger) => cells[4 * is + 2 * champion + challenger];
	const influenceIn = (count) => decisionInfluence(name, decisionsOf(count), cost);
	const before = influenceIn((is, says) => at(is, says, 0) + at(is, says, 1));
	const after = influenceIn((is, says) => at(is, 0, says) + at(is, 1, says));
	if (before === void 0 || after === void 0) return void 0;
	let [rows, squares] = [0, 0];
	for (let cell = 0; cell < cells.length; cell += 1) {
		const [is, first, second] = [
			cell >> 2,
			cell >> 1 & 1,
			cell & 1
		];
		const moved = after[2 * is + second] - before[2 * is + first];
		rows += cells[cell];
		squares += cells[cell] * moved * moved;
	}
	return rows < 2 ? void 0 : Math.sqrt(squares * rows / (rows - 1)) / rows;
}
function decisionsOf(count) {
	return {
		trueNegative: count(0, 0),
		falsePositive: count(0, 1),
		falseNegative: count(1, 0),
		truePositive: count(1, 1)
	};
}
function discordanceIn(cells, classes) {
	let [firstOnly, secondOnly, total] = [
		0,
		0,
		0
	];
	for (const is of classes) {
		const at = (first, second) => cells[4 * is + 2 * first + second];
		firstOnly += at(is, 1 - is);
		secondOnly += at(1 - is, is);
		total += at(0, 0) + at(0, 1) + at(1, 0) + at(1, 1);
	}
	return {
		firstOnly,
		secondOnly,
		total
	};
}
// src/domain/comparison/paired-closed-form.ts
function areaDifference(champion, challenger) {
	const [a, b] = [champion, challenger];
	return inference(delongStudent(a.positive, a.probability, b.probability), "delong");
}
function closedFormsOf(champion, challenger, settings, clusters) {
	const isSame = samePredictions(champion, challenger);
	const cells = clusters === void 0 && !isSame && isBinary(champion) && isBinary(challenger) ? countPairedDecisions(champion, challenger, settings) : void 0;
	const countsRight = clusters === void 0 && !isSame && isMulticlass(champion) && isMulticlass(challenger);
	return (name, difference) => {
		const ofDecisions = cells && decisionDifference(name, difference, cells, settings);
		if (ofDecisions !== void 0) return inference(ofDecisions, ofDecisions.method);
		const found = name === "r2" && isRegression(champion) && isRegression(challenger) ? explainedMore(difference, champion, challenger, clusters) : byInfluence(name, difference, champion, challenger, settings, clusters);
		if (found === void 0) return void 0;
		if (countsRight && name === "accuracy") {
			const { method, ...bounds } = tangoDifference(discordanceOf(champion, challenger));
			return inference({
				...found,
				...bounds
			}, method);
		}
		return found.low === found.high && !isSame ? void 0 : inference(found, "closed-form");
	};
}
function explainedMore(difference, champion, challenger, clusters) {
	const { actual } = champion;
	let mean = 0;
	for (const value of actual) mean += value / actual.length;
	const [gained, spread] = [new Float64Array(actual.length), new Float64Array(actual.length)];
	for (let row = 0; row < actual.length; row += 1) {
		const is = actual[row];
		gained[row] = (champion.predicted[row] - is) ** 2 - (challenger.predicted[row] - is) ** 2;
		spread[row] = (is - mean) ** 2;
	}
	const [above, below] = [unitsOf(gained, clusters), unitsOf(spread, clusters)];
	const found = above && below && ratioOfMeans(above, below);
	return found && {
		difference,
		...found
	};
}
function discordanceOf(champion, challenger) {
	const [before, after] = [calledClasses(champion), calledClasses(challenger)];
	const { actual } = champion;
	let [firstOnly, secondOnly] = [0, 0];
	for (let row = 0; row < actual.length; row += 1) {
		const [first, second] = [before[row] === actual[row], after[row] === actual[row]];
		if (first && !second) firstOnly += 1;
		if (second && !first) secondOnly += 1;
	}
	return {
		firstOnly,
		secondOnly,
		total: actual.length
	};
}
function isMulticlass(predictions) {
	return predictions.task === "multiclass-classification";
}
function isRegression(predictions) {
	return predictions.task === "regression";
}
function isBinary(predictions) {
	return predictions.task === "binary-classification";
}
function byInfluence(name, difference, champion, challenger, settings, clusters) {
	const first = influenceOf(name, champion, settings);
	const second = first === void 0 ? void 0 : influenceOf(name, challenger, settings);
	if (first === void 0 || second === void 0) return void 0;
	for (let row = 0; row < first.length; row += 1) second[row] = second[row] - first[row];
	return closedForm(difference, second, clusters);
}
function inference({ low, high, pValue, standardError, freedom = Number.POSITIVE_INFINITY }, method) {
	return {
		interval: {
			low,
			high,
			level: .95,
			method
		},
		...Number.isFinite(freedom) ? { "degrees-of-freedom": freedom } : {},
		"p-value": pValue,
		"standard-error": standardError
	};
}
const LEAST_OF_CLASS = 10;
function countGroup(value, rows, positive, challenger, champion) {
	const cells = [new Float64Array(4), new Float64Array(4)];
	for (const row of rows) {
		const cell = cells[positive[row]];
		const [now, before] = [challenger[row], champion[row]];
		cell[0] = cell[0] + 1;
		cell[1] = cell[1] + now;
		cell[2] = cell[2] + before;
		cell[3] = cell[3] + now * before;
	}
	const [negatives, positives] = cells;
	const all = negatives.map((count, index) => count + positives[index]);
	return {
		value,
		isJudged: rows.length >= 30 && [negatives, positives].every(([count = 0]) => count >= LEAST_OF_CLASS),
		rates: {
			selection: rateOf(all),
			truePositive: rateOf(positives),
			falsePositive: rateOf(negatives)
		}
	};
}
function rateOf([rows = 0, challenger = 0, champion = 0, both = 0]) {
	return {
		rows,
		challenger,
		champion,
		onlyChallenger: challenger - both,
		onlyChampion: champion - both
	};
}
function rateBounds(counts, side, z) {
	return wilsonBounds(counts[side], counts.rows, z);
}
function changeBounds({ onlyChallenger, onlyChampion, rows }, z) {
	return pairedChangeBounds(onlyChallenger, onlyChampion, rows, z);
}
function shownGroup({ value, isJudged, rates }, hasChampion) {
	const shown = (side) => ({
		"selection-rate": rates.selection[side] / rates.selection.rows,
		...rates.truePositive.rows === 0 ? {} : { "true-positive-rate": rates.truePositive[side] / rates.truePositive.rows },
		...rates.falsePositive.rows === 0 ? {} : { "false-positive-rate": rates.falsePositive[side] / rates.falsePositive.rows }
	});
	return {
		value,
		rows: rates.selection.rows,
		positives: rates.truePositive.rows,
		status: isJudged ? "judged" : "insufficient-data",
		challenger: shown("challenger"),
		...hasChampion ? { champion: shown("champion") } : {}
	};
}
// src/domain/comparison/group-differences.ts
const MISSED = .05;
function differenceOver(groups, rates, side) {
	return largest(pairsOf(groups, rates).map((pair) => pairDifference(pair, side, zFor(groups, rates, MISSED))));
}
function changeOfDifference(groups, rates) {
	const pairs = pairsOf(groups, rates);
	const zOfLevel = zFor(groups, rates, MISSED / 4);
	const zOfChange = zFor(groups, rates, MISSED / 2);
	const found = pairs.map(({ rate, first, second }) => ({
		champion: pairDifference({
			rate,
			first,
			second
		}, "champion", zOfLevel),
		challenger: pairDifference({
			rate,
			first,
			second
		}, "challenger", zOfLevel),
		change: differenceBounds(changeBounds(first.rates[rate], zOfChange), changeBounds(second.rates[rate], zOfChange))
	}));
	const before = largest(found.map(({ champion }) => champion));
	const now = largest(found.map(({ challenger }) => challenger));
	const lows = found.filter(({ champion }) => champion.high >= before.low).map(({ champion, change }) => Math.max(change.low, now.low - champion.high));
	const highs = found.filter(({ challenger }) => challenger.high >= now.low).map(({ challenger, change }) => Math.min(change.high, challenger.high - before.low));
	return {
		value: now.value - before.value,
		low: Math.max(-1, Math.min(...lows)),
		high: Math.min(1, Math.max(...highs))
	};
}
function ratioOver(groups, side, missed = MISSED) {
	const z = normalQuantile(1 - missed / (2 * groups.length));
	const rates = groups.map(({ rates: { selection } }) => rateBounds(selection, side, z));
	const most = Math.max(...rates.map(({ value }) => value));
	const least = Math.min(...rates.map(({ value }) => value));
	if (most === 0) return void 0;
	const ratios = rates.flatMap((a, first) => rates.flatMap((b, second) => first === second ? [] : [{
		low: a.low / b.high,
		high: b.low === 0 ? 1 : a.high / b.low
	}]));
	const value = least / most;
	return {
		value,
		low: Math.min(value, ...ratios.map(({ low }) => low)),
		high: Math.max(value, Math.min(1, ...ratios.map(({ high }) => high)))
	};
}
function changeOfRatio(groups) {
	const now = ratioOver(groups, "challenger", MISSED / 2);
	const before = ratioOver(groups, "champion", MISSED / 2);
	if (now === void 0 || before === void 0) return void 0;
	return {
		value: now.value - before.value,
		low: now.low - before.high,
		high: now.high - before.low
	};
}
function pairsOf(groups, rates) {
	return rates.flatMap((rate) => groups.flatMap((first) => groups.flatMap((second) => first === second ? [] : [{
		rate,
		first,
		second
	}])));
}
function zFor(groups, rates, missed) {
	const pairs = groups.length * (groups.length - 1) * rates.length / 2;
	return normalQuantile(1 - missed / (2 * pairs));
}
function pairDifference({ rate, first, second }, side, z) {
	return differenceBounds(rateBounds(first.rates[rate], side, z), rateBounds(second.rates[rate], side, z));
}
function largest(differences) {
	return {
		value: Math.max(...differences.map(({ value }) => value)),
		low: Math.max(0, ...differences.map(({ low }) => low)),
		high: Math.min(1, Math.max(...differences.map(({ high }) => high)))
	};
}
// src/domain/comparison/fairness.ts
function measureFairness(challenger, champion, { target, settings, columns }) {
	const { threshold } = settingsInEffect(settings);
	const now = calledPositive(challenger.probability, threshold);
	const before = champion === void 0 ? now : calledPositive(champion.probability, threshold);
	const hasChampion = champion !== void 0;
	return {
		...settingOf(challenger, target, settings),
		"least-rows": 30,
		columns: columns.map((column) => {
			const groups = slicesOf([column]).map(({ value, rows }) => countGroup(value, rows, challenger.positive, now, before));
			return {
				column: column.name,
				groups: groups.map((group) => shownGroup(group, hasChampion)),
				measures: measuresOver(groups.filter(({ isJudged }) => isJudged), hasChampion)
			};
		})
	};
}
const DIFFERENCES = [
	["demographic-parity-difference", ["selection"]],
	["equal-opportunity-difference", ["truePositive"]],
	["equalized-odds-difference", ["truePositive", "falsePositive"]]
];
function measuresOver(groups, hasChampion) {
	if (groups.length < 2) return [];
	const [parity, ...odds] = DIFFERENCES.map(([measure, rates]) => ({
		measure,
		challenger: differenceOver(groups, rates, "challenger"),
		...hasChampion ? {
			champion: differenceOver(groups, rates, "champion"),
			change: changeOfDifference(groups, rates)
		} : {}
	}));
	return [
		...parity === void 0 ? [] : [parity],
		...ratioMeasure(groups, hasChampion),
		...odds
	];
}
function ratioMeasure(groups, hasChampion) {
	const challenger = ratioOver(groups, "challenger");
	if (challenger === void 0) return [];
	const [champion, change] = hasChampion ? [ratioOver(groups, "champion"), changeOfRatio(groups)] : [void 0, void 0];
	return [{
		measure: "demographic-parity-ratio",
		challenger,
		...champion === void 0 || change === void 0 ? {} : {
			champion,
			change
		}
	}];
}
function fairnessOf(champion, challenger, options) {
	if (options.columns.length === 0) return void 0;
	if (champion.task !== "binary-classification" || challenger.task !== "binary-classification") return void 0;
	return measureFairness(challenger, champion, options);
}
// src/domain/comparison/own-metrics.ts
function withOwnMetrics(facts, own, { slices, clusters }) {
	if (own.size === 0) return facts;
	const drawing = {
		...LEVEL_DRAWING,
		rows: facts.rows,
		clusters
	};
	const groups = slicesOf(slices);
	return {
		...facts,
		"own-metrics": mapped(own, ({ rule, values }) => ownMetric(rule, values, drawing)),
		...facts.slices === void 0 ? {} : { slices: facts.slices.map((slice, at) => sliceWithOwn(slice, groups[at], own)) }
	};
}
function sliceWithOwn(slice, group, own) {
	const metrics = mapped(own, ({ rule, values }) => {
		const part = valuesOn(values, group);
		return part === void 0 ? void 0 : ownMetric(rule, {
			per: "row",
			values: part
		});
	});
	return Object.keys(metrics).length === 0 ? slice : {
		...slice,
		"own-metrics": metrics
	};
}
function withPairedOwnMetrics(facts, champion, challenger, { slices, clusters, predictions }) {
	if (champion.size === 0) return facts;
	const groups = slicesOf(slices);
	return {
		...facts,
		"own-metrics": mapped(champion, ({ rule, values }, name) => pairedOwnMetric(rule, values, measured(challenger, name), { clusters })),
		...facts.slices === void 0 ? {} : { slices: facts.slices.map((slice, at) => pairedSliceWithOwn(slice, groups[at], champion, challenger, {
			clusters,
			predictions
		})) }
	};
}
function pairedSliceWithOwn(slice, group, champion, challenger, { clusters, predictions: [first, second] }) {
	if (group === void 0) return slice;
	const { rows } = group;
	const together = clusters === void 0 ? void 0 : clustersOfRows(clusters, rows);
	const isSame = samePredictions(selectRows(first, rows), selectRows(second, rows));
	const metrics = mapped(champion, ({ rule, values }, name) => {
		const [before, after] = [valuesOn(values, group), valuesOn(measured(challenger, name), group)];
		if (before === void 0 || after === void 0) return void 0;
		const found = levelsOf(rule, mean(before), mean(after));
		const inference = rows.length < 30 ? void 0 : closedDifference(differences(before, after), together);
		const isCertain = inference?.interval !== void 0 && inference.interval.low === inference.interval.high;
		return {
			...found,
			...isCertain && !isSame ? {} : inference
		};
	});
	return Object.keys(metrics).length === 0 ? slice : {
		...slice,
		"own-metrics": metrics
	};
}
function ownMetric({ direction, unit }, found, drawing) {
	const value = found.per === "set" ? found.value : mean(found.values);
	const interval = found.per === "row" && drawing !== void 0 ? meanInference(found.values, drawing)?.interval : void 0;
	return {
		value,
		direction,
		...unit === void 0 ? {} : { unit },
		...interval === void 0 ? {} : { interval }
	};
}
function pairedOwnMetric(rule, champion, challenger, { clusters }) {
	const found = levelsOf(rule, ownMetric(rule, champion).value, ownMetric(rule, challenger).value);
	if (champion.per === "set" || challenger.per === "set") return found;
	return {
		...found,
		...closedDifference(differences(champion.values, challenger.values), clusters)
	};
}
function levelsOf({ direction, unit }, champion, challenger) {
	return {
		champion,
		challenger,
		difference: challenger - champion,
		direction,
		...unit === void 0 ? {} : { unit }
	};
}
function meanInference(values, drawing) {
	if (drawing.rows > 2e4) return closedDifference(values, drawing.clusters);
	const statistic = weightedMean(values);
	const [interval] = drawnIntervals(drawing, 1, (counts) => [statistic(counts)]);
	return interval === void 0 ? void 0 : { interval };
}
function closedDifference(values, clusters) {
	const value = mean(values);
	const found = closedForm(value, values.map((one) => one - value), clusters);
	return found === void 0 ? void 0 : inference(found, "closed-form");
}
function differences(before, after) {
	return after.map((value, row) => value - before[row]);
}
function mean(values) {
	return weightedMean(values)();
}
function valuesOn(found, group) {
	if (found.per === "set" || group === void 0) return void 0;
	return Float64Array.from(group.rows, (row) => found.values[row]);
}
function measured(own, name) {
	const found = own.get(name);
	if (found === void 0) throw new Error(`${name} was measured of one model alone`);
	return found.values;
}
function mapped(own, metric) {
	return Object.fromEntries([...own].flatMap(([name, found]) => {
		const value = metric(found, name);
		return value === void 0 ? [] : [[name, value]];
	}));
}
// src/domain/evidence/size.ts
function sizeEvidence({ artifact }, origin) {
	return {
		schema: 1,
		kind: "size",
		subject: { artifact: artifact.sha256 },
		facts: {
			bytes: artifact.bytes,
			files: artifact.files ?? 1
		},
		origin
	};
}
// src/commands/evaluation-facts.ts
function evaluationFacts({ target, evaluate }, { predictions, traps: found, own }, { settings, slices, clusters, repeatedKeys }) {
	const facts = withOwnMetrics(evaluatePredictions(predictions, target, {
		settings,
		slices,
		clusters,
		intervals: true
	}), own, {
		slices,
		clusters
	});
	const { "duplicate-keys": repeatedRows, ...others } = found;
	const repeated = evaluate?.key === void 0 ? repeatedRows ?? 0 : repeatedKeys;
	const traps = {
		...others,
		...repeated === 0 ? {} : { "duplicate-keys": repeated }
	};
	return {
		...facts,
		...Object.keys(traps).length === 0 ? {} : { traps }
	};
}
function measuringRemarks({ evaluate }, { clusters, repeatedKeys }) {
	const whole = Object.entries(evaluate?.metrics ?? {}).flatMap(([name, { per }]) => per === "set" ? [`\`${name}\``] : []);
	return [
		...whole.length === 0 ? [] : [`${whole.join(", ")} ${whole.length === 1 ? "is" : "are"} one number for all rows: without an interval, what compares it with the champion is inconclusive`],
		...repeatedKeys === 0 ? [] : [`${repeatedKeys === 1 ? "1 row has" : `${repeatedKeys} rows have`} a \`${evaluate?.key}\` that another row has before`],
		...clusters === void 0 ? [] : clusterRemarks(clusters.column, clusters.count)
	];
}
const ENOUGH_CLUSTERS = 40;
function clusterRemarks(column, count) {
	if (count >= ENOUGH_CLUSTERS) return [];
	return [count < 20 ? `the rows have ${count} values of \`${column}\`; with fewer than 20 there are no intervals` : `the rows have ${count} values of \`${column}\`; with fewer than ${ENOUGH_CLUSTERS} intervals are too narrow`];
}
export { fairnessOf as a, closedFormsOf as c, withPairedOwnMetrics as i, measuringRemarks as n, measureFairness as o, sizeEvidence as r, areaDifference as s, evaluationFacts as t };
