import { A as _maxLength, E as _gte, b as strictObject, c as describe, d as int, f as literal, g as optional, h as number, j as _minLength, l as discriminatedUnion, o as array, u as extend, x as string } from "./schemas.mjs";
import { c as Timestamp, i as PersonName, o as Sha256, r as ObjectId } from "./names.mjs";
import { a as Importance, c as Contract, h as Latency, i as DataChange, l as Comparison, n as Reproducibility, o as Size, r as Custom, s as Fairness, t as Tests, u as Evaluation } from "./tests.mjs";
// src/domain/evidence/evidence.ts
const Origin = strictObject({
	tool: string().check(_maxLength(100), describe("What measured: name and version.")),
	by: optional(PersonName),
	repository: optional(string().check(_maxLength(200))),
	run: optional(int().check(_gte(1))),
	workflow: optional(string().check(_maxLength(300))),
	commit: optional(ObjectId),
	predictions: optional(array(Sha256).check(_minLength(1), _maxLength(2))),
	machine: string().check(_maxLength(200)),
	"started-at": Timestamp,
	seconds: number().check(_gte(0))
});
const Artifact = strictObject({ artifact: Sha256 });
const Subject = extend(Artifact, { data: Sha256 });
const PairedSubject = extend(Subject, { champion: Sha256 });
const OnDataOrNot = extend(Artifact, { data: optional(Sha256) });
const Successor = extend(Artifact, { champion: Sha256 });
const evidenceOf = (kind, subject, facts) => strictObject({
	schema: literal(1),
	kind: literal(kind),
	subject,
	facts,
	origin: Origin
});
const Evidence = discriminatedUnion("kind", [
	evidenceOf("evaluation", Subject, Evaluation),
	evidenceOf("comparison", PairedSubject, Comparison),
	evidenceOf("fairness", extend(Subject, { champion: optional(Sha256) }), Fairness),
	evidenceOf("latency", PairedSubject, Latency),
	evidenceOf("importance", Subject, Importance),
	evidenceOf("size", Artifact, Size),
	evidenceOf("data", Successor, DataChange),
	evidenceOf("reproducibility", Artifact, Reproducibility),
	evidenceOf("contract", OnDataOrNot, Contract),
	evidenceOf("tests", Artifact, Tests),
	evidenceOf("custom", OnDataOrNot, Custom)
]);
Evidence.def.options.map(({ shape }) => [...shape.kind.def.values][0]);
function evidenceFileName(kind, digest) {
	return `${kind}-${digest.slice(0, 12)}.json`;
}
function isRepeat(a, b) {
	const finding = ({ kind, subject, facts }) => JSON.stringify([
		kind,
		subject,
		facts
	]);
	return finding(a) === finding(b);
}
export { isRepeat as i, Origin as n, evidenceFileName as r, Evidence as t };
