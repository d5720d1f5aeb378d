import { MANIFEST } from '../manifest.generated.ts'

export interface ManifestAddresses {
  /** Where GitHub sends deliveries. */
  readonly webhook: string
  /** Where the browser goes when the App is made. */
  readonly back: string
}

/**
 * What the App asks to be, as GitHub's page takes it: `app.yml` with the addresses of this one.
 *
 * @see https://docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-from-a-manifest
 */
export function manifestOf({ webhook, back }: ManifestAddresses): string {
  return JSON.stringify({
    ...MANIFEST,
    hook_attributes: { url: webhook, active: true },
    redirect_url: back,
  })
}
