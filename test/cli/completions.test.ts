import { execFileSync, spawnSync } from 'node:child_process'
import { chmod, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { complete } from '../../cli/completions.ts'
import { DEFINITIONS } from '../../cli/definitions.generated.ts'
import { OUTPUT_FLAGS } from '../../cli/parse-arguments.ts'
import { exampleBench } from '../support/real-bench.ts'
import { temporaryFolder } from '../support/temporary.ts'

const SHELLS = ['bash', 'zsh', 'fish'] as const
type Shell = (typeof SHELLS)[number]

const COMMANDS = [...DEFINITIONS.map(({ name }) => name), 'completions', 'help'].sort()

const flagsOf = (name: string) =>
  [...(DEFINITIONS.find(command => command.name === name)?.flags ?? []), ...OUTPUT_FLAGS]
    .map(({ flag, negatable }) => `--${negatable ? 'no-' : ''}${flag}`)
    .sort()

async function printed(...args: string[]): Promise<string> {
  let text = ''
  const print = async (more: string) => {
    text += more
  }
  expect(await complete(args, print)).toBe(0)
  return text
}

const isInstalled = (shell: Shell) =>
  process.platform !== 'win32' && spawnSync(shell, ['-c', 'exit 0']).status === 0

/** Runs lines in a shell that has loaded our completions, beside a `modelyard` that knows one model. */
async function inShell(shell: Shell, lines: string): Promise<string[]> {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'modelyard'), '#!/bin/sh\necho telco-churn\n')
  await chmod(join(folder, 'modelyard'), 0o755)
  await writeFile(join(folder, 'completions'), await printed(shell))
  const plain = { bash: ['--norc', '--noprofile'], zsh: ['-f'], fish: ['--no-config'] }[shell]
  const output = execFileSync(shell, [...plain, '-c', lines], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return output.split('\n').slice(0, -1)
}

describe.skipIf(!isInstalled('bash'))('in bash (skipped where it is not installed)', () => {
  /** What Tab offers behind each of these command lines. */
  async function offered(...lines: string[][]): Promise<string[][]> {
    const tab = `tab() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _modelyard; echo "\${COMPREPLY[*]}"; }`
    const calls = lines.map(words => `tab ${words.map(word => `'${word}'`).join(' ')}`)
    const answers = await inShell('bash', ['. ./completions', tab, ...calls].join('\n'))
    return answers.map(answer => answer.split(' ').filter(word => word !== ''))
  }

  test('the script is one that bash can read, and stands for modelyard', async () => {
    expect(await inShell('bash', 'bash -n completions && . ./completions && complete -p modelyard')).toEqual([
      'complete -o default -F _modelyard modelyard',
    ])
  })

  test('every command and every flag is completed', async () => {
    const names = DEFINITIONS.map(({ name }) => name)
    const [commands, ...flags] = await offered(
      ['modelyard', ''],
      ...names.map(name => ['modelyard', name, 'x', '--']),
    )
    expect(commands?.sort()).toEqual(COMMANDS)
    expect(flags.map(found => found.sort())).toEqual(names.map(flagsOf))
  })

  test.each([
    [['modelyard', 'prom'], ['promote']],
    [['modelyard', 'promote', '--unap'], ['--unapproved']],
    [['modelyard', 'promote', 'tel'], ['telco-churn']],
    [['modelyard', 'show', 'telco-churn', 'tel'], []],
    [['modelyard', 'show', '--format', 'm'], ['markdown']],
    [['modelyard', 'evaluate', 'telco-churn', '5', '--data', ''], []],
    [['modelyard', 'evaluate', '--no'], ['--no-evidence']],
    [
      ['modelyard', 'completions', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['modelyard', 'help', 'rollb'], ['rollback']],
    [['modelyard', 'nonsense', ''], []],
  ])('%j is completed to %j', async (line, words) => {
    expect(await offered(line)).toEqual([words])
  })
})

describe.skipIf(!isInstalled('zsh'))('in zsh (skipped where it is not installed)', () => {
  // zsh's own functions show what they are given; words and CURRENT are what zsh sets at Tab.
  const STUBS = `_arguments() { print -rl -- "$@" }; _describe() { print -rl -- "\${(@P)2}" }`
  const tab = (...words: string[]) =>
    `words=(${words.map(word => `'${word}'`).join(' ')}); CURRENT=${words.length}; . ./completions`

  test('every command and every flag is completed', async () => {
    const names = DEFINITIONS.map(({ name }) => name)
    const commands = await inShell('zsh', `${STUBS}; ${tab('modelyard', '')}`)
    expect(commands.map(line => line.split(':')[0]).sort()).toEqual(COMMANDS)
    for (const line of commands) expect(line).toMatch(/^[a-z]+:[A-Z].*\.$/)

    const calls = names.map(name => `${tab('modelyard', name, '--')}; print -- =`)
    const specs = (await inShell('zsh', `${STUBS}; ${calls.join('; ')}`)).join('\n').split('\n=')
    const flags = specs.map(spec => [...spec.matchAll(/^\*?(--[a-z-]+)/gm)].map(([, flag]) => flag).sort())
    expect(flags.slice(0, -1)).toEqual(names.map(flagsOf))
  })

  test('a flag says what it takes', async () => {
    const specs = await inShell('zsh', `${STUBS}; ${tab('modelyard', 'register', '')}`)
    expect(specs).toContain('--json[Print one JSON document.]')
    expect(specs).toContain('--format=[How to print the answer.]:format:(text markdown json)')
    expect(specs).toContain('*--tag=[A tag as name=value; may be repeated.]:tag:_files')
    expect(specs).toContain('1:model:($(modelyard completions models 2>/dev/null))')
  })
})

describe.skipIf(!isInstalled('fish'))('in fish (skipped where it is not installed)', () => {
  const offered = async (...lines: string[]) => {
    const asked = lines.map(line => `complete -C '${line}'; echo =`)
    const answers = (await inShell('fish', `source completions; ${asked.join('; ')}`)).join('\n').split('\n=')
    return answers.slice(0, -1).map(answer =>
      answer
        .trim()
        .split('\n')
        .map(line => line.split('\t')[0]),
    )
  }

  test('every command and every flag is completed', async () => {
    const names = DEFINITIONS.map(({ name }) => name)
    const [commands, ...flags] = await offered('modelyard ', ...names.map(name => `modelyard ${name} --`))
    expect(commands?.sort()).toEqual(COMMANDS)
    expect(flags.map(found => found.sort())).toEqual(names.map(flagsOf))
  })

  test('models, and the words that a flag takes, are completed', async () => {
    expect(
      await offered(
        'modelyard prom',
        'modelyard promote tel',
        'modelyard show --format m',
        'modelyard help rollb',
      ),
    ).toEqual([['promote'], ['telco-churn'], ['markdown'], ['rollback']])
  })
})

// Where a shell is not installed, its script is at least whole.
describe.each(SHELLS)('the script for %s', shell => {
  test('knows every command and every flag', async () => {
    const script = await printed(shell)
    const words = new Set(script.match(/[\w-]+/g))
    expect(COMMANDS.filter(name => !words.has(name))).toEqual([])
    const flags = DEFINITIONS.flatMap(({ name }) => flagsOf(name))
    expect(flags.filter(flag => !words.has(flag) && !words.has(flag.slice(2)))).toEqual([])
    expect(script).toContain(`# modelyard completions ${shell} >`)
    expect(script.endsWith('\n')).toBe(true)
  })
})

describe('models', () => {
  /** Asked in a folder. */
  async function modelsIn(folder: string): Promise<string> {
    const before = process.cwd()
    process.chdir(folder)
    try {
      return await printed('models')
    } finally {
      process.chdir(before)
    }
  }

  test('are those of the last commit', async () => {
    expect(await modelsIn((await exampleBench()).root)).toBe('telco-churn\n')
  })

  test('are none, without a complaint, where there is no registry', async () => {
    expect(await modelsIn(await temporaryFolder())).toBe('')
  })
})

test.each([
  ['bsh', 'there are no completions for `bsh`', 'did you mean bash?'],
  ['powershell', 'there are no completions for `powershell`', 'choose one of bash, zsh, fish'],
  ['', 'completions needs the name of a shell', 'choose one of bash, zsh, fish'],
])('the shell %j is refused', async (shell, message, next) => {
  await expect(complete([shell], async () => {})).rejects.toMatchObject({ code: 'bad-input', message, next })
})
