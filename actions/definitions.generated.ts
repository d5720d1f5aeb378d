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
