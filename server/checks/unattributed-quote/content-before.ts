import type { Token } from '../../draft/tokens'
import { saysBetween } from './going-on-to-say'
import { AUXILIARIES, BE, IRREGULAR_PASTS, isReporting, SPEECH_NOUNS } from './lexicon'
import { mainSubject } from './main-subject'
import { nounPhraseFrom } from './noun-phrase'
import type { Stretch } from './shape'
import { one, type Source, source } from './source'
import { possessorOf } from './speech-noun'
import { isFiniteVerb } from './verb-or-noun'

/**
 * 'a suggestion by Hale that it was "a wreck"', 'mocked Hale's claim that the bridge "sings"': what stands in the clause that
 * a noun of speech has for content is its owner's, whatever the verb before the noun.
 */
export function contentBefore(tokens: readonly Token[], from: number, end: number): Source | undefined {
  for (let i = end - 1; i > from && i > end - LONGEST_CONTENT; i--) {
    if (isReporting(tokens[i]!.lower) && isFiniteVerb(tokens, from, i) && !SPEECH_NOUNS.has(tokens[i]!.lower))
      return undefined
    if (!SPEECH_NOUNS.has(tokens[i]!.lower)) continue
    const agent = agentOfNoun(tokens, i, end)
    const that = agent?.to ?? i + 1
    // The "that" right before the quotation is `end` itself.
    if (tokens[that]?.lower !== 'that' || isClosed(tokens, that, end)) continue
    const owner = agent ?? possessorOf(tokens, from, i) ?? writerOf(tokens, from, i)
    // "said in her remarks that" is what she said, wherever.
    return tokens[(owner?.from ?? i) - 1]?.lower === 'in' ? undefined : source(owner, one(i))
  }
  return undefined
}

/** "Hale shot back in a public post that": whoever does something in a paper of no owner, unless a verb of saying tells who. */
function writerOf(tokens: readonly Token[], from: number, noun: number): Stretch | undefined {
  let article = noun - 1
  while (article > from && article > noun - 4 && !/^an?$/.test(tokens[article]!.lower)) article--
  if (!/^an?$/.test(tokens[article]!.lower) || tokens[article - 1]?.lower !== 'in') return undefined
  for (let i = from; i < article; i++) if (isReporting(tokens[i]!.lower)) return undefined
  return mainSubject(tokens, from, article)
}

/** "a suggestion by Hale", and not "sold the book by telling all" */
function agentOfNoun(tokens: readonly Token[], noun: number, end: number): Stretch | undefined {
  const first = tokens[noun + 2]
  if (!/^(?:by|from)$/.test(tokens[noun + 1]?.lower ?? '') || first?.lower.endsWith('ing')) return undefined
  return nounPhraseFrom(tokens, noun + 2, end)
}

/** "the claim that the bridge is shut is": the clause is over, and something is said of the claim. */
function isClosed(tokens: readonly Token[], that: number, end: number): boolean {
  let verbs = 0
  for (let i = that + 1; i < end; i++) {
    const { lower } = tokens[i]!
    if (AUXILIARIES.has(lower) || BE.has(lower) || IRREGULAR_PASTS.has(lower) || lower.endsWith('ed')) verbs++
  }
  return verbs > 1
}

const LONGEST_CONTENT = 16

/** 'Hale's "if you build it" promise', 'her "no comment" answer': whose words stand before a noun of speech. */
export function ownerOf(tokens: readonly Token[], from: number, whole: Stretch): Source | undefined {
  const noun = tokens[whole.to]
  if (!noun || !(SPEECH_NOUNS.has(noun.lower) || SPEECH_NOUNS.has(noun.lower.replace(/s$/, ''))))
    return undefined
  const last = tokens[whole.from - 1]!
  if (last.kind !== 'word') return undefined
  // 'Hale said the town's "hard line" response': what is done is called so by whoever says it.
  if (/^re(?:sponse|action)s?$/.test(noun.lower) && saysBetween(tokens, from, whole.from)) return undefined
  return source(possessorOf(tokens, from, whole.from), one(whole.to))
}
