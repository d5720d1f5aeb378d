import { C as strictObject, p as literal, w as string, y as optional } from "./schemas.mjs";
import { c as Contract } from "./tests.mjs";
import { t as Outcome } from "./outcome.mjs";
import { i as Side, r as Measured } from "./measurement2.mjs";
// src/domain/results/contract.ts
const ContractResult = strictObject({
	kind: literal("contract"),
	outcome: Outcome,
	version: Side,
	champion: optional(Side),
	url: optional(string()),
	facts: Contract,
	...Measured
});
export { ContractResult };
