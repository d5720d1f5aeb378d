import { appendFileSync, createReadStream, createWriteStream, existsSync, openAsBlob, promises, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { copyFile, lstat, mkdir, open, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { spawn } from "node:child_process";
import { crc32, inflateRawSync } from "node:zlib";
import { createHash, randomUUID } from "node:crypto";
// \0rolldown/runtime.js
var __defProp = Object.defineProperty;
var __esmMin = (fn, res, err) => () => {
	if (err) throw err[0];
	try {
		return fn && (res = fn(fn = 0)), res;
	} catch (e) {
		throw err = [e], e;
	}
};
var __exportAll = (all, no_symbols) => {
	let target = {};
	for (var name in all) __defProp(target, name, {
		get: all[name],
		enumerable: true
	});
	if (!no_symbols) __defProp(target, Symbol.toStringTag, { value: "Module" });
	return target;
};
// src/render/blocks.ts
const part = (name, ...blocks) => ({
	block: "part",
	part: name,
	blocks
});
const folded = (name, title, ...blocks) => part(name, {
	block: "fold",
	title,
	blocks
});
const strong = (text) => ({
	is: "strong",
	text
});
const code = (text) => ({
	is: "code",
	text
});
const name = (text) => ({
	is: "name",
	text
});
const dim = (text) => ({
	is: "dim",
	text
});
const good = (text) => ({
	is: "good",
	text
});
const bad$1 = (text) => ({
	is: "bad",
	text
});
const open$3 = (text) => ({
	is: "open",
	text
});
const heading = (level, ...line) => ({
	block: "heading",
	level,
	line
});
const paragraph = (...line) => ({
	block: "paragraph",
	line
});
const footnote = (...line) => ({
	block: "footnote",
	line
});
function spansOf(line) {
	return typeof line === "string" || "is" in line ? [line] : line;
}
function joinSpans(parts, separator) {
	return parts.flatMap((part, index) => index === 0 ? [...spansOf(part)] : [separator, ...spansOf(part)]);
}
function capital(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
function fullSentence(phrase) {
	return `${capital(phrase)}${/[.?!]$/.test(phrase) ? "" : "."}`;
}
function sentence(text) {
	return text.split(/`([^`]*)`/).flatMap((part, index) => part === "" ? [] : [index % 2 === 1 ? name(part) : part]);
}
// src/render/escape.ts
const BREAK$3 = "​";
function escapeMarkdown(text) {
	return inert(text).replace(/[\\`*_{}[\]|~#]|!(?=\[)/g, "\\$&").replace(/\$/g, "<span>$</span>");
}
function escapeLineStart(markdown) {
	return markdown.trimStart().replace(/^[-+](?=[-\s]|$)/, "\\$&").replace(/^(\d+)(?=[.)](?:\s|$))/, "$1\\");
}
function escapeHtml(text) {
	return inert(text).replace(/\$/g, "<span>$</span>");
}
function inert(text) {
	return visible(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[@#]/g, `${BREAK$3}$&${BREAK$3}`).replace(/(?<![a-z0-9])GH-(?=\d)/gi, `$&${BREAK$3}`).replace(/:(?=\/\/|(?!\d+:)[\w+-]+:|1(?:00|234):)|^(?=\/\/)/g, `$&${BREAK$3}`).replace(/www(?=\.)/gi, `$&${BREAK$3}`);
}
function codeSpan(text) {
	const plain = visible(text).replaceAll("|", "¦");
	if (plain.trim() === "") return "`·`";
	const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = "`".repeat(longest + 1);
	const padding = /^[ `]|[ `]$/.test(plain) ? " " : "";
	return `${fence}${padding}${plain}${padding}${fence}`;
}
function mermaidText(text, most = 60) {
	const plain = text.replace(/[^\p{L}\p{M}\p{N} .,()+=/_−-]+/gu, " ").replace(/ +/g, " ").trim();
	return clip(plain === "" ? "–" : plain, most);
}
function clip(text, most) {
	if (text.length <= most) return text;
	const points = [...text];
	return points.length <= most ? text : `${points.slice(0, most - 1).join("")}…`;
}
const UNSEEN = "\\u007f-\\u009f\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb";
const UNSEEN_IN_TEXT = new RegExp(`[\\u0000-\\u001f${UNSEEN}]`, "g");
const UNSEEN_IN_JSON = new RegExp(`[${UNSEEN}]`, "g");
function visible(text) {
	return text.replace(/[\n\r\t\v\f\u0085\u2028\u2029]+/g, " ").replace(UNSEEN_IN_TEXT, "�");
}
function visibleJson(json) {
	return json.replace(UNSEEN_IN_JSON, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
// src/render/budget.ts
const COMMENT_LIMIT = 65e3;
const STEPS = [
	{
		part: "examples",
		keep: 0
	},
	{
		part: "importance",
		keep: 20
	},
	{
		part: "params",
		keep: 30
	},
	{
		part: "data",
		keep: 30
	},
	{
		part: "slices",
		keep: 40
	},
	{
		part: "fairness",
		keep: 40
	},
	{
		part: "importance",
		keep: 0
	},
	{
		part: "params",
		keep: 0
	},
	{
		part: "card",
		keep: 0
	},
	{
		part: "data",
		keep: 0
	},
	{
		part: "slices",
		keep: 15
	},
	{
		part: "curves",
		keep: 0
	},
	{
		part: "confusion",
		keep: 0
	},
	{
		part: "tests",
		keep: 0
	},
	{
		part: "contract",
		keep: 0
	},
	{
		part: "reproducibility",
		keep: 0
	},
	{
		part: "latency",
		keep: 0
	},
	{
		part: "disagreement",
		keep: 0
	},
	{
		part: "fairness",
		keep: 10
	},
	{
		part: "traps",
		keep: 5
	},
	{
		part: "remarks",
		keep: 5
	},
	{
		part: "metrics",
		keep: 20
	},
	{
		part: "fairness",
		keep: 0
	},
	{
		part: "slices",
		keep: 0
	},
	{
		part: "traps",
		keep: 0
	},
	{
		part: "remarks",
		keep: 0
	},
	{
		part: "metrics",
		keep: 0
	},
	{
		part: "gates",
		keep: 40
	},
	{
		part: "gates",
		keep: 10
	}
];
const TEXT_LENGTHS = [
	2e3,
	200,
	60
];
const PART_NAMES = {
	gates: "gates",
	metrics: "metrics",
	slices: "slices",
	fairness: "fairness",
	latency: "latency",
	reproducibility: "reproducibility",
	contract: "contract",
	tests: "tests",
	curves: "curves",
	confusion: "confusion",
	data: "training data",
	params: "parameters",
	importance: "importance",
	disagreement: "where they disagree",
	examples: "examples of disagreement",
	traps: "what to be careful about",
	card: "model card",
	remarks: "notes"
};
function fitBlocks(blocks, write, limit, whole) {
	const text = write(blocks);
	if (text.length <= limit) return text;
	let last = text;
	for (const most of TEXT_LENGTHS) {
		const drafts = blocks.map((block) => draftOf$1(clipTexts(block, most), write));
		const kept = new Map();
		for (const { part, keep } of STEPS) {
			kept.set(part, keep);
			for (const draft of drafts) if (draft.parts.has(part)) rewrite(draft, kept, write);
			const removed = new Set(drafts.flatMap((draft) => [...draft.removed]));
			const end = footnote(omission(removed, whole));
			if (drafts.reduce((sum, { length }) => sum + length + 2, 0) + write([end]).length > limit) continue;
			last = write([...drafts.flatMap(({ body }) => body), end]);
			if (last.length <= limit) return last;
		}
	}
	return last;
}
function draftOf$1(block, write) {
	return {
		block,
		parts: partsIn(block),
		body: [block],
		length: write([block]).length,
		removed: new Set()
	};
}
function rewrite(draft, kept, write) {
	const removed = new Set();
	draft.body = shorten(draft.block, kept, void 0, removed);
	draft.length = draft.body.length === 0 ? 0 : write(draft.body).length;
	draft.removed = removed;
}
function partsIn(block) {
	if (!("blocks" in block)) return new Set();
	const own = block.block === "part" ? [block.part] : [];
	return new Set([...own, ...block.blocks.flatMap((inner) => [...partsIn(inner)])]);
}
function omission(removed, whole) {
	const names = [...removed].map((part) => PART_NAMES[part]);
	return `Shortened to fit into a comment. Left out: ${names.length === 0 ? "the ends of long texts" : `all or a part of: ${names.join(", ")}`}. The whole report is in ${whole}.`;
}
function shorten(block, kept, within, removed, cut = new Set()) {
	switch (block.block) {
		case "part": {
			const keep = kept.get(block.part);
			if (keep === 0) removed.add(block.part);
			if (keep === 0) return [];
			const cut = new Set();
			const blocks = block.blocks.flatMap((inner) => shorten(inner, kept, keep ?? within, removed, cut));
			if (cut.size > 0) removed.add(block.part);
			return [{
				...block,
				blocks
			}];
		}
		case "fold": return [{
			...block,
			blocks: block.blocks.flatMap((inner) => shorten(inner, kept, within, removed, cut))
		}];
		case "table": {
			if (within === void 0 || block.rows.length <= within) return [block];
			cut.add(block);
			const left = block.rows.length - within;
			const more = block.columns.map((_, at) => at === 0 ? `… and ${left} more` : "");
			return [{
				...block,
				rows: [...block.rows.slice(0, within), more]
			}];
		}
		case "list": {
			if (within === void 0 || block.items.length <= within) return [block];
			cut.add(block);
			const left = block.items.length - within;
			return [{
				...block,
				items: [...block.items.slice(0, within), `… and ${left} more`]
			}];
		}
		default: return [block];
	}
}
function clipTexts(block, most) {
	const line = (given) => spansOf(given).map((span) => typeof span === "string" ? clip(span, most) : {
		...span,
		text: clip(span.text, most)
	});
	switch (block.block) {
		case "heading":
		case "paragraph":
		case "footnote": return {
			...block,
			line: line(block.line)
		};
		case "list": return {
			...block,
			items: block.items.map(line)
		};
		case "table": return {
			...block,
			rows: block.rows.map((row) => row.map(line))
		};
		case "facts": return {
			...block,
			rows: block.rows.map(([name, value]) => [clip(name, most), line(value)])
		};
		case "code": return {
			...block,
			lines: block.lines.map((text) => clip(text, most))
		};
		case "fold": return {
			...block,
			title: line(block.title),
			blocks: block.blocks.map((inner) => clipTexts(inner, most))
		};
		case "part": return {
			...block,
			blocks: block.blocks.map((inner) => clipTexts(inner, most))
		};
		case "chart": return block;
	}
}
// src/domain/errors/error.ts
function placeText$1(place) {
	return [
		place.path,
		place.line,
		place.column
	].filter((part) => part !== void 0).join(":");
}
function exitStatusOf(code) {
	const kind = ERROR_CODES[code];
	if (kind === "fix") return 2;
	if (kind === "retry") return 3;
	return kind === "stop" ? 130 : 70;
}
function exitStatusOfOutcome(outcome) {
	return outcome === void 0 || outcome === "passed" ? 0 : 1;
}
function exitStatusOfAnswer({ outcome, status = "", candidate }) {
	return (candidate === "draft" || candidate === "closed") && PUT_BEFORE_PEOPLE.includes(status) ? 0 : exitStatusOfOutcome(outcome);
}
var ERROR_CODES, ModelyardError, PUT_BEFORE_PEOPLE;
var init_error = __esmMin(() => {
	ERROR_CODES = {
		"bad-input": "fix",
		"unknown-command": "fix",
		"unknown-model": "fix",
		"unknown-version": "fix",
		"unknown-name": "fix",
		"bad-yaml": "fix",
		"bad-json": "fix",
		"bad-file": "fix",
		"too-large": "fix",
		"newer-schema": "fix",
		"path-escape": "fix",
		"no-registry": "fix",
		"no-repository": "fix",
		"no-commit": "fix",
		"no-identity": "fix",
		"dirty-tree": "fix",
		"detached-head": "fix",
		"merge-under-way": "fix",
		"shallow-clone": "fix",
		"bad-artifact": "fix",
		"not-runnable": "fix",
		"digest-mismatch": "fix",
		"bad-data": "fix",
		"missing-engine": "fix",
		"cannot-write": "fix",
		"shape-mismatch": "fix",
		"empty-sample": "fix",
		unsupported: "fix",
		"stale-card": "fix",
		"not-believed": "fix",
		"no-github": "fix",
		"missing-permission": "fix",
		"rate-limited": "retry",
		"moved-meanwhile": "retry",
		"remote-failed": "retry",
		"timed-out": "retry",
		interrupted: "stop",
		bug: "bug"
	};
	ModelyardError = class extends Error {
		code;
		next;
		place;
		waitMs;
		name = "ModelyardError";
		constructor(facts) {
			super(facts.message, facts.cause === void 0 ? void 0 : { cause: facts.cause });
			this.code = facts.code;
			this.next = facts.next;
			this.place = facts.place;
			this.waitMs = facts.waitMs;
		}
	};
	PUT_BEFORE_PEOPLE = [
		"proposed",
		"unchanged",
		"left"
	];
});
// node_modules/leven/index.js
function leven(first, second, options) {
	if (first === second) return 0;
	const maxDistance = options?.maxDistance;
	const swap = first;
	if (first.length > second.length) {
		first = second;
		second = swap;
	}
	let firstLength = first.length;
	let secondLength = second.length;
	while (firstLength > 0 && first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength)) {
		firstLength--;
		secondLength--;
	}
	let start = 0;
	while (start < firstLength && first.charCodeAt(start) === second.charCodeAt(start)) start++;
	firstLength -= start;
	secondLength -= start;
	if (maxDistance !== void 0 && secondLength - firstLength > maxDistance) return maxDistance;
	if (firstLength === 0) return maxDistance !== void 0 && secondLength > maxDistance ? maxDistance : secondLength;
	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;
	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array$1[index] = ++index;
	}
	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;
		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array$1[index];
			result = array$1[index] = temporary > result ? temporary2 > result ? result + 1 : temporary2 : temporary2 > temporary ? temporary + 1 : temporary2;
		}
		if (maxDistance !== void 0) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) if (array$1[index] < rowMinimum) rowMinimum = array$1[index];
			if (rowMinimum > maxDistance) return maxDistance;
		}
	}
	array$1.length = firstLength;
	characterCodeCache.length = firstLength;
	return maxDistance !== void 0 && result > maxDistance ? maxDistance : result;
}
var array$1, characterCodeCache;
var init_leven = __esmMin(() => {
	array$1 = [];
	characterCodeCache = [];
});
// src/domain/errors/nearest.ts
function nearest(name, candidates) {
	const plain = (text) => text.toLowerCase().replaceAll("_", "-");
	let best;
	for (const candidate of candidates) {
		const limit = Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3));
		const [typed, known] = [plain(name), plain(candidate)];
		const distance = isSwapped(typed, known) ? 1 : leven(typed, known, { maxDistance: limit + 1 });
		if (distance <= limit && (best === void 0 || distance < best.distance)) best = {
			candidate,
			distance
		};
	}
	return best?.candidate;
}
function isSwapped(a, b) {
	const at = [...a].findIndex((letter, index) => letter !== b[index]);
	return at >= 0 && a === b.slice(0, at) + b.charAt(at + 1) + b.charAt(at) + b.slice(at + 2);
}
function suggestion(name, candidates) {
	const near = nearest(name, candidates);
	if (near !== void 0) return `did you mean \`${near}\`?`;
	if (candidates.length === 0) return "there is none yet";
	return `choose one of ${candidates.slice(0, 12).join(", ")}${candidates.length > 12 ? ` and ${candidates.length - 12} more` : ""}`;
}
var init_nearest = __esmMin(() => {
	init_leven();
});
// src/domain/errors/index.ts
var init_errors$2 = __esmMin(() => {
	init_error();
	init_nearest();
});
// node_modules/markdown-table/index.js
init_errors$2();
function defaultStringLength(value) {
	return value.length;
}
function markdownTable(table, options) {
	const settings = options || {};
	const align = (settings.align || []).concat();
	const stringLength = settings.stringLength || defaultStringLength;
	const alignments = [];
	const cellMatrix = [];
	const sizeMatrix = [];
	const longestCellByColumn = [];
	let mostCellsPerRow = 0;
	let rowIndex = -1;
	while (++rowIndex < table.length) {
		const row = [];
		const sizes = [];
		let columnIndex = -1;
		if (table[rowIndex].length > mostCellsPerRow) mostCellsPerRow = table[rowIndex].length;
		while (++columnIndex < table[rowIndex].length) {
			const cell = serialize(table[rowIndex][columnIndex]);
			if (settings.alignDelimiters !== false) {
				const size = stringLength(cell);
				sizes[columnIndex] = size;
				if (longestCellByColumn[columnIndex] === void 0 || size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			}
			row.push(cell);
		}
		cellMatrix[rowIndex] = row;
		sizeMatrix[rowIndex] = sizes;
	}
	let columnIndex = -1;
	if (typeof align === "object" && "length" in align) while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = toAlignment(align[columnIndex]);
	else {
		const code = toAlignment(align);
		while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = code;
	}
	columnIndex = -1;
	const row = [];
	const sizes = [];
	while (++columnIndex < mostCellsPerRow) {
		const code = alignments[columnIndex];
		let before = "";
		let after = "";
		if (code === 99) {
			before = ":";
			after = ":";
		} else if (code === 108) before = ":";
		else if (code === 114) after = ":";
		let size = settings.alignDelimiters === false ? 1 : Math.max(1, longestCellByColumn[columnIndex] - before.length - after.length);
		const cell = before + "-".repeat(size) + after;
		if (settings.alignDelimiters !== false) {
			size = before.length + size + after.length;
			if (size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			sizes[columnIndex] = size;
		}
		row[columnIndex] = cell;
	}
	cellMatrix.splice(1, 0, row);
	sizeMatrix.splice(1, 0, sizes);
	rowIndex = -1;
	const lines = [];
	while (++rowIndex < cellMatrix.length) {
		const row = cellMatrix[rowIndex];
		const sizes = sizeMatrix[rowIndex];
		columnIndex = -1;
		const line = [];
		while (++columnIndex < mostCellsPerRow) {
			const cell = row[columnIndex] || "";
			let before = "";
			let after = "";
			if (settings.alignDelimiters !== false) {
				const size = longestCellByColumn[columnIndex] - (sizes[columnIndex] || 0);
				const code = alignments[columnIndex];
				if (code === 114) before = " ".repeat(size);
				else if (code === 99) {
					if (size % 2) {
						before = " ".repeat(size / 2 + .5);
						after = " ".repeat(size / 2 - .5);
					} else {
						before = " ".repeat(size / 2);
						after = before;
					}
				} else after = " ".repeat(size);
			}
			if (settings.delimiterStart !== false && !columnIndex) line.push("|");
			if (settings.padding !== false && !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) line.push(" ");
			if (settings.alignDelimiters !== false) line.push(before);
			line.push(cell);
			if (settings.alignDelimiters !== false) line.push(after);
			if (settings.padding !== false) line.push(" ");
			if (settings.delimiterEnd !== false || columnIndex !== mostCellsPerRow - 1) line.push("|");
		}
		lines.push(settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join(""));
	}
	return lines.join("\n");
}
function serialize(value) {
	return value === null || value === void 0 ? "" : String(value);
}
function toAlignment(value) {
	const code = typeof value === "string" ? value.codePointAt(0) : 0;
	return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
}
// src/render/mermaid.ts
const COLORS = {
	champion: "#8c959f",
	challenger: "#2f81f7",
	model: "#2f81f7",
	ideal: "#d4a72c",
	limit: "#d4a72c",
	found: "#2f81f7"
};
function mermaidLines({ title, description, x, y, lines }) {
	const config = {
		xyChart: {
			width: 460,
			height: 340
		},
		themeVariables: { xyChart: { plotColorPalette: lines.map(({ name }) => COLORS[name]).join(", ") } }
	};
	return [
		`%%{init: ${JSON.stringify(config)}}%%`,
		"xychart-beta",
		`  accTitle: ${mermaidText(title)}`,
		`  accDescr: ${mermaidText(description, 300)}`,
		`  title "${mermaidText(title)}"`,
		`  x-axis ${axisText(x)}`,
		`  y-axis ${axisText(y)}`,
		...lines.map(({ name, values }) => `  line "${name}" [${values.map((value) => numberText$3(value, y)).join(", ")}]`)
	];
}
function axisText({ title, from, to }) {
	const [low, high] = to > from ? [from, to] : [from - 1, from + 1];
	return `"${mermaidText(title)}" ${decimal(low)} --> ${decimal(high)}`;
}
function numberText$3(value, { from, to }) {
	return decimal(Number.isFinite(value) ? Math.min(to, Math.max(from, value)) : from);
}
function decimal(value) {
	const size = Math.abs(value);
	const digits = size >= 1e3 ? 0 : size >= 1 ? 3 : 4;
	return (size < 0x38d7ea4c68000 ? value : Math.sign(value) * 0x38d7ea4c68000).toFixed(digits).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "").replace(/^-0$/, "0");
}
// src/render/markdown.ts
const SIGNS$2 = {
	good: "✅",
	bad: "❌",
	open: "⚠️"
};
function toMarkdown(blocks) {
	return `${joined$2(blocks)}\n`;
}
function joined$2(blocks) {
	return blocks.map(blockText$1).join("\n\n");
}
function blockText$1(block) {
	switch (block.block) {
		case "heading": return `${"#".repeat(block.level)} ${lineText$1(block.line)}`;
		case "paragraph": return escapeLineStart(lineText$1(block.line));
		case "list": return block.items.map((item) => `- ${block.tasks ? "[ ] " : ""}${escapeLineStart(lineText$1(item))}`).join("\n");
		case "table": return table$1(block.columns.map(({ title, align }) => ({
			title,
			align: align ?? "left"
		})), block.rows);
		case "facts": return table$1([{
			title: "",
			align: "left"
		}, {
			title: "",
			align: "left"
		}], block.rows);
		case "code": return [
			"```",
			...block.lines.map((line) => visible(line).replaceAll("```", "` ` `")),
			"```"
		].join("\n");
		case "fold": return `<details><summary>${htmlText(block.title)}</summary>\n\n${joined$2(block.blocks)}\n\n</details>`;
		case "part": return joined$2(block.blocks);
		case "chart": return [
			"```mermaid",
			...mermaidLines(block.chart),
			"```"
		].join("\n");
		case "footnote": return `<sub>${lineText$1(block.line)}</sub>`;
	}
}
function table$1(columns, rows) {
	return markdownTable([columns.map(({ title }) => escapeMarkdown(title)), ...rows.map((row) => row.map((cell, at) => unbroken(lineText$1(cell), columns[at]?.align)))], {
		align: columns.map(({ align }) => align),
		alignDelimiters: false
	});
}
const LONGEST_NUMBER = 22;
function unbroken(cell, align) {
	if (align === "right" && cell.length <= LONGEST_NUMBER) return cell.replaceAll(" ", "\xA0");
	return cell.replace(/^(✅|❌|⚠️) /u, "$1\xA0");
}
function lineText$1(line) {
	return spansOf(line).map(spanText$1).join("");
}
function htmlText(line) {
	return spansOf(line).map((span) => {
		if (typeof span === "string") return escapeHtml(span);
		return span.is === "strong" ? `<b>${escapeHtml(span.text)}</b>` : escapeHtml(span.text);
	}).join("");
}
function spanText$1(span) {
	if (typeof span === "string") return escapeMarkdown(span);
	switch (span.is) {
		case "strong": return `**${escapeMarkdown(span.text).trim()}**`;
		case "code":
		case "name": return codeSpan(span.text);
		case "dim": return escapeMarkdown(span.text);
		default: return `${SIGNS$2[span.is]} ${escapeMarkdown(span.text)}`;
	}
}
// src/render/report-page.ts
function titleLine({ part }) {
	return part === "" ? "" : `## ${escapeMarkdown(part)}\n\n`;
}
function sourceLine({ commit, run, url }) {
	const parts = [...commit === void 0 ? [] : [`commit ${codeSpan(commit.slice(0, 12))}`], ...run === 0 ? [] : [linked(`run ${run}`, url)]];
	return parts.length === 0 ? "" : `\n<sub>${parts.join(" · ")}</sub>\n`;
}
function noteLine(whole, url) {
	return `<sub>Shortened to fit into a comment. The whole report is in ${linked(whole, url)}.</sub>`;
}
function linked(text, url) {
	return url !== void 0 && /^https?:\/\/[\w.:/@%-]+$/.test(url) ? `[${text}](${url})` : text;
}
// src/render/numbers.ts
function metricText(value) {
	const size = Math.abs(value);
	if (size !== 0 && size < 5e-5) return minus(value.toExponential(1));
	if (size !== 0 && size < .001) return minus(value.toFixed(4));
	if (size >= 9999.5) return minus(size < 0x38d7ea4c68000 ? countText(Math.round(value)) : value.toPrecision(5));
	return minus(size >= 100 ? value.toFixed(1) : value.toFixed(3));
}
function differenceText(value) {
	const text = metricText(value);
	if (/^−?0\.0+$/.test(text)) return text.replace("−", "");
	return value > 0 ? `+${text}` : text;
}
function countText(value) {
	return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
function bytesText(bytes) {
	const units = [
		"bytes",
		"kB",
		"MB",
		"GB",
		"TB"
	];
	let size = bytes;
	let unit = 0;
	while (size >= (unit === 0 ? 1e3 : 999.95) && unit < units.length - 1) {
		size /= 1e3;
		unit += 1;
	}
	return unit === 0 ? `${countText(bytes)} bytes` : `${size.toFixed(1)} ${units[unit]}`;
}
function plural(count, one, many = `${one}s`) {
	return `${countText(count)} ${count === 1 ? one : many}`;
}
function minuteText(time) {
	return time.slice(0, 16).replace("T", " ");
}
function short(id, digits = 7) {
	return id.slice(0, digits);
}
function differenceRange({ low, high }) {
	return `${differenceText(low)} to ${differenceText(high)}`;
}
function metricRange({ low, high }) {
	return `${metricText(low)} to ${metricText(high)}`;
}
function movedText(champion, challenger) {
	return `${metricText(champion)} → ${metricText(challenger)}`;
}
function ratioText$1(value) {
	return `× ${value >= 10 ? value.toFixed(1) : value.toFixed(2)}`;
}
function pValueText(value) {
	return value < 1e-4 ? "< 0.0001" : String(Number(value.toPrecision(2)));
}
function equalTo(pValue) {
	const text = pValueText(pValue);
	return text.startsWith("<") ? text : `= ${text}`;
}
function shareText(share) {
	const percent = share * 100;
	return `${percent !== 0 && Math.abs(percent) < .05 ? "< 0.1" : percent.toFixed(1)} %`;
}
function minus(text) {
	return text.replaceAll("-", "−");
}
// src/render/sections/promises.ts
function reproducibilityBlocks(found) {
	if (found === void 0) return [];
	const [word, text] = FINDINGS[found.finding];
	const trainings = found.artifacts.length - 1;
	return [folded("reproducibility", [strong("Reproducibility"), ` · ${text}`], paragraph(word, `: trained again ${trainings === 1 ? "once" : `${trainings} times`} from commit `, code(short(found.commit)), ", data ", code(short(found.data)), ` and seed ${found.seed}: ${text}${comparedText(found)}.`))];
}
const FINDINGS = {
	"same-bytes": [good("same"), "same bytes"],
	"same-predictions": [good("same"), "other bytes, same predictions"],
	different: [bad$1("different"), "other predictions"]
};
function comparedText({ rows, tolerance, ...found }) {
	if (rows === void 0) return "";
	const largest = found["largest-difference"];
	const beyond = found["rows-beyond"];
	return [
		`, compared on ${plural(rows, "row")}`,
		...largest === void 0 ? [] : [`the largest difference is ${metricText(largest)}`],
		...beyond === void 0 || tolerance === void 0 ? [] : [`${plural(beyond, "row")} beyond the tolerance of ${metricText(tolerance)}`]
	].join(", ");
}
const CHECK_SPANS = {
	kept: good("kept"),
	broken: bad$1("broken"),
	"not-asked": "not asked"
};
function contractBlocks(contract) {
	if (contract === void 0) return [];
	const { checks, inputs, probes, against, protocol } = contract;
	const broken = checks.filter(({ outcome }) => outcome === "broken").length;
	const answer = broken === 0 ? "all kept" : `${broken} broken`;
	const whom = protocol === void 0 ? against : `${against}, protocol ${protocol}`;
	return [folded("contract", [strong("Contract"), ` · ${plural(checks.length, "check")}, ${answer}`], {
		block: "table",
		columns: [
			{ title: "promise" },
			{ title: "" },
			{
				title: "probes",
				align: "right"
			},
			{ title: "detail" }
		],
		rows: [...checks].sort((a, b) => Number(b.outcome === "broken") - Number(a.outcome === "broken")).map(({ check, outcome, probes: asked, detail = "" }) => [
			check,
			CHECK_SPANS[outcome],
			countText(asked),
			detail
		])
	}, paragraph(`${plural(probes, "probe")} of ${plural(inputs, "input")} against the ${whom}.`))];
}
function testBlocks(tests) {
	if (tests === void 0) return [];
	const { passed, failed, errors, skipped, failures } = tests;
	const broken = failed + errors;
	const counts = [
		`${countText(passed)} passed`,
		...failed > 0 ? [`${countText(failed)} failed`] : [],
		...errors > 0 ? [plural(errors, "error")] : [],
		...skipped > 0 ? [`${countText(skipped)} skipped`] : []
	].join(", ");
	const word = broken > 0 ? bad$1("failed") : passed > 0 ? good("passed") : open$3("no test ran");
	return [folded("tests", [strong("Tests"), ` · ${counts}`], paragraph(word, `: ${counts}, by ${tests.format}${tests.seconds === void 0 ? "" : ` in ${tests.seconds.toFixed(1)} s`}.`), ...failures.length === 0 ? [] : [{
		block: "list",
		items: failures.map(({ name, message }) => `${name}: ${message}`)
	}])];
}
function sizeText$1({ bytes, files }) {
	return `${bytesText(bytes)} in ${plural(files, "file")}`;
}
// src/render/sections/provenance.ts
function provenance$1(result) {
	const { data, facts, engine, size, "decided-before": decided } = result;
	const times = decided === void 0 ? "" : decided === 0 ? ", never decided before" : `, decided ${timesText(decided)} before`;
	return [
		...size === void 0 ? [] : [` (${sizeText$1(size)})`],
		" · data ",
		code(short(data.sha256)),
		` (${rowsText(data)}, ${plural(facts.rows, "row")}${times}) · ${engine}`
	];
}
function rowsText({ pinned, window }) {
	if (window === void 0) return pinned ? "pinned" : "not pinned";
	const days = `${window.from.slice(0, 10)} to ${window.to.slice(0, 10)}`;
	return pinned ? `by rule, ${days}` : `${days}, not the newest`;
}
function timesText(count) {
	return count === 1 ? "once" : plural(count, "time");
}
function remarkBlocks(remarks) {
	if (remarks.length === 0) return [];
	const items = remarks.map((remark) => sentence(`Note: ${fullSentence(remark)}`));
	return [part("remarks", {
		block: "list",
		items
	})];
}
// src/render/results/change.ts
function changeBlocks(change) {
	return [
		...change.remarks.map((remark) => footnote(...sentence(fullSentence(remark)))),
		paragraph(...statusLine(change)),
		...reasonBlocks(change),
		...nextBlocks(change.next)
	];
}
function statusLine({ status, why, branch, "pull-request": pull, commit, committer, files }) {
	const by = committer === void 0 ? "" : ` as ${committer.name} <${committer.email}>, from ${committer.source}`;
	const at = commit === void 0 ? [] : [", commit ", code(short(commit))];
	switch (status) {
		case "planned": return [
			`Nothing was changed. It would write ${files.length === 1 ? "one file" : `${files.length} files`} on `,
			code(branch ?? ""),
			"."
		];
		case "branched": return [
			good("Done"),
			" on the branch ",
			code(branch ?? ""),
			...at,
			`${by}.`
		];
		case "proposed": return [
			good("Done"),
			` as pull request ${pull?.number ?? ""} from `,
			code(branch ?? ""),
			...at,
			"."
		];
		case "left": return [
			good("Done"),
			": the GitHub App opens the pull request from ",
			code(branch ?? ""),
			"."
		];
		case "merged": return [
			good("Merged"),
			" into ",
			code(branch ?? ""),
			...at,
			`${by}.`
		];
		case "unchanged": return [
			good("Nothing to do"),
			": ",
			...sentence(`${why ?? "it is so already"}.`)
		];
		case "refused": return [bad$1("Refused"), "; nothing was changed."];
	}
}
function reasonBlocks({ status, reasons }) {
	if (status !== "refused") return [];
	return [{
		block: "list",
		items: reasons.map(({ message, next }) => sentence(`${fullSentence(message)} ${fullSentence(next)}`))
	}];
}
function nextBlocks(next) {
	if (next.length === 0) return [];
	return [{
		block: "list",
		items: next.map((step) => {
			if (step.includes("`")) return sentence(step);
			const split = commandAt(step);
			return split < 0 ? step : [`${step.slice(0, split)}: `, code(step.slice(split + 2))];
		}).map((item, index) => joinSpans([index === 0 ? "Next: " : "      ", item], ""))
	}];
}
function commandAt(step) {
	return step.replace(/`[^`]*`/g, (quoted) => "`".repeat(quoted.length)).indexOf(": ");
}
// src/render/results/alerts.ts
const NAMED$4 = 5;
const ALERTS$1 = {
	drift: "drift",
	degradation: "degradation",
	"data-quality": "data quality",
	operations: "operations",
	"no-data": "no data"
};
const CHANGES$1 = {
	none: "–",
	open: "opened",
	update: "brought up to date",
	close: "closed",
	reopen: "opened again",
	"not-asked": "left as it is"
};
function describeAlerts({ model, at, run, record, alerts, week, remarks, next }) {
	return [
		heading(2, `${model}: alerts`),
		{
			block: "table",
			columns: [
				{ title: "alert" },
				{ title: "this run" },
				{ title: "what" },
				{ title: "issue" }
			],
			rows: alerts.map(rowOf$2)
		},
		...week === void 0 || week.change === "none" ? [] : [paragraph(`Week ${week.week} was told.`)],
		...remarkBlocks(remarks),
		...nextBlocks(next),
		footnote(`${minuteText(at)} UTC, ${run === "terminal" ? "at a terminal" : `run ${run.id}`} · ${record.is === "written" ? "kept" : "stands already"} on ${record.branch} as `, name(record.path))
	];
}
function rowOf$2({ kind, finding, bad: items, change, issue }) {
	const named = items.slice(0, NAMED$4).map((item) => [name(item.name)]);
	const rest = items.length - named.length;
	return [
		ALERTS$1[kind],
		finding === "bad" ? bad$1("bad") : finding === "good" ? good("good") : open$3("not told"),
		items.length === 0 ? "–" : joinSpans([...named, ...rest > 0 ? [[`${rest} more`]] : []], ", "),
		issue === void 0 ? CHANGES$1[change] : `#${issue.number} ${CHANGES$1[change]}`
	];
}
// src/render/results/alert-note.ts
function describeAlertNote({ model, alert, snoozed, acknowledged, remarks }) {
	const of = ` of ${ALERTS$1[alert.kind]} of `;
	return [
		...snoozed === void 0 ? [] : [paragraph(good("Snoozed:"), " the alert", of, name(model), ` says nothing until ${minuteText(snoozed.until)} UTC but that it recovered or returned.`)],
		...acknowledged === void 0 ? [] : [paragraph(good("Noted:"), " ", name(acknowledged.by), " looks after the alert", of, name(model), "; what joins is not told by a comment until it has recovered.")],
		...remarkBlocks(remarks)
	];
}
// src/render/labels.ts
const METRIC_LABELS = {
	"roc-auc": "ROC AUC",
	"average-precision": "Average precision",
	accuracy: "Accuracy",
	"balanced-accuracy": "Balanced accuracy",
	f1: "F1",
	precision: "Precision",
	recall: "Recall",
	specificity: "Specificity",
	matthews: "Matthews correlation",
	"macro-f1": "Macro F1",
	"weighted-f1": "Weighted F1",
	"roc-auc-ovr": "ROC AUC, one against the rest",
	"log-loss": "Log loss",
	brier: "Brier score",
	"calibration-error": "Calibration error",
	"ks-separation": "KS separation",
	lift: "Lift",
	cost: "Cost per row",
	rmse: "RMSE",
	mae: "MAE",
	"median-absolute-error": "Median absolute error",
	mape: "MAPE",
	"pinball-loss": "Pinball loss",
	r2: "R²",
	"mean-error": "Mean error"
};
function metricLabel(name) {
	return Object.hasOwn(METRIC_LABELS, name) ? METRIC_LABELS[name] : name;
}
function ownLabel(name, unit) {
	return unit === void 0 ? name : `${name} (${unit})`;
}
function readingOf(interval, direction) {
	if (interval === void 0 || direction === "zero") return "unread";
	if (interval.low <= 0 && interval.high >= 0) return "open";
	const isHigher = interval.low > 0;
	if (direction === void 0) return isHigher ? "higher" : "lower";
	return isHigher === (direction === "higher") ? "better" : "worse";
}
function readingSpan$1(reading) {
	if (reading === "better") return good("better");
	if (reading === "worse") return bad$1("worse");
	return reading === void 0 || reading === "unread" ? "" : reading;
}
function readingCounts(readings) {
	const count = (wanted) => readings.filter((reading) => reading === wanted).length;
	return [
		"better",
		"higher",
		"open",
		"lower",
		"worse"
	].flatMap((word) => count(word) > 0 || word === "worse" ? [`${count(word)} ${word}`] : []).join(", ");
}
const FAIRNESS_LABELS = {
	"demographic-parity-difference": "Demographic parity difference",
	"demographic-parity-ratio": "Demographic parity ratio",
	"equal-opportunity-difference": "Equal opportunity difference",
	"equalized-odds-difference": "Equalized odds difference"
};
function fairnessLabel(measure) {
	return FAIRNESS_LABELS[measure];
}
function outcomeSpan(outcome) {
	if (outcome === "left-out") return {
		is: "dim",
		text: "left out"
	};
	return outcome === "passed" ? good("passed") : outcome === "failed" ? bad$1("failed") : open$3("inconclusive");
}
function ownName(path, names = 1) {
	return /^(?:[\\/]|[A-Za-z]:)/.test(path) ? path.split(/[\\/]/).slice(-names).join("/") : path;
}
// src/render/results/gate-numbers.ts
const DIFFERENCES$1 = [
	"not-worse",
	"better",
	"guardrails",
	"slice-not-worse",
	"fairness-change"
];
function observedText({ gate }, observed) {
	if (observed?.value === void 0) return observed?.word?.replaceAll("-", " ") ?? "–";
	const { value, low, high, unit } = observed;
	if (DIFFERENCES$1.includes(gate)) return `${differenceText(value)}${low === void 0 ? "" : ` (low end ${differenceText(low)})`}`;
	const range = low === void 0 || high === void 0 ? "" : ` (${bareText(low, unit)} to ${bareText(high, unit)})`;
	return `${numberText$2(value, unit)}${range}`;
}
function wantedText({ gate, wanted }) {
	if (wanted.value === void 0) return wanted.word?.replaceAll("-", " ") ?? "";
	return `${{
		"at-least": "≥",
		"at-most": "≤",
		above: ">",
		below: "<",
		equal: "="
	}[wanted.is]} ${DIFFERENCES$1.includes(gate) ? differenceText(wanted.value) : numberText$2(wanted.value, wanted.unit)}`;
}
function limitText({ wanted }) {
	return numberText$2(Math.abs(wanted.value ?? 0), wanted.unit);
}
function shortfall({ observed, wanted }) {
	if (observed?.value === void 0 || wanted.value === void 0) return "";
	const wantsMore = wanted.is === "at-least" || wanted.is === "above";
	const seen = (wantsMore ? observed.low : observed.high) ?? observed.value;
	const missing = wantsMore ? wanted.value - seen : seen - wanted.value;
	return missing > 0 ? `, by ${bareText(missing, wanted.unit)}` : "";
}
function bareText(value, unit) {
	return unit === "ratio" ? value.toFixed(2) : numberText$2(value, unit);
}
function numberText$2(value, unit) {
	switch (unit) {
		case "bytes": return bytesText(value);
		case "count": return countText(value);
		case "days": return `${Number(value.toFixed(1))} ${value === 1 ? "day" : "days"}`;
		case "ratio": return `× ${value.toFixed(2)}`;
		case "share":
		case void 0: return metricText(value);
	}
}
// src/render/results/gate-titles.ts
function gateTitle(gate) {
	const from = {
		floor: " (floor of the repository)",
		default: " (default)",
		model: ""
	}[gate.source];
	return `${subjectOf(gate)}${from}`;
}
function subjectOf(result) {
	const { gate, about = "" } = result;
	switch (gate) {
		case "metric-limit": return metricLabel(about);
		case "not-worse": return `${metricLabel(about)}, ${marginText(result)}`;
		case "better": return `${metricLabel(about)}, better ${result.wanted.value === 0 ? "than the champion" : `by ${limitText(result)}`}`;
		case "guardrails": return `Guardrails (${about.split(", ").map(metricLabel).join(", ")}), ${marginText(result)}`;
		case "slice-limit": return `${metricLabel(about)} on each slice`;
		case "slice-not-worse": return `${metricLabel(about)} on each slice, ${marginText(result)}`;
		case "fairness": return capital(about.replaceAll("-", " "));
		case "fairness-change": return `${capital(about.replaceAll("-", " "))}, ${marginText(result)}`;
		case "latency": return `Latency ${about} against the champion`;
		case "size": return "Size of the artifact";
		case "reproducible": return "Training again";
		case "contract": return about === "" ? "Contract" : `Contract of the ${about}`;
		case "data": return `Training data: ${about}`;
		case "tests": return "Tests that passed";
		case "custom": return about;
		case "freshness": return `Age of the ${about}`;
	}
}
function marginText({ wanted, gate }) {
	if (wanted.value === void 0) return `not worse by ${wanted.word ?? "a margin"}`;
	if (wanted.value === 0) return gate === "not-worse" ? "better than the champion" : "not worse";
	return `not worse by ${limitText({ wanted })}`;
}
// src/render/results/gates.ts
function describeGates(result) {
	const { gates, version, champion, data, stage } = result;
	const items = openGateLines(gates);
	return [
		heading(2, HEADLINES$1[result.outcome](`${result.model}: ${headline$2(result)}`)),
		...result["as-if"] === void 0 ? [] : [paragraph(strong("As if:"), " judged by the policy in ", name(result["as-if"]), ", not by the one in effect. Nothing is promoted by this answer.")],
		{
			block: "facts",
			rows: [
				[`version ${version.version}`, [`stands in ${result["stands-in"]}, artifact `, code(short(version.artifact))]],
				["champion", champion === void 0 ? "none to compare with" : [`version ${champion.version}, artifact `, code(short(champion.artifact))]],
				...data === void 0 ? [] : [["evaluation data", evaluationRows(data)]]
			]
		},
		...policyBlocks(result),
		...items.length === 0 ? [] : [{
			block: "list",
			items
		}],
		...gateBlocks(gates),
		...result.remarks.map((remark) => paragraph(...sentence(fullSentence(remark)))),
		...nextBlocks(result.next),
		footnote(`policy of ${stage} at `, code(short(result["policy-commit"])))
	];
}
const HEADLINES$1 = {
	passed: good,
	failed: bad$1,
	inconclusive: open$3
};
function headline$2({ version, stage, outcome }) {
	const may = {
		passed: "may go to",
		failed: "may not go to",
		inconclusive: "cannot go yet to"
	}[outcome];
	return `version ${version.version} ${may} ${stage}, by the gates`;
}
function policyBlocks({ policy, stage, "as-if": file }) {
	if (policy === void 0) return [];
	const whose = (source) => source === "model" && file !== void 0 ? [name(file)] : SOURCES$1[source];
	const rows = policy.gates.map(({ source, text, why }) => [whose(source), [code(text), ...why === void 0 ? [] : sentence(`: ${why}`)]]);
	const approvals = policy.approvals.map(({ required, from, source }) => [whose(source), `${plural(required, "approval")} by ${from?.join(" or ") ?? "people with `maintain`"}`]);
	return [heading(3, `The policy of ${stage} ${file === void 0 ? "in effect" : "as it would be"}`), {
		block: "table",
		columns: [{ title: "from" }, { title: "line" }],
		rows: [...rows, ...approvals]
	}];
}
const SOURCES$1 = {
	model: "model.yaml",
	floor: "floor",
	default: "default"
};
function gateBlocks(tree) {
	const rows = tree.gates.map((gate) => [
		gateTitle(gate),
		outcomeSpan(gate.outcome),
		observedText(gate, gate.observed),
		wantedText(gate)
	]);
	const table = {
		block: "table",
		columns: [
			{ title: "gate" },
			{ title: "outcome" },
			{
				title: "observed",
				align: "right"
			},
			{
				title: "wanted",
				align: "right"
			}
		],
		rows
	};
	return [
		...rows.length === 0 ? [] : [table],
		...tree.gates.flatMap(partBlocks),
		...tree.remarks.map(({ message, next }) => paragraph(...sentence(fullSentence(`${message}: ${next}`)))),
		...warningBlocks(tree.warnings ?? [])
	];
}
function partBlocks(gate) {
	const { parts = [] } = gate;
	if (parts.length === 0) return [];
	const judged = parts.filter(({ outcome }) => outcome !== "left-out");
	const passed = judged.filter(({ outcome }) => outcome === "passed").length;
	return [{
		block: "fold",
		title: [strong(PART_TITLES[gate.gate] ?? "Parts"), ` · ${passed} of ${judged.length} passed${leftOutText(parts)}`],
		blocks: [paragraph(...sentence(fullSentence(gateTitle(gate)))), {
			block: "table",
			columns: [
				{ title: "part" },
				{
					title: "observed",
					align: "right"
				},
				{ title: "outcome" },
				{ title: "why" }
			],
			rows: parts.map((part) => [
				gate.gate === "guardrails" ? metricLabel(part.name) : part.name,
				observedText(gate, part.observed),
				outcomeSpan(part.outcome),
				sentence(part.reason)
			])
		}]
	}];
}
const PART_TITLES = {
	guardrails: "Guardrails",
	"slice-limit": "Slices",
	"slice-not-worse": "Slices against the champion",
	fairness: "Groups",
	"fairness-change": "Groups against the champion",
	contract: "Promises of the contract",
	data: "Training data",
	tests: "Tests that failed"
};
function leftOutText(parts) {
	const count = parts.filter(({ outcome }) => outcome === "left-out").length;
	return count === 0 ? "" : `, ${count} left out`;
}
function warningBlocks(warnings) {
	if (warnings.length === 0) return [];
	return [{
		block: "list",
		items: warnings.map(({ message, next }) => sentence(`Note: ${fullSentence(message)} ${fullSentence(next)}`))
	}];
}
function openGateLines(tree) {
	return tree.gates.filter(({ outcome }) => outcome === "failed" || outcome === "inconclusive").map((gate) => [outcomeSpan(gate.outcome), ...sentence(`${shortfall(gate)}: ${gateTitle(gate)}: ${gate.reason}.${gate.next === void 0 ? "" : ` What would change it: ${gate.next}.`}`)]);
}
function evaluationRows({ uri, sha256, time, "window-days": days }) {
	if (time !== void 0 && days !== void 0) return `${uri}, ${plural(days, "day")} by ${time}`;
	return sha256 === void 0 ? `${uri}, not pinned` : [`${uri}, `, code(short(sha256))];
}
// src/render/results/move.ts
function describeMove(result) {
	return [...proposedMove(result), ...changeBlocks(result)];
}
function proposedMove(result) {
	return [
		heading(2, `${result.model}: ${result.title}`),
		...movedFacts(result),
		...otherChecks(result)
	];
}
function movedFacts(moved) {
	return [
		...movedBlocks(moved),
		...moved.gates === void 0 ? [] : gateBlocks(moved.gates),
		...whyNot(moved),
		...approvalBlocks$1(moved)
	];
}
function movedBlocks(result) {
	const { version, from, to, displaces, aliases, record } = result;
	const rows = [
		...version === void 0 || from === void 0 ? [] : [[`version ${version}`, `${from} → ${to}`]],
		...displaces === void 0 ? [] : [[`version ${displaces}`, `${to} → the archive`]],
		...aliases.map(({ alias, before, after }) => [alias, `${before ?? "nothing"} → ${after ?? "nothing"}`]),
		...result.purged ? [["artifact", "its bytes are removed; the record stays"]] : [],
		...result.reason === void 0 ? [] : [["reason", result.reason]],
		...result.replaces === void 0 ? [] : [["replaces", `pull request ${result.replaces}`]],
		...record === void 0 ? [] : [["record", `promotions/${record}.json`]]
	];
	return rows.length === 0 ? [] : [{
		block: "facts",
		rows
	}];
}
function whyNot({ gates }) {
	const items = gates === void 0 ? [] : openGateLines(gates);
	return items.length === 0 ? [] : [{
		block: "list",
		items
	}];
}
function approvalBlocks$1({ approvals, unapproved }) {
	if (approvals?.["by-hand"]) return [paragraph("Approvals: the policy leaves them to people (`approvals: by-hand`); nothing judged them.")];
	if (approvals === void 0 || approvals.rules.length === 0) return [];
	const wanted = approvals.rules.map(({ required, from }) => {
		const whose = from === void 0 ? "people with `maintain`" : from.join(" or ");
		return `${plural(required, "approval")} by ${whose}`;
	});
	const how = unapproved === void 0 ? "they are given on the pull request" : `merged without them, because: ${unapproved}`;
	return [paragraph("Approvals ", outcomeSpan(approvals.outcome), ": ", ...sentence(`${wanted.join(", ")}; ${how}.`)), ...whyNotApproved(approvals.rules)];
}
function whyNotApproved(rules) {
	const items = rules.flatMap(({ outcome, reason, next }) => outcome === void 0 || outcome === "passed" || reason === void 0 ? [] : [sentence(`${reason}: ${next ?? ""}`)]);
	return items.length === 0 ? [] : [{
		block: "list",
		items
	}];
}
function otherChecks({ "other-checks": checks }) {
	if (!checks?.["start-by-click"]) return [];
	const what = checks.names.length === 0 ? "Its workflows" : `The other required checks (${checks.names.map((name) => `\`${name}\``).join(", ")})`;
	return [paragraph(...sentence(`${what} start when somebody with write access presses "Approve and run workflows" below.`))];
}
// src/render/results/registration.ts
function describeRegistration(result) {
	return [...proposedRegistration(result), ...changeBlocks(result)];
}
function proposedRegistration(result) {
	const { record, promotion } = result;
	return [
		heading(2, `${result.model}: ${titleOf(result)}`),
		...record === void 0 ? [] : [{
			block: "facts",
			rows: versionFacts(record)
		}],
		...result.export.length === 0 ? [] : [paragraph("As ONNX it could be scored and compared here:"), {
			block: "code",
			lines: result.export
		}],
		...promotion === void 0 ? [] : movedFacts(promotion),
		...otherChecks(result)
	];
}
function candidateLines({ candidate, alerts = [], earlier }) {
	if (candidate === void 0) return "";
	const issues = alerts.map((number) => `#${number}`).join(", ");
	const why = issues === "" ? "" : ` It was trained again because of ${issues}, which closes by itself after good runs.`;
	return `${FATES[candidate]}${why}\n\n${earlier === void 0 ? "" : `${earlierText(earlier)}\n\n`}`;
}
function earlierText(earlier) {
	const { window, rows, metric, champion, challenger, difference, interval } = earlier;
	const [from, to] = [window.from.slice(0, 10), window.to.slice(0, 10)];
	const range = interval === void 0 ? "" : ` (${metricText(interval.low)} to ${metricText(interval.high)})`;
	return `On ${plural(rows, "row")} before the drift, ${from} to ${to}: ${metricLabel(metric)} ${metricText(challenger)}, the champion ${metricText(champion)}, a difference of ${metricText(difference)}${range}. Shown and not judged: the models may have been trained on some of these rows.`;
}
const FATES = {
	ready: "A retraining made this candidate.",
	draft: "A retraining made this candidate, and its gates cannot tell: what would settle it stands below. It stays a draft, and the next one takes its place. Merged as it is it would be registered, and stand in no stage.",
	closed: "A retraining made this candidate, and its gates failed: it is closed, for the reasons below."
};
function titleOf({ status, record, promotion }) {
	if (record === void 0) return "register a version";
	return promotion?.title ?? `${status === "unchanged" ? "" : "register "}version ${record.version}`;
}
function versionFacts(record) {
	const { artifact, signature, data, params, metrics } = record;
	return [
		["artifact", `${artifact.kind ?? artifact.format}, ${bytesText(artifact.bytes)}, sha256 ${short(artifact.sha256, 12)}…`],
		...artifact.uri.startsWith("./") ? [] : [["at", artifact.uri]],
		...artifact["runs-code-when-loaded"] ? [["careful", "loading it runs code that it carries"]] : [],
		...signature === void 0 ? [] : [["signature", signatureText(signature)]],
		...data.map(({ role, uri, rows }) => [`${role} data`, `${uri}${rows === void 0 ? "" : `, ${plural(rows, "row")}`}`]),
		...listed$1("params", params, (value) => typeof value === "number" ? String(value) : JSON.stringify(value)),
		...listed$1("metrics", metrics, metricText),
		["trained at", `commit ${short(record.commit)}`],
		["made", `${record["created-at"]} by ${record["created-by"]}`]
	];
}
function listed$1(name, values, text) {
	const entries = Object.entries(values);
	if (entries.length === 0) return [];
	const shown = entries.slice(0, 8).map(([key, value]) => `${key} ${text(value)}`);
	const more = entries.length > 8 ? ` and ${countText(entries.length - 8)} more` : "";
	return [[name, shown.join(", ") + more]];
}
function signatureText({ inputs, outputs }) {
	const tensor = ({ name, datatype, shape }) => `${name} ${datatype}[${shape.map((size) => size === -1 ? "?" : size).join(", ")}]`;
	const some = (tensors) => tensors.slice(0, 3).map(tensor).join(", ") + (tensors.length > 3 ? ` and ${tensors.length - 3} more` : "");
	return `${some(inputs.map(({ name, datatype, shape }) => ({
		name,
		datatype,
		shape
	})))} → ${some(outputs)}`;
}
// src/render/sections/card-facts.ts
function cardBlocks({ record, description, challenger }) {
	if (record === void 0) return [];
	const rows = record.data.find(({ role }) => role === "train")?.rows;
	const trained = rows === void 0 ? "" : `, trained on ${plural(rows, "row")}`;
	return [folded("card", [strong("Model card"), ` · version ${challenger.version}${trained}`], ...description === void 0 ? [] : [paragraph(description)], {
		block: "facts",
		rows: versionFacts(record)
	})];
}
// src/render/sections/changes.ts
function dataBlocks(change) {
	if (change === void 0) return [];
	const { champion, challenger, added, removed } = change;
	const moved = change.columns.filter(({ change: kind, missing }) => kind !== "same" || missing?.moved);
	const rows = `+${countText(added)} and −${countText(removed)} rows`;
	const table = {
		block: "table",
		columns: [
			{ title: "column" },
			{ title: "change" },
			{
				title: "distance",
				align: "right"
			},
			{
				title: "adjusted p",
				align: "right"
			},
			{
				title: "missing, before → after",
				align: "right"
			}
		],
		rows: moved.map(({ column, change: kind, missing, ...found }) => [
			column,
			kind === "same" && missing?.moved ? "other share missing" : CHANGE_WORDS[kind],
			distanceText(found),
			found["p-value"] === void 0 ? "–" : pValueText(found["p-value"]),
			found["null-rate"] === void 0 ? "–" : `${found["null-rate"].map(shareText).join(" → ")}${missing?.moved ? ` (p ${equalTo(missing["p-value"])})` : ""}`
		])
	};
	return [folded("data", [strong("Training data"), ` · ${rows}, ${plural(moved.length, "column")} changed`], paragraph(`${countText(champion.rows)} → ${plural(challenger.rows, "row")}: ${countText(added)} added, ${countText(removed)} removed. ${plural(change.columns.length - moved.length, "column")} of ${countText(change.columns.length)} as before.`), ...moved.length === 0 ? [] : [table], ...wordBlocks(change.columns), ...doubtBlocks(change.columns), ...change.columns.some(({ test }) => test !== void 0) ? [METHODS] : [])];
}
function distanceText({ distance, test }) {
	if (distance === void 0) return "–";
	return `${test === void 0 ? "" : test === "kolmogorov-smirnov" ? "D " : "V "}${metricText(distance)}`;
}
function wordBlocks(columns) {
	const lines = columns.flatMap(({ column, "new-words": added, "gone-words": gone }) => {
		const parts = [...wordsLine("new", added), ...wordsLine("gone", gone)];
		return parts.length === 0 ? [] : [[
			name(column),
			": ",
			...joinSpans(parts, "; ")
		]];
	});
	return lines.length === 0 ? [] : [{
		block: "list",
		items: lines
	}];
}
function wordsLine(what, words) {
	if (words === void 0) return [];
	const named = words.first.slice(0, WORDS_SHOWN);
	const more = words.count - named.length;
	return [[
		`${what} `,
		...joinSpans(named.map((word) => name(word)), ", "),
		more === 0 ? "" : ` and ${countText(more)} more`
	]];
}
function doubtBlocks(columns) {
	return DOUBTS.flatMap(({ is, why }) => {
		const found = columns.filter(is);
		if (found.length === 0) return [];
		const named = found.slice(0, WORDS_SHOWN).map(({ column }) => name(column));
		const more = found.length === named.length ? "" : ` and ${countText(found.length - named.length)} more`;
		return [paragraph(`${why}: `, ...joinSpans(named, ", "), `${more}.`)];
	});
}
const WORDS_SHOWN = 8;
const DOUBTS = [
	{
		is: (column) => column["too-few-rows"] === true,
		why: "Too few rows to see a change that matters"
	},
	{
		is: (column) => column["not-tested"] === "many-words",
		why: "Too many different words to compare"
	},
	{
		is: (column) => column["not-tested"] === "no-values",
		why: "No values to compare"
	},
	{
		is: (column) => column["no-numbers"] !== void 0,
		why: "Compared without values that are no finite numbers"
	}
];
const METHODS = footnote("Distance: the D of Kolmogorov and Smirnov for numbers, Cramér's V without what chance adds for words. Values are other ones where it is above 0.1 and p, adjusted over the columns, below 0.05; shares missing where they differ by more than 5 points, tested likewise.");
const CHANGE_WORDS = {
	same: "same",
	added: "new",
	removed: "gone",
	type: "other type",
	moved: "other values"
};
function paramBlocks(params) {
	if (params === void 0) return [];
	if (params.length === 0) return [folded("params", [strong("Parameters"), " · all the same"], paragraph("No parameter differs."))];
	return [folded("params", [strong("Parameters"), ` · ${plural(params.length, "difference")}`], {
		block: "table",
		columns: [
			{ title: "parameter" },
			{ title: "champion" },
			{ title: "challenger" }
		],
		rows: params.map(({ name: param, champion = "–", challenger = "–" }) => [
			[name(param)],
			champion,
			challenger
		])
	})];
}
function importanceBlocks(importance) {
	if (importance === void 0 || importance.features.length === 0) return [];
	const { metric, repeats, rows, "data-rows": all = rows } = importance;
	const drawn = all > rows ? ` drawn from ${countText(all)}` : "";
	const features = [...importance.features].sort((a, b) => b.loss - a.loss);
	return [folded("importance", [
		strong("Importance"),
		" · most: ",
		features[0]?.column ?? ""
	], {
		block: "table",
		columns: [
			{ title: "column" },
			{
				title: `loss of ${metricLabel(metric)}`,
				align: "right"
			},
			{
				title: "range",
				align: "right"
			}
		],
		rows: features.map((feature) => [
			feature.column,
			differenceText(feature.loss),
			differenceRange(feature)
		])
	}, footnote(`What the metric loses when one column is shuffled; mean and range of ${plural(repeats, "repeat")} on ${plural(rows, "row")}${drawn}. It tells what the model leans on, not what causes the target. Columns that say the same share their importance.`))];
}
// src/render/sections/confusion.ts
function confusionBlocks({ confusion, classes, rows }) {
	if (confusion === void 0 || classes === void 0) return [];
	const right = confusion.reduce((sum, row, at) => sum + (row[at] ?? 0), 0);
	return [folded("confusion", [strong("Confusion"), ` · ${shareText(right / rows)} of the rows called rightly`], {
		block: "table",
		columns: [{ title: "actual, by row" }, ...classes.map((label) => ({
			title: `as ${label}`,
			align: "right"
		}))],
		rows: confusion.map((row, at) => [[name(classes[at] ?? "")], ...row.map(countText)])
	})];
}
function trapBlocks(traps, rows, champion) {
	const own = linesOf(traps, rows);
	const said = new Set(own.map((line) => JSON.stringify(line)));
	const others = linesOf(champion, rows).filter((line) => !said.has(JSON.stringify(line)));
	const items = [...own.map((line) => ["Careful: ", ...line]), ...others.map((line) => ["Careful, of the champion: ", ...line])];
	return items.length === 0 ? [] : [part("traps", {
		block: "list",
		items
	})];
}
function linesOf(traps, rows) {
	if (traps === void 0) return [];
	return [
		...(traps["unknown-categories"] ?? []).map(({ column, rows: found, examples }) => [
			`${plural(found, "row")} with a category that the model does not know in `,
			name(column),
			...examples.length === 0 ? [] : [`, such as ${examples.map((word) => word || "nothing").join(", ")}`],
			"."
		]),
		...counted(traps["unused-columns"], (columns) => [`${plural(columns.length, "column")} of the data that the model does not read: ${columns.slice(0, 8).join(", ")}${columns.length > 8 ? " …" : ""}.`]),
		...counted(traps.infinite, (found) => [`${plural(found, "prediction")} without a finite value.`]),
		...counted(traps["not-summing"], (found) => [`${plural(found, "row")} whose probabilities do not sum to 1.`]),
		...counted(traps["duplicate-keys"], (found) => [`${plural(found, "row")} that another row repeats: the same key, or all of it.`]),
		...counted(traps["in-training-data"], (found) => [`${plural(found, "row")} of ${countText(rows)} ${found === 1 ? "stands" : "stand"} in the training data too: figures on them flatter the model.`])
	];
}
function counted(found, say) {
	return found === void 0 ? [] : [say(found)];
}
// src/render/resample.ts
function resample(points, from, to, count) {
	let next = 0;
	return Array.from({ length: count }, (_, at) => {
		const x = at === count - 1 ? to : from + (to - from) * at / (count - 1);
		while (next < points.length && points[next][0] <= x) next += 1;
		const before = points[Math.max(0, next - 1)];
		const after = points[next] ?? before;
		if (after[0] === before[0] || x <= before[0]) return before[1];
		return before[1] + (after[1] - before[1]) * (x - before[0]) / (after[0] - before[0]);
	});
}
// src/render/sections/curves.ts
const POINTS = 21;
const RARE = .1;
function curveBlocks(models) {
	const charts = [
		rankingChart(models),
		calibrationChart(models),
		residualChart(models)
	].flatMap((chart) => chart === void 0 ? [] : [chart]);
	if (charts.length === 0) return [];
	const titles = charts.map(({ title }) => title.charAt(0).toLowerCase() + title.slice(1)).join(", ");
	return [folded("curves", [strong("Curves"), ` · ${titles.replace(/^rOC/, "ROC")}`], ...charts.flatMap((chart) => [paragraph(`${chart.title}. ${chart.description}`), {
		block: "chart",
		chart
	}]))];
}
function rankingChart(models) {
	const { rows = 0, "positive-rows": positives = rows } = models[0]?.evaluation ?? {};
	const wanted = positives / rows < RARE ? "precision-recall" : "roc";
	return pathChart(models, wanted) ?? pathChart(models, wanted === "roc" ? "precision-recall" : "roc");
}
function pathChart(models, key) {
	const drawn = drawnBy(models, key);
	if (drawn.length === 0) return void 0;
	const lines = drawn.map(({ name, points }) => ({
		name,
		values: resample(points, 0, 1, POINTS)
	}));
	const isRoc = key === "roc";
	const at = isRoc ? .1 : .5;
	const said = drawn.map(({ name, points }) => `${metricText(resample(points, at, 1, 2)[0])} by the ${name}`);
	const found = isRoc ? `Share of the positive rows that is found where a tenth of the negative ones is called positive: ${said.join(", ")}.` : `Share of the rows called positive that are so, where half of the positive ones is found: ${said.join(", ")}.`;
	return {
		title: isRoc ? "ROC curve" : "Precision and recall",
		description: `${found}${isRoc ? " Ideal is the upper left corner; a useless model lies on the rising line." : ""}`,
		x: {
			title: isRoc ? "False-positive rate" : "Recall",
			from: 0,
			to: 1
		},
		y: {
			title: isRoc ? "True-positive rate" : "Precision",
			from: 0,
			to: 1
		},
		lines: isRoc ? [rising(0, 1), ...lines] : lines
	};
}
function calibrationChart(models) {
	const drawn = models.flatMap(({ name, evaluation }) => {
		const points = (evaluation.curves?.calibration ?? []).map(({ predicted, observed }) => [predicted, observed]).sort((a, b) => a[0] - b[0]);
		return points.length < 2 ? [] : [{
			name,
			points
		}];
	});
	if (drawn.length === 0) return void 0;
	const from = Math.max(...drawn.map(({ points }) => points[0]?.[0] ?? 0));
	const to = Math.min(...drawn.map(({ points }) => points.at(-1)?.[0] ?? 1));
	if (to <= from) return void 0;
	const ideal = rising(from, to);
	const lines = drawn.map(({ name, points }) => ({
		name,
		values: resample(points, from, to, POINTS)
	}));
	const heights = [ideal, ...lines].flatMap(({ values }) => values);
	return {
		title: "Calibration",
		description: `Largest gap between what was predicted and what came true, over groups of rows with like predictions: ${drawn.map(({ name, points }) => {
			return `${metricText(Math.max(...points.map(([predicted, observed]) => Math.abs(observed - predicted))))} by the ${name}`;
		}).join(", ")}. Ideal is the rising line.`,
		x: {
			title: "Predicted probability (per cent)",
			from: 100 * from,
			to: 100 * to
		},
		y: {
			title: "Share that came true",
			from: Math.min(0, ...heights),
			to: Math.max(...heights)
		},
		lines: [ideal, ...lines]
	};
}
function rising(from, to) {
	return {
		name: "ideal",
		values: resample([[from, from], [to, to]], from, to, POINTS)
	};
}
function residualChart(models) {
	const drawn = drawnBy(models, "residuals");
	if (drawn.length === 0) return void 0;
	const lines = drawn.map(({ name, points }) => ({
		name,
		values: resample(points, .05, .95, POINTS)
	}));
	const ideal = {
		name: "ideal",
		values: Array.from({ length: POINTS }, () => 0)
	};
	const heights = [ideal, ...lines].flatMap(({ values }) => values);
	return {
		title: "Residuals",
		description: `Nine tenths of predicted − actual lie in ${drawn.map(({ name, points }) => {
			const [low = 0, middle = 0, high = 0] = resample(points, .05, .95, 3);
			return `${metricText(low)} to ${metricText(high)} by the ${name} (median ${metricText(middle)})`;
		}).join(", in ")}. Ideal is 0.`,
		x: {
			title: "Share of rows",
			from: .05,
			to: .95
		},
		y: {
			title: "Predicted − actual",
			from: Math.min(...heights),
			to: Math.max(...heights)
		},
		lines: [ideal, ...lines]
	};
}
function drawnBy(models, key) {
	return models.flatMap(({ name, evaluation }) => {
		const points = evaluation.curves?.[key] ?? [];
		return points.length < 2 ? [] : [{
			name,
			points: [...points].sort((a, b) => a[0] - b[0])
		}];
	});
}
// src/render/sections/disagreement.ts
function disagreementBlocks({ disagreement, rows: all }) {
	if (disagreement === void 0) return [];
	const { rows, examples } = disagreement;
	const right = disagreement["challenger-right"];
	const p = disagreement["p-value"];
	const midP = disagreement["mid-p-value"];
	const neither = rows - right - disagreement["champion-right"];
	return [folded("disagreement", [strong("Where they disagree"), ` · ${countText(rows)} of ${plural(all, "row")}; the challenger is right in ${countText(right)}`], paragraph(`They call ${plural(rows, "row")} differently (${shareText(rows / all)}). There the champion is right in ${countText(disagreement["champion-right"])}, the challenger in ${countText(right)}${neither === 0 ? "" : `, neither in ${countText(neither)}`}${p === void 0 ? "" : ` (McNemar p ${equalTo(p)}${midP === void 0 ? "" : `, mid-p ${equalTo(midP)}`})`}.`), ...examples.length === 0 ? [] : [part("examples", paragraph(`Rows where they are furthest apart, counted from 0: ${examples.map(countText).join(" · ")}.`))])];
}
// src/render/sections/fairness.ts
function fairnessBlocks$1(fairness) {
	if (fairness === void 0) return [];
	const least = fairness["least-rows"];
	return [folded("fairness", [strong("Fairness"), ` · ${headline$1(fairness)}`], ...fairness.columns.flatMap((column) => columnBlocks(column)), footnote(`Change: challenger − champion. Measures are differences between the largest and the smallest group (ratios: smallest by largest). Groups with fewer than ${plural(least, "row")} or positive rows are insufficient data and stand in no measure. TP and FP rate: share of the positive and of the negative rows that is selected. These figures describe two models on these rows; they are no judgement of law or ethics.`))];
}
function headline$1({ columns }) {
	const [largest] = columns.flatMap(({ column, measures }) => measures.filter(({ measure }) => measure !== "demographic-parity-ratio").map((found) => ({
		column,
		found,
		size: Math.abs(found.change?.value ?? found.challenger.value)
	}))).sort((a, b) => b.size - a.size);
	if (largest === void 0) return "no two groups are large enough to compare";
	const { found, column } = largest;
	const { champion, challenger } = found;
	const moved = champion === void 0 ? metricText(challenger.value) : movedText(champion.value, challenger.value);
	return `largest ${champion === void 0 ? "" : "change: "}${fairnessLabel(found.measure).toLowerCase()} by ${column} ${moved}`;
}
function columnBlocks({ column, groups, measures }) {
	return [
		paragraph(strong("By"), " ", name(column), ...groups.length === 0 ? [": no group."] : []),
		...measures.length === 0 ? [] : [measureTable(measures)],
		...groups.length === 0 ? [] : [groupTable(groups)]
	];
}
function groupTable(groups) {
	return {
		block: "table",
		columns: [
			{ title: "group" },
			{
				title: "rows",
				align: "right"
			},
			{
				title: "positive",
				align: "right",
				aside: true
			},
			{
				title: "selected",
				align: "right"
			},
			{
				title: "TP rate",
				align: "right"
			},
			{
				title: "FP rate",
				align: "right"
			}
		],
		rows: groups.map(groupRow)
	};
}
function measureTable(measures) {
	return {
		block: "table",
		columns: [
			{ title: "measure" },
			{
				title: "change",
				align: "right"
			},
			{
				title: "95 % bounds",
				align: "right"
			},
			{
				title: "from → to",
				align: "right"
			},
			{
				title: "challenger's bounds",
				align: "right",
				aside: true
			}
		],
		rows: measures.map(({ measure, change, champion, challenger }) => [
			fairnessLabel(measure),
			change === void 0 ? "–" : differenceText(change.value),
			change === void 0 ? "–" : differenceRange(change),
			champion === void 0 ? metricText(challenger.value) : movedText(champion.value, challenger.value),
			metricRange(challenger)
		])
	};
}
function groupRow({ value, rows, positives, status, champion, challenger }) {
	const rate = (key) => {
		const now = challenger[key];
		if (now === void 0) return "–";
		const before = champion?.[key];
		return before === void 0 ? metricText(now) : movedText(before, now);
	};
	return [
		[value === "" ? "(missing)" : value, ...status === "judged" ? [] : [": insufficient data"]],
		countText(rows),
		countText(positives),
		rate("selection-rate"),
		rate("true-positive-rate"),
		rate("false-positive-rate")
	];
}
// src/render/sections/latency.ts
const QUANTILES = [
	"p50",
	"p95",
	"p99"
];
function latencyBlocks(latency) {
	if (latency === void 0) return [];
	const { quantiles, pairs, blocks } = latency;
	const p95 = quantiles.p95.ratio;
	const rows = QUANTILES.map((quantile) => {
		const { ratio, ...times } = quantiles[quantile];
		const same = latency["same-against-same"][quantile];
		return [
			quantile === "p99" ? "p99 (info)" : quantile,
			ratioText$1(ratio.value),
			ratioRange(ratio),
			`${millisecondsText(times["champion-ms"])} → ${millisecondsText(times["challenger-ms"])}`,
			`${ratioText$1(same.value)} (${ratioRange(same)})`
		];
	});
	return [folded("latency", [strong("Latency"), ` · p95 ${ratioText$1(p95.value)} (${ratioRange(p95)})`], {
		block: "table",
		columns: [
			{ title: "quantile" },
			{
				title: "ratio",
				align: "right"
			},
			{
				title: "95 % interval",
				align: "right"
			},
			{
				title: "from → to",
				align: "right"
			},
			{
				title: "against itself",
				align: "right"
			}
		],
		rows
	}, footnote(`Service time of single requests of ${plural(latency["rows-per-request"], "row")}, one at a time, both models interleaved in one process; no queue is in it. Against itself: the champion twice, what this machine shows where nothing differs. ${countText(pairs)} pairs in ${countText(blocks)} blocks after ${countText(latency["warm-up"])} for warming up, seed ${latency.seed}.`))];
}
function ratioRange({ low, high }) {
	return `${low.toFixed(2)} to ${high.toFixed(2)}`;
}
function millisecondsText(ms) {
	return `${ms >= 1e3 ? countText(Math.round(ms)) : ms >= 10 ? ms.toFixed(1) : ms.toFixed(ms >= 1 ? 2 : 3)} ms`;
}
// src/render/sections/metrics.ts
function metricBlocks(result) {
	const { facts } = result;
	const own = Object.entries(facts["own-metrics"] ?? {});
	const rows = [...Object.entries(facts.metrics).map(([name, paired]) => ({
		label: metricLabel(name),
		paired,
		reading: result.readings.find(({ metric }) => metric === name)?.reading
	})), ...own.map(([name, paired]) => ({
		label: ownLabel(name, paired.unit),
		paired,
		reading: readingOf(paired.interval, paired.direction)
	}))];
	const table = {
		block: "table",
		columns: [
			{ title: "metric" },
			{ title: "" },
			{
				title: "difference",
				align: "right"
			},
			{
				title: "95 % interval",
				align: "right"
			},
			{
				title: "from → to",
				align: "right"
			}
		],
		rows: [...rows.map(({ label, paired, reading }) => [
			label,
			readingSpan$1(reading),
			differenceText(paired.difference),
			paired.interval === void 0 ? "–" : differenceRange(paired.interval),
			movedText(paired.champion, paired.challenger)
		]), ...Object.keys(facts.undefined ?? {}).map((name) => [
			metricLabel(name),
			"no value",
			"–",
			"–",
			"–"
		])]
	};
	const counts = readingCounts(rows.map(({ reading }) => reading));
	return [folded("metrics", [strong("Metrics"), ` · ${counts}`], table, ...undefinedNote(facts), ...methodNote(facts))];
}
function undefinedNote({ undefined: missing = {} }) {
	const reasons = Object.entries(missing).map(([name, why]) => `${metricLabel(name)}: ${why}`);
	return reasons.length === 0 ? [] : [footnote(`No value: ${reasons.join("; ")}.`)];
}
const METHOD_TEXTS = {
	delong: "DeLong",
	tango: "Tango",
	score: "score",
	"closed-form": "closed form with t",
	"bootstrap-percentile": "paired bootstrap, percentiles",
	"bootstrap-bca": "paired bootstrap, BCa",
	"bootstrap-cluster": "paired bootstrap over clusters",
	wilson: "Wilson",
	"clopper-pearson": "Clopper and Pearson",
	newcombe: "Newcombe",
	"block-bootstrap": "bootstrap over blocks"
};
function methodNote({ metrics, "own-metrics": own = {}, clusters }) {
	const ways = new Set([...Object.values(metrics), ...Object.values(own)].flatMap((paired) => paired.interval === void 0 ? [] : [methodText(paired.interval)]));
	if (ways.size === 0) return [];
	const drawn = clusters === void 0 ? "" : ` Rows that share a value of ${clusters.column} were drawn together (${countText(clusters.count)} clusters).`;
	return [footnote(`Difference: challenger − champion on the same rows; from the champion's value to the challenger's. Open: the interval holds 0. Intervals: ${[...ways].join("; ")}.${drawn}`)];
}
function methodText({ method, resamples, seed }) {
	const drawn = [...resamples === void 0 ? [] : [`${countText(resamples)} resamples`], ...seed === void 0 ? [] : [`seed ${seed}`]];
	return [METHOD_TEXTS[method], ...drawn].join(", ");
}
function directionOf$1({ readings }, name) {
	return readings.find(({ metric }) => metric === name)?.direction;
}
// src/render/forest.ts
const BLANK = "\xA0";
function forestBars(rows, width = 15) {
	const reaches = rows.flatMap((row) => row === void 0 ? [] : [reachOf$1(row)]).sort((a, b) => a - b);
	const median = reaches[Math.floor((reaches.length - 1) / 2)] ?? 0;
	const scale = Math.min(reaches.at(-1) ?? 0, 3 * median) || 1;
	return rows.map((row) => row === void 0 ? BLANK.repeat(width) : bar(row, scale, width));
}
function reachOf$1({ low, high, value }) {
	return Math.max(Math.abs(low), Math.abs(high), Math.abs(value));
}
function bar({ value, low, high }, scale, width) {
	const middle = (width - 1) / 2;
	const place = (at) => Math.round(middle + at / scale * middle);
	const [first, last] = [place(low), place(high)];
	const estimate = Math.min(width - 1, Math.max(0, place(value)));
	return Array.from({ length: width }, (_, at) => {
		if (at === 0 && first < 0) return "‹";
		if (at === width - 1 && last > width - 1) return "›";
		if (at === estimate) return "●";
		const covered = at >= first && at <= last;
		if (at === middle) return covered ? "┼" : "│";
		return covered ? "─" : BLANK;
	}).join("");
}
// src/render/sections/slices.ts
function sliceBlocks(result) {
	const slices = result.facts.slices ?? [];
	if (slices.length === 0) return [];
	const primary = result["primary-metric"];
	const direction = directionOf$1(result, primary);
	const readings = slices.map((slice) => readingOf(pairedOf(slice, primary)?.interval, direction));
	const own = new Map(slices.flatMap(({ "own-metrics": found = {} }) => Object.entries(found).map(([name, paired]) => [name, paired])));
	return [folded("slices", [strong("Slices"), ` · ${metricLabel(primary)}: ${sliceCounts(readings)}`], sliceTable$1(slices, direction, (slice) => pairedOf(slice, primary) ?? undefinedText(slice, primary)), ...[...own].flatMap(([name, { direction: better, unit }]) => [paragraph(`${ownLabel(name, unit)}:`), sliceTable$1(slices, better, (slice) => ownOf(slice, name) ?? "no value")]), footnote("Each slice is read alone: among many, some differ by chance."))];
}
function sliceTable$1(slices, direction, metricOn) {
	const found = slices.map(metricOn);
	const bars = forestBars(found.map((paired) => typeof paired === "string" ? void 0 : estimate(paired)));
	return {
		block: "table",
		columns: [
			{ title: "slice" },
			{ title: "" },
			{
				title: "rows",
				align: "right"
			},
			{
				title: "difference",
				align: "right"
			},
			{
				title: "95 % interval",
				align: "right"
			},
			{
				title: "less │ more",
				aside: true
			},
			{
				title: "from → to",
				align: "right",
				aside: true
			}
		],
		rows: slices.map((slice, index) => {
			const paired = found[index];
			const title = `${slice.column} = ${slice.value === "" ? "(missing)" : slice.value}`;
			const bar = code(bars[index]);
			if (typeof paired === "string") return [
				title,
				paired,
				countText(slice.rows),
				"–",
				"–",
				bar,
				"–"
			];
			return [
				title,
				readingSpan$1(readingOf(paired.interval, direction)),
				countText(slice.rows),
				differenceText(paired.difference),
				paired.interval === void 0 ? "–" : differenceRange(paired.interval),
				bar,
				movedText(paired.champion, paired.challenger)
			];
		})
	};
}
function sliceCounts(readings) {
	const unread = readings.filter((reading) => reading === "unread").length;
	return `${readingCounts(readings)}${unread === 0 ? "" : `, ${unread} without an interval`}`;
}
function ownOf({ "own-metrics": own = {} }, name) {
	return Object.hasOwn(own, name) ? own[name] : void 0;
}
function pairedOf({ metrics }, metric) {
	return metrics[metric];
}
function estimate({ difference, interval }) {
	return interval === void 0 ? void 0 : {
		value: difference,
		low: interval.low,
		high: interval.high
	};
}
function undefinedText({ undefined: why }, metric) {
	return why?.[metric] ?? "no value";
}
// src/render/results/lead.ts
const VERDICT_SPANS = {
	passed: good,
	failed: bad$1,
	inconclusive: open$3
};
const MAY = {
	passed: "may go to",
	failed: "may not go to",
	inconclusive: "cannot go yet to"
};
function comparisonLead(result) {
	return [
		heading(3, VERDICT_SPANS[result.outcome](`${result.model === void 0 ? "" : `${result.model}: `}${headline(result)}`)),
		paragraph(...numberLine(result)),
		paragraph(...nextLine(result))
	];
}
function evaluationLead(result) {
	const { facts, version, gates, "judged-for": stage } = result;
	const primary = result["primary-metric"];
	const value = facts.metrics[primary];
	const interval = facts.intervals?.[primary];
	const title = gates === void 0 || stage === void 0 ? `${result.model}: version ${version.version} on ${plural(facts.rows, "row")}` : VERDICT_SPANS[gates.outcome](`${result.model}: version ${version.version} ${MAY[gates.outcome]} ${stage}`);
	const number = value === void 0 ? [strong("Open:"), ` ${metricLabel(primary)} has no value on these rows${whyText$1(facts, primary)}.`] : [
		`${metricLabel(primary)} `,
		strong(metricText(value)),
		` (${interval === void 0 ? "no interval" : `95 % CI ${metricRange(interval)}`}) on ${plural(facts.rows, "row")}.`
	];
	return [
		heading(3, title),
		paragraph(...number),
		paragraph(...nextLine(result))
	];
}
function headline({ challenger, champion, outcome, verdict, identical, "judged-for": stage }) {
	const version = sideName(challenger);
	if (stage !== void 0) return `${version} ${MAY[outcome]} ${stage}`;
	const than = `the champion, ${sideName(champion)}`;
	if (identical) return `${version} predicts the same as ${than}`;
	if (verdict === "inconclusive") return `it is open whether ${version} is worse than ${than}`;
	return `${version} is ${{
		better: "better",
		"not-worse": "not worse",
		worse: "worse"
	}[verdict]} than ${than}`;
}
function sideName({ version, file }) {
	return version === void 0 ? ownName(file ?? "", 2) : `version ${version}`;
}
const VERDICT_TEXTS = {
	better: "Challenger better",
	"not-worse": "Challenger not worse",
	worse: "Challenger worse",
	inconclusive: "Open"
};
function discordantText({ facts: { disagreement }, "primary-metric": primary }) {
	const p = disagreement?.["p-value"];
	if (primary !== "accuracy" || disagreement === void 0 || p === void 0) return "";
	return `; ${countText(disagreement["challenger-right"])} against ${countText(disagreement["champion-right"])} discordant, McNemar p ${equalTo(p)}`;
}
function numberLine(result) {
	const { facts, verdict, margin, identical } = result;
	const primary = result["primary-metric"];
	const paired = facts.metrics[primary];
	if (paired === void 0) return [strong("Open:"), ` ${metricLabel(primary)} has no value on these rows${whyText$1(facts, primary)}.`];
	const rows = `on ${countText(facts.rows)} paired rows`;
	const levels = movedText(paired.champion, paired.challenger);
	if (identical) return [strong("Same predictions:"), ` both models answer alike ${rows}; ${metricLabel(primary)} is ${metricText(paired.champion)}.`];
	const by = {
		better: "",
		"not-worse": " by",
		worse: " by more than",
		inconclusive: ""
	}[verdict];
	const settle = result["rows-to-settle"];
	return [
		strong(`${VERDICT_TEXTS[verdict]}${margin > 0 && by !== "" ? `${by} ${metricText(margin)}` : ""}:`),
		` ${metricLabel(primary)} `,
		strong(differenceText(paired.difference)),
		` (${paired.interval === void 0 ? "no interval" : `95 % CI ${differenceRange(paired.interval)}`}${discordantText(result)}) ${rows}: ${levels}.`,
		...verdict === "inconclusive" && settle !== void 0 ? [` About ${plural(settle, "row")} would settle it.`] : []
	];
}
function whyText$1({ undefined: why }, metric) {
	const text = why?.[metric];
	return text === void 0 ? "" : `: ${text}`;
}
function nextLine(result) {
	const { gates, next, "judged-for": stage } = result;
	if (result.model === void 0) return ["Two files were compared: no policy was asked, and nothing was kept."];
	return [
		`${gates === void 0 || stage === void 0 ? "No policy was asked." : `For ${stage} ${gateCounts(gates)}.`} Next: `,
		...stepSpans(next[0] ?? wantedStep(gates)),
		"."
	];
}
function gateCounts({ gates }) {
	const count = (wanted) => gates.filter(({ outcome }) => outcome === wanted).length;
	const left = count("left-out");
	return [
		`${count("passed")} of ${plural(gates.length - left, "gate")} passed`,
		...count("failed") > 0 ? [`${count("failed")} failed`] : [],
		...count("inconclusive") > 0 ? [`${count("inconclusive")} inconclusive`] : []
	].join(", ");
}
function wantedStep(gates) {
	if (gates === void 0 || gates.outcome === "passed") return "nothing; it stands there already";
	const failed = gates.gates.find(({ outcome }) => outcome === "failed");
	const unclear = gates.gates.find(({ outcome }) => outcome === "inconclusive");
	return failed?.next ?? gates.remarks[0]?.next ?? unclear?.next ?? "see the gates below";
}
function stepSpans(step) {
	const split = step.indexOf(": modelyard ");
	if (split < 0) return sentence(clip(step.replace(/\.$/, ""), 300));
	return [`${step.slice(0, split)}: `, code(step.slice(split + 2))];
}
function laterSteps({ next }) {
	return nextBlocks(next.slice(1));
}
// src/render/results/comparison.ts
function describeComparison(result) {
	const { facts, champion, challenger } = result;
	return [
		...comparisonLead(result),
		...laterSteps(result),
		...judgement(result.gates),
		...trapBlocks(result["challenger-evaluation"]?.traps, facts.rows, result["champion-evaluation"]?.traps),
		...metricBlocks(result),
		...sliceBlocks(result),
		...fairnessBlocks$1(result.fairness),
		...curveBlocks(["champion", "challenger"].flatMap((side) => {
			const evaluation = result[`${side}-evaluation`];
			return evaluation === void 0 ? [] : [{
				name: side,
				evaluation
			}];
		})),
		...disagreementBlocks(facts),
		...latencyBlocks(result.latency),
		...reproducibilityBlocks(result.reproducibility),
		...contractBlocks(result.contract),
		...testBlocks(result.tests),
		...dataBlocks(result["data-change"]),
		...paramBlocks(result.params),
		...importanceBlocks(result.importance),
		...cardBlocks(result),
		...remarkBlocks(result.remarks),
		footnote("champion ", ...sideSpans(champion), " · challenger ", ...sideSpans(challenger), ...provenance$1(result), ...policyPlace(result))
	];
}
function sideSpans({ version, file, artifact }) {
	return [
		version === void 0 ? name(ownName(file ?? "", 2)) : `v${version}`,
		" ",
		code(short(artifact))
	];
}
function policyPlace({ "policy-commit": commit }) {
	return commit === void 0 ? [] : [" · policy at ", code(short(commit))];
}
function judgement(gates) {
	if (gates === void 0) return [];
	const reasons = openGateLines(gates);
	const list = reasons.length === 0 ? [] : [{
		block: "list",
		items: reasons
	}];
	return [part("gates", ...list, ...gateBlocks(gates))];
}
// src/render/results/conclusion.ts
function describeConclusion(result) {
	const { outcome, description, context, sha, jobs, remarks, next } = result;
	return [
		paragraph({
			is: "name",
			text: context
		}, ": ", {
			is: outcome === "passed" ? "good" : "bad",
			text: description
		}),
		{
			block: "table",
			columns: [
				{ title: "Job" },
				{ title: "Ended in" },
				{ title: "" }
			],
			rows: Object.entries(jobs).map(([job, ended]) => [
				job,
				endedSpan(ended),
				meaningOf(job, result)
			])
		},
		...sha === void 0 ? [] : [footnote("commit ", {
			is: "code",
			text: short(sha)
		})],
		...remarks.map((remark) => footnote(...sentence(fullSentence(remark)))),
		...next.map((step) => footnote(...sentence(fullSentence(step))))
	];
}
function endedSpan(result) {
	if (result === "success") return {
		is: "good",
		text: result
	};
	return {
		is: result === "failure" ? "bad" : "open",
		text: result
	};
}
function meaningOf(job, { jobs, previews, "switched-off": switchedOff, "nothing-for": nothingFor }) {
	if (jobs[job] === "skipped" && nothingFor.includes(job)) return "nothing to do";
	if (previews.includes(job)) return "a preview, not judged";
	return switchedOff.includes(job) ? "switched off" : "";
}
// src/render/results/contract.ts
function describeContract(result) {
	const { facts, version, champion, url } = result;
	const broken = facts.checks.filter(({ outcome }) => outcome === "broken");
	const asked = facts.checks.filter(({ outcome }) => outcome !== "not-asked");
	const what = `${result.model}: version ${version.version} ${broken.length === 0 ? "keeps" : "breaks"} its contract`;
	return [
		heading(2, broken.length === 0 ? good(what) : bad$1(what)),
		paragraph(strong(`${asked.length - broken.length} of ${plural(asked.length, "promise")} kept`), `, ${plural(facts.probes, "probe")}, against `, ...url === void 0 ? ["the artifact"] : [name(url), ` (protocol ${facts.protocol})`], champion === void 0 ? "." : ` and the signature of the champion, version ${champion.version}.`),
		{
			block: "table",
			columns: [
				{ title: "promise" },
				{ title: "outcome" },
				{
					title: "probes",
					align: "right"
				},
				{ title: "" }
			],
			rows: facts.checks.map((check) => [
				CHECK_LABELS[check.check] ?? check.check,
				outcomeWord(check),
				check.outcome === "not-asked" ? "–" : String(check.probes),
				sentence(check.detail ?? "")
			])
		},
		...result.remarks.length === 0 ? [] : [{
			block: "list",
			items: result.remarks.map((remark) => sentence(`Note: ${fullSentence(remark)}`))
		}],
		...nextBlocks(result.next),
		footnote(`version ${version.version} `, code(short(version.artifact)), " · data ", code(short(result.data.sha256)), ` (${rowsText(result.data)}) · ${result.engine}`)
	];
}
function outcomeWord({ outcome }) {
	if (outcome === "not-asked") return dim("not asked");
	return outcome === "kept" ? good("kept") : bad$1("broken");
}
const CHECK_LABELS = {
	"inputs-fit-data": "the data has its inputs",
	"inputs-as-champion": "inputs as the champion has them",
	"outputs-as-champion": "outputs as the champion has them",
	"classes-as-champion": "classes as the champion has them",
	answers: "answers rows of the data",
	"content-type": "answers as JSON",
	"same-as-artifact": "predicts what the artifact predicts",
	order: "keeps the rows' order",
	"batch-equals-single-rows": "a batch equals single rows",
	"same-row-same-answer": "the same row, the same answer",
	"no-rows": "bears a request without rows",
	"missing-values": "bears missing values",
	"unknown-categories": "bears unknown categories",
	"empty-text": "bears empty text",
	"long-text": "bears very long text",
	"extreme-numbers": "bears extreme numbers",
	"infinite-numbers": "bears infinities",
	"wrong-types": "bears values of the wrong type",
	"malformed-requests": "refuses what is no request",
	"same-answer-afterwards": "answers the same afterwards"
};
// src/render/results/custom-evidence.ts
function describeCustomEvidence({ model, version, facts, evidence, outcome }) {
	const [written] = evidence;
	const rows = [
		...outcome === void 0 ? [] : [["outcome", outcomeSpan(outcome)]],
		...Object.entries(facts.values ?? {}).map(([name, value]) => [name, Number.isInteger(value) ? countText(value) : metricText(value)]),
		...facts.note === void 0 ? [] : [["note", facts.note]]
	];
	return [
		heading(2, `${model}: evidence about version ${version.version}`),
		paragraph({
			is: "name",
			text: facts.name
		}, written?.is === "repeat" ? " was on record already." : " is kept."),
		{
			block: "facts",
			rows
		},
		footnote("artifact ", code(short(version.artifact)), " · evidence ", code(short(written?.digest ?? "")))
	];
}
// src/render/results/difference.ts
function describeDifference({ model, first, second, changes, same }) {
	const title = heading(2, `${model}: version ${first} → ${second}`);
	const alike = same.length === 0 ? [] : [paragraph(`Alike: ${same.join(", ")}.`)];
	if (changes.length === 0) return [title, paragraph("They are alike in everything that is recorded.")];
	return [
		title,
		{
			block: "table",
			columns: [
				{ title: "" },
				{ title: "" },
				{
					title: String(first),
					align: "right"
				},
				{
					title: String(second),
					align: "right"
				},
				{
					title: "difference",
					align: "right"
				}
			],
			rows: changes.map((change) => [
				change.part,
				change.name,
				numberText$1(change.part, change.first),
				numberText$1(change.part, change.second),
				change.difference === void 0 ? "" : plainDifference(change.difference)
			])
		},
		...alike
	];
}
function numberText$1(part, text) {
	if (text === void 0) return "–";
	return part === "metrics" ? metricText(Number(text)) : text;
}
function plainDifference(value) {
	if (!Number.isInteger(value)) return differenceText(value);
	return `${value < 0 ? "−" : "+"}${countText(Math.abs(value))}`;
}
// src/render/sections/drift-cause.ts
const NAMED$3 = 5;
const CAUSES$2 = {
	"pipeline-change": ["The pipeline changed", "see what makes the data, and repair it there before anything is trained on them"],
	seasonality: ["The season", "compare with the same months: `reference: same-month` below `monitor`"],
	"real-shift": ["The world changed", "see whether the metrics hold, and train again on newer data where they do not"]
};
const SIGNS$1 = {
	"other-type": "values of another type",
	gone: "columns that are gone",
	"missing-values": "more or fewer values are missing",
	categories: "categories are new or gone",
	unit: "values as if in another unit",
	"at-once": "many features at once, from one run to the next",
	"other-reference": "compared with another reference than in the run before",
	commits: "commits came at that time",
	"same-months": "as in the same months of earlier years",
	gradual: "further away with each look before",
	performance: "metrics of the model are below their limits since"
};
function causeBlocks(cause) {
	const { hints, onsets, classifier, untold } = cause;
	return [
		hints.length === 0 ? paragraph(open$3("Nobody can tell:"), " nothing speaks for one cause more than for another.") : {
			block: "list",
			items: hints.map(hintLine)
		},
		...weightLines(cause).map((line) => paragraph(...line)),
		...onsets.length === 0 ? [] : [{
			block: "list",
			items: onsets.map(onsetLine)
		}],
		...classifier === void 0 ? [] : [paragraph(apartText(classifier))],
		...untold.length === 0 ? [] : [footnote("Not told: ", ...joinSpans(untold.map((one) => sentence(one)), "; "), ".")]
	];
}
function namesOf$1(names) {
	const rest = names.length - NAMED$3;
	return [...joinSpans(names.slice(0, NAMED$3).map(name), ", "), ...rest > 0 ? [` and ${countText(rest)} more`] : []];
}
function hintLine({ cause, signs }) {
	const [is, whatToDo] = CAUSES$2[cause];
	const seen = signs.map(({ sign, features, unit }) => {
		const what = `${SIGNS$1[sign]}${unit === void 0 ? "" : `, ${unit}`}`;
		return features.length === 0 ? what : [
			`${what} (`,
			...namesOf$1(features),
			")"
		];
	});
	return [
		strong(`${is}?`),
		" ",
		...joinSpans(seen, "; "),
		". ",
		...sentence(fullSentence(whatToDo))
	];
}
function weightLines({ ranked, importance }) {
	if (importance === void 0 || ranked.length === 0) return [];
	return [[
		"By effect and importance: ",
		...joinSpans(ranked.slice(0, NAMED$3).map(({ feature, importance: loss = 0 }) => [name(feature), ` ${metricText(loss)}`]), ", "),
		" of the metric each, by evidence ",
		code(short(importance)),
		"."
	]];
}
function onsetLine({ features, since, after, commits, ...more }) {
	const begun = after === void 0 ? " at least" : `, and not yet at ${minuteText(after)} UTC`;
	const rest = (more["commits-in-all"] ?? 0) - (commits?.length ?? 0);
	const came = (commits ?? []).map(({ commit, subject }) => [
		code(short(commit)),
		" ",
		name(subject)
	]);
	return [
		...namesOf$1(features),
		` since ${minuteText(since)} UTC${begun}`,
		...commits === void 0 ? [] : commits.length === 0 ? ["; no commit of the pipeline between"] : [
			"; between came ",
			...joinSpans(came, ", "),
			rest > 0 ? ` and ${plural(rest, "more commit")}` : ""
		]
	];
}
function apartText({ auc, permutations, rows, features, ...test }) {
	const [n = 0, m = 0] = rows;
	return `Over ${plural(features, "feature")} together a classifier tells both samples apart with an area under the ROC curve of ${metricText(auc)} (0.5: not at all; p ${equalTo(test["p-value"])} by ${permutations} permutations, ${n} rows against ${m}).`;
}
// src/render/results/drift.ts
function describeDrift(result) {
	const { features, thresholds, reference, current, cause } = result;
	const drifted = features.filter(({ status }) => status === "drift");
	const rest = features.filter(({ status }) => status !== "drift");
	return [
		heading(2, `${result.model}: what production sees, against a reference`),
		paragraph(...findingLine$2(result)),
		...drifted.length === 0 ? [] : [tableOf$3(drifted.toSorted(byRankOf(result)))],
		...cause === void 0 ? [] : [heading(3, "Likely cause"), ...causeBlocks(cause)],
		...rest.length === 0 ? [] : [folded("data", plural(rest.length, "other feature"), tableOf$3(rest))],
		...remarkBlocks(result.remarks),
		...nextBlocks(result.next),
		footnote(`${plural(current.rows, "row")} of `, name(current.uri), " ", code(short(current.sha256)), ...windowsOf(current), ` · against ${plural(reference.rows, "row")} of `, name(reference.uri), " ", code(short(reference.sha256)), ...windowsOf(reference), ...reference.version === void 0 ? [] : [`, the training data of version ${reference.version.version}`], ...reference.profile === void 0 ? [] : [", by their profile ", code(short(reference.profile))], ...result.chunks === void 0 ? [] : [` · where D > and V > stand beside a feature, learned from ${result.chunks} parts of the reference`], ` · drift: adjusted p < ${thresholds.level} and D > ${thresholds.numbers}, V > ${thresholds.categories}, or ${shareText(thresholds.missing)} more or fewer missing`, ` · seed ${result.seed}`)
	];
}
function windowsOf({ windows = [] }) {
	const [first, last] = [windows[0], windows.at(-1)];
	if (first === void 0 || last === void 0) return [];
	const span = `from ${momentOf(first.from)} to before ${momentOf(last.to)}`;
	return [windows.length === 1 ? ` ${span}` : ` of ${windows.length} windows ${span}`];
}
function momentOf(time) {
	return time.replace("T00:00:00Z", "");
}
function findingLine$2({ outcome, features }) {
	const count = (status) => features.filter((one) => one.status === status).length;
	const compared = count("ok") + count("drift");
	const unsure = count("insufficient-data") + count("error");
	const untold = unsure === 0 ? "" : ` Of ${unsure} more nothing can be told.`;
	switch (outcome) {
		case "failed": return [bad$1("Drift:"), ` ${plural(count("drift"), "feature")} of ${features.length} moved.${untold}`];
		case "passed": return [good("No drift:"), ` none of ${plural(compared, "feature")} moved by as much as matters.`];
		case "inconclusive": return [open$3("Not found out:"), compared === 0 ? " no feature could be compared." : ` none of ${plural(compared, "feature")} moved by as much as matters.${untold}`];
	}
}
function tableOf$3(features) {
	return {
		block: "table",
		columns: [
			{ title: "feature" },
			{ title: "status" },
			{
				title: "distance",
				align: "right"
			},
			{
				title: "adjusted p",
				align: "right"
			},
			{
				title: "missing",
				align: "right"
			},
			{ title: "what is to be seen" }
		],
		rows: features.map((found) => [
			name(found.feature),
			statusOf$2(found),
			distanceOf(found),
			found.values === void 0 ? "" : pValueText(found.values["p-value"]),
			missingOf(found),
			seenIn(found)
		])
	};
}
function statusOf$2({ status }) {
	if (status === "drift") return bad$1("drift");
	return status === "ok" ? good("ok") : open$3(status);
}
function distanceOf({ values }) {
	if (values === void 0) return "";
	const sign = values.test === "kolmogorov-smirnov" ? "D" : "V";
	const learned = values.threshold === void 0 ? "" : ` (${sign} > ${metricText(values.threshold)})`;
	return `${sign} ${metricText(values.distance)}${learned}`;
}
function missingOf({ missing }) {
	if (missing === void 0) return "";
	const [before = 0, after = 0] = missing.rates;
	return `${shareText(before)} → ${shareText(after)}`;
}
const WORDS$1 = {
	distribution: "",
	"missing-values": "more or fewer values are missing",
	"other-type": "it holds values of another type",
	gone: "the column is gone",
	"too-few-rows": "too few rows to tell",
	"cells-too-wide": "the profile is too coarse to tell",
	new: "the reference does not have it",
	"no-values": "it holds no values to compare",
	"not-compared": "text, which is not compared",
	ignored: "model.yaml leaves it out",
	"no-labels": "labels have not come yet",
	unreadable: "it cannot be read"
};
function seenIn({ grounds, values, added, vanished, range, status }) {
	const parts = grounds.flatMap((ground) => WORDS$1[ground] === "" ? [] : [WORDS$1[ground]]);
	if (grounds.includes("too-few-rows") && values !== void 0) parts.push(`a distance below ${metricText(values["smallest-distance"])} could not be seen`);
	if (status === "drift" && values?.direction !== void 0 && values.location !== void 0) parts.push(`values are ${values.direction}, most of all around ${metricText(values.location)}`);
	if (added !== void 0) parts.push(["new: ", ...namesOf$1(Object.keys(added))]);
	if (vanished !== void 0) parts.push(["gone: ", ...namesOf$1(vanished)]);
	if (range !== void 0) parts.push(`from ${rangeText$2(range.reference)} to ${rangeText$2(range.current)}`);
	return joinSpans(parts, "; ");
}
function rangeText$2([least = 0, most = 0]) {
	return `[${metricText(least)}, ${metricText(most)}]`;
}
function byRankOf({ cause }) {
	if (cause === void 0) return (first, second) => (second.values?.distance ?? 1) - (first.values?.distance ?? 1);
	const ranks = new Map(cause.ranked.map(({ feature }, rank) => [feature, rank]));
	return (first, second) => (ranks.get(first.feature) ?? 0) - (ranks.get(second.feature) ?? 0);
}
// src/render/results/evaluation.ts
function describeEvaluation(result) {
	const { facts, version } = result;
	return [
		...evaluationLead(result),
		...laterSteps(result),
		...judgement(result.gates),
		...trapBlocks(facts.traps, facts.rows),
		part("metrics", metricTable(result)),
		...sliceTable(result),
		...confusionBlocks(facts),
		...curveBlocks([{
			name: "model",
			evaluation: facts
		}]),
		...importanceBlocks(result.importance),
		...remarkBlocks(result.remarks),
		footnote(`version ${version.version} `, code(short(version.artifact)), ...provenance$1(result))
	];
}
function metricTable({ facts }) {
	const { intervals } = facts;
	const own = Object.entries(facts["own-metrics"] ?? {});
	const hasIntervals = intervals !== void 0 || own.some(([, { interval }]) => interval !== void 0);
	const rangeCell = (interval) => hasIntervals ? [interval === void 0 ? "–" : metricRange(interval)] : [];
	return {
		block: "table",
		columns: [
			{ title: "metric" },
			{
				title: "value",
				align: "right"
			},
			...hasIntervals ? [{
				title: "95 % interval",
				align: "right"
			}] : []
		],
		rows: [
			...Object.entries(facts.metrics).map(([name, value]) => [
				metricLabel(name),
				metricText(value),
				...rangeCell(intervals?.[name])
			]),
			...own.map(([name, { value, unit, interval }]) => [
				ownLabel(name, unit),
				metricText(value),
				...rangeCell(interval)
			]),
			...Object.entries(facts.undefined ?? {}).map(([name, why]) => [
				metricLabel(name),
				`– (${why})`,
				...rangeCell(void 0)
			])
		]
	};
}
function sliceTable(result) {
	const { slices = [] } = result.facts;
	if (slices.length === 0) return [];
	const primary = result["primary-metric"];
	const own = new Map(slices.flatMap(({ "own-metrics": found = {} }) => Object.entries(found).map(([name, { unit }]) => [name, ownLabel(name, unit)])));
	return [folded("slices", [strong("Slices"), ` · ${metricLabel(primary)} on ${plural(slices.length, "group")}`], slicesBy(metricLabel(primary), slices, (slice) => primaryText(slice, primary)), ...[...own].map(([name, label]) => slicesBy(label, slices, ({ "own-metrics": found = {} }) => {
		const value = Object.hasOwn(found, name) ? found[name]?.value : void 0;
		return value === void 0 ? "–" : metricText(value);
	})))];
}
function slicesBy(label, slices, text) {
	return {
		block: "table",
		columns: [
			{ title: "slice" },
			{
				title: "rows",
				align: "right"
			},
			{
				title: label,
				align: "right"
			}
		],
		rows: slices.map((slice) => [
			`${slice.column} = ${slice.value === "" ? "(missing)" : slice.value}`,
			countText(slice.rows),
			text(slice)
		])
	};
}
function primaryText({ metrics, undefined: why }, primary) {
	const found = metrics[primary];
	return found === void 0 ? `– (${why?.[primary] ?? "no value"})` : metricText(found);
}
// src/render/results/history.ts
function describeHistory(result) {
	const { entries, pointers } = result;
	const standing = Object.entries(pointers.stages).map(([stage, versions]) => `${stage} ${versions.length > 8 ? plural(versions.length, "version") : versions.join(", ")}`);
	const hidden = result["records-in-all"] - entries.length;
	return [
		heading(2, `${result.model}: history${result["as-of"] === void 0 ? "" : ` as of ${result["as-of"]}`}`),
		paragraph(standing.length === 0 ? "No version is in a stage yet." : `${capital(standing.join("; "))}.`),
		...hidden > 0 ? [paragraph(dim(`${plural(hidden, "earlier move")} not shown; --limit shows more.`))] : [],
		...entries.length === 0 ? [] : [{
			block: "table",
			columns: [
				{
					title: "#",
					align: "right"
				},
				{ title: "when" },
				{ title: "what" },
				{ title: "who" },
				{ title: "approved" },
				{ title: "gates" },
				{ title: "commit" },
				{ title: "why" }
			],
			rows: entries.map(entryRow)
		}],
		...result.problems.map((problem) => paragraph(bad$1("Tampering"), `: ${problem}.`)),
		...result.remarks.map((remark) => footnote(...sentence(fullSentence(remark))))
	];
}
function entryRow(entry) {
	return [
		String(entry.record),
		minuteText(entry["requested-at"]),
		whatText(entry),
		entry["requested-by"],
		approvedLine(entry),
		entry.gates === void 0 ? "–" : outcomeSpan(entry.gates),
		entry.commit === void 0 ? "–" : short(entry.commit),
		reasonLine(entry)
	];
}
function whatText({ kind, version, from, to, displaces, aliases, purged }) {
	if (kind === "alias") return Object.entries(aliases).map(([alias, named]) => `${alias} → ${named ?? "nothing"}`).join(", ");
	return `${kind === "rollback" ? "back to " : ""}${version}: ${from} → ${to}${displaces === void 0 ? "" : `, replaces ${displaces}`}${purged ? ", purged" : ""}`;
}
function approvedLine({ approvals, imported }) {
	if (approvals !== void 0) return approvals.map(({ login }) => login).join(", ") || "nobody";
	return dim(imported ? "imported" : "not recorded");
}
function reasonLine({ reason, unapproved }) {
	return joinSpans([...reason === void 0 ? [] : [reason], ...unapproved === void 0 ? [] : [`unapproved: ${unapproved}`]], "; ");
}
// src/render/results/initialization.ts
function describeInitialization({ model, seen, decided, files, missing, next }) {
	const added = files.filter(({ change }) => change === "added");
	return [
		heading(2, `Registry for ${model}`),
		...seen.length === 0 ? [] : [{
			block: "list",
			items: seen.map((item) => sentence(`Found ${item}.`))
		}],
		...decided.length === 0 ? [] : [{
			block: "table",
			columns: [
				{ title: "" },
				{ title: "" },
				{ title: "because" }
			],
			rows: decided.map(({ what, value, because }) => [
				what,
				value,
				dim(because)
			])
		}],
		added.length === 0 && missing.length === 0 ? paragraph(good("Nothing to do"), ": everything is there already.") : {
			block: "list",
			items: files.map(({ path, change }) => [change === "added" ? good("added") : dim("kept"), ` ${path}`])
		},
		...missing.flatMap(({ path, why, lines }) => [paragraph("To add to ", code(path), `, which was left as it is: ${why}.`), ...lines.length === 0 ? [] : [{
			block: "code",
			lines
		}]]),
		...nextBlocks(next)
	];
}
// src/render/results/validation.ts
function describeValidation(result) {
	const { problems, checked } = result;
	const errors = problems.filter(({ severity }) => severity === "error").length;
	const warnings = problems.length - errors;
	const judged = result.judged.replace(/\b[0-9a-f]{40}\b/g, (sha) => short(sha));
	const counted = `${plural(checked.models, "model")}, ${plural(checked.versions, "version")}, ${plural(checked.records, "record")}, ${plural(checked.files, "file")} read`;
	const verdict = errors > 0 ? [bad$1(`${plural(errors, "error")}`), `${warnings > 0 ? `, ${plural(warnings, "warning")}` : ""} in ${judged}: ${counted}.`] : [good("No error"), `${warnings > 0 ? `, ${plural(warnings, "warning")},` : ""} in ${judged}: ${counted}.`];
	return [
		...problemBlocks(problems),
		...governedBlocks(result),
		...result.remarks.map((remark) => footnote(...sentence(fullSentence(remark)))),
		paragraph(...verdict)
	];
}
function problemBlocks(problems) {
	if (problems.length === 0) return [];
	return [{
		block: "list",
		items: problems.map(({ severity, place, message, next }) => [
			severity === "error" ? bad$1("error") : open$3("warning"),
			` ${placeText$1(place)}: `,
			...sentence(`${fullSentence(message)} ${fullSentence(next)}`)
		])
	}];
}
function governedBlocks({ governed }) {
	if (governed.length === 0) return [];
	return [heading(3, "Changes to what judges"), {
		block: "list",
		items: governed.map(({ path, why, models, rules }) => {
			const wanted = rules.map(({ required, from }) => `${required} by ${from?.join(" or ") ?? "people with maintain"}`);
			return `${path}: ${why}; for ${models.join(", ")} it needs ${wanted.join(" and ")}`;
		})
	}];
}
// src/render/results/judgement.ts
function describeJudgement(result) {
	const { problems, moves, governed, remarks, next, head, base, group } = result;
	return [
		heading(2, HEADLINES[result.conclusion](judgementTitle(result))),
		...problemBlocks(problems),
		...moves.flatMap(moveBlocks),
		...governed.flatMap(({ path, why, models, approvals }) => [
			heading(3, "A change to what judges"),
			paragraph(...sentence(fullSentence(`${path}: ${why}; it concerns ${models.join(", ")}`))),
			...approvalBlocks(approvals)
		]),
		...remarks.map((remark) => paragraph(...sentence(fullSentence(remark)))),
		...nextBlocks(next),
		footnote(...group === void 0 ? [] : [`a merge group of pull requests ${group.join(", ")}; `], "judged at ", code(short(head)), ...base === void 0 ? [] : [" by the policy of ", code(short(base))])
	];
}
const HEADLINES = {
	success: good,
	failure: bad$1,
	action_required: open$3
};
function judgementTitle(result) {
	const { problems, moves, governed, outcome } = result;
	const errors = problems.filter(({ severity }) => severity === "error").length;
	if (errors > 0) return `${plural(errors, "error")} in the registry`;
	const [move, ...others] = moves;
	const about = move === void 0 ? governedText(governed) : `${moveText(move)}${moreText(others.length)}`;
	if (outcome === "passed") return about === "" ? "nothing that judges is changed" : `${about}: all is met`;
	const failing = moves.find(({ gates }) => gates !== void 0 && gates.outcome !== "passed");
	if (failing !== void 0) return `${about}: its gates ${failing.gates?.outcome === "failed" ? "failed" : "are open"}`;
	return `${about === "" ? "the registry" : about}: ${missingText(result)}`;
}
function missingText({ moves, governed, remarks }) {
	const rules = [...moves, ...governed].flatMap(({ approvals }) => approvals);
	const missing = rules.reduce((sum, { required, counted }) => sum + Math.max(0, required - counted.length), 0);
	if (missing > 0) return `${plural(missing, "approval")} missing`;
	return rules.find(({ outcome }) => outcome !== "passed")?.reason ?? remarks[0] ?? "not everything could be found out";
}
function governedText(governed) {
	return governed.length === 0 ? "" : `${plural(governed.length, "change")} to what judges`;
}
function moreText(more) {
	return more === 0 ? "" : ` and ${plural(more, "other move")}`;
}
function moveText({ model, kind, version, to, from }) {
	if (version === void 0) return `${model}: aliases`;
	return kind === "archive" ? `${model} ${version} out of ${from}` : `${model} ${version} to ${to}`;
}
function moveBlocks(move) {
	const { gates, approvals, record, kind } = move;
	const reasons = gates === void 0 ? [] : openGateLines(gates);
	return [
		heading(3, `${kind}: ${moveText(move)}, record ${record}`),
		...gates === void 0 ? [] : gateBlocks(gates),
		...reasons.length === 0 ? [] : [{
			block: "list",
			items: reasons
		}],
		...move["by-hand"] ? [paragraph("The policy leaves approvals to people: nothing judged them.")] : [],
		...approvalBlocks(approvals)
	];
}
function approvalBlocks(rules) {
	if (rules.length === 0) return [];
	return [{
		block: "table",
		columns: [
			{ title: "approvals" },
			{ title: "outcome" },
			{ title: "counted" },
			{ title: "why" }
		],
		rows: rules.map(({ rule, required, source, outcome, counted, reason }) => [
			`${required} by ${rule.from?.join(" or ") ?? "people with maintain"}${source === "floor" ? " (floor)" : ""}`,
			outcome === "failed" ? open$3("missing") : outcomeSpan(outcome),
			counted.length === 0 ? "nobody" : counted.join(", "),
			sentence(reason)
		])
	}, ...notCountedBlocks(rules)];
}
function notCountedBlocks(rules) {
	const said = new Set();
	const items = rules.flatMap((rule) => rule["not-counted"]).flatMap(({ who, why }) => {
		const text = `${who}: ${why}`;
		if (said.has(text)) return [];
		said.add(text);
		return [[name(who), ` does not count: ${why}.`]];
	});
	return items.length === 0 ? [] : [{
		block: "list",
		items
	}];
}
// src/render/results/latency.ts
function describeLatency(result) {
	const { facts, champion, challenger } = result;
	const { p50, p95 } = facts.quantiles;
	return [
		heading(2, `${result.model}: version ${challenger.version} against version ${champion.version}, latency`),
		paragraph(strong(`p50 ${ratioText(p50.ratio)}`), ` of the champion's time (${rangeText$1(p50.ratio)}), `, strong(`p95 ${ratioText(p95.ratio)}`), ` (${rangeText$1(p95.ratio)}), over ${countText(facts.pairs)} pairs of requests of ${plural(facts["rows-per-request"], "row")}.`),
		...noiseBlocks(result),
		quantileTable(result),
		paragraph("Service time of single requests, one at a time, in one process with one thread: no queue and no network is in it. p99 is for information."),
		...result.remarks.length === 0 ? [] : [{
			block: "list",
			items: result.remarks.map((remark) => sentence(`Note: ${fullSentence(remark)}`))
		}],
		...nextBlocks(result.next),
		footnote(`champion v${champion.version} `, code(short(champion.artifact)), ` · challenger v${challenger.version} `, code(short(challenger.artifact)), " · data ", code(short(result.data.sha256)), ` (${rowsText(result.data)}) · ${result.engine} · 95 % intervals over ${plural(facts.blocks, "block")} of pairs, seed ${facts.seed}`)
	];
}
function noiseBlocks({ facts, noisy }) {
	if (noisy.length === 0) return [];
	const seen = noisy.map((name) => `${name} ${rangeText$1(facts["same-against-same"][name])}`);
	return [paragraph(open$3("The machine is too noisy"), `: the champion against itself shows ${seen.join(" and ")}, where ×1.00 is true.`)];
}
function quantileTable({ facts }) {
	const same = facts["same-against-same"];
	return {
		block: "table",
		columns: [
			{ title: "" },
			{
				title: "champion",
				align: "right"
			},
			{
				title: "challenger",
				align: "right"
			},
			{
				title: "ratio",
				align: "right"
			},
			{
				title: "95 % interval",
				align: "right"
			},
			{
				title: "champion against itself",
				align: "right"
			},
			{ title: "" }
		],
		rows: [
			"p50",
			"p95",
			"p99"
		].map((name) => {
			const found = facts.quantiles[name];
			return [
				name,
				msText(found["champion-ms"]),
				msText(found["challenger-ms"]),
				ratioText(found.ratio),
				rangeText$1(found.ratio),
				rangeText$1(same[name]),
				readingSpan(found.ratio)
			];
		})
	};
}
function readingSpan({ low, high }) {
	if (low > 1) return bad$1("slower");
	return high < 1 ? good("faster") : "open";
}
function ratioText({ value }) {
	return `×${value.toFixed(2)}`;
}
function rangeText$1({ low, high }) {
	return `×${low.toFixed(2)} to ×${high.toFixed(2)}`;
}
function msText(ms) {
	const decimals = Math.max(0, 2 - Math.floor(Math.log10(ms)));
	return `${ms.toFixed(Math.min(decimals, 6))} ms`;
}
// src/render/results/model.ts
function describeModelList({ models, commit }) {
	if (models.length === 0) return [paragraph("There is no model yet. Make one: modelyard init")];
	return [heading(2, `Models at ${short(commit)}`), {
		block: "table",
		columns: [
			{ title: "model" },
			{ title: "task" },
			{
				title: "versions",
				align: "right"
			},
			{ title: "stages" },
			{ title: "aliases" }
		],
		rows: models.map(({ model, task, versions, stages, aliases }) => [
			model,
			task,
			countText(versions),
			Object.entries(stages).map(([stage, numbers]) => `${stage} ${listText(numbers)}`).join(", "),
			Object.entries(aliases).map(([alias, version]) => `${alias} ${version}`).join(", ")
		])
	}];
}
function describeModel(result) {
	const { pointers, records } = result;
	const agree = result["pointers-agree"];
	return [
		heading(2, result.model),
		...result.description === void 0 ? [] : [paragraph(result.description)],
		{
			block: "facts",
			rows: [
				["task", `${result.task} of ${result.target}, by ${metricLabel(result["primary-metric"])}`],
				...Object.entries(pointers.stages).map(([stage, versions]) => [stage, listText(versions)]),
				...Object.entries(pointers.aliases).map(([alias, version]) => [alias, String(version)]),
				["pointers", agree ? [good("agree"), ` with ${plural(records, "record")}`] : [bad$1("disagree"), ` with the ${plural(records, "record")}: see modelyard history ${result.model}`]]
			]
		},
		...versionTable(result)
	];
}
function versionTable({ versions, ...result }) {
	if (versions.length === 0) return [paragraph(`No version yet. Make one: modelyard register ${result.model} FILE`)];
	const table = {
		block: "table",
		columns: [
			{
				title: "version",
				align: "right"
			},
			{ title: "stage" },
			{ title: "aliases" },
			{
				title: metricLabel(result["primary-metric"]),
				align: "right"
			},
			{ title: "" },
			{ title: "made" },
			{ title: "by" }
		],
		rows: versions.map((line) => [
			String(line.version),
			line.stage,
			line.aliases.join(", "),
			line.metric === void 0 ? "–" : metricText(line.metric),
			line["metric-is"] ?? "",
			line["created-at"].slice(0, 10),
			line["created-by"]
		])
	};
	const hidden = result["versions-in-all"] - versions.length;
	return hidden === 0 ? [table] : [table, paragraph(`${plural(hidden, "earlier version")} not shown: modelyard search --model ${result.model}`)];
}
function describeVersion(result) {
	const { record, notes } = result;
	return [
		heading(2, `${result.model} version ${record.version}: ${result.stage}${result.aliases.map((alias) => `, ${alias}`).join("")}`),
		...notes.description === void 0 ? [] : [paragraph(notes.description)],
		{
			block: "facts",
			rows: [
				...versionFacts(record),
				...result.card === void 0 ? [] : [["card", [name(result.card)]]],
				...result.purged ? [["purged", "the bytes of the artifact were removed"]] : [],
				...Object.entries(notes.tags ?? {}).map(([tag, value]) => [`tag ${tag}`, String(value)])
			]
		},
		...evidenceBlocks(result),
		...promotionBlocks(result)
	];
}
function evidenceBlocks({ evidence }) {
	if (evidence.length === 0) return [];
	return [heading(3, "Evidence"), {
		block: "table",
		columns: [
			{ title: "kind" },
			{ title: "digest" },
			{ title: "data" },
			{
				title: "rows",
				align: "right"
			},
			{ title: "measured" },
			{ title: "says" }
		],
		rows: evidence.map((found) => [
			found.kind,
			short(found.digest, 12),
			found.data === void 0 ? "–" : short(found.data, 12),
			found.rows === void 0 ? "–" : countText(found.rows),
			found["measured-at"].slice(0, 10),
			Object.entries(found.metrics).slice(0, 3).map(([name, value]) => `${metricLabel(name)} ${found.kind === "comparison" ? differenceText(value) : metricText(value)}`).join(", ")
		])
	}];
}
function promotionBlocks({ promotions }) {
	if (promotions.length === 0) return [];
	return [heading(3, "Moves"), {
		block: "table",
		columns: [
			{
				title: "record",
				align: "right"
			},
			{ title: "kind" },
			{ title: "what" },
			{ title: "asked for" }
		],
		rows: promotions.map(({ record, kind, text, at }) => [
			String(record),
			kind,
			text,
			at
		])
	}];
}
function listText(versions) {
	if (versions.length <= 8) return versions.join(", ");
	return `${versions.slice(0, 3).join(", ")} … ${versions.at(-1)} (${versions.length} in all)`;
}
// src/render/sparkline.ts
const BARS = "▁▂▃▄▅▆▇█";
function sparkline(values, from, to) {
	return values.map((value) => value === null ? "·" : barOf((value - from) / (to - from || 1))).join("");
}
function barOf(share) {
	const at = Math.ceil(share * 8) - 1;
	return BARS[Math.min(7, Math.max(0, Number.isNaN(at) ? 0 : at))] ?? "";
}
// src/render/sections/trends.ts
const MOST_CHARTS = 3;
function trendBlocks(trends) {
	if (trends.length === 0) return [];
	const drawn = trends.slice(0, MOST_CHARTS);
	return [part("data", {
		block: "table",
		columns: [
			{ title: "from run to run" },
			{ title: "oldest to newest" },
			{
				title: "limit",
				align: "right"
			},
			{
				title: "newest",
				align: "right"
			}
		],
		rows: trends.map(rowOf$1)
	}, footnote(legendOf(trends))), folded("curves", [strong("Trends"), ` · ${plural(drawn.length, "chart")}`], ...drawn.map((trend) => ({
		block: "chart",
		chart: chartOf(trend)
	})))];
}
function rowOf$1(trend) {
	const { of, name: called, values, limit } = trend;
	const newest = values.at(-1);
	const { from, to } = scaleOf(trend);
	return [
		[name(called), ...of === "drift" ? [] : [" ", dim(of)]],
		sparkline(values, from, to),
		limit === void 0 ? "–" : metricText(limit),
		typeof newest === "number" ? metricText(newest) : "not told"
	];
}
function scaleOf({ of, values, limit }) {
	const told = values.filter((value) => value !== null);
	if (of === "drift") return {
		from: 0,
		to: limit === void 0 ? Math.max(...told) : 2 * limit
	};
	const all = limit === void 0 ? told : [...told, limit];
	return {
		from: Math.min(...all),
		to: Math.max(...all)
	};
}
function legendOf(trends) {
	return [
		`the last ${plural(Math.max(...trends.map(({ values }) => values.length)), "run")}`,
		...trends.some(({ of }) => of === "drift") ? ["of features the distance: ▅ and higher lie beyond the limit"] : [],
		...trends.some(({ values }) => values.includes(null)) ? [`a dot (·): could not tell`] : []
	].join(" · ");
}
function chartOf(trend) {
	const { of, name: called, values, limit, from, to } = trend;
	const told = values.filter((value) => value !== null);
	const untold = values.length - told.length;
	const [what, newest] = [of === "drift" ? "Distance" : "Value", told.at(-1) ?? 0];
	const heights = [
		...told,
		...limit === void 0 ? [] : [limit],
		...of === "drift" ? [0] : []
	];
	return {
		title: `${what} of ${called}`,
		description: `${what} in ${plural(told.length, "run")}, newest ${metricText(newest)}${limit === void 0 ? "" : `, limit ${metricText(limit)}`}${untold === 0 ? "" : `, without ${untold} that could not tell`}`,
		x: {
			title: `Runs from ${from.slice(0, 10)} to ${to.slice(0, 10)}`,
			from: 1,
			to: told.length
		},
		y: {
			title: what,
			from: Math.min(...heights),
			to: Math.max(...heights)
		},
		lines: [...limit === void 0 ? [] : [{
			name: "limit",
			values: told.map(() => limit)
		}], {
			name: "found",
			values: told
		}]
	};
}
// src/render/results/monitor-history.ts
const NAMED$2 = 5;
function describeMonitorHistory(result) {
	const { model, commit, runs, remarks, confirm, "as-of": asOf, "runs-in-all": inAll } = result;
	const hidden = inAll - runs.length;
	return [
		heading(2, `${model}: monitoring${asOf === void 0 ? "" : ` as of ${asOf}`}`),
		...runs.length === 0 ? [paragraph("No run of monitoring is recorded.")] : [{
			block: "table",
			columns: [
				{ title: "when" },
				{ title: "outcome" },
				{ title: "drifting, since" },
				{
					title: "could not tell",
					align: "right"
				},
				{
					title: "rows",
					align: "right",
					aside: true
				},
				{
					title: "version",
					align: "right",
					aside: true
				},
				{
					title: "run",
					align: "right",
					aside: true
				}
			],
			rows: runs.map(runRow)
		}],
		...hidden > 0 ? [paragraph(dim(`${plural(hidden, "earlier run")} not shown; --limit shows more.`))] : [],
		...trendBlocks(result.trends),
		...remarkBlocks(remarks),
		footnote(`newest first, times in UTC · confirmed: drifted in ${confirm.runs} of the last ${plural(confirm.of, "run")} that could tell · branch at `, code(short(commit)))
	];
}
function runRow({ at, outcome, drifting, features, current, version, run, failure }) {
	const unsure = features.filter(({ status }) => status === "insufficient-data" || status === "error").length;
	return [
		minuteText(at),
		outcomeSpan(outcome),
		failure === void 0 ? driftLine(drifting) : sentence(`could not look: ${failure.message}`),
		unsure === 0 ? "–" : String(unsure),
		current === void 0 ? "–" : countText(current.rows),
		version === void 0 ? "–" : String(version),
		run === "terminal" ? "terminal" : `${run.id}${run.attempt === 1 ? "" : `.${run.attempt}`}`
	];
}
function driftLine(drifting) {
	if (drifting.length === 0) return "–";
	const named = drifting.slice(0, NAMED$2).map(({ feature, since, confirmed }) => [
		name(feature),
		` ${since.slice(0, 10)}`,
		...confirmed ? [" ", bad$1("confirmed")] : []
	]);
	const rest = drifting.length - named.length;
	return joinSpans([...named, ...rest > 0 ? [[`${rest} more`]] : []], ", ");
}
// src/render/results/performance.ts
function describePerformance(result) {
	const { findings, predictions, labels, labelled, estimates, reconciled, version } = result;
	return [
		heading(2, `${result.model}: metrics in production`),
		paragraph(...outcomeLine$1(result)),
		...findings.length === 0 ? [] : [tableOf$2(findings)],
		...estimates === void 0 ? [] : [estimatesBlock(estimates)],
		...reconciled.length === 0 ? [] : [reconciledBlock(reconciled)],
		...remarkBlocks(result.remarks),
		...nextBlocks(result.next),
		footnote(`${plural(predictions.rows, "prediction")} of `, name(predictions.uri), " ", code(short(predictions.sha256)), `, ${countText(labelled)} with a label`, ...labels === void 0 ? [] : [
			" of ",
			name(labels.uri),
			" ",
			code(short(labels.sha256)),
			" by ",
			name(labels.key)
		], ...version === void 0 ? [] : [` · baseline: version ${version.version}`], " · intervals are of 95 %")
	];
}
function outcomeLine$1({ outcome, findings }) {
	const count = (status) => findings.filter((one) => one.status === status).length;
	switch (outcome) {
		case "failed": return [bad$1("Degraded:"), ` ${count("degraded")} of ${plural(findings.length, "finding")} beyond the limit.`];
		case "passed": return [good("Holds:"), " every metric is on the good side of its limit."];
		case "inconclusive": return [open$3("Not found out:"), findings.length === 0 ? " no metric is judged." : ` ${countText(findings.length - count("ok"))} of ${plural(findings.length, "finding")} cannot be told.`];
	}
}
function tableOf$2(findings) {
	return {
		block: "table",
		columns: [
			{ title: "metric" },
			{ title: "status" },
			{
				title: "seen",
				align: "right"
			},
			{
				title: "limit",
				align: "right"
			},
			{
				title: "baseline",
				align: "right"
			},
			{ title: "by" }
		],
		rows: findings.map((found) => [
			metricLine(found),
			statusOf$1(found),
			seenText(found),
			found.limit === void 0 ? "" : metricText(found.limit),
			found.baseline === void 0 ? "" : metricText(found.baseline),
			`${found.from === "labels" ? "labels" : "estimate"}, ${plural(found.rows, "row")}${whyText(found)}`
		])
	};
}
function metricLine({ metric, slice }) {
	return slice === void 0 ? metric : [
		`${metric} on `,
		name(slice.column),
		" = ",
		name(slice.value)
	];
}
function statusOf$1({ status }) {
	if (status === "degraded") return bad$1("degraded");
	return status === "ok" ? good("ok") : open$3(status);
}
function seenText({ value, interval }) {
	if (value === void 0) return "";
	return interval === void 0 ? metricText(value) : `${metricText(value)} ${rangeText(interval)}`;
}
const GROUNDS$2 = {
	straddles: "the interval lies on both sides of the limit",
	"too-few-rows": "too few rows to tell",
	undefined: "it has no value on these rows",
	"no-interval": "it has no interval",
	"no-baseline": "no baseline is on record",
	"part-of-zero": "a part of a baseline of 0 is no limit",
	"no-labels": "no label has come",
	"no-probabilities": "the model gives labels and no probabilities",
	"not-estimated": "it cannot be estimated without labels",
	"calibration-unknown": "no calibration error is on record",
	"calibration-poor": "the calibration error on record is too large to believe estimates",
	"estimates-unchecked": "the evaluation on record does not say how far its estimate holds",
	"estimates-missed": "its estimate missed what was measured at the evaluation on record",
	"not-reconciled": "the estimate of the labelled rows missed what was measured"
};
function whyText({ ground }) {
	return ground === void 0 ? "" : `: ${GROUNDS$2[ground]}`;
}
function estimatesBlock({ rows, assumptions, metrics }) {
	const table = {
		block: "table",
		columns: [
			{ title: "metric" },
			{
				title: "expected",
				align: "right"
			},
			{
				title: "of the population",
				align: "right"
			},
			{
				title: "on these rows once labels come",
				align: "right"
			},
			{ title: "believed" }
		],
		rows: metrics.map(({ metric, value, interval, "on-labels": onLabels, ground }) => [
			metric,
			metricText(value),
			rangeText(interval),
			rangeText(onLabels),
			ground === void 0 ? good("yes") : open$3(`no: ${GROUNDS$2[ground]}`)
		])
	};
	return folded("data", `expected of ${plural(rows, "row")} without a label`, table, paragraph(`They assume: ${assumptions.join("; ")}.`));
}
function reconciledBlock(reconciled) {
	const missed = reconciled.filter(({ held }) => !held).length;
	return folded("data", missed === 0 ? "estimates of the labelled rows held what was measured" : `${plural(missed, "estimate")} of the labelled rows missed what was measured`, {
		block: "table",
		columns: [
			{ title: "metric" },
			{
				title: "expected",
				align: "right"
			},
			{
				title: "measured",
				align: "right"
			},
			{ title: "held" }
		],
		rows: reconciled.map(({ metric, estimated, low, high, measured, held }) => [
			metric,
			`${metricText(estimated)} ${rangeText({
				low,
				high
			})}`,
			metricText(measured),
			held ? good("yes") : bad$1("no")
		])
	});
}
function rangeText({ low, high }) {
	return `[${metricText(low)}, ${metricText(high)}]`;
}
// src/render/results/report.ts
function reportLead({ part, shown, change, comment, shortened, removed, ...result }) {
	const place = placeText(result);
	return [
		heading(2, shown === "comment" ? `Report ${CHANGES[change]} ${place}` : `Report, not shown on ${place}`),
		...part === "" && comment === void 0 ? [] : [paragraph(...whereSpans(part, comment?.url))],
		...removed === 0 ? [] : [paragraph(`Comments that stood there twice were merged: ${removed}.`)],
		...shortened ? [paragraph("The comment is shortened; the whole report stands here.")] : [],
		...result.remarks.map((remark) => paragraph(...sentence(fullSentence(remark)))),
		...nextBlocks(result.next)
	];
}
const CHANGES = {
	created: "is new on",
	updated: "is brought up to date on",
	unchanged: "stands unchanged on",
	superseded: "is left as a later run wrote it on",
	none: "is not on"
};
function placeText({ on, number, sha }) {
	if (on === "commit") return sha === void 0 ? "a commit" : `commit ${sha.slice(0, 12)}`;
	const what = on === "issue" ? "issue" : "pull request";
	return number === void 0 ? `any ${what}` : `${what} ${number}`;
}
function whereSpans(part, url) {
	return [...part === "" ? [] : [
		"As part ",
		name(part),
		url === void 0 ? "." : ": "
	], ...url === void 0 ? [] : [code(url)]];
}
function describeFailure({ message, next, place }) {
	const at = place === void 0 ? [] : [code([place.path, place.line].filter(Boolean).join(":")), ": "];
	return [
		heading(2, bad$1("A step could not answer")),
		paragraph(...at, ...sentence(fullSentence(message))),
		paragraph(...sentence(fullSentence(next)))
	];
}
// src/render/sections/command-report.ts
const NAMES = {
	install: "the installation",
	lint: "the check of the code",
	test: "the test of the code",
	train: "the training",
	predict: "the prediction"
};
function failureText({ step, status, signal, exceeded, seconds }) {
	const what = NAMES[step];
	if (exceeded === "time") return `${what} was ended after ${seconds.toFixed(0)} s, its limit`;
	if (exceeded === "memory") return `${what} was ended when it held more memory than its limit`;
	return signal === void 0 ? `${what} failed with status ${status}` : `${what} was ended by ${signal}`;
}
function lastWords({ command, said }) {
	const ran = paragraph("It ran ", code(command), said.length === 0 ? " and said nothing." : " and said last:");
	return said.length === 0 ? [ran] : [ran, {
		block: "code",
		lines: said
	}];
}
const LIMITED = {
	system: "memory limited by the system",
	watched: "memory watched",
	none: "memory not limited"
};
function costText({ seconds, "peak-bytes": peak, "memory-limit": limit }) {
	const held = peak === void 0 ? "" : `, at most ${bytesText(peak)} of memory`;
	return `${seconds.toFixed(1)} s${held} (${LIMITED[limit]})`;
}
// src/render/results/reproduction.ts
function describeReproduction(result) {
	const { facts, training, version, furthest } = result;
	const failed = facts === void 0 && result.outcome === "failed";
	return [
		heading(2, `${result.model}: version ${version.version}, trained again`),
		paragraph(...findingLine$1(result)),
		...failed ? lastWords(training) : [],
		...facts?.finding === "different" && furthest.length > 0 ? [furthestTable(furthest)] : [],
		...remarkBlocks(result.remarks),
		...nextBlocks(result.next),
		footnote("commit ", code(short(result["trained-at"])), ...facts === void 0 ? [] : [
			" · training data ",
			code(short(facts.data)),
			` · seed ${facts.seed}`
		], " · registered ", code(short(version.artifact)), ...facts === void 0 ? [] : [", again ", code(short(facts.artifacts[1] ?? ""))], ` · ${costText(training)}`)
	];
}
function findingLine$1({ facts, training }) {
	if (facts === void 0) return training.status === 0 ? [open$3("Not found out:"), " other bytes came out, and what they predict could not be compared."] : [bad$1("Not trained:"), ` ${failureText(training)}.`];
	const { rows = 0, tolerance = 0, why } = facts;
	const largest = differenceSize(facts["largest-difference"] ?? 0);
	switch (facts.finding) {
		case "same-bytes": return [good("Reproduced:"), " the same bytes came out."];
		case "same-predictions": return [good("Reproduced:"), ` other bytes came out, and of ${plural(rows, "row")} none is predicted otherwise by more than ${tolerance}; the most is ${largest}.`];
		case "different": return why === void 0 ? [bad$1("Different:"), ` ${countText(facts["rows-beyond"] ?? 0)} of ${plural(rows, "row")} are predicted otherwise by more than ${tolerance}, the furthest by ${largest}.`] : [
			bad$1("Different:"),
			" ",
			...sentence(fullSentence(why))
		];
	}
}
function furthestTable(furthest) {
	return {
		block: "table",
		columns: [
			{
				title: "row",
				align: "right"
			},
			{
				title: "registered",
				align: "right"
			},
			{
				title: "again",
				align: "right"
			}
		],
		rows: furthest.map(({ row, registered, again }) => [
			countText(row + 1),
			registered.toPrecision(7),
			again.toPrecision(7)
		])
	};
}
function differenceSize(value) {
	if (value === Number.MAX_VALUE) return "more than can be said";
	return value > 0 && value < .001 ? value.toExponential(1) : metricText(value);
}
// src/render/results/retraining.ts
const NAMED$1 = 5;
function describeRetraining(result) {
	const { model, triggers, holds, trained, commit, remarks, next } = result;
	return [
		heading(2, `${model}: retraining`),
		paragraph(...leadSpans(result)),
		...triggers.length === 0 ? [paragraph("Nothing asks for it: model.yaml names no trigger.")] : [{
			block: "table",
			columns: [
				{ title: "asks for it" },
				{ title: "" },
				{ title: "why" }
			],
			rows: triggers.map((one) => [
				one.trigger,
				TRIGGER_WORDS[one.is],
				triggerWhy(one)
			])
		}],
		{
			block: "table",
			columns: [
				{ title: "holds it back" },
				{ title: "" },
				{ title: "why" }
			],
			rows: holds.map((one) => [
				one.hold,
				HOLD_WORDS[one.is],
				holdWhy(one)
			])
		},
		...remarkBlocks(remarks),
		...nextBlocks(next),
		footnote(`decided ${minuteText(result["decided-at"])} UTC`, ...trained === void 0 ? [] : [` · version ${trained.version} of ${minuteText(trained.at)}`], " · registry at ", code(short(commit)))
	];
}
function leadSpans({ decision, triggers, holds, from, started }) {
	if (started !== void 0) return [good("Started:"), ` run ${started.run} of ${started.workflow} trains it again.`];
	if (decision === "retrain") return [good("Retrain:"), ` ${namesOf(triggers, FIRED)} fired, and nothing holds it back.`];
	if (decision === "not-due") return ["Not due: nothing fired."];
	if (decision === "cannot-tell") return [open$3("It cannot be told:"), ` nothing fired, and ${namesOf(triggers, ["unknown"])} is not known.`];
	const back = holds.filter(({ is }) => is === "holds" || is === "unknown").map(({ hold }) => hold);
	const until = from === void 0 ? "" : `, until ${minuteText(from)} UTC`;
	return [bad$1("Held back:"), ` ${namesOf(triggers, FIRED)} fired; ${listed(back)} ${back.length === 1 ? "holds" : "hold"} it back${until}.`];
}
const FIRED = ["fired", "unconfirmed"];
function namesOf(triggers, wanted) {
	return listed(triggers.filter(({ is }) => wanted.includes(is)).map(({ trigger }) => trigger));
}
function listed(words) {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
const TRIGGER_WORDS = {
	fired: bad$1("fired"),
	unconfirmed: open$3("unconfirmed"),
	quiet: "quiet",
	unknown: open$3("unknown")
};
const HOLD_WORDS = {
	holds: bad$1("holds"),
	overridden: open$3("overridden"),
	unknown: open$3("unknown"),
	free: "free"
};
function triggerWhy({ trigger, why, figures }) {
	const text = trigger === "new-rows" ? countText : metricText;
	const shown = figures.slice(0, NAMED$1).map(({ of, value, limit }) => [name(of), ` ${text(value)}, limit ${text(limit)}`]);
	const more = figures.length - shown.length;
	const parts = [...shown, ...more > 0 ? [[`${more} more`]] : []];
	return [...sentence(capital(why)), ...parts.length === 0 ? [] : [": ", ...joinSpans(parts, "; ")]];
}
function holdWhy({ why, until, is }) {
	return [...sentence(capital(why)), until !== void 0 && is === "holds" ? `, until ${minuteText(until)} UTC` : ""];
}
// src/render/results/run.ts
function describeRun(result) {
	const { command, made, outcome } = result;
	return [
		heading(2, `${result.model}: ${command.step}`),
		paragraph(...outcomeLine(result)),
		...outcome === "failed" ? lastWords(command) : [],
		...made.length === 0 ? [] : [madeTable(made)],
		...remarkBlocks(result.remarks),
		...nextBlocks(result.next),
		footnote(...provenance(result), costText(command))
	];
}
function outcomeLine({ outcome, command, why, out, predictions }) {
	if (outcome === "failed") return [
		bad$1("Failed:"),
		" ",
		...why === void 0 ? [`${failureText(command)}.`] : sentence(fullSentence(why))
	];
	return [
		good("Passed:"),
		" ",
		code(command.command),
		` ended well${predictions === void 0 ? "" : `, and predicted ${plural(predictions, "row")}`}.`,
		...out === void 0 ? [] : [
			" What it made is in ",
			name(ownName(out)),
			"."
		]
	];
}
function madeTable(made) {
	return {
		block: "table",
		columns: [
			{ title: "made" },
			{
				title: "size",
				align: "right"
			},
			{ title: "SHA-256" }
		],
		rows: made.map(({ name: called, bytes, files, sha256 }) => [
			name(called),
			files === void 0 ? bytesText(bytes) : `${bytesText(bytes)} in ${countText(files)} files`,
			code(short(sha256))
		])
	};
}
function provenance({ commit, data, artifact, seed }) {
	return [
		...commit === void 0 ? [] : [
			"commit ",
			code(short(commit)),
			" · "
		],
		...data === void 0 ? [] : [
			"data ",
			name(ownName(data.uri)),
			" ",
			code(short(data.sha256)),
			data.rows === void 0 ? " · " : ` (${plural(data.rows, "row")}) · `
		],
		...artifact === void 0 ? [] : [
			"model ",
			code(short(artifact)),
			" · "
		],
		`seed ${seed} · `
	];
}
// src/render/results/sample.ts
const SHOWN = 20;
function describeSample(result) {
	const { data, stratify, strata, uncertain } = result;
	return [
		heading(2, `${result.model}: ${uncertain === void 0 ? "a sample of the training data" : "rows to label"}`),
		paragraph(good(uncertain === void 0 ? "Drawn:" : "Picked:"), ` ${countText(result.rows)} of ${plural(data.rows, "row")} (${shareText(result.share)}) stand in `, name(result.path), ...stratify === void 0 ? [] : [", stratified by ", name(stratify)], "."),
		...stratify === void 0 ? [] : strataBlocks(result),
		...uncertain === void 0 ? [] : rowBlocks(uncertain, result.rows),
		...nextBlocks(result.next),
		footnote(`${bytesText(result.bytes)} `, code(short(result.sha256)), " · drawn from ", name(data.uri), " ", code(short(data.sha256)), ` · seed ${result.seed}`, ...uncertain === void 0 ? [] : [
			" · predictions of ",
			name(uncertain.predictions.uri),
			" ",
			code(short(uncertain.predictions.sha256))
		], ...strata.length > SHOWN ? [` · ${strata.length - SHOWN} smaller strata are not shown`] : [])
	];
}
function strataBlocks({ strata, rows, data }) {
	return [{
		block: "table",
		columns: [
			{ title: "value" },
			{
				title: "rows",
				align: "right"
			},
			{
				title: "share",
				align: "right"
			},
			{
				title: "sampled",
				align: "right"
			},
			{
				title: "share of the sample",
				align: "right"
			}
		],
		rows: strata.toSorted((a, b) => b.rows - a.rows).slice(0, SHOWN).map((stratum) => [
			stratum.value === "" ? "missing" : name(stratum.value),
			countText(stratum.rows),
			shareText(stratum.rows / data.rows),
			countText(stratum.sampled),
			shareText(stratum.sampled / rows)
		])
	}];
}
function rowBlocks(uncertain, picked) {
	const { rows } = uncertain;
	const more = picked - rows.length;
	return [
		paragraph("The model is least sure of these: the likeliest class lies at most ", `${shareText(uncertain["largest-margin"])} above the next.`),
		{
			block: "list",
			tasks: true,
			items: rows.map(rowLine)
		},
		...more > 0 ? [paragraph(`${plural(more, "more row stands", "more rows stand")} in the file.`)] : []
	];
}
function rowLine({ row, key, classes }) {
	const predicted = classes.map(({ class: label, probability }) => [name(label), ` ${shareText(probability)}`]);
	return [
		`Row ${countText(row)}`,
		...key === void 0 ? [] : [" ", name(key)],
		": ",
		...joinSpans(predicted, ", ")
	];
}
// src/render/results/seal.ts
function describeSeal({ sealed, remarks, next }) {
	const notes = [...remarks, ...next].map((text) => footnote(...sentence(fullSentence(text))));
	if (sealed.length === 0) return [paragraph("Nothing was to be sealed."), ...notes];
	return [
		{
			block: "table",
			columns: [
				{ title: "Record" },
				{ title: "Moves" },
				{ title: "Merged" },
				{ title: "Approved by" },
				{ title: "Held" }
			],
			rows: sealed.map(rowOf)
		},
		...sealed.flatMap(detailsOf),
		...notes
	];
}
function rowOf(move) {
	const { model, record, kind, version, from, to, approvals } = move;
	const pull = move["pull-request"];
	const where = pull === void 0 ? short(move["merge-commit"]) : `#${pull.number}`;
	return [
		`${model} ${record}`,
		version === void 0 ? kind : `${kind}: version ${version}, ${from} → ${to}`,
		`${where} by ${move["merged-by"]}`,
		approvals.length === 0 ? "nobody" : approvals.join(", "),
		heldSpan(move.outcome)
	];
}
function heldSpan(outcome) {
	if (outcome === "passed") return {
		is: "good",
		text: "yes"
	};
	return outcome === "failed" ? {
		is: "bad",
		text: "no"
	} : {
		is: "open",
		text: "not known"
	};
}
function detailsOf({ model, record, held, problems, closed, deployment, remarks, outcome }) {
	const name = `${model} ${record}: `;
	return [
		...problems.map((problem) => paragraph({
			is: "bad",
			text: name
		}, ...sentence(fullSentence(problem)))),
		...(outcome === "inconclusive" ? held?.reasons ?? [] : []).map((reason) => paragraph({
			is: "open",
			text: name
		}, ...sentence(fullSentence(reason)))),
		...deployment === void 0 ? [] : [footnote(name, ...sentence(deploymentText(deployment)))],
		...closed.map(({ number }) => footnote(name, `closed #${number}, which asked for the same stage.`)),
		...remarks.map((remark) => footnote(name, ...sentence(fullSentence(remark))))
	];
}
function deploymentText({ environment, workflow, run }) {
	if (workflow === void 0) return `deployment to ${environment}; no workflow deploys this stage.`;
	return `deployment to ${environment} by ${workflow}${run === void 0 ? "" : `: ${run}`}.`;
}
// src/render/results/search.ts
function describeSearch({ columns, found, searched, versions }) {
	const counted = paragraph(`${plural(found, "version")} of ${countText(searched)}${versions.length < found ? `, the first ${countText(versions.length)} shown` : ""}.`);
	if (versions.length === 0) return [counted];
	const isNumeric = columns.map((_, index) => versions.every(({ values }) => typeof (values[index] ?? 0) === "number"));
	return [{
		block: "table",
		columns: [
			{ title: "model" },
			{
				title: "version",
				align: "right"
			},
			{ title: "stage" },
			{ title: "aliases" },
			{ title: "made" },
			...columns.map((title, index) => ({
				title,
				align: isNumeric[index] ? "right" : "left"
			}))
		],
		rows: versions.map((version) => [
			version.model,
			String(version.version),
			version.stage,
			version.aliases.join(", "),
			version["created-at"].slice(0, 10),
			...version.values.map((value, index) => valueText(value, columns[index] ?? ""))
		])
	}, counted];
}
function valueText(value, column) {
	if (value === null) return "–";
	return typeof value === "number" && column.startsWith("metrics.") ? metricText(value) : String(value);
}
// src/render/results/service-levels.ts
function describeServiceLevels(result) {
	const { levels, remarks, next } = result;
	const details = levels.flatMap(({ name: of, detail }) => detail === void 0 ? [] : [[
		name(of),
		": ",
		...sentence(`${detail}.`)
	]]);
	return [
		heading(2, `${result.model}: service levels`),
		paragraph(...findingLine(result)),
		...levels.length === 0 ? [] : [part("data", tableOf$1(levels))],
		...details.length === 0 ? [] : [part("remarks", {
			block: "list",
			items: details
		})],
		...remarkBlocks(remarks),
		...nextBlocks(next),
		footnote(...sourceSpans(result))
	];
}
function findingLine({ outcome, levels }) {
	const count = (status) => levels.filter((level) => level.status === status).length;
	const untold = count("insufficient-data") + count("error");
	const rest = untold === 0 ? "" : ` Of ${untold} more it could not be told.`;
	switch (outcome) {
		case "failed": return [bad$1("Broken:"), ` ${plural(count("breached"), "limit")} of ${levels.length}.${rest}`];
		case "passed": return [good("Kept:"), ` ${levels.length === 1 ? "the one limit" : `all ${levels.length} limits`}.`];
		case "inconclusive": return [open$3("Not found out:"), ` ${untold} of ${plural(levels.length, "limit")} could not be told.`];
	}
}
function tableOf$1(levels) {
	return {
		block: "table",
		columns: [
			{ title: "what" },
			{ title: "status" },
			{
				title: "measured",
				align: "right"
			},
			{
				title: "95 % interval",
				align: "right"
			},
			{
				title: "limit",
				align: "right"
			},
			{
				title: "of",
				align: "right"
			},
			{ title: "why" }
		],
		rows: levels.map((level) => [
			name(level.name),
			statusOf(level),
			level.value === void 0 ? "" : amount(level.value, level),
			intervalOf(level),
			`${level.limit.is === "at-most" ? "≤" : "≥"} ${amount(level.limit.value, level)}`,
			observationsOf(level),
			level.grounds.map((ground) => WORDS[ground]).join("; ")
		])
	};
}
function statusOf({ status }) {
	if (status === "breached") return bad$1("broken");
	return status === "ok" ? good("ok") : open$3(status);
}
function intervalOf(level) {
	const { value, low, high } = level;
	if (value === void 0 || low === value && high === value) return "";
	if (low === void 0 && high === void 0) return "none";
	if (low === void 0) return `up to ${amount(high, level)}`;
	return high === void 0 ? `from ${amount(low, level)}` : `${amount(low, level)} to ${amount(high, level)}`;
}
function observationsOf({ observations, missing, of }) {
	if (observations === void 0) return "";
	const counted = plural(observations, of === "operations" ? "request" : "row");
	return missing === void 0 ? counted : `${counted}, ${countText(missing)} missing`;
}
function amount(value, { unit }) {
	switch (unit) {
		case "ms": return `${metricText(value)} ms`;
		case "share": return `${metricText(value * 100)} %`;
		case "requests/s": return `${metricText(value)}/s`;
		default: return metricText(value);
	}
}
const WORDS = {
	"not-given": "nobody named where to look",
	"not-recorded": "the source does not say",
	"nothing-seen": "nothing was seen",
	"too-few": "too few to bound it",
	"limit-within-interval": "the interval reaches over the limit",
	"no-window": "of which time is not known: give --window",
	unreadable: "too much cannot be read",
	"other-values": "the column holds something else",
	"no-column": "the column is not there",
	"not-answered": "no figure came"
};
const UNREADABLE$1 = {
	"no-json": "no JSON",
	"no-time": "without a time",
	"no-duration": "without a duration",
	"no-status": "without a status",
	"no-request": "no request"
};
function sourceSpans({ source, business, window }) {
	const spans = [];
	if (source?.is === "prometheus") spans.push("from ", name(source.server));
	else if (source !== void 0) {
		const { uri, sha256, lines, requests, outside, unreadable, fields } = source;
		const bad = Object.entries(unreadable).map(([why, count]) => `, ${countText(count)} ${UNREADABLE$1[why]}`);
		const read = [
			fields.duration && `${fields.duration.name} (${fields.duration.unit})`,
			fields.status,
			fields.time
		];
		spans.push(`${plural(requests, "request")} of ${plural(lines, "line")} of `, name(uri), " ", code(short(sha256)), `${outside === 0 ? "" : `, ${countText(outside)} outside the window`}${bad.join("")}`, ...read.flatMap((field, at) => field === void 0 ? [] : [at === 0 || read.slice(0, at).every((one) => one === void 0) ? " · by " : ", ", name(field)]));
	}
	if (business !== void 0) {
		const { uri, sha256, rows, outside, unreadable } = business;
		spans.push(`${spans.length === 0 ? "" : " · "}${plural(rows, "row")} of `, name(uri), " ", code(short(sha256)), `${outside === 0 ? "" : `, ${countText(outside)} outside the window`}${unreadable === 0 ? "" : `, ${countText(unreadable)} without a time`}`);
	}
	if (window !== void 0) spans.push(`${spans.length === 0 ? "" : " · "}${minuteText(window.from)} to ${minuteText(window.until)} UTC`);
	return spans.length === 0 ? ["nothing was read"] : spans;
}
// src/render/results/test-report.ts
const FORMAT_NAMES = {
	junit: "JUnit XML",
	tap: "TAP",
	pytest: "JSON of pytest"
};
function describeTestReport({ model, version, file, facts, outcome }) {
	const { passed, failed, errors, skipped, seconds, failures } = facts;
	const all = passed + failed + errors + skipped;
	const shown = failures.length;
	return [
		heading(2, `${model}: tests of version ${version.version}`),
		paragraph(verdictSpan(outcome), ` ${plural(all, "test")}: ${countText(passed)} passed, ${countText(failed)} failed, ${plural(errors, "error")}, ${countText(skipped)} skipped${seconds === void 0 ? "" : `, in ${seconds.toFixed(1)} s`}.`),
		...shown === 0 ? [] : [{
			block: "table",
			columns: [{ title: "test" }, { title: "what it said" }],
			rows: failures.map(({ name, message }) => [name, message === "" ? "–" : message])
		}],
		...failed + errors > shown ? [paragraph(`And ${countText(failed + errors - shown)} more.`)] : [],
		footnote(`${FORMAT_NAMES[facts.format]}, `, code(file), " ", code(short(facts.report)), " · artifact ", code(short(version.artifact)))
	];
}
function verdictSpan(outcome) {
	if (outcome === "passed") return good("Passed:");
	return outcome === "failed" ? bad$1("Failed:") : open$3("No test ran:");
}
// node_modules/fast-string-truncated-width/dist/utils.js
const getCodePointsLength = (() => {
	const SURROGATE_PAIR_RE = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;
	return (input) => {
		let surrogatePairsNr = 0;
		SURROGATE_PAIR_RE.lastIndex = 0;
		while (SURROGATE_PAIR_RE.test(input)) surrogatePairsNr += 1;
		return input.length - surrogatePairsNr;
	};
})();
const isFullWidth = (x) => {
	return x === 12288 || x >= 65281 && x <= 65376 || x >= 65504 && x <= 65510;
};
const isWideNotCJKTNotEmoji = (x) => {
	return x === 8987 || x === 9001 || x >= 12272 && x <= 12287 || x >= 12289 && x <= 12350 || x >= 12441 && x <= 12543 || x >= 12549 && x <= 12591 || x >= 12593 && x <= 12686 || x >= 12688 && x <= 12771 || x >= 12783 && x <= 12830 || x >= 12832 && x <= 12871 || x >= 12880 && x <= 19903 || x >= 65040 && x <= 65049 || x >= 65072 && x <= 65106 || x >= 65108 && x <= 65126 || x >= 65128 && x <= 65131 || x >= 127488 && x <= 127490 || x >= 127504 && x <= 127547 || x >= 127552 && x <= 127560 || x >= 131072 && x <= 196605 || x >= 196608 && x <= 262141;
};
// node_modules/fast-string-truncated-width/dist/index.js
const ANSI_RE = /[\u001b\u009b][[()#;?]*(?:[0-9]{1,4}(?:;[0-9]{0,4})*)?[0-9A-ORZcf-nqry=><]|\u001b\]8;[^;]*;.*?(?:\u0007|\u001b\u005c)/y;
const CONTROL_RE = /[\x00-\x08\x0A-\x1F\x7F-\x9F]{1,1000}/y;
const CJKT_WIDE_RE = /(?:(?![\uFF61-\uFF9F\uFF00-\uFFEF])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Tangut}]){1,1000}/uy;
const TAB_RE = /\t{1,1000}/y;
const EMOJI_RE = /[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation}|\p{Emoji}\uFE0F\u20E3?))*/uy;
const LATIN_RE = /(?:[\x20-\x7E\xA0-\xFF](?!\uFE0F)){1,1000}/y;
const MODIFIER_RE = /\p{M}+/gu;
const NO_TRUNCATION$1 = {
	limit: Infinity,
	ellipsis: ""
};
const getStringTruncatedWidth = (input, truncationOptions = {}, widthOptions = {}) => {
	const LIMIT = truncationOptions.limit ?? Infinity;
	const ELLIPSIS = truncationOptions.ellipsis ?? "";
	const ELLIPSIS_WIDTH = truncationOptions?.ellipsisWidth ?? (ELLIPSIS ? getStringTruncatedWidth(ELLIPSIS, NO_TRUNCATION$1, widthOptions).width : 0);
	const ANSI_WIDTH = 0;
	const CONTROL_WIDTH = widthOptions.controlWidth ?? 0;
	const TAB_WIDTH = widthOptions.tabWidth ?? 8;
	const EMOJI_WIDTH = widthOptions.emojiWidth ?? 2;
	const FULL_WIDTH_WIDTH = 2;
	const REGULAR_WIDTH = widthOptions.regularWidth ?? 1;
	const WIDE_WIDTH = widthOptions.wideWidth ?? FULL_WIDTH_WIDTH;
	const PARSE_BLOCKS = [
		[LATIN_RE, REGULAR_WIDTH],
		[ANSI_RE, ANSI_WIDTH],
		[CONTROL_RE, CONTROL_WIDTH],
		[TAB_RE, TAB_WIDTH],
		[EMOJI_RE, EMOJI_WIDTH],
		[CJKT_WIDE_RE, WIDE_WIDTH]
	];
	let indexPrev = 0;
	let index = 0;
	let length = input.length;
	let lengthExtra = 0;
	let truncationEnabled = false;
	let truncationIndex = length;
	let truncationLimit = Math.max(0, LIMIT - ELLIPSIS_WIDTH);
	let unmatchedStart = 0;
	let unmatchedEnd = 0;
	let width = 0;
	let widthExtra = 0;
	outer: while (true) {
		if (unmatchedEnd > unmatchedStart || index >= length && index > indexPrev) {
			const unmatched = input.slice(unmatchedStart, unmatchedEnd) || input.slice(indexPrev, index);
			lengthExtra = 0;
			for (const char of unmatched.replaceAll(MODIFIER_RE, "")) {
				const codePoint = char.codePointAt(0) || 0;
				if (isFullWidth(codePoint)) widthExtra = FULL_WIDTH_WIDTH;
				else if (isWideNotCJKTNotEmoji(codePoint)) widthExtra = WIDE_WIDTH;
				else widthExtra = REGULAR_WIDTH;
				if (width + widthExtra > truncationLimit) truncationIndex = Math.min(truncationIndex, Math.max(unmatchedStart, indexPrev) + lengthExtra);
				if (width + widthExtra > LIMIT) {
					truncationEnabled = true;
					break outer;
				}
				lengthExtra += char.length;
				width += widthExtra;
			}
			unmatchedStart = unmatchedEnd = 0;
		}
		if (index >= length) break outer;
		for (let i = 0, l = PARSE_BLOCKS.length; i < l; i++) {
			const [BLOCK_RE, BLOCK_WIDTH] = PARSE_BLOCKS[i];
			BLOCK_RE.lastIndex = index;
			if (BLOCK_RE.test(input)) {
				lengthExtra = BLOCK_RE === CJKT_WIDE_RE ? getCodePointsLength(input.slice(index, BLOCK_RE.lastIndex)) : BLOCK_RE === EMOJI_RE ? 1 : BLOCK_RE.lastIndex - index;
				widthExtra = lengthExtra * BLOCK_WIDTH;
				if (width + widthExtra > truncationLimit) truncationIndex = Math.min(truncationIndex, index + Math.floor((truncationLimit - width) / BLOCK_WIDTH));
				if (width + widthExtra > LIMIT) {
					truncationEnabled = true;
					break outer;
				}
				width += widthExtra;
				unmatchedStart = indexPrev;
				unmatchedEnd = index;
				index = indexPrev = BLOCK_RE.lastIndex;
				continue outer;
			}
		}
		index += 1;
	}
	return {
		width: truncationEnabled ? truncationLimit : width,
		index: truncationEnabled ? truncationIndex : length,
		truncated: truncationEnabled,
		ellipsed: truncationEnabled && LIMIT >= ELLIPSIS_WIDTH
	};
};
// node_modules/fast-string-width/dist/index.js
const NO_TRUNCATION = {
	limit: Infinity,
	ellipsis: "",
	ellipsisWidth: 0
};
const fastStringWidth = (input, options = {}) => {
	return getStringTruncatedWidth(input, NO_TRUNCATION, options).width;
};
// src/render/text.ts
const STYLES = {
	strong: ["\x1B[1m", "\x1B[22m"],
	code: ["\x1B[36m", "\x1B[39m"],
	name: ["", ""],
	dim: ["\x1B[2m", "\x1B[22m"],
	good: ["\x1B[32m", "\x1B[39m"],
	bad: ["\x1B[31m", "\x1B[39m"],
	open: ["\x1B[33m", "\x1B[39m"]
};
function toText(blocks, options) {
	return `${joined$1(blocks, options)}\n`;
}
function joined$1(blocks, options) {
	return blocks.map((block) => blockText(block, options)).filter((text) => text !== "").join("\n\n");
}
function blockText(block, options) {
	switch (block.block) {
		case "heading": return styled("strong", lineText(block.line, { color: false }), options);
		case "paragraph": return lineText(block.line, options);
		case "list": return block.items.map((item) => `  ${lineText(item, options)}`).join("\n");
		case "table": return table(...withoutAsides(block.columns, block.rows), options);
		case "facts": return table([{}, {}], block.rows.map(([name, value]) => [{
			is: "dim",
			text: name
		}, value]), options);
		case "code": return block.lines.map((line) => `    ${visible(line)}`).join("\n");
		case "fold": {
			const body = joined$1(block.blocks, options);
			if (body === "") return "";
			return `${styled("strong", lineText(block.title, { color: false }), options)}\n${body}`;
		}
		case "part": return joined$1(block.blocks, options);
		case "chart": return "";
		case "footnote": return styled("dim", lineText(block.line, { color: false }), options);
	}
}
function withoutAsides(columns, rows) {
	const isShown = (_, index) => columns[index]?.aside !== true;
	return [columns.filter(isShown), rows.map((row) => row.filter(isShown))];
}
function table(columns, rows, options) {
	const plain = rows.map((row) => row.map((cell) => lineText(cell, { color: false })));
	const shown = rows.map((row) => row.map((cell) => lineText(cell, options)));
	const titles = columns.map(({ title = "" }) => visible(title));
	const widths = titles.map((title, index) => Math.max(fastStringWidth(title), ...plain.map((row) => fastStringWidth(row[index] ?? ""))));
	const pad = (text, width, index) => {
		const space = " ".repeat(Math.max(0, (widths[index] ?? 0) - width));
		return columns[index]?.align === "right" ? space + text : text + space;
	};
	const header = titles.some((title) => title !== "") ? [titles.map((title, index) => pad(styled("dim", title, options), fastStringWidth(title), index))] : [];
	const body = shown.map((row, at) => row.map((cell, index) => pad(cell, fastStringWidth(plain[at]?.[index] ?? ""), index)));
	return [...header, ...body].map((row) => `  ${row.join("  ")}`.trimEnd()).join("\n");
}
function lineText(line, options) {
	return spansOf(line).map((span) => spanText(span, options)).join("");
}
function spanText(span, options) {
	if (typeof span === "string") return visible(span);
	const text = visible(span.text);
	return styled(span.is, span.is === "name" ? `\`${text}\`` : text, options);
}
function styled(style, text, { color }) {
	const [begin, end] = STYLES[style];
	return color ? `${begin}${text}${end}` : text;
}
// src/render/watch.ts
function watchLines(watch) {
	return watch.map((one) => `${lineOf$1(one)}\n\n`).join("");
}
function lineOf$1({ model, alerts, late }) {
	const numbers = alerts.map(({ kind, issue }) => `#${issue} (${ALERTS$1[kind]})`).join(", ");
	const named = codeSpan(model);
	return [...alerts.length === 0 ? [] : [`❌ In production: ${named} has an open alert, ${numbers}.`], ...late === void 0 ? [] : [lateText(named, late)]].join(" ");
}
function lateText(model, { daysAgo, everyDays }) {
	const every = everyDays < 2 ? "every day" : `every ${Math.round(everyDays)} days`;
	return `⚠️ Not watched: the last monitoring run of ${model} was ${plural(daysAgo, "day")} ago; before that it ran ${every}.`;
}
// src/render/index.ts
init_errors$2();
function render(result, format, { color = false, limit = COMMENT_LIMIT, whole = "the answer as JSON (--json)" } = {}) {
	if (format === "json") return `${visibleJson(JSON.stringify(result, null, 2))}\n`;
	const blocks = describe$2(result);
	return format === "markdown" ? fitBlocks(blocks, toMarkdown, limit, whole) : toText(blocks, { color });
}
function renderReport(results, page) {
	const [head, source] = [`${titleLine(page)}${watchLines(page.watch ?? [])}`, sourceLine(page)];
	const room = Math.max(0, page.limit - head.length - source.length);
	return `${head}${fitBlocks(results.flatMap(describe$2), toMarkdown, room, WHOLE$1)}${source}`;
}
function renderProposal(planned) {
	const blocks = planned.kind === "move" ? proposedMove(planned) : proposedRegistration(planned);
	const lead = planned.kind === "registration" ? candidateLines(planned) : "";
	return `${lead}${fitBlocks(blocks, toMarkdown, COMMENT_LIMIT - lead.length, "the files of this pull request")}`;
}
const renderReportNote = (url) => noteLine(WHOLE$1, url);
const WHOLE$1 = "the summary of its run";
function describe$2(result) {
	switch (result.kind) {
		case "initialization": return describeInitialization(result);
		case "validation": return describeValidation(result);
		case "registration": return describeRegistration(result);
		case "model-list": return describeModelList(result);
		case "model": return describeModel(result);
		case "version": return describeVersion(result);
		case "search": return describeSearch(result);
		case "history": return describeHistory(result);
		case "alerts": return describeAlerts(result);
		case "alert-note": return describeAlertNote(result);
		case "monitor-history": return describeMonitorHistory(result);
		case "difference": return describeDifference(result);
		case "move": return describeMove(result);
		case "evaluation": return describeEvaluation(result);
		case "comparison": return describeComparison(result);
		case "gates": return describeGates(result);
		case "latency": return describeLatency(result);
		case "contract": return describeContract(result);
		case "reproduction": return describeReproduction(result);
		case "test-report": return describeTestReport(result);
		case "custom-evidence": return describeCustomEvidence(result);
		case "failure": return describeFailure(result);
		case "conclusion": return describeConclusion(result);
		case "report": return [...reportLead(result), ...result.answers.flatMap(describe$2)];
		case "run": return describeRun(result);
		case "sample": return describeSample(result);
		case "drift": return describeDrift(result);
		case "retraining": return describeRetraining(result);
		case "service-levels": return describeServiceLevels(result);
		case "performance": return describePerformance(result);
		case "judgement": return describeJudgement(result);
		case "seal": return describeSeal(result);
	}
}
function renderError(error, { color = false } = {}) {
	const { place: at, message } = error;
	const place = at === void 0 || at.path === "filter" || !at.line && message.startsWith(at.path) ? "" : `${placeText$1(at)}: `;
	const report = ERROR_CODES[error.code] === "bug" ? " This is a bug of Modelyard." : "";
	const [first = "", ...rest] = `${place}${error.message}`.split("\n");
	return [
		toText([paragraph(bad$1("Error"), ` ${first}${rest.length === 0 ? "." : ""}${report}`)], { color }).trimEnd(),
		...rest.map(visible),
		toText([paragraph(dim(fullSentence(error.next)))], { color }).trimEnd(),
		""
	].join("\n");
}
function renderErrorMarkdown({ message, next, place, code }) {
	const at = place === void 0 ? "" : `${placeText$1(place)}: `;
	return toMarkdown([paragraph(bad$1("Error"), ` (${code}) ${at}`, ...sentence(fullSentence(message))), paragraph(...sentence(fullSentence(next)))]);
}
function renderFailure({ code, message, next, place }, command) {
	const failure = {
		kind: "failure",
		...command === void 0 ? {} : { command },
		code,
		message,
		next,
		...place === void 0 ? {} : { place: { ...place } }
	};
	return `${JSON.stringify(failure, null, 2)}\n`;
}
// src/render/alert.ts
const MOST_ROWS = 30;
const KINDS = {
	drift: {
		title: "what production sees has drifted",
		intro: "Production sees other values than the reference holds, by more than matters and more than chance:",
		size: "distance",
		next: ["see whether the data or the world changed: what is broken upstream is repaired there", "where the world changed, see whether the metrics hold, and train again on newer data where they do not"]
	},
	degradation: {
		title: "it got worse in production",
		intro: "Metrics on what production has seen are worse than they are to be:",
		size: "loss",
		next: ["see whether the data drifted or the labels changed meaning", "roll back where an earlier version was better, or train again on newer data"]
	},
	"data-quality": {
		title: "its data are not what they should be",
		intro: "Rows that reach the model break what is expected of them:",
		size: "extent",
		next: ["find the source upstream that delivers them, and hold back what depends on them until it is repaired"]
	},
	operations: {
		title: "it is in trouble while serving",
		intro: "What serves the model is outside its limits:",
		size: "extent",
		next: ["see the logs of what serves it and what was deployed last; roll back where that began it"]
	},
	"no-data": {
		title: "its monitor cannot see",
		intro: "Nothing could be told in several runs in a row, so whatever happens meanwhile goes unseen:",
		size: "runs",
		next: ["see in the newest run why it could not look: no data, no access, or too few rows", "give it access again, or the data their place"]
	}
};
function renderAlertTitle({ model, kind }) {
	return `${model}: ${KINDS[kind].title}`;
}
function renderAlertBody(page, limit = COMMENT_LIMIT) {
	const { kind, causes, next, trends = [], report, state, runUrl } = page;
	const follows = state.follows === void 0 ? "" : `\nIt came before: #${state.follows}.\n`;
	const waits = page.candidate === void 0 ? "" : `\nA model trained again waits for a decision: #${page.candidate}.\n`;
	const source = `\n<sub>As of ${linked(`run ${state.run.id}`, runUrl)} · brought up to date by each run</sub>\n`;
	const cause = report?.kind === "drift" ? report.cause : void 0;
	const measured = report?.kind === "drift" ? {
		...report,
		cause: void 0
	} : report;
	return `${fitBlocks([
		paragraph(...standingLine(page)),
		...mutedBlocks(page),
		paragraph(KINDS[kind].intro),
		part("data", tableOf(page)),
		...trendBlocks(trends),
		heading(3, "Likely cause"),
		...cause === void 0 ? [] : causeBlocks(cause),
		...cause !== void 0 && cause.hints.length > 0 ? [] : [causes.length === 0 ? paragraph("Not known; the report says where to begin.") : listOf(causes)],
		heading(3, "What to do"),
		listOf([...KINDS[kind].next, ...next]),
		paragraph(ruleLine(page)),
		...measured === void 0 ? [] : [folded("examples", "What the newest run measured", ...describe$2(measured))]
	], toMarkdown, Math.max(0, limit - follows.length - waits.length - source.length), "the summary of its run")}${follows}${waits}${source}`;
}
const NEWS = {
	worse: "Worse:",
	joined: "New:",
	returned: "It is back:",
	awake: "No longer snoozed, and still bad:"
};
function renderAlertComment(page, news) {
	const { kind, rules, state, runUrl } = page;
	const lines = news.map(({ why, items }) => {
		if (why !== "recovered") return [
			bad$1(NEWS[why]),
			" ",
			...namedIn(items, page)
		];
		const closing = `This issue closes, and opens again where it returns within ${plural(rules.reopenDays, "day")}.`;
		return [good("Recovered:"), ` nothing was found in ${plural(rules.closeAfter, "run")} in a row. ${closing}`];
	});
	const isBad = news.some(({ why }) => why !== "recovered");
	return `${toMarkdown([{
		block: "list",
		items: lines
	}, ...isBad ? [paragraph(...sentence(fullSentence(`what to do: ${KINDS[kind].next[0]}`)))] : []])}\n<sub>Found by ${linked(`run ${state.run.id}`, runUrl)}</sub>`;
}
function standingLine({ finding, state, rules, isOpen }) {
	if (!isOpen && finding.is === "good") return [good("Recovered:"), ` bad since ${timeText(state.since)}, and good by now.`];
	switch (finding.is) {
		case "bad": return [bad$1(`Bad since ${timeText(state.since)}.`)];
		case "good": return state.items.some((item) => item.bad) ? [open$3("Not told:"), " what was bad could not be seen by the newest run."] : [good("Better:"), ` nothing was found in ${state.good} of the ${plural(rules.closeAfter, "run")} after which this closes.`];
		case "unknown": return [
			open$3("Not told:"),
			" ",
			...sentence(fullSentence(finding.why))
		];
	}
}
function mutedBlocks({ state: { snoozed, acknowledged } }) {
	return [...acknowledged === void 0 ? [] : [paragraph("Looked after by ", name(acknowledged.by), ` since ${timeText(acknowledged.at)}: what joins is not told by a comment.`)], ...snoozed === void 0 ? [] : [paragraph("Snoozed by ", name(snoozed.by), ` until ${timeText(snoozed.until)}: nothing is told by a comment but that it recovered or returned.`)]];
}
function tableOf({ kind, finding, state }) {
	const untold = new Set(finding.is === "unknown" ? [] : finding.untold);
	const left = state.items.length - MOST_ROWS;
	const more = `… and ${left} more`;
	return {
		block: "table",
		columns: [
			{ title: "what" },
			{
				title: KINDS[kind].size,
				align: "right"
			},
			{
				title: "worst told",
				align: "right"
			},
			{ title: "since" },
			{ title: "now" }
		],
		rows: [...state.items.slice(0, MOST_ROWS).map((item) => [
			name(item.name),
			sizeText(kind, item.size),
			sizeText(kind, item.told),
			timeText(item.since),
			nowOf(item, finding.is === "unknown" || untold.has(item.name))
		]), ...left > 0 ? [[
			more,
			"",
			"",
			"",
			""
		]] : []]
	};
}
function nowOf({ bad: isBad }, isUntold) {
	if (!isBad) return good("good");
	return isUntold ? open$3("not told") : bad$1("bad");
}
function ruleLine({ rules }) {
	return `It is closed after ${plural(rules.closeAfter, "good run")} in a row, and opened again where it returns within ${plural(rules.reopenDays, "day")}. Close it by hand to hear of it again only when it gets worse, something new joins, or it recovers and returns.`;
}
function namedIn(items, { kind }) {
	const left = items.length - MOST_ROWS;
	return [...joinSpans(items.slice(0, MOST_ROWS).map(({ name: text, size, before }) => [name(text), ` ${sizeText(kind, size)}${before === void 0 ? "" : ` (told before: ${sizeText(kind, before)})`}`]), ", "), left > 0 ? ` and ${left} more.` : "."];
}
function sizeText(kind, size) {
	return kind === "no-data" ? String(size) : metricText(size);
}
function timeText(time) {
	return `${minuteText(time)} UTC`;
}
function listOf(phrases) {
	return {
		block: "list",
		items: phrases.map((phrase) => sentence(fullSentence(phrase)))
	};
}
// src/render/week.ts
const NAMED = 10;
const MOST_ALERTS = 20;
function renderWeekTitle({ model }) {
	return `${model}: monitoring, week by week`;
}
function renderWeek(page) {
	const { week, runs, alerts } = page;
	const first = paragraph(`Week ${week.name}, from ${week.from.slice(0, 10)} to before ${week.to.slice(0, 10)}, UTC:`);
	const told = {
		block: "list",
		items: [runsLine(page), ...findingLines(page)]
	};
	const left = alerts.length - MOST_ALERTS;
	const issues = [...alerts.slice(0, MOST_ALERTS).map(alertLine), ...left > 0 ? [`- and ${plural(left, "other alert")}`] : []].map((line) => `${line}\n`);
	const head = `${toMarkdown([first])}\n${issues.join("")}`;
	return `${head}${fitBlocks([told, ...trendBlocks(runs.trends)], toMarkdown, COMMENT_LIMIT - head.length, WHOLE)}`;
}
const WHOLE = "the history of its monitoring (history --monitor)";
function runsLine({ runs: { runs, blind } }) {
	if (runs === 0) return [bad$1("No run"), " of monitoring came."];
	return blind === 0 ? `${plural(runs, "run")}.` : [
		`${plural(runs, "run")}, `,
		open$3(`${blind} could not tell`),
		" of any feature."
	];
}
function alertLine({ kind, number, closedAt, state }) {
	const { since, snoozed, acknowledged } = state ?? {};
	const line = [
		closedAt === void 0 ? bad$1("Open") : good("Closed"),
		`: ${ALERTS$1[kind]}`,
		...since === void 0 ? [] : [`, bad since ${minuteText(since)}`],
		...snoozed === void 0 ? [] : [`, snoozed until ${minuteText(snoozed.until)}`],
		...acknowledged === void 0 ? [] : [", looked after by ", name(acknowledged.by)]
	];
	return `- #${number} ${toMarkdown([paragraph(...line)]).trim()}`;
}
function findingLines({ runs: { drifting, near, broken, silentSince }, alerts }) {
	const confirmed = drifting.filter((one) => one.confirmed).map(({ feature }) => [name(feature)]);
	const once = drifting.filter((one) => !one.confirmed).map(({ feature }) => [name(feature)]);
	const lines = [
		lineOf("Drifting at its end: ", confirmed),
		lineOf("Drifted once, not confirmed: ", once),
		lineOf("Near the threshold: ", near.map(({ feature, distance, limit }) => [name(feature), ` ${metricText(distance)} of ${metricText(limit)}`])),
		lineOf("Limits broken: ", broken.map(({ name: called, runs }) => [name(called), ` in ${plural(runs, "run")}`])),
		silentSince === void 0 ? [] : [`Late: no run came for long after ${minuteText(silentSince)}.`]
	].filter((line) => line.length > 0);
	return lines.length + alerts.length === 0 ? ["Nothing else to tell."] : lines;
}
function lineOf(title, items) {
	if (items.length === 0) return [];
	const rest = items.length - NAMED;
	return [
		title,
		...joinSpans(items.slice(0, NAMED), ", "),
		rest > 0 ? ` and ${rest} more.` : "."
	];
}
// src/doors/alert-pages.ts
const ALERT_PAGES = {
	title: renderAlertTitle,
	body: renderAlertBody,
	comment: renderAlertComment,
	weekTitle: renderWeekTitle,
	week: renderWeek
};
// src/adapters/files/write-file-atomic.ts
async function writeFileAtomic(path, content, workshop = dirname(path)) {
	const begun = join(workshop, `${basename(path)}.${process.pid}-${Math.random().toString(36).slice(2)}.tmp`);
	const mode = (await stat(path).catch(() => void 0))?.mode;
	try {
		if (workshop !== dirname(path)) await mkdir(workshop, { recursive: true });
		const file = await open(begun, "wx", mode === void 0 ? 438 : mode & 511);
		try {
			await writeFile(file, content);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(begun, path);
	} catch (error) {
		await rm(begun, { force: true });
		if (!isOtherDisk(error)) throw error;
		await writeFileAtomic(path, content);
	}
}
function isOtherDisk(error) {
	return error instanceof Error && "code" in error && error.code === "EXDEV";
}
// src/adapters/git/git-errors.ts
init_errors$2();
function movedError(branch) {
	return new ModelyardError({
		code: "moved-meanwhile",
		message: `the branch ${branch} was moved by somebody else meanwhile`,
		next: "run the command again; it starts from where the branch stands now"
	});
}
function remoteError(verb, remote, said, cause) {
	return new ModelyardError({
		code: "remote-failed",
		message: `git could not ${verb} ${remote}: ${said.trim().split("\n")[0] ?? ""}`,
		next: "check the address, the network and your access, then run the command again",
		cause
	});
}
function bareError() {
	return new ModelyardError({
		code: "no-repository",
		message: "this repository is bare: it has no files to work on",
		next: "run the command in a clone of it"
	});
}
function shallowError(wanted) {
	return new ModelyardError({
		code: "shallow-clone",
		message: `this clone is shallow and does not reach back to ${wanted}`,
		next: "fetch the rest: git fetch --unshallow, or in a workflow `fetch-depth: 0` for actions/checkout"
	});
}
function cannotWriteError(path, cause) {
	const said = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
	return new ModelyardError({
		code: "cannot-write",
		message: `${path} could not be written (${said})`,
		next: "make room on the disk or allow writing there, then run the command again; nothing was changed",
		cause
	});
}
// src/adapters/git/drafts.ts
function openDrafts({ commonDir, root }) {
	const place = (path) => join(commonDir, "modelyard", ...path.split("/"));
	const absent = (error) => error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
	return {
		async list(folder) {
			try {
				return (await promises.readdir(place(folder))).sort();
			} catch (error) {
				if (absent(error)) return [];
				throw error;
			}
		},
		async read(path) {
			try {
				return await promises.readFile(place(path));
			} catch (error) {
				if (absent(error)) return void 0;
				throw error;
			}
		},
		async write(path, content) {
			try {
				await promises.mkdir(dirname(place(path)), { recursive: true });
				await writeFileAtomic(place(path), Buffer.from(content));
			} catch (error) {
				throw cannotWriteError(path, error);
			}
		},
		remove: (path) => promises.rm(place(path), { force: true }),
		place: (path) => relative(root, place(path))
	};
}
// src/adapters/git/location.ts
init_errors$2();
function locateRepository(start) {
	for (let folder = resolve(start);; folder = dirname(folder)) {
		const dotGit = join(folder, ".git");
		if (existsSync(dotGit)) return withCommonDir(folder, gitDirOf(dotGit, folder));
		if (isGitDir(folder)) return {
			root: folder,
			gitDir: folder,
			commonDir: folder,
			isBare: true
		};
		if (dirname(folder) === folder) break;
	}
	throw new ModelyardError({
		code: "no-repository",
		message: `${start} is not inside a git repository`,
		next: "run this where your repository is, or make one: git init"
	});
}
function gitDirOf(dotGit, folder) {
	if (statSync(dotGit).isDirectory()) return dotGit;
	const target = /^gitdir: (.+)$/m.exec(readFileSync(dotGit, "utf8"))?.[1];
	return target === void 0 ? dotGit : resolve(folder, target.trim());
}
function withCommonDir(root, gitDir) {
	const pointer = join(gitDir, "commondir");
	return {
		root,
		gitDir,
		commonDir: existsSync(pointer) ? resolve(gitDir, readFileSync(pointer, "utf8").trim()) : gitDir,
		isBare: false
	};
}
function isGitDir(folder) {
	return existsSync(join(folder, "HEAD")) && existsSync(join(folder, "objects")) && existsSync(join(folder, "refs"));
}
const OPERATIONS = [
	["MERGE_HEAD", "a merge"],
	["rebase-merge", "a rebase"],
	["rebase-apply", "a rebase"],
	["CHERRY_PICK_HEAD", "a cherry-pick"],
	["REVERT_HEAD", "a revert"]
];
function operationUnderWay({ gitDir }) {
	return OPERATIONS.find(([mark]) => existsSync(join(gitDir, mark)))?.[1];
}
// src/adapters/git/worktree.ts
init_errors$2();
function openWorktree(location, folder, repository, index) {
	const { root } = location;
	async function readFile(path) {
		const file = await insideRoot(root, path);
		try {
			return await promises.readFile(file);
		} catch (error) {
			if ([
				"ENOENT",
				"ENOTDIR",
				"EISDIR"
			].includes(codeOf$1(error) ?? "")) return void 0;
			throw error;
		}
	}
	async function writeFile(path, content) {
		const file = await insideRoot(root, path);
		try {
			await promises.mkdir(dirname(file), { recursive: true });
			await writeFileAtomic(file, Buffer.from(content), join(location.gitDir, "modelyard/begun"));
		} catch (error) {
			throw cannotWriteError(path, error);
		}
	}
	return {
		root,
		async operation() {
			return operationUnderWay(location);
		},
		async listFiles(start) {
			const files = [];
			for await (const file of walk(root, start)) files.push(file);
			return files.sort((a, b) => a.path < b.path ? -1 : 1);
		},
		visibleFiles: async () => [...await index.visible()].sort(),
		readFile,
		writeFile,
		async modified(paths) {
			return index.modified(paths ?? []);
		},
		async follow(from, to) {
			const changes = from === void 0 ? await everything(repository, to) : await repository.changes(from, to, []);
			const left = [];
			const moved = [];
			for (const change of changes) if (await followOne(change, {
				repository,
				readFile,
				writeFile,
				remove: (path) => removeFile(root, path)
			})) moved.push(change);
			else left.push(change.path);
			if (moved.length > 0) await index.update(moved);
			return left;
		},
		pathFromRoot(userPath) {
			const slashed = relative(root, isAbsolute(userPath) ? userPath : resolve(folder, userPath)).split(sep).join("/");
			return staysInside(slashed) ? slashed : void 0;
		}
	};
}
async function everything(repository, commit) {
	return (await repository.listFiles(commit, "")).map(({ path, mode, id }) => ({
		path,
		status: "added",
		before: void 0,
		after: {
			mode,
			id
		}
	}));
}
async function followOne({ path, before, after }, disk) {
	const blob = async (side) => side === void 0 ? void 0 : (await disk.repository.readBlobs([side.id], (content) => content))[0];
	const [present, wanted] = [await disk.readFile(path), await blob(after)];
	if (sameBytes(present, wanted)) return true;
	if (!sameBytes(present, await blob(before))) return false;
	if (wanted === void 0) await disk.remove(path);
	else await disk.writeFile(path, wanted);
	return true;
}
function sameBytes(a, b) {
	return a === void 0 || b === void 0 ? a === b : Buffer.compare(a, b) === 0;
}
async function removeFile(root, path) {
	await promises.rm(await insideRoot(root, path), { force: true });
	for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) try {
		await promises.rmdir(join(root, folder));
	} catch {
		return;
	}
}
async function* walk(root, folder) {
	const start = await insideRoot(root, folder);
	let entries;
	try {
		entries = await promises.readdir(start, { withFileTypes: true });
	} catch (error) {
		if (["ENOENT", "ENOTDIR"].includes(codeOf$1(error) ?? "")) return;
		throw error;
	}
	if (entries.some(({ name }) => name === ".git") && folder !== "") {
		yield {
			path: folder,
			kind: "repository",
			bytes: 0
		};
		return;
	}
	for (const entry of entries) {
		const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
		if (entry.name === ".git") continue;
		if (entry.isDirectory()) yield* walk(root, path);
		else yield await describeFile(root, path, entry);
	}
}
async function describeFile(root, path, entry) {
	if (entry.isSymbolicLink()) return {
		path,
		kind: "link",
		bytes: 0
	};
	if (!entry.isFile()) return {
		path,
		kind: "other",
		bytes: 0
	};
	const { size } = await promises.stat(join(root, path));
	return {
		path,
		kind: "file",
		bytes: size
	};
}
async function insideRoot(root, path) {
	if (path === "") return root;
	if (!staysInside(path)) throw escapeError(path);
	const realRoot = await promises.realpath(root);
	const parts = path.split("/");
	let place = realRoot;
	for (const [position, part] of parts.entries()) {
		const next = join(place, part);
		let isLink;
		try {
			isLink = (await promises.lstat(next)).isSymbolicLink();
		} catch (error) {
			if (!["ENOENT", "ENOTDIR"].includes(codeOf$1(error) ?? "")) throw error;
			return join(place, ...parts.slice(position));
		}
		if (isLink && position === parts.length - 1) throw linkError(path);
		place = isLink ? await promises.realpath(next).catch(() => next) : next;
		if (place !== realRoot && !place.startsWith(realRoot + sep)) throw escapeError(path);
	}
	return place;
}
function staysInside(path) {
	const parts = path.split("/");
	if (path === "" || isAbsolute(path) || path.includes("\\") || path.includes("\0")) return false;
	return parts.every((part) => part !== "" && part !== "." && part !== ".." && part.toLowerCase() !== ".git");
}
function escapeError(path) {
	return new ModelyardError({
		code: "path-escape",
		message: `${path} leads out of the repository`,
		next: "name a file inside the repository, by a path without `..` and without links that lead out",
		place: { path }
	});
}
function linkError(path) {
	return new ModelyardError({
		code: "path-escape",
		message: `${path} is a link; the registry holds files`,
		next: "put the file itself there",
		place: { path }
	});
}
function codeOf$1(error) {
	return error instanceof Error && "code" in error ? String(error.code) : void 0;
}
// src/adapters/git/adapters.ts
function adaptersBy({ repository, identity, index }, location, folder) {
	return {
		repository,
		identity,
		worktree: location.isBare ? noWorktree(location.root) : openWorktree(location, folder, repository, index),
		drafts: openDrafts(location)
	};
}
function noWorktree(root) {
	const refuse = async () => {
		throw bareError();
	};
	return {
		root,
		operation: async () => void 0,
		listFiles: refuse,
		visibleFiles: refuse,
		readFile: refuse,
		writeFile: refuse,
		modified: refuse,
		follow: refuse,
		pathFromRoot: () => void 0
	};
}
// src/adapters/git/run-git.ts
init_errors$2();
const CONFIG = [
	"-c",
	"core.quotePath=false",
	"-c",
	"color.ui=false",
	"-c",
	"log.showSignature=false"
];
const STRIPPED = [
	"GIT_DIR",
	"GIT_WORK_TREE",
	"GIT_INDEX_FILE",
	"GIT_OBJECT_DIRECTORY",
	"GIT_COMMON_DIR",
	"GIT_NAMESPACE"
];
function startGit(location, args, env = {}) {
	const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !STRIPPED.includes(name)));
	return spawn("git", [...CONFIG, ...args], {
		cwd: location.root,
		env: {
			...inherited,
			LC_ALL: "C",
			GIT_TERMINAL_PROMPT: "0",
			GIT_OPTIONAL_LOCKS: "0",
			GIT_FLUSH: "0",
			...env
		},
		stdio: "pipe",
		windowsHide: true,
		detached: process.platform !== "win32" && args[0] !== "fetch" && args[0] !== "push"
	});
}
function runGit(location, args, options = {}) {
	const { input, env, accept = [0] } = options;
	return new Promise((resolve, reject) => {
		const child = startGit(location, args, env);
		const chunks = [];
		let stderr = "";
		child.stdout.on("data", (chunk) => chunks.push(chunk));
		child.stderr.on("data", (chunk) => {
			stderr += chunk.toString("utf8");
		});
		child.on("error", (error) => reject(startError(error)));
		child.on("close", (code, signal) => {
			const output = {
				status: code ?? 128,
				stdout: Buffer.concat(chunks),
				stderr
			};
			if (signal !== null) reject(interrupted(signal));
			else if (accept.includes(output.status)) resolve(output);
			else reject(gitError(args, output));
		});
		child.stdin.on("error", () => {});
		child.stdin.end(input);
	});
}
async function gitText(location, args, options) {
	const { stdout } = await runGit(location, args, options);
	return stdout.toString("utf8").replace(/\n$/, "");
}
function startError(error) {
	return new ModelyardError({
		code: "missing-engine",
		message: "the git program could not be started",
		next: "install git, or set MODELYARD_GIT=isomorphic to do without it",
		cause: error
	});
}
function interrupted(signal) {
	if (signal === "SIGXFSZ") return cannotWriteError("a file of git", new Error(signal));
	return new ModelyardError({
		code: "interrupted",
		message: `git was ended by ${signal}`,
		next: "run the command again; it goes on from where things stand"
	});
}
function gitError(args, { status, stderr }) {
	const said = stderr.trim().split("\n").slice(0, 3).join("; ");
	if (/No space left on device|File too large|Disk quota exceeded|Read-only file system|Permission denied|insufficient permission|(?:unable to|couldn't|could not) (?:write|create)/i.test(stderr)) return new ModelyardError({
		code: "cannot-write",
		message: `git could not write: ${said}`,
		next: "make room on the disk or allow writing there, then run the command again; nothing was changed"
	});
	if (/must be run in a work tree/.test(stderr)) return bareError();
	if (/dubious ownership/.test(stderr)) return new ModelyardError({
		code: "no-repository",
		message: "the repository belongs to another user, so git does not read it",
		next: "run as its owner, or allow it: git config --global --add safe.directory PATH"
	});
	return new ModelyardError({
		code: "bug",
		message: `git ${args[0]} ended with ${status}: ${said || "no message"}`,
		next: "please report it, with the command that you ran"
	});
}
// src/adapters/git/cat-file.ts
init_errors$2();
const NEWLINE = 10;
var CatFile = class {
	#location;
	#flags;
	#child;
	#waiting = [];
	#answered = 0;
	#pending = Buffer.alloc(0);
	#current;
	constructor(location, flags = []) {
		this.#location = location;
		this.#flags = flags;
	}
	warmUp() {
		this.#hold(this.#start(), false);
	}
	read(name) {
		if (name.includes("\n")) return Promise.resolve(void 0);
		const child = this.#start();
		return new Promise((resolve, reject) => {
			this.#waiting.push({
				resolve,
				reject
			});
			this.#hold(child, true);
			child.stdin.write(`${name}\n`);
		});
	}
	readAll(names, take) {
		if (names.length === 0) return Promise.resolve([]);
		const child = this.#start();
		return new Promise((resolve, reject) => {
			const taken = new Array(names.length);
			let missing = names.length;
			for (const index of names.keys()) this.#waiting.push({
				resolve(object) {
					try {
						taken[index] = take(object, index);
					} catch (error) {
						reject(error);
					}
					missing -= 1;
					if (missing === 0) resolve(taken);
				},
				reject
			});
			this.#hold(child, true);
			child.stdin.write(`${names.join("\n")}\n`);
			if (this.#flags.includes("--buffer")) child.stdin.end();
		});
	}
	#start() {
		if (this.#child !== void 0) return this.#child;
		const child = startGit(this.#location, [
			"cat-file",
			"--batch",
			...this.#flags
		]);
		this.#child = child;
		let stderr = "";
		child.stdout.on("data", (chunk) => this.#take(chunk));
		child.stderr.on("data", (chunk) => {
			stderr += chunk.toString("utf8");
		});
		child.stdin.on("error", () => {});
		child.on("error", (error) => this.#fail(startError(error)));
		child.on("close", () => {
			if (this.#answered === this.#waiting.length) return;
			this.#fail(new ModelyardError({
				code: /dubious ownership/.test(stderr) ? "no-repository" : "bug",
				message: `git cat-file ended early: ${stderr.trim().split("\n")[0] ?? ""}`,
				next: "check the repository: git fsck"
			}));
		});
		return child;
	}
	#hold(child, on) {
		for (const handle of [
			child,
			child.stdin,
			child.stdout,
			child.stderr
		]) if (on) handle.ref?.();
		else handle.unref?.();
	}
	#take(chunk) {
		let data = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
		this.#pending = Buffer.alloc(0);
		while (data.length > 0) {
			if (this.#current === void 0) {
				const end = data.indexOf(NEWLINE);
				if (end < 0) break;
				const header = data.toString("utf8", 0, end);
				data = data.subarray(end + 1);
				const size = sizeIn(header);
				if (size === void 0) this.#answer(void 0);
				else if (data.length > size) {
					this.#answerWith(header, data.subarray(0, size));
					data = data.subarray(size + 1);
				} else this.#current = {
					header,
					body: Buffer.allocUnsafe(size),
					filled: 0
				};
				continue;
			}
			const { body, filled } = this.#current;
			const part = data.subarray(0, body.length - filled);
			part.copy(body, filled);
			this.#current.filled += part.length;
			data = data.subarray(part.length);
			if (this.#current.filled < body.length || data.length === 0) break;
			data = data.subarray(1);
			const { header } = this.#current;
			this.#current = void 0;
			this.#answerWith(header, body);
		}
		this.#pending = data;
	}
	#answerWith(header, body) {
		const [id = "", type = "blob"] = header.split(" ");
		this.#answer({
			id,
			type,
			body
		});
	}
	#answer(object) {
		this.#waiting[this.#answered]?.resolve(object);
		this.#answered += 1;
		if (this.#answered === this.#waiting.length) {
			this.#waiting = [];
			this.#answered = 0;
			if (this.#child !== void 0) this.#hold(this.#child, false);
		}
	}
	#fail(error) {
		this.#child = void 0;
		const waiting = this.#waiting.slice(this.#answered);
		this.#waiting = [];
		this.#answered = 0;
		for (const { reject } of waiting) reject(error);
	}
};
function sizeIn(header) {
	const size = header.slice(header.lastIndexOf(" ") + 1);
	return /^\d+$/.test(size) ? Number(size) : void 0;
}
// src/adapters/git/commit-object.ts
function parseCommit(id, text) {
	const split = text.indexOf("\n\n");
	const headers = split < 0 ? text : text.slice(0, split);
	const field = (name) => new RegExp(`^${name} (.*)$`, "m").exec(headers)?.[1] ?? "";
	const committer = parsePerson(field("committer"));
	return {
		id,
		tree: field("tree"),
		parents: [...headers.matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1]),
		author: parsePerson(field("author")).person,
		committer: committer.person,
		committedAt: committer.at,
		message: split < 0 ? "" : text.slice(split + 2)
	};
}
function parsePerson(line) {
	const match = /^(.*?) ?<(.*)> (-?\d+) [+-]\d{4}$/.exec(line);
	return {
		person: {
			name: match?.[1] ?? "",
			email: match?.[2] ?? ""
		},
		at: Number(match?.[3] ?? 0) * 1e3
	};
}
// src/adapters/git/identity.ts
init_errors$2();
const SOURCES = {
	local: "this repository's git configuration",
	worktree: "this working tree's git configuration",
	global: "your global git configuration",
	system: "this machine's git configuration",
	command: "the git configuration of this command"
};
function personFromEnvironment() {
	const { GIT_COMMITTER_NAME, GIT_COMMITTER_EMAIL, GIT_AUTHOR_NAME, GIT_AUTHOR_EMAIL } = process.env;
	const name = GIT_AUTHOR_NAME ?? GIT_COMMITTER_NAME;
	const email = GIT_AUTHOR_EMAIL ?? GIT_COMMITTER_EMAIL;
	return name && email ? {
		name,
		email
	} : void 0;
}
function noIdentityError() {
	return new ModelyardError({
		code: "no-identity",
		message: "git does not know who you are",
		next: "tell it: git config user.name \"Your Name\" and git config user.email you@example.com"
	});
}
function programIdentity(location) {
	let known;
	return { committer() {
		known ??= committerOf(location).catch((error) => {
			known = void 0;
			throw error;
		});
		return known;
	} };
}
async function committerOf(location) {
	const person = personFromEnvironment();
	if (person !== void 0) return {
		...person,
		source: "the environment"
	};
	const settings = await userSettings(location);
	const [name, email] = ["user.name", "user.email"].map((key) => settings.get(key));
	if (name === void 0 || email === void 0) throw noIdentityError();
	return {
		name: name.value,
		email: email.value,
		source: SOURCES[name.scope] ?? name.scope
	};
}
async function userSettings(location) {
	const { stdout } = await runGit(location, [
		"config",
		"--show-scope",
		"--null",
		"--get-regexp",
		"^user\\.(name|email)$"
	], { accept: [0, 1] });
	const fields = stdout.toString("utf8").split("\0");
	const settings = new Map();
	for (let at = 0; at + 1 < fields.length; at += 2) {
		const [key = "", value = ""] = (fields[at + 1] ?? "").split("\n", 2);
		settings.delete(key);
		if (value !== "") settings.set(key, {
			scope: fields[at] ?? "",
			value
		});
	}
	return settings;
}
// src/adapters/git/shallow.ts
function shallowBoundaries({ commonDir }) {
	const file = join(commonDir, "shallow");
	return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter((line) => line !== "") : [];
}
// src/adapters/git/tree-object.ts
function parseTree(body, idBytes) {
	const items = [];
	for (let at = 0; at < body.length;) {
		const space = body.indexOf(32, at);
		const end = body.indexOf(0, space);
		const id = body.toString("hex", end + 1, end + 1 + idBytes);
		items.push({
			mode: modeOf(body.toString("latin1", at, space)),
			name: body.toString("utf8", space + 1, end),
			id
		});
		at = end + 1 + idBytes;
	}
	return items;
}
function modeOf(text) {
	switch (text.padStart(6, "0")) {
		case "040000": return "040000";
		case "120000": return "120000";
		case "160000": return "160000";
		case "100755": return "100755";
		default: return "100644";
	}
}
function sortTree(items) {
	const key = (item) => Buffer.from(item.mode === "040000" ? `${item.name}/` : item.name, "utf8");
	return [...items].sort((a, b) => Buffer.compare(key(a), key(b)));
}
// src/adapters/git/folder-tree.ts
function placeChanges(changes, ids) {
	const root = {
		files: new Map(),
		folders: new Map()
	};
	for (const [index, { path }] of changes.entries()) place(root, path.split("/"), ids[index] ?? null);
	return root;
}
function place(folder, parts, id) {
	const [name = "", ...rest] = parts;
	if (rest.length === 0) {
		folder.files.set(name, id);
		return;
	}
	const inner = folder.folders.get(name) ?? {
		files: new Map(),
		folders: new Map()
	};
	folder.folders.set(name, inner);
	place(inner, rest, id);
}
async function writeFolders(change, path, writer) {
	return await writeFolder(change, path, writer) ?? writer.make([]);
}
async function writeFolder(change, path, writer) {
	const items = new Map((await writer.existing(path)).map((item) => [item.name, item]));
	for (const [name, id] of change.files) if (id === null) items.delete(name);
	else items.set(name, {
		name,
		mode: items.get(name)?.mode === "100755" ? "100755" : "100644",
		id
	});
	for (const [name, inner] of change.folders) {
		const id = await writeFolder(inner, path === "" ? name : `${path}/${name}`, writer);
		if (id === void 0) items.delete(name);
		else items.set(name, {
			name,
			mode: "040000",
			id
		});
	}
	return items.size === 0 ? void 0 : writer.make(sortTree([...items.values()]));
}
// src/adapters/git/write-tree.ts
init_errors$2();
const WRITERS = 4;
async function writeTree(location, base, changes, listFolder) {
	const ids = await writeBlobs(location, changes);
	const maker = new TreeMaker(location);
	try {
		return await writeFolders(placeChanges(changes, ids), "", {
			existing: async (folder) => (base === void 0 ? [] : await listFolder(base, folder)).map(itemOf$1),
			make: (items) => maker.make(items)
		});
	} finally {
		maker.close();
	}
}
function itemOf$1({ path, mode, id }) {
	return {
		name: path.slice(path.lastIndexOf("/") + 1),
		mode,
		id
	};
}
async function writeBlobs(location, changes) {
	const ids = changes.map(() => null);
	const queue = changes.entries();
	const work = async () => {
		for (const [index, { content }] of queue) {
			if (content === null) continue;
			ids[index] = await gitText(location, [
				"hash-object",
				"-w",
				"--no-filters",
				"--stdin"
			], { input: content });
		}
	};
	await Promise.all(Array.from({ length: WRITERS }, work));
	return ids;
}
var TreeMaker = class {
	#child;
	#failed;
	#waiting;
	#output = "";
	constructor(location) {
		const child = startGit(location, [
			"mktree",
			"-z",
			"--missing",
			"--batch"
		]);
		this.#child = child;
		let stderr = "";
		child.stderr.on("data", (chunk) => {
			stderr += chunk.toString("utf8");
		});
		child.stdin.on("error", () => {});
		child.stdout.on("data", (chunk) => this.#take(chunk.toString("latin1")));
		this.#failed = new Promise((_resolve, reject) => {
			child.on("error", (error) => reject(startError(error)));
			child.on("close", () => reject(mktreeError(stderr)));
		});
		this.#failed.catch(() => {});
	}
	make(items) {
		const answer = new Promise((resolve) => {
			this.#waiting = resolve;
		});
		const lines = items.map(({ mode, name, id }) => `${mode} ${TYPES[mode] ?? "blob"} ${id}\t${name}\0`);
		this.#child.stdin.write(`${lines.join("")}\0`);
		return Promise.race([answer, this.#failed]);
	}
	close() {
		this.#child.stdin.end();
	}
	#take(text) {
		this.#output += text;
		const end = this.#output.indexOf("\n");
		if (end < 0) return;
		const id = this.#output.slice(0, end);
		this.#output = this.#output.slice(end + 1);
		this.#waiting?.(id);
	}
};
const TYPES = {
	"040000": "tree",
	"160000": "commit"
};
function mktreeError(stderr) {
	return new ModelyardError({
		code: "cannot-write",
		message: `git could not write a folder: ${stderr.trim().split("\n")[0] ?? ""}`,
		next: "make room on the disk or allow writing there, then run the command again; nothing was changed"
	});
}
// src/adapters/git/program.ts
init_errors$2();
const BULK = 200;
function branchInFile({ gitDir }) {
	const head = readFileSync(join(gitDir, "HEAD"), "utf8").trimEnd();
	if (/^[0-9a-f]{40,64}$/.test(head)) return "";
	const name = /^ref: refs\/heads\/(\S+)$/.exec(head)?.[1];
	return name === ".invalid" ? void 0 : name;
}
async function branchByProgram(location) {
	const { status, stdout } = await runGit(location, [
		"symbolic-ref",
		"--quiet",
		"--short",
		"HEAD"
	], { accept: [0, 1] });
	return status === 0 ? stdout.toString("utf8").trim() : "";
}
function openWithProgram(location) {
	const objects = new CatFile(location);
	objects.warmUp();
	async function readCommit(name) {
		const object = await objects.read(`${name}^{commit}`);
		return object === void 0 ? void 0 : parseCommit(object.id, object.body.toString("utf8"));
	}
	async function listFolder(commit, folder) {
		const object = await objects.read(folder === "" ? `${commit}^{tree}` : `${commit}:${folder}`);
		if (object === void 0 || object.type !== "tree") return [];
		const prefix = folder === "" ? "" : `${folder}/`;
		return parseTree(object.body, object.id.length / 2).map(({ name, mode, id }) => ({
			path: prefix + name,
			mode,
			id
		}));
	}
	async function readBlobs(ids, take) {
		return (ids.length > BULK ? new CatFile(location, ["--buffer"]) : objects).readAll(ids, (object, index) => {
			if (object !== void 0) return take(object.body, index);
			throw new ModelyardError({
				code: "bug",
				message: `the repository lacks the object ${ids[index]}`,
				next: "check the repository: git fsck"
			});
		});
	}
	const isShallow = async () => shallowBoundaries(location).length > 0;
	return {
		async head() {
			const branch = branchInFile(location) ?? await branchByProgram(location);
			return {
				commit: (await objects.read("HEAD^{commit}"))?.id,
				branch: branch === "" ? void 0 : branch
			};
		},
		async resolve(revision) {
			if (!isPlainRevision(revision)) return void 0;
			return (await objects.read(`${revision}^{commit}`))?.id;
		},
		async commitFacts(commit) {
			const facts = await readCommit(commit);
			if (facts !== void 0) return facts;
			throw new ModelyardError({
				code: "bug",
				message: `the repository lacks the commit ${commit}`,
				next: "check the repository: git fsck"
			});
		},
		listFolder,
		async listFiles(commit, folder) {
			const { stdout } = await runGit(location, [
				"ls-tree",
				"-r",
				"-z",
				"--full-tree",
				commit,
				...folder === "" ? [] : ["--", folder]
			]);
			return parseListing(stdout);
		},
		async readFile(commit, path) {
			const object = await objects.read(`${commit}:${path}`);
			return object?.type === "blob" ? object.body : void 0;
		},
		readBlobs,
		async blobIds(contents) {
			const head = await objects.read("HEAD");
			const { createHash } = process.getBuiltinModule("node:crypto");
			const format = head?.id.length === 64 ? "sha256" : "sha1";
			return Array.from(contents, (bytes) => createHash(format).update(`blob ${bytes.length}\0`).update(bytes).digest("hex"));
		},
		async changes(from, to, folders) {
			const { stdout } = await runGit(location, [
				"diff-tree",
				"-r",
				"-z",
				"--raw",
				"--no-renames",
				"--no-abbrev",
				from,
				to,
				"--",
				...folders
			]);
			return parseTreeChanges(stdout);
		},
		async history(commit, path) {
			return {
				entries: parseHistory(await gitText(location, [
					"log",
					"--first-parent",
					"-m",
					"--raw",
					"--no-abbrev",
					"--no-renames",
					"--no-color",
					"--no-mailmap",
					"--format=%x01%H%x1f%ct%x1f%an%x1f%s",
					commit,
					"--",
					path
				])),
				complete: !await isShallow()
			};
		},
		async chain(commit) {
			return {
				entries: (await gitText(location, [
					"rev-list",
					"--first-parent",
					"--timestamp",
					commit
				])).split("\n").filter((line) => line !== "").map((line) => {
					const [seconds = "0", id = ""] = line.split(" ");
					return {
						commit: id,
						committedAt: Number(seconds) * 1e3
					};
				}).reverse(),
				complete: !await isShallow()
			};
		},
		async lastChangeOutside(commit, folder) {
			const found = await gitText(location, [
				"log",
				"-1",
				"--first-parent",
				"-m",
				"--format=%H",
				commit,
				"--",
				":(top)",
				`:(top,exclude,literal)${folder}`
			]);
			if (await isShallow()) throwIfCut(found, location);
			if (found !== "") return found;
			return gitText(location, [
				"rev-list",
				"--first-parent",
				"--max-parents=0",
				commit
			]);
		},
		async mergeBase(a, b) {
			const { status, stdout } = await runGit(location, [
				"merge-base",
				a,
				b
			], { accept: [0, 1] });
			if (status === 0) return stdout.toString("utf8").trim();
			if (await isShallow()) throw shallowError("where two branches parted");
		},
		isShallow,
		async listTags() {
			return (await gitText(location, ["tag", "--list"])).split("\n").filter((name) => name !== "");
		},
		async commit(request) {
			const id = await writeCommit(location, request, listFolder);
			await moveRef(location, request.branch, id, request.expected, request);
			return id;
		},
		async moveBranch(branch, to, expected) {
			await moveRef(location, branch, to, expected);
		},
		async fetch(remote, branch) {
			const target = `refs/modelyard/fetched/${branch}`;
			const args = [
				"fetch",
				"--quiet",
				"--no-tags",
				"--no-write-fetch-head",
				remote,
				`+refs/heads/${branch}:${target}`
			];
			const output = await runGit(location, args, { accept: [
				0,
				1,
				128
			] });
			if (output.status === 0) return (await objects.read(`${target}^{commit}`))?.id;
			if (/couldn't find remote ref/.test(output.stderr)) return void 0;
			throw remoteError("fetch from", remote, output.stderr, gitError(args, output));
		},
		async push(remote, branch, commit, expected) {
			const ref = `refs/heads/${branch}`;
			const args = [
				"push",
				"--porcelain",
				`--force-with-lease=${ref}:${expected ?? ""}`,
				remote,
				`${commit}:${ref}`
			];
			const output = await runGit(location, args, { accept: [
				0,
				1,
				128
			] });
			if (output.status === 0) return;
			const said = output.stdout.toString("utf8") + output.stderr;
			if (/stale info|\[rejected\]|failed to update ref|cannot lock ref/.test(said)) throw movedError(branch);
			throw remoteError("push to", remote, output.stderr, gitError(args, output));
		},
		identity: programIdentity(location)
	};
}
async function writeCommit(location, request, listFolder) {
	return gitText(location, [
		"-c",
		"i18n.commitEncoding=utf-8",
		"commit-tree",
		await writeTree(location, request.parent, request.changes, listFolder),
		...request.parent === void 0 ? [] : ["-p", request.parent],
		"-F",
		"-"
	], {
		input: request.message,
		env: personEnv(request)
	});
}
function personEnv({ person, at }) {
	const date = `@${Math.floor(at / 1e3)} +0000`;
	return {
		GIT_AUTHOR_NAME: person.name,
		GIT_AUTHOR_EMAIL: person.email,
		GIT_AUTHOR_DATE: date,
		GIT_COMMITTER_NAME: person.name,
		GIT_COMMITTER_EMAIL: person.email,
		GIT_COMMITTER_DATE: date
	};
}
async function moveRef(location, branch, to, expected, who = {
	person: {
		name: "Modelyard",
		email: "modelyard@localhost"
	},
	at: 0
}) {
	const none = "0".repeat((to ?? expected ?? "").length);
	const ref = `refs/heads/${branch}`;
	const args = to === void 0 ? [
		"update-ref",
		"-d",
		ref,
		expected ?? none
	] : [
		"update-ref",
		"-m",
		"modelyard",
		ref,
		to,
		expected ?? none
	];
	const output = await runGit(location, args, {
		accept: [
			0,
			1,
			128
		],
		env: personEnv(who)
	});
	if (output.status === 0) return;
	if (/but expected|reference already exists|unable to resolve reference|\.lock': File exists/.test(output.stderr)) throw movedError(branch);
	throw gitError(args, output);
}
function throwIfCut(found, location) {
	if (found === "" || shallowBoundaries(location).includes(found)) throw shallowError("the commit that last changed the code");
}
function parseListing(stdout) {
	const entries = [];
	for (let at = 0; at < stdout.length;) {
		const end = stdout.indexOf(0, at);
		const line = stdout.toString("utf8", at, end);
		const tab = line.indexOf("	");
		const [mode, , id] = line.slice(0, tab).split(" ");
		entries.push({
			path: line.slice(tab + 1),
			mode,
			id
		});
		at = end + 1;
	}
	return entries;
}
function parseTreeChanges(stdout) {
	const fields = stdout.toString("utf8").split("\0");
	const changes = [];
	for (let index = 0; index + 1 < fields.length; index += 2) {
		const parsed = parseRaw(fields[index]);
		if (parsed !== void 0) changes.push({
			path: fields[index + 1],
			...parsed
		});
	}
	return changes;
}
function parseRaw(line) {
	const match = /^:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) ([AMDT])/.exec(line);
	if (match === null) return void 0;
	const [, modeBefore, modeAfter, before, after, letter] = match;
	const side = (mode, id) => mode === "000000" ? void 0 : {
		mode,
		id
	};
	return {
		status: letter === "A" ? "added" : letter === "D" ? "deleted" : "modified",
		before: side(modeBefore, before),
		after: side(modeAfter, after)
	};
}
function parseHistory(text) {
	const entries = [];
	for (const block of text.split("").slice(1)) {
		const [header = "", ...lines] = block.split("\n");
		const [commit = "", seconds = "0", author = "", subject = ""] = header.split("");
		for (const line of lines) {
			const parsed = parseRaw(line);
			if (parsed === void 0) continue;
			entries.push({
				commit,
				committedAt: Number(seconds) * 1e3,
				author,
				subject,
				path: unquote(line.slice(line.indexOf("	") + 1)),
				status: parsed.status,
				before: parsed.before?.id,
				after: parsed.after?.id
			});
		}
	}
	return entries.reverse();
}
function unquote(path) {
	return path.startsWith("\"") ? path.slice(1, -1).replace(/\\(["\\])/g, "$1") : path;
}
function isPlainRevision(revision) {
	return /^[^-\s:^~?*[\\@{}][^\s:?*[\\{}]*$|^HEAD$|^@$/.test(revision) && !revision.includes("..");
}
// src/adapters/git/program-index.ts
function programIndex(location) {
	return {
		async visible() {
			const { stdout } = await runGit(location, [
				"ls-files",
				"-z",
				"--cached",
				"--others",
				"--exclude-standard"
			]);
			return [...new Set(stdout.toString("utf8").split("\0"))].filter((path) => path !== "");
		},
		async modified(paths) {
			const { stdout } = await runGit(location, [
				"status",
				"--porcelain=v1",
				"-z",
				"--untracked-files=no",
				"--no-renames",
				"--",
				...paths.map((path) => `:(top,literal)${path}`)
			]);
			return stdout.toString("utf8").split("\0").filter((line) => line !== "").map((line) => line.slice(3));
		},
		async update(entries) {
			await runGit(location, [
				"update-index",
				"-z",
				"--index-info"
			], { input: entries.map(({ path, after }) => after === void 0 ? `0 ${NO_ID}\t${path}\0` : `${after.mode} ${after.id}\t${path}\0`).join("") });
		}
	};
}
const NO_ID = "0".repeat(40);
// src/adapters/git/by-program.ts
function openGitByProgram(folder) {
	const location = locateRepository(folder);
	const { identity, ...repository } = openWithProgram(location);
	return adaptersBy({
		repository,
		identity,
		index: programIndex(location)
	}, location, folder);
}
// src/doors/once.ts
function once$1(make) {
	let made;
	return () => {
		made ??= make().catch((error) => {
			made = void 0;
			throw error;
		});
		return made;
	};
}
// src/adapters/github/address.ts
function isTokenAddress(text) {
	const url = URL.canParse(text) ? new URL(text) : void 0;
	const isSafe = url?.protocol === "https:" || url?.protocol === "http:" && isLoopback(url.hostname);
	return url !== void 0 && isSafe && url.username === "" && url.password === "";
}
function isLoopback(host) {
	return host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127(?:\.\d+){3}$/.test(host);
}
var init_address = __esmMin(() => {});
// src/adapters/github/refusals.ts
function rateLimitWait({ status, message, headers }, now) {
	if (status !== 403 && status !== 429) return void 0;
	const after = Number(headers["retry-after"]);
	if (headers["retry-after"] !== void 0 && after >= 0) return after;
	if (String(headers["x-ratelimit-remaining"]) === "0") {
		const date = Date.parse(String(headers.date));
		const reset = Number(headers["x-ratelimit-reset"]) - (Number.isNaN(date) ? now : date) / 1e3;
		return Math.max(0, Math.ceil(Number.isNaN(reset) ? USUAL_WAIT_SECONDS : reset));
	}
	return status === 429 || /rate limit|abuse detection/i.test(message) ? USUAL_WAIT_SECONDS : void 0;
}
function patience(now, longestSeconds = 60) {
	let waitedSeconds = 0;
	return (refusal) => {
		const wait = rateLimitWait(refusal, now());
		if (wait === void 0) return void 0;
		waitedSeconds += Math.max(1, wait);
		if (waitedSeconds > longestSeconds) throw rateLimited(wait, now());
		return Math.max(1, wait) * 1e3;
	};
}
function rateLimited(seconds, now) {
	const at = new Date(now + seconds * 1e3).toISOString().slice(0, 19);
	return new ModelyardError({
		code: "rate-limited",
		message: `GitHub takes no more calls of this token before ${at}Z, in ${minutes(seconds)}`,
		next: "run the step again then; nothing was half done",
		waitMs: seconds * 1e3
	});
}
function minutes(seconds) {
	return seconds < 120 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} minutes`;
}
function isLocked({ status, message }) {
	return status === 403 && /\bis locked\b|\blocked (?:issue|conversation|pull request)\b/i.test(message);
}
var USUAL_WAIT_SECONDS;
var init_refusals = __esmMin(() => {
	init_errors$2();
	USUAL_WAIT_SECONDS = 60;
});
// src/adapters/github/api-call.ts
function apiCallOf(answer, now) {
	if (answer === void 0) return { outcome: "unanswered" };
	const resource = answer.headers["x-ratelimit-resource"];
	const remaining = Number(answer.headers["x-ratelimit-remaining"]);
	const isCounted = typeof resource === "string" && Number.isInteger(remaining);
	const wait = rateLimitWait(answer, now);
	return {
		outcome: outcomeOf(answer, wait !== void 0),
		...isCounted && {
			resource,
			remaining
		},
		...wait !== void 0 && { waitMs: wait * 1e3 }
	};
}
function outcomeOf(answer, isLimit) {
	if (answer.status < 400) return "taken";
	if (answer.status >= 500) return "failed";
	if (!isLimit) return "refused";
	return String(answer.headers["x-ratelimit-remaining"]) === "0" && answer.headers["retry-after"] === void 0 ? "rate-limit" : "secondary-limit";
}
var init_api_call = __esmMin(() => {
	init_refusals();
});
// node_modules/universal-user-agent/index.js
function getUserAgent() {
	if (typeof navigator === "object" && "userAgent" in navigator) return navigator.userAgent;
	if (typeof process === "object" && process.version !== void 0) return `Node.js/${process.version.substr(1)} (${process.platform}; ${process.arch})`;
	return "<environment undetectable>";
}
var init_universal_user_agent = __esmMin(() => {});
// node_modules/before-after-hook/lib/register.js
function register(state, name, method, options) {
	if (typeof method !== "function") throw new Error("method for before hook must be a function");
	if (!options) options = {};
	if (Array.isArray(name)) return name.reverse().reduce((callback, name) => {
		return register.bind(null, state, name, callback, options);
	}, method)();
	return Promise.resolve().then(() => {
		if (!state.registry[name]) return method(options);
		return state.registry[name].reduce((method, registered) => {
			return registered.hook.bind(null, method, options);
		}, method)();
	});
}
var init_register = __esmMin(() => {});
// node_modules/before-after-hook/lib/add.js
function addHook(state, kind, name, hook) {
	const orig = hook;
	if (!state.registry[name]) state.registry[name] = [];
	if (kind === "before") hook = (method, options) => {
		return Promise.resolve().then(orig.bind(null, options)).then(method.bind(null, options));
	};
	if (kind === "after") hook = (method, options) => {
		let result;
		return Promise.resolve().then(method.bind(null, options)).then((result_) => {
			result = result_;
			return orig(result, options);
		}).then(() => {
			return result;
		});
	};
	if (kind === "error") hook = (method, options) => {
		return Promise.resolve().then(method.bind(null, options)).catch((error) => {
			return orig(error, options);
		});
	};
	state.registry[name].push({
		hook,
		orig
	});
}
var init_add = __esmMin(() => {});
// node_modules/before-after-hook/lib/remove.js
function removeHook(state, name, method) {
	if (!state.registry[name]) return;
	const index = state.registry[name].map((registered) => {
		return registered.orig;
	}).indexOf(method);
	if (index === -1) return;
	state.registry[name].splice(index, 1);
}
var init_remove = __esmMin(() => {});
// node_modules/before-after-hook/index.js
function bindApi(hook, state, name) {
	const removeHookRef = bindable(removeHook, null).apply(null, name ? [state, name] : [state]);
	hook.api = { remove: removeHookRef };
	hook.remove = removeHookRef;
	[
		"before",
		"error",
		"after",
		"wrap"
	].forEach((kind) => {
		const args = name ? [
			state,
			kind,
			name
		] : [state, kind];
		hook[kind] = hook.api[kind] = bindable(addHook, null).apply(null, args);
	});
}
function Singular() {
	const singularHookName = Symbol("Singular");
	const singularHookState = { registry: {} };
	const singularHook = register.bind(null, singularHookState, singularHookName);
	bindApi(singularHook, singularHookState, singularHookName);
	return singularHook;
}
function Collection$1() {
	const state = { registry: {} };
	const hook = register.bind(null, state);
	bindApi(hook, state);
	return hook;
}
var bind, bindable, before_after_hook_default;
var init_before_after_hook = __esmMin(() => {
	init_register();
	init_add();
	init_remove();
	bind = Function.bind;
	bindable = bind.bind(bind);
	before_after_hook_default = {
		Singular,
		Collection: Collection$1
	};
});
// node_modules/@octokit/endpoint/dist-bundle/index.js
function lowercaseKeys(object) {
	if (!object) return {};
	return Object.keys(object).reduce((newObj, key) => {
		newObj[key.toLowerCase()] = object[key];
		return newObj;
	}, {});
}
function isPlainObject$2(value) {
	if (typeof value !== "object" || value === null) return false;
	if (Object.prototype.toString.call(value) !== "[object Object]") return false;
	const proto = Object.getPrototypeOf(value);
	if (proto === null) return true;
	const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
	return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
function mergeDeep(defaults, options) {
	const result = Object.assign({}, defaults);
	Object.keys(options).forEach((key) => {
		if (isPlainObject$2(options[key])) {
			if (!(key in defaults)) Object.assign(result, { [key]: options[key] });
			else result[key] = mergeDeep(defaults[key], options[key]);
		} else Object.assign(result, { [key]: options[key] });
	});
	return result;
}
function removeUndefinedProperties(obj) {
	for (const key in obj) if (obj[key] === void 0) delete obj[key];
	return obj;
}
function merge$1(defaults, route, options) {
	if (typeof route === "string") {
		let [method, url] = route.split(" ");
		options = Object.assign(url ? {
			method,
			url
		} : { url: method }, options);
	} else options = Object.assign({}, route);
	options.headers = lowercaseKeys(options.headers);
	removeUndefinedProperties(options);
	removeUndefinedProperties(options.headers);
	const mergedOptions = mergeDeep(defaults || {}, options);
	if (options.url === "/graphql") {
		if (defaults && defaults.mediaType.previews?.length) mergedOptions.mediaType.previews = defaults.mediaType.previews.filter((preview) => !mergedOptions.mediaType.previews.includes(preview)).concat(mergedOptions.mediaType.previews);
		mergedOptions.mediaType.previews = (mergedOptions.mediaType.previews || []).map((preview) => preview.replace(/-preview/, ""));
	}
	return mergedOptions;
}
function addQueryParameters(url, parameters) {
	const separator = /\?/.test(url) ? "&" : "?";
	const names = Object.keys(parameters);
	if (names.length === 0) return url;
	return url + separator + names.map((name) => {
		if (name === "q") return "q=" + parameters.q.split("+").map(encodeURIComponent).join("+");
		return `${name}=${encodeURIComponent(parameters[name])}`;
	}).join("&");
}
function removeNonChars(variableName) {
	return variableName.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g, "").split(/,/);
}
function extractUrlVariableNames(url) {
	const matches = url.match(urlVariableRegex);
	if (!matches) return [];
	return matches.map(removeNonChars).reduce((a, b) => a.concat(b), []);
}
function omit$2(object, keysToOmit) {
	const result = { __proto__: null };
	for (const key of Object.keys(object)) if (keysToOmit.indexOf(key) === -1) result[key] = object[key];
	return result;
}
function encodeReserved(str) {
	return str.split(/(%[0-9A-Fa-f]{2})/g).map(function(part) {
		if (!/%[0-9A-Fa-f]/.test(part)) part = encodeURI(part).replace(/%5B/g, "[").replace(/%5D/g, "]");
		return part;
	}).join("");
}
function encodeUnreserved(str) {
	return encodeURIComponent(str).replace(/[!'()*]/g, function(c) {
		return "%" + c.charCodeAt(0).toString(16).toUpperCase();
	});
}
function encodeValue(operator, value, key) {
	value = operator === "+" || operator === "#" ? encodeReserved(value) : encodeUnreserved(value);
	if (key) return encodeUnreserved(key) + "=" + value;
	else return value;
}
function isDefined(value) {
	return value !== void 0 && value !== null;
}
function isKeyOperator(operator) {
	return operator === ";" || operator === "&" || operator === "?";
}
function getValues(context, operator, key, modifier) {
	var value = context[key], result = [];
	if (isDefined(value) && value !== "") {
		if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
			value = value.toString();
			if (modifier && modifier !== "*") value = value.substring(0, parseInt(modifier, 10));
			result.push(encodeValue(operator, value, isKeyOperator(operator) ? key : ""));
		} else if (modifier === "*") {
			if (Array.isArray(value)) value.filter(isDefined).forEach(function(value2) {
				result.push(encodeValue(operator, value2, isKeyOperator(operator) ? key : ""));
			});
			else Object.keys(value).forEach(function(k) {
				if (isDefined(value[k])) result.push(encodeValue(operator, value[k], k));
			});
		} else {
			const tmp = [];
			if (Array.isArray(value)) value.filter(isDefined).forEach(function(value2) {
				tmp.push(encodeValue(operator, value2));
			});
			else Object.keys(value).forEach(function(k) {
				if (isDefined(value[k])) {
					tmp.push(encodeUnreserved(k));
					tmp.push(encodeValue(operator, value[k].toString()));
				}
			});
			if (isKeyOperator(operator)) result.push(encodeUnreserved(key) + "=" + tmp.join(","));
			else if (tmp.length !== 0) result.push(tmp.join(","));
		}
	} else if (operator === ";") {
		if (isDefined(value)) result.push(encodeUnreserved(key));
	} else if (value === "" && (operator === "&" || operator === "?")) result.push(encodeUnreserved(key) + "=");
	else if (value === "") result.push("");
	return result;
}
function parseUrl(template) {
	return { expand: expand.bind(null, template) };
}
function expand(template, context) {
	var operators = [
		"+",
		"#",
		".",
		"/",
		";",
		"?",
		"&"
	];
	template = template.replace(/\{([^\{\}]+)\}|([^\{\}]+)/g, function(_, expression, literal) {
		if (expression) {
			let operator = "";
			const values = [];
			if (operators.indexOf(expression.charAt(0)) !== -1) {
				operator = expression.charAt(0);
				expression = expression.substr(1);
			}
			expression.split(/,/g).forEach(function(variable) {
				var tmp = /([^:\*]*)(?::(\d+)|(\*))?/.exec(variable);
				values.push(getValues(context, operator, tmp[1], tmp[2] || tmp[3]));
			});
			if (operator && operator !== "+") {
				var separator = ",";
				if (operator === "?") separator = "&";
				else if (operator !== "#") separator = operator;
				return (values.length !== 0 ? operator : "") + values.join(separator);
			} else return values.join(",");
		} else return encodeReserved(literal);
	});
	if (template === "/") return template;
	else return template.replace(/\/$/, "");
}
function parse$2(options) {
	let method = options.method.toUpperCase();
	let url = (options.url || "/").replace(/:([a-z]\w+)/g, "{$1}");
	let headers = Object.assign({}, options.headers);
	let body;
	let parameters = omit$2(options, [
		"method",
		"baseUrl",
		"url",
		"headers",
		"request",
		"mediaType"
	]);
	const urlVariableNames = extractUrlVariableNames(url);
	url = parseUrl(url).expand(parameters);
	if (!/^http/.test(url)) url = options.baseUrl + url;
	const remainingParameters = omit$2(parameters, Object.keys(options).filter((option) => urlVariableNames.includes(option)).concat("baseUrl"));
	if (!/application\/octet-stream/i.test(headers.accept)) {
		if (options.mediaType.format) headers.accept = headers.accept.split(/,/).map((format) => format.replace(/application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/, `application/vnd$1$2.${options.mediaType.format}`)).join(",");
		if (url.endsWith("/graphql")) {
			if (options.mediaType.previews?.length) headers.accept = (headers.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g) || []).concat(options.mediaType.previews).map((preview) => {
				return `application/vnd.github.${preview}-preview${options.mediaType.format ? `.${options.mediaType.format}` : "+json"}`;
			}).join(",");
		}
	}
	if (["GET", "HEAD"].includes(method)) url = addQueryParameters(url, remainingParameters);
	else if ("data" in remainingParameters) body = remainingParameters.data;
	else if (Object.keys(remainingParameters).length) body = remainingParameters;
	if (!headers["content-type"] && typeof body !== "undefined") headers["content-type"] = "application/json; charset=utf-8";
	if (["PATCH", "PUT"].includes(method) && typeof body === "undefined") body = "";
	return Object.assign({
		method,
		url,
		headers
	}, typeof body !== "undefined" ? { body } : null, options.request ? { request: options.request } : null);
}
function endpointWithDefaults(defaults, route, options) {
	return parse$2(merge$1(defaults, route, options));
}
function withDefaults$2(oldDefaults, newDefaults) {
	const DEFAULTS2 = merge$1(oldDefaults, newDefaults);
	const endpoint2 = endpointWithDefaults.bind(null, DEFAULTS2);
	return Object.assign(endpoint2, {
		DEFAULTS: DEFAULTS2,
		defaults: withDefaults$2.bind(null, DEFAULTS2),
		merge: merge$1.bind(null, DEFAULTS2),
		parse: parse$2
	});
}
var DEFAULTS, urlVariableRegex, endpoint;
var init_dist_bundle$3 = __esmMin(() => {
	init_universal_user_agent();
	DEFAULTS = {
		method: "GET",
		baseUrl: "https://api.github.com",
		headers: {
			accept: "application/vnd.github.v3+json",
			"user-agent": `octokit-endpoint.js/0.0.0-development ${getUserAgent()}`
		},
		mediaType: { format: "" }
	};
	urlVariableRegex = /\{[^{}}]+\}/g;
	endpoint = withDefaults$2(null, DEFAULTS);
});
// node_modules/content-type/dist/index.js
/*!
* content-type
* Copyright(c) 2015 Douglas Christopher Wilson
* MIT Licensed
*/
function parse$1(header, options) {
	const stopFlags = SEMI_FLAG | (options?.comma === true ? COMMA_FLAG : 0);
	const len = header.length;
	let valueStart = options?.start ?? 0;
	while ((CHAR_MAP[header.charCodeAt(valueStart)] & OWS) !== 0) valueStart++;
	let index = valueStart;
	let typeFlags = 0;
	let whitespace = -1;
	let stop = options?.parameters === false ? COMMA_FLAG : 0;
	while (index < len) {
		const code = header.charCodeAt(index);
		const flags = CHAR_MAP[code];
		if ((flags & stopFlags) !== 0) {
			stop |= flags & COMMA_FLAG;
			break;
		}
		if ((flags & OWS) !== 0) {
			if (whitespace === -1) whitespace = index;
		} else whitespace = -1;
		typeFlags |= code & NON_ASCII | flags;
		index++;
	}
	const valueEnd = whitespace === -1 ? index : whitespace;
	const value = header.slice(valueStart, valueEnd);
	const type = (typeFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
	if (index === len || stop !== 0) return {
		type,
		index,
		parameters: new NullObject()
	};
	return parseParameters(header, type, index, len, stopFlags);
}
function parseParameters(header, type, index, len, stopFlags) {
	const parameters = new NullObject();
	parameter: while (index < len) {
		index++;
		while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) index++;
		const keyStart = index;
		let keyFlags = 0;
		let keyWhitespace = -1;
		while (index < len) {
			const code = header.charCodeAt(index);
			const flags = CHAR_MAP[code];
			if ((flags & stopFlags) !== 0) {
				if ((flags & COMMA_FLAG) !== 0) break parameter;
				continue parameter;
			}
			if (code === EQ) {
				const keyEnd = keyWhitespace === -1 ? index : keyWhitespace;
				const value = header.slice(keyStart, keyEnd);
				const key = (keyFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
				index++;
				while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) index++;
				if (index < len && header.charCodeAt(index) === DQUOTE) {
					const quotedStart = ++index;
					let escaped = false;
					while (index < len) {
						const code = header.charCodeAt(index);
						if (code === DQUOTE) {
							if (parameters[key] === void 0) parameters[key] = escaped ? unescapeQuotedPairs(header, quotedStart, index) : header.slice(quotedStart, index);
							index++;
							let stop = 0;
							while (index < len) {
								const code = header.charCodeAt(index);
								const flags = CHAR_MAP[code];
								if ((flags & stopFlags) !== 0) {
									stop = flags & COMMA_FLAG;
									break;
								}
								index++;
							}
							if (stop !== 0) break parameter;
							continue parameter;
						}
						if (code === BSLASH && index + 1 < len) {
							escaped = true;
							index += 2;
							continue;
						}
						index++;
					}
					continue parameter;
				}
				const valueStart = index;
				let stop = 0;
				let valueWhitespace = -1;
				while (index < len) {
					const code = header.charCodeAt(index);
					const flags = CHAR_MAP[code];
					if ((flags & stopFlags) !== 0) {
						stop = flags & COMMA_FLAG;
						break;
					}
					if ((flags & OWS) !== 0) {
						if (valueWhitespace === -1) valueWhitespace = index;
					} else valueWhitespace = -1;
					index++;
				}
				if (parameters[key] === void 0) {
					const valueEnd = valueWhitespace === -1 ? index : valueWhitespace;
					parameters[key] = header.slice(valueStart, valueEnd);
				}
				if (stop !== 0) break parameter;
				continue parameter;
			}
			if ((flags & OWS) !== 0) {
				if (keyWhitespace === -1) keyWhitespace = index;
			} else keyWhitespace = -1;
			keyFlags |= code & NON_ASCII | flags;
			index++;
		}
	}
	return {
		type,
		index,
		parameters
	};
}
function unescapeQuotedPairs(str, start, end) {
	let result = "";
	for (let index = start; index < end; index++) if (str.charCodeAt(index) === BSLASH) {
		result += str.slice(start, index);
		start = ++index;
	}
	return result + str.slice(start, end);
}
var SP, HTAB, SEMI, EQ, DQUOTE, BSLASH, COMMA, LOWER_CASE, OWS, SEMI_FLAG, COMMA_FLAG, TOKEN_FLAG, NON_ASCII, CASE_FLAGS, CHAR_MAP, NullObject;
var init_dist$1 = __esmMin(() => {
	SP = 32;
	HTAB = 9;
	SEMI = 59;
	EQ = 61;
	DQUOTE = 34;
	BSLASH = 92;
	COMMA = 44;
	LOWER_CASE = 1;
	OWS = 2;
	SEMI_FLAG = 4;
	COMMA_FLAG = 8;
	TOKEN_FLAG = 16;
	NON_ASCII = 65280;
	CASE_FLAGS = 65281;
	CHAR_MAP = new Uint8Array(256);
	CHAR_MAP[HTAB] |= OWS;
	CHAR_MAP[SP] |= OWS;
	CHAR_MAP[SEMI] |= SEMI_FLAG;
	CHAR_MAP[COMMA] |= COMMA_FLAG;
	for (let code = 128; code <= 255; code++) CHAR_MAP[code] |= LOWER_CASE;
	for (const char of "!#$%&'*+-.^_`|~") CHAR_MAP[char.charCodeAt(0)] |= TOKEN_FLAG;
	for (let code = 48; code <= 57; code++) CHAR_MAP[code] |= TOKEN_FLAG;
	for (let code = 65; code <= 90; code++) CHAR_MAP[code] |= 17;
	for (let code = 97; code <= 122; code++) CHAR_MAP[code] |= TOKEN_FLAG;
	NullObject = (() => {
		const C = function() {};
		C.prototype = Object.create(null);
		return C;
	})();
});
// node_modules/json-with-bigint/json-with-bigint.js
var intRegex, noiseValue, originalStringify, originalParse, customFormat, bigIntsStringify, noiseStringify, isUnstringifiable, isRawJSON, stringifyIteratively, JSONStringify, featureCache, isContextSourceSupported, convertMarkedBigIntsReviver, JSONParseV2, MAX_INT, MAX_DIGITS, stringsOrLargeNumbers, noiseValueWithQuotes, applyReviverIteratively, serializeBigInts, JSONParse;
var init_json_with_bigint = __esmMin(() => {
	intRegex = /^-?\d+$/;
	noiseValue = /^-?\d+n+$/;
	originalStringify = JSON.stringify;
	originalParse = JSON.parse;
	customFormat = /^-?\d+n$/;
	bigIntsStringify = /([\[:])?"(-?\d+)n"($|\s*[,\}\]])/g;
	noiseStringify = /([\[:])?("-?\d+n+)n("$|"\s*[,\}\]])/g;
	isUnstringifiable = (val) => val === void 0 || typeof val === "function" || typeof val === "symbol";
	isRawJSON = (val) => val !== null && typeof val === "object" && val.constructor && val.constructor.name === "RawJSON";
	stringifyIteratively = (rootValue, replacer, spaceParam) => {
		let space = "";
		if (typeof spaceParam === "number") space = " ".repeat(Math.min(10, Math.max(0, Math.floor(spaceParam))));
		else if (typeof spaceParam === "string") space = spaceParam.slice(0, 10);
		const isFunctionReplacer = typeof replacer === "function";
		const propertyList = Array.isArray(replacer) ? new Set(replacer.map(String)) : null;
		const prepareVal = (parent, key, val) => {
			if (val !== null && typeof val === "object" && typeof val.toJSON === "function") val = val.toJSON(key);
			if (typeof val === "string" && noiseValue.test(val)) return val + "n";
			if (typeof val === "bigint") {
				if ("rawJSON" in JSON) return JSON.rawJSON(val.toString());
				return val.toString() + "n";
			}
			if (isFunctionReplacer) val = replacer.call(parent, key, val);
			if (val !== null && typeof val === "object") {
				if (val instanceof Number || val instanceof String || val instanceof Boolean) val = val.valueOf();
			}
			return val;
		};
		const rootProcessed = prepareVal({ "": rootValue }, "", rootValue);
		if (isUnstringifiable(rootProcessed)) return;
		const isRootPrimitive = rootProcessed === null || typeof rootProcessed !== "object";
		const isRootNativeRawJSON = isRawJSON(rootProcessed);
		if (isRootPrimitive || isRootNativeRawJSON) return originalStringify(rootProcessed);
		const chunks = [];
		let level = 0;
		const stack = [{
			parent: { "": rootProcessed },
			key: "",
			val: rootProcessed,
			isArray: Array.isArray(rootProcessed),
			keys: Array.isArray(rootProcessed) ? null : Object.keys(rootProcessed),
			index: 0,
			first: true
		}];
		const visited = new WeakSet([rootProcessed]);
		while (stack.length > 0) {
			const node = stack[stack.length - 1];
			if (node.index === 0) {
				chunks.push(node.isArray ? "[" : "{");
				level++;
			}
			let isDone = false;
			if (node.isArray) {
				if (node.index < node.val.length) {
					if (!node.first) chunks.push(",");
					if (space) chunks.push("\n" + space.repeat(level));
					const childRaw = node.val[node.index];
					const childVal = prepareVal(node.val, String(node.index), childRaw);
					if (isUnstringifiable(childVal)) {
						chunks.push("null");
						node.first = false;
						node.index++;
					} else {
						const isComplexObject = childVal !== null && typeof childVal === "object";
						const isNativeRaw = isRawJSON(childVal);
						if (isComplexObject && !isNativeRaw) {
							if (visited.has(childVal)) throw new TypeError("Converting circular structure to JSON");
							visited.add(childVal);
							stack.push({
								parent: node.val,
								key: String(node.index),
								val: childVal,
								isArray: Array.isArray(childVal),
								keys: Array.isArray(childVal) ? null : Object.keys(childVal),
								index: 0,
								first: true
							});
							node.first = false;
							node.index++;
						} else {
							chunks.push(originalStringify(childVal));
							node.first = false;
							node.index++;
						}
					}
				} else isDone = true;
			} else {
				while (node.index < node.keys.length) {
					const k = node.keys[node.index++];
					if (propertyList && !propertyList.has(k)) continue;
					const childRaw = node.val[k];
					const childVal = prepareVal(node.val, k, childRaw);
					if (isUnstringifiable(childVal)) continue;
					if (!node.first) chunks.push(",");
					if (space) chunks.push("\n" + space.repeat(level) + originalStringify(k) + ": ");
					else chunks.push(originalStringify(k) + ":");
					const isComplexObject = childVal !== null && typeof childVal === "object";
					const isNativeRaw = isRawJSON(childVal);
					if (isComplexObject && !isNativeRaw) {
						if (visited.has(childVal)) throw new TypeError("Converting circular structure to JSON");
						visited.add(childVal);
						stack.push({
							parent: node.val,
							key: k,
							val: childVal,
							isArray: Array.isArray(childVal),
							keys: Array.isArray(childVal) ? null : Object.keys(childVal),
							index: 0,
							first: true
						});
						node.first = false;
						break;
					} else {
						chunks.push(originalStringify(childVal));
						node.first = false;
					}
				}
				if (node.index >= node.keys.length && stack[stack.length - 1] === node) isDone = true;
			}
			if (isDone) {
				level--;
				if (!node.first && space) chunks.push("\n" + space.repeat(level));
				chunks.push(node.isArray ? "]" : "}");
				visited.delete(node.val);
				stack.pop();
			}
		}
		return chunks.join("");
	};
	JSONStringify = (value, replacer, space) => {
		try {
			if ("rawJSON" in JSON) return originalStringify(value, (key, val) => {
				if (typeof val === "bigint") return JSON.rawJSON(val.toString());
				if (typeof replacer === "function") return replacer(key, val);
				if (Array.isArray(replacer) && replacer.includes(key)) return val;
				return val;
			}, space);
			if (!value) return originalStringify(value, replacer, space);
			return originalStringify(value, (key, val) => {
				if (typeof val === "string" && noiseValue.test(val)) return val.toString() + "n";
				if (typeof val === "bigint") return val.toString() + "n";
				if (typeof replacer === "function") return replacer(key, val);
				if (Array.isArray(replacer) && replacer.includes(key)) return val;
				return val;
			}, space).replace(bigIntsStringify, "$1$2$3").replace(noiseStringify, "$1$2$3");
		} catch (error) {
			if (error instanceof RangeError) {
				const convertedJSON = stringifyIteratively(value, replacer, space);
				if (convertedJSON === void 0) return void 0;
				if ("rawJSON" in JSON) return convertedJSON;
				return convertedJSON.replace(bigIntsStringify, "$1$2$3").replace(noiseStringify, "$1$2$3");
			}
			throw error;
		}
	};
	featureCache = new Map();
	isContextSourceSupported = () => {
		const parseFingerprint = JSON.parse.toString();
		if (featureCache.has(parseFingerprint)) return featureCache.get(parseFingerprint);
		try {
			const result = JSON.parse("1", (_, __, context) => !!context?.source && context.source === "1");
			featureCache.set(parseFingerprint, result);
			return result;
		} catch {
			featureCache.set(parseFingerprint, false);
			return false;
		}
	};
	convertMarkedBigIntsReviver = (key, value, context, userReviver) => {
		if (typeof value === "string" && customFormat.test(value)) return BigInt(value.slice(0, -1));
		if (typeof value === "string" && noiseValue.test(value)) return value.slice(0, -1);
		if (!(typeof userReviver === "function")) return value;
		return userReviver(key, value, context);
	};
	JSONParseV2 = (text, reviver) => {
		return JSON.parse(text, (key, value, context) => {
			const isBigNumber = typeof value === "number" && (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER);
			const isInt = context && intRegex.test(context.source);
			if (isBigNumber && isInt) return BigInt(context.source);
			if (!(typeof reviver === "function")) return value;
			return reviver(key, value, context);
		});
	};
	MAX_INT = Number.MAX_SAFE_INTEGER.toString();
	MAX_DIGITS = MAX_INT.length;
	stringsOrLargeNumbers = /"(?:[^"\\]|\\.)*"|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/g;
	noiseValueWithQuotes = /^"-?\d+n+"$/;
	applyReviverIteratively = (parsed, userReviver) => {
		const rootHolder = { "": parsed };
		const stack = [{
			parent: rootHolder,
			key: "",
			visited: false
		}];
		while (stack.length > 0) {
			const node = stack[stack.length - 1];
			if (!node.visited) {
				node.visited = true;
				const value = node.parent[node.key];
				if (value !== null && typeof value === "object") {
					const keys = Object.keys(value);
					for (let i = keys.length - 1; i >= 0; i--) stack.push({
						parent: value,
						key: keys[i],
						visited: false
					});
				}
			} else {
				const { parent, key } = node;
				let value = parent[key];
				if (typeof value === "string") {
					if (customFormat.test(value)) value = BigInt(value.slice(0, -1));
					else if (noiseValue.test(value)) value = value.slice(0, -1);
				}
				if (typeof userReviver === "function") value = userReviver.call(parent, key, value);
				if (value === void 0) delete parent[key];
				else parent[key] = value;
				stack.pop();
			}
		}
		return rootHolder[""];
	};
	serializeBigInts = (text) => {
		return text.replace(stringsOrLargeNumbers, (match, digits, fractional, exponential) => {
			const isString = match[0] === "\"";
			if (isString && noiseValueWithQuotes.test(match)) return match.substring(0, match.length - 1) + "n\"";
			const hasFractionalOrExponential = fractional || exponential;
			const isLessThanMaxSafeInt = digits && (digits.length < MAX_DIGITS || digits.length === MAX_DIGITS && digits <= MAX_INT);
			if (isString || hasFractionalOrExponential || isLessThanMaxSafeInt) return match;
			return "\"" + match + "n\"";
		});
	};
	JSONParse = (text, reviver) => {
		if (!text) return originalParse(text, reviver);
		try {
			if (isContextSourceSupported()) return JSONParseV2(text, reviver);
			const serializedData = serializeBigInts(text);
			return originalParse(serializedData, (key, value, context) => convertMarkedBigIntsReviver(key, value, context, reviver));
		} catch (error) {
			if (error instanceof RangeError) {
				const serializedData = serializeBigInts(text);
				const parsed = originalParse(serializedData);
				return applyReviverIteratively(parsed, reviver);
			}
			throw error;
		}
	};
});
// node_modules/@octokit/request-error/dist-src/index.js
var RequestError;
var init_dist_src$1 = __esmMin(() => {
	RequestError = class extends Error {
		name;
		status;
		request;
		response;
		constructor(message, statusCode, options) {
			super(message, { cause: options.cause });
			this.name = "HttpError";
			this.status = Number.parseInt(statusCode);
			if (Number.isNaN(this.status)) this.status = 0;
			if ("response" in options) this.response = options.response;
			const requestCopy = Object.assign({}, options.request);
			if (options.request.headers.authorization) requestCopy.headers = Object.assign({}, options.request.headers, { authorization: options.request.headers.authorization.replace(/(?<! ) .*$/, " [REDACTED]") });
			requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
			this.request = requestCopy;
		}
	};
});
// node_modules/@octokit/request/dist-bundle/index.js
function isPlainObject$1(value) {
	if (typeof value !== "object" || value === null) return false;
	if (Object.prototype.toString.call(value) !== "[object Object]") return false;
	const proto = Object.getPrototypeOf(value);
	if (proto === null) return true;
	const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
	return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
async function fetchWrapper(requestOptions) {
	const fetch = requestOptions.request?.fetch || globalThis.fetch;
	if (!fetch) throw new Error("fetch is not set. Please pass a fetch implementation as new Octokit({ request: { fetch }}). Learn more at https://github.com/octokit/octokit.js/#fetch-missing");
	const log = requestOptions.request?.log || console;
	const parseSuccessResponseBody = requestOptions.request?.parseSuccessResponseBody !== false;
	const body = isPlainObject$1(requestOptions.body) || Array.isArray(requestOptions.body) ? JSONStringify(requestOptions.body) : requestOptions.body;
	const requestHeaders = Object.fromEntries(Object.entries(requestOptions.headers).map(([name, value]) => [name, String(value)]));
	let fetchResponse;
	try {
		fetchResponse = await fetch(requestOptions.url, {
			method: requestOptions.method,
			body,
			redirect: requestOptions.request?.redirect,
			headers: requestHeaders,
			signal: requestOptions.request?.signal,
			...requestOptions.body && { duplex: "half" }
		});
	} catch (error) {
		let message = "Unknown Error";
		if (error instanceof Error) {
			if (error.name === "AbortError") {
				error.status = 500;
				throw error;
			}
			message = error.message;
			if (error.name === "TypeError" && "cause" in error) {
				if (error.cause instanceof Error) message = error.cause.message;
				else if (typeof error.cause === "string") message = error.cause;
			}
		}
		const requestError = new RequestError(message, 500, { request: requestOptions });
		requestError.cause = error;
		throw requestError;
	}
	const status = fetchResponse.status;
	const url = fetchResponse.url;
	const responseHeaders = {};
	for (const [key, value] of fetchResponse.headers) responseHeaders[key] = value;
	const octokitResponse = {
		url,
		status,
		headers: responseHeaders,
		data: ""
	};
	if ("deprecation" in responseHeaders) {
		const matches = responseHeaders.link && responseHeaders.link.match(/<([^<>]+)>; rel="deprecation"/);
		const deprecationLink = matches && matches.pop();
		log.warn(`[@octokit/request] "${requestOptions.method} ${requestOptions.url}" is deprecated. It is scheduled to be removed on ${responseHeaders.sunset}${deprecationLink ? `. See ${deprecationLink}` : ""}`);
	}
	if (status === 204 || status === 205) return octokitResponse;
	if (requestOptions.method === "HEAD") {
		if (status < 400) return octokitResponse;
		throw new RequestError(fetchResponse.statusText, status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	if (status === 304) {
		octokitResponse.data = await getResponseData(fetchResponse);
		throw new RequestError("Not modified", status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	if (status >= 400) {
		octokitResponse.data = await getResponseData(fetchResponse);
		throw new RequestError(toErrorMessage(octokitResponse.data), status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	octokitResponse.data = parseSuccessResponseBody ? await getResponseData(fetchResponse) : fetchResponse.body;
	return octokitResponse;
}
async function getResponseData(response) {
	const contentType = response.headers.get("content-type");
	if (!contentType) return response.text().catch(noop$1);
	const mimetype = parse$1(contentType);
	if (isJSONResponse(mimetype)) {
		let text = "";
		try {
			text = await response.text();
			return JSONParse(text);
		} catch (err) {
			return text;
		}
	} else if (mimetype.type.startsWith("text/") || mimetype.parameters.charset?.toLowerCase() === "utf-8" && mimetype.type !== "application/octet-stream") return response.text().catch(noop$1);
	else return response.arrayBuffer().catch(() => new ArrayBuffer(0));
}
function isJSONResponse(mimetype) {
	return mimetype.type === "application/json" || mimetype.type === "application/scim+json";
}
function toErrorMessage(data) {
	if (typeof data === "string") return data;
	if (data instanceof ArrayBuffer) return "Unknown error";
	if (typeof data === "object" && data !== null && "message" in data) {
		const objectData = data;
		const suffix = "documentation_url" in objectData ? ` - ${objectData.documentation_url}` : "";
		return Array.isArray(objectData.errors) ? `${objectData.message}: ${objectData.errors.map((v) => JSON.stringify(v)).join(", ")}${suffix}` : `${objectData.message}${suffix}`;
	}
	return `Unknown error: ${JSON.stringify(data)}`;
}
function withDefaults$1(oldEndpoint, newDefaults) {
	const endpoint2 = oldEndpoint.defaults(newDefaults);
	const newApi = function(route, parameters) {
		const endpointOptions = endpoint2.merge(route, parameters);
		if (!endpointOptions.request || !endpointOptions.request.hook) return fetchWrapper(endpoint2.parse(endpointOptions));
		const request2 = (route2, parameters2) => {
			return fetchWrapper(endpoint2.parse(endpoint2.merge(route2, parameters2)));
		};
		Object.assign(request2, {
			endpoint: endpoint2,
			defaults: withDefaults$1.bind(null, endpoint2)
		});
		return endpointOptions.request.hook(request2, endpointOptions);
	};
	return Object.assign(newApi, {
		endpoint: endpoint2,
		defaults: withDefaults$1.bind(null, endpoint2)
	});
}
var defaults_default, noop$1, request;
var init_dist_bundle$2 = __esmMin(() => {
	init_dist_bundle$3();
	init_universal_user_agent();
	init_dist$1();
	init_json_with_bigint();
	init_dist_src$1();
	defaults_default = { headers: { "user-agent": `octokit-request.js/10.0.16 ${getUserAgent()}` } };
	noop$1 = () => "";
	request = withDefaults$1(endpoint, defaults_default);
});
// node_modules/@octokit/graphql/dist-bundle/index.js
function _buildMessageForResponseErrors(data) {
	return `Request failed due to following response errors:
` + data.errors.map((e) => ` - ${e.message}`).join("\n");
}
function graphql(request2, query, options) {
	if (options) {
		if (typeof query === "string" && "query" in options) return Promise.reject(new Error(`[@octokit/graphql] "query" cannot be used as variable name`));
		for (const key in options) {
			if (!FORBIDDEN_VARIABLE_OPTIONS.includes(key)) continue;
			return Promise.reject(new Error(`[@octokit/graphql] "${key}" cannot be used as variable name`));
		}
	}
	const parsedOptions = typeof query === "string" ? Object.assign({ query }, options) : query;
	const requestOptions = Object.keys(parsedOptions).reduce((result, key) => {
		if (NON_VARIABLE_OPTIONS.includes(key)) {
			result[key] = parsedOptions[key];
			return result;
		}
		if (!result.variables) result.variables = {};
		result.variables[key] = parsedOptions[key];
		return result;
	}, {});
	const baseUrl = parsedOptions.baseUrl || request2.endpoint.DEFAULTS.baseUrl;
	if (GHES_V3_SUFFIX_REGEX.test(baseUrl)) requestOptions.url = baseUrl.replace(GHES_V3_SUFFIX_REGEX, "/api/graphql");
	return request2(requestOptions).then((response) => {
		if (response.data.errors) {
			const headers = {};
			for (const key of Object.keys(response.headers)) headers[key] = response.headers[key];
			throw new GraphqlResponseError(requestOptions, headers, response.data);
		}
		return response.data.data;
	});
}
function withDefaults(request2, newDefaults) {
	const newRequest = request2.defaults(newDefaults);
	const newApi = (query, options) => {
		return graphql(newRequest, query, options);
	};
	return Object.assign(newApi, {
		defaults: withDefaults.bind(null, newRequest),
		endpoint: newRequest.endpoint
	});
}
function withCustomRequest(customRequest) {
	return withDefaults(customRequest, {
		method: "POST",
		url: "/graphql"
	});
}
var VERSION$1, GraphqlResponseError, NON_VARIABLE_OPTIONS, FORBIDDEN_VARIABLE_OPTIONS, GHES_V3_SUFFIX_REGEX;
var init_dist_bundle$1 = __esmMin(() => {
	init_dist_bundle$2();
	init_universal_user_agent();
	VERSION$1 = "0.0.0-development";
	GraphqlResponseError = class extends Error {
		constructor(request2, headers, response) {
			super(_buildMessageForResponseErrors(response));
			this.request = request2;
			this.headers = headers;
			this.response = response;
			this.errors = response.errors;
			this.data = response.data;
			if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
		}
		request;
		headers;
		response;
		name = "GraphqlResponseError";
		errors;
		data;
	};
	NON_VARIABLE_OPTIONS = [
		"method",
		"baseUrl",
		"url",
		"headers",
		"request",
		"query",
		"mediaType",
		"operationName"
	];
	FORBIDDEN_VARIABLE_OPTIONS = [
		"query",
		"method",
		"url"
	];
	GHES_V3_SUFFIX_REGEX = /\/api\/v3\/?$/;
	withDefaults(request, {
		headers: { "user-agent": `octokit-graphql.js/${VERSION$1} ${getUserAgent()}` },
		method: "POST",
		url: "/graphql"
	});
});
// node_modules/@octokit/auth-token/dist-bundle/index.js
async function auth(token) {
	const isApp = isJWT(token);
	const isInstallation = token.startsWith("v1.") || token.startsWith("ghs_");
	const isUserToServer = token.startsWith("ghu_");
	return {
		type: "token",
		token,
		tokenType: isApp ? "app" : isInstallation ? "installation" : isUserToServer ? "user-to-server" : "oauth"
	};
}
function withAuthorizationPrefix(token) {
	if (token.split(/\./).length === 3) return `bearer ${token}`;
	return `token ${token}`;
}
async function hook(token, request, route, parameters) {
	const endpoint = request.endpoint.merge(route, parameters);
	endpoint.headers.authorization = withAuthorizationPrefix(token);
	return request(endpoint);
}
var b64url, sep$1, jwtRE, isJWT, createTokenAuth;
var init_dist_bundle = __esmMin(() => {
	b64url = "(?:[a-zA-Z0-9_-]+)";
	sep$1 = "\\.";
	jwtRE = new RegExp(`^${b64url}${sep$1}${b64url}${sep$1}${b64url}$`);
	isJWT = jwtRE.test.bind(jwtRE);
	createTokenAuth = function createTokenAuth2(token) {
		if (!token) throw new Error("[@octokit/auth-token] No token passed to createTokenAuth");
		if (typeof token !== "string") throw new Error("[@octokit/auth-token] Token passed to createTokenAuth is not a string");
		token = token.replace(/^(token|bearer) +/i, "");
		return Object.assign(auth.bind(null, token), { hook: hook.bind(null, token) });
	};
});
// node_modules/@octokit/core/dist-src/version.js
var VERSION;
var init_version$1 = __esmMin(() => {
	VERSION = "7.0.8";
});
// node_modules/@octokit/core/dist-src/index.js
function createLogger(logger = {}) {
	if (typeof logger.debug !== "function") logger.debug = noop;
	if (typeof logger.info !== "function") logger.info = noop;
	if (typeof logger.warn !== "function") logger.warn = consoleWarn;
	if (typeof logger.error !== "function") logger.error = consoleError;
	return logger;
}
var noop, consoleWarn, consoleError, userAgentTrail, Octokit;
var init_dist_src = __esmMin(() => {
	init_universal_user_agent();
	init_before_after_hook();
	init_dist_bundle$2();
	init_dist_bundle$1();
	init_dist_bundle();
	init_version$1();
	noop = () => {};
	consoleWarn = console.warn.bind(console);
	consoleError = console.error.bind(console);
	userAgentTrail = `octokit-core.js/${VERSION} ${getUserAgent()}`;
	Octokit = class {
		static VERSION = VERSION;
		static defaults(defaults) {
			const OctokitWithDefaults = class extends this {
				constructor(...args) {
					const options = args[0] || {};
					if (typeof defaults === "function") {
						super(defaults(options));
						return;
					}
					super(Object.assign({}, defaults, options, options.userAgent && defaults.userAgent ? { userAgent: `${options.userAgent} ${defaults.userAgent}` } : null));
				}
			};
			return OctokitWithDefaults;
		}
		static plugins = [];
		static plugin(...newPlugins) {
			const currentPlugins = this.plugins;
			const NewOctokit = class extends this {
				static plugins = currentPlugins.concat(newPlugins.filter((plugin) => !currentPlugins.includes(plugin)));
			};
			return NewOctokit;
		}
		constructor(options = {}) {
			const hook = new before_after_hook_default.Collection();
			const requestDefaults = {
				baseUrl: request.endpoint.DEFAULTS.baseUrl,
				headers: {},
				request: Object.assign({}, options.request, { hook: hook.bind(null, "request") }),
				mediaType: {
					previews: [],
					format: ""
				}
			};
			requestDefaults.headers["user-agent"] = options.userAgent ? `${options.userAgent} ${userAgentTrail}` : userAgentTrail;
			if (options.baseUrl) requestDefaults.baseUrl = options.baseUrl;
			if (options.previews) requestDefaults.mediaType.previews = options.previews;
			if (options.timeZone) requestDefaults.headers["time-zone"] = options.timeZone;
			this.request = request.defaults(requestDefaults);
			this.graphql = withCustomRequest(this.request).defaults(requestDefaults);
			this.log = createLogger(options.log);
			this.hook = hook;
			if (!options.authStrategy) {
				if (!options.auth) this.auth = async () => ({ type: "unauthenticated" });
				else {
					const auth = createTokenAuth(options.auth);
					hook.wrap("request", auth.hook);
					this.auth = auth;
				}
			} else {
				const { authStrategy, ...otherOptions } = options;
				const auth = authStrategy(Object.assign({
					request: this.request,
					log: this.log,
					octokit: this,
					octokitOptions: otherOptions
				}, options.auth));
				hook.wrap("request", auth.hook);
				this.auth = auth;
			}
			const classConstructor = this.constructor;
			for (let i = 0; i < classConstructor.plugins.length; ++i) Object.assign(this, classConstructor.plugins[i](this, options));
		}
		request;
		graphql;
		log;
		hook;
		auth;
	};
});
// src/adapters/github/event.ts
function parseEvent(name, text) {
	let payload;
	try {
		payload = JSON.parse(text);
	} catch {
		return {
			...NO_EVENT,
			name
		};
	}
	const at = (...keys) => valueAt$1(payload, keys);
	const isPullRequest = at("issue", "pull_request") !== void 0;
	const issue = countOf(at("issue", "number"));
	return {
		name,
		pullRequest: countOf(at("pull_request", "number")) ?? (isPullRequest ? issue : void 0),
		issue: isPullRequest ? void 0 : issue,
		headSha: shaOf(at("pull_request", "head", "sha")) ?? shaOf(at("merge_group", "head_sha")),
		baseRef: textOf(at("pull_request", "base", "ref")) ?? branchOf(at("merge_group", "base_ref")),
		workflowRun: finishedRun$1(at("workflow_run"))
	};
}
function branchOf(ref) {
	return textOf(ref)?.replace(/^refs\/heads\//, "");
}
function finishedRun$1(run) {
	const at = (...keys) => valueAt$1(run, keys);
	const [id, attempt] = [countOf(at("id")), countOf(at("run_attempt"))];
	const [path, headSha] = [textOf(at("path")), shaOf(at("head_sha"))];
	const [headBranch, headOwner] = [textOf(at("head_branch")), textOf(at("head_repository", "owner", "login"))];
	const headRepositoryId = countOf(at("head_repository", "id"));
	if (id === void 0 || path === void 0 || headSha === void 0) return void 0;
	if (headBranch === void 0 || headOwner === void 0 || headRepositoryId === void 0) return void 0;
	const [file = path] = path.split("@");
	return {
		id,
		attempt: attempt ?? 1,
		path: file,
		headSha,
		headBranch,
		headOwner,
		headRepositoryId
	};
}
function valueAt$1(value, keys) {
	return keys.reduce((inner, key) => typeof inner === "object" && inner !== null && Object.hasOwn(inner, key) ? inner[key] : void 0, value);
}
function countOf(value) {
	return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : void 0;
}
function textOf(value) {
	return typeof value === "string" && value !== "" && value.length <= 1e3 ? value : void 0;
}
function longTextOf(value) {
	return typeof value === "string" ? value : void 0;
}
function shaOf(value) {
	return typeof value === "string" && /^[0-9a-f]{40}$/.test(value) ? value : void 0;
}
var NO_EVENT;
var init_event = __esmMin(() => {
	NO_EVENT = {
		name: "",
		pullRequest: void 0,
		issue: void 0,
		headSha: void 0,
		baseRef: void 0,
		workflowRun: void 0
	};
});
// src/adapters/github/grants.ts
function missingPermission({ message, headers }, wanted) {
	const code = "missing-permission";
	if (SETTING.test(message)) return new ModelyardError({
		code,
		message: "the settings of the repository do not let Actions open pull requests",
		next: "tick \"Allow GitHub Actions to create and approve pull requests\" in Settings → Actions → General → Workflow permissions; where it is greyed out, the organisation has the same setting. Then run the step again: it goes on with the branch that is there"
	});
	const missing = acceptedPermissions(headers["x-accepted-github-permissions"], wanted);
	const uses = missing.flatMap(({ name, level }) => USES[name]?.[level === "read" ? "read" : "write"] ?? []);
	const lines = missing.map(({ name, level }) => `\`${name}: ${level}\``);
	return new ModelyardError({
		code,
		message: `the token may not ${uses.join(" and ") || "do this"}: it lacks ${lines.join(" and ")} (GitHub: ${message})`,
		next: missing.every(({ name }) => Object.hasOwn(USES, name)) ? grantOf(lines) : NOT_GRANTED
	});
}
function grantOf(lines) {
	return [`grant it to the job by \`permissions:\` and, indented below, ${lines.join(" and ")}, beside what stands there;`, "so does the job of a workflow that calls it. On pull requests of forks and of Dependabot nothing grants to write"].join(" ");
}
function acceptedPermissions(header, wanted) {
	const alternatives = String(header ?? "").split(";").map((alternative) => alternative.split(",").flatMap(permissionIn)).filter((permissions) => permissions.length > 0);
	const [fitting = "", level] = wanted.split(": ");
	return (alternatives.find((permissions) => permissions.some(({ name }) => name === fitting)) ?? alternatives[0] ?? [{
		name: fitting,
		level: "write"
	}]).map((permission) => permission.name === fitting && level === "write" ? {
		name: fitting,
		level
	} : permission);
}
function permissionIn(text) {
	const [, name, level] = /^\s*([a-z_]+)=(read|write|admin)\s*$/.exec(text) ?? [];
	if (name === void 0 || name === "metadata") return [];
	return [{
		name: name.replaceAll("_", "-"),
		level
	}];
}
var USES, SETTING, NOT_GRANTED;
var init_grants = __esmMin(() => {
	init_errors$2();
	USES = {
		contents: {
			read: "read commits and files",
			write: "make commits, branches and releases"
		},
		actions: {
			read: "read workflow runs and what they left",
			write: "start workflows"
		},
		"pull-requests": {
			read: "read pull requests and reviews",
			write: "open and change pull requests, or comment on them"
		},
		issues: {
			read: "read issues",
			write: "open and change issues, or comment on them"
		},
		statuses: {
			read: "read commit statuses",
			write: "set commit statuses"
		},
		deployments: {
			read: "read deployments",
			write: "make deployments"
		},
		checks: {
			read: "read check runs",
			write: "make check runs"
		}
	};
	SETTING = /not permitted to create or approve pull requests/i;
	NOT_GRANTED = "no workflow grants this to a job's own token: give that of a GitHub App or of a person under `token:`";
});
// src/adapters/github/plain-fetch.ts
async function plainFetch(url, init = {}) {
	const { body } = init;
	if (typeof body === "object") return await globalThis.fetch(url, init);
	const answer = await answerOf(url, {
		...init,
		body
	});
	const { statusCode: status = 0, statusMessage: statusText = "" } = answer;
	if (isRedirect(status) && init.redirect !== "manual") {
		answer.destroy();
		return await globalThis.fetch(url, init);
	}
	if (status === 204 || status === 205 || init.method === "HEAD") answer.resume();
	const bytes = () => bodyOf$2(answer);
	return {
		status,
		statusText,
		url,
		headers: headersOf(answer),
		text: async () => (await bytes()).toString("utf8"),
		async arrayBuffer() {
			return Uint8Array.from(await bytes()).buffer;
		}
	};
}
function answerOf(url, { method = "GET", headers = {}, body, signal }) {
	const { request } = process.getBuiltinModule(url.startsWith("https:") ? "node:https" : "node:http");
	const bytes = body === void 0 ? void 0 : Buffer.from(body);
	const length = bytes === void 0 ? {} : { "content-length": String(bytes.length) };
	return new Promise((resolve, reject) => {
		const call = request(url, {
			method,
			headers: {
				...headers,
				"accept-encoding": "gzip",
				...length
			},
			...signal && { signal }
		}, resolve);
		call.on("error", reject);
		call.end(bytes);
	});
}
function isRedirect(status) {
	return [
		301,
		302,
		303,
		307,
		308
	].includes(status);
}
function headersOf({ headers }) {
	return new Map(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
async function bodyOf$2(answer) {
	const parts = [];
	for await (const part of answer) parts.push(part);
	const packed = Buffer.concat(parts);
	if (answer.headers["content-encoding"] !== "gzip") return packed;
	const { gunzip } = await import("node:zlib");
	return new Promise((resolve, reject) => gunzip(packed, (error, bytes) => error === null ? resolve(bytes) : reject(error)));
}
var init_plain_fetch = __esmMin(() => {});
// src/adapters/github/redact.ts
function redact(text, token) {
	return (token.length < 4 ? text : text.replaceAll(token, "***").replaceAll(encodeURIComponent(token), "***")).replace(TOKENS, "***").replace(/\b(bearer|token|basic) [\w.~+/=-]{8,}/gi, "$1 ***");
}
var TOKENS;
var init_redact = __esmMin(() => {
	TOKENS = /\b(?:gh[a-z]_[A-Za-z0-9_]{10,}|github_pat_[A-Za-z0-9_]{10,}|v1\.[0-9a-f]{40})\b/g;
});
// src/adapters/github/api.ts
function openApi({ apiUrl, graphqlUrl, token }, { sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms)), now = Date.now, timeoutMs = TIMEOUT_MS$1, longestWaitSeconds, called = () => {}, refuse = () => {} } = {}) {
	const octokit = new Octokit({
		auth: token,
		baseUrl: apiUrl,
		userAgent: "modelyard",
		request: {
			fetch: plainFetch,
			log: SILENT
		}
	});
	const once = async (route, parameters) => {
		const { timeoutMs: own, ...request } = parameters.request ?? {};
		const signal = AbortSignal.timeout(own ?? timeoutMs);
		try {
			const { status, data, headers } = await octokit.request(route, {
				...parameters,
				headers: {
					...parameters.headers,
					"x-github-api-version": REST_VERSION
				},
				request: {
					...request,
					signal
				}
			});
			const limit = limitInAnswer(data, headers);
			called(apiCallOf(limit ?? {
				status,
				message: "",
				headers
			}, now()));
			if (limit !== void 0) return {
				is: "failed",
				isTimeout: false,
				message: limit.message,
				refusal: limit
			};
			if (status === 200 && data === "") return {
				is: "failed",
				isTimeout: signal.aborted,
				message: "the answer broke off"
			};
			const date = Date.parse(String(headers.date));
			return {
				is: "answer",
				status,
				data,
				date: Number.isNaN(date) ? void 0 : date,
				...headers.location === void 0 ? {} : { location: headers.location }
			};
		} catch (error) {
			const failure = failureOf$1(error, signal.aborted, token);
			called(apiCallOf(failure.refusal, now()));
			return failure;
		}
	};
	const call = async (route, parameters, wanted, isRepeatable) => {
		const waitFor = patience(now, longestWaitSeconds);
		for (let attempt = 1;; attempt += 1) {
			refuse();
			const answer = await once(route, parameters);
			if (answer.is !== "failed") return answer;
			const waitMs = answer.refusal && waitFor(answer.refusal);
			if (waitMs !== void 0) {
				await sleep(waitMs);
				continue;
			}
			if (answer.refusal !== void 0 && answer.refusal.status < 500) return settleRefusal(answer.refusal, wanted);
			if (!isRepeatable) return { is: "unsure" };
			if (attempt === MOST_TRIES$3) throw unreachable(answer);
			await sleep(1e3 * attempt);
		}
	};
	return {
		request: (route, parameters, wanted) => call(route, parameters, wanted, !route.startsWith("POST ")),
		async graphql(query, variables, wanted) {
			const answer = await call(`POST ${graphqlUrl}`, {
				query,
				variables
			}, wanted, true);
			if (answer.is !== "answer") throw unreachable({ message: "GraphQL is not there" });
			return dataOf(answer.data, wanted, token);
		},
		async mutate(query, variables, wanted) {
			const answer = await call(`POST ${graphqlUrl}`, {
				query,
				variables
			}, wanted, false);
			if (answer.is === "unsure") return answer;
			if (answer.is !== "answer") throw unreachable({ message: "GraphQL is not there" });
			return refusedMutation(answer.data, token) ?? {
				is: "answer",
				data: dataOf(answer.data, wanted, token)
			};
		}
	};
}
function refusedMutation(body, token) {
	const errors = valueAt$1(body, ["errors"]);
	const first = Array.isArray(errors) ? errors[0] : void 0;
	const type = valueAt$1(first, ["type"]);
	if (type === "STALE_DATA") return { is: "stale" };
	if (type !== "UNPROCESSABLE" && type !== "NOT_FOUND") return void 0;
	return {
		is: "refused",
		message: redact(String(valueAt$1(first, ["message"])), token).slice(0, 300)
	};
}
function failureOf$1(error, isTimeout, token) {
	const message = redact(error instanceof Error ? error.message : String(error), token).slice(0, 300);
	const response = valueAt$1(error, ["response"]);
	const [status, headers] = [valueAt$1(response, ["status"]), valueAt$1(response, ["headers"])];
	if (typeof status !== "number") return {
		is: "failed",
		isTimeout,
		message
	};
	return {
		is: "failed",
		isTimeout,
		message,
		refusal: {
			status,
			message,
			headers: headers ?? {}
		}
	};
}
function limitInAnswer(body, headers) {
	if (valueAt$1(body, [
		"errors",
		"0",
		"type"
	]) !== "RATE_LIMITED") return void 0;
	return {
		status: 429,
		message: "API rate limit exceeded",
		headers
	};
}
function settleRefusal(refusal, wanted) {
	const { status, message } = refusal;
	if (isLocked(refusal)) return { is: "locked" };
	if (status === 404 || status === 410 || status === 422 && /no commit found/i.test(message)) return { is: "gone" };
	if (status === 401) throw new ModelyardError({
		code: "no-github",
		message: `GitHub does not know this token (${message})`,
		next: "give one that is valid; that of a workflow ends with its job"
	});
	if (status === 403) throw missingPermission(refusal, wanted);
	throw new ModelyardError({
		code: "remote-failed",
		message: `GitHub refused the call (${status}: ${message})`,
		next: "run the step again; should it stay so, please report it"
	});
}
function unreachable({ message, isTimeout = false }) {
	return new ModelyardError({
		code: isTimeout ? "timed-out" : "remote-failed",
		message: isTimeout ? "GitHub did not answer in time" : `GitHub could not be asked (${message})`,
		next: "run the step again in a while"
	});
}
function dataOf(body, wanted, token) {
	const errors = valueAt$1(body, ["errors"]);
	const first = (Array.isArray(errors) ? errors : []).find((error) => valueAt$1(error, ["type"]) !== "NOT_FOUND");
	const data = valueAt$1(body, ["data"]);
	if (first === void 0 && data !== void 0) return data;
	const [type, text] = [valueAt$1(first, ["type"]), valueAt$1(first, ["message"])];
	const message = redact(String(text ?? "the answer holds no data"), token).slice(0, 300);
	if (type === "FORBIDDEN" || type === "INSUFFICIENT_SCOPES") throw missingPermission({
		status: 403,
		message,
		headers: {}
	}, wanted);
	throw unreachable({ message });
}
var REST_VERSION, MOST_TRIES$3, TIMEOUT_MS$1, quiet, SILENT;
var init_api$1 = __esmMin(() => {
	init_dist_src();
	init_errors$2();
	init_api_call();
	init_event();
	init_grants();
	init_plain_fetch();
	init_redact();
	init_refusals();
	REST_VERSION = "2026-03-10";
	MOST_TRIES$3 = 3;
	TIMEOUT_MS$1 = 1e4;
	quiet = () => {};
	SILENT = {
		debug: quiet,
		info: quiet,
		warn: quiet,
		error: quiet
	};
});
// src/adapters/github/branch-rules.ts
function openGitHubBranchRules(context, options = {}) {
	const api = openApi(context, options);
	const place = {
		owner: context.owner,
		repo: context.repository
	};
	return { async effective(branch = context.event.baseRef) {
		if (branch === void 0) return {
			is: "unreadable",
			why: "this run is about no pull request"
		};
		const rules = await orWhy(() => rulesOf(api, place, branch));
		if ("is" in rules) return rules;
		return joined(rules, await classicOf(api, place, branch));
	} };
}
function openGitHubGateRules(context, options = {}) {
	const api = openApi(context, options);
	const place = {
		owner: context.owner,
		repo: context.repository
	};
	return { async requiring(name, branch) {
		const rules = await orWhy(() => rulesOf(api, place, branch));
		if ("is" in rules) return rules;
		const named = ({ checks }) => checks.filter((check) => check.context === name);
		if (named(rules).some(({ source }) => source !== void 0)) return named(rules);
		const classic = await classicOf(api, place, branch);
		return [...named(rules), ...named(classic)];
	} };
}
async function orWhy(read) {
	try {
		return await read();
	} catch (error) {
		if (!(error instanceof ModelyardError) || error.code !== "missing-permission") throw error;
		return {
			is: "unreadable",
			why: /upgrade to github|make this repository public/i.test(error.message) ? "the plan of this repository has no rules for branches" : `the rules of the branch cannot be read: ${error.message}`
		};
	}
}
async function rulesOf(api, place, branch) {
	let all = NOTHING$1;
	for (let page = 1; page <= MOST_PAGES$2; page += 1) {
		const answer = await api.request("GET /repos/{owner}/{repo}/rules/branches/{branch}", {
			...place,
			branch,
			per_page: PAGE$3,
			page
		}, "metadata");
		if (answer.is !== "answer" || !Array.isArray(answer.data)) return {
			is: "unreadable",
			why: "GitHub shows no rules of this branch"
		};
		all = answer.data.map(ruleOf).reduce(stricter, all);
		if (answer.data.length < PAGE$3) return all;
	}
	return {
		is: "unreadable",
		why: `the branch has more than 2000 rules`
	};
}
function ruleOf(data) {
	const at = (key) => valueAt$1(data, ["parameters", key]);
	const type = valueAt$1(data, ["type"]);
	if (type === "required_status_checks") return {
		...NOTHING$1,
		checks: checksIn(at("required_status_checks"), "integration_id")
	};
	if (type !== "pull_request") return NOTHING$1;
	return {
		approvals: wholeOf$1(at("required_approving_review_count")),
		codeOwnerReview: at("require_code_owner_review") === true,
		dismissStale: at("dismiss_stale_reviews_on_push") === true,
		lastPushApproval: at("require_last_push_approval") === true,
		checks: []
	};
}
async function classicOf(api, place, branch) {
	const summary = await orWhy(() => api.request("GET /repos/{owner}/{repo}/branches/{branch}", {
		...place,
		branch
	}, "contents"));
	if (summary.is === "unreadable") return {
		...NOTHING$1,
		hidden: summary.why
	};
	const at = (...keys) => summary.is === "answer" ? valueAt$1(summary.data, ["protection", ...keys]) : void 0;
	if (at("enabled") !== true) return NOTHING$1;
	return {
		...NOTHING$1,
		checks: checksIn(at("required_status_checks", "checks"), "app_id"),
		hidden: "the classic protection of the branch may ask for more, and this token may not read that"
	};
}
function joined(rules, { hidden, ...classic }) {
	return {
		is: "rules",
		...stricter(rules, classic),
		hidden
	};
}
function stricter(one, other) {
	const known = new Set(one.checks.map(({ context, source }) => `${context}\n${source}`));
	return {
		approvals: Math.max(one.approvals, other.approvals),
		codeOwnerReview: one.codeOwnerReview || other.codeOwnerReview,
		dismissStale: one.dismissStale || other.dismissStale,
		lastPushApproval: one.lastPushApproval || other.lastPushApproval,
		checks: [...one.checks, ...other.checks.filter(({ context, source }) => !known.has(`${context}\n${source}`))]
	};
}
function checksIn(list, sourceKey) {
	return (Array.isArray(list) ? list : []).flatMap((check) => {
		const [context, source] = [textOf(valueAt$1(check, ["context"])), valueAt$1(check, [sourceKey])];
		if (context === void 0) return [];
		return [{
			context,
			...typeof source === "number" && source > 0 ? { source } : {}
		}];
	});
}
function wholeOf$1(value) {
	return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : 0;
}
var PAGE$3, MOST_PAGES$2, NOTHING$1;
var init_branch_rules = __esmMin(() => {
	init_errors$2();
	init_api$1();
	init_event();
	PAGE$3 = 100;
	MOST_PAGES$2 = 20;
	NOTHING$1 = {
		approvals: 0,
		codeOwnerReview: false,
		dismissStale: false,
		lastPushApproval: false,
		checks: []
	};
});
// src/adapters/github/context.ts
async function readGitHubContext(env, token) {
	const given = token || env.GITHUB_TOKEN || env.GH_TOKEN;
	const [, owner, repository] = /^([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(env.GITHUB_REPOSITORY ?? "") ?? [];
	if (owner === void 0 || repository === void 0 || /^\.+$/.test(repository)) throw noGitHub("which repository on GitHub this is about is not known", "set GITHUB_REPOSITORY to OWNER/NAME");
	if (!given) throw noGitHub("there is no token for GitHub", "set GITHUB_TOKEN; a workflow has it as `github.token`");
	const apiUrl = addressIn$1(env, "GITHUB_API_URL", "https://api.github.com");
	return {
		apiUrl,
		graphqlUrl: addressIn$1(env, "GITHUB_GRAPHQL_URL", `${apiUrl.replace(/\/v3$/, "")}/graphql`),
		serverUrl: addressIn$1(env, "GITHUB_SERVER_URL", "https://github.com"),
		owner,
		repository,
		token: given,
		run: countIn$1(env.GITHUB_RUN_ID) ?? 0,
		attempt: countIn$1(env.GITHUB_RUN_ATTEMPT) ?? 1,
		workflow: workflowFile(env.GITHUB_WORKFLOW_REF),
		sha: /^[0-9a-f]{40}$/.test(env.GITHUB_SHA ?? "") ? env.GITHUB_SHA : void 0,
		event: await readEvent$1(env)
	};
}
function commitOfRun({ event, sha }) {
	return event.workflowRun?.headSha ?? event.headSha ?? sha;
}
function runUrlOf({ serverUrl, owner, repository }, run) {
	return run === 0 ? void 0 : `${serverUrl}/${owner}/${repository}/actions/runs/${run}`;
}
async function readEvent$1({ GITHUB_EVENT_NAME: name = "", GITHUB_EVENT_PATH: path }) {
	if (!path) return {
		...NO_EVENT,
		name
	};
	try {
		const { size } = await stat(path);
		return size > MOST_EVENT_BYTES$1 ? {
			...NO_EVENT,
			name
		} : parseEvent(name, await readFile(path, "utf8"));
	} catch {
		return {
			...NO_EVENT,
			name
		};
	}
}
function workflowFile(ref) {
	return /^[^/@]+\/[^/@]+\/([^@]{1,400})@/.exec(ref ?? "")?.[1];
}
function addressIn$1(env, variable, fallback) {
	const text = env[variable] || fallback;
	if (!isTokenAddress(text)) throw noGitHub(`${variable} is no address that a token may be sent to`, `set it to an https address like ${fallback}`);
	return text.replace(/\/+$/, "");
}
function countIn$1(text) {
	return /^[1-9]\d{0,14}$/.test(text ?? "") ? Number(text) : void 0;
}
function noGitHub(message, next) {
	return new ModelyardError({
		code: "no-github",
		message,
		next
	});
}
var MOST_EVENT_BYTES$1;
var init_context = __esmMin(() => {
	init_errors$2();
	init_address();
	init_event();
	MOST_EVENT_BYTES$1 = 26214400;
});
// src/adapters/github/find-comments.ts
async function findComments(api, { owner, repository }, target, marker, wanted) {
	const variables = {
		owner,
		name: repository,
		...target.is === "commit" ? { sha: target.sha } : { number: target.number }
	};
	const ask = async (selection, cursor) => valueAt$1(await api.graphql(documentOf$1(target.is, selection, cursor !== void 0), {
		...variables,
		...cursor === void 0 ? {} : { cursor }
	}, wanted), ["repository", "place"]);
	const ends = await ask(`oldest: comments(first: ${PAGE$2}) { totalCount pageInfo { hasNextPage endCursor } nodes { ...Fields } }
      newest: comments(last: ${PAGE$2}) { nodes { ...Fields } }`);
	const total = valueAt$1(ends, ["oldest", "totalCount"]);
	if (typeof total !== "number") return void 0;
	const found = ours([...nodesOf$1(ends, "oldest"), ...nodesOf$1(ends, "newest")], marker);
	let cursor = textOf(valueAt$1(ends, [
		"oldest",
		"pageInfo",
		"endCursor"
	]));
	for (let seen = 200; found.length === 0 && seen < total && cursor !== void 0; seen += PAGE$2) {
		const page = await ask(`between: comments(first: ${PAGE$2}, after: $cursor) { pageInfo { endCursor } nodes { ...Fields } }`, cursor);
		found.push(...ours(nodesOf$1(page, "between"), marker));
		cursor = textOf(valueAt$1(page, [
			"between",
			"pageInfo",
			"endCursor"
		]));
	}
	return found;
}
function documentOf$1(is, selection, hasCursor) {
	const { variable, open, type, id } = PLACES[is];
	const [before, after] = is === "commit" ? [`${open} {`, "} }"] : [open, "}"];
	return `query ReportComments($owner: String!, $name: String!, ${variable}${hasCursor ? ", $cursor: String!" : ""}) {
  repository(owner: $owner, name: $name) {
    ${before}
      ${selection}
    ${after}
  }
}
fragment Fields on ${type} { id ${id} url body viewerDidAuthor isMinimized }`;
}
function nodesOf$1(place, alias) {
	const nodes = valueAt$1(place, [alias, "nodes"]);
	return Array.isArray(nodes) ? nodes : [];
}
function ours(nodes, marker) {
	const found = nodes.flatMap((node) => {
		const [body, url, nodeId] = [
			"body",
			"url",
			"id"
		].map((key) => valueAt$1(node, [key]));
		const id = countOf(Number(valueAt$1(node, ["fullDatabaseId"]) ?? valueAt$1(node, ["databaseId"])));
		if (valueAt$1(node, ["viewerDidAuthor"]) !== true || id === void 0) return [];
		if (typeof body !== "string" || typeof url !== "string" || typeof nodeId !== "string") return [];
		return body.startsWith(marker) ? [{
			id,
			nodeId,
			url,
			body,
			isMinimized: valueAt$1(node, ["isMinimized"]) === true
		}] : [];
	});
	return [...new Map(found.map((comment) => [comment.id, comment])).values()];
}
var PAGE$2, PLACES;
var init_find_comments = __esmMin(() => {
	init_event();
	PAGE$2 = 100;
	PLACES = {
		"pull-request": {
			variable: "$number: Int!",
			open: "place: pullRequest(number: $number) {",
			type: "IssueComment",
			id: "fullDatabaseId"
		},
		issue: {
			variable: "$number: Int!",
			open: "place: issue(number: $number) {",
			type: "IssueComment",
			id: "fullDatabaseId"
		},
		commit: {
			variable: "$sha: GitObjectID!",
			open: "place: object(oid: $sha) { ... on Commit",
			type: "CommitComment",
			id: "databaseId"
		}
	};
});
// src/adapters/github/pause.ts
function pauseBy({ sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms)) }) {
	return (round) => sleep(Math.min(3e3, 250 * 1.4 ** round) * (.5 + Math.random() / 2));
}
var init_pause = __esmMin(() => {});
// src/adapters/github/pull-of-run.ts
async function pullRequestOfRun(api, { owner, repository, event: { workflowRun } }) {
	if (workflowRun === void 0) return void 0;
	const { headOwner, headBranch, headSha, headRepositoryId } = workflowRun;
	const answer = await api.request("GET /repos/{owner}/{repo}/pulls", {
		owner,
		repo: repository,
		head: `${headOwner}:${headBranch}`,
		state: "all",
		per_page: 100
	}, "pull-requests: write");
	const ofHead = (answer.is === "answer" && Array.isArray(answer.data) ? answer.data : []).filter((pull) => shaOf(valueAt$1(pull, ["head", "sha"])) === headSha && valueAt$1(pull, [
		"head",
		"repo",
		"id"
	]) === headRepositoryId);
	const found = ofHead.find((pull) => valueAt$1(pull, ["state"]) === "open") ?? ofHead[0];
	const [number, base] = [countOf(valueAt$1(found, ["number"])), textOf(valueAt$1(found, ["base", "ref"]))];
	return number === void 0 || base === void 0 ? void 0 : {
		number,
		base
	};
}
var init_pull_of_run = __esmMin(() => {
	init_event();
});
// src/adapters/github/take-comment.ts
async function takeComment(api, repository, target, { id }, wanted, now) {
	const path = `/repos/{owner}/{repo}/${target.is === "commit" ? "" : "issues/"}comments/{comment_id}/reactions`;
	const parameters = {
		...repository,
		comment_id: id
	};
	const begun = now();
	const answer = await api.request(`POST ${path}`, {
		...parameters,
		content: "eyes"
	}, wanted);
	if (answer.is === "unsure") return { is: "busy" };
	if (answer.is !== "answer") return { is: answer.is };
	const reaction = countOf(valueAt$1(answer.data, ["id"]));
	const remove = async () => {
		if (reaction !== void 0) await api.request(`DELETE ${path}/{reaction_id}`, {
			...parameters,
			reaction_id: reaction
		}, wanted);
	};
	if (answer.status === HELD) return {
		is: "taken",
		holds: () => now() - begun < WORK_MS,
		async giveBack() {
			try {
				await remove();
			} catch (error) {
				if (!(error instanceof ModelyardError)) throw error;
			}
		}
	};
	const made = Date.parse(textOf(valueAt$1(answer.data, ["created_at"])) ?? "");
	if ((answer.date ?? now()) - made > LEASE_MS) await remove();
	return { is: "busy" };
}
var LEASE_MS, WORK_MS, HELD;
var init_take_comment = __esmMin(() => {
	init_errors$2();
	init_event();
	LEASE_MS = 12e4;
	WORK_MS = 25e3;
	HELD = 201;
});
// src/adapters/github/comments.ts
function openGitHubComments(context, options = {}) {
	const { now = Date.now } = options;
	const api = openApi(context, options);
	const repository = {
		owner: context.owner,
		repo: context.repository
	};
	return {
		origin: async () => originOf(context),
		targetOfRun: (on) => targetOfRun(api, context, on),
		find: (target, marker) => findComments(api, context, target, marker, permissionFor(target)),
		async create(target, body) {
			return writtenBy$1(target.is === "commit" ? await api.request("POST /repos/{owner}/{repo}/commits/{commit_sha}/comments", {
				...repository,
				commit_sha: target.sha,
				body
			}, permissionFor(target)) : await api.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
				...repository,
				issue_number: target.number,
				body
			}, permissionFor(target)));
		},
		async update(target, { id, url }, body) {
			const answer = await api.request(`PATCH ${pathOf(target)}`, {
				...repository,
				comment_id: id,
				body
			}, permissionFor(target));
			return answer.is === "answer" ? {
				is: "written",
				id,
				url
			} : answer;
		},
		async remove(target, { id }) {
			await api.request(`DELETE ${pathOf(target)}`, {
				...repository,
				comment_id: id
			}, permissionFor(target));
		},
		async showAgain({ nodeId }) {
			try {
				await api.graphql(SHOW_AGAIN, { id: nodeId }, "pull-requests");
				return true;
			} catch (error) {
				if (error instanceof ModelyardError && error.code === "missing-permission") return false;
				throw error;
			}
		},
		take: (target, comment) => takeComment(api, repository, target, comment, permissionFor(target), now),
		pause: pauseBy(options)
	};
}
function pathOf({ is }) {
	return `/repos/{owner}/{repo}/${is === "commit" ? "" : "issues/"}comments/{comment_id}`;
}
function permissionFor({ is }) {
	return {
		"pull-request": "pull-requests: write",
		issue: "issues: write",
		commit: "contents: write"
	}[is];
}
function writtenBy$1(answer) {
	if (answer.is !== "answer") return answer;
	const [id, url] = [countOf(valueAt$1(answer.data, ["id"])), valueAt$1(answer.data, ["html_url"])];
	return id === void 0 || typeof url !== "string" ? { is: "unsure" } : {
		is: "written",
		id,
		url
	};
}
function originOf(context) {
	const { run, attempt, workflow, event } = context;
	const common = {
		commit: commitOfRun(context),
		runUrl: (id) => runUrlOf(context, id)
	};
	const { workflowRun } = event;
	return workflowRun === void 0 ? {
		...common,
		workflow: workflow ?? "terminal",
		run,
		attempt
	} : {
		...common,
		workflow: workflowRun.path,
		run: workflowRun.id,
		attempt: workflowRun.attempt
	};
}
async function targetOfRun(api, context, on) {
	const { event } = context;
	if (on === "commit") {
		const commit = commitOfRun(context);
		return commit === void 0 ? void 0 : {
			is: on,
			sha: commit
		};
	}
	const number = on === "issue" ? event.issue : event.pullRequest ?? (await pullRequestOfRun(api, context))?.number;
	return number === void 0 ? void 0 : {
		is: on,
		number
	};
}
var SHOW_AGAIN;
var init_comments = __esmMin(() => {
	init_errors$2();
	init_api$1();
	init_context();
	init_event();
	init_find_comments();
	init_pause();
	init_pull_of_run();
	init_take_comment();
	SHOW_AGAIN = `mutation ShowAgain($id: ID!) {
  unminimizeComment(input: { subjectId: $id }) { unminimizedComment { isMinimized } }
}`;
});
// src/adapters/github/pages.ts
async function* eachPage(api, route, parameters, wanted, key, mostPages = MOST_PAGES$1) {
	for (let page = 1; page <= mostPages; page += 1) {
		const answer = await api.request(route, {
			...parameters,
			per_page: 100,
			page
		}, wanted);
		if (answer.is !== "answer") return yield void 0;
		const data = key === void 0 ? answer.data : valueAt$1(answer.data, [key]);
		const items = Array.isArray(data) ? data : [];
		yield items;
		if (items.length < 100) return;
	}
}
async function pages(api, route, parameters, wanted, most, key) {
	const found = [];
	for await (const page of eachPage(api, route, parameters, wanted, key, Math.ceil(most / 100))) found.push(...page ?? []);
	return found;
}
async function allPages(api, route, parameters, wanted) {
	const items = [];
	for await (const page of eachPage(api, route, parameters, wanted)) {
		if (page === void 0) return void 0;
		items.push(...page);
	}
	return items;
}
var MOST_PAGES$1;
var init_pages = __esmMin(() => {
	init_event();
	MOST_PAGES$1 = 100;
});
// src/adapters/github/deployments.ts
function openGitHubDeployments(context, options = {}) {
	const api = openApi(context, options);
	const place = {
		owner: context.owner,
		repo: context.repository
	};
	const marks = (deployment) => marksOf(api, place, deployment);
	const ownRun = runUrlOf(context, context.run);
	return {
		marks,
		async ensure(request) {
			for (let round = 1; round <= MOST_ROUNDS$4; round += 1) {
				const found = await findDeployment(api, place, request);
				if (found !== void 0) return {
					id: found,
					change: round === 1 ? "found" : "created"
				};
				const made = await createDeployment(api, place, request);
				if (made !== void 0) return {
					id: made,
					change: "created"
				};
			}
			throw unknown$2(`the deployment to ${request.environment}`);
		},
		async mark(deployment, mark) {
			for (let round = 1; round <= MOST_ROUNDS$4; round += 1) {
				if (await markDeployment(api, place, deployment, {
					...mark,
					url: mark.url ?? ownRun
				})) return;
				if ((await marks(deployment)).some(({ description }) => description === mark.description)) return;
			}
			throw unknown$2(`a status of deployment ${deployment}`);
		},
		start: (workflow, branch, inputs) => startWorkflow(api, place, workflow, {
			ref: branch,
			inputs
		}),
		async dispatched(workflow) {
			const answer = await api.request("GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs", {
				...place,
				workflow_id: fileOf(workflow),
				event: "workflow_dispatch",
				per_page: 100
			}, "actions: write");
			const runs = answer.is === "answer" ? valueAt$1(answer.data, ["workflow_runs"]) : void 0;
			return (Array.isArray(runs) ? runs : []).flatMap((run) => {
				const [id, url] = [countOf(valueAt$1(run, ["id"])), textOf(valueAt$1(run, ["html_url"]))];
				const isOurs = valueAt$1(run, ["actor", "type"]) === "Bot";
				const title = textOf(valueAt$1(run, ["display_title"]));
				return id === void 0 || url === void 0 || !isOurs ? [] : [{
					id,
					url,
					title
				}];
			});
		}
	};
}
async function findDeployment(api, place, { commit, environment, task }) {
	const answer = await api.request("GET /repos/{owner}/{repo}/deployments", {
		...place,
		sha: commit,
		environment,
		task,
		per_page: 1
	}, WANTED$6);
	const [first] = answer.is === "answer" && Array.isArray(answer.data) ? answer.data : [];
	return countOf(valueAt$1(first, ["id"]));
}
async function createDeployment(api, place, { commit, environment, task, description, payload }) {
	const answer = await api.request("POST /repos/{owner}/{repo}/deployments", {
		...place,
		ref: commit,
		task,
		environment,
		description: description.slice(0, 140),
		payload,
		auto_merge: false,
		required_contexts: []
	}, WANTED$6);
	return answer.is === "answer" ? countOf(valueAt$1(answer.data, ["id"])) : void 0;
}
async function marksOf(api, place, deployment) {
	return [...await allPages(api, "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
		...place,
		deployment_id: deployment
	}, WANTED$6) ?? []].reverse().map((data) => ({
		description: longTextOf(valueAt$1(data, ["description"])) ?? "",
		url: textOf(valueAt$1(data, ["log_url"]))
	}));
}
async function markDeployment(api, place, deployment, { state, description, url }) {
	return (await api.request("POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
		...place,
		deployment_id: deployment,
		state,
		description: description.slice(0, 140),
		...url === void 0 ? {} : { log_url: url }
	}, WANTED$6)).is === "answer";
}
async function startWorkflow(api, place, workflow, body) {
	try {
		const answer = await api.request("POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches", {
			...place,
			workflow_id: fileOf(workflow),
			...body
		}, "actions");
		if (answer.is === "gone") return {
			is: "refused",
			why: `${workflow} is not on the default branch`
		};
		if (answer.is !== "answer") return { is: "unsure" };
		const [id, url] = [countOf(valueAt$1(answer.data, ["workflow_run_id"])), textOf(valueAt$1(answer.data, ["html_url"]))];
		return id === void 0 || url === void 0 ? { is: "unsure" } : {
			is: "started",
			id,
			url
		};
	} catch (error) {
		if (!(error instanceof ModelyardError) || error.code !== "remote-failed") throw error;
		return {
			is: "refused",
			why: error.message
		};
	}
}
function fileOf(workflow) {
	return workflow.slice(workflow.lastIndexOf("/") + 1);
}
function unknown$2(what) {
	return new ModelyardError({
		code: "remote-failed",
		message: `whether GitHub took ${what} is not known`,
		next: "run the step again in a while; it goes on where this one ended"
	});
}
var WANTED$6, MOST_ROUNDS$4;
var init_deployments = __esmMin(() => {
	init_errors$2();
	init_api$1();
	init_context();
	init_event();
	init_pages();
	WANTED$6 = "deployments: write";
	MOST_ROUNDS$4 = 3;
});
// src/adapters/github/account.ts
function accountOf(data) {
	const login = textOf(valueAt$1(data, ["login"]));
	if (login === void 0 || login === "ghost") return void 0;
	return {
		login,
		isBot: valueAt$1(data, ["type"]) === "Bot"
	};
}
var JOB_ACCOUNT;
var init_account = __esmMin(() => {
	init_event();
	JOB_ACCOUNT = "github-actions[bot]";
});
// src/adapters/github/time.ts
function timeOf(value) {
	const time = Date.parse(textOf(value) ?? "");
	return Number.isNaN(time) ? void 0 : `${new Date(time).toISOString().slice(0, 19)}Z`;
}
var init_time = __esmMin(() => {
	init_event();
});
// src/adapters/github/issues.ts
function openGitHubIssues(context, options = {}) {
	const api = openApi(context, options);
	let viewer;
	const self = async () => {
		viewer ??= await viewerOf(api);
		return viewer;
	};
	const place = {
		owner: context.owner,
		repo: context.repository
	};
	const listed = async (login, state, marker, wanted) => {
		const asked = {
			...place,
			creator: login,
			state,
			sort: "created",
			direction: "asc"
		};
		return (await allPages(api, "GET /repos/{owner}/{repo}/issues", asked, wanted) ?? []).flatMap((data) => {
			const issue = issueOf(data, login);
			return issue?.body.startsWith(marker) ? [issue] : [];
		});
	};
	return {
		find: async (marker) => listed(options.login ?? await self(), "all", marker, WANTED$5),
		async findOpen(marker) {
			const [jobs, own] = [JOB_ACCOUNT, options.login];
			const found = await listed(jobs, "open", marker, TO_READ);
			return own === void 0 || own === jobs ? found : [...found, ...await listed(own, "open", marker, TO_READ)];
		},
		async create({ title, body, labels, assignees }) {
			const issue = {
				...place,
				title,
				body,
				labels,
				...assignees === void 0 ? {} : { assignees }
			};
			return writtenBy(await api.request("POST /repos/{owner}/{repo}/issues", issue, WANTED$5));
		},
		async update(number, { title, body, isOpen, closedAs }) {
			const change = {
				...place,
				issue_number: number,
				...title === void 0 ? {} : { title },
				...body === void 0 ? {} : { body },
				...isOpen === void 0 ? {} : { state: isOpen ? "open" : "closed" },
				...closedAs === void 0 ? {} : { state_reason: closedAs.replace("-", "_") }
			};
			return writtenBy(await api.request("PATCH /repos/{owner}/{repo}/issues/{issue_number}", change, WANTED$5));
		}
	};
}
async function viewerOf(api) {
	const login = textOf(valueAt$1(await api.graphql("query { viewer { login } }", {}, WANTED$5), ["viewer", "login"]));
	if (login !== void 0) return login;
	throw new ModelyardError({
		code: "remote-failed",
		message: "GitHub does not say whom the token speaks for",
		next: "run the step again in a while"
	});
}
function issueOf(data, login) {
	const at = (...keys) => valueAt$1(data, keys);
	const [number, url] = [countOf(at("number")), textOf(at("html_url"))];
	if (number === void 0 || url === void 0 || at("pull_request") !== void 0) return void 0;
	if (textOf(at("user", "login")) !== login) return void 0;
	return {
		number,
		url,
		isOpen: at("state") === "open",
		closedAt: timeOf(at("closed_at")),
		title: textOf(at("title")) ?? "",
		body: longTextOf(at("body")) ?? ""
	};
}
function writtenBy(answer) {
	if (answer.is !== "answer") return answer;
	const [id, url] = [countOf(valueAt$1(answer.data, ["number"])), textOf(valueAt$1(answer.data, ["html_url"]))];
	return id === void 0 || url === void 0 ? { is: "unsure" } : {
		is: "written",
		id,
		url
	};
}
var WANTED$5, TO_READ;
var init_issues = __esmMin(() => {
	init_errors$2();
	init_account();
	init_api$1();
	init_event();
	init_pages();
	init_time();
	WANTED$5 = "issues: write";
	TO_READ = "issues: read";
});
// src/adapters/github/byte-stream.ts
async function* bytesAt(fetch, address, headers = {}, idleMs = IDLE_MS) {
	const idle = new AbortController();
	const timer = setTimeout(() => idle.abort(), idleMs);
	try {
		const response = await fetch(address, {
			headers,
			redirect: "error",
			signal: idle.signal
		});
		if (!response.ok || response.body === null) throw failed$1(`${response.status}`);
		for await (const part of response.body) {
			timer.refresh();
			yield part;
		}
	} catch (error) {
		if (error instanceof ModelyardError) throw error;
		throw idle.signal.aborted ? timedOut$1() : failed$1(error instanceof Error ? error.name : "no answer");
	} finally {
		clearTimeout(timer);
	}
}
function failed$1(why) {
	return new ModelyardError({
		code: "remote-failed",
		message: `an artifact could not be read from where GitHub keeps it (${why})`,
		next: "run the step again in a while"
	});
}
function timedOut$1() {
	return new ModelyardError({
		code: "timed-out",
		message: "an artifact stopped coming from where GitHub keeps it",
		next: "run the step again in a while"
	});
}
var IDLE_MS;
var init_byte_stream = __esmMin(() => {
	init_errors$2();
	IDLE_MS = 3e4;
});
// src/adapters/github/lfs.ts
function openGitHubLfs(context, options = {}) {
	const { fetch } = globalThis;
	const ask = (operation, known) => objectOf(context, options, operation, known);
	const actionOf = (object, name) => actionIn(object, name, context);
	return {
		async open(_, wanted) {
			const object = await ask("download", wanted);
			const action = actionOf(object, "download");
			if (action === void 0) throw failed("its answer leads nowhere");
			return bytesAt(fetch, action.href, action.header);
		},
		async store(path, known) {
			const object = await ask("upload", known);
			const action = actionOf(object, "upload");
			if (action === void 0) return "there";
			await send(fetch, "PUT", action, await openAsBlob(path), UPLOAD_MS$1);
			const verify = actionOf(object, "verify");
			const said = JSON.stringify({
				oid: known.sha256,
				size: known.bytes
			});
			if (verify !== void 0) {
				const header = {
					"content-type": MEDIA_TYPE,
					...verify.header
				};
				await send(fetch, "POST", {
					...verify,
					header
				}, said, TIMEOUT_MS);
			}
			return "stored";
		}
	};
}
async function objectOf({ serverUrl, owner, repository, token }, { sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms)), now = Date.now }, operation, { sha256, bytes }) {
	const init = {
		method: "POST",
		headers: {
			accept: MEDIA_TYPE,
			"content-type": MEDIA_TYPE,
			"user-agent": "modelyard",
			authorization: `Basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`
		},
		redirect: "error",
		body: JSON.stringify({
			operation,
			transfers: ["basic"],
			objects: [{
				oid: sha256,
				size: bytes
			}],
			hash_algo: "sha256"
		})
	};
	const waitFor = patience(now);
	for (let attempt = 1;; attempt += 1) {
		const answer = await asked(fetch, `${serverUrl}/${owner}/${repository}.git/info/lfs/objects/batch`, init);
		if (answer.status === 200) return onlyObject(answer.data, sha256);
		const waitMs = waitFor({
			...answer,
			message: messageOf(answer)
		});
		if (waitMs !== void 0) {
			await sleep(waitMs);
			continue;
		}
		if (!(answer.status === 0 || answer.status >= 500) || attempt === MOST_TRIES$2) throw refusedBatch(answer, operation);
		await sleep(1e3 * attempt);
	}
}
async function asked(fetch, address, init) {
	try {
		const response = await fetch(address, {
			...init,
			signal: AbortSignal.timeout(TIMEOUT_MS)
		});
		const { status, headers } = response;
		return {
			status,
			headers: Object.fromEntries(headers),
			data: await response.json()
		};
	} catch {
		return {
			status: 0,
			headers: {},
			data: void 0
		};
	}
}
function messageOf({ status, data }) {
	return (textOf(valueAt$1(data, ["message"])) ?? `status ${status}`).slice(0, 300);
}
function refusedBatch(answer, operation) {
	const { status } = answer;
	const message = messageOf(answer);
	if (status === 403 || status === 401) return missingPermission({
		status,
		message,
		headers: { "x-accepted-github-permissions": `contents=${operation === "upload" ? "write" : "read"}` }
	}, "contents");
	return failed(message);
}
function onlyObject(data, sha256) {
	const objects = valueAt$1(data, ["objects"]);
	const object = Array.isArray(objects) ? objects[0] : void 0;
	if (valueAt$1(object, ["oid"]) !== sha256) throw failed("its answer is about another object");
	const code = countOf(valueAt$1(object, ["error", "code"]));
	if (code === void 0) return object;
	const message = textOf(valueAt$1(object, ["error", "message"])) ?? "";
	if (code !== 404 && code !== 410) throw failed(`${code}: ${message.slice(0, 300)}`);
	throw new ModelyardError({
		code: "bad-artifact",
		message: `Git LFS of this repository does not hold ${sha256.slice(0, 12)}…, to which a pointer leads`,
		next: "send it from where it lies: git lfs push --all origin"
	});
}
function actionIn(object, name, { serverUrl }) {
	const href = longTextOf(valueAt$1(object, [
		"actions",
		name,
		"href"
	]));
	if (href === void 0 || href.length > MOST_ADDRESS) return void 0;
	const url = URL.canParse(href) ? new URL(href) : void 0;
	if (url?.protocol !== "https:" && url?.origin !== new URL(serverUrl).origin) throw failed("its answer leads to no https address");
	const header = valueAt$1(object, [
		"actions",
		name,
		"header"
	]);
	const named = Object.entries(typeof header === "object" && header !== null ? header : {});
	return {
		href,
		header: Object.fromEntries(named.filter(([, value]) => typeof value === "string"))
	};
}
async function send(fetch, method, { href, header }, body, timeoutMs) {
	const response = await fetch(href, {
		method,
		headers: header,
		body,
		redirect: "error",
		signal: AbortSignal.timeout(timeoutMs)
	}).catch(() => void 0);
	if (response?.ok) return;
	throw failed(response === void 0 ? "no answer to an upload" : `an upload was answered ${response.status}`);
}
function failed(why) {
	return new ModelyardError({
		code: "remote-failed",
		message: `Git LFS could not be asked (${why})`,
		next: "run the step again in a while: what is there already is left"
	});
}
var MEDIA_TYPE, TIMEOUT_MS, UPLOAD_MS$1, MOST_TRIES$2, MOST_ADDRESS;
var init_lfs = __esmMin(() => {
	init_errors$2();
	init_byte_stream();
	init_event();
	init_grants();
	init_refusals();
	MEDIA_TYPE = "application/vnd.git-lfs+json";
	TIMEOUT_MS = 3e4;
	UPLOAD_MS$1 = 21e5;
	MOST_TRIES$2 = 3;
	MOST_ADDRESS = 2e4;
});
// src/adapters/github/list-moves.ts
async function listMoves(api, place, branch, asked = {}) {
	const route = "GET /repos/{owner}/{repo}/activity";
	const ref = `refs/heads/${branch}`;
	const answer = await api.request(route, {
		...place,
		ref,
		per_page: 100,
		...asked
	}, "contents");
	return answer.is === "answer" && Array.isArray(answer.data) ? answer.data : [];
}
var init_list_moves = __esmMin(() => {});
// src/adapters/github/permission.ts
async function hasPermission(api, place, login, permission) {
	const answer = await api.request("GET /repos/{owner}/{repo}/collaborators/{username}/permission", {
		...place,
		username: login
	}, "metadata");
	const has = answer.is === "answer" ? valueAt$1(answer.data, [
		"user",
		"permissions",
		permission
	]) : void 0;
	return typeof has !== "boolean" ? "unknown" : has ? "member" : "other";
}
var init_permission = __esmMin(() => {
	init_event();
});
// src/adapters/github/pull-facts.ts
async function pullFacts(node, home, { api, place, wanted }) {
	const at = (...keys) => valueAt$1(node, keys);
	const [number, head] = [countOf(at("number")), shaOf(at("headRefOid"))];
	const [url, into, state] = [
		textOf(at("url")),
		textOf(at("baseRefName")),
		textOf(at("state"))
	];
	if (number === void 0 || head === void 0 || url === void 0 || into === void 0 || state === void 0) return void 0;
	const from = at("headRepository", "databaseId");
	const mergeable = at("mergeable");
	const longer = async (list) => {
		return await allPages(api, `GET /repos/{owner}/{repo}/pulls/{pull_number}/${list}`, {
			...place,
			pull_number: number
		}, wanted) ?? [];
	};
	const isLonger = (list) => at(list, "pageInfo", "hasNextPage") === true;
	const authors = isLonger("commits") ? (await longer("commits")).map((data) => accountOf(valueAt$1(data, ["author"]))?.login) : nodesOf(at("commits")).map((data) => writerOf(valueAt$1(data, ["commit", "author"])));
	return {
		number,
		url,
		isOpen: state === "OPEN",
		isMerged: state === "MERGED",
		head,
		branch: from !== void 0 && from === home ? textOf(at("headRefName")) : void 0,
		into,
		author: actorOf(at("author")),
		merges: mergeable === "MERGEABLE" ? true : mergeable === "CONFLICTING" ? false : void 0,
		mergedAt: timeOf(at("mergedAt")),
		mergedBy: actorOf(at("mergedBy"))?.login ?? "",
		reviews: isLonger("reviews") ? (await longer("reviews")).flatMap((data) => listedReview(data) ?? []) : nodesOf(at("reviews")).flatMap((data) => reviewOf(data) ?? []),
		commitAuthors: [...new Set(authors)]
	};
}
function nodesOf(connection) {
	const nodes = valueAt$1(connection, ["nodes"]);
	return Array.isArray(nodes) ? nodes : [];
}
function actorOf(data) {
	const [login, type] = [textOf(valueAt$1(data, ["login"])), valueAt$1(data, ["__typename"])];
	if (login === void 0) return void 0;
	return accountOf(type === "Bot" ? {
		login: `${login}[bot]`,
		type
	} : {
		login,
		type
	});
}
function writerOf(author) {
	return accountOf(valueAt$1(author, ["user"]))?.login ?? BOT_ADDRESS.exec(textOf(valueAt$1(author, ["email"])) ?? "")?.groups?.login;
}
function reviewOf(data) {
	const at = (...keys) => valueAt$1(data, keys);
	return given({
		state: at("state"),
		review: countOf(Number(at("fullDatabaseId"))),
		at: timeOf(at("submittedAt")),
		commit: at("commit", "oid"),
		account: actorOf(at("author")),
		id: at("author", "databaseId")
	});
}
function listedReview(data) {
	const at = (...keys) => valueAt$1(data, keys);
	return given({
		state: at("state"),
		review: countOf(at("id")),
		at: timeOf(at("submitted_at")),
		commit: at("commit_id"),
		account: accountOf(at("user")),
		id: at("user", "id")
	});
}
function given({ review, at, account, ...found }) {
	const state = STATES[textOf(found.state)];
	if (state === void 0 || review === void 0 || at === void 0) return void 0;
	return {
		login: account?.login,
		id: countOf(found.id),
		isBot: account?.isBot ?? false,
		state,
		commit: shaOf(found.commit) ?? "",
		review,
		at
	};
}
var PAGE, PULL_FACTS, BOT_ADDRESS, STATES;
var init_pull_facts = __esmMin(() => {
	init_account();
	init_event();
	init_pages();
	init_time();
	PAGE = 100;
	PULL_FACTS = `fragment PullFacts on PullRequest {
  number url state mergedAt mergeable
  author { ...Who } mergedBy { ...Who }
  headRefOid headRefName headRepository { databaseId } baseRefName
  reviews(first: ${PAGE}) {
    pageInfo { hasNextPage }
    nodes { fullDatabaseId state submittedAt commit { oid } author { ...Who } }
  }
  commits(first: ${PAGE}) { pageInfo { hasNextPage } nodes { commit { author { email user { login } } } } }
}
fragment Who on Actor { __typename login ... on User { databaseId } ... on Bot { databaseId } }`;
	BOT_ADDRESS = /^\d+\+(?<login>[\w-]+\[bot\])@users\.noreply\.github\.com$/i;
	STATES = {
		APPROVED: "approved",
		CHANGES_REQUESTED: "changes-requested",
		COMMENTED: "commented",
		DISMISSED: "dismissed"
	};
});
// src/adapters/github/merges.ts
function openGitHubMerges(context, options = {}) {
	const api = openApi(context, options);
	const place = {
		owner: context.owner,
		repo: context.repository
	};
	const listings = new Map();
	const movesOf = (branch) => {
		const known = listings.get(branch);
		if (known !== void 0) return known;
		const listed = listMoves(api, place, branch);
		listings.set(branch, listed);
		return listed;
	};
	return {
		async pullsOf(commits) {
			if (commits.length === 0) return new Map();
			const named = commits.map((oid, at) => ({
				alias: `c${at}`,
				oid
			}));
			const document = documentOf(named.map(({ alias }) => alias));
			const oids = Object.fromEntries(named.map(({ alias, oid }) => [alias, oid]));
			const data = await api.graphql(document, {
				owner: place.owner,
				name: place.repo,
				...oids
			}, WANTED$4);
			const found = new Map();
			for (const { alias, oid } of named) {
				const pull = mergedPull(await pullFacts(mergeOf(valueAt$1(data, [
					"repository",
					alias,
					"associatedPullRequests",
					"nodes"
				]), oid), valueAt$1(data, ["repository", "databaseId"]), {
					api,
					place,
					wanted: WANTED$4
				}));
				if (pull !== void 0) found.set(oid, pull);
			}
			return found;
		},
		async authorOf(pull) {
			const answer = await api.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
				...place,
				pull_number: pull
			}, WANTED$4);
			return answer.is === "answer" ? accountOf(valueAt$1(answer.data, ["user"]))?.login : void 0;
		},
		maintains: (login) => hasPermission(api, place, login, "maintain"),
		async inTeam(login, team) {
			const [org = "", slug = ""] = team.replace(/^@/, "").split("/");
			const route = "GET /orgs/{org}/teams/{team_slug}/memberships/{username}";
			const answer = await unlessForbidden(() => api.request(route, {
				org,
				team_slug: slug,
				username: login
			}, "members"));
			if (answer?.is === "answer") return valueAt$1(answer.data, ["state"]) === "active" ? "member" : "other";
			const seen = await unlessForbidden(() => api.request("GET /orgs/{org}/teams/{team_slug}", {
				org,
				team_slug: slug
			}, "members"));
			return answer !== void 0 && seen?.is === "answer" ? "other" : "unknown";
		},
		async pusherOf(branch, commit) {
			return accountOf(valueAt$1((await movesOf(branch)).find((data) => valueAt$1(data, ["after"]) === commit), ["actor"]));
		},
		async messageOf(commit) {
			const answer = await api.request("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", {
				...place,
				commit_sha: commit
			}, "contents");
			return answer.is === "answer" ? longTextOf(valueAt$1(answer.data, ["message"])) : void 0;
		},
		async starterOf(run) {
			const answer = await api.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", {
				...place,
				run_id: run
			}, "actions");
			if (answer.is !== "answer") return void 0;
			const starter = valueAt$1(answer.data, ["triggering_actor"]) ?? valueAt$1(answer.data, ["actor"]);
			const [event, login] = [textOf(valueAt$1(answer.data, ["event"])), accountOf(starter)?.login];
			return event === void 0 || login === void 0 ? void 0 : {
				event,
				login
			};
		}
	};
}
async function unlessForbidden(ask) {
	try {
		return await ask();
	} catch (error) {
		if (error instanceof ModelyardError && error.code === "missing-permission") return void 0;
		throw error;
	}
}
function documentOf(aliases) {
	return `query MergesOfCommits($owner: String!, $name: String!, ${aliases.map((alias) => `$${alias}: GitObjectID!`).join(", ")}) {
  repository(owner: $owner, name: $name) {
    databaseId
    ${aliases.map((alias) => `${alias}: object(oid: $${alias}) { ...Merge }`).join("\n    ")}
  }
}
fragment Merge on Commit { associatedPullRequests(first: 5) { nodes { ...PullFacts mergeCommit { oid } } } }
${PULL_FACTS}`;
}
function mergeOf(nodes, commit) {
	const merged = (Array.isArray(nodes) ? nodes : []).filter((node) => valueAt$1(node, ["state"]) === "MERGED");
	return merged.find((node) => valueAt$1(node, ["mergeCommit", "oid"]) === commit) ?? merged[0];
}
function mergedPull(facts) {
	if (facts?.mergedAt === void 0) return void 0;
	const { number, url, head, branch, mergedAt, mergedBy, author, reviews, commitAuthors } = facts;
	return {
		number,
		url,
		head,
		branch,
		mergedAt,
		mergedBy,
		author,
		reviews,
		commitAuthors
	};
}
var WANTED$4;
var init_merges = __esmMin(() => {
	init_errors$2();
	init_account();
	init_api$1();
	init_event();
	init_list_moves();
	init_permission();
	init_pull_facts();
	WANTED$4 = "pull-requests: write";
});
// src/adapters/github/append-file.ts
async function appendFile(api, place, branch, file, look, pause) {
	let wasAsked = false;
	let [lost, failed] = [0, 0];
	while (lost < MOST_LOST && failed < MOST_FAILED) {
		const stand = await look();
		if (stand === void 0) {
			failed += 1;
			await beginBranch(api, place, branch);
			continue;
		}
		if (stand.holds) return {
			is: wasAsked ? "written" : "there",
			commit: stand.commit
		};
		wasAsked = true;
		const done = await commitOn$1(api, place, branch, stand.commit, file);
		if (done.commit !== void 0) return {
			is: "written",
			commit: done.commit
		};
		if (done.isStale) {
			lost += 1;
			await pause(lost);
		} else failed += 1;
	}
	throw new ModelyardError({
		code: "moved-meanwhile",
		message: `the branch ${branch.name} moved again and again meanwhile`,
		next: `run the step again; it goes on with ${branch.file} that is not there yet`
	});
}
async function beginBranch(api, place, { name, begin }) {
	const tree = await madeBy(api, "POST /repos/{owner}/{repo}/git/trees", {
		...place,
		tree: [{
			path: "README.md",
			mode: "100644",
			type: "blob",
			content: begin.readme
		}]
	});
	if (tree === void 0) return;
	const commit = await madeBy(api, "POST /repos/{owner}/{repo}/git/commits", {
		...place,
		message: begin.message,
		tree,
		parents: []
	});
	if (commit === void 0) return;
	try {
		await api.request("POST /repos/{owner}/{repo}/git/refs", {
			...place,
			ref: `refs/heads/${name}`,
			sha: commit
		}, WANTED$3);
	} catch (error) {
		if (!(error instanceof ModelyardError) || error.code !== "remote-failed") throw error;
	}
}
async function madeBy(api, route, parameters) {
	const answer = await api.request(route, { ...parameters }, WANTED$3);
	return answer.is === "answer" ? shaOf(valueAt$1(answer.data, ["sha"])) : void 0;
}
async function commitOn$1(api, { owner, repo }, branch, expected, { path, content, message }) {
	const done = await api.mutate(COMMIT$1, { input: {
		branch: {
			repositoryNameWithOwner: `${owner}/${repo}`,
			branchName: branch.name
		},
		expectedHeadOid: expected,
		message: { headline: message },
		fileChanges: { additions: [{
			path,
			contents: Buffer.from(content).toString("base64")
		}] }
	} }, WANTED$3);
	if (done.is !== "refused") return {
		commit: shaOf(done.is === "answer" ? valueAt$1(done.data, [
			"createCommitOnBranch",
			"commit",
			"oid"
		]) : void 0),
		isStale: done.is === "stale"
	};
	throw new ModelyardError({
		code: "remote-failed",
		message: `GitHub refused ${branch.file} on ${branch.name} (${done.message})`,
		next: `see which rules hold for the branch ${branch.name}: the workflow has to be let through`
	});
}
var WANTED$3, MOST_LOST, MOST_FAILED, COMMIT$1;
var init_append_file = __esmMin(() => {
	init_errors$2();
	init_event();
	WANTED$3 = "contents: write";
	MOST_LOST = 16;
	MOST_FAILED = 8;
	COMMIT$1 = `mutation Append($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
});
// src/adapters/github/branch-standing.ts
async function standingAt(api, place, branch) {
	const answer = await api.request("GET /repos/{owner}/{repo}/commits/{ref}", {
		...place,
		ref: `heads/${branch}`
	}, "contents: write");
	if (answer.is !== "answer") return void 0;
	const at = (...keys) => valueAt$1(answer.data, keys);
	const commit = shaOf(at("sha"));
	if (commit === void 0) return void 0;
	return {
		commit,
		parents: listAt(at("parents")).flatMap((parent) => shaOf(valueAt$1(parent, ["sha"])) ?? []),
		tree: shaOf(at("commit", "tree", "sha")) ?? "",
		message: longTextOf(at("commit", "message")) ?? "",
		added: listAt(at("files")).flatMap((file) => valueAt$1(file, ["status"]) === "added" ? longTextOf(valueAt$1(file, ["filename"])) ?? [] : [])
	};
}
async function earlierCommit(api, place, branch) {
	const standing = await standingAt(api, place, branch);
	if (standing === void 0) return void 0;
	const { commit, parents, added } = standing;
	return {
		parent: parents.length === 1 ? parents[0] : void 0,
		added,
		async read(path) {
			const answer = await api.request("GET /repos/{owner}/{repo}/contents/{+path}", {
				...place,
				path: path.split("/").map(encodeURIComponent).join("/"),
				ref: commit
			}, "contents: write");
			const content = answer.is === "answer" ? longTextOf(valueAt$1(answer.data, ["content"])) : void 0;
			return content === void 0 ? void 0 : new Uint8Array(Buffer.from(content, "base64"));
		}
	};
}
function listAt(value) {
	return Array.isArray(value) ? value : [];
}
var init_branch_standing = __esmMin(() => {
	init_event();
});
// src/adapters/github/monitor-history.ts
function openGitHubMonitorHistory(context, options = {}) {
	const api = openApi(context, options);
	const place = {
		owner: context.owner,
		repo: context.repository
	};
	const pause = pauseBy(options);
	return {
		async append(branch, run) {
			const growing = {
				name: branch,
				begin: {
					message: "Begin the monitoring history",
					readme: README$1
				},
				file: "the run"
			};
			const look = async () => {
				const standing = await standingAt(api, place, branch);
				return standing && {
					commit: standing.commit,
					holds: await holds$1(api, place, standing.commit, run.path)
				};
			};
			return (await appendFile(api, place, growing, run, look, pause)).is;
		},
		async newest(branch, folder) {
			const asked = {
				...place,
				sha: branch,
				path: folder,
				per_page: NEWEST
			};
			const answer = await api.request("GET /repos/{owner}/{repo}/commits", asked, "contents: read");
			return (answer.is === "answer" && Array.isArray(answer.data) ? answer.data : []).flatMap((commit) => timeOf(valueAt$1(commit, [
				"commit",
				"committer",
				"date"
			])) ?? []);
		}
	};
}
async function holds$1(api, place, commit, path) {
	return (await api.request("GET /repos/{owner}/{repo}/contents/{+path}", {
		...place,
		path,
		ref: commit
	}, "contents: write")).is === "answer";
}
var NEWEST, README$1;
var init_monitor_history$1 = __esmMin(() => {
	init_api$1();
	init_append_file();
	init_branch_standing();
	init_event();
	init_pause();
	init_time();
	NEWEST = 10;
	README$1 = `# Monitoring history

What each run of monitoring found: \`monitoring/MODEL/YEAR/MONTH/TIME-RUN.ATTEMPT-DIGEST.json\`. One small file a run,
added by one commit and never changed. This branch shares no history with any other.
`;
});
// src/adapters/github/open-pulls.ts
function openGitHubOpenPulls(context, options = {}) {
	const api = openApi(context, options);
	const place = {
		owner: context.owner,
		repo: context.repository
	};
	const own = `${place.owner}/${place.repo}`.toLowerCase();
	return {
		async list(into) {
			return (await allPages(api, "GET /repos/{owner}/{repo}/pulls", {
				...place,
				base: into,
				state: "open"
			}, WANTED$2) ?? []).flatMap((data) => pullOf$1(data, own) ?? []);
		},
		async find(number) {
			const answer = await api.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
				...place,
				pull_number: number
			}, WANTED$2);
			return answer.is === "answer" ? pullOf$1(answer.data, own) : void 0;
		},
		async close(number) {
			await api.request("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", {
				...place,
				pull_number: number,
				state: "closed"
			}, WANTED$2);
		}
	};
}
function pullOf$1(data, own) {
	const [number, url] = [countOf(valueAt$1(data, ["number"])), textOf(valueAt$1(data, ["html_url"]))];
	const branch = textOf(valueAt$1(data, ["head", "ref"]));
	if (number === void 0 || url === void 0 || branch === void 0) return void 0;
	const state = typeof valueAt$1(data, ["merged_at"]) === "string" ? "merged" : valueAt$1(data, ["state"]) === "open" ? "open" : "closed";
	return {
		number,
		url,
		branch,
		isOurs: textOf(valueAt$1(data, [
			"head",
			"repo",
			"full_name"
		]))?.toLowerCase() === own && valueAt$1(data, ["user", "type"]) === "Bot",
		isDraft: valueAt$1(data, ["draft"]) === true,
		state
	};
}
var WANTED$2;
var init_open_pulls = __esmMin(() => {
	init_api$1();
	init_event();
	init_pages();
	WANTED$2 = "pull-requests: write";
});
// src/adapters/github/download.ts
async function download(fetch, location, mostBytes, timeoutMs) {
	try {
		const response = await fetch(location, {
			redirect: "error",
			signal: AbortSignal.timeout(timeoutMs)
		});
		if (!response.ok || response.body === null) throw new Error(`${response.status}`);
		const parts = [];
		let bytes = 0;
		for await (const part of response.body) {
			bytes += part.length;
			if (bytes > mostBytes) return void 0;
			parts.push(part);
		}
		return Buffer.concat(parts);
	} catch (error) {
		throw new ModelyardError({
			code: "remote-failed",
			message: `an artifact could not be read (${error instanceof Error ? error.name : "no answer"})`,
			next: "run the step again in a while"
		});
	}
}
var init_download = __esmMin(() => {
	init_errors$2();
});
// src/adapters/github/unzip.ts
function unzip(bytes, limits) {
	const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const entries = entriesOf(archive, limits);
	let left = limits.mostBytes;
	return entries.map((entry) => {
		if (entry.size > left) throw new UnzipError(`it holds more than ${limits.mostBytes} bytes`);
		const content = contentOf(archive, entry);
		left -= content.length;
		return {
			name: entry.name,
			content
		};
	});
}
function entriesOf(archive, { mostFiles, folders = false }) {
	const end = archive.length - END_BYTES;
	if (end < 0 || archive.readUInt32LE(end) !== END) throw new UnzipError("it is no zip archive");
	const count = archive.readUInt16LE(end + 10);
	if (count > mostFiles) throw new UnzipError(`it holds ${count} files, more than ${mostFiles}`);
	const entries = [];
	let at = archive.readUInt32LE(end + 16);
	for (let index = 0; index < count; index += 1) {
		if (at + CENTRAL_BYTES > end || archive.readUInt32LE(at) !== CENTRAL) throw new UnzipError("its directory is broken");
		const nameEnd = at + CENTRAL_BYTES + archive.readUInt16LE(at + 28);
		entries.push(checked(entryAt(archive, at, nameEnd), folders ? PATH : NAME));
		at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
	}
	if (new Set(entries.map(({ name }) => name)).size !== count) throw new UnzipError("it holds two files of one name");
	return entries;
}
function entryAt(archive, at, nameEnd) {
	return {
		name: archive.toString("latin1", at + CENTRAL_BYTES, nameEnd),
		flags: archive.readUInt16LE(at + 8),
		method: archive.readUInt16LE(at + 10),
		crc: archive.readUInt32LE(at + 16),
		packed: archive.readUInt32LE(at + 20),
		size: archive.readUInt32LE(at + 24),
		offset: archive.readUInt32LE(at + 42)
	};
}
function checked(entry, names) {
	if (!names.test(entry.name)) throw new UnzipError("it holds a file whose name is none of ours");
	if ((entry.flags & 1) !== 0 || ![0, 8].includes(entry.method)) throw new UnzipError("it is encrypted, or packed in a way that is not known");
	return entry;
}
function contentOf(archive, { method, crc, packed, size, offset }) {
	if (offset + LOCAL_BYTES > archive.length || archive.readUInt32LE(offset) !== LOCAL) throw new UnzipError("its directory is broken");
	const begin = offset + LOCAL_BYTES + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
	if (begin + packed > archive.length) throw new UnzipError("its directory is broken");
	const body = archive.subarray(begin, begin + packed);
	const content = method === 0 ? body : inflated(body, size);
	if (content.length !== size || crc32(content) !== crc) throw new UnzipError("a file in it is broken");
	return content;
}
function inflated(body, size) {
	try {
		return inflateRawSync(body, { maxOutputLength: Math.max(1, size) });
	} catch {
		throw new UnzipError("a file in it is broken, or larger than it says");
	}
}
var UnzipError, END, CENTRAL, LOCAL, END_BYTES, CENTRAL_BYTES, LOCAL_BYTES, NAME, PATH;
var init_unzip = __esmMin(() => {
	UnzipError = class extends Error {};
	END = 101010256;
	CENTRAL = 33639248;
	LOCAL = 67324752;
	END_BYTES = 22;
	CENTRAL_BYTES = 46;
	LOCAL_BYTES = 30;
	NAME = /^[A-Za-z0-9_][\w.-]{0,199}$/;
	PATH = /^(?=.)(?:[A-Za-z0-9_][\w.-]{0,199}\/){0,4}(?:[A-Za-z0-9_][\w.-]{0,199})?$/;
});
// src/adapters/github/taken-archive.ts
async function takenArchive(api, fetch, place, artifact, limits) {
	const { mostBytes } = limits;
	const [id, size] = [countOf(valueAt$1(artifact, ["id"])), countOf(valueAt$1(artifact, ["size_in_bytes"]))];
	if (id === void 0 || size === void 0 || size > mostBytes) return { refused: `it has more than ${mostBytes} bytes` };
	const answer = await api.request("GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}", {
		...place,
		artifact_id: id,
		archive_format: "zip",
		request: { redirect: "manual" }
	}, "actions");
	if (answer.is !== "answer" || answer.location === void 0) return { refused: "it is not there any more" };
	const archive = await download(fetch, answer.location, mostBytes, DOWNLOAD_MS);
	if (archive === void 0) return { refused: `it has more than ${mostBytes} bytes` };
	try {
		return { files: unzip(archive, limits) };
	} catch (error) {
		if (!(error instanceof UnzipError)) throw error;
		return { refused: error.message };
	}
}
var DOWNLOAD_MS;
var init_taken_archive = __esmMin(() => {
	init_download();
	init_event();
	init_unzip();
	DOWNLOAD_MS = 3e4;
});
// src/adapters/github/provenance.ts
function openGitHubProvenance(context, options = {}) {
	const api = openApi(context, options);
	const place = {
		owner: context.owner,
		repo: context.repository
	};
	const { fetch } = globalThis;
	let branch;
	const listings = new Map();
	const listed = (run) => {
		const known = listings.get(run);
		if (known !== void 0) return known;
		const asked = pages(api, `${RUN$1}/artifacts`, {
			...place,
			run_id: run
		}, "actions", MOST_LISTED, "artifacts");
		listings.set(run, asked);
		return asked;
	};
	return {
		defaultBranch() {
			branch ??= defaultBranchOf(api, place);
			return branch;
		},
		async recorded(run) {
			const answer = await api.request(RUN$1, {
				...place,
				run_id: run
			}, "actions");
			return answer.is === "answer" ? recordOf$1(answer.data, run) : void 0;
		},
		ended: (workflow, since) => endedRuns(api, place, workflow, since),
		async evidenceOf(run, model) {
			const named = (await listed(run)).flatMap((artifact) => {
				const name = nameOf$1(artifact);
				return name === void 0 ? [] : [{
					name,
					artifact
				}];
			});
			const own = named.filter(({ name }) => isOf(model, name));
			const others = named.filter(({ name }) => !isOf(model, name)).map(({ name }) => name);
			const digests = new Set();
			const refused = own.slice(MOST_ARTIFACTS).map(({ name }) => ({
				artifact: name,
				why: `the run left more than ${MOST_ARTIFACTS}`
			}));
			for (const { name, artifact } of own.slice(0, MOST_ARTIFACTS)) {
				const found = valueAt$1(artifact, ["expired"]) ? { refused: "it has expired" } : await takenArchive(api, fetch, place, artifact, LIMITS$1);
				for (const { content } of found.files ?? []) digests.add(createHash("sha256").update(content).digest("hex"));
				if (found.refused !== void 0) refused.push({
					artifact: name,
					why: found.refused
				});
			}
			return {
				digests,
				others,
				refused
			};
		},
		startPage: async (workflow) => `${context.serverUrl}/${context.owner}/${context.repository}/actions/workflows/${encodeURIComponent(workflow.split("/").at(-1) ?? "")}`
	};
}
async function endedRuns(api, place, workflow, since) {
	const asked = {
		...place,
		workflow_id: workflow.split("/").at(-1),
		status: "completed"
	};
	const route = "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs";
	const timeOf = (run, key) => Date.parse(textOf(valueAt$1(run, [key])) ?? "");
	const ended = [];
	for await (const runs of eachPage(api, route, asked, "actions", "workflow_runs", MOST_PAGES_OF_RUNS)) {
		const late = (runs ?? []).filter((run) => timeOf(run, "updated_at") >= since);
		ended.push(...late.flatMap((run) => countOf(valueAt$1(run, ["id"])) ?? []));
		if (timeOf(runs?.at(-1), "created_at") < since - LONGEST_RUN_MS) break;
	}
	return [...new Set(ended)];
}
function nameOf$1(artifact) {
	const name = textOf(valueAt$1(artifact, ["name"])) ?? "";
	return name.startsWith(PREFIX) && /^[\w.-]{1,200}$/.test(name) ? name : void 0;
}
function isOf(model, artifact) {
	return artifact === `${PREFIX}${model}` || artifact.startsWith(`${PREFIX}${model}.`);
}
async function defaultBranchOf(api, place) {
	const answer = await api.request("GET /repos/{owner}/{repo}", place, "contents");
	const branch = answer.is === "answer" ? textOf(valueAt$1(answer.data, ["default_branch"])) : void 0;
	if (branch !== void 0) return branch;
	throw new ModelyardError({
		code: "no-github",
		message: `GitHub does not show ${place.owner}/${place.repo} to this token`,
		next: "give one that may read it; that of a workflow may"
	});
}
function repositoryOf(data) {
	const [owner, repositoryId] = [textOf(valueAt$1(data, ["owner", "login"])), countOf(valueAt$1(data, ["id"]))];
	return owner === void 0 || repositoryId === void 0 ? void 0 : {
		owner,
		repositoryId
	};
}
function recordOf$1(data, id) {
	const at = (...keys) => valueAt$1(data, keys);
	const [event, path, headSha] = [
		textOf(at("event")),
		textOf(at("path")),
		shaOf(at("head_sha"))
	];
	if (event === void 0 || path === void 0 || headSha === void 0) return void 0;
	const own = countOf(at("repository", "id"));
	return {
		id,
		event,
		workflow: path.replace(/@.*$/, ""),
		headBranch: textOf(at("head_branch")),
		headSha,
		attempt: countOf(at("run_attempt")) ?? 1,
		title: textOf(at("display_title")) ?? "",
		actor: accountOf(at("triggering_actor")) ?? accountOf(at("actor")),
		isOver: at("status") === "completed",
		head: repositoryOf(at("head_repository")),
		isOwnHead: own !== void 0 && own === countOf(at("head_repository", "id"))
	};
}
var RUN$1, PREFIX, LONGEST_RUN_MS, MOST_PAGES_OF_RUNS, MOST_LISTED, MOST_ARTIFACTS, LIMITS$1;
var init_provenance = __esmMin(() => {
	init_errors$2();
	init_account();
	init_api$1();
	init_event();
	init_pages();
	init_taken_archive();
	RUN$1 = "GET /repos/{owner}/{repo}/actions/runs/{run_id}";
	PREFIX = "modelyard-evidence-";
	LONGEST_RUN_MS = 3456e5;
	MOST_PAGES_OF_RUNS = 10;
	MOST_LISTED = 1e3;
	MOST_ARTIFACTS = 20;
	LIMITS$1 = {
		mostBytes: 33554432,
		mostFiles: 300,
		folders: true
	};
});
// src/adapters/github/branch-commit.ts
async function placeCommit(api, place, proposal, branch = proposal.branch) {
	const scratch = `${proposal.branch}.next`;
	let known;
	let wasMade = false;
	let refused = "";
	for (let round = 1; round <= MOST_ROUNDS$3; round += 1) {
		const standing = known ?? await standingAt(api, place, branch);
		known = void 0;
		if (standing !== void 0 && isIt(standing, proposal)) return {
			commit: standing.commit,
			is: wasMade ? "made" : "same"
		};
		let done;
		if (standing?.commit === proposal.base) {
			done = await commitOn(api, place, proposal, branch);
			const oid = done.is === "answer" ? madeOid(done.data) : void 0;
			if (oid !== void 0) return {
				commit: oid,
				is: "made"
			};
			wasMade = true;
		} else {
			const aim = await aimOf(api, place, proposal, standing, branch === scratch);
			if (aim === "newer") return {
				commit: standing?.commit ?? "",
				is: "newer"
			};
			const before = standing?.commit ?? NOWHERE;
			if (aim === "base") {
				done = await move(api, place, [{
					branch,
					before,
					after: proposal.base
				}]);
				if (done.is === "answer") known = {
					...NOTHING,
					commit: proposal.base
				};
			} else {
				const { commit } = await placeCommit(api, place, proposal, scratch);
				done = await move(api, place, [{
					branch,
					before,
					after: commit
				}, {
					branch: scratch,
					before: commit,
					after: NOWHERE
				}]);
				if (done.is === "answer") return {
					commit,
					is: "made"
				};
				wasMade = true;
			}
		}
		if (done.is !== "refused") continue;
		if (refused !== "") throw refusedBy(done.message, branch);
		refused = done.message;
	}
	throw new ModelyardError({
		code: "moved-meanwhile",
		message: `the branch ${branch} moved again and again meanwhile`,
		next: "run the step again; `concurrency` in the workflow keeps two runs from meeting"
	});
}
function isIt({ parents, tree, message }, proposal) {
	return parents.length === 1 && parents[0] === proposal.base && tree === proposal.tree && message.includes(proposal.mark);
}
async function aimOf(api, place, { base, branch, mark }, standing, isScratch) {
	if (standing === void 0 || isScratch) return "base";
	const [parent, other] = standing.parents;
	const isOurs = parent !== void 0 && other === void 0 && standing.message.includes(mark);
	if (isOurs && parent === base) return "commit";
	const from = isOurs ? parent : standing.commit;
	const answer = await api.request("GET /repos/{owner}/{repo}/compare/{basehead}", {
		...place,
		basehead: `${from}...${base}`,
		per_page: 1
	}, "contents: write");
	const status = answer.is === "answer" ? valueAt$1(answer.data, ["status"]) : void 0;
	if (status === "ahead") return isOurs ? "commit" : "base";
	if (status === "behind" && isOurs) return "newer";
	throw new ModelyardError({
		code: "bad-input",
		message: `the branch ${branch} on GitHub holds more than the one commit that is made for it`,
		next: "keep what is yours under another name, then delete it"
	});
}
function commitOn(api, { owner, repo }, { base, files, message }, branch) {
	if (files.reduce((sum, { content }) => sum + (content?.length ?? 0), 0) > MOST_BYTES) throw new ModelyardError({
		code: "too-large",
		message: "GitHub takes no commit with more than 28 MiB of files this way",
		next: "leave the artifact where it lies and name the place: `uri`"
	});
	const end = message.indexOf("\n\n");
	return api.mutate(COMMIT, { input: {
		branch: {
			repositoryNameWithOwner: `${owner}/${repo}`,
			branchName: branch
		},
		expectedHeadOid: base,
		message: {
			headline: end < 0 ? message.trim() : message.slice(0, end),
			...end < 0 ? {} : { body: message.slice(end + 2) }
		},
		fileChanges: {
			additions: files.flatMap(({ path, content }) => content === null ? [] : [{
				path,
				contents: Buffer.from(content).toString("base64")
			}]),
			deletions: files.flatMap(({ path, content }) => content === null ? [{ path }] : [])
		}
	} }, "contents: write");
}
function madeOid(data) {
	return textOf(valueAt$1(data, [
		"createCommitOnBranch",
		"commit",
		"oid"
	]));
}
async function move(api, place, moves) {
	const answer = await api.request("GET /repos/{owner}/{repo}", place, "contents: write");
	const repositoryId = answer.is === "answer" ? valueAt$1(answer.data, ["node_id"]) : void 0;
	const refUpdates = moves.map(({ branch, before, after }) => ({
		name: `refs/heads/${branch}`,
		beforeOid: before,
		afterOid: after,
		force: before !== NOWHERE && after !== NOWHERE
	}));
	return api.mutate(MOVE, { input: {
		repositoryId,
		refUpdates
	} }, "contents: write");
}
function refusedBy(message, branch) {
	return new ModelyardError({
		code: "remote-failed",
		message: `GitHub refused the commit on ${branch} (${message})`,
		next: "see whether the commit that is checked out is on GitHub, and which rules hold for branches of this name"
	});
}
var NOWHERE, MOST_ROUNDS$3, MOST_BYTES, COMMIT, MOVE, NOTHING;
var init_branch_commit = __esmMin(() => {
	init_errors$2();
	init_branch_standing();
	init_event();
	NOWHERE = "0".repeat(40);
	MOST_ROUNDS$3 = 6;
	MOST_BYTES = 29360128;
	COMMIT = `mutation Commit($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
	MOVE = "mutation Move($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }";
	NOTHING = {
		parents: [],
		tree: "",
		message: "",
		added: []
	};
});
// src/adapters/github/pull-requests.ts
function openGitHubPullRequests(context, options = {}) {
	const api = openApi(context, options);
	const place = {
		owner: context.owner,
		repo: context.repository
	};
	return {
		earlier: (branch) => earlierCommit(api, place, branch),
		async propose({ run, ...given }) {
			const proposal = run === void 0 ? given : {
				...given,
				body: `${markOf(run)}\n${given.body}`
			};
			const found = await findPull(api, place, proposal);
			const placed = await placeCommit(api, place, proposal);
			const pullRequest = placed.is === "newer" ? found?.pull : await settlePull(api, place, proposal, found);
			return {
				...placed,
				pullRequest
			};
		},
		async lastRun(branch) {
			const asked = {
				...place,
				head: `${place.owner}:${branch}`,
				state: "all",
				per_page: 100
			};
			const answer = await api.request("GET /repos/{owner}/{repo}/pulls", asked, WANTED$1);
			return (answer.is === "answer" && Array.isArray(answer.data) ? answer.data : []).filter(isByBot).flatMap(runOf).reduce((last, run) => last && last.id > run.id ? last : run, void 0);
		},
		async startsByClick() {
			return textOf(valueAt$1(await api.graphql("query { viewer { login } }", {}, WANTED$1), ["viewer", "login"])) === JOB_ACCOUNT;
		}
	};
}
function runOf(pull) {
	const id = /^<!-- modelyard run ([1-9]\d{0,14}) -->/.exec(longTextOf(valueAt$1(pull, ["body"])) ?? "")?.[1];
	const number = valueAt$1(pull, ["number"]);
	return id === void 0 || typeof number !== "number" ? [] : [{
		id: Number(id),
		pull: number
	}];
}
function isByBot(pull) {
	return valueAt$1(pull, ["user", "type"]) === "Bot";
}
async function findPull(api, place, { branch, into }) {
	const answer = await api.request("GET /repos/{owner}/{repo}/pulls", {
		...place,
		head: `${place.owner}:${branch}`,
		base: into,
		state: "open"
	}, WANTED$1);
	const [first] = answer.is === "answer" && Array.isArray(answer.data) ? answer.data : [];
	const pull = pullOf(first, "unchanged");
	if (pull === void 0) return void 0;
	const [title, body] = ["title", "body"].map((key) => longTextOf(valueAt$1(first, [key])) ?? "");
	return {
		pull,
		id: textOf(valueAt$1(first, ["node_id"])) ?? "",
		isDraft: valueAt$1(first, ["draft"]) === true,
		title: title ?? "",
		body: body ?? ""
	};
}
async function settlePull(api, place, proposal, seen) {
	let refusal;
	let wasAsked = false;
	for (let round = 1; round <= MOST_ROUNDS$2; round += 1) {
		const found = round === 1 ? seen : await findPull(api, place, proposal);
		if (found !== void 0) return updatePull(api, place, proposal, found, wasAsked);
		if (refusal !== void 0) throw refusal;
		wasAsked = true;
		try {
			const pull = await openPull(api, place, proposal);
			if (pull !== void 0) return pull;
		} catch (error) {
			if (!(error instanceof ModelyardError) || error.code !== "remote-failed") throw error;
			refusal = error;
		}
	}
	throw new ModelyardError({
		code: "remote-failed",
		message: `whether GitHub opened the pull request of ${proposal.branch} is not known`,
		next: "run the step again in a while; it finds the branch, and the pull request where there is one"
	});
}
async function openPull(api, place, { branch, into, title, body, draft }) {
	const answer = await api.request("POST /repos/{owner}/{repo}/pulls", {
		...place,
		head: branch,
		base: into,
		title,
		body,
		...draft && { draft }
	}, WANTED$1);
	return answer.is === "answer" ? pullOf(answer.data, "opened") : void 0;
}
async function updatePull(api, place, { title, body, draft }, { pull, id, isDraft, ...words }, wasAsked) {
	const isSame = words.title === title && words.body.replaceAll("\r\n", "\n").trim() === body.trim();
	if (!isSame) await api.request("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", {
		...place,
		pull_number: pull.number,
		title,
		body
	}, WANTED$1);
	const isTurned = draft !== void 0 && draft !== isDraft;
	if (isTurned) await api.graphql(draft ? TO_DRAFT : TO_READY, { id }, MAY_TURN);
	if (isSame && !isTurned) return wasAsked ? {
		...pull,
		change: "opened"
	} : pull;
	return {
		...pull,
		change: "updated"
	};
}
function pullOf(data, change) {
	const [number, url] = [countOf(valueAt$1(data, ["number"])), textOf(valueAt$1(data, ["html_url"]))];
	return number === void 0 || url === void 0 ? void 0 : {
		number,
		url,
		change
	};
}
var markOf, WANTED$1, MOST_ROUNDS$2, MAY_TURN, TO_DRAFT, TO_READY;
var init_pull_requests = __esmMin(() => {
	init_errors$2();
	init_account();
	init_api$1();
	init_branch_commit();
	init_branch_standing();
	init_event();
	markOf = (run) => `<!-- modelyard run ${run} -->`;
	WANTED$1 = "pull-requests: write";
	MOST_ROUNDS$2 = 3;
	MAY_TURN = "pull-requests: write and contents: write";
	TO_DRAFT = `mutation ToDraft($id: ID!) {
  convertPullRequestToDraft(input: { pullRequestId: $id }) { pullRequest { isDraft } }
}`;
	TO_READY = `mutation ToReady($id: ID!) {
  markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { isDraft } }
}`;
});
// src/adapters/github/release-files.ts
function openGitHubReleases(context, options = {}) {
	const api = openApi(context, options);
	const place = {
		owner: context.owner,
		repo: context.repository
	};
	const { fetch } = globalThis;
	const find = async (tag) => releaseIn(await api.request(`GET ${RELEASES}/tags/{tag}`, {
		...place,
		tag
	}, "contents"));
	return {
		async open({ tag, name }, wanted) {
			const asset = (await find(tag))?.assets.find((one) => one.name === name && one.isWhole);
			if (asset === void 0) throw absent(context, tag, name);
			refuseOther(asset, wanted, tag);
			const answer = await api.request(`GET ${RELEASES}/assets/{asset_id}`, {
				...place,
				asset_id: asset.id,
				headers: { accept: "application/octet-stream" },
				request: { redirect: "manual" }
			}, "contents");
			if (answer.is !== "answer") throw absent(context, tag, name);
			if (answer.location !== void 0) return bytesAt(fetch, answer.location);
			return once(new Uint8Array(answer.data));
		},
		async store(path, known, { tag, name }) {
			const release = await find(tag) ?? await draftOf(api, place, tag) ?? await begun(api, place, tag);
			const stored = await withAsset(api, context, release, {
				path,
				known,
				tag,
				name
			});
			if (release.isDraft) {
				const published = {
					...place,
					release_id: release.id,
					draft: false,
					make_latest: "false"
				};
				await api.request(`PATCH ${RELEASES}/{release_id}`, published, "contents");
			}
			return stored;
		}
	};
}
async function* once(bytes) {
	yield bytes;
}
async function draftOf(api, place, tag) {
	for await (const page of eachPage(api, `GET ${RELEASES}`, place, "contents", void 0, MOST_PAGES)) {
		const found = page?.find((one) => valueAt$1(one, ["draft"]) === true && textOf(valueAt$1(one, ["tag_name"])) === tag);
		if (found !== void 0) return releaseOf(found);
	}
}
async function begun(api, place, tag) {
	const wanted = {
		...place,
		tag_name: tag,
		name: tag,
		draft: true,
		make_latest: "false"
	};
	const release = releaseIn(await api.request(`POST ${RELEASES}`, wanted, "contents")) ?? await draftOf(api, place, tag);
	if (release !== void 0) return release;
	throw notTaken(`the release ${tag} could not be made`);
}
async function withAsset(api, context, release, upload) {
	const place = {
		owner: context.owner,
		repo: context.repository
	};
	const { known, tag, name } = upload;
	let { assets } = release;
	for (let attempt = 1;; attempt += 1) {
		const present = assets.find((asset) => asset.name === name);
		if (present?.isWhole) {
			refuseOther(present, known, tag);
			return attempt === 1 ? "there" : "stored";
		}
		if (attempt > MOST_TRIES$1) throw notTaken(`${name} could not be uploaded to the release ${tag}`);
		if (present !== void 0) await api.request(`DELETE ${RELEASES}/assets/{asset_id}`, {
			...place,
			asset_id: present.id
		}, "contents");
		await uploaded(api, context, release, upload);
		const again = {
			...place,
			release_id: release.id
		};
		assets = releaseIn(await api.request(`GET ${RELEASES}/{release_id}`, again, "contents"))?.assets ?? [];
	}
}
async function uploaded(api, context, { uploadUrl }, { path, name }) {
	const address = new URL(uploadUrl.replace(/\{.*$/, ""));
	if (!isGitHubs(address, context)) throw notTaken("GitHub names another host to upload to");
	address.searchParams.set("name", name);
	const parameters = {
		data: await openAsBlob(path),
		headers: { "content-type": "application/octet-stream" },
		request: {
			timeoutMs: UPLOAD_MS,
			redirect: "error"
		}
	};
	try {
		await api.request(`POST ${address.href}`, parameters, "contents");
	} catch (error) {
		if (!(error instanceof ModelyardError) || error.code !== "remote-failed") throw error;
	}
}
function isGitHubs({ protocol, host }, { apiUrl }) {
	const api = new URL(apiUrl);
	return protocol === api.protocol && (host === api.host || host === api.host.replace(/^api\./, "uploads."));
}
function refuseOther({ name, bytes, sha256 }, wanted, tag) {
	if ((sha256 ?? wanted.sha256) === wanted.sha256 && (bytes ?? wanted.bytes) === wanted.bytes) return;
	const found = sha256 === void 0 ? `has ${bytes} bytes` : `hashes to ${sha256.slice(0, 12)}…`;
	throw new ModelyardError({
		code: "digest-mismatch",
		message: `${name} of the release ${tag} ${found}, and what is wanted hashes to ${wanted.sha256.slice(0, 12)}… (${wanted.bytes} bytes)`,
		next: "a name holds the same bytes for ever: name another release or another file"
	});
}
function releaseIn(answer) {
	return answer.is === "answer" ? releaseOf(answer.data) : void 0;
}
function releaseOf(data) {
	const [id, uploadUrl] = [countOf(valueAt$1(data, ["id"])), textOf(valueAt$1(data, ["upload_url"]))];
	if (id === void 0 || uploadUrl === void 0) return void 0;
	const assets = valueAt$1(data, ["assets"]);
	return {
		id,
		uploadUrl,
		isDraft: valueAt$1(data, ["draft"]) === true,
		assets: (Array.isArray(assets) ? assets : []).flatMap(assetOf)
	};
}
function assetOf(data) {
	const [id, name] = [countOf(valueAt$1(data, ["id"])), textOf(valueAt$1(data, ["name"]))];
	if (id === void 0 || name === void 0) return [];
	return [{
		id,
		name,
		isWhole: valueAt$1(data, ["state"]) === "uploaded",
		bytes: countOf(valueAt$1(data, ["size"])),
		sha256: /^sha256:([0-9a-f]{64})$/.exec(textOf(valueAt$1(data, ["digest"])) ?? "")?.[1]
	}];
}
function absent({ owner, repository }, tag, name) {
	return new ModelyardError({
		code: "bad-artifact",
		message: `no release ${tag} of ${owner}/${repository} holds ${name}, as far as this token sees`,
		next: `upload it: gh release upload ${tag} ${name}; a draft has to be published`
	});
}
function notTaken(message) {
	return new ModelyardError({
		code: "remote-failed",
		message,
		next: "run the step again: what is there already is left; a published immutable release takes no more files"
	});
}
var RELEASES, UPLOAD_MS, MOST_TRIES$1, MOST_PAGES;
var init_release_files = __esmMin(() => {
	init_errors$2();
	init_api$1();
	init_byte_stream();
	init_event();
	init_pages();
	RELEASES = "/repos/{owner}/{repo}/releases";
	UPLOAD_MS = 21e5;
	MOST_TRIES$1 = 3;
	MOST_PAGES = 10;
});
// src/adapters/github/runs.ts
function openGitHubRuns(context, options = {}) {
	const api = openApi(context, options);
	const place = {
		owner: context.owner,
		repo: context.repository
	};
	const { fetch } = globalThis;
	return {
		finished: (run) => finishedRun(api, context, run),
		async jobs({ id, attempt }) {
			return (await pages(api, `GET ${RUN}/attempts/{attempt_number}/jobs`, {
				...place,
				run_id: id,
				attempt_number: attempt
			}, "actions", MOST_JOBS, "jobs")).map(jobOf);
		},
		startedSince: (workflow, since) => startedSince(api, place, workflow, since),
		pullRequest: () => pullRequestOfRun(api, context),
		async changedPaths({ number }) {
			const files = await pages(api, "GET /repos/{owner}/{repo}/pulls/{pull_number}/files", {
				...place,
				pull_number: number
			}, "pull-requests", MOST_PATHS);
			if (files.length >= MOST_PATHS) return void 0;
			return files.flatMap((file) => ["filename", "previous_filename"].flatMap((key) => textOf(valueAt$1(file, [key])) ?? []));
		},
		async readFile(branch, path) {
			const answer = await api.request("GET /repos/{owner}/{repo}/contents/{path}", {
				...place,
				path,
				ref: `refs/heads/${branch}`
			}, "contents");
			const content = answer.is === "answer" ? valueAt$1(answer.data, ["content"]) : void 0;
			return typeof content === "string" ? Buffer.from(content, "base64") : void 0;
		},
		async leftFiles({ id }, limits) {
			const listed = await pages(api, `GET ${RUN}/artifacts`, {
				...place,
				run_id: id
			}, "actions", 100, "artifacts");
			const left = [];
			for (const artifact of listed) {
				const name = textOf(valueAt$1(artifact, ["name"])) ?? "";
				if (!name.startsWith(limits.prefix) || !/^[\w.-]{1,200}$/.test(name)) continue;
				if (left.length === limits.mostArtifacts) return [...left, {
					artifact: name,
					refused: `the run left more than ${limits.mostArtifacts}`
				}];
				left.push({
					artifact: name,
					...await takenArchive(api, fetch, place, artifact, limits)
				});
			}
			return left;
		}
	};
}
async function finishedRun(api, { owner, repository, event: { workflowRun } }, run) {
	if (workflowRun === void 0 || workflowRun.id !== run) return void 0;
	const answer = await api.request(`GET ${RUN}`, {
		owner,
		repo: repository,
		run_id: run
	}, "actions");
	const data = answer.is === "answer" ? answer.data : void 0;
	const [event, headSha] = [textOf(valueAt$1(data, ["event"])), shaOf(valueAt$1(data, ["head_sha"]))];
	if (event === void 0 || headSha !== workflowRun.headSha) return void 0;
	const called = valueAt$1(data, ["referenced_workflows"]);
	const own = `${owner}/${repository}/`.toLowerCase();
	const calls = (Array.isArray(called) ? called : []).flatMap((one) => {
		const path = textOf(valueAt$1(one, ["path"])) ?? "";
		return path.toLowerCase().startsWith(own) ? [path.slice(own.length).replace(/@.*$/, "")] : [];
	});
	return {
		id: run,
		attempt: workflowRun.attempt,
		event,
		workflows: [workflowRun.path, ...calls],
		headSha
	};
}
async function startedSince(api, place, workflow, since) {
	const asked = {
		...place,
		workflow_id: workflow.slice(workflow.lastIndexOf("/") + 1)
	};
	const route = "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs";
	const found = [];
	for await (const page of eachPage(api, route, asked, "actions", "workflow_runs", MOST_RUN_PAGES)) {
		if (page === void 0) return void 0;
		const runs = page.flatMap(listedRun);
		found.push(...runs.filter(({ at }) => at >= since));
		if (runs.some(({ at }) => at < since)) break;
	}
	return found;
}
function listedRun(run) {
	const [id, attempt] = [countOf(valueAt$1(run, ["id"])), countOf(valueAt$1(run, ["run_attempt"]))];
	const [event, at] = [textOf(valueAt$1(run, ["event"])), Date.parse(textOf(valueAt$1(run, ["created_at"])) ?? "")];
	if (id === void 0 || attempt === void 0 || event === void 0 || Number.isNaN(at)) return [];
	return [{
		id,
		attempt,
		event,
		at,
		isFinished: valueAt$1(run, ["status"]) === "completed"
	}];
}
function jobOf(job) {
	return {
		name: textOf(valueAt$1(job, ["name"])) ?? "",
		conclusion: textOf(valueAt$1(job, ["conclusion"]))
	};
}
var MOST_PATHS, MOST_RUN_PAGES, MOST_JOBS, RUN;
var init_runs = __esmMin(() => {
	init_api$1();
	init_event();
	init_pages();
	init_pull_of_run();
	init_taken_archive();
	MOST_PATHS = 3e3;
	MOST_RUN_PAGES = 10;
	MOST_JOBS = 2e3;
	RUN = "/repos/{owner}/{repo}/actions/runs/{run_id}";
});
// src/adapters/github/seals.ts
function openGitHubSeals(context, options = {}) {
	const api = openApi(context, options);
	const place = {
		owner: context.owner,
		repo: context.repository
	};
	const read = options.read ?? ((branch) => readAudit(api, place, branch));
	const pause = pauseBy(options);
	let known;
	return {
		async sealed(branch) {
			known = await read(branch);
			return known?.paths ?? new Set();
		},
		async add(branch, seal) {
			let audit;
			const { is, commit } = await appendFile(api, place, {
				name: branch,
				begin: {
					message: "Begin the seals",
					readme: README
				},
				file: "the seal"
			}, seal, async () => {
				audit = known ?? await readAudit(api, place, branch);
				known = void 0;
				return audit && {
					commit: audit.commit,
					holds: audit.paths.has(seal.path)
				};
			}, pause);
			known = {
				commit,
				paths: new Set([...audit?.paths ?? [], seal.path])
			};
			return is === "there" ? "present" : is;
		}
	};
}
async function readAudit(api, place, branch) {
	const standing = await standingAt(api, place, branch);
	if (standing === void 0) return void 0;
	return {
		commit: standing.commit,
		paths: new Set(await filesOf(api, place, standing.tree, ""))
	};
}
async function filesOf(api, place, tree, prefix) {
	const whole = await treeOf(api, place, tree, true);
	const isWhole = valueAt$1(whole, ["truncated"]) !== true;
	const entries = valueAt$1(isWhole ? whole : await treeOf(api, place, tree, false), ["tree"]);
	const paths = [];
	for (const entry of Array.isArray(entries) ? entries : []) {
		const [path, sha] = [textOf(valueAt$1(entry, ["path"])), shaOf(valueAt$1(entry, ["sha"]))];
		if (path === void 0 || sha === void 0) continue;
		if (!(valueAt$1(entry, ["type"]) === "tree")) paths.push(`${prefix}${path}`);
		else if (!isWhole) paths.push(...await filesOf(api, place, sha, `${prefix}${path}/`));
	}
	return paths;
}
async function treeOf(api, place, tree, recursive) {
	const answer = await api.request("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", {
		...place,
		tree_sha: tree,
		...recursive ? { recursive: "1" } : {}
	}, WANTED);
	return answer.is === "answer" ? answer.data : void 0;
}
var WANTED, README;
var init_seals = __esmMin(() => {
	init_api$1();
	init_append_file();
	init_branch_standing();
	init_event();
	init_pause();
	WANTED = "contents: write";
	README = `# Seals

Who approved and merged each promotion: \`MODEL/N.json\` for its record \`promotions/N.json\`. Written at the merge, one
commit each, and never changed. This branch shares no history with any other.
`;
});
// src/adapters/github/sure.ts
async function sure(call, what) {
	const first = await call();
	const answer = first.is === "unsure" ? await call() : first;
	if (answer.is !== "unsure") return answer;
	throw new ModelyardError({
		code: "remote-failed",
		message: `whether GitHub took ${what} is not known`,
		next: "run the step again in a while"
	});
}
var init_sure = __esmMin(() => {
	init_errors$2();
});
// src/adapters/github/statuses.ts
function openGitHubStatuses(context, options = {}) {
	const api = openApi(context, options);
	const place = {
		owner: context.owner,
		repo: context.repository
	};
	const url = runUrlOf(context, context.event.workflowRun?.id ?? context.run);
	return {
		async set(status) {
			const sha = commitOfRun(context);
			return sha !== void 0 && await setStatus(api, place, sha, status, url) ? sha : void 0;
		},
		async settle(commit, status) {
			if (await isMarked(api, place, commit, status)) return "unchanged";
			if (await setStatus(api, place, commit, status, url)) return "set";
			throw new ModelyardError({
				code: "remote-failed",
				message: `GitHub does not have the commit ${commit}, which was to be marked`,
				next: "run the step again: the branch was moved meanwhile"
			});
		}
	};
}
async function isMarked(api, place, ref, { context, state, description }) {
	const answer = await api.request("GET /repos/{owner}/{repo}/commits/{ref}/statuses", {
		...place,
		ref,
		per_page: 100
	}, "statuses: write");
	const newest = (answer.is === "answer" && Array.isArray(answer.data) ? answer.data : []).find((status) => valueAt$1(status, ["context"]) === context);
	return valueAt$1(newest, ["state"]) === state && valueAt$1(newest, ["description"]) === description;
}
async function setStatus(api, place, sha, status, url) {
	const set = () => api.request("POST /repos/{owner}/{repo}/statuses/{sha}", {
		...place,
		sha,
		...status,
		...url === void 0 ? {} : { target_url: url }
	}, "statuses: write");
	return (await sure(set, `the status of ${sha}`)).is === "answer";
}
var init_statuses = __esmMin(() => {
	init_errors$2();
	init_api$1();
	init_context();
	init_event();
	init_sure();
});
// src/adapters/github/index.ts
var github_exports = __exportAll({
	apiCallOf: () => apiCallOf,
	isTokenAddress: () => isTokenAddress,
	openGitHubBranchRules: () => openGitHubBranchRules,
	openGitHubComments: () => openGitHubComments,
	openGitHubDeployments: () => openGitHubDeployments,
	openGitHubGateRules: () => openGitHubGateRules,
	openGitHubIssues: () => openGitHubIssues,
	openGitHubLfs: () => openGitHubLfs,
	openGitHubMerges: () => openGitHubMerges,
	openGitHubMonitorHistory: () => openGitHubMonitorHistory,
	openGitHubOpenPulls: () => openGitHubOpenPulls,
	openGitHubProvenance: () => openGitHubProvenance,
	openGitHubPullRequests: () => openGitHubPullRequests,
	openGitHubReleases: () => openGitHubReleases,
	openGitHubRuns: () => openGitHubRuns,
	openGitHubSeals: () => openGitHubSeals,
	openGitHubStatuses: () => openGitHubStatuses,
	rateLimited: () => rateLimited,
	readGitHubContext: () => readGitHubContext
});
var init_github = __esmMin(() => {
	init_address();
	init_api_call();
	init_branch_rules();
	init_comments();
	init_context();
	init_deployments();
	init_issues();
	init_lfs();
	init_merges();
	init_monitor_history$1();
	init_open_pulls();
	init_provenance();
	init_pull_requests();
	init_refusals();
	init_release_files();
	init_runs();
	init_seals();
	init_statuses();
});
// src/doors/github.ts
function lazyGitHub(environment, token) {
	const load = once$1(() => open$2(environment, token));
	return {
		branchRules: lazy(load, "branchRules"),
		comments: lazy(load, "comments"),
		statuses: lazy(load, "statuses"),
		runs: lazy(load, "runs"),
		pullRequests: lazy(load, "pullRequests"),
		provenance: lazy(load, "provenance"),
		openPulls: lazy(load, "openPulls"),
		seals: lazy(load, "seals"),
		monitorHistory: lazy(load, "monitorHistory"),
		issues: lazy(load, "issues"),
		merges: lazy(load, "merges"),
		deployments: lazy(load, "deployments"),
		outer: async () => (await load()).outer()
	};
}
function lazy(load, port) {
	return new Proxy({}, { get(_target, name) {
		if (typeof name === "symbol" || name === "then" || name === "toJSON") return void 0;
		return async (...args) => {
			return (await load())[port][name](...args);
		};
	} });
}
async function open$2(environment, token) {
	const { openGitHubBranchRules, openGitHubComments, openGitHubProvenance, openGitHubDeployments, openGitHubIssues, openGitHubMerges, openGitHubMonitorHistory, openGitHubOpenPulls, openGitHubLfs, openGitHubPullRequests, openGitHubReleases, openGitHubRuns, openGitHubSeals, openGitHubStatuses, readGitHubContext } = await Promise.resolve().then(() => (init_github(), github_exports));
	const context = await readGitHubContext(environment, token);
	return {
		comments: openGitHubComments(context),
		statuses: openGitHubStatuses(context),
		runs: openGitHubRuns(context),
		pullRequests: openGitHubPullRequests(context),
		branchRules: openGitHubBranchRules(context),
		provenance: openGitHubProvenance(context),
		openPulls: openGitHubOpenPulls(context),
		seals: openGitHubSeals(context),
		monitorHistory: openGitHubMonitorHistory(context),
		issues: openGitHubIssues(context),
		merges: openGitHubMerges(context),
		deployments: openGitHubDeployments(context),
		outer: once$1(async () => ({
			releases: openGitHubReleases(context),
			lfs: openGitHubLfs(context)
		}))
	};
}
// src/doors/no-engines.ts
init_errors$2();
const NOBODY = {
	present: false,
	ask: async (_question, fallback) => fallback
};
function refusing(message, next, known = {}) {
	return new Proxy(known, { get(target, name) {
		if (Object.hasOwn(target, name)) return target[name];
		if (typeof name === "symbol" || name === "then" || name === "toJSON") return void 0;
		throw new ModelyardError({
			code: "missing-engine",
			message,
			next
		});
	} });
}
// src/doors/no-repository.ts
init_errors$2();
function withoutRepository(error, folder) {
	if (!(error instanceof ModelyardError) || error.code !== "no-repository") throw error;
	const refusing = (known = {}) => new Proxy(known, { get(target, name) {
		if (name in target) return Reflect.get(target, name);
		return typeof name === "symbol" || ASKED_OF_ANY.includes(name) ? void 0 : () => Promise.reject(error);
	} });
	return {
		repository: refusing(),
		worktree: refusing({
			root: folder,
			pathFromRoot: () => void 0
		}),
		identity: refusing(),
		drafts: refusing()
	};
}
const ASKED_OF_ANY = ["then", "toJSON"];
// src/adapters/files/artifacts.ts
init_errors$2();
const createHash$1 = (algorithm) => process.getBuiltinModule("node:crypto").createHash(algorithm);
function openArtifacts(folder) {
	const place = (userPath) => resolve(folder, userPath);
	return {
		place,
		hash: (bytes) => createHash$1("sha256").update(bytes).digest("hex"),
		async hashPath(userPath) {
			if (!(await factsOf(place(userPath), userPath)).isDirectory()) return {
				isFolder: false,
				files: [{
					path: basename(place(userPath)),
					...await hashFile(place(userPath))
				}]
			};
			const files = [];
			for await (const path of filesBelow(place(userPath), "", userPath)) files.push({
				path,
				...await hashFile(join(place(userPath), path))
			});
			if (files.length === 0) throw badArtifact(userPath, "is an empty folder", "name a folder that holds the model");
			return {
				isFolder: true,
				files: files.sort((a, b) => a.path < b.path ? -1 : 1)
			};
		},
		async readHead(userPath, length) {
			const file = await open(place(userPath));
			try {
				const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
				return buffer.subarray(0, bytesRead);
			} finally {
				await file.close();
			}
		},
		readAll: (userPath) => readFile(place(userPath)),
		readPieces: (userPath) => createReadStream(place(userPath), { highWaterMark: 1 << 20 }),
		async write(userPath, content) {
			try {
				await mkdir(dirname(place(userPath)), { recursive: true });
				await writeFileAtomic(place(userPath), Buffer.from(content));
			} catch (error) {
				throw new ModelyardError({
					code: "cannot-write",
					message: `${userPath} could not be written (${codeOf(error) ?? String(error)})`,
					next: "make room on the disk or name another place, then run the command again",
					cause: error
				});
			}
		}
	};
}
async function hashFile(path) {
	const { pipeline } = await import("node:stream/promises");
	const hash = createHash$1("sha256");
	let bytes = 0;
	await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), async function* (chunks) {
		for await (const chunk of chunks) {
			hash.update(chunk);
			bytes += chunk.length;
		}
		yield "";
	});
	return {
		sha256: hash.digest("hex"),
		bytes
	};
}
async function* filesBelow(root, folder, userPath) {
	for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
		const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
		if (entry.isDirectory()) yield* filesBelow(root, path, userPath);
		else if (entry.isFile()) yield path;
		else throw badArtifact(`${userPath}/${path}`, "is a link or a special file", "put the file itself there");
	}
}
async function factsOf(path, userPath) {
	let facts;
	try {
		facts = await lstat(path);
	} catch (error) {
		if (codeOf(error) !== "ENOENT" && codeOf(error) !== "ENOTDIR") throw error;
		throw badArtifact(userPath, "is not there", "check the path; relative paths start from the folder you are in");
	}
	if (facts.isDirectory()) return facts;
	if (!facts.isFile()) throw badArtifact(userPath, "is a link or a special file", "name the file itself");
	if (facts.size === 0) throw badArtifact(userPath, "is empty", "check the step that wrote it");
	return facts;
}
function badArtifact(path, what, next) {
	return new ModelyardError({
		code: "bad-artifact",
		message: `${path} ${what}`,
		next
	});
}
function codeOf(error) {
	return error instanceof Error && "code" in error ? String(error.code) : void 0;
}
// src/adapters/runner/workflow-run.ts
const MOST_EVENT_BYTES = 26214400;
function readWorkflowRun(env) {
	if (env.GITHUB_ACTIONS !== "true") return void 0;
	const id = countIn(env.GITHUB_RUN_ID);
	const [repository] = /^[\w.-]{1,100}\/[\w.-]{1,100}$/.exec(env.GITHUB_REPOSITORY ?? "") ?? [];
	const event = env.GITHUB_EVENT_NAME ?? "";
	const isPull = event.startsWith("pull_request");
	const payload = isPull || event === "push" ? payloadIn(env.GITHUB_EVENT_PATH) : void 0;
	const commit = shaIn(isPull ? payload?.pull_request?.head?.sha : env.GITHUB_SHA);
	if (id === void 0 || repository === void 0 || commit === void 0) return void 0;
	return {
		repository,
		id,
		attempt: countIn(env.GITHUB_RUN_ATTEMPT) ?? 1,
		workflow: /^[^/@]+\/[^/@]+\/([^@]{1,300})@/.exec(env.GITHUB_WORKFLOW_REF ?? "")?.[1],
		event,
		commit,
		...event === "push" && isDefaultBranch(env.GITHUB_REF, payload) ? { merged: true } : {}
	};
}
function isDefaultBranch(ref, payload) {
	const branch = payload?.repository?.default_branch;
	return typeof branch === "string" && branch !== "" && ref === `refs/heads/${branch}`;
}
function payloadIn(path) {
	if (!path) return void 0;
	try {
		if (statSync(path).size > MOST_EVENT_BYTES) return void 0;
		return JSON.parse(readFileSync(path, "utf8")) ?? void 0;
	} catch {
		return;
	}
}
function shaIn(value) {
	return typeof value === "string" && /^[0-9a-f]{40}$/.test(value) ? value : void 0;
}
function countIn(text) {
	return /^[1-9]\d{0,14}$/.test(text ?? "") ? Number(text) : void 0;
}
// src/render/card.ts
function renderCard(facts) {
	const { model, definition, record, notes } = facts;
	const blocks = [
		heading(2, `${model}, version ${record.version}`),
		...notes.description === void 0 ? [] : [paragraph(notes.description)],
		heading(3, "Model details"),
		{
			block: "facts",
			rows: detailRows(facts)
		},
		heading(3, "Intended use"),
		paragraph(definition.description ?? "Not described: model.yaml has no description, so nobody said what this model is for."),
		paragraph(...taskSpans(definition)),
		heading(3, "Training data"),
		...trainingBlocks(record),
		heading(3, "Evaluation"),
		...evaluationBlocks(facts),
		heading(3, "Fairness"),
		...fairnessBlocks(facts),
		heading(3, "Limitations"),
		{
			block: "list",
			items: limitations(facts)
		}
	];
	return `${frontMatter(facts)}\n${toMarkdown(blocks)}`;
}
const HUB_METRICS = {
	brier: "brier_score",
	matthews: "matthews_correlation",
	r2: "r_squared"
};
function frontMatter({ model, definition, record, notes, evidence }) {
	const tabular = definition.task === "regression" ? "tabular-regression" : "tabular-classification";
	const evaluation = newest(evidence, "evaluation", record);
	const license = notes.tags?.license;
	const metrics = Object.entries(evaluation?.evidence.facts.metrics ?? {}).map(([metric, value]) => ({
		metric,
		value,
		type: HUB_METRICS[metric] ?? metric.replaceAll("-", "_")
	}));
	const data = yamlText(definition.evaluate?.data.uri ?? "evaluation data");
	return [
		"---",
		...license === void 0 ? [] : [`license: ${yamlText(String(license))}`],
		...record.artifact.format === "onnx" ? ["library_name: onnx"] : [],
		`pipeline_tag: ${tabular}`,
		"tags:",
		"- modelyard",
		...evaluation === void 0 || metrics.length === 0 ? [] : [
			"metrics:",
			...metrics.map(({ type }) => `- ${type}`),
			"model-index:",
			`- name: ${yamlText(`${model} version ${record.version}`)}`,
			"  results:",
			"  - task:",
			`      type: ${tabular}`,
			"    dataset:",
			`      name: ${data}`,
			`      type: ${data}`,
			`      revision: ${yamlText(evaluation.evidence.subject.data)}`,
			"    metrics:",
			...metrics.flatMap(({ metric, value, type }) => [
				`    - type: ${type}`,
				`      name: ${yamlText(metricLabel(metric))}`,
				`      value: ${yamlNumber(value)}`
			])
		],
		"---",
		""
	].join("\n");
}
function yamlText(text) {
	return JSON.stringify(text).replace(/[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function yamlNumber(value) {
	return String(value).replace(/^(-?\d+)e/, "$1.0e");
}
function detailRows({ definition, record, notes }) {
	const { artifact } = record;
	return [
		["made by", record["created-by"]],
		["made at", record["created-at"]],
		["trained at", [code(`commit ${short(record.commit, 12)}`)]],
		["artifact", `${artifact.kind ?? artifact.format}, ${bytesText(artifact.bytes)}`],
		["sha256", [code(artifact.sha256)]],
		...artifact["runs-code-when-loaded"] ? [["careful", "loading it runs code that it carries"]] : [],
		...definition.owners === void 0 ? [] : [["owners", definition.owners.join(", ")]],
		...Object.entries(record.params).map(([param, value]) => [`param ${param}`, JSON.stringify(value)]),
		...Object.entries(notes.tags ?? {}).map(([tag, value]) => [`tag ${tag}`, String(value)])
	];
}
function taskSpans({ task, target, ...definition }) {
	const positive = definition["positive-class"];
	return [
		`It predicts `,
		name(target),
		` (${task.replaceAll("-", " ")}`,
		...positive === void 0 ? [] : [", positive class ", name(positive)],
		")."
	];
}
function trainingBlocks({ data }) {
	if (data.length === 0) return [paragraph("Not recorded.")];
	return [{
		block: "table",
		columns: [
			{ title: "role" },
			{ title: "file" },
			{
				title: "rows",
				align: "right"
			},
			{ title: "sha256" }
		],
		rows: data.map(({ role, uri, rows, sha256 }) => [
			role,
			uri,
			rows === void 0 ? "not recorded" : countText(rows),
			[code(short(sha256, 12))]
		])
	}];
}
function evaluationBlocks({ evidence, record }) {
	const found = newest(evidence, "evaluation", record);
	if (found === void 0) return [paragraph("Not evaluated: there is no evidence of this version.")];
	const { facts, subject } = found.evidence;
	return [
		paragraph(`On ${plural(facts.rows, "row")} of the data `, code(short(subject.data, 12)), ":"),
		{
			block: "table",
			columns: [
				{ title: "metric" },
				{
					title: "value",
					align: "right"
				},
				{
					title: "95 % interval",
					align: "right"
				}
			],
			rows: [...Object.entries(facts.metrics).map(([metric, value]) => {
				const interval = facts.intervals?.[metric];
				return [
					metricLabel(metric),
					metricText(value),
					interval === void 0 ? "not measured" : metricRange(interval)
				];
			}), ...Object.entries(facts["own-metrics"] ?? {}).map(([metric, { value, unit }]) => [
				unit === void 0 ? metric : `${metric} (${unit})`,
				metricText(value),
				"not measured"
			])]
		},
		...trapBlocks(facts.traps, facts.rows)
	];
}
function fairnessBlocks({ evidence, record }) {
	const found = newest(evidence, "fairness", record);
	if (found === void 0) return [paragraph("Not measured.")];
	const rows = found.evidence.facts.columns.flatMap(({ column, measures, groups }) => measures.map(({ measure, challenger }) => [
		column,
		fairnessLabel(measure),
		metricText(challenger.value),
		metricRange(challenger),
		`${groups.filter(({ status }) => status === "judged").length} of ${groups.length}`
	]));
	if (rows.length === 0) return [paragraph("Insufficient data: no two groups are large enough to compare.")];
	return [{
		block: "table",
		columns: [
			{ title: "by" },
			{ title: "measure" },
			{
				title: "value",
				align: "right"
			},
			{
				title: "95 % bounds",
				align: "right"
			},
			{
				title: "groups judged",
				align: "right"
			}
		],
		rows
	}];
}
const WITHOUT = [
	["evaluation", "How well it predicts was not measured on held-out rows."],
	["fairness", "How it treats groups of people or things was not measured."],
	["latency", "How fast it answers was not measured."],
	["reproducibility", "Whether it can be trained again with the same outcome was not tried."],
	["contract", "What it answers to missing, unseen or extreme values was not tried."],
	["importance", "Which columns it leans on was not measured."]
];
function limitations({ evidence, record, definition }) {
	const missing = WITHOUT.filter(([kind]) => newest(evidence, kind, record) === void 0).map(([, text]) => text);
	const repeated = newest(evidence, "reproducibility", record)?.evidence.facts.finding;
	const broken = newest(evidence, "contract", record)?.evidence.facts.checks.filter(({ outcome }) => outcome === "broken");
	return [
		`Its figures hold for rows like the evaluation data; for others${definition.evaluate === void 0 ? ", and without any such data named," : ""} nothing is known.`,
		...missing,
		...repeated === "different" ? ["Trained again from the same commit, data and seed it came out different."] : [],
		...(broken ?? []).map(({ check, detail }) => `Broken promise: ${check}${detail === void 0 ? "" : `, ${detail}`}.`)
	];
}
function newest(evidence, kind, { artifact }) {
	return evidence.findLast(({ evidence: found }) => found.kind === kind && found.subject.artifact === artifact.sha256);
}
// src/render/exposition.ts
function renderExposition(families) {
	return families.filter(({ samples }) => samples.length > 0).map(({ definition: { name, help, type, labels }, samples }) => renderFamily(name, help, type, samples.map((sample) => [`{${labels.map((label, at) => `${label}="${escaped(sample.labels[at] ?? "")}"`).join(",")}}`, sample.value]))).join("");
}
function renderFamily(name, help, type, samples) {
	return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${samples.map(([suffix, value]) => `${name}${suffix} ${numberText(value)}\n`).join("")}`;
}
function escaped(value) {
	return value.replaceAll("\\", "\\\\").replaceAll("\"", "\\\"").replaceAll("\n", "\\n");
}
function numberText(value) {
	if (value === Number.POSITIVE_INFINITY) return "+Inf";
	return value === Number.NEGATIVE_INFINITY ? "-Inf" : String(value);
}
// src/adapters/files/stored-artifacts.ts
init_errors$2();
function keptBeside(root, artifacts) {
	const place = resolve(root, artifacts);
	return {
		artifacts: place,
		lfsObjects: join(place, "../../lfs/objects")
	};
}
const MOST_TRIES = 3;
const ABANDONED_MS = 864e5;
function openStoredArtifacts(kept, places, sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))) {
	return {
		async bring(at, wanted) {
			const target = targetOf(kept(), at, wanted);
			if (await holds(target, wanted)) return target;
			for (let attempt = 1;; attempt += 1) try {
				await take(await opened(places, at, wanted), wanted, target);
				return target;
			} catch (error) {
				if (attempt === MOST_TRIES || !(error instanceof ModelyardError) || error.code !== "remote-failed") throw error;
				await sleep(1e3 * attempt);
			}
		},
		store: async (path, known, at) => at.is === "lfs" ? (await places.lfs()).store(path, known, at) : (await places.release()).store(path, known, at),
		async keep(path, known, at) {
			const target = targetOf(kept(), at, known);
			if (await holds(target, known)) return;
			await mkdir(dirname(target), { recursive: true });
			const part = partOf(target);
			await copyFile(path, part);
			await rename(part, target);
		}
	};
}
function targetOf({ artifacts, lfsObjects }, at, { sha256 }) {
	return at.is === "lfs" ? join(lfsObjects, sha256.slice(0, 2), sha256.slice(2, 4), sha256) : join(artifacts, sha256);
}
async function opened(places, at, wanted) {
	if (at.is === "release") return (await places.release()).open(at, wanted);
	return at.is === "lfs" ? (await places.lfs()).open(at, wanted) : (await places.web()).open(at, wanted);
}
async function holds(target, { sha256 }) {
	try {
		const { files } = await openArtifacts("/").hashPath(target);
		return files[0]?.sha256 === sha256;
	} catch (error) {
		if (error instanceof ModelyardError && error.code === "bad-artifact") return false;
		throw error;
	}
}
async function take(stream, wanted, target) {
	const { createHash } = process.getBuiltinModule("node:crypto");
	const { pipeline } = await import("node:stream/promises");
	await mkdir(dirname(target), { recursive: true });
	await removeAbandoned(dirname(target));
	const part = partOf(target);
	const hash = createHash("sha256");
	let bytes = 0;
	const counted = async function* () {
		for await (const chunk of stream) {
			bytes += chunk.length;
			if (bytes > wanted.bytes) throw otherBytes(wanted, `there are more than ${wanted.bytes} bytes`);
			hash.update(chunk);
			yield chunk;
		}
	};
	try {
		await pipeline(counted, createWriteStream(part, { flags: "wx" }));
		const found = hash.digest("hex");
		if (found !== wanted.sha256) throw otherBytes(wanted, `what lies there hashes to ${found.slice(0, 12)}…`);
		await rename(part, target);
	} catch (error) {
		await rm(part, { force: true });
		throw isNoRoom(error) ? cannotKeep(error) : error;
	}
}
function partOf(target) {
	return `${target}.${process.getBuiltinModule("node:crypto").randomUUID()}.part`;
}
async function removeAbandoned(folder) {
	for (const name of await readdir(folder)) {
		if (!name.endsWith(".part")) continue;
		const path = join(folder, name);
		const facts = await stat(path).catch(() => void 0);
		if (facts !== void 0 && Date.now() - facts.mtimeMs > ABANDONED_MS) await rm(path, { force: true });
	}
}
function otherBytes({ sha256 }, found) {
	return new ModelyardError({
		code: "digest-mismatch",
		message: `${found}, and the record says ${sha256.slice(0, 12)}…`,
		next: "put the registered bytes back there, or register the others as a new version"
	});
}
function isNoRoom(error) {
	const code = error instanceof Error && "code" in error ? error.code : void 0;
	return [
		"ENOSPC",
		"EDQUOT",
		"EROFS",
		"EACCES",
		"EPERM"
	].includes(String(code));
}
function cannotKeep(error) {
	return new ModelyardError({
		code: "cannot-write",
		message: `an artifact could not be kept in git's own folder (${error.code})`,
		next: "make room on the disk, then run the command again",
		cause: error
	});
}
// src/adapters/web/public-address.ts
function lists() {
	const { BlockList } = process.getBuiltinModule("node:net");
	const [blocked, givenOut] = [new BlockList(), new BlockList()];
	for (const [network, prefix] of NOT_PUBLIC_4) blocked.addSubnet(network, prefix, "ipv4");
	for (const [network, prefix] of NOT_PUBLIC_6) blocked.addSubnet(network, prefix, "ipv6");
	givenOut.addSubnet("2000::", 3, "ipv6");
	return {
		blocked,
		givenOut
	};
}
function isPublicAddress(address) {
	known$1 ??= lists();
	const { blocked, givenOut } = known$1;
	const family = process.getBuiltinModule("node:net").isIP(address);
	if (family === 4) return !blocked.check(address, "ipv4");
	if (family !== 6 || address.includes("%")) return false;
	return givenOut.check(address, "ipv6") && !blocked.check(address, "ipv6");
}
var NOT_PUBLIC_4, NOT_PUBLIC_6, known$1;
var init_public_address = __esmMin(() => {
	NOT_PUBLIC_4 = [
		["0.0.0.0", 8],
		["10.0.0.0", 8],
		["100.64.0.0", 10],
		["127.0.0.0", 8],
		["169.254.0.0", 16],
		["172.16.0.0", 12],
		["192.0.0.0", 24],
		["192.0.2.0", 24],
		["192.88.99.0", 24],
		["192.168.0.0", 16],
		["198.18.0.0", 15],
		["198.51.100.0", 24],
		["203.0.113.0", 24],
		["224.0.0.0", 3]
	];
	NOT_PUBLIC_6 = [
		["2001::", 23],
		["2001:db8::", 32],
		["2002::", 16],
		["3fff::", 20]
	];
});
// src/adapters/web/public-file.ts
var public_file_exports = __exportAll({
	openWebData: () => openWebData,
	openWebFiles: () => openWebFiles
});
function openWebFiles(options = {}) {
	return { async open({ url }, wanted) {
		return bodyOf$1(await openAddress(url, ARTIFACT, options), wanted);
	} };
}
function openWebData(options = {}) {
	return async (url) => bodyOf$1(await openAddress(url, DATA, options));
}
async function openAddress(url, sought, { schemes = ["https:"], isAllowed = isPublicAddress, resolve = (host, then) => builtin("node:dns").lookup(host, { all: true }, then), idleMs = 6e4, totalMs = 36e5 }) {
	const signal = AbortSignal.timeout(totalMs);
	const settings = {
		isAllowed,
		resolve,
		idleMs,
		signal,
		sought
	};
	let address = addressIn(url, void 0, schemes, sought);
	for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
		const response = await ask(address, settings);
		const { statusCode: status = 0, headers } = response;
		if (status === 200) return {
			response,
			address,
			sought,
			signal
		};
		response.destroy();
		if (!REDIRECTS.includes(status) || headers.location === void 0) throw refused$1(address, status, sought);
		address = addressIn(headers.location, address, schemes, sought);
	}
	throw bad(`${address.host} sends from one address to the next`, "name the address that it ends at", sought);
}
function addressIn(text, from, schemes, sought) {
	const url = URL.canParse(text, from?.href) ? new URL(text, from?.href) : void 0;
	if (url !== void 0 && schemes.includes(url.protocol) && url.username === "" && url.password === "") return url;
	throw bad(`${from === void 0 ? "the address" : `${from.host} sends to what`} is no https: address without name and password`, "name one where the file itself lies", sought);
}
function ask(url, { isAllowed, resolve, idleMs, signal, sought }) {
	const { host } = url;
	const literal = url.hostname.replace(/^\[|\]$/g, "");
	if (builtin("node:net").isIP(literal) !== 0 && !isAllowed(literal)) throw notPublic(host, literal, sought);
	const lookup = (name, options, then) => {
		resolve(name, (error, addresses) => {
			const bad = addresses?.find(({ address }) => !isAllowed(address));
			const [first] = addresses ?? [];
			if (error !== null) then(error, []);
			else if (bad !== void 0) then(notPublic(host, bad.address, sought), []);
			else if (options.all === true) then(null, [...addresses]);
			else then(null, first?.address ?? "", first?.family);
		});
	};
	const send = url.protocol === "https:" ? builtin("node:https").request : builtin("node:http").request;
	return new Promise((settle, reject) => {
		const request = send(url, {
			agent: false,
			lookup,
			headers: {
				accept: "*/*",
				"accept-encoding": "identity",
				"user-agent": "modelyard"
			},
			signal,
			timeout: idleMs
		});
		request.on("timeout", () => request.destroy(timedOut(host, sought)));
		request.on("response", settle);
		request.on("error", (error) => reject(failureOf(error, host, signal, sought)));
		request.end();
	});
}
async function* bodyOf$1({ response, address: { host }, sought, signal }, known) {
	const length = Number(response.headers["content-length"] ?? known?.bytes);
	try {
		if (known !== void 0 && length !== known.bytes) throw new ModelyardError({
			code: "digest-mismatch",
			message: `${host} has a file of ${length} bytes there, and the record says ${known.bytes}`,
			next: "put the registered bytes back there, or register the others as a new version"
		});
		for await (const chunk of response) yield chunk;
	} catch (error) {
		throw failureOf(error, host, signal, sought);
	} finally {
		response.destroy();
	}
}
function failureOf(error, host, signal, sought) {
	if (error instanceof ModelyardError) return error;
	if (signal.aborted) return timedOut(host, sought);
	const code = error instanceof Error && "code" in error ? String(error.code) : "no answer";
	return new ModelyardError({
		code: "remote-failed",
		message: `${host} could not be asked for ${withArticle(sought)} (${code})`,
		next: `run the command again in a while, or fetch it and ${sought.copy}`,
		cause: error
	});
}
function withArticle({ what }) {
	return `${what === "artifact" ? "an" : "a"} ${what}`;
}
function timedOut(host, sought) {
	return new ModelyardError({
		code: "timed-out",
		message: `${host} did not send ${withArticle(sought)} in time`,
		next: `run the command again in a while, or fetch it and ${sought.copy}`
	});
}
function refused$1({ host }, status, sought) {
	if (status === 429 || status >= 500) return failureOf(Object.assign(new Error(), { code: status }), host, new AbortController().signal, sought);
	return bad(`${host} does not give the ${sought.what} (status ${status})`, `fetch it where you may, and ${sought.copy}`, sought);
}
function notPublic(host, address, sought) {
	return bad(`${host} leads to ${address}, which is no address of the public internet`, `what lies inside of a network is not fetched for a registry: bring it, and ${sought.copy}`, sought);
}
function bad(message, next, { code }) {
	return new ModelyardError({
		code,
		message,
		next
	});
}
var builtin, ARTIFACT, DATA, MOST_REDIRECTS, REDIRECTS;
var init_public_file = __esmMin(() => {
	init_errors$2();
	init_public_address();
	builtin = process.getBuiltinModule;
	ARTIFACT = {
		code: "bad-artifact",
		what: "artifact",
		copy: "name the copy: --artifact FILE"
	};
	DATA = {
		code: "bad-data",
		what: "file",
		copy: "name the copy in its place"
	};
	MOST_REDIRECTS = 5;
	REDIRECTS = [
		301,
		302,
		303,
		307,
		308
	];
});
// src/doors/stored.ts
function lazyStored({ drafts, worktree }, outer) {
	return openStoredArtifacts(() => keptBeside(worktree.root, drafts.place("artifacts")), {
		release: async () => (await outer()).releases,
		lfs: async () => (await outer()).lfs,
		web: once$1(async () => (await Promise.resolve().then(() => (init_public_file(), public_file_exports))).openWebFiles())
	});
}
// src/doors/ports.ts
const NO_ALERTS = refusing("alerts are not told here", "use the Action alert, or `modelyard alert`");
function portsOf({ folder, git, engines, outer, ...outside }) {
	return {
		...git,
		...engines,
		people: outside.people,
		comments: outside.comments,
		statuses: outside.statuses,
		runs: outside.runs,
		seals: outside.seals,
		monitorHistory: outside.monitorHistory,
		issues: outside.issues,
		merges: outside.merges,
		deployments: outside.deployments,
		openPulls: outside.openPulls,
		artifacts: openArtifacts(folder),
		stored: lazyStored(git, outer),
		clock: { now: () => Date.now() },
		cards: { render: renderCard },
		alertPages: outside.alertPages ?? NO_ALERTS,
		reports: {
			render: renderReport,
			renderNote: renderReportNote,
			renderProposal,
			renderMetrics: renderExposition
		},
		host: HOST
	};
}
const HOST = {
	machine: `${process.platform} ${process.arch}, Node.js ${process.versions.node}`,
	get run() {
		return readWorkflowRun(process.env);
	}
};
// actions/ports.ts
function openLightPorts(folder, token) {
	return openPortsWith(() => NO_ENGINES, folder, token);
}
function openPortsWith(engines, folder, token) {
	const git = openRepository(folder);
	const { branchRules, provenance, ...gitHub } = lazyGitHub(process.env, token);
	return {
		...portsOf({
			folder,
			git,
			people: NOBODY,
			engines: engines(git.worktree.root),
			...gitHub
		}),
		provenance,
		...process.env.GITHUB_REPOSITORY ? { branchRules } : {}
	};
}
function openRepository(folder) {
	try {
		return openGitByProgram(folder);
	} catch (error) {
		return withoutRepository(error, folder);
	}
}
const MEASURE_BEFORE = "measure in a step before it; this one reads the evidence";
const NO_ENGINES = {
	inference: refusing("this Action runs no models", MEASURE_BEFORE),
	stopwatch: refusing("this Action runs no models", MEASURE_BEFORE),
	tables: refusing("this Action reads no data", MEASURE_BEFORE),
	endpoint: refusing("this Action asks no endpoints", MEASURE_BEFORE),
	prometheus: refusing("this Action asks no Prometheus server", MEASURE_BEFORE),
	process: refusing("this Action starts no command of the repository", MEASURE_BEFORE)
};
// actions/alert-ports.ts
function openAlertPorts(folder, token) {
	return {
		...openLightPorts(folder, token),
		alertPages: ALERT_PAGES
	};
}
// actions/definitions.generated.ts
const ALERT = {
	"asksGitHub": true,
	"name": "alert",
	"summary": "Keep what a run of monitoring found, and the alerts of its model up to date.",
	"positional": ["model"],
	"flags": [
		{
			"flag": "model",
			"input": "model",
			"kind": "text",
			"description": "The model.",
			"required": true
		},
		{
			"flag": "files",
			"input": "files",
			"kind": "list",
			"description": "What `monitor`, `performance` and `service-levels` left: answers, or why they could not look; of a folder its *.json. Left out: they left nothing.",
			"required": false
		},
		{
			"flag": "looks",
			"input": "looks",
			"kind": "list",
			"description": "What was to look: drift, performance, service-levels; one that left no answer could not. Left out: what left one.",
			"required": false
		}
	]
};
// src/doors/known-error.ts
init_errors$2();
const CANNOT_WRITE = [
	"ENOSPC",
	"EROFS",
	"EACCES",
	"EPERM",
	"EDQUOT",
	"EFBIG"
];
function knownError(error, report) {
	if (error instanceof ModelyardError) return error;
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	if (CANNOT_WRITE.includes(code)) return new ModelyardError({
		code: "cannot-write",
		message: `a file could not be written or read (${code})`,
		next: "make room on the disk or allow access, then run the command again",
		cause: error
	});
	const message = error instanceof Error ? error.message : String(error);
	return new ModelyardError({
		code: "bug",
		message,
		next: report,
		cause: error
	});
}
// src/render/annotations.ts
function annotationsOf(result) {
	const found = foundIn(result);
	return [...found.filter(({ level }) => level === "error"), ...found.filter(({ level }) => level !== "error")];
}
function foundIn(result) {
	if (result.kind === "validation" || result.kind === "judgement") return ofProblems(result.problems);
	if (result.kind === "report") return result.why === "read-only" ? ofLack(result.remarks, result.next) : [];
	if (result.kind === "conclusion") return result.next.length > 0 ? ofLack(result.remarks, result.next) : [];
	if ("commit-status" in result && result["commit-status"]?.change === "not-set") return [...ofLack(result.remarks.filter(isUnmarked), []), ...ofGates(gatesIn(result))];
	return result.kind === "seal" ? result.sealed.flatMap(ofSealed) : ofGates(gatesIn(result));
}
const isUnmarked = (remark) => remark.includes("no commit status was set");
function ofLack(remarks, next) {
	return [{
		level: "warning",
		title: "missing-permission",
		message: sentences(...remarks, ...next)
	}];
}
function ofSealed({ model, record, outcome, problems, held }) {
	const title = `${model}: record ${record}`;
	if (outcome === "inconclusive") return [{
		level: "warning",
		title,
		message: sentences(...held?.reasons ?? [])
	}];
	return problems.map((problem) => ({
		level: "error",
		title,
		message: sentences(problem)
	}));
}
function annotationOfError({ code, message, next, place }) {
	return {
		level: "error",
		title: code,
		message: sentences(message, next),
		...place === void 0 ? {} : { place }
	};
}
function ofProblems(problems) {
	return problems.map(({ severity, code, message, next, place }) => ({
		level: severity,
		title: code,
		message: sentences(message, next),
		place
	}));
}
function gatesIn(result) {
	return "gates" in result ? result.gates : void 0;
}
function ofGates(tree) {
	if (tree === void 0) return [];
	return [...tree.gates.flatMap(ofGate), ...tree.remarks.map(({ message, next }) => ({
		level: "warning",
		message: sentences(message, next)
	}))];
}
function ofGate(gate) {
	if (gate.outcome === "passed" || gate.outcome === "left-out") return [];
	return [{
		level: gate.outcome === "failed" ? "error" : "warning",
		title: `${gateTitle(gate)}: ${gate.outcome}`,
		message: sentences(gate.reason, gate.next)
	}];
}
function sentences(...texts) {
	return texts.filter((text) => text !== void 0).map(fullSentence).join(" ");
}
// actions/runner/files.ts
function openRunnerFiles(environment, newDelimiter) {
	const append = (name, text) => {
		const path = environment[name];
		if (path) appendFileSync(path, text);
	};
	return {
		setOutputs(outputs) {
			const entries = Object.entries(outputs).flatMap(([name, value]) => value === void 0 ? [] : [fileCommand(name, value, newDelimiter())]);
			append("GITHUB_OUTPUT", entries.join(""));
		},
		addSummary: (markdown) => append("GITHUB_STEP_SUMMARY", markdown),
		addPath: (folder) => append("GITHUB_PATH", `${folder}\n`)
	};
}
function fileCommand(name, value, delimiter) {
	if (value.includes(delimiter)) throw new Error(`the value of ${name} holds its own end`);
	return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
// actions/runner/workflow-commands.ts
const SHOWN_PER_LEVEL = 10;
const LONGEST_MESSAGE$1 = 4e3;
function annotationLines(annotations) {
	const levels = [
		"error",
		"warning",
		"notice"
	];
	const byLevel = levels.map((level) => annotations.filter((annotation) => annotation.level === level));
	const left = byLevel.map((found) => Math.max(0, found.length - SHOWN_PER_LEVEL));
	const counted = levels.flatMap((level, at) => left[at] ? [`${left[at]} more ${left[at] === 1 ? level : `${level}s`}`] : []);
	const lines = byLevel.flatMap((found) => found.slice(0, SHOWN_PER_LEVEL)).map(commandLine);
	if (counted.length === 0) return lines;
	return [...lines, commandLine({
		level: "notice",
		message: `${counted.join(" and ")}: see the job summary.`
	})];
}
function commandLine({ level, message, title, place }) {
	const properties = Object.entries({
		title,
		file: place?.path,
		line: place?.line,
		col: place?.column
	}).filter(([, value]) => value !== void 0).map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(",");
	const text = escapeData(message.slice(0, LONGEST_MESSAGE$1));
	return `::${level}${properties === "" ? "" : ` ${properties}`}::${text}`;
}
function escapeData(text) {
	return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(text) {
	return escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
const BREAK$2 = "​";
function plainLog(text) {
	return text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map((line) => line.replace(/^([\s\u0085]*)::/, `$1${BREAK$2}::`).replaceAll("##[", `##${BREAK$2}[`)).join("\n");
}
// actions/end-step.ts
init_errors$2();
async function endStep(work) {
	const files = openRunnerFiles(process.env, () => `end-${randomUUID()}`);
	const { text, status } = await work(files).catch((error) => fail(error, files));
	await new Promise((resolve) => process.stdout.write(text, resolve));
	process.exit(status);
}
const REPORT = "please report it with the step of the workflow; the log shows where it happened";
function fail(error, files) {
	const known = knownError(error, REPORT);
	files.addSummary(renderErrorMarkdown(known));
	const stack = known.code === "bug" && error instanceof Error ? `${error.stack ?? ""}\n` : "";
	return {
		text: logOf(`${renderError(known)}${stack}`, annotationLines([annotationOfError(known)])),
		status: exitStatusOf(known.code)
	};
}
function logOf(text, commands) {
	return `${plainLog(text)}${commands.map((line) => `${line}\n`).join("")}`;
}
// actions/runner/event.ts
init_errors$2();
function readEvent({ GITHUB_EVENT_PATH: path }) {
	if (!path) return {};
	try {
		const event = JSON.parse(readFileSync(path, "utf8"));
		if (typeof event === "object" && event !== null && !Array.isArray(event)) return event;
	} catch {}
	throw new ModelyardError({
		code: "bad-json",
		message: "the event of this run cannot be read",
		next: "GITHUB_EVENT_PATH has to name the file that the runner wrote; no step may change it"
	});
}
function textAt(event, ...keys) {
	let value = event;
	for (const key of keys) {
		if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return void 0;
		value = value[key];
	}
	return typeof value === "string" && value !== "" ? value : void 0;
}
// actions/from-event.ts
init_errors$2();
const FROM_EVENT = { base: {
	described: "the base of the pull request or of the merge group; without one, what lies on disk is judged",
	read: baseOfPullRequest
} };
async function baseOfPullRequest(event, { repository }) {
	const named = textAt(event, "pull_request", "base", "sha") ?? textAt(event, "merge_group", "base_sha");
	if (named === void 0) return void 0;
	const { commit } = await repository.head();
	const parents = commit === void 0 ? [] : (await repository.commitFacts(commit)).parents;
	const base = (parents[1] !== void 0 && parents[1] === textAt(event, "pull_request", "head", "sha") ? parents[0] : void 0) ?? named;
	if (await repository.resolve(base) !== void 0) return base;
	throw new ModelyardError({
		code: "shallow-clone",
		message: `the base of the pull request, ${base}, was not fetched`,
		next: "write `fetch-depth: 0` under `with:` of actions/checkout"
	});
}
// actions/change-outputs.ts
const CHANGE = {
	status: {
		type: "text",
		description: "`proposed` as a pull request, `left` for the App to open, `merged` into the branch that is checked out, `unchanged`, `refused`, or `planned` where it was a dry run.",
		of: ({ status }) => status
	},
	branch: {
		type: "text",
		description: "The branch of the pull request, or the one merged into.",
		of: ({ branch }) => branch
	},
	commit: {
		type: "text",
		description: "The one commit.",
		of: ({ commit }) => commit
	},
	"pull-request": {
		type: "integer",
		description: "The pull request; empty where there is none.",
		of: (result) => result["pull-request"]?.number
	},
	"pull-request-url": {
		type: "text",
		description: "Where it is read.",
		of: (result) => result["pull-request"]?.url
	}
};
// actions/monitoring-outputs.ts
const PERFORMANCE = {
	degraded: {
		type: "text",
		description: "JSON list of the metrics that lie wholly beyond their limit.",
		of: ({ degraded }) => JSON.stringify(degraded)
	},
	labelled: {
		type: "integer",
		description: "How many predictions have a label.",
		of: ({ labelled }) => labelled
	}
};
const ALERTS = {
	model: {
		type: "text",
		description: "The model.",
		of: ({ model }) => model
	},
	bad: {
		type: "text",
		description: "JSON list of the kinds of alert of which this run found something bad.",
		of: ({ alerts }) => JSON.stringify(alerts.flatMap(({ kind, finding }) => finding === "bad" ? [kind] : []))
	},
	open: {
		type: "text",
		description: "JSON object of the open alerts: the number of the issue, by the kind.",
		of: ({ alerts }) => JSON.stringify(Object.fromEntries(alerts.flatMap(({ kind, issue }) => issue?.open === true ? [[kind, issue.number]] : [])))
	}
};
const SERVICE_LEVELS = {
	model: {
		type: "text",
		description: "The model.",
		of: ({ model }) => model
	},
	breached: {
		type: "text",
		description: "JSON list of the limits that are broken.",
		of: ({ levels }) => JSON.stringify(levels.flatMap(({ name, status }) => status === "breached" ? [name] : []))
	}
};
// actions/retraining-outputs.ts
const RETRAINING = {
	model: {
		type: "text",
		description: "The model.",
		of: ({ model }) => model
	},
	retrain: {
		type: "boolean",
		description: "Whether to train it again now.",
		of: ({ decision }) => decision === "retrain"
	},
	decision: {
		type: "text",
		description: "`retrain`, `held-back`, `not-due` or `cannot-tell`.",
		of: ({ decision }) => decision
	},
	fired: {
		type: "text",
		description: "JSON list of the triggers that fired.",
		of: ({ triggers }) => JSON.stringify(triggers.flatMap(({ trigger, is }) => is === "fired" || is === "unconfirmed" ? [trigger] : []))
	},
	alerts: {
		type: "text",
		description: "The issues of the alerts that asked for it, a number a line.",
		of: ({ alerts = [] }) => alerts.join("\n")
	},
	before: {
		type: "text",
		description: "Where a drift asked for it: up to when rows were as they used to be, in UTC.",
		of: ({ triggers }) => triggers.find(({ before }) => before !== void 0)?.before
	},
	"held-back-by": {
		type: "text",
		description: "JSON list of what holds it back.",
		of: ({ holds }) => JSON.stringify(holds.flatMap(({ hold, is }) => is === "holds" || is === "unknown" ? [hold] : []))
	}
};
// actions/outputs.ts
const RESULT_FILE = "result-file";
const OF_ALL = { outcome: {
	type: "text",
	description: "`passed`, `failed` or `inconclusive`; empty where nothing was judged.",
	of: (result) => "outcome" in result ? result.outcome : void 0
} };
const EVIDENCE = {
	type: "text",
	description: "JSON list of the files with what was measured, from the root of the repository."
};
const pathsOf = ({ evidence }) => JSON.stringify(evidence.map(({ path }) => path));
const ratioOf = (quantile) => ({
	type: "number",
	description: `The ${quantile} of the challenger's times by that of the champion's.`,
	of: ({ facts }) => facts.quantiles[quantile].ratio.value
});
const touchedModels = (key, description) => ({
	type: "text",
	description,
	of: ({ touched }) => JSON.stringify(touched?.[key] ?? [])
});
const OF_KIND = {
	validation: {
		errors: {
			type: "integer",
			description: "How many errors were found.",
			of: ({ problems }) => problems.filter(({ severity }) => severity === "error").length
		},
		warnings: {
			type: "integer",
			description: "How many warnings were found.",
			of: ({ problems }) => problems.filter(({ severity }) => severity === "warning").length
		},
		governed: {
			type: "boolean",
			description: "Whether anything changes that judges, so that approvals are needed.",
			of: ({ governed }) => governed.length > 0
		},
		models: touchedModels("models", "JSON list of the models whose training code or model.yaml changed: a matrix for the jobs that follow."),
		lint: touchedModels("lint", "JSON list of those of `models` that declare `lint`."),
		test: touchedModels("test", "JSON list of those of `models` that declare `test`."),
		train: touchedModels("train", "JSON list of those of `models` that declare `train`."),
		predict: touchedModels("predict", "JSON list of those of `models` that declare `predict`."),
		serve: touchedModels("serve", "JSON list of those of `models` that declare `serve`."),
		contract: touchedModels("contract", "JSON list of those of `models` that declare `train`, and `serve` or a gate that asks for the contract."),
		served: touchedModels("served", "JSON list of those of `models` that declare `train` and have a champion."),
		compared: touchedModels("compared", "JSON list of those of `served`, and of others that declare `train` here and at the base, which can be compared on a sample."),
		"fails-on-worse": touchedModels("fails-on-worse", "JSON list of those of `compared` whose `preview` at the base says `fail-on: worse`."),
		candidates: {
			type: "text",
			description: "With `candidates`: JSON list of the models that a first promotion is due for.",
			of: ({ candidates = [] }) => JSON.stringify(candidates.map(({ model }) => model))
		},
		untrained: {
			type: "text",
			description: "JSON list of those of `candidates` that have to be trained.",
			of: ({ candidates = [] }) => JSON.stringify(candidates.filter(({ version }) => version === void 0).map(({ model }) => model))
		},
		monitored: {
			type: "text",
			description: "With `monitored`: JSON list of the models that say what production saw.",
			of: ({ monitored = [] }) => JSON.stringify(monitored.map(({ model }) => model))
		},
		looks: {
			type: "text",
			description: "With `monitored`: JSON object of them, each with the list of what can be looked at.",
			of: ({ monitored = [] }) => JSON.stringify(Object.fromEntries(monitored.map(({ model, looks }) => [model, looks])))
		},
		brought: {
			type: "text",
			description: "JSON object of the others: the version to promote, by the model.",
			of: ({ candidates = [] }) => JSON.stringify(Object.fromEntries(candidates.flatMap(({ model, version }) => version === void 0 ? [] : [[model, version]])))
		},
		serving: {
			type: "text",
			description: "JSON list of those of `candidates` that declare `serve`.",
			of: ({ candidates = [] }) => JSON.stringify(candidates.filter(({ serves }) => serves).map(({ model }) => model))
		},
		app: {
			type: "boolean",
			description: "Whether the base leaves comments and proposals to the GitHub App.",
			of: ({ touched }) => touched?.app ?? false
		},
		"registry-alone": {
			type: "boolean",
			description: "Whether nothing outside the registry changed.",
			of: ({ touched }) => touched?.["registry-alone"] ?? false
		}
	},
	report: {
		shown: {
			type: "text",
			description: "`comment`; `summary` where no comment could be written, which is no failure.",
			of: ({ shown }) => shown
		},
		change: {
			type: "text",
			description: "What became of the comment: `created`, `updated`, `unchanged`, `superseded` or `none`.",
			of: ({ change }) => change
		},
		"comment-id": {
			type: "integer",
			description: "The comment.",
			of: ({ comment }) => comment?.id
		},
		"comment-url": {
			type: "text",
			description: "Where it is read.",
			of: ({ comment }) => comment?.url
		}
	},
	sample: {
		path: {
			type: "text",
			description: "The file with the sample.",
			of: ({ path }) => path
		},
		rows: {
			type: "integer",
			description: "How many rows it has.",
			of: ({ rows }) => rows
		},
		digest: {
			type: "text",
			description: "Its SHA-256: the same on every machine.",
			of: ({ sha256 }) => sha256
		}
	},
	run: {
		out: {
			type: "text",
			description: "The folder that keeps what it made.",
			of: ({ out }) => out
		},
		seconds: {
			type: "text",
			description: "How long the command ran, in seconds.",
			of: ({ command }) => command.seconds
		},
		artifact: {
			type: "text",
			description: "Of `train`: the SHA-256 of the model; empty where it left none.",
			of: ({ command, made }) => command.step === "train" ? made.find(({ name }) => /^model(?:\.|$)/.test(name))?.sha256 : void 0
		},
		why: {
			type: "text",
			description: "Why it failed; empty where it passed.",
			of: ({ why }) => why
		}
	},
	"test-report": {
		passed: {
			type: "integer",
			description: "How many tests passed.",
			of: ({ facts }) => facts.passed
		},
		failed: {
			type: "integer",
			description: "How many failed or broke off.",
			of: ({ facts }) => facts.failed + facts.errors
		},
		skipped: {
			type: "integer",
			description: "How many were skipped.",
			of: ({ facts }) => facts.skipped
		},
		evidence: {
			...EVIDENCE,
			of: pathsOf
		}
	},
	registration: {
		version: {
			type: "integer",
			description: "The number of the version, registered or about to be.",
			of: ({ record }) => record?.version
		},
		...CHANGE
	},
	move: CHANGE,
	seal: {
		sealed: {
			type: "text",
			description: "JSON list of what was sealed, such as `[\"churn/7\"]`.",
			of: ({ sealed }) => JSON.stringify(sealed.map(({ model, record }) => `${model}/${record}`))
		},
		waiting: {
			type: "integer",
			description: "How many are left for the next run.",
			of: ({ waiting }) => waiting
		},
		alarms: {
			type: "integer",
			description: "How many of them did not hold.",
			of: ({ sealed }) => sealed.filter(({ outcome }) => outcome === "failed").length
		}
	},
	conclusion: {
		description: {
			type: "text",
			description: "What the commit status says.",
			of: ({ description }) => description
		},
		sha: {
			type: "text",
			description: "The commit that was marked; empty where none was.",
			of: ({ sha }) => sha
		},
		app: {
			type: "boolean",
			description: "With `run`: whether the base leaves comments to the GitHub App.",
			of: ({ app }) => app ?? false
		}
	},
	gates: {
		model: {
			type: "text",
			description: "The model.",
			of: ({ model }) => model
		},
		version: {
			type: "integer",
			description: "The version that was judged.",
			of: (of) => of.version.version
		},
		artifact: {
			type: "text",
			description: "The SHA-256 of its artifact.",
			of: (of) => of.version.artifact
		},
		stage: {
			type: "text",
			description: "The stage whose policy judged.",
			of: ({ stage }) => stage
		},
		"asks-for": {
			type: "text",
			description: "JSON list of the kinds of evidence that the gates read for this version.",
			of: (of) => JSON.stringify(of["asks-for"])
		},
		"by-rule": {
			type: "boolean",
			description: "Whether a rule chooses the rows that judge, so that those of another time can be looked at.",
			of: ({ data }) => data?.time !== void 0
		},
		serves: {
			type: "boolean",
			description: "Whether its model.yaml declares `serve`, so that its endpoint can be asked.",
			of: ({ serves }) => serves === true
		},
		champion: {
			type: "integer",
			description: "The version that serves; empty where none does.",
			of: ({ champion }) => champion?.version
		}
	},
	performance: PERFORMANCE,
	drift: {
		model: {
			type: "text",
			description: "The model.",
			of: ({ model }) => model
		},
		drifted: {
			type: "text",
			description: "JSON list of the features that drifted in this run.",
			of: ({ features }) => JSON.stringify(features.flatMap(({ feature, status }) => status === "drift" ? [feature] : []))
		},
		evidence: {
			...EVIDENCE,
			of: pathsOf
		}
	},
	retraining: RETRAINING,
	"service-levels": SERVICE_LEVELS,
	alerts: ALERTS,
	evaluation: {
		model: {
			type: "text",
			description: "The model.",
			of: ({ model }) => model
		},
		version: {
			type: "integer",
			description: "The version that was scored.",
			of: (of) => of.version.version
		},
		artifact: {
			type: "text",
			description: "The SHA-256 of its artifact.",
			of: (of) => of.version.artifact
		},
		metric: {
			type: "text",
			description: "The primary metric.",
			of: (of) => of["primary-metric"]
		},
		value: {
			type: "number",
			description: "Its value; empty where these rows give none.",
			of: ({ facts, "primary-metric": name }) => metricOf(facts, name)
		},
		rows: {
			type: "integer",
			description: "Rows that were scored.",
			of: ({ facts }) => facts.rows
		},
		floors: {
			type: "text",
			description: "`passed`, `failed` or `inconclusive` by the floors of the next stage; empty beside a champion.",
			of: ({ gates }) => gates?.outcome
		},
		evidence: {
			...EVIDENCE,
			of: pathsOf
		}
	},
	comparison: {
		model: {
			type: "text",
			description: "The model; empty where two files were compared.",
			of: (of) => of.model
		},
		champion: {
			type: "integer",
			description: "The version that serves.",
			of: (of) => of.champion.version
		},
		challenger: {
			type: "integer",
			description: "The version that asks to replace it.",
			of: (of) => of.challenger.version
		},
		artifact: {
			type: "text",
			description: "The SHA-256 of the challenger's artifact.",
			of: (of) => of.challenger.artifact
		},
		verdict: {
			type: "text",
			description: "On the primary metric: `better`, `not-worse`, `worse` or `inconclusive`.",
			of: ({ verdict }) => verdict
		},
		metric: {
			type: "text",
			description: "The primary metric.",
			of: (of) => of["primary-metric"]
		},
		"champion-value": {
			type: "number",
			description: "Its value for the champion; empty where these rows give none.",
			of: (of) => metricOf(of["champion-evaluation"], of["primary-metric"])
		},
		"challenger-value": {
			type: "number",
			description: "Its value for the challenger; empty where these rows give none.",
			of: (of) => metricOf(of["challenger-evaluation"], of["primary-metric"])
		},
		stage: {
			type: "text",
			description: "The stage whose policy judged; empty where none did.",
			of: (of) => of["judged-for"]
		},
		evidence: {
			...EVIDENCE,
			of: pathsOf
		}
	},
	latency: {
		model: {
			type: "text",
			description: "The model.",
			of: ({ model }) => model
		},
		champion: {
			type: "integer",
			description: "The version that serves.",
			of: (of) => of.champion.version
		},
		challenger: {
			type: "integer",
			description: "The version that asks to replace it.",
			of: (of) => of.challenger.version
		},
		"p50-ratio": ratioOf("p50"),
		"p95-ratio": ratioOf("p95"),
		"p99-ratio": ratioOf("p99"),
		noisy: {
			type: "boolean",
			description: "Whether the champion differs from itself so much that the machine is too noisy.",
			of: ({ noisy }) => noisy.length > 0
		},
		evidence: {
			...EVIDENCE,
			of: pathsOf
		}
	},
	contract: {
		model: {
			type: "text",
			description: "The model.",
			of: ({ model }) => model
		},
		version: {
			type: "integer",
			description: "The version that was tried.",
			of: (of) => of.version.version
		},
		artifact: {
			type: "text",
			description: "The SHA-256 of its artifact.",
			of: (of) => of.version.artifact
		},
		broken: {
			type: "integer",
			description: "How many promises were broken.",
			of: ({ facts }) => facts.checks.filter(({ outcome }) => outcome === "broken").length
		},
		evidence: {
			...EVIDENCE,
			of: pathsOf
		}
	},
	reproduction: {
		model: {
			type: "text",
			description: "The model.",
			of: ({ model }) => model
		},
		version: {
			type: "integer",
			description: "The version that was trained again.",
			of: (of) => of.version.version
		},
		artifact: {
			type: "text",
			description: "The SHA-256 of its artifact.",
			of: (of) => of.version.artifact
		},
		finding: {
			type: "text",
			description: "`same-bytes`, `same-predictions` or `different`; empty where nothing was found out.",
			of: ({ facts }) => facts?.finding
		},
		evidence: {
			...EVIDENCE,
			of: pathsOf
		}
	}
};
function metricOf(facts, name) {
	return (facts?.metrics ?? {})[name] ?? facts?.["own-metrics"]?.[name]?.value;
}
function outputsOf(result) {
	const own = OF_KIND[result.kind] ?? {};
	const values = Object.entries({
		...OF_ALL,
		...own
	}).map(([name, { of }]) => [name, of(result)]);
	return Object.fromEntries(values.map(([name, value]) => [name, value === void 0 ? void 0 : String(value)]));
}
// actions/progress.ts
const PATIENCE_MS = 3e3;
const EVERY_MS = 5e3;
function openProgress(say, now = () => process.uptime() * 1e3) {
	let next = now() + PATIENCE_MS;
	return (step, share) => {
		const time = now();
		if (time < next) return;
		next = time + EVERY_MS;
		say(share === void 0 ? step : `${step}, ${Math.floor(share * 100)} %`);
	};
}
// src/doors/coerce.ts
init_errors$2();
const NUMBERS = {
	integer: {
		pattern: /^-?\d{1,15}$/,
		called: "a whole number"
	},
	number: {
		pattern: /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/,
		called: "a number"
	}
};
function coerce({ kind, values }, text) {
	if (kind === "boolean") {
		if (text === "true" || text === "false") return { value: text === "true" };
		return { complaint: `is either true or false, not \`${text}\`` };
	}
	if (kind === "integer" || kind === "number") {
		const { pattern, called } = NUMBERS[kind];
		return pattern.test(text) ? { value: Number(text) } : {
			complaint: `wants ${called}, not \`${text}\``,
			instead: "1"
		};
	}
	if (values === void 0 || values.includes(text)) return { value: text };
	return {
		complaint: `cannot be \`${text}\``,
		...nearestOf(text, values)
	};
}
function nearestOf(text, values) {
	const instead = nearest(text, values);
	return instead === void 0 ? {} : { instead };
}
const SIDE_BY_SIDE = new Set(["columns", "looks"]);
function splitList({ flag }, text) {
	return SIDE_BY_SIDE.has(flag) ? text.split(",") : [text];
}
// actions/read-inputs.ts
init_errors$2();
const TOKEN$1 = "token";
function readInputs(command, environment) {
	refuseUnknown(command, environment);
	const values = new Map();
	for (const input of command.flags) {
		const text = environment[variableOf(input.flag)]?.trim() ?? "";
		if (text !== "") values.set(input.input, inputValue(input, text));
	}
	const missing = command.flags.filter(({ required, input }) => required && !values.has(input));
	if (missing.length === 0) return values;
	const names = missing.map(({ flag }) => flag);
	throw badInput(`the Action needs ${names.join(" and ")}`, `write under \`with:\` a line \`${names[0]}: …\``);
}
function readToken(environment) {
	return environment[variableOf(TOKEN$1)]?.trim() || void 0;
}
function variableOf(name) {
	return `INPUT_${name.toUpperCase()}`;
}
function refuseUnknown({ name, flags, asksGitHub }, environment) {
	const known = [...flags.map(({ flag }) => flag), ...asksGitHub ? [TOKEN$1] : []];
	const variables = known.map(variableOf);
	const stray = Object.keys(environment).find((variable) => variable.startsWith("INPUT_") && !variables.includes(variable));
	if (stray === void 0) return;
	const written = stray.slice(6).toLowerCase();
	throw badInput(`\`${written}\` is no input of the Action ${name}`, suggestion(written, known));
}
function inputValue(input, text) {
	if (input.kind !== "list") return converted(input, text);
	return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "").flatMap((line) => splitList(input, line));
}
function converted(input, text) {
	const coerced = coerce(input, text);
	if ("value" in coerced) return coerced.value;
	const { complaint, instead = input.kind === "boolean" ? "true" : void 0 } = coerced;
	const next = instead === void 0 ? `choose one of ${input.values?.join(", ")}` : `write \`${input.flag}: ${instead}\``;
	throw badInput(`the input ${input.flag} ${complaint}`, next);
}
function badInput(message, next) {
	return new ModelyardError({
		code: "bad-input",
		message,
		next
	});
}
// actions/reporting.ts
init_errors$2();
function measuringInputs(values, reporting) {
	return Object.fromEntries([...values].filter(([key]) => !reporting?.inputs.includes(key)));
}
async function reportFile({ inputs, load }, file, values, ports) {
	if (file === void 0) throw noPlace();
	const own = [...values].filter(([key]) => inputs.includes(key) || key === "model");
	return (await load()).execute({
		...Object.fromEntries(own),
		files: [file]
	}, ports, {});
}
function writeAnswer(kind, json) {
	const { RUNNER_TEMP: folder } = process.env;
	if (!folder) return void 0;
	const path = join(folder, `modelyard-${kind}-${randomUUID()}.json`);
	writeFileSync(path, json);
	return path;
}
function noPlace() {
	return new ModelyardError({
		code: "bad-input",
		message: "there is no folder for the answer that is to be reported",
		next: "RUNNER_TEMP has to name the folder that the runner made; no step may change it"
	});
}
// actions/summary.ts
const SUMMARY_LIMIT = 1048576;
const byteLength = (text) => Buffer.byteLength(text, "utf8");
function summaryOf(result, limit = SUMMARY_LIMIT) {
	const whole = "the file that the output `result-file` names";
	for (const most of [
		limit,
		Math.floor(limit / 2),
		Math.floor(limit / 3)
	]) {
		const text = `${render(result, "markdown", {
			limit: most,
			whole
		})}\n`;
		if (byteLength(text) <= limit) return text;
	}
	return "The report is too long for a summary. It is in the file that the output `result-file` names.\n";
}
// actions/run-action.ts
init_errors$2();
async function runAction(action) {
	const cancellation = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => cancellation.abort());
	return endStep((files) => answer(action, files, cancellation.signal));
}
async function answer(action, files, signal) {
	const { definition, load, openPorts, reporting } = action;
	const values = readInputs(definition, process.env);
	const ports = await openPorts(process.cwd(), readToken(process.env));
	await fillFromEvent(definition, values, ports);
	const watch = {
		signal,
		progress: openProgress((line) => process.stdout.write(plainLog(`${line}\n`)))
	};
	const show = async (file) => reporting === void 0 ? void 0 : reportFile(reporting, file, values, ports);
	return tell(await (await load()).execute(measuringInputs(values, reporting), ports, watch).catch(async (error) => {
		const file = writeAnswer("failure", renderFailure(knownError(error, REPORT), definition.name));
		files.setOutputs({ [RESULT_FILE]: file });
		await show(file).catch(() => {});
		throw error;
	}), files, show);
}
async function fillFromEvent({ flags }, values, ports) {
	for (const { input } of flags) {
		const value = await (values.has(input) ? void 0 : FROM_EVENT[input])?.read(readEvent(process.env), ports);
		if (value !== void 0) values.set(input, value);
	}
}
async function tell(result, files, show) {
	const file = writeAnswer(result.kind, render(result, "json"));
	files.setOutputs({
		...outputsOf(result),
		[RESULT_FILE]: file
	});
	const report = await show(file).catch((error) => {
		files.addSummary(summaryOf(result));
		throw error;
	});
	if (report !== void 0) files.setOutputs(outputsOf(report));
	files.addSummary(summaryOf(report ?? result));
	const told = report === void 0 ? [result] : [result, report];
	return {
		text: logOf(render(report ?? result, "text"), annotationLines(told.flatMap(annotationsOf))),
		status: exitStatusOfAnswer(result)
	};
}
// node_modules/zod/v4/core/util.js
function getEnumValues(entries) {
	const numericValues = Object.values(entries).filter((v) => typeof v === "number");
	return Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
}
function jsonStringifyReplacer(_, value) {
	if (typeof value === "bigint") return value.toString();
	return value;
}
function cached(getter) {
	return new Cached(getter);
}
function nullish(input) {
	return input === null || input === void 0;
}
function cleanRegex(source) {
	const start = source.startsWith("^") ? 1 : 0;
	const end = source.endsWith("$") ? source.length - 1 : source.length;
	return source.slice(start, end);
}
function defineLazy(object, key, getter) {
	let value = void 0;
	Object.defineProperty(object, key, {
		get() {
			if (value === EVALUATING) return;
			if (value === void 0) {
				value = EVALUATING;
				value = getter();
			}
			return value;
		},
		set(v) {
			Object.defineProperty(object, key, { value: v });
		},
		configurable: true
	});
}
function assignProp(target, prop, value) {
	Object.defineProperty(target, prop, {
		value,
		writable: true,
		enumerable: true,
		configurable: true
	});
}
function rawShape(def) {
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	return desc?.get ? desc.get.raw : desc?.value;
}
function sourceShape(schema) {
	return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
function deferProp(target, key, getter) {
	Object.defineProperty(target, key, {
		get() {
			const value = getter();
			assignProp(this, key, value);
			return value;
		},
		enumerable: true,
		configurable: true
	});
}
function putProp(target, key, value) {
	if (key in target) assignProp(target, key, value);
	else target[key] = value;
}
function mirrorShape(target, source, keys, wrap) {
	const raw = sourceShape(source);
	for (const key of keys) {
		const desc = Object.getOwnPropertyDescriptor(raw, key);
		if (!desc.enumerable) continue;
		if (desc.get) deferProp(target, key, () => {
			const value = source._zod.def.shape[key];
			return wrap ? wrap(value, key) : value;
		});
		else putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
	}
}
function mirrorProps(target, source) {
	for (const key of Reflect.ownKeys(source)) {
		const desc = Object.getOwnPropertyDescriptor(source, key);
		if (!desc.enumerable) continue;
		if (desc.get) deferProp(target, key, () => source[key]);
		else putProp(target, key, desc.value);
	}
}
function mergeDefs(...defs) {
	const mergedDescriptors = {};
	for (const def of defs) {
		const descriptors = Object.getOwnPropertyDescriptors(def);
		Object.assign(mergedDescriptors, descriptors);
	}
	return Object.defineProperties({}, mergedDescriptors);
}
function isObject(data) {
	return typeof data === "object" && data !== null && !Array.isArray(data);
}
function isPlainObject(o) {
	if (isObject(o) === false) return false;
	const ctor = o.constructor;
	if (ctor === void 0) return true;
	if (typeof ctor !== "function") return true;
	const prot = ctor.prototype;
	if (isObject(prot) === false) return false;
	if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) return false;
	return true;
}
function shallowClone(o) {
	if (isPlainObject(o)) return { ...o };
	if (Array.isArray(o)) return [...o];
	if (o instanceof Map) return new Map(o);
	if (o instanceof Set) return new Set(o);
	return o;
}
function escapeRegex(str) {
	return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
	const cl = new inst._zod.constr(def ?? inst._zod.def);
	if (!def || params?.parent) cl._zod.parent = inst;
	return cl;
}
function normalizeParams(_params) {
	const params = _params;
	if (!params) return {};
	if (typeof params === "string") return { error: () => params };
	if (params?.message !== void 0) {
		if (params?.error !== void 0) throw new Error("Cannot specify both `message` and `error` params");
		params.error = params.message;
	}
	delete params.message;
	if (typeof params.error === "string") return {
		...params,
		error: () => params.error
	};
	return params;
}
function optionalKeys(shape) {
	return Object.keys(shape).filter((k) => {
		return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
	});
}
function maskedKeys(schema, mask) {
	const raw = sourceShape(schema);
	const keys = [];
	for (const key of Reflect.ownKeys(mask)) {
		if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) throw new Error(`Unrecognized key: "${String(key)}"`);
		if (mask[key]) keys.push(key);
	}
	return keys;
}
function omit$1(schema, mask) {
	const currDef = schema._zod.def;
	const checks = currDef.checks;
	if (checks && checks.length > 0) throw new Error(".omit() cannot be used on object schemas containing refinements");
	const omitted = new Set(maskedKeys(schema, mask));
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
	return clone(schema, mergeDefs(currDef, {
		shape: newShape,
		checks: []
	}));
}
function extend$1(schema, shape) {
	if (!isPlainObject(shape)) throw new Error("Invalid input to extend: expected a plain object");
	const checks = schema._zod.def.checks;
	if (checks && checks.length > 0) {
		const existingShape = sourceShape(schema);
		for (const key of Reflect.ownKeys(shape)) if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0) throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
	}
	return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function extended(schema, shape) {
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
	mirrorProps(newShape, shape);
	return newShape;
}
function aborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue !== true) return true;
	return false;
}
function explicitlyAborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue === false) return true;
	return false;
}
function prefixIssues(path, issues) {
	return issues.map((iss) => {
		var _a;
		(_a = iss).path ?? (_a.path = []);
		iss.path.unshift(path);
		return iss;
	});
}
function unwrapMessage(message) {
	return typeof message === "string" ? message : message?.message;
}
function sizeCaps(defChecks) {
	const caps = [];
	for (const ch of defChecks ?? []) {
		const d = ch._zod.def;
		if (!/_(length|size)$|_equals$/.test(d.check)) break;
		const max = d.maximum ?? d.length ?? d.size;
		if (max >= 0) caps.push([max, ch]);
	}
	return caps;
}
function attachSchema(issues, start, inst) {
	var _a;
	for (let i = start; i < issues.length; i++) (_a = issues[i]).schema ?? (_a.schema = inst);
}
function finalizeIssue(iss, ctx, config) {
	var _a;
	const traits = iss.inst?._zod?.traits;
	if (traits?.has("$ZodType")) {
		if (traits.has("$ZodCheck")) (_a = iss).schema ?? (_a.schema = iss.inst);
		else iss.schema = iss.inst;
	}
	const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
	const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config.customError?.(iss)) ?? unwrapMessage(config.localeError?.(iss)) ?? "Invalid input";
	const full = {};
	for (const k of Object.keys(iss)) {
		if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__") continue;
		full[k] = iss[k];
	}
	full.path ?? (full.path = []);
	full.message = message;
	if (ctx?.reportInput) full.input = iss.input;
	return full;
}
function codePointLength(str) {
	const units = str.length;
	if (!highSurrogate.test(str)) return units;
	let count = units;
	for (let i = 0; i < units - 1; i++) if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
		count--;
		i++;
	}
	return count;
}
function getLengthableOrigin(input) {
	if (Array.isArray(input)) return "array";
	if (typeof input === "string") return "string";
	return "unknown";
}
function issue(...args) {
	const [iss, input, inst] = args;
	if (typeof iss === "string") return {
		message: iss,
		code: "custom",
		input,
		inst
	};
	return { ...iss };
}
function members(proto, table) {
	for (const key in table) {
		const desc = Object.getOwnPropertyDescriptor(table, key);
		if (desc.get) Object.defineProperty(proto, key, {
			...desc,
			enumerable: false
		});
		else defineBound(proto, key, desc.value);
	}
}
function own(inst, key, value, enumerable = true) {
	Object.defineProperty(inst, key, {
		configurable: true,
		writable: true,
		enumerable,
		value
	});
	return value;
}
function hide(inst, key, value) {
	return own(inst, key, value, false);
}
function defineBound(proto, key, fn) {
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			return this == null ? fn : own(this, key, fn.bind(this));
		},
		set(value) {
			own(this, key, value);
		}
	});
}
function claim(inst, sentinel) {
	const proto = Object.getPrototypeOf(inst);
	return sentinel in proto ? void 0 : proto;
}
function defineLazyInternal(inst, key, compute) {
	const proto = Object.getPrototypeOf(inst._zod);
	if (key in proto && installing !== inst._zod) {
		installing = void 0;
		return;
	}
	installing = inst._zod;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			Object.defineProperty(this, key, breaker);
			const outer = broke;
			broke = false;
			try {
				const value = compute(this);
				if (broke) delete this[key];
				else Object.defineProperty(this, key, {
					configurable: true,
					writable: true,
					value
				});
				broke = broke || outer;
				return value;
			} catch (err) {
				delete this[key];
				broke = broke || outer;
				throw err;
			}
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				value
			});
		}
	});
}
function installLazyProp(inst, key, make, enumerable) {
	const proto = claim(inst, key);
	if (!proto) return;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			const desc = {
				configurable: true,
				writable: true,
				enumerable,
				value: void 0
			};
			Object.defineProperty(this, key, desc);
			desc.value = make(this);
			Object.defineProperty(this, key, desc);
			return desc.value;
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				enumerable,
				value
			});
		}
	});
}
var Cached, EVALUATING, captureStackTrace, propertyKeyTypes, NUMBER_FORMAT_RANGES, BIGINT_FORMAT_RANGES, highSurrogate, installing, broke, breaker;
var init_util = __esmMin(() => {
	Cached = class {
		constructor(getter) {
			this._getter = getter;
			this._value = void 0;
		}
		get value() {
			const getter = this._getter;
			if (getter !== void 0) {
				this._value = getter();
				this._getter = void 0;
			}
			return this._value;
		}
	};
	EVALUATING = Symbol("evaluating");
	captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {};
	propertyKeyTypes = new Set([
		"string",
		"number",
		"symbol"
	]);
	NUMBER_FORMAT_RANGES = (() => ({
		safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
		int32: [-2147483648, 2147483647],
		uint32: [0, 4294967295],
		float32: [-34028234663852886e22, 34028234663852886e22],
		float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
	}))();
	BIGINT_FORMAT_RANGES = {
		int64: [BigInt("-9223372036854775808"), BigInt("9223372036854775807")],
		uint64: [BigInt(0), BigInt("18446744073709551615")]
	};
	highSurrogate = /[\uD800-\uDBFF]/;
	broke = false;
	breaker = {
		configurable: true,
		get() {
			broke = true;
		}
	};
});
// node_modules/zod/v4/core/core.js
function newError(Definition) {
	const E = _E;
	if (E) {
		const saved = E.stackTraceLimit;
		if (typeof saved === "number") {
			try {
				E.stackTraceLimit = 0;
			} catch {
				_E = null;
				return new Definition();
			}
			try {
				return new Definition();
			} finally {
				E.stackTraceLimit = saved;
			}
		}
	}
	return new Definition();
}
function $constructor(name, initializer, proto, params) {
	const zodProto = {};
	function Internals(def) {
		this.def = def;
		this.constr = _;
		this.traits = new Set();
	}
	Internals.prototype = zodProto;
	const protoMembers = proto;
	const initialized = protoMembers && new WeakSet();
	function init(inst, def) {
		if (!inst._zod) {
			_zodDesc.value = new Internals(def);
			try {
				Object.defineProperty(inst, "_zod", _zodDesc);
			} finally {
				_zodDesc.value = void 0;
			}
		} else if (inst._zod.traits.has(name)) return;
		inst._zod.traits.add(name);
		initializer(inst, def);
		if (initialized) {
			const own = Object.getPrototypeOf(inst);
			const ctorProto = inst._zod.constr.prototype;
			let up = own;
			while (up && up !== ctorProto) up = Object.getPrototypeOf(up);
			const target = up ?? own;
			if (!initialized.has(target)) {
				initialized.add(target);
				members(target, protoMembers);
			}
		}
		const proto = _.prototype;
		for (const k in proto) {
			if (!Object.prototype.hasOwnProperty.call(proto, k)) continue;
			if (!(k in inst)) inst[k] = proto[k].bind(inst);
		}
	}
	const Parent = params?.Parent ?? Object;
	class Definition extends Parent {}
	Object.defineProperty(Definition, "name", { value: name });
	function _(def) {
		const inst = params?.Parent ? newError(Definition) : this;
		init(inst, def);
		const deferred = inst._zod.deferred;
		if (deferred) {
			for (const fn of deferred) fn();
			inst._zod.deferred = void 0;
		}
		const pp = globalThis.__zod_globalConfig?.postProcessor;
		if (pp) pp(inst);
		return inst;
	}
	Object.defineProperty(_, "init", { value: init });
	Object.defineProperty(_, Symbol.hasInstance, { value: (inst) => {
		if (params?.Parent && inst instanceof params.Parent) return true;
		return inst?._zod?.traits?.has(name);
	} });
	Object.defineProperty(_, "name", { value: name });
	return _;
}
function config(newConfig) {
	if (newConfig) Object.assign(globalConfig, newConfig);
	return globalConfig;
}
var _a$1, _zodDesc, _E, $ZodAsyncError, globalConfig;
var init_core$1 = __esmMin(() => {
	init_util();
	_zodDesc = {
		value: void 0,
		enumerable: false
	};
	_E = "captureStackTrace" in Error ? Error : null;
	$ZodAsyncError = class extends Error {
		constructor() {
			super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
		}
	};
	(_a$1 = globalThis).__zod_globalConfig ?? (_a$1.__zod_globalConfig = {});
	globalConfig = globalThis.__zod_globalConfig;
});
// node_modules/zod/v4/core/errors.js
function _getMessage() {
	const internals = this._zod;
	internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
	return internals.message;
}
function _setMessage(value) {
	this._zod.message = value;
}
var _messageDesc, _issuesDesc, _installedToString, initializer, $ZodRealError;
var init_errors$1 = __esmMin(() => {
	init_core$1();
	init_util();
	_messageDesc = {
		get: _getMessage,
		set: _setMessage,
		enumerable: true,
		configurable: true
	};
	_issuesDesc = {
		value: void 0,
		enumerable: false
	};
	_installedToString = new WeakSet([Object.prototype, Error.prototype]);
	initializer = (inst, def) => {
		inst.name = "$ZodError";
		_issuesDesc.value = def;
		Object.defineProperty(inst, "issues", _issuesDesc);
		_issuesDesc.value = void 0;
		Object.defineProperty(inst, "message", _messageDesc);
		const proto = Object.getPrototypeOf(inst);
		if (!_installedToString.has(proto)) {
			_installedToString.add(proto);
			Object.defineProperty(proto, "toString", {
				configurable: true,
				enumerable: false,
				get() {
					const value = () => this.message;
					Object.defineProperty(this, "toString", {
						value,
						configurable: true,
						writable: true
					});
					return value;
				},
				set(value) {
					Object.defineProperty(this, "toString", {
						value,
						configurable: true,
						writable: true
					});
				}
			});
		}
	};
	$ZodRealError = $constructor("$ZodError", initializer, void 0, { Parent: Error });
});
// node_modules/zod/v4/core/parse.js
function failure(Err, issues, ctx) {
	let error;
	return {
		success: false,
		get error() {
			if (!error) {
				error = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
				issues = void 0;
				ctx = void 0;
			}
			return error;
		},
		set error(e) {
			error = e;
			issues = void 0;
			ctx = void 0;
		}
	};
}
var _parse, parse, _parseAsync, parseAsync, _safeParse, safeParse, _safeParseAsync, safeParseAsync;
var init_parse$1 = __esmMin(() => {
	init_core$1();
	init_errors$1();
	init_util();
	_parse = (_Err) => {
		const fn = (schema, value, _ctx, _params) => {
			const ctx = _ctx ? {
				..._ctx,
				async: false
			} : { async: false };
			const result = schema._zod.run({
				value,
				issues: []
			}, ctx);
			if (result instanceof Promise) throw new $ZodAsyncError();
			if (result.issues.length) {
				const e = new ((_params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
				captureStackTrace(e, _params?.callee ?? fn);
				throw e;
			}
			return result.value;
		};
		return fn;
	};
	parse = _parse($ZodRealError);
	_parseAsync = (_Err) => {
		const fn = async (schema, value, _ctx, params) => {
			const ctx = _ctx ? {
				..._ctx,
				async: true
			} : { async: true };
			let result = schema._zod.run({
				value,
				issues: []
			}, ctx);
			if (result instanceof Promise) result = await result;
			if (result.issues.length) {
				const e = new ((params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
				captureStackTrace(e, params?.callee ?? fn);
				throw e;
			}
			return result.value;
		};
		return fn;
	};
	parseAsync = _parseAsync($ZodRealError);
	_safeParse = (_Err) => (schema, value, _ctx) => {
		const ctx = _ctx ? {
			..._ctx,
			async: false
		} : { async: false };
		const result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) throw new $ZodAsyncError();
		return result.issues.length ? failure(_Err, result.issues, ctx) : {
			success: true,
			data: result.value
		};
	};
	safeParse = _safeParse($ZodRealError);
	_safeParseAsync = (_Err) => async (schema, value, _ctx) => {
		const ctx = _ctx ? {
			..._ctx,
			async: true
		} : { async: true };
		let result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) result = await result;
		return result.issues.length ? failure(_Err, result.issues, ctx) : {
			success: true,
			data: result.value
		};
	};
	safeParseAsync = _safeParseAsync($ZodRealError);
});
// node_modules/zod/v4/core/regexes.js
function anchor(source) {
	return new RegExp(`^${source}$`);
}
function timeSource(args) {
	const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
	return typeof args.precision === "number" ? args.precision === -1 ? `${hhmm}` : args.precision === 0 ? `${hhmm}:[0-5]\\d` : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}` : args.seconds ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?` : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
}
function datetime$1(args) {
	const opts = ["Z"];
	if (args.offset) opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
	const qualified = `${timeSource({
		precision: args.precision,
		seconds: true
	})}(?:${opts.join("|")})`;
	const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
	return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
var base64, base64url, dateSource, date$1, anyString, integer, number$1, boolean$1, _null$2;
var init_regexes = __esmMin(() => {
	base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
	base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
	dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
	date$1 = anchor(dateSource);
	anyString = /^[\s\S]{0,}$/;
	integer = /^-?\d+$/;
	number$1 = /^-?\d+(?:\.\d+)?$/;
	boolean$1 = /^(?:true|false)$/i;
	_null$2 = /^null$/i;
});
// node_modules/zod/v4/core/checks.js
var $ZodCheck, _whenHasLength, numericOriginMap, $ZodCheckLessThan, $ZodCheckGreaterThan, $ZodCheckNumberFormat, $ZodCheckMaxLength, $ZodCheckMinLength, $ZodCheckStringFormat, $ZodCheckRegex, $ZodCheckOverwrite;
var init_checks$1 = __esmMin(() => {
	init_core$1();
	init_util();
	$ZodCheck = $constructor("$ZodCheck", (inst, def) => {
		var _a;
		inst._zod ?? (inst._zod = {});
		inst._zod.def = def;
		(_a = inst._zod).onattach ?? (_a.onattach = []);
	});
	_whenHasLength = (payload) => {
		const val = payload.value;
		return !nullish(val) && val.length !== void 0;
	};
	numericOriginMap = {
		number: "number",
		bigint: "bigint",
		object: "date"
	};
	$ZodCheckLessThan = $constructor("$ZodCheckLessThan", (inst, def) => {
		$ZodCheck.init(inst, def);
		const origin = numericOriginMap[typeof def.value];
		inst._zod.check = (payload) => {
			if (def.inclusive ? payload.value <= def.value : payload.value < def.value) return;
			payload.issues.push({
				origin: numericOriginMap[typeof payload.value] ?? origin,
				code: "too_big",
				maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
				input: payload.value,
				inclusive: def.inclusive,
				inst,
				continue: !def.abort
			});
		};
	});
	$ZodCheckGreaterThan = $constructor("$ZodCheckGreaterThan", (inst, def) => {
		$ZodCheck.init(inst, def);
		const origin = numericOriginMap[typeof def.value];
		inst._zod.check = (payload) => {
			if (def.inclusive ? payload.value >= def.value : payload.value > def.value) return;
			payload.issues.push({
				origin: numericOriginMap[typeof payload.value] ?? origin,
				code: "too_small",
				minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
				input: payload.value,
				inclusive: def.inclusive,
				inst,
				continue: !def.abort
			});
		};
	});
	$ZodCheckNumberFormat = $constructor("$ZodCheckNumberFormat", (inst, def) => {
		$ZodCheck.init(inst, def);
		def.format = def.format || "float64";
		const isInt = def.format?.includes("int");
		const origin = isInt ? "int" : "number";
		const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
		inst._zod.check = (payload) => {
			const input = payload.value;
			if (isInt) {
				if (!Number.isInteger(input)) {
					payload.issues.push({
						expected: origin,
						format: def.format,
						code: "invalid_type",
						continue: false,
						input,
						inst
					});
					return;
				}
				if (!Number.isSafeInteger(input)) {
					if (input > 0) payload.issues.push({
						input,
						code: "too_big",
						maximum: Number.MAX_SAFE_INTEGER,
						note: "Integers must be within the safe integer range.",
						inst,
						origin,
						inclusive: true,
						continue: !def.abort
					});
					else payload.issues.push({
						input,
						code: "too_small",
						minimum: Number.MIN_SAFE_INTEGER,
						note: "Integers must be within the safe integer range.",
						inst,
						origin,
						inclusive: true,
						continue: !def.abort
					});
					return;
				}
			}
			if (input < minimum) payload.issues.push({
				origin: "number",
				input,
				code: "too_small",
				minimum,
				inclusive: true,
				inst,
				continue: !def.abort
			});
			if (input > maximum) payload.issues.push({
				origin: "number",
				input,
				code: "too_big",
				maximum,
				inclusive: true,
				inst,
				continue: !def.abort
			});
		};
	});
	$ZodCheckMaxLength = $constructor("$ZodCheckMaxLength", (inst, def) => {
		var _a;
		$ZodCheck.init(inst, def);
		(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
		inst._zod.check = (payload) => {
			const input = payload.value;
			const units = input.length;
			if ((typeof input === "string" && units > def.maximum ? codePointLength(input) : units) <= def.maximum) return;
			const origin = getLengthableOrigin(input);
			payload.issues.push({
				origin,
				code: "too_big",
				maximum: def.maximum,
				inclusive: true,
				input,
				inst,
				continue: !def.abort
			});
		};
	});
	$ZodCheckMinLength = $constructor("$ZodCheckMinLength", (inst, def) => {
		var _a;
		$ZodCheck.init(inst, def);
		(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
		inst._zod.check = (payload) => {
			const input = payload.value;
			const units = input.length;
			if ((typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units) >= def.minimum) return;
			const origin = getLengthableOrigin(input);
			payload.issues.push({
				origin,
				code: "too_small",
				minimum: def.minimum,
				inclusive: true,
				input,
				inst,
				continue: !def.abort
			});
		};
	});
	$ZodCheckStringFormat = $constructor("$ZodCheckStringFormat", (inst, def) => {
		var _a, _b;
		$ZodCheck.init(inst, def);
		if (def.pattern) (_a = inst._zod).check ?? (_a.check = (payload) => {
			def.pattern.lastIndex = 0;
			if (def.pattern.test(payload.value)) return;
			payload.issues.push({
				origin: "string",
				code: "invalid_format",
				format: def.format,
				input: payload.value,
				...def.pattern ? { pattern: def.pattern.toString() } : {},
				inst,
				continue: !def.abort
			});
		});
		else (_b = inst._zod).check ?? (_b.check = () => {});
	});
	$ZodCheckRegex = $constructor("$ZodCheckRegex", (inst, def) => {
		$ZodCheckStringFormat.init(inst, def);
		inst._zod.check = (payload) => {
			def.pattern.lastIndex = 0;
			if (def.pattern.test(payload.value)) return;
			payload.issues.push({
				origin: "string",
				code: "invalid_format",
				format: "regex",
				input: payload.value,
				pattern: def.pattern.toString(),
				inst,
				continue: !def.abort
			});
		};
	});
	$ZodCheckOverwrite = $constructor("$ZodCheckOverwrite", (inst, def) => {
		$ZodCheck.init(inst, def);
		inst._zod.check = (payload) => {
			payload.value = def.tx(payload.value);
		};
	});
});
// node_modules/zod/v4/core/doc.js
var init_doc = __esmMin(() => {});
// node_modules/zod/v4/core/versions.js
var version$1;
var init_versions = __esmMin(() => {
	version$1 = {
		major: 4,
		minor: 6,
		patch: 7
	};
});
// node_modules/zod/v4/core/schemas.js
async function validateAsync(inst, value) {
	const ctx = { async: true };
	return toStandardResult(await inst._zod.run({
		value,
		issues: []
	}, ctx), ctx);
}
function standardProps(inst) {
	return {
		validate: (value) => {
			const ctx = { async: false };
			try {
				const r = inst._zod.run({
					value,
					issues: []
				}, ctx);
				if (!(r instanceof Promise)) return toStandardResult(r, ctx);
			} catch (_) {}
			return validateAsync(inst, value);
		},
		vendor: "zod",
		version: 1
	};
}
function capSize(inst, size) {
	const caps = sizeCaps(inst._zod.def.checks);
	if (!caps.length) return;
	const cap = Math.min(...caps.map((c) => c[0]));
	const parse = inst._zod.parse;
	inst._zod.parse = (payload, ctx) => {
		const n = size(payload.value);
		if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
			for (const [max, ch] of sizeCaps(inst._zod.def.checks)) if (n > max && ch._zod.def.when(payload)) {
				const start = payload.issues.length;
				ch._zod.check(payload);
				payload.issues[start].continue = false;
				attachSchema(payload.issues, start, inst);
				return payload;
			}
		}
		return parse(payload, ctx);
	};
}
function handleArrayResult(result, final, index) {
	if (result.issues.length) final.issues.push(...prefixIssues(index, result.issues));
	final.value[index] = result.value;
}
function handlePropertyResult(result, final, key, input, optin, optout) {
	const isPresent = key in input;
	const isOptionalOut = optout === "optional";
	if (!isPresent && isOptionalOut && optin === "optional") return;
	if (result.issues.length) {
		if (optin !== void 0 && isOptionalOut && !isPresent) return;
		final.issues.push(...prefixIssues(key, result.issues));
	}
	if (!isPresent && optin === void 0) {
		if (!result.issues.length) final.issues.push({
			code: "invalid_type",
			expected: "nonoptional",
			input: void 0,
			path: [key]
		});
		return;
	}
	if (result.value === void 0) {
		if (isPresent || optin === "defaulted" && !isOptionalOut) final.value[key] = void 0;
	} else final.value[key] = result.value;
}
function normalizeDef(def) {
	const keys = Object.keys(def.shape);
	const ownSymbols = Object.getOwnPropertySymbols(def.shape);
	const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
	const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
	for (const k of allKeys) if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
	const okeys = optionalKeys(def.shape);
	return {
		...def,
		allKeys,
		symbolKeys,
		keySet: new Set(keys),
		numKeys: keys.length,
		optionalKeys: new Set(okeys)
	};
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
	const unrecognized = [];
	const keySet = def.keySet;
	const _catchall = def.catchall._zod;
	const t = _catchall.def.type;
	const optin = _catchall.optin;
	const optout = _catchall.optout;
	let seen = 0;
	for (const key in input) {
		if (abortEarly && payload.issues.length !== seen) {
			if (aborted(payload, seen)) break;
			seen = payload.issues.length;
		}
		if (keySet.has(key)) continue;
		if (key === "__proto__") {
			if (t === "never") unrecognized.push(key);
			continue;
		}
		if (t === "never") {
			unrecognized.push(key);
			continue;
		}
		const r = _catchall.run({
			value: input[key],
			issues: []
		}, ctx);
		if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
		else handlePropertyResult(r, payload, key, input, optin, optout);
	}
	if (unrecognized.length) payload.issues.push({
		code: "unrecognized_keys",
		keys: unrecognized,
		input,
		inst,
		continue: true
	});
	if (!proms.length) return payload;
	return Promise.all(proms).then(() => {
		return payload;
	});
}
function handleUnionResults(results, final, inst, ctx) {
	for (const result of results) if (result.issues.length === 0) {
		final.value = result.value;
		return final;
	}
	const nonaborted = results.filter((r) => !aborted(r));
	if (nonaborted.length === 1) {
		final.value = nonaborted[0].value;
		return nonaborted[0];
	}
	final.issues.push({
		code: "invalid_union",
		input: final.value,
		inst,
		errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
	});
	return final;
}
function discriminatorMap(def) {
	const map = new Map();
	for (const option of def.options) {
		const values = option._zod.propValues?.[def.discriminator];
		if (!values || values.size === 0) throw new Error(`Invalid discriminated union option at index "${def.options.indexOf(option)}"`);
		for (const value of values) if (map.has(value)) {
			if (value !== void 0) throw new Error(`Duplicate discriminator value "${String(value)}"`);
			map.set(value, null);
		} else map.set(value, option);
	}
	return map;
}
function getTupleOptStart(items, key) {
	for (let i = items.length - 1; i >= 0; i--) if (!(key === "optin" ? items[i]._zod.optin !== void 0 : items[i]._zod.optout === "optional")) return i + 1;
	return 0;
}
function handleTupleResult(result, final, index) {
	if (result.issues.length) final.issues.push(...prefixIssues(index, result.issues));
	final.value[index] = result.value;
}
function handleTupleResults(itemResults, final, items, input, optoutStart) {
	for (let i = 0; i < items.length; i++) {
		const r = itemResults[i];
		const isPresent = i < input.length;
		if (!isPresent && i >= optoutStart && items[i]._zod.optin === "optional") {
			final.value.length = i;
			break;
		}
		if (r.issues.length) {
			if (!isPresent && i >= optoutStart) {
				final.value.length = i;
				break;
			}
			final.issues.push(...prefixIssues(i, r.issues));
		}
		final.value[i] = r.value;
	}
	for (let i = final.value.length - 1; i >= input.length; i--) if (items[i]._zod.optout === "optional" && final.value[i] === void 0) final.value.length = i;
	else break;
	return final;
}
function handleOptionalResult(payload, result) {
	payload.value = result.issues.length ? void 0 : result.value;
	return payload;
}
function handleDefaultResult(payload, def) {
	if (payload.value === void 0) payload.value = def.defaultValue;
	return payload;
}
function handleRefineResult(result, payload, input, inst) {
	if (!result) {
		const _iss = {
			code: "custom",
			input,
			inst,
			path: [...inst._zod.def.path ?? []],
			continue: !inst._zod.def.abort
		};
		if (inst._zod.def.params) _iss.params = inst._zod.def.params;
		payload.issues.push(issue(_iss));
	}
}
var $ZodType, toStandardResult, $ZodString, $ZodStringFormat, $ZodISODateTime, $ZodISODate, base64Charset, base64urlCharset, $ZodNumber, $ZodNumberFormat, $ZodBoolean, $ZodNull, $ZodUnknown, $ZodNever, arraySize, $ZodArray, NO_SYMBOL_KEYS, $ZodObject, $ZodUnion, $ZodDiscriminatedUnion, $ZodTuple, $ZodRecord, $ZodEnum, $ZodLiteral, $ZodOptional, $ZodNullable, $ZodDefault, $ZodLazy, $ZodCustom;
var init_schemas$1 = __esmMin(() => {
	init_checks$1();
	init_core$1();
	init_regexes();
	init_util();
	init_versions();
	$ZodType = $constructor("$ZodType", (inst, def) => {
		var _a;
		inst ?? (inst = {});
		inst._zod.def = def;
		inst._zod.bag = inst._zod.bag || {};
		inst._zod.version = version$1;
		const defChecks = inst._zod.def.checks;
		const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
		for (const ch of checks) for (const fn of ch._zod.onattach) fn(inst);
		if (checks.length === 0) {
			(_a = inst._zod).deferred ?? (_a.deferred = []);
			inst._zod.deferred?.push(() => {
				inst._zod.run = inst._zod.parse;
			});
		} else {
			const runChecks = (payload, checks, ctx) => {
				if (payload.memo) return payload;
				let isAborted = aborted(payload);
				let asyncResult;
				for (const ch of checks) {
					if (ch._zod.def.when) {
						if (explicitlyAborted(payload)) continue;
						if (!ch._zod.def.when(payload)) continue;
					} else if (isAborted) continue;
					const currLen = payload.issues.length;
					const _ = ch._zod.check(payload);
					if (_ instanceof Promise && ctx?.async === false) throw new $ZodAsyncError();
					if (asyncResult || _ instanceof Promise) asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
						await _;
						if (payload.issues.length === currLen) return;
						attachSchema(payload.issues, currLen, inst);
						if (!isAborted) isAborted = aborted(payload, currLen);
					});
					else {
						if (payload.issues.length === currLen) continue;
						attachSchema(payload.issues, currLen, inst);
						if (!isAborted) isAborted = aborted(payload, currLen);
					}
				}
				if (asyncResult) return asyncResult.then(() => {
					return payload;
				});
				return payload;
			};
			const handleCanaryResult = (canary, payload, ctx) => {
				if (aborted(canary)) {
					canary.aborted = true;
					return canary;
				}
				const checkResult = runChecks(payload, checks, ctx);
				if (checkResult instanceof Promise) {
					if (ctx.async === false) throw new $ZodAsyncError();
					return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
				}
				return inst._zod.parse(checkResult, ctx);
			};
			inst._zod.run = (payload, ctx) => {
				if (ctx.skipChecks) return inst._zod.parse(payload, ctx);
				if (ctx.direction === "backward") {
					const canary = inst._zod.parse({
						value: payload.value,
						issues: []
					}, {
						...ctx,
						skipChecks: true
					});
					if (canary instanceof Promise) return canary.then((canary) => {
						return handleCanaryResult(canary, payload, ctx);
					});
					return handleCanaryResult(canary, payload, ctx);
				}
				const result = inst._zod.parse(payload, ctx);
				if (result instanceof Promise) {
					if (ctx.async === false) throw new $ZodAsyncError();
					return result.then((result) => runChecks(result, checks, ctx));
				}
				return runChecks(result, checks, ctx);
			};
		}
	}, {
		get "~standard"() {
			return hide(this, "~standard", standardProps(this));
		},
		set "~standard"(value) {
			own(this, "~standard", value);
		}
	});
	toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
	$ZodString = $constructor("$ZodString", (inst, def) => {
		$ZodType.init(inst, def);
		inst._zod.pattern = def.pattern ?? anyString;
		inst._zod.parse = (payload, _) => {
			if (def.coerce) try {
				payload.value = String(payload.value);
			} catch (_) {}
			if (typeof payload.value === "string") return payload;
			payload.issues.push({
				expected: "string",
				code: "invalid_type",
				input: payload.value,
				inst
			});
			return payload;
		};
	});
	$ZodStringFormat = $constructor("$ZodStringFormat", (inst, def) => {
		$ZodCheckStringFormat.init(inst, def);
		$ZodString.init(inst, def);
	});
	$ZodISODateTime = $constructor("$ZodISODateTime", (inst, def) => {
		def.pattern ?? (def.pattern = datetime$1(def));
		$ZodStringFormat.init(inst, def);
	});
	$ZodISODate = $constructor("$ZodISODate", (inst, def) => {
		def.pattern ?? (def.pattern = date$1);
		$ZodStringFormat.init(inst, def);
	});
	base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
	base64urlCharset = /^[A-Za-z0-9_-]*$/;
	$ZodNumber = $constructor("$ZodNumber", (inst, def) => {
		$ZodType.init(inst, def);
		inst._zod.pattern = number$1;
		inst._zod.parse = (payload, _ctx) => {
			if (def.coerce) try {
				payload.value = Number(payload.value);
			} catch (_) {}
			const input = payload.value;
			if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) return payload;
			const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
			payload.issues.push({
				expected: "number",
				code: "invalid_type",
				input,
				inst,
				...received ? { received } : {}
			});
			return payload;
		};
	});
	$ZodNumberFormat = $constructor("$ZodNumberFormat", (inst, def) => {
		$ZodCheckNumberFormat.init(inst, def);
		$ZodNumber.init(inst, def);
	});
	$ZodBoolean = $constructor("$ZodBoolean", (inst, def) => {
		$ZodType.init(inst, def);
		inst._zod.pattern = boolean$1;
		inst._zod.parse = (payload, _ctx) => {
			if (def.coerce) try {
				payload.value = Boolean(payload.value);
			} catch (_) {}
			const input = payload.value;
			if (typeof input === "boolean") return payload;
			payload.issues.push({
				expected: "boolean",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		};
	});
	$ZodNull = $constructor("$ZodNull", (inst, def) => {
		$ZodType.init(inst, def);
		inst._zod.pattern = _null$2;
		inst._zod.values = new Set([null]);
		inst._zod.parse = (payload, _ctx) => {
			const input = payload.value;
			if (input === null) return payload;
			payload.issues.push({
				expected: "null",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		};
	});
	$ZodUnknown = $constructor("$ZodUnknown", (inst, def) => {
		$ZodType.init(inst, def);
		inst._zod.parse = (payload) => payload;
	});
	$ZodNever = $constructor("$ZodNever", (inst, def) => {
		$ZodType.init(inst, def);
		inst._zod.parse = (payload, _ctx) => {
			payload.issues.push({
				expected: "never",
				code: "invalid_type",
				input: payload.value,
				inst
			});
			return payload;
		};
	});
	arraySize = (input) => Array.isArray(input) ? input.length : -1;
	$ZodArray = $constructor("$ZodArray", (inst, def) => {
		$ZodType.init(inst, def);
		const memo = globalConfig.memoizer;
		memo?.attach(inst);
		inst._zod.parse = (payload, ctx) => {
			const input = payload.value;
			if (!Array.isArray(input)) {
				payload.issues.push({
					expected: "array",
					code: "invalid_type",
					input,
					inst
				});
				return payload;
			}
			payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
			const proms = [];
			const abortEarly = ctx?.abortEarly;
			for (let i = 0; i < input.length; i++) {
				const item = input[i];
				const result = def.element._zod.run({
					value: item,
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => handleArrayResult(result, payload, i)));
				else {
					handleArrayResult(result, payload, i);
					if (abortEarly && result.issues.length !== 0 && aborted(result)) break;
				}
			}
			if (proms.length) return Promise.all(proms).then(() => payload);
			return payload;
		};
		capSize(inst, arraySize);
	});
	NO_SYMBOL_KEYS = [];
	$ZodObject = $constructor("$ZodObject", (inst, def) => {
		$ZodType.init(inst, def);
		const desc = Object.getOwnPropertyDescriptor(def, "shape");
		const sh = desc?.get ? desc.get.raw : def.shape ?? {};
		if (sh) {
			const get = () => {
				const newSh = { ...sh };
				Object.defineProperty(def, "shape", { value: newSh });
				get.raw = newSh;
				return newSh;
			};
			get.raw = sh;
			Object.defineProperty(def, "shape", { get });
		}
		const _normalized = cached(() => normalizeDef(def));
		defineLazyInternal(inst, "propValues", (zod) => {
			const shape = zod.def.shape;
			const propValues = {};
			for (const key in shape) {
				const field = shape[key]._zod;
				if (field.values) {
					if (!Object.prototype.hasOwnProperty.call(propValues, key)) assignProp(propValues, key, new Set());
					for (const v of field.values) propValues[key].add(v);
					if (field.optin !== void 0) propValues[key].add(void 0);
				}
			}
			return propValues;
		});
		const isObject$1 = isObject;
		const catchall = def.catchall;
		let value;
		const memo = globalConfig.memoizer;
		memo?.attach(inst);
		inst._zod.parse = (payload, ctx) => {
			value ?? (value = _normalized.value);
			const input = payload.value;
			if (!isObject$1(input)) {
				payload.issues.push({
					expected: "object",
					code: "invalid_type",
					input,
					inst
				});
				return payload;
			}
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			const proms = [];
			const shape = value.shape;
			const abortEarly = ctx?.abortEarly;
			let seen = payload.issues.length;
			for (const key of value.allKeys) {
				if (abortEarly && payload.issues.length !== seen) {
					if (aborted(payload, seen)) break;
					seen = payload.issues.length;
				}
				if (key === "__proto__") continue;
				const el = shape[key];
				const optin = el._zod.optin;
				const optout = el._zod.optout;
				const r = el._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
				else handlePropertyResult(r, payload, key, input, optin, optout);
			}
			if (!catchall) return proms.length ? Promise.all(proms).then(() => payload) : payload;
			return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
		};
	});
	$ZodUnion = $constructor("$ZodUnion", (inst, def) => {
		$ZodType.init(inst, def);
		defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
		defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
		defineLazyInternal(inst, "values", (zod) => {
			if (zod.def.options.every((o) => o._zod.values)) return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
		});
		defineLazyInternal(inst, "pattern", (zod) => {
			if (zod.def.options.every((o) => o._zod.pattern)) {
				const patterns = zod.def.options.map((o) => o._zod.pattern);
				return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
			}
		});
		const first = def.options.length === 1 ? def.options[0]._zod.run : null;
		inst._zod.parse = (payload, ctx) => {
			if (first) return first(payload, ctx);
			let async = false;
			const results = [];
			for (const option of def.options) {
				const result = option._zod.run({
					value: payload.value,
					issues: []
				}, ctx);
				if (result instanceof Promise) {
					results.push(result);
					async = true;
				} else {
					if (result.issues.length === 0) return result;
					results.push(result);
				}
			}
			if (!async) return handleUnionResults(results, payload, inst, ctx);
			return Promise.all(results).then((results) => {
				return handleUnionResults(results, payload, inst, ctx);
			});
		};
	});
	$ZodDiscriminatedUnion = $constructor("$ZodDiscriminatedUnion", (inst, def) => {
		def.inclusive = false;
		$ZodUnion.init(inst, def);
		const _super = inst._zod.parse;
		defineLazyInternal(inst, "propValues", (zod) => {
			const propValues = {};
			let undefinedCount = 0;
			for (const option of zod.def.options) {
				const pv = option._zod.propValues;
				if (!pv || Object.keys(pv).length === 0) throw new Error(`Invalid discriminated union option at index "${zod.def.options.indexOf(option)}"`);
				if (pv[zod.def.discriminator]?.has(void 0)) undefinedCount++;
				for (const [k, v] of Object.entries(pv)) {
					if (!Object.prototype.hasOwnProperty.call(propValues, k)) assignProp(propValues, k, new Set());
					for (const val of v) propValues[k].add(val);
				}
			}
			if (!zod.def.unionFallback && undefinedCount > 1) propValues[zod.def.discriminator]?.delete(void 0);
			return propValues;
		});
		def.options.forEach((option, i) => {
			const propShape = rawShape(option._zod.def);
			if (propShape && !Object.prototype.hasOwnProperty.call(propShape, def.discriminator)) throw new Error(`Invalid discriminated union option at index "${i}"`);
		});
		const disc = cached(() => discriminatorMap(def));
		inst._zod.parse = (payload, ctx) => {
			const input = payload.value;
			if (!isObject(input)) {
				payload.issues.push({
					code: "invalid_type",
					expected: "object",
					input,
					inst
				});
				return payload;
			}
			const value = input?.[def.discriminator];
			const opt = disc.value.get(value);
			if (opt && (value !== void 0 || ctx.direction !== "backward")) return opt._zod.run(payload, ctx);
			if (def.unionFallback || ctx.direction === "backward") return _super(payload, ctx);
			payload.issues.push({
				code: "invalid_union",
				errors: [],
				note: "No matching discriminator",
				discriminator: def.discriminator,
				options: Array.from(disc.value.keys()).filter((value) => disc.value.get(value) !== null),
				input,
				path: [def.discriminator],
				inst
			});
			return payload;
		};
	});
	$ZodTuple = $constructor("$ZodTuple", (inst, def) => {
		$ZodType.init(inst, def);
		const items = def.items;
		const memo = globalConfig.memoizer;
		memo?.attach(inst);
		inst._zod.parse = (payload, ctx) => {
			const input = payload.value;
			if (!Array.isArray(input)) {
				payload.issues.push({
					input,
					inst,
					expected: "tuple",
					code: "invalid_type"
				});
				return payload;
			}
			payload.value = memo ? memo.alloc(inst, payload, [], ctx) : [];
			const proms = [];
			const optinStart = getTupleOptStart(items, "optin");
			const optoutStart = getTupleOptStart(items, "optout");
			if (!def.rest) {
				if (input.length < optinStart) {
					payload.issues.push({
						code: "too_small",
						minimum: optinStart,
						inclusive: true,
						input,
						inst,
						origin: "array"
					});
					return payload;
				}
				if (input.length > items.length) payload.issues.push({
					code: "too_big",
					maximum: items.length,
					inclusive: true,
					input,
					inst,
					origin: "array"
				});
			}
			const itemResults = new Array(items.length);
			const abortEarly = def.rest ? ctx?.abortEarly : void 0;
			let itemAborted = false;
			for (let i = 0; i < items.length; i++) {
				const r = items[i]._zod.run({
					value: input[i],
					issues: []
				}, ctx);
				if (r instanceof Promise) proms.push(r.then((rr) => {
					itemResults[i] = rr;
				}));
				else {
					itemResults[i] = r;
					if (abortEarly && !itemAborted && r.issues.length) itemAborted = aborted(r);
				}
			}
			if (def.rest && !itemAborted) {
				let i = items.length - 1;
				const rest = input.slice(items.length);
				let seen = payload.issues.length;
				for (const el of rest) {
					if (abortEarly && payload.issues.length !== seen) {
						if (aborted(payload, seen)) break;
						seen = payload.issues.length;
					}
					i++;
					const result = def.rest._zod.run({
						value: el,
						issues: []
					}, ctx);
					if (result instanceof Promise) proms.push(result.then((r) => handleTupleResult(r, payload, i)));
					else handleTupleResult(result, payload, i);
				}
			}
			if (proms.length) return Promise.all(proms).then(() => handleTupleResults(itemResults, payload, items, input, optoutStart));
			return handleTupleResults(itemResults, payload, items, input, optoutStart);
		};
	});
	$ZodRecord = $constructor("$ZodRecord", (inst, def) => {
		$ZodType.init(inst, def);
		const memo = globalConfig.memoizer;
		memo?.attach(inst);
		inst._zod.parse = (payload, ctx) => {
			const input = payload.value;
			if (!isPlainObject(input)) {
				payload.issues.push({
					expected: "record",
					code: "invalid_type",
					input,
					inst
				});
				return payload;
			}
			const proms = [];
			const values = def.keyType._zod.values;
			if (values && !def.partial) {
				payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
				const recordKeys = new Set();
				for (const key of values) if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
					recordKeys.add(typeof key === "number" ? key.toString() : key);
					if (key === "__proto__") continue;
					const keyResult = def.keyType._zod.run({
						value: key,
						issues: []
					}, ctx);
					if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
					if (keyResult.issues.length) {
						payload.issues.push({
							code: "invalid_key",
							origin: "record",
							issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
							input: key,
							path: [key],
							inst
						});
						continue;
					}
					const outKey = keyResult.value;
					if (outKey === "__proto__") continue;
					const result = def.valueType._zod.run({
						value: input[key],
						issues: []
					}, ctx);
					if (result instanceof Promise) proms.push(result.then((result) => {
						if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
						payload.value[outKey] = result.value;
					}));
					else {
						if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
						payload.value[outKey] = result.value;
					}
				}
				let unrecognized;
				for (const key in input) if (!recordKeys.has(key)) {
					if (def.mode === "loose") {
						if (key === "__proto__") continue;
						payload.value[key] = input[key];
					} else {
						unrecognized = unrecognized ?? [];
						unrecognized.push(key);
					}
				}
				if (unrecognized && unrecognized.length > 0) payload.issues.push({
					code: "unrecognized_keys",
					input,
					inst,
					keys: unrecognized,
					continue: true
				});
			} else {
				payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
				let unrecognized;
				for (const key of Reflect.ownKeys(input)) {
					if (key === "__proto__") continue;
					if (!Object.prototype.propertyIsEnumerable.call(input, key)) continue;
					let keyResult = def.keyType._zod.run({
						value: key,
						issues: []
					}, ctx);
					if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
					if (typeof key === "string" && number$1.test(key) && keyResult.issues.length) {
						const retryResult = def.keyType._zod.run({
							value: Number(key),
							issues: []
						}, ctx);
						if (retryResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
						if (retryResult.issues.length === 0) keyResult = retryResult;
					}
					if (keyResult.issues.length) {
						if (def.mode === "loose") payload.value[key] = input[key];
						else if (values) {
							unrecognized = unrecognized ?? [];
							unrecognized.push(key);
						} else payload.issues.push({
							code: "invalid_key",
							origin: "record",
							issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
							input: key,
							path: [key],
							inst
						});
						continue;
					}
					const outKey = keyResult.value;
					if (outKey === "__proto__") continue;
					const result = def.valueType._zod.run({
						value: input[key],
						issues: []
					}, ctx);
					if (result instanceof Promise) proms.push(result.then((result) => {
						if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
						payload.value[outKey] = result.value;
					}));
					else {
						if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
						payload.value[outKey] = result.value;
					}
				}
				if (unrecognized && unrecognized.length > 0) payload.issues.push({
					code: "unrecognized_keys",
					input,
					inst,
					keys: unrecognized,
					continue: true
				});
			}
			if (proms.length) return Promise.all(proms).then(() => payload);
			return payload;
		};
	});
	$ZodEnum = $constructor("$ZodEnum", (inst, def) => {
		$ZodType.init(inst, def);
		const values = getEnumValues(def.entries);
		const valuesSet = new Set(values);
		inst._zod.values = valuesSet;
		defineLazyInternal(inst, "pattern", (zod) => {
			const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
			return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
		});
		inst._zod.parse = (payload, _ctx) => {
			const input = payload.value;
			if (valuesSet.has(input)) return payload;
			payload.issues.push({
				code: "invalid_value",
				values,
				input,
				inst
			});
			return payload;
		};
	});
	$ZodLiteral = $constructor("$ZodLiteral", (inst, def) => {
		$ZodType.init(inst, def);
		const values = new Set(def.values);
		inst._zod.values = values;
		defineLazyInternal(inst, "pattern", (zod) => {
			const vals = zod.def.values;
			return new RegExp(vals.length ? `^(${vals.map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
		});
		inst._zod.parse = (payload, _ctx) => {
			const input = payload.value;
			if (values.has(input)) return payload;
			payload.issues.push({
				code: "invalid_value",
				values: def.values,
				input,
				inst
			});
			return payload;
		};
	});
	$ZodOptional = $constructor("$ZodOptional", (inst, def) => {
		$ZodType.init(inst, def);
		defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
		inst._zod.optout = "optional";
		defineLazyInternal(inst, "values", (zod) => {
			const values = zod.def.innerType._zod.values;
			return values ? new Set([...values, void 0]) : void 0;
		});
		defineLazyInternal(inst, "pattern", (zod) => {
			const pattern = zod.def.innerType._zod.pattern;
			return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : void 0;
		});
		inst._zod.parse = (payload, ctx) => {
			if (payload.value === void 0) {
				if (def.innerType._zod.optin !== "defaulted") return payload;
				const result = def.innerType._zod.run({
					value: payload.value,
					issues: []
				}, ctx);
				if (result instanceof Promise) return result.then((result) => handleOptionalResult(payload, result));
				return handleOptionalResult(payload, result);
			}
			return def.innerType._zod.run(payload, ctx);
		};
	});
	$ZodNullable = $constructor("$ZodNullable", (inst, def) => {
		$ZodType.init(inst, def);
		defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
		defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
		defineLazyInternal(inst, "pattern", (zod) => {
			const pattern = zod.def.innerType._zod.pattern;
			return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : void 0;
		});
		defineLazyInternal(inst, "values", (zod) => {
			return zod.def.innerType._zod.values ? new Set([...zod.def.innerType._zod.values, null]) : void 0;
		});
		inst._zod.parse = (payload, ctx) => {
			if (payload.value === null) return payload;
			return def.innerType._zod.run(payload, ctx);
		};
	});
	$ZodDefault = $constructor("$ZodDefault", (inst, def) => {
		$ZodType.init(inst, def);
		inst._zod.optin = "defaulted";
		defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
		inst._zod.parse = (payload, ctx) => {
			if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
			if (payload.value === void 0) {
				payload.value = def.defaultValue;
				return payload;
			}
			const result = def.innerType._zod.run(payload, ctx);
			if (result instanceof Promise) return result.then((result) => handleDefaultResult(result, def));
			return handleDefaultResult(result, def);
		};
	});
	$ZodLazy = $constructor("$ZodLazy", (inst, def) => {
		$ZodType.init(inst, def);
		defineLazy(inst._zod, "innerType", () => {
			const d = def;
			if (!d._cachedInner) d._cachedInner = def.getter();
			return d._cachedInner;
		});
		defineLazyInternal(inst, "pattern", (zod) => zod.innerType?._zod?.pattern);
		defineLazyInternal(inst, "propValues", (zod) => zod.innerType?._zod?.propValues);
		defineLazyInternal(inst, "optin", (zod) => zod.innerType?._zod?.optin ?? void 0);
		defineLazyInternal(inst, "optout", (zod) => zod.innerType?._zod?.optout ?? void 0);
		inst._zod.parse = (payload, ctx) => {
			return inst._zod.innerType._zod.run(payload, ctx);
		};
	});
	$ZodCustom = $constructor("$ZodCustom", (inst, def) => {
		$ZodCheck.init(inst, def);
		$ZodType.init(inst, def);
		inst._zod.parse = (payload, _) => {
			return payload;
		};
		inst._zod.check = (payload) => {
			const input = payload.value;
			const r = def.fn(input);
			if (r instanceof Promise) return r.then((r) => handleRefineResult(r, payload, input, inst));
			handleRefineResult(r, payload, input, inst);
		};
	});
});
// node_modules/zod/v4/core/memoizer.js
var init_memoizer = __esmMin(() => {});
// node_modules/zod/v4/core/registries.js
function registry() {
	return new $ZodRegistry();
}
var _a, $ZodRegistry, globalRegistry;
var init_registries = __esmMin(() => {
	$ZodRegistry = class {
		constructor() {
			this._map = new WeakMap();
			this._idmap = new Map();
		}
		add(schema, ..._meta) {
			const meta = _meta[0];
			this._map.set(schema, meta);
			if (meta && typeof meta === "object" && "id" in meta) this._idmap.set(meta.id, schema);
			return this;
		}
		clear() {
			this._map = new WeakMap();
			this._idmap = new Map();
			return this;
		}
		remove(schema) {
			const meta = this._map.get(schema);
			if (meta && typeof meta === "object" && "id" in meta) this._idmap.delete(meta.id);
			this._map.delete(schema);
			return this;
		}
		get(schema) {
			const p = schema._zod.parent;
			if (p) {
				const pm = { ...this.get(p) ?? {} };
				delete pm.id;
				const f = {
					...pm,
					...this._map.get(schema)
				};
				return Object.keys(f).length ? f : void 0;
			}
			return this._map.get(schema);
		}
		has(schema) {
			return this._map.has(schema);
		}
	};
	(_a = globalThis).__zod_globalRegistry ?? (_a.__zod_globalRegistry = registry());
	globalRegistry = globalThis.__zod_globalRegistry;
});
// node_modules/zod/v4/core/compile.js
var init_compile = __esmMin(() => {});
// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
	if (def.checks) def.checks = [...def.checks];
	return def;
}
function _string(Class, params) {
	return new Class(snapshotChecks({
		type: "string",
		...normalizeParams(params)
	}));
}
function _isoDateTime(Class, params) {
	return new Class({
		type: "string",
		format: "datetime",
		check: "string_format",
		offset: false,
		local: false,
		precision: null,
		...normalizeParams(params)
	});
}
function _isoDate(Class, params) {
	return new Class({
		type: "string",
		format: "date",
		check: "string_format",
		...normalizeParams(params)
	});
}
function _number(Class, params) {
	return new Class(snapshotChecks({
		type: "number",
		checks: [],
		...normalizeParams(params)
	}));
}
function _int(Class, params) {
	return new Class({
		type: "number",
		check: "number_format",
		abort: false,
		format: "safeint",
		...normalizeParams(params)
	});
}
function _boolean(Class, params) {
	return new Class({
		type: "boolean",
		...normalizeParams(params)
	});
}
function _null$1(Class, params) {
	return new Class({
		type: "null",
		...normalizeParams(params)
	});
}
function _unknown(Class) {
	return new Class({ type: "unknown" });
}
function _never(Class, params) {
	return new Class({
		type: "never",
		...normalizeParams(params)
	});
}
function _lt(value, params) {
	return new $ZodCheckLessThan({
		check: "less_than",
		...normalizeParams(params),
		value,
		inclusive: false
	});
}
function _lte(value, params) {
	return new $ZodCheckLessThan({
		check: "less_than",
		...normalizeParams(params),
		value,
		inclusive: true
	});
}
function _gt(value, params) {
	return new $ZodCheckGreaterThan({
		check: "greater_than",
		...normalizeParams(params),
		value,
		inclusive: false
	});
}
function _gte(value, params) {
	return new $ZodCheckGreaterThan({
		check: "greater_than",
		...normalizeParams(params),
		value,
		inclusive: true
	});
}
function _maxLength(maximum, params) {
	return new $ZodCheckMaxLength({
		check: "max_length",
		...normalizeParams(params),
		maximum
	});
}
function _minLength(minimum, params) {
	return new $ZodCheckMinLength({
		check: "min_length",
		...normalizeParams(params),
		minimum
	});
}
function _regex(pattern, params) {
	return new $ZodCheckRegex({
		check: "string_format",
		format: "regex",
		...normalizeParams(params),
		pattern
	});
}
function _overwrite(tx) {
	return new $ZodCheckOverwrite({
		check: "overwrite",
		tx
	});
}
function _custom(Class, fn, _params) {
	const norm = normalizeParams(_params);
	norm.abort ?? (norm.abort = true);
	return new Class({
		type: "custom",
		check: "custom",
		fn,
		...norm
	});
}
function _refine(Class, fn, _params) {
	return new Class({
		type: "custom",
		check: "custom",
		fn,
		...normalizeParams(_params)
	});
}
function _superRefine(fn, params) {
	const ch = _check((payload) => {
		payload.addIssue = (issue$1) => {
			if (typeof issue$1 === "string") payload.issues.push(issue(issue$1, payload.value, ch._zod.def));
			else {
				const _issue = issue$1;
				if (_issue.fatal) _issue.continue = false;
				_issue.code ?? (_issue.code = "custom");
				if (!("input" in _issue)) _issue.input = payload.value;
				_issue.inst ?? (_issue.inst = ch);
				_issue.continue ?? (_issue.continue = !ch._zod.def.abort);
				payload.issues.push(issue(_issue));
			}
		};
		return fn(payload.value, payload);
	}, params);
	return ch;
}
function _check(fn, params) {
	const ch = new $ZodCheck({
		check: "custom",
		...normalizeParams(params)
	});
	ch._zod.check = fn;
	return ch;
}
function describe$1(description) {
	const ch = new $ZodCheck({ check: "describe" });
	ch._zod.onattach = [(inst) => {
		const existing = globalRegistry.get(inst) ?? {};
		globalRegistry.add(inst, {
			...existing,
			description
		});
	}];
	ch._zod.check = () => {};
	return ch;
}
var init_api = __esmMin(() => {
	init_checks$1();
	init_registries();
	init_util();
});
// node_modules/zod/v4/core/to-json-schema.js
function assignProps(target, ...sources) {
	for (const source of sources) for (const key of Reflect.ownKeys(source)) if (Object.prototype.propertyIsEnumerable.call(source, key)) assignProp(target, key, source[key]);
	return target;
}
function initializeContext(params) {
	let target = params?.target ?? "draft-2020-12";
	if (target === "draft-4") target = "draft-04";
	if (target === "draft-7") target = "draft-07";
	return {
		processors: params.processors ?? {},
		metadataRegistry: params?.metadata ?? globalRegistry,
		target,
		unrepresentable: params?.unrepresentable ?? "throw",
		override: params?.override ?? (() => {}),
		io: params?.io ?? "output",
		counter: 0,
		seen: new Map(),
		sharedDefsExtractedFor: void 0,
		sharedEmitDoneFor: void 0,
		cycles: params?.cycles ?? "ref",
		reused: params?.reused ?? "inline",
		intersections: [],
		deferred: [],
		external: params?.external ?? void 0
	};
}
function handleUnrepresentable(schema, ctx, json, params, message) {
	const result = typeof ctx.unrepresentable === "function" ? ctx.unrepresentable({
		zodSchema: schema,
		path: params.path,
		message
	}) : ctx.unrepresentable;
	if (result === "any") return false;
	if (result === void 0 || result === "throw") throw new Error(message);
	Object.assign(json, result);
	return true;
}
function processSchema(schema, ctx, _params = {
	path: [],
	schemaPath: []
}) {
	var _a;
	const def = schema._zod.def;
	const seen = ctx.seen.get(schema);
	if (seen) {
		seen.count++;
		if (_params.schemaPath.includes(schema)) seen.cycle = _params.path;
		return seen.schema;
	}
	const result = {
		schema: {},
		count: 1,
		cycle: void 0,
		path: _params.path
	};
	ctx.seen.set(schema, result);
	ctx.sharedDefsExtractedFor = void 0;
	ctx.sharedEmitDoneFor = void 0;
	const overrideSchema = schema._zod.toJSONSchema?.();
	if (overrideSchema) result.schema = overrideSchema;
	else {
		const params = {
			..._params,
			schemaPath: [..._params.schemaPath, schema],
			path: _params.path
		};
		if (schema._zod.processJSONSchema) schema._zod.processJSONSchema(ctx, result.schema, params);
		else {
			const _json = result.schema;
			const processor = ctx.processors[def.type];
			if (!processor) throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
			processor(schema, ctx, _json, params);
		}
		const parent = schema._zod.parent;
		if (parent) {
			if (!result.ref) result.ref = parent;
			processSchema(parent, ctx, params);
			ctx.seen.get(parent).isParent = true;
		}
	}
	const meta = ctx.metadataRegistry.get(schema);
	if (meta) assignProps(result.schema, meta);
	if (ctx.io === "input" && isTransforming(schema)) {
		delete result.schema.examples;
		delete result.schema.default;
	}
	if (ctx.io === "input" && "_prefault" in result.schema) (_a = result.schema).default ?? (_a.default = result.schema._prefault);
	delete result.schema._prefault;
	return ctx.seen.get(schema).schema;
}
function encodeJSONPointerSegment(segment) {
	return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function extractDefs(ctx, schema) {
	const root = ctx.seen.get(schema);
	if (!root) throw new Error("Unprocessed schema. This is a bug in Zod.");
	if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external) return;
	const idToSchema = new Map();
	for (const entry of ctx.seen.entries()) {
		const id = ctx.metadataRegistry.get(entry[0])?.id;
		if (id) {
			const existing = idToSchema.get(id);
			if (existing && existing !== entry[0]) throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
			idToSchema.set(id, entry[0]);
		}
	}
	const makeURI = (entry) => {
		const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
		if (ctx.external) {
			const externalId = ctx.external.registry.get(entry[0])?.id;
			const uriGenerator = ctx.external.uri ?? ((id) => id);
			if (externalId) return { ref: uriGenerator(externalId) };
			const id = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
			entry[1].defId = id;
			return {
				defId: id,
				ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}`
			};
		}
		const uriPrefix = `#`;
		const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
		if (entry[1] === root && !entry[1].schema.id) return { ref: uriPrefix };
		const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
		return {
			defId,
			ref: defUriPrefix + encodeJSONPointerSegment(defId)
		};
	};
	const extractToDef = (entry) => {
		if (entry[1].schema.$ref) return;
		const seen = entry[1];
		const { ref, defId } = makeURI(entry);
		seen.def = { ...seen.schema };
		if (defId) seen.defId = defId;
		const schema = seen.schema;
		for (const key in schema) delete schema[key];
		schema.$ref = ref;
	};
	if (ctx.cycles === "throw") for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (seen.cycle) throw new Error(`Cycle detected: #/${seen.cycle?.join("/")}/<root>

Set the \`cycles\` parameter to \`"ref"\` to resolve cyclical schemas with defs.`);
	}
	for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (schema === entry[0]) {
			extractToDef(entry);
			continue;
		}
		if (ctx.external) {
			const ext = ctx.external.registry.get(entry[0])?.id;
			if (schema !== entry[0] && ext) {
				extractToDef(entry);
				continue;
			}
		}
		if (ctx.metadataRegistry.get(entry[0])?.id) {
			extractToDef(entry);
			continue;
		}
		if (seen.cycle) {
			extractToDef(entry);
			continue;
		}
		if (seen.count > 1) {
			if (ctx.reused === "ref") extractToDef(entry);
		}
	}
	if (ctx.external) ctx.sharedDefsExtractedFor = ctx.external;
}
function compactTypeUnion(schema) {
	const options = schema.anyOf;
	if (!Array.isArray(options) || options.length === 0 || schema.type !== void 0) return;
	const types = [];
	for (const option of options) {
		if (!option || typeof option !== "object") return;
		compactTypeUnion(option);
		const keys = Object.keys(option);
		if (keys.length !== 1 || keys[0] !== "type") return;
		const type = option.type;
		for (const member of Array.isArray(type) ? type : [type]) {
			if (typeof member !== "string") return;
			if (!types.includes(member)) types.push(member);
		}
	}
	delete schema.anyOf;
	schema.type = types.length === 1 ? types[0] : types;
}
function undeclaredConstraint(member) {
	const extra = member.additionalProperties;
	if (extra === void 0 || extra === false || typeof extra !== "object" || extra === null) return null;
	return Object.keys(extra).length ? extra : null;
}
function foldObjects(members) {
	const objects = [];
	for (const member of members) {
		if (typeof member !== "object" || member.type !== "object") return null;
		for (const key in member) if (!FOLDABLE_KEYS.has(key)) return null;
		objects.push(member);
	}
	const properties = {};
	const required = new Set();
	for (const object of objects) {
		for (const key in object.properties) {
			if (Object.prototype.hasOwnProperty.call(properties, key)) continue;
			const parts = [];
			for (const other of objects) {
				const part = other.properties?.[key] ?? undeclaredConstraint(other);
				if (part === null || part === void 0) continue;
				if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part))) parts.push(part);
			}
			assignProp(properties, key, parts.length === 1 ? parts[0] : foldObjects(parts) ?? { allOf: parts });
		}
		for (const key of object.required ?? []) required.add(key);
	}
	const folded = {
		type: "object",
		properties
	};
	if (required.size) folded.required = [...required];
	if (objects.every((object) => object.additionalProperties === false)) folded.additionalProperties = false;
	else {
		const constraints = [];
		for (const object of objects) {
			const constraint = undeclaredConstraint(object);
			if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint))) constraints.push(constraint);
		}
		if (constraints.length === 1) folded.additionalProperties = constraints[0];
		else if (constraints.length > 1) folded.additionalProperties = { allOf: constraints };
	}
	return folded;
}
function foldIntersection(json) {
	const allOf = json.allOf;
	if (!Array.isArray(allOf) || allOf.length < 2) return;
	for (const key of FOLDABLE_KEYS) if (key in json) return;
	const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
	let folded = null;
	if (!unions.length) folded = foldObjects(allOf);
	else {
		const union = unions[0];
		const keyword = UNION_KEYS.find((k) => Array.isArray(union[k]));
		if (Object.keys(union).length !== 1) return;
		const rest = allOf.filter((m) => m !== union);
		const branches = union[keyword].map((branch) => foldObjects([...rest, branch]));
		if (branches.some((b) => !b)) return;
		folded = { [keyword]: branches };
	}
	if (!folded) return;
	delete json.allOf;
	assignProps(json, folded);
}
function finalize(ctx, schema) {
	const root = ctx.seen.get(schema);
	if (!root) throw new Error("Unprocessed schema. This is a bug in Zod.");
	const flattenRef = (zodSchema) => {
		const seen = ctx.seen.get(zodSchema);
		if (seen.ref === null) return;
		const schema = seen.def ?? seen.schema;
		const _cached = { ...schema };
		const ref = seen.ref;
		seen.ref = null;
		if (ref) {
			flattenRef(ref);
			const refSeen = ctx.seen.get(ref);
			const refSchema = refSeen.schema;
			if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
				schema.allOf = schema.allOf ?? [];
				schema.allOf.push(refSchema);
			} else assignProps(schema, refSchema);
			assignProps(schema, _cached);
			if (zodSchema._zod.parent === ref) for (const key in schema) {
				if (key === "$ref" || key === "allOf") continue;
				if (!(key in _cached)) delete schema[key];
			}
			if (refSchema.$ref && refSeen.def) for (const key in schema) {
				if (key === "$ref" || key === "allOf") continue;
				if (key in refSeen.def && JSON.stringify(schema[key]) === JSON.stringify(refSeen.def[key])) delete schema[key];
			}
		}
		const parent = zodSchema._zod.parent;
		if (parent && parent !== ref) {
			flattenRef(parent);
			const parentSeen = ctx.seen.get(parent);
			if (parentSeen?.schema.$ref) {
				schema.$ref = parentSeen.schema.$ref;
				if (parentSeen.def) for (const key in schema) {
					if (key === "$ref" || key === "allOf") continue;
					if (key in parentSeen.def && JSON.stringify(schema[key]) === JSON.stringify(parentSeen.def[key])) delete schema[key];
				}
			}
		}
		ctx.override({
			zodSchema,
			jsonSchema: schema,
			path: seen.path ?? []
		});
	};
	if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
		for (const entry of [...ctx.seen.entries()].reverse()) flattenRef(entry[0]);
		if (ctx.target !== "openapi-3.0") for (const entry of ctx.seen.entries()) compactTypeUnion(entry[1].def ?? entry[1].schema);
		for (const rewrite of ctx.deferred) rewrite();
		if (ctx.intersections.length) {
			const carriers = new Map();
			for (const seen of ctx.seen.values()) for (const json of [seen.schema, seen.def]) {
				const allOf = json?.allOf;
				if (!Array.isArray(allOf)) continue;
				const existing = carriers.get(allOf);
				if (existing) existing.push(json);
				else carriers.set(allOf, [json]);
			}
			for (const allOf of ctx.intersections) for (const json of carriers.get(allOf) ?? []) foldIntersection(json);
		}
	}
	const result = {};
	if (ctx.target === "draft-2020-12") result.$schema = "https://json-schema.org/draft/2020-12/schema";
	else if (ctx.target === "draft-07") result.$schema = "http://json-schema.org/draft-07/schema#";
	else if (ctx.target === "draft-04") result.$schema = "http://json-schema.org/draft-04/schema#";
	else if (ctx.target === "openapi-3.0") {}
	if (ctx.external?.uri) {
		const id = ctx.external.registry.get(schema)?.id;
		if (!id) throw new Error("Schema is missing an `id` property");
		result.$id = ctx.external.uri(id);
	}
	assignProps(result, root.defId ? root.schema : root.def ?? root.schema);
	const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
	if (rootMetaId !== void 0 && result.id === rootMetaId) delete result.id;
	const defs = ctx.external?.defs ?? {};
	if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (seen.def && seen.defId) {
			if (seen.def.id === seen.defId) delete seen.def.id;
			assignProp(defs, seen.defId, seen.def);
		}
	}
	if (ctx.external) ctx.sharedEmitDoneFor = ctx.external;
	if (ctx.external) {} else if (Object.keys(defs).length > 0) {
		if (ctx.target === "draft-2020-12") result.$defs = defs;
		else result.definitions = defs;
	}
	try {
		const finalized = JSON.parse(JSON.stringify(result));
		Object.defineProperty(finalized, "~standard", {
			value: {
				...schema["~standard"],
				jsonSchema: {
					input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
					output: createStandardJSONSchemaMethod(schema, "output", ctx.processors)
				}
			},
			enumerable: false,
			writable: false
		});
		return finalized;
	} catch (_err) {
		throw new Error("Error converting schema to JSON.");
	}
}
function isTransforming(_schema, _ctx) {
	const ctx = _ctx ?? { seen: new Set() };
	if (ctx.seen.has(_schema)) return false;
	ctx.seen.add(_schema);
	const def = _schema._zod.def;
	if (def.type === "transform") return true;
	if (def.type === "array") return isTransforming(def.element, ctx);
	if (def.type === "set") return isTransforming(def.valueType, ctx);
	if (def.type === "lazy") return isTransforming(def.getter(), ctx);
	if (def.type === "promise" || def.type === "optional" || def.type === "nonoptional" || def.type === "nullable" || def.type === "readonly" || def.type === "default" || def.type === "prefault" || def.type === "catch") return isTransforming(def.innerType, ctx);
	if (def.type === "intersection") return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
	if (def.type === "record" || def.type === "map") return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
	if (def.type === "pipe") {
		if (_schema._zod.traits.has("$ZodCodec")) return true;
		return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
	}
	if (def.type === "object") {
		for (const key in def.shape) if (isTransforming(def.shape[key], ctx)) return true;
		return false;
	}
	if (def.type === "union") {
		for (const option of def.options) if (isTransforming(option, ctx)) return true;
		return false;
	}
	if (def.type === "tuple") {
		for (const item of def.items) if (isTransforming(item, ctx)) return true;
		if (def.rest && isTransforming(def.rest, ctx)) return true;
		return false;
	}
	return false;
}
var FOLDABLE_KEYS, UNION_KEYS, createStandardJSONSchemaMethod;
var init_to_json_schema = __esmMin(() => {
	init_registries();
	init_util();
	FOLDABLE_KEYS = new Set([
		"type",
		"properties",
		"required",
		"additionalProperties"
	]);
	UNION_KEYS = ["oneOf", "anyOf"];
	createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
		const { libraryOptions, target } = params ?? {};
		const ctx = initializeContext({
			...libraryOptions ?? {},
			target,
			io,
			processors
		});
		processSchema(schema, ctx);
		extractDefs(ctx, schema);
		return finalize(ctx, schema);
	};
});
// node_modules/zod/v4/core/json-schema-processors.js
function aggregateChecks(schema) {
	const agg = {};
	const def = schema._zod.def;
	const list = schema._zod.traits.has("$ZodCheck") ? [schema, ...def.checks ?? []] : def.checks ?? [];
	for (const ch of list) contributors[ch._zod.def.check]?.(agg, ch._zod.def);
	const bag = schema._zod.bag;
	if (bag.minimum !== void 0) narrowMin(agg, "minimum", bag.minimum);
	if (bag.exclusiveMinimum !== void 0) narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
	if (bag.maximum !== void 0) narrowMax(agg, "maximum", bag.maximum);
	if (bag.exclusiveMaximum !== void 0) narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
	if (bag.multipleOf !== void 0) addDivisor(agg, bag.multipleOf);
	if (bag.format !== void 0) {
		agg.format ?? (agg.format = bag.format);
		if (bag.format.includes("int")) agg.isInt = true;
	}
	if (bag.mime) intersectMime(agg, bag.mime);
	for (const pattern of bag.patterns ?? []) addPattern(agg, pattern);
	return agg;
}
function inputOptin(schema) {
	const def = schema._zod.def;
	if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) return inputOptin(def.out);
	if (def.type === "catch") return inputOptin(def.innerType);
	return schema._zod.optin;
}
function stringifyKeyNames(bySchema, json, visited) {
	if (json.$ref) {
		if (visited.has(json)) return json;
		visited.add(json);
		const def = bySchema.get(json)?.def;
		if (!def) return json;
		const inlined = stringifyKeyNames(bySchema, def, visited);
		return inlined === def ? json : inlined;
	}
	for (const keyword of ["anyOf", "oneOf"]) {
		const branches = json[keyword];
		if (!Array.isArray(branches)) continue;
		const mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
		if (mapped.some((branch, i) => branch !== branches[i])) json = {
			...json,
			[keyword]: mapped
		};
	}
	const types = Array.isArray(json.type) ? json.type : [json.type];
	const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
	const values = json.enum ?? (json.const !== void 0 ? [json.const] : void 0);
	if (!numericType && !values?.some((v) => typeof v === "number")) return json;
	const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json;
	if (rest.enum) rest.enum = rest.enum.map((v) => typeof v === "number" ? String(v) : v);
	else if (typeof rest.const === "number") rest.const = String(rest.const);
	if (!numericType) return rest;
	rest.type = "string";
	if (!values) rest.pattern = (types.includes("number") ? number$1 : integer).source;
	return rest;
}
function rewriteKeyNames(ctx) {
	const bySchema = new Map();
	for (const entry of ctx.seen.values()) if (entry.def && !bySchema.has(entry.schema)) bySchema.set(entry.schema, entry);
	const rewrites = new Map();
	for (const record of pendingRecords.get(ctx) ?? []) {
		const seen = ctx.seen.get(record);
		const names = (seen?.def ?? seen?.schema)?.propertyNames;
		if (!names || names === true || rewrites.has(names)) continue;
		const rewritten = stringifyKeyNames(bySchema, names, new Set());
		if (rewritten !== names) rewrites.set(names, rewritten);
	}
	if (!rewrites.size) return;
	for (const entry of ctx.seen.values()) for (const carrier of [entry.schema, entry.def]) {
		const rewritten = carrier && rewrites.get(carrier.propertyNames);
		if (rewritten) carrier.propertyNames = rewritten;
	}
}
function serializeDefaultValue(value, schema, ctx, json, params) {
	let unrepresentable = false;
	const serialized = JSON.stringify(value, (_, val) => {
		if (typeof val !== "bigint") return val;
		unrepresentable = true;
		return null;
	});
	if (!unrepresentable) return JSON.parse(serialized);
	handleUnrepresentable(schema, ctx, json, params, "BigInt defaults cannot be represented in JSON Schema");
	return UNREPRESENTABLE_DEFAULT;
}
function toJSONSchema(input, params) {
	if ("_idmap" in input) {
		const registry = input;
		const ctx = initializeContext({
			...params,
			processors: allProcessors
		});
		const defs = {};
		for (const entry of registry._idmap.entries()) {
			const [_, schema] = entry;
			processSchema(schema, ctx);
		}
		const schemas = {};
		ctx.external = {
			registry,
			uri: params?.uri,
			defs
		};
		for (const entry of registry._idmap.entries()) {
			const [key, schema] = entry;
			extractDefs(ctx, schema);
			assignProp(schemas, key, finalize(ctx, schema));
		}
		if (Object.keys(defs).length > 0) schemas.__shared = { [ctx.target === "draft-2020-12" ? "$defs" : "definitions"]: defs };
		return { schemas };
	}
	const ctx = initializeContext({
		...params,
		processors: allProcessors
	});
	processSchema(input, ctx);
	extractDefs(ctx, input);
	return finalize(ctx, input);
}
var narrowMin, narrowMax, narrowBoth, addDivisor, addPattern, intersectMime, setFormat, minContributor, maxContributor, formatContributor, contributors, formatMap, exactPatterns, exactPattern, stringProcessor, numberProcessor, booleanProcessor, bigintProcessor, symbolProcessor, nullProcessor, undefinedProcessor, voidProcessor, neverProcessor, anyProcessor, unknownProcessor, dateProcessor, enumProcessor, literalProcessor, nanProcessor, templateLiteralProcessor, fileProcessor, successProcessor, customProcessor, functionProcessor, transformProcessor, mapProcessor, setProcessor, arrayProcessor, objectProcessor, unionProcessor, intersectionProcessor, tupleProcessor, pendingRecords, recordProcessor, nullableProcessor, nonoptionalProcessor, UNREPRESENTABLE_DEFAULT, defaultProcessor, prefaultProcessor, catchProcessor, pipeProcessor, readonlyProcessor, promiseProcessor, optionalProcessor, lazyProcessor, allProcessors;
var init_json_schema_processors = __esmMin(() => {
	init_regexes();
	init_schemas$1();
	init_to_json_schema();
	init_util();
	narrowMin = (agg, key, value) => {
		if (agg[key] === void 0 || value > agg[key]) agg[key] = value;
	};
	narrowMax = (agg, key, value) => {
		if (agg[key] === void 0 || value < agg[key]) agg[key] = value;
	};
	narrowBoth = (agg, value) => {
		narrowMin(agg, "minimum", value);
		narrowMax(agg, "maximum", value);
	};
	addDivisor = (agg, value) => {
		agg.multipleOf ?? (agg.multipleOf = []);
		if (!agg.multipleOf.includes(value)) agg.multipleOf.push(value);
	};
	addPattern = (agg, pattern) => {
		agg.patterns ?? (agg.patterns = new Set());
		agg.patterns.add(pattern);
	};
	intersectMime = (agg, mime) => {
		agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
	};
	setFormat = (agg, format) => {
		agg.format = format;
		if (format.includes("int")) agg.isInt = true;
	};
	minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
	maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
	formatContributor = (ranges) => (agg, def) => {
		setFormat(agg, def.format);
		const [minimum, maximum] = ranges[def.format];
		narrowMin(agg, "minimum", minimum);
		narrowMax(agg, "maximum", maximum);
	};
	contributors = {
		greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
		less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
		multiple_of: (agg, def) => addDivisor(agg, def.value),
		number_format: formatContributor(NUMBER_FORMAT_RANGES),
		bigint_format: formatContributor(BIGINT_FORMAT_RANGES),
		min_length: minContributor,
		max_length: maxContributor,
		length_equals: (agg, def) => narrowBoth(agg, def.length),
		min_size: minContributor,
		max_size: maxContributor,
		size_equals: (agg, def) => narrowBoth(agg, def.size),
		string_format: (agg, def) => {
			setFormat(agg, def.format);
			if (def.pattern) addPattern(agg, def.pattern);
			if (def.format === "base64" || def.format === "base64url") agg.contentEncoding = def.format;
			if (def.local || def.precision === -1) agg.laxFormat = true;
		},
		mime_type: (agg, def) => intersectMime(agg, def.mime)
	};
	formatMap = {
		guid: "uuid",
		url: "uri",
		datetime: "date-time",
		json_string: "json-string",
		regex: ""
	};
	exactPatterns = new Map([[base64Charset, base64], [base64urlCharset, base64url]]);
	exactPattern = (p) => exactPatterns.get(p) ?? p;
	stringProcessor = (schema, ctx, _json, _params) => {
		const json = _json;
		json.type = "string";
		const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
		if (typeof minimum === "number") json.minLength = minimum;
		if (typeof maximum === "number") json.maxLength = maximum;
		if (format) {
			json.format = formatMap[format] ?? format;
			if (json.format === "") delete json.format;
			if (format === "time" || laxFormat) delete json.format;
		}
		if (contentEncoding) json.contentEncoding = contentEncoding;
		if (patterns && patterns.size > 0) {
			const patternList = [...patterns].map(exactPattern);
			if (patternList.length === 1) json.pattern = patternList[0].source;
			else if (patternList.length > 1) json.allOf = [...patternList.map((regex) => ({
				...ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0" ? { type: "string" } : {},
				pattern: regex.source
			}))];
		}
	};
	numberProcessor = (schema, ctx, _json, params) => {
		const json = _json;
		const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
		json.type = isInt ? "integer" : "number";
		const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
		const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
		const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
		if (exMin) {
			if (legacy) {
				json.minimum = exclusiveMinimum;
				json.exclusiveMinimum = true;
			} else json.exclusiveMinimum = exclusiveMinimum;
		} else if (typeof minimum === "number") json.minimum = minimum;
		if (exMax) {
			if (legacy) {
				json.maximum = exclusiveMaximum;
				json.exclusiveMaximum = true;
			} else json.exclusiveMaximum = exclusiveMaximum;
		} else if (typeof maximum === "number") json.maximum = maximum;
		if (multipleOf) {
			const divisors = new Set();
			for (const divisor of multipleOf) if (Number.isFinite(divisor) && divisor !== 0) divisors.add(Math.abs(divisor));
			else handleUnrepresentable(schema, ctx, json, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
			const [first, ...rest] = divisors;
			if (first !== void 0) json.multipleOf = first;
			if (rest.length) json.allOf = [...json.allOf ?? [], ...rest.map((m) => ({ multipleOf: m }))];
		}
	};
	booleanProcessor = (_schema, _ctx, json, _params) => {
		json.type = "boolean";
	};
	bigintProcessor = (schema, ctx, json, params) => {
		handleUnrepresentable(schema, ctx, json, params, "BigInt cannot be represented in JSON Schema");
	};
	symbolProcessor = (schema, ctx, json, params) => {
		handleUnrepresentable(schema, ctx, json, params, "Symbols cannot be represented in JSON Schema");
	};
	nullProcessor = (_schema, ctx, json, _params) => {
		if (ctx.target === "openapi-3.0") {
			json.type = "string";
			json.nullable = true;
			json.enum = [null];
		} else json.type = "null";
	};
	undefinedProcessor = (schema, ctx, json, params) => {
		handleUnrepresentable(schema, ctx, json, params, "Undefined cannot be represented in JSON Schema");
	};
	voidProcessor = (schema, ctx, json, params) => {
		handleUnrepresentable(schema, ctx, json, params, "Void cannot be represented in JSON Schema");
	};
	neverProcessor = (_schema, _ctx, json, _params) => {
		json.not = {};
	};
	anyProcessor = (_schema, _ctx, _json, _params) => {};
	unknownProcessor = (_schema, _ctx, _json, _params) => {};
	dateProcessor = (schema, ctx, json, params) => {
		handleUnrepresentable(schema, ctx, json, params, "Date cannot be represented in JSON Schema");
	};
	enumProcessor = (schema, _ctx, json, _params) => {
		const def = schema._zod.def;
		const values = getEnumValues(def.entries);
		if (values.length === 0) {
			json.not = {};
			return;
		}
		if (values.every((v) => typeof v === "number")) json.type = "number";
		if (values.every((v) => typeof v === "string")) json.type = "string";
		json.enum = values;
	};
	literalProcessor = (schema, ctx, json, params) => {
		const def = schema._zod.def;
		if (def.values.length === 0) {
			json.not = {};
			return;
		}
		const vals = [];
		for (const val of def.values) if (val === void 0) {
			if (handleUnrepresentable(schema, ctx, json, params, "Literal `undefined` cannot be represented in JSON Schema")) return;
		} else if (typeof val === "bigint") {
			if (handleUnrepresentable(schema, ctx, json, params, "BigInt literals cannot be represented in JSON Schema")) return;
			vals.push(Number(val));
		} else vals.push(val);
		if (vals.length === 0) {} else if (vals.length === 1) {
			const val = vals[0];
			json.type = val === null ? "null" : typeof val;
			if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") json.enum = [val];
			else json.const = val;
		} else {
			if (vals.every((v) => typeof v === "number")) json.type = "number";
			if (vals.every((v) => typeof v === "string")) json.type = "string";
			if (vals.every((v) => typeof v === "boolean")) json.type = "boolean";
			if (vals.every((v) => v === null)) json.type = "null";
			json.enum = vals;
		}
	};
	nanProcessor = (schema, ctx, json, params) => {
		handleUnrepresentable(schema, ctx, json, params, "NaN cannot be represented in JSON Schema");
	};
	templateLiteralProcessor = (schema, _ctx, json, _params) => {
		const _json = json;
		const pattern = schema._zod.pattern;
		if (!pattern) throw new Error("Pattern not found in template literal");
		_json.type = "string";
		_json.pattern = pattern.source;
	};
	fileProcessor = (schema, _ctx, json, _params) => {
		const _json = json;
		_json.type = "string";
		_json.format = "binary";
		_json.contentEncoding = "binary";
		const { minimum, maximum, mime } = aggregateChecks(schema);
		if (minimum !== void 0) _json.minLength = minimum;
		if (maximum !== void 0) _json.maxLength = maximum;
		if (!mime) return;
		if (mime.length === 0) _json.not = {};
		else if (mime.length === 1) _json.contentMediaType = mime[0];
		else _json.anyOf = mime.map((m) => ({ contentMediaType: m }));
	};
	successProcessor = (_schema, _ctx, json, _params) => {
		json.type = "boolean";
	};
	customProcessor = (schema, ctx, json, params) => {
		handleUnrepresentable(schema, ctx, json, params, "Custom types cannot be represented in JSON Schema");
	};
	functionProcessor = (schema, ctx, json, params) => {
		handleUnrepresentable(schema, ctx, json, params, "Function types cannot be represented in JSON Schema");
	};
	transformProcessor = (schema, ctx, json, params) => {
		handleUnrepresentable(schema, ctx, json, params, "Transforms cannot be represented in JSON Schema");
	};
	mapProcessor = (schema, ctx, json, params) => {
		handleUnrepresentable(schema, ctx, json, params, "Map cannot be represented in JSON Schema");
	};
	setProcessor = (schema, ctx, json, params) => {
		handleUnrepresentable(schema, ctx, json, params, "Set cannot be represented in JSON Schema");
	};
	arrayProcessor = (schema, ctx, _json, params) => {
		const json = _json;
		const def = schema._zod.def;
		const { minimum, maximum } = aggregateChecks(schema);
		if (typeof minimum === "number") json.minItems = minimum;
		if (typeof maximum === "number") json.maxItems = maximum;
		json.type = "array";
		json.items = processSchema(def.element, ctx, {
			...params,
			path: [...params.path, "items"]
		});
	};
	objectProcessor = (schema, ctx, _json, params) => {
		const json = _json;
		const def = schema._zod.def;
		const shape = def.shape;
		if (Object.getOwnPropertySymbols(shape).length && handleUnrepresentable(schema, ctx, json, params, "Symbol keys cannot be represented in JSON Schema")) return;
		json.type = "object";
		json.properties = {};
		for (const key in shape) assignProp(json.properties, key, processSchema(shape[key], ctx, {
			...params,
			path: [
				...params.path,
				"properties",
				key
			]
		}));
		const requiredKeys = [];
		for (const key of Object.keys(shape)) {
			const field = def.shape[key];
			if (ctx.io === "input" ? inputOptin(field) === void 0 : field._zod.optout === void 0) requiredKeys.push(key);
		}
		if (requiredKeys.length > 0) json.required = requiredKeys;
		if (def.catchall?._zod.def.type === "never") json.additionalProperties = false;
		else if (!def.catchall) {
			if (ctx.io === "output") json.additionalProperties = false;
		} else if (def.catchall) json.additionalProperties = processSchema(def.catchall, ctx, {
			...params,
			path: [...params.path, "additionalProperties"]
		});
	};
	unionProcessor = (schema, ctx, json, params) => {
		const def = schema._zod.def;
		const isExclusive = def.inclusive === false;
		const options = def.options.map((x, i) => processSchema(x, ctx, {
			...params,
			path: [
				...params.path,
				isExclusive ? "oneOf" : "anyOf",
				i
			]
		}));
		if (isExclusive) json.oneOf = options;
		else json.anyOf = options;
	};
	intersectionProcessor = (schema, ctx, json, params) => {
		const def = schema._zod.def;
		const a = processSchema(def.left, ctx, {
			...params,
			path: [
				...params.path,
				"allOf",
				0
			]
		});
		const b = processSchema(def.right, ctx, {
			...params,
			path: [
				...params.path,
				"allOf",
				1
			]
		});
		const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
		const allOf = [...isSimpleIntersection(a) ? a.allOf : [a], ...isSimpleIntersection(b) ? b.allOf : [b]];
		json.allOf = allOf;
		ctx.intersections.push(allOf);
	};
	tupleProcessor = (schema, ctx, _json, params) => {
		const json = _json;
		const def = schema._zod.def;
		json.type = "array";
		const prefixPath = ctx.target === "draft-2020-12" ? "prefixItems" : "items";
		const restPath = ctx.target === "draft-2020-12" ? "items" : ctx.target === "openapi-3.0" ? "items" : "additionalItems";
		const prefixItems = def.items.map((x, i) => processSchema(x, ctx, {
			...params,
			path: [
				...params.path,
				prefixPath,
				i
			]
		}));
		const rest = def.rest ? processSchema(def.rest, ctx, {
			...params,
			path: [
				...params.path,
				restPath,
				...ctx.target === "openapi-3.0" ? [def.items.length] : []
			]
		}) : null;
		let minItems = def.items.length;
		while (minItems > 0) {
			const item = def.items[minItems - 1];
			if (!(ctx.io === "input" ? inputOptin(item) !== void 0 : item._zod.optout === "optional")) break;
			minItems--;
		}
		const maxItems = def.items.length;
		const isClosed = !def.rest;
		if (ctx.target === "draft-2020-12") {
			json.prefixItems = prefixItems;
			if (isClosed) json.items = false;
			else if (rest) json.items = rest;
			if (minItems > 0) json.minItems = minItems;
			if (isClosed) json.maxItems = maxItems;
		} else if (ctx.target === "openapi-3.0") {
			json.items = { anyOf: prefixItems };
			if (rest) json.items.anyOf.push(rest);
			if (minItems > 0) json.minItems = minItems;
			if (isClosed) json.maxItems = maxItems;
		} else {
			json.items = prefixItems;
			if (isClosed) json.additionalItems = false;
			else if (rest) json.additionalItems = rest;
			if (minItems > 0) json.minItems = minItems;
			if (isClosed) json.maxItems = maxItems;
		}
		const { minimum, maximum } = aggregateChecks(schema);
		if (typeof minimum === "number") json.minItems = minimum;
		if (typeof maximum === "number") json.maxItems = maximum;
	};
	pendingRecords = new WeakMap();
	recordProcessor = (schema, ctx, _json, params) => {
		const json = _json;
		const def = schema._zod.def;
		json.type = "object";
		const keyType = def.keyType;
		const patterns = aggregateChecks(keyType).patterns;
		if (def.mode === "loose" && patterns && patterns.size > 0) {
			const valueSchema = processSchema(def.valueType, ctx, {
				...params,
				path: [
					...params.path,
					"patternProperties",
					"*"
				]
			});
			json.patternProperties = {};
			for (const pattern of patterns) assignProp(json.patternProperties, exactPattern(pattern).source, valueSchema);
		} else {
			if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
				json.propertyNames = processSchema(def.keyType, ctx, {
					...params,
					path: [...params.path, "propertyNames"]
				});
				let pending = pendingRecords.get(ctx);
				if (!pending) {
					pending = [];
					pendingRecords.set(ctx, pending);
					ctx.deferred.push(() => rewriteKeyNames(ctx));
				}
				pending.push(schema);
			}
			json.additionalProperties = processSchema(def.valueType, ctx, {
				...params,
				path: [...params.path, "additionalProperties"]
			});
		}
		const keyValues = keyType._zod.values;
		const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== void 0;
		if (keyValues && !def.partial && !omittableOnInput) {
			const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
			if (validKeyValues.length > 0) json.required = validKeyValues.map(String);
		}
	};
	nullableProcessor = (schema, ctx, json, params) => {
		const def = schema._zod.def;
		const inner = processSchema(def.innerType, ctx, params);
		const seen = ctx.seen.get(schema);
		if (ctx.target === "openapi-3.0") {
			seen.ref = def.innerType;
			json.nullable = true;
		} else json.anyOf = [inner, { type: "null" }];
	};
	nonoptionalProcessor = (schema, ctx, _json, params) => {
		const def = schema._zod.def;
		processSchema(def.innerType, ctx, params);
		const seen = ctx.seen.get(schema);
		seen.ref = def.innerType;
	};
	UNREPRESENTABLE_DEFAULT = Symbol();
	defaultProcessor = (schema, ctx, json, params) => {
		const def = schema._zod.def;
		processSchema(def.innerType, ctx, params);
		const seen = ctx.seen.get(schema);
		seen.ref = def.innerType;
		const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
		if (value !== UNREPRESENTABLE_DEFAULT) json.default = value;
	};
	prefaultProcessor = (schema, ctx, json, params) => {
		const def = schema._zod.def;
		processSchema(def.innerType, ctx, params);
		const seen = ctx.seen.get(schema);
		seen.ref = def.innerType;
		if (ctx.io !== "input") return;
		const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
		if (value !== UNREPRESENTABLE_DEFAULT) json._prefault = value;
	};
	catchProcessor = (schema, ctx, json, params) => {
		const def = schema._zod.def;
		processSchema(def.innerType, ctx, params);
		const seen = ctx.seen.get(schema);
		seen.ref = def.innerType;
		let catchValue;
		try {
			catchValue = def.catchValue(void 0);
		} catch {
			handleUnrepresentable(schema, ctx, json, params, "Dynamic catch values are not supported in JSON Schema");
			return;
		}
		json.default = catchValue;
	};
	pipeProcessor = (schema, ctx, _json, params) => {
		const def = schema._zod.def;
		const inIsTransform = def.in._zod.traits.has("$ZodTransform");
		const innerType = ctx.io === "input" ? inIsTransform ? def.out : def.in : def.out;
		processSchema(innerType, ctx, params);
		const seen = ctx.seen.get(schema);
		seen.ref = innerType;
	};
	readonlyProcessor = (schema, ctx, json, params) => {
		const def = schema._zod.def;
		processSchema(def.innerType, ctx, params);
		const seen = ctx.seen.get(schema);
		seen.ref = def.innerType;
		json.readOnly = true;
	};
	promiseProcessor = (schema, ctx, _json, params) => {
		const def = schema._zod.def;
		processSchema(def.innerType, ctx, params);
		const seen = ctx.seen.get(schema);
		seen.ref = def.innerType;
	};
	optionalProcessor = (schema, ctx, _json, params) => {
		const def = schema._zod.def;
		processSchema(def.innerType, ctx, params);
		const seen = ctx.seen.get(schema);
		seen.ref = def.innerType;
	};
	lazyProcessor = (schema, ctx, _json, params) => {
		const innerType = schema._zod.innerType;
		processSchema(innerType, ctx, params);
		const seen = ctx.seen.get(schema);
		seen.ref = innerType;
	};
	allProcessors = {
		string: stringProcessor,
		number: numberProcessor,
		boolean: booleanProcessor,
		bigint: bigintProcessor,
		symbol: symbolProcessor,
		null: nullProcessor,
		undefined: undefinedProcessor,
		void: voidProcessor,
		never: neverProcessor,
		any: anyProcessor,
		unknown: unknownProcessor,
		date: dateProcessor,
		enum: enumProcessor,
		literal: literalProcessor,
		nan: nanProcessor,
		template_literal: templateLiteralProcessor,
		file: fileProcessor,
		success: successProcessor,
		custom: customProcessor,
		function: functionProcessor,
		transform: transformProcessor,
		map: mapProcessor,
		set: setProcessor,
		array: arrayProcessor,
		object: objectProcessor,
		union: unionProcessor,
		intersection: intersectionProcessor,
		tuple: tupleProcessor,
		record: recordProcessor,
		nullable: nullableProcessor,
		nonoptional: nonoptionalProcessor,
		default: defaultProcessor,
		prefault: prefaultProcessor,
		catch: catchProcessor,
		pipe: pipeProcessor,
		readonly: readonlyProcessor,
		promise: promiseProcessor,
		optional: optionalProcessor,
		lazy: lazyProcessor
	};
});
// node_modules/zod/v4/core/index.js
var init_core = __esmMin(() => {
	init_core$1();
	init_parse$1();
	init_errors$1();
	init_schemas$1();
	init_memoizer();
	init_checks$1();
	init_versions();
	init_util();
	init_regexes();
	init_registries();
	init_doc();
	init_compile();
	init_api();
	init_to_json_schema();
	init_json_schema_processors();
	init_to_json_schema();
});
// node_modules/zod/v4/mini/parse.js
var init_parse = __esmMin(() => {
	init_core();
});
// node_modules/zod/v4/mini/schemas.js
function string$1(params) {
	return _string(ZodMiniString, params);
}
function number(params) {
	return _number(ZodMiniNumber, params);
}
function int$2(params) {
	return _int(ZodMiniNumberFormat, params);
}
function boolean(params) {
	return _boolean(ZodMiniBoolean, params);
}
function _null(params) {
	return _null$1(ZodMiniNull, params);
}
function unknown$1() {
	return _unknown(ZodMiniUnknown);
}
function never(params) {
	return _never(ZodMiniNever, params);
}
function array(element, params) {
	return new ZodMiniArray({
		type: "array",
		element,
		...normalizeParams(params)
	});
}
function strictObject(shape, params) {
	return new ZodMiniObject({
		type: "object",
		shape,
		catchall: never(),
		...normalizeParams(params)
	});
}
function looseObject(shape, params) {
	return new ZodMiniObject({
		type: "object",
		shape,
		catchall: unknown$1(),
		...normalizeParams(params)
	});
}
function extend(schema, shape) {
	return extend$1(schema, shape);
}
function omit(schema, mask) {
	return omit$1(schema, mask);
}
function union(options, params) {
	return new ZodMiniUnion({
		type: "union",
		options,
		...normalizeParams(params)
	});
}
function discriminatedUnion(discriminator, options, params) {
	return new ZodMiniDiscriminatedUnion({
		type: "union",
		options,
		discriminator,
		...normalizeParams(params)
	});
}
function tuple(items, _paramsOrRest, _params) {
	const hasRest = _paramsOrRest instanceof $ZodType;
	return new ZodMiniTuple({
		type: "tuple",
		items,
		rest: hasRest ? _paramsOrRest : null,
		...normalizeParams(hasRest ? _params : _paramsOrRest)
	});
}
function record(keyType, valueType, params) {
	if (!valueType || !valueType._zod) return new ZodMiniRecord({
		type: "record",
		keyType: string$1(),
		valueType: keyType,
		...normalizeParams(valueType)
	});
	return new ZodMiniRecord({
		type: "record",
		keyType,
		valueType,
		...normalizeParams(params)
	});
}
function partialRecord(keyType, valueType, params) {
	return new ZodMiniRecord({
		type: "record",
		keyType,
		valueType,
		...normalizeParams(params),
		partial: true
	});
}
function _enum(values, params) {
	const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
	return new ZodMiniEnum({
		type: "enum",
		entries,
		...normalizeParams(params)
	});
}
function literal(value, params) {
	return new ZodMiniLiteral({
		type: "literal",
		values: Array.isArray(value) ? value : [value],
		...normalizeParams(params)
	});
}
function optional(innerType) {
	return new ZodMiniOptional({
		type: "optional",
		innerType
	});
}
function nullable(innerType) {
	return new ZodMiniNullable({
		type: "nullable",
		innerType
	});
}
function _default(innerType, defaultValue) {
	return new ZodMiniDefault({
		type: "default",
		innerType,
		get defaultValue() {
			return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
		}
	});
}
function _lazy(getter) {
	return new ZodMiniLazy({
		type: "lazy",
		getter
	});
}
function custom(fn, _params) {
	return _custom(ZodMiniCustom, fn ?? (() => true), _params);
}
function refine(fn, _params = {}) {
	return _refine(ZodMiniCustom, fn, _params);
}
function superRefine(fn, params) {
	return _superRefine(fn, params);
}
var ZodMiniType, ZodMiniString, ZodMiniStringFormat, ZodMiniNumber, ZodMiniNumberFormat, ZodMiniBoolean, ZodMiniNull, ZodMiniUnknown, ZodMiniNever, ZodMiniArray, ZodMiniObject, ZodMiniUnion, ZodMiniDiscriminatedUnion, ZodMiniTuple, ZodMiniRecord, ZodMiniEnum, ZodMiniLiteral, ZodMiniOptional, ZodMiniNullable, ZodMiniDefault, ZodMiniLazy, ZodMiniCustom, describe;
var init_schemas = __esmMin(() => {
	init_core();
	init_util();
	init_parse();
	ZodMiniType = $constructor("ZodMiniType", (inst, def) => {
		if (!inst._zod) throw new Error("Uninitialized schema in ZodMiniType.");
		$ZodType.init(inst, def);
		inst.def = def;
		inst.type = def.type;
	}, {
		get with() {
			return this.check;
		},
		set with(value) {
			own(this, "with", value);
		},
		parse(data, params) {
			return parse(this, data, params, { callee: this.parse });
		},
		parseAsync(data, params) {
			return parseAsync(this, data, params, { callee: this.parseAsync });
		},
		safeParse(data, params) {
			return safeParse(this, data, params);
		},
		safeParseAsync(data, params) {
			return safeParseAsync(this, data, params);
		},
		check(...checks) {
			const def = this.def;
			return this.clone({
				...def,
				checks: [...def.checks ?? [], ...checks.map((ch) => typeof ch === "function" ? { _zod: {
					check: ch,
					def: { check: "custom" },
					onattach: []
				} } : ch)]
			}, { parent: true });
		},
		clone(_def, params) {
			return clone(this, _def, params);
		},
		brand() {
			return this;
		},
		register(reg, meta) {
			reg.add(this, meta);
			return this;
		},
		apply(fn, ...args) {
			return args.length === 0 ? fn(this) : fn(this, ...args);
		}
	});
	ZodMiniString = $constructor("ZodMiniString", (inst, def) => {
		$ZodString.init(inst, def);
		ZodMiniType.init(inst, def);
	});
	ZodMiniStringFormat = $constructor("ZodMiniStringFormat", (inst, def) => {
		$ZodStringFormat.init(inst, def);
		ZodMiniString.init(inst, def);
	});
	ZodMiniNumber = $constructor("ZodMiniNumber", (inst, def) => {
		$ZodNumber.init(inst, def);
		ZodMiniType.init(inst, def);
	});
	ZodMiniNumberFormat = $constructor("ZodMiniNumberFormat", (inst, def) => {
		$ZodNumberFormat.init(inst, def);
		ZodMiniNumber.init(inst, def);
	});
	ZodMiniBoolean = $constructor("ZodMiniBoolean", (inst, def) => {
		$ZodBoolean.init(inst, def);
		ZodMiniType.init(inst, def);
	});
	ZodMiniNull = $constructor("ZodMiniNull", (inst, def) => {
		$ZodNull.init(inst, def);
		ZodMiniType.init(inst, def);
	});
	ZodMiniUnknown = $constructor("ZodMiniUnknown", (inst, def) => {
		$ZodUnknown.init(inst, def);
		ZodMiniType.init(inst, def);
	});
	ZodMiniNever = $constructor("ZodMiniNever", (inst, def) => {
		$ZodNever.init(inst, def);
		ZodMiniType.init(inst, def);
	});
	ZodMiniArray = $constructor("ZodMiniArray", (inst, def) => {
		$ZodArray.init(inst, def);
		ZodMiniType.init(inst, def);
	});
	ZodMiniObject = $constructor("ZodMiniObject", (inst, def) => {
		$ZodObject.init(inst, def);
		ZodMiniType.init(inst, def);
		installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
	});
	ZodMiniUnion = $constructor("ZodMiniUnion", (inst, def) => {
		$ZodUnion.init(inst, def);
		ZodMiniType.init(inst, def);
	});
	ZodMiniDiscriminatedUnion = $constructor("ZodMiniDiscriminatedUnion", (inst, def) => {
		$ZodDiscriminatedUnion.init(inst, def);
		ZodMiniType.init(inst, def);
	});
	ZodMiniTuple = $constructor("ZodMiniTuple", (inst, def) => {
		$ZodTuple.init(inst, def);
		ZodMiniType.init(inst, def);
	});
	ZodMiniRecord = $constructor("ZodMiniRecord", (inst, def) => {
		$ZodRecord.init(inst, def);
		ZodMiniType.init(inst, def);
	});
	ZodMiniEnum = $constructor("ZodMiniEnum", (inst, def) => {
		$ZodEnum.init(inst, def);
		ZodMiniType.init(inst, def);
		inst.options = [...inst._zod.values];
	});
	ZodMiniLiteral = $constructor("ZodMiniLiteral", (inst, def) => {
		$ZodLiteral.init(inst, def);
		ZodMiniType.init(inst, def);
	});
	ZodMiniOptional = $constructor("ZodMiniOptional", (inst, def) => {
		$ZodOptional.init(inst, def);
		ZodMiniType.init(inst, def);
	});
	ZodMiniNullable = $constructor("ZodMiniNullable", (inst, def) => {
		$ZodNullable.init(inst, def);
		ZodMiniType.init(inst, def);
	});
	ZodMiniDefault = $constructor("ZodMiniDefault", (inst, def) => {
		$ZodDefault.init(inst, def);
		ZodMiniType.init(inst, def);
	});
	ZodMiniLazy = $constructor("ZodMiniLazy", (inst, def) => {
		$ZodLazy.init(inst, def);
		ZodMiniType.init(inst, def);
	});
	ZodMiniCustom = $constructor("ZodMiniCustom", (inst, def) => {
		$ZodCustom.init(inst, def);
		ZodMiniType.init(inst, def);
	});
	describe = describe$1;
});
// node_modules/zod/v4/mini/checks.js
var init_checks = __esmMin(() => {
	init_core();
});
// node_modules/zod/v4/mini/iso.js
function datetime(params) {
	return _isoDateTime(ZodMiniISODateTime, params);
}
function date(params) {
	return _isoDate(ZodMiniISODate, params);
}
var ZodMiniISODateTime, ZodMiniISODate;
var init_iso = __esmMin(() => {
	init_core();
	init_schemas();
	ZodMiniISODateTime = $constructor("ZodMiniISODateTime", (inst, def) => {
		$ZodISODateTime.init(inst, def);
		ZodMiniStringFormat.init(inst, def);
	});
	ZodMiniISODate = $constructor("ZodMiniISODate", (inst, def) => {
		$ZodISODate.init(inst, def);
		ZodMiniStringFormat.init(inst, def);
	});
});
// node_modules/zod/v4/mini/external.js
var init_external = __esmMin(() => {
	init_core();
	init_parse();
	init_schemas();
	init_checks();
	init_schemas$1();
	init_util();
	init_schemas();
	init_json_schema_processors();
	init_iso();
});
// node_modules/zod/mini/index.js
var init_mini = __esmMin(() => {
	init_external();
	init_external();
});
// src/domain/monitoring/looks.ts
function lookOf(command) {
	return Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : void 0;
}
var LOOKS, COMMANDS;
var init_looks = __esmMin(() => {
	LOOKS = [
		"drift",
		"performance",
		"service-levels"
	];
	COMMANDS = {
		monitor: "drift",
		performance: "performance",
		"service-levels": "service-levels"
	};
});
// src/domain/problem.ts
function isError(problem) {
	return problem.severity === "error";
}
function firstError(problems) {
	const problem = problems.find(isError);
	if (problem === void 0) return void 0;
	const { path, line, column } = problem.place;
	return new ModelyardError({
		code: problem.code,
		message: problem.message,
		next: problem.next,
		place: {
			path,
			...line === void 0 ? {} : { line },
			...column === void 0 ? {} : { column }
		}
	});
}
var Code, PlaceFacts, Problem, Reason;
var init_problem = __esmMin(() => {
	init_mini();
	init_errors$2();
	Code = _enum(Object.keys(ERROR_CODES));
	PlaceFacts = strictObject({
		path: string$1(),
		line: optional(int$2()),
		column: optional(int$2())
	});
	Problem = strictObject({
		severity: _enum(["error", "warning"]),
		code: Code,
		place: PlaceFacts,
		message: string$1(),
		next: string$1()
	});
	Reason = strictObject({
		message: string$1(),
		next: string$1()
	});
});
// src/domain/registry/explain.ts
function explain(schema, data, issues, later = {}) {
	const known = toJSONSchema(schema, {
		io: "input",
		unrepresentable: "any"
	});
	const complaints = issues.flatMap((issue) => explainIssue(issue, {
		known,
		data,
		later
	}));
	const postponed = complaints.filter((complaint) => complaint.later);
	return complaints.filter((complaint) => complaint.later || !postponed.some(({ path }) => isWithin(complaint.path, path.slice(0, -1))));
}
function isWithin(path, folder) {
	return folder.length > 0 && folder.every((part, index) => path[index] === part);
}
function explainIssue(issue, context) {
	if (issue.code === "unrecognized_keys") return issue.keys.map((key) => explainKey([...issue.path, key], keysAt(context.known, issue.path), context.later));
	if (issue.code === "invalid_key") return [{
		path: issue.path,
		atKey: true,
		message: `${quote(issue.path)} is not a key that can stand here: it must be ${wantedBy(issue.issues[0])}`,
		next: "rename it"
	}];
	if (issue.code === "invalid_union" && issue.errors.length > 0) return closestBranch(issue.errors).flatMap((inner) => explainIssue({
		...inner,
		path: [...issue.path, ...inner.path]
	}, context));
	if (valueAt(context.data, issue.path) === void 0) return [{
		path: issue.path,
		atKey: false,
		message: `${quote(issue.path)} is missing`,
		next: `add it: ${wantedBy(issue)}`
	}];
	return [{
		path: issue.path,
		atKey: false,
		message: `${quote(issue.path)} must be ${wantedBy(issue)}`,
		next: "correct the value"
	}];
}
function valueAt(data, path) {
	return path.reduce((value, part) => typeof value === "object" && value !== null && Object.hasOwn(value, part) ? value[part] : void 0, data);
}
function isMissingValue(issue) {
	return issue.message.endsWith("received undefined");
}
function explainKey(path, known, later) {
	const key = String(path.at(-1));
	const meaning = Object.entries(later).find(([pattern]) => fits(pattern, path))?.[1];
	if (meaning !== void 0) return {
		path,
		atKey: true,
		later: true,
		message: `${quote(path)} has no meaning in this release; a later one uses it for ${meaning}`,
		next: "leave it out until then"
	};
	const near = nearest(key, known);
	return {
		path,
		atKey: true,
		message: `${quote(path)} is not a known key`,
		next: near === void 0 ? `remove it; known here: ${known.join(", ") || "none"}` : `did you mean \`${near}\`? Otherwise remove it`
	};
}
function fits(pattern, path) {
	const keys = path.filter((part) => typeof part === "string");
	const parts = pattern.split(".");
	return parts.length === keys.length && parts.every((part, index) => part === "*" || part === keys[index]);
}
function closestBranch(branches) {
	return branches.reduce((best, branch) => penaltyOf(branch) < penaltyOf(best) ? branch : best);
}
function penaltyOf(issues) {
	return issues.reduce((sum, issue) => {
		if (issue.code === "unrecognized_keys") return sum + 2 * issue.keys.length;
		if (issue.code === "invalid_union" && issue.path.length === 0 && issue.errors.length > 0) return sum + penaltyOf(closestBranch(issue.errors));
		return sum + (isMissingValue(issue) ? 2 : issue.path.length === 0 ? 4 : 1);
	}, 0);
}
function wantedBy(issue) {
	switch (issue?.code) {
		case "invalid_type": return PLAIN_WORDS[issue.expected] ?? `${article(issue.expected)} ${issue.expected}`;
		case "invalid_value": return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.map(String).slice(0, 30).join(", ")}`;
		case "too_small": return `${unit(issue.origin, issue.inclusive === false ? "more than" : "at least", issue.minimum)}`;
		case "too_big": return `${unit(issue.origin, issue.inclusive === false ? "less than" : "at most", issue.maximum)}`;
		case "invalid_format":
		case "custom": return issue.message;
		case "invalid_union": return "of another kind";
		default: return issue?.message ?? "another value";
	}
}
function unit(origin, relation, bound) {
	if (origin === "string") return `${relation} ${bound} characters long`;
	if (origin === "array") return `a list of ${relation} ${bound} entries`;
	return `${relation} ${bound}`;
}
function article(word) {
	return /^[aeiou]/.test(word) ? "an" : "a";
}
function quote(path) {
	const text = path.reduce((sum, part) => typeof part === "number" ? `${sum}[${part}]` : sum === "" ? String(part) : `${sum}.${String(part)}`, "");
	return text === "" ? "the file" : `\`${text}\``;
}
function keysAt(schema, path) {
	const root = schema;
	const resolve = (node) => {
		if (node.$ref?.startsWith("#/$defs/")) {
			const target = root.$defs?.[node.$ref.slice(8)];
			return target === void 0 ? [] : resolve(target);
		}
		const branches = [
			...node.anyOf ?? [],
			...node.oneOf ?? [],
			...node.allOf ?? []
		];
		return branches.length === 0 ? [node] : [node, ...branches.flatMap((branch) => resolve(branch))];
	};
	const step = (nodes, part) => nodes.flatMap((node) => {
		if (typeof part === "number") return isSchema(node.items) ? resolve(node.items) : [];
		const property = node.properties?.[String(part)] ?? node.additionalProperties;
		return isSchema(property) ? resolve(property) : [];
	});
	const nodes = path.reduce(step, resolve(schema));
	return [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))];
}
function isSchema(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
var PLAIN_WORDS;
var init_explain = __esmMin(() => {
	init_mini();
	init_errors$2();
	PLAIN_WORDS = {
		record: "a mapping",
		object: "a mapping",
		array: "a list",
		string: "text"
	};
});
// src/domain/registry/text-file.ts
function decodeText(path, bytes, maxBytes) {
	const refuse = (code, message, next, place = {
		line: 1,
		column: 1
	}) => ({
		text: void 0,
		problems: [{
			severity: "error",
			code,
			place: {
				path,
				...place
			},
			message,
			next
		}]
	});
	if (bytes.length > maxBytes) return refuse("too-large", `the file has ${bytes.length.toLocaleString("en")} bytes; ${maxBytes.toLocaleString("en")} are allowed`, "restore it from git, or keep large things beside the registry");
	if (bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191) return refuse("bad-file", "the file begins with a byte order mark", "save it as UTF-8 without BOM");
	let text;
	try {
		text = utf8.decode(bytes);
	} catch {
		const mended = new TextDecoder().decode(bytes);
		return refuse("bad-file", "the file is not UTF-8 text", "save it as UTF-8, or restore it from git", positionsIn(mended)(Math.max(0, mended.indexOf("�"))));
	}
	const dangerous = text.indexOf("__proto__");
	if (dangerous >= 0) return refuse("bad-file", "the name `__proto__` cannot be used", "rename what is called so", positionsIn(text)(dangerous));
	const mark = text.includes("<<<<<<< ") ? /^<{7} /m.exec(text) : null;
	if (mark !== null) return refuse("bad-file", "the file holds the marks of an unfinished merge", "finish the merge: keep what is right and remove the lines with <<<<<<<, ======= and >>>>>>>", positionsIn(text)(mark.index));
	return {
		text,
		problems: []
	};
}
function positionsIn(text) {
	const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
	return (offset) => {
		let [low, high] = [0, starts.length];
		while (high - low > 1) {
			const middle = low + high >> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle;
		}
		return {
			line: low + 1,
			column: offset - (starts[low] ?? 0) + 1
		};
	};
}
var MAX_YAML_BYTES, utf8;
var init_text_file = __esmMin(() => {
	MAX_YAML_BYTES = 65536;
	utf8 = new TextDecoder("utf-8", {
		fatal: true,
		ignoreBOM: true
	});
});
// src/domain/registry/json-places.ts
function placesInJson(text) {
	const positionOf = positionsIn(text);
	const repeated = [];
	const root = {
		at: 0,
		keyAt: 0,
		isList: true,
		inner: new Map()
	};
	const open = [root];
	let key;
	let keyIsDue = false;
	for (const { 0: token, index: at } of text.matchAll(TOKEN)) {
		const around = open.at(-1) ?? root;
		if (token === ":") continue;
		if (token === "}" || token === "]") {
			open.pop();
			keyIsDue = false;
		} else if (token === ",") keyIsDue = !around.isList;
		else if (keyIsDue) {
			key = {
				text: String(JSON.parse(token)),
				at
			};
			if (around.inner.has(key.text)) repeated.push({
				key: key.text,
				...positionOf(at)
			});
			keyIsDue = false;
		} else {
			const value = {
				at,
				keyAt: key?.at ?? at,
				isList: token === "[",
				inner: new Map()
			};
			around.inner.set(key?.text ?? around.inner.size, value);
			key = void 0;
			keyIsDue = token === "{";
			if (keyIsDue || value.isList) open.push(value);
		}
	}
	return {
		of: (keys, atKey) => positionOf(offsetOf$1(root.inner.get(0) ?? root, keys, atKey)),
		repeated
	};
}
function offsetOf$1(root, keys, atKey) {
	let value = root;
	for (const key of keys) {
		const inner = value.inner.get(key);
		if (inner === void 0) return value.at;
		value = inner;
	}
	return atKey ? value.keyAt : value.at;
}
function faultInJson(text) {
	let [sound, broken] = [0, text.length + 1];
	while (broken - sound > 1) {
		const middle = sound + broken >> 1;
		if (isBeginning(text.slice(0, middle))) sound = middle;
		else broken = middle;
	}
	return sound;
}
function isBeginning(text) {
	try {
		JSON.parse(text);
		return true;
	} catch (error) {
		const message = error instanceof Error ? error.message : "";
		const position = /at position (\d+)/.exec(message)?.[1];
		return position === void 0 ? /end of JSON/.test(message) : Number(position) >= text.length;
	}
}
var TOKEN;
var init_json_places = __esmMin(() => {
	init_text_file();
	TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s"{}[\],:]+/g;
});
// src/domain/registry/try-schema.ts
function trySchema(schema, data) {
	const before = tried.get(schema) ?? 0;
	tried.set(schema, before + 1);
	return schema.safeParse(data, { jitless: before < WORTH_COMPILING });
}
var WORTH_COMPILING, tried;
var init_try_schema = __esmMin(() => {
	WORTH_COMPILING = 20;
	tried = new WeakMap();
});
// src/domain/registry/json-file.ts
function renderJson(schema, value) {
	const text = `${JSON.stringify(schema.parse(value), null, 2)}\n`;
	if (!text.includes("__proto__")) return text;
	throw new ModelyardError({
		code: "bad-input",
		message: "the text `__proto__` cannot be kept in a file of the registry",
		next: "write it otherwise"
	});
}
function parseJson(schema, path, bytes, { canonical = false } = {}) {
	const { text, problems } = decodeText(path, bytes, MAX_JSON_BYTES);
	if (text === void 0) return {
		value: void 0,
		problems
	};
	const parsed = parseText(path, text);
	if ("problem" in parsed) return {
		value: void 0,
		problems: [...problems, parsed.problem]
	};
	const newer = newerSchema(path, text, parsed.data);
	if (newer !== void 0) return {
		value: void 0,
		problems: [newer]
	};
	const result = judge(schema, parsed.data);
	if (result === void 0) return {
		value: void 0,
		problems: [wrongThroughout(path)]
	};
	if (!result.success) {
		const complaints = explain(schema, parsed.data, result.error.issues);
		const places = placesInJson(text);
		return {
			value: void 0,
			problems: [...repeatedKeys(path, places), ...complaints.map(({ path: keys, atKey, message, next }) => ({
				severity: "error",
				code: "bad-file",
				place: {
					path,
					...places.of(keys, atKey)
				},
				message,
				next: `${next}; machines write this file, so restoring it from git is safest`
			}))]
		};
	}
	if (!canonical) return {
		value: result.data,
		problems
	};
	return {
		value: result.data,
		problems: [...problems, ...differences(path, text, `${JSON.stringify(result.data, null, 2)}\n`)]
	};
}
function judge(schema, data) {
	try {
		return trySchema(schema, data);
	} catch (error) {
		if (error instanceof RangeError) return void 0;
		throw error;
	}
}
function wrongThroughout(path) {
	return {
		severity: "error",
		code: "bad-file",
		place: {
			path,
			line: 1,
			column: 1
		},
		message: "the file is wrong in more places than can be listed",
		next: "restore it from git; machines write it"
	};
}
function parseText(path, text) {
	try {
		return { data: JSON.parse(text) };
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		return { problem: {
			severity: "error",
			code: "bad-json",
			place: {
				path,
				...positionsIn(text)(faultInJson(text))
			},
			message: `this is not JSON: ${message.split(/, (?:\.{3})?"| in JSON/)[0]}`,
			next: "restore the file from git; machines write it"
		} };
	}
}
function newerSchema(path, text, data) {
	const number = typeof data === "object" && data !== null && "schema" in data ? data.schema : void 0;
	if (typeof number !== "number" || !(number > NEWEST_SCHEMA)) return void 0;
	return {
		severity: "error",
		code: "newer-schema",
		place: {
			path,
			...placesInJson(text).of(["schema"], false)
		},
		message: `schema ${number} is newer than this release reads (${NEWEST_SCHEMA})`,
		next: `install the release of Modelyard that writes schema ${number}: npm install modelyard@latest`
	};
}
function differences(path, text, canonical) {
	if (text === canonical) return [];
	const twice = repeatedKeys(path, placesInJson(text));
	if (twice.length > 0) return twice;
	const { what, next } = difference(text, canonical);
	return [{
		severity: "error",
		code: "bad-file",
		place: {
			path,
			...positionsIn(text)(firstDifference(text, canonical))
		},
		message: `${what}: the file is not as Modelyard writes it`,
		next: `${next}; machines write it, and the same facts must be the same bytes`
	}];
}
function repeatedKeys(path, { repeated }) {
	return repeated.map(({ key, line, column }) => ({
		severity: "error",
		code: "bad-file",
		place: {
			path,
			line,
			column
		},
		message: `the key \`${key}\` stands twice in one mapping`,
		next: "restore the file from git; machines write it"
	}));
}
function difference(text, canonical) {
	if (text.replaceAll("\r\n", "\n") === canonical) return {
		what: "lines end in CRLF",
		next: "keep LF, by `* text eol=lf` in the registry's .gitattributes, and restore the file from git"
	};
	const next = "restore it from git";
	if (`${text}\n` === canonical) return {
		what: "the final newline is missing",
		next
	};
	return {
		what: "keys, order or spacing differ",
		next
	};
}
function firstDifference(a, b) {
	let index = 0;
	while (index < a.length && a[index] === b[index]) index += 1;
	return index;
}
var MAX_JSON_BYTES, NEWEST_SCHEMA;
var init_json_file = __esmMin(() => {
	init_errors$2();
	init_explain();
	init_json_places();
	init_text_file();
	init_try_schema();
	MAX_JSON_BYTES = 1048576;
	NEWEST_SCHEMA = 1;
});
// src/domain/gates/outcome.ts
function overall(outcomes) {
	return WORST$1.find((outcome) => outcomes.includes(outcome)) ?? "inconclusive";
}
var Outcome, WORST$1;
var init_outcome = __esmMin(() => {
	init_mini();
	Outcome = _enum([
		"passed",
		"failed",
		"inconclusive"
	]);
	WORST$1 = [
		"failed",
		"inconclusive",
		"passed"
	];
});
// src/domain/registry/names.ts
function isFreeName(name) {
	return name !== "latest" && name !== "constructor" && !/^v?\d+$/.test(name);
}
function timestamp$1(ms) {
	return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
function isAddress(uri) {
	return /^(?:s3|https):\/\/[^/]/.test(uri);
}
function isPattern(files) {
	return /[*?]/.test(files);
}
function folderOfPattern(pattern) {
	const parts = pattern.split("/");
	const open = parts.findIndex((part) => /[*?[{(!]/.test(part));
	return parts.slice(0, open).join("/");
}
function isRepositoryPath(path) {
	if (path.length === 0 || path.length > 1024 || /[\\\u0000-\u001f\u007f]|^[A-Za-z]:/.test(path)) return false;
	return path.split("/").every((part) => part !== "" && part !== "." && part !== ".." && part.toLowerCase() !== ".git");
}
var RESERVED, KEBAB, kebabName, ModelName, StageName, AliasName, VersionNumber, Sha256, ObjectId, Timestamp, PersonName, UserName, RepositoryPath, SourceUri;
var init_names = __esmMin(() => {
	init_mini();
	RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;
	KEBAB = /^[a-z0-9][a-z0-9-]{0,63}$/;
	kebabName = (what) => string$1().check(_regex(KEBAB, { error: `${what}: 1 to 64 lower-case letters, digits and hyphens, no hyphen first` }), refine((name) => !RESERVED.test(name), { error: `${what} that Windows can use as a folder's name` }));
	ModelName = kebabName("a model name");
	StageName = kebabName("a stage name").check(refine(isFreeName, { error: "a stage name that is neither a number, `latest` nor `constructor`" }));
	AliasName = kebabName("an alias name").check(refine(isFreeName, { error: "an alias name that is neither a number, `latest` nor `constructor`" }));
	VersionNumber = int$2().check(_gte(1));
	int$2().check(_gte(1));
	Sha256 = string$1().check(_regex(/^[0-9a-f]{64}$/, { error: "a SHA-256: 64 lower-case hexadecimal digits" }));
	ObjectId = string$1().check(_regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, { error: "a git object's id: 40 or 64 lower-case hexadecimal digits" }));
	Timestamp = datetime({
		precision: 0,
		error: "a time in UTC like 2026-11-20T09:12:44Z"
	});
	PersonName = string$1().check(_minLength(1), _maxLength(200));
	UserName = string$1().check(_minLength(1), _maxLength(200), _regex(/^[^\u0000-\u001f\u007f]*$/, { error: "a name without line breaks and control characters" }));
	RepositoryPath = string$1().check(refine(isRepositoryPath, { error: "a path inside the repository: relative, `/` between its parts, without `..` and `.git`" }));
	SourceUri = string$1().check(_maxLength(1024), refine((uri) => isAddress(uri) || isRepositoryPath(uri), { error: "a path inside the repository, which may hold * and ?, or an address: https://…, s3://…" }));
});
// src/domain/comparison/metric-catalogue.ts
function metricsOf(task) {
	return METRIC_NAMES.filter((name) => METRICS[name].tasks.includes(task));
}
function metricEntry(name) {
	return METRICS[name];
}
function primaryMetric({ task, evaluate }) {
	return evaluate?.["primary-metric"] ?? DEFAULT_PRIMARY[task];
}
var TASKS, BINARY, MULTICLASS, CLASSIFICATION, REGRESSION, entry, METRICS, METRIC_NAMES, DEFAULT_PRIMARY;
var init_metric_catalogue = __esmMin(() => {
	TASKS = [
		"binary-classification",
		"multiclass-classification",
		"regression"
	];
	BINARY = ["binary-classification"];
	MULTICLASS = ["multiclass-classification"];
	CLASSIFICATION = ["binary-classification", "multiclass-classification"];
	REGRESSION = ["regression"];
	entry = (direction, unit, tasks) => ({
		direction,
		unit,
		tasks
	});
	METRICS = {
		"roc-auc": entry("higher", "share", BINARY),
		"average-precision": entry("higher", "share", BINARY),
		accuracy: entry("higher", "share", CLASSIFICATION),
		"balanced-accuracy": entry("higher", "share", CLASSIFICATION),
		f1: entry("higher", "share", BINARY),
		precision: entry("higher", "share", BINARY),
		recall: entry("higher", "share", BINARY),
		specificity: entry("higher", "share", BINARY),
		matthews: entry("higher", "correlation", BINARY),
		"macro-f1": entry("higher", "share", MULTICLASS),
		"weighted-f1": entry("higher", "share", MULTICLASS),
		"roc-auc-ovr": entry("higher", "share", MULTICLASS),
		"log-loss": entry("lower", "nats", CLASSIFICATION),
		brier: entry("lower", "share", BINARY),
		"calibration-error": entry("lower", "share", BINARY),
		"ks-separation": entry("higher", "share", BINARY),
		lift: entry("higher", "factor", BINARY),
		cost: entry("lower", "cost", BINARY),
		rmse: entry("lower", "target", REGRESSION),
		mae: entry("lower", "target", REGRESSION),
		"median-absolute-error": entry("lower", "target", REGRESSION),
		mape: entry("lower", "ratio", REGRESSION),
		"pinball-loss": entry("lower", "target", REGRESSION),
		r2: entry("higher", "correlation", REGRESSION),
		"mean-error": entry("zero", "target", REGRESSION)
	};
	METRIC_NAMES = Object.keys(METRICS);
	DEFAULT_PRIMARY = {
		"binary-classification": "roc-auc",
		"multiclass-classification": "accuracy",
		regression: "rmse"
	};
});
// src/domain/comparison/verdict.ts
var VERDICTS;
var init_verdict = __esmMin(() => {
	init_metric_catalogue();
	VERDICTS = [
		"better",
		"not-worse",
		"worse",
		"inconclusive"
	];
});
// src/domain/gates/rule-fields.ts
function isOurs(metric) {
	return Object.hasOwn(METRICS, metric);
}
var AnyMetric, ComparedMetric, Margin, Columns, LeastRows;
var init_rule_fields = __esmMin(() => {
	init_mini();
	init_metric_catalogue();
	init_names();
	AnyMetric = union([_enum(METRIC_NAMES), UserName]);
	ComparedMetric = AnyMetric.check(refine((metric) => !isOurs(metric) || METRICS[metric].direction !== "zero", { error: "a metric of which more or less is better" }));
	Margin = number().check(_gte(0));
	Columns = array(UserName).check(_minLength(1), _maxLength(20));
	LeastRows = int$2().check(_gte(1));
});
// src/domain/gates/metric-value.ts
var init_metric_value = __esmMin(() => {
	init_metric_catalogue();
	init_verdict();
	init_rule_fields();
});
// src/domain/gates/resolution.ts
var init_resolution = __esmMin(() => {
	init_metric_value();
	init_rule_fields();
});
// src/domain/gates/not-worse.ts
var NotWorse;
var init_not_worse = __esmMin(() => {
	init_mini();
	init_verdict();
	init_metric_value();
	init_resolution();
	init_rule_fields();
	NotWorse = _lazy(() => strictObject({
		metric: ComparedMetric,
		"not-worse-by": Margin
	}));
});
// src/domain/gates/better.ts
var Better;
var init_better = __esmMin(() => {
	init_mini();
	init_metric_value();
	init_not_worse();
	init_rule_fields();
	Better = _lazy(() => union([strictObject({
		metric: ComparedMetric,
		better: literal(true)
	}), strictObject({
		metric: ComparedMetric,
		"better-by": Margin
	})]));
});
// src/domain/gates/parts.ts
var init_parts = __esmMin(() => {
	init_outcome();
});
// src/domain/gates/contract.ts
var ContractKept;
var init_contract$2 = __esmMin(() => {
	init_mini();
	init_parts();
	ContractKept = _lazy(() => strictObject({ contract: union([literal(true), _enum(["artifact", "endpoint"])]) }));
});
// src/domain/gates/metric-limit.ts
var MetricLimit;
var init_metric_limit = __esmMin(() => {
	init_mini();
	init_metric_value();
	init_rule_fields();
	MetricLimit = _lazy(() => union([strictObject({
		metric: AnyMetric,
		min: number()
	}), strictObject({
		metric: AnyMetric,
		max: number()
	})]));
});
// src/domain/gates/custom.ts
var CustomFinding;
var init_custom = __esmMin(() => {
	init_mini();
	init_names();
	init_metric_limit();
	CustomFinding = _lazy(() => union([
		strictObject({
			custom: UserName,
			passed: literal(true)
		}),
		strictObject({
			custom: UserName,
			value: UserName,
			min: number()
		}),
		strictObject({
			custom: UserName,
			value: UserName,
			max: number()
		})
	]));
});
// src/domain/gates/data.ts
var Share$7, DataDemands;
var init_data = __esmMin(() => {
	init_mini();
	init_parts();
	Share$7 = number().check(_gte(0), _lte(1));
	DataDemands = _lazy(() => {
		const demands = strictObject({
			columns: optional(_enum(["kept", "same"])),
			"null-rate-up-by": optional(Share$7),
			"distance-at-most": optional(Share$7),
			"min-rows": optional(int$2().check(_gte(1)))
		});
		return strictObject({ data: demands.check(refine((given) => Object.keys(given).length > 0, { error: `a mapping with at least one of ${Object.keys(demands.shape).join(", ")}` })) });
	});
});
// src/domain/evidence/measures.ts
var FAIRNESS_MEASURES;
var init_measures = __esmMin(() => {
	FAIRNESS_MEASURES = [
		"demographic-parity-difference",
		"demographic-parity-ratio",
		"equal-opportunity-difference",
		"equalized-odds-difference"
	];
});
// src/domain/gates/fairness.ts
var DIFFERENCES, FairnessLimit;
var init_fairness$1 = __esmMin(() => {
	init_mini();
	init_measures();
	init_metric_limit();
	init_parts();
	init_rule_fields();
	DIFFERENCES = FAIRNESS_MEASURES.filter((measure) => measure !== "demographic-parity-ratio");
	FairnessLimit = _lazy(() => union([strictObject({
		fairness: _enum(DIFFERENCES),
		max: number().check(_gte(0), _lte(1)),
		by: Columns
	}), strictObject({
		fairness: literal("demographic-parity-ratio"),
		min: number().check(_gte(0), _lte(1)),
		by: Columns
	})]));
});
// src/domain/gates/fairness-change.ts
var FairnessChange;
var init_fairness_change = __esmMin(() => {
	init_mini();
	init_verdict();
	init_measures();
	init_fairness$1();
	init_parts();
	init_rule_fields();
	FairnessChange = _lazy(() => strictObject({
		fairness: _enum(FAIRNESS_MEASURES),
		"not-worse-by": Margin,
		by: Columns
	}));
});
// src/domain/gates/freshness.ts
var AGEING, Freshness;
var init_freshness = __esmMin(() => {
	init_mini();
	AGEING = [
		"evaluation",
		"comparison",
		"fairness",
		"latency",
		"importance",
		"size",
		"data",
		"reproducibility",
		"contract",
		"tests"
	];
	Freshness = _lazy(() => strictObject({
		freshness: _enum(AGEING),
		days: int$2().check(_gte(1), _lte(3650))
	}));
});
// src/domain/stats/multiple-testing.ts
var init_multiple_testing = __esmMin(() => {
	init_errors$2();
});
// src/domain/gates/guardrails.ts
function isDistinct(names) {
	return new Set(names).size === names.length;
}
var Guardrails;
var init_guardrails = __esmMin(() => {
	init_mini();
	init_multiple_testing();
	init_metric_value();
	init_parts();
	init_rule_fields();
	Guardrails = _lazy(() => strictObject({
		guardrails: array(ComparedMetric).check(_minLength(1), _maxLength(20), refine(isDistinct, { error: "a list in which nothing stands twice" })),
		"not-worse-by": Margin
	}));
});
// src/domain/gates/latency.ts
var Percentage, LatencyRatio;
var init_latency$2 = __esmMin(() => {
	init_mini();
	Percentage = _lazy(() => union([string$1().check(_regex(/^\d{1,3}(?:\.\d{1,3})?%$/, { error: "a percentage like 20%, or a share like 0.2" })), number().check(_gte(0), _lte(5))]));
	LatencyRatio = _lazy(() => strictObject({
		latency: _enum(["p50", "p95"]),
		"not-slower-by": Percentage
	}));
});
// src/domain/gates/reproducible.ts
var Reproducible;
var init_reproducible = __esmMin(() => {
	init_mini();
	Reproducible = _lazy(() => union([strictObject({ reproducible: literal(true) }), strictObject({
		reproducible: literal("same-predictions"),
		tolerance: optional(number().check(_gte(0)))
	})]));
});
// src/domain/gates/size.ts
var BYTES, SizeLimit;
var init_size = __esmMin(() => {
	init_mini();
	BYTES = /^(\d+(?:\.\d+)?) ?(B|kB|MB|GB|KiB|MiB|GiB)$/;
	SizeLimit = _lazy(() => strictObject({ size: strictObject({ max: union([string$1().check(_regex(BYTES, { error: "a size like 50MB, 1.5GB or 64MiB" })), int$2().check(_gte(1))]) }) }));
});
// src/domain/gates/slice-limit.ts
var slices$1, SliceLimit;
var init_slice_limit = __esmMin(() => {
	init_mini();
	init_metric_limit();
	init_metric_value();
	init_parts();
	init_rule_fields();
	slices$1 = {
		slices: AnyMetric,
		by: Columns,
		"min-rows": optional(LeastRows)
	};
	SliceLimit = _lazy(() => union([strictObject({
		...slices$1,
		min: number()
	}), strictObject({
		...slices$1,
		max: number()
	})]));
});
// src/domain/gates/slice-not-worse.ts
var SliceNotWorse;
var init_slice_not_worse = __esmMin(() => {
	init_mini();
	init_multiple_testing();
	init_metric_value();
	init_parts();
	init_rule_fields();
	init_slice_limit();
	SliceNotWorse = _lazy(() => strictObject({
		slices: ComparedMetric,
		"not-worse-by": Margin,
		by: Columns,
		"min-rows": optional(LeastRows)
	}));
});
// src/domain/gates/tests.ts
var TestsPassed;
var init_tests$1 = __esmMin(() => {
	init_mini();
	TestsPassed = _lazy(() => strictObject({ tests: union([literal(true), strictObject({ "at-least": int$2().check(_gte(1)) })]) }));
});
// src/domain/gates/rule.ts
function metricsNamedIn(rule) {
	if ("metric" in rule) return [{
		keys: ["metric"],
		metric: rule.metric
	}];
	if ("slices" in rule) return [{
		keys: ["slices"],
		metric: rule.slices
	}];
	if ("guardrails" in rule) return rule.guardrails.map((metric, index) => ({
		keys: ["guardrails", index],
		metric
	}));
	return [];
}
var GateRule;
var init_rule = __esmMin(() => {
	init_mini();
	init_better();
	init_contract$2();
	init_custom();
	init_data();
	init_fairness$1();
	init_fairness_change();
	init_freshness();
	init_guardrails();
	init_latency$2();
	init_metric_limit();
	init_not_worse();
	init_reproducible();
	init_size();
	init_slice_limit();
	init_slice_not_worse();
	init_tests$1();
	GateRule = union([
		MetricLimit,
		NotWorse,
		Better,
		Guardrails,
		SliceLimit,
		SliceNotWorse,
		FairnessLimit,
		FairnessChange,
		LatencyRatio,
		SizeLimit,
		Reproducible,
		ContractKept,
		DataDemands,
		TestsPassed,
		CustomFinding,
		Freshness
	]);
});
// src/domain/registry/policy.ts
var Owner, ApprovalRule, BY_HAND, StagePolicy;
var init_policy = __esmMin(() => {
	init_mini();
	init_rule();
	Owner = string$1().check(_regex(/^@[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:\/[A-Za-z0-9._-]{1,100})?$/, { error: "a person or a team like @octocat or @acme/ml-leads" }));
	ApprovalRule = strictObject({
		required: int$2().check(_gte(0), _lte(20), describe("How many approvals are needed.")),
		from: optional(array(Owner).check(_minLength(1))),
		"not-author": optional(boolean())
	});
	BY_HAND = "by-hand";
	StagePolicy = strictObject({
		gates: optional(array(GateRule).check(_maxLength(100))),
		defaults: optional(boolean()),
		approvals: optional(union([ApprovalRule, literal(BY_HAND)])),
		rollback: optional(strictObject({ approvals: ApprovalRule })),
		"max-versions": optional(int$2().check(_gte(1), _lte(100)))
	});
});
// src/domain/results/validation.ts
var validation_exports = __exportAll({ ValidationResult: () => ValidationResult });
var ValidationResult;
var init_validation = __esmMin(() => {
	init_mini();
	init_outcome();
	init_looks();
	init_problem();
	init_names();
	init_policy();
	ValidationResult = strictObject({
		kind: literal("validation"),
		outcome: Outcome,
		judged: string$1(),
		base: optional(ObjectId),
		head: optional(ObjectId),
		checked: strictObject({
			models: int$2(),
			versions: int$2(),
			records: int$2(),
			files: int$2()
		}),
		problems: array(Problem),
		governed: array(strictObject({
			path: string$1(),
			why: string$1(),
			models: array(string$1()),
			rules: array(extend(ApprovalRule, { source: _enum(["model", "floor"]) }))
		})),
		monitored: optional(array(strictObject({
			model: string$1(),
			looks: array(_enum(LOOKS))
		}))),
		touched: optional(strictObject({
			models: array(string$1()),
			lint: array(string$1()),
			test: array(string$1()),
			train: array(string$1()),
			predict: array(string$1()),
			serve: array(string$1()),
			contract: array(string$1()),
			served: array(string$1()),
			compared: array(string$1()),
			"fails-on-worse": array(string$1()),
			"registry-alone": boolean(),
			app: optional(literal(true))
		})),
		candidates: optional(array(strictObject({
			model: string$1(),
			version: optional(VersionNumber),
			serves: boolean()
		}))),
		remarks: array(string$1())
	});
});
// src/domain/monitoring/window.ts
function spanMs(span) {
	return Number(span.slice(0, -1)) * (UNIT_MS[span.slice(-1)] ?? NaN);
}
var HOUR_MS, DAY_MS$3, UNIT_MS, NamedWindow, Season;
var init_window$1 = __esmMin(() => {
	init_mini();
	init_names();
	HOUR_MS = 36e5;
	DAY_MS$3 = 24 * HOUR_MS;
	UNIT_MS = {
		m: 6e4,
		h: HOUR_MS,
		d: DAY_MS$3
	};
	NamedWindow = strictObject({
		from: Timestamp,
		to: Timestamp
	});
	string$1().check(_regex(/^(?:[1-9]\d{0,2}|[1-2]\d{3}|3[0-5]\d{2})d$|^[1-9]\d{0,3}h$/, { error: "a number of days or hours, such as 7d or 12h" }));
	string$1().check(refine((text) => date().safeParse(text).success || Timestamp.safeParse(text).success, { error: "a date, or a time in UTC like 2026-03-08T06:00:00Z" }));
	Season = _enum(["same-weekday", "same-month"]);
});
// src/domain/registry/sorted.ts
function sorted(schema) {
	return schema.check(_overwrite((value) => isSorted(value) ? value : sortKeys(value)));
}
function isSorted(value) {
	let before = "";
	for (const key of Object.keys(value)) {
		if (key < before) return false;
		before = key;
	}
	return true;
}
function sortKeys(value) {
	return Object.fromEntries(Object.entries(value).sort(byKey$1));
}
function byKey$1([a], [b]) {
	return a < b ? -1 : a > b ? 1 : 0;
}
var init_sorted = __esmMin(() => {
	init_mini();
});
// src/domain/comparison/metric-settings.ts
var CostMatrix, Share$6, MetricSettings, SETTINGS_OF;
var init_metric_settings = __esmMin(() => {
	init_mini();
	CostMatrix = strictObject({
		"true-positive": number(),
		"false-positive": number(),
		"true-negative": number(),
		"false-negative": number()
	});
	Share$6 = number().check(_gt(0), _lt(1));
	MetricSettings = strictObject({
		threshold: optional(number().check(_gte(0), _lte(1))),
		"lift-at": optional(number().check(_gt(0), _lte(1))),
		cost: optional(CostMatrix),
		quantile: optional(Share$6)
	});
	SETTINGS_OF = {
		"binary-classification": [
			"threshold",
			"lift-at",
			"cost"
		],
		"multiclass-classification": [],
		regression: ["quantile"]
	};
});
// src/domain/evidence/interval.ts
var INTERVAL_METHODS, Interval;
var init_interval = __esmMin(() => {
	init_mini();
	INTERVAL_METHODS = [
		"delong",
		"tango",
		"score",
		"closed-form",
		"bootstrap-percentile",
		"bootstrap-bca",
		"bootstrap-cluster",
		"wilson",
		"clopper-pearson",
		"newcombe",
		"block-bootstrap"
	];
	Interval = strictObject({
		low: number(),
		high: number(),
		level: number().check(_gt(0), _lt(1)),
		method: _enum(INTERVAL_METHODS),
		resamples: optional(int$2().check(_gte(1))),
		seed: optional(int$2().check(_gte(0)))
	});
});
// src/domain/evidence/evaluation.ts
var Metric$2, Setting, Undefined, OwnMetric, OwnMetrics, Estimated, Points, CalibrationBin, Curves, SliceName, Slice, ClassMetrics, Traps, Evaluation;
var init_evaluation = __esmMin(() => {
	init_mini();
	init_metric_catalogue();
	init_metric_settings();
	init_names();
	init_sorted();
	init_interval();
	Metric$2 = _enum(METRIC_NAMES);
	Setting = strictObject({
		task: _enum(TASKS),
		rows: int$2().check(_gte(1)),
		target: UserName,
		"positive-class": optional(UserName),
		"positive-rows": optional(int$2().check(_gte(0))),
		classes: optional(array(UserName).check(_minLength(2), _maxLength(1e4))),
		settings: optional(MetricSettings)
	});
	Undefined = sorted(partialRecord(Metric$2, string$1().check(_maxLength(300))));
	OwnMetric = strictObject({
		value: number(),
		direction: _enum([
			"higher",
			"lower",
			"zero"
		]),
		unit: optional(string$1().check(_maxLength(40))),
		interval: optional(Interval)
	});
	OwnMetrics = sorted(record(UserName, OwnMetric));
	Estimated = sorted(partialRecord(Metric$2, strictObject({
		value: number(),
		low: number(),
		high: number()
	})));
	Points = array(tuple([number(), number()])).check(_maxLength(201));
	CalibrationBin = strictObject({
		rows: int$2().check(_gte(1)),
		predicted: number(),
		observed: number()
	});
	Curves = strictObject({
		roc: optional(Points),
		"precision-recall": optional(Points),
		calibration: optional(array(CalibrationBin).check(_maxLength(20))),
		residuals: optional(Points)
	});
	SliceName = strictObject({
		column: UserName,
		value: string$1().check(_maxLength(200))
	});
	Slice = extend(SliceName, {
		rows: int$2().check(_gte(1)),
		"positive-rows": optional(int$2().check(_gte(0))),
		metrics: sorted(partialRecord(Metric$2, number())),
		undefined: optional(Undefined),
		estimated: optional(Estimated),
		"own-metrics": optional(OwnMetrics)
	});
	ClassMetrics = strictObject({
		class: UserName,
		rows: int$2().check(_gte(0)),
		precision: number(),
		recall: optional(number()),
		f1: number()
	});
	Traps = strictObject({
		"unknown-categories": optional(array(strictObject({
			column: UserName,
			rows: int$2().check(_gte(1)),
			examples: array(string$1().check(_maxLength(200))).check(_maxLength(5))
		}))),
		"unused-columns": optional(array(UserName).check(_maxLength(1e3))),
		infinite: optional(int$2().check(_gte(1))),
		"not-summing": optional(int$2().check(_gte(1))),
		"duplicate-keys": optional(int$2().check(_gte(1))),
		"in-training-data": optional(int$2().check(_gte(1)))
	});
	Evaluation = extend(Setting, {
		metrics: sorted(partialRecord(Metric$2, number())),
		undefined: optional(Undefined),
		"own-metrics": optional(OwnMetrics),
		intervals: optional(sorted(partialRecord(Metric$2, Interval))),
		estimated: optional(Estimated),
		confusion: optional(array(array(int$2().check(_gte(0)))).check(_maxLength(50))),
		curves: optional(Curves),
		slices: optional(array(Slice).check(_maxLength(500))),
		"per-class": optional(array(ClassMetrics).check(_maxLength(1e3))),
		traps: optional(Traps)
	});
});
// src/domain/evidence/comparison.ts
var PairedMetric, PairedOwnMetric, PairedOwnMetrics, Metrics, PairedSlice, Disagreement, Comparison;
var init_comparison = __esmMin(() => {
	init_mini();
	init_metric_catalogue();
	init_names();
	init_sorted();
	init_evaluation();
	init_interval();
	PairedMetric = strictObject({
		champion: number(),
		challenger: number(),
		difference: number(),
		interval: optional(Interval),
		"p-value": optional(number().check(_gte(0), _lte(1))),
		"degrees-of-freedom": optional(number().check(_gt(0))),
		"standard-error": optional(number().check(_gte(0)))
	});
	PairedOwnMetric = extend(PairedMetric, {
		direction: OwnMetric.shape.direction,
		unit: OwnMetric.shape.unit
	});
	PairedOwnMetrics = sorted(record(UserName, PairedOwnMetric));
	Metrics = sorted(partialRecord(_enum(METRIC_NAMES), PairedMetric));
	PairedSlice = extend(SliceName, {
		rows: int$2().check(_gte(1)),
		"positive-rows": optional(int$2().check(_gte(0))),
		metrics: Metrics,
		undefined: optional(Undefined),
		"own-metrics": optional(PairedOwnMetrics)
	});
	Disagreement = strictObject({
		rows: int$2().check(_gte(0)),
		"champion-right": int$2().check(_gte(0)),
		"challenger-right": int$2().check(_gte(0)),
		"p-value": optional(number().check(_gte(0), _lte(1))),
		"mid-p-value": optional(number().check(_gte(0), _lte(1))),
		examples: array(int$2().check(_gte(0))).check(_maxLength(20), describe("Row numbers from 0, where the two are furthest apart."))
	});
	Comparison = extend(Setting, {
		metrics: Metrics,
		undefined: optional(Undefined),
		"own-metrics": optional(PairedOwnMetrics),
		slices: optional(array(PairedSlice).check(_maxLength(500))),
		disagreement: optional(Disagreement),
		clusters: optional(strictObject({
			column: UserName,
			count: int$2().check(_gte(1))
		}))
	});
});
// src/domain/evidence/judging-rows.ts
var ChosenWindow;
var init_judging_rows = __esmMin(() => {
	init_mini();
	init_window$1();
	init_names();
	ChosenWindow = strictObject({
		uri: string$1().check(_minLength(1), _maxLength(1024)),
		time: UserName,
		from: Timestamp,
		to: Timestamp
	});
});
// src/domain/evidence/select.ts
var init_select = __esmMin(() => {
	init_judging_rows();
});
// src/domain/evidence/earlier-comparison.ts
var EarlierComparison;
var init_earlier_comparison = __esmMin(() => {
	init_mini();
	init_metric_catalogue();
	init_window$1();
	init_comparison();
	init_judging_rows();
	init_select();
	EarlierComparison = strictObject({
		window: NamedWindow,
		rows: int$2().check(_gte(1)),
		metric: _enum(METRIC_NAMES),
		...PairedMetric.shape
	});
}), DATATYPES, TensorFields, InputTensor, OutputTensor, Signature, ArtifactUri, Artifact$1, DataReference, Scalar$1, Params, ClaimedMetrics, VersionRecord;
var init_version = __esmMin(() => {
	init_mini();
	init_names();
	init_sorted();
	DATATYPES = [
		"BOOL",
		"UINT8",
		"UINT16",
		"UINT32",
		"UINT64",
		"INT8",
		"INT16",
		"INT32",
		"INT64",
		"FP16",
		"BF16",
		"FP32",
		"FP64",
		"BYTES",
		"OTHER"
	];
	TensorFields = {
		name: string$1().check(_minLength(1), _maxLength(1e3), describe("The tensor's name, letter for letter.")),
		datatype: _enum(DATATYPES),
		shape: array(int$2().check(_gte(-1))).check(_maxLength(16), describe("Sizes, -1 where a size is free."))
	};
	InputTensor = strictObject({
		...TensorFields,
		columns: optional(array(UserName).check(_maxLength(1e5)))
	});
	OutputTensor = strictObject(TensorFields);
	Signature = strictObject({
		inputs: array(InputTensor).check(_maxLength(1e5)),
		outputs: array(OutputTensor).check(_maxLength(1e3))
	});
	ArtifactUri = string$1().check(_maxLength(2e3), _regex(/^(?:\.\/model(?:\.[A-Za-z0-9.]{1,40})?|(?:https|s3|gs|az|hf|release):[^\s\\]+)$/, { error: "an address: ./model… beside the record, or https:, s3:, gs:, az:, hf:, release:" }), refine((uri) => !uri.includes(".."), { error: "an address without `..`" }));
	Artifact$1 = strictObject({
		uri: ArtifactUri,
		sha256: Sha256,
		bytes: int$2().check(_gte(0)),
		format: _enum(["onnx", "opaque"]),
		kind: optional(string$1().check(_maxLength(60))),
		"runs-code-when-loaded": optional(literal(true)),
		files: optional(int$2().check(_gte(1))),
		opsets: optional(sorted(record(string$1().check(_maxLength(200)), int$2().check(_gte(1)))))
	});
	DataReference = strictObject({
		role: string$1().check(_regex(/^[a-z][a-z0-9-]{0,30}$/, { error: "a role like train, validation or test" })),
		uri: string$1().check(_minLength(1), _maxLength(2e3)),
		sha256: Sha256,
		rows: optional(int$2().check(_gte(0)))
	});
	Scalar$1 = union([
		string$1().check(_maxLength(1e4)),
		number(),
		boolean(),
		_null()
	]);
	Params = sorted(record(UserName, union([Scalar$1, array(Scalar$1).check(_maxLength(1e4))])));
	ClaimedMetrics = sorted(record(UserName, number()));
	VersionRecord = strictObject({
		schema: literal(1),
		version: VersionNumber,
		"created-at": Timestamp,
		"created-by": PersonName,
		commit: ObjectId,
		tree: ObjectId,
		"pull-request": optional(int$2().check(_gte(1))),
		run: optional(int$2().check(_gte(1))),
		artifact: Artifact$1,
		signature: optional(Signature),
		data: array(DataReference).check(_maxLength(1e3)),
		params: Params,
		metrics: ClaimedMetrics
	});
});
// src/domain/gates/result.ts
var GATE_KINDS, Unit$1, Observed, Wanted, GatePart, GateResult, Advice, GateTree;
var init_result = __esmMin(() => {
	init_mini();
	init_outcome();
	GATE_KINDS = [
		"metric-limit",
		"not-worse",
		"better",
		"guardrails",
		"slice-limit",
		"slice-not-worse",
		"fairness",
		"fairness-change",
		"latency",
		"size",
		"reproducible",
		"contract",
		"data",
		"tests",
		"custom",
		"freshness"
	];
	Unit$1 = optional(_enum([
		"ratio",
		"bytes",
		"days",
		"count",
		"share"
	]));
	Observed = strictObject({
		value: optional(number()),
		low: optional(number()),
		high: optional(number()),
		word: optional(string$1()),
		unit: Unit$1
	});
	Wanted = strictObject({
		is: _enum([
			"at-least",
			"at-most",
			"above",
			"below",
			"equal"
		]),
		value: optional(number()),
		word: optional(string$1()),
		unit: Unit$1
	});
	GatePart = strictObject({
		name: string$1(),
		outcome: union([Outcome, literal("left-out")]),
		observed: optional(Observed),
		reason: string$1()
	});
	GateResult = strictObject({
		gate: _enum(GATE_KINDS),
		about: optional(string$1()),
		source: _enum([
			"model",
			"floor",
			"default"
		]),
		outcome: union([Outcome, literal("left-out")]),
		observed: optional(Observed),
		wanted: Wanted,
		reason: string$1(),
		next: optional(string$1()),
		evidence: optional(string$1()),
		parts: optional(array(GatePart))
	});
	Advice = strictObject({
		message: string$1(),
		next: string$1()
	});
	GateTree = strictObject({
		outcome: Outcome,
		gates: array(GateResult),
		remarks: array(Advice),
		warnings: optional(array(Advice))
	});
});
// src/domain/results/move.ts
var move_exports = __exportAll({
	ChangeOutcome: () => ChangeOutcome,
	ChangeStatus: () => ChangeStatus,
	MoveResult: () => MoveResult,
	MovedFacts: () => MovedFacts
});
var ChangeStatus, ChangeOutcome, AliasChange, MovedFacts, MoveResult;
var init_move = __esmMin(() => {
	init_mini();
	init_outcome();
	init_result();
	init_problem();
	init_names();
	init_policy();
	ChangeStatus = _enum([
		"planned",
		"branched",
		"merged",
		"proposed",
		"left",
		"unchanged",
		"refused"
	]);
	ChangeOutcome = {
		status: ChangeStatus,
		reasons: array(Reason),
		why: optional(string$1()),
		files: array(strictObject({
			path: string$1(),
			change: _enum([
				"added",
				"modified",
				"deleted"
			])
		})),
		branch: optional(string$1()),
		commit: optional(ObjectId),
		"pull-request": optional(strictObject({
			number: int$2().check(_gte(1)),
			url: string$1(),
			change: _enum([
				"opened",
				"updated",
				"unchanged"
			])
		})),
		"commit-status": optional(strictObject({
			context: string$1(),
			state: _enum(["success", "failure"]),
			description: string$1(),
			change: _enum([
				"set",
				"unchanged",
				"not-set"
			])
		})),
		"other-checks": optional(strictObject({
			names: array(string$1()),
			"start-by-click": boolean()
		})),
		committer: optional(strictObject({
			name: string$1(),
			email: string$1(),
			source: string$1()
		})),
		remarks: array(string$1()),
		next: array(string$1())
	};
	AliasChange = strictObject({
		alias: string$1(),
		before: nullable(VersionNumber),
		after: nullable(VersionNumber)
	});
	MovedFacts = {
		version: optional(VersionNumber),
		from: optional(StageName),
		to: optional(StageName),
		displaces: optional(VersionNumber),
		aliases: array(AliasChange),
		purged: optional(boolean()),
		record: optional(int$2()),
		reason: optional(string$1()),
		replaces: optional(int$2().check(_gte(1))),
		unapproved: optional(string$1()),
		gates: optional(GateTree),
		approvals: optional(strictObject({
			outcome: Outcome,
			"by-hand": optional(boolean()),
			rules: array(extend(ApprovalRule, {
				source: _enum(["model", "floor"]),
				outcome: optional(Outcome),
				reason: optional(string$1()),
				next: optional(string$1())
			}))
		}))
	};
	MoveResult = strictObject({
		kind: literal("move"),
		outcome: optional(Outcome),
		action: _enum([
			"promotion",
			"rollback",
			"archive",
			"alias"
		]),
		title: string$1(),
		model: ModelName,
		...MovedFacts,
		...ChangeOutcome
	});
});
// src/domain/results/registration.ts
var registration_exports = __exportAll({
	FirstPromotion: () => FirstPromotion,
	RegistrationResult: () => RegistrationResult
});
var FirstPromotion, RegistrationResult;
var init_registration = __esmMin(() => {
	init_mini();
	init_earlier_comparison();
	init_outcome();
	init_names();
	init_version();
	init_move();
	FirstPromotion = strictObject({
		stage: StageName,
		title: string$1(),
		...MovedFacts
	});
	RegistrationResult = strictObject({
		kind: literal("registration"),
		outcome: optional(Outcome),
		model: ModelName,
		record: optional(VersionRecord),
		export: array(string$1()),
		promotion: optional(FirstPromotion),
		candidate: optional(_enum([
			"ready",
			"draft",
			"closed"
		])),
		alerts: optional(array(int$2().check(_gte(1)))),
		earlier: optional(EarlierComparison),
		...ChangeOutcome
	});
});
// src/domain/registry/notes.ts
var Notes;
var init_notes = __esmMin(() => {
	init_mini();
	init_names();
	Notes = strictObject({
		description: optional(string$1().check(_maxLength(1e4))),
		tags: optional(record(UserName, union([
			string$1().check(_maxLength(1e3)),
			number(),
			boolean()
		])))
	});
});
// src/domain/registry/lifecycle.ts
var Lifecycle, DEFAULT_LIFECYCLE;
var init_lifecycle = __esmMin(() => {
	init_mini();
	init_names();
	Lifecycle = strictObject({
		stages: array(StageName).check(_minLength(3), _maxLength(20), refine((stages) => new Set(stages).size === stages.length, { error: "a list that names each stage once" }), describe("Stages in their order; the first holds new versions, the last is the archive.")),
		transitions: optional(record(StageName, array(StageName)))
	});
	DEFAULT_LIFECYCLE = { stages: [
		"development",
		"staging",
		"production",
		"archived"
	] };
});
// src/domain/registry/pointers.ts
var Pointers;
var init_pointers = __esmMin(() => {
	init_mini();
	init_lifecycle();
	init_names();
	init_sorted();
	Pointers = strictObject({
		schema: literal(1),
		stages: record(StageName, array(VersionNumber).check(_minLength(1))),
		aliases: sorted(record(AliasName, VersionNumber))
	});
});
// src/domain/results/model.ts
var model_exports = __exportAll({
	ModelListResult: () => ModelListResult,
	ModelResult: () => ModelResult,
	VersionLine: () => VersionLine,
	VersionResult: () => VersionResult
});
var VersionLine, ModelListResult, ModelResult, VersionResult;
var init_model = __esmMin(() => {
	init_mini();
	init_names();
	init_notes();
	init_pointers();
	init_version();
	VersionLine = strictObject({
		version: VersionNumber,
		stage: StageName,
		aliases: array(string$1()),
		"created-at": Timestamp,
		"created-by": string$1(),
		metric: optional(number()),
		"metric-is": optional(_enum(["evaluated", "claimed"]))
	});
	ModelListResult = strictObject({
		kind: literal("model-list"),
		commit: ObjectId,
		models: array(strictObject({
			model: ModelName,
			task: string$1(),
			versions: int$2(),
			aliases: Pointers.shape.aliases,
			stages: Pointers.shape.stages
		}))
	});
	ModelResult = strictObject({
		kind: literal("model"),
		commit: ObjectId,
		model: ModelName,
		description: optional(string$1()),
		task: string$1(),
		target: string$1(),
		"primary-metric": string$1(),
		pointers: Pointers,
		records: int$2(),
		"pointers-agree": boolean(),
		versions: array(VersionLine),
		"versions-in-all": int$2()
	});
	VersionResult = strictObject({
		kind: literal("version"),
		commit: ObjectId,
		model: ModelName,
		stage: StageName,
		aliases: array(string$1()),
		purged: boolean(),
		record: VersionRecord,
		notes: Notes,
		card: optional(string$1()),
		evidence: array(strictObject({
			kind: string$1(),
			digest: string$1(),
			data: optional(string$1()),
			champion: optional(string$1()),
			rows: optional(int$2()),
			metrics: record(string$1(), number()),
			"measured-at": Timestamp
		})),
		promotions: array(strictObject({
			record: int$2(),
			kind: string$1(),
			text: string$1(),
			at: Timestamp
		}))
	});
});
// src/domain/results/search.ts
var search_exports = __exportAll({ SearchResult: () => SearchResult });
var Value$1, SearchResult;
var init_search = __esmMin(() => {
	init_mini();
	init_names();
	Value$1 = union([
		string$1(),
		number(),
		boolean(),
		_null()
	]);
	SearchResult = strictObject({
		kind: literal("search"),
		commit: ObjectId,
		filter: string$1(),
		columns: array(string$1()),
		found: int$2(),
		searched: int$2(),
		versions: array(strictObject({
			model: ModelName,
			version: VersionNumber,
			stage: StageName,
			aliases: array(string$1()),
			"created-at": Timestamp,
			values: array(Value$1)
		}))
	});
});
// src/domain/results/history.ts
var history_exports = __exportAll({
	HistoryEntry: () => HistoryEntry,
	HistoryResult: () => HistoryResult
});
var Approval, HistoryEntry, HistoryResult;
var init_history = __esmMin(() => {
	init_mini();
	init_outcome();
	init_names();
	init_pointers();
	Approval = strictObject({
		login: string$1(),
		at: string$1()
	});
	HistoryEntry = strictObject({
		record: int$2(),
		kind: _enum([
			"promotion",
			"rollback",
			"archive",
			"alias"
		]),
		version: optional(VersionNumber),
		from: optional(StageName),
		to: optional(StageName),
		displaces: optional(VersionNumber),
		aliases: record(string$1(), nullable(VersionNumber)),
		purged: optional(boolean()),
		"requested-by": string$1(),
		"requested-at": Timestamp,
		reason: optional(string$1()),
		unapproved: optional(string$1()),
		gates: optional(Outcome),
		evidence: array(string$1()),
		commit: optional(ObjectId),
		"merged-at": optional(string$1()),
		"merged-by": optional(string$1()),
		imported: boolean(),
		approvals: optional(array(Approval))
	});
	HistoryResult = strictObject({
		kind: literal("history"),
		outcome: Outcome,
		commit: ObjectId,
		model: ModelName,
		"as-of": optional(string$1()),
		pointers: Pointers,
		entries: array(HistoryEntry),
		"records-in-all": int$2(),
		problems: array(string$1()),
		remarks: array(string$1())
	});
});
// src/domain/results/difference.ts
var difference_exports = __exportAll({
	Change: () => Change,
	DifferenceResult: () => DifferenceResult
});
var Change, DifferenceResult;
var init_difference = __esmMin(() => {
	init_mini();
	init_names();
	Change = strictObject({
		part: _enum([
			"artifact",
			"params",
			"metrics",
			"data",
			"signature",
			"code"
		]),
		name: string$1(),
		first: optional(string$1()),
		second: optional(string$1()),
		difference: optional(number())
	});
	DifferenceResult = strictObject({
		kind: literal("difference"),
		model: ModelName,
		first: VersionNumber,
		second: VersionNumber,
		changes: array(Change),
		same: array(string$1())
	});
});
// src/domain/evidence/contract.ts
var ContractCheck, Contract;
var init_contract$1 = __esmMin(() => {
	init_mini();
	ContractCheck = strictObject({
		check: string$1().check(_maxLength(100)),
		outcome: _enum([
			"kept",
			"broken",
			"not-asked"
		]),
		probes: int$2().check(_gte(0)),
		detail: optional(string$1().check(_maxLength(500)))
	});
	Contract = strictObject({
		against: _enum(["artifact", "endpoint"]),
		protocol: optional(_enum(["rows", "v2"])),
		inputs: int$2().check(_gte(0)),
		probes: int$2().check(_gte(0)),
		checks: array(ContractCheck).check(_minLength(1), _maxLength(100))
	});
});
// src/domain/evidence/fairness.ts
var Share$5, Count$8, Rates, FairnessGroup, Bounded, MeasuredFairness, FairnessColumn, Fairness;
var init_fairness = __esmMin(() => {
	init_mini();
	init_names();
	init_evaluation();
	init_measures();
	Share$5 = number().check(_gte(0), _lte(1));
	Count$8 = int$2().check(_gte(0));
	Rates = strictObject({
		"selection-rate": Share$5,
		"true-positive-rate": optional(Share$5),
		"false-positive-rate": optional(Share$5)
	});
	FairnessGroup = strictObject({
		value: string$1().check(_maxLength(200)),
		rows: Count$8,
		positives: Count$8,
		status: _enum(["judged", "insufficient-data"]),
		challenger: Rates,
		champion: optional(Rates)
	});
	Bounded = strictObject({
		value: number(),
		low: number(),
		high: number()
	});
	MeasuredFairness = strictObject({
		measure: _enum(FAIRNESS_MEASURES),
		challenger: Bounded,
		champion: optional(Bounded),
		change: optional(Bounded)
	});
	FairnessColumn = strictObject({
		column: UserName,
		groups: array(FairnessGroup).check(_maxLength(200)),
		measures: array(MeasuredFairness)
	});
	Fairness = extend(Setting, {
		"least-rows": Count$8,
		columns: array(FairnessColumn).check(_maxLength(50))
	});
});
// src/domain/evidence/latency.ts
var Positive$1, Ratio, Compared, each, Latency;
var init_latency$1 = __esmMin(() => {
	init_mini();
	init_measures();
	Positive$1 = number().check(_gt(0));
	Ratio = strictObject({
		value: Positive$1,
		low: Positive$1,
		high: Positive$1
	});
	Compared = strictObject({
		"champion-ms": Positive$1,
		"challenger-ms": Positive$1,
		ratio: Ratio
	});
	each = (schema) => strictObject({
		p50: schema,
		p95: schema,
		p99: schema
	});
	Latency = strictObject({
		"rows-per-request": int$2().check(_gte(1)),
		pairs: int$2().check(_gte(1)),
		"warm-up": int$2().check(_gte(0)),
		blocks: int$2().check(_gte(1)),
		seed: int$2().check(_gte(0)),
		"same-against-same": each(Ratio),
		quantiles: each(Compared)
	});
});
// src/domain/evidence/other-kinds.ts
var Count$7, Size, Importance, COLUMN_TESTS, NOT_TESTED, Words, DataChange, Custom;
var init_other_kinds = __esmMin(() => {
	init_mini();
	init_metric_catalogue();
	init_names();
	init_sorted();
	Count$7 = int$2().check(_gte(0));
	Size = strictObject({
		bytes: Count$7,
		files: int$2().check(_gte(1))
	});
	Importance = strictObject({
		metric: _enum(METRIC_NAMES),
		rows: int$2().check(_gte(1), describe("How many rows it was measured on.")),
		"data-rows": optional(int$2().check(_gte(1))),
		repeats: int$2().check(_gte(1), describe("How often each column was shuffled.")),
		seed: Count$7,
		value: optional(number()),
		features: array(strictObject({
			column: UserName,
			loss: number(),
			low: number(),
			high: number()
		})).check(_maxLength(1e3), describe("The columns that the model reads, the most important first."))
	});
	COLUMN_TESTS = [
		"kolmogorov-smirnov",
		"chi-squared",
		"fisher-mid-p"
	];
	NOT_TESTED = ["no-values", "many-words"];
	Words = strictObject({
		count: Count$7,
		first: array(string$1()).check(_maxLength(20))
	});
	DataChange = strictObject({
		champion: strictObject({
			rows: Count$7,
			sha256: string$1()
		}),
		challenger: strictObject({
			rows: Count$7,
			sha256: string$1()
		}),
		added: Count$7,
		removed: Count$7,
		columns: array(strictObject({
			column: UserName,
			change: _enum([
				"same",
				"added",
				"removed",
				"type",
				"moved"
			]),
			"null-rate": optional(tuple([number(), number()])),
			distance: optional(number()),
			"p-value": optional(number()),
			"unadjusted-p-value": optional(number()),
			test: optional(_enum(COLUMN_TESTS)),
			"smallest-distance": optional(number()),
			"too-few-rows": optional(literal(true)),
			"not-tested": optional(_enum(NOT_TESTED)),
			"no-numbers": optional(tuple([Count$7, Count$7])),
			"new-words": optional(Words),
			"gone-words": optional(Words),
			missing: optional(strictObject({
				"p-value": number(),
				"unadjusted-p-value": number(),
				moved: boolean()
			}))
		})).check(_maxLength(5e3))
	});
	Custom = strictObject({
		name: UserName,
		passed: optional(boolean()),
		values: optional(sorted(record(UserName, number()))),
		note: optional(string$1().check(_maxLength(2e3)))
	});
});
// src/domain/evidence/reproducibility.ts
var Reproducibility;
var init_reproducibility = __esmMin(() => {
	init_mini();
	init_names();
	Reproducibility = strictObject({
		finding: _enum([
			"same-bytes",
			"same-predictions",
			"different"
		]),
		commit: ObjectId,
		data: Sha256,
		seed: int$2(),
		artifacts: array(Sha256).check(_minLength(2), _maxLength(10), describe("The registered one, then that of each training.")),
		rows: optional(int$2().check(_gte(1))),
		tolerance: optional(number().check(_gte(0))),
		"compared-on": optional(Sha256),
		"largest-difference": optional(number().check(_gte(0))),
		"rows-beyond": optional(int$2().check(_gte(0))),
		why: optional(string$1().check(_maxLength(500)))
	});
});
// src/domain/evidence/tests.ts
var Count$6, Tests;
var init_tests = __esmMin(() => {
	init_mini();
	Count$6 = int$2().check(_gte(0));
	Tests = strictObject({
		format: _enum([
			"junit",
			"tap",
			"pytest"
		]),
		report: string$1().check(_maxLength(64), describe("SHA-256 of the report.")),
		passed: Count$6,
		failed: Count$6,
		errors: Count$6,
		skipped: Count$6,
		seconds: optional(number().check(_gte(0))),
		failures: array(strictObject({
			name: string$1().check(_maxLength(300)),
			message: string$1().check(_maxLength(500))
		})).check(_maxLength(20), describe("The first of those that failed."))
	});
});
// src/domain/results/measurement.ts
var measurement_exports = __exportAll({
	ComparisonResult: () => ComparisonResult,
	EvaluationResult: () => EvaluationResult,
	Measured: () => Measured,
	Side: () => Side$1,
	Written: () => Written
});
var Written, Measured, ParamChange, Side$1, ComparedSide, EvaluationResult, ComparisonResult;
var init_measurement = __esmMin(() => {
	init_mini();
	init_metric_catalogue();
	init_verdict();
	init_comparison();
	init_contract$1();
	init_evaluation();
	init_fairness();
	init_latency$1();
	init_other_kinds();
	init_reproducibility();
	init_tests();
	init_outcome();
	init_result();
	init_window$1();
	init_names();
	init_version();
	Written = strictObject({
		path: string$1(),
		digest: Sha256,
		is: _enum(["new", "repeat"])
	});
	Measured = {
		model: ModelName,
		commit: ObjectId,
		data: strictObject({
			uri: string$1(),
			sha256: Sha256,
			pinned: boolean(),
			window: optional(NamedWindow)
		}),
		engine: string$1(),
		seconds: number(),
		evidence: array(Written),
		remarks: array(string$1()),
		next: array(string$1()),
		importance: optional(Importance),
		size: optional(Size),
		"decided-before": optional(int$2().check(_gte(0)))
	};
	ParamChange = strictObject({
		name: UserName,
		champion: optional(string$1()),
		challenger: optional(string$1())
	});
	Side$1 = strictObject({
		version: VersionNumber,
		artifact: Sha256,
		aliases: array(string$1())
	});
	ComparedSide = strictObject({
		version: optional(VersionNumber),
		file: optional(string$1()),
		artifact: Sha256,
		aliases: optional(array(string$1()))
	});
	EvaluationResult = strictObject({
		kind: literal("evaluation"),
		version: Side$1,
		"primary-metric": string$1(),
		facts: Evaluation,
		"judged-for": optional(StageName),
		gates: optional(GateTree),
		...Measured
	});
	ComparisonResult = strictObject({
		kind: literal("comparison"),
		outcome: Outcome,
		champion: ComparedSide,
		challenger: ComparedSide,
		"primary-metric": string$1(),
		verdict: _enum(VERDICTS),
		margin: number(),
		identical: boolean(),
		readings: array(strictObject({
			metric: _enum(METRIC_NAMES),
			reading: _enum([
				"better",
				"worse",
				"open",
				"unread"
			]),
			direction: optional(_enum([
				"higher",
				"lower",
				"zero"
			]))
		})),
		facts: Comparison,
		fairness: optional(Fairness),
		"judged-for": optional(StageName),
		gates: optional(GateTree),
		"policy-commit": optional(ObjectId),
		"rows-to-settle": optional(int$2().check(_gte(1))),
		"champion-evaluation": optional(Evaluation),
		"challenger-evaluation": optional(Evaluation),
		latency: optional(Latency),
		reproducibility: optional(Reproducibility),
		contract: optional(Contract),
		tests: optional(Tests),
		"data-change": optional(DataChange),
		params: optional(array(ParamChange)),
		record: optional(VersionRecord),
		description: optional(string$1()),
		...Measured,
		model: optional(ModelName),
		commit: optional(ObjectId)
	});
});
// src/domain/results/gates.ts
var gates_exports = __exportAll({
	GatesResult: () => GatesResult,
	PolicyLine: () => PolicyLine
});
var Side, PolicyLine, GatesResult;
var init_gates$1 = __esmMin(() => {
	init_mini();
	init_outcome();
	init_result();
	init_names();
	init_policy();
	Side = strictObject({
		version: VersionNumber,
		artifact: Sha256
	});
	PolicyLine = strictObject({
		source: _enum([
			"model",
			"floor",
			"default"
		]),
		text: string$1(),
		why: optional(string$1())
	});
	GatesResult = strictObject({
		kind: literal("gates"),
		outcome: Outcome,
		model: ModelName,
		version: Side,
		stage: StageName,
		"stands-in": StageName,
		champion: optional(Side),
		data: optional(strictObject({
			uri: string$1(),
			sha256: optional(Sha256),
			time: optional(string$1()),
			"window-days": optional(int$2())
		})),
		"policy-commit": ObjectId,
		"as-if": optional(string$1()),
		policy: optional(strictObject({
			gates: array(PolicyLine),
			approvals: array(extend(ApprovalRule, { source: _enum(["model", "floor"]) }))
		})),
		gates: GateTree,
		"asks-for": array(string$1()),
		serves: optional(literal(true)),
		remarks: array(string$1()),
		next: array(string$1())
	});
});
// src/domain/results/latency.ts
var latency_exports = __exportAll({ LatencyResult: () => LatencyResult });
var LatencyResult;
var init_latency = __esmMin(() => {
	init_mini();
	init_latency$1();
	init_measurement();
	LatencyResult = strictObject({
		kind: literal("latency"),
		champion: Side$1,
		challenger: Side$1,
		facts: Latency,
		noisy: array(_enum(["p50", "p95"])),
		...Measured
	});
});
// src/domain/results/contract.ts
var contract_exports = __exportAll({ ContractResult: () => ContractResult });
var ContractResult;
var init_contract = __esmMin(() => {
	init_mini();
	init_contract$1();
	init_outcome();
	init_measurement();
	ContractResult = strictObject({
		kind: literal("contract"),
		outcome: Outcome,
		version: Side$1,
		champion: optional(Side$1),
		url: optional(string$1()),
		facts: Contract,
		...Measured
	});
});
// src/domain/results/reproduction.ts
var reproduction_exports = __exportAll({
	CommandReport: () => CommandReport,
	ReproductionResult: () => ReproductionResult
});
var CommandReport, ReproductionResult;
var init_reproduction = __esmMin(() => {
	init_mini();
	init_reproducibility();
	init_outcome();
	init_names();
	init_measurement();
	CommandReport = strictObject({
		step: _enum([
			"install",
			"lint",
			"test",
			"train",
			"predict"
		]),
		command: string$1(),
		status: optional(int$2()),
		signal: optional(string$1()),
		exceeded: optional(_enum(["time", "memory"])),
		seconds: number(),
		"peak-bytes": optional(int$2()),
		"memory-limit": _enum([
			"system",
			"watched",
			"none"
		]),
		said: array(string$1())
	});
	ReproductionResult = strictObject({
		kind: literal("reproduction"),
		outcome: Outcome,
		model: ModelName,
		commit: ObjectId,
		version: Side$1,
		"trained-at": ObjectId,
		training: CommandReport,
		facts: optional(Reproducibility),
		furthest: array(strictObject({
			row: int$2(),
			registered: number(),
			again: number()
		})),
		evidence: array(Written),
		remarks: array(string$1()),
		next: array(string$1())
	});
});
// src/domain/results/test-report.ts
var test_report_exports = __exportAll({ TestReportResult: () => TestReportResult });
var TestReportResult;
var init_test_report = __esmMin(() => {
	init_mini();
	init_tests();
	init_outcome();
	init_names();
	init_measurement();
	TestReportResult = strictObject({
		kind: literal("test-report"),
		outcome: Outcome,
		model: ModelName,
		commit: ObjectId,
		version: Side$1,
		file: string$1(),
		facts: Tests,
		evidence: array(Written)
	});
});
// src/domain/results/custom-evidence.ts
var custom_evidence_exports = __exportAll({ CustomEvidenceResult: () => CustomEvidenceResult });
var CustomEvidenceResult;
var init_custom_evidence = __esmMin(() => {
	init_mini();
	init_other_kinds();
	init_outcome();
	init_names();
	init_measurement();
	CustomEvidenceResult = strictObject({
		kind: literal("custom-evidence"),
		outcome: optional(Outcome),
		model: ModelName,
		commit: ObjectId,
		version: Side$1,
		facts: Custom,
		evidence: array(Written)
	});
});
// src/domain/results/run.ts
var run_exports = __exportAll({ RunResult: () => RunResult });
var Made, RunResult;
var init_run = __esmMin(() => {
	init_mini();
	init_names();
	init_reproduction();
	Made = strictObject({
		name: string$1(),
		sha256: Sha256,
		bytes: int$2(),
		files: optional(int$2())
	});
	RunResult = strictObject({
		kind: literal("run"),
		outcome: _enum(["passed", "failed"]),
		model: ModelName,
		commit: optional(ObjectId),
		command: CommandReport,
		why: optional(string$1()),
		seed: int$2(),
		data: optional(strictObject({
			uri: string$1(),
			sha256: Sha256,
			rows: optional(int$2())
		})),
		artifact: optional(Sha256),
		made: array(Made),
		predictions: optional(int$2()),
		out: optional(string$1()),
		remarks: array(string$1()),
		next: array(string$1())
	});
});
// src/domain/results/sample.ts
var sample_exports = __exportAll({
	SampleResult: () => SampleResult,
	UncertainRows: () => UncertainRows
});
var Rows$1, Share$4, UncertainRows, SampleResult;
var init_sample = __esmMin(() => {
	init_mini();
	init_names();
	Rows$1 = int$2().check(_gte(0));
	Share$4 = number().check(_gte(0), _lte(1));
	UncertainRows = strictObject({
		by: literal("margin"),
		predictions: strictObject({
			uri: string$1(),
			sha256: Sha256
		}),
		"largest-margin": Share$4,
		rows: array(strictObject({
			row: int$2().check(_gte(1), describe("From 1, the header not among them.")),
			key: optional(string$1()),
			margin: Share$4,
			classes: array(strictObject({
				class: string$1(),
				probability: Share$4
			}))
		}))
	});
	SampleResult = strictObject({
		kind: literal("sample"),
		model: ModelName,
		data: strictObject({
			uri: string$1(),
			sha256: Sha256,
			rows: Rows$1
		}),
		path: string$1(),
		sha256: Sha256,
		bytes: int$2(),
		rows: Rows$1,
		share: number(),
		stratify: optional(string$1()),
		strata: array(strictObject({
			value: string$1(),
			rows: Rows$1,
			sampled: Rows$1
		})),
		seed: int$2(),
		uncertain: optional(UncertainRows),
		next: array(string$1())
	});
});
// src/domain/drift/feature-drift.ts
var Count$5, Share$3, Value, GROUNDS$1, FeatureDrift, DriftThresholds;
var init_feature_drift = __esmMin(() => {
	init_mini();
	Count$5 = int$2().check(_gte(0));
	Share$3 = number().check(_gte(0), _lte(1));
	Value = string$1();
	GROUNDS$1 = [
		"distribution",
		"missing-values",
		"other-type",
		"gone",
		"too-few-rows",
		"cells-too-wide",
		"new",
		"no-values",
		"not-compared",
		"ignored",
		"no-labels",
		"unreadable"
	];
	FeatureDrift = strictObject({
		feature: Value,
		status: _enum([
			"ok",
			"drift",
			"insufficient-data",
			"skipped",
			"error"
		]),
		grounds: array(_enum(GROUNDS$1)),
		values: optional(strictObject({
			test: _enum([
				"kolmogorov-smirnov",
				"chi-squared",
				"fisher-mid-p"
			]),
			distance: Share$3,
			"distance-at-most": optional(Share$3),
			threshold: optional(Share$3),
			"p-value": Share$3,
			"unadjusted-p-value": Share$3,
			"smallest-distance": Share$3,
			psi: optional(number()),
			wasserstein: optional(number()),
			location: optional(number()),
			direction: optional(_enum(["higher", "lower"]))
		})),
		missing: optional(strictObject({
			rates: array(Share$3),
			"p-value": Share$3,
			"unadjusted-p-value": Share$3
		})),
		added: optional(record(Value, Count$5)),
		vanished: optional(array(Value)),
		range: optional(strictObject({
			reference: array(number()),
			current: array(number())
		}))
	});
	DriftThresholds = strictObject({
		level: Share$3,
		numbers: Share$3,
		categories: Share$3,
		missing: Share$3
	});
});
// src/domain/monitoring/drift-cause.ts
var Share$2, Count$4, Features, CAUSES$1, SIGNS, Hint, DriftCause;
var init_drift_cause = __esmMin(() => {
	init_mini();
	init_names();
	init_window$1();
	Share$2 = number().check(_gte(0), _lte(1));
	Count$4 = int$2().check(_gte(0));
	Features = array(string$1());
	CAUSES$1 = [
		"pipeline-change",
		"seasonality",
		"real-shift"
	];
	SIGNS = [
		"other-type",
		"gone",
		"missing-values",
		"categories",
		"unit",
		"at-once",
		"other-reference",
		"commits",
		"same-months",
		"gradual",
		"performance"
	];
	Hint = strictObject({
		cause: _enum(CAUSES$1),
		signs: array(strictObject({
			sign: _enum(SIGNS),
			features: Features,
			unit: optional(string$1())
		}))
	});
	DriftCause = strictObject({
		ranked: array(strictObject({
			feature: string$1(),
			effect: Share$2,
			importance: optional(number())
		})),
		importance: optional(Sha256),
		onsets: array(strictObject({
			features: Features,
			since: Timestamp,
			window: optional(NamedWindow),
			after: optional(Timestamp),
			commits: optional(array(strictObject({
				commit: ObjectId,
				subject: string$1()
			}))),
			"commits-in-all": optional(Count$4)
		})),
		classifier: optional(strictObject({
			auc: Share$2,
			"p-value": Share$2,
			permutations: Count$4,
			rows: array(Count$4),
			features: Count$4
		})),
		hints: array(Hint),
		untold: array(string$1())
	});
});
// src/domain/results/drift.ts
var drift_exports = __exportAll({ DriftResult: () => DriftResult });
var Sample$2, DriftResult;
var init_drift = __esmMin(() => {
	init_mini();
	init_feature_drift();
	init_outcome();
	init_drift_cause();
	init_window$1();
	init_names();
	init_measurement();
	Sample$2 = strictObject({
		uri: string$1(),
		sha256: Sha256,
		rows: int$2().check(_gte(0)),
		windows: optional(array(NamedWindow))
	});
	DriftResult = strictObject({
		kind: literal("drift"),
		model: ModelName,
		outcome: Outcome,
		reference: extend(Sample$2, {
			version: optional(Side$1),
			profile: optional(Sha256)
		}),
		current: Sample$2,
		thresholds: DriftThresholds,
		chunks: optional(int$2().check(_gte(1))),
		features: array(FeatureDrift),
		cause: optional(DriftCause),
		seed: int$2(),
		evidence: array(Written),
		remarks: array(string$1()),
		next: array(string$1())
	});
});
// src/domain/registry/sla-keys.ts
var Metric$1, Drop, slices, MetricSla, MetricsSla;
var init_sla_keys = __esmMin(() => {
	init_mini();
	init_metric_catalogue();
	init_rule_fields();
	Metric$1 = _enum(METRIC_NAMES);
	Drop = union([string$1().check(_regex(/^(?:[1-9]\d?|\d{1,2}\.\d*[1-9]\d*)%$/, { error: "a percentage above 0% and below 100%, such as 5%" })), number().check(_gt(0))]);
	slices = optional(Columns);
	MetricSla = union([
		strictObject({
			metric: _enum(METRIC_NAMES).check(refine((name) => ComparedMetric.safeParse(name).success, { error: "a metric of which more or less is better" })),
			drop: Drop,
			slices
		}),
		strictObject({
			metric: Metric$1,
			min: number(),
			slices
		}),
		strictObject({
			metric: Metric$1,
			max: number(),
			slices
		})
	]);
	MetricsSla = { metrics: optional(array(MetricSla).check(_minLength(1), _maxLength(50))) };
});
// src/domain/performance/metric-finding.ts
var GROUNDS, MetricFinding;
var init_metric_finding = __esmMin(() => {
	init_mini();
	init_metric_catalogue();
	init_evaluation();
	init_interval();
	init_sla_keys();
	GROUNDS = [
		"straddles",
		"too-few-rows",
		"undefined",
		"no-interval",
		"no-baseline",
		"part-of-zero",
		"no-labels",
		"no-probabilities",
		"not-estimated",
		"calibration-unknown",
		"calibration-poor",
		"estimates-unchecked",
		"estimates-missed",
		"not-reconciled"
	];
	MetricFinding = strictObject({
		metric: _enum(METRIC_NAMES),
		slice: optional(SliceName),
		rule: MetricSla,
		from: _enum(["labels", "estimate"]),
		status: _enum([
			"ok",
			"degraded",
			"insufficient-data",
			"error"
		]),
		ground: optional(_enum(GROUNDS)),
		rows: int$2().check(_gte(0)),
		value: optional(number()),
		interval: optional(Interval),
		baseline: optional(number()),
		limit: optional(number()),
		beyond: optional(number().check(_gte(0)))
	});
});
// src/domain/results/performance.ts
var performance_exports = __exportAll({ PerformanceResult: () => PerformanceResult });
var Rows, Metric, File$1, PerformanceResult;
var init_performance = __esmMin(() => {
	init_mini();
	init_metric_catalogue();
	init_interval();
	init_outcome();
	init_metric_finding();
	init_names();
	init_measurement();
	Rows = int$2().check(_gte(0));
	Metric = _enum(METRIC_NAMES);
	File$1 = {
		uri: string$1(),
		sha256: Sha256,
		rows: Rows
	};
	PerformanceResult = strictObject({
		kind: literal("performance"),
		model: ModelName,
		outcome: Outcome,
		version: optional(Side$1),
		predictions: strictObject(File$1),
		labels: optional(strictObject({
			...File$1,
			key: UserName
		})),
		labelled: Rows,
		findings: array(MetricFinding),
		degraded: array(string$1()),
		estimates: optional(strictObject({
			rows: Rows,
			"calibration-error": optional(number()),
			assumptions: array(string$1()),
			metrics: array(strictObject({
				metric: Metric,
				value: number(),
				interval: Interval,
				"on-labels": Interval,
				ground: optional(_enum(GROUNDS))
			}))
		})),
		reconciled: array(strictObject({
			metric: Metric,
			estimated: number(),
			low: number(),
			high: number(),
			measured: number(),
			held: boolean()
		})),
		remarks: array(string$1()),
		next: array(string$1())
	});
});
// src/domain/alerts/finding.ts
var ALERT_KINDS;
var init_finding = __esmMin(() => {
	ALERT_KINDS = [
		"drift",
		"degradation",
		"data-quality",
		"operations",
		"no-data"
	];
});
// src/domain/monitoring/run-record.ts
function isRecordedFeature(value) {
	if (typeof value !== "object" || value === null || !("feature" in value && "status" in value)) return false;
	for (const key in value) {
		if (!Object.hasOwn(IS, key)) return false;
		if (!IS[key](value[key])) return false;
	}
	return true;
}
function toMonitorRun(result, about) {
	const { model, reference, current, outcome, thresholds, features } = result;
	const [window] = current.windows ?? [];
	return {
		...headOf$1(model, about),
		...window !== void 0 && { window: { ...window } },
		reference: {
			sha256: reference.sha256,
			rows: reference.rows
		},
		current: {
			sha256: current.sha256,
			rows: current.rows
		},
		outcome,
		thresholds: { ...thresholds },
		features: features.map(recorded)
	};
}
function toFailedRun(model, about, failure) {
	return {
		...headOf$1(model, about),
		failure: toFailure(failure),
		outcome: "inconclusive",
		features: []
	};
}
function toFailure({ code, message }) {
	return {
		code,
		message: message.slice(0, LONGEST_MESSAGE)
	};
}
function headOf$1(model, { at, run, version }) {
	return {
		schema: 1,
		model,
		at,
		run: run === void 0 ? "terminal" : {
			id: run.id,
			attempt: run.attempt
		},
		...version !== void 0 && { version }
	};
}
function toLevelsRun(model, about, levels) {
	const statuses = new Set(levels.map(({ status }) => status));
	const isTold = statuses.size > 0 && !statuses.has("untold");
	const outcome = statuses.has("bad") ? "failed" : isTold ? "passed" : "inconclusive";
	return {
		...headOf$1(model, about),
		outcome,
		features: [],
		...levels.length > 0 && { levels: [...levels] }
	};
}
function lookedAtDrift(run) {
	return couldTell(run, "drift") !== void 0;
}
function couldTell(run, look) {
	const { failure, failures = {}, reference, features } = run;
	if (look === "drift") {
		if (failure === void 0 && reference === void 0) return void 0;
		return features.some(({ status }) => status === "ok" || status === "drift");
	}
	const levels = levelsOf(run, look);
	if (levels.length === 0 && failures[look] === void 0) return void 0;
	return levels.some(wasSeen);
}
function thresholdOf({ threshold, type }, { thresholds }) {
	return threshold ?? thresholds?.[type === "category" ? "categories" : "numbers"];
}
function levelsOf({ levels = [] }, look) {
	return levels.filter(({ of }) => of === "performance" === (look === "performance"));
}
function looksOfRun(run) {
	return LOOKS.filter((look) => couldTell(run, look) !== void 0);
}
function recorded({ feature, status, grounds, values, missing }) {
	return {
		feature,
		status,
		...grounds.length > 0 && { grounds: [...grounds] },
		...values !== void 0 && {
			type: values.test === "kolmogorov-smirnov" ? "number" : "category",
			distance: rounded(values.distance),
			...values.threshold !== void 0 && { threshold: rounded(values.threshold) },
			"p-value": roundedChance(values["p-value"])
		},
		...missing !== void 0 && {
			missing: rounded(missing.rates[1] ?? 0),
			"missing-p-value": roundedChance(missing["p-value"])
		}
	};
}
function runPath(run, sha256) {
	const { model, at } = run;
	return `monitoring/${model}/${at.slice(0, 4)}/${at.slice(5, 7)}/${stemOf(run)}-${sha256.slice(0, DIGITS)}.json`;
}
function stemOf({ at, run }) {
	return `${at.replaceAll(/[-:]/g, "")}-${run === "terminal" ? run : `${run.id}.${run.attempt}`}`;
}
function runsFolder(model) {
	return `monitoring/${model}`;
}
function parseRunPath(path) {
	const [, year, month, day, hours, minutes, seconds, digest] = FILE.exec(path) ?? [];
	if (digest === void 0) return void 0;
	return {
		at: `${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`,
		digest
	};
}
function compareRuns$1(a, b) {
	const [first, second] = [stemOf(a), stemOf(b)];
	return first < second ? -1 : first > second ? 1 : 0;
}
var HISTORY_BRANCH, Share$1, Positive, Sample$1, LONGEST_MESSAGE, RunFailure, RecordedFeature, RecordedLevel, MonitorRun, PlainRun, isShare, isOneOf, isGround, IS, wasSeen, rounded, roundedChance, DIGITS, FILE;
var init_run_record = __esmMin(() => {
	init_mini();
	init_feature_drift();
	init_outcome();
	init_names();
	init_looks();
	init_window$1();
	HISTORY_BRANCH = "modelyard-history";
	Share$1 = number().check(_gte(0), _lte(1));
	Positive = int$2().check(_gte(1));
	Sample$1 = strictObject({
		sha256: Sha256,
		rows: int$2().check(_gte(0))
	});
	LONGEST_MESSAGE = 1e3;
	RunFailure = strictObject({
		code: string$1().check(_maxLength(100)),
		message: string$1().check(_maxLength(LONGEST_MESSAGE))
	});
	RecordedFeature = strictObject({
		feature: FeatureDrift.shape.feature,
		status: FeatureDrift.shape.status,
		grounds: optional(FeatureDrift.shape.grounds),
		type: optional(_enum(["number", "category"])),
		distance: optional(Share$1),
		threshold: optional(Share$1),
		"p-value": optional(Share$1),
		missing: optional(Share$1),
		"missing-p-value": optional(Share$1)
	});
	RecordedLevel = strictObject({
		of: _enum([
			"operations",
			"business",
			"performance"
		]),
		name: string$1(),
		status: _enum([
			"ok",
			"bad",
			"untold"
		]),
		value: optional(number()),
		low: optional(number()),
		high: optional(number()),
		limit: optional(number()),
		from: optional(_enum(["labels", "estimate"])),
		baseline: optional(number())
	});
	MonitorRun = strictObject({
		schema: literal(1),
		model: ModelName,
		at: Timestamp,
		run: union([literal("terminal"), strictObject({
			id: Positive,
			attempt: Positive
		})]),
		version: optional(VersionNumber),
		window: optional(NamedWindow),
		failure: optional(RunFailure),
		failures: optional(partialRecord(_enum(["performance", "service-levels"]), RunFailure)),
		reference: optional(Sample$1),
		current: optional(Sample$1),
		outcome: Outcome,
		thresholds: optional(DriftThresholds),
		features: array(RecordedFeature),
		levels: optional(array(RecordedLevel))
	});
	PlainRun = extend(MonitorRun, { features: custom((data) => Array.isArray(data) && data.every(isRecordedFeature)) });
	isShare = (value) => typeof value === "number" && value >= 0 && value <= 1;
	isOneOf = (values) => {
		const known = new Set(values);
		return (value) => known.has(value);
	};
	isGround = isOneOf(GROUNDS$1);
	IS = {
		feature: (value) => typeof value === "string",
		status: isOneOf(FeatureDrift.shape.status.options),
		grounds: (value) => Array.isArray(value) && value.every(isGround),
		type: isOneOf(["number", "category"]),
		distance: isShare,
		threshold: isShare,
		"p-value": isShare,
		missing: isShare,
		"missing-p-value": isShare
	};
	wasSeen = ({ status, low, high }) => status !== "untold" || low !== void 0 || high !== void 0;
	rounded = (share) => Number(share.toFixed(5));
	roundedChance = (pValue) => Number(pValue.toPrecision(3));
	DIGITS = 12;
	FILE = /^monitoring\/[a-z0-9-]+\/(\d{4})\/(\d{2})\/\1\2(\d{2})T(\d{2})(\d{2})(\d{2})Z-(?:terminal|[1-9]\d*\.[1-9]\d*)-([0-9a-f]{12})\.json$/;
});
// src/domain/results/alerts.ts
var alerts_exports = __exportAll({
	AlertChange: () => AlertChange,
	AlertsResult: () => AlertsResult
});
var AlertChange, AlertsResult;
var init_alerts = __esmMin(() => {
	init_mini();
	init_finding();
	init_run_record();
	init_names();
	AlertChange = strictObject({
		kind: _enum(ALERT_KINDS),
		finding: _enum([
			"bad",
			"good",
			"unknown"
		]),
		bad: array(strictObject({
			name: string$1(),
			since: optional(Timestamp)
		})),
		change: _enum([
			"none",
			"open",
			"update",
			"close",
			"reopen",
			"not-asked"
		]),
		issue: optional(strictObject({
			number: int$2().check(_gte(1)),
			url: string$1(),
			open: boolean()
		}))
	});
	AlertsResult = strictObject({
		kind: literal("alerts"),
		model: ModelName,
		at: Timestamp,
		run: MonitorRun.shape.run,
		record: strictObject({
			branch: string$1(),
			path: string$1(),
			is: _enum(["written", "there"])
		}),
		alerts: array(AlertChange),
		week: optional(strictObject({
			week: string$1(),
			change: _enum([
				"none",
				"open",
				"update"
			])
		})),
		remarks: array(string$1()),
		next: array(string$1())
	});
});
// src/domain/alerts/state.ts
function renderAlertState(state) {
	return `${BEFORE}${plainJson(state)}${AFTER}`;
}
function parseAlertState(body) {
	const [, line = ""] = body.split(/\r?\n/, 2);
	if (!line.startsWith(BEFORE) || !line.endsWith(AFTER)) return void 0;
	try {
		return AlertState.parse(JSON.parse(line.slice(27, -4)));
	} catch {
		return;
	}
}
function fitState(state) {
	const ordered = state.items.toSorted((a, b) => Number(b.bad) - Number(a.bad) || b.told - a.told || (a.name < b.name ? -1 : 1));
	let length = renderAlertState({
		...state,
		items: [],
		cut: true
	}).length;
	const kept = ordered.findIndex((item) => {
		length += plainJson(item).length + 1;
		return length > MOST_CHARACTERS$1;
	});
	if (kept === -1) return {
		...state,
		items: ordered
	};
	return {
		...state,
		items: ordered.slice(0, kept),
		cut: true
	};
}
function plainJson(value) {
	return JSON.stringify(value).replace(/[<>]|[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
var Count$3, MOST_CHARACTERS$1, Run, Item, Login$1, AlertState, BEFORE, AFTER;
var init_state = __esmMin(() => {
	init_mini();
	init_names();
	Count$3 = int$2().check(_gte(0));
	MOST_CHARACTERS$1 = 12e3;
	Run = strictObject({
		id: Count$3,
		attempt: int$2().check(_gte(1))
	});
	Item = strictObject({
		name: string$1().check(_maxLength(200)),
		since: Timestamp,
		size: number().check(_gte(0), describe("As it was found last.")),
		told: number().check(_gte(0), describe("The worst that people were told of; 0 where nobody was told yet.")),
		bad: boolean()
	});
	Login$1 = string$1().check(_minLength(1), _maxLength(100));
	AlertState = strictObject({
		schema: literal(1),
		since: Timestamp,
		run: Run,
		good: Count$3,
		items: array(Item),
		cut: optional(literal(true)),
		"recovered-at": optional(Timestamp),
		snoozed: optional(strictObject({
			by: Login$1,
			until: Timestamp
		})),
		acknowledged: optional(strictObject({
			by: Login$1,
			at: Timestamp
		})),
		follows: optional(int$2().check(_gte(1)))
	});
	BEFORE = "<!-- modelyard alert-state ";
	AFTER = " -->";
});
// src/domain/results/alert-note.ts
var alert_note_exports = __exportAll({ AlertNoteResult: () => AlertNoteResult });
var AlertNoteResult;
var init_alert_note = __esmMin(() => {
	init_mini();
	init_finding();
	init_state();
	init_names();
	AlertNoteResult = strictObject({
		kind: literal("alert-note"),
		model: ModelName,
		alert: strictObject({
			kind: _enum(ALERT_KINDS),
			issue: int$2().check(_gte(1)),
			url: string$1()
		}),
		snoozed: AlertState.shape.snoozed,
		acknowledged: AlertState.shape.acknowledged,
		remarks: array(string$1()),
		next: array(string$1())
	});
});
// src/domain/retraining/trigger.ts
var TRIGGERS, TriggerFinding;
var init_trigger = __esmMin(() => {
	init_mini();
	init_names();
	TRIGGERS = [
		"drift",
		"performance",
		"schedule",
		"new-rows",
		"command"
	];
	TriggerFinding = strictObject({
		trigger: _enum(TRIGGERS),
		is: _enum([
			"fired",
			"unconfirmed",
			"quiet",
			"unknown"
		]),
		why: string$1(),
		before: optional(Timestamp),
		figures: array(strictObject({
			of: string$1(),
			value: number(),
			limit: number()
		}))
	});
});
// src/domain/retraining/holds.ts
var HOLDS, HoldFinding;
var init_holds = __esmMin(() => {
	init_mini();
	init_names();
	init_trigger();
	HOLDS = [
		"run-under-way",
		"open-candidate",
		"budget",
		"cooldown",
		"back-off",
		"confidence"
	];
	HoldFinding = strictObject({
		hold: _enum(HOLDS),
		is: _enum([
			"holds",
			"overridden",
			"unknown",
			"free"
		]),
		why: string$1(),
		until: optional(Timestamp)
	});
});
// src/domain/results/retraining.ts
var retraining_exports = __exportAll({ RetrainingResult: () => RetrainingResult });
var RetrainingResult;
var init_retraining = __esmMin(() => {
	init_mini();
	init_outcome();
	init_names();
	init_holds();
	init_trigger();
	RetrainingResult = strictObject({
		kind: literal("retraining"),
		model: ModelName,
		outcome: Outcome,
		decision: _enum([
			"retrain",
			"held-back",
			"not-due",
			"cannot-tell"
		]),
		triggers: array(TriggerFinding),
		holds: array(HoldFinding),
		from: optional(Timestamp),
		trained: optional(strictObject({
			version: VersionNumber,
			at: Timestamp
		})),
		"decided-at": Timestamp,
		commit: ObjectId,
		started: optional(strictObject({
			workflow: string$1(),
			run: int$2(),
			url: string$1()
		})),
		alerts: optional(array(int$2().check(_gte(1)))),
		remarks: array(string$1()),
		next: array(string$1())
	});
});
// src/domain/registry/sla-service-keys.ts
function areDistinct(names) {
	return new Set(names).size === names.length;
}
var SERVICE_QUANTILES, TIME_UNITS, Duration, Share, OperationsRule, BusinessRule, Unit, ErrorsFrom, RequestFormat, MetricName, LabelName, Query, PrometheusFormat, ServiceSources, ServiceSla;
var init_sla_service_keys = __esmMin(() => {
	init_mini();
	init_names();
	SERVICE_QUANTILES = [
		"p50",
		"p95",
		"p99"
	];
	[...SERVICE_QUANTILES];
	TIME_UNITS = [
		"ns",
		"us",
		"ms",
		"s"
	];
	Duration = string$1().check(_regex(/^\d{1,9}(?:\.\d{1,6})?(?:ms|s)$/, { error: "a time with its unit, like 250ms or 1.5s" }));
	Share = union([string$1().check(_regex(/^(?:100|\d{1,2}(?:\.\d{1,6})?)%$/, { error: "a percentage like 1%, or a share like 0.01" })), number().check(_gte(0), _lte(1))]);
	OperationsRule = discriminatedUnion("measure", [
		strictObject({
			measure: _enum(SERVICE_QUANTILES),
			max: Duration
		}),
		strictObject({
			measure: literal("error-rate"),
			max: Share
		}),
		strictObject({
			measure: literal("throughput"),
			min: number().check(_gt(0), _lte(1e9))
		})
	]);
	BusinessRule = strictObject({
		name: UserName,
		of: _enum([
			"mean",
			"rate",
			"total"
		]),
		column: UserName,
		direction: _enum(["higher", "lower"]),
		target: number()
	});
	Unit = optional(_enum(TIME_UNITS));
	ErrorsFrom = optional(int$2().check(_gte(100), _lte(599)));
	RequestFormat = strictObject({
		time: optional(UserName),
		duration: optional(UserName),
		unit: Unit,
		status: optional(UserName),
		"errors-from": ErrorsFrom,
		unreadable: optional(Share)
	});
	MetricName = string$1().check(_maxLength(200), _regex(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/, { error: "a name of a Prometheus metric" }));
	LabelName = string$1().check(_maxLength(200), _regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/, { error: "a name of a Prometheus label" }));
	Query = string$1().check(_minLength(1), _maxLength(2e3));
	PrometheusFormat = strictObject({
		histogram: optional(MetricName),
		unit: Unit,
		counter: optional(MetricName),
		status: optional(LabelName),
		"errors-from": ErrorsFrom,
		labels: optional(record(LabelName, string$1().check(_maxLength(500)))),
		queries: optional(strictObject({
			p50: optional(Query),
			p95: optional(Query),
			p99: optional(Query),
			"error-rate": optional(Query),
			throughput: optional(Query)
		}))
	});
	ServiceSources = strictObject({
		logs: optional(RequestFormat),
		samples: optional(RequestFormat),
		prometheus: optional(PrometheusFormat),
		business: optional(strictObject({
			time: optional(UserName),
			sql: optional(string$1().check(_minLength(1), _maxLength(2e4)))
		}))
	});
	ServiceSla = {
		operations: optional(array(OperationsRule).check(_minLength(1), refine((rules) => areDistinct(rules.map(({ measure }) => measure)), { error: "a list that names each measure once" }))),
		business: optional(array(BusinessRule).check(_minLength(1), _maxLength(100), refine((rules) => areDistinct(rules.map(({ name }) => name)), { error: "a list that gives each a name of its own" }))),
		from: optional(ServiceSources)
	};
});
// src/domain/monitoring/limit.ts
var Limit;
var init_limit = __esmMin(() => {
	init_mini();
	Limit = strictObject({
		is: _enum(["at-most", "at-least"]),
		value: number()
	});
});
// src/domain/service/level.ts
var LEVEL_GROUNDS, ServiceLevel;
var init_level = __esmMin(() => {
	init_mini();
	init_limit();
	LEVEL_GROUNDS = [
		"not-given",
		"not-recorded",
		"nothing-seen",
		"too-few",
		"limit-within-interval",
		"no-window",
		"unreadable",
		"other-values",
		"no-column",
		"not-answered"
	];
	ServiceLevel = strictObject({
		of: _enum(["operations", "business"]),
		name: string$1(),
		status: _enum([
			"ok",
			"breached",
			"insufficient-data",
			"error"
		]),
		grounds: array(_enum(LEVEL_GROUNDS)),
		detail: optional(string$1()),
		limit: Limit,
		unit: _enum([
			"ms",
			"share",
			"requests/s",
			"own"
		]),
		value: optional(number()),
		low: optional(number()),
		high: optional(number()),
		observations: optional(int$2().check(_gte(0))),
		missing: optional(int$2().check(_gte(1)))
	});
});
// src/domain/service/unreadable.ts
var UNREADABLE;
var init_unreadable = __esmMin(() => {
	UNREADABLE = [
		"no-json",
		"no-time",
		"no-duration",
		"no-status",
		"no-request"
	];
});
// src/domain/results/service-levels.ts
var service_levels_exports = __exportAll({ ServiceLevelsResult: () => ServiceLevelsResult });
var Count$2, RequestFile, ServiceLevelsResult;
var init_service_levels = __esmMin(() => {
	init_mini();
	init_outcome();
	init_names();
	init_sla_service_keys();
	init_level();
	init_unreadable();
	Count$2 = int$2().check(_gte(0));
	RequestFile = strictObject({
		is: _enum(["logs", "samples"]),
		uri: string$1(),
		sha256: Sha256,
		lines: Count$2,
		requests: Count$2,
		outside: Count$2,
		unreadable: partialRecord(_enum(UNREADABLE), int$2().check(_gte(1))),
		fields: strictObject({
			time: optional(string$1()),
			duration: optional(strictObject({
				name: string$1(),
				unit: _enum(TIME_UNITS)
			})),
			status: optional(string$1())
		})
	});
	ServiceLevelsResult = strictObject({
		kind: literal("service-levels"),
		model: ModelName,
		outcome: Outcome,
		window: optional(strictObject({
			from: Timestamp,
			until: Timestamp
		})),
		source: optional(discriminatedUnion("is", [RequestFile, strictObject({
			is: literal("prometheus"),
			server: string$1()
		})])),
		business: optional(strictObject({
			uri: string$1(),
			sha256: Sha256,
			rows: Count$2,
			outside: Count$2,
			unreadable: Count$2
		})),
		levels: array(ServiceLevel),
		remarks: array(string$1()),
		next: array(string$1())
	});
});
// src/domain/monitoring/trends.ts
function trendsOf(of, runs, names) {
	const last = lastAttempts(runs.filter((run) => isAbout(of, run))).slice(-30).map((run) => ({
		at: run.at,
		points: pointsOf(of, run)
	}));
	const found = new Map();
	for (const { points } of last) for (const point of points) found.set(point.name, [...found.get(point.name) ?? [], point]);
	const wanted = names === void 0 ? void 0 : new Set(names);
	return [...found.values()].filter((points) => points.filter(({ value }) => value !== void 0).length >= 2).filter((points) => wanted?.has(nameOf(points)) ?? (of !== "drift" || points.some(({ bad }) => bad))).sort((a, b) => badIn(b) - badIn(a) || reachOf(b) - reachOf(a) || (nameOf(a) < nameOf(b) ? -1 : 1)).slice(0, 5).map((points) => trendOf(of, nameOf(points), last));
}
function lastAttempts(runs) {
	return [...new Map(runs.map((one, at) => [one.run === "terminal" ? `at ${at}` : one.run.id, one])).values()];
}
function isAbout(of, run) {
	return of === "drift" ? lookedAtDrift(run) : (run.levels ?? []).some((level) => level.of === of);
}
function pointsOf(of, run) {
	const { features, levels = [] } = run;
	if (of === "drift") return features.map((found) => ({
		name: found.feature,
		value: found.distance,
		limit: thresholdOf(found, run),
		bad: found.status === "drift"
	}));
	return levels.flatMap(({ of: which, name, value, limit, status }) => which === of ? [{
		name,
		value,
		limit,
		bad: status === "bad"
	}] : []);
}
function trendOf(of, name, runs) {
	const points = runs.map(({ points }) => points.find((point) => point.name === name));
	const limit = points.findLast((point) => point?.limit !== void 0)?.limit;
	return {
		of,
		name,
		from: runs[0]?.at ?? "",
		to: runs.at(-1)?.at ?? "",
		values: points.map((point) => point?.value ?? null),
		...limit !== void 0 && { limit }
	};
}
var TREND_KINDS, Trend, nameOf, badIn, reachOf;
var init_trends = __esmMin(() => {
	init_mini();
	init_names();
	init_run_record();
	TREND_KINDS = [
		"drift",
		"performance",
		"business",
		"operations"
	];
	Trend = strictObject({
		of: _enum(TREND_KINDS),
		name: string$1(),
		from: Timestamp,
		to: Timestamp,
		values: array(nullable(number())),
		limit: optional(number())
	});
	nameOf = (points) => points[0]?.name ?? "";
	badIn = (points) => points.filter(({ bad }) => bad).length;
	reachOf = (points) => Math.max(...points.map(({ value = 0 }) => value));
});
// src/domain/results/monitor-history.ts
var monitor_history_exports = __exportAll({ MonitorHistoryResult: () => MonitorHistoryResult });
var Drifting, Runs$1, MonitorHistoryResult;
var init_monitor_history = __esmMin(() => {
	init_mini();
	init_run_record();
	init_trends();
	init_names();
	Drifting = strictObject({
		feature: string$1(),
		since: Timestamp,
		confirmed: boolean()
	});
	Runs$1 = int$2().check(_gte(1));
	MonitorHistoryResult = strictObject({
		kind: literal("monitor-history"),
		model: ModelName,
		commit: ObjectId,
		"as-of": optional(string$1()),
		confirm: strictObject({
			runs: Runs$1,
			of: Runs$1
		}),
		runs: array(extend(omit(MonitorRun, {
			schema: true,
			model: true
		}), { drifting: array(Drifting) })),
		"runs-in-all": int$2(),
		trends: array(Trend),
		remarks: array(string$1())
	});
});
// src/domain/pipeline/conclusion.ts
var JobResult;
var init_conclusion$1 = __esmMin(() => {
	init_mini();
	JobResult = _enum([
		"success",
		"failure",
		"cancelled",
		"skipped"
	]);
});
// src/domain/results/conclusion.ts
var conclusion_exports = __exportAll({ ConclusionResult: () => ConclusionResult });
var ConclusionResult;
var init_conclusion = __esmMin(() => {
	init_mini();
	init_outcome();
	init_conclusion$1();
	init_names();
	ConclusionResult = strictObject({
		kind: literal("conclusion"),
		outcome: Outcome,
		description: string$1(),
		context: string$1(),
		sha: optional(ObjectId),
		jobs: record(string$1(), JobResult),
		"switched-off": array(string$1()),
		previews: array(string$1()),
		"nothing-for": array(string$1()),
		app: optional(literal(true)),
		remarks: array(string$1()),
		next: array(string$1())
	});
}), Held;
var init_seal$1 = __esmMin(() => {
	init_mini();
	init_outcome();
	init_names();
	Held = strictObject({
		outcome: Outcome,
		"policy-commit": ObjectId,
		reasons: array(string$1())
	});
	int$2().check(_gte(1)), string$1().check(_maxLength(200)), string$1().check(_maxLength(200));
});
// src/domain/results/seal.ts
var seal_exports = __exportAll({
	SealResult: () => SealResult,
	SealedDeployment: () => SealedDeployment,
	SealedMove: () => SealedMove
});
var Pull, SealedDeployment, SealedMove, SealResult;
var init_seal = __esmMin(() => {
	init_mini();
	init_outcome();
	init_names();
	init_seal$1();
	Pull = strictObject({
		number: int$2().check(_gte(1)),
		url: string$1()
	});
	SealedDeployment = strictObject({
		environment: string$1(),
		id: int$2(),
		change: _enum(["created", "found"]),
		workflow: optional(string$1()),
		run: optional(string$1())
	});
	SealedMove = strictObject({
		model: ModelName,
		record: int$2().check(_gte(1)),
		kind: _enum([
			"promotion",
			"rollback",
			"archive",
			"alias"
		]),
		version: optional(VersionNumber),
		from: optional(StageName),
		to: optional(StageName),
		outcome: Outcome,
		"merge-commit": ObjectId,
		"pull-request": optional(Pull),
		"merged-by": string$1(),
		"merged-at": Timestamp,
		approvals: array(string$1()),
		held: optional(Held),
		problems: array(string$1()),
		closed: array(Pull),
		deployment: optional(SealedDeployment),
		remarks: array(string$1())
	});
	SealResult = strictObject({
		kind: literal("seal"),
		outcome: Outcome,
		commit: ObjectId,
		sealed: array(SealedMove),
		waiting: int$2(),
		remarks: array(string$1()),
		next: array(string$1())
	});
});
// src/domain/results/failure.ts
var failure_exports = __exportAll({ Failure: () => Failure });
var Failure;
var init_failure = __esmMin(() => {
	init_mini();
	init_errors$2();
	Failure = strictObject({
		kind: literal("failure"),
		command: optional(string$1()),
		code: _enum(Object.keys(ERROR_CODES)),
		message: string$1(),
		next: string$1(),
		place: optional(strictObject({
			path: string$1(),
			line: optional(int$2()),
			column: optional(int$2())
		}))
	});
}), REPORTED;
var init_reported = __esmMin(() => {
	init_mini();
	REPORTED = {
		validation: async () => (await Promise.resolve().then(() => (init_validation(), validation_exports))).ValidationResult,
		registration: async () => (await Promise.resolve().then(() => (init_registration(), registration_exports))).RegistrationResult,
		"model-list": async () => (await Promise.resolve().then(() => (init_model(), model_exports))).ModelListResult,
		model: async () => (await Promise.resolve().then(() => (init_model(), model_exports))).ModelResult,
		version: async () => (await Promise.resolve().then(() => (init_model(), model_exports))).VersionResult,
		search: async () => (await Promise.resolve().then(() => (init_search(), search_exports))).SearchResult,
		history: async () => (await Promise.resolve().then(() => (init_history(), history_exports))).HistoryResult,
		difference: async () => (await Promise.resolve().then(() => (init_difference(), difference_exports))).DifferenceResult,
		move: async () => (await Promise.resolve().then(() => (init_move(), move_exports))).MoveResult,
		evaluation: async () => (await Promise.resolve().then(() => (init_measurement(), measurement_exports))).EvaluationResult,
		comparison: async () => (await Promise.resolve().then(() => (init_measurement(), measurement_exports))).ComparisonResult,
		gates: async () => (await Promise.resolve().then(() => (init_gates$1(), gates_exports))).GatesResult,
		latency: async () => (await Promise.resolve().then(() => (init_latency(), latency_exports))).LatencyResult,
		contract: async () => (await Promise.resolve().then(() => (init_contract(), contract_exports))).ContractResult,
		reproduction: async () => (await Promise.resolve().then(() => (init_reproduction(), reproduction_exports))).ReproductionResult,
		"test-report": async () => (await Promise.resolve().then(() => (init_test_report(), test_report_exports))).TestReportResult,
		"custom-evidence": async () => (await Promise.resolve().then(() => (init_custom_evidence(), custom_evidence_exports))).CustomEvidenceResult,
		run: async () => (await Promise.resolve().then(() => (init_run(), run_exports))).RunResult,
		sample: async () => (await Promise.resolve().then(() => (init_sample(), sample_exports))).SampleResult,
		drift: async () => (await Promise.resolve().then(() => (init_drift(), drift_exports))).DriftResult,
		performance: async () => (await Promise.resolve().then(() => (init_performance(), performance_exports))).PerformanceResult,
		alerts: async () => (await Promise.resolve().then(() => (init_alerts(), alerts_exports))).AlertsResult,
		"alert-note": async () => (await Promise.resolve().then(() => (init_alert_note(), alert_note_exports))).AlertNoteResult,
		retraining: async () => (await Promise.resolve().then(() => (init_retraining(), retraining_exports))).RetrainingResult,
		"service-levels": async () => (await Promise.resolve().then(() => (init_service_levels(), service_levels_exports))).ServiceLevelsResult,
		"monitor-history": async () => (await Promise.resolve().then(() => (init_monitor_history(), monitor_history_exports))).MonitorHistoryResult,
		conclusion: async () => (await Promise.resolve().then(() => (init_conclusion(), conclusion_exports))).ConclusionResult,
		seal: async () => (await Promise.resolve().then(() => (init_seal(), seal_exports))).SealResult,
		failure: async () => (await Promise.resolve().then(() => (init_failure(), failure_exports))).Failure
	};
	Object.keys(REPORTED);
});
// src/commands/parse-answer.ts
async function parseAnswer(path, content) {
	const load = REPORTED[valueOrThrow$1(parseJson(looseObject({ kind: KIND }), path, content)).kind];
	return valueOrThrow$1(parseJson(await load(), path, content));
}
function valueOrThrow$1({ value, problems }) {
	const problem = firstError(problems);
	if (value !== void 0 && problem === void 0) return value;
	throw new ModelyardError({
		code: problem?.code ?? "bad-file",
		message: problem?.message ?? "the file holds no answer",
		next: "give a file that a command of this release wrote with --json",
		place: problem?.place
	});
}
var KIND;
var init_parse_answer = __esmMin(() => {
	init_mini();
	init_errors$2();
	init_problem();
	init_json_file();
	init_reported();
	KIND = _enum(Object.keys(REPORTED));
});
// src/commands/answer-files.ts
async function readAnswers(paths, ports) {
	const files = (await Promise.all(paths.map((path) => filesAt(path, ports)))).flat();
	requireFew(files, paths);
	return Promise.all(files.map((file) => readAnswer(file, ports)));
}
async function filesAt(path, { artifacts }) {
	const { files, isFolder } = await artifacts.hashPath(path);
	if (!isFolder) return [{
		path,
		bytes: files[0]?.bytes ?? 0
	}];
	return files.filter((file) => file.path.endsWith(".json")).map((file) => ({
		path: `${path}/${file.path}`,
		bytes: file.bytes
	}));
}
function requireFew(files, given) {
	const [place = ""] = given;
	if (files.length === 0) throw refusal("bad-artifact", place, "holds no *.json", "name the files with the answers of earlier steps");
	if (files.length > MOST_FILES$1) throw refusal("bad-artifact", place, `holds ${files.length} answers, more than ${MOST_FILES$1}`, "give those of one workflow alone");
}
async function readAnswer({ path, bytes }, { artifacts }) {
	if (bytes > 1048576) throw refusal("too-large", path, `has ${bytes.toLocaleString("en")} bytes`, "give an answer of one command");
	return parseAnswer(path, await artifacts.readAll(path));
}
function refusal(code, path, what, next) {
	return new ModelyardError({
		code,
		message: `${path} ${what}`,
		next,
		place: { path }
	});
}
var MOST_FILES$1, AnswerPaths;
var init_answer_files = __esmMin(() => {
	init_mini();
	init_errors$2();
	init_parse_answer();
	MOST_FILES$1 = 50;
	AnswerPaths = array(string$1().check(_minLength(1), _maxLength(4e3))).check(_maxLength(MOST_FILES$1));
});
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
var init_define = __esmMin(() => {
	init_errors$2();
	init_explain();
}), model;
var init_inputs = __esmMin(() => {
	init_mini();
	init_window$1();
	init_names();
	model = ModelName;
	string$1().check(_minLength(1), _maxLength(200), describe("A number, an alias, a stage or `latest`; with @2026-10-01 as it stood then."));
	string$1().check(_minLength(1), _maxLength(300));
	int$2().check(_gte(1), describe("The number of the issue of an alert; in a comment that of its issue."));
	string$1().check(_minLength(1), _maxLength(1e4)), string$1().check(_minLength(1), _maxLength(1e4));
	string$1().check(_minLength(1), _maxLength(4e3));
	string$1().check(_minLength(1), _maxLength(4e3));
	string$1().check(_minLength(1), _maxLength(4e3));
	string$1().check(_minLength(1), _maxLength(4e3));
});
// src/domain/alerts/no-data-finding.ts
function noDataFinding(looked, blindAfter = 3) {
	const rows = looked.map(({ name, couldTell }) => ({
		name,
		size: couldTell.length - 1 - couldTell.lastIndexOf(true),
		ran: couldTell.length > 0
	}));
	const [first, ...more] = rows.filter(({ size }) => size >= blindAfter).map(({ name, size }) => ({
		name,
		size
	}));
	const untold = rows.filter(({ size, ran }) => !ran || size > 0 && size < blindAfter);
	if (first !== void 0) return {
		is: "bad",
		items: [first, ...more],
		untold: untold.map(({ name }) => name)
	};
	return untold.length === 0 && rows.length > 0 ? {
		is: "good",
		untold: []
	} : {
		is: "unknown",
		why: "a monitor could not look, and not often enough in a row to say so"
	};
}
var init_no_data_finding = __esmMin(() => {});
// src/domain/alerts/rules.ts
function alertRulesOf({ alerts = {} } = {}) {
	const usual = DEFAULT_ALERT_RULES;
	return {
		closeAfter: alerts["close-after"] ?? usual.closeAfter,
		reopenDays: alerts["reopen-days"] ?? usual.reopenDays,
		worseBy: alerts["worse-by"] ?? usual.worseBy
	};
}
var DEFAULT_ALERT_RULES;
var init_rules = __esmMin(() => {
	DEFAULT_ALERT_RULES = {
		closeAfter: 3,
		reopenDays: 14,
		worseBy: 1.5
	};
});
// src/domain/drift/confirmed.ts
function driftingInRuns(runs, { least, of }) {
	const known = new Map();
	return runs.map((run, index) => run.flatMap(({ feature, status }) => {
		if (status !== "ok" && status !== "drift") return [];
		const told = known.get(feature) ?? {
			last: [],
			since: void 0,
			wasOk: false
		};
		known.set(feature, told);
		told.last.push(status === "drift");
		if (told.last.length > of) told.last.shift();
		if (status === "ok") {
			told.since = void 0;
			told.wasOk = true;
			return [];
		}
		told.since ??= index;
		return {
			feature,
			since: told.since,
			isConfirmed: told.last.filter(Boolean).length >= least,
			isOpen: !told.wasOk || told.last.length < of
		};
	}));
}
var DEFAULT_CONFIRMATION;
var init_confirmed = __esmMin(() => {
	DEFAULT_CONFIRMATION = {
		least: 2,
		of: 3
	};
});
// src/domain/monitoring/confirmation.ts
function confirmationOf({ confirm } = {}) {
	return confirm === void 0 ? DEFAULT_CONFIRMATION : {
		least: confirm.runs,
		of: confirm.of
	};
}
var init_confirmation = __esmMin(() => {
	init_confirmed();
});
// src/domain/monitoring/drifting.ts
function driftByRun(runs, confirmation = DEFAULT_CONFIRMATION) {
	return driftingInRuns(runs.map(({ features }) => features), confirmation).map((drifting) => ({
		drifting: drifting.map(({ feature, since, isConfirmed }) => ({
			feature,
			since: runs[since]?.at ?? "",
			confirmed: isConfirmed
		})),
		isOpen: drifting.some(({ isOpen }) => isOpen)
	}));
}
function driftAsOf(run, history, confirmation = DEFAULT_CONFIRMATION) {
	return driftByRun([...runsBefore(run, history), run], confirmation).at(-1)?.drifting ?? [];
}
function runsBefore(run, history) {
	return history.filter((one) => compareRuns$1(one, run) <= 0 && !isSameRun(one, run)).toSorted(compareRuns$1);
}
function isSameRun(one, other) {
	if (one.run !== "terminal" && other.run !== "terminal") return one.run.id === other.run.id;
	return JSON.stringify(one) === JSON.stringify(other);
}
var init_drifting = __esmMin(() => {
	init_confirmed();
	init_run_record();
});
// src/commands/records-branch.ts
async function recordsBranch(repository, branch) {
	return await repository.resolve(`refs/remotes/origin/${branch}`) ?? await repository.resolve(`refs/heads/${branch}`);
}
var init_records_branch = __esmMin(() => {});
// src/commands/monitor-runs.ts
async function appendRun(run, { artifacts, monitorHistory }) {
	const content = new TextEncoder().encode(renderJson(MonitorRun, run));
	const by = run.run === "terminal" ? "at a terminal" : `by run ${run.run.id}`;
	const path = runPath(run, artifacts.hash(content));
	const message = `${run.model}: monitored ${by}, ${run.outcome}`;
	return {
		path,
		is: await monitorHistory.append(HISTORY_BRANCH, {
			path,
			content,
			message
		})
	};
}
async function readNewestRuns(repository, model, newest = 100) {
	const commit = await recordsBranch(repository, HISTORY_BRANCH);
	return commit === void 0 ? void 0 : readRuns(repository, commit, model, { newest });
}
async function readRuns(repository, commit, model, { newest, since = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = {}) {
	const listed = (await repository.listFiles(commit, runsFolder(model))).map(({ path, id }) => ({
		path,
		id,
		name: parseRunPath(path)
	}));
	const files = listed.flatMap(({ path, id, name }) => {
		const time = name === void 0 ? NaN : Date.parse(name.at);
		return name !== void 0 && time >= since && time <= until ? [{
			path,
			id,
			digest: name.digest
		}] : [];
	});
	const wanted = newest === void 0 ? files : files.slice(-newest);
	const strange = listed.filter(({ name }) => name === void 0).map(({ path }) => `\`${path}\` is not named as a run is, and is left out`);
	const parsed = await repository.readBlobs(wanted.map(({ id }) => id), (content, index) => parseRun(wanted[index], content));
	return {
		runs: parsed.flatMap((one) => typeof one === "string" ? [] : one),
		read: wanted.length,
		inAll: files.length,
		remarks: [...strange, ...parsed.filter((one) => typeof one === "string")]
	};
}
function parseRun({ path, digest }, content) {
	const { value } = parseJson(PlainRun, path, content);
	if (value === void 0) {
		const [problem] = parseJson(MonitorRun, path, content).problems;
		return `\`${path}\` is left out: ${problem?.message ?? "it cannot be read"}`;
	}
	if (runPath(value, digest) !== path) return `\`${path}\` is left out: it says that it is a run of ${value.model} at ${value.at}`;
	return value;
}
var init_monitor_runs = __esmMin(() => {
	init_errors$2();
	init_run_record();
	init_json_file();
	init_records_branch();
});
// src/domain/alerts/combined-finding.ts
function combinedFinding(parts) {
	const untold = parts.flatMap(({ finding, names }) => finding.is === "unknown" ? names : finding.untold);
	const [first, ...more] = parts.flatMap(({ finding }) => finding.is === "bad" ? finding.items : []);
	if (first !== void 0) return {
		is: "bad",
		items: [first, ...more],
		untold
	};
	return parts.find(({ finding }) => finding.is === "unknown")?.finding ?? {
		is: "good",
		untold
	};
}
var init_combined_finding = __esmMin(() => {});
// src/domain/performance/judge-metric.ts
function settledStatuses(findings) {
	return [...Map.groupBy(findings, ({ metric, slice, rule }) => JSON.stringify([
		metric,
		slice,
		rule
	])).values()].map((of) => {
		const statuses = new Set(of.map(({ status }) => status));
		return [
			"degraded",
			"error",
			"ok"
		].find((status) => statuses.has(status)) ?? "insufficient-data";
	});
}
function metricTitle({ metric, slice }) {
	return slice === void 0 ? metric : `${metric} on ${slice.column}=${slice.value}`;
}
var init_judge_metric = __esmMin(() => {
	init_metric_catalogue();
	init_limit();
});
// src/domain/alerts/degradation-finding.ts
function degradationFinding(findings) {
	const statuses = [...Map.groupBy(findings, metricTitle)].map(([name, of]) => ({
		name,
		of,
		status: worstOf(settledStatuses(of))
	}));
	const [first, ...more] = statuses.flatMap(({ name, of, status }) => status === "degraded" ? [{
		name,
		size: Math.max(...of.map(({ beyond = 0 }) => beyond))
	}] : []);
	const untold = statuses.flatMap(({ name, status }) => status === "ok" || status === "degraded" ? [] : [name]);
	if (first !== void 0) return {
		is: "bad",
		items: [first, ...more],
		untold
	};
	return statuses.some(({ status }) => status === "ok") ? {
		is: "good",
		untold
	} : {
		is: "unknown",
		why: "no metric could be judged"
	};
}
function degradationCauses(findings) {
	const bad = findings.filter(({ status }) => status === "degraded");
	return [
		...bad.some(({ from }) => from === "labels") ? ["what is to be learned changed, or rows came that the model was not trained on: see what drifted"] : [],
		...bad.some(({ from }) => from === "estimate") ? ["the probabilities say so before labels have come: it holds as far as the model is calibrated"] : [],
		...bad.some(({ slice }) => slice !== void 0) ? ["one part of the rows fares worse than the rest: see which slices are named"] : []
	];
}
function worstOf(statuses) {
	return WORST.find((status) => statuses.includes(status)) ?? "insufficient-data";
}
var WORST;
var init_degradation_finding = __esmMin(() => {
	init_judge_metric();
	WORST = [
		"degraded",
		"error",
		"insufficient-data",
		"ok"
	];
});
// src/domain/drift/rank-drifted.ts
function effectOf({ grounds, values, missing }) {
	const [before = 0, after = 0] = missing?.rates ?? [];
	const sizes = [...grounds.includes("distribution") ? [values?.distance ?? 1] : [], ...grounds.includes("missing-values") ? [Math.abs(after - before)] : []];
	return sizes.length === 0 ? 1 : Math.max(...sizes);
}
var init_rank_drifted = __esmMin(() => {});
// src/domain/alerts/drift-finding.ts
function driftFinding(last, drifting) {
	const confirmed = new Map(drifting.flatMap(({ feature, since, confirmed }) => confirmed ? [[feature, since]] : []));
	const [first, ...more] = last.flatMap((found) => {
		const since = confirmed.get(found.feature);
		return since === void 0 ? [] : [{
			name: found.feature,
			size: effectOf(found),
			since
		}];
	});
	const untold = last.filter(({ feature, status }) => status !== "ok" && !confirmed.has(feature)).map(({ feature }) => feature);
	if (first !== void 0) return {
		is: "bad",
		items: [first, ...more],
		untold
	};
	const statuses = new Set(last.map(({ status }) => status));
	if (statuses.has("drift")) return {
		is: "unknown",
		why: "a feature drifted that the runs before do not confirm"
	};
	if (!statuses.has("ok")) return {
		is: "unknown",
		why: "no feature could be compared"
	};
	return {
		is: "good",
		untold
	};
}
function driftCauses(features) {
	const grounds = new Set(features.filter(({ status }) => status === "drift").flatMap(({ grounds }) => grounds));
	return [
		"gone",
		"other-type",
		"missing-values",
		"distribution"
	].flatMap((ground) => grounds.has(ground) ? CAUSES[ground] ?? [] : []);
}
var CAUSES;
var init_drift_finding = __esmMin(() => {
	init_rank_drifted();
	CAUSES = {
		distribution: "other customers, another season or a change of unit or encoding: see where and in which direction values moved",
		"missing-values": "a source or a join upstream delivers more or fewer values than before",
		"other-type": "whoever writes the data changed the type of a column",
		gone: "whoever writes the data renamed a column or left it out"
	};
});
// src/domain/alerts/service-finding.ts
function operationsFinding(levels) {
	return findingOf(levels.filter(({ of }) => of === "operations"));
}
function businessFinding(levels) {
	return findingOf(levels.filter(({ of }) => of === "business"));
}
function findingOf(levels) {
	const [first, ...more] = levels.filter(({ status }) => status === "breached").map(itemOf);
	const untold = levels.filter(({ status }) => status === "insufficient-data" || status === "error").map(({ name }) => name);
	if (first !== void 0) return {
		is: "bad",
		items: [first, ...more],
		untold
	};
	if (levels.length === 0) return {
		is: "unknown",
		why: "the agreement says nothing of it"
	};
	if (untold.length === levels.length) return {
		is: "unknown",
		why: "no limit could be judged"
	};
	return {
		is: "good",
		untold
	};
}
function itemOf({ name, limit: { value: limit }, value = limit }) {
	const scale = limit === 0 ? 1 : Math.abs(limit);
	return {
		name,
		size: 1 + Math.abs(value - limit) / scale
	};
}
function operationsCauses(levels) {
	const broken = new Set(levels.filter(({ of, status }) => of === "operations" && status === "breached").map(({ name }) => name in OF_MEASURE ? name : "latency"));
	return Object.entries(OF_MEASURE).flatMap(([measure, cause]) => broken.has(measure) ? [cause] : []);
}
function businessCauses(levels) {
	if (!levels.some(({ of, status }) => of === "business" && status === "breached")) return [];
	return ["the model decides worse than before: see whether its metrics or the data moved at the same time", "something else moved that number: prices, a season, a campaign, or how it is counted"];
}
var OF_MEASURE;
var init_service_finding = __esmMin(() => {
	OF_MEASURE = {
		"error-rate": "what serves it fails: a deployment, a dependency that is down, or rows that it cannot take",
		latency: "it answers too slowly: more requests than it can take, a slower machine, or a larger model than before",
		throughput: "fewer requests reach it: whoever asks it, or what stands before it, changed or is down"
	};
});
// src/commands/monitoring-answers.ts
function sortAnswers(answers, model, expected = []) {
	const other = answers.find((answer) => lookOfAnswer(answer) === void 0);
	if (other !== void 0) throw refused(`a file holds an answer of another command (${other.kind === "failure" ? other.command : other.kind})`, "give what `monitor`, `performance` and `service-levels` left, and no more");
	const isWanted = (look) => expected.includes(look) || look === "drift" && answers.length + expected.length === 0;
	const found = (look) => onlyOf(answers, look, model) ?? (isWanted(look) ? NOTHING_LEFT : void 0);
	return {
		drift: found("drift"),
		performance: found("performance"),
		"service-levels": found("service-levels")
	};
}
function lookOfAnswer(answer) {
	if (answer.kind === "failure") return lookOf(answer.command ?? "monitor");
	return LOOKS.find((look) => look === answer.kind);
}
function onlyOf(answers, look, model) {
	const [first, ...more] = answers.filter((answer) => lookOfAnswer(answer) === look);
	if (more.length > 0) throw refused(`${more.length + 1} files are of \`${look}\``, "give those of one run");
	if (first === void 0 || first.kind === "failure") return first;
	const kept = first;
	if (kept.model !== model) throw refused(`the answer is one of \`${kept.model}\``, `give that of \`${model}\``);
	return kept;
}
function foundBy(looked) {
	return looked === void 0 || isFailed(looked) ? void 0 : looked;
}
function driftTold(drift, drifting) {
	if (isFailed(drift)) return {
		kind: "drift",
		finding: {
			is: "unknown",
			why: `it could not look: ${drift.message}`
		},
		causes: []
	};
	return {
		kind: "drift",
		finding: driftFinding(drift.features, drifting),
		causes: driftCauses(drift.features),
		report: drift
	};
}
function limitsTold(looked, before = []) {
	const service = foundBy(looked["service-levels"]);
	const performance = foundBy(looked.performance);
	const levels = service?.levels ?? [];
	const metrics = performance?.findings ?? [];
	const namesOf = (of) => levels.flatMap((level) => level.of === of ? [level.name] : []);
	const blind = (look, of) => blindPart(looked[look], of, before);
	const told = (kind, parts, causes, report) => {
		const telling = parts.filter(({ names }) => names.length > 0);
		if (telling.length === 0) return [];
		return [{
			kind,
			finding: combinedFinding(telling),
			causes,
			report
		}];
	};
	return [...told("operations", [{
		finding: operationsFinding(levels),
		names: namesOf("operations")
	}, ...blind("service-levels", "operations")], operationsCauses(levels), service), ...told("degradation", [
		{
			finding: degradationFinding(metrics),
			names: [...new Set(metrics.map(metricTitle))]
		},
		{
			finding: businessFinding(levels),
			names: namesOf("business")
		},
		...blind("performance", "performance"),
		...blind("service-levels", "business")
	], [...degradationCauses(metrics), ...businessCauses(levels)], performance ?? service)];
}
function blindPart(looked, of, before) {
	if (looked === void 0 || !isFailed(looked)) return [];
	const names = before.flatMap((level) => level.of === of ? [level.name] : []);
	return [{
		finding: {
			is: "unknown",
			why: `it could not look: ${looked.message}`
		},
		names
	}];
}
function recordedLevels(looked) {
	return [...(foundBy(looked.performance)?.findings ?? []).map(recordedMetric), ...recordedService(foundBy(looked["service-levels"])?.levels ?? [])];
}
function recordedMetric(finding) {
	const { status, value, interval, from, baseline, limit } = finding;
	return {
		of: "performance",
		name: metricTitle(finding),
		status: METRIC_STATUSES[status],
		...value !== void 0 && { value },
		...interval !== void 0 && {
			low: interval.low,
			high: interval.high
		},
		...limit !== void 0 && { limit },
		from,
		...baseline !== void 0 && { baseline }
	};
}
function recordedService(levels) {
	return levels.map(({ of, name, status, value, low, high, limit }) => ({
		of,
		name,
		status: STATUSES[status],
		...value !== void 0 && { value },
		...low !== void 0 && { low },
		...high !== void 0 && { high },
		limit: limit.value
	}));
}
function refused(message, next) {
	return new ModelyardError({
		code: "bad-artifact",
		message,
		next
	});
}
var NOTHING_LEFT, isFailed, STATUSES, METRIC_STATUSES;
var init_monitoring_answers = __esmMin(() => {
	init_combined_finding();
	init_degradation_finding();
	init_drift_finding();
	init_service_finding();
	init_errors$2();
	init_looks();
	init_judge_metric();
	NOTHING_LEFT = {
		code: "bad-artifact",
		message: "it left no answer; the log of the run says why"
	};
	isFailed = (looked) => "code" in looked;
	STATUSES = {
		ok: "ok",
		breached: "bad",
		"insufficient-data": "untold",
		error: "untold"
	};
	METRIC_STATUSES = {
		...STATUSES,
		degraded: "bad"
	};
});
// src/domain/registry/config.ts
function stagesNamed(lifecycle, floors) {
	const transitions = Object.entries(lifecycle.transitions ?? {});
	return [
		...transitions.map(([from]) => [[
			"lifecycle",
			"transitions",
			from
		], from]),
		...transitions.flatMap(([from, to]) => to.map((stage, index) => [[
			"lifecycle",
			"transitions",
			from,
			index
		], stage])),
		...Object.keys(floors).map((stage) => [["floors", stage], stage])
	];
}
function modelFolder(config, model) {
	return `${config.registry}/models/${model}`;
}
var CONFIG_PATH, DEFAULT_ROOT, WorkflowPath, Config, LATER_CONFIG_KEYS;
var init_config = __esmMin(() => {
	init_mini();
	init_metric_catalogue();
	init_rule();
	init_rule_fields();
	init_lifecycle();
	init_names();
	init_policy();
	CONFIG_PATH = ".github/modelyard.yml";
	DEFAULT_ROOT = "registry-data";
	WorkflowPath = string$1().check(_maxLength(300), _regex(/^\.github\/workflows\/[\w.-]+\.ya?ml$/, { error: "a workflow such as .github/workflows/deploy.yml" }));
	Config = strictObject({
		registry: _default(RepositoryPath, DEFAULT_ROOT),
		lifecycle: _default(Lifecycle, DEFAULT_LIFECYCLE),
		floors: _default(record(StageName, StagePolicy), {}),
		workflows: _default(array(RepositoryPath), []),
		app: _default(boolean(), false),
		environments: _default(record(StageName, string$1().check(_minLength(1), _maxLength(255))), {}),
		deploy: _default(record(StageName, WorkflowPath), {})
	}).check(superRefine(({ lifecycle, floors, environments, deploy }, context) => {
		for (const [path, stage] of [
			...stagesNamed(lifecycle, floors),
			...Object.keys(environments).map((stage) => [["environments", stage], stage]),
			...Object.keys(deploy).map((stage) => [["deploy", stage], stage])
		]) if (!lifecycle.stages.includes(stage)) context.addIssue({
			code: "custom",
			path,
			message: `a stage of the lifecycle (${lifecycle.stages.join(", ")})`
		});
		for (const [stage, { gates = [] }] of Object.entries(floors)) for (const [path, metric] of gates.flatMap((rule, index) => metricsNamedIn(rule).map(({ keys, metric: name }) => [[
			"gates",
			index,
			...keys
		], name]))) if (!isOurs(metric)) context.addIssue({
			code: "custom",
			path: [
				"floors",
				stage,
				...path
			],
			message: `one of ${METRIC_NAMES.join(", ")}`
		});
	}));
	LATER_CONFIG_KEYS = {};
});
// src/domain/retraining/schedule-form.ts
function isSchedule(schedule) {
	const fields = (Object.hasOwn(NAMED_SCHEDULES, schedule) ? NAMED_SCHEDULES[schedule] : schedule)?.split(" ") ?? [];
	return fields.length === FIELDS.length && fields.every((text, at) => text.split(",").every((part) => isPart(part, FIELDS[at])));
}
function isPart(text, field) {
	const [, whole, from = "", to, step] = /^(?:(\*)|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(text) ?? [];
	const isStepped = step === void 0 || Number(step) >= 1 && Number(step) <= field.most;
	if (whole !== void 0) return isStepped;
	const [low, high] = [numberOf(from, field), numberOf(to ?? from, field)];
	if (low === void 0 || high === void 0 || low > high || !isStepped) return false;
	return step === void 0 || to !== void 0;
}
function numberOf(text, { least, most, names = [] }) {
	const named = names.indexOf(text.toUpperCase());
	if (named >= 0) return least + named;
	const value = /^\d{1,2}$/.test(text) ? Number(text) : NaN;
	return value >= least && value <= most ? value : void 0;
}
var NAMED_SCHEDULES, FIELDS;
var init_schedule_form = __esmMin(() => {
	NAMED_SCHEDULES = {
		weekly: "0 0 * * 1",
		monthly: "0 0 1 * *"
	};
	FIELDS = [
		{
			least: 0,
			most: 59
		},
		{
			least: 0,
			most: 23
		},
		{
			least: 1,
			most: 31
		},
		{
			least: 1,
			most: 12,
			names: "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ")
		},
		{
			least: 0,
			most: 7,
			names: "SUN MON TUE WED THU FRI SAT".split(" ")
		}
	];
});
// src/domain/registry/retrain-keys.ts
function directionOf({ task, evaluate }, metric) {
	const own = evaluate?.metrics ?? {};
	if (Object.hasOwn(own, metric)) return own[metric]?.direction;
	if (!metricsOf(task).includes(metric)) return void 0;
	return metricEntry(metric).direction;
}
function judgedMetric(definition, { when }) {
	return when.performance?.metric ?? primaryMetric(definition);
}
function* retrainIssues(definition) {
	const { retrain, train } = definition;
	if (retrain === void 0) return;
	if (train === void 0) yield {
		path: [],
		message: "accompanied by `train`, which says how"
	};
	const { performance } = retrain.when;
	if (performance === void 0) return;
	const direction = directionOf(definition, judgedMetric(definition, retrain));
	const path = [
		"when",
		"performance",
		"metric"
	];
	if (direction === void 0) yield {
		path,
		message: `a metric of ${definition.task} (${metricsOf(definition.task).join(", ")})`
	};
	if (direction === "zero") yield {
		path,
		message: "a metric of which one side is better"
	};
}
var Days$1, Drift, Performance, Schedule, NewRows, Retrain;
var init_retrain_keys = __esmMin(() => {
	init_mini();
	init_metric_catalogue();
	init_latency$2();
	init_schedule_form();
	init_names();
	Days$1 = number().check(_gte(0), _lte(366));
	Drift = strictObject({ distance: optional(number().check(_gt(0), _lte(1))) });
	Performance = strictObject({
		metric: optional(UserName),
		"worse-by": optional(Percentage),
		"worse-than": optional(number())
	}).check(refine((keys) => keys["worse-by"] === void 0 || keys["worse-than"] === void 0, { error: "either `worse-by` or `worse-than`" }));
	Schedule = string$1().check(_maxLength(200), refine(isSchedule, { error: "`weekly`, `monthly` or a cron expression of five fields, such as 0 3 * * 1" }));
	NewRows = union([int$2().check(_gte(1), _lte(2 ** 40)), string$1().check(_regex(/^(?!0+(?:\.0+)?%)\d{1,4}(?:\.\d{1,3})?%$/, { error: "rows, or a share like 20%" }))]);
	Retrain = strictObject({
		when: strictObject({
			drift: optional(Drift),
			performance: optional(Performance),
			schedule: optional(Schedule),
			"new-rows": optional(NewRows)
		}),
		"cooldown-days": optional(Days$1),
		"budget-per-month": optional(int$2().check(_gte(1), _lte(1e3))),
		"back-off-days": optional(Days$1)
	});
});
// src/domain/retraining/kept-metrics.ts
var init_kept_metrics = __esmMin(() => {
	init_run_record();
});
var init_measured_file = __esmMin(() => {
	init_mini();
	init_names();
	int$2().check(_gte(0)), array(strictObject({
		metric: UserName,
		value: number(),
		low: optional(number()),
		high: optional(number()),
		baseline: optional(number())
	}).check(refine(({ value, low = value, high = value }) => low <= value && value <= high, { error: "a value that lies between `low` and `high`" }))).check(_maxLength(1e3), refine((metrics) => new Set(metrics.map(({ metric }) => metric)).size === metrics.length, { error: "each metric once" }));
});
// src/domain/registry/model-state.ts
var init_model_state = __esmMin(() => {
	init_lifecycle();
	init_pointers();
	init_policy();
});
// src/domain/gates/defaults.ts
var init_defaults = __esmMin(() => {
	init_metric_catalogue();
	init_metric_value();
	init_not_worse();
	init_resolution();
});
// src/domain/gates/warnings.ts
var init_warnings = __esmMin(() => {
	init_defaults();
	init_resolution();
	init_rule();
});
// src/domain/gates/index.ts
var init_gates = __esmMin(() => {
	init_better();
	init_contract$2();
	init_custom();
	init_data();
	init_defaults();
	init_fairness$1();
	init_fairness_change();
	init_freshness();
	init_guardrails();
	init_latency$2();
	init_metric_limit();
	init_not_worse();
	init_outcome();
	init_reproducible();
	init_size();
	init_slice_limit();
	init_slice_not_worse();
	init_tests$1();
	init_warnings();
});
var init_pointer_writer = __esmMin(() => {
	new TextEncoder();
});
// src/domain/registry/fold.ts
var init_fold = __esmMin(() => {
	init_lifecycle();
	init_pointer_writer();
	init_pointers();
});
// src/domain/registry/ties.ts
var init_ties = __esmMin(() => {
	init_lifecycle();
	init_pointers();
});
// src/domain/registry/plan-promotion.ts
var init_plan_promotion = __esmMin(() => {
	init_metric_catalogue();
	init_errors$2();
	init_select();
	init_gates();
	init_fold();
	init_lifecycle();
	init_model_state();
	init_pointers();
	init_ties();
});
// src/domain/registry/plan-candidate.ts
var init_plan_candidate = __esmMin(() => {
	init_lifecycle();
	init_model_state();
	init_plan_promotion();
});
// node_modules/yaml/browser/dist/nodes/identity.js
function isCollection(node) {
	if (node && typeof node === "object") switch (node[NODE_TYPE]) {
		case MAP:
		case SEQ: return true;
	}
	return false;
}
function isNode(node) {
	if (node && typeof node === "object") switch (node[NODE_TYPE]) {
		case ALIAS:
		case MAP:
		case SCALAR$1:
		case SEQ: return true;
	}
	return false;
}
var ALIAS, DOC, MAP, PAIR, SCALAR$1, SEQ, NODE_TYPE, isAlias, isDocument, isMap, isPair, isScalar, isSeq, hasAnchor;
var init_identity = __esmMin(() => {
	ALIAS = Symbol.for("yaml.alias");
	DOC = Symbol.for("yaml.document");
	MAP = Symbol.for("yaml.map");
	PAIR = Symbol.for("yaml.pair");
	SCALAR$1 = Symbol.for("yaml.scalar");
	SEQ = Symbol.for("yaml.seq");
	NODE_TYPE = Symbol.for("yaml.node.type");
	isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
	isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
	isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
	isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
	isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR$1;
	isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
	hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
});
// node_modules/yaml/browser/dist/visit.js
function visit$1(node, visitor) {
	const visitor_ = initVisitor(visitor);
	if (isDocument(node)) {
		if (visit_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE$1) node.contents = null;
	} else visit_(null, node, visitor_, Object.freeze([]));
}
function visit_(key, node, visitor, path) {
	const ctrl = callVisitor(key, node, visitor, path);
	if (isNode(ctrl) || isPair(ctrl)) {
		replaceNode(key, path, ctrl);
		return visit_(key, ctrl, visitor, path);
	}
	if (typeof ctrl !== "symbol") {
		if (isCollection(node)) {
			path = Object.freeze(path.concat(node));
			for (let i = 0; i < node.items.length; ++i) {
				const ci = visit_(i, node.items[i], visitor, path);
				if (typeof ci === "number") i = ci - 1;
				else if (ci === BREAK$1) return BREAK$1;
				else if (ci === REMOVE$1) {
					node.items.splice(i, 1);
					i -= 1;
				}
			}
		} else if (isPair(node)) {
			path = Object.freeze(path.concat(node));
			const ck = visit_("key", node.key, visitor, path);
			if (ck === BREAK$1) return BREAK$1;
			else if (ck === REMOVE$1) node.key = null;
			const cv = visit_("value", node.value, visitor, path);
			if (cv === BREAK$1) return BREAK$1;
			else if (cv === REMOVE$1) node.value = null;
		}
	}
	return ctrl;
}
async function visitAsync(node, visitor) {
	const visitor_ = initVisitor(visitor);
	if (isDocument(node)) {
		if (await visitAsync_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE$1) node.contents = null;
	} else await visitAsync_(null, node, visitor_, Object.freeze([]));
}
async function visitAsync_(key, node, visitor, path) {
	const ctrl = await callVisitor(key, node, visitor, path);
	if (isNode(ctrl) || isPair(ctrl)) {
		replaceNode(key, path, ctrl);
		return visitAsync_(key, ctrl, visitor, path);
	}
	if (typeof ctrl !== "symbol") {
		if (isCollection(node)) {
			path = Object.freeze(path.concat(node));
			for (let i = 0; i < node.items.length; ++i) {
				const ci = await visitAsync_(i, node.items[i], visitor, path);
				if (typeof ci === "number") i = ci - 1;
				else if (ci === BREAK$1) return BREAK$1;
				else if (ci === REMOVE$1) {
					node.items.splice(i, 1);
					i -= 1;
				}
			}
		} else if (isPair(node)) {
			path = Object.freeze(path.concat(node));
			const ck = await visitAsync_("key", node.key, visitor, path);
			if (ck === BREAK$1) return BREAK$1;
			else if (ck === REMOVE$1) node.key = null;
			const cv = await visitAsync_("value", node.value, visitor, path);
			if (cv === BREAK$1) return BREAK$1;
			else if (cv === REMOVE$1) node.value = null;
		}
	}
	return ctrl;
}
function initVisitor(visitor) {
	if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) return Object.assign({
		Alias: visitor.Node,
		Map: visitor.Node,
		Scalar: visitor.Node,
		Seq: visitor.Node
	}, visitor.Value && {
		Map: visitor.Value,
		Scalar: visitor.Value,
		Seq: visitor.Value
	}, visitor.Collection && {
		Map: visitor.Collection,
		Seq: visitor.Collection
	}, visitor);
	return visitor;
}
function callVisitor(key, node, visitor, path) {
	if (typeof visitor === "function") return visitor(key, node, path);
	if (isMap(node)) return visitor.Map?.(key, node, path);
	if (isSeq(node)) return visitor.Seq?.(key, node, path);
	if (isPair(node)) return visitor.Pair?.(key, node, path);
	if (isScalar(node)) return visitor.Scalar?.(key, node, path);
	if (isAlias(node)) return visitor.Alias?.(key, node, path);
}
function replaceNode(key, path, node) {
	const parent = path[path.length - 1];
	if (isCollection(parent)) parent.items[key] = node;
	else if (isPair(parent)) {
		if (key === "key") parent.key = node;
		else parent.value = node;
	} else if (isDocument(parent)) parent.contents = node;
	else {
		const pt = isAlias(parent) ? "alias" : "scalar";
		throw new Error(`Cannot replace node with ${pt} parent`);
	}
}
var BREAK$1, SKIP$1, REMOVE$1;
var init_visit = __esmMin(() => {
	init_identity();
	BREAK$1 = Symbol("break visit");
	SKIP$1 = Symbol("skip children");
	REMOVE$1 = Symbol("remove node");
	visit$1.BREAK = BREAK$1;
	visit$1.SKIP = SKIP$1;
	visit$1.REMOVE = REMOVE$1;
	visitAsync.BREAK = BREAK$1;
	visitAsync.SKIP = SKIP$1;
	visitAsync.REMOVE = REMOVE$1;
});
// node_modules/yaml/browser/dist/doc/directives.js
var escapeChars, escapeTagName, Directives;
var init_directives = __esmMin(() => {
	init_identity();
	init_visit();
	escapeChars = {
		"!": "%21",
		",": "%2C",
		"[": "%5B",
		"]": "%5D",
		"{": "%7B",
		"}": "%7D"
	};
	escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
	Directives = class Directives {
		constructor(yaml, tags) {
			this.docStart = null;
			this.docEnd = false;
			this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
			this.tags = Object.assign({}, Directives.defaultTags, tags);
		}
		clone() {
			const copy = new Directives(this.yaml, this.tags);
			copy.docStart = this.docStart;
			return copy;
		}
		atDocument() {
			const res = new Directives(this.yaml, this.tags);
			switch (this.yaml.version) {
				case "1.1":
					this.atNextDocument = true;
					break;
				case "1.2":
					this.atNextDocument = false;
					this.yaml = {
						explicit: Directives.defaultYaml.explicit,
						version: "1.2"
					};
					this.tags = Object.assign({}, Directives.defaultTags);
			}
			return res;
		}
		add(line, onError) {
			if (this.atNextDocument) {
				this.yaml = {
					explicit: Directives.defaultYaml.explicit,
					version: "1.1"
				};
				this.tags = Object.assign({}, Directives.defaultTags);
				this.atNextDocument = false;
			}
			const parts = line.trim().split(/[ \t]+/);
			const name = parts.shift();
			switch (name) {
				case "%TAG": {
					if (parts.length !== 2) {
						onError(0, "%TAG directive should contain exactly two parts");
						if (parts.length < 2) return false;
					}
					const [handle, prefix] = parts;
					this.tags[handle] = prefix;
					return true;
				}
				case "%YAML": {
					this.yaml.explicit = true;
					if (parts.length !== 1) {
						onError(0, "%YAML directive should contain exactly one part");
						return false;
					}
					const [version] = parts;
					if (version === "1.1" || version === "1.2") {
						this.yaml.version = version;
						return true;
					} else {
						const isValid = /^\d+\.\d+$/.test(version);
						onError(6, `Unsupported YAML version ${version}`, isValid);
						return false;
					}
				}
				default:
					onError(0, `Unknown directive ${name}`, true);
					return false;
			}
		}
		tagName(source, onError) {
			if (source === "!") return "!";
			if (source[0] !== "!") {
				onError(`Not a valid tag: ${source}`);
				return null;
			}
			if (source[1] === "<") {
				const verbatim = source.slice(2, -1);
				if (verbatim === "!" || verbatim === "!!") {
					onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
					return null;
				}
				if (source[source.length - 1] !== ">") onError("Verbatim tags must end with a >");
				return verbatim;
			}
			const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
			if (!suffix) onError(`The ${source} tag has no suffix`);
			const prefix = this.tags[handle];
			if (prefix) try {
				return prefix + decodeURIComponent(suffix);
			} catch (error) {
				onError(String(error));
				return null;
			}
			if (handle === "!") return source;
			onError(`Could not resolve tag: ${source}`);
			return null;
		}
		tagString(tag) {
			for (const [handle, prefix] of Object.entries(this.tags)) if (tag.startsWith(prefix)) return handle + escapeTagName(tag.substring(prefix.length));
			return tag[0] === "!" ? tag : `!<${tag}>`;
		}
		toString(doc) {
			const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
			const tagEntries = Object.entries(this.tags);
			let tagNames;
			if (doc && tagEntries.length > 0 && isNode(doc.contents)) {
				const tags = {};
				visit$1(doc.contents, (_key, node) => {
					if (isNode(node) && node.tag) tags[node.tag] = true;
				});
				tagNames = Object.keys(tags);
			} else tagNames = [];
			for (const [handle, prefix] of tagEntries) {
				if (handle === "!!" && prefix === "tag:yaml.org,2002:") continue;
				if (!doc || tagNames.some((tn) => tn.startsWith(prefix))) lines.push(`%TAG ${handle} ${prefix}`);
			}
			return lines.join("\n");
		}
	};
	Directives.defaultYaml = {
		explicit: false,
		version: "1.2"
	};
	Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
});
// node_modules/yaml/browser/dist/doc/anchors.js
function anchorIsValid(anchor) {
	if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
		const msg = `Anchor must not contain whitespace or control characters: ${JSON.stringify(anchor)}`;
		throw new Error(msg);
	}
	return true;
}
function anchorNames(root) {
	const anchors = new Set();
	visit$1(root, { Value(_key, node) {
		if (node.anchor) anchors.add(node.anchor);
	} });
	return anchors;
}
function findNewAnchor(prefix, exclude) {
	for (let i = 1;; ++i) {
		const name = `${prefix}${i}`;
		if (!exclude.has(name)) return name;
	}
}
function createNodeAnchors(doc, prefix) {
	const aliasObjects = [];
	const sourceObjects = new Map();
	let prevAnchors = null;
	return {
		onAnchor: (source) => {
			aliasObjects.push(source);
			prevAnchors ?? (prevAnchors = anchorNames(doc));
			const anchor = findNewAnchor(prefix, prevAnchors);
			prevAnchors.add(anchor);
			return anchor;
		},
		setAnchors: () => {
			for (const source of aliasObjects) {
				const ref = sourceObjects.get(source);
				if (typeof ref === "object" && ref.anchor && (isScalar(ref.node) || isCollection(ref.node))) ref.node.anchor = ref.anchor;
				else {
					const error = new Error("Failed to resolve repeated object (this should not happen)");
					error.source = source;
					throw error;
				}
			}
		},
		sourceObjects
	};
}
var init_anchors = __esmMin(() => {
	init_identity();
	init_visit();
});
// node_modules/yaml/browser/dist/doc/applyReviver.js
function applyReviver(reviver, obj, key, val) {
	if (val && typeof val === "object") {
		if (Array.isArray(val)) for (let i = 0, len = val.length; i < len; ++i) {
			const v0 = val[i];
			const v1 = applyReviver(reviver, val, String(i), v0);
			if (v1 === void 0) delete val[i];
			else if (v1 !== v0) val[i] = v1;
		}
		else if (val instanceof Map) for (const k of Array.from(val.keys())) {
			const v0 = val.get(k);
			const v1 = applyReviver(reviver, val, k, v0);
			if (v1 === void 0) val.delete(k);
			else if (v1 !== v0) val.set(k, v1);
		}
		else if (val instanceof Set) for (const v0 of Array.from(val)) {
			const v1 = applyReviver(reviver, val, v0, v0);
			if (v1 === void 0) val.delete(v0);
			else if (v1 !== v0) {
				val.delete(v0);
				val.add(v1);
			}
		}
		else for (const [k, v0] of Object.entries(val)) {
			const v1 = applyReviver(reviver, val, k, v0);
			if (v1 === void 0) delete val[k];
			else if (v1 !== v0) val[k] = v1;
		}
	}
	return reviver.call(obj, key, val);
}
var init_applyReviver = __esmMin(() => {});
// node_modules/yaml/browser/dist/nodes/toJS.js
function toJS(value, arg, ctx) {
	if (Array.isArray(value)) return value.map((v, i) => toJS(v, String(i), ctx));
	if (value && typeof value.toJSON === "function") {
		if (!ctx || !hasAnchor(value)) return value.toJSON(arg, ctx);
		const data = {
			aliasCount: 0,
			count: 1,
			res: void 0
		};
		ctx.anchors.set(value, data);
		ctx.onCreate = (res) => {
			data.res = res;
			delete ctx.onCreate;
		};
		const res = value.toJSON(arg, ctx);
		if (ctx.onCreate) ctx.onCreate(res);
		return res;
	}
	if (typeof value === "bigint" && !ctx?.keep) return Number(value);
	return value;
}
var init_toJS = __esmMin(() => {
	init_identity();
});
// node_modules/yaml/browser/dist/nodes/Node.js
var NodeBase;
var init_Node = __esmMin(() => {
	init_applyReviver();
	init_identity();
	init_toJS();
	NodeBase = class {
		constructor(type) {
			Object.defineProperty(this, NODE_TYPE, { value: type });
		}
		clone() {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			if (!isDocument(doc)) throw new TypeError("A document argument is required");
			const ctx = {
				anchors: new Map(),
				doc,
				keep: true,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS(this, "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver(reviver, { "": res }, "", res) : res;
		}
	};
});
// node_modules/yaml/browser/dist/nodes/Alias.js
function getAliasCount(doc, node, anchors) {
	if (isAlias(node)) {
		const source = node.resolve(doc);
		const anchor = anchors && source && anchors.get(source);
		return anchor ? anchor.count * anchor.aliasCount : 0;
	} else if (isCollection(node)) {
		let count = 0;
		for (const item of node.items) {
			const c = getAliasCount(doc, item, anchors);
			if (c > count) count = c;
		}
		return count;
	} else if (isPair(node)) {
		const kc = getAliasCount(doc, node.key, anchors);
		const vc = getAliasCount(doc, node.value, anchors);
		return Math.max(kc, vc);
	}
	return 1;
}
var Alias;
var init_Alias = __esmMin(() => {
	init_anchors();
	init_visit();
	init_identity();
	init_Node();
	init_toJS();
	Alias = class extends NodeBase {
		constructor(source) {
			super(ALIAS);
			this.source = source;
			Object.defineProperty(this, "tag", { set() {
				throw new Error("Alias nodes cannot have tags");
			} });
		}
		resolve(doc, ctx) {
			if (ctx?.maxAliasCount === 0) throw new ReferenceError("Alias resolution is disabled");
			let nodes;
			if (ctx?.aliasResolveCache) nodes = ctx.aliasResolveCache;
			else {
				nodes = [];
				visit$1(doc, { Node: (_key, node) => {
					if (isAlias(node) || hasAnchor(node)) nodes.push(node);
				} });
				if (ctx) ctx.aliasResolveCache = nodes;
			}
			let found = void 0;
			for (const node of nodes) {
				if (node === this) break;
				if (node.anchor === this.source) found = node;
			}
			if (found && ctx) {
				const { anchors, doc, maxAliasCount } = ctx;
				let data = anchors.get(found);
				if (!data) {
					toJS(found, null, ctx);
					data = anchors.get(found);
				}
				if (data?.res === void 0) throw new ReferenceError("This should not happen: Alias anchor was not resolved?");
				if (maxAliasCount >= 0) {
					data.count += 1;
					if (data.aliasCount === 0) data.aliasCount = getAliasCount(doc, found, anchors);
					if (data.count * data.aliasCount > maxAliasCount) throw new ReferenceError("Excessive alias count indicates a resource exhaustion attack");
				}
			}
			return found;
		}
		toJSON(_arg, ctx) {
			if (!ctx) return { source: this.source };
			const source = this.resolve(ctx.doc, ctx);
			if (!source) {
				const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
				throw new ReferenceError(msg);
			}
			return ctx.anchors.get(source).res;
		}
		toString(ctx, _onComment, _onChompKeep) {
			const src = `*${this.source}`;
			if (ctx) {
				anchorIsValid(this.source);
				if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
					const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
					throw new Error(msg);
				}
				if (ctx.implicitKey) return `${src} `;
			}
			return src;
		}
	};
});
// node_modules/yaml/browser/dist/nodes/Scalar.js
var isScalarValue, Scalar;
var init_Scalar = __esmMin(() => {
	init_identity();
	init_Node();
	init_toJS();
	isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
	Scalar = class extends NodeBase {
		constructor(value) {
			super(SCALAR$1);
			this.value = value;
		}
		toJSON(arg, ctx) {
			return ctx?.keep ? this.value : toJS(this.value, arg, ctx);
		}
		toString() {
			return String(this.value);
		}
	};
	Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
	Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
	Scalar.PLAIN = "PLAIN";
	Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
	Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
});
// node_modules/yaml/browser/dist/doc/createNode.js
function findTagObject(value, tagName, tags) {
	if (tagName) {
		const match = tags.filter((t) => t.tag === tagName);
		const tagObj = match.find((t) => !t.format) ?? match[0];
		if (!tagObj) throw new Error(`Tag ${tagName} not found`);
		return tagObj;
	}
	return tags.find((t) => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
	if (isDocument(value)) value = value.contents;
	if (isNode(value)) return value;
	if (isPair(value)) {
		const map = ctx.schema[MAP].createNode?.(ctx.schema, null, ctx);
		map.items.push(value);
		return map;
	}
	if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) value = value.valueOf();
	const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
	let ref = void 0;
	if (aliasDuplicateObjects && value && typeof value === "object") {
		ref = sourceObjects.get(value);
		if (ref) {
			ref.anchor ?? (ref.anchor = onAnchor(value));
			return new Alias(ref.anchor);
		} else {
			ref = {
				anchor: null,
				node: null
			};
			sourceObjects.set(value, ref);
		}
	}
	if (tagName?.startsWith("!!")) tagName = defaultTagPrefix + tagName.slice(2);
	let tagObj = findTagObject(value, tagName, schema.tags);
	if (!tagObj) {
		if (value && typeof value.toJSON === "function") value = value.toJSON();
		if (!value || typeof value !== "object") {
			const node = new Scalar(value);
			if (ref) ref.node = node;
			return node;
		}
		tagObj = value instanceof Map ? schema[MAP] : Symbol.iterator in Object(value) ? schema[SEQ] : schema[MAP];
	}
	if (onTagObj) {
		onTagObj(tagObj);
		delete ctx.onTagObj;
	}
	const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar(value);
	if (tagName) node.tag = tagName;
	else if (!tagObj.default) node.tag = tagObj.tag;
	if (ref) ref.node = node;
	return node;
}
var defaultTagPrefix;
var init_createNode = __esmMin(() => {
	init_Alias();
	init_identity();
	init_Scalar();
	defaultTagPrefix = "tag:yaml.org,2002:";
});
// node_modules/yaml/browser/dist/nodes/Collection.js
function collectionFromPath(schema, path, value) {
	let v = value;
	for (let i = path.length - 1; i >= 0; --i) {
		const k = path[i];
		if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
			const a = [];
			a[k] = v;
			v = a;
		} else v = new Map([[k, v]]);
	}
	return createNode(v, void 0, {
		aliasDuplicateObjects: false,
		keepUndefined: false,
		onAnchor: () => {
			throw new Error("This should not happen, please report a bug.");
		},
		schema,
		sourceObjects: new Map()
	});
}
var isEmptyPath, Collection;
var init_Collection = __esmMin(() => {
	init_createNode();
	init_identity();
	init_Node();
	isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
	Collection = class extends NodeBase {
		constructor(type, schema) {
			super(type);
			Object.defineProperty(this, "schema", {
				value: schema,
				configurable: true,
				enumerable: false,
				writable: true
			});
		}
		clone(schema) {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (schema) copy.schema = schema;
			copy.items = copy.items.map((it) => isNode(it) || isPair(it) ? it.clone(schema) : it);
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		addIn(path, value) {
			if (isEmptyPath(path)) this.add(value);
			else {
				const [key, ...rest] = path;
				const node = this.get(key, true);
				if (isCollection(node)) node.addIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
		deleteIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.delete(key);
			const node = this.get(key, true);
			if (isCollection(node)) return node.deleteIn(rest);
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
		}
		getIn(path, keepScalar) {
			const [key, ...rest] = path;
			const node = this.get(key, true);
			if (rest.length === 0) return !keepScalar && isScalar(node) ? node.value : node;
			else return isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
		}
		hasAllNullValues(allowScalar) {
			return this.items.every((node) => {
				if (!isPair(node)) return false;
				const n = node.value;
				return n == null || allowScalar && isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
			});
		}
		hasIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.has(key);
			const node = this.get(key, true);
			return isCollection(node) ? node.hasIn(rest) : false;
		}
		setIn(path, value) {
			const [key, ...rest] = path;
			if (rest.length === 0) this.set(key, value);
			else {
				const node = this.get(key, true);
				if (isCollection(node)) node.setIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
	};
});
// node_modules/yaml/browser/dist/stringify/stringifyComment.js
function indentComment(comment, indent) {
	if (/^\n+$/.test(comment)) return comment.substring(1);
	return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
var stringifyComment, lineComment;
var init_stringifyComment = __esmMin(() => {
	stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
	lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
});
// node_modules/yaml/browser/dist/stringify/foldFlowLines.js
function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
	if (!lineWidth || lineWidth < 0) return text;
	if (lineWidth < minContentWidth) minContentWidth = 0;
	const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
	if (text.length <= endStep) return text;
	const folds = [];
	const escapedFolds = {};
	let end = lineWidth - indent.length;
	if (typeof indentAtStart === "number") {
		if (indentAtStart > lineWidth - Math.max(2, minContentWidth)) folds.push(0);
		else end = lineWidth - indentAtStart;
	}
	let split = void 0;
	let prev = void 0;
	let overflow = false;
	let i = -1;
	let escStart = -1;
	let escEnd = -1;
	if (mode === "block") {
		i = consumeMoreIndentedLines(text, i, indent.length);
		if (i !== -1) end = i + endStep;
	}
	for (let ch; ch = text[i += 1];) {
		if (mode === "quoted" && ch === "\\") {
			escStart = i;
			switch (text[i + 1]) {
				case "x":
					i += 3;
					break;
				case "u":
					i += 5;
					break;
				case "U":
					i += 9;
					break;
				default: i += 1;
			}
			escEnd = i;
		}
		if (ch === "\n") {
			if (mode === "block") i = consumeMoreIndentedLines(text, i, indent.length);
			end = i + indent.length + endStep;
			split = void 0;
		} else {
			if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
				const next = text[i + 1];
				if (next && next !== " " && next !== "\n" && next !== "	") split = i;
			}
			if (i >= end) {
				if (split) {
					folds.push(split);
					end = split + endStep;
					split = void 0;
				} else if (mode === "quoted") {
					while (prev === " " || prev === "	") {
						prev = ch;
						ch = text[i += 1];
						overflow = true;
					}
					const j = i > escEnd + 1 ? i - 2 : escStart - 1;
					if (escapedFolds[j]) return text;
					folds.push(j);
					escapedFolds[j] = true;
					end = j + endStep;
					split = void 0;
				} else overflow = true;
			}
		}
		prev = ch;
	}
	if (overflow && onOverflow) onOverflow();
	if (folds.length === 0) return text;
	if (onFold) onFold();
	let res = text.slice(0, folds[0]);
	for (let i = 0; i < folds.length; ++i) {
		const fold = folds[i];
		const end = folds[i + 1] || text.length;
		if (fold === 0) res = `\n${indent}${text.slice(0, end)}`;
		else {
			if (mode === "quoted" && escapedFolds[fold]) res += `${text[fold]}\\`;
			res += `\n${indent}${text.slice(fold + 1, end)}`;
		}
	}
	return res;
}
function consumeMoreIndentedLines(text, i, indent) {
	let end = i;
	let start = i + 1;
	let ch = text[start];
	while (ch === " " || ch === "	") if (i < start + indent) ch = text[++i];
	else {
		do
			ch = text[++i];
		while (ch && ch !== "\n");
		end = i;
		start = i + 1;
		ch = text[start];
	}
	return end;
}
var FOLD_FLOW, FOLD_BLOCK, FOLD_QUOTED;
var init_foldFlowLines = __esmMin(() => {
	FOLD_FLOW = "flow";
	FOLD_BLOCK = "block";
	FOLD_QUOTED = "quoted";
});
// node_modules/yaml/browser/dist/stringify/stringifyString.js
function lineLengthOverLimit(str, lineWidth, indentLength) {
	if (!lineWidth || lineWidth < 0) return false;
	const limit = lineWidth - indentLength;
	const strLen = str.length;
	if (strLen <= limit) return false;
	for (let i = 0, start = 0; i < strLen; ++i) if (str[i] === "\n") {
		if (i - start > limit) return true;
		start = i + 1;
		if (strLen - start <= limit) return false;
	}
	return true;
}
function doubleQuotedString(value, ctx) {
	const json = JSON.stringify(value);
	if (ctx.options.doubleQuotedAsJSON) return json;
	const { implicitKey } = ctx;
	const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
	const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
	let str = "";
	let start = 0;
	for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
		if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
			str += json.slice(start, i) + "\\ ";
			i += 1;
			start = i;
			ch = "\\";
		}
		if (ch === "\\") switch (json[i + 1]) {
			case "u":
				{
					str += json.slice(start, i);
					const code = json.substr(i + 2, 4);
					switch (code) {
						case "0000":
							str += "\\0";
							break;
						case "0007":
							str += "\\a";
							break;
						case "000b":
							str += "\\v";
							break;
						case "001b":
							str += "\\e";
							break;
						case "0085":
							str += "\\N";
							break;
						case "00a0":
							str += "\\_";
							break;
						case "2028":
							str += "\\L";
							break;
						case "2029":
							str += "\\P";
							break;
						default: if (code.substr(0, 2) === "00") str += "\\x" + code.substr(2);
						else str += json.substr(i, 6);
					}
					i += 5;
					start = i + 1;
				}
				break;
			case "n":
				if (implicitKey || json[i + 2] === "\"" || json.length < minMultiLineLength) i += 1;
				else {
					str += json.slice(start, i) + "\n\n";
					while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== "\"") {
						str += "\n";
						i += 2;
					}
					str += indent;
					if (json[i + 2] === " ") str += "\\";
					i += 1;
					start = i + 1;
				}
				break;
			default: i += 1;
		}
	}
	str = start ? str + json.slice(start) : json;
	return implicitKey ? str : foldFlowLines(str, indent, FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
	if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value)) return doubleQuotedString(value, ctx);
	const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
	const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
	return ctx.implicitKey ? res : foldFlowLines(res, indent, FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
	const { singleQuote } = ctx.options;
	let qs;
	if (singleQuote === false) qs = doubleQuotedString;
	else {
		const hasDouble = value.includes("\"");
		const hasSingle = value.includes("'");
		if (hasDouble && !hasSingle) qs = singleQuotedString;
		else if (hasSingle && !hasDouble) qs = doubleQuotedString;
		else qs = singleQuote ? singleQuotedString : doubleQuotedString;
	}
	return qs(value, ctx);
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
	const { blockQuote, commentString, lineWidth } = ctx.options;
	if (!blockQuote || /\n[\t ]+$/.test(value)) return quotedString(value, ctx);
	const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
	const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.BLOCK_FOLDED ? false : type === Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
	if (!value) return literal ? "|\n" : ">\n";
	let chomp;
	let endStart;
	for (endStart = value.length; endStart > 0; --endStart) {
		const ch = value[endStart - 1];
		if (ch !== "\n" && ch !== "	" && ch !== " ") break;
	}
	let end = value.substring(endStart);
	const endNlPos = end.indexOf("\n");
	if (endNlPos === -1) chomp = "-";
	else if (value === end || endNlPos !== end.length - 1) {
		chomp = "+";
		if (onChompKeep) onChompKeep();
	} else chomp = "";
	if (end) {
		value = value.slice(0, -end.length);
		if (end[end.length - 1] === "\n") end = end.slice(0, -1);
		end = end.replace(blockEndNewlines, `$&${indent}`);
	}
	let startWithSpace = false;
	let startEnd;
	let startNlPos = -1;
	for (startEnd = 0; startEnd < value.length; ++startEnd) {
		const ch = value[startEnd];
		if (ch === " ") startWithSpace = true;
		else if (ch === "\n") startNlPos = startEnd;
		else break;
	}
	let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
	if (start) {
		value = value.substring(start.length);
		start = start.replace(/\n+/g, `$&${indent}`);
	}
	let header = (startWithSpace ? indent ? "2" : "1" : "") + chomp;
	if (comment) {
		header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
		if (onComment) onComment();
	}
	if (!literal) {
		const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
		let literalFallback = false;
		const foldOptions = getFoldOptions(ctx, true);
		if (blockQuote !== "folded" && type !== Scalar.BLOCK_FOLDED) foldOptions.onOverflow = () => {
			literalFallback = true;
		};
		const body = foldFlowLines(`${start}${foldedValue}${end}`, indent, FOLD_BLOCK, foldOptions);
		if (!literalFallback) return `>${header}\n${indent}${body}`;
	}
	value = value.replace(/\n+/g, `$&${indent}`);
	return `|${header}\n${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
	const { type, value } = item;
	const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
	if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) return quotedString(value, ctx);
	if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
	if (!implicitKey && !inFlow && type !== Scalar.PLAIN && value.includes("\n")) return blockString(item, ctx, onComment, onChompKeep);
	if (containsDocumentMarker(value)) {
		if (indent === "") {
			ctx.forceBlockIndent = true;
			return blockString(item, ctx, onComment, onChompKeep);
		} else if (implicitKey && indent === indentStep) return quotedString(value, ctx);
	}
	const str = value.replace(/\n+/g, `$&\n${indent}`);
	if (actualString) {
		const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
		const { compat, tags } = ctx.doc.schema;
		if (tags.some(test) || compat?.some(test)) return quotedString(value, ctx);
	}
	return implicitKey ? str : foldFlowLines(str, indent, FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
	const { implicitKey, inFlow } = ctx;
	const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
	let { type } = item;
	if (type !== Scalar.QUOTE_DOUBLE) {
		if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value)) type = Scalar.QUOTE_DOUBLE;
	}
	const _stringify = (_type) => {
		switch (_type) {
			case Scalar.BLOCK_FOLDED:
			case Scalar.BLOCK_LITERAL: return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
			case Scalar.QUOTE_DOUBLE: return doubleQuotedString(ss.value, ctx);
			case Scalar.QUOTE_SINGLE: return singleQuotedString(ss.value, ctx);
			case Scalar.PLAIN: return plainString(ss, ctx, onComment, onChompKeep);
			default: return null;
		}
	};
	let res = _stringify(type);
	if (res === null) {
		const { defaultKeyType, defaultStringType } = ctx.options;
		const t = implicitKey && defaultKeyType || defaultStringType;
		res = _stringify(t);
		if (res === null) throw new Error(`Unsupported default string type ${t}`);
	}
	return res;
}
var getFoldOptions, containsDocumentMarker, blockEndNewlines;
var init_stringifyString = __esmMin(() => {
	init_Scalar();
	init_foldFlowLines();
	getFoldOptions = (ctx, isBlock) => ({
		indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
		lineWidth: ctx.options.lineWidth,
		minContentWidth: ctx.options.minContentWidth
	});
	containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
	try {
		blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
	} catch {
		blockEndNewlines = /\n+(?!\n|$)/g;
	}
});
// node_modules/yaml/browser/dist/stringify/stringify.js
function createStringifyContext(doc, options) {
	const opt = Object.assign({
		blockQuote: true,
		commentString: stringifyComment,
		defaultKeyType: null,
		defaultStringType: "PLAIN",
		directives: null,
		doubleQuotedAsJSON: false,
		doubleQuotedMinMultiLineLength: 40,
		falseStr: "false",
		flowCollectionPadding: true,
		indentSeq: true,
		lineWidth: 80,
		minContentWidth: 20,
		nullStr: "null",
		simpleKeys: false,
		singleQuote: null,
		trailingComma: false,
		trueStr: "true",
		verifyAliasOrder: true
	}, doc.schema.toStringOptions, options);
	let inFlow;
	switch (opt.collectionStyle) {
		case "block":
			inFlow = false;
			break;
		case "flow":
			inFlow = true;
			break;
		default: inFlow = null;
	}
	return {
		anchors: new Set(),
		doc,
		flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
		indent: "",
		indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
		inFlow,
		options: opt
	};
}
function getTagObject(tags, item) {
	if (item.tag) {
		const match = tags.filter((t) => t.tag === item.tag);
		if (match.length > 0) return match.find((t) => t.format === item.format) ?? match[0];
	}
	let tagObj = void 0;
	let obj;
	if (isScalar(item)) {
		obj = item.value;
		let match = tags.filter((t) => t.identify?.(obj));
		if (match.length > 1) {
			const testMatch = match.filter((t) => t.test);
			if (testMatch.length > 0) match = testMatch;
		}
		tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
	} else {
		obj = item;
		tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
	}
	if (!tagObj) {
		const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
		throw new Error(`Tag not resolved for ${name} value`);
	}
	return tagObj;
}
function stringifyProps(node, tagObj, { anchors, doc }) {
	if (!doc.directives) return "";
	const props = [];
	const anchor = (isScalar(node) || isCollection(node)) && node.anchor;
	if (anchor && anchorIsValid(anchor)) {
		anchors.add(anchor);
		props.push(`&${anchor}`);
	}
	const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
	if (tag) props.push(doc.directives.tagString(tag));
	return props.join(" ");
}
function stringify(item, ctx, onComment, onChompKeep) {
	if (isPair(item)) return item.toString(ctx, onComment, onChompKeep);
	if (isAlias(item)) {
		if (ctx.doc.directives) return item.toString(ctx);
		if (ctx.resolvedAliases?.has(item)) throw new TypeError(`Cannot stringify circular structure without alias nodes`);
		else {
			if (ctx.resolvedAliases) ctx.resolvedAliases.add(item);
			else ctx.resolvedAliases = new Set([item]);
			item = item.resolve(ctx.doc);
		}
	}
	let tagObj = void 0;
	const node = isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
	tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
	const props = stringifyProps(node, tagObj, ctx);
	if (props.length > 0) ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
	const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : isScalar(node) ? stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
	if (!props) return str;
	return isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}\n${ctx.indent}${str}`;
}
var init_stringify = __esmMin(() => {
	init_anchors();
	init_identity();
	init_stringifyComment();
	init_stringifyString();
});
// node_modules/yaml/browser/dist/stringify/stringifyPair.js
function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
	const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
	let keyComment = isNode(key) && key.comment || null;
	if (simpleKeys) {
		if (keyComment) throw new Error("With simple keys, key nodes cannot have comments");
		if (isCollection(key) || !isNode(key) && typeof key === "object") throw new Error("With simple keys, collection cannot be used as a key value");
	}
	let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || isCollection(key) || (isScalar(key) ? key.type === Scalar.BLOCK_FOLDED || key.type === Scalar.BLOCK_LITERAL : typeof key === "object"));
	ctx = Object.assign({}, ctx, {
		allNullValues: false,
		implicitKey: !explicitKey && (simpleKeys || !allNullValues),
		indent: indent + indentStep
	});
	let keyCommentDone = false;
	let chompKeep = false;
	let str = stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
	if (!explicitKey && !ctx.inFlow && str.length > 1024) {
		if (simpleKeys) throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
		explicitKey = true;
	}
	if (ctx.inFlow) {
		if (allNullValues || value == null) {
			if (keyCommentDone && onComment) onComment();
			return str === "" ? "?" : explicitKey ? `? ${str}` : str;
		}
	} else if (allNullValues && !simpleKeys || value == null && explicitKey) {
		str = `? ${str}`;
		if (keyComment && !keyCommentDone) str += lineComment(str, ctx.indent, commentString(keyComment));
		else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	if (keyCommentDone) keyComment = null;
	if (explicitKey) {
		if (keyComment) str += lineComment(str, ctx.indent, commentString(keyComment));
		str = `? ${str}\n${indent}:`;
	} else {
		str = `${str}:`;
		if (keyComment) str += lineComment(str, ctx.indent, commentString(keyComment));
	}
	let vsb, vcb, valueComment;
	if (isNode(value)) {
		vsb = !!value.spaceBefore;
		vcb = value.commentBefore;
		valueComment = value.comment;
	} else {
		vsb = false;
		vcb = null;
		valueComment = null;
		if (value && typeof value === "object") value = doc.createNode(value);
	}
	ctx.implicitKey = false;
	if (!explicitKey && !keyComment && isScalar(value)) ctx.indentAtStart = str.length + 1;
	chompKeep = false;
	if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && isSeq(value) && !value.flow && !value.tag && !value.anchor) ctx.indent = ctx.indent.substring(2);
	let valueCommentDone = false;
	const valueStr = stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
	let ws = " ";
	if (keyComment || vsb || vcb) {
		ws = vsb ? "\n" : "";
		if (vcb) {
			const cs = commentString(vcb);
			ws += `\n${indentComment(cs, ctx.indent)}`;
		}
		if (valueStr === "" && !ctx.inFlow) {
			if (ws === "\n" && valueComment) ws = "\n\n";
		} else ws += `\n${ctx.indent}`;
	} else if (!explicitKey && isCollection(value)) {
		const vs0 = valueStr[0];
		const nl0 = valueStr.indexOf("\n");
		const hasNewline = nl0 !== -1;
		const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
		if (hasNewline || !flow) {
			let hasPropsLine = false;
			if (hasNewline && (vs0 === "&" || vs0 === "!")) {
				let sp0 = valueStr.indexOf(" ");
				if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") sp0 = valueStr.indexOf(" ", sp0 + 1);
				if (sp0 === -1 || nl0 < sp0) hasPropsLine = true;
			}
			if (!hasPropsLine) ws = `\n${ctx.indent}`;
		}
	} else if (valueStr === "" || valueStr[0] === "\n") ws = "";
	str += ws + valueStr;
	if (ctx.inFlow) {
		if (valueCommentDone && onComment) onComment();
	} else if (valueComment && !valueCommentDone) str += lineComment(str, ctx.indent, commentString(valueComment));
	else if (chompKeep && onChompKeep) onChompKeep();
	return str;
}
var init_stringifyPair = __esmMin(() => {
	init_identity();
	init_Scalar();
	init_stringify();
	init_stringifyComment();
});
// node_modules/yaml/browser/dist/log.js
function warn(logLevel, warning) {
	if (logLevel === "debug" || logLevel === "warn") console.warn(warning);
}
var init_log = __esmMin(() => {});
// node_modules/yaml/browser/dist/schema/yaml-1.1/merge.js
function addMergeToJSMap(ctx, map, value) {
	const source = resolveAliasValue(ctx, value);
	if (isSeq(source)) for (const it of source.items) mergeValue(ctx, map, it);
	else if (Array.isArray(source)) for (const it of source) mergeValue(ctx, map, it);
	else mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
	const source = resolveAliasValue(ctx, value);
	if (!isMap(source)) throw new Error("Merge sources must be maps or map aliases");
	const srcMap = source.toJSON(null, ctx, Map);
	for (const [key, value] of srcMap) if (map instanceof Map) {
		if (!map.has(key)) map.set(key, value);
	} else if (map instanceof Set) map.add(key);
	else if (!Object.prototype.hasOwnProperty.call(map, key)) Object.defineProperty(map, key, {
		value,
		writable: true,
		enumerable: true,
		configurable: true
	});
	return map;
}
function resolveAliasValue(ctx, value) {
	return ctx && isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}
var MERGE_KEY, merge, isMergeKey;
var init_merge = __esmMin(() => {
	init_identity();
	init_Scalar();
	MERGE_KEY = "<<";
	merge = {
		identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
		default: "key",
		tag: "tag:yaml.org,2002:merge",
		test: /^<<$/,
		resolve: () => Object.assign(new Scalar(Symbol(MERGE_KEY)), { addToJSMap: addMergeToJSMap }),
		stringify: () => MERGE_KEY
	};
	isMergeKey = (ctx, key) => (merge.identify(key) || isScalar(key) && (!key.type || key.type === Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
});
// node_modules/yaml/browser/dist/nodes/addPairToJSMap.js
function addPairToJSMap(ctx, map, { key, value }) {
	if (isNode(key) && key.addToJSMap) key.addToJSMap(ctx, map, value);
	else if (isMergeKey(ctx, key)) addMergeToJSMap(ctx, map, value);
	else {
		const jsKey = toJS(key, "", ctx);
		if (map instanceof Map) map.set(jsKey, toJS(value, jsKey, ctx));
		else if (map instanceof Set) map.add(jsKey);
		else {
			const stringKey = stringifyKey(key, jsKey, ctx);
			const jsValue = toJS(value, stringKey, ctx);
			if (stringKey in map) Object.defineProperty(map, stringKey, {
				value: jsValue,
				writable: true,
				enumerable: true,
				configurable: true
			});
			else map[stringKey] = jsValue;
		}
	}
	return map;
}
function stringifyKey(key, jsKey, ctx) {
	if (jsKey === null) return "";
	if (typeof jsKey !== "object") return String(jsKey);
	if (isNode(key) && ctx?.doc) {
		const strCtx = createStringifyContext(ctx.doc, {});
		strCtx.anchors = new Set();
		for (const node of ctx.anchors.keys()) strCtx.anchors.add(node.anchor);
		strCtx.inFlow = true;
		strCtx.inStringifyKey = true;
		const strKey = key.toString(strCtx);
		if (!ctx.mapKeyWarned) {
			let jsonStr = JSON.stringify(strKey);
			if (jsonStr.length > 40) jsonStr = jsonStr.substring(0, 36) + "...\"";
			warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
			ctx.mapKeyWarned = true;
		}
		return strKey;
	}
	return JSON.stringify(jsKey);
}
var init_addPairToJSMap = __esmMin(() => {
	init_log();
	init_merge();
	init_stringify();
	init_identity();
	init_toJS();
});
// node_modules/yaml/browser/dist/nodes/Pair.js
function createPair(key, value, ctx) {
	const k = createNode(key, void 0, ctx);
	const v = createNode(value, void 0, ctx);
	return new Pair(k, v);
}
var Pair;
var init_Pair = __esmMin(() => {
	init_createNode();
	init_stringifyPair();
	init_addPairToJSMap();
	init_identity();
	Pair = class Pair {
		constructor(key, value = null) {
			Object.defineProperty(this, NODE_TYPE, { value: PAIR });
			this.key = key;
			this.value = value;
		}
		clone(schema) {
			let { key, value } = this;
			if (isNode(key)) key = key.clone(schema);
			if (isNode(value)) value = value.clone(schema);
			return new Pair(key, value);
		}
		toJSON(_, ctx) {
			return addPairToJSMap(ctx, ctx?.mapAsMap ? new Map() : {}, this);
		}
		toString(ctx, onComment, onChompKeep) {
			return ctx?.doc ? stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
		}
	};
});
// node_modules/yaml/browser/dist/stringify/stringifyCollection.js
function stringifyCollection(collection, ctx, options) {
	return (ctx.inFlow ?? collection.flow ? stringifyFlowCollection : stringifyBlockCollection)(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
	const { indent, options: { commentString } } = ctx;
	const itemCtx = Object.assign({}, ctx, {
		indent: itemIndent,
		type: null
	});
	let chompKeep = false;
	const lines = [];
	for (let i = 0; i < items.length; ++i) {
		const item = items[i];
		let comment = null;
		if (isNode(item)) {
			if (!chompKeep && item.spaceBefore) lines.push("");
			addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
			if (item.comment) comment = item.comment;
		} else if (isPair(item)) {
			const ik = isNode(item.key) ? item.key : null;
			if (ik) {
				if (!chompKeep && ik.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
			}
		}
		chompKeep = false;
		let str = stringify(item, itemCtx, () => comment = null, () => chompKeep = true);
		if (comment) str += lineComment(str, itemIndent, commentString(comment));
		if (chompKeep && comment) chompKeep = false;
		lines.push(blockItemPrefix + str);
	}
	let str;
	if (lines.length === 0) str = flowChars.start + flowChars.end;
	else {
		str = lines[0];
		for (let i = 1; i < lines.length; ++i) {
			const line = lines[i];
			str += line ? `\n${indent}${line}` : "\n";
		}
	}
	if (comment) {
		str += "\n" + indentComment(commentString(comment), indent);
		if (onComment) onComment();
	} else if (chompKeep && onChompKeep) onChompKeep();
	return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
	const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
	itemIndent += indentStep;
	const itemCtx = Object.assign({}, ctx, {
		indent: itemIndent,
		inFlow: true,
		type: null
	});
	let reqNewline = false;
	let linesAtValue = 0;
	const lines = [];
	for (let i = 0; i < items.length; ++i) {
		const item = items[i];
		let comment = null;
		if (isNode(item)) {
			if (item.spaceBefore) lines.push("");
			addCommentBefore(ctx, lines, item.commentBefore, false);
			if (item.comment) comment = item.comment;
		} else if (isPair(item)) {
			const ik = isNode(item.key) ? item.key : null;
			if (ik) {
				if (ik.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, ik.commentBefore, false);
				if (ik.comment) reqNewline = true;
			}
			const iv = isNode(item.value) ? item.value : null;
			if (iv) {
				if (iv.comment) comment = iv.comment;
				if (iv.commentBefore) reqNewline = true;
			} else if (item.value == null && ik?.comment) comment = ik.comment;
		}
		if (comment) reqNewline = true;
		let str = stringify(item, itemCtx, () => comment = null);
		reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
		if (i < items.length - 1) str += ",";
		else if (ctx.options.trailingComma) {
			if (ctx.options.lineWidth > 0) reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
			if (reqNewline) str += ",";
		}
		if (comment) str += lineComment(str, itemIndent, commentString(comment));
		lines.push(str);
		linesAtValue = lines.length;
	}
	const { start, end } = flowChars;
	if (lines.length === 0) return start + end;
	else {
		if (!reqNewline) {
			const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
			reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
		}
		if (reqNewline) {
			let str = start;
			for (const line of lines) str += line ? `\n${indentStep}${indent}${line}` : "\n";
			return `${str}\n${indent}${end}`;
		} else return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
	}
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
	if (comment && chompKeep) comment = comment.replace(/^\n+/, "");
	if (comment) {
		const ic = indentComment(commentString(comment), indent);
		lines.push(ic.trimStart());
	}
}
var init_stringifyCollection = __esmMin(() => {
	init_identity();
	init_stringify();
	init_stringifyComment();
});
// node_modules/yaml/browser/dist/nodes/YAMLMap.js
function findPair(items, key) {
	const k = isScalar(key) ? key.value : key;
	for (const it of items) if (isPair(it)) {
		if (it.key === key || it.key === k) return it;
		if (isScalar(it.key) && it.key.value === k) return it;
	}
}
var YAMLMap;
var init_YAMLMap = __esmMin(() => {
	init_stringifyCollection();
	init_addPairToJSMap();
	init_Collection();
	init_identity();
	init_Pair();
	init_Scalar();
	YAMLMap = class extends Collection {
		static get tagName() {
			return "tag:yaml.org,2002:map";
		}
		constructor(schema) {
			super(MAP, schema);
			this.items = [];
		}
		static from(schema, obj, ctx) {
			const { keepUndefined, replacer } = ctx;
			const map = new this(schema);
			const add = (key, value) => {
				if (typeof replacer === "function") value = replacer.call(obj, key, value);
				else if (Array.isArray(replacer) && !replacer.includes(key)) return;
				if (value !== void 0 || keepUndefined) map.items.push(createPair(key, value, ctx));
			};
			if (obj instanceof Map) for (const [key, value] of obj) add(key, value);
			else if (obj && typeof obj === "object") for (const key of Object.keys(obj)) add(key, obj[key]);
			if (typeof schema.sortMapEntries === "function") map.items.sort(schema.sortMapEntries);
			return map;
		}
		add(pair, overwrite) {
			let _pair;
			if (isPair(pair)) _pair = pair;
			else if (!pair || typeof pair !== "object" || !("key" in pair)) _pair = new Pair(pair, pair?.value);
			else _pair = new Pair(pair.key, pair.value);
			const prev = findPair(this.items, _pair.key);
			const sortEntries = this.schema?.sortMapEntries;
			if (prev) {
				if (!overwrite) throw new Error(`Key ${_pair.key} already set`);
				if (isScalar(prev.value) && isScalarValue(_pair.value)) prev.value.value = _pair.value;
				else prev.value = _pair.value;
			} else if (sortEntries) {
				const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
				if (i === -1) this.items.push(_pair);
				else this.items.splice(i, 0, _pair);
			} else this.items.push(_pair);
		}
		delete(key) {
			const it = findPair(this.items, key);
			if (!it) return false;
			return this.items.splice(this.items.indexOf(it), 1).length > 0;
		}
		get(key, keepScalar) {
			const node = findPair(this.items, key)?.value;
			return (!keepScalar && isScalar(node) ? node.value : node) ?? void 0;
		}
		has(key) {
			return !!findPair(this.items, key);
		}
		set(key, value) {
			this.add(new Pair(key, value), true);
		}
		toJSON(_, ctx, Type) {
			const map = Type ? new Type() : ctx?.mapAsMap ? new Map() : {};
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const item of this.items) addPairToJSMap(ctx, map, item);
			return map;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			for (const item of this.items) if (!isPair(item)) throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
			if (!ctx.allNullValues && this.hasAllNullValues(false)) ctx = Object.assign({}, ctx, { allNullValues: true });
			return stringifyCollection(this, ctx, {
				blockItemPrefix: "",
				flowChars: {
					start: "{",
					end: "}"
				},
				itemIndent: ctx.indent || "",
				onChompKeep,
				onComment
			});
		}
	};
});
// node_modules/yaml/browser/dist/schema/common/map.js
var map;
var init_map = __esmMin(() => {
	init_identity();
	init_YAMLMap();
	map = {
		collection: "map",
		default: true,
		nodeClass: YAMLMap,
		tag: "tag:yaml.org,2002:map",
		resolve(map, onError) {
			if (!isMap(map)) onError("Expected a mapping for this tag");
			return map;
		},
		createNode: (schema, obj, ctx) => YAMLMap.from(schema, obj, ctx)
	};
});
// node_modules/yaml/browser/dist/nodes/YAMLSeq.js
function asItemIndex(key) {
	let idx = isScalar(key) ? key.value : key;
	if (idx && typeof idx === "string") idx = Number(idx);
	return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
}
var YAMLSeq;
var init_YAMLSeq = __esmMin(() => {
	init_createNode();
	init_stringifyCollection();
	init_Collection();
	init_identity();
	init_Scalar();
	init_toJS();
	YAMLSeq = class extends Collection {
		static get tagName() {
			return "tag:yaml.org,2002:seq";
		}
		constructor(schema) {
			super(SEQ, schema);
			this.items = [];
		}
		add(value) {
			this.items.push(value);
		}
		delete(key) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return false;
			return this.items.splice(idx, 1).length > 0;
		}
		get(key, keepScalar) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return void 0;
			const it = this.items[idx];
			return !keepScalar && isScalar(it) ? it.value : it;
		}
		has(key) {
			const idx = asItemIndex(key);
			return typeof idx === "number" && idx < this.items.length;
		}
		set(key, value) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") throw new Error(`Expected a valid index, not ${key}.`);
			const prev = this.items[idx];
			if (isScalar(prev) && isScalarValue(value)) prev.value = value;
			else this.items[idx] = value;
		}
		toJSON(_, ctx) {
			const seq = [];
			if (ctx?.onCreate) ctx.onCreate(seq);
			let i = 0;
			for (const item of this.items) seq.push(toJS(item, String(i++), ctx));
			return seq;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			return stringifyCollection(this, ctx, {
				blockItemPrefix: "- ",
				flowChars: {
					start: "[",
					end: "]"
				},
				itemIndent: (ctx.indent || "") + "  ",
				onChompKeep,
				onComment
			});
		}
		static from(schema, obj, ctx) {
			const { replacer } = ctx;
			const seq = new this(schema);
			if (obj && Symbol.iterator in Object(obj)) {
				let i = 0;
				for (let it of obj) {
					if (typeof replacer === "function") {
						const key = obj instanceof Set ? it : String(i++);
						it = replacer.call(obj, key, it);
					}
					seq.items.push(createNode(it, void 0, ctx));
				}
			}
			return seq;
		}
	};
});
// node_modules/yaml/browser/dist/schema/common/seq.js
var seq;
var init_seq = __esmMin(() => {
	init_identity();
	init_YAMLSeq();
	seq = {
		collection: "seq",
		default: true,
		nodeClass: YAMLSeq,
		tag: "tag:yaml.org,2002:seq",
		resolve(seq, onError) {
			if (!isSeq(seq)) onError("Expected a sequence for this tag");
			return seq;
		},
		createNode: (schema, obj, ctx) => YAMLSeq.from(schema, obj, ctx)
	};
});
// node_modules/yaml/browser/dist/schema/common/string.js
var string;
var init_string = __esmMin(() => {
	init_stringifyString();
	string = {
		identify: (value) => typeof value === "string",
		default: true,
		tag: "tag:yaml.org,2002:str",
		resolve: (str) => str,
		stringify(item, ctx, onComment, onChompKeep) {
			ctx = Object.assign({ actualString: true }, ctx);
			return stringifyString(item, ctx, onComment, onChompKeep);
		}
	};
});
// node_modules/yaml/browser/dist/schema/common/null.js
var nullTag;
var init_null = __esmMin(() => {
	init_Scalar();
	nullTag = {
		identify: (value) => value == null,
		createNode: () => new Scalar(null),
		default: true,
		tag: "tag:yaml.org,2002:null",
		test: /^(?:~|[Nn]ull|NULL)?$/,
		resolve: () => new Scalar(null),
		stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
	};
});
// node_modules/yaml/browser/dist/schema/core/bool.js
var boolTag;
var init_bool$1 = __esmMin(() => {
	init_Scalar();
	boolTag = {
		identify: (value) => typeof value === "boolean",
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
		resolve: (str) => new Scalar(str[0] === "t" || str[0] === "T"),
		stringify({ source, value }, ctx) {
			if (source && boolTag.test.test(source)) {
				if (value === (source[0] === "t" || source[0] === "T")) return source;
			}
			return value ? ctx.options.trueStr : ctx.options.falseStr;
		}
	};
});
// node_modules/yaml/browser/dist/stringify/stringifyNumber.js
function stringifyNumber({ format, minFractionDigits, tag, value }) {
	if (typeof value === "bigint") return String(value);
	const num = typeof value === "number" ? value : Number(value);
	if (!isFinite(num)) return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
	let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
	if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
		let i = n.indexOf(".");
		if (i < 0) {
			i = n.length;
			n += ".";
		}
		let d = minFractionDigits - (n.length - i - 1);
		while (d-- > 0) n += "0";
	}
	return n;
}
var init_stringifyNumber = __esmMin(() => {});
// node_modules/yaml/browser/dist/schema/core/float.js
var floatNaN$1, floatExp$1, float$1;
var init_float$1 = __esmMin(() => {
	init_Scalar();
	init_stringifyNumber();
	floatNaN$1 = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber
	};
	floatExp$1 = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber(node);
		}
	};
	float$1 = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
		resolve(str) {
			const node = new Scalar(parseFloat(str));
			const dot = str.indexOf(".");
			if (dot !== -1 && str[str.length - 1] === "0") node.minFractionDigits = str.length - dot - 1;
			return node;
		},
		stringify: stringifyNumber
	};
});
// node_modules/yaml/browser/dist/schema/core/int.js
function intStringify$1(node, radix, prefix) {
	const { value } = node;
	if (intIdentify$2(value) && value >= 0) return prefix + value.toString(radix);
	return stringifyNumber(node);
}
var intIdentify$2, intResolve$1, intOct$1, int$1, intHex$1;
var init_int$1 = __esmMin(() => {
	init_stringifyNumber();
	intIdentify$2 = (value) => typeof value === "bigint" || Number.isInteger(value);
	intResolve$1 = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
	intOct$1 = {
		identify: (value) => intIdentify$2(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^0o[0-7]+$/,
		resolve: (str, _onError, opt) => intResolve$1(str, 2, 8, opt),
		stringify: (node) => intStringify$1(node, 8, "0o")
	};
	int$1 = {
		identify: intIdentify$2,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9]+$/,
		resolve: (str, _onError, opt) => intResolve$1(str, 0, 10, opt),
		stringify: stringifyNumber
	};
	intHex$1 = {
		identify: (value) => intIdentify$2(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^0x[0-9a-fA-F]+$/,
		resolve: (str, _onError, opt) => intResolve$1(str, 2, 16, opt),
		stringify: (node) => intStringify$1(node, 16, "0x")
	};
});
// node_modules/yaml/browser/dist/schema/core/schema.js
var schema$2;
var init_schema$2 = __esmMin(() => {
	init_map();
	init_null();
	init_seq();
	init_string();
	init_bool$1();
	init_float$1();
	init_int$1();
	schema$2 = [
		map,
		seq,
		string,
		nullTag,
		boolTag,
		intOct$1,
		int$1,
		intHex$1,
		floatNaN$1,
		floatExp$1,
		float$1
	];
});
// node_modules/yaml/browser/dist/schema/json/schema.js
function intIdentify$1(value) {
	return typeof value === "bigint" || Number.isInteger(value);
}
var stringifyJSON, jsonScalars, schema$1;
var init_schema$1 = __esmMin(() => {
	init_Scalar();
	init_map();
	init_seq();
	stringifyJSON = ({ value }) => JSON.stringify(value);
	jsonScalars = [
		{
			identify: (value) => typeof value === "string",
			default: true,
			tag: "tag:yaml.org,2002:str",
			resolve: (str) => str,
			stringify: stringifyJSON
		},
		{
			identify: (value) => value == null,
			createNode: () => new Scalar(null),
			default: true,
			tag: "tag:yaml.org,2002:null",
			test: /^null$/,
			resolve: () => null,
			stringify: stringifyJSON
		},
		{
			identify: (value) => typeof value === "boolean",
			default: true,
			tag: "tag:yaml.org,2002:bool",
			test: /^true$|^false$/,
			resolve: (str) => str === "true",
			stringify: stringifyJSON
		},
		{
			identify: intIdentify$1,
			default: true,
			tag: "tag:yaml.org,2002:int",
			test: /^-?(?:0|[1-9][0-9]*)$/,
			resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
			stringify: ({ value }) => intIdentify$1(value) ? value.toString() : JSON.stringify(value)
		},
		{
			identify: (value) => typeof value === "number",
			default: true,
			tag: "tag:yaml.org,2002:float",
			test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
			resolve: (str) => parseFloat(str),
			stringify: stringifyJSON
		}
	];
	schema$1 = [map, seq].concat(jsonScalars, {
		default: true,
		tag: "",
		test: /^/,
		resolve(str, onError) {
			onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
			return str;
		}
	});
});
// node_modules/yaml/browser/dist/schema/yaml-1.1/binary.js
var binary;
var init_binary = __esmMin(() => {
	init_Scalar();
	init_stringifyString();
	binary = {
		identify: (value) => value instanceof Uint8Array,
		default: false,
		tag: "tag:yaml.org,2002:binary",
		resolve(src, onError) {
			if (typeof atob === "function") {
				const str = atob(src.replace(/[\n\r]/g, ""));
				const buffer = new Uint8Array(str.length);
				for (let i = 0; i < str.length; ++i) buffer[i] = str.charCodeAt(i);
				return buffer;
			} else {
				onError("This environment does not support reading binary tags; either Buffer or atob is required");
				return src;
			}
		},
		stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
			if (!value) return "";
			const buf = value;
			let str;
			if (typeof btoa === "function") {
				let s = "";
				for (let i = 0; i < buf.length; ++i) s += String.fromCharCode(buf[i]);
				str = btoa(s);
			} else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
			type ?? (type = Scalar.BLOCK_LITERAL);
			if (type !== Scalar.QUOTE_DOUBLE) {
				const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
				const n = Math.ceil(str.length / lineWidth);
				const lines = new Array(n);
				for (let i = 0, o = 0; i < n; ++i, o += lineWidth) lines[i] = str.substr(o, lineWidth);
				str = lines.join(type === Scalar.BLOCK_LITERAL ? "\n" : " ");
			}
			return stringifyString({
				comment,
				type,
				value: str
			}, ctx, onComment, onChompKeep);
		}
	};
});
// node_modules/yaml/browser/dist/schema/yaml-1.1/pairs.js
function resolvePairs(seq, onError) {
	if (isSeq(seq)) for (let i = 0; i < seq.items.length; ++i) {
		let item = seq.items[i];
		if (isPair(item)) continue;
		else if (isMap(item)) {
			if (item.items.length > 1) onError("Each pair must have its own sequence indicator");
			const pair = item.items[0] || new Pair(new Scalar(null));
			if (item.commentBefore) pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}\n${pair.key.commentBefore}` : item.commentBefore;
			if (item.comment) {
				const cn = pair.value ?? pair.key;
				cn.comment = cn.comment ? `${item.comment}\n${cn.comment}` : item.comment;
			}
			item = pair;
		}
		seq.items[i] = isPair(item) ? item : new Pair(item);
	}
	else onError("Expected a sequence for this tag");
	return seq;
}
function createPairs(schema, iterable, ctx) {
	const { replacer } = ctx;
	const pairs = new YAMLSeq(schema);
	pairs.tag = "tag:yaml.org,2002:pairs";
	let i = 0;
	if (iterable && Symbol.iterator in Object(iterable)) for (let it of iterable) {
		if (typeof replacer === "function") it = replacer.call(iterable, String(i++), it);
		let key, value;
		if (Array.isArray(it)) {
			if (it.length === 2) {
				key = it[0];
				value = it[1];
			} else throw new TypeError(`Expected [key, value] tuple: ${it}`);
		} else if (it && it instanceof Object) {
			const keys = Object.keys(it);
			if (keys.length === 1) {
				key = keys[0];
				value = it[key];
			} else throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
		} else key = it;
		pairs.items.push(createPair(key, value, ctx));
	}
	return pairs;
}
var pairs;
var init_pairs = __esmMin(() => {
	init_identity();
	init_Pair();
	init_Scalar();
	init_YAMLSeq();
	pairs = {
		collection: "seq",
		default: false,
		tag: "tag:yaml.org,2002:pairs",
		resolve: resolvePairs,
		createNode: createPairs
	};
});
// node_modules/yaml/browser/dist/schema/yaml-1.1/omap.js
var YAMLOMap, omap;
var init_omap = __esmMin(() => {
	init_identity();
	init_toJS();
	init_YAMLMap();
	init_YAMLSeq();
	init_pairs();
	YAMLOMap = class YAMLOMap extends YAMLSeq {
		constructor() {
			super();
			this.add = YAMLMap.prototype.add.bind(this);
			this.delete = YAMLMap.prototype.delete.bind(this);
			this.get = YAMLMap.prototype.get.bind(this);
			this.has = YAMLMap.prototype.has.bind(this);
			this.set = YAMLMap.prototype.set.bind(this);
			this.tag = YAMLOMap.tag;
		}
		toJSON(_, ctx) {
			if (!ctx) return super.toJSON(_);
			const map = new Map();
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const pair of this.items) {
				let key, value;
				if (isPair(pair)) {
					key = toJS(pair.key, "", ctx);
					value = toJS(pair.value, key, ctx);
				} else key = toJS(pair, "", ctx);
				if (map.has(key)) throw new Error("Ordered maps must not include duplicate keys");
				map.set(key, value);
			}
			return map;
		}
		static from(schema, iterable, ctx) {
			const pairs = createPairs(schema, iterable, ctx);
			const omap = new this();
			omap.items = pairs.items;
			return omap;
		}
	};
	YAMLOMap.tag = "tag:yaml.org,2002:omap";
	omap = {
		collection: "seq",
		identify: (value) => value instanceof Map,
		nodeClass: YAMLOMap,
		default: false,
		tag: "tag:yaml.org,2002:omap",
		resolve(seq, onError) {
			const pairs = resolvePairs(seq, onError);
			const seenKeys = [];
			for (const { key } of pairs.items) if (isScalar(key)) {
				if (seenKeys.includes(key.value)) onError(`Ordered maps must not include duplicate keys: ${key.value}`);
				else seenKeys.push(key.value);
			}
			return Object.assign(new YAMLOMap(), pairs);
		},
		createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
	};
});
// node_modules/yaml/browser/dist/schema/yaml-1.1/bool.js
function boolStringify({ value, source }, ctx) {
	if (source && (value ? trueTag : falseTag).test.test(source)) return source;
	return value ? ctx.options.trueStr : ctx.options.falseStr;
}
var trueTag, falseTag;
var init_bool = __esmMin(() => {
	init_Scalar();
	trueTag = {
		identify: (value) => value === true,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
		resolve: () => new Scalar(true),
		stringify: boolStringify
	};
	falseTag = {
		identify: (value) => value === false,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
		resolve: () => new Scalar(false),
		stringify: boolStringify
	};
});
// node_modules/yaml/browser/dist/schema/yaml-1.1/float.js
var floatNaN, floatExp, float;
var init_float = __esmMin(() => {
	init_Scalar();
	init_stringifyNumber();
	floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber
	};
	floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str.replace(/_/g, "")),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber(node);
		}
	};
	float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
		resolve(str) {
			const node = new Scalar(parseFloat(str.replace(/_/g, "")));
			const dot = str.indexOf(".");
			if (dot !== -1) {
				const f = str.substring(dot + 1).replace(/_/g, "");
				if (f[f.length - 1] === "0") node.minFractionDigits = f.length;
			}
			return node;
		},
		stringify: stringifyNumber
	};
});
// node_modules/yaml/browser/dist/schema/yaml-1.1/int.js
function intResolve(str, offset, radix, { intAsBigInt }) {
	const sign = str[0];
	if (sign === "-" || sign === "+") offset += 1;
	str = str.substring(offset).replace(/_/g, "");
	if (intAsBigInt) {
		switch (radix) {
			case 2:
				str = `0b${str}`;
				break;
			case 8:
				str = `0o${str}`;
				break;
			case 16: str = `0x${str}`;
		}
		const n = BigInt(str);
		return sign === "-" ? BigInt(-1) * n : n;
	}
	const n = parseInt(str, radix);
	return sign === "-" ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
	const { value } = node;
	if (intIdentify(value)) {
		const str = value.toString(radix);
		return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
	}
	return stringifyNumber(node);
}
var intIdentify, intBin, intOct, int, intHex;
var init_int = __esmMin(() => {
	init_stringifyNumber();
	intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	intBin = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "BIN",
		test: /^[-+]?0b[0-1_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
		stringify: (node) => intStringify(node, 2, "0b")
	};
	intOct = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^[-+]?0[0-7_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
		stringify: (node) => intStringify(node, 8, "0")
	};
	int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9][0-9_]*$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber
	};
	intHex = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^[-+]?0x[0-9a-fA-F_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
});
// node_modules/yaml/browser/dist/schema/yaml-1.1/set.js
var YAMLSet, set;
var init_set = __esmMin(() => {
	init_identity();
	init_Pair();
	init_YAMLMap();
	YAMLSet = class YAMLSet extends YAMLMap {
		constructor(schema) {
			super(schema);
			this.tag = YAMLSet.tag;
		}
		add(key) {
			let pair;
			if (isPair(key)) pair = key;
			else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null) pair = new Pair(key.key, null);
			else pair = new Pair(key, null);
			if (!findPair(this.items, pair.key)) this.items.push(pair);
		}
		get(key, keepPair) {
			const pair = findPair(this.items, key);
			return !keepPair && isPair(pair) ? isScalar(pair.key) ? pair.key.value : pair.key : pair;
		}
		set(key, value) {
			if (typeof value !== "boolean") throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
			const prev = findPair(this.items, key);
			if (prev && !value) this.items.splice(this.items.indexOf(prev), 1);
			else if (!prev && value) this.items.push(new Pair(key));
		}
		toJSON(_, ctx) {
			return super.toJSON(_, ctx, Set);
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			if (this.hasAllNullValues(true)) return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
			else throw new Error("Set items must all have null values");
		}
		static from(schema, iterable, ctx) {
			const { replacer } = ctx;
			const set = new this(schema);
			if (iterable && Symbol.iterator in Object(iterable)) for (let value of iterable) {
				if (typeof replacer === "function") value = replacer.call(iterable, value, value);
				set.items.push(createPair(value, null, ctx));
			}
			return set;
		}
	};
	YAMLSet.tag = "tag:yaml.org,2002:set";
	set = {
		collection: "map",
		identify: (value) => value instanceof Set,
		nodeClass: YAMLSet,
		default: false,
		tag: "tag:yaml.org,2002:set",
		createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
		resolve(map, onError) {
			if (isMap(map)) {
				if (map.hasAllNullValues(true)) return Object.assign(new YAMLSet(), map);
				else onError("Set items must all have null values");
			} else onError("Expected a mapping for this tag");
			return map;
		}
	};
});
// node_modules/yaml/browser/dist/schema/yaml-1.1/timestamp.js
function parseSexagesimal(str, asBigInt) {
	const sign = str[0];
	const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
	const num = (n) => asBigInt ? BigInt(n) : Number(n);
	const res = parts.replace(/_/g, "").split(":").reduce((res, p) => res * num(60) + num(p), num(0));
	return sign === "-" ? num(-1) * res : res;
}
function stringifySexagesimal(node) {
	let { value } = node;
	let num = (n) => n;
	if (typeof value === "bigint") num = (n) => BigInt(n);
	else if (isNaN(value) || !isFinite(value)) return stringifyNumber(node);
	let sign = "";
	if (value < 0) {
		sign = "-";
		value *= num(-1);
	}
	const _60 = num(60);
	const parts = [value % _60];
	if (value < 60) parts.unshift(0);
	else {
		value = (value - parts[0]) / _60;
		parts.unshift(value % _60);
		if (value >= 60) {
			value = (value - parts[0]) / _60;
			parts.unshift(value);
		}
	}
	return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
}
var intTime, floatTime, timestamp;
var init_timestamp = __esmMin(() => {
	init_stringifyNumber();
	intTime = {
		identify: (value) => typeof value === "bigint" || Number.isInteger(value),
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
		resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
		stringify: stringifySexagesimal
	};
	floatTime = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
		resolve: (str) => parseSexagesimal(str, false),
		stringify: stringifySexagesimal
	};
	timestamp = {
		identify: (value) => value instanceof Date,
		default: true,
		tag: "tag:yaml.org,2002:timestamp",
		test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
		resolve(str) {
			const match = str.match(timestamp.test);
			if (!match) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
			const [, year, month, day, hour, minute, second] = match.map(Number);
			const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
			let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
			const tz = match[8];
			if (tz && tz !== "Z") {
				let d = parseSexagesimal(tz, false);
				if (Math.abs(d) < 30) d *= 60;
				date -= 6e4 * d;
			}
			return new Date(date);
		},
		stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
	};
});
// node_modules/yaml/browser/dist/schema/yaml-1.1/schema.js
var schema;
var init_schema = __esmMin(() => {
	init_map();
	init_null();
	init_seq();
	init_string();
	init_binary();
	init_bool();
	init_float();
	init_int();
	init_merge();
	init_omap();
	init_pairs();
	init_set();
	init_timestamp();
	schema = [
		map,
		seq,
		string,
		nullTag,
		trueTag,
		falseTag,
		intBin,
		intOct,
		int,
		intHex,
		floatNaN,
		floatExp,
		float,
		binary,
		merge,
		omap,
		pairs,
		set,
		intTime,
		floatTime,
		timestamp
	];
});
// node_modules/yaml/browser/dist/schema/tags.js
function getTags(customTags, schemaName, addMergeTag) {
	const schemaTags = schemas.get(schemaName);
	if (schemaTags && !customTags) return addMergeTag && !schemaTags.includes(merge) ? schemaTags.concat(merge) : schemaTags.slice();
	let tags = schemaTags;
	if (!tags) {
		if (Array.isArray(customTags)) tags = [];
		else {
			const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
			throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
		}
	}
	if (Array.isArray(customTags)) for (const tag of customTags) tags = tags.concat(tag);
	else if (typeof customTags === "function") tags = customTags(tags.slice());
	if (addMergeTag) tags = tags.concat(merge);
	return tags.reduce((tags, tag) => {
		const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
		if (!tagObj) {
			const tagName = JSON.stringify(tag);
			const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
			throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
		}
		if (!tags.includes(tagObj)) tags.push(tagObj);
		return tags;
	}, []);
}
var schemas, tagsByName, coreKnownTags;
var init_tags = __esmMin(() => {
	init_map();
	init_null();
	init_seq();
	init_string();
	init_bool$1();
	init_float$1();
	init_int$1();
	init_schema$2();
	init_schema$1();
	init_binary();
	init_merge();
	init_omap();
	init_pairs();
	init_schema();
	init_set();
	init_timestamp();
	schemas = new Map([
		["core", schema$2],
		["failsafe", [
			map,
			seq,
			string
		]],
		["json", schema$1],
		["yaml11", schema],
		["yaml-1.1", schema]
	]);
	tagsByName = {
		binary,
		bool: boolTag,
		float: float$1,
		floatExp: floatExp$1,
		floatNaN: floatNaN$1,
		floatTime,
		int: int$1,
		intHex: intHex$1,
		intOct: intOct$1,
		intTime,
		map,
		merge,
		null: nullTag,
		omap,
		pairs,
		seq,
		set,
		timestamp
	};
	coreKnownTags = {
		"tag:yaml.org,2002:binary": binary,
		"tag:yaml.org,2002:merge": merge,
		"tag:yaml.org,2002:omap": omap,
		"tag:yaml.org,2002:pairs": pairs,
		"tag:yaml.org,2002:set": set,
		"tag:yaml.org,2002:timestamp": timestamp
	};
});
// node_modules/yaml/browser/dist/schema/Schema.js
var sortMapEntriesByKey, Schema;
var init_Schema = __esmMin(() => {
	init_identity();
	init_map();
	init_seq();
	init_string();
	init_tags();
	sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
	Schema = class Schema {
		constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
			this.compat = Array.isArray(compat) ? getTags(compat, "compat") : compat ? getTags(null, compat) : null;
			this.name = typeof schema === "string" && schema || "core";
			this.knownTags = resolveKnownTags ? coreKnownTags : {};
			this.tags = getTags(customTags, this.name, merge);
			this.toStringOptions = toStringDefaults ?? null;
			Object.defineProperty(this, MAP, { value: map });
			Object.defineProperty(this, SCALAR$1, { value: string });
			Object.defineProperty(this, SEQ, { value: seq });
			this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
		}
		clone() {
			const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
			copy.tags = this.tags.slice();
			return copy;
		}
	};
});
// node_modules/yaml/browser/dist/stringify/stringifyDocument.js
function stringifyDocument(doc, options) {
	const lines = [];
	let hasDirectives = options.directives === true;
	if (options.directives !== false && doc.directives) {
		const dir = doc.directives.toString(doc);
		if (dir) {
			lines.push(dir);
			hasDirectives = true;
		} else if (doc.directives.docStart) hasDirectives = true;
	}
	if (hasDirectives) lines.push("---");
	const ctx = createStringifyContext(doc, options);
	const { commentString } = ctx.options;
	if (doc.commentBefore) {
		if (lines.length !== 1) lines.unshift("");
		const cs = commentString(doc.commentBefore);
		lines.unshift(indentComment(cs, ""));
	}
	let chompKeep = false;
	let contentComment = null;
	if (doc.contents) {
		if (isNode(doc.contents)) {
			if (doc.contents.spaceBefore && hasDirectives) lines.push("");
			if (doc.contents.commentBefore) {
				const cs = commentString(doc.contents.commentBefore);
				lines.push(indentComment(cs, ""));
			}
			ctx.forceBlockIndent = !!doc.comment;
			contentComment = doc.contents.comment;
		}
		const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
		let body = stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
		if (contentComment) body += lineComment(body, "", commentString(contentComment));
		if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") lines[lines.length - 1] = `--- ${body}`;
		else lines.push(body);
	} else lines.push(stringify(doc.contents, ctx));
	if (doc.directives?.docEnd) {
		if (doc.comment) {
			const cs = commentString(doc.comment);
			if (cs.includes("\n")) {
				lines.push("...");
				lines.push(indentComment(cs, ""));
			} else lines.push(`... ${cs}`);
		} else lines.push("...");
	} else {
		let dc = doc.comment;
		if (dc && chompKeep) dc = dc.replace(/^\n+/, "");
		if (dc) {
			if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "") lines.push("");
			lines.push(indentComment(commentString(dc), ""));
		}
	}
	return lines.join("\n") + "\n";
}
var init_stringifyDocument = __esmMin(() => {
	init_identity();
	init_stringify();
	init_stringifyComment();
});
// node_modules/yaml/browser/dist/doc/Document.js
function assertCollection(contents) {
	if (isCollection(contents)) return true;
	throw new Error("Expected a YAML collection as document contents");
}
var Document;
var init_Document = __esmMin(() => {
	init_Alias();
	init_Collection();
	init_identity();
	init_Pair();
	init_toJS();
	init_Schema();
	init_stringifyDocument();
	init_anchors();
	init_applyReviver();
	init_createNode();
	init_directives();
	Document = class Document {
		constructor(value, replacer, options) {
			this.commentBefore = null;
			this.comment = null;
			this.errors = [];
			this.warnings = [];
			Object.defineProperty(this, NODE_TYPE, { value: DOC });
			let _replacer = null;
			if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
			else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const opt = Object.assign({
				intAsBigInt: false,
				keepSourceTokens: false,
				logLevel: "warn",
				prettyErrors: true,
				strict: true,
				stringKeys: false,
				uniqueKeys: true,
				version: "1.2"
			}, options);
			this.options = opt;
			let { version } = opt;
			if (options?._directives) {
				this.directives = options._directives.atDocument();
				if (this.directives.yaml.explicit) version = this.directives.yaml.version;
			} else this.directives = new Directives({ version });
			this.setSchema(version, options);
			this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
		}
		clone() {
			const copy = Object.create(Document.prototype, { [NODE_TYPE]: { value: DOC } });
			copy.commentBefore = this.commentBefore;
			copy.comment = this.comment;
			copy.errors = this.errors.slice();
			copy.warnings = this.warnings.slice();
			copy.options = Object.assign({}, this.options);
			if (this.directives) copy.directives = this.directives.clone();
			copy.schema = this.schema.clone();
			copy.contents = isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		add(value) {
			if (assertCollection(this.contents)) this.contents.add(value);
		}
		addIn(path, value) {
			if (assertCollection(this.contents)) this.contents.addIn(path, value);
		}
		createAlias(node, name) {
			if (!node.anchor) {
				const prev = anchorNames(this);
				node.anchor = !name || prev.has(name) ? findNewAnchor(name || "a", prev) : name;
			}
			return new Alias(node.anchor);
		}
		createNode(value, replacer, options) {
			let _replacer = void 0;
			if (typeof replacer === "function") {
				value = replacer.call({ "": value }, "", value);
				_replacer = replacer;
			} else if (Array.isArray(replacer)) {
				const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
				const asStr = replacer.filter(keyToStr).map(String);
				if (asStr.length > 0) replacer = replacer.concat(asStr);
				_replacer = replacer;
			} else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
			const { onAnchor, setAnchors, sourceObjects } = createNodeAnchors(this, anchorPrefix || "a");
			const ctx = {
				aliasDuplicateObjects: aliasDuplicateObjects ?? true,
				keepUndefined: keepUndefined ?? false,
				onAnchor,
				onTagObj,
				replacer: _replacer,
				schema: this.schema,
				sourceObjects
			};
			const node = createNode(value, tag, ctx);
			if (flow && isCollection(node)) node.flow = true;
			setAnchors();
			return node;
		}
		createPair(key, value, options = {}) {
			const k = this.createNode(key, null, options);
			const v = this.createNode(value, null, options);
			return new Pair(k, v);
		}
		delete(key) {
			return assertCollection(this.contents) ? this.contents.delete(key) : false;
		}
		deleteIn(path) {
			if (isEmptyPath(path)) {
				if (this.contents == null) return false;
				this.contents = null;
				return true;
			}
			return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
		}
		get(key, keepScalar) {
			return isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
		}
		getIn(path, keepScalar) {
			if (isEmptyPath(path)) return !keepScalar && isScalar(this.contents) ? this.contents.value : this.contents;
			return isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
		}
		has(key) {
			return isCollection(this.contents) ? this.contents.has(key) : false;
		}
		hasIn(path) {
			if (isEmptyPath(path)) return this.contents !== void 0;
			return isCollection(this.contents) ? this.contents.hasIn(path) : false;
		}
		set(key, value) {
			if (this.contents == null) this.contents = collectionFromPath(this.schema, [key], value);
			else if (assertCollection(this.contents)) this.contents.set(key, value);
		}
		setIn(path, value) {
			if (isEmptyPath(path)) this.contents = value;
			else if (this.contents == null) this.contents = collectionFromPath(this.schema, Array.from(path), value);
			else if (assertCollection(this.contents)) this.contents.setIn(path, value);
		}
		setSchema(version, options = {}) {
			if (typeof version === "number") version = String(version);
			let opt;
			switch (version) {
				case "1.1":
					if (this.directives) this.directives.yaml.version = "1.1";
					else this.directives = new Directives({ version: "1.1" });
					opt = {
						resolveKnownTags: false,
						schema: "yaml-1.1"
					};
					break;
				case "1.2":
				case "next":
					if (this.directives) this.directives.yaml.version = version;
					else this.directives = new Directives({ version });
					opt = {
						resolveKnownTags: true,
						schema: "core"
					};
					break;
				case null:
					if (this.directives) delete this.directives;
					opt = null;
					break;
				default: {
					const sv = JSON.stringify(version);
					throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
				}
			}
			if (options.schema instanceof Object) this.schema = options.schema;
			else if (opt) this.schema = new Schema(Object.assign(opt, options));
			else throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
		}
		toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			const ctx = {
				anchors: new Map(),
				doc: this,
				keep: !json,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS(this.contents, jsonArg ?? "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver(reviver, { "": res }, "", res) : res;
		}
		toJSON(jsonArg, onAnchor) {
			return this.toJS({
				json: true,
				jsonArg,
				mapAsMap: false,
				onAnchor
			});
		}
		toString(options = {}) {
			if (this.errors.length > 0) throw new Error("Document with errors cannot be stringified");
			if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
				const s = JSON.stringify(options.indent);
				throw new Error(`"indent" option must be a positive integer, not ${s}`);
			}
			return stringifyDocument(this, options);
		}
	};
});
// node_modules/yaml/browser/dist/errors.js
var YAMLError, YAMLParseError, YAMLWarning, prettifyError;
var init_errors = __esmMin(() => {
	YAMLError = class extends Error {
		constructor(name, pos, code, message) {
			super();
			this.name = name;
			this.code = code;
			this.message = message;
			this.pos = pos;
		}
	};
	YAMLParseError = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLParseError", pos, code, message);
		}
	};
	YAMLWarning = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLWarning", pos, code, message);
		}
	};
	prettifyError = (src, lc) => (error) => {
		if (error.pos[0] === -1) return;
		error.linePos = error.pos.map((pos) => lc.linePos(pos));
		const { line, col } = error.linePos[0];
		error.message += ` at line ${line}, column ${col}`;
		let ci = col - 1;
		let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
		if (ci >= 60 && lineStr.length > 80) {
			const trimStart = Math.min(ci - 39, lineStr.length - 79);
			lineStr = "…" + lineStr.substring(trimStart);
			ci -= trimStart - 1;
		}
		if (lineStr.length > 80) lineStr = lineStr.substring(0, 79) + "…";
		if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
			let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
			if (prev.length > 80) prev = prev.substring(0, 79) + "…\n";
			lineStr = prev + lineStr;
		}
		if (/[^ ]/.test(lineStr)) {
			let count = 1;
			const end = error.linePos[1];
			if (end?.line === line && end.col > col) count = Math.max(1, Math.min(end.col - col, 80 - ci));
			const pointer = " ".repeat(ci) + "^".repeat(count);
			error.message += `:\n\n${lineStr}\n${pointer}\n`;
		}
	};
});
// node_modules/yaml/browser/dist/compose/resolve-props.js
function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
	let spaceBefore = false;
	let atNewline = startOnNewline;
	let hasSpace = startOnNewline;
	let comment = "";
	let commentSep = "";
	let hasNewline = false;
	let reqSpace = false;
	let tab = null;
	let anchor = null;
	let tag = null;
	let newlineAfterProp = null;
	let comma = null;
	let found = null;
	let start = null;
	for (const token of tokens) {
		if (reqSpace) {
			if (token.type !== "space" && token.type !== "newline" && token.type !== "comma") onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
			reqSpace = false;
		}
		if (tab) {
			if (atNewline && token.type !== "comment" && token.type !== "newline") onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
			tab = null;
		}
		switch (token.type) {
			case "space":
				if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) tab = token;
				hasSpace = true;
				break;
			case "comment": {
				if (!hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
				const cb = token.source.substring(1) || " ";
				if (!comment) comment = cb;
				else comment += commentSep + cb;
				commentSep = "";
				atNewline = false;
				break;
			}
			case "newline":
				if (atNewline) {
					if (comment) comment += token.source;
					else if (!found || indicator !== "seq-item-ind") spaceBefore = true;
				} else commentSep += token.source;
				atNewline = true;
				hasNewline = true;
				if (anchor || tag) newlineAfterProp = token;
				hasSpace = true;
				break;
			case "anchor":
				if (anchor) onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
				if (token.source.endsWith(":")) onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
				anchor = token;
				start ?? (start = token.offset);
				atNewline = false;
				hasSpace = false;
				reqSpace = true;
				break;
			case "tag":
				if (tag) onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
				tag = token;
				start ?? (start = token.offset);
				atNewline = false;
				hasSpace = false;
				reqSpace = true;
				break;
			case indicator:
				if (anchor || tag) onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
				if (found) onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
				found = token;
				atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
				hasSpace = false;
				break;
			case "comma": if (flow) {
				if (comma) onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
				comma = token;
				atNewline = false;
				hasSpace = false;
				break;
			}
			default:
				onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
				atNewline = false;
				hasSpace = false;
		}
	}
	const last = tokens[tokens.length - 1];
	const end = last ? last.offset + last.source.length : offset;
	if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
	if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq")) onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
	return {
		comma,
		found,
		spaceBefore,
		comment,
		hasNewline,
		anchor,
		tag,
		newlineAfterProp,
		end,
		start: start ?? end
	};
}
var init_resolve_props = __esmMin(() => {});
// node_modules/yaml/browser/dist/compose/util-contains-newline.js
function containsNewline(key) {
	if (!key) return null;
	switch (key.type) {
		case "alias":
		case "scalar":
		case "double-quoted-scalar":
		case "single-quoted-scalar":
			if (key.source.includes("\n")) return true;
			if (key.end) {
				for (const st of key.end) if (st.type === "newline") return true;
			}
			return false;
		case "flow-collection":
			for (const it of key.items) {
				for (const st of it.start) if (st.type === "newline") return true;
				if (it.sep) {
					for (const st of it.sep) if (st.type === "newline") return true;
				}
				if (containsNewline(it.key) || containsNewline(it.value)) return true;
			}
			return false;
		default: return true;
	}
}
var init_util_contains_newline = __esmMin(() => {});
// node_modules/yaml/browser/dist/compose/util-flow-indent-check.js
function flowIndentCheck(indent, fc, onError) {
	if (fc?.type === "flow-collection") {
		const end = fc.end[0];
		if (end.indent === indent && (end.source === "]" || end.source === "}") && containsNewline(fc)) onError(end, "BAD_INDENT", "Flow end indicator should be more indented than parent", true);
	}
}
var init_util_flow_indent_check = __esmMin(() => {
	init_util_contains_newline();
});
// node_modules/yaml/browser/dist/compose/util-map-includes.js
function mapIncludes(ctx, items, search) {
	const { uniqueKeys } = ctx.options;
	if (uniqueKeys === false) return false;
	const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || isScalar(a) && isScalar(b) && a.value === b.value;
	return items.some((pair) => isEqual(pair.key, search));
}
var init_util_map_includes = __esmMin(() => {
	init_identity();
});
// node_modules/yaml/browser/dist/compose/resolve-block-map.js
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
	const map = new ((tag?.nodeClass) ?? YAMLMap)(ctx.schema);
	if (ctx.atRoot) ctx.atRoot = false;
	let offset = bm.offset;
	let commentEnd = null;
	for (const collItem of bm.items) {
		const { start, key, sep, value } = collItem;
		const keyProps = resolveProps(start, {
			indicator: "explicit-key-ind",
			next: key ?? sep?.[0],
			offset,
			onError,
			parentIndent: bm.indent,
			startOnNewline: true
		});
		const implicitKey = !keyProps.found;
		if (implicitKey) {
			if (key) {
				if (key.type === "block-seq") onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
				else if ("indent" in key && key.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
			}
			if (!keyProps.anchor && !keyProps.tag && !sep) {
				commentEnd = keyProps.end;
				if (keyProps.comment) {
					if (map.comment) map.comment += "\n" + keyProps.comment;
					else map.comment = keyProps.comment;
				}
				continue;
			}
			if (keyProps.newlineAfterProp || containsNewline(key)) onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
		} else if (keyProps.found?.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
		ctx.atKey = true;
		const keyStart = keyProps.end;
		const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
		if (ctx.schema.compat) flowIndentCheck(bm.indent, key, onError);
		ctx.atKey = false;
		if (mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
		const valueProps = resolveProps(sep ?? [], {
			indicator: "map-value-ind",
			next: value,
			offset: keyNode.range[2],
			onError,
			parentIndent: bm.indent,
			startOnNewline: !key || key.type === "block-scalar"
		});
		offset = valueProps.end;
		if (valueProps.found) {
			if (implicitKey) {
				if (value?.type === "block-map" && !valueProps.hasNewline) onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
				if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024) onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
			}
			const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
			if (ctx.schema.compat) flowIndentCheck(bm.indent, value, onError);
			offset = valueNode.range[2];
			const pair = new Pair(keyNode, valueNode);
			if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
			map.items.push(pair);
		} else {
			if (implicitKey) onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
			if (valueProps.comment) {
				if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
				else keyNode.comment = valueProps.comment;
			}
			const pair = new Pair(keyNode);
			if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
			map.items.push(pair);
		}
	}
	if (commentEnd && commentEnd < offset) onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
	map.range = [
		bm.offset,
		offset,
		commentEnd ?? offset
	];
	return map;
}
var startColMsg;
var init_resolve_block_map = __esmMin(() => {
	init_Pair();
	init_YAMLMap();
	init_resolve_props();
	init_util_contains_newline();
	init_util_flow_indent_check();
	init_util_map_includes();
	startColMsg = "All mapping items must start at the same column";
});
// node_modules/yaml/browser/dist/compose/resolve-block-seq.js
function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
	const seq = new ((tag?.nodeClass) ?? YAMLSeq)(ctx.schema);
	if (ctx.atRoot) ctx.atRoot = false;
	if (ctx.atKey) ctx.atKey = false;
	let offset = bs.offset;
	let commentEnd = null;
	for (const { start, value } of bs.items) {
		const props = resolveProps(start, {
			indicator: "seq-item-ind",
			next: value,
			offset,
			onError,
			parentIndent: bs.indent,
			startOnNewline: true
		});
		if (!props.found) {
			if (props.anchor || props.tag || value) {
				if (value?.type === "block-seq") onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
				else onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
			} else {
				commentEnd = props.end;
				if (props.comment) seq.comment = props.comment;
				continue;
			}
		}
		const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
		if (ctx.schema.compat) flowIndentCheck(bs.indent, value, onError);
		offset = node.range[2];
		seq.items.push(node);
	}
	seq.range = [
		bs.offset,
		offset,
		commentEnd ?? offset
	];
	return seq;
}
var init_resolve_block_seq = __esmMin(() => {
	init_YAMLSeq();
	init_resolve_props();
	init_util_flow_indent_check();
});
// node_modules/yaml/browser/dist/compose/resolve-end.js
function resolveEnd(end, offset, reqSpace, onError) {
	let comment = "";
	if (end) {
		let hasSpace = false;
		let sep = "";
		for (const token of end) {
			const { source, type } = token;
			switch (type) {
				case "space":
					hasSpace = true;
					break;
				case "comment": {
					if (reqSpace && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					const cb = source.substring(1) || " ";
					if (!comment) comment = cb;
					else comment += sep + cb;
					sep = "";
					break;
				}
				case "newline":
					if (comment) sep += source;
					hasSpace = true;
					break;
				default: onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
			}
			offset += source.length;
		}
	}
	return {
		comment,
		offset
	};
}
var init_resolve_end = __esmMin(() => {});
// node_modules/yaml/browser/dist/compose/resolve-flow-collection.js
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
	const isMap = fc.start.source === "{";
	const fcName = isMap ? "flow map" : "flow sequence";
	const coll = new ((tag?.nodeClass) ?? (isMap ? YAMLMap : YAMLSeq))(ctx.schema);
	coll.flow = true;
	const atRoot = ctx.atRoot;
	if (atRoot) ctx.atRoot = false;
	if (ctx.atKey) ctx.atKey = false;
	let offset = fc.offset + fc.start.source.length;
	for (let i = 0; i < fc.items.length; ++i) {
		const collItem = fc.items[i];
		const { start, key, sep, value } = collItem;
		const props = resolveProps(start, {
			flow: fcName,
			indicator: "explicit-key-ind",
			next: key ?? sep?.[0],
			offset,
			onError,
			parentIndent: fc.indent,
			startOnNewline: false
		});
		if (!props.found) {
			if (!props.anchor && !props.tag && !sep && !value) {
				if (i === 0 && props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
				else if (i < fc.items.length - 1) onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
				if (props.comment) {
					if (coll.comment) coll.comment += "\n" + props.comment;
					else coll.comment = props.comment;
				}
				offset = props.end;
				continue;
			}
			if (!isMap && ctx.options.strict && containsNewline(key)) onError(key, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
		}
		if (i === 0) {
			if (props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
		} else {
			if (!props.comma) onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
			if (props.comment) {
				let prevItemComment = "";
				loop: for (const st of start) switch (st.type) {
					case "comma":
					case "space": break;
					case "comment":
						prevItemComment = st.source.substring(1);
						break loop;
					default: break loop;
				}
				if (prevItemComment) {
					let prev = coll.items[coll.items.length - 1];
					if (isPair(prev)) prev = prev.value ?? prev.key;
					if (prev.comment) prev.comment += "\n" + prevItemComment;
					else prev.comment = prevItemComment;
					props.comment = props.comment.substring(prevItemComment.length + 1);
				}
			}
		}
		if (!isMap && !sep && !props.found) {
			const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
			coll.items.push(valueNode);
			offset = valueNode.range[2];
			if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
		} else {
			ctx.atKey = true;
			const keyStart = props.end;
			const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
			if (isBlock(key)) onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
			ctx.atKey = false;
			const valueProps = resolveProps(sep ?? [], {
				flow: fcName,
				indicator: "map-value-ind",
				next: value,
				offset: keyNode.range[2],
				onError,
				parentIndent: fc.indent,
				startOnNewline: false
			});
			if (valueProps.found) {
				if (!isMap && !props.found && ctx.options.strict) {
					if (sep) for (const st of sep) {
						if (st === valueProps.found) break;
						if (st.type === "newline") {
							onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
							break;
						}
					}
					if (props.start < valueProps.found.offset - 1024) onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
				}
			} else if (value) {
				if ("source" in value && value.source?.[0] === ":") onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
				else onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
			}
			const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
			if (valueNode) {
				if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
			} else if (valueProps.comment) {
				if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
				else keyNode.comment = valueProps.comment;
			}
			const pair = new Pair(keyNode, valueNode);
			if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
			if (isMap) {
				const map = coll;
				if (mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
				map.items.push(pair);
			} else {
				const map = new YAMLMap(ctx.schema);
				map.flow = true;
				map.items.push(pair);
				const endRange = (valueNode ?? keyNode).range;
				map.range = [
					keyNode.range[0],
					endRange[1],
					endRange[2]
				];
				coll.items.push(map);
			}
			offset = valueNode ? valueNode.range[2] : valueProps.end;
		}
	}
	const expectedEnd = isMap ? "}" : "]";
	const [ce, ...ee] = fc.end;
	let cePos = offset;
	if (ce?.source === expectedEnd) cePos = ce.offset + ce.source.length;
	else {
		const name = fcName[0].toUpperCase() + fcName.substring(1);
		const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
		onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
		if (ce && ce.source.length !== 1) ee.unshift(ce);
	}
	if (ee.length > 0) {
		const end = resolveEnd(ee, cePos, ctx.options.strict, onError);
		if (end.comment) {
			if (coll.comment) coll.comment += "\n" + end.comment;
			else coll.comment = end.comment;
		}
		coll.range = [
			fc.offset,
			cePos,
			end.offset
		];
	} else coll.range = [
		fc.offset,
		cePos,
		cePos
	];
	return coll;
}
var blockMsg, isBlock;
var init_resolve_flow_collection = __esmMin(() => {
	init_identity();
	init_Pair();
	init_YAMLMap();
	init_YAMLSeq();
	init_resolve_end();
	init_resolve_props();
	init_util_contains_newline();
	init_util_map_includes();
	blockMsg = "Block collections are not allowed within flow collections";
	isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
});
// node_modules/yaml/browser/dist/compose/compose-collection.js
function resolveCollection(CN, ctx, token, onError, tagName, tag) {
	const coll = token.type === "block-map" ? resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection(CN, ctx, token, onError, tag);
	const Coll = coll.constructor;
	if (tagName === "!" || tagName === Coll.tagName) {
		coll.tag = Coll.tagName;
		return coll;
	}
	if (tagName) coll.tag = tagName;
	return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
	const tagToken = props.tag;
	const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
	if (token.type === "block-seq") {
		const { anchor, newlineAfterProp: nl } = props;
		const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
		if (lastProp && (!nl || nl.offset < lastProp.offset)) onError(lastProp, "MISSING_CHAR", "Missing newline after block sequence props");
	}
	const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
	if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.tagName && expType === "seq") return resolveCollection(CN, ctx, token, onError, tagName);
	let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
	if (!tag) {
		const kt = ctx.schema.knownTags[tagName];
		if (kt?.collection === expType) {
			ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
			tag = kt;
		} else {
			if (kt) onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
			else onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
			return resolveCollection(CN, ctx, token, onError, tagName);
		}
	}
	const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
	const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
	const node = isNode(res) ? res : new Scalar(res);
	node.range = coll.range;
	node.tag = tagName;
	if (tag?.format) node.format = tag.format;
	return node;
}
var init_compose_collection = __esmMin(() => {
	init_identity();
	init_Scalar();
	init_YAMLMap();
	init_YAMLSeq();
	init_resolve_block_map();
	init_resolve_block_seq();
	init_resolve_flow_collection();
});
// node_modules/yaml/browser/dist/compose/resolve-block-scalar.js
function resolveBlockScalar(ctx, scalar, onError) {
	const start = scalar.offset;
	const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
	if (!header) return {
		value: "",
		type: null,
		comment: "",
		range: [
			start,
			start,
			start
		]
	};
	const type = header.mode === ">" ? Scalar.BLOCK_FOLDED : Scalar.BLOCK_LITERAL;
	const lines = scalar.source ? splitLines(scalar.source) : [];
	let chompStart = lines.length;
	for (let i = lines.length - 1; i >= 0; --i) {
		const content = lines[i][1];
		if (content === "" || content === "\r") chompStart = i;
		else break;
	}
	if (chompStart === 0) {
		const value = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
		let end = start + header.length;
		if (scalar.source) end += scalar.source.length;
		return {
			value,
			type,
			comment: header.comment,
			range: [
				start,
				end,
				end
			]
		};
	}
	let trimIndent = scalar.indent + header.indent;
	let offset = scalar.offset + header.length;
	let contentStart = 0;
	for (let i = 0; i < chompStart; ++i) {
		const [indent, content] = lines[i];
		if (content === "" || content === "\r") {
			if (header.indent === 0 && indent.length > trimIndent) trimIndent = indent.length;
		} else {
			if (indent.length < trimIndent) onError(offset + indent.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator");
			if (header.indent === 0) trimIndent = indent.length;
			contentStart = i;
			if (trimIndent === 0 && !ctx.atRoot) onError(offset, "BAD_INDENT", "Block scalar values in collections must be indented");
			break;
		}
		offset += indent.length + content.length + 1;
	}
	for (let i = lines.length - 1; i >= chompStart; --i) if (lines[i][0].length > trimIndent) chompStart = i + 1;
	let value = "";
	let sep = "";
	let prevMoreIndented = false;
	for (let i = 0; i < contentStart; ++i) value += lines[i][0].slice(trimIndent) + "\n";
	for (let i = contentStart; i < chompStart; ++i) {
		let [indent, content] = lines[i];
		offset += indent.length + content.length + 1;
		const crlf = content[content.length - 1] === "\r";
		if (crlf) content = content.slice(0, -1);
		if (content && indent.length < trimIndent) {
			const message = `Block scalar lines must not be less indented than their ${header.indent ? "explicit indentation indicator" : "first line"}`;
			onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
			indent = "";
		}
		if (type === Scalar.BLOCK_LITERAL) {
			value += sep + indent.slice(trimIndent) + content;
			sep = "\n";
		} else if (indent.length > trimIndent || content[0] === "	") {
			if (sep === " ") sep = "\n";
			else if (!prevMoreIndented && sep === "\n") sep = "\n\n";
			value += sep + indent.slice(trimIndent) + content;
			sep = "\n";
			prevMoreIndented = true;
		} else if (content === "") {
			if (sep === "\n") value += "\n";
			else sep = "\n";
		} else {
			value += sep + content;
			sep = " ";
			prevMoreIndented = false;
		}
	}
	switch (header.chomp) {
		case "-": break;
		case "+":
			for (let i = chompStart; i < lines.length; ++i) value += "\n" + lines[i][0].slice(trimIndent);
			if (value[value.length - 1] !== "\n") value += "\n";
			break;
		default: value += "\n";
	}
	const end = start + header.length + scalar.source.length;
	return {
		value,
		type,
		comment: header.comment,
		range: [
			start,
			end,
			end
		]
	};
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
	if (props[0].type !== "block-scalar-header") {
		onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
		return null;
	}
	const { source } = props[0];
	const mode = source[0];
	let indent = 0;
	let chomp = "";
	let error = -1;
	for (let i = 1; i < source.length; ++i) {
		const ch = source[i];
		if (!chomp && (ch === "-" || ch === "+")) chomp = ch;
		else {
			const n = Number(ch);
			if (!indent && n) indent = n;
			else if (error === -1) error = offset + i;
		}
	}
	if (error !== -1) onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
	let hasSpace = false;
	let comment = "";
	let length = source.length;
	for (let i = 1; i < props.length; ++i) {
		const token = props[i];
		switch (token.type) {
			case "space": hasSpace = true;
			case "newline":
				length += token.source.length;
				break;
			case "comment":
				if (strict && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
				length += token.source.length;
				comment = token.source.substring(1);
				break;
			case "error":
				onError(token, "UNEXPECTED_TOKEN", token.message);
				length += token.source.length;
				break;
			default: {
				onError(token, "UNEXPECTED_TOKEN", `Unexpected token in block scalar header: ${token.type}`);
				const ts = token.source;
				if (ts && typeof ts === "string") length += ts.length;
			}
		}
	}
	return {
		mode,
		indent,
		chomp,
		comment,
		length
	};
}
function splitLines(source) {
	const split = source.split(/\n( *)/);
	const first = split[0];
	const m = first.match(/^( *)/);
	const lines = [m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first]];
	for (let i = 1; i < split.length; i += 2) lines.push([split[i], split[i + 1]]);
	return lines;
}
var init_resolve_block_scalar = __esmMin(() => {
	init_Scalar();
});
// node_modules/yaml/browser/dist/compose/resolve-flow-scalar.js
function resolveFlowScalar(scalar, strict, onError) {
	const { offset, type, source, end } = scalar;
	let _type;
	let value;
	const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
	switch (type) {
		case "scalar":
			_type = Scalar.PLAIN;
			value = plainValue$1(source, _onError);
			break;
		case "single-quoted-scalar":
			_type = Scalar.QUOTE_SINGLE;
			value = singleQuotedValue(source, _onError);
			break;
		case "double-quoted-scalar":
			_type = Scalar.QUOTE_DOUBLE;
			value = doubleQuotedValue(source, _onError);
			break;
		default:
			onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
			return {
				value: "",
				type: null,
				comment: "",
				range: [
					offset,
					offset + source.length,
					offset + source.length
				]
			};
	}
	const valueEnd = offset + source.length;
	const re = resolveEnd(end, valueEnd, strict, onError);
	return {
		value,
		type: _type,
		comment: re.comment,
		range: [
			offset,
			valueEnd,
			re.offset
		]
	};
}
function plainValue$1(source, onError) {
	let badChar = "";
	switch (source[0]) {
		case "	":
			badChar = "a tab character";
			break;
		case ",":
			badChar = "flow indicator character ,";
			break;
		case "%":
			badChar = "directive indicator character %";
			break;
		case "|":
		case ">":
			badChar = `block scalar indicator ${source[0]}`;
			break;
		case "@":
		case "`": badChar = `reserved character ${source[0]}`;
	}
	if (badChar) onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
	return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
	if (source[source.length - 1] !== "'" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
	return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
	const line = /(.*?)\r?\n/sy;
	let match = line.exec(source);
	if (!match) return source;
	let trimEnd, trimBoth;
	try {
		trimEnd = new RegExp("(?<![ 	])[ 	]+$");
		trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
	} catch {
		trimEnd = /[ \t]+$/;
		trimBoth = /^[ \t]+|[ \t]+$/g;
	}
	let res = match[1].replace(trimEnd, "");
	let sep = " ";
	let pos = line.lastIndex;
	while (match = line.exec(source)) {
		const lm = match[1].replace(trimBoth, "");
		if (lm === "") {
			if (sep === "\n") res += sep;
			else sep = "\n";
		} else {
			res += sep + lm;
			sep = " ";
		}
		pos = line.lastIndex;
	}
	const last = /[ \t]*(.*)/sy;
	last.lastIndex = pos;
	match = last.exec(source);
	return res + sep + (match?.[1] ?? "");
}
function doubleQuotedValue(source, onError) {
	let res = "";
	for (let i = 1; i < source.length - 1; ++i) {
		const ch = source[i];
		if (ch === "\r" && source[i + 1] === "\n") continue;
		if (ch === "\n") {
			const { fold, offset } = foldNewline(source, i);
			res += fold;
			i = offset;
		} else if (ch === "\\") {
			let next = source[++i];
			const cc = escapeCodes[next];
			if (cc) res += cc;
			else if (next === "\n") {
				next = source[i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
			} else if (next === "\r" && source[i + 1] === "\n") {
				next = source[++i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
			} else if (next === "x" || next === "u" || next === "U") {
				const length = next === "x" ? 2 : next === "u" ? 4 : 8;
				res += parseCharCode(source, i + 1, length, onError);
				i += length;
			} else {
				const raw = source.substr(i - 1, 2);
				onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
				res += raw;
			}
		} else if (ch === " " || ch === "	") {
			const wsStart = i;
			let next = source[i + 1];
			while (next === " " || next === "	") next = source[++i + 1];
			if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n")) res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
		} else res += ch;
	}
	if (source[source.length - 1] !== "\"" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing \"quote");
	return res;
}
function foldNewline(source, offset) {
	let fold = "";
	let ch = source[offset + 1];
	while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
		if (ch === "\r" && source[offset + 2] !== "\n") break;
		if (ch === "\n") fold += "\n";
		offset += 1;
		ch = source[offset + 1];
	}
	if (!fold) fold = " ";
	return {
		fold,
		offset
	};
}
function parseCharCode(source, offset, length, onError) {
	const cc = source.substr(offset, length);
	const code = cc.length === length && /^[0-9a-fA-F]+$/.test(cc) ? parseInt(cc, 16) : NaN;
	try {
		return String.fromCodePoint(code);
	} catch {
		const raw = source.substr(offset - 2, length + 2);
		onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
		return raw;
	}
}
var escapeCodes;
var init_resolve_flow_scalar = __esmMin(() => {
	init_Scalar();
	init_resolve_end();
	escapeCodes = {
		"0": "\0",
		a: "\x07",
		b: "\b",
		e: "\x1B",
		f: "\f",
		n: "\n",
		r: "\r",
		t: "	",
		v: "\v",
		N: "",
		_: "\xA0",
		L: "\u2028",
		P: "\u2029",
		" ": " ",
		"\"": "\"",
		"/": "/",
		"\\": "\\",
		"	": "	"
	};
});
// node_modules/yaml/browser/dist/compose/compose-scalar.js
function composeScalar(ctx, token, tagToken, onError) {
	const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar(ctx, token, onError) : resolveFlowScalar(token, ctx.options.strict, onError);
	const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
	let tag;
	if (ctx.options.stringKeys && ctx.atKey) tag = ctx.schema[SCALAR$1];
	else if (tagName) tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
	else if (token.type === "scalar") tag = findScalarTagByTest(ctx, value, token, onError);
	else tag = ctx.schema[SCALAR$1];
	let scalar;
	try {
		const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
		scalar = isScalar(res) ? res : new Scalar(res);
	} catch (error) {
		const msg = error instanceof Error ? error.message : String(error);
		onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
		scalar = new Scalar(value);
	}
	scalar.range = range;
	scalar.source = value;
	if (type) scalar.type = type;
	if (tagName) scalar.tag = tagName;
	if (tag.format) scalar.format = tag.format;
	if (comment) scalar.comment = comment;
	return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
	if (tagName === "!") return schema[SCALAR$1];
	const matchWithTest = [];
	for (const tag of schema.tags) if (!tag.collection && tag.tag === tagName) {
		if (tag.default && tag.test) matchWithTest.push(tag);
		else return tag;
	}
	for (const tag of matchWithTest) if (tag.test?.test(value)) return tag;
	const kt = schema.knownTags[tagName];
	if (kt && !kt.collection) {
		schema.tags.push(Object.assign({}, kt, {
			default: false,
			test: void 0
		}));
		return kt;
	}
	onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
	return schema[SCALAR$1];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
	const tag = schema.tags.find((tag) => (tag.default === true || atKey && tag.default === "key") && tag.test?.test(value)) || schema[SCALAR$1];
	if (schema.compat) {
		const compat = schema.compat.find((tag) => tag.default && tag.test?.test(value)) ?? schema[SCALAR$1];
		if (tag.tag !== compat.tag) onError(token, "TAG_RESOLVE_FAILED", `Value may be parsed as either ${directives.tagString(tag.tag)} or ${directives.tagString(compat.tag)}`, true);
	}
	return tag;
}
var init_compose_scalar = __esmMin(() => {
	init_identity();
	init_Scalar();
	init_resolve_block_scalar();
	init_resolve_flow_scalar();
});
// node_modules/yaml/browser/dist/compose/util-empty-scalar-position.js
function emptyScalarPosition(offset, before, pos) {
	if (before) {
		pos ?? (pos = before.length);
		for (let i = pos - 1; i >= 0; --i) {
			let st = before[i];
			switch (st.type) {
				case "space":
				case "comment":
				case "newline":
					offset -= st.source.length;
					continue;
			}
			st = before[++i];
			while (st?.type === "space") {
				offset += st.source.length;
				st = before[++i];
			}
			break;
		}
	}
	return offset;
}
var init_util_empty_scalar_position = __esmMin(() => {});
// node_modules/yaml/browser/dist/compose/compose-node.js
function composeNode(ctx, token, props, onError) {
	const atKey = ctx.atKey;
	const { spaceBefore, comment, anchor, tag } = props;
	let node;
	let isSrcToken = true;
	switch (token.type) {
		case "alias":
			node = composeAlias(ctx, token, onError);
			if (anchor || tag) onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
			break;
		case "scalar":
		case "single-quoted-scalar":
		case "double-quoted-scalar":
		case "block-scalar":
			node = composeScalar(ctx, token, tag, onError);
			if (anchor) node.anchor = anchor.source.substring(1);
			break;
		case "block-map":
		case "block-seq":
		case "flow-collection":
			try {
				node = composeCollection(CN, ctx, token, props, onError);
				if (anchor) node.anchor = anchor.source.substring(1);
			} catch (error) {
				onError(token, "RESOURCE_EXHAUSTION", error instanceof Error ? error.message : String(error));
			}
			break;
		default:
			onError(token, "UNEXPECTED_TOKEN", token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`);
			isSrcToken = false;
	}
	node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
	if (anchor && node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
	if (atKey && ctx.options.stringKeys && (!isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) onError(tag ?? token, "NON_STRING_KEY", "With stringKeys, all keys must be strings");
	if (spaceBefore) node.spaceBefore = true;
	if (comment) {
		if (token.type === "scalar" && token.source === "") node.comment = comment;
		else node.commentBefore = comment;
	}
	if (ctx.options.keepSourceTokens && isSrcToken) node.srcToken = token;
	return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
	const node = composeScalar(ctx, {
		type: "scalar",
		offset: emptyScalarPosition(offset, before, pos),
		indent: -1,
		source: ""
	}, tag, onError);
	if (anchor) {
		node.anchor = anchor.source.substring(1);
		if (node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
	}
	if (spaceBefore) node.spaceBefore = true;
	if (comment) {
		node.comment = comment;
		node.range[2] = end;
	}
	return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
	const alias = new Alias(source.substring(1));
	if (alias.source === "") onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
	if (alias.source.endsWith(":")) onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
	const valueEnd = offset + source.length;
	const re = resolveEnd(end, valueEnd, options.strict, onError);
	alias.range = [
		offset,
		valueEnd,
		re.offset
	];
	if (re.comment) alias.comment = re.comment;
	return alias;
}
var CN;
var init_compose_node = __esmMin(() => {
	init_Alias();
	init_identity();
	init_compose_collection();
	init_compose_scalar();
	init_resolve_end();
	init_util_empty_scalar_position();
	CN = {
		composeNode,
		composeEmptyNode
	};
});
// node_modules/yaml/browser/dist/compose/compose-doc.js
function composeDoc(options, directives, { offset, start, value, end }, onError) {
	const opts = Object.assign({ _directives: directives }, options);
	const doc = new Document(void 0, opts);
	const ctx = {
		atKey: false,
		atRoot: true,
		directives: doc.directives,
		options: doc.options,
		schema: doc.schema
	};
	const props = resolveProps(start, {
		indicator: "doc-start",
		next: value ?? end?.[0],
		offset,
		onError,
		parentIndent: 0,
		startOnNewline: true
	});
	if (props.found) {
		doc.directives.docStart = true;
		if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline) onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
	}
	doc.contents = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
	const contentEnd = doc.contents.range[2];
	const re = resolveEnd(end, contentEnd, false, onError);
	if (re.comment) doc.comment = re.comment;
	doc.range = [
		offset,
		contentEnd,
		re.offset
	];
	return doc;
}
var init_compose_doc = __esmMin(() => {
	init_Document();
	init_compose_node();
	init_resolve_end();
	init_resolve_props();
});
// node_modules/yaml/browser/dist/compose/composer.js
function getErrorPos(src) {
	if (typeof src === "number") return [src, src + 1];
	if (Array.isArray(src)) return src.length === 2 ? src : [src[0], src[1]];
	const { offset, source } = src;
	return [offset, offset + (typeof source === "string" ? source.length : 1)];
}
function parsePrelude(prelude) {
	let comment = "";
	let atComment = false;
	let afterEmptyLine = false;
	for (let i = 0; i < prelude.length; ++i) {
		const source = prelude[i];
		switch (source[0]) {
			case "#":
				comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
				atComment = true;
				afterEmptyLine = false;
				break;
			case "%":
				if (prelude[i + 1]?.[0] !== "#") i += 1;
				atComment = false;
				break;
			default:
				if (!atComment) afterEmptyLine = true;
				atComment = false;
		}
	}
	return {
		comment,
		afterEmptyLine
	};
}
var Composer;
var init_composer = __esmMin(() => {
	init_directives();
	init_Document();
	init_errors();
	init_identity();
	init_compose_doc();
	init_resolve_end();
	Composer = class {
		constructor(options = {}) {
			this.doc = null;
			this.atDirectives = false;
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
			this.onError = (source, code, message, warning) => {
				const pos = getErrorPos(source);
				if (warning) this.warnings.push(new YAMLWarning(pos, code, message));
				else this.errors.push(new YAMLParseError(pos, code, message));
			};
			this.directives = new Directives({ version: options.version || "1.2" });
			this.options = options;
		}
		decorate(doc, afterDoc) {
			const { comment, afterEmptyLine } = parsePrelude(this.prelude);
			if (comment) {
				const dc = doc.contents;
				if (afterDoc) doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
				else if (afterEmptyLine || doc.directives.docStart || !dc) doc.commentBefore = comment;
				else if (isCollection(dc) && !dc.flow && dc.items.length > 0) {
					let it = dc.items[0];
					if (isPair(it)) it = it.key;
					const cb = it.commentBefore;
					it.commentBefore = cb ? `${comment}\n${cb}` : comment;
				} else {
					const cb = dc.commentBefore;
					dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
				}
			}
			if (afterDoc) {
				for (let i = 0; i < this.errors.length; ++i) doc.errors.push(this.errors[i]);
				for (let i = 0; i < this.warnings.length; ++i) doc.warnings.push(this.warnings[i]);
			} else {
				doc.errors = this.errors;
				doc.warnings = this.warnings;
			}
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
		}
		streamInfo() {
			return {
				comment: parsePrelude(this.prelude).comment,
				directives: this.directives,
				errors: this.errors,
				warnings: this.warnings
			};
		}
		*compose(tokens, forceDoc = false, endOffset = -1) {
			for (const token of tokens) yield* this.next(token);
			yield* this.end(forceDoc, endOffset);
		}
		*next(token) {
			switch (token.type) {
				case "directive":
					this.directives.add(token.source, (offset, message, warning) => {
						const pos = getErrorPos(token);
						pos[0] += offset;
						this.onError(pos, "BAD_DIRECTIVE", message, warning);
					});
					this.prelude.push(token.source);
					this.atDirectives = true;
					break;
				case "document": {
					const doc = composeDoc(this.options, this.directives, token, this.onError);
					if (this.atDirectives && !doc.directives.docStart) this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
					this.decorate(doc, false);
					if (this.doc) yield this.doc;
					this.doc = doc;
					this.atDirectives = false;
					break;
				}
				case "byte-order-mark":
				case "space": break;
				case "comment":
				case "newline":
					this.prelude.push(token.source);
					break;
				case "error": {
					const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
					const error = new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
					if (this.atDirectives || !this.doc) this.errors.push(error);
					else this.doc.errors.push(error);
					break;
				}
				case "doc-end": {
					if (!this.doc) {
						this.errors.push(new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", "Unexpected doc-end without preceding document"));
						break;
					}
					this.doc.directives.docEnd = true;
					const end = resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
					this.decorate(this.doc, true);
					if (end.comment) {
						const dc = this.doc.comment;
						this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
					}
					this.doc.range[2] = end.offset;
					break;
				}
				default: this.errors.push(new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
			}
		}
		*end(forceDoc = false, endOffset = -1) {
			if (this.doc) {
				this.decorate(this.doc, true);
				yield this.doc;
				this.doc = null;
			} else if (forceDoc) {
				const opts = Object.assign({ _directives: this.directives }, this.options);
				const doc = new Document(void 0, opts);
				if (this.atDirectives) this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
				doc.range = [
					0,
					endOffset,
					endOffset
				];
				this.decorate(doc, false);
				yield doc;
			}
		}
	};
});
// node_modules/yaml/browser/dist/parse/cst-scalar.js
var init_cst_scalar = __esmMin(() => {
	init_resolve_block_scalar();
	init_resolve_flow_scalar();
	init_stringifyString();
});
// node_modules/yaml/browser/dist/parse/cst-visit.js
function visit(cst, visitor) {
	if ("type" in cst && cst.type === "document") cst = {
		start: cst.start,
		value: cst.value
	};
	_visit(Object.freeze([]), cst, visitor);
}
function _visit(path, item, visitor) {
	let ctrl = visitor(item, path);
	if (typeof ctrl === "symbol") return ctrl;
	for (const field of ["key", "value"]) {
		const token = item[field];
		if (token && "items" in token) {
			for (let i = 0; i < token.items.length; ++i) {
				const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
				if (typeof ci === "number") i = ci - 1;
				else if (ci === BREAK) return BREAK;
				else if (ci === REMOVE) {
					token.items.splice(i, 1);
					i -= 1;
				}
			}
			if (typeof ctrl === "function" && field === "key") ctrl = ctrl(item, path);
		}
	}
	return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
}
var BREAK, SKIP, REMOVE;
var init_cst_visit = __esmMin(() => {
	BREAK = Symbol("break visit");
	SKIP = Symbol("skip children");
	REMOVE = Symbol("remove item");
	visit.BREAK = BREAK;
	visit.SKIP = SKIP;
	visit.REMOVE = REMOVE;
	visit.itemAtPath = (cst, path) => {
		let item = cst;
		for (const [field, index] of path) {
			const tok = item?.[field];
			if (tok && "items" in tok) item = tok.items[index];
			else return void 0;
		}
		return item;
	};
	visit.parentCollection = (cst, path) => {
		const parent = visit.itemAtPath(cst, path.slice(0, -1));
		const field = path[path.length - 1][0];
		const coll = parent?.[field];
		if (coll && "items" in coll) return coll;
		throw new Error("Parent collection not found");
	};
});
// node_modules/yaml/browser/dist/parse/cst.js
function tokenType(source) {
	switch (source) {
		case "﻿": return "byte-order-mark";
		case "": return "doc-mode";
		case "": return "flow-error-end";
		case "": return "scalar";
		case "---": return "doc-start";
		case "...": return "doc-end";
		case "":
		case "\n":
		case "\r\n": return "newline";
		case "-": return "seq-item-ind";
		case "?": return "explicit-key-ind";
		case ":": return "map-value-ind";
		case "{": return "flow-map-start";
		case "}": return "flow-map-end";
		case "[": return "flow-seq-start";
		case "]": return "flow-seq-end";
		case ",": return "comma";
	}
	switch (source[0]) {
		case " ":
		case "	": return "space";
		case "#": return "comment";
		case "%": return "directive-line";
		case "*": return "alias";
		case "&": return "anchor";
		case "!": return "tag";
		case "'": return "single-quoted-scalar";
		case "\"": return "double-quoted-scalar";
		case "|":
		case ">": return "block-scalar-header";
	}
	return null;
}
var init_cst = __esmMin(() => {
	init_cst_scalar();
	init_cst_visit();
});
// node_modules/yaml/browser/dist/parse/lexer.js
function isEmpty(ch) {
	switch (ch) {
		case void 0:
		case " ":
		case "\n":
		case "\r":
		case "	": return true;
		default: return false;
	}
}
var hexDigits, tagChars, flowIndicatorChars, invalidAnchorChars, isNotAnchorChar, Lexer;
var init_lexer = __esmMin(() => {
	init_cst();
	hexDigits = new Set("0123456789ABCDEFabcdef");
	tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
	flowIndicatorChars = new Set(",[]{}");
	invalidAnchorChars = new Set(" ,[]{}\n\r	");
	isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
	Lexer = class {
		constructor() {
			this.atEnd = false;
			this.blockScalarIndent = -1;
			this.blockScalarKeep = false;
			this.buffer = "";
			this.flowKey = false;
			this.flowLevel = 0;
			this.indentNext = 0;
			this.indentValue = 0;
			this.lineEndPos = null;
			this.next = null;
			this.pos = 0;
		}
		*lex(source, incomplete = false) {
			if (source) {
				if (typeof source !== "string") throw TypeError("source is not a string");
				this.buffer = this.buffer ? this.buffer + source : source;
				this.lineEndPos = null;
			}
			this.atEnd = !incomplete;
			let next = this.next ?? "stream";
			while (next && (incomplete || this.hasChars(1))) next = yield* this.parseNext(next);
		}
		atLineEnd() {
			let i = this.pos;
			let ch = this.buffer[i];
			while (ch === " " || ch === "	") ch = this.buffer[++i];
			if (!ch || ch === "#" || ch === "\n") return true;
			if (ch === "\r") return this.buffer[i + 1] === "\n";
			return false;
		}
		charAt(n) {
			return this.buffer[this.pos + n];
		}
		continueScalar(offset) {
			let ch = this.buffer[offset];
			if (this.indentNext > 0) {
				let indent = 0;
				while (ch === " ") ch = this.buffer[++indent + offset];
				if (ch === "\r") {
					const next = this.buffer[indent + offset + 1];
					if (next === "\n" || !next && !this.atEnd) return offset + indent + 1;
				}
				return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
			}
			if (ch === "-" || ch === ".") {
				const dt = this.buffer.substr(offset, 3);
				if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3])) return -1;
			}
			return offset;
		}
		getLine() {
			let end = this.lineEndPos;
			if (typeof end !== "number" || end !== -1 && end < this.pos) {
				end = this.buffer.indexOf("\n", this.pos);
				this.lineEndPos = end;
			}
			if (end === -1) return this.atEnd ? this.buffer.substring(this.pos) : null;
			if (this.buffer[end - 1] === "\r") end -= 1;
			return this.buffer.substring(this.pos, end);
		}
		hasChars(n) {
			return this.pos + n <= this.buffer.length;
		}
		setNext(state) {
			this.buffer = this.buffer.substring(this.pos);
			this.pos = 0;
			this.lineEndPos = null;
			this.next = state;
			return null;
		}
		peek(n) {
			return this.buffer.substr(this.pos, n);
		}
		*parseNext(next) {
			switch (next) {
				case "stream": return yield* this.parseStream();
				case "line-start": return yield* this.parseLineStart();
				case "block-start": return yield* this.parseBlockStart();
				case "doc": return yield* this.parseDocument();
				case "flow": return yield* this.parseFlowCollection();
				case "quoted-scalar": return yield* this.parseQuotedScalar();
				case "block-scalar": return yield* this.parseBlockScalar();
				case "plain-scalar": return yield* this.parsePlainScalar();
			}
		}
		*parseStream() {
			let line = this.getLine();
			if (line === null) return this.setNext("stream");
			if (line[0] === "﻿") {
				yield* this.pushCount(1);
				line = line.substring(1);
			}
			if (line[0] === "%") {
				let dirEnd = line.length;
				let cs = line.indexOf("#");
				while (cs !== -1) {
					const ch = line[cs - 1];
					if (ch === " " || ch === "	") {
						dirEnd = cs - 1;
						break;
					} else cs = line.indexOf("#", cs + 1);
				}
				while (true) {
					const ch = line[dirEnd - 1];
					if (ch === " " || ch === "	") dirEnd -= 1;
					else break;
				}
				const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
				yield* this.pushCount(line.length - n);
				this.pushNewline();
				return "stream";
			}
			if (this.atLineEnd()) {
				const sp = yield* this.pushSpaces(true);
				yield* this.pushCount(line.length - sp);
				yield* this.pushNewline();
				return "stream";
			}
			yield "";
			return yield* this.parseLineStart();
		}
		*parseLineStart() {
			const ch = this.charAt(0);
			if (!ch && !this.atEnd) return this.setNext("line-start");
			if (ch === "-" || ch === ".") {
				if (!this.atEnd && !this.hasChars(4)) return this.setNext("line-start");
				const s = this.peek(3);
				if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
					yield* this.pushCount(3);
					this.indentValue = 0;
					this.indentNext = 0;
					return s === "---" ? "doc" : "stream";
				}
			}
			this.indentValue = yield* this.pushSpaces(false);
			if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1))) this.indentNext = this.indentValue;
			return yield* this.parseBlockStart();
		}
		*parseBlockStart() {
			const [ch0, ch1] = this.peek(2);
			if (!ch1 && !this.atEnd) return this.setNext("block-start");
			if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
				const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
				this.indentNext = this.indentValue + 1;
				this.indentValue += n;
				return "block-start";
			}
			return "doc";
		}
		*parseDocument() {
			yield* this.pushSpaces(true);
			const line = this.getLine();
			if (line === null) return this.setNext("doc");
			let n = yield* this.pushIndicators();
			switch (line[n]) {
				case "#": yield* this.pushCount(line.length - n);
				case void 0:
					yield* this.pushNewline();
					return yield* this.parseLineStart();
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel = 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					return "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "doc";
				case "\"":
				case "'": return yield* this.parseQuotedScalar();
				case "|":
				case ">":
					n += yield* this.parseBlockScalarHeader();
					n += yield* this.pushSpaces(true);
					yield* this.pushCount(line.length - n);
					yield* this.pushNewline();
					return yield* this.parseBlockScalar();
				default: return yield* this.parsePlainScalar();
			}
		}
		*parseFlowCollection() {
			let nl, sp;
			let indent = -1;
			do {
				nl = yield* this.pushNewline();
				if (nl > 0) {
					sp = yield* this.pushSpaces(false);
					this.indentValue = indent = sp;
				} else sp = 0;
				sp += yield* this.pushSpaces(true);
			} while (nl + sp > 0);
			const line = this.getLine();
			if (line === null) return this.setNext("flow");
			if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
				if (!(indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}"))) {
					this.flowLevel = 0;
					yield "";
					return yield* this.parseLineStart();
				}
			}
			let n = 0;
			while (line[n] === ",") {
				n += yield* this.pushCount(1);
				n += yield* this.pushSpaces(true);
				this.flowKey = false;
			}
			n += yield* this.pushIndicators();
			switch (line[n]) {
				case void 0: return "flow";
				case "#":
					yield* this.pushCount(line.length - n);
					return "flow";
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel += 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					this.flowKey = true;
					this.flowLevel -= 1;
					return this.flowLevel ? "flow" : "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "flow";
				case "\"":
				case "'":
					this.flowKey = true;
					return yield* this.parseQuotedScalar();
				case ":": {
					const next = this.charAt(1);
					if (this.flowKey || isEmpty(next) || next === ",") {
						this.flowKey = false;
						yield* this.pushCount(1);
						yield* this.pushSpaces(true);
						return "flow";
					}
				}
				default:
					this.flowKey = false;
					return yield* this.parsePlainScalar();
			}
		}
		*parseQuotedScalar() {
			const quote = this.charAt(0);
			let end = this.buffer.indexOf(quote, this.pos + 1);
			if (quote === "'") while (end !== -1 && this.buffer[end + 1] === "'") end = this.buffer.indexOf("'", end + 2);
			else while (end !== -1) {
				let n = 0;
				while (this.buffer[end - 1 - n] === "\\") n += 1;
				if (n % 2 === 0) break;
				end = this.buffer.indexOf("\"", end + 1);
			}
			const qb = this.buffer.substring(0, end);
			let nl = qb.indexOf("\n", this.pos);
			if (nl !== -1) {
				while (nl !== -1) {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = qb.indexOf("\n", cs);
				}
				if (nl !== -1) end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
			}
			if (end === -1) {
				if (!this.atEnd) return this.setNext("quoted-scalar");
				end = this.buffer.length;
			}
			yield* this.pushToIndex(end + 1, false);
			return this.flowLevel ? "flow" : "doc";
		}
		*parseBlockScalarHeader() {
			this.blockScalarIndent = -1;
			this.blockScalarKeep = false;
			let i = this.pos;
			while (true) {
				const ch = this.buffer[++i];
				if (ch === "+") this.blockScalarKeep = true;
				else if (ch > "0" && ch <= "9") this.blockScalarIndent = Number(ch) - 1;
				else if (ch !== "-") break;
			}
			return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
		}
		*parseBlockScalar() {
			let nl = this.pos - 1;
			let indent = 0;
			let ch;
			loop: for (let i = this.pos; ch = this.buffer[i]; ++i) switch (ch) {
				case " ":
					indent += 1;
					break;
				case "\n":
					nl = i;
					indent = 0;
					break;
				case "\r": {
					const next = this.buffer[i + 1];
					if (!next && !this.atEnd) return this.setNext("block-scalar");
					if (next === "\n") break;
				}
				default: break loop;
			}
			if (!ch && !this.atEnd) return this.setNext("block-scalar");
			if (indent >= this.indentNext) {
				if (this.blockScalarIndent === -1) this.indentNext = indent;
				else this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
				do {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = this.buffer.indexOf("\n", cs);
				} while (nl !== -1);
				if (nl === -1) {
					if (!this.atEnd) return this.setNext("block-scalar");
					nl = this.buffer.length;
				}
			}
			let i = nl + 1;
			ch = this.buffer[i];
			while (ch === " ") ch = this.buffer[++i];
			if (ch === "	") {
				while (ch === "	" || ch === " " || ch === "\r" || ch === "\n") ch = this.buffer[++i];
				nl = i - 1;
			} else if (!this.blockScalarKeep) do {
				let i = nl - 1;
				let ch = this.buffer[i];
				if (ch === "\r") ch = this.buffer[--i];
				const lastChar = i;
				while (ch === " ") ch = this.buffer[--i];
				if (ch === "\n" && i >= this.pos && i + 1 + indent > lastChar) nl = i;
				else break;
			} while (true);
			yield "";
			yield* this.pushToIndex(nl + 1, true);
			return yield* this.parseLineStart();
		}
		*parsePlainScalar() {
			const inFlow = this.flowLevel > 0;
			let end = this.pos - 1;
			let i = this.pos - 1;
			let ch;
			while (ch = this.buffer[++i]) if (ch === ":") {
				const next = this.buffer[i + 1];
				if (isEmpty(next) || inFlow && flowIndicatorChars.has(next)) break;
				end = i;
			} else if (isEmpty(ch)) {
				let next = this.buffer[i + 1];
				if (ch === "\r") {
					if (next === "\n") {
						i += 1;
						ch = "\n";
						next = this.buffer[i + 1];
					} else end = i;
				}
				if (next === "#" || inFlow && flowIndicatorChars.has(next)) break;
				if (ch === "\n") {
					const cs = this.continueScalar(i + 1);
					if (cs === -1) break;
					i = Math.max(i, cs - 2);
				}
			} else {
				if (inFlow && flowIndicatorChars.has(ch)) break;
				end = i;
			}
			if (!ch && !this.atEnd) return this.setNext("plain-scalar");
			yield "";
			yield* this.pushToIndex(end + 1, true);
			return inFlow ? "flow" : "doc";
		}
		*pushCount(n) {
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos += n;
				return n;
			}
			return 0;
		}
		*pushToIndex(i, allowEmpty) {
			const s = this.buffer.slice(this.pos, i);
			if (s) {
				yield s;
				this.pos += s.length;
				return s.length;
			} else if (allowEmpty) yield "";
			return 0;
		}
		*pushIndicators() {
			let n = 0;
			loop: while (true) {
				switch (this.charAt(0)) {
					case "!":
						n += yield* this.pushTag();
						n += yield* this.pushSpaces(true);
						continue loop;
					case "&":
						n += yield* this.pushUntil(isNotAnchorChar);
						n += yield* this.pushSpaces(true);
						continue loop;
					case "-":
					case "?":
					case ":": {
						const inFlow = this.flowLevel > 0;
						const ch1 = this.charAt(1);
						if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
							if (!inFlow) this.indentNext = this.indentValue + 1;
							else if (this.flowKey) this.flowKey = false;
							n += yield* this.pushCount(1);
							n += yield* this.pushSpaces(true);
							continue loop;
						}
					}
				}
				break loop;
			}
			return n;
		}
		*pushTag() {
			if (this.charAt(1) === "<") {
				let i = this.pos + 2;
				let ch = this.buffer[i];
				while (!isEmpty(ch) && ch !== ">") ch = this.buffer[++i];
				return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
			} else {
				let i = this.pos + 1;
				let ch = this.buffer[i];
				while (ch) if (tagChars.has(ch)) ch = this.buffer[++i];
				else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) ch = this.buffer[i += 3];
				else break;
				return yield* this.pushToIndex(i, false);
			}
		}
		*pushNewline() {
			const ch = this.buffer[this.pos];
			if (ch === "\n") return yield* this.pushCount(1);
			else if (ch === "\r" && this.charAt(1) === "\n") return yield* this.pushCount(2);
			else return 0;
		}
		*pushSpaces(allowTabs) {
			let i = this.pos - 1;
			let ch;
			do
				ch = this.buffer[++i];
			while (ch === " " || allowTabs && ch === "	");
			const n = i - this.pos;
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos = i;
			}
			return n;
		}
		*pushUntil(test) {
			let i = this.pos;
			let ch = this.buffer[i];
			while (!test(ch)) ch = this.buffer[++i];
			return yield* this.pushToIndex(i, false);
		}
	};
});
// node_modules/yaml/browser/dist/parse/line-counter.js
var LineCounter;
var init_line_counter = __esmMin(() => {
	LineCounter = class {
		constructor() {
			this.lineStarts = [];
			this.addNewLine = (offset) => this.lineStarts.push(offset);
			this.linePos = (offset) => {
				let low = 0;
				let high = this.lineStarts.length;
				while (low < high) {
					const mid = low + high >> 1;
					if (this.lineStarts[mid] < offset) low = mid + 1;
					else high = mid;
				}
				if (this.lineStarts[low] === offset) return {
					line: low + 1,
					col: 1
				};
				if (low === 0) return {
					line: 0,
					col: offset
				};
				const start = this.lineStarts[low - 1];
				return {
					line: low,
					col: offset - start + 1
				};
			};
		}
	};
});
// node_modules/yaml/browser/dist/parse/parser.js
function includesToken(list, type) {
	for (let i = 0; i < list.length; ++i) if (list[i].type === type) return true;
	return false;
}
function findNonEmptyIndex(list) {
	for (let i = 0; i < list.length; ++i) switch (list[i].type) {
		case "space":
		case "comment":
		case "newline": break;
		default: return i;
	}
	return -1;
}
function isFlowToken(token) {
	switch (token?.type) {
		case "alias":
		case "scalar":
		case "single-quoted-scalar":
		case "double-quoted-scalar":
		case "flow-collection": return true;
		default: return false;
	}
}
function getPrevProps(parent) {
	switch (parent.type) {
		case "document": return parent.start;
		case "block-map": {
			const it = parent.items[parent.items.length - 1];
			return it.sep ?? it.start;
		}
		case "block-seq": return parent.items[parent.items.length - 1].start;
		default: return [];
	}
}
function getFirstKeyStartProps(prev) {
	if (prev.length === 0) return [];
	let i = prev.length;
	loop: while (--i >= 0) switch (prev[i].type) {
		case "doc-start":
		case "explicit-key-ind":
		case "map-value-ind":
		case "seq-item-ind":
		case "newline": break loop;
	}
	while (prev[++i]?.type === "space");
	return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
	if (source.length < 1e5) Array.prototype.push.apply(target, source);
	else for (let i = 0; i < source.length; ++i) target.push(source[i]);
}
function fixFlowSeqItems(fc) {
	if (fc.start.type === "flow-seq-start") {
		for (const it of fc.items) if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
			if (it.key) it.value = it.key;
			delete it.key;
			if (isFlowToken(it.value)) {
				if (it.value.end) arrayPushArray(it.value.end, it.sep);
				else it.value.end = it.sep;
			} else arrayPushArray(it.start, it.sep);
			delete it.sep;
		}
	}
}
var Parser;
var init_parser = __esmMin(() => {
	init_cst();
	init_lexer();
	Parser = class {
		constructor(onNewLine) {
			this.atNewLine = true;
			this.atScalar = false;
			this.indent = 0;
			this.offset = 0;
			this.onKeyLine = false;
			this.stack = [];
			this.source = "";
			this.type = "";
			this.lexer = new Lexer();
			this.onNewLine = onNewLine;
		}
		*parse(source, incomplete = false) {
			if (this.onNewLine && this.offset === 0) this.onNewLine(0);
			for (const lexeme of this.lexer.lex(source, incomplete)) yield* this.next(lexeme);
			if (!incomplete) yield* this.end();
		}
		*next(source) {
			this.source = source;
			if (this.atScalar) {
				this.atScalar = false;
				yield* this.step();
				this.offset += source.length;
				return;
			}
			const type = tokenType(source);
			if (!type) {
				const message = `Not a YAML token: ${source}`;
				yield* this.pop({
					type: "error",
					offset: this.offset,
					message,
					source
				});
				this.offset += source.length;
			} else if (type === "scalar") {
				this.atNewLine = false;
				this.atScalar = true;
				this.type = "scalar";
			} else {
				this.type = type;
				yield* this.step();
				switch (type) {
					case "newline":
						this.atNewLine = true;
						this.indent = 0;
						if (this.onNewLine) this.onNewLine(this.offset + source.length);
						break;
					case "space":
						if (this.atNewLine && source[0] === " ") this.indent += source.length;
						break;
					case "explicit-key-ind":
					case "map-value-ind":
					case "seq-item-ind":
						if (this.atNewLine) this.indent += source.length;
						break;
					case "doc-mode":
					case "flow-error-end": return;
					default: this.atNewLine = false;
				}
				this.offset += source.length;
			}
		}
		*end() {
			while (this.stack.length > 0) yield* this.pop();
		}
		get sourceToken() {
			return {
				type: this.type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		*step() {
			const top = this.peek(1);
			if (this.type === "doc-end" && top?.type !== "doc-end") {
				while (this.stack.length > 0) yield* this.pop();
				this.stack.push({
					type: "doc-end",
					offset: this.offset,
					source: this.source
				});
				return;
			}
			if (!top) return yield* this.stream();
			switch (top.type) {
				case "document": return yield* this.document(top);
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return yield* this.scalar(top);
				case "block-scalar": return yield* this.blockScalar(top);
				case "block-map": return yield* this.blockMap(top);
				case "block-seq": return yield* this.blockSequence(top);
				case "flow-collection": return yield* this.flowCollection(top);
				case "doc-end": return yield* this.documentEnd(top);
			}
			yield* this.pop();
		}
		peek(n) {
			return this.stack[this.stack.length - n];
		}
		*pop(error) {
			const token = error ?? this.stack.pop();
			if (!token) yield {
				type: "error",
				offset: this.offset,
				source: "",
				message: "Tried to pop an empty stack"
			};
			else if (this.stack.length === 0) yield token;
			else {
				const top = this.peek(1);
				if (token.type === "block-scalar") token.indent = "indent" in top ? top.indent : 0;
				else if (token.type === "flow-collection" && top.type === "document") token.indent = 0;
				if (token.type === "flow-collection") fixFlowSeqItems(token);
				switch (top.type) {
					case "document":
						top.value = token;
						break;
					case "block-scalar":
						top.props.push(token);
						break;
					case "block-map": {
						const it = top.items[top.items.length - 1];
						if (it.value) {
							top.items.push({
								start: [],
								key: token,
								sep: []
							});
							this.onKeyLine = true;
							return;
						} else if (it.sep) it.value = token;
						else {
							Object.assign(it, {
								key: token,
								sep: []
							});
							this.onKeyLine = !it.explicitKey;
							return;
						}
						break;
					}
					case "block-seq": {
						const it = top.items[top.items.length - 1];
						if (it.value) top.items.push({
							start: [],
							value: token
						});
						else it.value = token;
						break;
					}
					case "flow-collection": {
						const it = top.items[top.items.length - 1];
						if (!it || it.value) top.items.push({
							start: [],
							key: token,
							sep: []
						});
						else if (it.sep) it.value = token;
						else Object.assign(it, {
							key: token,
							sep: []
						});
						return;
					}
					default:
						yield* this.pop();
						yield* this.pop(token);
				}
				if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
					const last = token.items[token.items.length - 1];
					if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
						if (top.type === "document") top.end = last.start;
						else top.items.push({ start: last.start });
						token.items.splice(-1, 1);
					}
				}
			}
		}
		*stream() {
			switch (this.type) {
				case "directive-line":
					yield {
						type: "directive",
						offset: this.offset,
						source: this.source
					};
					return;
				case "byte-order-mark":
				case "space":
				case "comment":
				case "newline":
					yield this.sourceToken;
					return;
				case "doc-mode":
				case "doc-start": {
					const doc = {
						type: "document",
						offset: this.offset,
						start: []
					};
					if (this.type === "doc-start") doc.start.push(this.sourceToken);
					this.stack.push(doc);
					return;
				}
			}
			yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML stream`,
				source: this.source
			};
		}
		*document(doc) {
			if (doc.value) return yield* this.lineEnd(doc);
			switch (this.type) {
				case "doc-start":
					if (findNonEmptyIndex(doc.start) !== -1) {
						yield* this.pop();
						yield* this.step();
					} else doc.start.push(this.sourceToken);
					return;
				case "anchor":
				case "tag":
				case "space":
				case "comment":
				case "newline":
					doc.start.push(this.sourceToken);
					return;
			}
			const bv = this.startBlockValue(doc);
			if (bv) this.stack.push(bv);
			else yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML document`,
				source: this.source
			};
		}
		*scalar(scalar) {
			if (this.type === "map-value-ind") {
				const start = getFirstKeyStartProps(getPrevProps(this.peek(2)));
				let sep;
				if (scalar.end) {
					sep = scalar.end;
					sep.push(this.sourceToken);
					delete scalar.end;
				} else sep = [this.sourceToken];
				const map = {
					type: "block-map",
					offset: scalar.offset,
					indent: scalar.indent,
					items: [{
						start,
						key: scalar,
						sep
					}]
				};
				this.onKeyLine = true;
				this.stack[this.stack.length - 1] = map;
			} else yield* this.lineEnd(scalar);
		}
		*blockScalar(scalar) {
			switch (this.type) {
				case "space":
				case "comment":
				case "newline":
					scalar.props.push(this.sourceToken);
					return;
				case "scalar":
					scalar.source = this.source;
					this.atNewLine = true;
					this.indent = 0;
					if (this.onNewLine) {
						let nl = this.source.indexOf("\n") + 1;
						while (nl !== 0) {
							this.onNewLine(this.offset + nl);
							nl = this.source.indexOf("\n", nl) + 1;
						}
					}
					yield* this.pop();
					break;
				default:
					yield* this.pop();
					yield* this.step();
			}
		}
		*blockMap(map) {
			const it = map.items[map.items.length - 1];
			switch (this.type) {
				case "newline":
					this.onKeyLine = false;
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else map.items.push({ start: [this.sourceToken] });
					} else if (it.sep) it.sep.push(this.sourceToken);
					else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) map.items.push({ start: [this.sourceToken] });
					else if (it.sep) it.sep.push(this.sourceToken);
					else {
						if (this.atIndentedComment(it.start, map.indent)) {
							const end = map.items[map.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								map.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
			}
			if (this.indent >= map.indent) {
				const atMapIndent = !this.onKeyLine && this.indent === map.indent;
				const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
				let start = [];
				if (atNextItem && it.sep && !it.value) {
					const nl = [];
					for (let i = 0; i < it.sep.length; ++i) {
						const st = it.sep[i];
						switch (st.type) {
							case "newline":
								nl.push(i);
								break;
							case "space": break;
							case "comment":
								if (st.indent > map.indent) nl.length = 0;
								break;
							default: nl.length = 0;
						}
					}
					if (nl.length >= 2) start = it.sep.splice(nl[1]);
				}
				switch (this.type) {
					case "anchor":
					case "tag":
						if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({ start });
							this.onKeyLine = true;
						} else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "explicit-key-ind":
						if (!it.sep && !it.explicitKey) {
							it.start.push(this.sourceToken);
							it.explicitKey = true;
						} else if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({
								start,
								explicitKey: true
							});
						} else this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [this.sourceToken],
								explicitKey: true
							}]
						});
						this.onKeyLine = true;
						return;
					case "map-value-ind":
						if (it.explicitKey) {
							if (!it.sep) {
								if (includesToken(it.start, "newline")) Object.assign(it, {
									key: null,
									sep: [this.sourceToken]
								});
								else {
									const start = getFirstKeyStartProps(it.start);
									this.stack.push({
										type: "block-map",
										offset: this.offset,
										indent: this.indent,
										items: [{
											start,
											key: null,
											sep: [this.sourceToken]
										}]
									});
								}
							} else if (it.value) map.items.push({
								start: [],
								key: null,
								sep: [this.sourceToken]
							});
							else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
								type: "block-map",
								offset: this.offset,
								indent: this.indent,
								items: [{
									start,
									key: null,
									sep: [this.sourceToken]
								}]
							});
							else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
								const start = getFirstKeyStartProps(it.start);
								const key = it.key;
								const sep = it.sep;
								sep.push(this.sourceToken);
								delete it.key;
								delete it.sep;
								this.stack.push({
									type: "block-map",
									offset: this.offset,
									indent: this.indent,
									items: [{
										start,
										key,
										sep
									}]
								});
							} else if (start.length > 0) it.sep = it.sep.concat(start, this.sourceToken);
							else it.sep.push(this.sourceToken);
						} else if (!it.sep) Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.value || atNextItem) map.items.push({
							start,
							key: null,
							sep: [this.sourceToken]
						});
						else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [],
								key: null,
								sep: [this.sourceToken]
							}]
						});
						else it.sep.push(this.sourceToken);
						this.onKeyLine = true;
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (atNextItem || it.value) {
							map.items.push({
								start,
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						} else if (it.sep) this.stack.push(fs);
						else {
							Object.assign(it, {
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						}
						return;
					}
					default: {
						const bv = this.startBlockValue(map);
						if (bv) {
							if (bv.type === "block-seq") {
								if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
									yield* this.pop({
										type: "error",
										offset: this.offset,
										message: "Unexpected block-seq-ind on same line with key",
										source: this.source
									});
									return;
								}
							} else if (atMapIndent) map.items.push({ start });
							this.stack.push(bv);
							return;
						}
					}
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*blockSequence(seq) {
			const it = seq.items[seq.items.length - 1];
			switch (this.type) {
				case "newline":
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else seq.items.push({ start: [this.sourceToken] });
					} else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) seq.items.push({ start: [this.sourceToken] });
					else {
						if (this.atIndentedComment(it.start, seq.indent)) {
							const end = seq.items[seq.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								seq.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
				case "anchor":
				case "tag":
					if (it.value || this.indent <= seq.indent) break;
					it.start.push(this.sourceToken);
					return;
				case "seq-item-ind":
					if (this.indent !== seq.indent) break;
					if (it.value || includesToken(it.start, "seq-item-ind")) seq.items.push({ start: [this.sourceToken] });
					else it.start.push(this.sourceToken);
					return;
			}
			if (this.indent > seq.indent) {
				const bv = this.startBlockValue(seq);
				if (bv) {
					this.stack.push(bv);
					return;
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*flowCollection(fc) {
			const it = fc.items[fc.items.length - 1];
			if (this.type === "flow-error-end") {
				let top;
				do {
					yield* this.pop();
					top = this.peek(1);
				} while (top?.type === "flow-collection");
			} else if (fc.end.length === 0) {
				switch (this.type) {
					case "comma":
					case "explicit-key-ind":
						if (!it || it.sep) fc.items.push({ start: [this.sourceToken] });
						else it.start.push(this.sourceToken);
						return;
					case "map-value-ind":
						if (!it || it.value) fc.items.push({
							start: [],
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.sep) it.sep.push(this.sourceToken);
						else Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						return;
					case "space":
					case "comment":
					case "newline":
					case "anchor":
					case "tag":
						if (!it || it.value) fc.items.push({ start: [this.sourceToken] });
						else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (!it || it.value) fc.items.push({
							start: [],
							key: fs,
							sep: []
						});
						else if (it.sep) this.stack.push(fs);
						else Object.assign(it, {
							key: fs,
							sep: []
						});
						return;
					}
					case "flow-map-end":
					case "flow-seq-end":
						fc.end.push(this.sourceToken);
						return;
				}
				const bv = this.startBlockValue(fc);
				if (bv) this.stack.push(bv);
				else {
					yield* this.pop();
					yield* this.step();
				}
			} else {
				const parent = this.peek(2);
				if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
					yield* this.pop();
					yield* this.step();
				} else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
					const start = getFirstKeyStartProps(getPrevProps(parent));
					fixFlowSeqItems(fc);
					const sep = fc.end.splice(1, fc.end.length);
					sep.push(this.sourceToken);
					const map = {
						type: "block-map",
						offset: fc.offset,
						indent: fc.indent,
						items: [{
							start,
							key: fc,
							sep
						}]
					};
					this.onKeyLine = true;
					this.stack[this.stack.length - 1] = map;
				} else yield* this.lineEnd(fc);
			}
		}
		flowScalar(type) {
			if (this.onNewLine) {
				let nl = this.source.indexOf("\n") + 1;
				while (nl !== 0) {
					this.onNewLine(this.offset + nl);
					nl = this.source.indexOf("\n", nl) + 1;
				}
			}
			return {
				type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		startBlockValue(parent) {
			switch (this.type) {
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return this.flowScalar(this.type);
				case "block-scalar-header": return {
					type: "block-scalar",
					offset: this.offset,
					indent: this.indent,
					props: [this.sourceToken],
					source: ""
				};
				case "flow-map-start":
				case "flow-seq-start": return {
					type: "flow-collection",
					offset: this.offset,
					indent: this.indent,
					start: this.sourceToken,
					items: [],
					end: []
				};
				case "seq-item-ind": return {
					type: "block-seq",
					offset: this.offset,
					indent: this.indent,
					items: [{ start: [this.sourceToken] }]
				};
				case "explicit-key-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					start.push(this.sourceToken);
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							explicitKey: true
						}]
					};
				}
				case "map-value-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							key: null,
							sep: [this.sourceToken]
						}]
					};
				}
			}
			return null;
		}
		atIndentedComment(start, indent) {
			if (this.type !== "comment") return false;
			if (this.indent <= indent) return false;
			return start.every((st) => st.type === "newline" || st.type === "space");
		}
		*documentEnd(docEnd) {
			if (this.type !== "doc-mode") {
				if (docEnd.end) docEnd.end.push(this.sourceToken);
				else docEnd.end = [this.sourceToken];
				if (this.type === "newline") yield* this.pop();
			}
		}
		*lineEnd(token) {
			switch (this.type) {
				case "comma":
				case "doc-start":
				case "doc-end":
				case "flow-seq-end":
				case "flow-map-end":
				case "map-value-ind":
					yield* this.pop();
					yield* this.step();
					break;
				case "newline": this.onKeyLine = false;
				default:
					if (token.end) token.end.push(this.sourceToken);
					else token.end = [this.sourceToken];
					if (this.type === "newline") yield* this.pop();
			}
		}
	};
});
// node_modules/yaml/browser/dist/public-api.js
function parseOptions(options) {
	const prettyErrors = options.prettyErrors !== false;
	return {
		lineCounter: options.lineCounter || prettyErrors && new LineCounter() || null,
		prettyErrors
	};
}
function parseDocument(source, options = {}) {
	const { lineCounter, prettyErrors } = parseOptions(options);
	const parser = new Parser(lineCounter?.addNewLine);
	const composer = new Composer(options);
	let doc = null;
	for (const _doc of composer.compose(parser.parse(source), true, source.length)) if (!doc) doc = _doc;
	else if (doc.options.logLevel !== "silent") {
		doc.errors.push(new YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
		break;
	}
	if (prettyErrors && lineCounter) {
		doc.errors.forEach(prettifyError(source, lineCounter));
		doc.warnings.forEach(prettifyError(source, lineCounter));
	}
	return doc;
}
var init_public_api = __esmMin(() => {
	init_composer();
	init_Document();
	init_errors();
	init_line_counter();
	init_parser();
});
// node_modules/yaml/browser/dist/index.js
var init_dist = __esmMin(() => {
	init_composer();
	init_Document();
	init_Schema();
	init_errors();
	init_Alias();
	init_identity();
	init_Pair();
	init_Scalar();
	init_YAMLMap();
	init_YAMLSeq();
	init_cst();
	init_lexer();
	init_line_counter();
	init_parser();
	init_public_api();
	init_visit();
});
// node_modules/yaml/browser/index.js
var init_browser = __esmMin(() => {
	init_dist();
	init_dist();
});
// src/domain/registry/plain-yaml.ts
function parsePlainYaml(schema, path, bytes) {
	const { text } = decodeText(path, bytes, MAX_YAML_BYTES);
	return text === void 0 ? void 0 : plainValue(schema, text);
}
function plainValue(schema, text) {
	const plain = plainMapping(text);
	const read = plain === void 0 ? void 0 : trySchema(schema, plain);
	return read?.success ? { value: read.data } : void 0;
}
function plainMapping(text) {
	const lines = text.split("\n").filter((line) => !IGNORED.test(line)).map((line) => {
		const indent = skipSpaces(line, 0);
		return {
			indent,
			text: line.slice(indent)
		};
	});
	const [first] = lines;
	if (first === void 0 || first.indent > 0 || first.text.startsWith("- ")) return void 0;
	const read = blockMapping(lines, 0, 0);
	return read?.next === lines.length ? read.value : void 0;
}
function block(lines, start, depth) {
	if (depth >= MAX_DEPTH$1) return void 0;
	return lines[start]?.text.startsWith("- ") ? blockList(lines, start, depth) : blockMapping(lines, start, depth);
}
function blockMapping(lines, start, depth) {
	const indent = lines[start]?.indent;
	const mapping = {};
	let at = start;
	for (let line = lines[at]; line?.indent === indent && !line?.text.startsWith("- "); line = lines[at]) {
		const [, key = "", rest] = KEY.exec(line?.text ?? "") ?? [];
		if (key === "" || NO_TEXT.test(key) || Object.hasOwn(mapping, key)) return void 0;
		const read = rest === void 0 || rest.startsWith("#") ? void 0 : wholeOf(rest, depth);
		const held = read ?? (rest === void 0 ? heldBy(lines, at, depth) : void 0);
		if (held === void 0) return void 0;
		mapping[key] = held.value;
		at = read === void 0 ? held.next : at + 1;
	}
	return {
		value: mapping,
		next: at
	};
}
function heldBy(lines, at, depth) {
	const [key, next] = [lines[at], lines[at + 1]];
	if (key === void 0 || next === void 0) return void 0;
	return next.indent > key.indent || next.indent === key.indent && next.text.startsWith("- ") ? block(lines, at + 1, depth + 1) : void 0;
}
function blockList(lines, start, depth) {
	const indent = lines[start]?.indent;
	const list = [];
	let at = start;
	for (let line = lines[at]; line?.indent === indent && line?.text.startsWith("- "); line = lines[at]) {
		const text = line?.text.slice(2) ?? "";
		if (KEY.test(text)) {
			lines[at] = {
				indent: (indent ?? 0) + 2,
				text
			};
			const read = block(lines, at, depth + 1);
			if (read === void 0) return void 0;
			list.push(read.value);
			at = read.next;
		} else {
			const read = wholeOf(text, depth);
			if (read === void 0) return void 0;
			list.push(read.value);
			at += 1;
		}
	}
	return {
		value: list,
		next: at
	};
}
function wholeOf(text, depth) {
	const read = inlineValue(text, 0, {
		depth: depth + 1,
		plain: /[A-Za-z0-9_./%()+;,-]/y
	});
	return read !== void 0 && REST.test(text.slice(read.next)) ? read : void 0;
}
function inlineValue(text, start, within) {
	if (within.depth > MAX_DEPTH$1) return void 0;
	const first = text[start];
	if (first === "{") return inlineMapping(text, start, within.depth);
	if (first === "[") return inlineList(text, start, within.depth);
	if (first === "\"" || first === "'") {
		QUOTED.lastIndex = start;
		const [whole, double, single] = QUOTED.exec(text) ?? [];
		const value = double ?? single;
		return whole === void 0 || value === void 0 ? void 0 : {
			value,
			next: start + whole.length
		};
	}
	return plainScalar(text, start, within.plain);
}
function inlineMapping(text, start, depth) {
	const mapping = {};
	const next = entries(text, start, "}", (at) => {
		const [whole = "", key = ""] = KEY_INSIDE.exec(text.slice(at)) ?? [];
		if (key === "" || NO_TEXT.test(key) || Object.hasOwn(mapping, key)) return void 0;
		const read = inlineValue(text, at + whole.length, {
			depth: depth + 1,
			plain: IN_BRACKETS
		});
		if (read !== void 0) mapping[key] = read.value;
		return read?.next;
	});
	return next === void 0 ? void 0 : {
		value: mapping,
		next
	};
}
function inlineList(text, start, depth) {
	const list = [];
	const next = entries(text, start, "]", (at) => {
		const read = inlineValue(text, at, {
			depth: depth + 1,
			plain: IN_BRACKETS
		});
		if (read !== void 0) list.push(read.value);
		return read?.next;
	});
	return next === void 0 ? void 0 : {
		value: list,
		next
	};
}
function entries(text, start, end, readEntry) {
	let at = skipSpaces(text, start + 1);
	if (text[at] === end) return at + 1;
	for (;;) {
		const behind = readEntry(at);
		if (behind === void 0) return void 0;
		at = skipSpaces(text, behind);
		if (text[at] === end) return at + 1;
		if (text[at] !== "," || text[at + 1] !== " ") return void 0;
		at = skipSpaces(text, at + 1);
	}
}
function skipSpaces(text, start) {
	let at = start;
	while (text[at] === " ") at += 1;
	return at;
}
function plainScalar(text, start, plain) {
	let [at, end] = [start, start];
	for (;;) {
		plain.lastIndex = at;
		if (plain.test(text)) {
			at += 1;
			end = at;
		} else if (text[at] === " ") at += 1;
		else break;
	}
	const word = text.slice(start, end);
	if (word === "true" || word === "false") return {
		value: word === "true",
		next: end
	};
	if (NO_TEXT.test(word)) return void 0;
	if (NUMBER$1.test(word)) return {
		value: Number(word),
		next: end
	};
	return TEXT.test(word) ? {
		value: word,
		next: end
	} : void 0;
}
var IGNORED, MAX_DEPTH$1, KEY, NO_TEXT, REST, IN_BRACKETS, QUOTED, KEY_INSIDE, NUMBER$1, TEXT;
var init_plain_yaml = __esmMin(() => {
	init_text_file();
	init_try_schema();
	IGNORED = /^ *(?:#.*)?$/;
	MAX_DEPTH$1 = 8;
	KEY = /^([A-Za-z][A-Za-z0-9_-]{0,200}):(?: +(?! )(.*))?$/;
	NO_TEXT = /^(?:null|true|false)$/i;
	REST = /^ *(?: #.*)?$/;
	IN_BRACKETS = /[A-Za-z0-9_./%()+;-]/y;
	QUOTED = /"([ !#-[\]-~]*)"|'([ -&(-~]*)'/y;
	KEY_INSIDE = /^([A-Za-z][A-Za-z0-9_-]{0,200}): +/;
	NUMBER$1 = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;
	TEXT = /^(?:[A-Za-z].*|\d+(?:\.\d+)?%|(?=\d*[a-df])[0-9a-f]{64})$/s;
});
// src/domain/registry/yaml-file.ts
var yaml_file_exports = __exportAll({
	editYaml: () => editYaml,
	parseYaml: () => parseYaml
});
function parseYaml(schema, path, bytes, { later = {} } = {}) {
	const { text, problems } = decodeText(path, bytes, MAX_YAML_BYTES);
	const start = () => ({
		path,
		line: 1,
		column: 1
	});
	if (text === void 0) return {
		value: void 0,
		problems,
		locate: start
	};
	const quick = plainValue(schema, text);
	if (quick !== void 0) return {
		...quick,
		problems: lineEnds(path, text),
		locate: placesIn(path, text)
	};
	const read = readDocument(path, text);
	if (read.problems.length > 0) return {
		value: void 0,
		problems: read.problems,
		locate: start
	};
	const data = read.document.toJS() ?? {};
	const result = trySchema(schema, data);
	const placed = { locate: (keys, atKey = false) => ({
		path,
		...read.locate(keys, atKey)
	}) };
	if (result.success) return {
		value: result.data,
		problems: lineEnds(path, text),
		...placed
	};
	return {
		...placed,
		value: void 0,
		problems: explain(schema, data, result.error.issues, later).map(({ path: keys, atKey, message, next }) => ({
			severity: "error",
			code: "bad-file",
			place: {
				path,
				...read.locate(keys, atKey)
			},
			message,
			next
		}))
	};
}
function placesIn(path, text) {
	let read;
	return (keys, atKey = false) => {
		read ??= readDocument(path, text);
		return {
			path,
			...read.locate(keys, atKey)
		};
	};
}
function readDocument(path, text) {
	const lineCounter = new LineCounter();
	const at = (offset) => {
		const { line, col } = lineCounter.linePos(offset);
		return {
			line: Math.max(1, line),
			column: Math.max(1, col)
		};
	};
	const problem = (offset, message, next) => ({
		severity: "error",
		code: "bad-yaml",
		place: {
			path,
			...at(offset)
		},
		message,
		next
	});
	const read = readTokens(text, lineCounter);
	if ("tooDeep" in read) return {
		document: parseDocument("", READING),
		problems: [problem(read.tooDeep, "the file is nested too deeply", `nest at most ${MAX_DEPTH} levels`)],
		locate: () => ({
			line: 1,
			column: 1
		})
	};
	const [document, second] = [...new Composer(READING).compose(read.tokens, true, text.length)];
	return {
		document,
		problems: [
			...document.errors.map((error) => problem(error.pos[0], yamlMessage(error.code, error.message), YAML_NEXT[error.code] ?? "correct the line")),
			...read.tokens.flatMap((token) => token.type === "directive" ? [problem(token.offset, `the directive ${token.source} is not allowed`, "remove the line")] : []),
			...second === void 0 ? [] : [problem(second.range[0], "the file holds more than one document", "keep one document; remove what follows `---`")],
			...refusedNodes(document, text).map(({ offset, message, next }) => problem(offset, message, next))
		],
		locate: (keys, atKey) => at(offsetOf(document, keys, atKey))
	};
}
function yamlMessage(code, message) {
	if (code === "DUPLICATE_KEY") return "this key stands twice in one mapping";
	return `this is not YAML that can be read: ${message.split("\n")[0]?.replace(/[.:]$/, "") ?? code}`;
}
function readTokens(text, lineCounter) {
	const parser = new Parser(lineCounter.addNewLine);
	lineCounter.addNewLine(0);
	const tokens = [];
	for (const word of new Lexer().lex(text)) {
		for (const token of parser.next(word)) tokens.push(token);
		if (parser.stack.length <= MAX_DEPTH) continue;
		const tooDeep = parser.stack.filter(({ type }) => COLLECTIONS.has(type))[MAX_DEPTH];
		if (tooDeep !== void 0) return { tooDeep: tooDeep.offset };
	}
	tokens.push(...parser.end());
	return { tokens };
}
function refusedNodes(document, text) {
	if (!SUSPICIOUS.test(text)) return [];
	const refused = [];
	const refuse = (node, message, next) => {
		refused.push({
			offset: node.range?.[0] ?? 0,
			message,
			next
		});
	};
	visit$1(document, {
		Alias: (_key, node) => refuse(node, `the alias *${node.source} is not allowed`, "write the value itself"),
		Node: (_key, node, ancestors) => {
			if (isScalar(node) && node.value === "__proto__") refuse(node, "the name __proto__ is not allowed", "choose another name");
			if ("anchor" in node && node.anchor !== void 0) refuse(node, `the anchor &${node.anchor} is not allowed`, "write the value without it");
			if (node.tag !== void 0) refuse(node, `the tag ${node.tag} is not allowed`, "write the value without it");
			if (isCollection(node) && ancestors.filter(isCollection).length >= MAX_DEPTH) {
				refuse(node, "the file is nested too deeply", `nest at most ${MAX_DEPTH} levels`);
				return visit$1.SKIP;
			}
		}
	});
	return refused;
}
function offsetOf(document, keys, atKey) {
	let node = document.contents;
	let offset = nodeOffset(node) ?? 0;
	for (const [index, key] of keys.entries()) {
		if (!isCollection(node)) break;
		const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === key) : void 0;
		const value = pair === void 0 ? node.get(key, true) : pair.value;
		offset = (index === keys.length - 1 && atKey ? nodeOffset(pair?.key) : nodeOffset(value)) ?? nodeOffset(pair?.key) ?? offset;
		node = value;
	}
	return offset;
}
function nodeOffset(node) {
	return isNode(node) ? node.range?.[0] ?? void 0 : void 0;
}
function lineEnds(path, text) {
	const warn = (line, message, next) => ({
		severity: "warning",
		code: "bad-file",
		place: {
			path,
			line
		},
		message,
		next
	});
	const crlf = text.indexOf("\r\n");
	return [...crlf < 0 ? [] : [warn(text.slice(0, crlf).split("\n").length, "lines end in CRLF", "save the file with LF, or add `* text=auto eol=lf` to .gitattributes")], ...text === "" || text.endsWith("\n") ? [] : [warn(text.split("\n").length, "the final newline is missing", "end the last line")]];
}
function editYaml(text, edits) {
	return edits.reduce(editOnce, text);
}
function editOnce(text, { keys, value }) {
	const document = parseDocument(text, READING);
	const node = document.getIn(keys, true);
	if (isScalar(node) && node.value === value) return text;
	const range = isScalar(node) && ONE_LINE.has(node.type ?? "") ? node.range : void 0;
	const wanted = withValue(document, {
		keys,
		value
	});
	const facts = JSON.stringify(wanted.toJS());
	const reads = (edited) => {
		const read = parseDocument(edited, READING);
		return read.errors.length === 0 && refusedNodes(read, edited).length === 0 && JSON.stringify(read.toJS()) === facts;
	};
	if (range && range[1] > range[0]) for (const written of [String(value), JSON.stringify(value)]) {
		const edited = text.slice(0, range[0]) + written + text.slice(range[1]);
		if (reads(edited)) return edited;
	}
	const written = wanted.toString({
		lineWidth: 0,
		flowCollectionPadding: !/\{[^\s}]/.test(text)
	});
	return text.includes("\r\n") ? written.replace(/\r?\n/g, "\r\n") : written;
}
function withValue(document, { keys, value }) {
	for (let depth = 1; depth < keys.length; depth += 1) {
		const above = document.getIn(keys.slice(0, depth), true);
		if (!isScalar(above) || above.value !== null) continue;
		const mapping = document.createNode({});
		mapping.commentBefore = above.comment ?? null;
		document.setIn(keys.slice(0, depth), mapping);
	}
	document.setIn(keys, value);
	return document;
}
var MAX_DEPTH, READING, YAML_NEXT, COLLECTIONS, SUSPICIOUS, ONE_LINE;
var init_yaml_file = __esmMin(() => {
	init_browser();
	init_explain();
	init_plain_yaml();
	init_text_file();
	init_try_schema();
	MAX_DEPTH = 32;
	READING = {
		version: "1.2",
		schema: "core",
		merge: false,
		strict: true,
		uniqueKeys: true,
		stringKeys: true,
		logLevel: "error"
	};
	YAML_NEXT = {
		DUPLICATE_KEY: "remove one of the two",
		TAB_AS_INDENT: "indent with spaces",
		TAG_RESOLVE_FAILED: "write the value without a tag",
		BAD_ALIAS: "write the value itself, without * and &"
	};
	COLLECTIONS = new Set([
		"block-map",
		"block-seq",
		"flow-collection"
	]);
	SUSPICIOUS = /[&*!\\[{]/;
	ONE_LINE = new Set([
		"PLAIN",
		"QUOTE_SINGLE",
		"QUOTE_DOUBLE"
	]);
});
// src/domain/registry/plan-registration.ts
var init_plan_registration = __esmMin(() => {
	init_browser();
	init_config();
	init_json_file();
	init_version();
	init_yaml_file();
});
// src/commands/say-once.ts
async function sayOnce(comments, target, subject, words) {
	await say(comments, target, subject, words, async () => true);
}
async function sayNow(comments, target, subject, words) {
	await say(comments, target, subject, words, async (comment, body) => {
		if (comment.body.replaceAll("\r\n", "\n").trim() === body.trim()) return true;
		return (await comments.update(target, comment, body)).is !== "unsure";
	});
}
async function say(comments, target, subject, words, settle) {
	const marker = markerOf(subject);
	const body = `${marker}\n${words}\n`;
	for (let round = 0; round < MOST_ROUNDS$1; round += 1) {
		const found = await comments.find(target, marker);
		if (found === void 0) return;
		const [first] = found;
		if (first === void 0) {
			if ((await comments.create(target, body)).is !== "unsure") return;
		} else if (await settle(first, body)) return;
	}
	throw new ModelyardError({
		code: "remote-failed",
		message: "whether GitHub took a comment is not known",
		next: "run the step again in a while"
	});
}
var MOST_ROUNDS$1, markerOf;
var init_say_once = __esmMin(() => {
	init_errors$2();
	MOST_ROUNDS$1 = 3;
	markerOf = (subject) => `<!-- modelyard ${subject} -->`;
}), init_candidate_fate = __esmMin(() => {
	init_say_once();
}), NUMBER;
var init_registry_files = __esmMin(() => {
	NUMBER = "([1-9]\\d*)";
	new RegExp(`^promotions/${NUMBER}\\.json$`), new RegExp(`^versions/${NUMBER}/(version\\.json|notes\\.yaml|card\\.md)$`), new RegExp(`^versions/${NUMBER}/evidence/([a-z][a-z-]*-[0-9a-f]{12}\\.json)$`), new RegExp(`^versions/${NUMBER}/(model.*)$`, "s");
}), MOST_FILES;
var init_left_proposal = __esmMin(() => {
	init_mini();
	init_config();
	init_names();
	init_registry_files();
	MOST_FILES = 500;
	string$1().check(_maxLength(200), _regex(/^modelyard\/[a-z0-9-]+\/[a-z0-9.-]+$/)), string$1().check(_minLength(1), _maxLength(2e4)), array(strictObject({
		path: RepositoryPath,
		name: optional(string$1().check(_regex(/^file-\d{1,4}$/)))
	})).check(_minLength(1), _maxLength(MOST_FILES));
});
// src/commands/leave-proposal.ts
var init_leave_proposal = __esmMin(() => {
	init_left_proposal();
	init_json_file();
});
// src/domain/pipeline/move-status.ts
var init_move_status = __esmMin(() => {
	init_conclusion$1();
});
// src/domain/registry/approvals-by-rules.ts
var init_approvals_by_rules = __esmMin(() => {
	init_outcome();
});
// src/commands/judge-approvals.ts
var init_judge_approvals = __esmMin(() => {
	init_approvals_by_rules();
});
// src/commands/proposal-standing.ts
var init_proposal_standing = __esmMin(() => {
	init_errors$2();
	init_move_status();
	init_judge_approvals();
});
// src/commands/change-set.ts
var init_change_set = __esmMin(() => {
	init_errors$2();
	init_candidate_fate();
	init_leave_proposal();
	init_proposal_standing();
}), Count$1, Counts, CategoryProfile;
var init_category_profile = __esmMin(() => {
	init_mini();
	init_errors$2();
	init_sorted();
	Count$1 = int$2().check(_gte(0));
	Counts = record(string$1().check(_maxLength(400)), Count$1);
	CategoryProfile = strictObject({
		type: literal("category"),
		nulls: Count$1,
		named: sorted(Counts),
		others: strictObject({
			rows: Count$1,
			first: sorted(Counts).check(describe(`Rows of the first of them by name, 20 at most.`))
		})
	});
});
// src/domain/drift/edges.ts
function upperEnds({ edges, atoms }) {
	const isAtom = new Set(atoms);
	const ends = [];
	for (const edge of edges) {
		const below = nextDown(edge);
		if (isAtom.has(edge) && ends.at(-1) !== below) ends.push(below);
		ends.push(edge);
	}
	return Float64Array.from(ends);
}
function nextDown(value) {
	if (value === 0) return -Number.MIN_VALUE;
	DOUBLE.setFloat64(0, value);
	const bits = DOUBLE.getBigInt64(0);
	DOUBLE.setBigInt64(0, value > 0 ? bits - 1n : bits + 1n);
	return DOUBLE.getFloat64(0);
}
function isAscending(values) {
	return values.every((value, index) => index === 0 || value > values[index - 1]);
}
function isSubset(some, all) {
	const known = new Set(all);
	return some.every((value) => known.has(value));
}
var Finite, Edges, DOUBLE;
var init_edges = __esmMin(() => {
	init_mini();
	Finite = number();
	Edges = strictObject({
		edges: array(Finite),
		atoms: array(Finite)
	}).check(refine(({ edges }) => isAscending(edges), {
		path: ["edges"],
		error: "edges must ascend"
	}), refine(({ edges, atoms }) => isAscending(atoms) && isSubset(atoms, edges), {
		path: ["atoms"],
		error: "atoms must be some of the edges, ascending"
	}));
	DOUBLE = new DataView(new ArrayBuffer(8));
});
// src/domain/drift/number-profile.ts
var Count, NumberProfile;
var init_number_profile = __esmMin(() => {
	init_mini();
	init_errors$2();
	init_edges();
	Count = int$2().check(_gte(0));
	NumberProfile = strictObject({
		type: literal("number"),
		nulls: Count,
		nan: Count,
		infinite: Count,
		least: optional(number()),
		most: optional(number()),
		cut: Edges,
		counts: array(Count)
	}).check(refine(({ cut, counts }) => counts.length === upperEnds(cut).length + 1, {
		path: ["counts"],
		error: "there must be a count for each cell of the cut"
	}));
});
// src/domain/drift/kept-profile.ts
function readNumbers({ cut, counts, ...profile }) {
	return {
		...profile,
		cut: {
			edges: parseNumbers(cut.edges),
			atoms: parseNumbers(cut.atoms)
		},
		counts: parseNumbers(counts)
	};
}
function parseNumbers(text) {
	return text === "" ? [] : text.split(" ").map(Number);
}
var Numbers, KeptNumbers, KeptProfile;
var init_kept_profile = __esmMin(() => {
	init_mini();
	init_names();
	init_category_profile();
	init_number_profile();
	Numbers = string$1().check(_regex(/^(?:-?\d+(?:\.\d+)?(?:e[+-]\d+)?(?: -?\d+(?:\.\d+)?(?:e[+-]\d+)?)*)?$/), _maxLength(2e4), describe("Numbers, a space between two, each the shortest text that reads back as the same double."));
	KeptNumbers = strictObject({
		...NumberProfile.shape,
		cut: strictObject({
			edges: Numbers,
			atoms: Numbers
		}),
		counts: Numbers
	}).check(refine((kept) => NumberProfile.safeParse(readNumbers(kept)).success, { error: "edges must ascend, atoms be some of them, and a count be there for each cell" }));
	KeptProfile = strictObject({
		uri: string$1().check(_maxLength(4e3), describe("The file that it is of.")),
		rows: int$2().check(_gte(0)),
		columns: array(strictObject({
			column: UserName,
			profile: union([
				KeptNumbers,
				CategoryProfile,
				strictObject({ type: _enum(["other", "unreadable"]) })
			])
		})).check(_maxLength(5e3), describe("In the order of the file."))
	});
}), Origin, Artifact, chosen, Subject, PairedSubject, OnDataOrNot, TrainedSubject, Successor, evidenceOf, Evidence, init_evidence = __esmMin(() => {
	init_mini();
	init_kept_profile();
	init_names();
	init_comparison();
	init_contract$1();
	init_evaluation();
	init_fairness();
	init_judging_rows();
	init_latency$1();
	init_other_kinds();
	init_reproducibility();
	init_tests();
	Origin = strictObject({
		tool: string$1().check(_maxLength(100), describe("What measured: name and version.")),
		by: optional(PersonName),
		repository: optional(string$1().check(_maxLength(200))),
		run: optional(int$2().check(_gte(1))),
		workflow: optional(string$1().check(_maxLength(300))),
		commit: optional(ObjectId),
		predictions: optional(array(Sha256).check(_minLength(1), _maxLength(2))),
		machine: string$1().check(_maxLength(200)),
		"started-at": Timestamp,
		seconds: number().check(_gte(0))
	});
	Artifact = strictObject({ artifact: Sha256 });
	chosen = optional(ChosenWindow);
	Subject = extend(Artifact, {
		data: Sha256,
		window: chosen
	});
	PairedSubject = extend(Subject, { champion: Sha256 });
	OnDataOrNot = extend(Artifact, {
		data: optional(Sha256),
		window: chosen
	});
	TrainedSubject = extend(Artifact, { "training-data": Sha256 });
	Successor = extend(Artifact, { champion: Sha256 });
	evidenceOf = (kind, subject, facts) => strictObject({
		schema: literal(1),
		kind: literal(kind),
		subject,
		facts,
		origin: Origin
	});
	Evidence = discriminatedUnion("kind", [
		evidenceOf("evaluation", Subject, Evaluation),
		evidenceOf("comparison", PairedSubject, Comparison),
		evidenceOf("fairness", extend(Subject, { champion: optional(Sha256) }), Fairness),
		evidenceOf("latency", PairedSubject, Latency),
		evidenceOf("importance", Subject, Importance),
		evidenceOf("size", Artifact, Size),
		evidenceOf("data", Successor, DataChange),
		evidenceOf("reproducibility", Artifact, Reproducibility),
		evidenceOf("contract", OnDataOrNot, Contract),
		evidenceOf("tests", Artifact, Tests),
		evidenceOf("profile", TrainedSubject, KeptProfile),
		evidenceOf("custom", OnDataOrNot, Custom)
	]);
	Evidence.def.options.map(({ shape }) => [...shape.kind.def.values][0]);
}), Head, Tail;
var init_record = __esmMin(() => {
	init_mini();
	init_outcome();
	init_names();
	init_sorted();
	sorted(record(AliasName, nullable(VersionNumber)));
	Head = { schema: literal(1) };
	Tail = {
		"requested-by": PersonName,
		"requested-at": Timestamp,
		reason: optional(string$1().check(_minLength(1), _maxLength(1e4))),
		unapproved: optional(string$1().check(_minLength(1), _maxLength(1e4)))
	};
	int$2().check(_gte(1));
	({ ...Head }), { ...Tail }, array(Sha256).check(_maxLength(1e3), describe("The evidence that was judged."));
	({ ...Head }), { ...Tail };
	({ ...Head }), { ...Tail };
	({ ...Head }), { ...Tail };
});
// src/commands/move-change.ts
var init_move_change = __esmMin(() => {
	init_evidence();
	init_config();
	init_json_file();
	init_pointers();
	init_record();
	init_change_set();
});
// src/domain/registry/evaluate-keys.ts
function* misplacedKeys({ task, target }, evaluate) {
	for (const name of Object.keys(MetricSettings.shape)) if (evaluate[name] !== void 0 && !SETTINGS_OF[task].includes(name)) yield {
		path: [name],
		message: `left out: it means nothing for ${task}`
	};
	const slices = evaluate.slices ?? [];
	for (const [index, column] of slices.entries()) {
		if (slices.indexOf(column) < index) yield {
			path: ["slices", index],
			message: "a column that is not named before"
		};
		if (column === target) yield {
			path: ["slices", index],
			message: "another column than the target"
		};
	}
	if (evaluate["primary-metric"] === "cost" && evaluate.cost === void 0) yield {
		path: ["primary-metric"],
		message: "another metric, unless `cost` beside it says what a mistake costs"
	};
}
var OwnMetricRule, OwnMetricName, Evaluate;
var init_evaluate_keys = __esmMin(() => {
	init_mini();
	init_metric_catalogue();
	init_metric_settings();
	init_names();
	OwnMetricRule = strictObject({
		command: string$1().check(_minLength(1), _maxLength(2e3), describe("Prints JSON: a list of one number a row, or one number. Reads $MODELYARD_DATA and $MODELYARD_PREDICTIONS.")),
		direction: _enum([
			"higher",
			"lower",
			"zero"
		]),
		unit: optional(string$1().check(_minLength(1), _maxLength(40))),
		per: _enum(["row", "set"])
	});
	OwnMetricName = UserName.check(refine((name) => !METRIC_NAMES.includes(name) && name !== "__proto__", { error: "a name of its own, which none of the metrics here has" }));
	Evaluate = strictObject({
		data: strictObject({
			uri: SourceUri,
			sha256: optional(Sha256),
			time: optional(UserName),
			"window-days": optional(int$2().check(_gte(1), _lte(3599)))
		}).check(refine(({ time, "window-days": days }) => time === void 0 === (days === void 0), { error: "`time` and `window-days` together, or neither" }), refine(({ time, sha256 }) => time === void 0 || sha256 === void 0, { error: "either `sha256`, which pins a file, or `time` and `window-days`, by which rows are chosen" }), refine(({ uri }) => isAddress(uri) || !isPattern(uri) || folderOfPattern(uri) !== "", { error: "files below a folder, which is then guarded as what judges: data/*.csv" }), refine(({ time, uri }) => time !== void 0 || !isAddress(uri) && !isPattern(uri), { error: "one file of the repository, unless `time` and `window-days` choose rows of more" })),
		"primary-metric": optional(_enum(METRIC_NAMES)),
		slices: optional(array(UserName).check(_minLength(1), _maxLength(10))),
		...MetricSettings.shape,
		cluster: optional(UserName),
		key: optional(UserName),
		metrics: optional(record(OwnMetricName, OwnMetricRule))
	});
});
// src/domain/service/window.ts
function parseLength(text) {
	return LENGTH.test(text) ? spanMs(text) : void 0;
}
var LENGTH;
var init_window = __esmMin(() => {
	init_window$1();
	LENGTH = /^[1-9]\d{0,6}[mhd]$/;
});
// src/domain/registry/monitor-keys.ts
var Runs, Days, Label, Login, Distance, MonitoredSource, MonitoredPredictions, Length, Server, MonitoredService, Monitor;
var init_monitor_keys = __esmMin(() => {
	init_mini();
	init_window$1();
	init_window();
	init_names();
	Runs = int$2().check(_gte(1), _lte(50));
	Days = int$2().check(_gte(0), _lte(365));
	Label = string$1().check(_minLength(1), _maxLength(50));
	Login = string$1().check(_regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/, { error: "a login, without @" }));
	Distance = number().check(_gt(0), _lte(1));
	MonitoredSource = strictObject({
		uri: optional(SourceUri),
		sql: optional(string$1().check(_minLength(1), _maxLength(2e4))),
		time: optional(UserName),
		"window-days": optional(int$2().check(_gte(1), _lte(3599)))
	}).check(refine(({ uri, sql }) => uri === void 0 !== (sql === void 0), { error: "either `uri` or `sql`" }), refine((source) => source.time === void 0 === (source["window-days"] === void 0), { error: "`time` and `window-days` together, or neither" }));
	MonitoredPredictions = strictObject({
		predictions: RepositoryPath,
		labels: optional(RepositoryPath),
		key: optional(UserName)
	}).check(refine(({ labels, key }) => labels === void 0 === (key === void 0), { error: "`labels` and `key` together, or neither" }));
	Length = string$1().check(refine((text) => parseLength(text) !== void 0, { error: "a length like 24h, 30m or 7d" }));
	Server = string$1().check(_maxLength(1024), _regex(/^https?:\/\/[^/]/, { error: "an address: https://…" }));
	MonitoredService = strictObject({
		logs: optional(RepositoryPath),
		samples: optional(RepositoryPath),
		prometheus: optional(Server),
		business: optional(RepositoryPath),
		window: optional(Length)
	}).check(refine(({ logs, samples, prometheus }) => [
		logs,
		samples,
		prometheus
	].filter((source) => source !== void 0).length <= 1, { error: "one of `logs`, `samples` and `prometheus`" }), refine(({ window, ...sources }) => Object.keys(sources).length > 0, { error: "a source: `logs`, `samples`, `prometheus` or `business`" }), refine(({ prometheus, window }) => prometheus === void 0 || window !== void 0, { error: "`prometheus` needs `window`" }));
	Monitor = strictObject({
		current: optional(MonitoredSource),
		reference: optional(union([Season, MonitoredSource])),
		performance: optional(MonitoredPredictions),
		service: optional(MonitoredService),
		ignore: optional(array(UserName).check(_maxLength(1e3))),
		thresholds: optional(strictObject({
			level: optional(number().check(_gt(0), _lte(.5))),
			numbers: optional(Distance),
			categories: optional(Distance),
			missing: optional(Distance),
			learned: optional(boolean())
		})),
		together: optional(boolean()),
		confirm: optional(strictObject({
			runs: Runs,
			of: Runs
		}).check(refine(({ runs, of }) => runs <= of, { error: "`runs` is at most `of`" }))),
		alerts: optional(strictObject({
			labels: optional(array(Label).check(_maxLength(20))),
			assignees: optional(array(Login).check(_maxLength(10))),
			summary: optional(literal("weekly")),
			"close-after": optional(Runs),
			"reopen-days": optional(Days),
			"worse-by": optional(number().check(_gt(1), _lte(100))),
			"blind-after": optional(Runs)
		}))
	});
});
// src/domain/registry/serve-keys.ts
var UrlPath, Serve;
var init_serve_keys = __esmMin(() => {
	init_mini();
	init_names();
	UrlPath = string$1().check(_maxLength(1e3), _regex(/^\/[\x21-\x7e]*$/, { error: "a path of an address, like /predict" }));
	Serve = strictObject({
		command: string$1().check(_minLength(1), _maxLength(2e3), describe("Serves the model: reads $MODELYARD_MODEL and listens on 127.0.0.1 at $PORT.")),
		ready: UrlPath,
		path: optional(UrlPath),
		protocol: _default(_enum(["rows", "v2"]), "rows"),
		probability: optional(UserName),
		label: optional(UserName)
	});
});
// src/domain/registry/definition.ts
function* gateIssues({ task, evaluate }, { gates = [] }) {
	const metrics = [...metricsOf(task), ...Object.keys(evaluate?.metrics ?? {})];
	for (const [index, rule] of gates.entries()) {
		for (const { keys, metric } of metricsNamedIn(rule)) {
			if (metrics.includes(metric)) continue;
			yield {
				path: [
					"gates",
					index,
					...keys
				],
				message: `a metric of ${task} (${metrics.join(", ")})`
			};
		}
		if ("fairness" in rule && task !== "binary-classification") yield {
			path: [
				"gates",
				index,
				"fairness"
			],
			message: "a gate of binary-classification"
		};
	}
}
var Command, Sample, Train, Predict, Lint, Test, Environment, Sla, Preview, ModelDefinition, LATER_DEFINITION_KEYS;
var init_definition = __esmMin(() => {
	init_mini();
	init_metric_catalogue();
	init_rule();
	init_evaluate_keys();
	init_monitor_keys();
	init_names();
	init_policy();
	init_retrain_keys();
	init_serve_keys();
	init_sla_keys();
	init_sla_service_keys();
	Command = string$1().check(_minLength(1), _maxLength(2e3));
	Sample = strictObject({
		share: optional(number().check(_gt(0), _lte(1))),
		rows: optional(int$2().check(_gte(1), _lte(2 ** 40))),
		stratify: optional(UserName)
	}).check(refine(({ share, rows }) => share === void 0 || rows === void 0, { error: "either `share` or `rows`" }));
	Train = strictObject({
		command: Command,
		data: RepositoryPath,
		seed: _default(int$2().check(_gte(0), _lte(2 ** 31 - 1)), 0),
		sample: optional(Sample),
		watch: optional(array(string$1().check(_minLength(1), _maxLength(300))))
	});
	Predict = strictObject({ command: Command });
	Lint = strictObject({ command: Command });
	Test = strictObject({ command: Command });
	Environment = strictObject({ install: Command });
	Sla = strictObject({
		...MetricsSla,
		...ServiceSla
	});
	Preview = strictObject({ "fail-on": optional(_enum(["worse"])) });
	ModelDefinition = strictObject({
		description: optional(string$1().check(_maxLength(1e4))),
		owners: optional(array(Owner)),
		task: _enum(TASKS),
		target: UserName,
		"positive-class": optional(UserName),
		environment: optional(Environment),
		lint: optional(Lint),
		test: optional(Test),
		train: optional(Train),
		predict: optional(Predict),
		evaluate: optional(Evaluate),
		serve: optional(Serve),
		monitor: optional(Monitor),
		retrain: optional(Retrain),
		sla: optional(Sla),
		preview: optional(Preview),
		aliases: optional(record(AliasName, StageName)),
		policy: _default(record(StageName, StagePolicy), {})
	}).check(superRefine((definition, context) => {
		const metrics = metricsOf(definition.task);
		const primary = definition.evaluate?.["primary-metric"];
		if (primary !== void 0 && !metrics.includes(primary)) context.addIssue({
			code: "custom",
			path: ["evaluate", "primary-metric"],
			message: `a metric of ${definition.task} (${metrics.join(", ")})`
		});
		for (const [index, { metric }] of (definition.sla?.metrics ?? []).entries()) {
			if (metrics.includes(metric)) continue;
			context.addIssue({
				code: "custom",
				path: [
					"sla",
					"metrics",
					index,
					"metric"
				],
				message: `a metric of ${definition.task} (${metrics.join(", ")})`
			});
		}
		for (const [stage, policy] of Object.entries(definition.policy)) for (const { path, message } of gateIssues(definition, policy)) context.addIssue({
			code: "custom",
			path: [
				"policy",
				stage,
				...path
			],
			message
		});
		for (const { path, message } of definition.evaluate === void 0 ? [] : misplacedKeys(definition, definition.evaluate)) context.addIssue({
			code: "custom",
			path: ["evaluate", ...path],
			message
		});
		for (const { path, message } of retrainIssues(definition)) context.addIssue({
			code: "custom",
			path: ["retrain", ...path],
			message
		});
		if (definition.task === "binary-classification" && definition["positive-class"] === void 0) context.addIssue({
			code: "custom",
			path: ["task"],
			message: "accompanied by `positive-class`, the class that probabilities are of"
		});
	}));
	LATER_DEFINITION_KEYS = { "environment.python": "setting up Python in the pipeline" };
});
// src/domain/registry/reference.ts
var init_reference = __esmMin(() => {
	init_errors$2();
	init_lifecycle();
	init_model_state();
	init_pointers();
});
// src/commands/registry-reader.ts
async function readYaml(schema, path, bytes, later = {}) {
	const plain = parsePlainYaml(schema, path, bytes);
	if (plain !== void 0) return {
		...plain,
		problems: []
	};
	const { parseYaml } = await Promise.resolve().then(() => (init_yaml_file(), yaml_file_exports));
	return parseYaml(schema, path, bytes, { later });
}
function valueOrThrow({ value, problems }) {
	const error = firstError(problems);
	if (error !== void 0) throw error;
	return value;
}
var init_registry_reader = __esmMin(() => {
	init_errors$2();
	init_problem();
	init_config();
	init_definition();
	init_json_file();
	init_names();
	init_notes();
	init_plain_yaml();
	init_pointers();
	init_record();
	init_reference();
	init_version();
});
// src/commands/evidence-file.ts
var init_evidence_file = __esmMin(() => {
	init_errors$2();
	init_evidence();
	init_json_file();
	init_registry_reader();
});
// src/commands/trained-model.ts
var init_trained_model = __esmMin(() => {
	init_errors$2();
});
// src/commands/evidence-folder.ts
var init_evidence_folder = __esmMin(() => {
	init_evidence_file();
	init_trained_model();
});
// src/commands/evidence-reader.ts
var init_evidence_reader = __esmMin(() => {
	init_config();
});
// src/domain/registry/artifact-home.ts
var init_artifact_home = __esmMin(() => {
	init_errors$2();
});
// src/commands/version-artifact.ts
var init_version_artifact = __esmMin(() => {
	init_errors$2();
	init_artifact_home();
	init_config();
});
// src/commands/move-facts.ts
var init_move_facts = __esmMin(() => {
	init_errors$2();
	init_config();
	init_json_file();
	init_names();
	init_record();
	init_change_set();
	init_evidence_file();
	init_evidence_folder();
	init_evidence_reader();
	init_registry_reader();
	init_version_artifact();
});
// src/domain/evidence/carried.ts
var init_carried = __esmMin(() => {
	init_select();
});
// src/commands/card-file.ts
var init_card_file = __esmMin(() => {
	init_config();
	init_registry_reader();
});
// src/commands/decisions-on-data.ts
var init_decisions_on_data = __esmMin(() => {
	init_config();
});
// src/commands/promotion.ts
var init_promotion = __esmMin(() => {
	init_carried();
	init_model_state();
	init_plan_promotion();
	init_card_file();
	init_decisions_on_data();
	init_move_change();
	init_move_facts();
	init_registry_reader();
});
// src/commands/registration-result.ts
var init_registration_result = __esmMin(() => {
	init_model_state();
});
// src/commands/candidate.ts
var candidateBranch;
var init_candidate = __esmMin(() => {
	init_metric_catalogue();
	init_errors$2();
	init_earlier_comparison();
	init_plan_candidate();
	init_plan_promotion();
	init_plan_registration();
	init_move();
	init_change_set();
	init_move_change();
	init_move_facts();
	init_promotion();
	init_registration_result();
	candidateBranch = (model) => `modelyard/${model}/candidate`;
});
// src/commands/likely-branch.ts
async function likelyDefaultBranch({ repository }) {
	for (const name of ["main", "master"]) if (await repository.resolve(`refs/heads/${name}`) !== void 0) return name;
	return (await repository.head()).branch ?? "main";
}
var init_likely_branch = __esmMin(() => {});
// src/commands/retraining-facts.ts
async function waitingCandidates(model, ports) {
	return knownOf(async () => {
		const into = await ports.provenance?.defaultBranch() ?? await likelyDefaultBranch(ports);
		const open = await ports.openPulls.list(into);
		return known(open.filter(({ branch, isOurs }) => isOurs && branch === candidateBranch(model)).map(({ number, isDraft }) => ({
			pull: number,
			isDraft
		})));
	});
}
async function knownOf(read) {
	try {
		return await read();
	} catch (error) {
		if (error instanceof ModelyardError && (error.code === "no-github" || error.code === "missing-permission")) return unknown(error.message);
		throw error;
	}
}
var known, unknown;
var init_retraining_facts = __esmMin(() => {
	init_mini();
	init_errors$2();
	init_config();
	init_json_file();
	init_retrain_keys();
	init_performance();
	init_kept_metrics();
	init_measured_file();
	init_candidate();
	init_likely_branch();
	init_monitor_runs();
	init_registry_reader();
	known = (value) => ({
		is: "known",
		value
	});
	unknown = (why) => ({
		is: "unknown",
		why
	});
});
// src/domain/alerts/plan.ts
function planAlert(facts) {
	const { issue, latest, finding, run } = facts;
	if (latest !== void 0 && compareRuns(run, latest) <= 0) return { is: "none" };
	if (issue === void 0 || isOver(issue, facts)) return finding.is === "bad" ? {
		is: "open",
		state: openedBy(facts)
	} : { is: "none" };
	return issue.isOpen ? planOpen(issue.state, facts) : planClosed(issue.state, facts);
}
function compareRuns(a, b) {
	return a.id - b.id || a.attempt - b.attempt;
}
function planOpen(known, facts) {
	const { state, news } = settled$1(known && anew(known), facts);
	if (state["recovered-at"] === void 0) return {
		is: "update",
		...spoken(state, news, facts)
	};
	return {
		is: "close",
		state: unmuted(state),
		news: [{
			why: "recovered",
			items: []
		}]
	};
}
function spoken(state, news, { finding, now }) {
	const { snoozed, ...rest } = state;
	if (snoozed === void 0 || snoozed.until > now || finding.is !== "bad") return {
		state,
		news
	};
	const items = state.items.map((item) => ({
		...item,
		told: Math.max(item.told, item.bad ? item.size : 0)
	}));
	return {
		state: fitState({
			...rest,
			items
		}),
		news: [{
			why: "awake",
			items: badOf(items)
		}]
	};
}
function unmuted({ snoozed: _, acknowledged: __, ...state }) {
	return state;
}
function badOf(items) {
	return items.filter(({ bad }) => bad).map(({ name, size }) => ({
		name,
		size
	}));
}
function anew(state) {
	const { "recovered-at": recovered, ...rest } = state;
	return recovered === void 0 ? state : {
		...rest,
		good: 0
	};
}
function planClosed(before, facts) {
	const { finding, now } = facts;
	if (finding.is === "bad" && (before === void 0 || before["recovered-at"] !== void 0)) {
		const { state } = settled$1(before, facts);
		const items = state.items.map((item) => ({
			...item,
			told: Math.max(item.told, item.bad ? item.size : 0)
		}));
		return {
			is: "reopen",
			state: fitState({
				...unmuted(state),
				since: badSince(items, now),
				items
			}),
			news: [{
				why: "returned",
				items: badOf(items)
			}]
		};
	}
	if (before === void 0) return { is: "none" };
	const { state, news } = settled$1(before, facts);
	return {
		is: news.length > 0 ? "reopen" : "update",
		state,
		news
	};
}
function openedBy(facts) {
	const { state } = settled$1(void 0, {
		...facts,
		issue: void 0
	});
	return facts.issue === void 0 ? state : {
		...state,
		follows: facts.issue.number
	};
}
function settled$1(before, facts) {
	const { finding, run, rules, now } = facts;
	const known = before ?? blankState(facts);
	if (finding.is === "unknown") return {
		state: {
			...known,
			run
		},
		news: []
	};
	const untold = new Set(finding.untold.map(keyOf));
	if (finding.is === "good") {
		const items = known.items.map((item) => ({
			...item,
			bad: item.bad && untold.has(item.name)
		}));
		const good = items.some(({ bad }) => bad) || known.cut === true && untold.size > 0 ? known.good : known.good + 1;
		const recovered = good >= rules.closeAfter ? { "recovered-at": known["recovered-at"] ?? now } : {};
		return {
			state: fitState({
				...known,
				run,
				good,
				items,
				...recovered
			}),
			news: []
		};
	}
	const { "recovered-at": _, ...rest } = known;
	const found = foundItems(before, finding.items, facts);
	const names = new Set(found.map(({ item }) => item.name));
	const others = known.items.filter(({ name }) => !names.has(name)).map((item) => ({
		...item,
		bad: item.bad && untold.has(item.name)
	}));
	const items = [...found.map(({ item }) => item), ...others];
	const since = before === void 0 ? badSince(items, now) : known.since;
	return {
		state: fitState({
			...rest,
			since,
			run,
			good: 0,
			items
		}),
		news: ["worse", "joined"].flatMap((why) => {
			const items = found.filter((one) => one.why === why);
			return items.length === 0 ? [] : [{
				why,
				items: items.map(saidOf)
			}];
		})
	};
}
function badSince(items, now) {
	return items.reduce((first, { bad, since }) => bad && since < first ? since : first, now);
}
function blankState({ issue, finding, run, now }) {
	return {
		schema: 1,
		since: now,
		run,
		good: 0,
		items: [],
		...issue === void 0 || finding.is === "bad" && finding.untold.length === 0 ? {} : { cut: true }
	};
}
function foundItems(before, items, { rules, now }) {
	const known = new Map((before?.items ?? []).map((item) => [item.name, item]));
	return [...byKey(items)].map(([name, { size, since: found }]) => {
		const item = known.get(name);
		const since = found === void 0 || found > now ? now : found;
		const isSilent = before?.snoozed !== void 0 && before.snoozed.until > now;
		if (item === void 0 || item.told === 0 && size > 0) {
			const isNews = before !== void 0 && before.cut !== true && before.acknowledged === void 0;
			const told = isSilent && isNews ? 0 : size;
			const why = isNews && !isSilent ? "joined" : void 0;
			return {
				item: {
					name,
					since: item?.bad ? item.since : since,
					size,
					told,
					bad: true
				},
				why,
				before: void 0
			};
		}
		const isWorse = !isSilent && size > item.told * rules.worseBy;
		return {
			item: {
				name,
				since: item.bad ? item.since : since,
				size,
				told: isWorse ? size : item.told,
				bad: true
			},
			why: isWorse ? "worse" : void 0,
			before: item.told
		};
	});
}
function byKey(items) {
	const found = new Map();
	for (const { name, size, since } of items) {
		const other = found.get(keyOf(name));
		const times = [since, other?.since].filter((time) => time !== void 0).sort();
		found.set(keyOf(name), {
			size: Math.max(other?.size ?? 0, finite(size)),
			since: times[0]
		});
	}
	return found;
}
function saidOf({ item: { name, size }, why, before }) {
	return why === "worse" && before !== void 0 ? {
		name,
		size,
		before
	} : {
		name,
		size
	};
}
function isOver({ isOpen, closedAt, state }, { rules, now }) {
	const closed = closedAt ?? state?.["recovered-at"];
	if (isOpen || closed === void 0) return false;
	return Date.parse(now) - Date.parse(closed) > rules.reopenDays * DAY_MS$2;
}
function keyOf(name) {
	return name.slice(0, 200);
}
function finite(size) {
	return Number.isNaN(size) ? 0 : Math.min(Math.max(0, size), Number.MAX_VALUE);
}
var DAY_MS$2;
var init_plan = __esmMin(() => {
	init_state();
	DAY_MS$2 = 864e5;
});
// src/commands/alert-issue.ts
function alertMarker(subject) {
	return `<!-- modelyard alert-${subject} -->`;
}
async function openAlertIssue(issue, marker, issues) {
	for (let round = 0; round < MOST_ROUNDS; round += 1) {
		const made = await issues.create(issue);
		if (made.is === "written") return;
		if (made.is === "unsure" && (await issues.find(marker)).some(({ isOpen }) => isOpen)) return;
		if (made.is !== "unsure") break;
	}
	throw new ModelyardError({
		code: "remote-failed",
		message: "GitHub did not take an issue",
		next: "see whether the repository has issues: Settings, General, Features"
	});
}
async function closeFor(goesOn, number, head, issues) {
	const body = [
		...head,
		`This goes on in #${goesOn}.`,
		""
	].join("\n");
	await issues.update(number, {
		body,
		isOpen: false,
		closedAs: "not-planned"
	});
}
var ALERT_LABEL, MOST_ROUNDS;
var init_alert_issue = __esmMin(() => {
	init_errors$2();
	ALERT_LABEL = "modelyard";
	MOST_ROUNDS = 3;
});
// src/commands/settle-monitoring-alert.ts
async function settleMonitoringAlert(alert, outside) {
	const { issues, clock } = outside;
	const { finding, run, rules } = alert;
	const found = await readIssues$1(alert, issues);
	const standing = await settleOthers(found, alert, issues);
	const latest = found.flatMap(({ state }) => state?.run ?? []).sort(compareRuns).at(-1);
	const plan = planAlert({
		issue: standing && standingOf(standing),
		latest,
		finding,
		run,
		rules,
		now: timestamp$1(clock.now())
	});
	if (plan.is === "open") {
		await open$1(alert, plan.state, outside);
		const made = await settleOthers(await readIssues$1(alert, issues), alert, issues);
		return {
			change: plan.is,
			issue: made?.issue
		};
	}
	if (standing !== void 0 && plan.is !== "none") await change(alert, standing, plan, outside);
	return {
		change: plan.is,
		issue: standing?.issue
	};
}
async function readIssues$1(alert, issues) {
	return (await issues.find(monitoringAlertMarker(alert))).map((issue) => ({
		issue,
		state: parseAlertState(issue.body)
	})).sort(byStanding);
}
function byStanding(a, b) {
	const runOf = ({ state }) => state?.run ?? {
		id: -1,
		attempt: 0
	};
	return Number(b.issue.isOpen) - Number(a.issue.isOpen) || compareRuns(runOf(b), runOf(a)) || a.issue.number - b.issue.number;
}
async function settleOthers([first, ...others], alert, issues) {
	for (const { issue, state } of others.filter(({ issue }) => issue.isOpen)) await closeFor(first?.issue.number, issue.number, headOf(alert, state), issues);
	return first;
}
function standingOf({ issue: { number, isOpen, closedAt }, state }) {
	return {
		number,
		isOpen,
		closedAt,
		state
	};
}
async function open$1(alert, state, { issues, pages }) {
	const { labels, assignees } = alert;
	await openAlertIssue({
		title: pages.title(alert),
		body: bodyOf(alert, state, true, pages),
		labels: [...new Set([ALERT_LABEL, ...labels])],
		...assignees.length === 0 ? {} : { assignees }
	}, monitoringAlertMarker(alert), {
		...issues,
		create: (one) => createFor(one, issues)
	});
}
async function createFor({ assignees, ...issue }, issues) {
	if (assignees === void 0) return issues.create(issue);
	try {
		return await issues.create({
			...issue,
			assignees
		});
	} catch (error) {
		if (!(error instanceof ModelyardError) || error.code !== "remote-failed") throw error;
		return issues.create(issue);
	}
}
async function change(alert, { issue, state: before }, { is, state, news }, { issues, comments, pages }) {
	const isOpen = is === "update" ? issue.isOpen : is === "reopen";
	const page = {
		...alert,
		state,
		isOpen
	};
	if (news.length > 0) {
		const { id, attempt } = before?.run ?? state.run;
		const subject = `alert-after-${before === void 0 ? "unread-" : ""}${id}-${attempt}`;
		await sayNow(comments, {
			is: "issue",
			number: issue.number
		}, subject, pages.comment(page, news));
	}
	await issues.update(issue.number, {
		body: bodyOf(alert, state, isOpen, pages),
		...isOpen === issue.isOpen ? {} : { isOpen }
	});
}
function monitoringAlertMarker({ kind, model }) {
	return alertMarker(`${MONITORING_ALERT}${kind}-${model}`);
}
function headOf(alert, state) {
	return [
		monitoringAlertMarker(alert),
		...state === void 0 ? [] : [renderAlertState(state)],
		""
	];
}
function bodyOf(alert, state, isOpen, pages) {
	const head = headOf(alert, state).join("\n");
	return `${head}\n${pages.body({
		...alert,
		state,
		isOpen
	}, MOST_CHARACTERS - head.length)}`;
}
var MONITORING_ALERT, MOST_CHARACTERS;
var init_settle_monitoring_alert = __esmMin(() => {
	init_plan();
	init_state();
	init_errors$2();
	init_names();
	init_alert_issue();
	init_say_once();
	MONITORING_ALERT = "monitoring-";
	MOST_CHARACTERS = 65e3;
});
// src/domain/alerts/week-page.ts
function weekLine(week) {
	return `<!-- modelyard week ${week} -->`;
}
function toldWeek$1(body) {
	const [, line = ""] = body.split(/\r?\n/, 2);
	return /^<!-- modelyard week (\d{4}-W\d{2}) -->$/.exec(line)?.[1];
}
var init_week_page = __esmMin(() => {});
// src/domain/monitoring/lateness.ts
function latenessOf(times, now) {
	const ran = times.map((time) => Date.parse(time)).filter(Number.isFinite).sort((a, b) => b - a);
	const gaps = ran.slice(1).map((time, index) => ran[index] - time).sort((a, b) => a - b);
	const [last] = ran;
	const period = gaps[Math.floor(gaps.length / 2)];
	if (last === void 0 || period === void 0) return void 0;
	const silent = now - last;
	if (silent <= Math.max(LATE_AFTER * period, DAY_MS$1)) return void 0;
	return {
		last: timestamp$1(last),
		daysAgo: Math.floor(silent / DAY_MS$1),
		everyDays: period / DAY_MS$1
	};
}
var DAY_MS$1, LATE_AFTER;
var init_lateness = __esmMin(() => {
	init_names();
	DAY_MS$1 = 864e5;
	LATE_AFTER = 3;
});
// src/domain/monitoring/week.ts
function weekOf(moment) {
	const day = Math.floor(moment / DAY_MS);
	const monday = day - ((day + 3) % 7 + 7) % 7;
	const thursday = new Date((monday + 3) * DAY_MS);
	const year = thursday.getUTCFullYear();
	const number = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS));
	return {
		name: `${year}-W${String(number).padStart(2, "0")}`,
		from: timestamp$1(monday * DAY_MS),
		to: timestamp$1((monday + 7) * DAY_MS)
	};
}
function weekBefore({ from }) {
	return weekOf(Date.parse(from) - DAY_MS);
}
function runsOfWeek({ from, to }, runs, confirmation) {
	const known = runs.filter(({ at }) => at < to);
	const inWeek = known.filter(({ at }) => at >= from);
	const looked = inWeek.filter(lookedAtDrift);
	const broken = inWeek.flatMap(({ levels = [] }) => levels.filter(({ status }) => status === "bad"));
	return {
		runs: inWeek.length,
		blind: looked.filter((run) => couldTell(run, "drift") === false).length,
		drifting: looked.length === 0 ? [] : driftByRun(known.filter(lookedAtDrift), confirmation).at(-1)?.drifting ?? [],
		near: nearIn(looked.findLast((run) => couldTell(run, "drift") === true)),
		broken: [...Map.groupBy(broken, ({ name }) => name)].map(([name, { length }]) => ({
			name,
			runs: length
		})),
		silentSince: silenceIn(known.map(({ at }) => at), from, to),
		trends: trendsOf("drift", inWeek)
	};
}
function nearIn(run) {
	if (run === void 0) return [];
	return run.features.flatMap((found) => {
		const { feature, status, distance } = found;
		const limit = thresholdOf(found, run);
		return limit !== void 0 && distance !== void 0 && distance / limit >= NEAR && status === "ok" ? [{
			feature,
			distance,
			limit
		}] : [];
	}).sort((a, b) => b.distance / b.limit - a.distance / a.limit);
}
function silenceIn(times, from, to) {
	return times.find((last, at) => {
		const next = times[at + 1] ?? to;
		return next > from && latenessOf(times.slice(0, at + 1), Date.parse(next)) !== void 0 && next > last;
	});
}
var DAY_MS, NEAR;
var init_week = __esmMin(() => {
	init_names();
	init_drifting();
	init_lateness();
	init_run_record();
	init_trends();
	DAY_MS = 864e5;
	NEAR = .8;
});
// src/commands/settle-week.ts
async function settleWeek(model, outside) {
	const { issues, comments, pages, clock } = outside;
	const marker = weekMarker(model.model);
	const week = weekBefore(weekOf(clock.now()));
	const nothing = {
		week: week.name,
		change: "none"
	};
	const [standing, ...others] = await readIssues(marker, outside);
	await closeOthers(standing, others, marker, outside);
	const told = standing && toldWeek$1(standing.body);
	if (told !== void 0 && told >= week.name) return nothing;
	const runs = runsOfWeek(week, model.runs, model.confirmation);
	if (standing === void 0 && runs.runs === 0) return nothing;
	const page = {
		model: model.model,
		week,
		runs,
		alerts: await alertsOf(model.model, week.from, outside)
	};
	const body = [
		marker,
		weekLine(week.name),
		pages.week(page)
	].join("\n");
	if (standing === void 0) {
		const labels = [...new Set([ALERT_LABEL, ...model.labels])];
		await openAlertIssue({
			title: pages.weekTitle(page),
			body,
			labels
		}, marker, issues);
		const [made, ...more] = await readIssues(marker, outside);
		await closeOthers(made, more, marker, outside);
		return {
			week: week.name,
			change: "open"
		};
	}
	if (standing.isOpen) await sayOnce(comments, {
		is: "issue",
		number: standing.number
	}, `week-${week.name}`, pages.week(page));
	await issues.update(standing.number, { body });
	return {
		week: week.name,
		change: "update"
	};
}
async function readIssues(marker, { issues }) {
	return (await issues.find(marker)).toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen) || a.number - b.number);
}
async function closeOthers(first, others, marker, { issues }) {
	for (const { number } of others.filter(({ isOpen }) => isOpen)) await closeFor(first?.number, number, [marker, ""], issues);
}
async function alertsOf(model, from, { issues }) {
	const alerts = [];
	for (const kind of ALERT_KINDS) for (const { number, body, isOpen, closedAt } of await issues.find(monitoringAlertMarker({
		kind,
		model
	}))) if (isOpen || (closedAt ?? "") >= from) alerts.push({
		kind,
		number,
		closedAt,
		state: parseAlertState(body)
	});
	return alerts;
}
var weekMarker;
var init_settle_week = __esmMin(() => {
	init_finding();
	init_state();
	init_week_page();
	init_week();
	init_alert_issue();
	init_say_once();
	init_settle_monitoring_alert();
	weekMarker = (model) => `<!-- modelyard weeks-${model} -->`;
});
// src/commands/keep-monitoring.ts
async function keepMonitoring(model, looked, monitor, ports) {
	const { host, clock } = ports;
	const at = timestamp$1(clock.now());
	const run = recordOf(model, looked, {
		at,
		run: host.run
	});
	const record = await appendRun(run, ports);
	const found = await readNewestRuns(ports.repository, model, isWeekly(monitor) ? NEWEST_OF_WEEKS : void 0);
	const before = runsBefore(run, found?.runs ?? []);
	const told = toldBy(run, looked, before, monitor);
	const runs = [...before, run];
	return {
		kind: "alerts",
		model,
		at,
		run: run.run,
		record: {
			branch: HISTORY_BRANCH,
			...record
		},
		alerts: await settled(told.map((one) => ({
			...one,
			trends: trendsFor(one, runs)
		})), model, run, monitor, ports),
		...await toldWeek(model, runs, monitor, ports),
		remarks: [...found?.remarks ?? [NO_HISTORY]],
		next: run.run === "terminal" ? ["issues are brought up to date by the runs of a workflow alone"] : []
	};
}
function recordOf(model, looked, about) {
	const { drift } = looked;
	const levels = recordedLevels(looked);
	const failures = failuresIn(looked);
	const version = foundBy(looked.performance)?.version?.version;
	const limits = {
		...toLevelsRun(model, {
			...about,
			version
		}, levels),
		...failures && { failures }
	};
	if (drift === void 0) return limits;
	const run = isFailed(drift) ? toFailedRun(model, about, drift) : toMonitorRun(drift, {
		...about,
		version: drift.reference.version?.version
	});
	return levels.length === 0 && failures === void 0 ? run : {
		...limits,
		...run,
		outcome: overall([run.outcome, limits.outcome])
	};
}
function failuresIn(looked) {
	const failures = LIMITS.flatMap((look) => {
		const found = looked[look];
		return found !== void 0 && isFailed(found) ? [[look, toFailure(found)]] : [];
	});
	return failures.length === 0 ? void 0 : Object.fromEntries(failures);
}
function toldBy(run, looked, before, monitor) {
	const { drift } = looked;
	const drifting = drift === void 0 ? [] : driftAsOf(run, before.filter(lookedAtDrift), confirmationOf(monitor));
	const judged = LIMITS.flatMap((look) => before.map((one) => levelsOf(one, look)).findLast((levels) => levels.length > 0) ?? []);
	return [
		...drift === void 0 ? [] : [driftTold(drift, drifting)],
		blindnessTold([...before, run], looked, monitor),
		...limitsTold(looked, judged)
	];
}
function blindnessTold(runs, looked, monitor) {
	const tellings = runs.slice(-1).flatMap(looksOfRun).map((look) => ({
		name: look,
		couldTell: runs.flatMap((one) => couldTell(one, look) ?? [])
	}));
	const failed = LOOKS.flatMap((look) => {
		const found = looked[look];
		return found !== void 0 && isFailed(found) ? [`the newest run of ${look} says: ${found.message}`] : [];
	});
	const { drift } = looked;
	return {
		kind: "no-data",
		finding: noDataFinding(tellings, monitor.alerts?.["blind-after"] ?? 3),
		causes: failed,
		report: drift === void 0 || isFailed(drift) ? void 0 : drift
	};
}
function trendsFor({ kind, finding }, runs) {
	const names = finding.is === "bad" ? finding.items.map(({ name }) => name) : void 0;
	return TRENDS[kind].flatMap((of) => trendsOf(of, runs, names)).slice(0, 5);
}
async function settled(told, model, run, monitor, ports) {
	if (run.run === "terminal") return told.map((one) => ({
		...changeOf(one),
		change: "not-asked"
	}));
	const { alerts: { labels = [], assignees = [] } = {} } = monitor;
	const { runUrl } = await ports.comments.origin();
	const outside = {
		...ports,
		pages: ports.alertPages
	};
	const waiting = await waitingCandidates(model, ports);
	const candidate = waiting.is === "known" ? waiting.value[0]?.pull : void 0;
	const common = {
		model,
		run: run.run,
		rules: alertRulesOf(monitor),
		labels,
		assignees,
		candidate,
		next: []
	};
	const changes = [];
	for (const one of told) {
		const { change, issue } = await settleMonitoringAlert({
			...common,
			...one,
			runUrl: runUrl(run.run.id)
		}, outside);
		const open = change === "open" || change === "reopen" || change !== "close" && issue?.isOpen === true;
		changes.push({
			...changeOf(one),
			change,
			...issue !== void 0 && { issue: {
				number: issue.number,
				url: issue.url,
				open
			} }
		});
	}
	return changes;
}
async function toldWeek(model, runs, monitor, ports) {
	if (!isWeekly(monitor) || ports.host.run === void 0) return {};
	const labels = monitor.alerts?.labels ?? [];
	return { week: await settleWeek({
		model,
		runs,
		confirmation: confirmationOf(monitor),
		labels
	}, {
		...ports,
		pages: ports.alertPages
	}) };
}
function changeOf({ kind, finding }) {
	const items = finding.is === "bad" ? finding.items : [];
	return {
		kind,
		finding: finding.is,
		bad: items.map(({ name, since }) => ({
			name,
			...since !== void 0 && { since }
		}))
	};
}
var NEWEST_OF_WEEKS, NO_HISTORY, LIMITS, TRENDS, isWeekly;
var init_keep_monitoring = __esmMin(() => {
	init_no_data_finding();
	init_rules();
	init_outcome();
	init_confirmation();
	init_drifting();
	init_looks();
	init_run_record();
	init_trends();
	init_names();
	init_monitor_runs();
	init_monitoring_answers();
	init_retraining_facts();
	init_settle_monitoring_alert();
	init_settle_week();
	NEWEST_OF_WEEKS = 400;
	NO_HISTORY = `this clone has no branch ${HISTORY_BRANCH}: nothing is known of runs before this one`;
	LIMITS = ["performance", "service-levels"];
	TRENDS = {
		drift: ["drift"],
		degradation: ["performance", "business"],
		"data-quality": [],
		operations: ["operations"],
		"no-data": []
	};
	isWeekly = ({ alerts }) => alerts?.summary !== void 0;
});
// src/commands/working-definition.ts
async function readWorkingDefinition(model, worktree) {
	const bytes = await worktree.readFile(CONFIG_PATH);
	if (bytes === void 0) throw new ModelyardError({
		code: "no-registry",
		message: `there is no registry here: ${CONFIG_PATH} is missing`,
		next: "make one with `modelyard init`"
	});
	const config = valueOrThrow(await readYaml(Config, CONFIG_PATH, bytes, LATER_CONFIG_KEYS));
	const path = `${modelFolder(config, model)}/model.yaml`;
	const content = await worktree.readFile(path);
	if (content === void 0) throw await unknownModel(model, config, worktree);
	return {
		path,
		definition: valueOrThrow(await readYaml(ModelDefinition, path, content, LATER_DEFINITION_KEYS))
	};
}
async function unknownModel(model, config, worktree) {
	const folder = `${config.registry}/models/`;
	const names = (await worktree.listFiles(`${config.registry}/models`)).filter(({ path }) => path.endsWith("/model.yaml")).map(({ path }) => path.slice(folder.length, -11)).filter((name) => ModelName.safeParse(name).success);
	return new ModelyardError({
		code: "unknown-model",
		message: `there is no model \`${model}\``,
		next: names.length === 0 ? "make one with `modelyard init`" : suggestion(model, names)
	});
}
var init_working_definition = __esmMin(() => {
	init_errors$2();
	init_config();
	init_definition();
	init_names();
	init_registry_reader();
});
// src/commands/alert.ts
var alert_exports = __exportAll({ alert: () => alert });
var input, alert;
var init_alert = __esmMin(() => {
	init_mini();
	init_looks();
	init_answer_files();
	init_define();
	init_inputs();
	init_keep_monitoring();
	init_monitoring_answers();
	init_working_definition();
	input = strictObject({
		model,
		files: _default(AnswerPaths, []),
		looks: _default(array(_enum(LOOKS)), [])
	});
	alert = defineMeasurement({
		name: "alert",
		summary: "Keep what a run of monitoring found, and the alerts of its model up to date.",
		details: `Adds the run to the history, and keeps one issue for each model and kind of alert: it is opened when drift is
confirmed, brought up to date by each run, closed after good runs in a row, and opened again where what it told of
returns. A run that could not look is kept as well, and after a while it is an alert of its own. Outside of a
workflow the run is kept and issues are left alone.`,
		positional: ["model"],
		examples: [{
			command: "modelyard alert telco-churn --files drift.json",
			does: "keeps what `modelyard monitor telco-churn current.csv --json` printed"
		}],
		permission: "write",
		doors: ["action", "cli"],
		asksGitHub: true,
		input,
		results: ["alerts"],
		async run(given, ports) {
			const { definition } = await readWorkingDefinition(given.model, ports.worktree);
			const answers = given.files.length === 0 ? [] : await readAnswers(given.files, ports);
			return keepMonitoring(given.model, sortAnswers(answers, given.model, given.looks), definition.monitor ?? {}, ports);
		}
	});
});
// actions/alert/index.ts
await runAction({
	definition: ALERT,
	load: async () => (await Promise.resolve().then(() => (init_alert(), alert_exports))).alert,
	openPorts: openAlertPorts
});
export {};
