import { Ct as string, ut as ModelName, vt as boolean } from "./registry-reader.mjs";

// src/commands/inputs.ts
/** Inputs that several commands share. */
const model = ModelName.describe("The model.");
const version = string().min(1).max(200).describe("A number, an alias, a stage or `latest`; with @2026-10-01 as it stood then.");
const at = string().min(1).max(300).default("HEAD").describe("Branch, tag or commit to read.");
/** The inputs of every command that moves pointers. */
const moveInputs = {
	reason: string().min(1).max(1e4).optional().describe("Why; kept in the record."),
	merge: boolean().default(false).describe("Apply it to the current branch instead of making a branch."),
	unapproved: string().min(1).max(1e4).optional().describe("With --merge: why it is done without the approvals that the policy asks for; kept in the record."),
	dryRun: boolean().default(false).describe("Show what would happen and change nothing.")
};
const predictions = string().min(1).max(4e3).optional().describe("A file with what it predicted, a row for each of the data: for versions that are no ONNX.");
/** The inputs of every command that scores versions. */
const measureInputs = {
	data: string().min(1).max(4e3).optional().describe("Other rows than those that model.yaml names; no gate takes them."),
	evidence: boolean().default(true).describe("Leave evidence beside the version; --no-evidence only looks.")
};

export { predictions as a, moveInputs as i, measureInputs as n, version as o, model as r, at as t };