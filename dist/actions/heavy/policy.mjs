import { a as metricEntry, c as FAIRNESS_MEASURES } from "./metric-catalogue.mjs";
import { C as strictObject, D as union, F as _minLength, L as _regex, N as _lte, P as _maxLength, S as refine, f as int, g as number, i as _lazy, k as _gte, l as describe, o as array, p as literal, r as _enum, s as boolean, w as string, y as optional } from "./schemas.mjs";
import { i as verdictOf, n as signedBy } from "./verdict.mjs";
import { a as Margin, i as LeastRows, n as Columns, o as isOurs, r as ComparedMetric, s as sliceTitle, t as AnyMetric } from "./rule-fields.mjs";
import { n as overall } from "./outcome.mjs";
import { u as UserName } from "./names.mjs";
import { c as ModelyardError } from "./run.mjs";
// src/domain/gates/judged-evidence.ts
function isMissing(evidence) {
	return "why" in evidence;
}
function withoutEvidence(about, { why, next }) {
	return {
		...about,
		outcome: "inconclusive",
		reason: why,
		next
	};
}
function leftOut(about) {
	return {
		...about,
		outcome: "left-out",
		reason: "there is no champion to compare with"
	};
}
// src/domain/gates/metric-value.ts
const LEVEL$1 = .95;
function metricValue(facts, metric) {
	return (isOurs(metric) ? facts.metrics[metric] : ownOf(facts["own-metrics"], metric)?.value) ?? { why: whyUndefined(facts, metric) ?? "it was not computed" };
}
const UNTOLD = new Map([["calibration-error", {
	why: "a calibration error is estimated too high, and the more so the smaller it is, so that none of its difference holds",
	next: "compare the Brier score, or set a ceiling: {metric: calibration-error, max: …}"
}]]);
function differenceOf(facts, metric) {
	const untold = UNTOLD.get(metric);
	if (untold !== void 0) return untold;
	const own = isOurs(metric) ? void 0 : ownOf(facts["own-metrics"], metric);
	const paired = isOurs(metric) ? facts.metrics[metric] : own;
	if (paired === void 0) return { why: whyUndefined(facts, metric) ?? "the comparison does not hold this metric" };
	const direction = isOurs(metric) ? metricEntry(metric).direction : own?.direction ?? "zero";
	if (direction === "zero") return { why: "both sides of 0 are worse, so neither model is the better one" };
	const { interval, difference, champion, "degrees-of-freedom": freedom } = paired;
	if (isOurs(metric) && interval === void 0 && difference === 0) return {
		why: "the models differ, but on no row that moves it, and these rows cannot tell more",
		next: "compare on more rows"
	};
	if (interval === void 0) return { why: "the comparison holds no interval for it" };
	if (interval.level < LEVEL$1) return { why: `its interval is of ${interval.level * 100} %, and gates read those of 95 %` };
	return {
		champion,
		freedom,
		...signedBy(direction, difference, interval)
	};
}
function whyUndefined(facts, metric) {
	return isOurs(metric) ? facts.undefined?.[metric] : void 0;
}
function ownOf(own, metric) {
	return own !== void 0 && Object.hasOwn(own, metric) ? own[metric] : void 0;
}
// src/domain/gates/resolution.ts
function resolutionOf(metric, comparison, evaluation) {
	return (comparison === void 0 ? void 0 : resolutionOfComparison(comparison, metric)) ?? (evaluation === void 0 ? void 0 : resolutionOfEvaluation(evaluation, metric));
}
function resolutionOfComparison(facts, metric) {
	const difference = differenceOf(facts, metric);
	if ("why" in difference) return void 0;
	return {
		halfWidth: (difference.high - difference.low) / 2,
		rows: facts.rows,
		from: "comparison"
	};
}
function resolutionOfEvaluation(facts, metric) {
	const { rows } = facts;
	const interval = isOurs(metric) ? facts.intervals?.[metric] : ownOf(facts["own-metrics"], metric)?.interval;
	if (interval !== void 0) return {
		halfWidth: (interval.high - interval.low) / 2,
		rows,
		from: "evaluation"
	};
	const value = metricValue(facts, metric);
	const variance = typeof value === "number" ? varianceOf(metric, value, facts) : void 0;
	if (variance === void 0) return void 0;
	return {
		halfWidth: Z_975$1 * Math.sqrt(variance),
		rows,
		from: "evaluation"
	};
}
const Z_975$1 = 1.959963984540054;
const OF_ALL_ROWS = ["accuracy"];
const OF_POSITIVE_ROWS = [
	"recall",
	"precision",
	"f1",
	"average-precision"
];
function varianceOf(metric, value, { rows, "positive-rows": positives }) {
	if (OF_ALL_ROWS.includes(metric)) return value * (1 - value) / rows;
	if (positives === void 0 || positives === 0 || positives >= rows) return void 0;
	if (OF_POSITIVE_ROWS.includes(metric)) return value * (1 - value) / positives;
	if (metric !== "roc-auc") return void 0;
	const negatives = rows - positives;
	const q1 = value / (2 - value) - value ** 2;
	const q2 = 2 * value ** 2 / (1 + value) - value ** 2;
	return (value * (1 - value) + (positives - 1) * q1 + (negatives - 1) * q2) / (positives * negatives);
}
function rowsFor({ halfWidth, rows }, wanted) {
	return twoDigitsUp(rows * (halfWidth / wanted) ** 2);
}
function twoDigitsUp(value) {
	const exponent = Math.floor(Math.log10(value)) - 1;
	if (!Number.isFinite(exponent) || Math.abs(exponent) > 300) return value;
	const unit = 10 ** Math.abs(exponent);
	return exponent < 0 ? Math.ceil(value * unit - 1e-9) / unit : Math.ceil(value / unit - 1e-9) * unit;
}
// src/domain/gates/not-worse.ts
const NotWorse = _lazy(() => strictObject({
	metric: ComparedMetric,
	"not-worse-by": Margin
}));
function evaluateNotWorse(rule, evidence) {
	const margin = rule["not-worse-by"];
	const about = {
		gate: "not-worse",
		about: rule.metric,
		wanted: {
			is: "above",
			value: 0 - margin
		}
	};
	if (!evidence.hasChampion) return leftOut(about);
	const comparison = evidence.of("comparison");
	if (isMissing(comparison)) return withoutEvidence(about, comparison);
	const { facts } = comparison.evidence;
	const difference = differenceOf(facts, rule.metric);
	if ("why" in difference) return {
		...about,
		...noInterval(rule.metric, difference, comparison.digest)
	};
	const { value, low, high } = difference;
	const verdict = verdictOf(difference, margin);
	const outcome = verdict === "worse" ? "failed" : verdict === "inconclusive" ? "inconclusive" : "passed";
	return {
		...about,
		outcome,
		observed: {
			value,
			low,
			high
		},
		reason: REASONS$2[verdict],
		...outcome === "passed" ? {} : { next: outcome === "failed" ? "a better version" : settling(difference, value + margin, facts.rows) },
		evidence: comparison.digest
	};
}
const REASONS$2 = {
	better: "better than the champion",
	"not-worse": "not worse by the margin",
	worse: "worse than the champion by more than the margin",
	inconclusive: "the interval holds the margin"
};
function noInterval(metric, { why, next }, evidence) {
	return {
		outcome: "inconclusive",
		reason: `there is no paired interval: ${why}`,
		next: next ?? usualRemedy(metric),
		evidence
	};
}
function usualRemedy(metric) {
	return isOurs(metric) ? `make ${metric} the primary metric, or compare on fewer rows` : `let the command of ${metric} print one number a row, \`per: row\` in model.yaml: that has an interval`;
}
function settling(difference, distance, rows) {
	return `${restingOn(difference)}${rowsOrBetter(difference, distance, rows)}`;
}
const HANDFUL = 10;
function restingOn({ freedom = Number.POSITIVE_INFINITY }) {
	return freedom < HANDFUL ? "a handful of rows carry the difference, and the interval is as wide as they allow: " : "";
}
function rowsOrBetter({ value, low }, distance, rows) {
	const wanted = rowsFor({
		halfWidth: value - low,
		rows
	}, Math.abs(distance));
	if (distance === 0 || !Number.isFinite(wanted) || wanted <= rows || wanted > 1e3 * rows) return "more evaluation rows would settle it, or a better version";
	return `about ${wanted} evaluation rows would ${distance > 0 ? "settle it" : "show that it fails"}, were the difference to stay (there are ${rows}); or a better version`;
}
// src/domain/gates/better.ts
const Better = _lazy(() => union([strictObject({
	metric: ComparedMetric,
	better: literal(true)
}), strictObject({
	metric: ComparedMetric,
	"better-by": Margin
})]));
function evaluateBetter(rule, evidence) {
	const gain = "better" in rule ? 0 : rule["better-by"];
	const about = {
		gate: "better",
		about: rule.metric,
		wanted: {
			is: "above",
			value: gain
		}
	};
	if (!evidence.hasChampion) return leftOut(about);
	const comparison = evidence.of("comparison");
	if (isMissing(comparison)) return withoutEvidence(about, comparison);
	const { facts } = comparison.evidence;
	const difference = differenceOf(facts, rule.metric);
	if ("why" in difference) return {
		...about,
		...noInterval(rule.metric, difference, comparison.digest)
	};
	const { value, low, high } = difference;
	const found = {
		...about,
		observed: {
			value,
			low,
			high
		},
		evidence: comparison.digest
	};
	if (low > gain) return {
		...found,
		outcome: "passed",
		reason: "better by what is asked for"
	};
	if (high <= gain) return {
		...found,
		outcome: "failed",
		reason: low === high ? "no better than the champion" : "not better by what is asked for",
		next: "a better version"
	};
	return {
		...found,
		outcome: "inconclusive",
		reason: "the interval holds what is asked for",
		next: settling(difference, value - gain, facts.rows)
	};
}
// src/domain/gates/parts.ts
function fromParts(about, parts, evidence, { passed, none, next }) {
	const judged = parts.filter(({ outcome }) => outcome !== "left-out");
	const outcome = overall(judged.map((part) => part.outcome));
	const worst = judged.filter((part) => part.outcome === outcome);
	const [first] = worst;
	const others = worst.length > 1 ? `, and ${worst.length - 1} more` : "";
	const reason = first === void 0 ? none : outcome === "passed" ? passed : `\`${first.name}\`: ${first.reason}${others}`;
	return {
		...about,
		outcome,
		...first?.observed === void 0 ? {} : { observed: first.observed },
		reason,
		...outcome === "passed" ? {} : { next },
		evidence,
		parts: [...parts]
	};
}
// src/domain/gates/contract.ts
const ContractKept = _lazy(() => strictObject({ contract: union([literal(true), _enum(["artifact", "endpoint"])]) }));
function evaluateContract({ contract }, evidence) {
	const about = {
		gate: "contract",
		...contract === true ? {} : { about: contract },
		wanted: {
			is: "equal",
			word: "kept"
		}
	};
	const found = contract === true ? evidence.of("contract") : evidence.of("contract", {
		suits: ({ against }) => against === contract,
		named: `contract check of the ${contract}`
	});
	if (isMissing(found)) return withoutEvidence(about, found);
	return fromParts(about, found.evidence.facts.checks.map(({ check, outcome, detail }) => ({
		name: check,
		outcome: OUTCOMES[outcome],
		observed: { word: outcome },
		reason: detail ?? REASONS$1[outcome]
	})), found.digest, {
		passed: "every promise is kept",
		none: "no check has a meaning for this model",
		next: "a version that keeps it, or another promise"
	});
}
const OUTCOMES = {
	kept: "passed",
	broken: "failed",
	"not-asked": "left-out"
};
const REASONS$1 = {
	kept: "kept",
	broken: "broken",
	"not-asked": "has no meaning for this model"
};
// src/domain/gates/metric-limit.ts
const MetricLimit = _lazy(() => union([strictObject({
	metric: AnyMetric,
	min: number()
}), strictObject({
	metric: AnyMetric,
	max: number()
})]));
function wantedBy(limit) {
	return "min" in limit ? {
		is: "at-least",
		value: limit.min
	} : {
		is: "at-most",
		value: limit.max
	};
}
function holds(limit, value) {
	return "min" in limit ? value >= limit.min : value <= limit.max;
}
function evaluateMetricLimit(rule, evidence) {
	const about = {
		gate: "metric-limit",
		about: rule.metric,
		wanted: wantedBy(rule)
	};
	const evaluation = evidence.of("evaluation");
	if (isMissing(evaluation)) return withoutEvidence(about, evaluation);
	const value = metricValue(evaluation.evidence.facts, rule.metric);
	if (typeof value !== "number") return {
		...about,
		outcome: "inconclusive",
		reason: `it has no value on these rows: ${value.why}`,
		next: "choose evaluation data on which it is defined, or another metric",
		evidence: evaluation.digest
	};
	const passed = holds(rule, value);
	return {
		...about,
		outcome: passed ? "passed" : "failed",
		observed: { value },
		reason: passed ? "on the wanted side" : "on the wrong side",
		...passed ? {} : { next: "a version that reaches the limit, or a change of the policy" },
		evidence: evaluation.digest
	};
}
// src/domain/gates/custom.ts
const CustomFinding = _lazy(() => union([
	strictObject({
		custom: UserName,
		passed: literal(true)
	}),
	strictObject({
		custom: UserName,
		value: UserName,
		min: number()
	}),
	strictObject({
		custom: UserName,
		value: UserName,
		max: number()
	})
]));
function evaluateCustom(rule, evidence) {
	const limit = "passed" in rule ? void 0 : "min" in rule ? { min: rule.min } : { max: rule.max };
	const about = {
		gate: "custom",
		about: "value" in rule ? `${rule.custom}, ${rule.value}` : rule.custom,
		wanted: limit === void 0 ? {
			is: "equal",
			word: "passed"
		} : wantedBy(limit)
	};
	const found = evidence.of("custom", {
		suits: ({ name }) => name === rule.custom,
		named: `custom measurement \`${rule.custom}\``
	});
	if (isMissing(found)) return withoutEvidence(about, found);
	const { passed, values, note } = found.evidence.facts;
	const answer = "value" in rule ? ownValue(values, rule.value) : passed;
	if (answer === void 0) return {
		...about,
		outcome: "inconclusive",
		reason: "value" in rule ? `it holds no value \`${rule.value}\`` : "it does not say whether it passed",
		next: "measure it with what the gate reads, or name another value",
		evidence: found.digest
	};
	const good = typeof answer === "number" ? limit !== void 0 && holds(limit, answer) : answer;
	const said = note === void 0 ? "" : `: ${note}`;
	return {
		...about,
		outcome: good ? "passed" : "failed",
		observed: typeof answer === "number" ? { value: answer } : { word: answer ? "passed" : "failed" },
		reason: `${good ? "as wanted" : "not as wanted"}${said}`,
		...good ? {} : { next: "a version with which it comes out otherwise" },
		evidence: found.digest
	};
}
function ownValue(values, name) {
	return values !== void 0 && Object.hasOwn(values, name) ? values[name] : void 0;
}
// src/domain/evidence/level.ts
const LEVEL = .05;
// src/domain/gates/data.ts
const Share = number().check(_gte(0), _lte(1));
const DataDemands = _lazy(() => {
	const demands = strictObject({
		columns: optional(_enum(["kept", "same"])),
		"null-rate-up-by": optional(Share),
		"distance-at-most": optional(Share),
		"min-rows": optional(int().check(_gte(1)))
	});
	return strictObject({ data: demands.check(refine((given) => Object.keys(given).length > 0, { error: `a mapping with at least one of ${Object.keys(demands.shape).join(", ")}` })) });
});
function evaluateData({ data: demands }, evidence) {
	const about = {
		gate: "data",
		about: Object.keys(demands).join(", "),
		wanted: {
			is: "equal",
			word: "as demanded"
		}
	};
	if (!evidence.hasChampion) return leftOut(about);
	const found = evidence.of("data");
	if (isMissing(found)) return withoutEvidence(about, found);
	return fromParts(about, [...partsOf(demands, found.evidence.facts)], found.digest, {
		passed: "the training data is as demanded, beside the champion's",
		none: "the evidence names no column",
		next: "other training data, or a change of the policy"
	});
}
function* partsOf(demands, facts) {
	const { columns, "null-rate-up-by": nullRise, "distance-at-most": distance, "min-rows": leastRows } = demands;
	if (leastRows !== void 0) {
		const { rows } = facts.challenger;
		const observed = {
			value: rows,
			unit: "count"
		};
		yield part("rows", rows >= leastRows, `${rows} rows, and ${leastRows} are asked for`, observed);
	}
	if (columns !== void 0) {
		const barred = columns === "kept" ? ["removed", "type"] : [
			"removed",
			"type",
			"added"
		];
		yield* overColumns("columns", facts.columns, (column) => barred.includes(column.change) ? CHANGED[column.change] : void 0);
	}
	if (nullRise !== void 0) yield* missingParts(nullRise, facts.columns);
	if (distance !== void 0) yield* distanceParts(distance, facts.columns);
}
function* missingParts(allowed, columns) {
	const risen = columns.flatMap(({ column, "null-rate": rates, missing }) => rates !== void 0 && rates[1] - rates[0] > allowed ? [{
		column,
		rates,
		missing
	}] : []);
	for (const { column, rates, missing } of risen) {
		const found = `missing in ${percent(rates[0])} of rows before and in ${percent(rates[1])} now`;
		const isCertain = missing !== void 0 && missing["p-value"] < .05;
		yield {
			name: `missing values: ${column}`,
			...isCertain ? {
				outcome: "failed",
				reason: found
			} : {
				outcome: "inconclusive",
				reason: `${found}, but so few rows may differ as much by chance`
			}
		};
	}
	if (risen.length === 0 && columns.length > 0) yield part("missing values", true, `${columns.length} columns looked at`);
}
function* distanceParts(allowed, columns) {
	const shared = columns.filter(({ change }) => change === "same" || change === "moved");
	let passed = 0;
	for (const column of shared) {
		const judged = judgeDistance(allowed, column);
		if (judged === "passed") passed += 1;
		else if (judged !== "not-comparable") yield {
			name: `values: ${column.column}`,
			...judged
		};
	}
	if (passed > 0) yield part("values", true, `${passed} columns within ${allowed}`);
}
function judgeDistance(allowed, column) {
	const { distance, "p-value": pValue, "smallest-distance": smallest } = column;
	if (column["not-tested"] !== void 0) return "not-comparable";
	if (distance === void 0 || pValue === void 0 || smallest === void 0) return {
		outcome: "inconclusive",
		reason: "nobody compared its values"
	};
	const isFar = distance > allowed;
	const moved = `its values moved by ${Number(distance.toPrecision(3))}, and ${allowed} is allowed`;
	if (isFar && pValue < .05) return {
		outcome: "failed",
		reason: moved
	};
	if (isFar) return {
		outcome: "inconclusive",
		reason: `${moved}, but so few rows may differ as much by chance`
	};
	if (smallest > allowed) return {
		outcome: "inconclusive",
		reason: `so few rows show no distance below ${Number(smallest.toPrecision(3))}, and ${allowed} is allowed`
	};
	return "passed";
}
const CHANGED = {
	removed: "the column was removed",
	added: "the column was added",
	type: "the column has another type",
	moved: "its values moved",
	same: "as before"
};
function* overColumns(demand, columns, amiss) {
	const failed = columns.flatMap((column) => {
		const why = amiss(column);
		return why === void 0 ? [] : [part(`${demand}: ${column.column}`, false, why)];
	});
	yield* failed;
	if (failed.length === 0 && columns.length > 0) yield part(demand, true, `${columns.length} columns looked at`);
}
function part(name, passed, reason, observed) {
	return {
		name,
		outcome: passed ? "passed" : "failed",
		...observed === void 0 ? {} : { observed },
		reason
	};
}
function percent(share) {
	return `${Number((share * 100).toFixed(1))} %`;
}
// src/domain/gates/fairness.ts
const DIFFERENCES = FAIRNESS_MEASURES.filter((measure) => measure !== "demographic-parity-ratio");
const FairnessLimit = _lazy(() => union([strictObject({
	fairness: _enum(DIFFERENCES),
	max: number().check(_gte(0), _lte(1)),
	by: Columns
}), strictObject({
	fairness: literal("demographic-parity-ratio"),
	min: number().check(_gte(0), _lte(1)),
	by: Columns
})]));
function evaluateFairness(rule, evidence) {
	const limit = "max" in rule ? { max: rule.max } : { min: rule.min };
	const about = {
		gate: "fairness",
		about: rule.fairness,
		wanted: wantedBy(limit)
	};
	const found = evidence.of("fairness");
	if (isMissing(found)) return withoutEvidence(about, found);
	return fromParts(about, rule.by.map((column) => {
		const measured = measureBy(found.evidence.facts, column, rule.fairness);
		if ("why" in measured) return {
			name: column,
			outcome: "inconclusive",
			reason: measured.why
		};
		const { challenger, small } = measured;
		const [against, inFavour] = "max" in limit ? [challenger.high, challenger.low] : [challenger.low, challenger.high];
		const observed = {
			value: challenger.value,
			low: challenger.low,
			high: challenger.high
		};
		if (holds(limit, against)) return {
			name: column,
			outcome: "passed",
			observed,
			reason: `its interval keeps the limit${small}`
		};
		return holds(limit, inFavour) ? {
			name: column,
			outcome: "inconclusive",
			observed,
			reason: `its interval holds the limit${small}`
		} : {
			name: column,
			outcome: "failed",
			observed,
			reason: `its interval lies beyond the limit${small}`
		};
	}), found.digest, {
		passed: "the interval keeps the limit for every column",
		none: "nothing was judged",
		next: FAIRNESS_NEXT
	});
}
const FAIRNESS_NEXT = "a version that treats the groups more alike, or more rows of the small groups";
function measureBy(facts, column, measure) {
	const found = facts.columns.find(({ column: name }) => name === column);
	if (found === void 0) return { why: "the evidence has no groups by it: name it under `evaluate.slices`, and measure again" };
	const tooSmall = found.groups.filter(({ status }) => status === "insufficient-data");
	const small = tooSmall.length === 0 ? "" : `; without ${tooSmall.map(groupText).join(", ")}, too small to be judged`;
	const measured = found.measures.find(({ measure: name }) => name === measure);
	return measured === void 0 ? { why: `fewer than two of its groups have ${facts["least-rows"]} rows and positives each${small}` } : {
		...measured,
		small
	};
}
function groupText({ value, rows }) {
	return `${value === "" ? "the missing value" : `\`${value}\``} (${rows} rows)`;
}
// src/domain/gates/fairness-change.ts
const FairnessChange = _lazy(() => strictObject({
	fairness: _enum(FAIRNESS_MEASURES),
	"not-worse-by": Margin,
	by: Columns
}));
function evaluateFairnessChange(rule, evidence) {
	const margin = rule["not-worse-by"];
	const about = {
		gate: "fairness-change",
		about: rule.fairness,
		wanted: {
			is: "above",
			value: 0 - margin
		}
	};
	if (!evidence.hasChampion) return leftOut(about);
	const found = evidence.of("fairness");
	if (isMissing(found)) return withoutEvidence(about, found);
	const direction = rule.fairness === "demographic-parity-ratio" ? "higher" : "lower";
	return fromParts(about, rule.by.map((column) => {
		const measured = measureBy(found.evidence.facts, column, rule.fairness);
		if ("why" in measured) return {
			name: column,
			outcome: "inconclusive",
			reason: measured.why
		};
		if (measured.change === void 0) return {
			name: column,
			outcome: "inconclusive",
			reason: "it was measured without the champion"
		};
		const change = signedBy(direction, measured.change.value, measured.change);
		const verdict = verdictOf(change, margin);
		return {
			name: column,
			outcome: verdict === "worse" ? "failed" : verdict === "inconclusive" ? "inconclusive" : "passed",
			observed: { ...change },
			reason: `${REASONS[verdict]}${measured.small}`
		};
	}), found.digest, {
		passed: "the groups are treated no less alike than by the champion, within the margin",
		none: "nothing was judged",
		next: FAIRNESS_NEXT
	});
}
const REASONS = {
	better: "more alike than by the champion",
	"not-worse": "not less alike by the margin",
	worse: "less alike than by the champion, by more than the margin",
	inconclusive: "the interval holds the margin"
};
// src/domain/gates/freshness.ts
const AGEING = [
	"evaluation",
	"comparison",
	"fairness",
	"latency",
	"importance",
	"size",
	"data",
	"reproducibility",
	"contract",
	"tests"
];
const Freshness = _lazy(() => strictObject({
	freshness: _enum(AGEING),
	days: int().check(_gte(1), _lte(3650))
}));
const WITH_CHAMPION = [
	"comparison",
	"latency",
	"data"
];
const DAY_MS = 864e5;
function evaluateFreshness(rule, evidence, now) {
	const about = {
		gate: "freshness",
		about: rule.freshness,
		wanted: {
			is: "at-most",
			value: rule.days,
			unit: "days"
		}
	};
	if (!evidence.hasChampion && WITH_CHAMPION.includes(rule.freshness)) return leftOut(about);
	const found = evidence.of(rule.freshness);
	if (isMissing(found)) return withoutEvidence(about, found);
	const claimed = found.evidence.origin["started-at"];
	const ageMs = Date.parse(now) - Date.parse(claimed);
	const judged = {
		...about,
		observed: {
			value: Math.floor(Math.max(0, ageMs) / DAY_MS * 10) / 10,
			unit: "days"
		},
		evidence: found.digest
	};
	if (ageMs < -864e5) return {
		...judged,
		outcome: "inconclusive",
		reason: `it says that it was measured at ${claimed}, which is yet to come`,
		next: "set the clock of the machine that measures, and measure again"
	};
	return ageMs <= rule.days * DAY_MS ? {
		...judged,
		outcome: "passed",
		reason: "fresh enough by what its origin claims"
	} : {
		...judged,
		outcome: "failed",
		reason: "too old",
		next: "measure it again"
	};
}
// src/domain/stats/multiple-testing.ts
function benjaminiHochberg(pValues) {
	const adjusted = new Array(pValues.length);
	let least = 1;
	for (const [rank, index] of ascending(pValues).entries().toArray().reverse()) {
		least = Math.min(least, pValues[index] * (pValues.length / (rank + 1)));
		adjusted[index] = least;
	}
	return adjusted;
}
function holm(pValues) {
	const adjusted = new Array(pValues.length);
	let greatest = 0;
	for (const [rank, index] of ascending(pValues).entries()) {
		greatest = Math.max(greatest, Math.min(1, pValues[index] * (pValues.length - rank)));
		adjusted[index] = greatest;
	}
	return adjusted;
}
function ascending(pValues) {
	const odd = pValues.find((value) => !(value >= 0 && value <= 1));
	if (odd !== void 0) throw new ModelyardError({
		code: "bad-input",
		message: `${odd} is no p-value`,
		next: "give numbers from 0 to 1"
	});
	return pValues.map((_, index) => index).sort((a, b) => pValues[a] - pValues[b]);
}
const Z_975 = 1.959963984540054;
function tailsOf({ value, low, high }, margin) {
	return {
		worse: tail(value + margin, Math.max(0, value - low) / Z_975),
		notWorse: tail(-margin - value, Math.max(0, high - value) / Z_975)
	};
}
function tail(distance, standardError) {
	if (standardError === 0) return distance > 0 ? 0 : 1;
	return upperTail(distance / standardError);
}
function upperTail(z) {
	const x = Math.abs(z) / Math.SQRT2;
	const t = 1 / (1 + x / 2);
	const polynomial = CHEBYSHEV.reduceRight((sum, coefficient) => coefficient + t * sum, 0);
	const tailBeyond = t * Math.exp(-x * x + polynomial) / 2;
	return z >= 0 ? tailBeyond : 1 - tailBeyond;
}
const CHEBYSHEV = [
	-1.26551223,
	1.00002368,
	.37409196,
	.09678418,
	-.18628806,
	.27886807,
	-1.13520398,
	1.48851587,
	-.82215223,
	.17087277
];
// src/domain/gates/guardrails.ts
const Guardrails = _lazy(() => strictObject({
	guardrails: array(ComparedMetric).check(_minLength(1), _maxLength(20), refine(isDistinct, { error: "a list in which nothing stands twice" })),
	"not-worse-by": Margin
}));
function evaluateGuardrails(rule, evidence) {
	const margin = rule["not-worse-by"];
	const about = {
		gate: "guardrails",
		about: rule.guardrails.join(", "),
		wanted: {
			is: "above",
			value: 0 - margin
		}
	};
	if (!evidence.hasChampion) return leftOut(about);
	const comparison = evidence.of("comparison");
	if (isMissing(comparison)) return withoutEvidence(about, comparison);
	const differences = rule.guardrails.map((metric) => differenceOf(comparison.evidence.facts, metric));
	const tails = differences.map((found) => "why" in found ? {
		worse: 1,
		notWorse: 1
	} : tailsOf(found, margin));
	const worse = holm(tails.map(({ worse: p }) => p));
	const notWorse = holm(tails.map(({ notWorse: p }) => p));
	const parts = rule.guardrails.map((name, index) => {
		const found = differences[index];
		if (found === void 0 || "why" in found) return {
			name,
			outcome: "inconclusive",
			reason: `there is no paired interval: ${found?.why ?? ""}`
		};
		const { value, low, high } = found;
		const observed = {
			value,
			low,
			high
		};
		if (worse[index] < .025) return {
			name,
			outcome: "passed",
			observed,
			reason: "not worse by the margin"
		};
		if (notWorse[index] < .025) return {
			name,
			outcome: "failed",
			observed,
			reason: "worse than the champion by more than the margin"
		};
		return {
			name,
			outcome: "inconclusive",
			observed,
			reason: low > -margin ? `not worse by the margin by itself, but not so among ${rule.guardrails.length}` : "the interval holds the margin"
		};
	});
	return fromParts(about, parts, comparison.digest, {
		passed: `none is worse by the margin, by Holm's adjustment over ${parts.length}`,
		none: "nothing was judged",
		next: "more evaluation rows, fewer guardrails, or a better version"
	});
}
function isDistinct(names) {
	return new Set(names).size === names.length;
}
// src/domain/gates/latency.ts
const Percentage = _lazy(() => union([string().check(_regex(/^\d{1,3}(?:\.\d{1,3})?%$/, { error: "a percentage like 20%, or a share like 0.2" })), number().check(_gte(0), _lte(5))]));
function shareOf(percentage) {
	return typeof percentage === "number" ? percentage : Number.parseFloat(percentage) / 100;
}
const LatencyRatio = _lazy(() => strictObject({
	latency: _enum(["p50", "p95"]),
	"not-slower-by": Percentage
}));
function evaluateLatency(rule, evidence) {
	const most = Number((1 + shareOf(rule["not-slower-by"])).toFixed(6));
	const about = {
		gate: "latency",
		about: rule.latency,
		wanted: {
			is: "at-most",
			value: most,
			unit: "ratio"
		}
	};
	if (!evidence.hasChampion) return leftOut(about);
	const found = evidence.of("latency");
	if (isMissing(found)) return withoutEvidence(about, found);
	const { facts } = found.evidence;
	const { value, low, high } = facts.quantiles[rule.latency].ratio;
	const same = facts["same-against-same"][rule.latency];
	const judged = {
		...about,
		observed: {
			value,
			low,
			high,
			unit: "ratio"
		},
		evidence: found.digest
	};
	if (same.high > most || same.low < 1 / most) return {
		...judged,
		outcome: "inconclusive",
		reason: `the runner is too noisy: the champion against itself showed a ratio between ${same.low.toFixed(2)} and ${same.high.toFixed(2)}`,
		next: "measure on a quieter machine or with more requests, or allow more"
	};
	if (high <= most) return {
		...judged,
		outcome: "passed",
		reason: "not slower by the margin"
	};
	if (low > most) return {
		...judged,
		outcome: "failed",
		reason: "slower by more than the margin",
		next: "a faster version"
	};
	return {
		...judged,
		outcome: "inconclusive",
		reason: "the interval holds the margin",
		next: "more requests would settle it, or a faster version"
	};
}
// src/domain/gates/reproducible.ts
const Reproducible = _lazy(() => union([strictObject({ reproducible: literal(true) }), strictObject({
	reproducible: literal("same-predictions"),
	tolerance: optional(number().check(_gte(0)))
})]));
function evaluateReproducible(rule, evidence) {
	const wanted = rule.reproducible === true ? "same-bytes" : "same-predictions";
	const about = {
		gate: "reproducible",
		wanted: {
			is: "equal",
			word: wanted
		}
	};
	const found = evidence.of("reproducibility");
	if (isMissing(found)) return withoutEvidence(about, found);
	const { facts } = found.evidence;
	const judged = {
		...about,
		observed: { word: facts.finding },
		evidence: found.digest
	};
	if (facts.finding === "same-bytes") return {
		...judged,
		outcome: "passed",
		reason: "training again gave the same bytes"
	};
	if (wanted === "same-bytes") {
		const again = facts.finding === "same-predictions" ? "training again gave other bytes that predict the same" : "training again gave another model";
		return {
			...judged,
			outcome: "failed",
			reason: again,
			next: facts.finding === "same-predictions" ? "a training that is the same each time, or `reproducible: same-predictions`" : "a training that takes every random choice from the seed"
		};
	}
	return {
		...judged,
		...byTolerance(facts, "tolerance" in rule ? rule.tolerance : void 0)
	};
}
function byTolerance({ finding, tolerance: measured, "largest-difference": largest }, asked) {
	const next = "a training that takes every random choice from the seed";
	if (asked === void 0) {
		const within = measured === void 0 ? "" : `, within ${measured}`;
		return finding === "same-predictions" ? {
			outcome: "passed",
			reason: `training again gave the same predictions${within}`
		} : {
			outcome: "failed",
			reason: "training again gave other predictions",
			next
		};
	}
	if (largest === void 0) return {
		outcome: "inconclusive",
		reason: "the evidence does not say how far predictions lie apart",
		next: "measure it again: modelyard reproduce"
	};
	return largest <= asked ? {
		outcome: "passed",
		reason: `no prediction differs by more than ${asked}`
	} : {
		outcome: "failed",
		reason: `predictions differ by up to ${largest}, and ${asked} is allowed`,
		next
	};
}
// src/domain/gates/size.ts
const UNITS = {
	B: 1,
	kB: 1e3,
	MB: 1e6,
	GB: 1e9,
	KiB: 1024,
	MiB: 2 ** 20,
	GiB: 2 ** 30
};
const BYTES = /^(\d+(?:\.\d+)?) ?(B|kB|MB|GB|KiB|MiB|GiB)$/;
const SizeLimit = _lazy(() => strictObject({ size: strictObject({ max: union([string().check(_regex(BYTES, { error: "a size like 50MB, 1.5GB or 64MiB" })), int().check(_gte(1))]) }) }));
function evaluateSize({ size: { max } }, evidence) {
	const limit = bytesOf(max);
	const about = {
		gate: "size",
		wanted: {
			is: "at-most",
			value: limit,
			unit: "bytes"
		}
	};
	const found = evidence.of("size");
	if (isMissing(found)) return withoutEvidence(about, found);
	const { bytes } = found.evidence.facts;
	const passed = bytes <= limit;
	return {
		...about,
		outcome: passed ? "passed" : "failed",
		observed: {
			value: bytes,
			unit: "bytes"
		},
		reason: passed ? "small enough" : "too large",
		...passed ? {} : { next: "a smaller artifact, or a change of the policy" },
		evidence: found.digest
	};
}
function bytesOf(size) {
	if (typeof size === "number") return size;
	const [, amount = "", unit = "B"] = BYTES.exec(size) ?? [];
	return Math.floor(Number(amount) * UNITS[unit]);
}
// src/domain/gates/slice-limit.ts
const slices = {
	slices: AnyMetric,
	by: Columns,
	"min-rows": optional(LeastRows)
};
const SliceLimit = _lazy(() => union([strictObject({
	...slices,
	min: number()
}), strictObject({
	...slices,
	max: number()
})]));
function evaluateSliceLimit(rule, evidence) {
	const about = {
		gate: "slice-limit",
		about: rule.slices,
		wanted: wantedBy(rule)
	};
	const evaluation = evidence.of("evaluation");
	if (isMissing(evaluation)) return withoutEvidence(about, evaluation);
	const leastRows = rule["min-rows"] ?? 50;
	return fromParts(about, slicesBy(rule.by, evaluation.evidence.facts.slices, leastRows, (slice) => {
		const name = sliceTitle(slice);
		const value = metricValue(slice, rule.slices);
		if (typeof value !== "number") return {
			name,
			outcome: "inconclusive",
			reason: `it has no value there: ${value.why}`
		};
		return holds(rule, value) ? {
			name,
			outcome: "passed",
			observed: { value },
			reason: "on the wanted side"
		} : {
			name,
			outcome: "failed",
			observed: { value },
			reason: "on the wrong side"
		};
	}), evaluation.digest, {
		passed: "every slice is on the wanted side",
		none: `no slice has ${leastRows} rows`,
		next: "a version that reaches the limit there, rows for what is too small, or a change of the policy"
	});
}
function slicesBy(columns, slices, leastRows, judge) {
	return columns.flatMap((column) => {
		const found = (slices ?? []).filter((slice) => slice.column === column);
		if (found.length === 0) return [{
			name: column,
			outcome: "inconclusive",
			reason: "the evidence has no slices by it: name it under `evaluate.slices`, and measure again"
		}];
		return found.map((slice) => slice.rows < leastRows ? {
			name: sliceTitle(slice),
			outcome: "left-out",
			reason: `too small to be judged: ${slice.rows} of ${leastRows} rows`
		} : judge(slice));
	});
}
// src/domain/gates/slice-not-worse.ts
const SliceNotWorse = _lazy(() => strictObject({
	slices: ComparedMetric,
	"not-worse-by": Margin,
	by: Columns,
	"min-rows": optional(LeastRows)
}));
function evaluateSliceNotWorse(rule, evidence) {
	const margin = rule["not-worse-by"];
	const about = {
		gate: "slice-not-worse",
		about: rule.slices,
		wanted: {
			is: "above",
			value: 0 - margin
		}
	};
	if (!evidence.hasChampion) return leftOut(about);
	const comparison = evidence.of("comparison");
	if (isMissing(comparison)) return withoutEvidence(about, comparison);
	const leastRows = rule["min-rows"] ?? 50;
	const slices = comparison.evidence.facts.slices ?? [];
	const lost = lossesAmong(slices.filter(({ column, rows }) => rule.by.includes(column) && rows >= leastRows), rule.slices, margin);
	return fromParts(about, slicesBy(rule.by, slices, leastRows, (slice) => {
		const name = sliceTitle(slice);
		const found = differenceOf(slice, rule.slices);
		if ("why" in found) return {
			name,
			outcome: "inconclusive",
			reason: `there is no paired interval: ${found.why}`
		};
		const { value, low, high } = found;
		const judged = {
			name,
			observed: {
				value,
				low,
				high
			}
		};
		if (low > -margin) return {
			...judged,
			outcome: "passed",
			reason: "not worse by the margin"
		};
		if (lost.has(slice)) return {
			...judged,
			outcome: "failed",
			reason: "worse by more than the margin"
		};
		return {
			...judged,
			outcome: "inconclusive",
			reason: "the interval holds the margin"
		};
	}), comparison.digest, {
		passed: "no slice is worse by the margin",
		none: `no slice has ${leastRows} rows`,
		next: "a version that is better there, more rows of it, or a wider margin"
	});
}
function lossesAmong(slices, metric, margin) {
	const judged = slices.flatMap((slice) => {
		const found = differenceOf(slice, metric);
		return "why" in found ? [] : [{
			slice,
			p: tailsOf(found, margin).notWorse
		}];
	});
	const adjusted = holm(judged.map(({ p }) => p));
	return new Set(judged.flatMap(({ slice }, index) => adjusted[index] < .025 ? [slice] : []));
}
// src/domain/gates/tests.ts
const TestsPassed = _lazy(() => strictObject({ tests: union([literal(true), strictObject({ "at-least": int().check(_gte(1)) })]) }));
function evaluateTests({ tests }, evidence) {
	const least = tests === true ? 1 : tests["at-least"];
	const about = {
		gate: "tests",
		wanted: {
			is: "at-least",
			value: least,
			unit: "count"
		}
	};
	const found = evidence.of("tests");
	if (isMissing(found)) return withoutEvidence(about, found);
	const { passed, failed, errors, skipped, failures } = found.evidence.facts;
	const judged = {
		...about,
		observed: {
			value: passed,
			unit: "count"
		},
		evidence: found.digest,
		...failures.length === 0 ? {} : { parts: failures.map(({ name, message }) => ({
			name,
			outcome: "failed",
			reason: message
		})) }
	};
	if (failed + errors > 0) return {
		...judged,
		outcome: "failed",
		reason: `${failed} failed and ${errors} broke off, beside ${passed} that passed`,
		next: "a version that passes them"
	};
	if (passed === 0) return {
		...judged,
		outcome: "inconclusive",
		reason: skipped > 0 ? `all ${skipped} tests were skipped` : "no test ran",
		next: "a report in which tests ran"
	};
	return passed >= least ? {
		...judged,
		outcome: "passed",
		reason: "no test failed"
	} : {
		...judged,
		outcome: "failed",
		reason: "too few tests ran",
		next: "more tests, or a change of the policy"
	};
}
// src/domain/gates/rule.ts
const GateRule = union([
	MetricLimit,
	NotWorse,
	Better,
	Guardrails,
	SliceLimit,
	SliceNotWorse,
	FairnessLimit,
	FairnessChange,
	LatencyRatio,
	SizeLimit,
	Reproducible,
	ContractKept,
	DataDemands,
	TestsPassed,
	CustomFinding,
	Freshness
]);
function metricsNamedIn(rule) {
	if ("metric" in rule) return [{
		keys: ["metric"],
		metric: rule.metric
	}];
	if ("slices" in rule) return [{
		keys: ["slices"],
		metric: rule.slices
	}];
	if ("guardrails" in rule) return rule.guardrails.map((metric, index) => ({
		keys: ["guardrails", index],
		metric
	}));
	return [];
}
function marginsIn(rule) {
	if (!("not-worse-by" in rule)) return [];
	const margin = rule["not-worse-by"];
	if ("guardrails" in rule) return rule.guardrails.map((metric) => ({
		metric,
		margin
	}));
	return "metric" in rule ? [{
		metric: rule.metric,
		margin
	}] : [];
}
// src/domain/registry/policy.ts
const Owner = string().check(_regex(/^@[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:\/[A-Za-z0-9._-]{1,100})?$/, { error: "a person or a team like @octocat or @acme/ml-leads" }));
const ApprovalRule = strictObject({
	required: int().check(_gte(0), _lte(20), describe("How many approvals are needed.")),
	from: optional(array(Owner).check(_minLength(1))),
	"not-author": optional(boolean())
});
const StagePolicy = strictObject({
	gates: optional(array(GateRule).check(_maxLength(100))),
	defaults: optional(boolean()),
	approvals: optional(union([ApprovalRule, literal("by-hand")])),
	rollback: optional(strictObject({ approvals: ApprovalRule })),
	"max-versions": optional(int().check(_gte(1), _lte(100)))
});
function effectivePolicy(own, floor) {
	const sources = [[floor, "floor"], [own, "model"]];
	const approvals = sources.flatMap(([policy, source]) => policy?.approvals === void 0 || policy.approvals === "by-hand" ? [] : [{
		rule: policy.approvals,
		source
	}]);
	const byHand = approvals.length === 0 && sources.some(([policy]) => policy?.approvals === "by-hand");
	const rollback = sources.flatMap(([policy, source]) => policy?.rollback === void 0 ? [] : [{
		rule: policy.rollback.approvals,
		source
	}]);
	return {
		gates: sources.flatMap(([policy, source]) => (policy?.gates ?? []).map((rule) => ({
			rule,
			source
		}))),
		defaults: floor?.defaults === true || own?.defaults !== false,
		approvals,
		rollbackApprovals: rollback.length > 0 || byHand ? rollback : [defaultRollbackRule(approvals)],
		byHand,
		maxVersions: Math.min(own?.["max-versions"] ?? floor?.["max-versions"] ?? 1, floor?.["max-versions"] ?? Infinity),
		ownPolicy: own !== void 0
	};
}
function defaultRollbackRule(approvals) {
	const named = approvals.flatMap(({ rule }) => rule.from ?? []);
	const source = approvals[0]?.source ?? "model";
	return {
		rule: named.length > 0 ? {
			required: 1,
			from: [...new Set(named)]
		} : { required: 1 },
		source
	};
}
export { twoDigitsUp as A, evaluateContract as C, resolutionOfComparison as D, resolutionOf as E, withoutEvidence as F, metricValue as M, isMissing as N, resolutionOfEvaluation as O, leftOut as P, evaluateMetricLimit as S, evaluateNotWorse as T, evaluateFairnessChange as _, marginsIn as a, LEVEL as b, evaluateSliceNotWorse as c, evaluateReproducible as d, Percentage as f, evaluateFreshness as g, benjaminiHochberg as h, effectivePolicy as i, differenceOf as j, rowsFor as k, evaluateSliceLimit as l, evaluateGuardrails as m, Owner as n, metricsNamedIn as o, evaluateLatency as p, StagePolicy as r, evaluateTests as s, ApprovalRule as t, evaluateSize as u, evaluateFairness as v, evaluateBetter as w, evaluateCustom as x, evaluateData as y };
