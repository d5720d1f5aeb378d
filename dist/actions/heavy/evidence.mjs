import { $ as shallowClone, A as $ZodCheckMinLength, C as $ZodUnion, D as $ZodCheckGreaterThan, E as $ZodCheck, G as extend$1, J as installLazyProp, K as finalizeIssue, L as $ZodAsyncError, M as $ZodCheckRegex, O as $ZodCheckLessThan, Q as own, R as $constructor, S as $ZodType, U as captureStackTrace, W as clone, X as jsonStringifyReplacer, Y as issue, Z as normalizeParams, _ as $ZodOptional, a as $ZodDefault, b as $ZodStringFormat, c as $ZodISODateTime, d as $ZodNever, f as $ZodNull, g as $ZodObject, h as $ZodNumberFormat, i as $ZodCustom, j as $ZodCheckOverwrite, k as $ZodCheckMaxLength, l as $ZodLazy, m as $ZodNumber, n as $ZodArray, o as $ZodDiscriminatedUnion, p as $ZodNullable, r as $ZodBoolean, s as $ZodEnum, t as globalRegistry, u as $ZodLiteral, v as $ZodRecord, x as $ZodTuple, y as $ZodString, z as config } from "./registries.mjs";
// node_modules/zod/v4/core/errors.js
function _getMessage() {
	const internals = this._zod;
	internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
	return internals.message;
}
function _setMessage(value) {
	this._zod.message = value;
}
const _messageDesc = {
	get: _getMessage,
	set: _setMessage,
	enumerable: true,
	configurable: true
};
const _issuesDesc = {
	value: void 0,
	enumerable: false
};
const _installedToString = new WeakSet([Object.prototype, Error.prototype]);
const initializer = (inst, def) => {
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
const $ZodRealError = $constructor("$ZodError", initializer, void 0, { Parent: Error });
// node_modules/zod/v4/core/parse.js
const _parse = (_Err) => {
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
const parse = _parse($ZodRealError);
const _parseAsync = (_Err) => {
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
const parseAsync = _parseAsync($ZodRealError);
const _safeParse = (_Err) => (schema, value, _ctx) => {
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
const safeParse = _safeParse($ZodRealError);
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
const _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
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
const safeParseAsync = _safeParseAsync($ZodRealError);
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
// node_modules/zod/v4/mini/schemas.js
const ZodMiniType = $constructor("ZodMiniType", (inst, def) => {
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
const ZodMiniString = $constructor("ZodMiniString", (inst, def) => {
	$ZodString.init(inst, def);
	ZodMiniType.init(inst, def);
});
function string(params) {
	return _string(ZodMiniString, params);
}
const ZodMiniStringFormat = $constructor("ZodMiniStringFormat", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	ZodMiniString.init(inst, def);
});
const ZodMiniNumber = $constructor("ZodMiniNumber", (inst, def) => {
	$ZodNumber.init(inst, def);
	ZodMiniType.init(inst, def);
});
function number(params) {
	return _number(ZodMiniNumber, params);
}
const ZodMiniNumberFormat = $constructor("ZodMiniNumberFormat", (inst, def) => {
	$ZodNumberFormat.init(inst, def);
	ZodMiniNumber.init(inst, def);
});
function int(params) {
	return _int(ZodMiniNumberFormat, params);
}
const ZodMiniBoolean = $constructor("ZodMiniBoolean", (inst, def) => {
	$ZodBoolean.init(inst, def);
	ZodMiniType.init(inst, def);
});
function boolean(params) {
	return _boolean(ZodMiniBoolean, params);
}
const ZodMiniNull = $constructor("ZodMiniNull", (inst, def) => {
	$ZodNull.init(inst, def);
	ZodMiniType.init(inst, def);
});
function _null(params) {
	return _null$1(ZodMiniNull, params);
}
const ZodMiniNever = $constructor("ZodMiniNever", (inst, def) => {
	$ZodNever.init(inst, def);
	ZodMiniType.init(inst, def);
});
function never(params) {
	return _never(ZodMiniNever, params);
}
const ZodMiniArray = $constructor("ZodMiniArray", (inst, def) => {
	$ZodArray.init(inst, def);
	ZodMiniType.init(inst, def);
});
function array(element, params) {
	return new ZodMiniArray({
		type: "array",
		element,
		...normalizeParams(params)
	});
}
const ZodMiniObject = $constructor("ZodMiniObject", (inst, def) => {
	$ZodObject.init(inst, def);
	ZodMiniType.init(inst, def);
	installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
});
function strictObject(shape, params) {
	return new ZodMiniObject({
		type: "object",
		shape,
		catchall: never(),
		...normalizeParams(params)
	});
}
function extend(schema, shape) {
	return extend$1(schema, shape);
}
const ZodMiniUnion = $constructor("ZodMiniUnion", (inst, def) => {
	$ZodUnion.init(inst, def);
	ZodMiniType.init(inst, def);
});
function union(options, params) {
	return new ZodMiniUnion({
		type: "union",
		options,
		...normalizeParams(params)
	});
}
const ZodMiniDiscriminatedUnion = $constructor("ZodMiniDiscriminatedUnion", (inst, def) => {
	$ZodDiscriminatedUnion.init(inst, def);
	ZodMiniType.init(inst, def);
});
function discriminatedUnion(discriminator, options, params) {
	return new ZodMiniDiscriminatedUnion({
		type: "union",
		options,
		discriminator,
		...normalizeParams(params)
	});
}
const ZodMiniTuple = $constructor("ZodMiniTuple", (inst, def) => {
	$ZodTuple.init(inst, def);
	ZodMiniType.init(inst, def);
});
function tuple(items, _paramsOrRest, _params) {
	const hasRest = _paramsOrRest instanceof $ZodType;
	return new ZodMiniTuple({
		type: "tuple",
		items,
		rest: hasRest ? _paramsOrRest : null,
		...normalizeParams(hasRest ? _params : _paramsOrRest)
	});
}
const ZodMiniRecord = $constructor("ZodMiniRecord", (inst, def) => {
	$ZodRecord.init(inst, def);
	ZodMiniType.init(inst, def);
});
function record(keyType, valueType, params) {
	if (!valueType || !valueType._zod) return new ZodMiniRecord({
		type: "record",
		keyType: string(),
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
const ZodMiniEnum = $constructor("ZodMiniEnum", (inst, def) => {
	$ZodEnum.init(inst, def);
	ZodMiniType.init(inst, def);
	inst.options = [...inst._zod.values];
});
function _enum(values, params) {
	const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
	return new ZodMiniEnum({
		type: "enum",
		entries,
		...normalizeParams(params)
	});
}
const ZodMiniLiteral = $constructor("ZodMiniLiteral", (inst, def) => {
	$ZodLiteral.init(inst, def);
	ZodMiniType.init(inst, def);
});
function literal(value, params) {
	return new ZodMiniLiteral({
		type: "literal",
		values: Array.isArray(value) ? value : [value],
		...normalizeParams(params)
	});
}
const ZodMiniOptional = $constructor("ZodMiniOptional", (inst, def) => {
	$ZodOptional.init(inst, def);
	ZodMiniType.init(inst, def);
});
function optional(innerType) {
	return new ZodMiniOptional({
		type: "optional",
		innerType
	});
}
const ZodMiniNullable = $constructor("ZodMiniNullable", (inst, def) => {
	$ZodNullable.init(inst, def);
	ZodMiniType.init(inst, def);
});
function nullable(innerType) {
	return new ZodMiniNullable({
		type: "nullable",
		innerType
	});
}
const ZodMiniDefault = $constructor("ZodMiniDefault", (inst, def) => {
	$ZodDefault.init(inst, def);
	ZodMiniType.init(inst, def);
});
function _default(innerType, defaultValue) {
	return new ZodMiniDefault({
		type: "default",
		innerType,
		get defaultValue() {
			return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
		}
	});
}
const ZodMiniLazy = $constructor("ZodMiniLazy", (inst, def) => {
	$ZodLazy.init(inst, def);
	ZodMiniType.init(inst, def);
});
function _lazy(getter) {
	return new ZodMiniLazy({
		type: "lazy",
		getter
	});
}
const ZodMiniCustom = $constructor("ZodMiniCustom", (inst, def) => {
	$ZodCustom.init(inst, def);
	ZodMiniType.init(inst, def);
});
function refine(fn, _params = {}) {
	return _refine(ZodMiniCustom, fn, _params);
}
function superRefine(fn, params) {
	return _superRefine(fn, params);
}
const describe = describe$1;
// node_modules/zod/v4/mini/iso.js
const ZodMiniISODateTime = $constructor("ZodMiniISODateTime", (inst, def) => {
	$ZodISODateTime.init(inst, def);
	ZodMiniStringFormat.init(inst, def);
});
function datetime(params) {
	return _isoDateTime(ZodMiniISODateTime, params);
}
// src/domain/evidence/measures.ts
const FAIRNESS_MEASURES = [
	"demographic-parity-difference",
	"demographic-parity-ratio",
	"equal-opportunity-difference",
	"equalized-odds-difference"
];
const LATENCY_QUANTILES = [
	"p50",
	"p95",
	"p99"
];
// src/domain/evidence/latency.ts
const Positive = number().check(_gt(0));
const Ratio = strictObject({
	value: Positive,
	low: Positive,
	high: Positive
});
const Compared = strictObject({
	"champion-ms": Positive,
	"challenger-ms": Positive,
	ratio: Ratio
});
const each = (schema) => strictObject({
	p50: schema,
	p95: schema,
	p99: schema
});
const Latency = strictObject({
	"rows-per-request": int().check(_gte(1)),
	pairs: int().check(_gte(1)),
	"warm-up": int().check(_gte(0)),
	blocks: int().check(_gte(1)),
	seed: int().check(_gte(0)),
	"same-against-same": each(Ratio),
	quantiles: each(Compared)
});
// src/domain/registry/names.ts
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;
const KEBAB = /^[a-z0-9][a-z0-9-]{0,63}$/;
const kebabName = (what) => string().check(_regex(KEBAB, { error: `${what}: 1 to 64 lower-case letters, digits and hyphens, no hyphen first` }), refine((name) => !RESERVED.test(name), { error: `${what} that Windows can use as a folder's name` }));
const ModelName = kebabName("a model name");
const StageName = kebabName("a stage name").check(refine(isFreeName, { error: "a stage name that is neither a number, `latest` nor `constructor`" }));
const AliasName = kebabName("an alias name").check(refine(isFreeName, { error: "an alias name that is neither a number, `latest` nor `constructor`" }));
function isFreeName(name) {
	return name !== "latest" && name !== "constructor" && !/^v?\d+$/.test(name);
}
const VersionNumber = int().check(_gte(1));
int().check(_gte(1));
const Sha256 = string().check(_regex(/^[0-9a-f]{64}$/, { error: "a SHA-256: 64 lower-case hexadecimal digits" }));
const ObjectId = string().check(_regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, { error: "a git object's id: 40 or 64 lower-case hexadecimal digits" }));
const Timestamp = datetime({
	precision: 0,
	error: "a time in UTC like 2026-11-20T09:12:44Z"
});
const PersonName = string().check(_minLength(1), _maxLength(200));
const UserName = string().check(_minLength(1), _maxLength(200), _regex(/^[^\u0000-\u001f\u007f]*$/, { error: "a name without line breaks and control characters" }));
const RepositoryPath = string().check(refine(isRepositoryPath, { error: "a path inside the repository: relative, `/` between its parts, without `..` and `.git`" }));
function isRepositoryPath(path) {
	if (path.length === 0 || path.length > 1024 || /[\\\u0000-\u001f\u007f]|^[A-Za-z]:/.test(path)) return false;
	return path.split("/").every((part) => part !== "" && part !== "." && part !== ".." && part.toLowerCase() !== ".git");
}
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
	return Object.fromEntries(Object.entries(value).sort(byKey));
}
function byKey([a], [b]) {
	return a < b ? -1 : a > b ? 1 : 0;
}
// src/domain/comparison/metric-catalogue.ts
const TASKS = [
	"binary-classification",
	"multiclass-classification",
	"regression"
];
const BINARY = ["binary-classification"];
const MULTICLASS = ["multiclass-classification"];
const CLASSIFICATION = ["binary-classification", "multiclass-classification"];
const REGRESSION = ["regression"];
const entry = (direction, unit, tasks) => ({
	direction,
	unit,
	tasks
});
const METRICS = {
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
const METRIC_NAMES = Object.keys(METRICS);
function metricsOf(task) {
	return METRIC_NAMES.filter((name) => METRICS[name].tasks.includes(task));
}
function metricEntry(name) {
	return METRICS[name];
}
const DEFAULT_PRIMARY = {
	"binary-classification": "roc-auc",
	"multiclass-classification": "accuracy",
	regression: "rmse"
};
// src/domain/comparison/metric-settings.ts
const CostMatrix = strictObject({
	"true-positive": number(),
	"false-positive": number(),
	"true-negative": number(),
	"false-negative": number()
});
const Share$1 = number().check(_gt(0), _lt(1));
const MetricSettings = strictObject({
	threshold: optional(number().check(_gte(0), _lte(1))),
	"lift-at": optional(number().check(_gt(0), _lte(1))),
	cost: optional(CostMatrix),
	quantile: optional(Share$1)
});
const USUAL = {
	threshold: .5,
	"lift-at": .1,
	quantile: .5
};
function settingsInEffect(given = {}) {
	return {
		threshold: given.threshold ?? USUAL.threshold,
		liftAt: given["lift-at"] ?? USUAL["lift-at"],
		quantile: given.quantile ?? USUAL.quantile,
		cost: given.cost
	};
}
const SETTINGS_OF = {
	"binary-classification": [
		"threshold",
		"lift-at",
		"cost"
	],
	"multiclass-classification": [],
	regression: ["quantile"]
};
function unusualSettings(task, given = {}) {
	const kept = SETTINGS_OF[task].flatMap((name) => {
		const value = given[name];
		return value === void 0 || value === USUAL[name] ? [] : [[name, value]];
	});
	return kept.length === 0 ? void 0 : Object.fromEntries(kept);
}
const Interval = strictObject({
	low: number(),
	high: number(),
	level: number().check(_gt(0), _lt(1)),
	method: _enum([
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
	]),
	resamples: optional(int().check(_gte(1))),
	seed: optional(int().check(_gte(0)))
});
// src/domain/evidence/evaluation.ts
const Metric = _enum(METRIC_NAMES);
const Setting = strictObject({
	task: _enum(TASKS),
	rows: int().check(_gte(1)),
	target: UserName,
	"positive-class": optional(UserName),
	"positive-rows": optional(int().check(_gte(0))),
	classes: optional(array(UserName).check(_minLength(2), _maxLength(1e4))),
	settings: optional(MetricSettings)
});
const Undefined = sorted(partialRecord(Metric, string().check(_maxLength(300))));
const OwnMetric = strictObject({
	value: number(),
	direction: _enum([
		"higher",
		"lower",
		"zero"
	]),
	unit: optional(string().check(_maxLength(40))),
	interval: optional(Interval)
});
const OwnMetrics = sorted(record(UserName, OwnMetric));
const Points = array(tuple([number(), number()])).check(_maxLength(201));
const CalibrationBin = strictObject({
	rows: int().check(_gte(1)),
	predicted: number(),
	observed: number()
});
const Curves = strictObject({
	roc: optional(Points),
	"precision-recall": optional(Points),
	calibration: optional(array(CalibrationBin).check(_maxLength(20))),
	residuals: optional(Points)
});
const SliceName = strictObject({
	column: UserName,
	value: string().check(_maxLength(200))
});
const Slice = extend(SliceName, {
	rows: int().check(_gte(1)),
	"positive-rows": optional(int().check(_gte(0))),
	metrics: sorted(partialRecord(Metric, number())),
	undefined: optional(Undefined),
	"own-metrics": optional(OwnMetrics)
});
const ClassMetrics = strictObject({
	class: UserName,
	rows: int().check(_gte(0)),
	precision: number(),
	recall: optional(number()),
	f1: number()
});
const Traps = strictObject({
	"unknown-categories": optional(array(strictObject({
		column: UserName,
		rows: int().check(_gte(1)),
		examples: array(string().check(_maxLength(200))).check(_maxLength(5))
	}))),
	"unused-columns": optional(array(UserName).check(_maxLength(1e3))),
	infinite: optional(int().check(_gte(1))),
	"not-summing": optional(int().check(_gte(1))),
	"duplicate-keys": optional(int().check(_gte(1))),
	"in-training-data": optional(int().check(_gte(1)))
});
const Evaluation = extend(Setting, {
	metrics: sorted(partialRecord(Metric, number())),
	undefined: optional(Undefined),
	"own-metrics": optional(OwnMetrics),
	intervals: optional(sorted(partialRecord(Metric, Interval))),
	confusion: optional(array(array(int().check(_gte(0)))).check(_maxLength(50))),
	curves: optional(Curves),
	slices: optional(array(Slice).check(_maxLength(500))),
	"per-class": optional(array(ClassMetrics).check(_maxLength(1e3))),
	traps: optional(Traps)
});
// src/domain/evidence/comparison.ts
const PairedMetric = strictObject({
	champion: number(),
	challenger: number(),
	difference: number(),
	interval: optional(Interval),
	"p-value": optional(number().check(_gte(0), _lte(1))),
	"degrees-of-freedom": optional(number().check(_gt(0))),
	"standard-error": optional(number().check(_gte(0)))
});
const PairedOwnMetrics = sorted(record(UserName, extend(PairedMetric, {
	direction: OwnMetric.shape.direction,
	unit: OwnMetric.shape.unit
})));
const Metrics = sorted(partialRecord(_enum(METRIC_NAMES), PairedMetric));
const PairedSlice = extend(SliceName, {
	rows: int().check(_gte(1)),
	"positive-rows": optional(int().check(_gte(0))),
	metrics: Metrics,
	undefined: optional(Undefined),
	"own-metrics": optional(PairedOwnMetrics)
});
const Disagreement = strictObject({
	rows: int().check(_gte(0)),
	"champion-right": int().check(_gte(0)),
	"challenger-right": int().check(_gte(0)),
	"p-value": optional(number().check(_gte(0), _lte(1))),
	"mid-p-value": optional(number().check(_gte(0), _lte(1))),
	examples: array(int().check(_gte(0))).check(_maxLength(20), describe("Row numbers from 0, where the two are furthest apart."))
});
const Comparison = extend(Setting, {
	metrics: Metrics,
	undefined: optional(Undefined),
	"own-metrics": optional(PairedOwnMetrics),
	slices: optional(array(PairedSlice).check(_maxLength(500))),
	disagreement: optional(Disagreement),
	clusters: optional(strictObject({
		column: UserName,
		count: int().check(_gte(1))
	}))
});
// src/domain/evidence/contract.ts
const ContractCheck = strictObject({
	check: string().check(_maxLength(100)),
	outcome: _enum([
		"kept",
		"broken",
		"not-asked"
	]),
	probes: int().check(_gte(0)),
	detail: optional(string().check(_maxLength(500)))
});
const Contract = strictObject({
	against: _enum(["artifact", "endpoint"]),
	protocol: optional(_enum(["rows", "v2"])),
	inputs: int().check(_gte(0)),
	probes: int().check(_gte(0)),
	checks: array(ContractCheck).check(_minLength(1), _maxLength(100))
});
// src/domain/evidence/fairness.ts
const Share = number().check(_gte(0), _lte(1));
const Count$2 = int().check(_gte(0));
const Rates = strictObject({
	"selection-rate": Share,
	"true-positive-rate": optional(Share),
	"false-positive-rate": optional(Share)
});
const FairnessGroup = strictObject({
	value: string().check(_maxLength(200)),
	rows: Count$2,
	positives: Count$2,
	status: _enum(["judged", "insufficient-data"]),
	challenger: Rates,
	champion: optional(Rates)
});
const Bounded = strictObject({
	value: number(),
	low: number(),
	high: number()
});
const MeasuredFairness = strictObject({
	measure: _enum(FAIRNESS_MEASURES),
	challenger: Bounded,
	champion: optional(Bounded),
	change: optional(Bounded)
});
const Fairness = extend(Setting, {
	"least-rows": Count$2,
	columns: array(strictObject({
		column: UserName,
		groups: array(FairnessGroup).check(_maxLength(200)),
		measures: array(MeasuredFairness)
	})).check(_maxLength(50))
});
// src/domain/evidence/other-kinds.ts
const Count$1 = int().check(_gte(0));
const Size = strictObject({
	bytes: Count$1,
	files: int().check(_gte(1))
});
const Importance = strictObject({
	metric: _enum(METRIC_NAMES),
	rows: int().check(_gte(1), describe("How many rows it was measured on.")),
	"data-rows": optional(int().check(_gte(1))),
	repeats: int().check(_gte(1), describe("How often each column was shuffled.")),
	seed: Count$1,
	value: optional(number()),
	features: array(strictObject({
		column: UserName,
		loss: number(),
		low: number(),
		high: number()
	})).check(_maxLength(1e3), describe("The columns that the model reads, the most important first."))
});
const COLUMN_TESTS = [
	"kolmogorov-smirnov",
	"chi-squared",
	"fisher-mid-p"
];
const NOT_TESTED = ["no-values", "many-words"];
const Words = strictObject({
	count: Count$1,
	first: array(string()).check(_maxLength(20))
});
const DataChange = strictObject({
	champion: strictObject({
		rows: Count$1,
		sha256: string()
	}),
	challenger: strictObject({
		rows: Count$1,
		sha256: string()
	}),
	added: Count$1,
	removed: Count$1,
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
		"no-numbers": optional(tuple([Count$1, Count$1])),
		"new-words": optional(Words),
		"gone-words": optional(Words),
		missing: optional(strictObject({
			"p-value": number(),
			"unadjusted-p-value": number(),
			moved: boolean()
		}))
	})).check(_maxLength(5e3))
});
const Custom = strictObject({
	name: UserName,
	passed: optional(boolean()),
	values: optional(sorted(record(UserName, number()))),
	note: optional(string().check(_maxLength(2e3)))
});
// src/domain/evidence/reproducibility.ts
const Reproducibility = strictObject({
	finding: _enum([
		"same-bytes",
		"same-predictions",
		"different"
	]),
	commit: ObjectId,
	data: Sha256,
	seed: int(),
	artifacts: array(Sha256).check(_minLength(2), _maxLength(10), describe("The registered one, then that of each training.")),
	rows: optional(int().check(_gte(1))),
	tolerance: optional(number().check(_gte(0))),
	"compared-on": optional(Sha256),
	"largest-difference": optional(number().check(_gte(0))),
	"rows-beyond": optional(int().check(_gte(0))),
	why: optional(string().check(_maxLength(500)))
});
// src/domain/evidence/tests.ts
const Count = int().check(_gte(0));
const Tests = strictObject({
	format: _enum([
		"junit",
		"tap",
		"pytest"
	]),
	report: string().check(_maxLength(64), describe("SHA-256 of the report.")),
	passed: Count,
	failed: Count,
	errors: Count,
	skipped: Count,
	seconds: optional(number().check(_gte(0))),
	failures: array(strictObject({
		name: string().check(_maxLength(300)),
		message: string().check(_maxLength(500))
	})).check(_maxLength(20), describe("The first of those that failed."))
});
// src/domain/evidence/evidence.ts
const Origin = strictObject({
	tool: string().check(_maxLength(100), describe("What measured: name and version.")),
	by: optional(PersonName),
	repository: optional(string().check(_maxLength(200))),
	run: optional(int().check(_gte(1))),
	workflow: optional(string().check(_maxLength(300))),
	commit: optional(ObjectId),
	predictions: optional(array(Sha256).check(_minLength(1), _maxLength(2))),
	machine: string().check(_maxLength(200)),
	"started-at": Timestamp,
	seconds: number().check(_gte(0))
});
const Artifact = strictObject({ artifact: Sha256 });
const Subject = extend(Artifact, { data: Sha256 });
const PairedSubject = extend(Subject, { champion: Sha256 });
const OnDataOrNot = extend(Artifact, { data: optional(Sha256) });
const Successor = extend(Artifact, { champion: Sha256 });
const evidenceOf = (kind, subject, facts) => strictObject({
	schema: literal(1),
	kind: literal(kind),
	subject,
	facts,
	origin: Origin
});
const Evidence = discriminatedUnion("kind", [
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
	evidenceOf("custom", OnDataOrNot, Custom)
]);
Evidence.def.options.map(({ shape }) => [...shape.kind.def.values][0]);
function evidenceFileName(kind, digest) {
	return `${kind}-${digest.slice(0, 12)}.json`;
}
function isRepeat(a, b) {
	const finding = ({ kind, subject, facts }) => JSON.stringify([
		kind,
		subject,
		facts
	]);
	return finding(a) === finding(b);
}
export { _lazy as A, optional as B, Timestamp as C, LATENCY_QUANTILES as D, FAIRNESS_MEASURES as E, discriminatedUnion as F, superRefine as G, refine as H, int as I, _gte as J, union as K, literal as L, array as M, boolean as N, _default as O, describe as P, _regex as Q, nullable as R, StageName as S, VersionNumber as T, strictObject as U, record as V, string as W, _maxLength as X, _lte as Y, _minLength as Z, ModelName as _, MetricSettings as a, RepositoryPath as b, unusualSettings as c, METRIC_NAMES as d, TASKS as f, AliasName as g, sorted as h, isRepeat as i, _null as j, _enum as k, DEFAULT_PRIMARY as l, metricsOf as m, Origin as n, SETTINGS_OF as o, metricEntry as p, _gt as q, evidenceFileName as r, settingsInEffect as s, Evidence as t, METRICS as u, ObjectId as v, UserName as w, Sha256 as x, PersonName as y, number as z };
