import type { Config, Severity } from '../config/config'
import type { Splice } from '../draft/change'
import type { Draft } from '../draft/draft'
import type { DraftDate } from '../draft/draft-date'
import type { Reading } from '../draft/reading'
import type { Span } from '../draft/span'
import type { Steps } from '../draft/steps'

/** The ids of the checks are the codes of their diagnostics, and never change. */
export type CheckId = 'duplicate-paragraph' | 'unattributed-quote' | 'vague-time'

/** Another place that a finding speaks of. */
export interface Related extends Span {
  readonly message: string
  /** The draft that it stands in, if that is another one. */
  readonly path?: string
}

/** Something to tell the writer. Offsets count from the draft's start. */
export interface Finding<Detail = unknown> extends Span {
  readonly kind: string
  readonly message: string
  readonly related?: readonly Related[]
  /** Whether the words add nothing, so that an editor may fade them. */
  readonly unnecessary?: boolean
  /** Lowers the severity that the configuration gives the kind, never raises it. */
  readonly atMost?: Severity
  /** Raises or lowers the kind's default; a severity that the user configured goes before. */
  readonly severity?: Severity
  /** The check's own memory of the finding, for its fixes. */
  readonly detail: Detail
}

export interface TextEdit extends Span {
  readonly newText: string
}

/** A way to mend a finding by edits of its draft. Edits don't overlap; offsets are those of the draft as checked. */
export interface Fix {
  /** In English; begins with the words that DESIGN fixes for it. */
  readonly title: string
  /** The fix that an editor applies unasked ("auto fix"). At most one a finding; it never adds a fact. */
  readonly preferred: boolean
  /** Whether a fix-all may apply it. */
  readonly inFixAll?: boolean
  readonly edits: readonly TextEdit[]
  /** The same edits with placeholders, for editors that take snippets. Titles are then shown only there. */
  readonly snippet?: boolean
}

/** What a check may look at beside the facts. */
export interface Context {
  readonly draft: Draft
  readonly config: Config
  /** The draft's own date, wherever it comes from; undefined if nobody knows. */
  readonly date: DraftDate | undefined
  /** Today's calendar day, `2026-01-31`: the only clock there is. */
  readonly today: string
}

/** A draft with what a check has kept of each of its blocks (`facts[i]` belongs to `draft.blocks[i]`). */
export interface Read<Facts> extends Context {
  readonly facts: readonly (Facts | undefined)[]
}

export interface KindDescription {
  readonly severity: Severity
  /** One line for settings, docs and `stet explain`. */
  readonly summary: string
}

/**
 * An example that is both documentation and test. In `draft`, findings are marked `⟦words⟧{kind}`; a draft without
 * marks must stay quiet.
 */
export interface Example {
  readonly title: string
  readonly draft: string
  /** The day of the draft, if the example needs one. */
  readonly date?: string
  readonly language?: 'plaintext' | 'markdown'
  /** The draft after the first finding's fix whose title begins with `title`. */
  readonly fixed?: { readonly title: string; readonly draft: string }
  /** A limit known and left: what ought to happen, and doesn't yet. */
  readonly limit?: string
}

/** What was found, block by block. Of a block for which nothing has changed it is the same value as before. */
export type FoundByBlock<Found> = readonly (readonly Found[])[]

/**
 * Looks at the versions of one draft, one after the other, through the facts of their paragraphs. `splice` says how the
 * facts came from those of the last call; at the first one all are added. What a finder keeps between calls makes it
 * faster and changes nothing: it finds what a new one would. It works in steps, of which none may be left out: the next call
 * waits for the end of the last.
 */
export type Finder<Facts, Detail> = (
  read: Read<Facts>,
  splice: Splice,
) => Steps<FoundByBlock<Finding<Detail>>>

/**
 * Looks at one paragraph alone and keeps what the check needs of it, as long as the paragraph's text lives. What a reader
 * keeps between calls makes it faster and changes nothing: it reads what a new one would.
 */
export interface Reader<Facts> {
  (reading: Reading): Facts | undefined
  /** The same in steps, where a long paragraph takes a while. */
  readonly inSteps?: (reading: Reading) => Steps<Facts | undefined>
}

/** A check. It works in two steps: a reader looks at one paragraph alone, a finder at the draft through what was kept. */
export interface Check<Facts, Detail> {
  readonly id: CheckId
  readonly title: string
  /** What it does, in a sentence or two. */
  readonly summary: string
  /** Why a reader suffers otherwise. */
  readonly why: string
  /** What it leaves alone, and what it can't do: paragraphs of Markdown. */
  readonly notes: readonly string[]
  readonly kinds: Readonly<Record<string, KindDescription>>
  readonly examples: readonly Example[]
  createReader(): Reader<Facts>
  createFinder(): Finder<Facts, Detail>
  /** What other programs may read of a finding: part of the JSON contract. */
  data(finding: Finding<Detail>, read: Read<Facts>): Readonly<Record<string, unknown>>
  /** The fixes of a finding alone, likeliest first. */
  fixes(finding: Finding<Detail>, read: Read<Facts>): Fix[]
  /** Fixes that are about the whole draft, offered with each of its findings. */
  draftFixes?(all: readonly Finding<Detail>[], read: Read<Facts>): Fix[]
}
