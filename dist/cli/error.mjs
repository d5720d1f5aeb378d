// src/domain/errors/error.ts
/**
* What each code asks of the reader: `fix` — the input, a file or the machine has to change; `retry` — the same
* command may work later; `stop` — somebody interrupted it; `bug` — ours, please report it.
*/
const ERROR_CODES = {
	"bad-input": "fix",
	"unknown-command": "fix",
	"unknown-model": "fix",
	"unknown-version": "fix",
	"unknown-name": "fix",
	"bad-yaml": "fix",
	"bad-json": "fix",
	"bad-file": "fix",
	"too-large": "fix",
	"newer-schema": "fix",
	"path-escape": "fix",
	"no-registry": "fix",
	"no-repository": "fix",
	"no-commit": "fix",
	"no-identity": "fix",
	"dirty-tree": "fix",
	"detached-head": "fix",
	"merge-under-way": "fix",
	"shallow-clone": "fix",
	"bad-artifact": "fix",
	"not-runnable": "fix",
	"digest-mismatch": "fix",
	"bad-data": "fix",
	"missing-engine": "fix",
	"cannot-write": "fix",
	"shape-mismatch": "fix",
	"empty-sample": "fix",
	unsupported: "fix",
	"moved-meanwhile": "retry",
	"remote-failed": "retry",
	"timed-out": "retry",
	interrupted: "stop",
	bug: "bug"
};
/** The one error that Modelyard throws on purpose. Anything else that is thrown is a bug. */
var ModelyardError = class extends Error {
	code;
	next;
	place;
	name = "ModelyardError";
	constructor(facts) {
		super(facts.message, facts.cause === void 0 ? void 0 : { cause: facts.cause });
		this.code = facts.code;
		this.next = facts.next;
		this.place = facts.place;
	}
};
/** `models/a.yaml:3:7`, with as much of it as is known. */
function placeText(place) {
	return [
		place.path,
		place.line,
		place.column
	].filter((part) => part !== void 0).join(":");
}
/**
* Exit status of a command that threw: 2 what somebody can fix, 3 what a retry may fix, 130 interrupted
* (128 + SIGINT, as shells have it), 70 a bug (EX_SOFTWARE).
*/
function exitStatusOf(code) {
	const kind = ERROR_CODES[code];
	if (kind === "fix") return 2;
	if (kind === "retry") return 3;
	return kind === "stop" ? 130 : 70;
}
/** Exit status of a command that answered: 0 done or passed, 1 failed or inconclusive. */
function exitStatusOfOutcome(outcome) {
	return outcome === void 0 || outcome === "passed" ? 0 : 1;
}

export { placeText as a, exitStatusOfOutcome as i, ModelyardError as n, exitStatusOf as r, ERROR_CODES as t };