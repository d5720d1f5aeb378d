import { a as whyOtherRows, n as bindsRows } from "./judging-rows.mjs";
// src/domain/evidence/select.ts
function selectEvidence(candidates, expected) {
	return {
		hasChampion: expected.champion !== void 0,
		of: (kind, choice) => newest(candidates, kind, expected, choice)
	};
}
const ON_DATA = [
	"evaluation",
	"comparison",
	"fairness",
	"latency",
	"importance"
];
const NAMES = {
	evaluation: "evaluation",
	comparison: "comparison",
	fairness: "fairness measurement",
	latency: "latency measurement",
	importance: "importance measurement",
	size: "size measurement",
	data: "comparison of training data",
	reproducibility: "reproducibility measurement",
	contract: "contract check",
	tests: "test report",
	profile: "profile of the training data",
	custom: "custom measurement"
};
function newest(candidates, kind, expected, { suits, named } = {
	suits: () => true,
	named: NAMES[kind]
}) {
	if (!bindsRows(expected.data) && ON_DATA.includes(kind)) return {
		why: "the policy pins no evaluation data, so no evidence can be bound to it",
		next: `hold out rows that no training sees, name their file under evaluate.data of model.yaml, and write its digest there: modelyard evaluate ${expected.model} ${expected.version} --pin`
	};
	const chosen = candidates.filter((stored) => stored.evidence.kind === kind && suits(stored.evidence.facts));
	const fitting = chosen.findLast(({ evidence }) => fits(evidence, expected));
	if (fitting !== void 0) return fitting;
	const last = chosen.at(-1);
	return {
		why: last === void 0 ? `there is no ${named} of version ${expected.version}` : `the ${named} ${short(last.digest)} ${misfit(last.evidence, expected)}`,
		next: nextStep(kind, expected)
	};
}
function fits(evidence, expected) {
	return misfit(evidence, expected) === void 0;
}
function misfit({ subject, origin }, expected) {
	if (subject.artifact !== expected.artifact) return `is about the artifact ${short(subject.artifact)}, but version ${expected.version} is ${short(expected.artifact)}`;
	const otherRows = "data" in subject ? whyOtherRows(subject, origin["started-at"], expected.data) : void 0;
	if (otherRows !== void 0) return otherRows;
	if ("champion" in subject && subject.champion !== void 0 && subject.champion !== expected.champion?.artifact) {
		const now = expected.champion === void 0 ? "there is none now" : `the champion is version ${expected.champion.version}, ${short(expected.champion.artifact)}`;
		return `is against the champion ${short(subject.champion)}, but ${now}`;
	}
}
function nextStep(kind, { model, version, champion }) {
	const compare = `run: modelyard compare ${model} champion ${version}`;
	switch (kind) {
		case "comparison":
		case "data": return compare;
		case "evaluation":
		case "fairness": return champion === void 0 ? `run: modelyard evaluate ${model} ${version}` : compare;
		case "size": return `run: modelyard evaluate ${model} ${version}`;
		case "importance": return `run: modelyard evaluate ${model} ${version} --importance`;
		case "latency": return `run: modelyard bench ${model} champion ${version}`;
		case "reproducibility": return `run: modelyard reproduce ${model} ${version}`;
		case "contract": return `run: modelyard contract ${model} ${version}`;
		case "tests": return `run: modelyard tests ${model} ${version} REPORT`;
		case "profile": return `run: modelyard evaluate ${model} ${version} --profile`;
		case "custom": return `run: modelyard evidence add ${model} ${version}`;
	}
}
function short(digest) {
	return digest.slice(0, 12);
}
export { selectEvidence as t };
