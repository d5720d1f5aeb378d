import { c as ModelyardError } from "./run.mjs";
import { openAsBlob } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createHash } from "node:crypto";
import { crc32, inflateRawSync } from "node:zlib";
// src/adapters/github/address.ts
function isTokenAddress(text) {
	const url = URL.canParse(text) ? new URL(text) : void 0;
	const isSafe = url?.protocol === "https:" || url?.protocol === "http:" && isLoopback(url.hostname);
	return url !== void 0 && isSafe && url.username === "" && url.password === "";
}
function isLoopback(host) {
	return host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127(?:\.\d+){3}$/.test(host);
}
const USUAL_WAIT_SECONDS = 60;
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
// node_modules/universal-user-agent/index.js
function getUserAgent() {
	if (typeof navigator === "object" && "userAgent" in navigator) return navigator.userAgent;
	if (typeof process === "object" && process.version !== void 0) return `Node.js/${process.version.substr(1)} (${process.platform}; ${process.arch})`;
	return "<environment undetectable>";
}
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
// node_modules/before-after-hook/lib/remove.js
function removeHook(state, name, method) {
	if (!state.registry[name]) return;
	const index = state.registry[name].map((registered) => {
		return registered.orig;
	}).indexOf(method);
	if (index === -1) return;
	state.registry[name].splice(index, 1);
}
// node_modules/before-after-hook/index.js
const bind = Function.bind;
const bindable = bind.bind(bind);
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
function Collection() {
	const state = { registry: {} };
	const hook = register.bind(null, state);
	bindApi(hook, state);
	return hook;
}
var before_after_hook_default = {
	Singular,
	Collection
};
// node_modules/@octokit/endpoint/dist-bundle/index.js
var DEFAULTS = {
	method: "GET",
	baseUrl: "https://api.github.com",
	headers: {
		accept: "application/vnd.github.v3+json",
		"user-agent": `octokit-endpoint.js/0.0.0-development ${getUserAgent()}`
	},
	mediaType: { format: "" }
};
function lowercaseKeys(object) {
	if (!object) return {};
	return Object.keys(object).reduce((newObj, key) => {
		newObj[key.toLowerCase()] = object[key];
		return newObj;
	}, {});
}
function isPlainObject$1(value) {
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
		if (isPlainObject$1(options[key])) {
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
function merge(defaults, route, options) {
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
var urlVariableRegex = /\{[^{}}]+\}/g;
function removeNonChars(variableName) {
	return variableName.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g, "").split(/,/);
}
function extractUrlVariableNames(url) {
	const matches = url.match(urlVariableRegex);
	if (!matches) return [];
	return matches.map(removeNonChars).reduce((a, b) => a.concat(b), []);
}
function omit(object, keysToOmit) {
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
function parse$1(options) {
	let method = options.method.toUpperCase();
	let url = (options.url || "/").replace(/:([a-z]\w+)/g, "{$1}");
	let headers = Object.assign({}, options.headers);
	let body;
	let parameters = omit(options, [
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
	const remainingParameters = omit(parameters, Object.keys(options).filter((option) => urlVariableNames.includes(option)).concat("baseUrl"));
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
	return parse$1(merge(defaults, route, options));
}
function withDefaults$2(oldDefaults, newDefaults) {
	const DEFAULTS2 = merge(oldDefaults, newDefaults);
	const endpoint2 = endpointWithDefaults.bind(null, DEFAULTS2);
	return Object.assign(endpoint2, {
		DEFAULTS: DEFAULTS2,
		defaults: withDefaults$2.bind(null, DEFAULTS2),
		merge: merge.bind(null, DEFAULTS2),
		parse: parse$1
	});
}
var endpoint = withDefaults$2(null, DEFAULTS);
// node_modules/content-type/dist/index.js
/*!
* content-type
* Copyright(c) 2015 Douglas Christopher Wilson
* MIT Licensed
*/
const SP = 32;
const HTAB = 9;
const SEMI = 59;
const EQ = 61;
const DQUOTE = 34;
const BSLASH = 92;
const COMMA = 44;
const LOWER_CASE = 1;
const OWS = 2;
const SEMI_FLAG = 4;
const COMMA_FLAG = 8;
const TOKEN_FLAG = 16;
const NON_ASCII = 65280;
const CASE_FLAGS = 65281;
const CHAR_MAP = new Uint8Array(256);
CHAR_MAP[HTAB] |= OWS;
CHAR_MAP[SP] |= OWS;
CHAR_MAP[SEMI] |= SEMI_FLAG;
CHAR_MAP[COMMA] |= COMMA_FLAG;
for (let code = 128; code <= 255; code++) CHAR_MAP[code] |= LOWER_CASE;
for (const char of "!#$%&'*+-.^_`|~") CHAR_MAP[char.charCodeAt(0)] |= TOKEN_FLAG;
for (let code = 48; code <= 57; code++) CHAR_MAP[code] |= TOKEN_FLAG;
for (let code = 65; code <= 90; code++) CHAR_MAP[code] |= 17;
for (let code = 97; code <= 122; code++) CHAR_MAP[code] |= TOKEN_FLAG;
const NullObject = (() => {
	const C = function() {};
	C.prototype = Object.create(null);
	return C;
})();
function parse(header, options) {
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
// node_modules/json-with-bigint/json-with-bigint.js
const intRegex = /^-?\d+$/;
const noiseValue = /^-?\d+n+$/;
const originalStringify = JSON.stringify;
const originalParse = JSON.parse;
const customFormat = /^-?\d+n$/;
const bigIntsStringify = /([\[:])?"(-?\d+)n"($|\s*[,\}\]])/g;
const noiseStringify = /([\[:])?("-?\d+n+)n("$|"\s*[,\}\]])/g;
const isUnstringifiable = (val) => val === void 0 || typeof val === "function" || typeof val === "symbol";
const isRawJSON = (val) => val !== null && typeof val === "object" && val.constructor && val.constructor.name === "RawJSON";
const stringifyIteratively = (rootValue, replacer, spaceParam) => {
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
const JSONStringify = (value, replacer, space) => {
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
const featureCache = new Map();
const isContextSourceSupported = () => {
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
const convertMarkedBigIntsReviver = (key, value, context, userReviver) => {
	if (typeof value === "string" && customFormat.test(value)) return BigInt(value.slice(0, -1));
	if (typeof value === "string" && noiseValue.test(value)) return value.slice(0, -1);
	if (!(typeof userReviver === "function")) return value;
	return userReviver(key, value, context);
};
const JSONParseV2 = (text, reviver) => {
	return JSON.parse(text, (key, value, context) => {
		const isBigNumber = typeof value === "number" && (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER);
		const isInt = context && intRegex.test(context.source);
		if (isBigNumber && isInt) return BigInt(context.source);
		if (!(typeof reviver === "function")) return value;
		return reviver(key, value, context);
	});
};
const MAX_INT = Number.MAX_SAFE_INTEGER.toString();
const MAX_DIGITS = MAX_INT.length;
const stringsOrLargeNumbers = /"(?:[^"\\]|\\.)*"|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/g;
const noiseValueWithQuotes = /^"-?\d+n+"$/;
const applyReviverIteratively = (parsed, userReviver) => {
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
const serializeBigInts = (text) => {
	return text.replace(stringsOrLargeNumbers, (match, digits, fractional, exponential) => {
		const isString = match[0] === "\"";
		if (isString && noiseValueWithQuotes.test(match)) return match.substring(0, match.length - 1) + "n\"";
		const hasFractionalOrExponential = fractional || exponential;
		const isLessThanMaxSafeInt = digits && (digits.length < MAX_DIGITS || digits.length === MAX_DIGITS && digits <= MAX_INT);
		if (isString || hasFractionalOrExponential || isLessThanMaxSafeInt) return match;
		return "\"" + match + "n\"";
	});
};
const JSONParse = (text, reviver) => {
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
// node_modules/@octokit/request-error/dist-src/index.js
var RequestError = class extends Error {
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
// node_modules/@octokit/request/dist-bundle/index.js
var defaults_default = { headers: { "user-agent": `octokit-request.js/10.0.16 ${getUserAgent()}` } };
function isPlainObject(value) {
	if (typeof value !== "object" || value === null) return false;
	if (Object.prototype.toString.call(value) !== "[object Object]") return false;
	const proto = Object.getPrototypeOf(value);
	if (proto === null) return true;
	const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
	return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
var noop$1 = () => "";
async function fetchWrapper(requestOptions) {
	const fetch = requestOptions.request?.fetch || globalThis.fetch;
	if (!fetch) throw new Error("fetch is not set. Please pass a fetch implementation as new Octokit({ request: { fetch }}). Learn more at https://github.com/octokit/octokit.js/#fetch-missing");
	const log = requestOptions.request?.log || console;
	const parseSuccessResponseBody = requestOptions.request?.parseSuccessResponseBody !== false;
	const body = isPlainObject(requestOptions.body) || Array.isArray(requestOptions.body) ? JSONStringify(requestOptions.body) : requestOptions.body;
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
	const mimetype = parse(contentType);
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
var request = withDefaults$1(endpoint, defaults_default);
// node_modules/@octokit/graphql/dist-bundle/index.js
var VERSION$1 = "0.0.0-development";
function _buildMessageForResponseErrors(data) {
	return `Request failed due to following response errors:
` + data.errors.map((e) => ` - ${e.message}`).join("\n");
}
var GraphqlResponseError = class extends Error {
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
var NON_VARIABLE_OPTIONS = [
	"method",
	"baseUrl",
	"url",
	"headers",
	"request",
	"query",
	"mediaType",
	"operationName"
];
var FORBIDDEN_VARIABLE_OPTIONS = [
	"query",
	"method",
	"url"
];
var GHES_V3_SUFFIX_REGEX = /\/api\/v3\/?$/;
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
withDefaults(request, {
	headers: { "user-agent": `octokit-graphql.js/${VERSION$1} ${getUserAgent()}` },
	method: "POST",
	url: "/graphql"
});
function withCustomRequest(customRequest) {
	return withDefaults(customRequest, {
		method: "POST",
		url: "/graphql"
	});
}
// node_modules/@octokit/auth-token/dist-bundle/index.js
var b64url = "(?:[a-zA-Z0-9_-]+)";
var sep = "\\.";
var jwtRE = new RegExp(`^${b64url}${sep}${b64url}${sep}${b64url}$`);
var isJWT = jwtRE.test.bind(jwtRE);
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
var createTokenAuth = function createTokenAuth2(token) {
	if (!token) throw new Error("[@octokit/auth-token] No token passed to createTokenAuth");
	if (typeof token !== "string") throw new Error("[@octokit/auth-token] Token passed to createTokenAuth is not a string");
	token = token.replace(/^(token|bearer) +/i, "");
	return Object.assign(auth.bind(null, token), { hook: hook.bind(null, token) });
};
// node_modules/@octokit/core/dist-src/version.js
const VERSION = "7.0.8";
// node_modules/@octokit/core/dist-src/index.js
const noop = () => {};
const consoleWarn = console.warn.bind(console);
const consoleError = console.error.bind(console);
function createLogger(logger = {}) {
	if (typeof logger.debug !== "function") logger.debug = noop;
	if (typeof logger.info !== "function") logger.info = noop;
	if (typeof logger.warn !== "function") logger.warn = consoleWarn;
	if (typeof logger.error !== "function") logger.error = consoleError;
	return logger;
}
const userAgentTrail = `octokit-core.js/${VERSION} ${getUserAgent()}`;
var Octokit = class {
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
// src/adapters/github/event.ts
const NO_EVENT = {
	name: "",
	pullRequest: void 0,
	issue: void 0,
	headSha: void 0,
	baseRef: void 0,
	workflowRun: void 0
};
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
	const at = (...keys) => valueAt(payload, keys);
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
	const at = (...keys) => valueAt(run, keys);
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
function valueAt(value, keys) {
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
// src/adapters/github/grants.ts
const USES = {
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
const SETTING = /not permitted to create or approve pull requests/i;
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
const NOT_GRANTED = "no workflow grants this to a job's own token: give that of a GitHub App or of a person under `token:`";
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
	const bytes = () => bodyOf(answer);
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
async function bodyOf(answer) {
	const parts = [];
	for await (const part of answer) parts.push(part);
	const packed = Buffer.concat(parts);
	if (answer.headers["content-encoding"] !== "gzip") return packed;
	const { gunzip } = await import("node:zlib");
	return new Promise((resolve, reject) => gunzip(packed, (error, bytes) => error === null ? resolve(bytes) : reject(error)));
}
// src/adapters/github/redact.ts
const TOKENS = /\b(?:gh[a-z]_[A-Za-z0-9_]{10,}|github_pat_[A-Za-z0-9_]{10,}|v1\.[0-9a-f]{40})\b/g;
function redact(text, token) {
	return (token.length < 4 ? text : text.replaceAll(token, "***").replaceAll(encodeURIComponent(token), "***")).replace(TOKENS, "***").replace(/\b(bearer|token|basic) [\w.~+/=-]{8,}/gi, "$1 ***");
}
// src/adapters/github/api.ts
const REST_VERSION = "2026-03-10";
const MOST_TRIES$2 = 3;
const TIMEOUT_MS$1 = 1e4;
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
			const failure = failureOf(error, signal.aborted, token);
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
			if (attempt === MOST_TRIES$2) throw unreachable(answer);
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
	const errors = valueAt(body, ["errors"]);
	const first = Array.isArray(errors) ? errors[0] : void 0;
	const type = valueAt(first, ["type"]);
	if (type === "STALE_DATA") return { is: "stale" };
	if (type !== "UNPROCESSABLE" && type !== "NOT_FOUND") return void 0;
	return {
		is: "refused",
		message: redact(String(valueAt(first, ["message"])), token).slice(0, 300)
	};
}
const quiet = () => {};
const SILENT = {
	debug: quiet,
	info: quiet,
	warn: quiet,
	error: quiet
};
function failureOf(error, isTimeout, token) {
	const message = redact(error instanceof Error ? error.message : String(error), token).slice(0, 300);
	const response = valueAt(error, ["response"]);
	const [status, headers] = [valueAt(response, ["status"]), valueAt(response, ["headers"])];
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
	if (valueAt(body, [
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
	const errors = valueAt(body, ["errors"]);
	const first = (Array.isArray(errors) ? errors : []).find((error) => valueAt(error, ["type"]) !== "NOT_FOUND");
	const data = valueAt(body, ["data"]);
	if (first === void 0 && data !== void 0) return data;
	const [type, text] = [valueAt(first, ["type"]), valueAt(first, ["message"])];
	const message = redact(String(text ?? "the answer holds no data"), token).slice(0, 300);
	if (type === "FORBIDDEN" || type === "INSUFFICIENT_SCOPES") throw missingPermission({
		status: 403,
		message,
		headers: {}
	}, wanted);
	throw unreachable({ message });
}
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
const PAGE$3 = 100;
const MOST_PAGES$2 = 20;
const NOTHING$1 = {
	approvals: 0,
	codeOwnerReview: false,
	dismissStale: false,
	lastPushApproval: false,
	checks: []
};
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
	const at = (key) => valueAt(data, ["parameters", key]);
	const type = valueAt(data, ["type"]);
	if (type === "required_status_checks") return {
		...NOTHING$1,
		checks: checksIn(at("required_status_checks"), "integration_id")
	};
	if (type !== "pull_request") return NOTHING$1;
	return {
		approvals: wholeOf(at("required_approving_review_count")),
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
	const at = (...keys) => summary.is === "answer" ? valueAt(summary.data, ["protection", ...keys]) : void 0;
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
		const [context, source] = [textOf(valueAt(check, ["context"])), valueAt(check, [sourceKey])];
		if (context === void 0) return [];
		return [{
			context,
			...typeof source === "number" && source > 0 ? { source } : {}
		}];
	});
}
function wholeOf(value) {
	return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : 0;
}
// src/adapters/github/context.ts
const MOST_EVENT_BYTES = 26214400;
async function readGitHubContext(env, token) {
	const given = token || env.GITHUB_TOKEN || env.GH_TOKEN;
	const [, owner, repository] = /^([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(env.GITHUB_REPOSITORY ?? "") ?? [];
	if (owner === void 0 || repository === void 0 || /^\.+$/.test(repository)) throw noGitHub("which repository on GitHub this is about is not known", "set GITHUB_REPOSITORY to OWNER/NAME");
	if (!given) throw noGitHub("there is no token for GitHub", "set GITHUB_TOKEN; a workflow has it as `github.token`");
	const apiUrl = addressIn(env, "GITHUB_API_URL", "https://api.github.com");
	return {
		apiUrl,
		graphqlUrl: addressIn(env, "GITHUB_GRAPHQL_URL", `${apiUrl.replace(/\/v3$/, "")}/graphql`),
		serverUrl: addressIn(env, "GITHUB_SERVER_URL", "https://github.com"),
		owner,
		repository,
		token: given,
		run: countIn(env.GITHUB_RUN_ID) ?? 0,
		attempt: countIn(env.GITHUB_RUN_ATTEMPT) ?? 1,
		workflow: workflowFile(env.GITHUB_WORKFLOW_REF),
		sha: /^[0-9a-f]{40}$/.test(env.GITHUB_SHA ?? "") ? env.GITHUB_SHA : void 0,
		event: await readEvent(env)
	};
}
function commitOfRun({ event, sha }) {
	return event.workflowRun?.headSha ?? event.headSha ?? sha;
}
function runUrlOf({ serverUrl, owner, repository }, run) {
	return run === 0 ? void 0 : `${serverUrl}/${owner}/${repository}/actions/runs/${run}`;
}
async function readEvent({ GITHUB_EVENT_NAME: name = "", GITHUB_EVENT_PATH: path }) {
	if (!path) return {
		...NO_EVENT,
		name
	};
	try {
		const { size } = await stat(path);
		return size > MOST_EVENT_BYTES ? {
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
function addressIn(env, variable, fallback) {
	const text = env[variable] || fallback;
	if (!isTokenAddress(text)) throw noGitHub(`${variable} is no address that a token may be sent to`, `set it to an https address like ${fallback}`);
	return text.replace(/\/+$/, "");
}
function countIn(text) {
	return /^[1-9]\d{0,14}$/.test(text ?? "") ? Number(text) : void 0;
}
function noGitHub(message, next) {
	return new ModelyardError({
		code: "no-github",
		message,
		next
	});
}
// src/adapters/github/find-comments.ts
const PAGE$2 = 100;
const PLACES = {
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
async function findComments(api, { owner, repository }, target, marker, wanted) {
	const variables = {
		owner,
		name: repository,
		...target.is === "commit" ? { sha: target.sha } : { number: target.number }
	};
	const ask = async (selection, cursor) => valueAt(await api.graphql(documentOf$1(target.is, selection, cursor !== void 0), {
		...variables,
		...cursor === void 0 ? {} : { cursor }
	}, wanted), ["repository", "place"]);
	const ends = await ask(`oldest: comments(first: ${PAGE$2}) { totalCount pageInfo { hasNextPage endCursor } nodes { ...Fields } }
      newest: comments(last: ${PAGE$2}) { nodes { ...Fields } }`);
	const total = valueAt(ends, ["oldest", "totalCount"]);
	if (typeof total !== "number") return void 0;
	const found = ours([...nodesOf$1(ends, "oldest"), ...nodesOf$1(ends, "newest")], marker);
	let cursor = textOf(valueAt(ends, [
		"oldest",
		"pageInfo",
		"endCursor"
	]));
	for (let seen = 200; found.length === 0 && seen < total && cursor !== void 0; seen += PAGE$2) {
		const page = await ask(`between: comments(first: ${PAGE$2}, after: $cursor) { pageInfo { endCursor } nodes { ...Fields } }`, cursor);
		found.push(...ours(nodesOf$1(page, "between"), marker));
		cursor = textOf(valueAt(page, [
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
	const nodes = valueAt(place, [alias, "nodes"]);
	return Array.isArray(nodes) ? nodes : [];
}
function ours(nodes, marker) {
	const found = nodes.flatMap((node) => {
		const [body, url, nodeId] = [
			"body",
			"url",
			"id"
		].map((key) => valueAt(node, [key]));
		const id = countOf(Number(valueAt(node, ["fullDatabaseId"]) ?? valueAt(node, ["databaseId"])));
		if (valueAt(node, ["viewerDidAuthor"]) !== true || id === void 0) return [];
		if (typeof body !== "string" || typeof url !== "string" || typeof nodeId !== "string") return [];
		return body.startsWith(marker) ? [{
			id,
			nodeId,
			url,
			body,
			isMinimized: valueAt(node, ["isMinimized"]) === true
		}] : [];
	});
	return [...new Map(found.map((comment) => [comment.id, comment])).values()];
}
// src/adapters/github/pause.ts
function pauseBy({ sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms)) }) {
	return (round) => sleep(Math.min(3e3, 250 * 1.4 ** round) * (.5 + Math.random() / 2));
}
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
	const ofHead = (answer.is === "answer" && Array.isArray(answer.data) ? answer.data : []).filter((pull) => shaOf(valueAt(pull, ["head", "sha"])) === headSha && valueAt(pull, [
		"head",
		"repo",
		"id"
	]) === headRepositoryId);
	const found = ofHead.find((pull) => valueAt(pull, ["state"]) === "open") ?? ofHead[0];
	const [number, base] = [countOf(valueAt(found, ["number"])), textOf(valueAt(found, ["base", "ref"]))];
	return number === void 0 || base === void 0 ? void 0 : {
		number,
		base
	};
}
// src/adapters/github/take-comment.ts
const LEASE_MS = 12e4;
const WORK_MS = 25e3;
const HELD = 201;
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
	const reaction = countOf(valueAt(answer.data, ["id"]));
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
	const made = Date.parse(textOf(valueAt(answer.data, ["created_at"])) ?? "");
	if ((answer.date ?? now()) - made > LEASE_MS) await remove();
	return { is: "busy" };
}
// src/adapters/github/comments.ts
const SHOW_AGAIN = `mutation ShowAgain($id: ID!) {
  unminimizeComment(input: { subjectId: $id }) { unminimizedComment { isMinimized } }
}`;
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
	const [id, url] = [countOf(valueAt(answer.data, ["id"])), valueAt(answer.data, ["html_url"])];
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
const MOST_PAGES$1 = 100;
async function* eachPage(api, route, parameters, wanted, key, mostPages = MOST_PAGES$1) {
	for (let page = 1; page <= mostPages; page += 1) {
		const answer = await api.request(route, {
			...parameters,
			per_page: 100,
			page
		}, wanted);
		if (answer.is !== "answer") return yield void 0;
		const data = key === void 0 ? answer.data : valueAt(answer.data, [key]);
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
// src/adapters/github/deployments.ts
const WANTED$6 = "deployments: write";
const MOST_ROUNDS$2 = 3;
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
			for (let round = 1; round <= MOST_ROUNDS$2; round += 1) {
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
			throw unknown(`the deployment to ${request.environment}`);
		},
		async mark(deployment, mark) {
			for (let round = 1; round <= MOST_ROUNDS$2; round += 1) {
				if (await markDeployment(api, place, deployment, {
					...mark,
					url: mark.url ?? ownRun
				})) return;
				if ((await marks(deployment)).some(({ description }) => description === mark.description)) return;
			}
			throw unknown(`a status of deployment ${deployment}`);
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
			const runs = answer.is === "answer" ? valueAt(answer.data, ["workflow_runs"]) : void 0;
			return (Array.isArray(runs) ? runs : []).flatMap((run) => {
				const [id, url] = [countOf(valueAt(run, ["id"])), textOf(valueAt(run, ["html_url"]))];
				const isOurs = valueAt(run, ["actor", "type"]) === "Bot";
				const title = textOf(valueAt(run, ["display_title"]));
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
	return countOf(valueAt(first, ["id"]));
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
	return answer.is === "answer" ? countOf(valueAt(answer.data, ["id"])) : void 0;
}
async function marksOf(api, place, deployment) {
	return [...await allPages(api, "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
		...place,
		deployment_id: deployment
	}, WANTED$6) ?? []].reverse().map((data) => ({
		description: longTextOf(valueAt(data, ["description"])) ?? "",
		url: textOf(valueAt(data, ["log_url"]))
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
		const [id, url] = [countOf(valueAt(answer.data, ["workflow_run_id"])), textOf(valueAt(answer.data, ["html_url"]))];
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
function unknown(what) {
	return new ModelyardError({
		code: "remote-failed",
		message: `whether GitHub took ${what} is not known`,
		next: "run the step again in a while; it goes on where this one ended"
	});
}
// src/adapters/github/account.ts
const JOB_ACCOUNT = "github-actions[bot]";
function accountOf(data) {
	const login = textOf(valueAt(data, ["login"]));
	if (login === void 0 || login === "ghost") return void 0;
	return {
		login,
		isBot: valueAt(data, ["type"]) === "Bot"
	};
}
// src/adapters/github/time.ts
function timeOf(value) {
	const time = Date.parse(textOf(value) ?? "");
	return Number.isNaN(time) ? void 0 : `${new Date(time).toISOString().slice(0, 19)}Z`;
}
// src/adapters/github/issues.ts
const WANTED$5 = "issues: write";
const TO_READ = "issues: read";
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
	const login = textOf(valueAt(await api.graphql("query { viewer { login } }", {}, WANTED$5), ["viewer", "login"]));
	if (login !== void 0) return login;
	throw new ModelyardError({
		code: "remote-failed",
		message: "GitHub does not say whom the token speaks for",
		next: "run the step again in a while"
	});
}
function issueOf(data, login) {
	const at = (...keys) => valueAt(data, keys);
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
	const [id, url] = [countOf(valueAt(answer.data, ["number"])), textOf(valueAt(answer.data, ["html_url"]))];
	return id === void 0 || url === void 0 ? { is: "unsure" } : {
		is: "written",
		id,
		url
	};
}
// src/adapters/github/byte-stream.ts
const IDLE_MS = 3e4;
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
		throw idle.signal.aborted ? timedOut() : failed$1(error instanceof Error ? error.name : "no answer");
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
function timedOut() {
	return new ModelyardError({
		code: "timed-out",
		message: "an artifact stopped coming from where GitHub keeps it",
		next: "run the step again in a while"
	});
}
// src/adapters/github/lfs.ts
const MEDIA_TYPE = "application/vnd.git-lfs+json";
const TIMEOUT_MS = 3e4;
const UPLOAD_MS$1 = 21e5;
const MOST_TRIES$1 = 3;
const MOST_ADDRESS = 2e4;
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
		if (!(answer.status === 0 || answer.status >= 500) || attempt === MOST_TRIES$1) throw refusedBatch(answer, operation);
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
	return (textOf(valueAt(data, ["message"])) ?? `status ${status}`).slice(0, 300);
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
	const objects = valueAt(data, ["objects"]);
	const object = Array.isArray(objects) ? objects[0] : void 0;
	if (valueAt(object, ["oid"]) !== sha256) throw failed("its answer is about another object");
	const code = countOf(valueAt(object, ["error", "code"]));
	if (code === void 0) return object;
	const message = textOf(valueAt(object, ["error", "message"])) ?? "";
	if (code !== 404 && code !== 410) throw failed(`${code}: ${message.slice(0, 300)}`);
	throw new ModelyardError({
		code: "bad-artifact",
		message: `Git LFS of this repository does not hold ${sha256.slice(0, 12)}…, to which a pointer leads`,
		next: "send it from where it lies: git lfs push --all origin"
	});
}
function actionIn(object, name, { serverUrl }) {
	const href = longTextOf(valueAt(object, [
		"actions",
		name,
		"href"
	]));
	if (href === void 0 || href.length > MOST_ADDRESS) return void 0;
	const url = URL.canParse(href) ? new URL(href) : void 0;
	if (url?.protocol !== "https:" && url?.origin !== new URL(serverUrl).origin) throw failed("its answer leads to no https address");
	const header = valueAt(object, [
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
// src/adapters/github/permission.ts
async function hasPermission(api, place, login, permission) {
	const answer = await api.request("GET /repos/{owner}/{repo}/collaborators/{username}/permission", {
		...place,
		username: login
	}, "metadata");
	const has = answer.is === "answer" ? valueAt(answer.data, [
		"user",
		"permissions",
		permission
	]) : void 0;
	return typeof has !== "boolean" ? "unknown" : has ? "member" : "other";
}
// src/adapters/github/pull-facts.ts
const PAGE = 100;
const PULL_FACTS = `fragment PullFacts on PullRequest {
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
async function pullFacts(node, home, { api, place, wanted }) {
	const at = (...keys) => valueAt(node, keys);
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
	const authors = isLonger("commits") ? (await longer("commits")).map((data) => accountOf(valueAt(data, ["author"]))?.login) : nodesOf(at("commits")).map((data) => writerOf(valueAt(data, ["commit", "author"])));
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
	const nodes = valueAt(connection, ["nodes"]);
	return Array.isArray(nodes) ? nodes : [];
}
function actorOf(data) {
	const [login, type] = [textOf(valueAt(data, ["login"])), valueAt(data, ["__typename"])];
	if (login === void 0) return void 0;
	return accountOf(type === "Bot" ? {
		login: `${login}[bot]`,
		type
	} : {
		login,
		type
	});
}
const BOT_ADDRESS = /^\d+\+(?<login>[\w-]+\[bot\])@users\.noreply\.github\.com$/i;
function writerOf(author) {
	return accountOf(valueAt(author, ["user"]))?.login ?? BOT_ADDRESS.exec(textOf(valueAt(author, ["email"])) ?? "")?.groups?.login;
}
const STATES = {
	APPROVED: "approved",
	CHANGES_REQUESTED: "changes-requested",
	COMMENTED: "commented",
	DISMISSED: "dismissed"
};
function reviewOf(data) {
	const at = (...keys) => valueAt(data, keys);
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
	const at = (...keys) => valueAt(data, keys);
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
// src/adapters/github/merges.ts
const WANTED$4 = "pull-requests: write";
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
				const pull = mergedPull(await pullFacts(mergeOf(valueAt(data, [
					"repository",
					alias,
					"associatedPullRequests",
					"nodes"
				]), oid), valueAt(data, ["repository", "databaseId"]), {
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
			return answer.is === "answer" ? accountOf(valueAt(answer.data, ["user"]))?.login : void 0;
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
			if (answer?.is === "answer") return valueAt(answer.data, ["state"]) === "active" ? "member" : "other";
			const seen = await unlessForbidden(() => api.request("GET /orgs/{org}/teams/{team_slug}", {
				org,
				team_slug: slug
			}, "members"));
			return answer !== void 0 && seen?.is === "answer" ? "other" : "unknown";
		},
		async pusherOf(branch, commit) {
			return accountOf(valueAt((await movesOf(branch)).find((data) => valueAt(data, ["after"]) === commit), ["actor"]));
		},
		async messageOf(commit) {
			const answer = await api.request("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", {
				...place,
				commit_sha: commit
			}, "contents");
			return answer.is === "answer" ? longTextOf(valueAt(answer.data, ["message"])) : void 0;
		},
		async starterOf(run) {
			const answer = await api.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", {
				...place,
				run_id: run
			}, "actions");
			if (answer.is !== "answer") return void 0;
			const starter = valueAt(answer.data, ["triggering_actor"]) ?? valueAt(answer.data, ["actor"]);
			const [event, login] = [textOf(valueAt(answer.data, ["event"])), accountOf(starter)?.login];
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
	const merged = (Array.isArray(nodes) ? nodes : []).filter((node) => valueAt(node, ["state"]) === "MERGED");
	return merged.find((node) => valueAt(node, ["mergeCommit", "oid"]) === commit) ?? merged[0];
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
// src/adapters/github/append-file.ts
const WANTED$3 = "contents: write";
const MOST_LOST = 16;
const MOST_FAILED = 8;
const COMMIT$1 = `mutation Append($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
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
	return answer.is === "answer" ? shaOf(valueAt(answer.data, ["sha"])) : void 0;
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
		commit: shaOf(done.is === "answer" ? valueAt(done.data, [
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
// src/adapters/github/branch-standing.ts
async function standingAt(api, place, branch) {
	const answer = await api.request("GET /repos/{owner}/{repo}/commits/{ref}", {
		...place,
		ref: `heads/${branch}`
	}, "contents: write");
	if (answer.is !== "answer") return void 0;
	const at = (...keys) => valueAt(answer.data, keys);
	const commit = shaOf(at("sha"));
	if (commit === void 0) return void 0;
	return {
		commit,
		parents: listAt(at("parents")).flatMap((parent) => shaOf(valueAt(parent, ["sha"])) ?? []),
		tree: shaOf(at("commit", "tree", "sha")) ?? "",
		message: longTextOf(at("commit", "message")) ?? "",
		added: listAt(at("files")).flatMap((file) => valueAt(file, ["status"]) === "added" ? longTextOf(valueAt(file, ["filename"])) ?? [] : [])
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
			const content = answer.is === "answer" ? longTextOf(valueAt(answer.data, ["content"])) : void 0;
			return content === void 0 ? void 0 : new Uint8Array(Buffer.from(content, "base64"));
		}
	};
}
function listAt(value) {
	return Array.isArray(value) ? value : [];
}
// src/adapters/github/monitor-history.ts
const NEWEST = 10;
const README$1 = `# Monitoring history

What each run of monitoring found: \`monitoring/MODEL/YEAR/MONTH/TIME-RUN.ATTEMPT-DIGEST.json\`. One small file a run,
added by one commit and never changed. This branch shares no history with any other.
`;
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
					holds: await holds(api, place, standing.commit, run.path)
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
			return (answer.is === "answer" && Array.isArray(answer.data) ? answer.data : []).flatMap((commit) => timeOf(valueAt(commit, [
				"commit",
				"committer",
				"date"
			])) ?? []);
		}
	};
}
async function holds(api, place, commit, path) {
	return (await api.request("GET /repos/{owner}/{repo}/contents/{+path}", {
		...place,
		path,
		ref: commit
	}, "contents: write")).is === "answer";
}
// src/adapters/github/open-pulls.ts
const WANTED$2 = "pull-requests: write";
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
	const [number, url] = [countOf(valueAt(data, ["number"])), textOf(valueAt(data, ["html_url"]))];
	const branch = textOf(valueAt(data, ["head", "ref"]));
	if (number === void 0 || url === void 0 || branch === void 0) return void 0;
	const state = typeof valueAt(data, ["merged_at"]) === "string" ? "merged" : valueAt(data, ["state"]) === "open" ? "open" : "closed";
	return {
		number,
		url,
		branch,
		isOurs: textOf(valueAt(data, [
			"head",
			"repo",
			"full_name"
		]))?.toLowerCase() === own && valueAt(data, ["user", "type"]) === "Bot",
		isDraft: valueAt(data, ["draft"]) === true,
		state
	};
}
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
// src/adapters/github/unzip.ts
var UnzipError = class extends Error {};
const END = 101010256;
const CENTRAL = 33639248;
const LOCAL = 67324752;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const NAME = /^[A-Za-z0-9_][\w.-]{0,199}$/;
const PATH = /^(?=.)(?:[A-Za-z0-9_][\w.-]{0,199}\/){0,4}(?:[A-Za-z0-9_][\w.-]{0,199})?$/;
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
// src/adapters/github/taken-archive.ts
const DOWNLOAD_MS = 3e4;
async function takenArchive(api, fetch, place, artifact, limits) {
	const { mostBytes } = limits;
	const [id, size] = [countOf(valueAt(artifact, ["id"])), countOf(valueAt(artifact, ["size_in_bytes"]))];
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
// src/adapters/github/provenance.ts
const RUN$1 = "GET /repos/{owner}/{repo}/actions/runs/{run_id}";
const PREFIX = "modelyard-evidence-";
const LONGEST_RUN_MS = 3456e5;
const MOST_PAGES_OF_RUNS = 10;
const MOST_LISTED = 1e3;
const MOST_ARTIFACTS = 20;
const LIMITS = {
	mostBytes: 33554432,
	mostFiles: 300,
	folders: true
};
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
			return answer.is === "answer" ? recordOf(answer.data, run) : void 0;
		},
		ended: (workflow, since) => endedRuns(api, place, workflow, since),
		async evidenceOf(run, model) {
			const named = (await listed(run)).flatMap((artifact) => {
				const name = nameOf(artifact);
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
				const found = valueAt(artifact, ["expired"]) ? { refused: "it has expired" } : await takenArchive(api, fetch, place, artifact, LIMITS);
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
	const timeOf = (run, key) => Date.parse(textOf(valueAt(run, [key])) ?? "");
	const ended = [];
	for await (const runs of eachPage(api, route, asked, "actions", "workflow_runs", MOST_PAGES_OF_RUNS)) {
		const late = (runs ?? []).filter((run) => timeOf(run, "updated_at") >= since);
		ended.push(...late.flatMap((run) => countOf(valueAt(run, ["id"])) ?? []));
		if (timeOf(runs?.at(-1), "created_at") < since - LONGEST_RUN_MS) break;
	}
	return [...new Set(ended)];
}
function nameOf(artifact) {
	const name = textOf(valueAt(artifact, ["name"])) ?? "";
	return name.startsWith(PREFIX) && /^[\w.-]{1,200}$/.test(name) ? name : void 0;
}
function isOf(model, artifact) {
	return artifact === `${PREFIX}${model}` || artifact.startsWith(`${PREFIX}${model}.`);
}
async function defaultBranchOf(api, place) {
	const answer = await api.request("GET /repos/{owner}/{repo}", place, "contents");
	const branch = answer.is === "answer" ? textOf(valueAt(answer.data, ["default_branch"])) : void 0;
	if (branch !== void 0) return branch;
	throw new ModelyardError({
		code: "no-github",
		message: `GitHub does not show ${place.owner}/${place.repo} to this token`,
		next: "give one that may read it; that of a workflow may"
	});
}
function repositoryOf(data) {
	const [owner, repositoryId] = [textOf(valueAt(data, ["owner", "login"])), countOf(valueAt(data, ["id"]))];
	return owner === void 0 || repositoryId === void 0 ? void 0 : {
		owner,
		repositoryId
	};
}
function recordOf(data, id) {
	const at = (...keys) => valueAt(data, keys);
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
// src/adapters/github/branch-commit.ts
const NOWHERE = "0".repeat(40);
const MOST_ROUNDS$1 = 6;
const MOST_BYTES = 29360128;
const COMMIT = `mutation Commit($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
const MOVE = "mutation Move($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }";
async function placeCommit(api, place, proposal, branch = proposal.branch) {
	const scratch = `${proposal.branch}.next`;
	let known;
	let wasMade = false;
	let refused = "";
	for (let round = 1; round <= MOST_ROUNDS$1; round += 1) {
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
const NOTHING = {
	parents: [],
	tree: "",
	message: "",
	added: []
};
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
	const status = answer.is === "answer" ? valueAt(answer.data, ["status"]) : void 0;
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
	return textOf(valueAt(data, [
		"createCommitOnBranch",
		"commit",
		"oid"
	]));
}
async function move(api, place, moves) {
	const answer = await api.request("GET /repos/{owner}/{repo}", place, "contents: write");
	const repositoryId = answer.is === "answer" ? valueAt(answer.data, ["node_id"]) : void 0;
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
			return textOf(valueAt(await api.graphql("query { viewer { login } }", {}, WANTED$1), ["viewer", "login"])) === JOB_ACCOUNT;
		}
	};
}
const markOf = (run) => `<!-- modelyard run ${run} -->`;
function runOf(pull) {
	const id = /^<!-- modelyard run ([1-9]\d{0,14}) -->/.exec(longTextOf(valueAt(pull, ["body"])) ?? "")?.[1];
	const number = valueAt(pull, ["number"]);
	return id === void 0 || typeof number !== "number" ? [] : [{
		id: Number(id),
		pull: number
	}];
}
function isByBot(pull) {
	return valueAt(pull, ["user", "type"]) === "Bot";
}
const WANTED$1 = "pull-requests: write";
const MOST_ROUNDS = 3;
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
	const [title, body] = ["title", "body"].map((key) => longTextOf(valueAt(first, [key])) ?? "");
	return {
		pull,
		id: textOf(valueAt(first, ["node_id"])) ?? "",
		isDraft: valueAt(first, ["draft"]) === true,
		title: title ?? "",
		body: body ?? ""
	};
}
async function settlePull(api, place, proposal, seen) {
	let refusal;
	let wasAsked = false;
	for (let round = 1; round <= MOST_ROUNDS; round += 1) {
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
const MAY_TURN = "pull-requests: write and contents: write";
const TO_DRAFT = `mutation ToDraft($id: ID!) {
  convertPullRequestToDraft(input: { pullRequestId: $id }) { pullRequest { isDraft } }
}`;
const TO_READY = `mutation ToReady($id: ID!) {
  markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { isDraft } }
}`;
function pullOf(data, change) {
	const [number, url] = [countOf(valueAt(data, ["number"])), textOf(valueAt(data, ["html_url"]))];
	return number === void 0 || url === void 0 ? void 0 : {
		number,
		url,
		change
	};
}
// src/adapters/github/release-files.ts
const RELEASES = "/repos/{owner}/{repo}/releases";
const UPLOAD_MS = 21e5;
const MOST_TRIES = 3;
const MOST_PAGES = 10;
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
		const found = page?.find((one) => valueAt(one, ["draft"]) === true && textOf(valueAt(one, ["tag_name"])) === tag);
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
		if (attempt > MOST_TRIES) throw notTaken(`${name} could not be uploaded to the release ${tag}`);
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
	const [id, uploadUrl] = [countOf(valueAt(data, ["id"])), textOf(valueAt(data, ["upload_url"]))];
	if (id === void 0 || uploadUrl === void 0) return void 0;
	const assets = valueAt(data, ["assets"]);
	return {
		id,
		uploadUrl,
		isDraft: valueAt(data, ["draft"]) === true,
		assets: (Array.isArray(assets) ? assets : []).flatMap(assetOf)
	};
}
function assetOf(data) {
	const [id, name] = [countOf(valueAt(data, ["id"])), textOf(valueAt(data, ["name"]))];
	if (id === void 0 || name === void 0) return [];
	return [{
		id,
		name,
		isWhole: valueAt(data, ["state"]) === "uploaded",
		bytes: countOf(valueAt(data, ["size"])),
		sha256: /^sha256:([0-9a-f]{64})$/.exec(textOf(valueAt(data, ["digest"])) ?? "")?.[1]
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
// src/adapters/github/runs.ts
const MOST_PATHS = 3e3;
const MOST_RUN_PAGES = 10;
const MOST_JOBS = 2e3;
const RUN = "/repos/{owner}/{repo}/actions/runs/{run_id}";
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
			return files.flatMap((file) => ["filename", "previous_filename"].flatMap((key) => textOf(valueAt(file, [key])) ?? []));
		},
		async readFile(branch, path) {
			const answer = await api.request("GET /repos/{owner}/{repo}/contents/{path}", {
				...place,
				path,
				ref: `refs/heads/${branch}`
			}, "contents");
			const content = answer.is === "answer" ? valueAt(answer.data, ["content"]) : void 0;
			return typeof content === "string" ? Buffer.from(content, "base64") : void 0;
		},
		async leftFiles({ id }, limits) {
			const listed = await pages(api, `GET ${RUN}/artifacts`, {
				...place,
				run_id: id
			}, "actions", 100, "artifacts");
			const left = [];
			for (const artifact of listed) {
				const name = textOf(valueAt(artifact, ["name"])) ?? "";
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
	const [event, headSha] = [textOf(valueAt(data, ["event"])), shaOf(valueAt(data, ["head_sha"]))];
	if (event === void 0 || headSha !== workflowRun.headSha) return void 0;
	const called = valueAt(data, ["referenced_workflows"]);
	const own = `${owner}/${repository}/`.toLowerCase();
	const calls = (Array.isArray(called) ? called : []).flatMap((one) => {
		const path = textOf(valueAt(one, ["path"])) ?? "";
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
	const [id, attempt] = [countOf(valueAt(run, ["id"])), countOf(valueAt(run, ["run_attempt"]))];
	const [event, at] = [textOf(valueAt(run, ["event"])), Date.parse(textOf(valueAt(run, ["created_at"])) ?? "")];
	if (id === void 0 || attempt === void 0 || event === void 0 || Number.isNaN(at)) return [];
	return [{
		id,
		attempt,
		event,
		at,
		isFinished: valueAt(run, ["status"]) === "completed"
	}];
}
function jobOf(job) {
	return {
		name: textOf(valueAt(job, ["name"])) ?? "",
		conclusion: textOf(valueAt(job, ["conclusion"]))
	};
}
// src/adapters/github/seals.ts
const WANTED = "contents: write";
const README = `# Seals

Who approved and merged each promotion: \`MODEL/N.json\` for its record \`promotions/N.json\`. Written at the merge, one
commit each, and never changed. This branch shares no history with any other.
`;
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
	const isWhole = valueAt(whole, ["truncated"]) !== true;
	const entries = valueAt(isWhole ? whole : await treeOf(api, place, tree, false), ["tree"]);
	const paths = [];
	for (const entry of Array.isArray(entries) ? entries : []) {
		const [path, sha] = [textOf(valueAt(entry, ["path"])), shaOf(valueAt(entry, ["sha"]))];
		if (path === void 0 || sha === void 0) continue;
		if (!(valueAt(entry, ["type"]) === "tree")) paths.push(`${prefix}${path}`);
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
	const newest = (answer.is === "answer" && Array.isArray(answer.data) ? answer.data : []).find((status) => valueAt(status, ["context"]) === context);
	return valueAt(newest, ["state"]) === state && valueAt(newest, ["description"]) === description;
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
export { openGitHubBranchRules, openGitHubComments, openGitHubDeployments, openGitHubIssues, openGitHubLfs, openGitHubMerges, openGitHubMonitorHistory, openGitHubOpenPulls, openGitHubProvenance, openGitHubPullRequests, openGitHubReleases, openGitHubRuns, openGitHubSeals, openGitHubStatuses, readGitHubContext };
