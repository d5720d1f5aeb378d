import { endStep } from '../end-step.ts'
import { setUp } from './set-up.ts'

await endStep(setUp)
