import type { Token } from '../../draft/tokens'
import { COLLECTIVES, headOf, isPersonNoun } from './beat'
import { isPassive } from './clause'
import type { Frame } from './frames'
import { BE, DETERMINERS, DOCUMENTS, FUNCTION_WORDS, isNaming, PAPERS, PERSONAL_PRONOUNS } from './lexicon'
import { mainSubject } from './main-subject'
import { coreEnd } from './noun-phrase'
import { isCapital, type Stretch } from './shape'
import { one, type Source } from './source'
import { subjectBefore } from './subject'

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
  if (isPersonNoun(head) || DOCUMENTS.has(head) || COLLECTIVES.has(head) || TERMS.has(head))
    return { speaker, cue: undefined }
  const whole = mainSubject(tokens, frame.from, first)
  const cue = whole && verbOfClause(tokens, whole, first)
  return cue === undefined
    ? undefined
    : { speaker: { from: whole!.from, to: Math.min(whole!.to, cue) }, cue: one(cue) }
}

/** 'The film allowed Hale to "do what she had longed for"': who may do what is quoted. */
export function enabledBefore(tokens: readonly Token[], from: number, to: number): Source | undefined {
  if (tokens[to - 1]!.lower !== 'to') return undefined
  for (let i = to - 3; i >= from && i > to - FARTHEST_VERB; i--) {
    if (tokens[i]!.kind === 'mark') return undefined
    if (/^(?:him|her|them|me|us|it)$/.test(tokens[i + 1]!.lower)) return undefined
    if (ENABLING.test(tokens[i]!.lower)) return { speaker: { from: i + 1, to: to - 1 }, cue: undefined }
  }
  return undefined
}

const ENABLING = /^(?:allow|enabl|help|inspir)(?:e|s|es|ed|ing)?$/

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
  'legislation plan law rule proposal scheme agreement contract deal policy term act bill treaty code charter order settlement licence license guideline regulation'.split(
    ' ',
  ),
)
