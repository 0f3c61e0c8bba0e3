import { type Splice, spliced } from '../draft/change'
import type { Block } from '../draft/draft'
import { kept, NOTHING } from '../draft/kept'
import { createPace, type Steps } from '../draft/steps'
import type { Finding, FoundByBlock, Read } from './check'

/** What a step of a walk finds in its block, and the state in which it leaves the next one. */
export interface Step<State, Found> {
  readonly found: readonly Found[]
  readonly handsOn: State
}

/**
 * A way through a draft, block by block, that knows of the blocks before only what its state hands on: who spoke last,
 * say, or of which year the text is telling.
 */
export interface Walk<Facts, State, Found> {
  /** The state before the first block. */
  readonly begins: State
  step(state: State, block: number, read: Read<Facts>): Step<State, Found>
  /** Whether all that follows from one state follows from the other. */
  isSame(a: State, b: State): boolean
  /** How many blocks behind its own a step looks at. */
  readonly looksAhead: number
}

/**
 * Walks the versions of one draft, one after the other. After a splice it begins where a step might see the change, and
 * stops as soon as it hands on what it handed on before: the blocks behind would find the same again.
 */
export function createWalker<Facts, State, Found>(
  walk: Walk<Facts, State, Found>,
): (read: Read<Facts>, splice: Splice) => Steps<FoundByBlock<Found>> {
  let found: FoundByBlock<Found> = []
  let states: State[] = []
  return function* (read, splice) {
    const now: (readonly Found[])[] = yield* spliced(found, splice, () => NOTHING)
    states = yield* spliced(states, splice, () => walk.begins)
    const unchanged = splice.from + splice.added
    const first = Math.max(0, splice.from - walk.looksAhead)
    let state = states[first - 1] ?? walk.begins
    const isTime = createPace()
    for (let block = first; block < now.length; block++) {
      const step = walk.step(state, block, read)
      if (isTime(1 + step.found.length)) yield
      const before = states[block]!
      now[block] = step.found
      states[block] = state = step.handsOn
      if (block >= unchanged && walk.isSame(before, state)) break
    }
    found = now
    return now
  }
}

/** A version of a draft, with what was found in each of its blocks. */
interface Placed<Found, Detail> {
  readonly blocks: readonly Block[]
  readonly found: FoundByBlock<Found>
  readonly findings: FoundByBlock<Finding<Detail>>
}

/**
 * Turns what was found into findings at their offsets in the draft. Those of a block are made anew only where something
 * else was found, or where the block has moved and there is no cheaper way to `move` its findings.
 */
export function createPlacer<Facts, Found, Detail>(
  place: (found: readonly Found[], block: number, read: Read<Facts>) => readonly Finding<Detail>[],
  move?: (finding: Finding<Detail>, by: number) => Finding<Detail>,
): (found: FoundByBlock<Found>, read: Read<Facts>, splice: Splice) => Steps<FoundByBlock<Finding<Detail>>> {
  let last: Placed<Found, Detail> = { blocks: [], found: [], findings: [] }
  return function* (found, read, { from, removed, added }) {
    const { blocks } = read.draft
    const findings: (readonly Finding<Detail>[])[] = new Array(found.length)
    const isTime = createPace()
    for (let i = 0; i < found.length; i++) {
      const here = found[i]!
      // Where it stood before; what the splice has added stood nowhere.
      const then = i < from ? i : i < from + added ? -1 : i - added + removed
      if (here === last.found[then] && blocks[i] === last.blocks[then]) findings[i] = last.findings[then]!
      else if (here.length === 0) findings[i] = NOTHING
      else if (here !== last.found[then]) findings[i] = kept(place(here, i, read))
      else findings[i] = movedTo(last.findings[then]!, last.blocks[then]!.start, here, i, read)
      if (isTime(1 + here.length)) yield
    }
    last = { blocks, found, findings }
    return findings
  }

  function movedTo(
    findings: readonly Finding<Detail>[],
    start: number,
    found: readonly Found[],
    i: number,
    read: Read<Facts>,
  ): readonly Finding<Detail>[] {
    const by = read.draft.blocks[i]!.start - start
    if (!findings.length) return NOTHING
    if (by === 0) return findings
    // A finding that begins in a block further up need not have moved as its block has.
    if (!move || findings.some((finding) => finding.start < start)) return kept(place(found, i, read))
    return findings.map((finding) => move(finding, by))
  }
}

/** All that was found, in the order of the blocks. */
export function flattened<Found>(byBlock: FoundByBlock<Found>): Found[] {
  const all: Found[] = []
  for (const here of byBlock) if (here.length) all.push(...here)
  return all
}
