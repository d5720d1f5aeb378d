import { c as ModelyardError } from "./run.mjs";
import { A as _maxLength, N as _regex, b as strictObject, f as literal, g as optional, j as _minLength, o as array, p as looseObject, r as _enum, x as string } from "./schemas.mjs";
import { a as RepositoryPath, n as ModelName, r as ObjectId } from "./names.mjs";
import "./outcome.mjs";
import { t as parseEvidence } from "./evidence-file.mjs";
import { s as modelFolder } from "./json-file.mjs";
import "./conclusion.mjs";
// src/domain/evidence/question.ts
function questionOf({ kind, subject, facts }) {
	const within = kind === "custom" ? facts.name : kind === "contract" ? facts.against : void 0;
	return JSON.stringify([
		kind,
		subject,
		within
	]);
}
// src/domain/registry/lfs.ts
const MOST_POINTER_BYTES = 1024;
function parseLfsPointer(content) {
	if (content.length > 1024) return void 0;
	const text = new TextDecoder().decode(content);
	const [, sha256, bytes] = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:ext-\d-\S+ \S+\n)*oid sha256:([0-9a-f]{64})\nsize (\d{1,15})\n?$/.exec(text) ?? [];
	return sha256 === void 0 ? void 0 : {
		sha256,
		bytes: Number(bytes)
	};
}
// src/domain/registry/registry-files.ts
const NUMBER = "([1-9]\\d*)";
new RegExp(`^promotions/${NUMBER}\\.json$`), new RegExp(`^versions/${NUMBER}/(version\\.json|notes\\.yaml|card\\.md)$`), new RegExp(`^versions/${NUMBER}/evidence/([a-z][a-z-]*-[0-9a-f]{12}\\.json)$`), new RegExp(`^versions/${NUMBER}/(model.*)$`, "s");
strictObject({
	schema: literal(1),
	model: ModelName,
	branch: string().check(_maxLength(200), _regex(/^modelyard\/[a-z0-9-]+\/[a-z0-9.-]+$/)),
	base: ObjectId,
	message: string().check(_minLength(1), _maxLength(2e4)),
	files: array(strictObject({
		path: RepositoryPath,
		name: optional(string().check(_regex(/^file-\d{1,4}$/)))
	})).check(_minLength(1), _maxLength(500)),
	answer: looseObject({ kind: _enum(["move", "registration"]) })
});
// src/domain/registry/manifest.ts
function folderDigest(entries, hash) {
	return hash([...entries].sort(byBytes).map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(""));
}
function byBytes({ path: a }, { path: b }) {
	const [x, y] = [[...a], [...b]];
	for (let index = 0; index < Math.min(x.length, y.length); index += 1) {
		const difference = (x[index]?.codePointAt(0) ?? 0) - (y[index]?.codePointAt(0) ?? 0);
		if (difference !== 0) return difference;
	}
	return x.length - y.length;
}
// src/commands/digest-of-path.ts
async function digestOfPath(userPath, artifacts) {
	return digestOfHashed(await artifacts.hashPath(userPath), artifacts);
}
function digestOfHashed({ isFolder, files }, artifacts) {
	if (!isFolder) return files[0]?.sha256 ?? "";
	return folderDigest(files, (text) => artifacts.hash(new TextEncoder().encode(text)));
}
// src/commands/trained-model.ts
async function filesLeft(out, artifacts) {
	try {
		return (await artifacts.hashPath(out)).files;
	} catch (error) {
		if (error instanceof ModelyardError && / empty folder/.test(error.message)) return [];
		throw error;
	}
}
function trainedModel(files, command) {
	const names = files.map(({ path }) => path.split("/")[0]);
	const isFolder = (name) => files.some(({ path }) => path.startsWith(`${name}/`));
	const models = [...new Set(names)].filter((name) => isFolder(name) ? name === "model" : /^model\.[^/]+$/.test(name));
	const [name] = models;
	if (name !== void 0 && models.length === 1) return { name };
	return {
		why: models.length === 0 ? `the training left no model: ${names.length === 0 ? "MODELYARD_OUT is empty" : `MODELYARD_OUT holds ${shown(names)}`}` : `the training left ${models.length} models, ${shown(models)}, and one is due`,
		next: `write exactly one file model.* or one folder model/ to $MODELYARD_OUT in: ${command}`
	};
}
function shown(names) {
	const unique = [...new Set(names)];
	return `${unique.slice(0, 8).join(", ")}${unique.length > 8 ? ` and ${unique.length - 8} more` : ""}`;
}
// src/commands/evidence-folder.ts
const FILE = /(?:^|\/)[a-z]+-[0-9a-f]{12}\.json$/;
async function readEvidenceFolder(folder, artifact, { artifacts }) {
	const found = new Map();
	for (const { path } of await filesLeft(folder, artifacts)) {
		if (!FILE.test(path)) continue;
		const bytes = await artifacts.readAll(`${folder}/${path}`);
		const stored = parseEvidence(`${folder}/${path}`, bytes, artifacts);
		if (stored.evidence.subject.artifact === artifact) found.set(stored.digest, {
			stored,
			bytes
		});
	}
	return [...found.values()];
}
// src/commands/evidence-reader.ts
async function readEvidence({ repository, commit, config }, artifacts, model, version) {
	const folder = `${modelFolder(config, model)}/versions/${version}/evidence`;
	const entries = await repository.listFolder(commit, folder);
	if (entries.length === 0) return [];
	const { parseEvidence } = await import("./evidence-file2.mjs");
	const ordered = entries.length > 1 ? await inGitOrder(repository, commit, folder, entries) : entries;
	return repository.readBlobs(ordered.map(({ id }) => id), (content, index) => parseEvidence(ordered[index]?.path ?? "", content, artifacts));
}
async function inGitOrder(repository, commit, folder, entries) {
	const { entries: changes } = await repository.history(commit, folder);
	const added = new Map(changes.map(({ path }, index) => [path, index]));
	return [...entries].sort((a, b) => (added.get(a.path) ?? -1) - (added.get(b.path) ?? -1));
}
// src/domain/registry/artifact-home.ts
function outerHome(uri) {
	if (uri.startsWith("release:")) return {
		is: "release",
		...releaseFile(uri)
	};
	if (!uri.startsWith("https:")) return {
		is: "by-hand",
		command: byHand(uri)
	};
	const url = URL.canParse(uri) ? new URL(uri) : void 0;
	if (url?.protocol === "https:" && url.username === "" && url.password === "") return {
		is: "web",
		url: url.href
	};
	throw badAddress("an https: address of an artifact is none, or carries a name or password");
}
function releaseFile(uri) {
	const [, tag, name] = /^release:(.+)\/([^/]+)$/.exec(uri) ?? [];
	if (tag === void 0 || name === void 0 || !/^[\w+@-](?:[\w.+@-]*[\w+@-])?$/.test(name)) throw badAddress(`${uri} names no file of a release`);
	return {
		tag,
		name
	};
}
function badAddress(message) {
	return new ModelyardError({
		code: "bad-artifact",
		message,
		next: "write release:TAG/NAME, the name of letters, digits, `.`, `_` and `-`; or https://HOST/PATH"
	});
}
function byHand(uri) {
	const [scheme = "", rest = ""] = uri.split(/:(.*)/s);
	switch (scheme) {
		case "s3": return `aws s3 cp ${uri} FILE`;
		case "gs": return `gcloud storage cp ${uri} FILE`;
		case "az": return `azcopy copy https://ACCOUNT.blob.core.windows.net/${rest.replace(/^\/+/, "")} FILE`;
		default: return `hf download ${rest.replace(/^\/+/, "").split("/").slice(0, 2).join("/")}`;
	}
}
// src/commands/version-artifact.ts
async function readVersionArtifact(registry, state, record, ports, localCopy) {
	const { artifacts } = ports;
	if (localCopy !== void 0) return onDisk(localCopy, artifacts);
	const { uri } = record.artifact;
	if (!uri.startsWith("./")) return onDisk(await broughtFrom(uri, record, ports), artifacts);
	return inRepository(registry, state, record, ports);
}
async function onDisk(path, artifacts) {
	return {
		sha256: await digestOfPath(path, artifacts),
		read: () => artifacts.readAll(path),
		place: async () => path
	};
}
async function broughtFrom(uri, { version, artifact }, { stored }) {
	if (artifact.files !== void 0) throw elsewhere(version, uri, "it is a folder, of which nothing is fetched: bring it, and name the copy: --artifact FOLDER");
	const home = outerHome(uri);
	if (home.is === "by-hand") throw elsewhere(version, uri, `fetch it: ${home.command}; and name the copy: --artifact FILE`);
	return stored.bring(home, artifact);
}
function elsewhere(version, uri, next) {
	const message = `the artifact of version ${version} lies at ${uri}, and is not fetched from there`;
	return new ModelyardError({
		code: "bad-artifact",
		message,
		next
	});
}
async function inRepository({ repository, commit, config }, { name }, record, ports) {
	const { artifacts } = ports;
	const path = `${modelFolder(config, name)}/versions/${record.version}/${record.artifact.uri.slice(2)}`;
	const bytes = await repository.readFile(commit, path);
	if (bytes !== void 0) {
		const pointer = parseLfsPointer(bytes);
		if (pointer !== void 0) return behindPointer(pointer, path, record, ports);
		return {
			sha256: artifacts.hash(bytes),
			path,
			read: async () => bytes,
			place: () => inCheckout(path, record, ports)
		};
	}
	const files = await repository.listFiles(commit, path);
	if (files.length === 0) throw missing(record.version, path);
	return {
		sha256: folderDigest(await repository.readBlobs(files.map(({ id }) => id), (content, index) => ({
			path: files[index]?.path.slice(path.length + 1) ?? "",
			sha256: parseLfsPointer(content)?.sha256 ?? artifacts.hash(content)
		})), (text) => artifacts.hash(new TextEncoder().encode(text))),
		read: async () => Promise.reject(missing(record.version, path)),
		place: () => inCheckout(path, record, ports)
	};
}
const LFS = { is: "lfs" };
async function behindPointer(pointer, path, { version, artifact }, { artifacts, worktree, stored }) {
	if (pointer.sha256 !== artifact.sha256 || pointer.bytes !== artifact.bytes) throw new ModelyardError({
		code: "digest-mismatch",
		message: `the Git LFS pointer of version ${version} names ${pointer.sha256.slice(0, 12)}… (${pointer.bytes} bytes), its record says ${artifact.sha256.slice(0, 12)}… (${artifact.bytes} bytes)`,
		next: "restore the pointer from git, or register the other bytes as a new version",
		place: { path }
	});
	const checkedOut = `${worktree.root}/${path}`;
	const place = await digestIfThere(checkedOut, artifacts) === artifact.sha256 ? checkedOut : await stored.bring(LFS, artifact);
	return {
		sha256: artifact.sha256,
		read: () => artifacts.readAll(place),
		place: async () => place
	};
}
async function digestIfThere(path, artifacts) {
	try {
		return await digestOfPath(path, artifacts);
	} catch (error) {
		if (error instanceof ModelyardError && error.code === "bad-artifact") return void 0;
		throw error;
	}
}
async function inCheckout(path, { version, artifact }, { artifacts, worktree }) {
	const place = `${worktree.root}/${path}`;
	requireDigest(version, await digestOfPath(place, artifacts), artifact.sha256, path);
	return place;
}
function requireDigest(version, found, registered, path) {
	if (found === registered) return;
	throw new ModelyardError({
		code: "digest-mismatch",
		message: `the artifact of version ${version} hashes to ${found.slice(0, 12)}…, its record says ${registered.slice(0, 12)}…`,
		next: "the bytes were changed after they were registered: restore them from git (of Git LFS by `git lfs pull`), or register them as a new version",
		...path === void 0 ? {} : { place: { path } }
	});
}
function missing(version, path) {
	return new ModelyardError({
		code: "bad-artifact",
		message: `the artifact of version ${version} is missing`,
		next: "restore it from git; a purged version has none",
		place: { path }
	});
}
// src/commands/move-facts.ts
async function digestOfData(userPath, artifacts, named = userPath) {
	try {
		const { isFolder, files } = await artifacts.hashPath(userPath);
		const [file] = files;
		if (!isFolder && file !== void 0 && file.bytes <= 1024) refuseLfsPointer(await artifacts.readHead(userPath, MOST_POINTER_BYTES), named);
		return digestOfHashed({
			isFolder,
			files
		}, artifacts);
	} catch (error) {
		if (!(error instanceof ModelyardError) || error.code !== "bad-artifact") throw error;
		const message = error.message.replace(userPath, named);
		throw new ModelyardError({
			code: "bad-data",
			message,
			next: error.next,
			place: { path: named }
		});
	}
}
function refuseLfsPointer(content, named) {
	if (parseLfsPointer(content) === void 0) return;
	throw new ModelyardError({
		code: "bad-data",
		message: `${named} stands for a file that Git LFS keeps, and its rows are not here`,
		next: "fetch it: git lfs pull; in a workflow that calls ours, write `lfs: true` under `with:`",
		place: { path: named }
	});
}
async function digestOfNamedData(path, { artifacts, worktree }) {
	await worktree.listFiles(path);
	return digestOfData(`${worktree.root}/${path}`, artifacts, path);
}
async function gatherEvidence({ registry, state }, { version, artifact }, { artifacts, drafts }, folder) {
	const committed = await readEvidence(registry, artifacts, state.name, version);
	const known = new Set(committed.map(({ digest }) => digest));
	const answered = new Map(committed.map((stored) => [questionOf(stored.evidence), startedAt(stored)]));
	const pending = new Map();
	const drafted = [];
	const own = await readDrafts(draftFolder(state.name, version), known, {
		artifacts,
		drafts
	});
	const brought = folder === void 0 ? [] : await readEvidenceFolder(folder, artifact.sha256, { artifacts });
	for (const { stored, bytes } of [...own, ...brought]) {
		if (known.has(stored.digest) || pending.has(stored.digest)) continue;
		if (stored.evidence.subject.artifact !== artifact.sha256) continue;
		if (startedAt(stored) < (answered.get(questionOf(stored.evidence)) ?? "")) continue;
		drafted.push(stored);
		pending.set(stored.digest, bytes);
	}
	drafted.sort((a, b) => startedAt(a) < startedAt(b) ? -1 : 1);
	const remarks = folder === void 0 || brought.length > 0 ? [] : [`${folder} holds no evidence of this artifact`];
	return {
		all: [...committed, ...drafted],
		pending,
		remarks
	};
}
async function readDrafts(folder, known, { artifacts, drafts }) {
	const found = [];
	for (const name of await drafts.list(folder)) {
		const bytes = name.endsWith(".json") ? await drafts.read(`${folder}/${name}`) : void 0;
		if (bytes === void 0 || known.has(artifacts.hash(bytes))) continue;
		found.push({
			stored: parseEvidence(drafts.place(`${folder}/${name}`), bytes, artifacts),
			bytes
		});
	}
	return found;
}
function startedAt({ evidence }) {
	return evidence.origin["started-at"];
}
function draftFolder(model, version) {
	return `evidence/${model}/${version}`;
}
function timestamp(at) {
	return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
// src/domain/comparison/traps.ts
const MAX_EXAMPLES = 5;
const MAX_EXAMPLE = 200;
const MAX_COLUMNS = 1e3;
const SUM_TOLERANCE = .001;
function unknownCategories(columns, known) {
	return columns.flatMap(({ column, words, counts }) => {
		const knows = known.get(column);
		if (knows === void 0) return [];
		const set = new Set(knows);
		const unknown = words.map((word, index) => ({
			word,
			rows: counts[index] ?? 0
		})).filter(({ word, rows }) => rows > 0 && !set.has(word)).sort((a, b) => b.rows - a.rows || (a.word < b.word ? -1 : 1));
		if (unknown.length === 0) return [];
		return [{
			column,
			rows: unknown.reduce((sum, { rows }) => sum + rows, 0),
			examples: unknown.slice(0, MAX_EXAMPLES).map(({ word }) => word.slice(0, MAX_EXAMPLE))
		}];
	});
}
function predictionTraps(predictions) {
	if (predictions.task === "regression") {
		const infinite = countWhere(predictions.predicted, (value) => Math.abs(value) === Number.POSITIVE_INFINITY);
		return infinite === 0 ? {} : { infinite };
	}
	if (predictions.task === "binary-classification" || !predictions.hasProbabilities) return {};
	const { probabilities, classes } = predictions;
	let found = 0;
	for (let from = 0; from < probabilities.length; from += classes.length) {
		let sum = 0;
		for (let at = from; at < from + classes.length; at += 1) sum += probabilities[at];
		if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) found += 1;
	}
	return found === 0 ? {} : { "not-summing": found };
}
function countWhere(values, is) {
	let count = 0;
	for (const value of values) if (is(value)) count += 1;
	return count;
}
function unusedColumns(names) {
	return names.length === 0 ? {} : { "unused-columns": names.slice(0, MAX_COLUMNS) };
}
// src/domain/comparison/probabilities.ts
function isShare(value) {
	return value >= 0 && value <= 1 + 1e-6;
}
function firstImprobable(probabilities, width) {
	const at = probabilities.findIndex((value) => !isShare(value));
	return at < 0 ? -1 : Math.floor(at / width);
}
// src/domain/comparison/predictions.ts
function alignBinary(scores, target, positiveClass) {
	const classes = binaryClasses(target, positiveClass);
	const isPositive = Uint8Array.from(target.words, (word) => sameLabel(word, positiveClass) ? 1 : 0);
	const positive = new Uint8Array(target.codes.length);
	for (let row = 0; row < positive.length; row += 1) positive[row] = isPositive[target.codes[row]];
	const { probabilities, labels } = scores;
	const remarks = [];
	if (probabilities === void 0) {
		const given = labels ?? [];
		const called = labelOf(positiveClass, [...new Set(given)], remarks);
		return {
			task: "binary-classification",
			positive,
			probability: Float64Array.from(given, (label) => sameLabel(label, called) ? 1 : 0),
			hasProbabilities: false,
			classes,
			remarks
		};
	}
	const { values, width } = probabilities;
	const column = width === 1 && probabilities.classes.length !== 1 ? 0 : positiveColumn(scores, probabilities, positiveClass, remarks);
	const probability = new Float64Array(scores.rows);
	for (let row = 0; row < scores.rows; row += 1) probability[row] = values[row * width + column];
	refuseNaN(probability);
	refuseImprobable(probability);
	return {
		task: "binary-classification",
		positive,
		probability,
		hasProbabilities: true,
		classes,
		remarks
	};
}
function alignMulticlass(scores, target) {
	requireLabels(target);
	const { probabilities, labels } = scores;
	const named = probabilities === void 0 ? void 0 : columnClasses(scores, probabilities);
	const present = target.words.filter((_, code) => target.codes.includes(code));
	const classes = [...named ?? new Set([...labels ?? [], ...present])];
	const code = target.words.map((word) => classes.findIndex((name) => sameLabel(name, word)));
	const unseen = target.words.find((_, index) => code[index] === -1 && target.codes.includes(index));
	if (unseen !== void 0) throw badData(`the column \`${target.name}\` holds the class \`${unseen}\`, which the model does not know`, `it knows ${classes.slice(0, 20).join(", ")}`);
	const actual = target.codes.map((index) => code[index]);
	const width = classes.length;
	const matrix = new Float64Array(scores.rows * width);
	if (probabilities === void 0) for (const [row, label] of (labels ?? []).entries()) matrix[row * width + classes.indexOf(label)] = 1;
	else matrix.set(probabilities.values);
	refuseNaN(matrix, width);
	refuseImprobable(matrix, width);
	return {
		task: "multiclass-classification",
		classes,
		actual,
		probabilities: matrix,
		hasProbabilities: probabilities !== void 0,
		remarks: []
	};
}
function alignRegression(predicted, target) {
	const missing = target.values.findIndex((value) => !Number.isFinite(value));
	if (missing >= 0) throw badData(`the column \`${target.name}\` has no finite number at row ${missing + 1}`, "remove the rows without a target, or fill them in");
	refuseNaN(predicted);
	return {
		task: "regression",
		actual: target.values,
		predicted,
		remarks: []
	};
}
function sameLabel(a, b) {
	if (a === b) return true;
	return a.trim() !== "" && b.trim() !== "" && Number(a) === Number(b);
}
function binaryClasses(target, positiveClass) {
	requireLabels(target);
	const present = new Set();
	for (const code of target.codes) present.add(target.words[code]);
	const others = [...present].filter((word) => !sameLabel(word, positiveClass));
	if (others.length > 1) {
		const all = [...present].slice(0, 5).map((word) => `\`${word}\``);
		throw badData(present.size > others.length ? `the column \`${target.name}\` holds ${present.size} classes (${all.join(", ")}), and two are due` : `the column \`${target.name}\` holds ${all.join(", ")}, but never the positive class \`${positiveClass}\``, present.size > others.length ? "set `task: multiclass-classification`, or evaluate on rows of two classes" : "correct `positive-class` in model.yaml");
	}
	return [others[0] ?? `not ${positiveClass}`, positiveClass];
}
function requireLabels(target) {
	const missing = target.words.map((word) => /^(?:nan)?$/i.test(word));
	const row = target.codes.findIndex((code) => missing[code] === true);
	if (row >= 0) throw badData(`the column \`${target.name}\` has no label at row ${row + 1}`, "remove the rows without a label, or fill them in");
}
function positiveColumn(scores, probabilities, positiveClass, remarks) {
	const classes = columnClasses(scores, probabilities);
	const column = classes.indexOf(labelOf(positiveClass, classes, remarks));
	if (column >= 0) return column;
	throw new ModelyardError({
		code: "not-runnable",
		message: `there is a probability of ${classes.join(", ")} alone, and none of \`${positiveClass}\``,
		next: "give the probability of the positive class"
	});
}
const POSITIVE_WORDS = ["1", "true"];
const NEGATIVE_WORDS = ["0", "false"];
function labelOf(positiveClass, classes, remarks) {
	const same = classes.find((name) => sameLabel(name, positiveClass));
	if (same !== void 0) return same;
	const plain = (words) => classes.find((name) => words.includes(name.toLowerCase()));
	const [one, zero] = [plain(POSITIVE_WORDS), plain(NEGATIVE_WORDS)];
	if (classes.every((name) => name === one || name === zero) && classes.length > 0) {
		remarks.push(`the model calls its classes ${classes.join(" and ")}; ${one ?? "1"} is taken as \`${positiveClass}\``);
		return one ?? "1";
	}
	throw new ModelyardError({
		code: "not-runnable",
		message: `the model's classes are ${classes.slice(0, 10).join(", ") || "not named"}, and none is \`${positiveClass}\``,
		next: "correct `positive-class` in model.yaml, or export the model with its class names"
	});
}
function columnClasses({ rows, labels }, { classes, values, width }) {
	if (classes.length === width) return classes;
	const learned = new Array(width);
	for (let row = 0; row < rows && labels !== void 0; row += 1) {
		let largest = 0;
		for (let column = 1; column < width; column += 1) if (values[row * width + column] > values[row * width + largest]) largest = column;
		learned[largest] ??= labels[row];
	}
	const known = learned.filter((name) => name !== void 0);
	if (known.length === width && new Set(known).size === width) return known;
	throw new ModelyardError({
		code: "not-runnable",
		message: `the model gives ${width} probabilities a row and does not say which class each belongs to`,
		next: "export it with its class names, e.g. with skl2onnx from a fitted classifier"
	});
}
function refuseNaN(values, width = 1) {
	const first = values.findIndex((value) => Number.isNaN(value));
	if (first < 0) return;
	let count = 0;
	for (const value of values) if (Number.isNaN(value)) count += 1;
	throw new ModelyardError({
		code: "not-runnable",
		message: `the model answers NaN, ${count} times in ${values.length / width} rows, first at row ${Math.floor(first / width) + 1}`,
		next: "impute missing values inside the model, or correct the rows"
	});
}
function refuseImprobable(probabilities, width = 1) {
	const row = firstImprobable(probabilities, width);
	if (row < 0) return;
	const value = probabilities.subarray(row * width, (row + 1) * width).find((share) => !isShare(share));
	throw new ModelyardError({
		code: "not-runnable",
		message: `the model answers ${value} at row ${row + 1}, which is no probability`,
		next: "export it with probabilities between 0 and 1, not scores or logits"
	});
}
function badData(message, next) {
	return new ModelyardError({
		code: "bad-data",
		message,
		next
	});
}
// src/commands/labelled-scores.ts
async function trapsOf(predictions, data, found = {}) {
	return {
		...found,
		...predictionTraps(predictions),
		...await data.rowTraps?.()
	};
}
function alignScores(definition, scores, labels) {
	const { task, target } = definition;
	if (task === "regression") return alignRegression(scores.values ?? new Float64Array(), {
		name: target,
		values: labels.numbers()
	});
	const column = {
		name: target,
		...labels.text()
	};
	return task === "binary-classification" ? alignBinary(scores, column, definition["positive-class"] ?? "") : alignMulticlass(scores, column);
}
var TargetCollector = class {
	#parts = [];
	add(values) {
		this.#parts.push(values);
	}
	numbers() {
		return joined(this.#parts.map((part) => part.kind === "number" ? part.values : new Float64Array()), Float64Array);
	}
	text() {
		const parts = this.#parts.flatMap((part) => part.kind === "text" ? [part] : []);
		return {
			codes: joined(parts.map(({ codes }) => codes), Uint32Array),
			words: parts.at(-1)?.words ?? []
		};
	}
};
function joined(parts, type) {
	const whole = new type(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
export { trainedModel as _, sameLabel as a, unusedColumns as c, draftFolder as d, gatherEvidence as f, filesLeft as g, requireDigest as h, alignBinary as i, digestOfData as l, readVersionArtifact as m, alignScores as n, firstImprobable as o, timestamp as p, trapsOf as r, unknownCategories as s, TargetCollector as t, digestOfNamedData as u, digestOfHashed as v, digestOfPath as y };
