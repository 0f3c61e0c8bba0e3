import type { Paragraph } from '../../draft/paragraph'
import type { Finding } from '../check'
import { changesBetween, describeChanges, gravestDifference } from './difference'
import type { RepeatKind } from './repeats'

/** What to say of a repeat, and how grave it is. */
export type Explanation = Pick<Finding, 'message' | 'severity' | 'atMost'>

export interface Pair {
  readonly kind: RepeatKind
  readonly here: Paragraph
  readonly there: Paragraph
  /** Whether `here` is the shorter of the two. */
  readonly isShorter: boolean
  /** Whether the writer surely meant it: a pull quote, say. */
  readonly isMeant: boolean
  /** The other draft, where `there` stands in one. */
  readonly otherDraft?: string
}

const WRONG = {
  number: 'They differ in a number: one of the two is wrong.',
  name: 'They differ in a name: one of the two is wrong.',
  negation: 'They differ in a “not”: one of the two is wrong.',
}

export function explain({ kind, here, there, isShorter, isMeant, otherDraft }: Pair): Explanation {
  const quieter = isMeant ? ({ atMost: 'hint' } as const) : {}
  const already = otherDraft ? `stands in ${otherDraft} too` : 'stands in the draft already'
  if (kind === 'exact') return { message: `This paragraph ${already}.`, ...quieter }
  if (kind === 'contained') return { message: contained(isShorter, otherDraft), ...quieter }
  const [before, now] = [there.prose, here.prose]
  const changes = changesBetween(before, now)
  const message = `Nearly the same paragraph ${already}; ${describeChanges(changes)}.`
  const gravest = gravestDifference(changes, before, now)
  if (!gravest) return { message, ...quieter }
  return { message: `${message} ${WRONG[gravest]}`, severity: 'warning' }
}

function contained(isShorter: boolean, otherDraft: string | undefined): string {
  if (isShorter) {
    return otherDraft
      ? `This paragraph stands inside a longer one in ${otherDraft}.`
      : 'This paragraph stands inside an earlier, longer one.'
  }
  return otherDraft
    ? `A shorter paragraph of ${otherDraft} stands inside this one.`
    : 'An earlier, shorter paragraph stands inside this one.'
}
