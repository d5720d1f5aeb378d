// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import type { CommandDefinition } from '../src/doors/definition.ts'

export const VALIDATE: CommandDefinition = {
  "help": "modelyard validate: Check the registry: its files, and with --base what a branch does to it.\n\nUsage: modelyard validate [flags]\n\nWithout flags: every file of the registry as it lies on disk, each model as a whole, and the history behind it. With\n--base: what the last commit changes against that branch, tag or commit, as a pull request is judged. All problems, not\nthe first; each with its place and what to do.\n\nFlags\n  --base TEXT                  Branch, tag or commit to judge against.\n  --at TEXT                    With --base: the commit to judge. Default: HEAD.\n  --json                       Print one JSON document.\n  --format text|markdown|json  How to print the answer. Default: text.\n  --report FILE                Write the answer to this file as Markdown, too.\n  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.\n  --help                       Show this help.\n\nExamples\n  modelyard validate\n      checks the registry on disk\n  modelyard validate --base origin/main\n      checks what this branch does to the registry of main\n",
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
  "help": "modelyard gates: What the policy of a stage says of a version, and why.\n\nUsage: modelyard gates MODEL [VERSION] [STAGE] [flags]\n\nJudges the gates that the last commit's model.yaml and the floors set for the stage, on the evidence of the version,\ncommitted or just measured: what was observed, what was wanted, why, and what would change the answer. Measures and\nchanges nothing. --as-if asks another policy: a file with what stands under policy.<stage>, or a whole model.yaml.\n\nArguments\n  MODEL    The model.\n  VERSION  A number, an alias, a stage or `latest`; with @2026-10-01 as it stood then. Default:\n           latest.\n  STAGE    The stage whose policy judges; left out: the next one of the version.\n\nFlags\n  --explain                    Print the policy in effect, and where each line came from.\n  --as-if TEXT                 A YAML file with another policy to judge by; nothing is promoted by\n                               it.\n  --json                       Print one JSON document.\n  --format text|markdown|json  How to print the answer. Default: text.\n  --report FILE                Write the answer to this file as Markdown, too.\n  --charts FOLDER              Draw the charts of the answer into this folder, light and dark.\n  --help                       Show this help.\n\nExamples\n  modelyard gates telco-churn 5 production\n      tells whether version 5 may go to production, and why\n  modelyard gates telco-churn challenger production --explain\n      prints the policy in effect too, with where each line came from\n",
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

export const REPORT: CommandDefinition = {
  "asksGitHub": true,
  "help": "modelyard report: Show the answers of earlier steps in one comment on GitHub.\n\nUsage: modelyard report [flags]\n\nReads what other commands printed with --json, and keeps one comment up to date with it: on the pull\nrequest of this run, or where --on says. Writers that name a part of their own share the comment. Where no comment\nmay be written the answer says so, and is no failure.\n\nFlags\n  --files TEXT                    Files with answers, in the order of the report; of a folder its\n                                  *.json, by path.\n  --model TEXT                    The model of the comment; left out: the one that the answers name.\n  --part TEXT                     The name of this writer, where several share the comment. Default:\n                                  .\n  --on pull-request|issue|commit  What is commented on. Default: pull-request.\n  --number N                      The number of the pull request or issue; left out: that of this\n                                  run.\n  --sha TEXT                      The commit to comment on; left out: that of this run.\n  --registry TEXT                 The folder of the registry, which tells comments of several apart.\n                                  Default: registry-data.\n  --json                          Print one JSON document.\n  --format text|markdown|json     How to print the answer. Default: text.\n  --report FILE                   Write the answer to this file as Markdown, too.\n  --charts FOLDER                 Draw the charts of the answer into this folder, light and dark.\n  --help                          Show this help.\n\nExamples\n  modelyard report --files comparison.json --number 128\n      shows a comparison at pull request 128\n  modelyard report --files lint.json --files tests.json --part linux --number 128\n      shows two answers as one part of a comment that others write to as well\n",
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
