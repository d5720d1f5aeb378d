import { c as ModelyardError } from "./run.mjs";
// src/commands/sample-rows.ts
const BATCH_ROWS = 4096;
async function sampleRows(tables, { path, uri }, columns, { parts, length }) {
	const total = await tables.countRows(path);
	const taken = Math.min(parts, Math.floor(total / length));
	if (taken === 0) throw new ModelyardError({
		code: "bad-data",
		message: `${uri} holds ${total} rows, and ${length} are needed at one time`,
		next: total === 0 ? "check the step that wrote it" : "ask for fewer rows at one time, or name a larger file"
	});
	const wanted = Uint32Array.from({ length: taken * length }, (_, index) => {
		const part = Math.floor(index / length);
		return Math.floor(part * total / taken) + index % length;
	});
	const sample = columns.map(({ kind }) => kind === "number" ? {
		kind,
		values: new Float64Array(wanted.length)
	} : {
		kind,
		codes: new Uint32Array(wanted.length),
		words: []
	});
	let next = 0;
	for await (const batch of tables.read(path, columns, BATCH_ROWS)) {
		const first = next;
		while (next < wanted.length && wanted[next] < batch.start + batch.rows) next += 1;
		for (const [index, target] of sample.entries()) {
			const source = batch.columns[index];
			for (let at = first; at < next; at += 1) {
				const row = wanted[at] - batch.start;
				if (source?.kind === "number" && target.kind === "number") target.values[at] = source.values[row];
				if (source?.kind === "text" && target.kind === "text") target.codes[at] = source.codes[row];
			}
			if (source?.kind === "text" && target.kind === "text") target.words = source.words;
		}
		if (next === wanted.length) break;
	}
	return {
		start: 0,
		rows: wanted.length,
		columns: sample
	};
}
export { sampleRows as t };
