import type { Reading } from '../../draft/reading'
import type { Expression, Recognised, TimeFacts } from './expression'
import { foreignOf, isQuiet } from './quiet'
import { recognise } from './recognise'
import { lowerAt, type Scan } from './scan'
import { tenseAt } from './tense'
import { nowadays } from './today'

/** Reads a paragraph's expressions of time. Nothing here depends on the draft or its date. */
export function readTimes(reading: Reading): TimeFacts | undefined {
  const { scan, found } = recognise(reading.tokens)
  if (!found.length) return undefined
  const foreign = foreignOf(reading)
  let yearKnown = false
  return joined(scan, found)
    .filter((recognised) => !isOfStory(scan, recognised))
    .map((recognised) => {
      const expression = expressionOf(
        scan,
        meant(scan, recognised),
        isQuiet(scan, recognised, foreign),
        yearKnown,
      )
      yearKnown ||= givesYear(recognised)
      return expression
    })
}

/** Tells weekdays of each other that are the ends of one stretch: "from Monday to Friday". */
function joined(scan: Scan, found: readonly Recognised[]): readonly Recognised[] {
  return found.map((recognised, k) => {
    const { meaning } = recognised
    if (meaning.is !== 'weekday') return recognised
    const next = found[k + 1]
    if (next?.meaning.is === 'weekday' && isStretch(scan, recognised, next))
      return { ...recognised, meaning: { ...meaning, until: next.meaning.weekday } }
    const before = found[k - 1]
    return before?.meaning.is === 'weekday' && isStretch(scan, before, recognised)
      ? { ...recognised, meaning: { ...meaning, ends: true } }
      : recognised
  })
}

const isStretch = (scan: Scan, first: Recognised, last: Recognised): boolean =>
  last.start === first.end + 1 && /^(to|through|until|till|-|–)$/.test(lowerAt(scan, first.end))

/** "today" that means nowadays has no date. */
function meant(scan: Scan, recognised: Recognised): Recognised {
  return nowadays(scan, recognised)
    ? { ...recognised, kind: 'fuzzy', meaning: { is: 'value', value: 'PRESENT_REF' } }
    : recognised
}

/** "They were soon surrounded": soon after what was told before, and no expression of time of its own. */
const isOfStory = (scan: Scan, { start, end, kind }: Recognised): boolean =>
  kind === 'fuzzy' &&
  /^(soon|shortly)$/.test(scan.tokens[start]!.lower) &&
  tenseAt(scan.tokens, start, end) === 'past'

const givesYear = ({ kind, meaning }: Recognised): boolean =>
  (kind === 'explicit' || kind === 'approximate') && meaning.is === 'value' && /^\d{4}/.test(meaning.value)

function expressionOf(scan: Scan, found: Recognised, quiet: boolean, yearKnown: boolean): Expression {
  const { kind, meaning, suffix, conflict } = found
  return {
    start: scan.tokens[found.start]!.start,
    end: scan.tokens[found.end - 1]!.end,
    kind,
    meaning,
    suffix,
    conflict,
    tense: tenseAt(scan.tokens, found.start, found.end),
    quiet,
    yearKnown,
  }
}
