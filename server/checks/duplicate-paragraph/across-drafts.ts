import { spliceBetween } from '../../draft/change'
import type { Block } from '../../draft/draft'
import { endOf } from '../../draft/draft'
import { groupBy } from '../../draft/group-by'
import type { Span } from '../../draft/span'
import { finished } from '../../draft/steps'
import type { Finding, Related } from '../check'
import { explain } from './explain'
import type { Fingerprint } from './fingerprint'
import { isEcho } from './meant-repeats'
import { type Repeat, RepeatIndex, type RepeatKind } from './repeats'

/** A draft among others, as its check has read it. */
export interface DraftAmongOthers {
  /** By which the drafts are told apart and ordered: of two copies, the one in the later path is the copy. */
  readonly path: string
  /** What messages call it. */
  readonly name: string
  readonly blocks: readonly Block[]
  /** `facts[i]` belongs to `blocks[i]`. */
  readonly facts: readonly (Fingerprint | undefined)[]
}

/** What is remembered of a finding whose other paragraph stands in another draft. */
export interface RepeatElsewhere {
  readonly kind: RepeatKind
  readonly block: number
  readonly similarity: number
  /** Whether it is the shorter of the two. */
  readonly isShorter: boolean
  readonly repeats: Span & { readonly path: string }
  readonly first: Span & { readonly path: string }
}

interface Placed extends DraftAmongOthers {
  /** The place of its first block in the list of all. */
  readonly from: number
}

/** From so many changed drafts on, it is cheaper to read all of them anew. */
const MANY = 64

/**
 * The paragraphs that stand in more than one of some drafts, kept up to date as drafts come, change and go: one list of all
 * their paragraphs in the order of the paths, of which a draft is a stretch. A changed draft costs what has changed.
 */
export class DraftsIndex {
  private index = new RepeatIndex()
  private drafts: Placed[] = []
  /** What has changed since somebody last asked. */
  private readonly waiting = new Map<string, DraftAmongOthers | undefined>()
  private repeats: ReadonlyMap<Placed, readonly Repeat[]> | undefined

  put(draft: DraftAmongOthers): void {
    this.waiting.set(draft.path, draft)
  }

  remove(path: string): void {
    this.waiting.set(path, undefined)
  }

  /** What stands in a draft and in an earlier one too, in the order of the text. */
  findingsIn(path: string): Finding<RepeatElsewhere>[] {
    this.settle()
    const here = this.drafts[this.indexOf(path)]
    if (here?.path !== path) return []
    this.repeats ??= groupBy(this.repeatsElsewhere(), ({ block }) => this.draftAt(block))
    return (this.repeats.get(here) ?? []).map((repeat) =>
      findingOf(repeat, here, this.draftAt(repeat.repeats), this.draftAt(repeat.first)),
    )
  }

  private settle(): void {
    if (this.waiting.size < MANY) {
      for (const [path, draft] of this.waiting) this.change(path, draft)
    } else this.startAgain()
    this.waiting.clear()
  }

  private startAgain(): void {
    const kept = this.drafts.filter(({ path }) => !this.waiting.has(path))
    const now: DraftAmongOthers[] = [
      ...kept,
      ...[...this.waiting.values()].filter((draft) => draft !== undefined),
    ]
    let from = 0
    this.drafts = now
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map((draft) => {
        const placed = { ...draft, from }
        from += draft.facts.length
        return placed
      })
    this.index = new RepeatIndex()
    this.repeats = undefined
    finished(
      this.index.update(
        { from: 0, removed: 0, added: from },
        this.drafts.flatMap(({ facts }) => facts),
      ),
    )
  }

  /** Takes over one draft, or forgets it. */
  private change(path: string, draft: DraftAmongOthers | undefined): void {
    const at = this.indexOf(path)
    const known = this.drafts[at]?.path === path ? this.drafts[at] : undefined
    if (!known && !draft) return
    const from = known?.from ?? this.placeOf(at)
    const [before, after] = [known?.facts ?? [], draft?.facts ?? []]
    const splice = spliceBetween(before, after)
    const added = after.slice(splice.from, splice.from + splice.added)
    finished(this.index.update({ ...splice, from: from + splice.from }, added))
    this.repeats = undefined
    this.drafts.splice(at, known ? 1 : 0, ...(draft ? [{ ...draft, from }] : []))
    const by = after.length - before.length
    if (by === 0) return
    for (let i = draft ? at + 1 : at; i < this.drafts.length; i++) {
      this.drafts[i] = { ...this.drafts[i]!, from: this.drafts[i]!.from + by }
    }
  }

  private repeatsElsewhere(): Repeat[] {
    return finished(this.index.repeats()).filter(({ block, repeats }) => repeats < this.draftAt(block).from)
  }

  /** The index of the first draft whose path doesn't come before one. */
  private indexOf(path: string): number {
    let low = 0
    let high = this.drafts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.drafts[middle]!.path < path) low = middle + 1
      else high = middle
    }
    return low
  }

  private placeOf(at: number): number {
    const last = this.drafts[at - 1]
    return last ? last.from + last.facts.length : 0
  }

  private draftAt(place: number): Placed {
    let low = 0
    let high = this.drafts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.drafts[middle]!.from <= place) low = middle
      else high = middle - 1
    }
    return this.drafts[low]!
  }
}

function spanAt(place: number, { path, blocks, from }: Placed): Span & { readonly path: string } {
  const block = blocks[place - from]!
  return { start: block.start, end: endOf(block), path }
}

function findingOf(
  { kind, block, repeats, first, similarity }: Repeat,
  here: Placed,
  there: Placed,
  beginning: Placed,
): Finding<RepeatElsewhere> {
  const own = here.blocks[block - here.from]!
  const other = there.blocks[repeats - there.from]!.paragraph
  const isShorter = here.facts[block - here.from]!.words <= there.facts[repeats - there.from]!.words
  const detail: RepeatElsewhere = {
    kind,
    block: block - here.from,
    similarity,
    isShorter,
    repeats: spanAt(repeats, there),
    first: spanAt(first, beginning),
  }
  const related: Related[] = [
    { ...detail.repeats, message: `The paragraph that this one repeats, in ${there.name}.` },
  ]
  if (first !== repeats)
    related.push({ ...detail.first, message: `Where it stands first, in ${beginning.name}.` })
  return {
    start: own.start,
    end: endOf(own),
    kind,
    ...explain({
      kind,
      here: own.paragraph,
      there: other,
      isShorter,
      isMeant: isEcho(own.paragraph, other),
      otherDraft: there.name,
    }),
    related,
    detail,
  }
}
