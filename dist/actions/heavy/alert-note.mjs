import { C as strictObject, f as int, k as _gte, o as array, p as literal, r as _enum, w as string } from "./schemas.mjs";
import { t as ALERT_KINDS } from "./finding.mjs";
import { t as AlertState } from "./state.mjs";
import { n as ModelName } from "./names.mjs";
// src/domain/results/alert-note.ts
const AlertNoteResult = strictObject({
	kind: literal("alert-note"),
	model: ModelName,
	alert: strictObject({
		kind: _enum(ALERT_KINDS),
		issue: int().check(_gte(1)),
		url: string()
	}),
	snoozed: AlertState.shape.snoozed,
	acknowledged: AlertState.shape.acknowledged,
	remarks: array(string()),
	next: array(string())
});
export { AlertNoteResult };
