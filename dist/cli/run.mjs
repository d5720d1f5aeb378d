import { a as placeText, i as exitStatusOfOutcome, n as ModelyardError, r as exitStatusOf, t as ERROR_CODES } from "./error.mjs";
import { t as nearest } from "./nearest.mjs";
import { n as wantsColor, t as openPorts } from "./ports.mjs";

// src/render/blocks.ts
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
const bad = (text) => ({
	is: "bad",
	text
});
const open = (text) => ({
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
/** Joins lines with a separator between them. */
function joinSpans(parts, separator) {
	return parts.flatMap((part, index) => index === 0 ? [...spansOf(part)] : [separator, ...spansOf(part)]);
}
function capital(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
/** A phrase of ours with a capital in front, and a full stop behind it where it has no mark of its own. */
function fullSentence(phrase) {
	return `${capital(phrase)}${/[.?!]$/.test(phrase) ? "" : "."}`;
}
/** A sentence of ours as spans: what it quotes in backticks are names, from users or of keys. */
function sentence(text) {
	return text.split(/`([^`]*)`/).flatMap((part, index) => part === "" ? [] : [index % 2 === 1 ? name(part) : part]);
}

// src/render/escape.ts
/** Breaks what GitHub would make a mention, a reference, a link or a picture of, without a visible trace. */
const BREAK = "​";
/**
* Text as Markdown that shows it letter for letter: no formatting, formula, HTML, mention, issue reference, emoji
* name, link or line break gets through, and no end of a table's cell. {@link escapeLineStart} does the rest for
* what a line begins with.
*/
function escapeMarkdown(text) {
	return inert(text).replace(/[\\`*_{}[\]|~#]|!(?=\[)/g, "\\$&").replace(/\$/g, "<span>$</span>");
}
/**
* Markdown text, escaped already, at the beginning of a line: it begins no list there, and no code by being indented.
*/
function escapeLineStart(markdown) {
	return markdown.trimStart().replace(/^[-+](?=[-\s]|$)/, "\\$&").replace(/^(\d+)(?=[.)](?:\s|$))/, "$1\\");
}
/** Text inside HTML that Markdown leaves alone, such as a `<summary>`. */
function escapeHtml(text) {
	return inert(text).replace(/\$/g, "<span>$</span>");
}
/** What is obeyed even in text: HTML, and what GitHub looks for in a page when its Markdown has been read. */
function inert(text) {
	return visible(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[@#]/g, `${BREAK}$&${BREAK}`).replace(/(?<![a-z0-9])GH-(?=\d)/gi, `$&${BREAK}`).replace(/:(?=\/\/|(?!\d+:)[\w+-]+:|1(?:00|234):)|^(?=\/\/)/g, `$&${BREAK}`).replace(/www(?=\.)/gi, `$&${BREAK}`);
}
/** Text as a code span, with a fence longer than any run of backticks in it. */
function codeSpan(text) {
	const plain = visible(text).replaceAll("|", "¦");
	if (plain.trim() === "") return "`·`";
	const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = "`".repeat(longest + 1);
	const padding = /^[ `]|[ `]$/.test(plain) ? " " : "";
	return `${fence}${padding}${plain}${padding}${fence}`;
}
const UNSEEN = "\\u007f-\\u009f\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb";
const UNSEEN_IN_TEXT = new RegExp(`[\\u0000-\\u001f${UNSEEN}]`, "g");
const UNSEEN_IN_JSON = new RegExp(`[${UNSEEN}]`, "g");
/** Text on one line without characters that act instead of being seen: a terminal obeys them, or they hide others. */
function visible(text) {
	return text.replace(/[\n\r\t\v\f\u0085\u2028\u2029]+/g, " ").replace(UNSEEN_IN_TEXT, "�");
}
/** The same JSON with those characters written as their numbers. */
function visibleJson(json) {
	return json.replace(UNSEEN_IN_JSON, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

// node_modules/markdown-table/index.js
/**
* @typedef {Options} MarkdownTableOptions
*   Configuration.
*/
/**
* @typedef Options
*   Configuration.
* @property {boolean | null | undefined} [alignDelimiters=true]
*   Whether to align the delimiters (default: `true`);
*   they are aligned by default:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   Pass `false` to make them staggered:
*
*   ```markdown
*   | Alpha | B |
*   | - | - |
*   | C | Delta |
*   ```
* @property {ReadonlyArray<string | null | undefined> | string | null | undefined} [align]
*   How to align columns (default: `''`);
*   one style for all columns or styles for their respective columns;
*   each style is either `'l'` (left), `'r'` (right), or `'c'` (center);
*   other values are treated as `''`, which doesn’t place the colon in the
*   alignment row but does align left;
*   *only the lowercased first character is used, so `Right` is fine.*
* @property {boolean | null | undefined} [delimiterEnd=true]
*   Whether to end each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are ending delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no ending delimiters:
*
*   ```markdown
*   | Alpha | B
*   | ----- | -----
*   | C     | Delta
*   ```
* @property {boolean | null | undefined} [delimiterStart=true]
*   Whether to begin each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are starting delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no starting delimiters:
*
*   ```markdown
*   Alpha | B     |
*   ----- | ----- |
*   C     | Delta |
*   ```
* @property {boolean | null | undefined} [padding=true]
*   Whether to add a space of padding between delimiters and cells
*   (default: `true`).
*
*   When `true`, there is padding:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there is no padding:
*
*   ```markdown
*   |Alpha|B    |
*   |-----|-----|
*   |C    |Delta|
*   ```
* @property {((value: string) => number) | null | undefined} [stringLength]
*   Function to detect the length of table cell content (optional);
*   this is used when aligning the delimiters (`|`) between table cells;
*   full-width characters and emoji mess up delimiter alignment when viewing
*   the markdown source;
*   to fix this, you can pass this function,
*   which receives the cell content and returns its “visible” size;
*   note that what is and isn’t visible depends on where the text is displayed.
*
*   Without such a function, the following:
*
*   ```js
*   markdownTable([
*     ['Alpha', 'Bravo'],
*     ['中文', 'Charlie'],
*     ['👩‍❤️‍👩', 'Delta']
*   ])
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo |
*   | - | - |
*   | 中文 | Charlie |
*   | 👩‍❤️‍👩 | Delta |
*   ```
*
*   With [`string-width`](https://github.com/sindresorhus/string-width):
*
*   ```js
*   import stringWidth from 'string-width'
*
*   markdownTable(
*     [
*       ['Alpha', 'Bravo'],
*       ['中文', 'Charlie'],
*       ['👩‍❤️‍👩', 'Delta']
*     ],
*     {stringLength: stringWidth}
*   )
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo   |
*   | ----- | ------- |
*   | 中文  | Charlie |
*   | 👩‍❤️‍👩    | Delta   |
*   ```
*/
/**
* @param {string} value
*   Cell value.
* @returns {number}
*   Cell size.
*/
function defaultStringLength(value) {
	return value.length;
}
/**
* Generate a markdown
* ([GFM](https://docs.github.com/en/github/writing-on-github/working-with-advanced-formatting/organizing-information-with-tables))
* table.
*
* @param {ReadonlyArray<ReadonlyArray<string | null | undefined>>} table
*   Table data (matrix of strings).
* @param {Readonly<Options> | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Result.
*/
function markdownTable(table, options) {
	const settings = options || {};
	const align = (settings.align || []).concat();
	const stringLength = settings.stringLength || defaultStringLength;
	/** @type {Array<number>} Character codes as symbols for alignment per column. */
	const alignments = [];
	/** @type {Array<Array<string>>} Cells per row. */
	const cellMatrix = [];
	/** @type {Array<Array<number>>} Sizes of each cell per row. */
	const sizeMatrix = [];
	/** @type {Array<number>} */
	const longestCellByColumn = [];
	let mostCellsPerRow = 0;
	let rowIndex = -1;
	while (++rowIndex < table.length) {
		/** @type {Array<string>} */
		const row = [];
		/** @type {Array<number>} */
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
	/** @type {Array<string>} */
	const row = [];
	/** @type {Array<number>} */
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
	/** @type {Array<string>} */
	const lines = [];
	while (++rowIndex < cellMatrix.length) {
		const row = cellMatrix[rowIndex];
		const sizes = sizeMatrix[rowIndex];
		columnIndex = -1;
		/** @type {Array<string>} */
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
/**
* @param {string | null | undefined} [value]
*   Value to serialize.
* @returns {string}
*   Result.
*/
function serialize(value) {
	return value === null || value === void 0 ? "" : String(value);
}
/**
* @param {string | null | undefined} value
*   Value.
* @returns {number}
*   Alignment.
*/
function toAlignment(value) {
	const code = typeof value === "string" ? value.codePointAt(0) : 0;
	return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
}

// src/render/markdown.ts
const SIGNS = {
	good: "✅",
	bad: "❌",
	open: "⚠️"
};
/** Blocks as Markdown for GitHub. */
function toMarkdown(blocks) {
	return `${blocks.map(blockText$1).join("\n\n")}\n`;
}
function blockText$1(block) {
	switch (block.block) {
		case "heading": return `${"#".repeat(block.level)} ${lineText$1(block.line)}`;
		case "paragraph": return escapeLineStart(lineText$1(block.line));
		case "list": return block.items.map((item) => `- ${escapeLineStart(lineText$1(item))}`).join("\n");
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
		case "fold": return `<details><summary>${htmlText(block.title)}</summary>\n\n${block.blocks.map(blockText$1).join("\n\n")}\n\n</details>`;
		case "footnote": return `<sub>${lineText$1(block.line)}</sub>`;
	}
}
function table$1(columns, rows) {
	return markdownTable([columns.map(({ title }) => escapeMarkdown(title)), ...rows.map((row) => row.map(lineText$1))], {
		align: columns.map(({ align }) => align),
		alignDelimiters: false
	});
}
function lineText$1(line) {
	return spansOf(line).map(spanText$1).join("");
}
/** A line inside HTML, where Markdown is not read. */
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

// src/render/numbers.ts
/** A metric's value: three decimals, one more for what would round to nothing, fewer or none for what is large. */
function metricText(value) {
	const size = Math.abs(value);
	if (size !== 0 && size < 5e-5) return minus(value.toExponential(1));
	if (size !== 0 && size < .001) return minus(value.toFixed(4));
	if (size >= 9999.5) return minus(size < 0x38d7ea4c68000 ? countText(Math.round(value)) : value.toPrecision(5));
	return minus(size >= 100 ? value.toFixed(1) : value.toFixed(3));
}
/** A difference with its sign. */
function differenceText(value) {
	const text = metricText(value);
	if (/^−?0\.0+$/.test(text)) return text.replace("−", "");
	return value > 0 ? `+${text}` : text;
}
/** `1,409`. */
function countText(value) {
	return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
/** `37.1 kB`, decimal units. */
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
/** The first digits of a digest or commit. */
function short(id, digits = 7) {
	return id.slice(0, digits);
}
function minus(text) {
	return text.replaceAll("-", "−");
}

// src/render/results/difference.ts
/** `diff`. */
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
				numberText(change.part, change.first),
				numberText(change.part, change.second),
				change.difference === void 0 ? "" : plainDifference(change.difference)
			])
		},
		...alike
	];
}
function numberText(part, text) {
	if (text === void 0) return "–";
	return part === "metrics" ? metricText(Number(text)) : text;
}
/** Whole numbers are counted, others are rounded. */
function plainDifference(value) {
	if (!Number.isInteger(value)) return differenceText(value);
	return `${value < 0 ? "−" : "+"}${countText(Math.abs(value))}`;
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
	matthews: "Matthews correlation",
	"macro-f1": "Macro F1",
	"weighted-f1": "Weighted F1",
	"roc-auc-ovr": "ROC AUC, one against the rest",
	"log-loss": "Log loss",
	brier: "Brier score",
	rmse: "RMSE",
	mae: "MAE",
	"median-absolute-error": "Median absolute error",
	mape: "MAPE",
	r2: "R²",
	"mean-error": "Mean error"
};
/** A metric's name for people; one that is not ours keeps its own. */
function metricLabel(name) {
	return Object.hasOwn(METRIC_LABELS, name) ? METRIC_LABELS[name] : name;
}
/** An outcome as its word, with the style that goes with it. */
function outcomeSpan(outcome) {
	if (outcome === "left-out") return {
		is: "dim",
		text: "left out"
	};
	return outcome === "passed" ? good("passed") : outcome === "failed" ? bad("failed") : open("inconclusive");
}

// src/render/results/history.ts
/** `history`. */
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
		...result.problems.map((problem) => paragraph(bad("Tampering"), `: ${problem}.`)),
		...result.remarks.map((remark) => footnote(...sentence(fullSentence(remark))))
	];
}
function entryRow(entry) {
	return [
		String(entry.record),
		entry["requested-at"].slice(0, 16).replace("T", " "),
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
	const parts = [...reason === void 0 ? [] : [reason], ...unapproved === void 0 ? [] : [`unapproved: ${unapproved}`]];
	return joinSpans(parts, "; ");
}

// src/render/results/change.ts
/** What became of a change, and what to do now: the end of every answer of a change. */
function changeBlocks(change) {
	return [
		...change.remarks.map((remark) => footnote(...sentence(fullSentence(remark)))),
		paragraph(...statusLine(change)),
		...reasonBlocks(change),
		...nextBlocks(change.next)
	];
}
function statusLine({ status, why, branch, commit, committer, files }) {
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
		case "refused": return [bad("Refused"), "; nothing was changed."];
	}
}
function reasonBlocks({ status, reasons }) {
	if (status !== "refused") return [];
	return [{
		block: "list",
		items: reasons.map(({ message, next }) => sentence(`${fullSentence(message)} ${fullSentence(next)}`))
	}];
}
/** Commands to copy stand on lines of their own; everything else is a sentence. */
function nextBlocks(next) {
	if (next.length === 0) return [];
	return [{
		block: "list",
		items: next.map((step) => {
			const split = step.indexOf(": ");
			return split < 0 ? step : [`${step.slice(0, split)}: `, code(step.slice(split + 2))];
		}).map((item, index) => joinSpans([index === 0 ? "Next: " : "      ", item], ""))
	}];
}

// src/render/results/initialization.ts
/** `init`. */
function describeInitialization({ model, seen, decided, files, next }) {
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
		added.length === 0 ? paragraph(good("Nothing to do"), ": everything is there already.") : {
			block: "list",
			items: files.map(({ path, change }) => [change === "added" ? good("added") : dim("kept"), ` ${path}`])
		},
		...nextBlocks(next)
	];
}

// src/render/results/gates.ts
/** The tree of gate results: what each saw, what it wanted, how it came out. */
function gateBlocks(tree) {
	const rows = tree.gates.map((gate) => [
		gateTitle(gate),
		observedText(gate),
		wantedText(gate),
		outcomeSpan(gate.outcome)
	]);
	const table = {
		block: "table",
		columns: [
			{ title: "gate" },
			{
				title: "observed",
				align: "right"
			},
			{
				title: "wanted",
				align: "right"
			},
			{ title: "outcome" }
		],
		rows
	};
	return [...rows.length === 0 ? [] : [table], ...tree.remarks.map(({ message, next }) => paragraph(...sentence(fullSentence(`${message}: ${next}`))))];
}
/** Why gates did not pass, a sentence each, with what would change the answer. */
function openGateLines(tree) {
	return tree.gates.filter(({ outcome }) => outcome === "failed" || outcome === "inconclusive").map((gate) => [outcomeSpan(gate.outcome), ...sentence(`: ${gateTitle(gate)}: ${gate.reason}${shortfall(gate)}.${gate.next === void 0 ? "" : ` What would change it: ${gate.next}.`}`)]);
}
function gateTitle({ gate, metric, wanted, source }) {
	const from = source === "floor" ? " (floor of the repository)" : "";
	if (gate === "not-worse") {
		const margin = Math.abs(wanted.value);
		return `${metricLabel(metric)}, ${margin === 0 ? "better than the champion" : `not worse by ${metricText(margin)}`}${from}`;
	}
	return `${metricLabel(metric)}${from}`;
}
function observedText({ gate, observed }) {
	if (observed === void 0) return "–";
	if (gate === "metric-limit") return metricText(observed.value);
	return `${differenceText(observed.value)} (low end ${differenceText(observed.low ?? NaN)})`;
}
function wantedText({ wanted }) {
	return `${{
		"at-least": "≥",
		"at-most": "≤",
		above: ">"
	}[wanted.is]} ${wanted.is === "above" ? differenceText(wanted.value) : metricText(wanted.value)}`;
}
function shortfall({ gate, observed, wanted }) {
	if (observed === void 0) return "";
	const seen = gate === "not-worse" ? observed.low ?? observed.value : observed.value;
	return `, by ${metricText(Math.abs(seen - wanted.value))}`;
}

// src/render/results/measurement.ts
/** `evaluate`. */
function describeEvaluation(result) {
	const { facts, version } = result;
	const primary = result["primary-metric"];
	const value = facts.metrics[primary];
	return [
		heading(2, `${result.model}: version ${version.version} on ${plural(facts.rows, "row")}`),
		paragraph(strong(metricLabel(primary)), ` ${value === void 0 ? "has no value" : metricText(value)}.`),
		{
			block: "table",
			columns: [{ title: "metric" }, {
				title: "value",
				align: "right"
			}],
			rows: [...Object.entries(facts.metrics).map(([name, found]) => [metricLabel(name), metricText(found)]), ...Object.entries(facts.undefined ?? {}).map(([name, why]) => [metricLabel(name), `– (${why})`])]
		},
		...remarkBlocks(result.remarks),
		...nextBlocks(result.next),
		footnote(...joinSpans([`version ${version.version} `, code(short(version.artifact))], ""), ...provenance(result))
	];
}
/** `compare`: what a pull request shows. */
function describeComparison(result) {
	const { facts, champion, challenger, gates } = result;
	return [
		heading(3, VERDICT_SPANS[result.outcome](`${result.model}: ${headline(result)}`)),
		paragraph(...numberLine(result)),
		paragraph(...gateLine(result)),
		...gates === void 0 ? [] : [...whyNot$1(gates), ...gateBlocks(gates)],
		{
			block: "fold",
			title: [strong("Metrics"), ` · ${readingCounts(result)}`],
			blocks: [metricTable(result)]
		},
		...remarkBlocks(result.remarks),
		...nextBlocks(result.next),
		footnote(`champion v${champion.version} `, code(short(champion.artifact)), ` · challenger v${challenger.version} `, code(short(challenger.artifact)), ...provenance({
			...result,
			facts
		}), " · policy at ", code(short(result["policy-commit"])))
	];
}
const VERDICT_SPANS = {
	passed: good,
	failed: bad,
	inconclusive: open
};
function headline(result) {
	const { challenger, outcome } = result;
	const stage = result["judged-for"];
	if (stage === void 0) return `version ${challenger.version} against the champion`;
	const may = {
		passed: "may go to",
		failed: "may not go to",
		inconclusive: "cannot go yet to"
	}[outcome];
	return `version ${challenger.version} ${may} ${stage}`;
}
const VERDICT_TEXTS = {
	better: "Challenger better",
	"not-worse": "Challenger not worse",
	worse: "Challenger worse",
	inconclusive: "Open"
};
/** The one number that decides, with its interval. */
function numberLine(result) {
	const { facts, verdict, margin, identical } = result;
	const primary = result["primary-metric"];
	const paired = facts.metrics[primary];
	if (paired === void 0) return [strong("Open:"), ` ${metricLabel(primary)} has no value on these rows.`];
	const rows = `on ${countText(facts.rows)} paired rows`;
	if (identical) return [strong("Same predictions:"), ` both models answer alike ${rows}; ${metricLabel(primary)} is ${metricText(paired.champion)}.`];
	const { interval } = paired;
	const ci = interval === void 0 ? "no interval" : `95 % CI ${differenceText(interval.low)} to ${differenceText(interval.high)}`;
	const by = verdict === "not-worse" || verdict === "worse" ? ` by ${metricText(margin)}` : "";
	return [
		strong(`${VERDICT_TEXTS[verdict]}${margin > 0 ? by : ""}:`),
		` ${metricLabel(primary)} `,
		strong(differenceText(paired.difference)),
		` (${ci}) ${rows}: ${metricText(paired.champion)} → ${metricText(paired.challenger)}.`
	];
}
function gateLine({ gates, "judged-for": stage }) {
	if (gates === void 0 || stage === void 0) return ["No policy was asked: the version has no next stage with one."];
	const judged = gates.gates.filter(({ outcome }) => outcome !== "left-out");
	return [`${judged.filter(({ outcome }) => outcome === "passed").length} of ${plural(judged.length, "gate")} for ${stage} passed.`];
}
function whyNot$1(gates) {
	const items = openGateLines(gates);
	return items.length === 0 ? [] : [{
		block: "list",
		items
	}];
}
function readingCounts({ readings }) {
	const count = (wanted) => readings.filter(({ reading }) => reading === wanted).length;
	return `${count("better")} better, ${count("open")} open, ${count("worse")} worse`;
}
function metricTable({ facts, readings }) {
	const readingOf = new Map(readings.map(({ metric, reading }) => [metric, reading]));
	return {
		block: "table",
		columns: [
			{ title: "metric" },
			{
				title: "champion",
				align: "right"
			},
			{
				title: "challenger",
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
			{ title: "" }
		],
		rows: [...Object.entries(facts.metrics).map(([name, paired]) => [
			metricLabel(name),
			metricText(paired.champion),
			metricText(paired.challenger),
			differenceText(paired.difference),
			paired.interval === void 0 ? "–" : `${differenceText(paired.interval.low)} to ${differenceText(paired.interval.high)}`,
			readingSpan(readingOf.get(name))
		]), ...Object.entries(facts.undefined ?? {}).map(([name, why]) => [
			metricLabel(name),
			"–",
			"–",
			"–",
			"–",
			why
		])]
	};
}
function readingSpan(reading) {
	if (reading === "better") return good("better");
	if (reading === "worse") return bad("worse");
	return reading === "open" ? "open" : "";
}
function provenance({ data, facts, engine }) {
	return [
		" · data ",
		code(short(data.sha256)),
		` (${data.pinned ? "pinned" : "not pinned"}, ${plural(facts.rows, "row")}) · ${engine}`
	];
}
function remarkBlocks(remarks) {
	return remarks.length === 0 ? [] : [{
		block: "list",
		items: remarks.map((remark) => sentence(`Note: ${fullSentence(remark)}`))
	}];
}

// src/render/results/registration.ts
/** `register`. */
function describeRegistration(result) {
	const { record } = result;
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
		...changeBlocks(result)
	];
}
function titleOf({ status, record }) {
	if (record === void 0) return "register a version";
	return `${status === "unchanged" ? "" : "register "}version ${record.version}`;
}
/** What a version's record says, a line each. */
function versionFacts(record) {
	const { artifact, signature, data, params, metrics } = record;
	return [
		["artifact", `${artifact.kind ?? artifact.format}, ${bytesText(artifact.bytes)}, sha256 ${short(artifact.sha256, 12)}…`],
		...artifact.uri.startsWith("./") ? [] : [["at", artifact.uri]],
		...artifact["runs-code-when-loaded"] ? [["careful", "loading it runs code that it carries"]] : [],
		...signature === void 0 ? [] : [["signature", signatureText(signature)]],
		...data.map(({ role, uri, rows }) => [`${role} data`, `${uri}${rows === void 0 ? "" : `, ${plural(rows, "row")}`}`]),
		...listed("params", params, (value) => typeof value === "number" ? String(value) : JSON.stringify(value)),
		...listed("metrics", metrics, metricText),
		["trained at", `commit ${short(record.commit)}`],
		["made", `${record["created-at"]} by ${record["created-by"]}`]
	];
}
function listed(name, values, text) {
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

// src/render/results/model.ts
/** `show` without a model. */
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
/** `show MODEL`. */
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
				["pointers", agree ? [good("agree"), ` with ${plural(records, "record")}`] : [bad("disagree"), ` with the ${plural(records, "record")}: see modelyard history ${result.model}`]]
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
/** `show MODEL VERSION`. */
function describeVersion(result) {
	const { record, notes } = result;
	return [
		heading(2, `${result.model} version ${record.version}: ${result.stage}${result.aliases.map((alias) => `, ${alias}`).join("")}`),
		...notes.description === void 0 ? [] : [paragraph(notes.description)],
		{
			block: "facts",
			rows: [
				...versionFacts(record),
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
			short(found.data, 12),
			countText(found.rows),
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
/** `1, 2, 3 … 9 (12 in all)`. */
function listText(versions) {
	if (versions.length <= 8) return versions.join(", ");
	return `${versions.slice(0, 3).join(", ")} … ${versions.at(-1)} (${versions.length} in all)`;
}

// src/render/results/move.ts
/** `promote`, `rollback`, `archive`, `alias`. */
function describeMove(result) {
	return [
		heading(2, `${result.model}: ${result.title}`),
		...movedBlocks(result),
		...result.gates === void 0 ? [] : gateBlocks(result.gates),
		...whyNot(result),
		...approvalBlocks(result),
		...changeBlocks(result)
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
function approvalBlocks({ approvals, unapproved }) {
	if (approvals === void 0 || approvals.rules.length === 0) return [];
	const wanted = approvals.rules.map(({ required, from }) => {
		const whose = from === void 0 ? "people with `maintain`" : from.join(" or ");
		return `${plural(required, "approval")} by ${whose}`;
	});
	const how = unapproved === void 0 ? "they are given on the pull request" : `merged without them, because: ${unapproved}`;
	return [paragraph("Approvals ", outcomeSpan(approvals.outcome), ": ", ...sentence(`${wanted.join(", ")}; ${how}.`))];
}

// src/render/results/search.ts
/** `search`. */
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

// src/render/results/validation.ts
/** `validate`. */
function describeValidation(result) {
	const { problems, checked } = result;
	const errors = problems.filter(({ severity }) => severity === "error").length;
	const warnings = problems.length - errors;
	const counted = `${plural(checked.models, "model")}, ${plural(checked.versions, "version")}, ${plural(checked.records, "record")}, ${plural(checked.files, "file")} read`;
	const verdict = errors > 0 ? [bad(`${plural(errors, "error")}`), `${warnings > 0 ? `, ${plural(warnings, "warning")}` : ""} in ${result.judged}: ${counted}.`] : [good("No error"), `${warnings > 0 ? `, ${plural(warnings, "warning")},` : ""} in ${result.judged}: ${counted}.`];
	return [
		...problems.length === 0 ? [] : [{
			block: "list",
			items: problems.map(({ severity, place, message, next }) => [
				severity === "error" ? bad("error") : open("warning"),
				` ${placeText(place)}: `,
				...sentence(`${fullSentence(message)} ${fullSentence(next)}`)
			])
		}],
		...governedBlocks(result),
		...result.remarks.map((remark) => footnote(...sentence(fullSentence(remark)))),
		paragraph(...verdict)
	];
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
/** Blocks as text for a terminal or a pipe. */
function toText(blocks, options) {
	return `${blocks.map((block) => blockText(block, options)).join("\n\n")}\n`;
}
function blockText(block, options) {
	switch (block.block) {
		case "heading": return styled("strong", lineText(block.line, { color: false }), options);
		case "paragraph": return lineText(block.line, options);
		case "list": return block.items.map((item) => `  ${lineText(item, options)}`).join("\n");
		case "table": return table(block.columns, block.rows, options);
		case "facts": return table([{}, {}], block.rows.map(([name, value]) => [{
			is: "dim",
			text: name
		}, value]), options);
		case "code": return block.lines.map((line) => `    ${visible(line)}`).join("\n");
		case "fold": return `${styled("strong", lineText(block.title, { color: false }), options)}\n${block.blocks.map((inner) => blockText(inner, options)).join("\n\n")}`;
		case "footnote": return styled("dim", lineText(block.line, { color: false }), options);
	}
}
/** Columns two spaces apart, as wide as their widest cell; characters that take two places count as two. */
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
/** A result as a person or a program reads it. */
function render(result, format, { color = false } = {}) {
	if (format === "json") return `${visibleJson(JSON.stringify(result, null, 2))}\n`;
	const blocks = describe(result);
	return format === "markdown" ? toMarkdown(blocks) : toText(blocks, { color });
}
function describe(result) {
	switch (result.kind) {
		case "initialization": return describeInitialization(result);
		case "validation": return describeValidation(result);
		case "registration": return describeRegistration(result);
		case "model-list": return describeModelList(result);
		case "model": return describeModel(result);
		case "version": return describeVersion(result);
		case "search": return describeSearch(result);
		case "history": return describeHistory(result);
		case "difference": return describeDifference(result);
		case "move": return describeMove(result);
		case "evaluation": return describeEvaluation(result);
		case "comparison": return describeComparison(result);
	}
}
/** An error as a person reads it: where, what, what to do. */
function renderError(error, { color = false } = {}) {
	const { place: at, message } = error;
	const place = at === void 0 || at.path === "filter" || !at.line && message.startsWith(at.path) ? "" : `${placeText(at)}: `;
	const report = ERROR_CODES[error.code] === "bug" ? " This is a bug of Modelyard." : "";
	const [first = "", ...rest] = `${place}${error.message}`.split("\n");
	const lines = [paragraph(bad("Error"), ` ${first}${rest.length === 0 ? "." : ""}${report}`)];
	return [
		toText(lines, { color }).trimEnd(),
		...rest.map(visible),
		toText([paragraph(dim(fullSentence(error.next)))], { color }).trimEnd(),
		""
	].join("\n");
}
/** An error as a program reads it: one document, of the schema `results/failure.json`. */
function renderFailure({ code, message, next, place }) {
	const failure = {
		kind: "failure",
		code,
		message,
		next,
		...place === void 0 ? {} : { place: { ...place } }
	};
	return `${JSON.stringify(failure, null, 2)}\n`;
}

// cli/commands.ts
/** The code of each command, loaded when the command is called. */
const COMMANDS = {
	init: async () => (await import("./init.mjs")).init,
	validate: async () => (await import("./validate.mjs")).validate,
	register: async () => (await import("./register.mjs")).register,
	show: async () => (await import("./show.mjs")).show,
	search: async () => (await import("./search.mjs")).search,
	history: async () => (await import("./history.mjs")).history,
	diff: async () => (await import("./diff.mjs")).diff,
	evaluate: async () => (await import("./evaluate.mjs")).evaluate,
	compare: async () => (await import("./compare.mjs")).compare,
	promote: async () => (await import("./promote.mjs")).promote,
	rollback: async () => (await import("./rollback.mjs")).rollback,
	archive: async () => (await import("./archive.mjs")).archive,
	alias: async () => (await import("./alias.mjs")).alias
};

// cli/definitions.generated.ts
const DEFINITIONS = [
	{
		"name": "init",
		"summary": "Look at the repository and write the registry and a first model.yaml.",
		"positional": ["model"],
		"flags": [
			{
				"flag": "model",
				"input": "model",
				"kind": "text",
				"description": "The name of the model.",
				"required": false
			},
			{
				"flag": "task",
				"input": "task",
				"kind": "text",
				"description": "What it predicts.",
				"required": false,
				"values": [
					"binary-classification",
					"multiclass-classification",
					"regression"
				]
			},
			{
				"flag": "target",
				"input": "target",
				"kind": "text",
				"description": "The column that it predicts.",
				"required": false
			},
			{
				"flag": "positive-class",
				"input": "positiveClass",
				"kind": "text",
				"description": "For two classes: the one that probabilities are of.",
				"required": false
			},
			{
				"flag": "train",
				"input": "train",
				"kind": "text",
				"description": "The training data.",
				"required": false
			},
			{
				"flag": "test",
				"input": "test",
				"kind": "text",
				"description": "Rows that no training saw, to judge versions on.",
				"required": false
			},
			{
				"flag": "root",
				"input": "root",
				"kind": "text",
				"description": "The folder for the registry.",
				"required": false,
				"fallback": "registry-data"
			},
			{
				"flag": "yes",
				"input": "yes",
				"kind": "boolean",
				"description": "Ask nothing; take the best guess.",
				"required": false
			}
		]
	},
	{
		"name": "validate",
		"summary": "Check the registry: its files, and with --base what a branch does to it.",
		"positional": [],
		"flags": [{
			"flag": "base",
			"input": "base",
			"kind": "text",
			"description": "Branch, tag or commit to judge against.",
			"required": false
		}, {
			"flag": "at",
			"input": "at",
			"kind": "text",
			"description": "With --base: the commit to judge.",
			"required": false,
			"fallback": "HEAD"
		}]
	},
	{
		"name": "register",
		"summary": "Make a new version from a model file.",
		"positional": ["model", "artifact"],
		"flags": [
			{
				"flag": "model",
				"input": "model",
				"kind": "text",
				"description": "The model.",
				"required": true
			},
			{
				"flag": "artifact",
				"input": "artifact",
				"kind": "text",
				"description": "The model file or folder.",
				"required": true
			},
			{
				"flag": "params",
				"input": "params",
				"kind": "text",
				"description": "JSON or YAML file of the parameters that it was trained with.",
				"required": false
			},
			{
				"flag": "param",
				"input": "param",
				"kind": "list",
				"description": "One parameter as name=value; may be repeated.",
				"required": false
			},
			{
				"flag": "metrics",
				"input": "metrics",
				"kind": "text",
				"description": "JSON or YAML file of the trainer's own metrics: shown and searched, read by no gate.",
				"required": false
			},
			{
				"flag": "metric",
				"input": "metric",
				"kind": "list",
				"description": "One metric as name=value; may be repeated.",
				"required": false
			},
			{
				"flag": "data",
				"input": "data",
				"kind": "list",
				"description": "Data as role=path; may be repeated; left out: the model's training data.",
				"required": false
			},
			{
				"flag": "columns",
				"input": "columns",
				"kind": "list",
				"description": "The columns of an input that takes several, in order.",
				"required": false
			},
			{
				"flag": "signature",
				"input": "signature",
				"kind": "text",
				"description": "JSON file of inputs and outputs, for what is registered unopened.",
				"required": false
			},
			{
				"flag": "as",
				"input": "as",
				"kind": "text",
				"description": "How to take the artifact; `opaque` leaves it unopened.",
				"required": false,
				"values": [
					"auto",
					"onnx",
					"opaque"
				],
				"fallback": "auto"
			},
			{
				"flag": "uri",
				"input": "uri",
				"kind": "text",
				"description": "Where the artifact lives, when not in the repository: https:, s3:, gs:, az:, hf:, release:.",
				"required": false
			},
			{
				"flag": "commit",
				"input": "commit",
				"kind": "text",
				"description": "The commit that was trained; left out: the last that changed code.",
				"required": false
			},
			{
				"flag": "description",
				"input": "description",
				"kind": "text",
				"description": "What to say about the version.",
				"required": false
			},
			{
				"flag": "tag",
				"input": "tag",
				"kind": "list",
				"description": "A tag as name=value; may be repeated.",
				"required": false
			},
			{
				"flag": "pull-request",
				"input": "pullRequest",
				"kind": "integer",
				"description": "The pull request whose merge trained it.",
				"required": false
			},
			{
				"flag": "run",
				"input": "run",
				"kind": "integer",
				"description": "The workflow run that trained it.",
				"required": false
			},
			{
				"flag": "merge",
				"input": "merge",
				"kind": "boolean",
				"description": "Commit to the current branch instead of making a branch.",
				"required": false
			},
			{
				"flag": "dry-run",
				"input": "dryRun",
				"kind": "boolean",
				"description": "Show what would happen and change nothing.",
				"required": false
			}
		]
	},
	{
		"name": "show",
		"summary": "Show the models, one of them, or a version.",
		"positional": ["model", "version"],
		"flags": [
			{
				"flag": "model",
				"input": "model",
				"kind": "text",
				"description": "The model.",
				"required": false
			},
			{
				"flag": "version",
				"input": "version",
				"kind": "text",
				"description": "A number, an alias, a stage or `latest`; with @2026-10-01 as it stood then.",
				"required": false
			},
			{
				"flag": "at",
				"input": "at",
				"kind": "text",
				"description": "Branch, tag or commit to read.",
				"required": false,
				"fallback": "HEAD"
			}
		]
	},
	{
		"name": "search",
		"summary": "Find versions by what they are.",
		"positional": ["filter"],
		"flags": [
			{
				"flag": "filter",
				"input": "filter",
				"kind": "text",
				"description": "The condition; left out: every version.",
				"required": false,
				"fallback": ""
			},
			{
				"flag": "model",
				"input": "model",
				"kind": "text",
				"description": "Search one model only.",
				"required": false
			},
			{
				"flag": "order",
				"input": "order",
				"kind": "text",
				"description": "Fields to sort by, each with asc or desc.",
				"required": false,
				"fallback": "model, version"
			},
			{
				"flag": "limit",
				"input": "limit",
				"kind": "integer",
				"description": "How many versions to list.",
				"required": false,
				"fallback": "100"
			},
			{
				"flag": "at",
				"input": "at",
				"kind": "text",
				"description": "Branch, tag or commit to read.",
				"required": false,
				"fallback": "HEAD"
			}
		]
	},
	{
		"name": "history",
		"summary": "Who moved what where, when and why.",
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
				"flag": "as-of",
				"input": "asOf",
				"kind": "text",
				"description": "A day, or a time with its zone; as things stood then.",
				"required": false
			},
			{
				"flag": "limit",
				"input": "limit",
				"kind": "integer",
				"description": "How many of the newest moves to list.",
				"required": false,
				"fallback": "50"
			},
			{
				"flag": "at",
				"input": "at",
				"kind": "text",
				"description": "Branch, tag or commit to read.",
				"required": false,
				"fallback": "HEAD"
			}
		]
	},
	{
		"name": "diff",
		"summary": "What two versions differ in: params, metrics, data, signature.",
		"positional": [
			"model",
			"first",
			"second"
		],
		"flags": [
			{
				"flag": "model",
				"input": "model",
				"kind": "text",
				"description": "The model.",
				"required": true
			},
			{
				"flag": "first",
				"input": "first",
				"kind": "text",
				"description": "The version to start from: a number, an alias, a stage or `latest`.",
				"required": true
			},
			{
				"flag": "second",
				"input": "second",
				"kind": "text",
				"description": "The version to compare with it.",
				"required": true
			},
			{
				"flag": "at",
				"input": "at",
				"kind": "text",
				"description": "Branch, tag or commit to read.",
				"required": false,
				"fallback": "HEAD"
			}
		]
	},
	{
		"name": "evaluate",
		"summary": "Score a version on the evaluation data and compute its metrics.",
		"positional": ["model", "version"],
		"flags": [
			{
				"flag": "model",
				"input": "model",
				"kind": "text",
				"description": "The model.",
				"required": true
			},
			{
				"flag": "version",
				"input": "version",
				"kind": "text",
				"description": "A number, an alias, a stage or `latest`; with @2026-10-01 as it stood then.",
				"required": true
			},
			{
				"flag": "data",
				"input": "data",
				"kind": "text",
				"description": "Other rows than those that model.yaml names; no gate takes them.",
				"required": false
			},
			{
				"flag": "evidence",
				"input": "evidence",
				"kind": "boolean",
				"description": "Leave evidence beside the version; --no-evidence only looks.",
				"required": false,
				"negatable": true
			},
			{
				"flag": "pin",
				"input": "pin",
				"kind": "boolean",
				"description": "Write the data's digest into model.yaml, so that evidence counts.",
				"required": false
			},
			{
				"flag": "predictions",
				"input": "predictions",
				"kind": "text",
				"description": "A file with what it predicted, a row for each of the data: for versions that are no ONNX.",
				"required": false
			},
			{
				"flag": "artifact",
				"input": "artifact",
				"kind": "text",
				"description": "A local copy of the artifact, where it lies outside the repository.",
				"required": false
			}
		]
	},
	{
		"name": "compare",
		"summary": "Champion against challenger on the same rows.",
		"positional": [
			"model",
			"champion",
			"challenger"
		],
		"flags": [
			{
				"flag": "model",
				"input": "model",
				"kind": "text",
				"description": "The model.",
				"required": true
			},
			{
				"flag": "champion",
				"input": "champion",
				"kind": "text",
				"description": "The version that serves: a number, an alias or a stage.",
				"required": false,
				"fallback": "champion"
			},
			{
				"flag": "challenger",
				"input": "challenger",
				"kind": "text",
				"description": "The version that asks to replace it.",
				"required": false,
				"fallback": "latest"
			},
			{
				"flag": "for",
				"input": "for",
				"kind": "text",
				"description": "The stage whose policy judges; left out: the next one of the challenger.",
				"required": false
			},
			{
				"flag": "seed",
				"input": "seed",
				"kind": "integer",
				"description": "Seed of the bootstrap.",
				"required": false,
				"fallback": "0"
			},
			{
				"flag": "champion-predictions",
				"input": "championPredictions",
				"kind": "text",
				"description": "A file with what it predicted, a row for each of the data: for versions that are no ONNX.",
				"required": false
			},
			{
				"flag": "challenger-predictions",
				"input": "challengerPredictions",
				"kind": "text",
				"description": "A file with what it predicted, a row for each of the data: for versions that are no ONNX.",
				"required": false
			},
			{
				"flag": "data",
				"input": "data",
				"kind": "text",
				"description": "Other rows than those that model.yaml names; no gate takes them.",
				"required": false
			},
			{
				"flag": "evidence",
				"input": "evidence",
				"kind": "boolean",
				"description": "Leave evidence beside the version; --no-evidence only looks.",
				"required": false,
				"negatable": true
			}
		]
	},
	{
		"name": "promote",
		"summary": "Move a version to the next stage when the policy says yes.",
		"positional": [
			"model",
			"version",
			"stage"
		],
		"flags": [
			{
				"flag": "model",
				"input": "model",
				"kind": "text",
				"description": "The model.",
				"required": true
			},
			{
				"flag": "version",
				"input": "version",
				"kind": "text",
				"description": "A number, an alias, a stage or `latest`; with @2026-10-01 as it stood then.",
				"required": true
			},
			{
				"flag": "stage",
				"input": "stage",
				"kind": "text",
				"description": "The stage to promote to.",
				"required": true
			},
			{
				"flag": "reason",
				"input": "reason",
				"kind": "text",
				"description": "Why; kept in the record.",
				"required": false
			},
			{
				"flag": "merge",
				"input": "merge",
				"kind": "boolean",
				"description": "Apply it to the current branch instead of making a branch.",
				"required": false
			},
			{
				"flag": "unapproved",
				"input": "unapproved",
				"kind": "text",
				"description": "With --merge: why it is done without the approvals that the policy asks for; kept in the record.",
				"required": false
			},
			{
				"flag": "dry-run",
				"input": "dryRun",
				"kind": "boolean",
				"description": "Show what would happen and change nothing.",
				"required": false
			},
			{
				"flag": "artifact",
				"input": "artifact",
				"kind": "text",
				"description": "A local copy of the artifact, where it lies outside the repository.",
				"required": false
			}
		]
	},
	{
		"name": "rollback",
		"summary": "Put a version back that served before.",
		"positional": [
			"model",
			"stage",
			"version"
		],
		"flags": [
			{
				"flag": "model",
				"input": "model",
				"kind": "text",
				"description": "The model.",
				"required": true
			},
			{
				"flag": "stage",
				"input": "stage",
				"kind": "text",
				"description": "The stage to roll back.",
				"required": true
			},
			{
				"flag": "version",
				"input": "version",
				"kind": "text",
				"description": "A number, an alias, a stage or `latest`; with @2026-10-01 as it stood then.",
				"required": false
			},
			{
				"flag": "reason",
				"input": "reason",
				"kind": "text",
				"description": "Why; kept in the record.",
				"required": false
			},
			{
				"flag": "merge",
				"input": "merge",
				"kind": "boolean",
				"description": "Apply it to the current branch instead of making a branch.",
				"required": false
			},
			{
				"flag": "unapproved",
				"input": "unapproved",
				"kind": "text",
				"description": "With --merge: why it is done without the approvals that the policy asks for; kept in the record.",
				"required": false
			},
			{
				"flag": "dry-run",
				"input": "dryRun",
				"kind": "boolean",
				"description": "Show what would happen and change nothing.",
				"required": false
			},
			{
				"flag": "artifact",
				"input": "artifact",
				"kind": "text",
				"description": "A local copy of the artifact, where it lies outside the repository.",
				"required": false
			}
		]
	},
	{
		"name": "archive",
		"summary": "Take a version out of use.",
		"positional": ["model", "version"],
		"flags": [
			{
				"flag": "model",
				"input": "model",
				"kind": "text",
				"description": "The model.",
				"required": true
			},
			{
				"flag": "version",
				"input": "version",
				"kind": "text",
				"description": "A number, an alias, a stage or `latest`; with @2026-10-01 as it stood then.",
				"required": true
			},
			{
				"flag": "purge",
				"input": "purge",
				"kind": "boolean",
				"description": "Remove the bytes of the artifact too.",
				"required": false
			},
			{
				"flag": "reason",
				"input": "reason",
				"kind": "text",
				"description": "Why; kept in the record.",
				"required": false
			},
			{
				"flag": "merge",
				"input": "merge",
				"kind": "boolean",
				"description": "Apply it to the current branch instead of making a branch.",
				"required": false
			},
			{
				"flag": "unapproved",
				"input": "unapproved",
				"kind": "text",
				"description": "With --merge: why it is done without the approvals that the policy asks for; kept in the record.",
				"required": false
			},
			{
				"flag": "dry-run",
				"input": "dryRun",
				"kind": "boolean",
				"description": "Show what would happen and change nothing.",
				"required": false
			}
		]
	},
	{
		"name": "alias",
		"summary": "Let a name stand for a version.",
		"positional": [
			"model",
			"alias",
			"version"
		],
		"flags": [
			{
				"flag": "model",
				"input": "model",
				"kind": "text",
				"description": "The model.",
				"required": true
			},
			{
				"flag": "alias",
				"input": "alias",
				"kind": "text",
				"description": "The alias.",
				"required": true
			},
			{
				"flag": "version",
				"input": "version",
				"kind": "text",
				"description": "A number, an alias, a stage or `latest`; with @2026-10-01 as it stood then.",
				"required": false
			},
			{
				"flag": "remove",
				"input": "remove",
				"kind": "boolean",
				"description": "Take the alias away.",
				"required": false
			},
			{
				"flag": "reason",
				"input": "reason",
				"kind": "text",
				"description": "Why; kept in the record.",
				"required": false
			},
			{
				"flag": "merge",
				"input": "merge",
				"kind": "boolean",
				"description": "Apply it to the current branch instead of making a branch.",
				"required": false
			},
			{
				"flag": "unapproved",
				"input": "unapproved",
				"kind": "text",
				"description": "With --merge: why it is done without the approvals that the policy asks for; kept in the record.",
				"required": false
			},
			{
				"flag": "dry-run",
				"input": "dryRun",
				"kind": "boolean",
				"description": "Show what would happen and change nothing.",
				"required": false
			}
		]
	}
];

// cli/parse-arguments.ts
const OUTPUT_FLAGS = [
	{
		flag: "json",
		input: "json",
		kind: "boolean",
		required: false,
		description: "Print one JSON document."
	},
	{
		flag: "format",
		input: "format",
		kind: "text",
		required: false,
		values: [
			"text",
			"markdown",
			"json"
		],
		fallback: "text",
		description: "How to print the answer."
	},
	{
		flag: "report",
		input: "report",
		kind: "text",
		required: false,
		description: "Write the answer to this file as Markdown, too."
	},
	{
		flag: "help",
		input: "help",
		kind: "boolean",
		required: false,
		description: "Show this help."
	}
];
/**
* Sorts a command's arguments into its inputs. Text is turned into numbers and truth values only where the whole of
* it is one.
*
* @throws {ModelyardError} `bad-input` that names the flag, with the nearest one there is.
*/
function parseArguments(command, args) {
	const flags = new Map([...command.flags, ...OUTPUT_FLAGS].map((flag) => [flag.flag, flag]));
	const values = /* @__PURE__ */ new Map();
	const positional = [];
	for (let at = 0; at < args.length; at += 1) {
		const arg = args[at];
		if (arg === "--") {
			positional.push(...args.slice(at + 1));
			break;
		}
		if (!/^(?:--|-[A-Za-z])/.test(arg)) {
			positional.push(arg);
			continue;
		}
		const { name, inline } = splitFlag(arg);
		const { flag, negated } = findFlag(command, flags, name, arg);
		if (flag.kind === "boolean") {
			if (inline !== void 0 && inline !== "true" && inline !== "false") throw badFlag(arg, "is either there or not, and takes no value", `write --${flag.flag}`);
			put(values, flag, inline !== "false" !== negated, arg);
			continue;
		}
		if (inline === void 0) at += 1;
		const value = inline ?? args[at];
		if (value === void 0) throw badFlag(arg, "needs a value", `write --${flag.flag} ${placeholder(flag)}`);
		if (inline === void 0 && value.startsWith("--")) throw badFlag(arg, `needs a value before ${value}`, `write --${flag.flag}=${value} if that is its value`);
		put(values, flag, convert(flag, value), arg);
	}
	placePositional(command, positional, values);
	return {
		values: withoutOutput(values),
		output: outputOf(values)
	};
}
function splitFlag(arg) {
	const at = arg.indexOf("=");
	const name = (at < 0 ? arg : arg.slice(0, at)).replace(/^--?/, "");
	return {
		name: SHORT[arg] ?? name,
		inline: at < 0 ? void 0 : arg.slice(at + 1)
	};
}
const SHORT = { "-h": "help" };
function findFlag(command, flags, name, arg) {
	const flag = flags.get(name);
	if (flag !== void 0) return {
		flag,
		negated: false
	};
	const positive = name.startsWith("no-") ? flags.get(name.slice(3)) : void 0;
	if (positive?.negatable) return {
		flag: positive,
		negated: true
	};
	const names = [...flags.values()].map(({ flag: known, negatable }) => negatable ? `no-${known}` : known);
	const near = nearest(name, names);
	throw badFlag(arg.split("=")[0] ?? arg, `is not a flag of ${command.name}`, near === void 0 ? `see modelyard ${command.name} --help` : `did you mean --${near}?`);
}
function put(values, flag, value, arg) {
	if (flag.kind === "list") {
		const present = values.get(flag.input) ?? [];
		values.set(flag.input, [...present, ...flag.flag === "columns" ? String(value).split(",") : [value]]);
		return;
	}
	if (values.has(flag.input)) throw badFlag(arg.split("=")[0] ?? arg, "stands twice", "keep one of the two");
	values.set(flag.input, value);
}
function convert(flag, text) {
	if (flag.kind === "integer" || flag.kind === "number") {
		if (!(flag.kind === "integer" ? /^-?\d{1,15}$/ : /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/).test(text)) throw badFlag(`--${flag.flag}`, `wants ${flag.kind === "integer" ? "a whole number" : "a number"}, not \`${text}\``, `write --${flag.flag} 1`);
		return Number(text);
	}
	if (flag.values !== void 0 && !flag.values.includes(text)) {
		const near = nearest(text, flag.values);
		throw badFlag(`--${flag.flag}`, `cannot be \`${text}\``, near === void 0 ? `choose one of ${flag.values.join(", ")}` : `did you mean ${near}?`);
	}
	return text;
}
function placePositional(command, positional, values) {
	const places = command.positional.map((input) => command.flags.find((flag) => flag.input === input));
	for (const [index, text] of positional.entries()) {
		const flag = places[index];
		if (flag === void 0) throw new ModelyardError({
			code: "bad-input",
			message: `\`${text}\` is one argument too many for ${command.name}`,
			next: `write it as: modelyard ${command.name} ${places.map((place) => place.flag.toUpperCase()).join(" ")}`
		});
		put(values, flag, convert(flag, text), flag.flag);
	}
	const help = outputOf(values).help;
	const missing = command.flags.filter((flag) => flag.required && !values.has(flag.input));
	if (missing.length === 0 || help) return;
	const shown = missing.map(({ flag, input }) => command.positional.includes(input) ? flag.toUpperCase() : `--${flag}`);
	throw new ModelyardError({
		code: "bad-input",
		message: `${command.name} needs ${shown.join(" and ")}`,
		next: `see modelyard ${command.name} --help`
	});
}
function outputOf(values) {
	return {
		format: values.get("json") === true ? "json" : values.get("format") ?? "text",
		report: values.get("report"),
		help: values.get("help") === true
	};
}
function withoutOutput(values) {
	return new Map([...values].filter(([input]) => !OUTPUT_FLAGS.some((flag) => flag.input === input)));
}
function placeholder({ kind, values, flag }) {
	if (values !== void 0) return values.join("|");
	if (kind === "integer" || kind === "number") return "N";
	return flag === "report" || flag === "data" ? "FILE" : "TEXT";
}
function badFlag(flag, what, next) {
	return new ModelyardError({
		code: "bad-input",
		message: `${flag} ${what}`,
		next
	});
}

// cli/completions.ts
const SHELLS = [
	"bash",
	"zsh",
	"fish"
];
/** `completions SHELL` prints the script for a shell; `completions models` the models, which the scripts ask for. */
async function complete([wanted = ""], print) {
	if (wanted === "models") {
		await print((await modelNames()).map((name) => `${name}\n`).join(""));
		return 0;
	}
	if (!SHELLS.includes(wanted)) {
		const near = nearest(wanted, SHELLS);
		throw new ModelyardError({
			code: "bad-input",
			message: wanted === "" ? "completions needs the name of a shell" : `there are no completions for \`${wanted}\``,
			next: near === void 0 ? `choose one of ${SHELLS.join(", ")}` : `did you mean ${near}?`
		});
	}
	await print(SCRIPTS[wanted](completedCommands(DEFINITIONS)));
	return 0;
}
/** The models of the last commit; none where there is no registry to ask. */
async function modelNames() {
	try {
		const { openPorts } = await import("./ports2.mjs");
		const { show } = await import("./show.mjs");
		const result = await show.execute({}, await openPorts(process.cwd()), {});
		return result.kind === "model-list" ? result.models.map(({ model }) => model) : [];
	} catch {
		return [];
	}
}
/** `completions` and `help`, which have no definition of their own. */
const OTHERS = {
	completions: "Print completions for bash, zsh or fish.",
	help: "Tell more about a command."
};
function completedCommands(commands) {
	const names = [...commands.map(({ name }) => name), ...Object.keys(OTHERS)];
	return [...commands.map(({ name, summary, flags, positional }) => ({
		name,
		summary,
		flags: [...flags, ...OUTPUT_FLAGS].map((flag) => ({
			...flag,
			written: `--${flag.negatable ? "no-" : ""}${flag.flag}`
		})),
		takesModel: positional[0] === "model",
		words: []
	})), ...Object.entries(OTHERS).map(([name, summary]) => ({
		name,
		summary,
		flags: [],
		takesModel: false,
		words: name === "help" ? names : SHELLS
	}))];
}
const SCRIPTS = {
	bash: (commands) => {
		const cases = commands.map(({ name, flags, takesModel, words }) => {
			const first = takesModel ? " $models" : "";
			return `    ${name}) words="${[...words, ...flags.map(({ written }) => written)].join(" ")}${first}" ;;`;
		});
		const values = new Map(commands.flatMap(({ flags }) => flags).filter(({ kind }) => kind !== "boolean").map(({ written, values: known = [] }) => [written, known.join(" ")]));
		return `# modelyard completions bash > /etc/bash_completion.d/modelyard
_modelyard() {
  local current=\${COMP_WORDS[COMP_CWORD]} words= models=
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${commands.map(({ name }) => name).join(" ")}"
  else
    [ "$COMP_CWORD" -eq 2 ] && models=$(modelyard completions models 2>/dev/null)
    case \${COMP_WORDS[1]} in
${cases.join("\n")}
    esac
    case \${COMP_WORDS[COMP_CWORD-1]} in
${[...values].map(([flag, known]) => `    ${flag}) words="${known}" ;;`).join("\n")}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _modelyard modelyard
`;
	},
	zsh: (commands) => {
		const names = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`);
		const cases = commands.map(({ name, flags, takesModel, words }) => {
			const specs = flags.map(({ written, flag, kind, values, description }) => {
				const text = `[${description.replace(/[[\]:]/g, "")}]`;
				if (kind === "boolean") return `${written}${text}`;
				const action = values === void 0 ? "_files" : `(${values.join(" ")})`;
				return `${kind === "list" ? "*" : ""}${written}=${text}:${flag}:${action}`;
			});
			const first = takesModel ? ["1:model:($(modelyard completions models 2>/dev/null))"] : [];
			const others = words.length === 0 ? ["*:file:_files"] : [`1:word:(${words.join(" ")})`];
			return `    ${name}) _arguments \\\n${[
				...specs,
				...first,
				...others
			].map((spec) => `      ${quoted(spec)}`).join(" \\\n")} ;;`;
		});
		return `#compdef modelyard
# modelyard completions zsh > "\${fpath[1]}/_modelyard"
_modelyard() {
  local -a commands=(
${names.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
${cases.join("\n")}
  esac
}
_modelyard "$@"
`;
	},
	fish: (commands) => {
		return `# modelyard completions fish > ~/.config/fish/completions/modelyard.fish
${commands.flatMap(({ name, summary, flags, takesModel, words }) => {
			const inside = `complete -c modelyard -n '__fish_seen_subcommand_from ${name}'`;
			return [
				`complete -c modelyard -f -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
				...flags.map(({ written, kind, values, description }) => {
					const known = values === void 0 ? "" : ` -f -a ${quoted(values.join(" "))}`;
					return `${inside} -l ${written.slice(2)}${kind === "boolean" ? "" : ` -r${known}`} -d ${quoted(description)}`;
				}),
				...takesModel ? [`${inside} -a '(modelyard completions models 2>/dev/null)'`] : [],
				...words.length === 0 ? [] : [`${inside} -f -a ${quoted(words.join(" "))}`]
			];
		}).join("\n")}
`;
	}
};
function quoted(text) {
	return `'${text.replaceAll("'", "'\\''")}'`;
}

// cli/progress.ts
/** How long a command may work before it says so. */
const PATIENCE_MS = 1e3;
/** How often a log, which cannot take back what it said, gets a new line. */
const LOG_EVERY_MS = 1e4;
/** Says on stderr what is being done, once it takes over a second: in place on a terminal, now and then in a log. */
function openProgress(now = () => process.uptime() * 1e3) {
	const isTerminal = process.stderr.isTTY === true;
	const startedAt = now();
	let lastAt = Number.NEGATIVE_INFINITY;
	let shown = false;
	return {
		say(step, share) {
			const time = now();
			if (time - startedAt < PATIENCE_MS || time - lastAt < (isTerminal ? 100 : LOG_EVERY_MS)) return;
			lastAt = time;
			const text = share === void 0 ? step : `${step}, ${Math.floor(share * 100)} %`;
			process.stderr.write(isTerminal ? `\r\u001b[K${text}` : `${text}\n`);
			shown = isTerminal;
		},
		end() {
			if (shown) process.stderr.write("\r\x1B[K");
			shown = false;
		}
	};
}

// cli/run.ts
/** Runs a command line and ends the process with its exit status. */
async function main(args) {
	const interruption = new AbortController();
	process.on("SIGINT", () => {
		if (interruption.signal.aborted) process.exit(130);
		interruption.abort();
	});
	process.stdout.on("error", (error) => {
		if (error.code === "EPIPE") process.exit(0);
		throw error;
	});
	process.stderr.on("error", () => {});
	let status;
	try {
		status = await answer(args, interruption.signal);
	} catch (error) {
		status = await fail(error, wantsJson(args));
	}
	process.exit(status);
}
async function answer([name = "", ...args], signal) {
	if (name === "--version" || name === "-V") {
		const { RELEASE } = await import("./release.mjs");
		await print(process.stdout, `${RELEASE}\n`);
		return 0;
	}
	if (name === "completions") return complete(args, (text) => print(process.stdout, text));
	if (name === "help") throw unknownCommand(args[0] ?? name);
	const definition = DEFINITIONS.find((command) => command.name === name);
	const load = COMMANDS[name];
	if (definition === void 0 || load === void 0) throw unknownCommand(name);
	const { values, output } = parseArguments(definition, args);
	const [command, ports] = await Promise.all([load(), openPorts(process.cwd())]);
	const progress = openProgress();
	try {
		const watch = {
			signal,
			progress: progress.say
		};
		const result = await command.execute(Object.fromEntries(values), ports, watch);
		progress.end();
		return await report(result, output, ports);
	} finally {
		progress.end();
	}
}
async function report(result, { format, report: file }, { artifacts }) {
	if (file !== void 0) await artifacts.write(file, new TextEncoder().encode(render(result, "markdown")));
	await print(process.stdout, render(result, format, { color: wantsColor(process.stdout) }));
	return exitStatusOfOutcome("outcome" in result ? result.outcome : void 0);
}
function unknownCommand(name) {
	const names = [
		...DEFINITIONS.map(({ name: known }) => known),
		"completions",
		"help"
	];
	const near = nearest(name, names);
	return new ModelyardError({
		code: "unknown-command",
		message: name === "" ? "no command was given" : `there is no command \`${name}\``,
		next: near === void 0 ? "see modelyard --help" : `did you mean modelyard ${near}?`
	});
}
/** Whether one document is due even where the arguments could not be read. */
function wantsJson(args) {
	return args.some((arg, index) => arg === "--json" || arg === "--format=json" || arg === "json" && args[index - 1] === "--format");
}
async function fail(error, json) {
	const known = error instanceof ModelyardError ? error : unexpected(error);
	if (json) await print(process.stdout, renderFailure(known));
	await print(process.stderr, renderError(known, { color: wantsColor(process.stderr) }));
	if (known.code === "bug" && process.env.MODELYARD_DEBUG) await print(process.stderr, `${known.stack ?? ""}\n${known.cause instanceof Error ? known.cause.stack : ""}\n`);
	return exitStatusOf(known.code);
}
const CANNOT_WRITE = [
	"ENOSPC",
	"EROFS",
	"EACCES",
	"EPERM",
	"EDQUOT",
	"EFBIG"
];
function unexpected(error) {
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
		next: "please report it with the command that you ran; MODELYARD_DEBUG=1 shows where it happened",
		cause: error
	});
}
function print(stream, text) {
	return new Promise((resolve) => {
		stream.write(text, () => resolve());
	});
}

export { main };