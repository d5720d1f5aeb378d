// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import type { CommandDefinition } from '../src/doors/definition.ts'

export const VALIDATE: CommandDefinition = {
  "name": "validate",
  "summary": "Check the registry: its files, and with `base` what a branch does to it.",
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
      "description": "With `base`: the commit to judge.",
      "required": false,
      "fallback": "HEAD"
    }
  ]
}

export const GATES: CommandDefinition = {
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
}

export const RUN: CommandDefinition = {
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
}

export const REPORT: CommandDefinition = {
  "asksGitHub": true,
  "name": "report",
  "summary": "Show the answers of earlier steps in one comment on GitHub.",
  "positional": [],
  "flags": [
    {
      "flag": "files",
      "input": "files",
      "kind": "list",
      "description": "Files with answers, in the order of the report; of a folder its *.json, by path.",
      "required": true
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
  ]
}

export const CONCLUDE: CommandDefinition = {
  "asksGitHub": true,
  "name": "conclude",
  "summary": "Say by a commit status what the jobs of a pipeline come to.",
  "positional": [],
  "flags": [
    {
      "flag": "needs",
      "input": "needs",
      "kind": "text",
      "description": "How the jobs ended, in JSON: `toJSON(needs)` of a workflow.",
      "required": true
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
  ]
}
