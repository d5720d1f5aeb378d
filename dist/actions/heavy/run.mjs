import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { spawn } from "node:child_process";
import { appendFileSync, createReadStream, createWriteStream, existsSync, openAsBlob, promises, readFileSync, statSync, writeFileSync } from "node:fs";
import { access, copyFile, lstat, mkdir, open, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createHash, randomUUID } from "node:crypto";
// actions/definitions.generated.ts
const MODELYARD = {
	"asksGitHub": true,
	"name": "modelyard",
	"summary": "Compare a version with the champion, judge it, and report in one comment.",
	"positional": [],
	"flags": [
		{
			"flag": "model",
			"input": "model",
			"kind": "text",
			"description": "The model; left out where two files are compared.",
			"required": false
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
			"flag": "artifact",
			"input": "artifact",
			"kind": "text",
			"description": "A model that is no version yet, or the folder that a training left it in, in the place of the challenger: a preview.",
			"required": false
		},
		{
			"flag": "against",
			"input": "against",
			"kind": "text",
			"description": "With such a model: another in the place of the champion, e.g. what the code of the base makes of the same sample.",
			"required": false
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
			"flag": "until",
			"input": "until",
			"kind": "text",
			"description": "Where a rule chooses the rows: where its window ends in place of the last whole day; no gate takes them.",
			"required": false
		},
		{
			"flag": "evidence",
			"input": "evidence",
			"kind": "boolean",
			"description": "Leave evidence beside the version; `evidence: false` only looks.",
			"required": false,
			"negatable": true
		},
		{
			"flag": "target",
			"input": "target",
			"kind": "text",
			"description": "The column that is predicted: `champion` and `challenger` are then files.",
			"required": false
		},
		{
			"flag": "positive-class",
			"input": "positiveClass",
			"kind": "text",
			"description": "For two files: the class that probabilities are of.",
			"required": false
		},
		{
			"flag": "task",
			"input": "task",
			"kind": "text",
			"description": "For two files: what is predicted; left out: what the target looks like.",
			"required": false,
			"values": [
				"binary-classification",
				"multiclass-classification",
				"regression"
			]
		},
		{
			"flag": "rows",
			"input": "rows",
			"kind": "text",
			"description": "For two files: a file of row numbers from 0; only these rows of the data are used.",
			"required": false
		},
		{
			"flag": "slices",
			"input": "slices",
			"kind": "list",
			"description": "For two files: columns whose values make groups of rows.",
			"required": false
		},
		{
			"flag": "part",
			"input": "part",
			"kind": "text",
			"description": "The name of this writer, where several share the comment.",
			"required": false,
			"fallback": ""
		},
		{
			"flag": "on",
			"input": "on",
			"kind": "text",
			"description": "What is commented on.",
			"required": false,
			"values": [
				"pull-request",
				"issue",
				"commit"
			],
			"fallback": "pull-request"
		},
		{
			"flag": "number",
			"input": "number",
			"kind": "integer",
			"description": "The number of the pull request or issue; left out: that of this run.",
			"required": false
		},
		{
			"flag": "sha",
			"input": "sha",
			"kind": "text",
			"description": "The commit to comment on; left out: that of this run.",
			"required": false
		},
		{
			"flag": "registry",
			"input": "registry",
			"kind": "text",
			"description": "The folder of the registry, which tells comments of several apart.",
			"required": false,
			"fallback": "registry-data"
		}
	]
};
const SAMPLE = {
	"name": "sample",
	"summary": "Draw a stratified sample of the training data.",
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
			"flag": "share",
			"input": "share",
			"kind": "number",
			"description": "Which share of the rows, above 0 and up to 1; left out: what model.yaml says.",
			"required": false
		},
		{
			"flag": "rows",
			"input": "rows",
			"kind": "integer",
			"description": "How many rows, in place of a share.",
			"required": false
		},
		{
			"flag": "stratify",
			"input": "stratify",
			"kind": "text",
			"description": "The column whose values keep their shares; left out: what model.yaml says.",
			"required": false
		},
		{
			"flag": "seed",
			"input": "seed",
			"kind": "integer",
			"description": "Of the draw; left out: `train.seed` of model.yaml.",
			"required": false
		},
		{
			"flag": "data",
			"input": "data",
			"kind": "text",
			"description": "Where the training data lies now, when it is not in the repository; the rows to be labelled.",
			"required": false
		},
		{
			"flag": "uncertain",
			"input": "uncertain",
			"kind": "text",
			"description": "A file of predictions for the rows of `data`: those that the model is least sure of are picked.",
			"required": false
		},
		{
			"flag": "out",
			"input": "out",
			"kind": "text",
			"description": "Where to write it; left out: NAME.sample.csv or the like, in the folder you are in.",
			"required": false
		}
	]
};
const EVALUATE = {
	"asksGitHub": true,
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
			"flag": "until",
			"input": "until",
			"kind": "text",
			"description": "Where a rule chooses the rows: where its window ends in place of the last whole day; no gate takes them.",
			"required": false
		},
		{
			"flag": "evidence",
			"input": "evidence",
			"kind": "boolean",
			"description": "Leave evidence beside the version; `evidence: false` only looks.",
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
			"flag": "importance",
			"input": "importance",
			"kind": "boolean",
			"description": "Measure what each column is worth to the model: shuffle it 10 times, on up to 5,000 rows.",
			"required": false
		},
		{
			"flag": "profile",
			"input": "profile",
			"kind": "boolean",
			"description": "Leave the profile of its training data as well, so that monitoring needs these rows no more.",
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
};
const MONITOR = {
	"name": "monitor",
	"summary": "Whether what production sees is still what the model was trained on.",
	"positional": ["model", "current"],
	"flags": [
		{
			"flag": "model",
			"input": "model",
			"kind": "text",
			"description": "The model.",
			"required": true
		},
		{
			"flag": "current",
			"input": "current",
			"kind": "text",
			"description": "What production saw: CSV, Parquet or JSON lines by path, pattern, https:// or s3://; left out: what model.yaml names.",
			"required": false
		},
		{
			"flag": "sql",
			"input": "sql",
			"kind": "text",
			"description": "A query of DuckDB in its place; it reads files of the repository.",
			"required": false
		},
		{
			"flag": "time",
			"input": "time",
			"kind": "text",
			"description": "The column that says when a row is of; UTC where it names no zone.",
			"required": false
		},
		{
			"flag": "window",
			"input": "window",
			"kind": "text",
			"description": "Read rows of so many days or hours alone, such as 7d or 12h.",
			"required": false
		},
		{
			"flag": "until",
			"input": "until",
			"kind": "text",
			"description": "Where the window ends, in UTC; left out: with the last whole day, or hour.",
			"required": false
		},
		{
			"flag": "version",
			"input": "version",
			"kind": "text",
			"description": "Whose training data it is compared with; left out: the champion.",
			"required": false
		},
		{
			"flag": "reference",
			"input": "reference",
			"kind": "text",
			"description": "Files that it is compared with in their place, named as the current ones.",
			"required": false
		},
		{
			"flag": "learn",
			"input": "learn",
			"kind": "boolean",
			"description": "Learn from which distance on a feature drifted, from parts of the reference.",
			"required": false
		},
		{
			"flag": "together",
			"input": "together",
			"kind": "boolean",
			"description": "Ask a classifier whether all features together moved, even where none did by itself.",
			"required": false
		},
		{
			"flag": "metrics",
			"input": "metrics",
			"kind": "text",
			"description": "A file to write what was found to, for Prometheus; replaced where it is there.",
			"required": false
		},
		{
			"flag": "pushgateway",
			"input": "pushgateway",
			"kind": "text",
			"description": "The address of a Pushgateway to hand it to, too; a token is read from MODELYARD_PUSHGATEWAY_TOKEN.",
			"required": false
		},
		{
			"flag": "seed",
			"input": "seed",
			"kind": "integer",
			"description": "Of p-values that are resampled.",
			"required": false,
			"fallback": "0"
		},
		{
			"flag": "evidence",
			"input": "evidence",
			"kind": "boolean",
			"description": "Leave the profile of training data beside a version that has none; `evidence: false` only looks.",
			"required": false,
			"negatable": true
		}
	]
};
const SERVICE_LEVELS$1 = {
	"name": "service-levels",
	"summary": "Whether what serves a model keeps its service levels.",
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
			"flag": "logs",
			"input": "logs",
			"kind": "text",
			"description": "An access log of what serves it, in JSON lines.",
			"required": false
		},
		{
			"flag": "samples",
			"input": "samples",
			"kind": "text",
			"description": "A table of requests in its place: CSV, Parquet or JSON lines, one a row.",
			"required": false
		},
		{
			"flag": "prometheus",
			"input": "prometheus",
			"kind": "text",
			"description": "The address of a Prometheus server in their place; a token is read from MODELYARD_PROMETHEUS_TOKEN.",
			"required": false
		},
		{
			"flag": "business",
			"input": "business",
			"kind": "text",
			"description": "A table with the numbers of the business.",
			"required": false
		},
		{
			"flag": "business-sql",
			"input": "businessSql",
			"kind": "text",
			"description": "A query of DuckDB in its place; it reads files of the repository.",
			"required": false
		},
		{
			"flag": "window",
			"input": "window",
			"kind": "text",
			"description": "How long before `until` is looked at, such as 24h; left out: all of a file.",
			"required": false
		},
		{
			"flag": "until",
			"input": "until",
			"kind": "text",
			"description": "The end of the window, which it does not hold; left out: now.",
			"required": false
		},
		{
			"flag": "metrics",
			"input": "metrics",
			"kind": "text",
			"description": "A file to write what was found to, for Prometheus; replaced where it is there.",
			"required": false
		},
		{
			"flag": "pushgateway",
			"input": "pushgateway",
			"kind": "text",
			"description": "The address of a Pushgateway to hand it to, too; a token is read from MODELYARD_PUSHGATEWAY_TOKEN.",
			"required": false
		}
	]
};
const PERFORMANCE$1 = {
	"name": "performance",
	"summary": "Whether a model is as good in production as it was when it was evaluated.",
	"positional": ["model", "predictions"],
	"flags": [
		{
			"flag": "model",
			"input": "model",
			"kind": "text",
			"description": "The model.",
			"required": true
		},
		{
			"flag": "predictions",
			"input": "predictions",
			"kind": "text",
			"description": "What it predicted in production, as a file of predictions, with the target where it is known; left out: what model.yaml names.",
			"required": false
		},
		{
			"flag": "labels",
			"input": "labels",
			"kind": "text",
			"description": "The labels that have come, in a file of their own: the key and the target.",
			"required": false
		},
		{
			"flag": "key",
			"input": "key",
			"kind": "text",
			"description": "With `labels`: the column of both files by which a label finds its prediction.",
			"required": false
		},
		{
			"flag": "version",
			"input": "version",
			"kind": "text",
			"description": "Whose metrics on record are the baseline; left out: the champion.",
			"required": false
		}
	]
};
const COMPARE = {
	"asksGitHub": true,
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
			"description": "The model; left out where two files are compared.",
			"required": false
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
			"flag": "artifact",
			"input": "artifact",
			"kind": "text",
			"description": "A model that is no version yet, or the folder that a training left it in, in the place of the challenger: a preview.",
			"required": false
		},
		{
			"flag": "against",
			"input": "against",
			"kind": "text",
			"description": "With such a model: another in the place of the champion, e.g. what the code of the base makes of the same sample.",
			"required": false
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
			"flag": "until",
			"input": "until",
			"kind": "text",
			"description": "Where a rule chooses the rows: where its window ends in place of the last whole day; no gate takes them.",
			"required": false
		},
		{
			"flag": "evidence",
			"input": "evidence",
			"kind": "boolean",
			"description": "Leave evidence beside the version; `evidence: false` only looks.",
			"required": false,
			"negatable": true
		},
		{
			"flag": "target",
			"input": "target",
			"kind": "text",
			"description": "The column that is predicted: `champion` and `challenger` are then files.",
			"required": false
		},
		{
			"flag": "positive-class",
			"input": "positiveClass",
			"kind": "text",
			"description": "For two files: the class that probabilities are of.",
			"required": false
		},
		{
			"flag": "task",
			"input": "task",
			"kind": "text",
			"description": "For two files: what is predicted; left out: what the target looks like.",
			"required": false,
			"values": [
				"binary-classification",
				"multiclass-classification",
				"regression"
			]
		},
		{
			"flag": "rows",
			"input": "rows",
			"kind": "text",
			"description": "For two files: a file of row numbers from 0; only these rows of the data are used.",
			"required": false
		},
		{
			"flag": "slices",
			"input": "slices",
			"kind": "list",
			"description": "For two files: columns whose values make groups of rows.",
			"required": false
		}
	]
};
const BENCH = {
	"asksGitHub": true,
	"name": "bench",
	"summary": "How fast a version answers, against the champion.",
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
			"flag": "rows-per-request",
			"input": "rowsPerRequest",
			"kind": "integer",
			"description": "Rows that one request carries.",
			"required": false,
			"fallback": "1"
		},
		{
			"flag": "seconds",
			"input": "seconds",
			"kind": "number",
			"description": "How long to measure; never fewer than 200 pairs.",
			"required": false,
			"fallback": "20"
		},
		{
			"flag": "seed",
			"input": "seed",
			"kind": "integer",
			"description": "Seed of the order and of the bootstrap.",
			"required": false,
			"fallback": "0"
		},
		{
			"flag": "data",
			"input": "data",
			"kind": "text",
			"description": "Other rows than those that model.yaml names; no gate takes them.",
			"required": false
		},
		{
			"flag": "until",
			"input": "until",
			"kind": "text",
			"description": "Where a rule chooses the rows: where its window ends in place of the last whole day; no gate takes them.",
			"required": false
		},
		{
			"flag": "evidence",
			"input": "evidence",
			"kind": "boolean",
			"description": "Leave evidence beside the version; `evidence: false` only looks.",
			"required": false,
			"negatable": true
		}
	]
};
const CONTRACT = {
	"asksGitHub": true,
	"name": "contract",
	"summary": "Whether a version, or its endpoint, keeps what callers rely on.",
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
			"flag": "url",
			"input": "url",
			"kind": "text",
			"description": "A running endpoint of this version: where predictions are asked, or a v2 server.",
			"required": false
		},
		{
			"flag": "protocol",
			"input": "protocol",
			"kind": "text",
			"description": "What it speaks; left out: what serve of model.yaml says, otherwise rows.",
			"required": false,
			"values": ["rows", "v2"]
		},
		{
			"flag": "serve",
			"input": "serve",
			"kind": "boolean",
			"description": "Start the endpoint by serve of model.yaml, ask it and stop it.",
			"required": false
		},
		{
			"flag": "timeout-seconds",
			"input": "timeoutSeconds",
			"kind": "number",
			"description": "How long an endpoint may take for one request.",
			"required": false,
			"fallback": "10"
		},
		{
			"flag": "data",
			"input": "data",
			"kind": "text",
			"description": "Other rows than those that model.yaml names; no gate takes them.",
			"required": false
		},
		{
			"flag": "until",
			"input": "until",
			"kind": "text",
			"description": "Where a rule chooses the rows: where its window ends in place of the last whole day; no gate takes them.",
			"required": false
		},
		{
			"flag": "evidence",
			"input": "evidence",
			"kind": "boolean",
			"description": "Leave evidence beside the version; `evidence: false` only looks.",
			"required": false,
			"negatable": true
		}
	]
};
const REPRODUCE = {
	"asksGitHub": true,
	"name": "reproduce",
	"summary": "Train a version again and see whether the same model comes out.",
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
			"description": "Where the training data lies now, when it is not in the repository.",
			"required": false
		},
		{
			"flag": "on",
			"input": "on",
			"kind": "text",
			"description": "Rows to compare predictions on; left out: the evaluation data of model.yaml.",
			"required": false
		},
		{
			"flag": "seed",
			"input": "seed",
			"kind": "integer",
			"description": "The seed that it was trained with; left out: the one of model.yaml at its commit.",
			"required": false
		},
		{
			"flag": "tolerance",
			"input": "tolerance",
			"kind": "number",
			"description": "How far a row's prediction may be off: of a probability, or a number's relative size.",
			"required": false,
			"fallback": "0.000001"
		},
		{
			"flag": "install",
			"input": "install",
			"kind": "boolean",
			"description": "Run `environment.install` of model.yaml first; else what is installed here is used.",
			"required": false
		},
		{
			"flag": "minutes",
			"input": "minutes",
			"kind": "number",
			"description": "How long each command may take.",
			"required": false,
			"fallback": "60"
		},
		{
			"flag": "memory-mib",
			"input": "memoryMib",
			"kind": "integer",
			"description": "How much memory each command may take, in MiB.",
			"required": false
		},
		{
			"flag": "evidence",
			"input": "evidence",
			"kind": "boolean",
			"description": "Leave evidence beside the version; `evidence: false` only looks.",
			"required": false,
			"negatable": true
		}
	]
};
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
function placeText$1(place) {
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
function exitStatusOfOutcome(outcome) {
	return outcome === void 0 || outcome === "passed" ? 0 : 1;
}
const PUT_BEFORE_PEOPLE = [
	"proposed",
	"unchanged",
	"left"
];
function exitStatusOfAnswer({ outcome, status = "", candidate }) {
	return (candidate === "draft" || candidate === "closed") && PUT_BEFORE_PEOPLE.includes(status) ? 0 : exitStatusOfOutcome(outcome);
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
// src/doors/once.ts
function once(make) {
	let made;
	return () => {
		made ??= make().catch((error) => {
			made = void 0;
			throw error;
		});
		return made;
	};
}
// src/doors/shell.ts
function lazyShell(root) {
	const load = once(async () => (await import("./process.mjs")).openShell(root));
	return {
		run: async (request) => (await load()).run(request),
		start(request) {
			const running = load().then((shell) => shell.start(request));
			const ended = running.then((command) => command.ended);
			ended.catch(() => {});
			return {
				ended,
				stop: async () => (await running).stop()
			};
		},
		temporaryFolder: async () => (await load()).temporaryFolder(),
		keptFolder: async (path) => (await load()).keptFolder(path),
		freePort: async () => (await load()).freePort()
	};
}
// src/doors/engines.ts
const ONNXRUNTIME = "1.30.0";
function lazyEngines(folder, root) {
	return {
		inference: lazyInference(),
		stopwatch: lazyStopwatch(),
		endpoint: lazyEndpoint(),
		prometheus: lazyPrometheus(),
		tables: lazyTables(folder, root),
		process: lazyShell(root)
	};
}
function lazyInference() {
	const child = childScript("score-child");
	const load = once(async () => (await import("./inference.mjs")).openInference(child, ONNXRUNTIME));
	return {
		engine: `onnxruntime-node ${ONNXRUNTIME}`,
		describe: async (model) => (await load()).describe(model),
		prepare: () => void load().then((engine) => engine.prepare(), () => {}),
		score: async (request) => (await load()).score(request)
	};
}
function lazyStopwatch() {
	const load = once(async () => (await import("./stopwatch.mjs")).openStopwatch(childScript("time-child")));
	return { load: async (request) => (await load()).load(request) };
}
function childScript(name) {
	const path = import.meta.url.endsWith(".ts") ? `../adapters/onnx/${name}.ts` : `./${name}.mjs`;
	return new URL(path, import.meta.url);
}
function lazyEndpoint() {
	const load = once(async () => (await import("./endpoint.mjs")).openEndpoint());
	return {
		call: async (request) => (await load()).call(request),
		waitFor: async (...args) => (await load()).waitFor(...args)
	};
}
function lazyPrometheus() {
	const load = once(async () => (await import("./prometheus.mjs")).openPrometheus(process.env.MODELYARD_PROMETHEUS_TOKEN, process.env.MODELYARD_PUSHGATEWAY_TOKEN));
	return {
		ask: async (url, options) => (await load()).ask(url, options),
		push: async (url, text, options) => (await load()).push(url, text, options)
	};
}
function lazyTables(folder, root) {
	const web = once(async () => (await import("./public-file.mjs")).openWebData());
	const fetch = async (url) => (await web())(url);
	const load = once(async () => (await import("./tables.mjs")).openTables(folder, root, fetch));
	return {
		prepare: () => void load().then((tables) => tables.prepare(), () => {}),
		columns: async (path) => (await load()).columns(path),
		countRows: async (path) => (await load()).countRows(path),
		summarize: async (path) => (await load()).summarize(path),
		compareRows: async (first, second) => (await load()).compareRows(first, second),
		gather: async (source, to) => (await load()).gather(source, to),
		countRepeats: async (path) => (await load()).countRepeats(path),
		countWithin: async (path, column, windows) => (await load()).countWithin(path, column, windows),
		numbers: async (path, columns) => (await load()).numbers(path, columns),
		quantiles: async (path, columns, shares) => (await load()).quantiles(path, columns, shares),
		countInto: async (path, columns) => (await load()).countInto(path, columns),
		countNamed: async (path, columns, limits) => (await load()).countNamed(path, columns, limits),
		countWords: async (path, columns, most) => (await load()).countWords(path, columns, most),
		async *read(path, columns, batchRows) {
			yield* (await load()).read(path, columns, batchRows);
		},
		firstText: async (path, column) => (await load()).firstText(path, column),
		async *rowDigests(path, columns) {
			yield* (await load()).rowDigests(path, columns);
		},
		writeRows: async (path, rows, to) => (await load()).writeRows(path, rows, to),
		writeWithout: async (path, column, to) => (await load()).writeWithout(path, column, to)
	};
}
// src/adapters/files/write-file-atomic.ts
async function writeFileAtomic(path, content, workshop = dirname(path)) {
	const begun = join(workshop, `${basename(path)}.${process.pid}-${Math.random().toString(36).slice(2)}.tmp`);
	const mode = (await stat(path).catch(() => void 0))?.mode;
	try {
		if (workshop !== dirname(path)) await mkdir(workshop, { recursive: true });
		const file = await open(begun, "wx", mode === void 0 ? 438 : mode & 511);
		try {
			await writeFile(file, content);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(begun, path);
	} catch (error) {
		await rm(begun, { force: true });
		if (!isOtherDisk(error)) throw error;
		await writeFileAtomic(path, content);
	}
}
function isOtherDisk(error) {
	return error instanceof Error && "code" in error && error.code === "EXDEV";
}
// src/adapters/git/git-errors.ts
function movedError(branch) {
	return new ModelyardError({
		code: "moved-meanwhile",
		message: `the branch ${branch} was moved by somebody else meanwhile`,
		next: "run the command again; it starts from where the branch stands now"
	});
}
function remoteError(verb, remote, said, cause) {
	return new ModelyardError({
		code: "remote-failed",
		message: `git could not ${verb} ${remote}: ${said.trim().split("\n")[0] ?? ""}`,
		next: "check the address, the network and your access, then run the command again",
		cause
	});
}
function bareError() {
	return new ModelyardError({
		code: "no-repository",
		message: "this repository is bare: it has no files to work on",
		next: "run the command in a clone of it"
	});
}
function shallowError(wanted) {
	return new ModelyardError({
		code: "shallow-clone",
		message: `this clone is shallow and does not reach back to ${wanted}`,
		next: "fetch the rest: git fetch --unshallow, or in a workflow `fetch-depth: 0` for actions/checkout"
	});
}
function cannotWriteError(path, cause) {
	return new ModelyardError({
		code: "cannot-write",
		message: `${path} could not be written (${cause instanceof Error && "code" in cause ? String(cause.code) : String(cause)})`,
		next: "make room on the disk or allow writing there, then run the command again; nothing was changed",
		cause
	});
}
// src/adapters/git/drafts.ts
function openDrafts({ commonDir, root }) {
	const place = (path) => join(commonDir, "modelyard", ...path.split("/"));
	const absent = (error) => error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
	return {
		async list(folder) {
			try {
				return (await promises.readdir(place(folder))).sort();
			} catch (error) {
				if (absent(error)) return [];
				throw error;
			}
		},
		async read(path) {
			try {
				return await promises.readFile(place(path));
			} catch (error) {
				if (absent(error)) return void 0;
				throw error;
			}
		},
		async write(path, content) {
			try {
				await promises.mkdir(dirname(place(path)), { recursive: true });
				await writeFileAtomic(place(path), Buffer.from(content));
			} catch (error) {
				throw cannotWriteError(path, error);
			}
		},
		remove: (path) => promises.rm(place(path), { force: true }),
		place: (path) => relative(root, place(path))
	};
}
// src/adapters/git/location.ts
function locateRepository(start) {
	for (let folder = resolve(start);; folder = dirname(folder)) {
		const dotGit = join(folder, ".git");
		if (existsSync(dotGit)) return withCommonDir(folder, gitDirOf(dotGit, folder));
		if (isGitDir(folder)) return {
			root: folder,
			gitDir: folder,
			commonDir: folder,
			isBare: true
		};
		if (dirname(folder) === folder) break;
	}
	throw new ModelyardError({
		code: "no-repository",
		message: `${start} is not inside a git repository`,
		next: "run this where your repository is, or make one: git init"
	});
}
function gitDirOf(dotGit, folder) {
	if (statSync(dotGit).isDirectory()) return dotGit;
	const target = /^gitdir: (.+)$/m.exec(readFileSync(dotGit, "utf8"))?.[1];
	return target === void 0 ? dotGit : resolve(folder, target.trim());
}
function withCommonDir(root, gitDir) {
	const pointer = join(gitDir, "commondir");
	return {
		root,
		gitDir,
		commonDir: existsSync(pointer) ? resolve(gitDir, readFileSync(pointer, "utf8").trim()) : gitDir,
		isBare: false
	};
}
function isGitDir(folder) {
	return existsSync(join(folder, "HEAD")) && existsSync(join(folder, "objects")) && existsSync(join(folder, "refs"));
}
const OPERATIONS = [
	["MERGE_HEAD", "a merge"],
	["rebase-merge", "a rebase"],
	["rebase-apply", "a rebase"],
	["CHERRY_PICK_HEAD", "a cherry-pick"],
	["REVERT_HEAD", "a revert"]
];
function operationUnderWay({ gitDir }) {
	return OPERATIONS.find(([mark]) => existsSync(join(gitDir, mark)))?.[1];
}
// src/adapters/git/worktree.ts
function openWorktree(location, folder, repository, index) {
	const { root } = location;
	async function readFile(path) {
		const file = await insideRoot(root, path);
		try {
			return await promises.readFile(file);
		} catch (error) {
			if ([
				"ENOENT",
				"ENOTDIR",
				"EISDIR"
			].includes(codeOf$1(error) ?? "")) return void 0;
			throw error;
		}
	}
	async function writeFile(path, content) {
		const file = await insideRoot(root, path);
		try {
			await promises.mkdir(dirname(file), { recursive: true });
			await writeFileAtomic(file, Buffer.from(content), join(location.gitDir, "modelyard/begun"));
		} catch (error) {
			throw cannotWriteError(path, error);
		}
	}
	return {
		root,
		async operation() {
			return operationUnderWay(location);
		},
		async listFiles(start) {
			const files = [];
			for await (const file of walk(root, start)) files.push(file);
			return files.sort((a, b) => a.path < b.path ? -1 : 1);
		},
		visibleFiles: async () => [...await index.visible()].sort(),
		readFile,
		writeFile,
		async modified(paths) {
			return index.modified(paths ?? []);
		},
		async follow(from, to) {
			const changes = from === void 0 ? await everything(repository, to) : await repository.changes(from, to, []);
			const left = [];
			const moved = [];
			for (const change of changes) if (await followOne(change, {
				repository,
				readFile,
				writeFile,
				remove: (path) => removeFile(root, path)
			})) moved.push(change);
			else left.push(change.path);
			if (moved.length > 0) await index.update(moved);
			return left;
		},
		pathFromRoot(userPath) {
			const slashed = relative(root, isAbsolute(userPath) ? userPath : resolve(folder, userPath)).split(sep).join("/");
			return staysInside(slashed) ? slashed : void 0;
		}
	};
}
async function everything(repository, commit) {
	return (await repository.listFiles(commit, "")).map(({ path, mode, id }) => ({
		path,
		status: "added",
		before: void 0,
		after: {
			mode,
			id
		}
	}));
}
async function followOne({ path, before, after }, disk) {
	const blob = async (side) => side === void 0 ? void 0 : (await disk.repository.readBlobs([side.id], (content) => content))[0];
	const [present, wanted] = [await disk.readFile(path), await blob(after)];
	if (sameBytes(present, wanted)) return true;
	if (!sameBytes(present, await blob(before))) return false;
	if (wanted === void 0) await disk.remove(path);
	else await disk.writeFile(path, wanted);
	return true;
}
function sameBytes(a, b) {
	return a === void 0 || b === void 0 ? a === b : Buffer.compare(a, b) === 0;
}
async function removeFile(root, path) {
	await promises.rm(await insideRoot(root, path), { force: true });
	for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) try {
		await promises.rmdir(join(root, folder));
	} catch {
		return;
	}
}
async function* walk(root, folder) {
	const start = await insideRoot(root, folder);
	let entries;
	try {
		entries = await promises.readdir(start, { withFileTypes: true });
	} catch (error) {
		if (["ENOENT", "ENOTDIR"].includes(codeOf$1(error) ?? "")) return;
		throw error;
	}
	if (entries.some(({ name }) => name === ".git") && folder !== "") {
		yield {
			path: folder,
			kind: "repository",
			bytes: 0
		};
		return;
	}
	for (const entry of entries) {
		const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
		if (entry.name === ".git") continue;
		if (entry.isDirectory()) yield* walk(root, path);
		else yield await describeFile(root, path, entry);
	}
}
async function describeFile(root, path, entry) {
	if (entry.isSymbolicLink()) return {
		path,
		kind: "link",
		bytes: 0
	};
	if (!entry.isFile()) return {
		path,
		kind: "other",
		bytes: 0
	};
	const { size } = await promises.stat(join(root, path));
	return {
		path,
		kind: "file",
		bytes: size
	};
}
async function insideRoot(root, path) {
	if (path === "") return root;
	if (!staysInside(path)) throw escapeError(path);
	const realRoot = await promises.realpath(root);
	const parts = path.split("/");
	let place = realRoot;
	for (const [position, part] of parts.entries()) {
		const next = join(place, part);
		let isLink;
		try {
			isLink = (await promises.lstat(next)).isSymbolicLink();
		} catch (error) {
			if (!["ENOENT", "ENOTDIR"].includes(codeOf$1(error) ?? "")) throw error;
			return join(place, ...parts.slice(position));
		}
		if (isLink && position === parts.length - 1) throw linkError(path);
		place = isLink ? await promises.realpath(next).catch(() => next) : next;
		if (place !== realRoot && !place.startsWith(realRoot + sep)) throw escapeError(path);
	}
	return place;
}
function staysInside(path) {
	const parts = path.split("/");
	if (path === "" || isAbsolute(path) || path.includes("\\") || path.includes("\0")) return false;
	return parts.every((part) => part !== "" && part !== "." && part !== ".." && part.toLowerCase() !== ".git");
}
function escapeError(path) {
	return new ModelyardError({
		code: "path-escape",
		message: `${path} leads out of the repository`,
		next: "name a file inside the repository, by a path without `..` and without links that lead out",
		place: { path }
	});
}
function linkError(path) {
	return new ModelyardError({
		code: "path-escape",
		message: `${path} is a link; the registry holds files`,
		next: "put the file itself there",
		place: { path }
	});
}
function codeOf$1(error) {
	return error instanceof Error && "code" in error ? String(error.code) : void 0;
}
// src/adapters/git/adapters.ts
function adaptersBy({ repository, identity, index }, location, folder) {
	return {
		repository,
		identity,
		worktree: location.isBare ? noWorktree(location.root) : openWorktree(location, folder, repository, index),
		drafts: openDrafts(location)
	};
}
function noWorktree(root) {
	const refuse = async () => {
		throw bareError();
	};
	return {
		root,
		operation: async () => void 0,
		listFiles: refuse,
		visibleFiles: refuse,
		readFile: refuse,
		writeFile: refuse,
		modified: refuse,
		follow: refuse,
		pathFromRoot: () => void 0
	};
}
// src/adapters/git/run-git.ts
const CONFIG = [
	"-c",
	"core.quotePath=false",
	"-c",
	"color.ui=false",
	"-c",
	"log.showSignature=false"
];
const STRIPPED = [
	"GIT_DIR",
	"GIT_WORK_TREE",
	"GIT_INDEX_FILE",
	"GIT_OBJECT_DIRECTORY",
	"GIT_COMMON_DIR",
	"GIT_NAMESPACE"
];
function startGit(location, args, env = {}) {
	const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !STRIPPED.includes(name)));
	return spawn("git", [...CONFIG, ...args], {
		cwd: location.root,
		env: {
			...inherited,
			LC_ALL: "C",
			GIT_TERMINAL_PROMPT: "0",
			GIT_OPTIONAL_LOCKS: "0",
			GIT_FLUSH: "0",
			...env
		},
		stdio: "pipe",
		windowsHide: true,
		detached: process.platform !== "win32" && args[0] !== "fetch" && args[0] !== "push"
	});
}
function runGit(location, args, options = {}) {
	const { input, env, accept = [0] } = options;
	return new Promise((resolve, reject) => {
		const child = startGit(location, args, env);
		const chunks = [];
		let stderr = "";
		child.stdout.on("data", (chunk) => chunks.push(chunk));
		child.stderr.on("data", (chunk) => {
			stderr += chunk.toString("utf8");
		});
		child.on("error", (error) => reject(startError(error)));
		child.on("close", (code, signal) => {
			const output = {
				status: code ?? 128,
				stdout: Buffer.concat(chunks),
				stderr
			};
			if (signal !== null) reject(interrupted(signal));
			else if (accept.includes(output.status)) resolve(output);
			else reject(gitError(args, output));
		});
		child.stdin.on("error", () => {});
		child.stdin.end(input);
	});
}
async function gitText(location, args, options) {
	const { stdout } = await runGit(location, args, options);
	return stdout.toString("utf8").replace(/\n$/, "");
}
function startError(error) {
	return new ModelyardError({
		code: "missing-engine",
		message: "the git program could not be started",
		next: "install git, or set MODELYARD_GIT=isomorphic to do without it",
		cause: error
	});
}
function interrupted(signal) {
	if (signal === "SIGXFSZ") return cannotWriteError("a file of git", new Error(signal));
	return new ModelyardError({
		code: "interrupted",
		message: `git was ended by ${signal}`,
		next: "run the command again; it goes on from where things stand"
	});
}
function gitError(args, { status, stderr }) {
	const said = stderr.trim().split("\n").slice(0, 3).join("; ");
	if (/No space left on device|File too large|Disk quota exceeded|Read-only file system|Permission denied|insufficient permission|(?:unable to|couldn't|could not) (?:write|create)/i.test(stderr)) return new ModelyardError({
		code: "cannot-write",
		message: `git could not write: ${said}`,
		next: "make room on the disk or allow writing there, then run the command again; nothing was changed"
	});
	if (/must be run in a work tree/.test(stderr)) return bareError();
	if (/dubious ownership/.test(stderr)) return new ModelyardError({
		code: "no-repository",
		message: "the repository belongs to another user, so git does not read it",
		next: "run as its owner, or allow it: git config --global --add safe.directory PATH"
	});
	return new ModelyardError({
		code: "bug",
		message: `git ${args[0]} ended with ${status}: ${said || "no message"}`,
		next: "please report it, with the command that you ran"
	});
}
// src/adapters/git/cat-file.ts
const NEWLINE = 10;
var CatFile = class {
	#location;
	#flags;
	#child;
	#waiting = [];
	#answered = 0;
	#pending = Buffer.alloc(0);
	#current;
	constructor(location, flags = []) {
		this.#location = location;
		this.#flags = flags;
	}
	warmUp() {
		this.#hold(this.#start(), false);
	}
	read(name) {
		if (name.includes("\n")) return Promise.resolve(void 0);
		const child = this.#start();
		return new Promise((resolve, reject) => {
			this.#waiting.push({
				resolve,
				reject
			});
			this.#hold(child, true);
			child.stdin.write(`${name}\n`);
		});
	}
	readAll(names, take) {
		if (names.length === 0) return Promise.resolve([]);
		const child = this.#start();
		return new Promise((resolve, reject) => {
			const taken = new Array(names.length);
			let missing = names.length;
			for (const index of names.keys()) this.#waiting.push({
				resolve(object) {
					try {
						taken[index] = take(object, index);
					} catch (error) {
						reject(error);
					}
					missing -= 1;
					if (missing === 0) resolve(taken);
				},
				reject
			});
			this.#hold(child, true);
			child.stdin.write(`${names.join("\n")}\n`);
			if (this.#flags.includes("--buffer")) child.stdin.end();
		});
	}
	#start() {
		if (this.#child !== void 0) return this.#child;
		const child = startGit(this.#location, [
			"cat-file",
			"--batch",
			...this.#flags
		]);
		this.#child = child;
		let stderr = "";
		child.stdout.on("data", (chunk) => this.#take(chunk));
		child.stderr.on("data", (chunk) => {
			stderr += chunk.toString("utf8");
		});
		child.stdin.on("error", () => {});
		child.on("error", (error) => this.#fail(startError(error)));
		child.on("close", () => {
			if (this.#answered === this.#waiting.length) return;
			this.#fail(new ModelyardError({
				code: /dubious ownership/.test(stderr) ? "no-repository" : "bug",
				message: `git cat-file ended early: ${stderr.trim().split("\n")[0] ?? ""}`,
				next: "check the repository: git fsck"
			}));
		});
		return child;
	}
	#hold(child, on) {
		for (const handle of [
			child,
			child.stdin,
			child.stdout,
			child.stderr
		]) if (on) handle.ref?.();
		else handle.unref?.();
	}
	#take(chunk) {
		let data = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
		this.#pending = Buffer.alloc(0);
		while (data.length > 0) {
			if (this.#current === void 0) {
				const end = data.indexOf(NEWLINE);
				if (end < 0) break;
				const header = data.toString("utf8", 0, end);
				data = data.subarray(end + 1);
				const size = sizeIn(header);
				if (size === void 0) this.#answer(void 0);
				else if (data.length > size) {
					this.#answerWith(header, data.subarray(0, size));
					data = data.subarray(size + 1);
				} else this.#current = {
					header,
					body: Buffer.allocUnsafe(size),
					filled: 0
				};
				continue;
			}
			const { body, filled } = this.#current;
			const part = data.subarray(0, body.length - filled);
			part.copy(body, filled);
			this.#current.filled += part.length;
			data = data.subarray(part.length);
			if (this.#current.filled < body.length || data.length === 0) break;
			data = data.subarray(1);
			const { header } = this.#current;
			this.#current = void 0;
			this.#answerWith(header, body);
		}
		this.#pending = data;
	}
	#answerWith(header, body) {
		const [id = "", type = "blob"] = header.split(" ");
		this.#answer({
			id,
			type,
			body
		});
	}
	#answer(object) {
		this.#waiting[this.#answered]?.resolve(object);
		this.#answered += 1;
		if (this.#answered === this.#waiting.length) {
			this.#waiting = [];
			this.#answered = 0;
			if (this.#child !== void 0) this.#hold(this.#child, false);
		}
	}
	#fail(error) {
		this.#child = void 0;
		const waiting = this.#waiting.slice(this.#answered);
		this.#waiting = [];
		this.#answered = 0;
		for (const { reject } of waiting) reject(error);
	}
};
function sizeIn(header) {
	const size = header.slice(header.lastIndexOf(" ") + 1);
	return /^\d+$/.test(size) ? Number(size) : void 0;
}
// src/adapters/git/commit-object.ts
function parseCommit(id, text) {
	const split = text.indexOf("\n\n");
	const headers = split < 0 ? text : text.slice(0, split);
	const field = (name) => new RegExp(`^${name} (.*)$`, "m").exec(headers)?.[1] ?? "";
	const committer = parsePerson(field("committer"));
	return {
		id,
		tree: field("tree"),
		parents: [...headers.matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1]),
		author: parsePerson(field("author")).person,
		committer: committer.person,
		committedAt: committer.at,
		message: split < 0 ? "" : text.slice(split + 2)
	};
}
function parsePerson(line) {
	const match = /^(.*?) ?<(.*)> (-?\d+) [+-]\d{4}$/.exec(line);
	return {
		person: {
			name: match?.[1] ?? "",
			email: match?.[2] ?? ""
		},
		at: Number(match?.[3] ?? 0) * 1e3
	};
}
// src/adapters/git/identity.ts
const SOURCES$1 = {
	local: "this repository's git configuration",
	worktree: "this working tree's git configuration",
	global: "your global git configuration",
	system: "this machine's git configuration",
	command: "the git configuration of this command"
};
function personFromEnvironment() {
	const { GIT_COMMITTER_NAME, GIT_COMMITTER_EMAIL, GIT_AUTHOR_NAME, GIT_AUTHOR_EMAIL } = process.env;
	const name = GIT_AUTHOR_NAME ?? GIT_COMMITTER_NAME;
	const email = GIT_AUTHOR_EMAIL ?? GIT_COMMITTER_EMAIL;
	return name && email ? {
		name,
		email
	} : void 0;
}
function noIdentityError() {
	return new ModelyardError({
		code: "no-identity",
		message: "git does not know who you are",
		next: "tell it: git config user.name \"Your Name\" and git config user.email you@example.com"
	});
}
function programIdentity(location) {
	let known;
	return { committer() {
		known ??= committerOf(location).catch((error) => {
			known = void 0;
			throw error;
		});
		return known;
	} };
}
async function committerOf(location) {
	const person = personFromEnvironment();
	if (person !== void 0) return {
		...person,
		source: "the environment"
	};
	const settings = await userSettings(location);
	const [name, email] = ["user.name", "user.email"].map((key) => settings.get(key));
	if (name === void 0 || email === void 0) throw noIdentityError();
	return {
		name: name.value,
		email: email.value,
		source: SOURCES$1[name.scope] ?? name.scope
	};
}
async function userSettings(location) {
	const { stdout } = await runGit(location, [
		"config",
		"--show-scope",
		"--null",
		"--get-regexp",
		"^user\\.(name|email)$"
	], { accept: [0, 1] });
	const fields = stdout.toString("utf8").split("\0");
	const settings = new Map();
	for (let at = 0; at + 1 < fields.length; at += 2) {
		const [key = "", value = ""] = (fields[at + 1] ?? "").split("\n", 2);
		settings.delete(key);
		if (value !== "") settings.set(key, {
			scope: fields[at] ?? "",
			value
		});
	}
	return settings;
}
// src/adapters/git/shallow.ts
function shallowBoundaries({ commonDir }) {
	const file = join(commonDir, "shallow");
	return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter((line) => line !== "") : [];
}
// src/adapters/git/tree-object.ts
function parseTree(body, idBytes) {
	const items = [];
	for (let at = 0; at < body.length;) {
		const space = body.indexOf(32, at);
		const end = body.indexOf(0, space);
		const id = body.toString("hex", end + 1, end + 1 + idBytes);
		items.push({
			mode: modeOf(body.toString("latin1", at, space)),
			name: body.toString("utf8", space + 1, end),
			id
		});
		at = end + 1 + idBytes;
	}
	return items;
}
function modeOf(text) {
	switch (text.padStart(6, "0")) {
		case "040000": return "040000";
		case "120000": return "120000";
		case "160000": return "160000";
		case "100755": return "100755";
		default: return "100644";
	}
}
function sortTree(items) {
	const key = (item) => Buffer.from(item.mode === "040000" ? `${item.name}/` : item.name, "utf8");
	return [...items].sort((a, b) => Buffer.compare(key(a), key(b)));
}
// src/adapters/git/folder-tree.ts
function placeChanges(changes, ids) {
	const root = {
		files: new Map(),
		folders: new Map()
	};
	for (const [index, { path }] of changes.entries()) place(root, path.split("/"), ids[index] ?? null);
	return root;
}
function place(folder, parts, id) {
	const [name = "", ...rest] = parts;
	if (rest.length === 0) {
		folder.files.set(name, id);
		return;
	}
	const inner = folder.folders.get(name) ?? {
		files: new Map(),
		folders: new Map()
	};
	folder.folders.set(name, inner);
	place(inner, rest, id);
}
async function writeFolders(change, path, writer) {
	return await writeFolder(change, path, writer) ?? writer.make([]);
}
async function writeFolder(change, path, writer) {
	const items = new Map((await writer.existing(path)).map((item) => [item.name, item]));
	for (const [name, id] of change.files) if (id === null) items.delete(name);
	else items.set(name, {
		name,
		mode: items.get(name)?.mode === "100755" ? "100755" : "100644",
		id
	});
	for (const [name, inner] of change.folders) {
		const id = await writeFolder(inner, path === "" ? name : `${path}/${name}`, writer);
		if (id === void 0) items.delete(name);
		else items.set(name, {
			name,
			mode: "040000",
			id
		});
	}
	return items.size === 0 ? void 0 : writer.make(sortTree([...items.values()]));
}
// src/adapters/git/write-tree.ts
const WRITERS = 4;
async function writeTree(location, base, changes, listFolder) {
	const ids = await writeBlobs(location, changes);
	const maker = new TreeMaker(location);
	try {
		return await writeFolders(placeChanges(changes, ids), "", {
			existing: async (folder) => (base === void 0 ? [] : await listFolder(base, folder)).map(itemOf),
			make: (items) => maker.make(items)
		});
	} finally {
		maker.close();
	}
}
function itemOf({ path, mode, id }) {
	return {
		name: path.slice(path.lastIndexOf("/") + 1),
		mode,
		id
	};
}
async function writeBlobs(location, changes) {
	const ids = changes.map(() => null);
	const queue = changes.entries();
	const work = async () => {
		for (const [index, { content }] of queue) {
			if (content === null) continue;
			ids[index] = await gitText(location, [
				"hash-object",
				"-w",
				"--no-filters",
				"--stdin"
			], { input: content });
		}
	};
	await Promise.all(Array.from({ length: WRITERS }, work));
	return ids;
}
var TreeMaker = class {
	#child;
	#failed;
	#waiting;
	#output = "";
	constructor(location) {
		const child = startGit(location, [
			"mktree",
			"-z",
			"--missing",
			"--batch"
		]);
		this.#child = child;
		let stderr = "";
		child.stderr.on("data", (chunk) => {
			stderr += chunk.toString("utf8");
		});
		child.stdin.on("error", () => {});
		child.stdout.on("data", (chunk) => this.#take(chunk.toString("latin1")));
		this.#failed = new Promise((_resolve, reject) => {
			child.on("error", (error) => reject(startError(error)));
			child.on("close", () => reject(mktreeError(stderr)));
		});
		this.#failed.catch(() => {});
	}
	make(items) {
		const answer = new Promise((resolve) => {
			this.#waiting = resolve;
		});
		const lines = items.map(({ mode, name, id }) => `${mode} ${TYPES[mode] ?? "blob"} ${id}\t${name}\0`);
		this.#child.stdin.write(`${lines.join("")}\0`);
		return Promise.race([answer, this.#failed]);
	}
	close() {
		this.#child.stdin.end();
	}
	#take(text) {
		this.#output += text;
		const end = this.#output.indexOf("\n");
		if (end < 0) return;
		const id = this.#output.slice(0, end);
		this.#output = this.#output.slice(end + 1);
		this.#waiting?.(id);
	}
};
const TYPES = {
	"040000": "tree",
	"160000": "commit"
};
function mktreeError(stderr) {
	return new ModelyardError({
		code: "cannot-write",
		message: `git could not write a folder: ${stderr.trim().split("\n")[0] ?? ""}`,
		next: "make room on the disk or allow writing there, then run the command again; nothing was changed"
	});
}
// src/adapters/git/program.ts
const BULK = 200;
function branchInFile({ gitDir }) {
	const head = readFileSync(join(gitDir, "HEAD"), "utf8").trimEnd();
	if (/^[0-9a-f]{40,64}$/.test(head)) return "";
	const name = /^ref: refs\/heads\/(\S+)$/.exec(head)?.[1];
	return name === ".invalid" ? void 0 : name;
}
async function branchByProgram(location) {
	const { status, stdout } = await runGit(location, [
		"symbolic-ref",
		"--quiet",
		"--short",
		"HEAD"
	], { accept: [0, 1] });
	return status === 0 ? stdout.toString("utf8").trim() : "";
}
function openWithProgram(location) {
	const objects = new CatFile(location);
	objects.warmUp();
	async function readCommit(name) {
		const object = await objects.read(`${name}^{commit}`);
		return object === void 0 ? void 0 : parseCommit(object.id, object.body.toString("utf8"));
	}
	async function listFolder(commit, folder) {
		const object = await objects.read(folder === "" ? `${commit}^{tree}` : `${commit}:${folder}`);
		if (object === void 0 || object.type !== "tree") return [];
		const prefix = folder === "" ? "" : `${folder}/`;
		return parseTree(object.body, object.id.length / 2).map(({ name, mode, id }) => ({
			path: prefix + name,
			mode,
			id
		}));
	}
	async function readBlobs(ids, take) {
		return (ids.length > BULK ? new CatFile(location, ["--buffer"]) : objects).readAll(ids, (object, index) => {
			if (object !== void 0) return take(object.body, index);
			throw new ModelyardError({
				code: "bug",
				message: `the repository lacks the object ${ids[index]}`,
				next: "check the repository: git fsck"
			});
		});
	}
	const isShallow = async () => shallowBoundaries(location).length > 0;
	return {
		async head() {
			const branch = branchInFile(location) ?? await branchByProgram(location);
			return {
				commit: (await objects.read("HEAD^{commit}"))?.id,
				branch: branch === "" ? void 0 : branch
			};
		},
		async resolve(revision) {
			if (!isPlainRevision(revision)) return void 0;
			return (await objects.read(`${revision}^{commit}`))?.id;
		},
		async commitFacts(commit) {
			const facts = await readCommit(commit);
			if (facts !== void 0) return facts;
			throw new ModelyardError({
				code: "bug",
				message: `the repository lacks the commit ${commit}`,
				next: "check the repository: git fsck"
			});
		},
		listFolder,
		async listFiles(commit, folder) {
			const { stdout } = await runGit(location, [
				"ls-tree",
				"-r",
				"-z",
				"--full-tree",
				commit,
				...folder === "" ? [] : ["--", folder]
			]);
			return parseListing(stdout);
		},
		async readFile(commit, path) {
			const object = await objects.read(`${commit}:${path}`);
			return object?.type === "blob" ? object.body : void 0;
		},
		readBlobs,
		async blobIds(contents) {
			const head = await objects.read("HEAD");
			const { createHash } = process.getBuiltinModule("node:crypto");
			const format = head?.id.length === 64 ? "sha256" : "sha1";
			return Array.from(contents, (bytes) => createHash(format).update(`blob ${bytes.length}\0`).update(bytes).digest("hex"));
		},
		async changes(from, to, folders) {
			const { stdout } = await runGit(location, [
				"diff-tree",
				"-r",
				"-z",
				"--raw",
				"--no-renames",
				"--no-abbrev",
				from,
				to,
				"--",
				...folders
			]);
			return parseTreeChanges(stdout);
		},
		async history(commit, path) {
			return {
				entries: parseHistory(await gitText(location, [
					"log",
					"--first-parent",
					"-m",
					"--raw",
					"--no-abbrev",
					"--no-renames",
					"--no-color",
					"--no-mailmap",
					"--format=%x01%H%x1f%ct%x1f%an%x1f%s",
					commit,
					"--",
					path
				])),
				complete: !await isShallow()
			};
		},
		async chain(commit) {
			return {
				entries: (await gitText(location, [
					"rev-list",
					"--first-parent",
					"--timestamp",
					commit
				])).split("\n").filter((line) => line !== "").map((line) => {
					const [seconds = "0", id = ""] = line.split(" ");
					return {
						commit: id,
						committedAt: Number(seconds) * 1e3
					};
				}).reverse(),
				complete: !await isShallow()
			};
		},
		async lastChangeOutside(commit, folder) {
			const found = await gitText(location, [
				"log",
				"-1",
				"--first-parent",
				"-m",
				"--format=%H",
				commit,
				"--",
				":(top)",
				`:(top,exclude,literal)${folder}`
			]);
			if (await isShallow()) throwIfCut(found, location);
			if (found !== "") return found;
			return gitText(location, [
				"rev-list",
				"--first-parent",
				"--max-parents=0",
				commit
			]);
		},
		async mergeBase(a, b) {
			const { status, stdout } = await runGit(location, [
				"merge-base",
				a,
				b
			], { accept: [0, 1] });
			if (status === 0) return stdout.toString("utf8").trim();
			if (await isShallow()) throw shallowError("where two branches parted");
		},
		isShallow,
		async listTags() {
			return (await gitText(location, ["tag", "--list"])).split("\n").filter((name) => name !== "");
		},
		async commit(request) {
			const id = await writeCommit(location, request, listFolder);
			await moveRef(location, request.branch, id, request.expected, request);
			return id;
		},
		async moveBranch(branch, to, expected) {
			await moveRef(location, branch, to, expected);
		},
		async fetch(remote, branch) {
			const target = `refs/modelyard/fetched/${branch}`;
			const args = [
				"fetch",
				"--quiet",
				"--no-tags",
				"--no-write-fetch-head",
				remote,
				`+refs/heads/${branch}:${target}`
			];
			const output = await runGit(location, args, { accept: [
				0,
				1,
				128
			] });
			if (output.status === 0) return (await objects.read(`${target}^{commit}`))?.id;
			if (/couldn't find remote ref/.test(output.stderr)) return void 0;
			throw remoteError("fetch from", remote, output.stderr, gitError(args, output));
		},
		async push(remote, branch, commit, expected) {
			const ref = `refs/heads/${branch}`;
			const args = [
				"push",
				"--porcelain",
				`--force-with-lease=${ref}:${expected ?? ""}`,
				remote,
				`${commit}:${ref}`
			];
			const output = await runGit(location, args, { accept: [
				0,
				1,
				128
			] });
			if (output.status === 0) return;
			const said = output.stdout.toString("utf8") + output.stderr;
			if (/stale info|\[rejected\]|failed to update ref|cannot lock ref/.test(said)) throw movedError(branch);
			throw remoteError("push to", remote, output.stderr, gitError(args, output));
		},
		identity: programIdentity(location)
	};
}
async function writeCommit(location, request, listFolder) {
	return gitText(location, [
		"-c",
		"i18n.commitEncoding=utf-8",
		"commit-tree",
		await writeTree(location, request.parent, request.changes, listFolder),
		...request.parent === void 0 ? [] : ["-p", request.parent],
		"-F",
		"-"
	], {
		input: request.message,
		env: personEnv(request)
	});
}
function personEnv({ person, at }) {
	const date = `@${Math.floor(at / 1e3)} +0000`;
	return {
		GIT_AUTHOR_NAME: person.name,
		GIT_AUTHOR_EMAIL: person.email,
		GIT_AUTHOR_DATE: date,
		GIT_COMMITTER_NAME: person.name,
		GIT_COMMITTER_EMAIL: person.email,
		GIT_COMMITTER_DATE: date
	};
}
async function moveRef(location, branch, to, expected, who = {
	person: {
		name: "Modelyard",
		email: "modelyard@localhost"
	},
	at: 0
}) {
	const none = "0".repeat((to ?? expected ?? "").length);
	const ref = `refs/heads/${branch}`;
	const args = to === void 0 ? [
		"update-ref",
		"-d",
		ref,
		expected ?? none
	] : [
		"update-ref",
		"-m",
		"modelyard",
		ref,
		to,
		expected ?? none
	];
	const output = await runGit(location, args, {
		accept: [
			0,
			1,
			128
		],
		env: personEnv(who)
	});
	if (output.status === 0) return;
	if (/but expected|reference already exists|unable to resolve reference|\.lock': File exists/.test(output.stderr)) throw movedError(branch);
	throw gitError(args, output);
}
function throwIfCut(found, location) {
	if (found === "" || shallowBoundaries(location).includes(found)) throw shallowError("the commit that last changed the code");
}
function parseListing(stdout) {
	const entries = [];
	for (let at = 0; at < stdout.length;) {
		const end = stdout.indexOf(0, at);
		const line = stdout.toString("utf8", at, end);
		const tab = line.indexOf("	");
		const [mode, , id] = line.slice(0, tab).split(" ");
		entries.push({
			path: line.slice(tab + 1),
			mode,
			id
		});
		at = end + 1;
	}
	return entries;
}
function parseTreeChanges(stdout) {
	const fields = stdout.toString("utf8").split("\0");
	const changes = [];
	for (let index = 0; index + 1 < fields.length; index += 2) {
		const parsed = parseRaw(fields[index]);
		if (parsed !== void 0) changes.push({
			path: fields[index + 1],
			...parsed
		});
	}
	return changes;
}
function parseRaw(line) {
	const match = /^:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) ([AMDT])/.exec(line);
	if (match === null) return void 0;
	const [, modeBefore, modeAfter, before, after, letter] = match;
	const side = (mode, id) => mode === "000000" ? void 0 : {
		mode,
		id
	};
	return {
		status: letter === "A" ? "added" : letter === "D" ? "deleted" : "modified",
		before: side(modeBefore, before),
		after: side(modeAfter, after)
	};
}
function parseHistory(text) {
	const entries = [];
	for (const block of text.split("").slice(1)) {
		const [header = "", ...lines] = block.split("\n");
		const [commit = "", seconds = "0", author = "", subject = ""] = header.split("");
		for (const line of lines) {
			const parsed = parseRaw(line);
			if (parsed === void 0) continue;
			entries.push({
				commit,
				committedAt: Number(seconds) * 1e3,
				author,
				subject,
				path: unquote(line.slice(line.indexOf("	") + 1)),
				status: parsed.status,
				before: parsed.before?.id,
				after: parsed.after?.id
			});
		}
	}
	return entries.reverse();
}
function unquote(path) {
	return path.startsWith("\"") ? path.slice(1, -1).replace(/\\(["\\])/g, "$1") : path;
}
function isPlainRevision(revision) {
	return /^[^-\s:^~?*[\\@{}][^\s:?*[\\{}]*$|^HEAD$|^@$/.test(revision) && !revision.includes("..");
}
// src/adapters/git/program-index.ts
function programIndex(location) {
	return {
		async visible() {
			const { stdout } = await runGit(location, [
				"ls-files",
				"-z",
				"--cached",
				"--others",
				"--exclude-standard"
			]);
			return [...new Set(stdout.toString("utf8").split("\0"))].filter((path) => path !== "");
		},
		async modified(paths) {
			const { stdout } = await runGit(location, [
				"status",
				"--porcelain=v1",
				"-z",
				"--untracked-files=no",
				"--no-renames",
				"--",
				...paths.map((path) => `:(top,literal)${path}`)
			]);
			return stdout.toString("utf8").split("\0").filter((line) => line !== "").map((line) => line.slice(3));
		},
		async update(entries) {
			await runGit(location, [
				"update-index",
				"-z",
				"--index-info"
			], { input: entries.map(({ path, after }) => after === void 0 ? `0 ${NO_ID}\t${path}\0` : `${after.mode} ${after.id}\t${path}\0`).join("") });
		}
	};
}
const NO_ID = "0".repeat(40);
// src/adapters/git/by-program.ts
function openGitByProgram(folder) {
	const location = locateRepository(folder);
	const { identity, ...repository } = openWithProgram(location);
	return adaptersBy({
		repository,
		identity,
		index: programIndex(location)
	}, location, folder);
}
// src/doors/github.ts
function lazyGitHub(environment, token) {
	const load = once(() => open$2(environment, token));
	return {
		branchRules: lazy(load, "branchRules"),
		comments: lazy(load, "comments"),
		statuses: lazy(load, "statuses"),
		runs: lazy(load, "runs"),
		pullRequests: lazy(load, "pullRequests"),
		provenance: lazy(load, "provenance"),
		openPulls: lazy(load, "openPulls"),
		seals: lazy(load, "seals"),
		monitorHistory: lazy(load, "monitorHistory"),
		issues: lazy(load, "issues"),
		merges: lazy(load, "merges"),
		deployments: lazy(load, "deployments"),
		outer: async () => (await load()).outer()
	};
}
function lazy(load, port) {
	return new Proxy({}, { get(_target, name) {
		if (typeof name === "symbol" || name === "then" || name === "toJSON") return void 0;
		return async (...args) => {
			return (await load())[port][name](...args);
		};
	} });
}
async function open$2(environment, token) {
	const { openGitHubBranchRules, openGitHubComments, openGitHubProvenance, openGitHubDeployments, openGitHubIssues, openGitHubMerges, openGitHubMonitorHistory, openGitHubOpenPulls, openGitHubLfs, openGitHubPullRequests, openGitHubReleases, openGitHubRuns, openGitHubSeals, openGitHubStatuses, readGitHubContext } = await import("./github.mjs");
	const context = await readGitHubContext(environment, token);
	return {
		comments: openGitHubComments(context),
		statuses: openGitHubStatuses(context),
		runs: openGitHubRuns(context),
		pullRequests: openGitHubPullRequests(context),
		branchRules: openGitHubBranchRules(context),
		provenance: openGitHubProvenance(context),
		openPulls: openGitHubOpenPulls(context),
		seals: openGitHubSeals(context),
		monitorHistory: openGitHubMonitorHistory(context),
		issues: openGitHubIssues(context),
		merges: openGitHubMerges(context),
		deployments: openGitHubDeployments(context),
		outer: once(async () => ({
			releases: openGitHubReleases(context),
			lfs: openGitHubLfs(context)
		}))
	};
}
// src/doors/no-engines.ts
const NOBODY = {
	present: false,
	ask: async (_question, fallback) => fallback
};
function refusing(message, next, known = {}) {
	return new Proxy(known, { get(target, name) {
		if (Object.hasOwn(target, name)) return target[name];
		if (typeof name === "symbol" || name === "then" || name === "toJSON") return void 0;
		throw new ModelyardError({
			code: "missing-engine",
			message,
			next
		});
	} });
}
// src/doors/no-repository.ts
function withoutRepository(error, folder) {
	if (!(error instanceof ModelyardError) || error.code !== "no-repository") throw error;
	const refusing = (known = {}) => new Proxy(known, { get(target, name) {
		if (name in target) return Reflect.get(target, name);
		return typeof name === "symbol" || ASKED_OF_ANY.includes(name) ? void 0 : () => Promise.reject(error);
	} });
	return {
		repository: refusing(),
		worktree: refusing({
			root: folder,
			pathFromRoot: () => void 0
		}),
		identity: refusing(),
		drafts: refusing()
	};
}
const ASKED_OF_ANY = ["then", "toJSON"];
// src/adapters/files/artifacts.ts
const createHash$1 = (algorithm) => process.getBuiltinModule("node:crypto").createHash(algorithm);
function openArtifacts(folder) {
	const place = (userPath) => resolve(folder, userPath);
	return {
		place,
		hash: (bytes) => createHash$1("sha256").update(bytes).digest("hex"),
		async hashPath(userPath) {
			if (!(await factsOf(place(userPath), userPath)).isDirectory()) return {
				isFolder: false,
				files: [{
					path: basename(place(userPath)),
					...await hashFile(place(userPath))
				}]
			};
			const files = [];
			for await (const path of filesBelow(place(userPath), "", userPath)) files.push({
				path,
				...await hashFile(join(place(userPath), path))
			});
			if (files.length === 0) throw badArtifact(userPath, "is an empty folder", "name a folder that holds the model");
			return {
				isFolder: true,
				files: files.sort((a, b) => a.path < b.path ? -1 : 1)
			};
		},
		async readHead(userPath, length) {
			const file = await open(place(userPath));
			try {
				const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
				return buffer.subarray(0, bytesRead);
			} finally {
				await file.close();
			}
		},
		readAll: (userPath) => readFile(place(userPath)),
		readPieces: (userPath) => createReadStream(place(userPath), { highWaterMark: 1 << 20 }),
		async write(userPath, content) {
			try {
				await mkdir(dirname(place(userPath)), { recursive: true });
				await writeFileAtomic(place(userPath), Buffer.from(content));
			} catch (error) {
				throw new ModelyardError({
					code: "cannot-write",
					message: `${userPath} could not be written (${codeOf(error) ?? String(error)})`,
					next: "make room on the disk or name another place, then run the command again",
					cause: error
				});
			}
		}
	};
}
async function hashFile(path) {
	const { pipeline } = await import("node:stream/promises");
	const hash = createHash$1("sha256");
	let bytes = 0;
	await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), async function* (chunks) {
		for await (const chunk of chunks) {
			hash.update(chunk);
			bytes += chunk.length;
		}
		yield "";
	});
	return {
		sha256: hash.digest("hex"),
		bytes
	};
}
async function* filesBelow(root, folder, userPath) {
	for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
		const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
		if (entry.isDirectory()) yield* filesBelow(root, path, userPath);
		else if (entry.isFile()) yield path;
		else throw badArtifact(`${userPath}/${path}`, "is a link or a special file", "put the file itself there");
	}
}
async function factsOf(path, userPath) {
	let facts;
	try {
		facts = await lstat(path);
	} catch (error) {
		if (codeOf(error) !== "ENOENT" && codeOf(error) !== "ENOTDIR") throw error;
		throw badArtifact(userPath, "is not there", "check the path; relative paths start from the folder you are in");
	}
	if (facts.isDirectory()) return facts;
	if (!facts.isFile()) throw badArtifact(userPath, "is a link or a special file", "name the file itself");
	if (facts.size === 0) throw badArtifact(userPath, "is empty", "check the step that wrote it");
	return facts;
}
function badArtifact(path, what, next) {
	return new ModelyardError({
		code: "bad-artifact",
		message: `${path} ${what}`,
		next
	});
}
function codeOf(error) {
	return error instanceof Error && "code" in error ? String(error.code) : void 0;
}
// src/adapters/runner/workflow-run.ts
const MOST_EVENT_BYTES = 26214400;
function readWorkflowRun(env) {
	if (env.GITHUB_ACTIONS !== "true") return void 0;
	const id = countIn(env.GITHUB_RUN_ID);
	const [repository] = /^[\w.-]{1,100}\/[\w.-]{1,100}$/.exec(env.GITHUB_REPOSITORY ?? "") ?? [];
	const event = env.GITHUB_EVENT_NAME ?? "";
	const isPull = event.startsWith("pull_request");
	const payload = isPull || event === "push" ? payloadIn(env.GITHUB_EVENT_PATH) : void 0;
	const commit = shaIn(isPull ? payload?.pull_request?.head?.sha : env.GITHUB_SHA);
	if (id === void 0 || repository === void 0 || commit === void 0) return void 0;
	return {
		repository,
		id,
		attempt: countIn(env.GITHUB_RUN_ATTEMPT) ?? 1,
		workflow: /^[^/@]+\/[^/@]+\/([^@]{1,300})@/.exec(env.GITHUB_WORKFLOW_REF ?? "")?.[1],
		event,
		commit,
		...event === "push" && isDefaultBranch(env.GITHUB_REF, payload) ? { merged: true } : {}
	};
}
function isDefaultBranch(ref, payload) {
	const branch = payload?.repository?.default_branch;
	return typeof branch === "string" && branch !== "" && ref === `refs/heads/${branch}`;
}
function payloadIn(path) {
	if (!path) return void 0;
	try {
		if (statSync(path).size > MOST_EVENT_BYTES) return void 0;
		return JSON.parse(readFileSync(path, "utf8")) ?? void 0;
	} catch {
		return;
	}
}
function shaIn(value) {
	return typeof value === "string" && /^[0-9a-f]{40}$/.test(value) ? value : void 0;
}
function countIn(text) {
	return /^[1-9]\d{0,14}$/.test(text ?? "") ? Number(text) : void 0;
}
// src/render/blocks.ts
const part = (name, ...blocks) => ({
	block: "part",
	part: name,
	blocks
});
const folded = (name, title, ...blocks) => part(name, {
	block: "fold",
	title,
	blocks
});
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
const open$1 = (text) => ({
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
function joinSpans(parts, separator) {
	return parts.flatMap((part, index) => index === 0 ? [...spansOf(part)] : [separator, ...spansOf(part)]);
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
// src/render/labels.ts
const METRIC_LABELS = {
	"roc-auc": "ROC AUC",
	"average-precision": "Average precision",
	accuracy: "Accuracy",
	"balanced-accuracy": "Balanced accuracy",
	f1: "F1",
	precision: "Precision",
	recall: "Recall",
	specificity: "Specificity",
	matthews: "Matthews correlation",
	"macro-f1": "Macro F1",
	"weighted-f1": "Weighted F1",
	"roc-auc-ovr": "ROC AUC, one against the rest",
	"log-loss": "Log loss",
	brier: "Brier score",
	"calibration-error": "Calibration error",
	"ks-separation": "KS separation",
	lift: "Lift",
	cost: "Cost per row",
	rmse: "RMSE",
	mae: "MAE",
	"median-absolute-error": "Median absolute error",
	mape: "MAPE",
	"pinball-loss": "Pinball loss",
	r2: "R²",
	"mean-error": "Mean error"
};
function metricLabel(name) {
	return Object.hasOwn(METRIC_LABELS, name) ? METRIC_LABELS[name] : name;
}
function ownLabel(name, unit) {
	return unit === void 0 ? name : `${name} (${unit})`;
}
function readingOf(interval, direction) {
	if (interval === void 0 || direction === "zero") return "unread";
	if (interval.low <= 0 && interval.high >= 0) return "open";
	const isHigher = interval.low > 0;
	if (direction === void 0) return isHigher ? "higher" : "lower";
	return isHigher === (direction === "higher") ? "better" : "worse";
}
function readingSpan$1(reading) {
	if (reading === "better") return good("better");
	if (reading === "worse") return bad("worse");
	return reading === void 0 || reading === "unread" ? "" : reading;
}
function readingCounts(readings) {
	const count = (wanted) => readings.filter((reading) => reading === wanted).length;
	return [
		"better",
		"higher",
		"open",
		"lower",
		"worse"
	].flatMap((word) => count(word) > 0 || word === "worse" ? [`${count(word)} ${word}`] : []).join(", ");
}
const FAIRNESS_LABELS = {
	"demographic-parity-difference": "Demographic parity difference",
	"demographic-parity-ratio": "Demographic parity ratio",
	"equal-opportunity-difference": "Equal opportunity difference",
	"equalized-odds-difference": "Equalized odds difference"
};
function fairnessLabel(measure) {
	return FAIRNESS_LABELS[measure];
}
function outcomeSpan(outcome) {
	if (outcome === "left-out") return {
		is: "dim",
		text: "left out"
	};
	return outcome === "passed" ? good("passed") : outcome === "failed" ? bad("failed") : open$1("inconclusive");
}
function ownName(path, names = 1) {
	return /^(?:[\\/]|[A-Za-z]:)/.test(path) ? path.split(/[\\/]/).slice(-names).join("/") : path;
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
const UNSEEN_IN_JSON = new RegExp(`[${UNSEEN}]`, "g");
function visible(text) {
	return text.replace(/[\n\r\t\v\f\u0085\u2028\u2029]+/g, " ").replace(UNSEEN_IN_TEXT, "�");
}
function visibleJson(json) {
	return json.replace(UNSEEN_IN_JSON, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
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
		...lines.map(({ name, values }) => `  line "${name}" [${values.map((value) => numberText$3(value, y)).join(", ")}]`)
	];
}
function axisText({ title, from, to }) {
	const [low, high] = to > from ? [from, to] : [from - 1, from + 1];
	return `"${mermaidText(title)}" ${decimal(low)} --> ${decimal(high)}`;
}
function numberText$3(value, { from, to }) {
	return decimal(Number.isFinite(value) ? Math.min(to, Math.max(from, value)) : from);
}
function decimal(value) {
	const size = Math.abs(value);
	const digits = size >= 1e3 ? 0 : size >= 1 ? 3 : 4;
	return (size < 0x38d7ea4c68000 ? value : Math.sign(value) * 0x38d7ea4c68000).toFixed(digits).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "").replace(/^-0$/, "0");
}
// src/render/markdown.ts
const SIGNS$1 = {
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
		default: return `${SIGNS$1[span.is]} ${escapeMarkdown(span.text)}`;
	}
}
// src/render/numbers.ts
function metricText(value) {
	const size = Math.abs(value);
	if (size !== 0 && size < 5e-5) return minus(value.toExponential(1));
	if (size !== 0 && size < .001) return minus(value.toFixed(4));
	if (size >= 9999.5) return minus(size < 0x38d7ea4c68000 ? countText(Math.round(value)) : value.toPrecision(5));
	return minus(size >= 100 ? value.toFixed(1) : value.toFixed(3));
}
function differenceText(value) {
	const text = metricText(value);
	if (/^−?0\.0+$/.test(text)) return text.replace("−", "");
	return value > 0 ? `+${text}` : text;
}
function countText(value) {
	return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
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
function minuteText(time) {
	return time.slice(0, 16).replace("T", " ");
}
function short(id, digits = 7) {
	return id.slice(0, digits);
}
function differenceRange({ low, high }) {
	return `${differenceText(low)} to ${differenceText(high)}`;
}
function metricRange({ low, high }) {
	return `${metricText(low)} to ${metricText(high)}`;
}
function movedText(champion, challenger) {
	return `${metricText(champion)} → ${metricText(challenger)}`;
}
function ratioText$1(value) {
	return `× ${value >= 10 ? value.toFixed(1) : value.toFixed(2)}`;
}
function pValueText(value) {
	return value < 1e-4 ? "< 0.0001" : String(Number(value.toPrecision(2)));
}
function equalTo(pValue) {
	const text = pValueText(pValue);
	return text.startsWith("<") ? text : `= ${text}`;
}
function shareText(share) {
	const percent = share * 100;
	return `${percent !== 0 && Math.abs(percent) < .05 ? "< 0.1" : percent.toFixed(1)} %`;
}
function minus(text) {
	return text.replaceAll("-", "−");
}
// src/render/sections/confusion.ts
function confusionBlocks({ confusion, classes, rows }) {
	if (confusion === void 0 || classes === void 0) return [];
	const right = confusion.reduce((sum, row, at) => sum + (row[at] ?? 0), 0);
	return [folded("confusion", [strong("Confusion"), ` · ${shareText(right / rows)} of the rows called rightly`], {
		block: "table",
		columns: [{ title: "actual, by row" }, ...classes.map((label) => ({
			title: `as ${label}`,
			align: "right"
		}))],
		rows: confusion.map((row, at) => [[name(classes[at] ?? "")], ...row.map(countText)])
	})];
}
function trapBlocks(traps, rows, champion) {
	const own = linesOf(traps, rows);
	const said = new Set(own.map((line) => JSON.stringify(line)));
	const others = linesOf(champion, rows).filter((line) => !said.has(JSON.stringify(line)));
	const items = [...own.map((line) => ["Careful: ", ...line]), ...others.map((line) => ["Careful, of the champion: ", ...line])];
	return items.length === 0 ? [] : [part("traps", {
		block: "list",
		items
	})];
}
function linesOf(traps, rows) {
	if (traps === void 0) return [];
	return [
		...(traps["unknown-categories"] ?? []).map(({ column, rows: found, examples }) => [
			`${plural(found, "row")} with a category that the model does not know in `,
			name(column),
			...examples.length === 0 ? [] : [`, such as ${examples.map((word) => word || "nothing").join(", ")}`],
			"."
		]),
		...counted(traps["unused-columns"], (columns) => [`${plural(columns.length, "column")} of the data that the model does not read: ${columns.slice(0, 8).join(", ")}${columns.length > 8 ? " …" : ""}.`]),
		...counted(traps.infinite, (found) => [`${plural(found, "prediction")} without a finite value.`]),
		...counted(traps["not-summing"], (found) => [`${plural(found, "row")} whose probabilities do not sum to 1.`]),
		...counted(traps["duplicate-keys"], (found) => [`${plural(found, "row")} that another row repeats: the same key, or all of it.`]),
		...counted(traps["in-training-data"], (found) => [`${plural(found, "row")} of ${countText(rows)} ${found === 1 ? "stands" : "stand"} in the training data too: figures on them flatter the model.`])
	];
}
function counted(found, say) {
	return found === void 0 ? [] : [say(found)];
}
// src/render/card.ts
function renderCard(facts) {
	const { model, definition, record, notes } = facts;
	const blocks = [
		heading(2, `${model}, version ${record.version}`),
		...notes.description === void 0 ? [] : [paragraph(notes.description)],
		heading(3, "Model details"),
		{
			block: "facts",
			rows: detailRows(facts)
		},
		heading(3, "Intended use"),
		paragraph(definition.description ?? "Not described: model.yaml has no description, so nobody said what this model is for."),
		paragraph(...taskSpans(definition)),
		heading(3, "Training data"),
		...trainingBlocks(record),
		heading(3, "Evaluation"),
		...evaluationBlocks(facts),
		heading(3, "Fairness"),
		...fairnessBlocks$1(facts),
		heading(3, "Limitations"),
		{
			block: "list",
			items: limitations(facts)
		}
	];
	return `${frontMatter(facts)}\n${toMarkdown(blocks)}`;
}
const HUB_METRICS = {
	brier: "brier_score",
	matthews: "matthews_correlation",
	r2: "r_squared"
};
function frontMatter({ model, definition, record, notes, evidence }) {
	const tabular = definition.task === "regression" ? "tabular-regression" : "tabular-classification";
	const evaluation = newest(evidence, "evaluation", record);
	const license = notes.tags?.license;
	const metrics = Object.entries(evaluation?.evidence.facts.metrics ?? {}).map(([metric, value]) => ({
		metric,
		value,
		type: HUB_METRICS[metric] ?? metric.replaceAll("-", "_")
	}));
	const data = yamlText(definition.evaluate?.data.uri ?? "evaluation data");
	return [
		"---",
		...license === void 0 ? [] : [`license: ${yamlText(String(license))}`],
		...record.artifact.format === "onnx" ? ["library_name: onnx"] : [],
		`pipeline_tag: ${tabular}`,
		"tags:",
		"- modelyard",
		...evaluation === void 0 || metrics.length === 0 ? [] : [
			"metrics:",
			...metrics.map(({ type }) => `- ${type}`),
			"model-index:",
			`- name: ${yamlText(`${model} version ${record.version}`)}`,
			"  results:",
			"  - task:",
			`      type: ${tabular}`,
			"    dataset:",
			`      name: ${data}`,
			`      type: ${data}`,
			`      revision: ${yamlText(evaluation.evidence.subject.data)}`,
			"    metrics:",
			...metrics.flatMap(({ metric, value, type }) => [
				`    - type: ${type}`,
				`      name: ${yamlText(metricLabel(metric))}`,
				`      value: ${yamlNumber(value)}`
			])
		],
		"---",
		""
	].join("\n");
}
function yamlText(text) {
	return JSON.stringify(text).replace(/[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function yamlNumber(value) {
	return String(value).replace(/^(-?\d+)e/, "$1.0e");
}
function detailRows({ definition, record, notes }) {
	const { artifact } = record;
	return [
		["made by", record["created-by"]],
		["made at", record["created-at"]],
		["trained at", [code(`commit ${short(record.commit, 12)}`)]],
		["artifact", `${artifact.kind ?? artifact.format}, ${bytesText(artifact.bytes)}`],
		["sha256", [code(artifact.sha256)]],
		...artifact["runs-code-when-loaded"] ? [["careful", "loading it runs code that it carries"]] : [],
		...definition.owners === void 0 ? [] : [["owners", definition.owners.join(", ")]],
		...Object.entries(record.params).map(([param, value]) => [`param ${param}`, JSON.stringify(value)]),
		...Object.entries(notes.tags ?? {}).map(([tag, value]) => [`tag ${tag}`, String(value)])
	];
}
function taskSpans({ task, target, ...definition }) {
	const positive = definition["positive-class"];
	return [
		`It predicts `,
		name(target),
		` (${task.replaceAll("-", " ")}`,
		...positive === void 0 ? [] : [", positive class ", name(positive)],
		")."
	];
}
function trainingBlocks({ data }) {
	if (data.length === 0) return [paragraph("Not recorded.")];
	return [{
		block: "table",
		columns: [
			{ title: "role" },
			{ title: "file" },
			{
				title: "rows",
				align: "right"
			},
			{ title: "sha256" }
		],
		rows: data.map(({ role, uri, rows, sha256 }) => [
			role,
			uri,
			rows === void 0 ? "not recorded" : countText(rows),
			[code(short(sha256, 12))]
		])
	}];
}
function evaluationBlocks({ evidence, record }) {
	const found = newest(evidence, "evaluation", record);
	if (found === void 0) return [paragraph("Not evaluated: there is no evidence of this version.")];
	const { facts, subject } = found.evidence;
	return [
		paragraph(`On ${plural(facts.rows, "row")} of the data `, code(short(subject.data, 12)), ":"),
		{
			block: "table",
			columns: [
				{ title: "metric" },
				{
					title: "value",
					align: "right"
				},
				{
					title: "95 % interval",
					align: "right"
				}
			],
			rows: [...Object.entries(facts.metrics).map(([metric, value]) => {
				const interval = facts.intervals?.[metric];
				return [
					metricLabel(metric),
					metricText(value),
					interval === void 0 ? "not measured" : metricRange(interval)
				];
			}), ...Object.entries(facts["own-metrics"] ?? {}).map(([metric, { value, unit }]) => [
				unit === void 0 ? metric : `${metric} (${unit})`,
				metricText(value),
				"not measured"
			])]
		},
		...trapBlocks(facts.traps, facts.rows)
	];
}
function fairnessBlocks$1({ evidence, record }) {
	const found = newest(evidence, "fairness", record);
	if (found === void 0) return [paragraph("Not measured.")];
	const rows = found.evidence.facts.columns.flatMap(({ column, measures, groups }) => measures.map(({ measure, challenger }) => [
		column,
		fairnessLabel(measure),
		metricText(challenger.value),
		metricRange(challenger),
		`${groups.filter(({ status }) => status === "judged").length} of ${groups.length}`
	]));
	if (rows.length === 0) return [paragraph("Insufficient data: no two groups are large enough to compare.")];
	return [{
		block: "table",
		columns: [
			{ title: "by" },
			{ title: "measure" },
			{
				title: "value",
				align: "right"
			},
			{
				title: "95 % bounds",
				align: "right"
			},
			{
				title: "groups judged",
				align: "right"
			}
		],
		rows
	}];
}
const WITHOUT = [
	["evaluation", "How well it predicts was not measured on held-out rows."],
	["fairness", "How it treats groups of people or things was not measured."],
	["latency", "How fast it answers was not measured."],
	["reproducibility", "Whether it can be trained again with the same outcome was not tried."],
	["contract", "What it answers to missing, unseen or extreme values was not tried."],
	["importance", "Which columns it leans on was not measured."]
];
function limitations({ evidence, record, definition }) {
	const missing = WITHOUT.filter(([kind]) => newest(evidence, kind, record) === void 0).map(([, text]) => text);
	const repeated = newest(evidence, "reproducibility", record)?.evidence.facts.finding;
	const broken = newest(evidence, "contract", record)?.evidence.facts.checks.filter(({ outcome }) => outcome === "broken");
	return [
		`Its figures hold for rows like the evaluation data; for others${definition.evaluate === void 0 ? ", and without any such data named," : ""} nothing is known.`,
		...missing,
		...repeated === "different" ? ["Trained again from the same commit, data and seed it came out different."] : [],
		...(broken ?? []).map(({ check, detail }) => `Broken promise: ${check}${detail === void 0 ? "" : `, ${detail}`}.`)
	];
}
function newest(evidence, kind, { artifact }) {
	return evidence.findLast(({ evidence: found }) => found.kind === kind && found.subject.artifact === artifact.sha256);
}
// src/render/exposition.ts
function renderExposition(families) {
	return families.filter(({ samples }) => samples.length > 0).map(({ definition: { name, help, type, labels }, samples }) => renderFamily(name, help, type, samples.map((sample) => [`{${labels.map((label, at) => `${label}="${escaped(sample.labels[at] ?? "")}"`).join(",")}}`, sample.value]))).join("");
}
function renderFamily(name, help, type, samples) {
	return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${samples.map(([suffix, value]) => `${name}${suffix} ${numberText$2(value)}\n`).join("")}`;
}
function escaped(value) {
	return value.replaceAll("\\", "\\\\").replaceAll("\"", "\\\"").replaceAll("\n", "\\n");
}
function numberText$2(value) {
	if (value === Number.POSITIVE_INFINITY) return "+Inf";
	return value === Number.NEGATIVE_INFINITY ? "-Inf" : String(value);
}
// src/render/budget.ts
const COMMENT_LIMIT = 65e3;
const STEPS = [
	{
		part: "examples",
		keep: 0
	},
	{
		part: "importance",
		keep: 20
	},
	{
		part: "params",
		keep: 30
	},
	{
		part: "data",
		keep: 30
	},
	{
		part: "slices",
		keep: 40
	},
	{
		part: "fairness",
		keep: 40
	},
	{
		part: "importance",
		keep: 0
	},
	{
		part: "params",
		keep: 0
	},
	{
		part: "card",
		keep: 0
	},
	{
		part: "data",
		keep: 0
	},
	{
		part: "slices",
		keep: 15
	},
	{
		part: "curves",
		keep: 0
	},
	{
		part: "confusion",
		keep: 0
	},
	{
		part: "tests",
		keep: 0
	},
	{
		part: "contract",
		keep: 0
	},
	{
		part: "reproducibility",
		keep: 0
	},
	{
		part: "latency",
		keep: 0
	},
	{
		part: "disagreement",
		keep: 0
	},
	{
		part: "fairness",
		keep: 10
	},
	{
		part: "traps",
		keep: 5
	},
	{
		part: "remarks",
		keep: 5
	},
	{
		part: "metrics",
		keep: 20
	},
	{
		part: "fairness",
		keep: 0
	},
	{
		part: "slices",
		keep: 0
	},
	{
		part: "traps",
		keep: 0
	},
	{
		part: "remarks",
		keep: 0
	},
	{
		part: "metrics",
		keep: 0
	},
	{
		part: "gates",
		keep: 40
	},
	{
		part: "gates",
		keep: 10
	}
];
const TEXT_LENGTHS = [
	2e3,
	200,
	60
];
const PART_NAMES = {
	gates: "gates",
	metrics: "metrics",
	slices: "slices",
	fairness: "fairness",
	latency: "latency",
	reproducibility: "reproducibility",
	contract: "contract",
	tests: "tests",
	curves: "curves",
	confusion: "confusion",
	data: "training data",
	params: "parameters",
	importance: "importance",
	disagreement: "where they disagree",
	examples: "examples of disagreement",
	traps: "what to be careful about",
	card: "model card",
	remarks: "notes"
};
function fitBlocks(blocks, write, limit, whole) {
	const text = write(blocks);
	if (text.length <= limit) return text;
	let last = text;
	for (const most of TEXT_LENGTHS) {
		const drafts = blocks.map((block) => draftOf(clipTexts(block, most), write));
		const kept = new Map();
		for (const { part, keep } of STEPS) {
			kept.set(part, keep);
			for (const draft of drafts) if (draft.parts.has(part)) rewrite(draft, kept, write);
			const removed = new Set(drafts.flatMap((draft) => [...draft.removed]));
			const end = footnote(omission(removed, whole));
			if (drafts.reduce((sum, { length }) => sum + length + 2, 0) + write([end]).length > limit) continue;
			last = write([...drafts.flatMap(({ body }) => body), end]);
			if (last.length <= limit) return last;
		}
	}
	return last;
}
function draftOf(block, write) {
	return {
		block,
		parts: partsIn(block),
		body: [block],
		length: write([block]).length,
		removed: new Set()
	};
}
function rewrite(draft, kept, write) {
	const removed = new Set();
	draft.body = shorten(draft.block, kept, void 0, removed);
	draft.length = draft.body.length === 0 ? 0 : write(draft.body).length;
	draft.removed = removed;
}
function partsIn(block) {
	if (!("blocks" in block)) return new Set();
	const own = block.block === "part" ? [block.part] : [];
	return new Set([...own, ...block.blocks.flatMap((inner) => [...partsIn(inner)])]);
}
function omission(removed, whole) {
	const names = [...removed].map((part) => PART_NAMES[part]);
	return `Shortened to fit into a comment. Left out: ${names.length === 0 ? "the ends of long texts" : `all or a part of: ${names.join(", ")}`}. The whole report is in ${whole}.`;
}
function shorten(block, kept, within, removed, cut = new Set()) {
	switch (block.block) {
		case "part": {
			const keep = kept.get(block.part);
			if (keep === 0) removed.add(block.part);
			if (keep === 0) return [];
			const cut = new Set();
			const blocks = block.blocks.flatMap((inner) => shorten(inner, kept, keep ?? within, removed, cut));
			if (cut.size > 0) removed.add(block.part);
			return [{
				...block,
				blocks
			}];
		}
		case "fold": return [{
			...block,
			blocks: block.blocks.flatMap((inner) => shorten(inner, kept, within, removed, cut))
		}];
		case "table": {
			if (within === void 0 || block.rows.length <= within) return [block];
			cut.add(block);
			const left = block.rows.length - within;
			const more = block.columns.map((_, at) => at === 0 ? `… and ${left} more` : "");
			return [{
				...block,
				rows: [...block.rows.slice(0, within), more]
			}];
		}
		case "list": {
			if (within === void 0 || block.items.length <= within) return [block];
			cut.add(block);
			const left = block.items.length - within;
			return [{
				...block,
				items: [...block.items.slice(0, within), `… and ${left} more`]
			}];
		}
		default: return [block];
	}
}
function clipTexts(block, most) {
	const line = (given) => spansOf(given).map((span) => typeof span === "string" ? clip(span, most) : {
		...span,
		text: clip(span.text, most)
	});
	switch (block.block) {
		case "heading":
		case "paragraph":
		case "footnote": return {
			...block,
			line: line(block.line)
		};
		case "list": return {
			...block,
			items: block.items.map(line)
		};
		case "table": return {
			...block,
			rows: block.rows.map((row) => row.map(line))
		};
		case "facts": return {
			...block,
			rows: block.rows.map(([name, value]) => [clip(name, most), line(value)])
		};
		case "code": return {
			...block,
			lines: block.lines.map((text) => clip(text, most))
		};
		case "fold": return {
			...block,
			title: line(block.title),
			blocks: block.blocks.map((inner) => clipTexts(inner, most))
		};
		case "part": return {
			...block,
			blocks: block.blocks.map((inner) => clipTexts(inner, most))
		};
		case "chart": return block;
	}
}
// src/render/report-page.ts
function titleLine({ part }) {
	return part === "" ? "" : `## ${escapeMarkdown(part)}\n\n`;
}
function sourceLine({ commit, run, url }) {
	const parts = [...commit === void 0 ? [] : [`commit ${codeSpan(commit.slice(0, 12))}`], ...run === 0 ? [] : [linked(`run ${run}`, url)]];
	return parts.length === 0 ? "" : `\n<sub>${parts.join(" · ")}</sub>\n`;
}
function noteLine(whole, url) {
	return `<sub>Shortened to fit into a comment. The whole report is in ${linked(whole, url)}.</sub>`;
}
function linked(text, url) {
	return url !== void 0 && /^https?:\/\/[\w.:/@%-]+$/.test(url) ? `[${text}](${url})` : text;
}
// src/render/sections/promises.ts
function reproducibilityBlocks(found) {
	if (found === void 0) return [];
	const [word, text] = FINDINGS[found.finding];
	const trainings = found.artifacts.length - 1;
	return [folded("reproducibility", [strong("Reproducibility"), ` · ${text}`], paragraph(word, `: trained again ${trainings === 1 ? "once" : `${trainings} times`} from commit `, code(short(found.commit)), ", data ", code(short(found.data)), ` and seed ${found.seed}: ${text}${comparedText(found)}.`))];
}
const FINDINGS = {
	"same-bytes": [good("same"), "same bytes"],
	"same-predictions": [good("same"), "other bytes, same predictions"],
	different: [bad("different"), "other predictions"]
};
function comparedText({ rows, tolerance, ...found }) {
	if (rows === void 0) return "";
	const largest = found["largest-difference"];
	const beyond = found["rows-beyond"];
	return [
		`, compared on ${plural(rows, "row")}`,
		...largest === void 0 ? [] : [`the largest difference is ${metricText(largest)}`],
		...beyond === void 0 || tolerance === void 0 ? [] : [`${plural(beyond, "row")} beyond the tolerance of ${metricText(tolerance)}`]
	].join(", ");
}
const CHECK_SPANS = {
	kept: good("kept"),
	broken: bad("broken"),
	"not-asked": "not asked"
};
function contractBlocks(contract) {
	if (contract === void 0) return [];
	const { checks, inputs, probes, against, protocol } = contract;
	const broken = checks.filter(({ outcome }) => outcome === "broken").length;
	const answer = broken === 0 ? "all kept" : `${broken} broken`;
	const whom = protocol === void 0 ? against : `${against}, protocol ${protocol}`;
	return [folded("contract", [strong("Contract"), ` · ${plural(checks.length, "check")}, ${answer}`], {
		block: "table",
		columns: [
			{ title: "promise" },
			{ title: "" },
			{
				title: "probes",
				align: "right"
			},
			{ title: "detail" }
		],
		rows: [...checks].sort((a, b) => Number(b.outcome === "broken") - Number(a.outcome === "broken")).map(({ check, outcome, probes: asked, detail = "" }) => [
			check,
			CHECK_SPANS[outcome],
			countText(asked),
			detail
		])
	}, paragraph(`${plural(probes, "probe")} of ${plural(inputs, "input")} against the ${whom}.`))];
}
function testBlocks(tests) {
	if (tests === void 0) return [];
	const { passed, failed, errors, skipped, failures } = tests;
	const broken = failed + errors;
	const counts = [
		`${countText(passed)} passed`,
		...failed > 0 ? [`${countText(failed)} failed`] : [],
		...errors > 0 ? [plural(errors, "error")] : [],
		...skipped > 0 ? [`${countText(skipped)} skipped`] : []
	].join(", ");
	const word = broken > 0 ? bad("failed") : passed > 0 ? good("passed") : open$1("no test ran");
	return [folded("tests", [strong("Tests"), ` · ${counts}`], paragraph(word, `: ${counts}, by ${tests.format}${tests.seconds === void 0 ? "" : ` in ${tests.seconds.toFixed(1)} s`}.`), ...failures.length === 0 ? [] : [{
		block: "list",
		items: failures.map(({ name, message }) => `${name}: ${message}`)
	}])];
}
function sizeText({ bytes, files }) {
	return `${bytesText(bytes)} in ${plural(files, "file")}`;
}
// src/render/sections/provenance.ts
function provenance$1(result) {
	const { data, facts, engine, size, "decided-before": decided } = result;
	const times = decided === void 0 ? "" : decided === 0 ? ", never decided before" : `, decided ${timesText(decided)} before`;
	return [
		...size === void 0 ? [] : [` (${sizeText(size)})`],
		" · data ",
		code(short(data.sha256)),
		` (${rowsText(data)}, ${plural(facts.rows, "row")}${times}) · ${engine}`
	];
}
function rowsText({ pinned, window }) {
	if (window === void 0) return pinned ? "pinned" : "not pinned";
	const days = `${window.from.slice(0, 10)} to ${window.to.slice(0, 10)}`;
	return pinned ? `by rule, ${days}` : `${days}, not the newest`;
}
function timesText(count) {
	return count === 1 ? "once" : plural(count, "time");
}
function remarkBlocks(remarks) {
	if (remarks.length === 0) return [];
	const items = remarks.map((remark) => sentence(`Note: ${fullSentence(remark)}`));
	return [part("remarks", {
		block: "list",
		items
	})];
}
// src/render/results/change.ts
function changeBlocks(change) {
	return [
		...change.remarks.map((remark) => footnote(...sentence(fullSentence(remark)))),
		paragraph(...statusLine(change)),
		...reasonBlocks(change),
		...nextBlocks(change.next)
	];
}
function statusLine({ status, why, branch, "pull-request": pull, commit, committer, files }) {
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
		case "proposed": return [
			good("Done"),
			` as pull request ${pull?.number ?? ""} from `,
			code(branch ?? ""),
			...at,
			"."
		];
		case "left": return [
			good("Done"),
			": the GitHub App opens the pull request from ",
			code(branch ?? ""),
			"."
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
function nextBlocks(next) {
	if (next.length === 0) return [];
	return [{
		block: "list",
		items: next.map((step) => {
			if (step.includes("`")) return sentence(step);
			const split = commandAt(step);
			return split < 0 ? step : [`${step.slice(0, split)}: `, code(step.slice(split + 2))];
		}).map((item, index) => joinSpans([index === 0 ? "Next: " : "      ", item], ""))
	}];
}
function commandAt(step) {
	return step.replace(/`[^`]*`/g, (quoted) => "`".repeat(quoted.length)).indexOf(": ");
}
// src/render/results/alerts.ts
const NAMED$3 = 5;
const ALERTS$1 = {
	drift: "drift",
	degradation: "degradation",
	"data-quality": "data quality",
	operations: "operations",
	"no-data": "no data"
};
const CHANGES$1 = {
	none: "–",
	open: "opened",
	update: "brought up to date",
	close: "closed",
	reopen: "opened again",
	"not-asked": "left as it is"
};
function describeAlerts({ model, at, run, record, alerts, week, remarks, next }) {
	return [
		heading(2, `${model}: alerts`),
		{
			block: "table",
			columns: [
				{ title: "alert" },
				{ title: "this run" },
				{ title: "what" },
				{ title: "issue" }
			],
			rows: alerts.map(rowOf$2)
		},
		...week === void 0 || week.change === "none" ? [] : [paragraph(`Week ${week.week} was told.`)],
		...remarkBlocks(remarks),
		...nextBlocks(next),
		footnote(`${minuteText(at)} UTC, ${run === "terminal" ? "at a terminal" : `run ${run.id}`} · ${record.is === "written" ? "kept" : "stands already"} on ${record.branch} as `, name(record.path))
	];
}
function rowOf$2({ kind, finding, bad: items, change, issue }) {
	const named = items.slice(0, NAMED$3).map((item) => [name(item.name)]);
	const rest = items.length - named.length;
	return [
		ALERTS$1[kind],
		finding === "bad" ? bad("bad") : finding === "good" ? good("good") : open$1("not told"),
		items.length === 0 ? "–" : joinSpans([...named, ...rest > 0 ? [[`${rest} more`]] : []], ", "),
		issue === void 0 ? CHANGES$1[change] : `#${issue.number} ${CHANGES$1[change]}`
	];
}
// src/render/results/alert-note.ts
function describeAlertNote({ model, alert, snoozed, acknowledged, remarks }) {
	const of = ` of ${ALERTS$1[alert.kind]} of `;
	return [
		...snoozed === void 0 ? [] : [paragraph(good("Snoozed:"), " the alert", of, name(model), ` says nothing until ${minuteText(snoozed.until)} UTC but that it recovered or returned.`)],
		...acknowledged === void 0 ? [] : [paragraph(good("Noted:"), " ", name(acknowledged.by), " looks after the alert", of, name(model), "; what joins is not told by a comment until it has recovered.")],
		...remarkBlocks(remarks)
	];
}
// src/render/results/gate-numbers.ts
const DIFFERENCES = [
	"not-worse",
	"better",
	"guardrails",
	"slice-not-worse",
	"fairness-change"
];
function observedText({ gate }, observed) {
	if (observed?.value === void 0) return observed?.word?.replaceAll("-", " ") ?? "–";
	const { value, low, high, unit } = observed;
	if (DIFFERENCES.includes(gate)) return `${differenceText(value)}${low === void 0 ? "" : ` (low end ${differenceText(low)})`}`;
	const range = low === void 0 || high === void 0 ? "" : ` (${bareText(low, unit)} to ${bareText(high, unit)})`;
	return `${numberText$1(value, unit)}${range}`;
}
function wantedText({ gate, wanted }) {
	if (wanted.value === void 0) return wanted.word?.replaceAll("-", " ") ?? "";
	return `${{
		"at-least": "≥",
		"at-most": "≤",
		above: ">",
		below: "<",
		equal: "="
	}[wanted.is]} ${DIFFERENCES.includes(gate) ? differenceText(wanted.value) : numberText$1(wanted.value, wanted.unit)}`;
}
function limitText({ wanted }) {
	return numberText$1(Math.abs(wanted.value ?? 0), wanted.unit);
}
function shortfall({ observed, wanted }) {
	if (observed?.value === void 0 || wanted.value === void 0) return "";
	const wantsMore = wanted.is === "at-least" || wanted.is === "above";
	const seen = (wantsMore ? observed.low : observed.high) ?? observed.value;
	const missing = wantsMore ? wanted.value - seen : seen - wanted.value;
	return missing > 0 ? `, by ${bareText(missing, wanted.unit)}` : "";
}
function bareText(value, unit) {
	return unit === "ratio" ? value.toFixed(2) : numberText$1(value, unit);
}
function numberText$1(value, unit) {
	switch (unit) {
		case "bytes": return bytesText(value);
		case "count": return countText(value);
		case "days": return `${Number(value.toFixed(1))} ${value === 1 ? "day" : "days"}`;
		case "ratio": return `× ${value.toFixed(2)}`;
		case "share":
		case void 0: return metricText(value);
	}
}
// src/render/results/gate-titles.ts
function gateTitle(gate) {
	const from = {
		floor: " (floor of the repository)",
		default: " (default)",
		model: ""
	}[gate.source];
	return `${subjectOf(gate)}${from}`;
}
function subjectOf(result) {
	const { gate, about = "" } = result;
	switch (gate) {
		case "metric-limit": return metricLabel(about);
		case "not-worse": return `${metricLabel(about)}, ${marginText(result)}`;
		case "better": return `${metricLabel(about)}, better ${result.wanted.value === 0 ? "than the champion" : `by ${limitText(result)}`}`;
		case "guardrails": return `Guardrails (${about.split(", ").map(metricLabel).join(", ")}), ${marginText(result)}`;
		case "slice-limit": return `${metricLabel(about)} on each slice`;
		case "slice-not-worse": return `${metricLabel(about)} on each slice, ${marginText(result)}`;
		case "fairness": return capital(about.replaceAll("-", " "));
		case "fairness-change": return `${capital(about.replaceAll("-", " "))}, ${marginText(result)}`;
		case "latency": return `Latency ${about} against the champion`;
		case "size": return "Size of the artifact";
		case "reproducible": return "Training again";
		case "contract": return about === "" ? "Contract" : `Contract of the ${about}`;
		case "data": return `Training data: ${about}`;
		case "tests": return "Tests that passed";
		case "custom": return about;
		case "freshness": return `Age of the ${about}`;
	}
}
function marginText({ wanted, gate }) {
	if (wanted.value === void 0) return `not worse by ${wanted.word ?? "a margin"}`;
	if (wanted.value === 0) return gate === "not-worse" ? "better than the champion" : "not worse";
	return `not worse by ${limitText({ wanted })}`;
}
// src/render/results/gates.ts
function describeGates(result) {
	const { gates, version, champion, data, stage } = result;
	const items = openGateLines(gates);
	return [
		heading(2, HEADLINES$1[result.outcome](`${result.model}: ${headline$2(result)}`)),
		...result["as-if"] === void 0 ? [] : [paragraph(strong("As if:"), " judged by the policy in ", name(result["as-if"]), ", not by the one in effect. Nothing is promoted by this answer.")],
		{
			block: "facts",
			rows: [
				[`version ${version.version}`, [`stands in ${result["stands-in"]}, artifact `, code(short(version.artifact))]],
				["champion", champion === void 0 ? "none to compare with" : [`version ${champion.version}, artifact `, code(short(champion.artifact))]],
				...data === void 0 ? [] : [["evaluation data", evaluationRows(data)]]
			]
		},
		...policyBlocks(result),
		...items.length === 0 ? [] : [{
			block: "list",
			items
		}],
		...gateBlocks(gates),
		...result.remarks.map((remark) => paragraph(...sentence(fullSentence(remark)))),
		...nextBlocks(result.next),
		footnote(`policy of ${stage} at `, code(short(result["policy-commit"])))
	];
}
const HEADLINES$1 = {
	passed: good,
	failed: bad,
	inconclusive: open$1
};
function headline$2({ version, stage, outcome }) {
	const may = {
		passed: "may go to",
		failed: "may not go to",
		inconclusive: "cannot go yet to"
	}[outcome];
	return `version ${version.version} ${may} ${stage}, by the gates`;
}
function policyBlocks({ policy, stage, "as-if": file }) {
	if (policy === void 0) return [];
	const whose = (source) => source === "model" && file !== void 0 ? [name(file)] : SOURCES[source];
	const rows = policy.gates.map(({ source, text, why }) => [whose(source), [code(text), ...why === void 0 ? [] : sentence(`: ${why}`)]]);
	const approvals = policy.approvals.map(({ required, from, source }) => [whose(source), `${plural(required, "approval")} by ${from?.join(" or ") ?? "people with `maintain`"}`]);
	return [heading(3, `The policy of ${stage} ${file === void 0 ? "in effect" : "as it would be"}`), {
		block: "table",
		columns: [{ title: "from" }, { title: "line" }],
		rows: [...rows, ...approvals]
	}];
}
const SOURCES = {
	model: "model.yaml",
	floor: "floor",
	default: "default"
};
function gateBlocks(tree) {
	const rows = tree.gates.map((gate) => [
		gateTitle(gate),
		outcomeSpan(gate.outcome),
		observedText(gate, gate.observed),
		wantedText(gate)
	]);
	const table = {
		block: "table",
		columns: [
			{ title: "gate" },
			{ title: "outcome" },
			{
				title: "observed",
				align: "right"
			},
			{
				title: "wanted",
				align: "right"
			}
		],
		rows
	};
	return [
		...rows.length === 0 ? [] : [table],
		...tree.gates.flatMap(partBlocks),
		...tree.remarks.map(({ message, next }) => paragraph(...sentence(fullSentence(`${message}: ${next}`)))),
		...warningBlocks(tree.warnings ?? [])
	];
}
function partBlocks(gate) {
	const { parts = [] } = gate;
	if (parts.length === 0) return [];
	const judged = parts.filter(({ outcome }) => outcome !== "left-out");
	const passed = judged.filter(({ outcome }) => outcome === "passed").length;
	return [{
		block: "fold",
		title: [strong(PART_TITLES[gate.gate] ?? "Parts"), ` · ${passed} of ${judged.length} passed${leftOutText(parts)}`],
		blocks: [paragraph(...sentence(fullSentence(gateTitle(gate)))), {
			block: "table",
			columns: [
				{ title: "part" },
				{
					title: "observed",
					align: "right"
				},
				{ title: "outcome" },
				{ title: "why" }
			],
			rows: parts.map((part) => [
				gate.gate === "guardrails" ? metricLabel(part.name) : part.name,
				observedText(gate, part.observed),
				outcomeSpan(part.outcome),
				sentence(part.reason)
			])
		}]
	}];
}
const PART_TITLES = {
	guardrails: "Guardrails",
	"slice-limit": "Slices",
	"slice-not-worse": "Slices against the champion",
	fairness: "Groups",
	"fairness-change": "Groups against the champion",
	contract: "Promises of the contract",
	data: "Training data",
	tests: "Tests that failed"
};
function leftOutText(parts) {
	const count = parts.filter(({ outcome }) => outcome === "left-out").length;
	return count === 0 ? "" : `, ${count} left out`;
}
function warningBlocks(warnings) {
	if (warnings.length === 0) return [];
	return [{
		block: "list",
		items: warnings.map(({ message, next }) => sentence(`Note: ${fullSentence(message)} ${fullSentence(next)}`))
	}];
}
function openGateLines(tree) {
	return tree.gates.filter(({ outcome }) => outcome === "failed" || outcome === "inconclusive").map((gate) => [outcomeSpan(gate.outcome), ...sentence(`${shortfall(gate)}: ${gateTitle(gate)}: ${gate.reason}.${gate.next === void 0 ? "" : ` What would change it: ${gate.next}.`}`)]);
}
function evaluationRows({ uri, sha256, time, "window-days": days }) {
	if (time !== void 0 && days !== void 0) return `${uri}, ${plural(days, "day")} by ${time}`;
	return sha256 === void 0 ? `${uri}, not pinned` : [`${uri}, `, code(short(sha256))];
}
// src/render/results/move.ts
function describeMove(result) {
	return [...proposedMove(result), ...changeBlocks(result)];
}
function proposedMove(result) {
	return [
		heading(2, `${result.model}: ${result.title}`),
		...movedFacts(result),
		...otherChecks(result)
	];
}
function movedFacts(moved) {
	return [
		...movedBlocks(moved),
		...moved.gates === void 0 ? [] : gateBlocks(moved.gates),
		...whyNot(moved),
		...approvalBlocks$1(moved)
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
		...result.replaces === void 0 ? [] : [["replaces", `pull request ${result.replaces}`]],
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
function approvalBlocks$1({ approvals, unapproved }) {
	if (approvals?.["by-hand"]) return [paragraph("Approvals: the policy leaves them to people (`approvals: by-hand`); nothing judged them.")];
	if (approvals === void 0 || approvals.rules.length === 0) return [];
	const wanted = approvals.rules.map(({ required, from }) => {
		const whose = from === void 0 ? "people with `maintain`" : from.join(" or ");
		return `${plural(required, "approval")} by ${whose}`;
	});
	const how = unapproved === void 0 ? "they are given on the pull request" : `merged without them, because: ${unapproved}`;
	return [paragraph("Approvals ", outcomeSpan(approvals.outcome), ": ", ...sentence(`${wanted.join(", ")}; ${how}.`)), ...whyNotApproved(approvals.rules)];
}
function whyNotApproved(rules) {
	const items = rules.flatMap(({ outcome, reason, next }) => outcome === void 0 || outcome === "passed" || reason === void 0 ? [] : [sentence(`${reason}: ${next ?? ""}`)]);
	return items.length === 0 ? [] : [{
		block: "list",
		items
	}];
}
function otherChecks({ "other-checks": checks }) {
	if (!checks?.["start-by-click"]) return [];
	const what = checks.names.length === 0 ? "Its workflows" : `The other required checks (${checks.names.map((name) => `\`${name}\``).join(", ")})`;
	return [paragraph(...sentence(`${what} start when somebody with write access presses "Approve and run workflows" below.`))];
}
// src/render/results/registration.ts
function describeRegistration(result) {
	return [...proposedRegistration(result), ...changeBlocks(result)];
}
function proposedRegistration(result) {
	const { record, promotion } = result;
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
		...promotion === void 0 ? [] : movedFacts(promotion),
		...otherChecks(result)
	];
}
function candidateLines({ candidate, alerts = [], earlier }) {
	if (candidate === void 0) return "";
	const issues = alerts.map((number) => `#${number}`).join(", ");
	const why = issues === "" ? "" : ` It was trained again because of ${issues}, which closes by itself after good runs.`;
	return `${FATES[candidate]}${why}\n\n${earlier === void 0 ? "" : `${earlierText(earlier)}\n\n`}`;
}
function earlierText(earlier) {
	const { window, rows, metric, champion, challenger, difference, interval } = earlier;
	const [from, to] = [window.from.slice(0, 10), window.to.slice(0, 10)];
	const range = interval === void 0 ? "" : ` (${metricText(interval.low)} to ${metricText(interval.high)})`;
	return `On ${plural(rows, "row")} before the drift, ${from} to ${to}: ${metricLabel(metric)} ${metricText(challenger)}, the champion ${metricText(champion)}, a difference of ${metricText(difference)}${range}. Shown and not judged: the models may have been trained on some of these rows.`;
}
const FATES = {
	ready: "A retraining made this candidate.",
	draft: "A retraining made this candidate, and its gates cannot tell: what would settle it stands below. It stays a draft, and the next one takes its place. Merged as it is it would be registered, and stand in no stage.",
	closed: "A retraining made this candidate, and its gates failed: it is closed, for the reasons below."
};
function titleOf({ status, record, promotion }) {
	if (record === void 0) return "register a version";
	return promotion?.title ?? `${status === "unchanged" ? "" : "register "}version ${record.version}`;
}
function versionFacts(record) {
	const { artifact, signature, data, params, metrics } = record;
	return [
		["artifact", `${artifact.kind ?? artifact.format}, ${bytesText(artifact.bytes)}, sha256 ${short(artifact.sha256, 12)}…`],
		...artifact.uri.startsWith("./") ? [] : [["at", artifact.uri]],
		...artifact["runs-code-when-loaded"] ? [["careful", "loading it runs code that it carries"]] : [],
		...signature === void 0 ? [] : [["signature", signatureText(signature)]],
		...data.map(({ role, uri, rows }) => [`${role} data`, `${uri}${rows === void 0 ? "" : `, ${plural(rows, "row")}`}`]),
		...listed$1("params", params, (value) => typeof value === "number" ? String(value) : JSON.stringify(value)),
		...listed$1("metrics", metrics, metricText),
		["trained at", `commit ${short(record.commit)}`],
		["made", `${record["created-at"]} by ${record["created-by"]}`]
	];
}
function listed$1(name, values, text) {
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
// src/render/sections/card-facts.ts
function cardBlocks({ record, description, challenger }) {
	if (record === void 0) return [];
	const rows = record.data.find(({ role }) => role === "train")?.rows;
	const trained = rows === void 0 ? "" : `, trained on ${plural(rows, "row")}`;
	return [folded("card", [strong("Model card"), ` · version ${challenger.version}${trained}`], ...description === void 0 ? [] : [paragraph(description)], {
		block: "facts",
		rows: versionFacts(record)
	})];
}
// src/render/sections/changes.ts
function dataBlocks(change) {
	if (change === void 0) return [];
	const { champion, challenger, added, removed } = change;
	const moved = change.columns.filter(({ change: kind, missing }) => kind !== "same" || missing?.moved);
	const rows = `+${countText(added)} and −${countText(removed)} rows`;
	const table = {
		block: "table",
		columns: [
			{ title: "column" },
			{ title: "change" },
			{
				title: "distance",
				align: "right"
			},
			{
				title: "adjusted p",
				align: "right"
			},
			{
				title: "missing, before → after",
				align: "right"
			}
		],
		rows: moved.map(({ column, change: kind, missing, ...found }) => [
			column,
			kind === "same" && missing?.moved ? "other share missing" : CHANGE_WORDS[kind],
			distanceText(found),
			found["p-value"] === void 0 ? "–" : pValueText(found["p-value"]),
			found["null-rate"] === void 0 ? "–" : `${found["null-rate"].map(shareText).join(" → ")}${missing?.moved ? ` (p ${equalTo(missing["p-value"])})` : ""}`
		])
	};
	return [folded("data", [strong("Training data"), ` · ${rows}, ${plural(moved.length, "column")} changed`], paragraph(`${countText(champion.rows)} → ${plural(challenger.rows, "row")}: ${countText(added)} added, ${countText(removed)} removed. ${plural(change.columns.length - moved.length, "column")} of ${countText(change.columns.length)} as before.`), ...moved.length === 0 ? [] : [table], ...wordBlocks(change.columns), ...doubtBlocks(change.columns), ...change.columns.some(({ test }) => test !== void 0) ? [METHODS] : [])];
}
function distanceText({ distance, test }) {
	if (distance === void 0) return "–";
	return `${test === void 0 ? "" : test === "kolmogorov-smirnov" ? "D " : "V "}${metricText(distance)}`;
}
function wordBlocks(columns) {
	const lines = columns.flatMap(({ column, "new-words": added, "gone-words": gone }) => {
		const parts = [...wordsLine("new", added), ...wordsLine("gone", gone)];
		return parts.length === 0 ? [] : [[
			name(column),
			": ",
			...joinSpans(parts, "; ")
		]];
	});
	return lines.length === 0 ? [] : [{
		block: "list",
		items: lines
	}];
}
function wordsLine(what, words) {
	if (words === void 0) return [];
	const named = words.first.slice(0, WORDS_SHOWN);
	const more = words.count - named.length;
	return [[
		`${what} `,
		...joinSpans(named.map((word) => name(word)), ", "),
		more === 0 ? "" : ` and ${countText(more)} more`
	]];
}
function doubtBlocks(columns) {
	return DOUBTS.flatMap(({ is, why }) => {
		const found = columns.filter(is);
		if (found.length === 0) return [];
		const named = found.slice(0, WORDS_SHOWN).map(({ column }) => name(column));
		const more = found.length === named.length ? "" : ` and ${countText(found.length - named.length)} more`;
		return [paragraph(`${why}: `, ...joinSpans(named, ", "), `${more}.`)];
	});
}
const WORDS_SHOWN = 8;
const DOUBTS = [
	{
		is: (column) => column["too-few-rows"] === true,
		why: "Too few rows to see a change that matters"
	},
	{
		is: (column) => column["not-tested"] === "many-words",
		why: "Too many different words to compare"
	},
	{
		is: (column) => column["not-tested"] === "no-values",
		why: "No values to compare"
	},
	{
		is: (column) => column["no-numbers"] !== void 0,
		why: "Compared without values that are no finite numbers"
	}
];
const METHODS = footnote("Distance: the D of Kolmogorov and Smirnov for numbers, Cramér's V without what chance adds for words. Values are other ones where it is above 0.1 and p, adjusted over the columns, below 0.05; shares missing where they differ by more than 5 points, tested likewise.");
const CHANGE_WORDS = {
	same: "same",
	added: "new",
	removed: "gone",
	type: "other type",
	moved: "other values"
};
function paramBlocks(params) {
	if (params === void 0) return [];
	if (params.length === 0) return [folded("params", [strong("Parameters"), " · all the same"], paragraph("No parameter differs."))];
	return [folded("params", [strong("Parameters"), ` · ${plural(params.length, "difference")}`], {
		block: "table",
		columns: [
			{ title: "parameter" },
			{ title: "champion" },
			{ title: "challenger" }
		],
		rows: params.map(({ name: param, champion = "–", challenger = "–" }) => [
			[name(param)],
			champion,
			challenger
		])
	})];
}
function importanceBlocks(importance) {
	if (importance === void 0 || importance.features.length === 0) return [];
	const { metric, repeats, rows, "data-rows": all = rows } = importance;
	const drawn = all > rows ? ` drawn from ${countText(all)}` : "";
	const features = [...importance.features].sort((a, b) => b.loss - a.loss);
	return [folded("importance", [
		strong("Importance"),
		" · most: ",
		features[0]?.column ?? ""
	], {
		block: "table",
		columns: [
			{ title: "column" },
			{
				title: `loss of ${metricLabel(metric)}`,
				align: "right"
			},
			{
				title: "range",
				align: "right"
			}
		],
		rows: features.map((feature) => [
			feature.column,
			differenceText(feature.loss),
			differenceRange(feature)
		])
	}, footnote(`What the metric loses when one column is shuffled; mean and range of ${plural(repeats, "repeat")} on ${plural(rows, "row")}${drawn}. It tells what the model leans on, not what causes the target. Columns that say the same share their importance.`))];
}
// src/render/resample.ts
function resample(points, from, to, count) {
	let next = 0;
	return Array.from({ length: count }, (_, at) => {
		const x = at === count - 1 ? to : from + (to - from) * at / (count - 1);
		while (next < points.length && points[next][0] <= x) next += 1;
		const before = points[Math.max(0, next - 1)];
		const after = points[next] ?? before;
		if (after[0] === before[0] || x <= before[0]) return before[1];
		return before[1] + (after[1] - before[1]) * (x - before[0]) / (after[0] - before[0]);
	});
}
// src/render/sections/curves.ts
const POINTS = 21;
const RARE = .1;
function curveBlocks(models) {
	const charts = [
		rankingChart(models),
		calibrationChart(models),
		residualChart(models)
	].flatMap((chart) => chart === void 0 ? [] : [chart]);
	if (charts.length === 0) return [];
	const titles = charts.map(({ title }) => title.charAt(0).toLowerCase() + title.slice(1)).join(", ");
	return [folded("curves", [strong("Curves"), ` · ${titles.replace(/^rOC/, "ROC")}`], ...charts.flatMap((chart) => [paragraph(`${chart.title}. ${chart.description}`), {
		block: "chart",
		chart
	}]))];
}
function rankingChart(models) {
	const { rows = 0, "positive-rows": positives = rows } = models[0]?.evaluation ?? {};
	const wanted = positives / rows < RARE ? "precision-recall" : "roc";
	return pathChart(models, wanted) ?? pathChart(models, wanted === "roc" ? "precision-recall" : "roc");
}
function pathChart(models, key) {
	const drawn = drawnBy(models, key);
	if (drawn.length === 0) return void 0;
	const lines = drawn.map(({ name, points }) => ({
		name,
		values: resample(points, 0, 1, POINTS)
	}));
	const isRoc = key === "roc";
	const at = isRoc ? .1 : .5;
	const said = drawn.map(({ name, points }) => `${metricText(resample(points, at, 1, 2)[0])} by the ${name}`);
	const found = isRoc ? `Share of the positive rows that is found where a tenth of the negative ones is called positive: ${said.join(", ")}.` : `Share of the rows called positive that are so, where half of the positive ones is found: ${said.join(", ")}.`;
	return {
		title: isRoc ? "ROC curve" : "Precision and recall",
		description: `${found}${isRoc ? " Ideal is the upper left corner; a useless model lies on the rising line." : ""}`,
		x: {
			title: isRoc ? "False-positive rate" : "Recall",
			from: 0,
			to: 1
		},
		y: {
			title: isRoc ? "True-positive rate" : "Precision",
			from: 0,
			to: 1
		},
		lines: isRoc ? [rising(0, 1), ...lines] : lines
	};
}
function calibrationChart(models) {
	const drawn = models.flatMap(({ name, evaluation }) => {
		const points = (evaluation.curves?.calibration ?? []).map(({ predicted, observed }) => [predicted, observed]).sort((a, b) => a[0] - b[0]);
		return points.length < 2 ? [] : [{
			name,
			points
		}];
	});
	if (drawn.length === 0) return void 0;
	const from = Math.max(...drawn.map(({ points }) => points[0]?.[0] ?? 0));
	const to = Math.min(...drawn.map(({ points }) => points.at(-1)?.[0] ?? 1));
	if (to <= from) return void 0;
	const ideal = rising(from, to);
	const lines = drawn.map(({ name, points }) => ({
		name,
		values: resample(points, from, to, POINTS)
	}));
	const heights = [ideal, ...lines].flatMap(({ values }) => values);
	return {
		title: "Calibration",
		description: `Largest gap between what was predicted and what came true, over groups of rows with like predictions: ${drawn.map(({ name, points }) => {
			return `${metricText(Math.max(...points.map(([predicted, observed]) => Math.abs(observed - predicted))))} by the ${name}`;
		}).join(", ")}. Ideal is the rising line.`,
		x: {
			title: "Predicted probability (per cent)",
			from: 100 * from,
			to: 100 * to
		},
		y: {
			title: "Share that came true",
			from: Math.min(0, ...heights),
			to: Math.max(...heights)
		},
		lines: [ideal, ...lines]
	};
}
function rising(from, to) {
	return {
		name: "ideal",
		values: resample([[from, from], [to, to]], from, to, POINTS)
	};
}
function residualChart(models) {
	const drawn = drawnBy(models, "residuals");
	if (drawn.length === 0) return void 0;
	const lines = drawn.map(({ name, points }) => ({
		name,
		values: resample(points, .05, .95, POINTS)
	}));
	const ideal = {
		name: "ideal",
		values: Array.from({ length: POINTS }, () => 0)
	};
	const heights = [ideal, ...lines].flatMap(({ values }) => values);
	return {
		title: "Residuals",
		description: `Nine tenths of predicted − actual lie in ${drawn.map(({ name, points }) => {
			const [low = 0, middle = 0, high = 0] = resample(points, .05, .95, 3);
			return `${metricText(low)} to ${metricText(high)} by the ${name} (median ${metricText(middle)})`;
		}).join(", in ")}. Ideal is 0.`,
		x: {
			title: "Share of rows",
			from: .05,
			to: .95
		},
		y: {
			title: "Predicted − actual",
			from: Math.min(...heights),
			to: Math.max(...heights)
		},
		lines: [ideal, ...lines]
	};
}
function drawnBy(models, key) {
	return models.flatMap(({ name, evaluation }) => {
		const points = evaluation.curves?.[key] ?? [];
		return points.length < 2 ? [] : [{
			name,
			points: [...points].sort((a, b) => a[0] - b[0])
		}];
	});
}
// src/render/sections/disagreement.ts
function disagreementBlocks({ disagreement, rows: all }) {
	if (disagreement === void 0) return [];
	const { rows, examples } = disagreement;
	const right = disagreement["challenger-right"];
	const p = disagreement["p-value"];
	const midP = disagreement["mid-p-value"];
	const neither = rows - right - disagreement["champion-right"];
	return [folded("disagreement", [strong("Where they disagree"), ` · ${countText(rows)} of ${plural(all, "row")}; the challenger is right in ${countText(right)}`], paragraph(`They call ${plural(rows, "row")} differently (${shareText(rows / all)}). There the champion is right in ${countText(disagreement["champion-right"])}, the challenger in ${countText(right)}${neither === 0 ? "" : `, neither in ${countText(neither)}`}${p === void 0 ? "" : ` (McNemar p ${equalTo(p)}${midP === void 0 ? "" : `, mid-p ${equalTo(midP)}`})`}.`), ...examples.length === 0 ? [] : [part("examples", paragraph(`Rows where they are furthest apart, counted from 0: ${examples.map(countText).join(" · ")}.`))])];
}
// src/render/sections/fairness.ts
function fairnessBlocks(fairness) {
	if (fairness === void 0) return [];
	const least = fairness["least-rows"];
	return [folded("fairness", [strong("Fairness"), ` · ${headline$1(fairness)}`], ...fairness.columns.flatMap((column) => columnBlocks(column)), footnote(`Change: challenger − champion. Measures are differences between the largest and the smallest group (ratios: smallest by largest). Groups with fewer than ${plural(least, "row")} or positive rows are insufficient data and stand in no measure. TP and FP rate: share of the positive and of the negative rows that is selected. These figures describe two models on these rows; they are no judgement of law or ethics.`))];
}
function headline$1({ columns }) {
	const [largest] = columns.flatMap(({ column, measures }) => measures.filter(({ measure }) => measure !== "demographic-parity-ratio").map((found) => ({
		column,
		found,
		size: Math.abs(found.change?.value ?? found.challenger.value)
	}))).sort((a, b) => b.size - a.size);
	if (largest === void 0) return "no two groups are large enough to compare";
	const { found, column } = largest;
	const { champion, challenger } = found;
	const moved = champion === void 0 ? metricText(challenger.value) : movedText(champion.value, challenger.value);
	return `largest ${champion === void 0 ? "" : "change: "}${fairnessLabel(found.measure).toLowerCase()} by ${column} ${moved}`;
}
function columnBlocks({ column, groups, measures }) {
	return [
		paragraph(strong("By"), " ", name(column), ...groups.length === 0 ? [": no group."] : []),
		...measures.length === 0 ? [] : [measureTable(measures)],
		...groups.length === 0 ? [] : [groupTable(groups)]
	];
}
function groupTable(groups) {
	return {
		block: "table",
		columns: [
			{ title: "group" },
			{
				title: "rows",
				align: "right"
			},
			{
				title: "positive",
				align: "right",
				aside: true
			},
			{
				title: "selected",
				align: "right"
			},
			{
				title: "TP rate",
				align: "right"
			},
			{
				title: "FP rate",
				align: "right"
			}
		],
		rows: groups.map(groupRow)
	};
}
function measureTable(measures) {
	return {
		block: "table",
		columns: [
			{ title: "measure" },
			{
				title: "change",
				align: "right"
			},
			{
				title: "95 % bounds",
				align: "right"
			},
			{
				title: "from → to",
				align: "right"
			},
			{
				title: "challenger's bounds",
				align: "right",
				aside: true
			}
		],
		rows: measures.map(({ measure, change, champion, challenger }) => [
			fairnessLabel(measure),
			change === void 0 ? "–" : differenceText(change.value),
			change === void 0 ? "–" : differenceRange(change),
			champion === void 0 ? metricText(challenger.value) : movedText(champion.value, challenger.value),
			metricRange(challenger)
		])
	};
}
function groupRow({ value, rows, positives, status, champion, challenger }) {
	const rate = (key) => {
		const now = challenger[key];
		if (now === void 0) return "–";
		const before = champion?.[key];
		return before === void 0 ? metricText(now) : movedText(before, now);
	};
	return [
		[value === "" ? "(missing)" : value, ...status === "judged" ? [] : [": insufficient data"]],
		countText(rows),
		countText(positives),
		rate("selection-rate"),
		rate("true-positive-rate"),
		rate("false-positive-rate")
	];
}
// src/render/sections/latency.ts
const QUANTILES = [
	"p50",
	"p95",
	"p99"
];
function latencyBlocks(latency) {
	if (latency === void 0) return [];
	const { quantiles, pairs, blocks } = latency;
	const p95 = quantiles.p95.ratio;
	const rows = QUANTILES.map((quantile) => {
		const { ratio, ...times } = quantiles[quantile];
		const same = latency["same-against-same"][quantile];
		return [
			quantile === "p99" ? "p99 (info)" : quantile,
			ratioText$1(ratio.value),
			ratioRange(ratio),
			`${millisecondsText(times["champion-ms"])} → ${millisecondsText(times["challenger-ms"])}`,
			`${ratioText$1(same.value)} (${ratioRange(same)})`
		];
	});
	return [folded("latency", [strong("Latency"), ` · p95 ${ratioText$1(p95.value)} (${ratioRange(p95)})`], {
		block: "table",
		columns: [
			{ title: "quantile" },
			{
				title: "ratio",
				align: "right"
			},
			{
				title: "95 % interval",
				align: "right"
			},
			{
				title: "from → to",
				align: "right"
			},
			{
				title: "against itself",
				align: "right"
			}
		],
		rows
	}, footnote(`Service time of single requests of ${plural(latency["rows-per-request"], "row")}, one at a time, both models interleaved in one process; no queue is in it. Against itself: the champion twice, what this machine shows where nothing differs. ${countText(pairs)} pairs in ${countText(blocks)} blocks after ${countText(latency["warm-up"])} for warming up, seed ${latency.seed}.`))];
}
function ratioRange({ low, high }) {
	return `${low.toFixed(2)} to ${high.toFixed(2)}`;
}
function millisecondsText(ms) {
	return `${ms >= 1e3 ? countText(Math.round(ms)) : ms >= 10 ? ms.toFixed(1) : ms.toFixed(ms >= 1 ? 2 : 3)} ms`;
}
// src/render/sections/metrics.ts
function metricBlocks(result) {
	const { facts } = result;
	const own = Object.entries(facts["own-metrics"] ?? {});
	const rows = [...Object.entries(facts.metrics).map(([name, paired]) => ({
		label: metricLabel(name),
		paired,
		reading: result.readings.find(({ metric }) => metric === name)?.reading
	})), ...own.map(([name, paired]) => ({
		label: ownLabel(name, paired.unit),
		paired,
		reading: readingOf(paired.interval, paired.direction)
	}))];
	const table = {
		block: "table",
		columns: [
			{ title: "metric" },
			{ title: "" },
			{
				title: "difference",
				align: "right"
			},
			{
				title: "95 % interval",
				align: "right"
			},
			{
				title: "from → to",
				align: "right"
			}
		],
		rows: [...rows.map(({ label, paired, reading }) => [
			label,
			readingSpan$1(reading),
			differenceText(paired.difference),
			paired.interval === void 0 ? "–" : differenceRange(paired.interval),
			movedText(paired.champion, paired.challenger)
		]), ...Object.keys(facts.undefined ?? {}).map((name) => [
			metricLabel(name),
			"no value",
			"–",
			"–",
			"–"
		])]
	};
	const counts = readingCounts(rows.map(({ reading }) => reading));
	return [folded("metrics", [strong("Metrics"), ` · ${counts}`], table, ...undefinedNote(facts), ...methodNote(facts))];
}
function undefinedNote({ undefined: missing = {} }) {
	const reasons = Object.entries(missing).map(([name, why]) => `${metricLabel(name)}: ${why}`);
	return reasons.length === 0 ? [] : [footnote(`No value: ${reasons.join("; ")}.`)];
}
const METHOD_TEXTS = {
	delong: "DeLong",
	tango: "Tango",
	score: "score",
	"closed-form": "closed form with t",
	"bootstrap-percentile": "paired bootstrap, percentiles",
	"bootstrap-bca": "paired bootstrap, BCa",
	"bootstrap-cluster": "paired bootstrap over clusters",
	wilson: "Wilson",
	"clopper-pearson": "Clopper and Pearson",
	newcombe: "Newcombe",
	"block-bootstrap": "bootstrap over blocks"
};
function methodNote({ metrics, "own-metrics": own = {}, clusters }) {
	const ways = new Set([...Object.values(metrics), ...Object.values(own)].flatMap((paired) => paired.interval === void 0 ? [] : [methodText(paired.interval)]));
	if (ways.size === 0) return [];
	const drawn = clusters === void 0 ? "" : ` Rows that share a value of ${clusters.column} were drawn together (${countText(clusters.count)} clusters).`;
	return [footnote(`Difference: challenger − champion on the same rows; from the champion's value to the challenger's. Open: the interval holds 0. Intervals: ${[...ways].join("; ")}.${drawn}`)];
}
function methodText({ method, resamples, seed }) {
	const drawn = [...resamples === void 0 ? [] : [`${countText(resamples)} resamples`], ...seed === void 0 ? [] : [`seed ${seed}`]];
	return [METHOD_TEXTS[method], ...drawn].join(", ");
}
function directionOf({ readings }, name) {
	return readings.find(({ metric }) => metric === name)?.direction;
}
// src/render/forest.ts
const BLANK = "\xA0";
function forestBars(rows, width = 15) {
	const reaches = rows.flatMap((row) => row === void 0 ? [] : [reachOf(row)]).sort((a, b) => a - b);
	const median = reaches[Math.floor((reaches.length - 1) / 2)] ?? 0;
	const scale = Math.min(reaches.at(-1) ?? 0, 3 * median) || 1;
	return rows.map((row) => row === void 0 ? BLANK.repeat(width) : bar(row, scale, width));
}
function reachOf({ low, high, value }) {
	return Math.max(Math.abs(low), Math.abs(high), Math.abs(value));
}
function bar({ value, low, high }, scale, width) {
	const middle = (width - 1) / 2;
	const place = (at) => Math.round(middle + at / scale * middle);
	const [first, last] = [place(low), place(high)];
	const estimate = Math.min(width - 1, Math.max(0, place(value)));
	return Array.from({ length: width }, (_, at) => {
		if (at === 0 && first < 0) return "‹";
		if (at === width - 1 && last > width - 1) return "›";
		if (at === estimate) return "●";
		const covered = at >= first && at <= last;
		if (at === middle) return covered ? "┼" : "│";
		return covered ? "─" : BLANK;
	}).join("");
}
// src/render/sections/slices.ts
function sliceBlocks(result) {
	const slices = result.facts.slices ?? [];
	if (slices.length === 0) return [];
	const primary = result["primary-metric"];
	const direction = directionOf(result, primary);
	const readings = slices.map((slice) => readingOf(pairedOf(slice, primary)?.interval, direction));
	const own = new Map(slices.flatMap(({ "own-metrics": found = {} }) => Object.entries(found).map(([name, paired]) => [name, paired])));
	return [folded("slices", [strong("Slices"), ` · ${metricLabel(primary)}: ${sliceCounts(readings)}`], sliceTable$1(slices, direction, (slice) => pairedOf(slice, primary) ?? undefinedText(slice, primary)), ...[...own].flatMap(([name, { direction: better, unit }]) => [paragraph(`${ownLabel(name, unit)}:`), sliceTable$1(slices, better, (slice) => ownOf(slice, name) ?? "no value")]), footnote("Each slice is read alone: among many, some differ by chance."))];
}
function sliceTable$1(slices, direction, metricOn) {
	const found = slices.map(metricOn);
	const bars = forestBars(found.map((paired) => typeof paired === "string" ? void 0 : estimate(paired)));
	return {
		block: "table",
		columns: [
			{ title: "slice" },
			{ title: "" },
			{
				title: "rows",
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
			{
				title: "less │ more",
				aside: true
			},
			{
				title: "from → to",
				align: "right",
				aside: true
			}
		],
		rows: slices.map((slice, index) => {
			const paired = found[index];
			const title = `${slice.column} = ${slice.value === "" ? "(missing)" : slice.value}`;
			const bar = code(bars[index]);
			if (typeof paired === "string") return [
				title,
				paired,
				countText(slice.rows),
				"–",
				"–",
				bar,
				"–"
			];
			return [
				title,
				readingSpan$1(readingOf(paired.interval, direction)),
				countText(slice.rows),
				differenceText(paired.difference),
				paired.interval === void 0 ? "–" : differenceRange(paired.interval),
				bar,
				movedText(paired.champion, paired.challenger)
			];
		})
	};
}
function sliceCounts(readings) {
	const unread = readings.filter((reading) => reading === "unread").length;
	return `${readingCounts(readings)}${unread === 0 ? "" : `, ${unread} without an interval`}`;
}
function ownOf({ "own-metrics": own = {} }, name) {
	return Object.hasOwn(own, name) ? own[name] : void 0;
}
function pairedOf({ metrics }, metric) {
	return metrics[metric];
}
function estimate({ difference, interval }) {
	return interval === void 0 ? void 0 : {
		value: difference,
		low: interval.low,
		high: interval.high
	};
}
function undefinedText({ undefined: why }, metric) {
	return why?.[metric] ?? "no value";
}
// src/render/results/lead.ts
const VERDICT_SPANS = {
	passed: good,
	failed: bad,
	inconclusive: open$1
};
const MAY = {
	passed: "may go to",
	failed: "may not go to",
	inconclusive: "cannot go yet to"
};
function comparisonLead(result) {
	return [
		heading(3, VERDICT_SPANS[result.outcome](`${result.model === void 0 ? "" : `${result.model}: `}${headline(result)}`)),
		paragraph(...numberLine(result)),
		paragraph(...nextLine(result))
	];
}
function evaluationLead(result) {
	const { facts, version, gates, "judged-for": stage } = result;
	const primary = result["primary-metric"];
	const value = facts.metrics[primary];
	const interval = facts.intervals?.[primary];
	const title = gates === void 0 || stage === void 0 ? `${result.model}: version ${version.version} on ${plural(facts.rows, "row")}` : VERDICT_SPANS[gates.outcome](`${result.model}: version ${version.version} ${MAY[gates.outcome]} ${stage}`);
	const number = value === void 0 ? [strong("Open:"), ` ${metricLabel(primary)} has no value on these rows${whyText$1(facts, primary)}.`] : [
		`${metricLabel(primary)} `,
		strong(metricText(value)),
		` (${interval === void 0 ? "no interval" : `95 % CI ${metricRange(interval)}`}) on ${plural(facts.rows, "row")}.`
	];
	return [
		heading(3, title),
		paragraph(...number),
		paragraph(...nextLine(result))
	];
}
function headline({ challenger, champion, outcome, verdict, identical, "judged-for": stage }) {
	const version = sideName(challenger);
	if (stage !== void 0) return `${version} ${MAY[outcome]} ${stage}`;
	const than = `the champion, ${sideName(champion)}`;
	if (identical) return `${version} predicts the same as ${than}`;
	if (verdict === "inconclusive") return `it is open whether ${version} is worse than ${than}`;
	return `${version} is ${{
		better: "better",
		"not-worse": "not worse",
		worse: "worse"
	}[verdict]} than ${than}`;
}
function sideName({ version, file }) {
	return version === void 0 ? ownName(file ?? "", 2) : `version ${version}`;
}
const VERDICT_TEXTS = {
	better: "Challenger better",
	"not-worse": "Challenger not worse",
	worse: "Challenger worse",
	inconclusive: "Open"
};
function discordantText({ facts: { disagreement }, "primary-metric": primary }) {
	const p = disagreement?.["p-value"];
	if (primary !== "accuracy" || disagreement === void 0 || p === void 0) return "";
	return `; ${countText(disagreement["challenger-right"])} against ${countText(disagreement["champion-right"])} discordant, McNemar p ${equalTo(p)}`;
}
function numberLine(result) {
	const { facts, verdict, margin, identical } = result;
	const primary = result["primary-metric"];
	const paired = facts.metrics[primary];
	if (paired === void 0) return [strong("Open:"), ` ${metricLabel(primary)} has no value on these rows${whyText$1(facts, primary)}.`];
	const rows = `on ${countText(facts.rows)} paired rows`;
	const levels = movedText(paired.champion, paired.challenger);
	if (identical) return [strong("Same predictions:"), ` both models answer alike ${rows}; ${metricLabel(primary)} is ${metricText(paired.champion)}.`];
	const by = {
		better: "",
		"not-worse": " by",
		worse: " by more than",
		inconclusive: ""
	}[verdict];
	const settle = result["rows-to-settle"];
	return [
		strong(`${VERDICT_TEXTS[verdict]}${margin > 0 && by !== "" ? `${by} ${metricText(margin)}` : ""}:`),
		` ${metricLabel(primary)} `,
		strong(differenceText(paired.difference)),
		` (${paired.interval === void 0 ? "no interval" : `95 % CI ${differenceRange(paired.interval)}`}${discordantText(result)}) ${rows}: ${levels}.`,
		...verdict === "inconclusive" && settle !== void 0 ? [` About ${plural(settle, "row")} would settle it.`] : []
	];
}
function whyText$1({ undefined: why }, metric) {
	const text = why?.[metric];
	return text === void 0 ? "" : `: ${text}`;
}
function nextLine(result) {
	const { gates, next, "judged-for": stage } = result;
	if (result.model === void 0) return ["Two files were compared: no policy was asked, and nothing was kept."];
	return [
		`${gates === void 0 || stage === void 0 ? "No policy was asked." : `For ${stage} ${gateCounts(gates)}.`} Next: `,
		...stepSpans(next[0] ?? wantedStep(gates)),
		"."
	];
}
function gateCounts({ gates }) {
	const count = (wanted) => gates.filter(({ outcome }) => outcome === wanted).length;
	const left = count("left-out");
	return [
		`${count("passed")} of ${plural(gates.length - left, "gate")} passed`,
		...count("failed") > 0 ? [`${count("failed")} failed`] : [],
		...count("inconclusive") > 0 ? [`${count("inconclusive")} inconclusive`] : []
	].join(", ");
}
function wantedStep(gates) {
	if (gates === void 0 || gates.outcome === "passed") return "nothing; it stands there already";
	const failed = gates.gates.find(({ outcome }) => outcome === "failed");
	const unclear = gates.gates.find(({ outcome }) => outcome === "inconclusive");
	return failed?.next ?? gates.remarks[0]?.next ?? unclear?.next ?? "see the gates below";
}
function stepSpans(step) {
	const split = step.indexOf(": modelyard ");
	if (split < 0) return sentence(clip(step.replace(/\.$/, ""), 300));
	return [`${step.slice(0, split)}: `, code(step.slice(split + 2))];
}
function laterSteps({ next }) {
	return nextBlocks(next.slice(1));
}
// src/render/results/comparison.ts
function describeComparison(result) {
	const { facts, champion, challenger } = result;
	return [
		...comparisonLead(result),
		...laterSteps(result),
		...judgement(result.gates),
		...trapBlocks(result["challenger-evaluation"]?.traps, facts.rows, result["champion-evaluation"]?.traps),
		...metricBlocks(result),
		...sliceBlocks(result),
		...fairnessBlocks(result.fairness),
		...curveBlocks(["champion", "challenger"].flatMap((side) => {
			const evaluation = result[`${side}-evaluation`];
			return evaluation === void 0 ? [] : [{
				name: side,
				evaluation
			}];
		})),
		...disagreementBlocks(facts),
		...latencyBlocks(result.latency),
		...reproducibilityBlocks(result.reproducibility),
		...contractBlocks(result.contract),
		...testBlocks(result.tests),
		...dataBlocks(result["data-change"]),
		...paramBlocks(result.params),
		...importanceBlocks(result.importance),
		...cardBlocks(result),
		...remarkBlocks(result.remarks),
		footnote("champion ", ...sideSpans(champion), " · challenger ", ...sideSpans(challenger), ...provenance$1(result), ...policyPlace(result))
	];
}
function sideSpans({ version, file, artifact }) {
	return [
		version === void 0 ? name(ownName(file ?? "", 2)) : `v${version}`,
		" ",
		code(short(artifact))
	];
}
function policyPlace({ "policy-commit": commit }) {
	return commit === void 0 ? [] : [" · policy at ", code(short(commit))];
}
function judgement(gates) {
	if (gates === void 0) return [];
	const reasons = openGateLines(gates);
	const list = reasons.length === 0 ? [] : [{
		block: "list",
		items: reasons
	}];
	return [part("gates", ...list, ...gateBlocks(gates))];
}
// src/render/results/conclusion.ts
function describeConclusion(result) {
	const { outcome, description, context, sha, jobs, remarks, next } = result;
	return [
		paragraph({
			is: "name",
			text: context
		}, ": ", {
			is: outcome === "passed" ? "good" : "bad",
			text: description
		}),
		{
			block: "table",
			columns: [
				{ title: "Job" },
				{ title: "Ended in" },
				{ title: "" }
			],
			rows: Object.entries(jobs).map(([job, ended]) => [
				job,
				endedSpan(ended),
				meaningOf(job, result)
			])
		},
		...sha === void 0 ? [] : [footnote("commit ", {
			is: "code",
			text: short(sha)
		})],
		...remarks.map((remark) => footnote(...sentence(fullSentence(remark)))),
		...next.map((step) => footnote(...sentence(fullSentence(step))))
	];
}
function endedSpan(result) {
	if (result === "success") return {
		is: "good",
		text: result
	};
	return {
		is: result === "failure" ? "bad" : "open",
		text: result
	};
}
function meaningOf(job, { jobs, previews, "switched-off": switchedOff, "nothing-for": nothingFor }) {
	if (jobs[job] === "skipped" && nothingFor.includes(job)) return "nothing to do";
	if (previews.includes(job)) return "a preview, not judged";
	return switchedOff.includes(job) ? "switched off" : "";
}
// src/render/results/contract.ts
function describeContract(result) {
	const { facts, version, champion, url } = result;
	const broken = facts.checks.filter(({ outcome }) => outcome === "broken");
	const asked = facts.checks.filter(({ outcome }) => outcome !== "not-asked");
	const what = `${result.model}: version ${version.version} ${broken.length === 0 ? "keeps" : "breaks"} its contract`;
	return [
		heading(2, broken.length === 0 ? good(what) : bad(what)),
		paragraph(strong(`${asked.length - broken.length} of ${plural(asked.length, "promise")} kept`), `, ${plural(facts.probes, "probe")}, against `, ...url === void 0 ? ["the artifact"] : [name(url), ` (protocol ${facts.protocol})`], champion === void 0 ? "." : ` and the signature of the champion, version ${champion.version}.`),
		{
			block: "table",
			columns: [
				{ title: "promise" },
				{ title: "outcome" },
				{
					title: "probes",
					align: "right"
				},
				{ title: "" }
			],
			rows: facts.checks.map((check) => [
				CHECK_LABELS[check.check] ?? check.check,
				outcomeWord(check),
				check.outcome === "not-asked" ? "–" : String(check.probes),
				sentence(check.detail ?? "")
			])
		},
		...result.remarks.length === 0 ? [] : [{
			block: "list",
			items: result.remarks.map((remark) => sentence(`Note: ${fullSentence(remark)}`))
		}],
		...nextBlocks(result.next),
		footnote(`version ${version.version} `, code(short(version.artifact)), " · data ", code(short(result.data.sha256)), ` (${rowsText(result.data)}) · ${result.engine}`)
	];
}
function outcomeWord({ outcome }) {
	if (outcome === "not-asked") return dim("not asked");
	return outcome === "kept" ? good("kept") : bad("broken");
}
const CHECK_LABELS = {
	"inputs-fit-data": "the data has its inputs",
	"inputs-as-champion": "inputs as the champion has them",
	"outputs-as-champion": "outputs as the champion has them",
	"classes-as-champion": "classes as the champion has them",
	answers: "answers rows of the data",
	"content-type": "answers as JSON",
	"same-as-artifact": "predicts what the artifact predicts",
	order: "keeps the rows' order",
	"batch-equals-single-rows": "a batch equals single rows",
	"same-row-same-answer": "the same row, the same answer",
	"no-rows": "bears a request without rows",
	"missing-values": "bears missing values",
	"unknown-categories": "bears unknown categories",
	"empty-text": "bears empty text",
	"long-text": "bears very long text",
	"extreme-numbers": "bears extreme numbers",
	"infinite-numbers": "bears infinities",
	"wrong-types": "bears values of the wrong type",
	"malformed-requests": "refuses what is no request",
	"same-answer-afterwards": "answers the same afterwards"
};
// src/render/results/custom-evidence.ts
function describeCustomEvidence({ model, version, facts, evidence, outcome }) {
	const [written] = evidence;
	const rows = [
		...outcome === void 0 ? [] : [["outcome", outcomeSpan(outcome)]],
		...Object.entries(facts.values ?? {}).map(([name, value]) => [name, Number.isInteger(value) ? countText(value) : metricText(value)]),
		...facts.note === void 0 ? [] : [["note", facts.note]]
	];
	return [
		heading(2, `${model}: evidence about version ${version.version}`),
		paragraph({
			is: "name",
			text: facts.name
		}, written?.is === "repeat" ? " was on record already." : " is kept."),
		{
			block: "facts",
			rows
		},
		footnote("artifact ", code(short(version.artifact)), " · evidence ", code(short(written?.digest ?? "")))
	];
}
// src/render/results/difference.ts
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
function plainDifference(value) {
	if (!Number.isInteger(value)) return differenceText(value);
	return `${value < 0 ? "−" : "+"}${countText(Math.abs(value))}`;
}
// src/render/sections/drift-cause.ts
const NAMED$2 = 5;
const CAUSES = {
	"pipeline-change": ["The pipeline changed", "see what makes the data, and repair it there before anything is trained on them"],
	seasonality: ["The season", "compare with the same months: `reference: same-month` below `monitor`"],
	"real-shift": ["The world changed", "see whether the metrics hold, and train again on newer data where they do not"]
};
const SIGNS = {
	"other-type": "values of another type",
	gone: "columns that are gone",
	"missing-values": "more or fewer values are missing",
	categories: "categories are new or gone",
	unit: "values as if in another unit",
	"at-once": "many features at once, from one run to the next",
	"other-reference": "compared with another reference than in the run before",
	commits: "commits came at that time",
	"same-months": "as in the same months of earlier years",
	gradual: "further away with each look before",
	performance: "metrics of the model are below their limits since"
};
function causeBlocks(cause) {
	const { hints, onsets, classifier, untold } = cause;
	return [
		hints.length === 0 ? paragraph(open$1("Nobody can tell:"), " nothing speaks for one cause more than for another.") : {
			block: "list",
			items: hints.map(hintLine)
		},
		...weightLines(cause).map((line) => paragraph(...line)),
		...onsets.length === 0 ? [] : [{
			block: "list",
			items: onsets.map(onsetLine)
		}],
		...classifier === void 0 ? [] : [paragraph(apartText(classifier))],
		...untold.length === 0 ? [] : [footnote("Not told: ", ...joinSpans(untold.map((one) => sentence(one)), "; "), ".")]
	];
}
function namesOf$1(names) {
	const rest = names.length - NAMED$2;
	return [...joinSpans(names.slice(0, NAMED$2).map(name), ", "), ...rest > 0 ? [` and ${countText(rest)} more`] : []];
}
function hintLine({ cause, signs }) {
	const [is, whatToDo] = CAUSES[cause];
	const seen = signs.map(({ sign, features, unit }) => {
		const what = `${SIGNS[sign]}${unit === void 0 ? "" : `, ${unit}`}`;
		return features.length === 0 ? what : [
			`${what} (`,
			...namesOf$1(features),
			")"
		];
	});
	return [
		strong(`${is}?`),
		" ",
		...joinSpans(seen, "; "),
		". ",
		...sentence(fullSentence(whatToDo))
	];
}
function weightLines({ ranked, importance }) {
	if (importance === void 0 || ranked.length === 0) return [];
	return [[
		"By effect and importance: ",
		...joinSpans(ranked.slice(0, NAMED$2).map(({ feature, importance: loss = 0 }) => [name(feature), ` ${metricText(loss)}`]), ", "),
		" of the metric each, by evidence ",
		code(short(importance)),
		"."
	]];
}
function onsetLine({ features, since, after, commits, ...more }) {
	const begun = after === void 0 ? " at least" : `, and not yet at ${minuteText(after)} UTC`;
	const rest = (more["commits-in-all"] ?? 0) - (commits?.length ?? 0);
	const came = (commits ?? []).map(({ commit, subject }) => [
		code(short(commit)),
		" ",
		name(subject)
	]);
	return [
		...namesOf$1(features),
		` since ${minuteText(since)} UTC${begun}`,
		...commits === void 0 ? [] : commits.length === 0 ? ["; no commit of the pipeline between"] : [
			"; between came ",
			...joinSpans(came, ", "),
			rest > 0 ? ` and ${plural(rest, "more commit")}` : ""
		]
	];
}
function apartText({ auc, permutations, rows, features, ...test }) {
	const [n = 0, m = 0] = rows;
	return `Over ${plural(features, "feature")} together a classifier tells both samples apart with an area under the ROC curve of ${metricText(auc)} (0.5: not at all; p ${equalTo(test["p-value"])} by ${permutations} permutations, ${n} rows against ${m}).`;
}
// src/render/results/drift.ts
function describeDrift(result) {
	const { features, thresholds, reference, current, cause } = result;
	const drifted = features.filter(({ status }) => status === "drift");
	const rest = features.filter(({ status }) => status !== "drift");
	return [
		heading(2, `${result.model}: what production sees, against a reference`),
		paragraph(...findingLine$2(result)),
		...drifted.length === 0 ? [] : [tableOf$2(drifted.toSorted(byRankOf(result)))],
		...cause === void 0 ? [] : [heading(3, "Likely cause"), ...causeBlocks(cause)],
		...rest.length === 0 ? [] : [folded("data", plural(rest.length, "other feature"), tableOf$2(rest))],
		...remarkBlocks(result.remarks),
		...nextBlocks(result.next),
		footnote(`${plural(current.rows, "row")} of `, name(current.uri), " ", code(short(current.sha256)), ...windowsOf(current), ` · against ${plural(reference.rows, "row")} of `, name(reference.uri), " ", code(short(reference.sha256)), ...windowsOf(reference), ...reference.version === void 0 ? [] : [`, the training data of version ${reference.version.version}`], ...reference.profile === void 0 ? [] : [", by their profile ", code(short(reference.profile))], ...result.chunks === void 0 ? [] : [` · where D > and V > stand beside a feature, learned from ${result.chunks} parts of the reference`], ` · drift: adjusted p < ${thresholds.level} and D > ${thresholds.numbers}, V > ${thresholds.categories}, or ${shareText(thresholds.missing)} more or fewer missing`, ` · seed ${result.seed}`)
	];
}
function windowsOf({ windows = [] }) {
	const [first, last] = [windows[0], windows.at(-1)];
	if (first === void 0 || last === void 0) return [];
	const span = `from ${momentOf(first.from)} to before ${momentOf(last.to)}`;
	return [windows.length === 1 ? ` ${span}` : ` of ${windows.length} windows ${span}`];
}
function momentOf(time) {
	return time.replace("T00:00:00Z", "");
}
function findingLine$2({ outcome, features }) {
	const count = (status) => features.filter((one) => one.status === status).length;
	const compared = count("ok") + count("drift");
	const unsure = count("insufficient-data") + count("error");
	const untold = unsure === 0 ? "" : ` Of ${unsure} more nothing can be told.`;
	switch (outcome) {
		case "failed": return [bad("Drift:"), ` ${plural(count("drift"), "feature")} of ${features.length} moved.${untold}`];
		case "passed": return [good("No drift:"), ` none of ${plural(compared, "feature")} moved by as much as matters.`];
		case "inconclusive": return [open$1("Not found out:"), compared === 0 ? " no feature could be compared." : ` none of ${plural(compared, "feature")} moved by as much as matters.${untold}`];
	}
}
function tableOf$2(features) {
	return {
		block: "table",
		columns: [
			{ title: "feature" },
			{ title: "status" },
			{
				title: "distance",
				align: "right"
			},
			{
				title: "adjusted p",
				align: "right"
			},
			{
				title: "missing",
				align: "right"
			},
			{ title: "what is to be seen" }
		],
		rows: features.map((found) => [
			name(found.feature),
			statusOf$2(found),
			distanceOf(found),
			found.values === void 0 ? "" : pValueText(found.values["p-value"]),
			missingOf(found),
			seenIn(found)
		])
	};
}
function statusOf$2({ status }) {
	if (status === "drift") return bad("drift");
	return status === "ok" ? good("ok") : open$1(status);
}
function distanceOf({ values }) {
	if (values === void 0) return "";
	const sign = values.test === "kolmogorov-smirnov" ? "D" : "V";
	const learned = values.threshold === void 0 ? "" : ` (${sign} > ${metricText(values.threshold)})`;
	return `${sign} ${metricText(values.distance)}${learned}`;
}
function missingOf({ missing }) {
	if (missing === void 0) return "";
	const [before = 0, after = 0] = missing.rates;
	return `${shareText(before)} → ${shareText(after)}`;
}
const WORDS$1 = {
	distribution: "",
	"missing-values": "more or fewer values are missing",
	"other-type": "it holds values of another type",
	gone: "the column is gone",
	"too-few-rows": "too few rows to tell",
	"cells-too-wide": "the profile is too coarse to tell",
	new: "the reference does not have it",
	"no-values": "it holds no values to compare",
	"not-compared": "text, which is not compared",
	ignored: "model.yaml leaves it out",
	"no-labels": "labels have not come yet",
	unreadable: "it cannot be read"
};
function seenIn({ grounds, values, added, vanished, range, status }) {
	const parts = grounds.flatMap((ground) => WORDS$1[ground] === "" ? [] : [WORDS$1[ground]]);
	if (grounds.includes("too-few-rows") && values !== void 0) parts.push(`a distance below ${metricText(values["smallest-distance"])} could not be seen`);
	if (status === "drift" && values?.direction !== void 0 && values.location !== void 0) parts.push(`values are ${values.direction}, most of all around ${metricText(values.location)}`);
	if (added !== void 0) parts.push(["new: ", ...namesOf$1(Object.keys(added))]);
	if (vanished !== void 0) parts.push(["gone: ", ...namesOf$1(vanished)]);
	if (range !== void 0) parts.push(`from ${rangeText$2(range.reference)} to ${rangeText$2(range.current)}`);
	return joinSpans(parts, "; ");
}
function rangeText$2([least = 0, most = 0]) {
	return `[${metricText(least)}, ${metricText(most)}]`;
}
function byRankOf({ cause }) {
	if (cause === void 0) return (first, second) => (second.values?.distance ?? 1) - (first.values?.distance ?? 1);
	const ranks = new Map(cause.ranked.map(({ feature }, rank) => [feature, rank]));
	return (first, second) => (ranks.get(first.feature) ?? 0) - (ranks.get(second.feature) ?? 0);
}
// src/render/results/evaluation.ts
function describeEvaluation(result) {
	const { facts, version } = result;
	return [
		...evaluationLead(result),
		...laterSteps(result),
		...judgement(result.gates),
		...trapBlocks(facts.traps, facts.rows),
		part("metrics", metricTable(result)),
		...sliceTable(result),
		...confusionBlocks(facts),
		...curveBlocks([{
			name: "model",
			evaluation: facts
		}]),
		...importanceBlocks(result.importance),
		...remarkBlocks(result.remarks),
		footnote(`version ${version.version} `, code(short(version.artifact)), ...provenance$1(result))
	];
}
function metricTable({ facts }) {
	const { intervals } = facts;
	const own = Object.entries(facts["own-metrics"] ?? {});
	const hasIntervals = intervals !== void 0 || own.some(([, { interval }]) => interval !== void 0);
	const rangeCell = (interval) => hasIntervals ? [interval === void 0 ? "–" : metricRange(interval)] : [];
	return {
		block: "table",
		columns: [
			{ title: "metric" },
			{
				title: "value",
				align: "right"
			},
			...hasIntervals ? [{
				title: "95 % interval",
				align: "right"
			}] : []
		],
		rows: [
			...Object.entries(facts.metrics).map(([name, value]) => [
				metricLabel(name),
				metricText(value),
				...rangeCell(intervals?.[name])
			]),
			...own.map(([name, { value, unit, interval }]) => [
				ownLabel(name, unit),
				metricText(value),
				...rangeCell(interval)
			]),
			...Object.entries(facts.undefined ?? {}).map(([name, why]) => [
				metricLabel(name),
				`– (${why})`,
				...rangeCell(void 0)
			])
		]
	};
}
function sliceTable(result) {
	const { slices = [] } = result.facts;
	if (slices.length === 0) return [];
	const primary = result["primary-metric"];
	const own = new Map(slices.flatMap(({ "own-metrics": found = {} }) => Object.entries(found).map(([name, { unit }]) => [name, ownLabel(name, unit)])));
	return [folded("slices", [strong("Slices"), ` · ${metricLabel(primary)} on ${plural(slices.length, "group")}`], slicesBy(metricLabel(primary), slices, (slice) => primaryText(slice, primary)), ...[...own].map(([name, label]) => slicesBy(label, slices, ({ "own-metrics": found = {} }) => {
		const value = Object.hasOwn(found, name) ? found[name]?.value : void 0;
		return value === void 0 ? "–" : metricText(value);
	})))];
}
function slicesBy(label, slices, text) {
	return {
		block: "table",
		columns: [
			{ title: "slice" },
			{
				title: "rows",
				align: "right"
			},
			{
				title: label,
				align: "right"
			}
		],
		rows: slices.map((slice) => [
			`${slice.column} = ${slice.value === "" ? "(missing)" : slice.value}`,
			countText(slice.rows),
			text(slice)
		])
	};
}
function primaryText({ metrics, undefined: why }, primary) {
	const found = metrics[primary];
	return found === void 0 ? `– (${why?.[primary] ?? "no value"})` : metricText(found);
}
// src/render/results/history.ts
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
		minuteText(entry["requested-at"]),
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
	return joinSpans([...reason === void 0 ? [] : [reason], ...unapproved === void 0 ? [] : [`unapproved: ${unapproved}`]], "; ");
}
// src/render/results/initialization.ts
function describeInitialization({ model, seen, decided, files, missing, next }) {
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
		added.length === 0 && missing.length === 0 ? paragraph(good("Nothing to do"), ": everything is there already.") : {
			block: "list",
			items: files.map(({ path, change }) => [change === "added" ? good("added") : dim("kept"), ` ${path}`])
		},
		...missing.flatMap(({ path, why, lines }) => [paragraph("To add to ", code(path), `, which was left as it is: ${why}.`), ...lines.length === 0 ? [] : [{
			block: "code",
			lines
		}]]),
		...nextBlocks(next)
	];
}
// src/render/results/validation.ts
function describeValidation(result) {
	const { problems, checked } = result;
	const errors = problems.filter(({ severity }) => severity === "error").length;
	const warnings = problems.length - errors;
	const judged = result.judged.replace(/\b[0-9a-f]{40}\b/g, (sha) => short(sha));
	const counted = `${plural(checked.models, "model")}, ${plural(checked.versions, "version")}, ${plural(checked.records, "record")}, ${plural(checked.files, "file")} read`;
	const verdict = errors > 0 ? [bad(`${plural(errors, "error")}`), `${warnings > 0 ? `, ${plural(warnings, "warning")}` : ""} in ${judged}: ${counted}.`] : [good("No error"), `${warnings > 0 ? `, ${plural(warnings, "warning")},` : ""} in ${judged}: ${counted}.`];
	return [
		...problemBlocks(problems),
		...governedBlocks(result),
		...result.remarks.map((remark) => footnote(...sentence(fullSentence(remark)))),
		paragraph(...verdict)
	];
}
function problemBlocks(problems) {
	if (problems.length === 0) return [];
	return [{
		block: "list",
		items: problems.map(({ severity, place, message, next }) => [
			severity === "error" ? bad("error") : open$1("warning"),
			` ${placeText$1(place)}: `,
			...sentence(`${fullSentence(message)} ${fullSentence(next)}`)
		])
	}];
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
// src/render/results/judgement.ts
function describeJudgement(result) {
	const { problems, moves, governed, remarks, next, head, base, group } = result;
	return [
		heading(2, HEADLINES[result.conclusion](judgementTitle(result))),
		...problemBlocks(problems),
		...moves.flatMap(moveBlocks),
		...governed.flatMap(({ path, why, models, approvals }) => [
			heading(3, "A change to what judges"),
			paragraph(...sentence(fullSentence(`${path}: ${why}; it concerns ${models.join(", ")}`))),
			...approvalBlocks(approvals)
		]),
		...remarks.map((remark) => paragraph(...sentence(fullSentence(remark)))),
		...nextBlocks(next),
		footnote(...group === void 0 ? [] : [`a merge group of pull requests ${group.join(", ")}; `], "judged at ", code(short(head)), ...base === void 0 ? [] : [" by the policy of ", code(short(base))])
	];
}
const HEADLINES = {
	success: good,
	failure: bad,
	action_required: open$1
};
function judgementTitle(result) {
	const { problems, moves, governed, outcome } = result;
	const errors = problems.filter(({ severity }) => severity === "error").length;
	if (errors > 0) return `${plural(errors, "error")} in the registry`;
	const [move, ...others] = moves;
	const about = move === void 0 ? governedText(governed) : `${moveText(move)}${moreText(others.length)}`;
	if (outcome === "passed") return about === "" ? "nothing that judges is changed" : `${about}: all is met`;
	const failing = moves.find(({ gates }) => gates !== void 0 && gates.outcome !== "passed");
	if (failing !== void 0) return `${about}: its gates ${failing.gates?.outcome === "failed" ? "failed" : "are open"}`;
	return `${about === "" ? "the registry" : about}: ${missingText(result)}`;
}
function missingText({ moves, governed, remarks }) {
	const rules = [...moves, ...governed].flatMap(({ approvals }) => approvals);
	const missing = rules.reduce((sum, { required, counted }) => sum + Math.max(0, required - counted.length), 0);
	if (missing > 0) return `${plural(missing, "approval")} missing`;
	return rules.find(({ outcome }) => outcome !== "passed")?.reason ?? remarks[0] ?? "not everything could be found out";
}
function governedText(governed) {
	return governed.length === 0 ? "" : `${plural(governed.length, "change")} to what judges`;
}
function moreText(more) {
	return more === 0 ? "" : ` and ${plural(more, "other move")}`;
}
function moveText({ model, kind, version, to, from }) {
	if (version === void 0) return `${model}: aliases`;
	return kind === "archive" ? `${model} ${version} out of ${from}` : `${model} ${version} to ${to}`;
}
function moveBlocks(move) {
	const { gates, approvals, record, kind } = move;
	const reasons = gates === void 0 ? [] : openGateLines(gates);
	return [
		heading(3, `${kind}: ${moveText(move)}, record ${record}`),
		...gates === void 0 ? [] : gateBlocks(gates),
		...reasons.length === 0 ? [] : [{
			block: "list",
			items: reasons
		}],
		...move["by-hand"] ? [paragraph("The policy leaves approvals to people: nothing judged them.")] : [],
		...approvalBlocks(approvals)
	];
}
function approvalBlocks(rules) {
	if (rules.length === 0) return [];
	return [{
		block: "table",
		columns: [
			{ title: "approvals" },
			{ title: "outcome" },
			{ title: "counted" },
			{ title: "why" }
		],
		rows: rules.map(({ rule, required, source, outcome, counted, reason }) => [
			`${required} by ${rule.from?.join(" or ") ?? "people with maintain"}${source === "floor" ? " (floor)" : ""}`,
			outcome === "failed" ? open$1("missing") : outcomeSpan(outcome),
			counted.length === 0 ? "nobody" : counted.join(", "),
			sentence(reason)
		])
	}, ...notCountedBlocks(rules)];
}
function notCountedBlocks(rules) {
	const said = new Set();
	const items = rules.flatMap((rule) => rule["not-counted"]).flatMap(({ who, why }) => {
		const text = `${who}: ${why}`;
		if (said.has(text)) return [];
		said.add(text);
		return [[name(who), ` does not count: ${why}.`]];
	});
	return items.length === 0 ? [] : [{
		block: "list",
		items
	}];
}
// src/render/results/latency.ts
function describeLatency(result) {
	const { facts, champion, challenger } = result;
	const { p50, p95 } = facts.quantiles;
	return [
		heading(2, `${result.model}: version ${challenger.version} against version ${champion.version}, latency`),
		paragraph(strong(`p50 ${ratioText(p50.ratio)}`), ` of the champion's time (${rangeText$1(p50.ratio)}), `, strong(`p95 ${ratioText(p95.ratio)}`), ` (${rangeText$1(p95.ratio)}), over ${countText(facts.pairs)} pairs of requests of ${plural(facts["rows-per-request"], "row")}.`),
		...noiseBlocks(result),
		quantileTable(result),
		paragraph("Service time of single requests, one at a time, in one process with one thread: no queue and no network is in it. p99 is for information."),
		...result.remarks.length === 0 ? [] : [{
			block: "list",
			items: result.remarks.map((remark) => sentence(`Note: ${fullSentence(remark)}`))
		}],
		...nextBlocks(result.next),
		footnote(`champion v${champion.version} `, code(short(champion.artifact)), ` · challenger v${challenger.version} `, code(short(challenger.artifact)), " · data ", code(short(result.data.sha256)), ` (${rowsText(result.data)}) · ${result.engine} · 95 % intervals over ${plural(facts.blocks, "block")} of pairs, seed ${facts.seed}`)
	];
}
function noiseBlocks({ facts, noisy }) {
	if (noisy.length === 0) return [];
	const seen = noisy.map((name) => `${name} ${rangeText$1(facts["same-against-same"][name])}`);
	return [paragraph(open$1("The machine is too noisy"), `: the champion against itself shows ${seen.join(" and ")}, where ×1.00 is true.`)];
}
function quantileTable({ facts }) {
	const same = facts["same-against-same"];
	return {
		block: "table",
		columns: [
			{ title: "" },
			{
				title: "champion",
				align: "right"
			},
			{
				title: "challenger",
				align: "right"
			},
			{
				title: "ratio",
				align: "right"
			},
			{
				title: "95 % interval",
				align: "right"
			},
			{
				title: "champion against itself",
				align: "right"
			},
			{ title: "" }
		],
		rows: [
			"p50",
			"p95",
			"p99"
		].map((name) => {
			const found = facts.quantiles[name];
			return [
				name,
				msText(found["champion-ms"]),
				msText(found["challenger-ms"]),
				ratioText(found.ratio),
				rangeText$1(found.ratio),
				rangeText$1(same[name]),
				readingSpan(found.ratio)
			];
		})
	};
}
function readingSpan({ low, high }) {
	if (low > 1) return bad("slower");
	return high < 1 ? good("faster") : "open";
}
function ratioText({ value }) {
	return `×${value.toFixed(2)}`;
}
function rangeText$1({ low, high }) {
	return `×${low.toFixed(2)} to ×${high.toFixed(2)}`;
}
function msText(ms) {
	const decimals = Math.max(0, 2 - Math.floor(Math.log10(ms)));
	return `${ms.toFixed(Math.min(decimals, 6))} ms`;
}
// src/render/results/model.ts
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
function describeVersion(result) {
	const { record, notes } = result;
	return [
		heading(2, `${result.model} version ${record.version}: ${result.stage}${result.aliases.map((alias) => `, ${alias}`).join("")}`),
		...notes.description === void 0 ? [] : [paragraph(notes.description)],
		{
			block: "facts",
			rows: [
				...versionFacts(record),
				...result.card === void 0 ? [] : [["card", [name(result.card)]]],
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
			found.data === void 0 ? "–" : short(found.data, 12),
			found.rows === void 0 ? "–" : countText(found.rows),
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
function listText(versions) {
	if (versions.length <= 8) return versions.join(", ");
	return `${versions.slice(0, 3).join(", ")} … ${versions.at(-1)} (${versions.length} in all)`;
}
// src/render/sparkline.ts
const BARS = "▁▂▃▄▅▆▇█";
function sparkline(values, from, to) {
	return values.map((value) => value === null ? "·" : barOf((value - from) / (to - from || 1))).join("");
}
function barOf(share) {
	const at = Math.ceil(share * 8) - 1;
	return BARS[Math.min(7, Math.max(0, Number.isNaN(at) ? 0 : at))] ?? "";
}
// src/render/sections/trends.ts
const MOST_CHARTS = 3;
function trendBlocks(trends) {
	if (trends.length === 0) return [];
	const drawn = trends.slice(0, MOST_CHARTS);
	return [part("data", {
		block: "table",
		columns: [
			{ title: "from run to run" },
			{ title: "oldest to newest" },
			{
				title: "limit",
				align: "right"
			},
			{
				title: "newest",
				align: "right"
			}
		],
		rows: trends.map(rowOf$1)
	}, footnote(legendOf(trends))), folded("curves", [strong("Trends"), ` · ${plural(drawn.length, "chart")}`], ...drawn.map((trend) => ({
		block: "chart",
		chart: chartOf(trend)
	})))];
}
function rowOf$1(trend) {
	const { of, name: called, values, limit } = trend;
	const newest = values.at(-1);
	const { from, to } = scaleOf(trend);
	return [
		[name(called), ...of === "drift" ? [] : [" ", dim(of)]],
		sparkline(values, from, to),
		limit === void 0 ? "–" : metricText(limit),
		typeof newest === "number" ? metricText(newest) : "not told"
	];
}
function scaleOf({ of, values, limit }) {
	const told = values.filter((value) => value !== null);
	if (of === "drift") return {
		from: 0,
		to: limit === void 0 ? Math.max(...told) : 2 * limit
	};
	const all = limit === void 0 ? told : [...told, limit];
	return {
		from: Math.min(...all),
		to: Math.max(...all)
	};
}
function legendOf(trends) {
	return [
		`the last ${plural(Math.max(...trends.map(({ values }) => values.length)), "run")}`,
		...trends.some(({ of }) => of === "drift") ? ["of features the distance: ▅ and higher lie beyond the limit"] : [],
		...trends.some(({ values }) => values.includes(null)) ? [`a dot (·): could not tell`] : []
	].join(" · ");
}
function chartOf(trend) {
	const { of, name: called, values, limit, from, to } = trend;
	const told = values.filter((value) => value !== null);
	const untold = values.length - told.length;
	const [what, newest] = [of === "drift" ? "Distance" : "Value", told.at(-1) ?? 0];
	const heights = [
		...told,
		...limit === void 0 ? [] : [limit],
		...of === "drift" ? [0] : []
	];
	return {
		title: `${what} of ${called}`,
		description: `${what} in ${plural(told.length, "run")}, newest ${metricText(newest)}${limit === void 0 ? "" : `, limit ${metricText(limit)}`}${untold === 0 ? "" : `, without ${untold} that could not tell`}`,
		x: {
			title: `Runs from ${from.slice(0, 10)} to ${to.slice(0, 10)}`,
			from: 1,
			to: told.length
		},
		y: {
			title: what,
			from: Math.min(...heights),
			to: Math.max(...heights)
		},
		lines: [...limit === void 0 ? [] : [{
			name: "limit",
			values: told.map(() => limit)
		}], {
			name: "found",
			values: told
		}]
	};
}
// src/render/results/monitor-history.ts
const NAMED$1 = 5;
function describeMonitorHistory(result) {
	const { model, commit, runs, remarks, confirm, "as-of": asOf, "runs-in-all": inAll } = result;
	const hidden = inAll - runs.length;
	return [
		heading(2, `${model}: monitoring${asOf === void 0 ? "" : ` as of ${asOf}`}`),
		...runs.length === 0 ? [paragraph("No run of monitoring is recorded.")] : [{
			block: "table",
			columns: [
				{ title: "when" },
				{ title: "outcome" },
				{ title: "drifting, since" },
				{
					title: "could not tell",
					align: "right"
				},
				{
					title: "rows",
					align: "right",
					aside: true
				},
				{
					title: "version",
					align: "right",
					aside: true
				},
				{
					title: "run",
					align: "right",
					aside: true
				}
			],
			rows: runs.map(runRow)
		}],
		...hidden > 0 ? [paragraph(dim(`${plural(hidden, "earlier run")} not shown; --limit shows more.`))] : [],
		...trendBlocks(result.trends),
		...remarkBlocks(remarks),
		footnote(`newest first, times in UTC · confirmed: drifted in ${confirm.runs} of the last ${plural(confirm.of, "run")} that could tell · branch at `, code(short(commit)))
	];
}
function runRow({ at, outcome, drifting, features, current, version, run, failure }) {
	const unsure = features.filter(({ status }) => status === "insufficient-data" || status === "error").length;
	return [
		minuteText(at),
		outcomeSpan(outcome),
		failure === void 0 ? driftLine(drifting) : sentence(`could not look: ${failure.message}`),
		unsure === 0 ? "–" : String(unsure),
		current === void 0 ? "–" : countText(current.rows),
		version === void 0 ? "–" : String(version),
		run === "terminal" ? "terminal" : `${run.id}${run.attempt === 1 ? "" : `.${run.attempt}`}`
	];
}
function driftLine(drifting) {
	if (drifting.length === 0) return "–";
	const named = drifting.slice(0, NAMED$1).map(({ feature, since, confirmed }) => [
		name(feature),
		` ${since.slice(0, 10)}`,
		...confirmed ? [" ", bad("confirmed")] : []
	]);
	const rest = drifting.length - named.length;
	return joinSpans([...named, ...rest > 0 ? [[`${rest} more`]] : []], ", ");
}
// src/render/results/performance.ts
function describePerformance(result) {
	const { findings, predictions, labels, labelled, estimates, reconciled, version } = result;
	return [
		heading(2, `${result.model}: metrics in production`),
		paragraph(...outcomeLine$1(result)),
		...findings.length === 0 ? [] : [tableOf$1(findings)],
		...estimates === void 0 ? [] : [estimatesBlock(estimates)],
		...reconciled.length === 0 ? [] : [reconciledBlock(reconciled)],
		...remarkBlocks(result.remarks),
		...nextBlocks(result.next),
		footnote(`${plural(predictions.rows, "prediction")} of `, name(predictions.uri), " ", code(short(predictions.sha256)), `, ${countText(labelled)} with a label`, ...labels === void 0 ? [] : [
			" of ",
			name(labels.uri),
			" ",
			code(short(labels.sha256)),
			" by ",
			name(labels.key)
		], ...version === void 0 ? [] : [` · baseline: version ${version.version}`], " · intervals are of 95 %")
	];
}
function outcomeLine$1({ outcome, findings }) {
	const count = (status) => findings.filter((one) => one.status === status).length;
	switch (outcome) {
		case "failed": return [bad("Degraded:"), ` ${count("degraded")} of ${plural(findings.length, "finding")} beyond the limit.`];
		case "passed": return [good("Holds:"), " every metric is on the good side of its limit."];
		case "inconclusive": return [open$1("Not found out:"), findings.length === 0 ? " no metric is judged." : ` ${countText(findings.length - count("ok"))} of ${plural(findings.length, "finding")} cannot be told.`];
	}
}
function tableOf$1(findings) {
	return {
		block: "table",
		columns: [
			{ title: "metric" },
			{ title: "status" },
			{
				title: "seen",
				align: "right"
			},
			{
				title: "limit",
				align: "right"
			},
			{
				title: "baseline",
				align: "right"
			},
			{ title: "by" }
		],
		rows: findings.map((found) => [
			metricLine(found),
			statusOf$1(found),
			seenText(found),
			found.limit === void 0 ? "" : metricText(found.limit),
			found.baseline === void 0 ? "" : metricText(found.baseline),
			`${found.from === "labels" ? "labels" : "estimate"}, ${plural(found.rows, "row")}${whyText(found)}`
		])
	};
}
function metricLine({ metric, slice }) {
	return slice === void 0 ? metric : [
		`${metric} on `,
		name(slice.column),
		" = ",
		name(slice.value)
	];
}
function statusOf$1({ status }) {
	if (status === "degraded") return bad("degraded");
	return status === "ok" ? good("ok") : open$1(status);
}
function seenText({ value, interval }) {
	if (value === void 0) return "";
	return interval === void 0 ? metricText(value) : `${metricText(value)} ${rangeText(interval)}`;
}
const GROUNDS = {
	straddles: "the interval lies on both sides of the limit",
	"too-few-rows": "too few rows to tell",
	undefined: "it has no value on these rows",
	"no-interval": "it has no interval",
	"no-baseline": "no baseline is on record",
	"part-of-zero": "a part of a baseline of 0 is no limit",
	"no-labels": "no label has come",
	"no-probabilities": "the model gives labels and no probabilities",
	"not-estimated": "it cannot be estimated without labels",
	"calibration-unknown": "no calibration error is on record",
	"calibration-poor": "the calibration error on record is too large to believe estimates",
	"estimates-unchecked": "the evaluation on record does not say how far its estimate holds",
	"estimates-missed": "its estimate missed what was measured at the evaluation on record",
	"not-reconciled": "the estimate of the labelled rows missed what was measured"
};
function whyText({ ground }) {
	return ground === void 0 ? "" : `: ${GROUNDS[ground]}`;
}
function estimatesBlock({ rows, assumptions, metrics }) {
	const table = {
		block: "table",
		columns: [
			{ title: "metric" },
			{
				title: "expected",
				align: "right"
			},
			{
				title: "of the population",
				align: "right"
			},
			{
				title: "on these rows once labels come",
				align: "right"
			},
			{ title: "believed" }
		],
		rows: metrics.map(({ metric, value, interval, "on-labels": onLabels, ground }) => [
			metric,
			metricText(value),
			rangeText(interval),
			rangeText(onLabels),
			ground === void 0 ? good("yes") : open$1(`no: ${GROUNDS[ground]}`)
		])
	};
	return folded("data", `expected of ${plural(rows, "row")} without a label`, table, paragraph(`They assume: ${assumptions.join("; ")}.`));
}
function reconciledBlock(reconciled) {
	const missed = reconciled.filter(({ held }) => !held).length;
	return folded("data", missed === 0 ? "estimates of the labelled rows held what was measured" : `${plural(missed, "estimate")} of the labelled rows missed what was measured`, {
		block: "table",
		columns: [
			{ title: "metric" },
			{
				title: "expected",
				align: "right"
			},
			{
				title: "measured",
				align: "right"
			},
			{ title: "held" }
		],
		rows: reconciled.map(({ metric, estimated, low, high, measured, held }) => [
			metric,
			`${metricText(estimated)} ${rangeText({
				low,
				high
			})}`,
			metricText(measured),
			held ? good("yes") : bad("no")
		])
	});
}
function rangeText({ low, high }) {
	return `[${metricText(low)}, ${metricText(high)}]`;
}
// src/render/results/report.ts
function reportLead({ part, shown, change, comment, shortened, removed, ...result }) {
	const place = placeText(result);
	return [
		heading(2, shown === "comment" ? `Report ${CHANGES[change]} ${place}` : `Report, not shown on ${place}`),
		...part === "" && comment === void 0 ? [] : [paragraph(...whereSpans(part, comment?.url))],
		...removed === 0 ? [] : [paragraph(`Comments that stood there twice were merged: ${removed}.`)],
		...shortened ? [paragraph("The comment is shortened; the whole report stands here.")] : [],
		...result.remarks.map((remark) => paragraph(...sentence(fullSentence(remark)))),
		...nextBlocks(result.next)
	];
}
const CHANGES = {
	created: "is new on",
	updated: "is brought up to date on",
	unchanged: "stands unchanged on",
	superseded: "is left as a later run wrote it on",
	none: "is not on"
};
function placeText({ on, number, sha }) {
	if (on === "commit") return sha === void 0 ? "a commit" : `commit ${sha.slice(0, 12)}`;
	const what = on === "issue" ? "issue" : "pull request";
	return number === void 0 ? `any ${what}` : `${what} ${number}`;
}
function whereSpans(part, url) {
	return [...part === "" ? [] : [
		"As part ",
		name(part),
		url === void 0 ? "." : ": "
	], ...url === void 0 ? [] : [code(url)]];
}
function describeFailure({ message, next, place }) {
	const at = place === void 0 ? [] : [code([place.path, place.line].filter(Boolean).join(":")), ": "];
	return [
		heading(2, bad("A step could not answer")),
		paragraph(...at, ...sentence(fullSentence(message))),
		paragraph(...sentence(fullSentence(next)))
	];
}
// src/render/sections/command-report.ts
const NAMES = {
	install: "the installation",
	lint: "the check of the code",
	test: "the test of the code",
	train: "the training",
	predict: "the prediction"
};
function failureText({ step, status, signal, exceeded, seconds }) {
	const what = NAMES[step];
	if (exceeded === "time") return `${what} was ended after ${seconds.toFixed(0)} s, its limit`;
	if (exceeded === "memory") return `${what} was ended when it held more memory than its limit`;
	return signal === void 0 ? `${what} failed with status ${status}` : `${what} was ended by ${signal}`;
}
function lastWords({ command, said }) {
	const ran = paragraph("It ran ", code(command), said.length === 0 ? " and said nothing." : " and said last:");
	return said.length === 0 ? [ran] : [ran, {
		block: "code",
		lines: said
	}];
}
const LIMITED = {
	system: "memory limited by the system",
	watched: "memory watched",
	none: "memory not limited"
};
function costText({ seconds, "peak-bytes": peak, "memory-limit": limit }) {
	const held = peak === void 0 ? "" : `, at most ${bytesText(peak)} of memory`;
	return `${seconds.toFixed(1)} s${held} (${LIMITED[limit]})`;
}
// src/render/results/reproduction.ts
function describeReproduction(result) {
	const { facts, training, version, furthest } = result;
	const failed = facts === void 0 && result.outcome === "failed";
	return [
		heading(2, `${result.model}: version ${version.version}, trained again`),
		paragraph(...findingLine$1(result)),
		...failed ? lastWords(training) : [],
		...facts?.finding === "different" && furthest.length > 0 ? [furthestTable(furthest)] : [],
		...remarkBlocks(result.remarks),
		...nextBlocks(result.next),
		footnote("commit ", code(short(result["trained-at"])), ...facts === void 0 ? [] : [
			" · training data ",
			code(short(facts.data)),
			` · seed ${facts.seed}`
		], " · registered ", code(short(version.artifact)), ...facts === void 0 ? [] : [", again ", code(short(facts.artifacts[1] ?? ""))], ` · ${costText(training)}`)
	];
}
function findingLine$1({ facts, training }) {
	if (facts === void 0) return training.status === 0 ? [open$1("Not found out:"), " other bytes came out, and what they predict could not be compared."] : [bad("Not trained:"), ` ${failureText(training)}.`];
	const { rows = 0, tolerance = 0, why } = facts;
	const largest = differenceSize(facts["largest-difference"] ?? 0);
	switch (facts.finding) {
		case "same-bytes": return [good("Reproduced:"), " the same bytes came out."];
		case "same-predictions": return [good("Reproduced:"), ` other bytes came out, and of ${plural(rows, "row")} none is predicted otherwise by more than ${tolerance}; the most is ${largest}.`];
		case "different": return why === void 0 ? [bad("Different:"), ` ${countText(facts["rows-beyond"] ?? 0)} of ${plural(rows, "row")} are predicted otherwise by more than ${tolerance}, the furthest by ${largest}.`] : [
			bad("Different:"),
			" ",
			...sentence(fullSentence(why))
		];
	}
}
function furthestTable(furthest) {
	return {
		block: "table",
		columns: [
			{
				title: "row",
				align: "right"
			},
			{
				title: "registered",
				align: "right"
			},
			{
				title: "again",
				align: "right"
			}
		],
		rows: furthest.map(({ row, registered, again }) => [
			countText(row + 1),
			registered.toPrecision(7),
			again.toPrecision(7)
		])
	};
}
function differenceSize(value) {
	if (value === Number.MAX_VALUE) return "more than can be said";
	return value > 0 && value < .001 ? value.toExponential(1) : metricText(value);
}
// src/render/results/retraining.ts
const NAMED = 5;
function describeRetraining(result) {
	const { model, triggers, holds, trained, commit, remarks, next } = result;
	return [
		heading(2, `${model}: retraining`),
		paragraph(...leadSpans(result)),
		...triggers.length === 0 ? [paragraph("Nothing asks for it: model.yaml names no trigger.")] : [{
			block: "table",
			columns: [
				{ title: "asks for it" },
				{ title: "" },
				{ title: "why" }
			],
			rows: triggers.map((one) => [
				one.trigger,
				TRIGGER_WORDS[one.is],
				triggerWhy(one)
			])
		}],
		{
			block: "table",
			columns: [
				{ title: "holds it back" },
				{ title: "" },
				{ title: "why" }
			],
			rows: holds.map((one) => [
				one.hold,
				HOLD_WORDS[one.is],
				holdWhy(one)
			])
		},
		...remarkBlocks(remarks),
		...nextBlocks(next),
		footnote(`decided ${minuteText(result["decided-at"])} UTC`, ...trained === void 0 ? [] : [` · version ${trained.version} of ${minuteText(trained.at)}`], " · registry at ", code(short(commit)))
	];
}
function leadSpans({ decision, triggers, holds, from, started }) {
	if (started !== void 0) return [good("Started:"), ` run ${started.run} of ${started.workflow} trains it again.`];
	if (decision === "retrain") return [good("Retrain:"), ` ${namesOf(triggers, FIRED)} fired, and nothing holds it back.`];
	if (decision === "not-due") return ["Not due: nothing fired."];
	if (decision === "cannot-tell") return [open$1("It cannot be told:"), ` nothing fired, and ${namesOf(triggers, ["unknown"])} is not known.`];
	const back = holds.filter(({ is }) => is === "holds" || is === "unknown").map(({ hold }) => hold);
	const until = from === void 0 ? "" : `, until ${minuteText(from)} UTC`;
	return [bad("Held back:"), ` ${namesOf(triggers, FIRED)} fired; ${listed(back)} ${back.length === 1 ? "holds" : "hold"} it back${until}.`];
}
const FIRED = ["fired", "unconfirmed"];
function namesOf(triggers, wanted) {
	return listed(triggers.filter(({ is }) => wanted.includes(is)).map(({ trigger }) => trigger));
}
function listed(words) {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
const TRIGGER_WORDS = {
	fired: bad("fired"),
	unconfirmed: open$1("unconfirmed"),
	quiet: "quiet",
	unknown: open$1("unknown")
};
const HOLD_WORDS = {
	holds: bad("holds"),
	overridden: open$1("overridden"),
	unknown: open$1("unknown"),
	free: "free"
};
function triggerWhy({ trigger, why, figures }) {
	const text = trigger === "new-rows" ? countText : metricText;
	const shown = figures.slice(0, NAMED).map(({ of, value, limit }) => [name(of), ` ${text(value)}, limit ${text(limit)}`]);
	const more = figures.length - shown.length;
	const parts = [...shown, ...more > 0 ? [[`${more} more`]] : []];
	return [...sentence(capital(why)), ...parts.length === 0 ? [] : [": ", ...joinSpans(parts, "; ")]];
}
function holdWhy({ why, until, is }) {
	return [...sentence(capital(why)), until !== void 0 && is === "holds" ? `, until ${minuteText(until)} UTC` : ""];
}
// src/render/results/run.ts
function describeRun(result) {
	const { command, made, outcome } = result;
	return [
		heading(2, `${result.model}: ${command.step}`),
		paragraph(...outcomeLine(result)),
		...outcome === "failed" ? lastWords(command) : [],
		...made.length === 0 ? [] : [madeTable(made)],
		...remarkBlocks(result.remarks),
		...nextBlocks(result.next),
		footnote(...provenance(result), costText(command))
	];
}
function outcomeLine({ outcome, command, why, out, predictions }) {
	if (outcome === "failed") return [
		bad("Failed:"),
		" ",
		...why === void 0 ? [`${failureText(command)}.`] : sentence(fullSentence(why))
	];
	return [
		good("Passed:"),
		" ",
		code(command.command),
		` ended well${predictions === void 0 ? "" : `, and predicted ${plural(predictions, "row")}`}.`,
		...out === void 0 ? [] : [
			" What it made is in ",
			name(ownName(out)),
			"."
		]
	];
}
function madeTable(made) {
	return {
		block: "table",
		columns: [
			{ title: "made" },
			{
				title: "size",
				align: "right"
			},
			{ title: "SHA-256" }
		],
		rows: made.map(({ name: called, bytes, files, sha256 }) => [
			name(called),
			files === void 0 ? bytesText(bytes) : `${bytesText(bytes)} in ${countText(files)} files`,
			code(short(sha256))
		])
	};
}
function provenance({ commit, data, artifact, seed }) {
	return [
		...commit === void 0 ? [] : [
			"commit ",
			code(short(commit)),
			" · "
		],
		...data === void 0 ? [] : [
			"data ",
			name(ownName(data.uri)),
			" ",
			code(short(data.sha256)),
			data.rows === void 0 ? " · " : ` (${plural(data.rows, "row")}) · `
		],
		...artifact === void 0 ? [] : [
			"model ",
			code(short(artifact)),
			" · "
		],
		`seed ${seed} · `
	];
}
// src/render/results/sample.ts
const SHOWN = 20;
function describeSample(result) {
	const { data, stratify, strata, uncertain } = result;
	return [
		heading(2, `${result.model}: ${uncertain === void 0 ? "a sample of the training data" : "rows to label"}`),
		paragraph(good(uncertain === void 0 ? "Drawn:" : "Picked:"), ` ${countText(result.rows)} of ${plural(data.rows, "row")} (${shareText(result.share)}) stand in `, name(result.path), ...stratify === void 0 ? [] : [", stratified by ", name(stratify)], "."),
		...stratify === void 0 ? [] : strataBlocks(result),
		...uncertain === void 0 ? [] : rowBlocks(uncertain, result.rows),
		...nextBlocks(result.next),
		footnote(`${bytesText(result.bytes)} `, code(short(result.sha256)), " · drawn from ", name(data.uri), " ", code(short(data.sha256)), ` · seed ${result.seed}`, ...uncertain === void 0 ? [] : [
			" · predictions of ",
			name(uncertain.predictions.uri),
			" ",
			code(short(uncertain.predictions.sha256))
		], ...strata.length > SHOWN ? [` · ${strata.length - SHOWN} smaller strata are not shown`] : [])
	];
}
function strataBlocks({ strata, rows, data }) {
	return [{
		block: "table",
		columns: [
			{ title: "value" },
			{
				title: "rows",
				align: "right"
			},
			{
				title: "share",
				align: "right"
			},
			{
				title: "sampled",
				align: "right"
			},
			{
				title: "share of the sample",
				align: "right"
			}
		],
		rows: strata.toSorted((a, b) => b.rows - a.rows).slice(0, SHOWN).map((stratum) => [
			stratum.value === "" ? "missing" : name(stratum.value),
			countText(stratum.rows),
			shareText(stratum.rows / data.rows),
			countText(stratum.sampled),
			shareText(stratum.sampled / rows)
		])
	}];
}
function rowBlocks(uncertain, picked) {
	const { rows } = uncertain;
	const more = picked - rows.length;
	return [
		paragraph("The model is least sure of these: the likeliest class lies at most ", `${shareText(uncertain["largest-margin"])} above the next.`),
		{
			block: "list",
			tasks: true,
			items: rows.map(rowLine)
		},
		...more > 0 ? [paragraph(`${plural(more, "more row stands", "more rows stand")} in the file.`)] : []
	];
}
function rowLine({ row, key, classes }) {
	const predicted = classes.map(({ class: label, probability }) => [name(label), ` ${shareText(probability)}`]);
	return [
		`Row ${countText(row)}`,
		...key === void 0 ? [] : [" ", name(key)],
		": ",
		...joinSpans(predicted, ", ")
	];
}
// src/render/results/seal.ts
function describeSeal({ sealed, remarks, next }) {
	const notes = [...remarks, ...next].map((text) => footnote(...sentence(fullSentence(text))));
	if (sealed.length === 0) return [paragraph("Nothing was to be sealed."), ...notes];
	return [
		{
			block: "table",
			columns: [
				{ title: "Record" },
				{ title: "Moves" },
				{ title: "Merged" },
				{ title: "Approved by" },
				{ title: "Held" }
			],
			rows: sealed.map(rowOf)
		},
		...sealed.flatMap(detailsOf),
		...notes
	];
}
function rowOf(move) {
	const { model, record, kind, version, from, to, approvals } = move;
	const pull = move["pull-request"];
	const where = pull === void 0 ? short(move["merge-commit"]) : `#${pull.number}`;
	return [
		`${model} ${record}`,
		version === void 0 ? kind : `${kind}: version ${version}, ${from} → ${to}`,
		`${where} by ${move["merged-by"]}`,
		approvals.length === 0 ? "nobody" : approvals.join(", "),
		heldSpan(move.outcome)
	];
}
function heldSpan(outcome) {
	if (outcome === "passed") return {
		is: "good",
		text: "yes"
	};
	return outcome === "failed" ? {
		is: "bad",
		text: "no"
	} : {
		is: "open",
		text: "not known"
	};
}
function detailsOf({ model, record, held, problems, closed, deployment, remarks, outcome }) {
	const name = `${model} ${record}: `;
	return [
		...problems.map((problem) => paragraph({
			is: "bad",
			text: name
		}, ...sentence(fullSentence(problem)))),
		...(outcome === "inconclusive" ? held?.reasons ?? [] : []).map((reason) => paragraph({
			is: "open",
			text: name
		}, ...sentence(fullSentence(reason)))),
		...deployment === void 0 ? [] : [footnote(name, ...sentence(deploymentText(deployment)))],
		...closed.map(({ number }) => footnote(name, `closed #${number}, which asked for the same stage.`)),
		...remarks.map((remark) => footnote(name, ...sentence(fullSentence(remark))))
	];
}
function deploymentText({ environment, workflow, run }) {
	if (workflow === void 0) return `deployment to ${environment}; no workflow deploys this stage.`;
	return `deployment to ${environment} by ${workflow}${run === void 0 ? "" : `: ${run}`}.`;
}
// src/render/results/search.ts
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
// src/render/results/service-levels.ts
function describeServiceLevels(result) {
	const { levels, remarks, next } = result;
	const details = levels.flatMap(({ name: of, detail }) => detail === void 0 ? [] : [[
		name(of),
		": ",
		...sentence(`${detail}.`)
	]]);
	return [
		heading(2, `${result.model}: service levels`),
		paragraph(...findingLine(result)),
		...levels.length === 0 ? [] : [part("data", tableOf(levels))],
		...details.length === 0 ? [] : [part("remarks", {
			block: "list",
			items: details
		})],
		...remarkBlocks(remarks),
		...nextBlocks(next),
		footnote(...sourceSpans(result))
	];
}
function findingLine({ outcome, levels }) {
	const count = (status) => levels.filter((level) => level.status === status).length;
	const untold = count("insufficient-data") + count("error");
	const rest = untold === 0 ? "" : ` Of ${untold} more it could not be told.`;
	switch (outcome) {
		case "failed": return [bad("Broken:"), ` ${plural(count("breached"), "limit")} of ${levels.length}.${rest}`];
		case "passed": return [good("Kept:"), ` ${levels.length === 1 ? "the one limit" : `all ${levels.length} limits`}.`];
		case "inconclusive": return [open$1("Not found out:"), ` ${untold} of ${plural(levels.length, "limit")} could not be told.`];
	}
}
function tableOf(levels) {
	return {
		block: "table",
		columns: [
			{ title: "what" },
			{ title: "status" },
			{
				title: "measured",
				align: "right"
			},
			{
				title: "95 % interval",
				align: "right"
			},
			{
				title: "limit",
				align: "right"
			},
			{
				title: "of",
				align: "right"
			},
			{ title: "why" }
		],
		rows: levels.map((level) => [
			name(level.name),
			statusOf(level),
			level.value === void 0 ? "" : amount(level.value, level),
			intervalOf(level),
			`${level.limit.is === "at-most" ? "≤" : "≥"} ${amount(level.limit.value, level)}`,
			observationsOf(level),
			level.grounds.map((ground) => WORDS[ground]).join("; ")
		])
	};
}
function statusOf({ status }) {
	if (status === "breached") return bad("broken");
	return status === "ok" ? good("ok") : open$1(status);
}
function intervalOf(level) {
	const { value, low, high } = level;
	if (value === void 0 || low === value && high === value) return "";
	if (low === void 0 && high === void 0) return "none";
	if (low === void 0) return `up to ${amount(high, level)}`;
	return high === void 0 ? `from ${amount(low, level)}` : `${amount(low, level)} to ${amount(high, level)}`;
}
function observationsOf({ observations, missing, of }) {
	if (observations === void 0) return "";
	const counted = plural(observations, of === "operations" ? "request" : "row");
	return missing === void 0 ? counted : `${counted}, ${countText(missing)} missing`;
}
function amount(value, { unit }) {
	switch (unit) {
		case "ms": return `${metricText(value)} ms`;
		case "share": return `${metricText(value * 100)} %`;
		case "requests/s": return `${metricText(value)}/s`;
		default: return metricText(value);
	}
}
const WORDS = {
	"not-given": "nobody named where to look",
	"not-recorded": "the source does not say",
	"nothing-seen": "nothing was seen",
	"too-few": "too few to bound it",
	"limit-within-interval": "the interval reaches over the limit",
	"no-window": "of which time is not known: give --window",
	unreadable: "too much cannot be read",
	"other-values": "the column holds something else",
	"no-column": "the column is not there",
	"not-answered": "no figure came"
};
const UNREADABLE = {
	"no-json": "no JSON",
	"no-time": "without a time",
	"no-duration": "without a duration",
	"no-status": "without a status",
	"no-request": "no request"
};
function sourceSpans({ source, business, window }) {
	const spans = [];
	if (source?.is === "prometheus") spans.push("from ", name(source.server));
	else if (source !== void 0) {
		const { uri, sha256, lines, requests, outside, unreadable, fields } = source;
		const bad = Object.entries(unreadable).map(([why, count]) => `, ${countText(count)} ${UNREADABLE[why]}`);
		const read = [
			fields.duration && `${fields.duration.name} (${fields.duration.unit})`,
			fields.status,
			fields.time
		];
		spans.push(`${plural(requests, "request")} of ${plural(lines, "line")} of `, name(uri), " ", code(short(sha256)), `${outside === 0 ? "" : `, ${countText(outside)} outside the window`}${bad.join("")}`, ...read.flatMap((field, at) => field === void 0 ? [] : [at === 0 || read.slice(0, at).every((one) => one === void 0) ? " · by " : ", ", name(field)]));
	}
	if (business !== void 0) {
		const { uri, sha256, rows, outside, unreadable } = business;
		spans.push(`${spans.length === 0 ? "" : " · "}${plural(rows, "row")} of `, name(uri), " ", code(short(sha256)), `${outside === 0 ? "" : `, ${countText(outside)} outside the window`}${unreadable === 0 ? "" : `, ${countText(unreadable)} without a time`}`);
	}
	if (window !== void 0) spans.push(`${spans.length === 0 ? "" : " · "}${minuteText(window.from)} to ${minuteText(window.until)} UTC`);
	return spans.length === 0 ? ["nothing was read"] : spans;
}
// src/render/results/test-report.ts
const FORMAT_NAMES = {
	junit: "JUnit XML",
	tap: "TAP",
	pytest: "JSON of pytest"
};
function describeTestReport({ model, version, file, facts, outcome }) {
	const { passed, failed, errors, skipped, seconds, failures } = facts;
	const all = passed + failed + errors + skipped;
	const shown = failures.length;
	return [
		heading(2, `${model}: tests of version ${version.version}`),
		paragraph(verdictSpan(outcome), ` ${plural(all, "test")}: ${countText(passed)} passed, ${countText(failed)} failed, ${plural(errors, "error")}, ${countText(skipped)} skipped${seconds === void 0 ? "" : `, in ${seconds.toFixed(1)} s`}.`),
		...shown === 0 ? [] : [{
			block: "table",
			columns: [{ title: "test" }, { title: "what it said" }],
			rows: failures.map(({ name, message }) => [name, message === "" ? "–" : message])
		}],
		...failed + errors > shown ? [paragraph(`And ${countText(failed + errors - shown)} more.`)] : [],
		footnote(`${FORMAT_NAMES[facts.format]}, `, code(file), " ", code(short(facts.report)), " · artifact ", code(short(version.artifact)))
	];
}
function verdictSpan(outcome) {
	if (outcome === "passed") return good("Passed:");
	return outcome === "failed" ? bad("Failed:") : open$1("No test ran:");
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
// src/render/watch.ts
function watchLines(watch) {
	return watch.map((one) => `${lineOf(one)}\n\n`).join("");
}
function lineOf({ model, alerts, late }) {
	const numbers = alerts.map(({ kind, issue }) => `#${issue} (${ALERTS$1[kind]})`).join(", ");
	const named = codeSpan(model);
	return [...alerts.length === 0 ? [] : [`❌ In production: ${named} has an open alert, ${numbers}.`], ...late === void 0 ? [] : [lateText(named, late)]].join(" ");
}
function lateText(model, { daysAgo, everyDays }) {
	const every = everyDays < 2 ? "every day" : `every ${Math.round(everyDays)} days`;
	return `⚠️ Not watched: the last monitoring run of ${model} was ${plural(daysAgo, "day")} ago; before that it ran ${every}.`;
}
// src/render/index.ts
function render(result, format, { color = false, limit = COMMENT_LIMIT, whole = "the answer as JSON (--json)" } = {}) {
	if (format === "json") return `${visibleJson(JSON.stringify(result, null, 2))}\n`;
	const blocks = describe(result);
	return format === "markdown" ? fitBlocks(blocks, toMarkdown, limit, whole) : toText(blocks, { color });
}
function renderReport(results, page) {
	const [head, source] = [`${titleLine(page)}${watchLines(page.watch ?? [])}`, sourceLine(page)];
	const room = Math.max(0, page.limit - head.length - source.length);
	return `${head}${fitBlocks(results.flatMap(describe), toMarkdown, room, WHOLE)}${source}`;
}
function renderProposal(planned) {
	const blocks = planned.kind === "move" ? proposedMove(planned) : proposedRegistration(planned);
	const lead = planned.kind === "registration" ? candidateLines(planned) : "";
	return `${lead}${fitBlocks(blocks, toMarkdown, COMMENT_LIMIT - lead.length, "the files of this pull request")}`;
}
const renderReportNote = (url) => noteLine(WHOLE, url);
const WHOLE = "the summary of its run";
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
		case "alerts": return describeAlerts(result);
		case "alert-note": return describeAlertNote(result);
		case "monitor-history": return describeMonitorHistory(result);
		case "difference": return describeDifference(result);
		case "move": return describeMove(result);
		case "evaluation": return describeEvaluation(result);
		case "comparison": return describeComparison(result);
		case "gates": return describeGates(result);
		case "latency": return describeLatency(result);
		case "contract": return describeContract(result);
		case "reproduction": return describeReproduction(result);
		case "test-report": return describeTestReport(result);
		case "custom-evidence": return describeCustomEvidence(result);
		case "failure": return describeFailure(result);
		case "conclusion": return describeConclusion(result);
		case "report": return [...reportLead(result), ...result.answers.flatMap(describe)];
		case "run": return describeRun(result);
		case "sample": return describeSample(result);
		case "drift": return describeDrift(result);
		case "retraining": return describeRetraining(result);
		case "service-levels": return describeServiceLevels(result);
		case "performance": return describePerformance(result);
		case "judgement": return describeJudgement(result);
		case "seal": return describeSeal(result);
	}
}
function renderError(error, { color = false } = {}) {
	const { place: at, message } = error;
	const place = at === void 0 || at.path === "filter" || !at.line && message.startsWith(at.path) ? "" : `${placeText$1(at)}: `;
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
	const at = place === void 0 ? "" : `${placeText$1(place)}: `;
	return toMarkdown([paragraph(bad("Error"), ` (${code}) ${at}`, ...sentence(fullSentence(message))), paragraph(...sentence(fullSentence(next)))]);
}
function renderFailure({ code, message, next, place }, command) {
	const failure = {
		kind: "failure",
		...command === void 0 ? {} : { command },
		code,
		message,
		next,
		...place === void 0 ? {} : { place: { ...place } }
	};
	return `${JSON.stringify(failure, null, 2)}\n`;
}
// src/adapters/files/stored-artifacts.ts
function keptBeside(root, artifacts) {
	const place = resolve(root, artifacts);
	return {
		artifacts: place,
		lfsObjects: join(place, "../../lfs/objects")
	};
}
const MOST_TRIES = 3;
const ABANDONED_MS = 864e5;
function openStoredArtifacts(kept, places, sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))) {
	return {
		async bring(at, wanted) {
			const target = targetOf(kept(), at, wanted);
			if (await holds(target, wanted)) return target;
			for (let attempt = 1;; attempt += 1) try {
				await take(await opened(places, at, wanted), wanted, target);
				return target;
			} catch (error) {
				if (attempt === MOST_TRIES || !(error instanceof ModelyardError) || error.code !== "remote-failed") throw error;
				await sleep(1e3 * attempt);
			}
		},
		store: async (path, known, at) => at.is === "lfs" ? (await places.lfs()).store(path, known, at) : (await places.release()).store(path, known, at),
		async keep(path, known, at) {
			const target = targetOf(kept(), at, known);
			if (await holds(target, known)) return;
			await mkdir(dirname(target), { recursive: true });
			const part = partOf(target);
			await copyFile(path, part);
			await rename(part, target);
		}
	};
}
function targetOf({ artifacts, lfsObjects }, at, { sha256 }) {
	return at.is === "lfs" ? join(lfsObjects, sha256.slice(0, 2), sha256.slice(2, 4), sha256) : join(artifacts, sha256);
}
async function opened(places, at, wanted) {
	if (at.is === "release") return (await places.release()).open(at, wanted);
	return at.is === "lfs" ? (await places.lfs()).open(at, wanted) : (await places.web()).open(at, wanted);
}
async function holds(target, { sha256 }) {
	try {
		const { files } = await openArtifacts("/").hashPath(target);
		return files[0]?.sha256 === sha256;
	} catch (error) {
		if (error instanceof ModelyardError && error.code === "bad-artifact") return false;
		throw error;
	}
}
async function take(stream, wanted, target) {
	const { createHash } = process.getBuiltinModule("node:crypto");
	const { pipeline } = await import("node:stream/promises");
	await mkdir(dirname(target), { recursive: true });
	await removeAbandoned(dirname(target));
	const part = partOf(target);
	const hash = createHash("sha256");
	let bytes = 0;
	const counted = async function* () {
		for await (const chunk of stream) {
			bytes += chunk.length;
			if (bytes > wanted.bytes) throw otherBytes(wanted, `there are more than ${wanted.bytes} bytes`);
			hash.update(chunk);
			yield chunk;
		}
	};
	try {
		await pipeline(counted, createWriteStream(part, { flags: "wx" }));
		const found = hash.digest("hex");
		if (found !== wanted.sha256) throw otherBytes(wanted, `what lies there hashes to ${found.slice(0, 12)}…`);
		await rename(part, target);
	} catch (error) {
		await rm(part, { force: true });
		throw isNoRoom(error) ? cannotKeep(error) : error;
	}
}
function partOf(target) {
	return `${target}.${process.getBuiltinModule("node:crypto").randomUUID()}.part`;
}
async function removeAbandoned(folder) {
	for (const name of await readdir(folder)) {
		if (!name.endsWith(".part")) continue;
		const path = join(folder, name);
		const facts = await stat(path).catch(() => void 0);
		if (facts !== void 0 && Date.now() - facts.mtimeMs > ABANDONED_MS) await rm(path, { force: true });
	}
}
function otherBytes({ sha256 }, found) {
	return new ModelyardError({
		code: "digest-mismatch",
		message: `${found}, and the record says ${sha256.slice(0, 12)}…`,
		next: "put the registered bytes back there, or register the others as a new version"
	});
}
function isNoRoom(error) {
	const code = error instanceof Error && "code" in error ? error.code : void 0;
	return [
		"ENOSPC",
		"EDQUOT",
		"EROFS",
		"EACCES",
		"EPERM"
	].includes(String(code));
}
function cannotKeep(error) {
	return new ModelyardError({
		code: "cannot-write",
		message: `an artifact could not be kept in git's own folder (${error.code})`,
		next: "make room on the disk, then run the command again",
		cause: error
	});
}
// src/doors/stored.ts
function lazyStored({ drafts, worktree }, outer) {
	return openStoredArtifacts(() => keptBeside(worktree.root, drafts.place("artifacts")), {
		release: async () => (await outer()).releases,
		lfs: async () => (await outer()).lfs,
		web: once(async () => (await import("./public-file.mjs")).openWebFiles())
	});
}
// src/doors/ports.ts
const NO_ALERTS = refusing("alerts are not told here", "use the Action alert, or `modelyard alert`");
function portsOf({ folder, git, engines, outer, ...outside }) {
	return {
		...git,
		...engines,
		people: outside.people,
		comments: outside.comments,
		statuses: outside.statuses,
		runs: outside.runs,
		seals: outside.seals,
		monitorHistory: outside.monitorHistory,
		issues: outside.issues,
		merges: outside.merges,
		deployments: outside.deployments,
		openPulls: outside.openPulls,
		artifacts: openArtifacts(folder),
		stored: lazyStored(git, outer),
		clock: { now: () => Date.now() },
		cards: { render: renderCard },
		alertPages: outside.alertPages ?? NO_ALERTS,
		reports: {
			render: renderReport,
			renderNote: renderReportNote,
			renderProposal,
			renderMetrics: renderExposition
		},
		host: HOST
	};
}
const HOST = {
	machine: `${process.platform} ${process.arch}, Node.js ${process.versions.node}`,
	get run() {
		return readWorkflowRun(process.env);
	}
};
// actions/ports.ts
function openPortsWith(engines, folder, token) {
	const git = openRepository(folder);
	const { branchRules, provenance, ...gitHub } = lazyGitHub(process.env, token);
	return {
		...portsOf({
			folder,
			git,
			people: NOBODY,
			engines: engines(git.worktree.root),
			...gitHub
		}),
		provenance,
		...process.env.GITHUB_REPOSITORY ? { branchRules } : {}
	};
}
function openRepository(folder) {
	try {
		return openGitByProgram(folder);
	} catch (error) {
		return withoutRepository(error, folder);
	}
}
const MEASURE_BEFORE = "measure in a step before it; this one reads the evidence";
refusing("this Action runs no models", MEASURE_BEFORE), refusing("this Action runs no models", MEASURE_BEFORE), refusing("this Action reads no data", MEASURE_BEFORE), refusing("this Action asks no endpoints", MEASURE_BEFORE), refusing("this Action asks no Prometheus server", MEASURE_BEFORE), refusing("this Action starts no command of the repository", MEASURE_BEFORE);
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
// actions/runner/step-log.ts
const print = (text) => process.stdout.write(text);
const LOG = {
	say: (line) => print(plainLog(`${line}\n`)),
	warn: (message) => print(`${annotationLines([{
		level: "warning",
		message
	}]).join("\n")}\n`)
};
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
// actions/heavy/ports.ts
async function openHeavyPorts(folder, token) {
	await bringEngines(PLACE, LOG, openRunnerCache(process.env));
	return openPortsWith((root) => lazyEngines(folder, root), folder, token);
}
async function openReportingPorts(folder, token) {
	await bringEngines(PLACE, LOG, openRunnerCache(process.env));
	return openPortsWith((root) => withoutCommands(lazyEngines(folder, root)), folder, token);
}
function withoutCommands(engines) {
	const process = {
		...engines.process,
		run: async () => refuse(),
		start: refuse
	};
	return {
		...engines,
		process
	};
}
function refuse() {
	throw new ModelyardError({
		code: "missing-engine",
		message: "this Action may write to GitHub, and so starts no command of the repository",
		next: "predict in a job before it that can only read, and give the file under `challenger-predictions`"
	});
}
const ROOT = new URL(import.meta.url.endsWith(".ts") ? "../../" : "../../../", import.meta.url);
const PLACE = {
	locked: fileURLToPath(new URL("actions/engines", ROOT)),
	target: fileURLToPath(new URL("dist", ROOT)),
	downloads: join(process.env.RUNNER_TEMP ?? tmpdir(), "modelyard-downloads")
};
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
// src/render/annotations.ts
function annotationsOf(result) {
	const found = foundIn(result);
	return [...found.filter(({ level }) => level === "error"), ...found.filter(({ level }) => level !== "error")];
}
function foundIn(result) {
	if (result.kind === "validation" || result.kind === "judgement") return ofProblems(result.problems);
	if (result.kind === "report") return result.why === "read-only" ? ofLack(result.remarks, result.next) : [];
	if (result.kind === "conclusion") return result.next.length > 0 ? ofLack(result.remarks, result.next) : [];
	if ("commit-status" in result && result["commit-status"]?.change === "not-set") return [...ofLack(result.remarks.filter(isUnmarked), []), ...ofGates(gatesIn(result))];
	return result.kind === "seal" ? result.sealed.flatMap(ofSealed) : ofGates(gatesIn(result));
}
const isUnmarked = (remark) => remark.includes("no commit status was set");
function ofLack(remarks, next) {
	return [{
		level: "warning",
		title: "missing-permission",
		message: sentences(...remarks, ...next)
	}];
}
function ofSealed({ model, record, outcome, problems, held }) {
	const title = `${model}: record ${record}`;
	if (outcome === "inconclusive") return [{
		level: "warning",
		title,
		message: sentences(...held?.reasons ?? [])
	}];
	return problems.map((problem) => ({
		level: "error",
		title,
		message: sentences(problem)
	}));
}
function annotationOfError({ code, message, next, place }) {
	return {
		level: "error",
		title: code,
		message: sentences(message, next),
		...place === void 0 ? {} : { place }
	};
}
function ofProblems(problems) {
	return problems.map(({ severity, code, message, next, place }) => ({
		level: severity,
		title: code,
		message: sentences(message, next),
		place
	}));
}
function gatesIn(result) {
	return "gates" in result ? result.gates : void 0;
}
function ofGates(tree) {
	if (tree === void 0) return [];
	return [...tree.gates.flatMap(ofGate), ...tree.remarks.map(({ message, next }) => ({
		level: "warning",
		message: sentences(message, next)
	}))];
}
function ofGate(gate) {
	if (gate.outcome === "passed" || gate.outcome === "left-out") return [];
	return [{
		level: gate.outcome === "failed" ? "error" : "warning",
		title: `${gateTitle(gate)}: ${gate.outcome}`,
		message: sentences(gate.reason, gate.next)
	}];
}
function sentences(...texts) {
	return texts.filter((text) => text !== void 0).map(fullSentence).join(" ");
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
// actions/runner/event.ts
function readEvent({ GITHUB_EVENT_PATH: path }) {
	if (!path) return {};
	try {
		const event = JSON.parse(readFileSync(path, "utf8"));
		if (typeof event === "object" && event !== null && !Array.isArray(event)) return event;
	} catch {}
	throw new ModelyardError({
		code: "bad-json",
		message: "the event of this run cannot be read",
		next: "GITHUB_EVENT_PATH has to name the file that the runner wrote; no step may change it"
	});
}
function textAt(event, ...keys) {
	let value = event;
	for (const key of keys) {
		if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return void 0;
		value = value[key];
	}
	return typeof value === "string" && value !== "" ? value : void 0;
}
// actions/from-event.ts
const FROM_EVENT = { base: {
	described: "the base of the pull request or of the merge group; without one, what lies on disk is judged",
	read: baseOfPullRequest
} };
async function baseOfPullRequest(event, { repository }) {
	const named = textAt(event, "pull_request", "base", "sha") ?? textAt(event, "merge_group", "base_sha");
	if (named === void 0) return void 0;
	const { commit } = await repository.head();
	const parents = commit === void 0 ? [] : (await repository.commitFacts(commit)).parents;
	const base = (parents[1] !== void 0 && parents[1] === textAt(event, "pull_request", "head", "sha") ? parents[0] : void 0) ?? named;
	if (await repository.resolve(base) !== void 0) return base;
	throw new ModelyardError({
		code: "shallow-clone",
		message: `the base of the pull request, ${base}, was not fetched`,
		next: "write `fetch-depth: 0` under `with:` of actions/checkout"
	});
}
// actions/change-outputs.ts
const CHANGE = {
	status: {
		type: "text",
		description: "`proposed` as a pull request, `left` for the App to open, `merged` into the branch that is checked out, `unchanged`, `refused`, or `planned` where it was a dry run.",
		of: ({ status }) => status
	},
	branch: {
		type: "text",
		description: "The branch of the pull request, or the one merged into.",
		of: ({ branch }) => branch
	},
	commit: {
		type: "text",
		description: "The one commit.",
		of: ({ commit }) => commit
	},
	"pull-request": {
		type: "integer",
		description: "The pull request; empty where there is none.",
		of: (result) => result["pull-request"]?.number
	},
	"pull-request-url": {
		type: "text",
		description: "Where it is read.",
		of: (result) => result["pull-request"]?.url
	}
};
// actions/monitoring-outputs.ts
const PERFORMANCE = {
	degraded: {
		type: "text",
		description: "JSON list of the metrics that lie wholly beyond their limit.",
		of: ({ degraded }) => JSON.stringify(degraded)
	},
	labelled: {
		type: "integer",
		description: "How many predictions have a label.",
		of: ({ labelled }) => labelled
	}
};
const ALERTS = {
	model: {
		type: "text",
		description: "The model.",
		of: ({ model }) => model
	},
	bad: {
		type: "text",
		description: "JSON list of the kinds of alert of which this run found something bad.",
		of: ({ alerts }) => JSON.stringify(alerts.flatMap(({ kind, finding }) => finding === "bad" ? [kind] : []))
	},
	open: {
		type: "text",
		description: "JSON object of the open alerts: the number of the issue, by the kind.",
		of: ({ alerts }) => JSON.stringify(Object.fromEntries(alerts.flatMap(({ kind, issue }) => issue?.open === true ? [[kind, issue.number]] : [])))
	}
};
const SERVICE_LEVELS = {
	model: {
		type: "text",
		description: "The model.",
		of: ({ model }) => model
	},
	breached: {
		type: "text",
		description: "JSON list of the limits that are broken.",
		of: ({ levels }) => JSON.stringify(levels.flatMap(({ name, status }) => status === "breached" ? [name] : []))
	}
};
// actions/retraining-outputs.ts
const RETRAINING = {
	model: {
		type: "text",
		description: "The model.",
		of: ({ model }) => model
	},
	retrain: {
		type: "boolean",
		description: "Whether to train it again now.",
		of: ({ decision }) => decision === "retrain"
	},
	decision: {
		type: "text",
		description: "`retrain`, `held-back`, `not-due` or `cannot-tell`.",
		of: ({ decision }) => decision
	},
	fired: {
		type: "text",
		description: "JSON list of the triggers that fired.",
		of: ({ triggers }) => JSON.stringify(triggers.flatMap(({ trigger, is }) => is === "fired" || is === "unconfirmed" ? [trigger] : []))
	},
	alerts: {
		type: "text",
		description: "The issues of the alerts that asked for it, a number a line.",
		of: ({ alerts = [] }) => alerts.join("\n")
	},
	before: {
		type: "text",
		description: "Where a drift asked for it: up to when rows were as they used to be, in UTC.",
		of: ({ triggers }) => triggers.find(({ before }) => before !== void 0)?.before
	},
	"held-back-by": {
		type: "text",
		description: "JSON list of what holds it back.",
		of: ({ holds }) => JSON.stringify(holds.flatMap(({ hold, is }) => is === "holds" || is === "unknown" ? [hold] : []))
	}
};
// actions/outputs.ts
const RESULT_FILE = "result-file";
const OF_ALL = { outcome: {
	type: "text",
	description: "`passed`, `failed` or `inconclusive`; empty where nothing was judged.",
	of: (result) => "outcome" in result ? result.outcome : void 0
} };
const EVIDENCE = {
	type: "text",
	description: "JSON list of the files with what was measured, from the root of the repository."
};
const pathsOf = ({ evidence }) => JSON.stringify(evidence.map(({ path }) => path));
const ratioOf = (quantile) => ({
	type: "number",
	description: `The ${quantile} of the challenger's times by that of the champion's.`,
	of: ({ facts }) => facts.quantiles[quantile].ratio.value
});
const touchedModels = (key, description) => ({
	type: "text",
	description,
	of: ({ touched }) => JSON.stringify(touched?.[key] ?? [])
});
const OF_KIND = {
	validation: {
		errors: {
			type: "integer",
			description: "How many errors were found.",
			of: ({ problems }) => problems.filter(({ severity }) => severity === "error").length
		},
		warnings: {
			type: "integer",
			description: "How many warnings were found.",
			of: ({ problems }) => problems.filter(({ severity }) => severity === "warning").length
		},
		governed: {
			type: "boolean",
			description: "Whether anything changes that judges, so that approvals are needed.",
			of: ({ governed }) => governed.length > 0
		},
		models: touchedModels("models", "JSON list of the models whose training code or model.yaml changed: a matrix for the jobs that follow."),
		lint: touchedModels("lint", "JSON list of those of `models` that declare `lint`."),
		test: touchedModels("test", "JSON list of those of `models` that declare `test`."),
		train: touchedModels("train", "JSON list of those of `models` that declare `train`."),
		predict: touchedModels("predict", "JSON list of those of `models` that declare `predict`."),
		serve: touchedModels("serve", "JSON list of those of `models` that declare `serve`."),
		contract: touchedModels("contract", "JSON list of those of `models` that declare `train`, and `serve` or a gate that asks for the contract."),
		served: touchedModels("served", "JSON list of those of `models` that declare `train` and have a champion."),
		compared: touchedModels("compared", "JSON list of those of `served`, and of others that declare `train` here and at the base, which can be compared on a sample."),
		"fails-on-worse": touchedModels("fails-on-worse", "JSON list of those of `compared` whose `preview` at the base says `fail-on: worse`."),
		candidates: {
			type: "text",
			description: "With `candidates`: JSON list of the models that a first promotion is due for.",
			of: ({ candidates = [] }) => JSON.stringify(candidates.map(({ model }) => model))
		},
		untrained: {
			type: "text",
			description: "JSON list of those of `candidates` that have to be trained.",
			of: ({ candidates = [] }) => JSON.stringify(candidates.filter(({ version }) => version === void 0).map(({ model }) => model))
		},
		monitored: {
			type: "text",
			description: "With `monitored`: JSON list of the models that say what production saw.",
			of: ({ monitored = [] }) => JSON.stringify(monitored.map(({ model }) => model))
		},
		looks: {
			type: "text",
			description: "With `monitored`: JSON object of them, each with the list of what can be looked at.",
			of: ({ monitored = [] }) => JSON.stringify(Object.fromEntries(monitored.map(({ model, looks }) => [model, looks])))
		},
		brought: {
			type: "text",
			description: "JSON object of the others: the version to promote, by the model.",
			of: ({ candidates = [] }) => JSON.stringify(Object.fromEntries(candidates.flatMap(({ model, version }) => version === void 0 ? [] : [[model, version]])))
		},
		serving: {
			type: "text",
			description: "JSON list of those of `candidates` that declare `serve`.",
			of: ({ candidates = [] }) => JSON.stringify(candidates.filter(({ serves }) => serves).map(({ model }) => model))
		},
		app: {
			type: "boolean",
			description: "Whether the base leaves comments and proposals to the GitHub App.",
			of: ({ touched }) => touched?.app ?? false
		},
		"registry-alone": {
			type: "boolean",
			description: "Whether nothing outside the registry changed.",
			of: ({ touched }) => touched?.["registry-alone"] ?? false
		}
	},
	report: {
		shown: {
			type: "text",
			description: "`comment`; `summary` where no comment could be written, which is no failure.",
			of: ({ shown }) => shown
		},
		change: {
			type: "text",
			description: "What became of the comment: `created`, `updated`, `unchanged`, `superseded` or `none`.",
			of: ({ change }) => change
		},
		"comment-id": {
			type: "integer",
			description: "The comment.",
			of: ({ comment }) => comment?.id
		},
		"comment-url": {
			type: "text",
			description: "Where it is read.",
			of: ({ comment }) => comment?.url
		}
	},
	sample: {
		path: {
			type: "text",
			description: "The file with the sample.",
			of: ({ path }) => path
		},
		rows: {
			type: "integer",
			description: "How many rows it has.",
			of: ({ rows }) => rows
		},
		digest: {
			type: "text",
			description: "Its SHA-256: the same on every machine.",
			of: ({ sha256 }) => sha256
		}
	},
	run: {
		out: {
			type: "text",
			description: "The folder that keeps what it made.",
			of: ({ out }) => out
		},
		seconds: {
			type: "text",
			description: "How long the command ran, in seconds.",
			of: ({ command }) => command.seconds
		},
		artifact: {
			type: "text",
			description: "Of `train`: the SHA-256 of the model; empty where it left none.",
			of: ({ command, made }) => command.step === "train" ? made.find(({ name }) => /^model(?:\.|$)/.test(name))?.sha256 : void 0
		},
		why: {
			type: "text",
			description: "Why it failed; empty where it passed.",
			of: ({ why }) => why
		}
	},
	"test-report": {
		passed: {
			type: "integer",
			description: "How many tests passed.",
			of: ({ facts }) => facts.passed
		},
		failed: {
			type: "integer",
			description: "How many failed or broke off.",
			of: ({ facts }) => facts.failed + facts.errors
		},
		skipped: {
			type: "integer",
			description: "How many were skipped.",
			of: ({ facts }) => facts.skipped
		},
		evidence: {
			...EVIDENCE,
			of: pathsOf
		}
	},
	registration: {
		version: {
			type: "integer",
			description: "The number of the version, registered or about to be.",
			of: ({ record }) => record?.version
		},
		...CHANGE
	},
	move: CHANGE,
	seal: {
		sealed: {
			type: "text",
			description: "JSON list of what was sealed, such as `[\"churn/7\"]`.",
			of: ({ sealed }) => JSON.stringify(sealed.map(({ model, record }) => `${model}/${record}`))
		},
		waiting: {
			type: "integer",
			description: "How many are left for the next run.",
			of: ({ waiting }) => waiting
		},
		alarms: {
			type: "integer",
			description: "How many of them did not hold.",
			of: ({ sealed }) => sealed.filter(({ outcome }) => outcome === "failed").length
		}
	},
	conclusion: {
		description: {
			type: "text",
			description: "What the commit status says.",
			of: ({ description }) => description
		},
		sha: {
			type: "text",
			description: "The commit that was marked; empty where none was.",
			of: ({ sha }) => sha
		},
		app: {
			type: "boolean",
			description: "With `run`: whether the base leaves comments to the GitHub App.",
			of: ({ app }) => app ?? false
		}
	},
	gates: {
		model: {
			type: "text",
			description: "The model.",
			of: ({ model }) => model
		},
		version: {
			type: "integer",
			description: "The version that was judged.",
			of: (of) => of.version.version
		},
		artifact: {
			type: "text",
			description: "The SHA-256 of its artifact.",
			of: (of) => of.version.artifact
		},
		stage: {
			type: "text",
			description: "The stage whose policy judged.",
			of: ({ stage }) => stage
		},
		"asks-for": {
			type: "text",
			description: "JSON list of the kinds of evidence that the gates read for this version.",
			of: (of) => JSON.stringify(of["asks-for"])
		},
		"by-rule": {
			type: "boolean",
			description: "Whether a rule chooses the rows that judge, so that those of another time can be looked at.",
			of: ({ data }) => data?.time !== void 0
		},
		serves: {
			type: "boolean",
			description: "Whether its model.yaml declares `serve`, so that its endpoint can be asked.",
			of: ({ serves }) => serves === true
		},
		champion: {
			type: "integer",
			description: "The version that serves; empty where none does.",
			of: ({ champion }) => champion?.version
		}
	},
	performance: PERFORMANCE,
	drift: {
		model: {
			type: "text",
			description: "The model.",
			of: ({ model }) => model
		},
		drifted: {
			type: "text",
			description: "JSON list of the features that drifted in this run.",
			of: ({ features }) => JSON.stringify(features.flatMap(({ feature, status }) => status === "drift" ? [feature] : []))
		},
		evidence: {
			...EVIDENCE,
			of: pathsOf
		}
	},
	retraining: RETRAINING,
	"service-levels": SERVICE_LEVELS,
	alerts: ALERTS,
	evaluation: {
		model: {
			type: "text",
			description: "The model.",
			of: ({ model }) => model
		},
		version: {
			type: "integer",
			description: "The version that was scored.",
			of: (of) => of.version.version
		},
		artifact: {
			type: "text",
			description: "The SHA-256 of its artifact.",
			of: (of) => of.version.artifact
		},
		metric: {
			type: "text",
			description: "The primary metric.",
			of: (of) => of["primary-metric"]
		},
		value: {
			type: "number",
			description: "Its value; empty where these rows give none.",
			of: ({ facts, "primary-metric": name }) => metricOf(facts, name)
		},
		rows: {
			type: "integer",
			description: "Rows that were scored.",
			of: ({ facts }) => facts.rows
		},
		floors: {
			type: "text",
			description: "`passed`, `failed` or `inconclusive` by the floors of the next stage; empty beside a champion.",
			of: ({ gates }) => gates?.outcome
		},
		evidence: {
			...EVIDENCE,
			of: pathsOf
		}
	},
	comparison: {
		model: {
			type: "text",
			description: "The model; empty where two files were compared.",
			of: (of) => of.model
		},
		champion: {
			type: "integer",
			description: "The version that serves.",
			of: (of) => of.champion.version
		},
		challenger: {
			type: "integer",
			description: "The version that asks to replace it.",
			of: (of) => of.challenger.version
		},
		artifact: {
			type: "text",
			description: "The SHA-256 of the challenger's artifact.",
			of: (of) => of.challenger.artifact
		},
		verdict: {
			type: "text",
			description: "On the primary metric: `better`, `not-worse`, `worse` or `inconclusive`.",
			of: ({ verdict }) => verdict
		},
		metric: {
			type: "text",
			description: "The primary metric.",
			of: (of) => of["primary-metric"]
		},
		"champion-value": {
			type: "number",
			description: "Its value for the champion; empty where these rows give none.",
			of: (of) => metricOf(of["champion-evaluation"], of["primary-metric"])
		},
		"challenger-value": {
			type: "number",
			description: "Its value for the challenger; empty where these rows give none.",
			of: (of) => metricOf(of["challenger-evaluation"], of["primary-metric"])
		},
		stage: {
			type: "text",
			description: "The stage whose policy judged; empty where none did.",
			of: (of) => of["judged-for"]
		},
		evidence: {
			...EVIDENCE,
			of: pathsOf
		}
	},
	latency: {
		model: {
			type: "text",
			description: "The model.",
			of: ({ model }) => model
		},
		champion: {
			type: "integer",
			description: "The version that serves.",
			of: (of) => of.champion.version
		},
		challenger: {
			type: "integer",
			description: "The version that asks to replace it.",
			of: (of) => of.challenger.version
		},
		"p50-ratio": ratioOf("p50"),
		"p95-ratio": ratioOf("p95"),
		"p99-ratio": ratioOf("p99"),
		noisy: {
			type: "boolean",
			description: "Whether the champion differs from itself so much that the machine is too noisy.",
			of: ({ noisy }) => noisy.length > 0
		},
		evidence: {
			...EVIDENCE,
			of: pathsOf
		}
	},
	contract: {
		model: {
			type: "text",
			description: "The model.",
			of: ({ model }) => model
		},
		version: {
			type: "integer",
			description: "The version that was tried.",
			of: (of) => of.version.version
		},
		artifact: {
			type: "text",
			description: "The SHA-256 of its artifact.",
			of: (of) => of.version.artifact
		},
		broken: {
			type: "integer",
			description: "How many promises were broken.",
			of: ({ facts }) => facts.checks.filter(({ outcome }) => outcome === "broken").length
		},
		evidence: {
			...EVIDENCE,
			of: pathsOf
		}
	},
	reproduction: {
		model: {
			type: "text",
			description: "The model.",
			of: ({ model }) => model
		},
		version: {
			type: "integer",
			description: "The version that was trained again.",
			of: (of) => of.version.version
		},
		artifact: {
			type: "text",
			description: "The SHA-256 of its artifact.",
			of: (of) => of.version.artifact
		},
		finding: {
			type: "text",
			description: "`same-bytes`, `same-predictions` or `different`; empty where nothing was found out.",
			of: ({ facts }) => facts?.finding
		},
		evidence: {
			...EVIDENCE,
			of: pathsOf
		}
	}
};
function metricOf(facts, name) {
	return (facts?.metrics ?? {})[name] ?? facts?.["own-metrics"]?.[name]?.value;
}
function outputsOf(result) {
	const own = OF_KIND[result.kind] ?? {};
	const values = Object.entries({
		...OF_ALL,
		...own
	}).map(([name, { of }]) => [name, of(result)]);
	return Object.fromEntries(values.map(([name, value]) => [name, value === void 0 ? void 0 : String(value)]));
}
// actions/progress.ts
const PATIENCE_MS = 3e3;
const EVERY_MS = 5e3;
function openProgress(say, now = () => process.uptime() * 1e3) {
	let next = now() + PATIENCE_MS;
	return (step, share) => {
		const time = now();
		if (time < next) return;
		next = time + EVERY_MS;
		say(share === void 0 ? step : `${step}, ${Math.floor(share * 100)} %`);
	};
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
function readToken(environment) {
	return environment[variableOf(TOKEN)]?.trim() || void 0;
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
// actions/reporting.ts
function measuringInputs(values, reporting) {
	return Object.fromEntries([...values].filter(([key]) => !reporting?.inputs.includes(key)));
}
async function reportFile({ inputs, load }, file, values, ports) {
	if (file === void 0) throw noPlace();
	const own = [...values].filter(([key]) => inputs.includes(key) || key === "model");
	return (await load()).execute({
		...Object.fromEntries(own),
		files: [file]
	}, ports, {});
}
function writeAnswer(kind, json) {
	const { RUNNER_TEMP: folder } = process.env;
	if (!folder) return void 0;
	const path = join(folder, `modelyard-${kind}-${randomUUID()}.json`);
	writeFileSync(path, json);
	return path;
}
function noPlace() {
	return new ModelyardError({
		code: "bad-input",
		message: "there is no folder for the answer that is to be reported",
		next: "RUNNER_TEMP has to name the folder that the runner made; no step may change it"
	});
}
// actions/summary.ts
const SUMMARY_LIMIT = 1048576;
const byteLength = (text) => Buffer.byteLength(text, "utf8");
function summaryOf(result, limit = SUMMARY_LIMIT) {
	const whole = "the file that the output `result-file` names";
	for (const most of [
		limit,
		Math.floor(limit / 2),
		Math.floor(limit / 3)
	]) {
		const text = `${render(result, "markdown", {
			limit: most,
			whole
		})}\n`;
		if (byteLength(text) <= limit) return text;
	}
	return "The report is too long for a summary. It is in the file that the output `result-file` names.\n";
}
// actions/run-action.ts
async function runAction(action) {
	const cancellation = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => cancellation.abort());
	return endStep((files) => answer(action, files, cancellation.signal));
}
async function answer(action, files, signal) {
	const { definition, load, openPorts, reporting } = action;
	const values = readInputs(definition, process.env);
	const ports = await openPorts(process.cwd(), readToken(process.env));
	await fillFromEvent(definition, values, ports);
	const watch = {
		signal,
		progress: openProgress((line) => process.stdout.write(plainLog(`${line}\n`)))
	};
	const show = async (file) => reporting === void 0 ? void 0 : reportFile(reporting, file, values, ports);
	return tell(await (await load()).execute(measuringInputs(values, reporting), ports, watch).catch(async (error) => {
		const file = writeAnswer("failure", renderFailure(knownError(error, REPORT), definition.name));
		files.setOutputs({ [RESULT_FILE]: file });
		await show(file).catch(() => {});
		throw error;
	}), files, show);
}
async function fillFromEvent({ flags }, values, ports) {
	for (const { input } of flags) {
		const value = await (values.has(input) ? void 0 : FROM_EVENT[input])?.read(readEvent(process.env), ports);
		if (value !== void 0) values.set(input, value);
	}
}
async function tell(result, files, show) {
	const file = writeAnswer(result.kind, render(result, "json"));
	files.setOutputs({
		...outputsOf(result),
		[RESULT_FILE]: file
	});
	const report = await show(file).catch((error) => {
		files.addSummary(summaryOf(result));
		throw error;
	});
	if (report !== void 0) files.setOutputs(outputsOf(report));
	files.addSummary(summaryOf(report ?? result));
	const told = report === void 0 ? [result] : [result, report];
	return {
		text: logOf(render(report ?? result, "text"), annotationLines(told.flatMap(annotationsOf))),
		status: exitStatusOfAnswer(result)
	};
}
export { SAMPLE as _, nearest as a, ModelyardError as c, CONTRACT as d, EVALUATE as f, REPRODUCE as g, PERFORMANCE$1 as h, writeFileAtomic as i, BENCH as l, MONITOR as m, openHeavyPorts as n, suggestion as o, MODELYARD as p, openReportingPorts as r, ERROR_CODES as s, runAction as t, COMPARE as u, SERVICE_LEVELS$1 as v };
