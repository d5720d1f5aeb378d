import { n as __require, t as __commonJSMin } from "./rolldown-runtime.mjs";
import { n as cannotWriteError, o as writeFileAtomic, r as movedError } from "./git-errors.mjs";
import { promises } from "node:fs";
import { dirname, join } from "node:path";

// node_modules/async-lock/lib/index.js
var require_lib$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var AsyncLock = function(opts) {
		opts = opts || {};
		this.Promise = opts.Promise || Promise;
		this.queues = Object.create(null);
		this.domainReentrant = opts.domainReentrant || false;
		if (this.domainReentrant) {
			if (typeof process === "undefined" || typeof process.domain === "undefined") throw new Error("Domain-reentrant locks require `process.domain` to exist. Please flip `opts.domainReentrant = false`, use a NodeJS version that still implements Domain, or install a browser polyfill.");
			this.domains = Object.create(null);
		}
		this.timeout = opts.timeout || AsyncLock.DEFAULT_TIMEOUT;
		this.maxOccupationTime = opts.maxOccupationTime || AsyncLock.DEFAULT_MAX_OCCUPATION_TIME;
		this.maxExecutionTime = opts.maxExecutionTime || AsyncLock.DEFAULT_MAX_EXECUTION_TIME;
		if (opts.maxPending === Infinity || Number.isInteger(opts.maxPending) && opts.maxPending >= 0) this.maxPending = opts.maxPending;
		else this.maxPending = AsyncLock.DEFAULT_MAX_PENDING;
	};
	AsyncLock.DEFAULT_TIMEOUT = 0;
	AsyncLock.DEFAULT_MAX_OCCUPATION_TIME = 0;
	AsyncLock.DEFAULT_MAX_EXECUTION_TIME = 0;
	AsyncLock.DEFAULT_MAX_PENDING = 1e3;
	/**
	* Acquire Locks
	*
	* @param {String|Array} key 	resource key or keys to lock
	* @param {function} fn 	async function
	* @param {function} cb 	callback function, otherwise will return a promise
	* @param {Object} opts 	options
	*/
	AsyncLock.prototype.acquire = function(key, fn, cb, opts) {
		if (Array.isArray(key)) return this._acquireBatch(key, fn, cb, opts);
		if (typeof fn !== "function") throw new Error("You must pass a function to execute");
		var deferredResolve = null;
		var deferredReject = null;
		var deferred = null;
		if (typeof cb !== "function") {
			opts = cb;
			cb = null;
			deferred = new this.Promise(function(resolve, reject) {
				deferredResolve = resolve;
				deferredReject = reject;
			});
		}
		opts = opts || {};
		var resolved = false;
		var timer = null;
		var occupationTimer = null;
		var executionTimer = null;
		var self = this;
		var done = function(locked, err, ret) {
			if (occupationTimer) {
				clearTimeout(occupationTimer);
				occupationTimer = null;
			}
			if (executionTimer) {
				clearTimeout(executionTimer);
				executionTimer = null;
			}
			if (locked) {
				if (!!self.queues[key] && self.queues[key].length === 0) delete self.queues[key];
				if (self.domainReentrant) delete self.domains[key];
			}
			if (!resolved) {
				if (!deferred) {
					if (typeof cb === "function") cb(err, ret);
				} else if (err) deferredReject(err);
				else deferredResolve(ret);
				resolved = true;
			}
			if (locked) {
				if (!!self.queues[key] && self.queues[key].length > 0) self.queues[key].shift()();
			}
		};
		var exec = function(locked) {
			if (resolved) return done(locked);
			if (timer) {
				clearTimeout(timer);
				timer = null;
			}
			if (self.domainReentrant && locked) self.domains[key] = process.domain;
			var maxExecutionTime = opts.maxExecutionTime || self.maxExecutionTime;
			if (maxExecutionTime) executionTimer = setTimeout(function() {
				if (!!self.queues[key]) done(locked, /* @__PURE__ */ new Error("Maximum execution time is exceeded " + key));
			}, maxExecutionTime);
			if (fn.length === 1) {
				var called = false;
				try {
					fn(function(err, ret) {
						if (!called) {
							called = true;
							done(locked, err, ret);
						}
					});
				} catch (err) {
					if (!called) {
						called = true;
						done(locked, err);
					}
				}
			} else self._promiseTry(function() {
				return fn();
			}).then(function(ret) {
				done(locked, void 0, ret);
			}, function(error) {
				done(locked, error);
			});
		};
		if (self.domainReentrant && !!process.domain) exec = process.domain.bind(exec);
		var maxPending = opts.maxPending || self.maxPending;
		if (!self.queues[key]) {
			self.queues[key] = [];
			exec(true);
		} else if (self.domainReentrant && !!process.domain && process.domain === self.domains[key]) exec(false);
		else if (self.queues[key].length >= maxPending) done(false, /* @__PURE__ */ new Error("Too many pending tasks in queue " + key));
		else {
			var taskFn = function() {
				exec(true);
			};
			if (opts.skipQueue) self.queues[key].unshift(taskFn);
			else self.queues[key].push(taskFn);
			var timeout = opts.timeout || self.timeout;
			if (timeout) timer = setTimeout(function() {
				timer = null;
				done(false, /* @__PURE__ */ new Error("async-lock timed out in queue " + key));
			}, timeout);
		}
		var maxOccupationTime = opts.maxOccupationTime || self.maxOccupationTime;
		if (maxOccupationTime) occupationTimer = setTimeout(function() {
			if (!!self.queues[key]) done(false, /* @__PURE__ */ new Error("Maximum occupation time is exceeded in queue " + key));
		}, maxOccupationTime);
		if (deferred) return deferred;
	};
	AsyncLock.prototype._acquireBatch = function(keys, fn, cb, opts) {
		var seen = Object.create(null);
		keys = keys.filter(function(key) {
			if (seen[key]) return false;
			seen[key] = true;
			return true;
		});
		if (typeof cb !== "function") {
			opts = cb;
			cb = null;
		}
		var self = this;
		var getFn = function(key, fn) {
			return function(cb) {
				self.acquire(key, fn, cb, opts);
			};
		};
		var fnx = keys.reduceRight(function(prev, key) {
			return getFn(key, prev);
		}, fn);
		if (typeof cb === "function") fnx(cb);
		else return new this.Promise(function(resolve, reject) {
			if (fnx.length === 1) fnx(function(err, ret) {
				if (err) reject(err);
				else resolve(ret);
			});
			else resolve(fnx());
		});
	};
	AsyncLock.prototype.isBusy = function(key) {
		if (!key) return Object.keys(this.queues).length > 0;
		else return !!this.queues[key];
	};
	/**
	* Promise.try() implementation to become independent of Q-specific methods
	*/
	AsyncLock.prototype._promiseTry = function(fn) {
		try {
			return this.Promise.resolve(fn());
		} catch (e) {
			return this.Promise.reject(e);
		}
	};
	module.exports = AsyncLock;
}));

// node_modules/async-lock/index.js
var require_async_lock = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require_lib$1();
}));

// node_modules/clean-git-ref/lib/index.js
var require_lib = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function escapeRegExp(string) {
		return string.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
	}
	function replaceAll(str, search, replacement) {
		search = search instanceof RegExp ? search : new RegExp(escapeRegExp(search), "g");
		return str.replace(search, replacement);
	}
	var CleanGitRef = { clean: function clean(value) {
		if (typeof value !== "string") throw new Error("Expected a string, received: " + value);
		value = replaceAll(value, "./", "/");
		value = replaceAll(value, "..", ".");
		value = replaceAll(value, " ", "-");
		value = replaceAll(value, /^[~^:?*\\\-]/g, "");
		value = replaceAll(value, /[~^:?*\\]/g, "-");
		value = replaceAll(value, /[~^:?*\\\-]$/g, "");
		value = replaceAll(value, "@{", "-");
		value = replaceAll(value, /\.$/g, "");
		value = replaceAll(value, /\/$/g, "");
		value = replaceAll(value, /\.lock$/g, "");
		return value;
	} };
	module.exports = CleanGitRef;
}));

// node_modules/crc-32/crc32.js
var require_crc32$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	/*! crc32.js (C) 2014-present SheetJS -- http://sheetjs.com */
	(function(factory) {
		if (typeof DO_NOT_EXPORT_CRC === "undefined") {
			if ("object" === typeof exports) factory(exports);
			else if ("function" === typeof define && define.amd) define(function() {
				var module = {};
				factory(module);
				return module;
			});
			else factory({});
		} else factory({});
	})(function(CRC32) {
		CRC32.version = "1.2.2";
		function signed_crc_table() {
			var c = 0, table = new Array(256);
			for (var n = 0; n != 256; ++n) {
				c = n;
				c = c & 1 ? -306674912 ^ c >>> 1 : c >>> 1;
				c = c & 1 ? -306674912 ^ c >>> 1 : c >>> 1;
				c = c & 1 ? -306674912 ^ c >>> 1 : c >>> 1;
				c = c & 1 ? -306674912 ^ c >>> 1 : c >>> 1;
				c = c & 1 ? -306674912 ^ c >>> 1 : c >>> 1;
				c = c & 1 ? -306674912 ^ c >>> 1 : c >>> 1;
				c = c & 1 ? -306674912 ^ c >>> 1 : c >>> 1;
				c = c & 1 ? -306674912 ^ c >>> 1 : c >>> 1;
				table[n] = c;
			}
			return typeof Int32Array !== "undefined" ? new Int32Array(table) : table;
		}
		var T0 = signed_crc_table();
		function slice_by_16_tables(T) {
			var c = 0, v = 0, n = 0, table = typeof Int32Array !== "undefined" ? /* @__PURE__ */ new Int32Array(4096) : new Array(4096);
			for (n = 0; n != 256; ++n) table[n] = T[n];
			for (n = 0; n != 256; ++n) {
				v = T[n];
				for (c = 256 + n; c < 4096; c += 256) v = table[c] = v >>> 8 ^ T[v & 255];
			}
			var out = [];
			for (n = 1; n != 16; ++n) out[n - 1] = typeof Int32Array !== "undefined" ? table.subarray(n * 256, n * 256 + 256) : table.slice(n * 256, n * 256 + 256);
			return out;
		}
		var TT = slice_by_16_tables(T0);
		var T1 = TT[0], T2 = TT[1], T3 = TT[2], T4 = TT[3], T5 = TT[4];
		var T6 = TT[5], T7 = TT[6], T8 = TT[7], T9 = TT[8], Ta = TT[9];
		var Tb = TT[10], Tc = TT[11], Td = TT[12], Te = TT[13], Tf = TT[14];
		function crc32_bstr(bstr, seed) {
			var C = seed ^ -1;
			for (var i = 0, L = bstr.length; i < L;) C = C >>> 8 ^ T0[(C ^ bstr.charCodeAt(i++)) & 255];
			return ~C;
		}
		function crc32_buf(B, seed) {
			var C = seed ^ -1, L = B.length - 15, i = 0;
			for (; i < L;) C = Tf[B[i++] ^ C & 255] ^ Te[B[i++] ^ C >> 8 & 255] ^ Td[B[i++] ^ C >> 16 & 255] ^ Tc[B[i++] ^ C >>> 24] ^ Tb[B[i++]] ^ Ta[B[i++]] ^ T9[B[i++]] ^ T8[B[i++]] ^ T7[B[i++]] ^ T6[B[i++]] ^ T5[B[i++]] ^ T4[B[i++]] ^ T3[B[i++]] ^ T2[B[i++]] ^ T1[B[i++]] ^ T0[B[i++]];
			L += 15;
			while (i < L) C = C >>> 8 ^ T0[(C ^ B[i++]) & 255];
			return ~C;
		}
		function crc32_str(str, seed) {
			var C = seed ^ -1;
			for (var i = 0, L = str.length, c = 0, d = 0; i < L;) {
				c = str.charCodeAt(i++);
				if (c < 128) C = C >>> 8 ^ T0[(C ^ c) & 255];
				else if (c < 2048) {
					C = C >>> 8 ^ T0[(C ^ (192 | c >> 6 & 31)) & 255];
					C = C >>> 8 ^ T0[(C ^ (128 | c & 63)) & 255];
				} else if (c >= 55296 && c < 57344) {
					c = (c & 1023) + 64;
					d = str.charCodeAt(i++) & 1023;
					C = C >>> 8 ^ T0[(C ^ (240 | c >> 8 & 7)) & 255];
					C = C >>> 8 ^ T0[(C ^ (128 | c >> 2 & 63)) & 255];
					C = C >>> 8 ^ T0[(C ^ (128 | d >> 6 & 15 | (c & 3) << 4)) & 255];
					C = C >>> 8 ^ T0[(C ^ (128 | d & 63)) & 255];
				} else {
					C = C >>> 8 ^ T0[(C ^ (224 | c >> 12 & 15)) & 255];
					C = C >>> 8 ^ T0[(C ^ (128 | c >> 6 & 63)) & 255];
					C = C >>> 8 ^ T0[(C ^ (128 | c & 63)) & 255];
				}
			}
			return ~C;
		}
		CRC32.table = T0;
		CRC32.bstr = crc32_bstr;
		CRC32.buf = crc32_buf;
		CRC32.str = crc32_str;
	});
}));

// node_modules/pako/lib/utils/common.js
var require_common = /* @__PURE__ */ __commonJSMin(((exports) => {
	var TYPED_OK = typeof Uint8Array !== "undefined" && typeof Uint16Array !== "undefined" && typeof Int32Array !== "undefined";
	function _has(obj, key) {
		return Object.prototype.hasOwnProperty.call(obj, key);
	}
	exports.assign = function(obj) {
		var sources = Array.prototype.slice.call(arguments, 1);
		while (sources.length) {
			var source = sources.shift();
			if (!source) continue;
			if (typeof source !== "object") throw new TypeError(source + "must be non-object");
			for (var p in source) if (_has(source, p)) obj[p] = source[p];
		}
		return obj;
	};
	exports.shrinkBuf = function(buf, size) {
		if (buf.length === size) return buf;
		if (buf.subarray) return buf.subarray(0, size);
		buf.length = size;
		return buf;
	};
	var fnTyped = {
		arraySet: function(dest, src, src_offs, len, dest_offs) {
			if (src.subarray && dest.subarray) {
				dest.set(src.subarray(src_offs, src_offs + len), dest_offs);
				return;
			}
			for (var i = 0; i < len; i++) dest[dest_offs + i] = src[src_offs + i];
		},
		flattenChunks: function(chunks) {
			var i, l, len = 0, pos, chunk, result;
			for (i = 0, l = chunks.length; i < l; i++) len += chunks[i].length;
			result = new Uint8Array(len);
			pos = 0;
			for (i = 0, l = chunks.length; i < l; i++) {
				chunk = chunks[i];
				result.set(chunk, pos);
				pos += chunk.length;
			}
			return result;
		}
	};
	var fnUntyped = {
		arraySet: function(dest, src, src_offs, len, dest_offs) {
			for (var i = 0; i < len; i++) dest[dest_offs + i] = src[src_offs + i];
		},
		flattenChunks: function(chunks) {
			return [].concat.apply([], chunks);
		}
	};
	exports.setTyped = function(on) {
		if (on) {
			exports.Buf8 = Uint8Array;
			exports.Buf16 = Uint16Array;
			exports.Buf32 = Int32Array;
			exports.assign(exports, fnTyped);
		} else {
			exports.Buf8 = Array;
			exports.Buf16 = Array;
			exports.Buf32 = Array;
			exports.assign(exports, fnUntyped);
		}
	};
	exports.setTyped(TYPED_OK);
}));

// node_modules/pako/lib/zlib/trees.js
var require_trees = /* @__PURE__ */ __commonJSMin(((exports) => {
	var utils = require_common();
	var Z_FIXED = 4;
	var Z_BINARY = 0;
	var Z_TEXT = 1;
	var Z_UNKNOWN = 2;
	function zero(buf) {
		var len = buf.length;
		while (--len >= 0) buf[len] = 0;
	}
	var STORED_BLOCK = 0;
	var STATIC_TREES = 1;
	var DYN_TREES = 2;
	var MIN_MATCH = 3;
	var MAX_MATCH = 258;
	var LENGTH_CODES = 29;
	var LITERALS = 256;
	var L_CODES = LITERALS + 1 + LENGTH_CODES;
	var D_CODES = 30;
	var BL_CODES = 19;
	var HEAP_SIZE = 2 * L_CODES + 1;
	var MAX_BITS = 15;
	var Buf_size = 16;
	var MAX_BL_BITS = 7;
	var END_BLOCK = 256;
	var REP_3_6 = 16;
	var REPZ_3_10 = 17;
	var REPZ_11_138 = 18;
	var extra_lbits = [
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		2,
		2,
		2,
		2,
		3,
		3,
		3,
		3,
		4,
		4,
		4,
		4,
		5,
		5,
		5,
		5,
		0
	];
	var extra_dbits = [
		0,
		0,
		0,
		0,
		1,
		1,
		2,
		2,
		3,
		3,
		4,
		4,
		5,
		5,
		6,
		6,
		7,
		7,
		8,
		8,
		9,
		9,
		10,
		10,
		11,
		11,
		12,
		12,
		13,
		13
	];
	var extra_blbits = [
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		2,
		3,
		7
	];
	var bl_order = [
		16,
		17,
		18,
		0,
		8,
		7,
		9,
		6,
		10,
		5,
		11,
		4,
		12,
		3,
		13,
		2,
		14,
		1,
		15
	];
	var DIST_CODE_LEN = 512;
	var static_ltree = new Array((L_CODES + 2) * 2);
	zero(static_ltree);
	var static_dtree = new Array(D_CODES * 2);
	zero(static_dtree);
	var _dist_code = new Array(DIST_CODE_LEN);
	zero(_dist_code);
	var _length_code = new Array(MAX_MATCH - MIN_MATCH + 1);
	zero(_length_code);
	var base_length = new Array(LENGTH_CODES);
	zero(base_length);
	var base_dist = new Array(D_CODES);
	zero(base_dist);
	function StaticTreeDesc(static_tree, extra_bits, extra_base, elems, max_length) {
		this.static_tree = static_tree;
		this.extra_bits = extra_bits;
		this.extra_base = extra_base;
		this.elems = elems;
		this.max_length = max_length;
		this.has_stree = static_tree && static_tree.length;
	}
	var static_l_desc;
	var static_d_desc;
	var static_bl_desc;
	function TreeDesc(dyn_tree, stat_desc) {
		this.dyn_tree = dyn_tree;
		this.max_code = 0;
		this.stat_desc = stat_desc;
	}
	function d_code(dist) {
		return dist < 256 ? _dist_code[dist] : _dist_code[256 + (dist >>> 7)];
	}
	function put_short(s, w) {
		s.pending_buf[s.pending++] = w & 255;
		s.pending_buf[s.pending++] = w >>> 8 & 255;
	}
	function send_bits(s, value, length) {
		if (s.bi_valid > Buf_size - length) {
			s.bi_buf |= value << s.bi_valid & 65535;
			put_short(s, s.bi_buf);
			s.bi_buf = value >> Buf_size - s.bi_valid;
			s.bi_valid += length - Buf_size;
		} else {
			s.bi_buf |= value << s.bi_valid & 65535;
			s.bi_valid += length;
		}
	}
	function send_code(s, c, tree) {
		send_bits(s, tree[c * 2], tree[c * 2 + 1]);
	}
	function bi_reverse(code, len) {
		var res = 0;
		do {
			res |= code & 1;
			code >>>= 1;
			res <<= 1;
		} while (--len > 0);
		return res >>> 1;
	}
	function bi_flush(s) {
		if (s.bi_valid === 16) {
			put_short(s, s.bi_buf);
			s.bi_buf = 0;
			s.bi_valid = 0;
		} else if (s.bi_valid >= 8) {
			s.pending_buf[s.pending++] = s.bi_buf & 255;
			s.bi_buf >>= 8;
			s.bi_valid -= 8;
		}
	}
	function gen_bitlen(s, desc) {
		var tree = desc.dyn_tree;
		var max_code = desc.max_code;
		var stree = desc.stat_desc.static_tree;
		var has_stree = desc.stat_desc.has_stree;
		var extra = desc.stat_desc.extra_bits;
		var base = desc.stat_desc.extra_base;
		var max_length = desc.stat_desc.max_length;
		var h;
		var n, m;
		var bits;
		var xbits;
		var f;
		var overflow = 0;
		for (bits = 0; bits <= MAX_BITS; bits++) s.bl_count[bits] = 0;
		tree[s.heap[s.heap_max] * 2 + 1] = 0;
		for (h = s.heap_max + 1; h < HEAP_SIZE; h++) {
			n = s.heap[h];
			bits = tree[tree[n * 2 + 1] * 2 + 1] + 1;
			if (bits > max_length) {
				bits = max_length;
				overflow++;
			}
			tree[n * 2 + 1] = bits;
			if (n > max_code) continue;
			s.bl_count[bits]++;
			xbits = 0;
			if (n >= base) xbits = extra[n - base];
			f = tree[n * 2];
			s.opt_len += f * (bits + xbits);
			if (has_stree) s.static_len += f * (stree[n * 2 + 1] + xbits);
		}
		if (overflow === 0) return;
		do {
			bits = max_length - 1;
			while (s.bl_count[bits] === 0) bits--;
			s.bl_count[bits]--;
			s.bl_count[bits + 1] += 2;
			s.bl_count[max_length]--;
			overflow -= 2;
		} while (overflow > 0);
		for (bits = max_length; bits !== 0; bits--) {
			n = s.bl_count[bits];
			while (n !== 0) {
				m = s.heap[--h];
				if (m > max_code) continue;
				if (tree[m * 2 + 1] !== bits) {
					s.opt_len += (bits - tree[m * 2 + 1]) * tree[m * 2];
					tree[m * 2 + 1] = bits;
				}
				n--;
			}
		}
	}
	function gen_codes(tree, max_code, bl_count) {
		var next_code = new Array(MAX_BITS + 1);
		var code = 0;
		var bits;
		var n;
		for (bits = 1; bits <= MAX_BITS; bits++) next_code[bits] = code = code + bl_count[bits - 1] << 1;
		for (n = 0; n <= max_code; n++) {
			var len = tree[n * 2 + 1];
			if (len === 0) continue;
			tree[n * 2] = bi_reverse(next_code[len]++, len);
		}
	}
	function tr_static_init() {
		var n;
		var bits;
		var length;
		var code;
		var dist;
		var bl_count = new Array(MAX_BITS + 1);
		length = 0;
		for (code = 0; code < LENGTH_CODES - 1; code++) {
			base_length[code] = length;
			for (n = 0; n < 1 << extra_lbits[code]; n++) _length_code[length++] = code;
		}
		_length_code[length - 1] = code;
		dist = 0;
		for (code = 0; code < 16; code++) {
			base_dist[code] = dist;
			for (n = 0; n < 1 << extra_dbits[code]; n++) _dist_code[dist++] = code;
		}
		dist >>= 7;
		for (; code < D_CODES; code++) {
			base_dist[code] = dist << 7;
			for (n = 0; n < 1 << extra_dbits[code] - 7; n++) _dist_code[256 + dist++] = code;
		}
		for (bits = 0; bits <= MAX_BITS; bits++) bl_count[bits] = 0;
		n = 0;
		while (n <= 143) {
			static_ltree[n * 2 + 1] = 8;
			n++;
			bl_count[8]++;
		}
		while (n <= 255) {
			static_ltree[n * 2 + 1] = 9;
			n++;
			bl_count[9]++;
		}
		while (n <= 279) {
			static_ltree[n * 2 + 1] = 7;
			n++;
			bl_count[7]++;
		}
		while (n <= 287) {
			static_ltree[n * 2 + 1] = 8;
			n++;
			bl_count[8]++;
		}
		gen_codes(static_ltree, L_CODES + 1, bl_count);
		for (n = 0; n < D_CODES; n++) {
			static_dtree[n * 2 + 1] = 5;
			static_dtree[n * 2] = bi_reverse(n, 5);
		}
		static_l_desc = new StaticTreeDesc(static_ltree, extra_lbits, LITERALS + 1, L_CODES, MAX_BITS);
		static_d_desc = new StaticTreeDesc(static_dtree, extra_dbits, 0, D_CODES, MAX_BITS);
		static_bl_desc = new StaticTreeDesc(new Array(0), extra_blbits, 0, BL_CODES, MAX_BL_BITS);
	}
	function init_block(s) {
		var n = 0;
		for (; n < L_CODES; n++) s.dyn_ltree[n * 2] = 0;
		for (n = 0; n < D_CODES; n++) s.dyn_dtree[n * 2] = 0;
		for (n = 0; n < BL_CODES; n++) s.bl_tree[n * 2] = 0;
		s.dyn_ltree[END_BLOCK * 2] = 1;
		s.opt_len = s.static_len = 0;
		s.last_lit = s.matches = 0;
	}
	function bi_windup(s) {
		if (s.bi_valid > 8) put_short(s, s.bi_buf);
		else if (s.bi_valid > 0) s.pending_buf[s.pending++] = s.bi_buf;
		s.bi_buf = 0;
		s.bi_valid = 0;
	}
	function copy_block(s, buf, len, header) {
		bi_windup(s);
		if (header) {
			put_short(s, len);
			put_short(s, ~len);
		}
		utils.arraySet(s.pending_buf, s.window, buf, len, s.pending);
		s.pending += len;
	}
	function smaller(tree, n, m, depth) {
		var _n2 = n * 2;
		var _m2 = m * 2;
		return tree[_n2] < tree[_m2] || tree[_n2] === tree[_m2] && depth[n] <= depth[m];
	}
	function pqdownheap(s, tree, k) {
		var v = s.heap[k];
		var j = k << 1;
		while (j <= s.heap_len) {
			if (j < s.heap_len && smaller(tree, s.heap[j + 1], s.heap[j], s.depth)) j++;
			if (smaller(tree, v, s.heap[j], s.depth)) break;
			s.heap[k] = s.heap[j];
			k = j;
			j <<= 1;
		}
		s.heap[k] = v;
	}
	function compress_block(s, ltree, dtree) {
		var dist;
		var lc;
		var lx = 0;
		var code;
		var extra;
		if (s.last_lit !== 0) do {
			dist = s.pending_buf[s.d_buf + lx * 2] << 8 | s.pending_buf[s.d_buf + lx * 2 + 1];
			lc = s.pending_buf[s.l_buf + lx];
			lx++;
			if (dist === 0) send_code(s, lc, ltree);
			else {
				code = _length_code[lc];
				send_code(s, code + LITERALS + 1, ltree);
				extra = extra_lbits[code];
				if (extra !== 0) {
					lc -= base_length[code];
					send_bits(s, lc, extra);
				}
				dist--;
				code = d_code(dist);
				send_code(s, code, dtree);
				extra = extra_dbits[code];
				if (extra !== 0) {
					dist -= base_dist[code];
					send_bits(s, dist, extra);
				}
			}
		} while (lx < s.last_lit);
		send_code(s, END_BLOCK, ltree);
	}
	function build_tree(s, desc) {
		var tree = desc.dyn_tree;
		var stree = desc.stat_desc.static_tree;
		var has_stree = desc.stat_desc.has_stree;
		var elems = desc.stat_desc.elems;
		var n, m;
		var max_code = -1;
		var node;
		s.heap_len = 0;
		s.heap_max = HEAP_SIZE;
		for (n = 0; n < elems; n++) if (tree[n * 2] !== 0) {
			s.heap[++s.heap_len] = max_code = n;
			s.depth[n] = 0;
		} else tree[n * 2 + 1] = 0;
		while (s.heap_len < 2) {
			node = s.heap[++s.heap_len] = max_code < 2 ? ++max_code : 0;
			tree[node * 2] = 1;
			s.depth[node] = 0;
			s.opt_len--;
			if (has_stree) s.static_len -= stree[node * 2 + 1];
		}
		desc.max_code = max_code;
		for (n = s.heap_len >> 1; n >= 1; n--) pqdownheap(s, tree, n);
		node = elems;
		do {
			/*** pqremove ***/
			n = s.heap[1];
			s.heap[1] = s.heap[s.heap_len--];
			pqdownheap(s, tree, 1);
			m = s.heap[1];
			s.heap[--s.heap_max] = n;
			s.heap[--s.heap_max] = m;
			tree[node * 2] = tree[n * 2] + tree[m * 2];
			s.depth[node] = (s.depth[n] >= s.depth[m] ? s.depth[n] : s.depth[m]) + 1;
			tree[n * 2 + 1] = tree[m * 2 + 1] = node;
			s.heap[1] = node++;
			pqdownheap(s, tree, 1);
		} while (s.heap_len >= 2);
		s.heap[--s.heap_max] = s.heap[1];
		gen_bitlen(s, desc);
		gen_codes(tree, max_code, s.bl_count);
	}
	function scan_tree(s, tree, max_code) {
		var n;
		var prevlen = -1;
		var curlen;
		var nextlen = tree[1];
		var count = 0;
		var max_count = 7;
		var min_count = 4;
		if (nextlen === 0) {
			max_count = 138;
			min_count = 3;
		}
		tree[(max_code + 1) * 2 + 1] = 65535;
		for (n = 0; n <= max_code; n++) {
			curlen = nextlen;
			nextlen = tree[(n + 1) * 2 + 1];
			if (++count < max_count && curlen === nextlen) continue;
			else if (count < min_count) s.bl_tree[curlen * 2] += count;
			else if (curlen !== 0) {
				if (curlen !== prevlen) s.bl_tree[curlen * 2]++;
				s.bl_tree[REP_3_6 * 2]++;
			} else if (count <= 10) s.bl_tree[REPZ_3_10 * 2]++;
			else s.bl_tree[REPZ_11_138 * 2]++;
			count = 0;
			prevlen = curlen;
			if (nextlen === 0) {
				max_count = 138;
				min_count = 3;
			} else if (curlen === nextlen) {
				max_count = 6;
				min_count = 3;
			} else {
				max_count = 7;
				min_count = 4;
			}
		}
	}
	function send_tree(s, tree, max_code) {
		var n;
		var prevlen = -1;
		var curlen;
		var nextlen = tree[1];
		var count = 0;
		var max_count = 7;
		var min_count = 4;
		if (nextlen === 0) {
			max_count = 138;
			min_count = 3;
		}
		for (n = 0; n <= max_code; n++) {
			curlen = nextlen;
			nextlen = tree[(n + 1) * 2 + 1];
			if (++count < max_count && curlen === nextlen) continue;
			else if (count < min_count) do
				send_code(s, curlen, s.bl_tree);
			while (--count !== 0);
			else if (curlen !== 0) {
				if (curlen !== prevlen) {
					send_code(s, curlen, s.bl_tree);
					count--;
				}
				send_code(s, REP_3_6, s.bl_tree);
				send_bits(s, count - 3, 2);
			} else if (count <= 10) {
				send_code(s, REPZ_3_10, s.bl_tree);
				send_bits(s, count - 3, 3);
			} else {
				send_code(s, REPZ_11_138, s.bl_tree);
				send_bits(s, count - 11, 7);
			}
			count = 0;
			prevlen = curlen;
			if (nextlen === 0) {
				max_count = 138;
				min_count = 3;
			} else if (curlen === nextlen) {
				max_count = 6;
				min_count = 3;
			} else {
				max_count = 7;
				min_count = 4;
			}
		}
	}
	function build_bl_tree(s) {
		var max_blindex;
		scan_tree(s, s.dyn_ltree, s.l_desc.max_code);
		scan_tree(s, s.dyn_dtree, s.d_desc.max_code);
		build_tree(s, s.bl_desc);
		for (max_blindex = BL_CODES - 1; max_blindex >= 3; max_blindex--) if (s.bl_tree[bl_order[max_blindex] * 2 + 1] !== 0) break;
		s.opt_len += 3 * (max_blindex + 1) + 5 + 5 + 4;
		return max_blindex;
	}
	function send_all_trees(s, lcodes, dcodes, blcodes) {
		var rank;
		send_bits(s, lcodes - 257, 5);
		send_bits(s, dcodes - 1, 5);
		send_bits(s, blcodes - 4, 4);
		for (rank = 0; rank < blcodes; rank++) send_bits(s, s.bl_tree[bl_order[rank] * 2 + 1], 3);
		send_tree(s, s.dyn_ltree, lcodes - 1);
		send_tree(s, s.dyn_dtree, dcodes - 1);
	}
	function detect_data_type(s) {
		var black_mask = 4093624447;
		var n = 0;
		for (; n <= 31; n++, black_mask >>>= 1) if (black_mask & 1 && s.dyn_ltree[n * 2] !== 0) return Z_BINARY;
		if (s.dyn_ltree[18] !== 0 || s.dyn_ltree[20] !== 0 || s.dyn_ltree[26] !== 0) return Z_TEXT;
		for (n = 32; n < LITERALS; n++) if (s.dyn_ltree[n * 2] !== 0) return Z_TEXT;
		return Z_BINARY;
	}
	var static_init_done = false;
	function _tr_init(s) {
		if (!static_init_done) {
			tr_static_init();
			static_init_done = true;
		}
		s.l_desc = new TreeDesc(s.dyn_ltree, static_l_desc);
		s.d_desc = new TreeDesc(s.dyn_dtree, static_d_desc);
		s.bl_desc = new TreeDesc(s.bl_tree, static_bl_desc);
		s.bi_buf = 0;
		s.bi_valid = 0;
		init_block(s);
	}
	function _tr_stored_block(s, buf, stored_len, last) {
		send_bits(s, (STORED_BLOCK << 1) + (last ? 1 : 0), 3);
		copy_block(s, buf, stored_len, true);
	}
	function _tr_align(s) {
		send_bits(s, STATIC_TREES << 1, 3);
		send_code(s, END_BLOCK, static_ltree);
		bi_flush(s);
	}
	function _tr_flush_block(s, buf, stored_len, last) {
		var opt_lenb, static_lenb;
		var max_blindex = 0;
		if (s.level > 0) {
			if (s.strm.data_type === Z_UNKNOWN) s.strm.data_type = detect_data_type(s);
			build_tree(s, s.l_desc);
			build_tree(s, s.d_desc);
			max_blindex = build_bl_tree(s);
			opt_lenb = s.opt_len + 3 + 7 >>> 3;
			static_lenb = s.static_len + 3 + 7 >>> 3;
			if (static_lenb <= opt_lenb) opt_lenb = static_lenb;
		} else opt_lenb = static_lenb = stored_len + 5;
		if (stored_len + 4 <= opt_lenb && buf !== -1) _tr_stored_block(s, buf, stored_len, last);
		else if (s.strategy === Z_FIXED || static_lenb === opt_lenb) {
			send_bits(s, (STATIC_TREES << 1) + (last ? 1 : 0), 3);
			compress_block(s, static_ltree, static_dtree);
		} else {
			send_bits(s, (DYN_TREES << 1) + (last ? 1 : 0), 3);
			send_all_trees(s, s.l_desc.max_code + 1, s.d_desc.max_code + 1, max_blindex + 1);
			compress_block(s, s.dyn_ltree, s.dyn_dtree);
		}
		init_block(s);
		if (last) bi_windup(s);
	}
	function _tr_tally(s, dist, lc) {
		s.pending_buf[s.d_buf + s.last_lit * 2] = dist >>> 8 & 255;
		s.pending_buf[s.d_buf + s.last_lit * 2 + 1] = dist & 255;
		s.pending_buf[s.l_buf + s.last_lit] = lc & 255;
		s.last_lit++;
		if (dist === 0) s.dyn_ltree[lc * 2]++;
		else {
			s.matches++;
			dist--;
			s.dyn_ltree[(_length_code[lc] + LITERALS + 1) * 2]++;
			s.dyn_dtree[d_code(dist) * 2]++;
		}
		return s.last_lit === s.lit_bufsize - 1;
	}
	exports._tr_init = _tr_init;
	exports._tr_stored_block = _tr_stored_block;
	exports._tr_flush_block = _tr_flush_block;
	exports._tr_tally = _tr_tally;
	exports._tr_align = _tr_align;
}));

// node_modules/pako/lib/zlib/adler32.js
var require_adler32 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function adler32(adler, buf, len, pos) {
		var s1 = adler & 65535 | 0, s2 = adler >>> 16 & 65535 | 0, n = 0;
		while (len !== 0) {
			n = len > 2e3 ? 2e3 : len;
			len -= n;
			do {
				s1 = s1 + buf[pos++] | 0;
				s2 = s2 + s1 | 0;
			} while (--n);
			s1 %= 65521;
			s2 %= 65521;
		}
		return s1 | s2 << 16 | 0;
	}
	module.exports = adler32;
}));

// node_modules/pako/lib/zlib/crc32.js
var require_crc32 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function makeTable() {
		var c, table = [];
		for (var n = 0; n < 256; n++) {
			c = n;
			for (var k = 0; k < 8; k++) c = c & 1 ? 3988292384 ^ c >>> 1 : c >>> 1;
			table[n] = c;
		}
		return table;
	}
	var crcTable = makeTable();
	function crc32(crc, buf, len, pos) {
		var t = crcTable, end = pos + len;
		crc ^= -1;
		for (var i = pos; i < end; i++) crc = crc >>> 8 ^ t[(crc ^ buf[i]) & 255];
		return crc ^ -1;
	}
	module.exports = crc32;
}));

// node_modules/pako/lib/zlib/messages.js
var require_messages = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		2: "need dictionary",
		1: "stream end",
		0: "",
		"-1": "file error",
		"-2": "stream error",
		"-3": "data error",
		"-4": "insufficient memory",
		"-5": "buffer error",
		"-6": "incompatible version"
	};
}));

// node_modules/pako/lib/zlib/deflate.js
var require_deflate$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var utils = require_common();
	var trees = require_trees();
	var adler32 = require_adler32();
	var crc32 = require_crc32();
	var msg = require_messages();
	var Z_NO_FLUSH = 0;
	var Z_PARTIAL_FLUSH = 1;
	var Z_FULL_FLUSH = 3;
	var Z_FINISH = 4;
	var Z_BLOCK = 5;
	var Z_OK = 0;
	var Z_STREAM_END = 1;
	var Z_STREAM_ERROR = -2;
	var Z_DATA_ERROR = -3;
	var Z_BUF_ERROR = -5;
	var Z_DEFAULT_COMPRESSION = -1;
	var Z_FILTERED = 1;
	var Z_HUFFMAN_ONLY = 2;
	var Z_RLE = 3;
	var Z_FIXED = 4;
	var Z_DEFAULT_STRATEGY = 0;
	var Z_UNKNOWN = 2;
	var Z_DEFLATED = 8;
	var MAX_MEM_LEVEL = 9;
	var MAX_WBITS = 15;
	var DEF_MEM_LEVEL = 8;
	var L_CODES = 286;
	var D_CODES = 30;
	var BL_CODES = 19;
	var HEAP_SIZE = 2 * L_CODES + 1;
	var MAX_BITS = 15;
	var MIN_MATCH = 3;
	var MAX_MATCH = 258;
	var MIN_LOOKAHEAD = MAX_MATCH + MIN_MATCH + 1;
	var PRESET_DICT = 32;
	var INIT_STATE = 42;
	var EXTRA_STATE = 69;
	var NAME_STATE = 73;
	var COMMENT_STATE = 91;
	var HCRC_STATE = 103;
	var BUSY_STATE = 113;
	var FINISH_STATE = 666;
	var BS_NEED_MORE = 1;
	var BS_BLOCK_DONE = 2;
	var BS_FINISH_STARTED = 3;
	var BS_FINISH_DONE = 4;
	var OS_CODE = 3;
	function err(strm, errorCode) {
		strm.msg = msg[errorCode];
		return errorCode;
	}
	function rank(f) {
		return (f << 1) - (f > 4 ? 9 : 0);
	}
	function zero(buf) {
		var len = buf.length;
		while (--len >= 0) buf[len] = 0;
	}
	function flush_pending(strm) {
		var s = strm.state;
		var len = s.pending;
		if (len > strm.avail_out) len = strm.avail_out;
		if (len === 0) return;
		utils.arraySet(strm.output, s.pending_buf, s.pending_out, len, strm.next_out);
		strm.next_out += len;
		s.pending_out += len;
		strm.total_out += len;
		strm.avail_out -= len;
		s.pending -= len;
		if (s.pending === 0) s.pending_out = 0;
	}
	function flush_block_only(s, last) {
		trees._tr_flush_block(s, s.block_start >= 0 ? s.block_start : -1, s.strstart - s.block_start, last);
		s.block_start = s.strstart;
		flush_pending(s.strm);
	}
	function put_byte(s, b) {
		s.pending_buf[s.pending++] = b;
	}
	function putShortMSB(s, b) {
		s.pending_buf[s.pending++] = b >>> 8 & 255;
		s.pending_buf[s.pending++] = b & 255;
	}
	function read_buf(strm, buf, start, size) {
		var len = strm.avail_in;
		if (len > size) len = size;
		if (len === 0) return 0;
		strm.avail_in -= len;
		utils.arraySet(buf, strm.input, strm.next_in, len, start);
		if (strm.state.wrap === 1) strm.adler = adler32(strm.adler, buf, len, start);
		else if (strm.state.wrap === 2) strm.adler = crc32(strm.adler, buf, len, start);
		strm.next_in += len;
		strm.total_in += len;
		return len;
	}
	function longest_match(s, cur_match) {
		var chain_length = s.max_chain_length;
		var scan = s.strstart;
		var match;
		var len;
		var best_len = s.prev_length;
		var nice_match = s.nice_match;
		var limit = s.strstart > s.w_size - MIN_LOOKAHEAD ? s.strstart - (s.w_size - MIN_LOOKAHEAD) : 0;
		var _win = s.window;
		var wmask = s.w_mask;
		var prev = s.prev;
		var strend = s.strstart + MAX_MATCH;
		var scan_end1 = _win[scan + best_len - 1];
		var scan_end = _win[scan + best_len];
		if (s.prev_length >= s.good_match) chain_length >>= 2;
		if (nice_match > s.lookahead) nice_match = s.lookahead;
		do {
			match = cur_match;
			if (_win[match + best_len] !== scan_end || _win[match + best_len - 1] !== scan_end1 || _win[match] !== _win[scan] || _win[++match] !== _win[scan + 1]) continue;
			scan += 2;
			match++;
			do;
			while (_win[++scan] === _win[++match] && _win[++scan] === _win[++match] && _win[++scan] === _win[++match] && _win[++scan] === _win[++match] && _win[++scan] === _win[++match] && _win[++scan] === _win[++match] && _win[++scan] === _win[++match] && _win[++scan] === _win[++match] && scan < strend);
			len = MAX_MATCH - (strend - scan);
			scan = strend - MAX_MATCH;
			if (len > best_len) {
				s.match_start = cur_match;
				best_len = len;
				if (len >= nice_match) break;
				scan_end1 = _win[scan + best_len - 1];
				scan_end = _win[scan + best_len];
			}
		} while ((cur_match = prev[cur_match & wmask]) > limit && --chain_length !== 0);
		if (best_len <= s.lookahead) return best_len;
		return s.lookahead;
	}
	function fill_window(s) {
		var _w_size = s.w_size;
		var p, n, m, more, str;
		do {
			more = s.window_size - s.lookahead - s.strstart;
			if (s.strstart >= _w_size + (_w_size - MIN_LOOKAHEAD)) {
				utils.arraySet(s.window, s.window, _w_size, _w_size, 0);
				s.match_start -= _w_size;
				s.strstart -= _w_size;
				s.block_start -= _w_size;
				n = s.hash_size;
				p = n;
				do {
					m = s.head[--p];
					s.head[p] = m >= _w_size ? m - _w_size : 0;
				} while (--n);
				n = _w_size;
				p = n;
				do {
					m = s.prev[--p];
					s.prev[p] = m >= _w_size ? m - _w_size : 0;
				} while (--n);
				more += _w_size;
			}
			if (s.strm.avail_in === 0) break;
			n = read_buf(s.strm, s.window, s.strstart + s.lookahead, more);
			s.lookahead += n;
			if (s.lookahead + s.insert >= MIN_MATCH) {
				str = s.strstart - s.insert;
				s.ins_h = s.window[str];
				s.ins_h = (s.ins_h << s.hash_shift ^ s.window[str + 1]) & s.hash_mask;
				while (s.insert) {
					s.ins_h = (s.ins_h << s.hash_shift ^ s.window[str + MIN_MATCH - 1]) & s.hash_mask;
					s.prev[str & s.w_mask] = s.head[s.ins_h];
					s.head[s.ins_h] = str;
					str++;
					s.insert--;
					if (s.lookahead + s.insert < MIN_MATCH) break;
				}
			}
		} while (s.lookahead < MIN_LOOKAHEAD && s.strm.avail_in !== 0);
	}
	function deflate_stored(s, flush) {
		var max_block_size = 65535;
		if (max_block_size > s.pending_buf_size - 5) max_block_size = s.pending_buf_size - 5;
		for (;;) {
			if (s.lookahead <= 1) {
				fill_window(s);
				if (s.lookahead === 0 && flush === Z_NO_FLUSH) return BS_NEED_MORE;
				if (s.lookahead === 0) break;
			}
			s.strstart += s.lookahead;
			s.lookahead = 0;
			var max_start = s.block_start + max_block_size;
			if (s.strstart === 0 || s.strstart >= max_start) {
				s.lookahead = s.strstart - max_start;
				s.strstart = max_start;
				/*** FLUSH_BLOCK(s, 0); ***/
				flush_block_only(s, false);
				if (s.strm.avail_out === 0) return BS_NEED_MORE;
			}
			if (s.strstart - s.block_start >= s.w_size - MIN_LOOKAHEAD) {
				/*** FLUSH_BLOCK(s, 0); ***/
				flush_block_only(s, false);
				if (s.strm.avail_out === 0) return BS_NEED_MORE;
			}
		}
		s.insert = 0;
		if (flush === Z_FINISH) {
			/*** FLUSH_BLOCK(s, 1); ***/
			flush_block_only(s, true);
			if (s.strm.avail_out === 0) return BS_FINISH_STARTED;
			return BS_FINISH_DONE;
		}
		if (s.strstart > s.block_start) {
			/*** FLUSH_BLOCK(s, 0); ***/
			flush_block_only(s, false);
			if (s.strm.avail_out === 0) return BS_NEED_MORE;
		}
		return BS_NEED_MORE;
	}
	function deflate_fast(s, flush) {
		var hash_head;
		var bflush;
		for (;;) {
			if (s.lookahead < MIN_LOOKAHEAD) {
				fill_window(s);
				if (s.lookahead < MIN_LOOKAHEAD && flush === Z_NO_FLUSH) return BS_NEED_MORE;
				if (s.lookahead === 0) break;
			}
			hash_head = 0;
			if (s.lookahead >= MIN_MATCH) {
				/*** INSERT_STRING(s, s.strstart, hash_head); ***/
				s.ins_h = (s.ins_h << s.hash_shift ^ s.window[s.strstart + MIN_MATCH - 1]) & s.hash_mask;
				hash_head = s.prev[s.strstart & s.w_mask] = s.head[s.ins_h];
				s.head[s.ins_h] = s.strstart;
			}
			if (hash_head !== 0 && s.strstart - hash_head <= s.w_size - MIN_LOOKAHEAD) s.match_length = longest_match(s, hash_head);
			if (s.match_length >= MIN_MATCH) {
				/*** _tr_tally_dist(s, s.strstart - s.match_start,
				s.match_length - MIN_MATCH, bflush); ***/
				bflush = trees._tr_tally(s, s.strstart - s.match_start, s.match_length - MIN_MATCH);
				s.lookahead -= s.match_length;
				if (s.match_length <= s.max_lazy_match && s.lookahead >= MIN_MATCH) {
					s.match_length--;
					do {
						s.strstart++;
						/*** INSERT_STRING(s, s.strstart, hash_head); ***/
						s.ins_h = (s.ins_h << s.hash_shift ^ s.window[s.strstart + MIN_MATCH - 1]) & s.hash_mask;
						hash_head = s.prev[s.strstart & s.w_mask] = s.head[s.ins_h];
						s.head[s.ins_h] = s.strstart;
					} while (--s.match_length !== 0);
					s.strstart++;
				} else {
					s.strstart += s.match_length;
					s.match_length = 0;
					s.ins_h = s.window[s.strstart];
					s.ins_h = (s.ins_h << s.hash_shift ^ s.window[s.strstart + 1]) & s.hash_mask;
				}
			} else {
				/*** _tr_tally_lit(s, s.window[s.strstart], bflush); ***/
				bflush = trees._tr_tally(s, 0, s.window[s.strstart]);
				s.lookahead--;
				s.strstart++;
			}
			if (bflush) {
				/*** FLUSH_BLOCK(s, 0); ***/
				flush_block_only(s, false);
				if (s.strm.avail_out === 0) return BS_NEED_MORE;
			}
		}
		s.insert = s.strstart < MIN_MATCH - 1 ? s.strstart : MIN_MATCH - 1;
		if (flush === Z_FINISH) {
			/*** FLUSH_BLOCK(s, 1); ***/
			flush_block_only(s, true);
			if (s.strm.avail_out === 0) return BS_FINISH_STARTED;
			return BS_FINISH_DONE;
		}
		if (s.last_lit) {
			/*** FLUSH_BLOCK(s, 0); ***/
			flush_block_only(s, false);
			if (s.strm.avail_out === 0) return BS_NEED_MORE;
		}
		return BS_BLOCK_DONE;
	}
	function deflate_slow(s, flush) {
		var hash_head;
		var bflush;
		var max_insert;
		for (;;) {
			if (s.lookahead < MIN_LOOKAHEAD) {
				fill_window(s);
				if (s.lookahead < MIN_LOOKAHEAD && flush === Z_NO_FLUSH) return BS_NEED_MORE;
				if (s.lookahead === 0) break;
			}
			hash_head = 0;
			if (s.lookahead >= MIN_MATCH) {
				/*** INSERT_STRING(s, s.strstart, hash_head); ***/
				s.ins_h = (s.ins_h << s.hash_shift ^ s.window[s.strstart + MIN_MATCH - 1]) & s.hash_mask;
				hash_head = s.prev[s.strstart & s.w_mask] = s.head[s.ins_h];
				s.head[s.ins_h] = s.strstart;
			}
			s.prev_length = s.match_length;
			s.prev_match = s.match_start;
			s.match_length = MIN_MATCH - 1;
			if (hash_head !== 0 && s.prev_length < s.max_lazy_match && s.strstart - hash_head <= s.w_size - MIN_LOOKAHEAD) {
				s.match_length = longest_match(s, hash_head);
				if (s.match_length <= 5 && (s.strategy === Z_FILTERED || s.match_length === MIN_MATCH && s.strstart - s.match_start > 4096)) s.match_length = MIN_MATCH - 1;
			}
			if (s.prev_length >= MIN_MATCH && s.match_length <= s.prev_length) {
				max_insert = s.strstart + s.lookahead - MIN_MATCH;
				/***_tr_tally_dist(s, s.strstart - 1 - s.prev_match,
				s.prev_length - MIN_MATCH, bflush);***/
				bflush = trees._tr_tally(s, s.strstart - 1 - s.prev_match, s.prev_length - MIN_MATCH);
				s.lookahead -= s.prev_length - 1;
				s.prev_length -= 2;
				do
					if (++s.strstart <= max_insert) {
						/*** INSERT_STRING(s, s.strstart, hash_head); ***/
						s.ins_h = (s.ins_h << s.hash_shift ^ s.window[s.strstart + MIN_MATCH - 1]) & s.hash_mask;
						hash_head = s.prev[s.strstart & s.w_mask] = s.head[s.ins_h];
						s.head[s.ins_h] = s.strstart;
					}
				while (--s.prev_length !== 0);
				s.match_available = 0;
				s.match_length = MIN_MATCH - 1;
				s.strstart++;
				if (bflush) {
					/*** FLUSH_BLOCK(s, 0); ***/
					flush_block_only(s, false);
					if (s.strm.avail_out === 0) return BS_NEED_MORE;
				}
			} else if (s.match_available) {
				/*** _tr_tally_lit(s, s.window[s.strstart-1], bflush); ***/
				bflush = trees._tr_tally(s, 0, s.window[s.strstart - 1]);
				if (bflush)
 /*** FLUSH_BLOCK_ONLY(s, 0) ***/
				flush_block_only(s, false);
				s.strstart++;
				s.lookahead--;
				if (s.strm.avail_out === 0) return BS_NEED_MORE;
			} else {
				s.match_available = 1;
				s.strstart++;
				s.lookahead--;
			}
		}
		if (s.match_available) {
			/*** _tr_tally_lit(s, s.window[s.strstart-1], bflush); ***/
			bflush = trees._tr_tally(s, 0, s.window[s.strstart - 1]);
			s.match_available = 0;
		}
		s.insert = s.strstart < MIN_MATCH - 1 ? s.strstart : MIN_MATCH - 1;
		if (flush === Z_FINISH) {
			/*** FLUSH_BLOCK(s, 1); ***/
			flush_block_only(s, true);
			if (s.strm.avail_out === 0) return BS_FINISH_STARTED;
			return BS_FINISH_DONE;
		}
		if (s.last_lit) {
			/*** FLUSH_BLOCK(s, 0); ***/
			flush_block_only(s, false);
			if (s.strm.avail_out === 0) return BS_NEED_MORE;
		}
		return BS_BLOCK_DONE;
	}
	function deflate_rle(s, flush) {
		var bflush;
		var prev;
		var scan, strend;
		var _win = s.window;
		for (;;) {
			if (s.lookahead <= MAX_MATCH) {
				fill_window(s);
				if (s.lookahead <= MAX_MATCH && flush === Z_NO_FLUSH) return BS_NEED_MORE;
				if (s.lookahead === 0) break;
			}
			s.match_length = 0;
			if (s.lookahead >= MIN_MATCH && s.strstart > 0) {
				scan = s.strstart - 1;
				prev = _win[scan];
				if (prev === _win[++scan] && prev === _win[++scan] && prev === _win[++scan]) {
					strend = s.strstart + MAX_MATCH;
					do;
					while (prev === _win[++scan] && prev === _win[++scan] && prev === _win[++scan] && prev === _win[++scan] && prev === _win[++scan] && prev === _win[++scan] && prev === _win[++scan] && prev === _win[++scan] && scan < strend);
					s.match_length = MAX_MATCH - (strend - scan);
					if (s.match_length > s.lookahead) s.match_length = s.lookahead;
				}
			}
			if (s.match_length >= MIN_MATCH) {
				/*** _tr_tally_dist(s, 1, s.match_length - MIN_MATCH, bflush); ***/
				bflush = trees._tr_tally(s, 1, s.match_length - MIN_MATCH);
				s.lookahead -= s.match_length;
				s.strstart += s.match_length;
				s.match_length = 0;
			} else {
				/*** _tr_tally_lit(s, s.window[s.strstart], bflush); ***/
				bflush = trees._tr_tally(s, 0, s.window[s.strstart]);
				s.lookahead--;
				s.strstart++;
			}
			if (bflush) {
				/*** FLUSH_BLOCK(s, 0); ***/
				flush_block_only(s, false);
				if (s.strm.avail_out === 0) return BS_NEED_MORE;
			}
		}
		s.insert = 0;
		if (flush === Z_FINISH) {
			/*** FLUSH_BLOCK(s, 1); ***/
			flush_block_only(s, true);
			if (s.strm.avail_out === 0) return BS_FINISH_STARTED;
			return BS_FINISH_DONE;
		}
		if (s.last_lit) {
			/*** FLUSH_BLOCK(s, 0); ***/
			flush_block_only(s, false);
			if (s.strm.avail_out === 0) return BS_NEED_MORE;
		}
		return BS_BLOCK_DONE;
	}
	function deflate_huff(s, flush) {
		var bflush;
		for (;;) {
			if (s.lookahead === 0) {
				fill_window(s);
				if (s.lookahead === 0) {
					if (flush === Z_NO_FLUSH) return BS_NEED_MORE;
					break;
				}
			}
			s.match_length = 0;
			/*** _tr_tally_lit(s, s.window[s.strstart], bflush); ***/
			bflush = trees._tr_tally(s, 0, s.window[s.strstart]);
			s.lookahead--;
			s.strstart++;
			if (bflush) {
				/*** FLUSH_BLOCK(s, 0); ***/
				flush_block_only(s, false);
				if (s.strm.avail_out === 0) return BS_NEED_MORE;
			}
		}
		s.insert = 0;
		if (flush === Z_FINISH) {
			/*** FLUSH_BLOCK(s, 1); ***/
			flush_block_only(s, true);
			if (s.strm.avail_out === 0) return BS_FINISH_STARTED;
			return BS_FINISH_DONE;
		}
		if (s.last_lit) {
			/*** FLUSH_BLOCK(s, 0); ***/
			flush_block_only(s, false);
			if (s.strm.avail_out === 0) return BS_NEED_MORE;
		}
		return BS_BLOCK_DONE;
	}
	function Config(good_length, max_lazy, nice_length, max_chain, func) {
		this.good_length = good_length;
		this.max_lazy = max_lazy;
		this.nice_length = nice_length;
		this.max_chain = max_chain;
		this.func = func;
	}
	var configuration_table = [
		new Config(0, 0, 0, 0, deflate_stored),
		new Config(4, 4, 8, 4, deflate_fast),
		new Config(4, 5, 16, 8, deflate_fast),
		new Config(4, 6, 32, 32, deflate_fast),
		new Config(4, 4, 16, 16, deflate_slow),
		new Config(8, 16, 32, 32, deflate_slow),
		new Config(8, 16, 128, 128, deflate_slow),
		new Config(8, 32, 128, 256, deflate_slow),
		new Config(32, 128, 258, 1024, deflate_slow),
		new Config(32, 258, 258, 4096, deflate_slow)
	];
	function lm_init(s) {
		s.window_size = 2 * s.w_size;
		/*** CLEAR_HASH(s); ***/
		zero(s.head);
		s.max_lazy_match = configuration_table[s.level].max_lazy;
		s.good_match = configuration_table[s.level].good_length;
		s.nice_match = configuration_table[s.level].nice_length;
		s.max_chain_length = configuration_table[s.level].max_chain;
		s.strstart = 0;
		s.block_start = 0;
		s.lookahead = 0;
		s.insert = 0;
		s.match_length = s.prev_length = MIN_MATCH - 1;
		s.match_available = 0;
		s.ins_h = 0;
	}
	function DeflateState() {
		this.strm = null;
		this.status = 0;
		this.pending_buf = null;
		this.pending_buf_size = 0;
		this.pending_out = 0;
		this.pending = 0;
		this.wrap = 0;
		this.gzhead = null;
		this.gzindex = 0;
		this.method = Z_DEFLATED;
		this.last_flush = -1;
		this.w_size = 0;
		this.w_bits = 0;
		this.w_mask = 0;
		this.window = null;
		this.window_size = 0;
		this.prev = null;
		this.head = null;
		this.ins_h = 0;
		this.hash_size = 0;
		this.hash_bits = 0;
		this.hash_mask = 0;
		this.hash_shift = 0;
		this.block_start = 0;
		this.match_length = 0;
		this.prev_match = 0;
		this.match_available = 0;
		this.strstart = 0;
		this.match_start = 0;
		this.lookahead = 0;
		this.prev_length = 0;
		this.max_chain_length = 0;
		this.max_lazy_match = 0;
		this.level = 0;
		this.strategy = 0;
		this.good_match = 0;
		this.nice_match = 0;
		this.dyn_ltree = new utils.Buf16(HEAP_SIZE * 2);
		this.dyn_dtree = new utils.Buf16((2 * D_CODES + 1) * 2);
		this.bl_tree = new utils.Buf16((2 * BL_CODES + 1) * 2);
		zero(this.dyn_ltree);
		zero(this.dyn_dtree);
		zero(this.bl_tree);
		this.l_desc = null;
		this.d_desc = null;
		this.bl_desc = null;
		this.bl_count = new utils.Buf16(MAX_BITS + 1);
		this.heap = new utils.Buf16(2 * L_CODES + 1);
		zero(this.heap);
		this.heap_len = 0;
		this.heap_max = 0;
		this.depth = new utils.Buf16(2 * L_CODES + 1);
		zero(this.depth);
		this.l_buf = 0;
		this.lit_bufsize = 0;
		this.last_lit = 0;
		this.d_buf = 0;
		this.opt_len = 0;
		this.static_len = 0;
		this.matches = 0;
		this.insert = 0;
		this.bi_buf = 0;
		this.bi_valid = 0;
	}
	function deflateResetKeep(strm) {
		var s;
		if (!strm || !strm.state) return err(strm, Z_STREAM_ERROR);
		strm.total_in = strm.total_out = 0;
		strm.data_type = Z_UNKNOWN;
		s = strm.state;
		s.pending = 0;
		s.pending_out = 0;
		if (s.wrap < 0) s.wrap = -s.wrap;
		s.status = s.wrap ? INIT_STATE : BUSY_STATE;
		strm.adler = s.wrap === 2 ? 0 : 1;
		s.last_flush = Z_NO_FLUSH;
		trees._tr_init(s);
		return Z_OK;
	}
	function deflateReset(strm) {
		var ret = deflateResetKeep(strm);
		if (ret === Z_OK) lm_init(strm.state);
		return ret;
	}
	function deflateSetHeader(strm, head) {
		if (!strm || !strm.state) return Z_STREAM_ERROR;
		if (strm.state.wrap !== 2) return Z_STREAM_ERROR;
		strm.state.gzhead = head;
		return Z_OK;
	}
	function deflateInit2(strm, level, method, windowBits, memLevel, strategy) {
		if (!strm) return Z_STREAM_ERROR;
		var wrap = 1;
		if (level === Z_DEFAULT_COMPRESSION) level = 6;
		if (windowBits < 0) {
			wrap = 0;
			windowBits = -windowBits;
		} else if (windowBits > 15) {
			wrap = 2;
			windowBits -= 16;
		}
		if (memLevel < 1 || memLevel > MAX_MEM_LEVEL || method !== Z_DEFLATED || windowBits < 8 || windowBits > 15 || level < 0 || level > 9 || strategy < 0 || strategy > Z_FIXED) return err(strm, Z_STREAM_ERROR);
		if (windowBits === 8) windowBits = 9;
		var s = new DeflateState();
		strm.state = s;
		s.strm = strm;
		s.wrap = wrap;
		s.gzhead = null;
		s.w_bits = windowBits;
		s.w_size = 1 << s.w_bits;
		s.w_mask = s.w_size - 1;
		s.hash_bits = memLevel + 7;
		s.hash_size = 1 << s.hash_bits;
		s.hash_mask = s.hash_size - 1;
		s.hash_shift = ~~((s.hash_bits + MIN_MATCH - 1) / MIN_MATCH);
		s.window = new utils.Buf8(s.w_size * 2);
		s.head = new utils.Buf16(s.hash_size);
		s.prev = new utils.Buf16(s.w_size);
		s.lit_bufsize = 1 << memLevel + 6;
		s.pending_buf_size = s.lit_bufsize * 4;
		s.pending_buf = new utils.Buf8(s.pending_buf_size);
		s.d_buf = 1 * s.lit_bufsize;
		s.l_buf = 3 * s.lit_bufsize;
		s.level = level;
		s.strategy = strategy;
		s.method = method;
		return deflateReset(strm);
	}
	function deflateInit(strm, level) {
		return deflateInit2(strm, level, Z_DEFLATED, MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY);
	}
	function deflate(strm, flush) {
		var old_flush, s;
		var beg, val;
		if (!strm || !strm.state || flush > Z_BLOCK || flush < 0) return strm ? err(strm, Z_STREAM_ERROR) : Z_STREAM_ERROR;
		s = strm.state;
		if (!strm.output || !strm.input && strm.avail_in !== 0 || s.status === FINISH_STATE && flush !== Z_FINISH) return err(strm, strm.avail_out === 0 ? Z_BUF_ERROR : Z_STREAM_ERROR);
		s.strm = strm;
		old_flush = s.last_flush;
		s.last_flush = flush;
		if (s.status === INIT_STATE) {
			if (s.wrap === 2) {
				strm.adler = 0;
				put_byte(s, 31);
				put_byte(s, 139);
				put_byte(s, 8);
				if (!s.gzhead) {
					put_byte(s, 0);
					put_byte(s, 0);
					put_byte(s, 0);
					put_byte(s, 0);
					put_byte(s, 0);
					put_byte(s, s.level === 9 ? 2 : s.strategy >= Z_HUFFMAN_ONLY || s.level < 2 ? 4 : 0);
					put_byte(s, OS_CODE);
					s.status = BUSY_STATE;
				} else {
					put_byte(s, (s.gzhead.text ? 1 : 0) + (s.gzhead.hcrc ? 2 : 0) + (!s.gzhead.extra ? 0 : 4) + (!s.gzhead.name ? 0 : 8) + (!s.gzhead.comment ? 0 : 16));
					put_byte(s, s.gzhead.time & 255);
					put_byte(s, s.gzhead.time >> 8 & 255);
					put_byte(s, s.gzhead.time >> 16 & 255);
					put_byte(s, s.gzhead.time >> 24 & 255);
					put_byte(s, s.level === 9 ? 2 : s.strategy >= Z_HUFFMAN_ONLY || s.level < 2 ? 4 : 0);
					put_byte(s, s.gzhead.os & 255);
					if (s.gzhead.extra && s.gzhead.extra.length) {
						put_byte(s, s.gzhead.extra.length & 255);
						put_byte(s, s.gzhead.extra.length >> 8 & 255);
					}
					if (s.gzhead.hcrc) strm.adler = crc32(strm.adler, s.pending_buf, s.pending, 0);
					s.gzindex = 0;
					s.status = EXTRA_STATE;
				}
			} else {
				var header = Z_DEFLATED + (s.w_bits - 8 << 4) << 8;
				var level_flags = -1;
				if (s.strategy >= Z_HUFFMAN_ONLY || s.level < 2) level_flags = 0;
				else if (s.level < 6) level_flags = 1;
				else if (s.level === 6) level_flags = 2;
				else level_flags = 3;
				header |= level_flags << 6;
				if (s.strstart !== 0) header |= PRESET_DICT;
				header += 31 - header % 31;
				s.status = BUSY_STATE;
				putShortMSB(s, header);
				if (s.strstart !== 0) {
					putShortMSB(s, strm.adler >>> 16);
					putShortMSB(s, strm.adler & 65535);
				}
				strm.adler = 1;
			}
		}
		if (s.status === EXTRA_STATE) {
			if (s.gzhead.extra) {
				beg = s.pending;
				while (s.gzindex < (s.gzhead.extra.length & 65535)) {
					if (s.pending === s.pending_buf_size) {
						if (s.gzhead.hcrc && s.pending > beg) strm.adler = crc32(strm.adler, s.pending_buf, s.pending - beg, beg);
						flush_pending(strm);
						beg = s.pending;
						if (s.pending === s.pending_buf_size) break;
					}
					put_byte(s, s.gzhead.extra[s.gzindex] & 255);
					s.gzindex++;
				}
				if (s.gzhead.hcrc && s.pending > beg) strm.adler = crc32(strm.adler, s.pending_buf, s.pending - beg, beg);
				if (s.gzindex === s.gzhead.extra.length) {
					s.gzindex = 0;
					s.status = NAME_STATE;
				}
			} else s.status = NAME_STATE;
		}
		if (s.status === NAME_STATE) {
			if (s.gzhead.name) {
				beg = s.pending;
				do {
					if (s.pending === s.pending_buf_size) {
						if (s.gzhead.hcrc && s.pending > beg) strm.adler = crc32(strm.adler, s.pending_buf, s.pending - beg, beg);
						flush_pending(strm);
						beg = s.pending;
						if (s.pending === s.pending_buf_size) {
							val = 1;
							break;
						}
					}
					if (s.gzindex < s.gzhead.name.length) val = s.gzhead.name.charCodeAt(s.gzindex++) & 255;
					else val = 0;
					put_byte(s, val);
				} while (val !== 0);
				if (s.gzhead.hcrc && s.pending > beg) strm.adler = crc32(strm.adler, s.pending_buf, s.pending - beg, beg);
				if (val === 0) {
					s.gzindex = 0;
					s.status = COMMENT_STATE;
				}
			} else s.status = COMMENT_STATE;
		}
		if (s.status === COMMENT_STATE) {
			if (s.gzhead.comment) {
				beg = s.pending;
				do {
					if (s.pending === s.pending_buf_size) {
						if (s.gzhead.hcrc && s.pending > beg) strm.adler = crc32(strm.adler, s.pending_buf, s.pending - beg, beg);
						flush_pending(strm);
						beg = s.pending;
						if (s.pending === s.pending_buf_size) {
							val = 1;
							break;
						}
					}
					if (s.gzindex < s.gzhead.comment.length) val = s.gzhead.comment.charCodeAt(s.gzindex++) & 255;
					else val = 0;
					put_byte(s, val);
				} while (val !== 0);
				if (s.gzhead.hcrc && s.pending > beg) strm.adler = crc32(strm.adler, s.pending_buf, s.pending - beg, beg);
				if (val === 0) s.status = HCRC_STATE;
			} else s.status = HCRC_STATE;
		}
		if (s.status === HCRC_STATE) {
			if (s.gzhead.hcrc) {
				if (s.pending + 2 > s.pending_buf_size) flush_pending(strm);
				if (s.pending + 2 <= s.pending_buf_size) {
					put_byte(s, strm.adler & 255);
					put_byte(s, strm.adler >> 8 & 255);
					strm.adler = 0;
					s.status = BUSY_STATE;
				}
			} else s.status = BUSY_STATE;
		}
		if (s.pending !== 0) {
			flush_pending(strm);
			if (strm.avail_out === 0) {
				s.last_flush = -1;
				return Z_OK;
			}
		} else if (strm.avail_in === 0 && rank(flush) <= rank(old_flush) && flush !== Z_FINISH) return err(strm, Z_BUF_ERROR);
		if (s.status === FINISH_STATE && strm.avail_in !== 0) return err(strm, Z_BUF_ERROR);
		if (strm.avail_in !== 0 || s.lookahead !== 0 || flush !== Z_NO_FLUSH && s.status !== FINISH_STATE) {
			var bstate = s.strategy === Z_HUFFMAN_ONLY ? deflate_huff(s, flush) : s.strategy === Z_RLE ? deflate_rle(s, flush) : configuration_table[s.level].func(s, flush);
			if (bstate === BS_FINISH_STARTED || bstate === BS_FINISH_DONE) s.status = FINISH_STATE;
			if (bstate === BS_NEED_MORE || bstate === BS_FINISH_STARTED) {
				if (strm.avail_out === 0) s.last_flush = -1;
				return Z_OK;
			}
			if (bstate === BS_BLOCK_DONE) {
				if (flush === Z_PARTIAL_FLUSH) trees._tr_align(s);
				else if (flush !== Z_BLOCK) {
					trees._tr_stored_block(s, 0, 0, false);
					if (flush === Z_FULL_FLUSH) {
						/*** CLEAR_HASH(s); ***/ zero(s.head);
						if (s.lookahead === 0) {
							s.strstart = 0;
							s.block_start = 0;
							s.insert = 0;
						}
					}
				}
				flush_pending(strm);
				if (strm.avail_out === 0) {
					s.last_flush = -1;
					return Z_OK;
				}
			}
		}
		if (flush !== Z_FINISH) return Z_OK;
		if (s.wrap <= 0) return Z_STREAM_END;
		if (s.wrap === 2) {
			put_byte(s, strm.adler & 255);
			put_byte(s, strm.adler >> 8 & 255);
			put_byte(s, strm.adler >> 16 & 255);
			put_byte(s, strm.adler >> 24 & 255);
			put_byte(s, strm.total_in & 255);
			put_byte(s, strm.total_in >> 8 & 255);
			put_byte(s, strm.total_in >> 16 & 255);
			put_byte(s, strm.total_in >> 24 & 255);
		} else {
			putShortMSB(s, strm.adler >>> 16);
			putShortMSB(s, strm.adler & 65535);
		}
		flush_pending(strm);
		if (s.wrap > 0) s.wrap = -s.wrap;
		return s.pending !== 0 ? Z_OK : Z_STREAM_END;
	}
	function deflateEnd(strm) {
		var status;
		if (!strm || !strm.state) return Z_STREAM_ERROR;
		status = strm.state.status;
		if (status !== INIT_STATE && status !== EXTRA_STATE && status !== NAME_STATE && status !== COMMENT_STATE && status !== HCRC_STATE && status !== BUSY_STATE && status !== FINISH_STATE) return err(strm, Z_STREAM_ERROR);
		strm.state = null;
		return status === BUSY_STATE ? err(strm, Z_DATA_ERROR) : Z_OK;
	}
	function deflateSetDictionary(strm, dictionary) {
		var dictLength = dictionary.length;
		var s;
		var str, n;
		var wrap;
		var avail;
		var next;
		var input;
		var tmpDict;
		if (!strm || !strm.state) return Z_STREAM_ERROR;
		s = strm.state;
		wrap = s.wrap;
		if (wrap === 2 || wrap === 1 && s.status !== INIT_STATE || s.lookahead) return Z_STREAM_ERROR;
		if (wrap === 1) strm.adler = adler32(strm.adler, dictionary, dictLength, 0);
		s.wrap = 0;
		if (dictLength >= s.w_size) {
			if (wrap === 0) {
				/*** CLEAR_HASH(s); ***/
				zero(s.head);
				s.strstart = 0;
				s.block_start = 0;
				s.insert = 0;
			}
			tmpDict = new utils.Buf8(s.w_size);
			utils.arraySet(tmpDict, dictionary, dictLength - s.w_size, s.w_size, 0);
			dictionary = tmpDict;
			dictLength = s.w_size;
		}
		avail = strm.avail_in;
		next = strm.next_in;
		input = strm.input;
		strm.avail_in = dictLength;
		strm.next_in = 0;
		strm.input = dictionary;
		fill_window(s);
		while (s.lookahead >= MIN_MATCH) {
			str = s.strstart;
			n = s.lookahead - (MIN_MATCH - 1);
			do {
				s.ins_h = (s.ins_h << s.hash_shift ^ s.window[str + MIN_MATCH - 1]) & s.hash_mask;
				s.prev[str & s.w_mask] = s.head[s.ins_h];
				s.head[s.ins_h] = str;
				str++;
			} while (--n);
			s.strstart = str;
			s.lookahead = MIN_MATCH - 1;
			fill_window(s);
		}
		s.strstart += s.lookahead;
		s.block_start = s.strstart;
		s.insert = s.lookahead;
		s.lookahead = 0;
		s.match_length = s.prev_length = MIN_MATCH - 1;
		s.match_available = 0;
		strm.next_in = next;
		strm.input = input;
		strm.avail_in = avail;
		s.wrap = wrap;
		return Z_OK;
	}
	exports.deflateInit = deflateInit;
	exports.deflateInit2 = deflateInit2;
	exports.deflateReset = deflateReset;
	exports.deflateResetKeep = deflateResetKeep;
	exports.deflateSetHeader = deflateSetHeader;
	exports.deflate = deflate;
	exports.deflateEnd = deflateEnd;
	exports.deflateSetDictionary = deflateSetDictionary;
	exports.deflateInfo = "pako deflate (from Nodeca project)";
}));

// node_modules/pako/lib/utils/strings.js
var require_strings = /* @__PURE__ */ __commonJSMin(((exports) => {
	var utils = require_common();
	var STR_APPLY_OK = true;
	var STR_APPLY_UIA_OK = true;
	try {
		String.fromCharCode.apply(null, [0]);
	} catch (__) {
		STR_APPLY_OK = false;
	}
	try {
		String.fromCharCode.apply(null, /* @__PURE__ */ new Uint8Array(1));
	} catch (__) {
		STR_APPLY_UIA_OK = false;
	}
	var _utf8len = new utils.Buf8(256);
	for (var q = 0; q < 256; q++) _utf8len[q] = q >= 252 ? 6 : q >= 248 ? 5 : q >= 240 ? 4 : q >= 224 ? 3 : q >= 192 ? 2 : 1;
	_utf8len[254] = _utf8len[254] = 1;
	exports.string2buf = function(str) {
		var buf, c, c2, m_pos, i, str_len = str.length, buf_len = 0;
		for (m_pos = 0; m_pos < str_len; m_pos++) {
			c = str.charCodeAt(m_pos);
			if ((c & 64512) === 55296 && m_pos + 1 < str_len) {
				c2 = str.charCodeAt(m_pos + 1);
				if ((c2 & 64512) === 56320) {
					c = 65536 + (c - 55296 << 10) + (c2 - 56320);
					m_pos++;
				}
			}
			buf_len += c < 128 ? 1 : c < 2048 ? 2 : c < 65536 ? 3 : 4;
		}
		buf = new utils.Buf8(buf_len);
		for (i = 0, m_pos = 0; i < buf_len; m_pos++) {
			c = str.charCodeAt(m_pos);
			if ((c & 64512) === 55296 && m_pos + 1 < str_len) {
				c2 = str.charCodeAt(m_pos + 1);
				if ((c2 & 64512) === 56320) {
					c = 65536 + (c - 55296 << 10) + (c2 - 56320);
					m_pos++;
				}
			}
			if (c < 128) buf[i++] = c;
			else if (c < 2048) {
				buf[i++] = 192 | c >>> 6;
				buf[i++] = 128 | c & 63;
			} else if (c < 65536) {
				buf[i++] = 224 | c >>> 12;
				buf[i++] = 128 | c >>> 6 & 63;
				buf[i++] = 128 | c & 63;
			} else {
				buf[i++] = 240 | c >>> 18;
				buf[i++] = 128 | c >>> 12 & 63;
				buf[i++] = 128 | c >>> 6 & 63;
				buf[i++] = 128 | c & 63;
			}
		}
		return buf;
	};
	function buf2binstring(buf, len) {
		if (len < 65534) {
			if (buf.subarray && STR_APPLY_UIA_OK || !buf.subarray && STR_APPLY_OK) return String.fromCharCode.apply(null, utils.shrinkBuf(buf, len));
		}
		var result = "";
		for (var i = 0; i < len; i++) result += String.fromCharCode(buf[i]);
		return result;
	}
	exports.buf2binstring = function(buf) {
		return buf2binstring(buf, buf.length);
	};
	exports.binstring2buf = function(str) {
		var buf = new utils.Buf8(str.length);
		for (var i = 0, len = buf.length; i < len; i++) buf[i] = str.charCodeAt(i);
		return buf;
	};
	exports.buf2string = function(buf, max) {
		var i, out, c, c_len;
		var len = max || buf.length;
		var utf16buf = new Array(len * 2);
		for (out = 0, i = 0; i < len;) {
			c = buf[i++];
			if (c < 128) {
				utf16buf[out++] = c;
				continue;
			}
			c_len = _utf8len[c];
			if (c_len > 4) {
				utf16buf[out++] = 65533;
				i += c_len - 1;
				continue;
			}
			c &= c_len === 2 ? 31 : c_len === 3 ? 15 : 7;
			while (c_len > 1 && i < len) {
				c = c << 6 | buf[i++] & 63;
				c_len--;
			}
			if (c_len > 1) {
				utf16buf[out++] = 65533;
				continue;
			}
			if (c < 65536) utf16buf[out++] = c;
			else {
				c -= 65536;
				utf16buf[out++] = 55296 | c >> 10 & 1023;
				utf16buf[out++] = 56320 | c & 1023;
			}
		}
		return buf2binstring(utf16buf, out);
	};
	exports.utf8border = function(buf, max) {
		var pos;
		max = max || buf.length;
		if (max > buf.length) max = buf.length;
		pos = max - 1;
		while (pos >= 0 && (buf[pos] & 192) === 128) pos--;
		if (pos < 0) return max;
		if (pos === 0) return max;
		return pos + _utf8len[buf[pos]] > max ? pos : max;
	};
}));

// node_modules/pako/lib/zlib/zstream.js
var require_zstream = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function ZStream() {
		this.input = null;
		this.next_in = 0;
		this.avail_in = 0;
		this.total_in = 0;
		this.output = null;
		this.next_out = 0;
		this.avail_out = 0;
		this.total_out = 0;
		this.msg = "";
		this.state = null;
		this.data_type = 2;
		this.adler = 0;
	}
	module.exports = ZStream;
}));

// node_modules/pako/lib/deflate.js
var require_deflate = /* @__PURE__ */ __commonJSMin(((exports) => {
	var zlib_deflate = require_deflate$1();
	var utils = require_common();
	var strings = require_strings();
	var msg = require_messages();
	var ZStream = require_zstream();
	var toString = Object.prototype.toString;
	var Z_NO_FLUSH = 0;
	var Z_FINISH = 4;
	var Z_OK = 0;
	var Z_STREAM_END = 1;
	var Z_SYNC_FLUSH = 2;
	var Z_DEFAULT_COMPRESSION = -1;
	var Z_DEFAULT_STRATEGY = 0;
	var Z_DEFLATED = 8;
	/**
	* class Deflate
	*
	* Generic JS-style wrapper for zlib calls. If you don't need
	* streaming behaviour - use more simple functions: [[deflate]],
	* [[deflateRaw]] and [[gzip]].
	**/
	/**
	* Deflate.result -> Uint8Array|Array
	*
	* Compressed result, generated by default [[Deflate#onData]]
	* and [[Deflate#onEnd]] handlers. Filled after you push last chunk
	* (call [[Deflate#push]] with `Z_FINISH` / `true` param)  or if you
	* push a chunk with explicit flush (call [[Deflate#push]] with
	* `Z_SYNC_FLUSH` param).
	**/
	/**
	* Deflate.err -> Number
	*
	* Error code after deflate finished. 0 (Z_OK) on success.
	* You will not need it in real life, because deflate errors
	* are possible only on wrong options or bad `onData` / `onEnd`
	* custom handlers.
	**/
	/**
	* Deflate.msg -> String
	*
	* Error message, if [[Deflate.err]] != 0
	**/
	/**
	* new Deflate(options)
	* - options (Object): zlib deflate options.
	*
	* Creates new deflator instance with specified params. Throws exception
	* on bad params. Supported options:
	*
	* - `level`
	* - `windowBits`
	* - `memLevel`
	* - `strategy`
	* - `dictionary`
	*
	* [http://zlib.net/manual.html#Advanced](http://zlib.net/manual.html#Advanced)
	* for more information on these.
	*
	* Additional options, for internal needs:
	*
	* - `chunkSize` - size of generated data chunks (16K by default)
	* - `raw` (Boolean) - do raw deflate
	* - `gzip` (Boolean) - create gzip wrapper
	* - `to` (String) - if equal to 'string', then result will be "binary string"
	*    (each char code [0..255])
	* - `header` (Object) - custom header for gzip
	*   - `text` (Boolean) - true if compressed data believed to be text
	*   - `time` (Number) - modification time, unix timestamp
	*   - `os` (Number) - operation system code
	*   - `extra` (Array) - array of bytes with extra data (max 65536)
	*   - `name` (String) - file name (binary string)
	*   - `comment` (String) - comment (binary string)
	*   - `hcrc` (Boolean) - true if header crc should be added
	*
	* ##### Example:
	*
	* ```javascript
	* var pako = require('pako')
	*   , chunk1 = Uint8Array([1,2,3,4,5,6,7,8,9])
	*   , chunk2 = Uint8Array([10,11,12,13,14,15,16,17,18,19]);
	*
	* var deflate = new pako.Deflate({ level: 3});
	*
	* deflate.push(chunk1, false);
	* deflate.push(chunk2, true);  // true -> last chunk
	*
	* if (deflate.err) { throw new Error(deflate.err); }
	*
	* console.log(deflate.result);
	* ```
	**/
	function Deflate(options) {
		if (!(this instanceof Deflate)) return new Deflate(options);
		this.options = utils.assign({
			level: Z_DEFAULT_COMPRESSION,
			method: Z_DEFLATED,
			chunkSize: 16384,
			windowBits: 15,
			memLevel: 8,
			strategy: Z_DEFAULT_STRATEGY,
			to: ""
		}, options || {});
		var opt = this.options;
		if (opt.raw && opt.windowBits > 0) opt.windowBits = -opt.windowBits;
		else if (opt.gzip && opt.windowBits > 0 && opt.windowBits < 16) opt.windowBits += 16;
		this.err = 0;
		this.msg = "";
		this.ended = false;
		this.chunks = [];
		this.strm = new ZStream();
		this.strm.avail_out = 0;
		var status = zlib_deflate.deflateInit2(this.strm, opt.level, opt.method, opt.windowBits, opt.memLevel, opt.strategy);
		if (status !== Z_OK) throw new Error(msg[status]);
		if (opt.header) zlib_deflate.deflateSetHeader(this.strm, opt.header);
		if (opt.dictionary) {
			var dict;
			if (typeof opt.dictionary === "string") dict = strings.string2buf(opt.dictionary);
			else if (toString.call(opt.dictionary) === "[object ArrayBuffer]") dict = new Uint8Array(opt.dictionary);
			else dict = opt.dictionary;
			status = zlib_deflate.deflateSetDictionary(this.strm, dict);
			if (status !== Z_OK) throw new Error(msg[status]);
			this._dict_set = true;
		}
	}
	/**
	* Deflate#push(data[, mode]) -> Boolean
	* - data (Uint8Array|Array|ArrayBuffer|String): input data. Strings will be
	*   converted to utf8 byte sequence.
	* - mode (Number|Boolean): 0..6 for corresponding Z_NO_FLUSH..Z_TREE modes.
	*   See constants. Skipped or `false` means Z_NO_FLUSH, `true` means Z_FINISH.
	*
	* Sends input data to deflate pipe, generating [[Deflate#onData]] calls with
	* new compressed chunks. Returns `true` on success. The last data block must have
	* mode Z_FINISH (or `true`). That will flush internal pending buffers and call
	* [[Deflate#onEnd]]. For interim explicit flushes (without ending the stream) you
	* can use mode Z_SYNC_FLUSH, keeping the compression context.
	*
	* On fail call [[Deflate#onEnd]] with error code and return false.
	*
	* We strongly recommend to use `Uint8Array` on input for best speed (output
	* array format is detected automatically). Also, don't skip last param and always
	* use the same type in your code (boolean or number). That will improve JS speed.
	*
	* For regular `Array`-s make sure all elements are [0..255].
	*
	* ##### Example
	*
	* ```javascript
	* push(chunk, false); // push one of data chunks
	* ...
	* push(chunk, true);  // push last chunk
	* ```
	**/
	Deflate.prototype.push = function(data, mode) {
		var strm = this.strm;
		var chunkSize = this.options.chunkSize;
		var status, _mode;
		if (this.ended) return false;
		_mode = mode === ~~mode ? mode : mode === true ? Z_FINISH : Z_NO_FLUSH;
		if (typeof data === "string") strm.input = strings.string2buf(data);
		else if (toString.call(data) === "[object ArrayBuffer]") strm.input = new Uint8Array(data);
		else strm.input = data;
		strm.next_in = 0;
		strm.avail_in = strm.input.length;
		do {
			if (strm.avail_out === 0) {
				strm.output = new utils.Buf8(chunkSize);
				strm.next_out = 0;
				strm.avail_out = chunkSize;
			}
			status = zlib_deflate.deflate(strm, _mode);
			if (status !== Z_STREAM_END && status !== Z_OK) {
				this.onEnd(status);
				this.ended = true;
				return false;
			}
			if (strm.avail_out === 0 || strm.avail_in === 0 && (_mode === Z_FINISH || _mode === Z_SYNC_FLUSH)) {
				if (this.options.to === "string") this.onData(strings.buf2binstring(utils.shrinkBuf(strm.output, strm.next_out)));
				else this.onData(utils.shrinkBuf(strm.output, strm.next_out));
			}
		} while ((strm.avail_in > 0 || strm.avail_out === 0) && status !== Z_STREAM_END);
		if (_mode === Z_FINISH) {
			status = zlib_deflate.deflateEnd(this.strm);
			this.onEnd(status);
			this.ended = true;
			return status === Z_OK;
		}
		if (_mode === Z_SYNC_FLUSH) {
			this.onEnd(Z_OK);
			strm.avail_out = 0;
			return true;
		}
		return true;
	};
	/**
	* Deflate#onData(chunk) -> Void
	* - chunk (Uint8Array|Array|String): output data. Type of array depends
	*   on js engine support. When string output requested, each chunk
	*   will be string.
	*
	* By default, stores data blocks in `chunks[]` property and glue
	* those in `onEnd`. Override this handler, if you need another behaviour.
	**/
	Deflate.prototype.onData = function(chunk) {
		this.chunks.push(chunk);
	};
	/**
	* Deflate#onEnd(status) -> Void
	* - status (Number): deflate status. 0 (Z_OK) on success,
	*   other if not.
	*
	* Called once after you tell deflate that the input stream is
	* complete (Z_FINISH) or should be flushed (Z_SYNC_FLUSH)
	* or if an error happened. By default - join collected chunks,
	* free memory and fill `results` / `err` properties.
	**/
	Deflate.prototype.onEnd = function(status) {
		if (status === Z_OK) {
			if (this.options.to === "string") this.result = this.chunks.join("");
			else this.result = utils.flattenChunks(this.chunks);
		}
		this.chunks = [];
		this.err = status;
		this.msg = this.strm.msg;
	};
	/**
	* deflate(data[, options]) -> Uint8Array|Array|String
	* - data (Uint8Array|Array|String): input data to compress.
	* - options (Object): zlib deflate options.
	*
	* Compress `data` with deflate algorithm and `options`.
	*
	* Supported options are:
	*
	* - level
	* - windowBits
	* - memLevel
	* - strategy
	* - dictionary
	*
	* [http://zlib.net/manual.html#Advanced](http://zlib.net/manual.html#Advanced)
	* for more information on these.
	*
	* Sugar (options):
	*
	* - `raw` (Boolean) - say that we work with raw stream, if you don't wish to specify
	*   negative windowBits implicitly.
	* - `to` (String) - if equal to 'string', then result will be "binary string"
	*    (each char code [0..255])
	*
	* ##### Example:
	*
	* ```javascript
	* var pako = require('pako')
	*   , data = Uint8Array([1,2,3,4,5,6,7,8,9]);
	*
	* console.log(pako.deflate(data));
	* ```
	**/
	function deflate(input, options) {
		var deflator = new Deflate(options);
		deflator.push(input, true);
		if (deflator.err) throw deflator.msg || msg[deflator.err];
		return deflator.result;
	}
	/**
	* deflateRaw(data[, options]) -> Uint8Array|Array|String
	* - data (Uint8Array|Array|String): input data to compress.
	* - options (Object): zlib deflate options.
	*
	* The same as [[deflate]], but creates raw data, without wrapper
	* (header and adler32 crc).
	**/
	function deflateRaw(input, options) {
		options = options || {};
		options.raw = true;
		return deflate(input, options);
	}
	/**
	* gzip(data[, options]) -> Uint8Array|Array|String
	* - data (Uint8Array|Array|String): input data to compress.
	* - options (Object): zlib deflate options.
	*
	* The same as [[deflate]], but create gzip wrapper instead of
	* deflate one.
	**/
	function gzip(input, options) {
		options = options || {};
		options.gzip = true;
		return deflate(input, options);
	}
	exports.Deflate = Deflate;
	exports.deflate = deflate;
	exports.deflateRaw = deflateRaw;
	exports.gzip = gzip;
}));

// node_modules/pako/lib/zlib/inffast.js
var require_inffast = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var BAD = 30;
	var TYPE = 12;
	module.exports = function inflate_fast(strm, start) {
		var state;
		var _in;
		var last;
		var _out;
		var beg;
		var end;
		var dmax;
		var wsize;
		var whave;
		var wnext;
		var s_window;
		var hold;
		var bits;
		var lcode;
		var dcode;
		var lmask;
		var dmask;
		var here;
		var op;
		var len;
		var dist;
		var from;
		var from_source;
		var input, output;
		state = strm.state;
		_in = strm.next_in;
		input = strm.input;
		last = _in + (strm.avail_in - 5);
		_out = strm.next_out;
		output = strm.output;
		beg = _out - (start - strm.avail_out);
		end = _out + (strm.avail_out - 257);
		dmax = state.dmax;
		wsize = state.wsize;
		whave = state.whave;
		wnext = state.wnext;
		s_window = state.window;
		hold = state.hold;
		bits = state.bits;
		lcode = state.lencode;
		dcode = state.distcode;
		lmask = (1 << state.lenbits) - 1;
		dmask = (1 << state.distbits) - 1;
		top: do {
			if (bits < 15) {
				hold += input[_in++] << bits;
				bits += 8;
				hold += input[_in++] << bits;
				bits += 8;
			}
			here = lcode[hold & lmask];
			dolen: for (;;) {
				op = here >>> 24;
				hold >>>= op;
				bits -= op;
				op = here >>> 16 & 255;
				if (op === 0) output[_out++] = here & 65535;
				else if (op & 16) {
					len = here & 65535;
					op &= 15;
					if (op) {
						if (bits < op) {
							hold += input[_in++] << bits;
							bits += 8;
						}
						len += hold & (1 << op) - 1;
						hold >>>= op;
						bits -= op;
					}
					if (bits < 15) {
						hold += input[_in++] << bits;
						bits += 8;
						hold += input[_in++] << bits;
						bits += 8;
					}
					here = dcode[hold & dmask];
					dodist: for (;;) {
						op = here >>> 24;
						hold >>>= op;
						bits -= op;
						op = here >>> 16 & 255;
						if (op & 16) {
							dist = here & 65535;
							op &= 15;
							if (bits < op) {
								hold += input[_in++] << bits;
								bits += 8;
								if (bits < op) {
									hold += input[_in++] << bits;
									bits += 8;
								}
							}
							dist += hold & (1 << op) - 1;
							if (dist > dmax) {
								strm.msg = "invalid distance too far back";
								state.mode = BAD;
								break top;
							}
							hold >>>= op;
							bits -= op;
							op = _out - beg;
							if (dist > op) {
								op = dist - op;
								if (op > whave) {
									if (state.sane) {
										strm.msg = "invalid distance too far back";
										state.mode = BAD;
										break top;
									}
								}
								from = 0;
								from_source = s_window;
								if (wnext === 0) {
									from += wsize - op;
									if (op < len) {
										len -= op;
										do
											output[_out++] = s_window[from++];
										while (--op);
										from = _out - dist;
										from_source = output;
									}
								} else if (wnext < op) {
									from += wsize + wnext - op;
									op -= wnext;
									if (op < len) {
										len -= op;
										do
											output[_out++] = s_window[from++];
										while (--op);
										from = 0;
										if (wnext < len) {
											op = wnext;
											len -= op;
											do
												output[_out++] = s_window[from++];
											while (--op);
											from = _out - dist;
											from_source = output;
										}
									}
								} else {
									from += wnext - op;
									if (op < len) {
										len -= op;
										do
											output[_out++] = s_window[from++];
										while (--op);
										from = _out - dist;
										from_source = output;
									}
								}
								while (len > 2) {
									output[_out++] = from_source[from++];
									output[_out++] = from_source[from++];
									output[_out++] = from_source[from++];
									len -= 3;
								}
								if (len) {
									output[_out++] = from_source[from++];
									if (len > 1) output[_out++] = from_source[from++];
								}
							} else {
								from = _out - dist;
								do {
									output[_out++] = output[from++];
									output[_out++] = output[from++];
									output[_out++] = output[from++];
									len -= 3;
								} while (len > 2);
								if (len) {
									output[_out++] = output[from++];
									if (len > 1) output[_out++] = output[from++];
								}
							}
						} else if ((op & 64) === 0) {
							here = dcode[(here & 65535) + (hold & (1 << op) - 1)];
							continue dodist;
						} else {
							strm.msg = "invalid distance code";
							state.mode = BAD;
							break top;
						}
						break;
					}
				} else if ((op & 64) === 0) {
					here = lcode[(here & 65535) + (hold & (1 << op) - 1)];
					continue dolen;
				} else if (op & 32) {
					state.mode = TYPE;
					break top;
				} else {
					strm.msg = "invalid literal/length code";
					state.mode = BAD;
					break top;
				}
				break;
			}
		} while (_in < last && _out < end);
		len = bits >> 3;
		_in -= len;
		bits -= len << 3;
		hold &= (1 << bits) - 1;
		strm.next_in = _in;
		strm.next_out = _out;
		strm.avail_in = _in < last ? 5 + (last - _in) : 5 - (_in - last);
		strm.avail_out = _out < end ? 257 + (end - _out) : 257 - (_out - end);
		state.hold = hold;
		state.bits = bits;
	};
}));

// node_modules/pako/lib/zlib/inftrees.js
var require_inftrees = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var utils = require_common();
	var MAXBITS = 15;
	var ENOUGH_LENS = 852;
	var ENOUGH_DISTS = 592;
	var CODES = 0;
	var LENS = 1;
	var DISTS = 2;
	var lbase = [
		3,
		4,
		5,
		6,
		7,
		8,
		9,
		10,
		11,
		13,
		15,
		17,
		19,
		23,
		27,
		31,
		35,
		43,
		51,
		59,
		67,
		83,
		99,
		115,
		131,
		163,
		195,
		227,
		258,
		0,
		0
	];
	var lext = [
		16,
		16,
		16,
		16,
		16,
		16,
		16,
		16,
		17,
		17,
		17,
		17,
		18,
		18,
		18,
		18,
		19,
		19,
		19,
		19,
		20,
		20,
		20,
		20,
		21,
		21,
		21,
		21,
		16,
		72,
		78
	];
	var dbase = [
		1,
		2,
		3,
		4,
		5,
		7,
		9,
		13,
		17,
		25,
		33,
		49,
		65,
		97,
		129,
		193,
		257,
		385,
		513,
		769,
		1025,
		1537,
		2049,
		3073,
		4097,
		6145,
		8193,
		12289,
		16385,
		24577,
		0,
		0
	];
	var dext = [
		16,
		16,
		16,
		16,
		17,
		17,
		18,
		18,
		19,
		19,
		20,
		20,
		21,
		21,
		22,
		22,
		23,
		23,
		24,
		24,
		25,
		25,
		26,
		26,
		27,
		27,
		28,
		28,
		29,
		29,
		64,
		64
	];
	module.exports = function inflate_table(type, lens, lens_index, codes, table, table_index, work, opts) {
		var bits = opts.bits;
		var len = 0;
		var sym = 0;
		var min = 0, max = 0;
		var root = 0;
		var curr = 0;
		var drop = 0;
		var left = 0;
		var used = 0;
		var huff = 0;
		var incr;
		var fill;
		var low;
		var mask;
		var next;
		var base = null;
		var base_index = 0;
		var end;
		var count = new utils.Buf16(MAXBITS + 1);
		var offs = new utils.Buf16(MAXBITS + 1);
		var extra = null;
		var extra_index = 0;
		var here_bits, here_op, here_val;
		for (len = 0; len <= MAXBITS; len++) count[len] = 0;
		for (sym = 0; sym < codes; sym++) count[lens[lens_index + sym]]++;
		root = bits;
		for (max = MAXBITS; max >= 1; max--) if (count[max] !== 0) break;
		if (root > max) root = max;
		if (max === 0) {
			table[table_index++] = 20971520;
			table[table_index++] = 20971520;
			opts.bits = 1;
			return 0;
		}
		for (min = 1; min < max; min++) if (count[min] !== 0) break;
		if (root < min) root = min;
		left = 1;
		for (len = 1; len <= MAXBITS; len++) {
			left <<= 1;
			left -= count[len];
			if (left < 0) return -1;
		}
		if (left > 0 && (type === CODES || max !== 1)) return -1;
		offs[1] = 0;
		for (len = 1; len < MAXBITS; len++) offs[len + 1] = offs[len] + count[len];
		for (sym = 0; sym < codes; sym++) if (lens[lens_index + sym] !== 0) work[offs[lens[lens_index + sym]]++] = sym;
		if (type === CODES) {
			base = extra = work;
			end = 19;
		} else if (type === LENS) {
			base = lbase;
			base_index -= 257;
			extra = lext;
			extra_index -= 257;
			end = 256;
		} else {
			base = dbase;
			extra = dext;
			end = -1;
		}
		huff = 0;
		sym = 0;
		len = min;
		next = table_index;
		curr = root;
		drop = 0;
		low = -1;
		used = 1 << root;
		mask = used - 1;
		if (type === LENS && used > ENOUGH_LENS || type === DISTS && used > ENOUGH_DISTS) return 1;
		for (;;) {
			here_bits = len - drop;
			if (work[sym] < end) {
				here_op = 0;
				here_val = work[sym];
			} else if (work[sym] > end) {
				here_op = extra[extra_index + work[sym]];
				here_val = base[base_index + work[sym]];
			} else {
				here_op = 96;
				here_val = 0;
			}
			incr = 1 << len - drop;
			fill = 1 << curr;
			min = fill;
			do {
				fill -= incr;
				table[next + (huff >> drop) + fill] = here_bits << 24 | here_op << 16 | here_val | 0;
			} while (fill !== 0);
			incr = 1 << len - 1;
			while (huff & incr) incr >>= 1;
			if (incr !== 0) {
				huff &= incr - 1;
				huff += incr;
			} else huff = 0;
			sym++;
			if (--count[len] === 0) {
				if (len === max) break;
				len = lens[lens_index + work[sym]];
			}
			if (len > root && (huff & mask) !== low) {
				if (drop === 0) drop = root;
				next += min;
				curr = len - drop;
				left = 1 << curr;
				while (curr + drop < max) {
					left -= count[curr + drop];
					if (left <= 0) break;
					curr++;
					left <<= 1;
				}
				used += 1 << curr;
				if (type === LENS && used > ENOUGH_LENS || type === DISTS && used > ENOUGH_DISTS) return 1;
				low = huff & mask;
				table[low] = root << 24 | curr << 16 | next - table_index | 0;
			}
		}
		if (huff !== 0) table[next + huff] = len - drop << 24 | 4194304;
		opts.bits = root;
		return 0;
	};
}));

// node_modules/pako/lib/zlib/inflate.js
var require_inflate$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var utils = require_common();
	var adler32 = require_adler32();
	var crc32 = require_crc32();
	var inflate_fast = require_inffast();
	var inflate_table = require_inftrees();
	var CODES = 0;
	var LENS = 1;
	var DISTS = 2;
	var Z_FINISH = 4;
	var Z_BLOCK = 5;
	var Z_TREES = 6;
	var Z_OK = 0;
	var Z_STREAM_END = 1;
	var Z_NEED_DICT = 2;
	var Z_STREAM_ERROR = -2;
	var Z_DATA_ERROR = -3;
	var Z_MEM_ERROR = -4;
	var Z_BUF_ERROR = -5;
	var Z_DEFLATED = 8;
	var HEAD = 1;
	var FLAGS = 2;
	var TIME = 3;
	var OS = 4;
	var EXLEN = 5;
	var EXTRA = 6;
	var NAME = 7;
	var COMMENT = 8;
	var HCRC = 9;
	var DICTID = 10;
	var DICT = 11;
	var TYPE = 12;
	var TYPEDO = 13;
	var STORED = 14;
	var COPY_ = 15;
	var COPY = 16;
	var TABLE = 17;
	var LENLENS = 18;
	var CODELENS = 19;
	var LEN_ = 20;
	var LEN = 21;
	var LENEXT = 22;
	var DIST = 23;
	var DISTEXT = 24;
	var MATCH = 25;
	var LIT = 26;
	var CHECK = 27;
	var LENGTH = 28;
	var DONE = 29;
	var BAD = 30;
	var MEM = 31;
	var SYNC = 32;
	var ENOUGH_LENS = 852;
	var ENOUGH_DISTS = 592;
	var DEF_WBITS = 15;
	function zswap32(q) {
		return (q >>> 24 & 255) + (q >>> 8 & 65280) + ((q & 65280) << 8) + ((q & 255) << 24);
	}
	function InflateState() {
		this.mode = 0;
		this.last = false;
		this.wrap = 0;
		this.havedict = false;
		this.flags = 0;
		this.dmax = 0;
		this.check = 0;
		this.total = 0;
		this.head = null;
		this.wbits = 0;
		this.wsize = 0;
		this.whave = 0;
		this.wnext = 0;
		this.window = null;
		this.hold = 0;
		this.bits = 0;
		this.length = 0;
		this.offset = 0;
		this.extra = 0;
		this.lencode = null;
		this.distcode = null;
		this.lenbits = 0;
		this.distbits = 0;
		this.ncode = 0;
		this.nlen = 0;
		this.ndist = 0;
		this.have = 0;
		this.next = null;
		this.lens = new utils.Buf16(320);
		this.work = new utils.Buf16(288);
		this.lendyn = null;
		this.distdyn = null;
		this.sane = 0;
		this.back = 0;
		this.was = 0;
	}
	function inflateResetKeep(strm) {
		var state;
		if (!strm || !strm.state) return Z_STREAM_ERROR;
		state = strm.state;
		strm.total_in = strm.total_out = state.total = 0;
		strm.msg = "";
		if (state.wrap) strm.adler = state.wrap & 1;
		state.mode = HEAD;
		state.last = 0;
		state.havedict = 0;
		state.dmax = 32768;
		state.head = null;
		state.hold = 0;
		state.bits = 0;
		state.lencode = state.lendyn = new utils.Buf32(ENOUGH_LENS);
		state.distcode = state.distdyn = new utils.Buf32(ENOUGH_DISTS);
		state.sane = 1;
		state.back = -1;
		return Z_OK;
	}
	function inflateReset(strm) {
		var state;
		if (!strm || !strm.state) return Z_STREAM_ERROR;
		state = strm.state;
		state.wsize = 0;
		state.whave = 0;
		state.wnext = 0;
		return inflateResetKeep(strm);
	}
	function inflateReset2(strm, windowBits) {
		var wrap;
		var state;
		if (!strm || !strm.state) return Z_STREAM_ERROR;
		state = strm.state;
		if (windowBits < 0) {
			wrap = 0;
			windowBits = -windowBits;
		} else {
			wrap = (windowBits >> 4) + 1;
			if (windowBits < 48) windowBits &= 15;
		}
		if (windowBits && (windowBits < 8 || windowBits > 15)) return Z_STREAM_ERROR;
		if (state.window !== null && state.wbits !== windowBits) state.window = null;
		state.wrap = wrap;
		state.wbits = windowBits;
		return inflateReset(strm);
	}
	function inflateInit2(strm, windowBits) {
		var ret;
		var state;
		if (!strm) return Z_STREAM_ERROR;
		state = new InflateState();
		strm.state = state;
		state.window = null;
		ret = inflateReset2(strm, windowBits);
		if (ret !== Z_OK) strm.state = null;
		return ret;
	}
	function inflateInit(strm) {
		return inflateInit2(strm, DEF_WBITS);
	}
	var virgin = true;
	var lenfix;
	var distfix;
	function fixedtables(state) {
		if (virgin) {
			var sym;
			lenfix = new utils.Buf32(512);
			distfix = new utils.Buf32(32);
			sym = 0;
			while (sym < 144) state.lens[sym++] = 8;
			while (sym < 256) state.lens[sym++] = 9;
			while (sym < 280) state.lens[sym++] = 7;
			while (sym < 288) state.lens[sym++] = 8;
			inflate_table(LENS, state.lens, 0, 288, lenfix, 0, state.work, { bits: 9 });
			sym = 0;
			while (sym < 32) state.lens[sym++] = 5;
			inflate_table(DISTS, state.lens, 0, 32, distfix, 0, state.work, { bits: 5 });
			virgin = false;
		}
		state.lencode = lenfix;
		state.lenbits = 9;
		state.distcode = distfix;
		state.distbits = 5;
	}
	function updatewindow(strm, src, end, copy) {
		var dist;
		var state = strm.state;
		if (state.window === null) {
			state.wsize = 1 << state.wbits;
			state.wnext = 0;
			state.whave = 0;
			state.window = new utils.Buf8(state.wsize);
		}
		if (copy >= state.wsize) {
			utils.arraySet(state.window, src, end - state.wsize, state.wsize, 0);
			state.wnext = 0;
			state.whave = state.wsize;
		} else {
			dist = state.wsize - state.wnext;
			if (dist > copy) dist = copy;
			utils.arraySet(state.window, src, end - copy, dist, state.wnext);
			copy -= dist;
			if (copy) {
				utils.arraySet(state.window, src, end - copy, copy, 0);
				state.wnext = copy;
				state.whave = state.wsize;
			} else {
				state.wnext += dist;
				if (state.wnext === state.wsize) state.wnext = 0;
				if (state.whave < state.wsize) state.whave += dist;
			}
		}
		return 0;
	}
	function inflate(strm, flush) {
		var state;
		var input, output;
		var next;
		var put;
		var have, left;
		var hold;
		var bits;
		var _in, _out;
		var copy;
		var from;
		var from_source;
		var here = 0;
		var here_bits, here_op, here_val;
		var last_bits, last_op, last_val;
		var len;
		var ret;
		var hbuf = new utils.Buf8(4);
		var opts;
		var n;
		var order = [
			16,
			17,
			18,
			0,
			8,
			7,
			9,
			6,
			10,
			5,
			11,
			4,
			12,
			3,
			13,
			2,
			14,
			1,
			15
		];
		if (!strm || !strm.state || !strm.output || !strm.input && strm.avail_in !== 0) return Z_STREAM_ERROR;
		state = strm.state;
		if (state.mode === TYPE) state.mode = TYPEDO;
		put = strm.next_out;
		output = strm.output;
		left = strm.avail_out;
		next = strm.next_in;
		input = strm.input;
		have = strm.avail_in;
		hold = state.hold;
		bits = state.bits;
		_in = have;
		_out = left;
		ret = Z_OK;
		inf_leave: for (;;) switch (state.mode) {
			case HEAD:
				if (state.wrap === 0) {
					state.mode = TYPEDO;
					break;
				}
				while (bits < 16) {
					if (have === 0) break inf_leave;
					have--;
					hold += input[next++] << bits;
					bits += 8;
				}
				if (state.wrap & 2 && hold === 35615) {
					state.check = 0;
					hbuf[0] = hold & 255;
					hbuf[1] = hold >>> 8 & 255;
					state.check = crc32(state.check, hbuf, 2, 0);
					hold = 0;
					bits = 0;
					state.mode = FLAGS;
					break;
				}
				state.flags = 0;
				if (state.head) state.head.done = false;
				if (!(state.wrap & 1) || (((hold & 255) << 8) + (hold >> 8)) % 31) {
					strm.msg = "incorrect header check";
					state.mode = BAD;
					break;
				}
				if ((hold & 15) !== Z_DEFLATED) {
					strm.msg = "unknown compression method";
					state.mode = BAD;
					break;
				}
				hold >>>= 4;
				bits -= 4;
				len = (hold & 15) + 8;
				if (state.wbits === 0) state.wbits = len;
				else if (len > state.wbits) {
					strm.msg = "invalid window size";
					state.mode = BAD;
					break;
				}
				state.dmax = 1 << len;
				strm.adler = state.check = 1;
				state.mode = hold & 512 ? DICTID : TYPE;
				hold = 0;
				bits = 0;
				break;
			case FLAGS:
				while (bits < 16) {
					if (have === 0) break inf_leave;
					have--;
					hold += input[next++] << bits;
					bits += 8;
				}
				state.flags = hold;
				if ((state.flags & 255) !== Z_DEFLATED) {
					strm.msg = "unknown compression method";
					state.mode = BAD;
					break;
				}
				if (state.flags & 57344) {
					strm.msg = "unknown header flags set";
					state.mode = BAD;
					break;
				}
				if (state.head) state.head.text = hold >> 8 & 1;
				if (state.flags & 512) {
					hbuf[0] = hold & 255;
					hbuf[1] = hold >>> 8 & 255;
					state.check = crc32(state.check, hbuf, 2, 0);
				}
				hold = 0;
				bits = 0;
				state.mode = TIME;
			case TIME:
				while (bits < 32) {
					if (have === 0) break inf_leave;
					have--;
					hold += input[next++] << bits;
					bits += 8;
				}
				if (state.head) state.head.time = hold;
				if (state.flags & 512) {
					hbuf[0] = hold & 255;
					hbuf[1] = hold >>> 8 & 255;
					hbuf[2] = hold >>> 16 & 255;
					hbuf[3] = hold >>> 24 & 255;
					state.check = crc32(state.check, hbuf, 4, 0);
				}
				hold = 0;
				bits = 0;
				state.mode = OS;
			case OS:
				while (bits < 16) {
					if (have === 0) break inf_leave;
					have--;
					hold += input[next++] << bits;
					bits += 8;
				}
				if (state.head) {
					state.head.xflags = hold & 255;
					state.head.os = hold >> 8;
				}
				if (state.flags & 512) {
					hbuf[0] = hold & 255;
					hbuf[1] = hold >>> 8 & 255;
					state.check = crc32(state.check, hbuf, 2, 0);
				}
				hold = 0;
				bits = 0;
				state.mode = EXLEN;
			case EXLEN:
				if (state.flags & 1024) {
					while (bits < 16) {
						if (have === 0) break inf_leave;
						have--;
						hold += input[next++] << bits;
						bits += 8;
					}
					state.length = hold;
					if (state.head) state.head.extra_len = hold;
					if (state.flags & 512) {
						hbuf[0] = hold & 255;
						hbuf[1] = hold >>> 8 & 255;
						state.check = crc32(state.check, hbuf, 2, 0);
					}
					hold = 0;
					bits = 0;
				} else if (state.head) state.head.extra = null;
				state.mode = EXTRA;
			case EXTRA:
				if (state.flags & 1024) {
					copy = state.length;
					if (copy > have) copy = have;
					if (copy) {
						if (state.head) {
							len = state.head.extra_len - state.length;
							if (!state.head.extra) state.head.extra = new Array(state.head.extra_len);
							utils.arraySet(state.head.extra, input, next, copy, len);
						}
						if (state.flags & 512) state.check = crc32(state.check, input, copy, next);
						have -= copy;
						next += copy;
						state.length -= copy;
					}
					if (state.length) break inf_leave;
				}
				state.length = 0;
				state.mode = NAME;
			case NAME:
				if (state.flags & 2048) {
					if (have === 0) break inf_leave;
					copy = 0;
					do {
						len = input[next + copy++];
						if (state.head && len && state.length < 65536) state.head.name += String.fromCharCode(len);
					} while (len && copy < have);
					if (state.flags & 512) state.check = crc32(state.check, input, copy, next);
					have -= copy;
					next += copy;
					if (len) break inf_leave;
				} else if (state.head) state.head.name = null;
				state.length = 0;
				state.mode = COMMENT;
			case COMMENT:
				if (state.flags & 4096) {
					if (have === 0) break inf_leave;
					copy = 0;
					do {
						len = input[next + copy++];
						if (state.head && len && state.length < 65536) state.head.comment += String.fromCharCode(len);
					} while (len && copy < have);
					if (state.flags & 512) state.check = crc32(state.check, input, copy, next);
					have -= copy;
					next += copy;
					if (len) break inf_leave;
				} else if (state.head) state.head.comment = null;
				state.mode = HCRC;
			case HCRC:
				if (state.flags & 512) {
					while (bits < 16) {
						if (have === 0) break inf_leave;
						have--;
						hold += input[next++] << bits;
						bits += 8;
					}
					if (hold !== (state.check & 65535)) {
						strm.msg = "header crc mismatch";
						state.mode = BAD;
						break;
					}
					hold = 0;
					bits = 0;
				}
				if (state.head) {
					state.head.hcrc = state.flags >> 9 & 1;
					state.head.done = true;
				}
				strm.adler = state.check = 0;
				state.mode = TYPE;
				break;
			case DICTID:
				while (bits < 32) {
					if (have === 0) break inf_leave;
					have--;
					hold += input[next++] << bits;
					bits += 8;
				}
				strm.adler = state.check = zswap32(hold);
				hold = 0;
				bits = 0;
				state.mode = DICT;
			case DICT:
				if (state.havedict === 0) {
					strm.next_out = put;
					strm.avail_out = left;
					strm.next_in = next;
					strm.avail_in = have;
					state.hold = hold;
					state.bits = bits;
					return Z_NEED_DICT;
				}
				strm.adler = state.check = 1;
				state.mode = TYPE;
			case TYPE: if (flush === Z_BLOCK || flush === Z_TREES) break inf_leave;
			case TYPEDO:
				if (state.last) {
					hold >>>= bits & 7;
					bits -= bits & 7;
					state.mode = CHECK;
					break;
				}
				while (bits < 3) {
					if (have === 0) break inf_leave;
					have--;
					hold += input[next++] << bits;
					bits += 8;
				}
				state.last = hold & 1;
				hold >>>= 1;
				bits -= 1;
				switch (hold & 3) {
					case 0:
						state.mode = STORED;
						break;
					case 1:
						fixedtables(state);
						state.mode = LEN_;
						if (flush === Z_TREES) {
							hold >>>= 2;
							bits -= 2;
							break inf_leave;
						}
						break;
					case 2:
						state.mode = TABLE;
						break;
					case 3:
						strm.msg = "invalid block type";
						state.mode = BAD;
				}
				hold >>>= 2;
				bits -= 2;
				break;
			case STORED:
				hold >>>= bits & 7;
				bits -= bits & 7;
				while (bits < 32) {
					if (have === 0) break inf_leave;
					have--;
					hold += input[next++] << bits;
					bits += 8;
				}
				if ((hold & 65535) !== (hold >>> 16 ^ 65535)) {
					strm.msg = "invalid stored block lengths";
					state.mode = BAD;
					break;
				}
				state.length = hold & 65535;
				hold = 0;
				bits = 0;
				state.mode = COPY_;
				if (flush === Z_TREES) break inf_leave;
			case COPY_: state.mode = COPY;
			case COPY:
				copy = state.length;
				if (copy) {
					if (copy > have) copy = have;
					if (copy > left) copy = left;
					if (copy === 0) break inf_leave;
					utils.arraySet(output, input, next, copy, put);
					have -= copy;
					next += copy;
					left -= copy;
					put += copy;
					state.length -= copy;
					break;
				}
				state.mode = TYPE;
				break;
			case TABLE:
				while (bits < 14) {
					if (have === 0) break inf_leave;
					have--;
					hold += input[next++] << bits;
					bits += 8;
				}
				state.nlen = (hold & 31) + 257;
				hold >>>= 5;
				bits -= 5;
				state.ndist = (hold & 31) + 1;
				hold >>>= 5;
				bits -= 5;
				state.ncode = (hold & 15) + 4;
				hold >>>= 4;
				bits -= 4;
				if (state.nlen > 286 || state.ndist > 30) {
					strm.msg = "too many length or distance symbols";
					state.mode = BAD;
					break;
				}
				state.have = 0;
				state.mode = LENLENS;
			case LENLENS:
				while (state.have < state.ncode) {
					while (bits < 3) {
						if (have === 0) break inf_leave;
						have--;
						hold += input[next++] << bits;
						bits += 8;
					}
					state.lens[order[state.have++]] = hold & 7;
					hold >>>= 3;
					bits -= 3;
				}
				while (state.have < 19) state.lens[order[state.have++]] = 0;
				state.lencode = state.lendyn;
				state.lenbits = 7;
				opts = { bits: state.lenbits };
				ret = inflate_table(CODES, state.lens, 0, 19, state.lencode, 0, state.work, opts);
				state.lenbits = opts.bits;
				if (ret) {
					strm.msg = "invalid code lengths set";
					state.mode = BAD;
					break;
				}
				state.have = 0;
				state.mode = CODELENS;
			case CODELENS:
				while (state.have < state.nlen + state.ndist) {
					for (;;) {
						here = state.lencode[hold & (1 << state.lenbits) - 1];
						here_bits = here >>> 24;
						here_op = here >>> 16 & 255;
						here_val = here & 65535;
						if (here_bits <= bits) break;
						if (have === 0) break inf_leave;
						have--;
						hold += input[next++] << bits;
						bits += 8;
					}
					if (here_val < 16) {
						hold >>>= here_bits;
						bits -= here_bits;
						state.lens[state.have++] = here_val;
					} else {
						if (here_val === 16) {
							n = here_bits + 2;
							while (bits < n) {
								if (have === 0) break inf_leave;
								have--;
								hold += input[next++] << bits;
								bits += 8;
							}
							hold >>>= here_bits;
							bits -= here_bits;
							if (state.have === 0) {
								strm.msg = "invalid bit length repeat";
								state.mode = BAD;
								break;
							}
							len = state.lens[state.have - 1];
							copy = 3 + (hold & 3);
							hold >>>= 2;
							bits -= 2;
						} else if (here_val === 17) {
							n = here_bits + 3;
							while (bits < n) {
								if (have === 0) break inf_leave;
								have--;
								hold += input[next++] << bits;
								bits += 8;
							}
							hold >>>= here_bits;
							bits -= here_bits;
							len = 0;
							copy = 3 + (hold & 7);
							hold >>>= 3;
							bits -= 3;
						} else {
							n = here_bits + 7;
							while (bits < n) {
								if (have === 0) break inf_leave;
								have--;
								hold += input[next++] << bits;
								bits += 8;
							}
							hold >>>= here_bits;
							bits -= here_bits;
							len = 0;
							copy = 11 + (hold & 127);
							hold >>>= 7;
							bits -= 7;
						}
						if (state.have + copy > state.nlen + state.ndist) {
							strm.msg = "invalid bit length repeat";
							state.mode = BAD;
							break;
						}
						while (copy--) state.lens[state.have++] = len;
					}
				}
				if (state.mode === BAD) break;
				if (state.lens[256] === 0) {
					strm.msg = "invalid code -- missing end-of-block";
					state.mode = BAD;
					break;
				}
				state.lenbits = 9;
				opts = { bits: state.lenbits };
				ret = inflate_table(LENS, state.lens, 0, state.nlen, state.lencode, 0, state.work, opts);
				state.lenbits = opts.bits;
				if (ret) {
					strm.msg = "invalid literal/lengths set";
					state.mode = BAD;
					break;
				}
				state.distbits = 6;
				state.distcode = state.distdyn;
				opts = { bits: state.distbits };
				ret = inflate_table(DISTS, state.lens, state.nlen, state.ndist, state.distcode, 0, state.work, opts);
				state.distbits = opts.bits;
				if (ret) {
					strm.msg = "invalid distances set";
					state.mode = BAD;
					break;
				}
				state.mode = LEN_;
				if (flush === Z_TREES) break inf_leave;
			case LEN_: state.mode = LEN;
			case LEN:
				if (have >= 6 && left >= 258) {
					strm.next_out = put;
					strm.avail_out = left;
					strm.next_in = next;
					strm.avail_in = have;
					state.hold = hold;
					state.bits = bits;
					inflate_fast(strm, _out);
					put = strm.next_out;
					output = strm.output;
					left = strm.avail_out;
					next = strm.next_in;
					input = strm.input;
					have = strm.avail_in;
					hold = state.hold;
					bits = state.bits;
					if (state.mode === TYPE) state.back = -1;
					break;
				}
				state.back = 0;
				for (;;) {
					here = state.lencode[hold & (1 << state.lenbits) - 1];
					here_bits = here >>> 24;
					here_op = here >>> 16 & 255;
					here_val = here & 65535;
					if (here_bits <= bits) break;
					if (have === 0) break inf_leave;
					have--;
					hold += input[next++] << bits;
					bits += 8;
				}
				if (here_op && (here_op & 240) === 0) {
					last_bits = here_bits;
					last_op = here_op;
					last_val = here_val;
					for (;;) {
						here = state.lencode[last_val + ((hold & (1 << last_bits + last_op) - 1) >> last_bits)];
						here_bits = here >>> 24;
						here_op = here >>> 16 & 255;
						here_val = here & 65535;
						if (last_bits + here_bits <= bits) break;
						if (have === 0) break inf_leave;
						have--;
						hold += input[next++] << bits;
						bits += 8;
					}
					hold >>>= last_bits;
					bits -= last_bits;
					state.back += last_bits;
				}
				hold >>>= here_bits;
				bits -= here_bits;
				state.back += here_bits;
				state.length = here_val;
				if (here_op === 0) {
					state.mode = LIT;
					break;
				}
				if (here_op & 32) {
					state.back = -1;
					state.mode = TYPE;
					break;
				}
				if (here_op & 64) {
					strm.msg = "invalid literal/length code";
					state.mode = BAD;
					break;
				}
				state.extra = here_op & 15;
				state.mode = LENEXT;
			case LENEXT:
				if (state.extra) {
					n = state.extra;
					while (bits < n) {
						if (have === 0) break inf_leave;
						have--;
						hold += input[next++] << bits;
						bits += 8;
					}
					state.length += hold & (1 << state.extra) - 1;
					hold >>>= state.extra;
					bits -= state.extra;
					state.back += state.extra;
				}
				state.was = state.length;
				state.mode = DIST;
			case DIST:
				for (;;) {
					here = state.distcode[hold & (1 << state.distbits) - 1];
					here_bits = here >>> 24;
					here_op = here >>> 16 & 255;
					here_val = here & 65535;
					if (here_bits <= bits) break;
					if (have === 0) break inf_leave;
					have--;
					hold += input[next++] << bits;
					bits += 8;
				}
				if ((here_op & 240) === 0) {
					last_bits = here_bits;
					last_op = here_op;
					last_val = here_val;
					for (;;) {
						here = state.distcode[last_val + ((hold & (1 << last_bits + last_op) - 1) >> last_bits)];
						here_bits = here >>> 24;
						here_op = here >>> 16 & 255;
						here_val = here & 65535;
						if (last_bits + here_bits <= bits) break;
						if (have === 0) break inf_leave;
						have--;
						hold += input[next++] << bits;
						bits += 8;
					}
					hold >>>= last_bits;
					bits -= last_bits;
					state.back += last_bits;
				}
				hold >>>= here_bits;
				bits -= here_bits;
				state.back += here_bits;
				if (here_op & 64) {
					strm.msg = "invalid distance code";
					state.mode = BAD;
					break;
				}
				state.offset = here_val;
				state.extra = here_op & 15;
				state.mode = DISTEXT;
			case DISTEXT:
				if (state.extra) {
					n = state.extra;
					while (bits < n) {
						if (have === 0) break inf_leave;
						have--;
						hold += input[next++] << bits;
						bits += 8;
					}
					state.offset += hold & (1 << state.extra) - 1;
					hold >>>= state.extra;
					bits -= state.extra;
					state.back += state.extra;
				}
				if (state.offset > state.dmax) {
					strm.msg = "invalid distance too far back";
					state.mode = BAD;
					break;
				}
				state.mode = MATCH;
			case MATCH:
				if (left === 0) break inf_leave;
				copy = _out - left;
				if (state.offset > copy) {
					copy = state.offset - copy;
					if (copy > state.whave) {
						if (state.sane) {
							strm.msg = "invalid distance too far back";
							state.mode = BAD;
							break;
						}
					}
					if (copy > state.wnext) {
						copy -= state.wnext;
						from = state.wsize - copy;
					} else from = state.wnext - copy;
					if (copy > state.length) copy = state.length;
					from_source = state.window;
				} else {
					from_source = output;
					from = put - state.offset;
					copy = state.length;
				}
				if (copy > left) copy = left;
				left -= copy;
				state.length -= copy;
				do
					output[put++] = from_source[from++];
				while (--copy);
				if (state.length === 0) state.mode = LEN;
				break;
			case LIT:
				if (left === 0) break inf_leave;
				output[put++] = state.length;
				left--;
				state.mode = LEN;
				break;
			case CHECK:
				if (state.wrap) {
					while (bits < 32) {
						if (have === 0) break inf_leave;
						have--;
						hold |= input[next++] << bits;
						bits += 8;
					}
					_out -= left;
					strm.total_out += _out;
					state.total += _out;
					if (_out) strm.adler = state.check = state.flags ? crc32(state.check, output, _out, put - _out) : adler32(state.check, output, _out, put - _out);
					_out = left;
					if ((state.flags ? hold : zswap32(hold)) !== state.check) {
						strm.msg = "incorrect data check";
						state.mode = BAD;
						break;
					}
					hold = 0;
					bits = 0;
				}
				state.mode = LENGTH;
			case LENGTH:
				if (state.wrap && state.flags) {
					while (bits < 32) {
						if (have === 0) break inf_leave;
						have--;
						hold += input[next++] << bits;
						bits += 8;
					}
					if (hold !== (state.total & 4294967295)) {
						strm.msg = "incorrect length check";
						state.mode = BAD;
						break;
					}
					hold = 0;
					bits = 0;
				}
				state.mode = DONE;
			case DONE:
				ret = Z_STREAM_END;
				break inf_leave;
			case BAD:
				ret = Z_DATA_ERROR;
				break inf_leave;
			case MEM: return Z_MEM_ERROR;
			case SYNC:
			default: return Z_STREAM_ERROR;
		}
		strm.next_out = put;
		strm.avail_out = left;
		strm.next_in = next;
		strm.avail_in = have;
		state.hold = hold;
		state.bits = bits;
		if (state.wsize || _out !== strm.avail_out && state.mode < BAD && (state.mode < CHECK || flush !== Z_FINISH)) {
			if (updatewindow(strm, strm.output, strm.next_out, _out - strm.avail_out)) {
				state.mode = MEM;
				return Z_MEM_ERROR;
			}
		}
		_in -= strm.avail_in;
		_out -= strm.avail_out;
		strm.total_in += _in;
		strm.total_out += _out;
		state.total += _out;
		if (state.wrap && _out) strm.adler = state.check = state.flags ? crc32(state.check, output, _out, strm.next_out - _out) : adler32(state.check, output, _out, strm.next_out - _out);
		strm.data_type = state.bits + (state.last ? 64 : 0) + (state.mode === TYPE ? 128 : 0) + (state.mode === LEN_ || state.mode === COPY_ ? 256 : 0);
		if ((_in === 0 && _out === 0 || flush === Z_FINISH) && ret === Z_OK) ret = Z_BUF_ERROR;
		return ret;
	}
	function inflateEnd(strm) {
		if (!strm || !strm.state) return Z_STREAM_ERROR;
		var state = strm.state;
		if (state.window) state.window = null;
		strm.state = null;
		return Z_OK;
	}
	function inflateGetHeader(strm, head) {
		var state;
		if (!strm || !strm.state) return Z_STREAM_ERROR;
		state = strm.state;
		if ((state.wrap & 2) === 0) return Z_STREAM_ERROR;
		state.head = head;
		head.done = false;
		return Z_OK;
	}
	function inflateSetDictionary(strm, dictionary) {
		var dictLength = dictionary.length;
		var state;
		var dictid;
		var ret;
		if (!strm || !strm.state) return Z_STREAM_ERROR;
		state = strm.state;
		if (state.wrap !== 0 && state.mode !== DICT) return Z_STREAM_ERROR;
		if (state.mode === DICT) {
			dictid = 1;
			dictid = adler32(dictid, dictionary, dictLength, 0);
			if (dictid !== state.check) return Z_DATA_ERROR;
		}
		ret = updatewindow(strm, dictionary, dictLength, dictLength);
		if (ret) {
			state.mode = MEM;
			return Z_MEM_ERROR;
		}
		state.havedict = 1;
		return Z_OK;
	}
	exports.inflateReset = inflateReset;
	exports.inflateReset2 = inflateReset2;
	exports.inflateResetKeep = inflateResetKeep;
	exports.inflateInit = inflateInit;
	exports.inflateInit2 = inflateInit2;
	exports.inflate = inflate;
	exports.inflateEnd = inflateEnd;
	exports.inflateGetHeader = inflateGetHeader;
	exports.inflateSetDictionary = inflateSetDictionary;
	exports.inflateInfo = "pako inflate (from Nodeca project)";
}));

// node_modules/pako/lib/zlib/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		Z_NO_FLUSH: 0,
		Z_PARTIAL_FLUSH: 1,
		Z_SYNC_FLUSH: 2,
		Z_FULL_FLUSH: 3,
		Z_FINISH: 4,
		Z_BLOCK: 5,
		Z_TREES: 6,
		Z_OK: 0,
		Z_STREAM_END: 1,
		Z_NEED_DICT: 2,
		Z_ERRNO: -1,
		Z_STREAM_ERROR: -2,
		Z_DATA_ERROR: -3,
		Z_BUF_ERROR: -5,
		Z_NO_COMPRESSION: 0,
		Z_BEST_SPEED: 1,
		Z_BEST_COMPRESSION: 9,
		Z_DEFAULT_COMPRESSION: -1,
		Z_FILTERED: 1,
		Z_HUFFMAN_ONLY: 2,
		Z_RLE: 3,
		Z_FIXED: 4,
		Z_DEFAULT_STRATEGY: 0,
		Z_BINARY: 0,
		Z_TEXT: 1,
		Z_UNKNOWN: 2,
		Z_DEFLATED: 8
	};
}));

// node_modules/pako/lib/zlib/gzheader.js
var require_gzheader = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function GZheader() {
		this.text = 0;
		this.time = 0;
		this.xflags = 0;
		this.os = 0;
		this.extra = null;
		this.extra_len = 0;
		this.name = "";
		this.comment = "";
		this.hcrc = 0;
		this.done = false;
	}
	module.exports = GZheader;
}));

// node_modules/pako/lib/inflate.js
var require_inflate = /* @__PURE__ */ __commonJSMin(((exports) => {
	var zlib_inflate = require_inflate$1();
	var utils = require_common();
	var strings = require_strings();
	var c = require_constants();
	var msg = require_messages();
	var ZStream = require_zstream();
	var GZheader = require_gzheader();
	var toString = Object.prototype.toString;
	/**
	* class Inflate
	*
	* Generic JS-style wrapper for zlib calls. If you don't need
	* streaming behaviour - use more simple functions: [[inflate]]
	* and [[inflateRaw]].
	**/
	/**
	* Inflate.result -> Uint8Array|Array|String
	*
	* Uncompressed result, generated by default [[Inflate#onData]]
	* and [[Inflate#onEnd]] handlers. Filled after you push last chunk
	* (call [[Inflate#push]] with `Z_FINISH` / `true` param) or if you
	* push a chunk with explicit flush (call [[Inflate#push]] with
	* `Z_SYNC_FLUSH` param).
	**/
	/**
	* Inflate.err -> Number
	*
	* Error code after inflate finished. 0 (Z_OK) on success.
	* Should be checked if broken data possible.
	**/
	/**
	* Inflate.msg -> String
	*
	* Error message, if [[Inflate.err]] != 0
	**/
	/**
	* new Inflate(options)
	* - options (Object): zlib inflate options.
	*
	* Creates new inflator instance with specified params. Throws exception
	* on bad params. Supported options:
	*
	* - `windowBits`
	* - `dictionary`
	*
	* [http://zlib.net/manual.html#Advanced](http://zlib.net/manual.html#Advanced)
	* for more information on these.
	*
	* Additional options, for internal needs:
	*
	* - `chunkSize` - size of generated data chunks (16K by default)
	* - `raw` (Boolean) - do raw inflate
	* - `to` (String) - if equal to 'string', then result will be converted
	*   from utf8 to utf16 (javascript) string. When string output requested,
	*   chunk length can differ from `chunkSize`, depending on content.
	*
	* By default, when no options set, autodetect deflate/gzip data format via
	* wrapper header.
	*
	* ##### Example:
	*
	* ```javascript
	* var pako = require('pako')
	*   , chunk1 = Uint8Array([1,2,3,4,5,6,7,8,9])
	*   , chunk2 = Uint8Array([10,11,12,13,14,15,16,17,18,19]);
	*
	* var inflate = new pako.Inflate({ level: 3});
	*
	* inflate.push(chunk1, false);
	* inflate.push(chunk2, true);  // true -> last chunk
	*
	* if (inflate.err) { throw new Error(inflate.err); }
	*
	* console.log(inflate.result);
	* ```
	**/
	function Inflate(options) {
		if (!(this instanceof Inflate)) return new Inflate(options);
		this.options = utils.assign({
			chunkSize: 16384,
			windowBits: 0,
			to: ""
		}, options || {});
		var opt = this.options;
		if (opt.raw && opt.windowBits >= 0 && opt.windowBits < 16) {
			opt.windowBits = -opt.windowBits;
			if (opt.windowBits === 0) opt.windowBits = -15;
		}
		if (opt.windowBits >= 0 && opt.windowBits < 16 && !(options && options.windowBits)) opt.windowBits += 32;
		if (opt.windowBits > 15 && opt.windowBits < 48) {
			if ((opt.windowBits & 15) === 0) opt.windowBits |= 15;
		}
		this.err = 0;
		this.msg = "";
		this.ended = false;
		this.chunks = [];
		this.strm = new ZStream();
		this.strm.avail_out = 0;
		var status = zlib_inflate.inflateInit2(this.strm, opt.windowBits);
		if (status !== c.Z_OK) throw new Error(msg[status]);
		this.header = new GZheader();
		zlib_inflate.inflateGetHeader(this.strm, this.header);
		if (opt.dictionary) {
			if (typeof opt.dictionary === "string") opt.dictionary = strings.string2buf(opt.dictionary);
			else if (toString.call(opt.dictionary) === "[object ArrayBuffer]") opt.dictionary = new Uint8Array(opt.dictionary);
			if (opt.raw) {
				status = zlib_inflate.inflateSetDictionary(this.strm, opt.dictionary);
				if (status !== c.Z_OK) throw new Error(msg[status]);
			}
		}
	}
	/**
	* Inflate#push(data[, mode]) -> Boolean
	* - data (Uint8Array|Array|ArrayBuffer|String): input data
	* - mode (Number|Boolean): 0..6 for corresponding Z_NO_FLUSH..Z_TREE modes.
	*   See constants. Skipped or `false` means Z_NO_FLUSH, `true` means Z_FINISH.
	*
	* Sends input data to inflate pipe, generating [[Inflate#onData]] calls with
	* new output chunks. Returns `true` on success. The last data block must have
	* mode Z_FINISH (or `true`). That will flush internal pending buffers and call
	* [[Inflate#onEnd]]. For interim explicit flushes (without ending the stream) you
	* can use mode Z_SYNC_FLUSH, keeping the decompression context.
	*
	* On fail call [[Inflate#onEnd]] with error code and return false.
	*
	* We strongly recommend to use `Uint8Array` on input for best speed (output
	* format is detected automatically). Also, don't skip last param and always
	* use the same type in your code (boolean or number). That will improve JS speed.
	*
	* For regular `Array`-s make sure all elements are [0..255].
	*
	* ##### Example
	*
	* ```javascript
	* push(chunk, false); // push one of data chunks
	* ...
	* push(chunk, true);  // push last chunk
	* ```
	**/
	Inflate.prototype.push = function(data, mode) {
		var strm = this.strm;
		var chunkSize = this.options.chunkSize;
		var dictionary = this.options.dictionary;
		var status, _mode;
		var next_out_utf8, tail, utf8str;
		var allowBufError = false;
		if (this.ended) return false;
		_mode = mode === ~~mode ? mode : mode === true ? c.Z_FINISH : c.Z_NO_FLUSH;
		if (typeof data === "string") strm.input = strings.binstring2buf(data);
		else if (toString.call(data) === "[object ArrayBuffer]") strm.input = new Uint8Array(data);
		else strm.input = data;
		strm.next_in = 0;
		strm.avail_in = strm.input.length;
		do {
			if (strm.avail_out === 0) {
				strm.output = new utils.Buf8(chunkSize);
				strm.next_out = 0;
				strm.avail_out = chunkSize;
			}
			status = zlib_inflate.inflate(strm, c.Z_NO_FLUSH);
			if (status === c.Z_NEED_DICT && dictionary) status = zlib_inflate.inflateSetDictionary(this.strm, dictionary);
			if (status === c.Z_BUF_ERROR && allowBufError === true) {
				status = c.Z_OK;
				allowBufError = false;
			}
			if (status !== c.Z_STREAM_END && status !== c.Z_OK) {
				this.onEnd(status);
				this.ended = true;
				return false;
			}
			if (strm.next_out) {
				if (strm.avail_out === 0 || status === c.Z_STREAM_END || strm.avail_in === 0 && (_mode === c.Z_FINISH || _mode === c.Z_SYNC_FLUSH)) {
					if (this.options.to === "string") {
						next_out_utf8 = strings.utf8border(strm.output, strm.next_out);
						tail = strm.next_out - next_out_utf8;
						utf8str = strings.buf2string(strm.output, next_out_utf8);
						strm.next_out = tail;
						strm.avail_out = chunkSize - tail;
						if (tail) utils.arraySet(strm.output, strm.output, next_out_utf8, tail, 0);
						this.onData(utf8str);
					} else this.onData(utils.shrinkBuf(strm.output, strm.next_out));
				}
			}
			if (strm.avail_in === 0 && strm.avail_out === 0) allowBufError = true;
		} while ((strm.avail_in > 0 || strm.avail_out === 0) && status !== c.Z_STREAM_END);
		if (status === c.Z_STREAM_END) _mode = c.Z_FINISH;
		if (_mode === c.Z_FINISH) {
			status = zlib_inflate.inflateEnd(this.strm);
			this.onEnd(status);
			this.ended = true;
			return status === c.Z_OK;
		}
		if (_mode === c.Z_SYNC_FLUSH) {
			this.onEnd(c.Z_OK);
			strm.avail_out = 0;
			return true;
		}
		return true;
	};
	/**
	* Inflate#onData(chunk) -> Void
	* - chunk (Uint8Array|Array|String): output data. Type of array depends
	*   on js engine support. When string output requested, each chunk
	*   will be string.
	*
	* By default, stores data blocks in `chunks[]` property and glue
	* those in `onEnd`. Override this handler, if you need another behaviour.
	**/
	Inflate.prototype.onData = function(chunk) {
		this.chunks.push(chunk);
	};
	/**
	* Inflate#onEnd(status) -> Void
	* - status (Number): inflate status. 0 (Z_OK) on success,
	*   other if not.
	*
	* Called either after you tell inflate that the input stream is
	* complete (Z_FINISH) or should be flushed (Z_SYNC_FLUSH)
	* or if an error happened. By default - join collected chunks,
	* free memory and fill `results` / `err` properties.
	**/
	Inflate.prototype.onEnd = function(status) {
		if (status === c.Z_OK) {
			if (this.options.to === "string") this.result = this.chunks.join("");
			else this.result = utils.flattenChunks(this.chunks);
		}
		this.chunks = [];
		this.err = status;
		this.msg = this.strm.msg;
	};
	/**
	* inflate(data[, options]) -> Uint8Array|Array|String
	* - data (Uint8Array|Array|String): input data to decompress.
	* - options (Object): zlib inflate options.
	*
	* Decompress `data` with inflate/ungzip and `options`. Autodetect
	* format via wrapper header by default. That's why we don't provide
	* separate `ungzip` method.
	*
	* Supported options are:
	*
	* - windowBits
	*
	* [http://zlib.net/manual.html#Advanced](http://zlib.net/manual.html#Advanced)
	* for more information.
	*
	* Sugar (options):
	*
	* - `raw` (Boolean) - say that we work with raw stream, if you don't wish to specify
	*   negative windowBits implicitly.
	* - `to` (String) - if equal to 'string', then result will be converted
	*   from utf8 to utf16 (javascript) string. When string output requested,
	*   chunk length can differ from `chunkSize`, depending on content.
	*
	*
	* ##### Example:
	*
	* ```javascript
	* var pako = require('pako')
	*   , input = pako.deflate([1,2,3,4,5,6,7,8,9])
	*   , output;
	*
	* try {
	*   output = pako.inflate(input);
	* } catch (err)
	*   console.log(err);
	* }
	* ```
	**/
	function inflate(input, options) {
		var inflator = new Inflate(options);
		inflator.push(input, true);
		if (inflator.err) throw inflator.msg || msg[inflator.err];
		return inflator.result;
	}
	/**
	* inflateRaw(data[, options]) -> Uint8Array|Array|String
	* - data (Uint8Array|Array|String): input data to decompress.
	* - options (Object): zlib inflate options.
	*
	* The same as [[inflate]], but creates raw data, without wrapper
	* (header and adler32 crc).
	**/
	function inflateRaw(input, options) {
		options = options || {};
		options.raw = true;
		return inflate(input, options);
	}
	/**
	* ungzip(data[, options]) -> Uint8Array|Array|String
	* - data (Uint8Array|Array|String): input data to decompress.
	* - options (Object): zlib inflate options.
	*
	* Just shortcut to [[inflate]], because it autodetects format
	* by header.content. Done for convenience.
	**/
	exports.Inflate = Inflate;
	exports.inflate = inflate;
	exports.inflateRaw = inflateRaw;
	exports.ungzip = inflate;
}));

// node_modules/pako/index.js
var require_pako = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var assign = require_common().assign;
	var deflate = require_deflate();
	var inflate = require_inflate();
	var constants = require_constants();
	var pako = {};
	assign(pako, deflate, inflate, constants);
	module.exports = pako;
}));

// node_modules/pify/index.js
var require_pify = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const processFn = (fn, options) => function(...args) {
		const P = options.promiseModule;
		return new P((resolve, reject) => {
			if (options.multiArgs) args.push((...result) => {
				if (options.errorFirst) {
					if (result[0]) reject(result);
					else {
						result.shift();
						resolve(result);
					}
				} else resolve(result);
			});
			else if (options.errorFirst) args.push((error, result) => {
				if (error) reject(error);
				else resolve(result);
			});
			else args.push(resolve);
			fn.apply(this, args);
		});
	};
	module.exports = (input, options) => {
		options = Object.assign({
			exclude: [/.+(Sync|Stream)$/],
			errorFirst: true,
			promiseModule: Promise
		}, options);
		const objType = typeof input;
		if (!(input !== null && (objType === "object" || objType === "function"))) throw new TypeError(`Expected \`input\` to be a \`Function\` or \`Object\`, got \`${input === null ? "null" : objType}\``);
		const filter = (key) => {
			const match = (pattern) => typeof pattern === "string" ? key === pattern : pattern.test(key);
			return options.include ? options.include.some(match) : !options.exclude.some(match);
		};
		let ret;
		if (objType === "function") ret = function(...args) {
			return options.excludeMain ? input(...args) : processFn(input, options).apply(this, args);
		};
		else ret = Object.create(Object.getPrototypeOf(input));
		for (const key in input) {
			const property = input[key];
			ret[key] = typeof property === "function" && filter(key) ? processFn(property, options) : property;
		}
		return ret;
	};
}));

// node_modules/ignore/index.js
var require_ignore = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function makeArray(subject) {
		return Array.isArray(subject) ? subject : [subject];
	}
	const EMPTY = "";
	const SPACE = " ";
	const ESCAPE = "\\";
	const REGEX_TEST_BLANK_LINE = /^\s+$/;
	const REGEX_INVALID_TRAILING_BACKSLASH = /(?:[^\\]|^)\\$/;
	const REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION = /^\\!/;
	const REGEX_REPLACE_LEADING_EXCAPED_HASH = /^\\#/;
	const REGEX_SPLITALL_CRLF = /\r?\n/g;
	const REGEX_TEST_INVALID_PATH = /^\.*\/|^\.+$/;
	const SLASH = "/";
	let TMP_KEY_IGNORE = "node-ignore";
	/* istanbul ignore else */
	if (typeof Symbol !== "undefined") TMP_KEY_IGNORE = Symbol.for("node-ignore");
	const KEY_IGNORE = TMP_KEY_IGNORE;
	const define = (object, key, value) => Object.defineProperty(object, key, { value });
	const REGEX_REGEXP_RANGE = /([0-z])-([0-z])/g;
	const RETURN_FALSE = () => false;
	const sanitizeRange = (range) => range.replace(REGEX_REGEXP_RANGE, (match, from, to) => from.charCodeAt(0) <= to.charCodeAt(0) ? match : EMPTY);
	const cleanRangeBackSlash = (slashes) => {
		const { length } = slashes;
		return slashes.slice(0, length - length % 2);
	};
	const REPLACERS = [
		[/^\uFEFF/, () => EMPTY],
		[/((?:\\\\)*?)(\\?\s+)$/, (_, m1, m2) => m1 + (m2.indexOf("\\") === 0 ? SPACE : EMPTY)],
		[/(\\+?)\s/g, (_, m1) => {
			const { length } = m1;
			return m1.slice(0, length - length % 2) + SPACE;
		}],
		[/[\\$.|*+(){^]/g, (match) => `\\${match}`],
		[/(?!\\)\?/g, () => "[^/]"],
		[/^\//, () => "^"],
		[/\//g, () => "\\/"],
		[/^\^*\\\*\\\*\\\//, () => "^(?:.*\\/)?"],
		[/^(?=[^^])/, function startingReplacer() {
			return !/\/(?!$)/.test(this) ? "(?:^|\\/)" : "^";
		}],
		[/\\\/\\\*\\\*(?=\\\/|$)/g, (_, index, str) => index + 6 < str.length ? "(?:\\/[^\\/]+)*" : "\\/.+"],
		[/(^|[^\\]+)(\\\*)+(?=.+)/g, (_, p1, p2) => {
			return p1 + p2.replace(/\\\*/g, "[^\\/]*");
		}],
		[/\\\\\\(?=[$.|*+(){^])/g, () => ESCAPE],
		[/\\\\/g, () => ESCAPE],
		[/(\\)?\[([^\]/]*?)(\\*)($|\])/g, (match, leadEscape, range, endEscape, close) => leadEscape === ESCAPE ? `\\[${range}${cleanRangeBackSlash(endEscape)}${close}` : close === "]" ? endEscape.length % 2 === 0 ? `[${sanitizeRange(range)}${endEscape}]` : "[]" : "[]"],
		[/(?:[^*])$/, (match) => /\/$/.test(match) ? `${match}$` : `${match}(?=$|\\/$)`],
		[/(\^|\\\/)?\\\*$/, (_, p1) => {
			return `${p1 ? `${p1}[^/]+` : "[^/]*"}(?=$|\\/$)`;
		}]
	];
	const regexCache = Object.create(null);
	const makeRegex = (pattern, ignoreCase) => {
		let source = regexCache[pattern];
		if (!source) {
			source = REPLACERS.reduce((prev, [matcher, replacer]) => prev.replace(matcher, replacer.bind(pattern)), pattern);
			regexCache[pattern] = source;
		}
		return ignoreCase ? new RegExp(source, "i") : new RegExp(source);
	};
	const isString = (subject) => typeof subject === "string";
	const checkPattern = (pattern) => pattern && isString(pattern) && !REGEX_TEST_BLANK_LINE.test(pattern) && !REGEX_INVALID_TRAILING_BACKSLASH.test(pattern) && pattern.indexOf("#") !== 0;
	const splitPattern = (pattern) => pattern.split(REGEX_SPLITALL_CRLF);
	var IgnoreRule = class {
		constructor(origin, pattern, negative, regex) {
			this.origin = origin;
			this.pattern = pattern;
			this.negative = negative;
			this.regex = regex;
		}
	};
	const createRule = (pattern, ignoreCase) => {
		const origin = pattern;
		let negative = false;
		if (pattern.indexOf("!") === 0) {
			negative = true;
			pattern = pattern.substr(1);
		}
		pattern = pattern.replace(REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION, "!").replace(REGEX_REPLACE_LEADING_EXCAPED_HASH, "#");
		const regex = makeRegex(pattern, ignoreCase);
		return new IgnoreRule(origin, pattern, negative, regex);
	};
	const throwError = (message, Ctor) => {
		throw new Ctor(message);
	};
	const checkPath = (path, originalPath, doThrow) => {
		if (!isString(path)) return doThrow(`path must be a string, but got \`${originalPath}\``, TypeError);
		if (!path) return doThrow(`path must not be empty`, TypeError);
		if (checkPath.isNotRelative(path)) return doThrow(`path should be a \`path.relative()\`d string, but got "${originalPath}"`, RangeError);
		return true;
	};
	const isNotRelative = (path) => REGEX_TEST_INVALID_PATH.test(path);
	checkPath.isNotRelative = isNotRelative;
	checkPath.convert = (p) => p;
	var Ignore = class {
		constructor({ ignorecase = true, ignoreCase = ignorecase, allowRelativePaths = false } = {}) {
			define(this, KEY_IGNORE, true);
			this._rules = [];
			this._ignoreCase = ignoreCase;
			this._allowRelativePaths = allowRelativePaths;
			this._initCache();
		}
		_initCache() {
			this._ignoreCache = Object.create(null);
			this._testCache = Object.create(null);
		}
		_addPattern(pattern) {
			if (pattern && pattern[KEY_IGNORE]) {
				this._rules = this._rules.concat(pattern._rules);
				this._added = true;
				return;
			}
			if (checkPattern(pattern)) {
				const rule = createRule(pattern, this._ignoreCase);
				this._added = true;
				this._rules.push(rule);
			}
		}
		add(pattern) {
			this._added = false;
			makeArray(isString(pattern) ? splitPattern(pattern) : pattern).forEach(this._addPattern, this);
			if (this._added) this._initCache();
			return this;
		}
		addPattern(pattern) {
			return this.add(pattern);
		}
		_testOne(path, checkUnignored) {
			let ignored = false;
			let unignored = false;
			this._rules.forEach((rule) => {
				const { negative } = rule;
				if (unignored === negative && ignored !== unignored || negative && !ignored && !unignored && !checkUnignored) return;
				if (rule.regex.test(path)) {
					ignored = !negative;
					unignored = negative;
				}
			});
			return {
				ignored,
				unignored
			};
		}
		_test(originalPath, cache, checkUnignored, slices) {
			const path = originalPath && checkPath.convert(originalPath);
			checkPath(path, originalPath, this._allowRelativePaths ? RETURN_FALSE : throwError);
			return this._t(path, cache, checkUnignored, slices);
		}
		_t(path, cache, checkUnignored, slices) {
			if (path in cache) return cache[path];
			if (!slices) slices = path.split(SLASH);
			slices.pop();
			if (!slices.length) return cache[path] = this._testOne(path, checkUnignored);
			const parent = this._t(slices.join(SLASH) + SLASH, cache, checkUnignored, slices);
			return cache[path] = parent.ignored ? parent : this._testOne(path, checkUnignored);
		}
		ignores(path) {
			return this._test(path, this._ignoreCache, false).ignored;
		}
		createFilter() {
			return (path) => !this.ignores(path);
		}
		filter(paths) {
			return makeArray(paths).filter(this.createFilter());
		}
		test(path) {
			return this._test(path, this._testCache, true);
		}
	};
	const factory = (options) => new Ignore(options);
	const isPathValid = (path) => checkPath(path && checkPath.convert(path), path, RETURN_FALSE);
	factory.isPathValid = isPathValid;
	factory.default = factory;
	module.exports = factory;
	/* istanbul ignore if */
	if (typeof process !== "undefined" && (process.env && process.env.IGNORE_TEST_WIN32 || process.platform === "win32")) {
		const makePosix = (str) => /^\\\\\?\\/.test(str) || /["<>|\u0000-\u001F]+/u.test(str) ? str : str.replace(/\\/g, "/");
		checkPath.convert = makePosix;
		const REGIX_IS_WINDOWS_PATH_ABSOLUTE = /^[a-z]:\//i;
		checkPath.isNotRelative = (path) => REGIX_IS_WINDOWS_PATH_ABSOLUTE.test(path) || isNotRelative(path);
	}
}));

// node_modules/diff3/onp.js
var require_onp = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* The algorithm implemented here is based on "An O(NP) Sequence Comparison Algorithm"
	* by described by Sun Wu, Udi Manber and Gene Myers
	*/
	module.exports = function(a_, b_) {
		var a = a_, b = b_, m = a.length, n = b.length, reverse = false, ed = null, offset = m + 1, path = [], pathposi = [], ses = [], lcs = "", SES_DELETE = -1, SES_COMMON = 0, SES_ADD = 1;
		var tmp1, tmp2;
		var init = function() {
			if (m >= n) {
				tmp1 = a;
				tmp2 = m;
				a = b;
				b = tmp1;
				m = n;
				n = tmp2;
				reverse = true;
				offset = m + 1;
			}
		};
		var P = function(x, y, k) {
			return {
				"x": x,
				"y": y,
				"k": k
			};
		};
		var seselem = function(elem, t) {
			return {
				"elem": elem,
				"t": t
			};
		};
		var snake = function(k, p, pp) {
			var r, x, y;
			if (p > pp) r = path[k - 1 + offset];
			else r = path[k + 1 + offset];
			y = Math.max(p, pp);
			x = y - k;
			while (x < m && y < n && a[x] === b[y]) {
				++x;
				++y;
			}
			path[k + offset] = pathposi.length;
			pathposi[pathposi.length] = new P(x, y, r);
			return y;
		};
		var recordseq = function(epc) {
			var x_idx = y_idx = 1, y_idx, px_idx = py_idx = 0, py_idx, i = epc.length - 1;
			for (; i >= 0; --i) while (px_idx < epc[i].x || py_idx < epc[i].y) if (epc[i].y - epc[i].x > py_idx - px_idx) {
				if (reverse) ses[ses.length] = new seselem(b[py_idx], SES_DELETE);
				else ses[ses.length] = new seselem(b[py_idx], SES_ADD);
				++y_idx;
				++py_idx;
			} else if (epc[i].y - epc[i].x < py_idx - px_idx) {
				if (reverse) ses[ses.length] = new seselem(a[px_idx], SES_ADD);
				else ses[ses.length] = new seselem(a[px_idx], SES_DELETE);
				++x_idx;
				++px_idx;
			} else {
				ses[ses.length] = new seselem(a[px_idx], SES_COMMON);
				lcs += a[px_idx];
				++x_idx;
				++y_idx;
				++px_idx;
				++py_idx;
			}
		};
		init();
		return {
			SES_DELETE: -1,
			SES_COMMON: 0,
			SES_ADD: 1,
			editdistance: function() {
				return ed;
			},
			getlcs: function() {
				return lcs;
			},
			getses: function() {
				return ses;
			},
			compose: function() {
				var delta = n - m, size = m + n + 3, fp = {}, p, r, epc, i = 0, k;
				for (; i < size; ++i) {
					fp[i] = -1;
					path[i] = -1;
				}
				p = -1;
				do {
					++p;
					for (k = -p; k <= delta - 1; ++k) fp[k + offset] = snake(k, fp[k - 1 + offset] + 1, fp[k + 1 + offset]);
					for (k = delta + p; k >= delta + 1; --k) fp[k + offset] = snake(k, fp[k - 1 + offset] + 1, fp[k + 1 + offset]);
					fp[delta + offset] = snake(delta, fp[delta - 1 + offset] + 1, fp[delta + 1 + offset]);
				} while (fp[delta + offset] !== n);
				ed = delta + 2 * p;
				r = path[delta + offset];
				epc = [];
				while (r !== -1) {
					epc[epc.length] = new P(pathposi[r].x, pathposi[r].y, null);
					r = pathposi[r].k;
				}
				recordseq(epc);
			}
		};
	};
}));

// node_modules/diff3/diff3.js
var require_diff3 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var onp = require_onp();
	function longestCommonSubsequence(file1, file2) {
		var diff = new onp(file1, file2);
		diff.compose();
		var ses = diff.getses();
		var root;
		var prev;
		var file1RevIdx = file1.length - 1, file2RevIdx = file2.length - 1;
		for (var i = ses.length - 1; i >= 0; --i) if (ses[i].t === diff.SES_COMMON) {
			if (prev) {
				prev.chain = {
					file1index: file1RevIdx,
					file2index: file2RevIdx,
					chain: null
				};
				prev = prev.chain;
			} else {
				root = {
					file1index: file1RevIdx,
					file2index: file2RevIdx,
					chain: null
				};
				prev = root;
			}
			file1RevIdx--;
			file2RevIdx--;
		} else if (ses[i].t === diff.SES_DELETE) file1RevIdx--;
		else if (ses[i].t === diff.SES_ADD) file2RevIdx--;
		var tail = {
			file1index: -1,
			file2index: -1,
			chain: null
		};
		if (!prev) return tail;
		prev.chain = tail;
		return root;
	}
	function diffIndices(file1, file2) {
		var result = [];
		var tail1 = file1.length;
		var tail2 = file2.length;
		for (var candidate = longestCommonSubsequence(file1, file2); candidate !== null; candidate = candidate.chain) {
			var mismatchLength1 = tail1 - candidate.file1index - 1;
			var mismatchLength2 = tail2 - candidate.file2index - 1;
			tail1 = candidate.file1index;
			tail2 = candidate.file2index;
			if (mismatchLength1 || mismatchLength2) result.push({
				file1: [tail1 + 1, mismatchLength1],
				file2: [tail2 + 1, mismatchLength2]
			});
		}
		result.reverse();
		return result;
	}
	function diff3MergeIndices(a, o, b) {
		var i;
		var m1 = diffIndices(o, a);
		var m2 = diffIndices(o, b);
		var hunks = [];
		function addHunk(h, side) {
			hunks.push([
				h.file1[0],
				side,
				h.file1[1],
				h.file2[0],
				h.file2[1]
			]);
		}
		for (i = 0; i < m1.length; i++) addHunk(m1[i], 0);
		for (i = 0; i < m2.length; i++) addHunk(m2[i], 2);
		hunks.sort(function(x, y) {
			return x[0] - y[0];
		});
		var result = [];
		var commonOffset = 0;
		function copyCommon(targetOffset) {
			if (targetOffset > commonOffset) {
				result.push([
					1,
					commonOffset,
					targetOffset - commonOffset
				]);
				commonOffset = targetOffset;
			}
		}
		for (var hunkIndex = 0; hunkIndex < hunks.length; hunkIndex++) {
			var firstHunkIndex = hunkIndex;
			var hunk = hunks[hunkIndex];
			var regionLhs = hunk[0];
			var regionRhs = regionLhs + hunk[2];
			while (hunkIndex < hunks.length - 1) {
				var maybeOverlapping = hunks[hunkIndex + 1];
				var maybeLhs = maybeOverlapping[0];
				if (maybeLhs > regionRhs) break;
				regionRhs = Math.max(regionRhs, maybeLhs + maybeOverlapping[2]);
				hunkIndex++;
			}
			copyCommon(regionLhs);
			if (firstHunkIndex == hunkIndex) {
				if (hunk[4] > 0) result.push([
					hunk[1],
					hunk[3],
					hunk[4]
				]);
			} else {
				var regions = {
					0: [
						a.length,
						-1,
						o.length,
						-1
					],
					2: [
						b.length,
						-1,
						o.length,
						-1
					]
				};
				for (i = firstHunkIndex; i <= hunkIndex; i++) {
					hunk = hunks[i];
					var r = regions[hunk[1]];
					var oLhs = hunk[0];
					var oRhs = oLhs + hunk[2];
					var abLhs = hunk[3];
					var abRhs = abLhs + hunk[4];
					r[0] = Math.min(abLhs, r[0]);
					r[1] = Math.max(abRhs, r[1]);
					r[2] = Math.min(oLhs, r[2]);
					r[3] = Math.max(oRhs, r[3]);
				}
				var aLhs = regions[0][0] + (regionLhs - regions[0][2]);
				var aRhs = regions[0][1] + (regionRhs - regions[0][3]);
				var bLhs = regions[2][0] + (regionLhs - regions[2][2]);
				var bRhs = regions[2][1] + (regionRhs - regions[2][3]);
				result.push([
					-1,
					aLhs,
					aRhs - aLhs,
					regionLhs,
					regionRhs - regionLhs,
					bLhs,
					bRhs - bLhs
				]);
			}
			commonOffset = regionRhs;
		}
		copyCommon(o.length);
		return result;
	}
	function diff3Merge(a, o, b) {
		var result = [];
		var files = [
			a,
			o,
			b
		];
		var indices = diff3MergeIndices(a, o, b);
		var okLines = [];
		function flushOk() {
			if (okLines.length) result.push({ ok: okLines });
			okLines = [];
		}
		function pushOk(xs) {
			for (var j = 0; j < xs.length; j++) okLines.push(xs[j]);
		}
		function isTrueConflict(rec) {
			if (rec[2] != rec[6]) return true;
			var aoff = rec[1];
			var boff = rec[5];
			for (var j = 0; j < rec[2]; j++) if (a[j + aoff] != b[j + boff]) return true;
			return false;
		}
		for (var i = 0; i < indices.length; i++) {
			var x = indices[i];
			var side = x[0];
			if (side == -1) {
				if (!isTrueConflict(x)) pushOk(files[0].slice(x[1], x[1] + x[2]));
				else {
					flushOk();
					result.push({ conflict: {
						a: a.slice(x[1], x[1] + x[2]),
						aIndex: x[1],
						o: o.slice(x[3], x[3] + x[4]),
						oIndex: x[3],
						b: b.slice(x[5], x[5] + x[6]),
						bIndex: x[5]
					} });
				}
			} else pushOk(files[side].slice(x[1], x[1] + x[2]));
		}
		flushOk();
		return result;
	}
	module.exports = diff3Merge;
}));

// node_modules/isomorphic-git/index.cjs
var require_isomorphic_git = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	function _interopDefault(ex) {
		return ex && typeof ex === "object" && "default" in ex ? ex["default"] : ex;
	}
	var crypto$1 = __require("crypto");
	var AsyncLock = _interopDefault(require_async_lock());
	var cleanGitRef = _interopDefault(require_lib());
	var crc32 = _interopDefault(require_crc32$1());
	var pako = _interopDefault(require_pako());
	var pify = _interopDefault(require_pify());
	var ignore = _interopDefault(require_ignore());
	var diff3Merge = _interopDefault(require_diff3());
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
	/**
	* A git commit object.
	*
	* @typedef {Object} CommitObject
	* @property {string} message Commit message
	* @property {string} tree SHA-1 object id of corresponding file tree
	* @property {string[]} parent an array of zero or more SHA-1 object ids
	* @property {Array.<Array.<string|null>>} [changes] Changed files as `[newOid, oldOid, filepath]`; present when `log` is called with `includeChanges: true`.
	* @property {Object} author
	* @property {string} author.name The author's name
	* @property {string} author.email The author's email
	* @property {number} author.timestamp UTC Unix timestamp in seconds
	* @property {number} author.timezoneOffset Timezone difference from UTC in minutes
	* @property {Object} committer
	* @property {string} committer.name The committer's name
	* @property {string} committer.email The committer's email
	* @property {number} committer.timestamp UTC Unix timestamp in seconds
	* @property {number} committer.timezoneOffset Timezone difference from UTC in minutes
	* @property {string} [gpgsig] PGP signature (if present)
	*/
	/**
	* An entry from a git tree object. Files are called 'blobs' and directories are called 'trees'.
	*
	* @typedef {Object} TreeEntry
	* @property {string} mode the 6 digit hexadecimal mode
	* @property {string} path the name of the file or directory
	* @property {string} oid the SHA-1 object id of the blob or tree
	* @property {'commit'|'blob'|'tree'} type the type of object
	*/
	/**
	* A git tree object. Trees represent a directory snapshot.
	*
	* @typedef {TreeEntry[]} TreeObject
	*/
	/**
	* A git annotated tag object.
	*
	* @typedef {Object} TagObject
	* @property {string} object SHA-1 object id of object being tagged
	* @property {'blob' | 'tree' | 'commit' | 'tag'} type the type of the object being tagged
	* @property {string} tag the tag name
	* @property {Object} tagger
	* @property {string} tagger.name the tagger's name
	* @property {string} tagger.email the tagger's email
	* @property {number} tagger.timestamp UTC Unix timestamp in seconds
	* @property {number} tagger.timezoneOffset timezone difference from UTC in minutes
	* @property {string} message tag message
	* @property {string} [gpgsig] PGP signature (if present)
	*/
	/**
	* @typedef {Object} ReadCommitResult
	* @property {string} oid - SHA-1 object id of this commit
	* @property {CommitObject} commit - the parsed commit object
	* @property {string} payload - PGP signing payload
	*/
	/**
	* @typedef {Object} ServerRef - This object has the following schema:
	* @property {string} ref - The name of the ref
	* @property {string} oid - The SHA-1 object id the ref points to
	* @property {string} [target] - The target ref pointed to by a symbolic ref
	* @property {string} [peeled] - If the oid is the SHA-1 object id of an annotated tag, this is the SHA-1 object id that the annotated tag points to
	*/
	/**
	* @typedef Walker
	* @property {Symbol} Symbol('GitWalkerSymbol')
	*/
	/**
	* Normalized subset of filesystem `stat` data:
	*
	* @typedef {Object} Stat
	* @property {number} ctimeSeconds
	* @property {number} ctimeNanoseconds
	* @property {number} mtimeSeconds
	* @property {number} mtimeNanoseconds
	* @property {number} dev
	* @property {number} ino
	* @property {number} mode
	* @property {number} uid
	* @property {number} gid
	* @property {number} size
	*/
	/**
	* The `WalkerEntry` is an interface that abstracts computing many common tree / blob stats.
	*
	* @typedef {Object} WalkerEntry
	* @property {function(): Promise<'tree'|'blob'|'special'|'commit'>} type
	* @property {function(): Promise<number>} mode
	* @property {function(): Promise<string>} oid
	* @property {function(): Promise<Uint8Array|void>} content
	* @property {function(): Promise<Stat>} stat
	*/
	/**
	* @typedef {Object} CallbackFsClient
	* @property {function} readFile - https://nodejs.org/api/fs.html#fs_fs_readfile_path_options_callback
	* @property {function} writeFile - https://nodejs.org/api/fs.html#fs_fs_writefile_file_data_options_callback
	* @property {function} unlink - https://nodejs.org/api/fs.html#fs_fs_unlink_path_callback
	* @property {function} readdir - https://nodejs.org/api/fs.html#fs_fs_readdir_path_options_callback
	* @property {function} mkdir - https://nodejs.org/api/fs.html#fs_fs_mkdir_path_mode_callback
	* @property {function} rmdir - https://nodejs.org/api/fs.html#fs_fs_rmdir_path_callback
	* @property {function} stat - https://nodejs.org/api/fs.html#fs_fs_stat_path_options_callback
	* @property {function} lstat - https://nodejs.org/api/fs.html#fs_fs_lstat_path_options_callback
	* @property {function} [readlink] - https://nodejs.org/api/fs.html#fs_fs_readlink_path_options_callback
	* @property {function} [symlink] - https://nodejs.org/api/fs.html#fs_fs_symlink_target_path_type_callback
	* @property {function} [chmod] - https://nodejs.org/api/fs.html#fs_fs_chmod_path_mode_callback
	*/
	/**
	* @typedef {Object} PromiseFsClient
	* @property {Object} promises
	* @property {function} promises.readFile - https://nodejs.org/api/fs.html#fs_fspromises_readfile_path_options
	* @property {function} promises.writeFile - https://nodejs.org/api/fs.html#fs_fspromises_writefile_file_data_options
	* @property {function} promises.unlink - https://nodejs.org/api/fs.html#fs_fspromises_unlink_path
	* @property {function} promises.readdir - https://nodejs.org/api/fs.html#fs_fspromises_readdir_path_options
	* @property {function} promises.mkdir - https://nodejs.org/api/fs.html#fs_fspromises_mkdir_path_options
	* @property {function} promises.rmdir - https://nodejs.org/api/fs.html#fs_fspromises_rmdir_path
	* @property {function} promises.stat - https://nodejs.org/api/fs.html#fs_fspromises_stat_path_options
	* @property {function} promises.lstat - https://nodejs.org/api/fs.html#fs_fspromises_lstat_path_options
	* @property {function} [promises.readlink] - https://nodejs.org/api/fs.html#fs_fspromises_readlink_path_options
	* @property {function} [promises.symlink] - https://nodejs.org/api/fs.html#fs_fspromises_symlink_target_path_type
	* @property {function} [promises.chmod] - https://nodejs.org/api/fs.html#fs_fspromises_chmod_path_mode
	*/
	/**
	* @typedef {CallbackFsClient | PromiseFsClient} FsClient
	*/
	/**
	* @callback MessageCallback
	* @param {string} message
	* @returns {void | Promise<void>}
	*/
	/**
	* @typedef {Object} GitAuth
	* @property {string} [username]
	* @property {string} [password]
	* @property {Object<string, string>} [headers]
	* @property {boolean} [cancel] Tells git to throw a `UserCanceledError` (instead of an `HttpError`).
	*/
	/**
	* @callback AuthCallback
	* @param {string} url
	* @param {GitAuth} auth Might have some values if the URL itself originally contained a username or password.
	* @returns {GitAuth | void | Promise<GitAuth | void>}
	*/
	/**
	* @callback AuthFailureCallback
	* @param {string} url
	* @param {GitAuth} auth The credentials that failed
	* @returns {GitAuth | void | Promise<GitAuth | void>}
	*/
	/**
	* @callback AuthSuccessCallback
	* @param {string} url
	* @param {GitAuth} auth
	* @returns {void | Promise<void>}
	*/
	/**
	* @typedef {Object} SignParams
	* @property {string} payload - a plaintext message
	* @property {string} secretKey - an 'ASCII armor' encoded PGP key (technically can actually contain _multiple_ keys)
	*/
	/**
	* @callback SignCallback
	* @param {SignParams} args
	* @return {{signature: string} | Promise<{signature: string}>} - an 'ASCII armor' encoded "detached" signature
	*/
	/**
	* @typedef {Object} MergeDriverParams
	* @property {Array<string>} branches
	* @property {Array<string>} contents
	* @property {string} path
	*/
	/**
	* @callback MergeDriverCallback
	* @param {MergeDriverParams} args
	* @return {{cleanMerge: boolean, mergedText: string} | Promise<{cleanMerge: boolean, mergedText: string}>}
	*/
	/**
	* @callback WalkerMap
	* @param {string} filename
	* @param {WalkerEntry[]} entries
	* @returns {Promise<any>}
	*/
	/**
	* @callback WalkerReduce
	* @param {any} parent
	* @param {any[]} children
	* @returns {Promise<any>}
	*/
	/**
	* @callback WalkerIterateCallback
	* @param {WalkerEntry[]} entries
	* @returns {Promise<any[]>}
	*/
	/**
	* @callback WalkerIterate
	* @param {WalkerIterateCallback} walk
	* @param {IterableIterator<WalkerEntry[]>} children
	* @returns {Promise<any[]>}
	*/
	/**
	* @typedef {Object} RefUpdateStatus
	* @property {boolean} ok
	* @property {string} error
	*/
	/**
	* @typedef {Object} PushResult
	* @property {boolean} ok
	* @property {?string} error
	* @property {Object<string, RefUpdateStatus>} refs
	* @property {Object<string, string>} [headers]
	*/
	/**
	* @typedef {0|1} HeadStatus
	*/
	/**
	* @typedef {0|1|2} WorkdirStatus
	*/
	/**
	* @typedef {0|1|2|3} StageStatus
	*/
	/**
	* @typedef {[string, HeadStatus, WorkdirStatus, StageStatus]} StatusRow
	*/
	/**
	* @typedef {'push' | 'pop' | 'apply' | 'drop' | 'list' | 'clear'} StashOp the type of stash ops
	*/
	/**
	* @typedef {'equal' | 'modify' | 'add' | 'remove' | 'unknown'} StashChangeType - when compare WORDIR to HEAD, 'remove' could mean 'untracked'
	* @typedef {Object} ClientRef
	* @property {string} ref The name of the ref
	* @property {string} oid The SHA-1 object id the ref points to
	*/
	/**
	* @typedef {Object} PrePushParams
	* @property {string} remote The expanded name of target remote
	* @property {string} url The URL address of target remote
	* @property {ClientRef} localRef The ref which the client wants to push to the remote
	* @property {ClientRef} remoteRef The ref which is known by the remote
	*/
	/**
	* @callback PrePushCallback
	* @param {PrePushParams} args
	* @returns {boolean | Promise<boolean>} Returns false if push must be cancelled
	*/
	/**
	* @typedef {Object} PostCheckoutParams
	* @property {string} previousHead The SHA-1 object id of HEAD before checkout
	* @property {string} newHead The SHA-1 object id of HEAD after checkout
	* @property {'branch' | 'file'} type flag determining whether a branch or a set of files was checked
	*/
	/**
	* @callback PostCheckoutCallback
	* @param {PostCheckoutParams} args
	* @returns {void | Promise<void>}
	*/
	var BaseError = class BaseError extends Error {
		constructor(message) {
			super(message);
			this.caller = "";
		}
		toJSON() {
			const metadata = this;
			return {
				code: metadata.code,
				data: metadata.data,
				caller: this.caller,
				message: this.message,
				stack: this.stack
			};
		}
		fromJSON(json) {
			const e = new BaseError(json.message);
			const metadata = e;
			metadata.code = json.code;
			metadata.data = json.data;
			e.caller = json.caller;
			e.stack = json.stack;
			return e;
		}
		get isIsomorphicGitError() {
			return true;
		}
	};
	var UnmergedPathsError = class UnmergedPathsError extends BaseError {
		/**
		* @param {Array<string>} filepaths
		*/
		constructor(filepaths) {
			super(`Modifying the index is not possible because you have unmerged files: ${filepaths.toString}. Fix them up in the work tree, and then use 'git add/rm as appropriate to mark resolution and make a commit.`);
			this.code = this.name = UnmergedPathsError.code;
			this.data = { filepaths };
		}
	};
	/** @type {'UnmergedPathsError'} */
	UnmergedPathsError.code = "UnmergedPathsError";
	var InternalError = class InternalError extends BaseError {
		/**
		* @param {string} message
		*/
		constructor(message) {
			super(`An internal error caused this command to fail.\n\nIf you're using an application that depends on isomorphic-git, please report this error to that application's developers.\n\nIf you're a developer and you believe this is a bug in isomorphic-git, please file an issue at https://github.com/isomorphic-git/isomorphic-git/issues with a minimal reproduction, version and environment details, and this error message: ${message}`);
			this.code = this.name = InternalError.code;
			this.data = { message };
		}
	};
	/** @type {'InternalError'} */
	InternalError.code = "InternalError";
	var UnsafeFilepathError = class UnsafeFilepathError extends BaseError {
		/**
		* @param {string} filepath
		*/
		constructor(filepath) {
			super(`The filepath "${filepath}" contains unsafe character sequences`);
			this.code = this.name = UnsafeFilepathError.code;
			this.data = { filepath };
		}
	};
	/** @type {'UnsafeFilepathError'} */
	UnsafeFilepathError.code = "UnsafeFilepathError";
	var BufferCursor = class {
		constructor(buffer) {
			this.buffer = buffer;
			this._start = 0;
		}
		eof() {
			return this._start >= this.buffer.length;
		}
		tell() {
			return this._start;
		}
		seek(n) {
			this._start = n;
		}
		slice(n) {
			const r = this.buffer.slice(this._start, this._start + n);
			this._start += n;
			return r;
		}
		toString(enc, length) {
			const r = this.buffer.toString(enc, this._start, this._start + length);
			this._start += length;
			return r;
		}
		write(value, length, enc) {
			const r = this.buffer.write(value, this._start, length, enc);
			this._start += length;
			return r;
		}
		copy(source, start, end) {
			const r = source.copy(this.buffer, this._start, start, end);
			this._start += r;
			return r;
		}
		readUInt8() {
			const r = this.buffer.readUInt8(this._start);
			this._start += 1;
			return r;
		}
		writeUInt8(value) {
			const r = this.buffer.writeUInt8(value, this._start);
			this._start += 1;
			return r;
		}
		readUInt16BE() {
			const r = this.buffer.readUInt16BE(this._start);
			this._start += 2;
			return r;
		}
		writeUInt16BE(value) {
			const r = this.buffer.writeUInt16BE(value, this._start);
			this._start += 2;
			return r;
		}
		readUInt32BE() {
			const r = this.buffer.readUInt32BE(this._start);
			this._start += 4;
			return r;
		}
		writeUInt32BE(value) {
			const r = this.buffer.writeUInt32BE(value, this._start);
			this._start += 4;
			return r;
		}
	};
	const NEEDS_CODE_POINT_ORDER = /[\ud800-￿]/;
	function isLoneSurrogate(s, i, unit) {
		if (unit < 55296 || unit > 57343) return false;
		if (unit < 56320) {
			const next = i + 1 < s.length ? s.charCodeAt(i + 1) : 0;
			return next < 56320 || next > 57343;
		}
		const prev = i > 0 ? s.charCodeAt(i - 1) : 0;
		return prev < 55296 || prev > 56319;
	}
	/**
	* Compare two strings by code point. This gives the same order as the UTF-8 bytes of the
	* strings, and git sorts paths in that order. The `<` operator compares UTF-16 code units,
	* so it puts a character above U+FFFF (a surrogate pair) before the characters from U+E000
	* to U+FFFF. Git puts it after them. A lone surrogate counts as U+FFFD, because the UTF-8
	* encoding of the path writes it that way.
	*
	* @param {string} a
	* @param {string} b
	* @returns {-1 | 0 | 1}
	*/
	function compareStrings(a, b) {
		if (!NEEDS_CODE_POINT_ORDER.test(a) && !NEEDS_CODE_POINT_ORDER.test(b)) return -(a < b) || +(a > b);
		const length = Math.min(a.length, b.length);
		for (let i = 0; i < length; i++) {
			let x = a.charCodeAt(i);
			let y = b.charCodeAt(i);
			if (x !== y) {
				if (isLoneSurrogate(a, i, x)) x = 65533;
				if (isLoneSurrogate(b, i, y)) y = 65533;
				if (x === y) continue;
				if (x >= 55296 && y >= 55296) {
					x += x >= 57344 ? -2048 : 8192;
					y += y >= 57344 ? -2048 : 8192;
				}
				return x < y ? -1 : 1;
			}
		}
		return a.length < b.length ? -1 : a.length > b.length ? 1 : 0;
	}
	function comparePath(a, b) {
		return compareStrings(a.path, b.path);
	}
	/**
	* From https://github.com/git/git/blob/master/Documentation/technical/index-format.txt
	*
	* 32-bit mode, split into (high to low bits)
	*
	*  4-bit object type
	*    valid values in binary are 1000 (regular file), 1010 (symbolic link)
	*    and 1110 (gitlink)
	*
	*  3-bit unused
	*
	*  9-bit unix permission. Only 0755 and 0644 are valid for regular files.
	*  Symbolic links and gitlinks have value 0 in this field.
	*/
	function normalizeMode(mode) {
		let type = mode > 0 ? mode >> 12 : 0;
		if (type !== 4 && type !== 8 && type !== 10 && type !== 14) type = 8;
		let permissions = mode & 511;
		if (permissions & 73) permissions = 493;
		else permissions = 420;
		if (type !== 8) permissions = 0;
		return (type << 12) + permissions;
	}
	const MAX_UINT32 = 2 ** 32;
	function SecondsNanoseconds(givenSeconds, givenNanoseconds, milliseconds, date) {
		if (givenSeconds !== void 0 && givenNanoseconds !== void 0) return [givenSeconds, givenNanoseconds];
		if (milliseconds === void 0) milliseconds = date.valueOf();
		const seconds = Math.floor(milliseconds / 1e3);
		return [seconds, Math.floor((milliseconds - seconds * 1e3) * 1e6)];
	}
	function normalizeStats(e) {
		const [ctimeSeconds, ctimeNanoseconds] = SecondsNanoseconds(e.ctimeSeconds, e.ctimeNanoseconds, e.ctimeMs, e.ctime);
		const [mtimeSeconds, mtimeNanoseconds] = SecondsNanoseconds(e.mtimeSeconds, e.mtimeNanoseconds, e.mtimeMs, e.mtime);
		return {
			ctimeSeconds: ctimeSeconds % MAX_UINT32,
			ctimeNanoseconds: ctimeNanoseconds % MAX_UINT32,
			mtimeSeconds: mtimeSeconds % MAX_UINT32,
			mtimeNanoseconds: mtimeNanoseconds % MAX_UINT32,
			dev: e.dev % MAX_UINT32,
			ino: e.ino % MAX_UINT32,
			mode: normalizeMode(e.mode % MAX_UINT32),
			uid: e.uid % MAX_UINT32,
			gid: e.gid % MAX_UINT32,
			size: e.size > -1 ? e.size % MAX_UINT32 : 0
		};
	}
	function createSha1() {
		return crypto$1.createHash("sha1");
	}
	function toHex(buffer) {
		let hex = "";
		for (const byte of new Uint8Array(buffer)) {
			if (byte < 16) hex += "0";
			hex += byte.toString(16);
		}
		return hex;
	}
	let supportsSubtleSHA1 = null;
	async function shasum(buffer) {
		if (supportsSubtleSHA1 === null) supportsSubtleSHA1 = await testSubtleSHA1();
		return supportsSubtleSHA1 ? subtleSHA1(buffer) : shasumSync(buffer);
	}
	function shasumSync(buffer) {
		return createSha1().update(buffer).digest("hex");
	}
	async function subtleSHA1(buffer) {
		return toHex(await crypto.subtle.digest("SHA-1", buffer));
	}
	async function testSubtleSHA1() {
		try {
			return await subtleSHA1(new Uint8Array([])) === "da39a3ee5e6b4b0d3255bfef95601890afd80709";
		} catch (_) {}
		return false;
	}
	function parseCacheEntryFlags(bits) {
		return {
			assumeValid: Boolean(bits & 32768),
			extended: Boolean(bits & 16384),
			stage: (bits & 12288) >> 12,
			nameLength: bits & 4095,
			skipWorktree: false,
			intentToAdd: false
		};
	}
	const SKIP_WORKTREE = 16384;
	const INTENT_TO_ADD = 8192;
	function hasExtendedFlags(entry) {
		return Boolean(entry.flags.skipWorktree || entry.flags.intentToAdd);
	}
	function renderCacheEntryFlags(entry) {
		const flags = entry.flags;
		flags.extended = hasExtendedFlags(entry);
		flags.nameLength = Math.min(Buffer.from(entry.path).length, 4095);
		return (flags.assumeValid ? 32768 : 0) + (flags.extended ? 16384 : 0) + ((flags.stage & 3) << 12) + (flags.nameLength & 4095);
	}
	function renderCacheEntryExtendedFlags(entry) {
		return (entry.flags.skipWorktree ? SKIP_WORKTREE : 0) + (entry.flags.intentToAdd ? INTENT_TO_ADD : 0);
	}
	var GitIndex = class GitIndex {
		constructor(entries, unmergedPaths) {
			this._dirty = false;
			this._unmergedPaths = unmergedPaths || /* @__PURE__ */ new Set();
			this._entries = entries || /* @__PURE__ */ new Map();
		}
		_addEntry(entry) {
			if (entry.flags.stage === 0) {
				entry.stages = [entry];
				this._entries.set(entry.path, entry);
				this._unmergedPaths.delete(entry.path);
			} else {
				let existingEntry = this._entries.get(entry.path);
				if (!existingEntry) {
					this._entries.set(entry.path, entry);
					existingEntry = entry;
				}
				existingEntry.stages[entry.flags.stage] = entry;
				this._unmergedPaths.add(entry.path);
			}
		}
		static async from(buffer) {
			if (Buffer.isBuffer(buffer)) return GitIndex.fromBuffer(buffer);
			else if (buffer === null) return new GitIndex(null);
			else throw new InternalError("invalid type passed to GitIndex.from");
		}
		static async fromBuffer(buffer) {
			if (buffer.length === 0) throw new InternalError("Index file is empty (.git/index)");
			const index = new GitIndex();
			const reader = new BufferCursor(buffer);
			const magic = reader.toString("utf8", 4);
			if (magic !== "DIRC") throw new InternalError(`Invalid dircache magic file number: ${magic}`);
			const shaComputed = await shasum(buffer.slice(0, -20));
			const shaClaimed = buffer.slice(-20).toString("hex");
			if (shaClaimed !== shaComputed) throw new InternalError(`Invalid checksum in GitIndex buffer: expected ${shaClaimed} but saw ${shaComputed}`);
			const version = reader.readUInt32BE();
			if (version !== 2 && version !== 3) throw new InternalError(`Unsupported dircache version: ${version}`);
			const numEntries = reader.readUInt32BE();
			let i = 0;
			while (!reader.eof() && i < numEntries) {
				const entry = {};
				entry.ctimeSeconds = reader.readUInt32BE();
				entry.ctimeNanoseconds = reader.readUInt32BE();
				entry.mtimeSeconds = reader.readUInt32BE();
				entry.mtimeNanoseconds = reader.readUInt32BE();
				entry.dev = reader.readUInt32BE();
				entry.ino = reader.readUInt32BE();
				entry.mode = reader.readUInt32BE();
				entry.uid = reader.readUInt32BE();
				entry.gid = reader.readUInt32BE();
				entry.size = reader.readUInt32BE();
				entry.oid = reader.slice(20).toString("hex");
				entry.flags = parseCacheEntryFlags(reader.readUInt16BE());
				if (entry.flags.extended) {
					const extendedFlags = reader.readUInt16BE();
					if (extendedFlags & -24577) throw new InternalError(`Unknown index entry format: 0x${extendedFlags.toString(16)}`);
					entry.flags.skipWorktree = Boolean(extendedFlags & SKIP_WORKTREE);
					entry.flags.intentToAdd = Boolean(extendedFlags & INTENT_TO_ADD);
				}
				const pathlength = buffer.indexOf(0, reader.tell() + 1) - reader.tell();
				if (pathlength < 1) throw new InternalError(`Got a path length of: ${pathlength}`);
				entry.path = reader.toString("utf8", pathlength);
				if (entry.path.includes("..\\") || entry.path.includes("../")) throw new UnsafeFilepathError(entry.path);
				let padding = 8 - (reader.tell() - 12) % 8;
				if (padding === 0) padding = 8;
				while (padding--) {
					const tmp = reader.readUInt8();
					if (tmp !== 0) throw new InternalError(`Expected 1-8 null characters but got '${tmp}' after ${entry.path}`);
					else if (reader.eof()) throw new InternalError("Unexpected end of file");
				}
				entry.stages = [];
				index._addEntry(entry);
				i++;
			}
			return index;
		}
		get unmergedPaths() {
			return [...this._unmergedPaths];
		}
		get entries() {
			return [...this._entries.values()].sort(comparePath);
		}
		get entriesMap() {
			return this._entries;
		}
		get entriesFlat() {
			return [...this.entries].flatMap((entry) => {
				return entry.stages.length > 1 ? entry.stages.filter((x) => x) : entry;
			});
		}
		*[Symbol.iterator]() {
			for (const entry of this.entries) yield entry;
		}
		insert({ filepath, stats, oid, stage = 0 }) {
			if (!stats) stats = {
				ctimeSeconds: 0,
				ctimeNanoseconds: 0,
				mtimeSeconds: 0,
				mtimeNanoseconds: 0,
				dev: 0,
				ino: 0,
				mode: 0,
				uid: 0,
				gid: 0,
				size: 0
			};
			stats = normalizeStats(stats);
			const bfilepath = Buffer.from(filepath);
			const existing = stage === 0 ? this._entries.get(filepath) : void 0;
			const entry = {
				ctimeSeconds: stats.ctimeSeconds,
				ctimeNanoseconds: stats.ctimeNanoseconds,
				mtimeSeconds: stats.mtimeSeconds,
				mtimeNanoseconds: stats.mtimeNanoseconds,
				dev: stats.dev,
				ino: stats.ino,
				mode: stats.mode || 33188,
				uid: stats.uid,
				gid: stats.gid,
				size: stats.size,
				path: filepath,
				oid,
				flags: {
					assumeValid: false,
					extended: false,
					stage,
					nameLength: bfilepath.length < 4095 ? bfilepath.length : 4095,
					skipWorktree: Boolean(existing?.flags.skipWorktree),
					intentToAdd: false
				},
				stages: []
			};
			this._addEntry(entry);
			this._dirty = true;
		}
		delete({ filepath }) {
			if (this._entries.has(filepath)) this._entries.delete(filepath);
			else for (const key of this._entries.keys()) if (key.startsWith(filepath + "/")) this._entries.delete(key);
			if (this._unmergedPaths.has(filepath)) this._unmergedPaths.delete(filepath);
			this._dirty = true;
		}
		clear() {
			this._entries.clear();
			this._dirty = true;
		}
		has({ filepath }) {
			return this._entries.has(filepath);
		}
		render() {
			return this.entries.map((entry) => `${entry.mode.toString(8)} ${entry.oid}    ${entry.path}`).join("\n");
		}
		static async _entryToBuffer(entry) {
			const bpath = Buffer.from(entry.path);
			const extended = hasExtendedFlags(entry);
			const length = Math.ceil((62 + (extended ? 2 : 0) + bpath.length + 1) / 8) * 8;
			const written = Buffer.alloc(length);
			const writer = new BufferCursor(written);
			const stat = normalizeStats(entry);
			writer.writeUInt32BE(stat.ctimeSeconds);
			writer.writeUInt32BE(stat.ctimeNanoseconds);
			writer.writeUInt32BE(stat.mtimeSeconds);
			writer.writeUInt32BE(stat.mtimeNanoseconds);
			writer.writeUInt32BE(stat.dev);
			writer.writeUInt32BE(stat.ino);
			writer.writeUInt32BE(stat.mode);
			writer.writeUInt32BE(stat.uid);
			writer.writeUInt32BE(stat.gid);
			writer.writeUInt32BE(stat.size);
			writer.write(entry.oid, 20, "hex");
			writer.writeUInt16BE(renderCacheEntryFlags(entry));
			if (extended) writer.writeUInt16BE(renderCacheEntryExtendedFlags(entry));
			writer.write(entry.path, bpath.length, "utf8");
			return written;
		}
		async toObject() {
			const header = Buffer.alloc(12);
			const writer = new BufferCursor(header);
			writer.write("DIRC", 4, "utf8");
			writer.writeUInt32BE(this.entriesFlat.some(hasExtendedFlags) ? 3 : 2);
			writer.writeUInt32BE(this.entriesFlat.length);
			let entryBuffers = [];
			for (const entry of this.entries) {
				entryBuffers.push(GitIndex._entryToBuffer(entry));
				if (entry.stages.length > 1) {
					for (const stage of entry.stages) if (stage && stage !== entry) entryBuffers.push(GitIndex._entryToBuffer(stage));
				}
			}
			entryBuffers = await Promise.all(entryBuffers);
			const body = Buffer.concat(entryBuffers);
			const main = Buffer.concat([header, body]);
			const sum = await shasum(main);
			return Buffer.concat([main, Buffer.from(sum, "hex")]);
		}
	};
	function compareStats(entry, stats, filemode = true, trustino = true) {
		const e = normalizeStats(entry);
		const s = normalizeStats(stats);
		return filemode && e.mode !== s.mode || e.mtimeSeconds !== s.mtimeSeconds || e.mtimeNanoseconds !== s.mtimeNanoseconds || e.ctimeSeconds !== s.ctimeSeconds || e.ctimeNanoseconds !== s.ctimeNanoseconds || e.uid !== s.uid || e.gid !== s.gid || trustino && e.ino !== s.ino || e.size !== s.size;
	}
	let lock;
	function getLock() {
		if (lock === void 0) lock = new AsyncLock({ maxPending: Infinity });
		return lock;
	}
	/**
	* Run `callback` while holding the shared lock for `key`, then release it.
	*
	* @template T
	* @param {string | string[]} key - Resource key(s) to lock (usually a filepath).
	* @param {() => (Promise<T> | T)} callback
	* @returns {Promise<T>}
	*/
	function acquireLock(key, callback) {
		return getLock().acquire(key, callback);
	}
	const IndexCache = Symbol("IndexCache");
	/**
	* Creates a cache object to store GitIndex and file stats.
	* @returns {object} A cache object with `map` and `stats` properties.
	*/
	function createCache() {
		return {
			map: /* @__PURE__ */ new Map(),
			stats: /* @__PURE__ */ new Map()
		};
	}
	/**
	* Updates the cached index file by reading the file system and parsing the Git index.
	* @param {FSClient} fs - A file system implementation.
	* @param {string} filepath - The path to the Git index file.
	* @param {object} cache - The cache object to update.
	* @returns {Promise<void>}
	*/
	async function updateCachedIndexFile(fs, filepath, cache) {
		const [stat, rawIndexFile] = await Promise.all([fs.lstat(filepath), fs.read(filepath)]);
		const index = await GitIndex.from(rawIndexFile);
		cache.map.set(filepath, index);
		cache.stats.set(filepath, stat);
	}
	/**
	* Determines whether the cached index file is stale by comparing file stats.
	* @param {FSClient} fs - A file system implementation.
	* @param {string} filepath - The path to the Git index file.
	* @param {object} cache - The cache object containing file stats.
	* @returns {Promise<boolean>} `true` if the index file is stale, otherwise `false`.
	*/
	async function isIndexStale(fs, filepath, cache) {
		const savedStats = cache.stats.get(filepath);
		if (savedStats === void 0) return true;
		if (savedStats === null) return false;
		const currStats = await fs.lstat(filepath);
		if (currStats === null) return false;
		if (compareStats(savedStats, currStats)) return true;
		const saved = normalizeStats(savedStats);
		const curr = normalizeStats(currStats);
		return saved.mtimeNanoseconds !== curr.mtimeNanoseconds || saved.ctimeNanoseconds !== curr.ctimeNanoseconds;
	}
	var GitIndexManager = class {
		/**
		* Manages access to the Git index file, ensuring thread-safe operations and caching.
		*
		* @param {object} opts - Options for acquiring the Git index.
		* @param {FSClient} opts.fs - A file system implementation.
		* @param {string} opts.gitdir - The path to the `.git` directory.
		* @param {object} opts.cache - A shared cache object for storing index data.
		* @param {boolean} [opts.allowUnmerged=true] - Whether to allow unmerged paths in the index.
		* @param {function(GitIndex): any} closure - A function to execute with the Git index.
		* @returns {Promise<any>} The result of the closure function.
		* @throws {UnmergedPathsError} If unmerged paths exist and `allowUnmerged` is `false`.
		*/
		static async acquire({ fs, gitdir, cache, allowUnmerged = true }, closure) {
			if (!cache[IndexCache]) cache[IndexCache] = createCache();
			const filepath = `${gitdir}/index`;
			let result;
			let unmergedPaths = [];
			await acquireLock(filepath, async () => {
				const theIndexCache = cache[IndexCache];
				if (await isIndexStale(fs, filepath, theIndexCache)) await updateCachedIndexFile(fs, filepath, theIndexCache);
				const index = theIndexCache.map.get(filepath);
				unmergedPaths = index.unmergedPaths;
				if (unmergedPaths.length && !allowUnmerged) throw new UnmergedPathsError(unmergedPaths);
				try {
					result = await closure(index);
				} catch (err) {
					theIndexCache.map.delete(filepath);
					theIndexCache.stats.delete(filepath);
					throw err;
				}
				if (index._dirty) {
					const buffer = await index.toObject();
					await fs.write(filepath, buffer);
					theIndexCache.stats.set(filepath, await fs.lstat(filepath));
					index._dirty = false;
				}
			});
			return result;
		}
	};
	function basename(path) {
		const last = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
		if (last > -1) path = path.slice(last + 1);
		return path;
	}
	function dirname(path) {
		const last = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
		if (last === -1) return ".";
		if (last === 0) return "/";
		return path.slice(0, last);
	}
	function flatFileListToDirectoryStructure(files) {
		const inodes = /* @__PURE__ */ new Map();
		const mkdir = function(name) {
			if (!inodes.has(name)) {
				const dir = {
					type: "tree",
					fullpath: name,
					basename: basename(name),
					metadata: {},
					children: []
				};
				inodes.set(name, dir);
				dir.parent = mkdir(dirname(name));
				if (dir.parent && dir.parent !== dir) dir.parent.children.push(dir);
			}
			return inodes.get(name);
		};
		const mkfile = function(name, metadata) {
			if (!inodes.has(name)) {
				const file = {
					type: "blob",
					fullpath: name,
					basename: basename(name),
					metadata,
					parent: mkdir(dirname(name)),
					children: []
				};
				if (file.parent) file.parent.children.push(file);
				inodes.set(name, file);
			}
			return inodes.get(name);
		};
		mkdir(".");
		for (const file of files) mkfile(file.path, file);
		return inodes;
	}
	/**
	*
	* @param {number} mode
	*/
	function mode2type(mode) {
		switch (mode) {
			case 16384: return "tree";
			case 33188: return "blob";
			case 33261: return "blob";
			case 40960: return "blob";
			case 57344: return "commit";
		}
		throw new InternalError(`Unexpected GitTree entry mode: ${mode.toString(8)}`);
	}
	var GitWalkerIndex = class {
		constructor({ fs, gitdir, cache }) {
			this.treePromise = GitIndexManager.acquire({
				fs,
				gitdir,
				cache
			}, async function(index) {
				return flatFileListToDirectoryStructure(index.entries);
			});
			const walker = this;
			this.ConstructEntry = class StageEntry {
				constructor(fullpath) {
					this._fullpath = fullpath;
					this._type = false;
					this._mode = false;
					this._stat = false;
					this._oid = false;
				}
				async type() {
					return walker.type(this);
				}
				async mode() {
					return walker.mode(this);
				}
				async stat() {
					return walker.stat(this);
				}
				async content() {
					return walker.content(this);
				}
				async oid() {
					return walker.oid(this);
				}
			};
		}
		async readdir(entry) {
			const filepath = entry._fullpath;
			const inode = (await this.treePromise).get(filepath);
			if (!inode) return null;
			if (inode.type === "blob") return null;
			if (inode.type !== "tree") throw new Error(`ENOTDIR: not a directory, scandir '${filepath}'`);
			const names = inode.children.map((inode) => inode.fullpath);
			names.sort(compareStrings);
			return names;
		}
		async type(entry) {
			if (entry._type === false) await entry.stat();
			return entry._type;
		}
		async mode(entry) {
			if (entry._mode === false) await entry.stat();
			return entry._mode;
		}
		async stat(entry) {
			if (entry._stat === false) {
				const inode = (await this.treePromise).get(entry._fullpath);
				if (!inode) throw new Error(`ENOENT: no such file or directory, lstat '${entry._fullpath}'`);
				const stats = inode.type === "tree" ? {} : normalizeStats(inode.metadata);
				entry._type = inode.type === "tree" ? "tree" : mode2type(stats.mode);
				entry._mode = stats.mode;
				if (inode.type === "tree") entry._stat = void 0;
				else entry._stat = stats;
			}
			return entry._stat;
		}
		async content(_entry) {}
		async oid(entry) {
			if (entry._oid === false) entry._oid = (await this.treePromise).get(entry._fullpath).metadata.oid;
			return entry._oid;
		}
	};
	const GitWalkSymbol = Symbol("GitWalkSymbol");
	/**
	* @returns {Walker}
	*/
	function STAGE() {
		const o = Object.create(null);
		Object.defineProperty(o, GitWalkSymbol, { value: function({ fs, gitdir, cache }) {
			return new GitWalkerIndex({
				fs,
				gitdir,
				cache
			});
		} });
		Object.freeze(o);
		return o;
	}
	var NotFoundError = class NotFoundError extends BaseError {
		/**
		* @param {string} what
		*/
		constructor(what) {
			super(`Could not find ${what}.`);
			this.code = this.name = NotFoundError.code;
			this.data = { what };
		}
	};
	/** @type {'NotFoundError'} */
	NotFoundError.code = "NotFoundError";
	var ObjectTypeError = class ObjectTypeError extends BaseError {
		/**
		* @param {string} oid
		* @param {'blob'|'commit'|'tag'|'tree'} actual
		* @param {'blob'|'commit'|'tag'|'tree'} expected
		* @param {string} [filepath]
		*/
		constructor(oid, actual, expected, filepath) {
			super(`Object ${oid} ${filepath ? `at ${filepath}` : ""}was anticipated to be a ${expected} but it is a ${actual}.`);
			this.code = this.name = ObjectTypeError.code;
			this.data = {
				oid,
				actual,
				expected,
				filepath
			};
		}
	};
	/** @type {'ObjectTypeError'} */
	ObjectTypeError.code = "ObjectTypeError";
	var InvalidOidError = class InvalidOidError extends BaseError {
		/**
		* @param {string} value
		*/
		constructor(value) {
			super(`Expected a 40-char hex object id but saw "${value}".`);
			this.code = this.name = InvalidOidError.code;
			this.data = { value };
		}
	};
	/** @type {'InvalidOidError'} */
	InvalidOidError.code = "InvalidOidError";
	var InvalidRefNameError = class InvalidRefNameError extends BaseError {
		/**
		* @param {string} ref
		* @param {string} suggestion
		* @param {boolean} canForce
		*/
		constructor(ref, suggestion) {
			super(`"${ref}" would be an invalid git reference. (Hint: a valid alternative would be "${suggestion}".)`);
			this.code = this.name = InvalidRefNameError.code;
			this.data = {
				ref,
				suggestion
			};
		}
	};
	/** @type {'InvalidRefNameError'} */
	InvalidRefNameError.code = "InvalidRefNameError";
	var NoRefspecError = class NoRefspecError extends BaseError {
		/**
		* @param {string} remote
		*/
		constructor(remote) {
			super(`Could not find a fetch refspec for remote "${remote}". Make sure the config file has an entry like the following:
[remote "${remote}"]
\tfetch = +refs/heads/*:refs/remotes/origin/*
`);
			this.code = this.name = NoRefspecError.code;
			this.data = { remote };
		}
	};
	/** @type {'NoRefspecError'} */
	NoRefspecError.code = "NoRefspecError";
	var GitPackedRefs = class GitPackedRefs {
		constructor(text) {
			this.refs = /* @__PURE__ */ new Map();
			this.parsedConfig = [];
			if (text) {
				let key = null;
				this.parsedConfig = text.trim().split("\n").map((line) => {
					if (/^\s*#/.test(line)) return {
						line,
						comment: true
					};
					const i = line.indexOf(" ");
					if (line.startsWith("^")) {
						const value = line.slice(1);
						this.refs.set(key + "^{}", value);
						return {
							line,
							ref: key,
							peeled: value
						};
					} else {
						const value = line.slice(0, i);
						key = line.slice(i + 1);
						this.refs.set(key, value);
						return {
							line,
							ref: key,
							oid: value
						};
					}
				});
			}
			return this;
		}
		static from(text) {
			return new GitPackedRefs(text);
		}
		delete(ref) {
			this.parsedConfig = this.parsedConfig.filter((entry) => entry.ref !== ref);
			this.refs.delete(ref);
		}
		toString() {
			return this.parsedConfig.map(({ line }) => line).join("\n") + "\n";
		}
	};
	var GitRefSpec = class GitRefSpec {
		constructor({ remotePath, remoteSuffix = "", localPath, force, matchPrefix, negative = false }) {
			Object.assign(this, {
				remotePath,
				remoteSuffix,
				localPath,
				force,
				matchPrefix,
				negative
			});
		}
		static from(refspec) {
			if (refspec.startsWith("^") || !refspec.includes(":")) {
				const negative = refspec.startsWith("^");
				const [, forceMatch, remote] = refspec.slice(negative ? 1 : 0).match(/^(\+?)(.*)$/);
				const star = remote.indexOf("*");
				return new GitRefSpec({
					remotePath: star === -1 ? remote : remote.slice(0, star),
					remoteSuffix: star === -1 ? "" : remote.slice(star + 1),
					localPath: null,
					force: forceMatch === "+",
					matchPrefix: star !== -1,
					negative
				});
			}
			const [forceMatch, remotePath, remoteGlobMatch, localPath, localGlobMatch] = refspec.match(/^(\+?)(.*?)(\*?):(.*?)(\*?)$/).slice(1);
			const force = forceMatch === "+";
			const remoteIsGlob = remoteGlobMatch === "*";
			if (remoteIsGlob !== (localGlobMatch === "*")) throw new InternalError("Invalid refspec");
			return new GitRefSpec({
				remotePath,
				localPath,
				force,
				matchPrefix: remoteIsGlob
			});
		}
		matches(remoteBranch) {
			return this.matchPrefix ? remoteBranch.length >= this.remotePath.length + this.remoteSuffix.length && remoteBranch.startsWith(this.remotePath) && remoteBranch.endsWith(this.remoteSuffix) : remoteBranch === this.remotePath;
		}
		translate(remoteBranch) {
			if (this.localPath === null) return null;
			if (this.matchPrefix) {
				if (remoteBranch.startsWith(this.remotePath)) return this.localPath + remoteBranch.replace(this.remotePath, "");
			} else if (remoteBranch === this.remotePath) return this.localPath;
			return null;
		}
		reverseTranslate(localBranch) {
			if (this.localPath === null) return null;
			if (this.matchPrefix) {
				if (localBranch.startsWith(this.localPath)) return this.remotePath + localBranch.replace(this.localPath, "");
			} else if (localBranch === this.localPath) return this.remotePath;
			return null;
		}
	};
	var GitRefSpecSet = class GitRefSpecSet {
		constructor(rules = []) {
			this.rules = rules;
		}
		static from(refspecs) {
			const rules = [];
			for (const refspec of refspecs) rules.push(GitRefSpec.from(refspec));
			return new GitRefSpecSet(rules);
		}
		add(refspec) {
			const rule = GitRefSpec.from(refspec);
			this.rules.push(rule);
		}
		isExcluded(remoteRef) {
			return this.rules.some((rule) => rule.negative && rule.matches(remoteRef));
		}
		translate(remoteRefs) {
			const result = [];
			for (const rule of this.rules) for (const remoteRef of remoteRefs) {
				if (this.isExcluded(remoteRef)) continue;
				const localRef = rule.translate(remoteRef);
				if (localRef) result.push([remoteRef, localRef]);
			}
			return result;
		}
		translateOne(remoteRef) {
			let result = null;
			if (this.isExcluded(remoteRef)) return result;
			for (const rule of this.rules) {
				const localRef = rule.translate(remoteRef);
				if (localRef) result = localRef;
			}
			return result;
		}
		localNamespaces() {
			return this.rules.filter((rule) => rule.matchPrefix && rule.localPath !== null).map((rule) => rule.localPath.replace(/\/$/, ""));
		}
	};
	function compareRefNames(a, b) {
		const _a = a.replace(/\^\{\}$/, "");
		const _b = b.replace(/\^\{\}$/, "");
		const tmp = -(_a < _b) || +(_a > _b);
		if (tmp === 0) return a.endsWith("^{}") ? 1 : -1;
		return tmp;
	}
	const bad = /(^|[/.])([/.]|$)|^@$|@{|[\x00-\x20\x7f~^:?*[\\]|\.lock(\/|$)/;
	function isValidRef(name, onelevel) {
		if (typeof name !== "string") throw new TypeError("Reference name must be a string");
		return !bad.test(name) && (!!onelevel || name.includes("/"));
	}
	/*!
	* The POSIX core below - `assertPath`, `normalizeStringPosix` and the body of
	* `normalize` - comes from path-browserify, which extracted it from Node.js.
	* Reformatted to this project's style (`const`/`let`, no semicolons); the
	* algorithm is unchanged.
	*
	* SPDX-License-Identifier: MIT
	* Copyright (c) 2013 James Halliday
	* Copyright Joyent, Inc. and other Node contributors.
	*
	* @see https://github.com/browserify/path-browserify
	*
	* The Windows handling is this project's own, added in #2302. path-browserify
	* is the POSIX part of `path` only, so `normalize` and `join` are wrapped with:
	*   - Backslashes are normalised to forward slashes before processing.
	*   - Drive-letter prefixes (e.g. "C:") are detected and preserved through
	*     normalisation, so absolute Windows paths are handled correctly.
	*   - A drive-letter argument passed to join() resets the accumulated path,
	*     matching Node behaviour and handling worktree gitdir paths properly.
	*
	* Limitation: UNC paths (e.g. \\server\share) are not supported. The leading
	*   backslashes are normalised to forward slashes and then collapsed by
	*   normalizeStringPosix, losing the UNC root. Git on Windows works with
	*   drive-letter paths, so this is not expected to be a practical issue.
	*/
	function assertPath(path) {
		if (typeof path !== "string") throw new TypeError("Path must be a string. Received " + JSON.stringify(path));
	}
	function normalizeStringPosix(path, allowAboveRoot) {
		let res = "";
		let lastSegmentLength = 0;
		let lastSlash = -1;
		let dots = 0;
		let code;
		for (let i = 0; i <= path.length; ++i) {
			if (i < path.length) code = path.charCodeAt(i);
			else if (code === 47) break;
			else code = 47;
			if (code === 47) {
				if (lastSlash === i - 1 || dots === 1) {} else if (lastSlash !== i - 1 && dots === 2) {
					if (res.length < 2 || lastSegmentLength !== 2 || res.charCodeAt(res.length - 1) !== 46 || res.charCodeAt(res.length - 2) !== 46) {
						if (res.length > 2) {
							const lastSlashIndex = res.lastIndexOf("/");
							if (lastSlashIndex !== res.length - 1) {
								if (lastSlashIndex === -1) {
									res = "";
									lastSegmentLength = 0;
								} else {
									res = res.slice(0, lastSlashIndex);
									lastSegmentLength = res.length - 1 - res.lastIndexOf("/");
								}
								lastSlash = i;
								dots = 0;
								continue;
							}
						} else if (res.length === 2 || res.length === 1) {
							res = "";
							lastSegmentLength = 0;
							lastSlash = i;
							dots = 0;
							continue;
						}
					}
					if (allowAboveRoot) {
						if (res.length > 0) res += "/..";
						else res = "..";
						lastSegmentLength = 2;
					}
				} else {
					if (res.length > 0) res += "/" + path.slice(lastSlash + 1, i);
					else res = path.slice(lastSlash + 1, i);
					lastSegmentLength = i - lastSlash - 1;
				}
				lastSlash = i;
				dots = 0;
			} else if (code === 46 && dots !== -1) ++dots;
			else dots = -1;
		}
		return res;
	}
	function getWindowsDrivePrefix(path) {
		if (path.length >= 2 && /^[a-zA-Z]:/.test(path)) return path.slice(0, 2);
		return null;
	}
	function normalize(path) {
		assertPath(path);
		if (path.length === 0) return ".";
		path = path.replace(/\\/g, "/");
		const drivePrefix = getWindowsDrivePrefix(path);
		const isAbsolute = path.charCodeAt(0) === 47 || drivePrefix !== null && path.charCodeAt(2) === 47;
		const trailingSeparator = path.charCodeAt(path.length - 1) === 47;
		let normalized = normalizeStringPosix(drivePrefix ? path.slice(2) : path, !isAbsolute);
		if (normalized.length === 0 && !isAbsolute) normalized = ".";
		if (normalized.length > 0 && trailingSeparator) normalized += "/";
		if (drivePrefix) return isAbsolute ? `${drivePrefix}/${normalized}` : `${drivePrefix}${normalized}`;
		return isAbsolute ? `/${normalized}` : normalized;
	}
	function join(...args) {
		if (args.length === 0) return ".";
		let joined;
		for (let i = 0; i < args.length; ++i) {
			assertPath(args[i]);
			const arg = args[i].replace(/\\/g, "/");
			if (arg.length === 0) continue;
			if (/^[a-zA-Z]:\//.test(arg)) joined = arg;
			else if (joined === void 0) joined = arg;
			else joined += "/" + arg;
		}
		if (joined === void 0) return ".";
		return normalize(joined);
	}
	const num = (val) => {
		if (typeof val === "number") return val;
		val = val.toLowerCase();
		let n = parseInt(val);
		if (val.endsWith("k")) n *= 1024;
		if (val.endsWith("m")) n *= 1048576;
		if (val.endsWith("g")) n *= 1073741824;
		return n;
	};
	const bool = (val) => {
		if (typeof val === "boolean") return val;
		val = val.trim().toLowerCase();
		if (val === "true" || val === "yes" || val === "on") return true;
		if (val === "false" || val === "no" || val === "off") return false;
		throw Error(`Expected 'true', 'false', 'yes', 'no', 'on', or 'off', but got ${val}`);
	};
	const schema = { core: {
		filemode: bool,
		bare: bool,
		logallrefupdates: bool,
		symlinks: bool,
		ignorecase: bool,
		bigFileThreshold: num
	} };
	const SECTION_LINE_REGEX = /^\[([A-Za-z0-9-.]+)(?:[ \t]+"((?:[^"\\]|\\.)*)")?\][ \t]*(?:[#;].*)?$/;
	const SECTION_REGEX = /^[A-Za-z0-9-.]+$/;
	const VARIABLE_LINE_REGEX = /^([A-Za-z][A-Za-z0-9-]*)(?:\s*=\s*(.*))?$/;
	const VARIABLE_NAME_REGEX = /^[A-Za-z][A-Za-z0-9-]*$/;
	const extractSectionLine = (line) => {
		const matches = SECTION_LINE_REGEX.exec(line);
		if (matches != null) {
			const [section, subsection] = matches.slice(1);
			return [section, subsection && subsection.replace(/\\(.)/g, "$1")];
		}
		return null;
	};
	const extractVariableLine = (line) => {
		const matches = VARIABLE_LINE_REGEX.exec(line);
		if (matches != null) {
			const [name, rawValue = "true"] = matches.slice(1);
			return [name, parseValue(rawValue)];
		}
		return null;
	};
	const ESCAPED_CHARS = /* @__PURE__ */ new Map([
		["t", "	"],
		["b", "\b"],
		["n", "\n"],
		["\\", "\\"],
		["\"", "\""]
	]);
	const parseValue = (rawValue) => {
		let value = "";
		let pendingSpace = "";
		let inQuotes = false;
		for (let i = 0; i < rawValue.length; i++) {
			const c = rawValue[i];
			if (!inQuotes && /[ \t\r\v\f]/.test(c)) {
				if (value !== "") pendingSpace += c;
				continue;
			}
			if (!inQuotes && (c === "#" || c === ";")) break;
			value += pendingSpace;
			pendingSpace = "";
			if (c === "\\" && ESCAPED_CHARS.has(rawValue[i + 1])) value += ESCAPED_CHARS.get(rawValue[++i]);
			else if (c === "\"") inQuotes = !inQuotes;
			else value += c;
		}
		return value;
	};
	const serializeValue = (value) => {
		if (typeof value !== "string") return value;
		const quote = value.startsWith(" ") || value.endsWith(" ") || /[#;]/.test(value) ? "\"" : "";
		return `${quote}${value.replace(/[\\"\n\t]/g, (c) => {
			if (c === "\n") return "\\n";
			if (c === "	") return "\\t";
			return `\\${c}`;
		})}${quote}`;
	};
	const lower = (text) => {
		return text != null ? text.toLowerCase() : null;
	};
	const getPath = (section, subsection, name) => {
		return [
			lower(section),
			subsection,
			lower(name)
		].filter((a) => a != null).join(".");
	};
	const normalizePath = (path) => {
		const pathSegments = path.split(".");
		const section = pathSegments.shift();
		const name = pathSegments.pop();
		const subsection = pathSegments.length ? pathSegments.join(".") : void 0;
		return {
			section,
			subsection,
			name,
			path: getPath(section, subsection, name),
			sectionPath: getPath(section, subsection, null),
			isSection: !!section
		};
	};
	const findLastIndex = (array, callback) => {
		return array.reduce((lastIndex, item, index) => {
			return callback(item) ? index : lastIndex;
		}, -1);
	};
	var GitConfig = class GitConfig {
		constructor(text) {
			let section = null;
			let subsection = null;
			this.parsedConfig = text ? text.split("\n").map((line) => {
				let name = null;
				let value = null;
				const trimmedLine = line.trim();
				const extractedSection = extractSectionLine(trimmedLine);
				const isSection = extractedSection != null;
				if (isSection) [section, subsection] = extractedSection;
				else {
					const extractedVariable = extractVariableLine(trimmedLine);
					if (extractedVariable != null) [name, value] = extractedVariable;
				}
				const path = getPath(section, subsection, name);
				return {
					line,
					isSection,
					section,
					subsection,
					name,
					value,
					path
				};
			}) : [];
		}
		static from(text) {
			return new GitConfig(text);
		}
		async get(path, getall = false) {
			const normalizedPath = normalizePath(path).path;
			const allValues = this.parsedConfig.filter((config) => config.path === normalizedPath).map(({ section, name, value }) => {
				const fn = schema[section] && schema[section][name];
				return fn ? fn(value) : value;
			});
			return getall ? allValues : allValues.pop();
		}
		async getall(path) {
			return this.get(path, true);
		}
		async getSubsections(section) {
			return this.parsedConfig.filter((config) => config.isSection && config.section === section).map((config) => config.subsection);
		}
		async deleteSection(section, subsection) {
			this.parsedConfig = this.parsedConfig.filter((config) => !(config.section === section && config.subsection === subsection));
		}
		async append(path, value) {
			return this.set(path, value, true);
		}
		async set(path, value, append = false) {
			const { section, subsection, name, path: normalizedPath, sectionPath, isSection } = normalizePath(path);
			const configIndex = findLastIndex(this.parsedConfig, (config) => config.path === normalizedPath);
			if (value == null) {
				if (configIndex !== -1) this.parsedConfig.splice(configIndex, 1);
			} else if (configIndex !== -1) {
				const config = this.parsedConfig[configIndex];
				const modifiedConfig = Object.assign({}, config, {
					name,
					value,
					modified: true
				});
				if (append) this.parsedConfig.splice(configIndex + 1, 0, modifiedConfig);
				else this.parsedConfig[configIndex] = modifiedConfig;
			} else {
				const sectionIndex = this.parsedConfig.findIndex((config) => config.path === sectionPath);
				const newConfig = {
					section,
					subsection,
					name,
					value,
					modified: true,
					path: normalizedPath
				};
				if (SECTION_REGEX.test(section) && VARIABLE_NAME_REGEX.test(name)) {
					if (sectionIndex >= 0) this.parsedConfig.splice(sectionIndex + 1, 0, newConfig);
					else {
						const newSection = {
							isSection,
							section,
							subsection,
							modified: true,
							path: sectionPath
						};
						this.parsedConfig.push(newSection, newConfig);
					}
				}
			}
		}
		toString() {
			return this.parsedConfig.map(({ line, section, subsection, name, value, modified = false }) => {
				if (!modified) return line;
				if (name != null && value != null) return `\t${name} = ${serializeValue(value)}`;
				if (subsection != null) return `[${section} "${subsection}"]`;
				return `[${section}]`;
			}).join("\n");
		}
	};
	/**
	* Manages access to the Git configuration file, providing methods to read and save configurations.
	*/
	var GitConfigManager = class {
		/**
		* Reads the Git configuration file from the specified `.git` directory.
		*
		* @param {object} opts - Options for reading the Git configuration.
		* @param {FSClient} opts.fs - A file system implementation.
		* @param {string} opts.gitdir - The path to the `.git` directory.
		* @returns {Promise<GitConfig>} A `GitConfig` object representing the parsed configuration.
		*/
		static async get({ fs, gitdir }) {
			const text = await fs.read(`${gitdir}/config`, { encoding: "utf8" });
			return GitConfig.from(text);
		}
		/**
		* Saves the provided Git configuration to the specified `.git` directory.
		*
		* @param {object} opts - Options for saving the Git configuration.
		* @param {FSClient} opts.fs - A file system implementation.
		* @param {string} opts.gitdir - The path to the `.git` directory.
		* @param {GitConfig} opts.config - The `GitConfig` object to save.
		* @returns {Promise<void>} Resolves when the configuration has been successfully saved.
		*/
		static async save({ fs, gitdir, config }) {
			await fs.write(`${gitdir}/config`, config.toString(), { encoding: "utf8" });
		}
	};
	const refpaths = (ref) => [
		`${ref}`,
		`refs/${ref}`,
		`refs/tags/${ref}`,
		`refs/heads/${ref}`,
		`refs/remotes/${ref}`,
		`refs/remotes/${ref}/HEAD`
	];
	const GIT_FILES = [
		"config",
		"description",
		"index",
		"shallow",
		"commondir"
	];
	function assertWritableRef(ref) {
		if (GIT_FILES.includes(ref)) throw new InvalidRefNameError(ref, `refs/heads/${ref}`);
		if (!isValidRef(ref, true)) throw new InvalidRefNameError(ref, cleanGitRef.clean(ref));
	}
	/**
	* A class for managing Git references, including reading, writing, deleting, and resolving refs.
	*/
	var GitRefManager = class GitRefManager {
		/**
		* Updates remote refs based on the provided refspecs and options.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir=join(dir, '.git')] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string} args.remote - The name of the remote.
		* @param {Map<string, string>} args.refs - A map of refs to their object IDs.
		* @param {Map<string, string>} args.symrefs - A map of symbolic refs.
		* @param {boolean} args.tags - Whether to fetch tags.
		* @param {string[]} [args.refspecs = undefined] - The refspecs to use.
		* @param {boolean} [args.prune = false] - Whether to prune stale refs.
		* @param {boolean} [args.pruneTags = false] - Whether to prune tags.
		* @returns {Promise<Object>} - An object containing pruned refs.
		*/
		static async updateRemoteRefs({ fs, gitdir, remote, refs, symrefs, tags, refspecs = void 0, prune = false, pruneTags = false }) {
			for (const value of refs.values()) if (!value.match(/[0-9a-f]{40}/)) throw new InvalidOidError(value);
			const config = await GitConfigManager.get({
				fs,
				gitdir
			});
			if (!refspecs) {
				refspecs = await config.getall(`remote.${remote}.fetch`);
				if (refspecs.length === 0) throw new NoRefspecError(remote);
				refspecs.unshift(`+HEAD:refs/remotes/${remote}/HEAD`);
			}
			const refspec = GitRefSpecSet.from(refspecs);
			const actualRefsToWrite = /* @__PURE__ */ new Map();
			const refTranslations = refspec.translate([...refs.keys()]);
			const symrefTranslations = [];
			for (const [serverRef, translatedRef] of refspec.translate([...symrefs.keys()])) {
				const symtarget = refspec.translateOne(symrefs.get(serverRef));
				if (symtarget) {
					assertWritableRef(symtarget);
					symrefTranslations.push([translatedRef, `ref: ${symtarget}`]);
				}
			}
			const tagRefsToWrite = tags ? [...refs.keys()].filter((serverRef) => serverRef.startsWith("refs/tags") && !serverRef.endsWith("^{}")) : [];
			for (const [, translatedRef] of refTranslations) assertWritableRef(translatedRef);
			for (const [translatedRef] of symrefTranslations) assertWritableRef(translatedRef);
			tagRefsToWrite.forEach(assertWritableRef);
			if (pruneTags) {
				const tags = await GitRefManager.listRefs({
					fs,
					gitdir,
					filepath: "refs/tags"
				});
				await GitRefManager.deleteRefs({
					fs,
					gitdir,
					refs: tags.map((tag) => `refs/tags/${tag}`)
				});
			}
			for (const serverRef of tagRefsToWrite) if (!await GitRefManager.exists({
				fs,
				gitdir,
				ref: serverRef
			})) {
				const oid = refs.get(serverRef);
				actualRefsToWrite.set(serverRef, oid);
			}
			for (const [serverRef, translatedRef] of refTranslations) {
				const value = refs.get(serverRef);
				actualRefsToWrite.set(translatedRef, value);
			}
			for (const [translatedRef, value] of symrefTranslations) actualRefsToWrite.set(translatedRef, value);
			const pruned = [];
			if (prune) {
				for (const filepath of refspec.localNamespaces()) {
					const refs = (await GitRefManager.listRefs({
						fs,
						gitdir,
						filepath
					})).map((file) => `${filepath}/${file}`);
					for (const ref of refs) if (!actualRefsToWrite.has(ref)) pruned.push(ref);
				}
				if (pruned.length > 0) await GitRefManager.deleteRefs({
					fs,
					gitdir,
					refs: pruned
				});
			}
			for (const [key, value] of actualRefsToWrite) await acquireLock(key, async () => fs.write(join(gitdir, key), `${value.trim()}\n`, "utf8"));
			return { pruned };
		}
		/**
		* Writes a ref to the file system.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string} args.ref - The ref to write.
		* @param {string} args.value - The object ID to write.
		* @returns {Promise<void>}
		*/
		static async writeRef({ fs, gitdir, ref, value }) {
			assertWritableRef(ref);
			if (!value.match(/[0-9a-f]{40}/)) throw new InvalidOidError(value);
			await acquireLock(ref, async () => fs.write(join(gitdir, ref), `${value.trim()}\n`, "utf8"));
		}
		/**
		* Writes a symbolic ref to the file system.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string} args.ref - The ref to write.
		* @param {string} args.value - The target ref.
		* @returns {Promise<void>}
		*/
		static async writeSymbolicRef({ fs, gitdir, ref, value }) {
			assertWritableRef(ref);
			await acquireLock(ref, async () => fs.write(join(gitdir, ref), `ref: ${value.trim()}\n`, "utf8"));
		}
		/**
		* Deletes a single ref.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string} args.ref - The ref to delete.
		* @returns {Promise<void>}
		*/
		static async deleteRef({ fs, gitdir, ref }) {
			return GitRefManager.deleteRefs({
				fs,
				gitdir,
				refs: [ref]
			});
		}
		/**
		* Deletes multiple refs.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string[]} args.refs - The refs to delete.
		* @returns {Promise<void>}
		*/
		static async deleteRefs({ fs, gitdir, refs }) {
			refs.forEach(assertWritableRef);
			await Promise.all(refs.map((ref) => fs.rm(join(gitdir, ref))));
			let text = await acquireLock("packed-refs", async () => fs.read(`${gitdir}/packed-refs`, { encoding: "utf8" }));
			const packed = GitPackedRefs.from(text);
			const beforeSize = packed.refs.size;
			for (const ref of refs) if (packed.refs.has(ref)) packed.delete(ref);
			if (packed.refs.size < beforeSize) {
				text = packed.toString();
				await acquireLock("packed-refs", async () => fs.write(`${gitdir}/packed-refs`, text, { encoding: "utf8" }));
			}
		}
		/**
		* Resolves a ref to its object ID.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string} args.ref - The ref to resolve.
		* @param {number} [args.depth = undefined] - The maximum depth to resolve symbolic refs.
		* @returns {Promise<string>} - The resolved object ID.
		*/
		static async resolve({ fs, gitdir, ref, depth = void 0, visited = /* @__PURE__ */ new Set() }) {
			if (depth !== void 0) {
				depth--;
				if (depth === -1) return ref;
			}
			if (ref.startsWith("ref: ")) {
				ref = ref.slice(5);
				return GitRefManager.resolve({
					fs,
					gitdir,
					ref,
					depth,
					visited
				});
			}
			if (ref.length === 40 && /[0-9a-f]{40}/.test(ref)) return ref;
			const packedMap = await GitRefManager.packedRefs({
				fs,
				gitdir
			});
			const allpaths = refpaths(ref).filter((p) => !GIT_FILES.includes(p));
			for (const ref of allpaths) {
				const sha = await acquireLock(ref, async () => await fs.read(`${gitdir}/${ref}`, { encoding: "utf8" }) || packedMap.get(ref));
				if (sha) {
					if (visited.has(ref)) throw new InternalError(`Circular reference detected while resolving ref "${ref}"`);
					visited.add(ref);
					return GitRefManager.resolve({
						fs,
						gitdir,
						ref: sha.trim(),
						depth,
						visited
					});
				}
			}
			throw new NotFoundError(ref);
		}
		/**
		* Checks whether a ref names the branch HEAD points at in a repository where
		* that branch has no commits yet.
		*
		* A repository created by `git init` has a HEAD pointing at a branch that
		* does not exist on disk. Resolving that branch fails the same way resolving
		* a misspelled ref does, so callers that want to treat the two differently
		* need this to tell them apart.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir=join(dir, '.git')] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string} args.ref - The ref to check.
		* @returns {Promise<boolean>} - True if the ref names an unborn branch.
		*/
		static async isUnbornBranch({ fs, gitdir, ref }) {
			let target;
			try {
				target = await GitRefManager.resolve({
					fs,
					gitdir,
					ref: "HEAD",
					depth: 2
				});
			} catch (err) {
				if (err instanceof NotFoundError) return false;
				throw err;
			}
			if (!target.startsWith("refs/heads/")) return false;
			return ref === "HEAD" || refpaths(ref).includes(target);
		}
		/**
		* Checks if a ref exists.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir=join(dir, '.git')] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string} args.ref - The ref to check.
		* @returns {Promise<boolean>} - True if the ref exists, false otherwise.
		*/
		static async exists({ fs, gitdir, ref }) {
			try {
				await GitRefManager.expand({
					fs,
					gitdir,
					ref
				});
				return true;
			} catch (err) {
				if (err instanceof NotFoundError) return false;
				throw err;
			}
		}
		/**
		* Expands a ref to its full name.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir=join(dir, '.git')] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string} args.ref - The ref to expand.
		* @returns {Promise<string>} - The full ref name.
		*/
		static async expand({ fs, gitdir, ref }) {
			if (ref.length === 40 && /[0-9a-f]{40}/.test(ref)) return ref;
			const packedMap = await GitRefManager.packedRefs({
				fs,
				gitdir
			});
			const allpaths = refpaths(ref).filter((p) => !GIT_FILES.includes(p));
			for (const ref of allpaths) {
				if (await acquireLock(ref, async () => fs.exists(`${gitdir}/${ref}`))) return ref;
				if (packedMap.has(ref)) return ref;
			}
			throw new NotFoundError(ref);
		}
		/**
		* Expands a ref against a provided map.
		*
		* @param {Object} args
		* @param {string} args.ref - The ref to expand.
		* @param {Map<string, string>} args.map - The map of refs.
		* @returns {Promise<string>} - The expanded ref.
		*/
		static async expandAgainstMap({ ref, map }) {
			const allpaths = refpaths(ref);
			for (const ref of allpaths) if (await map.has(ref)) return ref;
			throw new NotFoundError(ref);
		}
		/**
		* Resolves a ref against a provided map.
		*
		* @param {Object} args
		* @param {string} args.ref - The ref to resolve.
		* @param {string} [args.fullref = args.ref] - The full ref name.
		* @param {number} [args.depth = undefined] - The maximum depth to resolve symbolic refs.
		* @param {Map<string, string>} args.map - The map of refs.
		* @returns {Object} - An object containing the full ref and its object ID.
		*/
		static resolveAgainstMap({ ref, fullref = ref, depth = void 0, map }) {
			if (depth !== void 0) {
				depth--;
				if (depth === -1) return {
					fullref,
					oid: ref
				};
			}
			if (ref.startsWith("ref: ")) {
				ref = ref.slice(5);
				return GitRefManager.resolveAgainstMap({
					ref,
					fullref,
					depth,
					map
				});
			}
			if (ref.length === 40 && /[0-9a-f]{40}/.test(ref)) return {
				fullref,
				oid: ref
			};
			const allpaths = refpaths(ref);
			for (const ref of allpaths) {
				const sha = map.get(ref);
				if (sha) return GitRefManager.resolveAgainstMap({
					ref: sha.trim(),
					fullref: ref,
					depth,
					map
				});
			}
			throw new NotFoundError(ref);
		}
		/**
		* Reads the packed refs file and returns a map of refs.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir=join(dir, '.git')] - [required] The [git directory](dir-vs-gitdir.md) path
		* @returns {Promise<Map<string, string>>} - A map of packed refs.
		*/
		static async packedRefs({ fs, gitdir }) {
			const text = await acquireLock("packed-refs", async () => fs.read(`${gitdir}/packed-refs`, { encoding: "utf8" }));
			return GitPackedRefs.from(text).refs;
		}
		/**
		* Lists all refs matching a given filepath prefix.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir=join(dir, '.git')] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string} args.filepath - The filepath prefix to match.
		* @returns {Promise<string[]>} - A sorted list of refs.
		*/
		static async listRefs({ fs, gitdir, filepath }) {
			const packedMap = await GitRefManager.packedRefs({
				fs,
				gitdir
			});
			let files = null;
			try {
				files = await fs.readdirDeep(`${gitdir}/${filepath}`);
				files = files.map((x) => x.replace(`${gitdir}/${filepath}/`, ""));
			} catch (err) {
				files = [];
			}
			for (let key of packedMap.keys()) if (key.startsWith(filepath)) {
				key = key.replace(filepath + "/", "");
				if (!files.includes(key)) files.push(key);
			}
			files.sort(compareRefNames);
			return files;
		}
		/**
		* Lists all branches, optionally filtered by remote.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir=join(dir, '.git')] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string} [args.remote] - The remote to filter branches by.
		* @returns {Promise<string[]>} - A list of branch names.
		*/
		static async listBranches({ fs, gitdir, remote }) {
			if (remote) return GitRefManager.listRefs({
				fs,
				gitdir,
				filepath: `refs/remotes/${remote}`
			});
			else return GitRefManager.listRefs({
				fs,
				gitdir,
				filepath: `refs/heads`
			});
		}
		/**
		* Lists all tags.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir=join(dir, '.git')] - [required] The [git directory](dir-vs-gitdir.md) path
		* @returns {Promise<string[]>} - A list of tag names.
		*/
		static async listTags({ fs, gitdir }) {
			return (await GitRefManager.listRefs({
				fs,
				gitdir,
				filepath: `refs/tags`
			})).filter((x) => !x.endsWith("^{}"));
		}
	};
	function compareTreeEntryPath(a, b) {
		return compareStrings(appendSlashIfDir(a), appendSlashIfDir(b));
	}
	function appendSlashIfDir(entry) {
		return entry.mode === "040000" ? entry.path + "/" : entry.path;
	}
	/**
	*
	* @typedef {Object} TreeEntry
	* @property {string} mode - the 6 digit hexadecimal mode
	* @property {string} path - the name of the file or directory
	* @property {string} oid - the SHA-1 object id of the blob or tree
	* @property {'commit'|'blob'|'tree'} type - the type of object
	*/
	function mode2type$1(mode) {
		switch (mode) {
			case "040000": return "tree";
			case "100644": return "blob";
			case "100755": return "blob";
			case "120000": return "blob";
			case "160000": return "commit";
		}
		throw new InternalError(`Unexpected GitTree entry mode: ${mode}`);
	}
	function parseBuffer(buffer) {
		const _entries = [];
		let cursor = 0;
		while (cursor < buffer.length) {
			const space = buffer.indexOf(32, cursor);
			if (space === -1) throw new InternalError(`GitTree: Error parsing buffer at byte location ${cursor}: Could not find the next space character.`);
			const nullchar = buffer.indexOf(0, cursor);
			if (nullchar === -1) throw new InternalError(`GitTree: Error parsing buffer at byte location ${cursor}: Could not find the next null character.`);
			let mode = buffer.slice(cursor, space).toString("utf8");
			if (mode === "40000") mode = "040000";
			const type = mode2type$1(mode);
			const path = buffer.slice(space + 1, nullchar).toString("utf8");
			const hfsClean = path.replace(/[\u200C-\u200F\u202A-\u202E\u206A-\u206F\uFEFF]/g, "");
			const normalized = hfsClean.split(":")[0].toLowerCase().replace(/[. ]+$/, "");
			if (path.includes("\\") || path.includes("/") || hfsClean === "." || hfsClean === ".." || normalized === ".git" || /^\.?git~[1-9]$/.test(normalized)) throw new UnsafeFilepathError(path);
			const oid = buffer.slice(nullchar + 1, nullchar + 21).toString("hex");
			cursor = nullchar + 21;
			_entries.push({
				mode,
				path,
				oid,
				type
			});
		}
		return _entries;
	}
	function limitModeToAllowed(mode) {
		if (typeof mode === "number") mode = mode.toString(8);
		if (mode.match(/^0?4.*/)) return "040000";
		if (mode.match(/^1006.*/)) return "100644";
		if (mode.match(/^1007.*/)) return "100755";
		if (mode.match(/^120.*/)) return "120000";
		if (mode.match(/^160.*/)) return "160000";
		throw new InternalError(`Could not understand file mode: ${mode}`);
	}
	function nudgeIntoShape(entry) {
		if (!entry.oid && entry.sha) entry.oid = entry.sha;
		entry.mode = limitModeToAllowed(entry.mode);
		if (!entry.type) entry.type = mode2type$1(entry.mode);
		return entry;
	}
	var GitTree = class GitTree {
		constructor(entries) {
			if (Buffer.isBuffer(entries)) this._entries = parseBuffer(entries);
			else if (Array.isArray(entries)) this._entries = entries.map(nudgeIntoShape);
			else throw new InternalError("invalid type passed to GitTree constructor");
			this._entries.sort(comparePath);
		}
		static from(tree) {
			return new GitTree(tree);
		}
		render() {
			return this._entries.map((entry) => `${entry.mode} ${entry.type} ${entry.oid}    ${entry.path}`).join("\n");
		}
		toObject() {
			const entries = [...this._entries];
			entries.sort(compareTreeEntryPath);
			return Buffer.concat(entries.map((entry) => {
				const mode = Buffer.from(entry.mode.replace(/^0/, ""));
				const space = Buffer.from(" ");
				const path = Buffer.from(entry.path, "utf8");
				const nullchar = Buffer.from([0]);
				const oid = Buffer.from(entry.oid, "hex");
				return Buffer.concat([
					mode,
					space,
					path,
					nullchar,
					oid
				]);
			}));
		}
		/**
		* @returns {TreeEntry[]}
		*/
		entries() {
			return this._entries;
		}
		*[Symbol.iterator]() {
			for (const entry of this._entries) yield entry;
		}
	};
	/**
	* Represents a Git object and provides methods to wrap and unwrap Git objects
	* according to the Git object format.
	*/
	var GitObject = class {
		/**
		* Wraps a raw object with a Git header.
		*
		* @param {Object} params - The parameters for wrapping.
		* @param {string} params.type - The type of the Git object (e.g., 'blob', 'tree', 'commit').
		* @param {Uint8Array} params.object - The raw object data to wrap.
		* @returns {Uint8Array} The wrapped Git object as a single buffer.
		*/
		static wrap({ type, object }) {
			const header = `${type} ${object.length}\x00`;
			const headerLen = header.length;
			const totalLength = headerLen + object.length;
			const wrappedObject = new Uint8Array(totalLength);
			for (let i = 0; i < headerLen; i++) wrappedObject[i] = header.charCodeAt(i);
			wrappedObject.set(object, headerLen);
			return wrappedObject;
		}
		/**
		* Unwraps a Git object buffer into its type and raw object data.
		*
		* @param {Buffer|Uint8Array} buffer - The buffer containing the wrapped Git object.
		* @returns {{ type: string, object: Buffer }} An object containing the type and the raw object data.
		* @throws {InternalError} If the length specified in the header does not match the actual object length.
		*/
		static unwrap(buffer) {
			const s = buffer.indexOf(32);
			const i = buffer.indexOf(0);
			const type = buffer.slice(0, s).toString("utf8");
			const length = buffer.slice(s + 1, i).toString("utf8");
			const actualLength = buffer.length - (i + 1);
			if (parseInt(length) !== actualLength) throw new InternalError(`Length mismatch: expected ${length} bytes but got ${actualLength} instead.`);
			return {
				type,
				object: Buffer.from(buffer.slice(i + 1))
			};
		}
	};
	async function readObjectLoose({ fs, gitdir, oid }) {
		const source = `objects/${oid.slice(0, 2)}/${oid.slice(2)}`;
		const file = await fs.read(`${gitdir}/${source}`);
		if (!file) return null;
		return {
			object: file,
			format: "deflated",
			source
		};
	}
	/**
	* @param {Buffer} delta
	* @param {Buffer} source
	* @returns {Buffer}
	*/
	function applyDelta(delta, source) {
		const reader = new BufferCursor(delta);
		const sourceSize = readVarIntLE(reader);
		if (sourceSize !== source.byteLength) throw new InternalError(`applyDelta expected source buffer to be ${sourceSize} bytes but the provided buffer was ${source.length} bytes`);
		const targetSize = readVarIntLE(reader);
		let target;
		const firstOp = readOp(reader, source);
		if (firstOp.byteLength === targetSize) target = firstOp;
		else {
			const chunks = [firstOp];
			let tell = firstOp.byteLength;
			while (!reader.eof()) {
				const op = readOp(reader, source);
				chunks.push(op);
				tell += op.byteLength;
			}
			if (targetSize !== tell) throw new InternalError(`applyDelta expected target buffer to be ${targetSize} bytes but the resulting buffer was ${tell} bytes`);
			target = Buffer.concat(chunks, targetSize);
		}
		return target;
	}
	function readVarIntLE(reader) {
		let result = 0;
		let shift = 0;
		let byte = null;
		do {
			byte = reader.readUInt8();
			result |= (byte & 127) << shift;
			shift += 7;
		} while (byte & 128);
		return result;
	}
	function readCompactLE(reader, flags, size) {
		let result = 0;
		let shift = 0;
		while (size--) {
			if (flags & 1) result |= reader.readUInt8() << shift;
			flags >>= 1;
			shift += 8;
		}
		return result;
	}
	function readOp(reader, source) {
		/** @type {number} */
		const byte = reader.readUInt8();
		const COPY = 128;
		const OFFS = 15;
		const SIZE = 112;
		if (byte & COPY) {
			const offset = readCompactLE(reader, byte & OFFS, 4);
			let size = readCompactLE(reader, (byte & SIZE) >> 4, 3);
			if (size === 0) size = 65536;
			return source.slice(offset, offset + size);
		} else return reader.slice(byte);
	}
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
	var StreamReader = class {
		constructor(stream) {
			if (typeof Buffer === "undefined") throw new Error("Missing Buffer dependency");
			this.stream = getIterator(stream);
			this.buffer = null;
			this.cursor = 0;
			this.undoCursor = 0;
			this.started = false;
			this._ended = false;
			this._discardedBytes = 0;
		}
		eof() {
			return this._ended && this.cursor === this.buffer.length;
		}
		tell() {
			return this._discardedBytes + this.cursor;
		}
		async byte() {
			if (this.eof()) return;
			if (!this.started) await this._init();
			if (this.cursor === this.buffer.length) {
				await this._loadnext();
				if (this._ended) return;
			}
			this._moveCursor(1);
			return this.buffer[this.undoCursor];
		}
		async chunk() {
			if (this.eof()) return;
			if (!this.started) await this._init();
			if (this.cursor === this.buffer.length) {
				await this._loadnext();
				if (this._ended) return;
			}
			this._moveCursor(this.buffer.length);
			return this.buffer.slice(this.undoCursor, this.cursor);
		}
		async read(n) {
			if (this.eof()) return;
			if (!this.started) await this._init();
			if (this.cursor + n > this.buffer.length) {
				this._trim();
				await this._accumulate(n);
			}
			this._moveCursor(n);
			return this.buffer.slice(this.undoCursor, this.cursor);
		}
		async skip(n) {
			if (this.eof()) return;
			if (!this.started) await this._init();
			if (this.cursor + n > this.buffer.length) {
				this._trim();
				await this._accumulate(n);
			}
			this._moveCursor(n);
		}
		async undo() {
			this.cursor = this.undoCursor;
		}
		async _next() {
			this.started = true;
			let { done, value } = await this.stream.next();
			if (done) {
				this._ended = true;
				if (!value) return Buffer.alloc(0);
			}
			if (value) value = Buffer.from(value);
			return value;
		}
		_trim() {
			this.buffer = this.buffer.slice(this.undoCursor);
			this.cursor -= this.undoCursor;
			this._discardedBytes += this.undoCursor;
			this.undoCursor = 0;
		}
		_moveCursor(n) {
			this.undoCursor = this.cursor;
			this.cursor += n;
			if (this.cursor > this.buffer.length) this.cursor = this.buffer.length;
		}
		async _accumulate(n) {
			if (this._ended) return;
			const buffers = [this.buffer];
			while (this.cursor + n > lengthBuffers(buffers)) {
				const nextbuffer = await this._next();
				if (this._ended) break;
				buffers.push(nextbuffer);
			}
			this.buffer = Buffer.concat(buffers);
		}
		async _loadnext() {
			this._discardedBytes += this.buffer.length;
			this.undoCursor = 0;
			this.cursor = 0;
			this.buffer = await this._next();
		}
		async _init() {
			this.buffer = await this._next();
		}
	};
	function lengthBuffers(buffers) {
		return buffers.reduce((acc, buffer) => acc + buffer.length, 0);
	}
	async function listpack(stream, onData) {
		const reader = new StreamReader(stream);
		let PACK = await reader.read(4);
		PACK = PACK.toString("utf8");
		if (PACK !== "PACK") throw new InternalError(`Invalid PACK header '${PACK}'`);
		let version = await reader.read(4);
		version = version.readUInt32BE(0);
		if (version !== 2) throw new InternalError(`Invalid packfile version: ${version}`);
		let numObjects = await reader.read(4);
		numObjects = numObjects.readUInt32BE(0);
		if (numObjects < 1) return;
		while (!reader.eof() && numObjects--) {
			const offset = reader.tell();
			const { type, length, ofs, reference } = await parseHeader(reader);
			const inflator = new pako.Inflate();
			while (!inflator.result) {
				const chunk = await reader.chunk();
				if (!chunk) break;
				inflator.push(chunk, false);
				if (inflator.err) throw new InternalError(`Pako error: ${inflator.msg}`);
				if (inflator.result) {
					if (inflator.result.length !== length) throw new InternalError(`Inflated object size is different from that stated in packfile.`);
					await reader.undo();
					await reader.read(chunk.length - inflator.strm.avail_in);
					const end = reader.tell();
					await onData({
						data: inflator.result,
						type,
						num: numObjects,
						offset,
						end,
						reference,
						ofs
					});
				}
			}
		}
	}
	async function parseHeader(reader) {
		let byte = await reader.byte();
		const type = byte >> 4 & 7;
		let length = byte & 15;
		if (byte & 128) {
			let shift = 4;
			do {
				byte = await reader.byte();
				length |= (byte & 127) << shift;
				shift += 7;
			} while (byte & 128);
		}
		let ofs;
		let reference;
		if (type === 6) {
			let shift = 0;
			ofs = 0;
			const bytes = [];
			do {
				byte = await reader.byte();
				ofs |= (byte & 127) << shift;
				shift += 7;
				bytes.push(byte);
			} while (byte & 128);
			reference = Buffer.from(bytes);
		}
		if (type === 7) reference = await reader.read(20);
		return {
			type,
			length,
			ofs,
			reference
		};
	}
	var DecompressionError = class DecompressionError extends BaseError {
		/**
		* @param {string} message
		*/
		constructor(message) {
			super(`Invalid compressed buffer: ${message}`);
			this.code = this.name = DecompressionError.code;
			this.data = { message };
		}
	};
	/** @type {'DecompressionError'} */
	DecompressionError.code = "DecompressionError";
	async function nativeInflate(buffer) {
		const ds = new DecompressionStream("deflate");
		const d = new Blob([buffer]).stream().pipeThrough(ds);
		try {
			return new Uint8Array(await new Response(d).arrayBuffer());
		} catch (err) {
			if (err && err.name === "TypeError" && err.message === "") throw new DecompressionError("decompression failed");
			throw err;
		}
	}
	let supportsDecompressionStream = false;
	async function inflate(buffer) {
		if (supportsDecompressionStream === null) supportsDecompressionStream = testDecompressionStream();
		try {
			return supportsDecompressionStream ? await nativeInflate(buffer) : pako.inflate(buffer);
		} catch (err) {
			if (typeof err === "string") throw new DecompressionError(err);
			throw err;
		}
	}
	function testDecompressionStream() {
		try {
			if (new DecompressionStream("deflate")) return true;
		} catch (_) {}
		return false;
	}
	function decodeVarInt(reader) {
		const bytes = [];
		let byte = 0;
		let multibyte = 0;
		do {
			byte = reader.readUInt8();
			const lastSeven = byte & 127;
			bytes.push(lastSeven);
			multibyte = byte & 128;
		} while (multibyte);
		return bytes.reduce((a, b) => a + 1 << 7 | b, -1);
	}
	function otherVarIntDecode(reader, startWith) {
		let result = startWith;
		let shift = 4;
		let byte = null;
		do {
			byte = reader.readUInt8();
			result |= (byte & 127) << shift;
			shift += 7;
		} while (byte & 128);
		return result;
	}
	const RESOLVE_CACHE_BYTES = 33554432;
	var ObjectCache = class {
		constructor(maxBytes) {
			this.maxBytes = maxBytes;
			this.bytes = 0;
			this.map = /* @__PURE__ */ new Map();
		}
		get(key) {
			const value = this.map.get(key);
			if (value !== void 0) {
				this.map.delete(key);
				this.map.set(key, value);
			}
			return value;
		}
		set(key, value) {
			const size = value.object.byteLength;
			if (size > this.maxBytes / 4) return;
			this.map.set(key, value);
			this.bytes += size;
			for (const [oldKey, old] of this.map) {
				if (this.bytes <= this.maxBytes) break;
				this.map.delete(oldKey);
				this.bytes -= old.object.byteLength;
			}
		}
	};
	function resolveInflated({ type, data, reference, offset }, cache, offsetByOid) {
		const object = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
		if (type !== "ofs-delta" && type !== "ref-delta") return {
			type,
			object
		};
		const baseOffset = type === "ofs-delta" ? offset - decodeVarInt(new BufferCursor(reference)) : offsetByOid.get(reference.toString("hex"));
		const base = cache.get(baseOffset);
		if (!base) return null;
		try {
			return {
				type: base.type,
				object: Buffer.from(applyDelta(object, base.object))
			};
		} catch (err) {
			if (err instanceof InternalError || err instanceof RangeError) return null;
			throw err;
		}
	}
	var GitPackIndex = class GitPackIndex {
		constructor(stuff) {
			Object.assign(this, stuff);
			this.offsetCache = {};
		}
		static async fromIdx({ idx, getExternalRefDelta }) {
			const reader = new BufferCursor(idx);
			if (reader.slice(4).toString("hex") !== "ff744f63") return;
			const version = reader.readUInt32BE();
			if (version !== 2) throw new InternalError(`Unable to read version ${version} packfile IDX. (Only version 2 supported)`);
			if (idx.byteLength > 2147483648) throw new InternalError(`To keep implementation simple, I haven't implemented the layer 5 feature needed to support packfiles > 2GB in size.`);
			reader.seek(reader.tell() + 1020);
			const size = reader.readUInt32BE();
			const hashes = [];
			for (let i = 0; i < size; i++) {
				const hash = reader.slice(20).toString("hex");
				hashes[i] = hash;
			}
			reader.seek(reader.tell() + 4 * size);
			const offsets = /* @__PURE__ */ new Map();
			for (let i = 0; i < size; i++) offsets.set(hashes[i], reader.readUInt32BE());
			const packfileSha = reader.slice(20).toString("hex");
			return new GitPackIndex({
				hashes,
				crcs: {},
				offsets,
				packfileSha,
				getExternalRefDelta
			});
		}
		static async fromPack({ pack, getExternalRefDelta, onProgress }) {
			const listpackTypes = {
				1: "commit",
				2: "tree",
				3: "blob",
				4: "tag",
				6: "ofs-delta",
				7: "ref-delta"
			};
			const offsetToObject = {};
			const packfileSha = pack.slice(-20).toString("hex");
			const hashes = [];
			const crcs = {};
			const offsets = /* @__PURE__ */ new Map();
			let totalObjectCount = null;
			let lastPercent = null;
			const cache = new ObjectCache(RESOLVE_CACHE_BYTES);
			const offsetByOid = /* @__PURE__ */ new Map();
			await listpack([pack], async ({ data, type, reference, offset, num }) => {
				if (totalObjectCount === null) totalObjectCount = num;
				const percent = Math.floor((totalObjectCount - num) * 100 / totalObjectCount);
				if (percent !== lastPercent) {
					if (onProgress) await onProgress({
						phase: "Receiving objects",
						loaded: totalObjectCount - num,
						total: totalObjectCount
					});
				}
				lastPercent = percent;
				type = listpackTypes[type];
				if ([
					"commit",
					"tree",
					"blob",
					"tag"
				].includes(type)) offsetToObject[offset] = {
					type,
					offset
				};
				else if (type === "ofs-delta") offsetToObject[offset] = {
					type,
					offset
				};
				else if (type === "ref-delta") offsetToObject[offset] = {
					type,
					offset
				};
				const o = offsetToObject[offset];
				if (!o) return;
				const resolved = resolveInflated({
					type,
					data,
					reference,
					offset
				}, cache, offsetByOid);
				if (!resolved) return;
				o.oid = await shasum(GitObject.wrap(resolved));
				offsetByOid.set(o.oid, offset);
				cache.set(offset, resolved);
			});
			const offsetArray = Object.keys(offsetToObject).map(Number);
			for (const [i, start] of offsetArray.entries()) {
				const end = i + 1 === offsetArray.length ? pack.byteLength - 20 : offsetArray[i + 1];
				const o = offsetToObject[start];
				const crc = crc32.buf(pack.slice(start, end)) >>> 0;
				o.end = end;
				o.crc = crc;
			}
			const p = new GitPackIndex({
				pack: Promise.resolve(pack),
				packfileSha,
				crcs,
				hashes,
				offsets,
				getExternalRefDelta
			});
			lastPercent = null;
			let count = 0;
			const objectsByDepth = [
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0
			];
			for (let offset in offsetToObject) {
				offset = Number(offset);
				const percent = Math.floor(count * 100 / totalObjectCount);
				if (percent !== lastPercent) {
					if (onProgress) await onProgress({
						phase: "Resolving deltas",
						loaded: count,
						total: totalObjectCount
					});
				}
				count++;
				lastPercent = percent;
				const o = offsetToObject[offset];
				if (!o.oid) try {
					p.readDepth = 0;
					p.externalReadDepth = 0;
					const { type, object } = await p.readSlice({ start: offset });
					objectsByDepth[p.readDepth] += 1;
					o.oid = await shasum(GitObject.wrap({
						type,
						object
					}));
				} catch (err) {
					continue;
				}
				hashes.push(o.oid);
				offsets.set(o.oid, offset);
				crcs[o.oid] = o.crc;
			}
			hashes.sort();
			return p;
		}
		async toBuffer() {
			const buffers = [];
			const write = (str, encoding) => {
				buffers.push(Buffer.from(str, encoding));
			};
			write("ff744f63", "hex");
			write("00000002", "hex");
			const fanoutBuffer = new BufferCursor(Buffer.alloc(1024));
			for (let i = 0; i < 256; i++) {
				let count = 0;
				for (const hash of this.hashes) if (parseInt(hash.slice(0, 2), 16) <= i) count++;
				fanoutBuffer.writeUInt32BE(count);
			}
			buffers.push(fanoutBuffer.buffer);
			for (const hash of this.hashes) write(hash, "hex");
			const crcsBuffer = new BufferCursor(Buffer.alloc(this.hashes.length * 4));
			for (const hash of this.hashes) crcsBuffer.writeUInt32BE(this.crcs[hash]);
			buffers.push(crcsBuffer.buffer);
			const offsetsBuffer = new BufferCursor(Buffer.alloc(this.hashes.length * 4));
			for (const hash of this.hashes) offsetsBuffer.writeUInt32BE(this.offsets.get(hash));
			buffers.push(offsetsBuffer.buffer);
			write(this.packfileSha, "hex");
			const totalBuffer = Buffer.concat(buffers);
			const sha = await shasum(totalBuffer);
			const shaBuffer = Buffer.alloc(20);
			shaBuffer.write(sha, "hex");
			return Buffer.concat([totalBuffer, shaBuffer]);
		}
		async load({ pack }) {
			this.pack = pack;
		}
		async unload() {
			this.pack = null;
		}
		async read({ oid }) {
			if (!this.offsets.get(oid)) {
				if (this.getExternalRefDelta) {
					this.externalReadDepth++;
					return this.getExternalRefDelta(oid);
				} else throw new InternalError(`Could not read object ${oid} from packfile`);
			}
			const start = this.offsets.get(oid);
			return this.readSlice({ start });
		}
		async readSlice({ start }) {
			if (this.offsetCache[start]) return Object.assign({}, this.offsetCache[start]);
			this.readDepth++;
			const types = {
				16: "commit",
				32: "tree",
				48: "blob",
				64: "tag",
				96: "ofs_delta",
				112: "ref_delta"
			};
			const pack = await this.pack;
			if (!pack) throw new InternalError("Could not read packfile data. The packfile may be missing, corrupted, or too large to read into memory.");
			const raw = pack.slice(start);
			const reader = new BufferCursor(raw);
			const byte = reader.readUInt8();
			const btype = byte & 112;
			let type = types[btype];
			if (type === void 0) throw new InternalError("Unrecognized type: 0b" + btype.toString(2));
			const lastFour = byte & 15;
			let length = lastFour;
			if (byte & 128) length = otherVarIntDecode(reader, lastFour);
			let base = null;
			let object = null;
			if (type === "ofs_delta") {
				const baseOffset = start - decodeVarInt(reader);
				({object: base, type} = await this.readSlice({ start: baseOffset }));
			}
			if (type === "ref_delta") {
				const oid = reader.slice(20).toString("hex");
				({object: base, type} = await this.read({ oid }));
			}
			const buffer = raw.slice(reader.tell());
			object = Buffer.from(await inflate(buffer));
			if (object.byteLength !== length) throw new InternalError(`Packfile told us object would have length ${length} but it had length ${object.byteLength}`);
			if (base) object = Buffer.from(applyDelta(object, base));
			if (this.readDepth > 3) this.offsetCache[start] = {
				type,
				object
			};
			return {
				type,
				format: "content",
				object
			};
		}
	};
	const PackfileCache = Symbol("PackfileCache");
	async function loadPackIndex({ fs, filename, getExternalRefDelta, emitter, emitterPrefix }) {
		const idx = await fs.read(filename);
		return GitPackIndex.fromIdx({
			idx,
			getExternalRefDelta
		});
	}
	function readPackIndex({ fs, cache, filename, getExternalRefDelta, emitter, emitterPrefix }) {
		if (!cache[PackfileCache]) cache[PackfileCache] = /* @__PURE__ */ new Map();
		let p = cache[PackfileCache].get(filename);
		if (!p) {
			p = loadPackIndex({
				fs,
				filename,
				getExternalRefDelta,
				emitter,
				emitterPrefix
			});
			cache[PackfileCache].set(filename, p);
			p.catch(() => {
				if (cache[PackfileCache].get(filename) === p) cache[PackfileCache].delete(filename);
			});
		}
		return p;
	}
	const SHA1_CHUNK_SIZE = 8388608;
	async function shasumRange(buffer, { start = 0, end = buffer.length } = {}) {
		const hash = crypto$1.createHash("sha1");
		for (let i = start; i < end; i += SHA1_CHUNK_SIZE) hash.update(buffer.subarray(i, Math.min(i + SHA1_CHUNK_SIZE, end)));
		return hash.digest("hex");
	}
	async function readObjectPacked({ fs, cache, gitdir, oid, format = "content", getExternalRefDelta }) {
		let list = await fs.readdir(join(gitdir, "objects/pack"));
		list = list.filter((x) => x.endsWith(".idx"));
		for (const filename of list) {
			const indexFile = `${gitdir}/objects/pack/${filename}`;
			const p = await readPackIndex({
				fs,
				cache,
				filename: indexFile,
				getExternalRefDelta
			});
			if (p.error) throw new InternalError(p.error);
			if (p.offsets.has(oid)) {
				const packFile = indexFile.replace(/idx$/, "pack");
				if (!p.pack) {
					const read = fs.read(packFile);
					p.pack = read;
					read.catch(() => {
						if (p.pack === read) p.pack = null;
					});
				}
				const pack = await p.pack;
				if (!pack) {
					p.pack = null;
					throw new InternalError(`Could not read packfile at ${packFile}. The file may be missing, corrupted, or too large to read into memory.`);
				}
				if (!p._checksumVerification) p._checksumVerification = verifyPackfile(pack, p.packfileSha);
				await p._checksumVerification;
				const result = await p.read({
					oid,
					getExternalRefDelta
				});
				result.format = "content";
				result.source = `objects/pack/${filename.replace(/idx$/, "pack")}`;
				return result;
			}
		}
		return null;
	}
	async function verifyPackfile(pack, expectedShaFromIndex) {
		const packTrailer = pack.subarray(-20);
		const packTrailerSha = Array.from(packTrailer).map((b) => b.toString(16).padStart(2, "0")).join("");
		if (packTrailerSha !== expectedShaFromIndex) throw new InternalError(`Packfile trailer mismatch: expected ${expectedShaFromIndex}, got ${packTrailerSha}. The packfile may be corrupted.`);
		const actualPayloadSha = await shasumRange(pack, {
			start: 0,
			end: pack.length - 20
		});
		if (actualPayloadSha !== expectedShaFromIndex) throw new InternalError(`Packfile payload corrupted: calculated ${actualPayloadSha} but expected ${expectedShaFromIndex}. The packfile may have been tampered with.`);
	}
	/**
	* @param {object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {any} args.cache
	* @param {string} args.gitdir
	* @param {string} args.oid
	* @param {string} [args.format]
	*/
	async function _readObject({ fs, cache, gitdir, oid, format = "content" }) {
		if (![
			"deflated",
			"wrapped",
			"content"
		].includes(format)) throw new InternalError(`invalid requested format "${format}"`);
		const getExternalRefDelta = (oid) => _readObject({
			fs,
			cache,
			gitdir,
			oid
		});
		let result;
		if (oid === "4b825dc642cb6eb9a060e54bf8d69288fbee4904") result = {
			format: "wrapped",
			object: Buffer.from(`tree 0\x00`)
		};
		if (!result) result = await readObjectLoose({
			fs,
			gitdir,
			oid
		});
		if (!result) {
			result = await readObjectPacked({
				fs,
				cache,
				gitdir,
				oid,
				getExternalRefDelta
			});
			if (!result) throw new NotFoundError(oid);
			return result;
		}
		if (format === "deflated") return result;
		if (result.format === "deflated") {
			result.object = Buffer.from(await inflate(result.object));
			result.format = "wrapped";
		}
		if (format === "wrapped") return result;
		const sha = await shasum(result.object);
		if (sha !== oid) throw new InternalError(`SHA check failed! Expected ${oid}, computed ${sha}`);
		const { object, type } = GitObject.unwrap(result.object);
		result.type = type;
		result.object = object;
		result.format = "content";
		return result;
	}
	var AlreadyExistsError = class AlreadyExistsError extends BaseError {
		/**
		* @param {'note'|'remote'|'tag'|'branch'} noun
		* @param {string} where
		* @param {boolean} canForce
		*/
		constructor(noun, where, canForce = true) {
			super(`Failed to create ${noun} at ${where} because it already exists.${canForce ? ` (Hint: use 'force: true' parameter to overwrite existing ${noun}.)` : ""}`);
			this.code = this.name = AlreadyExistsError.code;
			this.data = {
				noun,
				where,
				canForce
			};
		}
	};
	/** @type {'AlreadyExistsError'} */
	AlreadyExistsError.code = "AlreadyExistsError";
	var AmbiguousError = class AmbiguousError extends BaseError {
		/**
		* @param {'oids'|'refs'} nouns
		* @param {string} short
		* @param {string[]} matches
		*/
		constructor(nouns, short, matches) {
			super(`Found multiple ${nouns} matching "${short}" (${matches.join(", ")}). Use a longer abbreviation length to disambiguate them.`);
			this.code = this.name = AmbiguousError.code;
			this.data = {
				nouns,
				short,
				matches
			};
		}
	};
	/** @type {'AmbiguousError'} */
	AmbiguousError.code = "AmbiguousError";
	var CheckoutConflictError = class CheckoutConflictError extends BaseError {
		/**
		* @param {string[]} filepaths
		*/
		constructor(filepaths) {
			super(`Your local changes to the following files would be overwritten by checkout: ${filepaths.join(", ")}`);
			this.code = this.name = CheckoutConflictError.code;
			this.data = { filepaths };
		}
	};
	/** @type {'CheckoutConflictError'} */
	CheckoutConflictError.code = "CheckoutConflictError";
	var CherryPickLocalChangesError = class CherryPickLocalChangesError extends BaseError {
		/**
		* @param {string[]} filepaths
		*/
		constructor(filepaths) {
			super(`Your local changes to the following files would be overwritten by cherry-pick: ${filepaths.join(", ")}`);
			this.code = this.name = CherryPickLocalChangesError.code;
			this.data = { filepaths };
		}
	};
	/** @type {'CherryPickLocalChangesError'} */
	CherryPickLocalChangesError.code = "CherryPickLocalChangesError";
	var CherryPickMergeCommitError = class CherryPickMergeCommitError extends BaseError {
		/**
		* @param {string} oid
		* @param {number} parentCount
		*/
		constructor(oid, parentCount) {
			super(`Cannot cherry-pick merge commit ${oid}. Merge commits have ${parentCount} parents and require specifying which parent to use as the base.`);
			this.code = this.name = CherryPickMergeCommitError.code;
			this.data = {
				oid,
				parentCount
			};
		}
	};
	/** @type {'CherryPickMergeCommitError'} */
	CherryPickMergeCommitError.code = "CherryPickMergeCommitError";
	var CherryPickRootCommitError = class CherryPickRootCommitError extends BaseError {
		/**
		* @param {string} oid
		*/
		constructor(oid) {
			super(`Cannot cherry-pick root commit ${oid}. Root commits have no parents.`);
			this.code = this.name = CherryPickRootCommitError.code;
			this.data = { oid };
		}
	};
	/** @type {'CherryPickRootCommitError'} */
	CherryPickRootCommitError.code = "CherryPickRootCommitError";
	var CommitNotFetchedError = class CommitNotFetchedError extends BaseError {
		/**
		* @param {string} ref
		* @param {string} oid
		*/
		constructor(ref, oid) {
			super(`Failed to checkout "${ref}" because commit ${oid} is not available locally. Do a git fetch to make the branch available locally.`);
			this.code = this.name = CommitNotFetchedError.code;
			this.data = {
				ref,
				oid
			};
		}
	};
	/** @type {'CommitNotFetchedError'} */
	CommitNotFetchedError.code = "CommitNotFetchedError";
	var EmptyCommitError = class EmptyCommitError extends BaseError {
		constructor() {
			super("Cannot create an empty commit when disallowEmpty is true.");
			this.code = this.name = EmptyCommitError.code;
			this.data = {};
		}
	};
	/** @type {'EmptyCommitError'} */
	EmptyCommitError.code = "EmptyCommitError";
	var EmptyServerResponseError = class EmptyServerResponseError extends BaseError {
		constructor() {
			super(`Empty response from git server.`);
			this.code = this.name = EmptyServerResponseError.code;
			this.data = {};
		}
	};
	/** @type {'EmptyServerResponseError'} */
	EmptyServerResponseError.code = "EmptyServerResponseError";
	var FastForwardError = class FastForwardError extends BaseError {
		constructor() {
			super(`A simple fast-forward merge was not possible.`);
			this.code = this.name = FastForwardError.code;
			this.data = {};
		}
	};
	/** @type {'FastForwardError'} */
	FastForwardError.code = "FastForwardError";
	var GitPushError = class GitPushError extends BaseError {
		/**
		* @param {string} prettyDetails
		* @param {PushResult} result
		*/
		constructor(prettyDetails, result) {
			super(`One or more branches were not updated: ${prettyDetails}`);
			this.code = this.name = GitPushError.code;
			this.data = {
				prettyDetails,
				result
			};
		}
	};
	/** @type {'GitPushError'} */
	GitPushError.code = "GitPushError";
	var HttpError = class HttpError extends BaseError {
		/**
		* @param {number} statusCode
		* @param {string} statusMessage
		* @param {string} response
		*/
		constructor(statusCode, statusMessage, response) {
			super(`HTTP Error: ${statusCode} ${statusMessage}`);
			this.code = this.name = HttpError.code;
			this.data = {
				statusCode,
				statusMessage,
				response
			};
		}
	};
	/** @type {'HttpError'} */
	HttpError.code = "HttpError";
	var InvalidFilepathError = class InvalidFilepathError extends BaseError {
		/**
		* @param {'leading-slash'|'trailing-slash'|'directory'} [reason]
		*/
		constructor(reason) {
			let message = "invalid filepath";
			if (reason === "leading-slash" || reason === "trailing-slash") message = `"filepath" parameter should not include leading or trailing directory separators because these can cause problems on some platforms.`;
			else if (reason === "directory") message = `"filepath" should not be a directory.`;
			super(message);
			this.code = this.name = InvalidFilepathError.code;
			this.data = { reason };
		}
	};
	/** @type {'InvalidFilepathError'} */
	InvalidFilepathError.code = "InvalidFilepathError";
	var MaxDepthError = class MaxDepthError extends BaseError {
		/**
		* @param {number} depth
		*/
		constructor(depth) {
			super(`Maximum search depth of ${depth} exceeded.`);
			this.code = this.name = MaxDepthError.code;
			this.data = { depth };
		}
	};
	/** @type {'MaxDepthError'} */
	MaxDepthError.code = "MaxDepthError";
	var MergeNotSupportedError = class MergeNotSupportedError extends BaseError {
		constructor() {
			super(`Merges with conflicts are not supported yet.`);
			this.code = this.name = MergeNotSupportedError.code;
			this.data = {};
		}
	};
	/** @type {'MergeNotSupportedError'} */
	MergeNotSupportedError.code = "MergeNotSupportedError";
	var MergeConflictError = class MergeConflictError extends BaseError {
		/**
		* @param {Array<string>} filepaths
		* @param {Array<string>} bothModified
		* @param {Array<string>} deleteByUs
		* @param {Array<string>} deleteByTheirs
		*/
		constructor(filepaths, bothModified, deleteByUs, deleteByTheirs) {
			super(`Automatic merge failed with one or more merge conflicts in the following files: ${filepaths.toString()}. Fix conflicts then commit the result.`);
			this.code = this.name = MergeConflictError.code;
			this.data = {
				filepaths,
				bothModified,
				deleteByUs,
				deleteByTheirs
			};
		}
	};
	/** @type {'MergeConflictError'} */
	MergeConflictError.code = "MergeConflictError";
	var MissingNameError = class MissingNameError extends BaseError {
		/**
		* @param {'author'|'committer'|'tagger'} role
		*/
		constructor(role) {
			super(`No name was provided for ${role} in the argument or in the .git/config file.`);
			this.code = this.name = MissingNameError.code;
			this.data = { role };
		}
	};
	/** @type {'MissingNameError'} */
	MissingNameError.code = "MissingNameError";
	var MissingParameterError = class MissingParameterError extends BaseError {
		/**
		* @param {string} parameter
		*/
		constructor(parameter) {
			super(`The function requires a "${parameter}" parameter but none was provided.`);
			this.code = this.name = MissingParameterError.code;
			this.data = { parameter };
		}
	};
	/** @type {'MissingParameterError'} */
	MissingParameterError.code = "MissingParameterError";
	var MultipleGitError = class MultipleGitError extends BaseError {
		/**
		* @param {Error[]} errors
		* @param {string} message
		*/
		constructor(errors) {
			super(`There are multiple errors that were thrown by the method. Please refer to the "errors" property to see more`);
			this.code = this.name = MultipleGitError.code;
			this.data = { errors };
			this.errors = errors;
		}
	};
	/** @type {'MultipleGitError'} */
	MultipleGitError.code = "MultipleGitError";
	var ParseError = class ParseError extends BaseError {
		/**
		* @param {string} expected
		* @param {string} actual
		*/
		constructor(expected, actual) {
			super(`Expected "${expected}" but received "${actual}".`);
			this.code = this.name = ParseError.code;
			this.data = {
				expected,
				actual
			};
		}
	};
	/** @type {'ParseError'} */
	ParseError.code = "ParseError";
	var PushRejectedError = class PushRejectedError extends BaseError {
		/**
		* @param {'not-fast-forward'|'tag-exists'} reason
		*/
		constructor(reason) {
			let message = "";
			if (reason === "not-fast-forward") message = " because it was not a simple fast-forward";
			else if (reason === "tag-exists") message = " because tag already exists";
			super(`Push rejected${message}. Use "force: true" to override.`);
			this.code = this.name = PushRejectedError.code;
			this.data = { reason };
		}
	};
	/** @type {'PushRejectedError'} */
	PushRejectedError.code = "PushRejectedError";
	var RemoteCapabilityError = class RemoteCapabilityError extends BaseError {
		/**
		* @param {'shallow'|'deepen-since'|'deepen-not'|'deepen-relative'} capability
		* @param {'depth'|'since'|'exclude'|'relative'} parameter
		*/
		constructor(capability, parameter) {
			super(`Remote does not support the "${capability}" so the "${parameter}" parameter cannot be used.`);
			this.code = this.name = RemoteCapabilityError.code;
			this.data = {
				capability,
				parameter
			};
		}
	};
	/** @type {'RemoteCapabilityError'} */
	RemoteCapabilityError.code = "RemoteCapabilityError";
	var SmartHttpError = class SmartHttpError extends BaseError {
		/**
		* @param {string} preview
		* @param {string} response
		*/
		constructor(preview, response) {
			super(`Remote did not reply using the "smart" HTTP protocol. Expected "001e# service=git-upload-pack" but received: ${preview}`);
			this.code = this.name = SmartHttpError.code;
			this.data = {
				preview,
				response
			};
		}
	};
	/** @type {'SmartHttpError'} */
	SmartHttpError.code = "SmartHttpError";
	var UnknownTransportError = class UnknownTransportError extends BaseError {
		/**
		* @param {string} url
		* @param {string} transport
		* @param {string} [suggestion]
		*/
		constructor(url, transport, suggestion) {
			super(`Git remote "${url}" uses an unrecognized transport protocol: "${transport}"`);
			this.code = this.name = UnknownTransportError.code;
			this.data = {
				url,
				transport,
				suggestion
			};
		}
	};
	/** @type {'UnknownTransportError'} */
	UnknownTransportError.code = "UnknownTransportError";
	var UrlParseError = class UrlParseError extends BaseError {
		/**
		* @param {string} url
		*/
		constructor(url) {
			super(`Cannot parse remote URL: "${url}"`);
			this.code = this.name = UrlParseError.code;
			this.data = { url };
		}
	};
	/** @type {'UrlParseError'} */
	UrlParseError.code = "UrlParseError";
	var UserCanceledError = class UserCanceledError extends BaseError {
		constructor() {
			super(`The operation was canceled.`);
			this.code = this.name = UserCanceledError.code;
			this.data = {};
		}
	};
	/** @type {'UserCanceledError'} */
	UserCanceledError.code = "UserCanceledError";
	var IndexResetError = class IndexResetError extends BaseError {
		/**
		* @param {Array<string>} filepaths
		*/
		constructor(filepath) {
			super(`Could not merge index: Entry for '${filepath}' is not up to date. Either reset the index entry to HEAD, or stage your unstaged changes.`);
			this.code = this.name = IndexResetError.code;
			this.data = { filepath };
		}
	};
	/** @type {'IndexResetError'} */
	IndexResetError.code = "IndexResetError";
	var NoCommitError = class NoCommitError extends BaseError {
		/**
		* @param {string} ref
		*/
		constructor(ref) {
			super(`"${ref}" does not point to any commit. You're maybe working on a repository with no commits yet. `);
			this.code = this.name = NoCommitError.code;
			this.data = { ref };
		}
	};
	/** @type {'NoCommitError'} */
	NoCommitError.code = "NoCommitError";
	function formatAuthor({ name, email, timestamp, timezoneOffset }) {
		timezoneOffset = formatTimezoneOffset(timezoneOffset);
		return `${name} <${email}> ${timestamp} ${timezoneOffset}`;
	}
	function formatTimezoneOffset(minutes) {
		const sign = simpleSign(negateExceptForZero(minutes));
		minutes = Math.abs(minutes);
		const hours = Math.floor(minutes / 60);
		minutes -= hours * 60;
		let strHours = String(hours);
		let strMinutes = String(minutes);
		if (strHours.length < 2) strHours = "0" + strHours;
		if (strMinutes.length < 2) strMinutes = "0" + strMinutes;
		return (sign === -1 ? "-" : "+") + strHours + strMinutes;
	}
	function simpleSign(n) {
		return Math.sign(n) || (Object.is(n, -0) ? -1 : 1);
	}
	function negateExceptForZero(n) {
		return n === 0 ? n : -n;
	}
	function normalizeNewlines(str) {
		str = str.replace(/\r/g, "");
		str = str.replace(/^\n+/, "");
		str = str.replace(/\n+$/, "") + "\n";
		return str;
	}
	function parseAuthor(author) {
		const [, name, email, timestamp, offset] = author.match(/^(.*) <(.*)> (.*) (.*)$/);
		return {
			name,
			email,
			timestamp: Number(timestamp),
			timezoneOffset: parseTimezoneOffset(offset)
		};
	}
	function parseTimezoneOffset(offset) {
		let [, sign, hours, minutes] = offset.match(/(\+|-)(\d\d)(\d\d)/);
		minutes = (sign === "+" ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
		return negateExceptForZero$1(minutes);
	}
	function negateExceptForZero$1(n) {
		return n === 0 ? n : -n;
	}
	var GitAnnotatedTag = class GitAnnotatedTag {
		constructor(tag) {
			if (typeof tag === "string") this._tag = tag;
			else if (Buffer.isBuffer(tag)) this._tag = tag.toString("utf8");
			else if (typeof tag === "object") this._tag = GitAnnotatedTag.render(tag);
			else throw new InternalError("invalid type passed to GitAnnotatedTag constructor");
		}
		static from(tag) {
			return new GitAnnotatedTag(tag);
		}
		static render(obj) {
			return `object ${obj.object}
type ${obj.type}
tag ${obj.tag}
tagger ${formatAuthor(obj.tagger)}

${obj.message}
${obj.gpgsig ? obj.gpgsig : ""}`;
		}
		justHeaders() {
			return this._tag.slice(0, this._tag.indexOf("\n\n"));
		}
		message() {
			const tag = this.withoutSignature();
			return tag.slice(tag.indexOf("\n\n") + 2);
		}
		parse() {
			return Object.assign(this.headers(), {
				message: this.message(),
				gpgsig: this.gpgsig()
			});
		}
		render() {
			return this._tag;
		}
		headers() {
			const headers = this.justHeaders().split("\n");
			const hs = [];
			for (const h of headers) if (h[0] === " ") hs[hs.length - 1] += "\n" + h.slice(1);
			else hs.push(h);
			const obj = {};
			const seen = /* @__PURE__ */ new Set();
			for (const h of hs) {
				const key = h.slice(0, h.indexOf(" "));
				const value = h.slice(h.indexOf(" ") + 1);
				if (!seen.has(key)) {
					seen.add(key);
					obj[key] = value;
				}
			}
			if (obj.tagger) obj.tagger = parseAuthor(obj.tagger);
			if (obj.committer) obj.committer = parseAuthor(obj.committer);
			return obj;
		}
		withoutSignature() {
			const tag = normalizeNewlines(this._tag);
			if (tag.indexOf("\n-----BEGIN PGP SIGNATURE-----") === -1) return tag;
			return tag.slice(0, tag.lastIndexOf("\n-----BEGIN PGP SIGNATURE-----"));
		}
		gpgsig() {
			if (this._tag.indexOf("\n-----BEGIN PGP SIGNATURE-----") === -1) return;
			return normalizeNewlines(this._tag.slice(this._tag.indexOf("-----BEGIN PGP SIGNATURE-----"), this._tag.indexOf("-----END PGP SIGNATURE-----") + 27));
		}
		payload() {
			return this.withoutSignature() + "\n";
		}
		toObject() {
			return Buffer.from(this._tag, "utf8");
		}
		static async sign(tag, sign, secretKey) {
			const payload = tag.payload();
			let { signature } = await sign({
				payload,
				secretKey
			});
			signature = normalizeNewlines(signature);
			const signedTag = payload + signature;
			return GitAnnotatedTag.from(signedTag);
		}
	};
	function indent(str) {
		return str.trim().split("\n").map((x) => " " + x).join("\n") + "\n";
	}
	function outdent(str) {
		return str.split("\n").map((x) => x.replace(/^ /, "")).join("\n");
	}
	var GitCommit = class GitCommit {
		constructor(commit) {
			if (typeof commit === "string") this._commit = commit;
			else if (Buffer.isBuffer(commit)) this._commit = commit.toString("utf8");
			else if (typeof commit === "object") this._commit = GitCommit.render(commit);
			else throw new InternalError("invalid type passed to GitCommit constructor");
		}
		static fromPayloadSignature({ payload, signature }) {
			const headers = GitCommit.justHeaders(payload);
			const message = GitCommit.justMessage(payload);
			const commit = normalizeNewlines(headers + "\ngpgsig" + indent(signature) + "\n" + message);
			return new GitCommit(commit);
		}
		static from(commit) {
			return new GitCommit(commit);
		}
		toObject() {
			return Buffer.from(this._commit, "utf8");
		}
		headers() {
			return this.parseHeaders();
		}
		message() {
			return GitCommit.justMessage(this._commit);
		}
		parse() {
			return Object.assign({ message: this.message() }, this.headers());
		}
		static justMessage(commit) {
			return normalizeNewlines(commit.slice(commit.indexOf("\n\n") + 2));
		}
		static justHeaders(commit) {
			return commit.slice(0, commit.indexOf("\n\n"));
		}
		parseHeaders() {
			const headers = GitCommit.justHeaders(this._commit).split("\n");
			const hs = [];
			for (const h of headers) if (h[0] === " ") hs[hs.length - 1] += "\n" + h.slice(1);
			else hs.push(h);
			const obj = { parent: [] };
			const keyOf = (h) => h.slice(0, h.indexOf(" "));
			const valueOf = (h) => h.slice(h.indexOf(" ") + 1);
			if (hs.length === 0 || keyOf(hs[0]) !== "tree") throw new ParseError("tree as the first commit header", keyOf(hs[0] || ""));
			obj.tree = valueOf(hs[0]);
			let index = 1;
			while (index < hs.length && keyOf(hs[index]) === "parent") {
				obj.parent.push(valueOf(hs[index]));
				index++;
			}
			const seen = /* @__PURE__ */ new Set(["tree", "parent"]);
			for (; index < hs.length; index++) {
				const key = keyOf(hs[index]);
				if (seen.has(key)) continue;
				seen.add(key);
				obj[key] = valueOf(hs[index]);
			}
			if (obj.author) obj.author = parseAuthor(obj.author);
			if (obj.committer) obj.committer = parseAuthor(obj.committer);
			return obj;
		}
		static renderHeaders(obj) {
			let headers = "";
			if (obj.tree) headers += `tree ${obj.tree}\n`;
			else headers += `tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n`;
			if (obj.parent) {
				if (obj.parent.length === void 0) throw new InternalError(`commit 'parent' property should be an array`);
				for (const p of obj.parent) headers += `parent ${p}\n`;
			}
			const author = obj.author;
			headers += `author ${formatAuthor(author)}\n`;
			const committer = obj.committer || obj.author;
			headers += `committer ${formatAuthor(committer)}\n`;
			if (obj.gpgsig) headers += "gpgsig" + indent(obj.gpgsig);
			return headers;
		}
		static render(obj) {
			return GitCommit.renderHeaders(obj) + "\n" + normalizeNewlines(obj.message);
		}
		render() {
			return this._commit;
		}
		withoutSignature() {
			const commit = normalizeNewlines(this._commit);
			if (commit.indexOf("\ngpgsig") === -1) return commit;
			const headers = commit.slice(0, commit.indexOf("\ngpgsig"));
			const message = commit.slice(commit.indexOf("-----END PGP SIGNATURE-----\n") + 28);
			return normalizeNewlines(headers + "\n" + message);
		}
		isolateSignature() {
			return outdent(this._commit.slice(this._commit.indexOf("-----BEGIN PGP SIGNATURE-----"), this._commit.indexOf("-----END PGP SIGNATURE-----") + 27));
		}
		static async sign(commit, sign, secretKey) {
			const payload = commit.withoutSignature();
			const message = GitCommit.justMessage(commit._commit);
			let { signature } = await sign({
				payload,
				secretKey
			});
			signature = normalizeNewlines(signature);
			const signedCommit = GitCommit.justHeaders(commit._commit) + "\ngpgsig" + indent(signature) + "\n" + message;
			return GitCommit.from(signedCommit);
		}
	};
	async function resolveTree({ fs, cache, gitdir, oid }) {
		if (oid === "4b825dc642cb6eb9a060e54bf8d69288fbee4904") return {
			tree: GitTree.from([]),
			oid
		};
		const { type, object } = await _readObject({
			fs,
			cache,
			gitdir,
			oid
		});
		if (type === "tag") {
			oid = GitAnnotatedTag.from(object).parse().object;
			return resolveTree({
				fs,
				cache,
				gitdir,
				oid
			});
		}
		if (type === "commit") {
			oid = GitCommit.from(object).parse().tree;
			return resolveTree({
				fs,
				cache,
				gitdir,
				oid
			});
		}
		if (type !== "tree") throw new ObjectTypeError(oid, type, "tree");
		return {
			tree: GitTree.from(object),
			oid
		};
	}
	var GitWalkerRepo = class {
		constructor({ fs, gitdir, ref, cache }) {
			this.fs = fs;
			this.cache = cache;
			this.gitdir = gitdir;
			this.mapPromise = (async () => {
				const map = /* @__PURE__ */ new Map();
				let oid;
				try {
					oid = await GitRefManager.resolve({
						fs,
						gitdir,
						ref
					});
				} catch (e) {
					if (e instanceof NotFoundError && await GitRefManager.isUnbornBranch({
						fs,
						gitdir,
						ref
					})) oid = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
					else throw e;
				}
				const tree = await resolveTree({
					fs,
					cache: this.cache,
					gitdir,
					oid
				});
				tree.type = "tree";
				tree.mode = "40000";
				map.set(".", tree);
				return map;
			})();
			const walker = this;
			this.ConstructEntry = class TreeEntry {
				constructor(fullpath) {
					this._fullpath = fullpath;
					this._type = false;
					this._mode = false;
					this._stat = false;
					this._content = false;
					this._oid = false;
				}
				async type() {
					return walker.type(this);
				}
				async mode() {
					return walker.mode(this);
				}
				async stat() {
					return walker.stat(this);
				}
				async content() {
					return walker.content(this);
				}
				async oid() {
					return walker.oid(this);
				}
			};
		}
		async readdir(entry) {
			const filepath = entry._fullpath;
			const { fs, cache, gitdir } = this;
			const map = await this.mapPromise;
			const obj = map.get(filepath);
			if (!obj) throw new Error(`No obj for ${filepath}`);
			const oid = obj.oid;
			if (!oid) throw new Error(`No oid for obj ${JSON.stringify(obj)}`);
			if (obj.type !== "tree") return null;
			const { type, object } = await _readObject({
				fs,
				cache,
				gitdir,
				oid
			});
			if (type !== obj.type) throw new ObjectTypeError(oid, type, obj.type);
			const tree = GitTree.from(object);
			for (const entry of tree) map.set(join(filepath, entry.path), entry);
			return tree.entries().map((entry) => join(filepath, entry.path));
		}
		async type(entry) {
			if (entry._type === false) {
				const { type } = (await this.mapPromise).get(entry._fullpath);
				entry._type = type;
			}
			return entry._type;
		}
		async mode(entry) {
			if (entry._mode === false) {
				const { mode } = (await this.mapPromise).get(entry._fullpath);
				entry._mode = normalizeMode(parseInt(mode, 8));
			}
			return entry._mode;
		}
		async stat(_entry) {}
		async content(entry) {
			if (entry._content === false) {
				const map = await this.mapPromise;
				const { fs, cache, gitdir } = this;
				const oid = map.get(entry._fullpath).oid;
				const { type, object } = await _readObject({
					fs,
					cache,
					gitdir,
					oid
				});
				if (type !== "blob") entry._content = void 0;
				else entry._content = new Uint8Array(object);
			}
			return entry._content;
		}
		async oid(entry) {
			if (entry._oid === false) entry._oid = (await this.mapPromise).get(entry._fullpath).oid;
			return entry._oid;
		}
	};
	/**
	* @param {object} args
	* @param {string} [args.ref='HEAD']
	* @returns {Walker}
	*/
	function TREE({ ref = "HEAD" } = {}) {
		const o = Object.create(null);
		Object.defineProperty(o, GitWalkSymbol, { value: function({ fs, gitdir, cache }) {
			return new GitWalkerRepo({
				fs,
				gitdir,
				ref,
				cache
			});
		} });
		Object.freeze(o);
		return o;
	}
	var GitWalkerFs = class {
		constructor({ fs, dir, gitdir, cache, refresh = true }) {
			this.fs = fs;
			this.cache = cache;
			this.dir = dir;
			this.gitdir = gitdir;
			this.refresh = refresh;
			this.refreshQueue = [];
			this.flushed = false;
			this.config = null;
			const walker = this;
			this.ConstructEntry = class WorkdirEntry {
				constructor(fullpath) {
					this._fullpath = fullpath;
					this._type = false;
					this._mode = false;
					this._stat = false;
					this._content = false;
					this._oid = false;
				}
				async type() {
					return walker.type(this);
				}
				async mode() {
					return walker.mode(this);
				}
				async stat() {
					return walker.stat(this);
				}
				async content() {
					return walker.content(this);
				}
				async oid() {
					return walker.oid(this);
				}
			};
		}
		async readdir(entry) {
			if (await entry.type() !== "tree") return null;
			const filepath = entry._fullpath;
			const { fs, dir } = this;
			const names = await fs.readdir(join(dir, filepath));
			if (names === null) return null;
			return names.map((name) => join(filepath, name));
		}
		async type(entry) {
			if (entry._type === false) await entry.stat();
			return entry._type;
		}
		async mode(entry) {
			if (entry._mode === false) await entry.stat();
			return entry._mode;
		}
		async stat(entry) {
			if (entry._stat === false) {
				const { fs, dir } = this;
				let stat = await fs.lstat(`${dir}/${entry._fullpath}`);
				if (!stat) throw new Error(`ENOENT: no such file or directory, lstat '${entry._fullpath}'`);
				let type = stat.isDirectory() ? "tree" : "blob";
				if (type === "blob" && !stat.isFile() && !stat.isSymbolicLink()) type = "special";
				entry._type = type;
				stat = normalizeStats(stat);
				entry._mode = stat.mode;
				if (stat.size === -1 && entry._actualSize) stat.size = entry._actualSize;
				entry._stat = stat;
			}
			return entry._stat;
		}
		async content(entry) {
			if (entry._content === false) {
				const { fs, dir, gitdir } = this;
				if (await entry.type() === "tree") entry._content = void 0;
				else {
					let content;
					if (await entry.mode() >> 12 === 10) content = await fs.readlink(`${dir}/${entry._fullpath}`);
					else {
						const autocrlf = await (await this._getGitConfig(fs, gitdir)).get("core.autocrlf");
						content = await fs.read(`${dir}/${entry._fullpath}`, { autocrlf });
					}
					entry._actualSize = content.length;
					if (entry._stat && entry._stat.size === -1) entry._stat.size = entry._actualSize;
					entry._content = new Uint8Array(content);
				}
			}
			return entry._content;
		}
		async oid(entry) {
			if (entry._oid === false) {
				const self = this;
				const { fs, gitdir, cache } = this;
				let oid;
				await GitIndexManager.acquire({
					fs,
					gitdir,
					cache
				}, async function(index) {
					const stage = index.entriesMap.get(entry._fullpath);
					const stats = await entry.stat();
					const filemode = await (await self._getGitConfig(fs, gitdir)).get("core.filemode");
					const trustino = typeof process !== "undefined" ? !(process.platform === "win32") : true;
					if (!stage || compareStats(stats, stage, filemode, trustino)) {
						const content = await entry.content();
						if (content === void 0) oid = void 0;
						else {
							oid = await shasum(GitObject.wrap({
								type: "blob",
								object: content
							}));
							if (self.refresh && stage && !stage.flags.intentToAdd && oid === stage.oid && (!filemode || stats.mode === stage.mode) && compareStats(stats, stage, filemode, trustino)) {
								if (self.flushed) index.insert({
									filepath: entry._fullpath,
									stats,
									oid
								});
								else self.refreshQueue.push({
									filepath: entry._fullpath,
									stage,
									stats,
									oid
								});
							}
						}
					} else oid = stage.oid;
				});
				entry._oid = oid;
			}
			return entry._oid;
		}
		/**
		* Write the queued stat refreshes to the index in a single pass.
		* `_walk` calls this once the walk is finished. The entries it returned
		* can still be asked for their oid afterwards, so from then on `oid`
		* writes a refresh right away instead of queueing it.
		*/
		async flush() {
			const { fs, gitdir, cache, refreshQueue } = this;
			this.refreshQueue = [];
			this.flushed = true;
			if (refreshQueue.length === 0) return;
			await GitIndexManager.acquire({
				fs,
				gitdir,
				cache
			}, async (index) => {
				for (const { filepath, stage, stats, oid } of refreshQueue) {
					if (index.entriesMap.get(filepath) !== stage) continue;
					index.insert({
						filepath,
						stats,
						oid
					});
				}
			});
		}
		async _getGitConfig(fs, gitdir) {
			if (this.config) return this.config;
			this.config = await GitConfigManager.get({
				fs,
				gitdir
			});
			return this.config;
		}
	};
	/**
	* @param {object} [opts]
	* @param {boolean} [opts.refresh=true] - When false, suppress the stat-cache
	*   refresh that would rewrite `.git/index` when a working-tree file's stat
	*   info has drifted but its content still matches the staged blob.
	* @returns {Walker}
	*/
	function WORKDIR({ refresh = true } = {}) {
		const o = Object.create(null);
		Object.defineProperty(o, GitWalkSymbol, { value: function({ fs, dir, gitdir, cache }) {
			return new GitWalkerFs({
				fs,
				dir,
				gitdir,
				cache,
				refresh
			});
		} });
		Object.freeze(o);
		return o;
	}
	function arrayRange(start, end) {
		const length = end - start;
		return Array.from({ length }, (_, i) => start + i);
	}
	const flat = typeof Array.prototype.flat === "undefined" ? (entries) => entries.reduce((acc, x) => acc.concat(x), []) : (entries) => entries.flat();
	var RunningMinimum = class {
		constructor() {
			this.value = null;
		}
		consider(value) {
			if (value === null || value === void 0) return;
			if (this.value === null) this.value = value;
			else if (value < this.value) this.value = value;
		}
		reset() {
			this.value = null;
		}
	};
	function* unionOfIterators(sets) {
		const min = new RunningMinimum();
		let minimum;
		const heads = [];
		const numsets = sets.length;
		for (let i = 0; i < numsets; i++) {
			heads[i] = sets[i].next().value;
			if (heads[i] !== void 0) min.consider(heads[i]);
		}
		if (min.value === null) return;
		while (true) {
			const result = [];
			minimum = min.value;
			min.reset();
			for (let i = 0; i < numsets; i++) {
				if (heads[i] !== void 0 && heads[i] === minimum) {
					result[i] = heads[i];
					heads[i] = sets[i].next().value;
				} else result[i] = null;
				if (heads[i] !== void 0) min.consider(heads[i]);
			}
			yield result;
			if (min.value === null) return;
		}
	}
	/**
	* @param {object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {object} args.cache
	* @param {string} [args.dir]
	* @param {string} [args.gitdir=join(dir,'.git')]
	* @param {Walker[]} args.trees
	* @param {WalkerMap} [args.map]
	* @param {WalkerReduce} [args.reduce]
	* @param {WalkerIterate} [args.iterate]
	*
	* @returns {Promise<any>} The finished tree-walking result
	*
	* @see {WalkerMap}
	*
	*/
	async function _walk({ fs, cache, dir, gitdir, trees, map = async (_, entry) => entry, reduce = async (parent, children) => {
		const flatten = flat(children);
		if (parent !== void 0) flatten.unshift(parent);
		return flatten;
	}, iterate = (walk, children) => Promise.all([...children].map(walk)) }) {
		const walkers = trees.map((proxy) => proxy[GitWalkSymbol]({
			fs,
			dir,
			gitdir,
			cache
		}));
		const root = new Array(walkers.length).fill(".");
		const range = arrayRange(0, walkers.length);
		const unionWalkerFromReaddir = async (entries) => {
			range.forEach((i) => {
				const entry = entries[i];
				entries[i] = entry && new walkers[i].ConstructEntry(entry);
			});
			return {
				entries,
				children: unionOfIterators((await Promise.all(range.map((i) => {
					const entry = entries[i];
					return entry ? walkers[i].readdir(entry) : [];
				}))).map((array) => {
					return (array === null ? [] : array)[Symbol.iterator]();
				}))
			};
		};
		const walk = async (root) => {
			const { entries, children } = await unionWalkerFromReaddir(root);
			const fullpath = entries.find((entry) => entry && entry._fullpath)._fullpath;
			const parent = await map(fullpath, entries);
			if (parent !== null) {
				let walkedChildren = await iterate(walk, children);
				walkedChildren = walkedChildren.filter((x) => x !== void 0);
				return reduce(parent, walkedChildren);
			}
		};
		const result = await walk(root);
		for (const walker of walkers) if (walker.flush) await walker.flush();
		return result;
	}
	/**
	* Recursively creates the directory at `filepath`, creating any missing parent
	* directories along the way. This is a portable replacement for
	* `fs.mkdir(path, { recursive: true })`: recursive `mkdir` is NOT part of
	* isomorphic-git's required `fs` contract (see docs/fs.md — `mkdir` is only
	* `mkdir(path[, mode])`) and is unimplemented by some backends such as
	* lightning-fs, so we build it here on top of a single-level `mkdir(path)`
	* primitive only — mirroring how `rmRecursive` provides `rm({ recursive: true })`.
	*
	* It takes the raw single-level `mkdir` *function* (typically `fs._mkdir`)
	* rather than the FileSystem wrapper, to stay decoupled from that type.
	*
	* `EEXIST` is treated as success, so two callers concurrently creating the same
	* directory (e.g. several reflog writes into `.git/logs/refs/*` during a stash)
	* don't fail each other. On backends whose layers are only eventually
	* consistent — e.g. an async copy-on-write overlay — a just-created parent may
	* not yet be visible when its child is created, so `mkdir` can throw a
	* transient `ENOENT`; those are retried a bounded number of times rather than
	* surfaced as a spurious failure.
	*
	* @param {(filepath: string) => Promise<unknown>} mkdir - Creates a single directory (non-recursive).
	* @param {string} filepath - The directory to create.
	* @param {number} [retries=10] - Max transient-ENOENT retries after the parent exists.
	* @returns {Promise<void>}
	*/
	async function mkdirp(mkdir, filepath, retries = 10) {
		try {
			await mkdir(filepath);
		} catch (err) {
			if (err === null) return;
			if (err.code === "EEXIST") return;
			if (err.code !== "ENOENT") throw err;
			const parent = dirname(filepath);
			if (parent === "." || parent === "/" || parent === filepath) throw err;
			await mkdirp(mkdir, parent, retries);
			for (let attempt = 0;; attempt++) try {
				await mkdir(filepath);
				return;
			} catch (err2) {
				if (err2 === null || err2.code === "EEXIST") return;
				if (err2.code === "ENOENT" && attempt < retries) {
					await new Promise((resolve) => setTimeout(resolve, 0));
					continue;
				}
				throw err2;
			}
		}
	}
	/**
	* Removes the directory at the specified filepath recursively. Used internally to replicate the behavior of
	* fs.promises.rm({ recursive: true, force: true }) from Node.js 14 and above when not available. If the provided
	* filepath resolves to a file, it will be removed.
	*
	* @param {import('../models/FileSystem.js').FileSystem} fs
	* @param {string} filepath - The file or directory to remove.
	*/
	async function rmRecursive(fs, filepath) {
		const entries = await fs.readdir(filepath);
		if (entries == null) await fs.rm(filepath);
		else if (entries.length) await Promise.all(entries.map((entry) => {
			const subpath = join(filepath, entry);
			return fs.lstat(subpath).then((stat) => {
				if (!stat) return;
				return stat.isDirectory() ? rmRecursive(fs, subpath) : fs.rm(subpath);
			});
		})).then(() => fs.rmdir(filepath));
		else await fs.rmdir(filepath);
	}
	function isPromiseLike(obj) {
		return isObject(obj) && isFunction(obj.then) && isFunction(obj.catch);
	}
	function isObject(obj) {
		return obj && typeof obj === "object";
	}
	function isFunction(obj) {
		return typeof obj === "function";
	}
	function isNotFoundError(err) {
		const code = err.code;
		if (typeof code !== "string") return false;
		return code === "ENOENT" || code === "ENOTDIR" || code.includes("ENS");
	}
	function isPromiseFs(fs) {
		const test = (targetFs) => {
			try {
				return targetFs.readFile().catch((e) => e);
			} catch (e) {
				return e;
			}
		};
		return isPromiseLike(test(fs));
	}
	const commands = [
		"readFile",
		"writeFile",
		"mkdir",
		"rmdir",
		"unlink",
		"stat",
		"lstat",
		"readdir",
		"readlink",
		"symlink"
	];
	function bindFs(target, fs) {
		if (isPromiseFs(fs)) for (const command of commands) target[`_${command}`] = fs[command].bind(fs);
		else for (const command of commands) target[`_${command}`] = pify(fs[command].bind(fs));
		if (isPromiseFs(fs)) {
			if (fs.cp) target._cp = fs.cp.bind(fs);
			if (fs.rm) target._rm = fs.rm.bind(fs);
			else if (fs.rmdir.length > 1) target._rm = fs.rmdir.bind(fs);
			else target._rm = rmRecursive.bind(null, target);
		} else {
			if (fs.cp) target._cp = pify(fs.cp.bind(fs));
			if (fs.rm) target._rm = pify(fs.rm.bind(fs));
			else if (fs.rmdir.length > 2) target._rm = pify(fs.rmdir.bind(fs));
			else target._rm = rmRecursive.bind(null, target);
		}
	}
	/**
	* A wrapper class for file system operations, providing a consistent API for both promise-based
	* and callback-based file systems. It includes utility methods for common file system tasks.
	*/
	var FileSystem = class {
		/**
		* Creates an instance of FileSystem.
		*
		* @param {Object} fs - A file system implementation to wrap.
		*/
		constructor(fs) {
			if (typeof fs._original_unwrapped_fs !== "undefined") return fs;
			const promises = Object.getOwnPropertyDescriptor(fs, "promises");
			if (promises && promises.enumerable) bindFs(this, fs.promises);
			else bindFs(this, fs);
			this._original_unwrapped_fs = fs;
		}
		/**
		* Return true if a file exists, false if it doesn't exist.
		* Rethrows errors that aren't related to file existence.
		*
		* @param {string} filepath - The path to the file.
		* @param {Object} [options] - Additional options.
		* @returns {Promise<boolean>} - `true` if the file exists, `false` otherwise.
		*/
		async exists(filepath, options = {}) {
			try {
				await this._stat(filepath);
				return true;
			} catch (err) {
				if (isNotFoundError(err)) return false;
				else {
					console.log("Unhandled error in \"FileSystem.exists()\" function", err);
					throw err;
				}
			}
		}
		/**
		* Return the contents of a file if it exists, otherwise returns null.
		* Rethrows errors that aren't related to file existence.
		*
		* @param {string} filepath - The path to the file.
		* @param {Object} [options] - Options for reading the file.
		* @returns {Promise<Buffer|string|null>} - The file contents, or `null` if the file doesn't exist.
		*/
		async read(filepath, options = {}) {
			let buffer;
			try {
				buffer = await this._readFile(filepath, options);
			} catch (err) {
				if (isNotFoundError(err) || err.code === "EISDIR") return null;
				throw err;
			}
			if (buffer == null) return null;
			if (options.autocrlf === "true") try {
				buffer = new TextDecoder("utf8", { fatal: true }).decode(buffer);
				buffer = buffer.replace(/\r\n/g, "\n");
				buffer = new TextEncoder().encode(buffer);
			} catch (error) {}
			if (typeof buffer !== "string") buffer = Buffer.from(buffer);
			return buffer;
		}
		/**
		* Write a file (creating missing directories if need be) without throwing errors.
		*
		* @param {string} filepath - The path to the file.
		* @param {Buffer|Uint8Array|string} contents - The data to write.
		* @param {Object|string} [options] - Options for writing the file.
		* @returns {Promise<void>}
		*/
		async write(filepath, contents, options = {}) {
			try {
				await this._writeFile(filepath, contents, options);
			} catch (err) {
				await this.mkdir(dirname(filepath));
				await this._writeFile(filepath, contents, options);
			}
		}
		/**
		* Make a directory (or series of nested directories) without throwing an error if it already exists.
		*
		* @param {string} filepath - The path to the directory.
		* @returns {Promise<void>}
		*/
		async mkdir(filepath) {
			await mkdirp(this._mkdir, filepath);
		}
		/**
		* Delete a file without throwing an error if it is already deleted.
		*
		* @param {string} filepath - The path to the file.
		* @returns {Promise<void>}
		*/
		async rm(filepath) {
			try {
				await this._unlink(filepath);
			} catch (err) {
				if (err.code !== "ENOENT") throw err;
			}
		}
		/**
		* Delete a directory without throwing an error if it is already deleted.
		*
		* @param {string} filepath - The path to the directory.
		* @param {Object} [opts] - Options for deleting the directory.
		* @returns {Promise<void>}
		*/
		async rmdir(filepath, opts) {
			try {
				if (opts && opts.recursive) await this._rm(filepath, opts);
				else await this._rmdir(filepath);
			} catch (err) {
				if (err.code !== "ENOENT") throw err;
			}
		}
		/**
		* Read a directory without throwing an error if the directory doesn't exist.
		* Rethrows errors that aren't related to directory existence.
		*
		* @param {string} filepath - The path to the directory.
		* @returns {Promise<string[]|null>} - An array of file names, or `null` if the path is not a directory.
		*/
		async readdir(filepath) {
			let names;
			try {
				names = await this._readdir(filepath);
			} catch (err) {
				if (err.code === "ENOTDIR") return null;
				if (isNotFoundError(err)) return [];
				throw err;
			}
			names.sort(compareStrings);
			return names;
		}
		/**
		* Return a flat list of all the files nested inside a directory
		*
		* Based on an elegant concurrent recursive solution from SO
		* https://stackoverflow.com/a/45130990/2168416
		*
		* @param {string} dir - The directory to read.
		* @returns {Promise<string[]>} - A flat list of all files in the directory.
		*/
		async readdirDeep(dir) {
			const subdirs = await this._readdir(dir);
			return (await Promise.all(subdirs.map(async (subdir) => {
				const res = dir + "/" + subdir;
				return (await this._stat(res)).isDirectory() ? this.readdirDeep(res) : res;
			}))).reduce((a, f) => a.concat(f), []);
		}
		/**
		* Return the Stats of a file/symlink if it exists, otherwise returns null.
		* Rethrows errors that aren't related to file existence.
		*
		* @param {string} filename - The path to the file or symlink.
		* @returns {Promise<Object|null>} - The stats object, or `null` if the file doesn't exist.
		*/
		async lstat(filename) {
			try {
				return await this._lstat(filename);
			} catch (err) {
				if (isNotFoundError(err)) return null;
				throw err;
			}
		}
		/**
		* Reads the contents of a symlink if it exists, otherwise returns null.
		* Rethrows errors that aren't related to file existence.
		*
		* @param {string} filename - The path to the symlink.
		* @param {Object} [opts={ encoding: 'buffer' }] - Options for reading the symlink.
		* @returns {Promise<Buffer|null>} - The symlink target, or `null` if it doesn't exist.
		*/
		async readlink(filename, opts = { encoding: "buffer" }) {
			try {
				const link = await this._readlink(filename, opts);
				return Buffer.isBuffer(link) ? link : Buffer.from(link);
			} catch (err) {
				if (isNotFoundError(err)) return null;
				throw err;
			}
		}
		/**
		* Write the contents of buffer to a symlink.
		*
		* @param {string} filename - The path to the symlink.
		* @param {Buffer} buffer - The symlink target.
		* @returns {Promise<void>}
		*/
		async writelink(filename, buffer) {
			return this._symlink(buffer.toString("utf8"), filename);
		}
	};
	function assertParameter(name, value) {
		if (value === void 0) throw new MissingParameterError(name);
	}
	/**
	* discoverGitdir
	*
	* When processing git commands on a submodule or worktree, determine
	* the actual git directory based on the contents of the .git file.
	*
	* Otherwise (if sent a directory) return that directory as-is.
	*
	* A decision has to be made "in what layer will submodules be interpreted,
	* and then after that, where can the code can just stay exactly the same as before."
	* This implementation processes submodules in the front-end location of src/api/.
	* The backend of src/commands/ isn't modified. This keeps a clear division
	* of responsibilities and should be maintained.
	*
	* A consequence is that __tests__ must occasionally be informed
	* about submodules also, since those call src/commands/ directly.
	*
	*
	*/
	function isAbsolute(filepath) {
		return filepath.startsWith("/") || /^[a-zA-Z]:[\\/]/.test(filepath);
	}
	async function discoverGitdir({ fsp, dotgit }) {
		assertParameter("fsp", fsp);
		assertParameter("dotgit", dotgit);
		const dotgitStat = await fsp._stat(dotgit).catch(() => ({
			isFile: () => false,
			isDirectory: () => false
		}));
		if (dotgitStat.isDirectory()) return dotgit;
		else if (dotgitStat.isFile()) return fsp._readFile(dotgit, "utf8").then((contents) => contents.trimRight().substr(8)).then((submoduleGitdir) => {
			if (isAbsolute(submoduleGitdir)) return submoduleGitdir;
			return join(dirname(dotgit), submoduleGitdir);
		});
		else return dotgit;
	}
	var GitIgnoreManager = class {
		/**
		* Determines whether a given file is ignored based on `.gitignore` rules and exclusion files.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} args.dir - The working directory.
		* @param {string} [args.gitdir=join(dir, '.git')] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string} args.filepath - The path of the file to check.
		* @returns {Promise<boolean>} - `true` if the file is ignored, `false` otherwise.
		*/
		static async isIgnored({ fs, dir, gitdir = join(dir, ".git"), filepath }) {
			if (basename(filepath) === ".git") return true;
			if (filepath === ".") return false;
			let excludes = "";
			const excludesFile = join(gitdir, "info", "exclude");
			if (await fs.exists(excludesFile)) excludes = await fs.read(excludesFile, "utf8");
			const pairs = [{
				gitignore: join(dir, ".gitignore"),
				filepath
			}];
			const pieces = filepath.split("/").filter(Boolean);
			for (let i = 1; i < pieces.length; i++) {
				const folder = pieces.slice(0, i).join("/");
				const file = pieces.slice(i).join("/");
				pairs.push({
					gitignore: join(dir, folder, ".gitignore"),
					filepath: file
				});
			}
			let ignoredStatus = false;
			for (const [index, p] of pairs.entries()) {
				const file = await fs.read(p.gitignore, "utf8");
				const ign = ignore();
				if (index === 0) ign.add(excludes);
				ign.add(file);
				const parentdir = dirname(p.filepath);
				if (parentdir !== "." && ign.ignores(parentdir)) return true;
				if (ignoredStatus) ignoredStatus = !ign.test(p.filepath).unignored;
				else ignoredStatus = ign.test(p.filepath).ignored;
			}
			return ignoredStatus;
		}
	};
	async function writeObjectLoose({ fs, gitdir, object, format, oid }) {
		if (format !== "deflated") throw new InternalError("GitObjectStoreLoose expects objects to write to be in deflated format");
		const filepath = `${gitdir}/${`objects/${oid.slice(0, 2)}/${oid.slice(2)}`}`;
		if (!await fs.exists(filepath)) await fs.write(filepath, object);
	}
	let supportsCompressionStream = null;
	async function deflate(buffer) {
		if (supportsCompressionStream === null) supportsCompressionStream = testCompressionStream();
		return supportsCompressionStream ? browserDeflate(buffer) : pako.deflate(buffer);
	}
	async function browserDeflate(buffer) {
		const cs = new CompressionStream("deflate");
		const c = new Blob([buffer]).stream().pipeThrough(cs);
		return new Uint8Array(await new Response(c).arrayBuffer());
	}
	function testCompressionStream() {
		try {
			new CompressionStream("deflate").writable.close();
			new Blob([]).stream().cancel();
			return true;
		} catch (_) {
			return false;
		}
	}
	async function _writeObject({ fs, gitdir, type, object, format = "content", oid = void 0, dryRun = false }) {
		if (format !== "deflated") {
			if (format !== "wrapped") object = GitObject.wrap({
				type,
				object
			});
			oid = await shasum(object);
			object = Buffer.from(await deflate(object));
		}
		if (!dryRun) await writeObjectLoose({
			fs,
			gitdir,
			object,
			format: "deflated",
			oid
		});
		return oid;
	}
	async function hasObjectLoose({ fs, gitdir, oid }) {
		const source = `objects/${oid.slice(0, 2)}/${oid.slice(2)}`;
		return fs.exists(`${gitdir}/${source}`);
	}
	async function hasObjectPacked({ fs, cache, gitdir, oid, getExternalRefDelta }) {
		let list = await fs.readdir(join(gitdir, "objects/pack"));
		list = list.filter((x) => x.endsWith(".idx"));
		for (const filename of list) {
			const p = await readPackIndex({
				fs,
				cache,
				filename: `${gitdir}/objects/pack/${filename}`,
				getExternalRefDelta
			});
			if (p.error) throw new InternalError(p.error);
			if (p.offsets.has(oid)) return true;
		}
		return false;
	}
	async function hasObject({ fs, cache, gitdir, oid, format = "content" }) {
		const getExternalRefDelta = (oid) => _readObject({
			fs,
			cache,
			gitdir,
			oid
		});
		let result = await hasObjectLoose({
			fs,
			gitdir,
			oid
		});
		if (!result) result = await hasObjectPacked({
			fs,
			cache,
			gitdir,
			oid,
			getExternalRefDelta
		});
		return result;
	}
	/**
	* @param {Object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {string} args.gitdir
	* @param {string} args.path
	*
	* @returns {Promise<any>} Resolves with the config value
	*
	* @example
	* // Read config value
	* let value = await git.getConfig({
	*   dir: '$input((/))',
	*   path: '$input((user.name))'
	* })
	* console.log(value)
	*
	*/
	async function _getConfig({ fs, gitdir, path }) {
		return (await GitConfigManager.get({
			fs,
			gitdir
		})).get(path);
	}
	async function resolveFilepath({ fs, cache, gitdir, oid, filepath }) {
		return (await resolveFilepathEntry({
			fs,
			cache,
			gitdir,
			oid,
			filepath
		})).oid;
	}
	async function resolveFilepathEntry({ fs, cache, gitdir, oid, filepath }) {
		if (filepath.startsWith("/")) throw new InvalidFilepathError("leading-slash");
		else if (filepath.endsWith("/")) throw new InvalidFilepathError("trailing-slash");
		const _oid = oid;
		const result = await resolveTree({
			fs,
			cache,
			gitdir,
			oid
		});
		const tree = result.tree;
		if (filepath === "") return {
			mode: "040000",
			oid: result.oid,
			path: "",
			type: "tree"
		};
		else return _resolveFilepath({
			fs,
			cache,
			gitdir,
			tree,
			pathArray: filepath.split("/"),
			oid: _oid,
			filepath
		});
	}
	async function _resolveFilepath({ fs, cache, gitdir, tree, pathArray, oid, filepath }) {
		const name = pathArray.shift();
		for (const entry of tree) if (entry.path === name) {
			if (pathArray.length === 0) return entry;
			else {
				const { type, object } = await _readObject({
					fs,
					cache,
					gitdir,
					oid: entry.oid
				});
				if (type !== "tree") throw new ObjectTypeError(oid, type, "tree", filepath);
				tree = GitTree.from(object);
				return _resolveFilepath({
					fs,
					cache,
					gitdir,
					tree,
					pathArray,
					oid,
					filepath
				});
			}
		}
		throw new NotFoundError(`file or directory found at "${oid}:${filepath}"`);
	}
	/**
	* @param {object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {string} args.gitdir
	* @param {TreeObject} args.tree
	*
	* @returns {Promise<string>}
	*/
	async function _writeTree({ fs, gitdir, tree }) {
		return await _writeObject({
			fs,
			gitdir,
			type: "tree",
			object: GitTree.from(tree).toObject(),
			format: "content"
		});
	}
	const worthWalking = (filepath, root) => {
		if (filepath === "." || root == null || root.length === 0 || root === ".") return true;
		const base = root.endsWith("/") ? root.slice(0, -1) : root;
		if (base === ".") return true;
		if (base.length >= filepath.length) return base === filepath || base.startsWith(`${filepath}/`);
		return filepath.startsWith(`${base}/`);
	};
	const abbreviateRx = /^refs\/(heads\/|tags\/|remotes\/)?(.*)/;
	function abbreviateRef(ref) {
		const match = abbreviateRx.exec(ref);
		if (match) {
			if (match[1] === "remotes/" && ref.endsWith("/HEAD")) return match[2].slice(0, -5);
			else return match[2];
		}
		return ref;
	}
	/**
	* @param {Object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {string} args.gitdir
	* @param {boolean} [args.fullname = false] - Return the full path (e.g. "refs/heads/main") instead of the abbreviated form.
	* @param {boolean} [args.test = false] - If the current branch doesn't actually exist (such as right after git init) then return `undefined`.
	*
	* @returns {Promise<string|void>} The name of the current branch or undefined if the HEAD is detached.
	*
	*/
	async function _currentBranch({ fs, gitdir, fullname = false, test = false }) {
		const ref = await GitRefManager.resolve({
			fs,
			gitdir,
			ref: "HEAD",
			depth: 2
		});
		if (test) try {
			await GitRefManager.resolve({
				fs,
				gitdir,
				ref
			});
		} catch (err) {
			if (err instanceof NotFoundError) return;
			throw err;
		}
		if (!ref.startsWith("refs/")) return;
		return fullname ? ref : abbreviateRef(ref);
	}
	function translateSSHtoHTTP(url) {
		url = url.replace(/^[^/@:]+@([^/@:]+):/, "https://$1/");
		url = url.replace(/^ssh:\/\//, "https://");
		return url;
	}
	function calculateBasicAuthHeader({ username = "", password = "" }) {
		return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
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
	const CREDENTIALS = /^(https?:\/\/)([^/?#]+)@/i;
	function extractAuthFromUrl(url) {
		const credentials = url.match(CREDENTIALS);
		if (credentials == null) return {
			url,
			auth: {}
		};
		return {
			url: url.replace(CREDENTIALS, "$1"),
			auth: parseUserinfo(url, credentials[2])
		};
	}
	function parseUserinfo(url, userpass) {
		const parsed = parseUrl(url);
		const hasPassword = userpass.indexOf(":") !== -1;
		if (parsed !== null) return {
			username: decodeUserinfo(parsed.username),
			password: hasPassword ? decodeUserinfo(parsed.password) : void 0
		};
		const separatorIndex = userpass.indexOf(":");
		return {
			username: hasPassword ? userpass.slice(0, separatorIndex) : userpass,
			password: hasPassword ? userpass.slice(separatorIndex + 1) : void 0
		};
	}
	function parseUrl(url) {
		if (typeof URL !== "function") return null;
		try {
			return new URL(url);
		} catch (_) {
			return null;
		}
	}
	function decodeUserinfo(value) {
		try {
			return decodeURIComponent(value);
		} catch (_) {
			return value;
		}
	}
	function padHex(b, n) {
		const s = n.toString(16);
		return "0".repeat(b - s.length) + s;
	}
	/**
	pkt-line Format
	---------------
	
	Much (but not all) of the payload is described around pkt-lines.
	
	A pkt-line is a variable length binary string.  The first four bytes
	of the line, the pkt-len, indicates the total length of the line,
	in hexadecimal.  The pkt-len includes the 4 bytes used to contain
	the length's hexadecimal representation.
	
	A pkt-line MAY contain binary data, so implementers MUST ensure
	pkt-line parsing/formatting routines are 8-bit clean.
	
	A non-binary line SHOULD BE terminated by an LF, which if present
	MUST be included in the total length. Receivers MUST treat pkt-lines
	with non-binary data the same whether or not they contain the trailing
	LF (stripping the LF if present, and not complaining when it is
	missing).
	
	The maximum length of a pkt-line's data component is 65516 bytes.
	Implementations MUST NOT send pkt-line whose length exceeds 65520
	(65516 bytes of payload + 4 bytes of length data).
	
	Implementations SHOULD NOT send an empty pkt-line ("0004").
	
	A pkt-line with a length field of 0 ("0000"), called a flush-pkt,
	is a special case and MUST be handled differently than an empty
	pkt-line ("0004").
	
	----
	pkt-line     =  data-pkt / flush-pkt
	
	data-pkt     =  pkt-len pkt-payload
	pkt-len      =  4*(HEXDIG)
	pkt-payload  =  (pkt-len - 4)*(OCTET)
	
	flush-pkt    = "0000"
	----
	
	Examples (as C-style strings):
	
	----
	pkt-line          actual value
	---------------------------------
	"0006a\n"         "a\n"
	"0005a"           "a"
	"000bfoobar\n"    "foobar\n"
	"0004"            ""
	----
	*/
	var GitPktLine = class {
		static flush() {
			return Buffer.from("0000", "utf8");
		}
		static delim() {
			return Buffer.from("0001", "utf8");
		}
		static encode(line) {
			if (typeof line === "string") line = Buffer.from(line);
			const hexlength = padHex(4, line.length + 4);
			return Buffer.concat([Buffer.from(hexlength, "utf8"), line]);
		}
		static streamReader(stream) {
			const reader = new StreamReader(stream);
			return async function read() {
				try {
					const header = await reader.read(4);
					if (header == null || header.length === 0) return true;
					const hex = header.toString("utf8");
					if (!/^[0-9a-fA-F]{4}$/.test(hex)) throw new ParseError("four hexadecimal digits", hex);
					const length = parseInt(hex, 16);
					if (length === 0) return null;
					if (length === 1) return null;
					if (length < 4) throw new ParseError("pkt-line length of 0, 1, or at least 4", hex);
					const buffer = await reader.read(length - 4);
					if (buffer == null || buffer.length !== length - 4) throw new ParseError(`${length - 4} bytes of pkt-line data`, `${buffer == null ? 0 : buffer.length} bytes`);
					return buffer;
				} catch (err) {
					stream.error = err;
					return true;
				}
			};
		}
	};
	/**
	* @param {function} read
	*/
	async function parseCapabilitiesV2(read) {
		/** @type {Object<string, string | true>} */
		const capabilities2 = {};
		let line;
		while (true) {
			line = await read();
			if (line === true) break;
			if (line === null) continue;
			line = line.toString("utf8").replace(/\n$/, "");
			const i = line.indexOf("=");
			if (i > -1) {
				const key = line.slice(0, i);
				capabilities2[key] = line.slice(i + 1);
			} else capabilities2[line] = true;
		}
		return {
			protocolVersion: 2,
			capabilities2
		};
	}
	async function parseRefsAdResponse(stream, { service }) {
		const capabilities = /* @__PURE__ */ new Set();
		const refs = /* @__PURE__ */ new Map();
		const symrefs = /* @__PURE__ */ new Map();
		const read = GitPktLine.streamReader(stream);
		let lineOne = await read();
		while (lineOne === null) lineOne = await read();
		if (lineOne === true) throw new EmptyServerResponseError();
		if (lineOne.includes("version 2")) return parseCapabilitiesV2(read);
		if (lineOne.toString("utf8").replace(/\n$/, "") !== `# service=${service}`) throw new ParseError(`# service=${service}\\n`, lineOne.toString("utf8"));
		let lineTwo = await read();
		while (lineTwo === null) lineTwo = await read();
		if (lineTwo === true) return {
			capabilities,
			refs,
			symrefs
		};
		lineTwo = lineTwo.toString("utf8");
		if (lineTwo.includes("version 2")) return parseCapabilitiesV2(read);
		const [firstRef, capabilitiesLine] = splitAndAssert(lineTwo, "\0", "\\x00");
		capabilitiesLine.split(" ").map((x) => capabilities.add(x));
		if (firstRef !== "0000000000000000000000000000000000000000 capabilities^{}") {
			const [ref, name] = splitAndAssert(firstRef, " ", " ");
			refs.set(name, ref);
			while (true) {
				const line = await read();
				if (line === true) break;
				if (line !== null) {
					const [ref, name] = splitAndAssert(line.toString("utf8"), " ", " ");
					refs.set(name, ref);
				}
			}
		}
		for (const cap of capabilities) if (cap.startsWith("symref=")) {
			const m = cap.match(/symref=([^:]+):(.*)/);
			if (m.length === 3) symrefs.set(m[1], m[2]);
		}
		return {
			protocolVersion: 1,
			capabilities,
			refs,
			symrefs
		};
	}
	function splitAndAssert(line, sep, expected) {
		const split = line.trim().split(sep);
		if (split.length !== 2) throw new ParseError(`Two strings separated by '${expected}'`, line.toString("utf8"));
		return split;
	}
	const corsProxify = (corsProxy, url) => corsProxy.endsWith("?") ? `${corsProxy}${url}` : `${corsProxy}/${url.replace(/^https?:\/\//, "")}`;
	const updateHeaders = (headers, auth) => {
		if (auth.username || auth.password) headers.Authorization = calculateBasicAuthHeader(auth);
		if (auth.headers) Object.assign(headers, auth.headers);
	};
	/**
	* @param {GitHttpResponse} res
	*
	* @returns {{ preview: string, response: string, data: Buffer }}
	*/
	const stringifyBody = async (res) => {
		try {
			const data = Buffer.from(await collect(res.body));
			const response = data.toString("utf8");
			return {
				preview: response.length < 256 ? response : response.slice(0, 256) + "...",
				response,
				data
			};
		} catch (e) {
			return {};
		}
	};
	var GitRemoteHTTP = class {
		/**
		* Returns the capabilities of the GitRemoteHTTP class.
		*
		* @returns {Promise<string[]>} - An array of supported capabilities.
		*/
		static async capabilities() {
			return ["discover", "connect"];
		}
		/**
		* Discovers references from a remote Git repository.
		*
		* @param {Object} args
		* @param {HttpClient} args.http - The HTTP client to use for requests.
		* @param {ProgressCallback} [args.onProgress] - Callback for progress updates.
		* @param {AuthCallback} [args.onAuth] - Callback for providing authentication credentials.
		* @param {AuthFailureCallback} [args.onAuthFailure] - Callback for handling authentication failures.
		* @param {AuthSuccessCallback} [args.onAuthSuccess] - Callback for handling successful authentication.
		* @param {string} [args.corsProxy] - Optional CORS proxy URL.
		* @param {string} args.service - The Git service (e.g., "git-upload-pack").
		* @param {string} args.url - The URL of the remote repository.
		* @param {Object<string, string>} args.headers - HTTP headers to include in the request.
		* @param {AbortSignal} [args.signal] - Signal to abort the operation.
		* @param {1 | 2} args.protocolVersion - The Git protocol version to use.
		* @returns {Promise<Object>} - The parsed response from the remote repository.
		* @throws {HttpError} - If the HTTP request fails.
		* @throws {SmartHttpError} - If the response cannot be parsed.
		* @throws {UserCanceledError} - If the user cancels the operation.
		*/
		static async discover({ http, onProgress, onAuth, onAuthSuccess, onAuthFailure, corsProxy, service, url: _origUrl, headers, signal, protocolVersion }) {
			let { url, auth } = extractAuthFromUrl(_origUrl);
			const proxifiedURL = corsProxy ? corsProxify(corsProxy, url) : url;
			if (auth.username || auth.password) headers.Authorization = calculateBasicAuthHeader(auth);
			if (protocolVersion === 2) headers["Git-Protocol"] = "version=2";
			let res;
			let tryAgain;
			let providedAuthBefore = false;
			do {
				res = await http.request({
					onProgress,
					method: "GET",
					url: `${proxifiedURL}/info/refs?service=${service}`,
					headers,
					signal
				});
				tryAgain = false;
				if (res.statusCode === 401 || res.statusCode === 203) {
					const getAuth = providedAuthBefore ? onAuthFailure : onAuth;
					if (getAuth) {
						auth = await getAuth(url, {
							...auth,
							headers: { ...headers }
						});
						if (auth && auth.cancel) throw new UserCanceledError();
						else if (auth) {
							updateHeaders(headers, auth);
							providedAuthBefore = true;
							tryAgain = true;
						}
					}
				} else if (res.statusCode === 200 && providedAuthBefore && onAuthSuccess) await onAuthSuccess(url, auth);
			} while (tryAgain);
			if (res.statusCode !== 200) {
				const { response } = await stringifyBody(res);
				throw new HttpError(res.statusCode, res.statusMessage, response);
			}
			if (res.headers["content-type"] === `application/x-${service}-advertisement`) {
				const remoteHTTP = await parseRefsAdResponse(res.body, { service });
				remoteHTTP.auth = auth;
				return remoteHTTP;
			} else {
				const { preview, response, data } = await stringifyBody(res);
				try {
					const remoteHTTP = await parseRefsAdResponse([data], { service });
					remoteHTTP.auth = auth;
					return remoteHTTP;
				} catch (e) {
					throw new SmartHttpError(preview, response);
				}
			}
		}
		/**
		* Connects to a remote Git repository and sends a request.
		*
		* @param {Object} args
		* @param {HttpClient} args.http - The HTTP client to use for requests.
		* @param {ProgressCallback} [args.onProgress] - Callback for progress updates.
		* @param {string} [args.corsProxy] - Optional CORS proxy URL.
		* @param {string} args.service - The Git service (e.g., "git-upload-pack").
		* @param {string} args.url - The URL of the remote repository.
		* @param {Object<string, string>} [args.headers] - HTTP headers to include in the request.
		* @param {any} args.body - The request body to send.
		* @param {any} args.auth - Authentication credentials.
		* @param {AbortSignal} [args.signal] - Signal to abort the operation.
		* @returns {Promise<GitHttpResponse>} - The HTTP response from the remote repository.
		* @throws {HttpError} - If the HTTP request fails.
		*/
		static async connect({ http, onProgress, corsProxy, service, url, auth, body, headers, signal }) {
			const urlAuth = extractAuthFromUrl(url);
			if (urlAuth) url = urlAuth.url;
			if (corsProxy) url = corsProxify(corsProxy, url);
			headers["content-type"] = `application/x-${service}-request`;
			headers.accept = `application/x-${service}-result`;
			updateHeaders(headers, auth);
			const res = await http.request({
				onProgress,
				method: "POST",
				url: `${url}/${service}`,
				body,
				headers,
				signal
			});
			if (res.statusCode !== 200) {
				const { response } = stringifyBody(res);
				throw new HttpError(res.statusCode, res.statusMessage, response);
			}
			return res;
		}
	};
	/**
	* A class for managing Git remotes and determining the appropriate remote helper for a given URL.
	*/
	var GitRemoteManager = class {
		/**
		* Determines the appropriate remote helper for the given URL.
		*
		* @param {Object} args
		* @param {string} args.url - The URL of the remote repository.
		* @returns {Object} - The remote helper class for the specified transport.
		* @throws {UrlParseError} - If the URL cannot be parsed.
		* @throws {UnknownTransportError} - If the transport is not supported.
		*/
		static getRemoteHelperFor({ url }) {
			const remoteHelpers = /* @__PURE__ */ new Map();
			remoteHelpers.set("http", GitRemoteHTTP);
			remoteHelpers.set("https", GitRemoteHTTP);
			const parts = parseRemoteUrl({ url });
			if (!parts) throw new UrlParseError(url);
			if (remoteHelpers.has(parts.transport)) return remoteHelpers.get(parts.transport);
			throw new UnknownTransportError(url, parts.transport, parts.transport === "ssh" ? translateSSHtoHTTP(url) : void 0);
		}
	};
	/**
	* Parses a remote URL and extracts its transport and address.
	*
	* @param {Object} args
	* @param {string} args.url - The URL of the remote repository.
	* @returns {Object|undefined} - An object containing the transport and address, or undefined if parsing fails.
	*/
	const scpLike = /^[^/@:]+@[^/@:]+:/;
	function parseRemoteUrl({ url }) {
		if (scpLike.test(url)) return {
			transport: "ssh",
			address: url
		};
		const matches = url.match(/(\w+)(:\/\/|::)(.*)/);
		if (matches === null) return;
		if (matches[2] === "://") return {
			transport: matches[1],
			address: matches[0]
		};
		if (matches[2] === "::") return {
			transport: matches[1],
			address: matches[3]
		};
	}
	var GitShallowManager = class {
		/**
		* Reads the `shallow` file in the Git repository and returns a set of object IDs (OIDs).
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir] - [required] The [git directory](dir-vs-gitdir.md) path
		* @returns {Promise<Set<string>>} - A set of shallow object IDs.
		*/
		static async read({ fs, gitdir }) {
			const filepath = join(gitdir, "shallow");
			const oids = /* @__PURE__ */ new Set();
			await acquireLock(filepath, async function() {
				const text = await fs.read(filepath, { encoding: "utf8" });
				if (text === null) return oids;
				if (text.trim() === "") return oids;
				text.trim().split("\n").map((oid) => oids.add(oid));
			});
			return oids;
		}
		/**
		* Writes a set of object IDs (OIDs) to the `shallow` file in the Git repository.
		* If the set is empty, the `shallow` file is removed.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {Set<string>} args.oids - A set of shallow object IDs to write.
		* @returns {Promise<void>}
		*/
		static async write({ fs, gitdir, oids }) {
			const filepath = join(gitdir, "shallow");
			if (oids.size > 0) {
				const text = [...oids].join("\n") + "\n";
				await acquireLock(filepath, async function() {
					await fs.write(filepath, text, { encoding: "utf8" });
				});
			} else await acquireLock(filepath, async function() {
				await fs.rm(filepath);
			});
		}
	};
	function addCredentialUsername({ config, onAuth }) {
		if (!onAuth) return onAuth;
		return async (url, auth) => {
			const username = auth.username || await config.get(`credential.${url}.username`);
			return onAuth(url, username ? {
				...auth,
				username
			} : auth);
		};
	}
	function emptyPackfile(pack) {
		return pack.slice(0, 12).toString("hex") === "5041434b0000000200000000";
	}
	function filterCapabilities(server, client) {
		const serverNames = server.map((cap) => cap.split("=", 1)[0]);
		return client.filter((cap) => {
			const name = cap.split("=", 1)[0];
			return serverNames.includes(name);
		});
	}
	const pkg = {
		name: "isomorphic-git",
		version: "1.44.17",
		agent: "git/isomorphic-git@1.44.17"
	};
	var FIFO = class {
		constructor() {
			this._queue = [];
		}
		write(chunk) {
			if (this._ended) throw Error("You cannot write to a FIFO that has already been ended!");
			if (this._waiting) {
				const resolve = this._waiting;
				this._waiting = null;
				resolve({ value: chunk });
			} else this._queue.push(chunk);
		}
		end() {
			this._ended = true;
			if (this._waiting) {
				const resolve = this._waiting;
				this._waiting = null;
				resolve({ done: true });
			}
		}
		destroy(err) {
			this.error = err;
			this.end();
		}
		async next() {
			if (this._queue.length > 0) return { value: this._queue.shift() };
			if (this._ended) return { done: true };
			if (this._waiting) throw Error("You cannot call read until the previous call to read has returned!");
			return new Promise((resolve) => {
				this._waiting = resolve;
			});
		}
	};
	function findSplit(str) {
		const r = str.indexOf("\r");
		const n = str.indexOf("\n");
		if (r === -1 && n === -1) return -1;
		if (r === -1) return n + 1;
		if (n === -1) return r + 1;
		if (n === r + 1) return n + 1;
		return Math.min(r, n) + 1;
	}
	function splitLines(input) {
		const output = new FIFO();
		let tmp = "";
		(async () => {
			await forAwait(input, (chunk) => {
				chunk = chunk.toString("utf8");
				tmp += chunk;
				while (true) {
					const i = findSplit(tmp);
					if (i === -1) break;
					if (i === tmp.length && tmp[i - 1] === "\r") break;
					output.write(tmp.slice(0, i));
					tmp = tmp.slice(i);
				}
			});
			if (tmp.length > 0) output.write(tmp);
			output.end();
		})();
		return output;
	}
	var GitSideBand = class {
		static demux(input) {
			const read = GitPktLine.streamReader(input);
			const packetlines = new FIFO();
			const packfile = new FIFO();
			const progress = new FIFO();
			const nextBit = async function() {
				const line = await read();
				if (line === null) return nextBit();
				if (line === true) {
					packetlines.end();
					progress.end();
					input.error ? packfile.destroy(input.error) : packfile.end();
					return;
				}
				switch (line[0]) {
					case 1:
						packfile.write(line.slice(1));
						break;
					case 2:
						progress.write(line.slice(1));
						break;
					case 3: {
						const error = line.slice(1);
						progress.write(error);
						packetlines.end();
						progress.end();
						packfile.destroy(new Error(error.toString("utf8")));
						return;
					}
					default: packetlines.write(line);
				}
				nextBit();
			};
			nextBit();
			return {
				packetlines,
				packfile,
				progress
			};
		}
	};
	async function parseUploadPackResponse(stream) {
		const { packetlines, packfile, progress } = GitSideBand.demux(stream);
		const shallows = [];
		const unshallows = [];
		const acks = [];
		let nak = false;
		let done = false;
		return new Promise((resolve, reject) => {
			forAwait(packetlines, (data) => {
				const line = data.toString("utf8").trim();
				if (line.startsWith("shallow")) {
					const oid = line.slice(-41).trim();
					if (oid.length !== 40) reject(new InvalidOidError(oid));
					shallows.push(oid);
				} else if (line.startsWith("unshallow")) {
					const oid = line.slice(-41).trim();
					if (oid.length !== 40) reject(new InvalidOidError(oid));
					unshallows.push(oid);
				} else if (line.startsWith("ACK")) {
					const [, oid, status] = line.split(" ");
					acks.push({
						oid,
						status
					});
					if (!status) done = true;
				} else if (line.startsWith("NAK")) {
					nak = true;
					done = true;
				} else {
					done = true;
					nak = true;
				}
				if (done) stream.error ? reject(stream.error) : resolve({
					shallows,
					unshallows,
					acks,
					nak,
					packfile,
					progress
				});
			}).finally(() => {
				if (!done) stream.error ? reject(stream.error) : resolve({
					shallows,
					unshallows,
					acks,
					nak,
					packfile,
					progress
				});
			});
		});
	}
	function writeUploadPackRequest({ capabilities = [], wants = [], haves = [], shallows = [], depth = null, since = null, exclude = [] }) {
		const packstream = [];
		wants = [...new Set(wants)];
		let firstLineCapabilities = ` ${capabilities.join(" ")}`;
		for (const oid of wants) {
			packstream.push(GitPktLine.encode(`want ${oid}${firstLineCapabilities}\n`));
			firstLineCapabilities = "";
		}
		for (const oid of shallows) packstream.push(GitPktLine.encode(`shallow ${oid}\n`));
		if (depth !== null) packstream.push(GitPktLine.encode(`deepen ${depth}\n`));
		if (since !== null) packstream.push(GitPktLine.encode(`deepen-since ${Math.floor(since.valueOf() / 1e3)}\n`));
		for (const oid of exclude) packstream.push(GitPktLine.encode(`deepen-not ${oid}\n`));
		packstream.push(GitPktLine.flush());
		for (const oid of haves) packstream.push(GitPktLine.encode(`have ${oid}\n`));
		packstream.push(GitPktLine.encode(`done\n`));
		return packstream;
	}
	/**
	*
	* @typedef {object} FetchResult - The object returned has the following schema:
	* @property {string | null} defaultBranch - The branch that is cloned if no branch is specified
	* @property {string | null} fetchHead - The SHA-1 object id of the fetched head commit
	* @property {string | null} fetchHeadDescription - a textual description of the branch that was fetched
	* @property {Object<string, string>} [headers] - The HTTP response headers returned by the git server
	* @property {string[]} [pruned] - A list of branches that were pruned, if you provided the `prune` parameter
	*
	*/
	/**
	* @param {object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {any} args.cache
	* @param {HttpClient} args.http
	* @param {ProgressCallback} [args.onProgress]
	* @param {MessageCallback} [args.onMessage]
	* @param {AuthCallback} [args.onAuth]
	* @param {AuthFailureCallback} [args.onAuthFailure]
	* @param {AuthSuccessCallback} [args.onAuthSuccess]
	* @param {string} args.gitdir
	* @param {string|void} [args.url]
	* @param {string} [args.corsProxy]
	* @param {string} [args.ref]
	* @param {string} [args.remoteRef]
	* @param {string} [args.remote]
	* @param {boolean} [args.singleBranch = false]
	* @param {boolean} [args.tags = false]
	* @param {number} [args.depth]
	* @param {Date} [args.since]
	* @param {string[]} [args.exclude = []]
	* @param {boolean} [args.relative = false]
	* @param {Object<string, string>} [args.headers]
	* @param {boolean} [args.prune]
	* @param {boolean} [args.pruneTags]
	*
	* @returns {Promise<FetchResult>}
	* @see FetchResult
	*/
	async function _fetch({ fs, cache, http, onProgress, onMessage, onAuth, onAuthSuccess, onAuthFailure, gitdir, ref: _ref, remoteRef: _remoteRef, remote: _remote, url: _url, corsProxy, depth = null, since = null, exclude = [], relative = false, tags = false, singleBranch = false, headers = {}, prune = false, pruneTags = false }) {
		const ref = _ref || await _currentBranch({
			fs,
			gitdir,
			test: true
		});
		const config = await GitConfigManager.get({
			fs,
			gitdir
		});
		const remote = _remote || ref && await config.get(`branch.${ref}.remote`) || "origin";
		const url = _url || await config.get(`remote.${remote}.url`);
		if (typeof url === "undefined") throw new MissingParameterError("remote OR url");
		const remoteRef = _remoteRef || ref && await config.get(`branch.${ref}.merge`) || _ref || "HEAD";
		if (corsProxy === void 0) corsProxy = await config.get("http.corsProxy");
		const GitRemoteHTTP = GitRemoteManager.getRemoteHelperFor({ url });
		const remoteHTTP = await GitRemoteHTTP.discover({
			http,
			onAuth: addCredentialUsername({
				config,
				onAuth
			}),
			onAuthSuccess,
			onAuthFailure: addCredentialUsername({
				config,
				onAuth: onAuthFailure
			}),
			corsProxy,
			service: "git-upload-pack",
			url,
			headers,
			protocolVersion: 1
		});
		const auth = remoteHTTP.auth;
		const remoteRefs = remoteHTTP.refs;
		if (remoteRefs.size === 0) return {
			defaultBranch: null,
			fetchHead: null,
			fetchHeadDescription: null
		};
		if (depth !== null && !remoteHTTP.capabilities.has("shallow")) throw new RemoteCapabilityError("shallow", "depth");
		if (since !== null && !remoteHTTP.capabilities.has("deepen-since")) throw new RemoteCapabilityError("deepen-since", "since");
		if (exclude.length > 0 && !remoteHTTP.capabilities.has("deepen-not")) throw new RemoteCapabilityError("deepen-not", "exclude");
		if (relative === true && !remoteHTTP.capabilities.has("deepen-relative")) throw new RemoteCapabilityError("deepen-relative", "relative");
		const { oid, fullref } = GitRefManager.resolveAgainstMap({
			ref: remoteRef,
			map: remoteRefs
		});
		for (const remoteRef of remoteRefs.keys()) {
			if (remoteRef === fullref || remoteRef === "HEAD" || remoteRef.startsWith("refs/heads/") || tags && remoteRef.startsWith("refs/tags/")) continue;
			remoteRefs.delete(remoteRef);
		}
		const capabilities = filterCapabilities([...remoteHTTP.capabilities], [
			"multi_ack_detailed",
			"no-done",
			"side-band-64k",
			"ofs-delta",
			`agent=${pkg.agent}`
		]);
		if (relative) capabilities.push("deepen-relative");
		const wants = singleBranch ? [oid] : remoteRefs.values();
		const haveRefs = singleBranch ? [ref] : await GitRefManager.listRefs({
			fs,
			gitdir,
			filepath: `refs`
		});
		let haves = [];
		for (let ref of haveRefs) try {
			ref = await GitRefManager.expand({
				fs,
				gitdir,
				ref
			});
			const oid = await GitRefManager.resolve({
				fs,
				gitdir,
				ref
			});
			if (await hasObject({
				fs,
				cache,
				gitdir,
				oid
			})) haves.push(oid);
		} catch (err) {}
		haves = [...new Set(haves)];
		const oids = await GitShallowManager.read({
			fs,
			gitdir
		});
		const shallows = remoteHTTP.capabilities.has("shallow") ? [...oids] : [];
		const packstream = writeUploadPackRequest({
			capabilities,
			wants,
			haves,
			shallows,
			depth,
			since,
			exclude
		});
		const packbuffer = Buffer.from(await collect(packstream));
		const raw = await GitRemoteHTTP.connect({
			http,
			onProgress,
			corsProxy,
			service: "git-upload-pack",
			url,
			auth,
			body: [packbuffer],
			headers
		});
		const response = await parseUploadPackResponse(raw.body);
		if (raw.headers) response.headers = raw.headers;
		for (const oid of response.shallows) if (!oids.has(oid)) try {
			const { object } = await _readObject({
				fs,
				cache,
				gitdir,
				oid
			});
			const commit = new GitCommit(object);
			const hasParents = await Promise.all(commit.headers().parent.map((oid) => hasObject({
				fs,
				cache,
				gitdir,
				oid
			})));
			if (!(hasParents.length === 0 || hasParents.every((has) => has))) oids.add(oid);
		} catch (err) {
			oids.add(oid);
		}
		for (const oid of response.unshallows) oids.delete(oid);
		await GitShallowManager.write({
			fs,
			gitdir,
			oids
		});
		if (singleBranch) {
			const refs = /* @__PURE__ */ new Map([[fullref, oid]]);
			const symrefs = /* @__PURE__ */ new Map();
			let bail = 10;
			let key = fullref;
			while (bail--) {
				const value = remoteHTTP.symrefs.get(key);
				if (value === void 0) break;
				symrefs.set(key, value);
				key = value;
			}
			const realRef = remoteRefs.get(key);
			if (realRef) refs.set(key, realRef);
			const { pruned } = await GitRefManager.updateRemoteRefs({
				fs,
				gitdir,
				remote,
				refs,
				symrefs,
				tags,
				prune
			});
			if (prune) response.pruned = pruned;
		} else {
			const { pruned } = await GitRefManager.updateRemoteRefs({
				fs,
				gitdir,
				remote,
				refs: remoteRefs,
				symrefs: remoteHTTP.symrefs,
				tags,
				prune,
				pruneTags
			});
			if (prune) response.pruned = pruned;
		}
		response.HEAD = remoteHTTP.symrefs.get("HEAD");
		if (response.HEAD === void 0) {
			const { oid } = GitRefManager.resolveAgainstMap({
				ref: "HEAD",
				map: remoteRefs
			});
			for (const [key, value] of remoteRefs.entries()) if (key !== "HEAD" && value === oid) {
				response.HEAD = key;
				break;
			}
		}
		const noun = fullref.startsWith("refs/tags") ? "tag" : "branch";
		const { url: urlWithoutAuth } = extractAuthFromUrl(url);
		response.FETCH_HEAD = {
			oid,
			description: `${noun} '${abbreviateRef(fullref)}' of ${urlWithoutAuth}`
		};
		if (onProgress || onMessage) forAwait(splitLines(response.progress), async (line) => {
			if (onMessage) await onMessage(line);
			if (onProgress) {
				const matches = line.match(/([^:]*).*\((\d+?)\/(\d+?)\)/);
				if (matches) await onProgress({
					phase: matches[1].trim(),
					loaded: parseInt(matches[2], 10),
					total: parseInt(matches[3], 10)
				});
			}
		});
		const packfile = Buffer.from(await collect(response.packfile));
		if (raw.body.error) throw raw.body.error;
		const packfileSha = packfile.slice(-20).toString("hex");
		const res = {
			defaultBranch: response.HEAD,
			fetchHead: response.FETCH_HEAD.oid,
			fetchHeadDescription: response.FETCH_HEAD.description
		};
		if (response.headers) res.headers = response.headers;
		if (prune) res.pruned = response.pruned;
		if (packfileSha !== "" && !emptyPackfile(packfile)) {
			res.packfile = `objects/pack/pack-${packfileSha}.pack`;
			const fullpath = join(gitdir, res.packfile);
			await fs.write(fullpath, packfile);
			const getExternalRefDelta = (oid) => _readObject({
				fs,
				cache,
				gitdir,
				oid
			});
			const idx = await GitPackIndex.fromPack({
				pack: packfile,
				getExternalRefDelta,
				onProgress
			});
			await fs.write(fullpath.replace(/\.pack$/, ".idx"), await idx.toBuffer());
		}
		return res;
	}
	/**
	* Get the name of the branch currently pointed to by .git/HEAD
	*
	* @param {Object} args
	* @param {FsClient} args.fs - a file system implementation
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir,'.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {boolean} [args.fullname = false] - Return the full path (e.g. "refs/heads/main") instead of the abbreviated form.
	* @param {boolean} [args.test = false] - If the current branch doesn't actually exist (such as right after git init) then return `undefined`.
	*
	* @returns {Promise<string|void>} The name of the current branch or undefined if the HEAD is detached.
	*
	* @example
	* // Get the current branch name
	* let branch = await git.currentBranch({
	*   fs,
	*   dir: '/tutorial',
	*   fullname: false
	* })
	* console.log(branch)
	*
	*/
	async function currentBranch({ fs, dir, gitdir = join(dir, ".git"), fullname = false, test = false }) {
		try {
			assertParameter("fs", fs);
			assertParameter("gitdir", gitdir);
			const fsp = new FileSystem(fs);
			return await _currentBranch({
				fs: fsp,
				gitdir: await discoverGitdir({
					fsp,
					dotgit: gitdir
				}),
				fullname,
				test
			});
		} catch (err) {
			err.caller = "git.currentBranch";
			throw err;
		}
	}
	/**
	* Delete a local ref
	*
	* @param {Object} args
	* @param {FsClient} args.fs - a file system implementation
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir,'.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {string} args.ref - The ref to delete
	*
	* @returns {Promise<void>} Resolves successfully when filesystem operations are complete
	*
	* @example
	* await git.deleteRef({ fs, dir: '/tutorial', ref: 'refs/tags/test-tag' })
	* console.log('done')
	*
	*/
	async function deleteRef({ fs, dir, gitdir = join(dir, ".git"), ref }) {
		try {
			assertParameter("fs", fs);
			assertParameter("ref", ref);
			const fsp = new FileSystem(fs);
			const updatedGitdir = await discoverGitdir({
				fsp,
				dotgit: gitdir
			});
			await GitRefManager.deleteRef({
				fs: fsp,
				gitdir: updatedGitdir,
				ref
			});
		} catch (err) {
			err.caller = "git.deleteRef";
			throw err;
		}
	}
	async function expandOidLoose({ fs, gitdir, oid: short }) {
		const prefix = short.slice(0, 2);
		return (await fs.readdir(`${gitdir}/objects/${prefix}`)).map((suffix) => `${prefix}${suffix}`).filter((_oid) => _oid.startsWith(short));
	}
	async function expandOidPacked({ fs, cache, gitdir, oid: short, getExternalRefDelta }) {
		const results = [];
		let list = await fs.readdir(join(gitdir, "objects/pack"));
		list = list.filter((x) => x.endsWith(".idx"));
		for (const filename of list) {
			const p = await readPackIndex({
				fs,
				cache,
				filename: `${gitdir}/objects/pack/${filename}`,
				getExternalRefDelta
			});
			if (p.error) throw new InternalError(p.error);
			for (const oid of p.offsets.keys()) if (oid.startsWith(short)) results.push(oid);
		}
		return results;
	}
	async function _expandOid({ fs, cache, gitdir, oid: short }) {
		const getExternalRefDelta = (oid) => _readObject({
			fs,
			cache,
			gitdir,
			oid
		});
		const results = await expandOidLoose({
			fs,
			gitdir,
			oid: short
		});
		const packedOids = await expandOidPacked({
			fs,
			cache,
			gitdir,
			oid: short,
			getExternalRefDelta
		});
		for (const packedOid of packedOids) if (results.indexOf(packedOid) === -1) results.push(packedOid);
		if (results.length === 1) return results[0];
		if (results.length > 1) throw new AmbiguousError("oids", short, results);
		throw new NotFoundError(`an object matching "${short}"`);
	}
	/**
	* Expand and resolve a short oid into a full oid
	*
	* @param {Object} args
	* @param {FsClient} args.fs - a file system implementation
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir,'.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {string} args.oid - The shortened oid prefix to expand (like "0414d2a")
	* @param {object} [args.cache] - a [cache](cache.md) object
	*
	* @returns {Promise<string>} Resolves successfully with the full oid (like "0414d2a286d7bbc7a4a326a61c1f9f888a8ab87f")
	*
	* @example
	* let oid = await git.expandOid({ fs, dir: '/tutorial', oid: '0414d2a'})
	* console.log(oid)
	*
	*/
	async function expandOid({ fs, dir, gitdir = join(dir, ".git"), oid, cache = {} }) {
		try {
			assertParameter("fs", fs);
			assertParameter("gitdir", gitdir);
			assertParameter("oid", oid);
			const fsp = new FileSystem(fs);
			return await _expandOid({
				fs: fsp,
				cache,
				gitdir: await discoverGitdir({
					fsp,
					dotgit: gitdir
				}),
				oid
			});
		} catch (err) {
			err.caller = "git.expandOid";
			throw err;
		}
	}
	/**
	* @param {object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {any} args.cache
	* @param {string} args.gitdir
	* @param {string[]} args.oids
	*
	*/
	async function _findMergeBase({ fs, cache, gitdir, oids }) {
		const visits = {};
		const passes = oids.length;
		const common = /* @__PURE__ */ new Set();
		const parents = /* @__PURE__ */ new Map();
		const shallows = await GitShallowManager.read({
			fs,
			gitdir
		});
		const readParents = async (oid) => {
			if (parents.has(oid)) return parents.get(oid);
			const { object, type } = await _readObject({
				fs,
				cache,
				gitdir,
				oid
			});
			if (type !== "commit") throw new ObjectTypeError(oid, type, "commit");
			const { parent } = GitCommit.from(object).parseHeaders();
			const result = shallows.has(oid) ? [] : parent;
			parents.set(oid, result);
			return result;
		};
		let heads = oids.map((oid, index) => ({
			index,
			oid
		}));
		while (heads.length) {
			for (const { oid, index } of heads) {
				await readParents(oid);
				if (!visits[oid]) visits[oid] = /* @__PURE__ */ new Set();
				visits[oid].add(index);
				if (visits[oid].size === passes) common.add(oid);
			}
			const newheads = /* @__PURE__ */ new Map();
			for (const { oid, index } of heads) {
				if (common.has(oid)) continue;
				for (const parent of await readParents(oid)) if (!visits[parent] || !visits[parent].has(index)) newheads.set(parent + ":" + index, {
					oid: parent,
					index
				});
			}
			heads = Array.from(newheads.values());
		}
		if (common.size < 2) return [...common];
		const redundant = /* @__PURE__ */ new Set();
		for (const oid of common) {
			const ancestors = [...await readParents(oid)];
			const seen = /* @__PURE__ */ new Set();
			while (ancestors.length) {
				const ancestor = ancestors.pop();
				if (seen.has(ancestor)) continue;
				seen.add(ancestor);
				if (common.has(ancestor)) redundant.add(ancestor);
				else ancestors.push(...await readParents(ancestor));
			}
		}
		return [...common].filter((oid) => !redundant.has(oid));
	}
	/**
	*
	* @typedef {object} FetchResult - The object returned has the following schema:
	* @property {string | null} defaultBranch - The branch that is cloned if no branch is specified
	* @property {string | null} fetchHead - The SHA-1 object id of the fetched head commit
	* @property {string | null} fetchHeadDescription - a textual description of the branch that was fetched
	* @property {Object<string, string>} [headers] - The HTTP response headers returned by the git server
	* @property {string[]} [pruned] - A list of branches that were pruned, if you provided the `prune` parameter
	*
	*/
	/**
	* Fetch commits from a remote repository
	*
	* @param {object} args
	* @param {FsClient} args.fs - a file system client
	* @param {HttpClient} args.http - an HTTP client
	* @param {ProgressCallback} [args.onProgress] - optional progress event callback
	* @param {MessageCallback} [args.onMessage] - optional message event callback
	* @param {AuthCallback} [args.onAuth] - optional auth fill callback
	* @param {AuthFailureCallback} [args.onAuthFailure] - optional auth rejected callback
	* @param {AuthSuccessCallback} [args.onAuthSuccess] - optional auth approved callback
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir,'.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {string} [args.url] - The URL of the remote repository. The default is the value set in the git config for that remote.
	* @param {string} [args.remote] - If URL is not specified, determines which remote to use.
	* @param {boolean} [args.singleBranch = false] - Instead of the default behavior of fetching all the branches, only fetch a single branch.
	* @param {string} [args.ref] - Which branch to fetch if `singleBranch` is true. By default this is the current branch or the remote's default branch.
	* @param {string} [args.remoteRef] - The name of the branch on the remote to fetch if `singleBranch` is true. By default this is the configured remote tracking branch.
	* @param {boolean} [args.tags = false] - Also fetch tags
	* @param {number} [args.depth] - Integer. Determines how much of the git repository's history to retrieve
	* @param {boolean} [args.relative = false] - Changes the meaning of `depth` to be measured from the current shallow depth rather than from the branch tip.
	* @param {Date} [args.since] - Only fetch commits created after the given date. Mutually exclusive with `depth`.
	* @param {string[]} [args.exclude = []] - A list of branches or tags. Instructs the remote server not to send us any commits reachable from these refs.
	* @param {boolean} [args.prune = false] - Delete local remote-tracking branches that are not present on the remote
	* @param {boolean} [args.pruneTags = false] - Prune local tags that don’t exist on the remote, and force-update those tags that differ
	* @param {string} [args.corsProxy] - Optional [CORS proxy](https://www.npmjs.com/%40isomorphic-git/cors-proxy). Overrides value in repo config.
	* @param {Object<string, string>} [args.headers] - Additional headers to include in HTTP requests, similar to git's `extraHeader` config
	* @param {object} [args.cache] - a [cache](cache.md) object
	*
	* @returns {Promise<FetchResult>} Resolves successfully when fetch completes
	* @see FetchResult
	*
	* @example
	* let result = await git.fetch({
	*   fs,
	*   http,
	*   dir: '/tutorial',
	*   corsProxy: 'https://cors.isomorphic-git.org',
	*   url: 'https://github.com/isomorphic-git/isomorphic-git',
	*   ref: 'main',
	*   depth: 1,
	*   singleBranch: true,
	*   tags: false
	* })
	* console.log(result)
	*
	*/
	async function fetch({ fs, http, onProgress, onMessage, onAuth, onAuthSuccess, onAuthFailure, dir, gitdir = join(dir, ".git"), ref, remote, remoteRef, url, corsProxy, depth = null, since = null, exclude = [], relative = false, tags = false, singleBranch = false, headers = {}, prune = false, pruneTags = false, cache = {} }) {
		try {
			assertParameter("fs", fs);
			assertParameter("http", http);
			assertParameter("gitdir", gitdir);
			const fsp = new FileSystem(fs);
			return await _fetch({
				fs: fsp,
				cache,
				http,
				onProgress,
				onMessage,
				onAuth,
				onAuthSuccess,
				onAuthFailure,
				gitdir: await discoverGitdir({
					fsp,
					dotgit: gitdir
				}),
				ref,
				remote,
				remoteRef,
				url,
				corsProxy,
				depth,
				since,
				exclude,
				relative,
				tags,
				singleBranch,
				headers,
				prune,
				pruneTags
			});
		} catch (err) {
			err.caller = "git.fetch";
			throw err;
		}
	}
	/**
	* Find the merge base for a set of commits
	*
	* @param {object} args
	* @param {FsClient} args.fs - a file system client
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir,'.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {string[]} args.oids - Which commits
	* @param {object} [args.cache] - a [cache](cache.md) object
	*
	*/
	async function findMergeBase({ fs, dir, gitdir = join(dir, ".git"), oids, cache = {} }) {
		try {
			assertParameter("fs", fs);
			assertParameter("gitdir", gitdir);
			assertParameter("oids", oids);
			const fsp = new FileSystem(fs);
			return await _findMergeBase({
				fs: fsp,
				cache,
				gitdir: await discoverGitdir({
					fsp,
					dotgit: gitdir
				}),
				oids
			});
		} catch (err) {
			err.caller = "git.findMergeBase";
			throw err;
		}
	}
	/**
	* Read an entry from the git config files.
	*
	* *Caveats:*
	* - Currently only the local `$GIT_DIR/config` file can be read or written. However support for the global `~/.gitconfig` and system `$(prefix)/etc/gitconfig` will be added in the future.
	* - The current parser does not support the more exotic features of the git-config file format such as `[include]` and `[includeIf]`.
	*
	* @param {Object} args
	* @param {FsClient} args.fs - a file system implementation
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir,'.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {string} args.path - The key of the git config entry
	*
	* @returns {Promise<any>} Resolves with the config value
	*
	* @example
	* // Read config value
	* let value = await git.getConfig({
	*   fs,
	*   dir: '/tutorial',
	*   path: 'remote.origin.url'
	* })
	* console.log(value)
	*
	*/
	async function getConfig({ fs, dir, gitdir = join(dir, ".git"), path }) {
		try {
			assertParameter("fs", fs);
			assertParameter("gitdir", gitdir);
			assertParameter("path", path);
			const fsp = new FileSystem(fs);
			return await _getConfig({
				fs: fsp,
				gitdir: await discoverGitdir({
					fsp,
					dotgit: gitdir
				}),
				path
			});
		} catch (err) {
			err.caller = "git.getConfig";
			throw err;
		}
	}
	/**
	* @param {any} remote
	* @param {string} prefix
	* @param {boolean} symrefs
	* @param {boolean} peelTags
	* @returns {ServerRef[]}
	*/
	function formatInfoRefs(remote, prefix, symrefs, peelTags) {
		const refs = [];
		for (const [key, value] of remote.refs) {
			if (prefix && !key.startsWith(prefix)) continue;
			if (key.endsWith("^{}")) {
				if (peelTags) {
					const _key = key.replace("^{}", "");
					const last = refs[refs.length - 1];
					const r = last?.ref === _key ? last : refs.find((x) => x.ref === _key);
					if (r !== void 0) r.peeled = value;
				}
				continue;
			}
			/** @type ServerRef */
			const ref = {
				ref: key,
				oid: value
			};
			if (symrefs) {
				if (remote.symrefs.has(key)) ref.target = remote.symrefs.get(key);
			}
			refs.push(ref);
		}
		return refs;
	}
	async function hashObject({ type, object, format = "content", oid = void 0 }) {
		if (format !== "deflated") {
			if (format !== "wrapped") object = GitObject.wrap({
				type,
				object
			});
			oid = await shasum(object);
		}
		return {
			oid,
			object
		};
	}
	/**
	*
	* @typedef {object} HashBlobResult - The object returned has the following schema:
	* @property {string} oid - The SHA-1 object id
	* @property {'blob'} type - The type of the object
	* @property {Uint8Array} object - The wrapped git object (the thing that is hashed)
	* @property {'wrapped'} format - The format of the object
	*
	*/
	/**
	* Compute what the SHA-1 object id of a file would be
	*
	* @param {object} args
	* @param {Uint8Array|string} args.object - The object to write. If `object` is a String then it will be converted to a Uint8Array using UTF-8 encoding.
	*
	* @returns {Promise<HashBlobResult>} Resolves successfully with the SHA-1 object id and the wrapped object Uint8Array.
	* @see HashBlobResult
	*
	* @example
	* let { oid, type, object, format } = await git.hashBlob({
	*   object: 'Hello world!',
	* })
	*
	* console.log('oid', oid)
	* console.log('type', type)
	* console.log('object', object)
	* console.log('format', format)
	*
	*/
	async function hashBlob({ object }) {
		try {
			assertParameter("object", object);
			if (typeof object === "string") object = Buffer.from(object, "utf8");
			else if (!(object instanceof Uint8Array)) object = new Uint8Array(object);
			const type = "blob";
			const { oid, object: _object } = await hashObject({
				type,
				format: "content",
				object
			});
			return {
				oid,
				type,
				object: _object,
				format: "wrapped"
			};
		} catch (err) {
			err.caller = "git.hashBlob";
			throw err;
		}
	}
	/**
	* @param {object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {any} args.cache
	* @param {string} args.gitdir
	* @param {string} args.oid
	* @param {string} args.ancestor
	* @param {number} args.depth - Maximum depth to search before giving up. -1 means no maximum depth.
	*
	* @returns {Promise<boolean>}
	*/
	async function _isDescendent({ fs, cache, gitdir, oid, ancestor, depth }) {
		const shallows = await GitShallowManager.read({
			fs,
			gitdir
		});
		if (!oid) throw new MissingParameterError("oid");
		if (!ancestor) throw new MissingParameterError("ancestor");
		if (oid === ancestor) return false;
		const queue = [oid];
		const visited = /* @__PURE__ */ new Set();
		let searchdepth = 0;
		while (queue.length) {
			if (searchdepth++ === depth) throw new MaxDepthError(depth);
			const oid = queue.shift();
			const { type, object } = await _readObject({
				fs,
				cache,
				gitdir,
				oid
			});
			if (type !== "commit") throw new ObjectTypeError(oid, type, "commit");
			const commit = GitCommit.from(object).parse();
			for (const parent of commit.parent) if (parent === ancestor) return true;
			if (!shallows.has(oid)) {
				for (const parent of commit.parent) if (!visited.has(parent)) {
					queue.push(parent);
					visited.add(parent);
				}
			}
		}
		return false;
	}
	/**
	* @typedef {Object} ServerRef - This object has the following schema:
	* @property {string} ref - The name of the ref
	* @property {string} oid - The SHA-1 object id the ref points to
	* @property {string} [target] - The target ref pointed to by a symbolic ref
	* @property {string} [peeled] - If the oid is the SHA-1 object id of an annotated tag, this is the SHA-1 object id that the annotated tag points to
	*/
	async function parseListRefsResponse(stream) {
		const read = GitPktLine.streamReader(stream);
		const refs = [];
		let line;
		while (true) {
			line = await read();
			if (line === true) break;
			if (line === null) continue;
			line = line.toString("utf8").replace(/\n$/, "");
			const [oid, ref, ...attrs] = line.split(" ");
			const r = {
				ref,
				oid
			};
			for (const attr of attrs) {
				const [name, value] = attr.split(":");
				if (name === "symref-target") r.target = value;
				else if (name === "peeled") r.peeled = value;
			}
			refs.push(r);
		}
		return refs;
	}
	/**
	* @param {object} args
	* @param {string} [args.prefix] - Only list refs that start with this prefix
	* @param {boolean} [args.symrefs = false] - Include symbolic ref targets
	* @param {boolean} [args.peelTags = false] - Include peeled tags values
	* @returns {Uint8Array[]}
	*/
	async function writeListRefsRequest({ prefix, symrefs, peelTags }) {
		const packstream = [];
		packstream.push(GitPktLine.encode("command=ls-refs\n"));
		packstream.push(GitPktLine.encode(`agent=${pkg.agent}\n`));
		if (peelTags || symrefs || prefix) packstream.push(GitPktLine.delim());
		if (peelTags) packstream.push(GitPktLine.encode("peel"));
		if (symrefs) packstream.push(GitPktLine.encode("symrefs"));
		if (prefix) packstream.push(GitPktLine.encode(`ref-prefix ${prefix}`));
		packstream.push(GitPktLine.flush());
		return packstream;
	}
	/**
	* Fetch a list of refs (branches, tags, etc) from a server.
	*
	* This is a rare command that doesn't require an `fs`, `dir`, or even `gitdir` argument.
	* It just requires an `http` argument.
	*
	* ### About `protocolVersion`
	*
	* There's a rather fun trade-off between Git Protocol Version 1 and Git Protocol Version 2.
	* Version 2 actually requires 2 HTTP requests instead of 1, making it similar to fetch or push in that regard.
	* However, version 2 supports server-side filtering by prefix, whereas that filtering is done client-side in version 1.
	* Which protocol is most efficient therefore depends on the number of refs on the remote, the latency of the server, and speed of the network connection.
	* For an small repos (or fast Internet connections), the requirement to make two trips to the server makes protocol 2 slower.
	* But for large repos (or slow Internet connections), the decreased payload size of the second request makes up for the additional request.
	*
	* Hard numbers vary by situation, but here's some numbers from my machine:
	*
	* Using isomorphic-git in a browser, with a CORS proxy, listing only the branches (refs/heads) of https://github.com/isomorphic-git/isomorphic-git
	* - Protocol Version 1 took ~300ms and transferred 84 KB.
	* - Protocol Version 2 took ~500ms and transferred 4.1 KB.
	*
	* Using isomorphic-git in a browser, with a CORS proxy, listing only the branches (refs/heads) of https://gitlab.com/gitlab-org/gitlab
	* - Protocol Version 1 took ~4900ms and transferred 9.41 MB.
	* - Protocol Version 2 took ~1280ms and transferred 433 KB.
	*
	* Finally, there is a fun quirk regarding the `symrefs` parameter.
	* Protocol Version 1 will generally only return the `HEAD` symref and not others.
	* Historically, this meant that servers don't use symbolic refs except for `HEAD`, which is used to point at the "default branch".
	* However Protocol Version 2 can return *all* the symbolic refs on the server.
	* So if you are running your own git server, you could take advantage of that I guess.
	*
	* #### TL;DR
	* If you are _not_ taking advantage of `prefix` I would recommend `protocolVersion: 1`.
	* Otherwise, I recommend to use the default which is `protocolVersion: 2`.
	*
	* @param {object} args
	* @param {HttpClient} args.http - an HTTP client
	* @param {AuthCallback} [args.onAuth] - optional auth fill callback
	* @param {AuthFailureCallback} [args.onAuthFailure] - optional auth rejected callback
	* @param {AuthSuccessCallback} [args.onAuthSuccess] - optional auth approved callback
	* @param {string} args.url - The URL of the remote repository. Will be gotten from gitconfig if absent.
	* @param {string} [args.corsProxy] - Optional [CORS proxy](https://www.npmjs.com/%40isomorphic-git/cors-proxy). Overrides value in repo config.
	* @param {boolean} [args.forPush = false] - By default, the command queries the 'fetch' capabilities. If true, it will ask for the 'push' capabilities.
	* @param {Object<string, string>} [args.headers] - Additional headers to include in HTTP requests, similar to git's `extraHeader` config
	* @param {1 | 2} [args.protocolVersion = 2] - Which version of the Git Protocol to use.
	* @param {string} [args.prefix] - Only list refs that start with this prefix
	* @param {boolean} [args.symrefs = false] - Include symbolic ref targets
	* @param {boolean} [args.peelTags = false] - Include annotated tag peeled targets
	*
	* @returns {Promise<ServerRef[]>} Resolves successfully with an array of ServerRef objects
	* @see ServerRef
	*
	* @example
	* // List all the branches on a repo
	* let refs = await git.listServerRefs({
	*   http,
	*   corsProxy: "https://cors.isomorphic-git.org",
	*   url: "https://github.com/isomorphic-git/isomorphic-git.git",
	*   prefix: "refs/heads/",
	* });
	* console.log(refs);
	*
	* @example
	* // Get the default branch on a repo
	* let refs = await git.listServerRefs({
	*   http,
	*   corsProxy: "https://cors.isomorphic-git.org",
	*   url: "https://github.com/isomorphic-git/isomorphic-git.git",
	*   prefix: "HEAD",
	*   symrefs: true,
	* });
	* console.log(refs);
	*
	* @example
	* // List all the tags on a repo
	* let refs = await git.listServerRefs({
	*   http,
	*   corsProxy: "https://cors.isomorphic-git.org",
	*   url: "https://github.com/isomorphic-git/isomorphic-git.git",
	*   prefix: "refs/tags/",
	*   peelTags: true,
	* });
	* console.log(refs);
	*
	* @example
	* // List all the pull requests on a repo
	* let refs = await git.listServerRefs({
	*   http,
	*   corsProxy: "https://cors.isomorphic-git.org",
	*   url: "https://github.com/isomorphic-git/isomorphic-git.git",
	*   prefix: "refs/pull/",
	* });
	* console.log(refs);
	*
	*/
	async function listServerRefs({ http, onAuth, onAuthSuccess, onAuthFailure, corsProxy, url, headers = {}, forPush = false, protocolVersion = 2, prefix, symrefs, peelTags }) {
		try {
			assertParameter("http", http);
			assertParameter("url", url);
			const remote = await GitRemoteHTTP.discover({
				http,
				onAuth,
				onAuthSuccess,
				onAuthFailure,
				corsProxy,
				service: forPush ? "git-receive-pack" : "git-upload-pack",
				url,
				headers,
				protocolVersion
			});
			if (remote.protocolVersion === 1) return formatInfoRefs(remote, prefix, symrefs, peelTags);
			const body = await writeListRefsRequest({
				prefix,
				symrefs,
				peelTags
			});
			return parseListRefsResponse((await GitRemoteHTTP.connect({
				http,
				auth: remote.auth,
				headers,
				corsProxy,
				service: forPush ? "git-receive-pack" : "git-upload-pack",
				url,
				body
			})).body);
		} catch (err) {
			err.caller = "git.listServerRefs";
			throw err;
		}
	}
	/**
	* List tags
	*
	* @param {object} args
	* @param {FsClient} args.fs - a file system client
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir,'.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	*
	* @returns {Promise<Array<string>>} Resolves successfully with an array of tag names
	*
	* @example
	* let tags = await git.listTags({ fs, dir: '/tutorial' })
	* console.log(tags)
	*
	*/
	async function listTags({ fs, dir, gitdir = join(dir, ".git") }) {
		try {
			assertParameter("fs", fs);
			assertParameter("gitdir", gitdir);
			const fsp = new FileSystem(fs);
			const updatedGitdir = await discoverGitdir({
				fsp,
				dotgit: gitdir
			});
			return GitRefManager.listTags({
				fs: fsp,
				gitdir: updatedGitdir
			});
		} catch (err) {
			err.caller = "git.listTags";
			throw err;
		}
	}
	/**
	* @enum {number}
	*/
	const types = {
		commit: 16,
		tree: 32,
		blob: 48,
		tag: 64,
		ofs_delta: 96,
		ref_delta: 112
	};
	/**
	* @param {object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {any} args.cache
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir, '.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {string[]} args.oids
	*/
	async function _pack({ fs, cache, dir, gitdir = join(dir, ".git"), oids }) {
		const hash = createSha1();
		const outputStream = [];
		function write(chunk, enc) {
			const buff = Buffer.from(chunk, enc);
			outputStream.push(buff);
			hash.update(buff);
		}
		async function writeObject({ stype, object }) {
			const type = types[stype];
			let length = object.length;
			let multibyte = length > 15 ? 128 : 0;
			const lastFour = length & 15;
			length = length >>> 4;
			let byte = (multibyte | type | lastFour).toString(16);
			write(byte, "hex");
			while (multibyte) {
				multibyte = length > 127 ? 128 : 0;
				byte = multibyte | length & 127;
				write(padHex(2, byte), "hex");
				length = length >>> 7;
			}
			write(Buffer.from(await deflate(object)));
		}
		write("PACK");
		write("00000002", "hex");
		write(padHex(8, oids.length), "hex");
		for (const oid of oids) {
			const { type, object } = await _readObject({
				fs,
				cache,
				gitdir,
				oid
			});
			await writeObject({
				write,
				object,
				stype: type
			});
		}
		const digest = hash.digest();
		outputStream.push(digest);
		return outputStream;
	}
	/**
	* @param {object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {any} args.cache
	* @param {string} [args.dir]
	* @param {string} args.gitdir
	* @param {Iterable<string>} args.start
	* @param {Iterable<string>} args.finish
	* @returns {Promise<Set<string>>}
	*/
	async function listCommitsAndTags({ fs, cache, dir, gitdir = join(dir, ".git"), start, finish }) {
		const shallows = await GitShallowManager.read({
			fs,
			gitdir
		});
		const startingSet = /* @__PURE__ */ new Set();
		const finishingSet = /* @__PURE__ */ new Set();
		for (const ref of start) startingSet.add(await GitRefManager.resolve({
			fs,
			gitdir,
			ref
		}));
		for (const ref of finish) try {
			const oid = await GitRefManager.resolve({
				fs,
				gitdir,
				ref
			});
			finishingSet.add(oid);
		} catch (err) {}
		const visited = /* @__PURE__ */ new Set();
		async function walk(oid) {
			visited.add(oid);
			const { type, object } = await _readObject({
				fs,
				cache,
				gitdir,
				oid
			});
			if (type === "tag") {
				const commit = GitAnnotatedTag.from(object).headers().object;
				return walk(commit);
			}
			if (type !== "commit") throw new ObjectTypeError(oid, type, "commit");
			if (!shallows.has(oid)) {
				for (oid of GitCommit.from(object).headers().parent) if (!finishingSet.has(oid) && !visited.has(oid)) await walk(oid);
			}
		}
		for (const oid of startingSet) await walk(oid);
		return visited;
	}
	/**
	* @param {object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {any} args.cache
	* @param {string} [args.dir]
	* @param {string} args.gitdir
	* @param {Iterable<string>} args.oids
	* @returns {Promise<Set<string>>}
	*/
	async function listObjects({ fs, cache, dir, gitdir = join(dir, ".git"), oids }) {
		const visited = /* @__PURE__ */ new Set();
		async function walk(oid) {
			if (visited.has(oid)) return;
			visited.add(oid);
			const { type, object } = await _readObject({
				fs,
				cache,
				gitdir,
				oid
			});
			if (type === "tag") {
				const obj = GitAnnotatedTag.from(object).headers().object;
				await walk(obj);
			} else if (type === "commit") {
				const tree = GitCommit.from(object).headers().tree;
				await walk(tree);
			} else if (type === "tree") {
				const tree = GitTree.from(object);
				for (const entry of tree) {
					if (entry.type === "blob") visited.add(entry.oid);
					if (entry.type === "tree") await walk(entry.oid);
				}
			}
		}
		for (const oid of oids) await walk(oid);
		return visited;
	}
	async function parseReceivePackResponse(packfile) {
		/** @type PushResult */
		const result = {};
		let response = "";
		const read = GitPktLine.streamReader(packfile);
		let line = await read();
		while (line !== true) {
			if (line !== null) response += line.toString("utf8") + "\n";
			line = await read();
		}
		const lines = response.toString("utf8").split("\n");
		line = lines.shift();
		if (!line.startsWith("unpack ")) throw new ParseError("unpack ok\" or \"unpack [error message]", line);
		result.ok = line === "unpack ok";
		if (!result.ok) result.error = line.slice(7);
		result.refs = {};
		for (const line of lines) {
			if (line.trim() === "") continue;
			const status = line.slice(0, 2);
			const refAndMessage = line.slice(3);
			let space = refAndMessage.indexOf(" ");
			if (space === -1) space = refAndMessage.length;
			const ref = refAndMessage.slice(0, space);
			const error = refAndMessage.slice(space + 1);
			result.refs[ref] = {
				ok: status === "ok",
				error
			};
		}
		return result;
	}
	async function writeReceivePackRequest({ capabilities = [], triplets = [] }) {
		const packstream = [];
		let capsFirstLine = `\x00 ${capabilities.join(" ")}`;
		for (const trip of triplets) {
			packstream.push(GitPktLine.encode(`${trip.oldoid} ${trip.oid} ${trip.fullRef}${capsFirstLine}\n`));
			capsFirstLine = "";
		}
		packstream.push(GitPktLine.flush());
		return packstream;
	}
	/**
	* @param {object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {any} args.cache
	* @param {HttpClient} args.http
	* @param {ProgressCallback} [args.onProgress]
	* @param {MessageCallback} [args.onMessage]
	* @param {AuthCallback} [args.onAuth]
	* @param {AuthFailureCallback} [args.onAuthFailure]
	* @param {AuthSuccessCallback} [args.onAuthSuccess]
	* @param {PrePushCallback} [args.onPrePush]
	* @param {string} args.gitdir
	* @param {string} [args.ref]
	* @param {string} [args.remoteRef]
	* @param {string} [args.remote]
	* @param {boolean} [args.force = false]
	* @param {boolean} [args.delete = false]
	* @param {string} [args.url]
	* @param {string} [args.corsProxy]
	* @param {AbortSignal} [args.signal]
	* @param {Object<string, string>} [args.headers]
	*
	* @returns {Promise<PushResult>}
	*/
	async function _push({ fs, cache, http, onProgress, onMessage, onAuth, onAuthSuccess, onAuthFailure, onPrePush, gitdir, ref: _ref, remoteRef: _remoteRef, remote, url: _url, force = false, delete: _delete = false, corsProxy, headers = {}, signal }) {
		const ref = _ref || await _currentBranch({
			fs,
			gitdir
		});
		if (typeof ref === "undefined") throw new MissingParameterError("ref");
		const config = await GitConfigManager.get({
			fs,
			gitdir
		});
		remote = remote || await config.get(`branch.${ref}.pushRemote`) || await config.get("remote.pushDefault") || await config.get(`branch.${ref}.remote`) || "origin";
		const url = _url || await config.get(`remote.${remote}.pushurl`) || await config.get(`remote.${remote}.url`);
		if (typeof url === "undefined") throw new MissingParameterError("remote OR url");
		const remoteRef = _remoteRef || await config.get(`branch.${ref}.merge`);
		if (typeof url === "undefined") throw new MissingParameterError("remoteRef");
		if (corsProxy === void 0) corsProxy = await config.get("http.corsProxy");
		const fullRef = await GitRefManager.expand({
			fs,
			gitdir,
			ref
		});
		const oid = _delete ? "0000000000000000000000000000000000000000" : await GitRefManager.resolve({
			fs,
			gitdir,
			ref: fullRef
		});
		/** @type typeof import("../managers/GitRemoteHTTP").GitRemoteHTTP */
		const GitRemoteHTTP = GitRemoteManager.getRemoteHelperFor({ url });
		const httpRemote = await GitRemoteHTTP.discover({
			http,
			onAuth: addCredentialUsername({
				config,
				onAuth
			}),
			onAuthSuccess,
			onAuthFailure: addCredentialUsername({
				config,
				onAuth: onAuthFailure
			}),
			corsProxy,
			service: "git-receive-pack",
			url,
			headers,
			protocolVersion: 1,
			signal
		});
		const auth = httpRemote.auth;
		let fullRemoteRef;
		if (!remoteRef) fullRemoteRef = fullRef;
		else try {
			fullRemoteRef = await GitRefManager.expandAgainstMap({
				ref: remoteRef,
				map: httpRemote.refs
			});
		} catch (err) {
			if (err instanceof NotFoundError) fullRemoteRef = remoteRef.startsWith("refs/") ? remoteRef : `refs/heads/${remoteRef}`;
			else throw err;
		}
		const oldoid = httpRemote.refs.get(fullRemoteRef) || "0000000000000000000000000000000000000000";
		if (onPrePush) {
			if (!await onPrePush({
				remote,
				url,
				localRef: {
					ref: _delete ? "(delete)" : fullRef,
					oid
				},
				remoteRef: {
					ref: fullRemoteRef,
					oid: oldoid
				}
			})) throw new UserCanceledError();
		}
		const thinPack = !httpRemote.capabilities.has("no-thin");
		let objects = /* @__PURE__ */ new Set();
		if (!_delete) {
			const finish = [...httpRemote.refs.values()];
			let skipObjects = /* @__PURE__ */ new Set();
			if (oldoid !== "0000000000000000000000000000000000000000") {
				let mergebase = [];
				try {
					mergebase = await _findMergeBase({
						fs,
						cache,
						gitdir,
						oids: [oid, oldoid]
					});
				} catch (e) {
					mergebase = [];
				}
				for (const oid of mergebase) finish.push(oid);
				if (thinPack) skipObjects = await listObjects({
					fs,
					cache,
					gitdir,
					oids: mergebase
				});
			}
			if (!finish.includes(oid)) objects = await listObjects({
				fs,
				cache,
				gitdir,
				oids: await listCommitsAndTags({
					fs,
					cache,
					gitdir,
					start: [oid],
					finish
				})
			});
			if (thinPack) {
				try {
					const ref = await GitRefManager.resolve({
						fs,
						gitdir,
						ref: `refs/remotes/${remote}/HEAD`,
						depth: 2
					});
					const { oid } = await GitRefManager.resolveAgainstMap({
						ref: ref.replace(`refs/remotes/${remote}/`, ""),
						fullref: ref,
						map: httpRemote.refs
					});
					const oids = [oid];
					for (const oid of await listObjects({
						fs,
						cache,
						gitdir,
						oids
					})) skipObjects.add(oid);
				} catch (e) {}
				for (const oid of skipObjects) objects.delete(oid);
			}
			if (oid === oldoid) force = true;
			if (!force) {
				if (fullRef.startsWith("refs/tags") && oldoid !== "0000000000000000000000000000000000000000") throw new PushRejectedError("tag-exists");
				if (oid !== "0000000000000000000000000000000000000000" && oldoid !== "0000000000000000000000000000000000000000" && !await _isDescendent({
					fs,
					cache,
					gitdir,
					oid,
					ancestor: oldoid,
					depth: -1
				})) throw new PushRejectedError("not-fast-forward");
			}
		}
		const packstream1 = await writeReceivePackRequest({
			capabilities: filterCapabilities([...httpRemote.capabilities], [
				"report-status",
				"side-band-64k",
				`agent=${pkg.agent}`
			]),
			triplets: [{
				oldoid,
				oid,
				fullRef: fullRemoteRef
			}]
		});
		const packstream2 = _delete ? [] : await _pack({
			fs,
			cache,
			gitdir,
			oids: [...objects]
		});
		const res = await GitRemoteHTTP.connect({
			http,
			onProgress,
			corsProxy,
			service: "git-receive-pack",
			url,
			auth,
			headers,
			body: [...packstream1, ...packstream2],
			signal
		});
		const { packfile, progress } = await GitSideBand.demux(res.body);
		if (onMessage) forAwait(splitLines(progress), async (line) => {
			await onMessage(line);
		});
		const result = await parseReceivePackResponse(packfile);
		if (res.headers) result.headers = res.headers;
		if (remote && result.ok && result.refs[fullRemoteRef].ok && !fullRef.startsWith("refs/tags")) {
			const ref = `refs/remotes/${remote}/${fullRemoteRef.replace("refs/heads/", "")}`;
			if (_delete) await GitRefManager.deleteRef({
				fs,
				gitdir,
				ref
			});
			else await GitRefManager.writeRef({
				fs,
				gitdir,
				ref,
				value: oid
			});
		}
		if (result.ok && Object.values(result.refs).every((result) => result.ok)) return result;
		else {
			const prettyDetails = Object.entries(result.refs).filter(([k, v]) => !v.ok).map(([k, v]) => `\n  - ${k}: ${v.error}`).join("");
			throw new GitPushError(prettyDetails, result);
		}
	}
	/**
	* Push a branch or tag
	*
	* The push command returns an object that describes the result of the attempted push operation.
	* *Notes:* If there were no errors, then there will be no `errors` property. There can be a mix of `ok` messages and `errors` messages.
	*
	* | param  | type [= default] | description                                                                                                                                                                                                      |
	* | ------ | ---------------- | ---------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------- |
	* | ok     | Array\<string\>  | The first item is "unpack" if the overall operation was successful. The remaining items are the names of refs that were updated successfully.                                                                    |
	* | errors | Array\<string\>  | If the overall operation threw and error, the first item will be "unpack {Overall error message}". The remaining items are individual refs that failed to be updated in the format "{ref name} {error message}". |
	*
	* @param {object} args
	* @param {FsClient} args.fs - a file system client
	* @param {HttpClient} args.http - an HTTP client
	* @param {ProgressCallback} [args.onProgress] - optional progress event callback
	* @param {MessageCallback} [args.onMessage] - optional message event callback
	* @param {AuthCallback} [args.onAuth] - optional auth fill callback
	* @param {AuthFailureCallback} [args.onAuthFailure] - optional auth rejected callback
	* @param {AuthSuccessCallback} [args.onAuthSuccess] - optional auth approved callback
	* @param {PrePushCallback} [args.onPrePush] - optional pre-push hook callback
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir,'.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {string} [args.ref] - Which branch or tag to push. By default this is the currently checked out branch.
	* @param {string} [args.url] - The URL of the remote repository. The default is the value set in the git config for that remote.
	* @param {string} [args.remote] - If URL is not specified, determines which remote to use.
	* @param {string} [args.remoteRef] - The name of the receiving branch on the remote. By default this is the configured remote tracking branch.
	* @param {boolean} [args.force = false] - If true, behaves the same as `git push --force`
	* @param {boolean} [args.delete = false] - If true, delete the remote ref
	* @param {string} [args.corsProxy] - Optional [CORS proxy](https://www.npmjs.com/%40isomorphic-git/cors-proxy). Overrides value in repo config.
	* @param {Object<string, string>} [args.headers] - Additional headers to include in HTTP requests, similar to git's `extraHeader` config
	* @param {object} [args.cache] - a [cache](cache.md) object
	* @param {AbortSignal} [args.signal] - Optional signal to abort the push operation
	*
	* @returns {Promise<PushResult>} Resolves successfully when push completes with a detailed description of the operation from the server.
	* @see PushResult
	* @see RefUpdateStatus
	*
	* @example
	* let pushResult = await git.push({
	*   fs,
	*   http,
	*   dir: '/tutorial',
	*   remote: 'origin',
	*   ref: 'main',
	*   onAuth: () => ({ username: process.env.GITHUB_TOKEN }),
	* })
	* console.log(pushResult)
	*
	*/
	async function push({ fs, http, onProgress, onMessage, onAuth, onAuthSuccess, onAuthFailure, onPrePush, dir, gitdir = join(dir, ".git"), ref, remoteRef, remote = "origin", url, force = false, delete: _delete = false, corsProxy, headers = {}, cache = {}, signal }) {
		try {
			assertParameter("fs", fs);
			assertParameter("http", http);
			assertParameter("gitdir", gitdir);
			const fsp = new FileSystem(fs);
			return await _push({
				fs: fsp,
				cache,
				http,
				onProgress,
				onMessage,
				onAuth,
				onAuthSuccess,
				onAuthFailure,
				onPrePush,
				gitdir: await discoverGitdir({
					fsp,
					dotgit: gitdir
				}),
				ref,
				remoteRef,
				remote,
				url,
				force,
				delete: _delete,
				corsProxy,
				headers,
				signal
			});
		} catch (err) {
			err.caller = "git.push";
			throw err;
		}
	}
	/**
	*
	* @typedef {Object} DeflatedObject
	* @property {string} oid
	* @property {'deflated'} type
	* @property {'deflated'} format
	* @property {Uint8Array} object
	* @property {string} [source]
	*
	*/
	/**
	*
	* @typedef {Object} WrappedObject
	* @property {string} oid
	* @property {'wrapped'} type
	* @property {'wrapped'} format
	* @property {Uint8Array} object
	* @property {string} [source]
	*
	*/
	/**
	*
	* @typedef {Object} RawObject
	* @property {string} oid
	* @property {'blob'|'commit'|'tree'|'tag'} type
	* @property {'content'} format
	* @property {Uint8Array} object
	* @property {string} [source]
	*
	*/
	/**
	*
	* @typedef {Object} ParsedBlobObject
	* @property {string} oid
	* @property {'blob'} type
	* @property {'parsed'} format
	* @property {string} object
	* @property {string} [source]
	*
	*/
	/**
	*
	* @typedef {Object} ParsedCommitObject
	* @property {string} oid
	* @property {'commit'} type
	* @property {'parsed'} format
	* @property {CommitObject} object
	* @property {string} [source]
	*
	*/
	/**
	*
	* @typedef {Object} ParsedTreeObject
	* @property {string} oid
	* @property {'tree'} type
	* @property {'parsed'} format
	* @property {TreeObject} object
	* @property {string} [source]
	*
	*/
	/**
	*
	* @typedef {Object} ParsedTagObject
	* @property {string} oid
	* @property {'tag'} type
	* @property {'parsed'} format
	* @property {TagObject} object
	* @property {string} [source]
	*
	*/
	/**
	*
	* @typedef {ParsedBlobObject | ParsedCommitObject | ParsedTreeObject | ParsedTagObject} ParsedObject
	*/
	/**
	*
	* @typedef {DeflatedObject | WrappedObject | RawObject | ParsedObject } ReadObjectResult
	*/
	/**
	* Read a git object directly by its SHA-1 object id
	*
	* Regarding `ReadObjectResult`:
	*
	* - `oid` will be the same as the `oid` argument unless the `filepath` argument is provided, in which case it will be the oid of the tree or blob being returned.
	* - `type` of deflated objects is `'deflated'`, and `type` of wrapped objects is `'wrapped'`
	* - `format` is usually, but not always, the format you requested. Packfiles do not store each object individually compressed so if you end up reading the object from a packfile it will be returned in format 'content' even if you requested 'deflated' or 'wrapped'.
	* - `object` will be an actual Object if format is 'parsed' and the object is a commit, tree, or annotated tag. Blobs are still formatted as Buffers unless an encoding is provided in which case they'll be strings. If format is anything other than 'parsed', object will be a Buffer.
	* - `source` is the name of the packfile or loose object file where the object was found.
	*
	* The `format` parameter can have the following values:
	*
	* | param      | description                                                                                                                                                                                               |
	* | ---------- | --------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------- |
	* | 'deflated' | Return the raw deflate-compressed buffer for an object if possible. Useful for efficiently shuffling around loose objects when you don't care about the contents and can save time by not inflating them. |
	* | 'wrapped'  | Return the inflated object buffer wrapped in the git object header if possible. This is the raw data used when calculating the SHA-1 object id of a git object.                                           |
	* | 'content'  | Return the object buffer without the git header.                                                                                                                                                          |
	* | 'parsed'   | Returns a parsed representation of the object.                                                                                                                                                            |
	*
	* The result will be in one of the following schemas:
	*
	* ## `'deflated'` format
	*
	* {@link DeflatedObject typedef}
	*
	* ## `'wrapped'` format
	*
	* {@link WrappedObject typedef}
	*
	* ## `'content'` format
	*
	* {@link RawObject typedef}
	*
	* ## `'parsed'` format
	*
	* ### parsed `'blob'` type
	*
	* {@link ParsedBlobObject typedef}
	*
	* ### parsed `'commit'` type
	*
	* {@link ParsedCommitObject typedef}
	* {@link CommitObject typedef}
	*
	* ### parsed `'tree'` type
	*
	* {@link ParsedTreeObject typedef}
	* {@link TreeObject typedef}
	* {@link TreeEntry typedef}
	*
	* ### parsed `'tag'` type
	*
	* {@link ParsedTagObject typedef}
	* {@link TagObject typedef}
	*
	* @deprecated
	* > This command is overly complicated.
	* >
	* > If you know the type of object you are reading, use [`readBlob`](./readBlob.md), [`readCommit`](./readCommit.md), [`readTag`](./readTag.md), or [`readTree`](./readTree.md).
	*
	* @param {object} args
	* @param {FsClient} args.fs - a file system client
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir,'.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {string} args.oid - The SHA-1 object id to get
	* @param {'deflated' | 'wrapped' | 'content' | 'parsed'} [args.format = 'parsed'] - What format to return the object in. The choices are described in more detail below.
	* @param {string} [args.filepath] - Don't return the object with `oid` itself, but resolve `oid` to a tree and then return the object at that filepath. To return the root directory of a tree set filepath to `''`
	* @param {string} [args.encoding] - A convenience argument that only affects blobs. Instead of returning `object` as a buffer, it returns a string parsed using the given encoding.
	* @param {object} [args.cache] - a [cache](cache.md) object
	*
	* @returns {Promise<ReadObjectResult>} Resolves successfully with a git object description
	* @see ReadObjectResult
	*
	* @example
	* // Given a ransom SHA-1 object id, figure out what it is
	* let { type, object } = await git.readObject({
	*   fs,
	*   dir: '/tutorial',
	*   oid: '0698a781a02264a6f37ba3ff41d78067eaf0f075'
	* })
	* switch (type) {
	*   case 'commit': {
	*     console.log(object)
	*     break
	*   }
	*   case 'tree': {
	*     console.log(object)
	*     break
	*   }
	*   case 'blob': {
	*     console.log(object)
	*     break
	*   }
	*   case 'tag': {
	*     console.log(object)
	*     break
	*   }
	* }
	*
	*/
	async function readObject({ fs: _fs, dir, gitdir = join(dir, ".git"), oid, format = "parsed", filepath = void 0, encoding = void 0, cache = {} }) {
		try {
			assertParameter("fs", _fs);
			assertParameter("gitdir", gitdir);
			assertParameter("oid", oid);
			const fs = new FileSystem(_fs);
			const updatedGitdir = await discoverGitdir({
				fsp: fs,
				dotgit: gitdir
			});
			if (filepath !== void 0) oid = await resolveFilepath({
				fs,
				cache,
				gitdir: updatedGitdir,
				oid,
				filepath
			});
			const result = await _readObject({
				fs,
				cache,
				gitdir: updatedGitdir,
				oid,
				format: format === "parsed" ? "content" : format
			});
			result.oid = oid;
			if (format === "parsed") {
				result.format = "parsed";
				switch (result.type) {
					case "commit":
						result.object = GitCommit.from(result.object).parse();
						break;
					case "tree":
						result.object = GitTree.from(result.object).entries();
						break;
					case "blob":
						if (encoding) result.object = result.object.toString(encoding);
						else {
							result.object = new Uint8Array(result.object);
							result.format = "content";
						}
						break;
					case "tag":
						result.object = GitAnnotatedTag.from(result.object).parse();
						break;
					default: throw new ObjectTypeError(result.oid, result.type, "blob|commit|tag|tree");
				}
			} else if (result.format === "deflated" || result.format === "wrapped") result.type = result.format;
			return result;
		} catch (err) {
			err.caller = "git.readObject";
			throw err;
		}
	}
	/**
	* Get the value of a symbolic ref or resolve a ref to its SHA-1 object id
	*
	* @param {object} args
	* @param {FsClient} args.fs - a file system client
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir, '.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {string} args.ref - The ref to resolve
	* @param {number} [args.depth = undefined] - How many symbolic references to follow before returning
	*
	* @returns {Promise<string>} Resolves successfully with a SHA-1 object id or the value of a symbolic ref
	*
	* @example
	* let currentCommit = await git.resolveRef({ fs, dir: '/tutorial', ref: 'HEAD' })
	* console.log(currentCommit)
	* let currentBranch = await git.resolveRef({ fs, dir: '/tutorial', ref: 'HEAD', depth: 2 })
	* console.log(currentBranch)
	*
	*/
	async function resolveRef({ fs, dir, gitdir = join(dir, ".git"), ref, depth }) {
		try {
			assertParameter("fs", fs);
			assertParameter("gitdir", gitdir);
			assertParameter("ref", ref);
			const fsp = new FileSystem(fs);
			const updatedGitdir = await discoverGitdir({
				fsp,
				dotgit: gitdir
			});
			return await GitRefManager.resolve({
				fs: fsp,
				gitdir: updatedGitdir,
				ref,
				depth
			});
		} catch (err) {
			err.caller = "git.resolveRef";
			throw err;
		}
	}
	/**
	* @param {object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {string} args.gitdir
	* @param {CommitObject} args.commit
	*
	* @returns {Promise<string>}
	* @see CommitObject
	*
	*/
	async function _writeCommit({ fs, gitdir, commit }) {
		return await _writeObject({
			fs,
			gitdir,
			type: "commit",
			object: GitCommit.from(commit).toObject(),
			format: "content"
		});
	}
	/**
	* Efficiently get the status of multiple files at once.
	*
	* The returned `StatusMatrix` is admittedly not the easiest format to read.
	* However it conveys a large amount of information in dense format that should make it easy to create reports about the current state of the repository;
	* without having to do multiple, time-consuming isomorphic-git calls.
	* My hope is that the speed and flexibility of the function will make up for the learning curve of interpreting the return value.
	*
	* ```js live
	* // get the status of all the files in 'src'
	* let status = await git.statusMatrix({
	*   fs,
	*   dir: '/tutorial',
	*   filter: f => f.startsWith('src/')
	* })
	* console.log(status)
	* ```
	*
	* ```js live
	* // get the status of all the JSON and Markdown files
	* let status = await git.statusMatrix({
	*   fs,
	*   dir: '/tutorial',
	*   filter: f => f.endsWith('.json') || f.endsWith('.md')
	* })
	* console.log(status)
	* ```
	*
	* The result is returned as a 2D array.
	* The outer array represents the files and/or blobs in the repo, in alphabetical order.
	* The inner arrays describe the status of the file:
	* the first value is the filepath, and the next three are integers
	* representing the HEAD status, WORKDIR status, and STAGE status of the entry.
	*
	* ```js
	* // example StatusMatrix
	* [
	*   ["a.txt", 0, 2, 0], // new, untracked
	*   ["b.txt", 0, 2, 2], // added, staged
	*   ["c.txt", 0, 2, 3], // added, staged, with unstaged changes
	*   ["d.txt", 1, 1, 1], // unmodified
	*   ["e.txt", 1, 2, 1], // modified, unstaged
	*   ["f.txt", 1, 2, 2], // modified, staged
	*   ["g.txt", 1, 2, 3], // modified, staged, with unstaged changes
	*   ["h.txt", 1, 0, 1], // deleted, unstaged
	*   ["i.txt", 1, 0, 0], // deleted, staged
	*   ["j.txt", 1, 2, 0], // deleted, staged, with unstaged-modified changes (new file of the same name)
	*   ["k.txt", 1, 1, 0], // deleted, staged, with unstaged changes (new file of the same name)
	* ]
	* ```
	*
	* - The HEAD status is either absent (0) or present (1).
	* - The WORKDIR status is either absent (0), identical to HEAD (1), or different from HEAD (2).
	* - The STAGE status is either absent (0), identical to HEAD (1), identical to WORKDIR (2), or different from WORKDIR (3).
	*
	* ```ts
	* type Filename      = string
	* type HeadStatus    = 0 | 1
	* type WorkdirStatus = 0 | 1 | 2
	* type StageStatus   = 0 | 1 | 2 | 3
	*
	* type StatusRow     = [Filename, HeadStatus, WorkdirStatus, StageStatus]
	*
	* type StatusMatrix  = StatusRow[]
	* ```
	*
	* > Think of the natural progression of file modifications as being from HEAD (previous) -> WORKDIR (current) -> STAGE (next).
	* > Then HEAD is "version 1", WORKDIR is "version 2", and STAGE is "version 3".
	* > Then, imagine a "version 0" which is before the file was created.
	* > Then the status value in each column corresponds to the oldest version of the file it is identical to.
	* > (For a file to be identical to "version 0" means the file is deleted.)
	*
	* Here are some examples of queries you can answer using the result:
	*
	* #### Q: What files have been deleted?
	* ```js
	* const FILE = 0, WORKDIR = 2
	*
	* const filenames = (await statusMatrix({ dir }))
	*   .filter(row => row[WORKDIR] === 0)
	*   .map(row => row[FILE])
	* ```
	*
	* #### Q: What files have unstaged changes?
	* ```js
	* const FILE = 0, WORKDIR = 2, STAGE = 3
	*
	* const filenames = (await statusMatrix({ dir }))
	*   .filter(row => row[WORKDIR] !== row[STAGE])
	*   .map(row => row[FILE])
	* ```
	*
	* #### Q: What files have been modified since the last commit?
	* ```js
	* const FILE = 0, HEAD = 1, WORKDIR = 2
	*
	* const filenames = (await statusMatrix({ dir }))
	*   .filter(row => row[HEAD] !== row[WORKDIR])
	*   .map(row => row[FILE])
	* ```
	*
	* #### Q: What files will NOT be changed if I commit right now?
	* ```js
	* const FILE = 0, HEAD = 1, STAGE = 3
	*
	* const filenames = (await statusMatrix({ dir }))
	*   .filter(row => row[HEAD] === row[STAGE])
	*   .map(row => row[FILE])
	* ```
	*
	* For reference, here are all possible combinations:
	*
	* | HEAD | WORKDIR | STAGE | `git status --short` equivalent |
	* | ---- | ------- | ----- | ------------------------------- |
	* | 0    | 0       | 0     | ``                              |
	* | 0    | 0       | 3     | `AD`                            |
	* | 0    | 2       | 0     | `??`                            |
	* | 0    | 2       | 2     | `A `                            |
	* | 0    | 2       | 3     | `AM`                            |
	* | 1    | 0       | 0     | `D `                            |
	* | 1    | 0       | 1     | ` D`                            |
	* | 1    | 0       | 3     | `MD`                            |
	* | 1    | 1       | 0     | `D ` + `??`                     |
	* | 1    | 1       | 1     | ``                              |
	* | 1    | 1       | 3     | `MM`                            |
	* | 1    | 2       | 0     | `D ` + `??`                     |
	* | 1    | 2       | 1     | ` M`                            |
	* | 1    | 2       | 2     | `M `                            |
	* | 1    | 2       | 3     | `MM`                            |
	*
	* @param {object} args
	* @param {FsClient} args.fs - a file system client
	* @param {string} args.dir - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir, '.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {string} [args.ref = 'HEAD'] - Optionally specify a different commit to compare against the workdir and stage instead of the HEAD
	* @param {string[]} [args.filepaths = ['.']] - Limit the query to the given files and directories
	* @param {function(string): boolean} [args.filter] - Filter the results to only those whose filepath matches a function.
	* @param {object} [args.cache] - a [cache](cache.md) object
	* @param {boolean} [args.ignored = false] - include ignored files in the result
	* @param {boolean} [args.refresh = true] - when false, do not refresh the
	*   `.git/index` stat cache for files whose contents still match the staged
	*   blob. The call becomes read-only with respect to the index, at the cost
	*   of recomputing the SHA1 on subsequent calls for files whose stat info
	*   has drifted.
	*
	* @returns {Promise<Array<StatusRow>>} Resolves with a status matrix, described below.
	* @see StatusRow
	*/
	async function statusMatrix({ fs: _fs, dir, gitdir = join(dir, ".git"), ref = "HEAD", filepaths = ["."], filter, cache = {}, ignored: shouldIgnore = false, refresh = true }) {
		try {
			assertParameter("fs", _fs);
			assertParameter("gitdir", gitdir);
			assertParameter("ref", ref);
			const fs = new FileSystem(_fs);
			return await _walk({
				fs,
				cache,
				dir,
				gitdir: await discoverGitdir({
					fsp: fs,
					dotgit: gitdir
				}),
				trees: [
					TREE({ ref }),
					WORKDIR({ refresh }),
					STAGE()
				],
				map: async function(filepath, [head, workdir, stage]) {
					if (!head && !stage && workdir) {
						if (!shouldIgnore) {
							if (await GitIgnoreManager.isIgnored({
								fs,
								dir,
								filepath
							})) return null;
						}
					}
					if (!filepaths.some((base) => worthWalking(filepath, base))) return null;
					if (filter) {
						if (!filter(filepath)) return;
					}
					const [headType, workdirType, stageType] = await Promise.all([
						head && head.type(),
						workdir && workdir.type(),
						stage && stage.type()
					]);
					const isBlob = [
						headType,
						workdirType,
						stageType
					].includes("blob");
					if ((headType === "tree" || headType === "special") && !isBlob) return;
					if (headType === "commit") return null;
					if ((workdirType === "tree" || workdirType === "special") && !isBlob) return;
					if (stageType === "commit") return null;
					if ((stageType === "tree" || stageType === "special") && !isBlob) return;
					const headOid = headType === "blob" ? await head.oid() : void 0;
					const stageOid = stageType === "blob" ? await stage.oid() : void 0;
					let workdirOid;
					if (headType !== "blob" && workdirType === "blob" && stageType !== "blob") workdirOid = "42";
					else if (workdirType === "blob") workdirOid = await workdir.oid();
					const entry = [
						void 0,
						headOid,
						workdirOid,
						stageOid
					];
					const result = entry.map((value) => entry.indexOf(value));
					result.shift();
					return [filepath, ...result];
				}
			});
		} catch (err) {
			err.caller = "git.statusMatrix";
			throw err;
		}
	}
	/**
	* Register file contents in the working tree or object database to the git index (aka staging area).
	*
	* @param {object} args
	* @param {FsClient} args.fs - a file system client
	* @param {string} args.dir - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir, '.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {string} args.filepath - File to act upon.
	* @param {string} [args.oid] - OID of the object in the object database to add to the index with the specified filepath.
	* @param {number} [args.mode = 100644] - The file mode to add the file to the index.
	* @param {boolean} [args.add] - Adds the specified file to the index if it does not yet exist in the index.
	* @param {boolean} [args.remove] - Remove the specified file from the index if it does not exist in the workspace anymore.
	* @param {boolean} [args.force] - Remove the specified file from the index, even if it still exists in the workspace.
	* @param {object} [args.cache] - a [cache](cache.md) object
	*
	* @returns {Promise<string | void>} Resolves successfully with the SHA-1 object id of the object written or updated in the index, or nothing if the file was removed.
	*
	* @example
	* await git.updateIndex({
	*   fs,
	*   dir: '/tutorial',
	*   filepath: 'readme.md'
	* })
	*
	* @example
	* // Manually create a blob in the object database.
	* let oid = await git.writeBlob({
	*   fs,
	*   dir: '/tutorial',
	*   blob: new Uint8Array([])
	* })
	*
	* // Write the object in the object database to the index.
	* await git.updateIndex({
	*   fs,
	*   dir: '/tutorial',
	*   add: true,
	*   filepath: 'readme.md',
	*   oid
	* })
	*/
	async function updateIndex$1({ fs: _fs, dir, gitdir = join(dir, ".git"), cache = {}, filepath, oid, mode, add, remove, force }) {
		try {
			assertParameter("fs", _fs);
			assertParameter("gitdir", gitdir);
			assertParameter("filepath", filepath);
			const fs = new FileSystem(_fs);
			const updatedGitdir = await discoverGitdir({
				fsp: fs,
				dotgit: gitdir
			});
			if (remove) return await GitIndexManager.acquire({
				fs,
				gitdir: updatedGitdir,
				cache
			}, async function(index) {
				if (!force) {
					const fileStats = await fs.lstat(join(dir, filepath));
					if (fileStats) {
						if (fileStats.isDirectory()) throw new InvalidFilepathError("directory");
						return;
					}
				}
				if (index.has({ filepath })) index.delete({ filepath });
			});
			let fileStats;
			if (!oid) {
				fileStats = await fs.lstat(join(dir, filepath));
				if (!fileStats) throw new NotFoundError(`file at "${filepath}" on disk and "remove" not set`);
				if (fileStats.isDirectory()) throw new InvalidFilepathError("directory");
			}
			return await GitIndexManager.acquire({
				fs,
				gitdir: updatedGitdir,
				cache
			}, async function(index) {
				if (!add && !index.has({ filepath })) throw new NotFoundError(`file at "${filepath}" in index and "add" not set`);
				let stats;
				if (!oid) {
					stats = fileStats;
					const object = stats.isSymbolicLink() ? await fs.readlink(join(dir, filepath)) : await fs.read(join(dir, filepath));
					oid = await _writeObject({
						fs,
						gitdir: updatedGitdir,
						type: "blob",
						format: "content",
						object
					});
				} else stats = {
					ctime: /* @__PURE__ */ new Date(0),
					mtime: /* @__PURE__ */ new Date(0),
					dev: 0,
					ino: 0,
					mode,
					uid: 0,
					gid: 0,
					size: 0
				};
				index.insert({
					filepath,
					oid,
					stats
				});
				return oid;
			});
		} catch (err) {
			err.caller = "git.updateIndex";
			throw err;
		}
	}
	/**
	* Write a blob object directly
	*
	* @param {object} args
	* @param {FsClient} args.fs - a file system client
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir,'.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {Uint8Array} args.blob - The blob object to write
	*
	* @returns {Promise<string>} Resolves successfully with the SHA-1 object id of the newly written object
	*
	* @example
	* // Manually create a blob.
	* let oid = await git.writeBlob({
	*   fs,
	*   dir: '/tutorial',
	*   blob: new Uint8Array([])
	* })
	*
	* console.log('oid', oid) // should be 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391'
	*
	*/
	async function writeBlob({ fs, dir, gitdir = join(dir, ".git"), blob }) {
		try {
			assertParameter("fs", fs);
			assertParameter("gitdir", gitdir);
			assertParameter("blob", blob);
			const fsp = new FileSystem(fs);
			return await _writeObject({
				fs: fsp,
				gitdir: await discoverGitdir({
					fsp,
					dotgit: gitdir
				}),
				type: "blob",
				object: blob,
				format: "content"
			});
		} catch (err) {
			err.caller = "git.writeBlob";
			throw err;
		}
	}
	/**
	* Write a commit object directly
	*
	* @param {object} args
	* @param {FsClient} args.fs - a file system client
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir,'.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {CommitObject} args.commit - The object to write
	*
	* @returns {Promise<string>} Resolves successfully with the SHA-1 object id of the newly written object
	* @see CommitObject
	*
	*/
	async function writeCommit({ fs, dir, gitdir = join(dir, ".git"), commit }) {
		try {
			assertParameter("fs", fs);
			assertParameter("gitdir", gitdir);
			assertParameter("commit", commit);
			const fsp = new FileSystem(fs);
			return await _writeCommit({
				fs: fsp,
				gitdir: await discoverGitdir({
					fsp,
					dotgit: gitdir
				}),
				commit
			});
		} catch (err) {
			err.caller = "git.writeCommit";
			throw err;
		}
	}
	/**
	* Write a git object directly
	*
	* `format` can have the following values:
	*
	* | param      | description                                                                                                                                                      |
	* | ---------- | ---------------------------------------------------------------------------------------------------------------------------------------------------------------- |
	* | 'deflated' | Treat `object` as the raw deflate-compressed buffer for an object, meaning can be written to `.git/objects/**` as-is.                                           |
	* | 'wrapped'  | Treat `object` as the inflated object buffer wrapped in the git object header. This is the raw buffer used when calculating the SHA-1 object id of a git object. |
	* | 'content'  | Treat `object` as the object buffer without the git header.                                                                                                      |
	* | 'parsed'   | Treat `object` as a parsed representation of the object.                                                                                                         |
	*
	* If `format` is `'parsed'`, then `object` must match one of the schemas for `CommitObject`, `TreeObject`, `TagObject`, or a `string` (for blobs).
	*
	* {@link CommitObject typedef}
	*
	* {@link TreeObject typedef}
	*
	* {@link TagObject typedef}
	*
	* If `format` is `'content'`, `'wrapped'`, or `'deflated'`, `object` should be a `Uint8Array`.
	*
	* @deprecated
	* > This command is overly complicated.
	* >
	* > If you know the type of object you are writing, use [`writeBlob`](./writeBlob.md), [`writeCommit`](./writeCommit.md), [`writeTag`](./writeTag.md), or [`writeTree`](./writeTree.md).
	*
	* @param {object} args
	* @param {FsClient} args.fs - a file system client
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir,'.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {string | Uint8Array | CommitObject | TreeObject | TagObject} args.object - The object to write.
	* @param {'blob'|'tree'|'commit'|'tag'} [args.type] - The kind of object to write.
	* @param {'deflated' | 'wrapped' | 'content' | 'parsed'} [args.format = 'parsed'] - What format the object is in. The possible choices are listed below.
	* @param {string} [args.oid] - If `format` is `'deflated'` then this param is required. Otherwise it is calculated.
	* @param {string} [args.encoding] - If `type` is `'blob'` then `object` will be converted to a Uint8Array using `encoding`.
	*
	* @returns {Promise<string>} Resolves successfully with the SHA-1 object id of the newly written object.
	*
	* @example
	* // Manually create an annotated tag.
	* let sha = await git.resolveRef({ fs, dir: '/tutorial', ref: 'HEAD' })
	* console.log('commit', sha)
	*
	* let oid = await git.writeObject({
	*   fs,
	*   dir: '/tutorial',
	*   type: 'tag',
	*   object: {
	*     object: sha,
	*     type: 'commit',
	*     tag: 'my-tag',
	*     tagger: {
	*       name: 'your name',
	*       email: 'email@example.com',
	*       timestamp: Math.floor(Date.now()/1000),
	*       timezoneOffset: new Date().getTimezoneOffset()
	*     },
	*     message: 'Optional message'
	*   }
	* })
	*
	* console.log('tag', oid)
	*
	*/
	async function writeObject({ fs: _fs, dir, gitdir = join(dir, ".git"), type, object, format = "parsed", oid, encoding = void 0 }) {
		try {
			const fs = new FileSystem(_fs);
			const updatedGitdir = await discoverGitdir({
				fsp: fs,
				dotgit: gitdir
			});
			if (format === "parsed") {
				switch (type) {
					case "commit":
						object = GitCommit.from(object).toObject();
						break;
					case "tree":
						object = GitTree.from(object).toObject();
						break;
					case "blob":
						object = Buffer.from(object, encoding);
						break;
					case "tag":
						object = GitAnnotatedTag.from(object).toObject();
						break;
					default: throw new ObjectTypeError(oid || "", type, "blob|commit|tag|tree");
				}
				format = "content";
			}
			oid = await _writeObject({
				fs,
				gitdir: updatedGitdir,
				type,
				object,
				oid,
				format
			});
			return oid;
		} catch (err) {
			err.caller = "git.writeObject";
			throw err;
		}
	}
	/**
	* Write a ref which refers to the specified SHA-1 object id, or a symbolic ref which refers to the specified ref.
	*
	* @param {object} args
	* @param {FsClient} args.fs - a file system client
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir,'.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {string} args.ref - The name of the ref to write
	* @param {string} args.value - When `symbolic` is false, a ref or an SHA-1 object id. When true, a ref starting with `refs/`.
	* @param {boolean} [args.force = false] - Instead of throwing an error if a ref named `ref` already exists, overwrite the existing ref.
	* @param {boolean} [args.symbolic = false] - Whether the ref is symbolic or not.
	*
	* @returns {Promise<void>} Resolves successfully when filesystem operations are complete
	*
	* @example
	* await git.writeRef({
	*   fs,
	*   dir: '/tutorial',
	*   ref: 'refs/heads/another-branch',
	*   value: 'HEAD'
	* })
	* await git.writeRef({
	*   fs,
	*   dir: '/tutorial',
	*   ref: 'HEAD',
	*   value: 'refs/heads/another-branch',
	*   force: true,
	*   symbolic: true
	* })
	* console.log('done')
	*
	*/
	async function writeRef({ fs: _fs, dir, gitdir = join(dir, ".git"), ref, value, force = false, symbolic = false }) {
		try {
			assertParameter("fs", _fs);
			assertParameter("gitdir", gitdir);
			assertParameter("ref", ref);
			assertParameter("value", value);
			const fs = new FileSystem(_fs);
			if (!isValidRef(ref, true)) throw new InvalidRefNameError(ref, cleanGitRef.clean(ref));
			const updatedGitdir = await discoverGitdir({
				fsp: fs,
				dotgit: gitdir
			});
			if (!force && await GitRefManager.exists({
				fs,
				gitdir: updatedGitdir,
				ref
			})) throw new AlreadyExistsError("ref", ref);
			if (symbolic) await GitRefManager.writeSymbolicRef({
				fs,
				gitdir: updatedGitdir,
				ref,
				value
			});
			else {
				value = await GitRefManager.resolve({
					fs,
					gitdir: updatedGitdir,
					ref: value
				});
				await GitRefManager.writeRef({
					fs,
					gitdir: updatedGitdir,
					ref,
					value
				});
			}
		} catch (err) {
			err.caller = "git.writeRef";
			throw err;
		}
	}
	/**
	* Write a tree object directly
	*
	* @param {object} args
	* @param {FsClient} args.fs - a file system client
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir,'.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {TreeObject} args.tree - The object to write
	*
	* @returns {Promise<string>} Resolves successfully with the SHA-1 object id of the newly written object.
	* @see TreeObject
	* @see TreeEntry
	*
	*/
	async function writeTree({ fs, dir, gitdir = join(dir, ".git"), tree }) {
		try {
			assertParameter("fs", fs);
			assertParameter("gitdir", gitdir);
			assertParameter("tree", tree);
			const fsp = new FileSystem(fs);
			return await _writeTree({
				fs: fsp,
				gitdir: await discoverGitdir({
					fsp,
					dotgit: gitdir
				}),
				tree
			});
		} catch (err) {
			err.caller = "git.writeTree";
			throw err;
		}
	}
	exports.currentBranch = currentBranch;
	exports.deleteRef = deleteRef;
	exports.expandOid = expandOid;
	exports.fetch = fetch;
	exports.findMergeBase = findMergeBase;
	exports.getConfig = getConfig;
	exports.hashBlob = hashBlob;
	exports.listServerRefs = listServerRefs;
	exports.listTags = listTags;
	exports.push = push;
	exports.readObject = readObject;
	exports.resolveRef = resolveRef;
	exports.statusMatrix = statusMatrix;
	exports.updateIndex = updateIndex$1;
	exports.writeBlob = writeBlob;
	exports.writeCommit = writeCommit;
	exports.writeObject = writeObject;
	exports.writeRef = writeRef;
	exports.writeTree = writeTree;
}));

// src/adapters/git/loose-files.ts
/** The file system for isomorphic-git, which writes objects in place: here a crash leaves no half object. */
const atomicFs = { promises: {
	...promises,
	writeFile: async (path, data) => {
		try {
			await writeFileAtomic(path, typeof data === "string" ? data : Buffer.from(data));
		} catch (error) {
			if (codeOf(error) === "ENOENT") throw error;
			throw cannotWriteError(path, error);
		}
	}
} };
/**
* Moves a branch by compare-and-swap, by git's own protocol: whoever creates `<ref>.lock` may look and rename.
*
* @param to - Undefined deletes the branch.
* @param expected - Undefined: the branch must not exist.
*/
async function swapRef(location, branch, to, expected) {
	const file = join(location.commonDir, "refs/heads", branch);
	const lock = `${file}.lock`;
	await promises.mkdir(dirname(file), { recursive: true });
	let locked;
	try {
		locked = await promises.open(lock, "wx");
	} catch (error) {
		throw codeOf(error) === "EEXIST" ? movedError(branch) : cannotWriteError(lock, error);
	}
	try {
		if (await readRef(location, branch) !== expected) throw movedError(branch);
		if (to === void 0) {
			await locked.close();
			await removeRef(location, branch);
		} else {
			await locked.writeFile(`${to}\n`);
			await locked.sync();
			await locked.close();
			await promises.rename(lock, file);
		}
	} catch (error) {
		throw [
			"ENOSPC",
			"EROFS",
			"EACCES",
			"EDQUOT",
			"EFBIG"
		].includes(codeOf(error) ?? "") ? cannotWriteError(file, error) : error;
	} finally {
		await locked.close().catch(() => {});
		await promises.rm(lock, { force: true });
	}
}
async function readRef(location, branch) {
	try {
		return (await promises.readFile(join(location.commonDir, "refs/heads", branch), "utf8")).trim();
	} catch (error) {
		if (codeOf(error) !== "ENOENT" && codeOf(error) !== "EISDIR") throw error;
	}
	const ref = `refs/heads/${branch}`;
	return (await packedRefs(location)).find((entry) => entry.endsWith(` ${ref}`))?.split(" ")[0];
}
async function packedRefs(location) {
	try {
		return (await promises.readFile(join(location.commonDir, "packed-refs"), "utf8")).split("\n");
	} catch (error) {
		if (codeOf(error) === "ENOENT") return [];
		throw error;
	}
}
async function removeRef(location, branch) {
	const lines = await packedRefs(location);
	const kept = lines.filter((line) => !line.endsWith(` refs/heads/${branch}`));
	if (kept.length !== lines.length) await writeFileAtomic(join(location.commonDir, "packed-refs"), kept.join("\n"));
	await promises.rm(join(location.commonDir, "refs/heads", branch), { force: true });
}
function codeOf(error) {
	return error instanceof Error && "code" in error ? String(error.code) : void 0;
}

export { swapRef as n, require_isomorphic_git as r, atomicFs as t };