import { c as ModelyardError } from "./run.mjs";
import { i as rowsRule, o as windowByRule } from "./judging-rows.mjs";
import { h as once } from "./score-version.mjs";
import { s as modelFolder } from "./json-file.mjs";
import { l as LATER_DEFINITION_KEYS, s as valueOrThrow, u as ModelDefinition } from "./evidence-file.mjs";
import { n as parseYaml, t as editYaml } from "./yaml-file.mjs";
import { t as digestOfData } from "./move-facts.mjs";
import { h as timestamp } from "./names.mjs";
import { a as placeOfTrainingData } from "./version-side.mjs";
// src/domain/comparison/repeated-rows.ts
var RowCounter = class {
	#slots;
	#rows;
	#filled = 0;
	#repeated = 0;
	#trained = new Set();
	constructor(expected = 65536) {
		const size = sizeFor(expected);
		this.#slots = new Float64Array(size).fill(FREE);
		this.#rows = new Uint32Array(size);
	}
	add(digests) {
		for (const digest of digests) {
			if (2 * this.#filled >= this.#slots.length) this.#grow();
			const slot = this.#slotOf(digest);
			if (this.#slots[slot] === FREE) this.#filled += 1;
			else this.#repeated += 1;
			this.#slots[slot] = digest;
			this.#rows[slot] = this.#rows[slot] + 1;
		}
	}
	seek(digests) {
		for (const digest of digests) if (this.#slots[this.#slotOf(digest)] === digest) this.#trained.add(digest);
	}
	traps() {
		let trained = 0;
		for (const digest of this.#trained) trained += this.#rows[this.#slotOf(digest)];
		return {
			...this.#repeated === 0 ? {} : { "duplicate-keys": this.#repeated },
			...trained === 0 ? {} : { "in-training-data": trained }
		};
	}
	#slotOf(digest) {
		const size = this.#slots.length;
		let slot = digest % size;
		while (this.#slots[slot] !== FREE && this.#slots[slot] !== digest) slot = slot + 1 === size ? 0 : slot + 1;
		return slot;
	}
	#grow() {
		const [slots, rows] = [this.#slots, this.#rows];
		this.#slots = new Float64Array(2 * slots.length).fill(FREE);
		this.#rows = new Uint32Array(2 * slots.length);
		for (const [index, digest] of slots.entries()) {
			if (digest === FREE) continue;
			const slot = this.#slotOf(digest);
			this.#slots[slot] = digest;
			this.#rows[slot] = rows[index];
		}
	}
};
const FREE = -1;
function sizeFor(expected) {
	return 2 ** Math.max(4, Math.ceil(Math.log2(2 * expected)));
}
// src/commands/row-traps.ts
async function findRowTraps(tables, data, training) {
	try {
		const own = await tables.columns(data);
		const columns = sharedColumns(own, training === void 0 ? [] : await tables.columns(training).catch(() => []));
		const counter = new RowCounter();
		for await (const digests of tables.rowDigests(data, columns ?? own)) counter.add(digests);
		if (columns !== void 0 && training !== void 0) for await (const digests of tables.rowDigests(training, columns)) counter.seek(digests);
		return counter.traps();
	} catch {
		return {};
	}
}
function sharedColumns(own, trained) {
	const kinds = new Map(trained.map(({ name, kind }) => [name, kind]));
	if (!own.every(({ name }) => kinds.has(name))) return void 0;
	return own.map(({ name, kind }) => ({
		name,
		kind: kinds.get(name) === kind ? kind : "text"
	}));
}
// src/commands/rows-by-rule.ts
async function rowsByRule(rule, until, trainedOn, folder, ports) {
	const window = windowByRule(rule, ports.clock.now(), until);
	let { from } = window;
	let newest;
	for (const [at, trained] of (until === void 0 ? trainedOn : []).entries()) {
		const to = `${folder.path}/ends/${at}/rows.parquet`;
		const ending = await endOfTraining(trained, rule.time, {
			folder,
			to
		}, ports);
		if (ending.at < from) continue;
		from = (Math.floor(ending.at / 1e3) + 1) * 1e3;
		newest = ending;
	}
	if (from >= window.to) throw allSeen(rule, window.to, newest);
	const times = {
		column: rule.time,
		windows: [{
			from,
			to: window.to
		}]
	};
	const path = `${folder.path}/judging/rows.parquet`;
	const { rows, sha256 } = await ports.tables.gather({
		from: { files: rule.uri },
		isKept: true,
		times
	}, path);
	const [first, last] = [timestamp(from), timestamp(window.to)];
	if (rows === 0) throw noRows(rule, first, last, newest);
	return {
		uri: rule.uri,
		path,
		sha256,
		pinned: until === void 0,
		window: {
			uri: rule.uri,
			time: rule.time,
			from: first,
			to: last
		},
		rowTraps: once(() => findRowTraps(ports.tables, path, void 0))
	};
}
async function endOfTraining(trained, column, { folder, to }, ports) {
	if ("called" in trained) {
		const at = await lastTime(trained.path, column, to, ports);
		if (at === void 0) throw untimed(trained.called, column);
		return {
			at,
			why: `what ${trained.called} was trained on ends at ${timestamp(at)}`
		};
	}
	const name = `version ${trained.version}`;
	const place = await placeOfTrainingData(trained, folder, ports);
	const at = "path" in place ? await lastTime(place.path, column, to, ports) : void 0;
	if (at !== void 0) return {
		at,
		why: `the training data of ${name} end at ${timestamp(at)}`
	};
	const created = trained["created-at"];
	return {
		at: Date.parse(created),
		why: `${name} was registered at ${created}, and nothing says what it was trained on`
	};
}
async function lastTime(path, column, to, { tables }) {
	if (!(await tables.columns(path)).some(({ name }) => name === column)) return void 0;
	const times = {
		column,
		windows: [{
			from: 0,
			to: 0
		}]
	};
	const { times: seen } = await tables.gather({
		from: { files: path },
		isKept: false,
		times
	}, to);
	return seen?.last;
}
function untimed(called, column) {
	return new ModelyardError({
		code: "bad-data",
		message: `nothing says until when ${called} was trained: the training data have no times in \`${column}\``,
		next: "keep that column in the training data, or name other rows: --data FILE"
	});
}
function allSeen({ uri }, to, newest) {
	return new ModelyardError({
		code: "bad-data",
		message: `no rows of ${uri} before ${timestamp(to)} are left to judge by: ${newest?.why}`,
		next: "train on rows that end earlier, or wait for rows that come later"
	});
}
function noRows({ uri, time }, from, to, newest) {
	const why = newest === void 0 ? "" : `; ${newest.why}`;
	return new ModelyardError({
		code: "bad-data",
		message: `no row of ${uri} is of ${from} to ${to} by \`${time}\`${why}`,
		next: "look whether the rows have come, or take more days: evaluate.data.window-days of model.yaml"
	});
}
// src/commands/evaluation-data.ts
async function withEvaluationData(state, wanted, trainedOn, ports, use) {
	const named = state.definition.evaluate?.data;
	const rule = named && rowsRule(named);
	if (wanted.data !== void 0 || rule === void 0) {
		if (wanted.until !== void 0) throw noWindow(state.name);
		return use(await findFile(state, wanted, ports));
	}
	if (wanted.pin) throw nothingToPin(state.name);
	const folder = await ports.process.temporaryFolder();
	try {
		return await use(await rowsByRule(rule, wanted.until, trainedOn, folder, ports));
	} finally {
		await folder.remove();
	}
}
async function findFile(state, { data, pin }, ports) {
	const named = state.definition.evaluate?.data;
	if (data !== void 0) {
		const sha256 = await besideOpening(data, ports, () => digestOfData(data, ports.artifacts));
		return {
			uri: ports.worktree.pathFromRoot(data) ?? data,
			path: data,
			sha256,
			pinned: sha256 === named?.sha256,
			rowTraps: once(() => rowTraps(data, state, ports))
		};
	}
	if (named === void 0) throw new ModelyardError({
		code: "bad-input",
		message: `${state.name} names no evaluation data`,
		next: "write `evaluate: {data: {uri: data/test.csv}}` into its model.yaml, or name a file: --data FILE"
	});
	const path = `${ports.worktree.root}/${named.uri}`;
	await ports.worktree.listFiles(named.uri);
	const sha256 = await besideOpening(path, ports, () => digestOfData(path, ports.artifacts, named.uri));
	if (named.sha256 === void 0 || named.sha256 === sha256 || pin) {
		const pinned = named.sha256 === sha256;
		return {
			uri: named.uri,
			path,
			sha256,
			pinned,
			rowTraps: once(() => rowTraps(path, state, ports))
		};
	}
	throw new ModelyardError({
		code: "digest-mismatch",
		message: `${named.uri} hashes to ${sha256.slice(0, 12)}…, and model.yaml pins ${named.sha256.slice(0, 12)}…`,
		next: "restore the file, or pin the new one with --pin and have that reviewed",
		place: { path: named.uri }
	});
}
function noWindow(name) {
	return new ModelyardError({
		code: "bad-input",
		message: `\`until\` ends the window of a rule, and ${name} is judged on a file`,
		next: "leave it out, or write `time` and `window-days` below evaluate.data of model.yaml"
	});
}
function nothingToPin(name) {
	return new ModelyardError({
		code: "bad-input",
		message: `the rows that judge ${name} are chosen by a rule, so there is no file to pin`,
		next: "leave --pin out; to judge by a file, write its path alone below evaluate.data of model.yaml"
	});
}
async function besideOpening(path, { tables }, work) {
	const opened = tables.columns(path).catch(() => {});
	try {
		return await work();
	} catch (error) {
		await opened;
		throw error;
	}
}
async function rowTraps(path, { definition: { train } }, { tables, worktree }) {
	if (train === void 0) return findRowTraps(tables, path, void 0);
	return findRowTraps(tables, path, await worktree.listFiles(train.data).then(() => `${worktree.root}/${train.data}`, () => void 0));
}
async function pinEvaluationData(state, data, { worktree }) {
	const path = `${modelFolder(state.config, state.name)}/model.yaml`;
	const bytes = await worktree.readFile(path);
	if (bytes === void 0) return void 0;
	const check = (content) => valueOrThrow(parseYaml(ModelDefinition, path, content, { later: LATER_DEFINITION_KEYS }));
	check(bytes);
	const text = new TextDecoder().decode(bytes);
	const edited = editYaml(text, [{
		keys: [
			"evaluate",
			"data",
			"uri"
		],
		value: data.uri
	}, {
		keys: [
			"evaluate",
			"data",
			"sha256"
		],
		value: data.sha256
	}]);
	if (edited === text) return void 0;
	const content = new TextEncoder().encode(edited);
	check(content);
	return {
		path,
		content
	};
}
export { withEvaluationData as n, findRowTraps as r, pinEvaluationData as t };
