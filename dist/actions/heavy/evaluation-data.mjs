import { c as ModelyardError } from "./run.mjs";
import { h as once } from "./score-version.mjs";
import { s as modelFolder } from "./json-file.mjs";
import { l as LATER_DEFINITION_KEYS, s as valueOrThrow, u as ModelDefinition } from "./evidence-file.mjs";
import { n as parseYaml, t as editYaml } from "./yaml-file.mjs";
import { t as digestOfData } from "./move-facts.mjs";
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
// src/commands/evaluation-data.ts
async function findEvaluationData(state, { data, pin }, ports) {
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
export { pinEvaluationData as n, findRowTraps as r, findEvaluationData as t };
