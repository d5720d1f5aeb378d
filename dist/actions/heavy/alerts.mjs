import { C as strictObject, f as int, k as _gte, o as array, p as literal, r as _enum, s as boolean, w as string, y as optional } from "./schemas.mjs";
import { t as ALERT_KINDS } from "./finding.mjs";
import { n as MonitorRun } from "./run-record.mjs";
import { l as Timestamp, n as ModelName } from "./names.mjs";
// src/domain/results/alerts.ts
const AlertChange = strictObject({
	kind: _enum(ALERT_KINDS),
	finding: _enum([
		"bad",
		"good",
		"unknown"
	]),
	bad: array(strictObject({
		name: string(),
		since: optional(Timestamp)
	})),
	change: _enum([
		"none",
		"open",
		"update",
		"close",
		"reopen",
		"not-asked"
	]),
	issue: optional(strictObject({
		number: int().check(_gte(1)),
		url: string(),
		open: boolean()
	}))
});
const AlertsResult = strictObject({
	kind: literal("alerts"),
	model: ModelName,
	at: Timestamp,
	run: MonitorRun.shape.run,
	record: strictObject({
		branch: string(),
		path: string(),
		is: _enum(["written", "there"])
	}),
	alerts: array(AlertChange),
	week: optional(strictObject({
		week: string(),
		change: _enum([
			"none",
			"open",
			"update"
		])
	})),
	remarks: array(string()),
	next: array(string())
});
export { AlertsResult };
