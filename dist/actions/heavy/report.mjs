import { c as ModelyardError } from "./run.mjs";
import { C as strictObject, F as _minLength, L as _regex, P as _maxLength, f as int, k as _gte, m as looseObject, n as _default, o as array, r as _enum, w as string, y as optional } from "./schemas.mjs";
import { a as DEFAULT_ROOT, t as parseJson } from "./json-file.mjs";
import { a as RepositoryPath, h as timestamp, n as ModelName, r as ObjectId } from "./names.mjs";
import { r as firstError } from "./problem.mjs";
import { t as defineMeasurement } from "./define.mjs";
import { t as ALERT_KINDS } from "./finding.mjs";
import { s as runsFolder, t as HISTORY_BRANCH } from "./run-record.mjs";
import "./state.mjs";
// src/domain/report/marker.ts
function renderMarker({ registry, model, workflow }) {
	return `<!-- modelyard: root=${escapeValue(registry)} model=${escapeValue(model)} workflow=${escapeValue(workflow)} -->`;
}
function isMarked(body, marker) {
	return body.startsWith(marker) && /^(?:\r?\n|$)/.test(body.slice(marker.length));
}
function escapeValue(text) {
	return text.toWellFormed().replace(/[^A-Za-z0-9._/-]/gu, (character) => encodeURIComponent(character).replace(/[!'()*~]/g, hex)).replace(/-(?=-|$)/g, "%2D");
}
function unescapeValue(value) {
	try {
		const text = decodeURIComponent(value);
		return escapeValue(text) === value ? text : void 0;
	} catch {
		return;
	}
}
function withoutMarkers(markdown) {
	return markdown.replaceAll("<!--", "<!​--");
}
function hex(character) {
	return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
// src/domain/results/reported.ts
const REPORTED = {
	validation: async () => (await import("./validation.mjs")).ValidationResult,
	registration: async () => (await import("./registration.mjs")).RegistrationResult,
	"model-list": async () => (await import("./model.mjs")).ModelListResult,
	model: async () => (await import("./model.mjs")).ModelResult,
	version: async () => (await import("./model.mjs")).VersionResult,
	search: async () => (await import("./search.mjs")).SearchResult,
	history: async () => (await import("./history.mjs")).HistoryResult,
	difference: async () => (await import("./difference.mjs")).DifferenceResult,
	move: async () => (await import("./move.mjs")).MoveResult,
	evaluation: async () => (await import("./measurement.mjs")).EvaluationResult,
	comparison: async () => (await import("./measurement.mjs")).ComparisonResult,
	gates: async () => (await import("./gates.mjs")).GatesResult,
	latency: async () => (await import("./latency.mjs")).LatencyResult,
	contract: async () => (await import("./contract2.mjs")).ContractResult,
	reproduction: async () => (await import("./reproduction.mjs")).ReproductionResult,
	"test-report": async () => (await import("./test-report.mjs")).TestReportResult,
	"custom-evidence": async () => (await import("./custom-evidence.mjs")).CustomEvidenceResult,
	run: async () => (await import("./run2.mjs")).RunResult,
	sample: async () => (await import("./sample2.mjs")).SampleResult,
	drift: async () => (await import("./drift.mjs")).DriftResult,
	performance: async () => (await import("./performance2.mjs")).PerformanceResult,
	alerts: async () => (await import("./alerts.mjs")).AlertsResult,
	"alert-note": async () => (await import("./alert-note.mjs")).AlertNoteResult,
	retraining: async () => (await import("./retraining.mjs")).RetrainingResult,
	"service-levels": async () => (await import("./service-levels2.mjs")).ServiceLevelsResult,
	"monitor-history": async () => (await import("./monitor-history.mjs")).MonitorHistoryResult,
	conclusion: async () => (await import("./conclusion2.mjs")).ConclusionResult,
	seal: async () => (await import("./seal.mjs")).SealResult,
	failure: async () => (await import("./failure.mjs")).Failure
};
array(looseObject({ kind: _enum(Object.keys(REPORTED)) }));
// src/commands/parse-answer.ts
const MOST_ANSWER_BYTES = 1048576;
const KIND = _enum(Object.keys(REPORTED));
async function parseAnswer(path, content) {
	const load = REPORTED[valueOrThrow(parseJson(looseObject({ kind: KIND }), path, content)).kind];
	return valueOrThrow(parseJson(await load(), path, content));
}
function valueOrThrow({ value, problems }) {
	const problem = firstError(problems);
	if (value !== void 0 && problem === void 0) return value;
	throw new ModelyardError({
		code: problem?.code ?? "bad-file",
		message: problem?.message ?? "the file holds no answer",
		next: "give a file that a command of this release wrote with --json",
		place: problem?.place
	});
}
// src/commands/answer-files.ts
const MOST_FILES = 50;
const AnswerPaths = array(string().check(_minLength(1), _maxLength(4e3))).check(_maxLength(MOST_FILES));
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
	if (files.length > MOST_FILES) throw refusal("bad-artifact", place, `holds ${files.length} answers, more than ${MOST_FILES}`, "give those of one workflow alone");
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
// src/domain/monitoring/lateness.ts
const DAY_MS = 864e5;
const LATE_AFTER = 3;
function latenessOf(times, now) {
	const ran = times.map((time) => Date.parse(time)).filter(Number.isFinite).sort((a, b) => b - a);
	const gaps = ran.slice(1).map((time, index) => ran[index] - time).sort((a, b) => a - b);
	const [last] = ran;
	const period = gaps[Math.floor(gaps.length / 2)];
	if (last === void 0 || period === void 0) return void 0;
	const silent = now - last;
	if (silent <= Math.max(LATE_AFTER * period, DAY_MS)) return void 0;
	return {
		last: timestamp(last),
		daysAgo: Math.floor(silent / DAY_MS),
		everyDays: period / DAY_MS
	};
}
// src/commands/alert-issue.ts
function alertMarker(subject) {
	return `<!-- modelyard alert-${subject} -->`;
}
// src/commands/settle-monitoring-alert.ts
const MONITORING_ALERT = "monitoring-";
function monitoringAlertMarker({ kind, model }) {
	return alertMarker(`${MONITORING_ALERT}${kind}-${model}`);
}
// src/commands/open-alerts.ts
const LINE = new RegExp(`alert-${MONITORING_ALERT}(${ALERT_KINDS.join("|")})-([a-z0-9-]+)`);
async function openAlerts({ issues }) {
	return (await issues.findOpen(`<!-- modelyard alert-${MONITORING_ALERT}`)).flatMap((issue) => {
		const [line = ""] = issue.body.split(/\r?\n/, 1);
		const [, kind, model] = LINE.exec(line) ?? [];
		if (kind === void 0 || model === void 0) return [];
		const alert = {
			kind,
			model
		};
		return line === monitoringAlertMarker(alert) ? [{
			...alert,
			issue
		}] : [];
	});
}
// src/commands/model-watch.ts
const MOST_MODELS = 10;
async function watchModels(models, ports) {
	if (models.length === 0) return [];
	const { monitorHistory, clock } = ports;
	const open = await openAlerts(ports);
	const watched = [];
	const known = models.filter((model) => ModelName.safeParse(model).success);
	for (const model of known.slice(0, MOST_MODELS)) {
		const alerts = ALERT_KINDS.flatMap((kind) => open.filter((one) => one.kind === kind && one.model === model).map(({ issue }) => ({
			kind,
			issue: issue.number
		})));
		const late = latenessOf(await monitorHistory.newest(HISTORY_BRANCH, runsFolder(model)), clock.now());
		if (alerts.length > 0 || late !== void 0) watched.push({
			model,
			alerts,
			late
		});
	}
	return watched;
}
// src/commands/finished-run.ts
async function finishedRun(run, { runs }) {
	const record = await runs.finished(run);
	if (record?.event === "pull_request") return record;
	throw new ModelyardError({
		code: "bad-input",
		message: record === void 0 ? `run ${run} is not the one whose end started this workflow` : `run ${run} was started by ${record.event}, and not by a pull request`,
		next: "call it on `workflow_run`, with `run: ${{ github.event.workflow_run.id }}`"
	});
}
// src/commands/run-answers.ts
const LIMITS = {
	prefix: "modelyard-result-",
	mostArtifacts: 40,
	mostBytes: MOST_ANSWER_BYTES,
	mostFiles: 5
};
const JUDGEMENTS = [
	"conclusion",
	"gates",
	"move"
];
async function answersOfRun(run, ports) {
	return answersIn(await ports.runs.leftFiles(await finishedRun(run, ports), LIMITS), JUDGEMENTS);
}
async function answersIn(left, refusedKinds) {
	return (await Promise.all(left.map(({ artifact, files = [], refused }) => refused === void 0 ? Promise.all(files.map((file) => answerIn(artifact, file, refusedKinds))) : [notTaken(artifact, refused)]))).flat();
}
async function answerIn(artifact, { name, content }, refusedKinds) {
	try {
		const answer = await parseAnswer(name, content);
		return refusedKinds.includes(answer.kind) ? notTaken(artifact, "it holds a judgement, which no run of a pull request makes") : answer;
	} catch (error) {
		if (!(error instanceof ModelyardError)) throw error;
		return notTaken(artifact, "it holds something else than an answer of this release");
	}
}
function notTaken(artifact, why) {
	return {
		kind: "failure",
		code: "bad-artifact",
		message: `artifact ${artifact} was not taken: ${why}`,
		next: "see the log of the run, and run it again"
	};
}
// src/domain/report/fit.ts
function fairShare(lengths, room) {
	let left = room;
	const rising = [...lengths].sort((a, b) => a - b);
	for (const [index, length] of rising.entries()) {
		const share = Math.floor(left / (rising.length - index));
		if (length > share) return Math.max(0, share);
		left -= length;
	}
	return Number.POSITIVE_INFINITY;
}
function shortenMarkdown(text, most, note) {
	if (text.length <= most) return text;
	if (note.length > most) return "";
	const room = most - note.length - 2;
	const cut = cutsOf(text).findLast((end) => end <= room) ?? 0;
	return cut === 0 ? note : `${text.slice(0, cut)}\n\n${note}`;
}
function cutsOf(text) {
	const cuts = [];
	let [offset, folds, isFenced] = [
		0,
		0,
		false
	];
	for (const line of text.split("\n")) {
		if (/^`{3,}/.test(line)) isFenced = !isFenced;
		if (!isFenced && line.startsWith("<details>")) folds += 1;
		if (!isFenced && line.startsWith("</details>")) folds -= 1;
		if (line === "" && !isFenced && folds === 0 && offset > 0) cuts.push(offset - 1);
		offset += line.length + 1;
	}
	return cuts;
}
// src/domain/report/part.ts
function compareStamps(a, b) {
	return a.run - b.run || a.attempt - b.attempt || a.at - b.at;
}
function mergeParts(parts) {
	const newest = new Map();
	for (const part of parts) {
		const other = newest.get(part.name);
		if (other === void 0 || isPreferred(part, other)) newest.set(part.name, part);
	}
	return [...newest.values()].sort((a, b) => a.name < b.name ? -1 : 1);
}
function isPreferred(part, other) {
	const order = compareStamps(part, other) || part.text.length - other.text.length;
	return order > 0 || order === 0 && part.text > other.text;
}
function renderPart({ name, run, attempt, at, text }) {
	return `<!-- modelyard-part: name=${escapeValue(name)} run=${run} attempt=${attempt} at=${at} -->\n\n${withoutMarkers(text).trim()}`;
}
const STAMP = /^<!-- modelyard-part: name=([^ ]{0,1000}) run=(\d{1,15}) attempt=(\d{1,9}) at=(\d{1,15}) -->$/;
function parseParts(body) {
	const parts = [];
	for (const line of body.replaceAll("\r\n", "\n").split("\n")) if (line.startsWith("<!-- modelyard-part:")) parts.push({
		stamp: parseStamp(line),
		lines: []
	});
	else parts.at(-1)?.lines.push(line);
	return parts.flatMap(({ stamp, lines }) => stamp === void 0 ? [] : [{
		...stamp,
		text: lines.join("\n").trim()
	}]);
}
function parseStamp(line) {
	const [, value = "", run, attempt, at] = STAMP.exec(line.trimEnd()) ?? [];
	const name = unescapeValue(value);
	if (run === void 0 || name === void 0) return void 0;
	return {
		name,
		run: Number(run),
		attempt: Number(attempt),
		at: Number(at)
	};
}
// src/domain/report/body.ts
const BODY_LIMIT = 65536;
function composeBody(marker, others, own, limit = BODY_LIMIT) {
	const { name, run, attempt, at } = own;
	const stamp = {
		name,
		run,
		attempt,
		at
	};
	const kept = mergeParts(others).filter((part) => part.name !== name).map((part) => ({
		...part,
		text: withoutMarkers(part.text).trim()
	}));
	const frame = [...kept, {
		...stamp,
		text: ""
	}].map((part) => renderPart({
		...part,
		text: ""
	}));
	const room = limit - marker.length - frame.reduce((sum, text) => sum + text.length + 2, 0);
	const whole = withoutMarkers(own.render(Number.MAX_SAFE_INTEGER)).trim();
	const share = fairShare([whole.length, ...kept.map(({ text }) => text.length)], room);
	const shorten = (part) => ({
		...part,
		text: shortenMarkdown(part.text, share, own.note(part.run))
	});
	const text = whole.length <= share ? whole : withoutMarkers(own.render(share)).trim();
	const parts = mergeParts([...kept, {
		...stamp,
		text
	}].map(shorten));
	return {
		parts,
		body: `${marker}\n${parts.map(renderPart).join("\n\n")}\n`,
		isShortened: share !== Number.POSITIVE_INFINITY
	};
}
// src/domain/report/plan.ts
function planComment(marker, found, own) {
	const ours = found.filter(({ body }) => isMarked(body, marker)).sort((a, b) => a.id - b.id);
	const [comment, ...duplicates] = ours;
	if (comment === void 0) {
		const { body, isShortened } = composeBody(marker, [], own);
		return {
			is: "create",
			body,
			isShortened
		};
	}
	const parts = ours.flatMap(({ body }) => parseParts(body));
	const mine = newestOf(parts.filter(({ name }) => name === own.name));
	const isSuperseded = mine !== void 0 && isLater(mine, own);
	const composed = [isSuperseded ? standing(mine, own) : again(mine, own), ...isSuperseded ? [] : [own]].map((part) => composeBody(marker, parts, part));
	const unchanged = composed.find(({ body }) => isSameText(body, comment.body));
	const { body, isShortened } = unchanged ?? composed.at(-1);
	return {
		is: unchanged === void 0 ? "update" : "keep",
		comment,
		body,
		duplicates,
		isShared: own.name !== "" || duplicates.length > 0 || parts.some(({ name }) => name !== own.name),
		isSuperseded,
		isShortened
	};
}
function newestOf(parts) {
	return parts.toSorted(compareStamps).at(-1);
}
function isLater(part, own) {
	return compareStamps(part, own) > 0;
}
function standing({ run, attempt, at, text }, own) {
	return {
		...own,
		run,
		attempt,
		at,
		render: () => text
	};
}
function again(mine, own) {
	return mine?.run === own.run ? {
		...own,
		attempt: mine.attempt,
		at: mine.at
	} : own;
}
function isSameText(a, b) {
	const plain = (text) => text.replaceAll("\r\n", "\n").trimEnd();
	return plain(a) === plain(b);
}
// src/commands/settle-comment.ts
const MOST_ROUNDS = 60;
const MOST_CREATIONS = 5;
const MOST_LOOKS = 3;
async function settleComment(comments, target, marker, own) {
	const progress = {
		change: "unchanged",
		creations: 0,
		looks: 0,
		removed: 0,
		gone: new Set()
	};
	for (let round = 0; round < MOST_ROUNDS; round += 1) {
		const plan = await look(comments, target, marker, own, progress);
		if (plan === void 0) return refused("no-target", progress);
		const settled = plan.is === "create" ? await create(plan, comments, target, progress) : await bringUpToDate(plan, {
			comments,
			target,
			marker,
			own,
			progress
		});
		if (settled === "busy") await comments.pause(round);
		else if (settled !== "again") return settled;
	}
	throw new ModelyardError({
		code: "moved-meanwhile",
		message: "other writers kept the report comment busy all the time",
		next: "run the step again"
	});
}
async function look(comments, target, marker, own, { gone }) {
	const found = await comments.find(target, marker);
	return found && planComment(marker, found.filter(({ id }) => !gone.has(id)), own);
}
async function create({ body }, comments, target, progress) {
	if (progress.looks > 0) {
		progress.looks -= 1;
		return "busy";
	}
	if (progress.creations === MOST_CREATIONS) throw new ModelyardError({
		code: "remote-failed",
		message: "GitHub took the report comment and does not list it",
		next: "run the step again in a while; a comment that is there by then is found"
	});
	progress.creations += 1;
	const written = await comments.create(target, body);
	if (written.is === "locked") return refused("locked", progress);
	if (written.is === "gone") return refused("no-target", progress);
	progress.change = "created";
	progress.looks = written.is === "written" ? MOST_LOOKS : 1;
	return "again";
}
async function bringUpToDate(plan, work) {
	const { comments, target, progress } = work;
	if (isDone(plan)) return settledAs(plan, progress);
	if (!plan.isShared) return write(plan, work);
	const taken = await comments.take(target, plan.comment);
	if (taken.is === "locked") return refused("locked", progress);
	if (taken.is === "gone") progress.gone.add(plan.comment.id);
	if (taken.is !== "taken") return taken.is === "gone" ? "again" : "busy";
	try {
		const fresh = await look(comments, target, work.marker, work.own, progress);
		if (fresh === void 0 || fresh.is === "create" || fresh.comment.id !== plan.comment.id) return "again";
		if (isDone(fresh)) return settledAs(fresh, progress);
		return taken.holds() ? await write(fresh, work) : "again";
	} finally {
		await taken.giveBack();
	}
}
function isDone({ is, duplicates, comment }) {
	return is === "keep" && duplicates.length === 0 && !comment.isMinimized;
}
async function write(plan, { comments, target, progress }) {
	const { comment, body, duplicates } = plan;
	if (plan.is === "update") {
		const written = await comments.update(target, comment, body);
		if (written.is === "locked") return refused("locked", progress);
		if (written.is === "gone") progress.gone.add(comment.id);
		if (written.is !== "written") return "again";
		if (progress.change === "unchanged") progress.change = "updated";
	}
	for (const duplicate of duplicates) {
		await comments.remove(target, duplicate);
		progress.gone.add(duplicate.id);
		progress.removed += 1;
	}
	const isFolded = comment.isMinimized && !await comments.showAgain(comment);
	return {
		...settledAs(plan, progress),
		isFolded
	};
}
function settledAs({ comment, isSuperseded, isShortened }, { change, removed }) {
	return {
		change: isSuperseded ? "superseded" : change,
		comment: {
			id: comment.id,
			url: comment.url
		},
		removed,
		isShortened
	};
}
function refused(why, { removed }) {
	return {
		change: "none",
		why,
		removed,
		isShortened: false
	};
}
// src/commands/report.ts
const report = defineMeasurement({
	name: "report",
	summary: "Show the answers of earlier steps in one comment on GitHub.",
	details: `Reads what other commands printed with --json, and keeps one comment up to date with it: on the pull
request of this run, or where --on says. Writers that name a part of their own share the comment. Where no comment
may be written the answer says so, and is no failure.`,
	positional: [],
	examples: [{
		command: "modelyard report --files comparison.json --number 128",
		does: "shows a comparison at pull request 128"
	}, {
		command: "modelyard report --files lint.json --files tests.json --part linux --number 128",
		does: "shows two answers as one part of a comment that others write to as well"
	}],
	permission: "write",
	doors: ["action", "cli"],
	asksGitHub: true,
	input: strictObject({
		files: _default(AnswerPaths, []),
		run: optional(int().check(_gte(1))),
		model: optional(ModelName),
		part: _default(string().check(_maxLength(100), _regex(/^[^\u0000-\u001f\u007f]*$/, { error: "a name without line breaks and control characters" })), ""),
		on: _default(_enum([
			"pull-request",
			"issue",
			"commit"
		]), "pull-request"),
		number: optional(int().check(_gte(1))),
		sha: optional(ObjectId),
		registry: _default(RepositoryPath, DEFAULT_ROOT)
	}),
	results: ["report"],
	async run(input, ports) {
		const own = await ownAnswers(input, ports);
		const answers = input.run === void 0 ? own : [...own, ...await answersOfRun(input.run, ports)];
		const model = input.model ?? modelOf(answers);
		const base = {
			kind: "report",
			on: input.on,
			part: input.part,
			answers
		};
		try {
			const target = askedTarget(input) ?? await ports.comments.targetOfRun(input.on);
			if (target === void 0) return {
				...base,
				...NO_TARGET
			};
			const origin = await ports.comments.origin();
			const marker = renderMarker({
				registry: input.registry,
				model,
				workflow: origin.workflow
			});
			const { watch, remarks } = await watchOf(answers, ports);
			const part = ownPart(input.part, answers, watch, origin, ports);
			const outcome = outcomeOf(await settleComment(ports.comments, target, marker, part), target);
			return {
				...base,
				...placeOf(target),
				...outcome,
				remarks: [...outcome.remarks, ...remarks]
			};
		} catch (error) {
			if (!(error instanceof ModelyardError) || error.code !== "missing-permission") throw error;
			return {
				...base,
				...notShown("read-only"),
				remarks: [`${error.message}; the report is shown here instead`],
				next: [error.next]
			};
		}
	}
});
const notShown = (why) => ({
	shown: "summary",
	change: "none",
	why,
	removed: 0,
	shortened: false
});
const NO_TARGET = {
	...notShown("no-target"),
	remarks: ["this run is about nothing that could be commented on; the report is shown here instead"],
	next: ["say where with `--number`, or `--on commit` with `--sha`"]
};
async function ownAnswers({ files, run }, ports) {
	if (files.length > 0) return readAnswers(files, ports);
	if (run !== void 0) return [];
	throw new ModelyardError({
		code: "bad-input",
		message: "there is nothing to report",
		next: "name the files with the answers of earlier steps: `files`"
	});
}
function modelOf(answers) {
	const names = new Set(answers.flatMap(namedModel));
	return names.size === 1 ? [...names].join() : "";
}
function namedModel(answer) {
	return "model" in answer && typeof answer.model === "string" ? [answer.model] : [];
}
async function watchOf(answers, ports) {
	const models = answers.flatMap((answer) => answer.kind === "validation" ? answer.touched?.models ?? [] : namedModel(answer));
	try {
		return {
			watch: await watchModels([...new Set(models)].sort(), ports),
			remarks: []
		};
	} catch (error) {
		if (!(error instanceof ModelyardError)) throw error;
		return {
			watch: [],
			remarks: [`whether alerts are open is not known: ${error.message}`]
		};
	}
}
function askedTarget({ on, number, sha }) {
	if (on === "commit") return sha === void 0 ? void 0 : {
		is: on,
		sha
	};
	return number === void 0 ? void 0 : {
		is: on,
		number
	};
}
function ownPart(name, answers, watch, { run, attempt, commit, runUrl }, { clock, reports }) {
	return {
		name,
		run,
		attempt,
		at: clock.now(),
		render: (limit) => reports.render(answers, {
			limit,
			part: name,
			commit,
			run,
			url: runUrl(run),
			watch
		}),
		note: (of) => reports.renderNote(runUrl(of))
	};
}
function placeOf(target) {
	return target.is === "commit" ? { sha: target.sha } : { number: target.number };
}
function outcomeOf({ change, why, comment, removed, isShortened, isFolded }, target) {
	if (why === void 0 || comment !== void 0) return {
		shown: "comment",
		change,
		...comment === void 0 ? {} : { comment },
		removed,
		shortened: isShortened,
		remarks: isFolded ? ["somebody folded the comment away, and this token may not show it again"] : [],
		next: []
	};
	const place = target.is === "commit" ? `commit ${target.sha}` : `${target.is.replace("-", " ")} ${target.number}`;
	return {
		...notShown(why),
		remarks: [`${place} ${WHY[why]}; the report is shown here instead`],
		next: []
	};
}
const WHY = {
	locked: "is locked, so that nobody can comment on it",
	"no-target": "is not there"
};
export { report };
