import { n as __require, r as __toESM, t as __commonJSMin } from "./rolldown-runtime.mjs";
import { n as swapRef, r as require_isomorphic_git, t as atomicFs } from "./loose-files.mjs";
import { n as ModelyardError } from "./error.mjs";
import { a as parseTree, c as personFromEnvironment, g as locateRepository, i as writeFolders, n as listBelow, o as shallowBoundaries, r as placeChanges, s as noIdentityError, t as changedFiles, u as parseCommit } from "./folder-tree.mjs";
import { a as shallowError, i as remoteError, r as movedError } from "./git-errors.mjs";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { PassThrough } from "stream";

// node_modules/simple-concat/index.js
var require_simple_concat = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/*! simple-concat. MIT License. Feross Aboukhadijeh <https://feross.org/opensource> */
	module.exports = function(stream, cb) {
		var chunks = [];
		stream.on("data", function(chunk) {
			chunks.push(chunk);
		});
		stream.once("end", function() {
			if (cb) cb(null, Buffer.concat(chunks));
			cb = null;
		});
		stream.once("error", function(err) {
			if (cb) cb(err);
			cb = null;
		});
	};
}));

// node_modules/mimic-response/index.js
var require_mimic_response = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const knownProperties = [
		"aborted",
		"complete",
		"headers",
		"httpVersion",
		"httpVersionMinor",
		"httpVersionMajor",
		"method",
		"rawHeaders",
		"rawTrailers",
		"setTimeout",
		"socket",
		"statusCode",
		"statusMessage",
		"trailers",
		"url"
	];
	module.exports = (fromStream, toStream) => {
		if (toStream._readableState.autoDestroy) throw new Error("The second stream must have the `autoDestroy` option set to `false`");
		const fromProperties = new Set(Object.keys(fromStream).concat(knownProperties));
		const properties = {};
		for (const property of fromProperties) {
			if (property in toStream) continue;
			properties[property] = {
				get() {
					const value = fromStream[property];
					return typeof value === "function" ? value.bind(fromStream) : value;
				},
				set(value) {
					fromStream[property] = value;
				},
				enumerable: true,
				configurable: false
			};
		}
		Object.defineProperties(toStream, properties);
		fromStream.once("aborted", () => {
			toStream.destroy();
			toStream.emit("aborted");
		});
		fromStream.once("close", () => {
			if (fromStream.complete) {
				if (toStream.readable) toStream.once("end", () => {
					toStream.emit("close");
				});
				else toStream.emit("close");
			} else toStream.emit("close");
		});
		return toStream;
	};
}));

// node_modules/decompress-response/index.js
var require_decompress_response = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { Transform, PassThrough } = __require("stream");
	const zlib = __require("zlib");
	const mimicResponse = require_mimic_response();
	module.exports = (response) => {
		const contentEncoding = (response.headers["content-encoding"] || "").toLowerCase();
		if (![
			"gzip",
			"deflate",
			"br"
		].includes(contentEncoding)) return response;
		const isBrotli = contentEncoding === "br";
		if (isBrotli && typeof zlib.createBrotliDecompress !== "function") {
			response.destroy(/* @__PURE__ */ new Error("Brotli is not supported on Node.js < 12"));
			return response;
		}
		let isEmpty = true;
		const checker = new Transform({
			transform(data, _encoding, callback) {
				isEmpty = false;
				callback(null, data);
			},
			flush(callback) {
				callback();
			}
		});
		const finalStream = new PassThrough({
			autoDestroy: false,
			destroy(error, callback) {
				response.destroy();
				callback(error);
			}
		});
		const decompressStream = isBrotli ? zlib.createBrotliDecompress() : zlib.createUnzip();
		decompressStream.once("error", (error) => {
			if (isEmpty && !response.readable) {
				finalStream.end();
				return;
			}
			finalStream.destroy(error);
		});
		mimicResponse(response, finalStream);
		response.pipe(checker).pipe(decompressStream).pipe(finalStream);
		return finalStream;
	};
}));

// node_modules/wrappy/wrappy.js
var require_wrappy = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = wrappy;
	function wrappy(fn, cb) {
		if (fn && cb) return wrappy(fn)(cb);
		if (typeof fn !== "function") throw new TypeError("need wrapper function");
		Object.keys(fn).forEach(function(k) {
			wrapper[k] = fn[k];
		});
		return wrapper;
		function wrapper() {
			var args = new Array(arguments.length);
			for (var i = 0; i < args.length; i++) args[i] = arguments[i];
			var ret = fn.apply(this, args);
			var cb = args[args.length - 1];
			if (typeof ret === "function" && ret !== cb) Object.keys(cb).forEach(function(k) {
				ret[k] = cb[k];
			});
			return ret;
		}
	}
}));

// node_modules/once/once.js
var require_once = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var wrappy = require_wrappy();
	module.exports = wrappy(once);
	module.exports.strict = wrappy(onceStrict);
	once.proto = once(function() {
		Object.defineProperty(Function.prototype, "once", {
			value: function() {
				return once(this);
			},
			configurable: true
		});
		Object.defineProperty(Function.prototype, "onceStrict", {
			value: function() {
				return onceStrict(this);
			},
			configurable: true
		});
	});
	function once(fn) {
		var f = function() {
			if (f.called) return f.value;
			f.called = true;
			return f.value = fn.apply(this, arguments);
		};
		f.called = false;
		return f;
	}
	function onceStrict(fn) {
		var f = function() {
			if (f.called) throw new Error(f.onceError);
			f.called = true;
			return f.value = fn.apply(this, arguments);
		};
		f.onceError = (fn.name || "Function wrapped with `once`") + " shouldn't be called more than once";
		f.called = false;
		return f;
	}
}));

// node_modules/simple-get/index.js
var require_simple_get = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/*! simple-get. MIT License. Feross Aboukhadijeh <https://feross.org/opensource> */
	module.exports = simpleGet;
	const concat = require_simple_concat();
	const decompressResponse = require_decompress_response();
	const http = __require("http");
	const https = __require("https");
	const once = require_once();
	const querystring = __require("querystring");
	const url = __require("url");
	const isStream = (o) => o !== null && typeof o === "object" && typeof o.pipe === "function";
	function simpleGet(opts, cb) {
		opts = Object.assign({ maxRedirects: 10 }, typeof opts === "string" ? { url: opts } : opts);
		cb = once(cb);
		if (opts.url) {
			const { hostname, port, protocol, auth, path } = url.parse(opts.url);
			delete opts.url;
			if (!hostname && !port && !protocol && !auth) opts.path = path;
			else Object.assign(opts, {
				hostname,
				port,
				protocol,
				auth,
				path
			});
		}
		const headers = { "accept-encoding": "gzip, deflate" };
		if (opts.headers) Object.keys(opts.headers).forEach((k) => headers[k.toLowerCase()] = opts.headers[k]);
		opts.headers = headers;
		let body;
		if (opts.body) body = opts.json && !isStream(opts.body) ? JSON.stringify(opts.body) : opts.body;
		else if (opts.form) {
			body = typeof opts.form === "string" ? opts.form : querystring.stringify(opts.form);
			opts.headers["content-type"] = "application/x-www-form-urlencoded";
		}
		if (body) {
			if (!opts.method) opts.method = "POST";
			if (!isStream(body)) opts.headers["content-length"] = Buffer.byteLength(body);
			if (opts.json && !opts.form) opts.headers["content-type"] = "application/json";
		}
		delete opts.body;
		delete opts.form;
		if (opts.json) opts.headers.accept = "application/json";
		if (opts.method) opts.method = opts.method.toUpperCase();
		const originalHost = opts.hostname;
		const req = (opts.protocol === "https:" ? https : http).request(opts, (res) => {
			if (opts.followRedirects !== false && res.statusCode >= 300 && res.statusCode < 400 && res.headers.location) {
				opts.url = res.headers.location;
				delete opts.headers.host;
				res.resume();
				const redirectHost = url.parse(opts.url).hostname;
				if (redirectHost !== null && redirectHost !== originalHost) {
					delete opts.headers.cookie;
					delete opts.headers.authorization;
				}
				if (opts.method === "POST" && [301, 302].includes(res.statusCode)) {
					opts.method = "GET";
					delete opts.headers["content-length"];
					delete opts.headers["content-type"];
				}
				if (opts.maxRedirects-- === 0) return cb(/* @__PURE__ */ new Error("too many redirects"));
				else return simpleGet(opts, cb);
			}
			const tryUnzip = typeof decompressResponse === "function" && opts.method !== "HEAD";
			cb(null, tryUnzip ? decompressResponse(res) : res);
		});
		req.on("timeout", () => {
			req.abort();
			cb(/* @__PURE__ */ new Error("Request timed out"));
		});
		req.on("error", cb);
		if (isStream(body)) body.on("error", cb).pipe(req);
		else req.end(body);
		return req;
	}
	simpleGet.concat = (opts, cb) => {
		return simpleGet(opts, (err, res) => {
			if (err) return cb(err);
			concat(res, (err, data) => {
				if (err) return cb(err);
				if (opts.json) try {
					data = JSON.parse(data.toString());
				} catch (err) {
					return cb(err, res, data);
				}
				cb(null, res, data);
			});
		});
	};
	[
		"get",
		"post",
		"put",
		"patch",
		"head",
		"delete"
	].forEach((method) => {
		simpleGet[method] = (opts, cb) => {
			if (typeof opts === "string") opts = { url: opts };
			return simpleGet(Object.assign({ method: method.toUpperCase() }, opts), cb);
		};
	});
}));

// node_modules/isomorphic-git/http/node/index.js
var import_isomorphic_git = /* @__PURE__ */ __toESM(require_isomorphic_git(), 1);
var import_simple_get = /* @__PURE__ */ __toESM(require_simple_get(), 1);
/**
* @typedef {Object} GitProgressEvent
* @property {string} phase
* @property {number} loaded
* @property {number} total
*/
/**
* @callback ProgressCallback
* @param {GitProgressEvent} progress
* @returns {void | Promise<void>}
*/
/**
* @typedef {Object} GitHttpRequest
* @property {string} url - The URL to request
* @property {string} [method='GET'] - The HTTP method to use
* @property {Object<string, string>} [headers={}] - Headers to include in the HTTP request
* @property {Object} [agent] - An HTTP or HTTPS agent that manages connections for the HTTP client (Node.js only)
* @property {AsyncIterableIterator<Uint8Array>} [body] - An async iterator of Uint8Arrays that make up the body of POST requests
* @property {ProgressCallback} [onProgress] - Reserved for future use (emitting `GitProgressEvent`s)
* @property {AbortSignal} [signal] - Signal to abort the HTTP request
* @property {Object} [fetchOptions={}] - Additional options to pass to fetch (Web) or simple-get (Node)
*/
/**
* @typedef {Object} GitHttpResponse
* @property {string} url - The final URL that was fetched after any redirects
* @property {string} [method] - The HTTP method that was used
* @property {Object<string, string>} [headers] - HTTP response headers
* @property {AsyncIterableIterator<Uint8Array>} [body] - An async iterator of Uint8Arrays that make up the body of the response
* @property {number} statusCode - The HTTP status code
* @property {string} statusMessage - The HTTP status message
*/
/**
* @callback HttpFetch
* @param {GitHttpRequest} request
* @returns {Promise<GitHttpResponse>}
*/
/**
* @typedef {Object} HttpClient
* @property {HttpFetch} request
*/
function fromValue(value) {
	let queue = [value];
	return {
		next() {
			return Promise.resolve({
				done: queue.length === 0,
				value: queue.pop()
			});
		},
		return() {
			queue = [];
			return {};
		},
		[Symbol.asyncIterator]() {
			return this;
		}
	};
}
function getIterator(iterable) {
	if (iterable[Symbol.asyncIterator]) return iterable[Symbol.asyncIterator]();
	if (iterable[Symbol.iterator]) return iterable[Symbol.iterator]();
	if (iterable.next) return iterable;
	return fromValue(iterable);
}
async function forAwait(iterable, cb) {
	const iter = getIterator(iterable);
	while (true) {
		const { value, done } = await iter.next();
		if (value) await cb(value);
		if (done) break;
	}
	if (iter.return) iter.return();
}
function asyncIteratorToStream(iter) {
	const stream = new PassThrough();
	setTimeout(async () => {
		await forAwait(iter, (chunk) => stream.write(chunk));
		stream.end();
	}, 1);
	return stream;
}
async function collect(iterable) {
	let size = 0;
	const buffers = [];
	await forAwait(iterable, (value) => {
		buffers.push(value);
		size += value.byteLength;
	});
	const result = new Uint8Array(size);
	let nextIndex = 0;
	for (const buffer of buffers) {
		result.set(buffer, nextIndex);
		nextIndex += buffer.byteLength;
	}
	return result;
}
function fromNodeStream(stream) {
	const asyncIterator = Object.getOwnPropertyDescriptor(stream, Symbol.asyncIterator);
	if (asyncIterator && asyncIterator.enumerable) return stream;
	let ended = false;
	const queue = [];
	let defer = {};
	stream.on("data", (chunk) => {
		queue.push(chunk);
		if (defer.resolve) {
			defer.resolve({
				value: queue.shift(),
				done: false
			});
			defer = {};
		}
	});
	stream.on("error", (err) => {
		if (defer.reject) {
			defer.reject(err);
			defer = {};
		}
	});
	stream.on("end", () => {
		ended = true;
		if (defer.resolve) {
			defer.resolve({ done: true });
			defer = {};
		}
	});
	return {
		next() {
			return new Promise((resolve, reject) => {
				if (queue.length === 0 && ended) return resolve({ done: true });
				else if (queue.length > 0) return resolve({
					value: queue.shift(),
					done: false
				});
				else if (queue.length === 0 && !ended) defer = {
					resolve,
					reject
				};
			});
		},
		return() {
			stream.removeAllListeners();
			if (stream.destroy) stream.destroy();
		},
		[Symbol.asyncIterator]() {
			return this;
		}
	};
}
/**
* HttpClient
*
* @param {GitHttpRequest} request
* @returns {Promise<GitHttpResponse>}
*/
async function request({ onProgress, url, method = "GET", headers = {}, agent, fetchOptions = {}, body, signal }) {
	if (body && Array.isArray(body)) body = Buffer.from(await collect(body));
	else if (body) body = asyncIteratorToStream(body);
	const { followRedirects = true, maxRedirects = 10, ...options } = fetchOptions;
	/** @type {RedirectableRequest} */
	let next = {
		url,
		method: method.toUpperCase(),
		headers,
		body
	};
	for (let redirects = 0;; redirects++) {
		const res = await send({
			...options,
			...next,
			agent,
			signal: signal ?? options.signal
		});
		const location = res.headers.location;
		if (!followRedirects || res.statusCode < 300 || res.statusCode >= 400 || !location) return toResponse(res);
		res.on("error", () => {});
		res.resume();
		if (redirects >= maxRedirects) throw new Error("too many redirects");
		next = redirectRequest(next, res.statusCode, location);
		delete options.form;
	}
}
/**
* @typedef {Object} RedirectableRequest
* @property {string} url
* @property {string} method
* @property {Object<string, string>} headers
* @property {any} body
*/
/**
* Follows a redirect the way simple-get did, except that credentials are scoped
* to an origin (scheme, host and port) rather than to a hostname, like curl,
* which canonical git uses. simple-get kept the Authorization header when a
* redirect changed only the port or the scheme.
*
* @param {RedirectableRequest} previous
* @param {number} statusCode
* @param {string} location
* @returns {RedirectableRequest}
*/
function redirectRequest(previous, statusCode, location) {
	const url = new URL(location, previous.url);
	const sameOrigin = url.origin === new URL(previous.url).origin;
	let { method, body } = previous;
	const dropped = ["host"];
	if (!sameOrigin) dropped.push("authorization", "cookie");
	if (statusCode === 303 && method !== "GET" && method !== "HEAD" || method === "POST" && (statusCode === 301 || statusCode === 302)) {
		method = "GET";
		body = void 0;
		dropped.push("content-length", "content-type");
	} else if (body && !Buffer.isBuffer(body)) throw new Error(`cannot follow a ${statusCode} redirect: the request body is a stream and cannot be replayed`);
	/** @type {Object<string, string>} */
	const headers = {};
	for (const [name, value] of Object.entries(previous.headers)) if (!dropped.includes(name.toLowerCase())) headers[name] = value;
	return {
		url: url.href,
		method,
		headers,
		body
	};
}
/**
* @param {object} options
* @returns {Promise<any>}
*/
function send(options) {
	return new Promise((resolve, reject) => {
		(0, import_simple_get.default)({
			...options,
			followRedirects: false
		}, (err, res) => err ? reject(err) : resolve(res));
	});
}
/**
* @param {any} res
* @returns {GitHttpResponse}
*/
function toResponse(res) {
	return {
		url: res.url,
		method: res.method,
		statusCode: res.statusCode,
		statusMessage: res.statusMessage,
		body: fromNodeStream(res),
		headers: res.headers
	};
}
var index = { request };

// src/adapters/git/disk-remote.ts
/** The repository on disk that an address names; undefined where it is an address of the network. */
function diskRepository(location, url) {
	if (/^(?:https?|ssh|git):/.test(url)) return void 0;
	const path = resolve(location.root, url.replace(/^file:\/\//, ""));
	if (!existsSync(path)) throw remoteError("reach", url, "there is no such folder", void 0);
	return locateRepository(path);
}
/**
* Copies what a commit reaches and the other repository lacks, so that a ref there can name it. An object is written
* after all that it needs: a crash leaves objects that nothing names, and what is there is always complete.
*/
async function copyObjects(from, to, commit) {
	const source = {
		fs: atomicFs,
		gitdir: from,
		cache: {}
	};
	const target = {
		fs: atomicFs,
		gitdir: to,
		cache: {}
	};
	const has = (oid) => import_isomorphic_git.readObject({
		...target,
		oid,
		format: "deflated"
	}).then(() => true, () => false);
	const waiting = [{
		oid: commit,
		isReady: false
	}];
	while (waiting.length > 0) {
		const { oid, isReady } = waiting.pop();
		if (await has(oid)) continue;
		const { object, type } = await import_isomorphic_git.readObject({
			...source,
			oid,
			format: "content"
		});
		const body = Buffer.from(object);
		if (isReady) await import_isomorphic_git.writeObject({
			...target,
			type,
			object: body,
			format: "content"
		});
		else waiting.push({
			oid,
			isReady: true
		}, ...neededBy(type, body).map((needed) => ({
			oid: needed,
			isReady: false
		})));
	}
}
function neededBy(type, body) {
	if (type === "tree") return parseTree(body, 20).filter(({ mode }) => mode !== "160000").map(({ id }) => id);
	if (type !== "commit") return [];
	const { tree, parents } = parseCommit("", body.toString("utf8"));
	return [tree, ...parents];
}

// src/adapters/git/isomorphic.ts
/** The repository in JavaScript alone, for where there is no git program. SHA-1 repositories with plain ref files. */
function openIsomorphic(location) {
	const { commonDir: gitdir } = location;
	const at = {
		fs: atomicFs,
		gitdir,
		cache: {}
	};
	async function readObject(oid) {
		try {
			const { type, object } = await import_isomorphic_git.readObject({
				...at,
				oid,
				format: "content"
			});
			return {
				type,
				body: Buffer.from(object)
			};
		} catch (error) {
			if (errorCode(error) === "NotFoundError") return void 0;
			throw error;
		}
	}
	const lost = (oid) => new ModelyardError({
		code: "bug",
		message: `the repository lacks the object ${oid}`,
		next: "check the repository, or fetch it anew"
	});
	const commits = /* @__PURE__ */ new Map();
	async function commitFacts(oid) {
		const known = commits.get(oid);
		if (known !== void 0) return known;
		const object = await readObject(oid);
		if (object?.type !== "commit") throw lost(oid);
		const parsed = parseCommit(oid, object.body.toString("utf8"));
		const facts = shallowBoundaries(location).includes(oid) ? {
			...parsed,
			parents: []
		} : parsed;
		commits.set(oid, facts);
		return facts;
	}
	async function readTree(oid) {
		const object = await readObject(oid);
		if (object?.type !== "tree") throw lost(oid);
		return parseTree(object.body, 20);
	}
	const trees = { readTree };
	/** The entry at a path of a commit; the root is a folder. */
	async function entryAt(commit, path) {
		let entry = {
			mode: "040000",
			id: (await commitFacts(commit)).tree
		};
		for (const part of path === "" ? [] : path.split("/")) {
			if (entry.mode !== "040000") return void 0;
			const found = (await readTree(entry.id)).find(({ name }) => name === part);
			if (found === void 0) return void 0;
			entry = found;
		}
		return entry;
	}
	async function* firstParents(commit) {
		for (let id = commit; id !== void 0;) {
			const facts = await commitFacts(id);
			yield facts;
			id = facts.parents[0];
		}
	}
	async function resolveCommit(revision) {
		const oid = await resolveName(at, revision === "@" ? "HEAD" : revision);
		if (oid === void 0) return void 0;
		const object = await readObject(oid);
		if (object?.type === "tag") return /^object ([0-9a-f]{40})/.exec(object.body.toString("utf8"))?.[1];
		return object?.type === "commit" ? oid : void 0;
	}
	const isShallow = async () => shallowBoundaries(location).length > 0;
	return {
		async head() {
			const branch = await import_isomorphic_git.currentBranch({
				fs: atomicFs,
				gitdir: location.gitDir
			});
			return {
				commit: await resolveCommit("HEAD"),
				branch: branch ?? void 0
			};
		},
		resolve: resolveCommit,
		commitFacts,
		async listFolder(commit, folder) {
			const entry = await entryAt(commit, folder);
			if (entry?.mode !== "040000") return [];
			const prefix = folder === "" ? "" : `${folder}/`;
			return (await readTree(entry.id)).map(({ name, mode, id }) => ({
				path: prefix + name,
				mode,
				id
			}));
		},
		async listFiles(commit, folder) {
			const entry = await entryAt(commit, folder);
			return entry?.mode === "040000" ? listBelow(trees, entry.id, folder) : [];
		},
		async readFile(commit, path) {
			const entry = await entryAt(commit, path);
			const object = entry === void 0 ? void 0 : await readObject(entry.id);
			return object?.type === "blob" ? object.body : void 0;
		},
		async readBlobs(ids, take) {
			const taken = [];
			for (const [index, id] of ids.entries()) {
				const object = await readObject(id);
				if (object === void 0) throw lost(id);
				taken.push(take(object.body, index));
			}
			return taken;
		},
		async blobIds(contents) {
			const ids = [];
			for (const object of contents) ids.push((await import_isomorphic_git.hashBlob({ object })).oid);
			return ids;
		},
		async changes(from, to, folders) {
			const changes = [];
			for (const folder of folders.length === 0 ? [""] : folders) changes.push(...await changedFiles(trees, await entryAt(from, folder), await entryAt(to, folder), folder));
			return changes.sort((a, b) => a.path < b.path ? -1 : 1);
		},
		async history(commit, path) {
			const entries = [];
			for await (const facts of firstParents(commit)) {
				const [parent] = facts.parents;
				const before = parent === void 0 ? void 0 : await entryAt(parent, path);
				for (const change of await changedFiles(trees, before, await entryAt(facts.id, path), path)) entries.push({
					commit: facts.id,
					committedAt: facts.committedAt,
					author: facts.author.name,
					subject: facts.message.split("\n")[0] ?? "",
					path: change.path,
					status: change.status,
					before: change.before?.id,
					after: change.after?.id
				});
			}
			return {
				entries: entries.reverse(),
				complete: !await isShallow()
			};
		},
		async chain(commit) {
			const entries = [];
			for await (const { id, committedAt } of firstParents(commit)) entries.push({
				commit: id,
				committedAt
			});
			return {
				entries: entries.reverse(),
				complete: !await isShallow()
			};
		},
		async lastChangeOutside(commit, folder) {
			let last = commit;
			for await (const facts of firstParents(commit)) {
				const [parent] = facts.parents;
				last = facts.id;
				if (parent === void 0) {
					if (await isShallow()) throw shallowError("the commit that last changed the code");
					break;
				}
				const base = (await commitFacts(parent)).tree;
				if (await differOutside(trees, base, facts.tree, folder)) return facts.id;
			}
			return last;
		},
		async mergeBase(a, b) {
			const [base] = await import_isomorphic_git.findMergeBase({
				...at,
				oids: [a, b]
			});
			if (base === void 0 && await isShallow()) throw shallowError("where two branches parted");
			return base;
		},
		isShallow,
		listTags: () => import_isomorphic_git.listTags({
			fs: atomicFs,
			gitdir
		}),
		async commit(request) {
			const id = await writeCommit(request);
			await swapRef(location, request.branch, id, request.expected);
			return id;
		},
		async moveBranch(branch, to, expected) {
			await swapRef(location, branch, to, expected);
		},
		async fetch(remote, branch) {
			const url = await remoteUrl(remote);
			const target = diskRepository(location, url);
			if (target !== void 0) {
				const commit = await resolveName({
					fs: atomicFs,
					gitdir: target.commonDir,
					cache: {}
				}, `refs/heads/${branch}`);
				if (commit !== void 0) await copyObjects(target.commonDir, gitdir, commit);
				return commit;
			}
			try {
				const { fetchHead } = await import_isomorphic_git.fetch({
					...at,
					http: index,
					url,
					remoteRef: branch,
					singleBranch: true,
					tags: false
				});
				return fetchHead ?? void 0;
			} catch (error) {
				if (errorCode(error) === "NotFoundError") return void 0;
				throw remoteError("fetch from", remote, messageOf(error), error);
			}
		},
		async push(remote, branch, commit, expected) {
			const url = await remoteUrl(remote);
			const target = diskRepository(location, url);
			if (target !== void 0) {
				await copyObjects(gitdir, target.commonDir, commit);
				await swapRef(target, branch, commit, expected);
				return;
			}
			await pushOverHttp(url, branch, commit, expected);
		},
		identity: { async committer() {
			const person = personFromEnvironment();
			if (person !== void 0) return {
				...person,
				source: "the environment"
			};
			const name = await import_isomorphic_git.getConfig({
				fs: atomicFs,
				gitdir,
				path: "user.name"
			});
			const email = await import_isomorphic_git.getConfig({
				fs: atomicFs,
				gitdir,
				path: "user.email"
			});
			if (!name || !email) throw noIdentityError();
			return {
				name,
				email,
				source: "this repository's git configuration"
			};
		} }
	};
	async function writeCommit({ parent, changes, message, person, at: time }) {
		const ids = [];
		for (const { content } of changes) ids.push(content === null ? null : await import_isomorphic_git.writeBlob({
			fs: atomicFs,
			gitdir,
			blob: content
		}));
		const tree = await writeFolders(placeChanges(changes, ids), "", {
			existing: async (folder) => {
				const entry = parent === void 0 ? void 0 : await entryAt(parent, folder);
				return entry?.mode === "040000" ? readTree(entry.id) : [];
			},
			make: (items) => import_isomorphic_git.writeTree({
				fs: atomicFs,
				gitdir,
				tree: items.map(({ name, mode, id }) => ({
					path: name,
					mode,
					oid: id,
					type: mode === "040000" ? "tree" : mode === "160000" ? "commit" : "blob"
				}))
			})
		});
		const stamp = {
			...person,
			timestamp: Math.floor(time / 1e3),
			timezoneOffset: 0
		};
		return import_isomorphic_git.writeCommit({
			fs: atomicFs,
			gitdir,
			commit: {
				tree,
				parent: parent === void 0 ? [] : [parent],
				author: stamp,
				committer: stamp,
				message
			}
		});
	}
	async function remoteUrl(remote) {
		return await import_isomorphic_git.getConfig({
			fs: atomicFs,
			gitdir,
			path: `remote.${remote}.url`
		}) ?? remote;
	}
	async function pushOverHttp(url, branch, commit, expected) {
		const scratch = `modelyard-push-${commit.slice(0, 12)}`;
		await import_isomorphic_git.writeRef({
			fs: atomicFs,
			gitdir,
			ref: `refs/heads/${scratch}`,
			value: commit,
			force: true
		});
		try {
			if ((await import_isomorphic_git.listServerRefs({
				http: index,
				url,
				prefix: `refs/heads/${branch}`
			})).find(({ ref }) => ref === `refs/heads/${branch}`)?.oid !== expected) throw movedError(branch);
			await import_isomorphic_git.push({
				...at,
				http: index,
				url,
				ref: scratch,
				remoteRef: `refs/heads/${branch}`,
				force: true
			});
		} catch (error) {
			if (error instanceof ModelyardError) throw error;
			throw remoteError("push to", url, messageOf(error), error);
		} finally {
			await import_isomorphic_git.deleteRef({
				fs: atomicFs,
				gitdir,
				ref: `refs/heads/${scratch}`
			});
		}
	}
}
/** The object that a branch, tag, remote branch or whole id names. */
async function resolveName(at, name) {
	const candidates = name.startsWith("refs/") || name === "HEAD" ? [name] : [
		`refs/heads/${name}`,
		`refs/tags/${name}`,
		`refs/remotes/${name}`
	];
	for (const ref of candidates) try {
		return await import_isomorphic_git.resolveRef({
			fs: at.fs,
			gitdir: at.gitdir,
			ref
		});
	} catch (error) {
		if (errorCode(error) !== "NotFoundError") throw error;
	}
	if (!/^[0-9a-f]{4,40}$/.test(name)) return void 0;
	try {
		return await import_isomorphic_git.expandOid({
			...at,
			oid: name
		});
	} catch {
		return;
	}
}
/** Whether two trees differ in anything but what lies below `folder`. */
async function differOutside(trees, a, b, folder) {
	if (a === b) return false;
	const [name, ...rest] = folder.split("/");
	const [before, after] = [await trees.readTree(a), await trees.readTree(b)];
	const others = (items) => JSON.stringify(items.filter((item) => item.name !== name));
	if (others(before) !== others(after)) return true;
	if (rest.length === 0) return false;
	const inner = (items) => items.find((item) => item.name === name);
	const [x, y] = [inner(before), inner(after)];
	if (x?.mode !== "040000" || y?.mode !== "040000") return x?.id !== y?.id;
	return differOutside(trees, x.id, y.id, rest.join("/"));
}
function errorCode(error) {
	return error instanceof Error && "code" in error ? String(error.code) : void 0;
}
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}

export { openIsomorphic };