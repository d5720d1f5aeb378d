import { createRequire } from 'node:module'
import { ModelyardError } from '../../domain/errors/index.ts'
import type { Charts } from '../../ports.ts'
import { textWidth } from './text-width.ts'

/** Pixels of the picture per pixel of the specification: sharp on the screens of phones. */
const ZOOM = 2

/** Draws Vega-Lite specifications without a browser. Engines and letters are loaded when first asked for. */
export function openCharts(): Charts {
  let engines: Promise<Engines> | undefined
  const load = () => {
    engines ??= loadEngines()
    return engines
  }
  return {
    async ready() {
      await load()
    },
    async draw(specification) {
      const { vega, compile, Resvg, fontFiles } = await load()
      const { spec } = compile(specification as unknown as Parameters<typeof compile>[0])
      // Data stands in the specification: whatever else it names is not fetched.
      const view = new vega.View(vega.parse(spec), {
        renderer: 'none',
        loader: closedLoader(vega),
        logLevel: vega.Error,
      })
      const svg = await view.toSVG()
      view.finalize()
      const font = { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: 'DejaVu Sans' }
      const png = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: ZOOM } }).render().asPng()
      return { svg, png }
    },
  }
}

interface Engines {
  readonly vega: typeof import('vega')
  readonly compile: typeof import('vega-lite').compile
  readonly Resvg: typeof import('@resvg/resvg-js').Resvg
  readonly fontFiles: readonly string[]
}

/**
 * @throws {ModelyardError} `missing-engine` where a package is not installed.
 */
async function loadEngines(): Promise<Engines> {
  try {
    const [vega, vegaLite, resvg] = await Promise.all([
      import('vega'),
      import('vega-lite'),
      import('@resvg/resvg-js'),
    ])
    // Exported, but missing in its types.
    const { textMetrics } = vega as unknown as { textMetrics: { width: typeof textWidth } }
    textMetrics.width = textWidth
    // The system's letters differ from machine to machine, and on a bare one there are none: text would vanish.
    const require = createRequire(import.meta.url)
    const fontFiles = ['DejaVuSans', 'DejaVuSans-Bold'].map(name =>
      require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`),
    )
    return { vega, compile: vegaLite.compile, Resvg: resvg.Resvg, fontFiles }
  } catch (error) {
    throw missingEngine(error)
  }
}

const PACKAGES = ['vega', 'vega-lite', '@resvg/resvg-js', 'dejavu-fonts-ttf']

/** Names the package that is missing, or says why one that is there cannot be loaded. */
function missingEngine(error: unknown): ModelyardError {
  const text = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  const wanted = /^Cannot find (?:package|module) '([^']+)'/.exec(text)?.[1]
  const missing = PACKAGES.find(name => wanted === name || wanted?.startsWith(`${name}/`))
  return new ModelyardError({
    code: 'missing-engine',
    message:
      missing === undefined
        ? `what draws charts cannot be loaded: ${text}`
        : `drawing charts needs the package ${missing}, which is not installed`,
    next: `install what draws: npm install ${PACKAGES.join(' ')}; or leave --charts out`,
    cause: error,
  })
}

function closedLoader(vega: typeof import('vega')) {
  const loader = vega.loader()
  const refuse = () => Promise.reject(new Error('a chart may load nothing'))
  return { ...loader, load: refuse, http: refuse, file: refuse }
}
