import type { Token } from '../../draft/tokens'
import { isAttributionAlone } from './attribution-alone'
import { closingAttribution } from './closing-attribution'
import type { Frame, Quoted } from './frames'
import { andSays, goesOnToSay, saysBetween } from './going-on-to-say'
import { isReporting, SUBORDINATORS } from './lexicon'
import { mainSubject } from './main-subject'
import { titleEnd } from './noun-phrase'
import type { Stretch } from './shape'
import type { Source } from './source'
import { sourceBefore } from './source-before'
import { sourceBehind } from './source-behind'
import { sourceWithin } from './source-within'

/** Finds what each quotation's own sentence says of it: behind it first, then before it, at the sentence's end, then anywhere. */
export function localSources(
  frames: readonly Frame[],
  f: number,
  tokens: readonly Token[],
  sources: Map<Quoted, Source>,
): void {
  const frame = frames[f]!
  if (!frame.quoted.length) return
  let from = frame.from
  let within: { readonly source: Source | undefined } | undefined
  const anywhere = (): Source | undefined => {
    within ??= { source: sourceWithin(tokens, frame) }
    return within.source
  }
  /** Who says what is before a first quotation says what it is joined to, else whoever speaks in the sentence. */
  const goingOn = (last: Source | undefined, { quoted }: Frame): Source | undefined =>
    last?.speaker &&
    reports(last, tokens) &&
    last.cue!.to - last.cue!.from === 1 &&
    last.cue!.to <= quoted[0]!.whole.from
      ? last
      : anywhere()
  const closing = closingAttribution(tokens, frame.quoted.at(-1)!.whole.to, frame.to)
  frame.quoted.forEach((item, i) => {
    const behind = behindIt(frames, f, i, from, tokens)
    const before =
      (i > 0 ? andSays(tokens, from, item, frame, sources.get(frame.quoted[i - 1]!)) : undefined) ??
      ofSentence(sourceBefore(tokens, from, item), frame, from, tokens)
    const joined =
      i > 0 && isJoined(frame.quoted[i - 1]!, item, tokens) ? sources.get(frame.quoted[i - 1]!) : undefined
    const nearest =
      joined ??
      (i > 0 && goesOnToSay(tokens, from, item)
        ? goingOn(sources.get(frame.quoted[i - 1]!), frame)
        : undefined) ??
      preferred(
        tokens,
        item,
        behind,
        before,
        opensSubordinate(tokens, frame) && !isPastComma(tokens, before, item),
      )
    const found =
      (closing && (!reports(nearest, tokens) || isParticiple(nearest!, tokens)) ? closing : nearest) ??
      (i > 0 ? sources.get(frame.quoted[i - 1]!) : undefined) ??
      anywhere()
    // '“It holds, Hale told the board. “We saw it."': a mark left open has the attribution within it.
    const open = item.quotation.closed
      ? undefined
      : closingAttribution(tokens, item.inner.from, item.inner.to)
    const source = open ?? apartFromCue(found, frame, tokens)
    if (source) sources.set(item, source)
    from = item.whole.to
  })
  // 'A "b" and a "c", she said': who comes last speaks all of the sentence.
  for (let i = frame.quoted.length - 2; i >= 0; i--) {
    const later = sources.get(frame.quoted[i + 1]!)
    if (!sources.has(frame.quoted[i]!) && later) sources.set(frame.quoted[i]!, later)
  }
}

/** 'Hale needled the "crew," saying "…"', 'It ends with a voice over saying "…"': a participle doesn't speak, the subject does. */
function apartFromCue(
  source: Source | undefined,
  frame: Frame,
  tokens: readonly Token[],
): Source | undefined {
  const { speaker, cue } = source ?? {}
  if (!speaker || !cue || speaker.from !== cue.from || !tokens[cue.from]!.lower.endsWith('ing')) return source
  return { speaker: mainSubject(tokens, frame.from, frame.quoted[0]!.whole.from) ?? speaker, cue }
}

/** 'they "stemmed from" what he felt but "caused anxiety"': two verbs of one subject are quoted. */
function isJoined(last: Quoted, { whole }: Quoted, tokens: readonly Token[]): boolean {
  if (!/^(?:and|but)$/.test(tokens[whole.from - 1]!.lower)) return false
  if (!/ed$/.test(tokens[last.inner.from]?.lower ?? '') || !/ed$/.test(tokens[whole.from + 1]?.lower ?? ''))
    return false
  return !saysBetween(tokens, last.whole.to, whole.from)
}

/** "Prices will fall, suggesting that": a participle behind a comma */
const isParticiple = ({ cue }: Source, tokens: readonly Token[]): boolean =>
  cue !== undefined && tokens[cue.from]!.lower.endsWith('ing') && tokens[cue.from - 1]?.text === ','

/** Whether a source says by a verb of saying that it speaks, or by "according to". */
const reports = (source: Source | undefined, tokens: readonly Token[]): boolean =>
  source?.cue !== undefined &&
  (isReporting(tokens[source.cue.from]!.lower) || source.cue.to - source.cue.from > 1)

/** 'When Hale said she would stay, she "…"': the clause of the verb is over before the quotation. */
function isPastComma(tokens: readonly Token[], before: Source | undefined, { whole }: Quoted): boolean {
  for (let i = before?.cue?.to ?? whole.from; i < whole.from - 1; i++)
    if (tokens[i]!.text === ',') return true
  return false
}

/** "When Hale said", "But even as Hale said" */
function opensSubordinate(tokens: readonly Token[], { from, to }: Frame): boolean {
  let at = from
  while (at < to && /^(?:but|and|yet|so|even|just)$/.test(tokens[at]!.lower)) at++
  return at < to && SUBORDINATORS.has(tokens[at]!.lower)
}

/** The attribution behind the i-th quotation of a frame, as far as the next one; behind a full stop in the next frame. */
function behindIt(
  frames: readonly Frame[],
  f: number,
  i: number,
  from: number,
  tokens: readonly Token[],
): Source | undefined {
  const frame = frames[f]!
  const item = frame.quoted[i]!
  const next = item.whole.to === frame.to ? frames[f + 1] : undefined
  // '"…," the "Harbour Lights" star said': a title in the speaker's name is no end of what stands behind.
  const titled = titleEnd(tokens, item.whole.to) !== undefined ? i + 2 : i + 1
  const limit = frame.quoted[titled]?.whole.from ?? next?.quoted[0]?.whole.from ?? next?.to ?? frame.to
  const found = sourceBehind(tokens, item, limit, item.whole.from === from)
  if (!found || !next || (found.speaker && found.speaker.from < item.whole.to)) return found
  if (item.whole.from !== frame.from && found.speaker && found.cue) return undefined
  return isAttributionAlone(tokens, found, next, f + 2 === frames.length, item) ? found : undefined
}

/**
 * '… on a page called "Perception", writing "…"', 'Hale hailed the "old crossing" at noon: "…"': behind a first
 * quotation, a participle and a colon take the subject of the whole sentence.
 */
function ofSentence(
  source: Source | undefined,
  frame: Frame,
  from: number,
  tokens: readonly Token[],
): Source | undefined {
  if (!source?.speaker || from === frame.from) return source
  const { cue } = source
  const goesOn = cue && tokens[cue.from]!.lower.endsWith('ing') && tokens[cue.from]!.lower !== 'according'
  if (cue && !(goesOn && tokens[cue.from - 1]!.text === ',')) return source
  // '"…," Hale said, adding that "…"': whoever has a verb of saying between the two quotations.
  if (cue && source.speaker.from >= from && saysBetween(tokens, source.speaker.to, cue.from)) return source
  return {
    ...source,
    speaker: mainSubject(tokens, frame.from, frame.quoted[0]!.whole.from) ?? source.speaker,
  }
}

/** Whether a verb of saying and a comma or colon introduce a quotation. */
const isRightBefore = ({ from, to }: Stretch, { whole }: Quoted, tokens: readonly Token[]): boolean =>
  isReporting(tokens[from]!.lower) && to === whole.from - 1 && /^[,:]$/.test(tokens[to]!.text)

const HEARING = new Set(['heard', 'hears', 'learned', 'learns', 'learnt'])

/** Of two sources the one behind, unless the quotation ends a clause of its own: 'When Hale said "no," Varga wrote …'. */
function preferred(
  tokens: readonly Token[],
  item: Quoted,
  behind: Source | undefined,
  before: Source | undefined,
  subordinate: boolean,
): Source | undefined {
  // But 'While the sign holds a word about it, "we never do," Hale said': papers hold, people say.
  const opens = subordinate && before?.speaker && before.cue
  if (opens && (!behind?.cue || reports(before, tokens))) return before
  // 'Hale smiled and said, "Fantastic," according to the Gazette.'
  if (before?.speaker && before.cue && behind?.cue && isRightBefore(before.cue, item, tokens)) return before
  // 'Hale says it is "on its way," the list needed to go on.'
  if (reports(before, tokens) && before!.speaker && behind?.cue && !reports(behind, tokens)) return before
  // 'It was, in the words of Hale, "a wreck", according to the Gazette.'
  if (before?.speaker && before.cue && before.cue.to - before.cue.from > 2) return before
  // 'Hale told police it was "a wreck", a court heard.'
  if (before?.speaker && behind?.cue && HEARING.has(tokens[behind.cue.from]!.lower)) return before
  if (behind?.speaker && (behind.cue || !before?.speaker)) return behind
  return before?.speaker ? before : (behind ?? before)
}
