import { C as strictObject, E as tuple, F as _minLength, N as _lte, O as _gt, P as _maxLength, d as extend, f as int, g as number, k as _gte, l as describe, o as array, p as literal, r as _enum, s as boolean, w as string, x as record, y as optional } from "./schemas.mjs";
import { o as Sha256, r as ObjectId, u as UserName } from "./names.mjs";
import { c as FAIRNESS_MEASURES, r as METRIC_NAMES } from "./metric-catalogue.mjs";
import { t as sorted } from "./sorted.mjs";
import { i as Setting } from "./comparison.mjs";
// src/domain/evidence/latency.ts
const Positive = number().check(_gt(0));
const Ratio = strictObject({
	value: Positive,
	low: Positive,
	high: Positive
});
const Compared = strictObject({
	"champion-ms": Positive,
	"challenger-ms": Positive,
	ratio: Ratio
});
const each = (schema) => strictObject({
	p50: schema,
	p95: schema,
	p99: schema
});
const Latency = strictObject({
	"rows-per-request": int().check(_gte(1)),
	pairs: int().check(_gte(1)),
	"warm-up": int().check(_gte(0)),
	blocks: int().check(_gte(1)),
	seed: int().check(_gte(0)),
	"same-against-same": each(Ratio),
	quantiles: each(Compared)
});
// src/domain/evidence/contract.ts
const ContractCheck = strictObject({
	check: string().check(_maxLength(100)),
	outcome: _enum([
		"kept",
		"broken",
		"not-asked"
	]),
	probes: int().check(_gte(0)),
	detail: optional(string().check(_maxLength(500)))
});
const Contract = strictObject({
	against: _enum(["artifact", "endpoint"]),
	protocol: optional(_enum(["rows", "v2"])),
	inputs: int().check(_gte(0)),
	probes: int().check(_gte(0)),
	checks: array(ContractCheck).check(_minLength(1), _maxLength(100))
});
// src/domain/evidence/fairness.ts
const Share = number().check(_gte(0), _lte(1));
const Count$2 = int().check(_gte(0));
const Rates = strictObject({
	"selection-rate": Share,
	"true-positive-rate": optional(Share),
	"false-positive-rate": optional(Share)
});
const FairnessGroup = strictObject({
	value: string().check(_maxLength(200)),
	rows: Count$2,
	positives: Count$2,
	status: _enum(["judged", "insufficient-data"]),
	challenger: Rates,
	champion: optional(Rates)
});
const Bounded = strictObject({
	value: number(),
	low: number(),
	high: number()
});
const MeasuredFairness = strictObject({
	measure: _enum(FAIRNESS_MEASURES),
	challenger: Bounded,
	champion: optional(Bounded),
	change: optional(Bounded)
});
const FairnessColumn = strictObject({
	column: UserName,
	groups: array(FairnessGroup).check(_maxLength(200)),
	measures: array(MeasuredFairness)
});
const Fairness = extend(Setting, {
	"least-rows": Count$2,
	columns: array(FairnessColumn).check(_maxLength(50))
});
// src/domain/evidence/other-kinds.ts
const Count$1 = int().check(_gte(0));
const Size = strictObject({
	bytes: Count$1,
	files: int().check(_gte(1))
});
const Importance = strictObject({
	metric: _enum(METRIC_NAMES),
	rows: int().check(_gte(1), describe("How many rows it was measured on.")),
	"data-rows": optional(int().check(_gte(1))),
	repeats: int().check(_gte(1), describe("How often each column was shuffled.")),
	seed: Count$1,
	value: optional(number()),
	features: array(strictObject({
		column: UserName,
		loss: number(),
		low: number(),
		high: number()
	})).check(_maxLength(1e3), describe("The columns that the model reads, the most important first."))
});
const COLUMN_TESTS = [
	"kolmogorov-smirnov",
	"chi-squared",
	"fisher-mid-p"
];
const NOT_TESTED = ["no-values", "many-words"];
const Words = strictObject({
	count: Count$1,
	first: array(string()).check(_maxLength(20))
});
const DataChange = strictObject({
	champion: strictObject({
		rows: Count$1,
		sha256: string()
	}),
	challenger: strictObject({
		rows: Count$1,
		sha256: string()
	}),
	added: Count$1,
	removed: Count$1,
	columns: array(strictObject({
		column: UserName,
		change: _enum([
			"same",
			"added",
			"removed",
			"type",
			"moved"
		]),
		"null-rate": optional(tuple([number(), number()])),
		distance: optional(number()),
		"p-value": optional(number()),
		"unadjusted-p-value": optional(number()),
		test: optional(_enum(COLUMN_TESTS)),
		"smallest-distance": optional(number()),
		"too-few-rows": optional(literal(true)),
		"not-tested": optional(_enum(NOT_TESTED)),
		"no-numbers": optional(tuple([Count$1, Count$1])),
		"new-words": optional(Words),
		"gone-words": optional(Words),
		missing: optional(strictObject({
			"p-value": number(),
			"unadjusted-p-value": number(),
			moved: boolean()
		}))
	})).check(_maxLength(5e3))
});
const Custom = strictObject({
	name: UserName,
	passed: optional(boolean()),
	values: optional(sorted(record(UserName, number()))),
	note: optional(string().check(_maxLength(2e3)))
});
// src/domain/evidence/reproducibility.ts
const Reproducibility = strictObject({
	finding: _enum([
		"same-bytes",
		"same-predictions",
		"different"
	]),
	commit: ObjectId,
	data: Sha256,
	seed: int(),
	artifacts: array(Sha256).check(_minLength(2), _maxLength(10), describe("The registered one, then that of each training.")),
	rows: optional(int().check(_gte(1))),
	tolerance: optional(number().check(_gte(0))),
	"compared-on": optional(Sha256),
	"largest-difference": optional(number().check(_gte(0))),
	"rows-beyond": optional(int().check(_gte(0))),
	why: optional(string().check(_maxLength(500)))
});
// src/domain/evidence/tests.ts
const Count = int().check(_gte(0));
const Tests = strictObject({
	format: _enum([
		"junit",
		"tap",
		"pytest"
	]),
	report: string().check(_maxLength(64), describe("SHA-256 of the report.")),
	passed: Count,
	failed: Count,
	errors: Count,
	skipped: Count,
	seconds: optional(number().check(_gte(0))),
	failures: array(strictObject({
		name: string().check(_maxLength(300)),
		message: string().check(_maxLength(500))
	})).check(_maxLength(20), describe("The first of those that failed."))
});
export { Importance as a, Contract as c, DataChange as i, Latency as l, Reproducibility as n, Size as o, Custom as r, Fairness as s, Tests as t };
