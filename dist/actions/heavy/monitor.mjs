import { r as __toESM, t as __commonJSMin } from "./rolldown-runtime.mjs";
import { t as DEFAULT_THRESHOLDS } from "./feature-drift.mjs";
import { C as strictObject, F as _minLength, N as _lte, P as _maxLength, f as int, k as _gte, n as _default, s as boolean, w as string, y as optional } from "./schemas.mjs";
import { h as benjaminiHochberg } from "./policy.mjs";
import { c as kolmogorovSeries, i as homogeneity, n as kolmogorovSmirnov, o as detectableAssociation, r as kolmogorovPValue, s as detectableDistance, t as twoProportions } from "./two-proportions.mjs";
import { _ as subtractCategories, c as profileNumbers, g as profileCategories, l as subtractNumbers, p as upperEnds, s as numbersIn, u as areSameEdges, v as valuesIn } from "./evidence.mjs";
import { c as ModelyardError } from "./run.mjs";
import { i as driftMetrics, n as pushgateway, t as handOutMetrics } from "./write-metrics.mjs";
import { a as repeatRemarks, i as overlapRemarks, n as readReference, r as openSample, t as monitoredVersion } from "./monitored-reference.mjs";
import { a as sharedTimesOf, i as plainFile, n as isRemote, r as keptReference, t as currentSource } from "./sample-source.mjs";
import { i as Span, t as Moment } from "./window.mjs";
import { h as timestamp, u as UserName } from "./names.mjs";
import { t as defineMeasurement } from "./define.mjs";
import { r as SIGNS, t as CAUSES } from "./drift-cause.mjs";
import { n as ascendingRanking } from "./order.mjs";
import { t as randomStream } from "./random.mjs";
import { D as rocAuc } from "./judge-measured.mjs";
import { t as drawEvenly } from "./importance.mjs";
import { a as parseRunPath, c as toMonitorRun, i as compareRuns, n as MonitorRun, o as runPath, r as PlainRun, s as runsFolder, t as HISTORY_BRANCH } from "./run-record.mjs";
import { t as parseJson } from "./json-file.mjs";
import { c as monotoneTimes } from "./evidence-file.mjs";
import { n as profileAgainst, r as profileReference } from "./profile-training.mjs";
import { i as gatherEvidence } from "./move-facts.mjs";
import { a as version, n as metrics, r as model } from "./inputs.mjs";
import { n as readWorkingDefinition } from "./working-definition.mjs";
// node_modules/picomatch/lib/constants.js
var require_constants = __commonJSMin(((exports, module) => {
	const WIN_SLASH = "\\\\/";
	const WIN_NO_SLASH = `[^${WIN_SLASH}]`;
	const DEFAULT_MAX_EXTGLOB_RECURSION = 0;
	const DOT_LITERAL = "\\.";
	const PLUS_LITERAL = "\\+";
	const QMARK_LITERAL = "\\?";
	const SLASH_LITERAL = "\\/";
	const ONE_CHAR = "(?=.)";
	const QMARK = "[^/]";
	const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
	const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
	const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
	const POSIX_CHARS = {
		DOT_LITERAL,
		PLUS_LITERAL,
		QMARK_LITERAL,
		SLASH_LITERAL,
		ONE_CHAR,
		QMARK,
		END_ANCHOR,
		DOTS_SLASH,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!${START_ANCHOR}${DOTS_SLASH})`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`,
		NO_DOTS_SLASH: `(?!${DOTS_SLASH})`,
		QMARK_NO_DOT: `[^.${SLASH_LITERAL}]`,
		STAR: `${QMARK}*?`,
		START_ANCHOR,
		SEP: "/"
	};
	const WINDOWS_CHARS = {
		...POSIX_CHARS,
		SLASH_LITERAL: `[${WIN_SLASH}]`,
		QMARK: WIN_NO_SLASH,
		STAR: `${WIN_NO_SLASH}*?`,
		DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
		NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
		START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
		END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
		SEP: "\\"
	};
	module.exports = {
		DEFAULT_MAX_EXTGLOB_RECURSION,
		MAX_LENGTH: 65536,
		POSIX_REGEX_SOURCE: {
			__proto__: null,
			alnum: "a-zA-Z0-9",
			alpha: "a-zA-Z",
			ascii: "\\x00-\\x7F",
			blank: " \\t",
			cntrl: "\\x00-\\x1F\\x7F",
			digit: "0-9",
			graph: "\\x21-\\x7E",
			lower: "a-z",
			print: "\\x20-\\x7E ",
			punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
			space: " \\t\\r\\n\\v\\f",
			upper: "A-Z",
			word: "A-Za-z0-9_",
			xdigit: "A-Fa-f0-9"
		},
		REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
		REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
		REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
		REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
		REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
		REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
		REPLACEMENTS: {
			__proto__: null,
			"***": "*",
			"**/**": "**",
			"**/**/**": "**"
		},
		CHAR_0: 48,
		CHAR_9: 57,
		CHAR_UPPERCASE_A: 65,
		CHAR_LOWERCASE_A: 97,
		CHAR_UPPERCASE_Z: 90,
		CHAR_LOWERCASE_Z: 122,
		CHAR_LEFT_PARENTHESES: 40,
		CHAR_RIGHT_PARENTHESES: 41,
		CHAR_ASTERISK: 42,
		CHAR_AMPERSAND: 38,
		CHAR_AT: 64,
		CHAR_BACKWARD_SLASH: 92,
		CHAR_CARRIAGE_RETURN: 13,
		CHAR_CIRCUMFLEX_ACCENT: 94,
		CHAR_COLON: 58,
		CHAR_COMMA: 44,
		CHAR_DOT: 46,
		CHAR_DOUBLE_QUOTE: 34,
		CHAR_EQUAL: 61,
		CHAR_EXCLAMATION_MARK: 33,
		CHAR_FORM_FEED: 12,
		CHAR_FORWARD_SLASH: 47,
		CHAR_GRAVE_ACCENT: 96,
		CHAR_HASH: 35,
		CHAR_HYPHEN_MINUS: 45,
		CHAR_LEFT_ANGLE_BRACKET: 60,
		CHAR_LEFT_CURLY_BRACE: 123,
		CHAR_LEFT_SQUARE_BRACKET: 91,
		CHAR_LINE_FEED: 10,
		CHAR_NO_BREAK_SPACE: 160,
		CHAR_PERCENT: 37,
		CHAR_PLUS: 43,
		CHAR_QUESTION_MARK: 63,
		CHAR_RIGHT_ANGLE_BRACKET: 62,
		CHAR_RIGHT_CURLY_BRACE: 125,
		CHAR_RIGHT_SQUARE_BRACKET: 93,
		CHAR_SEMICOLON: 59,
		CHAR_SINGLE_QUOTE: 39,
		CHAR_SPACE: 32,
		CHAR_TAB: 9,
		CHAR_UNDERSCORE: 95,
		CHAR_VERTICAL_LINE: 124,
		CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
		extglobChars(chars) {
			return {
				"!": {
					type: "negate",
					open: "(?:(?!(?:",
					close: `))${chars.STAR})`
				},
				"?": {
					type: "qmark",
					open: "(?:",
					close: ")?"
				},
				"+": {
					type: "plus",
					open: "(?:",
					close: ")+"
				},
				"*": {
					type: "star",
					open: "(?:",
					close: ")*"
				},
				"@": {
					type: "at",
					open: "(?:",
					close: ")"
				}
			};
		},
		globChars(win32) {
			return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
		}
	};
}));
// node_modules/picomatch/lib/utils.js
var require_utils = __commonJSMin(((exports) => {
	const { REGEX_BACKSLASH, REGEX_REMOVE_BACKSLASH, REGEX_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_GLOBAL } = require_constants();
	exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
	exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
	exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
	exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
	exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
	exports.isWindows = () => {
		if (typeof navigator !== "undefined" && navigator.platform) {
			const platform = navigator.platform.toLowerCase();
			return platform === "win32" || platform === "windows";
		}
		if (typeof process !== "undefined" && process.platform) return process.platform === "win32";
		return false;
	};
	exports.removeBackslashes = (str) => {
		return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
			return match === "\\" ? "" : match;
		});
	};
	exports.escapeLast = (input, char, lastIdx) => {
		const idx = input.lastIndexOf(char, lastIdx);
		if (idx === -1) return input;
		if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
		return `${input.slice(0, idx)}\\${input.slice(idx)}`;
	};
	exports.removePrefix = (input, state = {}) => {
		let output = input;
		if (output.startsWith("./")) {
			output = output.slice(2);
			state.prefix = "./";
		}
		return output;
	};
	exports.wrapOutput = (input, state = {}, options = {}) => {
		let output = `${options.contains ? "" : "^"}(?:${input})${options.contains ? "" : "$"}`;
		if (state.negated === true) output = `(?:^(?!${output}).*$)`;
		return output;
	};
	exports.basename = (path, { windows } = {}) => {
		const segs = path.split(windows ? /[\\/]/ : "/");
		const last = segs[segs.length - 1];
		if (last === "") return segs[segs.length - 2];
		return last;
	};
}));
// node_modules/picomatch/lib/scan.js
var require_scan = __commonJSMin(((exports, module) => {
	const utils = require_utils();
	const { CHAR_ASTERISK, CHAR_AT, CHAR_BACKWARD_SLASH, CHAR_COMMA, CHAR_DOT, CHAR_EXCLAMATION_MARK, CHAR_FORWARD_SLASH, CHAR_LEFT_CURLY_BRACE, CHAR_LEFT_PARENTHESES, CHAR_LEFT_SQUARE_BRACKET, CHAR_PLUS, CHAR_QUESTION_MARK, CHAR_RIGHT_CURLY_BRACE, CHAR_RIGHT_PARENTHESES, CHAR_RIGHT_SQUARE_BRACKET } = require_constants();
	const isPathSeparator = (code) => {
		return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
	};
	const depth = (token) => {
		if (token.isPrefix !== true) token.depth = token.isGlobstar ? Infinity : 1;
	};
	const scan = (input, options) => {
		const opts = options || {};
		const length = input.length - 1;
		const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
		const slashes = [];
		const tokens = [];
		const parts = [];
		let str = input;
		let index = -1;
		let start = 0;
		let lastIndex = 0;
		let isBrace = false;
		let isBracket = false;
		let isGlob = false;
		let isExtglob = false;
		let isGlobstar = false;
		let braceEscaped = false;
		let backslashes = false;
		let negated = false;
		let negatedExtglob = false;
		let finished = false;
		let braces = 0;
		let prev;
		let code;
		let token = {
			value: "",
			depth: 0,
			isGlob: false
		};
		const eos = () => index >= length;
		const peek = () => str.charCodeAt(index + 1);
		const advance = () => {
			prev = code;
			return str.charCodeAt(++index);
		};
		while (index < length) {
			code = advance();
			let next;
			if (code === CHAR_BACKWARD_SLASH) {
				backslashes = token.backslashes = true;
				code = advance();
				if (code === CHAR_LEFT_CURLY_BRACE) braceEscaped = true;
				continue;
			}
			if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
				braces++;
				while (eos() !== true && (code = advance())) {
					if (code === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (code === CHAR_LEFT_CURLY_BRACE) {
						braces++;
						continue;
					}
					if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (braceEscaped !== true && code === CHAR_COMMA) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (code === CHAR_RIGHT_CURLY_BRACE) {
						braces--;
						if (braces === 0) {
							braceEscaped = false;
							isBrace = token.isBrace = true;
							finished = true;
							break;
						}
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_FORWARD_SLASH) {
				slashes.push(index);
				tokens.push(token);
				token = {
					value: "",
					depth: 0,
					isGlob: false
				};
				if (finished === true) continue;
				if (prev === CHAR_DOT && index === start + 1) {
					start += 2;
					continue;
				}
				lastIndex = index + 1;
				continue;
			}
			if (opts.noext !== true) {
				if ((code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK) === true && peek() === CHAR_LEFT_PARENTHESES) {
					isGlob = token.isGlob = true;
					isExtglob = token.isExtglob = true;
					finished = true;
					if (code === CHAR_EXCLAMATION_MARK && index === start) negatedExtglob = true;
					if (scanToEnd === true) {
						let parens = 0;
						while (eos() !== true && (code = advance())) {
							if (code === CHAR_BACKWARD_SLASH) {
								backslashes = token.backslashes = true;
								advance();
								continue;
							}
							if (code === CHAR_LEFT_PARENTHESES) {
								parens++;
								continue;
							}
							if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
								finished = true;
								break;
							}
						}
						continue;
					}
					break;
				}
			}
			if (code === CHAR_ASTERISK) {
				if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_QUESTION_MARK) {
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_LEFT_SQUARE_BRACKET) {
				while (eos() !== true && (next = advance())) {
					if (next === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (next === CHAR_RIGHT_SQUARE_BRACKET) {
						isBracket = token.isBracket = true;
						isGlob = token.isGlob = true;
						finished = true;
						break;
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
				negated = token.negated = true;
				start++;
				continue;
			}
			if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
				isGlob = token.isGlob = true;
				if (scanToEnd === true) {
					let parens = 1;
					while (eos() !== true && (code = advance())) {
						if (code === CHAR_BACKWARD_SLASH) {
							backslashes = token.backslashes = true;
							advance();
							continue;
						}
						if (code === CHAR_LEFT_PARENTHESES) {
							parens++;
							continue;
						}
						if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
							finished = true;
							break;
						}
					}
					continue;
				}
				break;
			}
			if (isGlob === true) {
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
		}
		if (opts.noext === true) {
			isExtglob = false;
			isGlob = false;
		}
		let base = str;
		let prefix = "";
		let glob = "";
		if (start > 0) {
			prefix = str.slice(0, start);
			str = str.slice(start);
			lastIndex -= start;
		}
		if (base && isGlob === true && lastIndex > 0) {
			base = str.slice(0, lastIndex);
			glob = str.slice(lastIndex);
		} else if (isGlob === true) {
			base = "";
			glob = str;
		} else base = str;
		if (base && base !== "" && base !== "/" && base !== str) {
			if (isPathSeparator(base.charCodeAt(base.length - 1))) base = base.slice(0, -1);
		}
		if (opts.unescape === true) {
			if (glob) glob = utils.removeBackslashes(glob);
			if (base && backslashes === true) base = utils.removeBackslashes(base);
		}
		const state = {
			prefix,
			input,
			start,
			base,
			glob,
			isBrace,
			isBracket,
			isGlob,
			isExtglob,
			isGlobstar,
			negated,
			negatedExtglob
		};
		if (opts.tokens === true) {
			state.maxDepth = 0;
			if (!isPathSeparator(code)) tokens.push(token);
			state.tokens = tokens;
		}
		if (opts.parts === true || opts.tokens === true) {
			let prevIndex;
			for (let idx = 0; idx < slashes.length; idx++) {
				const n = prevIndex !== void 0 ? prevIndex + 1 : start;
				const i = slashes[idx];
				const value = input.slice(n, i);
				if (opts.tokens) {
					if (idx === 0 && start !== 0) {
						tokens[idx].isPrefix = true;
						tokens[idx].value = prefix;
					} else tokens[idx].value = value;
					depth(tokens[idx]);
					state.maxDepth += tokens[idx].depth;
				}
				if (i >= start) {
					parts.push(value);
					prevIndex = i;
				}
			}
			const n = prevIndex !== void 0 ? prevIndex + 1 : start;
			const value = input.slice(n);
			parts.push(value);
			if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
				tokens[tokens.length - 1].value = value;
				depth(tokens[tokens.length - 1]);
				state.maxDepth += tokens[tokens.length - 1].depth;
			}
			state.slashes = slashes;
			state.parts = parts;
		}
		return state;
	};
	module.exports = scan;
}));
// node_modules/picomatch/lib/parse.js
var require_parse = __commonJSMin(((exports, module) => {
	const constants = require_constants();
	const utils = require_utils();
	const { MAX_LENGTH, POSIX_REGEX_SOURCE, REGEX_NON_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_BACKREF, REPLACEMENTS } = constants;
	const expandRange = (args, options) => {
		if (typeof options.expandRange === "function") return options.expandRange(...args, options);
		args.sort();
		const value = `[${args.join("-")}]`;
		try {
			new RegExp(value);
		} catch (ex) {
			return args.map((v) => utils.escapeRegex(v)).join("..");
		}
		return value;
	};
	const syntaxError = (type, char) => {
		return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
	};
	const splitTopLevel = (input) => {
		const parts = [];
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let value = "";
		let escaped = false;
		for (const ch of input) {
			if (escaped === true) {
				value += ch;
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				value += ch;
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				value += ch;
				continue;
			}
			if (quote === 0) {
				if (ch === "[") bracket++;
				else if (ch === "]" && bracket > 0) bracket--;
				else if (bracket === 0) {
					if (ch === "(") paren++;
					else if (ch === ")" && paren > 0) paren--;
					else if (ch === "|" && paren === 0) {
						parts.push(value);
						value = "";
						continue;
					}
				}
			}
			value += ch;
		}
		parts.push(value);
		return parts;
	};
	const isPlainBranch = (branch) => {
		let escaped = false;
		for (const ch of branch) {
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (/[?*+@!()[\]{}]/.test(ch)) return false;
		}
		return true;
	};
	const normalizeSimpleBranch = (branch) => {
		let value = branch.trim();
		let changed = true;
		while (changed === true) {
			changed = false;
			if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
				value = value.slice(2, -1);
				changed = true;
			}
		}
		if (!isPlainBranch(value)) return;
		return value.replace(/\\(.)/g, "$1");
	};
	const hasRepeatedCharPrefixOverlap = (branches) => {
		const values = branches.map(normalizeSimpleBranch).filter(Boolean);
		for (let i = 0; i < values.length; i++) for (let j = i + 1; j < values.length; j++) {
			const a = values[i];
			const b = values[j];
			const char = a[0];
			if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) continue;
			if (a === b || a.startsWith(b) || b.startsWith(a)) return true;
		}
		return false;
	};
	const parseRepeatedExtglob = (pattern, requireEnd = true) => {
		if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") return;
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let escaped = false;
		for (let i = 1; i < pattern.length; i++) {
			const ch = pattern[i];
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				continue;
			}
			if (quote === 1) continue;
			if (ch === "[") {
				bracket++;
				continue;
			}
			if (ch === "]" && bracket > 0) {
				bracket--;
				continue;
			}
			if (bracket > 0) continue;
			if (ch === "(") {
				paren++;
				continue;
			}
			if (ch === ")") {
				paren--;
				if (paren === 0) {
					if (requireEnd === true && i !== pattern.length - 1) return;
					return {
						type: pattern[0],
						body: pattern.slice(2, i),
						end: i
					};
				}
			}
		}
	};
	const buildCharClassStar = (chars) => {
		return `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`}*`;
	};
	const getStarExtglobSequenceChars = (pattern) => {
		let index = 0;
		const chars = [];
		while (index < pattern.length) {
			const match = parseRepeatedExtglob(pattern.slice(index), false);
			if (!match || match.type !== "*") return;
			const branches = splitTopLevel(match.body).map((branch) => branch.trim());
			if (branches.length !== 1) return;
			const branch = normalizeSimpleBranch(branches[0]);
			if (!branch || branch.length !== 1) return;
			chars.push(branch);
			index += match.end + 1;
		}
		if (chars.length < 1) return;
		return chars;
	};
	const repeatedExtglobRecursion = (pattern) => {
		let depth = 0;
		let value = pattern.trim();
		let match = parseRepeatedExtglob(value);
		while (match) {
			depth++;
			value = match.body.trim();
			match = parseRepeatedExtglob(value);
		}
		return depth;
	};
	const analyzeRepeatedExtglob = (body, options) => {
		if (options.maxExtglobRecursion === false) return { risky: false };
		const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
		const branches = splitTopLevel(body).map((branch) => branch.trim());
		if (branches.length > 1) {
			if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) return { risky: true };
		}
		const safeChars = [];
		let sawStarSequence = false;
		let combinable = true;
		for (const branch of branches) {
			const chars = getStarExtglobSequenceChars(branch);
			if (chars) {
				sawStarSequence = true;
				safeChars.push(...chars);
				continue;
			}
			const literal = normalizeSimpleBranch(branch);
			if (literal && literal.length === 1) {
				safeChars.push(literal);
				continue;
			}
			combinable = false;
			if (repeatedExtglobRecursion(branch) > max) return { risky: true };
		}
		if (sawStarSequence) return combinable ? {
			risky: true,
			safeOutput: buildCharClassStar([...new Set(safeChars)])
		} : { risky: true };
		return { risky: false };
	};
	const parse = (input, options) => {
		if (typeof input !== "string") throw new TypeError("Expected a string");
		input = REPLACEMENTS[input] || input;
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		let len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		const bos = {
			type: "bos",
			value: "",
			output: opts.prepend || ""
		};
		const tokens = [bos];
		const capture = opts.capture ? "" : "?:";
		const PLATFORM_CHARS = constants.globChars(opts.windows);
		const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
		const { DOT_LITERAL, PLUS_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOT_SLASH, NO_DOTS_SLASH, QMARK, QMARK_NO_DOT, STAR, START_ANCHOR } = PLATFORM_CHARS;
		const globstar = (opts) => {
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const nodot = opts.dot ? "" : NO_DOT;
		const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
		let star = opts.bash === true ? globstar(opts) : STAR;
		if (opts.capture) star = `(${star})`;
		if (typeof opts.noext === "boolean") opts.noextglob = opts.noext;
		const state = {
			input,
			index: -1,
			start: 0,
			dot: opts.dot === true,
			consumed: "",
			output: "",
			prefix: "",
			backtrack: false,
			negated: false,
			brackets: 0,
			braces: 0,
			parens: 0,
			quotes: 0,
			globstar: false,
			tokens
		};
		input = utils.removePrefix(input, state);
		len = input.length;
		const extglobs = [];
		const braces = [];
		const stack = [];
		let prev = bos;
		let value;
		const eos = () => state.index === len - 1;
		const peek = state.peek = (n = 1) => input[state.index + n];
		const advance = state.advance = () => input[++state.index] || "";
		const remaining = () => input.slice(state.index + 1);
		const consume = (value = "", num = 0) => {
			state.consumed += value;
			state.index += num;
		};
		const append = (token) => {
			state.output += token.output != null ? token.output : token.value;
			consume(token.value);
		};
		const negate = () => {
			let count = 1;
			while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
				advance();
				state.start++;
				count++;
			}
			if (count % 2 === 0) return false;
			state.negated = true;
			state.start++;
			return true;
		};
		const increment = (type) => {
			state[type]++;
			stack.push(type);
		};
		const decrement = (type) => {
			state[type]--;
			stack.pop();
		};
		const push = (tok) => {
			if (prev.type === "globstar") {
				const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
				const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
				if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
					state.output = state.output.slice(0, -prev.output.length);
					prev.type = "star";
					prev.value = "*";
					prev.output = star;
					state.output += prev.output;
				}
			}
			if (extglobs.length && tok.type !== "paren") extglobs[extglobs.length - 1].inner += tok.value;
			if (tok.value || tok.output) append(tok);
			if (prev && prev.type === "text" && tok.type === "text") {
				prev.output = (prev.output || prev.value) + tok.value;
				prev.value += tok.value;
				return;
			}
			tok.prev = prev;
			tokens.push(tok);
			prev = tok;
		};
		const extglobOpen = (type, value) => {
			const token = {
				...EXTGLOB_CHARS[value],
				conditions: 1,
				inner: ""
			};
			token.prev = prev;
			token.parens = state.parens;
			token.output = state.output;
			token.startIndex = state.index;
			token.tokensIndex = tokens.length;
			const output = (opts.capture ? "(" : "") + token.open;
			increment("parens");
			push({
				type,
				value,
				output: state.output ? "" : ONE_CHAR
			});
			push({
				type: "paren",
				extglob: true,
				value: advance(),
				output
			});
			extglobs.push(token);
		};
		const extglobClose = (token) => {
			const literal = input.slice(token.startIndex, state.index + 1);
			const body = input.slice(token.startIndex + 2, state.index);
			const analysis = analyzeRepeatedExtglob(body, opts);
			if ((token.type === "plus" || token.type === "star") && analysis.risky) {
				const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
				const open = tokens[token.tokensIndex];
				open.type = "text";
				open.value = literal;
				open.output = safeOutput || utils.escapeRegex(literal);
				for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
					tokens[i].value = "";
					tokens[i].output = "";
					delete tokens[i].suffix;
				}
				state.output = token.output + open.output;
				state.backtrack = true;
				push({
					type: "paren",
					extglob: true,
					value,
					output: ""
				});
				decrement("parens");
				return;
			}
			let output = token.close + (opts.capture ? ")" : "");
			let rest;
			if (token.type === "negate") {
				let extglobStar = star;
				if (token.inner && token.inner.length > 1 && token.inner.includes("/")) extglobStar = globstar(opts);
				if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) output = token.close = `)$))${extglobStar}`;
				if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) output = token.close = `)${parse(rest, {
					...options,
					fastpaths: false
				}).output})${extglobStar})`;
				if (token.prev.type === "bos") state.negatedExtglob = true;
			}
			push({
				type: "paren",
				extglob: true,
				value,
				output
			});
			decrement("parens");
		};
		if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
			let backslashes = false;
			let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
				if (first === "\\") {
					backslashes = true;
					return m;
				}
				if (first === "?") {
					if (esc) return esc + first + (rest ? QMARK.repeat(rest.length) : "");
					if (index === 0) return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
					return QMARK.repeat(chars.length);
				}
				if (first === ".") return DOT_LITERAL.repeat(chars.length);
				if (first === "*") {
					if (esc) return esc + first + (rest ? star : "");
					return star;
				}
				return esc ? m : `\\${m}`;
			});
			if (backslashes === true) {
				if (opts.unescape === true) output = output.replace(/\\/g, "");
				else output = output.replace(/\\+/g, (m) => {
					return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
				});
			}
			if (output === input && opts.contains === true) {
				state.output = input;
				return state;
			}
			state.output = utils.wrapOutput(output, state, options);
			return state;
		}
		while (!eos()) {
			value = advance();
			if (value === "\0") continue;
			if (value === "\\") {
				const next = peek();
				if (next === "/" && opts.bash !== true) continue;
				if (next === "." || next === ";") continue;
				if (!next) {
					value += "\\";
					push({
						type: "text",
						value
					});
					continue;
				}
				const match = /^\\+/.exec(remaining());
				let slashes = 0;
				if (match && match[0].length > 2) {
					slashes = match[0].length;
					state.index += slashes;
					if (slashes % 2 !== 0) value += "\\";
				}
				if (opts.unescape === true) value = advance();
				else value += advance();
				if (state.brackets === 0) {
					push({
						type: "text",
						value
					});
					continue;
				}
			}
			if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
				if (opts.posix !== false && value === ":") {
					const inner = prev.value.slice(1);
					if (inner.includes("[")) {
						prev.posix = true;
						if (inner.includes(":")) {
							const idx = prev.value.lastIndexOf("[");
							const pre = prev.value.slice(0, idx);
							const rest = prev.value.slice(idx + 2);
							const posix = POSIX_REGEX_SOURCE[rest];
							if (posix) {
								prev.value = pre + posix;
								state.backtrack = true;
								advance();
								if (!bos.output && tokens.indexOf(prev) === 1) bos.output = ONE_CHAR;
								continue;
							}
						}
					}
				}
				if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") value = `\\${value}`;
				if (value === "]" && (prev.value === "[" || prev.value === "[^")) value = `\\${value}`;
				if (opts.posix === true && value === "!" && prev.value === "[") value = "^";
				prev.value += value;
				append({ value });
				continue;
			}
			if (state.quotes === 1 && value !== "\"") {
				value = utils.escapeRegex(value);
				prev.value += value;
				append({ value });
				continue;
			}
			if (value === "\"") {
				state.quotes = state.quotes === 1 ? 0 : 1;
				if (opts.keepQuotes === true) push({
					type: "text",
					value
				});
				continue;
			}
			if (value === "(") {
				increment("parens");
				push({
					type: "paren",
					value
				});
				continue;
			}
			if (value === ")") {
				if (state.parens === 0 && opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "("));
				const extglob = extglobs[extglobs.length - 1];
				if (extglob && state.parens === extglob.parens + 1) {
					extglobClose(extglobs.pop());
					continue;
				}
				push({
					type: "paren",
					value,
					output: state.parens ? ")" : "\\)"
				});
				decrement("parens");
				continue;
			}
			if (value === "[") {
				if (opts.nobracket === true || !remaining().includes("]")) {
					if (opts.nobracket !== true && opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
					value = `\\${value}`;
				} else increment("brackets");
				push({
					type: "bracket",
					value
				});
				continue;
			}
			if (value === "]") {
				if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				if (state.brackets === 0) {
					if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "["));
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				decrement("brackets");
				const prevValue = prev.value.slice(1);
				if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) value = `/${value}`;
				prev.value += value;
				append({ value });
				if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) continue;
				const escaped = utils.escapeRegex(prev.value);
				state.output = state.output.slice(0, -prev.value.length);
				if (opts.literalBrackets === true) {
					state.output += escaped;
					prev.value = escaped;
					continue;
				}
				prev.value = `(${capture}${escaped}|${prev.value})`;
				state.output += prev.value;
				continue;
			}
			if (value === "{" && opts.nobrace !== true) {
				increment("braces");
				const open = {
					type: "brace",
					value,
					output: "(",
					outputIndex: state.output.length,
					tokensIndex: state.tokens.length
				};
				braces.push(open);
				push(open);
				continue;
			}
			if (value === "}") {
				const brace = braces[braces.length - 1];
				if (opts.nobrace === true || !brace) {
					push({
						type: "text",
						value,
						output: value
					});
					continue;
				}
				let output = ")";
				if (brace.dots === true) {
					const arr = tokens.slice();
					const range = [];
					for (let i = arr.length - 1; i >= 0; i--) {
						tokens.pop();
						if (arr[i].type === "brace") break;
						if (arr[i].type !== "dots") range.unshift(arr[i].value);
					}
					output = expandRange(range, opts);
					state.backtrack = true;
				}
				if (brace.comma !== true && brace.dots !== true) {
					const out = state.output.slice(0, brace.outputIndex);
					const toks = state.tokens.slice(brace.tokensIndex);
					brace.value = brace.output = "\\{";
					value = output = "\\}";
					state.output = out;
					for (const t of toks) state.output += t.output || t.value;
				}
				push({
					type: "brace",
					value,
					output
				});
				decrement("braces");
				braces.pop();
				continue;
			}
			if (value === "|") {
				if (extglobs.length > 0) extglobs[extglobs.length - 1].conditions++;
				push({
					type: "text",
					value
				});
				continue;
			}
			if (value === ",") {
				let output = value;
				const brace = braces[braces.length - 1];
				if (brace && stack[stack.length - 1] === "braces") {
					brace.comma = true;
					output = "|";
				}
				push({
					type: "comma",
					value,
					output
				});
				continue;
			}
			if (value === "/") {
				if (prev.type === "dot" && state.index === state.start + 1) {
					state.start = state.index + 1;
					state.consumed = "";
					state.output = "";
					tokens.pop();
					prev = bos;
					continue;
				}
				push({
					type: "slash",
					value,
					output: SLASH_LITERAL
				});
				continue;
			}
			if (value === ".") {
				if (state.braces > 0 && prev.type === "dot") {
					if (prev.value === ".") prev.output = DOT_LITERAL;
					const brace = braces[braces.length - 1];
					prev.type = "dots";
					prev.output += value;
					prev.value += value;
					brace.dots = true;
					continue;
				}
				if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
					push({
						type: "text",
						value,
						output: DOT_LITERAL
					});
					continue;
				}
				push({
					type: "dot",
					value,
					output: DOT_LITERAL
				});
				continue;
			}
			if (value === "?") {
				if (!(prev && prev.value === "(") && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("qmark", value);
					continue;
				}
				if (prev && prev.type === "paren") {
					const next = peek();
					let output = value;
					if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) output = `\\${value}`;
					push({
						type: "text",
						value,
						output
					});
					continue;
				}
				if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
					push({
						type: "qmark",
						value,
						output: QMARK_NO_DOT
					});
					continue;
				}
				push({
					type: "qmark",
					value,
					output: QMARK
				});
				continue;
			}
			if (value === "!") {
				if (opts.noextglob !== true && peek() === "(") {
					if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
						extglobOpen("negate", value);
						continue;
					}
				}
				if (opts.nonegate !== true && state.index === 0) {
					negate();
					continue;
				}
			}
			if (value === "+") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("plus", value);
					continue;
				}
				if (prev && prev.value === "(" || opts.regex === false) {
					push({
						type: "plus",
						value,
						output: PLUS_LITERAL
					});
					continue;
				}
				if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
					push({
						type: "plus",
						value
					});
					continue;
				}
				push({
					type: "plus",
					value: PLUS_LITERAL
				});
				continue;
			}
			if (value === "@") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					push({
						type: "at",
						extglob: true,
						value,
						output: ""
					});
					continue;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			if (value !== "*") {
				if (value === "$" || value === "^") value = `\\${value}`;
				const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
				if (match) {
					value += match[0];
					state.index += match[0].length;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			if (prev && (prev.type === "globstar" || prev.star === true)) {
				prev.type = "star";
				prev.star = true;
				prev.value += value;
				prev.output = star;
				state.backtrack = true;
				state.globstar = true;
				consume(value);
				continue;
			}
			let rest = remaining();
			if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
				extglobOpen("star", value);
				continue;
			}
			if (prev.type === "star") {
				if (opts.noglobstar === true) {
					consume(value);
					continue;
				}
				const prior = prev.prev;
				const before = prior.prev;
				const isStart = prior.type === "slash" || prior.type === "bos";
				const afterStar = before && (before.type === "star" || before.type === "globstar");
				if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
				const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
				if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				while (rest.slice(0, 3) === "/**") {
					const after = input[state.index + 4];
					if (after && after !== "/") break;
					rest = rest.slice(3);
					consume("/**", 3);
				}
				const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
				if (prior.type === "bos" && eos()) {
					prev.type = "globstar";
					prev.value += value;
					prev.output = globstar(opts);
					state.output = prev.output;
					state.globstar = true;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
					prev.value += value;
					state.globstar = true;
					state.output += prior.output + prev.output;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
					const end = rest[1] !== void 0 ? "|$" : "";
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
					prev.value += value;
					state.output += prior.output + prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				if (prior.type === "bos" && rest[0] === "/") {
					prev.type = "globstar";
					prev.value += value;
					prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
					state.output = prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				state.output = state.output.slice(0, -prev.output.length);
				prev.type = "globstar";
				prev.output = globstar(opts);
				prev.value += value;
				state.output += prev.output;
				state.globstar = true;
				consume(value);
				continue;
			}
			const token = {
				type: "star",
				value,
				output: star
			};
			if (opts.bash === true) {
				token.output = ".*?";
				if (prev.type === "bos" || prev.type === "slash") token.output = nodot + token.output;
				push(token);
				continue;
			}
			if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
				token.output = value;
				push(token);
				continue;
			}
			if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
				if (prev.type === "dot") {
					state.output += NO_DOT_SLASH;
					prev.output += NO_DOT_SLASH;
				} else if (opts.dot === true) {
					state.output += NO_DOTS_SLASH;
					prev.output += NO_DOTS_SLASH;
				} else {
					state.output += nodot;
					prev.output += nodot;
				}
				if (peek() !== "*") {
					state.output += ONE_CHAR;
					prev.output += ONE_CHAR;
				}
			}
			push(token);
		}
		while (state.brackets > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
			state.output = utils.escapeLast(state.output, "[");
			decrement("brackets");
		}
		while (state.parens > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
			state.output = utils.escapeLast(state.output, "(");
			decrement("parens");
		}
		while (state.braces > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
			state.output = utils.escapeLast(state.output, "{");
			decrement("braces");
		}
		if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) push({
			type: "maybe_slash",
			value: "",
			output: `${SLASH_LITERAL}?`
		});
		if (state.backtrack === true) {
			state.output = "";
			for (const token of state.tokens) {
				state.output += token.output != null ? token.output : token.value;
				if (token.suffix) state.output += token.suffix;
			}
		}
		return state;
	};
	parse.fastpaths = (input, options) => {
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		const len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		input = REPLACEMENTS[input] || input;
		const { DOT_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOTS, NO_DOTS_SLASH, STAR, START_ANCHOR } = constants.globChars(opts.windows);
		const nodot = opts.dot ? NO_DOTS : NO_DOT;
		const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
		const capture = opts.capture ? "" : "?:";
		const state = {
			negated: false,
			prefix: ""
		};
		let star = opts.bash === true ? ".*?" : STAR;
		if (opts.capture) star = `(${star})`;
		const globstar = (opts) => {
			if (opts.noglobstar === true) return star;
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const create = (str) => {
			switch (str) {
				case "*": return `${nodot}${ONE_CHAR}${star}`;
				case ".*": return `${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*.*": return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*/*": return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
				case "**": return nodot + globstar(opts);
				case "**/*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
				case "**/*.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "**/.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
				default: {
					const match = /^(.*?)\.(\w+)$/.exec(str);
					if (!match) return;
					const source = create(match[1]);
					if (!source) return;
					return source + DOT_LITERAL + match[2];
				}
			}
		};
		let source = create(utils.removePrefix(input, state));
		if (source && opts.strictSlashes !== true) source += `${SLASH_LITERAL}?`;
		return source;
	};
	module.exports = parse;
}));
// node_modules/picomatch/lib/picomatch.js
var require_picomatch$1 = __commonJSMin(((exports, module) => {
	const scan = require_scan();
	const parse = require_parse();
	const utils = require_utils();
	const constants = require_constants();
	const isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
	const picomatch = (glob, options, returnState = false) => {
		if (Array.isArray(glob)) {
			const fns = glob.map((input) => picomatch(input, options, returnState));
			const arrayMatcher = (str) => {
				for (const isMatch of fns) {
					const state = isMatch(str);
					if (state) return state;
				}
				return false;
			};
			return arrayMatcher;
		}
		const isState = isObject(glob) && glob.tokens && glob.input;
		if (glob === "" || typeof glob !== "string" && !isState) throw new TypeError("Expected pattern to be a non-empty string");
		const opts = options || {};
		const posix = opts.windows;
		const regex = isState ? picomatch.compileRe(glob, options) : picomatch.makeRe(glob, options, false, true);
		const state = regex.state;
		delete regex.state;
		let isIgnored = () => false;
		if (opts.ignore) {
			const ignoreOpts = {
				...options,
				ignore: null,
				onMatch: null,
				onResult: null
			};
			isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
		}
		const matcher = (input, returnObject = false) => {
			const { isMatch, match, output } = picomatch.test(input, regex, options, {
				glob,
				posix
			});
			const result = {
				glob,
				state,
				regex,
				posix,
				input,
				output,
				match,
				isMatch
			};
			if (typeof opts.onResult === "function") opts.onResult(result);
			if (isMatch === false) {
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (isIgnored(input)) {
				if (typeof opts.onIgnore === "function") opts.onIgnore(result);
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (typeof opts.onMatch === "function") opts.onMatch(result);
			return returnObject ? result : true;
		};
		if (returnState) matcher.state = state;
		return matcher;
	};
	picomatch.test = (input, regex, options, { glob, posix } = {}) => {
		if (typeof input !== "string") throw new TypeError("Expected input to be a string");
		if (input === "") return {
			isMatch: false,
			output: ""
		};
		const opts = options || {};
		const format = opts.format || (posix ? utils.toPosixSlashes : null);
		let match = input === glob;
		let output = match && format ? format(input) : input;
		if (match === false) {
			output = format ? format(input) : input;
			match = output === glob;
		}
		if (match === false || opts.capture === true) {
			if (opts.matchBase === true || opts.basename === true) match = picomatch.matchBase(input, regex, options, posix);
			else match = regex.exec(output);
		}
		return {
			isMatch: Boolean(match),
			match,
			output
		};
	};
	picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
		return (glob instanceof RegExp ? glob : picomatch.makeRe(glob, options)).test(utils.basename(input, { windows: posix }));
	};
	picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
	picomatch.parse = (pattern, options) => {
		if (Array.isArray(pattern)) return pattern.map((p) => picomatch.parse(p, options));
		return parse(pattern, {
			...options,
			fastpaths: false
		});
	};
	picomatch.scan = (input, options) => scan(input, options);
	picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
		if (returnOutput === true) return state.output;
		const opts = options || {};
		const prepend = opts.contains ? "" : "^";
		const append = opts.contains ? "" : "$";
		let source = `${prepend}(?:${state.output})${append}`;
		if (state && state.negated === true) source = `^(?!${source}).*$`;
		const regex = picomatch.toRegex(source, options);
		if (returnState === true) regex.state = state;
		return regex;
	};
	picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
		if (!input || typeof input !== "string") throw new TypeError("Expected a non-empty string");
		let parsed = {
			negated: false,
			fastpaths: true
		};
		if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) parsed.output = parse.fastpaths(input, options);
		if (!parsed.output) parsed = parse(input, options);
		return picomatch.compileRe(parsed, options, returnOutput, returnState);
	};
	picomatch.toRegex = (source, options) => {
		try {
			const opts = options || {};
			return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
		} catch (err) {
			if (options && options.debug === true) throw err;
			return /$^/;
		}
	};
	picomatch.constants = constants;
	module.exports = picomatch;
}));
// node_modules/picomatch/index.js
var require_picomatch = __commonJSMin(((exports, module) => {
	const pico = require_picomatch$1();
	const utils = require_utils();
	function picomatch(glob, options, returnState = false) {
		if (options && (options.windows === null || options.windows === void 0)) options = {
			...options,
			windows: utils.isWindows()
		};
		return pico(glob, options, returnState);
	}
	Object.assign(picomatch, pico);
	module.exports = picomatch;
}));
// src/domain/stats/population-stability-index.ts
const HALF_A_ROW = .5;
function populationStabilityIndex(reference, current) {
	if (reference.length !== current.length) throw new ModelyardError({
		code: "shape-mismatch",
		message: `${reference.length} bins of the reference and ${current.length} of the current sample`,
		next: "count both into the same bins"
	});
	const [before, after] = [sharesOf(reference), sharesOf(current)];
	return before.reduce((sum, share, bin) => {
		const now = after[bin];
		return sum + (now - share) * Math.log(now / share);
	}, 0);
}
function sharesOf(counts) {
	const rows = counts.reduce((sum, count) => sum + count, 0);
	if (rows === 0) throw new ModelyardError({
		code: "empty-sample",
		message: "a sample has no rows",
		next: "compare samples that both have rows"
	});
	const total = rows + HALF_A_ROW * counts.length;
	return counts.map((count) => (count + HALF_A_ROW) / total);
}
// src/domain/drift/category-test.ts
const OTHERS = "\0others";
function testCategories(reference, current) {
	const [before, after] = [countsOf(reference), countsOf(current)];
	const found = homogeneity(before, after);
	const total = [...before.values(), ...after.values()].reduce((sum, count) => sum + count, 0);
	const kinds = found.degreesOfFreedom + 1;
	const held = [...before.keys()].filter((name) => (before.get(name) ?? 0) + (after.get(name) ?? 0) > 0);
	return {
		test: found.method,
		distance: found.cramersVCorrected,
		pValue: found.pValue,
		psi: populationStabilityIndex(held.map((name) => before.get(name) ?? 0), held.map((name) => after.get(name) ?? 0)),
		added: reference.others.rows > 0 ? {} : current.others.first,
		vanished: found.vanished.filter((name) => name !== OTHERS),
		smallestAt: (level) => kinds === 1 ? 0 : detectableAssociation(kinds, total, level)
	};
}
function countsOf({ named, others }) {
	return new Map([...Object.entries(named), [OTHERS, others.rows]]);
}
// src/domain/drift/number-distance.ts
function numberDistance(reference, current) {
	if (!areSameEdges(reference.cut, current.cut)) throw new Error("profiles of different cells have no distance");
	const ends = upperEnds(reference.cut);
	const [n, m] = [total(reference.counts), total(current.counts)];
	const isAtom = atomCells(reference.cut.atoms, ends);
	const [least, most] = rangeOf$1(reference, current);
	const runEnds = [];
	let [i, j, steps, furthest, area] = [
		0,
		0,
		0,
		0,
		0
	];
	let [location, sign] = [least, 1];
	let from = least;
	for (const [cell, ofReference] of reference.counts.entries()) {
		const ofCurrent = current.counts[cell];
		const to = Math.min(most, Math.max(from, ends[cell] ?? most));
		const before = i * m - j * n;
		i += ofReference;
		j += ofCurrent;
		const after = i * m - j * n;
		if (ofReference + ofCurrent > 0) runEnds.push(i + j);
		if (Math.abs(after) > steps) {
			steps = Math.abs(after);
			location = to;
			sign = after > 0 ? 1 : -1;
		}
		const inside = isAtom[cell] === true ? 0 : Math.max(Math.abs(before + ofReference * m), Math.abs(before - ofCurrent * n));
		furthest = Math.max(furthest, Math.abs(after), inside);
		area += (to - from) * meanDistance(before, after);
		from = to;
	}
	const whole = n * m;
	return {
		n,
		m,
		steps,
		most: Math.min(1, furthest / whole),
		location,
		sign,
		runEnds: Uint32Array.from(runEnds),
		wasserstein: area / n / m
	};
}
function meanDistance(before, after) {
	const [a, b] = [Math.abs(before), Math.abs(after)];
	if (Math.sign(before) * Math.sign(after) >= 0) return (a + b) / 2;
	return (a * a + b * b) / (2 * (a + b));
}
function atomCells(atoms, ends) {
	const known = new Set(atoms);
	return Array.from(ends, (end) => known.has(end));
}
function rangeOf$1(...profiles) {
	const least = profiles.flatMap((profile) => profile.least ?? []);
	const most = profiles.flatMap((profile) => profile.most ?? []);
	return [Math.min(...least), Math.max(...most)];
}
function total(counts) {
	return counts.reduce((sum, count) => sum + count, 0);
}
// src/domain/drift/number-test.ts
const RESAMPLES$1 = 2e3;
const BINS = 10;
function testNumbers(reference, current, effect, seed) {
	const found = numberDistance(reference, current);
	const { n, m, steps } = found;
	const distance = steps / (n * m);
	return {
		test: "kolmogorov-smirnov",
		distance,
		atMost: found.most,
		...chanceOf(found, distance > effect, seed),
		location: found.location,
		direction: found.sign === 1 ? "higher" : "lower",
		wasserstein: found.wasserstein,
		psi: populationStabilityIndex(...binned(reference.counts, current.counts)),
		smallestAt: (level) => detectableDistance(n, m, level)
	};
}
function chanceOf({ n, m, steps, runEnds }, matters, seed) {
	const series = {
		pValue: kolmogorovSeries(steps / (n * m), n, m),
		method: "series"
	};
	if (!matters || series.pValue < 1 / RESAMPLES$1) return series;
	return kolmogorovPValue({
		n,
		m,
		steps,
		distinct: runEnds.length
	}, () => runEnds, {
		resamples: RESAMPLES$1,
		seed
	});
}
function binned(reference, current) {
	const total = reference.reduce((sum, count) => sum + count, 0);
	const [before, after] = [new Array(BINS).fill(0), new Array(BINS).fill(0)];
	let below = 0;
	for (const [cell, count] of reference.entries()) {
		const bin = Math.min(9, Math.floor(below / total * BINS));
		before[bin] = before[bin] + count;
		after[bin] = after[bin] + current[cell];
		below += count;
	}
	const isHeld = (_, bin) => before[bin] + after[bin] > 0;
	return [before.filter(isHeld), after.filter(isHeld)];
}
// src/domain/drift/judge-drift.ts
const LEAST_ROWS = 30;
function judgeDrift(reference, current, thresholds, seed, exact = new Map()) {
	const kept = [...reference].map(([feature, before]) => tested(feature, before, current.get(feature), thresholds, seed, exact));
	const added = [...current.keys()].filter((feature) => !reference.has(feature));
	const all = [...kept, ...added.map((feature) => known(feature, "skipped", "new"))];
	const pValues = all.flatMap(({ values, missing }) => [values, missing].flatMap((test) => test?.pValue ?? []));
	const adjusted = benjaminiHochberg(pValues);
	let at = 0;
	const next = () => adjusted[at++];
	return all.map((one) => {
		return judged(one, {
			values: one.values && next(),
			missing: one.missing && next()
		}, pValues.length, thresholds);
	});
}
function undecided(found) {
	return found.filter(({ grounds }) => grounds.includes("cells-too-wide")).map(({ feature }) => feature);
}
function outcomeOfDrift(found) {
	const statuses = new Set(found.map(({ status }) => status));
	if (statuses.has("drift")) return "failed";
	return statuses.has("ok") && !statuses.has("insufficient-data") && !statuses.has("error") ? "passed" : "inconclusive";
}
function tested(feature, before, after, { numbers, learned }, seed, exact) {
	if (before.type === "unreadable" || after?.type === "unreadable") return known(feature, "error", "unreadable");
	if (before.type === "other") return known(feature, "skipped", "not-compared");
	if (after === void 0) return known(feature, "drift", "gone");
	if (after.type === "other" || after.type !== before.type) return known(feature, "drift", "other-type");
	const [held, holds] = [valuesOf(before), valuesOf(after)];
	const [rows, now] = [rowsOf(before), rowsOf(after)];
	if (Math.min(rows, now) < LEAST_ROWS) return known(feature, "insufficient-data", "too-few-rows");
	const missing = missingOf([rows - held, rows], [now - holds, now]);
	if (held === 0 || holds === 0) return {
		...known(feature, "skipped", "no-values"),
		...missing
	};
	if (Math.min(held, holds) < LEAST_ROWS) return {
		...known(feature, "insufficient-data", "too-few-rows"),
		...missing
	};
	if (before.type === "number" && after.type === "number") {
		const values = testNumbers(before, after, learned?.get(feature) ?? numbers, seed);
		const found = exact.get(feature);
		const known = found === void 0 ? values : {
			...values,
			...found,
			atMost: found.distance
		};
		return {
			feature,
			...missing,
			values: known,
			...rangeOf(before, after)
		};
	}
	const [first, second] = [before, after];
	return {
		feature,
		...missing,
		values: testCategories(first, second)
	};
}
function judged({ feature, known: already, values, missing, range }, chances, tests, thresholds) {
	const { level } = thresholds;
	const own = thresholds.learned?.get(feature);
	const usual = values?.test === "kolmogorov-smirnov" ? thresholds.numbers : thresholds.categories;
	const effect = own ?? usual;
	const smallest = values?.smallestAt(level / Math.max(1, tests)) ?? 0;
	const isLikely = chances.values !== void 0 && chances.values < level;
	const atMost = values !== void 0 && "atMost" in values ? values.atMost : values?.distance ?? 0;
	const found = [];
	if (values !== void 0 && isLikely && values.distance > effect) found.push("distribution");
	if (missing !== void 0 && (chances.missing ?? 1) < level && Math.abs(missing.difference) > thresholds.missing) found.push("missing-values");
	const open = [];
	if (isLikely && (values?.distance ?? 0) <= effect && atMost > effect) open.push("cells-too-wide");
	if (!isLikely && smallest > effect) open.push("too-few-rows");
	return {
		feature,
		status: found.length > 0 ? "drift" : already?.status ?? (open.length > 0 ? "insufficient-data" : "ok"),
		grounds: found.length > 0 ? found : already?.grounds ?? open,
		...values && { values: shownOf(values, chances.values, smallest, own) },
		...missing && { missing: {
			rates: missing.rates,
			"p-value": chances.missing,
			"unadjusted-p-value": missing.pValue
		} },
		...values !== void 0 && "added" in values && categoriesOf$1(values),
		...range && { range }
	};
}
function shownOf(values, pValue, smallest, threshold) {
	const shared = {
		test: values.test,
		distance: values.distance,
		...threshold !== void 0 && { threshold },
		"p-value": pValue,
		"unadjusted-p-value": values.pValue,
		"smallest-distance": smallest,
		psi: values.psi
	};
	if (!("atMost" in values)) return shared;
	const { atMost, wasserstein, location, direction, distance } = values;
	return {
		...shared,
		...atMost > distance && { "distance-at-most": atMost },
		...Number.isFinite(wasserstein) && { wasserstein },
		...distance > 0 && {
			location,
			direction
		}
	};
}
function categoriesOf$1({ added, vanished }) {
	return {
		...Object.keys(added).length > 0 && { added },
		...vanished.length > 0 && { vanished: [...vanished] }
	};
}
function known(feature, status, ground) {
	return {
		feature,
		known: {
			status,
			grounds: [ground]
		}
	};
}
function missingOf(before, after) {
	const [first, second] = [before, after].map(([count, rows]) => ({
		count,
		rows
	}));
	const missing = first.count + second.count;
	if (missing === 0 || missing === first.rows + second.rows) return {};
	const rates = [first.count / first.rows, second.count / second.rows];
	return { missing: {
		...twoProportions(first, second),
		rates
	} };
}
function rangeOf(before, after) {
	const [reference, current] = [before, after].map(({ least, most }) => [least, most]);
	return current[0] < reference[0] || current[1] > reference[1] ? { range: {
		reference,
		current
	} } : {};
}
function valuesOf(profile) {
	return profile.type === "number" ? numbersIn(profile) : valuesIn(profile);
}
function rowsOf(profile) {
	const { nulls } = profile;
	return valuesOf(profile) + nulls + (profile.type === "number" ? profile.nan + profile.infinite : 0);
}
// src/domain/drift/rank-drifted.ts
function rankDrifted(features, losses) {
	const weightOf = ({ effect, importance = 1 }) => effect * importance;
	return features.filter(({ status }) => status === "drift").map((found) => {
		const { feature } = found;
		const importance = losses && { importance: Math.max(0, losses.get(feature) ?? 0) };
		return {
			feature,
			effect: effectOf(found),
			...importance
		};
	}).sort((a, b) => weightOf(b) - weightOf(a) || b.effect - a.effect);
}
function effectOf({ grounds, values, missing }) {
	const [before = 0, after = 0] = missing?.rates ?? [];
	const sizes = [...grounds.includes("distribution") ? [values?.distance ?? 1] : [], ...grounds.includes("missing-values") ? [Math.abs(after - before)] : []];
	return sizes.length === 0 ? 1 : Math.max(...sizes);
}
// src/domain/drift/confirmed.ts
const DEFAULT_CONFIRMATION = {
	least: 2,
	of: 3
};
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
// src/domain/monitoring/onset.ts
function onsetsOf(runs) {
	const drifting = driftingInRuns(runs.map(({ features }) => features), DEFAULT_CONFIRMATION).at(-1);
	const found = new Map();
	for (const { feature, since } of drifting ?? []) {
		const after = runs.slice(0, since).findLastIndex((run) => statusOf(run, feature) === "ok");
		const key = `${since} ${after}`;
		const known = found.get(key) ?? {
			since,
			after,
			features: []
		};
		known.features.push(feature);
		found.set(key, known);
	}
	return [...found.values()].sort((a, b) => b.since - a.since || b.after - a.after).map(({ since, after, features }) => ({
		since: runs[since],
		after: runs[after],
		features
	}));
}
function looksBefore(feature, { since }, runs) {
	const looks = [];
	let next = since;
	for (const run of runs.slice(0, runs.indexOf(since)).reverse()) {
		if (statusOf(run, feature) !== "ok" || run.reference?.sha256 !== since.reference?.sha256) continue;
		if (sharesRows(run, next)) continue;
		looks.unshift(run);
		next = run;
	}
	return looks;
}
function sharesRows(run, next) {
	if (run.window !== void 0 && next.window !== void 0) return run.window.to > next.window.from;
	return run.current?.sha256 === next.current?.sha256;
}
function statusOf({ features }, feature) {
	return features.find((one) => one.feature === feature)?.status;
}
// src/domain/monitoring/cause-hints.ts
const CAUSE_OF = {
	"other-type": "pipeline-change",
	gone: "pipeline-change",
	"missing-values": "pipeline-change",
	categories: "pipeline-change",
	unit: "pipeline-change",
	"at-once": "pipeline-change",
	"other-reference": "pipeline-change",
	commits: "pipeline-change",
	"same-months": "seasonality",
	gradual: "real-shift",
	performance: "real-shift"
};
const LEAST_AT_ONCE = 3;
function hintsOf(facts) {
	const drifted = facts.features.filter(({ status }) => status === "drift");
	const named = (holds) => drifted.filter(holds).map(({ feature }) => feature);
	const onGround = (ground) => named(({ grounds }) => grounds.includes(ground));
	const signs = {
		"other-type": onGround("other-type"),
		gone: onGround("gone"),
		"missing-values": onGround("missing-values"),
		categories: named(({ grounds, added, vanished }) => grounds.includes("distribution") && (added !== void 0 || vanished !== void 0)),
		"at-once": facts.onsets.filter((onset) => isAtOnce(onset, facts)).flatMap(({ features }) => features),
		"other-reference": facts.onsets.filter(hasOtherReference).flatMap(({ features }) => features),
		commits: facts.withCommits,
		"same-months": facts.seasonal,
		gradual: facts.onsets.flatMap((onset) => onset.features.filter((one) => isGradual(one, onset, facts)))
	};
	const found = [
		...Object.entries(signs).flatMap(([sign, features]) => features.length === 0 ? [] : [{
			sign,
			features: [...features]
		}]),
		...byUnit(facts.units),
		...isWorse(facts) ? [{
			sign: "performance",
			features: []
		}] : []
	];
	return CAUSES.flatMap((cause) => {
		const ofCause = SIGNS.flatMap((sign) => found.filter((one) => one.sign === sign && CAUSE_OF[sign] === cause));
		return ofCause.some(({ sign }) => sign !== "commits") ? [{
			cause,
			signs: ofCause
		}] : [];
	});
}
function byUnit(units) {
	return [...new Set(units.values())].map((unit) => ({
		sign: "unit",
		features: [...units].flatMap(([feature, found]) => found === unit ? [feature] : []),
		unit
	}));
}
function isAtOnce({ after, features }, { features: all }) {
	const told = all.filter(({ status }) => status === "ok" || status === "drift").length;
	return after !== void 0 && features.length >= LEAST_AT_ONCE && 2 * features.length >= told;
}
function hasOtherReference({ since, after }) {
	return after !== void 0 && after.reference?.sha256 !== since.reference?.sha256;
}
function isGradual(feature, onset, { runs }) {
	const distances = [...looksBefore(feature, onset, runs).slice(-3), onset.since].flatMap(({ features }) => distanceOf(features, feature) ?? []);
	return distances.length === 4 && distances.every((distance, at) => at === 0 || distance > distances[at - 1]);
}
function distanceOf(features, feature) {
	return features.find((one) => one.feature === feature)?.distance;
}
function isWorse({ onsets, runs }) {
	const from = onsets.at(-1)?.since;
	return from !== void 0 && runs.slice(runs.indexOf(from)).some(({ levels = [] }) => levels.some(({ of, status }) => of === "performance" && status === "bad"));
}
// src/domain/drift/pair-columns.ts
const MOST_CATEGORIES = 10;
const MOST_COLUMNS = 200;
function pairColumns(features, rows) {
	const single = [];
	let used = 0;
	for (const feature of features) {
		const columns = columnsOf(feature);
		if (single.length + columns.length > MOST_COLUMNS) break;
		single.push(...columns.map((column) => ({
			of: used,
			column
		})));
		used += 1;
	}
	const all = single.map(({ column }) => column);
	for (const [later, b] of single.entries()) for (const a of single.slice(0, later + 1)) if (all.length < MOST_COLUMNS && (a.of !== b.of || a === b && isPlace(a.column))) all.push(a.column.map((value, row) => value * b.column[row]));
	const values = new Float64Array(rows * all.length);
	for (const [at, column] of all.entries()) for (let row = 0; row < rows; row += 1) values[row * all.length + at] = column[row];
	return {
		values,
		width: all.length,
		features: used
	};
}
const isPlace = (column) => column.some((value) => value !== 0 && value !== 1);
function columnsOf(feature) {
	if (feature.kind === "text") return columnsOfWords(feature.words);
	const absent = Float64Array.from(feature.values, (value) => Number.isNaN(value) ? 1 : 0);
	const places = placesOf(feature.values);
	return absent.includes(1) ? [places, absent] : [places];
}
function placesOf(values) {
	const present = Uint32Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]));
	const { order, ends } = ascendingRanking(Float64Array.from(present, (row) => values[row]));
	const places = new Float64Array(values.length);
	for (let from = 0; from < order.length;) {
		let to = from;
		while (ends[to] === 0) to += 1;
		const place = (from + to + 1) / order.length - 1;
		for (let at = from; at <= to; at += 1) places[present[order[at]]] = place;
		from = to + 1;
	}
	return places;
}
function columnsOfWords(words) {
	const counts = new Map();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	return [...counts].sort(([a, rows], [b, others]) => others - rows || (a < b ? -1 : 1)).slice(0, MOST_CATEGORIES).map(([word]) => Float64Array.from(words, (one) => one === word ? 1 : 0));
}
// src/domain/drift/unit-change.ts
const both = (factor) => [{
	name: `× ${factor}`,
	scale: factor
}, {
	name: `÷ ${factor}`,
	scale: 1 / factor
}];
const UNITS = [
	...[
		10,
		100,
		1e3,
		1e6,
		1e9,
		60,
		3600,
		24,
		86400
	].flatMap(both),
	{
		name: "× 1.8 + 32",
		scale: 1.8,
		offset: 32
	},
	{
		name: "− 32, ÷ 1.8",
		scale: 1 / 1.8,
		offset: -32 / 1.8
	},
	{
		name: "+ 273.15",
		scale: 1,
		offset: 273.15
	},
	{
		name: "− 273.15",
		scale: 1,
		offset: -273.15
	}
];
const LEAST_GAIN = 3;
const OF_THRESHOLD = .5;
function unitChange(reference, sample, distance, threshold) {
	if (!sample.some(Number.isFinite) || reference.least === void 0) return void 0;
	const [best] = UNITS.map((unit) => {
		const changed = inUnit(reference, unit);
		const { steps, n, m } = numberDistance(changed, profileNumbers(sample, 0, changed.cut));
		return {
			name: unit.name,
			distance: steps / (n * m)
		};
	}).sort((a, b) => a.distance - b.distance);
	return best !== void 0 && best.distance <= Math.min(OF_THRESHOLD * threshold, distance / LEAST_GAIN) ? best.name : void 0;
}
const ROOM = 1e-9;
function inUnit(reference, { scale, offset = 0 }) {
	const to = (value) => value * scale + offset;
	const { least = 0, most = 0, cut } = reference;
	const edges = cut.edges.map((edge) => to(edge) + ROOM * Math.abs(to(edge)));
	const counts = countsBetween(reference);
	return {
		...reference,
		least: to(least),
		most: to(most),
		cut: {
			edges,
			atoms: []
		},
		counts
	};
}
function countsBetween({ cut, counts }) {
	const isEdge = new Set(cut.edges);
	const ends = upperEnds(cut);
	const between = [0];
	for (const [cell, count] of counts.entries()) {
		between[between.length - 1] = between.at(-1) + count;
		if (isEdge.has(ends[cell])) between.push(0);
	}
	return between;
}
// src/domain/stats/two-sample-classifier.ts
const FOLDS = 5;
const PERMUTATIONS = 199;
const RIDGE = .1;
function classifierTwoSample(samples, seed) {
	const { values, width, n, m } = samples;
	if (values.length !== (n + m) * width) throw refused("shape-mismatch", "rows and columns do not make so many values");
	if (Math.min(n, m) < FOLDS) throw refused("empty-sample", `a sample has fewer than ${FOLDS} rows, one for each fold`);
	const random = randomStream(seed);
	const learner = prepare(standardised(samples), width, foldsOf(n + m, random));
	const labels = Uint8Array.from({ length: n + m }, (_, row) => row < n ? 0 : 1);
	const auc = rocAuc(labels, learner(labels, m / (n + m)));
	let asGood = 0;
	for (let round = 0; round < PERMUTATIONS; round += 1) {
		shuffle(labels, random);
		if (rocAuc(labels, learner(labels, m / (n + m))) >= auc - ROUNDING$1) asGood += 1;
	}
	return {
		auc,
		pValue: (asGood + 1) / 200,
		permutations: PERMUTATIONS
	};
}
const ROUNDING$1 = 1e-12;
function prepare(values, width, folds) {
	const gram = Array.from({ length: FOLDS }, () => new Float64Array(width * width));
	const sizes = new Uint32Array(FOLDS);
	for (const [row, fold] of folds.entries()) {
		sizes[fold] = sizes[fold] + 1;
		addProducts(gram[fold], values.subarray(row * width, (row + 1) * width));
	}
	const factors = gram.map((_, left) => {
		const sum = new Float64Array(width * width);
		for (const [fold, part] of gram.entries()) if (fold !== left) for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + (part[at] ?? 0);
		const ridge = RIDGE * (folds.length - sizes[left]);
		for (let column = 0; column < width; column += 1) sum[column * (width + 1)] = sum[column * (width + 1)] + ridge;
		return cholesky(sum, width);
	});
	return (labels, share) => {
		const moments = Array.from({ length: FOLDS }, () => new Float64Array(width));
		for (const [row, fold] of folds.entries()) {
			const [moment, weight, at] = [
				moments[fold],
				labels[row] - share,
				row * width
			];
			for (let column = 0; column < width; column += 1) moment[column] = moment[column] + weight * values[at + column];
		}
		const weights = factors.map((factor, left) => solved(factor, sumBut(moments, left, width), width));
		return Float64Array.from(folds, (fold, row) => {
			const weight = weights[fold];
			let score = 0;
			for (let column = 0, at = row * width; column < width; column += 1, at += 1) score += weight[column] * values[at];
			return score;
		});
	};
}
function addProducts(sum, row) {
	for (let a = 0; a < row.length; a += 1) {
		const value = row[a];
		if (value === 0) continue;
		for (let b = 0, at = a * row.length; b <= a; b += 1, at += 1) sum[at] = sum[at] + value * row[b];
	}
}
function sumBut(moments, left, width) {
	const sum = new Float64Array(width);
	for (const [fold, moment] of moments.entries()) if (fold !== left) for (let column = 0; column < width; column += 1) sum[column] = sum[column] + moment[column];
	return sum;
}
function cholesky(a, width) {
	for (let row = 0; row < width; row += 1) for (let column = 0; column <= row; column += 1) {
		let sum = a[row * width + column];
		for (let k = 0; k < column; k += 1) sum -= a[row * width + k] * a[column * width + k];
		a[row * width + column] = row === column ? Math.sqrt(sum) : sum / a[column * (width + 1)];
	}
	return a;
}
function solved(factor, b, width) {
	for (let row = 0; row < width; row += 1) {
		let sum = b[row];
		for (let k = 0; k < row; k += 1) sum -= factor[row * width + k] * b[k];
		b[row] = sum / factor[row * (width + 1)];
	}
	for (let row = width - 1; row >= 0; row -= 1) {
		let sum = b[row];
		for (let k = row + 1; k < width; k += 1) sum -= factor[k * width + row] * b[k];
		b[row] = sum / factor[row * (width + 1)];
	}
	return b;
}
function standardised({ values, width, n, m }) {
	const [rows, scaled] = [n + m, new Float64Array(values.length)];
	for (let column = 0; column < width; column += 1) {
		let [mean, squares] = [0, 0];
		for (let at = column; at < values.length; at += width) mean += values[at] / rows;
		for (let at = column; at < values.length; at += width) squares += (values[at] - mean) ** 2;
		const deviation = Math.sqrt(squares / rows);
		if (deviation > FLAT) for (let at = column; at < values.length; at += width) scaled[at] = (values[at] - mean) / deviation;
	}
	return scaled;
}
const FLAT = 1e-9;
function foldsOf(rows, random) {
	return shuffle(Uint8Array.from({ length: rows }, (_, row) => row % FOLDS), random);
}
function shuffle(values, random) {
	for (let last = values.length - 1; last > 0; last -= 1) {
		const other = random.below(last + 1);
		const kept = values[last];
		values[last] = values[other];
		values[other] = kept;
	}
	return values;
}
function refused(code, message) {
	return new ModelyardError({
		code,
		message,
		next: "give both samples as rows of the same columns"
	});
}
// src/commands/drawn-cells.ts
const MOST_ROWS = 2e3;
async function drawCells(path, names, { called, folder, seed }, tables) {
	const total = await tables.countRows(path);
	const drawn = total > MOST_ROWS ? `${folder.path}/${called}/${path.split("/").at(-1)}` : path;
	if (drawn !== path) await tables.writeRows(path, drawEvenly(total, MOST_ROWS, seed), drawn);
	const columns = names.map(() => []);
	const wanted = names.map((name) => ({
		name,
		kind: "text"
	}));
	for await (const batch of tables.read(drawn, wanted, MOST_ROWS)) for (const [at, values] of batch.columns.entries()) if (values.kind === "text") columns[at]?.push(...Array.from(values.codes, (code) => values.words[code] ?? ""));
	return {
		rows: Math.min(total, MOST_ROWS),
		columns: new Map(names.map((name, at) => [name, columns[at] ?? []]))
	};
}
function numbersOf(cells) {
	return Float64Array.from(cells, (cell) => cell.trim() === "" ? NaN : Number(cell));
}
// src/commands/drawn-samples.ts
const MOST_FEATURES = 200;
function comparedIn({ features }, losses) {
	const lossOf = ({ feature }) => losses?.get(feature) ?? 0;
	return features.filter(({ values }) => values !== void 0).sort((a, b) => lossOf(b) - lossOf(a));
}
async function drawSample(called, { result }, path, losses, folder, { tables }) {
	return drawCells(path, comparedIn(result, losses).filter(({ status }, at) => at < MOST_FEATURES || status === "drift").map(({ feature }) => feature), {
		called: `drawn-${called}`,
		folder,
		seed: result.seed
	}, tables);
}
async function tellApart(current, drifted, losses, folder, ports) {
	const path = await drifted.reference.rowsAt();
	if (path === void 0) return "the rows of the reference are not at hand, and a profile holds no rows";
	const compared = comparedIn(drifted.result, losses).slice(0, MOST_FEATURES);
	if (compared.length === 0) return "no feature could be compared";
	const reference = await drawSample("reference", drifted, path, losses, folder, ports);
	const paired = compared.map(({ feature, values }) => {
		const cells = [...reference.columns.get(feature) ?? [], ...current.columns.get(feature) ?? []];
		return values?.test === "kolmogorov-smirnov" ? {
			kind: "number",
			values: numbersOf(cells)
		} : {
			kind: "text",
			words: cells
		};
	});
	const [n, m] = [reference.rows, current.rows];
	const { values, width, features } = pairColumns(paired, n + m);
	const { auc, pValue, permutations } = classifierTwoSample({
		values,
		width,
		n,
		m
	}, drifted.result.seed);
	return {
		auc,
		"p-value": pValue,
		permutations,
		rows: [n, m],
		features
	};
}
function unitsOf({ result, reference, thresholds }, drawn) {
	const found = new Map();
	for (const { feature, grounds, values } of result.features) {
		const [before, cells] = [reference.profile.get(feature), drawn?.columns.get(feature)];
		if (before?.type !== "number" || cells === void 0 || values === void 0) continue;
		if (!grounds.includes("distribution")) continue;
		const threshold = thresholds.learned?.get(feature) ?? thresholds.numbers;
		const unit = unitChange(before, numbersOf(cells), values.distance, threshold);
		if (unit !== void 0) found.set(feature, unit);
	}
	return found;
}
// src/domain/monitoring/drifting.ts
function runsBefore(run, history) {
	return history.filter((one) => compareRuns(one, run) <= 0 && !isSameRun(one, run)).toSorted(compareRuns);
}
function isSameRun(one, other) {
	if (one.run !== "terminal" && other.run !== "terminal") return one.run.id === other.run.id;
	return JSON.stringify(one) === JSON.stringify(other);
}
// src/domain/registry/watch.ts
var import_picomatch = __toESM(require_picomatch(), 1);
function watches({ train }, config, path) {
	if (isWithin(path, config.registry) || path === ".github/modelyard.yml") return false;
	if (train?.watch !== void 0) return isNamedBy(train.watch, path);
	return !isWithin(path, ".github") && !isWithin(path, "docs") && !path.toLowerCase().endsWith(".md");
}
function isNamedBy(patterns, path) {
	return (0, import_picomatch.default)([...patterns], { dot: true })(path);
}
function isWithin(path, folder) {
	return path.startsWith(`${folder}/`);
}
// src/domain/monitoring/pipeline-paths.ts
function isOfPipeline(definition, definitionPath, path) {
	const folder = definitionPath.slice(0, definitionPath.lastIndexOf("/") + 1);
	const [registry = ""] = definitionPath.split("/models/");
	return path.startsWith(".github/workflows/") || path.startsWith(folder) || isNamedBy(namedData(definition).flatMap((uri) => [uri, `${uri}/**`]), path) || watches(definition, { registry }, path);
}
function namedData({ train, monitor }) {
	const { current, reference } = monitor ?? {};
	const other = typeof reference === "string" ? void 0 : reference?.uri;
	return [
		train?.data,
		current?.uri,
		other
	].flatMap((uri) => uri === void 0 || isRemote(uri) ? [] : [uri]);
}
// src/commands/commits-between.ts
const MOST_LOOKED_AT = 100;
const MOST_NAMED = 5;
const LONGEST_SUBJECT = 120;
async function commitsBetween(head, { from, to }, counts, repository) {
	const { entries, complete } = await repository.chain(head);
	const times = monotoneTimes(entries);
	const first = times.findIndex((time) => time > from);
	if (!complete && first === 0) return { why: "this clone is shallow: fetch the rest, in a workflow by `fetch-depth: 0`" };
	const end = times.findLastIndex((time) => time <= to) + 1;
	const between = first === -1 ? [] : entries.slice(first, end).map(({ commit }) => commit);
	const found = [];
	for (const commit of between.slice(-100).reverse()) {
		const { parents, message } = await repository.commitFacts(commit);
		const [parent] = parents;
		const changes = parent === void 0 ? void 0 : await repository.changes(parent, commit, []);
		if (changes === void 0 || changes.some(({ path }) => counts(path))) found.push(named(commit, message));
	}
	const left = Math.max(0, between.length - MOST_LOOKED_AT);
	return {
		commits: found.slice(0, MOST_NAMED),
		inAll: found.length,
		left
	};
}
function named(commit, message) {
	const [subject = ""] = message.split("\n");
	return {
		commit,
		subject: subject.length > LONGEST_SUBJECT ? `${[...subject].slice(0, 119).join("")}…` : subject
	};
}
// src/commands/records-branch.ts
async function recordsBranch(repository, branch) {
	return await repository.resolve(`refs/remotes/origin/${branch}`) ?? await repository.resolve(`refs/heads/${branch}`);
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
// src/commands/drift-onsets.ts
const MOST_ONSETS = 5;
async function readOnsets(result, found, untold, ports) {
	const runs = await runsUntil(result, untold, ports);
	const onsets = onsetsOf(runs);
	const { commit: head } = await ports.repository.head();
	const told = [];
	for (const onset of onsets.slice(0, MOST_ONSETS)) told.push(await toldOnset(onset, head, found, untold, ports));
	if (onsets.length > 0 && onsets.every(({ after }) => after === void 0)) untold.push("commits: no run before found that these features do not drift");
	return {
		runs,
		onsets,
		told
	};
}
async function runsUntil(result, untold, ports) {
	const { repository, clock, host } = ports;
	const version = result.reference.version?.version;
	const run = toMonitorRun(result, {
		at: timestamp(clock.now()),
		run: host.run,
		version
	});
	const found = await readNewestRuns(repository, result.model);
	if (found !== void 0) return [...runsBefore(run, found.runs), run];
	untold.push(`since when: this clone has no branch ${HISTORY_BRANCH}`);
	return [run];
}
async function toldOnset({ since, after, features }, head, found, untold, { repository }) {
	const { at, window } = since;
	const told = {
		features: [...features],
		since: at,
		...window !== void 0 && { window }
	};
	if (after === void 0 || head === void 0) return told;
	const counts = (path) => isOfPipeline(found.definition, found.path, path);
	const between = await commitsBetween(head, {
		from: seenUntil(after),
		to: Date.parse(at)
	}, counts, repository);
	if ("why" in between) {
		const why = `commits: ${between.why}`;
		if (!untold.includes(why)) untold.push(why);
		return {
			...told,
			after: after.at
		};
	}
	const { commits, inAll, left } = between;
	if (left > 0) untold.push(`commits: ${left} older ones before ${at} were not looked at`);
	return {
		...told,
		after: after.at,
		commits: [...commits],
		"commits-in-all": inAll
	};
}
function seenUntil({ at, window }) {
	return Math.min(Date.parse(at), window === void 0 ? Number.POSITIVE_INFINITY : Date.parse(window.to));
}
// src/commands/earlier-years.ts
async function alikeInEarlierYears(features, source, current, { thresholds, seed }, folder, ports) {
	const earlier = keptReference("same-month", source);
	const { path, facts } = await openSample(earlier, "earlier years", folder, ports);
	if (facts.rows === 0) return void 0;
	const wanted = new Set(features);
	const only = (profile) => new Map([...profile].filter(([column]) => wanted.has(column)));
	const before = only(await profileReference(path, ports.tables));
	return judgeDrift(before, only(await profileAgainst(current, before, ports.tables)), thresholds, seed).flatMap(({ feature, status }) => status === "ok" ? [feature] : []);
}
// src/commands/drift-cause.ts
async function causeOfDrift(drifted, folder, ports) {
	const { result } = drifted;
	const untold = [];
	const tell = telling(untold);
	const weights = await tell("importance", importanceOnRecord(drifted, ports));
	const ranked = rankDrifted(result.features, weights?.losses);
	const { runs, onsets, told } = await tell("since when", readOnsets(result, drifted.found, untold, ports)) ?? NOTHING_KNOWN;
	const drawn = await tell("units", drawSample("current", drifted, drifted.current, weights?.losses, folder, ports));
	const classifier = drawn && await tell("all features together", tellApart(drawn, drifted, weights?.losses, folder, ports));
	const seasonal = await tell("seasons", inSeason(ranked.map(({ feature }) => feature), drifted, folder, ports));
	const withCommits = told.flatMap(({ features, commits = [] }) => commits.length === 0 ? [] : features);
	return {
		ranked,
		...weights !== void 0 && { importance: weights.digest },
		onsets: told,
		...classifier !== void 0 && { classifier },
		hints: hintsOf({
			features: result.features,
			onsets,
			runs,
			units: unitsOf(drifted, drawn),
			withCommits,
			seasonal: seasonal ?? []
		}),
		untold
	};
}
const NOTHING_KNOWN = {
	runs: [],
	onsets: [],
	told: []
};
function telling(untold) {
	return async (part, found) => {
		const told = await found.catch((error) => {
			if (!(error instanceof ModelyardError)) throw error;
			return error.message;
		});
		if (typeof told !== "string") return told;
		untold.push(`${part}: ${told}`);
	};
}
async function importanceOnRecord({ result, version }, ports) {
	const monitored = await monitoredVersion({
		model: result.model,
		version
	}, ports);
	if (monitored === void 0) return "no version serves whose importance could be on record";
	const { registry, state, record } = monitored;
	const { all } = await gatherEvidence({
		registry,
		state
	}, record, ports);
	const last = all.flatMap(({ digest, evidence }) => evidence.kind === "importance" && evidence.subject.artifact === record.artifact.sha256 ? [{
		digest,
		features: evidence.facts.features
	}] : []).at(-1);
	if (last === void 0) return `none is on record for version ${record.version}; \`modelyard evaluate ${state.name} ${record.version} --importance\` measures it`;
	return {
		digest: last.digest,
		losses: new Map(last.features.map(({ column, loss }) => [column, loss]))
	};
}
async function inSeason(names, { found, source, current, thresholds, result }, folder, ports) {
	if (names.length === 0) return [];
	if (found.definition.monitor?.reference === "same-month") return "the reference is of the same months of earlier years already, and they look otherwise";
	if (source.times === void 0) return "no window says of which months the rows are";
	return await alikeInEarlierYears(names, source, current, {
		thresholds,
		seed: result.seed
	}, folder, ports) ?? "the current source holds no rows of the same months of earlier years";
}
// src/domain/drift/learned-thresholds.ts
function leastChunks(level) {
	return Math.ceil(1 / level) - 1;
}
function learnThresholds(whole, chunks, level) {
	if (chunks.length < leastChunks(level)) return void 0;
	const distances = new Map([...whole].map(([feature, profile]) => [feature, chunks.map((chunk) => distanceFromRest(profile, chunk.get(feature)))]));
	const scales = new Map([...distances].flatMap(([feature, found]) => {
		const scale = Math.sqrt(found.reduce((sum, distance) => sum + distance ** 2, 0) / found.length);
		return scale > 0 ? [[feature, scale]] : [];
	}));
	const maxima = chunks.map((_, index) => {
		const ratios = [...scales].map(([feature, scale]) => (distances.get(feature)?.[index] ?? 0) / scale);
		return Math.max(0, ...ratios);
	});
	const rank = Math.ceil((1 - level) * (chunks.length + 1) - ROUNDING);
	const factor = maxima.toSorted((a, b) => a - b)[rank - 1];
	return new Map([...scales].map(([feature, scale]) => [feature, Math.min(1, factor * scale)]));
}
const ROUNDING = 1e-9;
function distanceFromRest(whole, chunk) {
	if (whole.type === "number" && chunk?.type === "number") return distanceOfNumbers(whole, chunk);
	if (whole.type === "category" && chunk?.type === "category") return distanceOfCategories(whole, chunk);
	return 0;
}
function distanceOfNumbers(whole, chunk) {
	const rest = subtractNumbers(whole, chunk);
	if (numbersIn(rest) === 0 || numbersIn(chunk) === 0) return 0;
	const { steps, n, m } = numberDistance(rest, chunk);
	return steps / (n * m);
}
function distanceOfCategories(whole, chunk) {
	const rest = subtractCategories(whole, chunk);
	return valuesIn(rest) === 0 || valuesIn(chunk) === 0 ? 0 : testCategories(rest, chunk).distance;
}
// src/commands/learn-from-chunks.ts
const MOST_CHUNKS = 200;
async function learnFromChunks(path, profile, { rows, level }, tables) {
	const least = leastChunks(level);
	const total = await tables.countRows(path);
	const there = rows === 0 ? 0 : Math.floor(total / rows);
	if (there < least) return { why: `thresholds are learned from ${least} parts of the reference, each as large as the current sample; it has rows for ${there}, and the usual thresholds hold` };
	const columns = [...profile].flatMap(([name, { type }]) => type === "number" ? [{
		name,
		kind: "number"
	}] : type === "category" ? [{
		name,
		kind: "text"
	}] : []);
	const step = Math.ceil(there / MOST_CHUNKS);
	const chunks = [];
	let number = 0;
	for await (const batch of tables.read(path, columns, rows)) {
		if (batch.rows === rows && number % step === 0) chunks.push(profileOf(batch.columns, columns, profile));
		number += 1;
	}
	const thresholds = learnThresholds(profile, chunks, level);
	if (thresholds === void 0) throw new Error(`${there} chunks were counted, and ${chunks.length} read`);
	return {
		thresholds,
		chunks: chunks.length
	};
}
function profileOf(values, columns, whole) {
	return new Map(columns.map(({ name }, index) => {
		const [found, known] = [values[index], whole.get(name)];
		if (found?.kind === "number" && known?.type === "number") return [name, profileNumbers(found.values, 0, known.cut)];
		if (found?.kind === "text" && known?.type === "category") return [name, categoriesOf(found, known)];
		return [name, { type: "other" }];
	}));
}
function categoriesOf({ codes, words }, { named }) {
	const rows = new Float64Array(words.length);
	for (const code of codes) rows[code] = rows[code] + 1;
	const counts = new Map();
	let nulls = 0;
	for (const [code, word] of words.entries()) {
		const count = rows[code];
		if (word === "") nulls += count;
		else if (count > 0) counts.set(word, count);
	}
	return profileCategories(counts, nulls, new Set(Object.keys(named)));
}
// src/commands/monitor.ts
const RESAMPLES = 2e3;
const File = string().check(_minLength(1), _maxLength(4e3));
const input = strictObject({
	model,
	current: optional(File),
	sql: optional(string().check(_minLength(1), _maxLength(2e4))),
	time: optional(UserName),
	window: optional(Span),
	until: optional(Moment),
	version: optional(version),
	reference: optional(File),
	learn: _default(boolean(), false),
	together: _default(boolean(), false),
	metrics,
	pushgateway,
	seed: _default(int().check(_gte(0), _lte(2 ** 31 - 1)), 0),
	evidence: _default(boolean(), true)
});
const monitor = defineMeasurement({
	name: "monitor",
	summary: "Whether what production sees is still what the model was trained on.",
	details: `Compares each column that both samples have: numbers by Kolmogorov and Smirnov's test, categories by the chi-squared
test of homogeneity, and the share of missing values beside them. A feature drifted when the difference is large
enough to matter and its p-value, adjusted over all tests of the run, is below 0.05. Where too few rows could not
have shown such a difference, it says so in place of a pass. The target may be missing from what production saw. The
training data are read once: their profile is kept as evidence, and from then on a run reads the current sample
alone. Where model.yaml says what production saw (monitor: {current: …}), no more than the model is named.`,
	positional: ["model", "current"],
	examples: [
		{
			command: "modelyard monitor telco-churn current.csv",
			does: "compares a file with what the champion was trained on"
		},
		{
			command: "modelyard monitor telco-churn march.csv --reference february.csv",
			does: "compares two files, column by column"
		},
		{
			command: "modelyard monitor telco-churn 'seen/2026-*.csv' --time seen_at --window 7d",
			does: "looks at the last seven days of many files"
		}
	],
	permission: "read",
	doors: ["action", "cli"],
	input,
	results: ["drift"],
	async run(given, ports, watch) {
		const found = await readWorkingDefinition(given.model, ports.worktree);
		const { target, monitor: keys = {} } = found.definition;
		const thresholds = thresholdsOf(keys);
		const ignored = new Set(keys.ignore);
		const source = currentSource(given, keys.current, ports.clock.now());
		const other = referenceSource(given, keys, source);
		const folder = await ports.process.temporaryFolder();
		try {
			const reference = await readReference({
				...given,
				reference: other
			}, found, folder, ports, watch);
			watch.progress?.("reading the current sample");
			const current = await openSample(source, "current sample", folder, ports);
			const learned = given.learn || keys.thresholds?.learned === true ? await learn(reference, current, {
				level: thresholds.level,
				ignored
			}, ports.tables, watch) : { remarks: [] };
			const rules = {
				thresholds: {
					...thresholds,
					learned: learned.thresholds
				},
				ignored,
				seed: given.seed
			};
			const { features, profile } = await compared(reference, current.path, rules, ports.tables, watch);
			const labelled = features.map((feature) => unlabelled(feature, target));
			const result = await withCause({
				result: {
					kind: "drift",
					model: given.model,
					outcome: outcomeOfDrift(labelled),
					reference: reference.facts,
					current: current.facts,
					thresholds,
					...learned.chunks !== void 0 && { chunks: learned.chunks },
					features: labelled,
					seed: given.seed,
					evidence: reference.written,
					remarks: [
						...sameRows(reference.facts.sha256, current.facts.sha256, source),
						...reference.remarks,
						...learned.remarks,
						...current.remarks,
						...await sharedTimes(source, other, current, ports.tables),
						...await repeated(current, profile, ports.tables),
						...unknownColumns(ignored, features)
					],
					next: reference.written.some(({ is }) => is === "new") ? [PROFILED] : []
				},
				found,
				reference,
				source,
				current: current.path,
				...rules,
				version: given.version
			}, given.together || keys.together === true, folder, ports, watch);
			const families = driftMetrics(result, ports.clock.now());
			return await handOutMetrics(result, "drift", families, given, ports, watch);
		} finally {
			await folder.remove();
		}
	}
});
async function withCause(drifted, isAsked, folder, ports, { progress }) {
	const { result } = drifted;
	if (result.outcome !== "failed" && !isAsked) return result;
	progress?.("looking for what is behind it");
	return {
		...result,
		cause: await causeOfDrift(drifted, folder, ports)
	};
}
const PROFILED = "the next promotion of this version takes its profile along; from then on a run needs no training data";
function thresholdsOf({ thresholds: given = {} }) {
	const usual = DEFAULT_THRESHOLDS;
	return {
		level: given.level ?? usual.level,
		numbers: given.numbers ?? usual.numbers,
		categories: given.categories ?? usual.categories,
		missing: given.missing ?? usual.missing
	};
}
function referenceSource(given, keys, current) {
	if (given.reference !== void 0) return {
		from: { files: given.reference },
		isKept: false
	};
	return given.version !== void 0 || keys.reference === void 0 ? void 0 : keptReference(keys.reference, current);
}
function sameRows(reference, current, source) {
	if (reference !== current) return [];
	return [`both samples are the same ${plainFile(source) === void 0 ? "rows" : "file"}`];
}
async function sharedTimes(source, reference, { path, facts }, tables) {
	const windows = sharedTimesOf(source, reference);
	if (source.times === void 0 || windows.length === 0) return [];
	return overlapRemarks(await tables.countWithin(path, source.times.column, windows), facts.rows);
}
async function repeated({ path, facts }, profile, tables) {
	if ([...profile.values()].some(({ type }) => type === "unreadable")) return [];
	return repeatRemarks(await tables.countRepeats(path), facts.rows, profile);
}
async function learn(reference, { facts }, { level, ignored }, tables, { progress }) {
	const path = await reference.rowsAt();
	if (path === void 0) return { remarks: ["thresholds are learned from rows of the reference, which are not at hand: the usual ones hold"] };
	progress?.("learning thresholds from parts of the reference");
	const found = await learnFromChunks(path, new Map([...reference.profile].filter(([column]) => !ignored.has(column))), {
		rows: facts.rows,
		level
	}, tables).catch(unlessUnread);
	return "why" in found ? { remarks: [found.why] } : {
		...found,
		remarks: []
	};
}
function unlessUnread(error) {
	if (!(error instanceof ModelyardError) || error.code !== "bad-data") throw error;
	return { why: `thresholds could not be learned, and the usual ones hold: ${error.message}` };
}
async function compared(reference, current, { thresholds, ignored, seed }, tables, { progress }) {
	const { profile } = reference;
	const kept = ([column]) => !ignored.has(column);
	const before = new Map([...profile].filter(kept));
	const after = await profileAgainst(current, before, tables);
	const seen = new Map([...after].filter(kept));
	const left = [...new Set([...profile.keys(), ...after.keys()])].filter((column) => ignored.has(column));
	const judge = (exact) => [...judgeDrift(before, seen, thresholds, seed, exact), ...left.map((feature) => ({
		feature,
		status: "skipped",
		grounds: ["ignored"]
	}))];
	const found = judge();
	const open = undecided(found);
	const rows = open.length === 0 ? void 0 : await reference.rowsAt();
	if (rows === void 0) return {
		features: found,
		profile: after
	};
	progress?.("computing distances anew that the profile leaves open");
	return {
		features: judge(await exactly(open, rows, current, seed, tables)),
		profile: after
	};
}
function unknownColumns(ignored, features) {
	const known = new Set(features.map(({ feature }) => feature));
	const gone = [...ignored].filter((column) => !known.has(column));
	return gone.length === 0 ? [] : [`model.yaml leaves out what neither sample has: ${gone.join(", ")}`];
}
async function exactly(columns, reference, current, seed, tables) {
	const found = new Map();
	for (const column of columns) {
		const [before, after] = await Promise.all([tables.numbers(reference, [column]), tables.numbers(current, [column])]);
		const { statistic, pValue } = kolmogorovSmirnov(before[0] ?? new Float64Array(), after[0] ?? new Float64Array(), {
			resamples: RESAMPLES,
			seed
		});
		found.set(column, {
			distance: statistic,
			pValue
		});
	}
	return found;
}
function unlabelled(found, target) {
	if (found.feature !== target || !found.grounds.includes("gone")) return found;
	return {
		...found,
		status: "skipped",
		grounds: ["no-labels"]
	};
}
export { monitor };
