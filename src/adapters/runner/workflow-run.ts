import { readFileSync, statSync } from 'node:fs'
import type { WorkflowRun } from '../../ports.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** GitHub sends no larger one to a webhook. */
const MOST_EVENT_BYTES = 25 * 1024 * 1024

/**
 * The run of a workflow that this process is a step of, by the variables that its runner sets. Every start loads this, so
 * it shares nothing with what speaks to GitHub.
 *
 * @returns Undefined where no runner says so, or where the commit that a pull request asks for cannot be read: GitHub's own
 * merge of it, which GITHUB_SHA names, must not stand in its place.
 */
export function readWorkflowRun(env: Environment): WorkflowRun | undefined {
  // People set the others to name a repository; this one says that there is a run.
  if (env.GITHUB_ACTIONS !== 'true') return undefined
  const id = countIn(env.GITHUB_RUN_ID)
  const [repository] = /^[\w.-]{1,100}\/[\w.-]{1,100}$/.exec(env.GITHUB_REPOSITORY ?? '') ?? []
  const event = env.GITHUB_EVENT_NAME ?? ''
  const isPull = event.startsWith('pull_request')
  const payload = isPull || event === 'push' ? payloadIn(env.GITHUB_EVENT_PATH) : undefined
  const commit = shaIn(isPull ? payload?.pull_request?.head?.sha : env.GITHUB_SHA)
  if (id === undefined || repository === undefined || commit === undefined) return undefined
  return {
    repository,
    id,
    attempt: countIn(env.GITHUB_RUN_ATTEMPT) ?? 1,
    workflow: /^[^/@]+\/[^/@]+\/([^@]{1,300})@/.exec(env.GITHUB_WORKFLOW_REF ?? '')?.[1],
    event,
    commit,
    ...(event === 'push' && isDefaultBranch(env.GITHUB_REF, payload) ? { merged: true } : {}),
  }
}

interface Payload {
  readonly pull_request?: { readonly head?: { readonly sha?: unknown } }
  readonly repository?: { readonly default_branch?: unknown }
}

function isDefaultBranch(ref: string | undefined, payload: Payload | undefined): boolean {
  const branch = payload?.repository?.default_branch
  return typeof branch === 'string' && branch !== '' && ref === `refs/heads/${branch}`
}

function payloadIn(path: string | undefined): Payload | undefined {
  if (!path) return undefined
  try {
    if (statSync(path).size > MOST_EVENT_BYTES) return undefined
    return JSON.parse(readFileSync(path, 'utf8')) ?? undefined
  } catch {
    return undefined
  }
}

function shaIn(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9a-f]{40}$/.test(value) ? value : undefined
}

function countIn(text: string | undefined): number | undefined {
  return /^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : undefined
}
