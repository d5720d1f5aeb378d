import { c as ModelyardError } from "./run.mjs";
import { C as strictObject, F as _minLength, N as _lte, O as _gt, P as _maxLength, f as int, g as number, k as _gte, n as _default, s as boolean, w as string, y as optional } from "./schemas.mjs";
import { n as withEvaluationData } from "./evaluation-data.mjs";
import { r as scoreVersion } from "./score-version.mjs";
import { t as defineMeasurement } from "./define.mjs";
import { a as version, r as model, t as measureInputs } from "./inputs.mjs";
import { n as leaveFinding, r as readMeasuredVersion, t as identityOf } from "./measured-version.mjs";
import { c as trainedModel, s as filesLeft, t as digestOfData, u as digestOfPath } from "./move-facts.mjs";
import { n as openRegistry, r as readModel } from "./evidence-file.mjs";
// src/commands/checkout.ts
const AT_ONCE = 200;
const ENVIRONMENTS = [
	"node_modules",
	".venv",
	"venv"
];
async function writeCheckout(commit, { repository }, folder) {
	const entries = await repository.listFiles(commit, "");
	const files = entries.filter(({ mode }) => mode === "100644" || mode === "100755");
	const links = entries.filter(({ mode }) => mode === "120000");
	for (const part of [...inParts(files), ...inParts(links)]) {
		const writes = await repository.readBlobs(part.map(({ id }) => id), (content, index) => [part[index], Uint8Array.from(content)]);
		await Promise.all(writes.map(([{ path, mode }, content]) => folder.write(path, content, mode)));
	}
	return entries.filter(({ mode }) => mode === "160000").map(({ path }) => `the submodule ${path} is not checked out`);
}
function inParts(entries) {
	const count = Math.ceil(entries.length / AT_ONCE);
	return Array.from({ length: count }, (_, part) => entries.slice(part * AT_ONCE, (part + 1) * AT_ONCE));
}
async function linkEnvironments({ worktree }, folder) {
	const remarks = [];
	for (const name of ENVIRONMENTS) if (await folder.link(name, `${worktree.root}/${name}`) === "linked") remarks.push(`what is installed in \`${name}\` of your checkout was used`);
	return remarks;
}
// src/domain/comparison/prediction-difference.ts
function predictionDifference(first, second, tolerance, most = 10) {
	const compare = rowsOf(first, second);
	let [largest, beyond] = [0, 0];
	let furthest = [];
	for (let row = 0; row < compare.rows; row += 1) {
		const found = compare.at(row);
		if (found.difference > largest) largest = found.difference;
		if (found.difference > tolerance) beyond += 1;
		if (found.difference > (furthest[most - 1]?.difference ?? 0)) furthest = [...furthest, {
			row,
			...found
		}].sort((a, b) => b.difference - a.difference).slice(0, most);
	}
	return {
		rows: compare.rows,
		largest,
		beyond,
		furthest
	};
}
function rowsOf(first, second) {
	if (first.task === "regression" && second.task === "regression") return paired(first.predicted, second.predicted, (a, b) => distance(a, b) / Math.max(1, Math.abs(a)));
	if (first.task === "binary-classification" && second.task === "binary-classification") return paired(first.probability, second.probability, distance);
	if (first.task === "multiclass-classification" && second.task === "multiclass-classification") {
		requireSameLength(first.actual, second.actual);
		const columns = [...new Set([...first.classes, ...second.classes])].map((name) => [first.classes.indexOf(name), second.classes.indexOf(name)]);
		const value = ({ probabilities, classes }, row, column) => column < 0 ? 0 : probabilities[row * classes.length + column];
		return {
			rows: first.actual.length,
			at: (row) => columns.map(([a, b]) => differing(value(first, row, a), value(second, row, b), distance)).reduce((most, found) => found.difference > most.difference ? found : most)
		};
	}
	throw mismatch(`one of them is of ${first.task}, the other of ${second.task}`);
}
function paired(first, second, measure) {
	requireSameLength(first, second);
	return {
		rows: first.length,
		at: (row) => differing(first[row], second[row], measure)
	};
}
function differing(first, second, measure) {
	const difference = Object.is(first, second) ? 0 : measure(first, second);
	return {
		first,
		second,
		difference: Number.isFinite(difference) ? difference : Number.MAX_VALUE
	};
}
const distance = (a, b) => Math.abs(a - b);
function requireSameLength(first, second) {
	if (first.length !== second.length) throw mismatch(`there are ${first.length} and ${second.length}`);
}
function mismatch(why) {
	return new ModelyardError({
		code: "shape-mismatch",
		message: `predictions can be compared for the same rows of one task, and ${why}`,
		next: "score both models on the same data"
	});
}
// src/commands/compare-trained.ts
async function compareTrained({ registry, state, record }, again, { tolerance, data: given }, ports, watch) {
	if (again.sha256 === record.artifact.sha256) return {
		found: { finding: "same-bytes" },
		furthest: [],
		remarks: []
	};
	return withEvaluationData(state, { data: given }, [record], ports, (data) => predictionsDiffer({
		registry,
		state,
		record
	}, again, tolerance, data, ports, watch));
}
async function predictionsDiffer({ registry, state, record }, again, tolerance, data, ports, watch) {
	const score = (version, copy) => scoreVersion(registry, state, version, data, ports, watch, { artifact: copy });
	const first = await score(record).catch(notRunnable);
	if (first instanceof ModelyardError) return {
		found: void 0,
		furthest: [],
		remarks: [`the bytes differ, and predictions cannot be compared: ${first.message}`]
	};
	const second = await asVersion(record, again, ports).then((version) => score(version, again.path)).catch(notRunnable);
	if (second instanceof ModelyardError) return {
		found: {
			finding: "different",
			why: `the model that was trained again cannot be scored: ${second.message}`.slice(0, 500)
		},
		furthest: [],
		remarks: []
	};
	const { rows, largest, beyond, furthest } = predictionDifference(first.predictions, second.predictions, tolerance);
	return {
		found: {
			finding: beyond === 0 ? "same-predictions" : "different",
			rows,
			tolerance,
			"compared-on": data.sha256,
			"largest-difference": largest,
			"rows-beyond": beyond
		},
		furthest,
		remarks: []
	};
}
function notRunnable(error) {
	if (error instanceof ModelyardError && (error.code === "not-runnable" || error.code === "bad-artifact")) return error;
	throw error;
}
async function asVersion(record, { path, sha256 }, { artifacts, inference }) {
	if (record.artifact.format !== "onnx") return {
		...record,
		artifact: {
			...record.artifact,
			sha256
		}
	};
	if (!path.endsWith(".onnx")) throw new ModelyardError({
		code: "bad-artifact",
		message: `it is ${path.split("/").at(-1)}, and the registered one is ONNX`,
		next: "train with the command that made the registered one"
	});
	const { signature } = await inference.describe(await artifacts.readAll(path));
	return {
		...record,
		artifact: {
			...record.artifact,
			sha256
		},
		signature: withColumns(signature, record.signature)
	};
}
function withColumns(signature, registered) {
	return {
		...signature,
		inputs: signature.inputs.map((input) => {
			const columns = registered?.inputs.find(({ name }) => name === input.name)?.columns;
			return columns === void 0 ? input : {
				...input,
				columns
			};
		})
	};
}
// src/commands/command-report.ts
const SHOWN_LETTERS = 500;
function reportOf(step, command, end) {
	const lines = end.tail.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
	return {
		step,
		command,
		...end.status === void 0 ? {} : { status: end.status },
		...end.signal === void 0 ? {} : { signal: end.signal },
		...end.exceeded === void 0 ? {} : { exceeded: end.exceeded },
		seconds: Math.round(end.seconds * 1e3) / 1e3,
		...end.peakBytes === void 0 ? {} : { "peak-bytes": end.peakBytes },
		"memory-limit": end.memoryLimit,
		said: lines.slice(-30).map((line) => line.slice(0, SHOWN_LETTERS))
	};
}
function endedWell({ status, exceeded }) {
	return status === 0 && exceeded === void 0;
}
// src/commands/train-again.ts
async function trainAgain({ folder, command, install, data, out, seed, limits }, { process: shell, artifacts }, { signal, progress }) {
	const env = {
		MODELYARD_DATA: data,
		MODELYARD_OUT: out,
		MODELYARD_SEED: String(seed)
	};
	const steps = [...install === void 0 ? [] : [["install", install]], ["train", command]];
	let report;
	for (const [step, line] of steps) {
		const doing = step === "train" ? "training" : "installing";
		progress?.(doing);
		const said = (text) => progress?.(`${doing}: ${text.slice(0, 100)}`);
		const end = await shell.run({
			command: line,
			folder,
			env,
			limits,
			signal,
			said
		});
		report = reportOf(step, line, end);
		if (!endedWell(end)) return { report };
	}
	if (report === void 0) throw new Error("there is no step to run");
	const path = await findArtifact(out, command, artifacts);
	return {
		report,
		artifact: {
			path,
			sha256: await digestOfPath(path, artifacts)
		}
	};
}
async function findArtifact(out, command, artifacts) {
	const found = trainedModel(await filesLeft(out, artifacts), command);
	if ("name" in found) return `${out}/${found.name}`;
	throw new ModelyardError({
		code: "bad-artifact",
		message: found.why,
		next: found.next
	});
}
// src/commands/training-facts.ts
async function readTrainingFacts(model, record, repository) {
	const commit = await findTrainedCommit(record, repository);
	const definition = await definitionAt(commit, model, record, repository);
	const { train } = definition;
	if (train === void 0) throw cannotTrain(record, `has no \`train\` in the model.yaml of ${model}`);
	const named = record.data.filter(({ role }) => role === "train");
	const data = named.find(({ uri }) => uri === train.data) ?? named[0];
	if (data === void 0 || named.length > 1 && data.uri !== train.data) throw new ModelyardError({
		code: "bad-input",
		message: `version ${record.version} names ${named.length === 0 ? "no training data" : "several training data, and none is that of model.yaml"}, so it cannot be said what to train on`,
		next: "register versions with the data that they were trained on: --data train=PATH"
	});
	return {
		commit,
		definition,
		train,
		data
	};
}
async function findTrainedCommit(record, repository) {
	const found = await repository.resolve(record.commit);
	if (found !== void 0) {
		const { tree } = await repository.commitFacts(found);
		if (tree === record.tree) return found;
		throw new ModelyardError({
			code: "digest-mismatch",
			message: `version ${record.version} names the commit ${record.commit.slice(0, 7)} with the tree ${record.tree.slice(0, 7)}, and that commit's tree is ${tree.slice(0, 7)}`,
			next: "the record was changed by hand: see what happened with `modelyard validate`"
		});
	}
	const head = await repository.resolve("HEAD");
	const { entries } = head === void 0 ? { entries: [] } : await repository.chain(head);
	for (const { commit } of entries.toReversed()) if ((await repository.commitFacts(commit)).tree === record.tree) return commit;
	throw new ModelyardError({
		code: "no-commit",
		message: `this clone has no commit with the code that version ${record.version} was trained from (${record.commit.slice(0, 7)})`,
		next: `fetch it: git fetch origin ${record.commit}; a shallow clone first: git fetch --unshallow`
	});
}
async function definitionAt(commit, model, record, repository) {
	try {
		return (await readModel(await openRegistry(repository, commit), model, { records: false })).definition;
	} catch (error) {
		throw error instanceof ModelyardError && (error.code === "no-registry" || error.code === "unknown-model") ? cannotTrain(record, `has no model.yaml of ${model}`) : error;
	}
}
function cannotTrain({ version, commit }, why) {
	return new ModelyardError({
		code: "bad-input",
		message: `version ${version} was trained from ${commit.slice(0, 7)}, which ${why}, so there is no command to train it again`,
		next: "commit `train: {command: …, data: …}` before you train: later versions can be reproduced"
	});
}
async function findTrainingData({ uri, sha256 }, checkout, given, { artifacts, worktree }) {
	const places = given === void 0 ? [
		`${checkout}/${uri}`,
		`${worktree.root}/${uri}`,
		uri
	] : [given];
	const found = [];
	for (const place of places) {
		const digest = await digestOfData(place, artifacts).catch(onlyAbsent);
		if (digest === sha256) return artifacts.place(place);
		if (digest !== void 0) found.push(digest);
	}
	const named = given ?? uri;
	const next = "bring the file as it was, and name it: --data FILE; Git LFS and DVC files are fetched first";
	const [digest] = found;
	throw digest === void 0 ? new ModelyardError({
		code: "bad-data",
		message: `the training data ${named} is not there`,
		next
	}) : new ModelyardError({
		code: "digest-mismatch",
		message: `the training data ${named} hashes to ${digest.slice(0, 12)}…, and the version was trained on ${sha256.slice(0, 12)}…`,
		next
	});
}
function onlyAbsent(error) {
	if (error instanceof ModelyardError && error.code === "bad-data") return void 0;
	throw error;
}
// src/commands/reproduce.ts
const MIB = 1048576;
const input = strictObject({
	model,
	version,
	data: optional(string().check(_minLength(1), _maxLength(4e3))),
	on: optional(string().check(_minLength(1), _maxLength(4e3))),
	seed: optional(int().check(_gte(0), _lte(2 ** 31 - 1))),
	tolerance: _default(number().check(_gte(0), _lte(1)), 1e-6),
	install: _default(boolean(), false),
	minutes: _default(number().check(_gt(0), _lte(10080)), 60),
	memoryMib: optional(int().check(_gte(16), _lte(2 ** 24))),
	evidence: measureInputs.evidence
});
const reproduce = defineMeasurement({
	name: "reproduce",
	summary: "Train a version again and see whether the same model comes out.",
	details: `Checks the version's commit out into a temporary folder, checks the digest of its training data, and
runs the training command of that commit with the same seed, under limits. The new model has the same bytes, or
predicts the same for every row of the evaluation data, or is different. Your own checkout is not touched. The
training is a command of the repository: whoever can commit to it decides what it does.`,
	positional: ["model", "version"],
	examples: [{
		command: "modelyard reproduce telco-churn latest",
		does: "trains the newest version again"
	}, {
		command: "modelyard reproduce telco-churn 6 --tolerance 0.001 --minutes 10 --memory-mib 4096",
		does: "allows small differences, and no more than so much time and memory"
	}],
	permission: "write",
	doors: ["action", "cli"],
	asksGitHub: true,
	input,
	results: ["reproduction"],
	async run(given, ports, watch) {
		const startedAt = ports.clock.now();
		const about = await readMeasuredVersion(given, ports);
		const facts = await readTrainingFacts(about.state.name, about.record, ports.repository);
		const checkout = await ports.process.temporaryFolder();
		const out = await ports.process.temporaryFolder();
		try {
			return await conclude(given, {
				about,
				facts,
				startedAt,
				...await train(given, {
					facts,
					checkout,
					out
				}, ports, watch)
			}, ports, watch);
		} finally {
			await Promise.all([checkout.remove(), out.remove()]);
		}
	}
});
async function train(given, { facts, checkout, out }, ports, watch) {
	const { environment } = facts.definition;
	if (given.install && environment === void 0) throw nothingToInstall();
	watch.progress?.("checking the commit out");
	const missing = await writeCheckout(facts.commit, ports, checkout);
	const data = await findTrainingData(facts.data, checkout.path, given.data, ports);
	const linked = given.install ? [] : await linkEnvironments(ports, checkout);
	const seed = given.seed ?? facts.train.seed;
	return {
		training: await trainAgain({
			folder: checkout.path,
			command: facts.train.command,
			install: given.install ? environment?.install : void 0,
			data,
			out: out.path,
			seed,
			limits: {
				seconds: given.minutes * 60,
				bytes: given.memoryMib === void 0 ? void 0 : given.memoryMib * MIB
			}
		}, ports, watch),
		seed,
		remarks: [...missing, ...linked]
	};
}
async function conclude(given, { about, facts: { commit, data }, startedAt, training, seed, remarks }, ports, watch) {
	const { record } = about;
	const answer = {
		kind: "reproduction",
		...identityOf(about),
		"trained-at": commit,
		training: training.report
	};
	const { artifact } = training;
	if (artifact === void 0) return {
		...answer,
		outcome: "failed",
		furthest: [],
		evidence: [],
		remarks: [...remarks],
		next: FAILED
	};
	const { tolerance, on } = given;
	const difference = await compareTrained(about, artifact, {
		tolerance,
		data: on
	}, ports, watch);
	const facts = difference.found && {
		...difference.found,
		commit: record.commit,
		data: data.sha256,
		seed,
		artifacts: [record.artifact.sha256, artifact.sha256]
	};
	const kept = facts !== void 0 && given.evidence;
	return {
		...answer,
		outcome: facts === void 0 ? "inconclusive" : OUTCOMES[facts.finding],
		...facts === void 0 ? {} : { facts },
		furthest: difference.furthest.map(({ row, first, second }) => ({
			row,
			registered: first,
			again: second
		})),
		evidence: kept ? [await leaveFinding(about, {
			kind: "reproducibility",
			facts
		}, startedAt, ports)] : [],
		remarks: [...remarks, ...difference.remarks],
		next: facts?.finding === "different" ? DIFFERENT : []
	};
}
const OUTCOMES = {
	"same-bytes": "passed",
	"same-predictions": "passed",
	different: "failed"
};
const FAILED = ["see above what the command said, and correct the command or what it needs to be installed"];
const DIFFERENT = ["let the training draw every random number from $MODELYARD_SEED, on one thread or with a library told to be deterministic, and pin the versions of its libraries"];
function nothingToInstall() {
	return new ModelyardError({
		code: "bad-input",
		message: "--install runs `environment.install`, and the model.yaml of the commit that was trained has none",
		next: "leave --install out; what is installed here is used then"
	});
}
export { reproduce };
