import type { Token } from '../../draft/tokens'
import { COLLECTIVES, headOf, isPersonNoun } from './beat'
import { isPassive } from './clause'
import { closingAttribution } from './closing-attribution'
import type { Frame, Quoted } from './frames'
import {
  AUXILIARIES,
  BE,
  DETERMINERS,
  DOCUMENTS,
  FUNCTION_WORDS,
  isCue,
  isNaming,
  isPlainForm,
  isReporting,
  PAPERS,
  PERSONAL_PRONOUNS,
  PREPOSITIONS,
  SUBORDINATORS,
} from './lexicon'
import { coreEnd } from './noun-phrase'
import { isCapital, type Stretch } from './shape'
import { one, type Source } from './source'
import { sourceBefore } from './source-before'
import { sourceBehind } from './source-behind'
import { sourceWithin } from './source-within'
import { mainSubject, subjectBefore } from './subject'

/** Finds what each quotation's own sentence says of it: behind it first, then before it, then anywhere. */
export function localSources(
  frames: readonly Frame[],
  f: number,
  tokens: readonly Token[],
  sources: Map<Quoted, Source>,
): void {
  const frame = frames[f]!
  let from = frame.from
  let within: { readonly source: Source | undefined } | undefined
  const anywhere = (): Source | undefined => {
    within ??= { source: sourceWithin(tokens, frame) }
    return within.source
  }
  const closing = closingOf(frame, tokens)
  frame.quoted.forEach((item, i) => {
    const behind = behindIt(frames, f, i, from, tokens)
    const before =
      (i > 0 ? andSays(tokens, from, item, frame, sources.get(frame.quoted[i - 1]!)) : undefined) ??
      ofSentence(sourceBefore(tokens, from, item), frame, from, tokens)
    const nearest =
      (i > 0 && goesOnToSay(tokens, from, item) ? anywhere() : undefined) ??
      preferred(tokens, behind, before, opensSubordinate(tokens, frame) && !isPastComma(tokens, before, item))
    const found =
      (closing && !reports(nearest, tokens) ? closing : nearest) ??
      (i > 0 ? sources.get(frame.quoted[i - 1]!) : undefined) ??
      anywhere()
    const source = apartFromCue(found, frame, tokens)
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

/** Who the end of a sentence says has said it, if words of its own stand behind the last quotation. */
const closingOf = ({ quoted, to }: Frame, tokens: readonly Token[]): Source | undefined =>
  quoted.length ? closingAttribution(tokens, quoted.at(-1)!.whole.to, to) : undefined

/** Whether a source says by a verb of saying that it speaks, or by "according to". */
const reports = (source: Source | undefined, tokens: readonly Token[]): boolean =>
  source?.cue !== undefined &&
  (isReporting(tokens[source.cue.from]!.lower) || source.cue.to - source.cue.from > 1)

/** 'Hale said the "old pier" had been sold by lawyers and that "nobody asked"': the first verb of saying goes on. */
function goesOnToSay(tokens: readonly Token[], from: number, { whole }: Quoted): boolean {
  for (let i = from; i + 1 < whole.from; i++) {
    // '…; he said it was late and that "nobody asked"'
    if (tokens[i]!.text === ';') return false
    if (tokens[i]!.lower === 'and' && tokens[i + 1]!.lower === 'that') return true
  }
  return false
}

/** 'hailed the "old" bridge and said it was "new"': a verb of saying that "and" joins to the verb before the quotation. */
function andSays(
  tokens: readonly Token[],
  from: number,
  { whole: { from: next } }: Quoted,
  frame: Frame,
  last: Source | undefined,
): Source | undefined {
  const first = tokens[from]!.text === ',' ? from + 1 : from
  // 'Hale, who grew up in "the worst of Holm", said it was "new"'
  if (isPastOfSaying(tokens, first) && !saysBetween(tokens, first + 1, next)) {
    const speaker = mainSubject(tokens, frame.from, frame.quoted[0]!.whole.from)
    return speaker && { speaker, cue: one(first) }
  }
  for (let i = next - 2; i >= from; i--) {
    const verb = i + 1
    if (!/^(?:and|but|then)$/.test(tokens[i]!.lower) || !isPastOfSaying(tokens, verb)) continue
    if (holdsSubject(tokens, from, i) || saysBetween(tokens, verb + 1, next)) return undefined
    const speaker = last?.speaker ?? mainSubject(tokens, frame.from, frame.quoted[0]!.whole.from)
    return speaker && { speaker, cue: one(verb) }
  }
  return undefined
}

/** "said", "criticized", "recalls": a finite verb of saying, and no noun. */
const isPastOfSaying = (tokens: readonly Token[], i: number): boolean => {
  const { lower } = tokens[i]!
  return isReporting(lower) && !isCapital(tokens[i]) && !lower.endsWith('ing') && !isPlainForm(lower)
}

/** Whether a clause with a subject of its own may begin there: a pronoun, or a verb of saying with its speaker. */
function holdsSubject(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { lower } = tokens[i]!
    if (PERSONAL_PRONOUNS.has(lower) || lower === 'it' || (isReporting(lower) && !lower.endsWith('ing')))
      return true
  }
  return false
}

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
  const limit = frame.quoted[i + 1]?.whole.from ?? next?.quoted[0]?.whole.from ?? next?.to ?? frame.to
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

function saysBetween(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isReporting(tokens[i]!.lower) && !isCapital(tokens[i])) return true
  return false
}

/**
 * Behind a full stop ('"…." Hale said.') the next sentence must be an attribution and little else. Behind a question it
 * may be longer ('"…?" Hale asked of the board on Monday, when …'), as long as its verb takes the question for object.
 */
function isAttributionAlone(
  tokens: readonly Token[],
  { cue, speaker }: Source,
  frame: Frame,
  isLast: boolean,
  { inner }: Quoted,
): boolean {
  const asks = cue !== undefined && /[?!…]/.test(tokens[inner.to - 1]?.text ?? '')
  if (
    asks &&
    speaker &&
    isCue(tokens[cue.from]!.lower) &&
    cue.from - speaker.to < 3 &&
    !takesClause(tokens, cue.to, frame.to)
  )
    return true
  if (frame.quoted.length) return false
  if (!cue) {
    return (
      /^[—–―(\-[@]$/.test(tokens[frame.from]!.text) ||
      (isLast && speaker !== undefined && speaker.to >= frame.to - 1)
    )
  }
  const adjoins = speaker === undefined || speaker.from >= cue.to || cue.from - speaker.to <= ASIDE
  return (
    adjoins &&
    frame.to - cue.to <= 8 &&
    tokens[cue.to]?.lower !== 'that' &&
    !isToCome(tokens, cue) &&
    isReporting(tokens[cue.from]!.lower) &&
    !(speaker && hasVerb(tokens, speaker))
  )
}

/** "The board must respond by June.", "Ministers asked to be told.": nothing that was said here. */
const isToCome = (tokens: readonly Token[], { from, to }: Stretch): boolean =>
  /^(?:must|should|may|might|can|could|shall|will|to)$/.test(tokens[from - 1]?.lower ?? '') ||
  (tokens[to]?.lower === 'to' && tokens[to + 1]?.lower === 'be')

/** "The hearing is due to" of "The hearing is due to say who", "Asked why, Hale declined to": more than a subject. */
function hasVerb(tokens: readonly Token[], { from, to }: Stretch): boolean {
  if (/^(?:asked|pressed|questioned)$/.test(tokens[from]!.lower)) return true
  for (let i = from; i < to && !/^(?:who|which|whose|that)$/.test(tokens[i]!.lower); i++)
    if (AUXILIARIES.has(tokens[i]!.lower)) return true
  return false
}

/** So many tokens may stand between a speaker and the verb: "Hale, who was there, also said". */
const ASIDE = 2

/** Whether the verb before `at` has a clause of its own for object: "Hale said the bridge", "Hale asked that it". */
function takesClause(tokens: readonly Token[], at: number, to: number): boolean {
  const next = tokens[at]
  if (!next || at >= to || next.kind === 'mark')
    return next !== undefined && at < to && /^[:"“]$/.test(next.text)
  const { lower } = next
  if (
    PREPOSITIONS.has(lower) ||
    lower.endsWith('ly') ||
    ['as', 'when', 'while', 'before', 'after', 'again'].includes(lower)
  )
    return false
  // "asked reporters", "told the board", "said Friday": one word or name and the end of its phrase.
  const end = coreEnd(tokens, at, to)
  return (
    end === at ||
    !(
      end >= to ||
      tokens[end]!.kind === 'mark' ||
      PREPOSITIONS.has(tokens[end]!.lower) ||
      tokens[end]!.lower === 'when' ||
      tokens[end]!.lower.endsWith('ly')
    )
  )
}

const HEARING = new Set(['heard', 'hears', 'learned', 'learns', 'learnt'])

/** Of two sources the one behind, unless the quotation ends a clause of its own: 'When Hale said "no," Varga wrote …'. */
function preferred(
  tokens: readonly Token[],
  behind: Source | undefined,
  before: Source | undefined,
  subordinate: boolean,
): Source | undefined {
  if (subordinate && before?.speaker && before.cue) return before
  // 'Hale says it is "on its way," the list needed to go on.'
  if (reports(before, tokens) && before!.speaker && behind?.cue && !reports(behind, tokens)) return before
  // 'It was, in the words of Hale, "a wreck", according to the Gazette.'
  if (before?.speaker && before.cue && before.cue.to - before.cue.from > 2) return before
  // 'Hale told police it was "a wreck", a court heard.'
  if (before?.speaker && behind?.cue && HEARING.has(tokens[behind.cue.from]!.lower)) return before
  if (behind?.speaker && (behind.cue || !before?.speaker)) return behind
  return before?.speaker ? before : (behind ?? before)
}

/**
 * Whose words a few quoted ones within a sentence are, where no verb of saying stands there: 'Hale is "confident that
 * the bridge will hold"', 'the statement listed "everything that went wrong"'. The subject, if it is a person, a paper
 * or has a name.
 */
export function subjectOf(frame: Frame, tokens: readonly Token[]): Source | undefined {
  const first = frame.quoted[0]!.whole.from
  if (first <= frame.from) return undefined
  const rules = rulesOver(tokens, frame.from, first)
  if (rules) return rules
  // "whose condition was described as": nobody says by whom.
  const verb = tokens[first - 1]!.lower === 'as' ? first - 2 : first - 1
  if (verb > frame.from && isNaming(tokens[verb]!.lower) && isPassive(tokens, frame.from, verb))
    return undefined
  const copula = BE.has(tokens[first - 1]!.lower)
  const speaker = copula
    ? subjectBefore(tokens, frame.from, first - 1)
    : mainSubject(tokens, frame.from, first)
  if (!speaker) return undefined
  for (let i = speaker.from; i < speaker.to; i++) {
    const { lower } = tokens[i]!
    if (isCapital(tokens[i]) && i > frame.from && !FUNCTION_WORDS.has(lower))
      return { speaker, cue: undefined }
    if (PERSONAL_PRONOUNS.has(lower) || PAPERS.has(lower)) return { speaker, cue: undefined }
  }
  // "The bishop let it be known that he has …", "The law provides that …", "One veteran shrugged that …"
  const head = tokens[headOf(tokens, speaker)]!.lower
  if (isPersonNoun(head) || DOCUMENTS.has(head) || COLLECTIVES.has(head)) return { speaker, cue: undefined }
  const whole = mainSubject(tokens, frame.from, first)
  const cue = whole && verbOfClause(tokens, whole, first)
  return cue === undefined
    ? undefined
    : { speaker: { from: whole!.from, to: Math.min(whole!.to, cue) }, cue: one(cue) }
}

/** "shrugged that", "has accepted that": any verb whose object is a clause is one of saying or thinking. */
function verbOfClause(tokens: readonly Token[], { from, to }: Stretch, end: number): number | undefined {
  for (let i = Math.max(from + 1, to - 1); i + 1 < end && i < to + FARTHEST_VERB; i++)
    if (tokens[i + 1]!.lower === 'that' && tokens[i]!.lower.endsWith('ed')) return i
  return undefined
}

/** So many words may stand behind a subject before its verb is past: "in the Holm pits shrugged". */
const FARTHEST_VERB = 8

/** "Under the plan, …": the paper whose terms a sentence gives. */
function rulesOver(tokens: readonly Token[], from: number, to: number): Source | undefined {
  if (tokens[from]!.lower !== 'under' && tokens[from]!.lower !== 'in') return undefined
  const end = coreEnd(tokens, from + 1, to)
  if (tokens[end]?.text !== ',' || !DETERMINERS.has(tokens[from + 1]?.lower ?? '')) return undefined
  const head = tokens[end - 1]!.lower
  const isPaper = PAPERS.has(head) || (tokens[from]!.lower === 'under' && TERMS.has(head.replace(/s$/, '')))
  return isPaper ? { speaker: { from: from + 1, to: end }, cue: { from, to: from + 1 } } : undefined
}

/** Papers that lay down what is to be. */
const TERMS = new Set(
  'plan law rule proposal scheme agreement contract deal policy term act bill treaty code charter order settlement licence license guideline regulation'.split(
    ' ',
  ),
)
