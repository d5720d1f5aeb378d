import { r as _enum } from "./schemas.mjs";
// src/domain/gates/outcome.ts
const Outcome = _enum([
	"passed",
	"failed",
	"inconclusive"
]);
const WORST = [
	"failed",
	"inconclusive",
	"passed"
];
function overall(outcomes) {
	return WORST.find((outcome) => outcomes.includes(outcome)) ?? "inconclusive";
}
export { overall as n, Outcome as t };
