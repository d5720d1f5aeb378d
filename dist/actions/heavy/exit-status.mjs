import { l as exitStatusOfOutcome } from "./run.mjs";
// src/domain/results/exit-status.ts
const PUT_BEFORE_PEOPLE = [
	"proposed",
	"unchanged",
	"left"
];
function exitStatusOfResult(result) {
	if (result.kind === "registration" && (result.candidate === "draft" || result.candidate === "closed") && PUT_BEFORE_PEOPLE.includes(result.status)) return 0;
	return exitStatusOfOutcome("outcome" in result ? result.outcome : void 0);
}
export { exitStatusOfResult as t };
