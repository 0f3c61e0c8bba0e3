import type { Reading } from '../../draft/reading'
import { createPace, type Steps } from '../../draft/steps'
import type { Token } from '../../draft/tokens'
import type { Before } from '../read-on'
import { type Frame, framesOf, type Quoted, quotedOf } from './frames'
import { type Spoken, spokenIn } from './reported-speech'
import { localSources } from './sentence-sources'
import type { Shape } from './shape'
import { shapesIn } from './shapes'
import type { Source } from './source'

/** What the sentences of a paragraph say, each by itself. */
export interface SentencesRead {
  readonly quoted: readonly Quoted[]
  readonly frames: readonly Frame[]
  /** The source that a quotation's own sentence names. */
  readonly sources: ReadonlyMap<Quoted, Source>
  readonly shapes: ReadonlyMap<Quoted, Shape>
  /** Who speaks in each frame; of a paragraph that quotes nobody none, for only a lead-in has to say it there. */
  readonly spoken: readonly Spoken[]
}

/** Of a paragraph that quotes nobody. */
const NO_SOURCES = new Map<Quoted, Source>()
const NO_SHAPES = new Map<Quoted, Shape>()
const NONE_SPOKEN: Spoken[] = []

/** So many tokens behind the next sentence are looked at, at the most, to read a sentence. */
const LOOKED_PAST = 8

/** Reads the sentences of a paragraph; those well in front of an edit are taken over as they were read before it. */
export function readSentences(reading: Reading, known?: Before<SentencesRead>): SentencesRead {
  const read = begin(reading, known)
  for (const part of PARTS) for (let f = read.settled; f < read.frames.length; f++) part(read, f)
  return read
}

/** So many tokens are read in one step. */
const TOKENS_AT_ONCE = 500

/** The same in steps, for a long paragraph. */
export function* readSentencesInSteps(reading: Reading, known?: Before<SentencesRead>): Steps<SentencesRead> {
  const read = begin(reading, known)
  const isTime = createPace(TOKENS_AT_ONCE)
  for (const part of PARTS) {
    for (let f = read.settled; f < read.frames.length; f++) {
      part(read, f)
      if (isTime(lengthOf(read.frames[f]!))) yield
    }
  }
  return read
}

/** Sentences that are being read. */
interface Begun extends SentencesRead {
  readonly tokens: readonly Token[]
  readonly sources: Map<Quoted, Source>
  readonly shapes: Map<Quoted, Shape>
  readonly spoken: Spoken[]
  /** How many of the frames were taken over. */
  readonly settled: number
}

/** What is read of each frame, once what comes before it here was read of all. */
const PARTS: readonly ((read: Begun, f: number) => void)[] = [
  ({ frames, tokens, sources }, f) => localSources(frames, f, tokens, sources),
  ({ frames, tokens, sources, shapes }, f) => shapesIn(frames, f, tokens, sources, shapes),
  readSpoken,
]

function readSpoken({ frames, tokens, sources, shapes, spoken }: Begun, f: number): void {
  spoken[f] = spokenIn(frames[f]!, tokens, sources, (item) => shapes.get(item)!)
}

function begin({ tokens, sentences, quotations }: Reading, known?: Before<SentencesRead>): Begun {
  const quoted = quotedOf(quotations, tokens)
  const frames = framesOf(tokens, sentences, quoted)
  if (!quoted.length)
    return {
      tokens,
      quoted,
      frames,
      sources: NO_SOURCES,
      shapes: NO_SHAPES,
      spoken: NONE_SPOKEN,
      settled: frames.length,
    }
  const sources = new Map<Quoted, Source>()
  const shapes = new Map<Quoted, Shape>()
  const before = known?.kept
  const settled = known ? sameFrames(frames, known.kept.frames, known.shared - LOOKED_PAST) : 0
  for (let f = 0; f < settled; f++) takeOver(frames[f]!, before!.frames[f]!, before!, { sources, shapes })
  const read = {
    tokens,
    quoted,
    frames,
    sources,
    shapes,
    spoken: before?.spoken.slice(0, settled) ?? [],
    settled,
  }
  // A paragraph that quoted nobody before the edit has kept no speakers.
  for (let f = read.spoken.length; f < settled; f++) readSpoken(read, f)
  return read
}

const lengthOf = ({ from, to }: Frame): number => to - from

/** How many of the first frames are what they were, and so is the one behind each, up to a token. */
function sameFrames(frames: readonly Frame[], before: readonly Frame[], settled: number): number {
  let same = 0
  while (same < frames.length && frames[same]!.to <= settled && isSameFrame(frames[same]!, before[same]))
    same++
  return Math.max(0, same - 1)
}

const isSameFrame = (frame: Frame, before: Frame | undefined): boolean =>
  before !== undefined &&
  frame.from === before.from &&
  frame.to === before.to &&
  frame.quoted.length === before.quoted.length &&
  frame.quoted.every((item, i) => isSameQuoted(item, before.quoted[i]!))

const isSameQuoted = ({ whole, inner, quotation }: Quoted, before: Quoted): boolean =>
  whole.from === before.whole.from &&
  whole.to === before.whole.to &&
  inner.from === before.inner.from &&
  inner.to === before.inner.to &&
  quotation.closed === before.quotation.closed &&
  quotation.doubtful === before.quotation.doubtful

function takeOver(
  { quoted }: Frame,
  before: Frame,
  read: SentencesRead,
  { sources, shapes }: { readonly sources: Map<Quoted, Source>; readonly shapes: Map<Quoted, Shape> },
): void {
  quoted.forEach((item, i) => {
    const source = read.sources.get(before.quoted[i]!)
    if (source) sources.set(item, source)
    shapes.set(item, read.shapes.get(before.quoted[i]!)!)
  })
}
