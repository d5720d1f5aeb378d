// Made by `npm run generate` from the command definitions in src/commands. Do not edit.
import type { CommentDefinition } from '../src/doors/definition.ts'

export const DEFINITIONS: readonly CommentDefinition[] = [
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
      }
    ],
    "permission": "read",
    "details": "Reads the last commit, not the files on disk; --at reads another branch, tag or commit.",
    "usage": "[MODEL] [VERSION]"
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
      }
    ],
    "permission": "read",
    "details": "Reads the records of promotions, rollbacks, archivings and alias moves, with the commits that brought them and the approvals that were sealed. A move of the pointers that no record tells is reported as tampering, with the commit; `modelyard validate` looks whether anything else that was merged was changed.",
    "usage": "MODEL"
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
      }
    ],
    "permission": "read",
    "details": "",
    "usage": "MODEL FIRST SECOND"
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
      }
    ],
    "asksGitHub": true,
    "permission": "write",
    "details": "Scores both versions, computes every metric with a paired interval of the difference, gives a verdict on the primary metric, and judges the policy of the stage that the challenger would go to next. Leaves evidence beside the challenger.",
    "usage": "[MODEL] [CHAMPION] [CHALLENGER]"
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
      }
    ],
    "permission": "read",
    "details": "Judges the gates that the last commit's model.yaml and the floors set for the stage, on the evidence of the version, committed or just measured: what was observed, what was wanted, why, and what would change the answer. Measures and changes nothing. --as-if asks another policy: a file with what stands under policy.<stage>, or a whole model.yaml.",
    "usage": "MODEL [VERSION] [STAGE]"
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
        "required": false
      }
    ],
    "asksGitHub": true,
    "permission": "write",
    "details": "Until then no comment says that it got worse or that something joined; that it recovered, or returned, is said all the same, and its issue is brought up to date by each run. What is still bad afterwards is told then.",
    "usage": "SPAN [ISSUE]"
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
        "required": false
      }
    ],
    "asksGitHub": true,
    "permission": "write",
    "details": "Its issue names you, and what joins is no longer told by a comment, until it has recovered. That something got worse, that it recovered or returned is said all the same.",
    "usage": "[ISSUE]"
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
      }
    ],
    "asksGitHub": true,
    "permission": "write",
    "details": "With --decide it only says which triggers of `retrain` in model.yaml fired and why, which did not, of which it cannot be told, and what holds a retraining back: a run under way, a candidate that waits, the month's budget, the cooldown, what failed before, and drift that may be chance. Without it a person asks: cooldown and what failed hold nobody back, and the workflow that retrains is started; the issue of an alert names the model as well. It reads no data: metrics are those that the last run of monitoring kept, or given by --measured, as rows are by --rows.",
    "usage": "[MODEL]"
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
      }
    ],
    "permission": "maintain",
    "details": "Judges the gates that the last commit's model.yaml sets for the stage, on the evidence of the version, committed or just measured. When all pass, one commit swaps the pointers, moves the aliases that are tied to the stages, archives what is replaced, adds the record, and makes the model card anew: on a branch of its own, ready to be a pull request. Approvals are given there. --merge applies it to the current branch instead.",
    "usage": "MODEL VERSION STAGE"
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
      }
    ],
    "permission": "maintain",
    "details": "Goes only to a version that the records show in that stage by a promotion whose gates passed. Its bytes are hashed again; no other gate is asked. What it replaces is archived. Without a version: to the one before the present one; right after a rollback the version must be named, so that repeating the command does not go back ever further.",
    "usage": "MODEL STAGE [VERSION]"
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
        "flag": "reason",
        "input": "reason",
        "kind": "text",
        "description": "Why; kept in the record.",
        "required": false
      }
    ],
    "permission": "maintain",
    "details": "The version and its record stay for ever. --purge removes the bytes of its artifact from the tree and says so in the record; what a stage in use or an alias names cannot be purged. The history of the repository keeps them until it is rewritten.",
    "usage": "MODEL VERSION"
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
      }
    ],
    "permission": "maintain",
    "details": "An alias names one version that is not archived. Those that model.yaml ties to a stage, such as champion, move only with their stage.",
    "usage": "MODEL ALIAS [VERSION]"
  }
]
