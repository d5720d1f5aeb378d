import { F as _minLength, P as _maxLength, f as int, k as _gte, l as describe, n as _default, s as boolean, w as string, y as optional } from "./schemas.mjs";
import { t as Moment } from "./window.mjs";
import { n as ModelName } from "./names.mjs";
// src/commands/inputs.ts
const model = ModelName;
const version = string().check(_minLength(1), _maxLength(200), describe("A number, an alias, a stage or `latest`; with @2026-10-01 as it stood then."));
_default(string().check(_minLength(1), _maxLength(300)), "HEAD");
int().check(_gte(1), describe("The number of the issue of an alert; in a comment that of its issue."));
optional(string().check(_minLength(1), _maxLength(1e4))), _default(boolean(), false), optional(string().check(_minLength(1), _maxLength(1e4))), _default(boolean(), false);
optional(string().check(_minLength(1), _maxLength(4e3)));
const metrics = optional(string().check(_minLength(1), _maxLength(4e3)));
const predictions = optional(string().check(_minLength(1), _maxLength(4e3)));
const measureInputs = {
	data: optional(string().check(_minLength(1), _maxLength(4e3))),
	until: optional(Moment),
	evidence: _default(boolean(), true)
};
export { version as a, predictions as i, metrics as n, model as r, measureInputs as t };
