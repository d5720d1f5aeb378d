// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import type { CommandDefinition } from '../src/doors/definition.ts'

export const DEFINITIONS: readonly CommandDefinition[] = [
  {
    "name": "init",
    "summary": "Look at the repository; write the registry, a first model.yaml and workflows.",
    "positional": [
      "model"
    ],
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
        "flag": "reference",
        "input": "reference",
        "kind": "text",
        "description": "The commit or tag of Modelyard's workflows that this repository calls.",
        "required": false,
        "fallback": "v1"
      },
      {
        "flag": "approvers",
        "input": "approvers",
        "kind": "list",
        "description": "A person or a team whose approval the last stage needs, as @octocat or @acme/leads; may be repeated.",
        "required": false
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
    "flags": [
      {
        "flag": "base",
        "input": "base",
        "kind": "text",
        "description": "Branch, tag or commit to judge against.",
        "required": false
      },
      {
        "flag": "at",
        "input": "at",
        "kind": "text",
        "description": "With --base: the commit to judge.",
        "required": false,
        "fallback": "HEAD"
      },
      {
        "flag": "candidates",
        "input": "candidates",
        "kind": "boolean",
        "description": "Also tell which models have to be trained, or have a new version to promote: with --base those of its changes, otherwise all that train.",
        "required": false
      },
      {
        "flag": "monitored",
        "input": "monitored",
        "kind": "boolean",
        "description": "Also tell which models say what production saw: `monitor` in model.yaml.",
        "required": false
      }
    ],
    "asksGitHub": true
  },
  {
    "name": "register",
    "summary": "Make a new version from a model file.",
    "positional": [
      "model",
      "artifact"
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
        "flag": "artifact",
        "input": "artifact",
        "kind": "text",
        "description": "The model file or folder.",
        "required": false
      },
      {
        "flag": "trained",
        "input": "trained",
        "kind": "text",
        "description": "Instead of the artifact: the folder that train left, with metrics.json and params.json where it left them.",
        "required": false
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
        "flag": "stage",
        "input": "stage",
        "kind": "text",
        "description": "Also plan the first promotion to this stage, in the same change.",
        "required": false
      },
      {
        "flag": "evidence",
        "input": "evidence",
        "kind": "text",
        "description": "A folder with evidence that measuring jobs left; taken as drafts of this version are.",
        "required": false
      },
      {
        "flag": "retrained",
        "input": "retrained",
        "kind": "boolean",
        "description": "With stage: a retraining made it. It is proposed whatever its gates say: as a draft where they cannot tell, closed where they failed.",
        "required": false
      },
      {
        "flag": "alert",
        "input": "alert",
        "kind": "list",
        "description": "The issue of an alert that asked for it; may be repeated.",
        "required": false
      },
      {
        "flag": "merge",
        "input": "merge",
        "kind": "boolean",
        "description": "Commit to the branch that is checked out instead of making one; nothing is pushed, so in a workflow only the steps of the same job see it.",
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
    "positional": [
      "model",
      "version"
    ],
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
    "positional": [
      "filter"
    ],
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
    "positional": [
      "model"
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
        "description": "How many of the newest to list.",
        "required": false,
        "fallback": "50"
      },
      {
        "flag": "monitor",
        "input": "monitor",
        "kind": "boolean",
        "description": "List runs of monitoring instead: what drifted, since when. From the branch modelyard-history.",
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
    "positional": [
      "model",
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
    ],
    "asksGitHub": true
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
        "description": "Leave evidence beside the version; --no-evidence only looks.",
        "required": false,
        "negatable": true
      },
      {
        "flag": "target",
        "input": "target",
        "kind": "text",
        "description": "The column that is predicted: --champion and --challenger are then files.",
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
    ],
    "asksGitHub": true
  },
  {
    "name": "gates",
    "summary": "What the policy of a stage says of a version, and why.",
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
        "required": false,
        "fallback": "latest"
      },
      {
        "flag": "stage",
        "input": "stage",
        "kind": "text",
        "description": "The stage whose policy judges; left out: the next one of the version.",
        "required": false
      },
      {
        "flag": "explain",
        "input": "explain",
        "kind": "boolean",
        "description": "Print the policy in effect, and where each line came from.",
        "required": false
      },
      {
        "flag": "as-if",
        "input": "asIf",
        "kind": "text",
        "description": "A YAML file with another policy to judge by; nothing is promoted by it.",
        "required": false
      }
    ]
  },
  {
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
        "description": "Leave evidence beside the version; --no-evidence only looks.",
        "required": false,
        "negatable": true
      }
    ],
    "asksGitHub": true
  },
  {
    "name": "contract",
    "summary": "Whether a version, or its endpoint, keeps what callers rely on.",
    "positional": [
      "model",
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
        "values": [
          "rows",
          "v2"
        ]
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
        "description": "Leave evidence beside the version; --no-evidence only looks.",
        "required": false,
        "negatable": true
      }
    ],
    "asksGitHub": true
  },
  {
    "name": "reproduce",
    "summary": "Train a version again and see whether the same model comes out.",
    "positional": [
      "model",
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
        "description": "Leave evidence beside the version; --no-evidence only looks.",
        "required": false,
        "negatable": true
      }
    ],
    "asksGitHub": true
  },
  {
    "name": "run",
    "summary": "Run a command of model.yaml and see what it leaves.",
    "positional": [
      "model",
      "command"
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
        "flag": "command",
        "input": "command",
        "kind": "text",
        "description": "Which command of its model.yaml.",
        "required": true,
        "values": [
          "lint",
          "test",
          "train",
          "predict"
        ]
      },
      {
        "flag": "data",
        "input": "data",
        "kind": "text",
        "description": "The data, such as a sample; left out: what model.yaml trains on, or predicts to be judged.",
        "required": false
      },
      {
        "flag": "artifact",
        "input": "artifact",
        "kind": "text",
        "description": "For `predict`: the model, a file or a folder.",
        "required": false
      },
      {
        "flag": "at",
        "input": "at",
        "kind": "text",
        "description": "A commit whose code and model.yaml run, in a folder of their own; left out: what is on disk.",
        "required": false
      },
      {
        "flag": "out",
        "input": "out",
        "kind": "text",
        "description": "A new folder that keeps what the command makes; left out: only digests are kept.",
        "required": false
      },
      {
        "flag": "timeout-minutes",
        "input": "timeoutMinutes",
        "kind": "number",
        "description": "How long it may take.",
        "required": false,
        "fallback": "60"
      },
      {
        "flag": "memory-gib",
        "input": "memoryGib",
        "kind": "number",
        "description": "How much memory it may take, in GiB; left out: 4 for `predict`, else as much as there is.",
        "required": false
      }
    ]
  },
  {
    "name": "sample",
    "summary": "Draw a stratified sample of the training data.",
    "positional": [
      "model"
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
  },
  {
    "name": "monitor",
    "summary": "Whether what production sees is still what the model was trained on.",
    "positional": [
      "model",
      "current"
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
        "description": "Leave the profile of training data beside a version that has none; --no-evidence only looks.",
        "required": false,
        "negatable": true
      }
    ]
  },
  {
    "name": "performance",
    "summary": "Whether a model is as good in production as it was when it was evaluated.",
    "positional": [
      "model",
      "predictions"
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
        "description": "With --labels: the column of both files by which a label finds its prediction.",
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
  },
  {
    "name": "alert",
    "summary": "Keep what a run of monitoring found, and the alerts of its model up to date.",
    "positional": [
      "model"
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
        "flag": "files",
        "input": "files",
        "kind": "list",
        "description": "What `monitor`, `performance` and `service-levels` left: answers, or why they could not look; of a folder its *.json. Left out: they left nothing.",
        "required": false
      },
      {
        "flag": "looks",
        "input": "looks",
        "kind": "list",
        "description": "What was to look: drift, performance, service-levels; one that left no answer could not. Left out: what left one.",
        "required": false
      }
    ],
    "asksGitHub": true
  },
  {
    "name": "snooze",
    "summary": "Keep an alert from speaking for a while.",
    "positional": [
      "span",
      "issue"
    ],
    "flags": [
      {
        "flag": "span",
        "input": "span",
        "kind": "text",
        "description": "How long, in days or hours, such as 7d or 12h.",
        "required": true
      },
      {
        "flag": "issue",
        "input": "issue",
        "kind": "integer",
        "description": "The number of the issue of an alert; in a comment that of its issue.",
        "required": true
      }
    ],
    "asksGitHub": true
  },
  {
    "name": "ack",
    "summary": "Say that you look after an alert.",
    "positional": [
      "issue"
    ],
    "flags": [
      {
        "flag": "issue",
        "input": "issue",
        "kind": "integer",
        "description": "The number of the issue of an alert; in a comment that of its issue.",
        "required": true
      }
    ],
    "asksGitHub": true
  },
  {
    "name": "retrain",
    "summary": "Train a model again, or say whether it is time to.",
    "positional": [
      "model"
    ],
    "flags": [
      {
        "flag": "model",
        "input": "model",
        "kind": "text",
        "description": "Model; left out: that of the alert.",
        "required": false
      },
      {
        "flag": "issue",
        "input": "issue",
        "kind": "integer",
        "description": "The number of the issue of an alert; in a comment that of its issue.",
        "required": false
      },
      {
        "flag": "decide",
        "input": "decide",
        "kind": "boolean",
        "description": "Only say what would be done.",
        "required": false
      },
      {
        "flag": "asked",
        "input": "asked",
        "kind": "boolean",
        "description": "With decide: a person asks, as who starts the workflow by hand does.",
        "required": false
      },
      {
        "flag": "rows",
        "input": "rows",
        "kind": "integer",
        "description": "How many labelled rows the training data have now.",
        "required": false
      },
      {
        "flag": "measured",
        "input": "measured",
        "kind": "text",
        "description": "A JSON file of what a job measured before: rows, and metrics with intervals; or what `performance` answered.",
        "required": false
      }
    ],
    "asksGitHub": true
  },
  {
    "name": "service-levels",
    "summary": "Whether what serves a model keeps its service levels.",
    "positional": [
      "model"
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
        "description": "How long before --until is looked at, such as 24h; left out: all of a file.",
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
  },
  {
    "name": "tests",
    "summary": "Take the report of a test run as evidence about a version.",
    "positional": [
      "model",
      "version",
      "file"
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
        "flag": "file",
        "input": "file",
        "kind": "text",
        "description": "The report; or a folder that holds one, such as what `run` kept of `test`.",
        "required": true
      },
      {
        "flag": "report-format",
        "input": "reportFormat",
        "kind": "text",
        "description": "What it is written in; left out: told from how it begins.",
        "required": false,
        "values": [
          "junit",
          "tap",
          "pytest"
        ]
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
    "name": "evidence",
    "summary": "Add evidence of your own about a version.",
    "positional": [
      "action",
      "model",
      "version"
    ],
    "flags": [
      {
        "flag": "action",
        "input": "action",
        "kind": "text",
        "description": "What to do.",
        "required": true,
        "values": [
          "add"
        ]
      },
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
        "flag": "name",
        "input": "name",
        "kind": "text",
        "description": "What was measured or looked at; a gate asks for it by this name.",
        "required": false
      },
      {
        "flag": "passed",
        "input": "passed",
        "kind": "boolean",
        "description": "It is as it should be.",
        "required": false
      },
      {
        "flag": "failed",
        "input": "failed",
        "kind": "boolean",
        "description": "It is not as it should be.",
        "required": false
      },
      {
        "flag": "value",
        "input": "value",
        "kind": "list",
        "description": "One figure as name=number; may be repeated.",
        "required": false
      },
      {
        "flag": "note",
        "input": "note",
        "kind": "text",
        "description": "What to say about it.",
        "required": false
      },
      {
        "flag": "file",
        "input": "file",
        "kind": "text",
        "description": "JSON file with name, passed, values and note; flags go before what stands in it.",
        "required": false
      }
    ]
  },
  {
    "name": "conclude",
    "summary": "Say by a commit status what the jobs of a pipeline come to.",
    "positional": [],
    "flags": [
      {
        "flag": "needs",
        "input": "needs",
        "kind": "text",
        "description": "How the jobs ended, in JSON: `toJSON(needs)` of a workflow.",
        "required": false
      },
      {
        "flag": "run",
        "input": "run",
        "kind": "integer",
        "description": "Instead of needs, the run of a pull request whose end started this one: judged by how its jobs ended.",
        "required": false
      },
      {
        "flag": "switched-off",
        "input": "switchedOff",
        "kind": "list",
        "description": "Jobs that the caller switched off; that they were skipped is no lack.",
        "required": false
      },
      {
        "flag": "previews",
        "input": "previews",
        "kind": "list",
        "description": "Jobs that only show something, and let nothing pass or fail.",
        "required": false
      },
      {
        "flag": "registry",
        "input": "registry",
        "kind": "text",
        "description": "The job that checked the registry, and has to pass in any case.",
        "required": false,
        "fallback": "registry"
      },
      {
        "flag": "context",
        "input": "context",
        "kind": "text",
        "description": "The name of the commit status.",
        "required": false,
        "fallback": "modelyard/pipeline"
      }
    ],
    "asksGitHub": true
  },
  {
    "name": "report",
    "summary": "Show the answers of earlier steps in one comment on GitHub.",
    "positional": [],
    "flags": [
      {
        "flag": "files",
        "input": "files",
        "kind": "list",
        "description": "Files with answers, in the order of the report; of a folder its *.json, by path.",
        "required": false
      },
      {
        "flag": "run",
        "input": "run",
        "kind": "integer",
        "description": "The run whose end started this one: what it left as `modelyard-result-*` is shown below the files.",
        "required": false
      },
      {
        "flag": "model",
        "input": "model",
        "kind": "text",
        "description": "The model of the comment; left out: the one that the answers name.",
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
    ],
    "asksGitHub": true
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
        "flag": "evidence",
        "input": "evidence",
        "kind": "text",
        "description": "A folder with evidence that measuring jobs left; taken as drafts of this version are.",
        "required": false
      },
      {
        "flag": "artifact",
        "input": "artifact",
        "kind": "text",
        "description": "A local copy of the artifact, where it lies outside the repository.",
        "required": false
      },
      {
        "flag": "replaces",
        "input": "replaces",
        "kind": "integer",
        "description": "The number of a pull request that this one takes the place of: it is named, and closed.",
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
    "positional": [
      "model",
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
    "name": "seal",
    "summary": "Record who approved and merged promotions, and start what follows them.",
    "positional": [],
    "flags": [
      {
        "flag": "limit",
        "input": "limit",
        "kind": "integer",
        "description": "How many to seal at most; the next run goes on.",
        "required": false,
        "fallback": "50"
      }
    ],
    "asksGitHub": true
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
]
