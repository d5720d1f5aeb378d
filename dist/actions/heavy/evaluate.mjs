import { h as once } from "./score-version.mjs";
import { C as strictObject, F as _minLength, n as _default, s as boolean, w as string, y as optional } from "./schemas.mjs";
import { h as columnsNamed } from "./evidence-file.mjs";
import { c as ModelyardError } from "./run.mjs";
import { t as defineMeasurement } from "./define.mjs";
import { n as withEvaluationData, t as pinEvaluationData } from "./evaluation-data.mjs";
import { a as version, i as predictions, r as model, t as measureInputs } from "./inputs.mjs";
import { r as readMeasuredVersion } from "./measured-version.mjs";
import { t as scoreWithOwnMetrics } from "./own-metrics-by-command.mjs";
// src/commands/askable.ts
function requireAskable({ version, artifact }, predictions) {
	if (predictions !== void 0) throw new ModelyardError({
		code: "bad-input",
		message: "--importance asks the model about rows with one column shuffled, and a file of predictions answers for the rows as they are alone",
		next: "leave out --importance, or --predictions where the version is ONNX"
	});
	if (artifact.format === "onnx") return;
	throw new ModelyardError({
		code: "not-runnable",
		message: `--importance asks the model again and again about rows with one column shuffled, which the engine does here for ONNX alone, and version ${version} is ${artifact.kind ?? "of another kind"}`,
		next: "leave out --importance, or export the model as ONNX and register that"
	});
}
// src/commands/evaluate.ts
const evaluate = defineMeasurement({
	name: "evaluate",
	summary: "Score a version on the evaluation data and compute its metrics.",
	details: `Runs an ONNX artifact in a process of its own, in batches, and leaves evidence beside the version, where a
promotion finds it. The same finding twice is written once. Any other version is judged by a file of its predictions:
CSV, Parquet or JSON with the column probability (of the positive class), probability_<class>, label or prediction.
Where there is no champion yet it is judged by the floors of its next stage.`,
	positional: ["model", "version"],
	examples: [
		{
			command: "modelyard evaluate telco-churn latest",
			does: "computes the metrics of the newest version"
		},
		{
			command: "modelyard evaluate telco-churn 5 --importance",
			does: "also measures what each column is worth to version 5"
		},
		{
			command: "modelyard evaluate telco-churn 5 --data data/october.csv --no-evidence",
			does: "looks at other rows, for information"
		}
	],
	permission: "write",
	doors: ["action", "cli"],
	asksGitHub: true,
	input: strictObject({
		model,
		version,
		...measureInputs,
		pin: _default(boolean(), false),
		predictions,
		importance: _default(boolean(), false),
		profile: _default(boolean(), false),
		artifact: optional(string().check(_minLength(1)))
	}),
	results: ["evaluation"],
	async run(input, ports, watch) {
		const startedAt = ports.clock.now();
		ports.tables.prepare();
		const { registry, state, record } = await readMeasuredVersion(input, ports);
		if (input.predictions === void 0 && record.artifact.format === "onnx") ports.inference.prepare();
		if (input.importance) requireAskable(record, input.predictions);
		const beside = columnsNamed(state.definition.evaluate ?? {});
		const measuring = once(async () => {
			ports.identity.committer().catch(() => {});
			return import("./evaluated-version.mjs");
		});
		const atHand = {
			...input,
			beside,
			meanwhile: () => void measuring()
		};
		return withEvaluationData(state, input, [record], ports, async (data) => {
			const pin = input.pin ? await pinEvaluationData(state, data, ports) : void 0;
			const scored = await scoreWithOwnMetrics(registry, state, record, data, ports, watch, atHand);
			const { evaluated } = await measuring();
			return evaluated({
				input,
				startedAt,
				registry,
				state,
				record,
				data,
				pin,
				scored
			}, ports, watch);
		});
	}
});
export { evaluate };
