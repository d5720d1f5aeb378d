import { A as CONFIG_PATH, Ct as string, M as DEFAULT_ROOT, N as LATER_CONFIG_KEYS, R as defineChange, St as strictObject, Y as TASKS, f as valueOrThrow, ft as RepositoryPath, gt as _enum, h as require_dist, it as DEFAULT_LIFECYCLE, j as Config, m as parseYaml, st as heldStages, ut as ModelName, vt as boolean } from "./registry-reader.mjs";
import { n as ModelyardError } from "./error.mjs";
import { n as suggestion } from "./nearest.mjs";
import { i as tiesOf } from "./ties.mjs";
import { r as digestOfPath } from "./move-facts.mjs";

// src/domain/registry/first-definition.ts
var import_dist = require_dist();
const SCHEMAS = "https://raw.githubusercontent.com/modelyard/modelyard/main/schemas";
function schemaComment(name) {
	return `# yaml-language-server: $schema=${SCHEMAS}/${name}.json\n`;
}
/** Renders a first model.yaml, with comments that say what may follow and a policy for each stage of the lifecycle. */
function renderFirstDefinition(facts, lifecycle) {
	const value = (text) => (0, import_dist.stringify)(text).trim();
	const { primary, floor } = startingPoint(facts);
	const ties = Object.entries(tiesOf({ aliases: void 0 }, lifecycle));
	return [
		schemaComment("model").trimEnd(),
		`task: ${facts.task}`,
		`target: ${value(facts.target)}`,
		...facts.positiveClass === void 0 ? [] : [`positive-class: ${JSON.stringify(facts.positiveClass)}   # the class that probabilities are of`],
		"",
		...trainLines(facts),
		"",
		...evaluateLines(facts, primary),
		"",
		"# These aliases move only with their stage.",
		`aliases: {${ties.map(([alias, stage]) => `${alias}: ${stage}`).join(", ")}}`,
		"",
		"policy:",
		...heldStages(lifecycle).flatMap((stage, index, { length }) => policyLines(stage, primary, floor, {
			isFirst: index === 0,
			isLast: index === length - 1
		})),
		""
	].join("\n");
}
/** The gates of one stage: only the last, which serves, asks for an approval and allows the smaller margin. */
function policyLines(stage, primary, floor, { isFirst, isLast }) {
	return [
		`  ${stage}:`,
		"    gates:",
		`      - {metric: ${primary}, min: ${floor}}${isFirst ? "   # the first version has no champion to be compared with" : ""}`,
		`      - {metric: ${primary}, not-worse-by: ${isLast ? .01 : .02}}`,
		...isLast ? ["    approvals: {required: 1}"] : []
	];
}
/** The metric to start with, and the value that a model without any skill reaches. */
function startingPoint({ task, largestShare }) {
	switch (task) {
		case "binary-classification": return {
			primary: "roc-auc",
			floor: .5
		};
		case "multiclass-classification": return {
			primary: "accuracy",
			floor: Math.round((largestShare ?? .5) * 100) / 100
		};
		case "regression": return {
			primary: "r2",
			floor: 0
		};
	}
}
function trainLines({ train }) {
	if (train !== void 0) return ["# Reads $MODELYARD_DATA and $MODELYARD_SEED, and leaves model.onnx in $MODELYARD_OUT.", `train: {command: ${JSON.stringify(train.command)}, data: ${JSON.stringify(train.data)}}`];
	return ["# train: {command: python train.py, data: data/train.csv}"];
}
function evaluateLines({ evaluate }, primary) {
	if (evaluate === void 0) return ["# Rows that no training saw; every version is judged on them. `modelyard evaluate MODEL VERSION --pin` adds the digest.", `# evaluate: {data: {uri: data/test.csv}, primary-metric: ${primary}}`];
	return [
		"# Every version is judged on these rows; evidence counts only for this digest.",
		"evaluate:",
		`  data: {uri: ${JSON.stringify(evaluate.uri)}, sha256: ${evaluate.sha256}}`,
		`  primary-metric: ${primary}`
	];
}
function renderFirstConfig(root) {
	return `${schemaComment("config")}# The folder that holds the registry of this repository's models.
registry: ${root}
`;
}
/** Keeps the registry's bytes the same on every system. */
const REGISTRY_ATTRIBUTES = `# The registry's files are the same bytes everywhere; artifacts are not text.
* text eol=lf
models/*/versions/*/model* binary
models/*/versions/*/model/** binary
`;

// src/domain/registry/survey.ts
const LANGUAGES = [
	["Python", /\.(?:py|ipynb)$|(?:^|\/)(?:requirements.*\.txt|pyproject\.toml|environment\.ya?ml)$/],
	["R", /\.(?:r|rmd)$/i],
	["TypeScript", /\.ts$/],
	["JavaScript", /\.m?js$/],
	["Julia", /\.jl$/]
];
const COMMANDS = [
	[/(?:^|\/)dvc\.yaml$/, () => "dvc repro"],
	[/(?:^|\/)train[\w-]*\.py$/, (path) => `python ${path}`],
	[/(?:^|\/)train[\w-]*\.r$/i, (path) => `Rscript ${path}`],
	[/(?:^|\/)train[\w-]*\.ts$/, (path) => `node ${path}`]
];
const OTHER_MODELS = /\.(?:pkl|pickle|joblib|pt|pth|h5|keras|safetensors|ubj|gguf|tflite|pmml)$/i;
/**
* Looks at names alone.
*
* @param paths - Files from the root, sorted; those of the registry left out.
*/
function surveyRepository(paths, tags) {
	const data = paths.filter((path) => /\.(?:csv|tsv|parquet|jsonl|ndjson)$/i.test(path));
	const named = (pattern) => data.find((path) => pattern.test(path.slice(path.lastIndexOf("/") + 1)));
	const testData = named(/test|hold-?out|eval|valid/i);
	const trainData = named(/train/i) ?? data.find((path) => path !== testData);
	return {
		languages: LANGUAGES.filter(([, pattern]) => paths.some((path) => pattern.test(path))).map(([name]) => name),
		trainData,
		testData,
		onnx: paths.filter((path) => /\.onnx$/i.test(path)),
		otherModels: paths.filter((path) => OTHER_MODELS.test(path)),
		trainCommand: COMMANDS.flatMap(([pattern, command]) => {
			const found = shortest(paths.filter((path) => pattern.test(path)));
			return found === void 0 ? [] : [command(found)];
		})[0],
		foreign: [
			...paths.some((path) => /(?:^|\/)mlruns\//.test(path)) ? ["MLflow runs in mlruns/"] : [],
			...paths.some((path) => /(?:^|\/)dvc\.yaml$/.test(path)) ? ["a DVC pipeline"] : [],
			...gtoModels(tags).map((name) => `GTO tags of \`${name}\``)
		]
	};
}
/** GTO names versions `model@v1.0.0` and stages `model#production#3`. */
function gtoModels(tags) {
	const names = tags.flatMap((tag) => /^([A-Za-z0-9:_/-]+)(?:@v?\d|#[a-z])/.exec(tag)?.[1] ?? []);
	return [...new Set(names)].sort();
}
function shortest(paths) {
	return [...paths].sort((a, b) => a.split("/").length - b.split("/").length || (a < b ? -1 : 1))[0];
}
/** A folder's or file's name as a model name; undefined where nothing of it is left. */
function modelNameFrom(text) {
	const name = text.toLowerCase().replace(/\.[a-z0-9]+$/, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 64);
	return name === "" ? void 0 : name;
}

// src/commands/target-finder.ts
/** So many rows tell what a target holds. */
const SAMPLE_ROWS = 1e4;
const TARGET_NAMES = /^(?:target|label|labels|class|y|outcome)$/i;
/** The column that a model does not take, or one that is called like a target; undefined where neither tells. */
async function findTarget(columns, onnx, { artifacts, inference, worktree }) {
	const [model] = onnx;
	if (model !== void 0) try {
		const { signature } = await inference.describe(await artifacts.readAll(`${worktree.root}/${model}`));
		const taken = new Set(signature.inputs.map(({ name }) => name));
		const rest = columns.filter((name) => !taken.has(name));
		const [only] = rest;
		if (rest.length === 1 && only !== void 0 && rest.length < columns.length) return {
			name: only,
			because: `${model} takes every other column`
		};
	} catch {}
	const named = columns.filter((name) => TARGET_NAMES.test(name));
	const [only] = named;
	return named.length === 1 && only !== void 0 ? {
		name: only,
		because: "its name says so"
	} : void 0;
}
/** Reads the first rows of a column. */
async function describeTarget(path, name, { tables }) {
	const counts = /* @__PURE__ */ new Map();
	let rows = 0;
	for await (const { columns } of tables.read(path, [{
		name,
		kind: "text"
	}], SAMPLE_ROWS)) {
		const [column] = columns;
		if (column?.kind !== "text") break;
		for (const code of column.codes) {
			const word = column.words[code] ?? "";
			if (word !== "") counts.set(word, (counts.get(word) ?? 0) + 1);
			rows += 1;
		}
		break;
	}
	const words = [...counts.keys()].sort().slice(0, 1e3);
	return {
		name,
		words,
		isNumber: words.length > 0 && words.every((word) => Number.isFinite(Number(word))),
		isWhole: words.length > 0 && words.every((word) => Number.isInteger(Number(word))),
		largestShare: rows === 0 ? void 0 : Math.max(...counts.values()) / rows
	};
}

// src/commands/init.ts
const input = strictObject({
	model: ModelName.optional().describe("The name of the model."),
	task: _enum(TASKS).optional().describe("What it predicts."),
	target: string().min(1).max(200).optional().describe("The column that it predicts."),
	positiveClass: string().min(1).max(200).optional().describe("For two classes: the one that probabilities are of."),
	train: RepositoryPath.optional().describe("The training data."),
	test: RepositoryPath.optional().describe("Rows that no training saw, to judge versions on."),
	root: RepositoryPath.default(DEFAULT_ROOT).describe("The folder for the registry."),
	yes: boolean().default(false).describe("Ask nothing; take the best guess.")
});
const init = defineChange({
	name: "init",
	summary: "Look at the repository and write the registry and a first model.yaml.",
	details: `Finds data, models and training code, asks what it cannot see, and writes files that are there for good: nothing that
exists is overwritten, and running it again changes nothing.`,
	positional: ["model"],
	examples: [{
		command: "modelyard init",
		does: "asks what it cannot see"
	}, {
		command: "modelyard init churn --target churned --positive-class yes --yes",
		does: "asks nothing"
	}],
	permission: "maintain",
	doors: ["cli"],
	input,
	results: ["initialization"],
	async read(given, ports) {
		const { registry: root, lifecycle } = await existingConfig(ports) ?? {
			registry: given.root,
			lifecycle: DEFAULT_LIFECYCLE
		};
		const paths = (await ports.worktree.visibleFiles()).filter((path) => !path.startsWith(`${root}/`));
		const survey = surveyRepository(paths, await ports.repository.listTags());
		const existing = await existingModels(root, ports);
		const asker = new Asker(given, ports);
		const name = await decideName(given, existing, survey, asker, ports);
		const definition = !existing.includes(name) ? await decideDefinition(given, survey, asker, ports) : void 0;
		const wanted = [
			{
				path: CONFIG_PATH,
				content: renderFirstConfig(root)
			},
			{
				path: `${root}/.gitattributes`,
				content: REGISTRY_ATTRIBUTES
			},
			{
				path: `${root}/models/${name}/model.yaml`,
				content: definition === void 0 ? "" : renderFirstDefinition(definition, lifecycle)
			}
		];
		const present = await Promise.all(wanted.map(async ({ path }) => await ports.worktree.readFile(path) !== void 0));
		return {
			name,
			survey,
			decided: asker.decided,
			files: wanted.map((file, index) => ({
				...file,
				present: present[index] === true
			}))
		};
	},
	plan(_given, { name, survey, decided, files }) {
		const added = files.filter(({ present }) => !present);
		return {
			result: {
				kind: "initialization",
				model: name,
				seen: [...seenOf(survey)],
				decided: added.length === 0 ? [] : [...decided],
				files: files.map(({ path, present }) => ({
					path,
					change: present ? "kept" : "added"
				})),
				next: added.length === 0 ? [] : [...nextOf(name, survey)]
			},
			added
		};
	},
	async apply({ result, added }, { worktree }) {
		for (const { path, content } of added) await worktree.writeFile(path, new TextEncoder().encode(content));
		return result;
	}
});
/** Asks a person, or takes the guess; keeps what was decided and why. */
var Asker = class {
	decided = [];
	#given;
	#ports;
	constructor(given, ports) {
		this.#given = given;
		this.#ports = ports;
	}
	saw(what, value, because) {
		this.decided.push({
			what,
			value,
			because
		});
		return value;
	}
	/** @param flag - What to say instead where nobody can be asked. */
	async ask(what, question, guess, flag) {
		if (this.#given.yes) return this.saw(what, guess, "guessed; please check");
		if (this.#ports.people.present) return this.saw(what, await this.#ports.people.ask(question, guess), "you said so");
		throw new ModelyardError({
			code: "bad-input",
			message: `the ${what} cannot be seen, and nobody is here to be asked`,
			next: `say it with ${flag}, or take the guess \`${guess}\` with --yes`
		});
	}
};
async function existingConfig({ worktree }) {
	const bytes = await worktree.readFile(CONFIG_PATH);
	if (bytes === void 0) return void 0;
	return valueOrThrow(parseYaml(Config, CONFIG_PATH, bytes, { later: LATER_CONFIG_KEYS }));
}
async function existingModels(root, { worktree }) {
	return (await worktree.listFiles(`${root}/models`)).flatMap(({ path }) => /\/models\/([^/]+)\/model\.yaml$/.exec(path)?.[1] ?? []);
}
async function decideName(given, existing, survey, asker, { worktree }) {
	if (given.model !== void 0) return given.model;
	const [first] = existing;
	if (first !== void 0) return first;
	const fromModel = survey.onnx.length === 1 ? modelNameFrom(survey.onnx[0]?.split("/").at(-1) ?? "") : void 0;
	const folder = modelNameFrom(worktree.root.split(/[\\/]/).at(-1) ?? "");
	const guess = (fromModel === "model" ? void 0 : fromModel) ?? folder ?? "model";
	const answer = await asker.ask("name of the model", "What is the model called?", guess, "modelyard init NAME");
	const parsed = ModelName.safeParse(answer);
	if (parsed.success) return parsed.data;
	throw new ModelyardError({
		code: "bad-input",
		message: `\`${answer}\` is no model name`,
		next: `use lower-case letters, digits and hyphens, e.g. ${modelNameFrom(answer) ?? "churn"}`
	});
}
async function decideDefinition(given, survey, asker, ports) {
	const train = await dataFile(given.train ?? survey.trainData, given.train, "training data", asker, ports);
	const test = await dataFile(given.test ?? survey.testData, given.test, "evaluation data", asker, ports);
	const target = await decideTarget(given, survey, test ?? train, asker, ports);
	const task = await decideTask(given, target, asker);
	return {
		task,
		target: target.name,
		positiveClass: task === "binary-classification" ? await decidePositive(given, target, asker) : void 0,
		largestShare: target.largestShare,
		train: train === void 0 || survey.trainCommand === void 0 ? void 0 : {
			command: asker.saw("training command", survey.trainCommand, "such a file is here"),
			data: train
		},
		evaluate: test === void 0 ? void 0 : {
			uri: test,
			sha256: await digestOfPath(`${ports.worktree.root}/${test}`, ports.artifacts)
		}
	};
}
async function dataFile(path, said, what, asker, { worktree }) {
	if (path === void 0) return void 0;
	if (await worktree.readFile(path) === void 0) throw new ModelyardError({
		code: "bad-input",
		message: `there is no file ${path}`,
		next: "name a file from the root of the repository"
	});
	return asker.saw(what, path, said === void 0 ? "its name says so" : "you said so");
}
async function decideTarget(given, survey, data, asker, ports) {
	const names = (data === void 0 ? [] : await ports.tables.columns(`${ports.worktree.root}/${data}`)).map(({ name }) => name);
	const seen = await findTarget(names, survey.onnx, ports);
	const name = given.target !== void 0 ? asker.saw("target", given.target, "you said so") : seen !== void 0 ? asker.saw("target", seen.name, seen.because) : await asker.ask("target", `Which column is predicted?${names.length > 0 ? ` (${names.slice(0, 20).join(", ")})` : ""}`, names.at(-1) ?? "target", "--target COLUMN");
	if (data === void 0) return {
		name,
		words: [],
		isNumber: false,
		isWhole: false,
		largestShare: void 0
	};
	if (!names.includes(name)) throw new ModelyardError({
		code: "bad-input",
		message: `${data} has no column \`${name}\``,
		next: suggestion(name, names)
	});
	return describeTarget(`${ports.worktree.root}/${data}`, name, ports);
}
async function decideTask(given, target, asker) {
	if (given.task !== void 0) return given.task;
	if (given.positiveClass !== void 0) return "binary-classification";
	const { words, isNumber, isWhole } = target;
	if (words.length === 2) return asker.saw("task", "binary-classification", `${target.name} has two values`);
	if (words.length > 2 && (!isNumber || isWhole && words.length <= 20)) return asker.saw("task", "multiclass-classification", `${target.name} has ${words.length} values`);
	if (words.length > 2) return asker.saw("task", "regression", `${target.name} holds many numbers`);
	const answer = await asker.ask("task", `What kind of prediction is it? (${TASKS.join(", ")})`, "binary-classification", "--task TASK");
	const task = TASKS.find((known) => known === answer);
	if (task !== void 0) return task;
	throw new ModelyardError({
		code: "bad-input",
		message: `\`${answer}\` is no task`,
		next: suggestion(answer, TASKS)
	});
}
const POSITIVE = /^(?:1|1\.0|yes|y|true|t|positive|pos)$/i;
async function decidePositive(given, { words, name }, asker) {
	if (given.positiveClass !== void 0) return asker.saw("positive class", given.positiveClass, "you said so");
	const plain = words.filter((word) => POSITIVE.test(word));
	const [only] = plain;
	if (plain.length === 1 && only !== void 0) return asker.saw("positive class", only, `of ${words.join(" and ")} it says so`);
	return asker.ask("positive class", `Which value of ${name} is the positive class?${words.length > 0 ? ` (${words.join(", ")})` : ""}`, words[1] ?? "1", "--positive-class VALUE");
}
function* seenOf(survey) {
	const { languages, onnx, otherModels, foreign } = survey;
	if (languages.length > 0) yield `code in ${languages.join(", ")}`;
	if (onnx.length > 0) yield `ONNX models: ${some(onnx)}`;
	if (otherModels.length > 0) yield `other models: ${some(otherModels)}`;
	for (const registry of foreign) yield `${registry}, which can be imported in a later release`;
}
function some(paths) {
	return paths.slice(0, 3).join(", ") + (paths.length > 3 ? ` and ${paths.length - 3} more` : "");
}
function* nextOf(name, survey) {
	yield "read what was written, then commit it: git add -A && git commit -m \"Add the model registry\"";
	yield `make the first version: modelyard register ${name} ${survey.onnx[0] ?? survey.otherModels[0] ?? "model.onnx"} --merge`;
}

export { init };