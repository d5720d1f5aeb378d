import { St as strictObject, a as readModel, n as openRegistry, s as readVersion, u as resolveVersion, z as defineMeasurement } from "./registry-reader.mjs";
import { o as version, r as model, t as at } from "./inputs.mjs";

// src/domain/registry/diff-versions.ts
const PARTS = [
	["metrics", ({ metrics }) => new Map(Object.entries(metrics))],
	["params", ({ params }) => new Map(Object.entries(params).map(([name, value]) => [name, textOf(value)]))],
	["data", dataFacts],
	["signature", ({ signature }) => signatureFacts(signature)],
	["artifact", artifactFacts],
	["code", ({ commit, tree }) => /* @__PURE__ */ new Map([["commit", commit.slice(0, 12)], ["tree", tree.slice(0, 12)]])]
];
/** What two versions differ in, fact by fact, and the parts that are alike. */
function diffVersions(first, second) {
	const changes = [];
	const same = [];
	for (const [part, factsOf] of PARTS) {
		const found = diffFacts(part, factsOf(first), factsOf(second));
		if (found.length === 0) same.push(part);
		changes.push(...found);
	}
	return {
		changes,
		same
	};
}
function diffFacts(part, first, second) {
	return [.../* @__PURE__ */ new Set([...first.keys(), ...second.keys()])].sort().flatMap((name) => {
		const [before, after] = [first.get(name), second.get(name)];
		if (before === after) return [];
		const bothNumbers = typeof before === "number" && typeof after === "number";
		return [{
			part,
			name,
			...before === void 0 ? {} : { first: String(before) },
			...after === void 0 ? {} : { second: String(after) },
			...bothNumbers ? { difference: after - before } : {}
		}];
	});
}
function dataFacts({ data }) {
	const counts = /* @__PURE__ */ new Map();
	return new Map(data.flatMap(({ role, uri, sha256, rows }) => {
		const count = (counts.get(role) ?? 0) + 1;
		counts.set(role, count);
		const name = count === 1 ? role : `${role} ${count}`;
		return [
			[name, uri],
			[`${name} sha256`, sha256.slice(0, 12)],
			...rows === void 0 ? [] : [[`${name} rows`, rows]]
		];
	}));
}
function signatureFacts(signature) {
	const tensors = [...(signature?.inputs ?? []).map((tensor) => ({
		side: "input",
		...tensor
	})), ...(signature?.outputs ?? []).map((tensor) => ({
		side: "output",
		columns: void 0,
		...tensor
	}))];
	return new Map(tensors.map(({ side, name, datatype, shape, columns }) => [`${side} ${name}`, `${datatype}[${shape.map((size) => size === -1 ? "?" : size).join(", ")}]${columns === void 0 ? "" : ` of ${columns.join(", ")}`}`]));
}
function artifactFacts({ artifact }) {
	return new Map([
		["format", artifact.kind ?? artifact.format],
		["sha256", artifact.sha256.slice(0, 12)],
		["bytes", artifact.bytes],
		...Object.entries(artifact.opsets ?? {}).map(([domain, version]) => [`opset ${domain}`, version])
	]);
}
function textOf(value) {
	return typeof value === "number" ? value : Array.isArray(value) ? JSON.stringify(value) : String(value);
}

// src/commands/diff.ts
const diff = defineMeasurement({
	name: "diff",
	summary: "What two versions differ in: params, metrics, data, signature.",
	positional: [
		"model",
		"first",
		"second"
	],
	examples: [{
		command: "modelyard diff telco-churn champion latest",
		does: "tells what the newest version changed"
	}],
	permission: "read",
	doors: ["cli", "slash"],
	input: strictObject({
		model,
		first: version.describe("The version to start from: a number, an alias, a stage or `latest`."),
		second: version.describe("The version to compare with it."),
		at
	}),
	results: ["difference"],
	async run(input, { repository }) {
		const registry = await openRegistry(repository, input.at);
		const state = await readModel(registry, input.model);
		const [first, second] = await Promise.all([input.first, input.second].map(async (text) => readVersion(registry, state.name, await resolveVersion(registry, state, text))));
		if (first === void 0 || second === void 0) throw new TypeError("two versions were asked for");
		return {
			kind: "difference",
			model: state.name,
			first: first.version,
			second: second.version,
			...diffVersions(first, second)
		};
	}
});

export { diff };