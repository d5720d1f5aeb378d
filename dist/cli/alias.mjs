import { n as ModelyardError } from "./error.mjs";
import { R as defineChange, St as strictObject, lt as AliasName, u as resolveVersion, vt as boolean } from "./registry-reader.mjs";
import { t as planAlias } from "./plan-alias.mjs";
import { i as moveInputs, o as version, r as model } from "./inputs.mjs";
import { r as moveChange, t as applyMove } from "./move-change.mjs";
import { c as requestOf, s as readMoveFacts } from "./move-facts.mjs";

// src/commands/alias.ts
const alias = defineChange({
	name: "alias",
	summary: "Let a name stand for a version.",
	details: `An alias names one version that is not archived. Those that model.yaml ties to a stage, such as champion, move
only with their stage.`,
	positional: [
		"model",
		"alias",
		"version"
	],
	examples: [{
		command: "modelyard alias telco-churn shadow 4",
		does: "lets `shadow` name version 4"
	}, {
		command: "modelyard alias telco-churn shadow --remove",
		does: "takes the name away"
	}],
	permission: "maintain",
	doors: [
		"action",
		"cli",
		"slash"
	],
	input: strictObject({
		model,
		alias: AliasName.describe("The alias."),
		version: version.optional(),
		remove: boolean().default(false).describe("Take the alias away."),
		...moveInputs
	}),
	results: ["move"],
	async read(input, ports) {
		if (input.version === void 0 !== input.remove) throw new ModelyardError({
			code: "bad-input",
			message: "an alias either gets a version or is taken away",
			next: "name a version, or say --remove"
		});
		const facts = await readMoveFacts(input, ports);
		const number = input.version === void 0 ? null : await resolveVersion(facts.registry, facts.state, input.version);
		const branch = `modelyard/${input.model}/alias-${input.alias}-${number ?? "removed"}`;
		return {
			...facts,
			number,
			branch,
			request: await requestOf(input, facts, branch)
		};
	},
	plan(input, facts) {
		const { number, branch } = facts;
		return moveChange(input, facts, planAlias(facts.state, input.alias, number, facts.request), {
			action: "alias",
			title: number === null ? `take the alias ${input.alias} away` : `let ${input.alias} name version ${number}`,
			branch
		});
	},
	apply: applyMove
});

export { alias };