import { c as ModelyardError, o as suggestion } from "./run.mjs";
import { C as strictObject, D as union, F as _minLength, L as _regex, N as _lte, O as _gt, P as _maxLength, S as refine, T as superRefine, f as int, g as number, h as nullable, k as _gte, l as describe, n as _default, o as array, p as literal, r as _enum, s as boolean, u as discriminatedUnion, w as string, x as record, y as optional } from "./schemas.mjs";
import { r as evidenceFileName, t as Evidence } from "./evidence.mjs";
import { i as Config, o as LATER_CONFIG_KEYS, r as CONFIG_PATH, s as modelFolder, t as parseJson } from "./json-file.mjs";
import { r as firstError } from "./problem.mjs";
import { a as metricEntry, i as TASKS, o as metricsOf, r as METRIC_NAMES, s as primaryMetric } from "./metric-catalogue.mjs";
import { f as Percentage, i as effectivePolicy, n as Owner, o as metricsNamedIn, r as StagePolicy } from "./policy.mjs";
import { c as SETTINGS_OF, s as MetricSettings } from "./comparison.mjs";
import { a as RepositoryPath, c as StageName, d as VersionNumber, f as folderOfPattern, i as PersonName, l as Timestamp, m as isPattern, n as ModelName, o as Sha256, p as isAddress, r as ObjectId, s as SourceUri, t as AliasName, u as UserName } from "./names.mjs";
import { l as spanMs, r as Season } from "./window.mjs";
import { n as MetricsSla } from "./sla-keys.mjs";
import { t as ServiceSla } from "./sla-service-keys.mjs";
import "./notes.mjs";
import { t as parsePlainYaml } from "./plain-yaml.mjs";
import { a as versionsIn, i as stageOf, n as Pointers, t as NO_POINTERS } from "./pointers.mjs";
import { t as Outcome } from "./outcome.mjs";
import { t as sorted } from "./sorted.mjs";
import { a as heldStages, i as firstStage, r as archiveStage } from "./lifecycle.mjs";
import { n as VersionRecord, t as LastVersion } from "./version.mjs";
// src/domain/registry/model-state.ts
function standingOf(state, version) {
	return stageOf(state.pointers, version) ?? firstStage(state.config.lifecycle);
}
function policyFor(state, stage) {
	return effectivePolicy(state.definition.policy[stage], state.config.floors[stage]);
}
function championOf(pointers) {
	return pointers.aliases[CHAMPION];
}
const CHAMPION = "champion";
// src/domain/registry/evaluate-keys.ts
const OwnMetricRule = strictObject({
	command: string().check(_minLength(1), _maxLength(2e3), describe("Prints JSON: a list of one number a row, or one number. Reads $MODELYARD_DATA and $MODELYARD_PREDICTIONS.")),
	direction: _enum([
		"higher",
		"lower",
		"zero"
	]),
	unit: optional(string().check(_minLength(1), _maxLength(40))),
	per: _enum(["row", "set"])
});
const OwnMetricName = UserName.check(refine((name) => !METRIC_NAMES.includes(name) && name !== "__proto__", { error: "a name of its own, which none of the metrics here has" }));
const Evaluate = strictObject({
	data: strictObject({
		uri: SourceUri,
		sha256: optional(Sha256),
		time: optional(UserName),
		"window-days": optional(int().check(_gte(1), _lte(3599)))
	}).check(refine(({ time, "window-days": days }) => time === void 0 === (days === void 0), { error: "`time` and `window-days` together, or neither" }), refine(({ time, sha256 }) => time === void 0 || sha256 === void 0, { error: "either `sha256`, which pins a file, or `time` and `window-days`, by which rows are chosen" }), refine(({ uri }) => isAddress(uri) || !isPattern(uri) || folderOfPattern(uri) !== "", { error: "files below a folder, which is then guarded as what judges: data/*.csv" }), refine(({ time, uri }) => time !== void 0 || !isAddress(uri) && !isPattern(uri), { error: "one file of the repository, unless `time` and `window-days` choose rows of more" })),
	"primary-metric": optional(_enum(METRIC_NAMES)),
	slices: optional(array(UserName).check(_minLength(1), _maxLength(10))),
	...MetricSettings.shape,
	cluster: optional(UserName),
	key: optional(UserName),
	metrics: optional(record(OwnMetricName, OwnMetricRule))
});
function columnsNamed({ slices = [], cluster, key }) {
	return [...new Set([
		...slices,
		cluster,
		key
	].filter((name) => name !== void 0))];
}
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
// src/domain/service/window.ts
function secondsOf({ from, to }) {
	return (to - from) / 1e3;
}
const LENGTH = /^[1-9]\d{0,6}[mhd]$/;
function parseLength(text) {
	return LENGTH.test(text) ? spanMs(text) : void 0;
}
const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,](\d{1,9}))?(?:(Z)|([+-]\d{2}):?(\d{2})?)$/;
const SECONDS_BELOW = 1e11;
const MILLISECONDS_BELOW = 0x5af3107a4000;
const LEAST_SECONDS = 1e8;
function parseTime(value) {
	const number = typeof value === "string" && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
	if (typeof number === "number") return sinceEpoch(number);
	if (typeof value !== "string") return NaN;
	const [, day, clock, fraction = "", zulu, hours, minutes = "00"] = ISO.exec(value) ?? [];
	if (day === void 0) return NaN;
	return Date.parse(`${day}T${clock}${fraction === "" ? "" : secondsFraction(clock, fraction)}${zulu ?? `${hours}:${minutes}`}`);
}
function secondsFraction(clock, fraction) {
	return clock?.length === 8 ? `.${fraction.slice(0, 3)}` : "";
}
function sinceEpoch(number) {
	if (!(number >= LEAST_SECONDS)) return NaN;
	if (number < SECONDS_BELOW) return number * 1e3;
	if (number < MILLISECONDS_BELOW) return number;
	return number < MILLISECONDS_BELOW * 1e3 ? number / 1e3 : number / 1e6;
}
// src/domain/registry/monitor-keys.ts
const Runs = int().check(_gte(1), _lte(50));
const Days$1 = int().check(_gte(0), _lte(365));
const Label = string().check(_minLength(1), _maxLength(50));
const Login = string().check(_regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/, { error: "a login, without @" }));
const Distance = number().check(_gt(0), _lte(1));
const MonitoredSource = strictObject({
	uri: optional(SourceUri),
	sql: optional(string().check(_minLength(1), _maxLength(2e4))),
	time: optional(UserName),
	"window-days": optional(int().check(_gte(1), _lte(3599)))
}).check(refine(({ uri, sql }) => uri === void 0 !== (sql === void 0), { error: "either `uri` or `sql`" }), refine((source) => source.time === void 0 === (source["window-days"] === void 0), { error: "`time` and `window-days` together, or neither" }));
const MonitoredPredictions = strictObject({
	predictions: RepositoryPath,
	labels: optional(RepositoryPath),
	key: optional(UserName)
}).check(refine(({ labels, key }) => labels === void 0 === (key === void 0), { error: "`labels` and `key` together, or neither" }));
const Length = string().check(refine((text) => parseLength(text) !== void 0, { error: "a length like 24h, 30m or 7d" }));
const Server = string().check(_maxLength(1024), _regex(/^https?:\/\/[^/]/, { error: "an address: https://…" }));
const MonitoredService = strictObject({
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
const Monitor = strictObject({
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
		"reopen-days": optional(Days$1),
		"worse-by": optional(number().check(_gt(1), _lte(100))),
		"blind-after": optional(Runs)
	}))
});
// src/domain/retraining/schedule-form.ts
const NAMED_SCHEDULES = {
	weekly: "0 0 * * 1",
	monthly: "0 0 1 * *"
};
const FIELDS = [
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
// src/domain/registry/retrain-keys.ts
const Days = number().check(_gte(0), _lte(366));
const Drift = strictObject({ distance: optional(number().check(_gt(0), _lte(1))) });
const Performance = strictObject({
	metric: optional(UserName),
	"worse-by": optional(Percentage),
	"worse-than": optional(number())
}).check(refine((keys) => keys["worse-by"] === void 0 || keys["worse-than"] === void 0, { error: "either `worse-by` or `worse-than`" }));
const Schedule = string().check(_maxLength(200), refine(isSchedule, { error: "`weekly`, `monthly` or a cron expression of five fields, such as 0 3 * * 1" }));
const NewRows = union([int().check(_gte(1), _lte(2 ** 40)), string().check(_regex(/^(?!0+(?:\.0+)?%)\d{1,4}(?:\.\d{1,3})?%$/, { error: "rows, or a share like 20%" }))]);
const Retrain = strictObject({
	when: strictObject({
		drift: optional(Drift),
		performance: optional(Performance),
		schedule: optional(Schedule),
		"new-rows": optional(NewRows)
	}),
	"cooldown-days": optional(Days),
	"budget-per-month": optional(int().check(_gte(1), _lte(1e3))),
	"back-off-days": optional(Days)
});
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
// src/domain/registry/serve-keys.ts
const UrlPath = string().check(_maxLength(1e3), _regex(/^\/[\x21-\x7e]*$/, { error: "a path of an address, like /predict" }));
const Serve = strictObject({
	command: string().check(_minLength(1), _maxLength(2e3), describe("Serves the model: reads $MODELYARD_MODEL and listens on 127.0.0.1 at $PORT.")),
	ready: UrlPath,
	path: optional(UrlPath),
	protocol: _default(_enum(["rows", "v2"]), "rows"),
	probability: optional(UserName),
	label: optional(UserName)
});
// src/domain/registry/definition.ts
const Command = string().check(_minLength(1), _maxLength(2e3));
const Sample = strictObject({
	share: optional(number().check(_gt(0), _lte(1))),
	rows: optional(int().check(_gte(1), _lte(2 ** 40))),
	stratify: optional(UserName)
}).check(refine(({ share, rows }) => share === void 0 || rows === void 0, { error: "either `share` or `rows`" }));
const Train = strictObject({
	command: Command,
	data: RepositoryPath,
	seed: _default(int().check(_gte(0), _lte(2 ** 31 - 1)), 0),
	sample: optional(Sample),
	watch: optional(array(string().check(_minLength(1), _maxLength(300))))
});
const Predict = strictObject({ command: Command });
const Lint = strictObject({ command: Command });
const Test = strictObject({ command: Command });
const Environment = strictObject({ install: Command });
const Sla = strictObject({
	...MetricsSla,
	...ServiceSla
});
const Preview = strictObject({ "fail-on": optional(_enum(["worse"])) });
const ModelDefinition = strictObject({
	description: optional(string().check(_maxLength(1e4))),
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
const LATER_DEFINITION_KEYS = { "environment.python": "setting up Python in the pipeline" };
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
// src/domain/registry/record.ts
const AliasMoves = sorted(record(AliasName, nullable(VersionNumber)));
const Head = { schema: literal(1) };
const Tail = {
	"requested-by": PersonName,
	"requested-at": Timestamp,
	reason: optional(string().check(_minLength(1), _maxLength(1e4))),
	unapproved: optional(string().check(_minLength(1), _maxLength(1e4)))
};
const JudgedAt = union([literal("terminal"), int().check(_gte(1))]);
const PromotionMove = strictObject({
	...Head,
	kind: literal("promotion"),
	version: VersionNumber,
	from: StageName,
	to: StageName,
	displaces: optional(VersionNumber),
	aliases: optional(AliasMoves),
	...Tail,
	evidence: array(Sha256).check(_maxLength(1e3), describe("The evidence that was judged.")),
	gates: optional(strictObject({
		outcome: Outcome,
		"policy-commit": ObjectId
	})),
	"judged-at": JudgedAt
});
const RollbackMove = strictObject({
	...Head,
	kind: literal("rollback"),
	version: VersionNumber,
	from: StageName,
	to: StageName,
	displaces: optional(VersionNumber),
	aliases: optional(AliasMoves),
	...Tail,
	"judged-at": JudgedAt
});
const ArchiveMove = strictObject({
	...Head,
	kind: literal("archive"),
	version: VersionNumber,
	from: StageName,
	to: StageName,
	aliases: optional(AliasMoves),
	purged: optional(literal(true)),
	...Tail,
	"judged-at": JudgedAt
});
const AliasMove = strictObject({
	...Head,
	kind: literal("alias"),
	aliases: AliasMoves,
	...Tail,
	"judged-at": JudgedAt
});
const PromotionRecord = discriminatedUnion("kind", [
	PromotionMove,
	RollbackMove,
	ArchiveMove,
	AliasMove
]);
// src/domain/registry/reference.ts
const DAY = /^\d{4}-\d{2}-\d{2}$/;
function parseReference(text) {
	const [name = "", date, ...rest] = text.split("@");
	if (rest.length > 0 || text === "" || text === "@") return badReference(text);
	if (date === void 0) return { name };
	const at = parseDate(date);
	if (at === void 0) return {
		message: `\`${date}\` is not a date`,
		next: "write it as 2026-10-01, or with a time as 2026-10-01T09:00:00Z"
	};
	return {
		name: name === "" ? CHAMPION : name,
		at
	};
}
function parseDate(text) {
	const isDay = DAY.test(text);
	if (!isDay && !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.test(text)) return void 0;
	const at = Date.parse(isDay ? `${text}T23:59:59.999Z` : text);
	const day = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
	if (Number.isNaN(at) || Number.isNaN(day) || !new Date(day).toISOString().startsWith(text.slice(0, 10))) return void 0;
	return at;
}
function resolveReference(name, state) {
	const { pointers, versions } = state;
	const { lifecycle } = state.config;
	const alias = Object.hasOwn(pointers.aliases, name) ? pointers.aliases[name] : void 0;
	if (alias !== void 0) return { version: alias };
	const number = /^v?([1-9]\d{0,8})$/.exec(name)?.[1];
	if (number !== void 0) return existing(Number(number), state);
	if (name === "latest") {
		const latest = versions.at(-1);
		return latest === void 0 ? noVersions(state.name) : { version: latest };
	}
	if (lifecycle.stages.includes(name)) return theOnly(name === firstStage(lifecycle) ? versions.filter((version) => !Object.values(pointers.stages).flat().includes(version)) : versionsIn(pointers, name), name);
	const names = [
		...Object.keys(pointers.aliases),
		...heldStages(lifecycle),
		archiveStage(lifecycle),
		"latest"
	];
	return {
		message: `${state.name} has no version called \`${name}\``,
		next: suggestion(name, names)
	};
}
function existing(version, { name, versions }) {
	if (versions.includes(version)) return { version };
	const latest = versions.at(-1);
	if (latest === void 0) return noVersions(name);
	return {
		message: `${name} has no version ${version}`,
		next: `its versions go up to ${latest}: modelyard show ${name}`
	};
}
function noVersions(model) {
	return {
		message: `${model} has no version yet`,
		next: `make one: modelyard register ${model} FILE`
	};
}
function theOnly(standing, stage) {
	const [version, ...others] = standing;
	if (version === void 0) return {
		message: `no version is in ${stage}`,
		next: "name a version by its number"
	};
	if (others.length === 0) return { version };
	const shown = standing.slice(0, 10).join(", ");
	return {
		message: `${stage} holds ${standing.length} versions (${shown}${standing.length > 10 ? " …" : ""})`,
		next: "name one of them by its number"
	};
}
function badReference(text) {
	return {
		message: `\`${text}\` does not name a version`,
		next: "write a number, an alias, a stage or `latest`, with @2026-10-01 for an earlier day"
	};
}
// src/domain/registry/timeline.ts
function commitAt(chain, at) {
	let latest;
	let clock = Number.NEGATIVE_INFINITY;
	for (const entry of chain) {
		clock = Math.max(clock, entry.committedAt);
		if (clock > at) break;
		latest = entry;
	}
	return latest;
}
function monotoneTimes(chain) {
	let clock = Number.NEGATIVE_INFINITY;
	return chain.map(({ committedAt }) => {
		clock = Math.max(clock, committedAt);
		return clock;
	});
}
// src/commands/registry-reader.ts
async function openRegistry(repository, revision = "HEAD") {
	const commit = await repository.resolve(revision);
	if (commit === void 0) throw revision === "HEAD" ? noCommit() : unknownRevision(revision);
	const bytes = await repository.readFile(commit, CONFIG_PATH);
	if (bytes === void 0) {
		await refuseLinks(repository, commit, CONFIG_PATH);
		throw new ModelyardError({
			code: "no-registry",
			message: `there is no registry at ${revision === "HEAD" ? "the last commit" : revision}: ${CONFIG_PATH} is missing`,
			next: "make one with `modelyard init`, and commit what it writes"
		});
	}
	const parsed = await readYaml(Config, CONFIG_PATH, bytes, LATER_CONFIG_KEYS);
	if (parsed.value === void 0) await refuseLinks(repository, commit, CONFIG_PATH);
	return {
		repository,
		commit,
		config: valueOrThrow(parsed)
	};
}
async function readYaml(schema, path, bytes, later = {}) {
	const plain = parsePlainYaml(schema, path, bytes);
	if (plain !== void 0) return {
		...plain,
		problems: []
	};
	const { parseYaml } = await import("./yaml-file2.mjs");
	return parseYaml(schema, path, bytes, { later });
}
function noCommit() {
	return new ModelyardError({
		code: "no-commit",
		message: "the repository has no commit yet",
		next: "commit what `modelyard init` wrote: git add -A && git commit -m \"Add the model registry\""
	});
}
function unknownRevision(revision) {
	return new ModelyardError({
		code: "unknown-name",
		message: `git knows no commit called \`${revision}\``,
		next: "name a branch, a tag or a commit; a remote branch may have to be fetched first"
	});
}
async function refuseLinks(repository, commit, path) {
	const parts = path.split("/");
	for (const depth of parts.keys()) {
		const here = parts.slice(0, depth + 1).join("/");
		const mode = (await repository.listFolder(commit, parts.slice(0, depth).join("/"))).find((entry) => entry.path === here)?.mode;
		if (mode !== "120000" && mode !== "160000") continue;
		throw new ModelyardError({
			code: "path-escape",
			message: `${here} is a ${mode === "120000" ? "link" : "submodule"}, and what lies behind it is not in this repository`,
			next: "put the files themselves there, and commit them",
			place: { path: here }
		});
	}
}
async function listModels({ repository, commit, config }) {
	const folder = `${config.registry}/models`;
	const entries = await repository.listFolder(commit, folder);
	if (entries.length === 0) await refuseLinks(repository, commit, folder);
	return entries.filter(({ mode }) => mode === "040000").map(nameOf).filter((name) => ModelName.safeParse(name).success);
}
async function readModel(registry, model, { records: withRecords = true } = {}) {
	const { repository, commit, config } = registry;
	const folder = modelFolder(config, model);
	const [definition, pointers, last, versions, records] = await Promise.all([
		repository.readFile(commit, `${folder}/model.yaml`),
		repository.readFile(commit, `${folder}/stages.json`),
		repository.readFile(commit, `${folder}/versions/last.json`),
		repository.listFolder(commit, `${folder}/versions`),
		withRecords ? readRecords(registry, model) : []
	]);
	if (definition === void 0) throw await unknownModel(registry, model);
	return {
		name: model,
		config,
		definition: valueOrThrow(await readYaml(ModelDefinition, `${folder}/model.yaml`, definition, LATER_DEFINITION_KEYS)),
		pointers: pointers === void 0 ? NO_POINTERS : valueOrThrow(parseJson(Pointers, `${folder}/stages.json`, pointers)),
		versions: versionNumbers(versions),
		lastVersion: last === void 0 ? 0 : valueOrThrow(parseJson(LastVersion, `${folder}/versions/last.json`, last)).last,
		records
	};
}
async function unknownModel(registry, model) {
	await refuseLinks(registry.repository, registry.commit, modelFolder(registry.config, model));
	const models = await listModels(registry);
	return new ModelyardError({
		code: "unknown-model",
		message: `there is no model \`${model}\``,
		next: models.length === 0 ? "make one with `modelyard init`, and commit it" : suggestion(model, models)
	});
}
function versionNumbers(entries) {
	return entries.filter(({ path, mode }) => mode === "040000" && /^[1-9]\d*$/.test(nameOf({ path }))).map((entry) => Number(nameOf(entry))).sort((a, b) => a - b);
}
async function readRecords({ repository, commit, config }, model) {
	const numbered = (await repository.listFolder(commit, `${modelFolder(config, model)}/promotions`)).map(({ path, id }) => ({
		path,
		id,
		number: Number(/^([1-9]\d*)\.json$/.exec(nameOf({ path }))?.[1] ?? NaN)
	})).sort((a, b) => a.number - b.number);
	for (const [index, { path, number }] of numbered.entries()) if (number !== index + 1) throw new ModelyardError({
		code: "bad-file",
		message: Number.isNaN(number) ? "this is no promotion record" : `the record ${index + 1} is missing`,
		next: "see what happened with `modelyard validate`",
		place: { path }
	});
	return [...await repository.readBlobs(numbered.map(({ id }) => id), (content, index) => valueOrThrow(parseJson(PromotionRecord, numbered[index]?.path ?? "", content)))];
}
async function readVersion(registry, model, version) {
	const [record] = await readVersions(registry, model, [version]);
	if (record !== void 0) return record;
	throw new ModelyardError({
		code: "unknown-version",
		message: `${model} has no version ${version}`,
		next: `see which there are: modelyard show ${model}`
	});
}
async function readVersions({ repository, commit, config }, model, versions) {
	const paths = versions.map((version) => `${modelFolder(config, model)}/versions/${version}/version.json`);
	return (await Promise.all(paths.map((path) => repository.readFile(commit, path)))).flatMap((bytes, index) => bytes === void 0 ? [] : [valueOrThrow(parseJson(VersionRecord, paths[index], bytes))]);
}
async function resolveVersion(registry, state, text) {
	const reference = parseReference(text);
	if (!("name" in reference)) throw unknownVersion(reference);
	const then = reference.at === void 0 ? state : await readModel(await registryAsOf(registry, reference.at, text), state.name);
	const found = resolveReference(reference.name, then);
	if ("version" in found) return found.version;
	throw unknownVersion(found);
}
async function registryAsOf(registry, at, text) {
	const { entries, complete } = await registry.repository.chain(registry.commit);
	const found = commitAt(entries, at);
	if (found !== void 0) return openRegistry(registry.repository, found.commit);
	if (!complete) throw new ModelyardError({
		code: "shallow-clone",
		message: `this clone is shallow and does not reach back to ${text}`,
		next: "fetch the rest: git fetch --unshallow, or in a workflow `fetch-depth: 0` for actions/checkout"
	});
	throw unknownVersion({
		message: `the repository begins later than ${text}`,
		next: `its first commit is of ${new Date(entries[0]?.committedAt ?? 0).toISOString().slice(0, 10)}`
	});
}
function unknownVersion({ message, next }) {
	return new ModelyardError({
		code: "unknown-version",
		message,
		next
	});
}
function valueOrThrow({ value, problems }) {
	const error = firstError(problems);
	if (error !== void 0) throw error;
	return value;
}
function nameOf({ path }) {
	return path.slice(path.lastIndexOf("/") + 1);
}
// src/commands/evidence-file.ts
function parseEvidence(path, bytes, artifacts) {
	const evidence = valueOrThrow(parseJson(Evidence, path, bytes));
	const digest = artifacts.hash(bytes);
	if (path.endsWith(`/${evidenceFileName(evidence.kind, digest)}`)) return {
		digest,
		evidence
	};
	throw new ModelyardError({
		code: "digest-mismatch",
		message: `the evidence was changed after it was written: it hashes to ${digest.slice(0, 12)}`,
		next: "restore it from git, or remove it and measure again",
		place: { path }
	});
}
export { championOf as _, readYaml as a, monotoneTimes as c, Length as d, parseLength as f, CHAMPION as g, columnsNamed as h, readVersion as i, LATER_DEFINITION_KEYS as l, secondsOf as m, openRegistry as n, resolveVersion as o, parseTime as p, readModel as r, valueOrThrow as s, parseEvidence as t, ModelDefinition as u, policyFor as v, standingOf as y };
