import { C as strictObject, F as _minLength, P as _maxLength, f as int, g as number, k as _gte, l as describe, o as array, p as literal, s as boolean, w as string, y as optional } from "./schemas.mjs";
import { l as Timestamp } from "./names.mjs";
// src/domain/alerts/state.ts
const Count = int().check(_gte(0));
const Run = strictObject({
	id: Count,
	attempt: int().check(_gte(1))
});
const Item = strictObject({
	name: string().check(_maxLength(200)),
	since: Timestamp,
	size: number().check(_gte(0), describe("As it was found last.")),
	told: number().check(_gte(0), describe("The worst that people were told of; 0 where nobody was told yet.")),
	bad: boolean()
});
const Login = string().check(_minLength(1), _maxLength(100));
const AlertState = strictObject({
	schema: literal(1),
	since: Timestamp,
	run: Run,
	good: Count,
	items: array(Item),
	cut: optional(literal(true)),
	"recovered-at": optional(Timestamp),
	snoozed: optional(strictObject({
		by: Login,
		until: Timestamp
	})),
	acknowledged: optional(strictObject({
		by: Login,
		at: Timestamp
	})),
	follows: optional(int().check(_gte(1)))
});
export { AlertState as t };
