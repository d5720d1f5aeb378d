import { c as ModelyardError } from "./run.mjs";
import { a as explain } from "./try-schema.mjs";
// src/commands/define.ts
function defineMeasurement(command) {
	return {
		...command,
		shape: "measurement",
		execute: async (rawInput, ports, watch) => command.run(parseInput(command, rawInput), ports, watch)
	};
}
function parseInput({ name, input }, rawInput) {
	const result = input.safeParse(rawInput);
	if (result.success) return result.data;
	const [complaint] = explain(input, rawInput, result.error.issues);
	throw new ModelyardError({
		code: "bad-input",
		message: complaint?.message ?? "the input does not fit",
		next: `see modelyard ${name} --help`
	});
}
export { defineMeasurement as t };
