import { createRequire } from "node:module";
import { createHash, randomUUID } from "node:crypto";
import { appendFileSync, createWriteStream, openAsBlob } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { spawn } from "node:child_process";
import { access, copyFile, mkdir, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
// src/domain/errors/error.ts
const ERROR_CODES = {
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
var ModelyardError = class extends Error {
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
function placeText(place) {
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
// node_modules/leven/index.js
const array = [];
const characterCodeCache = [];
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
		array[index] = ++index;
	}
	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;
		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			result = array[index] = temporary > result ? temporary2 > result ? result + 1 : temporary2 : temporary2 > temporary ? temporary + 1 : temporary2;
		}
		if (maxDistance !== void 0) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) if (array[index] < rowMinimum) rowMinimum = array[index];
			if (rowMinimum > maxDistance) return maxDistance;
		}
	}
	array.length = firstLength;
	characterCodeCache.length = firstLength;
	return maxDistance !== void 0 && result > maxDistance ? maxDistance : result;
}
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
// src/doors/known-error.ts
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
	return new ModelyardError({
		code: "bug",
		message: error instanceof Error ? error.message : String(error),
		next: report,
		cause: error
	});
}
// src/render/blocks.ts
const name = (text) => ({
	is: "name",
	text
});
const dim = (text) => ({
	is: "dim",
	text
});
const bad = (text) => ({
	is: "bad",
	text
});
const paragraph = (...line) => ({
	block: "paragraph",
	line
});
function spansOf(line) {
	return typeof line === "string" || "is" in line ? [line] : line;
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
// src/render/annotations.ts
function annotationOfError({ code, message, next, place }) {
	return {
		level: "error",
		title: code,
		message: sentences(message, next),
		...place === void 0 ? {} : { place }
	};
}
function sentences(...texts) {
	return texts.filter((text) => text !== void 0).map(fullSentence).join(" ");
}
// src/render/escape.ts
const BREAK$1 = "​";
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
	return visible(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[@#]/g, `${BREAK$1}$&${BREAK$1}`).replace(/(?<![a-z0-9])GH-(?=\d)/gi, `$&${BREAK$1}`).replace(/:(?=\/\/|(?!\d+:)[\w+-]+:|1(?:00|234):)|^(?=\/\/)/g, `$&${BREAK$1}`).replace(/www(?=\.)/gi, `$&${BREAK$1}`);
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
new RegExp(`[${UNSEEN}]`, "g");
function visible(text) {
	return text.replace(/[\n\r\t\v\f\u0085\u2028\u2029]+/g, " ").replace(UNSEEN_IN_TEXT, "�");
}
// node_modules/markdown-table/index.js
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
		...lines.map(({ name, values }) => `  line "${name}" [${values.map((value) => numberText(value, y)).join(", ")}]`)
	];
}
function axisText({ title, from, to }) {
	const [low, high] = to > from ? [from, to] : [from - 1, from + 1];
	return `"${mermaidText(title)}" ${decimal(low)} --> ${decimal(high)}`;
}
function numberText(value, { from, to }) {
	return decimal(Number.isFinite(value) ? Math.min(to, Math.max(from, value)) : from);
}
function decimal(value) {
	const size = Math.abs(value);
	const digits = size >= 1e3 ? 0 : size >= 1 ? 3 : 4;
	return (size < 0x38d7ea4c68000 ? value : Math.sign(value) * 0x38d7ea4c68000).toFixed(digits).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "").replace(/^-0$/, "0");
}
// src/render/markdown.ts
const SIGNS = {
	good: "✅",
	bad: "❌",
	open: "⚠️"
};
function toMarkdown(blocks) {
	return `${joined$1(blocks)}\n`;
}
function joined$1(blocks) {
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
		case "fold": return `<details><summary>${htmlText(block.title)}</summary>\n\n${joined$1(block.blocks)}\n\n</details>`;
		case "part": return joined$1(block.blocks);
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
		default: return `${SIGNS[span.is]} ${escapeMarkdown(span.text)}`;
	}
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
	return `${joined(blocks, options)}\n`;
}
function joined(blocks, options) {
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
			const body = joined(block.blocks, options);
			if (body === "") return "";
			return `${styled("strong", lineText(block.title, { color: false }), options)}\n${body}`;
		}
		case "part": return joined(block.blocks, options);
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
// src/render/index.ts
function renderError(error, { color = false } = {}) {
	const { place: at, message } = error;
	const place = at === void 0 || at.path === "filter" || !at.line && message.startsWith(at.path) ? "" : `${placeText(at)}: `;
	const report = ERROR_CODES[error.code] === "bug" ? " This is a bug of Modelyard." : "";
	const [first = "", ...rest] = `${place}${error.message}`.split("\n");
	return [
		toText([paragraph(bad("Error"), ` ${first}${rest.length === 0 ? "." : ""}${report}`)], { color }).trimEnd(),
		...rest.map(visible),
		toText([paragraph(dim(fullSentence(error.next)))], { color }).trimEnd(),
		""
	].join("\n");
}
function renderErrorMarkdown({ message, next, place, code }) {
	const at = place === void 0 ? "" : `${placeText(place)}: `;
	return toMarkdown([paragraph(bad("Error"), ` (${code}) ${at}`, ...sentence(fullSentence(message))), paragraph(...sentence(fullSentence(next)))]);
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
const LONGEST_MESSAGE = 4e3;
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
	const text = escapeData(message.slice(0, LONGEST_MESSAGE));
	return `::${level}${properties === "" ? "" : ` ${properties}`}::${text}`;
}
function escapeData(text) {
	return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(text) {
	return escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
const BREAK = "​";
function plainLog(text) {
	return text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map((line) => line.replace(/^([\s\u0085]*)::/, `$1${BREAK}::`).replaceAll("##[", `##${BREAK}[`)).join("\n");
}
// actions/end-step.ts
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
// src/adapters/engines/runner-cache.ts
const VERSION = "modelyard-1";
const LONGEST_CALL_MS = 2e4;
const LONGEST_TRANSFER_MS = 3e5;
function openRunnerCache({ ACTIONS_RESULTS_URL: url, ACTIONS_RUNTIME_TOKEN: token }) {
	if (!url || !token) return void 0;
	const service = openService(url, token);
	return {
		restore: (folder, key) => withArchive(folder, (archive) => restore(service, {
			folder,
			key,
			archive
		})),
		save: (folder, key) => withArchive(folder, (archive) => save(service, {
			folder,
			key,
			archive
		}))
	};
}
async function restore(service, { folder, key, archive }) {
	const { ok, signed_download_url: from } = await service.call("GetCacheEntryDownloadURL", {
		key,
		restore_keys: [],
		version: VERSION
	});
	if (!ok || from === void 0) return false;
	const response = await transfer(from);
	await pipeline(Readable.fromWeb(response.body), createWriteStream(archive));
	await rm(folder, {
		recursive: true,
		force: true
	});
	await mkdir(folder, { recursive: true });
	try {
		await tar("-xf", archive, "-C", folder);
		await refuseLinks(folder);
	} catch (error) {
		await rm(folder, {
			recursive: true,
			force: true
		});
		throw error;
	}
	return true;
}
async function save(service, { folder, key, archive }) {
	await tar("-cf", archive, "-C", folder, ".");
	const entry = {
		key,
		version: VERSION
	};
	const { ok, signed_upload_url: to } = await service.call("CreateCacheEntry", entry);
	if (!ok || to === void 0) return;
	await transfer(to, {
		method: "PUT",
		headers: {
			"x-ms-blob-type": "BlockBlob",
			"content-type": "application/octet-stream"
		},
		body: await openAsBlob(archive)
	});
	const { size } = await stat(archive);
	await service.call("FinalizeCacheEntryUpload", {
		...entry,
		size_bytes: String(size)
	});
}
async function withArchive(folder, use) {
	const archive = `${folder}.tar`;
	try {
		return await use(archive);
	} finally {
		await rm(archive, { force: true });
	}
}
function openService(url, token) {
	return { async call(method, request) {
		const response = await fetch(new URL(`twirp/github.actions.results.api.v1.CacheService/${method}`, url), {
			method: "POST",
			headers: {
				authorization: `Bearer ${token}`,
				"content-type": "application/json"
			},
			body: JSON.stringify(request),
			signal: AbortSignal.timeout(LONGEST_CALL_MS)
		});
		if (!response.ok) throw new Error(`the cache service answered ${response.status}`);
		return await response.json();
	} };
}
async function transfer(url, request = {}) {
	const response = await fetch(url, {
		...request,
		signal: AbortSignal.timeout(LONGEST_TRANSFER_MS)
	});
	if (!response.ok) throw new Error(`the store of the cache answered ${response.status}`);
	return response;
}
function tar(...args) {
	return new Promise((resolve, reject) => {
		const child = spawn("tar", args, { stdio: "ignore" });
		child.on("error", reject);
		child.on("close", (status) => status === 0 ? resolve() : reject(new Error(`tar ended with status ${status}`)));
	});
}
async function refuseLinks(folder) {
	if ((await readdir(folder, {
		recursive: true,
		withFileTypes: true
	})).some((entry) => !entry.isFile() && !entry.isDirectory())) throw new Error("the archive holds something that is neither a file nor a folder");
}
// src/domain/release.ts
const RELEASE = "0.1.0";
// src/adapters/engines/install-engines.ts
const FILES = ["package.json", "package-lock.json"];
const STAMP = ".modelyard-engines";
async function digestOfEngines(locked) {
	return createHash("sha256").update(await readFile(join(locked, "package-lock.json"))).digest("hex");
}
async function installEngines(place, said) {
	if (await enginesAreThere(place)) return { state: "there" };
	const { locked, target } = place;
	await rm(join(target, "node_modules"), {
		recursive: true,
		force: true
	});
	await mkdir(target, { recursive: true });
	for (const file of FILES) await copyFile(join(locked, file), join(target, file));
	await runNpm(place, said);
	await removeForeign(target);
	await writeFile(join(target, "node_modules", STAMP), await digestOfEngines(locked));
	const { packages } = JSON.parse(await readFile(join(target, "node_modules/.package-lock.json"), "utf8"));
	return {
		state: "installed",
		packages: Object.keys(packages).length,
		bytes: await sizeOf(join(target, "node_modules"))
	};
}
async function enginesAreThere({ locked, target }) {
	const stamp = await readFile(join(target, "node_modules", STAMP), "utf8").catch(() => "");
	if (stamp !== "") return stamp === await digestOfEngines(locked);
	if (await exists(join(target, "node_modules"))) return false;
	return (await Promise.all(Object.entries(await enginesIn(locked)).map(async ([name, version]) => await versionFrom(target, name) === version))).every(Boolean);
}
async function enginesIn(locked) {
	const text = await readFile(join(locked, "package.json"), "utf8");
	return JSON.parse(text).dependencies;
}
function exists(path) {
	return access(path).then(() => true, () => false);
}
async function versionFrom(folder, name) {
	for (const modules of createRequire(join(folder, "bundle.mjs")).resolve.paths(name) ?? []) {
		const text = await readFile(join(modules, name, "package.json"), "utf8").catch(() => void 0);
		if (text !== void 0) return JSON.parse(text).version;
	}
}
const NPM = [
	"ci",
	"--ignore-scripts",
	"--omit=dev",
	"--no-audit",
	"--no-fund",
	"--loglevel=error"
];
function runNpm({ target: cwd, downloads }, said) {
	const args = downloads === void 0 ? NPM : [
		...NPM,
		"--prefer-offline",
		"--cache",
		downloads
	];
	return new Promise((resolve, reject) => {
		const child = spawn("npm", args, {
			cwd,
			stdio: [
				"ignore",
				"pipe",
				"pipe"
			],
			shell: process.platform === "win32"
		});
		const heard = [];
		const hear = (chunk) => {
			for (const line of chunk.toString("utf8").split("\n")) {
				if (line.trim() === "") continue;
				heard.push(line);
				said(line);
			}
		};
		child.stdout.on("data", hear);
		child.stderr.on("data", hear);
		child.on("error", (cause) => reject(cannotInstall("npm was not found", "put Node.js with npm on the path, e.g. by actions/setup-node", cause)));
		child.on("close", (status) => {
			if (status === 0) resolve();
			else reject(cannotInstall(`npm ended with status ${status}: ${reasonIn(heard)}`, "allow the runner to reach npm's registry, then run the job again"));
		});
	});
}
function reasonIn(heard) {
	return heard.findLast((line) => !line.includes("A complete log")) ?? "it said nothing";
}
function cannotInstall(message, next, cause) {
	return new ModelyardError({
		code: "missing-engine",
		message: `the engines could not be installed: ${message}`,
		next,
		...cause === void 0 ? {} : { cause }
	});
}
async function removeForeign(target) {
	const folder = join(target, "node_modules/onnxruntime-node/bin/napi-v6");
	const others = async (path, own) => {
		const names = await readdir(path).catch(() => []);
		for (const name of names.filter((other) => other !== own)) await rm(join(path, name), {
			recursive: true,
			force: true
		});
	};
	await others(folder, process.platform);
	await others(join(folder, process.platform), process.arch);
}
async function sizeOf(folder) {
	let bytes = 0;
	for (const entry of await readdir(folder, {
		recursive: true,
		withFileTypes: true
	})) if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
	return bytes;
}
// actions/heavy/bring-engines.ts
async function bringEngines(place, log, cache) {
	if (await enginesAreThere(place)) return true;
	const names = Object.entries(await enginesIn(place.locked)).map(([name, version]) => `${name} ${version}`);
	log.say(`Installing ${names.join(", ")}, without install scripts`);
	const key = await keyOf(place);
	const wasKept = await restored(place.downloads, key, log, cache);
	if (wasKept) log.say("The packages were kept from an earlier run");
	const startedAt = process.uptime();
	const done = await installEngines(cache === void 0 ? withoutDownloads(place) : place, (line) => log.say(line));
	if (done.state === "there") return true;
	const seconds = Math.round(process.uptime() - startedAt);
	log.say(`Installed ${done.packages} packages, ${megabytes(done.bytes)}, in ${seconds} s`);
	if (cache !== void 0 && !wasKept) await saved(place.downloads, key, log, cache);
	return false;
}
function withoutDownloads({ locked, target }) {
	return {
		locked,
		target
	};
}
async function keyOf({ locked }) {
	const digest = await digestOfEngines(locked);
	return `modelyard-engines-${process.platform}-${process.arch}-${digest}`;
}
async function restored(folder, key, log, cache) {
	if (cache === void 0) return false;
	try {
		return await cache.restore(folder, key);
	} catch (error) {
		log.warn(`the cache could not be read, so that everything is downloaded: ${reasonOf(error)}`);
		return false;
	}
}
async function saved(folder, key, log, cache) {
	try {
		await cache.save(folder, key);
		log.say("The packages are kept for later runs");
	} catch (error) {
		log.warn(`the packages could not be kept for later runs: ${reasonOf(error)}`);
	}
}
function reasonOf(error) {
	return error instanceof Error ? error.message : String(error);
}
function megabytes(bytes) {
	return `${Math.round(bytes / 1e6)} MB`;
}
// src/doors/coerce.ts
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
const TOKEN = "token";
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
function variableOf(name) {
	return `INPUT_${name.toUpperCase()}`;
}
function refuseUnknown({ name, flags, asksGitHub }, environment) {
	const known = [...flags.map(({ flag }) => flag), ...asksGitHub ? [TOKEN] : []];
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
// actions/runner/step-log.ts
const print = (text) => process.stdout.write(text);
const LOG = {
	say: (line) => print(plainLog(`${line}\n`)),
	warn: (message) => print(`${annotationLines([{
		level: "warning",
		message
	}]).join("\n")}\n`)
};
// actions/without-command.ts
const SETUP = {
	definition: {
		name: "setup",
		summary: "Put the command line on the path.",
		positional: [],
		flags: [{
			flag: "engines",
			input: "engines",
			kind: "boolean",
			description: "Also install what runs models and reads data.",
			required: false
		}]
	},
	outputs: {
		version: {
			type: "text",
			description: "The release of the command line."
		},
		path: {
			type: "text",
			description: "The folder that is on the path of the steps that follow."
		},
		"cache-hit": {
			type: "boolean",
			description: "Whether all of it was there already."
		}
	}
};
// actions/setup/launchers.ts
function launchersOf(name, { node, script, isWindows }) {
	const posix = {
		name,
		content: `#!/bin/sh\nexec ${quoted(node)} ${quoted(script)} "$@"\n`
	};
	if (!isWindows) return [posix];
	return [posix, {
		name: `${name}.cmd`,
		content: `@echo off\r\n"${percent(node)}" "${percent(script)}" %*\r\n`
	}];
}
function quoted(path) {
	return `'${path.replaceAll("'", `'\\''`)}'`;
}
function percent(path) {
	return path.replaceAll("%", "%%");
}
// actions/setup/placed-files.ts
async function filesIn(folder) {
	const read = (await readdir(folder, {
		recursive: true,
		withFileTypes: true
	}).catch(() => [])).filter((entry) => !entry.isDirectory()).map(async (entry) => {
		const path = join(entry.parentPath, entry.name);
		return [path.slice(folder.length + 1).replaceAll("\\", "/"), await readFile(path)];
	});
	return new Map((await Promise.all(read)).sort(([one], [other]) => one < other ? -1 : 1));
}
function digestOf(files) {
	const hash = createHash("sha256");
	for (const path of [...files.keys()].sort()) {
		const content = files.get(path);
		hash.update(`${path}\0${content.length}\0`).update(content);
	}
	return hash.digest("hex");
}
const MOST_TURNS = 50;
function isThere(error) {
	return error instanceof Error && "code" in error && /^(?:ENOTEMPTY|EEXIST|EPERM)$/.test(String(error.code));
}
async function placeFiles(folder, files, mode = 420) {
	const wanted = digestOf(files);
	const holds = async () => await filesIn(folder).then(digestOf, () => "") === wanted;
	if (await holds()) return true;
	const made = `${folder}.${randomUUID()}`;
	try {
		for (const [path, content] of files) {
			await mkdir(dirname(join(made, path)), { recursive: true });
			await writeFile(join(made, path), content, { mode });
		}
		for (let turn = 1; !await holds(); turn += 1) try {
			await rm(folder, {
				recursive: true,
				force: true,
				maxRetries: 3
			});
			await rename(made, folder);
		} catch (error) {
			if ((turn === MOST_TURNS || !isThere(error)) && !await holds()) throw error;
		}
	} finally {
		await rm(made, {
			recursive: true,
			force: true
		});
	}
	return false;
}
// actions/setup/set-up.ts
const ROOT = new URL("../../", import.meta.url);
const NAME = "modelyard";
async function setUp(files) {
	const wantsEngines = readInputs(SETUP.definition, process.env).get("engines") === true;
	const program = await filesIn(fileURLToPath(new URL("dist/cli", ROOT)));
	const folder = join(toolCache(), NAME, `${RELEASE}-${digestOf(program).slice(0, 12)}`, process.arch);
	const wasThere = await placed(join(folder, "cli"), program);
	const path = await placeLaunchers(folder);
	const hadEngines = !wantsEngines || await placeEngines(folder);
	const isHit = wasThere && hadEngines;
	files.addPath(path);
	files.setOutputs({
		version: RELEASE,
		path,
		"cache-hit": String(isHit)
	});
	const said = `${`Modelyard ${RELEASE}${wantsEngines ? " with its engines" : ""}`} is on the path; ${isHit ? "it was there, and nothing was installed" : "it was installed"}.`;
	files.addSummary(`${said}\n`);
	return {
		text: logOf(`${said}\n`, []),
		status: 0
	};
}
function toolCache() {
	const { RUNNER_TOOL_CACHE: folder } = process.env;
	if (folder) return folder;
	throw new ModelyardError({
		code: "bad-input",
		message: "the runner names no folder for tools",
		next: "RUNNER_TOOL_CACHE has to name it; no step may change it"
	});
}
async function placed(folder, files, mode) {
	try {
		return await placeFiles(folder, files, mode);
	} catch (cause) {
		throw new ModelyardError({
			code: "cannot-write",
			message: `the command line could not be put into ${folder} (${cause instanceof Error ? cause.message : cause})`,
			next: "let the runner's user write to its tool cache, and see that the disk has room",
			cause
		});
	}
}
async function placeLaunchers(folder) {
	const launchers = launchersOf(NAME, {
		node: process.execPath,
		script: join(folder, "cli", `${NAME}.mjs`),
		isWindows: process.platform === "win32"
	});
	const digest = createHash("sha256").update(JSON.stringify(launchers)).digest("hex");
	const path = join(folder, "bin", digest.slice(0, 12));
	await placed(path, new Map(launchers.map(({ name, content }) => [name, Buffer.from(content)])), 493);
	return path;
}
async function placeEngines(folder) {
	return bringEngines({
		locked: fileURLToPath(new URL("actions/engines", ROOT)),
		target: folder,
		downloads: join(process.env.RUNNER_TEMP ?? tmpdir(), "modelyard-downloads")
	}, LOG, openRunnerCache(process.env));
}
// actions/setup/index.ts
await endStep(setUp);
export {};
