import type { Span } from '../../draft/span'
import type { Token } from '../../draft/tokens'
import { CONTRACTED, DETERMINERS } from './lexicon'
import { isAnonymous, nameText, nameWithin } from './naming'
import { isCapital, type Stretch } from './shape'
import type { Source } from './source'

/** Who says it. Offsets count from the start of the paragraph that names the speaker. */
export interface Attribution {
  readonly speaker: Span | undefined
  readonly cue: Span | undefined
  readonly anonymous: boolean
  /** The speaker's name alone, if the words hold one: "Ines Varga". */
  readonly name: string | undefined
  /** The "it" that points to a speaker who is named elsewhere. */
  readonly pronoun?: Span
  /** Whom the speaker stands for, where it is a "who" or an "it": the words there. */
  readonly antecedent?: Span
}

export const NOBODY: Attribution = { speaker: undefined, cue: undefined, anonymous: false, name: undefined }

/** What "it added" says, once it is known whom the "it" points to. */
export const pointedAt = (own: Attribution, { anonymous, name }: Attribution): Attribution => ({
  speaker: own.pronoun,
  cue: own.cue,
  anonymous,
  name,
})

/** The words that name a speaker: "Ines Varga" of "Ines Varga, who said". */
export const namingWords = ({ speaker, antecedent }: Attribution): Span | undefined => antecedent ?? speaker

export function attributionOf(
  { speaker: whole, cue, pronoun }: Source,
  tokens: readonly Token[],
): Attribution {
  const speaker = whole && withoutAside(whole, tokens)
  const name = speaker && nameWithin(tokens, speaker)
  return {
    speaker: speaker && spanOf(pronoun ?? speaker, tokens),
    cue: cue && spanOf(cue, tokens),
    anonymous: speaker ? isAnonymous(tokens, speaker) : false,
    name: name && nameText(tokens, name),
    ...(pronoun ? { pronoun: spanOf(pronoun, tokens) } : {}),
    ...(pronoun && speaker ? { antecedent: spanOf(speaker, tokens) } : {}),
  }
}

/** What ", who built it," says introduces a full name; of a surname or "the engineer" it is only said in passing. */
function withoutAside({ from, to }: Stretch, tokens: readonly Token[]): Stretch {
  let capitals = 0
  for (let i = from; i + 1 < to; i++) {
    const next = tokens[i + 1]!.lower
    if (tokens[i]!.text === ',') {
      const isRelative = next === 'who' || next === 'which' || next === 'whose'
      return isRelative && capitals < 2 ? { from, to: i } : { from, to }
    }
    if (isCapital(tokens[i]) && !(i === from && DETERMINERS.has(tokens[i]!.lower))) capitals++
  }
  return { from, to }
}

const spanOf = ({ from, to }: Stretch, tokens: readonly Token[]): Span => ({
  start: tokens[from]!.start,
  end: tokens[to - 1]!.end - contraction(tokens[to - 1]!),
})

/** How long the "'d" of "he'd" is. */
const contraction = ({ lower }: Token): number =>
  CONTRACTED.test(lower) ? lower.length - lower.indexOf("'") : 0
