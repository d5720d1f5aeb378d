import { C as strictObject, d as extend, f as int, g as number, h as nullable, k as _gte, o as array, p as literal, r as _enum, s as boolean, v as omit, w as string, y as optional } from "./schemas.mjs";
import { n as MonitorRun } from "./run-record.mjs";
import { l as Timestamp, n as ModelName, r as ObjectId } from "./names.mjs";
const Trend = strictObject({
	of: _enum([
		"drift",
		"performance",
		"business",
		"operations"
	]),
	name: string(),
	from: Timestamp,
	to: Timestamp,
	values: array(nullable(number())),
	limit: optional(number())
});
// src/domain/results/monitor-history.ts
const Drifting = strictObject({
	feature: string(),
	since: Timestamp,
	confirmed: boolean()
});
const Runs = int().check(_gte(1));
const MonitorHistoryResult = strictObject({
	kind: literal("monitor-history"),
	model: ModelName,
	commit: ObjectId,
	"as-of": optional(string()),
	confirm: strictObject({
		runs: Runs,
		of: Runs
	}),
	runs: array(extend(omit(MonitorRun, {
		schema: true,
		model: true
	}), { drifting: array(Drifting) })),
	"runs-in-all": int(),
	trends: array(Trend),
	remarks: array(string())
});
export { MonitorHistoryResult };
