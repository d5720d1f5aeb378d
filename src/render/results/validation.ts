import { placeText } from '../../domain/errors/index.ts'
import type { ValidationResult } from '../../domain/results/validation.ts'
import {
  type Block,
  bad,
  footnote,
  fullSentence,
  good,
  heading,
  type Line,
  open,
  paragraph,
  sentence,
} from '../blocks.ts'
import { plural, short } from '../numbers.ts'

/** `validate`. */
export function describeValidation(result: ValidationResult): Block[] {
  const { problems, checked } = result
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  const judged = result.judged.replace(/\b[0-9a-f]{40}\b/g, sha => short(sha))
  const counted = `${plural(checked.models, 'model')}, ${plural(checked.versions, 'version')}, ${plural(checked.records, 'record')}, ${plural(checked.files, 'file')} read`
  const verdict =
    errors > 0
      ? [
          bad(`${plural(errors, 'error')}`),
          `${warnings > 0 ? `, ${plural(warnings, 'warning')}` : ''} in ${judged}: ${counted}.`,
        ]
      : [
          good('No error'),
          `${warnings > 0 ? `, ${plural(warnings, 'warning')},` : ''} in ${judged}: ${counted}.`,
        ]
  return [
    ...problemBlocks(problems),
    ...governedBlocks(result),
    ...result.remarks.map(remark => footnote(...sentence(fullSentence(remark)))),
    paragraph(...verdict),
  ]
}

/** Each problem with its place and what to do. */
export function problemBlocks(problems: ValidationResult['problems']): Block[] {
  if (problems.length === 0) return []
  return [
    {
      block: 'list',
      items: problems.map(
        ({ severity, place, message, next }): Line => [
          severity === 'error' ? bad('error') : open('warning'),
          ` ${placeText(place as { path: string })}: `,
          ...sentence(`${fullSentence(message)} ${fullSentence(next)}`),
        ],
      ),
    },
  ]
}

function governedBlocks({ governed }: ValidationResult): Block[] {
  if (governed.length === 0) return []
  return [
    heading(3, 'Changes to what judges'),
    {
      block: 'list',
      items: governed.map(({ path, why, models, rules }): Line => {
        const wanted = rules.map(
          ({ required, from }) => `${required} by ${from?.join(' or ') ?? 'people with maintain'}`,
        )
        return `${path}: ${why}; for ${models.join(', ')} it needs ${wanted.join(' and ')}`
      }),
    },
  ]
}
