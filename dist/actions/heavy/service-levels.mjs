import { c as ModelyardError } from "./run.mjs";
import { C as strictObject, E as tuple, F as _minLength, P as _maxLength, _ as object, g as number, o as array, p as literal, u as discriminatedUnion, w as string, x as record, y as optional } from "./schemas.mjs";
import { n as overall } from "./outcome.mjs";
import { a as serviceMetrics, n as pushgateway, r as plainServer, t as handOutMetrics } from "./write-metrics.mjs";
import { d as Length, f as parseLength, m as secondsOf, p as parseTime } from "./evidence-file.mjs";
import { h as timestamp, l as Timestamp } from "./names.mjs";
import { n as wilsonInterval, t as clopperPearsonInterval } from "./proportion.mjs";
import { o as studentQuantile } from "./quantiles.mjs";
import { n as judgeLevel } from "./level.mjs";
import { a as slaShare, i as slaMilliseconds, r as UNIT_MS } from "./sla-service-keys.mjs";
import { t as defineMeasurement } from "./define.mjs";
import { n as metrics, r as model } from "./inputs.mjs";
import { i as plainFile, o as sourceName } from "./sample-source.mjs";
import { a as isWithin } from "./window.mjs";
import { t as digestOfData } from "./move-facts.mjs";
import { t as incompleteBeta } from "./special-functions.mjs";
import { t as namedFile } from "./named-file.mjs";
import { n as readWorkingDefinition, t as missingKey } from "./working-definition.mjs";
// src/domain/service/request-fields.ts
const DURATIONS = [
	["duration_ms", "ms"],
	["latency_ms", "ms"],
	["response_time_ms", "ms"],
	["elapsed_ms", "ms"],
	["responseTime", "ms"],
	["request_time", "s"],
	["duration_s", "s"],
	["duration_seconds", "s"],
	["latency_s", "s"],
	["Duration", "ns"]
];
const STATUSES = [
	"status",
	"status_code",
	"statusCode",
	"res.statusCode",
	"DownstreamStatus"
];
const TIMES = [
	"time",
	"timestamp",
	"@timestamp",
	"ts",
	"time_iso8601",
	"StartUTC"
];
function requestFields(rows, format) {
	const durations = DURATIONS.map(([name, unit]) => durationField(name, unit));
	return {
		time: format.time === void 0 ? mostRead(rows, TIMES.map(timeField)) : timeField(format.time),
		duration: format.duration === void 0 ? mostRead(rows, durations) : durationField(format.duration, format.unit ?? "ms"),
		status: format.status === void 0 ? mostRead(rows, STATUSES.map(statusField)) : statusField(format.status)
	};
}
function mostRead(rows, fields) {
	let [best, most] = [void 0, 0];
	for (const field of fields) {
		const readable = rows.filter((row) => !Number.isNaN(field.read(row))).length;
		if (readable > most) [best, most] = [field, readable];
	}
	return best;
}
function timeField(name) {
	return {
		name,
		read: (row) => parseTime(valueAt(row, name))
	};
}
function durationField(name, unit) {
	return {
		name,
		unit,
		read(row) {
			const number = numberOf(valueAt(row, name));
			return number >= 0 && number < Number.POSITIVE_INFINITY ? number * UNIT_MS[unit] : NaN;
		}
	};
}
function statusField(name) {
	return {
		name,
		read(row) {
			const status = numberOf(valueAt(row, name));
			return Number.isInteger(status) && status >= 100 && status <= 599 ? status : NaN;
		}
	};
}
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
function numberOf(value) {
	if (typeof value === "number") return value;
	return typeof value === "string" && NUMBER.test(value) ? Number(value) : NaN;
}
function valueAt(row, name) {
	if (!isObject(row)) return void 0;
	if (Object.hasOwn(row, name)) return row[name];
	const dot = name.indexOf(".");
	if (dot === -1) return void 0;
	const key = name.slice(0, dot);
	return Object.hasOwn(row, key) ? valueAt(row[key], name.slice(dot + 1)) : void 0;
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
// src/domain/service/business.ts
const LEAST_ROWS = 30;
function openBusiness(rule) {
	const sums = openSums();
	let [missing, others] = [0, 0];
	let firstOther = "";
	const read = rule.of === "rate" ? zeroOrOne : numberOf;
	return {
		take(cell) {
			if (cell === "") {
				missing += 1;
				return;
			}
			const value = read(cell);
			if (Number.isFinite(value)) return sums.add(value);
			if (others === 0) firstOther = cell;
			others += 1;
		},
		level() {
			return judgeBusiness(rule, others > 0 ? otherValues(rule, others, firstOther) : estimateOf(rule, sums.get(), missing));
		}
	};
}
function judgeBusiness(rule, found) {
	const { name, direction, of, target } = rule;
	return judgeLevel({
		of: "business",
		name,
		limit: {
			is: direction === "higher" ? "at-least" : "at-most",
			value: target
		},
		unit: of === "rate" ? "share" : "own"
	}, found);
}
function openSums() {
	let [n, mean, squares, total] = [
		0,
		0,
		0,
		0
	];
	return {
		add(value) {
			n += 1;
			const distance = value - mean;
			mean += distance / n;
			squares += distance * (value - mean);
			total += value;
		},
		get: () => ({
			n,
			mean,
			squares,
			total
		})
	};
}
function estimateOf({ of }, { n, mean, squares, total }, missing) {
	if (n === 0) return {
		status: "insufficient-data",
		ground: "nothing-seen"
	};
	const about = {
		observations: n,
		missing
	};
	if (of === "total") return {
		value: total,
		low: total,
		high: total,
		...about
	};
	if (of === "rate") return {
		value: total / n,
		...wilsonInterval({
			hits: total,
			total: n
		}),
		...about
	};
	if (n < LEAST_ROWS) return {
		value: mean,
		low: void 0,
		high: void 0,
		...about
	};
	const half = studentQuantile(n - 1) * Math.sqrt(squares / (n - 1) / n);
	return {
		value: mean,
		low: mean - half,
		high: mean + half,
		...about
	};
}
const ONE = /^(?:1(?:\.0+)?|true|yes)$/i;
const ZERO = /^(?:0(?:\.0+)?|false|no)$/i;
function zeroOrOne(cell) {
	if (ONE.test(cell)) return 1;
	return ZERO.test(cell) ? 0 : NaN;
}
function otherValues({ of, column }, others, first) {
	return {
		status: "error",
		ground: "other-values",
		detail: `${others} rows of ${column} hold ${of === "rate" ? "neither 0 nor 1" : "no number"}, the first of them ${first.slice(0, 50)}; mend them, or leave them empty`
	};
}
// src/domain/service/operations-limits.ts
const SHARES = {
	p50: .5,
	p95: .95,
	p99: .99
};
function shareOfQuantile(measure) {
	return SHARES[measure];
}
function judgeOperations(rules, figures) {
	return rules.map((rule) => judgeLevel(wantedOf(rule), "status" in figures ? figures : figureOf(rule, figures)));
}
function figureOf({ measure }, figures) {
	if (measure === "error-rate") return figures.errorRate();
	return measure === "throughput" ? figures.throughput() : figures.quantile(measure);
}
function wantedOf(rule) {
	const of = "operations";
	switch (rule.measure) {
		case "error-rate": return {
			of,
			name: rule.measure,
			limit: {
				is: "at-most",
				value: slaShare(rule.max)
			},
			unit: "share"
		};
		case "throughput": return {
			of,
			name: rule.measure,
			limit: {
				is: "at-least",
				value: rule.min
			},
			unit: "requests/s"
		};
		default: return {
			of,
			name: rule.measure,
			limit: {
				is: "at-most",
				value: slaMilliseconds(rule.max)
			},
			unit: "ms"
		};
	}
}
// src/commands/text-rows.ts
const BATCH_ROWS = 8192;
async function* textRows(path, columns, tables) {
	const wanted = columns.map((name) => ({
		name,
		kind: "text"
	}));
	for await (const batch of tables.read(path, wanted, BATCH_ROWS)) yield* rowsOf(batch);
}
function* rowsOf({ rows, columns }) {
	for (let row = 0; row < rows; row += 1) yield columns.map((column) => cellOf(column, row));
}
function cellOf(column, row) {
	if (column.kind === "number") return String(column.values[row]);
	return column.words[column.codes[row]] ?? "";
}
// src/commands/measured-business.ts
const MOST_UNREADABLE = .05;
async function measureBusiness(source, rules, wanted, ports) {
	const file = plainFile(source);
	if (file !== void 0) return readBusiness(file, {
		uri: file,
		sha256: await digestOfData(file, ports.artifacts)
	}, rules, wanted, ports.tables);
	const folder = await ports.process.temporaryFolder();
	try {
		const path = `${folder.path}/business/rows.parquet`;
		const { sha256 } = await ports.tables.gather(source, path);
		return await readBusiness(path, {
			uri: sourceName(source),
			sha256
		}, rules, wanted, ports.tables);
	} catch (error) {
		if (!source.isKept || !(error instanceof ModelyardError) || !OF_QUERY.includes(error.code)) throw error;
		const detail = `${error.message}; ${error.next}`;
		return { levels: rules.map((rule) => judgeBusiness(rule, {
			status: "error",
			ground: "unreadable",
			detail
		})) };
	} finally {
		await folder.remove();
	}
}
const OF_QUERY = ["bad-data", "bad-input"];
async function readBusiness(path, { uri, sha256 }, rules, { time, window }, tables) {
	const present = new Set((await tables.columns(path)).map(({ name }) => name));
	const sinks = new Map(rules.filter(({ column }) => present.has(column)).map((rule) => [rule.name, openBusiness(rule)]));
	const limited = window === void 0 ? void 0 : time;
	const isTimed = limited === void 0 || present.has(limited);
	const known = [...new Set([...limited === void 0 ? [] : [limited], ...rules.map((rule) => rule.column)])].filter((name) => present.has(name));
	let [rows, outside, unreadable] = [
		0,
		0,
		0
	];
	if (isTimed && known.length > 0) for await (const cells of textRows(path, known, tables)) {
		rows += 1;
		const at = limited === void 0 ? void 0 : parseTime(cells[known.indexOf(limited)]);
		if (Number.isNaN(at)) unreadable += 1;
		else if (at !== void 0 && window !== void 0 && !isWithin(window, at)) outside += 1;
		else for (const rule of rules) sinks.get(rule.name)?.take(cells[known.indexOf(rule.column)] ?? "");
	}
	const isReadable = unreadable <= MOST_UNREADABLE * rows;
	return {
		levels: rules.map((rule) => levelOf(rule, sinks, isTimed ? void 0 : limited, isReadable)),
		read: {
			uri,
			sha256,
			rows,
			outside,
			unreadable
		}
	};
}
function levelOf(rule, sinks, timeMissing, isReadable) {
	const sink = sinks.get(rule.name);
	if (timeMissing !== void 0 || sink === void 0) return judgeBusiness(rule, {
		status: "error",
		ground: "no-column",
		detail: `the table has no column ${timeMissing ?? rule.column}; name it as it stands there`
	});
	if (!isReadable) return judgeBusiness(rule, {
		status: "error",
		ground: "unreadable"
	});
	return sink.level();
}
// src/domain/service/json-lines.ts
const LONGEST_LINE = 1e6;
async function* jsonLines(pieces) {
	const decoder = new TextDecoder();
	let rest = "";
	let isTooLong = false;
	for await (const piece of pieces) {
		const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) {
			if (isTooLong) yield void 0;
			else if (line.trim() !== "") yield parsed(line);
			isTooLong = false;
		}
		if (rest.length > LONGEST_LINE) {
			isTooLong = true;
			rest = "";
		}
	}
	if (isTooLong) yield void 0;
	else if (rest.trim() !== "") yield parsed(rest);
}
function parsed(line) {
	try {
		const value = JSON.parse(line);
		return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
	} catch {
		return;
	}
}
// src/domain/service/prometheus-answer.ts
const Point = tuple([number(), string()]);
const Success = object({
	status: literal("success"),
	data: discriminatedUnion("resultType", [object({
		resultType: literal("vector"),
		result: array(object({
			metric: record(string(), string()),
			value: optional(Point)
		}))
	}), object({
		resultType: literal("scalar"),
		result: Point
	})])
});
const Refusal = object({
	status: literal("error"),
	errorType: string(),
	error: string()
});
const NEXT = {
	"timed-out": "see whether it is overloaded, or ask for a shorter window",
	"too-large": "ask for fewer series, by `labels`",
	redirected: "name the address that it leads to; nothing else is asked, and no token is sent there",
	unreachable: "see that it runs and that its name and port can be reached from here",
	cut: "run the command again in a while"
};
const TOO_LONG = 200;
function parseAnswer(place, reply) {
	if (reply.is === "nothing") return { wrong: `${place} did not answer (${reply.why}: ${reply.detail}); ${NEXT[reply.why]}` };
	const { status, contentType, text } = reply;
	if (status === 401 || status === 403) return { wrong: `${place} refuses (status ${status}); give a token in the environment, MODELYARD_PROMETHEUS_TOKEN` };
	const body = jsonOf(text);
	if (body === void 0) return { wrong: `${place} answers with what is no whole JSON (status ${status}, ${contentType || "no type"}); name the address of the Prometheus server itself, without /api/v1` };
	const refusal = Refusal.safeParse(body);
	if (refusal.success) {
		const { errorType, error } = refusal.data;
		return { wrong: `${place} refuses the query (${errorType}: ${error.slice(0, TOO_LONG)}); see \`sla.from.prometheus\` in model.yaml` };
	}
	const success = Success.safeParse(body);
	if (status !== 200 || !success.success) return { wrong: `${place} answers otherwise than a Prometheus server (status ${status}); name the address of the server itself, and queries that give one number` };
	const { data } = success.data;
	return { samples: (data.resultType === "scalar" ? [{
		metric: {},
		value: data.result
	}] : data.result).map(({ metric, value }) => ({
		labels: metric,
		value: floatOf(value?.[1])
	})) };
}
function floatOf(text) {
	if (text === "+Inf" || text === "Inf") return Number.POSITIVE_INFINITY;
	if (text === "-Inf") return Number.NEGATIVE_INFINITY;
	return text === void 0 || text.trim() === "" ? NaN : Number(text);
}
function jsonOf(text) {
	try {
		return JSON.parse(text) ?? void 0;
	} catch {
		return;
	}
}
// src/domain/stats/quantile-interval.ts
const TAIL = .025;
function quantileRanks(share, n) {
	const atLeast = (k) => incompleteBeta(share, k, n - k + 1);
	const low = firstWhere(n, (k) => 1 - atLeast(k) > TAIL) - 1;
	const high = firstWhere(n, (k) => atLeast(k) <= TAIL);
	return {
		value: Math.min(n, Math.max(1, Math.ceil(share * n - 1e-9))),
		low: low < 1 ? void 0 : low,
		high: high > n ? void 0 : high
	};
}
function firstWhere(n, holds) {
	let [from, to] = [1, n + 1];
	while (from < to) {
		const middle = Math.floor((from + to) / 2);
		if (holds(middle)) to = middle;
		else from = middle + 1;
	}
	return from;
}
// src/domain/service/buckets.ts
function bucketQuantile(buckets, share) {
	const rising = neverFalling(buckets);
	const total = rising.at(-1)?.count ?? 0;
	const n = Math.max(1, Math.round(total));
	const ranks = quantileRanks(share, n);
	const lower = (rank) => lowerEnd(rising, bucketOf(rising, rank));
	const upper = (rank) => rising[bucketOf(rising, rank)]?.most ?? Number.POSITIVE_INFINITY;
	const high = ranks.high === void 0 ? Number.POSITIVE_INFINITY : upper(ranks.high);
	return {
		value: interpolated(rising, share * total),
		low: ranks.low === void 0 ? void 0 : lower(ranks.low),
		high: high === Number.POSITIVE_INFINITY ? void 0 : high,
		observations: n,
		isAboveLow: true
	};
}
function interpolated(buckets, rank) {
	const at = bucketOf(buckets, rank);
	const { most, count } = buckets[at];
	const start = lowerEnd(buckets, at);
	if (most === Number.POSITIVE_INFINITY) return start;
	if (at === 0 && most <= 0) return most;
	const below = buckets[at - 1]?.count ?? 0;
	return count === below ? most : start + (most - start) * (rank - below) / (count - below);
}
function bucketOf(buckets, rank) {
	const at = buckets.findIndex(({ count }) => count >= rank);
	return at === -1 ? buckets.length - 1 : at;
}
function lowerEnd(buckets, at) {
	return buckets[at - 1]?.most ?? 0;
}
function neverFalling(buckets) {
	let most = 0;
	return buckets.map((bucket) => {
		most = Math.max(most, bucket.count);
		return {
			most: bucket.most,
			count: most
		};
	});
}
// src/domain/service/requests.ts
const FIRST_ROWS = 1e3;
const USUAL_UNREADABLE = .05;
function openRequests(format, window) {
	const first = [];
	const counter = openCounter(format, window);
	let fields;
	const settle = () => {
		fields = requestFields(first.filter((row) => row !== void 0), format);
		for (const row of first) counter.count(row, fields);
		first.length = 0;
		return fields;
	};
	return {
		take(row) {
			if (fields !== void 0) return counter.count(row, fields);
			first.push(row);
			if (first.length === FIRST_ROWS) settle();
		},
		end() {
			const found = fields ?? settle();
			return counter.end(found);
		}
	};
}
function openCounter(format, window) {
	const failedFrom = format["errors-from"] ?? 500;
	const durations = growingNumbers();
	const unreadable = new Map();
	let [lines, requests, outside, failed] = [
		0,
		0,
		0,
		0
	];
	return {
		count(row, fields) {
			lines += 1;
			const read = readRow(row, fields, window !== void 0);
			if (typeof read === "string") {
				unreadable.set(read, (unreadable.get(read) ?? 0) + 1);
				return;
			}
			if (window !== void 0 && !isWithin(window, read.time)) {
				outside += 1;
				return;
			}
			requests += 1;
			if (fields.duration !== void 0) durations.add(read.duration);
			if (read.status >= failedFrom) failed += 1;
		},
		end(fields) {
			const counts = {
				lines,
				requests,
				outside,
				unreadable,
				fields
			};
			return {
				counts,
				figures: tooMuchUnreadable(counts, format) ?? figuresOf(counts, durations.sorted(), failed, window)
			};
		}
	};
}
function readRow(row, { time, duration, status }, needsTime) {
	if (row === void 0) return "no-json";
	const read = {
		time: time?.read(row) ?? NaN,
		duration: duration?.read(row) ?? NaN,
		status: status?.read(row) ?? NaN
	};
	if (Number.isNaN(read.duration) && Number.isNaN(read.status)) return "no-request";
	if (needsTime && Number.isNaN(read.time)) return "no-time";
	if (duration !== void 0 && Number.isNaN(read.duration)) return "no-duration";
	if (status !== void 0 && Number.isNaN(read.status)) return "no-status";
	return read;
}
function tooMuchUnreadable({ lines, unreadable }, format) {
	const most = slaShare(format.unreadable ?? USUAL_UNREADABLE);
	return [...unreadable.values()].reduce((sum, count) => sum + count, 0) > most * lines ? {
		status: "error",
		ground: "unreadable"
	} : void 0;
}
function figuresOf({ requests, fields }, durations, failed, window) {
	const none = {
		status: "insufficient-data",
		ground: "nothing-seen"
	};
	const unrecorded = {
		status: "insufficient-data",
		ground: "not-recorded"
	};
	return {
		quantile(measure) {
			if (requests === 0) return none;
			return fields.duration === void 0 ? unrecorded : quantileOf(durations, shareOfQuantile(measure));
		},
		errorRate() {
			if (requests === 0) return none;
			return fields.status === void 0 ? unrecorded : errorRateOf(failed, requests);
		},
		throughput() {
			if (window === void 0) return {
				status: "insufficient-data",
				ground: "no-window"
			};
			return requests === 0 ? none : countedRate(requests, window);
		}
	};
}
function quantileOf(sorted, share) {
	const { value, low, high } = quantileRanks(share, sorted.length);
	const at = (rank) => sorted[rank - 1];
	return {
		value: at(value),
		low: low === void 0 ? void 0 : at(low),
		high: high === void 0 ? void 0 : at(high),
		observations: sorted.length
	};
}
function errorRateOf(failed, requests) {
	const { low, high } = clopperPearsonInterval({
		hits: failed,
		total: requests
	});
	return {
		value: failed / requests,
		low,
		high,
		observations: requests
	};
}
function countedRate(requests, window) {
	const value = requests / secondsOf(window);
	return {
		value,
		low: value,
		high: value,
		observations: Math.round(requests)
	};
}
function growingNumbers() {
	let values = new Float64Array(1024);
	let length = 0;
	return {
		add(value) {
			if (length === values.length) {
				const grown = new Float64Array(2 * length);
				grown.set(values);
				values = grown;
			}
			values[length] = value;
			length += 1;
		},
		sorted: () => values.slice(0, length).sort()
	};
}
// src/domain/service/prometheus-figures.ts
const LEAST_REQUESTS = 1;
function prometheusFigures(answers, format, window) {
	const own = (measure, scale) => {
		const answered = answers.own.get(measure);
		return answered === void 0 ? void 0 : ownFigure(answered, scale);
	};
	return {
		quantile: (measure) => own(measure, 1e3) ?? quantileIn(answers.buckets, shareOfQuantile(measure), UNIT_MS[format.unit ?? "s"]),
		errorRate: () => own("error-rate", 1) ?? errorRateIn(answers, format["errors-from"] ?? 500),
		throughput: () => own("throughput", 1) ?? throughputIn(answers.requests, window)
	};
}
const NOTHING = {
	status: "insufficient-data",
	ground: "nothing-seen"
};
const wrongly = (detail) => ({
	status: "error",
	ground: "not-answered",
	detail
});
function ownFigure(answered, scale) {
	if ("wrong" in answered) return wrongly(answered.wrong);
	const { samples } = answered;
	if (samples.length > 1) return wrongly(`the query gives ${samples.length} series; write one that gives one number, such as sum(…)`);
	const value = (samples[0]?.value ?? NaN) * scale;
	return Number.isFinite(value) ? {
		value,
		low: value,
		high: value
	} : NOTHING;
}
function quantileIn(answered, share, inMs) {
	const buckets = bucketsOf(answered);
	if ("status" in buckets) return buckets;
	const { value, low, high, ...rest } = bucketQuantile(buckets, share);
	const scaled = (bound) => bound === void 0 ? void 0 : bound * inMs;
	return {
		...rest,
		value: value * inMs,
		low: scaled(low),
		high: scaled(high)
	};
}
function bucketsOf(answered) {
	if (answered === void 0) return {
		status: "insufficient-data",
		ground: "not-recorded"
	};
	if ("wrong" in answered) return wrongly(answered.wrong);
	const buckets = answered.samples.map(({ labels, value }) => ({
		most: floatOf(labels.le),
		count: value
	})).toSorted((a, b) => a.most - b.most);
	const last = buckets.at(-1);
	if (last === void 0 || Number.isNaN(last.count)) return NOTHING;
	if (last.most !== Number.POSITIVE_INFINITY || buckets.some(({ most, count }) => Number.isNaN(most + count))) return wrongly("its histogram has no whole set of buckets up to +Inf; name another in `histogram`");
	return last.count < LEAST_REQUESTS ? NOTHING : buckets;
}
function errorRateIn({ requests, statusLabel }, failedFrom) {
	const total = totalIn(requests);
	if (typeof total !== "number") return total;
	if (total < LEAST_REQUESTS) return NOTHING;
	const samples = samplesOf(requests);
	if (samples.find(({ labels }) => Number.isNaN(statusOf(labels[statusLabel]))) !== void 0) return wrongly(`its counter has series whose label ${statusLabel} is no status like 503 or 5xx; name the label in \`status\``);
	const failed = samples.filter(({ labels }) => statusOf(labels[statusLabel]) >= failedFrom).reduce((sum, { value }) => sum + value, 0);
	const [whole, of] = [Math.round(failed), Math.round(total)];
	return errorRateOf(Math.min(whole, of), of);
}
function throughputIn(requests, window) {
	const total = totalIn(requests);
	if (typeof total !== "number") return total;
	return samplesOf(requests).length === 0 ? NOTHING : countedRate(total, window);
}
function totalIn(requests) {
	if (requests === void 0) return {
		status: "insufficient-data",
		ground: "not-recorded"
	};
	if ("wrong" in requests) return wrongly(requests.wrong);
	const total = requests.samples.reduce((sum, { value }) => sum + value, 0);
	return Number.isFinite(total) ? total : wrongly("its counter of requests is no number; see that it is one");
}
function samplesOf(answered) {
	return answered !== void 0 && "samples" in answered ? answered.samples : [];
}
function statusOf(text) {
	if (text !== void 0 && /^[1-5]xx$/i.test(text)) return Number(text[0]) * 100;
	return text !== void 0 && /^[1-5]\d{2}$/.test(text) ? Number(text) : NaN;
}
// src/domain/service/prometheus-query.ts
const USUAL = {
	histogram: "http_request_duration_seconds",
	status: "code"
};
function prometheusQueries(format, window) {
	const histogram = format.histogram ?? USUAL.histogram;
	const statusLabel = format.status ?? USUAL.status;
	const grown = (metric) => `increase(${metric}${selectorOf(format)}[${secondsOf(window)}s])`;
	return {
		buckets: `sum by (le) (${grown(`${histogram}_bucket`)})`,
		requests: `sum by (${statusLabel}) (${grown(format.counter ?? `${histogram}_count`)})`,
		statusLabel
	};
}
function ownQuery({ queries }, measure, window) {
	return queries?.[measure]?.replaceAll("$window", `${secondsOf(window)}s`);
}
function selectorOf({ labels = {} }) {
	const matchers = Object.entries(labels).map(([name, value]) => `${name}=${quoted(value)}`);
	return matchers.length === 0 ? "" : `{${matchers.join(",")}}`;
}
function quoted(value) {
	return JSON.stringify(value);
}
function queryAddress(server, query, window) {
	const parameters = new URLSearchParams({
		query,
		time: String(window.to / 1e3),
		timeout: "25s"
	});
	return `${server.replace(/\/+$/, "")}/api/v1/query?${parameters}`;
}
// src/commands/measured-operations.ts
const ANSWER_MS = 3e4;
async function operationsOfLogs(path, format, window, ports) {
	const sink = openRequests(format, window);
	const sha256 = await digestOfData(path, ports.artifacts);
	for await (const row of jsonLines(ports.artifacts.readPieces(path))) sink.take(row);
	return measured("logs", path, sha256, sink);
}
async function operationsOfSamples(path, format, window, ports) {
	const sink = openRequests(format, window);
	const sha256 = await digestOfData(path, ports.artifacts);
	const columns = (await ports.tables.columns(path)).map(({ name }) => name);
	for await (const cells of textRows(path, columns, ports.tables)) sink.take(Object.fromEntries(columns.map((name, at) => [name, cells[at]])));
	return measured("samples", path, sha256, sink);
}
function measured(is, uri, sha256, sink) {
	const { counts, figures } = sink.end();
	const { lines, requests, outside, unreadable } = counts;
	return {
		figures,
		source: {
			is,
			uri,
			sha256,
			lines,
			requests,
			outside,
			unreadable: Object.fromEntries(unreadable),
			fields: fieldsRead(counts)
		}
	};
}
function fieldsRead({ fields: { time, duration, status } }) {
	return {
		...time !== void 0 && { time: time.name },
		...duration?.unit !== void 0 && { duration: {
			name: duration.name,
			unit: duration.unit
		} },
		...status !== void 0 && { status: status.name }
	};
}
async function operationsOfPrometheus(server, rules, { format, window }, { prometheus }, { signal }) {
	const place = placeOf(server);
	const ask = async (query) => {
		const url = queryAddress(place, query, window);
		return parseAnswer(place, await prometheus.ask(url, {
			timeoutMs: ANSWER_MS,
			signal
		}));
	};
	const { buckets, requests, statusLabel } = prometheusQueries(format, window);
	const own = new Map();
	const plain = [];
	for (const { measure } of rules) {
		const query = ownQuery(format, measure, window);
		if (query === void 0) plain.push(measure);
		else own.set(measure, await ask(query));
	}
	const isAsked = (...measures) => measures.some((measure) => plain.includes(measure));
	return {
		figures: prometheusFigures({
			buckets: isAsked("p50", "p95", "p99") ? await ask(buckets) : void 0,
			requests: isAsked("error-rate", "throughput") ? await ask(requests) : void 0,
			own,
			statusLabel
		}, format, window),
		source: {
			is: "prometheus",
			server: place
		}
	};
}
function placeOf(server) {
	const place = plainServer(server);
	if (place !== void 0) return place;
	throw new ModelyardError({
		code: "bad-input",
		message: "the address of the Prometheus server is no plain http: or https: address",
		next: "give one like http://prometheus:9090, its token in the environment: MODELYARD_PROMETHEUS_TOKEN"
	});
}
// src/commands/service-levels.ts
const File = optional(string().check(_minLength(1), _maxLength(4e3)));
const input = strictObject({
	model,
	logs: File,
	samples: File,
	prometheus: File,
	business: File,
	businessSql: optional(string().check(_minLength(1), _maxLength(2e4))),
	window: optional(Length),
	until: optional(Timestamp),
	metrics,
	pushgateway
});
const serviceLevels = defineMeasurement({
	name: "service-levels",
	summary: "Whether what serves a model keeps its service levels.",
	details: `Holds what requests took, how many failed and how many came, and numbers of the business, against \`sla\` in
model.yaml. A limit is broken, or kept, where the whole 95 % interval lies on that side of it; otherwise there are
too few requests to tell, which is no pass. Quantiles are bounded by order statistics, and by the ends of buckets
where a histogram was read. Lines that cannot be read are counted and said, and above 5 % nothing is judged.`,
	positional: ["model"],
	examples: [{
		command: "modelyard service-levels telco-churn --logs access.jsonl",
		does: "judges an access log"
	}, {
		command: "modelyard service-levels telco-churn --prometheus http://localhost:9090 --window 24h",
		does: "asks a Prometheus server about the last day"
	}],
	permission: "read",
	doors: ["action", "cli"],
	input,
	results: ["service-levels"],
	async run(input, ports, watch) {
		const found = await readWorkingDefinition(input.model, ports.worktree);
		const given = await withSources(input, found.definition.monitor?.service, ports);
		refuseUnclear(given);
		const { operations = [], business = [], from = {} } = found.definition.sla ?? {};
		if (operations.length + business.length === 0) throw missingKey(found, "sla", "sla: {operations: [{measure: p95, max: 250ms}, {measure: error-rate, max: 1%}]}");
		const table = businessSource(given, from.business?.sql);
		refuseNothing(given, table);
		const window = windowOf(given, ports.clock.now());
		const measured = await measuredOperations({
			given,
			operations,
			from,
			window
		}, ports, watch);
		const read = table === void 0 || business.length === 0 ? void 0 : await measureBusiness(table, business, {
			time: from.business?.time,
			window
		}, ports);
		const levels = [...judgeOperations(operations, measured?.figures ?? NOT_GIVEN), ...read?.levels ?? business.map((rule) => judgeBusiness(rule, NOT_GIVEN))];
		const result = {
			kind: "service-levels",
			model: given.model,
			outcome: overall(levels.map(outcomeOf)),
			...window !== void 0 && { window: {
				from: timestamp(window.from),
				until: timestamp(window.to)
			} },
			...measured !== void 0 && { source: measured.source },
			...read?.read !== void 0 && { business: read.read },
			levels,
			remarks: remarksOn(given, table, operations, business, from, window),
			next: []
		};
		const families = serviceMetrics(result, ports.clock.now());
		return handOutMetrics(result, "service-levels", families, given, ports, watch);
	}
});
async function withSources(input, named, { worktree }) {
	const { logs, samples, prometheus, business, businessSql } = input;
	if ([
		logs,
		samples,
		prometheus,
		business,
		businessSql
	].some((source) => source !== void 0) || named === void 0) return input;
	const read = async (uri) => uri === void 0 ? void 0 : namedFile(uri, worktree);
	return {
		...input,
		logs: await read(named.logs),
		samples: await read(named.samples),
		business: await read(named.business),
		prometheus: named.prometheus,
		window: input.window ?? named.window
	};
}
const NOT_GIVEN = {
	status: "insufficient-data",
	ground: "not-given"
};
function businessSource({ business, businessSql }, kept) {
	if (business !== void 0) return {
		from: { files: business },
		isKept: false
	};
	const sql = businessSql ?? kept;
	return sql === void 0 ? void 0 : {
		from: { sql },
		isKept: businessSql === void 0
	};
}
function refuseNothing({ logs, samples, prometheus }, business) {
	if ([
		logs,
		samples,
		prometheus,
		business
	].every((source) => source === void 0)) throw bad("there is nothing to look at", "give --logs, --samples or --prometheus, --business, or both; or name them in model.yaml: monitor: {service: {logs: access.jsonl}}");
}
function refuseUnclear({ logs, samples, prometheus, business, businessSql, window, until }) {
	if ([
		logs,
		samples,
		prometheus
	].filter((source) => source !== void 0).length > 1) throw bad("requests come from one source", "give one of --logs, --samples and --prometheus");
	if (business !== void 0 && businessSql !== void 0) throw bad("the business has two sources", "give one of --business and --business-sql");
	if (window === void 0 && (until !== void 0 || prometheus !== void 0)) throw bad(prometheus === void 0 ? "--until ends no window" : "a Prometheus server is asked about a time", "say how long it is: --window 24h");
}
function bad(message, next) {
	return new ModelyardError({
		code: "bad-input",
		message,
		next
	});
}
function windowOf({ window, until }, now) {
	const length = window === void 0 ? void 0 : parseLength(window);
	if (length === void 0) return void 0;
	const end = Math.floor((until === void 0 ? now : Date.parse(until)) / 1e3) * 1e3;
	return {
		from: end - length,
		to: end
	};
}
async function measuredOperations({ given: { logs, samples, prometheus }, operations, from, window }, ports, watch) {
	if (operations.length === 0) return void 0;
	if (logs !== void 0) return operationsOfLogs(logs, from.logs ?? {}, window, ports);
	if (samples !== void 0) return operationsOfSamples(samples, from.samples ?? {}, window, ports);
	if (prometheus === void 0 || window === void 0) return void 0;
	return operationsOfPrometheus(prometheus, operations, {
		format: from.prometheus ?? {},
		window
	}, ports, watch);
}
function outcomeOf({ status }) {
	if (status === "ok") return "passed";
	return status === "breached" ? "failed" : "inconclusive";
}
function remarksOn({ logs, samples, prometheus }, table, operations, business, from, window) {
	return [
		...(logs ?? samples ?? prometheus) !== void 0 && operations.length === 0 ? ["`sla` in model.yaml says nothing of operations"] : [],
		...table !== void 0 && business.length === 0 ? ["`sla` in model.yaml says nothing of the business"] : [],
		...table !== void 0 && business.length > 0 && window !== void 0 && from.business?.time === void 0 ? ["all rows of the business count, whenever they are of: `sla.from.business.time` names no column"] : []
	];
}
export { serviceLevels };
