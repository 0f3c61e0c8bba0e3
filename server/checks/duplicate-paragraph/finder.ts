import { endOf } from '../../draft/draft'
import { NOTHING } from '../../draft/kept'
import type { Paragraph } from '../../draft/paragraph'
import type { Span } from '../../draft/span'
import { createPace } from '../../draft/steps'
import type { Finder, Finding, FoundByBlock, Read, Related } from '../check'
import { type Explanation, explain } from './explain'
import type { Fingerprint } from './fingerprint'
import { isMeant } from './meant-repeats'
import { type Repeat, RepeatIndex } from './repeats'
import { isSameRun, type Run, runsOf } from './runs'

/** What is remembered of a finding: the repeat, and the run that it is part of, if it is. */
export interface RepeatInRun extends Repeat {
  readonly run: Run
  /** Whether the writer surely meant it: a pull quote, say. */
  readonly meant: boolean
}

/** The finding of a block, and what it was made of. */
interface Known {
  readonly there: Paragraph
  readonly explanation: Explanation
  readonly found: readonly [Finding<RepeatInRun>]
}

/** A new finding takes as long as one that is known already for each of so many characters of its paragraph. */
const EXPLAINED_LIKE_ONE = 50

export function createFinder(): Finder<Fingerprint, RepeatInRun> {
  const index = new RepeatIndex()
  let known = new Map<Paragraph, Known>()
  let nothing: FoundByBlock<never> = []
  let last: { readonly repeats: readonly Repeat[]; readonly runOf: (repeat: Repeat) => Run } | undefined
  return function* (read, splice) {
    const { facts, draft } = read
    yield* index.update(splice, facts.slice(splice.from, splice.from + splice.added))
    if (nothing.length !== facts.length) nothing = new Array(facts.length).fill(NOTHING)
    const repeats = yield* index.repeats()
    if (!repeats.length) {
      known = new Map()
      return nothing
    }
    if (last?.repeats !== repeats) last = { repeats, runOf: runsAgain(runsOf(repeats), known, read) }
    const { runOf } = last
    const found: (readonly Finding<RepeatInRun>[])[] = nothing.slice()
    const now: typeof known = new Map()
    const isTime = createPace()
    for (const repeat of repeats) {
      const here = draft.blocks[repeat.block]!.paragraph
      const before = known.get(here)
      const next = again(before, repeat, runOf(repeat), isMeant(repeat, draft), read)
      now.set(here, next)
      found[repeat.block] = next.found
      // To explain how two long paragraphs differ takes as long as they are.
      const isExplained = next.explanation !== before?.explanation
      if (isTime(isExplained ? 1 + here.source.length / EXPLAINED_LIKE_ONE : 1)) yield
    }
    known = now
    return found
  }
}

/** The runs, as the same values as before where they are the same. */
function runsAgain(
  runOf: (repeat: Repeat) => Run,
  known: ReadonlyMap<Paragraph, Known>,
  { draft }: Read<Fingerprint>,
): (repeat: Repeat) => Run {
  const kept = new Map<Run, Run>()
  return (repeat) => {
    const run = runOf(repeat)
    if (!run.length) return run
    const seen = kept.get(run)
    if (seen) return seen
    const last = known.get(draft.blocks[run[0]!.block]!.paragraph)?.found[0].detail.run
    const now = last && isSameRun(last, run) ? last : run
    kept.set(run, now)
    return now
  }
}

/** A finding as it stands now: the one known of the same paragraph, where nothing has changed for it. */
function again(
  known: Known | undefined,
  repeat: Repeat,
  run: Run,
  meant: boolean,
  read: Read<Fingerprint>,
): Known {
  const { blocks } = read.draft
  const there = blocks[repeat.repeats]!.paragraph
  const last = known?.found[0].detail
  if (known?.there !== there || last!.kind !== repeat.kind || last!.meant !== meant) {
    const explanation = explanationOf(repeat, meant, read)
    return { there, explanation, found: [findingOf({ ...repeat, run, meant }, explanation, read)] }
  }
  const isUnmoved =
    last!.run === run &&
    last!.block === repeat.block &&
    last!.repeats === repeat.repeats &&
    last!.first === repeat.first &&
    last!.similarity === repeat.similarity &&
    known.found[0].start === blocks[repeat.block]!.start &&
    known.found[0].related![0]!.start === blocks[repeat.repeats]!.start &&
    known.found[0].related!.at(-1)!.start === blocks[repeat.first]!.start
  if (isUnmoved) return known
  const { explanation } = known
  return { there, explanation, found: [findingOf({ ...repeat, run, meant }, explanation, read)] }
}

export const spanOf = (index: number, { draft }: Read<Fingerprint>): Span => {
  const block = draft.blocks[index]!
  return { start: block.start, end: endOf(block) }
}

function explanationOf(
  { kind, block, repeats }: Repeat,
  isMeant: boolean,
  { draft, facts }: Read<Fingerprint>,
): Explanation {
  return explain({
    kind,
    here: draft.blocks[block]!.paragraph,
    there: draft.blocks[repeats]!.paragraph,
    isShorter: facts[block]!.words <= facts[repeats]!.words,
    isMeant,
  })
}

function findingOf(
  repeat: RepeatInRun,
  explanation: Explanation,
  read: Read<Fingerprint>,
): Finding<RepeatInRun> {
  const related: Related[] = [
    { ...spanOf(repeat.repeats, read), message: 'The paragraph that this one repeats.' },
  ]
  if (repeat.first !== repeat.repeats) {
    related.push({ ...spanOf(repeat.first, read), message: 'Where it stands first.' })
  }
  return {
    ...spanOf(repeat.block, read),
    kind: repeat.kind,
    ...explanation,
    related,
    ...(repeat.kind === 'exact' && !repeat.meant ? { unnecessary: true } : {}),
    detail: repeat,
  }
}
