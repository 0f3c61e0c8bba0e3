import type { Token } from '../../draft/tokens'
import { activeOrPassive } from './clause'
import { type Frame, outsideQuotations } from './frames'
import { isReporting, isStrongCue, mayBeCue, PREPOSITIONS } from './lexicon'
import { mainSubject } from './main-subject'
import { nounPhraseFrom } from './noun-phrase'
import { isCapital } from './shape'
import { one, type Source, source } from './source'
import { isNominal, isNoun } from './verb-or-noun'

/** A source anywhere in a sentence that holds a fragment: the first verb that reports, else the first strong cue. */
export function sourceWithin(tokens: readonly Token[], frame: Frame): Source | undefined {
  const { from, to, quoted } = frame
  let found: Source | undefined
  for (const { from: begin, to: end } of outsideQuotations(frame)) {
    for (let i = begin; i < end; i++) {
      const token = tokens[i]!
      if (token.lower === 'according' && tokens[i + 1]?.lower === 'to') {
        const named = source(nounPhraseFrom(tokens, i + 2, to), { from: i, to: i + 2 })
        if (named) return named
      }
      if (!mayBeCue(token) || isCapital(token) || !isStrongCue(token.lower) || isNoun(tokens, from, i))
        continue
      const previous = tokens[i - 1]
      if (
        i > from &&
        previous &&
        (isNominal(tokens, i) || (PREPOSITIONS.has(previous.lower) && previous.lower !== 'to'))
      )
        continue
      const beforeQuote = (): Source | undefined =>
        begin > from ? ofSentence(tokens, from, quoted[0]!.whole.from, i) : undefined
      const goesOn = token.lower.endsWith('ing') && previous?.text === ','
      const here =
        (goesOn ? beforeQuote() : undefined) ?? activeOrPassive(tokens, begin, i, to) ?? beforeQuote()
      if (here?.speaker && isReporting(token.lower)) return here
      found = found?.speaker ? found : (here ?? found)
    }
  }
  return found
}

/** 'Hale hailed the "old crossing", promising to keep it': behind a quotation the subject stands before it. */
function ofSentence(tokens: readonly Token[], from: number, quote: number, verb: number): Source | undefined {
  const speaker = mainSubject(tokens, from, quote)
  return speaker && { speaker, cue: one(verb) }
}
