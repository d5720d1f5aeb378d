import { ALERT_PAGES } from '../src/doors/alert-pages.ts'
import type { Ports } from '../src/ports.ts'
import { openLightPorts } from './ports.ts'

/** Everything outside, as the light Action meets it that tells of alerts. */
export function openAlertPorts(folder: string, token?: string): Ports {
  return { ...openLightPorts(folder, token), alertPages: ALERT_PAGES }
}
