import { Q as NO_POINTERS, at as archiveStage, nt as stageOf, ot as firstStage, rt as versionsIn, tt as movePointers } from "./registry-reader.mjs";

// src/domain/registry/pointer-writer.ts
const encoder = new TextEncoder();
/**
* Writes pointers as `renderJson` does, byte by byte the same, and remembers the list of each stage that it wrote
* last: an archive that grows by one version costs one line, and not all of them again.
*/
var PointerWriter = class {
	#lists = /* @__PURE__ */ new Map();
	write({ schema, stages, aliases }) {
		const parts = [`{\n  "schema": ${schema},\n  "stages": {`];
		let between = "\n";
		for (const [stage, versions] of Object.entries(stages)) {
			parts.push(`${between}    ${JSON.stringify(stage)}: [\n`, this.#lines(stage, versions), "\n    ]");
			between = ",\n";
		}
		const names = Object.entries(aliases).sort(([a], [b]) => a < b ? -1 : 1).map(([alias, version]) => `    ${JSON.stringify(alias)}: ${version}`);
		parts.push(between === "\n" ? "},\n" : "\n  },\n", names.length === 0 ? "  \"aliases\": {}\n}\n" : `  "aliases": {\n${names.join(",\n")}\n  }\n}\n`);
		return joined(parts.map((part) => typeof part === "string" ? encoder.encode(part) : part.bytes()));
	}
	#lines(stage, versions) {
		const known = this.#lists.get(stage);
		if (known?.versions === versions) return known.lines;
		const lines = known !== void 0 && grewByOne(known.versions, versions) ? known.lines : new Lines();
		for (let at = lines.count; at < versions.length; at += 1) lines.add(`      ${versions[at]}`);
		this.#lists.set(stage, {
			versions,
			lines
		});
		return lines;
	}
};
/** Lines with a comma between them, as bytes that grow. */
var Lines = class {
	#bytes = /* @__PURE__ */ new Uint8Array(64);
	#length = 0;
	count = 0;
	add(line) {
		const text = this.count === 0 ? line : `,\n${line}`;
		if (this.#length + text.length > this.#bytes.length) {
			const larger = new Uint8Array(2 * (this.#length + text.length));
			larger.set(this.bytes());
			this.#bytes = larger;
		}
		this.#length += encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written;
		this.count += 1;
	}
	bytes() {
		return this.#bytes.subarray(0, this.#length);
	}
};
function grewByOne(before, after) {
	if (after.length !== before.length + 1) return false;
	for (let at = 0; at < before.length; at += 1) if (before[at] !== after[at]) return false;
	return true;
}
function joined(parts) {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

// src/domain/registry/fold.ts
/**
* Follows the records from no pointers at all. A record names everything that it moves, so the fold needs no
* policy of the time. Faults are reported and the move is made all the same, so that later ones can be judged.
*/
function foldRecords(records, lifecycle) {
	const faults = [];
	let pointers = NO_POINTERS;
	for (const [index, record] of records.entries()) {
		const number = index + 1;
		for (const message of faultsOf(record, pointers, lifecycle)) faults.push({
			record: number,
			message
		});
		pointers = movePointers(pointers, moveOf(record, lifecycle), lifecycle);
	}
	return {
		pointers,
		faults
	};
}
/** The bytes of `stages.json` after each record, one after another: thousands of them need not stand in memory at once. */
function* foldedFiles(records, lifecycle) {
	const writer = new PointerWriter();
	let pointers = NO_POINTERS;
	for (const record of records) {
		pointers = movePointers(pointers, moveOf(record, lifecycle), lifecycle);
		yield writer.write(pointers);
	}
}
/** What a record does to the pointers. */
function moveOf(record, lifecycle) {
	if (record.kind === "alias") return { aliases: record.aliases };
	const { version, from, to, aliases } = record;
	const displaces = record.kind === "archive" ? void 0 : record.displaces;
	return {
		version,
		from,
		to: to === firstStage(lifecycle) ? OFF : to,
		displaces,
		aliases
	};
}
const OFF = "";
function* faultsOf(record, pointers, lifecycle) {
	if (record.kind === "alias") return;
	const known = (stage) => lifecycle.stages.includes(stage);
	for (const stage of [record.from, record.to]) if (!known(stage)) yield `names the stage \`${stage}\`, which the lifecycle does not have`;
	const standing = stageOf(pointers, record.version) ?? firstStage(lifecycle);
	if (standing !== record.from) yield `moves version ${record.version} from ${record.from}, but the records before it leave it in ${standing}`;
	if (record.kind === "archive") {
		if (record.to !== archiveStage(lifecycle)) yield `archives to ${record.to}, which is not the archive`;
		return;
	}
	if (record.displaces !== void 0 && !versionsIn(pointers, record.to).includes(record.displaces)) yield `displaces version ${record.displaces}, which was not in ${record.to}`;
}
/** Whether two pointers say the same: the order of versions in a stage counts, that of keys does not. */
function samePointers(a, b) {
	const text = ({ stages, aliases }) => JSON.stringify([Object.entries(stages).sort(byKey), Object.entries(aliases).sort(byKey)]);
	return text(a) === text(b);
}
function byKey([a], [b]) {
	return a < b ? -1 : a > b ? 1 : 0;
}

export { samePointers as i, foldedFiles as n, moveOf as r, foldRecords as t };