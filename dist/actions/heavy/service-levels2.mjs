import { C as strictObject, b as partialRecord, f as int, k as _gte, o as array, p as literal, r as _enum, u as discriminatedUnion, w as string, y as optional } from "./schemas.mjs";
import { t as Outcome } from "./outcome.mjs";
import { l as Timestamp, n as ModelName, o as Sha256 } from "./names.mjs";
import { n as TIME_UNITS } from "./sla-service-keys.mjs";
import { t as ServiceLevel } from "./level.mjs";
// src/domain/service/unreadable.ts
const UNREADABLE = [
	"no-json",
	"no-time",
	"no-duration",
	"no-status",
	"no-request"
];
// src/domain/results/service-levels.ts
const Count = int().check(_gte(0));
const RequestFile = strictObject({
	is: _enum(["logs", "samples"]),
	uri: string(),
	sha256: Sha256,
	lines: Count,
	requests: Count,
	outside: Count,
	unreadable: partialRecord(_enum(UNREADABLE), int().check(_gte(1))),
	fields: strictObject({
		time: optional(string()),
		duration: optional(strictObject({
			name: string(),
			unit: _enum(TIME_UNITS)
		})),
		status: optional(string())
	})
});
const ServiceLevelsResult = strictObject({
	kind: literal("service-levels"),
	model: ModelName,
	outcome: Outcome,
	window: optional(strictObject({
		from: Timestamp,
		until: Timestamp
	})),
	source: optional(discriminatedUnion("is", [RequestFile, strictObject({
		is: literal("prometheus"),
		server: string()
	})])),
	business: optional(strictObject({
		uri: string(),
		sha256: Sha256,
		rows: Count,
		outside: Count,
		unreadable: Count
	})),
	levels: array(ServiceLevel),
	remarks: array(string()),
	next: array(string())
});
export { ServiceLevelsResult };
